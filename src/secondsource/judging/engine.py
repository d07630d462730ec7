"""One fact, one source, one verdict."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day

from secondsource.aligning.identity import identity
from secondsource.aligning.index import SHORT, SourceIndex
from secondsource.aligning.statement import Statement, statements
from secondsource.facts import Fact
from secondsource.judging import reasons, repeats
from secondsource.judging.compound import is_compound, weigh_parts
from secondsource.judging.decision import join
from secondsource.judging.identities import weigh_identity
from secondsource.judging.ordering import sides, weigh_order
from secondsource.judging.unjudged import NOTHING, checkable, is_read, unread
from secondsource.judging.verdict import Bearing, Evidence, Judgement, Verdict
from secondsource.judging.weighing import weigh
from secondsource.language import Reading, read_all
from secondsource.sources import Source
from secondsource.values.marking import Marks, mark

Key = tuple[str, day | None, str]
Read = tuple[SourceIndex, tuple[Marks, ...]]

KEPT = 256
"""Documents kept read, most recently used."""

_kept: OrderedDict[Key, Read] = OrderedDict()


def prepared(sources: Iterable[Source]) -> dict[Key, Read]:
    """The words and the values of each source, by what they depend on; all texts are parsed in one batch."""
    wanted = {(s.sha256, s.published, s.title): s for s in sources}
    missing = [key for key in wanted if key not in _kept]
    readings: Sequence[Reading] = read_all([wanted[key] for key in missing])
    found: dict[Key, Read] = {}
    for key, reading in zip(missing, readings, strict=True):
        found[key] = (SourceIndex(reading), mark(reading))
    for key in wanted:
        if key in _kept:
            _kept.move_to_end(key)
            found[key] = _kept[key]
        else:
            _kept[key] = found[key]
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return found


def _in_parts(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Evidence]:
    """A sentence of a claim of many parts: where one is missing, a passage may still contradict it as it stands."""
    found = weigh_parts(fact, statement, source, index, marks)
    if any(e.bearing is Bearing.SUPPORTS for e in found):
        return found
    against = [e for e in weigh(fact, statement, source, index, marks) if e.bearing is Bearing.CONTRADICTS]
    return [*against, *found]


def _alone(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Evidence]:
    """One sentence of a claim: by a name or the order of two things where that is its point, else by its values."""
    asked = identity(statement)
    # An extract says of one thing what the claim says of it, or does not: its words tell more than its names.
    if asked is not None and (asked.called or index.prose_count >= SHORT):
        found = weigh(fact, statement, source, index, marks) if asked.office else []
        if _is_settled(found) or (asked.office and statement.time):
            return found
        named = weigh_identity(fact, statement, asked, source, index, marks)
        return named if _is_settled(named) or not asked.office else found
    order = sides(statement)
    found = weigh_order(fact, statement, order, source, index, marks) if order else []
    if order is None or (order.aside and not any(e.bearing is Bearing.CONTRADICTS for e in found)):
        return weigh(fact, statement, source, index, marks)
    return found


def _is_settled(found: Sequence[Evidence]) -> bool:
    return any(e.bearing is not Bearing.INCONCLUSIVE for e in found)


def _combine(fact: Fact, source: Source, parts: Sequence[tuple[Statement, list[Evidence]]]) -> Judgement:
    """A claim of several sentences holds when each of them does."""
    verdicts = [join(evidence) for _, evidence in parts]
    evidence = tuple(e for _, found in parts for e in found)
    if len(set(verdicts)) == 1:
        verdict = verdicts[0]
    elif Verdict.CONTRADICTS in verdicts:
        verdict = Verdict.CONTRADICTS
    elif Verdict.MIXED in verdicts:
        verdict = Verdict.MIXED
    else:
        verdict = Verdict.INCONCLUSIVE
    return Judgement(fact.id, source.id, verdict, reasons.summary(verdict, evidence), evidence)


def judge_all(requests: Sequence[tuple[Fact, Source]]) -> list[Judgement]:
    """The verdict on each fact by its source, in order; all texts are parsed in one batch."""
    read = prepared(source for _, source in requests if is_read(source))
    return [_judged(fact, source, read) for fact, source in requests]


def _judged(fact: Fact, source: Source, read: Mapping[Key, Read]) -> Judgement:
    claim = statements(fact.claim, fact.as_of or source.published)
    if not checkable(claim):
        return Judgement(fact.id, source.id, Verdict.SILENT, NOTHING)
    if not is_read(source):
        return unread(fact, source)
    index, marks = read[source.sha256, source.published, source.title]
    weighed = _in_parts if is_compound(claim) else _alone
    asked = [(fact, statement, source, index, marks) for statement in claim]
    found = [repeats.settle(*one, weighed(*one)) for one in asked]
    return _combine(fact, source, list(zip(claim, found, strict=True)))
