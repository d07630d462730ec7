"""accept, diff and explain, as they are typed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

import report_stories as stories
from secondsource.check import check
from secondsource.cli import main
from secondsource.facts import Acceptance
from secondsource.facts import dossier as dossiers
from secondsource.judging import Verdict
from secondsource.reporting import FORMATS, Change, Check, Report, Status, formatted, history, save
from secondsource.reporting.accepting import CannotAccept, accepted
from secondsource.reporting.codes import codes
from secondsource.reporting.standing import standing
from secondsource.reporting.words import day
from secondsource.reporting.writing import set_aside

FACTS = """\
# The lighthouse, from the survey of 2019.
- id: steps   # counted twice
  claim: "The lighthouse has 215 steps."
  tags: [tower]          # for the tower's own page

  # the year is on the door
- id: built
  claim: 'The lighthouse was built in 1871.'
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "tower.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    guide = "---\ntitle: Guide\npublished: 2024-05-02\n---\nThe lighthouse has 212 steps. It was built in 1871.\n"
    (tmp_path / "sources" / "guide.md").write_text(guide, encoding="utf-8")
    checked(tmp_path)
    return tmp_path


def checked(root: Path):
    loaded = dossiers.load(root)
    assert loaded.faults == ()
    report = check(loaded.facts, loaded.sources, previous=history.load(root / history.FOLDER))
    save(report, root / "reports")
    return report


def finding(root: Path) -> str:
    return json.loads((root / "reports" / "report.json").read_text(encoding="utf-8"))["findings"][0]["id"]


