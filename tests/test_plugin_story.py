"""A dossier run with plain pytest: what passes, what fails and how that looks, what is accepted, what is reported."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shlex
import sys
import textwrap
from datetime import date, timedelta
from pathlib import Path

import pytest
import spacy  # noqa: F401 - loaded once here; pytester forgets what an inner run imports
from click.testing import CliRunner

import secondsource.judging
import secondsource.plugin.nodes
import secondsource.reporting.html
from secondsource.cli import main
from secondsource.cli.init import put_in_place

SOURCES = {
    "harbour": ("2025-02-06", "The Harbour Post", "Kenya sent 144 police officers to Haiti on Thursday."),
    "ministry": ("2025-02-06", "Ministry of the Interior", "Kenya sent more than 100 police officers to Haiti."),
    "courier": ("2024-11-09", "The Courier", "The price of bread rose in Nairobi."),
}


@pytest.fixture
def dossier(pytester: pytest.Pytester):
    """Write a dossier; returns a function that runs it."""

    def write(feature: str = "", facts: str = "", sources: dict[str, tuple[str, str, str]] | None = None, **more: str):
        for name, (published, outlet, text) in (SOURCES if sources is None else sources).items():
            head = f"---\noutlet: {outlet}\npublished: {published}\ntags: [paper]\n---\n\n"
            put(pytester.path / "sources" / f"{name}.md", head + text + "\n")
        if facts:
            put(pytester.path / "facts" / "mission.yaml", facts)
        if feature:
            put(pytester.path / "features" / "story.feature", feature)
        for path, text in more.items():
            put(pytester.path / path.replace("__", "/"), text)
        return lambda *arguments: pytester.runpytest("-p", "no:cacheprovider", *arguments)

    return write


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")


def scenario(*lines: str, as_of: str = "7 February 2025") -> str:
    steps = "".join(f"    {line}\n" for line in lines)
    return f"Feature: The contingent\n  Scenario: How many\n    Given the story as of {as_of}\n{steps}"


YESTERDAY, TOMORROW = (date.today() + timedelta(days) for days in (-1, 1))

FACT = f"""
- id: size
  claim: Kenya sent 145 police officers to Haiti.
  accepted:
    - source: harbour
      said: 144 police officers
      reason: counts an interpreter less
      by: night desk
      until: {TOMORROW}
