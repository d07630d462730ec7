"""Sentences and kinds of line against their corpus (tests/corpus/sentence.yaml), and what must hold of any text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clock import is_linear
from secondsource.sources import sentences

CORPUS = yaml.safe_load((Path(__file__).parent / "corpus/sentence.yaml").read_text(encoding="utf-8"))
HOSTILE = ["A. ", "(", '"', "“A. ", "x", "U.S. ", " ", " | ", "also read ", "\t"]


@pytest.mark.parametrize("marked", CORPUS["splits"])
def test_sentences_end_where_the_bars_stand(marked: str) -> None:
    text = marked.replace("| ", "")
    assert " | ".join(s.span.of(text) for s in sentences(text)) == marked


def test_a_stop_without_a_space_ends_a_sentence_of_a_copied_page() -> None:
    text = "She signed for Lund in 2018.Born in Osa, she grew up in Ystad. Read it at Nordkart.no or in notes.Txt."
    assert [s.span.of(text)[:10] for s in sentences(text)] == ["She signed", "Born in Os", "Read it at"]


@pytest.mark.parametrize("case", CORPUS["kinds"], ids=lambda case: case["text"][:40])
def test_lines_are_told_by_kind(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [s.kind.value for s in sentences(text)] == case["kinds"]


@given(st.text(st.sampled_from('aA.1 \n\t|“”"()-*#:!?’,U.S') | st.characters(codec="utf-8"), max_size=200))
def test_every_character_that_is_not_white_space_is_in_one_sentence(text: str) -> None:
    found = sentences(text)
    places = [i for s in found for i in range(s.span.start, s.span.end)]
    assert len(places) == len(set(places))
    assert places == sorted(places)
    assert all(i in set(places) or text[i].isspace() for i in range(len(text)))
    assert all(s.span.of(text) == s.span.of(text).strip() != "" for s in found)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_line_takes_no_longer_than_its_length(piece: str) -> None:
    assert is_linear(lambda length: "A." + piece * (length // len(piece)) + "B", sentences, 50_000)
