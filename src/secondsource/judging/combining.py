"""What the passages of a source come to together: which of them count, and what is said of members and extents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.aligning.index import SHORT, SourceIndex
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import LIGHT
from secondsource.facts import Fact
from secondsource.grammar.possibilities import Relation
from secondsource.judging.candidates import Candidates
from secondsource.judging.deeds import Deed, predicate
from secondsource.judging.members import Roll, names_all, weigh_members
from secondsource.judging.so_many import weigh_so_many
from secondsource.judging.verdict import Answer, Bearing, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.judging.wording import weigh_words
from secondsource.language import Passage
from secondsource.sources import Kind, Source
from secondsource.values import listing
from secondsource.values.marking import Marks
from secondsource.values.wholeness import says_whole

TELLING = 0.45
"""What the word for a deed must weigh to name it by itself: a congress that met somewhere sat there."""

# A second value of the same source speaks of the same thing only if it fits nearly as well as the best one.
RIVAL = 0.2

WORDED = frozenset({"member", "only", "joined"})
"""How lists are read that a sentence may bear out without giving one."""


def best(found: list[Weighed]) -> list[Weighed]:
    """Without what fits much worse.

    Where the claim is borne out, the other lines of the same list or table are about other things, and so is a figure
    of another size.
    """
    held = any(w.evidence.bearing is Bearing.SUPPORTS for w in found)
    listed = {w.passage.kind for w in found if w.evidence.bearing is Bearing.SUPPORTS} & {Kind.ROW, Kind.ITEM}
    found = [w for w in found if not (held and _aside(w, listed))]
    told = max((w.own for w in found if w.evidence.bearing is Bearing.CONTRADICTS and not w.in_passing), default=0.0)
    # A day of something else bears nothing out where the claim's own thing is given another. A source that tells it in
    # passing is at odds with itself.
    found = [w for w in found if w.evidence.bearing is not Bearing.SUPPORTS or w.own >= told or (w.sure and not w.own)]
    if any(w.evidence.bearing is Bearing.CONTRADICTS for w in found):
        # Somebody else has the office: whoever is only named has not.
        found = [w for w in found if not (w.merely_named and w.evidence.bearing is Bearing.SUPPORTS)]
    top = max((w.weight for w in found), default=0.0)
    # What allows the claim and does not say it is no reason to doubt a passage that says it.
    said = max((w.weight for w in found if w.evidence.bearing is not Bearing.INCONCLUSIVE), default=top)
    least = {Bearing.SUPPORTS: said - RIVAL}
    return [w for w in found if w.sure or w.weight >= least.get(w.evidence.bearing, top - RIVAL)]


def _aside(weighed: Weighed, listed: set[Kind]) -> bool:
    """Whether what seems to contradict a claim that is borne out is about another thing."""
    return weighed.evidence.bearing is Bearing.CONTRADICTS and weighed.passage.kind in listed


def by_member(
    fact: Fact,
    statement: Statement,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    candidates: Mapping[Slot, Candidates],
    found: list[Weighed],
) -> list[Weighed]:
    """With what each sentence says of one member of a claim's list, where the sentence's own list settles nothing."""
    if len(statement.tested) != 1 or statement.tested[0].kind != "listing":
        return found
    slot = statement.tested[0]
    settled = {w.passage.index for w in found if w.evidence.bearing is not Bearing.INCONCLUSIVE}
    open_ones = {w.passage.index for w in found if _as_stated(w)}
    listed = frozenset(
        name
        for p in candidates[slot].all
        if p.passage.index in open_ones and p.relation is Relation.COMPATIBLE
        for name in slot.mention.value.members
        if listing.shared(p.mention.value, replace(slot.mention.value, members=(name,)))
    )
    told = weigh_members(fact, statement, slot, source, index, marks, listed)
    told += weigh_so_many(fact, Roll(statement, slot), source, index, marks)
    told = [w for w in told if w.passage.index not in settled]
    better = {w.passage.index for w in told}
    return [*(w for w in found if w.passage.index not in better), *told]


def spoken_of(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Weighed]:
    """What is said in words. That somebody is in a group may be borne out so, where the sentence names them."""
    if any(slot.kind == "count" and not slot.mention.value.quantity.stated for slot in statement.tested):
        # That all survived is what a claim says by which nobody was killed.
        told = weigh_words(fact, statement, source, index, marks)
        return [w for w in told if w.evidence.bearing is not Bearing.CONTRADICTS]
    if len(statement.tested) != 1 or statement.tested[0].mention.rule not in WORDED:
        return weigh_words(fact, statement, source, index, marks)
    (slot,) = statement.tested
    found = weigh_words(fact, replace(statement, tested=()), source, index, marks)
    whole = [
        w
        for w in found
        if w.evidence.bearing is Bearing.INCONCLUSIVE or names_all(statement, slot, index, w.passage, fact.aliases)
    ]
    if slot.mention.value.complete:
        # Who says it of some does not say that it is so of no other.
        unsaid = "says so, and not that it is of no other"
        return [w if _says_whole(slot, w.passage, marks) else _in_part(source, w, unsaid) for w in whole]
    if slot.mention.rule != "joined":
        return whole
    return [w if w in whole else _in_part(source, w, "says so of one of them only") for w in found]


def _says_whole(slot: Slot, passage: Passage, marks: tuple[Marks, ...]) -> bool:
    """Whether a passage says that there is no other, and that of no longer list than the claim's."""
    longer = (listing.names_others(m.value, slot.mention.value) for m in marks[passage.index].listing)
    return says_whole([t.text.lower() for t in passage.tokens]) and not any(longer)


