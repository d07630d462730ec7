"""What each word of a sentence is a part of: of whom it is said, which noun it narrows, which verb brings it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage
from secondsource.language.clauses import coordinated, is_predicate, roles_of, subject_of
from secondsource.language.tokens import of_passage

IS = "is"
KIND = "kind"
BY = "by"
WHOM = "whom"

COPULAS = word_set("be become remain stay")
"""Verbs that say what their subject is."""

PLAYING = word_set("play portray voice")
"""Verbs whose object tells what their subject is: who plays the drums is a drummer, who voices the dragon is that."""

MAKING = word_set("make build construct compose consist")
"""Verbs that say of what a thing is: "made of stone"."""

BELONGING = word_set("member supporter follower adherent kind sort type form genre species breed brand one work piece")
"""Nouns of which the word after "of" tells more: "a member of the Green Party"."""

_COMPLETING = frozenset({"attr", "acomp", "oprd"})
_NARROWING = frozenset({"amod", "compound", "nmod"})


class Part(NamedTuple):
    """How a word is joined to another: its relation, and the token of the other."""

    relation: str
    whole: int


@of_passage
def parts(passage: Passage) -> Mapping[int, frozenset[Part]]:
    """Each token with all that it is a part of.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi is a goalkeeper for Lund.")).passages
    >>> sorted((passage.tokens[i].text, p.relation, passage.tokens[p.whole].text)
    ...     for i, found in parts(passage).items() for p in found if p.relation in ("is", "for"))
    [('Lund', 'for', 'goalkeeper'), ('Lund', 'for', 'is'), ('goalkeeper', 'is', 'Obi')]
    """
    found: dict[int, set[Part]] = {}
    for i, part in (*_of_verbs(passage), *_of_nouns(passage), *_said(passage)):
        found.setdefault(i, set()).add(part)
    return MappingProxyType({i: frozenset(there) for i, there in found.items()})


def _of_verbs(passage: Passage) -> Iterator[tuple[int, Part]]:
    """What verbs bring in, and what is brought in by a noun that completes one: "plays as a goalkeeper for Lund"."""
    for verb in passage.tokens:
        if not is_predicate(verb):
            continue
        roles = roles_of(passage, verb.i)
        yield from ((i, Part(BY, verb.i)) for i in roles.agent)
        yield from ((i, Part(WHOM, verb.i)) for i in roles.object)
        for word, nouns in roles.oblique.items():
            yield from ((i, Part(word, verb.i)) for i in nouns)
        completing = (*roles.object, *roles.attribute, *(i for nouns in roles.oblique.values() for i in nouns))
        for noun in completing:
            yield from ((i, Part(word, verb.i)) for word, i in _under(passage, noun))


def _under(passage: Passage, noun: int) -> Iterator[tuple[str, int]]:
    """The nouns that prepositions join to a noun."""
    for c in passage.children[noun]:
        if passage.tokens[c].dep == "prep":
            yield from (
                (passage.tokens[c].lemma, n)
                for g in passage.children[c]
                if passage.tokens[g].dep == "pobj"
                for n in coordinated(passage, g)
            )


def _of_nouns(passage: Passage) -> Iterator[tuple[int, Part]]:
    """What narrows a noun, whose it is, and what a preposition joins to it."""
    for noun in passage.tokens:
        if noun.pos not in ("NOUN", "PROPN"):
            continue
        yield from ((c, Part(KIND, noun.i)) for c in narrowing(passage, noun.i))
        yield from ((c, Part("of", noun.i)) for c in passage.children[noun.i] if passage.tokens[c].dep == "poss")
        yield from ((i, Part(word, noun.i)) for word, i in _under(passage, noun.i))


def narrowing(passage: Passage, noun: int) -> tuple[int, ...]:
    """The words before a noun that say which, or of what kind, it is, those joined to them among them."""
    before = (c for c in passage.children[noun] if passage.tokens[c].dep in _NARROWING and c < noun)
    return tuple(i for c in before for i in (c, *_narrowing_too(passage, c)))


def _narrowing_too(passage: Passage, i: int) -> Iterator[int]:
    """ "An English punk rock band", "a comedy-drama film": what is joined to a word before a noun."""
    for c in passage.children[i]:
        if passage.tokens[c].dep in (*_NARROWING, "conj"):
            yield c
            yield from _narrowing_too(passage, c)


def _said(passage: Passage) -> Iterator[tuple[int, Part]]:
    """What is said of somebody or something, as a whole and by each word of it that tells of what kind."""
    for head, owner in _descriptions(passage):
        nouns = tuple(coordinated(passage, head))
        if any(passage.tokens[noun].lemma in BELONGING for noun in nouns):
            # Of "a lawyer and member of the Green Party" the parser may hang the party from the lawyer.
            nouns += tuple(n for noun in nouns for word, n in _under(passage, noun) if word == "of")
        telling = (i for noun in nouns for i in (noun, *narrowing(passage, noun)))
        yield from ((i, Part(IS, owner)) for i in telling if i != owner)


def _descriptions(passage: Passage) -> Iterator[tuple[int, int]]:
    """The heads of what is said of somebody: (what is said, of whom)."""
    for token in passage.tokens:
        if token.dep == "appos":
            yield token.i, token.head
            yield token.head, token.i
        elif token.dep == "compound" and token.pos == "NOUN" and passage.tokens[token.head].pos == "PROPN":
            yield token.i, token.head  # "drummer Joe Tully", "the film Coldwater"
        elif token.lemma == "as" and token.dep == "prep" and passage.tokens[token.head].pos == "PROPN":
            yield from ((g, token.head) for g in passage.children[token.i])  # "Ada Obi as the queen"
        elif token.pos in ("VERB", "AUX"):
            yield from _told_by(passage, token.i)


def _told_by(passage: Passage, verb: int) -> Iterator[tuple[int, int]]:
    """What a verb says of somebody: "is a nurse", "works as a nurse", "plays the drums", "cast Ito as the king"."""
    token = passage.tokens[verb]
    if token.lemma in PLAYING:
        roles = roles_of(passage, verb)
        yield from ((i, owner) for i in roles.object for owner in roles.agent)
    held = next((c for c in passage.children[verb] if passage.tokens[c].dep == "dobj"), None)
    owner = held if held is not None and token.lemma not in COPULAS | PLAYING else subject_of(passage, verb)
    if owner is None:
        return
    for i in _completing(passage, verb):
        yield i, owner
        if _is_definite(passage, i):
            yield owner, i


def _is_definite(passage: Passage, i: int) -> bool:
    """Whether there is one of a kind, so that whoever is that is told by it: "Molen is the capital"."""
    below = (passage.tokens[c] for c in passage.children[i])
    return any(t.dep == "poss" or t.lemma == "the" for t in below)


def _completing(passage: Passage, verb: int) -> Iterator[int]:
    """What completes a verb to say what its subject, or its object, is."""
    token = passage.tokens[verb]
    for c in passage.children[verb]:
        dep, word = passage.tokens[c].dep, passage.tokens[c].lemma
        if dep == "oprd" or (dep in _COMPLETING and token.lemma in COPULAS):
            yield c
        elif dep == "prep" and (word == "as" or (word in ("of", "from") and token.lemma in MAKING)):
            yield from (g for g in passage.children[c] if passage.tokens[g].dep == "pobj")
