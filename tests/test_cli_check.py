"""The commands that run a dossier: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.cache import VARIABLE
from secondsource.cli import main
from secondsource.cli.demo import PARTS, worked_dossier


def secondsource(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as a person calls it."""
    command = [sys.executable, "-c", "from secondsource.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "120"}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


def test_the_module_is_the_command(tmp_path):
    command = [sys.executable, "-m", "secondsource"]
    run = subprocess.run([*command, "--help"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Usage: secondsource [OPTIONS]")
    wrong = subprocess.run([*command, "check", "none"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert wrong.returncode == 2 and "none" in wrong.stderr


@pytest.mark.parametrize(("typed", "meant"), [("new", "init"), ("acept", "accept"), ("test", "check")])
def test_what_is_no_command_suggests_one(typed, meant):
    run = CliRunner().invoke(main, [typed, "story"])
    assert run.exit_code == 2 and f"No such command '{typed}'; did you mean {meant}?" in run.output


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A dossier with facts alone."""
    put(
        tmp_path / "sources" / "wire.md",
        "---\npublished: 2025-02-06\n---\n\nKenya sent 144 police officers to Haiti.\n",
    )
    put(tmp_path / "facts" / "mission.yaml", "- id: size\n  claim: Kenya sent 144 police officers to Haiti.\n")
    return tmp_path


def test_facts_that_hold(story):
    run = secondsource("check", ".", cwd=story)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "1 passed" in run.stdout and "reports/index.html" in run.stdout
    assert {path.name for path in (story / "reports").iterdir()} >= {"index.html", "report.json", "report.sarif"}


def test_a_second_run_loads_nothing_that_it_does_not_need(story, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(story / "kept"))
    program = (
        "import sys; from secondsource.cli.check import check\n"
        "from pathlib import Path; check(Path(), ['-q'])\n"
        "print('loaded:', *sorted({'hypothesis', 'numpy', 'pydantic', 'spacy'} & set(sys.modules)))\n"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=story, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.splitlines()[-1].split()[1:] for run in runs] == [["numpy", "pydantic", "spacy"], []]


def test_the_command_and_pytest_report_the_facts_in_one_order(story):
    for name, id, claim in (
        ("b", "ship", "A ship sailed."), ("a", "late", "Kenya sent 144 officers."), ("c", "c", "Haiti is an island."),
    ):  # fmt: skip
        put(story / "facts" / f"{name}.yaml", f"- id: {id}\n  claim: {claim}\n")
    feature = """\
    Feature: The mission
      Scenario: The size
        Given the claim "144 police officers were sent"
        Then no source contradicts it

      Scenario: A fact of the files
        Then no source contradicts the fact "c"
    """
    put(story / "features" / "mission.feature", feature)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    subprocess.run(command, cwd=story, capture_output=True, check=False)
    written = (story / "reports" / "report.json").read_text(encoding="utf-8")
    secondsource("check", ".", cwd=story)
    again = (story / "reports" / "report.json").read_text(encoding="utf-8")
    orders = [[(fact["id"], fact["place"]) for fact in json.loads(text)["facts"]] for text in (written, again)]
    assert orders[0] == orders[1]
    assert [id for id, _ in orders[0]][:4] == ["late", "ship", "c", "size"]
    checks = [[(one["fact"], one["place"]) for one in json.loads(text)["checks"]] for text in (written, again)]
    assert checks[0] == checks[1]


def test_a_contradiction_ends_with_1(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  claim: Kenya sent 145 police officers to Haiti.\n")
    run = secondsource("check", cwd=story)
    assert run.returncode == 1
    assert "facts/mission.yaml:1" in run.stdout and "secondsource accept" in run.stdout


def test_a_fault_ends_with_2_and_writes_nothing(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  clam: Kenya sent 145 police officers to Haiti.\n")
    run = secondsource("check", cwd=story)
    assert run.returncode == 2
    assert "facts/mission.yaml:2" in run.stdout and run.stderr.startswith("error:")
    assert not (story / "reports").exists()


def test_nothing_to_check_ends_with_2(tmp_path):
    run = secondsource("check", cwd=tmp_path)
    assert run.returncode == 2 and "there is nothing to check" in run.stderr


def test_no_source_ends_with_2(story):
    (story / "sources" / "wire.md").unlink()
    run = secondsource("check", cwd=story)
    assert run.returncode == 2 and "no source" in run.stdout


def test_other_sources_and_another_place_for_the_reports(story):
    put(story / "others" / "post.md", "---\npublished: 2025-02-06\n---\n\nKenya sent 143 police officers to Haiti.\n")
    run = secondsource("check", ".", "--sources", "others", "--report", "out", cwd=story)
    assert run.returncode == 1
    report = json.loads((story / "out" / "report.json").read_text(encoding="utf-8"))
    assert "post" in json.dumps(report) and not (story / "reports").exists()


def test_one_file_of_a_dossier_is_checked_by_itself(story):
    put(story / "facts" / "others.yaml", "- id: other\n  claim: Kenya sent 145 police officers to Haiti.\n")
    put(story / "features" / "a.feature", 'Feature: A\n  Scenario: B\n    Then source "wire" says 144 officers left\n')
    for file, code in (("facts/mission.yaml", 0), ("facts/others.yaml", 1)):
        run = secondsource("check", file, cwd=story)
        assert run.returncode == code, run.stdout + run.stderr
    assert secondsource("check", "../facts/mission.yaml", cwd=story / "features").returncode == 0
    assert (story / "reports" / "index.html").is_file() and not (story / "facts" / "reports").exists()
    run = secondsource("check", "sources/wire.md", cwd=story)
    assert run.returncode == 2 and "sources/wire.md is neither" in run.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chek"], "did you mean check?"),
        (["demo", "noise.bin"], "noise.bin is a file; name a folder"),
        (["diff", "noise.bin", "noise.bin"], "noise.bin: is not UTF-8 text"),
        (["export", "terminal", "noise.bin"], "noise.bin: is not UTF-8 text"),
        (["ask", "144 officers left", "noise.bin"], 'no reader for ".bin" files'),
        (["ask", "144 officers left", "none.txt"], "none.txt: there is no such file [missing-file]"),
        (["ask", "144 officers left", "nohting.txt"], 'did you mean "nothing.txt"?'),
        (["ask", "144 officers left", "empty"], "there is no document in empty"),
        (["add", "http://localhost:1/x"], "http://localhost:1/x: "),
        (["compare", "empty"], "there is no document in empty"),
        (["accept", "zz", "--reason", "x"], "no run is remembered there"),
        (["lint", "empty"], "there is nothing to check in empty"),
        (["refresh", "none"], "no document called none"),
        (["ask", "144 officers left", "nothing.txt"], "Save the text of the page, or remove the file."),
        (["ask", "144 officers left", "empty", "--as-of", "soon"], "write it as 2025-02-06"),
        (["init", "noise.bin/story"], "noise.bin"),
        (["demo", "noise.bin/demo"], "noise.bin"),
    ],
)
def test_bad_input_is_told_in_words_and_ends_with_2(tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "noise.bin").write_bytes(bytes(range(128, 256)) * 9)
    (tmp_path / "empty").mkdir()
    (tmp_path / "nothing.txt").write_bytes(b"")
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2, run.output
    assert told in " ".join(run.output.split()) and "Traceback" not in run.output


def test_a_dossier_file_with_verdicts(story):
    (story / "facts" / "mission.yaml").unlink()
    put(
        story / "dossier.yaml",
        """\
        title: The mission
        facts:
          - id: size
            claim: Kenya sent 144 police officers to Haiti.
            kind: count
            verdicts: {wire: supports}
          - id: wrong
            claim: Kenya sent 145 police officers to Haiti.
            kind: count
            verdicts: {wire: [contradicts, mixed]}
          - id: open
            claim: Kenya sent 145 police officers to Haiti.
            kind: count
            verdicts: {wire: silent}
        """,
    )
    run = secondsource("check", story, cwd=story.parent)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "1 failed, 2 passed" in run.stdout


def test_frozen_judges_only_what_is_as_it_was_locked(story):
    assert secondsource("refresh", "--lock", cwd=story).returncode == 0
    assert secondsource("check", "--frozen", cwd=story).returncode == 0
    put(story / "sources" / "wire.md", "---\npublished: 2025-02-06\n---\n\nKenya sent 145 officers to Haiti.\n")
    run = secondsource("check", "--frozen", cwd=story)
    assert run.returncode == 2 and "wire has changed since it was locked" in run.stdout
    assert run.stderr.startswith("error:")


def test_tests_of_other_kinds_in_the_folder_are_left_alone(story):
    put(story / "test_other.py", "def test_fails():\n    assert False\n")
    assert secondsource("check", cwd=story).returncode == 0


def test_lint_tells_every_fault_on_standard_error(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  clam: Kenya sent 145 police officers to Haiti.\n")
    put(story / "features" / "a.feature", 'Feature: A\n  Scenario: B\n    Then source "wyre" says 144 officers left\n')
    put(story / "features" / "b.feature", "Feature: A\n  Scenario: B\n")
    run = secondsource("lint", cwd=story)
    assert run.returncode == 2 and run.stdout == ""
    for fault in ("facts/mission.yaml:2:", "features/a.feature:3:", 'did you mean "wire"?', "features/b.feature:2:"):
        assert fault in run.stderr


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("And so it goes", 'there is nothing to check in "And so it goes" [nothing-to-check]'),
        ("It was a sad day.", 'there is nothing to check in "It was a sad day." [nothing-to-check]'),
        ("They left for Haiti on 31 September 2025.", '"31 September 2025" is not a day of the calendar [bad-date]'),
        ("They left for Haiti on 31 September.", '"31 September" is not a day of the calendar [bad-date]'),
        ("They left on Monday 6 February 2025.", "6 February 2025 is a Thursday, not a Monday [bad-date]"),
        ("They left on Monday, February 6, 2025.", "6 February 2025 is a Thursday, not a Monday [bad-date]"),
    ],
)
def test_lint_tells_facts_that_nobody_could_check(story, claim, told):
    put(story / "facts" / "mission.yaml", f'- id: size\n  claim: 144 officers left.\n- id: day\n  claim: "{claim}"\n')
    put(story / "features" / "a.feature", f"Feature: A\n  Scenario: B\n    Then no source contradicts that {claim}\n")
    run = secondsource("lint", cwd=story)
    assert run.returncode == 2
    assert f"facts/mission.yaml:3: day: {told}" in run.stderr
    assert "features/a.feature:3: Then no source" in run.stderr
    feature = run.stderr[run.stderr.index("features/a.feature:3") :]
    assert told in feature.split("facts/mission.yaml")[0]
    assert "    say who did what" in run.stderr or "right" in run.stderr


@pytest.mark.parametrize(
    "claim",
    [
        "It rained.",
        "The talks failed.",
        "The rule ends on 29 February.",
        "They left on Thursday, 6 February 2025.",
        "The minister said “we left on Monday 6 February 2025”.",
    ],
)
def test_lint_lets_pass_what_somebody_could_check(story, claim):
    put(story / "facts" / "mission.yaml", f"- id: day\n  claim: '{claim}'\n")
    run = secondsource("lint", cwd=story)
    assert (run.returncode, run.stderr) == (0, "")


def test_lint_warns_of_a_document_without_the_day_that_a_fact_asks_for(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  claim: 144 officers left.\n")
    put(
        story / "sources" / "tides.md",
        "Calm seas.\n\nThe officers left on Thursday. A week before, on 3 February, it rained.\n",
    )
    put(story / "sources" / "almanac.md", "They left on 6 February 2025.\n")
    run = secondsource("lint", cwd=story)
    assert (run.returncode, run.stderr) == (0, "")
    put(
        story / "features" / "a.feature",
        "Feature: A\n  Scenario: B\n    Then no source contradicts that 144 officers left on 6 February 2025\n",
    )
    run = secondsource("lint", cwd=story)
    assert (run.returncode, run.stdout) == (0, "2 scenarios and facts, no fault; 1 warning\n")
    assert run.stderr.startswith('sources/tides.md:3: it has no day of publication, and without one "on Thursday", ')
    assert '"on 3 February" could be any [no-day]\n    Write the day where the document begins' in run.stderr
    assert "almanac" not in run.stderr


def test_an_acceptance_that_matches_nothing_is_told_by_the_run_and_by_lint(story):
    unneeded = "  accepted: [{source: wire, reason: a slip}]\n"
    put(story / "facts" / "mission.yaml", f"- id: size\n  claim: Kenya sent 144 police officers to Haiti.\n{unneeded}")
    before = secondsource("lint", cwd=story)
    assert before.returncode == 0 and "unused" not in before.stderr
    run = secondsource("check", cwd=story)
    assert run.returncode == 0
    told = (
        "unused: size, wire: accepted as a discrepancy, but the source now supports it; take it out of facts/mission."
    )
    assert run.stdout.count("unused") == 1 and told in run.stdout
    after = secondsource("lint", cwd=story)
    assert after.returncode == 0 and after.stderr.count("[unused-acceptance]") == 1
    assert 'facts/mission.yaml:1: size: the acceptance of "wire" matched nothing in the run of' in after.stderr
    assert "1 warning" in after.stdout
    put(story / "facts" / "mission.yaml", "- id: size\n  claim: Kenya sent 144 police officers to Haiti.\n")
    assert "unused" not in secondsource("lint", cwd=story).stderr


def test_lint_of_a_sound_dossier_judges_nothing(story):
    run = secondsource("lint", cwd=story)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "1 scenarios and facts, no fault\n"
    assert not (story / "reports").exists()


def test_init_makes_a_story_that_runs_and_fails_in_the_right_words(tmp_path):
    assert secondsource("init", "story", cwd=tmp_path).returncode == 0
    story = tmp_path / "story"
    run = subprocess.run([sys.executable, "-m", "pytest"], capture_output=True, text=True, cwd=story, check=False)
    assert run.returncode == 0, run.stdout
    assert "1 accepted discrepancy; report: reports/index.html" in run.stdout
    facts = story / "facts" / "trees.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("144", "145"), encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "pytest"], capture_output=True, text=True, cwd=story, check=False)
    assert run.returncode == 1
    assert "features/trees.feature:8" in run.stdout and "144 trees is not 145 trees" in run.stdout


def test_init_leaves_what_is_there_alone(tmp_path):
    put(tmp_path / "story" / "mine.txt", "mine")
    run = secondsource("init", "story", cwd=tmp_path)
    assert run.returncode == 2 and "not empty" in run.stderr
    assert [path.name for path in (tmp_path / "story").iterdir()] == ["mine.txt"]


def test_init_fills_a_folder_that_somebody_is_in_and_leaves_what_is_hidden(tmp_path):
    put(tmp_path / ".git" / "config", "mine")
    run = secondsource("init", ".", cwd=tmp_path)
    assert run.returncode == 0 and run.stdout.endswith("now: pytest\n"), run.stderr
    assert {path.name for path in tmp_path.iterdir()} == {".git", "README.md", *PARTS}
    assert secondsource("lint", cwd=tmp_path).returncode == 0


def test_demo_runs_the_worked_dossier_and_tells_what_disagrees(tmp_path):
    assert all((worked_dossier() / part).is_dir() for part in PARTS)
    run = secondsource("demo", cwd=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "lakeside, 6 February 2025 (accepted): “" in run.stdout
    assert run.stdout.rstrip().endswith("secondsource-demo/reports/index.html")
    assert secondsource("demo", cwd=tmp_path).returncode == 0


def test_a_demo_of_files_with_faults_tells_them_and_ends_with_2(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  clam: Kenya sent 145 police officers to Haiti.\n")
    run = secondsource("check", "--demo", cwd=story)
    assert run.returncode == 2 and run.stdout == ""
    assert "facts/mission.yaml:2" in run.stderr


def test_a_demo_tells_who_disagrees_in_whose_words(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  claim: Kenya sent 145 police officers to Haiti.\n")
    run = secondsource("check", "--demo", "--report", "out", cwd=story)
    assert run.returncode == 0
    assert "Haiti.\n  ✗ wire, 6 February 2025: “Kenya sent 144 police officers to Haiti.”" in run.stdout
    assert run.stdout.splitlines()[-1] == "the report: out/index.html"
    assert "Traceback" not in run.stderr and "Warning" not in run.stderr


def test_a_demo_fits_on_one_screen_however_much_disagrees(story):
    for name in ("post", "herald", "radio"):
        put(story / "sources" / f"{name}.txt", "Kenya sent 144 police officers to Haiti on 6 February 2025.\n")
    facts = [f"- id: n{n}\n  claim: Kenya sent {n} police officers to Haiti.\n" for n in range(150, 157)]
    facts += [f"- id: q{n}\n  claim: The ferry Alma carried {n} passengers.\n  needs: 2\n" for n in range(150, 157)]
    put(story / "facts" / "mission.yaml", "".join(facts))
    run = secondsource("check", "--demo", cwd=story)
    assert run.returncode == 0, run.stderr
    shown = run.stdout.rstrip().splitlines()
    assert len(shown) <= 24 and shown[-1] == "the report: reports/index.html"
    assert "... and 4 more facts in the report" in shown and "  ✗ contradicts: post, radio, wire" in shown


def test_demo_leaves_a_folder_of_somebody_else_alone(tmp_path):
    put(tmp_path / "secondsource-demo" / "mine.txt", "mine")
    assert secondsource("demo", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("named", ["facts/sources.yaml", "sources.yaml"])
@pytest.mark.parametrize("entry", ["file: sources/post.txt", "id: post"])
def test_ask_and_compare_know_what_the_register_says(story, monkeypatch, named, entry):
    put(story / "sources" / "post.txt", "The 144 officers left on Thursday.\n")
    put(story / named, f"- {entry}\n  outlet: The Post\n  published: 2025-02-07\n")
    monkeypatch.chdir(story / "facts")
    for documents in ("../sources/post.txt", "../sources", "..", story / "sources" / "post.txt"):
        asked = CliRunner().invoke(main, ["ask", "The 144 officers left on 4 February 2025.", str(documents)])
        said = " ".join(asked.output.partition("post ")[2].split())
        assert said.startswith("contradicts Thu 6 Feb 2025 is not Tue 4 Feb 2025"), asked.output
        assert "The Post, " in said and "post.txt:1, 2025-02-07" in said
    put(story / "sources" / "wire.md", "---\npublished: 2025-02-07\n---\n\nThe 144 officers left on Tuesday.\n")
    for folder in ("..", "../sources"):
        found = CliRunner().invoke(main, ["compare", folder])
        assert "Thu 6 Feb 2025 (post); Tue 4 Feb 2025 (wire)" in found.output


def test_a_draft_is_not_the_document_that_the_register_has_by_its_name(story):
    text = "The 144 officers left on Thursday.\n"
    put(story / "facts" / "sources.yaml", "- id: post\n  outlet: The Post\n  published: 2025-02-07\n")
    outlets = []
    for folder in ("sources", "drafts"):
        put(story / folder / "post.txt", text)
        asked = CliRunner().invoke(main, ["ask", "The 144 officers left on 6 February 2025.", str(story / folder)])
        outlets.append("The Post" in asked.output)
    assert outlets == [True, False]


def test_ask_tells_what_is_wrong_with_the_register(story):
    put(story / "facts" / "sources.yaml", "- id: wire\n  publishd: 2025-02-07\n")
    asked = CliRunner().invoke(main, ["ask", "144 officers left on Thursday.", str(story / "sources")])
    assert asked.exit_code == 2
    assert 'sources.yaml:2: "publishd" is no key of a document' in asked.stderr


def test_a_report_that_cannot_be_written_is_told_and_ends_with_2(story):
    put(story / "reports", "a file")
    for options in ([], ["--demo"]):
        run = secondsource("check", *options, cwd=story)
        assert run.returncode == 2
        assert "error: the report cannot be written: " in run.stdout + run.stderr
        assert "--secondsource-report DIR" in run.stdout + run.stderr and "Traceback" not in run.stdout + run.stderr


def test_ask_tells_the_verdict_with_the_words_that_decide_and_where_they_stand(tmp_path):
    head = "---\noutlet: Gulf Wire\npublished: 2025-02-06\n---\n\n"
    put(tmp_path / "wire.md", f"{head}It was late.\n\nKenya sent 144 police officers to Haiti.\n")
    put(tmp_path / "post.txt", "Kenya sent 145 police officers to Haiti.\n")
    put(tmp_path / "bread.txt", "The price of bread rose in Nairobi.\n")
    asked = CliRunner().invoke(main, ["ask", "Kenya sent 144 officers to Haiti.", *map(str, tmp_path.iterdir())])
    assert asked.exit_code == 0, asked.output
    told = {block.split()[0]: " ".join(block.split()) for block in re.split(r"\n(?=\S)", asked.output)}
    assert told["wire"].startswith("wire supports")
    assert "“Kenya sent 144 police officers to Haiti.” supports by “144 police officers”" in told["wire"]
    assert told["wire"].endswith(f"Gulf Wire, {tmp_path / 'wire.md'}:8, 2025-02-06")
    assert "contradicts by “145 police officers”" in told["post"] and told["post"].endswith("post.txt:1, no date")
    assert told["bread"] == "bread silent says nothing about it"


def test_a_command_that_is_stopped_says_so_and_ends_with_2(story, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("secondsource.cli.lint.run", stop)
    run = CliRunner().invoke(main, ["lint", str(story)])
    assert (run.exit_code, run.output) == (2, "stopped\n")


def test_ask_explains_a_denial_to_somebody_who_knows_no_rules(tmp_path):
    (tmp_path / "gull.txt").write_text("The bridge was not repaired.", encoding="utf-8")
    run = secondsource("ask", "--explain", "The bridge was repaired.", "gull.txt", cwd=tmp_path)
    told = " ".join(run.stdout.split())
    assert "why: 1 passage contradicts it, none supports it" in told
    assert "contradicts as a whole" in told and 'asserted no, values yes; negated ("not")' in told
    assert told.endswith("It denies the very thing that the fact says: that is how it contradicts it.")
    assert max(map(len, run.stdout.splitlines())) <= 80


def test_ask_explains_each_passage_once_in_one_line_of_answers(tmp_path):
    put(
        tmp_path / "gull.txt", "The ferry carried 45 people on Tuesday. It had carried 41 passengers, said the owner.\n"
    )
    asked = ["ask", "The ferry carried 45 passengers. The ferry carried 45 people.", str(tmp_path / "gull.txt")]
    told = CliRunner().invoke(main, [*asked, "--explain"]).output
    found = json.loads(CliRunner().invoke(main, [*asked, "--json"]).stdout)["sources"][0]["evidence"]
    quotes = [evidence["quote"] for evidence in found]
    flat = " ".join(told.split())
    assert len(set(quotes)) < len(quotes), "the story has a passage that is considered twice"
    assert [flat.count(f"“{quote}”") for quote in dict.fromkeys(quotes)] == [1] * len(set(quotes))
    assert flat.count("why: ") == 1 and "fits: event yes, measure yes" in flat
    assert all({"marks", "answers", "why"} <= set(evidence) for evidence in found)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("", "the claim is empty"),
        ("Mill Street?", "the claim is a question, and a question states nothing"),
        ("Did the ferry carry 45 people?", "the claim is a question, and a question states nothing"),
        ("Mill Street", "it does not say who did what, when, where or how much"),
    ],
)
def test_a_claim_that_states_nothing_is_sent_back_with_what_to_write(story, claim, told):
    asked = CliRunner().invoke(main, ["ask", claim, str(story / "sources")])
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert told in asked.stderr
    assert 'write what you expect to hold, as in "The ferry carried 212 passengers."' in asked.stderr


def test_what_is_no_whole_sentence_is_answered_with_a_note(story):
    asked = CliRunner().invoke(main, ["ask", "144 officers", str(story / "sources")])
    assert asked.exit_code == 0 and "wire  supports" in asked.stdout
    assert "note: the claim is no whole sentence" in asked.stderr


def test_a_fact_that_is_a_question_is_a_fault(story):
    put(story / "facts" / "mission.yaml", "- id: size\n  claim: Did 144 officers leave?\n")
    put(story / "features" / "a.feature", "Feature: A\n  Scenario: B\n    Then no source contradicts that 3 left?\n")
    run = secondsource("lint", cwd=story)
    assert run.returncode == 2 and run.stderr.count("a question states nothing [nothing-to-check]") == 2


@pytest.mark.parametrize(("form", "begins"), [("text", "WHAT IS LOOKED AT"), ("markdown", "### What"), ("json", "{")])
def test_steps_prints_the_catalogue(form, begins):
    result = CliRunner().invoke(main, ["steps", "--format", form])
    assert result.exit_code == 0 and result.output.startswith(begins)
