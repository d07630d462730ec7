"""A scenario as it runs: expectations are tried, the newsroom's own steps called, and what was found kept."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.compat import inject_fixture

from secondsource.facts import Fact
from secondsource.judging import Judgement
from secondsource.plugin.house import HouseCall
from secondsource.plugin.patience import patience
from secondsource.reporting import Check
from secondsource.sources import Source
from secondsource.steps import binding, failure
from secondsource.steps.asking import Expectation, Judge, Outcome, try_out
from secondsource.steps.binding import Bound
from secondsource.steps.faults import Misread
from secondsource.steps.gherkin import Line
from secondsource.steps.scope import Scope


class Unheld(Exception):
    """Expectations that did not hold, as they are shown."""

    def __init__(self, text: str, message: str, line: int) -> None:
        super().__init__(message)
        self.text, self.message, self.line = text, message, line


class HouseFault(Exception):
    """A step of the newsroom's own that raised: the line that called it, with the cause behind."""

    def __init__(self, line: Line) -> None:
        super().__init__(str(line))
        self.line = line


class Memory:
    """Judgements made in this run: several sentences may ask one fact of one source."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._known: dict[Any, Judgement] = {}

    def judge(self, pairs: Sequence[tuple[Fact, Source]]) -> list[Judgement]:
        """A judgement for each pair, in order; what is not known is judged in one batch."""
        keys = [(_key(fact), source.id, source.sha256, source.published) for fact, source in pairs]
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in self._known}
        if missing:
            with patience(self._config, f"reading {len({source.id for _, source in missing.values()})} sources"):
                found = self._config.hook.pytest_secondsource_judge(pairs=list(missing.values()))
            self._known.update(zip(missing, found, strict=True))
        return [replace(self._known[key], fact=fact.id) for key, (fact, _) in zip(keys, pairs, strict=True)]


def _key(fact: Fact) -> Any:
    aliases = tuple(sorted((word, tuple(others)) for word, others in fact.aliases.items()))
    return fact.claim, fact.kind, fact.as_of, fact.tolerance, aliases


class Story:
    """What a step of the newsroom's own can ask of the running scenario: the fixture ``story``.

    ``story.sources`` and ``story.as_of`` are what the Given sentences have made of them so far;
    ``story.judge("144 officers left")`` gives each source's judgement by its id; and
    ``story.then('at least 2 sources say 144 officers left')`` tries a sentence of the vocabulary.
    """

    def __init__(self, run: Run) -> None:
        self._run = run

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources in scope."""
        return self._run.scope.sources

    @property
    def as_of(self) -> date | None:
        """The day that the story is told on."""
        return self._run.scope.as_of

    def fact(self, name: str) -> Fact:
        """A fact of the dossier."""
        return self._run.scope.told(self._run.scope.fact(name))

    def judge(self, claim: str | Fact) -> dict[str, Judgement]:
        """What each source in scope says of a claim, by the source's id."""
        fact = claim if isinstance(claim, Fact) else self._run.scope.told(self._run.scope.claim(claim))
        judged = self._run.judge([(fact, source) for source in self.sources])
        return {judgement.source: judgement for judgement in judged}

    def then(self, sentence: str) -> None:
        """Try a Then sentence of the vocabulary; it counts, is reported and fails like one that is written out."""
        self._run.then(sentence)


class Run:
    """One scenario, running."""

    def __init__(self, title: str, path: Path, shown: str, judge: Judge, where: str = "") -> None:
        self.title, self.path, self.shown, self.judge, self.where = title, path, shown, judge, where
        self.outcomes: list[Outcome] = []
        self.failures: list[tuple[str, str, int]] = []
        self.scope: Scope
        self._line: Line

    @property
    def checks(self) -> list[Check]:
        """What was tried, for the report."""
        return [outcome.check for outcome in self.outcomes]

    def steps(self, bound: Sequence[Bound], request: Any) -> None:
        """Run all of it. After a failure the expectations that follow are still tried; house steps are not."""
        for step in bound:
            self.scope, self._line = step.scope, step.line
            if step.expectation:
                self.expect(step.expectation)
            elif step.house and not self.failures:
                self._call(step.line, step.house, request)
        self.settle()

    def settle(self) -> None:
        """Fail, if anything did not hold."""
        if self.failures:
            texts, messages, lines = zip(*self.failures, strict=True)
            raise Unheld("\n\n".join(texts), messages[0], lines[0])

    def expect(self, expectation: Expectation) -> None:
        """Try one expectation, and keep what came of it."""
        for outcome in try_out(expectation, self.judge, self.title, self.path):
            if not outcome.check.held:
                failed = [earlier for earlier in self.outcomes if not earlier.check.held]
                text = failure.rendered(self.shown, expectation, outcome, failed, self.where)
                self.failures.append((text, outcome.check.message, expectation.line.line))
            self.outcomes.append(outcome)

    def then(self, sentence: str) -> None:
        """Try a sentence that a house step gives."""
        line = replace(self._line, keyword="Then", type="then", text=sentence, docstring=None, table=None)
        try:
            found = binding.sentence(line, self.scope)
        except Misread as error:
            raise ValueError(f"{sentence}: {error.message} {error.suggestion}".strip()) from error
        self.expect(found)

    def _call(self, line: Line, call: HouseCall, request: Any) -> None:
        context = call.step.context
        values = {name: request.getfixturevalue(name) for name in call.fixtures}
        try:
            result = context.step_func(**call.arguments, **values)
            if inspect.isgenerator(result):
                request.addfinalizer(lambda generator=result: next(generator, None))
                result = next(result)
            if inspect.isawaitable(result):
                raise TypeError(f"the step ({call.step.place}) returned something to be awaited: it has not run")
        except (AssertionError, Exception) as error:
            raise HouseFault(line) from error
        if context.target_fixture is not None:
            inject_fixture(request, context.target_fixture, result)
