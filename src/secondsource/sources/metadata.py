"""What may be said of a document beside its text: the same keys in front matter and in the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from secondsource.sources.document import Source
from secondsource.sources.errors import Fault
from secondsource.sources.provenance import Ruling
from secondsource.sources.strict_yaml import Map

# The day is taken as it is written: a time zone must not move a story to the day before.
_ISO = re.compile(
    r"\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:Z|[+-]\d{2}:?\d{2})?)?\s*"
)


def iso_day(text: str) -> date | None:
    """The day of an ISO date or date and time; None where the text is no such thing, or no day of the calendar.

    >>> iso_day("2025-02-06T23:40:00+03:00"), iso_day("2025-02-30")
    (datetime.date(2025, 2, 6), None)
    """
    written = _ISO.fullmatch(text)
    try:
        return date(*map(int, written.groups())) if written else None
    except ValueError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, list | dict):
        raise ValueError("must be a word or a phrase")
    return "" if value is None else str(value).strip()


def _day(value: Any) -> date | None:
    if value is None:
        return None
    day = iso_day(str(value))
    if day is None:
        raise ValueError(f"{value} is not a date; write it as 2025-02-06")
    return day


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        raise ValueError("must be a list of words")
    items = value if isinstance(value, list) else str(value or "").split(",")
    return tuple(word for item in items if (word := _text(item)))


def _language(value: Any) -> str:
    """``en-GB`` and ``en_GB`` are read by the same reader as ``en``."""
    code = re.split(r"[-_]", _text(value).lower())[0]
    if code and not re.fullmatch(r"[a-z]{2,3}", code):
        raise ValueError(f'"{value}" is no language code; write en, fr, sw ...')
    return code


def _tier(value: Any) -> str:
    tier = _text(value).lower()
    if tier not in ("", "primary", "secondary"):
        raise ValueError(f'"{value}" is neither primary nor secondary')
    return tier


def _rulings(independent: bool) -> Callable[[Any], tuple[Ruling, ...]]:
    def read(value: Any) -> tuple[Ruling, ...]:
        rows = value if isinstance(value, list) else [value]
        return tuple(_ruling(row, independent) for row in rows)

    return read


def _ruling(row: Any, independent: bool) -> Ruling:
    others = _words(row.get("of")) if isinstance(row, Mapping) else ()
    reason = _text(row.get("reason")) if isinstance(row, Mapping) else ""
    if not others or not reason:
        raise ValueError("must name whom and why: {of: [wire], reason: it had its own reporter there}")
    return Ruling(others, independent, reason)


# key -> (field of Source, how its value is read)
FIELDS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "title": ("title", _text),
    "outlet": ("outlet", _text),
    "publisher": ("outlet", _text),
    "published": ("published", _day),
    "date": ("published", _day),
    "url": ("url", _text),
    "language": ("language", _language),
    "lang": ("language", _language),
    "tags": ("tags", _words),
    "author": ("author", _text),
    "tier": ("tier", _tier),
    "group": ("group", _text),
    "superseded_by": ("superseded_by", _text),
    "independent": ("rulings", _rulings(True)),
    "same_voice": ("rulings", _rulings(False)),
}


def described(source: Source, data: Map, path: Path, origin: str) -> tuple[Source, tuple[Fault, ...]]:
    """The source with what a mapping says of it, and a fault for each value that cannot be read.

    A key that is written without a value says nothing. A second statement (the register after front matter) wins,
    and where the two differ the document's notes say so.
    """
    faults: list[Fault] = []
    changes: dict[str, Any] = {}
    for key, value in data.items():
        if key not in FIELDS or value is None:
            continue
        name, read = FIELDS[key]
        try:
            found = read(value)
        except ValueError as error:
            code = "bad-date" if read is _day else "bad-value"
            faults.append(Fault(path, data.line_of(key), code, f"{key}: {error}"))
        else:
            changes[name] = (*changes.get(name, ()), *found) if name == "rulings" else found
    notes = tuple(_differences(source, changes, origin))
    provenance = replace(source.provenance, notes=source.provenance.notes + notes)
    if changes.get("language"):
        provenance = replace(provenance, language_origin=origin)
    if changes.get("published"):
        changes["date_origin"] = origin
    return replace(source, **changes, provenance=provenance), tuple(faults)


def _differences(source: Source, changes: Mapping[str, Any], origin: str) -> Iterator[str]:
    for name in ("published", "outlet", "title"):
        before, after = getattr(source, name), changes.get(name)
        if before and after and before != after:
            yield f"{name}: the {origin} says {after}, the document {before}"


# In front matter anything may stand; a slip in one of these would change what a verdict rests on.
_WEIGHTY = ("published", "outlet", "language")


def slips(data: Map, path: Path, known: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Keys that nobody reads: all but the ``known`` where the file is ours, else only what looks like a slip.

    >>> from secondsource.sources.strict_yaml import loads
    >>> [fault.suggestion for fault in slips(loads("publised: 2025-02-06\\nlayout: post"), Path("wire.md"))]
    ['did you mean "published"?']
    """
    for key in data:
        close = get_close_matches(key, known or _WEIGHTY, n=1, cutoff=0.6 if known else 0.85)
        if key not in (known or FIELDS) and (known or (close and close[0] not in data)):
            suggestion = f'did you mean "{close[0]}"?' if close else f"known: {', '.join(known)}"
            yield Fault(path, data.line_of(key), "unknown-key", f'"{key}" is no key of a document', suggestion)
