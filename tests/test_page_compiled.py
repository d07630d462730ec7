"""The page's templates are compiled once; whatever state the compiled files are in, the page is the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import pytest

from secondsource.facts import Fact
from secondsource.reporting import Report, html
from secondsource.reporting.model import Check

REPORT = Report.of([Check(Fact("size", "The force has 144 officers."), (), held=True)], [], today=date(2025, 2, 7))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(html, "FOLDER", tmp_path / "page")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "page").mkdir()
    for file in (Path(html.__file__).parent / "page").glob("*.*"):
        (tmp_path / "page" / file.name).write_bytes(file.read_bytes())
    forget()
    yield tmp_path / "page" / "__pycache__"
    forget()


def forget() -> None:
    html._environment.cache_clear()
    html._macros.cache_clear()
    html._asset.cache_clear()


def test_a_second_process_compiles_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = html.format(REPORT)
    forget()

    def compiled(*given: Any, **named: Any) -> None:
        raise AssertionError("a template was compiled again")

    monkeypatch.setattr(jinja2.Environment, "_generate", compiled)
    assert html.format(REPORT) == page


def test_nothing_is_written_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    html.format(REPORT)
    assert not folder.exists()


@pytest.mark.parametrize("keep", [0, 5, 12, 30, 60, -9])
def test_a_damaged_file_is_compiled_anew(folder: Path, keep: int) -> None:
    page = html.format(REPORT)
    forget()
    files = list(folder.iterdir())
    assert files
    for file in files:
        file.write_bytes(file.read_bytes()[:keep])
    assert html.format(REPORT) == page


def test_where_nothing_can_be_written_the_page_is(folder: Path) -> None:
    folder.write_text("in the way")
    assert "144 officers" in html.format(REPORT)


def test_a_changed_template_is_read(folder: Path) -> None:
    html.format(REPORT)
    forget()
    template = folder.parent / "index.html.jinja"
    template.write_text(template.read_text() + "<!-- changed -->")
    assert html.format(REPORT).endswith("<!-- changed -->")
