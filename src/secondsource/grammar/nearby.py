"""The words around a place in a passage, found without reading the passage from its start."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from secondsource.language.tokens import Passage, Token


def following(passage: Passage, at: int, many: int = 12) -> tuple[Token, ...]:
    """The words from an offset into the passage's text onwards.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Twelve lorries left Osa.")).passages
    >>> [t.text for t in following(passage, len("Twelve"), 2)]
    ['lorries', 'left']
    """
    first = bisect_left(passage.tokens, passage.span.start + at, key=lambda token: token.start)
    return passage.tokens[first : first + many]


def preceding(passage: Passage, at: int, many: int = 3) -> tuple[Token, ...]:
    """The words that end at or before an offset into the passage's text, in reading order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Twelve lorries left Osa.")).passages
    >>> [t.text for t in preceding(passage, len("Twelve lorries"), 1)]
    ['lorries']
    """
    end = bisect_right(passage.tokens, passage.span.start + at, key=lambda token: token.end)
    return passage.tokens[max(0, end - many) : end]


def between(passage: Passage, start: int, end: int) -> tuple[Token, ...]:
    """The words that share a character with a stretch of the passage's text.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Twelve lorries left Osa.")).passages
    >>> [t.text for t in between(passage, 4, 9)]
    ['Twelve', 'lorries']
    """
    first = bisect_right(passage.tokens, passage.span.start + start, key=lambda token: token.end)
    last = bisect_left(passage.tokens, passage.span.start + end, key=lambda token: token.start)
    return passage.tokens[first:last]
