"""Where in a source the words of a claim are met, and how near to a value they stand."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from secondsource.aligning.terms import Term, fold, is_content, lemma_of, phrases
from secondsource.language import Passage, Reading, Token, lexicon
from secondsource.language.clauses import predicate_of, subject_of
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind

# How much a word counts that is met near the passage and not in it. Chosen on labelled dossiers; see docs/accuracy.md.
PREVIOUS, NEXT, HEADING, TOPIC, ELSEWHERE = 0.75, 0.5, 0.75, 0.7, 0.2

SHORT = 4
"""Passages below which a text is an extract: nothing is its topic, and it need not repeat who it is about."""

MANY = 100
"""Different words from which a text is worth an index of what they are akin by."""

TOPICAL = 0.35
"""What a word weighs that the whole document is about: it tells no passage from another."""

UNDERSTOOD = 0.4
"""What a name weighs that stands elsewhere in the document and not near the passage."""

PASSING = 3
"""How often a name may be given that a document is not about."""

UNNAMED = 0.5
"""What a name weighs that an extract never mentions."""

REACH = 40
"""Sentences of its paragraph, before and after one, that its reader may have in mind."""

SLIP, LONG_ENOUGH = 0.95, 6
"""How near a misspelt word comes to the word, and how many letters a word has in which a slip can be told."""

GONE_ON, THE_KIND = 0.9, 0.8
"""How near a pronoun of an extract comes to the claim's subject, and a noun with an article."""

FAINTEST, FAR = 0.6, 8.0
"""How near any word of its sentence stands to a value at least, and from how many steps on."""

# Crossing into another clause costs more steps than moving inside one.
_CLAUSE_EDGES = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis", "acl", "xcomp", "csubj"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the claim met in a passage: which token, and how near its meaning is."""

    token: int
    kinship: float


def akin(term: Term, lemma: str, name: bool) -> float:
    """How far a word of a source means a word of the claim, in [0, 1].

    >>> fire = Term("fire", name=False, weight=1.0, i=0, pos="NOUN")
    >>> [akin(fire, lemma, name=False) for lemma in ("fire", "blaze", "council")]
    [1.0, 0.8, 0.0]
    """
    if term.lemma == lemma:
        return 1.0
    if not (term.name or name) and _is_slip(term.lemma, lemma):
        return SLIP
    if term.groups:
        theirs = lexicon.groups(lemma)
        shared = max((theirs.get(group, 0.0) for group in term.groups), default=0.0)
        return max(shared, lexicon.kinship(term.lemma, lemma))
    if term.name or name:
        # A name is itself or its adjective: Kenya and Kenyan, Tamoa and Tamoan.
        short, long = sorted((term.lemma, lemma), key=len)
        if len(short) >= 4 and len(long) - len(short) <= 3 and long.startswith(short[: max(4, len(short) - 1)]):
            return 0.9
        if term.name and name:
            return 0.0
    return lexicon.kinship(term.lemma, lemma)


def _is_slip(word: str, other: str) -> bool:
    """Whether one of two words is the other, misspelt: no word that is known, and one slip of the pen away.

    >>> _is_slip("division", "divison"), _is_slip("division", "decision"), _is_slip("accept", "except")
    (True, False, False)
    """
    if min(len(word), len(other)) < LONG_ENOUGH or abs(len(word) - len(other)) > 1 or word[0] != other[0]:
        return False
    if lexicon.known(word) and lexicon.known(other):
        return False
    return OSA.distance(word, other, score_cutoff=1) <= 1


_Key = tuple[str, bool, tuple[str, ...], bool, tuple[str, ...]]


def _key(term: Term, aliases: Mapping[str, tuple[str, ...]]) -> _Key:
    """All that the hits of a term depend on."""
    return term.lemma, term.name, term.groups, term.subject, tuple(aliases.get(term.lemma, ()))


Sign = str | int | tuple[str, str]


@lru_cache(maxsize=65536)
def _signs(lemma: str) -> tuple[Sign, ...]:
    """What two words must have one of in common to be akin (:func:`akin`): a meaning, a spelling, a beginning."""
    return (*lexicon.meanings(lemma), ("spelt", lexicon.spelling(lemma)), ("begins", lemma[:4]))


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_SEVERAL = frozenset({"they", "them", "their"})
_PERSONAL = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})

_NAMED = frozenset(
    {"person", "social group", "organization", "group", "artifact", "creation", "communication", "region"}
)
"""What has names: people, groups, things that were made; the recount has none."""


