"""Several figures of one kind in one sentence: which of a claim's words are said of which of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT
from secondsource.grammar.wordlist import word_set
from secondsource.judging.narrower import EVERYWHERE
from secondsource.judging.pairing import SAME_DEED, Pairing, deed_met
from secondsource.judging.questions import SAME_MEASURE
from secondsource.language import Passage
from secondsource.language.attitudes import VERBS
from secondsource.language.clauses import deed, gapped, predicate_of, steps, subject_of, subtree
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind, Span

PLACING = word_set("in at on from to near into outside inside by for of against with among")
"""Prepositions that tell one of two figures from the other: 34 in Ashby and 12 in Belmore."""

SCOPE = EVERYWHERE | word_set("total overall altogether domestic domestically abroad elsewhere internationally")
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


_BESIDE = frozenset({"conj", "advcl", "ccomp", "parataxis", "ROOT"})
"""How verbs of one sentence stand beside one another: what a relative clause says may be said of a figure itself."""


def by_their_verbs(statement: Statement, candidates: Sequence[Pairing]) -> list[Pairing]:
    """Those of a passage that stand under the claim's own verb, where one does: of "was nominated for seven awards and
    won three" three were won.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> film = Source("a", "The film was nominated for seven awards and won three.")
    >>> [judge(Fact("f", f"The film won {n} awards."), film).verdict.value for n in ("seven", "three")]
    ['silent', 'supports']
    """
    if statement.passage.tokens[statement.root].lemma in LIGHT:
        return list(candidates)
    own = [c for c in candidates if c.start and deed_met(statement, c.passage, c.start[0]) >= SAME_DEED]
    own = [c for c in own if c.mention.rule not in ("sum", "part of a sum") and c.passage.kind is not Kind.ROW]
    if not own or len(own) == len(candidates):
        return list(candidates)
    return [c for c in candidates if c in own or not any(_stands_apart(statement, c, other) for other in own)]


def by_their_owners(statement: Statement, candidates: Sequence[Pairing]) -> list[Pairing]:
    """Those of a passage that are told of the claim's own subject in their phrase, where one is: of "38 million
    euros, 14 million euros of it from the state" the state gave 14.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> mill = Source("a", "The mill has cost 38 million euros, 14 million euros of it from the state.")
    >>> [judge(Fact("f", f"The state paid {n} million euros for the mill."), mill).verdict.value for n in (38, 14)]
    ['inconclusive', 'supports']
    """
    subject = subject_of(statement.passage, statement.root)
    terms = [t for t in statement.terms if t.i == subject]
    if len(candidates) < 2 or not terms or candidates[0].passage.kind is Kind.ROW:
        return list(candidates)
    own = [c for c in candidates if c.start and c.words_for(terms) & _share_of(c)]
    if any(c not in own and c.start and _is_subjects(c, c.words_for(terms)) for c in candidates):
        return list(candidates)  # the state that has 38 million, 14 of it from the state, has them all
    return own or list(candidates)


def _is_subjects(pairing: Pairing, words: frozenset[int]) -> bool:
    """Whether the clause of a figure has one of these words for its subject."""
    verb = predicate_of(pairing.passage, pairing.start[0])
    subject = None if verb is None else subject_of(pairing.passage, verb)
    return subject is not None and subject in words


_SHARE = re.compile(
    r"\sof\s(?:it|them|that|this|which)\s(?:[a-z]{1,12}\s)?(?:from|by)\s([\w’'-]{1,30}(?:\s[\w’'-]{1,30}){0,3})(?=[.,;:])"
)
"""Who gave a part of a figure, in few words and nobody else after them."""


def _share_of(pairing: Pairing) -> frozenset[int]:
    """Who is told to have a part of a figure: the state of "14 million of it from the state"."""
    passage = pairing.passage
    found = _SHARE.match(passage.text, pairing.mention.span.end - passage.span.start)
    if found is None:
        return frozenset()
    return frozenset(t.i for t in passage.tokens_in(Span(*found.span(1)).moved(passage.span.start)))


def _stands_apart(statement: Statement, candidate: Pairing, own: Pairing) -> bool:
    """Whether a figure is told by another verb than the claim's, beside the claim's own, and of nothing more that the
    claim names."""
    passage = candidate.passage
    if not candidate.start or candidate.mention.rule in ("sum", "part of a sum"):
        return False
    if candidate.slot.kind == "date":
        if candidate.mention.value.adnominal or own.mention.value.adnominal:
            return False
    elif not _is_like(own):
        return False
    mine, other = (predicate_of(passage, c.start[0]) for c in (own, candidate))
    if mine is None or other is None or mine == other or deed_met(statement, passage, candidate.start[0]):
        return False
    verb, above = passage.tokens[other], passage.tokens[mine].dep
    if verb.dep not in _BESIDE or above not in _BESIDE - {"advcl"} or (verb.lemma in LIGHT and verb.lemma != "be"):
        return False
    if verb.lemma == "be" and statement.time is None:
        return False
    theirs = subject_of(passage, mine)
    subject = candidate.words_for([t for t in statement.terms if t.subject])
    if theirs is not None and subject and subject.isdisjoint(subtree(passage, theirs)):
        return False  # "a second one recruited 310"
    if verb.lemma in VERBS and other in passage.ancestors(mine):
        return False  # who only says so
    if set(candidate.start) & deed(passage, mine):
        return False
    units = {candidate.mention.value.unit, own.mention.value.unit} if candidate.slot.kind == "count" else set()
    told = [t for t in statement.terms if not t.subject and t.i != statement.root and t.lemma not in units]
    met = candidate.words_for(told)
    return not (met & deed(passage, other) - deed(passage, mine))


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
    gap = frozenset[int]().union(*(gapped(passage, i) for _, i in _placed(passage)))
    if (ours in gap) is not (rival in gap):
        # "400 tonnes in Osa and 300 tonnes in Lund"
        return frozenset(i for word, i in _placed(passage) if word and (i in gap) is (rival in gap))
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
