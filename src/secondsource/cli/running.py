"""How the commands run pytest on a dossier, and what its exit codes mean to them."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import pytest

from secondsource.facts.dossier import facts_files
from secondsource.reporting import Report

EXIT_CODES = {pytest.ExitCode.OK: 0, pytest.ExitCode.TESTS_FAILED: 1}
"""Everything else (an interrupted run, bad usage, nothing collected) is bad input: 2."""


@dataclass
class Listener:
    """A pytest plugin that keeps what a command wants to know of a run."""

    reports: list[tuple[Report, Path]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    collected: int = 0

    def pytest_secondsource_report(self, report: Report, folder: Path) -> None:
        """A report has been written."""
        self.reports.append((report, folder))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file could not be collected."""
        if report.failed:
            self.faults.append(str(report.longrepr).strip())

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """All files have been collected."""
        self.collected = len(session.items)


def parts_of(dossier: Path) -> list[Path]:
    """What of a dossier there is to run: its features and its facts, and nothing else that the folder may hold."""
    if dossier.is_file():
        return [dossier]
    parts = [dossier / "features"] if (dossier / "features").is_dir() else sorted(dossier.glob("*.feature"))
    found = [*parts, *facts_files(dossier)]
    if not found:
        raise click.UsageError(f"there is nothing to check in {dossier}: no features/, no facts/, no dossier.yaml")
    return found


def run(dossier: Path, options: Sequence[str], listener: Listener) -> int:
    """Run a dossier as pytest does; 0, 1 or 2."""
    # The folder that was named is the whole of it: what stands above it is another project's.
    root = dossier if dossier.is_dir() else dossier.parent
    # What is loaded by now stays to the end: no search for garbage need look through it, and pytest makes several.
    gc.freeze()
    arguments: list[Any] = [*map(str, parts_of(dossier)), "--rootdir", str(root), *options]
    return EXIT_CODES.get(pytest.ExitCode(pytest.main(arguments, plugins=[listener])), 2)
