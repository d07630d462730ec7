"""How long something takes, whatever else the machine is doing."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds_of_work(work: Callable[[], object]) -> float:
    """The processor's seconds, its wait for other programs left out."""
    begun = time.process_time()
    work()
    return time.process_time() - begun
