"""What is not judged: a claim with nothing in it to check, and a document in a language that is not read."""

from __future__ import annotations

from calendar import day_name
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


def is_fact(claim: Sequence[Statement]) -> bool:
    """Whether somebody could check it: it has a value in it, or an act or a thing with a word of its own.

    A word that tells little ("goes", "day") or only how something was felt to be ("sad") could stand in any report.

    >>> from secondsource.aligning.statement import statements
    >>> [is_fact(statements(words)) for words in ("The mill is closed.", "It was a sad day.", "And so it goes.")]
    [True, False, False]
    """
    from secondsource.aligning.terms import FAINT

    if any(sentence.tested for sentence in claim):
        return True
    telling = (term for sentence in claim for term in sentence.terms if term.pos not in ("ADJ", "ADV"))
    return checkable(claim) and any(term.weight > FAINT for term in telling)


def _slips(claim: Sequence[Statement]) -> tuple[str, ...]:
    """Days of the week that do not fit their dates; a quotation keeps its speaker's slips."""
    found = []
    for sentence in claim:
        quoted = [mention.span for mention in sentence.marks.quotation]
        for mention in sentence.marks.date:
            when = mention.value
            if when.mismatch and not when.year_assumed and not any(mention.core.within(span) for span in quoted):
                day = when.named.first
                found.append(f"{day.day} {day:%B %Y} is a {day:%A}, not a {day_name[when.weekday or 0]}")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Contents:
    """What there is to check in a claim: the kinds of the values in it, whether it is checkable at all, its slips."""

    checkable: bool
    kinds: frozenset[str]
    slips: tuple[str, ...] = ()
    """What cannot be so, whatever the sources say."""


def contents_of(claims: Sequence[tuple[str, date | None]]) -> list[Contents]:
    """The contents of each claim, read as of a day; all of them are parsed in one batch."""
    # Judgements that are kept need no reader of claims.
    from secondsource.aligning.statement import statements
    from secondsource.language import warm

    warm(claim for claim, _ in claims)
    read = [statements(claim, day) for claim, day in claims]
    return [
        Contents(
            is_fact(claim),
            frozenset(f.name for s in claim for f in fields(s.marks) if getattr(s.marks, f.name)),
            _slips(claim),
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
