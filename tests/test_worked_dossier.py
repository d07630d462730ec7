"""The worked dossier is what it promises to be, and the engine reads it as a careful editor does."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from secondsource.facts import Acceptance, Fact, dossier
from secondsource.facts.shape import KINDS
from secondsource.judging import judge
from secondsource.sources import Source
from secondsource.sources.independence import independent_groups
from secondsource.steps import gherkin

ROOT = Path(__file__).parents[1]
STORY = dossier.load(ROOT)
FEATURES = [gherkin.read(path) for path in sorted((ROOT / "features").glob("*.feature"))]

OPEN_CELLS: dict[str, str] = {
    "strength-before-february-coral-reprint": "the 600 deployed earlier are not met",
    "strength-before-february-lakeside": "the 600 deployed earlier are not met",
    "pledge-jacaranda": "a bound on what is frozen is taken for the pledge",
    "strength-before-february-savanna": "the 600 deployed earlier are not met",
    "shillings-jacaranda": "the amount in brackets is not met with the claim of its worth",
    "women-share-jacaranda": "another contingent is taken for this one",
}
"""Cells that the engine does not read rightly yet -> what is missing. Strict: one that passes must leave this list."""


def test_it_has_no_fault() -> None:
    assert not STORY.faults
    assert not [fault for feature in FEATURES for fault in feature.faults]


def test_documents_in_three_formats_by_five_outlets() -> None:
    assert len(STORY.sources) >= 5
    assert {source.path.suffix for source in STORY.sources if source.path} == {".md", ".txt", ".html"}
    assert len({source.outlet for source in STORY.sources}) == 5
    assert all(source.published and source.title and source.url for source in STORY.sources)


def test_the_saved_page_is_read_without_its_furniture() -> None:
    page = STORY.source("jacaranda")
    assert page and "KSh 17.71 billion" in page.text
    assert not any(furniture in page.text for furniture in ("Relay team", "Fuel prices", "Write to the desk"))


def test_a_story_taken_over_is_no_second_voice() -> None:
    groups = independent_groups(STORY.sources)
    assert {"savanna", "coral-reprint"} in groups
    assert {"coral"} in groups


def test_facts_of_every_kind_and_two_accepted_discrepancies() -> None:
    assert len(STORY.facts) >= 25
    assert {fact.kind for fact in STORY.facts} == set(KINDS)
    accepted = [acceptance for fact in STORY.facts for acceptance in fact.accepted]
    assert len(accepted) == 2
    assert all(len(acceptance.reason.split()) > 5 and acceptance.by for acceptance in accepted)
    assert all(fact.expect for fact in STORY.facts)


def test_scenarios_and_an_outline_over_facts() -> None:
    scenarios = [scenario for feature in FEATURES for scenario in feature.scenarios]
    assert len({scenario.name.partition(" (")[0] for scenario in scenarios}) >= 12
    rows = [scenario for scenario in scenarios if scenario.name.startswith("What two voices carry")]
    assert len(rows) > 5


def cell(fact: Fact, source: str, *values: object) -> ParameterSet:
    """A cell of the matrix under its own name, marked where it is open."""
    name = f"{fact.id}-{source}"
    marks = [pytest.mark.xfail(strict=True, reason=OPEN_CELLS[name])] if name in OPEN_CELLS else []
    return pytest.param(fact, *values, id=name, marks=marks)


CELLS = [cell(fact, source.id, source) for fact in STORY.facts for source in STORY.sources if source.id in fact.expect]
ACCEPTED = [cell(fact, accepted.source, accepted) for fact in STORY.facts for accepted in fact.accepted]


@pytest.mark.parametrize(("fact", "source"), CELLS)
def test_a_verdict_is_the_editors(fact: Fact, source: Source) -> None:
    said = judge(fact.in_story(STORY.as_of), source)
    assert said.verdict in fact.expect[source.id], said.reason


@pytest.mark.parametrize(("fact", "acceptance"), ACCEPTED)
def test_what_is_accepted_is_really_contradicted(fact: Fact, acceptance: Acceptance) -> None:
    source = STORY.source(acceptance.source)
    assert source
    assert judge(fact.in_story(STORY.as_of), source).verdict in ("contradicts", "mixed")


def test_the_open_cells_are_cells() -> None:
    assert set(OPEN_CELLS) <= {parameters.id for parameters in (*CELLS, *ACCEPTED)}
