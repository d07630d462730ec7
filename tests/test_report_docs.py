"""docs/ci.md, docs/editors.md and reports/README.md say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from secondsource.cli import main
from secondsource.judging import Verdict
from secondsource.reporting import FORMATS, Kind, Severity
from secondsource.reporting.codes import codes
from secondsource.reporting.finding import SEVERITY
from secondsource.reporting.noticing import CODE
from secondsource.reporting.words import SIGNS, STANDINGS, sign

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "docs" / "ci.md", ROOT / "docs" / "editors.md", ROOT / "reports" / "README.md"]
CI = PAGES[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [PAGES[0], PAGES[2]], ids=lambda page: page.parent.name)
def test_every_file_of_a_report_is_described(page):
    assert [name for name in FORMATS if f"`{name}`" not in page.read_text(encoding="utf-8")] == []


def test_what_is_to_be_pasted_is_whole():
    blocks = [YAML(typ="safe").load(block) for block in re.findall(r"```yaml\n(.*?)```", CI, re.DOTALL)]
    github, gitlab, commit = blocks
    commands = [step["run"] for step in github["jobs"]["check"]["steps"] if "run" in step]
    assert commands[:2] == ['pip install "secondsource[ingest]"', "pytest"]
    assert gitlab["sources"]["script"] == commands[:2]
    assert gitlab["sources"]["artifacts"]["reports"]["junit"].split("/")[-1] in FORMATS
    assert commit["repos"][0]["hooks"][0]["entry"] == "secondsource lint"


def test_every_command_that_is_shown_exists():
    shown = set(re.findall(r"secondsource (lint|diff|accept|export|explain|[a-z]+ reports/)", CI))
    assert shown == {"lint", "diff", "accept", "export", "explain"}
    for command in shown:
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_the_levels_of_code_scanning_are_those_that_are_told():
    (row,) = [line for line in CI.splitlines() if line.startswith("| `report.sarif`")]
    _, errors, warnings, notes = re.split("an error|a warning|a note", row)
    told = {Severity.ERROR: errors, Severity.WARNING: warnings, Severity.NOTE: notes}
    words = {
        Kind.CONTRADICTION: "each contradiction",
        Kind.UNMET: "each expectation that failed",
        Kind.SELF_CONTRADICTION: "disagrees with itself",
        Kind.UNUSED_ACCEPTANCE: "acceptance is no longer needed",
        Kind.SINGLE_SOURCE: "on one source",
        Kind.NO_SUPPORT: "or none",
    }
    assert {kind for kind in Kind if words[kind] in told[SEVERITY[kind]]} == set(Kind)
    assert codes()[CODE].severity is Severity.NOTE
    assert "only noticed" in notes


def test_the_signs_of_the_table_are_those_that_are_told():
    page = PAGES[1].read_text(encoding="utf-8")
    signs = [*SIGNS.values(), *(sign(Verdict.CONTRADICTS, status) for status in STANDINGS)]
    assert [one for one in signs if one not in page] == []
