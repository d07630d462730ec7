"""How the time that something takes grows, however fast the machine and whatever else it is doing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

_Prepared = TypeVar("_Prepared")
_TOO_SHORT = 0.05
"""Processor seconds that say nothing of growth: a timer's step, a cache that was cold."""
_LINEAR = 9
"""How many times the work at four times the length may be: 4 is its share of the length, 16 the square."""
_TRIES = 3
"""A machine whose speed changes halfway through makes one measurement wrong, and hardly three."""


def is_linear(prepare: Callable[[int], _Prepared], work: Callable[[_Prepared], object], length: int) -> bool:
    """Whether the work on something of four times ``length`` is about four times that on something of ``length``.

    >>> is_linear(range, lambda numbers: [n for n in numbers], 100_000)
    True
    >>> is_linear(range, lambda numbers: [m for n in numbers for m in numbers], 1500)
    False
    """
    work(prepare(length // 2))  # whatever is built once is built now
    # Each of another length, for texts that were read are remembered.
    return any(_growth(prepare, work, length + length // 10 * n) < _LINEAR for n in range(_TRIES))


def _growth(prepare: Callable[[int], _Prepared], work: Callable[[_Prepared], object], length: int) -> float:
    short, long = (_seconds(work, prepare(size)) for size in (length, 4 * length))
    return max(long, _TOO_SHORT) / max(short, _TOO_SHORT)


def _seconds(work: Callable[[_Prepared], object], prepared: _Prepared) -> float:
    """The processor's seconds, its wait for other programs left out."""
    begun = time.process_time()
    work(prepared)
    return time.process_time() - begun
