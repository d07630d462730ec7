"""The date of a figure in a table: that of its own row, else the one that heads its column."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.language.tokens import Passage
from secondsource.sources import Kind, Span
from secondsource.values.mention import Mention
from secondsource.values.when import When


def of_column(
    passages: Sequence[Passage], dates: Sequence[Sequence[Mention[When]]], row: int, figure: Span
) -> Mention[When] | None:
    """The date under which a figure stands in a table; ``dates`` are those of each passage.

    A date in the figure's own row comes first ("| 11 March | 321 |"), then the one at the head of its column.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.date import find, plain
    >>> text = "| | 11 May 2024 | 12 May 2024 |\\n| --- | --- | --- |\\n| Flights cancelled | 321 | 274 |"
    >>> passages = read(Source("a", text)).passages
    >>> at = text.index("274")
    >>> plain(of_column(passages, [find(p, None) for p in passages], 2, Span(at, at + 3)).value)
    'Sun 12 May 2024'
    """
    if passages[row].kind is not Kind.ROW:
        return None
    column = _cell(passages[row], figure)
    if own := next((m for m in dates[row] if _cell(passages[row], m.core) < column), None):
        return own
    for above in range(row - 1, -1, -1):
        if passages[above].kind is not Kind.ROW:
            if passages[above].text.strip("|-:= "):
                break
            continue  # the rule under the head
        if _is_head(passages[above], dates[above]):
            return next((m for m in dates[above] if _cell(passages[above], m.core) == column), None)
    return None


def _cell(row: Passage, place: Span) -> int:
    """Which cell of its row a place stands in."""
    return row.text[: place.start - row.span.start].count("|")


def _is_head(row: Passage, dates: Sequence[Mention[When]]) -> bool:
    """Whether a row names the columns: dates in more than one cell, and nothing in its first that they could be of."""
    cells = [_cell(row, m.core) for m in dates]
    return len(set(cells)) > 1 or (bool(cells) and not row.text.strip("| ").split("|")[0].strip()[:1].isalpha())
