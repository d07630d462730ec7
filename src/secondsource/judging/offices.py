"""Whose an office is: a text that says only "the director" speaks of the body that it is about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from typing import Any

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.terms import lemma_of
from secondsource.grammar.geography import of_the_place
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.proper import spot
from secondsource.grammar.wordlist import singular
from secondsource.language import Passage, lexicon
from secondsource.values import roles
from secondsource.values.role_words import INQUIRIES, MADE_OF_OTHERS, MEETING, SHIP_COMMAND, UNIONS, UNIT_LEADERS

BODY_MET = 0.6
"""The share of a body's words near a passage from which an office of no body is that body's."""

BODY_SPOKEN_OF = 0.5
"""The share from which a text may speak of that body at all."""


@lru_cache(maxsize=4096)
def _akin_words(a: str, b: str) -> bool:
    """Whether two words of what bodies are called say the same: "Polish" and "Poland", "union" and "federation"."""
    return a == b or of_the_place(a, b) or of_the_place(b, a) or lexicon.kinship(a, b) >= 0.8


def _met(words: tuple[str, ...], lemmas: Collection[str]) -> float:
    """The share of words that are among others, by what they mean."""
    said = [w for w in words if len(w) > 1]
    if not said:
        return 0.0
    return sum(any(_akin_words(word, lemma) for lemma in lemmas) for word in said) / len(said)


def _of_the_body_spoken_of(theirs: Any, ours: Any, passage: Passage, index: SourceIndex) -> Any:
    """An office of no body, or of "the club", as one of the claim's body where the text around speaks of that."""
    body = (*ours.parent, *ours.org)
    vague = not theirs.org and not theirs.parent and not theirs.whose
    if not vague and not theirs.org_named and theirs.org and ours.org and not set(theirs.org) & set(ours.org):
        # A noun may stand for a name: "the lender" is the bank that the text speaks of.
        # But "the merged bank" is none of the banks that went into it.
        one_body = roles.is_body(theirs.org) and MADE_OF_OTHERS.isdisjoint(theirs.org)
        for_a_name = ours.org_named and one_body and theirs.org[-1] not in UNIONS | MEETING
        vague = for_a_name or (len(theirs.org) == 1 and lexicon.kinship(theirs.org[0], ours.org[-1]) >= 0.8)
    # "The director" is the one of what the text is about; "President Ada Obi" has a body of her own.
    if not body or not vague or not (theirs.definite or theirs.role == ours.role):
        return theirs
    if ours.parent and _met(ours.parent, index.lemmas | index.title_words) < BODY_SPOKEN_OF:
        return theirs  # "the supreme court in Lunde" is of no text that never speaks of Lunde
    near = {lemma_of(t) for p in (passage.index, *index.context(passage)) for t in index.passages[p].tokens}
    # "Her captain" is the one of the ship that the text is about, wherever it names it.
    known = theirs.role in SHIP_COMMAND or _met(body, index.title_words)
    titled = _met(body, index.lemmas) if known else 0.0
    if max(titled, _met(body, near | index.title_words)) < BODY_MET:
        return theirs
    return replace(theirs, org=ours.org, org_named=ours.org_named, parent=ours.parent)


def _by_full_name(theirs: Any, ours: Any, index: SourceIndex) -> Any:
    """An office of "Bora", in a text of which no other name begins so, as one of Bora Ferries."""
    short, full = theirs.org, ours.org
    if not (theirs.org_named and ours.org_named and 0 < len(short) < len(full) and full[: len(short)] == short):
        return theirs
    common = all(lexicon.known(word) or lexicon.known(singular(word)) for word in full[len(short) :])
    if not common or any(_is_another(name, short, full) for name in _names(index)):
        return theirs
    return replace(theirs, org=full)


