"""Where the sources differ and no fact has asked: what a report tells besides its findings."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.comparing import Cited, Discrepancy
from secondsource.judging import Bearing, Judgement
from secondsource.sources import Span

LISTED = 12
"""Discrepancies that a report tells in full, the surest first; of the rest it tells how many there are."""


def unasked(found: Iterable[Discrepancy], judgements: Iterable[Judgement]) -> tuple[Discrepancy, ...]:
    """The discrepancies that no finding tells already: none of their words stand against a fact.

    >>> from secondsource.comparing import compare
    >>> from secondsource.judging import judge
    >>> from secondsource.facts import Fact
    >>> from secondsource.sources import Source
    >>> wire = Source("wire", "The ferry Alma carried 186 passengers to Lund on Monday.")
    >>> town = Source("town", "On Monday the ferry Alma took 168 passengers to Lund.")
    >>> found = compare([wire, town])
    >>> len(unasked(found, [])), unasked(found, [judge(Fact("aboard", "The Alma carried 186 passengers."), town)])
    (1, ())
    """
    against: dict[str, list[Span]] = {}
    for judgement in judgements:
        for evidence in judgement.evidence:
            if evidence.bearing is Bearing.CONTRADICTS:
                against.setdefault(judgement.source, []).extend(evidence.marks or (evidence.span,))
    return tuple(one for one in found if not any(_is_told(cited, against) for cited in one.passages))


def _is_told(cited: Cited, against: dict[str, list[Span]]) -> bool:
    words = cited.words if cited.words.end else cited.span
    return any(words.overlaps(span) for span in against.get(cited.source, ()))