class TestAccept:
    def test_a_contradiction_is_accepted_and_passes_and_is_shown(self, dossier):
        result = run(
            "accept",
            finding(dossier)[:5],
            dossier,
            "--reason",
            "an old edition",
            "--by",
            "desk",
            "--until",
            "2999-01-31",
        )
        assert result.exit_code == 0, result.output
        assert "guide is accepted on steps until 2999-01-31" in result.output
        report = checked(dossier)
        assert report.failed == ()
        (known,) = report.discrepancies
        assert (known.status, known.acceptance) == (
            Status.ACCEPTED, Acceptance("guide", "an old edition", "desk", date(2999, 1, 31), ("212 steps",)),
        )  # fmt: skip

    def test_the_rest_of_the_file_stays_as_it_is(self, dossier):
        run("accept", finding(dossier), dossier, "--reason", "an old edition")
        text = (dossier / "facts" / "tower.yaml").read_text(encoding="utf-8")
        assert [line for line in text.splitlines() if line not in FACTS.splitlines()] == [
            "  accepted:", "    - source: guide", '      said: "212 steps"', "      reason: an old edition",
        ]  # fmt: skip
        assert [line for line in FACTS.splitlines() if line not in text.splitlines()] == []

    def test_accepting_again_replaces_the_entry(self, dossier):
        for reason in ("an old edition", "an old edition; the publisher knows"):
            run("accept", finding(dossier), dossier, "--reason", reason, "--by", "desk")
        data = YAML(typ="safe").load((dossier / "facts" / "tower.yaml").read_text(encoding="utf-8"))
        assert data[0]["accepted"] == [
            {"source": "guide", "said": "212 steps", "reason": "an old edition; the publisher knows", "by": "desk"}
        ]

    def test_who_and_until_when_outlast_a_new_reason(self, dossier):
        run("accept", finding(dossier), dossier, "--reason", "old", "--by", "desk", "--until", "2999-01-31")
        result = run("accept", finding(dossier), dossier, "--reason", "an old edition")
        assert "is accepted on steps until 2999-01-31\n" in result.output
        assert result.output.endswith("\nin place of: old, when it said “212 steps”\n")
        data = YAML(typ="safe").load((dossier / "facts" / "tower.yaml").read_text(encoding="utf-8"))
        (known,) = data[0]["accepted"]
        assert (known["reason"], known["by"], str(known["until"])) == ("an old edition", "desk", "2999-01-31")

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["zzz", "--reason", "x"], f'"zzz" is no discrepancy of the last run, that of {day(date.today())}; it'),
            (["", "--reason", " "], "give a reason"),
            (["", "--reason", "x", "--until", "2001-01-01"], "--until 2001-01-01 has passed"),
            (["", "--reason", "x", "--until", "soon"], "soon is not a day of the calendar; write it as 2025-02-06"),
            ([""], "give a reason: --reason"),
        ],
    )
    def test_what_cannot_be_accepted_is_refused_and_nothing_is_written(self, dossier, words, message):
        words[0] = words[0] or finding(dossier)
        result = run("accept", words[0], dossier, *words[1:])
        assert result.exit_code == 2
        assert message in " ".join(result.output.split())
        assert (dossier / "facts" / "tower.yaml").read_text(encoding="utf-8") == FACTS

    def test_what_was_accepted_is_shown_in_the_sources_words(self, dossier):
        result = run("accept", finding(dossier)[:2], dossier, "--reason", "an old edition")
        assert result.output.splitlines()[1:] == [
            "  The lighthouse has 215 steps.", "  guide: “The lighthouse has 212 steps.”",
        ]  # fmt: skip

    def test_what_the_source_says_instead_is_not_accepted(self, dossier):
        run("accept", finding(dossier), dossier, "--reason", "an old edition", "--by", "desk")
        assert [one.status for one in checked(dossier).discrepancies] == [Status.ACCEPTED]
        guide = dossier / "sources" / "guide.md"
        guide.write_text(guide.read_text(encoding="utf-8").replace("212", "198"), encoding="utf-8")
        report = checked(dossier)
        assert [check.fact.id for check in report.failed] == ["steps"]
        (known,) = report.discrepancies
        assert (known.status, known.change, known.is_live) == (Status.OUTDATED, Change.WORSENED, True)
        assert standing(known) == (
            "was accepted by desk when it said “212 steps”, and now it says “198 steps”: an old edition",
        )
        refused = run("accept", known.id, dossier)
        assert refused.exit_code == 2
        assert "give a reason for what it says now, “198 steps”: --reason '...'" in refused.output
        result = run("accept", known.id, dossier, "--reason", "the north stair alone")
        assert result.output.endswith("\nin place of: an old edition, when it said “212 steps”\n")
        report = checked(dossier)
        assert report.failed == ()
        assert report.discrepancies[0].acceptance == Acceptance(
            "guide", "the north stair alone", "desk", said=("198 steps",)
        )

    def test_words_around_it_may_change(self, dossier):
        run("accept", finding(dossier), dossier, "--reason", "an old edition")
        guide = dossier / "sources" / "guide.md"
        text = guide.read_text(encoding="utf-8").replace(
            "The lighthouse has", "It is windy. We know the lighthouse has"
        )
        guide.write_text(text, encoding="utf-8")
        assert [one.status for one in checked(dossier).discrepancies] == [Status.ACCEPTED]

    def test_an_acceptance_that_does_not_tell_what_was_said_stands_and_is_held_to_it_with_no_new_reason(self, dossier):
        loose = "  accepted: [{source: guide, reason: an old edition, by: desk}]\n\n"
        (dossier / "facts" / "tower.yaml").write_text(
            FACTS.replace("\n\n  # the", f"\n{loose}  # the"), encoding="utf-8"
        )
        (known,) = checked(dossier).discrepancies
        assert standing(known) == ("accepted by desk, whatever it says: an old edition",)
        result = run("accept", known.id, dossier)
        assert result.output.endswith("\nin place of: an old edition, whatever it said\n")
        (known,) = checked(dossier).discrepancies
        assert standing(known) == ("accepted by desk: an old edition",)

    def test_what_only_earlier_runs_found_is_not_listed_as_the_last_ones(self, dossier):
        old = finding(dossier)
        loaded = dossiers.load(dossier)
        past = history.load(dossier / history.FOLDER)
        save(check(loaded.facts[1:], loaded.sources, previous=past), dossier / "reports")
        result = run("accept", "zzz", dossier, "--reason", "x")
        assert result.exit_code == 2
        assert "which found none\nIt did not look at 1 that earlier runs found." in result.output
        assert run("accept", old, dossier, "--reason", "an old edition").exit_code == 0

    def test_after_a_run_that_judged_nothing_it_is_said_which_run_is_meant(self, dossier):
        assert set_aside(dossier / "reports")
        result = run("accept", "zzz", dossier, "--reason", "x")
        assert f"no discrepancy of the last run that judged anything, that of {day(date.today())}; it" in result.output
        checked(dossier)
        assert "of the last run, that of" in run("accept", "zzz", dossier, "--reason", "x").output

    def test_a_run_of_an_older_version_did_not_note_what_was_said(self, dossier):
        past = json.loads((dossier / history.FOLDER / history.FILE).read_text(encoding="utf-8"))
        for one in past["seen"]:
            del one["said"]
        (dossier / history.FOLDER / history.FILE).write_text(json.dumps(past), encoding="utf-8")
        result = run("accept", finding(dossier), dossier, "--reason", "x")
        assert result.exit_code == 2 and "did not note what the source says" in result.output

    @pytest.mark.parametrize("words", ["", "4"])
    def test_the_beginning_of_two_ids_lists_both_and_writes_nothing(self, dossier, words):
        past = json.loads((dossier / history.FOLDER / history.FILE).read_text(encoding="utf-8"))
        (against,) = [one for one in past["seen"] if one["kind"] == "contradiction"]
        past["seen"] = [{**against, "id": f"4{n}"} for n in range(2)]
        (dossier / history.FOLDER / history.FILE).write_text(json.dumps(past), encoding="utf-8")
        result = run("accept", words, dossier, "--reason", "x")
        assert result.exit_code == 2
        assert "40\n  The lighthouse has 215 steps.\n  guide: “The lighthouse has 212 steps.”\n41\n" in result.output
        assert (dossier / "facts" / "tower.yaml").read_text(encoding="utf-8") == FACTS

    @pytest.mark.parametrize(
        ("facts", "message"),
        [
            (FACTS + "- id: [\n", "the fact cannot be found while a file of facts cannot be read: "),
            (FACTS.replace("215", "216"), "the fact steps has been changed since the run that found this: "),
            (
                FACTS.replace("id: steps", "id: stairs"),
                "no file of facts has steps, so there is nowhere to accept it: ",
            ),
        ],
    )
    def test_a_fact_that_is_not_what_was_found_is_told_by_its_cause(self, dossier, facts, message):
        (dossier / "facts" / "tower.yaml").write_text(facts, encoding="utf-8")
        result = run("accept", finding(dossier), dossier, "--reason", "x")
        assert result.exit_code == 2
        assert message in " ".join(result.output.split())
        assert ("tower.yaml:9: not YAML" in result.output) == ("[" in facts.replace("[tower]", ""))

    @pytest.mark.parametrize(
        "memory", [b"[]", b"{", b"\xff\xfe\x00", b'{"version": 1, "on": "2025-02-07", "seen": [7]}']
    )
    def test_a_memory_that_is_damaged_is_no_memory(self, dossier, memory):
        (dossier / history.FOLDER / history.FILE).write_bytes(memory)
        result = run("accept", "4", dossier, "--reason", "x")
        assert result.exit_code == 2 and "no run is remembered there" in result.output

    def test_without_a_run_there_is_nothing_to_accept(self, tmp_path):
        result = run("accept", "abc", tmp_path, "--reason", "x")
        assert result.exit_code == 2
        assert "no run is remembered there" in result.output

    def test_a_fact_that_is_written_nowhere_has_no_file_to_be_accepted_in(self, tmp_path):
        save(stories.ferry(), tmp_path / "reports")
        result = run("accept", stories.ferry().discrepancies[0].id, tmp_path, "--reason", "x")
        assert result.exit_code == 2
        assert "81 people were on board the Marisol" in result.output

    def test_reports_that_were_written_elsewhere_are_named(self, dossier, tmp_path_factory):
        elsewhere = tmp_path_factory.mktemp("ci") / "reports"
        save(checked(dossier), elsewhere)
        (dossier / history.FOLDER / history.FILE).unlink()
        assert run("accept", finding(dossier), dossier, "--reason", "an old edition").exit_code == 2
        result = run("accept", finding(dossier), dossier, "--reason", "an old edition", "--report", elsewhere)
        assert result.exit_code == 0, result.output

    @pytest.mark.parametrize(
        "text",
        [
            "facts:\n  - id: steps\n    claim: It has 215 steps\n  # the end\n",
            "title: Tower\nfacts:\n- {id: steps, claim: It has 215 steps, tags: [a]}  # short\n- id: b\n  claim: x\n",
            "---\n# two spaces\n-   id: steps\n    claim: >-\n      It has\n      215 steps\n    accepted: []\n",
        ],
    )
    def test_other_shapes_of_file(self, text):
        known = Acceptance("guide", "an old edition: 1980", "", date(2999, 1, 31), ("212 steps", "213"))
        after = YAML(typ="safe").load(accepted(text, "steps", known))
        before = YAML(typ="safe").load(text)
        changed, same = (data["facts"] if isinstance(data, dict) else data for data in (after, before))
        entry = {"source": "guide", "said": ["212 steps", "213"], "reason": known.reason, "until": known.until}
        assert changed[0].pop("accepted") == [entry]
        same[0].pop("accepted", None)
        assert after == before

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("top", ["", "\ufeff# the desk's own file\n", "title:  Tower\nfacts:\n"])
    @pytest.mark.parametrize(
        ("fact", "added"),
        [
            ('- id:   steps\n  claim: "It has\n    215 steps"   # twice\n|\n\n# the year\n- id: b\n  claim: x\n', 4),
            ("- id: steps\n  claim: >-\n    It has\n    215 steps\n|\n\n  # later\n- {id: b,   claim: 'x'}\n", 4),
            ("-   id: steps\n    claim: It has 215 steps\n    expect:  {guide:  mixed}\n|\n", 4),
            ("- id: steps\n  accepted:  # by whom\n|\n  claim: It has 215 steps\n", 3),
            (
                "- id: steps\n  claim: x\n  accepted:\n  -  source: map\n     reason: 'a  slip'\n|\n\n  tags: [a]\n",
                3,
            ),
        ],
    )
    def test_lines_are_added_and_no_other_byte_is_touched(self, fact, added, top, newline):
        indent = "  " if top.startswith("title") else ""
        written = top + "".join(indent + line for line in fact.splitlines(keepends=True))
        before, after = written.replace(indent + "|\n", "|").replace("\n", newline).split("|")
        known = Acceptance("guide", "an old edition: 1980", "", date(2999, 1, 31))
        text = accepted(before + after, "steps", known)
        assert text.startswith(before) and text.endswith(after)
        new = text[len(before) : len(text) - len(after)]
        assert new.count("\n") == new.count(newline) == added
        assert f'reason: "an old edition: 1980"{newline}' in new

    def test_an_acceptance_that_two_facts_share_is_left_alone(self):
        first = "- id: b\n  claim: x\n  accepted: &k\n    - {source: a, reason: r}\n"
        shared = f"{first}- id: steps\n  claim: y\n  accepted: *k\n"
        with pytest.raises(CannotAccept, match="anchors"):
            accepted(shared, "steps", Acceptance("guide", "why"))

    def test_a_fact_that_is_not_there(self):
        with pytest.raises(CannotAccept, match='holds no fact with the id "x"'):
            accepted(FACTS, "x", Acceptance("guide", "why"))


