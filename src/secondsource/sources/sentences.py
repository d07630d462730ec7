"""Where each sentence of a text stands, and what kind of line it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nupunkt import sent_spans

from secondsource.sources.span import Span


class Kind(StrEnum):
    """What a stretch of text is, as evidence."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "list item"
    ROW = "table row"
    FURNITURE = "furniture"
    """Advertisements, "also read", "follow us": no evidence."""
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or heading, item, row): its place, its kind, and the number of its paragraph."""

    span: Span
    kind: Kind
    paragraph: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; every character that is not white space is in one of them."""
    found: list[Sentence] = []
    start = 0
    for paragraph, line in enumerate(text.splitlines(keepends=True)):
        for a, b in sent_spans(line) if line.strip() else ():
            words = line[a:b]
            lead = len(words) - len(words.lstrip())
            if words.strip():
                found.append(
                    Sentence(Span(start + a + lead, start + a + lead + len(words.strip())), Kind.PROSE, paragraph)
                )
        start += len(line)
    return tuple(found)
