"""Figures that a passage does not print and yet states: a composition's sum, the rest, the share of a part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.quantity import Quantity
from secondsource.language import Passage, lexicon
from secondsource.values.count import Count
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.share import Share

JOINERS = frozenset({"and", ",", "&", "plus"})


def _exact(mention: Mention[Count]) -> bool:
    return mention.value.quantity.hedge is Hedge.EXACT and not mention.value.dimension and bool(mention.value.unit)


def _joined(passage: Passage, first: Mention[Count], second: Mention[Count]) -> bool:
    """Whether only an "and" or a comma stands between two counts ("120 men and 24 women")."""
    between = [t for t in passage.tokens if first.span.end <= t.start and t.end <= second.span.start]
    return (
        len(between) <= 3
        and any(t.lemma in JOINERS for t in between)
        and all(t.lemma in JOINERS or t.pos in ("NOUN", "ADJ", "DET", "PROPN") for t in between)
    )


@lru_cache(maxsize=10_000)
def _addable(a: str, b: str) -> bool:
    """Whether the two are parts of one kind of whole: people with people, like with like."""
    return a != b and (
        (lexicon.person_noun(a) and lexicon.person_noun(b)) or lexicon.kinship(a, b) >= 0.5 or lexicon.opposed(a, b)
    )


def sums(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """Parts named side by side, as their sum: "120 men and 24 women" says 144 people."""
    parts = [m for m in marks.count if _exact(m)]
    for i, first in enumerate(parts):
        run = [first]
        for second in parts[i + 1 :]:
            if not _joined(passage, run[-1], second) or not _addable(run[0].value.unit, second.value.unit):
                break
            run.append(second)
        if len(run) > 1:
            total = sum(m.value.quantity.stated for m in run)
            people = all(lexicon.person_noun(m.value.unit) for m in run)
            whole = Count(Quantity(total), "people" if people else run[-1].value.unit, ())
            yield Mention("count", whole, first.span.joined(run[-1].span), first.core.joined(run[-1].core), "sum")


def shares(passage: Passage, marks: Marks) -> Iterator[Mention[Share]]:
    """A part of a stated composition as a share of it: "158 men and 28 women" says that 15 % are women."""
    for whole in sums(passage, marks):
        for part in marks.count:
            if part.span.within(whole.span) and _exact(part):
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


__all__ = ["derived", "replace", "shares", "sums"]
