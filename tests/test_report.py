"""The report's data: what is found, what is new, and names that survive a new run."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

import report_stories as stories
from report_stories import ABOARD, DAY, GULL, LEDGER, TODAY, judged
from secondsource.check import check
from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Verdict
from secondsource.reporting import Change, Check, Kind, Report, Status, formatted
from secondsource.reporting.comparison import compared, told
from secondsource.reporting.history import dumps, loads
from secondsource.reporting.json_v1 import parse
from secondsource.reporting.lede import clauses, lede
from secondsource.reporting.noticing import LISTED
from secondsource.sources import Source


def kinds(report: Report) -> list[tuple[str, str, str, str]]:
    return [(one.fact, one.source, one.kind.value, one.status.value) for one in report.findings]


def of(*judgements, fact: Fact = ABOARD, held: bool = True, **more) -> Report:
    """A report of one check."""
    tried = [Check(fact, tuple(judgements), held)]
    return Report.of(tried, (GULL, LEDGER), today=TODAY, **more)


def against(figure: str):
    """The Gull's people on board, as it gives them."""
    paper = replace(GULL, text=GULL.text.replace("79 people", figure))
    words = f"All [{figure}] on board were brought ashore by noon, the coastguard said."
    return judged(ABOARD, paper, Verdict.CONTRADICTS, "why", stories.said(paper, words, Verdict.CONTRADICTS, "why"))


FIGURES = [("79 people", None), ("79 people", of(against("79 people"))), ("78 people", of(against("79 people")))]
"""What the Gull gives, and the run before; the first run has none."""


def test_a_story_is_told_worst_first():
    assert kinds(stories.ferry()) == [
        ("aboard", "gull", "contradiction", "open"),
        ("hurt", "gull", "contradiction", "expired"),
        ("damage", "tides", "unused-acceptance", "open"),
        ("aboard", "ledger", "single-source", "open"),
        ("day", "gull", "single-source", "open"),
        ("master", "gull", "single-source", "open"),
        ("damage", "gull", "single-source", "open"),
        ("hurt", "ledger", "single-source", "open"),
    ]


def test_a_finding_keeps_its_name_when_the_source_is_edited():
    edited = replace(GULL, text="Updated at nine. " + GULL.text)
    before, after = (
        Report.of([Check(ABOARD, (judged(ABOARD, source, Verdict.CONTRADICTS, "79"),))], [source], today=TODAY)
        for source in (GULL, edited)
    )
    assert [one.id for one in before.findings] == [one.id for one in after.findings]


@pytest.mark.parametrize(
    ("until", "status"),
    [(None, Status.ACCEPTED), (TODAY, Status.ACCEPTED), (TODAY - timedelta(1), Status.EXPIRED)],
)
def test_an_acceptance_holds_to_its_last_day(until, status):
    fact = replace(ABOARD, accepted=(Acceptance("gull", "known", "desk", until),))
    (finding,) = of(judged(fact, GULL, Verdict.CONTRADICTS), fact=fact).findings
    assert finding.status is status
    assert finding.is_live == (status is Status.EXPIRED)


def test_an_acceptance_expires_by_the_day_of_the_run():
    fact = replace(ABOARD, accepted=(Acceptance("gull", "known", "desk", TODAY - timedelta(1)),))
    (finding,) = of(judged(fact, GULL, Verdict.CONTRADICTS), fact=fact, as_of=TODAY - timedelta(30)).findings
    assert finding.status is Status.EXPIRED


def test_an_acceptance_that_stands_goes_before_one_that_has_expired():
    ended, stands = (Acceptance("gull", "known", "desk", TODAY + timedelta(days)) for days in (-1, 1))
    fact = replace(ABOARD, accepted=(ended, stands))
    (finding,) = of(judged(fact, GULL, Verdict.CONTRADICTS), fact=fact).findings
    assert (finding.status, finding.acceptance) == (Status.ACCEPTED, stands)


def test_a_contradiction_that_a_fact_or_a_step_expects_is_not_live():
    verdict = judged(ABOARD, GULL, Verdict.CONTRADICTS)
    by_fact = of(verdict, fact=replace(ABOARD, expect={"gull": ("contradicts",)}))
    by_step = Report.of([Check(ABOARD, (verdict,), expects={"gull": "contradicts"})], [GULL], today=TODAY)
    for report in (by_fact, by_step):
        assert [finding.status for finding in report.discrepancies] == [Status.EXPECTED]
        assert lede(report)[0] == "The one fact is contradicted, and that was expected."


