"""What each passage of a source does to one sentence of a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from secondsource.aligning.index import SHORT, SourceIndex
from secondsource.aligning.statement import TIMES, Slot, Statement
from secondsource.facts import Fact
from secondsource.judging import questions
from secondsource.judging.candidates import Candidates
from secondsource.judging.combining import best, by_extent, by_member, done, spoken_of, with_its_deed
from secondsource.judging.deeds import deeds
from secondsource.judging.extents import claimed, weigh_extents
from secondsource.judging.facing import (
    DENYING,
    STANDALONE,
    Facing,
    begins_or_ends,
    phrase_of,
    rules_out,
    time_of,
    weigh_passage,
)
from secondsource.judging.likeness import FIGURES, Sign, signs, sureness
from secondsource.judging.members import Roll
from secondsource.judging.pairing import Pairing
from secondsource.judging.partly_named import weigh_named
from secondsource.judging.standings import weigh_standings
from secondsource.judging.verdict import Answer, Bearing, Evidence
from secondsource.judging.weighed import Weighed
from secondsource.judging.wording import weigh_deeds, weigh_words
from secondsource.language.clauses import predicate_of
from secondsource.sources import Kind, Source
from secondsource.values import date, roles
from secondsource.values.date import When
from secondsource.values.marking import Marks

CIRCUMSTANCES = TIMES | {"place"}
"""Kinds that only say when and where something happened: whether it did is said by other words."""

BY_VALUE = FIGURES | CIRCUMSTANCES | {"role", "quotation"}
"""Kinds of which a sentence rules out another's by its own value, and not by its place in a list or a table."""

KEPT = 4
"""Passages shown as evidence for one sentence of a claim."""


