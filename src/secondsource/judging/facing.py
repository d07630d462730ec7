"""One passage of a source beside one sentence of a claim: the five answers, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from secondsource.aligning import others
from secondsource.aligning.index import SHORT, SourceIndex
from secondsource.aligning.others import Instance
from secondsource.aligning.statement import TIMES, Slot, Statement
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import dates, motions, questions, ranks
from secondsource.judging.asserting import described, in_other_words, meant_there, never_passed, said_of, site_over
from secondsource.judging.bearers import FIRST, LAST
from secondsource.judging.candidates import Candidates, is_spread
from secondsource.judging.changes import FALLS, MOVES, RISES
from secondsource.judging.decision import bearing
from secondsource.judging.deeds import deeds
from secondsource.judging.exempt import agent_is_exempt
from secondsource.judging.likeness import FIGURES, SCORED, before, still_counted
from secondsource.judging.members import denied, leaves_out
from secondsource.judging.narrower import is_told_of_then, of_a_stretch
from secondsource.judging.pairing import VALUES, Pairing, deed_met
from secondsource.judging.passing import stands_in_passing, told_in_passing
from secondsource.judging.reaches import out_of_reach
from secondsource.judging.remainders import is_left_out
from secondsource.judging.situated import (
    of_somebody,
    of_something_else,
    only_acts_there,
    put_there,
    same_thing_there,
    tied_otherwise,
)
from secondsource.judging.tenure import is_over, tenure
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, lexicon
from secondsource.language.assertion import Factuality, Standing, standing
from secondsource.language.attitudes import VERBS
from secondsource.language.clauses import Tense, predicate_of, subject_of, subtree, tense
from secondsource.sources import Kind, Span
from secondsource.values import date, listing, ordinal, roles
from secondsource.values.date import Role, When
from secondsource.values.place import NAMED
from secondsource.values.turns import NEVER

if TYPE_CHECKING:
    from secondsource.judging.weighing import Weighing

CLOSE = 0.6
"""The share of a claim's words from which a passage need not say which instance it means."""

COMMON = TIMES | frozenset({"place", "listing", "ordinal"})
"""Kinds of which every text is full, so that the rest of the claim must be there too."""

FULL = 0.75
"""The share from which all else is met, so that an unknown word for what happened may be one of ours."""

STANDALONE = frozenset({"role", "quotation"})
"""Kinds whose comparison already asks whose office it is, and whose words."""

MEMBER = 0.1
"""How telling it is of one event that two lists have a member in common."""

HELD = 0.8
"""How sure the measure is of a bare place ("came fourth") that the claim's own are said to have."""

DENYING = frozenset({"compared", NEVER})
"""How a rank is read that a sentence gives by what is not so: "no other is longer", "had never met before"."""

ANCHOR = 0.6
"""What another value of the claim weighs, among its words, as a sign of the same event."""


def _strength(main: Pairing, beside: Sequence[Pairing], around: int, others: int, placed: bool) -> float:
    """The share of a claim's words met around a value, its other values counted among them."""
    met = sum(ANCHOR + telling(p) for p in beside) + 0.5 * ANCHOR * around
    missed = 0.3 * ANCHOR * (others - len(beside) - around)
    whole = main.coverage.weight + met + missed
    share = main.coverage.share
    if main.relation is not Relation.ENTAILS and not _specific(main) and not placed:
        # What the whole document is about does not tell this passage from its neighbours.
        share = min(share, main.coverage.told + 0.15)
    strength = (share * main.coverage.weight + met) / whole if whole else 0.0
    # A longer list is set against "these and no other" where it is of the same thing by its words.
    longer = main.relation is Relation.EXCLUDES and main.slot.kind == "listing" and not _is_whole(main)
    if (main.slot.kind == "listing" and not longer) or main.relation is Relation.ENTAILS:
        strength += telling(main)
    if main.slot.kind in STANDALONE or (main.slot.kind == "ordinal" and _specific(main)):
        strength = max(strength, main.measure * 0.7)
    return strength


def _specific(pairing: Pairing) -> bool:
    """Whether what is ranked already says what it is about: "the largest theft" of a place is one thing."""
    if pairing.slot.kind == "ordinal":
        value = pairing.mention.value
        ranked = not ordinal.tells_which(value) or (ordinal.is_place(value) and pairing.measure >= HELD)
        return ranked and pairing.measure >= questions.SAME_MEASURE
    if pairing.slot.kind == "listing":
        return listing.shared(pairing.mention.value, pairing.slot.mention.value) > 1
    return pairing.slot.kind in STANDALONE


