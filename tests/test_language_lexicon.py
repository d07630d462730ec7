"""The lexicon against its corpus (tests/corpus/lexicon.yaml) and its laws."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml

from secondsource.language import lexicon

CORPUS = yaml.safe_load((Path(__file__).parent / "corpus/lexicon.yaml").read_text(encoding="utf-8"))
SAME = [(level, *pair) for level, pairs in CORPUS["same"].items() for pair in pairs]


@pytest.mark.parametrize(("level", "a", "b"), SAME)
def test_words_of_one_meaning_are_kin(level: float, a: str, b: str) -> None:
    assert lexicon.kinship(a, b) >= level


@pytest.mark.parametrize(("a", "b"), CORPUS["unlike"])
def test_words_that_are_only_alike_are_not(a: str, b: str) -> None:
    assert lexicon.kinship(a, b) < 0.5


@pytest.mark.parametrize(("a", "b"), CORPUS["opposed"])
def test_opposites_are_opposed_both_ways_and_never_kin(a: str, b: str) -> None:
    assert lexicon.opposed(a, b)
    assert lexicon.opposed(b, a)
    assert lexicon.kinship(a, b) == 0


@pytest.mark.parametrize(("a", "b"), CORPUS["not_opposed"])
def test_other_pairs_are_not_opposed(a: str, b: str) -> None:
    assert not lexicon.opposed(a, b)


def test_people_and_things() -> None:
    assert [w for w in CORPUS["people"] if not lexicon.person_noun(w)] == []
    assert [w for w in CORPUS["things"] if lexicon.person_noun(w)] == []


@pytest.mark.parametrize(("sentence", "group"), CORPUS["phrases"])
def test_expressions_are_found(sentence: str, group: str) -> None:
    assert group in {found for _, _, found in lexicon.phrases(tuple(sentence.split()))}


def test_kinship_is_symmetric_and_in_range() -> None:
    words = sorted(lexicon.thesaurus().groups)[::25]
    for a, b in itertools.combinations(words, 2):
        assert lexicon.kinship(a, b) == lexicon.kinship(b, a)
        assert 0 <= lexicon.kinship(a, b) <= 1
        assert not (lexicon.opposed(a, b) and lexicon.kinship(a, b))


def test_no_two_words_of_wordnet_are_taken_for_spellings_of_one_another_that_are_not() -> None:
    rows = lexicon._base().execute("select lemma from lemma where count > 5 and lemma not like '% %'").fetchall()
    by_key: dict[str, list[str]] = {}
    for (lemma,) in rows:
        by_key.setdefault(lexicon.spelling(lemma), []).append(lemma)
    shared = {
        (a, b)
        for words in by_key.values()
        for a, b in itertools.combinations(words, 2)
        if not lexicon._entry(a).frequent & lexicon._entry(b).frequent
    }
    assert shared <= {("practice", "practise"), ("hot line", "hotline")}


def test_a_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="line 2"):
        lexicon.read_thesaurus("rising: rise\nfalling = fall")
    with pytest.raises(ValueError, match="'sinking'"):
        lexicon.read_thesaurus("rising: rise\nrising >< sinking")


def test_the_licence_stands_beside_the_data() -> None:
    assert "Princeton University" in (lexicon.DATA / "WORDNET-LICENSE.txt").read_text(encoding="utf-8")
    assert (lexicon.DATA / "wordnet.sqlite").stat().st_size < 6_000_000
