"""Several figures of one kind in one sentence: which of a claim's words are said of which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.grammar.wordlist import word_set
from secondsource.judging.pairing import Pairing
from secondsource.judging.questions import SAME_MEASURE
from secondsource.language import Passage
from secondsource.language.clauses import steps
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind

PLACING = word_set("in at on from to near into outside inside by for of against with among")
"""Prepositions that tell one of two figures from the other: 34 in Ashby and 12 in Belmore."""

SCOPE = word_set("""
    worldwide globally total overall altogether nationwide domestic domestically abroad elsewhere internationally
    """)
"""Words that say of how much of the world a figure is: a worldwide total beside what came in at home."""

PARTS = 3
"""How many figures a sum may stand from its first part."""


def each_its_own(candidates: Sequence[Pairing]) -> list[Pairing]:
    """The values of a source that may be the claim's, each without the words that are said of the next one to it.

    In "34 houses burned in Ashby and 12 in Belmore" Belmore is not said of the 34, which has a place of its own.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> fire = Source("a", "The fire destroyed 34 houses in Ashby and 12 houses in Belmore.")
    >>> [judge(Fact("f", f"The fire destroyed 34 houses in {at}."), fire).verdict.value for at in ("Ashby", "Belmore")]
    ['supports', 'contradicts']
    """
    together: dict[int, list[Pairing]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: c.start):
        if candidate.start and candidate.passage.kind is not Kind.ROW and candidate.mention.rule != "sum":
            together[candidate.passage.index].append(candidate)
    foreign: dict[Pairing, frozenset[int]] = defaultdict(frozenset)
    for one, other in (pair for row in together.values() for pair in _near_by(row)):
        if not set(one.start) & set(other.start) and _is_like(one) and _is_like(other):
            foreign[one] |= _theirs(one.passage, one.start[0], other.start[0])
            foreign[other] |= _theirs(one.passage, other.start[0], one.start[0])
    return [replace(c, foreign=foreign[c] & c.words_for(c.slot.terms)) if c in foreign else c for c in candidates]


def _near_by(row: Sequence[Pairing]) -> Iterator[tuple[Pairing, Pairing]]:
    """The figures of one sentence two by two, as far as one sum with its parts goes."""
    for far in range(1, PARTS + 1):
        yield from zip(row, row[far:], strict=False)


def _is_like(pairing: Pairing) -> bool:
    """Whether a figure is of what the claim counts; "12 in Belmore" is of what was counted before it."""
    bare = pairing.slot.kind == "count" and not pairing.mention.value.unit
    return bare or pairing.likeness >= SAME_MEASURE


def _theirs(passage: Passage, ours: int, rival: int) -> frozenset[int]:
    """The names that are said of a rival, where another name is said of the value itself in the same way."""
    mine, theirs = steps(passage, ours), steps(passage, rival)
    # The parser hangs many a place on the verb: there the figure next to it has it.
    lost = {
        i for _, i in _placed(passage) if (theirs[i], i < rival, abs(i - rival)) < (mine[i], i < ours, abs(i - ours))
    }
    kept = {word for word, i in _placed(passage) if i not in lost}
    found = {i for word, i in _placed(passage) if i in lost and (word in kept or (kept and not word))}
    return frozenset(found | {c for i in found for c in passage.children[i] if passage.tokens[c].dep == "compound"})


@of_passage
def _placed(passage: Passage) -> tuple[tuple[str, int], ...]:
    """The names under prepositions that tell things apart, with the preposition; and the words of a scope."""
    names = (
        (above.lemma, token.i)
        for token in passage.tokens
        if (above := passage.tokens[token.head]).dep == "prep"
        and token.dep == "pobj"
        and above.lemma in PLACING
        and token.text[:1].isupper()
    )
    return *names, *(("", token.i) for token in passage.tokens if token.lemma.lower() in SCOPE)
