"""The phrases that name a time: one row each, in :data:`PHRASES`.

A row has a name, what a text must have in it for the row to be tried at all, a pattern, a function that reads the
match, and a guard that can refuse it. What stands around a phrase ("by", "early", "the end of", "the night of") is
read once for all phrases, in :mod:`secondsource.values.date`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Final

from dateutil.relativedelta import relativedelta

from secondsource.grammar.calendar import (
    ALWAYS,
    MONTHS,
    ORDINALS,
    SLACK_DAYS,
    SMALL_NUMBERS,
    UNIT_AROUND,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
    Days,
    day_of,
    decade,
    edge_band,
    half,
    month,
    part_of,
    quarter,
    season,
    shifted,
    stretched,
    week,
    weekday_after,
    weekday_before,
    year_of,
)
from secondsource.language.tokens import Passage
from secondsource.values.when import Grain, When

NOMINAL_YEAR: Final = 2000
"""Holds a day whose year nothing tells: a leap year, so that 29 February exists."""
WRONG_WAY: Final = 330
"""How many days nearer the other side of the publication date must be to win against the tense of the verb."""
FAR: Final = 100
"""Beyond so many days from publication a weekday helps to choose the year; within them it is the writer's slip."""


class Direction(Enum):
    """Where the verb looks from the day of publication."""

    PAST = -1
    OPEN = 0
    FUTURE = 1
    PRESENT = 2
    """ "The court rules on Friday": ahead for a weekday, open for anything longer."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against."""

    passage: Passage
    published: date | None
    direction: Direction = Direction.OPEN
    antecedent: When | None = None
    """The time last named: what "the following year" follows."""

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.passage.text


Read = Callable[[re.Match[str], Context], When | tuple[tuple[str, When], ...]]
"""One time, or several with the group of the pattern that each stands in."""


def _always(match: re.Match[str], passage: Passage) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to name a time."""

    name: str
    needs: str
    pattern: re.Pattern[str]
    read: Read
    guard: Callable[[re.Match[str], Passage], bool] = field(default=_always)


# --- words of the patterns -------------------------------------------------------------------------------------------

S: Final = r"\s{1,2}"
_COMMA: Final = r"(?:\s?,\s{0,2}|\s{1,2})"
_FULL_MONTH: Final = (
    r"(?:(?i:january|february|april|june|july|september|october|november|december)|March|MARCH|May|MAY|August|AUGUST)\b"
)
_SHORT_MONTH: Final = r"(?:(?i:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-zA-Z])\.?)"
_MONTH: Final = rf"(?:{_FULL_MONTH}|{_SHORT_MONTH})"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY_START: Final = r"(?<![\d$€£#])(?<!\d[.,:/–-])"
_TH: Final = r"(?:st|nd|rd|th)?"
_DAY_END: Final = r"(?!\w|%|[.,:]\d)"
_YEAR: Final = r"(?:1\d{3}|20\d\d)(?!\d|[.,:]\d|/\d)"
_FULL_WEEKDAY: Final = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_WEEKDAY: Final = rf"(?:{_FULL_WEEKDAY}\b|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
_REL_YEAR: Final = r"(?:last|this|next)\syear\b"
_NUMBER: Final = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|(?:a|one)\shundred|a\scouple\sof|a\sfew|several|some)"
)
_UNIT: Final = r"(?:day|night|week|fortnight|month|quarter|year|decade)"
_ORDINAL: Final = r"(?:first|second|third|fourth|last|final)"
_SEASON: Final = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_PART_AFTER: Final = r"(?:morning|afternoon|evening|night|lunchtime)"
_RANGE: Final = r"(?:\s?[–—-]\s?|\s(?:to|through|until|till)\s)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _weekday_number(word: str | None) -> int | None:
    return WEEKDAYS[word.lower().rstrip(".")] if word else None


def number_range(word: str) -> tuple[int, int]:
    """The least and the most that a small number word may mean.

    >>> number_range("nine"), number_range("a couple of")
    ((9, 9), (2, 3))
    """
    word = " ".join(word.lower().split())
    if word in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[word]
    value = int(word) if word.isdecimal() else SMALL_NUMBERS[word]
    return value, value


def _unresolved(grain: Grain, weekday: int | None = None, hours: str = "") -> When:
    return When(ALWAYS, grain, weekday=weekday, hours=hours, anchored=False)


# --- which year ------------------------------------------------------------------------------------------------------


def _nearest(options: Sequence[Days], context: Context, pivot: date) -> Days:
    """The one that the publication date and the tense make likely."""

    def cost(days: Days) -> int:
        against = (context.direction is Direction.PAST and days.first > pivot) or (
            context.direction is Direction.FUTURE and days.last < pivot
        )
        return days.distance(pivot) + (WRONG_WAY if against else 0)

    return min(options, key=cost)


def _pivot(context: Context) -> tuple[date | None, Context]:
    """The day from which a missing year is sought: a dated neighbour in another year, else the publication."""
    near, published = context.antecedent, context.published
    if near and near.anchored and not near.resolved and not near.year_assumed:
        same = published and abs(near.named.first.year - published.year) <= 1
        if not same:
            middle = near.named.first + (near.named.last - near.named.first) / 2
            return middle, replace(context, direction=Direction.OPEN)
    return published, context


def place_in_year(
    make: Callable[[int], Days | None], grain: Grain, context: Context, weekday: int | None = None
) -> When:
    """Days whose year the words leave out, in the year that fits best."""
    pivot, context = _pivot(context)
    if pivot is None:
        days = make(NOMINAL_YEAR)
        if days is None:
            return _unresolved(grain, weekday)
        return When(days, grain, weekday=weekday, year_assumed=True, anchored=False)
    options = [days for y in (-1, 0, 1) if 1 < pivot.year + y < 9999 and (days := make(pivot.year + y)) is not None]
    if not options:  # 29 February with no leap year near
        return _unresolved(grain, weekday)
    best = _nearest(options, context, pivot)
    if weekday is not None and best.first.weekday() != weekday and best.distance(pivot) > FAR:
        fitting = [days for days in options if days.first.weekday() == weekday]
        best = _nearest(fitting, context, pivot) if fitting else best
    mismatch = weekday is not None and best.first.weekday() != weekday
    return When(best, grain, resolved=True, weekday=weekday, mismatch=mismatch, year_assumed=True)


def _said_year(match: re.Match[str], context: Context) -> int | None:
    """The year that a match gives in figures or as "last year"; None where it gives none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("relyear") and context.published:
        return context.published.year + _STEP[groups["relyear"].split()[0].lower()]
    return None


