"""Which values of a source may be one of a claim's: sought passage by passage, and only where they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.statement import Slot, Statement
from secondsource.facts import Fact
from secondsource.grammar.possibilities import Relation
from secondsource.judging.likeness import FIGURES, Among
from secondsource.judging.narrower import is_of_a_part
from secondsource.judging.pairing import Pairing, pair
from secondsource.judging.reckoned import reckoned
from secondsource.judging.rivals import by_their_owners, by_their_verbs, each_its_own
from secondsource.judging.strangers import is_strange
from secondsource.judging.thens import of_their_clauses, without_the_rest
from secondsource.judging.totals import derived, down
from secondsource.language import Passage
from secondsource.sources import Kind, Span
from secondsource.values import place, quotation, roles
from secondsource.values.date import When
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention

Said = tuple[Passage, Mention[Any]]
"""A value that a source gives, with its passage."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """The values of a source that may be one of a claim's.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("The ferry carried 186 people.")
    >>> told = read(Source("a", "The ferry carried 168 people. It is 40 metres long."))
    >>> found = Candidates(Fact("f", ""), claim, claim.tested[0], SourceIndex(told), mark(told))
    >>> [(pairing.mention.value.quantity.stated, pairing.relation.value) for pairing in found.all]
    [(168.0, 'excludes')]
    """

    fact: Fact
    statement: Statement
    slot: Slot
    index: SourceIndex
    marks: tuple[Marks, ...]
    _known: dict[int, list[Pairing]] = field(default_factory=dict, repr=False)

    @cached_property
    def all(self) -> list[Pairing]:
        """Those of the whole source."""
        return [pairing for passage in self._said for pairing in self.at(passage)]

    @cached_property
    def among(self) -> Among:
        """What they tell of one another."""
        return Among(self.all)

    def at(self, passage: int) -> list[Pairing]:
        """Those of one passage: no part of a sum that is one of them, and each without the words said of another."""
        if passage not in self._known:
            parts = [pairing for pairing in self._alone(passage) if not self._is_part(pairing)]
            if self.slot.kind in FIGURES:
                parts = each_its_own(by_their_verbs(self.statement, by_their_owners(self.statement, self._own(parts))))
            elif self.slot.kind == "date":
                parts = by_their_verbs(self.statement, parts)
            self._known[passage] = without_the_rest(parts) if self.slot.kind == "date" else parts
        return self._known[passage]

    def _own(self, figures: Sequence[Pairing]) -> list[Pairing]:
        """Without those that are surely of something else; those of a part leave the claim's figure open."""
        own = [figure for figure in figures if not is_strange(self.statement, figure)]
        return [replace(p, relation=Relation.COMPATIBLE) if is_of_a_part(self.statement, p) else p for p in own]

    @cached_property
    def strange(self) -> Sequence[int]:
        """The passages whose values are all surely of something else."""
        return [
            place for place in self._said if self.slot.kind in FIGURES and not self.at(place) and self._alone(place)
        ]

    def relating(self, wanted: Relation, at: Container[Span]) -> Iterator[Pairing]:
        """Those at these places that relate so to the claim's."""
        for passage, mention in said(self.index, self.marks, self.slot.kind):
            if mention.span in at and (found := self._pair(passage, mention, wanted)) is not None:
                yield found

    @cached_property
    def _said(self) -> Mapping[int, Sequence[Said]]:
        return _by_passage(self.index, self.marks, self.slot.kind)

    @cached_property
    def _currencies(self) -> frozenset[str]:
        return _currencies(self.marks)

    @cached_property
    def _others_own(self) -> Sequence[Any]:
        """The figures of a claim beside one of its own: of "31 votes to 14" the 31 says nothing against the 14."""
        if self.slot.kind not in ("count", "money"):
            return ()
        figures = (other.mention.value.quantity for other in self.statement.tested if other.kind == self.slot.kind)
        return [figure for figure in figures if figure != self.slot.mention.value.quantity]

    def _pair(self, passage: Passage, mention: Mention[Any], wanted: Relation | None = None) -> Pairing | None:
        if self._others_own and mention.value.quantity in self._others_own:
            return None
        return pair(self.fact, self.statement, self.slot, self.index, passage, mention, self._currencies, wanted)

    def _alone(self, passage: int) -> list[Pairing]:
        """Those of one passage, each by itself."""
        pairs = (self._pair(where, mention) for where, mention in self._said.get(passage, ()))
        return [found for found in pairs if found is not None]

    @cached_property
    def _wholes(self) -> Sequence[Span]:
        """The places of those that the lines of a table or list make up together."""
        spread = [one for one in said(self.index, self.marks, self.slot.kind) if is_spread(*one)]
        return [mention.span for passage, mention in spread if self._pair(passage, mention) is not None]

    def _is_part(self, pairing: Pairing) -> bool:
        """Whether it is a line of a table or list of which the sum is one of them."""
        if not self._wholes or is_spread(pairing.passage, pairing.mention):
            return False
        return any(pairing.mention.core.within(whole) for whole in self._wholes)


