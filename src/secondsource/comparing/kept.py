"""Comparisons kept between runs: documents that were compared before cost nothing, whatever is asked of them now.

What a comparison finds depends on the documents and on the engine's own files, and is found by exactly these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from secondsource.cache import Cache, fingerprint
from secondsource.comparing.discrepancy import Cited, Discrepancy
from secondsource.judging.unjudged import is_read
from secondsource.sources import Source, Span

# Raise this when what is written to the cache changes its shape.
_SHAPE = 1


def compare(sources: Iterable[Source]) -> tuple[Discrepancy, ...]:
    """Every disagreement that is found between sources and inside each, the surest first.

    A document in a language that is not judged is not compared.

    >>> wire = Source("wire", "The ferry Alma carried 186 passengers to Lund on Monday.")
    >>> town = Source("town", "On Monday the ferry Alma took 168 passengers to Lund.")
    >>> [(found.kind, found.note) for found in compare([wire, town])]
    [('count', '168 passengers (town); 186 passengers (wire)')]
    """
    documents = list(filter(is_read, sources))
    store = _store()
    if store is None:
        return _compared(documents)
    key = json.dumps([_fingerprint(), *map(_about, documents)])
    if known := store.get([key]):
        # An entry of another shape is as good as none.
        with suppress(ValueError, TypeError, KeyError):
            return tuple(_unpacked(one, {s.id: s for s in documents}) for one in json.loads(known[key]))
    found = _compared(documents)
    store.put({key: json.dumps([_packed(one) for one in found])})
    return found


def _compared(documents: Sequence[Source]) -> tuple[Discrepancy, ...]:
    # The engine is imported where it is used: most who name a discrepancy compare nothing.
    from secondsource.comparing.comparison import compared

    return compared(documents)


def _about(source: Source) -> list[str]:
    return [source.id, source.sha256, source.title, source.published.isoformat() if source.published else ""]


@cache
def _fingerprint() -> str:
    return fingerprint("comparing")


@cache
def _store() -> Cache | None:
    return Cache.of("comparisons", str(_SHAPE))


def _packed(found: Discrepancy) -> Any:
    """A discrepancy without the words that stand at its places."""
    return [found.kind, found.note, [[p.source, *p.span, p.value, *p.words] for p in found.passages], found.weight]


def _unpacked(packed: Any, sources: dict[str, Source]) -> Discrepancy:
    kind, note, passages, weight = packed
    return Discrepancy(kind, note, tuple(_cited(sources[source], *rest) for source, *rest in passages), weight)


def _cited(source: Source, start: int, end: int, value: str, first: int, last: int) -> Cited:
    span = Span(start, end)
    return Cited(source.id, span, span.of(source.text), value, Span(first, last))
