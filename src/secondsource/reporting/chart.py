"""A small chart of a quantity over time: where each thing is drawn, in the units of its view box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isinf

from secondsource.reporting.timeline import Point, Timeline, spread, ticks
from secondsource.reporting.words import day

WIDTH, HEIGHT, LEFT, TOP, BOTTOM, SIDE = 576, 210, 74, 34, 30, 56
ARROW = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """A point as drawn: a dot where the figure was stated, a bar over what the words leave open."""

    point: Point
    label: str
    x: float
    y: float
    top: float
    bottom: float
    arrow: str = ""


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
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def drawn(line: Timeline) -> Drawn:
    """Where everything stands."""
    room = line.high - line.low or abs(line.high) or 1.0
    low, high = line.low - room * 0.12, line.high + room * 0.12

    def height(number: float) -> float:
        return round(HEIGHT - BOTTOM - (number - low) / (high - low) * (HEIGHT - BOTTOM - TOP), 1)

    places = spread([point.published for point in line.points])
    width = WIDTH - LEFT - 2 * SIDE
    marks = tuple(
        _mark(point, round(LEFT + SIDE + place * width, 1), height)
        for point, place in zip(line.points, places, strict=True)
    )
    first, last = line.points[0].published, line.points[-1].published
    return Drawn(
        line=line,
        marks=marks,
        ticks=tuple(Tick(height(number), short(number)) for number in ticks(line.low, line.high)),
        days=(Label(day(first), LEFT + 4, "start"), Label(day(last), WIDTH, "end")),
        own=None if line.stated is None else height(line.stated),
    )


def _mark(point: Point, x: float, height: Callable[[float], float]) -> Mark:
    """A bound without an end is a bar to the edge of the chart, with an arrow head there."""
    above, below = isinf(point.leaves.high), isinf(point.leaves.low)
    top = TOP - ARROW + 2 if above else height(point.leaves.high)
    bottom = HEIGHT - BOTTOM if below else height(point.leaves.low)
    arrow = ""
    if above:
        arrow = f"M{x - 5} {top} L{x + 5} {top} L{x} {top - ARROW} Z"
    elif below:
        arrow = f"M{x - 5} {bottom} L{x + 5} {bottom} L{x} {bottom + ARROW} Z"
    return Mark(point, point.value, x, height(point.stated), top, bottom, arrow)


def short(number: float) -> str:
    """A number for an axis.

    >>> short(13_300_000), short(1_500), short(0.25), short(-2e9)
    ('13.3m', '1,500', '0.25', '-2bn')
    """
    for size, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(number) >= size:
            return f"{number / size:.4g}{letter}"
    return f"{number:,.0f}" if number == int(number) else f"{number:.4g}"