def telling(pairing: Pairing) -> float:
    """What an equal figure adds by itself: two texts seldom print 2,348 of unlike things, and often print 2."""
    if pairing.slot.kind in ("count", "money"):
        figure = pairing.slot.mention.value.quantity.stated
        digits = len(f"{figure:.12g}".replace(".", "").strip("0"))
        return 0.1 * max(0, min(digits, 4) - 1)
    if pairing.slot.kind == "listing":
        # The same names seldom stand together for two things.
        return MEMBER * min(3, listing.shared(pairing.mention.value, pairing.slot.mention.value))
    return 0.2 if pairing.slot.kind in ("identifier", "quotation") else 0.0


def _standing_in_office(main: Pairing) -> Standing:
    """How an office stands that is given to somebody: as the clause that gives it; a description stands for itself."""
    at = roles.told_at(main.passage, main.mention)
    if at is not None:
        return standing(main.passage, at)
    found = standing(main.passage, main.start[0] if main.start else 0)
    return Standing(speaker=found.speaker, speaker_span=found.speaker_span)


def _term(main: Pairing, said: When) -> When:
    """The time for which somebody has an office of which the text says when it was taken up or given up."""
    turn = Role.SINCE if main.mention.value.starts else Role.UNTIL if main.mention.value.former else said.role
    return replace(said, role=turn)


def phrase_of(passage: Passage, main: Pairing) -> Span | None:
    """The phrase of a value that only describes a thing: the dates of its sentence are not its own."""
    if main.slot.kind == "role":
        return main.mention.span
    noun = described(passage, main.start[0]) if main.start else None
    if noun is None or passage.kind in (Kind.ROW, Kind.ITEM) or _is_had(passage, noun):
        return None
    below = [passage.tokens[i] for i in subtree(passage, noun)]
    return Span(min(t.start for t in below), max(t.end for t in below))


def _is_had(passage: Passage, noun: int) -> bool:
    """Whether a clause says no more than that somebody has a thing, so that its date is that of what he has."""
    token = passage.tokens[noun]
    return token.dep == "dobj" and passage.tokens[token.head].lemma == "have"


def _told_at(statement: Statement, main: Pairing) -> Collection[int]:
    """The words by which a value is told: the verb that gives somebody an office, be it in other words than those that
    name one, and the first of any other value's own."""
    if main.slot.kind != "role":
        return main.start[:1]
    at = roles.told_at(main.passage, main.mention) if main.mention.value.role else None
    deed = [t for t in statement.terms if t.i == statement.root]
    return main.index.words_in(deed, main.passage, main.aliases) if at is None else (at,)


def _beside(statement: Statement, main: Pairing, other: Pairing) -> bool:
    """Whether two values of a passage are said of one another."""
    if other.relation is Relation.ENTAILS:
        return True
    if other.slot.kind == "date" and out_of_reach(main.passage, other.mention.core, _told_at(statement, main)):
        return False  # "in 1985 she left, and later founded it"
    return questions.beside(main.passage, main.start, other.mention.core) >= questions.BESIDE


def _is_another(beside: Pairing) -> bool:
    """Whether a value beside the deciding one tells of another event: that two firms cut 40 jobs, or 40 of them, is no
    word on how many firms they are."""
    if beside.slot.kind != "count":
        return True
    theirs, ours = beside.mention.value.unit, beside.slot.mention.value.unit
    return not ours or lexicon.kinship(theirs, ours) >= lexicon.SYNONYM


def _near(passage: Passage, index: SourceIndex, candidates: Candidates) -> bool:
    """Whether what a reader of the passage still has in mind has the value of a slot."""
    return any(p.relation is Relation.ENTAILS for i in index.context(passage) for p in candidates.at(i))


