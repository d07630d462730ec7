"""What a conftest.py may take over: two hooks, beside all of pytest's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from secondsource.facts import Fact
    from secondsource.judging import Judgement
    from secondsource.reporting import Report
    from secondsource.sources import Source


@pytest.hookspec(firstresult=True)
def pytest_secondsource_judge(pairs: Sequence[tuple[Fact, Source]]) -> Sequence[Judgement] | None:
    """Judge each fact by its source, in order; the first answer that is not None stands."""


@pytest.hookspec
def pytest_secondsource_report(report: Report, folder: Path) -> None:
    """Called once a run's report has been written into its folder."""
