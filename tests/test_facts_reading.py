"""Facts files: what is read, and what a fact-checker is told of every fault."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import secondsource.facts
from facts_stories import FERRY
from secondsource.facts import Acceptance, Fact, read
from secondsource.facts.reading import MAX_BYTES, read_file
from secondsource.facts.shape import VERDICT_WORDS, json_schema
from secondsource.judging import Verdict
from secondsource.sources import strict_yaml


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    facts, faults = read(written(tmp_path, FERRY))
    assert not faults
    fact, plain = facts
    assert plain == Fact("plain", "Nobody was hurt", place=plain.place)
    assert (fact.id, fact.kind, fact.needs, fact.publish) == ("ferry-passengers", "count", 2, True)
    assert fact.aliases == {"passengers": ("people", "travellers"), "ferry": ("boat",)}
    assert fact.tolerance == pytest.approx(0.05)
    assert fact.as_of == date(2025, 3, 4)
    assert fact.expect == {"courier": ("contradicts",), "wire": ("silent", "inconclusive")}
    until = date(2025, 4, 1)
    assert fact.accepted == (
        Acceptance("courier", "counts the crew", "night desk", until, ("221 people",)), Acceptance("wire", "as well"),
    )  # fmt: skip
    assert fact.place.line == 5


def test_an_acceptance_stands_on_its_last_day_and_not_after(tmp_path: Path) -> None:
    ((fact, _), _) = read(written(tmp_path, FERRY))
    assert fact.accepted[0].holds_on(date(2025, 4, 1))
    assert not fact.accepted[0].holds_on(date(2025, 4, 2))


def test_nothing_turns_into_something_else(tmp_path: Path) -> None:
    facts, faults = read(written(tmp_path, "- {id: 012, claim: no, tags: [no, 1:30, 012]}\n- {id: 12, claim: yes}\n"))
    assert not faults
    assert [fact.id for fact in facts] == ["012", "12"]
    assert [fact.claim for fact in facts] == ["no", "yes"]
    assert facts[0].tags == ("no", "1:30", "012")


def test_a_file_may_name_its_story(tmp_path: Path) -> None:
    file = read_file(written(tmp_path, "title: The ferry\nas_of: 2025-03-05\nfacts:\n- {id: a, claim: It sank}\n"))
    assert not file.faults
    assert (file.head.title, file.head.as_of) == ("The ferry", date(2025, 3, 5))
    assert [each.fact.place.line for each in file.written] == [4]


FAULTS = {
    "a misspelt key": ("- id: a\n  claim: It sank\n  alias: {}\n", 3, "unknown-key", 'did you mean "aliases"?'),
    "a fact that is no list": (
        "id: a\nclaim: It sank\n",
        1,
        "bad-fact",
        "write - id: ... and claim: ...",
    ),
    "a misspelt key of an acceptance": (
        "- id: a\n  claim: It sank\n  accepted:\n  - source: x\n    reason: y\n    untill: 2025-01-01\n",
        6,
        "unknown-key",
        'did you mean "until"?',
    ),
    "an acceptance with no reason": ("- id: a\n  claim: b\n  accepted:\n  - source: x\n", 4, "bad-fact", ""),
    "an empty reason": (
        "- id: a\n  claim: b\n  accepted:\n  - source: x\n    reason: '  '\n",
        5,
        "bad-value",
        "",
    ),
    "no claim": ("- id: a\n", 1, "bad-fact", ""),
    "an empty claim": ("- id: a\n  claim: ''\n", 2, "bad-value", ""),
    "a day that is not in the calendar": ("- id: a\n  claim: b\n  as_of: 2025-02-30\n", 3, "bad-date", ""),
    "a day in another order": ("- id: a\n  claim: b\n  as_of: 06/02/2025\n", 3, "bad-date", ""),
    "a day as a number": ("- id: a\n  claim: b\n  as_of: 20250206\n", 3, "bad-date", ""),
    "a misspelt verdict": (
        "- id: a\n  claim: b\n  expect:\n    wire: suports\n",
        4,
        "bad-value",
        'did you mean "supports"?',
    ),
    "a misspelt verdict in a list": (
        "- id: a\n  claim: b\n  expect:\n    wire:\n    - silent\n    - mixd\n",
        6,
        "bad-value",
        'did you mean "mixed"?',
    ),
    "an unknown kind": ("- id: a\n  claim: b\n  kind: monney\n", 3, "bad-value", 'did you mean "money"?'),
    "a tolerance of more than all": ("- id: a\n  claim: b\n  tolerance: 5\n", 3, "bad-value", ""),
    "a tolerance in words": ("- id: a\n  claim: b\n  tolerance: wide\n", 3, "bad-value", ""),
    "a negative number of sources": ("- id: a\n  claim: b\n  needs: -1\n", 3, "bad-value", ""),
    "an id that YAML reads as a number": ("- id: 3e10\n  claim: b\n", 1, "bad-value", ""),
    "a claim that is a truth value": ("- id: a\n  claim: true\n", 2, "bad-value", ""),
    "a claim that is a list": ("- id: a\n  claim: [b]\n", 2, "bad-value", ""),
    "a note with no words": ("- id: a\n  claim: b\n  note:\n", 3, "bad-value", "write it, or drop the key"),
    "an id with a space": ("- id: The ferry\n  claim: b\n", 1, "bad-value", 'write it as "the-ferry"'),
    "one id twice": ("- {id: a, claim: b}\n- {id: a, claim: c}\n", 2, "duplicate-fact", "give it an id of its own"),
    "one key twice": ("- id: a\n  claim: b\n  claim: c\n", 3, "duplicate-key", ""),
    "both names of one thing": (
        "- id: a\n  claim: b\n  expect: {x: silent}\n  verdicts: {x: supports}\n",
        1,
        "bad-value",
        "",
    ),
    "an anchor in itself": ("- &me\n  id: a\n  claim: b\n  tags: *me\n", 4, "yaml-cycle", ""),
    "a fact that is only a sentence": ("- The ferry sank\n", 1, "bad-fact", ""),
    "no list of facts": ("title: The ferry\nfact:\n- {id: a, claim: b}\n", 2, "unknown-key", 'did you mean "facts"?'),
    "an empty list of facts": ("title: The ferry\nfacts: []\n", 2, "no-facts", ""),
    "facts that are no list": ("facts: {a: It sank}\n", 1, "bad-value", ""),
    "an empty file": ("", 0, "no-facts", ""),
    "a sentence for a file": ("The ferry sank.\n", 1, "bad-fact", ""),
    "a key with nothing behind it": (
        "- id: a\n  claim: b\n  accepted:\n",
        3,
        "bad-value",
        "write it, or drop the key",
    ),
    "a bracket that is not closed": (
        "- {id: a, claim: b\n",
        1,
        "bad-yaml",
        "close it, or put the words in quotation marks",
    ),
}


@pytest.mark.parametrize(("text", "line", "code", "suggestion"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, code: str, suggestion: str) -> None:
    path = written(tmp_path, text)
    _, faults = read(path)
    assert (line, code, suggestion) in [(fault.line, fault.code, fault.suggestion) for fault in faults]
    assert all(fault.path == path and fault.message for fault in faults)


def test_all_faults_at_once_and_good_facts_beside_them(tmp_path: Path) -> None:
    facts, faults = read(
        written(tmp_path, "- {id: a, clam: b}\n- {id: c, claim: d}\n- {id: e, claim: f, needs: two}\n")
    )
    assert [fact.id for fact in facts] == ["c"]
    assert [(fault.line, fault.code) for fault in faults] == [(1, "bad-fact"), (1, "unknown-key"), (3, "bad-value")]


def test_no_fault_speaks_of_the_validator(tmp_path: Path) -> None:
    for text, *_ in FAULTS.values():
        for fault in read(written(tmp_path, text))[1]:
            assert not any(word in fault.message.lower() for word in ("pydantic", "value error", "basemodel", "input_"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    _, (fault,) = read(tmp_path / "none.yaml")
    assert fault.code == "unreadable"


def test_a_file_that_is_far_too_large(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    _, (fault,) = read(path)
    assert fault.code == "too-large"


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("- id: a\n  claim: Café\n".encode("latin-1"))
    _, (fault,) = read(path)
    assert (fault.line, fault.code) == (2, "bad-yaml")


def test_the_published_schema_is_current() -> None:
    published = Path(secondsource.facts.__file__).parent / "schema/fact.json"
    assert published.read_text(encoding="utf-8") == json_schema()


def test_the_schema_takes_what_the_reader_takes_and_refuses_what_it_refuses() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(json_schema()))
    assert validator.is_valid(strict_yaml.loads(FERRY))
    assert not validator.is_valid(strict_yaml.loads("- {id: a}\n"))
    assert not validator.is_valid(strict_yaml.loads("- {id: a, claim: b, alias: {}}\n"))


def test_the_words_for_verdicts_are_the_engines() -> None:
    assert set(VERDICT_WORDS) == set(Verdict)
