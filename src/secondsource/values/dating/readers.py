"""One function for each kind of phrase: from what a pattern matched to the days that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import relativedelta

from secondsource.grammar.calendar import (
    ALWAYS,
    FEASTS,
    SLACK_DAYS,
    UNIT_AROUND,
    UNITS,
    Days,
    clip,
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
from secondsource.grammar.number_words import ORDINALS
from secondsource.values.dating.context import Context, Direction, token_index
from secondsource.values.dating.words import day_number, month_number, number_range, weekday_number
from secondsource.values.when import Grain, Role, When

Read = Callable[[re.Match[str], Context], When | tuple[tuple[str, When], ...]]
"""One time, or several with the group of the pattern that each stands in."""

NOMINAL_YEAR: Final = 2000
"""Holds a day whose year nothing tells: a leap year, so that 29 February exists."""
WRONG_WAY: Final = 330
"""How many days nearer the other side of the publication date must be to win against the tense of the verb."""
FAR: Final = 100
"""Beyond so many days from publication a weekday helps to choose the year; within them it is the writer's slip."""

_STEP: Final[Mapping[str, int]] = {
    "last": -1, "previous": -1, "preceding": -1, "past": -1, "recent": -1, "this": 0, "same": 0, "that": 0, "the": 0,
    "next": 1, "following": 1, "coming": 1,
}  # fmt: skip
"""How many units on from here each word means."""


def _said(match: re.Match[str], group: str) -> str:
    """What stands in a group, in lower case with single spaces; empty where the pattern has none or it is not there."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


def _unresolved(grain: Grain, weekday: int | None = None, hours: str = "") -> When:
    return When(ALWAYS, grain, weekday=weekday, hours=hours, anchored=False)


def _days_on(day: date, by: int) -> date:
    return shifted(day, relativedelta(days=by))


# --- which year ------------------------------------------------------------------------------------------------------

Make = Callable[[int], Days | None]
"""The days in question in a given year, if that year has them."""


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
    if near is None or not near.anchored:
        return published, context
    is_day = near.named.first == near.named.last
    if not is_day and (near.resolved or near.year_assumed):
        return published, context
    exact = is_day and near.grain is not Grain.APPROX
    if not context.in_sentence and not (exact and context.direction is Direction.PAST):
        return published, context  # "The mill was founded in 1998. The vote is on 5 May."; nor after "two years ago"
    if published and abs(near.named.first.year - published.year) <= 1:
        return published, context
    middle = near.named.first + (near.named.last - near.named.first) / 2
    return middle, replace(context, direction=Direction.OPEN)


def _placed(make: Make, grain: Grain, context: Context, weekday: int | None) -> When:
    """Days whose year the words leave out, in the year that fits best."""
    pivot, context = _pivot(context)
    if pivot is None:
        days = make(NOMINAL_YEAR)
        return (
            When(days, grain, weekday=weekday, year_assumed=True, anchored=False)
            if days
            else _unresolved(grain, weekday)
        )
    options = [days for y in (-1, 0, 1) if 1 < pivot.year + y < 9999 and (days := make(pivot.year + y)) is not None]
    if not options:  # 29 February with no leap year near, or 31 June
        return _unresolved(grain, weekday)
    best = _nearest(options, context, pivot)
    if weekday is not None and best.first.weekday() != weekday and best.distance(pivot) > FAR:
        fitting = [days for days in options if days.first.weekday() == weekday]
        best = _nearest(fitting or [best], context, pivot)
    mismatch = weekday is not None and best.first.weekday() != weekday
    return When(best, grain, resolved=True, weekday=weekday, mismatch=mismatch, year_assumed=True)


def _dated(make: Make, grain: Grain, match: re.Match[str], context: Context) -> When:
    """Days in the year that the words give, in figures or as "last year"; else in the one that fits best."""
    weekday, relative = weekday_number(match.groupdict().get("weekday")), _said(match, "relyear")
    if said := _said(match, "year"):
        year = int(said)
    elif relative and context.published:
        year = context.published.year + _STEP[relative.split()[0]]
    else:
        return _placed(make, grain, context, weekday)
    days = make(year)
    if days is None:
        return _unresolved(grain, weekday)
    mismatch = weekday is not None and days.first.weekday() != weekday
    return When(days, grain, weekday=weekday, mismatch=mismatch, resolved=bool(relative))


def _single(number: int, day: int) -> Make:
    def make(year: int) -> Days | None:
        found = day_of(year, number, day)
        return Days.on(found) if found else None

    return make


# --- days ------------------------------------------------------------------------------------------------------------


def day(match: re.Match[str], context: Context) -> When:
    """ "Thursday 6 February 2025", "Feb. 11"."""
    return _dated(_single(month_number(match["month"]), day_number(match["day"])), Grain.DAY, match, context)


def iso(match: re.Match[str], context: Context) -> When:
    """ "2025-02-06"."""
    return _dated(_single(int(match["month"]), int(match["day"])), Grain.DAY, match, context)


def numeric(match: re.Match[str], context: Context) -> When:
    """Day first where only that fits or the dots say so; else both readings, unless the text shows its style."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    style = "day" if match["sep"] == "." else _style(context.text)
    if style == "day" and day_first:
        month_first = None
    if style == "month" and month_first:
        day_first = None
    readings = [found for found in (day_first, month_first) if found]
    if not readings:
        return _unresolved(Grain.DAY)
    second = readings[1] if len(readings) == 2 and readings[1] != readings[0] else None
    return When(Days.on(readings[0]), other=Days.on(second) if second else None)


