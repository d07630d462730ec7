"""What must hold of every quantity and every text, tried on thousands of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from clock import is_linear
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.figures import figures
from secondsource.grammar.numerals import numerals
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.grammar.wordlist import words
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind, Span
from secondsource.values import count, identifier, money, ordinal, share

KINDS = (count, money, share, ordinal, identifier)
BOUNDED = [hedge for hedge in Hedge if hedge not in (Hedge.RANGE, Hedge.VAGUE)]
wholes = st.integers(1, 10**7)
exact = st.builds(Quantity, wholes.map(float), hedge=st.sampled_from(BOUNDED))


@st.composite
def rounded(draw: st.DrawFn) -> Quantity:
    """Figures such as 13.3 million: up to four digits, with a scale word."""
    scale, places = draw(st.sampled_from([10**6, 10**9, 10**12])), draw(st.integers(0, 2))
    digits = draw(st.integers(10**places, 999))
    return Quantity(digits * scale / 10**places, scale / 10**places, draw(st.sampled_from(BOUNDED)))


ranges = st.tuples(wholes, wholes).filter(lambda ends: ends[0] < ends[1])
ranged = ranges.map(lambda e: Quantity((e[0] + e[1]) / 2, 0.0, Hedge.RANGE, float(e[0]), float(e[1])))
quantities = st.one_of(exact, rounded(), ranged)
# A third of what is drawn is what the law is about.
SELDOM = settings(suppress_health_check=[HealthCheck.filter_too_much])


@given(st.one_of(exact, ranged))
def test_what_is_printed_reads_back_as_the_same_quantity(quantity: Quantity) -> None:
    [figure] = figures(f"It was {quantity.plain()} officers, they said")
    assert figure.quantity == quantity


@given(rounded())
def test_a_rounded_figure_reads_back_as_the_same_set(quantity: Quantity) -> None:
    [figure] = figures(f"It was {quantity.plain()} people")
    assert figure.quantity.leaves() == quantity.leaves()


@given(quantities)
def test_a_statement_settles_itself(quantity: Quantity) -> None:
    assert quantity.relation_to(quantity) is Relation.ENTAILS


@SELDOM
@given(quantities, quantities)
def test_exclusion_goes_both_ways_but_for_the_edge(a: Quantity, b: Quantity) -> None:
    assume(a.relation_to(b) is Relation.EXCLUDES)
    assert b.relation_to(a) is Relation.EXCLUDES or a.stated == b.stated


@given(quantities, quantities)
def test_only_equal_sets_or_figures_settle_each_other(a: Quantity, b: Quantity) -> None:
    if a.relation_to(b) is Relation.ENTAILS is b.relation_to(a):
        assert a.leaves() == b.leaves() or a.stated == b.stated


@SELDOM
@given(quantities, quantities)
def test_sets_that_have_nothing_in_common_never_settle(a: Quantity, b: Quantity) -> None:
    assume(not a.leaves().meets(b.leaves()))
    assert a.relation_to(b) is not Relation.ENTAILS


@given(quantities, quantities, st.sampled_from([0.001, 1000.0, 1e6]))
@example(Quantity(9_000_000), Quantity(10_000_000, hedge=Hedge.ABOUT), 1e6)
def test_a_change_of_unit_changes_no_relation(a: Quantity, b: Quantity, factor: float) -> None:
    assert a.scaled(factor).relation_to(b.scaled(factor)) is a.relation_to(b)


@given(st.tuples(wholes, wholes, wholes).map(sorted))
def test_a_higher_least_settles_every_lower_one(rising: list[int]) -> None:
    low, high, figure = rising
    at_least_low, at_least_high = Quantity(low, hedge=Hedge.AT_LEAST), Quantity(high, hedge=Hedge.AT_LEAST)
    assert at_least_high.relation_to(at_least_low) is Relation.ENTAILS
    assert Quantity(figure).relation_to(at_least_high) is Relation.ENTAILS
    assert Quantity(figure).relation_to(at_least_low) is Relation.ENTAILS


@given(wholes, wholes, st.floats(0.01, 0.2), st.floats(0.2, 0.5))
def test_a_wider_tolerance_never_excludes_more(about: int, fact: int, narrow: float, wide: float) -> None:
    said, stated = Quantity(about, hedge=Hedge.ABOUT), Quantity(fact)
    if said.relation_to(stated, narrow) is not Relation.EXCLUDES:
        assert said.relation_to(stated, wide) is not Relation.EXCLUDES


@given(st.integers(0, 10**15))
def test_digits_with_commas_read_as_the_number(number: int) -> None:
    [numeral] = numerals(f"{number:,}")
    assert (numeral.value, numeral.step, numeral.exact) == (number, 1, True)


UNITS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")


def spelled(number: int) -> str:
    """
    >>> spelled(144), spelled(20_005)
    ('one hundred and forty-four', 'twenty thousand and five')
    """
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens - 2] + (f"-{spelled(unit)}" if unit else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{spelled(hundreds)} hundred" + (f" and {spelled(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joined = " and " if rest < 100 else " "
    return f"{spelled(thousands)} thousand" + (f"{joined}{spelled(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_number_words_read_as_the_number(number: int) -> None:
    [numeral] = numerals(f"They sent {spelled(number)} letters")
    assert numeral.value == number


def passage_of(text: str) -> Passage:
    """A text as one passage with words told apart at white space and no parse: what a hostile text comes to."""
    tokens, at = [], 0
    for i, word in enumerate(text.split()):
        at = text.index(word, at)
        tokens.append(Token(i, at, at + len(word), word, word.lower(), "NOUN", "NN", "dep", i))
        at += len(word)
    return Passage(0, 0, Kind.PROSE, Span(0, len(text)), text, tuple(tokens))


PIECES = st.sampled_from(
    words(
        "1 2,500 3.1 4-1 $ € % per cent half a third of between 5 and to million m k - . , ( ) | No. Resolution 2024 "
        "(2023) more than about or so one hundred-strong Q3 second-largest 12:30 0800 km² ½ ’ -year-old the officers"
    )
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
    )
)
def test_any_text_is_read_with_places_inside_it(text: str) -> None:
    passage = passage_of(text)
    for kind in KINDS:
        for mention in kind.find(passage):
            assert 0 <= mention.span.start <= mention.core.start < mention.core.end <= mention.span.end <= len(text)
            assert isinstance(kind.plain(mention.value), str)
            assert kind.relate(mention.value, mention.value) in Relation


HOSTILE = re.split(
    r"\|",
    "1|1,|1 |1.|one |one hundred and |a |5m |$|$1 |more than |1-|1 to |No. |half |a third |(1) |Resolution |A-1/|2024 |"
    "12:|Ab Cd, 6, x |x@|http://|+1 |no |between 1 and |third |the most |one in |6 May |about |½|0|twenty-|Q3 |-| |1'|"
    "only larger |no larger |the only |both of the |counts 1, |AB 31/2021 |31 votes to |3-1 |"
    "an hour and a |two died |31 against |number: ",
)


@pytest.mark.parametrize("piece", [*HOSTILE, "a third ", "2024 "])
def test_a_line_of_one_thing_costs_no_more_than_its_length(piece: str) -> None:
    def passage(length: int) -> Passage:
        return passage_of((piece * (length // len(piece) + 1))[:length])

    assert is_linear(passage, lambda read: [kind.find(read) for kind in KINDS], 5_000)
