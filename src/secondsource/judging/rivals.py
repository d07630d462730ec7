"""Several figures of one kind in one sentence: which of a claim's words are said of which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.grammar.wordlist import word_set
from secondsource.judging.pairing import Pairing
from secondsource.language import Passage
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind

SAME_MEASURE = 0.7
"""How sure it must be of both that they measure what the claim does."""

PLACING = word_set("in at on from to near into outside inside by for of against with among")
"""Prepositions that tell one of two figures from the other: 34 in Ashby and 12 in Belmore."""


def told_apart(candidates: Sequence[Pairing]) -> list[Pairing]:
    """The values of a source that may be the claim's, each without the words that are said of a rival in its sentence.

    In "34 houses burned in Ashby and 12 in Belmore" Belmore is not said of the 34, which has a place of its own.
    """
    together: dict[int, list[Pairing]] = defaultdict(list)
    for candidate in candidates:
        if candidate.start and candidate.passage.kind is not Kind.ROW and candidate.mention.rule != "sum":
            together[candidate.passage.index].append(candidate)
    return [
        replace(c, foreign=foreign) if (foreign := _foreign(c, together[c.passage.index])) else c for c in candidates
    ]


def _foreign(candidate: Pairing, together: Iterable[Pairing]) -> frozenset[int]:
    rivals = [r for r in together if not set(r.start) & set(candidate.start) and _of_one_sort(r, candidate)]
    return frozenset[int]().union(*(_theirs(candidate.passage, candidate.start[0], r.start[0]) for r in rivals))


def _of_one_sort(one: Pairing, other: Pairing) -> bool:
    """Whether two figures are of things of one sort; "12 in Belmore" is of what was counted before it."""
    return all(p.likeness >= SAME_MEASURE or _is_bare(p) for p in (one, other))


def _is_bare(pairing: Pairing) -> bool:
    return pairing.slot.kind == "count" and not pairing.mention.value.unit


@of_passage
def _theirs(passage: Passage, ours: int, rival: int) -> frozenset[int]:
    """The words that are said of a rival, where something else of the sort is said of the value itself."""
    nearer = [t for t in passage.tokens if _steps(passage, rival, t.i) < _steps(passage, ours, t.i)]
    own = {t.i for t in passage.tokens} - {t.i for t in nearer}
    found: set[int] = set()
    for token in nearer:
        above = passage.tokens[token.head]
        if above.dep != "prep" or above.lemma not in PLACING or not token.text[:1].isupper():
            continue
        alike = (t for t in passage.tokens if t.i in own and t.head != above.i and t.dep == token.dep)
        if any(passage.tokens[t.head].lemma == above.lemma and t.text[:1].isupper() for t in alike):
            found |= {token.i, *(c for c in passage.children[token.i] if passage.tokens[c].dep == "compound")}
    return frozenset(found)


def _steps(passage: Passage, start: int, end: int) -> int:
    """How many steps through the parse lead from one word to another."""
    up = {i: n for n, i in enumerate((start, *passage.ancestors(start)))}
    return next((up[i] + n for n, i in enumerate((end, *passage.ancestors(end))) if i in up), len(passage.tokens))
