"""``secondsource compare``: where sources disagree, with no fact written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from secondsource.comparing import Discrepancy, compare
from secondsource.judging.unjudged import is_read
from secondsource.reporting.codes import told
from secondsource.sources import register


def _as_json(found: Sequence[Discrepancy]) -> str:
    rows = [
        {
            "kind": one.kind,
            "note": one.note,
            "passages": [
                {"source": p.source, "start": p.span.start, "end": p.span.end, "quote": p.quote} for p in one.passages
            ],
        }
        for one in found
    ]
    return json.dumps({"discrepancies": rows}, ensure_ascii=False, indent=2)


def _as_text(found: Sequence[Discrepancy]) -> str:
    if not found:
        return "no disagreement found"
    lines = []
    for number, one in enumerate(found, 1):
        lines.append(f"{number}. {one.kind}: {one.note}")
        lines += [f'   {p.source}: "{" ".join(p.quote.split())}"' for p in one.passages]
    return "\n".join(lines)


@click.command("compare")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(folder: Path, form: str) -> None:
    """List where the sources in DIR disagree, with one another or with themselves; no fact is needed.

    DIR is a dossier (its sources/ is read) or a folder of documents. Ends with 0 whatever is found, with 2 if a
    document cannot be read.
    """
    loaded = register.in_folder(folder)
    for fault in loaded.faults:
        click.echo(told(fault), err=True)
    if loaded.faults or not loaded.sources:
        if not loaded.sources:
            click.echo(f"error: there is no document in {folder}", err=True)
        raise SystemExit(2)
    others = [source for source in loaded.sources if not is_read(source)]
    for source in others:
        click.echo(f"{source.id}: language not read ({source.language})", err=True)
    found = compare(source for source in loaded.sources if source not in others)
    click.echo(_as_json(found) if form == "json" else _as_text(found))
