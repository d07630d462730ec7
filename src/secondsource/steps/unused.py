"""Acceptances that matched nothing in the last run, told without judging anything."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.facts.dossier import Dossier
from secondsource.reporting.finding import Kind
from secondsource.reporting.model import Past, own_id
from secondsource.reporting.words import day
from secondsource.sources.errors import Fault


def faults(dossier: Dossier, past: Past | None) -> Iterator[Fault]:
    """A warning for each acceptance that is still written and that the last run had no use for.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from secondsource.facts import Acceptance, Fact, Place
    >>> from secondsource.reporting.finding import Seen, Status
    >>> fact = Fact("size", "144 left.", accepted=(Acceptance("gull", "a slip"),), place=Place(Path("facts/a.yaml"), 3))
    >>> seen = Seen("0a", Kind.UNUSED_ACCEPTANCE, "size", "gull", "144 left.", Status.OPEN, date(2025, 2, 7))
    >>> print(*faults(Dossier(Path("."), facts=(fact,)), Past(date(2025, 2, 7), (seen,))))
    facts/a.yaml:3: size: the acceptance of "gull" matched nothing in the run of 7 February 2025 (take the entry out)
    """
    if past is None:
        return
    for seen in past.all:
        fact = dossier.fact(own_id(seen.fact))
        known = fact.accepted if fact and seen.kind is Kind.UNUSED_ACCEPTANCE else ()
        if fact and fact.place.path and any(one.source == seen.source for one in known):
            message = f'{fact.id}: the acceptance of "{seen.source}" matched nothing in the run of {day(past.on)}'
            yield Fault(fact.place.path, fact.place.line, Kind.UNUSED_ACCEPTANCE, message, "take the entry out")
