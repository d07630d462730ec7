"""Two figures of a source, one of each side of a claim: in one sentence, in two, in two lines of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from secondsource.aligning.index import nearness
from secondsource.aligning.terms import Term, lemma_of
from secondsource.grammar import tables
from secondsource.grammar.possibilities import Interval
from secondsource.judging import lines
from secondsource.judging.ordering.facing import MET, SPOKEN, Facing
from secondsource.judging.weighed import Weighed
from secondsource.language import Passage, lexicon
from secondsource.sources import Kind, Span
from secondsource.values.marking import Marks
from secondsource.values.order import Sign
from secondsource.values.rank_words import STANDINGS

NEIGHBOURS = 2
"""How many sentences apart two figures may stand that are compared."""
_FIGURES = {Sign.ABOVE: "its figure is the larger", Sign.BELOW: "its figure is the smaller"}


class ByFigures(Facing):
    """What the figures of a source make of an order."""

    def figures(self) -> Iterator[Weighed]:
        """Two figures of one kind, one of each side."""
        if self.claim.order.in_time or self.claim.over_time or self.claim.order.by in ("fast", "slow", "young", "old"):
            return
        yield from self._rows()
        for passage in self.passages:
            if passage.kind is not Kind.ROW:
                yield from self._beside(passage)
        yield from self._apart()

    def _rows(self) -> Iterator[Weighed]:
        """Lines of one list or table, one labelled with each side."""
        mine = [p for p in self._lines() if self._labelled(p, self.claim.first, self.claim.second)]
        others = [p for p in self._lines() if self._labelled(p, self.claim.second, self.claim.first)]
        for one in mine:
            for other in others:
                if one.kind is not other.kind or not self._together(one, other):
                    continue
                compared = self._places(one, other) or self._cells(one, other)
                if compared is None:
                    continue
                a, b = compared
                yield from self._compared(one, other, a, b)

    def _lines(self) -> Iterator[Passage]:
        return (p for p in self.index.passages if p.kind in (Kind.ROW, Kind.ITEM) or lines.place(self.source, p))

    def _labelled(self, passage: Passage, terms: Sequence[Term], others: Sequence[Term]) -> bool:
        label = lines.label(passage)
        return self.met(terms, passage, label, False) >= MET > self.met(others, passage, label, False)

    def _together(self, one: Passage, other: Passage) -> bool:
        low, high = sorted((one.index, other.index))
        return all(p.kind in (one.kind, Kind.FURNITURE) for p in self.index.passages[low:high])

    def _places(self, one: Passage, other: Passage) -> tuple[Interval, Interval] | None:
        """The places of two lines of one ranking, as figures of which the larger is ahead."""
        a, b = lines.place(self.source, one), lines.place(self.source, other)
        in_order = a and b and a != b and min(a, b) + 1 in self._ranked
        return (Interval(-a, -a), Interval(-b, -b)) if in_order else None

    @cached_property
    def _ranked(self) -> frozenset[int]:
        """The places that open the lines of the source."""
        return frozenset(lines.place(self.source, p) for p in self.index.passages)

    def _cells(self, one: Passage, other: Passage) -> tuple[Interval, Interval] | None:
        """The figures of two lines that stand in one column: the column that the claim speaks of, else the first."""
        mine, theirs = lines.figures(one), lines.figures(other)
        shared = [column for column in mine if column in theirs]
        if not shared:
            return None
        over = tables.over(self.index.passages, one.index)

        def fit(column: int) -> float:
            heading = [lemma_of(t) for t in over.heading(one, mine[column][1])]
            return max((lexicon.kinship(t.lemma, word) for t in self.claim.rest for word in heading), default=0.0)

        best = max(shared, key=lambda column: (round(fit(column), 1), -column))
        a, b = mine[best][0], theirs[best][0]
        return Interval(a, a), Interval(b, b)

    def _beside(self, passage: Passage) -> Iterator[Weighed]:
        """Two figures of one sentence, each nearest to one side."""
        if self.met((*self.claim.first, *self.claim.second), passage, None) < MET:
            return
        for figures in _by_kind(self.marks[passage.index]):
            of: dict[bool, list[tuple[float, Span, Interval]]] = {True: [], False: []}
            for core, figure in figures:
                start = tuple(t.i for t in passage.tokens_in(core))
                near = nearness(passage, start)
                scores = [self._nearest(side, passage, near) for side in (self.claim.first, self.claim.second)]
                if scores[0] != scores[1] and max(scores) > 0:
                    of[scores[0] > scores[1]].append((max(scores), core, figure))
            if of[True] and of[False]:
                a, b = (max(of[side], key=lambda f: (f[0], -f[1].start)) for side in (True, False))
                yield from self._compared(passage, passage, a[2], b[2])
                return

    def _nearest(self, side: Sequence[Term], passage: Passage, near: Sequence[float]) -> float:
        hits = self.index.hits_in(side, passage, self.aliases)
        return max((h.kinship * near[h.token] for h in hits), default=0.0)

    def _apart(self) -> Iterator[Weighed]:
        """Two figures of neighbouring sentences, each of which names one side."""
        first, second = self.claim.first, self.claim.second
        named = [self._of_side(side, other) for side, other in ((first, second), (second, first))]
        for one in named[0]:
            for other in named[1]:
                if abs(one.index - other.index) > NEIGHBOURS or one.kind is Kind.ROW or other.kind is Kind.ROW:
                    continue
                both = zip(_sorted(self.marks[one.index]), _sorted(self.marks[other.index]), strict=True)
                found = [(a[0], b[0]) for a, b in both if len(a) == len(b) == 1]
                if len(found) == 1:
                    yield from self._compared(one, other, *found[0])

    def _of_side(self, side: Sequence[Term], other: Sequence[Term]) -> list[Passage]:
        """The sentences that name one side of the claim and nothing of the other."""
        return [
            p
            for p in self.passages
            if self.met(side, p, None, mind=False) >= SPOKEN and not self.met(other, p, None, mind=False)
        ]

    def _compared(self, one: Passage, other: Passage, a: Interval, b: Interval) -> Iterator[Weighed]:
        """What two figures do to the claim; where they leave the order open, nothing."""
        sign = Sign.ABOVE if a.low > b.high else Sign.BELOW if a.high < b.low else None
        if sign is None:
            return
        value = self.of_sign(sign, a.low / b.low if b.low else 0.0)
        for passage in dict.fromkeys((one, other)):
            yield from self.told(passage, None, 1.0, value, _FIGURES[sign])


def _by_kind(found: Marks) -> Iterator[list[tuple[Span, Interval]]]:
    """The figures of a passage that may be compared with one another; of places the first is the highest."""
    bare = [m for m in found.count if not m.value.dimension and not m.value.unit]
    for dimension in {m.value.dimension for m in found.count}:
        yield [(m.core, m.value.quantity.leaves()) for m in found.count if m.value.dimension == dimension]
    for mentions in (found.money, found.share):
        if mentions:
            yield [(m.core, m.value.quantity.leaves()) for m in mentions] + [
                (m.core, _bare(m.value.quantity.leaves(), 0.01 if mentions is found.share else 1.0)) for m in bare
            ]
    yield [
        (m.core, Interval(-m.value.rank, -m.value.rank))
        for m in found.ordinal
        if (m.rule == "placed" or m.value.noun in STANDINGS) and m.value.rank > 0
    ]


def _bare(figure: Interval, factor: float) -> Interval:
    """ "31 per cent and 28": a figure without its unit."""
    return Interval(figure.low * factor, figure.high * factor, figure.low_open, figure.high_open)


def _sorted(found: Marks) -> tuple[list[Interval], ...]:
    """The figures of a passage by what they may measure: things, metres, years, money, shares."""
    dimensions = ("", "length", "area", "mass", "duration", "speed", "temperature", "volume", "power", "energy")
    by = [[m.value.quantity.leaves() for m in found.count if m.value.dimension == d] for d in dimensions]
    return (
        *by,
        [m.value.quantity.leaves() for m in found.money],
        [m.value.quantity.leaves() for m in found.share],
    )
