"""A scenario, read before it runs: every sentence found, every name looked up, every fault told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from rapidfuzz import fuzz, process, utils

from secondsource.facts import Fact, Place
from secondsource.facts.dossier import Dossier, may_hold_facts
from secondsource.judging.kept import contents
from secondsource.judging.unjudged import Contents
from secondsource.sources.errors import Fault
from secondsource.steps import who
from secondsource.steps.asking import Expectation, Who
from secondsource.steps.faults import Misread
from secondsource.steps.gherkin import Line, Scenario
from secondsource.steps.meant import asked_instead, meant
from secondsource.steps.parameters import impossible_day, no_such_day
from secondsource.steps.patterns import Index, Sentence
from secondsource.steps.scope import Scope
from secondsource.steps.stating import STATE, unstated
from secondsource.steps.vocabulary import GIVENS, PREDICATES


class House(Protocol):
    """A newsroom's own steps, as the plugin finds them."""

    def find(self, line: Line) -> Any:
        """The step that a line calls, or None; raises :class:`Misread` where it could be two."""

    def sentences(self) -> Iterable[tuple[str, str]]:
        """The type and the words of each, for suggestions."""


class NoHouse:
    """No steps but the built-in ones."""

    def find(self, line: Line) -> None:
        """Nothing is found."""

    def sentences(self) -> Iterable[tuple[str, str]]:
        """There are none."""
        return ()


@dataclass(frozen=True, slots=True)
class Bound:
    """One line, ready to run: an expectation to try, a house step to call, or a Given that is already in the scope."""

    line: Line
    scope: Scope
    expectation: Expectation | None = None
    house: Any = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A scenario, ready to run."""

    scenario: Scenario
    steps: tuple[Bound, ...]

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        """What it will ask."""
        return tuple(step.expectation for step in self.steps if step.expectation)


def bind(scenario: Scenario, scope: Scope, path: Path, house: House) -> tuple[Plan, list[Fault]]:
    """Find every sentence of a scenario. A fault of one line does not hide those of the next."""
    steps: list[Bound] = []
    faults: list[Fault] = []
    for line in scenario.steps:
        scope = replace(scope, place=Place(path, line.line))
        try:
            found = _line(line, scope, house)
        except Misread as error:
            if faults and error.code == "no-subject":
                continue  # the line that could not be read may have said what "it" is
            faults.append(Fault(path, line.line, error.code, f"{_shown(line)}: {error.message}", error.suggestion))
            continue
        steps.append(found)
        scope = found.scope
    if not faults and not any(step.expectation or (step.house and step.line.type != "given") for step in steps):
        message = f'the scenario "{scenario.name}" has no Then: it would pass without checking anything'
        faults.append(Fault(path, scenario.line, "no-then", message))
    return Plan(scenario, tuple(steps)), faults


_NOT_FOUND = {"unknown-fact": "facts", "unknown-source": "documents", "no-sources": "documents"}
"""What a sentence cannot find -> the part of the dossier that may not have been read."""


def following(faults: Iterable[Fault], dossier: Dossier) -> tuple[list[Fault], list[Fault]]:
    """A feature file's own faults, and those that may only follow from faults of the dossier.

    >>> broken = Fault(Path("story/dossier.yaml"), 2, "bad-fact", 'a fact needs "claim"')
    >>> lost = Fault(Path("a.feature"), 3, "unknown-fact", 'Given the fact "size": there is no fact "size"')
    >>> other = Fault(Path("a.feature"), 4, "unknown-step", "no sentence or step matches")
    >>> own, after = following([lost, other], Dossier(Path("story"), faults=(broken,)))
    >>> [fault.line for fault in own], [fault.suggestion for fault in after]
    ([4], ['mend the faults of the facts first; it may be there then'])
    """
    unread = {"facts" if _is_of_facts(fault.path, dossier.root) else "documents" for fault in dossier.faults}
    own: list[Fault] = []
    after: list[Fault] = []
    for fault in faults:
        part = _NOT_FOUND.get(fault.code, "")
        if part in unread:
            after.append(replace(fault, suggestion=f"mend the faults of the {part} first; it may be there then"))
        else:
            own.append(fault)
    return own, after


def _is_of_facts(path: Path, root: Path) -> bool:
    return may_hold_facts(path, root) or (path.is_relative_to(root / "facts") and path.is_dir())


def _line(line: Line, scope: Scope, house: House) -> Bound:
    if own := house.find(line):
        return Bound(line, scope, house=own)
    below = "table" if line.table else "text" if line.docstring is not None else ""
    text = line.text.strip().rstrip(":").rstrip() if below else line.text.strip().removesuffix(".")
    if line.type in ("given", "") and (found := GIVENS.find(text, below)):
        sentence, holes = found
        _check_below(sentence, below)
        return Bound(line, sentence.does(scope, holes, line))
    if line.type in ("then", "") and (asked := who.split(text)) and (found := PREDICATES.find(asked[1], below)):
        sentence, holes = found
        _check_below(sentence, below)
        return _expected(line, scope, sentence, holes, who.read(asked[0], scope))
    raise _unknown(line, text, house)


def sentence(line: Line, scope: Scope) -> Expectation:
    """One Then sentence of the vocabulary, by itself."""
    found = _line(line, scope, NoHouse())
    if found.expectation is None:
        raise Misread("unknown-step", "it asks nothing")
    return found.expectation


def _expected(line: Line, scope: Scope, sentence: Sentence, holes: dict[str, str], asked: Who) -> Bound:
    facts, test = sentence.does(scope, holes, line)
    facts = tuple(scope.told(fact) for fact in facts)
    if asked.quantity == "every that speaks" and not test.judges:
        raise Misread("unknown-step", "that asks of the document, not of a claim", 'write "every source"')
    said = (*scope.said, *facts) if test.judges else scope.said
    expectation = Expectation(asked, facts, test, line, scope.sources)
    return Bound(line, replace(scope, said=said), expectation)


def _check_below(sentence: Sentence, below: str) -> None:
    if sentence.below != below:
        words = {"table": "a table", "text": 'a doc string (""")', "": "nothing"}
        raise Misread("missing-table", f"it needs {words[sentence.below]} below it, and has {words[below]}")


