"""What each numeral of a text is: a count, an amount of money, a share, an age, or no quantity at all.

The kinds of value know nothing of one another; which of them a figure belongs to is decided here, once.
Dates are set aside first, then numbers that name something, then shares and money; what is left counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from math import inf

from secondsource.grammar import bounds, compounds, currencies
from secondsource.grammar.asides import Aside, asides, is_score
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.numerals import Numeral, numerals
from secondsource.grammar.parts import Part, parts
from secondsource.grammar.quantity import Quantity


class Role(StrEnum):
    """What a figure is there for."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    POINTS = "percentage points"
    FRACTION = "fraction"
    FACTOR = "factor"
    MARK = "mark"
    """So many points of so many: "3.2 out of 10"."""
    AGE = "age"
    SCORE = "score"
    """One side of the result of a vote or a match."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its setting; all places are offsets into the text that was read.

    ``start`` to ``end`` covers the bound and the unit that were read here, ``core`` the figure (or both of a range);
    ``unit_end`` is where the figure's own sign or currency ends. ``step`` is the size of one unit in the last place
    written, also where the quantity is exact.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    unit_end: int
    quantity: Quantity
    role: Role
    step: float
    digits: bool = False
    currency: str = ""
    per: str = ""
    dotted: bool = False
    bracketed: bool = False
    """Whether it opens a bracket: "412.3 million euros ($445 million)"."""
    best: int = 0
    """Of how many points it is a mark."""
    is_hundredths: bool = False
    """Whether it is in the small unit of a currency: pence, cents."""


_PERCENT = re.compile(
    r"(?P<points>[\s-]?percentage[\s-]points?\b|\s?(?:pp|ppts?|p\.p\.)(?!\w)|(?:%|\s?per\s?cent)[\s-]?points?\b)"
    r"|(?P<basis>[\s-]basis[\s-]points?\b|\s?bps?\b)"
    r"|(?P<percent>\s?%|[\s-]?per[\s-]?cent\b(?!age)|[\s-]?percent\b|\s?pct\b\.?|\s?pc\b)"
)
_THOUSAND = 1000
_DATE, _NAME, _AGE, _TAKEN = 1, 2, 3, 4
_MARKS = {Aside.DATE: _DATE, Aside.NAME: _NAME, Aside.AGE: _AGE}


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a text with what it is there for, in reading order.

    >>> [(f.role.value, f.quantity.plain()) for f in figures("On 6 February about 600 officers got $13.3m, up 5%.")]
    [('count', 'about 600'), ('money', '13.3 million'), ('share', '0.05')]
    """
    in_words = list(parts(text))
    found = numerals(text)
    if not found and not in_words:
        return ()
    read = [_part(text, part) for part in in_words]
    marks = _marks(text, in_words)
    free = [(n, mark) for n in found if (mark := _mark_of(marks, n)) in (0, _AGE)]
    index = 0
    while index < len(free):
        here, used = _figure(text, free, index)
        index += used
        read += here
    return _in_two_units(text, sorted(read, key=lambda figure: figure.core_start))


def _in_two_units(text: str, read: list[Figure]) -> tuple[Figure, ...]:
    """Figures, those of pounds and of pence beside them as one: "eleven pounds and forty-two pence an hour"."""
    found: list[Figure] = []
    for figure in read:
        last = found[-1] if found else None
        whole = last and figure.is_hundredths and _money_together(text, last, figure)
        if last and whole:
            end, core_end, unit_end = figure.end, figure.core_end, figure.unit_end
            joined = replace(last, end=end, core_end=core_end, unit_end=unit_end, quantity=whole, per=figure.per)
            found[-1] = replace(joined, step=figure.step)
        else:
            found.append(figure)
    return tuple(found)


def _money_together(text: str, first: Figure, second: Figure) -> Quantity | None:
    """Pounds and pence as the sum that they make up."""
    if first.role is not Role.MONEY or first.per or first.is_hundredths:
        return None
    if second.currency and currencies.same(first.currency, second.currency) is False:
        return None
    return compounds.joined(text, first.end, second.start, first.quantity, second.quantity, 1.0)


def _marks(text: str, in_words: list[Part]) -> bytearray:
    """For every character what it has been read as already, so that long texts cost no more than their length."""
    marks = bytearray(len(text))
    for start, end, mark in (
        *((part.start, part.end, _TAKEN) for part in in_words),
        *((start, end, _MARKS[aside]) for start, end, aside in asides(text)),
    ):
        for at in range(start, end):
            marks[at] = marks[at] or mark
    return marks


def _mark_of(marks: bytearray, numeral: Numeral) -> int:
    return next((mark for mark in marks[numeral.start : numeral.end] if mark), 0)


def _part(text: str, part: Part) -> Figure:
    bound = bounds.before(text, part.start) or bounds.after(text, part.end)
    before = bounds.before(text, part.start)
    quantity = Quantity(part.value, part.step, bound[0] if bound else part.hedge)
    role = Role.MARK if part.best else Role.FACTOR if part.is_factor else Role.FRACTION
    start = before[1] if before else part.start
    return Figure(start, part.end, part.start, part.end, part.end, quantity, role, part.step, best=part.best)


