"""How the commands run pytest on a dossier, and what its exit codes mean to them."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import pytest

from secondsource.facts import Fact
from secondsource.facts.dossier import Dossier, facts_files
from secondsource.plugin import GATHERING
from secondsource.plugin.dossiers import Dossiers, root_of
from secondsource.reporting import Report, writing

EXIT_CODES = {pytest.ExitCode.OK: 0, pytest.ExitCode.TESTS_FAILED: 1}
"""Everything else (an interrupted run, bad usage, nothing collected) is bad input: 2."""


LOADED_BY_US = ("-W", "ignore:Module already imported so cannot be rewritten:pytest.PytestAssertRewriteWarning")
"""The command has imported the package before pytest could look at its asserts, of which it has none for a reader."""

_LATE = (("hypothesispytest", "hypothesis"),)
"""Plugins that import their library at the end of a run to ask it what it did, and the library."""


@dataclass
class Listener:
    """A pytest plugin that keeps what a command wants to know of a run."""

    reports: list[tuple[Report, Path]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    collected: int = 0
    asked: list[Fact] = field(default_factory=list)
    """Every claim that the scenarios and facts ask about."""
    dossiers: tuple[Dossier, ...] = ()
    """The dossiers that they belong to."""
    unwritten: str = ""
    """Why there is no report of what was judged."""

    def pytest_secondsource_report(self, report: Report, folder: Path) -> None:
        """A report has been written."""
        self.reports.append((report, folder))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file could not be collected."""
        if report.failed:
            self.faults.append(str(report.longrepr).strip())

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Nothing more is tried. A plugin that would be loaded only now, to say that it has nothing to say, is not."""
        manager = session.config.pluginmanager
        for plugin, library in _LATE:
            if library not in sys.modules and manager.has_plugin(plugin):
                manager.unregister(name=plugin)

    def pytest_unconfigure(self, config: pytest.Config) -> None:
        """The run is over; its report may not have been written."""
        gathering = config.stash.get(GATHERING, None)
        self.unwritten = gathering.fault if gathering else ""
        # What the run has made goes with the process: pytest would look through all of it for garbage.
        gc.freeze()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """All files have been collected."""
        self.collected = len(session.items)
        self.asked = [fact for item in session.items for fact in getattr(item, "asked", ())]
        self.dossiers = Dossiers.of(session.config).loaded


def parts_of(dossier: Path) -> list[Path]:
    """What of a dossier there is to run: its features and its facts, and nothing else that the folder may hold."""
    if dossier.is_file():
        if dossier.suffix not in (".feature", ".yaml", ".yml"):
            raise click.UsageError(f"{dossier} is neither a dossier's folder nor a file of scenarios or facts")
        return [dossier]
    features = dossier / "features"
    if features.is_dir() and not os.access(features, os.R_OK | os.X_OK):
        raise click.UsageError(f"{features} cannot be opened: you have no permission")
    parts = [features] if features.is_dir() else sorted(dossier.glob("*.feature"))
    found = [*parts, *facts_files(dossier)]
    if not found:
        raise click.UsageError(
            f"there is nothing to check in {dossier}: no features/, no facts/, no dossier.yaml; "
            "secondsource init DIR makes a dossier to begin with"
        )
    return found


def _around(file: Path) -> Path:
    """The dossier that a file of scenarios or facts is part of."""
    parts = [folder for folder in file.parents if folder.name in ("features", "facts")]
    return root_of(file, parts[0].parent if parts else file.parent)


def _load() -> None:
    """Import what every run needs: of what is imported later pytest would look through each module for asserts."""
    importlib.import_module("secondsource.plugin.nodes")
    for name in writing.FORMATS.values():
        importlib.import_module(f"secondsource.reporting.{name}")


def _asserts(root: Path) -> tuple[str, ...]:
    """Whether pytest is to make asserts readable: where a dossier has no Python file, there are none to read."""
    kinds = ("conftest.py", "steps/*.py", "features/**/*.py", "facts/**/*.py")
    has_python = any(any(root.glob(kind)) for kind in kinds)
    return LOADED_BY_US if has_python else ("--assert=plain",)


def run(dossier: Path, options: Sequence[str], listener: Listener) -> int:
    """Run a dossier as pytest does; 0, 1 or 2."""
    # The folder that was named is the whole of it: what stands above it is another project's.
    root = dossier if dossier.is_dir() else _around(dossier.resolve())
    _load()
    # What is loaded by now stays to the end: no search for garbage need look through it, and pytest makes several.
    gc.freeze()
    arguments: list[Any] = [*map(str, parts_of(dossier)), "--rootdir", str(root), *_asserts(root), *options]
    return EXIT_CODES.get(pytest.ExitCode(pytest.main(arguments, plugins=[listener])), 2)
