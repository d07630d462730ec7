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
from secondsource.judging.unjudged import checkable
from secondsource.reporting.codes import told
from secondsource.reporting.deciding import in_telling_words, is_whole
from secondsource.reporting.document import Document
from secondsource.reporting.words import answered, why
from secondsource.sources import Source, Span, register
from secondsource.sources.errors import Fault, SourceError
from secondsource.steps.failure import telling
from secondsource.steps.stating import NO_STATEMENT, NO_VERB, STATE, unstated


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
                            "marks": [{"start": mark.start, "end": mark.end} for mark in e.marks],
                            "answers": {r.question.name.lower(): r.answer.value for r in e.replies},
                            "why": {r.question.name.lower(): r.reason for r in e.replies},
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


def _told(source: Source, judgement: Judgement, width: int) -> Iterator[str]:
    """The verdict and why; below it the passage, the words in it that decide, and where it stands."""
    yield _head(source, judgement, width)
    for evidence in telling(judgement):
        yield _filled(f"“{' '.join(evidence.quote.split())}”", "    ", "     ")
        yield _filled(f"{_decides(source, evidence)}; {_place(source, evidence)}", "    ", "    ")


def _explained(source: Source, judgement: Judgement, width: int) -> Iterator[str]:
    """The verdict and how it comes about; below it each passage that was considered, once, with the five answers."""
    yield _head(source, judgement, width)
    yield _filled(f"why: {why(judgement)}", "    ", "    ")
    by_passage: dict[Span, list[Evidence]] = {}
    for evidence in judgement.evidence:
        by_passage.setdefault(evidence.span, []).append(evidence)
    for number, weighed in enumerate(by_passage.values(), start=1):
        yield _filled(f"{number}. “{' '.join(weighed[0].quote.split())}”", "    ", "        ")
        yield _filled(_place(source, weighed[0]), "       ", "       ")
        for lines in dict.fromkeys((_decides(source, one), answered(one)) for one in weighed):
            for line in filter(None, lines):
                yield _filled(line, "       ", "         ")


def _head(source: Source, judgement: Judgement, width: int) -> str:
    return _filled(f"{source.id:<{width}}  {judgement.verdict:<12}  {judgement.reason}", "", "    ")


def _decides(source: Source, evidence: Evidence) -> str:
    """What the passage does to the claim, and by which of its words."""
    if is_whole(evidence) or not evidence.marks:
        return f"{evidence.bearing} as a whole"
    words = dict.fromkeys(" ".join(mark.of(source.text).split()) for mark in evidence.marks)
    return f"{evidence.bearing} by {', '.join(f'“{each}”' for each in words)}"


def _place(source: Source, evidence: Evidence) -> str:
    line = Document.of(source).line_of(evidence.span.start)
    page = source.provenance.page_of(evidence.span.start)
    told = [source.outlet, str(source.path or source.id) + (f":{line}" if line else "")]
    told += [f"page {page}"] if page else []
    return ", ".join(filter(None, [*told, source.published.isoformat() if source.published else "no date"]))


def _filled(text: str, first: str, then: str) -> str:
    return textwrap.fill(
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
    _check(claim, fact.as_of)
    judged = list(map(in_telling_words, judge_all([(fact, source) for source in sources])))
    if as_json:
        click.echo(_as_json(claim, sources, judged))
        return
    width = min(24, max(len(source.id) for source in sources))
    tell = _explained if explained else _told
    for source, judgement in zip(sources, judged, strict=True):
        for line in tell(source, judgement, width):
            click.echo(line)


def _check(claim: str, as_of: date | None) -> None:
    """End here if the claim states nothing; say so if it is no whole sentence."""
    read = () if unstated(claim) else statements(claim, as_of)
    nothing = unstated(claim) or ("" if checkable(read) else NO_STATEMENT)
    if nothing:
        click.echo(f"error: {nothing}\n    {STATE}", err=True)
        raise SystemExit(2)
    if not any(token.pos in ("VERB", "AUX") for sentence in read for token in sentence.passage.tokens):
        click.echo(f"note: {NO_VERB}\n    {STATE}", err=True)
