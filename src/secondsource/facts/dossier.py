"""A dossier: a story's facts with the documents that they are checked against."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secondsource.facts.fact import Fact
from secondsource.facts.reading import read_file
from secondsource.facts.suggesting import did_you_mean
from secondsource.facts.written import FactsFile, Written, duplicate
from secondsource.sources import Source, readers, register
from secondsource.sources.errors import Fault


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a folder holds for one story. With a fault in ``faults`` nothing of it should be judged."""

    root: Path
    title: str = ""
    as_of: date | None = None
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    faults: tuple[Fault, ...] = ()

    def fact(self, name: str) -> Fact | None:
        """The fact of that id."""
        return next((fact for fact in self.facts if fact.id == name), None)

    def source(self, name: str) -> Source | None:
        """The source of that id."""
        return next((source for source in self.sources if source.id == name), None)


def load(root: Path, sources: Path | None = None) -> Dossier:
    """The dossier in a folder: ``facts/*.yaml``, ``dossier.yaml``, and the documents of ``sources/``.

    ``sources`` names another folder of documents. Nothing is raised for bad input: every fault of every file is
    in ``faults``, and what could be read is there beside them.

    >>> from tempfile import mkdtemp
    >>> root = Path(mkdtemp())
    >>> for folder in ("facts", "sources"):
    ...     (root / folder).mkdir()
    >>> _ = (root / "facts/size.yaml").write_text("- {id: size, claim: It made 30 barrels, expect: {mil: supports}}")
    >>> _ = (root / "sources/mill.txt").write_text("The mill made 30 barrels.")
    >>> dossier = load(root)
    >>> [fact.id for fact in dossier.facts], [source.id for source in dossier.sources]
    (['size'], ['mill'])
    >>> [(fault.line, fault.message, fault.suggestion) for fault in dossier.faults]
    [(1, '"mil" is no source of this dossier', 'did you mean "mill"?')]
    """
    if not root.is_dir():
        return Dossier(root, faults=(Fault(root, 0, "unreadable", "is not a folder"),))
    if closed := _closed(root / "facts"):
        return Dossier(root, faults=closed)
    files, outside = _files(root)
    folder, folder_faults = _folder(root, files, sources)
    loaded = register.load(root, folder)
    title, as_of, head_faults = _head(files)
    written, duplicates = _unique(root, files)
    # A document with a fault is one of the dossier nevertheless; a folder that cannot be opened may have any.
    faulty = (readers.stem(fault.path) for fault in loaded.faults if not register.is_one(fault.path, root))
    names = list(dict.fromkeys([*(source.id for source in loaded.sources), *faulty]))
    are_known = not any(fault.path.is_dir() for fault in loaded.faults)
    return Dossier(
        root,
        title,
        as_of,
        tuple(each.fact for each in written),
        tuple(loaded.sources),
        (
            *outside,
            *(fault for file in files for fault in file.faults),
            *head_faults,
            *duplicates,
            *folder_faults,
            *loaded.faults,
            *(fault for each in written if are_known for fault in _unknown_sources(each, names)),
            *(fault for each in written if are_known for fault in _too_many(each, len(names))),
        ),
    )


def _closed(facts: Path) -> tuple[Fault, ...]:
    """A fault for each folder of facts that the system does not let us look into: its facts would be left out."""
    if not facts.is_dir():
        return ()
    folders = [facts, *(Path(folder, name) for folder, names, _ in os.walk(facts) for name in names)]
    closed = [folder for folder in folders if not os.access(folder, os.R_OK | os.X_OK)]
    return tuple(Fault(folder, 0, "unreadable", "cannot be opened: you have no permission") for folder in closed)


def facts_files(root: Path) -> Iterator[Path]:
    """The files of a dossier that may hold facts, in a fixed order."""
    for path in (root / "dossier.yaml", root / "dossier.yml", *sorted((root / "facts").rglob("*"))):
        if may_hold_facts(path, root) and path.is_file():
            yield path


