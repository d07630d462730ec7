"""One document, as it was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from secondsource.sources.provenance import Provenance, Ruling


@dataclass(frozen=True)
class Source:
    """A text with the facts about its publication. Offsets everywhere point into ``text``.

    >>> wire = Source("wire", "Kenya sent 144 officers.", outlet="Gulf Wire", published=date(2025, 2, 6))
    >>> wire.id, wire.name, wire.sha256[:8]
    ('wire', 'Gulf Wire', '5b2a4c90')
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
    """Where the publication date was read: "front matter", "metadata", "page text", "file" or "" for none.

    Also "register", where the newsroom has written it there; "file" is a day in the file's name.
    """
    author: str = ""
    tier: str = ""
    """"primary" (it was there, or it is the record) or "secondary" (it passes on); empty where nobody has said."""
    group: str = ""
    """The house that owns the outlet: two outlets of one group are one voice to whoever counts groups."""
    superseded_by: str = ""
    """The id of the document that replaces this one."""
    rulings: tuple[Ruling, ...] = ()
    """What the newsroom has ruled about its independence of others."""
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def name(self) -> str:
        """What an editor calls it: the outlet, else the title, else the id."""
        return self.outlet or self.title or self.id

    @cached_property
    def sha256(self) -> str:
        """The hash of the text that is judged, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
