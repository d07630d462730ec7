"""The time of day as it is written: "21:40", "9.40 pm", "2140 GMT", "half past nine", "noon", "shortly after four".

>>> [(time.minute, time.half_open) for time in clock_times("They met at 21:40 and again at half past nine.")]
[(1300, False), (570, True)]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from secondsource.grammar.number_words import WORDS
from secondsource.grammar.wordlist import preceded_by

HOUR: Final = 60
NOON: Final = 12 * HOUR
DAY: Final = 24 * HOUR
"""In minutes."""


class ClockTime(NamedTuple):
    """A time of day in a text: the place of its figures, and the minute after midnight that they name."""

    start: int
    end: int
    minute: int
    half_open: bool = False
    """Whether nothing says which half of the day is meant, so that it may be twelve hours later too."""
    zone: str = ""
    """ "GMT", where a zone other than the place's own is named."""


_NUMBERS: Final = {word: number for word, number in WORDS.items() if 1 <= number <= 29}
_HOUR_WORDS: Final = {word: number for word, number in _NUMBERS.items() if number <= 12}
_WORD: Final = "|".join(sorted(_HOUR_WORDS, key=len, reverse=True))
_TWELVE: Final = rf"(?P<hour>1[0-2]|0?[1-9]|(?i:{_WORD}))"
_START: Final = r"(?<![\w:/£$€])(?<!\d[.,])"
_END: Final = r"(?![\d%€]|[.,:]\d)"
_HALF: Final = r"(?P<half>[ap])(?:m\b|\.\s?m\b\.?)"
_PART: Final = (
    r"(?:[\s,]{1,2}(?:local\stime|GMT|UTC))?,?\s(?:(?:(?i:on|in|the|this|that|last|next|at|same|yesterday|tomorrow|of)|"
    r"early|late|[MTWFS][a-z]{2,5}day)\s){0,4}(?P<part>morning|afternoon|evening|night|lunchtime)s?\b"
)
_CUE: Final = r"(?<=\b(?i:at|by)\s)"
BESIDE: Final = (
    r"(?i:\b(?:shortly|just|soon|moments|minutes|immediately|a\s(?:little|bit|few\sminutes)|right)\s"
    r"(?P<way>before|after|past)\s)"
)
"""Words that put something a little before a time, or after it."""
_FOLLOWED: Final = r"(?=\s?(?:[.,;:)]|$)|\s(?:and|on|in|when|as|with|last|this|that|yesterday|today|local)\b)"

_FORMS: Final = (
    # 21:40, 9:40 pm, 21h40
    rf"{_START}(?P<hour>[01]?\d|2[0-4])(?::|h)(?P<minute>[0-5]\d)(?::[0-5]\d)?{_END}(?:\s?(?:{_HALF}|hrs\b|h\b))?",
    # 9.40 pm, 21.40 hrs, 9.40 on Monday morning
    rf"{_START}(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d){_END}(?:\s?(?:{_HALF}|hrs\b)|(?={_PART}))",
    # at 10.00, at 19.45
    rf"{_CUE}(?P<hour>[01]?\d|2[0-4])\.(?P<minute>00|30){_END}{_FOLLOWED}",
    rf"{_CUE}(?P<hour>0\d|1[3-9]|2[0-4])\.(?P<minute>[0-5]\d){_END}{_FOLLOWED}",
    # 2140 GMT, 2140 hrs, at 0640
    rf"{_START}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d){_END}(?=\s?(?:GMT|UTC|Z\b|hrs\b|local\stime))",
    rf"{_CUE}(?P<hour>0\d|1\d|2[0-4])(?P<minute>[0-5]\d){_END}(?=\shours\b)",
    rf"{_CUE}(?P<hour>0\d)(?P<minute>[0-5]\d){_END}(?!\s[a-z]{{2,12}}s\b)",
    # 9 pm, nine o'clock
    rf"{_START}{_TWELVE}\s?{_HALF}",
    rf"{_START}{_TWELVE}\so['’]clock\b",
    # between 2 and 3 pm, 7-9 pm
    rf"{_START}{_TWELVE}(?=\s?(?:to|and|until|till|[-–])\s?(?P<last>\d{{1,2}})(?:[:.]\d\d)?\s?{_HALF})",
    # half past nine, a quarter to ten, ten minutes past three
    rf"\b(?i:(?P<past>half|(?:a\s)?quarter|(?P<many>\d{{1,2}}|[a-z]{{3,6}}(?:-five)?)(?:\sminutes?)?)\s(?P<way>past)|"
    rf"(?P<to>(?:a\s)?quarter|(?P<less>\d{{1,2}}|[a-z]{{3,6}}(?:-five)?)\sminutes?)\sto)\s"
    rf"(?:{_TWELVE}|(?P<named>noon|midday|midnight))\b(?!-)",
    # noon
    preceded_by("at by until till before after around about since from past to of between and towards 12")
    + r"(?P<named>noon|midday|midnight)\b(?![\s-](?:sun|mass|meal|heat|oil|hour|curfew))",
    # shortly after six; at six in the morning
    rf"{BESIDE}{_TWELVE}{_FOLLOWED}",
    rf"{_START}{_TWELVE}(?=\s(?:in\sthe\s(?:early\s)?(?P<part>morning|afternoon|evening)|at\snight)\b)",
)
_PATTERNS: Final = tuple(re.compile(form) for form in _FORMS)
_MAY_BE: Final = re.compile(
    BESIDE + "|"
    r"\d[:.h]\d\d|\b(?:\d{4}(?=\s?(?:GMT|UTC|Z\b|hrs\b|hours\b|local\stime))|0\d{3}\b)|\d\s?[ap]\.?m\b|o['’]clock|"
    r"\b(?:[a-z]{3,6}\s[ap]\.?m|past|quarter\sto|minutes?\sto|noon|"
    r"midday|midnight|in\sthe\s(?:early\s)?(?:morning|afternoon|evening)|at\snight)\b",
    re.I,
)
"""What a text must have in it for any of the forms."""
_NAMED: Final[Mapping[str, int]] = {"noon": NOON, "midday": NOON, "midnight": 0}
_ZONE: Final = re.compile(
    r"\s?(?:local\stime|hrs\b|(?P<zone>GMT|UTC|Z|BST|CES?T|EES?T|E[SD]?T|C[SD]T|P[SD]T|PT|IST|EAT|WAT|JST)\b)"
)
_SAME_ZONE: Final[Mapping[str, str]] = {"UTC": "GMT", "Z": "GMT"}
_BEHIND: Final = re.compile(_PART)
_AHEAD: Final = re.compile(
    r"\b(?P<part>morning|afternoon|evening|night)s?,?(?:\s(?:at|by|about|around|shortly|just|before|after)){0,3}\s$"
)
_TAKEN: Final = re.compile(r"\b(?:(?:time|record|lap|best|win|finish\w*)\s(?:of|in)|[Rr]ace\sin|ratio\sof)\s$")
_REACH: Final = 48
_AFTERNOON: Final[Mapping[str, Callable[[int], bool]]] = {
    "p": lambda hour: True,
    "a": lambda hour: False,
    "morning": lambda hour: False,
    "afternoon": lambda hour: True,
    "lunchtime": lambda hour: hour != 11,
    "evening": lambda hour: True,
    "night": lambda hour: 5 < hour < 12,
}
"""Whether an hour of the clock is meant that is after noon, by the words beside it."""


