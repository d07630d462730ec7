"""Every fault that a reader can raise has a code that is explained."""

from __future__ import annotations

import ast
from pathlib import Path

from secondsource import sources
from secondsource.sources.errors import CODES

FOLDER = Path(sources.__file__).parent
CALLS = {"Fault": 2, "SourceError": 3, "_failed": 2, "fault": 1}
"""The call, and which of its arguments is the code."""


def raised() -> set[str]:
    found: set[str] = set()
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                place = CALLS.get(name, len(node.args))
                code = node.args[place] if place < len(node.args) else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found.add(code.value)
    return found


def test_every_code_that_is_raised_is_explained() -> None:
    assert len(raised()) > 15
    assert raised() <= set(CODES)


def test_every_explained_code_can_be_raised() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py"))
    assert [code for code in CODES if written.count(f'"{code}"') < 2] == []
