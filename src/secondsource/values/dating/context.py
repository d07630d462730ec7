"""What a phrase is read against: the passage, the day of publication, the verb, and the time last named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from secondsource.language.tokens import Passage
from secondsource.values.when import When


class Direction(Enum):
    """Where the verb looks from the day of publication."""

    PAST = -1
    OPEN = 0
    FUTURE = 1
    PRESENT = 2
    """ "The court rules on Friday": ahead for a weekday, open for anything longer."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against."""

    passage: Passage
    published: date | None
    direction: Direction = Direction.OPEN
    antecedent: When | None = None
    """The time last named: what "the following year" follows."""

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.passage.text


def token_index(passage: Passage, at: int) -> int | None:
    """The index of the word at an offset into the passage's own text."""
    low, high, place = 0, len(passage.tokens), at + passage.span.start
    while low < high:
        middle = (low + high) // 2
        if passage.tokens[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return low if low < len(passage.tokens) and passage.tokens[low].start <= place else None
