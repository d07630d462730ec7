"""What one passage says against another: every value of every sentence is put to every source as a claim.

Figures and days go by their signs, seen from both sides. All else is judged by the same five questions and the same
table as a fact; then a few more signs are asked for, since nobody has chosen these claims: a sentence of an article
leans on its neighbours, and a claim does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.aligning.index import cover
from secondsource.comparing import signs
from secondsource.comparing.claims import NO_FACT, Claim, Told
from secondsource.comparing.likeness import MEASURED, SCORED, SURE, likeness
from secondsource.grammar.possibilities import Relation
from secondsource.judging.questions import SAME_MEASURE


@dataclass(frozen=True, eq=False)
class Clash:
    """Two claims that cannot both be true, and how surely they speak of one thing, in [0, 1]."""

    one: Claim
    other: Claim
    weight: float
    alone: bool
    """Whether it counts if only the one of them rules the other out, and not the other the one."""


def clashes(told: Sequence[Told]) -> Iterator[Clash]:
    """Every pair of claims, of two sources or of one, that cannot both be true.

    >>> from secondsource.comparing.claims import read
    >>> from secondsource.sources import Source
    >>> wire = Source("wire", "The ferry Alma carried 186 passengers to Lund on Monday.")
    >>> town = Source("town", "On Monday the ferry Alma took 168 passengers to Lund.")
    >>> [(c.one.plain, c.other.plain) for c in clashes(read([wire, town]))]
    [('168 passengers', '186 passengers')]
    """
    found = [clash for one in told for claim in one.claims for by in told for clash in _against(claim, by)]
    pairs = {(clash.one, clash.other) for clash in found}
    yield from (clash for clash in found if clash.alone or (clash.other, clash.one) in pairs)


WHOLLY = 1.0, 1.0
"""What two sentences have in common at best, each all that the other says."""


def _against(claim: Claim, by: Told) -> Iterator[Clash]:
    return _alike(claim, by) if claim.kind in SCORED else _ruled_out(claim, by)


def _alike(claim: Claim, by: Told) -> Iterator[Clash]:
    """The figures or dates of a source that rule out a claim's own, and are by all signs of the same thing."""
    others = by.by_kind.get(claim.kind, {})
    for place, forth in claim.excluded(by).items() if others else ():
        other = others.get(place)
        if other is None or forth.measure < MEASURED or not signs.apart(claim, other):
            continue
        back = other.excluded(claim.by).get(claim.mention.span)
        if back is None and claim.by is by:
            continue  # what one text says twice it may mean twice
        # A pair that each side finds is asked about once.
        if (back is None or claim.place < other.place) and (sure := likeness(claim, other, forth, back)) >= SURE:
            yield Clash(claim, other, sure, alone=True)


def _ruled_out(claim: Claim, by: Told) -> Iterator[Clash]:
    # Most pairs can be of no one thing whatever their sentences say, and need not be asked what they have in common.
    others = {at: c for at, c in by.by_kind.get(claim.kind, {}).items() if signs.one_thing(claim, c, *WHOLLY)}
    likely = []
    for found in claim.pairings(by, Relation.EXCLUDES, others) if others else ():
        other = others[found.mention.span]
        if found.measure >= SAME_MEASURE and signs.apart(claim, other):
            shared = found.coverage.local, _back(claim, other)
            if weight := signs.one_thing(claim, other, *shared):
                likely.append(Clash(claim, other, weight, signs.stands_alone(claim, other, *shared)))
    for clash in likely:
        if signs.misprint(claim, clash.other) or claim.beside(by).contradicts(clash.other.passage.index):
            yield clash


def _back(claim: Claim, other: Claim) -> float:
    """How much of what the other sentence says of its value stands round the claim's own."""
    start = tuple(t.i for t in claim.passage.tokens_in(claim.mention.core))
    return cover(claim.by.index, claim.passage, other.statement.tested[0].terms, start, NO_FACT.aliases).local
