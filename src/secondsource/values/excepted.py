"""Who comes before what is ranked, though it is called the first: "the largest but one", "the biggest after Lund"."""

from __future__ import annotations

import re

from secondsource.grammar.nearby import following
from secondsource.grammar.number_words import WORDS
from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import coordinated
from secondsource.language.tokens import Passage, Token

_BUT = re.compile(
    r"[^.;:|()]{0,40}?\b(?:after|behind|(?P<all>apart\sfrom|except\s(?:for\s)?|excepting|bar|save|but))\s",
    re.IGNORECASE,
)
_BEFORE_ALL = word_set("one capital")
"""Common nouns behind "after" that come first: "the largest city after the capital", "the largest after the one"."""
_CALENDAR = word_set(
    "January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan"
)
_FEW = 20


def ahead_of_it(passage: Passage, at: int) -> int:
    """How many are named or counted that come first: one in "the biggest city after Maren", none in "the biggest since
    Friday".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It is the largest but two.")).passages
    >>> ahead_of_it(passage, len("It is the largest"))
    2
    """
    found = _BUT.match(passage.text, at)
    first = next(iter(following(passage, found.end(), 1)), None) if found else None
    if found is None or first is None:
        return 0
    many = WORDS.get(first.text.lower(), 0) if found["all"] else 0
    if 0 < many < _FEW and _ends(passage, first):
        return int(many)  # "the largest but one"
    if found["all"] and found["all"].lower() == "but" and (found.end() - at > len(" but ") or first.pos != "PROPN"):
        return 0  # "the largest, but the mayor"
    if first.lemma == "that":
        return 1  # "the largest after that of 1953"
    if first.pos not in ("PROPN", "DET"):
        return 0
    name = first if first.pos == "PROPN" else passage.tokens[first.head]
    while name.dep == "compound":
        name = passage.tokens[name.head]
    called = any(
        passage.tokens[c].dep == "appos" and passage.tokens[c].pos == "PROPN" for c in passage.children[name.i]
    )
    if name.text in _CALENDAR or not (name.pos == "PROPN" or called or name.lemma in _BEFORE_ALL):
        return 0
    return sum(passage.tokens[i].pos == "PROPN" for i in coordinated(passage, name.i)) or 1


def _ends(passage: Passage, number: Token) -> bool:
    """Whether nothing is counted by a number: "the largest but one in Osa", and not "but one wall has cracked"."""
    behind = passage.tokens[number.i + 1 : number.i + 2]
    return all(t.pos in ("PUNCT", "ADP", "SCONJ") and t.text.lower() != "of" for t in behind)