def may_hold_facts(path: Path, root: Path) -> bool:
    """Whether a file of this name is one of facts, in the dossier of that folder.

    >>> [may_hold_facts(Path("story", name), Path("story")) for name in ("facts/sunk.yaml", "facts/sources.yaml")]
    [True, False]
    """
    if path.suffix not in (".yaml", ".yml") or register.is_one(path, root):
        return False
    return path.is_relative_to(root / "facts") or (path.parent == root and path.stem == "dossier")


def _files(root: Path) -> tuple[list[FactsFile], list[Fault]]:
    """The facts files that lie inside the dossier, and a fault for each that is a way out of it."""
    home = root.resolve()
    inside, outside = [], []
    for path in facts_files(root):
        if path.resolve().is_relative_to(home):
            inside.append(read_file(path))
        else:
            outside.append(Fault(path, 0, "outside-folder", "is a link that leads out of the dossier"))
    return inside, outside


def _folder(root: Path, files: Iterable[FactsFile], given: Path | None) -> tuple[Path | None, list[Fault]]:
    """The folder of documents: as given on the command line, as a facts file says, or the usual one."""
    if given:
        return given, []
    for file in files:
        if file.head.sources_from:
            folder, line = root / file.head.sources_from, file.head_lines["sources_from"]
            if not folder.resolve().is_relative_to(root.resolve()):
                message = f"sources_from: {file.head.sources_from} leads out of the dossier"
                return None, [Fault(file.path, line, "outside-folder", message)]
            if not folder.is_dir():
                return None, [Fault(file.path, line, "missing-file", f"there is no folder {file.head.sources_from}")]
            return folder, []
    return None, []


def _head(files: Sequence[FactsFile]) -> tuple[str, date | None, list[Fault]]:
    """The story's title and day; two files that give different ones are a fault."""
    faults = []
    for key in ("title", "as_of"):
        said = [(getattr(file.head, key), file) for file in files if getattr(file.head, key)]
        for value, file in said[1:]:
            if value != said[0][0]:
                message = f"{key}: {said[0][1].path.name} says {said[0][0]}"
                faults.append(Fault(file.path, file.head_lines[key], "two-titles", message, "give it in one file"))
    title = next((file.head.title for file in files if file.head.title), "")
    return title, next((file.head.as_of for file in files if file.head.as_of), None), faults


def _unique(root: Path, files: Iterable[FactsFile]) -> tuple[list[Written], list[Fault]]:
    kept: dict[str, Written] = {}
    faults = []
    for file in files:
        for written in file.written:
            first = kept.setdefault(written.fact.id, written)
            if first is not written:
                place = first.fact.place
                there = f"{place.path.relative_to(root)}:{place.line}" if place.path else str(place)
                faults.append(duplicate(file.path, written.line_of("id"), written.fact.id, there))
    return list(kept.values()), faults


def _unknown_sources(written: Written, names: list[str]) -> Iterator[Fault]:
    fact = written.fact
    named: list[tuple[str, tuple[str | int, ...]]] = [
        *(
            (source, (key, source))
            for source in fact.expect
            for key in ("expect", "verdicts")
            if (key, source) in written.lines
        ),
        *((acceptance.source, ("accepted", n, "source")) for n, acceptance in enumerate(fact.accepted)),
    ]
    for source, at in named:
        if source not in names:
            hint = did_you_mean(source, names) or (f"the sources are {', '.join(names[:8])}" if names else "")
            message = f'"{source}" is no source of this dossier'
            yield Fault(fact.place.path or Path(), written.line_of(*at), "unknown-source", message, hint)


def _too_many(written: Written, sources: int) -> Iterator[Fault]:
    fact = written.fact
    if fact.needs > sources:
        message = f"needs {fact.needs} supporting sources, and the dossier has {sources}"
        yield Fault(fact.place.path or Path(), written.line_of("needs"), "needs-too-many", message)
