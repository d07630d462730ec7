"""One thing that a run found, and the name that it keeps from run to run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from secondsource.facts import Acceptance


class Kind(StrEnum):
    """What sort of thing was found; each is explained by ``secondsource explain``."""

    CONTRADICTION = "contradiction"
    SELF_CONTRADICTION = "self-contradiction"
    UNMET = "unmet-expectation"
    UNUSED_ACCEPTANCE = "unused-acceptance"
    SINGLE_SOURCE = "single-source"
    NO_SUPPORT = "no-support"


class Severity(StrEnum):
    """How much it matters to whoever prints the story."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Status(StrEnum):
    """What the newsroom has said about it."""

    OPEN = "open"
    EXPECTED = "expected"
    """A step or a fact's ``expect`` says that this source contradicts: known, and held to."""
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    """It was accepted until a day that has passed, so it counts as open again."""


class Change(StrEnum):
    """How it stands against the run before."""

    NEW = "new"
    WORSENED = "worsened"
    UNCHANGED = "unchanged"


SEVERITY = {
    Kind.CONTRADICTION: Severity.ERROR,
    Kind.UNMET: Severity.ERROR,
    Kind.SELF_CONTRADICTION: Severity.WARNING,
    Kind.UNUSED_ACCEPTANCE: Severity.WARNING,
    Kind.SINGLE_SOURCE: Severity.NOTE,
    Kind.NO_SUPPORT: Severity.NOTE,
}

DISCREPANCIES = (Kind.CONTRADICTION, Kind.SELF_CONTRADICTION)
"""The kinds in which a source's words stand against a fact."""

NEWS = (*DISCREPANCIES, Kind.UNMET)
"""The kinds of which a report says what is new, worse or fixed."""

# Worst first: what a person must act on, then what is known.
_ORDER = {Status.OPEN: 3, Status.EXPIRED: 3, Status.EXPECTED: 1, Status.ACCEPTED: 1}
_WEIGHT = {kind: len(SEVERITY) - place for place, kind in enumerate(SEVERITY)}


def stable_id(*parts: str) -> str:
    """A short name for what these parts make up together: the same on every machine and every run.

    >>> stable_id("wire", "144 officers left."), stable_id("wire144", " officers left.")
    ('83ec6d8a', 'aa14e31e')
    """
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def finding_id(fact: str, source: str, kind: Kind) -> str:
    """The name of a finding, wherever the passage moves to.

    >>> finding_id("departure-day", "highlands", Kind.CONTRADICTION)
    'feee81e0'
    """
    return stable_id(fact, source, kind)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run remembers of a finding, so that the next can say what is new, fixed or worse.

    ``source`` is the source's id; for an unmet expectation it is the sentence that did not hold.
    """

    id: str
    kind: Kind
    fact: str
    source: str
    claim: str
    status: Status
    first_seen: date
    words: str = field(default="", compare=False)
    """The source's words that stand against the fact, for whoever accepts it; a report holds them as evidence."""

    @property
    def cell(self) -> tuple[str, str, str]:
        """What it is about: a source that turns from disagreeing with itself to contradicting stays one discrepancy."""
        return self.fact, self.source, "against" if self.kind in DISCREPANCIES else self.kind

    @property
    def rank(self) -> tuple[int, int]:
        """How bad it is: larger is worse."""
        return _ORDER[self.status], _WEIGHT[self.kind]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, with its standing: :class:`Seen` says which, the rest what a reader needs to judge it."""

    seen: Seen
    reason: str
    change: Change
    acceptance: Acceptance | None = None

    @property
    def id(self) -> str:
        """The stable id, as ``secondsource accept`` takes it."""
        return self.seen.id

    @property
    def kind(self) -> Kind:
        """What sort of thing it is."""
        return self.seen.kind

    @property
    def fact(self) -> str:
        """The fact's id."""
        return self.seen.fact

    @property
    def source(self) -> str:
        """The source's id; empty where no single source is meant."""
        return "" if self.kind is Kind.UNMET else self.seen.source

    @property
    def status(self) -> Status:
        """What the newsroom has said about it."""
        return self.seen.status

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITY[self.kind]

    @property
    def is_discrepancy(self) -> bool:
        """Whether a source's words stand against the fact."""
        return self.kind in DISCREPANCIES

    @property
    def is_live(self) -> bool:
        """Whether somebody still has to act on it."""
        return self.status in (Status.OPEN, Status.EXPIRED)
