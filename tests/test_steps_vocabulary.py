"""Every sentence has an example, every example runs, and the documentation has them all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from secondsource.facts import Fact, Place
from secondsource.facts.dossier import Dossier
from secondsource.judging import judge_all
from secondsource.sources import Source
from secondsource.steps import binding, catalogue, who
from secondsource.steps.asking import try_out
from secondsource.steps.gherkin import parse
from secondsource.steps.parameters import TYPES
from secondsource.steps.scope import Scope
from secondsource.steps.vocabulary import GIVEN, GIVENS, PREDICATES, THEN

ROOT = Path(__file__).parents[1]

HARBOUR = """\
A contingent of 144 police officers left Nairobi for Haiti on Thursday, hours after the call of the two presidents.

The contingent of 144 officers was made up of 120 men and 24 women. The call came before the departure.

The departure of the officers was on Thursday 6 February 2025. The summit is held in Dar es Salaam.

The officers left on 6 February 2025, the spokesman John Odera said.

The United States had frozen $13.3 million of its pledge: the frozen part of the pledge was $13.3 million.

“We will stay,” Godfrey Otunge said.
"""
HIGHLANDS = """\
The officers flew out in two planes, the force said.

144 police officers left for Haiti, the paper understands.

Further down the force says that the officers flew out in three planes.
"""
MINISTRY = """\
More than one hundred officers left for Haiti. The mission was authorised under Resolution 2699.

Godfrey Otunge is the commander of the mission. Jamaica, Belize and Guatemala are members of the force.

The share of women in the contingent was 17 %.
"""


def source(name: str, text: str, published: date, **more: object) -> Source:
    path = ROOT / "sources" / f"{name}.md"
    return Source(
        name,
        text,
        outlet=name.title(),
        published=published,
        tags=("agency",),
        tier="primary",
        path=path,
        **more,
    )


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    root = tmp_path_factory.mktemp("story")
    for folder in ("sources", "facts"):
        (root / folder).mkdir()
    file = root / "facts" / "mission.yaml"
    file.write_text("", encoding="utf-8")
    facts = (
        Fact("departure-day", "The officers left on 6 February 2025", tags=("money",), place=Place(file, 1)),
        Fact("summit-place", "The summit is held in Dar es Salaam", place=Place(file, 3)),
        Fact("contingent", "144 police officers left for Haiti", place=Place(file, 4)),
    )
    sources = (
        source("courier", "The price of bread rose in Nairobi.", date(2024, 11, 9), group="Northern Papers"),
        source("harbour", HARBOUR, date(2025, 2, 6)),
        source("highlands", HIGHLANDS, date(2025, 2, 7)),
        source("ministry", MINISTRY, date(2025, 2, 7)),
    )
    return Dossier(root, "The mission", date(2025, 2, 7), facts, sources)


def bound(dossier: Dossier, steps: str) -> tuple[binding.Plan, list[object]]:
    feature = parse("Feature: F\n  Scenario: S\n" + "".join(f"    {line}\n" for line in steps.splitlines()))
    assert not feature.faults, feature.faults
    plan, faults = binding.bind(feature.scenarios[0], Scope.of(dossier), Path("s.feature"), binding.NoHouse())
    return plan, [*faults, *binding.check_claims([(Path("s.feature"), plan)])]


CASES = [
    pytest.param(sentence, example, id=example.splitlines()[-1 if sentence.after else 0])
    for sentence in catalogue.SENTENCES
    for example in catalogue.examples(sentence)
]


@pytest.mark.parametrize(("sentence", "example"), CASES)
def test_every_example_runs_and_holds(dossier, sentence, example):
    steps = example if sentence.type == "then" else f"{example}\nThen no source is older than 400 days"
    plan, faults = bound(dossier, steps)
    assert faults == []
    for expectation in plan.expectations:
        for outcome in try_out(expectation, judge_all, "S"):
            assert outcome.check.held, outcome.check.message


@pytest.mark.parametrize("sentence", catalogue.SENTENCES, ids=catalogue.written)
def test_every_sentence_says_what_it_is_and_finds_itself(sentence):
    assert sentence.about.endswith(".") and sentence.example
    assert set(sentence.holes.values()) <= set(TYPES)
    first = sentence.example.splitlines()[0].rstrip(":")
    asked = who.split(first)
    index, text = (PREDICATES, asked[1]) if asked and sentence.type == "then" else (GIVENS, first)
    found = index.find(text, sentence.below)
    assert found is not None and found[0] is sentence


@pytest.mark.parametrize("words", who.EXAMPLES)
def test_every_way_to_say_who_is_read(dossier, words):
    asked = who.split(f"{words} say 144 officers left")
    assert asked is not None and asked[1] == "say 144 officers left"
    assert who.read(asked[0], Scope.of(dossier)).population


def test_the_more_particular_sentence_stands_before_the_plainer_one():
    for sentence in THEN:
        asked = who.split(sentence.example.splitlines()[0].rstrip(":"))
        assert asked is not None
        matching = [each for each in THEN if each.below == sentence.below and each.match(asked[1]) is not None]
        assert matching[0] is sentence
        assert len(matching) == 1 or matching[1].pattern.endswith("{sentence}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("144 police officers", "one hundred and forty-four police officers"),
        ("1,200 officers", "1200 officers"),
    ],
)
def test_a_figure_may_be_written_in_more_than_one_way(one, other):
    words = [Source("wire", f"Kenya sent {text} to Haiti.") for text in (one, other)]
    for claim in (one, other):
        judged = judge_all([(Fact("f", f"Kenya sent {claim} to Haiti"), each) for each in words])
        assert [judgement.verdict.value for judgement in judged] == ["supports", "supports"]


def test_the_catalogue_has_three_forms():
    data = json.loads(catalogue.as_json())
    assert len(data["sentences"]) == len(GIVEN) + len(THEN)
    assert all(entry["examples"] for entry in data["sentences"])
    for sentence in catalogue.SENTENCES:
        assert catalogue.written(sentence) in catalogue.as_text()
        assert sentence.about in catalogue.as_markdown()


def test_the_page_has_the_catalogue_as_it_is():
    page = (ROOT / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
    assert catalogue.as_markdown() in page


def test_a_tolerance_and_a_day_reach_the_facts(dossier):
    plan, faults = bound(
        dossier,
        'Given the fact "contingent"\nAnd a tolerance of 5 %\nAnd the story as of 8 February 2025\n'
        "Then no source contradicts it",
    )
    assert faults == []
    [fact] = plan.expectations[0].facts
    assert (fact.tolerance, fact.as_of) == (0.05, date(2025, 2, 8))


def test_a_claim_that_is_a_fact_of_the_dossier_is_that_fact(dossier):
    plan, _ = bound(dossier, "Then no source says 144 Police officers left for Haiti.")
    assert plan.expectations[0].facts[0].id == "contingent"
