"""Figures that are a claim's own and count what is plainly another thing: 412 letters are no 412 shareholders.

An equal figure is the strongest sign that a passage speaks of what a claim speaks of, and every long text has one that
is equal by chance. What it counts is then another thing, by its noun, and nothing of what the claim says stands by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import Term, fold
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging.pairing import EQUALLY_CLEAR, GENERIC, LEAST, Pairing, counts
from secondsource.judging.parties import STAND_INS, may_stand_for
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import clause, predicate_of, subject_of, subtree

_TELLING_MORE = frozenset({"relcl", "acl", "advcl", "appos"})
"""How a clause is joined to one of which it tells more."""

PROXIES = GENERIC | word_set("""
    case name head soul hand mouth life place seat bed post job position role vote voice ballot ticket household couple
    """)
"""Nouns by which other things are counted, people above all: "4,310 names on the payroll"."""


def counts_another_thing(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure that is a claim's own is of another thing by its noun, and told with none of the claim's words.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> def told(text):
    ...     return judge(Fact("f", "412 shareholders attended the meeting."), Source("a", text)).verdict.value
    >>> told("It was a long meeting. The chairman read out 412 letters."), told("To the meeting came 412 investors.")
    ('silent', 'supports')
    """
    if pairing.relation is not Relation.ENTAILS or pairing.mention.rule == "sum":
        return False
    if _has_something_else(statement, pairing):
        return True
    if pairing.slot.kind == "share":
        return _of_another_whole(pairing)
    if pairing.slot.kind != "count":
        return False
    return (
        _by_its_noun(pairing)
        or _by_its_stuff(statement, pairing)
        or _of_others_named(pairing)
        or _of_another_holder(statement, pairing)
    )


def _by_its_noun(pairing: Pairing) -> bool:
    """ "177 medals" where the claim has 177 soldiers."""
    ours, theirs = fold(pairing.slot.mention.value.unit), fold(_noun(pairing))
    if not ours or not theirs or pairing.slot.mention.value.dimension or PROXIES & {ours, theirs}:
        return False
    alike = pairing.likeness > LEAST if pairing.mention.value.unit else may_stand_for(ours, theirs)
    # Whom a claim is about does much else, and counts what it does.
    return not alike and _met_in_clause(pairing, [t for t in pairing.slot.terms if not t.subject]) < EQUALLY_CLEAR


def _noun(pairing: Pairing) -> str:
    """What a figure counts; where it has no noun, what another one counts in the clause that its own goes on from:
    "75 stations opened late and 146 had to borrow lamps"."""
    passage, value = pairing.passage, pairing.mention.value
    if value.unit or pairing.mention.rule != "elliptical" or value.of or value.group:
        return str(value.unit or value.of)
    verb = predicate_of(passage, pairing.start[0])
    if verb is None or passage.tokens[verb].dep != "conj" or subject_of(passage, verb) != pairing.start[0]:
        return ""
    subject = subject_of(passage, passage.tokens[verb].head)
    others = (m.value for m in counts(passage) if any(t.i == subject for t in passage.tokens_in(m.span)))
    return next((c.unit for c in others if c.unit), "")


def _met_in_clause(pairing: Pairing, terms: Sequence[Term]) -> float:
    """The share of some of a claim's words, by weight, that stand in a figure's own clause, or in one below it; of its
    names, anywhere in the sentence."""
    own = _clause_and_below(pairing.passage, pairing.start[0])
    said = {term: pairing.words_for((term,)) for term in terms}
    met = sum(term.weight for term, where in said.items() if (where if term.name else where & own))
    return met / (sum(term.weight for term in terms) or 1.0)


def _clause_and_below(passage: Passage, i: int) -> frozenset[int]:
    """A clause with those that tell more of it, and without those that stand beside it."""
    own = clause(passage, i)
    more = [c for j in own for c in passage.children[j] if passage.tokens[c].dep in _TELLING_MORE]
    return own.union(*(subtree(passage, i) for i in more))


def _of_others_named(pairing: Pairing) -> bool:
    """ "620 volunteers filled sandbags, and families were moved": the claim's own people are told of beside them."""
    ours, theirs = pairing.slot.mention.value, pairing.mention.value
    people = [fold(value.unit) for value in (ours, theirs)]
    if not all(people) or not all(map(lexicon.person_noun, people)) or people[0] == "person":
        return False
    if lexicon.kinship(*people) or people[1] in STAND_INS:
        return False
    return any(fold(t.lemma) == people[0] for t in pairing.passage.tokens if t.pos == "NOUN")


SIZES = word_set("have employ own comprise boast")
"""Verbs of claims that tell how many there are of something."""


