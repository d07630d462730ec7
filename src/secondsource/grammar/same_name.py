"""Whether two names are of one and the same."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from secondsource.grammar.geography import country, of_the_place, people
from secondsource.grammar.name_words import (
    FUNCTION,
    LEGAL,
    TITLES_FEMALE,
    TITLES_MALE,
)
from secondsource.grammar.proper import Name, initials, kind_of
from secondsource.grammar.wordlist import Words


class Same(StrEnum):
    """Whether two names are of one and the same."""

    SAME = "same"
    MAYBE = "maybe"
    DIFFERENT = "different"


_SPELLINGS = (
    ("mohammed", "mohamed"), ("muhammad", "mohamed"), ("mohammad", "mohamed"), ("muhammed", "mohamed"),
    ("sch", "sh"), ("tch", "ch"), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ck", "k"),
    ("ks", "x"),     ("ou", "u"), ("oo", "u"), ("ee", "i"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("aa", "a"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("c", "k"), ("z", "s"), ("ei", "ai"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    for written, read_as in _SPELLINGS:
        word = word.replace(written, read_as)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in "aeiou")


@lru_cache(maxsize=65536)
def _alike(a: str, b: str) -> Same:
    """Two words of names: the same under another spelling, perhaps a slip, or different."""
    if a == b:
        return Same.SAME
    if any(c.isdigit() for c in a + b) or (a[:1] != b[:1] and _sound(a)[:1] != _sound(b)[:1]):
        return Same.DIFFERENT
    if min(len(a), len(b)) >= 4 and _sound(a) == _sound(b):
        return Same.SAME
    bones = _consonants(_sound(a))
    if len(bones) >= 3 and bones == _consonants(_sound(b)):
        return Same.MAYBE  # "Khalid" and "Khaled", and "Hansen" and "Hanson" too
    close = min(len(a), len(b)) >= 7 and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
    return Same.MAYBE if close else Same.DIFFERENT


_SHORT = """
tom/thomas bob/robert rob/robert bill/william will/william dick/richard rick/richard jim/james joe/joseph
mike/michael dave/david dan/daniel ben/benjamin sam/samuel tony/anthony tony/antony andy/andrew ed/edward
ted/edward liz/elizabeth beth/elizabeth kate/katherine cathy/catherine meg/margaret peggy/margaret sue/susan
chris/christopher nick/nicholas alex/alexander sasha/alexander matt/matthew steve/stephen steve/steven
greg/gregory jeff/jeffrey pat/patrick pat/patricia ron/ronald don/donald ken/kenneth larry/lawrence
harry/henry jack/john fred/frederick antony/anthony
"""
_SHORT_FORMS = {frozenset(pair.split("/")) for pair in _SHORT.split()}


def _given(a: str, b: str) -> Same:
    if len(a) == 1 or len(b) == 1:
        return Same.SAME if a[0] == b[0] else Same.DIFFERENT
    if frozenset((a, b)) in _SHORT_FORMS:
        return Same.SAME
    return _alike(a, b)


def _gender(titles: Words) -> str:
    if set(titles) & TITLES_FEMALE:
        return "f"
    return "m" if set(titles) & TITLES_MALE else ""


def _least(answers: Sequence[Same]) -> Same:
    for answer in (Same.DIFFERENT, Same.MAYBE):
        if answer in answers:
            return answer
    return Same.SAME


def _within(short: Words, long: Words) -> bool:
    remaining = iter(long)
    return all(any(_alike(word, other) is Same.SAME for other in remaining) for word in short)


@lru_cache(maxsize=65536)
def _same_person(a: Words, b: Words) -> Same:
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        surname = _alike(short[0], long[-1])
        if surname is not Same.DIFFERENT or len(long) == 1:
            return surname
        return Same.MAYBE if any(_alike(short[0], w) is Same.SAME for w in long[:-1]) else Same.DIFFERENT
    surname = _alike(short[-1], long[-1])
    if surname is Same.DIFFERENT:
        # A second family name may be left out; a given name alone does not make a person.
        return Same.SAME if _within(short, long) and len(short) < len(long) else Same.DIFFERENT
    given = _least([_given(x, y) for x, y in zip(short[:-1], long[:-1], strict=False)][:1] or [Same.SAME])
    if given is Same.SAME and surname is Same.MAYBE:
        return Same.SAME if len(short[0]) > 1 and len(long[0]) > 1 else Same.MAYBE
    if given is Same.DIFFERENT and _within(short, long):
        return Same.SAME
    return _least([surname, given])


def _content(words: Words) -> Words:
    return tuple(w for w in words if w not in FUNCTION or w == "us")


_FULL = {"un": ("united", "nations"), "eu": ("european", "union"), "au": ("african", "union")}


def _expanded(words: Words) -> Words:
    return tuple(full for word in words for full in _FULL.get(word, (word,)))


@lru_cache(maxsize=65536)
def _same_thing(a: Words, b: Words) -> Same:
    a, b = _content(_expanded(a)), _content(_expanded(b))
    if len(a) == len(b):
        return _least([_alike(x, y) for x, y in zip(a, b, strict=True)])
    short, long = sorted((a, b), key=len)
    if not short or not _within(short, long):
        return Same.DIFFERENT
    extra = list(long)
    for word in short:
        extra.pop(next(i for i, other in enumerate(extra) if _alike(word, other) is Same.SAME))
    if all(w in LEGAL for w in extra) or (len(short) >= 2 and long[-len(short) :] == short):
        return Same.SAME
    return Same.MAYBE


def _country_of(words: Words) -> str:
    return country(_content(words)) or people(words)


def same(a: Name, b: Name, others: Sequence[Name] = ()) -> Same:
    """Whether two names are of one and the same person, body or place; ``others`` are the document's other names.

    >>> murkomen, full = Name(("murkomen",)), Name(("kipchumba", "murkomen"), titles=("cs",))
    >>> same(murkomen, full)
    <Same.SAME: 'same'>
    >>> same(Name(("leela", "varghese")), Name(("leela", "mathew")))
    <Same.DIFFERENT: 'different'>
    >>> same(murkomen, full, others=[Name(("rehema", "murkomen"))])
    <Same.MAYBE: 'maybe'>
    """
    if a.words == b.words:
        return Same.DIFFERENT if len(a.words) == 1 and _clash(a, b) else Same.SAME
    if _abbreviation(a, b) or _abbreviation(b, a):
        return Same.SAME
    if (here := _country_of(a.words)) and (there := _country_of(b.words)):
        return Same.SAME if here == there else Same.DIFFERENT
    if [w for w in a.words if any(c.isdigit() for c in w)] != [w for w in b.words if any(c.isdigit() for c in w)]:
        return Same.DIFFERENT
    if len(a.words) == len(b.words) == 1 and (_peoples_place(a, b) or _peoples_place(b, a)):
        return Same.SAME
    types = {_sure_type(a), _sure_type(b)}
    if _clash(a, b) or ("person" in types and types & {"org", "place"}):
        return Same.DIFFERENT
    if types & {"org", "place"}:
        return _same_thing(a.words, b.words)
    answer = _same_person(a.words, b.words)
    if answer is Same.SAME and 1 in (len(a.words), len(b.words)):
        return _unless_another(a, b, others)
    if answer is Same.DIFFERENT and "person" not in types:
        return max(answer, _same_thing(a.words, b.words), key=[Same.DIFFERENT, Same.MAYBE, Same.SAME].index)
    return answer


def _sure_type(name: Name) -> str:
    """A place that only its preposition makes one may be anything: "in Veldhaven" may be of its shares."""
    return name.type if name.type == "person" or not name.type else kind_of(name.words)


def _clash(a: Name, b: Name) -> bool:
    return {_gender(a.titles), _gender(b.titles)} == {"m", "f"}


def _peoples_place(folk: Name, place: Name) -> bool:
    return of_the_place(folk.words[0], place.words[0])


def _abbreviation(short: Name, long: Name) -> bool:
    letters = "".join(short.words)
    if long.acronym and letters == long.acronym:
        return True
    lettered = len(short.words) == 1 and len(long.words) > 1 and short.text.isupper() and len(letters) >= 2
    return lettered and letters in (initials(long.words), "".join(w[0] for w in long.words))


def _unless_another(a: Name, b: Name, others: Sequence[Name]) -> Same:
    lone, full = sorted((a, b), key=lambda name: len(name.words))
    for other in others:
        homonym = len(other.words) > 1 and other.type not in {"org", "place"} and other.surname == lone.surname
        if homonym and len(full.words) > 1 and _same_person(other.words, full.words) is Same.DIFFERENT:
            return Same.MAYBE
    return Same.SAME