_SLASHED: Final = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2\d{4}(?!\d)")


@lru_cache(maxsize=8)
def _style(text: str) -> str:
    """ "day" or "month" first, where another date of the text can only be read one way."""
    for a, _, b in _SLASHED.findall(text):
        if int(a) > 12:
            return "day"
        if int(b) > 12:
            return "month"
    return ""


def ordinal_weekday(match: re.Match[str], context: Context) -> When:
    """ "the last Saturday of January", "the first Monday of next month", "the second weekend in May 2023"."""
    number, at_end = ORDINALS.get(_said(match, "number"), 0), _said(match, "number") in ("last", "final")
    weekday_said = weekday_number(_said(match, "weekday")) if _said(match, "weekday") else None

    def within(days: Days) -> Days | None:
        wanted = 5 if weekday_said is None else weekday_said
        length = 1 if weekday_said is None else 0
        found = weekday_before(_days_on(days.last, -length), wanted) if at_end else weekday_after(days.first, wanted)
        if not at_end:
            found = _days_on(found, 7 * (number - 1))
        return Days(found, _days_on(found, length)) if found <= days.last else None

    grain = Grain.WEEK if weekday_said is None else Grain.WEEKDAY
    if relative := _said(match, "relmonth"):
        if context.published is None:
            return _unresolved(grain, weekday_said)
        first = shifted(context.published.replace(day=1), relativedelta(months=_STEP[relative]))
        days = within(month(first.year, first.month))
        return When(days, grain, resolved=True, weekday=weekday_said) if days else _unresolved(grain, weekday_said)
    month_said = month_number(match["month"])
    when = _period(lambda year: within(month(year, month_said)), grain, match, context)
    # In another year it is another day of the month.
    return replace(when, year_assumed=False) if when.anchored else _unresolved(grain, weekday_said)


def week_of(match: re.Match[str], context: Context) -> When:
    """ "the week of 7 October", "the week beginning 7 October", "the week ending 13 October"."""
    number, said = month_number(match["month"] or match["endmonth"]), match["day"] or match["endday"]
    year = match["year"] or match["endyear"]
    at_end = _said(match, "edge") in ("ending", "to")

    def make(when: int) -> Days | None:
        found = day_of(when, number, int(said))
        if found is None:
            return None
        if _said(match, "edge") == "of":
            return week(found)
        return Days(_days_on(found, -6), found) if at_end else Days(found, _days_on(found, 6))

    if not year:
        return _placed(make, Grain.WEEK, context, None)
    days = make(int(year))
    return When(days, Grain.WEEK) if days else _unresolved(Grain.WEEK)


