"""The cache of parses: the same answer with and without it, whatever state its file is in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource import cache
from secondsource.language import parser, read, warm
from secondsource.sources import Source

TEXT = (
    "LUND, May 4 (Wire) - Two ships left.\n\n- Four sailors were hurt.\n\n"
    "Nobody was missing after the storm had passed and\nthe boats were counted."
)


def seen(text: str) -> list[object]:
    return [(p.index, p.kind, p.span, p.text, p.tokens) for p in read(Source("s", text)).passages]


def forget() -> None:
    parser._memory.cache_clear()
    parser._store.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    forget()
    yield tmp_path / "cache"
    forget()


def no_parser(texts: object) -> list[str]:
    raise AssertionError("the parser was started")


def test_what_was_read_once_needs_no_parser(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = seen(TEXT)
    forget()
    monkeypatch.setattr(parser, "_parsed", no_parser)
    assert seen(TEXT) == first


def test_warming_reads_for_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warm([TEXT])
    monkeypatch.setattr(parser, "_parsed", no_parser)
    assert len(read(Source("s", TEXT)).passages) == 3


@pytest.mark.parametrize("damage", ["garbage", "cut", "bits", "other table", "empty"])
def test_a_damaged_cache_changes_no_answer(folder: Path, damage: str) -> None:
    first = seen(TEXT)
    parser._store.cache_clear()
    (file,) = folder.glob("*.sqlite")
    for beside in folder.glob("*-*al"):
        beside.unlink()
    data = file.read_bytes()
    if damage == "garbage":
        file.write_bytes(b"not a database at all" * 400)
    elif damage == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "bits":
        file.write_bytes(data[:-900] + bytes(b ^ 0x55 for b in data[-900:]))
    elif damage == "other table":
        import sqlite3

        file.unlink()
        sqlite3.connect(file).execute("create table kept (something)").connection.commit()
    else:
        file.write_bytes(b"")
    forget()
    assert seen(TEXT) == first
    forget()
    assert seen(TEXT) == first


def test_an_entry_that_is_no_parse_of_its_text_is_read_anew(folder: Path) -> None:
    first = seen("Two ships left.")
    store = parser._store()
    assert store is not None
    for wrong in ("[]", "{}", '[[99],[9],[7],"a","X","Y","Z"]', "nonsense"):
        store.put({"Two ships left.": wrong})
        parser._memory.cache_clear()
        assert seen("Two ships left.") == first


def test_no_cache_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for wanted in ("off", str(blocked)):
        monkeypatch.setenv(cache.VARIABLE, wanted)
        forget()
        assert read(Source("s", "Two ships left.")).passages[0].tokens[1].lemma == "ship"
    forget()


def test_a_large_cache_loses_what_was_not_used_for_longest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 200_000)
    store = cache.Cache(folder / "small.sqlite")
    import random

    noise = random.Random(1)
    for n in range(60):
        store.put({f"text {n}": "".join(chr(noise.randrange(0x4E00, 0x9FFF)) for _ in range(3000))})
    assert 0 < len(store.get([f"text {n}" for n in range(60)])) < 60
    assert store.get(["text 59"])


def test_two_processes_may_write_at_once(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from secondsource.cache import Cache\n"
        "c = Cache(Path(sys.argv[1])); n = sys.argv[2]\n"
        "for i in range(200): c.put({f'{n} {i}': 'x' * 50}); c.get([f'{n} {i}'])\n"
    )
    command = [sys.executable, "-c", program, str(folder / "shared.sqlite")]
    running = [subprocess.Popen([*command, name]) for name in "ab"]
    assert [p.wait() for p in running] == [0, 0]
    found = cache.Cache(folder / "shared.sqlite").get([f"{name} {i}" for name in "ab" for i in range(200)])
    assert len(found) == 400


@settings(max_examples=60)
@given(st.text(st.sampled_from('aA.1 \n\t|“”"()-*#:’,é') | st.characters(codec="utf-8"), max_size=80))
def test_tokens_say_where_they_stand(text: str) -> None:
    for passage in read(Source("s", text)).passages:
        assert "".join(t.text for t in passage.tokens) == "".join(passage.text.split())
        for n, token in enumerate(passage.tokens):
            assert token.i == n
            assert token.text == text[token.start : token.end]
            assert 0 <= token.head < len(passage.tokens)


def test_lone_surrogates_and_endless_lines_are_read() -> None:
    text = "A ship \ud800 left. " + "x" * 30_000 + " " + "(" * 20_000
    tokens = [t for p in read(Source("s", text)).passages for t in p.tokens]
    assert tokens[-1].end == len(text)


def test_datelines_and_bullets_do_not_join_the_sentence(folder: Path) -> None:
    first, second, third = read(Source("s", TEXT)).passages
    assert next(t.text for t in first.tokens if t.dep == "nsubj") == "ships"
    assert first.tokens[0].text == "LUND"
    assert next(t.text for t in second.tokens if t.dep == "nsubjpass") == "sailors"
    assert "\n" in third.text
    assert not any(t.pos == "SPACE" for t in third.tokens)


def test_a_dash_alone_is_no_dateline() -> None:
    (passage,) = read(Source("s", "The mayor - Ida Lund - left early.")).passages
    assert sum(t.dep == "ROOT" for t in passage.tokens) == 1


def test_two_processes_parse_as_one_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"On day {n} the ferry carried {n} cars." for n in range(220)]
    monkeypatch.setattr(parser, "_may_fork", lambda: True)
    shared = parser._parsed(texts)
    monkeypatch.setattr(parser, "_parse_for", lambda sender, texts: sender.close())
    assert parser._parsed(texts) == shared
    monkeypatch.setattr(parser, "_may_fork", lambda: False)
    assert parser._parsed(texts) == shared