_STEP: Final = {
    "the": 0,
    "last": -1, "previous": -1, "preceding": -1, "past": -1, "this": 0, "same": 0, "that": 0, "current": 0,
    "next": 1, "following": 1, "coming": 1,
}  # fmt: skip


def _dated(make: Callable[[int], Days | None], grain: Grain, match: re.Match[str], context: Context) -> When:
    year = _said_year(match, context)
    if year is None:
        return place_in_year(make, grain, context, _weekday_number(match.groupdict().get("weekday")))
    days = make(year)
    weekday = _weekday_number(match.groupdict().get("weekday"))
    if days is None:
        return _unresolved(grain, weekday)
    return When(
        days,
        grain,
        weekday=weekday,
        mismatch=weekday is not None and days.first.weekday() != weekday,
        resolved=bool(match.groupdict().get("relyear")),
    )


def _single(number: int, day: int) -> Callable[[int], Days | None]:
    def make(year: int) -> Days | None:
        found = day_of(year, number, day)
        return Days.on(found) if found else None

    return make


# --- days ------------------------------------------------------------------------------------------------------------


def _read_day(match: re.Match[str], context: Context) -> When:
    return _dated(_single(_month_number(match["month"]), int(match["day"])), Grain.DAY, match, context)


def _read_iso(match: re.Match[str], context: Context) -> When:
    return _dated(_single(int(match["month"]), int(match["day"])), Grain.DAY, match, context)


