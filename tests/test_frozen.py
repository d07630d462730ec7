"""A lock beside a dossier: runs note what their verdicts rest on, and a frozen run judges nothing that has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.sources import lock, register

FACTS = """\
- id: aboard
  claim: The ferry Marisol had 81 people on board.
- id: day
  claim: The ferry Marisol left Orlesund on 4 March 2025.
"""
TEXT = (
    "---\npublished: 2025-03-05\n---\n\nThe ferry Marisol had 81 people on board. It left Orlesund on 4 March 2025.\n"
)


@pytest.fixture
def story(pytester: pytest.Pytester) -> Path:
    for folder in ("facts", "sources"):
        (pytester.path / folder).mkdir()
    (pytester.path / "facts/ferry.yaml").write_text(FACTS, encoding="utf-8")
    (pytester.path / "sources/quay.md").write_text(TEXT, encoding="utf-8")
    return pytester.path


def locked(story: Path) -> None:
    lock.lock(story, register.load(story).sources)


def noted(story: Path) -> dict[str, str]:
    return {passage.fact: passage.words for passage in lock.read(story)["quay"].passages}


def test_a_run_notes_its_evidence_in_the_lock_and_leaves_that_of_facts_it_did_not_ask(
    story: Path, pytester: pytest.Pytester
) -> None:
    assert pytester.runpytest_subprocess("facts").ret == 0
    assert not (story / lock.NAME).exists()
    locked(story)
    assert pytester.runpytest_subprocess("facts").ret == 0
    assert noted(story)["aboard"] == "The ferry Marisol had 81 people on board."
    assert set(noted(story)) == {"aboard", "day"}
    before = noted(story)
    assert pytester.runpytest_subprocess("facts", "-k", "aboard").ret == 0
    assert noted(story) == before


def test_frozen_and_unchanged_holds_and_writes_nothing_into_the_lock(story: Path, pytester: pytest.Pytester) -> None:
    locked(story)
    before = (story / lock.NAME).read_bytes()
    assert pytester.runpytest_subprocess("facts", "--secondsource-frozen").ret == 0
    assert (story / lock.NAME).read_bytes() == before


def test_frozen_and_changed_judges_nothing(story: Path, pytester: pytest.Pytester) -> None:
    locked(story)
    passage = lock.Passage("aboard", "The ferry Marisol had 81 people on board.")
    lock.record_evidence(story, register.load(story).sources, {"quay": [passage]})
    paper = story / "sources/quay.md"
    paper.write_text(TEXT.replace("81", "79"), encoding="utf-8")
    run = pytester.runpytest_subprocess("facts", "--secondsource-frozen")
    assert run.ret == pytest.ExitCode.INTERRUPTED
    run.stdout.fnmatch_lines(["sources/quay.md: quay has changed since it was locked*"])
    run.stdout.fnmatch_lines(['*"had 81 people" is now "had 79 people"; this touches aboard*changed-source*'])


def test_frozen_without_a_lock_judges_nothing(story: Path, pytester: pytest.Pytester) -> None:
    run = pytester.runpytest_subprocess("facts", "--secondsource-frozen")
    assert run.ret == pytest.ExitCode.INTERRUPTED
    run.stdout.fnmatch_lines(["*write one: secondsource refresh --lock*"])


def test_a_damaged_lock_is_a_fault_of_every_run(story: Path, pytester: pytest.Pytester) -> None:
    (story / lock.NAME).write_text("{", encoding="utf-8")
    run = pytester.runpytest_subprocess("facts")
    assert run.ret == pytest.ExitCode.INTERRUPTED
    run.stdout.fnmatch_lines(["*sources.lock:1: not a lock*damaged*"])
