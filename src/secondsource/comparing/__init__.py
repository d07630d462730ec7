"""Disagreements between sources, and inside one, with no fact written.

Every value of every sentence is put to every source as a claim; what contradicts it is a discrepancy.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.comparing.discrepancy import Cited, Discrepancy
from secondsource.sources import Source

__all__ = ["Cited", "Discrepancy", "compare"]


def compare(sources: Iterable[Source]) -> tuple[Discrepancy, ...]:
    """Every disagreement that is found between sources and inside each, the surest first.

    A document in a language that is not judged is not compared.

    >>> wire = Source("wire", "The ferry Alma carried 186 passengers to Lund on Monday.")
    >>> town = Source("town", "On Monday the ferry Alma took 168 passengers to Lund.")
    >>> [(found.kind, found.note) for found in compare([wire, town])]
    [('count', '168 passengers (town); 186 passengers (wire)')]
    """
    # A report names discrepancies, and most that do so compare nothing: the engine is imported where it is used.
    from secondsource.comparing.between import clashes
    from secondsource.comparing.claims import read
    from secondsource.comparing.inside import inside
    from secondsource.comparing.together import discrepancies
    from secondsource.judging.unjudged import is_read

    told = read(filter(is_read, sources))
    found = [*discrepancies(clashes(told), told), *inside(told)]
    return tuple(sorted(found, key=lambda d: (-d.weight, d.passages)))
