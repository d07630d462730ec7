"""A claim about several at once, member by member: who is said to be in, who out, in whatever sentence.

"Nepal, Ghana and Chad sent crews" is borne out by three sentences as well as by one list, and one "Chad stayed away"
contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from secondsource.aligning import others
from secondsource.aligning.index import Coverage, SourceIndex, cover
from secondsource.aligning.others import TELLING, Aliases
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import LIGHT, Term
from secondsource.facts import Fact
from secondsource.grammar.proper import Name, spot
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import word_set
from secondsource.judging import lines, phases, questions
from secondsource.judging.agency import readings
from secondsource.judging.decision import bearing
from secondsource.judging.deeds import predicate, told_of
from secondsource.judging.following import follows
from secondsource.judging.left_out import left_out, verb_of
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, Standing, standing
from secondsource.language.clauses import clause, predicate_of, subject_of
from secondsource.language.exceptions import lacking
from secondsource.sources import Kind, Source, Span
from secondsource.values.belonging import Said, Side, side
from secondsource.values.listing import PARTS, TELLING_WHO
from secondsource.values.marking import Marks

BEFORE = 5
"""Words before a noun among which a "but not" is its own."""

ALIKE = 0.6
"""How near a word must come to the claim's verb to say the same of a member."""

PARTLY = 0.5
"""What it weighs that some of a claim's members are named, beside what settles the claim."""

NAMED, RESUMED, OPPOSED, TOGETHER = 0.1, 0.2, 0.25, 0.25
"""What it adds to the share of a claim's words that a member is named, that the clause goes on with what was said
before, that its verb is the opposite of the claim's (who abstained was at the vote), and that all the members are named
in one sentence: it seldom lists them for two reasons."""


MANY = 3
"""From how many members on that they are named in one sentence says that they belong together."""


@dataclass(frozen=True)
class Member:
    """One of those whom a claim names, with the tokens that name it there."""

    name: Name
    tokens: tuple[int, ...]

    @property
    def common(self) -> bool:
        """Whether it is a thing, and has no name of its own."""
        return self.name.text.islower()


@dataclass(frozen=True)
class Told:
    """What a passage says of one member: whether it is as the claim has it, and the word ``cue`` that says so."""

    member: Member
    passage: Passage
    place: int
    holds: bool
    asserted: bool
    cue: int
    together: bool = False
    """Whether the passage names them all, by whatever word it says so."""


def denied(passage: Passage, i: int) -> bool:
    """Whether what is said at a word is denied: by its verb, or by a "no" before its subject.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "No toll was due on buses.")).passages
    >>> denied(passage, 5)
    True
    """
    if standing(passage, i).factuality is Factuality.NEGATED:
        return True
    verb = predicate_of(passage, i)
    subject = None if verb is None else subject_of(passage, verb)
    if subject is None or any(t.lemma == "but" for t in passage.tokens[subject + 1 : verb]):
        return False  # "no town but Osa and Lund"
    return any(passage.tokens[c].lemma == "no" for c in passage.children[subject])


def _but_not(passage: Passage, i: int) -> bool:
    """Whether a thing is left out of those it stands with: "copper and zinc but no lead", "pipes, but not snuff"."""
    before = [passage.tokens[j].lemma for j in range(max(0, i - BEFORE), i) if j > passage.tokens[i].head]
    return any(a == "but" and b in ("no", "not") for a, b in pairwise(before))


def leaves_out(passage: Passage, i: int) -> bool:
    """Whether a passage says of somebody that something is not so: "is exempt", "no toll is due on"."""
    said = side(passage, i)
    return said.side is Side.OUT if said is not None else denied(passage, i)


