"""A time: the days that it names, the days that it leaves open, and how two times relate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta

from secondsource.grammar.calendar import ALWAYS, HOURS, Days, decade, half, in_year, month, quarter, shifted, year_of
from secondsource.grammar.possibilities import Relation


class Grain(StrEnum):
    """How finely a time is told."""

    TIME_OF_DAY = "time of day"
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    APPROX = "approximate"


class Role(StrEnum):
    """What the time does in its sentence."""

    ON = "on"
    BY = "by"
    UNTIL = "until"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    DURING = "during"
    FOR = "for"


OPEN_AT_START: Final = frozenset({Role.BY, Role.UNTIL, Role.BEFORE})
OPEN_AT_END: Final = frozenset({Role.SINCE, Role.AFTER, Role.FROM})
EDGES: Final = {Role.UNTIL: "end", Role.SINCE: "start", Role.FROM: "start"}
"""The roles that name the end or the start of something that lasts."""


@dataclass(frozen=True, slots=True)
class When:
    """One time as a text gives it.

    ``named`` are the days in the words themselves ("by January" names January); ``first`` and ``last`` are the days
    that the words leave open (everything up to 31 January).

    >>> by_january = When(month(2025, 1), Grain.MONTH, Role.BY)
    >>> by_january.last, by_january.open_start
    (datetime.date(2025, 1, 31), True)
    """

    named: Days
    grain: Grain = Grain.DAY
    role: Role = Role.ON
    loose: Days | None = None
    """How far "about", "the end of" and "a year ago" may reach; None where the words are exact."""
    other: Days | None = None
    """The second reading of "06/02/2025" or "next Friday"."""
    resolved: bool = False
    """Whether it needed the publication date (or another date of the text)."""
    weekday: int | None = None
    """The weekday as written, Monday 0."""
    mismatch: bool = False
    """Whether that weekday does not fall on that date."""
    year_assumed: bool = False
    """Whether the words leave the year out."""
    anchored: bool = True
    """False where nothing says which Thursday, or which 6 February: no date to hold on to."""
    hours: str = ""
    """The part of the day: "night", "before dawn", or none."""
    edges: tuple[Days, Days] | None = None
    """The first and the last time of what goes on "from 5 May to 7 June", each as finely as it is named."""
    adnominal: bool = field(default=False, compare=False)
    """Whether it describes a noun ("the fires of 1939") and does not tell when its verb came to pass."""

    @classmethod
    def on(cls, day: date) -> When:
        """A day of the calendar."""
        return cls(Days.on(day))

    @property
    def first(self) -> date:
        """The first day that it leaves open."""
        return _left_open(self, self.loose or self.named).first

    @property
    def last(self) -> date:
        """The last day that it leaves open."""
        return _left_open(self, self.loose or self.named).last

    @property
    def says_which(self) -> bool:
        """Whether it tells anything that can be compared: "on 16 August" and "on a Thursday" do, in whatever year."""
        return self.anchored or self.year_assumed or self.weekday is not None

    @property
    def open_start(self) -> bool:
        """Whether it has no first day of its own: by, until, before."""
        return self.role in OPEN_AT_START

    @property
    def open_end(self) -> bool:
        """Whether it has no last day of its own: since, after, from."""
        return self.role in OPEN_AT_END


def relate(source: When, fact: When) -> Relation:
    """How the source's time relates to the fact's: inside it ENTAILS, apart from it EXCLUDES, else COMPATIBLE.

    A coarser time leaves the fact open; "since", "until" and "from" are compared by the day that they name. A year
    that was left out is only held against another where month and day differ.

    >>> relate(When.on(date(2025, 2, 6)), When(month(2025, 2), Grain.MONTH))
    <Relation.ENTAILS: 'entails'>
    >>> relate(When(month(2025, 2), Grain.MONTH), When.on(date(2025, 2, 6)))
    <Relation.COMPATIBLE: 'compatible'>
    >>> relate(When.on(date(2025, 2, 4)), When.on(date(2025, 2, 6)))
    <Relation.EXCLUDES: 'excludes'>
    """
    if _is_bare_weekday(source) or _is_bare_weekday(fact):
        return _relate_weekdays(source, fact)
    if not (source.anchored or source.year_assumed) or not (fact.anchored or fact.year_assumed):
        return Relation.COMPATIBLE
    moved = in_the_year_of(source, fact)
    found = {_relate_days(one, days, fact) for one in _ways_to_read(moved) for days in _readings(fact)}
    relation = found.pop() if len(found) == 1 else Relation.COMPATIBLE
    year_is_known = moved is source or not fact.anchored
    return Relation.COMPATIBLE if relation is Relation.ENTAILS and not year_is_known else relation


def compatible_times(a: When, b: When) -> bool:
    """Whether some day is left open by both.

    >>> compatible_times(When(month(2025, 1), role=Role.BY), When.on(date(2024, 11, 8)))
    True
    """
    if {a.role, b.role} == {Role.UNTIL, Role.SINCE} and a.anchored and b.anchored:
        until, since = (a, b) if a.role is Role.UNTIL else (b, a)
        return since.named.first < until.named.last  # what is so until a day is so no longer from that day
    return not (a.anchored and b.anchored) or any(
        _left_open(a, x).meets(_left_open(b, y)) for x in _reach(a) for y in _reach(b)
    )


def edge(when: When, last: bool, role: Role) -> When:
    """Of what goes on "from 5 May to 7 June" its first or its last time, in another's role; any other time as it is.

    >>> may, june = Days.on(date(2025, 5, 5)), month(2025, 6)
    >>> plain(edge(When(may.joined(june), role=Role.DURING, edges=(may, june)), True, Role.ON))
    'Jun 2025'
    """
    if when.edges is None:
        return when
    return replace(when, named=when.edges[last], role=role, edges=None, loose=None)


def plain(when: When) -> str:
    """In few words, which read back as the same time.

    >>> plain(When.on(date(2025, 2, 6))), plain(When(month(2025, 1), Grain.MONTH, Role.BY))
    ('Thu 6 Feb 2025', 'by Jan 2025')
    """
    role = "" if when.role in (Role.ON, Role.DURING, Role.FOR) else f"{when.role} "
    hours = _HOURS_BEFORE.get(when.hours, "")
    return f"{role}{hours}{_days_in_words(when)}"


_HOURS_WITH_OF: Final = frozenset({"early hours", "small hours", "morning", "afternoon", "evening", "night"})
_HOURS_BEFORE: Final = {name: f"the {name} of " if name in _HOURS_WITH_OF else f"{name} on " for name in HOURS}


def _days_in_words(when: When) -> str:
    days = when.named
    if not when.anchored:
        if _is_bare_weekday(when):
            return _WEEKDAY_NAMES[when.weekday or 0]
        return _in_words(days, with_year=False) if when.year_assumed else "some time"
    return _in_words(days, with_year=True)


_WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _in_words(days: Days, with_year: bool) -> str:
    first, last = days
    year = first.year
    if first == last:
        return f"{first:%a} {_day(first)}" if with_year else f"{first.day} {first:%b}"
    if days == month(year, first.month):
        return f"{first:%b} {year}" if with_year else f"{first:%B}"
    if not with_year:
        return f"{first.day} {first:%b} to {last.day} {last:%b}"
    if days == year_of(year):
        return str(year)
    if days == decade(year):
        return f"the {year}s"
    number = (first.month + 2) // 3
    if days == quarter(year, number):
        return f"Q{number} {year}"
    if days == half(year, 1 + first.month // 7):
        return f"H{1 + first.month // 7} {year}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _left_open(when: When, days: Days) -> Days:
    """The days that it leaves open, of the days named."""
    return _open(when.role, days) if when.anchored else ALWAYS


def _open(role: Role, days: Days) -> Days:
    """What the role makes of the days named."""
    match role:
        case Role.BY | Role.UNTIL:
            return Days(date.min, days.last)
        case Role.BEFORE:
            return Days(date.min, shifted(days.first, relativedelta(days=-1)))
        case Role.SINCE | Role.FROM:
            return Days(days.first, date.max)
        case Role.AFTER:
            return Days(shifted(days.last, relativedelta(days=1)), date.max)
        case _:
            return days


def _readings(when: When) -> tuple[Days, ...]:
    return (when.named, when.other) if when.other else (when.named,)


def _ways_to_read(when: When) -> tuple[When, ...]:
    """A time that can be read in two ways as each of them."""
    return (when, replace(when, named=when.other, loose=None)) if when.other else (when,)


def _reach(when: When) -> tuple[Days, ...]:
    return (when.loose or when.named, *((when.other,) if when.other else ()))


def _is_bare_weekday(when: When) -> bool:
    return not when.anchored and when.weekday is not None and not when.year_assumed


def _relate_weekdays(source: When, fact: When) -> Relation:
    """Every Thursday against one Thursday, or against another weekday."""
    known = [w.weekday if _is_bare_weekday(w) else _weekday_of(w) for w in (source, fact)]
    if None in known or source.role is not fact.role:
        return Relation.COMPATIBLE
    if known[0] != known[1]:
        return Relation.EXCLUDES
    return Relation.ENTAILS if _is_bare_weekday(fact) else Relation.COMPATIBLE


def _weekday_of(when: When) -> int | None:
    single = when.anchored and when.named.first == when.named.last and when.other is None and when.loose is None
    return when.named.first.weekday() if single else None


def in_the_year_of(source: When, fact: When) -> When:
    """The source's time in the fact's year, where one of the two leaves its year out.

    >>> may = When(Days.on(date(2000, 5, 4)), year_assumed=True, anchored=False)
    >>> in_the_year_of(may, When.on(date(2025, 5, 3))).named.first
    datetime.date(2025, 5, 4)
    """
    if not (source.year_assumed or fact.year_assumed):
        return source
    by = fact.named.first.year - source.named.first.year
    if source.anchored and fact.anchored and (by == 0 or source.named.meets(fact.named)):
        return source  # "this winter" has days of two years
    return replace(
        source,
        named=in_year(source.named, source.named.first.year + by),
        loose=source.loose and in_year(source.loose, source.loose.first.year + by),
        other=source.other and in_year(source.other, source.other.first.year + by),
    )


def _relate_days(source: When, fact_days: Days, fact: When) -> Relation:
    """The relation for one reading of each."""
    source_reach = source.loose or source.named
    fact_reach = fact.loose if fact.loose and fact_days is fact.named else fact_days
    edge = EDGES.get(source.role), EDGES.get(fact.role)
    if edge[0] == edge[1] and edge[0] is not None:
        return _relate_sets(source.named, source_reach, fact_reach, fact, source)
    left, fact_left = _open(source.role, source_reach), _open(fact.role, fact_reach)
    if not left.meets(fact_left):
        return Relation.EXCLUDES
    if edge != (None, None):
        # "expires on 31 May" says as much as "runs until 31 May"; being under way in May does not.
        one_is_plain = source.role not in OPEN_AT_START | OPEN_AT_END or fact.role not in OPEN_AT_START | OPEN_AT_END
        return Relation.ENTAILS if one_is_plain and source.named.within(fact_reach) else Relation.COMPATIBLE
    return _relate_sets(_open(source.role, source.named), left, fact_left, fact, source)


def _relate_sets(stated: Days, reach: Days, fact_reach: Days, fact: When, source: When) -> Relation:
    """As for "about 600": what is stated entails, what the hedge reaches excludes."""
    if not reach.meets(fact_reach):
        return Relation.EXCLUDES
    if not stated.within(fact_reach):
        return Relation.COMPATIBLE
    return _relate_hours(source, fact) if stated.first == stated.last == fact.named.first else Relation.ENTAILS


def _relate_hours(source: When, fact: When) -> Relation:
    """The same day: do the parts of the day fit?"""
    if not fact.hours or source.hours == fact.hours:
        return Relation.ENTAILS
    if not source.hours:
        return Relation.COMPATIBLE
    (low, high), (fact_low, fact_high) = HOURS[source.hours], HOURS[fact.hours]
    if high <= fact_low or fact_high <= low:
        return Relation.EXCLUDES
    return Relation.ENTAILS if fact_low <= low and high <= fact_high else Relation.COMPATIBLE
