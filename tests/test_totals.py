"""What a passage entails by arithmetic alone: sums, rests, listed labels, shares of a part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from secondsource.judging.totals import derived
from secondsource.language import read
from secondsource.sources import Source
from secondsource.sources.strict_yaml import load
from secondsource.values import count, money, share
from secondsource.values.marking import mark

PHRASES = load(Path(__file__).parent / "corpus" / "total.yaml")
PLAIN = {"count": count.plain, "money": money.plain, "share": share.plain}


@pytest.mark.parametrize("entry", PHRASES, ids=[entry["read"] for entry in PHRASES])
def test_arithmetic_gives_what_a_person_would_work_out(entry: dict[str, Any]) -> None:
    reading = read(Source("phrase", entry["read"]))
    found = [
        mention
        for passage, marks in zip(reading.passages, mark(reading), strict=True)
        for mention in derived(passage, entry["kind"], marks)
    ]
    assert [PLAIN[entry["kind"]](mention.value) for mention in found] == entry["totals"]
