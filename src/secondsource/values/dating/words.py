"""The small language that the patterns are written in.

``~`` stands for white space, ``{month}`` for a group of that name that matches a month, ``{first:day}`` for a group
"first" that matches a day's number, and ``{COMMA}`` for a piece with no group. All else is a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from secondsource.grammar.calendar import DAY_ORDINALS, FEASTS, MONTHS, SMALL_NUMBERS, VAGUE_NUMBERS, WEEKDAYS

_FULL_MONTH: Final = (
    r"(?:(?i:january|february|april|june|july|september|october|november|december)|"
    r"March|MARCH|May|MAY|August|AUGUST)\b"  # in lower case these are other words
)
_FULL_WEEKDAY: Final = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_SMALL: Final = "|".join(
    words.replace(" ", r"\s{1,2}") for words in sorted({*SMALL_NUMBERS, *VAGUE_NUMBERS} - {""}, key=len, reverse=True)
)

_DAY_WORDS: Final = "|".join(sorted(DAY_ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
_FEASTS: Final = "|".join(
    words.replace("'", "['’]").replace(" ", r"\s{1,2}") for words in sorted(FEASTS, key=len, reverse=True)
)

PIECES: Final[Mapping[str, str]] = {
    "fullmonth": _FULL_MONTH,
    "month": rf"(?:{_FULL_MONTH}|(?i:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-zA-Z])\.?)",
    "fullweekday": _FULL_WEEKDAY,
    "weekday": rf"(?:{_FULL_WEEKDAY}\b|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)",
    "day": r"(?:0?[1-9]|[12]\d|3[01])",
    "dayword": rf"(?i:{_DAY_WORDS})\b",
    "feast": rf"(?i:{_FEASTS})\b",
    "year": r"(?:1\d{3}|20\d\d)(?!\d|[.,:]\d|/\d)",
    "relyear": r"(?i:last|this|next)\s{1,2}year\b",
    "number": rf"(?i:\d{{1,3}}|{_SMALL})",
    "unit": r"(?i:day|night|week|fortnight|month|quarter|year|decade)",
    "season": r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)",
    "hours": r"(?i:morning|afternoon|evening|night|lunchtime)",
    "COMMA": r"(?:\s?,\s{0,2}|\s{1,2})",
    "TO": r"(?:\s?[–—-]\s?|\s{1,2}(?:to|through|until|till)\s{1,2})",
    "TH": r"(?:st|nd|rd|th)?",
    "DAY_START": r"(?<![\w$€£#])(?<!\d[.,:/–-])",
    "DAY_END": r"(?!\w|%|[.,:]\d)",
    "NEVER": r"(?!)",
}
_PLACE: Final = re.compile(r"\{([a-z]+)(?::([a-z]+))?\}|\{([A-Z_]+)\}")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the small language, as a regular expression.

    >>> compiled("in~{month}~{year}").fullmatch("in May 2024").groupdict()
    {'month': 'May', 'year': '2024'}
    """

    def piece(match: re.Match[str]) -> str:
        name, kind, bare = match.groups()
        return PIECES[bare] if bare else f"(?P<{name}>{PIECES[(kind or name) if kind != 'never' else 'NEVER']})"

    return re.compile(_PLACE.sub(piece, pattern).replace("~", r"\s{1,2}"))


def month_number(word: str) -> int:
    """1 to 12, from a month's name or abbreviation.

    >>> month_number("February"), month_number("Sept.")
    (2, 9)
    """
    return MONTHS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """1 to 31, from figures or an ordinal in words.

    >>> day_number("18"), day_number("eighteenth"), day_number("twenty first")
    (18, 18, 21)
    """
    return int(word) if word.isdecimal() else DAY_ORDINALS["-".join(word.lower().replace("-", " ").split())]


def weekday_number(word: str | None) -> int | None:
    """0 to 6, from a weekday's name or abbreviation.

    >>> weekday_number("Monday"), weekday_number("Thurs."), weekday_number(None)
    (0, 3, None)
    """
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
