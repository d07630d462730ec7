"""The labelled dossiers of this folder, read by the engine: floors under what it gets right, so that a loss shows.

docs/accuracy.md has the figures themselves; the floors stand a little below them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.facts import Fact, dossier
from secondsource.judging import Judgement, Verdict, judge_all

DOSSIERS = sorted(path.parent for path in (Path(__file__).parent / "dossiers").glob("*/dossier.yaml"))
BENCHMARKS = Path(__file__).parents[1] / "benchmarks/stories"
AGAINST = frozenset({Verdict.CONTRADICTS, Verdict.MIXED})

RIGHT_OF_FIVE = 0.75
"""The share of cells with the verdict, of five, that people gave."""
PRECISION = 0.85
"""Of the contradictions that are told, the share that people tell as well."""
RECALL = 0.60
"""Of the contradictions that people tell, the share that is told."""


@pytest.fixture(scope="module")
def cells() -> list[tuple[Fact, Judgement]]:
    """Each fact by each source that people have labelled."""
    found: list[tuple[Fact, Judgement]] = []
    for folder in DOSSIERS:
        story = dossier.load(folder)
        assert not story.faults
        asked = [(fact, source) for fact in story.facts for source in story.sources if source.id in fact.expect]
        found += zip((fact for fact, _ in asked), judge_all(asked), strict=True)
    assert len(found) > 500
    return found


def test_verdicts_are_those_of_people(cells: list[tuple[Fact, Judgement]]) -> None:
    right = sum(said.verdict in fact.expect[said.source] for fact, said in cells)
    assert right / len(cells) >= RIGHT_OF_FIVE


def test_few_contradictions_are_false(cells: list[tuple[Fact, Judgement]]) -> None:
    told = [AGAINST & set(fact.expect[said.source]) for fact, said in cells if said.verdict in AGAINST]
    assert sum(map(bool, told)) / len(told) >= PRECISION


def test_contradictions_are_found(cells: list[tuple[Fact, Judgement]]) -> None:
    due = [said.verdict in AGAINST for fact, said in cells if set(fact.expect[said.source]) <= AGAINST]
    assert sum(due) / len(due) >= RECALL


def test_every_verdict_quotes_its_source(cells: list[tuple[Fact, Judgement]]) -> None:
    for _, said in cells:
        assert bool(said.evidence) == (said.verdict is not Verdict.SILENT)
        assert all(evidence.quote.strip() and evidence.reason for evidence in said.evidence)
        assert all(mark.within(evidence.span) for evidence in said.evidence for mark in evidence.marks)


@pytest.mark.parametrize("name", ["opened", "kept-apart"])
def test_the_stories_to_measure_with_can_be_read(name: str) -> None:
    folders = sorted(path.parent for path in (BENCHMARKS / name).glob("*/dossier.yaml"))
    assert len(folders) >= 10
    for folder in folders:
        story = dossier.load(folder)
        assert not story.faults
        assert all({source.id for source in story.sources} == set(fact.expect) for fact in story.facts), folder
