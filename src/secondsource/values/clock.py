"""Times of day: "at 21:40", "shortly before 10 pm", "half past nine", "by noon", "late on Tuesday evening".

>>> from secondsource.language import read
>>> from secondsource.sources import Source
>>> story = Source("wire", "It broke out at 9.40 pm and was out before three in the morning.")
>>> for mention in find(read(story).passages[0]):
...     print(mention.core.of(story.text), "=", plain(mention.value))
9.40 pm = 21:40
three = before 03:00
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from secondsource.grammar.calendar import HOURS
from secondsource.grammar.clock import BESIDE, DAY, HOUR, NOON, ClockTime, clock_times
from secondsource.grammar.possibilities import Interval, Relation
from secondsource.language.tokens import Passage
from secondsource.sources import Kind, Span
from secondsource.values.dating.attachment import modified
from secondsource.values.dating.direction import denied
from secondsource.values.dating.surroundings import NOT_BEFORE, role_before
from secondsource.values.mention import Mention
from secondsource.values.when import EDGES, OPEN_AT_END, OPEN_AT_START, Role

PART: Final = "part of the day"
"""How a time is read that only a part of the day is named for: "on Tuesday evening"."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as a text gives it, in minutes after midnight.

    ``named`` are the minutes that the words name ("by noon" names noon, "shortly before ten" a stretch of minutes),
    ``other`` the same in the other half of the day where nothing says which is meant.
    """

    named: Interval
    other: Interval | None = None
    role: Role = Role.ON
    slack: int = 0
    """By how many minutes it may be rounded: a full hour sooner than 21:43."""
    about: int = 0
    """How far "about" may reach, in minutes."""
    zone: str = ""
    adnominal: bool = field(default=False, compare=False)
    """Whether it describes a noun ("the 9.40 train") and does not tell when its verb came to pass."""

    @property
    def readings(self) -> tuple[Interval, ...]:
        """What it may mean: one stretch of minutes, or two."""
        return (self.named, self.other) if self.other else (self.named,)


def find(passage: Passage) -> list[Mention[Clock]]:
    """The times of day that a passage names, in order; where it names none, the parts of the day.

    >>> for text in ("It opens from 9 to 5 pm.", "It rang late in the evening."):
    ...     [passage] = read(Source("a", text)).passages
    ...     print([plain(mention.value) for mention in find(passage)])
    ['from 09:00', 'until 17:00']
    ['16:00 to 00:00']
    """
    found: list[Mention[Clock]] = []
    free = 0
    for time in clock_times(passage.text):
        found.append(_told(passage, time, free))
        free = time.end
    return _in_pairs(found, passage) or list(_parts(passage))


def stands_alone(passage: Passage, found: Sequence[Mention[Clock]]) -> bool:
    """Whether a line has nothing but an hour in it.

    >>> lines = [read(Source("a", text)).passages[0] for text in ("21:40", "It sank at 21:40.")]
    >>> [stands_alone(line, find(line)) for line in lines]
    [True, False]
    """
    if len(found) != 1:
        return False
    rest = passage.text.replace(found[0].span.moved(-passage.span.start).of(passage.text), "")
    return not any(c.isalnum() for c in rest)


_REACH: Final = 48
_SLACK: Final = ((15, 5), (5, 2), (1, 0))
"""Up to how many minutes a time is rounded that is a whole number of quarters, of five minutes, or of minutes."""
_BESIDE: Final = re.compile(BESIDE + r"(?:12\s)?$")
_BESIDE_BY: Final = 30
_ABOUT: Final = re.compile(
    r"\b(?:about|around|approximately|roughly|circa|towards?|near(?:ly)?|almost|close\sto)\s(?:12\s)?$", re.I
)
_ABOUT_BY: Final = 20


def _told(passage: Passage, time: ClockTime, free: int) -> Mention[Clock]:
    """One time with the words that stand before it, no further than ``free``."""
    base = max(free, time.start - _REACH)
    left = passage.text[base : time.start]
    low = high = float(time.minute)
    about, begins, role = 0, time.start, Role.ON
    if beside := _BESIDE.search(left):
        begins = base + beside.start()
        low, high = (low - _BESIDE_BY, high) if beside["way"].lower() == "before" else (low, high + _BESIDE_BY)
    else:
        if hedge := _ABOUT.search(left):
            about, begins, left = _ABOUT_BY, base + hedge.start(), left[: hedge.start()]
        role, at, said = role_before(left)
        if said in NOT_BEFORE and denied(passage, time.start):
            role = Role.FROM  # "did not open until 2 pm"
        begins = base + at if at >= 0 else begins
    named = Interval(low, high, low_open=low == time.minute < high, high_open=low < time.minute == high)
    when = Clock(
        named,
        _moved(named, NOON) if time.half_open else None,
        Role.ON if role in (Role.DURING, Role.FOR) else role,
        next(slack for step, slack in _SLACK if time.minute % step == 0) if low == high else 0,
        about,
        time.zone,
    )
    return _mention(passage, when, begins, time.start, time.end, "time")


_JOINING: Final = frozenset({" to ", " and ", " until ", " till ", "-", "–", " - ", " – "})


def _moved(minutes: Interval, by: int) -> Interval:
    return replace(minutes, low=minutes.low + by, high=minutes.high + by)


def _mention(passage: Passage, when: Clock, start: int, core: int, end: int, rule: str) -> Mention[Clock]:
    base = passage.span.start
    inside = Span(base + core, base + end)
    is_prose = passage.kind in (Kind.PROSE, Kind.HEADING)
    when = replace(when, adnominal=is_prose and modified(passage, inside) is not None)
    return Mention("clock", when, Span(base + start, base + end), inside, rule)


def _in_pairs(found: list[Mention[Clock]], passage: Passage) -> list[Mention[Clock]]:
    """ "From 9 to 5" is the time at which something begins and that at which it ends; "between 9 and 10" one time."""
    base = passage.span.start
    kept: list[Mention[Clock]] = []
    for mention in found:
        joint = passage.text[kept[-1].span.end - base : mention.core.start - base] if kept else ""
        if joint in _JOINING and joint != " and ":
            kept[-1] = _in_role(kept[-1], Role.FROM)
            kept.append(_in_role(mention, Role.UNTIL))
        elif joint == " and " and passage.text.endswith(_BETWEEN, 0, kept[-1].core.start - base):
            kept[-1] = _stretch(passage, kept[-1], mention)
        else:
            kept.append(mention)
    return kept


_BETWEEN: Final = ("between ", "Between ")


def _in_role(mention: Mention[Clock], role: Role) -> Mention[Clock]:
    return replace(mention, value=replace(mention.value, role=role))


def _stretch(passage: Passage, first: Mention[Clock], last: Mention[Clock]) -> Mention[Clock]:
    """One time from two between which it is."""
    base, start, end = passage.span.start, first.value.named, last.value.named
    end = end if end.high >= start.low else _moved(end, DAY)
    when = replace(first.value, named=Interval(start.low, end.high), other=None, slack=0)
    return _mention(passage, when, first.span.start - base, first.core.start - base, last.core.end - base, "stretch")


_PARTS: Final = re.compile(
    r"\b(?:(?P<late>late)\s(?:(?:on|in)\s)?(?:the\s)?)?(?:in\sthe\s|at\s|before\s|after\s|by\s|this\s|that\s|the\s|"
    r"yesterday\s|tomorrow\s|last\s|[MTWFS][a-z]{2,5}day\s)"
    r"(?P<part>early\shours|small\shours|dawn|sunrise|daybreak|morning|lunchtime|afternoon|evening|night|dusk|sunset|"
    r"nightfall|dark)\b(?!['’-])"
)


def _parts(passage: Passage) -> Iterator[Mention[Clock]]:
    """The parts of the day that a passage names, where it tells no hour."""
    for match in _PARTS.finditer(passage.text):
        part = match["part"]
        with_way = " ".join(match[0].split()[-2:])
        hours = HOURS.get(with_way) or HOURS.get(part)
        if hours is None or (match["late"] and part == "morning"):
            continue
        when = Clock(Interval(hours[0] * HOUR, hours[1] * HOUR))
        yield _mention(passage, when, match.start(), match.start("part"), match.end(), PART)


def relate(source: Clock, fact: Clock) -> Relation:
    """How the source's time relates to the fact's, each in whichever half of the day brings them nearest.

    What may be rounded rules nothing out nearby, and two zones leave everything open.

    >>> ten, before_ten = Clock(Interval(1320, 1320), slack=5), Clock(Interval(1290, 1320, low_open=True))
    >>> at = lambda minute: Clock(Interval(minute, minute))
    >>> [relate(when, at(1300)).value for when in (at(1300), before_ten, at(1360))], relate(ten, at(1322)).value
    (['entails', 'compatible', 'excludes'], 'compatible')
    """
    found = {
        _relate(_moved(theirs, by), source, ours, fact)
        for theirs in source.readings
        for ours in fact.readings
        for by in (-DAY, 0, DAY)
    }
    if Relation.ENTAILS in found:
        return Relation.ENTAILS
    return Relation.EXCLUDES if found == {Relation.EXCLUDES} and source.zone == fact.zone else Relation.COMPATIBLE


def _relate(theirs: Interval, source: Clock, ours: Interval, fact: Clock) -> Relation:
    same_edge = EDGES.get(source.role) is not None and EDGES.get(source.role) == EDGES.get(fact.role)
    left = theirs if same_edge else _open(source.role, theirs)
    fact_left = _wider(ours if same_edge else _open(fact.role, ours), fact.about)
    if not _wider(left, source.about + max(source.slack, fact.slack)).meets(fact_left):
        return Relation.EXCLUDES
    one_edge = source.role is not fact.role and {source.role, fact.role} & EDGES.keys()
    # What lasts until noon, or begins at noon, is so to the minute.
    stated, wanted = (theirs, _wider(ours, fact.about)) if one_edge else (left, fact_left)
    return Relation.ENTAILS if stated.within(wanted) else Relation.COMPATIBLE


def _open(role: Role, minutes: Interval) -> Interval:
    """What the role makes of the minutes named: half a day before them, or after."""
    if role in OPEN_AT_START:
        return Interval(minutes.high - NOON, minutes.high, high_open=role is Role.BEFORE)
    if role in OPEN_AT_END:
        return Interval(minutes.low, minutes.low + NOON, low_open=role is Role.AFTER)
    return minutes


def _wider(minutes: Interval, by: int) -> Interval:
    return replace(minutes, low=minutes.low - by, high=minutes.high + by) if by else minutes


def plain(when: Clock) -> str:
    """In few words.

    >>> plain(Clock(Interval(1300, 1300), role=Role.BY)), plain(Clock(Interval(1290, 1320)))
    ('by 21:40', '21:30 to 22:00')
    """
    role = "" if when.role is Role.ON else f"{when.role} "
    zone = f" {when.zone}" if when.zone else ""
    shown = " or ".join(_shown(reading) for reading in when.readings)
    return f"{role}{'about ' if when.about else ''}{shown}{zone}"


def _shown(minutes: Interval) -> str:
    low, high = (f"{int(m % DAY) // HOUR:02}:{int(m % HOUR):02}" for m in (minutes.low, minutes.high))
    return low if low == high else f"{low} to {high}"
