"""Bringing documents into a dossier: the text that is judged, the file it came in, and its entry in the register.

A document is finished when its text is in its place; the file it was taken out of is written before, the register
after. Whatever interrupts this, every document is there whole or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from secondsource.sources import lock, metadata, readers, register, strict_yaml
from secondsource.sources.document import Source
from secondsource.sources.errors import Fault, SourceError, YamlError
from secondsource.sources.fetching import Limits, fetch, is_url
from secondsource.sources.strict_yaml import Map
from secondsource.sources.writing import write_whole

_KEPT_AS_GIVEN = frozenset({".md", ".markdown", ".txt", ".text"})


@dataclass(frozen=True, slots=True)
class Added:
    """One document and what became of it: "added", "already there" or, with ``fault``, "refused"."""

    item: str
    outcome: str
    source: Source | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the person who adds a document says of it; it goes into the register, where it wins."""

    id: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


def add(root: Path, items: Iterable[str], said: Said | None = None, limits: Limits | None = None) -> Iterator[Added]:
    """Adds files, folders and addresses, one document after the other; a document that is refused stops no other."""
    said = said or Said()
    shelf = _Shelf(root)
    for item in items:
        try:
            yield from _add_url(shelf, item, said, limits) if is_url(item) else _add_path(shelf, Path(item), said)
        except SourceError as error:
            yield Added(item, "refused", fault=error.fault)


def _add_url(shelf: _Shelf, url: str, said: Said, limits: Limits | None) -> Iterator[Added]:
    answer = fetch(url, limits)
    name = _slug(Path(urlsplit(answer.final_url).path).stem) or _slug(urlsplit(answer.final_url).hostname or "page")
    try:
        sources = readers.read_bytes(answer.body, Path(name + answer.suffix))
    except SourceError as error:
        raise SourceError(Path(url), error.line, error.message, error.code, error.fault.suggestion) from error
    fetched = {"url": url, "fetched": _now()}
    yield from shelf.put(url, Path(name + answer.suffix), answer.body, sources, said, fetched)


def _add_path(shelf: _Shelf, path: Path, said: Said) -> Iterator[Added]:
    if path.is_dir():
        faults: list[Fault] = []
        for file in register.files(path, faults):
            try:
                yield from _add_path(shelf, file, Said(fields=said.fields))
            except SourceError as error:
                yield Added(str(file), "refused", fault=error.fault)
        yield from (Added(str(path), "refused", fault=fault) for fault in faults)
        return
    raw = readers.raw_bytes(path)
    yield from shelf.put(str(path), path, raw, readers.read_bytes(raw, path), said, {})


