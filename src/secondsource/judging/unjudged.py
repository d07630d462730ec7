"""What is not judged: a claim with nothing in it to check, and a document in a language that is not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from secondsource.facts import Fact
from secondsource.judging.verdict import Bearing, Evidence, Judgement, Verdict
from secondsource.sources import Source, sentences

if TYPE_CHECKING:
    from secondsource.aligning.statement import Statement

NOTHING = "there is nothing to check in the claim"
UNREAD = "language not read"


def checkable(claim: Sequence[Statement]) -> bool:
    """Whether a claim has a value in it, or a verb and words that tell one text from another.

    >>> from secondsource.aligning.statement import statements
    >>> checkable(statements("144 officers left.")), checkable(statements("!!!")), checkable(statements(""))
    (True, False, False)
    """
    if any(sentence.tested for sentence in claim):
        return True
    verbs = any(token.pos in ("VERB", "AUX") for sentence in claim for token in sentence.passage.tokens)
    return verbs and any(sentence.terms for sentence in claim)


@dataclass(frozen=True, slots=True)
class Contents:
    """What there is to check in a claim: the kinds of the values in it, and whether it is checkable at all."""

    checkable: bool
    kinds: frozenset[str]


def contents_of(claims: Sequence[tuple[str, date | None]]) -> list[Contents]:
    """The contents of each claim, read as of a day; all of them are parsed in one batch."""
    # Judgements that are kept need no reader of claims.
    from secondsource.aligning.statement import statements
    from secondsource.language import warm

    warm(claim for claim, _ in claims)
    read = [statements(claim, day) for claim, day in claims]
    return [
        Contents(
            checkable(claim), frozenset(f.name for s in claim for f in fields(s.marks) if getattr(s.marks, f.name))
        )
        for claim in read
    ]


def is_read(source: Source) -> bool:
    """Whether a document is in a language that is judged.

    >>> is_read(Source("wire", "144 officers left.", language="en-GB")), is_read(Source("fil", "…", language="fr"))
    (True, False)
    """
    return source.language.replace("_", "-").partition("-")[0].lower() in ("", "en")


def unread(fact: Fact, source: Source) -> Judgement:
    """What is said of a document in another language: its beginning is quoted, and nothing concluded from it.

    >>> unread(Fact("size", "144 left."), Source("fil", "Ils sont partis. Tous.", language="fr")).evidence[0].quote
    'Ils sont partis.'
    """
    first = next(iter(sentences(source.text)), None)
    if first is None:
        return Judgement(fact.id, source.id, Verdict.INCONCLUSIVE, UNREAD)
    quoted = Evidence(source.id, first.span, first.span.of(source.text), Bearing.INCONCLUSIVE, UNREAD)
    return Judgement(fact.id, source.id, Verdict.INCONCLUSIVE, UNREAD, (quoted,))
