"""Claims and passages with no value to compare: is the predicate there, with its participants?"""

from __future__ import annotations

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex, cover
from secondsource.aligning.others import Instance
from secondsource.aligning.statement import Statement
from secondsource.facts import Fact
from secondsource.judging import questions
from secondsource.judging.decision import bearing
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language.assertion import standing
from secondsource.sources import Kind, Source
from secondsource.values.marking import Marks


def weigh_words(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Weighed]:
    """A claim with no value in it, or a source with none: is the predicate there, with its participants?"""
    found = []
    for passage in index.passages:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING):
            continue
        words = statement.tested[0].terms if statement.tested else statement.terms
        coverage = cover(index, passage, words, (), fact.aliases)
        if (
            coverage.local < 0.5
            or coverage.share < questions.SPEAKS
            or others.instance(statement, index, marks, passage) is not Instance.OURS
        ):
            continue
        if statement.tested:
            value = Reply(Question.VALUES, Answer.OPEN, "speaks of it and does not give the value")
        elif coverage.share >= 0.8:
            value = Reply(Question.VALUES, Answer.YES, "says so")
        else:
            value = Reply(Question.VALUES, Answer.OPEN, "says part of it")
        replies = (
            questions.event(coverage.share),
            questions.measure(1.0),
            Reply(Question.TIME, Answer.YES, "the claim names no time of its own"),
            questions.asserted(standing(passage, 0), standing(statement.passage, statement.root), statement, ""),
            value,
        )
        outcome = bearing(replies)
        if outcome:
            found.append(Weighed(coverage.share, passage, evidence(source, passage, outcome, replies)))
    return found
