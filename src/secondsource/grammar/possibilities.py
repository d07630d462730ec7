"""The algebra of what a value leaves open: the same for every kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf


class Relation(StrEnum):
    """How what a source says relates to what a fact says."""

    ENTAILS = "entails"
    EXCLUDES = "excludes"
    COMPATIBLE = "compatible"


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; an open end is not itself in the set.

    >>> Interval(144, 144).relation_to(Interval(100, inf, low_open=True))
    <Relation.ENTAILS: 'entails'>
    >>> Interval(700, inf, low_open=True).relation_to(Interval(650, 650))
    <Relation.EXCLUDES: 'excludes'>
    >>> Interval(700, inf, low_open=True).relation_to(Interval(144, 900))
    <Relation.COMPATIBLE: 'compatible'>
    """

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Interval) -> bool:
        """Whether every number here is in the other."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return low < high or (low == high and not low_open and high_closed)

    def relation_to(self, fact: Interval) -> Relation:
        """This is what the source leaves open; the other is what the fact leaves open."""
        if self.within(fact):
            return Relation.ENTAILS
        return Relation.COMPATIBLE if self.meets(fact) else Relation.EXCLUDES