class _Shelf:
    """The dossier that documents are put into. Raises SourceError where its register cannot be read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "sources"
        places = [root / name for name in register.REGISTERS]
        self.register = next((place for place in places if place.is_file()), places[0])
        try:
            self.entered = {
                str(row.get("id") or row.get("file"))
                for row in (register.entries(self.register) if self.register.is_file() else ())
                if isinstance(row, Map)
            }
        except YamlError as error:
            fault = error.faults[0]
            raise SourceError(fault.path, fault.line, fault.message, fault.code) from error
        self.checked = False
        self.held = {source.id: source for source in register.load(root).sources}

    def put(
        self, item: str, path: Path, raw: bytes, sources: Sequence[Source], said: Said, fetched: Mapping[str, str]
    ) -> Iterator[Added]:
        """Puts the documents of one file in their places."""
        if said.id and len(sources) > 1:
            raise SourceError(path, 0, f"holds {len(sources)} documents, so that one id is not enough", "bad-value")
        for source in sources:
            name = said.id or _slug(source.id) or "document"
            if name in self.held:
                if self.held[name].text.rstrip("\n") == source.text.rstrip("\n"):
                    yield Added(item, "already there", self._held_already(name, path, said.fields))
                    continue
                message = f'another document is called "{name}"'
                raise SourceError(path, 0, message, "duplicate-source", "give this one an --id, or refresh that one")
            yield Added(item, "added", self._put_one(name, path, raw, source, said, fetched))

    def _put_one(
        self, name: str, path: Path, raw: bytes, source: Source, said: Said, fetched: Mapping[str, str]
    ) -> Source:
        if readers.suffix(path) in _KEPT_AS_GIVEN and not fetched:
            place = self.folder / (name + readers.suffix(path))
            content = raw
        else:
            place = self.folder / f"{name}.md"
            original = self.folder / register.ORIGINALS / (_slug(readers.stem(path)) + readers.suffix(path))
            if original.exists() and original.read_bytes() != raw:
                original = original.with_name(name + readers.suffix(path))
            write_whole(original, raw)
            content = taken_out(source, f"{register.ORIGINALS}/{original.name}", fetched).encode()
        if place.resolve() != path.resolve():
            write_whole(place, content)
        self._enter(name, place, said.fields)
        self.held[name] = self._described(readers.load(place, self.root), said.fields)
        return self.held[name]

    def _held_already(self, name: str, path: Path, fields: Mapping[str, Any]) -> Source:
        """The document that is here. What is newly said of it is entered, or refused where an entry says otherwise."""
        held = self.held[name]
        told = self._described(held, fields)
        if not self._enter(name, held.path or path, fields):
            ours = [key for key in fields if getattr(told, key) != getattr(held, key)]
            if ours:
                message = f'has an entry for "{name}" already, which says otherwise or nothing of {", ".join(ours)}'
                raise SourceError(self.register, 0, message, "bad-value", "change it there")
        self.held[name] = told
        return told

    def _described(self, source: Source, fields: Mapping[str, Any]) -> Source:
        """A document with what its entry, made of these fields, says of it."""
        entry = Map(0)
        entry.update({key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()})
        return metadata.described(source, entry, self.register, "register")[0]

    def _check(self, after: str, file: str) -> None:
        """The first row that is added must be read back as one; the others have its shape."""
        try:
            rows = register.rows(strict_yaml.loads(after, self.register), self.register)
        except YamlError as error:
            raise SourceError(self.register, 0, f"no row can be added at its end ({error})", "bad-yaml") from error
        if not any(isinstance(row, Map) and row.get("file") == file for row in rows):
            raise SourceError(
                self.register, 0, "no row can be added at its end: sources: is not its last key", "bad-yaml"
            )
        self.checked = True

    def _enter(self, name: str, place: Path, fields: Mapping[str, Any]) -> bool:
        """Whether an entry was made; one that is there already is left as it is."""
        file = place.relative_to(self.root).as_posix()
        if name in self.entered or file in self.entered:
            return False
        before = self.register.read_text(encoding="utf-8") if self.register.is_file() else ""
        entry = {"id": name, "file": file, **fields}
        after = _with_entry(before, entry)
        if not self.checked:
            self._check(after, file)
        write_whole(self.register, after.encode())
        self.entered.add(name)
        return True


def _with_entry(before: str, entry: Mapping[str, Any]) -> str:
    """The register with one row more, in the indentation of its rows; its comments stay as they are."""
    rows = re.findall(r"^( *)- ", before, re.MULTILINE)
    indent = rows[0] if rows else ("  " if re.search(r"^sources:", before, re.MULTILINE) else "")
    if not before.strip():
        before = "# The documents of this dossier: what is said here wins over what a document says of itself.\n"
    lines = [f"{key}: {strict_yaml.written(value)}" for key, value in entry.items() if value not in ("", None, (), [])]
    block = "".join(f"{indent}{'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines))
    tail = re.search(r"^(?!sources:)[A-Za-z_]+:", before, re.MULTILINE)
    if tail and indent == "" and not rows:
        return before.rstrip("\n") + "\nsources:\n" + block
    return before.rstrip("\n") + "\n" + block


def taken_out(source: Source, original: str, more: Mapping[str, str]) -> str:
    """A text that was taken out of a file, with front matter that says what it is and where it was."""
    about = source.provenance
    head = {
        "title": source.title,
        "outlet": source.outlet,
        "published": source.published.isoformat() if source.published else "",
        "date_origin": source.date_origin if source.published else "",
        "author": source.author,
        "url": source.url,
        "language": source.language,
        "original": original,
        "format": about.format,
        "pages": list(about.pages),
        "notes": list(about.notes),
        **more,
    }
    lines = [f"{key}: {strict_yaml.written(value)}" for key, value in head.items() if value not in ("", [])]
    return "\n".join(["---", *lines, "---", "", source.text.rstrip("\n"), ""])


@dataclass(frozen=True, slots=True)
class Update:
    """What an address answers now, and how it differs from what the dossier holds."""

    source: Source
    body: bytes
    suffix: str
    edits: tuple[lock.Edit, ...]


def fetch_again(source: Source, limits: Limits | None = None) -> Update:
    """Fetches a document's address once more and compares; changes nothing. Raises SourceError."""
    answer = fetch(source.url, limits)
    fresh = readers.read_bytes(answer.body, Path(source.id + answer.suffix))
    if len(fresh) != 1:
        raise SourceError(Path(source.url), 0, f"now holds {len(fresh)} documents", "bad-value")
    edits = lock.differences(source.text.rstrip("\n"), fresh[0].text.rstrip("\n"))
    return Update(fresh[0], answer.body, answer.suffix, edits)


def replace_text(root: Path, source: Source, update: Update) -> Source:
    """Puts what was fetched in the document's place; the page as it was before is kept under the hash of its text."""
    place, before = source.path, source.provenance.original
    if place is None or before is None:
        raise SourceError(Path(source.id), 0, "did not come from an address", "bad-value")
    if before.is_file():
        write_whole(before.with_name(f"{before.stem}.{source.sha256[:8]}{before.suffix}"), before.read_bytes())
    original = before.with_suffix(update.suffix)
    write_whole(original, update.body)
    fetched = {"url": source.url, "fetched": _now()}
    write_whole(place, taken_out(update.source, f"{register.ORIGINALS}/{original.name}", fetched).encode())
    return replace(readers.load(place, root), id=source.id)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _slug(text: str) -> str:
    """A name for a file, from any words.

    >>> _slug("Kesh Harbour: 21 blades — été!")
    'kesh-harbour-21-blades-ete'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
