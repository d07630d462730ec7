"""Judgements kept between runs: the same as those made anew, found by all that they depend on, and never trusted."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secondsource import cache
from secondsource.facts import Fact
from secondsource.judging import Judgement, Verdict, judge, judge_all, kept
from secondsource.judging.engine import judge_all as judged_anew
from secondsource.language import parser
from secondsource.sources import Source

TIDE = Source(
    "tide",
    "Tollund, Monday - The ferry Askja left with 212 passengers, the harbour office said. It may carry 300.\n\n"
    "The mayor, Ida Lund, did not say that it had cost $4 million.",
    title="Ferry leaves",
    published=date(2025, 3, 4),
)
SOUND = Source("sound", "Nothing was heard of the ferry Askja, which has 220 seats.", published=date(2025, 3, 5))
FRENCH = Source("fil", "Le bac est parti. Il pleut.", language="fr")
FACTS = (
    Fact("load", "The ferry Askja left with 220 passengers.", aliases={"Askja": ("the ferry",)}),
    Fact("day", "The ferry Askja left Tollund on 3 March 2025."),
    Fact("cost", "The ferry cost $4 million."),
    Fact("nothing", "!!!"),
)
REQUESTS = [(fact, source) for fact in FACTS for source in (TIDE, SOUND, FRENCH)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    forget()
    yield tmp_path / "cache"
    forget()


def forget() -> None:
    kept._store.cache_clear()
    parser._store.cache_clear()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The facts and sources that the engine is asked about."""
    seen: list[tuple[str, str]] = []

    def noted(requests: Any) -> list[Judgement]:
        seen.extend((fact.id, source.id) for fact, source in requests)
        return judged_anew(requests)

    monkeypatch.setattr("secondsource.judging.engine.judge_all", noted)
    return seen


def test_what_is_kept_is_what_was_judged(asked: list[tuple[str, str]]) -> None:
    anew = judged_anew(REQUESTS)
    assert {judgement.verdict for judgement in anew} > {Verdict.SILENT, Verdict.CONTRADICTS}
    assert any(evidence.replies and evidence.marks for judgement in anew for evidence in judgement.evidence)
    assert judge_all(REQUESTS) == anew
    assert len(asked) == len(REQUESTS)
    forget()
    assert judge_all(REQUESTS) == anew
    assert len(asked) == len(REQUESTS)


def test_only_what_is_new_is_judged(asked: list[tuple[str, str]]) -> None:
    judge_all(REQUESTS[:2])
    asked.clear()
    assert judge_all(REQUESTS) == judged_anew(REQUESTS)
    assert asked == [(fact.id, source.id) for fact, source in REQUESTS[2:]]


def test_a_fact_under_another_name_is_told_under_that_name(asked: list[tuple[str, str]]) -> None:
    judge(FACTS[0], TIDE)
    asked.clear()
    told = judge(replace(FACTS[0], id="other", note="new", needs=3), replace(TIDE, id="wire"))
    assert not asked
    assert (told.fact, told.source, {e.source for e in told.evidence}) == ("other", "wire", {"wire"})


@pytest.mark.parametrize(
    "changed",
    [
        (replace(FACTS[0], claim="The ferry Askja left with 212 passengers."), TIDE),
        (replace(FACTS[0], kind="count"), TIDE),
        (replace(FACTS[0], aliases={}), TIDE),
        (replace(FACTS[0], tolerance=0.1), TIDE),
        (replace(FACTS[0], as_of=date(2025, 3, 4)), TIDE),
        (FACTS[0], replace(TIDE, text=TIDE.text + " It rained.")),
        (FACTS[0], replace(TIDE, title="")),
        (FACTS[0], replace(TIDE, published=None)),
        (FACTS[0], replace(TIDE, language="de")),
    ],
)
def test_whatever_a_judgement_depends_on_is_asked_for(
    asked: list[tuple[str, str]], changed: tuple[Fact, Source]
) -> None:
    judge(FACTS[0], TIDE)
    asked.clear()
    judge(*changed)
    assert len(asked) == 1


class Watched:
    """A fact or a source that notes which of its fields are read."""

    def __init__(self, of: Any) -> None:
        self.of, self.read = of, set[str]()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self.of, name)


