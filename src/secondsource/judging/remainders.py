"""Figures that follow from two others of a passage: what is left out of all, and how far something rose or fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.quantity import Quantity
from secondsource.judging.changes import MOVES
from secondsource.language import Passage
from secondsource.values.count import Count
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention

_ALL_BUT = re.compile(
    r"\b(?:all|everyone|everybody|every\sone)\s(?:but|except|bar|save|apart\sfrom)\s(?:for\s)?(?:the\s)?$",
    re.IGNORECASE,
)


def is_left_out(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a figure is of those of whom something is not so: "all but four of the 45 houses were saved".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values import count
    >>> [passage] = read(Source("a", "All but four of the 45 houses were saved.")).passages
    >>> [(m.value.quantity.stated, is_left_out(passage, m)) for m in count.find(passage)]
    [(4.0, True), (45.0, False)]
    """
    at = mention.span.start - passage.span.start
    return bool(_ALL_BUT.search(passage.text, max(0, at - 40), at))


_THAN = re.compile(r"\s(?:fewer|more|less|higher|lower)\s(?:[^\W\d]{1,15}\s){0,2}than\b", re.IGNORECASE)


def is_difference(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a figure says by how much there are more, or fewer, than at another time or of another thing.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values import count
    >>> [passage] = read(Source("a", "It sold 40,000 tickets, 5,000 fewer than in 2023.")).passages
    >>> [is_difference(passage, m) for m in count.find(passage)]
    [False, True]
    """
    ends = (mention.span.end - passage.span.start, mention.core.end - passage.span.start)
    return any(_THAN.match(passage.text, end) for end in ends)


def all_but(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """Of how many something is so where it is so of all but so many: 41 of 45 houses.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "All but four of the 45 houses were saved."))
    >>> [m.value.quantity.stated for m in all_but(told.passages[0], mark(told)[0])]
    [41.0]
    """
    exact = [m for m in marks.count if m.value.quantity.hedge is Hedge.EXACT and not m.value.dimension]
    for left in exact:
        if not is_left_out(passage, left):
            continue
        wholes = [m for m in exact if m is not left and m.value.quantity.stated > left.value.quantity.stated]
        wholes = [m for m in wholes if not left.value.unit or left.value.unit == m.value.unit]
        if wholes:
            whole = min(wholes, key=lambda m: abs(m.core.start - left.core.start))
            yield _of_two(whole, left, whole.value.quantity.stated - left.value.quantity.stated)


_TO = re.compile(r"[^.;:\d]{0,30}?\bto\s(?:(?:an?|the|only|just|some|about|around)\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:(?:an?|the|some|about|around|its|previous|current|original)\s){0,3}$", re.IGNORECASE)
FAR = 60


def differences(passage: Passage, found: tuple[Mention[Any], ...]) -> Iterator[Mention[Any]]:
    """By how much something rose or fell that went from one figure to another: "reduced from 131 to 108".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "The number of branches will fall from 131 to 108."))
    >>> [m.value.quantity.stated for m in differences(told.passages[0], mark(told)[0].count)]
    [23.0]
    """
    exact = [m for m in found if m.value.quantity.hedge is Hedge.EXACT]
    if len(exact) < 2 or not any(t.lemma in MOVES for t in passage.tokens):
        return
    for then, now in pairwise(exact):
        if _went(passage, then, now) and _of_one_sort(then.value, now.value):
            more = abs(now.value.quantity.stated - then.value.quantity.stated)
            if more:
                # What it went to is of today; what it went from is not.
                yield replace(_of_two(now if getattr(now.value, "unit", "") else then, then, more), core=now.core)


def _went(passage: Passage, then: Mention[Any], now: Mention[Any]) -> bool:
    """Whether a passage says "from" before one figure and "to" before the next."""
    base = passage.span.start
    at, end, to = then.span.start - base, then.span.end - base, now.span.start - base
    if to - end > FAR or not _TO.fullmatch(passage.text, end, to):
        return False
    return bool(_FROM.search(passage.text, max(0, at - FAR), at))


def _of_one_sort(one: Any, other: Any) -> bool:
    if isinstance(one, Count) and isinstance(other, Count):
        alike = not one.unit or not other.unit or one.unit == other.unit
        return alike and one.dimension == other.dimension != "duration"
    return bool(one.currency == other.currency and one.per == other.per)


def _of_two(like: Mention[Any], other: Mention[Any], stated: float) -> Mention[Any]:
    """A figure that two others entail, of what the one counts."""
    step = max(like.value.quantity.step, other.value.quantity.step)
    value = replace(like.value, quantity=Quantity(round(stated, 9), step))
    return Mention(like.kind, value, like.span.joined(other.span), like.core.joined(other.core), "sum")