def feast(match: re.Match[str], context: Context) -> When:
    """ "Christmas Eve", "Easter 2024", "the new year": a few days of leeway where the word names a season too; "in the
    new year" is in its first months."""
    name = _said(match, "feast").replace("’", "'")
    when = _dated(lambda year: Days.on(FEASTS[name](clip(year))), Grain.DAY, match, context)
    if name == "the new year" and when.anchored and _IN.search(context.text, 0, match.start()):
        months = Days(when.named.first, _days_on(shifted(when.named.first, relativedelta(months=3)), -1))
        return replace(when, named=months, grain=Grain.APPROX, year_assumed=False)
    season = name in ("easter", "christmas", "the new year")
    # The days move with the year, so a year cannot be put in later as with a date.
    when = replace(when, year_assumed=False) if when.anchored else _unresolved(Grain.DAY)
    return replace(when, loose=stretched(when.named, 4), grain=Grain.APPROX) if season and when.anchored else when


_IN: Final = re.compile(r"\bin\s{1,2}$", re.I)


def weekdays_ago(match: re.Match[str], context: Context) -> When:
    """ "two Thursdays ago"."""
    number, weeks = weekday_number(match["weekday"]) or 0, number_range(match["number"])[0]
    if context.published is None:
        return _unresolved(Grain.WEEKDAY, number)
    last = weekday_before(_days_on(context.published, -1), number)
    return When(Days.on(_days_on(last, 7 - 7 * weeks)), Grain.WEEKDAY, resolved=True, weekday=number)


def weekend(match: re.Match[str], context: Context) -> When:
    """ "at the weekend": the last or the next, as the verb looks."""
    if context.published is None:
        return _unresolved(Grain.WEEK)
    ahead = context.direction in (Direction.FUTURE, Direction.PRESENT)
    saturday = weekday_after(context.published, 5) if ahead else weekday_before(_days_on(context.published, -1), 5)
    return When(Days(saturday, _days_on(saturday, 1)), Grain.WEEK, resolved=True)


def two_days(match: re.Match[str], context: Context) -> tuple[tuple[str, When], ...]:
    """ "3 and 7 May"."""
    number = month_number(match["month"])
    return tuple(
        (group, _dated(_single(number, int(match[group])), Grain.DAY, match, context)) for group in ("first", "second")
    )


def day_range(match: re.Match[str], context: Context) -> When:
    """ "3 to 7 May"."""
    (_, first), (_, second) = two_days(match, context)
    if first.named.first > second.named.last:
        return second
    edges = None if match[0][:1] in "bB" else (first.named, second.named)
    return replace(second, named=first.named.joined(second.named), role=Role.DURING, edges=edges)


def weekday_and_day(match: re.Match[str], context: Context) -> When:
    """ "Thursday 8": the nearest month whose 8th is a Thursday, else the nearest 8th."""
    return day_of_month(match, context)


def _days_of_months(pivot: date, number: int, steps: Iterable[int]) -> list[Days]:
    """The days of that number in the months so many steps from a day's own."""
    starts = (shifted(pivot.replace(day=1), relativedelta(months=step)) for step in steps)
    return [Days.on(found) for first in starts if (found := day_of(first.year, first.month, number))]


def day_of_month(match: re.Match[str], context: Context) -> When:
    """ "the 25th", "the 3rd of next month"."""
    number, pivot = day_number(match["day"]), context.published
    weekday, relative = weekday_number(match.groupdict().get("weekday")), _said(match, "relmonth")
    if pivot is None:
        return _unresolved(Grain.DAY, weekday)
    if context.direction is Direction.PRESENT:
        context = replace(context, direction=Direction.FUTURE)
    options = _days_of_months(pivot, number, (_STEP[relative],) if relative else (-2, -1, 0, 1, 2))
    if not options:
        return _unresolved(Grain.DAY, weekday)
    fitting = [days for days in options if weekday is None or days.first.weekday() == weekday]
    if not fitting and not relative:
        # Told long after: a weekday and its number fit but two or three months of a year.
        fitting = [d for d in _days_of_months(pivot, number, range(-11, -2)) if d.first.weekday() == weekday]
    best = _nearest(fitting or options, context, pivot)
    return When(best, resolved=True, weekday=weekday, mismatch=not fitting)


