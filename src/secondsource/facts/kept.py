"""Facts files kept between runs: what was sound before is not checked again, in whatever folder it lies.

What a file says depends on its text and on the engine's own files, and is found by exactly these. A file with a fault
is read anew in every run: its faults name its path.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.cache import Cache, fingerprint
from secondsource.facts.fact import Acceptance, Fact, Place
from secondsource.facts.written import FactsFile, Head, Written

# Raise this when what is written to the cache changes its shape.
_SHAPE = 2

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (FactsFile, Written, Head, Fact, Acceptance, Place)}
"""What a facts file is made of."""


def known(path: Path, text: str) -> FactsFile | None:
    """What a file of this text says, where it was found sound before.

    >>> text = "- id: size\\n  claim: Kenya sent 144 police officers to Haiti\\n"
    >>> sound = FactsFile(Path("facts/size.yaml"), (Written(Fact("size", "Kenya sent 144 police officers"), {(): 1}),))
    >>> keep(text, sound)
    >>> known(Path("elsewhere/size.yaml"), text).written == sound.written
    True
    """
    store = _store()
    if store is None:
        return None
    key = _key(text)
    if found := store.get([key]):
        # An entry of another shape is as good as none.
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            file = _unpacked(path, json.loads(found[key]))
            return file if isinstance(file, FactsFile) else None
    return None


def keep(text: str, file: FactsFile) -> None:
    """Keep what a file without fault says, for :func:`known` to find.

    >>> keep("- {id: quay, claim: It has 12 lamps}", FactsFile(Path("facts/quay.yaml")))
    >>> known(Path("facts/quay.yaml"), "- {id: quay, claim: It has 13 lamps}") is None
    True
    """
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


def _packed(value: Any) -> Any:
    """A value as JSON: a list is a tuple there, and what is neither that nor plain stands under its kind.

    >>> _packed(Acceptance("gull", "a slip", until=date(2025, 3, 31)))["Acceptance"]["until"]
    {'date': '2025-03-31'}
    """
    match value:
        case tuple():
            return list(map(_packed, value))
        case Mapping():
            return {"map": [[_packed(key), _packed(one)] for key, one in value.items()]}
        case date():
            return {"date": value.isoformat()}
        case Path():
            return {"path": None}  # the file may lie elsewhere the next time
        case _ if type(value).__name__ in _KINDS:
            return {type(value).__name__: {one.name: _packed(getattr(value, one.name)) for one in fields(value)}}
        case _:
            return value


def _unpacked(path: Path, packed: Any) -> Any:
    """The value, in a file that lies there now."""
    if isinstance(packed, list):
        return tuple(_unpacked(path, one) for one in packed)
    if not isinstance(packed, dict):
        return packed
    ((kind, inside),) = packed.items()
    match kind:
        case "map":
            return {_unpacked(path, key): _unpacked(path, one) for key, one in inside}
        case "date":
            return date.fromisoformat(inside)
        case "path":
            return path
        case _:
            return _KINDS[kind](**{name: _unpacked(path, one) for name, one in inside.items()})
