"""Files to documents: one reader a format, each imported only when such a file comes."""

from __future__ import annotations

import errno
import importlib
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from secondsource.sources import languages
from secondsource.sources.document import Source
from secondsource.sources.encoding import signature
from secondsource.sources.errors import SourceError

MAX_BYTES = 50 * 1024 * 1024


class Format(NamedTuple):
    """A reader: its module here, what its files begin with (see ``encoding.signature``), what it needs installed."""

    module: str
    begins: str = ""
    needs: str = ""


_TEXT = Format("plain")
_HTML = Format("html", needs="trafilatura")
_WARC = Format("warc", needs="warcio")
FORMATS: Mapping[str, Format] = {
    ".md": _TEXT,
    ".markdown": _TEXT,
    ".txt": _TEXT,
    ".text": _TEXT,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".pdf": Format("pdf", "PDF", "pypdfium2"),
    ".docx": Format("docx", "ZIP or Office", "docx"),
    ".warc": _WARC,
    ".warc.gz": Format("warc", "gzip", "warcio"),
    ".eml": Format("mail"),
    ".mbox": Format("mail"),
    ".rss": Format("feed", needs="trafilatura"),
    ".atom": Format("feed", needs="trafilatura"),
    ".xml": Format("feed", needs="trafilatura"),
}


def suffix(path: Path) -> str:
    """The part of a name that tells the format.

    >>> suffix(Path("crawl/Town.WARC.gz")), suffix(Path("minutes.2025.pdf"))
    ('.warc.gz', '.pdf')
    """
    name = path.name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else path.suffix.lower()


def stem(path: Path) -> str:
    """The name without its format: a document's id."""
    return path.name[: -len(suffix(path))] if suffix(path) else path.name


def load(path: Path, root: Path | None = None) -> Source:
    """The one document in a file. Raises :class:`SourceError`, also where the file holds several.

    With ``root``, a path or a link that leads out of that folder is refused.
    """
    documents = load_all(path, root)
    if len(documents) > 1:
        raise SourceError(path, 0, f"holds {len(documents)} documents; one is asked for here", "bad-value")
    return documents[0]


def load_all(path: Path, root: Path | None = None) -> tuple[Source, ...]:
    """Every document in a file: one, but for web archives, feeds and mailboxes. Raises :class:`SourceError`."""
    return read_bytes(raw_bytes(path, root), path)


def read_bytes(raw: bytes, path: Path) -> tuple[Source, ...]:
    """Every document in the bytes of a file of this name; the file itself need not be there."""
    form = FORMATS.get(suffix(path))
    if form is None:
        known = f"save it as one of {', '.join(FORMATS)}"
        raise SourceError(path, 0, f'no reader for "{suffix(path) or path.name}" files', "unknown-format", known)
    if not raw.strip():
        raise SourceError(path, 0, "the file is empty", "empty-source")
    if len(raw) > MAX_BYTES:
        raise SourceError(path, 0, f"{len(raw):,} bytes; the limit is {MAX_BYTES:,}", "too-large")
    begins = signature(raw)
    if begins != form.begins:
        message = (
            f"its name says {suffix(path)}, its first bytes are those of {f'a {begins}' if begins else 'another'} file"
        )
        raise SourceError(path, 0, message, "mislabelled")
    read = _reader(form, path)
    try:
        return _finished(read(raw, path), path)
    except SourceError:
        raise
    except Exception as error:
        # The parsers are other people's, the files anybody's: what they stumble over must not stop the other files.
        message = f"the reader could not make sense of it ({type(error).__name__}: {error})"
        raise SourceError(path, 0, message, "damaged") from error


def _reader(form: Format, path: Path) -> Callable[[bytes, Path], tuple[Source, ...]]:
    try:
        read: Callable[[bytes, Path], tuple[Source, ...]] = importlib.import_module(f"{__name__}.{form.module}").read
        return read
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "secondsource":
            raise
        message = f'reading {suffix(path)} files needs {error.name}: pip install "secondsource[ingest]"'
        raise SourceError(path, 0, message, "needs-ingest") from error
    except ImportError as error:
        message = f"the reader for {suffix(path)} files cannot be loaded: {' '.join(str(error).split())}"
        raise SourceError(path, 0, message, "needs-ingest") from error


def raw_bytes(path: Path, root: Path | None = None) -> bytes:
    """The bytes of a file that may be read: there, not too large and, with ``root``, really in that folder."""
    try:
        if root is not None and not path.resolve(strict=True).is_relative_to(root.resolve()):
            raise SourceError(path, 0, f"leads out of {root}", "outside-folder")
        if not path.is_file():
            raise _no_file(path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise SourceError(path, 0, f"{size:,} bytes; the limit is {MAX_BYTES:,}", "too-large")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _no_file(path) from error
    except OSError as error:
        raise SourceError(path, 0, f"cannot be opened: {error.strerror or error}", "unreadable") from error
    except RuntimeError as error:  # Python 3.11 and 3.12: a link that leads to itself
        raise _loop(path) from error


def _no_file(path: Path) -> SourceError:
    """What is there instead of a file, or the name that was perhaps meant."""
    if path.is_dir():
        return SourceError(path, 0, "is a folder, not a file", "missing-file", "name a file in it")
    if path.exists():
        return SourceError(path, 0, "is no file that could be read", "unreadable", "save its text in a file of its own")
    if path.is_symlink():
        nowhere = SourceError(path, 0, "is a link to a file that is not there", "missing-file")
        return _loop(path) if _refusal(path) == errno.ELOOP else nowhere
    with suppress(OSError):
        if near := get_close_matches(path.name, [other.name for other in path.parent.iterdir()], n=1):
            return SourceError(path, 0, "there is no such file", "missing-file", f'did you mean "{near[0]}"?')
    return SourceError(path, 0, "there is no such file", "missing-file")


def _refusal(path: Path) -> int | None:
    """The number of the error with which the system refuses a file."""
    try:
        path.stat()
    except OSError as error:
        return error.errno
    return None


def _loop(path: Path) -> SourceError:
    message = "cannot be opened: the link leads to itself"
    return SourceError(path, 0, message, "unreadable", "let it lead to a file, or remove it")


def _finished(found: tuple[Source, ...], path: Path) -> tuple[Source, ...]:
    """Ids, language and date filled in where the reader found none."""
    documents = tuple(source for source in found if source.text.strip())
    if not documents:
        raise SourceError(path, 0, "no words in it", "empty-source")
    ids = [stem(path)] if len(documents) == 1 else [f"{stem(path)}-{n}" for n in range(1, len(documents) + 1)]
    return tuple(
        _dated(_spoken(replace(source, id=name, path=path))) for name, source in zip(ids, documents, strict=True)
    )


def _spoken(source: Source) -> Source:
    if source.provenance.language_origin:
        return source
    vote = languages.detect(source.text)
    provenance = replace(source.provenance, language_origin="detected" if vote.detected else "assumed")
    return replace(source, language=vote.code, provenance=provenance)


_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


def _dated(source: Source) -> Source:
    """The day in a file's name, where nothing better is known; never the time of the file, which copying changes."""
    written = _DAY_IN_NAME.search(source.path.name) if source.path and not source.published else None
    try:
        day = date(*map(int, written.groups())) if written else None
    except ValueError:
        day = None  # eight digits that are no day: a serial number
    if not day or not 1900 <= day.year <= 2100:
        return source
    return replace(source, published=day, date_origin="file")
