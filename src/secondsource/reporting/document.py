"""A source as a report keeps it: its text, where it was published, and where its file lies."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from secondsource.sources import Sentence, Source, sentences


@dataclass(frozen=True)
class Document:
    """What a report says of one source; evidence points into ``text``.

    >>> wire = Document.of(Source("wire", "Kenya sent\\n144 officers.", outlet="Gulf Wire", url="javascript:alert(1)"))
    >>> wire.name, wire.line_of(12), wire.link
    ('Gulf Wire', 2, '')
    """

    id: str
    text: str
    sha256: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    date_origin: str = ""
    url: str = ""
    author: str = ""
    language: str = "en"
    tier: str = ""
    group: str = ""
    superseded_by: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    path: str = ""
    """Its file, from the folder that the run was started in, with forward slashes."""
    name: str = ""
    """What an editor calls it: the outlet, else the title, else the id; told apart where two have the same."""
    first_line: int = 1
    """The line of its file on which ``text`` begins (after front matter); 0 where it was taken out of a page."""

    @classmethod
    def of(cls, source: Source, root: Path | None = None) -> Document:
        """The report's copy of a source; paths are told from ``root``."""
        return cls(
            id=source.id,
            text=source.text,
            sha256=source.sha256,
            title=source.title,
            outlet=source.outlet,
            published=source.published,
            date_origin=source.date_origin,
            url=source.url,
            author=source.author,
            language=source.language,
            tier=source.tier,
            group=source.group,
            superseded_by=source.superseded_by,
            tags=source.tags,
            notes=source.provenance.notes,
            path=relative(source.path, root),
            name=source.name,
            first_line=_first_line(source),
        )

    @property
    def is_named_by_day(self) -> bool:
        """Whether its name has its day already, to tell it from another document of one name."""
        return bool(self.published) and self.name.endswith(f"({_short(self.published)})")

    @property
    def link(self) -> str:
        """Its address where that is one to follow: a web page's, never a script."""
        return web_address(self.url)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Where its sentences stand."""
        return sentences(self.text)

    @cached_property
    def bounds(self) -> tuple[list[int], list[int]]:
        """Where its sentences start, and where they end."""
        return [one.span.start for one in self.sentences], [one.span.end for one in self.sentences]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        for line in self.text.split("\n")[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """The line of the file on which a character stands, counted from 1; 0 where that is not known."""
        return self.first_line and self.first_line + bisect_right(self._line_starts, offset) - 1

    def column_of(self, offset: int) -> int:
        """The place of a character in its line, counted from 1."""
        return offset - self._line_starts[bisect_right(self._line_starts, offset) - 1] + 1


def named_apart(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, with the day (or the id) added to a name that two of them have.

    >>> papers = [Source("a", "", outlet="Gulf Wire"), Source("b", "", outlet="Gulf Wire"), Source("c", "")]
    >>> [document.name for document in named_apart([Document.of(paper) for paper in papers])]
    ['Gulf Wire (a)', 'Gulf Wire (b)', 'c']
    """
    names = Counter(document.name for document in documents)
    dated = Counter((document.name, document.published) for document in documents)

    def named(document: Document) -> Document:
        if names[document.name] == 1:
            return document
        is_dated = document.published and dated[document.name, document.published] == 1
        return replace(document, name=f"{document.name} ({_short(document.published) if is_dated else document.id})")

    return tuple(named(document) for document in documents)


def _short(day: date | None) -> str:
    return f"{day.day} {day:%b} {day.year}" if day else ""


def web_address(url: str) -> str:
    """The address itself where it is one of the web; empty for any other (``javascript:``, ``data:``, a slip).

    >>> web_address("https://wire.example/a"), web_address("javascript:alert(1)")
    ('https://wire.example/a', '')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def relative(path: Path | None, root: Path | None) -> str:
    """A path as a reader in the ``root`` folder would write it.

    >>> relative(Path("/desk/facts/mill.yaml"), Path("/desk")), relative(None, None)
    ('facts/mill.yaml', '')
    """
    if path is None:
        return ""
    inside = root and path.is_absolute() and path.is_relative_to(root)
    return (path.relative_to(root) if inside and root else path).as_posix()


def _first_line(source: Source) -> int:
    """Where a text begins in its own file; 0 where the file holds something else (a page, a PDF) or is gone."""
    try:
        written = source.path.read_text(encoding="utf-8-sig") if source.path else source.text
    except (OSError, UnicodeDecodeError):
        return 0
    start = written.find(source.text)
    return 0 if start < 0 else written.count("\n", 0, start) + 1