def is_spread(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a sum is of several passages."""
    return mention.rule == "sum" and not mention.span.within(passage.span)


@lru_cache(maxsize=1024)
def _currencies(marks: tuple[Marks, ...]) -> frozenset[str]:
    """Those that a source uses: a bare "34 cents" or "five billion" is in one of them."""
    return frozenset(m.value.currency for found in marks for m in found.money)


@lru_cache(maxsize=1024)
def _by_passage(index: SourceIndex, marks: tuple[Marks, ...], kind: str) -> Mapping[int, Sequence[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    for passage, mention in said(index, marks, kind):
        found[passage.index].append((passage, mention))
    return dict(found)


@lru_cache(maxsize=1024)
def said(index: SourceIndex, marks: tuple[Marks, ...], kind: str) -> tuple[Said, ...]:
    """Every value of a kind that a source gives, with its passage: what it prints and what that entails.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "Aboard were 12 nurses and 30 doctors."))
    >>> [(mention.value.quantity.stated, mention.rule) for _, mention in said(SourceIndex(told), mark(told), "count")]
    [(12.0, 'noun'), (30.0, 'noun'), (42.0, 'sum')]
    """
    held = frozenset(m.value.role for found in marks for m in found.role if m.value.person)
    values = _values(index, marks, kind, held)
    if kind == "count":
        return (*values, *down(index.passages, marks))
    if kind == "date":
        return (*values, *reckoned(index, marks), *of_their_clauses(values))
    return (*values, *_in_stretches(values)) if kind == "quotation" else values


def _in_stretches(values: Sequence[Said]) -> Iterator[Said]:
    """What is quoted in several stretches, with the passage of its first."""
    at = {mention.core.start: passage for passage, mention in values}
    return ((at[m.core.start], m) for m in quotation.joined([mention for _, mention in values]))


def _values(index: SourceIndex, marks: tuple[Marks, ...], kind: str, held: frozenset[Any]) -> tuple[Said, ...]:
    return tuple(
        (passage, mention)
        for passage, found in zip(index.passages, marks, strict=True)
        if passage.kind not in (Kind.FURNITURE, Kind.HEADING) or (kind == "identifier" and passage.kind is Kind.HEADING)
        for mention in (
            *getattr(found, kind),
            *_beside(passage, found, kind, held),
        )
        if kind != "date" or (_is_told(index, mention.value) and mention.rule != "dateline")
    )


def _is_told(index: SourceIndex, when: When) -> bool:
    """Whether a day can be held against another: one whose year or week is left out can, in a text without a date."""
    return when.anchored or (index.reading.source.published is None and when.says_which)


def _beside(passage: Passage, found: Marks, kind: str, held: frozenset[tuple[str, ...]]) -> Sequence[Mention[Any]]:
    """What a passage names and says no more of, or what follows from what it prints."""
    if kind == "role":
        return roles.mentioned(passage, found.role, held)
    if kind == "place":
        return place.named(passage, found.place)
    return derived(passage, kind, found)
