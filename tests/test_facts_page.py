"""docs/writing-facts.md: what it shows is read as it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from secondsource.facts import Fact, read
from secondsource.facts.shape import KINDS, FactEntry

PAGE = (Path(__file__).parents[1] / "docs/writing-facts.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FAULTS = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0])
def test_every_example_is_read(tmp_path: Path, block: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(block, encoding="utf-8")
    facts, faults = read(path)
    assert not faults
    assert facts[0].claim == "The ferry carried 212 passengers."


def test_the_table_names_every_key_and_every_kind() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", PAGE, re.MULTILINE)
    labelled_only = {"verdicts", "why"}
    assert {key for key, _ in rows} == set(FactEntry.model_fields) - labelled_only
    assert tuple(re.findall(r"`(\w+)`", dict(rows)["kind"])) == KINDS


def test_the_full_example_uses_every_key() -> None:
    full = next(block for block in BLOCKS if "publish" in block)
    assert all(f"  {key}:" in full for key in FactEntry.model_fields if key not in ("id", "verdicts", "why"))
    assert Fact.__dataclass_fields__.keys() - {"place"} == FactEntry.model_fields.keys() - {"verdicts", "why"}


def test_the_faults_are_told_in_these_words(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/gazette.txt").write_text("The ferry carried 221 people.")
    text = dedent(
        """\
        - id: a
          claim: The ferry sank.
          alias: {ferry: boat}
        - id: b
          claim: It was raised.
          # the day of the raising
          as_of: 2025-02-30
        - id: c
          claim: It carried 212 passengers.
          needs: 1
          expect:
            gazete: contradicts
        """
    )
    (tmp_path / "facts/ferry.yaml").write_text(text)
    lint = [sys.executable, "-m", "secondsource", "lint"]
    told = subprocess.run(lint, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert FAULTS and (told.stdout + told.stderr).strip() == FAULTS[1].strip()
