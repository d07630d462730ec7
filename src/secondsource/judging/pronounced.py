"""What somebody or something is found, declared or called: what decides is not that verb, but a word below it."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.language import Passage, lexicon
from secondsource.language.tokens import Token

COMPLEMENTS = frozenset({"oprd", "acomp", "ccomp", "xcomp"})
"""How a word stands below the verb that pronounces it: found guilty, found him guilty, was declared unsafe."""

SAME = 0.8
"""How near two words must be to pronounce the same."""


def contrary(ours: Passage, verb: int, theirs: Passage, told: int) -> Token | None:
    """The word by which a passage pronounces the contrary of what a claim has pronounced, or None.

    ``verb`` and ``told`` are the verbs of the claim and of the passage.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = "Deane was found guilty.", "Deane was found not guilty.", "Deane was found innocent."
    >>> claim, denied, opposite = (read(Source("a", text)).passages[0] for text in texts)
    >>> contrary(claim, 2, denied, 2).text, contrary(claim, 2, opposite, 2).text, contrary(claim, 2, claim, 2)
    ('not', 'innocent', None)
    """
    for mine, mine_denied in _pronounced(ours, verb):
        for other, denied in _pronounced(theirs, told):
            same = lexicon.kinship(mine.lemma, other.lemma) >= SAME
            if same or lexicon.opposed(mine.lemma, other.lemma):
                alike = (mine_denied is None) == (denied is None)
                return None if same is alike else denied or other
    return None


def _pronounced(passage: Passage, verb: int) -> Iterator[tuple[Token, Token | None]]:
    """The adjectives below a verb, each with the "not" that it stands under."""
    small = [c for c in passage.children[verb] if passage.tokens[c].lemma == "be" and passage.tokens[c].dep == "xcomp"]
    for i in (*passage.children[verb], *(c for j in small for c in passage.children[j])):  # "found to be unsafe"
        token = passage.tokens[i]
        if token.dep in COMPLEMENTS and token.pos == "ADJ":
            below = (passage.tokens[c] for c in passage.children[i])
            yield token, next((word for word in below if word.dep == "neg"), None)
