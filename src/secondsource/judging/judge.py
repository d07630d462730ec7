"""One fact, one source, one verdict."""

from __future__ import annotations

from secondsource.facts import Fact
from secondsource.judging.verdict import Judgement, Verdict
from secondsource.sources import Source


def judge(fact: Fact, source: Source) -> Judgement:
    """What the source says of the fact."""
    return Judgement(fact.id, source.id, Verdict.SILENT, "says nothing about it")
