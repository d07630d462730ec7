"""The words that are shown as deciding tell something, and are the same words in every output."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from click.testing import CliRunner

from secondsource.cli import ask, main
from secondsource.facts import Fact
from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question, Reply, Verdict
from secondsource.reporting import Check, Report, formatted
from secondsource.reporting.deciding import in_telling_words
from secondsource.sources import Source, Span

DENIED = (Reply(Question.ASSERTED, Answer.NO, "negated"),)


def evidence(bracketed: str, replies: tuple[Reply, ...] = ()) -> Evidence:
    """A passage with its marks in [brackets]."""
    quote = re.sub(r"[][]", "", bracketed)
    marks, at = [], 0
    for place, part in enumerate(re.split(r"[][]", bracketed)):
        marks += [Span(at, at + len(part))] if place % 2 else []
        at += len(part)
    return Evidence("gull", Span(0, len(quote)), quote, Bearing.CONTRADICTS, "why", tuple(marks), replies=replies)


def shown(found: Evidence) -> list[str]:
    (told,) = in_telling_words(Judgement("f", "gull", Verdict.CONTRADICTS, "why", (found,))).evidence
    return [mark.of(told.quote) for mark in told.marks]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("The mill had [been] shut [by] [the council].", ["the council"]),
        ("The mill had [been] shut.", ["The mill had been shut."]),
        ("As of June, the mill had [been] shut [by] it, we hear.", ["the mill had been shut by it"]),
        ("The mill, I [was] told, burned.", ["The mill, I was told, burned."]),
        ("It is run [under] Order 417; nobody minds.", ["It is run under Order 417"]),
        ("They met [in May], [in] town.", ["in May"]),
        ("It was made by [us] for the [US].", ["US"]),
        ("It is [not] so, and [no] [one] [up] there [only] waits.", ["not", "no", "one", "up", "only"]),
        ("[144 officers] left [for Haiti].", ["144 officers", "for Haiti"]),
        ("Nobody marked anything.", []),
    ],
)
def test_function_words_alone_are_not_what_decides(marked, told):
    assert shown(evidence(marked)) == told


def test_of_a_denial_the_denying_words_are_shown_with_what_is_denied():
    assert shown(evidence("In June, the bridge was not [repaired], he said.", DENIED)) == [
        "the bridge was not repaired"
    ]
    assert shown(evidence("In June, the bridge was [repaired], he said.")) == ["repaired"]


@pytest.mark.parametrize("marked", ["The mill had [been] shut.", "Here, the mill was not [shut] at all, he said."])
def test_what_is_shown_stays_as_it_is_when_it_is_asked_again(marked):
    once = in_telling_words(Judgement("f", "gull", Verdict.CONTRADICTS, "", (evidence(marked, DENIED),)))
    assert in_telling_words(once) == once


def test_every_output_shows_the_same_words(tmp_path, monkeypatch):
    said = evidence("As of June, the mill had [been] shut [by] it, we hear.")
    gull = Source("gull", said.quote, published=date(2025, 6, 2))
    against = Judgement("mill", "gull", Verdict.CONTRADICTS, "why", (said,))
    clause = "the mill had been shut by it"

    report = Report.of([Check(Fact("mill", "The mill is open."), (against,), held=False)], [gull])
    assert f"<mark class=contradicts>{clause}<small" in formatted(report, "index.html")
    (mark,) = json.loads(formatted(report, "report.json"))["findings"][0]["evidence"][0]["marks"]
    assert said.quote[mark["start"] : mark["end"]] == clause

    monkeypatch.setattr(ask, "judge_all", lambda requests: [against])
    (tmp_path / "gull.txt").write_text(said.quote, encoding="utf-8")
    asked = ["ask", "The mill is open.", str(tmp_path / "gull.txt")]
    for options in ([], ["--explain"]):
        assert f"contradicts by “{clause}”" in " ".join(CliRunner().invoke(main, [*asked, *options]).output.split())
    (told,) = json.loads(CliRunner().invoke(main, [*asked, "--json"]).stdout)["sources"]
    assert told["evidence"][0]["marks"] == [{"start": mark["start"], "end": mark["end"]}]