def _read_numeric(match: re.Match[str], context: Context) -> When:
    """Day first where only that fits or the dots say so; else both readings, unless the text shows its style."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    if match["sep"] == ".":
        month_first = None
    if day_first and month_first and day_first != month_first:
        style = _slash_style(context.text)
        day_first, month_first = {"day": (day_first, None), "month": (None, month_first)}.get(
            style, (day_first, month_first)
        )
    first = day_first or month_first
    if first is None:
        return _unresolved(Grain.DAY)
    second = month_first if day_first and month_first != first else None
    return When(Days.on(first), other=Days.on(second) if second else None)


_SLASHED: Final = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2\d{4}(?!\d)")


def _slash_style(text: str) -> str:
    """ "day" or "month" where another date of the text can only be read one way."""
    for a, _, b in _SLASHED.findall(text):
        if int(a) > 12:
            return "day"
        if int(b) > 12:
            return "month"
    return ""


def _read_two_days(match: re.Match[str], context: Context) -> tuple[tuple[str, When], ...]:
    number = _month_number(match["month"])
    return tuple(
        (group, _dated(_single(number, int(match[group])), Grain.DAY, match, context)) for group in ("first", "second")
    )


def _read_day_range(match: re.Match[str], context: Context) -> When:
    (_, first), (_, second) = _read_two_days(match, context)
    if not first.named.first <= second.named.last:
        return second
    return replace(second, named=first.named.joined(second.named), weekday=None, mismatch=False)


def _read_weekday_day(match: re.Match[str], context: Context) -> When:
    """ "Thursday 8": the nearest month whose 8th is a Thursday, else the nearest 8th."""
    return _read_day_of_month(match, context, _weekday_number(match["weekday"]))


def _read_day_of_month(match: re.Match[str], context: Context, weekday: int | None = None) -> When:
    day, pivot = int(match["day"]), context.published
    if pivot is None:
        return _unresolved(Grain.DAY, weekday)
    said = match.groupdict().get("relmonth")
    steps = (_STEP[said.lower()],) if said else (-2, -1, 0, 1, 2)
    starts = [shifted(pivot.replace(day=1), relativedelta(months=step)) for step in steps]
    options = [Days.on(found) for first in starts if (found := day_of(first.year, first.month, day))]
    fitting = [days for days in options if weekday is None or days.first.weekday() == weekday]
    if not options:
        return _unresolved(Grain.DAY, weekday)
    best = _nearest(fitting or options, context, pivot)
    return When(best, resolved=True, weekday=weekday, mismatch=weekday is not None and not fitting)


def _read_day_word(match: re.Match[str], context: Context) -> When:
    word, hours = match["word"].lower(), (match["hours"] or "").lower()
    if context.published is None:
        return _unresolved(Grain.DAY, hours=hours)
    step, part = _DAY_WORDS[" ".join(word.split())]
    return When(
        Days.on(shifted(context.published, relativedelta(days=step))),
        Grain.TIME_OF_DAY if part or hours else Grain.DAY,
        resolved=True,
        hours=part or hours,
    )


_DAY_WORDS: Final = {
    "the day before yesterday": (-2, ""), "yesterday": (-1, ""), "last night": (-1, "night"), "last evening": (-1, "evening"),
    "today": (0, ""), "tonight": (0, "night"), "this morning": (0, "morning"), "this afternoon": (0, "afternoon"),
    "this evening": (0, "evening"), "earlier today": (0, ""), "later today": (0, ""), "tomorrow": (1, ""),
    "the day after tomorrow": (2, ""),
}  # fmt: skip


# --- weekdays --------------------------------------------------------------------------------------------------------


def _read_weekday(match: re.Match[str], context: Context) -> When:
    number = WEEKDAYS[match["weekday"].lower()]
    hours = (match["hours"] or "").lower()
    grain = Grain.TIME_OF_DAY if hours else Grain.WEEKDAY
    published = context.published
    before = (match["rel"] or "").lower()
    week_said = (match["week"] or "").lower()
    if match["event"] is not None or published is None:
        return _unresolved(grain, number, hours)
    found, other = _which_weekday(number, before, week_said, published, context)
    return When(
        Days.on(found), grain, other=Days.on(other) if other else None, resolved=True, weekday=number, hours=hours
    )


def _which_weekday(
    number: int, before: str, week_said: str, published: date, context: Context
) -> tuple[date, date | None]:
    """The day, and a second one where editors would not agree."""
    day, days7 = relativedelta(days=1), relativedelta(days=7)
    step = _STEP.get(week_said.split()[0] if week_said else "")
    if step is not None:
        monday = shifted(week(published).first, relativedelta(days=7 * step))
        return weekday_after(monday, number), None
    if week_said or before in ("a week on", "a week from"):
        return shifted(weekday_after(shifted(published, day), number), days7), None
    previous, coming = weekday_before(shifted(published, -day), number), weekday_after(shifted(published, day), number)
    if before == "a week last":
        return shifted(previous, -days7), None
    if before in ("last", "past", "the past", "the last"):
        same_week = week(previous) == week(published)
        return previous, shifted(previous, -days7) if same_week else None
    if before in ("the following", "the next") and context.antecedent and context.antecedent.anchored:
        return weekday_after(shifted(context.antecedent.named.last, day), number), None
    if before == "the previous" and context.antecedent and context.antecedent.anchored:
        return weekday_before(shifted(context.antecedent.named.first, -day), number), None
    if before in ("next", "the next", "the following"):
        same_week = week(coming) == week(published)
        return (shifted(coming, days7), coming) if same_week else (coming, None)
    if before in ("coming", "this coming", "the coming"):
        return coming, None
    if context.direction in (Direction.FUTURE, Direction.PRESENT):
        return weekday_after(published, number), None
    return weekday_before(published, number), None


# --- months, quarters, seasons, years --------------------------------------------------------------------------------


def _read_month(match: re.Match[str], context: Context) -> When:
    number = _month_number(match["month"])
    rel = (match.groupdict().get("rel") or "").lower()
    published = context.published
    if rel and rel != "this" and published:
        options = [month(published.year + y, number) for y in (-1, 0, 1)]
        if rel == "last":
            return When([d for d in options if d.last < published][-1], Grain.MONTH, resolved=True)
        return When(next(d for d in options if d.first > published), Grain.MONTH, resolved=True)
    return _dated(lambda y: month(y, number), Grain.MONTH, match, context)


def _read_quarter(match: re.Match[str], context: Context) -> When:
    word = match["number"] or match["word"]
    number = int(word) if word.isdigit() else ORDINALS.get(word.lower(), 4)
    return _dated(lambda y: quarter(y, number), Grain.QUARTER, match, context)


def _read_half(match: re.Match[str], context: Context) -> When:
    word = match["number"] or match["word"]
    number = int(word) if word.isdigit() else ORDINALS[word.lower()]
    return _dated(lambda y: half(y, number), Grain.HALF, match, context)


def _read_season(match: re.Match[str], context: Context) -> When:
    name, rel, published = match["season"].lower(), (match["rel"] or "").lower().split(), context.published
    if rel and published and rel[-1] in ("last", "next", "coming", "past"):
        options = [season(published.year + y, name) for y in (-2, -1, 0, 1)]
        if rel[-1] in ("last", "past"):
            return When([d for d in options if d.last < published][-1], Grain.SEASON, resolved=True)
        return When(next(d for d in options if d.first > published), Grain.SEASON, resolved=True)
    return _dated(lambda y: season(y, name), Grain.SEASON, match, context)


def _read_year(match: re.Match[str], context: Context) -> When:
    return When(year_of(int(match["year"])), Grain.YEAR)


def _read_fiscal_year(match: re.Match[str], context: Context) -> When:
    """A company's year may run half a year apart from the calendar's."""
    days = year_of(int(match["year"]))
    return When(days, Grain.YEAR, loose=stretched(days, 184))


def _read_year_range(match: re.Match[str], context: Context) -> When:
    first, last = int(match["year"]), match["last"]
    second = int(match["year"][: 4 - len(last)] + last)
    return When(year_of(first).joined(year_of(max(first, second))), Grain.YEAR)


def _read_decade(match: re.Match[str], context: Context) -> When:
    return When(decade(int(match["year"])), Grain.DECADE)


# --- relative to the day of publication, or to the time last named ---------------------------------------------------

_UNIT_GRAIN: Final = {
    "day": Grain.DAY, "weekend": Grain.WEEK, "week": Grain.WEEK, "fortnight": Grain.WEEK, "month": Grain.MONTH,
    "quarter": Grain.QUARTER, "year": Grain.YEAR, "decade": Grain.DECADE, "night": Grain.DAY,
}  # fmt: skip


def _read_this_unit(match: re.Match[str], context: Context) -> When:
    """ "last week", "this year", "later this month", "the following year", "that day"."""
    unit, rel = match["unit"].lower(), match["rel"].lower().split()[-1]
    follows = rel in ("following", "same", "that", "previous", "preceding") or (unit == "day" and rel == "next")
    antecedent = context.antecedent if context.antecedent and context.antecedent.anchored else None
    if follows and antecedent:
        start = antecedent.named.first if _STEP[rel] < 0 else antecedent.named.last
    elif context.published and not (follows and (unit == "day" or rel in ("same", "that", "following"))):
        start = context.published
    else:
        return _unresolved(_UNIT_GRAIN[unit])
    around = UNIT_AROUND[unit]
    step = _STEP[rel]
    days = around(shifted(start, _times("week" if unit == "weekend" else unit, step)))
    if unit == "weekend" and rel in ("last", "past") and start.weekday() < 5:
        days = around(shifted(start, _times("week", -1)))
    half_said = (match.groupdict().get("half") or "").lower()
    if half_said == "earlier" and days.first <= start:
        days = Days(days.first, start)
    elif half_said == "later" and start <= days.last:
        days = Days(start, days.last)
    loose = None
    if unit == "week" and step == -1 and start.weekday() == 6:
        loose = Days(days.first, shifted(start, _times("day", -1)))  # on a Sunday "last week" may be the one that ends
    return When(days, _UNIT_GRAIN[unit], resolved=True, loose=loose)


def _times(unit: str, count: int) -> relativedelta:
    return UNITS[unit] * count


def _read_ago(match: re.Match[str], context: Context) -> When:
    """ "two weeks ago", "a week ago today"."""
    return _offset(match, context.published, -1, exact=bool(match["today"]))


def _read_in_future(match: re.Match[str], context: Context) -> When:
    return _offset(match, context.published, 1, exact=False)


def _read_later(match: re.Match[str], context: Context) -> When:
    """ "two days later", "a year earlier": from the time last named; a month and more also from the publication."""
    unit, word = match["unit"].lower(), match["way"].lower()
    grain = _UNIT_GRAIN[unit]
    way = -1 if word in ("earlier", "before") else 1
    low, high = number_range(match["number"]) if match["number"] else (1, 1)
    if match["event"] is not None or low != high:
        return _unresolved(grain)
    by, near = _times(unit, way * low), context.antecedent
    coarse = grain not in (Grain.DAY, Grain.WEEK)
    if near is None or not near.anchored or (coarse and way < 0 and not _is_over(near, context.published)):
        if coarse and way < 0 and context.published:
            return When(UNIT_AROUND[unit](shifted(context.published, by)), grain, resolved=True)
        return _unresolved(grain)
    named = Days(shifted(near.named.first, by), shifted(near.named.last, by))
    if near.named.first == near.named.last and coarse:
        return When(named, Grain.APPROX, resolved=True, loose=stretched(named, SLACK_DAYS[unit]))
    return When(named, near.grain, resolved=True)


def _is_over(when: When, published: date | None) -> bool:
    """Whether "a year earlier" can follow it: "by 2026" and "next May" are no starting points for a figure."""
    return not when.open_start and (published is None or when.named.first <= published)


def _offset(match: re.Match[str], start: date | None, way: int, exact: bool) -> When:
    unit = match["unit"].lower()
    if start is None:
        return _unresolved(_UNIT_GRAIN[unit])
    low, high = number_range(match["number"])
    ends = sorted(shifted(start, _times(unit, way * n)) for n in (low, high))
    named = Days(ends[0], ends[-1])
    slack = 0 if exact else SLACK_DAYS[unit] if low else 0
    grain = Grain.DAY if exact or unit == "day" else Grain.APPROX
    return When(named, grain, resolved=True, loose=stretched(named, slack) if slack else None)


def _read_span(match: re.Match[str], context: Context) -> When:
    """ "the past nine years", "in the coming weeks", "in recent days"."""
    unit = match["unit"].lower()
    if context.published is None:
        return _unresolved(_UNIT_GRAIN[unit])
    low, high = number_range(match["number"]) if match["number"] else ((0, 12) if match["many"] else (1, 1))
    way = 1 if match["rel"].lower() in ("next", "coming") else -1
    far = shifted(context.published, _times(unit, way * high))
    return When(Days(*sorted((context.published, far))), _UNIT_GRAIN[unit], resolved=True)


def _read_unit_edge(match: re.Match[str], context: Context) -> When:
    """ "year-end 2026", "the end of the year", "the turn of the year": a day, with how far the words reach."""
    unit, edge = match["unit"].lower(), match["edge"].lower()

    def make(year: int) -> Days:
        days = year_of(year)
        if edge in ("middle", "mid"):
            return days
        return Days.on(days.first if edge in ("start", "beginning") else days.last)

    if unit == "year":
        placed = _dated(make, Grain.APPROX, match, context)
        whole = year_of(placed.named.first.year)
    elif context.published is None:
        return _unresolved(Grain.APPROX)
    else:
        whole = UNIT_AROUND[unit](context.published)
        placed = When(whole, Grain.APPROX, resolved=True)
    if edge == "turn":
        named = Days(whole.last, shifted(whole.last, relativedelta(days=1)))
        return replace(placed, named=named, loose=stretched(named, 16), year_assumed=False)
    return replace(at_edge(replace(placed, named=whole), edge), year_assumed=False)


def at_edge(when: When, edge: str) -> When:
    """The start, the middle or the end of a stretch, with how far the words may reach."""
    if edge in ("middle", "mid"):
        return replace(when, named=part_of(when.named, "mid"), grain=Grain.APPROX)
    at_end = edge in ("end", "close")
    day = when.named.last if at_end else when.named.first
    return replace(when, named=Days.on(day), loose=edge_band(when.named, at_end), grain=Grain.APPROX)


# --- guards ----------------------------------------------------------------------------------------------------------


def token_index(passage: Passage, at: int) -> int | None:
    """The index of the word at an offset into the passage's own text."""
    low, high, place = 0, len(passage.tokens), at + passage.span.start
    while low < high:
        middle = (low + high) // 2
        if passage.tokens[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return low if low < len(passage.tokens) and passage.tokens[low].start <= place else None


def _counts_something(passage: Passage, at: int, end: int, plural_only: bool = False) -> bool:
    """Whether the number at a place counts the noun that follows: "On Thursday 8 officers ..."."""
    i = token_index(passage, at)
    if i is None:
        return False
    token = passage.tokens[i]
    head = passage.tokens[token.head]
    following = passage.tokens[i + 1] if i + 1 < len(passage.tokens) else None
    counted = (head if token.dep == "nummod" and head.i > i else None) or following
    if counted is None or counted.start < end + passage.span.start or counted.i > i + 4:
        return False
    return counted.tag in ("NNS", "NNPS") or (not plural_only and counted.tag == "NN")


def _day_is_no_count(match: re.Match[str], passage: Passage) -> bool:
    """ "In March 11 shells fell": a month, and a count."""
    return bool(match["year"]) or not _counts_something(passage, match.start("day"), match.end("day"), plural_only=True)


_AFTER_CLOCK: Final = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|hours?\b|h\b|GMT|[:.]\d)", re.I)


