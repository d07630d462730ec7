"""What a fact-checker expects to hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written, so that a message can say so."""

    path: Path | None = None
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.path else "(no file)"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A contradiction that is known: it passes, is shown, and expires."""

    source: str
    reason: str
    by: str = ""
    until: date | None = None
    said: tuple[str, ...] = ()
    """What the source said against the fact when it was accepted; empty where it stands whatever the source says."""

    def holds_on(self, day: date) -> bool:
        """Whether its time is not over (its last day included)."""
        return self.until is None or day <= self.until

    def covers(self, said: Iterable[str]) -> bool:
        """Whether a source that says this says nothing beyond what was accepted.

        >>> known = Acceptance("gull", "counts the crew", said=("41 people", "41 passengers"))
        >>> known.covers(["41  People"]), known.covers(["41 people", "49 people"])
        (True, False)
        """
        return not self.said or set(map(_plain, said)) <= set(map(_plain, self.said))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence, with what a fact-checker may add to sharpen it.

    >>> Fact("contingent", "Kenya sent 144 police officers to Haiti").needs
    0
    """

    id: str
    claim: str
    kind: str = ""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tolerance: float | None = None
    """How far an "about" reaches, as a share of the figure (0.1 is ±10 %); None leaves docs/verdicts.md's default."""
    as_of: date | None = None
    tags: tuple[str, ...] = ()
    expect: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Source id -> the verdicts that are expected of it; any one of them will do."""
    needs: int = 0
    """How many sources must support it."""
    accepted: tuple[Acceptance, ...] = ()
    note: str = ""
    publish: bool = False
    """Whether it may leave the newsroom as ClaimReview."""
    place: Place = Place()

    def acceptance_of(self, source: str, on: date, said: Iterable[str]) -> Acceptance | None:
        """What is accepted of a source: what stands on a day for what the source says, else the last that stood.

        ``on`` is the day of the run, also in a story with a day of its own: a story's day never passes.

        >>> known = Acceptance("gull", "counts the crew", until=date(2025, 3, 31))
        >>> fact = Fact("aboard", "81 were on board", accepted=(known,))
        >>> found = fact.acceptance_of("gull", date(2025, 4, 1), ["89 people"])
        >>> found.reason, found.holds_on(date(2025, 4, 1))
        ('counts the crew', False)
        """
        words = tuple(said)
        known = [acceptance for acceptance in self.accepted if acceptance.source == source]
        standing = (one for one in known if one.holds_on(on) and one.covers(words))
        return next(standing, known[-1] if known else None)

    def in_story(self, day: date | None) -> Fact:
        """This fact, as of the story's day where it names none of its own.

        >>> Fact("size", "The force has 144 officers").in_story(date(2025, 2, 7)).as_of
        datetime.date(2025, 2, 7)
        """
        return self if self.as_of or day is None else replace(self, as_of=day)
