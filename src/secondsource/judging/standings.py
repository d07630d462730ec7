"""Ranks that nobody puts into words: a row's place among the rows of its table, a line's place in a list of places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import lemma_of
from secondsource.grammar import tables
from secondsource.grammar.calendar import YEAR
from secondsource.grammar.wordlist import word_set
from secondsource.judging import lines, questions
from secondsource.judging.decision import bearing
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, lexicon
from secondsource.sources import Kind, Source
from secondsource.values import ordinal
from secondsource.values.marking import Marks
from secondsource.values.ordinal import Ordinal

_TOTALS = word_set("total sum all overall together altogether other others average mean")
_CHANGES = word_set("change swing gain loss difference + − ± previous before")
_BY_AMOUNT = word_set("big large great high populous expensive heavy rich deadly busy strong")
_BY_LITTLE = word_set("small low cheap light few")
LEAST = 3
"""Rows from which a table ranks them."""


def weigh_standings(
    statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...], aliases: Aliases
) -> Iterator[Weighed]:
    """What tables and lists of places do to a claim of a rank."""
    slot = next((s for s in statement.tested if s.kind == "ordinal"), None)
    if slot is None or slot.mention.value.rank < 1 or slot.mention.value.since:
        return
    for rows in _blocks(index):
        own = [p for p in rows if _is_subject(statement, index, p, aliases)]
        if len(own) != 1:
            continue
        rank = _place(source, rows, own[0]) if not slot.mention.value.of else _rank(slot, index, rows, own[0])
        if not rank:
            continue
        found = _told(statement, slot, source, index, marks, own[0], rank)
        if found is not None:
            yield found


def _blocks(index: SourceIndex) -> Iterator[list[Passage]]:
    """The rows of each table and the lines of each list, without totals."""
    for kind, passages in groupby(index.passages, key=lambda passage: passage.kind):
        block = list(passages)
        if len(block) >= LEAST and kind in (Kind.ROW, Kind.ITEM, Kind.PROSE):
            yield [p for p in block if not _is_total(p)]


def _is_total(passage: Passage) -> bool:
    return any(passage.tokens[i].lemma.lower() in _TOTALS for i in lines.label(passage))


def _is_subject(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether a line is labelled with whom or what the claim ranks."""
    label = lines.label(passage)
    names = [t for t in statement.terms if t.name and _is_of_subject(statement.passage, t.i)]
    met = [t for t in names if any(h.token in label for h in index.hits(t, aliases).get(passage.index, ()))]
    return bool(met) and len(met) * 2 >= len(names)


def _is_of_subject(passage: Passage, i: int) -> bool:
    """Whether a name of a claim is whose rank it gives, and does not say among whom or where."""
    chain = [passage.tokens[j] for j in (i, *passage.ancestors(i))]
    return not any(t.dep in ("pobj", "relcl", "acl", "advcl") for t in chain)


def _place(source: Source, rows: Sequence[Passage], own: Passage) -> int:
    """The place that opens the line, where its neighbours have theirs."""
    at = lines.place(source, own)
    return at if at and {at - 1, at + 1} & {lines.place(source, p) for p in rows} else 0


def _rank(slot: Slot, index: SourceIndex, rows: Sequence[Passage], own: Passage) -> int:
    """The place of a row by its figures, in the column that the claim speaks of, or in all where they agree; else 0."""
    of = slot.mention.value.of
    if own.kind is Kind.PROSE or not any(ordinal.same_order(of, known) for known in _BY_AMOUNT | _BY_LITTLE):
        return 0
    sign = -1 if of in _BY_LITTLE else 1
    mine = lines.figures(own)
    theirs = [lines.figures(p) for p in rows]
    columns = [c for c in mine if sum(c in f for f in theirs) >= LEAST]
    over = tables.over(index.passages, own.index)
    wanted = {slot.mention.value.noun, *(t.lemma for t in slot.terms)}

    def fit(column: int) -> float:
        heading = [lemma_of(t) for t in over.heading(own, mine[column][1])]
        return max((lexicon.kinship(word, h) for word in wanted for h in heading), default=0.0)

    dated = {c for c in columns if any(YEAR.fullmatch(t.text) for t in over.heading(own, mine[c][1]))}
    columns = [c for c in columns if c not in dated] or columns
    columns = [c for c in columns if not _CHANGES & {lemma_of(t) for t in over.heading(own, mine[c][1])}]
    best = max(map(fit, columns), default=0.0)
    if best >= lexicon.DERIVED:
        columns = [c for c in columns if fit(c) == best]
    ranks = {1 + sum(c in f and sign * f[c][0] > sign * mine[c][0] for f in theirs) for c in columns}
    return ranks.pop() if len(ranks) == 1 else 0


def _told(
    statement: Statement,
    slot: Slot,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    row: Passage,
    rank: int,
) -> Weighed | None:
    ours: Ordinal = slot.mention.value
    said = ordinal.plain(Ordinal(rank, ours.noun, ours.of))
    value = Answer.YES if rank == ours.rank else Answer.NO if rank > ours.rank else Answer.OPEN
    start = (row.tokens[0].i,)
    when = questions.time_said(statement, index, marks, row, start, None)
    replies = (
        questions.event(1.0),
        questions.measure(1.0),
        questions.time(statement, when, source.published, value is Answer.YES),
        Reply(Question.ASSERTED, Answer.YES, "stated as a fact"),
        Reply(Question.VALUES, value, f"by its figures the {said}" if ours.of else f"it is listed {said}"),
    )
    outcome = bearing(replies)
    return Weighed(1.0, row, evidence(source, row, outcome, replies, (), said)) if outcome else None