def _same_event(facing: Facing, strength: float) -> Reply:
    """Is it the same event? First what shows another one, then how much of the claim's words are met."""
    fact, statement, main, passage = facing.weighing.fact, facing.statement, facing.main, facing.passage
    index, marks = facing.weighing.index, facing.weighing.marks
    if facing.is_apart and not statement.state:
        return questions.another("several values differ: another event of the kind")
    which = others.instance(statement, index, marks, passage)
    if which is Instance.OTHER:
        return questions.another("another one of its kind")
    if main.slot.kind in STANDALONE:
        return questions.event(strength)
    if main.mention.rule == "denied" and not others.meant(main.slot, index, passage, main.start, fact.aliases):
        return questions.another("it is something else that was not done")
    if main.measure < 0.8 and main.coverage.share < FULL and others.unspoken(statement, index, passage, fact.aliases):
        return questions.another("it says neither what the claim says nor of whom")
    if main.slot.kind != "place" and not ranks.given_to_another(main):
        name = others.namesake(statement, index, passage, fact.aliases)
        name = name or others.rival(statement, index, passage, main.start, fact.aliases)
        own = facing.matches if main.mention.rule != "compared" else (*facing.matches, main)
        if name and not any(name in p.mention.span.moved(-passage.span.start).of(passage.text) for p in own):
            return questions.another(f"it speaks of {name}")
    if main.relation is Relation.EXCLUDES and (sort := others.other_sort(statement, index, passage, fact.aliases)):
        return questions.another(f"it speaks of another one: {sort}")
    unnamed = which is Instance.UNNAMED and main.coverage.share < CLOSE
    undone = (
        main.coverage.share < FULL
        and not _specific(main)
        and not (main.slot.kind == "place" and same_thing_there(main, statement))
        and others.undone(statement, index, passage, main.slot, main.start, fact.aliases)
    )
    # Every text is full of places, and one is the claim's only where the same is spoken of.
    elsewhere = main.slot.kind == "place" and not others.spoken(statement, index, passage, main.start, fact.aliases)
    elsewhere |= main.slot.kind == "place" and not put_there(statement, index, main)
    elsewhere |= main.slot.kind == "place" and tied_otherwise(statement, main)
    if main.relation is not Relation.ENTAILS and (unnamed or undone or elsewhere):
        strength = min(strength, questions.SAME_EVENT - 0.01)
    return questions.event(strength)


def _is_named(weighing: Weighing) -> bool:
    """Whether a source names who or what the claim is about, where the claim names it."""
    named = [t for t in weighing.statement.terms if t.subject]
    return not named or any(weighing.index.hits(t, weighing.fact.aliases) for t in named)


def _only_names(anchor: Pairing) -> bool:
    """Whether a claim only calls something by a date, and the passage says when something was: "the June strike"."""
    ours, theirs = anchor.slot.mention.value, anchor.mention.value
    return anchor.slot.kind == "date" and ours.adnominal and not theirs.adnominal


