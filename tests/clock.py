"""How the time that something takes grows, however fast the machine and whatever else it is doing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

_Prepared = TypeVar("_Prepared")
_TOO_SHORT = 0.05
"""Processor seconds that say nothing of growth: a timer's step, a cache that was cold."""

LINEAR = 9
"""Growth below which work is called in proportion to length: 4 is exactly that, 16 is the square."""


def growth(prepare: Callable[[int], _Prepared], work: Callable[[_Prepared], object], length: int) -> float:
    """How many times the work at ``length`` is done at four times the length; 1 where both are too short to tell.

    >>> growth(range, lambda numbers: [m for n in numbers for m in numbers], 1500) > LINEAR
    True
    """
    work(prepare(length // 2))  # whatever is built once is built now; of another length, for texts are remembered
    short, long = (_seconds(work, prepare(size)) for size in (length, 4 * length))
    return max(long, _TOO_SHORT) / max(short, _TOO_SHORT)


def _seconds(work: Callable[[_Prepared], object], prepared: _Prepared) -> float:
    """The processor's seconds, its wait for other programs left out."""
    begun = time.process_time()
    work(prepared)
    return time.process_time() - begun