def test_missing_support_is_a_finding_of_its_own():
    fact = replace(ABOARD, needs=2)
    report = of(judged(fact, GULL, Verdict.SUPPORTS), judged(fact, LEDGER, Verdict.SILENT), fact=fact, held=False)
    assert [finding.kind for finding in report.findings] == [Kind.UNMET, Kind.SINGLE_SOURCE]


def test_a_failure_that_a_contradiction_explains_is_told_once():
    assert [one.kind for one in of(judged(ABOARD, GULL, Verdict.CONTRADICTS), held=False).findings] == [
        Kind.CONTRADICTION
    ]


def test_what_is_known_not_to_hold_is_told_and_has_not_failed():
    silent = judged(ABOARD, GULL, Verdict.SILENT), judged(ABOARD, LEDGER, Verdict.SILENT)
    place = Place(Path("features/ferry.feature"), 8)
    tried = Check(ABOARD, silent, False, "Then every source supports it", place=place, message="none does", known=True)
    report = Report.of([tried], (GULL, LEDGER), today=TODAY)
    unmet = next(finding for finding in report.findings if finding.kind is Kind.UNMET)
    assert (unmet.status, unmet.is_live, report.failed, report.known_to_fail) == (Status.EXPECTED, False, (), (tried,))
    assert "failed" not in " ".join(lede(report))
    page = formatted(report, "index.html")
    assert "Expectations that need not hold" in page and "Expectations that failed" not in page
    assert "1 expectation, known not to hold" in page and "Then every source supports it; none does" in page
    suite = ElementTree.fromstring(formatted(report, "junit.xml").encode())[0]
    assert (suite.get("failures"), suite.get("skipped"), suite[0][0].tag) == ("0", "1", "skipped")
    assert "Then every source" not in formatted(report, "report.sarif")
    assert parse(formatted(report, "report.json")) == report


def test_a_source_that_disagrees_with_itself_is_a_warning():
    (finding,) = of(judged(ABOARD, GULL, Verdict.MIXED, "79 and 81")).findings
    assert (finding.kind, finding.severity.value) == (Kind.SELF_CONTRADICTION, "warning")


def test_a_fact_rests_on_one_source_however_many_were_asked():
    alone = judged(ABOARD, GULL, Verdict.SUPPORTS)
    for others, reason in (
        ((), "one source supports it, and no other was asked"),
        ((judged(ABOARD, LEDGER, Verdict.SILENT),), "one source alone supports it"),
    ):
        (finding,) = of(alone, *others).findings
        assert (finding.kind, finding.source, finding.reason) == (Kind.SINGLE_SOURCE, "gull", reason)


def test_a_fact_that_nobody_supports_is_told_unless_it_is_contradicted():
    (finding,) = of(judged(ABOARD, GULL, Verdict.SILENT)).findings
    assert (finding.kind, finding.reason) == (Kind.NO_SUPPORT, "the one source that was asked does not support it")
    assert [one.kind for one in of(judged(ABOARD, GULL, Verdict.CONTRADICTS)).findings] == [Kind.CONTRADICTION]


@pytest.mark.parametrize("verdict", [Verdict.SUPPORTS, Verdict.SILENT])
def test_a_dossier_of_one_source_has_no_thin_facts(verdict):
    tried = [Check(ABOARD, (judged(ABOARD, GULL, verdict),))]
    assert Report.of(tried, (GULL,), today=TODAY).findings == ()


