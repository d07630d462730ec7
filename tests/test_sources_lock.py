"""A quiet change does not stay quiet: what changed in words, and which facts it touches."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from secondsource.sources import Source, SourceError, lock

BEFORE = "The ministry sent 144 officers on Thursday. They flew from Nairobi. It rained."
AFTER = "The ministry sent 154 officers on Thursday. They flew from Nairobi. A band played."


def test_nothing_is_said_where_nothing_is_locked_or_nothing_changed(tmp_path: Path) -> None:
    source = Source("harbour", BEFORE)
    assert lock.changes(tmp_path, [source]) == ()
    lock.lock(tmp_path, [source])
    assert lock.changes(tmp_path, [source]) == ()
    assert lock.faults(tmp_path, [source]) == ()


def test_a_stealth_edit_is_told_in_words_with_the_facts_it_touches(tmp_path: Path) -> None:
    lock.lock(tmp_path, [Source("harbour", BEFORE)])
    evidence = {
        "harbour": [
            lock.Passage("size", "The ministry sent 144 officers on Thursday."),
            lock.Passage("airport", "They flew from Nairobi."),
        ]
    }
    assert lock.record_evidence(tmp_path, [Source("harbour", BEFORE)], evidence) is not None
    (change,) = lock.changes(tmp_path, [Source("harbour", AFTER)])
    assert change.facts == ("size",)
    assert [str(edit) for edit in change.edits] == [
        '"sent 144 officers" is now "sent 154 officers"',
        'gone: "It rained."',
        'new: "A band played."',
    ]
    (fault,) = lock.faults(tmp_path, [Source("harbour", AFTER)])
    assert fault.code == "changed-source"
    assert "touches size" in str(fault)


def test_on_a_machine_that_has_only_the_lock_the_evidence_is_compared(tmp_path: Path) -> None:
    lock.lock(tmp_path, [Source("harbour", BEFORE)])
    passage = lock.Passage("size", "The ministry sent 144 officers on Thursday.")
    lock.record_evidence(tmp_path, [Source("harbour", BEFORE)], {"harbour": [passage]})
    shutil.rmtree(tmp_path / ".secondsource")
    (change,) = lock.changes(tmp_path, [Source("harbour", AFTER)])
    assert [str(edit) for edit in change.edits] == ['"sent 144 officers" is now "sent 154 officers"']


def test_a_kept_text_that_was_tampered_with_is_not_trusted(tmp_path: Path) -> None:
    lock.lock(tmp_path, [Source("harbour", BEFORE)])
    (kept,) = (tmp_path / ".secondsource" / "texts").iterdir()
    kept.write_bytes(b"not even gzip")
    (change,) = lock.changes(tmp_path, [Source("harbour", AFTER)])
    assert (change.kind, change.edits) == ("changed", ())


def test_new_and_missing_documents(tmp_path: Path) -> None:
    lock.lock(tmp_path, [Source("harbour", BEFORE)])
    kinds = {change.source: change.kind for change in lock.changes(tmp_path, [Source("post", AFTER)])}
    assert kinds == {"post": "unlocked", "harbour": "missing"}


def test_locking_one_document_leaves_the_others(tmp_path: Path) -> None:
    lock.lock(tmp_path, [Source("a", BEFORE), Source("b", BEFORE)])
    lock.lock(tmp_path, [Source("b", AFTER)], whole=False)
    assert {name: entry.sha256 for name, entry in lock.read(tmp_path).items()} == {
        "a": Source("a", BEFORE).sha256,
        "b": Source("b", AFTER).sha256,
    }


def test_evidence_is_not_recorded_for_a_document_that_has_changed(tmp_path: Path) -> None:
    lock.lock(tmp_path, [Source("harbour", BEFORE)])
    changed = Source("harbour", AFTER)
    assert lock.record_evidence(tmp_path, [changed], {"harbour": [lock.Passage("size", "It rained.")]}) is None


def test_frozen_without_a_lock_is_a_fault(tmp_path: Path) -> None:
    (fault,) = lock.faults(tmp_path, [Source("harbour", BEFORE)])
    assert "secondsource refresh --lock" in str(fault)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 2, "sources": {}}', '{"version": 1, "sources": {"a": {}}}']
)
def test_a_damaged_lock_is_an_error_with_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / lock.NAME).write_text(text)
    with pytest.raises(SourceError, match=r"sources\.lock:1"):
        lock.read(tmp_path)


def test_the_lock_is_the_same_however_the_documents_come(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    documents = [Source("b", BEFORE), Source("a", AFTER)]
    assert lock.lock(one, documents).read_bytes() == lock.lock(two, documents[::-1]).read_bytes()
