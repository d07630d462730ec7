"""Names in a sentence: which words are one, how many stand together, and whether two may be of one place or thing."""

from __future__ import annotations

from secondsource.grammar import geography
from secondsource.language import Passage
from secondsource.language.clauses import coordinated, subtree

_NAMING = frozenset({"compound", "flat", "nmod"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})

FEW = 2
"""How many names may fill one part together: of more, a text that hands on a list may leave out one."""


def words(passage: Passage, name: tuple[int, ...]) -> list[str]:
    return [passage.tokens[i].text for i in name if passage.tokens[i].pos == "PROPN"]


def are_initials(some: list[str], others: list[str]) -> bool:
    """Whether one of two names is the first letters of the other: "US", "United States"."""
    short, long = sorted((some, others), key=len)
    return len(short) == 1 and short[0].replace(".", "") == "".join(word[0] for word in long)


def perhaps_within(some: list[str], others: list[str]) -> bool:
    """Whether one of two names is of a country or a province in which the other may lie: Berlin, Germany."""
    names = [tuple(map(geography.fold, name)) for name in (some, others)]
    wide = [{geography.country(name)} - {""} or set(geography.region(name)) for name in names]
    if not any(wide) or geography.regions_apart(*names):
        return False
    where = [area | ({geography.city(name)} - {""}) for area, name in zip(wide, names, strict=True)]
    return not all(where) or bool(where[0] & where[1])


def in_name(passage: Passage, i: int) -> bool:
    """Whether a name is only a part of another: Ada in "Ada Obi"."""
    token = passage.tokens[i]
    return token.dep in _NAMING and passage.tokens[token.head].pos == "PROPN"


def is_listed(passage: Passage, i: int) -> bool:
    """Whether a name is one of several: "singers such as Ada Obi and Ivo Tarn"."""
    return how_many(passage, i) > 1


def _first_joined(passage: Passage, i: int) -> int:
    """The first of the words that one is joined to by "and"."""
    while passage.tokens[i].dep == "conj":
        i = passage.tokens[i].head
    return i


def how_many(passage: Passage, i: int) -> int:
    """How many are joined to one, where nothing tells that these are all."""
    joined = tuple(coordinated(passage, _first_joined(passage, i)))
    only = any(passage.tokens[c].lemma.lower() == "only" for j in joined for c in passage.children[j])
    return 1 if only else len(joined)


def whole_name(passage: Passage, i: int) -> tuple[int, ...]:
    before = (c for c in passage.children[i] if passage.tokens[c].dep in _BEFORE and c < i)
    return tuple(sorted({i, *before}))


def phrase(passage: Passage, i: int) -> tuple[int, ...]:
    """A name with all that is joined to it: "Brighton & Hove Albion"."""
    whole = subtree(passage, _first_joined(passage, i))
    return tuple(sorted(j for j in whole if passage.tokens[j].pos != "PUNCT"))