def test_the_opening_counts_each_thing_once_and_names_its_list():
    counted = {
        part.key: part.counts["n"] for clause in clauses(stories.everything()) for part in (clause, *clause.parts)
        if "n" in part.counts
    }  # fmt: skip
    assert counted == {
        "contradicted": (4, "facts"),
        "facts-open": (2, "discrepancies"),
        "facts-accepted": (1, "accepted"),
        "facts-expected": (1, "expected"),
        "expired": (1, "expired"),
        "unmet": (1, "unmet"),
        "single": (3, "one-source"),
        "unsupported": (1, "no-source"),
        "noticed-count": (1, "noticed"),
        "new": (4, "new"),
        "worsened": (1, "worsened"),
        "fixed": (2, "fixed"),
    }


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        (["open", "open", ""], "2 of 3 facts are contradicted."),
        (["open", "expected", "accepted"], "3 of 3 facts are contradicted: 1 is open, 1 is accepted, 1 was expected."),
        (["expected", "expected", ""], "2 of 3 facts are contradicted: none is open, 2 were expected."),
        (["", "accepted", ""], "1 of 3 facts is contradicted: none is open, 1 is accepted."),
        (["", "", ""], "No source contradicts any of the 3 facts."),
        (["accepted"], "The one fact is contradicted, and that is accepted."),
    ],
)
def test_the_opening_says_how_many_facts_are_contradicted_and_how_these_stand(statuses, told):
    checks = []
    for number, status in enumerate(statuses):
        fact = Fact(
            f"f{number}",
            "81 people were on board",
            expect={"gull": ("contradicts",)} if status == "expected" else {},
            accepted=(Acceptance("gull", "known"),) if status == "accepted" else (),
        )
        checks.append(Check(fact, (judged(fact, GULL, Verdict.CONTRADICTS if status else Verdict.SUPPORTS, "79"),)))
    assert lede(Report.of(checks, [GULL], today=TODAY))[0] == told


def test_a_fact_that_is_open_and_expected_counts_once_and_as_open():
    fact = replace(ABOARD, expect={"gull": ("contradicts",)})
    report = of(judged(fact, GULL, Verdict.CONTRADICTS), judged(fact, LEDGER, Verdict.CONTRADICTS), fact=fact)
    assert [finding.status for finding in report.discrepancies] == [Status.OPEN, Status.EXPECTED]
    assert report.contradicted == {"aboard": Status.OPEN}


def test_whatever_order_they_were_tried_in_the_checks_stand_as_they_are_written():
    def written(id: str, file: str, line: int) -> Check:
        return Check(Fact(id, id, place=Place(Path(file), line)), ())

    first, second, third = (
        written("a", "facts/a.yaml", 2), written("b", "facts/a.yaml", 10), written("c", "facts/b.yaml", 1),
    )  # fmt: skip
    asked = replace(first, place=Place(Path("features/a.feature"), 3), sentence="no source contradicts it")
    for order in ([asked, third, second, first], [first, second, third, asked], [third, first, asked, second]):
        report = Report.of(order, [], today=TODAY)
        assert [fact.id for fact in report.facts] == ["a", "b", "c"]
        assert [check.sentence for check in report.checks] == ["", "", "", "no source contradicts it"]


def test_what_is_written_nowhere_stays_behind_what_came_before_it():
    checks = [Check(Fact(id, id), ()) for id in ("b", "a", "c")]
    assert [fact.id for fact in Report.of(checks, [], today=TODAY).facts] == ["b", "a", "c"]


def test_whether_anybody_looked_for_shared_wording_is_known():
    assert not of().voices_sought
    assert of(clusters=()).voices_sought


def test_shared_wording_is_one_voice():
    report = stories.ferry()
    assert report.voices_for("master") == (("gull", "tides"),)
    assert Report.of(stories.ferry_checks(), stories.SOURCES, today=TODAY).voices_for("master") == (
        ("gull",),
        ("tides",),
    )


def test_two_facts_of_one_id_are_kept_apart():
    other = replace(ABOARD, claim="79 people were on board the Marisol")
    report = Report.of([Check(ABOARD, ()), Check(other, (judged(other, GULL, Verdict.SUPPORTS),))], [GULL], today=TODAY)
    assert [(fact.id, fact.claim) for fact in report.facts] == [("aboard", ABOARD.claim), ("aboard~2", other.claim)]
    assert report.judgement("aboard~2", "gull").verdict is Verdict.SUPPORTS
    assert report.judgement("aboard", "gull") is None


