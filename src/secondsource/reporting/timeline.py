"""Figures over time: what each source gave for a quantity, by the day on which it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from math import isinf

from secondsource.facts import Fact
from secondsource.grammar.possibilities import Interval
from secondsource.judging import Bearing, Evidence, Judgement, Verdict
from secondsource.judging.kept import stated
from secondsource.reporting.finding import Status
from secondsource.reporting.model import Report


@dataclass(frozen=True, slots=True)
class Point:
    """One source's figure: what was stated, and every number that the words leave open."""

    source: str
    published: date
    value: str
    label: str
    """The figure in a few characters, without its unit."""
    stated: float
    leaves: Interval
    verdict: Verdict
    status: Status = Status.OPEN
    """What the newsroom has said of it, where it stands against the fact."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """One fact's quantity as it was reported, earliest first."""

    fact: Fact
    points: tuple[Point, ...]
    stated: float | None
    """The fact's own figure, where it has exactly one."""
    is_share: bool = False
    """Whether the figures are parts of a whole, and read as per cent."""

    @property
    def low(self) -> float:
        """The least number worth drawing."""
        return min(self._ends)

    @property
    def high(self) -> float:
        """The largest number worth drawing."""
        return max(self._ends)

    @property
    def is_whole(self) -> bool:
        """Whether every figure is a whole number."""
        return all(point.stated == int(point.stated) for point in self.points)

    @property
    def _ends(self) -> list[float]:
        ends = [end for point in self.points for end in (point.leaves.low, point.leaves.high) if not isinf(end)]
        return [*ends, *(point.stated for point in self.points), *([] if self.stated is None else [self.stated])]


def timelines(report: Report, limit: int) -> tuple[Timeline, ...]:
    """The facts whose quantity was reported on two days or more and in two ways or more: disputed ones first."""
    disputed = {finding.fact for finding in report.discrepancies}
    facts = sorted(report.facts, key=lambda fact: fact.id not in disputed)
    lines = (_timeline(report, fact) for fact in facts if _may_be_drawn(report, fact))
    return tuple(
        islice((line for line in lines if line and len({point.published for point in line.points}) > 1), limit)
    )


def _may_be_drawn(report: Report, fact: Fact) -> bool:
    """Whether reading the figures can pay: two dated sources, two values."""
    said = [one for one in report.judgements(fact.id) if one.evidence and any(part.value for part in one.evidence)]
    return len(said) > 1 and len({part.value for one in said for part in one.evidence}) > 1


def _timeline(report: Report, fact: Fact) -> Timeline | None:
    told = [(judgement, evidence) for judgement in report.judgements(fact.id) for evidence in _telling(judgement)]
    texts = [fact.claim, *dict.fromkeys(evidence.value for _, evidence in told)]
    read = dict(zip(texts, stated(texts, fact.tolerance), strict=True))
    own = read[fact.claim]
    points = []
    for judgement, evidence in told:
        source = report.source(judgement.source)
        if not source or not source.published:
            continue
        match read[evidence.value]:
            case (figure,) if any(figure.sort == other.sort for other in own):
                points.append(
                    Point(
                        source.id,
                        source.published,
                        evidence.value,
                        figure.label,
                        figure.number,
                        figure.leaves,
                        Verdict(evidence.bearing),
                        report.status_of(judgement) if evidence.bearing is Bearing.CONTRADICTS else Status.OPEN,
                    )
                )
    if not points:
        return None
    # One source may give one figure in two ways ("144 officers", "144 people"): it is one figure.
    points = list({(one.source, one.stated, one.leaves, one.verdict): one for one in reversed(points)}.values())
    points.sort(key=lambda point: (point.published, point.source))
    [first] = read[points[0].value]
    numbers = [figure.number for figure in own if figure.sort == first.sort]
    return Timeline(fact, tuple(points), numbers[0] if len(numbers) == 1 else None, first.is_share)


def _telling(judgement: Judgement) -> list[Evidence]:
    """One passage for each value, of those that decided where any did."""
    decided = [one for one in judgement.evidence if one.bearing is not Bearing.INCONCLUSIVE]
    return list({one.value: one for one in reversed(decided or judgement.evidence)}.values())[::-1]


def ticks(low: float, high: float, whole: bool = False) -> tuple[float, ...]:
    """About four round numbers from the one to the other; whole ones only, for things that are counted.

    >>> ticks(140, 700), ticks(0, 2, whole=True)
    ((200.0, 400.0, 600.0), (0.0, 1.0, 2.0))
    """
    room = high - low or abs(high) or 1.0
    step = next(step for step in _round_steps(room) if room / step <= 4 and (not whole or step >= 1))
    first = -(-low // step)
    return tuple(step * (first + place) for place in range(int((high - first * step) // step) + 1))


def _round_steps(room: float) -> list[float]:
    size = 10.0 ** (len(str(int(room))) - 3) if room >= 1 else room / 100
    return [size * factor for factor in (1, 2, 5, 10, 20, 50, 100, 200, 500)]


def spread(days: list[date]) -> list[float]:
    """Where each day stands between the first (0) and the last (1).

    >>> spread([date(2025, 1, 1), date(2025, 1, 2), date(2025, 1, 5)])
    [0.0, 0.25, 1.0]
    """
    room = (max(days) - min(days)).days or 1
    return [(when - min(days)).days / room for when in days]
