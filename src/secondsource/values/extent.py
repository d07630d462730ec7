"""How much of a group a passage speaks of: "all of the crew", "some workers", "neither pilot", "two of the three"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from secondsource.grammar.numerals import numerals
from secondsource.grammar.parts import DENOMINATORS
from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage, Token, of_passage


class Part(IntEnum):
    """How much of a whole may be meant, from nothing to all of it."""

    NONE = 0
    FEW = 1
    HALF = 2
    MOST = 3
    ALL = 4


Portion = frozenset[Part]
"""The parts of a whole that words leave open."""

NONE, FEW, HALF, MOST, ALL = (frozenset({part}) for part in Part)
SOME = FEW | HALF | MOST | ALL
PARTLY = FEW | HALF | MOST
NOT_ALL = NONE | PARTLY

_WORDS: dict[str, Portion] = {
    word: portion
    for words, portion in {
        "no none neither nobody": NONE,
        "few handful minority": FEW,
        "half": HALF,
        "most majority bulk": MOST | ALL,
        "many numerous hundred thousand": HALF | MOST | ALL,
        "some several certain various number dozen score plenty lot couple group": SOME,
        "part portion fraction section": PARTLY,
        "all every each both entire whole any either everyone everybody": ALL,
    }.items()
    for word in words.split()
}
_ALONE = word_set("no none neither some several few many most all every each both any either half entire whole")
"""Words that stand before a noun by themselves, or for it; "a number" and "the bulk" ask for an "of"."""

_FLOATING = word_set("all both each unanimously")
"""Words that may stand by the verb and are said of its subject: "have all been freed"."""

_FRACTIONS = DENOMINATORS | dict.fromkeys(("%", "percent", "cent"), 100)
PEOPLE = word_set("nobody everyone everybody")
"""Words for all people, or none, whom no noun names."""

_NEARLY = word_set("nearly almost virtually practically")
_SINGLED = {"every": ALL, "each": ALL, "not": NONE}
"""Words before "one of" that make it all or none: "every one of the flights"."""
_ONLY = word_set("only just merely")
_SAVE = word_set("except excepting but bar save excluding")
_REST = word_set("other rest remainder remaining")
_UNDER_NOT = word_set("any either")


@dataclass(frozen=True, slots=True)
class Extent:
    """A group, the word that stands for it in its clause, and how much of it is meant."""

    head: int
    noun: int | None
    """The noun of the group; None where it was named before: "none of them", "the others"."""
    portion: Portion
    cue: int | None = None
    """The word that says how much, if any does; "the workers" are all of them though no word says so."""
    number: float | None = None
    """How many are meant, where only a number says so."""


def find(passage: Passage) -> tuple[Extent, ...]:
    """Every group of a passage, with how much of it is meant.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text):
    ...     [passage] = read(Source("a", text)).passages
    ...     return [(passage.tokens[e.noun].text, sorted(p.name for p in e.portion)) for e in find(passage) if e.cue]
    >>> say("There none of the pilots left."), say("Today two of the three guards left.")
    ([('pilots', ['NONE'])], [('guards', ['MOST'])])
    """
    return _find(passage)


@of_passage
def _find(passage: Passage) -> tuple[Extent, ...]:
    floating = _floating(passage)
    return tuple(e for t in passage.tokens if (e := _extent(passage, t, floating.get(t.i))) is not None)


def is_of_people(passage: Passage, said: Extent) -> bool:
    """Whether all people are meant, or nobody, whom no noun names: "everyone", "no one".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> say = [read(Source("a", text)).passages[0] for text in ("Everyone left.", "The others left.")]
    >>> [is_of_people(passage, said) for passage in say for said in find(passage)]
    [True, False]
    """
    return passage.tokens[said.head].lemma.lower() in PEOPLE | {"one"} and said.noun is None


def complement(portion: Portion) -> Portion:
    """How much of a whole is left over.

    >>> complement(FEW | HALF) == MOST | HALF
    True
    """
    return frozenset(Part(Part.ALL - part) for part in portion)


def denied(extent: Extent, passage: Passage) -> Portion:
    """Of how much of a group it may be so, where its verb stands under a "not".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = "All pilots did not leave.", "The pilots did not leave."
    >>> say = [read(Source("a", text)).passages[0] for text in texts]
    >>> [denied(said, passage) == part for passage, part in zip(say, (NOT_ALL, NONE)) for said in find(passage)]
    [True, True]
    """
    word = "" if extent.cue is None else passage.tokens[extent.cue].lemma.lower()
    if extent.portion == ALL and word and word not in _UNDER_NOT:
        return NOT_ALL
    return complement(extent.portion)


def speaks_of_others(passage: Passage) -> bool:
    """Whether a passage sets the rest of a group apart from those it speaks of: "others", "the rest".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [speaks_of_others(read(Source("a", text)).passages[0]) for text in ("The rest left.", "The pilots left.")]
    [True, False]
    """
    return any(t.lemma.lower() in _REST and (t.pos == "NOUN" or t.tag == "NNS") for t in passage.tokens)


def _extent(passage: Passage, token: Token, floating: int | None) -> Extent | None:
    if token.pos not in ("NOUN", "PRON", "NUM", "ADJ", "DET") or token.dep in ("det", "predet", "amod", "nummod"):
        return None
    if floating is not None:
        return Extent(token.i, _own(token), _turned(passage, floating, ALL), floating)
    before = passage.tokens[token.i - 1] if token.i else None
    whole = _of_what(passage, token)
    if whole is not None:
        return _part_of(passage, token, whole)
    if token.lemma.lower() in _REST and token.pos != "ADJ":
        return Extent(token.i, None, PARTLY, token.i)
    if token.lemma.lower() == "one" and before is not None and before.lemma.lower() in ("no", "every"):
        return Extent(token.i, None, _WORDS[before.lemma.lower()], token.i)
    if token.lemma.lower() in _ALONE | PEOPLE and token.pos in ("PRON", "DET", "NOUN"):
        return Extent(token.i, None, _turned(passage, token.i, _WORDS[token.lemma.lower()]), token.i)
    return _noun(passage, token) if token.pos == "NOUN" else None


def _own(token: Token) -> int | None:
    return token.i if token.pos == "NOUN" else None


def _of_what(passage: Passage, token: Token) -> Token | None:
    """The group that a word speaks of a part of: the workers of "some of the workers"."""
    said = token.lemma.lower() in _WORDS or token.lemma in _FRACTIONS or token.pos == "NUM"
    for c in passage.children[token.i] if said else ():
        preposition = passage.tokens[c]
        if preposition.lemma == "but":
            # "All but two of the members": the parser hangs the members from the two, or the two from the verb.
            below = [passage.tokens[j] for j in range(c + 1, min(c + 3, len(passage.tokens)))]
            return next((whole for t in below if t.pos == "NUM" and (whole := _of_what(passage, t))), None)
        if preposition.lemma == "of" and preposition.i > token.i:
            return next((passage.tokens[g] for g in passage.children[c] if passage.tokens[g].dep == "pobj"), None)
    return None


def _part_of(passage: Passage, token: Token, whole: Token) -> Extent | None:
    """ "Some of the workers", "two of the three guards", "none of them"."""
    noun = _own(whole)
    if token.lemma.lower() in _WORDS:
        return Extent(token.i, noun, _turned(passage, token.i, _WORDS[token.lemma.lower()]), token.i)
    if token.lemma in _FRACTIONS:
        ratio = (_counted(passage, token) or 1) / _FRACTIONS[token.lemma]
        return Extent(token.i, noun, share_of(ratio, 1), token.i, ratio)
    before = next((passage.tokens[c] for c in passage.children[token.i] if c < token.i), None)
    if before is not None and before.lemma.lower() in _SINGLED:
        return Extent(token.i, noun, _SINGLED[before.lemma.lower()], before.i)
    some, total = _number(token), _counted(passage, whole)
    if some is None:
        return None
    portion = share_of(some, total) if total else (FEW | HALF if some == 1 else PARTLY)
    return Extent(token.i, noun, portion, token.i, some)


def share_of(some: float, total: float) -> Portion:
    """What part so many are of so many.

    >>> share_of(2, 3) == MOST, share_of(1, 2) == HALF, share_of(0, 9) == NONE
    (True, True, True)
    """
    ratio = some / total
    parts = ((ratio <= 0, NONE), (ratio < 0.5, FEW), (ratio == 0.5, HALF), (ratio < 1, MOST))
    return next((portion for fits, portion in parts if fits), ALL)


def _number(token: Token) -> float | None:
    return next((n.value for n in numerals(token.text)), None)


def _counted(passage: Passage, noun: Token) -> float | None:
    """The number that stands before a noun: three of "the three guards"."""
    below = (passage.tokens[c] for c in passage.children[noun.i])
    return next((n for t in below if t.dep == "nummod" and (n := _number(t)) is not None), None)


def _noun(passage: Passage, noun: Token) -> Extent | None:
    """A noun with a word before it that says how much of its kind, or with none."""
    below = [passage.tokens[c] for c in passage.children[noun.i] if c < noun.i]
    said = next((t for t in below if t.lemma.lower() in _ALONE), None)
    if said is not None:
        return Extent(noun.i, noun.i, _turned(passage, said.i, _WORDS[said.lemma.lower()]), said.i)
    single = next((t for t in below if t.dep == "neg"), None)
    if single is not None and any(t.lemma == "single" for t in below):
        return Extent(noun.i, noun.i, NONE, single.i)
    definite = any(t.lemma in ("the", "these", "those") or t.dep == "poss" for t in below)
    if any(t.lemma.lower() in _REST for t in below):
        return Extent(noun.i, noun.i, PARTLY, None)
    return Extent(noun.i, noun.i, ALL if definite else SOME, None, _counted(passage, noun))


def _turned(passage: Passage, i: int, portion: Portion) -> Portion:
    """What a word for how much comes to with what stands around it: "not all", "nearly all", "all but two"."""
    before = [passage.tokens[j].lemma.lower() for j in range(max(0, i - 2), i)]
    if portion == ALL:
        if before[-1:] and before[-1] in ("not", "n't"):
            return NOT_ALL
        return MOST if _NEARLY & set(before) or _is_excepted(passage, i) else ALL
    if portion == NONE and _NEARLY & set(before):
        return FEW
    return portion - ALL if _ONLY & set(before) else portion


def _is_excepted(passage: Passage, i: int) -> bool:
    """Whether somebody is left out of all: "all but two", "all the guards apart from Roe"."""
    behind = passage.tokens[i + 1 : i + 7]
    for token in behind:
        if token.lemma in _SAVE or (token.lemma in ("apart", "aside") and token.i + 1 < len(passage.tokens)):
            return True
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _floating(passage: Passage) -> dict[int, int]:
    """By the subject of which it is said, a word by its verb: "the hostages have all been freed"."""
    return dict(_each_floating(passage))


def _each_floating(passage: Passage) -> Iterator[tuple[int, int]]:
    for token in passage.tokens:
        if token.lemma.lower() not in _FLOATING or token.dep in ("det", "predet", "nsubj", "nsubjpass", "dobj", "pobj"):
            continue
        over = passage.tokens[token.head]
        subject = subject_of(passage, over.i) if over.pos in ("VERB", "AUX") else None
        if subject is not None and subject < token.i:
            yield subject, token.i
