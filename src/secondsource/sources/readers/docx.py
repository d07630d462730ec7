"""Word documents (.docx): paragraphs, lists and tables in the order of the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.table import Table

from secondsource.sources.datelines import dated
from secondsource.sources.document import Source
from secondsource.sources.errors import SourceError
from secondsource.sources.provenance import Provenance

MAX_UNPACKED = 200 * 1024 * 1024


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """The one document; what was deleted under tracked changes is left out."""
    _check_archive(raw, path)
    try:
        document = docx.Document(io.BytesIO(raw))
        text = "".join(_blocks(document)).strip("\n")
        about = document.core_properties
        title, author, made = about.title or "", about.author or "", about.created
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile, zipfile.LargeZipFile, EOFError) as error:
        raise SourceError(path, 0, f"a damaged Word document: {error}", "damaged") from error
    heading, day_made = text.split("\n")[:12], made.date() if made else None
    day, origin, notes = dated(heading, day_made, "taken from the day the Word document was made")
    return (
        Source(
            id="",
            text=text,
            title=title.strip(),
            author=author.strip(),
            published=day,
            date_origin=origin,
            provenance=Provenance("docx", notes=notes),
        ),
    )


def _check_archive(raw: bytes, path: Path) -> None:
    """A Word document, whole, and not a small file that unpacks to a huge one."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError(path, 0, f"a damaged Word document: {error}", "damaged") from error
    if any(part.flag_bits & 1 for part in parts):
        raise SourceError(path, 0, "asks for a password; save a copy without one", "encrypted")
    if "word/document.xml" not in {part.filename for part in parts}:
        raise SourceError(path, 0, "a ZIP file, but no Word document", "mislabelled")
    if (size := sum(part.file_size for part in parts)) > MAX_UNPACKED:
        raise SourceError(path, 0, f"{size:,} bytes unpacked; the limit is {MAX_UNPACKED:,}", "too-large")


def _blocks(document: Any) -> Iterator[str]:
    """Each block with the line breaks before it: rows and items stand close, paragraphs apart."""
    before = ""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for n, row in enumerate(block.rows):
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                yield ("\n\n" if n == 0 else "\n") + " | ".join(cells)
            before = "row"
            continue
        words = " ".join(block.text.split())
        if not words:
            continue
        kind = "item" if (block.style.name or "").startswith("List") else "prose"
        yield ("\n" if kind == before == "item" else "\n\n") + ("- " if kind == "item" else "") + words
        before = kind
