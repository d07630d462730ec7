"""What a scenario is looking at: which sources, which facts, as of which day."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from secondsource.facts import Fact, Place
from secondsource.facts.dossier import Dossier
from secondsource.facts.suggesting import did_you_mean
from secondsource.sources import Source, register
from secondsource.steps.faults import Misread
from secondsource.steps.parameters import impossible_day, no_such_day


@dataclass(frozen=True)
class Scope:
    """The state that Given sentences make and Then sentences read; never changed, only replaced.

    >>> from datetime import date
    >>> scope = Scope(Dossier(Path("story"), facts=(Fact("size", "The force has 144 officers"),)))
    >>> scope.fact("size").claim
    'The force has 144 officers'
    >>> scope.fact("sise")
    Traceback (most recent call last):
    secondsource.steps.faults.Misread: there is no fact "sise"
    """

    dossier: Dossier
    sources: tuple[Source, ...] = ()
    subject: tuple[Fact, ...] = ()
    """What "it" and "them" mean."""
    as_of: date | None = None
    tolerance: float | None = None
    said: tuple[Fact, ...] = ()
    """The claims of earlier sentences, for "another"."""
    place: Place = field(default_factory=Place)
    """The line that is being read."""

    @classmethod
    def of(cls, dossier: Dossier) -> Scope:
        """Where a scenario starts: every source of the dossier, on the story's day."""
        return cls(dossier, dossier.sources, as_of=dossier.as_of)

    def with_sources_of(self, folder: str) -> Scope:
        """The documents of another folder, or those that a register names."""
        root = self.dossier.root
        path = (root / folder).resolve()
        if not path.is_relative_to(root.resolve()):
            raise Misread("outside-folder", f'"{folder}" leads out of the dossier')
        if not path.exists():
            near = did_you_mean(folder.rstrip("/"), [p.name for p in root.iterdir()])
            raise Misread("missing-file", f'there is no "{folder}" in {root.name or root}', near)
        if path == (root / "sources").resolve() or path.is_file():
            return replace(self, sources=self._registered(path) if path.is_file() else self.dossier.sources)
        loaded = register.load(root, path)
        if loaded.faults:
            raise Misread("unreadable", f'the sources in "{folder}" have faults: {loaded.faults[0]}')
        inside = tuple(s for s in loaded.sources if s.path and s.path.resolve().is_relative_to(path))
        return replace(self, sources=inside)

    def _registered(self, path: Path) -> tuple[Source, ...]:
        names = {str(entry.get("id")) for entry in register.entries(path) if entry.get("id")}
        names |= {Path(str(entry.get("file"))).stem for entry in register.entries(path) if not entry.get("id")}
        return tuple(source for source in self.dossier.sources if source.id in names)

    def source(self, name: str) -> Source:
        """A source of this scope, by its id or by the name of its outlet."""
        for key in ("id", "outlet", "title"):
            found = [s for s in self.sources if getattr(s, key).casefold() == name.casefold()]
            if len(found) == 1:
                return found[0]
            if found:
                ids = ", ".join(source.id for source in found)
                raise Misread("unknown-source", f'"{name}" is the {key} of several sources: {ids}', "give the id")
        known = [source.id for source in self.sources]
        hint = did_you_mean(name, [*known, *(s.outlet for s in self.sources if s.outlet)])
        listed = f"the sources here are {', '.join(known[:8])}" if known else "no source is in scope here"
        raise Misread("unknown-source", f'there is no source "{name}"', hint or listed)

    def tagged(self, tag: str, among: tuple[Source, ...] | None = None) -> tuple[Source, ...]:
        """The sources that carry a tag."""
        found = tuple(s for s in (self.sources if among is None else among) if tag in s.tags)
        if not found:
            known = sorted({tag for source in self.sources for tag in source.tags})
            listed = f"the tags here are {', '.join(known[:8])}" if known else "no source here has a tag"
            raise Misread("no-sources", f'no source is tagged "{tag}"', did_you_mean(tag, known) or listed)
        return found

    def of_tier(self, tier: str) -> tuple[Source, ...]:
        """The sources that were there, or are the record ("primary"), or those that pass on ("secondary")."""
        found = tuple(s for s in self.sources if s.tier == tier)
        if not found:
            raise Misread("no-sources", f"no source is marked as {tier}", f"write tier: {tier} in the register")
        return found

    def of_group(self, name: str) -> tuple[Source, ...]:
        """The sources of one house."""
        found = tuple(s for s in self.sources if s.group.casefold() == name.casefold())
        if not found:
            known = sorted({source.group for source in self.sources if source.group})
            listed = f"the groups here are {', '.join(known[:8])}" if known else "no source here has a group"
            raise Misread("no-sources", f'no source is of the group "{name}"', did_you_mean(name, known) or listed)
        return found

    def fact(self, name: str) -> Fact:
        """A fact of the dossier."""
        fact = self.dossier.fact(name)
        if fact is None:
            known = [each.id for each in self.dossier.facts]
            listed = f"the facts are {', '.join(known[:8])}" if known else "the dossier has no facts"
            raise Misread("unknown-fact", f'there is no fact "{name}"', did_you_mean(name, known) or listed)
        return fact

    def facts_in(self, file: str) -> tuple[Fact, ...]:
        """Every fact of one file, or of every file below a folder."""
        path = (self.dossier.root / file).resolve()
        if not path.is_relative_to(self.dossier.root.resolve()):
            raise Misread("outside-folder", f'"{file}" leads out of the dossier')
        found = [f for f in self.dossier.facts if f.place.path and f.place.path.resolve().is_relative_to(path)]
        if not found:
            root = self.dossier.root.resolve()
            written = {f.place.path.resolve() for f in self.dossier.facts if f.place.path}
            known = [str(p.relative_to(root)) for p in written if p.is_relative_to(root)]
            raise Misread("unknown-fact", f'there are no facts in "{file}"', did_you_mean(file, known))
        return tuple(found)

    def claim(self, text: str, kind: str = "") -> Fact:
        """A claim of a sentence: the dossier's fact where one says the same, with all that is known of it."""
        text = text.strip()
        if day := impossible_day(text):
            raise no_such_day(day)
        for fact in self.dossier.facts:
            if _plain(fact.claim) == _plain(text):
                return fact
        return Fact(claim_id(text), text, kind, place=self.place)

    def told(self, fact: Fact) -> Fact:
        """A fact as it is judged here: on the story's day, with the scenario's tolerance."""
        tolerance = self.tolerance if self.tolerance is not None else fact.tolerance
        return replace(fact.in_story(self.as_of), tolerance=tolerance)


def claim_id(claim: str) -> str:
    """A name for a claim that has none: its first words, and enough of its hash to tell it from another.

    >>> claim_id("144 police officers left for Haiti in February 2025")
    '144-police-officers-left-for-haiti-596c'
    """
    words = re.findall(r"\w+", claim.lower())[:6]
    return "-".join((*words, hashlib.sha256(_plain(claim).encode()).hexdigest()[:4]))


def _plain(claim: str) -> str:
    return " ".join(claim.casefold().rstrip(" .").split())


def another(scope: Scope, noun: str) -> str:
    """The identifier that "another resolution" is set against: the one that a sentence before has cited."""
    for fact in reversed(scope.said):
        if fact.kind == "identifier" and re.search(rf"\b{re.escape(noun.lower())}\b", fact.claim.lower()):
            return fact.claim
    raise Misread("no-subject", f'"another {noun}": no sentence before this one cites a {noun}', "cite one first")
