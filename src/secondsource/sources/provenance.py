"""How a document came to be the text that is judged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text was read from, and everything that a reader had to assume on the way.

    ``pages`` are the offsets at which the pages of a PDF begin, in ``Source.text``. ``original`` is the file as it
    was fetched or handed in, where the text was taken out of one.

    >>> Provenance(format="pdf", pages=(0, 1800, 3500)).page_of(2000)
    2
    """

    format: str = "text"
    encoding: str = "utf-8"
    language_origin: str = ""
    """Who says which language it is: "front matter", "metadata", "register", "detected", "assumed" or ""."""
    original: Path | None = None
    fetched: str = ""
    """When it was fetched, for a page that came from its address."""
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    """Fallbacks and disagreements, one plain sentence each."""

    def page_of(self, offset: int) -> int | None:
        """The page on which a character stands, counted from 1; None where there are no pages."""
        return sum(start <= offset for start in self.pages) or None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A newsroom's word on whether two documents are one voice, which no comparison of wording overrules."""

    others: tuple[str, ...]
    independent: bool
    reason: str
