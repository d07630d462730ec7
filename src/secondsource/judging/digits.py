"""The digits of a figure beside those of a claim's: of figures of unlike things, few are made of the same ones."""

from __future__ import annotations

from functools import lru_cache

TELLING = 3
"""How many digits of a figure tell something by themselves."""


@lru_cache(maxsize=4096)
def written(theirs: float, ours: float) -> tuple[str, str]:
    """Two figures as they are written, each with as many decimals as the finer one.

    >>> written(46.05, 46.5)
    ('4605', '4650')
    """
    decimals = max(len(f"{figure:.15g}".partition(".")[2]) for figure in (theirs, ours))
    one, other = (f"{figure:.{decimals}f}".replace(".", "") for figure in (theirs, ours))
    return one, other


def telling(digits: str) -> int:
    """How many of its digits tell something: the noughts at the end of a round figure do not.

    >>> telling("18400"), telling("700")
    (3, 1)
    """
    return len(digits.strip("0"))


def transposed(theirs: str, ours: str) -> bool:
    """Whether it is the claim's own digits in another order, more than one of them telling.

    >>> transposed("1460", "1640"), transposed("1460", "1460"), transposed("700", "070")
    (True, False, False)
    """
    return theirs != ours and telling(ours) > 1 and sorted(theirs) == sorted(ours)
