"""What two dates, or a term and its last day, make: "from 5 May to 7 June", "the year to March"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from secondsource.grammar.calendar import UNITS, Days, in_year, shifted
from secondsource.values.dating.moved import is_given_up
from secondsource.values.dating.words import compiled, number_range
from secondsource.values.when import Role, When


class Found(NamedTuple):
    """A time with its place in the passage's own text."""

    start: int
    core: int
    end: int
    when: When
    rule: str


_TO: Final = re.compile(r"\s{0,2}(?:[–—-]|\b(?:to|until|till|through)\b)\s{0,2}(?:the\s{1,2})?", re.I)
_AND: Final = re.compile(r"\s{0,2},?\s{0,2}(?:and|or)\s{1,2}(?:(?:on|in)\s{1,2})?", re.I)
_OPENER: Final = re.compile(r"\b(?P<word>between|from)\s{1,2}(?:the\s{1,2})?$", re.I)
_NEAR: Final = 16
"""How many characters may stand between the two."""


def joined(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Merge two dates that make one stretch, and lend the second's year to the first of "5 May and 7 June 2023"."""
    rest = list(found)
    for i, first in enumerate(rest):
        second = rest[i + 1] if i + 1 < len(rest) else None
        between = text[first.end : second.core] if second and second.core - first.end <= _NEAR else None
        if second is None or between is None:
            yield first
        elif stretch := _stretch(first, second, between, text):
            rest[i + 1] = stretch
        elif _AND.fullmatch(between) and not second.when.year_assumed and not second.when.resolved:
            yield first._replace(when=_borrow_year(first.when, second.when))
        else:
            yield first


_TERM: Final = compiled(
    r"(?:\b(?i:in|during|over|for)~)?\b(?i:the|this|its|their|our|a)~(?i:(?:full|financial|fiscal|whole|past|last|latest)~)?(?:{number}[\s-])?"
    r"(?P<unit>(?i:week|month|quarter|year))s?~(?i:to|ended|ending|up~to)~(?i:(?:the|on)~)?$"
)
_TERM_REACH: Final = 56
_LENGTHENING: Final = re.compile(
    r"\b(?:by|for|another|further|extra|extend\w*|extension|renew\w*|prolong\w*)\s{1,2}a\b", re.I
)


def term(found: Found, text: str) -> Found:
    """The whole of a term that is named by its last day: "the year to March", "the three months ended 30 June"."""
    base = max(0, found.core - _TERM_REACH)
    left = text[base : found.core]
    said = _TERM.search(left)
    if said is None or not found.when.anchored or _LENGTHENING.search(left):
        return found
    many, high = number_range(said["number"] or "one")
    if many != high:
        return found
    last = found.when.named.last
    first = shifted(shifted(last, relativedelta(days=1)), UNITS[said["unit"].lower()] * -many)
    days = Days(first, last)
    when = replace(found.when, named=days, role=Role.DURING, loose=None, weekday=None, hours="", year_assumed=False)
    return found._replace(start=base + said.start(), when=when, rule="term")


def _stretch(first: Found, second: Found, between: str, text: str) -> Found | None:
    """The one stretch that two dates and the words between them make, or None."""
    base = max(0, first.core - 80)
    left = text[base : first.core]
    opener = _OPENER.search(left)
    word = opener["word"].lower() if opener else ""
    if (_AND if word == "between" else _TO).fullmatch(between) is None or (
        word == "from" and is_given_up(text, first.core, first.end)
    ):
        return None  # "put back from 1 May to 1 June" names two days
    start = _borrow_year(first.when, second.when)
    if first.when.role not in (Role.ON, Role.FROM, Role.DURING, Role.FOR) or not (
        start.anchored and second.when.anchored
    ):
        return None
    if start.named.first > second.when.named.last:
        return None
    when = replace(
        second.when,
        named=start.named.joined(second.when.named),
        role=Role.DURING,
        edges=None if word == "between" else (start.named, second.when.named),
        weekday=None,
        mismatch=start.mismatch or second.when.mismatch,
        hours="",
        other=None,
    )
    return Found(base + opener.start() if opener else first.start, first.core, second.end, when, "stretch")


def _borrow_year(first: When, second: When) -> When:
    """ "5 May and 7 June 2023": the first has the year of the second, or the one before it."""
    if not first.year_assumed or not second.anchored:
        return first
    named = in_year(first.named, second.named.first.year)
    if named.first > second.named.last:
        named = in_year(first.named, second.named.first.year - 1)
    mismatch = first.weekday is not None and named.first.weekday() != first.weekday
    return replace(
        first,
        named=named,
        loose=None,
        anchored=True,
        resolved=second.resolved,
        year_assumed=second.year_assumed,
        mismatch=mismatch,
    )
