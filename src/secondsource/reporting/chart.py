"""A small chart of a quantity over time: where each thing is drawn, in the units of its view box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isinf

from secondsource.judging import Verdict
from secondsource.reporting.finding import Status
from secondsource.reporting.timeline import Point, Timeline, spread, ticks
from secondsource.reporting.words import day

WIDTH, HEIGHT, LEFT, TOP, BOTTOM, SIDE = 576, 210, 120, 34, 30, 56
ARROW = 9
ABOVE, LINE, CLEAR = 9, 13, 110


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as drawn: a dot where it was stated, a bar over what the words leave open, its words beside it."""

    verdict: Verdict
    status: Status
    label: str
    x: float
    y: float
    top: float
    bottom: float
    arrow: str
    label_y: float
    side: str
    shift: float


@dataclass(frozen=True, slots=True)
class Label:
    """A word on an axis."""

    text: str
    x: float = 0
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart, and its number."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A whole chart."""

    line: Timeline
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    days: tuple[Label, ...]
    own: float | None
    figure: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def drawn(line: Timeline) -> Drawn:
    """Where everything stands."""
    room = line.high - line.low or abs(line.high) or 1.0
    low, high = line.low - room * 0.12, line.high + room * 0.12

    def height(number: float) -> float:
        return round(HEIGHT - BOTTOM - (number - low) / (high - low) * (HEIGHT - BOTTOM - TOP), 1)

    first, last = line.points[0].published, line.points[-1].published
    own = None if line.stated is None else height(line.stated)
    axis = percent if line.is_share else short
    numbers = [Tick(height(number), axis(number)) for number in ticks(line.low, line.high, line.is_whole)]
    return Drawn(
        line=line,
        marks=_marks(line, height),
        ticks=tuple(tick for tick in numbers if own is None or abs(tick.y - own) > LINE),
        days=(Label(day(first), LEFT + 4, "start"), Label(day(last), WIDTH, "end")),
        own=own,
        figure="" if line.stated is None else axis(line.stated),
    )


def _marks(line: Timeline, height: Callable[[float], float]) -> tuple[Mark, ...]:
    """Each figure of each day once, however many sources gave it, with labels that keep clear of one another."""
    points = list({(one.published, one.label, one.verdict, one.status): one for one in line.points}.values())
    places = spread([point.published for point in points])
    dots = [
        (round(LEFT + SIDE + place * (WIDTH - LEFT - 2 * SIDE), 1), height(point.stated))
        for point, place in zip(points, places, strict=True)
    ]
    found: list[Mark] = []
    for point, place, (x, y) in zip(points, places, dots, strict=True):
        top, bottom, arrow = _reach(point, x, height)
        near = [other for other in found if abs(other.x - x) < CLEAR]
        if any((other.verdict, other.label) == (point.verdict, point.label) for other in near):
            found.append(Mark(point.verdict, point.status, "", x, y, top, bottom, arrow, y, "middle", 0))
            continue
        # A label stands above its dot, clear of other labels and of other dots.
        taken = [other.label_y for other in near if other.label]
        taken += [dot + ABOVE / 2 for at, dot in dots if (at, dot) != (x, y) and abs(at - x) < CLEAR]
        label_y = y - ABOVE
        while any(abs(other - label_y) < LINE for other in taken):
            label_y -= LINE
        side, shift = ("start", -8) if place < 0.2 else ("end", 8) if place > 0.8 else ("middle", 0)
        found.append(Mark(point.verdict, point.status, point.label, x, y, top, bottom, arrow, label_y, side, shift))
    return tuple(found)


def _reach(point: Point, x: float, height: Callable[[float], float]) -> tuple[float, float, str]:
    """The ends of the bar; a bound without an end is a bar to the edge of the chart, with an arrow head there."""
    above, below = isinf(point.leaves.high), isinf(point.leaves.low)
    top = TOP - ARROW + 2 if above else height(point.leaves.high)
    bottom = HEIGHT - BOTTOM if below else height(point.leaves.low)
    if above:
        return top, bottom, f"M{x - 5} {top} L{x + 5} {top} L{x} {top - ARROW} Z"
    return top, bottom, f"M{x - 5} {bottom} L{x + 5} {bottom} L{x} {bottom + ARROW} Z" if below else ""


def short(number: float) -> str:
    """A number for an axis.

    >>> short(13_300_000), short(1_500), short(0.25), short(-2e9)
    ('13.3m', '1,500', '0.25', '-2bn')
    """
    for size, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(number) >= size:
            return f"{number / size:.4g}{letter}"
    return f"{number:,.0f}" if number == int(number) else f"{number:.4g}"


def percent(part: float) -> str:
    """A part of a whole for an axis.

    >>> percent(0.3), percent(0.125)
    ('30%', '12.5%')
    """
    return f"{part * 100:.4g}%"
