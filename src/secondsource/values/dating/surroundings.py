"""What stands around a phrase: "by", "early", "the end of", "the night of", "about"; and what makes a dateline.

All of it is read leftwards from the phrase, within :data:`REACH` characters, so that no text takes long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from secondsource.grammar.calendar import (
    SLACK_DAYS,
    SMALL_NUMBERS,
    UNITS,
    Days,
    part_of,
    shifted,
    stretched,
)
from secondsource.grammar.number_words import ORDINALS
from secondsource.language.tokens import Passage
from secondsource.values.dating.context import Direction, token_index
from secondsource.values.dating.direction import denied
from secondsource.values.dating.moved import is_new
from secondsource.values.dating.readers import at_edge
from secondsource.values.when import Grain, Role, When

REACH: Final = 64

# fmt: off
ROLES: Final[Mapping[str, Role]] = {
    "by": Role.BY, "no later than": Role.BY, "not later than": Role.BY, "as late as": Role.BY,
    "until": Role.UNTIL, "till": Role.UNTIL, "through": Role.UNTIL, "up to": Role.UNTIL, "up until": Role.UNTIL,
    "up to and including": Role.UNTIL, "through to": Role.UNTIL, "until on": Role.UNTIL, "until in": Role.UNTIL,
    "since": Role.SINCE, "ever since": Role.SINCE, "since in": Role.SINCE, "since at least": Role.SINCE,
    "from": Role.FROM, "as from": Role.FROM, "starting": Role.FROM, "beginning": Role.FROM, "starting on": Role.FROM,
    "effective": Role.FROM, "effective from": Role.FROM, "with effect from": Role.FROM, "starting from": Role.FROM,
    "effective on": Role.FROM, "effective as of": Role.FROM, "starting in": Role.FROM, "beginning on": Role.FROM,
    "beginning in": Role.FROM, "commencing": Role.FROM, "commencing on": Role.FROM, "on or after": Role.FROM,
    "no earlier than": Role.FROM, "not earlier than": Role.FROM, "not before": Role.FROM, "not until": Role.FROM,
    "no sooner than": Role.FROM, "until at least": Role.UNTIL, "through at least": Role.UNTIL,
    "before": Role.BEFORE, "ahead of": Role.BEFORE, "prior to": Role.BEFORE, "earlier than": Role.BEFORE,
    "as of before": Role.BEFORE, "on or before": Role.BY, "not after": Role.BY, "pre-": Role.BEFORE,
    "after": Role.AFTER, "later than": Role.AFTER, "following": Role.AFTER, "as of after": Role.AFTER,
    "until after": Role.AFTER, "post-": Role.AFTER,
    "during": Role.DURING, "throughout": Role.DURING, "over": Role.DURING, "in the course of": Role.DURING,
    "for": Role.FOR, "on": Role.ON, "in": Role.ON, "at": Role.ON, "as of": Role.ON, "as at": Role.ON, "dated": Role.ON,
    "as early as": Role.ON, "as long ago as": Role.ON,
}
# fmt: on
_ROLE: Final = re.compile(
    r"(?<![\w-])(?P<role>"
    + "|".join(re.escape(words).replace(r"\ ", r"\s{1,2}") for words in sorted(ROLES, key=len, reverse=True))
    + r")(?:(?<=-)|\s{1,2})(?:the\s{1,2})?$",
    re.I,
)
_ENDING: Final = re.compile(
    r"\b(?:expir(?:es?|ed|ing|y)|laps(?:es?|ed|ing)|end(?:s|ed|ing)?|(?:run|ran|runs)\sout)\s(?:on|in|at)\s{1,2}$", re.I
)
_PERIOD_ENDED: Final = re.compile(r"\b(?:months?|quarters?|year|half|weeks?|period)\send(?:ed|ing)\s", re.I)
_COMING_FROM: Final = re.compile(r"\bdat(?:es?|ed|ing)\s(?:back\s)?(?:from|to)\s{1,2}(?:the\s{1,2})?$", re.I)
_LASTING_TO: Final = re.compile(
    r"\b(?:runs?|ran|running|extend(?:s|ed|ing)?|extension|prolong(?:s|ed|ing)?|renew(?:s|ed|al)?|last(?:s|ed|ing)?|"
    r"continue[sd]?|valid|open|remain(?:s|ed)?|stay(?:s|ed)?)\b[^.;]{0,30}\b(?P<to>to)\s{1,2}(?:the\s{1,2})?$",
    re.I,
)
_HOURS: Final = re.compile(
    r"\b(?:the\s{1,2})?(?P<hours>before\s(?:dawn|sunrise|daybreak)|after\s(?:dark|midnight)|early\shours|"
    r"small\shours|dawn|sunrise|daybreak|early|late|morning|midday|noon|lunchtime|afternoon|evening|night|midnight|"
    r"dusk|sunset|nightfall)\s{1,2}(?:(?:of|on)\s{1,2})?$",
    re.I,
)
_PART: Final = re.compile(
    r"\b(?:the\s{1,2})?(?:(?P<vague>early|mid|late)(?:-|\s{1,2})(?:in\s{1,2})?|"
    r"(?P<edge>middle|beginning|start|end|close|(?:last|first|opening|closing|final)\sdays|(?:last|first|final)\sday|"
    r"(?:first|second|third|fourth|last|final)\sweek|(?:first|opening|last|closing|final)\s(?:"
    + "|".join(word for word in SMALL_NUMBERS if " " not in word)
    + r"|\d{1,2})\s(?:days|weeks|months)|(?:first|second)\shalf|first|tail\send)\s{1,2}of\s{1,2})(?:the\s{1,2})?$",
    re.I,
)
_ABOUT: Final = re.compile(
    r"\b(?:on\sor\sabout|on\sor\saround|about|around|circa|c\.|roughly|approximately|some\s?time\sin)\s{1,2}$", re.I
)
_SOME_DAY: Final = re.compile(
    r"\b(?:some|one|a|an\s(?:unnamed|unspecified))\s{1,2}(?:day|date|point|stage|moment|time|morning|night|evening)\s{1,2}"
    r"(?:in|during|of)\s{1,2}(?:the\s{1,2})?$",
    re.I,
)
_IS_OUT: Final = re.compile(r"\s(?:is|was|are|were)\s(?:out|over|up)\b|\s(?:ends|ended|closes)\b", re.I)
_ARTICLE: Final = re.compile(r"(?:\b(?:the|its|their|his|her|our|this|that|a)|['’]s)\s{1,2}$", re.I)
_OPEN_ENDED: Final = re.compile(
    r",?\s{1,2}(?:(?P<starts>onwards?|or\slater|or\safter|at\sthe\s(?:very\s)?earliest)|"
    r"or\searlier|or\ssooner|at\sthe\s(?:very\s)?latest)\b",
    re.I,
)
_POSSESSIVE: Final = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before a phrase. ``start`` is where it all begins, ``core`` where the phrase with its part begins."""

    start: int
    core: int
    role: Role
    part: str = ""
    about: bool = False
    said: str = ""
    """The preposition in its words."""