class TestDiff:
    @pytest.fixture
    def files(self, tmp_path):
        paths = tmp_path / "a.json", tmp_path / "b.json"
        for path, report in zip(paths, (stories.quiet(), stories.ferry()), strict=True):
            path.write_text(formatted(report, "report.json"), encoding="utf-8")
        return paths

    def test_what_is_new_is_listed(self, files):
        result = run("diff", *files)
        assert result.exit_code == 0
        assert "New:" in result.output
        assert "gull: contradiction (open)" in result.output
        assert run("diff", "--exit-code", *files).exit_code == 1
        assert run("diff", "--exit-code", files[0], files[0]).exit_code == 0

    def test_what_only_rests_on_one_source_since_is_no_reason_to_fail(self, tmp_path):
        paths = [tmp_path / name for name in ("a.json", "b.json")]
        for path, verdict in zip(paths, (Verdict.CONTRADICTS, Verdict.SUPPORTS), strict=True):
            said = stories.judged(stories.ABOARD, stories.GULL, verdict, "so it says")
            silent = stories.judged(stories.ABOARD, stories.LEDGER, Verdict.SILENT)
            report = Report.of([Check(stories.ABOARD, (said, silent))], [stories.GULL, stories.LEDGER])
            path.write_text(formatted(report, "report.json"), encoding="utf-8")
        result = run("diff", "--exit-code", *paths)
        assert result.exit_code == 0 and "gull: one source only\n" in result.output
        assert run("diff", "--exit-code", *reversed(paths)).exit_code == 1

    def test_another_file_is_refused(self, files, tmp_path):
        other = tmp_path / "c.json"
        other.write_text("{}", encoding="utf-8")
        result = run("diff", files[0], other)
        assert result.exit_code == 2
        assert "c.json: not a report of secondsource" in " ".join(result.output.split())