class TestHistory:
    def test_the_first_run_has_nothing_to_compare_with(self):
        assert stories.ferry().since is None
        assert "Since the run" not in " ".join(lede(stories.ferry()))

    def test_nothing_changed(self):
        again = stories.ferry(stories.ferry(), today=date(2025, 3, 13))
        assert {one.change for one in again.findings} == {Change.UNCHANGED}
        assert {one.seen.first_seen for one in again.findings} == {TODAY}
        assert lede(again)[-1] == "Nothing has changed since the run of 12 March 2025."

    def test_new_and_fixed(self):
        supported = of(judged(ABOARD, GULL, Verdict.SUPPORTS))
        contradicted = of(judged(ABOARD, GULL, Verdict.CONTRADICTS), previous=supported)
        assert contradicted.findings[0].change is Change.NEW
        fixed = of(judged(ABOARD, GULL, Verdict.SUPPORTS), previous=contradicted)
        assert [seen.source for seen in fixed.fixed] == ["gull"]
        assert lede(fixed)[-1] == "Since the run of 12 March 2025: nothing new, 1 fixed."

    def test_what_was_not_looked_at_is_remembered_and_not_called_fixed(self):
        first = stories.ferry()
        part = Report.of([Check(DAY, (judged(DAY, GULL, Verdict.SUPPORTS),))], [GULL], previous=first, today=TODAY)
        assert part.fixed == () or all(seen.fact == "day" for seen in part.fixed)
        assert {seen.fact for seen in part.unchecked} == {"aboard", "master", "damage", "hurt"}
        whole = stories.ferry(part)
        assert {one.change for one in whole.findings if one.fact == "aboard"} == {Change.UNCHANGED}

    def test_an_acceptance_that_expires_is_worse(self):
        fact = replace(ABOARD, accepted=(Acceptance("gull", "known", "desk", TODAY),))
        verdict = judged(fact, GULL, Verdict.CONTRADICTS)
        before = of(verdict, fact=fact)
        after = Report.of([Check(fact, (verdict,))], [GULL], previous=before, today=TODAY + timedelta(1))
        assert after.findings[0].change is Change.WORSENED

    def test_a_finding_whose_figure_is_another_one_has_changed(self):
        before, same, after = (of(against(figure), previous=past) for figure, past in FIGURES)
        assert [one.findings[0].change for one in (same, after)] == [Change.UNCHANGED, Change.CHANGED]
        assert after.findings[0].said_before == ("79 people",)
        assert lede(same)[-1] == "Nothing has changed since the run of 12 March 2025."
        assert lede(after)[-1] == "Since the run of 12 March 2025: nothing new, 1 says something else than it did."
        page = formatted(after, "index.html")
        assert page.count("it said “79 people”, and now it says “78 people”") == 2  # among the changes, on its card
        assert json.loads(formatted(after, "report.sarif"))["runs"][0]["results"][0]["baselineState"] == "updated"
        assert parse(formatted(after, "report.json")).findings == after.findings

        assert compared(before, same).changed == () and not compared(before, same).is_news
        comparison = compared(before, after)
        assert [seen.source for seen in comparison.changed] == ["gull"] and comparison.is_news
        assert not comparison.unchanged and not comparison.new
        assert "it said “79 people”, and now it says “78 people”" in told(comparison)
        assert max(map(len, told(comparison).splitlines())) <= 80

    def test_a_source_that_turns_against_a_fact_wholly_is_worse_and_not_new(self):
        before = of(judged(ABOARD, GULL, Verdict.MIXED))
        after = of(judged(ABOARD, GULL, Verdict.CONTRADICTS), previous=before)
        assert after.findings[0].change is Change.WORSENED
        assert after.fixed == ()

    def test_a_lone_supporter_that_turns_against_a_fact_is_new(self):
        asked = judged(ABOARD, GULL, Verdict.SUPPORTS), judged(ABOARD, LEDGER, Verdict.SILENT)
        before = of(*asked)
        assert [finding.kind for finding in before.findings] == [Kind.SINGLE_SOURCE]
        after = of(judged(ABOARD, GULL, Verdict.CONTRADICTS), asked[1], previous=before)
        assert [(one.kind, one.change) for one in after.findings] == [(Kind.CONTRADICTION, Change.NEW)]

    def test_it_reads_back(self):
        past = stories.ferry().remembered()
        assert loads(dumps(past)) == past

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', '{"version": 1, "on": "soon", "seen": []}'])
    def test_a_damaged_file_is_no_history(self, text):
        assert loads(text) is None


