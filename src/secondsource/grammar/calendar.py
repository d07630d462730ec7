"""The calendar: stretches of days, the words that name them, and the arithmetic between them.

>>> month(2025, 2).shown()
'2025-02-01..2025-02-28'
>>> part_of(month(2025, 2), "late").shown()
'2025-02-17..2025-02-28'
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from secondsource.grammar.number_words import ORDINALS, WORDS

DAY: Final = timedelta(days=1)
YEAR: Final = re.compile(r"(?:19|20)\d\d")
"""A year of our time, in digits."""


class Days(NamedTuple):
    """The days from ``first`` to ``last``, both included.

    >>> Days.on(date(2025, 2, 6)).within(month(2025, 2))
    True
    >>> month(2025, 2).meets(month(2025, 3))
    False
    """

    first: date
    last: date

    @classmethod
    def on(cls, day: date) -> Days:
        """One day alone."""
        return cls(day, day)

    def within(self, other: Days) -> bool:
        """Whether the other has every day of this one."""
        return other.first <= self.first and self.last <= other.last

    def meets(self, other: Days) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def joined(self, other: Days) -> Days:
        """From the first day of either to the last of either."""
        return Days(min(self.first, other.first), max(self.last, other.last))

    def distance(self, day: date) -> int:
        """How many days lie between a day and this stretch; 0 inside it."""
        return max((self.first - day).days, (day - self.last).days, 0)

    def shown(self) -> str:
        """In ISO notation: "2025-02-06", or "2025-02-01..2025-02-28"."""
        return self.first.isoformat() if self.first == self.last else f"{self.first}..{self.last}"


ALWAYS: Final = Days(date.min, date.max)

MONTHS: Final[Mapping[str, int]] = {name.lower(): i for i, name in enumerate(calendar.month_name) if name} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS: Final[Mapping[str, int]] = {name.lower(): i for i, name in enumerate(calendar.day_name)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS: Final[Mapping[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins, as northern newsrooms count; each lasts three months."""

DAY_ORDINALS: Final[Mapping[str, int]] = {word: number for word, number in ORDINALS.items() if number <= 31}
"""The days of a month in words."""
FEASTS: Final[Mapping[str, Callable[[int], date]]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "the new year": lambda year: date(year, 1, 1),
    "epiphany": lambda year: date(year, 1, 6),
    "valentine's day": lambda year: date(year, 2, 14),
    "patrick's day": lambda year: date(year, 3, 17),
    "ash wednesday": lambda year: easter(year) - 46 * DAY,
    "palm sunday": lambda year: easter(year) - 7 * DAY,
    "maundy thursday": lambda year: easter(year) - 3 * DAY,
    "good friday": lambda year: easter(year) - 2 * DAY,
    "easter sunday": easter,
    "easter": easter,
    "easter monday": lambda year: easter(year) + DAY,
    "may day": lambda year: date(year, 5, 1),
    "whit monday": lambda year: easter(year) + 50 * DAY,
    "halloween": lambda year: date(year, 10, 31),
    "all saints' day": lambda year: date(year, 11, 1),
    "armistice day": lambda year: date(year, 11, 11),
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
    "new year's eve": lambda year: date(year, 12, 31),
}
"""The days of a year that have a name."""
SMALL_NUMBERS: Final[Mapping[str, int]] = {"a": 1, "an": 1, "a hundred": 100, "one hundred": 100} | {
    word: value for word, value in WORDS.items() if value
}
"""The numbers that stand before "days" or "years" in words."""
VAGUE_NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "a couple of": (2, 3), "a few": (2, 9), "several": (2, 12), "some": (2, 12), "": (0, 12),
}  # fmt: skip
"""How many units a vague number may mean ("in recent weeks" has none): generous, since a day outside it contradicts."""