@dataclass(frozen=True, eq=False)
class Weighing:
    """One sentence of a claim beside one source: no passage is weighed before it is asked for."""

    fact: Fact
    statement: Statement
    source: Source
    index: SourceIndex
    marks: tuple[Marks, ...]
    _known: dict[int, Weighed | None] = field(default_factory=dict, repr=False)
    _sure: dict[Pairing, float] = field(default_factory=dict, repr=False)

    @cached_property
    def evidence(self) -> list[Evidence]:
        """The evidence of the whole source, most telling first."""
        asked = self.fact, self.statement, self.source, self.index, self.marks
        tested = self.statement.tested
        weighed = {place: self._at(place) for place in self._places}
        found = by_member(*asked, self.candidates, [w for w in weighed.values() if w])
        found = best([*found, *weigh_standings(*asked[1:], self.fact.aliases)])
        # Nothing is said of a rank where none is given.
        spoken = any(slot.kind in STANDALONE or slot.kind == "ordinal" for slot in tested)
        undecided = all(w.evidence.bearing is Bearing.INCONCLUSIVE for w in found)
        # What a claim says by a "never" is denied by no other one.
        in_words = not any(slot.kind == "quotation" or slot.mention.rule in DENYING for slot in tested)
        if (spoken or not undecided) and in_words:
            told = [w for w in weigh_words(*asked) if w.evidence.bearing is Bearing.CONTRADICTS]
            told = [w for w in told if not self._is_of_another_term(w.passage.index)]
            told = [w for w in told if not self._is_of_other_days(w)]
            instead = {w.passage.index for w in told}
            found = [*(w for w in found if w.passage.index not in instead), *told]
        if not spoken and undecided:
            ruled_out = {place for place, w in weighed.items() if not w and rules_out(self._facing(place))}
            ruled_out |= {place for slot in tested for place in self.candidates[slot].strange}
            told = [w for w in spoken_of(*asked) if w.passage.index not in ruled_out]
            found += [w for w in told if not self._is_of_other_days(w)]
        supported = any(w.evidence.bearing is Bearing.SUPPORTS for w in found)
        circumstances = bool(tested) and all(slot.kind in CIRCUMSTANCES for slot in tested)
        if supported and circumstances and not begins_or_ends(self.statement):
            said = deeds(self.statement, self.index, self.fact.aliases)
            found = done(found, weigh_deeds(*asked, said), self.index)
            found = with_its_deed(found, *asked[:4], said)
        found = by_extent(found, weigh_extents(*asked))
        if not found and len(tested) == 1 and tested[0].kind == "listing":
            found = [*weigh_named(self.fact, Roll(self.statement, tested[0]), *asked[2:])]
        found.sort(key=lambda w: (w.evidence.bearing is Bearing.INCONCLUSIVE, -w.weight))
        return [w.evidence for w in found[:KEPT]]

    def contradicts(self, place: int) -> bool:
        """Whether a passage says what cannot be true together with the claim, seen beside all else in the source.

        >>> from secondsource.aligning.statement import statements
        >>> from secondsource.language import read
        >>> from secondsource.values.marking import mark
        >>> [claim] = statements("The ferry Alma carried 186 passengers to Lund.")
        >>> source = Source("a", "The ferry Alma carried 168 passengers to Lund. The quay was full.")
        >>> told = read(source)
        >>> weighing = Weighing(Fact("f", ""), claim, source, SourceIndex(told), mark(told))
        >>> weighing.contradicts(0), weighing.contradicts(1)
        (True, False)
        """
        passage = self.index.passages[place]
        if self._by_value and passage.kind not in (Kind.ROW, Kind.ITEM):
            own = self._at(place)
            if own is None or own.evidence.bearing is not Bearing.CONTRADICTS:
                return False
            if own.sure:
                return True
        return any(e.span == passage.span and e.bearing is Bearing.CONTRADICTS for e in self.evidence)

    def _is_of_other_days(self, weighed: Weighed) -> bool:
        """Whether a passage rules a claim out by its words, and of other days than the claim's: a ship that left on one
        day arrived on another."""
        ours, passage, said = self.statement.time, weighed.passage, weighed.evidence
        if said.bearing is not Bearing.CONTRADICTS or ours is None or not ours.anchored:
            return False
        verbs = {predicate_of(passage, t.i) for mark in said.marks for t in passage.tokens_in(mark)}
        told = (m for m in self.marks[passage.index].date if m.value.anchored and passage.tokens_in(m.core))
        own = [m.value for m in told if predicate_of(passage, passage.tokens_in(m.core)[0].i) in verbs]
        return bool(own) and not any(date.compatible_times(ours, theirs) for theirs in own)

    def _is_of_another_term(self, place: int) -> bool:
        """Whether a passage tells who has an office at another time than the claim's, so that its name is no other
        answer."""
        held = place in self._places and [p for p in self._facing(place).tested.values() if p.slot.kind == "role"]
        return bool(held) and time_of(self._facing(place)).answer is not Answer.YES

    @cached_property
    def _by_value(self) -> bool:
        """Whether the value that a passage gives decides what it comes to, and neither its words nor its neighbours.

        Of an extract words are read as well (:mod:`secondsource.judging.wording`).
        """
        kinds = {slot.kind for slot in self.statement.tested}
        return kinds <= BY_VALUE and self.index.prose_count >= SHORT and claimed(self.statement) is None

    @cached_property
    def candidates(self) -> Mapping[Slot, Candidates]:
        slots = *self.statement.tested, *self.statement.anchors
        return {slot: Candidates(self.fact, self.statement, slot, self.index, self.marks) for slot in slots}

    @cached_property
    def _places(self) -> Sequence[int]:
        """The passages that have a value which may be one that the claim is about."""
        return sorted({p.passage.index for slot in self.statement.tested for p in self.candidates[slot].all})

    def _facing(self, place: int) -> Facing:
        return Facing(self, self.index.passages[place])

    def _at(self, place: int) -> Weighed | None:
        """What one passage comes to by itself."""
        if place not in self._known:
            self._known[place] = weigh_passage(self._facing(place))
        return self._known[place]

    def sure_of(self, pairing: Pairing) -> float:
        """How sure it is that a figure or date is of the claim's own thing."""
        if pairing not in self._sure:
            self._sure[pairing] = sureness(pairing.slot.kind, self.signs_of(pairing))
        return self._sure[pairing]

    def signs_of(self, pairing: Pairing) -> Mapping[Sign, float]:
        """What speaks for or against a figure or date being of the claim's own thing."""
        among, said = self.candidates[pairing.slot].among, self.time_said(pairing)
        about = self.index, self.marks, said, self.source.published, self.fact.aliases
        return signs(self.statement, pairing, among, *about)

    def time_said(self, pairing: Pairing) -> When | None:
        """The date that its passage gives for a value."""
        passage, within = pairing.passage, phrase_of(pairing.passage, pairing)
        given = roles.told_at(passage, pairing.mention) if pairing.slot.kind == "role" else None
        start = pairing.start if given is None else (given,)
        return questions.time_said(self.statement, self.index, self.marks, passage, start, within)


def weigh(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Evidence]:
    """The evidence of a source on one sentence of a claim, most telling first."""
    return Weighing(fact, statement, source, index, marks).evidence
