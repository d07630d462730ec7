"""Judgements kept between runs: an unchanged dossier starts neither the parser nor the engine.

A judgement is a pure function of what a fact and a source say and of the engine's own files, and is found by exactly
these. The engine is imported only where something must be judged anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple
from datetime import date
from functools import cache
from typing import Any, TypeVar

from secondsource.cache import Cache, fingerprint
from secondsource.facts.fact import Fact
from secondsource.grammar.possibilities import Interval
from secondsource.judging.stated import Stated, stated_in
from secondsource.judging.unjudged import Contents, contents_of
from secondsource.judging.verdict import Answer, Bearing, Evidence, Judgement, Question, Reply, Verdict
from secondsource.sources.document import Source
from secondsource.sources.span import Span

# Raise this when what is written to the cache changes its shape.
_SHAPE = 2

T = TypeVar("T")


def judge_all(requests: Sequence[tuple[Fact, Source]]) -> list[Judgement]:
    """The verdict on each fact by its source, in order: as kept from an earlier run, the rest in one batch."""

    def anew(places: Sequence[int]) -> list[Judgement]:
        from secondsource.judging.engine import judge_all as judged

        return judged([requests[i] for i in places])

    def unpacked(place: int, packed: Any) -> Judgement:
        return _judgement(*requests[place], packed)

    return _known([_about(fact, source) for fact, source in requests], anew, _packed, unpacked)


def judge(fact: Fact, source: Source) -> Judgement:
    """What one source says of one fact.

    >>> wire = Source("wire", "Kenya sent 143 police officers to Haiti on Thursday.")
    >>> judge(Fact("contingent", "Kenya sent 144 police officers to Haiti."), wire).verdict
    <Verdict.CONTRADICTS: 'contradicts'>
    """
    return judge_all([(fact, source)])[0]


def contents(claims: Sequence[tuple[str, date | None]]) -> list[Contents]:
    """What there is to check in each claim, read as of a day.

    >>> [found] = contents([("144 officers left on 6 February 2025.", None)])
    >>> found.checkable, sorted(found.kinds)
    (True, ['count', 'date'])
    """

    def anew(places: Sequence[int]) -> list[Contents]:
        return contents_of([claims[i] for i in places])

    def packed(found: Contents) -> Any:
        return [found.checkable, sorted(found.kinds), list(found.slips)]

    def unpacked(place: int, data: Any) -> Contents:
        checkable, kinds, slips = data
        return Contents(bool(checkable), frozenset(kinds), tuple(slips))

    return _known([["contents", claim, _iso(day)] for claim, day in claims], anew, packed, unpacked)


def stated(texts: Sequence[str], tolerance: float | None = None) -> list[tuple[Stated, ...]]:
    """The figures that each text states, with a fact's own tolerance if it has one.

    >>> [found] = stated(["144 officers"])
    >>> found[0].label, found[0].leaves
    ('144', Interval(low=144.0, high=144.0, low_open=False, high_open=False))
    """

    def anew(places: Sequence[int]) -> list[tuple[Stated, ...]]:
        return [stated_in(texts[i], tolerance) for i in places]

    def packed(found: tuple[Stated, ...]) -> Any:
        return [[one.sort, one.number, astuple(one.leaves), one.label, one.is_share] for one in found]

    def unpacked(place: int, data: Any) -> tuple[Stated, ...]:
        return tuple(Stated(sort, number, Interval(*leaves), *rest) for sort, number, leaves, *rest in data)

    return _known([["stated", text, tolerance] for text in texts], anew, packed, unpacked)


# --- what an answer is found by


def _about(fact: Fact, source: Source) -> list[Any]:
    """All that a judgement depends on: what is left out (an id, a note, what is expected) changes no verdict."""
    aliases = sorted((word, list(others)) for word, others in fact.aliases.items())
    asked = [fact.claim, fact.kind, aliases, fact.tolerance, _iso(fact.as_of)]
    return ["judgement", asked, [source.sha256, source.title, _iso(source.published), source.language]]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@cache
def _fingerprint() -> str:
    return fingerprint()


@cache
def _store() -> Cache | None:
    return Cache.of("judgements", str(_SHAPE))


# --- what an answer is kept as


def _known(
    questions: Sequence[list[Any]],
    anew: Callable[[Sequence[int]], Sequence[T]],
    packed: Callable[[T], Any],
    unpacked: Callable[[int, Any], T],
) -> list[T]:
    """The answer to each question: what was kept, and for the other places what is worked out anew and kept."""
    store = _store()
    if store is None:
        return list(anew(range(len(questions))))
    keys = [json.dumps([_fingerprint(), *question], ensure_ascii=True) for question in questions]
    kept = store.get(list(dict.fromkeys(keys)))
    found: dict[int, T] = {}
    for place, key in enumerate(keys):
        if key in kept:
            # An entry of another shape is as good as unknown.
            with suppress(ValueError, TypeError, AttributeError):
                found[place] = unpacked(place, json.loads(kept[key]))
    missing = [place for place in range(len(keys)) if place not in found]
    if missing:
        fresh = dict(zip(missing, anew(missing), strict=True))
        store.put({keys[i]: json.dumps(packed(f), ensure_ascii=True, separators=(",", ":")) for i, f in fresh.items()})
        found |= fresh
    return [found[place] for place in range(len(keys))]


def _packed(judgement: Judgement) -> Any:
    """A judgement without what is known anyway: whose it is, and the words that stand at its places."""
    return [judgement.verdict, judgement.reason, [_packed_evidence(evidence) for evidence in judgement.evidence]]


def _packed_evidence(evidence: Evidence) -> Any:
    return [
        [evidence.span.start, evidence.span.end],
        evidence.bearing,
        evidence.reason,
        [[mark.start, mark.end] for mark in evidence.marks],
        evidence.value,
        [[reply.question, reply.answer, reply.reason] for reply in evidence.replies],
        evidence.speaker,
    ]


def _judgement(fact: Fact, source: Source, packed: Any) -> Judgement:
    verdict, reason, evidence = packed
    return Judgement(fact.id, source.id, Verdict(verdict), reason, tuple(_evidence(source, each) for each in evidence))


def _evidence(source: Source, packed: Any) -> Evidence:
    span, bearing, reason, marks, value, replies, speaker = packed
    place = _span(source, span)
    return Evidence(
        source.id,
        place,
        place.of(source.text),
        Bearing(bearing),
        reason,
        tuple(_span(source, mark) for mark in marks),
        value,
        tuple(Reply(Question(question), Answer(answer), why) for question, answer, why in replies),
        speaker,
    )


def _span(source: Source, packed: Any) -> Span:
    start, end = packed
    if not 0 <= start <= end <= len(source.text):
        raise ValueError(f"{start} to {end} is no place in {source.id}")
    return Span(start, end)
