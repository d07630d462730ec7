"""From five answers to what one passage does to a fact, and from passages to one verdict."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply, Verdict

Y, N, OPEN = Answer.YES, Answer.NO, Answer.OPEN

# One row: what the answers to (event, measure, time, asserted, values) make of a passage. None matches any answer;
# the first row that fits decides. A wrong "contradicts" is the worst fault, so it asks for every answer
# (VERDICTS.md, "needs all five"); a figure that is found exactly is itself a sign of the same event.
TABLE: tuple[tuple[tuple[Answer | None, ...], Bearing | None], ...] = (
    ((N, None, None, None, None), None),
    ((None, N, None, None, None), None),
    ((Y, Y, Y, N, Y), Bearing.CONTRADICTS),
    ((Y, None, None, N, None), Bearing.INCONCLUSIVE),
    ((OPEN, None, None, N, None), None),
    ((None, None, N, None, None), Bearing.INCONCLUSIVE),
    ((Y, None, Y, Y, Y), Bearing.SUPPORTS),
    ((OPEN, Y, Y, Y, Y), Bearing.SUPPORTS),
    ((Y, Y, Y, Y, N), Bearing.CONTRADICTS),
    ((Y, None, None, None, None), Bearing.INCONCLUSIVE),
    ((OPEN, Y, None, None, Y), Bearing.INCONCLUSIVE),
    ((OPEN, Y, Y, None, OPEN), Bearing.INCONCLUSIVE),
    ((OPEN, None, None, None, None), None),
)

ORDER = (Question.EVENT, Question.MEASURE, Question.TIME, Question.ASSERTED, Question.VALUES)


def bearing(replies: Sequence[Reply]) -> Bearing | None:
    """What a passage does to a fact, by the table; None where it does not speak of it.

    >>> def said(*answers):
    ...     return [Reply(question, answer, "") for question, answer in zip(ORDER, answers, strict=True)]
    >>> bearing(said(Y, Y, Y, Y, N)), bearing(said(Y, OPEN, Y, Y, N)), bearing(said(N, Y, Y, Y, Y))
    (<Bearing.CONTRADICTS: 'contradicts'>, <Bearing.INCONCLUSIVE: 'inconclusive'>, None)
    """
    answers = {r.question: r.answer for r in replies}
    given = tuple(answers[q] for q in ORDER)
    for row, outcome in TABLE:
        if all(want is None or want is got for want, got in zip(row, given, strict=True)):
            return outcome
    raise AssertionError(f"no row for {given}")


def join(evidence: Sequence[Evidence]) -> Verdict:
    """The verdict of a source from all its passages about a fact.

    >>> join(())
    <Verdict.SILENT: 'silent'>
    """
    bearings = {e.bearing for e in evidence}
    if {Bearing.SUPPORTS, Bearing.CONTRADICTS} <= bearings:
        return Verdict.MIXED
    for outcome in (Bearing.SUPPORTS, Bearing.CONTRADICTS, Bearing.INCONCLUSIVE):
        if outcome in bearings:
            return Verdict(outcome.value)
    return Verdict.SILENT
