"""One document, as it was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """A text with the facts about its publication. Offsets everywhere point into ``text``.

    >>> wire = Source("wire", "Kenya sent 144 officers.", outlet="Gulf Wire", published=date(2025, 2, 6))
    >>> wire.id, wire.name, wire.sha256[:8]
    ('wire', 'Gulf Wire', 'c2ee67cd')
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    url: str = ""
    language: str = "en"
    tags: tuple[str, ...] = ()
    path: Path | None = None
    date_origin: str = ""
    """Where the publication date was read: "front matter", "metadata", "page text", "file" or "" for none."""

    @property
    def name(self) -> str:
        """What an editor calls it: the outlet, else the title, else the id."""
        return self.outlet or self.title or self.id

    @cached_property
    def sha256(self) -> str:
        """The hash of the text that is judged, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
