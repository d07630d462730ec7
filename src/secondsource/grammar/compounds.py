"""One amount said in two units: "eleven pounds and forty-two pence", "two hours and ten minutes"."""

from __future__ import annotations

import re
from math import isclose

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.quantity import Quantity

_JOIN = re.compile(r",?\s(?:and\s)?")
_WHOLE = (Hedge.EXACT, Hedge.ABOUT)


def joined(
    text: str, first_end: int, second_start: int, first: Quantity, second: Quantity, larger: float
) -> Quantity | None:
    """Two quantities side by side as the one that they make up, or None where they are two.

    Both are in one base unit, of which the first one's own unit is ``larger``: the second has to be less than that.

    >>> whole = joined("two hours and ten minutes", 9, 14, Quantity(7200, 3600), Quantity(600, 60), 3600)
    >>> whole and (whole.stated, whole.step)
    (7800, 60)
    >>> joined("two hours after ten minutes", 9, 16, Quantity(7200, 3600), Quantity(600, 60), 3600) is None
    True
    """
    if not _JOIN.fullmatch(text, first_end, second_start):
        return None
    if first.hedge not in _WHOLE or second.hedge is not Hedge.EXACT or not 0 < second.stated < larger:
        return None
    if not isclose(first.stated / larger, round(first.stated / larger)):
        return None
    return Quantity(round(first.stated + second.stated, 9), second.step, first.hedge)
