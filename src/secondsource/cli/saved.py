"""A report that an earlier run has saved, for the commands that read one."""

from __future__ import annotations

from pathlib import Path

import click

from secondsource.reporting.json_v1 import UnreadableReport, parse
from secondsource.reporting.model import Report
from secondsource.reporting.writing import EARLIER


def report(path: Path) -> Report:
    """The report in a ``report.json``, or in a folder that has one; anything else is bad input."""
    if path.is_dir():
        path /= "report.json"
        if not path.is_file():
            raise click.UsageError(f"{path.parent}: there is no report.json in it; {_instead(path)}")
    try:
        return parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: is not UTF-8 text, and so no report.json") from error
    except UnreadableReport as error:
        raise click.UsageError(f"{path}: {error}") from error


def _instead(path: Path) -> str:
    earlier = path.parent / EARLIER
    if (earlier / path.name).is_file():
        return f"the last run judged nothing, and the report of the one before is in {earlier}"
    return "run the checks first"
