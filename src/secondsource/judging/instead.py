"""What a passage says in the place of a word of a claim, and cannot be true with it: a Chilean band for a Swedish one.

Two words stand in one place where they are parts of the same (:mod:`secondsource.judging.parts`): both are said of one
subject, narrow one noun, or are brought in by one verb in one way. They rule each other out where they answer one
question, which has one answer at a time: of which country, the how-manieth, of which sort, which name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from secondsource.aligning.index import SHORT, SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import lemma_of
from secondsource.grammar import geography
from secondsource.grammar.wordlist import word_set
from secondsource.judging import dates, sorts
from secondsource.judging.parts import BY, IS, KIND, MODIFIERS, Part, narrowing, parts
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import Tense, coordinated, subtree, tense

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

OF_ONE = word_set("""
    subsidiary division branch unit capital suburb district tributary wife husband widow mother father creator author
    founder inventor director composer owner captain brand
    """)
"""Nouns for what is of one thing alone."""

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
                if found := self._ruled_out(i, there) or (self._named_otherwise(i, there) if i in names else None):
                    yield found

    def _asked(self) -> Iterator[int]:
        """The words of the claim that the passage may lack, ranks and superlatives among them."""
        terms = {t.i for t in self.statement.terms}
        for token in self.ours.tokens:
            telling = token.i in terms or token.lemma in RANKS or token.tag == "JJS"
            telling = telling or token.text.lower() in sorts.SORTS
            if (
                telling
                and not self._met_exactly(token.i)
                and (token.pos != "PROPN" or not _in_name(self.ours, token.i))
            ):
                yield token.i

    @property
    def of_others(self) -> bool:
        """Whether the passage says of others what a claim says that its subject is: "her husband, the architect"."""
        told = [
            i
            for i, found in parts(self.ours).items()
            if any(p.relation == IS and p.whole in self._about for p in found)
        ]
        hits = [j for i in told for j in self.places.get(i, ())]
        return bool(hits) and all(self._of_another(j) for j in hits)

    @cached_property
    def _about(self) -> frozenset[int]:
        """The words of the claim that name who or what it is about."""
        return frozenset(t.i for t in self.statement.terms if t.subject)

    @cached_property
    def _named(self) -> frozenset[int]:
        """The tokens of the passage that name somebody whom the claim names, or go back to whom it is about."""
        said = (t.i for t in self.statement.terms if t.subject or t.name)
        return frozenset(j for i in said for j in self.places.get(i, ()))

    def _of_another(self, i: int) -> bool:
        """Whether a word is said of somebody else than the claim's own."""
        owners = {part.whole for part in parts(self.theirs).get(i, ()) if part.relation in (IS, KIND)}
        named = any(self.theirs.tokens[o].pos in ("PROPN", "NOUN") for o in owners)
        return named and not owners & self._named and all(self.theirs.tokens[o].pos != "PRON" for o in owners)

    def _there(self, i: int) -> Iterator[int]:
        """The tokens of the passage that stand in the place of a word of the claim."""
        wanted = [(part, self._wholes(part.whole)) for part in parts(self.ours).get(i, ())]
        for there, found in parts(self.theirs).items():
            if there not in self._exact and any(
                other.whole in wholes and self._joined_alike(part, other, i, there)
                for other in found
                for part, wholes in wanted
            ):
                yield there

    def _wholes(self, i: int) -> Collection[int]:
        """Where the passage has a word of the claim; what the claim is about may be any "he" or "it" of an extract."""
        places = self.places.get(i, {})
        return {*places, *self._pronouns} if i in self._about else places

    @cached_property
    def _pronouns(self) -> frozenset[int]:
        if self.index.prose_count >= SHORT:
            return frozenset()
        return frozenset(t.i for t in self.theirs.tokens if t.tag == "PRP" and t.dep in ("nsubj", "nsubjpass"))

    def _joined_alike(self, ours: Part, theirs: Part, i: int, there: int) -> bool:
        """Whether two words are parts of one thing in the same way, as far as that must be so."""
        if dates.is_besides(self.theirs, theirs.whole) or self._one_of_many(ours):
            return False
        mine, other = self.ours.tokens[i], self.theirs.tokens[there]
        of_one_sort = _of_one_sort(mine, other)
        named = mine.pos == other.pos == "PROPN" and not of_one_sort
        if {ours.relation, theirs.relation} & {IS, KIND}:
            return ours.relation == theirs.relation and (not named or self._names_one(ours, i, there))
        if named and not self._is_told(ours):
            return False  # "exports to Peru" only tells which exports are meant
        # "Died of cancer", "died in a crash": the words themselves tell that they answer one question.
        return ours.relation == theirs.relation or of_one_sort

    def _is_told(self, part: Part) -> bool:
        """Whether a claim says with a name what its verb, or what its subject is: "is a subsidiary of Volvo"."""
        whole = self.ours.tokens[part.whole]
        if whole.pos in ("VERB", "AUX"):
            return True
        return part.relation == "of" and whole.dep == "attr" and whole.lemma in OF_ONE

    def _names_one(self, part: Part, i: int, there: int) -> bool:
        """Whether a name says who or what one thing is, of which the passage has all that tells which one it is."""
        which = (t.i for t in self.statement.terms if t.i in narrowing(self.ours, part.whole) and not t.name)
        about = any(t.subject for t in self.statement.terms if t.i == i)
        return not about and not _is_listed(self.theirs, there) and all(map(self._met_exactly, which))

    def _one_of_many(self, part: Part) -> bool:
        """Whether a claim tells one thing of a career, in which there is more than one: "played for Lund"."""
        verb = self.ours.tokens[part.whole]
        return verb.lemma in CAREERS and part.relation not in (BY, IS, KIND) and tense(self.ours, verb.i) is Tense.PAST

    def _ruled_out(self, i: int, there: int) -> Pair | None:
        """A word of the claim and what stands in its place, where both cannot hold."""
        token = self.theirs.tokens[there]
        asserted = standing(self.theirs, there).factuality is Factuality.ASSERTED
        listed = bool(_country(token.text)) and _how_many(self.theirs, there) > FEW
        return ((i,), (there,)) if asserted and not listed and self._rivals(self.ours.tokens[i], token) else None

    def _rivals(self, mine: Token, other: Token) -> bool:
        """Whether two words answer one question: of which country, the how-manieth, of what kind."""
        if _country(mine.text) or _country(other.text):
            return foreign(mine.text, other.text)
        if mine.lemma in RANKS and other.lemma in RANKS:
            return RANKS[mine.lemma] != RANKS[other.lemma]
        if _of_one_sort(mine, other) or (mine.tag == other.tag == "JJS" and lexicon.opposed(mine.lemma, other.lemma)):
            return True
        a, b = lemma_of(mine), lemma_of(other)
        nouns = mine.dep == other.dep == "compound" and mine.pos == other.pos == "NOUN"
        return nouns and mine.head != mine.i and lexicon.kinship(a, b) < lexicon.SYNONYM

    @cached_property
    def _exact(self) -> frozenset[int]:
        return frozenset(i for hits in self.places.values() for i, near in hits.items() if near >= lexicon.SYNONYM)

    def _met_exactly(self, i: int) -> bool:
        return max(self.places.get(i, {}).values(), default=0.0) >= lexicon.SYNONYM

    def _nations(self) -> Iterator[Pair]:
        """Of which country somebody is: "is from Chile", "a Peruvian singer"."""
        lost = [t.i for t in self.statement.terms if _country(t.lemma) and not self.places[t.i]]
        for token in self.theirs.tokens if lost else ():
            if token.pos == "ADJ" and token.dep == "amod" and _country(token.text) and self._of_ours(token):
                yield from (((i,), (token.i,)) for i in lost if foreign(self.ours.tokens[i].text, token.text))

    def _of_ours(self, token: Token) -> bool:
        """Whether a word tells of what kind somebody or something is that the claim speaks of."""
        if self.theirs.tokens[token.head].dep in ("attr", "appos", "nsubj"):
            return True
        return any(part.whole in self.met for part in parts(self.theirs).get(token.i, ()))

    def _named_otherwise(self, i: int, there: int) -> Pair | None:
        """A name of the claim, and the name that stands in its place, both whole."""
        told = self.ours.tokens[self.statement.root].pos in ("VERB", "AUX")
        if not told or self.theirs.tokens[there].pos != "PROPN" or _in_name(self.theirs, there):
            return None
        ours, theirs = _phrase(self.ours, i), _whole_name(self.theirs, there)
        named = [t for t in self.statement.terms if t.i in ours and t.name]
        if not named or any(self.index.hits(t, self.aliases) for t in named) or self.met & set(theirs):
            return None
        mine, other = _words(self.ours, ours), _words(self.theirs, theirs)
        same = _are_initials(mine, other) or _perhaps_within(mine, other)
        return None if same or _how_many(self.theirs, there) > FEW else (ours, theirs)