_DAY_WORDS: Final[Mapping[str, tuple[int, str]]] = {
    "the day before yesterday": (-2, ""), "yesterday": (-1, ""), "last night": (-1, "night"),
    "last evening": (-1, "evening"), "today": (0, ""), "earlier today": (0, ""), "later today": (0, ""),
    "tonight": (0, "night"), "this morning": (0, "morning"), "this afternoon": (0, "afternoon"),
    "this evening": (0, "evening"), "tomorrow": (1, ""), "the day after tomorrow": (2, ""),
    "the night before last": (-2, "night"), "the evening before last": (-2, "evening"), "the day before last": (-2, ""),
}  # fmt: skip


def day_word(match: re.Match[str], context: Context) -> When:
    """ "yesterday", "last night"."""
    step, part = _DAY_WORDS[_said(match, "word")]
    step += 7 if _said(match, "plus") or (_said(match, "further") and step >= 0) else 0
    hours = part or _said(match, "hours")
    grain = Grain.TIME_OF_DAY if hours else Grain.DAY
    if context.published is None:
        return _unresolved(grain, hours=hours)
    return When(Days.on(_days_on(context.published, step)), grain, resolved=True, hours=hours)


# --- weekdays --------------------------------------------------------------------------------------------------------


def weekday(match: re.Match[str], context: Context) -> When:
    """ "Tuesday night", "last Friday", "a week on Monday"."""
    number, hours = weekday_number(match["weekday"]) or 0, _said(match, "hours")
    grain = Grain.TIME_OF_DAY if hours else Grain.WEEKDAY
    if match["event"] is not None or (_said(match, "some") and not _describes_noun(match, context)):
        return _unresolved(grain, number, hours)
    rel, week_said = " ".join((_said(match, "rel"), _said(match, "post"))).strip(), _said(match, "week")
    if rel in _POINTING:
        return _pointed_weekday(number, hours, _POINTING[rel], context)
    if context.published is None:
        return _unresolved(grain, number, hours)
    found, *others = _which_weekday(number, rel.removeprefix("the "), week_said, context.published, context)
    other = Days.on(others[0]) if others else None
    return When(Days.on(found), grain, other=other, resolved=True, weekday=number, hours=hours)


_POINTING: Final[Mapping[str, int]] = {
    "that": 0, "the same": 0, "the following": 1, "the next": 1, "before": -1, "after": 1,
}  # fmt: skip
"""The words that count a weekday from the day last named, and the first day from there on that can be meant."""


def _pointed_weekday(number: int, hours: str, way: int, context: Context) -> When:
    """ "that Friday", "the following Friday", "the Friday before": from the day last named."""
    grain, near = Grain.TIME_OF_DAY if hours else Grain.WEEKDAY, context.named_before("week")
    if near is None:
        return _unresolved(grain, number, hours)
    before, after = _days_on(near.named.first, min(way, 0)), _days_on(near.named.last if way else near.named.first, way)
    found = weekday_before(before, number) if way < 0 else weekday_after(after, number)
    return When(Days.on(found), grain, resolved=True, weekday=number, hours=hours)


def _describes_noun(match: re.Match[str], context: Context) -> bool:
    """ "A Thursday meeting" is one that was held on a certain Thursday; "on a Thursday" is any."""
    i = token_index(context.passage, match.end() + 1)
    return i is not None and context.passage.tokens[i].pos in ("NOUN", "PROPN", "ADJ")