class Roll:
    """Those whom a claim names, and what it says of them all."""

    def __init__(self, statement: Statement, slot: Slot) -> None:
        self.statement, self.slot = statement, slot
        self._undone: Mapping[int, frozenset[int]] | None = None
        passage, value = statement.passage, slot.mention.value
        names = value.members or value.excluded
        self.members = tuple(
            Member(name, tuple(t.i for t in passage.tokens_in(span)))
            for name, span in zip(names, value.spans, strict=False)
        )
        self.denied = slot.mention.rule == "neither"
        self.turned = not self.denied and denied(passage, statement.root)

    @property
    def closed(self) -> bool:
        """Whether a claim says that there is nobody else, which what is told of each does not bear out."""
        mention = self.slot.mention
        return bool(mention.value.complete) and mention.rule not in TELLING_WHO

    @cached_property
    def said(self) -> Said | None:
        """What the claim says of its members by words that say so of any group; "no toll is due on" leaves them out."""
        if not self.members:
            return None
        found = side(self.statement.passage, self.members[0].tokens[-1])
        return Said(Side.OUT, self.statement.root, True, False) if found is None and self.turned else found

    @cached_property
    def root(self) -> int:
        """The main verb; of a claim that is read as a noun with a participle ("the circus performed in Osa") that."""
        passage, root = self.statement.passage, self.statement.root
        done = (c for c in passage.children[root] if passage.tokens[c].dep == "acl" and passage.tokens[c].pos == "VERB")
        return next(done, root) if passage.tokens[root].pos == "NOUN" else root

    @cached_property
    def words(self) -> tuple[Term, ...]:
        """The words that say what they all are or do: the main verb, or where that says little what completes it."""
        root = tuple(t for t in self.statement.terms if t.i == self.root and t.weight >= TELLING)
        return root or tuple(t for t in self.slot.terms if t.i in self._completing and not t.name)

    def undone(self, index: SourceIndex, aliases: Aliases) -> Mapping[int, frozenset[int]]:
        """By passage, the words that say the opposite of what the claim says of its members."""
        if self._undone is None:
            told = (t for term in predicate(self.statement) for t in told_of(self.statement, term, index, aliases))
            self._undone = {passage.index: against for passage, _, against in told if against}
        return self._undone

    @cached_property
    def _completing(self) -> frozenset[int]:
        """What completes the claim's main verb: its object, what it is said to be, its prepositions' nouns, and what
        is said of those ("the stolen works", "the data that were stolen")."""
        passage = self.statement.passage
        below = [passage.tokens[c] for c in passage.children[self.statement.root]]
        found = {t.i for t in below if t.dep in COMPLETING}
        found |= {g for t in below if t.dep == "prep" for g in passage.children[t.i]}
        return frozenset(found | {c for i in found for c in passage.children[i] if passage.tokens[c].dep in SAID_OF})


def _head(passage: Passage, span: Span) -> Token:
    """The word of a name or noun phrase that the rest hangs from."""
    tokens = passage.tokens_in(span)
    inside = {t.i for t in tokens}
    return next((t for t in reversed(tokens) if t.head not in inside), tokens[-1])


def _mentions(roll: Roll, member: Member, index: SourceIndex, passage: Passage, aliases: Aliases) -> Iterator[int]:
    """Where a passage names a member: the tokens that the name or noun hangs by."""
    if not member.common:
        for found in spot(passage):
            if _named(found.name, member.name) and passage.tokens_in(found.core):
                yield _head(passage, found.core).i
        return
    terms = {t.i: t for t in roll.statement.terms if t.i in member.tokens}
    if member.tokens[-1] not in terms:
        return
    last, rest = terms[member.tokens[-1]], [t for i, t in terms.items() if i != member.tokens[-1]]
    for hit in index.hits_in((last,), passage, aliases):
        beside = {hit.token, *passage.children[hit.token], *passage.ancestors(hit.token)[:2]}
        met = [t for t in rest if beside & index.words_in((t,), passage, aliases)]
        if hit.kinship >= lexicon.SYNONYM and 2 * len(met) >= len(rest):
            yield hit.token


def _named(name: Name, member: Name) -> bool:
    """Whether a name is a member's, with what sort of place it is or without: Marsh County is Marsh."""
    bare = replace(name, words=name.words[:-1]) if name.words[1:] and name.words[-1] in PARTS else name
    return Same.SAME in (same(name, member), same(bare, member))