def _of_one_sort(mine: Token, other: Token) -> bool:
    """Whether two words are of one sort, of which nothing is both; "racing" may be read as of "race"."""
    return any(
        sorts.apart(a, b) for a in (lemma_of(mine), mine.text.lower()) for b in (lemma_of(other), other.text.lower())
    )


FEW = 2
"""How many names may fill one part together: of more, a text that hands on a list may leave out one."""


def _words(passage: Passage, name: tuple[int, ...]) -> list[str]:
    return [passage.tokens[i].text for i in name if passage.tokens[i].pos == "PROPN"]


def _are_initials(some: list[str], others: list[str]) -> bool:
    """Whether one of two names is the first letters of the other: "US", "United States"."""
    short, long = sorted((some, others), key=len)
    return len(short) == 1 and short[0].replace(".", "") == "".join(word[0] for word in long)


def _perhaps_within(some: list[str], others: list[str]) -> bool:
    """Whether one of two names is of a country or a province in which the other may lie: Berlin, Germany."""
    names = [tuple(map(geography.fold, name)) for name in (some, others)]
    wide = [{geography.country(name)} - {""} or set(geography.region(name)) for name in names]
    if not any(wide) or geography.regions_apart(*names):
        return False
    where = [area | ({geography.city(name)} - {""}) for area, name in zip(wide, names, strict=True)]
    return not all(where) or bool(where[0] & where[1])


