"""Signs that two sentences speak of one thing, besides the five questions, kind by kind.

The thresholds were chosen on labelled dossiers (docs/accuracy.md), for precision: what is reported is read by a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from secondsource.aligning.statement import TIMES
from secondsource.comparing.claims import FIGURES, NEARBY, Claim
from secondsource.grammar.possibilities import Relation
from secondsource.judging.pairing import VALUES, governors
from secondsource.language import lexicon
from secondsource.sources import Kind
from secondsource.values.when import Grain

ALIKE = 1.5
"""Reports of one thing differ by a little; two figures further apart are mostly of two things."""

DOUBLE = 2.0

COUNTED, MEASURED = 0.75, 0.6
"""How much of one sentence the other must say for figures up to twice as large; fewer things are measured than counted:
60 days and 90 are mostly how long one thing lasts."""

FAR = timedelta(days=400)
"""Two dates further apart than this are dates of two events."""

NEWS = timedelta(days=7)
"""What a source dates so near its own publication is the news of its own week."""

IN_OFFICE = timedelta(days=60)
"""Sources further apart than this may name two holders of one office, and both be right."""

NEVER = 2.0
"""More than any two sentences share."""

LEAST = {
    "count": (0.22, 0.45),
    "money": (0.22, 0.4),
    "share": (0.5, 0.5),
    "date": (0.2, 0.4),
    "clock": (0.4, 0.6),
    "identifier": (0.2, NEVER),
    "role": (0.12, 0.12),
    "place": (0.42, 0.42),
    "ordinal": (0.35, 0.35),
    "listing": (0.25, 0.25),
}
"""By kind, how much of what each sentence says of its value the other must say as well, on average: where each rules
the other out, and where only one does."""

UNLIKE = 0.3
"""The same for two days that each rule the other out and are said of no one verb or noun."""

CHANGED = 0.4
"""The same for figures that say how things stand on two days: what is said in like words is mostly no change."""

NOTHING = 0.75
"""How much of one sentence the other must say where it says that there is none."""

KIN = 0.6


def apart(one: Claim, other: Claim) -> bool:
    """Whether two claims can be held against each other at all: not two rows of a table, not a value and its rival.

    "412 million, now 379 million" does not contradict "412 million".
    """
    if one.by is other.by and one.passage.kind is other.passage.kind is Kind.ROW:
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
    if one.by is other.by or (one.kind in TIMES and not _one_event(one, other)):
        return False
    return (forth + back) / 2 >= LEAST[one.kind][1]


def misprint(one: Claim, other: Claim) -> bool:
    """Whether two figures or numbers are one another with two digits swapped: few unlike things are so alike.

    A figure needs three digits for it that are not noughts.
    """
    if one.kind == "identifier":
        ours, theirs = one.mention.value, other.mention.value
        years = {ours.year, theirs.year} - {None}
        return len(years) < 2 and _swapped(ours.key, theirs.key)
    if one.kind not in FIGURES:
        return False
    known = min(len(one.digits), len(other.digits))
    return known > 2 and _swapped(*(f"{abs(c.mention.value.quantity.stated):.{known}g}" for c in (one, other)))


def _swapped(a: str, b: str) -> bool:
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(a) == len(b)
        and len(differ) == 2
        and differ[1] - differ[0] == 1
        and a[differ[0]] == b[differ[1]]
        and a[differ[1]] == b[differ[0]]
    )


def _figures(one: Claim, other: Claim, forth: float, back: float) -> bool:
    """Whether two figures are near enough, and hold for one time or are said in like words."""
    same_time = not (one.lasting or other.lasting) or _between(one, other) <= NEARBY
    return _close(one, other, max(forth, back)) and (same_time or (forth + back) / 2 >= CHANGED)


def _close(one: Claim, other: Claim, best: float) -> bool:
    a, b = (abs(c.mention.value.quantity.stated) for c in (one, other))
    if not a or not b:
        return best >= NOTHING
    ratio = max(a, b) / min(a, b)
    measured = one.kind == "count" and one.mention.value.dimension
    return ratio < ALIKE or (ratio <= DOUBLE and best >= (MEASURED if measured else COUNTED))


def _dates(one: Claim, other: Claim, forth: float, back: float) -> bool:
    """Whether two dates are near enough; a figure's month only says which figure."""
    ours, theirs = one.mention.value, other.mention.value
    if abs(ours.named.first - theirs.named.first) > FAR or (_is_news(one) and _is_news(other) and _later(one, other)):
        return False
    for claim in (one, other):
        marks, grain = claim.statement.marks, claim.mention.value.grain
        if (marks.count or marks.money or marks.share) and grain not in (Grain.DAY, Grain.WEEKDAY, Grain.TIME_OF_DAY):
            return False
    if _one_event(one, other):
        return True
    return (forth + back) / 2 >= UNLIKE and all(when.named.first == when.named.last for when in (ours, theirs))


def _hours(one: Claim, other: Claim, *_: float) -> bool:
    """Whether two hours are of one event, told of in one week."""
    return _one_event(one, other) and _between(one, other) <= NEWS


def _one_event(one: Claim, other: Claim) -> bool:
    """Whether two dates are said of one verb or noun."""
    heads = [governors(c.passage, c.statement.tested[0].tokens) for c in (one, other)]
    return any(lexicon.kinship(a, b) >= KIN for a in heads[0] for b in heads[1])


def _is_news(claim: Claim) -> bool:
    published = claim.by.source.published
    return published is not None and abs(claim.mention.value.named.first - published) <= NEWS


def _later(one: Claim, other: Claim) -> bool:
    """Whether two claims were published so far apart that the week of the one is not the week of the other."""
    return _between(one, other) > 2 * NEWS


def _between(one: Claim, other: Claim) -> timedelta:
    """How far apart two claims were published; nothing where nobody knows."""
    first, second = one.by.source.published, other.by.source.published
    return abs(first - second) if first and second else timedelta(0)


def _places(one: Claim, other: Claim, *_: float) -> bool:
    """Whether one of the sentences names nobody and nothing, or both name one thing."""
    names = [{t.lemma for t in c.statement.tested[0].terms if t.name} for c in (one, other)]
    return not all(names) or not names[0].isdisjoint(names[1])


def _holders(one: Claim, other: Claim, *_: float) -> bool:
    """Whether two offices are told of at one time."""
    return _between(one, other) <= IN_OFFICE


def _numbers(one: Claim, other: Claim, *_: float) -> bool:
    """Whether two numbers are two sources': one source that gives two speaks of two things."""
    return one.by is not other.by


def _always(*_: object) -> bool:
    return True


_AS_NEAR: Mapping[str, Callable[[Claim, Claim, float, float], bool]] = {
    "count": _figures,
    "money": _figures,
    "share": _figures,
    "date": _dates,
    "clock": _hours,
    "identifier": _numbers,
    "role": _holders,
    "place": _places,
    "ordinal": _always,
    "listing": _always,
}
"""By kind, what must hold besides for two values to be told of one thing."""