def test_two_reports_are_compared():
    before, after = stories.quiet(), stories.ferry()
    comparison = compared(before, after)
    # In the ferry story the two papers that name the master share their wording, so she rests on one voice.
    assert {seen.fact for seen in comparison.new} == {"aboard", "master", "damage", "hurt"}
    assert not comparison.fixed
    assert "New:\n  " in told(comparison)
    back = compared(after, before)
    assert {seen.fact for seen in back.fixed} == {"master"}  # the quiet story never asked about the others
    assert {seen.fact for seen in back.gone} == {"aboard", "damage", "hurt"}


class TestWhatNoFactAsks:
    def test_what_a_finding_tells_is_not_told_again(self):
        assert [one.kind for one in stories.ferry().noticed] == ["money", "weekday"]
        assert "The sources also differ on 2 points that no fact asks about." in lede(stories.ferry())

    def test_the_surest_are_listed_and_the_rest_counted(self):
        differing = [replace(stories.DIFFERING[0], note=str(n)) for n in range(LISTED + 3)]
        report = Report.of([], [GULL, LEDGER], today=TODAY, differing=differing)
        assert [one.note for one in report.noticed] == [str(n) for n in range(LISTED)]
        assert report.noticed_more == 3

    def test_the_whole_flow_compares_the_sources(self):
        texts = "The ferry Alma carried 186 passengers to Lund.", "The ferry Alma took 168 passengers to Lund."
        sources = [Source(f"s{n}", f"{text} It was painted red.") for n, text in enumerate(texts)]
        asked = Fact("aboard", "The ferry Alma carried 186 passengers to Lund.")
        assert check([asked], sources).noticed == ()
        (found,) = check([Fact("red", "The ferry was painted red.")], sources).noticed
        assert [one.words.of(source.text) for one, source in zip(found.passages, sources, strict=True)] == [
            "186",
            "168",
        ]

    def test_a_document_in_another_language_is_not_compared(self):
        text = "The port reopened on Monday 4 May 2025."
        assert check([], [Source("a", text)]).noticed
        assert not check([], [Source("a", text, language="da")]).noticed


class TestTheWholeFlow:
    TEXT = "The lighthouse has 212 steps. It was built in 1871."

    def test_a_contradiction_fails(self):
        report = check([Fact("steps", "The lighthouse has 215 steps.")], [Source("guide", self.TEXT)])
        assert not report.checks[0].held
        assert report.checks[0].message.startswith("expected no source to contradict it: it contradicts it; guide: ")
        assert [finding.kind for finding in report.discrepancies] == [Kind.CONTRADICTION]

    def test_an_accepted_one_holds_and_is_shown(self):
        known = Fact("steps", "The lighthouse has 215 steps.", accepted=(Acceptance("guide", "an old edition"),))
        report = check([known], [Source("guide", self.TEXT)])
        assert report.checks[0].held
        assert [finding.status for finding in report.discrepancies] == [Status.ACCEPTED]

    def test_support_that_is_missing_fails(self):
        needy = Fact("steps", "The lighthouse has 212 steps.", needs=2)
        report = check([needy], [Source("guide", self.TEXT), Source("menu", "Soup, fish, cake.")])
        assert [(one.sentence, one.held) for one in report.checks] == [
            ("no source contradicts it", True),
            ("at least 2 sources support it", False),
        ]
        assert report.checks[1].message == "expected at least 2 sources to support it: 1 of 2 does"

    def test_an_expectation_that_is_not_met_fails(self):
        fact = Fact("steps", "The lighthouse has 212 steps.", expect={"guide": ("silent", "inconclusive")})
        report = check([fact], [Source("guide", self.TEXT)])
        assert report.checks[0].message.startswith(
            'expected source "guide" to be silent about it or be inconclusive about it: it supports it; guide: '
        )

    def test_a_source_that_disagrees_with_itself_contradicts(self):
        text = "The lighthouse has 212 steps. The lighthouse has 215 steps."
        report = check([Fact("steps", "The lighthouse has 215 steps.")], [Source("guide", text)])
        assert not report.checks[0].held
        assert [finding.kind for finding in report.discrepancies] == [Kind.SELF_CONTRADICTION]


def test_the_page_tells_a_layman_what_a_denial_comes_to():
    gull = Source("gull", "The bridge was not repaired.")
    page = formatted(check([Fact("bridge", "The bridge was repaired.")], [gull]), "index.html")
    assert "It denies the very thing that the fact says: that is how it contradicts it." in page
