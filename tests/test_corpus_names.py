"""The phrasings in corpus/: names, roles, places, quotations and lists that must be read, and near misses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from brackets import unmarked
from secondsource.language import Reading, read
from secondsource.sources import Source
from secondsource.sources.strict_yaml import load
from secondsource.values import listing, name, place, quotation, roles
from secondsource.values.marking import mark
from secondsource.values.mention import Mention

CORPUS = Path(__file__).parent / "corpus"


def _sentencewise(find: Callable[..., list[Mention[Any]]]) -> Callable[[Reading], list[Mention[Any]]]:
    return lambda reading: [mention for passage in reading.passages for mention in find(passage)]


FINDERS: dict[str, Callable[[Reading], list[Mention[Any]]]] = {
    "name": _sentencewise(name.find),
    "role": _sentencewise(roles.find),
    "place": _sentencewise(place.find),
    "quotation": quotation.find_all,
    "list": listing.find_all,
}
RELATE: dict[str, Callable[[Any, Any], Any]] = {
    "role": roles.relate,
    "place": place.relate,
    "quotation": quotation.relate,
    "list": listing.relate,
}


def _holding(holding: roles.Holding) -> dict[str, Any]:
    return {
        "person": holding.person.text if holding.person else "nobody",
        "role": " ".join(holding.role),
        "portfolio": " ".join(holding.portfolio),
        "org": " ".join(holding.org),
        "since": holding.since,
        "former": holding.former,
    }


def _place(found: place.Place) -> dict[str, Any]:
    return {
        "words": " ".join(found.name.words),
        "preposition": found.preposition,
        "governor": found.governor,
        "within": [" ".join(words) for words in found.within],
        "kind": found.kind,
    }


def _listing(found: listing.Listing) -> dict[str, Any]:
    return {
        "members": [" ".join(member.words) for member in found.members],
        "complete": found.complete,
        "excluded": [" ".join(member.words) for member in found.excluded],
        "head": found.head,
    }


SAID: dict[str, Callable[[Any], dict[str, Any]]] = {
    "name": lambda n: {
        "words": " ".join(n.words),
        "type": n.type,
        "titles": " ".join(n.titles),
        "acronym": n.acronym,
    },
    "role": _holding,
    "place": _place,
    "quotation": lambda q: {"speaker": q.speaker_text, "words": " ".join(q.words)},
    "list": _listing,
}


def _entries(shape: str) -> list[Any]:
    return [
        pytest.param(kind, entry, id=f"{kind}: {' | '.join(str(entry[key]) for key in entry)[:80]}")
        for kind in FINDERS
        for entry in load(CORPUS / f"{kind}.yaml")
        if shape in entry
    ]


def _found(kind: str, text: str) -> list[Mention[Any]]:
    return FINDERS[kind](read(Source("corpus", text)))


@pytest.mark.parametrize(("kind", "entry"), _entries("read"))
def test_what_a_phrase_says(kind: str, entry: dict[str, Any]) -> None:
    text, spans = unmarked(entry["read"])
    mentions = _found(kind, text)
    assert [mention.core.of(text) for mention in mentions] == [span.of(text) for span in spans]
    assert [mention.core for mention in mentions] == spans
    expected: Sequence[dict[str, Any]] = entry["as"] if isinstance(entry["as"], list) else [entry["as"]]
    for mention, wanted in zip(mentions, expected, strict=True):
        said = SAID[kind](mention.value)
        assert {key: said[key] for key in wanted} == wanted


@pytest.mark.parametrize(("kind", "entry"), _entries("not"))
def test_what_a_phrase_does_not_say(kind: str, entry: dict[str, Any]) -> None:
    assert [mention.core.of(entry["not"]) for mention in _found(kind, entry["not"])] == []


@pytest.mark.parametrize(("kind", "entry"), _entries("relation"))
def test_how_a_source_relates_to_a_fact(kind: str, entry: dict[str, Any]) -> None:
    sources, facts = _found(kind, entry["source"]), _found(kind, entry["fact"])
    assert facts, "the fact says nothing of this kind"
    relations = {RELATE[kind](s.value, f.value) for s, f in product(sources, facts)}
    strongest = next((r for r in ("entails", "excludes", "compatible") if r in relations), "none")
    assert strongest == entry["relation"]


@pytest.mark.parametrize(("kind", "entry"), _entries("same"))
def test_whether_two_names_are_of_one(kind: str, entry: dict[str, Any]) -> None:
    (a, *_), (b, *_) = _found(kind, entry["one"]), _found(kind, entry["other"])
    others = [m.value for m in _found(kind, entry.get("among", ""))]
    assert name.same(a.value, b.value, others) == entry["same"]
    assert name.same(b.value, a.value, others) == entry["same"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Obi stayed. As director of the mill she had no choice.", ["Ada Obi: director of the mill"]),
        ("Ada Obi stayed. Her agent, Jon Dahl, smiled.", ["Jon Dahl: Her agent"]),
        ("Ada Obi met Ines Vance. As director of the mill she had no choice.", ["nobody named: director of the mill"]),
    ],
)
def test_a_pronoun_stands_for_the_one_person_spoken_of_before(text: str, said: list[str]) -> None:
    assert [roles.plain(m.value) for marks in mark(read(Source("corpus", text))) for m in marks.role] == said


def test_a_quotation_inside_a_quotation_is_found_too() -> None:
    text = "“He wrote, ‘Keep quiet,’ and left,” said Ada Obi."
    assert [quotation.plain(mention.value) for mention in _found("quotation", text)] == [
        'Ada Obi: "He wrote, ‘Keep quiet,’ and left"',
        '"Keep quiet"',
    ]


@pytest.mark.parametrize("kind", FINDERS)
def test_every_kind_has_its_phrases(kind: str) -> None:
    entries = load(CORPUS / f"{kind}.yaml")
    assert len(entries) >= 40
    assert any("not" in entry for entry in entries)
