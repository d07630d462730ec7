"""The findings of a run, brought together in one process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import pytest


@dataclass
class Gathering:
    """What has been found so far, by the address of the test; a rerun replaces what the first try found."""

    ATTRIBUTE: ClassVar[str] = "secondsource"
    """The name under which a test's report carries what its scenario found."""

    found: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    """What is shown below the run."""
    fault: str = ""
    """Why there is no report."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a report brings."""
        if text := getattr(report, self.ATTRIBUTE, None):
            self.found[report.nodeid] = text

    def write(self, config: pytest.Config) -> None:
        """Write the reports."""
        from secondsource.plugin import reports
        from secondsource.plugin.dossiers import Dossiers

        try:
            self.lines = reports.write(config, Dossiers.of(config), self.found.values())
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            self.fault = (
                f"error: the report cannot be written: {place}{error.strerror or error} "
                "(make the folder writable, or name another one with --secondsource-report DIR)"
            )
            self.lines = [self.fault]
