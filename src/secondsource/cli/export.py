"""``secondsource export``: a report.json in another format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from secondsource.cli import saved
from secondsource.reporting import claimreview, github, terminal
from secondsource.reporting.model import Report
from secondsource.reporting.writing import FORMATS, formatted

MORE: dict[str, Callable[[Report], str]] = {
    "annotations": github.workflow_commands,
    "claimreview": claimreview.format,
    "terminal": terminal.render,
}
"""Formats that no run writes by itself."""


@click.command("export")
@click.argument("format", type=click.Choice([*MORE, *FORMATS]), metavar="FORMAT")
@click.argument("report", type=click.Path(path_type=Path, exists=True))
def command(format: str, report: Path) -> None:
    """Write REPORT (a report.json, or the folder that has one) to standard output as FORMAT.

    FORMAT is annotations, claimreview, terminal, report.json, report.sarif, junit.xml, discrepancies.md,
    discrepancies.csv, summary.md or index.html.

    "annotations" are GitHub's workflow commands; "claimreview" is schema.org's JSON-LD of the facts that are marked
    "publish: true"; the others are the files of a report, made anew.
    """
    read = saved.report(report)
    text = MORE[format](read) if format in MORE else formatted(read, format)
    click.echo(text, nl=not text.endswith("\n"))
