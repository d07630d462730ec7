"""Laws of facts files, on files that nobody would write."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.facts import read
from secondsource.facts.shape import KINDS, VERDICT_WORDS, FactEntry
from secondsource.facts.suggesting import did_you_mean

QUICK = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.dates().map(str)
KEYS = st.sampled_from([*FactEntry.model_fields, "source", "reason", "until", "facts", "title"]) | st.text(max_size=8)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=25
)
LINE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60)
NUMBER = re.compile(r"[-+.\d_]+(?:[eE][-+]?\d+)?")
# "0E0" is written without quotation marks by PyYAML and read as a number, which a fault says.
SENTENCE = LINE.map(str.strip).filter(lambda said: bool(said) and not NUMBER.fullmatch(said))
IDS = st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True)


def told(path: Path, text: str) -> bool:
    """A file never passes in silence: it gives facts, or faults with a line and a sentence, and nothing is raised."""
    path.write_text(text, encoding="utf-8")
    facts, faults = read(path)
    assert all(fault.path == path and fault.line >= 0 and fault.message for fault in faults)
    assert all(fact.id and fact.claim.strip() for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)
    return bool(facts or faults)


@QUICK
@given(data=ANYTHING)
def test_any_data_gives_facts_or_faults(tmp_path: Path, data: object) -> None:
    assert told(tmp_path / "facts.yaml", yaml.safe_dump(data))


@QUICK
@given(entries=st.lists(st.dictionaries(KEYS, ANYTHING, max_size=6), min_size=1, max_size=4))
def test_any_list_of_mappings_gives_facts_or_faults(tmp_path: Path, entries: list[object]) -> None:
    assert told(tmp_path / "facts.yaml", yaml.safe_dump(entries))


@QUICK
@given(text=st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_gives_facts_or_faults(tmp_path: Path, text: str) -> None:
    assert told(tmp_path / "facts.yaml", text)


@QUICK
@given(
    entry=st.fixed_dictionaries(
        {"id": IDS, "claim": SENTENCE},
        optional={
            "kind": st.sampled_from(KINDS),
            "tolerance": st.floats(0, 0.99),
            "as_of": st.dates().map(str),
            "tags": st.lists(SENTENCE, max_size=3),
            "needs": st.integers(0, 9),
            "expect": st.dictionaries(IDS, st.sampled_from(VERDICT_WORDS), max_size=3),
            "publish": st.booleans(),
        },
    )
)
def test_what_is_written_is_what_is_read(tmp_path: Path, entry: dict[str, object]) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(yaml.safe_dump([entry]), encoding="utf-8")
    ((fact,), faults) = read(path)
    assert not faults
    assert (fact.id, fact.claim) == (entry["id"], entry["claim"])
    assert fact.needs == entry.get("needs", 0) and fact.publish == entry.get("publish", False)
    assert fact.tolerance == entry.get("tolerance")
    assert str(fact.as_of) == str(entry.get("as_of"))
    assert fact.expect == {source: (verdict,) for source, verdict in dict(entry.get("expect", {})).items()}


@given(word=SENTENCE, known=st.lists(SENTENCE, min_size=1))
def test_what_is_known_is_its_own_nearest(word: str, known: list[str]) -> None:
    hint = did_you_mean(word, [*known, word])
    assert hint and hint.removeprefix('did you mean "').removesuffix('"?').casefold() == word.casefold()
