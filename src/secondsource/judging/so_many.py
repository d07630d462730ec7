"""Fewer than a claim lists, and no more: "only two districts, ours and Selce, have declared an emergency"."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.aligning.index import SourceIndex, cover
from secondsource.aligning.terms import fold
from secondsource.facts import Fact
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.wordlist import word_set
from secondsource.judging import questions
from secondsource.judging.decision import bearing
from secondsource.judging.members import Roll, met_at, named_in
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import predicate_of
from secondsource.sources import Kind, Source
from secondsource.values import count
from secondsource.values.count import Count
from secondsource.values.listing import PARTS
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention

_ONLY = word_set("only just merely exactly alone")
_AFTER = (("only",), ("alone",), ("and", "no", "more"), ("and", "no", "other"), ("and", "one", "only"), ("in", "all"))
_REACH = 3
_ANY_KIND = PARTS | word_set("thing place kind sort type name one item point town city village country nation firm")

NAMED, MET = 0.1, 0.2
"""What it adds to the share of a claim's words that one of its members is named there, and that its deed is."""


def weigh_so_many(
    fact: Fact, roll: Roll, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> Iterator[Weighed]:
    """The passages that count fewer than a claim lists, and say that there were no more."""
    if roll.denied or roll.turned or roll.slot.mention.value.excluded:
        return
    for passage, found in zip(index.passages, marks, strict=True):
        if passage.kind not in (Kind.PROSE, Kind.ITEM):
            continue
        for mention in found.count:
            if _is_fewer(mention.value, len(roll.members)) and _is_closed(passage, mention):
                weighed = _weighed(fact, roll, source, index, marks, passage, mention)
                if weighed is not None:
                    yield weighed
                    break


def _is_fewer(value: Count, members: int) -> bool:
    exact = value.quantity.hedge in (Hedge.EXACT, Hedge.AT_MOST) and not (value.dimension or value.of)
    return exact and 0 < value.quantity.stated < members


def _is_closed(passage: Passage, mention: Mention[Count]) -> bool:
    """Whether a passage says that there were no more than it counts."""
    words = passage.tokens_in(mention.span)
    if not words or mention.value.quantity.hedge is Hedge.AT_MOST:
        return bool(words)
    low = [t.text.lower() for t in passage.tokens]
    first, end = words[0].i, words[-1].i + 1
    before = low[max(0, first - 1) : first]
    after = low[end : end + _REACH]
    return bool(_ONLY & set(before)) or any(tuple(after[: len(told)]) == told for told in _AFTER)


def _weighed(
    fact: Fact,
    roll: Roll,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    passage: Passage,
    mention: Mention[Count],
) -> Weighed | None:
    words = passage.tokens_in(mention.core)
    named = named_in(roll, index, passage, fact.aliases)
    alike = _of_the_kind(roll, mention.value)
    verb = predicate_of(passage, words[0].i)
    met = verb is not None and met_at(roll, index, passage, verb, fact.aliases)
    if len(named) > mention.value.quantity.stated or not (alike or (named and fold(mention.value.unit) in _ANY_KIND)):
        return None
    place = tuple(t.i for t in words)
    coverage = cover(index, passage, roll.slot.terms, place, fact.aliases)
    said = questions.time_said(roll.statement, index, marks, passage, place, None)
    replies = (
        questions.event(coverage.share + NAMED * bool(named) + MET * met),
        questions.measure(1.0),
        questions.time(roll.statement, said, source.published, False),
        Reply(Question.ASSERTED, Answer.YES, "stated as the claim states it"),
        Reply(Question.VALUES, Answer.NO, f"{count.plain(mention.value)} and no more"),
    )
    outcome = bearing(replies)
    if outcome is None or not (met or named):
        return None
    weight = 0.4 + 0.6 * coverage.local + 0.2 * coverage.share
    return Weighed(weight, passage, evidence(source, passage, outcome, replies, (mention.span,)))


def _of_the_kind(roll: Roll, value: Count) -> bool:
    """Whether what is counted is what the claim's members are said to be, or what they are said of."""
    unit = fold(value.unit)
    ours = {fold(roll.slot.mention.value.head), *(t.lemma for t in roll.statement.core)} - {""}
    return bool(unit) and any(lexicon.kinship(unit, noun) >= lexicon.SYNONYM for noun in ours)