@dataclass(frozen=True, eq=False)
class Facing:
    """One passage of a source beside one sentence of a claim: which of its values are the claim's, if any is."""

    weighing: Weighing
    passage: Passage

    @property
    def statement(self) -> Statement:
        return self.weighing.statement

    @cached_property
    def tested(self) -> Mapping[Slot, Pairing]:
        """The values that may be those that the claim is about."""
        return self._meant(self.statement.tested)

    @cached_property
    def anchors(self) -> Mapping[Slot, Pairing]:
        """The values that may be the claim's others, which say of which event it speaks."""
        return self._meant(self.statement.anchors, [_told_at(self.statement, p) for p in self.tested.values()])

    def _meant(self, slots: Sequence[Slot], told: Sequence[Collection[int]] = ()) -> Mapping[Slot, Pairing]:
        inside = ((slot, self.weighing.candidates[slot].at(self.passage.index)) for slot in slots)
        reached = ((slot, self._reaching(found, told)) for slot, found in inside if found)
        timely = ((slot, self._timely(found)) for slot, found in reached)
        return {slot: _meant(self.statement, found, self.weighing.sure_of) for slot, found in timely}

    def _reaching(self, found: Sequence[Pairing], told: Sequence[Collection[int]]) -> Sequence[Pairing]:
        """Of several dates those that may be of what the passage tells by one of these words."""
        if len(found) < 2 or not told or found[0].slot.kind != "date":
            return found
        near = [p for p in found if not all(out_of_reach(self.passage, p.mention.core, at) for at in told)]
        return near or found

    def _timely(self, found: Sequence[Pairing]) -> Sequence[Pairing]:
        """Of several figures those that are not said of another time than the claim's: "400 in 2023, 380 in 2022"."""
        ours = self.statement.time
        dated = any(slot.kind == "date" for slot in self.statement.tested)  # when it was is what is asked
        if ours is None or dated or len(found) == 1 or found[0].slot.kind not in FIGURES:
            return found
        told = ((p, self.weighing.time_said(p)) for p in found)
        return [p for p, said in told if said is None or date.compatible_times(ours, said)] or found

    @cached_property
    def here(self) -> Sequence[Pairing]:
        return *self.tested.values(), *self.anchors.values()

    @cached_property
    def matches(self) -> Sequence[Pairing]:
        """The values that bear out the claim's."""
        return [p for p in self.here if p.relation is Relation.ENTAILS]

    @cached_property
    def around(self) -> frozenset[Slot]:
        """The values of the claim that are not here, and that a reader of the passage still has in mind."""
        elsewhere = (
            (s, found) for s, found in self.weighing.candidates.items() if s not in {p.slot for p in self.here}
        )
        return frozenset(s for s, found in elsewhere if _near(self.passage, self.weighing.index, found))

    @cached_property
    def conflicts(self) -> Sequence[Pairing]:
        """The values that rule out those that the claim is about."""
        return [p for p in self.tested.values() if p.relation is Relation.EXCLUDES]

    @cached_property
    def elsewhere(self) -> Sequence[Pairing]:
        """The values said of these that rule out the claim's others."""
        best = max(self.tested.values(), key=lambda p: p.weight)
        if is_spread(self.passage, best.mention):
            return []  # where one line of a table is says nothing of where they all are
        ruling_out = (p for p in self.anchors.values() if p.relation is Relation.EXCLUDES)
        ruling_out = (p for p in ruling_out if _is_another(p) and not _only_names(p))
        # One date cannot be that of the claim's event and the one beside it.
        return [p for p in ruling_out if p.mention is not best.mention and _beside(self.statement, best, p)]

    @cached_property
    def is_settled(self) -> bool:
        """Whether all that the claim is about is borne out here, or was before."""
        if any(p.relation is not Relation.ENTAILS for p in self.tested.values()):
            return False
        return all(s in self.tested or s in self.around for s in self.statement.tested)

    @cached_property
    def _turns_on_anchors(self) -> bool:
        """Whether what the claim is about is borne out, of another event than the claim's."""
        return not self.statement.state and self.is_settled and bool(self.elsewhere)

    @cached_property
    def main(self) -> Pairing:
        """The value that decides."""
        allowing = [p for p in self.tested.values() if p.relation is Relation.COMPATIBLE]
        deciding = self.elsewhere if self._turns_on_anchors else self.conflicts
        return max(deciding or allowing or self.tested.values(), key=lambda p: p.weight)

    @property
    def is_apart(self) -> bool:
        """Whether it differs in what the claim is about and in what it says besides."""
        return bool(self.conflicts) and bool(self.elsewhere)

    @property
    def leaves_open(self) -> bool:
        """Whether it rules nothing out, and does not give all that the claim is about."""
        if self.conflicts or self._turns_on_anchors:
            return False
        unsaid = any(s not in self.tested and s not in self.around for s in self.statement.tested)
        return unsaid or any(p.relation is Relation.COMPATIBLE for p in self.tested.values())

    @cached_property
    def said(self) -> When | None:
        """The date that the passage gives for the value that decides."""
        return self.weighing.time_said(self.main)

    @property
    def is_dated(self) -> bool:
        """Whether the claim's own date is said with it."""
        here = (p.mention for p in self.matches if p.slot.kind == "date")
        here = (m for m in here if not out_of_reach(self.passage, m.core, _told_at(self.statement, self.main)))
        told = any(not dates.is_base(self.passage, m, self.main.start) for m in here)
        told = told or any(s.kind == "date" for s in self.around)
        if told and self.main.slot.kind in FIGURES and self.statement.time is not None:
            # "130 on Monday and 90 on Tuesday", "in last year's flood it had lost 90"
            return self.said is None or date.compatible_times(self.statement.time, self.said)
        return told


def weigh_passage(facing: Facing) -> Weighed | None:
    """What one passage comes to by itself."""
    if not facing.tested:
        return None
    main, event = facing.main, _event(facing)
    if event.answer is Answer.NO or _says_nothing_of_it(facing):
        return None
    measure = questions.measure(max(main.measure, questions.SAME_MEASURE) if _is_same(main, event) else main.measure)
    value = _value(facing, event)
    against = _opposite(facing)
    if against is not None and value.answer is not Answer.YES:
        return None
    if value.answer is Answer.YES:
        against = against or _opposite_deed(facing) or _other_direction(facing)
    value = against or value
    standing_there = _stands(facing)
    replies = (event, measure, time_of(facing), _asserted(facing, standing_there), value)
    outcome = bearing(replies)
    if outcome is None:
        return None
    shown = tuple(map(_shown, facing.here))
    value_said = VALUES[main.slot.kind].plain(main.mention.value)
    found = evidence(
        facing.weighing.source, facing.passage, outcome, replies, shown, value_said, standing_there.speaker
    )
    own = main.measure if main.slot.kind in TIMES else 0.0
    certain = (main.slot.kind in SCORED and event.answer is Answer.YES) or _is_their_own(main)
    return Weighed(
        main.weight,
        facing.passage,
        found,
        certain,
        own,
        _merely_named(facing.statement, facing.weighing.index, main),
        main.slot.kind == "date" and told_in_passing(facing.passage, main.mention),
    )


