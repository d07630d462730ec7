"""YAML as a newsroom means it: nothing dropped, nothing turned into something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.sources import strict_yaml
from secondsource.sources.errors import YamlError

FILE = Path("facts/town.yaml")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("2025-02-06", "2025-02-06"),
        ("144", 144),
        ("-3", -3),
        ("0.1", 0.1),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ("~", None),
        ("", None),
        ("'144'", "144"),
        ('"true"', "true"),
        ("!!str 144", "144"),
        ("9" * 400, "9" * 400),
    ],
)
def test_a_scalar_is_read_as_it_is_meant(written: str, meant: object) -> None:
    value = strict_yaml.loads(f"value: {written}")["value"]
    assert (value, type(value)) == (meant, type(meant))


def test_keys_are_text_and_know_their_lines() -> None:
    data = strict_yaml.loads("# a note\nno: 1\n144:\n  - a\n  - b: c\n", first_line=10)
    assert data == {"no": 1, "144": ["a", {"b": "c"}]}
    assert data.lines == {"no": 11, "144": 12}
    assert data["144"].lines == [13, 14]
    assert data["144"][1].line_of("b") == 14


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3", "duplicate-key", 3),
        ("a: &self [1, *self]", "yaml-cycle", 1),
        ("a: 1\nb: !!python/object:os.system x", "yaml-tag", 2),
        ("base: &b {x: 1}\nc:\n  <<: *b", "yaml-tag", 3),
        ("a: [1\nb: 2", "bad-yaml", 2),
        ("a: 1\n---\nb: 1", "bad-yaml", 2),
        ("a: é\nb: \x00", "bad-yaml", 2),
        ("? [a, b]\n: 1", "bad-yaml", 1),
        ("\ta: 1", "bad-yaml", 1),
        ("- " * 200_000, "yaml-too-deep", 1),
        ("x0: &x0 [" + "a," * 9 + "]\n" + "".join(f"x{i + 1}: &x{i + 1} [{f'*x{i},' * 9}]\n" for i in range(9)),
         "yaml-too-deep", 6),
    ],
)  # fmt: skip
def test_what_is_no_plain_data_is_a_fault_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        strict_yaml.loads(text, FILE)
    (fault,) = caught.value.faults
    assert (fault.path, fault.code) == (FILE, code)
    assert fault.line == line


def test_every_fault_of_a_file_is_reported_at_once() -> None:
    with pytest.raises(YamlError) as caught:
        strict_yaml.loads("a: 1\na: 2\nb: !x 1\nc: 1\nc: 2\n", FILE)
    assert [(fault.line, fault.code) for fault in caught.value.faults] == [
        (2, "duplicate-key"),
        (3, "yaml-tag"),
        (5, "duplicate-key"),
    ]


def test_a_file_that_cannot_be_opened_or_decoded_is_named(tmp_path: Path) -> None:
    with pytest.raises(YamlError, match=r"none\.yaml: cannot be opened"):
        strict_yaml.load(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(YamlError, match=r"latin\.yaml:2: is not UTF-8"):
        strict_yaml.load(tmp_path / "latin.yaml")


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    (tmp_path / "bom.yaml").write_bytes(b"\xef\xbb\xbfid: harbour\n")
    assert strict_yaml.load(tmp_path / "bom.yaml") == {"id": "harbour"}


@pytest.mark.parametrize(
    ("text", "line", "told", "write"),
    [
        ("facts: []\ntitle: Kenya: 144 officers\n", 2, "a colon and a space", 'title: "Kenya: 144 officers"'),
        ("- id: a\n  claim: He said: “no”\n", 2, "a colon and a space", 'claim: "He said: “no”"'),
        ('- id: a\n  claim: "No" is no\n', 2, "a closing quotation mark", 'claim: "\\"No\\" is no"'),
        ("- id: a\n  claim: 'No\n", 2, "opened and not closed", "close it"),
        ("- id: a\n claim: x\n", 2, "does not go on from the one above", "under the first letter"),
        ("- id: a\n\tclaim: x\n", 2, "a tab", "spaces"),
        (
            "- id:a\n  claim: x\n",
            2,
            "a colon is not expected",
            'put a space after the colon of "id:" in the line above',
        ),
        (
            "- id: a\n  claim: x\n\n   kind: y\n",
            4,
            "a colon is not expected",
            'under the first letter of "claim:" above',
        ),
        ("- a\n  b: c\n", 2, "a colon is not expected", "the line above"),
        ("- id: a\n  note: @x\n", 2, "cannot begin with this sign", "quotation marks"),
    ],
)
def test_what_is_not_yaml_is_told_in_words_with_what_to_do(text: str, line: int, told: str, write: str) -> None:
    with pytest.raises(YamlError) as raised:
        strict_yaml.loads(text, FILE)
    (fault,) = raised.value.faults
    assert str(fault).startswith(f"facts/town.yaml:{line}: not YAML: ")
    assert told in fault.message and write in fault.suggestion


@pytest.mark.parametrize(
    "words", ["Kenya: 144 officers", '"No" is no', "no", "1e3", "a # b", "- x", "", "é\u2028x", "144"]
)
def test_what_is_written_is_read_back(words: str) -> None:
    assert strict_yaml.loads(f"key: {strict_yaml.written(words)}") == {"key": words}
    assert strict_yaml.loads(f"key: {strict_yaml.written([words, words])}") == {"key": [words, words]}
