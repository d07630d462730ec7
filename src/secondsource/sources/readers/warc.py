"""Web archives (.warc, .warc.gz): every page of one."""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from secondsource.sources.document import Source
from secondsource.sources.encoding import decode
from secondsource.sources.errors import SourceError
from secondsource.sources.provenance import Provenance
from secondsource.sources.readers import html

MAX_PAGE = 50 * 1024 * 1024
MAX_UNPACKED = 500 * 1024 * 1024


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """The pages that were answered with 200 and have an article, in the order of the archive."""
    found: list[Source] = []
    unread: list[str] = []
    complaints = io.StringIO()
    try:
        with contextlib.redirect_stderr(complaints):  # warcio prints what it finds wrong; it belongs in the notes
            responses = list(_responses(raw, path))
        for url, kind, body in responses:
            charset = re.search(r"charset=[\"']?([\w.:-]+)", kind)
            try:
                page, encoding, notes = decode(body, path, charset[1] if charset else "")
                found.append(html.article(page, path, Provenance("warc", encoding, notes=notes), url))
            except SourceError as error:
                unread.append(f"{url}: {error.message}")
    except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
        raise SourceError(path, 0, f"a damaged web archive: {error}", "damaged") from error
    if not found:
        message = "no page in this web archive" + (f" could be read ({unread[0]})" if unread else "")
        raise SourceError(path, 0, message, "empty-source")
    amiss = [f"a page of the archive could not be read: {reason}" for reason in unread[:5]]
    if complaints.getvalue():
        amiss.append("the archive is not in order: a record is not as long as it says")
    return tuple(_noted(source, amiss) for source in found)


def _noted(source: Source, amiss: list[str]) -> Source:
    notes = (*source.provenance.notes, *amiss)
    return replace(source, provenance=replace(source.provenance, notes=notes))


def _responses(raw: bytes, path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Address, type and body of each answer that is a page."""
    total = 0
    for record in ArchiveIterator(io.BytesIO(raw), no_record_parse=False):
        if record.rec_type != "response" or record.http_headers is None:
            continue
        kind = record.http_headers.get_header("Content-Type", "")
        if record.http_headers.get_statuscode() == "200" and "html" in kind:
            body = record.content_stream().read(MAX_PAGE + 1)
            url = record.rec_headers.get_header("WARC-Target-URI", "")
            if len(body) > MAX_PAGE:
                raise SourceError(path, 0, f"{url} unpacks to more than {MAX_PAGE:,} bytes", "too-large")
            total += len(body)
            if total > MAX_UNPACKED:
                raise SourceError(path, 0, f"unpacks to more than {MAX_UNPACKED:,} bytes", "too-large")
            yield url, kind, body