def _in_part(source: Source, weighed: Weighed, unsaid: str) -> Weighed:
    """What a passage comes to that says of one of two what the claim says of both, or less than it."""
    if weighed.evidence.bearing is not Bearing.SUPPORTS:
        return weighed
    replies = (*weighed.evidence.replies[:-1], Reply(Question.VALUES, Answer.OPEN, unsaid))
    return weighed._replace(evidence=evidence(source, weighed.passage, Bearing.INCONCLUSIVE, replies))


def _as_stated(weighed: Weighed) -> bool:
    """Whether a passage is surely of the claim's event and states what it says."""
    asked = (Question.EVENT, Question.ASSERTED)
    return all(r.answer is Answer.YES for r in weighed.evidence.replies if r.question in asked)


def done(found: list[Weighed], against: list[Weighed], index: SourceIndex) -> list[Weighed]:
    """When or where something happened, without what supports it by a day or place of something that rules it out."""
    opposed = [w for w in against if w.evidence.bearing is Bearing.CONTRADICTS]
    kept: list[Weighed] = []
    for weighed in found:
        here = {weighed.passage.index, *index.context(weighed.passage)}
        instead = [w for w in opposed if w.passage.index in here]
        if weighed.evidence.bearing is Bearing.SUPPORTS and instead:
            kept += [w for w in instead if w not in kept]
        else:
            kept.append(weighed)
    return kept


def with_its_deed(
    found: list[Weighed],
    fact: Fact,
    statement: Statement,
    source: Source,
    index: SourceIndex,
    said: Mapping[int, Sequence[Deed]],
) -> list[Weighed]:
    """When or where something happened, of an extract: what has the day or place and not the deed leaves it open.

    A document tells in many words what was done, of which some are known for the claim's own; an extract tells it
    where it has the day, or it is about something else.
    """
    if index.prose_count >= SHORT or not predicate(statement):
        return found
    done = [t for t in predicate(statement) if t.lemma not in LIGHT and t.weight >= TELLING]
    if statement.state and not any(t.pos == "ADJ" and statement.tested[0].kind == "place" for t in done):
        return found
    if any(slot.kind == "date" and slot.mention.value.open_start for slot in statement.tested):
        return found  # of a last day other words tell
    named = any(t.name and t.subject for t in statement.terms)
    kept: list[Weighed] = []
    for weighed in found:
        here = (weighed.passage.index, *index.context(weighed.passage))
        deeds = [deed for place in here for deed in said.get(place, ()) if not deed.opposite]
        told = any(deed.ours or not (named and deed.perhaps_ours) for deed in deeds)
        # A word of its family may tell it that is no verb: "was given a sentence of three years".
        told = told or (not deeds and not (done and index.meeting(done, fact.aliases).isdisjoint(here)))
        kept.append(weighed if told else _in_part(source, weighed, "says when or where, and not surely what was done"))
    return kept


def by_extent(found: list[Weighed], of_how_many: list[Weighed]) -> list[Weighed]:
    """With what is said of how much of a claim's group, which goes before what its words or figures alone come to."""
    against = {w.passage.index for w in found if w.evidence.bearing is Bearing.CONTRADICTS}
    better = [w for w in of_how_many if w.passage.index not in against or w.evidence.bearing is Bearing.SUPPORTS]
    instead = {w.passage.index for w in better}
    return [*(w for w in found if w.passage.index not in instead), *better]
