"""The quickened rules for parts of speech find what the model's own ruler finds."""

from __future__ import annotations

import pytest
from spacy.pipeline import AttributeRuler

from secondsource.language import parser, ruler

TEXTS = [
    "Let's go: they're gonna say that there's no ferry, and it ain't so.",
    "There were two ships; you've got to see them, y'all. C'mon!",
    "If it does not rain, 212 people will have left\u00a0 by 4:30 p.m. on Monday -- or won't they?",
    "That man said that that was what he'd been told.\t(It wasn't.)",
    "",
    " ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_rules_match(text: str) -> None:
    pipeline = parser._pipeline()
    own = pipeline.get_pipe("attribute_ruler")
    doc = pipeline.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = pipeline.get_pipe(name)(doc)
    for _ in range(2):  # once learnt, once remembered
        assert own.match(doc) == AttributeRuler.match(own, doc)


def test_a_rule_of_two_words_is_no_rule_of_one() -> None:
    pipeline = parser._pipeline()
    words = {token.text: token.lemma_ for text in ("You got ta go.", "They got a ship.") for token in pipeline(text)}
    assert words["ta"] == "to"
    assert words["got"] == "get"


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = parser._pipeline()
    rules = ruler._Rules(pipeline.get_pipe("attribute_ruler"))
    monkeypatch.setattr(ruler, "_REMEMBERED", 5)
    doc = pipeline(TEXTS[0])
    assert rules.match(doc) == AttributeRuler.match(pipeline.get_pipe("attribute_ruler"), doc)
    assert len(rules._known) <= 5