def _says_nothing_of_it(facing: Facing) -> bool:
    """Whether all that a source shares with a claim of a deed is who, when and where, as every text does."""
    circumstance = facing.main.slot.kind in TIMES | {"place"}
    told = facing.statement, facing.weighing.index, facing.weighing.fact.aliases
    return circumstance and facing.main.relation is Relation.ENTAILS and others.unspoken_deed(*told)


def _says_where(main: Pairing, beside: Sequence[Pairing]) -> bool:
    """Whether a place only says where another one is, which may be the claim's: "above Lund, a village in Osa"."""
    meant = [p for p in beside if p.relation is not Relation.EXCLUDES and p.start]
    within = (i for p in meant for i in subtree(p.passage, p.start[-1]) if i not in p.start)
    return main.relation is Relation.EXCLUDES and bool(main.start) and main.start[-1] in set(within)


def _merely_named(statement: Statement, index: SourceIndex, main: Pairing) -> bool:
    """Whether a passage only names the claim's person, or its place where it puts something else."""
    if main.slot.kind == "place":
        named = main.mention.rule == NAMED
        return named or (of_something_else(statement, index, main) and not put_there(statement, index, main))
    return main.slot.kind == "role" and not main.mention.value.role


def _is_their_own(main: Pairing) -> bool:
    """Whether an office is told of the claim's own person, so that what others have beside it tells nothing."""
    if main.slot.kind != "role" or not main.mention.value.role:
        return False
    theirs, ours = main.mention.value, main.slot.mention.value
    # Whom the claim's person follows is told of nobody else.
    return (theirs.former and ours.former) or roles.one_person(theirs, ours)


def _is_same(main: Pairing, event: Reply) -> bool:
    """Whether the signs at a value tell besides that the same is measured.

    Every text of a day is full of hours, and one of something else bears nothing out.
    """
    return main.slot.kind in SCORED and (event.answer is Answer.YES or main.slot.kind != "clock")


def _event(facing: Facing) -> Reply:
    """Is it the same event or state?"""
    main, statement = facing.main, facing.statement
    if main.slot.kind in SCORED:
        sure = facing.weighing.sure_of(main)
        event = questions.same_figure(sure, False, main.relation)
        if event.answer is Answer.NO or statement.state or not facing.is_apart:
            return event
        return questions.same_figure(sure, True, main.relation)
    placed = main.slot.kind == "place" and same_thing_there(main, statement) and _is_named(facing.weighing)
    others_met = [p for p in facing.matches if p is not main]
    strength = _strength(main, others_met, len(facing.around), len(facing.weighing.candidates) - 1, placed)
    if placed and strength >= questions.PERHAPS_SAME:
        strength = max(strength, questions.SAME_EVENT)
    return _same_event(facing, strength)


def _opposite(facing: Facing) -> Reply | None:
    """That the passage says the opposite of a word of the claim, near the value."""
    weighing, main = facing.weighing, facing.main
    aliases = weighing.fact.aliases
    if main.relation is Relation.ENTAILS and agent_is_exempt(facing.statement, weighing.index, facing.passage, aliases):
        return Reply(Question.VALUES, Answer.NO, "says it of others only")
    if begins_or_ends(facing.statement) or is_left_out(facing.passage, main.mention):
        return None
    against = motions.opposite(facing.statement, facing.passage, main.start) or others.opposite(
        facing.statement, main.slot.terms, weighing.index, facing.passage, main.start, aliases
    )
    return Reply(Question.VALUES, Answer.NO, f"{against[1]} is the opposite of {against[0]}") if against else None


def _opposite_deed(facing: Facing) -> Reply | None:
    """The claim's verb and the one that tells the passage's value, where they say opposite things of the same, be it in
    several words: "waved it through by 58 votes" where it was rejected."""
    main, statement, passage = facing.main, facing.statement, facing.passage
    verb = predicate_of(passage, main.start[0]) if main.start else None
    if verb is None or standing(passage, verb).factuality is not Factuality.ASSERTED:
        return None
    here = deeds(statement, facing.weighing.index, facing.weighing.fact.aliases, [passage]).get(passage.index, ())
    told = [deed for deed in here if deed.token == verb]
    if not told or any(not deed.opposite for deed in told) or not any(deed.excludes for deed in told):
        return None
    ours, theirs = statement.passage.tokens[statement.root].text, passage.tokens[verb].text
    return Reply(Question.VALUES, Answer.NO, f"{theirs} is the opposite of {ours}")


_LESS = re.compile(r"\s(?:less|fewer|lower|down)\b")
_MORE = re.compile(r"\s(?:more|higher|up)\b")


