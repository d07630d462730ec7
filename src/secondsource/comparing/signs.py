"""Signs that two sentences speak of one thing, besides the five questions, kind by kind.

The thresholds were chosen on labelled dossiers (docs/accuracy.md), for precision: what is reported is read by a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from secondsource.comparing.claims import FIGURES, Claim
from secondsource.comparing.likeness import NEWS, between, kinship
from secondsource.grammar.possibilities import Relation
from secondsource.judging.pairing import VALUES
from secondsource.sources import Kind

LASTS = timedelta(days=30)
"""Sources further apart than this may both be right about how things stand."""

IN_OFFICE = timedelta(days=60)
"""Sources further apart than this may name two holders of one office, and both be right."""

NEVER = 2.0
"""More than any two sentences share."""

LEAST = {
    "clock": (0.4, 0.6),
    "identifier": (0.2, NEVER),
    "role": (0.12, 0.12),
    "place": (0.42, 0.42),
    "ordinal": (0.35, 0.35),
    "listing": (0.25, 0.25),
}
"""By kind, how much of what each sentence says of its value the other must say as well, on average: where each rules
the other out, and where only one does."""

KIN = 0.6


def apart(one: Claim, other: Claim) -> bool:
    """Whether two claims can be held against each other at all: not two rows of a table, not how things stand now and
    how they stood long ago, not a value and its rival.

    "412 million, now 379 million" does not contradict "412 million".
    """
    if one.by is other.by and one.passage.kind is other.passage.kind is Kind.ROW:
        return False
    if one.kind in FIGURES and (one.lasting or other.lasting) and between(one, other) > LASTS:
        return False
    return not (_holds(one, other) or _holds(other, one))


def _holds(one: Claim, other: Claim) -> bool:
    """Whether a sentence gives the other's value too, beside its own."""
    relate = VALUES[one.kind].relate
    return any(
        relate(m.value, other.mention.value) is Relation.ENTAILS
        for m in getattr(one.statement.marks, one.kind)
        if m is not one.mention
    )


def one_thing(one: Claim, other: Claim, forth: float, back: float) -> float:
    """How surely two claims speak of one thing, by what each says of the other's value; 0 for too little."""
    both = (forth + back) / 2
    if one.kind == "quotation":
        return 0.8
    if misprint(one, other):
        return min(1.0, 0.6 + both)
    return both if both >= LEAST[one.kind][0] and _AS_NEAR[one.kind](one, other, forth, back) else 0.0


def stands_alone(one: Claim, other: Claim, forth: float, back: float) -> bool:
    """Whether it is enough that one of the two rules the other out; what one text says twice it may mean twice."""
    if one.kind == "quotation" or misprint(one, other):
        return True
    if one.by is other.by or (one.kind == "clock" and kinship(one, other) < KIN):
        return False
    return (forth + back) / 2 >= LEAST[one.kind][1]


def misprint(one: Claim, other: Claim) -> bool:
    """Whether two numbers are one another with two digits swapped: few unlike things are so alike."""
    if one.kind != "identifier":
        return False
    ours, theirs = one.mention.value, other.mention.value
    return len({ours.year, theirs.year} - {None}) < 2 and _swapped(ours.key, theirs.key)


def _swapped(a: str, b: str) -> bool:
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(a) == len(b)
        and len(differ) == 2
        and differ[1] - differ[0] == 1
        and a[differ[0]] == b[differ[1]]
        and a[differ[1]] == b[differ[0]]
    )


def _hours(one: Claim, other: Claim, *_: float) -> bool:
    """Whether two hours are of one event, told of in one week."""
    return kinship(one, other) >= KIN and between(one, other) <= NEWS


def _places(one: Claim, other: Claim, *_: float) -> bool:
    """Whether one of the sentences names nobody and nothing, or both name one thing."""
    names = [{t.lemma for t in c.statement.tested[0].terms if t.name} for c in (one, other)]
    return not all(names) or not names[0].isdisjoint(names[1])


def _holders(one: Claim, other: Claim, *_: float) -> bool:
    """Whether two offices are told of at one time."""
    return between(one, other) <= IN_OFFICE


def _numbers(one: Claim, other: Claim, *_: float) -> bool:
    """Whether two numbers are two sources': one source that gives two speaks of two things."""
    return one.by is not other.by


def _always(*_: object) -> bool:
    return True


_AS_NEAR: Mapping[str, Callable[[Claim, Claim, float, float], bool]] = {
    "clock": _hours,
    "identifier": _numbers,
    "role": _holders,
    "place": _places,
    "ordinal": _always,
    "listing": _always,
}
"""By kind, what must hold besides for two values to be told of one thing."""
