"""From pairs of claims that clash to discrepancies: who says the one, who says the other, each quoted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from secondsource.comparing.between import Clash
from secondsource.comparing.claims import Claim, Told
from secondsource.comparing.discrepancy import Cited, Discrepancy
from secondsource.comparing.quoting import part
from secondsource.grammar.possibilities import Relation
from secondsource.judging import Bearing

AGREES = 0.3
"""How much of what a claim says of its value a sentence must say that is quoted on its side."""


def discrepancies(clashes: Iterable[Clash], told: Sequence[Told]) -> list[Discrepancy]:
    """The clashes that are about one thing as one discrepancy, with every passage that takes a side."""
    found: dict[frozenset[Claim], float] = {}
    for clash in clashes:
        key = frozenset((clash.one, clash.other))
        # Found from both sides it is surer than found from one.
        found[key] = max(clash.weight, found.get(key, 0.0)) + (0.1 if key in found else 0.0)
    claims = {c for pair in found for c in pair}
    sides = {c: {c, *_agreeing(c, told)} for c in sorted(claims, key=attrgetter("place"))}
    joined: list[tuple[set[Claim], float]] = []
    for pair, weight in sorted(found.items(), key=lambda item: (-item[1], sorted(claim.place for claim in item[0]))):
        members = set().union(*(sides[c] for c in pair))
        for group, _ in joined:
            if pair & group and {c.plain for c in pair} <= {c.plain for c in group}:
                group |= pair
                break
        else:
            joined.append((members, weight))
    return [_discrepancy(group, weight) for group, weight in joined]


def _agreeing(claim: Claim, told: Sequence[Told]) -> Iterable[Claim]:
    """The other claims of the same value of the same thing."""
    for by in told:
        likely = {
            p.mention.span: p.passage.span
            for p in claim.pairings(by, Relation.ENTAILS, by.by_kind.get(claim.kind, {}))
            if p.coverage.local >= AGREES
        }
        if not likely:
            continue
        backed = {e.span for e in claim.beside(by).evidence if e.bearing is Bearing.SUPPORTS}
        yield from (c for c in by.claims if c.kind == claim.kind and likely.get(c.mention.span) in backed)


def _discrepancy(group: set[Claim], weight: float) -> Discrepancy:
    claims = sorted(group, key=attrgetter("place"))
    cited: list[Cited] = []
    for claim in claims:
        span = part(claim.passage, claim.mention.core)
        one = Cited(claim.by.source.id, span, span.of(claim.by.source.text), claim.plain, claim.mention.core)
        if not any(c.source == one.source and c.span.overlaps(span) for c in cited):
            cited.append(one)
    values: dict[str, list[str]] = {}
    for one in cited:
        values.setdefault(one.value, []).append(one.source)
    note = "; ".join(f"{value} ({', '.join(dict.fromkeys(by))})" for value, by in values.items())
    return Discrepancy(claims[0].kind, note, tuple(cited), round(min(weight, 1.0), 3))
