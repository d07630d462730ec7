"""Dossiers: facts and documents together, and every fault between them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from secondsource.facts import dossier
from secondsource.sources.errors import Fault
from secondsource.steps.binding import following


def made(root: Path, **files: str) -> Path:
    """A dossier of small files; ``facts__a`` is facts/a.yaml, ``sources__wire`` is sources/wire.txt."""
    for name, text in files.items():
        folder, _, stem = name.rpartition("__")
        suffix = "txt" if folder == "sources" else "yaml"
        path = root / folder.replace("__", "/") / f"{stem}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def said(faults: tuple[Fault, ...], root: Path) -> list[tuple[str, int, str, str]]:
    return [(str(f.path.relative_to(root)), f.line, f.code, f.suggestion) for f in faults]


def test_facts_of_all_files_in_order_with_the_storys_head(tmp_path: Path) -> None:
    root = made(
        tmp_path,
        facts__b="- {id: b, claim: The mill reopened}\n",
        facts__a="title: The mill\nas_of: 2025-05-02\nfacts:\n- {id: a, claim: The mill made 30 barrels}\n",
        facts__money__c="- {id: c, claim: It cost $2 million}\n",
        sources__wire="The mill made 30 barrels.",
    )
    loaded = dossier.load(root)
    assert not loaded.faults
    assert [fact.id for fact in loaded.facts] == ["a", "b", "c"]
    assert (loaded.title, loaded.as_of) == ("The mill", date(2025, 5, 2))
    assert loaded.source("wire") is loaded.sources[0]
    assert loaded.fact("c") is loaded.facts[2]
    assert loaded.fact("d") is loaded.source("d") is None


def test_a_labelled_dossier_loads_as_it_is(tmp_path: Path) -> None:
    root = made(
        tmp_path,
        dossier="""\
title: The mill
facts:
  - id: barrels
    claim: "The mill made 30 barrels."
    kind: count
    verdicts: {wire: supports, gazette: [silent, inconclusive]}
    why: {gazette: no figure}
discrepancies:
  - kind: count
    between: [wire, gazette]
    passages: ["30 barrels", "31 barrels"]
    note: one more
