"""``secondsource ask``: one claim against documents, at once."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click
from tabulate import tabulate

from secondsource.aligning.statement import statements
from secondsource.facts import Fact
from secondsource.judging import Judgement, judge_all
from secondsource.judging.unjudged import NOTHING, checkable
from secondsource.sources import Source
from secondsource.sources.errors import SourceError
from secondsource.sources.readers import load_all


def _as_json(claim: str, sources: list[Source], judged: list[Judgement]) -> str:
    return json.dumps(
        {
            "claim": claim,
            "sources": [
                {
                    "id": s.id,
                    "published": s.published.isoformat() if s.published else None,
                    "verdict": j.verdict.value,
                    "reason": j.reason,
                    "evidence": [
                        {
                            "start": e.span.start,
                            "end": e.span.end,
                            "quote": e.quote,
                            "relation": e.bearing.value,
                            "reason": e.reason,
                            "answers": {r.question.name.lower(): r.answer.value for r in e.replies},
                        }
                        for e in j.evidence
                    ],
                }
                for s, j in zip(sources, judged, strict=True)
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def explain(judgement: Judgement) -> str:
    """The five answers behind each passage considered."""
    lines = []
    for e in judgement.evidence:
        lines.append(f'    {e.bearing.value}: "{" ".join(e.quote.split())}"')
        lines += [f"      {r.answer.value:<5} {r.question.value}: {r.reason}" for r in e.replies]
    return "\n".join(lines)


@click.command("ask")
@click.argument("claim")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day the claim speaks of, for relative dates.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--explain", "explained", is_flag=True, help="Show the five answers for each passage considered.")
def command(claim: str, files: tuple[Path, ...], as_of: datetime | None, as_json: bool, explained: bool) -> None:
    """Check CLAIM against FILES: what does each say of it?"""
    sources: list[Source] = []
    faults: list[str] = []
    for path in files:
        try:
            sources += load_all(path)
        except SourceError as error:
            faults.append(str(error))
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(2)
    fact = Fact("claim", claim, as_of=as_of.date() if as_of else None)
    if not checkable(statements(claim, fact.as_of)):
        click.echo(f"error: {NOTHING}", err=True)
        raise SystemExit(2)
    judged = judge_all([(fact, source) for source in sources])
    if as_json:
        click.echo(_as_json(claim, sources, judged))
        return
    rows = [(s.id, j.verdict.value, j.reason) for s, j in zip(sources, judged, strict=True)]
    if explained:
        for row, judgement in zip(rows, judged, strict=True):
            click.echo("  ".join(row))
            click.echo(explain(judgement))
        return
    click.echo(tabulate(rows, tablefmt="plain", maxcolwidths=[24, None, 80]))