def _weekday_day_is_one(match: re.Match[str], passage: Passage) -> bool:
    if _AFTER_CLOCK.match(passage.text, match.end("day")):
        return False
    return not _counts_something(passage, match.start("day"), match.end("day"))


_LEFT_OF_THE_DAY: Final = re.compile(r"\b(?:on|by|until|till|before|after|since|from|and|to)\s{1,2}$", re.I)


def _role_stands_before(match: re.Match[str], passage: Passage) -> bool:
    return bool(_LEFT_OF_THE_DAY.search(passage.text[max(0, match.start() - 10) : match.start()]))


_LEFT_OF_MONTH: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|from|to|through|of|between|and|or|during|early|mid|late|for|around|throughout|"
    r"about|the|its|their|his|her|our|these|those|a|as of|than)(?:\s{1,2}|-)|['’]s\s|[–—-])$",
    re.I,
)
_RIGHT_OF_MONTH: Final = re.compile(r"['’]s\b|\s?[–—-]\s?[A-Z]|\s(?:and|or|to|through)\s[A-Z]")
_NAME_FOLLOWS: Final = re.compile(r"\s[A-Z][a-z]+")
_GIVEN_NAMES: Final = frozenset({"april", "may", "june", "august", "january"})
_NOUN_PHRASE_STARTS: Final = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "a"})


