"""``secondsource lint``: everything that is wrong with a dossier, without judging anything."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from secondsource.cli.running import Listener, run
from secondsource.reporting import history
from secondsource.reporting.codes import told
from secondsource.steps import undated, unused
from secondsource.steps.failure import relative


@click.command("lint")
@click.argument("dossier", type=click.Path(exists=True, path_type=Path), default=".", metavar="[DIR]")
@click.option(
    "--sources", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The folder of documents."
)
def command(dossier: Path, sources: Path | None) -> None:
    """Read a dossier's scenarios, facts and register, and list every fault with its file and line.

    Ends with 0 if there is none, else with 2. Where there is none, it warns of documents without a day that the claims
    ask for, and of acceptances that the last run had no use for.
    """
    listener = Listener()
    options = ["--collect-only", "-p", "no:terminal"]
    options += ["--secondsource-sources", str(sources.resolve())] if sources else []
    code = run(dossier, options, listener)
    for fault in listener.faults:
        click.echo(fault, err=True)
    if listener.faults:
        sys.exit(2)
    if not listener.collected:
        click.echo(f"error: there is nothing to check in {dossier}", err=True)
        sys.exit(2)
    dated = undated.faults(listener.asked, [source for each in listener.dossiers for source in each.sources])
    kept = [
        fault for each in listener.dossiers for fault in unused.faults(each, history.load(each.root / history.FOLDER))
    ]
    warnings = [*dated, *kept]
    for warning in warnings:
        click.echo(told(warning, relative(warning.path, Path.cwd())), err=True)
    counted = f"; {len(warnings)} warning{'s' if len(warnings) > 1 else ''}" if warnings else ""
    click.echo(f"{listener.collected} scenarios and facts, no fault{counted}")
    sys.exit(code)