def _which_weekday(
    number: int, rel: str, week_said: str, published: date, context: Context
) -> tuple[date] | tuple[date, date]:
    """The day, and a second one where editors would not agree."""
    before, after = weekday_before(_days_on(published, -1), number), weekday_after(_days_on(published, 1), number)
    if week_said.endswith(" week"):
        monday = week(_days_on(published, 7 * _STEP[week_said.split()[0]])).first
        return (weekday_after(monday, number),)
    if week_said == "fortnight" or rel in ("a fortnight on", "two weeks on"):
        return (_days_on(after, 14),)
    if week_said or rel in ("a week on", "a week from"):
        return (_days_on(after, 7),)
    near = context.named_before("week")
    match rel:
        case "a week last" | "before last":
            return (_days_on(before, -7),)
        case "after next":
            return (_days_on(after, 7), _days_on(after, 14))
        case "previous" if near:
            return (weekday_before(_days_on(near.named.first, -1), number),)
        case "last" | "past" | "previous" | "this past":
            return (before, _days_on(before, -7)) if week(before) == week(published) else (before,)
        case "next":
            return (_days_on(after, 7), after) if week(after) == week(published) else (after,)
        case "coming" | "this coming":
            return (after,)
    ahead = context.direction in (Direction.FUTURE, Direction.PRESENT)
    return (weekday_after(published, number) if ahead else weekday_before(published, number),)


# --- months, quarters, seasons, years --------------------------------------------------------------------------------


def _period(make: Make, grain: Grain, match: re.Match[str], context: Context) -> When:
    """A month or season, with "last" or "next" where it has them."""
    rel, published = _said(match, "rel").split()[-1:], context.published
    step = _STEP[rel[0]] if rel else 0
    if step == 0 or published is None:
        return _dated(make, grain, match, context)
    options = [days for y in (-2, -1, 0, 1, 2) if (days := make(published.year + y)) is not None]
    over, ahead = [d for d in options if d.last < published], [d for d in options if d.first > published]
    return When(over[-1] if step < 0 else ahead[0], grain, resolved=True)


def month_read(match: re.Match[str], context: Context) -> When:
    """ "February 2025", "May last year", "next June"."""
    number = month_number(match["month"])
    return _period(lambda y: month(y, number), Grain.MONTH, match, context)


def season_read(match: re.Match[str], context: Context) -> When:
    """ "the spring of 2018", "last winter"."""
    name = _said(match, "season")
    return _period(lambda y: season(y, name), Grain.SEASON, match, context)


def _ordinal(word: str) -> int:
    return int(word) if word.isdigit() else ORDINALS.get(word, 4)


def quarter_read(match: re.Match[str], context: Context) -> When:
    """ "Q3 2024", "the third quarter"; the last quarter of a year is its fourth."""
    number = _ordinal(_said(match, "number"))
    return _dated(lambda y: quarter(y, number), Grain.QUARTER, match, context)


def half_read(match: re.Match[str], context: Context) -> When:
    """ "H1 2023", "the first half of last year"."""
    number = _ordinal(_said(match, "number"))
    return _dated(lambda y: half(y, number), Grain.HALF, match, context)


def year_read(match: re.Match[str], context: Context) -> When:
    """ "2018"."""
    return When(year_of(int(match["year"])), Grain.YEAR)


def fiscal_year(match: re.Match[str], context: Context) -> When:
    """A company's year may run half a year apart from the calendar's."""
    days = year_of(int(match["year"]))
    return When(days, Grain.YEAR, loose=stretched(days, 184))


def years(match: re.Match[str], context: Context) -> When:
    """ "2022–2023", "2013-14", "from 2018 to 2020"."""
    first, last = match["year"], match["last"]
    second = int(first[: 4 - len(last)] + last)
    role = Role.DURING if match[0][0].isalpha() else Role.ON
    edges = year_of(int(first)), year_of(max(int(first), second))
    return When(edges[0].joined(edges[1]), Grain.YEAR, role, edges=None if match[0][:1] in "bB" else edges)


def decade_read(match: re.Match[str], context: Context) -> When:
    """ "the 1990s"."""
    return When(decade(int(match["year"])), Grain.DECADE)