@lru_cache(maxsize=4096)
def clock_times(text: str) -> tuple[ClockTime, ...]:
    """The times of day in a text, in order.

    >>> [time.minute // 60 for time in clock_times("from 9 am to 5 pm, not at noon")]
    [9, 17, 12]
    """
    if not _MAY_BE.search(text):
        return ()
    candidates = sorted(
        ((match.start(), -match.end(), match) for pattern in _PATTERNS for match in pattern.finditer(text)),
        key=lambda candidate: candidate[:2],
    )
    return tuple(_apart(candidates, text))


def _apart(candidates: list[tuple[int, int, re.Match[str]]], text: str) -> Iterator[ClockTime]:
    """What was found, without what overlaps something that begins before it."""
    end = 0
    for start, _, match in candidates:
        found = _read(match, text) if start >= end else None
        if found is not None:
            end = found.end
            yield found


def _read(match: re.Match[str], text: str) -> ClockTime | None:
    if _TAKEN.search(text, max(0, match.start() - 24), match.start()):
        return None  # "a time of 3:58"
    start = match.start("hour") if _BESIDE_IT.match(match[0]) else match.start()
    minute, half_open = _minute_of_day(match, text)
    if minute is None:
        return None
    zone = _ZONE.match(text, match.end())
    name = (zone["zone"] or "") if zone else ""
    return ClockTime(start, zone.end() if zone else match.end(), minute, half_open, _SAME_ZONE.get(name, name))


def _minute_of_day(match: re.Match[str], text: str) -> tuple[int | None, bool]:
    """The minute after midnight, None where a word is no number; and whether it may be twelve hours later too."""
    told = match.groupdict()
    minute = _minute(told)
    if minute is None:
        return None, False
    if named := told.get("named"):
        return (_NAMED[named] + minute) % DAY, False
    hour = _number(match["hour"])
    if hour > 12 or match["hour"].startswith("0") or _FOUR_DIGITS.fullmatch(match[0]):
        return (hour * HOUR + minute) % DAY, False
    part = told.get("half") or _part(text, match)
    is_after_noon = part is not None and _AFTERNOON[part](hour % 12 or 12)
    if (last := told.get("last")) and int(last) % 12 < hour % 12:
        is_after_noon = not is_after_noon  # "from 9 to 5 pm" begins in the morning
    return ((hour % 12 + 12 * is_after_noon) * HOUR + minute) % DAY, part is None


_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_BESIDE_IT: Final = re.compile(BESIDE)


def _part(text: str, match: re.Match[str]) -> str | None:
    """The part of the day that the words beside a time name."""
    behind = _BEHIND.match(text, match.end()) or _AHEAD.search(text, max(0, match.start() - _REACH), match.start())
    return behind["part"] if behind else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word.lower()]


def _minute(told: Mapping[str, str | None]) -> int | None:
    """The minutes after the hour that is named, or before it."""
    if told.get("minute"):
        return int(told["minute"] or 0)
    if told.get("past"):
        return _part_of_hour(told["past"] or "", told["many"])
    if told.get("to"):
        before = _part_of_hour(told["to"] or "", told["less"])
        return None if before is None else -before
    return 0


def _part_of_hour(said: str, many: str | None) -> int | None:
    """ "Half", "a quarter", "ten minutes"; None where the word is no number."""
    low = said.lower()
    if low == "half":
        return HOUR // 2
    if low.endswith("quarter"):
        return HOUR // 4
    word = (many or "").lower()
    return int(word) if word.isdecimal() else _NUMBERS.get(word)
