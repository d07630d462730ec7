"""Phrasings that must be read and near misses that must not, and how two readings relate: the corpora, run."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from brackets import unmarked
from secondsource.grammar.tables import tables
from secondsource.language import read
from secondsource.sources import Source
from secondsource.sources.strict_yaml import load
from secondsource.values import count, identifier, money, ordinal, share

CORPUS = Path(__file__).parent / "corpus"
KINDS: dict[str, ModuleType] = {
    "count": count,
    "money": money,
    "share": share,
    "ordinal": ordinal,
    "identifier": identifier,
}
IN_TABLES = {"count", "money", "share"}
PHRASES = [(kind, entry) for kind in KINDS for entry in load(CORPUS / f"{kind}.yaml")]
RELATIONS = load(CORPUS / "number_relations.yaml")


def found_in(kind: str, text: str) -> list[Any]:
    reading = read(Source("phrase", text))
    over = tables(reading.passages)
    find = KINDS[kind].find
    return [
        mention
        for passage, table in zip(reading.passages, over, strict=True)
        for mention in (find(passage, table) if kind in IN_TABLES else find(passage))
    ]


def field_of(kind: str, value: Any, name: str) -> object:
    if name == "says":
        return KINDS[kind].plain(value)
    held = getattr(value, name)
    return list(held) if isinstance(held, tuple) else held


@pytest.mark.parametrize(("kind", "entry"), PHRASES, ids=[f"{k}: {e.get('read', e.get('not'))}" for k, e in PHRASES])
def test_a_phrase_is_read_as_a_person_reads_it(kind: str, entry: dict[str, Any]) -> None:
    text, spans = unmarked(entry.get("read") or entry["not"])
    mentions = found_in(kind, text)
    assert [mention.span.of(text) for mention in mentions] == [span.of(text) for span in spans]
    assert [mention.span for mention in mentions] == spans
    wanted = entry.get("as", [])
    for mention, fields in zip(mentions, wanted if isinstance(wanted, list) else [wanted], strict=True):
        assert {name: field_of(kind, mention.value, name) for name in fields} == fields
        assert mention.core.within(mention.span)


@pytest.mark.parametrize("row", RELATIONS, ids=[f"{r['source']} beside {r['fact']}" for r in RELATIONS])
def test_what_a_source_says_relates_to_a_fact(row: dict[str, Any]) -> None:
    [said] = found_in(row["kind"], row["source"])
    [stated] = found_in(row["kind"], row["fact"])
    relate = KINDS[row["kind"]].relate
    given = [row["tolerance"]] if "tolerance" in row else []
    assert relate(said.value, stated.value, *given).value == row["relation"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_phrases_both_ways(kind: str) -> None:
    hits = sum("read" in entry for of, entry in PHRASES if of == kind)
    misses = sum("not" in entry for of, entry in PHRASES if of == kind)
    assert hits >= 20
    assert misses >= 8
