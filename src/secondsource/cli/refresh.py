"""``secondsource refresh``: what has changed since the documents were brought in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from secondsource.reporting.codes import told
from secondsource.sources import Source, SourceError, intake, lock, register
from secondsource.sources.fetching import Limits


@click.command("refresh")
@click.argument("ids", nargs=-1)
@click.option(
    "--in", "root", type=click.Path(file_okay=False, exists=True, path_type=Path), default=".", help="The dossier."
)
@click.option("--apply", is_flag=True, help="Keep what was fetched in the place of what is here.")
@click.option("--lock", "lock_only", is_flag=True, help="Fetch nothing; lock the documents as they are now.")
@click.option(
    "--timeout", type=click.FloatRange(1, 600), default=20.0, show_default=True, help="Seconds for one address."
)
@click.option("--allow-private", is_flag=True, help="Fetch from addresses inside a private network as well.")
def command(
    ids: tuple[str, ...], root: Path, apply: bool, lock_only: bool, timeout: float, allow_private: bool
) -> None:
    """Fetch again what came from an address, and show what it says now that it did not say before.

    Nothing is changed without --apply. Exit code 0: nothing has changed; 1: something has; 2: something is wrong.
    """
    loaded = register.load(root)
    for fault in loaded.faults:
        click.echo(told(fault), err=True)
    if unknown := [name for name in ids if name not in {source.id for source in loaded.sources}]:
        raise click.UsageError(f"no document called {', '.join(unknown)}")
    wanted = [source for source in loaded.sources if not ids or source.id in ids]
    try:
        if lock_only:
            lock.lock(root, wanted, whole=not ids)
            click.echo(f"locked {len(wanted)} documents")
            sys.exit(2 if loaded.faults else 0)
        changed = [change for change in lock.changes(root, loaded.sources) if not ids or change.source in ids]
        for change in changed:
            click.echo(str(change))
        limits = Limits(seconds=timeout, allow_private=allow_private)
        outcomes = [_refreshed(root, source, apply, limits) for source in wanted if source.provenance.fetched]
    except SourceError as error:
        click.echo(told(error.fault), err=True)
        sys.exit(2)
    if not outcomes:
        click.echo("no document here came from an address")
    sys.exit(2 if loaded.faults or 2 in outcomes else 1 if changed or 1 in outcomes else 0)


def _refreshed(root: Path, source: Source, apply: bool, limits: Limits) -> int:
    """0: says what it said; 1: says something else; 2: could not be fetched or read."""
    try:
        update = intake.fetch_again(source, limits)
    except SourceError as error:
        click.echo(told(error.fault), err=True)
        return 2
    if not update.edits:
        click.echo(f"{source.id}: says what it said")
        return 0
    click.echo(f"{source.id}: the page has changed since {source.provenance.fetched}")
    for edit in update.edits:
        click.echo(f"  {edit}")
    if apply:
        lock.lock(root, [intake.replace_text(root, source, update)], whole=False)
        click.echo(f"{source.id}: replaced; the former page is kept in {register.ORIGINALS}/")
    return 1