def _month_is_one(match: re.Match[str], passage: Passage) -> bool:
    """A month's name alone needs a sign that it is one: a preposition, a possessive, a noun that it describes."""
    word = match["month"].lower()
    i = token_index(passage, match.start("month"))
    token = passage.tokens[i] if i is not None else None
    if token is not None and token.tag in ("MD", "VB", "VBP", "VBD"):
        return False
    left = passage.text[max(0, match.start() - 12) : match.start()]
    cue = _LEFT_OF_MONTH.search(left)
    right = passage.text[match.end() : match.end() + 24]
    if match["rel"]:
        return True
    if not cue:
        return bool(_RIGHT_OF_MONTH.match(right)) and word not in _GIVEN_NAMES
    if word in _GIVEN_NAMES and _NAME_FOLLOWS.match(right):
        return False
    if cue[0].strip(" -").lower() in _NOUN_PHRASE_STARTS:
        following = passage.tokens[i + 1] if i is not None and i + 1 < len(passage.tokens) else None
        return following is None or following.pos in ("NOUN", "PROPN", "ADJ", "NUM") or right[:1] in "-’'"
    return True


_STRONG_YEAR: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|throughout|through|early|late|mid|year|circa|season|as of|(?:be)?fore|"
    r"(?:last|first)\s(?:day|half|week)\sof|(?:end|start|beginning|middle|summer|winter|spring|autumn|fall)\sof)\s{1,2}|"
    r"\b(?:mid|early|late|pre|post)-|[(\[]\s?)$",
    re.I,
)
_WEAK_YEAR: Final = re.compile(
    r"(?:\b(?:of|for|from|to|between|and|or|around|about|than|the|this|its|their|his|her|our|at least|with|over|into|only|born)\s{1,2}|"
    r"['’]s\s|[^\d\s]\s?,\s{1,2}|[^\d]\s?[;:|]\s{1,2}|^\W{0,3})$",
    re.I,
)
_SUM_OF: Final = re.compile(
    r"\b(?:total|sum|number|maximum|minimum|average|population|force|crowd|limit|cost|price|some|resolution|no\.?|"
    r"rose|fell|up|down|grew|increased|dropped|rises|section|article)\s(?:of|to|from)\s{1,2}$",
    re.I,
)
_RIGHT_OF_YEAR: Final = re.compile(
    r"\s?(?:%|(?:percent|per\scent|million|billion|thousand|lakh|crore|km|kg|[kmg]|MW|GW|[A-Z]{3})\b)"
)