def frame(passage: Passage, free: int, start: int, end: int, one_day: bool) -> Frame:
    """Read leftwards from a phrase, no further than ``free``: the part of the day or of the period, then "about", then
    the preposition."""
    text = passage.text
    if _describes(passage, start, end):
        return Frame(start, start, Role.ON)
    base = max(free, start - REACH)
    left = text[base:start]
    part, core = "", start
    if found := (_HOURS if one_day else _PART).search(left):
        part = " ".join((found[found.lastgroup or 0]).lower().split())
        core = base + found.start(found.lastgroup or 0)
        left = left[: found.start()]
    if about := _ABOUT.search(left):
        left = left[: about.start()]
    if some_day := _SOME_DAY.search(left):
        left = left[: some_day.start()]
    role, begins, said = role_before(left)
    if role in (Role.ON, Role.BY, Role.FROM) and (open_ended := _OPEN_ENDED.match(text, end)):
        role = Role.FROM if open_ended["starts"] else Role.BY
    if role is Role.UNTIL and is_new(text, core):
        role = Role.ON  # what was put off until a day happens on it
    if role is Role.BEFORE and (_IS_OUT.match(text, end) or part in ("end", "close")):
        role = Role.BY  # "before the end of 2026" and "before 2026 is out" include its last day
    first = base + (begins if begins >= 0 else about.start() if about else found.start() if found else start - base)
    return Frame(first, core, role, part, about is not None, said)


def role_before(left: str) -> tuple[Role, int, str]:
    """The role that the words before a phrase give it, where the preposition begins (-1: none), and its words."""
    if found := _ROLE.search(left, max(0, len(left) - 32)):
        ends = _ENDING.search(left) and not _PERIOD_ENDED.search(left)
        said = " ".join(found["role"].lower().split())
        if _COMING_FROM.search(left):
            return Role.ON, found.start(), said  # what dates from a day came to be on it
        return Role.UNTIL if ends else ROLES[said], found.start(), said
    if lasting := _LASTING_TO.search(left):
        return Role.UNTIL, lasting.start("to"), "to"
    return Role.ON, -1, ""


def _describes(passage: Passage, start: int, end: int) -> bool:
    """Whether it tells which noun is meant: "after the 2020 cyclone", "before Tuesday's vote" date the noun alone."""
    text = passage.text
    if _POSSESSIVE.match(text, end):
        return True
    if text[end : end + 1] != " " or not _ARTICLE.search(text[max(0, start - 8) : start]):
        return False
    following = token_index(passage, end + 1)
    return following is not None and passage.tokens[following].pos in ("NOUN", "PROPN")


