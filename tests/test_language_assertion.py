"""Assertion, speakers, roles and clauses against their corpus (tests/corpus/assertion.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from brackets import unmarked
from secondsource.language import Passage, read
from secondsource.language.assertion import Factuality, Tense, clause, roles_of, standing, tense
from secondsource.sources import Source

CORPUS = yaml.safe_load((Path(__file__).parent / "corpus/assertion.yaml").read_text(encoding="utf-8"))
FACTUALITIES = [(kind, text) for kind in Factuality for text in CORPUS[kind.value]]


def at_the_brackets(marked: str) -> tuple[Passage, int]:
    """The passage and the index of the token in brackets."""
    text, (inside, *_) = unmarked(marked)
    start = inside.start
    passage = next(p for p in read(Source("s", text)).passages if p.span.start <= start < p.span.end)
    return passage, next(t.i for t in passage.tokens if t.start <= start < t.end)


@pytest.mark.parametrize(("kind", "marked"), FACTUALITIES)
def test_a_word_is_taken_as_its_sentence_takes_it(kind: Factuality, marked: str) -> None:
    passage, i = at_the_brackets(marked)
    found = standing(passage, i)
    assert found.factuality is kind
    if kind is not Factuality.ASSERTED:
        assert found.cue_span is not None
        assert found.cue_span.moved(-passage.span.start).of(passage.text) == found.cue


@pytest.mark.parametrize(("marked", "speaker"), CORPUS["speakers"])
def test_who_says_so_is_kept(marked: str, speaker: str) -> None:
    passage, i = at_the_brackets(marked)
    assert standing(passage, i).speaker == speaker


@pytest.mark.parametrize(("marked", "agent", "thing", "oblique"), CORPUS["roles"])
def test_who_does_what(marked: str, agent: str, thing: str, oblique: dict[str, Any]) -> None:
    passage, i = at_the_brackets(marked)
    roles = roles_of(passage, i)

    def words(found: tuple[int, ...]) -> str:
        return " ".join(passage.tokens[j].text for j in found)

    assert (words(roles.agent), words(roles.object)) == (agent, thing)
    assert {p: words(found) for p, found in roles.oblique.items() if p in oblique} == oblique


@pytest.mark.parametrize(("marked", "words"), CORPUS["clauses"])
def test_a_clause_is_a_verb_with_what_is_its_own(marked: str, words: str) -> None:
    passage, i = at_the_brackets(marked)
    found = [passage.tokens[j] for j in sorted(clause(passage, i))]
    assert " ".join(t.text for t in found if t.pos != "PUNCT") == words


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The ferry [sank].", Tense.PAST),
        ("The ferry has [sunk].", Tense.PAST),
        ("The ferry [leaves] today.", Tense.PRESENT),
        ("The ferry will [sail].", Tense.FUTURE),
        ("The [ferry] will sail.", Tense.FUTURE),
    ],
)
def test_tense_is_that_of_the_finite_verb(marked: str, expected: Tense) -> None:
    passage, i = at_the_brackets(marked)
    assert tense(passage, i) is expected
