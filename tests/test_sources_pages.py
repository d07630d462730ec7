"""Pages in the styles of ten publishing systems: the words, the day and who says it, the way back to the markup."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from clock import is_linear
from secondsource.sources import Source, Span, sentences, strict_yaml
from secondsource.sources.readers import load
from secondsource.sources.trace import locate, visible

DOCUMENTS = Path(__file__).parent / "documents"
PAGES: list[dict[str, Any]] = strict_yaml.load(DOCUMENTS / "pages.yaml")
NAMES = [page["page"] for page in PAGES]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def f1(found: str, meant: str) -> float:
    a, b = words(found), words(meant)
    return 2 * (a & b).total() / (a.total() + b.total())


@pytest.fixture(params=PAGES, ids=NAMES)
def page(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Source]:
    return request.param, load(DOCUMENTS / "pages" / request.param["page"])


def test_the_words_are_those_a_reader_reads(page: tuple[dict[str, Any], Source]) -> None:
    meant, source = page
    assert f1(source.text, meant["text"]) >= 0.98


def test_the_day_is_right_and_says_where_it_was_read(page: tuple[dict[str, Any], Source]) -> None:
    meant, source = page
    assert source.published is not None
    assert source.published.isoformat() == meant["published"]
    assert source.date_origin == meant["said_in"]


def test_headline_and_outlet(page: tuple[dict[str, Any], Source]) -> None:
    meant, source = page
    assert (source.title, source.outlet) == (meant["title"], meant["outlet"])


def test_every_sentence_leads_back_to_its_place_in_the_markup(page: tuple[dict[str, Any], Source]) -> None:
    """Markup between the words aside, the original has the same words at the place that is given."""
    _, source = page
    raw = (source.path or Path()).read_bytes().decode(source.provenance.encoding)
    found = 0
    for sentence in sentences(source.text):
        quote = sentence.span.of(source.text)
        place = locate(source, sentence.span)
        assert place is not None
        assert place.span is not None, quote
        shown = " ".join(visible(place.span.of(raw))[0].split())
        assert shown == " ".join(quote.removeprefix("- ").replace(" | ", " ").split())
        found += 1
    assert found >= 4


@pytest.mark.parametrize(
    ("name", "words_of_note"),
    [
        ("joomla.html", ["label on the page says 2022-08-19", "meta date says 2024-05-02"]),
        ("ministry.html", ["label on the page says 2025-02-06", "meta DC.date says 2018-06-01"]),
        ("newsletter.html", ["article:published_time says 2025-07-15"]),
        ("arc.html", ["only part of the article"]),
        ("blogger.html", ["read as cp1252"]),
    ],
)
def test_what_a_page_contradicts_or_withholds_is_noted(name: str, words_of_note: list[str]) -> None:
    notes = "; ".join(load(DOCUMENTS / "pages" / name).provenance.notes)
    assert all(note in notes for note in words_of_note), notes


def test_the_page_of_a_repeated_sentence_is_the_right_one() -> None:
    text = "It rained.\n\nThe ferry left.\n\nIt rained."
    raw = "<p>It rained.</p><p>The <b>ferry</b> left.</p><p>It rained.</p>"
    from secondsource.sources.trace import _found

    assert _found(raw, text, Span(29, 39)) == Span(raw.rindex("It rained"), raw.rindex("It rained") + 10)


@pytest.mark.parametrize("piece", ["<", "<!--", "<script", "&", "<a href='"])
def test_hostile_markup_costs_no_more_than_its_length(piece: str) -> None:
    assert is_linear(lambda length: piece * (length // len(piece)), visible, 50_000)


@pytest.mark.parametrize(
    ("markup", "meant"),
    [
        ("One day.<br><br>Another <b>day</b> came.<br/><br/>The end.", ["One day.", "Another day came.", "The end."]),
        ("It rained on<br>the harbour all<br>day.<br>Nobody came.",
         ["It rained on the harbour all day.", "Nobody came."]),
        ("<a name='top'></a><br>First.<br><!-- x -->Second.<br>Third.", ["First.", "Second.", "Third."]),
        ("<p>The share price fell.</p><div class='share-price'><p>It stood at 41.</p></div>",
         ["The share price fell.", "It stood at 41."]),
        ("<p>It rained.</p><div class='share-buttons'><p>Tell a friend.</p></div><p>It stopped.</p>",
         ["It rained.", "It stopped."]),
    ],
)  # fmt: skip
def test_no_words_are_lost_and_none_joined_that_stood_apart(markup: str, meant: list[str], tmp_path: Path) -> None:
    filler = "".join(f"<p>The ferry left at {hour} with eighty people on board, as on every day.</p>" for hour in "345")
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>T</title></head><body><article>{filler}<div>{markup}</div></article></body></html>"
    )
    lines = load(page).text.split("\n\n")
    assert [line for line in lines if not line.startswith("The ferry left")] == meant
