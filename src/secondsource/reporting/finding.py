"""One thing that a run found, and the name that it keeps from run to run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from secondsource.facts import Acceptance
from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question


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
    OUTDATED = "outdated"
    """It was accepted when the source said something else, so it counts as open again."""


ENDED = (Status.EXPIRED, Status.OUTDATED)
"""How an acceptance can have come to an end."""


class Change(StrEnum):
    """How it stands against the run before."""

    NEW = "new"
    WORSENED = "worsened"
    CHANGED = "changed"
    """It stands as it did, and the source says something else against the fact."""
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
"""The kinds that a newsroom decides about."""

# Worst first: what a person must act on, then what is known.
_ORDER = {Status.OPEN: 3, **dict.fromkeys(ENDED, 3), Status.EXPECTED: 1, Status.ACCEPTED: 1}
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


def said_against(judgement: Judgement) -> tuple[str, ...]:
    """What a source says against a fact, each thing once: what an acceptance records, and is held to.

    The value that it gives in place of the fact's; its sentence, where it gives none or denies the fact's own.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> gull = Source("gull", "The ferry carried 41 passengers. It did not leave\\nat six.")
    >>> said_against(judge(Fact("aboard", "The ferry carried 45 passengers."), gull))
    ('41 passengers',)
    >>> said_against(judge(Fact("left", "The ferry left at six."), gull))
    ('It did not leave at six.',)
    """
    against = (one for one in judgement.evidence if one.bearing is Bearing.CONTRADICTS)
    return tuple(dict.fromkeys(one.value if _gives_another(one) else " ".join(one.quote.split()) for one in against))


def _gives_another(evidence: Evidence) -> bool:
    values = (reply.answer for reply in evidence.replies if reply.question is Question.VALUES)
    return bool(evidence.value) and Answer.NO in values


def status_of(acceptance: Acceptance, on: date, said: Iterable[str]) -> Status:
    """Whether an acceptance stands on a day for what its source says, or why it does not.

    >>> known = Acceptance("gull", "counts the crew", until=date(2025, 3, 31), said=("41 people",))
    >>> [status_of(known, date(2025, 4, day), [said]).value for day, said in ((1, "41 people"), (1, "49 people"))]
    ['expired', 'outdated']
    """
    if not acceptance.covers(said):
        return Status.OUTDATED
    return Status.ACCEPTED if acceptance.holds_on(on) else Status.EXPIRED


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
    said: tuple[str, ...] = ()
    """What it says against the fact, as an acceptance records it (:func:`said_against`)."""

    @property
    def cell(self) -> tuple[str, str, str]:
        """What it is about: a source that turns from disagreeing with itself to contradicting stays one discrepancy."""
        return self.fact, self.source, "against" if self.kind in DISCREPANCIES else self.kind

    @property
    def is_news(self) -> bool:
        """Whether a report tells when it is new, worse or fixed: not that what is known not to hold does not."""
        return self.kind in DISCREPANCIES or (self.kind is Kind.UNMET and self.status is not Status.EXPECTED)

    def says_other_than(self, known: Seen) -> bool:
        """Whether the source says something else against the fact than it did; not, where either is not known."""
        now, then = ({" ".join(one.casefold().split()) for one in seen.said} for seen in (self, known))
        return bool(now and then) and now != then

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
    said_before: tuple[str, ...] = ()
    """What the source said against the fact in the run before, where it says something else now."""

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
        return self.status is Status.OPEN or self.status in ENDED