UNITS: Final[Mapping[str, relativedelta]] = {
    "day": relativedelta(days=1),
    "night": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
}
UNIT_DAYS: Final[Mapping[str, tuple[float, float]]] = {
    "minute": (1 / 1440, 1 / 1440), "hour": (1 / 24, 1 / 24), "day": (1, 1), "night": (1, 1), "week": (7, 7),
    "fortnight": (14, 14),
    "month": (28, 31), "quarter": (90, 92), "year": (365, 366), "decade": (3652, 3653),
}  # fmt: skip
"""The fewest and the most days that each unit has."""
SLACK_DAYS: Final[Mapping[str, int]] = {
    "day": 0, "night": 0, "week": 3, "fortnight": 4, "month": 16, "quarter": 45, "year": 183, "decade": 1500,
}  # fmt: skip
"""How far "three weeks ago" may be from three weeks to the day, for each unit."""

PART_SHARES: Final[Mapping[str, tuple[float, float]]] = {
    "early": (0, 0.4), "mid": (0.25, 0.75), "late": (0.6, 1), "first half": (0, 0.5), "second half": (0.5, 1),
}  # fmt: skip
"""Which share of a stretch a part of it covers; they overlap, since editors do not agree where "early" ends."""

HOURS: Final[Mapping[str, tuple[int, int]]] = {
    "before dawn": (0, 7), "before sunrise": (0, 7), "before daybreak": (0, 7), "early hours": (0, 7),
    "small hours": (0, 6), "dawn": (4, 8), "sunrise": (4, 9), "daybreak": (4, 8), "early": (0, 10),
    "morning": (0, 12),
    "midday": (11, 14), "noon": (11, 14), "lunchtime": (11, 15), "afternoon": (12, 19), "evening": (16, 24),
    "night": (17, 30),
    "late": (17, 30), "midnight": (23, 25), "dusk": (16, 22), "sunset": (16, 22), "nightfall": (16, 23),
    "after dark": (16, 30), "after midnight": (0, 6),
}  # fmt: skip
"""The hours of each part of a day; a night runs into the next morning."""


def clip(year: int) -> int:
    """A year that the calendar has.

    >>> clip(12025), clip(2025)
    (9999, 2025)
    """
    return min(max(year, date.min.year), date.max.year)


