"""The findings of a run, brought together in one process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import pytest

SUFFIXES = (".feature", ".yaml", ".yml")
"""Of the files that may be a dossier's."""


@dataclass(eq=False)
class Gathering:
    """What has been found so far, by the address of the test; a rerun replaces what the first try found."""

    ATTRIBUTE: ClassVar[str] = "secondsource"
    """The name under which a test's report carries what its scenario found."""

    found: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    """What is shown below the run."""
    fault: str = ""
    """Why there is no report."""
    files: set[str] = field(default_factory=set)
    """The files of dossiers that were read."""
    faulty: bool = False
    """Whether a file of a dossier has faults: then nothing of it is to be judged."""
    broken: bool = False
    """Whether any file of the run has faults, or it was stopped: then nothing need have been judged."""

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        """Keep what is read."""
        self._read(collector.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep whether it could be read; of what a worker process reads, nothing else is heard here."""
        self._read(report.nodeid)
        self.broken |= report.failed
        self.faulty |= report.failed and Path(report.nodeid).suffix in SUFFIXES

    def pytest_keyboard_interrupt(self) -> None:
        """The run was stopped."""
        self.broken = True

    def _read(self, file: str) -> None:
        if Path(file).suffix in SUFFIXES:
            self.files.add(file)

    @property
    def has_something_to_say(self) -> bool:
        """Whether reports are to be written, or those of an earlier run are none of this one."""
        return bool(self.found or (self.broken and self.files))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a report brings."""
        if text := getattr(report, self.ATTRIBUTE, None):
            self.found[report.nodeid] = text

    def finish(self, config: pytest.Config) -> None:
        """Write the reports; where nothing was judged because of a fault, leave no others in their place."""
        from secondsource.plugin import reports
        from secondsource.plugin.dossiers import Dossiers, root_of

        dossiers, top = Dossiers.of(config), config.rootpath
        try:
            if self.found:
                self.lines = reports.write(config, dossiers, self.found.values())
            else:
                self.lines = [*reports.set_aside(config, {root_of(top / name, top) for name in self.files})]
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            self.fault = (
                f"error: the report cannot be written: {place}{error.strerror or error} "
                "(make the folder writable, or name another one with --secondsource-report DIR)"
            )
            self.lines = [self.fault]
