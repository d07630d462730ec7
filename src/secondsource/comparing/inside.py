"""What does not fit inside one source: a weekday and its date, parts and their total, two rates of one exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from secondsource.comparing.breakdowns import breakdowns
from secondsource.comparing.claims import READ, Told
from secondsource.comparing.discrepancy import Cited, Discrepancy
from secondsource.comparing.quoting import part
from secondsource.judging.pairing import VALUES
from secondsource.language import Passage
from secondsource.sources import Kind, Span
from secondsource.values.marking import Marks
from secondsource.values.money import Money

OUT_BY = 3.0
"""Rates of one exchange move; one that is so many times another is a slip of the pen."""

STEADY = 1.05
"""One text converts at the rate of its day: two of its rates that are further apart, as rounded, are not one."""


def inside(told: Sequence[Told]) -> Iterator[Discrepancy]:
    """What does not fit inside each source, and between the rates of exchange that all of them imply.

    >>> from secondsource.comparing.claims import read
    >>> from secondsource.sources import Source
    >>> for found in inside(read([Source("a", "Of the 50 boats 20 sank, 20 were saved and 20 are missing.")])):
    ...     print(found.kind, found.note)
    >>> for found in inside(read([Source("a", "The port reopened on Monday 4 May 2025.")])):
    ...     print(found.kind, found.note)
    weekday 4 May 2025 was a Sunday
    """
    for by in told:
        for passage, marks in zip(by.index.passages, by.marks, strict=True):
            if passage.kind in READ:
                yield from _weekdays(by, passage, marks)
        yield from breakdowns(by)
        yield from _tables(by)
    yield from _rates(told)


def _cited(by: Told, span: Span, value: str = "") -> Cited:
    return Cited(by.source.id, span, span.of(by.source.text), value)


def _weekdays(by: Told, passage: Passage, marks: Marks) -> Iterator[Discrepancy]:
    for mention in marks.date:
        if mention.value.mismatch:
            day = mention.value.named.first
            note = f"{day.day} {day:%B %Y} was a {day:%A}"
            span = part(passage, mention.core)
            said = VALUES["date"].plain(mention.value)
            cited = Cited(by.source.id, span, span.of(by.source.text), said, mention.core)
            yield Discrepancy("weekday", note, (cited,), 0.9)


_TOTAL = re.compile(r"\W{0,3}(?:total|all|together|sum)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def _tables(by: Told) -> Iterator[Discrepancy]:
    """The rows of a table that ends in a total, column by column."""
    rows: list[Passage] = []
    for passage in by.index.passages:
        if passage.kind is not Kind.ROW:
            rows = []
        elif _TOTAL.match(passage.text):
            yield from _columns(by, rows, passage)
            rows = []
        else:
            rows.append(passage)


def _cells(passage: Passage) -> list[int | None]:
    cells = [cell.strip() for cell in passage.text.strip().strip("|").split("|")][1:]
    return [int(cell.replace(",", "")) if _FIGURE.fullmatch(cell) else None for cell in cells]


def _columns(by: Told, rows: Sequence[Passage], total: Passage) -> Iterator[Discrepancy]:
    body = [cells for cells in map(_cells, rows) if any(c is not None for c in cells)]
    for column, said in enumerate(_cells(total)):
        parts = [cells[column] for cells in body if column < len(cells)]
        known = [p for p in parts if p is not None]
        if said is None or len(known) < 2 or len(known) != len(parts) or sum(known) == said:
            continue
        note = f"the rows add up to {sum(known):,}, the total says {said:,}"
        yield Discrepancy("sum", note, (_cited(by, total.span, f"{said:,}"),), 0.8)


@dataclass(frozen=True, slots=True)
class _Rate:
    by: Told
    passage: Passage
    span: Span
    pair: tuple[str, str]
    rate: float
    """Of the second currency, in alphabetical order, to one of the first."""
    low: float
    high: float
    """Between which it is, as its amounts are rounded."""

    def is_far_from(self, other: _Rate) -> bool:
        """Whether both can be rates of one exchange: on one day in one text, on any days in two."""
        if self.by is other.by:
            return self.low > STEADY * other.high or other.low > STEADY * self.high
        return abs(log(self.rate / other.rate)) > log(OUT_BY)


def _conversions(by: Told) -> Iterator[_Rate]:
    """ "$13 million (KSh 17.7 billion)": two amounts, the second in brackets behind the first."""
    for passage, marks in zip(by.index.passages, by.marks, strict=True):
        if passage.kind not in READ:
            continue
        for first, second in zip(marks.money, marks.money[1:], strict=False):
            between = Span(first.span.end, second.span.start).of(by.source.text)
            if re.fullmatch(r"\s{0,2}(?:\((?:about |around |some |or )?|=\s?)", between) and _apart(
                first.value, second.value
            ):
                one, two = sorted((first.value, second.value), key=lambda m: m.currency)
                (least, most), (few, many) = map(_rounded, (one, two))
                rate = two.quantity.stated / one.quantity.stated
                span = first.span.joined(second.span)
                yield _Rate(by, passage, span, (one.currency, two.currency), rate, few / most, many / least)


def _rounded(money: Money) -> tuple[float, float]:
    stated, half = money.quantity.stated, money.quantity.step / 2
    return stated - half, stated + half


def _apart(one: Money, two: Money) -> bool:
    figures = all(money.quantity.stated > money.quantity.step / 2 for money in (one, two))
    return figures and bool(one.currency and two.currency) and one.currency != two.currency


def _rates(told: Sequence[Told]) -> Iterator[Discrepancy]:
    """Conversions between two currencies that imply different rates; no rate is known but what the sources imply."""
    rates = [rate for by in told for rate in _conversions(by)]
    for i, one in enumerate(rates):
        for two in rates[i + 1 :]:
            if one.pair == two.pair and one.is_far_from(two):
                low, high = sorted((one.rate, two.rate))
                note = f"{one.pair[1]} to {one.pair[0]}: {low:,.4g} against {high:,.4g}"
                cited = tuple(_cited(r.by, r.span) for r in (one, two))
                yield Discrepancy("conversion", note, cited, 0.8)
