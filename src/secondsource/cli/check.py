"""``secondsource check``: run a dossier as pytest does, and write its reports."""

from __future__ import annotations

import sys
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
    options = ["-q"]
    options += ["--secondsource-sources", str(sources.resolve())] if sources else []
    options += ["--secondsource-report", str(report.resolve())] if report else []
    options += ["--secondsource-frozen"] if frozen else []
    sys.exit(check(dossier, options, demo))


def check(dossier: Path, options: list[str], demo: bool = False) -> int:
    """Run a dossier; say on standard error why nothing could be judged."""
    listener = Listener()
    code = run(dossier, options, listener)
    if listener.faults:
        click.echo(f"error: {len(listener.faults)} of the files above cannot be used; nothing was judged", err=True)
    elif code == 2 and not listener.collected:
        click.echo(f"error: nothing was checked in {dossier}", err=True)
    if not demo or code == 2:
        return code
    for found, folder in listener.reports:
        click.echo(f"\n{terminal.render(found)}\n\nthe report: {folder / 'index.html'}")
    return 0
