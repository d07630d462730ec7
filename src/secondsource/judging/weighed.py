"""A passage's evidence with how well the passage fits: what the judging of figures and of words hand on."""

from __future__ import annotations

from typing import NamedTuple

from secondsource.judging import reasons
from secondsource.judging.verdict import Bearing, Evidence, Reply
from secondsource.language import Passage
from secondsource.sources import Source, Span


class Weighed(NamedTuple):
    """A passage's evidence, and how well the passage fits the claim."""

    weight: float
    passage: Passage
    evidence: Evidence
    sure: bool = False
    """Whether its signs alone tell that it is of the claim's own thing, however well others fit."""
    own: float = 0.0
    """How sure it is that its date is that of what the claim says happened; 0 where no dates are compared."""
    merely_named: bool = False
    """Whether it only names the claim's person, where the rest of the claim is told."""
    in_passing: bool = False
    """Whether its day is told as known."""


def evidence(
    source: Source,
    passage: Passage,
    outcome: Bearing,
    replies: tuple[Reply, ...],
    marks: tuple[Span, ...] = (),
    value: str = "",
    speaker: str = "",
) -> Evidence:
    """A passage as evidence: what it does to the claim, with the answer that decided it as the reason."""
    reason = reasons.of(outcome, replies)
    return Evidence(source.id, passage.span, passage.text, outcome, reason, marks, value, replies, speaker)
