"""Feature files and facts files as pytest sees them: files with items in them, and no Python anywhere."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import ExceptionChainRepr, ExceptionRepr, ReprEntryNative, ReprFileLocation, ReprTraceback
from _pytest.fixtures import TopRequest
from _pytest.mark.structures import Mark, MarkDecorator

from secondsource.facts import Fact
from secondsource.facts.dossier import Dossier, facts_files
from secondsource.plugin import house, reports
from secondsource.plugin.dossiers import Dossiers, root_of
from secondsource.plugin.patience import patience
from secondsource.plugin.running import HouseFault, Memory, Run, Unheld
from secondsource.reporting.codes import told
from secondsource.sources.errors import Fault
from secondsource.steps import alone, binding, failure, gherkin
from secondsource.steps.binding import Plan
from secondsource.steps.parameters import QUOTED, unquoted
from secondsource.steps.scope import Scope

QUOTES = re.compile(QUOTED)
MEMORY = pytest.StashKey[Memory]()
TAGS = pytest.StashKey[set[str]]()


class CollectionError(Exception):
    """Everything that is wrong with a file, and with the dossier around it if nobody has said so yet."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"{len(self.faults)} faults")


class _File(pytest.File):
    """What feature files and facts files have in common: a dossier, and faults that are told all at once."""

    @property
    def root(self) -> Path:
        """The folder of the dossier."""
        return root_of(self.path, self.config.rootpath)

    @property
    def dossier(self) -> Dossier:
        """The dossier around the file."""
        return Dossiers.of(self.config).at(self.root)

    def check(self, faults: Iterable[Fault], following: Sequence[Fault] = ()) -> None:
        """Stop here if anything is wrong; of what may only follow from faults told elsewhere one is enough."""
        found = [*Dossiers.of(self.config).untold_faults(self.root), *faults] or following[:1]
        if found:
            raise CollectionError(dict.fromkeys(found))

    def shown(self, path: Path) -> str:
        """A path as it is written in messages."""
        return failure.relative(path, self.config.invocation_params.dir)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:  # type: ignore[override]
        """The faults, one a line, the way a compiler tells them."""
        if not isinstance(excinfo.value, CollectionError):
            return super().repr_failure(excinfo)
        faults = sorted(excinfo.value.faults, key=lambda fault: (str(fault.path), fault.line))
        return "\n".join(told(fault, self.shown(fault.path)) for fault in faults)


class FeatureFile(_File):
    """A ``.feature`` file."""

    def collect(self) -> Iterator[pytest.Item]:
        """Its scenarios, once all of them are sound."""
        feature = gherkin.read(self.path)
        faults = [*feature.faults, *house.load_folder(self.config, self.root / "steps")]
        own = house.visible_to(self)
        scope = Scope.of(self.dossier)
        plans = []
        for scenario in feature.scenarios:
            plan, wrong = binding.bind(scenario, scope, self.path, own)
            plans.append(plan)
            faults += wrong
        with patience(self.config, f"reading the claims of {self.path.name}"):
            faults += binding.check_claims((self.path, plan) for plan in plans)
        self.check(*binding.following(faults, self.dossier))
        self._add_tags(self, feature.tags)
        for plan in plans:
            item = ScenarioItem.from_parent(self, name=plan.scenario.id, plan=plan)
            self._add_tags(item, plan.scenario.tags)
            yield item

    def _add_tags(self, node: pytest.Collector | pytest.Item, tags: Sequence[str]) -> None:
        known = self.config.stash.setdefault(TAGS, set())
        for tag in tags:
            if tag not in known:
                known.add(tag)
                self.config.addinivalue_line("markers", f"{tag}: a tag of a feature file")
            node.add_marker(MarkDecorator(Mark(tag, (), {}, _ispytest=True), _ispytest=True))


class FactsFile(_File):
    """A YAML file of facts: each fact that no scenario speaks of is an item of its own."""

    @staticmethod
    def is_one(path: Path, top: Path) -> bool:
        """Whether a file is one of a dossier's files of facts; other projects have YAML too."""
        if path.suffix not in (".yaml", ".yml"):
            return False
        root = root_of(path, top)
        looks_so = (root / "sources").is_dir() or path.name.startswith("dossier.") or (root / "features").is_dir()
        return looks_so and path in set(facts_files(root))

    def collect(self) -> Iterator[pytest.Item]:
        """Its facts."""
        facts = [fact for fact in self.dossier.facts if fact.place.path == self.path]
        self.check(alone.faults(facts, self.dossier))
        for fact in facts:
            yield FactItem.from_parent(self, name=fact.id, fact=fact)


