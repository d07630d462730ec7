"""Claims that set two things in order: by words of the source, by two of its figures, or by two of its dates."""

from __future__ import annotations

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.statement import Statement
from secondsource.facts import Fact
from secondsource.judging.ordering.facing import NATIONAL
from secondsource.judging.ordering.figures import ByFigures
from secondsource.judging.ordering.sides import Sides, sides
from secondsource.judging.ordering.times import ByTimes
from secondsource.judging.ordering.words import InWords
from secondsource.judging.verdict import Bearing, Evidence
from secondsource.sources import Source
from secondsource.values.marking import Marks

__all__ = ["Sides", "sides", "weigh_order"]

KEPT = 4
"""How many passages are shown."""


def weigh_order(
    fact: Fact,
    statement: Statement,
    claim: Sides,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
) -> list[Evidence]:
    """The evidence of a source on a claim that sets two things in order, most telling first.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("Norway is larger than Denmark.")
    >>> told = read(Source("a", "Denmark is larger than Norway."))
    >>> weighed = weigh_order(Fact("f", ""), claim, sides(claim), told.source, SourceIndex(told), mark(told))
    >>> [found.bearing.value for found in weighed]
    ['contradicts']
    """
    facing = (statement, claim, source, index, marks, {**NATIONAL, **fact.aliases})
    words, figures, times = InWords(*facing), ByFigures(*facing), ByTimes(*facing)
    found = [*words.worded(), *words.changed(), *figures.figures()] or list(words.across()) or list(times.dated())
    if all(w.evidence.bearing is Bearing.INCONCLUSIVE for w in found):
        found += words.spoken()
    found.sort(key=lambda w: (w.evidence.bearing is Bearing.INCONCLUSIVE, -w.weight))
    return [w.evidence for w in found[:KEPT]]
