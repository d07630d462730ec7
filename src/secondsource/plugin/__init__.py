"""The pytest plugin: feature files and facts are collected, run and reported with no Python file of their own.

It is loaded into every pytest run of an environment, so it imports the rest only once there is a file to read.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from secondsource import hooks
from secondsource.plugin.gathering import SUFFIXES, Gathering

if TYPE_CHECKING:
    from secondsource.facts import Fact
    from secondsource.judging import Judgement
    from secondsource.plugin.running import Story
    from secondsource.sources import Source

GATHERING = pytest.StashKey[Gathering]()
WORKERS = pytest.StashKey[Gathering]()
"""What a worker process of xdist has heard: it reads the files, and reports what comes of them elsewhere."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Make our hooks known."""
    pluginmanager.add_hookspecs(hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Our options, each of which ``secondsource check`` has as well."""
    group = parser.getgroup("secondsource", "checking facts against sources")
    group.addoption("--secondsource-sources", metavar="DIR", help="the documents' folder, instead of sources/")
    group.addoption("--secondsource-report", metavar="DIR", help="where reports go, instead of reports/")
    group.addoption("--secondsource-frozen", action="store_true", help="fail if a document is not as sources.lock says")
    group.addoption("--no-secondsource-report", action="store_true", help="write no reports")
    parser.addini("secondsource_collect", "collect .feature files and facts/*.yaml", type="bool", default=True)


def pytest_configure(config: pytest.Config) -> None:
    """Start to gather; the reports come together outside of the worker processes of xdist."""
    sources = config.getoption("--secondsource-sources")
    if sources and not (config.invocation_params.dir / sources).is_dir():
        raise pytest.UsageError(f"{sources}: there is no such folder")
    gathering = Gathering()
    config.stash[WORKERS if hasattr(config, "workerinput") else GATHERING] = gathering
    config.pluginmanager.register(gathering, "secondsource-gathering")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Feature files, and the facts of a dossier."""
    if file_path.suffix not in SUFFIXES or not parent.config.getini("secondsource_collect"):
        return None
    from secondsource.plugin.nodes import FactsFile, FeatureFile

    if file_path.suffix == ".feature":
        return FeatureFile.from_parent(parent, path=file_path)
    if FactsFile.is_one(file_path, parent.config.rootpath):
        return FactsFile.from_parent(parent, path=file_path)
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A fact that a scenario speaks of needs no item of its own: the scenario says what is expected."""
    if _is_stopped(config):
        items[:] = [item for item in items if not hasattr(item, "asked")]
    told = {fact for item in items for fact in getattr(item, "facts_told", ())}
    kept = [item for item in items if getattr(item, "fact_alone", None) not in told]
    if reporter := config.pluginmanager.get_plugin("terminalreporter"):
        # It has counted them one by one; "2 deselected" would say of facts that are checked that they are not.
        reporter._numcollected -= len(items) - len(kept)
    items[:] = kept


def _is_stopped(config: pytest.Config) -> bool:
    """Whether a worker is to run nothing of a dossier: pytest stops at a file with faults, and a worker does not."""
    heard = config.stash.get(WORKERS, None)
    return heard is not None and heard.faulty and not config.option.continue_on_collection_errors


@pytest.hookimpl(trylast=True)
def pytest_secondsource_judge(pairs: Sequence[tuple[Fact, Source]]) -> Sequence[Judgement]:
    """The engine, unless a conftest.py has answered."""
    from secondsource.judging import judge_all

    return judge_all(pairs)


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Story:
    """The running scenario, for steps of the newsroom's own: its sources, its facts, its verdicts."""
    from secondsource.plugin.running import Story

    run = getattr(request.node, "run", None)
    if run is None:
        raise pytest.UsageError("the fixture story is for the steps of a scenario")
    return Story(run)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Send what a scenario found along with its report, which xdist carries from a worker to the controller."""
    report = yield
    if call.when == "call" and (found := getattr(item, "found", None)):
        setattr(report, Gathering.ATTRIBUTE, found())
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the reports."""
    gathering = session.config.stash.get(GATHERING, None)
    options = session.config.option
    if gathering is None or options.no_secondsource_report or options.collectonly:
        return
    if gathering.has_something_to_say:
        gathering.finish(session.config)
        if gathering.fault:
            session.exitstatus = pytest.ExitCode.USAGE_ERROR
        elif gathering.faulty and not gathering.found:
            # As without workers: a dossier of which nothing could be judged has not failed.
            session.exitstatus = pytest.ExitCode.INTERRUPTED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What was accepted, what nobody asked about, and where the report is."""
    for line in config.stash[GATHERING].lines:
        terminalreporter.write_line(line)
