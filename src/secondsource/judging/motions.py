"""What was voted for: by 17 votes to 12 a house may have been kept open, or closed."""

from __future__ import annotations

from typing import NamedTuple

from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.grammar.wordlist import word_set
from secondsource.judging.parties import STAND_INS, may_stand_for
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import predicate_of

VOTING = "vote"

KEEPING = word_set("keep retain maintain preserve save uphold extend prolong renew")
"""Verbs for having a thing go on as it is."""

DROPPING = word_set("""
    close shut scrap abolish axe cut end lift repeal remove drop revoke cancel demolish sell disband dissolve withdraw
    terminate stop
    """)
"""Verbs for having it no longer."""


class Motion(NamedTuple):
    """What a vote was on, by the word for it, and whether it was for or against that."""

    word: int
    carried: bool


def motion(passage: Passage, i: int) -> Motion | None:
    """What the clause of a token says was voted for or against; None where it tells of no vote.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The board voted 7 to 2 against closing the mill.")).passages
    >>> found = motion(passage, 3)
    >>> passage.tokens[found.word].text, found.carried
    ('closing', False)
    """
    verb = predicate_of(passage, i)
    if verb is None or passage.tokens[verb].lemma != VOTING:
        return None
    for child in passage.children[verb]:
        token = passage.tokens[child]
        if token.i < verb:
            continue
        if token.dep in ("xcomp", "advcl") and any(passage.tokens[c].tag == "TO" for c in passage.children[child]):
            return Motion(child, carried=True)
        if token.dep == "prep" and (on := _behind(passage, child)) is not None:
            return Motion(on, carried=token.lemma != "against")
    return None


def _behind(passage: Passage, preposition: int) -> int | None:
    """What stands behind "for", "against" and "in favour of"."""
    below = (passage.tokens[c] for c in passage.children[preposition] if passage.tokens[c].dep in ("pobj", "pcomp"))
    found = next((t for t in below if t.pos in ("NOUN", "VERB")), None)
    if found is None:
        return None
    if found.lemma in ("favour", "favor", "support"):
        of = (c for c in passage.children[found.i] if passage.tokens[c].lemma == "of")
        return next((on for c in of if (on := _behind(passage, c)) is not None), None)
    if passage.tokens[preposition].lemma not in ("for", "against", "of"):
        return None
    told = (c for c in passage.children[found.i] if passage.tokens[c].dep in ("acl", "relcl"))
    return next(told, found.i) if found.lemma in STAND_INS else found.i


def opposite(statement: Statement, passage: Passage, start: tuple[int, ...]) -> tuple[str, str] | None:
    """What a claim says was voted for, and the passage's own words, by which the vote went the other way.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> pool = Source("a", "The council voted 17 to 12 to shut the pool.")
    >>> [judge(Fact("f", f"The council voted 17 to 12 to {do}."), pool).verdict.value
    ...     for do in ("keep the pool", "close the pool")]
    ['contradicts', 'supports']
    """
    ours, theirs = motion(statement.passage, statement.root), motion(passage, start[0]) if start else None
    if ours is None or theirs is None:
        return None
    mine, other = statement.passage.tokens[ours.word], passage.tokens[theirs.word]
    against = _are_opposed(statement.passage, mine, passage, other)
    alike = not against and lexicon.kinship(lemma_of(mine), lemma_of(other)) >= lexicon.RELATED
    on_one_thing = _on_one_thing(statement.passage, mine, passage, other)
    if not on_one_thing or not (against or alike) or against is not (ours.carried is theirs.carried):
        return None
    return mine.text, other.text


def _are_opposed(claim: Passage, mine: Token, passage: Passage, other: Token) -> bool:
    """Whether two deeds are of opposite sense: to keep a thing open, and to close it."""
    ours, theirs = _senses(claim, mine), _senses(passage, other)
    if lexicon.against(ours) & theirs or lexicon.opposed(lemma_of(mine), lemma_of(other)):
        return True
    lemmas = lemma_of(mine), lemma_of(other)
    return any(a in KEEPING and b in DROPPING for a, b in (lemmas, lemmas[::-1]))


def _senses(passage: Passage, token: Token) -> frozenset[str]:
    """What a word means, in the expressions that it stands in or by itself."""
    found = frozenset(group for start, end, group in expressions(passage) if start <= token.i < end)
    return found or lexicon.meant(lemma_of(token))


def _on_one_thing(claim: Passage, mine: Token, passage: Passage, other: Token) -> bool:
    """Whether what is done may be done to one thing on both sides."""
    ours, theirs = _done_to(claim, mine), _done_to(passage, other)
    return ours is None or theirs is None or may_stand_for(lemma_of(ours), lemma_of(theirs))


def _done_to(passage: Passage, deed: Token) -> Token | None:
    below = (passage.tokens[c] for c in passage.children[deed.i])
    return next((t for t in below if t.dep == "dobj" and t.pos in ("NOUN", "PROPN")), None)