def _other_direction(facing: Facing) -> Reply | None:
    """That a share is told of how much less there is, where the claim has it for how much more: "9 per cent less"."""
    main, statement, passage = facing.main, facing.statement, facing.passage
    if main.slot.kind != "share":
        return None
    root = statement.passage.tokens[statement.root].lemma
    other = _LESS if root in RISES else _MORE if root in FALLS else None
    found = other and other.match(passage.text, main.mention.span.end - passage.span.start)
    return Reply(Question.VALUES, Answer.NO, f"it is so much {found[0].strip()}") if found else None


def _expected(facing: Facing) -> Standing:
    """How the claim's own value stands in its sentence."""
    ours, main = facing.statement.passage, facing.main
    if main.slot.kind == "ordinal" and main.slot.mention.rule in DENYING:
        return Standing()
    at = main.slot.tokens[0] if main.slot.tokens else facing.statement.root
    found = standing(ours, _told_beside(facing, at) if main.slot.kind in FIGURES else at)
    return standing(ours, facing.statement.root) if found.factuality is Factuality.ASSERTED else found


def _told_beside(facing: Facing, at: int) -> int:
    """What the claim tells of its figure by the passage's own verb: "the doctors who did not come numbered 318"; the
    figure itself, which stands ``at``, where it tells nothing so."""
    ours, main = facing.statement.passage, facing.main
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    if verb is None:
        return at
    beside = (t for t in ours.tokens if t.dep == "relcl" and ours.tokens[t.head].dep in ("nsubj", "nsubjpass"))
    alike = (t.i for t in beside if lexicon.kinship(t.lemma, main.passage.tokens[verb].lemma) >= lexicon.DERIVED)
    return next(alike, at)


def _stands(facing: Facing) -> Standing:
    """How the deciding value stands in its passage."""
    weighing, statement, passage, main = facing.weighing, facing.statement, facing.passage, facing.main
    if main.slot.kind == "role":
        return _standing_in_office(main)
    verb = main.start[0] if main.start else 0
    if main.slot.kind == "listing" and denied(statement.passage, statement.root) and leaves_out(passage, verb):
        return _expected(facing)
    happening = others.happenings(statement, weighing.index, passage, weighing.fact.aliases)
    known = stands_in_passing(passage, main.mention, happening) if main.slot.kind == "date" else None
    if main.slot.kind == "place":
        verb = site_over(passage, verb)
        known = meant_there(passage, verb, happening)
    said = ranks.predicating(passage, verb) if main.slot.kind == "ordinal" else verb
    found = known or said_of(passage, said, happening)
    if main.slot.kind == "listing" and denied(statement.passage, statement.root):
        return replace(found, factuality=Factuality.DOUBTED)
    return found


def _asserted(facing: Facing, theirs: Standing) -> Reply:
    """Is it stated as a fact?"""
    statement, main, kind = facing.statement, facing.main, facing.main.slot.kind
    denying = _says_by_denying(main, facing.passage)
    found = questions.asserted(theirs, _expected(facing), statement, kind, denying)
    if found.answer is Answer.NO and kind == "place" and not _same_deed(main, statement):
        return replace(found, answer=Answer.OPEN)
    if kind in SCORED:
        found = in_other_words(statement, main, theirs, found)
    if found.answer is Answer.YES and kind not in STANDALONE | {"identifier"}:
        found = questions.yet_to_come(statement, facing.weighing.source.published) or found
    planned = theirs.factuality is Factuality.PLANNED is not _expected(facing).factuality
    if planned and _is_to_change(statement, main):
        return Reply(Question.ASSERTED, Answer.OPEN, "what it is to become, and not what it is")
    return found


def _same_deed(main: Pairing, statement: Statement) -> bool:
    """Whether the clause of a place says what the claim does: "was held in Osa" of what was not held there."""
    if statement.passage.tokens[statement.root].lemma in VERBS:
        return False  # who said so is not what is denied
    return bool(main.start) and deed_met(statement, main.passage, main.start[0]) >= lexicon.DERIVED


def _is_to_change(statement: Statement, main: Pairing) -> bool:
    """Whether a passage says what a figure is to become, where the claim says what it is: "will rise to 2.90"."""
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    ours = statement.passage.tokens[statement.root].lemma
    if main.relation is Relation.ENTAILS and (ours != "be" or not _goes_to(main)):
        return False
    return verb is not None and main.passage.tokens[verb].lemma in MOVES and ours not in MOVES


def _goes_to(main: Pairing) -> bool:
    """Whether a figure is what something goes to: "will rise to 21 per cent"."""
    first = main.start[0] if main.start else 0
    return first > 0 and main.passage.tokens[first - 1].lemma == "to"


