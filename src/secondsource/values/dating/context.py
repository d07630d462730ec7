"""What a phrase is read against: the passage, the day of publication, the verb, and the time last named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from secondsource.grammar.calendar import UNIT_DAYS
from secondsource.language.tokens import Passage
from secondsource.values.when import Grain, When


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
    antecedents: tuple[When, ...] = ()
    """The times named before, the last of them first: what "the following year" follows."""
    in_sentence: bool = False
    """Whether the last of them stands in this very sentence, and not in one before it."""

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.passage.text

    @property
    def antecedent(self) -> When | None:
        """The time last named."""
        return self.antecedents[0] if self.antecedents else None

    def named_before(self, unit: str) -> When | None:
        """The time last named that is no longer than a unit: "that day" follows a day, and never "in 1998".

        None where there is none, and where it is not known which day it is.
        """
        most = UNIT_DAYS["week" if unit == "weekend" else unit][1]
        for when in self.antecedents:
            if not when.anchored:
                if when.grain in _BRIEF:
                    return None
            elif (when.named.last - when.named.first).days < most:
                return when
        return None


_BRIEF: Final = frozenset({Grain.TIME_OF_DAY, Grain.DAY, Grain.WEEKDAY, Grain.WEEK})
"""The times that stand in the way of an older one, even where it is not known which they are."""


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
