"""What a Then asks: of whom, what, and whether the answers are enough.

An :class:`Expectation` is made when a feature is collected and tried when its scenario runs. Every source is asked
before anything fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Judgement, Verdict
from secondsource.reporting.deciding import in_telling_words
from secondsource.reporting.finding import ENDED, Status, said_against, status_of
from secondsource.reporting.model import Check
from secondsource.reporting.standing import told
from secondsource.reporting.words import day
from secondsource.sources import Source
from secondsource.sources.independence import independent_groups
from secondsource.steps.gherkin import Line

Judge = Callable[[Sequence[tuple[Fact, Source]]], Sequence[Judgement]]

AGAINST = frozenset({Verdict.CONTRADICTS, Verdict.MIXED})
"""A source that disagrees with itself does contradict the fact, in one of its passages."""


NO_SUPPORT = "a contradiction that is accepted is no support"

DO = {
    Verdict.SUPPORTS: ("supports it", "support it"),
    Verdict.CONTRADICTS: ("contradicts it", "contradict it"),
    Verdict.MIXED: ("disagrees with itself", "disagree with themselves"),
    Verdict.INCONCLUSIVE: ("leaves it open", "leave it open"),
    Verdict.SILENT: ("says nothing of it", "say nothing of it"),
}
"""What a source does with a claim, and what several do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One source's answer to one fact; ``judgement`` is None where only the document itself was looked at."""

    source: Source
    judgement: Judgement | None
    acceptance: Acceptance | None = None
    """The acceptance that covers its contradiction, or did."""
    standing: Status = Status.OPEN
    """Whether that stands, or why it does not."""

    @property
    def verdict(self) -> Verdict | None:
        """Its verdict, where it was judged."""
        return self.judgement.verdict if self.judgement else None

    @property
    def accepted(self) -> bool:
        """Whether its contradiction is accepted as it stands."""
        return self.standing is Status.ACCEPTED

    @property
    def ended(self) -> str:
        """The acceptance that does not cover it any more, in words; empty where there is none."""
        if self.judgement is None or self.acceptance is None or self.standing not in ENDED:
            return ""
        return told(self.acceptance, self.standing, said_against(self.judgement))


@dataclass(frozen=True, slots=True)
class Test:
    """What is asked of one source: ``holds`` decides, ``doing`` and ``done`` say it ("supporting", "supports")."""

    done: str
    plural: str
    holds: Callable[[Answer], bool]
    verdict: Verdict | None = None
    """The one verdict that it asks for, if it asks for one."""
    judges: bool = True
    """Whether a fact must be judged for it."""
    about: Callable[[Answer], str] = lambda answer: ""
    """What a table shows where nothing was judged."""
    read: Judge | None = None
    """What answers in the place of the engine, where a sentence asks for less than a verdict on a claim."""
    lenient: bool = False
    """Whether a contradiction that is accepted satisfies it: it asks for no verdict, or names others that will do."""


@dataclass(frozen=True, slots=True)
class Who:
    """Of whom it is asked: a quantity (a key of :data:`QUANTITIES`), and among which sources."""

    quantity: str
    words: str
    population: tuple[Source, ...]
    n: int = 0
    independent: bool = False
    named: bool = False
    """Whether the sentence names its sources: then each of them is asked, also one whose contradiction is accepted."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of a population, counted."""

    answers: tuple[Answer, ...]
    yes: tuple[Answer, ...]
    enough: int
    """How many hold, as the quantity counts them: sources, or independent groups of them."""


def _all_of(who: Who, tally: Tally) -> bool:
    return bool(tally.answers) and len(tally.yes) == len(tally.answers)


def _all_that_speak(who: Who, tally: Tally) -> bool:
    speaking = [answer for answer in tally.answers if answer.verdict is not Verdict.SILENT]
    return bool(speaking) and all(answer in tally.yes for answer in speaking)


