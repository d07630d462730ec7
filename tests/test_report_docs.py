"""docs/ci.md, docs/editors.md and reports/README.md say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from secondsource.cli import main
from secondsource.reporting import FORMATS

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
    shown = set(re.findall(r"secondsource (lint|diff|accept|export|[a-z]+ reports/)", CI))
    assert shown == {"lint", "diff", "accept", "export"}
    for command in shown:
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0
