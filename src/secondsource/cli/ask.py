"""``secondsource ask``: one claim against documents, at once."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from secondsource.aligning.statement import statements
from secondsource.cli.days import day
from secondsource.facts import Fact
from secondsource.judging import Evidence, Judgement, judge_all
from secondsource.judging.unjudged import NOTHING, checkable
from secondsource.reporting.codes import told
from secondsource.reporting.document import Document
from secondsource.reporting.words import in_sum, say
from secondsource.sources import Source, register
from secondsource.sources.errors import Fault, SourceError
from secondsource.steps.failure import telling


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


WIDTH = 80


def _told(source: Source, judgement: Judgement, width: int, explained: bool) -> Iterator[str]:
    """The verdict and why; below it the passage, the words in it that decide, and where it stands."""
    yield from _filled(f"{source.id:<{width}}  {judgement.verdict:<12}  {judgement.reason}", "", "    ")
    for evidence in judgement.evidence if explained else telling(judgement):
        yield from _filled(f"“{' '.join(evidence.quote.split())}”", "    ", "     ")
        words = dict.fromkeys(" ".join(mark.of(source.text).split()) for mark in evidence.marks)
        decides = [f"{evidence.bearing} by {', '.join(f'“{each}”' for each in words)}"] if words else []
        yield from _filled("; ".join([*decides, _place(source, evidence)]), "    ", "    ")
        if explained:
            for reply in evidence.replies:
                yield from _filled(f"{say(reply.question)} {say(reply.answer)}: {reply.reason}", "      ", "        ")
            if told_in_sum := in_sum(evidence):
                yield from _filled(told_in_sum, "      ", "        ")


def _place(source: Source, evidence: Evidence) -> str:
    line = Document.of(source).line_of(evidence.span.start)
    page = source.provenance.page_of(evidence.span.start)
    told = [source.outlet, str(source.path or source.id) + (f":{line}" if line else "")]
    told += [f"page {page}"] if page else []
    return ", ".join(filter(None, [*told, source.published.isoformat() if source.published else "no date"]))


def _filled(text: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False, break_long_words=False
    )


@click.command("ask")
@click.argument("claim")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", type=day, metavar="YYYY-MM-DD", help="The day the claim speaks of, for relative dates.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--explain", "explained", is_flag=True, help="Show the five answers for each passage considered.")
def command(claim: str, files: tuple[Path, ...], as_of: date | None, as_json: bool, explained: bool) -> None:
    """Check CLAIM against FILES (or folders of them): what does each say of it?"""
    sources: list[Source] = []
    faults: list[Fault] = []
    for path in files:
        # Of a dossier's folder its documents are meant, and not what else lies in it.
        folder = path / register.FOLDER if (path / register.FOLDER).is_dir() else path
        for file in register.files(folder, faults) if path.is_dir() else [path]:
            try:
                read = register.of_file(file)
            except SourceError as error:
                faults.append(error.fault)
            else:
                sources += read.sources
                faults += read.faults
    for fault in dict.fromkeys(faults):
        click.echo(told(fault), err=True)
    if not sources and not faults:
        click.echo(f"error: there is no document in {', '.join(map(str, files))}", err=True)
    if faults or not sources:
        raise SystemExit(2)
    fact = Fact("claim", claim, as_of=as_of)
    if not checkable(statements(claim, fact.as_of)):
        click.echo(f"error: {NOTHING}", err=True)
        raise SystemExit(2)
    judged = judge_all([(fact, source) for source in sources])
    if as_json:
        click.echo(_as_json(claim, sources, judged))
        return
    width = min(24, max(len(source.id) for source in sources))
    for source, judgement in zip(sources, judged, strict=True):
        for line in _told(source, judgement, width, explained):
            click.echo(line)
