"""Every file that a run leaves behind, each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

from secondsource.comparing import compare
from secondsource.reporting import history
from secondsource.reporting.model import Check, Report
from secondsource.sources import Source, independence

FORMATS = {
    "report.json": "json_v1",
    "report.sarif": "sarif",
    "junit.xml": "junit",
    "discrepancies.md": "markdown",
    "discrepancies.csv": "csv_log",
    "summary.md": "github",
    "index.html": "html",
}
"""The files of a report, and the module of this package whose ``format(report) -> str`` writes each."""


EARLIER = "earlier"
"""The folder in that of the reports for those of an earlier run, while the last one has none."""


def formatted(report: Report, name: str) -> str:
    """The text of one of the report's files ("report.json", "index.html", ...).

    >>> formatted(Report.of([], [], title="The mission"), "index.html").count("<h1>The mission</h1>")
    1
    """
    text: str = import_module(f"secondsource.reporting.{FORMATS[name]}").format(report)
    return text


def write(
    checks: Iterable[Check],
    sources: Iterable[Source],
    *,
    title: str = "",
    as_of: date | None = None,
    folder: Path,
) -> list[Path]:
    """Write the reports of a run into ``folder`` and remember it in ``.secondsource/`` beside that folder.

    Returns the paths written, the page for editors last. What was in the folder under other names stays.
    """
    memory = folder.parent / history.FOLDER
    documents = tuple(sources)
    report = Report.of(
        checks,
        documents,
        title,
        as_of,
        previous=history.load(memory),
        clusters=independence.clusters(documents),
        root=Path.cwd(),
        differing=compare(documents),
    )
    return save(report, folder)


def save(report: Report, folder: Path) -> list[Path]:
    """Write every format of a report, and remember it. All texts are made before the first file is touched."""
    texts = {folder / name: formatted(report, name) for name in FORMATS}
    memory = folder.parent / history.FOLDER
    for path, text in (*texts.items(), (memory / history.FILE, history.dumps(report.remembered()))):
        replace_file(path, text)
    for name in FORMATS:
        (folder / EARLIER / name).unlink(missing_ok=True)
    with suppress(OSError):  # something else may lie in it
        (folder / EARLIER).rmdir()
    return list(texts)


def set_aside(folder: Path) -> Path | None:
    """Move the reports of an earlier run out of the way of a run that has none, until the next that has.

    Whoever finds a report in ``folder`` may take it for that of the last run. None where there was none: files of
    these names beside which no run is remembered are somebody else's.

    >>> folder = Path(tempfile.mkdtemp(), "reports")
    >>> _ = write([], [], folder=folder)
    >>> set_aside(folder).name, (folder / "index.html").exists(), (folder / EARLIER / "index.html").exists()
    ('earlier', False, True)
    """
    memory = folder.parent / history.FOLDER
    reports = [folder / name for name in FORMATS if (folder / name).is_file()]
    past = history.load(memory)
    if not reports or past is None:
        return None
    aside = folder / EARLIER
    aside.mkdir(exist_ok=True)
    for path in reports:
        path.replace(aside / path.name)
    replace_file(memory / history.FILE, history.dumps(replace(past, idle_since=date.today())))
    return aside


def replace_file(path: Path, text: str) -> None:
    """Put a file in place in one step, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        # Whoever reads of it knows the file by its own name.
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