"""


def test_what_holds_passes(dossier):
    run = dossier(
        scenario(
            "Then at least 1 source says Kenya sent 144 police officers to Haiti",
            "And no source contradicts that Kenya sent 144 police officers to Haiti",
            'And source "courier" is silent about that Kenya sent 144 police officers to Haiti',
            'And source "The Harbour Post" supports the claim “Kenya sent 144 police officers to Haiti”',
        )
    )
    result = run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["report: reports/index.html"])


def test_what_does_not_hold_shows_line_table_reason_and_way_out(dossier):
    result = dossier(scenario("Then at least 2 sources say Kenya sent 145 police officers to Haiti"))()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*The contingent: How many*",
            "features/story.feature:4",
            "  Then at least 2 sources say Kenya sent 145 police officers to Haiti",
            "  harbour *2025-02-06 *contradicts *144 police officers*",
            "  ministry *2025-02-06 *inconclusive *more than 100*",
            "  1 says nothing of it: courier",
            "  expected at least 2 sources to support it: none does; harbour: *144*",
            "FAILED features/story.feature::How many - expected at least 2*",
        ]
    )
    assert max(map(len, result.stdout.str().split("FAILURES")[1].split("short test summary")[0].splitlines())) <= 80
    assert "to accept it" not in result.stdout.str()  # that would not make it hold
    assert "Traceback" not in result.stdout.str() and ".py" not in result.stdout.str().split("FAILURES")[1]


def test_every_source_is_asked_and_every_sentence_tried_before_it_fails(dossier):
    result = dossier(
        scenario(
            'Then source "courier" supports that Kenya sent 144 police officers to Haiti',
            'And source "harbour" contradicts that Kenya sent 144 police officers to Haiti',
            'And source "harbour" supports that Kenya sent 144 police officers to Haiti',
        )
    )()
    result.assert_outcomes(failed=1)
    text = result.stdout.str()
    assert "features/story.feature:4" in text and "features/story.feature:5" in text
    assert "features/story.feature:6" not in text


def test_an_accepted_contradiction_passes_and_is_shown(dossier):
    result = dossier(scenario('Given the fact "size"', "Then no source contradicts it"), FACT)()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        ["accepted: size, harbour: counts an interpreter less", "1 accepted discrepancy; report: reports/index.html"]
    )


def test_a_contradiction_of_a_claim_in_a_scenario_is_accepted_by_the_command_that_is_printed(dossier, pytester):
    claim = "Kenya sent 145 police officers to Haiti"
    run = dossier(scenario(f"Then no source contradicts that {claim}"))
    failed = run()
    failed.assert_outcomes(failed=1)
    (advice,) = re.findall(r"to accept it: secondsource (accept \w+ .*)", failed.stdout.str())
    words = shlex.split(advice.replace("YYYY-MM-DD", str(TOMORROW)).replace('"..."', '"counts the guide"'))
    accepted = CliRunner().invoke(main, words)
    assert accepted.exit_code == 0, accepted.output
    written = (pytester.path / "facts" / "accepted.yaml").read_text(encoding="utf-8")
    assert "the claim is a fact of that file now" in accepted.output
    assert [line.strip() for line in written.splitlines() if not line.startswith("#")] == [
        "- id: kenya-sent-145-police-officers-to-696f",
        f"claim: {claim}",
        "accepted:",
        "- source: harbour",
        'said: "144 police officers"',
        "reason: counts the guide",
        f"until: {TOMORROW}",
    ]
    passed = run()
    passed.assert_outcomes(passed=1)
    passed.stdout.fnmatch_lines(["accepted: kenya-sent-145*, harbour: counts the guide"])
    # A second one joins it.
    other = run("--no-header")
    other.assert_outcomes(passed=1)
    put(
        pytester.path / "features" / "more.feature", scenario("Then no source contradicts that Kenya sent 146 officers")
    )
    (more,) = re.findall(r"to accept it: secondsource (accept \w+)", run().stdout.str())
    again = CliRunner().invoke(main, [*more.split(), "--reason", "so too"])
    assert again.exit_code == 0, again.output
    run().assert_outcomes(passed=2)
    assert (pytester.path / "facts" / "accepted.yaml").read_text(encoding="utf-8").startswith(written)


def test_the_command_that_accepts_is_told_the_dossier_and_the_reports_where_these_are_elsewhere(dossier, pytester):
    dossier(scenario("Then no source contradicts that Kenya sent 145 police officers to Haiti"))
    story = pytester.mkdir("a story")
    for part in ("sources", "features"):
        (pytester.path / part).rename(story / part)
    failed = pytester.runpytest("-p", "no:cacheprovider", "--secondsource-report", "out/reports", story)
    (advice,) = re.findall(r"to accept it: secondsource (accept (?:.|\n)*?YYYY-MM-DD)", failed.stdout.str())
    assert "accept" in advice and "--report out/reports" in " ".join(advice.split())
    words = shlex.split(advice.replace("--until YYYY-MM-DD", ""))
    accepted = CliRunner().invoke(main, words)
    assert accepted.exit_code == 0, accepted.output
    assert (story / "facts" / "accepted.yaml").is_file()


def test_an_acceptance_of_something_else_does_not_hold_and_says_so(dossier):
    other = FACT.replace("said: 144 police officers", "said: [143 police officers, an interpreter]")
    result = dossier(scenario('Given the fact "size"', "Then no source contradicts it"), other)()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "  harbour *contradicts (outdated)*",
            "*(its acceptance is outdated)",
            "  outdated: harbour was accepted by night desk when it said *",
            '  to accept it: secondsource accept * --reason "..." --until YYYY-MM-DD',
            "outdated: size, harbour: was accepted when it said *, and now it says “144 police officers”",
        ]
    )


def test_an_acceptance_of_whatever_is_said_passes_and_says_how_to_hold_it(dossier):
    loose = FACT.replace("      said: 144 police officers\n", "")
    result = dossier(scenario('Given the fact "size"', "Then no source contradicts it"), loose)()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "accepted: size, harbour: counts an interpreter less (whatever it says; to hold it to what it says now: "
            "secondsource accept 8f75c300)"
        ]
    )


@pytest.mark.parametrize("as_of", ["7 February 2025", "1 April 2099"])
def test_an_acceptance_expires_by_the_day_of_the_run_and_says_so(dossier, as_of):
    ended = FACT.replace(str(TOMORROW), str(YESTERDAY))
    run = dossier(scenario('Given the fact "size"', "Then no source contradicts it", as_of=as_of), ended)
    result = run()
    result.assert_outcomes(failed=1)
    day = f"{YESTERDAY.day} {YESTERDAY:%B %Y}"
    result.stdout.fnmatch_lines(
        [
            "  harbour *contradicts (expired)*",
            f"  expired: harbour was accepted by night desk until {day}:*",
            '  to accept it: secondsource accept * --reason "..." --until YYYY-MM-DD',
            f"expired: size, harbour: was accepted until {day}",
        ]
    )


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("every source that speaks of it supports it", True),
        ("no source contradicts it", True),
        ('source "harbour" does not contradict it', True),
        ('source "harbour" contradicts it', True),
        ('source "harbour" supports it', False),
        ('sources "harbour" and "ministry" support it', False),
        ('only source "harbour" supports it', False),
        ("at least 1 source supports it", True),
        ("at least 2 sources support it", False),
        ("exactly 2 sources support it", False),
    ],
)
def test_an_accepted_contradiction_breaks_no_general_sentence_and_is_never_support(dossier, sentence, holds):
    ministry = {**SOURCES, "ministry": ("2025-02-06", "Ministry", "Kenya sent 145 police officers to Haiti.")}
    result = dossier(scenario('Given the fact "size"', f"Then {sentence}"), FACT, ministry)()
    result.assert_outcomes(passed=int(holds), failed=int(not holds))
    assert ("a contradiction that is accepted is no support" in " ".join(result.stdout.str().split())) >= (
        "harbour" in sentence and not holds
    )


def test_where_every_contradiction_is_accepted_there_is_nobody_left_to_support(dossier):
    alone = {"harbour": SOURCES["harbour"]}
    for who, held in (("no source contradicts", True), ("every source supports", False)):
        result = dossier(scenario('Given the fact "size"', f"Then {who} it"), FACT, alone)()
        result.assert_outcomes(passed=int(held), failed=int(not held))
    assert "nobody does; harbour: a contradiction that is accepted is no support" in " ".join(
        result.stdout.str().split()
    )


def test_an_acceptance_goes_before_what_the_same_fact_expects(dossier):
    result = dossier(facts=f"{FACT}  expect: {{harbour: supports}}\n")()
    result.assert_outcomes(passed=1)


def test_facts_that_no_scenario_speaks_of_are_checked_by_themselves(dossier):
    facts = """
    - id: size
      claim: Kenya sent 144 police officers to Haiti.
      needs: 1
    - id: wrong
      claim: Kenya sent 145 police officers to Haiti.
    - id: expected
      claim: Kenya sent 143 police officers to Haiti.
      expect: {harbour: contradicts}
    - id: told
      claim: Kenya sent 146 police officers to Haiti.
    """
    run = dossier(scenario('Then source "harbour" contradicts the fact "told"'), facts)
    result = run("-v")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(
        ["facts/mission.yaml::wrong FAILED*", "facts/mission.yaml:5", "  no source contradicts it"], consecutive=False
    )
    assert "mission.yaml::told" not in result.stdout.str()


def test_a_contradiction_that_no_sentence_asks_about_is_told(dossier):
    lines = [
        'Then source "ministry" does not support that Kenya sent 90 police officers to Haiti',
        'And at least 1 source speaks of the claim "Kenya sent 145 police officers to Haiti"',
    ]
    result = dossier(scenario(*lines))()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["not asked about: harbour contradicts*145*"])


@pytest.mark.parametrize(
    ("line", "fault", "hint"),
    [
        ('Then source "harbor" supports that Kenya sent 144 officers', 'no source "harbor"', 'did you mean "harbour"?'),
        ('Given the fact "sice"', 'no fact "sice"', 'did you mean "size"?'),
        ('Given the facts in "facts/misson.yaml"', "no facts in", 'did you mean "facts/mission.yaml"?'),
        ('Given only the sources tagged "papr"', 'tagged "papr"', 'did you mean "paper"?'),
        ("Given the story as of 31 February 2025", '"31 February 2025" is not a day of the calendar', ""),
        ("Given the story as of Friday 6 February 2025", "6 February 2025 is a Thursday, not a Friday", ""),
        ('Given the sources in "../elsewhere"', "leads out of the dossier", ""),
        ('Given the sources in "source/"', 'there is no "source/"', 'did you mean "sources"?'),
        ("Then no source says they left on 31 February 2025", '"31 February 2025" is not a day', ""),
        ("Then no source contradicts it", '"it" means nothing yet', ""),
        ("Then no source says hello", "there is nothing to check in", ""),
        ('Then source "ministry" cites the resolution', "no identifier can be read in", ""),
        ('Then source "ministry" puts the cost of the mission at plenty', "no amount can be read in", ""),
        ('Then source "ministry" names Thorsday as the day of the departure', "not a day of the week", "thursday"),
        ("Then at least 9 sources say Kenya sent 144 officers", "can never hold: there are 3", ""),
        ("Then at least zero sources say Kenya sent 144 officers", "always holds", ""),
        ("Then at least some sources say Kenya sent 144 officers", '"some" is not a whole number', ""),
        ("Then no source says it left under another resolution", "no sentence before this one", ""),
        ("Then every source lists as members of the force", "it needs a table below it", ""),
        ("Then every source sais 144 officers left", 'like "sais', "did you mean: every source says 144 officers left"),
        (
            'Then at least 2 sources agree with the fact "size"',
            'no sentence goes on like "agree with',
            'did you mean: at least 2 sources support the fact "size"',
        ),
        (
            'Then source "harbour" puts the cost of the mission to $13 million',
            'no sentence goes on like "puts',
            'did you mean: source "harbour" puts the cost of the mission at $13 million',
        ),
        (
            'Then two papers support the fact "size"',
            "matches",
            'did you mean: at least 2 sources support the fact "size"',
        ),
        (
            'Then source "harbour" supports "Kenya sent 144 officers"',
            "no sentence goes on like",
            'did you mean: source "harbour" supports the claim "Kenya sent 144 officers"',
        ),
        ('When fact "size"', "matches", 'did you mean: Given the fact "size"'),
        ('Given the documents in "sources/"', "matches", 'did you mean: the sources in "sources/"'),
        ("Then every source is blue", "goes on like", "see: secondsource steps"),
    ],
)
def test_what_a_line_gets_wrong_is_told_before_anything_runs(dossier, line, fault, hint):
    result = dossier(scenario(line, "Then at least 1 source says Kenya sent 144 police officers to Haiti"), FACT)()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    text = result.stdout.str()
    assert "features/story.feature:4: " in text and fault in text and hint in text
    assert not Path("reports").exists()


def test_parts_must_add_up(dossier):
    feature = scenario(
        'Then source "harbour" breaks the contingent of 144 officers down into:',
        "  | 120 | men   |",
        "  | 25  | women |",
    )
    result = dossier(feature)()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*120 + 25 is 145, not 144*"])


def test_faults_of_the_facts_are_told_with_those_of_the_features(dossier):
    run = dossier(scenario("Then nothing"), "- id: size\n  clam: Kenya sent 145 police officers\n")
    result = run("features")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    text = result.stdout.str()
    assert "facts/mission.yaml:2" in text and "features/story.feature:4" in text


LOST = scenario('Given the fact "size"', "Then no source contradicts it", 'And source "tides" says 144 officers left')


def test_what_only_follows_from_a_broken_file_of_facts_is_not_told(dossier):
    result = dossier(LOST, "- id: size\n  clam: Kenya sent 145 police officers\n")()
    text = result.stdout.str()
    assert 'there is no source "tides"' in text and "facts/mission.yaml:2" in text
    assert "there is no fact" not in text


def test_a_feature_whose_facts_cannot_be_read_never_runs_without_them(dossier):
    """Not even where the fault has been told by another file, and the run goes on."""
    result = dossier(LOST.replace("tides", "harbour"), "- id: size\n  clam: Kenya sent 145 police officers\n")(
        "--continue-on-collection-errors", "facts", "features"
    )
    result.assert_outcomes(errors=2)
    text = result.stdout.str()
    assert "mend the faults of the facts first; it may be there then" in text


def test_what_only_follows_from_a_broken_document_is_told_once_for_each_file(dossier, pytester):
    run = dossier(LOST + '    And source "tides" is silent about it\n', FACT)
    put(pytester.path / "sources" / "tides.md", "")
    text = run().stdout.str()
    assert "sources/tides.md: the file is empty" in text
    assert text.count('there is no source "tides" [unknown-source]\n    mend the faults of the documents first') == 1


def test_no_source_at_all_is_never_a_pass(dossier):
    result = dossier(scenario("Then no source contradicts that Kenya sent 144 police officers to Haiti"), sources={})()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*no source is in scope here*"])


def test_steps_of_the_newsrooms_own_win_and_may_use_the_vocabulary(dossier):
    steps = """
    import pytest
    from pytest_bdd import given, parsers, then


    @pytest.fixture
    def desk():
        return "night desk"


    @given(parsers.parse("the {shift} desk is on"))
    def shift(desk, shift):
        assert desk == f"{shift} desk"


    @then(parsers.parse("no source contradicts the fact {quoted}"))
    def ours(story, quoted):
        story.then(f"at least 1 source contradicts the fact {quoted}")
        assert story.judge("Kenya sent 144 police officers to Haiti")["harbour"].verdict == "supports"
        assert [source.id for source in story.sources] == ["courier", "harbour", "ministry"]
    """
    feature = scenario("Given the night desk is on", 'Then no source contradicts the fact "size"')
    run = dossier(feature, FACT.replace("harbour", "ministry"), **{"steps__ours.py": steps})
    run().assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("import nowhere_at_all", "ModuleNotFoundError"),
        ("raise SystemExit(3)", "SystemExit"),
        ("__import__('pytest').skip('not today', allow_module_level=True)", "Skipped"),
    ],
)
def test_a_broken_file_of_steps_is_told_with_its_line(dossier, line, error):
    run = dossier(scenario("Then no source says Kenya sent 145 officers"), **{"steps__ours.py": f"x = 1\n{line}\n"})
    result = run()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines([f"*steps/ours.py:2: cannot be imported: {error}*"])


def unmet() -> tuple[str, str]:
    """How the one expectation stands that does not hold."""
    report = json.loads(Path("reports/report.json").read_text(encoding="utf-8"))
    (found,) = [one for one in report["findings"] if one["kind"] == "unmet-expectation"]
    return found["status"], found["change"]


def test_a_scenario_marked_xfail_is_in_the_report_as_known_not_to_hold(dossier):
    feature = scenario('Then source "courier" supports that Kenya sent 144 officers').replace("  Sc", "  @xfail\n  Sc")
    run = dossier(feature)
    run().assert_outcomes(xfailed=1)
    assert unmet() == ("expected", "new")
    run("--runxfail").assert_outcomes(failed=1)
    assert unmet() == ("open", "worsened")


def test_what_is_newly_known_not_to_hold_is_no_news(dossier):
    holds = scenario('Then source "courier" does not contradict that Kenya sent 144 officers')
    dossier(holds)().assert_outcomes(passed=1)
    known = scenario('Then source "courier" supports that Kenya sent 144 officers').replace("  Sc", "  @xfail\n  Sc")
    result = dossier(known)()
    result.assert_outcomes(xfailed=1)
    result.stdout.fnmatch_lines(["*report: reports/index.html*"])
    assert unmet() == ("expected", "new")


def test_two_processes_write_one_report(dossier):
    lines = ["Then at least 1 source says Kenya sent 144 police officers to Haiti"]
    feature = "Feature: F\n" + "".join(
        f"  Scenario: S{n}\n    {lines[0]}\n    And no source says Kenya sent {200 + n} police officers to Haiti\n"
        for n in range(4)
    )
    run = dossier(feature)
    result = run("-n", "2")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(["report: reports/index.html"])
    report = json.loads(Path("reports/report.json").read_text(encoding="utf-8"))
    assert "205" not in json.dumps(report) and "203" in json.dumps(report)


def test_the_facts_that_scenarios_speak_of_are_not_counted_twice(pytester):
    template = Path(secondsource.__file__).parent / "templates" / "story"
    put_in_place(template, pytester.path / "story")
    result = pytester.runpytest("story")
    result.stdout.fnmatch_lines(["collected 6 items", "*6 passed in*"])
    pytester.runpytest("story", "-k", "planting").stdout.fnmatch_lines(
        ["collected 6 items / 5 deselected / 1 selected"]
    )


def test_a_report_that_cannot_be_written_fails_the_run_and_says_what_to_do(dossier):
    run = dossier(scenario("Then no source says Kenya sent 145 police officers to Haiti"))
    Path("reports").write_text("a file", encoding="utf-8")
    result = run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(["error: the report cannot be written: *reports*--secondsource-report DIR)"])


@pytest.mark.parametrize("broken", ["facts/a.yaml", "test_other.py"])
def test_a_run_that_judges_nothing_leaves_no_report_of_an_earlier_one(dossier, broken, pytester):
    run = dossier(scenario('Given the fact "size"', "Then no source contradicts it"), FACT)
    run()
    reports = pytester.path / "reports"
    names = {path.name for path in reports.iterdir()}
    page = (reports / "index.html").read_text(encoding="utf-8")
    put(pytester.path / broken, "import nothing_of_this_name\n")
    for option in ("--collect-only", "--no-secondsource-report"):
        run(option)
        assert {path.name for path in reports.iterdir()} == names
    told = "nothing was judged: the reports of the run before are in reports/earlier/ until a run has some of its own"
    assert told in run().stdout.lines
    assert told not in run().stdout.lines
    assert [path.name for path in reports.iterdir()] == ["earlier"]
    assert (reports / "earlier" / "index.html").read_text(encoding="utf-8") == page
    (pytester.path / broken).unlink()
    run()
    assert {path.name for path in reports.iterdir()} == names


def test_a_fault_that_a_worker_process_tells_leaves_no_report_of_an_earlier_run_either(dossier, pytester):
    dossier(facts=FACT)()
    put(pytester.path / "facts" / "mission.yaml", "- {id: size, clam: x}\n")
    pytester.runpytest("-p", "no:cacheprovider", "-n", "2")
    assert [path.name for path in (pytester.path / "reports").iterdir()] == ["earlier"]


def test_a_fault_in_one_file_stops_every_worker_process(dossier, pytester):
    run = dossier(scenario('Given the fact "size"', "Then no source contradicts it"), FACT)
    put(pytester.path / "features" / "typo.feature", scenario('Then source "harbor" says 144 officers left'))
    put(pytester.path / "test_other.py", "def test_it():\n    assert True\n")
    alone, several = run(), run("-n", "2")
    assert alone.ret == several.ret == pytest.ExitCode.INTERRUPTED
    several.assert_outcomes(passed=1, errors=1)  # what is no dossier's runs, as it does in any run of xdist
    several.stdout.fnmatch_lines(['*there is no source "harbor"*'])
    assert not (pytester.path / "reports").exists()
    run("-n", "2", "--continue-on-collection-errors").assert_outcomes(passed=2, errors=1)
    assert (pytester.path / "reports" / "index.html").is_file()


def test_a_folder_of_reports_that_somebody_else_has_written_is_left_alone(dossier, pytester):
    run = dossier(None, "- {id: size, clam: x}\n")
    put(pytester.path / "reports" / "index.html", "of a coverage tool")
    run()
    assert [path.name for path in (pytester.path / "reports").iterdir()] == ["index.html"]


def test_reports_can_go_elsewhere_or_nowhere(dossier):
    run = dossier(scenario("Then no source says Kenya sent 145 police officers to Haiti"))
    run("--no-secondsource-report").assert_outcomes(passed=1)
    assert not Path("reports").exists()
    run("--secondsource-report", "out").assert_outcomes(passed=1)
    assert Path("out/index.html").is_file() and not Path("reports").exists()


def test_a_conftest_may_judge(dossier):
    conftest = """
    from secondsource.judging import Judgement, Verdict

    def pytest_secondsource_judge(pairs):
        return [Judgement(fact.id, source.id, Verdict.SILENT, "by decree") for fact, source in pairs]
    """
    line = "Then every source is silent about that Kenya sent 144 police officers to Haiti"
    dossier(scenario(line), **{"conftest.py": conftest})().assert_outcomes(passed=1)


def test_a_sign_of_life_in_a_terminal_only(dossier, pytester):
    conftest = """
    import time
    import secondsource.plugin.patience as patience
    from secondsource.judging import Judgement, Verdict

    patience.SECONDS = 0.2

    def pytest_secondsource_judge(pairs):
        time.sleep(1)
        return [Judgement(fact.id, source.id, Verdict.SILENT, "by decree") for fact, source in pairs]
    """
    line = "Then every source is silent about that Kenya sent 144 police officers to Haiti"
    run = dossier(scenario(line), **{"conftest.py": conftest})
    assert "reading 3 sources" not in run().stdout.str()
    shown = io.BytesIO()

    def keep(terminal: int) -> bytes:
        text = os.read(terminal, 65536)
        shown.write(text)
        return text

    assert pty.spawn([sys.executable, "-m", "pytest", "-q", str(pytester.path)], keep) == 0
    assert b"reading 3 sources" in shown.getvalue() and b"1 passed" in shown.getvalue()
