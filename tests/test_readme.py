"""README.md: its commands are run, in the order in which it gives them, and do what it says they do."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
# Not those of the make that may have started these tests.
AS_A_USER = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
ENVIRONMENT = {**AS_A_USER, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}

PARTS = ("features", "facts", "sources", "steps")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
COMMANDS = [line[2:] for kind, block in BLOCKS if kind == "console" for line in block.splitlines()]
SHOWN = [block for kind, block in BLOCKS if kind == "text"]


def run(command: str, folder: Path, timeout: int = 300) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=timeout,
    )


def words(text: str) -> str:
    return " ".join(text.split())


def told_by_readme(*beginnings: str) -> list[str]:
    """The README's own commands, so that what is tested here is what is printed there."""
    found = [command for command in COMMANDS if command.startswith(beginnings)]
    assert found, f"the README has no command that begins with {beginnings}"
    return found


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the worked dossier, for what writes into it."""
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_every_command_of_the_readme_is_tried_here() -> None:
    environment = ("python3 -m venv env", ". env/bin/activate", "pip install .")
    tried = (*environment, "make demo", "make test", "secondsource init", "cd story", "pytest", "secondsource ask")
    assert [command for command in COMMANDS if not command.startswith((*tried, "secondsource accept"))] == []


@pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="make builds .venv, and this is another environment")
def test_make_demo_names_the_report_and_what_disagrees() -> None:
    (command,) = told_by_readme("make demo")
    tried = run(command, ROOT)
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "reports/index.html" in tried.stdout.strip().splitlines()[-1]
    assert "144 officers left for Haiti" in tried.stdout
    assert (ROOT / "reports/index.html").is_file()


def test_make_test_is_a_target_and_the_wheel_is_named() -> None:
    """Running either from inside a test run would be running this very test again, or a network."""
    assert told_by_readme("make test") and told_by_readme("pip install .")
    planned = run("make --dry-run test", ROOT)
    assert planned.returncode == 0 and "pytest" in planned.stdout


@pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="make builds .venv, and this is another environment")
def test_the_commands_are_on_the_path_where_the_environment_is_active() -> None:
    assert "`. .venv/bin/activate`" in README
    outside = {"PATH": "/usr/bin:/bin"}
    found = subprocess.run(
        ". .venv/bin/activate && command -v pytest; command -v secondsource",
        shell=True,
        cwd=ROOT,
        env=outside,
        capture_output=True,
        text=True,
    )
    assert found.stdout.splitlines() == [str(ROOT / ".venv/bin" / name) for name in ("pytest", "secondsource")]


def test_a_new_story_passes_then_fails_on_a_wrong_figure_then_is_accepted(tmp_path: Path) -> None:
    init, _, check = (*told_by_readme("secondsource init"), *told_by_readme("cd story"), "pytest")
    assert run(init, tmp_path).returncode == 0
    story = tmp_path / "story"
    passed = run(check, story)
    assert passed.returncode == 0, passed.stdout

    facts = story / "facts/trees.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("144 trees", "145 trees"), encoding="utf-8")
    failed = run(check, story)
    assert failed.returncode == 1, failed.stdout
    assert re.search(r"features/trees\.feature:\d+\n +Then .*\n +planted: .*145 trees", failed.stdout)
    assert "144 trees is not 145 trees" in failed.stdout

    for finding in dict.fromkeys(re.findall(r"secondsource accept (\w+)", failed.stdout)):
        accepted = run(f'secondsource accept {finding} --reason "the list is older" --by "desk"', story)
        assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    again = run(check, story)
    assert again.returncode == 0, again.stdout
    assert "the list is older" in again.stdout


def test_asking_at_once_answers_for_every_source(dossier: Path) -> None:
    (command,) = told_by_readme("secondsource ask")
    tried = run(command, dossier)
    assert tried.returncode == 0, tried.stderr
    verdicts = dict(line.split()[:2] for line in tried.stdout.splitlines() if line and not line.startswith(" "))
    assert set(verdicts) == {path.stem for path in (ROOT / "sources").iterdir()}
    asked = shlex.split(command)[2]
    claim = re.search(r"id: departure-day\n  claim: (.*)", README)
    assert claim and asked == claim[1].rstrip("."), "the sentence is the one whose story is told below"
    # What "One story" shows of each: "lakeside contradicts ... 2 support it: coral-reprint, savanna".
    shown = SHOWN[0]
    told = {
        "lakeside": "contradicts",
        **dict.fromkeys(re.search(r"2 support it: (.*)", shown)[1].split(", "), "supports"),
    }
    assert re.search(r"^  lakeside .* contradicts ", shown, re.M)
    assert {source: verdicts[source] for source in told} == told
    assert {verdicts[source] for source in set(verdicts) - set(told)} <= {"inconclusive", "silent"}


def test_the_story_from_scenario_to_discrepancy_to_acceptance(dossier: Path) -> None:
    facts = dossier / "facts/story.yaml"
    text = facts.read_text(encoding="utf-8")
    untold = re.sub(r"    accepted:\n      - source: lakeside\n(?:        .*\n)+", "", text)
    assert untold != text
    facts.write_text(untold, encoding="utf-8")

    first, again = told_by_readme("pytest ")
    (accept,) = told_by_readme("secondsource accept")
    disagreement, acceptance = SHOWN
    failed = run(first, dossier)
    assert failed.returncode == 1, failed.stdout
    for line in disagreement.splitlines():
        assert words(line) in words(failed.stdout)

    accepted = run(accept, dossier)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    passed = run(again, dossier)
    assert passed.returncode == 0, passed.stdout
    assert words(acceptance) in words(passed.stdout)
    assert shlex.split(accept)[2] in disagreement


def test_the_gherkin_and_the_yaml_shown_are_the_dossiers() -> None:
    gherkin = next(block for kind, block in BLOCKS if kind == "gherkin")
    scenario = words((ROOT / "features/contingents.feature").read_text(encoding="utf-8"))
    assert words(gherkin) in scenario
    fact = next(block for kind, block in BLOCKS if kind == "yaml")
    assert words(fact.removeprefix("- ")).split("kind")[0] in words(
        (ROOT / "facts/story.yaml").read_text(encoding="utf-8")
    )


def test_the_python_shown_runs() -> None:
    code = next(block for kind, block in BLOCKS if kind == "python")
    exec(compile(code, "README.md", "exec"), {})


def test_every_page_and_picture_that_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [path for path in named if not (ROOT / path).exists()] == []
