"""Two things in order: which is above or later, and by how much."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from secondsource.grammar.possibilities import Interval
from secondsource.language.tokens import Passage, Token


class Sign(Enum):
    """How the first of two things stands to the second: above or later, below or earlier, or the same."""

    ABOVE = 1
    BELOW = -1
    SAME = 0

    def turned(self) -> Sign:
        """The same said the other way round."""
        return Sign(-self.value)


class Order(NamedTuple):
    """Two things of a passage in order, each by the tokens that name it; ``at`` is the word that says the order."""

    sign: Sign
    first: frozenset[int]
    second: frozenset[int]
    at: int
    in_time: bool = False
    by: str = ""
    """By what they are compared, as an adjective: "long"."""
    factor: float = 1.0
    """How many times the second the first is, where that is said: "twice as many as"."""
    lag: Interval | None = None
    """How many days lie between them, where that is said: "three weeks after"."""


def governed(passage: Passage, token: Token) -> int | None:
    """The noun that a preposition governs, its own or through the "of" or "to" behind it."""
    for child in passage.children[token.i]:
        below = passage.tokens[child]
        if below.dep == "pobj":
            return child
        if below.dep in ("prep", "pcomp") and below.lemma in ("of", "to"):
            found = next((g for g in passage.children[child] if passage.tokens[g].dep == "pobj"), None)
            if found is not None:
                return found
    behind = passage.tokens[token.i + 1 : token.i + 2]
    if behind and behind[0].lemma in ("of", "to"):
        return next((c for c in passage.children[behind[0].i] if passage.tokens[c].dep == "pobj"), None)
    return None
