"""A figure as the set of numbers that it leaves open, and how two of them relate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, inf, isinf, log10

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.possibilities import Interval, Relation

TOLERANCE = 0.10
"""How far "about" reaches, as a share of the figure, unless a fact sets its own (docs/verdicts.md)."""

COUNTED = 5
"""Digits of a figure that nobody writes who does not know it: "roughly" adds nothing to 74,956,608."""

COARSE = 0.2
"""How far at most a source's rounding reaches, as a share of the figure: nobody writes "a million" for 750,000."""

_JUST = (Hedge.JUST_ABOVE, Hedge.JUST_BELOW)
_POINTS = (Hedge.EXACT, Hedge.ABOUT)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_VAGUE_WORDS = {
    1.0: "several",
    12.0: "dozens",
    100.0: "hundreds",
    1e3: "thousands",
    1e4: "tens of thousands",
    1e5: "hundreds of thousands",
    1e6: "millions",
    1e7: "tens of millions",
    1e8: "hundreds of millions",
    1e9: "billions",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated figure, how finely it is stated, and how it is hedged.

    ``step`` is the size of one unit in the last place written (100,000 for "13.3 million"), and 0 for a whole number
    written out, which is exact. ``low`` and ``high`` are the ends of a RANGE, or what a VAGUE word commonly means.

    >>> officers = Quantity(700, hedge=Hedge.ABOVE)
    >>> officers.plain(), officers.leaves()
    ('more than 700', Interval(low=700, high=inf, low_open=True, high_open=False))
    >>> officers.relation_to(Quantity(650))
    <Relation.EXCLUDES: 'excludes'>
    """

    stated: float
    step: float = 0.0
    hedge: Hedge = Hedge.EXACT
    low: float = -inf
    high: float = inf

    def leaves(self, tolerance: float = TOLERANCE) -> Interval:
        """The numbers that are still possible once this is believed.

        >>> Quantity(13_300_000, step=100_000).leaves()
        Interval(low=13250000.0, high=13350000.0, low_open=False, high_open=True)
        """
        stated, half = self.stated, self.step / 2
        reach = max(abs(stated) * tolerance, half if not isinf(half) else 0.0)
        match Hedge.EXACT if self._is_counted else self.hedge:
            case Hedge.EXACT if self.step:
                return Interval(_tidy(stated - half), _tidy(stated + half), high_open=True)
            case Hedge.EXACT:
                return Interval(stated, stated)
            case Hedge.ABOUT:
                return Interval(_tidy(stated - reach), _tidy(stated + reach))
            case Hedge.ABOVE:
                return Interval(low=stated, low_open=True)
            case Hedge.AT_LEAST:
                return Interval(low=stated)
            case Hedge.BELOW:
                return Interval(high=stated, high_open=True)
            case Hedge.AT_MOST:
                return Interval(high=stated)
            case Hedge.JUST_ABOVE:
                return Interval(stated, _tidy(stated + reach), low_open=True)
            case Hedge.JUST_BELOW:
                return Interval(_tidy(stated - reach), stated, high_open=True)
            case Hedge.RANGE:
                return Interval(self.low, self.high)
            case Hedge.VAGUE:
                return Interval(low=self.low, low_open=True)

    @property
    def _is_counted(self) -> bool:
        """Whether it is called approximate and is written to more digits than anybody rounds to, in whatever unit."""
        # A mantissa, since from ten trillion on a plain number is written with an exponent.
        written = f"{self.stated / self.step:.0f}" if self.step else f"{self.stated:.12e}".partition("e")[0]
        return self.hedge is Hedge.ABOUT and len(written.replace(".", "").strip("-0")) >= COUNTED

    def relation_to(self, fact: Quantity, tolerance: float | None = None) -> Relation:
        """How this, said by a source, relates to what a fact says (docs/verdicts.md, "Numbers, money, shares").

        >>> Quantity(13_300_000, step=100_000).relation_to(Quantity(13_000_000, step=1_000_000))
        <Relation.ENTAILS: 'entails'>
        >>> Quantity(600, hedge=Hedge.ABOUT).relation_to(Quantity(612))
        <Relation.COMPATIBLE: 'compatible'>
        """
        if self.hedge is fact.hedge is Hedge.EXACT and not self.step and not fact.step:
            return Relation.ENTAILS if self.stated == fact.stated else Relation.EXCLUDES
        reach = TOLERANCE if tolerance is None else tolerance
        source_set, fact_set = self._no_coarser().leaves(reach), fact.leaves(reach)
        if not source_set.meets(fact_set):
            return Relation.COMPATIBLE if self._borders_on(fact) else Relation.EXCLUDES
        return Relation.ENTAILS if self._settles(fact, source_set, fact_set) else Relation.COMPATIBLE

    def _no_coarser(self) -> Quantity:
        """Itself, or with a step that reaches no further than COARSE: that of "a million" would be half of it."""
        most = 2 * COARSE * abs(self.stated)
        return replace(self, step=most) if self.hedge is Hedge.EXACT and most and self.step > most else self

    def _settles(self, fact: Quantity, source_set: Interval, fact_set: Interval) -> bool:
        """Whether an editor may print the fact on this alone."""
        if fact.hedge is Hedge.VAGUE:
            return (source_set.within(fact_set) and source_set.high <= fact.high) or self == fact
        if self.hedge in _POINTS and fact.hedge in _POINTS and self.stated == fact.stated:
            return True  # "the approximate value is the stated value"
        if self.hedge is Hedge.EXACT and Interval(self.stated, self.stated).within(fact_set):
            # A coarser figure does not settle a finer one; bounds and "about" ask only for the figure as stated.
            return fact.hedge is not Hedge.EXACT or self.step <= fact.step
        return source_set.within(fact_set)

    def _borders_on(self, fact: Quantity) -> bool:
        """ "nearly 600", "just over 600" and "more than 600" beside a plain 600: loosely the same figure.

        The literal reading excludes it, but too many writers round at such an edge to stop a build for it.
        """
        edge = (*_JUST, Hedge.ABOVE, Hedge.BELOW)
        return self.stated == fact.stated and (
            (self.hedge in edge and fact.hedge in _POINTS) or (self.hedge in _POINTS and fact.hedge in _JUST)
        )

    def scaled(self, factor: float) -> Quantity:
        """The same statement in another unit.

        >>> Quantity(2.35, step=0.01).scaled(1000)
        Quantity(stated=2350.0, step=10.0, hedge=<Hedge.EXACT: 'exactly'>, low=-inf, high=inf)
        """
        return replace(
            self,
            stated=_tidy(self.stated * factor),
            step=_tidy(self.step * factor),
            low=_tidy(self.low * factor),
            high=_tidy(self.high * factor),
        )

    def moved(self, by: float) -> Quantity:
        """The same statement on a scale with another zero (degrees Fahrenheit to Celsius)."""
        return replace(self, stated=self.stated + by, low=self.low + by, high=self.high + by)

    def plain(self) -> str:
        """A few words for a table's cell, which read back as the same quantity.

        >>> Quantity(13_300_000, step=100_000, hedge=Hedge.ABOVE).plain()
        'more than 13.3 million'
        """
        if self.hedge is Hedge.VAGUE:
            return _VAGUE_WORDS.get(self.low, f"more than {_figure(self.low, 0)}")
        if self.hedge is Hedge.RANGE:
            return f"between {_figure(self.low, self.step)} and {_figure(self.high, self.step)}"
        lead = "" if self.hedge is Hedge.EXACT else f"{self.hedge.value} "
        return lead + _figure(self.stated, self.step)


def _tidy(number: float) -> float:
    """Without the last bits, where 0.1 + 0.2 is not 0.3."""
    return number if isinf(number) else float(f"{number:.13g}")


def _figure(number: float, step: float) -> str:
    """
    >>> _figure(144, 0), _figure(13_300_000, 100_000), _figure(2.35, 0.01), _figure(13_000, 1000)
    ('144', '13.3 million', '2.35', '13 thousand')
    """
    if not step and number == floor(number):
        return f"{int(number):,}"
    for scale, word in (*_SCALES, (1e3, "thousand")):
        if abs(number) >= scale and step >= scale / 1000 and (word != "thousand" or step >= 1000):
            return f"{_decimal(number / scale, step / scale)} {word}"
    return _decimal(number, step)


def _decimal(number: float, step: float) -> str:
    places = max(0, -floor(log10(step) + 1e-9)) if step else 6
    text = f"{number:,.{min(places, 12)}f}"
    return text if step else text.rstrip("0").rstrip(".")