def _of_another_holder(statement: Statement, pairing: Pairing) -> bool:
    """ "The choir has 64 singers" where the claim says how many the orchestra has."""
    claim, passage = statement.passage, pairing.passage
    verb = predicate_of(passage, pairing.start[0])
    if verb is None or not {claim.tokens[statement.root].lemma, passage.tokens[verb].lemma} <= SIZES:
        return False
    ours, theirs = subject_of(claim, statement.root), subject_of(passage, verb)
    if ours is None or theirs is None:
        return False
    mine, other = claim.tokens[ours], passage.tokens[theirs]
    if {mine.pos, other.pos} != {"NOUN"} or STAND_INS & {mine.lemma, other.lemma}:
        return False
    met = pairing.words_for([t for t in statement.terms if t.i in subtree(claim, ours)])
    return not may_stand_for(mine.lemma, other.lemma) and met.isdisjoint(subtree(passage, theirs))


HAVING = frozenset({"have", "own"})


def _has_something_else(statement: Statement, pairing: Pairing) -> bool:
    """ "A third of them have a garden" where the claim says how many have a cat."""
    claim, passage, root = statement.passage, pairing.passage, statement.root
    verb = predicate_of(passage, pairing.start[0])
    if verb is None or not {claim.tokens[root].lemma, passage.tokens[verb].lemma} <= HAVING:
        return False
    ours, theirs = _objects(claim, root, pairing.slot.tokens), _objects(passage, verb, pairing.start)
    if not ours or not theirs or STAND_INS & {*ours, *theirs}:
        return False
    return not any(may_stand_for(a, b) for a in ours for b in theirs)


def _objects(passage: Passage, verb: int, start: tuple[int, ...]) -> list[str]:
    """What is had by so many of whom a figure tells; none where the figure is of what is had."""
    below = [c for c in passage.children[verb] if passage.tokens[c].dep == "dobj" and passage.tokens[c].pos == "NOUN"]
    inside = any(not subtree(passage, c).isdisjoint(start) for c in below)
    return [] if inside else [passage.tokens[c].lemma for c in below]


CAPACITY = word_set("""
    capacity room space place berth seating build design license licence certify approve intend equip
    """)
SEATING = word_set("seat accommodate sleep")
"""Words by which it is said how many there may be: "room for 520", "built for 520", "seats 520"."""

HOLDING = word_set("hold take fit store contain can could")
"""Words of claims that themselves say how many there may be."""


def is_room_for(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure says how many there may be, where a claim says how many there are.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> school = Source("a", "It rained. The school was built for 520 pupils.")
    >>> judge(Fact("f", "The school has 520 pupils."), school).verdict.value
    'silent'
    """
    ours = {t.lemma for t in statement.passage.tokens}
    if pairing.slot.kind != "count" or pairing.likeness < LEAST or (CAPACITY | SEATING | HOLDING) & ours:
        return False
    if any(VERBS.get(lemma) is Attitude.PLANS for lemma in ours):
        return False  # "is allowed to carry 520"
    passage = pairing.passage
    above = [passage.tokens[i] for i in passage.ancestors(pairing.start[-1])]
    over = next((n for n, t in enumerate(above) if t.dep in ("prep", "dobj") or t.pos == "VERB"), len(above))
    if any(t.dep == "dobj" and passage.tokens[t.head].lemma in SEATING for t in above[: over + 1]):
        return True
    if over + 1 >= len(above):
        return False
    word, whole = above[over].lemma, above[over + 1]
    return whole.lemma in CAPACITY and (word == "for" or (word == "of" and whole.pos == "NOUN"))


def _by_its_stuff(statement: Statement, pairing: Pairing) -> bool:
    """ "820 tonnes of herring" where the claim has 820 tonnes of cod."""
    if not pairing.slot.mention.value.dimension:
        return False
    ours = stuff(statement.passage, pairing.slot.tokens)
    theirs = stuff(pairing.passage, pairing.start)
    if ours is None or theirs is None or pairing.slot.mention.value.dimension == "duration":
        return False
    return ours.lemma not in _OF_ANY_STUFF and not may_stand_for(ours.lemma, theirs.lemma)


_OF_ANY_STUFF = word_set("fish food aid goods cargo freight material waste supply product produce catch")
"""Nouns for much of which another noun says what it is: the fish is cod."""


def stuff(passage: Passage, start: tuple[int, ...]) -> Token | None:
    """What so much of a measure is of: the cod of "820 tonnes of cod"."""
    unit = passage.tokens[start[-1]].head
    below = [c for c in passage.children[unit] if passage.tokens[c].lemma == "of" and c > unit]
    nouns = (passage.tokens[n] for c in below for n in passage.children[c] if passage.tokens[n].dep == "pobj")
    return next((t for t in nouns if t.pos == "NOUN" and t.lemma not in STAND_INS), None)


def _of_another_whole(pairing: Pairing) -> bool:
    """ "A fifth of its customers" where the claim has a fifth of the seats."""
    ours, theirs = fold(pairing.slot.mention.value.of), fold(pairing.mention.value.of)
    if not ours or not theirs or STAND_INS & {ours, theirs} or may_stand_for(ours, theirs):
        return False
    if lexicon.person_noun(ours) is lexicon.person_noun(theirs):
        return False  # a supply may well be a production, and 16 crowns of each thousand a share of a turnover
    # A third of the seats went to women where women are a third of the deputies.
    return _met_in_clause(pairing, [t for t in pairing.slot.terms if fold(t.lemma) != ours]) < EQUALLY_CLEAR