def time_of(facing: Facing) -> Reply:
    """Whether a value is of the claim's time."""
    statement, passage, main = facing.statement, facing.passage, facing.main
    if main.slot.kind == "date":
        return Reply(Question.TIME, Answer.YES, "the date itself is compared")
    published = facing.weighing.source.published
    if published is not None and questions.is_of_today(passage, main.start):
        return questions.time(statement, When.on(published), published)
    if main.slot.kind in FIGURES:
        if of_a_stretch(statement, main, facing.said):
            return Reply(Question.TIME, Answer.OPEN, "it is of a part of the time")
        today = tense(statement.passage, statement.root) is Tense.PRESENT
        if (today or main.relation is Relation.EXCLUDES) and is_told_of_then(statement, main, facing.said, published):
            return Reply(Question.TIME, Answer.OPEN, "it is told of a time before, and the claim names none")
    if facing.is_dated:
        return Reply(Question.TIME, Answer.YES, "the claim's own date stands beside it")
    if main.slot.kind == "identifier":
        return Reply(Question.TIME, Answer.YES, "a number given to a thing stays its number")
    if (
        (main.relation is Relation.EXCLUDES or statement.time is None)
        and main.slot.kind in FIGURES
        and before(passage, main.start)
        and not _looks_back(statement, main.slot)
    ):
        return Reply(Question.TIME, Answer.NO, "it is said of a time before")
    if main.relation is Relation.EXCLUDES and statement.time is None and still_counted(main):
        return Reply(Question.TIME, Answer.OPEN, "it was still being counted")
    rival = main.slot.kind == "role" and main.relation is Relation.EXCLUDES
    if rival and questions.is_outdated(statement, facing.weighing.fact.as_of, published):
        return Reply(Question.TIME, Answer.OPEN, f"it speaks as of {published}, and who has an office changes")
    if rival and main.slot.mention.value.starts and _leaves(main):
        return Reply(Question.TIME, Answer.OPEN, "it tells who had the office and left it")
    said = facing.said
    if rival and (held := tenure(passage, facing.weighing.marks[passage.index].date, main.mention)) is not None:
        if statement.time is None and is_over(statement):
            return Reply(Question.TIME, Answer.OPEN, f"{date.plain(held)}, and the claim does not say when it was so")
        return questions.time(statement, held, published)
    if said is None and main.relation is Relation.ENTAILS and _is_dated_otherwise(facing):
        return Reply(Question.TIME, Answer.OPEN, "the time beside it is that of something else")
    if main.slot.kind == "role" and said is not None and statement.state:
        said = _term(main, said)
    return questions.time(statement, said, published, main.relation is Relation.ENTAILS)


_LEAVING = word_set("resign quit retire step stand leave depart die oust dismiss sack fire remove depose")
"""Verbs by which somebody has an office no longer."""


def _leaves(main: Pairing) -> bool:
    """Whether who has an office is told to give it up: "the mayor, Ida Roe, resigned"."""
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    return verb is not None and main.passage.tokens[verb].lemma in _LEAVING


def _is_dated_otherwise(facing: Facing) -> bool:
    """Whether a claim is dated, and each date of the passage is surely of another deed than its value's."""
    told = [m for m in facing.weighing.marks[facing.passage.index].date if m.value.anchored]
    ours, at = facing.statement.time, _told_at(facing.statement, facing.main)
    if ours is None or not ours.anchored or not told:
        return False
    return all(out_of_reach(facing.passage, m.core, at) for m in told)


def _looks_back(statement: Statement, slot: Slot) -> bool:
    """Whether a claim's own figure is of a time before: "before this launch two flights had failed"."""
    return before(statement.passage, slot.tokens) or any(t.lemma == "before" for t in statement.passage.tokens)


def _value(facing: Facing, event: Reply) -> Reply:
    """Whether a value is the claim's, and all that the claim says of it is said."""
    fact, statement, index, main = facing.weighing.fact, facing.statement, facing.weighing.index, facing.main
    found = questions.values(main)
    if found.answer is not Answer.YES:
        return found
    kind, sure = main.slot.kind, event.answer is Answer.YES
    unsaid = ""
    if facing.leaves_open:
        unsaid = "part of the claim is not said here"
    elif kind in FIGURES and _moves_unnamed(facing):
        unsaid = "what rose or fell is not named"
    elif kind in COMMON and kind != "ordinal" and (name := others.unmentioned(statement, index, fact.aliases)):
        unsaid = f"{name} is not mentioned"
    elif not sure and main.slot.mention.rule == "member":
        unsaid = "it is named among others, and not surely of this group"
    elif kind == "place" and main.mention.rule == NAMED and _is_one_of_some(main):
        unsaid = "it is named among others, and not said to be the one"
    elif kind == "place" and of_somebody(main) and of_something_else(statement, index, main):
        unsaid = "it only says where somebody is from"
    elif kind == "place" and only_acts_there(statement, index, main):
        unsaid = "it says what was done there"
    elif kind == "place" and tied_otherwise(statement, main):
        unsaid = "it says what else ties somebody to it"
    elif not sure and kind == "place" and not put_there(statement, index, main):
        unsaid = "what is there is not surely what the claim puts there"
    return Reply(Question.VALUES, Answer.OPEN, unsaid) if unsaid else found


