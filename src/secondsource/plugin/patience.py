"""A sign of life, in a terminal, for whatever takes longer than two seconds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import pytest

SECONDS = 2.0


@contextmanager
def patience(config: pytest.Config, doing: str) -> Iterator[None]:
    """Show what is being done once it has taken two seconds; nothing where nobody watches a terminal."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    capture = config.pluginmanager.get_plugin("capturemanager")
    if reporter is None or capture is None or not reporter.isatty:
        yield
        return
    from rich.console import Console
    from rich.status import Status

    with capture.global_and_fixture_disabled():
        status = Status(doing, console=Console(stderr=True))
        timer = Timer(SECONDS, status.start)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            status.stop()