""",
        sources__wire="The mill made 30 barrels.",
        sources__gazette="The mill burnt down.",
    )
    loaded = dossier.load(root)
    assert not loaded.faults
    assert loaded.facts[0].expect == {"wire": ("supports",), "gazette": ("silent", "inconclusive")}


def test_documents_may_be_elsewhere_in_the_dossier(tmp_path: Path) -> None:
    text = "sources_from: papers/may\nfacts:\n- {id: a, claim: b, expect: {wire: silent}}\n"
    root = made(tmp_path, facts__a=text)
    (root / "papers/may").mkdir(parents=True)
    (root / "papers/may/wire.txt").write_text("The mill burnt down.")
    assert not dossier.load(root).faults
    (root / "other").mkdir()
    (root / "other/wire.txt").write_text("The mill is open.")
    assert dossier.load(root, root / "other").sources[0].text == "The mill is open."


def test_the_other_file_of_one_id_is_named_from_the_dossier(tmp_path: Path) -> None:
    fact = "- id: a\n  claim: b\n"
    (fault,) = dossier.load(made(tmp_path, facts__a=fact, facts__b=fact)).faults
    assert fault.message == 'there is a fact "a" already (facts/a.yaml:1)'


WRONG = {
    "an unknown source in expect": (
        {"facts__a": "- id: a\n  claim: b\n  expect:\n    wrie: silent\n"},
        ("facts/a.yaml", 4, "unknown-source", 'did you mean "wire"?'),
    ),
    "an unknown source in verdicts": (
        {"dossier": "facts:\n- id: a\n  claim: b\n  verdicts: {bulletin: silent}\n"},
        ("dossier.yaml", 4, "unknown-source", "the sources are wire"),
    ),
    "an unknown source in an acceptance": (
        {"facts__a": "- id: a\n  claim: b\n  accepted:\n  - reason: c\n    source: wires\n"},
        ("facts/a.yaml", 5, "unknown-source", 'did you mean "wire"?'),
    ),
    "one id in two files": (
        {"facts__a": "- {id: a, claim: b}\n", "facts__b": "- claim: c\n  id: a\n"},
        ("facts/b.yaml", 2, "duplicate-fact", "give it an id of its own"),
    ),
    "two titles": (
        {"facts__a": "title: A\nfacts: [{id: a, claim: b}]\n", "facts__b": "facts: [{id: b, claim: b}]\ntitle: B\n"},
        ("facts/b.yaml", 2, "two-titles", "give it in one file"),
    ),
    "more support than there are sources": (
        {"facts__a": "- id: a\n  claim: b\n  needs: 2\n"},
        ("facts/a.yaml", 3, "needs-too-many", ""),
    ),
    "documents outside the folder": (
        {"facts__a": "facts: [{id: a, claim: b}]\nsources_from: ../elsewhere\n"},
        ("facts/a.yaml", 2, "outside-folder", ""),
    ),
    "documents in a folder that is not there": (
        {"facts__a": "sources_from: papers\nfacts: [{id: a, claim: b}]\n"},
        ("facts/a.yaml", 1, "missing-file", ""),
    ),
    "an empty document": (
        {"facts__a": "- {id: a, claim: b}\n", "sources__empty": ""},
        ("sources/empty.txt", 0, "empty-source", ""),
    ),
}


@pytest.mark.parametrize(("files", "expected"), WRONG.values(), ids=WRONG)
def test_a_fault_is_named_with_its_file_and_line(
    tmp_path: Path, files: dict[str, str], expected: tuple[str, int, str, str]
) -> None:
    root = made(tmp_path, sources__wire="The mill made 30 barrels.", **files)
    assert [fault for fault in said(dossier.load(root).faults, root) if fault == expected]


def test_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    root = made(tmp_path, facts__a="- {id: a}\n", facts__b="- {id: b, claim: c, kind: cuont}\n", sources__wire="")
    codes = {fault.code for fault in dossier.load(root).faults}
    assert codes == {"bad-fact", "bad-value", "empty-source"}


def test_a_document_that_cannot_be_read_is_one_of_the_dossier_nevertheless(tmp_path: Path) -> None:
    facts = "- {id: a, claim: b, needs: 2, expect: {gull: silent, gul: silent}}\n"
    root = made(tmp_path, facts__a=facts, sources__gull="", sources__wire="The mill made 30 barrels.")
    assert said(dossier.load(root).faults, root) == [
        ("sources/gull.txt", 0, "empty-source", ""),
        ("facts/a.yaml", 1, "unknown-source", 'did you mean "gull"?'),
    ]


def test_a_folder_of_facts_that_may_not_be_opened_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made(tmp_path, facts__a="- {id: a, claim: b}\n", sources__wire="The mill made 30 barrels.")
    (root / "facts/old").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != root / "facts/old")
    loaded = dossier.load(root)
    assert said(loaded.faults, root) == [("facts/old", 0, "unreadable", "")]
    lost = Fault(tmp_path / "a.feature", 3, "unknown-fact", 'there is no fact "a"')
    assert [len(found) for found in following([lost], loaded)] == [0, 1]


def test_a_link_out_of_the_dossier_is_not_followed(tmp_path: Path) -> None:
    root = made(tmp_path / "dossier", facts__a="- {id: a, claim: b}\n", sources__wire="The mill is open.")
    (tmp_path / "secret.yaml").write_text("- {id: secret, claim: c}\n")
    (root / "facts/z.yaml").symlink_to(tmp_path / "secret.yaml")
    loaded = dossier.load(root)
    assert said(loaded.faults, root) == [("facts/z.yaml", 0, "outside-folder", "")]
    assert [fact.id for fact in loaded.facts] == ["a"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    loaded = dossier.load(tmp_path / "none")
    assert [fault.code for fault in loaded.faults] == ["unreadable"]


def test_the_storys_day_speaks_for_a_fact_that_names_none() -> None:
    fact = dossier.Fact("a", "The mill is open")
    assert fact.in_story(date(2025, 5, 2)).as_of == date(2025, 5, 2)
    dated = dossier.Fact("a", "The mill is open", as_of=date(2024, 1, 1))
    assert dated.in_story(date(2025, 5, 2)) is dated
    assert fact.in_story(None) is fact
