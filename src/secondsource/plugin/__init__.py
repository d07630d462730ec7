"""The pytest plugin: feature files and facts are collected, run and reported with no Python file of their own."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

from secondsource import hooks
from secondsource.facts import Fact
from secondsource.judging import Judgement
from secondsource.plugin.dossiers import Dossiers
from secondsource.plugin.gathering import ATTRIBUTE, Gathering, packed
from secondsource.plugin.nodes import DOSSIERS, MEMORY, FactItem, FactsFile, FeatureFile, ScenarioItem
from secondsource.plugin.running import Memory, Story
from secondsource.sources import Source

GATHERING = pytest.StashKey[Gathering]()


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Make our hooks known."""
    pluginmanager.add_hookspecs(hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Our options, each of which ``secondsource check`` has as well."""
    group = parser.getgroup("secondsource", "checking facts against sources")
    group.addoption(
        "--secondsource-sources", metavar="DIR", help="the folder of documents, instead of the dossier's sources/"
    )
    group.addoption(
        "--secondsource-report", metavar="DIR", help="where reports are written, instead of the dossier's reports/"
    )
    group.addoption("--no-secondsource-report", action="store_true", help="write no reports")
    parser.addini("secondsource_collect", "collect .feature files and facts/*.yaml", type="bool", default=True)


def pytest_configure(config: pytest.Config) -> None:
    """One memory a run."""
    sources = config.getoption("--secondsource-sources")
    given = config.invocation_params.dir / sources if sources else None
    if given is not None and not given.is_dir():
        raise pytest.UsageError(f"{sources}: there is no such folder")
    config.stash[DOSSIERS] = Dossiers(given)
    config.stash[MEMORY] = Memory(config)
    config.stash[GATHERING] = Gathering()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Feature files, and the facts of a dossier."""
    if not parent.config.getini("secondsource_collect"):
        return None
    if file_path.suffix == ".feature":
        return FeatureFile.from_parent(parent, path=file_path)  # type: ignore[no-any-return]
    if FactsFile.is_one(file_path, parent.config.rootpath):
        return FactsFile.from_parent(parent, path=file_path)  # type: ignore[no-any-return]
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A fact that a scenario speaks of needs no item of its own: the scenario says what is expected."""
    told = {(item.file.root, fact) for item in items if isinstance(item, ScenarioItem) for fact in item.facts()}
    items[:] = [item for item in items if not (isinstance(item, FactItem) and (item.file.root, item.fact.id) in told)]


@pytest.hookimpl(trylast=True)
def pytest_secondsource_judge(pairs: Sequence[tuple[Fact, Source]]) -> Sequence[Judgement]:
    """The engine, unless a conftest.py has answered."""
    from secondsource.judging.judge import judge_all

    return judge_all(pairs)


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Story:
    """The running scenario, for steps of the newsroom's own: its sources, its facts, its verdicts."""
    item = request.node
    if not isinstance(item, ScenarioItem) or item.run is None:
        raise pytest.UsageError("the fixture story is for the steps of a scenario")
    return Story(item.run)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Send what a scenario found along with its report, which xdist carries from a worker to the controller."""
    report = yield
    if call.when == "call" and isinstance(item, ScenarioItem | FactItem) and item.run and item.run.outcomes:
        asked = (answer.source for outcome in item.run.outcomes for answer in outcome.answers)
        setattr(report, ATTRIBUTE, packed(item.file.root, item.file.dossier, asked, item.run.checks))
    return report


def pytest_sessionstart(session: pytest.Session) -> None:
    """Start to gather, where the reports come together."""
    if not hasattr(session.config, "workerinput"):
        session.config.pluginmanager.register(session.config.stash[GATHERING], "secondsource-gathering")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the reports."""
    config = session.config
    if not hasattr(config, "workerinput") and not config.getoption("--no-secondsource-report"):
        config.stash[GATHERING].write(config, config.stash[DOSSIERS])


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What was accepted, what nobody asked about, and where the report is."""
    for line in config.stash[GATHERING].summary():
        terminalreporter.write_line(line)
