"""The typed holes of a sentence: how each is written, and what reads it.

A value is read by the grammar that reads the sources, so "1,200", "one hundred and forty-four", "$1.2bn" and
"6 February 2025" mean in a scenario what they mean in an article.
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from secondsource.facts.suggesting import did_you_mean
from secondsource.grammar.calendar import MONTHS, WEEKDAYS, day_of
from secondsource.steps.faults import Misread

if TYPE_CHECKING:
    from secondsource.grammar.numerals import Numeral

QUOTED = (
    r'"[^"]{1,4000}"|“[^”]{1,4000}”|„[^“”]{1,4000}[“”]|«[^»]{1,4000}»|‘[^’]{1,4000}’'
    r'|["“”„][^"“”„]{1,4000}["“”„]'
)
"""A quotation in straight or typographic marks; as a last resort, in a pair that does not match."""

_NUMBER = r"[\w,.'’-]{1,40}(?:\s[\w-]{1,20}){0,5}?"


@dataclass(frozen=True, slots=True)
class Type:
    """How one kind of hole is written (a regular expression with no group) and how it is called in the catalogue."""

    regex: str
    meaning: str


TYPES = {
    "quoted": Type(QUOTED, 'words in quotation marks, "straight" or “typographic”'),
    "person": Type(rf"(?:{QUOTED})|[^\"“”„]{{1,200}}?", "a name, in quotation marks or without"),
    "names": Type(rf"(?:{QUOTED})(?:\s*,\s*(?:{QUOTED}))*(?:,?\s+and\s+(?:{QUOTED}))?", "names in quotation marks"),
    "tier": Type("primary|secondary", "primary or secondary, as the register says"),
    "percent": Type(rf"{_NUMBER}\s?(?:%|per\s?cent)", "a percentage: 5 %, 2.5 percent"),
    "noun": Type(r"[^\W\d_][\w-]{1,40}", "a word for a kind of thing: resolution"),
    "number": Type(_NUMBER, "a whole number in figures or words: 2, two"),
    "share": Type(r".{1,200}", "a share: 61 %, a third, one in five"),
    "amount": Type(r".{1,200}", "an amount with its currency: $13.3 million, KSh 1.2bn"),
    "count": Type(r".{1,200}", "a count with its unit: 144 officers, more than 700 people"),
    "date": Type(r".{1,200}", "a day, month or year: 6 February 2025, 2025-02-06, February 2025"),
    "day": Type(r".{1,80}", "one day: 6 February 2025, February 6, 2025, 2025-02-06"),
    "weekday": Type(r"\w{1,40}", "a day of the week: Thursday"),
    "identifier": Type(r".{1,200}", "a numbered thing: Resolution 2699, Section 427, flight KQ 100"),
    "what": Type(r".{1,400}?", "words for a thing or an event: the pledge, the departure of the third contingent"),
    "place": Type(r".{1,200}", "a place: Dar es Salaam"),
    "role": Type(r".{1,200}", "an office or part: the mission's commander"),
    "sentence": Type(r".{1,4000}", "a plain sentence"),
    "claim": Type(
        rf"(?:the\s+)?claim\s+(?:{QUOTED})|(?:the\s+)?fact\s+(?:{QUOTED})|it|them|any\s+of\s+them|this|that\s+.{{1,4000}}",
        'the claim "...", the fact "id", it, them, or that and a sentence',
    ),
}

_DAY_MONTH = re.compile(
    r"(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>[A-Za-z]{3,9})\.?,?\s(?P<year>\d{4})"
)
_MONTH_DAY = re.compile(r"\b(?P<month>[A-Za-z]{3,9})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})")
# Without a year only the ends of months are looked at: "45 June" is no slip of a date.
_DAY_MONTH_ONLY = re.compile(
    r"\b(?P<day>29|30|31)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>[A-Za-z]{3,9})\b(?!\.?,?\s\d{4})"
)
LEAP = "2024"
"""A day that is given without its year may be of any year, of one with a 29 February too."""
_FEW = re.compile("[1-9][0-9]?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})")


def unquoted(text: str) -> str:
    """The words inside quotation marks; a text without them as it is.

    >>> unquoted("“AP”"), unquoted('"AP"'), unquoted("AP")
    ('AP', 'AP', 'AP')
    """
    text = text.strip()
    return text[1:-1].strip() if re.fullmatch(QUOTED, text) else text


def numbers(text: str) -> Sequence[Numeral]:
    """The numerals of a text."""
    from secondsource.grammar.numerals import numerals  # most dossiers have none, and its grammar takes a while

    return numerals(text)


def whole_number(text: str) -> int:
    """A whole number.

    >>> whole_number("two"), whole_number("1,200")
    (2, 1200)
    """
    if _FEW.fullmatch(text.strip()):
        return int(text)
    found = numbers(text.strip())
    if len(found) != 1 or found[0].vague or found[0].start != 0 or found[0].end != len(text.strip()):
        raise Misread("bad-value", f'"{text}" is not a whole number', "write 2 or two")
    if found[0].value != int(found[0].value):
        raise Misread("bad-value", f'"{text}" is not a whole number')
    return int(found[0].value)


def day(text: str) -> date:
    """One day of the calendar.

    >>> day("6 February 2025") == day("February 6, 2025") == day("2025-02-06") == day("Thursday 6 February 2025")
    True
    """
    first, _, rest = text.strip().partition(" ")
    named = WEEKDAYS.get(first.rstrip(",.").lower())
    written = text.strip() if named is None else rest.strip()
    for form in (_ISO, _DAY_MONTH, _MONTH_DAY):
        if found := form.fullmatch(written):
            read = _calendar_day(found.groupdict(), text)
            if named is not None and read.weekday() != named:
                raise Misread("bad-value", f"{written} is a {read:%A}, not a {first.rstrip(',.')}")
            return read
    raise Misread("bad-value", f'"{text}" is not a day', "write it as 6 February 2025 or 2025-02-06")


def _calendar_day(parts: dict[str, str], text: str) -> date:
    month = int(parts["number"]) if "number" in parts else MONTHS.get(parts["month"].lower(), 0)
    read = day_of(int(parts["year"]), month, int(parts["day"]))
    if read is None:
        hint = did_you_mean(parts["month"], MONTHS) if not month and "month" in parts else ""
        raise Misread("bad-value", f'"{text}" is not a day of the calendar', hint)
    return read


def names_a_day(text: str) -> bool:
    """Whether a date is written to the day; one that the calendar does not have is refused.

    >>> names_a_day("6 February 2025"), names_a_day("February 2025")
    (True, False)
    """
    if re.match(r"\d{4}$|[^\W\d_]+\.?\s\d{4}$|(?:early|mid|late)\b", text.strip()):
        return False
    return bool(day(text))


def impossible_day(sentence: str) -> str:
    """A day in a sentence that the calendar does not have; empty where all are sound. A quotation keeps its slips.

    >>> [impossible_day(words) for words in ("They left on 31 February 2025", "until 31 June", "on 29 February")]
    ['31 February 2025', '31 June', '']
    """
    told = re.sub(QUOTED, lambda found: " " * len(found[0]), sentence)
    for form in (_ISO, _DAY_MONTH, _MONTH_DAY, _DAY_MONTH_ONLY):
        for found in form.finditer(told):
            parts = found.groupdict()
            month = int(parts["number"]) if "number" in parts else MONTHS.get(parts["month"].lower(), 0)
            if ("number" in parts or month) and not day_of(int(parts.get("year", LEAP)), month, int(parts["day"])):
                return found[0]
    return ""


def no_such_day(written: str) -> Misread:
    """What is told of a day that there is not."""
    return Misread("bad-date", f'"{written}" is not a day of the calendar', "put the day or the month right")


def weekday(text: str) -> str:
    """The name of a day of the week.

    >>> weekday("thursday")
    'Thursday'
    """
    name = text.strip().lower()
    if name not in WEEKDAYS:
        raise Misread("bad-value", f'"{text}" is not a day of the week', did_you_mean(name, WEEKDAYS))
    return day_name[WEEKDAYS[name]]


def percentage(text: str) -> float:
    """A tolerance as a share of one, at most the whole.

    >>> percentage("5 %"), percentage("2.5 percent")
    (0.05, 0.025)
    """
    found = numbers(re.sub(r"(?:%|per\s?cent)$", "", text.strip()).strip())
    if len(found) != 1 or found[0].vague or not 0 <= found[0].value < 100:
        raise Misread("bad-value", f'"{text}" is not a percentage from 0 to below 100')
    return round(found[0].value / 100, 10)