def _is_another(name: tuple[str, ...], short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name begins as a short one does, and goes on otherwise than the full one."""
    begins = name[: len(short)] == short and len(name) > len(short)
    return begins and name[: len(full)] != full


@lru_cache(maxsize=1024)
def _names(index: SourceIndex) -> frozenset[tuple[str, ...]]:
    return frozenset(found.name.words for passage in index.passages for found in spot(passage))


def relate_offices(theirs: Any, ours: Any, passage: Passage, index: SourceIndex) -> Relation | None:
    """How an office that a text speaks of relates to a claim's; None where it is of another body.

    "Its country director" is OpenHands' own where the passage or the whole document speaks of OpenHands.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> told = read(Source("a", "The fair at Lunde opened. Fair director Ada Obi cut the ribbon."))
    >>> claim = read(Source("b", "The director of the Lunde fair is Jon Dahl.")).passages[0]
    >>> [theirs], [ours] = roles.find(told.passages[1]), roles.find(claim)
    >>> relate_offices(theirs.value, ours.value, told.passages[1], SourceIndex(told))
    <Relation.EXCLUDES: 'excludes'>
    """
    theirs = _by_full_name(theirs, ours, index)
    body, other = set(ours.org), set(theirs.org)
    described = bool(other) and bool(body) and not (ours.org_named or theirs.org_named)
    # "The clinic's director thanked the hospital": another word is another thing, where the passage has both.
    other_thing = described and ours.org[-1] not in (theirs.org[-1], *theirs.portfolio)
    other_thing = other_thing and ours.org[-1] in {lemma_of(t) for t in passage.tokens}
    if roles.one_person(theirs, ours):
        same: Relation | None = roles.relate(theirs, ours)
        apart = (other_thing and not body & {*other, *theirs.portfolio}) or _of_a_namesake(theirs, ours, index)
        return Relation.COMPATIBLE if same is Relation.ENTAILS and apart else same
    if ours.org_named and other and not (body <= other or other <= body) and (theirs.org_named or body & other):
        return None
    found: Relation | None = roles.relate(_of_the_body_spoken_of(theirs, ours, passage, index), ours)
    if found is not Relation.EXCLUDES:
        found = roles.relate(theirs, ours)
    if found is Relation.EXCLUDES and _of_unlike_things(theirs, ours):
        return None
    if found is Relation.EXCLUDES and other_thing:
        found = Relation.COMPATIBLE
    unfilled = theirs.person is None and theirs.role == ours.role
    if found is Relation.EXCLUDES and _elsewhere(ours, index) and not _told_alike(theirs, ours):
        return None
    if found is Relation.COMPATIBLE and not unfilled and not _speaks_of(ours, index):
        return None
    return found


def _of_unlike_things(theirs: Any, ours: Any) -> bool:
    """Whether what the one heads is of another sort than what the other does: a rescue and a survey."""
    if not theirs.org or not ours.org or theirs.role not in UNIT_LEADERS:
        return False  # a returning officer is of an election, whatever that is called
    if ours.org_named and roles.is_body(theirs.org):
        return False
    if theirs.org_named and ours.org[-1] not in INQUIRIES:
        return False  # a bank may go by its name; the name of an inquiry says that it is one
    said, asked = ({*office.org, *office.parent, *office.portfolio} for office in (theirs, ours))
    return not any(_akin_words(a, b) or lexicon.kinship(a, b) >= LOOSELY for a in said for b in asked)


LOOSELY = 0.5
"""How near two words must be for two offices to be of one thing."""


def _of_a_namesake(theirs: Any, ours: Any, index: SourceIndex) -> bool:
    """ "The director of safety at Velmont", in a text that speaks of the claim's aviation authority too."""
    named = theirs.org_named and not ours.org_named and len(ours.org) > 1
    return named and not {*theirs.org} & {*ours.org} and index.lemmas.issuperset(ours.org)


def _told_alike(theirs: Any, ours: Any) -> bool:
    """Whether an office is said in so many words to be of such a body or work: "the head of the weather service"."""
    said = {*theirs.org, *theirs.portfolio}
    return not theirs.parent and len(ours.org) > 1 and said.issuperset(ours.org)


def _elsewhere(ours: Any, index: SourceIndex) -> bool:
    """Whether a text never speaks of the place or body that the claim's own belongs to, nor of its person."""
    said = index.lemmas | index.title_words
    return bool(ours.parent) and ours.person.surname not in said and not _met(ours.parent, said)


def _speaks_of(ours: Any, index: SourceIndex) -> bool:
    """Whether a text names the claim's person or most of what the claim says whose office it is."""
    said = index.lemmas | index.title_words
    body = (*ours.parent, *ours.org) or ours.portfolio
    return ours.person.surname in said or not body or _met(body, said) >= BODY_SPOKEN_OF
