"""Lines of a table or list: what labels one, its figures by column, and the place in an order that opens it."""

from __future__ import annotations

import re

from secondsource.grammar.numerals import numerals
from secondsource.language import Passage
from secondsource.language.tokens import of_passage
from secondsource.sources import Source

_PLACE = re.compile(r"\W*(\d{1,3})(?:st|nd|rd|th)?[.):]?[\s|]+[^\W\d_]")
_MARK = 8
"""How many characters of a line may stand before its passage: "4. "."""


def place(source: Source, passage: Passage) -> int:
    """The place in an order that opens the line of a passage, or 0.

    >>> from secondsource.language import read
    >>> source = Source("a", "1. Norway has 71 points\\n2. Denmark has 66 points\\n")
    >>> {place(source, p) for p in read(source).passages} - {0}
    {1, 2}
    """
    start = source.text.rfind("\n", 0, passage.span.start) + 1
    found = _PLACE.match(source.text, start) if passage.span.start - start < _MARK else None
    return int(found[1]) if found else 0


def label_end(passage: Passage) -> int:
    """Where the label of a line ends: at its first bar or colon behind words, or its first figure behind words.

    >>> from secondsource.language import read
    >>> [passage] = read(Source("a", "Turnout: 62.5 per cent")).passages
    >>> passage.text[: label_end(passage)]
    'Turnout'
    """
    seen = False
    for at, c in enumerate(passage.text):
        seen |= c.isalpha()
        if seen and (c in "|:" or c.isdigit()):
            return at
    return len(passage.text)


@of_passage
def label(passage: Passage) -> frozenset[int]:
    """The words of a line's label.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "| Norway | 71 | 12 |")).passages
    >>> [passage.tokens[i].text for i in sorted(label(passage))]
    ['|', 'Norway']
    """
    end = passage.span.start + label_end(passage)
    return frozenset(t.i for t in passage.tokens if t.end <= end)


@of_passage
def figures(passage: Passage) -> dict[int, tuple[float, int]]:
    """The figures of a line by column, each with its place; the how-manieth figure where it has no columns.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "| Norway | 71 | 12 |")).passages
    >>> figures(passage)
    {2: (71.0, 11), 3: (12.0, 16)}
    """
    start = label_end(passage)
    found: dict[int, tuple[float, int]] = {}
    bars, counted = 0, 0
    for number in numerals(passage.text):
        bars, counted = bars + passage.text.count("|", counted, number.start), number.start
        if number.start >= start:
            found.setdefault(bars if "|" in passage.text else len(found), (float(number.value), number.start))
    return found