def _figure(text: str, free: list[tuple[Numeral, int]], index: int) -> tuple[tuple[Figure, ...], int]:
    """The figure that begins with a numeral (two for a score), and how many numerals it takes (two for a range)."""
    first, mark = free[index]
    if index + 1 < len(free) and not first.vague:
        second = free[index + 1][0]
        begins = bounds.joins_range(text, first.start, _unit_end(text, first), second.start)
        if begins is not None and not second.vague:
            whole = first.exact and second.exact
            if whole and is_score(text, first.start, first.end, second.start, second.end, first.value, second.value):
                sides = (_single(text, first, mark), _single(text, second, mark))
                return tuple(replace(side, role=Role.SCORE) for side in sides if side and side.role is Role.COUNT), 2
            if joined := _range(text, first, second, begins, mark):
                return (joined,), 2
    alone = _single(text, first, mark)
    return ((alone,) if alone else ()), 1


def _unit_end(text: str, numeral: Numeral) -> int:
    """Where a percent sign or currency noun after the first figure of a range ends."""
    if match := _PERCENT.match(text, numeral.end):
        return match.end()
    named = currencies.after(text, numeral.end, not numeral.exact, numeral.start)
    return named.at if named else numeral.end


def _range(text: str, first: Numeral, second: Numeral, begins: int, mark: int) -> Figure | None:
    own, last = _single(text, first, mark), _single(text, second, mark)
    if last is None or last.quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT):
        return None
    if own and own.role is Role.MONEY and last.role is Role.COUNT:
        last = replace(last, role=Role.MONEY, currency=own.currency)  # "$10-15 million"
    if own and own.role is Role.MONEY and own.currency != last.currency:
        return None
    low = first.value * (last.quantity.stated / second.value if second.value else 1.0)
    if first.scale == 1.0 and first.value < _THOUSAND:
        low *= second.scale  # "13 to 15 million"
    high = last.quantity.stated
    if not low < high:
        return None
    exact = first.exact and second.exact and last.role in (Role.COUNT, Role.MONEY, Role.AGE)
    step = 0.0 if exact else last.step
    quantity = Quantity((low + high) / 2, step, Hedge.RANGE, low, high).scaled(1.0)
    return replace(last, start=min(begins, own.start if own else begins), core_start=first.start, quantity=quantity)


def _single(text: str, numeral: Numeral, mark: int) -> Figure | None:
    """One numeral with its currency or percent sign, its rate and its bound."""
    start, unit_end, role, currency, factor = _setting(text, numeral, mark)
    if role is Role.COUNT and _is_decoration(text, numeral):
        return None
    end, per = unit_end, ""
    if role is Role.MONEY and (each := currencies.per(text, unit_end)):
        per, end = each
    quantity = _quantity(numeral, role, factor)
    before, after = bounds.before(text, start), bounds.after(text, unit_end)
    if quantity.hedge is Hedge.EXACT and (before or after):
        quantity = replace(quantity, hedge=_tightest([bound[0] for bound in (before, after) if bound]))
    bracketed = text[max(0, start - 1) : start] == "("
    return Figure(
        before[1] if before else start, max(end, after[1] if after else end), numeral.start, numeral.end, unit_end,
        quantity, role, numeral.step * factor, numeral.digits, currency, per, numeral.dotted, bracketed,
        is_hundredths=role is Role.MONEY and factor < 1.0,
    )  # fmt: skip


def _tightest(hedges: list[Hedge]) -> Hedge:
    """Of "about 600 or more" the bound and not the "about"."""
    return next((hedge for hedge in hedges if hedge is not Hedge.ABOUT), hedges[0])


def _setting(text: str, numeral: Numeral, mark: int) -> tuple[int, int, Role, str, float]:
    """Where the figure with its sign begins and ends, what it is, its currency, and what its unit multiplies it by."""
    start, end = numeral.start, numeral.end
    if mark == _AGE:
        return start, end, Role.AGE, "", 1.0
    if match := _PERCENT.match(text, end):
        if match["percent"]:
            return start, match.end(), Role.SHARE, "", 0.01
        return start, match.end(), Role.POINTS, "", 0.0001 if match["basis"] else 0.01
    scaled = numeral.vague or not numeral.exact or (numeral.digits and not text[start:end].isdigit())
    noun = currencies.after(text, end, scaled, start)
    if sign := currencies.before(text, start, scaled):
        same = noun and noun.factor == 1.0 and currencies.same(noun.currency, sign.currency) is not False
        return sign.at, noun.at if noun and same else end, Role.MONEY, sign.currency, 1.0
    if numeral.vague and not noun and text.startswith(" of ", end):
        noun = currencies.after(text, end + len(" of"), True, start)  # "millions of dollars"
    if noun:
        return start, noun.at, Role.MONEY, noun.currency, noun.factor
    return start, end, Role.COUNT, "", 1.0


def _quantity(numeral: Numeral, role: Role, factor: float) -> Quantity:
    if numeral.vague:
        return Quantity(numeral.low, inf, Hedge.VAGUE, numeral.low, numeral.high)
    exact = numeral.exact and role not in (Role.SHARE, Role.POINTS)
    return Quantity(numeral.value, 0.0 if exact else numeral.step).scaled(factor)


_PART_OF_CODE = re.compile(r"(?:[A-Za-z]\d{0,4}[-–]|[A-Za-z]/|[#№]|\d[:/])$")


def _is_decoration(text: str, numeral: Numeral) -> bool:
    """Whether the number is a part of a name or a pair: "K-1147", "H220-300", "#3", "24/7"."""
    if not numeral.digits:
        return False
    if _PART_OF_CODE.search(text, max(0, numeral.start - 6), numeral.start):
        return True
    return text[numeral.end : numeral.end + 1] in ("/", "°") and text[numeral.end + 1 : numeral.end + 2].isdigit()
