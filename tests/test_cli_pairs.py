"""``secondsource pairs``: JSON lines in, one verdict a line out, in their order."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from secondsource.cli import main, pairs
from secondsource.judging import kept

CLAIM = "Kenya sent 144 police officers to Haiti."
TEXT = "Kenya sent 143 police officers to Haiti on Thursday."


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    """An answer must be the same again because it is judged so again."""
    monkeypatch.setattr(kept, "_store", lambda: None)


def request(identity: object, claim: str = CLAIM, text: str = TEXT, **more: object) -> str:
    return json.dumps({"id": identity, "claim": claim, "source": {"id": "wire", "text": text}, **more})


def run(*lines: str):
    return CliRunner().invoke(main, ["pairs"], input="".join(line + "\n" for line in lines))


def test_one_verdict_a_line_in_order_with_the_same_ids():
    done = run(request("b"), request(7, text="Nobody was hurt."), "", request("a", text=CLAIM))
    assert done.exit_code == 0, done.output
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["id"], a["verdict"]) for a in answers] == [("b", "contradicts"), (7, "silent"), ("a", "supports")]


def test_evidence_is_the_sources_own_words():
    [answer] = [json.loads(line) for line in run(request("a")).stdout.splitlines()]
    [found] = answer["evidence"]
    assert TEXT[found["start"] : found["end"]] == found["quote"] and found["relation"] == "contradicts"
    assert answer["reason"]


def test_a_text_may_stand_for_its_source():
    done = run(json.dumps({"id": 1, "claim": CLAIM, "source": CLAIM}))
    assert json.loads(done.stdout)["verdict"] == "supports"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ('{"id": 1, "claim": "Two left."}', '"source"'),
        ("[]", '"source"'),
        (request(1, as_of="soon"), '"as_of" is not a date'),
        ('{"id": 1, "claim": 144, "source": "Two left."}', '"claim" is not text: 144'),
        ('{"id": 1, "claim": "Two left.", "source": {"text": null}}', '"text" is not text: None'),
    ],
)
def test_a_bad_line_is_named_and_what_came_before_it_is_answered(line, told):
    done = run(request("a"), line, request("b"))
    assert done.exit_code == 2
    assert [json.loads(answer)["id"] for answer in done.stdout.splitlines()] == ["a"]
    assert "line 2" in done.stderr and told in done.stderr


def test_signs_that_no_encoding_has_and_the_mark_of_an_editor_stop_nothing():
    done = run("\ufeff" + request("a", text="Half a sign, \ud83d, and 143 police officers whom Kenya sent to Haiti."))
    assert done.exit_code == 0, done.output
    [found] = json.loads(done.stdout)["evidence"]
    assert "\ud83d" in found["quote"]


def test_nothing_in_nothing_out():
    done = run()
    assert (done.exit_code, done.stdout) == (0, "")


def test_the_same_answers_whether_judged_in_one_chunk_or_in_many(monkeypatch):
    lines = [request(n, f"Kenya sent {n} police officers to Haiti.") for n in range(140, 148)]
    whole = run(*lines).stdout
    monkeypatch.setattr(pairs, "CHUNK", 3)
    monkeypatch.setattr(pairs, "POOL_FROM", 9)
    assert run(*lines).stdout == whole


def test_the_same_answers_from_several_processes(monkeypatch):
    lines = [request(n, f"Kenya sent {n} police officers to Haiti.") for n in range(140, 148)]
    whole = run(*lines).stdout
    monkeypatch.setattr(pairs, "CHUNK", 2)
    monkeypatch.setattr(pairs.os, "cpu_count", lambda: 2)
    assert run(*lines).stdout == whole
