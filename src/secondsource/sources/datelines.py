"""The line on a page that says when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dateutil import parser as dateparser

from secondsource.sources.metadata import iso_day

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FIGURE = r"\d{1,2}(?:st|nd|rd|th)?"
_WRITTEN = rf"(?:{_FIGURE} {_MONTH},? \d{{4}}|{_MONTH} {_FIGURE},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?"
LABELLED = re.compile(
    rf"\b(?:First published|Published|Posted|Issued|Released|Publication date|Date of release|Date|Filed)"
    rf"(?: on| at|:|\s){{1,3}}(?:\d{{1,2}}[:.]\d{{2}}(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?,? )?{_WEEKDAY}({_WRITTEN})",
    re.IGNORECASE,
)
ALONE = re.compile(rf"{_WEEKDAY}({_WRITTEN})(?:[,|•· ]{{0,3}}(?:at )?\d{{1,2}}[:.]\d{{2}}.{{0,12}})?", re.IGNORECASE)


def labelled_day(lines: Iterable[str]) -> date | None:
    """The day that a heading's line gives, with a label ("Released on ...") or alone on its line.

    >>> labelled_day(["Ministry of Works", "Date of release: Thursday, 6th February 2025", "The bridge is open."])
    datetime.date(2025, 2, 6)
    """
    for line in lines:
        found = (LABELLED.search(line) if len(line) < 200 else None) or ALONE.fullmatch(line)
        day = written_day(found[1]) if found else None
        if day:
            return day
    return None


def dated(heading: Iterable[str], made: date | None, note: str) -> tuple[date | None, str, tuple[str, ...]]:
    """The day of a file, where it comes from, and notes: what its heading gives, else when it was made, which is noted.

    >>> dated(["Released on 6 February 2025"], date(2025, 2, 9), "taken from the day it was made")
    (datetime.date(2025, 2, 6), 'page text', ())
    >>> dated(["The bridge is open."], date(2025, 2, 9), "taken from the day it was made")
    (datetime.date(2025, 2, 9), 'metadata', ('published: taken from the day it was made',))
    """
    if said := labelled_day(heading):
        return said, "page text", ()
    return (made, "metadata", (f"published: {note}",)) if made else (None, "", ())


def written_day(text: str) -> date | None:
    """The day of a machine's or a person's date; two figures that may be day or month are not guessed at.

    >>> written_day("Thu, 6 Feb 2025 10:15"), written_day("06/02/2025")
    (datetime.date(2025, 2, 6), None)
    """
    text = text.strip()
    if day := iso_day(text[:10]):
        return day if day.year > 1970 else None
    if not re.search(r"[A-Za-z]{3}", text) or not re.search(r"\b\d{4}\b", text) or len(text) > 80:
        return None
    try:
        return dateparser.parse(text, dayfirst=True, ignoretz=True).date()
    except (ValueError, OverflowError):
        return None