# --- relative to the day of publication, or to the time last named ---------------------------------------------------

_UNIT_GRAIN: Final = {
    "day": Grain.DAY, "night": Grain.DAY, "weekend": Grain.WEEK, "week": Grain.WEEK, "fortnight": Grain.WEEK,
    "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR, "decade": Grain.DECADE,
}  # fmt: skip


def this_unit(match: re.Match[str], context: Context) -> When:
    """ "last week", "this year", "later this month", "the following year", "that day"."""
    unit, rel = _said(match, "unit"), _said(match, "rel").split()[-1]
    near = _followed(unit, _said(match, "rel"), context)
    start = (near.named.first if _STEP[rel] < 0 else near.named.last) if near else context.published
    if start is None or (near is None and unit == "day") or (near is None and rel in ("following", "same", "that")):
        return _unresolved(_UNIT_GRAIN[unit])
    step = _STEP[rel]
    days = UNIT_AROUND[unit](shifted(start, UNITS["week" if unit == "weekend" else unit] * step))
    match _said(match, "half") if near is None or near.named != days else "":
        case "earlier" if days.first <= start:
            days = Days(days.first, start)
        case "later" if start <= days.last:
            days = Days(start, days.last)
    loose = None
    if unit == "week" and step == -1 and start.weekday() == 6:
        loose = Days(days.first, _days_on(start, -1))  # on a Sunday "last week" may be the one that ends
    return When(days, _UNIT_GRAIN[unit], resolved=True, loose=loose)


def _followed(unit: str, rel: str, context: Context) -> When | None:
    """The time from which "the following year" is counted; None for "last week", which is counted from today."""
    told = rel == "the next" and context.direction is Direction.PAST
    follows = rel.split()[-1] in ("following", "same", "that", "previous", "preceding") or told
    return context.named_before(unit) if follows or (unit == "day" and rel == "the next") else None


def part_of_that_day(match: re.Match[str], context: Context) -> When:
    """ "that evening", "the following morning", "the night before": of the day last named."""
    near, hours = context.named_before("day"), _said(match, "hours")
    if near is None:
        return _unresolved(Grain.TIME_OF_DAY, hours=hours)
    way = _said(match, "way") or _said(match, "rel").split()[-1]
    step = {"before": -1, "after": 1}.get(way, _STEP.get(way, 0))
    return When(Days.on(_days_on(near.named.first, step)), Grain.TIME_OF_DAY, resolved=True, hours=hours)


def one_further(match: re.Match[str], context: Context) -> When:
    """ "the week before last", "the year after next"."""
    unit = _said(match, "unit")
    if context.published is None:
        return _unresolved(_UNIT_GRAIN[unit])
    step = -2 if _said(match, "way").startswith("before") else 2
    day = shifted(context.published, UNITS["week" if unit == "weekend" else unit] * step)
    return When(UNIT_AROUND[unit](day), _UNIT_GRAIN[unit], resolved=True)


def ago(match: re.Match[str], context: Context) -> When:
    """ "two weeks ago", "a week ago today"."""
    return _offset(match, context, -1, exact=match["today"] is not None)


def ahead(match: re.Match[str], context: Context) -> When:
    """ "will open in two weeks"."""
    return _offset(match, context, 1, exact=False)


def _offset(match: re.Match[str], context: Context, way: int, exact: bool) -> When:
    unit = _said(match, "unit")
    if context.published is None:
        return _unresolved(_UNIT_GRAIN[unit])
    ends = sorted(shifted(context.published, UNITS[unit] * (way * n)) for n in number_range(match["number"]))
    slack = 0 if exact else SLACK_DAYS[unit]
    named = Days(ends[0], ends[1])
    grain = Grain.DAY if exact or unit == "day" else Grain.APPROX
    return When(named, grain, resolved=True, loose=stretched(named, slack) if slack else None)