def framed(when: When, around: Frame) -> When:
    """The time with its role, and narrowed to the part that is meant."""
    if around.part and is_one_day(when):
        when = replace(when, hours=when.hours or around.part, grain=Grain.TIME_OF_DAY)
    elif around.part and when.anchored:
        when = _in_part(when, around.part)
    if around.about and when.anchored:
        slack = SLACK_DAYS.get(str(when.grain)) or 3
        when = replace(when, loose=stretched(when.loose or when.named, slack), grain=Grain.APPROX)
    return replace(when, role=when.role if around.role is Role.ON else around.role)


def from_then_on(when: When, around: Frame, looks: Direction, published: date | None) -> When:
    """ "As of 1 May" is how things stand on a day that is over, and the first day of what is to come."""
    ahead = looks is Direction.FUTURE or (published is not None and when.anchored and when.named.first > published)
    return replace(when, role=Role.FROM) if around.said == "as of" and ahead else when


def not_before(when: When, around: Frame, passage: Passage, at: int) -> When:
    """What will not open before May, or did not open until then, opens from then on."""
    bounded = around.role in (Role.BEFORE, Role.UNTIL) and around.said in NOT_BEFORE
    if bounded and denied(passage, at, around.role is Role.UNTIL):
        return replace(when, role=Role.FROM)
    return when


NOT_BEFORE: Final = frozenset({"before", "until", "till"})


def is_one_day(when: When) -> bool:
    """Whether it names a day, so that "late" means its evening; "late February" is a part of the month."""
    return when.grain in (Grain.DAY, Grain.WEEKDAY, Grain.TIME_OF_DAY)


def _in_part(when: When, part: str) -> When:
    """ "Early", "the end of", "the last day of", "the first week of" a period."""
    first, last = when.named
    match part.split():
        case ["early" | "mid" | "late"]:
            return replace(when, named=part_of(when.named, part), grain=Grain.APPROX)
        case ["first" | "second", "half"]:
            return replace(when, named=part_of(when.named, part), grain=Grain.HALF)
        case ["middle" | "beginning" | "start" | "end" | "close"]:
            return at_edge(when, part)
        case ["first", "day"] | ["first"]:
            return replace(when, named=Days.on(first), grain=Grain.DAY)
        case ["last" | "final", "day"]:
            return replace(when, named=Days.on(last), grain=Grain.DAY)
        case ["first" | "second" | "third" | "fourth" as number, "week"]:
            begins = shifted(first, relativedelta(weeks=ORDINALS[number] - 1))
            return replace(when, named=Days(begins, shifted(begins, relativedelta(days=6))), grain=Grain.WEEK)
        case ["last" | "final", "week"]:
            return replace(when, named=Days(shifted(last, relativedelta(days=-6)), last), grain=Grain.WEEK)
        case ["first" | "opening" | "last" | "closing" | "final" as side, number, "days" | "weeks" | "months" as unit]:
            return replace(when, named=_outermost(when.named, side, number, unit[:-1]), grain=Grain.APPROX)
        case ["first" | "opening", "days"]:
            return replace(at_edge(when, "start"), named=part_of(when.named, "early"))
        case _:
            return replace(at_edge(when, "end"), named=part_of(when.named, "late"))


def _outermost(days: Days, side: str, number: str, unit: str) -> Days:
    """The first ten days, or the last two weeks, of a period."""
    many = int(number) if number.isdecimal() else SMALL_NUMBERS[number]
    if side in ("first", "opening"):
        return Days(days.first, min(days.last, shifted(days.first, UNITS[unit] * many + relativedelta(days=-1))))
    return Days(max(days.first, shifted(days.last, UNITS[unit] * -many + relativedelta(days=1))), days.last)


_BEFORE_DATELINE: Final = re.compile(r"\W{0,3}(?:[A-Z][\w.’'-]{0,30}[ ,]{1,2}){1,5}")
_AFTER_DATELINE: Final = re.compile(
    r",?\s{1,2}\d{1,2}[:.h]\d\d|\s{0,2}\([^()\n]{1,40}\)\s{0,2}[-–—:]|\s{0,2}[-–—]{1,2}\s"
)
_AGENCY: Final = re.compile(r"\s{1,2}\([A-Z][^()\n]{1,40}\)\s{0,2}[-–—]")
_LONGEST_PLACE: Final = 60


def is_dateline(text: str, start: int, end: int) -> bool:
    """ "PORT SARRA, March 6 (Wire) -", "March 6 (Wire) -" and "Osterhaven, 24 October 2024, 07:00"."""
    if not text[:start].strip():
        return _AGENCY.match(text, end) is not None
    return (
        start <= _LONGEST_PLACE
        and _BEFORE_DATELINE.fullmatch(text, 0, start) is not None
        and _AFTER_DATELINE.match(text, end) is not None
    )
