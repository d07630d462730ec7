"""Sources, read, with every value of every sentence as a claim."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import Any

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.statement import Statement, told
from secondsource.facts import Fact
from secondsource.grammar.calendar import Days
from secondsource.grammar.possibilities import Relation
from secondsource.judging.candidates import Candidates
from secondsource.judging.engine import prepared
from secondsource.judging.pairing import VALUES, Pairing
from secondsource.judging.weighing import Weighing
from secondsource.language import Passage
from secondsource.language.clauses import Tense, tense
from secondsource.sources import Kind, Source, Span
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.when import When

READ = frozenset({Kind.PROSE, Kind.ITEM, Kind.ROW, Kind.CORRECTION})

NO_FACT = Fact("compare", "")
"""A sentence of a source comes with no aliases, tolerance or date of its own."""

FIGURES = frozenset({"count", "money", "share"})

NEARBY = timedelta(days=1)
"""How far apart two sources may be published that speak of how things stand, and give no date."""


@dataclass(frozen=True, eq=False)
class Told:
    """A source, read: its words by place, its values by passage."""

    source: Source
    index: SourceIndex
    marks: tuple[Marks, ...]

    @cached_property
    def by_kind(self) -> Mapping[str, Mapping[Span, Claim]]:
        """Its claims by their kind and place."""
        found: dict[str, dict[Span, Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.kind, {})[claim.mention.span] = claim
        return found

    def against(self, claim: Claim) -> tuple[Marks, ...]:
        """Its values to hold a claim against: nobody holds a sentence of its own against itself."""
        return _without(self.marks, claim.passage.index) if claim.by is self else self.marks

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every value of every sentence, as a claim."""
        return tuple(
            Claim(self, _dated(statement, self.source))
            for passage, found in zip(self.index.passages, self.marks, strict=True)
            if passage.kind in READ
            for statement in told(passage, found)
        )


@dataclass(frozen=True, eq=False)
class Claim:
    """One value of one sentence of a source."""

    by: Told
    statement: Statement
    _weighings: dict[Told, Weighing] = field(default_factory=dict, repr=False)
    _excluded: dict[Told, Mapping[Span, Pairing]] = field(default_factory=dict, repr=False)

    @cached_property
    def kind(self) -> str:
        return self.statement.tested[0].kind

    @cached_property
    def mention(self) -> Mention[Any]:
        return self.statement.tested[0].mention

    @cached_property
    def place(self) -> tuple[str, int, int]:
        """Where it stands: sources by their id, and inside one from its beginning."""
        return (self.by.source.id, self.mention.span.start, self.mention.span.end)

    @property
    def passage(self) -> Passage:
        return self.statement.passage

    @cached_property
    def lasting(self) -> bool:
        """Whether it says how things stand."""
        return _lasting(self.statement)

    @cached_property
    def plain(self) -> str:
        said: str = VALUES[self.kind].plain(self.mention.value)
        return said

    def pairings(self, by: Told, wanted: Relation, at: Container[Span]) -> Iterator[Pairing]:
        """The values of a source, at these places, that relate so to this one."""
        slot = self.statement.tested[0]
        return Candidates(NO_FACT, self.statement, slot, by.index, by.against(self)).relating(wanted, at)

    def beside(self, by: Told) -> Weighing:
        """What a source does to it."""
        if by not in self._weighings:
            self._weighings[by] = Weighing(NO_FACT, self.statement, by.source, by.index, by.against(self))
        return self._weighings[by]

    def excluded(self, by: Told) -> Mapping[Span, Pairing]:
        """The values of a source that may be its own and rule it out, by their place."""
        if by not in self._excluded:
            found = self.beside(by).candidates[self.statement.tested[0]].all
            self._excluded[by] = {each.mention.span: each for each in found if each.relation is Relation.EXCLUDES}
        return self._excluded[by]


def read(sources: Iterable[Source]) -> list[Told]:
    """The sources, read as they are for judging: what has been judged in this run is read already."""
    wanted = list(sources)
    known = prepared(wanted)
    return [Told(source, *known[source.sha256, source.published, source.title]) for source in wanted]


NOTHING = Marks()


@lru_cache(maxsize=64)
def _without(marks: tuple[Marks, ...], passage: int) -> tuple[Marks, ...]:
    """The values of all passages but one: the same tuple for each claim of a sentence, since much is kept by it."""
    return (*marks[:passage], NOTHING, *marks[passage + 1 :])


def _dated(statement: Statement, source: Source) -> Statement:
    """How things stand is said as of the day of publication."""
    if statement.time or source.published is None or statement.tested[0].kind not in FIGURES or not _lasting(statement):
        return statement
    return replace(statement, time=When(Days(source.published - NEARBY, source.published + NEARBY)))


def _lasting(statement: Statement) -> bool:
    """Whether a sentence says how things stand: by its verb, its present tense, or with no verb at all."""
    return statement.state or tense(statement.passage, statement.root) in (Tense.PRESENT, Tense.NONE)
