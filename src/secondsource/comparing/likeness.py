"""How surely two figures, or two dates, of two sentences are of one thing.

As where a claim is judged, each sign has its points and none decides alone (:mod:`secondsource.judging.likeness`): the
signs at each of the two, seen from the other, and what they have between them. The points are log-odds from a logistic
regression over the discrepancies that are labelled in the dossiers, rounded to a tenth.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from math import log

from secondsource.comparing.claims import FIGURES, Claim
from secondsource.judging.likeness import Scorecard, Sign
from secondsource.judging.pairing import Pairing, governors
from secondsource.judging.questions import SAME_MEASURE
from secondsource.language import lexicon
from secondsource.sources import Kind
from secondsource.values import date
from secondsource.values.when import Grain

SCORED = FIGURES | {"date"}
"""The kinds that are told by their signs."""

SURE = 0.62
"""How sure it must be: what is reported is read by a person."""

MEASURED = 0.5
"""Below which, seen from both sides, two values are of two measures, whatever else they have between them."""

NEWS = timedelta(days=7)
"""What a source dates so near its own publication is the news of its own week."""

DAYS = frozenset({Grain.DAY, Grain.WEEKDAY, Grain.TIME_OF_DAY})

LONG, MONTH = 60, 30
"""Days between two publications, from which more of them tell no more; and in what they are counted."""

MANY = 12.0
"""How much there is to be said, by weight, from which more of it tells no more."""

TENTH, HALF, DOUBLE, MOST = 1.1, 1.5, 2.0, 20.0
"""How many times one figure is another."""


class Between(StrEnum):
    """What two figures, or two dates, have between them."""

    MET = "how much of what each sentence says of its value is said in the other or before it"
    SHARED = "how much of what each sentence says of its value the other says as well"
    LEAST = "how sure the measure is, from the side from which it is less so"
    MUCH = "how much each sentence says of its value"
    ONE_SIDED = "only the one rules the other out, and not the other the one"
    ONE_TEXT = "both stand in one text"
    ROW = "one of them stands in a row of a table"
    LATER = "how many months lie between the two texts"
    TWO_TIMES = "they are said to hold at two times"
    TIMES = "how many times the one is the other, as a logarithm"
    TENTH = "the one is no more than a tenth more"
    HALF = "it is no more than half as much again"
    DOUBLE = "it is no more than twice as much"
    NEXT_DAY = "they are a day apart or less"
    TWO_WEEKS = "each is of the week of its own text, and these are of two"
    OF_A_FIGURE = "one is no day, and may only say when a figure holds"
    KIN = "how near the word that the one is the date of comes to the other's"


Signs = Mapping[StrEnum, float]

FIGURE: Scorecard[StrEnum] = Scorecard(
    -5.2,
    {
        Between.MET: 0.9,
        Sign.FIRST: 0.7,
        Sign.BEHIND: -2.7,
        Sign.SWAPPED: 2.2,
        Sign.OTHER: -0.6,
        Sign.EARLIER: -0.9,
        Between.SHARED: 3.6,
        Between.LEAST: 1.0,
        Between.MUCH: 2.3,
        Between.ONE_SIDED: -1.2,
        Between.ONE_TEXT: -0.7,
        Between.ROW: -0.5,
        Between.LATER: -0.3,
        Between.TWO_TIMES: -1.5,
        Between.TIMES: -0.5,
        Between.TENTH: 0.8,
        Between.HALF: 1.4,
        Between.DOUBLE: 0.5,
    },
)

DATE: Scorecard[StrEnum] = Scorecard(
    -3.1,
    {
        Sign.FIRST: 1.3,
        Sign.BEHIND: -8.8,
        Sign.TODAY: -3.5,
        Sign.SHORT: -2.5,
        Sign.WEEK: 0.6,
        Sign.MONTH: 1.8,
        Sign.YEAR: -1.0,
        Sign.SUBJECT: 0.5,
        Sign.REST: 2.3,
        Sign.LAST_DAY: -0.9,
        Between.SHARED: 2.3,
        Between.KIN: 0.7,
        Between.ONE_SIDED: -1.4,
        Between.ONE_TEXT: -1.2,
        Between.ROW: -1.5,
        Between.NEXT_DAY: 2.1,
        Between.TWO_WEEKS: -2.0,
        Between.OF_A_FIGURE: -1.4,
    },
)


def likeness(one: Claim, other: Claim, forth: Pairing, back: Pairing | None) -> float:
    """How surely two claims speak of one thing, in [0, 1].

    ``forth`` is the other's value as the one finds it, ``back`` the one's as the other finds it, if it does.

    >>> from secondsource.comparing.between import clashes
    >>> from secondsource.comparing.claims import read
    >>> from secondsource.sources import Source
    >>> sources = Source("a", "A fire in Oruro killed three men."), Source("b", "The fire in Oruro killed four men.")
    >>> [clash.weight > SURE for clash in clashes(read(sources))]
    [True]
    """
    card = DATE if one.kind == "date" else FIGURE
    found = [forth] if back is None else [forth, back]
    seen = [_signs(claim, by, value) for claim, by, value in zip((one, other), (other, one), found, strict=False)]
    signs: dict[StrEnum, float] = {
        **{sign: sum(signs[sign] for signs in seen) / len(seen) for sign in Sign if sign in card.points},
        **(_of_dates(one, other) if one.kind == "date" else _of_figures(one, other)),
        Between.MET: sum(p.coverage.share for p in found) / len(found),
        Between.SHARED: sum(p.coverage.local for p in found) / len(found),
        Between.LEAST: min(p.measure for p in found),
        Between.MUCH: sum(min(p.coverage.weight, MANY) for p in found) / MANY / len(found),
        Between.ONE_SIDED: float(back is None),
        Between.ONE_TEXT: float(one.by is other.by),
        Between.ROW: float((one.passage.kind is Kind.ROW) != (other.passage.kind is Kind.ROW)),
        Between.LATER: min(between(one, other).days, LONG) / MONTH,
        Between.TWO_TIMES: float(_at_two_times(one, other, forth, back)),
    }
    return card.sureness({sign: signs[sign] for sign in card.points})


def _signs(claim: Claim, by: Claim, value: Pairing) -> dict[Sign, float]:
    weighing = claim.beside(by.by)
    signs = dict(weighing.signs_of(value))
    if claim.kind not in FIGURES:
        return signs
    # To be the first of one tells nothing, nor that two unlike things are counted by the same digits.
    alone = len(weighing.candidates[value.slot].all) == 1
    return signs | ({Sign.FIRST: 0.0} if alone else {}) | ({Sign.SWAPPED: 0.0} if value.measure < SAME_MEASURE else {})


def _at_two_times(one: Claim, other: Claim, forth: Pairing, back: Pairing | None) -> bool:
    if one.kind == "date" or back is None:
        return False
    theirs, ours = one.beside(other.by).time_said(forth), other.beside(one.by).time_said(back)
    return theirs is not None and ours is not None and not date.compatible_times(theirs, ours)


def _of_figures(one: Claim, other: Claim) -> Signs:
    a, b = (abs(claim.mention.value.quantity.stated) for claim in (one, other))
    times = min(max(a, b) / min(a, b), MOST) if a and b else MOST
    return {
        Between.TIMES: log(times),
        Between.TENTH: float(times < TENTH),
        Between.HALF: float(times <= HALF),
        Between.DOUBLE: float(times <= DOUBLE),
    }


def _of_dates(one: Claim, other: Claim) -> Signs:
    ours, theirs = one.mention.value, other.mention.value
    return {
        Between.NEXT_DAY: float(abs(ours.named.first - theirs.named.first) <= timedelta(days=1)),
        Between.TWO_WEEKS: float(_is_news(one) and _is_news(other) and between(one, other) > 2 * NEWS),
        Between.OF_A_FIGURE: float(_has_figure(one) or _has_figure(other)),
        Between.KIN: kinship(one, other),
    }


def _is_news(claim: Claim) -> bool:
    published = claim.by.source.published
    return published is not None and abs(claim.mention.value.named.first - published) <= NEWS


def _has_figure(claim: Claim) -> bool:
    marks = claim.statement.marks
    return bool(marks.count or marks.money or marks.share) and claim.mention.value.grain not in DAYS


def kinship(one: Claim, other: Claim) -> float:
    """How near a word that one date or hour is said of comes to one of the other's, in [0, 1]."""
    heads = [governors(claim.passage, claim.statement.tested[0].tokens) for claim in (one, other)]
    return max((lexicon.kinship(a, b) for a in heads[0] for b in heads[1]), default=0.0)


def between(one: Claim, other: Claim) -> timedelta:
    """How far apart two claims were published; nothing where nobody knows."""
    first, second = one.by.source.published, other.by.source.published
    return abs(first - second) if first and second else timedelta(0)
