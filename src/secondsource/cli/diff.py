"""``secondsource diff``: what changed between two runs."""

from __future__ import annotations

from pathlib import Path

import click

from secondsource.cli import saved
from secondsource.reporting.comparison import compared, told


@click.command("diff")
@click.argument("before", type=click.Path(path_type=Path, exists=True))
@click.argument("after", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--exit-code", is_flag=True, help="End with 1 where something is new or worse, or a source says something else."
)
def command(before: Path, after: Path, exit_code: bool) -> None:
    """Compare two report.json files, or the folders that have them: what is new, worse, fixed, unchanged.

    What a source says against a fact is compared as well: a figure that is another one is told, then and now.
    """
    comparison = compared(saved.report(before), saved.report(after))
    click.echo(told(comparison))
    if exit_code and comparison.is_news:
        raise SystemExit(1)
