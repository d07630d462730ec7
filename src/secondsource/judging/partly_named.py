"""Passages that name one of those whom a claim lists, and say neither that it is so of them nor that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex, cover
from secondsource.facts import Fact
from secondsource.judging import questions
from secondsource.judging.decision import bearing
from secondsource.judging.members import Roll, places
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.sources import Kind, Source
from secondsource.values.marking import Marks


def weigh_named(
    fact: Fact, roll: Roll, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> Iterator[Weighed]:
    """The passages that name a member where they speak of what the claim does: they leave it open.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("The lifeboats of Osa, Lund and Marsh reached the wreck.")
    >>> def say(text):
    ...     told = read(Source("a", text))
    ...     found = weigh_named(Fact("f", ""), Roll(claim, claim.tested[0]), told.source, SourceIndex(told), mark(told))
    ...     return [weighed.evidence.bearing.value for weighed in found]
    >>> say("The lifeboat of Osa set out towards the wreck."), say("Osa has a quay.")
    (['inconclusive'], [])
    """
    for passage in index.passages:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING):
            continue
        named = places(roll, index, passage, fact.aliases)
        if not named or others.instance(roll.statement, index, marks, passage) is others.Instance.OTHER:
            continue
        covered = [cover(index, passage, roll.slot.terms, (i,), fact.aliases) for i in named]
        coverage = max(covered, key=lambda c: c.share)
        event = questions.event(coverage.share)
        if event.answer is not Answer.NO:
            said = questions.time_said(roll.statement, index, marks, passage, named[:1], None)
            replies = (
                event,
                questions.measure(1.0),
                questions.time(roll.statement, said, source.published, agrees=True),
                Reply(Question.ASSERTED, Answer.YES, "stated as the claim states it"),
                Reply(Question.VALUES, Answer.OPEN, "names one of them, and does not say it"),
            )
            shown = tuple(passage.tokens[i].span for i in named)
            outcome = bearing(replies)
            if outcome is not None:
                yield Weighed(coverage.share, passage, evidence(source, passage, outcome, replies, shown))
