"""What a passage says in the place of a word of a claim, and cannot be true with it: a Scottish band for an English one.

Two words stand in one place where they are parts of the same (:mod:`secondsource.judging.parts`): both are said of one
subject, narrow one noun, or are brought in by one verb in one way. They rule each other out where they answer one
question, which has one answer at a time: of which country, the how-manieth, of which sort, which name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import lemma_of
from secondsource.grammar import geography
from secondsource.grammar.wordlist import word_set
from secondsource.judging import dates, sorts
from secondsource.judging.parts import BY, IS, KIND, MODIFIERS, Part, parts
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import Tense, subtree, tense

Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""Words of the claim, and words of the passage that stand in their place."""

RANKS = {
    "debut": 1,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
}


CAREERS = word_set("""
    play work serve perform teach study live compete appear star feature coach train act write tour travel fight sing
    """)
"""What somebody does for, with or at more than one in the course of time."""

_NAMING = frozenset({"compound", "flat", "nmod"})


@dataclass(frozen=True, eq=False)
class Places:
    """One sentence of a claim beside one passage, with where the passage has the claim's words."""

    statement: Statement
    theirs: Passage
    index: SourceIndex
    aliases: Aliases
    places: Mapping[int, Mapping[int, float]]
    """A word of the claim -> the tokens of the passage that mean it, and how nearly."""

    @property
    def ours(self) -> Passage:
        """The claim."""
        return self.statement.passage

    @cached_property
    def met(self) -> frozenset[int]:
        """The tokens of the passage that mean a word of the claim."""
        return frozenset(i for hits in self.places.values() for i in hits)

    def instead(self) -> Iterator[Pair]:
        """Words of the claim, each with what stands in its place."""
        yield from self._nations()
        names = {t.i for t in self.statement.terms if t.name}
        for i in self._asked():
            for there in self._there(i):
                if found := self._named_otherwise(i, there) if i in names else self._ruled_out(i, there):
                    yield found

    def _asked(self) -> Iterator[int]:
        """The words of the claim that the passage may lack: ranks are no words of their own elsewhere."""
        terms = {t.i for t in self.statement.terms}
        for token in self.ours.tokens:
            lost = (token.i in terms or token.lemma in RANKS) and not self._met_exactly(token.i)
            if lost and (token.pos != "PROPN" or not _in_name(self.ours, token.i)):
                yield token.i

    def _there(self, i: int) -> Iterator[int]:
        """The tokens of the passage that stand in the place of a word of the claim."""
        wanted = [(part, self.places.get(part.whole, {})) for part in parts(self.ours).get(i, ())]
        for there, found in parts(self.theirs).items():
            if there not in self._exact and any(
                other.whole in wholes and self._joined_alike(part, other, i, there)
                for other in found
                for part, wholes in wanted
            ):
                yield there

    def _joined_alike(self, ours: Part, theirs: Part, i: int, there: int) -> bool:
        """Whether two words are parts of one thing in the same way, as far as that must be so."""
        if dates.is_besides(self.theirs, theirs.whole) or self._one_of_many(ours):
            return False
        if {ours.relation, theirs.relation} & {IS, KIND}:
            named = self.theirs.tokens[there].pos == "PROPN"
            return ours.relation == theirs.relation and not (named and _is_listed(self.theirs, there))
        # "Died of cancer", "died in a crash": the words themselves tell that they answer one question.
        mine, other = lemma_of(self.ours.tokens[i]), lemma_of(self.theirs.tokens[there])
        return ours.relation == theirs.relation or sorts.apart(mine, other)

    def _one_of_many(self, part: Part) -> bool:
        """Whether a claim tells one thing of a career, in which there is more than one: "played for Lund"."""
        verb = self.ours.tokens[part.whole]
        return verb.lemma in CAREERS and part.relation not in (BY, IS, KIND) and tense(self.ours, verb.i) is Tense.PAST

    def _ruled_out(self, i: int, there: int) -> Pair | None:
        """A word of the claim and what stands in its place, where both cannot hold."""
        token = self.theirs.tokens[there]
        asserted = standing(self.theirs, there).factuality is Factuality.ASSERTED
        return ((i,), (there,)) if asserted and self._rivals(self.ours.tokens[i], token) else None

    def _rivals(self, mine: Token, other: Token) -> bool:
        """Whether two words answer one question: of which country, the how-manieth, of what kind."""
        if _country(mine.text) or _country(other.text):
            return foreign(mine.text, other.text)
        if mine.lemma in RANKS and other.lemma in RANKS:
            return RANKS[mine.lemma] != RANKS[other.lemma]
        a, b = lemma_of(mine), lemma_of(other)
        if sorts.apart(a, b):
            return True
        nouns = mine.dep == other.dep == "compound" and mine.pos == other.pos == "NOUN"
        return nouns and mine.head != mine.i and lexicon.kinship(a, b) < lexicon.SYNONYM

    @cached_property
    def _exact(self) -> frozenset[int]:
        return frozenset(i for hits in self.places.values() for i, near in hits.items() if near >= lexicon.SYNONYM)

    def _met_exactly(self, i: int) -> bool:
        return max(self.places.get(i, {}).values(), default=0.0) >= lexicon.SYNONYM

    def _nations(self) -> Iterator[Pair]:
        """Of which country somebody is: "is from Chile", "a Peruvian singer"."""
        for term in self.statement.terms:
            if not _country(term.lemma) or self.places[term.i]:
                continue
            for token in self.theirs.tokens:
                if token.pos == "ADJ" and token.dep == "amod" and foreign(term.lemma, token.text):
                    noun = self.theirs.tokens[token.head]
                    if noun.i in self.met or noun.dep in ("attr", "appos") or lexicon.person_noun(noun.lemma):
                        yield (term.i,), (token.i,)

    def _named_otherwise(self, i: int, there: int) -> Pair | None:
        """A name of the claim, and the name that stands in its place, both whole."""
        if self.theirs.tokens[there].pos != "PROPN" or _in_name(self.theirs, there):
            return None
        ours, theirs = _phrase(self.ours, i), _whole_name(self.theirs, there)
        named = [t for t in self.statement.terms if t.i in ours and t.name]
        if not named or any(self.index.hits(t, self.aliases) for t in named) or self.met & set(theirs):
            return None
        return ours, theirs


