"""Plain text and Markdown, with or without YAML front matter. The text stays as given."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from secondsource.sources import metadata, strict_yaml
from secondsource.sources.document import Source
from secondsource.sources.encoding import decode
from secondsource.sources.errors import SourceError, YamlError
from secondsource.sources.provenance import Provenance
from secondsource.sources.strict_yaml import Map

_OPENS = re.compile(r"---[ \t]*\r?\n")
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """The body after the front matter; its first character is the first that is no line break.

    >>> (wire,) = read(b"---\\noutlet: Gulf Wire\\npublished: 2025-02-06\\n---\\n\\nKenya sent 144.", Path("wire.md"))
    >>> wire.outlet, wire.published.isoformat(), wire.date_origin, wire.text
    ('Gulf Wire', '2025-02-06', 'front matter', 'Kenya sent 144.')
    """
    text, encoding, notes = decode(raw, path)
    if _PAGE.match(text):
        raise SourceError(path, 1, "a web page under the name of a text; rename it to .html", "mislabelled")
    source = Source(path.stem, "", provenance=Provenance("text", encoding, notes=notes))
    data, start = front_matter(text, path)
    body = text[start:]
    source = replace(source, text=body.lstrip("\r\n"))
    if data is None:
        return (source,)
    source, faults = metadata.described(source, data, path, "front matter")
    for fault in (*faults, *metadata.slips(data, path)):
        raise SourceError(fault.path, fault.line, fault.message, fault.code, fault.suggestion)
    return (_taken_out(source, data, path),)


def front_matter(text: str, path: Path) -> tuple[Map | None, int]:
    """The mapping between the two ``---`` at the head of a text, and where the body begins."""
    opening = _OPENS.match(text)
    if not opening:
        return None, 0
    closing = _CLOSES.search(text, opening.end())
    if not closing:
        # A rule of dashes may open a plain text; a line that reads "key: value" under it is meant as front matter.
        if re.match(r"[A-Za-z_]{1,40}:(?: |\r?$)", text[opening.end() :], re.MULTILINE):
            raise SourceError(path, 1, "the front matter that opens here is never closed by ---", "bad-front-matter")
        return None, 0
    try:
        data = strict_yaml.loads(text[opening.end() : closing.start()], path, first_line=2)
    except YamlError as error:
        fault = error.faults[0]
        raise SourceError(fault.path, fault.line, fault.message, fault.code) from error
    if data is None:
        return Map(2), closing.end()
    if not isinstance(data, Map):
        raise SourceError(path, 2, "the front matter is not a mapping of key: value", "bad-front-matter")
    return data, closing.end()


def _taken_out(source: Source, data: Map, path: Path) -> Source:
    """A text that was taken out of another file says so in its front matter."""
    if not isinstance(data.get("original"), str):
        return source
    pages, notes = data.get("pages") or (), data.get("notes") or ()
    provenance = replace(
        source.provenance,
        format=str(data.get("format") or "text"),
        original=path.parent / data["original"],
        fetched=str(data.get("fetched") or ""),
        pages=tuple(page for page in pages if isinstance(page, int)),
        notes=(*source.provenance.notes, *map(str, notes)),
    )
    origin = str(data.get("date_origin") or source.date_origin)
    return replace(source, date_origin=origin if source.published else "", provenance=provenance)