class _Item(pytest.Item):
    """A test with no Python function: fixtures, marks and reruns work as they do for functions."""

    def __init__(self, *, title: str, line: int, **known: Any) -> None:
        super().__init__(**known)
        self.title, self.line = title, line
        self.run: Run | None = None
        self.obj = None
        self._fixtureinfo = self.session._fixturemanager.getfixtureinfo(node=self, func=None, cls=None)
        self.fixturenames = self._fixtureinfo.names_closure
        self._initrequest()

    @property
    def file(self) -> _File:
        """The file that it stands in."""
        assert isinstance(self.parent, _File)
        return self.parent

    def _initrequest(self) -> None:
        self.funcargs: dict[str, object] = {}
        self._request = TopRequest(self, _ispytest=True)  # type: ignore[arg-type]

    def setup(self) -> None:
        """Autouse fixtures, and those of ``@usefixtures``."""
        self.run = None
        self._request._fillfixtures()

    def start(self) -> Run:
        """What it keeps of this try; a rerun starts anew."""
        memory = self.config.stash.setdefault(MEMORY, Memory(self.config))
        where = reports.to_accept(self.config, self.file.root)
        self.run = Run(self.title, self.path, self.file.shown(self.path), memory.judge, where)
        return self.run

    def found(self) -> str | None:
        """What it found, packed for the report."""
        if self.run is None or not self.run.outcomes:
            return None
        asked = (answer.source for outcome in self.run.outcomes for answer in outcome.answers)
        checks = [replace(check, known=self._is_known_to_fail) for check in self.run.checks]
        return reports.packed(self.file.root, self.file.dossier, asked, checks)

    @property
    def _is_known_to_fail(self) -> bool:
        return self.get_closest_marker("xfail") is not None and not self.config.option.runxfail

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it is written, and its name for a heading."""
        return self.path, self.line - 1, self.title

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The sentence, the sources and their words; of a house step that raised, its own part of the traceback."""
        error = excinfo.value
        if isinstance(error, Unheld):
            return _shown(error.text, self.file.shown(self.path), error.line, error.message)
        if isinstance(error, HouseFault) and error.__cause__ is not None:
            cause = error.__cause__
            message = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
            where = f"{self.file.shown(self.path)}:{error.line.line}\n  {error.line}\n\n"
            return _shown(where + _own_traceback(cause), self.file.shown(self.path), error.line.line, message)
        return super().repr_failure(excinfo, style)


def _shown(text: str, path: str, line: int, message: str) -> ExceptionRepr:
    """Text in the shape that pytest's summary, JUnit and xdist understand."""
    crash = ReprFileLocation(path, line, message)
    trace = ReprTraceback([ReprEntryNative([text + "\n"])], None, "native")
    return ExceptionChainRepr([(trace, crash, None)])


def _own_traceback(error: BaseException) -> str:
    """From the step's own function on; what called it is of no use to whoever wrote it."""
    frames = traceback.extract_tb(error.__traceback__)[1:]
    lines = traceback.format_list(frames) + traceback.format_exception_only(error)
    return "".join(f"  {line}" for chunk in lines for line in chunk.splitlines(keepends=True)).rstrip()


class ScenarioItem(_Item):
    """One scenario, or one row of an outline."""

    def __init__(self, *, plan: Plan, **known: Any) -> None:
        scenario = plan.scenario
        super().__init__(title=f"{scenario.feature}: {scenario.name}", line=scenario.line, **known)
        self.plan = plan

    def runtest(self) -> None:
        """Run its steps."""
        self.start().steps(self.plan.steps, self._request)

    @property
    def asked(self) -> tuple[Fact, ...]:
        """What it asks about: facts of the dossier, and claims of its own."""
        return tuple(fact for expectation in self.plan.expectations for fact in expectation.facts)

    @property
    def facts_told(self) -> set[tuple[Path, str]]:
        """The facts that it asks about: they need no item of their own."""
        asked = {fact.id for fact in self.asked}
        # A step of the newsroom's own asks about a fact by naming it.
        own = [step.line.text for step in self.plan.steps if step.house]
        asked |= {unquoted(words) for text in own for words in QUOTES.findall(text)}
        return {(self.file.root, fact) for fact in asked}


class FactItem(_Item):
    """One fact of a YAML file, checked against every source."""

    def __init__(self, *, fact: Fact, **known: Any) -> None:
        super().__init__(title=f"fact {fact.id}", line=fact.place.line, **known)
        self.fact = fact
        self.asked = (fact,)
        self.fact_alone = (self.file.root, fact.id)

    def runtest(self) -> None:
        """No contradiction that nobody has accepted, the verdicts that are expected, the support that it needs."""
        run = self.start()
        for expectation in alone.expectations(self.fact, self.file.dossier):
            run.expect(expectation)
        run.settle()