def _year_is_one(match: re.Match[str], passage: Passage) -> bool:
    """Four digits are a year only with a sign that they are, and never when they count a noun."""
    text, start, year = passage.text, match.start(), int(match["year"])
    left = text[max(0, start - 24) : start]
    if _RIGHT_OF_YEAR.match(text, match.end()) or _SUM_OF.search(left):
        return False
    named = re.search(r"\b(?:the|its|their|his|her|our|this)\s{1,2}$|['’]s\s$", left, re.I)
    if not named and _counts_something(passage, start, match.end(), plural_only=True):
        return False
    return bool(_STRONG_YEAR.search(left) or (1800 <= year and _WEAK_YEAR.search(left)))


_BEFORE_WEEKDAY_NAME: Final = re.compile(
    r"\b(?:Black|Good|Bloody|Ash|Super|Cyber|Easter|Palm|Shrove|Maundy|Giving|Holy|Whit|Plough|Wonderful|"
    r"(?i:every|each|most|any))\s{1,2}$"
)
_AFTER_WEEKDAY_NAME: Final = re.compile(
    r"['’]s\s(?:paper|edition|newspaper|issue)\b|"
    r"\s(?:Times|Telegraph|Mail|Mirror|Post|Independent|Herald|Tribune|Express|Night\s(?:Football|Live)|Club|Group|Standard|Nation)\b"
)


def _weekday_is_one(match: re.Match[str], passage: Passage) -> bool:
    if _AFTER_WEEKDAY_NAME.match(passage.text, match.end("weekday")):
        return False
    return not _BEFORE_WEEKDAY_NAME.search(passage.text[max(0, match.start() - 12) : match.start()])


_LEFT_OF_SEASON: Final = re.compile(
    r"\b(?:in|by|since|until|till|before|after|during|over|through|throughout|early|mid|late|for|of)"
    r"(?:-|\s{1,2})(?:the\s{1,2})?$",
    re.I,
)


def _season_is_one(match: re.Match[str], passage: Passage) -> bool:
    i = token_index(passage, match.start("season"))
    if i is not None and passage.tokens[i].pos not in ("NOUN", "PROPN"):
        return False
    if match["year"] or match["rel"] or match["relyear"]:
        return True
    if match["season"].lower() == "fall":
        return False
    following = passage.tokens[i + 1] if i is not None and i + 1 < len(passage.tokens) else None
    if following is not None and following.pos in ("NOUN", "PROPN"):
        return False
    return bool(_LEFT_OF_SEASON.search(passage.text[max(0, match.start() - 18) : match.start()]))


def _not_of_something(match: re.Match[str], passage: Passage) -> bool:
    """ "the last week of October" is October's; "the last year of" a contract is no date."""
    return not re.match(r"\sof\s", passage.text[match.end() : match.end() + 4])


def _looks_forward(match: re.Match[str], passage: Passage) -> bool:
    """ "will open in two weeks" against "rebuilt in two weeks": only the first is a date."""
    return bool(
        re.search(r"\b(?:will|shall|to|due|would|is|are|begins?|opens?)\b", passage.text[: match.start()][-80:])
    )


# --- the table -------------------------------------------------------------------------------------------------------

