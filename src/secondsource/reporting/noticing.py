"""Where the sources differ and no fact has asked: what a report tells besides its findings."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.comparing import Cited, Discrepancy
from secondsource.judging import Bearing, Judgement
from secondsource.reporting.finding import stable_id
from secondsource.reporting.words import say
from secondsource.sources import Span

LISTED = 12
"""Discrepancies that a report tells in full, the surest first; of the rest it tells how many there are."""

CODE = "sources-differ"
"""What ``secondsource explain`` and code scanning call one."""


def noticed_id(found: Discrepancy) -> str:
    """The name of a discrepancy between sources: by its words, the same on every run that finds them."""
    return stable_id(found.kind, *(part for cited in found.passages for part in (cited.source, cited.quote)))


def headline(found: Discrepancy) -> str:
    """What differs, in a line.

    >>> told = ("wire", "186"), ("town", "168")
    >>> passages = tuple(Cited(source, Span(0, 3), figure, figure, Span(0, 3)) for source, figure in told)
    >>> headline(Discrepancy("count", "186 (wire); 168 (town)", passages))
    'Numbers differ: 186, 168'
    """
    told = [cited.value for cited in found.passages if cited.words.end]
    values = ", ".join(dict.fromkeys(told)) if len(set(told)) > 1 else found.note
    return f"{say(f'differ-{found.kind}')}: {values}"


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
