"""How long something lasts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import Final

from secondsource.grammar.calendar import UNIT_DAYS
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values.dating.words import PIECES, number_range
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something lasts, in days; a month has 28 to 31."""

    low_days: float
    high_days: float


_NUMBER: Final = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|half\san?|an?\s(?:additional|further|extra)|{PIECES['number']})"
_BOUNDS: Final = {
    "more than": True, "over": True, "at least": True,
    "less than": False, "under": False, "fewer than": False, "up to": False, "no more than": False, "at most": False,
}  # fmt: skip
"""Whether each bound leaves the longer durations open (True) or the shorter ones (False)."""
_DURATION: Final = re.compile(
    rf"(?<![\w.,$€£])(?:(?P<bound>{'|'.join(_BOUNDS)})\s{{1,2}})?(?P<low>{_NUMBER})"
    rf"(?:(?:\s?[–-]\s?|\s(?:to|or)\s)(?P<high>{_NUMBER}))?(?P<half>\sand\sa\shalf)?(?:\s{{1,2}}|-)"
    r"(?:(?:more|additional|further|full|consecutive)\s)?(?P<unit>hour|day|night|week|fortnight|month|quarter|year|decade)s?"
    r"(?P<also>\sand\sa\shalf)?\b(?![-\s]old)(?!\s{1,2}(?:ago|earlier|later|before|after|afterwards|on\b))",
    re.I,
)
_LASTING: Final = re.compile(
    r"(?:\b(?:in|for|within|after|over|lasted|lasting|lasts|took|takes?|nearly|almost|about|another|during|once)\s{1,2}|^)$",
    re.I,
)


def durations(passage: Passage) -> list[Mention[Duration]]:
    """How long things last: "three days", "a 90-day pause", "two and a half years", "more than six months".

    An age ("54-year-old"), a rate ("48 million a year") and an offset ("two days later") are none.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [m.value for m in durations(read(Source("a", "Aid is on a 90-day pause.")).passages[0])]
    [Duration(low_days=90, high_days=90)]
    """
    start = passage.span.start
    return [
        Mention(
            "duration",
            _duration(found),
            Span(start + found.start(), start + found.end()),
            Span(start + found.start("low"), start + found.end()),
        )
        for found in _DURATION.finditer(passage.text)
        if not _is_rate(found, passage.text)
    ]


def _is_rate(found: re.Match[str], text: str) -> bool:
    """ "48 million a year"."""
    if found["bound"] or found["low"].lower() not in ("a", "an"):
        return False
    return not _LASTING.search(text[max(0, found.start() - 12) : found.start()])


def _duration(found: re.Match[str]) -> Duration:
    least, most = UNIT_DAYS[found["unit"].lower()]
    more = 0.5 if found["half"] or found["also"] else 0
    low = (_amount(found["low"])[0] + more) * least
    high = (_amount(found["high"] or found["low"])[1] + more) * most
    if not found["bound"]:
        return Duration(low, high)
    return Duration(low, inf) if _BOUNDS[found["bound"].lower()] else Duration(0, high)


def _amount(word: str) -> tuple[float, float]:
    word = " ".join(word.lower().split())
    if word.startswith("half"):
        return 0.5, 0.5
    if word.endswith(("additional", "further", "extra")):
        return 1, 1
    if word[0].isdigit() and not word.isdigit():
        value = float(word.replace(",", "."))
        return value, value
    return number_range(word)
