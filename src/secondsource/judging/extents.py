"""A claim about all, some, most or none of a group: of how many of it does a source say the same?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex, cover
from secondsource.aligning.others import CONVERSES, Aliases, Instance
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import Term, lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.facts import Fact
from secondsource.judging import questions
from secondsource.judging.agency import readings
from secondsource.judging.decision import bearing
from secondsource.judging.deeds import predicate, roles_in_claim, told_of
from secondsource.judging.verdict import Answer, Bearing, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, Standing, standing
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import Roles, predicate_of
from secondsource.sources import Source
from secondsource.values import extent
from secondsource.values.extent import ALL, NONE, NOT_ALL, SOME, Extent, Portion
from secondsource.values.marking import Marks

COUNTED = frozenset({"count", "share"})
"""Kinds of value by which a claim may say how much of a group it means: "none", "both", "half"."""

BESIDE = frozenset({"date", "place"})
"""Kinds that a claim may have besides: on what day, or where, it was so of how many."""

DESCRIBING = frozenset({"acl", "relcl", "amod"})
"""How a word hangs from a noun that only says which ones are meant: "the chapels closed in May"."""

MET = 0.5
"""The share of a claim's words that must be met for a passage to speak of its group."""


class Claimed:
    """How much of which group a claim means, and what it says of it."""

    def __init__(self, statement: Statement, said: Extent, term: Term) -> None:
        self.statement, self.said, self.term = statement, said, term
        self.roles = roles_in_claim(statement, term.i)
        self.portion = _asserted(said, statement.passage, term.i)
        self.noun = next((t for t in statement.terms if t.i == said.noun), None)

    @property
    def settles(self) -> bool:
        """Whether a claim says nothing that is to be compared besides: a day, a place, or a number of its own."""
        counted = self.said.number is not None or any(slot.kind not in COUNTED for slot in self.statement.tested)
        return self.said.cue is not None and not counted

    @property
    def of_people(self) -> bool:
        """Whether it is about everyone, or nobody."""
        return extent.is_of_people(self.statement.passage, self.said)

    @property
    def group(self) -> Token:
        """The noun of the group."""
        return self.statement.passage.tokens[self.said.head if self.said.noun is None else self.said.noun]


def claimed(statement: Statement) -> Claimed | None:
    """How much of a group a claim says something of: by a word that says how much, or by a plural that says all.

    >>> from secondsource.aligning.statement import statements
    >>> found = claimed(statements("All of the miners were rescued.")[0])
    >>> found and (found.group.lemma, sorted(part.name for part in found.portion))
    ('miner', ['ALL'])
    >>> claimed(statements("The miner was rescued.")[0]) is None
    True
    """
    if any(slot.kind not in COUNTED | BESIDE for slot in statement.tested):
        return None
    passage = statement.passage
    groups = [e for e in extent.find(passage) if _is_group(passage, e, bool(statement.tested))]
    groups.sort(key=lambda e: e.cue is None)
    for term in predicate(statement) if groups else ():
        if VERBS.get(passage.tokens[term.i].lemma) is Attitude.REPORTS:
            continue  # what is reported, and of how much of it
        roles = roles_in_claim(statement, term.i)
        # "No one was hurt" is read as one expression, its "no" with it.
        read = {i for start, end, _ in expressions(passage) for i in range(start, end)}
        for said in groups:
            if said.cue not in read and said.head in (*roles.agent, *roles.object):
                return Claimed(statement, said, term)
    return None


def _is_group(passage: Passage, said: Extent, with_value: bool) -> bool:
    """Whether a claim speaks of a group: by a word for how much of it, or by its plural, where that is all it says."""
    if said.cue is None:
        return not with_value and said.noun is not None and passage.tokens[said.noun].tag == "NNS"
    return said.number in (None, 1) and (said.noun is not None or extent.is_of_people(passage, said))


def weigh_extents(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Weighed]:
    """What each passage says of how much of the claim's group.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "None of the pilots left."))
    >>> [claim] = statements("All the pilots left.")
    >>> weighed = weigh_extents(Fact("f", ""), claim, told.source, SourceIndex(told), mark(told))
    >>> [found.evidence.bearing.value for found in weighed]
    ['contradicts']
    """
    ours = claimed(statement)
    if ours is None:
        return []
    expected = _standing(statement.passage, ours.term.i)
    unnamed = any(t.name and not index.hits(t, fact.aliases) for t in statement.terms)
    settles = ours.settles and not unnamed
    weighed = []
    for passage, here, against in told_of(statement, ours.term, index, fact.aliases):
        told = dict.fromkeys(here, False)
        # Who received it was given it.
        told |= dict.fromkeys((i for i in against if passage.tokens[i].lemma not in CONVERSES), True)
        coverage = cover(index, passage, statement.terms, (), fact.aliases)
        if not told or coverage.share < MET or others.instance(statement, index, marks, passage) is Instance.OTHER:
            continue
        portions = dict(_portions(ours, index, passage, told, fact.aliases))
        if not portions:
            continue
        at = next(iter(portions))
        said = questions.time_said(statement, index, marks, passage, (at,), None)
        replies = (
            questions.event(max(coverage.share, questions.SAME_EVENT)),
            questions.measure(1.0),
            questions.time(statement, said, source.published, agrees=True),
            questions.asserted(_standing(passage, at), expected, statement, ""),
            _value(ours, portions),
        )
        outcome = bearing(replies)
        if outcome and (settles or outcome is not Bearing.SUPPORTS):
            shown = (passage.tokens[at].span,)
            weighed.append(Weighed(coverage.share, passage, evidence(source, passage, outcome, replies, shown)))
    return weighed


