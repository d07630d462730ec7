"""What can be wrong with a file that a newsroom brings: one code, one sentence, one place each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CODES = {
    "bad-yaml": "The YAML cannot be read: a bracket, quotation mark or indentation is not closed.",
    "duplicate-key": "One key is written twice in one mapping; plain YAML would drop the first in silence.",
    "yaml-cycle": "An anchor (&name) contains itself.",
    "yaml-tag": "A tag (!name) or a merge key (<<) asks for more than plain data.",
    "yaml-too-deep": "The YAML is nested or repeated (aliases) beyond what a person writes.",
    "bad-front-matter": "The lines between the two --- are not a mapping of key: value, or are never closed.",
    "bad-date": "A date is not a day of the calendar, or its weekday does not fit it; in a key write it as 2025-02-06.",
    "bad-value": "A value is not of the kind that its key asks for.",
    "unknown-key": "A key that no reader knows; often a slip of spelling.",
    "unknown-source": "A name that is no source of this dossier.",
    "duplicate-source": "Two documents or two entries of the register have the same id.",
    "missing-file": "The register names a file that is not there.",
    "unreadable": "The file cannot be opened.",
    "empty-source": "The file has no words in it.",
    "too-large": "The file is larger than 50 MB (or a part of it is, unpacked).",
    "not-text": "The file is neither text nor a format that can be read.",
    "outside-folder": "The path, or the link that it is, leads out of the dossier.",
    "unknown-format": "No reader for files that end in this.",
    "mislabelled": "The name says one format, the first bytes say another.",
    "damaged": "The file begins as its format asks and then breaks off or makes no sense.",
    "encrypted": "The file asks for a password.",
    "needs-ingest": "The reader for this format is not installed.",
    "refused-address": "The address is not one that is fetched: not http(s), or inside a private network.",
    "fetch-failed": "The page could not be fetched.",
    "changed-source": "A document is not what sources.lock recorded.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, with its file and its line (0: the file as a whole).

    >>> print(Fault(Path("sources/wire.md"), 3, "bad-date", "published: 2025-02-30 is not a day of the calendar"))
    sources/wire.md:3: published: 2025-02-30 is not a day of the calendar
    """

    path: Path
    line: int
    code: str
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.message}" + (f" ({self.suggestion})" if self.suggestion else "")


class SourceError(Exception):
    """A document that cannot be used, and why.

    >>> raise SourceError(Path("sources/wire.md"), 0, "the file is empty", "empty-source")
    Traceback (most recent call last):
    secondsource.sources.errors.SourceError: sources/wire.md: the file is empty
    """

    def __init__(self, path: Path, line: int, message: str, code: str, suggestion: str = "") -> None:
        self.fault = Fault(path, line, code, message, suggestion)
        self.path, self.line, self.message, self.code = path, line, message, code
        super().__init__(str(self.fault))


class YamlError(Exception):
    """Everything that is wrong with one YAML text, at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))
