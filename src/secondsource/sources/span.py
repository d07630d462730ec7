"""A place in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets into a text as published.

    >>> Span(11, 23).of("Kenya sent 144 officers.")
    '144 officers'
    >>> Span(0, 5).overlaps(Span(4, 9)), Span(0, 5).overlaps(Span(5, 9))
    (True, False)
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether the other covers this one."""
        return other.start <= self.start and self.end <= other.end

    def moved(self, by: int) -> Span:
        """The same length, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def joined(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