def _moves_unnamed(facing: Facing) -> bool:
    """Whether an extract has no word for what a claim says rose or fell: sales that fell are no prices."""
    statement, index = facing.statement, facing.weighing.index
    if index.prose_count >= SHORT or statement.passage.tokens[statement.root].lemma not in MOVES:
        return False
    subject = subject_of(statement.passage, statement.root)
    moved = [t for t in statement.terms if t.i == subject and t.pos == "NOUN"]
    if any(statement.passage.tokens[c].dep == "dobj" for c in statement.passage.children[statement.root]):
        return False  # "the firm is cutting 40 posts"
    return bool(moved) and not index.meeting(moved, facing.weighing.fact.aliases)


def _is_one_of_some(main: Pairing) -> bool:
    """Whether a name is joined with others: "Osa, Lund and Marsk are in the running"."""
    heads = [main.passage.tokens[i] for i in main.start]
    joined = {main.passage.tokens[c].dep for t in heads for c in main.passage.children[t.i]}
    return "conj" in joined or any(t.dep == "conj" for t in heads)


def _says_by_denying(main: Pairing, passage: Passage) -> bool:
    """Whether a negation belongs to the value itself: "no other is longer" asserts a rank."""
    kind, mention = main.slot.kind, main.mention
    return (
        main.is_set_aside
        or never_passed(main)
        or (kind == "listing" and bool(mention.value.excluded))
        or mention.rule == "the only"
        or (kind == "role" and mention.value.denied)
        or (kind == "ordinal" and mention.rule in DENYING)
        or (kind == "date" and dates.rules_out_earlier(mention, passage))
        or (kind == "date" and main.relation is Relation.EXCLUDES and dates.is_not_yet(passage, mention))
    )


def _shown(pairing: Pairing) -> Span:
    """The deciding words inside the passage: another may tell who said a quotation, and it may go on in a third."""
    mention, passage = pairing.mention, pairing.passage.span
    if mention.span.within(passage):
        return mention.span
    return Span(max(mention.core.start, passage.start), min(mention.core.end, passage.end))


def rules_out(facing: Facing) -> bool:
    """Whether a passage that gives such a value of something else does not speak of the claim at all. A date of another
    verb leaves that open."""
    return any(p.slot.kind not in TIMES or p.measure >= questions.SAME_MEASURE for p in facing.tested.values())


def _is_whole(pairing: Pairing) -> bool:
    return pairing.relation is Relation.EXCLUDES and pairing.mention.value.complete


def begins_or_ends(statement: Statement) -> bool:
    """Whether a claim says when something begins or ends: what is open until six closes at six."""
    timed = any(slot.kind in TIMES for slot in statement.tested)
    return timed and statement.passage.tokens[statement.root].lemma in FIRST | LAST


def _meant(statement: Statement, inside: Sequence[Pairing], sure_of: Callable[[Pairing], float]) -> Pairing:
    """Of the values of one passage the one that is the claim's, if any is."""
    if len(inside) == 1:
        return inside[0]
    # Parts that make up the claim's figure are not set against it one by one.
    sums = [p for p in inside if p.mention.rule == "sum"]
    if inside[0].slot.kind in SCORED and not sums:
        own = [p for p in inside if not p.foreign]
        return max(own or inside, key=sure_of)
    if inside[0].slot.kind == "place":
        inside = [p for p in inside if not _says_where(p, inside)]
        inside = [p for p in inside if not of_something_else(statement, p.index, p)] or inside
    if inside[0].slot.kind == "role":
        # Of what a sentence calls somebody, what settles the claim tells more than what leaves it open.
        inside = [p for p in inside if p.relation is not Relation.COMPATIBLE] or inside
    # Who is on a list tells more than what somebody else did not do.
    whole = [p for p in inside if p.slot.kind == "listing" and _is_whole(p)]
    return max(sums or whole or inside, key=lambda p: p.weight)
