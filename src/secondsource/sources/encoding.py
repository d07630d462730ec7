"""Bytes to text, with every assumption stated."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from secondsource.sources.errors import SourceError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# The first bytes of files that are often renamed to something else by mistake.
SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "program"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


class Decoded(NamedTuple):
    """Text, the encoding it was read in, and what was assumed (empty where the file is plain UTF-8)."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def signature(raw: bytes) -> str:
    """What the first bytes say a file is, in a word; empty where they say nothing.

    >>> signature(b"%PDF-1.7 ..."), signature(b"Kenya sent 144 officers.")
    ('PDF', '')
    """
    return next((name for magic, name in SIGNATURES if raw.startswith(magic)), "")


def decode(raw: bytes, path: Path, declared: str = "") -> Decoded:
    """The text of a file: UTF-8, else the charset that it declares, else Windows-1252; never replaced characters.

    >>> decode("café".encode("cp1252"), Path("sources/bar.txt"))
    Decoded(text='café', encoding='cp1252', notes=('not UTF-8: read as cp1252, the usual encoding of older files',))
    """
    if kind := signature(raw):
        raise SourceError(path, 0, f"not text: its first bytes are those of a {kind} file", "not-text")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(_strict(raw[len(mark) :], encoding, path), encoding, ())
    try:
        return Decoded(_checked(raw.decode("utf-8"), path), "utf-8", ())
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    name = _known(declared)
    if name and name != "utf-8":
        try:
            return Decoded(_checked(raw.decode(name), path), name, (f"not UTF-8: read as {name}, as it declares",))
        except UnicodeDecodeError:
            pass  # the declaration is wrong as well; the next fallback is stated in the note
    text = _strict(raw, "cp1252", path, line)
    return Decoded(text, "cp1252", ("not UTF-8: read as cp1252, the usual encoding of older files",))


def _known(declared: str) -> str:
    try:
        return codecs.lookup(declared).name if declared else ""
    except LookupError:
        return ""


def _strict(raw: bytes, encoding: str, path: Path, line: int = 0) -> str:
    try:
        return _checked(raw.decode(encoding), path)
    except UnicodeDecodeError as error:
        raise SourceError(path, line, f"not text: neither UTF-8 nor {encoding}", "not-text") from error


def _checked(text: str, path: Path) -> str:
    """Text with more than a stray control character is a damaged or a binary file."""
    strange = len(_CONTROL.findall(text))
    if "\x00" in text or strange * 200 > len(text):
        raise SourceError(path, 0, "not text: it is full of control characters", "not-text")
    return text
