"""A report that an earlier run has saved, for the commands that read one."""

from __future__ import annotations

from pathlib import Path

import click

from secondsource.reporting.json_v1 import UnreadableReport, parse
from secondsource.reporting.model import Report


def report(path: Path) -> Report:
    """The report in a ``report.json``, or in a folder that has one; anything else is bad input."""
    if path.is_dir():
        path /= "report.json"
        if not path.is_file():
            raise click.UsageError(f"{path.parent}: there is no report.json in it; run the checks first")
    try:
        return parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: is not UTF-8 text, and so no report.json") from error
    except UnreadableReport as error:
        raise click.UsageError(f"{path}: {error}") from error
