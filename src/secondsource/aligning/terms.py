"""The content words of a sentence, with what each is worth when passages are sought."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token, lexicon
from secondsource.language.tokens import of_passage
from secondsource.sources import Span

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})

# Verbs and nouns that carry a sentence and say nothing of their own.
LIGHT = word_set("""
    be have do make take get give put go come say tell state add note report announce confirm describe call know see
    accord include become remain number stand total amount reach mean set use own work people thing time day week month
    year all each every other more most many much own same such only also now then still just so far very measure
    intend plan expect schedule aim consist comprise compose form contain carry bring keep figure rate level
    respectively about around approximately start begin happen occur
    """)

FAINT = 0.25
"""What a word weighs that tells little."""


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a claim: its lemma, whether it is part of a name, its weight in [0, 1], its token's index.

    ``groups`` are the thesaurus's names for what the expressions say that it is part of ("lose their lives": dying);
    ``subject`` tells that it names who or what the claim is about.
    """

    lemma: str
    name: bool
    weight: float
    i: int
    pos: str
    groups: tuple[str, ...] = ()
    subject: bool = False


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word without accents, case or a possessive ending.

    >>> fold("Hélène's")
    'helene'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()
    return plain.removesuffix("'s").removesuffix("’s")


def lemma_of(token: Token) -> str:
    """The form under which a word is compared: its lemma, or for a name the name itself, folded.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Lorries left Zürich.")).passages
    >>> [lemma_of(token) for token in passage.tokens]
    ['lorry', 'leave', 'zurich', '.']
    """
    return fold(token.text if token.pos == "PROPN" else token.lemma)


def is_content(token: Token) -> bool:
    """Whether a word says something of its own.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Twelve lorries have left it.")).passages
    >>> [token.text for token in passage.tokens if is_content(token)]
    ['lorries', 'left']
    """
    return token.pos in CONTENT and any(c.isalpha() for c in token.text)


@of_passage
def phrases(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    """The expressions of several words in a passage: (first token, end, what they say)."""
    found = lexicon.phrases(tuple(lemma_of(t) for t in passage.tokens))
    return tuple((start, end, group) for start, end, group in found if end - start > 1)


def terms(passage: Passage, without: Iterable[Span] = ()) -> tuple[Term, ...]:
    """The content words of a passage outside the given places, in reading order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Twelve lorries left Osa.")).passages
    >>> [(term.lemma, term.name) for term in terms(passage)]
    [('lorry', False), ('leave', False), ('osa', True)]
    """
    without = tuple(without)
    found: dict[int, Term] = {}
    for token in passage.tokens:
        if not is_content(token) or any(token.span.overlaps(span) for span in without):
            continue
        lemma = lemma_of(token)
        name = token.pos == "PROPN"
        weight = 1.0 if name else lexicon.weight(lemma) * (0.25 if lemma in LIGHT else 1.0)
        if token.pos == "ADV":
            weight *= 0.4
        elif token.pos == "ADJ":
            weight *= 0.7
        if weight > 0.02:
            found[token.i] = Term(lemma, name, weight, token.i, token.pos)
    for start, end, group in phrases(passage):
        for i in range(start, end):
            if i in found and not found[i].name:
                found[i] = replace(found[i], groups=(*found[i].groups, group))
    return tuple(found[i] for i in sorted(found))