def _in_name(passage: Passage, i: int) -> bool:
    """Whether a name is only a part of another: Ada in "Ada Obi"."""
    token = passage.tokens[i]
    return token.dep in _NAMING and passage.tokens[token.head].pos == "PROPN"


def _is_listed(passage: Passage, i: int) -> bool:
    """Whether a name is one of several: "singers such as Ada Obi and Ivo Tarn"."""
    return passage.tokens[i].dep == "conj" or any(passage.tokens[c].dep == "conj" for c in passage.children[i])


def _whole_name(passage: Passage, i: int) -> tuple[int, ...]:
    before = (c for c in passage.children[i] if passage.tokens[c].dep in MODIFIERS and c < i)
    return tuple(sorted({i, *before}))


def _phrase(passage: Passage, i: int) -> tuple[int, ...]:
    """A name with all that is joined to it: "Brighton & Hove Albion"."""
    while passage.tokens[i].dep == "conj":
        i = passage.tokens[i].head
    return tuple(sorted(j for j in subtree(passage, i) if passage.tokens[j].pos != "PUNCT"))


@cache
def _country(word: str) -> str:
    words = (geography.fold(word),)
    return geography.people(words) or geography.country(words)


def foreign(a: str, b: str) -> bool:
    """Whether two words name, or name the people of, two countries.

    >>> foreign("Danish", "Norway"), foreign("Danish", "Denmark")
    (True, False)
    """
    mine, other = _country(a), _country(b)
    return bool(mine and other and mine != other)
