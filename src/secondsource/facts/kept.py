"""Facts files kept between runs: what was sound before is not checked again, in whatever folder it lies.

What a file says depends on its text and on the engine's own files, and is found by exactly these. A file with a fault
is read anew in every run: its faults name its path.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.cache import Cache, fingerprint
from secondsource.facts.fact import Acceptance, Fact, Place
from secondsource.facts.written import FactsFile, Head, Written

# Raise this when what is written to the cache changes its shape.
_SHAPE = 1


def known(path: Path, text: str) -> FactsFile | None:
    """What a file of this text says, where it was found sound before."""
    store = _store()
    if store is None:
        return None
    key = _key(text)
    if found := store.get([key]):
        # An entry of another shape is as good as none.
        with suppress(ValueError, TypeError, KeyError):
            return _unpacked(path, json.loads(found[key]))
    return None


def keep(text: str, file: FactsFile) -> None:
    """Keep what a file without fault says."""
    store = _store()
    if store is not None:
        store.put({_key(text): json.dumps(_packed(file))})


def _key(text: str) -> str:
    return json.dumps([_fingerprint(), text])


@cache
def _fingerprint() -> str:
    return fingerprint()


@cache
def _store() -> Cache | None:
    return Cache.of("facts", str(_SHAPE))


def _packed(file: FactsFile) -> Any:
    head = [file.head.title, _iso(file.head.as_of), file.head.sources_from]
    return [
        head,
        dict(file.head_lines),
        [[_fact(w.fact), [[at, n] for at, n in w.lines.items()]] for w in file.written],
    ]


def _fact(fact: Fact) -> dict[str, Any]:
    """A fact without the place where it is written: its file may lie elsewhere."""
    return {
        **{name: getattr(fact, name) for name in ("id", "claim", "kind", "tolerance", "needs", "note", "publish")},
        **{name: {key: list(words) for key, words in getattr(fact, name).items()} for name in ("aliases", "expect")},
        "tags": list(fact.tags),
        "as_of": _iso(fact.as_of),
        "accepted": [[one.source, one.reason, one.by, _iso(one.until)] for one in fact.accepted],
        "line": fact.place.line,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _unpacked(path: Path, packed: Any) -> FactsFile:
    (title, as_of, sources_from), head_lines, entries = packed
    written = tuple(Written(_as_fact(path, fact), {tuple(at): n for at, n in lines}) for fact, lines in entries)
    return FactsFile(path, written, Head(title, _day(as_of), sources_from), head_lines)


def _as_fact(path: Path, packed: dict[str, Any]) -> Fact:
    aliases, expect = ({key: tuple(words) for key, words in packed.pop(name).items()} for name in ("aliases", "expect"))
    return Fact(
        aliases=aliases,
        expect=expect,
        tags=tuple(packed.pop("tags")),
        as_of=_day(packed.pop("as_of")),
        accepted=tuple(Acceptance(source, why, by, _day(until)) for source, why, by, until in packed.pop("accepted")),
        place=Place(path, packed.pop("line")),
        **packed,
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
