"""Figures whose noun a parallel clause gave before: "Osa sold 12 boats and Lund nine", "an annual pass 489"."""

from __future__ import annotations

import re

from secondsource.grammar.figures import Figure
from secondsource.grammar.nearby import between, preceding
from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import subject_of
from secondsource.language.days import CALENDAR
from secondsource.language.tokens import Passage, Token

_OWNER = re.compile(
    r"(?:[,;]\s(?:and\s|but\s|while\s)?|\s(?:and|but|while)\s)(?P<owner>[^\W\d][\w'’-]*(?:\s[^\W\d][\w'’-]*){0,4}?)"
    r"\s(?:(?:to|at|by|only|just|about|nearly|some)\s)?$"
)
_ENDS = re.compile(r"\s?(?:[.,;:)]|$|(?:and|but|while|against)\b)")
_NUMBERED = CALENDAR | word_set("no number section article page room chapter aged age")
"""What a bare figure behind it is the number, the day or the year of."""


def is_gapped(passage: Passage, figure: Figure, before: int) -> bool:
    """Whether a bare figure says of its owner what the figure ``before`` (an offset) says of its clause's subject.

    >>> from secondsource.grammar.figures import figures
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Osa sold 12 boats and Lund nine.")).passages
    >>> first, second = figures(passage.text)
    >>> is_gapped(passage, second, first.core_start)
    True
    """
    said = owner(passage, figure.start)
    if not said or said[0].start - passage.span.start <= before or not _ENDS.match(passage.text, figure.end):
        return False
    # The verb that stands next before: with a clause that has none, the parser seldom hangs the first figure rightly.
    verb = next((t for t in reversed(preceding(passage, before, _CLAUSE)) if t.pos in ("VERB", "AUX")), None)
    subject = subject_of(passage, verb.i) if verb else None
    return subject is not None and _names(said) and _alike(said[-1], passage.tokens[subject])


def owner(passage: Passage, at: int) -> tuple[Token, ...]:
    """The words right before an offset that a comma or an "and" parts from what goes before: "and Lund", "an annual
    pass"; none where there are too many of them."""
    found = _OWNER.search(passage.text, max(0, at - 60), at)
    return between(passage, found.start("owner"), found.end("owner")) if found else ()


def _names(said: tuple[Token, ...]) -> bool:
    """Whether the words are those of one noun, and it is no month and no thing that has a number."""
    if said[-1].lemma.lower() in _NUMBERED:
        return False
    # "A season pass 489": with no verb near, the parser takes the noun for one.
    short = said[0].pos == "DET" and len(said) <= _SHORT and said[-1].tag in ("NN", "VB", "VBP")
    nominal = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PRON", "PART") for t in said)
    return short or (nominal and said[-1].pos in ("NOUN", "PROPN"))


_CLAUSE = 12
"""How many words may stand between the verb and the figure of a clause that another repeats."""

_SHORT = 3
"""Words of an article with its noun and what narrows it."""


def _alike(owner: Token, subject: Token) -> bool:
    """Whether both are names, or neither is."""
    return owner.text[:1].isupper() == subject.text[:1].isupper() or subject.i == 0
