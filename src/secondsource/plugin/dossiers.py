"""The dossier that a feature or facts file belongs to, loaded once a run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar

import pytest

from secondsource.facts import dossier
from secondsource.facts.dossier import Dossier
from secondsource.sources import lock
from secondsource.sources.errors import Fault, SourceError

MARKS = ("facts", "sources", "dossier.yaml", "dossier.yml", "sources.yaml")
"""What a dossier's folder has in it; one of them is enough."""


def root_of(path: Path, top: Path) -> Path:
    """The nearest folder above a file that looks like a dossier; else the one that holds ``features``; else ``top``."""
    above = [folder for folder in path.parents if folder.is_relative_to(top)] or [path.parent]
    for folder in above:
        # A register may lie in facts/, which is a part of the dossier above it.
        if any((folder / mark).exists() for mark in MARKS if (folder.name, mark) != ("facts", "sources.yaml")):
            return folder
    return next((folder.parent for folder in above if folder.name == "features"), above[-1])


@dataclass
class Dossiers:
    """The dossiers of a run, by their folder."""

    KEY: ClassVar[pytest.StashKey[Dossiers]] = pytest.StashKey()

    sources: Path | None = None
    frozen: bool = False
    """Whether every document must be what ``sources.lock`` says."""
    _loaded: dict[Path, Dossier] = field(default_factory=dict)
    _told: set[Path] = field(default_factory=set)

    @classmethod
    def of(cls, config: pytest.Config) -> Dossiers:
        """The dossiers of this run."""
        given = config.getoption("--secondsource-sources")
        folder = config.invocation_params.dir / given if given else None
        return config.stash.setdefault(cls.KEY, cls(folder, config.getoption("--secondsource-frozen")))

    def at(self, root: Path) -> Dossier:
        """The dossier in a folder."""
        if root not in self._loaded:
            loaded = dossier.load(root, self.sources)
            self._loaded[root] = replace(loaded, faults=(*loaded.faults, *self._lock_faults(loaded)))
        return self._loaded[root]

    @property
    def loaded(self) -> tuple[Dossier, ...]:
        """Those that have been asked for."""
        return tuple(self._loaded.values())

    def _lock_faults(self, loaded: Dossier) -> tuple[Fault, ...]:
        try:
            if self.frozen:
                return lock.faults(loaded.root, loaded.sources)
            lock.read(loaded.root)
        except SourceError as error:
            return (error.fault,)
        return ()

    def untold_faults(self, root: Path) -> tuple[Fault, ...]:
        """A dossier's faults, to be told by the first file that asks, and not again by the others."""
        if root in self._told:
            return ()
        self._told.add(root)
        return self.at(root).faults