QUANTITIES: dict[str, Callable[[Who, Tally], bool]] = {
    "every": _all_of,
    "every that speaks": _all_that_speak,
    "no": lambda who, tally: bool(tally.answers) and not tally.yes,
    "at least": lambda who, tally: tally.enough >= who.n,
    "at most": lambda who, tally: bool(tally.answers) and tally.enough <= who.n,
    "exactly": lambda who, tally: tally.enough == who.n,
    "only": lambda who, tally: (
        bool(tally.yes) and {a.source.id for a in tally.yes} == {s.id for s in who.population[:1]}
    ),
}
"""How many must say yes. None of them holds where there is nobody to ask."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One Then: every fact of it is asked of everybody in it."""

    who: Who
    facts: tuple[Fact, ...]
    test: Test
    line: Line
    everybody: tuple[Source, ...] = ()
    """All sources in scope, for the table and for what only one of them may do."""

    @property
    def forgives(self) -> bool:
        """Whether nothing but a contradiction that nobody has accepted breaks it."""
        return self.test.lenient or (self.test.verdict in AGAINST and self.who.quantity in ("no", "at most"))

    @property
    def leaves_out_accepted(self) -> bool:
        """Whether a source is left out of the question once its contradiction is accepted."""
        asked_for = self.test.verdict in AGAINST and not self.forgives
        return not asked_for and (self.forgives or not self.who.named)

    @property
    def can_hold_by_acceptance(self) -> bool:
        """Whether accepting a contradiction can make it hold."""
        return self.forgives or (self.leaves_out_accepted and self.who.quantity in ("every", "every that speaks"))

    def pairs(self) -> list[tuple[Fact, Source]]:
        """What must be judged for it."""
        return [(fact, source) for fact in self.facts for source in self._asked()] if self.test.judges else []

    def _asked(self) -> tuple[Source, ...]:
        return self.everybody if self.who.quantity == "only" else self.who.population


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an expectation for one fact."""

    check: Check
    answers: tuple[Answer, ...]
    yes: tuple[Answer, ...] = ()
    accepted: tuple[Answer, ...] = field(default=())


def try_out(expectation: Expectation, judge: Judge, scenario: str, path: Path | None = None) -> list[Outcome]:
    """Ask everybody, fact by fact."""
    judged = map(in_telling_words, (expectation.test.read or judge)(expectation.pairs()))
    asked = expectation._asked()
    outcomes = []
    for fact in expectation.facts:
        answers = tuple(_answer(fact, source, next(judged) if expectation.test.judges else None) for source in asked)
        outcomes.append(_outcome(expectation, fact, answers, scenario, path))
    return outcomes


def _answer(fact: Fact, source: Source, judgement: Judgement | None) -> Answer:
    """An answer with the acceptance of its contradiction, if there is one, as it stands on the day of the run."""
    if judgement is None or judgement.verdict not in AGAINST:
        return Answer(source, judgement)
    today, said = date.today(), said_against(judgement)
    known = fact.acceptance_of(judgement.source, today, said)
    return Answer(source, judgement, known, status_of(known, today, said)) if known else Answer(source, judgement)


def _outcome(
    expectation: Expectation, fact: Fact, answers: tuple[Answer, ...], scenario: str, path: Path | None
) -> Outcome:
    who, test = expectation.who, expectation.test
    # An accepted contradiction is out of the question: it neither breaks "every" nor "no". It is never support, so that
    # nobody left to ask is enough only where no support is asked for.
    left_out = expectation.leaves_out_accepted
    counted = tuple(answer for answer in answers if not (answer.accepted and left_out))
    yes = tuple(answer for answer in counted if test.holds(answer))
    enough = _voices(yes, expectation.everybody) if who.independent else len(yes)
    all_forgiven = bool(answers) and not counted and expectation.forgives
    held = QUANTITIES[who.quantity](who, Tally(counted, yes, enough)) or all_forgiven
    check = Check(
        fact=fact,
        judgements=tuple(a.judgement for a in answers if a.judgement),
        held=held,
        sentence=str(expectation.line),
        scenario=scenario,
        place=Place(path, expectation.line.line) if path else fact.place,
        message="" if held else _message(expectation, answers, counted, yes, enough),
        expects=_expected(expectation, answers, yes),
    )
    return Outcome(check, answers, yes, tuple(a for a in answers if a.accepted))


def _expected(expectation: Expectation, answers: Sequence[Answer], yes: Sequence[Answer]) -> dict[str, str]:
    """The verdict that is asked of each source by name; a source that disagrees with itself may be asked for that."""
    if not expectation.test.verdict or expectation.who.quantity not in ("every", "only"):
        return {}
    return {a.source.id: (a.verdict if a in yes and a.verdict else expectation.test.verdict).value for a in answers}


@lru_cache(maxsize=64)
def _groups(sources: tuple[Source, ...]) -> tuple[frozenset[str], ...]:
    return independent_groups(sources)


def _voices(yes: Iterable[Answer], everybody: Sequence[Source]) -> int:
    ids = {answer.source.id for answer in yes}
    return sum(1 for group in _groups(tuple(everybody)) if group & ids)


def _message(
    expectation: Expectation, answers: Sequence[Answer], counted: Sequence[Answer], yes: Sequence[Answer], enough: int
) -> str:
    who, test = expectation.who, expectation.test
    if answers and not counted:
        names = ", ".join(answer.source.id for answer in answers)
        return f"expected {who.words} to {test.plural}: nobody does; {names}: {NO_SUPPORT}"
    if not counted:
        return f"expected {who.words} to {test.plural}, and there is no source to ask"
    found = f"{len(yes)} of {len(counted)} {'does' if len(yes) == 1 else 'do'}" if yes else "none does"
    if len(counted) == 1 and counted[0].verdict:
        found = f"it {DO[counted[0].verdict][0]}"
    if who.independent and yes:
        found = f"{enough} independent {'voice does' if enough == 1 else 'voices do'} ({found})"
    return f"expected {who.words} to {test.plural}: {found}{_reasons(test, counted, yes)}"


def _reasons(test: Test, counted: Sequence[Answer], yes: Sequence[Answer]) -> str:
    """Why: the first source on the wrong side, in the engine's words; a contradiction tells most."""
    wrong = [answer for answer in counted if answer.judgement and (answer in yes) == (test.verdict in AGAINST)]
    wrong = [answer for answer in wrong if answer.verdict is not Verdict.SILENT]
    told = sorted(wrong, key=lambda answer: answer.verdict not in AGAINST)[:2]
    return "".join(f"; {a.source.id}: {a.judgement.reason}{_ended(a)}" for a in told if a.judgement)


def _ended(answer: Answer) -> str:
    if answer.acceptance and answer.standing is Status.EXPIRED:
        return f" (its acceptance expired on {day(answer.acceptance.until)})"
    if answer.standing is Status.OUTDATED:
        return " (its acceptance is outdated)"
    return f" ({NO_SUPPORT})" if answer.accepted else ""
