"""Every code that a report or a check of a dossier can show: what it means, an example, what to do.

The table is ``codes.yaml``. ``secondsource explain CODE`` prints an entry, docs/codes.md is made from the table by
:func:`page`, and tests ask that no code that anything raises is missing from it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from secondsource.reporting.finding import SEVERITY, Kind, Severity
from secondsource.sources import strict_yaml
from secondsource.sources.errors import Fault

TABLE = Path(__file__).with_name("codes.yaml")


@dataclass(frozen=True, slots=True)
class Code:
    """One code, for people."""

    name: str
    group: str
    title: str
    meaning: str
    example: str
    remedy: str
    level: str = ""
    """How much it matters, where that is neither a finding's severity nor an error."""

    @property
    def severity(self) -> Severity:
        """How much it matters; a fault of a file stops the run."""
        return SEVERITY[Kind(self.name)] if self.name in set(Kind) else Severity(self.level or Severity.ERROR)


@cache
def codes() -> Mapping[str, Code]:
    """Every code by its name, in the order of the table.

    >>> codes()["single-source"].title, codes()["single-source"].severity.value
    ('A fact rests on one source only', 'note')
    """
    table = strict_yaml.load(TABLE)
    found = {name: Code(name, group, **entry) for group, entries in table.items() for name, entry in entries.items()}
    return MappingProxyType(found)


def told(fault: Fault, place: str = "") -> str:
    """What is wrong with a file, where, and what to do: as the fault says, else as its code does.

    >>> print(told(Fault(Path("sources/pier.md"), 0, "empty-source", "the file is empty")))
    sources/pier.md: the file is empty [empty-source]
        Save the text of the page, or remove the file.
    """
    place = place or str(fault.path)
    remedy = fault.suggestion or codes()[fault.code].remedy
    return f"{place}{f':{fault.line}' if fault.line else ''}: {fault.message} [{fault.code}]\n    {remedy}"


def explained(code: Code) -> str:
    """One entry as text, for a terminal.

    >>> print(explained(codes()["no-then"]))
    no-then: A scenario without a Then (error)
    <BLANKLINE>
    It sets a scene and then checks nothing, so it would always pass.
    <BLANKLINE>
    Example:    Given the sources in "sources/" (and no Then)
    What to do: Say what the sources should say.
    """
    head = f"{code.name}: {code.title} ({code.severity.value})"
    told = (_filled("", code.meaning), "", _filled("Example:    ", code.example), _filled("What to do: ", code.remedy))
    return "\n".join([head, "", *told])


def _filled(name: str, text: str) -> str:
    """A text under its name, in 80 columns."""
    return textwrap.fill(text, 80, initial_indent=name, subsequent_indent=" " * len(name), break_on_hyphens=False)


def page() -> str:
    """docs/codes.md: all codes, for people and for search engines."""
    lines = ["# Every code", "", "Made from the table that `secondsource explain CODE` reads."]
    group = ""
    for code in codes().values():
        if code.group != group:
            group = code.group
            lines += ["", f"## {group}"]
        lines += ["", f"### {code.name}", "", f"**{code.title}** ({code.severity.value}). {code.meaning}", ""]
        lines += [f"- Example: {code.example}", f"- What to do: {code.remedy}"]
    return "\n".join(lines) + "\n"
