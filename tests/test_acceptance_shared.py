"""Five real articles about one story, labelled by people: the engine must read them as they did.

The articles are not ours to publish with the code, so they are looked for beside the repository.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.facts import Fact, dossier
from secondsource.judging import Judgement, Verdict, judge

REPOSITORY = Path(__file__).parents[1]
DOSSIER = REPOSITORY.parent / "shared/dossiers/kenya-haiti"

pytestmark = pytest.mark.skipif(not DOSSIER.is_dir(), reason="the five articles are not beside this repository")

RIGHT_OF_FIVE = 0.85
"""The share of cells with the very verdict that people gave; a floor for the rules, not their aim."""


@pytest.fixture(scope="module")
def story() -> dossier.Dossier:
    loaded = dossier.load(DOSSIER)
    assert not loaded.faults
    return loaded


@pytest.fixture(scope="module")
def cells(story: dossier.Dossier) -> list[tuple[Fact, Judgement]]:
    return [(fact, judge(fact, source)) for fact in story.facts for source in story.sources if source.id in fact.expect]


def test_the_dossier_loads_as_it_is(story: dossier.Dossier) -> None:
    assert len(story.sources) == 5
    assert story.facts and all(set(fact.expect) == {source.id for source in story.sources} for fact in story.facts)
    assert all(source.published for source in story.sources)


def test_the_verdicts_are_those_of_careful_people(cells: list[tuple[Fact, Judgement]]) -> None:
    wrong = [
        f"{fact.id} / {said.source}: {said.verdict}, not {' or '.join(fact.expect[said.source])} ({said.reason})"
        for fact, said in cells
        if said.verdict not in fact.expect[said.source]
    ]
    assert 1 - len(wrong) / len(cells) >= RIGHT_OF_FIVE, "\n".join(wrong)


def test_no_contradiction_is_false(cells: list[tuple[Fact, Judgement]]) -> None:
    against = {Verdict.CONTRADICTS, Verdict.MIXED}
    false = [
        f"{fact.id} / {said.source}: {said.reason}"
        for fact, said in cells
        if said.verdict in against and not against & set(fact.expect[said.source])
    ]
    assert not false, "\n".join(false)


def test_every_verdict_quotes_its_source(story: dossier.Dossier, cells: list[tuple[Fact, Judgement]]) -> None:
    texts = {source.id: source.text for source in story.sources}
    for _, said in cells:
        assert bool(said.evidence) == (said.verdict is not Verdict.SILENT)
        for evidence in said.evidence:
            assert evidence.quote.strip()
            assert evidence.quote == texts[evidence.source][evidence.span.start : evidence.span.end]


def test_the_command_runs_it_and_writes_the_reports(tmp_path: Path) -> None:
    """On a copy, since a run leaves its history beside the dossier."""
    shutil.copytree(DOSSIER, tmp_path / "story")
    reports = tmp_path / "reports"
    program = Path(sys.executable).with_name("secondsource")
    command = [program, "check", tmp_path / "story", "--report", reports]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert run.returncode in (0, 1), run.stderr
    report = json.loads((reports / "report.json").read_text(encoding="utf-8"))
    assert report["findings"]
    assert "Mudavadi" in (reports / "index.html").read_text(encoding="utf-8")
