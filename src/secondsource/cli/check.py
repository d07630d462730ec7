"""``secondsource check``: run a dossier as pytest does, and write its reports."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from secondsource.cli.running import Listener, run
from secondsource.reporting import terminal


@click.command("check")
@click.argument("dossier", type=click.Path(exists=True, path_type=Path), default=".", metavar="[DIR]")
@click.option(
    "--sources", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The folder of documents."
)
@click.option("--report", type=click.Path(file_okay=False, path_type=Path), help="Where the reports go.")
@click.option("--frozen", is_flag=True, help="Judge nothing unless every document is what sources.lock says.")
@click.option("--demo", is_flag=True, help="Tell what disagrees, and end well even if something does.")
def command(dossier: Path, sources: Path | None, report: Path | None, frozen: bool, demo: bool) -> None:
    """Check a dossier's scenarios and facts against its sources, and write the reports.

    Ends with 0 if every expectation holds, 1 if one does not, 2 if nothing could be judged.
    """
    options = ["--secondsource-sources", str(sources.resolve())] if sources else []
    options += ["--secondsource-report", str(report.resolve())] if report else []
    options += ["--secondsource-frozen"] if frozen else []
    sys.exit(show(dossier, options) if demo else check(dossier, ["-q", *options]))


def show(dossier: Path, options: Sequence[str] = ()) -> int:
    """Run a dossier, and tell what disagrees in it instead of what failed."""
    click.echo(f"reading the documents in {dossier / 'sources'}", err=True)
    listener = Listener()
    code = run(dossier, ["-p", "no:terminal", *options], listener)
    for fault in filter(None, [*listener.faults, listener.unwritten]):
        click.echo(fault, err=True)
    if code == 2:
        return code
    for found, folder in listener.reports:
        where = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
        click.echo(f"\n{terminal.brief(found)}\n\nthe report: {where / 'index.html'}")
    return 0


def check(dossier: Path, options: Sequence[str]) -> int:
    """Run a dossier; say on standard error why nothing could be judged."""
    listener = Listener()
    code = run(dossier, options, listener)
    if listener.faults:
        click.echo(f"error: {len(listener.faults)} of the files above cannot be used; nothing was judged", err=True)
    elif code == 2 and not listener.collected:
        click.echo(f"error: nothing was checked in {dossier}", err=True)
    return code
