"""What holds of every date: it reads back, the relations are those of sets, and no text takes long."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from clock import is_linear
from secondsource.grammar.calendar import Days, decade, half, in_year, month, part_of, quarter, week, year_of
from secondsource.grammar.possibilities import Relation
from secondsource.language import Passage
from secondsource.sources import Kind, Span
from secondsource.values.date import Grain, Role, When, compatible_times, find, plain, relate

DAYS = st.dates(date(1801, 1, 1), date(2098, 12, 31))
YEARS = st.integers(1801, 2098)
PERIODS = st.one_of(
    st.builds(Days.on, DAYS),
    st.builds(month, YEARS, st.integers(1, 12)),
    st.builds(quarter, YEARS, st.integers(1, 4)),
    st.builds(half, YEARS, st.integers(1, 2)),
    st.builds(year_of, YEARS),
    st.builds(decade, st.integers(181, 208).map(lambda n: n * 10)),
)
TIMES = st.builds(When, PERIODS, role=st.sampled_from(Role))
PLAIN_TIMES = st.builds(When, PERIODS)


def unparsed(text: str) -> Passage:
    """A passage without its words: dates must not need the parser."""
    return Passage(0, 0, Kind.PROSE, Span(0, len(text)), text, ())


def the_one(text: str, published: date | None = None) -> When:
    found = find(unparsed(text), published)
    assert len(found) == 1, [m.span.of(text) for m in found]
    return found[0].value


# --- reading ---------------------------------------------------------------------------------------------------------

FORMATS = (
    "{d.day} {d:%B} {d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d:%b}. {d.day}, {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d:%A} {d.day} {d:%B} {d.year}",
    "{d:%A}, {d:%B} {d.day}, {d.year}",
    "{d:%a} {d.day} {d:%b} {d.year}",
    "the {d.day}th of {d:%B} {d.year}",
    "{d:%B} {d.day} , {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%d.%m.%Y}",
)


@given(DAYS, st.sampled_from(FORMATS))
def test_a_date_reads_back_in_every_format(day: date, form: str) -> None:
    text = f"It was signed on {form.format(d=day)}."
    assume("May." not in text)
    assert the_one(text) == When(Days.on(day), weekday=day.weekday() if "%A" in form or "%a" in form else None)


@given(DAYS)
def test_a_date_in_figures_keeps_both_readings_unless_one_is_impossible(day: date) -> None:
    when = the_one(f"It was filed on {day:%d/%m/%Y}.")
    readings = {when.named, when.other}
    assert Days.on(day) in readings
    assert (when.other is None) == (day.day > 12 or day.day == day.month)


@given(DAYS, st.integers(1, 6))
def test_a_weekday_that_does_not_fit_is_marked_and_the_date_is_meant(day: date, off: int) -> None:
    when = the_one(f"They met on {day + timedelta(days=off):%A} {day.day} {day:%B} {day.year}.")
    assert (when.named, when.mismatch) == (Days.on(day), True)


@given(TIMES)
def test_what_we_print_reads_back(when: When) -> None:
    back = the_one(f"Time: {plain(when)}")
    assert back.named == when.named
    assert (back.first, back.last) == (when.first, when.last)


@given(DAYS, st.sampled_from(["night", "morning", "evening", "early", "late", "before dawn", "midnight"]))
def test_the_part_of_the_day_reads_back(day: date, hours: str) -> None:
    when = When(Days.on(day), Grain.TIME_OF_DAY, hours=hours)
    back = the_one(f"Time: {plain(when)}")
    assert (back.named, back.hours) == (when.named, hours)


@given(DAYS, DAYS)
def test_a_stretch_reads_back(first: date, last: date) -> None:
    assume(first < last)
    when = When(Days(first, last), role=Role.DURING)
    assume(the_one(f"Time: {plain(when)}").named == when.named)


@given(DAYS, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_bare_weekday_is_one_of_the_last_seven_days(published: date, weekday: str) -> None:
    when = the_one(f"They left on {weekday}.", published)
    assert 0 <= (published - when.named.first).days < 7
    assert f"{when.named.first:%A}" == weekday
    assert when.resolved


@given(DAYS, DAYS)
def test_a_missing_year_is_the_one_that_brings_the_day_nearest(published: date, day: date) -> None:
    assume((day.month, day.day) != (2, 29))
    when = the_one(f"The date is {day.day} {day:%B}.", published)
    assert (when.named.first.month, when.named.first.day) == (day.month, day.day)
    assert abs((when.named.first - published).days) <= 183
    assert when.year_assumed


@given(st.sampled_from(["yesterday", "last week", "on Tuesday", "a year earlier", "this month", "two weeks ago"]))
def test_without_a_publication_date_a_relative_time_rules_nothing_out(words: str) -> None:
    found = find(unparsed(f"It fell {words}."), None)
    assert [(m.value.first, m.value.last, m.value.resolved) for m in found] == [(date.min, date.max, False)]
    assert found[0].rule.endswith("unresolved")


@pytest.mark.parametrize(
    ("antecedent", "text", "expected"),
    [
        (When(year_of(2016)), "The following year it closed.", year_of(2017)),
        (When.on(date(2024, 5, 3)), "The next day it closed.", Days.on(date(2024, 5, 4))),
        (When(year_of(2016)), "That year it closed.", year_of(2016)),
        (When(quarter(2024, 3)), "It was 5 million a year earlier.", quarter(2023, 3)),
    ],
)
def test_a_time_may_follow_one_of_an_earlier_sentence(antecedent: When, text: str, expected: Days) -> None:
    assert [m.value.named for m in find(unparsed(text), date(2025, 3, 6), (antecedent,))] == [expected]


# --- relations -------------------------------------------------------------------------------------------------------


@given(TIMES)
def test_a_time_entails_itself(when: When) -> None:
    assert relate(when, when) is Relation.ENTAILS


@given(TIMES, TIMES)
def test_apart_is_apart_both_ways(a: When, b: When) -> None:
    assert (relate(a, b) is Relation.EXCLUDES) == (relate(b, a) is Relation.EXCLUDES)


def _meet(a: When, b: When) -> bool:
    """Whether some day is left open by both."""
    return Days(a.first, a.last).meets(Days(b.first, b.last))


@given(PLAIN_TIMES, PLAIN_TIMES)
def test_plain_times_relate_as_sets(a: When, b: When) -> None:
    inside, apart = a.named.within(b.named), not a.named.meets(b.named)
    expected = Relation.ENTAILS if inside else Relation.EXCLUDES if apart else Relation.COMPATIBLE
    assert relate(a, b) is expected
    assert compatible_times(a, b) == compatible_times(b, a) == (not apart)
    assert _meet(a, b) == (not apart)


@given(PLAIN_TIMES, PLAIN_TIMES)
def test_entailing_each_other_is_being_equal(a: When, b: When) -> None:
    both = relate(a, b) is relate(b, a) is Relation.ENTAILS
    assert both == (a.named == b.named)


@given(PLAIN_TIMES, PLAIN_TIMES, PLAIN_TIMES)
def test_entailing_is_transitive(a: When, b: When, c: When) -> None:
    if relate(a, b) is relate(b, c) is Relation.ENTAILS:
        assert relate(a, c) is Relation.ENTAILS


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # a third of what is drawn excludes
@given(TIMES, TIMES)
def test_excluding_times_have_no_day_in_common(a: When, b: When) -> None:
    same_edge = a.role == b.role and a.role in (Role.UNTIL, Role.SINCE, Role.FROM)
    assume(not same_edge and {a.role, b.role} != {Role.SINCE, Role.FROM})
    assume(relate(a, b) is Relation.EXCLUDES)
    assert not _meet(a, b)


@given(PLAIN_TIMES, DAYS)
def test_a_day_inside_is_before_the_day_after_the_end(when: When, day: date) -> None:
    before = When(Days.on(day), role=Role.BEFORE)
    inside, outside = when.named.last < day, when.named.first >= day
    assume(inside or outside)
    assert relate(when, before) is (Relation.ENTAILS if inside else Relation.EXCLUDES)


@pytest.mark.parametrize(
    ("source", "fact", "expected"),
    [
        ("on 14 June 2024", "on 14 June 2024", Relation.ENTAILS),
        ("on Friday (14 June 2024)", "in June 2024", Relation.ENTAILS),
        ("in June 2024", "on 14 June 2024", Relation.COMPATIBLE),
        ("on 12 June 2024", "on Friday 14 June 2024", Relation.EXCLUDES),
        ("through June 14, 2024", "until 14 June 2024", Relation.ENTAILS),
        ("It expires on 14 June 2024", "until 14 June 2024", Relation.ENTAILS),
        ("It expires on 14 May 2024", "until 14 June 2024", Relation.EXCLUDES),
        ("until 31 May 2024", "until 14 June 2024", Relation.EXCLUDES),
        ("until May 2024", "until 14 May 2024", Relation.COMPATIBLE),
        ("since 1 April 2020", "since 2020", Relation.ENTAILS),
        ("since 1 April 2020", "since 3 March 2020", Relation.EXCLUDES),
        ("since 1 April 2020", "on 5 May 2021", Relation.COMPATIBLE),
        ("since 1 April 2020", "on 5 March 2020", Relation.EXCLUDES),
        ("born April 18, 1971", "before 1972", Relation.ENTAILS),
        ("born April 18, 1972", "before 1972", Relation.EXCLUDES),
        ("after 1 May 2024", "on 2 May 2024", Relation.COMPATIBLE),
        ("after 1 May 2024", "on 1 May 2024", Relation.EXCLUDES),
        ("by January 2024", "by March 2024", Relation.ENTAILS),
        ("by March 2024", "by January 2024", Relation.COMPATIBLE),
        ("at the end of September 2024", "on 30 September 2024", Relation.ENTAILS),
        ("at the end of September 2024", "on 28 September 2024", Relation.COMPATIBLE),
        ("at the end of September 2024", "on 5 September 2024", Relation.EXCLUDES),
        ("by year-end 2026", "by the end of 2026", Relation.ENTAILS),
        ("by the end of 2026", "before 2026 is out", Relation.ENTAILS),
        ("in mid-November 2024", "on 14 November 2024", Relation.COMPATIBLE),
        ("in mid-November 2024", "on 29 November 2024", Relation.EXCLUDES),
        ("on 06/02/2025", "on 6 February 2025", Relation.COMPATIBLE),
        ("on 06/02/2025", "on 7 February 2025", Relation.EXCLUDES),
        ("on 6 February", "on 6 February 2025", Relation.COMPATIBLE),
        ("on 6 February 2025", "on 6 February", Relation.ENTAILS),
        ("on 7 February", "on 6 February 2025", Relation.EXCLUDES),
        ("on Tuesday", "on Thursday", Relation.EXCLUDES),
        ("on Thursday 6 February 2025", "on Thursday", Relation.ENTAILS),
        ("on Tuesday 4 February 2025", "on Thursday", Relation.EXCLUDES),
        ("on Thursday", "on Thursday 6 February 2025", Relation.COMPATIBLE),
        ("on Wednesday 6 February 2025", "on 6 February 2025", Relation.ENTAILS),
        ("yesterday", "on 6 February 2025", Relation.COMPATIBLE),
        ("in the evening of 6 May 2024", "on 6 May 2024", Relation.ENTAILS),
        ("on 6 May 2024", "in the evening of 6 May 2024", Relation.COMPATIBLE),
        ("in the morning of 6 May 2024", "in the evening of 6 May 2024", Relation.EXCLUDES),
        ("in Q3 2024", "between July and September 2024", Relation.ENTAILS),
        ("in the 1990s", "in 1995", Relation.COMPATIBLE),
    ],
)
def test_relations_of_phrases(source: str, fact: str, expected: Relation) -> None:
    assert relate(the_one(f"{source}."), the_one(f"{fact}.")) is expected


@pytest.mark.parametrize(
    ("source", "fact", "expected"),
    [
        ("They left on Thursday.", "They left on 13 June 2024.", Relation.ENTAILS),
        ("They left on Tuesday morning.", "They left on Thursday 13 June 2024.", Relation.EXCLUDES),
        ("They left on 13 June.", "They left on 13 June 2024.", Relation.ENTAILS),
        ("They left on 13 June.", "They left on 13 June 2021.", Relation.COMPATIBLE),
        ("They left on 12 June.", "They left on 13 June 2021.", Relation.EXCLUDES),
        ("They left last week.", "They left on 5 June 2024.", Relation.COMPATIBLE),
        ("They left last week.", "They left on 13 June 2024.", Relation.EXCLUDES),
        ("They left a week ago.", "They left on 8 June 2024.", Relation.COMPATIBLE),
    ],
)
def test_relations_from_the_day_of_publication(source: str, fact: str, expected: Relation) -> None:
    published = date(2024, 6, 14)  # a Friday
    assert relate(the_one(source, published), the_one(fact)) is expected


# --- the calendar ----------------------------------------------------------------------------------------------------


@given(PERIODS, st.sampled_from(["early", "mid", "late", "first half", "second half"]))
def test_a_part_is_inside_the_whole(days: Days, part: str) -> None:
    assert part_of(days, part).within(days)


@given(PERIODS, YEARS)
def test_the_same_days_of_another_year_keep_their_month(days: Days, year: int) -> None:
    moved = in_year(days, year)
    assert (moved.first.year, moved.first.month) == (year, days.first.month)
    assert moved.last.month == days.last.month


@given(DAYS)
def test_a_week_begins_on_monday_and_has_the_day(day: date) -> None:
    days = week(day)
    assert days.first.weekday() == 0
    assert (days.last - days.first).days == 6
    assert Days.on(day).within(days)


# --- any text --------------------------------------------------------------------------------------------------------

HEAP = """
the of in on by until since from to between and - – , . ( ) 1 5 25th 31 40 1999 2024 2025-02-30
31/02/2024 99.99.2024 May March february Feb. Monday Tues. last next this that previous following
week month year years quarter half first third Q3 H1 early mid late end start night morning before
after ago later earlier today yesterday spring fall a few 1990s FY 0000 9999 second days two 's
week-end 29 recent past nine several
"""
WORDS = st.sampled_from(HEAP.split())
DATES = st.one_of(st.none(), st.dates())


@settings(max_examples=400)
@given(st.lists(WORDS, max_size=24).map(" ".join), DATES)
def test_any_heap_of_date_words_is_read_without_a_fault(text: str, published: date | None) -> None:
    passage = unparsed(text)
    ends = [0]
    for mention in find(passage, published):
        assert mention.core.within(mention.span)
        assert mention.core.within(passage.span)
        assert mention.value.first <= mention.value.last or mention.value.role in (Role.BEFORE, Role.AFTER)
        assert mention.core.start >= ends[-1]
        ends.append(mention.span.end)
        assert plain(mention.value)
        assert relate(mention.value, mention.value) is not Relation.EXCLUDES or mention.value.other


@given(st.text(max_size=300), DATES)
def test_any_text_is_read_without_a_fault(text: str, published: date | None) -> None:
    for mention in find(unparsed(text), published):
        assert mention.span.of(text)


LOOPS = [
    *("1 ", "May ", "May 1 ", "1 May ", "Monday ", "the last ", "2018-", "12/12/2012 ", "a year later ", " ", "9"),
    *("early in the ", "from 1 to ", "between May and ", "more than 3 ", "runs to ", "Aa, "),
]


@pytest.mark.parametrize("unit", LOOPS)
def test_a_long_line_costs_no_more_than_its_length(unit: str) -> None:
    def line(length: int) -> Passage:
        return unparsed((unit * (length // len(unit) + 1))[:length])

    assert is_linear(line, lambda read: find(read, date(2025, 3, 6)), 12_000)