class TestExport:
    @pytest.fixture
    def file(self, tmp_path):
        path = tmp_path / "report.json"
        path.write_text(formatted(stories.ferry(), "report.json"), encoding="utf-8")
        return path

    @pytest.mark.parametrize("name", FORMATS)
    def test_every_file_of_a_report_can_be_made_from_its_json(self, file, name):
        result = run("export", name, file)
        assert result.exit_code == 0
        assert result.output == formatted(stories.ferry(), name)

    def test_a_folder_of_reports_is_as_good_as_its_json(self, file):
        assert run("export", "terminal", file.parent).output == run("export", "terminal", file).output
        assert run("diff", file.parent, file).exit_code == 0
        file.unlink()
        missing = run("export", "terminal", file.parent)
        assert missing.exit_code == 2
        assert "there is no report.json in it; run the checks first" in " ".join(missing.output.split())

    def test_the_report_of_the_run_before_one_that_judged_nothing_is_named(self, tmp_path):
        save(stories.ferry(), tmp_path / "reports")
        aside = set_aside(tmp_path / "reports")
        missing = run("export", "terminal", tmp_path / "reports")
        assert missing.exit_code == 2
        told = "the last run judged nothing, and the report of the one before is in"
        assert told in " ".join(missing.output.split())
        assert run("export", "terminal", aside).exit_code == 0

    def test_formats_that_no_run_writes(self, file):
        assert run("export", "annotations", file).output.startswith("::error file=features/ferry.feature,line=8,")
        assert '"@type": "ClaimReview"' in run("export", "claimreview", file).output
        assert "2 of 5 facts are contradicted." in run("export", "terminal", file).output

    def test_another_file_is_refused(self, tmp_path):
        (tmp_path / "a.json").write_text("{}", encoding="utf-8")
        assert run("export", "terminal", tmp_path / "a.json").exit_code == 2


class TestExplain:
    @pytest.mark.parametrize("code", codes())
    def test_every_code(self, code):
        result = run("explain", code)
        assert result.exit_code == 0
        assert result.output.startswith(f"{code}: {codes()[code].title}")
        words = " ".join(result.output.split())
        assert all(" ".join(part.split()) in words for part in (codes()[code].meaning, codes()[code].remedy))
        assert max(map(len, result.output.splitlines())) <= 80

    def test_the_list(self):
        assert all(code in run("explain").output for code in codes())

    def test_a_part_of_a_code_is_enough_for_a_suggestion(self):
        assert "did you mean single-source?" in run("explain", "single").output

    def test_a_slip_is_put_right(self):
        result = run("explain", "contradicton")
        assert result.exit_code == 2
        assert "did you mean contradiction?" in result.output