def names_all(statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether a passage, or one before it that its reader has in mind, names everybody on a claim's list."""
    roll = Roll(statement, slot)
    near = (passage, *(index.passages[i] for i in index.context(passage) if i < passage.index))
    return all(any(True for p in near for _ in _mentions(roll, m, index, p, aliases)) for m in roll.members)


ELLIPTICAL = frozenset({"do", "have", "be", "will", "can"})
COMPLETING = frozenset({"dobj", "attr", "acomp", "xcomp", "prep", "ccomp", "advcl", "oprd"})


SAID_OF = frozenset({"amod", "acl", "relcl"})
GOES_ON = frozenset({"it", "them", "that", "this", "those", "these", "so", "too", "either"})


def _goes_on(passage: Passage, told_at: int) -> bool:
    """Whether a clause says what the one before said: "Chad did not", "Chad was left out of it"."""
    verb = predicate_of(passage, told_at)
    if verb is None:
        return False
    below = clause(passage, verb)
    if _elliptical(passage, verb) or follows(passage, verb, told_at):
        return True
    return any(passage.tokens[i].text.lower() in GOES_ON for i in below)


def _elliptical(passage: Passage, verb: int) -> bool:
    """ "Chad did not", "so did Chad": the verb is the one before."""
    token = passage.tokens[verb]
    if token.dep not in {"ROOT", "conj"} or not any(
        passage.tokens[c].dep == "neg" or passage.tokens[c].lemma in {"so", "too", "neither", "nor"}
        for c in passage.children[verb]
    ):
        return False
    return token.lemma in ELLIPTICAL and not _completing(passage, verb)


LEAVING = word_set("leave quit resign withdraw depart")


def _leaves(passage: Passage, verb: int, i: int) -> bool:
    """ "Chad left in 2021", by itself: a group, where one is spoken of."""
    below = [passage.tokens[c] for c in passage.children[verb]]
    # "Left at noon", "left early for home", "left with her dog" are of a place.
    behind = [t for t in below if t.i > verb and t.dep not in {"punct", "cc", "conj"}]
    gone = all(t.dep == "prep" and t.lemma in {"in", "since", "by"} for t in behind)
    return passage.tokens[verb].lemma in LEAVING and gone and subject_of(passage, verb) == i


def _was_done(roll: Roll, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether the sentence before says that somebody did what the claim says, so that others may have followed."""
    before = index.passages[max(0, passage.index - 1)]
    hits = [h.token for h in index.hits_in(roll.words, before, aliases) if h.kinship >= ALIKE]
    verbs = ((i, verb_of(before, i)) for i in hits)
    done = [i for i, verb in verbs if verb in (i, *before.ancestors(i)) and _is_fact(before, i)]
    subjects = (subject_of(before, verb) for i in done if (verb := verb_of(before, i)) is not None)
    return bool(done) and not any(s is not None and leaves_out(before, s) for s in subjects)


def _completing(passage: Passage, verb: int) -> list[int]:
    """What completes a verb; no clause before it, though the parser hangs that on it: "they signed; Chad did not"."""
    below = (c for c in passage.children[verb] if passage.tokens[c].dep in COMPLETING)
    return [c for c in below if c > verb or passage.tokens[c].dep != "ccomp"]


def _met(roll: Roll, index: SourceIndex, passage: Passage, verb: int, aliases: Aliases) -> int | None:
    """Where a clause says what the claim says of its members: at its verb, or what completes a light one."""
    near = {verb}
    if passage.tokens[verb].lemma in LIGHT or passage.tokens[verb].lemma == "be":
        for child in _completing(passage, verb):
            near |= {child, *passage.children[child]}
    hits = index.hits_in(roll.words, passage, aliases)
    ours = [t.lemma for t in roll.statement.terms]
    met = (h.token for h in hits if h.token in near and h.kinship >= ALIKE)
    return next((i for i in met if not phases.LIVES.apart(ours, [passage.tokens[i].lemma])), None)


def _told(roll: Roll, member: Member, index: SourceIndex, passage: Passage, i: int, aliases: Aliases) -> Told | None:
    """What a passage says of a member at a token."""
    verb = verb_of(passage, i)
    if verb is None:
        return None
    if _but_not(passage, i) or lacking(passage, i) is not None:
        return Told(member, passage, i, roll.denied or roll.turned, True, i)
    if (cue := _left_out(roll, index, passage, i, aliases)) is not None:
        return Told(member, passage, i, roll.denied or roll.turned, True, cue)
    theirs = side(passage, i)
    met = _met(roll, index, passage, verb, aliases)
    found = standing(passage, verb)
    asserted = found.factuality in (Factuality.ASSERTED, Factuality.NEGATED)
    negated = found.factuality is Factuality.NEGATED
    if theirs is not None and roll.said is not None:
        return Told(member, passage, i, theirs.side is roll.said.side, theirs.asserted, theirs.cue)
    if theirs is not None and (theirs.side is Side.OUT or met is None):
        return Told(member, passage, i, (theirs.side is Side.OUT) is roll.denied, theirs.asserted, theirs.cue)
    if met is not None:
        if roll.turned:
            return Told(member, passage, i, denied(passage, i), asserted or negated, met)
        # What somebody did not do is read with the list itself (values/exclusion.py).
        return None if negated else Told(member, passage, i, not roll.denied, asserted, met)
    undone = next((t for t in roll.undone(index, aliases).get(passage.index, ()) if _said_of(passage, t, i)), None)
    if undone is not None:
        negated = standing(passage, undone).factuality is Factuality.NEGATED
        return Told(member, passage, i, (negated is not roll.denied) is not roll.turned, asserted or negated, undone)
    if others.opposite(roll.statement, roll.words, index, passage, (i,), aliases):
        return Told(member, passage, i, (negated is not roll.denied) is not roll.turned, asserted, verb)
    if theirs is None and roll.said is not None and roll.said.group and _leaves(passage, verb, i):
        return Told(member, passage, i, (roll.said.side is Side.OUT) is not negated, asserted or negated, verb)
    if follows(passage, verb, i) and _was_done(roll, index, passage, aliases):
        return Told(member, passage, i, not roll.denied, asserted, verb)
    if _elliptical(passage, verb):
        return Told(member, passage, i, (negated is roll.denied) is not roll.turned, asserted, verb)
    return None


def _left_out(roll: Roll, index: SourceIndex, passage: Passage, i: int, aliases: Aliases) -> int | None:
    """The word by which a clause denies of a member what the claim says of them all."""
    if roll.denied or roll.turned:
        return None
    said = index.words_in(roll.slot.terms, passage, aliases)
    return left_out(passage, i, lambda verb: met_at(roll, index, passage, verb, aliases), said.__contains__)


def met_at(roll: Roll, index: SourceIndex, passage: Passage, verb: int, aliases: Aliases) -> bool:
    """Whether a verb, or what completes it, says what the claim says of its members."""
    root = roll.statement.passage.tokens[roll.root].lemma
    same = passage.tokens[verb].lemma == root and root not in ELLIPTICAL
    return same or _met(roll, index, passage, verb, aliases) is not None


def named_in(roll: Roll, index: SourceIndex, passage: Passage, aliases: Aliases) -> tuple[Member, ...]:
    """The members that a passage names."""
    return tuple(m for m in roll.members if any(True for _ in _mentions(roll, m, index, passage, aliases)))


def places(roll: Roll, index: SourceIndex, passage: Passage, aliases: Aliases) -> tuple[int, ...]:
    """Where a passage names members: the tokens that their names hang by."""
    return tuple(dict.fromkeys(i for m in roll.members for i in _mentions(roll, m, index, passage, aliases)))


def _said_of(passage: Passage, told_at: int, i: int) -> bool:
    """Whether a word says of a noun what was done by it, or to it."""
    return any(i in (*roles.agent, *roles.object) for roles in readings(passage, told_at))


def _together(roll: Roll, passage: Passage, named: Mapping[Member, Sequence[int]]) -> Iterator[Told]:
    """Each member where a sentence that denies nothing names them all."""
    if roll.denied or roll.turned or len(named) < MANY or not all(named.values()):
        return
    places = {member: there[0] for member, there in named.items()}
    if any(denied(passage, i) or _but_not(passage, i) or side(passage, i) is not None for i in places.values()):
        return
    for member, i in places.items():
        yield Told(member, passage, i, True, _is_fact(passage, i), i, True)


def _is_fact(passage: Passage, i: int) -> bool:
    """Whether what a clause tells of a member is so, and not only offered: "have offered to send crews"."""
    verb = predicate_of(passage, i)
    below = () if verb is None else (c for c in passage.children[verb] if passage.tokens[c].dep in ("xcomp", "ccomp"))
    offered = verb is not None and passage.tokens[verb].lemma in questions.OFFERS
    stands = (standing(passage, c).factuality for c in below)
    return standing(passage, i).factuality is Factuality.ASSERTED and not (
        offered or any(f is Factuality.PLANNED for f in stands)
    )


def told(roll: Roll, index: SourceIndex, aliases: Aliases) -> Iterator[Told]:
    """All that a source says of each member."""
    for passage in index.passages:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING, Kind.ROW):
            continue
        named = {m: tuple(dict.fromkeys(_mentions(roll, m, index, passage, aliases))) for m in roll.members}
        found = [t for m, places in named.items() for i in places if (t := _told(roll, m, index, passage, i, aliases))]
        if len(roll.members) >= MANY and {t.member for t in found if t.holds} == set(roll.members):
            found = [replace(t, together=True) for t in found]
        yield from found or _together(roll, passage, named)
    yield from _in_lines(roll, index, aliases)


_ANNOUNCING = frozenset({"ROOT", "nsubj", "nsubjpass", "xcomp"})


def _in_lines(roll: Roll, index: SourceIndex, aliases: Aliases) -> Iterator[Told]:
    """Each member where the lines of one list or table are labelled with them all, one a line."""
    if roll.denied or roll.turned or len(roll.members) < 2:
        return
    for kind, group in groupby(index.passages, key=lambda p: p.kind):
        block = list(group) if kind in (Kind.ROW, Kind.ITEM) else []
        found = [t for m in roll.members if block and (t := _labelled(roll, m, index, block, aliases))]
        if len({t.passage.index for t in found}) == len(roll.members):
            asserted = not _is_prospect(index, block[0].index)
            yield from (replace(t, asserted=asserted) for t in found)


def _is_prospect(index: SourceIndex, first: int) -> bool:
    """Whether the sentence above a list says that all on it is only to come: "Nine concerts are planned:"."""
    above = next((p for p in reversed(index.passages[:first]) if p.kind is not Kind.FURNITURE), None)
    if above is None or above.kind is not Kind.PROSE or not above.text.rstrip().endswith(":"):
        return False
    root = next((t.i for t in above.tokens if t.head == t.i), 0)
    said = (root, *above.children[root])
    return any(standing(above, i).factuality is Factuality.PLANNED for i in said if above.tokens[i].dep in _ANNOUNCING)


def _labelled(
    roll: Roll, member: Member, index: SourceIndex, block: Sequence[Passage], aliases: Aliases
) -> Told | None:
    """The line that opens with a member."""
    for passage in block:
        label = lines.label(passage)
        for i in _mentions(roll, member, index, passage, aliases):
            if i in label and not any(passage.tokens[j].pos in ("VERB", "AUX") for j in range(i)):
                return Told(member, passage, i, True, True, i)
    return None


def weigh_members(
    fact: Fact,
    statement: Statement,
    slot: Slot,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    listed: frozenset[Name],
) -> list[Weighed]:
    """The evidence of each sentence that says something of a member; ``listed`` are known to be in by their lists."""
    roll = Roll(statement, slot)
    found = [(t, *_replies(fact, roll, source, index, marks, t)) for t in told(roll, index, fact.aliases)]
    found = [(t, c, r) for t, c, r in found if r[0].answer is not Answer.NO]
    sure = {
        t.member.name
        for t, _, replies in found
        if t.holds and t.asserted and all(r.answer is Answer.YES for r in replies)
    }
    whole = {m.name for m in roll.members} <= sure | listed
    weighed = []
    for (passage, holds), group in groupby(found, key=lambda f: (f[0].passage, f[0].holds)):
        told_here = list(group)
        first, coverage, replies = max(told_here, key=lambda f: f[1].share)
        names = ", ".join(dict.fromkeys(t.member.name.text for t, _, _ in told_here))
        value = _value(names, first, whole and not roll.closed)
        outcome = bearing((*replies, value))
        if outcome is not None:
            shown = tuple(passage.tokens[t.place].span for t, _, _ in told_here)
            weight = (0.4 + 0.6 * coverage.local + 0.2 * coverage.share) * (1.0 if whole or not holds else PARTLY)
            weighed.append(Weighed(weight, passage, evidence(source, passage, outcome, (*replies, value), shown)))
    return weighed


def _value(names: str, told: Told, whole: bool) -> Reply:
    if not told.holds:
        return Reply(Question.VALUES, Answer.NO, f'not so of {names}: "{told.passage.tokens[told.cue].text}"')
    if whole:
        return Reply(Question.VALUES, Answer.YES, f"says so of {names}")
    return Reply(Question.VALUES, Answer.OPEN, f"says so of {names} and not of all")


def _replies(
    fact: Fact, roll: Roll, source: Source, index: SourceIndex, marks: tuple[Marks, ...], told: Told
) -> tuple[Coverage, tuple[Reply, ...]]:
    """The first four answers."""
    statement, passage = roll.statement, told.passage
    coverage = cover(index, passage, roll.slot.terms, (told.place,), fact.aliases)
    strength = coverage.share + NAMED
    strength += RESUMED * _goes_on(passage, told.place) + TOGETHER * told.together
    strength += OPPOSED * any(lexicon.opposed(t.lemma, passage.tokens[told.cue].lemma) for t in roll.words)
    event = questions.event(strength)
    if others.instance(statement, index, marks, passage) is others.Instance.OTHER:
        event = questions.another("another one of its kind")
    said = questions.time_said(statement, index, marks, passage, (told.place,), None)
    theirs = Standing() if told.asserted else standing(passage, told.cue)
    if not told.asserted and theirs.factuality is Factuality.ASSERTED:
        theirs = replace(theirs, factuality=Factuality.PLANNED)
    return coverage, (
        event,
        questions.measure(1.0),
        questions.time(statement, said, source.published, told.holds),
        questions.asserted(theirs, Standing(), statement, "listing"),
    )
