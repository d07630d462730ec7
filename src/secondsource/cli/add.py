"""``secondsource add``: documents into the dossier and its register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from secondsource.cli.days import day
from secondsource.reporting.codes import told
from secondsource.sources import SourceError, intake, lock, register
from secondsource.sources.fetching import Limits, is_url


@click.command("add")
@click.argument("items", nargs=-1, required=True, metavar="FILE|URL|FOLDER...")
@click.option("--to", "root", type=click.Path(file_okay=False, path_type=Path), default=".", help="The dossier.")
@click.option("--id", "name", default="", help="What to call it; for one document.")
@click.option("--title", help="Its headline.")
@click.option("--outlet", help="Who published it.")
@click.option("--published", type=day, metavar="YYYY-MM-DD", help="When it was published.")
@click.option("--url", help="Where it was published.")
@click.option("--language", help="The language it is in: en, fr, sw ...")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--tier", type=click.Choice(["primary", "secondary"]), help="Whether it was there, or passes on.")
@click.option("--group", help="The house that owns the outlet.")
@click.option(
    "--timeout", type=click.FloatRange(1, 600), default=20.0, show_default=True, help="Seconds for one address."
)
@click.option("--allow-private", is_flag=True, help="Fetch from addresses inside a private network as well.")
def command(items: tuple[str, ...], root: Path, name: str, timeout: float, allow_private: bool, **fields: Any) -> None:
    """Bring documents into the dossier and its register.

    FILE is text, Markdown, HTML, PDF, DOCX, WARC, RSS, Atom or e-mail; of a FOLDER every such file is added. The text
    goes to sources/, the file that it was taken out of to sources/originals/, an entry to facts/sources.yaml.
    """
    if name and len(items) > 1:
        raise click.UsageError("--id names one document; add the others by themselves")
    if fields["published"]:
        fields["published"] = fields["published"].isoformat()
    said = intake.Said(name, {key: value for key, value in fields.items() if value})
    limits = Limits(seconds=timeout, allow_private=allow_private)
    refused, added = 0, []
    try:
        for one in intake.add(root, items, said, limits):
            refused += one.fault is not None
            added += [one.source] if one.source and one.outcome == "added" else []
            _tell(one)
        if added:
            known = (root / lock.NAME).is_file()
            lock.lock(root, added if known else register.load(root).sources, whole=not known)
    except SourceError as error:
        click.echo(told(error.fault), err=True)
        sys.exit(2)
    sys.exit(2 if refused else 0)


def _tell(one: intake.Added) -> None:
    if one.fault:
        # A path loses one of the strokes of an address.
        place = one.item if is_url(one.item) and one.fault.path == Path(one.item) else ""
        click.echo(f"refused        {told(one.fault, place)}", err=True)
    if not one.source:
        return
    source = one.source
    day = f"{source.published} (by its {source.date_origin})" if source.published else "no date"
    click.echo(f"{one.outcome:<14} {source.id}  {day}  {source.outlet or 'no outlet'}")
    for note in source.provenance.notes if one.outcome == "added" else ():
        click.echo(f"{'':<14} {note}")
