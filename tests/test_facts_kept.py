"""Facts files kept between runs: read back as they were, and only where nothing was wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facts_stories import FERRY
from secondsource import cache
from secondsource.facts import checking, kept
from secondsource.facts.reading import read_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    kept._store.cache_clear()
    yield tmp_path
    kept._store.cache_clear()


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are checked anew."""
    seen: list[Path] = []
    anew = checking.facts_file

    def noted(path, entries, story):
        seen.append(path)
        return anew(path, entries, story)

    monkeypatch.setattr(checking, "facts_file", noted)
    return seen


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_is_known_is_read_as_it_was(folder: Path, checked: list[Path]) -> None:
    path = written(folder / "story.yaml", FERRY)
    anew = read_file(path)
    assert not anew.faults and len(anew.written) == 2 and anew.head.sources_from == "papers"
    kept._store.cache_clear()
    assert read_file(path) == anew
    assert checked == [path]


def test_in_another_place_it_is_told_from_there(folder: Path, checked: list[Path]) -> None:
    read_file(written(folder / "a.yaml", FERRY))
    there = written(folder / "b.yaml", FERRY)
    moved = read_file(there)
    assert checked == [folder / "a.yaml"]
    assert {w.fact.place.path for w in moved.written} == {there}
    assert moved.written[0].line_of("accepted", 1, "source") == 18


def test_what_was_changed_is_checked(folder: Path, checked: list[Path]) -> None:
    path = written(folder / "story.yaml", FERRY)
    read_file(path)
    written(path, FERRY.replace("claim: Nobody", "clam: Nobody"))
    assert [fault.line for fault in read_file(path).faults] == [21, 22]
    assert len(checked) == 2


def test_a_file_with_a_fault_is_read_anew(folder: Path, checked: list[Path]) -> None:
    path = written(folder / "story.yaml", "- id: a\n  claim: It sank\n- id: a\n  claim: It sank again\n")
    first = read_file(path)
    assert [fault.code for fault in first.faults] == ["duplicate-fact"]
    assert read_file(path) == first
    assert len(checked) == 2


@pytest.mark.parametrize("entry", ["", "{", "[]", "[[], {}, []]", '[["", null, null], {}, [[{}, []]]]', "null"])
def test_an_entry_that_is_no_facts_file_is_as_good_as_none(folder: Path, checked: list[Path], entry: str) -> None:
    path = written(folder / "story.yaml", FERRY)
    anew = read_file(path)
    store = kept._store()
    assert store is not None
    store.put({kept._key(FERRY): entry})
    assert read_file(path) == anew
    assert len(checked) == 2


def test_without_a_cache_each_file_is_checked(
    folder: Path, checked: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    path = written(folder / "story.yaml", FERRY)
    assert read_file(path) == read_file(path)
    assert len(checked) == 2
