"""What the rest of the project sees of a parsed sentence: plain frozen data, no parser object."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar, TypeVarTuple

from secondsource.sources import Kind, Source, Span

T = TypeVar("T")
Asked = TypeVarTuple("Asked")


def of_passage(function: Callable[[Passage, *Asked], T]) -> Callable[[Passage, *Asked], T]:
    """Keep what a function says of a passage with the passage: one document is asked about many facts.

    >>> @of_passage
    ... def length(passage: Passage, i: int) -> int:
    ...     print("asked")
    ...     return len(passage.tokens[i].text)
    >>> passage = Passage(0, 0, Kind.PROSE, Span(0, 4), "Left", (Token(0, 0, 4, "Left", "leave", "VERB", "", "", 0),))
    >>> length(passage, 0), length(passage, 0)
    asked
    (4, 4)
    """

    @wraps(function)
    def kept(passage: Passage, *asked: *Asked) -> T:
        known = passage.known
        key = (function, asked)
        if key not in known:
            known[key] = function(passage, *asked)
        found: T = known[key]
        return found

    return kept


class Token(NamedTuple):
    """One word. ``start`` and ``end`` are offsets into the source; ``head`` is an index into the passage's tokens.

    ``pos`` is a Universal Dependencies tag, ``tag`` a Penn Treebank tag, ``dep`` a ClearNLP label: the parser's own.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return Span(self.start, self.end)


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence, heading, list item or table row of a source, parsed."""

    index: int
    paragraph: int
    kind: Kind
    span: Span
    text: str
    tokens: tuple[Token, ...]
    known: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What was worked out about it already (:func:`of_passage`)."""

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of the tokens that depend on it, in reading order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(map(tuple, below))

    @of_passage
    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The words that share a character with a place in the source."""
        first = bisect_right(self.tokens, span.start, key=lambda t: t.end)
        return self.tokens[first : bisect_left(self.tokens, span.end, lo=first, key=lambda t: t.start)]

    @of_passage
    def ancestors(self, i: int) -> tuple[int, ...]:
        """From a token's head up to the root."""
        found: list[int] = []
        while self.tokens[i].head != i and self.tokens[i].head not in found:
            i = self.tokens[i].head
            found.append(i)
        return tuple(found)


@dataclass(frozen=True, eq=False)
class Reading:
    """A source, read: its passages in order."""

    source: Source
    passages: tuple[Passage, ...]
