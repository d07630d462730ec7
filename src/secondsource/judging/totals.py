"""Figures that a passage does not print and yet states: a composition's sum, the rest, the share of a part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.quantity import Quantity
from secondsource.language import Passage, lexicon
from secondsource.values.count import Count
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.share import Share

BETWEEN = 8
"""Words that may stand between two parts of a whole ("41 witnesses for the prosecution and 23 for the defence")."""


def _exact(mention: Mention[Count]) -> bool:
    return mention.value.quantity.hedge is Hedge.EXACT and not mention.value.dimension


def _joined(passage: Passage, first: Mention[Count], second: Mention[Count]) -> bool:
    """Whether two counts stand side by side as parts: no verb between them, and an "and" or a comma."""
    between = [t for t in passage.tokens if first.core.end <= t.start and t.end <= second.core.start]
    return (
        len(between) <= BETWEEN
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
        for part in marks.count:
            if part.span.within(whole.span) and _exact(part) and part.value.unit:
                rate = part.value.quantity.stated / whole.value.quantity.stated
                yield Mention(
                    "share", Share(Quantity(rate, step=0.01), part.value.unit), whole.span, whole.core, "part of a sum"
                )


def derived(kind: str, passage: Passage, marks: Marks) -> tuple[Mention[Any], ...]:
    """What a passage entails of a kind by arithmetic alone."""
    if kind == "count":
        return tuple(sums(passage, marks))
    if kind == "share":
        return tuple(shares(passage, marks))
    return ()
