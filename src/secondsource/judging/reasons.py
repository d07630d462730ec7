"""Why, in words that a person with no training understands."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply, Verdict


def of(bearing: Bearing, replies: Sequence[Reply]) -> str:
    """The one line that explains what a passage does to a fact: the answer that decided it.

    >>> replies = [Reply(question, Answer.YES, "") for question in Question if question is not Question.ASSERTED]
    >>> of(Bearing.INCONCLUSIVE, [*replies, Reply(Question.ASSERTED, Answer.OPEN, "it is only planned")])
    'it is only planned'
    """
    by = {r.question: r for r in replies}
    if bearing is Bearing.CONTRADICTS and by[Question.ASSERTED].answer is Answer.NO:
        return by[Question.ASSERTED].reason
    if bearing is not Bearing.INCONCLUSIVE:
        return by[Question.VALUES].reason
    for question in (Question.ASSERTED, Question.TIME, Question.VALUES, Question.MEASURE, Question.EVENT):
        if by[question].answer is not Answer.YES:
            return by[question].reason
    return by[Question.VALUES].reason


def summary(verdict: Verdict, evidence: Sequence[Evidence]) -> str:
    """The one line that explains a verdict.

    >>> summary(Verdict.SILENT, ())
    'says nothing about it'
    """
    if verdict is Verdict.SILENT:
        return "says nothing about it"
    if verdict is Verdict.MIXED:
        yes = next(e for e in evidence if e.bearing is Bearing.SUPPORTS)
        no = next(e for e in evidence if e.bearing is Bearing.CONTRADICTS)
        return f"disagrees with itself: {yes.reason}; {no.reason}"
    return next((e.reason for e in evidence if e.bearing.value == verdict.value), evidence[0].reason)
