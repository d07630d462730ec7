"""Every disagreement between documents: between any two of them, and inside each."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.comparing.between import clashes
from secondsource.comparing.claims import read
from secondsource.comparing.discrepancy import Discrepancy
from secondsource.comparing.inside import inside
from secondsource.comparing.together import discrepancies
from secondsource.sources import Source


def compared(sources: Sequence[Source]) -> tuple[Discrepancy, ...]:
    """What a comparison of these documents finds, the surest first."""
    told = read(sources)
    found = [*discrepancies(clashes(told), told), *inside(told)]
    return tuple(sorted(found, key=lambda d: (-d.weight, d.passages)))
