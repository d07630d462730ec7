"""The documents of a dossier: every file of its folder, with what its register says of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from secondsource.sources import metadata, readers, strict_yaml
from secondsource.sources.document import Source
from secondsource.sources.errors import Fault, SourceError, YamlError
from secondsource.sources.strict_yaml import Map, Seq

REGISTERS = ("facts/sources.yaml", "sources.yaml", "facts/sources.yml", "sources.yml")
FOLDER = "sources"
"""Where a dossier's documents are, unless it says otherwise."""
ORIGINALS = "originals"
"""The folder, beside the texts, that keeps the files they were taken out of: no documents of their own."""

_KEYS = ("id", "file", "note", *metadata.FIELDS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, and every fault of what could not."""

    sources: tuple[Source, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    register: Path
    data: Map

    def fault(self, key: str, code: str, message: str, suggestion: str = "") -> Fault:
        return Fault(self.register, self.data.line_of(key), code, message, suggestion)

    def text(self, key: str) -> str:
        value = self.data.get(key)
        return "" if value is None or isinstance(value, list | dict) else str(value).strip()

    def paths(self, root: Path, folder: Path) -> list[Path]:
        """Where the file that it names may be."""
        return [base / self.text("file") for base in (root, folder, self.register.parent)]


def is_one(path: Path, root: Path) -> bool:
    """Whether a file is the register of the dossier in that folder.

    >>> is_one(Path("story/facts/sources.yaml"), Path("story")), is_one(Path("story/facts/sunk.yaml"), Path("story"))
    (True, False)
    """
    return path in (root / name for name in REGISTERS)


def load(root: Path, folder: Path | None = None) -> Loaded:
    """Every document of the dossier at ``root``, sorted by id, and every fault with its file and line.

    ``folder`` is where the documents are, ``sources/`` if not given. The register (``facts/sources.yaml`` or
    ``sources.yaml``) adds to what a document says of itself, wins where they differ, and may name files outside
    that folder, but not outside the dossier.
    """
    faults: list[Fault] = []
    if folder and not folder.is_dir():
        faults.append(Fault(folder, 0, "unreadable", "is no folder"))
    held = _Held(root, folder or root / FOLDER, faults)
    for path in files(held.folder, faults):
        held.take(path)
    entries = list(_entries(root, faults))
    for entry in entries:
        about = held.file_of(entry)
        if about is not None:
            found = held.take(about)
            held.of[about] = tuple(_entered(source, entry, found, faults) for source in found)
    sources: dict[str, Source] = {}
    for path, found in held.of.items():
        for source in found:
            other = sources.setdefault(source.id, source)
            if other is not source:
                first = other.path.relative_to(root) if other.path and other.path.is_relative_to(root) else other.path
                message = f'the id "{source.id}" is that of {first} as well'
                faults.append(Fault(path, 0, "duplicate-source", message, "give one of them an id in the register"))
    faults.extend(_unknown_ids(entries, sources))
    ordered = tuple(sources[name] for name in sorted(sources))
    return Loaded(ordered, tuple(sorted(faults, key=lambda fault: (str(fault.path), fault.line))))


def of_file(path: Path) -> Loaded:
    """The documents of one file, with what the register of the dossier around it says of them.

    Raises :class:`SourceError` where the file cannot be read; ``faults`` are those of the register.
    """
    found = readers.load_all(path)
    faults: list[Fault] = []
    root = _dossier_around(path)
    # A draft that lies beside the dossier's documents is no document of it, whatever it is called.
    documents = root / FOLDER if root and (root / FOLDER).is_dir() else root
    is_document = documents is not None and _real(path).is_relative_to(_real(documents))
    for entry in _entries(root, faults) if root else ():
        if root and entry.text("file"):
            about = _real(path) in map(_real, entry.paths(root, root / FOLDER))
        else:
            about = is_document and entry.text("id") in (readers.stem(path), *(source.id for source in found))
        if about:
            found = tuple(_entered(source, entry, found, faults) for source in found)
    return Loaded(found, tuple(faults))


def in_folder(folder: Path) -> Loaded:
    """The documents of a dossier, of the part of one that a folder is, or of a folder that has no register."""
    if (folder / FOLDER).is_dir():
        return load(folder)
    root = _dossier_around(folder)
    if root is None or not _real(folder).is_relative_to(_real(root / FOLDER)):
        return load(root or folder, folder)
    loaded = load(root)
    here = tuple(
        source for source in loaded.sources if source.path and _real(source.path).is_relative_to(_real(folder))
    )
    return Loaded(here, loaded.faults)


def _dossier_around(path: Path) -> Path | None:
    """The nearest folder, from the path itself up, that has a register in it."""
    real = _real(path)
    return next((each for each in (real, *real.parents) if any((each / name).is_file() for name in REGISTERS)), None)


def entries(path: Path) -> Seq:
    """The rows of a register file: a list of mappings, at the top or under ``sources:``. Raises YamlError."""
    return rows(strict_yaml.load(path), path)


def rows(data: Any, path: Path) -> Seq:
    """The rows in a register's data."""
    rows = data.get("sources") if isinstance(data, Map) else data
    if rows is None and not (isinstance(data, Map) and data and "sources" not in data):
        return Seq(1)
    if not isinstance(rows, Seq):
        message = "a register is a list of documents, each with an id or a file"
        raise YamlError((Fault(path, getattr(data, "line", 1), "bad-value", message),))
    return rows


def _entries(root: Path, faults: list[Fault]) -> Iterator[_Entry]:
    seen: dict[str, str] = {}
    for path in (root / name for name in REGISTERS if (root / name).is_file()):
        try:
            rows = entries(path)
        except YamlError as error:
            faults.extend(error.faults)
            continue
        for row, line in zip(rows, rows.lines, strict=True):
            if not isinstance(row, Map):
                faults.append(Fault(path, line, "bad-value", "an entry is a mapping with an id or a file"))
                continue
            entry = _Entry(path, row)
            faults.extend(metadata.slips(row, path, _KEYS))
            name = entry.text("id") or entry.text("file")
            if not name:
                faults.append(Fault(path, line, "bad-value", "an entry needs an id or a file"))
            elif name in seen:
                message = f'"{name}" is entered twice (first on {seen[name]})'
                faults.append(entry.fault("id", "duplicate-source", message))
            else:
                seen[name] = f"line {line}"
                yield entry


def files(folder: Path, faults: list[Fault]) -> Iterator[Path]:
    """Every file under a folder that may be a document, in the order of their names."""
    if not folder.is_dir():
        return
    try:
        listed = sorted(folder.iterdir())
    except OSError as error:
        faults.append(Fault(folder, 0, "unreadable", f"cannot be opened: {error.strerror or error}"))
        return
    for path in listed:
        if path.name.startswith((".", "~$")) or path.name.lower().startswith("readme") or path.suffix == ".lock":
            continue
        if path.is_dir() and not path.is_symlink():
            if path.name != ORIGINALS:
                yield from files(path, faults)
        elif path.suffix not in (".yaml", ".yml"):
            yield path


class _Held:
    """The documents that have been read, by file, and by where each file really is."""

    def __init__(self, root: Path, folder: Path, faults: list[Fault]) -> None:
        self.root, self.folder, self.faults = root, folder, faults
        self.of: dict[Path, tuple[Source, ...]] = {}
        self.really: dict[Path, Path] = {}
        self.named: dict[str, Path] = {}

    def take(self, path: Path) -> tuple[Source, ...]:
        """The documents of a file; one in the dossier must really be there, and one beside it in its folder."""
        if path not in self.of:
            within = self.root if path.absolute().is_relative_to(self.root.absolute()) else self.folder
            try:
                self.of[path] = readers.load_all(path, within)
            except SourceError as error:
                self.faults.append(error.fault)
                self.of[path] = ()
            self.really[_real(path)] = path
            for name in (readers.stem(path), *(source.id for source in self.of[path])):
                self.named.setdefault(name, path)
        return self.of[path]

    def file_of(self, entry: _Entry) -> Path | None:
        """The file that an entry is about: the one it names, or the one that its id names."""
        name = entry.text("file")
        if not name:
            found = self.named.get(entry.text("id"))
            if found is None:
                message = f'no document "{entry.text("id")}" in {self.folder.name}/'
                suggestion = _did_you_mean(entry.text("id"), list(self.named))
                self.faults.append(entry.fault("id", "missing-file", message, suggestion))
            return found
        within = (_real(self.root), _real(self.folder))
        paths = entry.paths(self.root, self.folder)
        paths = [path for path in paths if any(_real(path).is_relative_to(place) for place in within)]
        if not paths:
            self.faults.append(entry.fault("file", "outside-folder", f"{name} leads out of the dossier"))
            return None
        for path in paths:
            if path.exists():
                return self.really.get(_real(path), path)
        known = [str(path.relative_to(self.root)) for path in self.of if path.is_relative_to(self.root)]
        message, suggestion = f"there is no file {name}", _did_you_mean(name, known)
        self.faults.append(entry.fault("file", "missing-file", message, suggestion))
        return None


def _real(path: Path) -> Path:
    """Where a path leads once its links are followed; a link that leads to itself stays as it is written."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _entered(source: Source, entry: _Entry, siblings: tuple[Source, ...], faults: list[Fault]) -> Source:
    """A document with what its entry says; one entry speaks for every document of its file."""
    if (
        not entry.text("file")
        and len(siblings) > 1
        and entry.text("id") not in (source.id, readers.stem(source.path or Path()))
    ):
        return source
    described, found = metadata.described(source, entry.data, entry.register, "register")
    faults.extend(fault for fault in found if fault not in faults)
    return replace(described, id=entry.text("id")) if entry.text("id") and len(siblings) == 1 else described


def _unknown_ids(entries: list[_Entry], sources: dict[str, Source]) -> Iterator[Fault]:
    """Ids that an entry names beside its own: what supersedes it, whom it is independent of."""
    for entry in entries:
        named = {"superseded_by": [entry.text("superseded_by")]}
        for key in ("independent", "same_voice"):
            rows = entry.data.get(key)
            rows = rows if isinstance(rows, list) else [rows]
            others = [row.get("of") for row in rows if isinstance(row, Map)]
            named[key] = [str(name) for other in others for name in (other if isinstance(other, list) else [other])]
        for key, names in named.items():
            for name in names:
                if name and name not in sources:
                    message = f'{key}: no document "{name}"'
                    yield entry.fault(key, "unknown-source", message, _did_you_mean(name, list(sources)))


def _did_you_mean(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f'did you mean "{close[0]}"?' if close else ""