def _in_name(passage: Passage, i: int) -> bool:
    """Whether a name is only a part of another: Ada in "Ada Obi"."""
    token = passage.tokens[i]
    return token.dep in _NAMING and passage.tokens[token.head].pos == "PROPN"


def _is_listed(passage: Passage, i: int) -> bool:
    """Whether a name is one of several: "singers such as Ada Obi and Ivo Tarn"."""
    return _how_many(passage, i) > 1


def _first_joined(passage: Passage, i: int) -> int:
    """The first of the words that one is joined to by "and"."""
    while passage.tokens[i].dep == "conj":
        i = passage.tokens[i].head
    return i


def _how_many(passage: Passage, i: int) -> int:
    """How many are joined to one, where nothing tells that these are all."""
    joined = tuple(coordinated(passage, _first_joined(passage, i)))
    only = any(passage.tokens[c].lemma.lower() == "only" for j in joined for c in passage.children[j])
    return 1 if only else len(joined)


def _whole_name(passage: Passage, i: int) -> tuple[int, ...]:
    before = (c for c in passage.children[i] if passage.tokens[c].dep in MODIFIERS and c < i)
    return tuple(sorted({i, *before}))


def _phrase(passage: Passage, i: int) -> tuple[int, ...]:
    """A name with all that is joined to it: "Brighton & Hove Albion"."""
    whole = subtree(passage, _first_joined(passage, i))
    return tuple(sorted(j for j in whole if passage.tokens[j].pos != "PUNCT"))


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
