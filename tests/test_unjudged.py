"""What must never be judged: claims with nothing in them to check, documents in a language that is not read."""

from __future__ import annotations

import json
import random
import string
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.cli import main
from secondsource.facts import Fact
from secondsource.judging import Judgement, judge
from secondsource.sources import Source
from secondsource.sources.readers import load

NOISE = "".join(random.Random(7).choices(string.ascii_letters + string.digits + string.punctuation + "   \n", k=10_000))
EMPTY = {
    "a commonplace": "It is what it is",
    "no words": "",
    "spaces": " \n ",
    "exclamation marks": "!!!",
    "one word": "Well",
    "noise": NOISE,
}
TEXT = "It is what it is. Well! The ferry Marisol left Orlesund with 81 people on board, its owner said on Tuesday."
FRENCH = "Le ferry a quitté le port avec 81 personnes à bord. Les passagers sont tous dans la ville, a dit le maire."


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("claim", EMPTY.values(), ids=EMPTY)
def test_a_claim_with_nothing_to_check_is_supported_by_nobody(claim: str, paper: Path) -> None:
    judged = judge(Fact("claim", claim), Source("paper", TEXT))
    assert judged.verdict in ("silent", "inconclusive")
    asked = CliRunner().invoke(main, ["ask", "--json", "--", claim, str(paper)])
    assert asked.exit_code in (0, 2), asked.output
    assert '"verdict": "supports"' not in asked.stdout
    request = json.dumps({"id": "1", "claim": claim, "source": {"id": "paper", "text": TEXT}})
    paired = CliRunner().invoke(main, ["pairs"], input=request + "\n")
    assert paired.exit_code == 0, paired.output
    assert json.loads(paired.stdout)["verdict"] in ("silent", "inconclusive")


@pytest.mark.parametrize("claim", ["", "!!!", "It is what it is"])
def test_asking_about_nothing_is_bad_input(claim: str, paper: Path) -> None:
    asked = CliRunner().invoke(main, ["ask", claim, str(paper)])
    assert asked.exit_code == 2
    assert "nothing to check" in asked.stderr and not asked.stdout


def test_a_document_in_another_language_is_inconclusive_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    path.write_text(FRENCH, encoding="utf-8")
    journal = load(path)
    assert journal.language == "fr"
    for claim in ("The ferry had 81 people on board.", "The ferry had 90 people on board."):
        assert _why(judge(Fact("aboard", claim), journal)) == ("inconclusive", "language not read")


def test_its_first_sentence_is_its_evidence() -> None:
    said = judge(Fact("aboard", "The ferry had 81 people on board."), Source("journal", FRENCH, language="fr-CA"))
    (evidence,) = said.evidence
    assert evidence.quote == FRENCH[evidence.span.start : evidence.span.end]
    assert evidence.quote == "Le ferry a quitté le port avec 81 personnes à bord."


def test_english_of_any_country_is_read() -> None:
    text = "The ferry Marisol left Orlesund with 81 people on board."
    for language in ("en", "en-GB", "EN_us", ""):
        said = judge(Fact("aboard", "The ferry had 81 people on board."), Source("paper", text, language=language))
        assert _why(said)[1] != "language not read"


def _why(said: Judgement) -> tuple[str, str]:
    return said.verdict.value, said.reason


def test_asking_reads_every_document_of_a_file(tmp_path: Path) -> None:
    message = (
        "From desk@example.org Thu Feb  6 10:00:00 2025\nSubject: {}\nDate: Thu, 6 Feb 2025 10:00:00 +0000\n\n{}\n\n"
    )
    box = tmp_path / "desk.mbox"
    texts = ("The ferry Marisol had 81 people on board.", "The ferry Marisol had 79 people on board.")
    box.write_text("".join(message.format(n, text) for n, text in enumerate(texts)), encoding="utf-8")
    asked = CliRunner().invoke(main, ["ask", "--json", "The ferry Marisol had 81 people on board.", str(box)])
    assert asked.exit_code == 0, asked.output
    said = {row["id"]: row["verdict"] for row in json.loads(asked.stdout)["sources"]}
    assert said == {"desk-1": "supports", "desk-2": "contradicts"}
