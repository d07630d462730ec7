"""Laws that hold for every text: names, roles, places, quotations, lists."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clock import is_linear
from secondsource.language import Reading, read
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind, Source, Span
from secondsource.values import listing, name, place, quotation, roles

WORDS = st.text(alphabet="abcdeghklmnorstuvyzäéø", min_size=1, max_size=9)
NAMES = st.builds(
    name.Name,
    st.lists(WORDS, min_size=1, max_size=4).map(tuple),
    text=st.sampled_from(["", "ABC", "Ana"]),
    titles=st.sampled_from([(), ("mr",), ("mrs",), ("dr",)]),
    type=st.sampled_from(["", "person", "org", "place"]),
)
CONTENT = (
    "Ana Sousa",
    "Bank",
    "said",
    "Kenya",
    "minister",
    "led by",
    "commander",
    "SLC",
    "north",
    "took over from",
    "144",
)
GLUE = ("the", "of", "and", ",", ".", "(", ")", "-", "in", "is", "'s", "Dr.", ":", "|", "\n", "…")
MARKS = ('"', "“", "”", "'", "’", "«")
PIECES = st.sampled_from((*CONTENT, *GLUE, *MARKS))
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)


def _everything(reading: Reading) -> list[Span]:
    found = [m.span for p in reading.passages for f in (name.find, roles.find, place.find, listing.find) for m in f(p)]
    whole = [*quotation.find_all(reading), *listing.find_all(reading)]
    return found + [m.span for m in whole]


@given(NAMES, NAMES)
def test_sameness_does_not_depend_on_the_order(a: name.Name, b: name.Name) -> None:
    assert name.same(a, b) == name.same(b, a)


@given(NAMES)
def test_a_name_is_the_same_as_itself(a: name.Name) -> None:
    assert name.same(a, a) is name.Same.SAME


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_a_quotation_entails_itself_and_its_parts(words: list[str]) -> None:
    whole = quotation.Quotation(quotation.words_of(" ".join(words)))
    assert quotation.relate(whole, whole) == "entails"


@given(st.lists(NAMES, min_size=2, max_size=5), st.booleans())
def test_a_list_entails_itself(members: list[name.Name], complete: bool) -> None:
    whole = listing.Listing(tuple(members), complete)
    assert listing.relate(whole, whole) == "entails"


@given(st.lists(NAMES, min_size=2, max_size=5), NAMES)
def test_only_a_complete_list_excludes(members: list[name.Name], other: name.Name) -> None:
    assert listing.relate(listing.Listing(tuple(members)), listing.Listing((members[0], other))) != "excludes"


@given(NAMES, st.sampled_from(["in", "at", "near", "from", "to"]))
def test_a_place_entails_itself(where: name.Name, preposition: str) -> None:
    there = place.Place(where, preposition)
    assert place.relate(there, there) == "entails"


@given(NAMES, st.sampled_from([("commander",), ("minister",), ("chief", "executive")]), NAMES)
def test_an_office_has_one_holder(holder: name.Name, role: tuple[str, ...], body: name.Name) -> None:
    held = roles.Holding(holder, role, (), body.words, True)
    assert roles.relate(held, held) == "entails"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    reading = read(Source("law", text))
    for span in _everything(reading):
        assert 0 <= span.start < span.end <= len(text)


def _tagged(text: str) -> Reading:
    """A text as one passage of capitalised proper nouns: the worst that a parser could hand on."""
    tokens, at = [], 0
    for i, word in enumerate(text.split(" ")):
        if word:
            tokens.append((i, at, word))
        at += len(word) + 1
    parsed = tuple(
        Token(k, start, start + len(word), word, word.lower(), "PROPN", "NNP", "conj", max(0, k - 1))
        for k, (_, start, word) in enumerate(tokens)
    )
    passage = Passage(0, 0, Kind.PROSE, Span(0, len(text)), text, parsed)
    return Reading(Source("long", text), (passage,))


@pytest.mark.parametrize(
    "piece",
    [
        "Ana ",
        "Ana and ",
        "Ana and Ana , ",
        "only two Ana and Ana : ",
        "A of B of C of ",
        "“ X ” , X said , ",
        '" ',
        "“ ",
        "' ",
        "Bank of ",
        "Minister ",
        "led by ",
        "( ",
        "Ana , ",
        "A - ",
        "commander , ",
        "’ ",
        "in Ana , ",
        "in the north of Ana ",
    ],
)
def test_a_line_of_one_thing_costs_no_more_than_its_length(piece: str) -> None:
    assert is_linear(lambda length: _tagged(piece * (length // len(piece))), _everything, 6_000)