def _value(ours: Claimed, portions: Mapping[int, Portion]) -> Reply:
    """Whether what is said of the group is so much of it as the claim has."""
    together = frozenset.intersection(*portions.values()) or next(iter(portions.values()))
    if together <= ours.portion:
        return Reply(Question.VALUES, Answer.YES, "says it of as many of them")
    # "The guards left" is loosely said where most of them did.
    if not together & ours.portion and (ours.said.cue is not None or together & NONE):
        return Reply(
            Question.VALUES, Answer.NO, f"says it of {_plain(together)} of them, not of {_plain(ours.portion)}"
        )
    return Reply(Question.VALUES, Answer.OPEN, f"says it of {_plain(together)} of them")


def _plain(portion: Portion) -> str:
    if portion == NOT_ALL:
        return "not all"
    if portion == SOME:
        return "some"
    low, high = min(portion).name.lower(), max(portion).name.lower()
    return low if low == high else f"{low} to {high}"


def _standing(passage: Passage, i: int) -> Standing:
    """How it stands; the "not" or "no" says of how many it is told, and has been read."""
    found = standing(passage, i)
    return replace(found, factuality=Factuality.ASSERTED) if found.factuality is Factuality.NEGATED else found


def _portions(
    ours: Claimed, index: SourceIndex, passage: Passage, told: Mapping[int, bool], aliases: Aliases
) -> Iterator[tuple[int, Portion]]:
    """Word that says what the claim says, or the opposite -> of how much of the group it is said."""
    groups = [e for e in extent.find(passage) if _same_group(ours, index, passage, e, aliases)]
    for token, opposite in told.items():
        if passage.tokens[token].dep in DESCRIBING:
            continue
        here = [
            e for e in groups if any(_in_role(ours.roles, ours.said.head, r, e.head) for r in readings(passage, token))
        ]
        said = min(here, key=lambda e: e.cue is None, default=None)
        if said is None or (said.cue is None and (ours.said.cue is None or ours.said.number is not None)):
            continue  # what neither says is not compared
        if ours.said.number is not None and said.number is not None:
            continue  # so many of them are set against all and none, and not against another number here
        portion = _asserted(said, passage, token)
        portion = extent.complement(portion) if opposite else portion
        if said.cue is not None and extent.speaks_of_others(passage):
            portion -= ALL
        yield token, _widened(portion) if _narrower(ours, index, passage, said, aliases) else portion


def _asserted(said: Extent, passage: Passage, i: int) -> Portion:
    """Of how much of a group something is so, the "not" of its verb taken into account."""
    verb = predicate_of(passage, i)
    at = i if verb is None else verb
    cue = -1 if said.cue is None else said.cue
    nots = (c for j in {i, at} for c in passage.children[j] if passage.tokens[c].dep == "neg" and c + 1 != cue)
    return extent.denied(said, passage) if any(nots) else said.portion


def _in_role(ours: Roles, our_head: int, theirs: Roles, head: int) -> bool:
    """Whether a group does, or undergoes, what the claim has it do or undergo."""
    if head not in (*theirs.agent, *theirs.object):
        return False
    two_sided = ours.agent and ours.object and theirs.agent and theirs.object
    return not two_sided or (our_head in ours.agent) == (head in theirs.agent)


def _same_group(ours: Claimed, index: SourceIndex, passage: Passage, said: Extent, aliases: Aliases) -> bool:
    """Whether a passage speaks of the claim's group: by its noun, or by a word that goes back to it."""
    hits = index.hits(ours.noun, aliases) if ours.noun is not None else {}
    if ours.of_people:
        return said.noun is None or lexicon.person_noun(lemma_of(passage.tokens[said.noun]))
    if said.noun is None:
        return bool({passage.index, *index.context(passage)} & hits.keys())
    token = passage.tokens[said.noun]
    if said.cue is None and token.tag == "NN" and ours.group.tag != "NN":
        return False  # "the pilot" is one of them
    if any(h.token == said.noun for h in hits.get(passage.index, ())):
        return True
    return lexicon.kinship(lemma_of(ours.group), lemma_of(token)) >= lexicon.SYNONYM


def _narrower(ours: Claimed, index: SourceIndex, passage: Passage, said: Extent, aliases: Aliases) -> bool:
    """Whether a group is only some of the claim's by what stands before its noun: "primary schools"."""
    if said.noun is None or ours.of_people:
        return said.noun is not None
    met = index.words_in(ours.statement.terms, passage, aliases)
    below = (passage.tokens[c] for c in passage.children[said.noun] if c not in met and c != said.cue)
    return any((t.dep == "amod" and t.pos == "ADJ") or (t.dep == "compound" and t.pos == "NOUN") for t in below)


def _widened(portion: Portion) -> Portion:
    """How much of a whole it may be of which a part is said to be so."""
    if portion == NONE:
        return NOT_ALL
    return NONE | SOME if portion & NONE else SOME
