"""Credit lines: which agency a document as a whole is taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from secondsource.sources.document import Source
from secondsource.sources.span import Span

# As it is printed -> as it is called here. Names that are words as well ("PA", "AP") count only in credit places.
AGENCIES: Mapping[str, str] = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "xinhua": "Xinhua",
    "dpa": "dpa",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "interfax": "Interfax",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "ani": "ANI",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ians": "IANS",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "jiji": "Jiji",
    "yonhap": "Yonhap",
    "upi": "UPI",
    "aap": "AAP",
    "kna": "Kenya News Agency",
    "kenya news agency": "Kenya News Agency",
    "canadian press": "Canadian Press",
    "lusa": "Lusa",
    "belga": "Belga",
    "anp": "ANP",
    "ntb": "NTB",
    "tt": "TT",
    "ritzau": "Ritzau",
    "cmc": "CMC",
    "pana": "PANA",
}


class Credit(NamedTuple):
    """The agency and where it is credited."""

    agency: str
    span: Span


_NAME = r"[A-Z][\w.&'’-]{0,30}(?: [A-Z][\w.&'’-]{0,30}){0,3}|dpa"
# NAIROBI, Feb 6 (Reuters) - ... : any name may stand there, for only agencies print one so.
_DATELINE = re.compile(rf"[^\n()]{{0,60}}\(({_NAME})\) ?(?:-{{1,2}}|–|—) ", re.UNICODE)
# A line that is nothing but a credit: the name must be known.
_LINES = (
    re.compile(rf"(?:By|Source:|Credit:|From|Via|Copyright|©) (?:the )?({_NAME})\.?", re.IGNORECASE),
    re.compile(rf"[(\[—–-]{{0,2}} ?({_NAME}) ?[)\]]?\.?"),
    re.compile(
        r"This (?:story|article|report) (?:was|is) (?:first |originally )?(?:published|provided|produced|distributed)"
        rf" by (?:the )?({_NAME})\b.{{0,80}}"
    ),
)
_STAFF = re.compile(r"\(?(?:Additional r|R)eporting by .{1,200}?(?:editing|writing) by .{1,200}", re.IGNORECASE)
_HEAD_LINES, _TAIL_LINES = 6, 6


def credit(source: Source, known: Iterable[str] = ()) -> Credit | None:
    """The agency that a document is credited to, if any; ``known`` are further names that count as agencies.

    An agency that is quoted ("told Reuters") or that helped ("additional reporting by AFP") is no credit.

    >>> credit(Source("post", "MARREN, Feb 6 (Reuters) - A bridge was opened.")).agency
    'Reuters'
    >>> credit(Source("post", "The mayor told Reuters that a bridge was opened."))
    """
    names = {**AGENCIES, **{name.casefold(): name for name in known if name}}
    lines = list(_lines(source.text))
    for start, line in lines[:_HEAD_LINES]:
        if written := _DATELINE.match(line):
            return Credit(names.get(written[1].casefold(), written[1]), _moved(written.span(1), start))
    for start, line in dict.fromkeys((*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:])):
        for pattern in _LINES:
            written = pattern.fullmatch(line)
            if written and written[1].casefold() in names:
                return Credit(names[written[1].casefold()], _moved(written.span(1), start))
        if _STAFF.fullmatch(line) and not line.lower().lstrip("(").startswith("additional"):
            return Credit("Reuters", _moved((0, len(line)), start))
    return None


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(*span).moved(by)


def _lines(text: str) -> Iterable[tuple[int, str]]:
    for line in re.finditer(r"[^\n]+", text):
        words = line[0].strip()
        if words:
            yield line.start() + line[0].index(words), words[:400]