def day_of(year: int, month_number: int, day: int) -> date | None:
    """That day, or None where the calendar has none such.

    >>> day_of(2024, 2, 29), day_of(2025, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(year, month_number, day)
    except ValueError:
        return None


def shifted(day: date, by: relativedelta) -> date:
    """A day moved by calendar units, kept inside the calendar.

    >>> shifted(date(2025, 3, 31), relativedelta(months=-1))
    datetime.date(2025, 2, 28)
    """
    try:
        return day + by
    except (ValueError, OverflowError):
        return date.max if (by.years, by.months, by.days) > (0, 0, 0) else date.min


def stretched(days: Days, slack: int) -> Days:
    """The stretch with so many days more on either side.

    >>> stretched(Days.on(date(2025, 3, 1)), 2).shown()
    '2025-02-27..2025-03-03'
    """
    more = relativedelta(days=slack)
    return Days(shifted(days.first, -more), shifted(days.last, more))


def month(year: int, number: int) -> Days:
    """A calendar month.

    >>> month(2024, 2).shown()
    '2024-02-01..2024-02-29'
    """
    return Days(date(clip(year), number, 1), date(clip(year), number, calendar.monthrange(clip(year), number)[1]))


def months(year: int, number: int, count: int) -> Days:
    """So many months from one on.

    >>> months(2024, 12, 3).shown()
    '2024-12-01..2025-02-28'
    """
    first = date(clip(year), number, 1)
    return Days(first, shifted(first, relativedelta(months=count, days=-1)))


def quarter(year: int, number: int) -> Days:
    """A quarter of a calendar year.

    >>> quarter(2025, 4).shown()
    '2025-10-01..2025-12-31'
    """
    return months(year, 3 * number - 2, 3)


def half(year: int, number: int) -> Days:
    """A half of a calendar year.

    >>> half(2025, 1).shown()
    '2025-01-01..2025-06-30'
    """
    return months(year, 6 * number - 5, 6)


def season(year: int, name: str) -> Days:
    """A season; the winter of a year is the one that begins in it.

    >>> season(2024, "winter").shown()
    '2024-12-01..2025-02-28'
    """
    return months(year, SEASONS[name], 3)


def year_of(number: int) -> Days:
    """A calendar year.

    >>> year_of(2025).shown()
    '2025-01-01..2025-12-31'
    """
    return Days(date(clip(number), 1, 1), date(clip(number), 12, 31))


def decade(number: int) -> Days:
    """Ten years from the one named: 1990 is the 1990s.

    >>> decade(1990).shown()
    '1990-01-01..1999-12-31'
    """
    return Days(date(clip(number), 1, 1), date(clip(number + 9), 12, 31))


def week(day: date) -> Days:
    """The week that has this day, Monday to Sunday.

    >>> week(date(2025, 2, 6)).shown()
    '2025-02-03..2025-02-09'
    """
    monday = shifted(day, relativedelta(days=-day.weekday()))
    return Days(monday, shifted(monday, relativedelta(days=6)))


UNIT_AROUND: Final[Mapping[str, Callable[[date], Days]]] = {
    "day": Days.on,
    "week": week,
    "weekend": lambda day: Days(shifted(week(day).first, relativedelta(days=5)), week(day).last),
    "month": lambda day: month(day.year, day.month),
    "quarter": lambda day: quarter(day.year, (day.month + 2) // 3),
    "year": lambda day: year_of(day.year),
    "decade": lambda day: decade(day.year // 10 * 10),
}
"""The whole unit that a day lies in."""


def part_of(days: Days, name: str) -> Days:
    """The early, middle or late part, or one half, of a stretch.

    >>> part_of(month(2025, 4), "early").shown(), part_of(month(2025, 4), "late").shown()
    ('2025-04-01..2025-04-12', '2025-04-19..2025-04-30')
    """
    low, high = PART_SHARES[name]
    length = (days.last - days.first).days + 1
    return Days(
        days.first + timedelta(days=int(low * length)),
        days.first + timedelta(days=max(int(low * length), int(high * length + 0.999) - 1)),
    )


def edge_band(days: Days, at_end: bool) -> Days:
    """How far from the last (or first) day "the end" ("the start") of a stretch may reach: a fifth, at most 45 days.

    >>> edge_band(year_of(2025), at_end=True).shown()
    '2025-11-16..2025-12-31'
    """
    reach = timedelta(days=min(45, (days.last - days.first).days // 5 + 1))
    return (
        Days(max(days.first, days.last - reach), days.last)
        if at_end
        else Days(days.first, min(days.last, days.first + reach))
    )


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday on or before a day.

    >>> weekday_before(date(2025, 2, 7), 3), weekday_before(date(2025, 2, 6), 3)
    (datetime.date(2025, 2, 6), datetime.date(2025, 2, 6))
    """
    return shifted(day, relativedelta(days=-((day.weekday() - weekday) % 7)))


def weekday_after(day: date, weekday: int) -> date:
    """The next such weekday on or after a day.

    >>> weekday_after(date(2025, 2, 7), 3)
    datetime.date(2025, 2, 13)
    """
    return shifted(day, relativedelta(days=(weekday - day.weekday()) % 7))


@lru_cache(maxsize=4096)
def in_year(days: Days, year: int) -> Days:
    """The same days of another year (29 February becomes the 28th).

    >>> in_year(season(2023, "winter"), 2024).shown()
    '2024-12-01..2025-02-28'
    """
    by = relativedelta(years=clip(year) - days.first.year)
    first, last = shifted(days.first, by), shifted(days.last, by)
    whole_months = days.first.day == 1 and days.last < date.max and (days.last + DAY).day == 1
    return Days(first, month(last.year, last.month).last if whole_months else last)
