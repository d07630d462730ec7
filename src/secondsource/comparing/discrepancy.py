"""What a comparison finds: passages that cannot all be true."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.sources import Span

NO_WORDS = Span(0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """A place in a source. ``text[span.start:span.end] == quote``, always."""

    source: str
    span: Span
    quote: str
    value: str = ""
    """The value that it gives, in a few characters ("186 soldiers")."""
    words: Span = NO_WORDS
    """The words of the quotation that give it; empty where it is no one value that differs."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Passages that give different values of one thing, by different sources or by one."""

    kind: str
    """The kind of value that differs (count, money, date ...), or weekday, sum, conversion."""
    note: str
    passages: tuple[Cited, ...]
    weight: float = 1.0
    """How surely it is one thing that they speak of: the first to look at has the most."""
