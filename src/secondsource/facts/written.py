"""What a facts file says, with the line of each of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from secondsource.facts.fact import Fact
from secondsource.sources.errors import Fault

Lines = Mapping[tuple[str | int, ...], int]


@dataclass(frozen=True, slots=True)
class Written:
    """A fact as it was written: with the line of each of its parts, for messages about them."""

    fact: Fact
    lines: Lines

    def line_of(self, *path: str | int) -> int:
        """The line of a part (``"accepted", 0, "source"``), or of the nearest part around it."""
        return next(self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines)


@dataclass(frozen=True, slots=True)
class Head:
    """What a facts file says of the story as a whole."""

    title: str = ""
    as_of: date | None = None
    sources_from: str | None = None
    """The folder of the documents, inside the dossier."""


@dataclass(frozen=True, slots=True)
class FactsFile:
    """What one file says: its facts, what it says of the story, and what is wrong with it."""

    path: Path
    written: tuple[Written, ...] = ()
    head: Head = Head()
    head_lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def duplicate(path: Path, line: int, fact: str, first: str) -> Fault:
    """Two facts of one name."""
    return Fault(
        path, line, "duplicate-fact", f'there is a fact "{fact}" already ({first})', "give it an id of its own"
    )