# -- what was perhaps meant --------------------------------------------------------------------------------------------


def _unknown(line: Line, text: str, house: House) -> Misread:
    for kind, index, rest in _other_types(line, text):
        if index.find(rest):
            return Misread("unknown-step", f"this sentence is a {kind}", f"begin it with {kind}")
    asked = who.split(text) if line.type != "given" else None
    wrong = f'no sentence goes on like "{_short(asked[1])}"' if asked else "no sentence or step matches"
    known = [words for kind, words in house.sentences() if kind in (line.type, "")]
    own = process.extractOne(text, known, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60)
    near = own[0] if own else _meant(line, text)
    return Misread("unknown-step", wrong, f"did you mean: {near}" if near else "see: secondsource steps")


def _meant(line: Line, text: str) -> str:
    """The nearest sentence of the vocabulary, with the line's own words; its keyword where the line has another."""
    given = "" if line.type == "then" else meant(text, GIVENS)
    if line.type == "given":
        return given
    asked = who.split(text)
    rest = meant(asked[1], PREDICATES, asked[0][0]) if asked else ""
    then = f"{asked[0][0]} {rest}" if asked and rest else asked_instead(text, PREDICATES)
    if line.type == "then":
        return then
    return f"Then {then}" if then else f"Given {given}" if given else ""


def _other_types(line: Line, text: str) -> Iterable[tuple[str, Index, str]]:
    if line.type != "given":
        yield "Given", GIVENS, text
    if line.type != "then" and (asked := who.split(text)):
        yield "Then", PREDICATES, asked[1]


def _shown(line: Line) -> str:
    return str(line).rstrip(":")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


# -- claims with something to check ------------------------------------------------------------------------------------

NEEDED = {
    "count": ("count",),
    "money": ("money", "count"),
    "share": ("share", "count"),
    "date": ("date", "clock"),
    "identifier": ("identifier",),
    "quote": ("quotation",),
    "sum": ("count",),
}
"""What must be read in a claim of each kind; a claim of another kind needs only something."""
NAMES = {"money": "amount", "sum": "count", "quote": "quotation"}


def check_claims(plans: Iterable[tuple[Path, Plan]]) -> list[Fault]:
    """Faults for claims with nothing in them that a source could support or contradict, or that cannot be so."""
    asked = [(path, e, fact) for path, plan in plans for e in plan.expectations if e.test.judges for fact in e.facts]
    faults = {}
    for (path, expectation, fact), wrong in zip(asked, misread(fact for _, _, fact in asked), strict=True):
        if wrong:
            message = f"{_shown(expectation.line)}: {wrong.message}"
            key = (expectation.line.line, fact.claim)
            faults[key] = Fault(path, expectation.line.line, wrong.code, message, wrong.suggestion)
    return list(faults.values())


def misread(facts: Iterable[Fact]) -> list[Misread | None]:
    """For each fact what keeps its claim from being checked; None where nothing does."""
    facts = list(facts)
    if not facts:
        return []
    found = contents([(fact.claim, fact.as_of) for fact in facts])
    return [_misread(each, fact) for each, fact in zip(found, facts, strict=True)]


def _misread(found: Contents, fact: Fact) -> Misread | None:
    # A fact of a YAML file may call itself anything; a sentence of the vocabulary has promised its kind of value.
    promised = fact.place.path is not None and fact.place.path.suffix == ".feature"
    needed = NEEDED.get(fact.kind, ()) if promised else ()
    if day := impossible_day(fact.claim):
        return no_such_day(day)
    if nothing := unstated(fact.claim):
        return Misread("nothing-to-check", f'"{_short(fact.claim)}": {nothing}', STATE)
    if needed and not found.kinds.intersection(needed):
        return Misread("bad-value", f'no {NAMES.get(fact.kind, fact.kind)} can be read in "{_short(fact.claim)}"')
    if not found.checkable:
        message = f'there is nothing to check in "{_short(fact.claim)}"'
        return Misread("nothing-to-check", message, "say who did what, when, where or how much")
    if found.slips:
        return Misread("bad-date", found.slips[0], "put the weekday or the date right")
    return None
