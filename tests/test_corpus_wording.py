"""Plain statements, claims of many parts, ranks, dates and figures, judged: the corpora named below, run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secondsource.facts import Fact
from secondsource.judging import Verdict, judge
from secondsource.judging.compound import printed, quarters
from secondsource.sources import Source
from secondsource.sources.strict_yaml import load

CORPUS = Path(__file__).parent / "corpus"
NAMES = (
    "wording",
    "judged",
    "ranks_judged",
    "dates_judged",
    "figures_judged",
    "scope_judged",
    "beside_judged",
    "news_judged",
    "repeats_judged",
)
ENTRIES = [entry for name in NAMES for entry in load(CORPUS / f"{name}.yaml")]


def published(entry: dict[str, Any]) -> date | None:
    return date.fromisoformat(entry["published"]) if "published" in entry else None


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e['claim']} | {e['text']}"[:110] for e in ENTRIES])
def test_a_claim_is_judged_as_a_person_judges_it(entry: dict[str, Any]) -> None:
    judgement = judge(Fact("claim", entry["claim"]), Source("text", entry["text"], published=published(entry)))
    if "verdict" in entry:
        assert judgement.verdict.value == entry["verdict"], judgement.reason
    else:
        assert judgement.verdict.value not in entry["not"], judgement.reason
    assert entry.get("because", "") in judgement.reason
    assert bool(judgement.evidence) == (judgement.verdict is not Verdict.SILENT)
    for evidence in judgement.evidence:
        assert evidence.span.of(entry["text"]) == evidence.quote
        assert all(mark.within(evidence.span) for mark in evidence.marks)


def test_a_quotation_is_shown_by_its_words_and_not_by_who_said_them() -> None:
    text = "Chair Ada Obi asked for quiet. “Nobody will lose a day's pay,” she said. The hall laughed."
    judgement = judge(Fact("words", "Ada Obi said: “Nobody will lose a day's pay.”"), Source("text", text))
    assert judgement.verdict is Verdict.SUPPORTS
    assert [mark.of(text) for mark in judgement.evidence[0].marks] == ["Nobody will lose a day's pay"]


def test_figures_are_told_with_their_scale() -> None:
    text = "$11,100 million, 4.8% and 7bn; not COVID-19, not v2.1b, but 3 b."
    assert [(digits, scale) for _, digits, scale in printed(text)] == [
        ("11100", "m"),
        ("4.8", "%"),
        ("7", "bn"),
        ("3", "bn"),
    ]


def test_quarters_have_one_name() -> None:
    text = "Q2, the second quarter, 2Q, the first half and H1; in a quarter of homes"
    assert [which for _, _, which in quarters(text)] == ["Q2", "Q2", "Q2", "H1", "H1"]