def _refers_back(passage: Passage, token: Token) -> float:
    """How surely a word stands for somebody named before: a pronoun, or "the band" with nothing to say which."""
    if token.text.lower() in _PERSONAL and token.dep in (*_SUBJECTS, "poss"):
        empty = token.text.lower() == "it" and any(
            passage.tokens[c].dep in _CLEFT for c in passage.children[token.head]
        )
        return 0.0 if empty else GONE_ON
    below = [passage.tokens[c] for c in passage.children[token.i]]
    bare = len(below) == 1 and below[0].text.lower() in ("the", "this")
    named = bare and token.pos == "NOUN" and token.dep in _SUBJECTS and lexicon.hypernyms(token.lemma, 6) & _NAMED
    return THE_KIND if named else 0.0


@dataclass(frozen=True, eq=False)
class Found:
    """Where a source meets a term."""

    hits: Mapping[int, tuple[Hit, ...]]
    """Passage index -> where it is met there."""
    best: Mapping[int, float]
    """Passage index -> how near the nearest word there is to it."""
    topic: bool
    """Whether the whole document is about it."""
    in_mind: dict[tuple[int, bool], float] = field(default_factory=dict)
    """What :meth:`SourceIndex.in_mind` has worked out already."""


class SourceIndex:
    """A reading, with its words by place."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.passages = reading.passages
        self._lemmas: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        self._phrases: dict[str, list[tuple[int, int]]] = {}
        for passage in reading.passages:
            if passage.kind is Kind.FURNITURE:
                continue
            for token in passage.tokens:
                if is_content(token):
                    key = (lemma_of(token), token.pos == "PROPN")
                    self._lemmas.setdefault(key, []).append((passage.index, token.i))
            for start, _, group in phrases(passage):
                self._phrases.setdefault(group, []).append((passage.index, start))
        self._found: dict[_Key, Found] = {}
        self._contexts: dict[int, Mapping[int, float]] = {}

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of the headline, folded."""
        return frozenset(fold(w) for w in _WORD.findall(self.reading.source.title))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The words of the document by their dictionary forms."""
        return frozenset(lemma for lemma, _ in self._lemmas)

    @cached_property
    def prose_count(self) -> int:
        """How many passages can be evidence."""
        return max(1, sum(p.kind not in (Kind.FURNITURE, Kind.HEADING) for p in self.passages))

    def is_passing(self, token: Token) -> bool:
        """Whether a name is one that the document mentions in passing, and neither its headline nor often."""
        lemma = lemma_of(token)
        return lemma not in self.title_words and len(self._lemmas.get((lemma, True), ())) <= PASSING

    def found(self, term: Term, aliases: Mapping[str, tuple[str, ...]]) -> Found:
        """Where the term is met."""
        key = _key(term, aliases)
        if key not in self._found:
            hits = self._sought(term, key[-1])
            best = {passage: max(hit.kinship for hit in there) for passage, there in hits.items()}
            self._found[key] = Found(hits, best, self._is_topic(term, hits))
        return self._found[key]

    def hits(self, term: Term, aliases: Mapping[str, tuple[str, ...]]) -> Mapping[int, tuple[Hit, ...]]:
        """Passage index -> where the term is met there."""
        return self.found(term, aliases).hits

    def hits_in(self, terms: Iterable[Term], passage: Passage, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Hit]:
        """Where the terms are met in a passage, term by term."""
        return (hit for term in terms for hit in self.hits(term, aliases).get(passage.index, ()))

    def words_in(
        self,
        terms: Iterable[Term],
        passage: Passage,
        aliases: Mapping[str, tuple[str, ...]],
        least: float = 0.0,
    ) -> frozenset[int]:
        """The words of a passage that come as near as ``least`` to one of the terms or more."""
        return frozenset(hit.token for hit in self.hits_in(terms, passage, aliases) if hit.kinship >= least)

    def meeting(self, terms: Iterable[Term], aliases: Mapping[str, tuple[str, ...]]) -> frozenset[int]:
        """The indices of the passages that have a word for one of the terms or more."""
        return frozenset[int]().union(*(self.hits(term, aliases) for term in terms))

    def _sought(self, term: Term, aliases: tuple[str, ...]) -> Mapping[int, tuple[Hit, ...]]:
        found: dict[int, list[Hit]] = {}
        also = frozenset(map(fold, aliases))
        for lemma, name in self._likely(term, also):
            near = 1.0 if lemma in also else akin(term, lemma, name)
            if near >= 0.5:
                for passage, token in self._lemmas[lemma, name]:
                    found.setdefault(passage, []).append(Hit(token, near))
        for group, near in (lexicon.groups(term.lemma) | dict.fromkeys(term.groups, 1.0)).items():
            for passage, token in self._phrases.get(group, ()):
                found.setdefault(passage, []).append(Hit(token, near))
        if not found and term.subject:
            found = self._going_on(term.name)
        return {passage: tuple(hits) for passage, hits in found.items()}

    def _going_on(self, name: bool) -> dict[int, list[Hit]]:
        """Where an extract goes on about somebody named before it begins: "He lives in Osa", "The band was formed".

        Whoever puts such a text to a claim means whom the claim names, until the text names somebody itself.
        """
        found: dict[int, list[Hit]] = {}
        several = False
        for passage in self.passages if self.prose_count < SHORT else ():
            for token in passage.tokens:
                if token.pos == "PROPN" and token.dep in _SUBJECTS:
                    return found
                if token.text.lower() in _OF_SEVERAL and several:
                    return found  # "Four states paid. Their ministers met."
                several = several or (token.tag == "NNS" and token.dep in _SUBJECTS)
                if (near := _refers_back(passage, token)) >= (THE_KIND if name else GONE_ON):
                    found.setdefault(passage.index, []).append(Hit(token.i, near))
        return found

    def _likely(self, term: Term, also: frozenset[str]) -> Sequence[tuple[str, bool]]:
        """The words of the source that may be akin to a term, in its order: the others need not be asked."""
        if len(self._words) < MANY:
            return self._words
        signs = {*_signs(term.lemma), *term.groups, *also}
        places = {place for sign in signs for place in self._signs.get(sign, ())}
        return [self._words[place] for place in sorted(places)]

    @cached_property
    def _words(self) -> tuple[tuple[str, bool], ...]:
        return tuple(self._lemmas)

    @cached_property
    def _signs(self) -> Mapping[Sign, list[int]]:
        """Each sign that a word of the source gives of its kin -> the places of such words among all of them."""
        found: dict[Sign, list[int]] = {}
        for place, (lemma, _) in enumerate(self._words):
            for sign in _signs(lemma):
                found.setdefault(sign, []).append(place)
        return found

    def met(self, term: Term, passage: Passage, aliases: Mapping[str, tuple[str, ...]]) -> float:
        """How near a word of a passage comes to a term, in [0, 1]."""
        return self.found(term, aliases).best.get(passage.index, 0.0)

    def near(self, term: Term, passage: Passage, aliases: Mapping[str, tuple[str, ...]]) -> float:
        """The same, of a passage and what its reader still has in mind."""
        found = self.found(term, aliases)
        return max(found.best.get(passage.index, 0.0), self.in_mind(found, passage))

    def in_mind(self, found: Found, passage: Passage, resumed: bool = False) -> float:
        """How near what the reader of a passage still has in mind comes to a term, more so where it is ``resumed``."""
        key = (passage.index, resumed)
        if key not in found.in_mind:
            context = self.context(passage).items()
            weights = ((i, min(0.95, 1.25 * weight) if resumed else weight) for i, weight in context)
            found.in_mind[key] = max((found.best[i] * weight for i, weight in weights if i in found.best), default=0.0)
        return found.in_mind[key]

    def _is_topic(self, term: Term, hits: Mapping[int, tuple[Hit, ...]]) -> bool:
        """Whether the whole document is about it, so that no sentence needs to repeat it and none is told by it."""
        if self.prose_count < SHORT:
            return False
        if term.lemma in self.title_words:
            return True
        return len(hits) >= max(3, 0.25 * self.prose_count) or (0 in hits and (term.name or len(hits) >= 2))

    def context(self, passage: Passage) -> Mapping[int, float]:
        """The passages that a reader still has in mind, and how much a word of theirs counts."""
        if passage.index not in self._contexts:
            self._contexts[passage.index] = self._context(passage)
        return self._contexts[passage.index]

    @cached_property
    def _paragraphs(self) -> Mapping[int, Sequence[int]]:
        """Paragraph -> its passages."""
        found: dict[int, list[int]] = {}
        for passage in self.passages:
            found.setdefault(passage.paragraph, []).append(passage.index)
        return found

    @cached_property
    def _headings(self) -> Sequence[int]:
        return [p.index for p in self.passages if p.kind is Kind.HEADING]

    def _context(self, passage: Passage) -> dict[int, float]:
        near: dict[int, float] = {}
        together = self._paragraphs[passage.paragraph]
        here = bisect_left(together, passage.index)
        for other in together[max(0, here - REACH) : here + REACH]:
            if other != passage.index and self.passages[other].kind is not Kind.FURNITURE:
                gap = passage.index - other
                near[other] = PREVIOUS - 0.1 * (gap - 1) if gap > 0 else NEXT
        # The nearest heading above, and the line that opens a list or a table.
        above = bisect_left(self._headings, passage.index)
        if above:
            near.setdefault(self._headings[above - 1], HEADING)
        if passage.kind in (Kind.ITEM, Kind.ROW):
            rows = passage.index
            while rows > 0 and self.passages[rows - 1].kind is passage.kind:
                rows -= 1
            for opening in (rows, rows - 1):
                if 0 <= opening != passage.index:
                    near[opening] = max(near.get(opening, 0.0), HEADING)
        elif passage.index > 0 and passage.index - 1 not in near:
            previous = self.passages[passage.index - 1]
            if previous.kind is not Kind.FURNITURE:
                near[previous.index] = 0.5
        return near


@of_passage
def nearness(passage: Passage, start: tuple[int, ...]) -> tuple[float, ...]:
    """How near each word of a passage stands to the given ones, by steps through the parse, in (0, 1].

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The bridge cost 40 million, said a man who came late.")).passages
    >>> [(passage.tokens[i].text, round(near, 2)) for i, near in enumerate(nearness(passage, (3,))) if i in (1, 8, 11)]
    [('bridge', 0.93), ('man', 0.79), ('late', 0.6)]
    """
    if passage.kind is Kind.ROW or not start:
        return (1.0,) * len(passage.tokens)
    far = dict.fromkeys(start, 0.0)
    queue = [(0.0, i) for i in start]
    while queue:
        steps, i = heapq.heappop(queue)
        if steps > far[i]:
            continue
        token = passage.tokens[i]
        edges = [(token.head, token.dep)] if token.head != i else []
        edges += [(child, passage.tokens[child].dep) for child in passage.children[i]]
        for other, dep in edges:
            cost = steps + (2.0 if dep in _CLAUSE_EDGES else 1.0)
            if cost < far.get(other, FAR):
                far[other] = cost
                heapq.heappush(queue, (cost, other))
    near = [FAINTEST] * len(passage.tokens)
    for i, steps in far.items():
        near[i] = 1.0 if steps <= 2 else max(FAINTEST, 1.0 - 0.07 * (steps - 2))
    return tuple(near)


_CLEFT = frozenset({"ccomp", "relcl", "acl"})


@of_passage
def resumes(passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a value is said of somebody whom an earlier sentence named: "They left on Monday".

    >>> told = read(Source("a", "The guards left on Monday.\\n\\nThey came back on Friday."))
    >>> [resumes(passage, (4,)) for passage in told.passages]
    [False, True]
    """
    verb = predicate_of(passage, start[0]) if start else None
    subject = subject_of(passage, verb) if verb is not None else None
    if verb is None or subject is None or passage.tokens[subject].tag not in ("PRP", "DT"):
        return False
    # "It was on Sunday that the mayor left" goes on with nothing.
    below = [passage.tokens[c] for c in passage.children[verb]]
    return not any(t.dep in _CLEFT and t.tag.startswith("VB") and t.i > start[-1] for t in below)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a claim is met around a value, as shares in [0, 1] by weight."""

    share: float
    """Met in the passage or in what its reader has in mind."""
    local: float
    """Met in the passage itself."""
    weight: float
    """What all the terms weigh together."""
    told: float
    """Met in the passage or in mind, of the terms that the document is not all about; 1 where there are none."""


def cover(
    index: SourceIndex,
    passage: Passage,
    terms: tuple[Term, ...],
    start: tuple[int, ...],
    aliases: Mapping[str, tuple[str, ...]],
    foreign: frozenset[int] = frozenset(),
) -> Coverage:
    """How much of the terms is met around the tokens ``start`` of a passage, ``foreign`` ones being said of others."""
    near = nearness(passage, start)
    resumed = resumes(passage, start)
    total = got = local = special = told = 0.0
    for term in terms:
        found = index.found(term, aliases)
        met = found.hits.get(passage.index)
        weight = term.weight
        if met and foreign and foreign.issuperset(h.token for h in met):
            special += weight
            total += weight
            continue
        here = max([h.kinship * near[h.token] for h in met]) if met else 0.0
        around = index.in_mind(found, passage, resumed)
        if found.topic:
            weight *= TOPICAL
            total += weight
            local += weight * here
            got += weight * max(here, around, TOPIC)
            continue
        if not here and not around:
            if found.hits and term.name:
                # A name is given once and then understood.
                weight *= UNDERSTOOD
                around = TOPIC
            elif found.hits:
                around = ELSEWHERE
            elif term.name and index.prose_count < SHORT:
                weight *= UNNAMED
        special += weight
        told += weight * max(here, around if around > ELSEWHERE else 0.0)
        total += weight
        local += weight * here
        got += weight * max(here, around)
    if not total:
        return Coverage(0.0, 0.0, 0.0, 1.0)
    return Coverage(got / total, local / total, total, told / special if special > 0.1 else 1.0)