PHRASES: Final[tuple[Phrase, ...]] = tuple(
    Phrase(name, needs, _compiled(pattern), read, guard)
    for name, needs, pattern, read, guard in (
        (
            "ISO date", "digit",
            r"(?<![\d-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
            _read_iso, _always,
        ),
        (
            "date in figures", "digit",
            r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>1\d{3}|20\d\d)(?![\d/-]|\.\d)",
            _read_numeric, _always,
        ),
        (
            "day and month", "month",
            rf"(?:\b(?P<weekday>{_WEEKDAY})(?:,|\s?\()?{S}?(?:the{S})?)?{_DAY_START}(?<!\w)(?P<day>{_DAY}){_TH}(?:{S}of)?(?:{S}|-)"
            rf"(?P<month>{_MONTH})(?:(?:{_COMMA}|-)(?P<year>{_YEAR})|{S}(?P<relyear>{_REL_YEAR}))?",
            _read_day, _always,
        ),
        (
            "month and day", "month",
            rf"(?:\b(?P<weekday>{_WEEKDAY})(?:,|\s?\()?{S}?)?\b(?P<month>{_MONTH}){S}(?:the{S})?(?P<day>{_DAY}){_TH}{_DAY_END}"
            rf"(?:{_COMMA}(?P<year>{_YEAR})|{S}(?P<relyear>{_REL_YEAR}))?",
            _read_day, _day_is_no_count,
        ),
        (
            "two days of a month", "month",
            rf"{_DAY_START}(?<!\w)(?P<first>{_DAY}){_TH}{S}(?:and|or|&){S}(?P<second>{_DAY}){_TH}{S}(?P<month>{_MONTH})"
            rf"(?:{_COMMA}(?P<year>{_YEAR}))?",
            _read_two_days, lambda m, p: not re.search(r"\bbetween\s{1,2}$", p.text[max(0, m.start() - 9) : m.start()]),
        ),
        (
            "two days of a month", "month",
            rf"\b(?P<month>{_MONTH}){S}(?P<first>{_DAY}){_TH}{S}(?:and|or|&){S}(?P<second>{_DAY}){_TH}{_DAY_END}"
            rf"(?:{_COMMA}(?P<year>{_YEAR}))?",
            _read_two_days,
            lambda m, p: not re.search(r"\bbetween\s{1,2}$", p.text[max(0, m.start() - 9) : m.start()])
            and not _counts_something(p, m.start("second"), m.end("second"), plural_only=True),
        ),
        (
            "days of a month", "month",
            rf"(?:\b(?:from|between){S})?{_DAY_START}(?<!\w)(?P<first>{_DAY}){_TH}(?:{_RANGE}|{S}and{S})(?P<second>{_DAY}){_TH}{S}"
            rf"(?P<month>{_MONTH})(?:{_COMMA}(?P<year>{_YEAR}))?",
            _read_day_range, lambda m, p: " and " not in m[0] or m[0].startswith("between"),
        ),
        (
            "days of a month", "month",
            rf"(?:\b(?:from|between){S})?\b(?P<month>{_MONTH}){S}(?P<first>{_DAY}){_TH}(?:{_RANGE}|{S}and{S})(?P<second>{_DAY}){_TH}"
            rf"{_DAY_END}(?:{_COMMA}(?P<year>{_YEAR}))?",
            _read_day_range, lambda m, p: " and " not in m[0] or m[0].startswith("between"),
        ),
        (
            "weekday and day", "weekday",
            rf"\b(?P<weekday>{_FULL_WEEKDAY}){S}(?:the{S})?(?P<day>{_DAY}){_TH}{_DAY_END}",
            _read_weekday_day, _weekday_day_is_one,
        ),
        (
            "day of the month", "digit",
            rf"\bthe{S}(?P<day>{_DAY})(?:st|nd|rd|th)\b(?:{S}of{S}(?P<relmonth>last|this|next){S}month\b)?"
            rf"(?=\s?(?:[.,;:)]|$)|{S}(?:and|when|but|to|at|in|with|for|as)\b)",
            _read_day_of_month, _role_stands_before,
        ),
        (
            "month and year", "month",
            rf"\b(?P<month>{_MONTH})(?:{_COMMA}(?:of{S})?(?P<year>{_YEAR})|{S}(?:of{S})?(?P<relyear>{_REL_YEAR}))",
            _read_month, _always,
        ),
        (
            "month", "month",
            rf"(?:\b(?P<rel>last|next|this|Last|Next|This){S})?\b(?P<month>{_FULL_MONTH})", _read_month, _month_is_one,
        ),
        (
            "quarter", "quarter",
            rf"\b(?:Q(?P<number>[1-4])(?:[\s/'’-]{{0,2}}(?:of\s)?(?P<year>{_YEAR}))?(?!\w)"
            rf"|(?:the{S})?(?P<word>(?i:{_ORDINAL}))[\s-](?i:quarter)\b(?:{S}(?:of{S})?(?:(?:the{S})?(?P<relyear>{_REL_YEAR})|the{S}year\b))?)",
            _read_quarter, _always,
        ),
        (
            "quarter", "quarter",
            rf"\b(?:the{S})?(?P<word>(?i:{_ORDINAL}))[\s-](?i:quarter){S}(?:of{S}|in{S})?(?:the{S}year{S})?(?P<year>{_YEAR})(?P<number>(?!))?",
            _read_quarter, _always,
        ),
        (
            "half-year", "half",
            rf"\b(?:H(?P<number>[12])[\s/'’-]{{0,2}}(?P<year>{_YEAR})"
            rf"|(?:the{S})?(?P<word>(?i:first|second))[\s-]half{S}of{S}(?:the{S}year\b|(?P<relyear>{_REL_YEAR})))",
            _read_half, _always,
        ),
        (
            "season", "season",
            rf"\b(?:(?P<rel>this(?:{S}coming)?|last|next|the{S}coming|This|Last|Next){S}|the{S})?(?P<season>{_SEASON})\b"
            rf"(?:{S}(?:of{S})?(?:(?P<year>{_YEAR})|(?P<relyear>{_REL_YEAR})))?",
            _read_season, _season_is_one,
        ),
        (
            "years", "year",
            r"(?<![\w./,$€£#-])(?P<year>1[5-9]\d\d|20\d\d)\s?[–—/-]\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d/%–—-]|[.,:]\d)",
            _read_year_range, lambda m, p: len(m["last"]) == 4 or int(m["last"]) == (int(m["year"]) + 1) % 100,
        ),
        ("decade", "year", r"\b(?:the\s)?(?P<year>(?:1[0-9]|20)\d0)['’]?s\b", _read_decade, _always),
        (
            "fiscal year", "year",
            rf"\b(?:FY\s?|[Ff]iscal\s(?:year\s)?|(?:[Ff]inancial|[Bb]usiness)\syear\s)(?P<year>{_YEAR})",
            _read_fiscal_year, _always,
        ),
        (
            "year", "year",
            r"(?<![\w./,$€£#])(?P<year>1\d{3}|20\d\d)(?![\w%/]|[.,:]\d|[–-]\w)", _read_year, _year_is_one,
        ),
        (
            "day word", "unit",
            rf"(?i:\b(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|(?:earlier|later){S}today|yesterday|today|tomorrow|"
            rf"tonight|last{S}night|last{S}evening|this{S}(?:morning|afternoon|evening))\b(?:{S}(?P<hours>{_PART_AFTER})\b)?)",
            _read_day_word, _always,
        ),
        (
            "weekday", "weekday",
            rf"\b(?:(?P<rel>(?i:a{S}week{S}(?:on|from|last)|this{S}coming|the{S}(?:coming|following|next|previous|past|last)|last|next|this|coming|past)){S}"
            rf"|(?i:the){S}(?=\w+{S}(?:after|before|following|of)\b))?(?P<weekday>{_FULL_WEEKDAY})\b"
            rf"(?:{S}(?P<hours>{_PART_AFTER})\b)?(?:{S}(?:of{S})?(?P<week>(?:last{S}|this{S}|next{S})?week)\b(?!['’-])|{S}(?P<last>last)\b)?"
            rf"(?P<event>(?={S}(?:after|before|following){S}(?:the|its|his|her|their|that|a)\b))?",
            _read_weekday, _weekday_is_one,
        ),
        (
            "this and that", "unit",
            rf"(?i:\b(?:(?P<half>earlier|later){S}(?:in{S})?)?(?P<rel>this|last|next|that|the{S}(?:previous|preceding|following|same|next|coming|past)){S}"
            rf"(?P<unit>week|weekend|month|quarter|year|decade|day)\b(?!-))",
            _read_this_unit, _not_of_something,
        ),
        (
            "this and that", "unit",
            rf"(?i:\b(?P<half>earlier|later){S}in{S}(?P<rel>the){S}(?P<unit>week|month|quarter|year|decade|day)\b(?!-))",
            _read_this_unit, _not_of_something,
        ),
        (
            "ago", "unit",
            rf"(?i:\b(?P<number>{_NUMBER}){S}(?P<unit>{_UNIT})s?{S}ago\b(?P<today>{S}today\b)?)", _read_ago, _always,
        ),
        (
            "ahead", "unit",
            rf"(?i:\bin{S}(?P<number>{_NUMBER}){S}(?P<unit>{_UNIT})s?['’]?(?:{S}time)?\b(?!['’]))", _read_in_future, _looks_forward,
        ),
        (
            "later", "unit",
            rf"(?i:\b(?:(?P<number>{_NUMBER}){S}(?P<unit>{_UNIT})s?{S}(?P<way>later|earlier|before|after|afterwards)\b)"
            rf"(?P<event>(?={S}(?:the|its|his|her|their|that|a|[a-z]+ing)\b))?)",
            _read_later, _always,
        ),
        (
            "later", "unit",
            rf"(?i:\bthe(?P<number>(?!))?{S}(?P<unit>day|week|month|year){S}(?P<way>before|after)\b"
            rf"(?P<event>(?={S}(?!when\b)\w))?)",
            _read_later, lambda m, p: not re.match(r"\s(?:yesterday|tomorrow)", p.text[m.end() : m.end() + 10]),
        ),
        (
            "span", "unit",
            rf"(?i:\b(?:the|these){S}(?P<rel>past|last|next|coming|previous){S}(?:(?P<number>{_NUMBER}){S})?(?P<unit>{_UNIT})(?P<many>s)\b)",
            _read_span, _always,
        ),
        (
            "span", "unit",
            rf"(?i:\b(?P<rel>recent|coming)(?P<number>(?!))?{S}(?P<unit>day|week|month|year|decade)(?P<many>s)\b)", _read_span, _always,
        ),
        (
            "end of a year", "unit",
            rf"(?i:\b(?:the{S})?(?P<unit>year|quarter|month|week)(?:['’]s{S}|[\s-])(?P<edge>end)\b(?:{S}(?:of{S})?(?P<year>{_YEAR}))?(?!-))",
            _read_unit_edge, _always,
        ),
        (
            "end of a year", "unit",
            rf"(?i:\b(?:the{S})?(?P<edge>start|beginning|middle|end|close|turn){S}of{S}the{S}(?P<unit>year|quarter|month|week|decade)\b(?!['’-])(?P<year>(?!))?)",
            _read_unit_edge, _always,
        ),
    )
)  # fmt: skip
"""Every phrase, most specific first: of two that begin together and are equally long, the first wins."""

CUES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("month", re.compile(r"(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")),
    ("weekday", re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")),
    ("digit", re.compile(r"\d")),
    ("year", re.compile(r"\d{4}")),
    ("unit", re.compile(r"(?i)day|week|month|year|decade|night|quarter|fortnight|tomorrow|this (?:morning|afternoon|even)")),
    ("quarter", re.compile(r"(?i)quarter|Q[1-4]")),
    ("half", re.compile(r"(?i)\bhalf\b|H[12]\b")),
    ("season", re.compile(r"(?i)spring|summer|autumn|fall|winter")),
)  # fmt: skip
"""What a text must have in it for the phrases that need it: most sentences are settled by these alone."""
