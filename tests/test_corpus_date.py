"""Every phrase of corpus/date.yaml is read as it says, and every near miss is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from brackets import unmarked
from secondsource.language import Passage, read
from secondsource.sources import Source
from secondsource.values.date import Role, When, carried, find, modified
from secondsource.values.mention import Mention

CORPUS = Path(__file__).parent / "corpus" / "date.yaml"
ENTRIES: list[dict[str, Any]] = yaml.load(CORPUS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def the_passages(text: str) -> tuple[Passage, ...]:
    return read(Source("corpus", text)).passages


def published(entry: dict[str, Any]) -> date | None:
    return date.fromisoformat(entry["published"]) if "published" in entry else None


def shown(when: When) -> str:
    """A time in the notation of the corpus."""
    parts = [] if when.role is Role.ON else [str(when.role)]
    if when.anchored or when.year_assumed:
        parts += ["" if when.anchored else "unresolved", ("~" if when.loose else "") + when.named.shown()]
    else:
        parts += ["unresolved", "" if when.weekday is None else WEEKDAYS[when.weekday]]
    parts.append(when.hours)
    if when.other:
        parts += ["or", when.other.shown()]
    parts += ["mismatch" * when.mismatch, "no year" * when.year_assumed]
    return " ".join(filter(None, parts))


def all_of(text: str, day: date | None) -> Iterator[Mention[When]]:
    """The times of a text, each passage read after the one before it."""
    before: tuple[When, ...] = ()
    for this, following in pairwise([*(passages := the_passages(text)), passages[-1]]):
        found = find(this, day, before)
        before = carried(this, found, following, before)
        yield from found


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "read" in e], ids=lambda e: e["read"][:70])
def test_it_is_read(entry: dict[str, Any]) -> None:
    text, spans = unmarked(entry["read"])
    found = list(all_of(text, published(entry)))
    assert [m.span.of(text) for m in found] == [span.of(text) for span in spans]
    assert [m.span for m in found] == spans
    assert [shown(m.value) for m in found] == (entry["as"] if isinstance(entry["as"], list) else [entry["as"]])
    assert all(m.core.within(m.span) for m in found)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "of" in e], ids=lambda e: e["date"][:70])
def test_what_it_is_said_of(entry: dict[str, Any]) -> None:
    text, spans = unmarked(entry["date"])
    (passage,) = the_passages(text)
    (mention,) = find(passage, date(2025, 3, 6))
    noun = modified(passage, mention.core)
    assert [mention.span] == spans
    assert ("" if noun is None else passage.tokens[noun].text) == entry["of"]
    assert mention.value.adnominal == bool(entry["of"])


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "not" in e], ids=lambda e: e["not"][:70])
def test_it_is_passed_over(entry: dict[str, Any]) -> None:
    found = [m.span.of(entry["not"]) for p in the_passages(entry["not"]) for m in find(p, date(2025, 3, 6))]
    assert found == []


def test_the_corpus_is_worth_its_name() -> None:
    assert len(ENTRIES) >= 140
    assert sum("not" in e for e in ENTRIES) >= 30
