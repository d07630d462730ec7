"""Ranks that nobody puts into words: a row's place among the rows of its table, a line's place in a list of places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases, Instance
from secondsource.aligning.statement import Slot, Statement, subject_said
from secondsource.aligning.terms import lemma_of
from secondsource.grammar import tables
from secondsource.grammar.calendar import YEAR
from secondsource.grammar.wordlist import word_set
from secondsource.judging import lines, questions
from secondsource.judging.decision import bearing
from secondsource.judging.totals import TOTAL
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import is_predicate, subtree
from secondsource.sources import Kind, Source
from secondsource.values import ordinal
from secondsource.values.comparatives import MANY
from secondsource.values.marking import Marks
from secondsource.values.ordinal import Ordinal

_TOTALS = TOTAL | word_set("other others average mean rank place position")
"""What labels a line that is no member of the list: its sum, or a place that it gives itself."""
_CHANGES = word_set("change swing gain loss difference + − ± previous before")
_BY_AMOUNT = word_set("big large great high many populous expensive heavy rich deadly busy strong")
_BY_LITTLE = word_set("small low cheap light few")
Figures = Mapping[int, tuple[float, int]]
LEAST = 3
"""Rows from which a table ranks them."""
LONGEST = 10
"""Words that label a line of figures at the most: longer ones are sentences with a figure in them."""


def weigh_standings(
    statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...], aliases: Aliases
) -> Iterator[Weighed]:
    """What tables and lists of places do to a claim of a rank."""
    slot = next((s for s in statement.tested if s.kind == "ordinal"), None)
    if slot is None or slot.mention.value.rank < 1 or slot.mention.value.since:
        return
    for rows in _blocks(index):
        own = [p for p in rows if _is_subject(statement, slot, index, p, aliases)]
        if len(own) > 1:
            own = [p for p in own if lines.figures(p)]  # a table's first line says what stands in it
        if len(own) != 1:
            continue
        rank = 0 if slot.mention.value.of else _place(source, rows, own[0])
        rank = rank or _rank(statement, slot, index, rows, own[0])
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


def _is_subject(statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether a line is labelled with whom or what the claim ranks."""
    label = lines.label(passage)
    names = [t for t in statement.terms if t.name and _is_ranked(statement, slot, t.i)]
    met = [t for t in names if not index.words_in((t,), passage, aliases).isdisjoint(label)]
    return bool(met) and len(met) * 2 >= len(names)


def _is_ranked(statement: Statement, slot: Slot, i: int) -> bool:
    """Whether a name of a claim is whose rank it gives: Osa in "only one town has more mills than Osa"."""
    than = ordinal.set_against(statement.passage, slot.mention) if slot.mention.rule == "compared" else None
    return i in subtree(statement.passage, than.i) if than is not None else _is_of_subject(statement, i)


def _is_of_subject(statement: Statement, i: int) -> bool:
    """Whether a name of a claim is whose rank it gives, and does not say among whom or where."""
    passage = statement.passage
    subject = subject_said(passage, statement.root)
    for j in (i, *passage.ancestors(i)):
        if j == subject:
            return True
        if passage.tokens[j].dep in ("pobj", "relcl", "acl", "advcl"):
            return False
    return True


def _place(source: Source, rows: Sequence[Passage], own: Passage) -> int:
    """The place that opens the line, where its neighbours have theirs."""
    at = lines.place(source, own)
    return at if at and {at - 1, at + 1} & {lines.place(source, p) for p in rows} else 0


def _rank(statement: Statement, slot: Slot, index: SourceIndex, rows: Sequence[Passage], own: Passage) -> int:
    """The place of a row by its figures, in the column that the claim speaks of, or in all where they agree; else 0."""
    of = slot.mention.value.of
    known = not of or any(ordinal.same_order(of, word) for word in _BY_AMOUNT | _BY_LITTLE)
    label = lines.label(own)
    if own.kind is Kind.PROSE or not known or len(label) > LONGEST or any(is_predicate(own.tokens[i]) for i in label):
        return 0
    sign = -1 if of in _BY_LITTLE else 1
    mine = lines.figures(own)
    theirs = [lines.figures(p) for p in rows]
    theirs = [f for f in theirs if not _is_sum(f, theirs)]
    columns = [c for c in mine if sum(c in f for f in theirs) >= LEAST]
    over = tables.over(index.passages, own.index)
    ranked = (statement.passage.tokens[i].lemma for i in slot.tokens)  # "more infected farms"
    wanted = {slot.mention.value.noun, *ranked, *(t.lemma for t in slot.terms)}
    headings = {c: over.heading(own, mine[c][1]) for c in columns}

    def fit(column: int) -> int:
        return _fits(headings[column], wanted)

    years = {c: int(t.text) for c in columns for t in headings[c] if YEAR.fullmatch(t.text)}
    if years and len(years) == len(columns):
        # Of the years the claim's own; where it names none and says how things stand, the last.
        wanted_year = statement.time.named.last.year if statement.time is not None else max(years.values())
        columns = [c for c in columns if years[c] == wanted_year]
    else:
        columns = [c for c in columns if c not in years]
    columns = [c for c in columns if not _CHANGES & {lemma_of(t) for t in headings[c]}]
    best = max(map(fit, columns), default=0.0)
    if best:
        columns = [c for c in columns if fit(c) == best]
    elif of == MANY:
        return 0  # a table that has not what is counted
    elif not of and not years:
        columns = _sorted_by(theirs, mine, columns) if _fits(_said_over(index, own), wanted) else []
    ranks = {1 + sum(c in f and sign * f[c][0] > sign * mine[c][0] for f in theirs) for c in columns}
    return ranks.pop() if len(ranks) == 1 else 0


def _is_sum(figures: Figures, listed: Sequence[Figures]) -> bool:
    """Whether a line gives what all the others come to, whatever its label: the county among its towns."""
    return bool(figures) and all(
        2 * value == sum(f[column][0] for f in listed if column in f) and value
        for column, (value, _) in figures.items()
    )


def _said_over(index: SourceIndex, own: Passage) -> Sequence[Token]:
    """What the lines of a table or list are said to be: over their labels, or in the sentence that announces them."""
    over = tables.over(index.passages, own.index)
    opening = len(own.text) - len(own.text.lstrip("| \t"))
    first = own.index
    while first and index.passages[first - 1].kind in (own.kind, Kind.FURNITURE):
        first -= 1
    announced = index.passages[first - 1] if first else own
    told = announced.tokens if announced.kind in (Kind.PROSE, Kind.HEADING) else ()
    return (*over.heading(own, opening), *told)


def _fits(heading: Sequence[Token], wanted: Collection[str]) -> int:
    """How many words of a claim the heading of a column has: "First count" before "Final count"."""
    said = ((lemma_of(t), t.text.lower()) for t in heading)
    return sum(
        any(lexicon.kinship(word, known) >= lexicon.DERIVED or word == text for word in wanted) for known, text in said
    )


def _sorted_by(theirs: Sequence[Figures], mine: Figures, columns: Sequence[int]) -> list[int]:
    """The first column of figures, where a table whose heading only says what is listed is sorted by it."""
    first = min(columns, default=0)
    listed = [f[first][0] for f in theirs if first in f]
    return [first] if first in mine and listed == sorted(listed, reverse=True) else []


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
    # "Came second in the final standings": a list that does not say that it is the final one may be of any day.
    which = others.instance(statement, index, marks, row)
    unlike = Answer.NO if rank > ours.rank and which is not Instance.UNNAMED else Answer.OPEN
    value = Answer.YES if rank == ours.rank else unlike
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