def days_ahead(match: re.Match[str], context: Context) -> When:
    """ "three weeks from today", "a fortnight tomorrow"."""
    when = _offset(match, context, 1, exact=True)
    step = 1 if _said(match, "today") == "tomorrow" else 0
    return replace(when, named=Days(*(_days_on(day, step) for day in when.named))) if when.anchored else when


def deadline(match: re.Match[str], context: Context) -> When:
    """ "within six weeks of today", "within 28 days": the last day on which it can be done."""
    return replace(_offset(match, context, 1, exact=match["today"] is not None), role=Role.BY)


def later(match: re.Match[str], context: Context) -> When:
    """ "two days later", "a year earlier": from the time last named; a month and more also from the publication."""
    unit, grain = _said(match, "unit"), _UNIT_GRAIN[_said(match, "unit")]
    way = -1 if _said(match, "way") in ("earlier", "before") else 1
    low, high = number_range(_said(match, "number") or "one")
    if match["event"] is not None or low != high:
        return _unresolved(grain)
    by, near = UNITS[unit] * (way * low), context.named_before("day" if unit == "night" else unit)
    coarse = grain not in (Grain.DAY, Grain.WEEK)
    if near and coarse and near.resolved and near.grain in (Grain.DAY, Grain.WEEKDAY, Grain.TIME_OF_DAY) and way < 0:
        near = None  # "On Thursday it reported 5 million, up from 4 million a year earlier": not a year before Thursday
    if near is None or (coarse and way < 0 and not _is_over(near, context.published)):
        if coarse and way < 0 and context.published:
            return When(UNIT_AROUND[unit](shifted(context.published, by)), grain, resolved=True)
        return _unresolved(grain)
    named = Days(shifted(near.named.first, by), shifted(near.named.last, by))
    if coarse and near.named.first == near.named.last:
        return When(named, Grain.APPROX, resolved=True, loose=stretched(named, SLACK_DAYS[unit]))
    return When(named, near.grain, resolved=True)


def _is_over(when: When, published: date | None) -> bool:
    """Whether "a year earlier" can follow it: "by 2026" and "next May" are no starting points for a figure."""
    return not when.open_start and (published is None or when.named.first <= published)


def span(match: re.Match[str], context: Context) -> When:
    """ "the past nine years", "in the coming weeks", "in recent days"."""
    unit, number = _said(match, "unit"), _said(match, "number")
    if context.published is None:
        return _unresolved(_UNIT_GRAIN[unit])
    way = _STEP[_said(match, "rel")]
    far = shifted(context.published, UNITS[unit] * (way * number_range(number)[1]))
    first, last = sorted((context.published, far))
    return When(Days(first, last), _UNIT_GRAIN[unit], resolved=True)


def unit_edge(match: re.Match[str], context: Context) -> When:
    """ "year-end 2026", "the end of the month", "the turn of the year"."""
    unit, edge = _said(match, "unit"), _said(match, "edge")
    if unit == "year":
        # the year whose own end (or start) fits best: in February "the year-end" is the one just past
        placed = _dated(lambda y: _edge(year_of(y), edge), Grain.APPROX, match, context)
        if not placed.anchored:
            return _unresolved(Grain.APPROX)
        whole = year_of(placed.named.first.year)
    elif context.published:
        whole = UNIT_AROUND[unit](context.published)
    else:
        return _unresolved(Grain.APPROX)
    when = When(whole, Grain.APPROX, resolved=not _said(match, "year"))
    if edge == "turn":
        named = Days(whole.last, _days_on(whole.last, 1))
        return replace(when, named=named, loose=stretched(named, 16))
    return at_edge(when, edge)


def _edge(days: Days, edge: str) -> Days:
    match edge:
        case "middle":
            return part_of(days, "mid")
        case "start" | "beginning":
            return Days.on(days.first)
        case _:
            return Days.on(days.last)


def at_edge(when: When, edge: str) -> When:
    """The start, the middle or the end of a stretch, with how far the words may reach."""
    loose = None if edge == "middle" else edge_band(when.named, at_end=edge in ("end", "close"))
    return replace(when, named=_edge(when.named, edge), loose=loose, grain=Grain.APPROX)