def test_a_judgement_depends_on_nothing_that_it_is_not_found_by() -> None:
    by_key = Watched(FACTS[0]), Watched(TIDE)
    kept._about(*by_key)  # type: ignore[arg-type]
    for fact, source in REQUESTS:
        watched = Watched(fact), Watched(source)
        judged_anew([watched])  # type: ignore[list-item]
        for by_engine, known in zip(watched, by_key, strict=True):
            names = {field.name for field in fields(by_engine.of)}
            assert by_engine.read & names <= known.read | {"id", "text"}


def test_another_engine_finds_nothing(asked: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    judge_all(REQUESTS)
    asked.clear()
    monkeypatch.setattr(kept, "_fingerprint", lambda: "another")
    judge_all(REQUESTS)
    assert len(asked) == len(REQUESTS)


def test_the_engine_is_known_by_its_files_and_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = cache.fingerprint()
    assert cache.fingerprint() == ours
    assert cache.fingerprint("comparing") != ours
    for name, other in (("ENGINE", cache.ENGINE[1:]), ("_version", lambda name: "0"), ("_contents", lambda name: b"")):
        with monkeypatch.context() as changed:
            changed.setattr(cache, name, other)
            assert cache.fingerprint() != ours


@pytest.mark.parametrize(
    "entry", ["[]", "{}", "1", '["supports","",[[[0,99999],"supports","",[],"",[],""]]]', '["no","",[]]']
)
def test_an_entry_that_is_no_judgement_is_judged_anew(asked: list[tuple[str, str]], entry: str) -> None:
    anew = judge(FACTS[0], TIDE)
    store = kept._store()
    assert store is not None
    store.put({json.dumps([kept._fingerprint(), *kept._about(FACTS[0], TIDE)]): entry})
    asked.clear()
    assert judge(FACTS[0], TIDE) == anew
    assert asked
    asked.clear()
    assert judge(FACTS[0], TIDE) == anew
    assert not asked


def test_a_damaged_file_is_made_anew(folder: Path, asked: list[tuple[str, str]]) -> None:
    anew = judge_all(REQUESTS)
    forget()
    for file in folder.glob("judgements*"):
        file.write_bytes(b"not a database at all" * 400)
    assert judge_all(REQUESTS) == anew
    asked.clear()
    forget()
    assert judge_all(REQUESTS) == anew
    assert not asked


def test_without_a_cache_all_is_judged(asked: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    forget()
    assert judge_all(REQUESTS) == judge_all(REQUESTS)
    assert len(asked) == 2 * len(REQUESTS)


def test_two_processes_may_judge_at_once(folder: Path) -> None:
    program = (
        "import sys; from secondsource.judging import judge; from secondsource.facts import Fact\n"
        "from secondsource.sources import Source\n"
        "for n in range(40):\n"
        "    said = judge(Fact('load', f'The ferry carried {n} people.'), Source('s', 'The ferry carried 7 people.'))\n"
        "    print(said.verdict)\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert told[0] == told[1]
    assert told[0].count(b"supports") == 1


def test_an_unchanged_dossier_starts_neither_parser_nor_engine() -> None:
    program = (
        "import sys; from datetime import date; from secondsource.judging import judge\n"
        "from secondsource.judging.kept import contents\n"
        "from secondsource.facts import Fact; from secondsource.sources import Source\n"
        "contents([('The ferry carried 7 people.', None)])\n"
        "judge(Fact('load', 'The ferry carried 7 people.'), Source('s', 'The ferry carried 8 people.'))\n"
        "print(*(name for name in sys.modules if name.split('.')[-1] in ('spacy', 'aligning', 'values', 'lexicon')))\n"
    )
    first, second = (subprocess.run([sys.executable, "-c", program], capture_output=True, check=True) for _ in range(2))
    assert b"spacy" in first.stdout
    assert not second.stdout.split()


def test_what_there_is_to_check_in_a_claim_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [
        ("144 officers left on 6 February 2025.", None),
        ("!!!", None),
        ("They left on Monday.", date(2025, 3, 4)),
    ]
    anew = kept.contents(claims)
    assert [found.checkable for found in anew] == [True, False, True]
    monkeypatch.setattr(kept, "contents_of", lambda claims: pytest.fail("a claim was read again"))
    assert kept.contents(claims) == anew


def test_judging_does_not_hide_the_function_behind_a_module() -> None:
    judge(FACTS[0], TIDE)
    from secondsource import judging

    assert judging.judge is judge
