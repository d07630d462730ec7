"""What a comparison finds: passages that cannot all be true."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.sources import Span


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """A place in a source. ``text[span.start:span.end] == quote``, always."""

    source: str
    span: Span
    quote: str
    value: str = ""
    """The value that it gives, in a few characters ("186 soldiers")."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Passages that give different values of one thing, by different sources or by one."""

    kind: str
    """The kind of value that differs (count, money, date ...), or weekday, sum, conversion."""
    note: str
    passages: tuple[Cited, ...]
    weight: float = 1.0
    """How surely it is one thing that they speak of: the first to look at has the most."""
