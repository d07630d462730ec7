"""What is found to disagree with no fact written, and what must not be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from clock import is_linear
from secondsource import cache
from secondsource.cli import main
from secondsource.comparing import claims, compare, kept
from secondsource.comparing.breakdowns import MOST, breakdowns
from secondsource.sources import Source


def told(*texts: str, published: date | None = date(2025, 5, 6)) -> list[Source]:
    return [Source(f"s{n}", text, published=published) for n, text in enumerate(texts, 1)]


def kinds(*texts: str) -> list[str]:
    return [found.kind for found in compare(told(*texts))]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("count", "The ferry Alma carried 186 passengers to Lund.", "The ferry Alma took 168 passengers to Lund."),
        ("count", "A fire in Oruro killed three firefighters.", "The fire in Oruro killed four firefighters."),
        ("money", "The Lund bridge cost $48 million.", "The bridge at Lund cost $84 million."),
        ("identifier", "The ferry sails under permit KL-1187.", "Its permit, KL-1178, was renewed."),
        ("date", "The Alma sank off Lund on 3 May 2025.", "The ferry Alma sank off Lund on 4 May 2025."),
        ("role", "Ida Berg, the mayor of Lund, opened the port.", "The mayor of Lund, Karl Holm, spoke first."),
    ],
)
def test_two_sources_that_differ(kind, one, other):
    assert kind in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry Alma carried 186 passengers to Lund.", "The ferry Berta carried 42 cars to Bergen."),
        ("The ferry Alma carried 186 passengers.", "More than 180 passengers were on the ferry Alma."),
        ("The Lund bridge cost $48 million.", "The tunnel at Bergen cost $310 million."),
        ("The toll rose to 48 from 41.", "The toll was 41 at noon."),
        ("Profit rose to $48 million from $41 million.", "Profit was $41 million a year earlier."),
        ("Kenya sent 144 officers to Haiti.", "Nobody was hurt."),
        ("The council adopted Decision 73/2025.", "Decision 37/2016 had put it off."),
    ],
)
def test_two_sources_that_do_not(one, other):
    assert compare(told(one, other)) == ()


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "count",
            "By nightfall the lifeboats had landed 61 of the passengers at Bergen quay, the coastguard said.",
            "The lifeboats brought 73 passengers ashore at Bergen, said a man who works on the quay.",
        ),
        (
            "share",
            "Of the islanders 62 per cent voted for the bridge to the mainland.",
            "The bridge to the mainland was backed by 57 percent of voters on the island.",
        ),
        (
            "date",
            "The Lund sawmill was to close on 30 June, the owners told the town council.",
            "Owners of the sawmill in Lund have told the council that it closes on 31 May.",
        ),
    ],
)
def test_figures_and_days_in_other_words(kind, one, other):
    assert kind in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lifeboats landed 61 passengers at Bergen.", "The sawmill in Lund employs 73 people."),
        ("The ferry has seats for 240 passengers.", "The ferry had 190 passengers on board when it sank."),
        ("Turnout in Lund was 62 per cent.", "The bridge was backed by 57 per cent of voters in Bergen."),
        ("The sawmill closes on 30 June.", "The harbour festival opens on 31 May."),
        ("The flood of 1998 killed 204 people.", "The flood killed 31 people."),
    ],
)
def test_figures_and_days_of_neighbours(one, other):
    assert compare(told(one, other)) == ()


def test_rows_of_a_table_do_not_contradict_one_another():
    assert kinds("Town | Boats\nLund | 168\nBergen | 186\nOruro | 12\n") == []


def test_what_lasts_may_change_between_two_days_of_publication():
    texts = "The mission has 18 observation posts.", "The mission has 22 observation posts."
    near = [Source("a", texts[0], published=date(2025, 5, 6)), Source("b", texts[1], published=date(2025, 5, 6))]
    far = [near[0], Source("b", texts[1], published=date(2025, 6, 20))]
    assert [found.kind for found in compare(near)] == ["count"]
    assert compare(far) == ()


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("count", "The first phase of the truce lasts six weeks.", "The truce's first phase lasts eight weeks."),
        (
            "share",
            "The group will control 58 per cent of the ferry market in Lund.",
            "The group will have 47 per cent of the ferry market in Lund.",
        ),
    ],
)
def test_what_lasts_is_held_against_itself_on_another_day_where_it_is_said_in_like_words(kind, one, other):
    sources = [Source("a", one, published=date(2025, 5, 6)), Source("b", other, published=date(2025, 5, 12))]
    assert [found.kind for found in compare(sources)] == [kind]


def test_how_long_something_lasts_may_differ_by_more_than_what_is_counted():
    assert kinds("The pause in aid is to last 90 days.", "Aid is paused for 60 days.") == ["count"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "First announced on 20 April, the deal between Lund and Bergen should be wrapped up soon.",
            "Announced on 13 April, the deal between Lund and Bergen has been opposed by the unions.",
        ),
        (
            "The ferry service between Lund and Bergen reopened to all traffic on 28 April.",
            "A first lorry reached Bergen from Lund on 29 April, when ferry traffic between the two was opened again.",
        ),
    ],
)
def test_two_days_that_rule_each_other_out_need_no_verb_in_common(one, other):
    assert kinds(one, other) == ["date"]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The recount moved three ballots and no seats in Lund.",
            "The Greens are on course for 12 of Lund's 51 seats.",
        ),
        ("The crane C-418 was lost in the storm. The crane C-417 was shut down in the storm.",),
    ],
)
def test_what_only_one_of_two_passages_rules_out_is_not_told_of_one_text_or_of_none(texts):
    assert compare(told(*texts)) == ()


def test_the_news_of_two_weeks_is_of_two_events():
    text = "The mayor of Lund and the minister spoke by telephone on Thursday."
    autumn, winter = Source("a", text, published=date(2024, 11, 8)), Source("b", text, published=date(2025, 2, 7))
    assert compare([autumn, winter]) == ()
    assert [
        one.kind
        for one in compare([winter, Source("c", text.replace("Thursday", "Tuesday"), published=winter.published)])
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("weekday", "The port reopened on Monday 4 May 2025."),
        ("sum", "The yard built 58 sections (44 shipped, 12 to come)."),
        ("sum", "The yard has 310 hectares for its docks (180 for dry docks, 120 for wet ones)."),
        ("sum", "Of its 140 boats, 88 were sunk, 31 were thrown ashore, and 26 can be mended."),
        ("sum", "The port made 212 checks, 140 of them at sea and 62 ashore."),
        ("sum", "It cost £36m in total, made up of £21m for the quay, £9m for the crane and £4m for the road."),
        ("sum", "The fund has $3.2 million: $1.4 million for schools and $1.5 million for roads."),
        ("sum", "The toll in Lund stood at 58. Of these, 31 are women, 15 are men and 10 are children."),
        ("sum", "Town | Boats\nLund | 168\nBergen | 12\nTotal | 190\n"),
        ("conversion", "It gave $13 million (KSh 1.7 billion). The loan is $20 million (KSh 25 billion)."),
        ("conversion", "It gave $13 million (KSh 1.7 billion). The loan is $20 million (KSh 2.2 billion)."),
    ],
)
def test_inside_one_source(kind, text):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The port reopened on Sunday 4 May 2025.",
        "The yard built 58 sections (44 shipped, 14 to come).",
        "The crew counted 58 boats (44 in the north).",
        "Of its 140 boats, 88 were sunk, 31 were thrown ashore, and 21 can be mended.",
        "Of its 140 boats, 88 were sunk, and 20 were thrown ashore.",
        "Of about 140 boats, 88 were sunk, 31 were thrown ashore, and 26 can be mended.",
        "The fund has $3.2 million: $1.6 million for schools and $1.5 million for roads.",
        "It bought 140 boats, 88 lorries, 31 vans and 26 cars.",
        "The toll in Lund stood at 58. Of the 310 who were saved, 31 are women and 25 are men.",
        "Town | Boats\nLund | 168\nBergen | 12\nTotal | 180\n",
        "It gave $13 million (KSh 1.7 billion). The loan is $20 million (KSh 2.6 billion).",
        "It gave $13 million (KSh 1.7 billion).",
        "It gave $2 million (KSh 257 million). The loan is $20 million (KSh 2.9 billion).",
    ],
)
def test_inside_one_source_all_fits(text):
    assert compare(told(text)) == ()


def test_two_texts_may_convert_at_the_rates_of_two_days():
    texts = "It gave $13 million (KSh 1.7 billion).", "The loan is $20 million (KSh 2.2 billion)."
    assert compare(told(*texts)) == ()
    assert [found.kind for found in compare(told(" ".join(texts)))] == ["conversion"]


def test_passages_are_quoted_as_they_stand_and_each_once():
    sources = told(
        "On Monday, the harbour said, the ferry Alma carried 186 passengers to Lund.",
        "The ferry Alma took 168 passengers to Lund on Monday.",
        "The ferry Alma carried 186 passengers to Lund, he said.",
    )
    [found] = compare(sources)
    text = {source.id: source.text for source in sources}
    assert [p.source for p in found.passages] == ["s1", "s2", "s3"]
    assert all(text[p.source][p.span.start : p.span.end] == p.quote for p in found.passages)
    assert found.note == "186 passengers (s1, s3); 168 passengers (s2)"


def test_the_order_of_the_sources_changes_nothing():
    sources = told(
        "The ferry Alma carried 186 passengers to Lund.",
        "The ferry Alma took 168 passengers to Lund.",
        "Karl Holm, the mayor of Lund, saw it.",
        "The mayor of Lund, Ida Berg, saw it.",
    )
    found = compare(sources)
    assert {one.kind for one in found} == {"count", "role"}
    assert found == compare(sources[::-1])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text("---\npublished: 2025-05-06\n---\n\nThe ferry Alma took 168 passengers to Lund.\n")
    (tmp_path / "b.md").write_text("The ferry Alma carried 186 passengers to Lund.\n")
    return tmp_path


def test_the_command_as_json(folder):
    run = CliRunner().invoke(main, ["compare", str(folder), "--format", "json"])
    assert run.exit_code == 0, run.output
    [found] = json.loads(run.stdout)["discrepancies"]
    assert found["kind"] == "count" and [p["source"] for p in found["passages"]] == ["a", "b"]
    first = found["passages"][0]
    assert "The ferry Alma took 168 passengers to Lund.\n"[first["start"] : first["end"]] == first["quote"]


def test_the_command_as_text(folder):
    run = CliRunner().invoke(main, ["compare", str(folder)])
    assert run.exit_code == 0 and run.stdout.startswith("1. count: 168 passengers (a); 186 passengers (b)\n   a: ")


def test_a_folder_without_documents(tmp_path):
    run = CliRunner().invoke(main, ["compare", str(tmp_path)])
    assert run.exit_code == 2 and "no document" in run.stderr


def test_a_source_in_another_language_is_named_and_left_out(folder):
    (folder / "c.md").write_text("---\nlanguage: fr\n---\n\nLe ferry Alma a transporté 168 passagers.\n")
    run = CliRunner().invoke(main, ["compare", str(folder), "--format", "json"])
    assert run.exit_code == 0 and "c: language not read (fr)" in run.stderr
    assert len(json.loads(run.stdout)["discrepancies"]) == 1


class TestKept:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path, monkeypatch):
        monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
        kept._store.cache_clear()
        yield tmp_path
        kept._store.cache_clear()

    SOURCES = (
        *told("The ferry Alma carried 186 passengers to Lund.", "The ferry Alma took 168 passengers to Lund."),
        Source("s3", "The port reopened on Monday 4 May 2025. The yard built 58 sections (44 shipped, 12 to come)."),
    )

    def test_what_was_compared_before_is_not_compared_again(self, monkeypatch):
        first = compare(self.SOURCES)
        assert [one.kind for one in first] == ["count", "weekday", "sum"]
        monkeypatch.setattr(kept, "_compared", None)
        assert compare(self.SOURCES) == first

    @pytest.mark.parametrize(
        "change",
        [{"text": "No ferry sailed."}, {"published": date(2025, 6, 6)}, {"title": "The Alma"}, {"id": "other"}],
    )
    def test_another_document_is_compared_anew(self, change, monkeypatch):
        compare(self.SOURCES)
        monkeypatch.setattr(kept, "_compared", lambda documents: ())
        assert compare([replace(self.SOURCES[0], **change), *self.SOURCES[1:]]) == ()

    def test_another_engine_compares_anew(self, monkeypatch):
        compare(self.SOURCES)
        monkeypatch.setattr(kept, "_fingerprint", lambda: "another")
        monkeypatch.setattr(kept, "_compared", lambda documents: ())
        assert compare(self.SOURCES) == ()

    @pytest.mark.parametrize("entry", ["{", "[[1]]", '[["count", "", [["gone", 0, 1, "", 0, 0]], 1.0]]', "7"])
    def test_an_entry_that_makes_no_sense_is_no_entry(self, entry):
        first = compare(self.SOURCES)
        key = json.dumps([kept._fingerprint(), *map(kept._about, self.SOURCES)])
        kept._store().put({key: entry})
        assert compare(self.SOURCES) == first

    def test_with_no_cache_it_is_the_same(self, monkeypatch):
        first = compare(self.SOURCES)
        monkeypatch.setenv(cache.VARIABLE, "off")
        kept._store.cache_clear()
        assert compare(self.SOURCES) == first


@pytest.mark.parametrize("unit", ["88 were sunk, ", "88 (31, ", "88, made up of "])
def test_many_figures_in_one_line_are_soon_looked_through(unit):
    def told(times):
        return claims.read([Source("a", "Of its 140 boats, " + unit * times)])[0]

    assert is_linear(told, lambda read: list(breakdowns(read)), 250)


@pytest.mark.parametrize(("parts", "found"), [(MOST, 1), (MOST + 1, 0)])
def test_so_many_figures_in_one_bracket_are_no_breakdown(parts, found):
    [told] = claims.read([Source("a", f"The yard has {2 * parts + 1} boats ({', '.join(['2 ships'] * parts)}).")])
    assert len(list(breakdowns(told))) == found
