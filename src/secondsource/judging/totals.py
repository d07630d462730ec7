"""Figures that a passage does not print and yet states: a composition's sum, the rest, the share of a part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from secondsource.grammar import nearby
from secondsource.grammar.asides import runs
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.quantity import Quantity
from secondsource.language import Passage, Token, lexicon
from secondsource.sources import Span
from secondsource.values.count import Count
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.share import Share

BETWEEN = 8
"""Words that may stand between two parts of a whole ("41 witnesses for the prosecution and 23 for the defence")."""


def _exact(mention: Mention[Count]) -> bool:
    return mention.value.quantity.hedge is Hedge.EXACT and not mention.value.dimension


def _between(passage: Passage, start: int, end: int) -> list[Token]:
    """The words that stand wholly between two places of the source."""
    base = passage.span.start
    return [t for t in nearby.between(passage, start - base, end - base) if start <= t.start and t.end <= end]


def _is_whole(passage: Passage, mention: Mention[Count]) -> bool:
    """ "Of the 58, eleven are back": a figure that the next one is a part of."""
    ahead = [t.text.lower() for t in nearby.preceding(passage, mention.core.start - passage.span.start, 2)]
    return ahead[:1] == ["of"] and len(ahead) > 1 and ahead[1] in ("the", "its", "their", "these", "those", "all")


def _joined(passage: Passage, first: Mention[Count], second: Mention[Count]) -> bool:
    """Whether two counts stand side by side as parts: no verb between them, and an "and" or a comma."""
    between = _between(passage, first.core.end, second.core.start)
    return (
        len(between) <= BETWEEN
        and not _is_whole(passage, first)
        and any(t.lemma in ("and", ",", "&", "plus") for t in between)
        and not any(t.pos in ("VERB", "AUX", "SCONJ") or t.text in (";", ":", ".") for t in between)
    )


def sums(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """Parts named side by side, as their sum: "120 men and 24 women" says 144 people."""
    parts = [m for m in marks.count if _exact(m)]
    for i, first in enumerate(parts):
        total, last = first.value.quantity.stated, first
        for second in parts[i + 1 :]:
            if not _joined(passage, last, second):
                break
            total, last = total + second.value.quantity.stated, second
            people = all(lexicon.person_noun(m.value.unit) for m in (first, second) if m.value.unit)
            unit = first.value.unit if first.value.unit in ("", second.value.unit) or not second.value.unit else ""
            whole = Count(Quantity(total), "person" if people and not unit else unit)
            yield Mention("count", whole, first.span.joined(last.span), first.core.joined(last.core), "sum")


def shares(passage: Passage, marks: Marks) -> Iterator[Mention[Share]]:
    """A part of a stated composition as a share of it: "158 men and 28 women" says that 15 % are women."""
    for whole in sums(passage, marks):
        if not whole.value.quantity.stated:
            continue
        for part in marks.count:
            if part.core.within(whole.core) and _exact(part) and part.value.unit:
                rate = part.value.quantity.stated / whole.value.quantity.stated
                yield Mention(
                    "share", Share(Quantity(rate, step=0.01), part.value.unit), whole.span, whole.core, "part of a sum"
                )


LEFT = frozenset(["left", "remain", "survive", "stay", "keep", "leave", "stand"])
"""What is said of the part that is not taken away."""


def _parts_of(passage: Passage, marks: Marks) -> Iterator[tuple[Mention[Count], Mention[Count]]]:
    """A part and its whole that are both figures: "268 of its 310", "28 of 186"."""
    exact = [m for m in marks.count if _exact(m)]
    for part, whole in pairwise(exact):
        between = [t.lemma for t in _between(passage, part.core.end, whole.core.start)]
        if 0 < len(between) <= 3 and between[0] in OUT_OF and part.value.quantity.stated < whole.value.quantity.stated:
            yield part, whole


OUT_OF = frozenset(["of", "out"])


def rests(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """What is gone where the rest is stated: "until 268 of its 310 are left" says that 42 go."""
    for part, whole in _parts_of(passage, marks):
        behind = nearby.following(passage, whole.span.end - passage.span.start, 4)
        if any({t.lemma, t.text.lower()} & LEFT for t in behind):
            gone = Quantity(whole.value.quantity.stated - part.value.quantity.stated)
            value = Count(gone, whole.value.unit or part.value.unit)
            yield Mention("count", value, part.span.joined(whole.span), part.core.joined(whole.core), "sum")


def listed(passage: Passage) -> Iterator[Mention[Count]]:
    """Labels that are listed, as their number: "counts 1 to 5 and 7 to 10" are nine counts."""
    for start, end, noun, many in runs(passage.text):
        span = Span(start, end).moved(passage.span.start)
        yield Mention("count", Count(Quantity(many), noun), span, span, "sum")


def parts(passage: Passage, marks: Marks) -> Iterator[Mention[Share]]:
    """A part of a stated whole as a share of it: "28 of the 186 are women" says that 15 % are."""
    for part, whole in _parts_of(passage, marks):
        rate = part.value.quantity.stated / whole.value.quantity.stated
        behind = nearby.following(passage, whole.span.end - passage.span.start, 3)
        noun = next((t.lemma for t in behind if t.pos == "NOUN"), "") or part.value.unit or whole.value.unit
        yield Mention(
            "share",
            Share(Quantity(rate, step=0.01), noun),
            part.span.joined(whole.span),
            part.core.joined(whole.core),
            "part of a sum",
        )


def derived(kind: str, passage: Passage, marks: Marks) -> tuple[Mention[Any], ...]:
    """What a passage entails of a kind by arithmetic alone."""
    if kind == "count":
        return (*sums(passage, marks), *rests(passage, marks), *listed(passage))
    if kind == "share":
        return (*shares(passage, marks), *parts(passage, marks))
    return ()
