"""docs/verdicts.md is the specification: every row of its tables is run as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from secondsource.facts import Fact
from secondsource.judging import Bearing, Verdict, judge
from secondsource.sources import Source

PAGE = Path(__file__).parents[1] / "docs/verdicts.md"
THE_DAY = date(2025, 3, 7)  # as the page says

OPEN_ROWS = {
    "Harbour master Jonas Wirth opened the pier.": "an office at another time is not met",
    "The regatta will be held in Marrow Bay.": "two unknown towns are not known to be apart",
    "The fleet comprises boats from Denmark, Norway and Iceland.": "an open list without the member is not met",
}
"""Sources of rows that the engine does not meet yet -> what is missing. Strict: one that passes must leave the list."""


@dataclass(frozen=True)
class Row:
    line: int
    fact: str
    source: str
    verdict: str
    why: str
    published: date = THE_DAY

    @property
    def name(self) -> str:
        return f"{self.fact} | {self.source}"


def tables() -> list[Row]:
    rows: list[Row] = []
    header: list[str] = []
    for number, line in enumerate(PAGE.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            header = []
        elif not header:
            header = cells
        elif "fact" in header and set(cells) != {"---"}:
            found = dict(zip(header, cells, strict=True))
            published = date.fromisoformat(found.pop("published", THE_DAY.isoformat()))
            rows.append(Row(number, published=published, **found))
    return rows


ROWS = tables()


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=OPEN_ROWS[row.source]))
        if row.source in OPEN_ROWS
        else row
        for row in ROWS
    ],
    ids=lambda row: row.name,
)
def test_a_row_of_the_page(row: Row) -> None:
    source = Source("paper", row.source, published=row.published)
    judgement = judge(Fact("row", row.fact, as_of=THE_DAY), source)
    assert judgement.verdict == row.verdict.strip("`"), judgement.reason
    for evidence in judgement.evidence:
        assert evidence.quote == row.source[evidence.span.start : evidence.span.end]
        assert evidence.quote.strip() and evidence.reason
    bearings = {evidence.bearing for evidence in judgement.evidence}
    assert bool(bearings) == (judgement.verdict is not Verdict.SILENT)
    if judgement.verdict is Verdict.MIXED:
        assert {Bearing.SUPPORTS, Bearing.CONTRADICTS} <= bearings


def test_the_page_shows_every_verdict_and_no_row_twice() -> None:
    assert {row.verdict for row in ROWS} == set(Verdict)
    assert len({row.name for row in ROWS}) == len(ROWS) >= 50


def test_the_open_rows_are_rows_of_the_page() -> None:
    sources = [row.source for row in ROWS]
    assert all(sources.count(source) == 1 for source in OPEN_ROWS)
