"""What a passage says in the place of a word of a claim, and cannot be true with it: a Chilean band for a Swedish one.

Two words stand in one place where they are parts of the same (:mod:`secondsource.judging.parts`): both are said of one
subject, narrow one noun, or are brought in by one verb in one way. They rule each other out where they answer one
question, which has one answer at a time: of which country, the how-manieth, of which sort, which name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from secondsource.aligning.index import SHORT, SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import Term, lemma_of
from secondsource.grammar import geography
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import dates, named, ranks, sorts
from secondsource.judging.following import is_follower
from secondsource.judging.parties import OF_ANOTHER
from secondsource.judging.parts import BY, IS, KIND, WHOM, Part, narrowing, parts
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import Tense, subtree, tense
from secondsource.language.days import CALENDAR
from secondsource.values import ordinal
from secondsource.values.comparatives import since

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


WHERE = word_set("in at from near to on into outside")
"""Prepositions that say where: of two places one may lie in the other."""

CAREERS = word_set("""
    play work serve perform teach study live compete appear star feature coach train act write tour travel fight sing
    """)
"""What somebody does for, with or at more than one in the course of time."""

BY_ONE = word_set("""
    direct write compose design found invent discover create paint portray play voice own captain succeed
    """)
"""What is done by one alone, or by few together, so that whoever else is named did not do it."""

FORMER = word_set("former ex onetime erstwhile retired past late")
"""Words for what somebody or something is no longer."""

MANY = word_set("""
    show screen release fly sail tour perform translate speak own sell operate study appear publish
    exhibit distribute lose beat defeat win visit star feature include contain export import offer
    """)
"""What is done to, in or with more than one in the course of time: shown in Osa, and in Lund."""

SOME = word_set("some several few many certain other another both")
"""Words by which a thing is said of a part, and may be otherwise of the rest."""

OTHERS = OF_ANOTHER - {"second"} | {"associate", "acting"}
"""What tells one thing of a kind from the one that is meant without it."""

OF_ONE = word_set("""
    subsidiary division branch unit capital suburb district tributary wife husband widow mother father creator author
    founder inventor director composer owner captain brand
    """)
"""Nouns for what is of one thing alone."""


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
        yield from self._formers()
        names = {t.i for t in self.statement.terms if t.name}
        for i in self._asked():
            for there in self._there(i):
                if found := self._ruled_out(i, there) or (self._named_otherwise(i, there) if i in names else None):
                    yield found

    def _asked(self) -> Iterator[int]:
        """The words of the claim that the passage may lack, ranks and superlatives among them."""
        terms = {t.i for t in self.statement.terms}
        for token in self.ours.tokens:
            alone = token.lemma in RANKS or token.tag == "JJS" or token.text.lower() in sorts.SORTS
            alone |= token.lemma in sorts.KIN
            if not (alone or token.i in terms) or (token.pos == "PROPN" and named.in_name(self.ours, token.i)):
                continue
            if self._does_so_too(token.i):
                continue
            elsewhere = alone and not self._in_place(token.i)
            elsewhere |= token.pos == "PROPN" and self._does_one_thing(token.i)
            if elsewhere or not self._met_exactly(token.i):
                yield token.i

    def _does_so_too(self, i: int) -> bool:
        """Whether somebody whom the claim names is said to have followed: "Nepal joined. Chad did the same"."""
        behind = self.index.passages[self.theirs.index : self.theirs.index + 2]
        terms = [t for t in self.statement.terms if t.i == i]
        told = ((p, j) for p in behind for j in self.index.words_in(terms, p, self.aliases))
        return any(is_follower(p, j) for p, j in told)

    def _does_one_thing(self, i: int) -> bool:
        """Whether a claim names who did what one alone does: who directed a film, or plays the queen."""
        done = {part.whole for found in parts(self.ours).values() for part in found if part.relation == WHOM}
        verbs = (part.whole for part in parts(self.ours).get(i, ()) if part.relation == BY)
        return any(verb in done and self.ours.tokens[verb].lemma in BY_ONE for verb in verbs)

    def _in_place(self, i: int) -> bool:
        """Whether a word of the claim, if it says what its subject is, says so in the passage."""
        if i not in self._said_of_subject:
            return True
        told = (part for j in self.places.get(i, ()) for part in self._parts(j))
        return any(part.relation == IS and part.whole in self._wholes_of_subject for part in told)

    def _does_else(self, i: int, name: Sequence[Term]) -> bool:
        """Whether the passage names somebody for another deed, and has no part for him in the claim's."""
        if not self._does_one_thing(i) or any(t.i not in self.places for t in name):
            return False
        deeds = {part.whole for part in parts(self.ours).get(i, ()) if part.relation == BY}
        done_to = [o for o, found in parts(self.ours).items() if any(Part(WHOM, deed) in found for deed in deeds)]
        told = (part for o in done_to for j in self.places.get(o, ()) for part in self._parts(j))
        verbs = {part.whole for part in told if part.relation == WHOM} & {
            j for deed in deeds for j in self._wholes(deed)
        }
        hits = {j for t in name for j in self.places[t.i]}
        hits |= {part.whole for j in hits for part in self._parts(j) if part.relation == IS}
        return bool(hits and verbs) and not any(part.whole in verbs for j in hits for part in self._parts(j))

    def _formers(self) -> Iterator[Pair]:
        """What somebody or something is said to be now, and what it was: "its former parent company"."""
        if tense(self.ours, self.statement.root) is not Tense.PRESENT:
            return
        for i in self._said_of_subject:
            for j in self.places.get(i, ()) if self.ours.tokens[i].pos == "NOUN" else ():
                mine, other = _former(self.ours, i), _former(self.theirs, j)
                now = tense(self.theirs, j) is Tense.PRESENT
                if bool(mine) is not bool(other) and (other or now) and self._in_place(i):
                    yield mine or (i,), other or (j,)

    @property
    def of_others(self) -> bool:
        """Whether the passage says of others what a claim says that its subject is: "her husband, the architect"."""
        hits = [j for i in self._said_of_subject for j in self.places.get(i, ())]
        return bool(hits) and all(self._of_another(j) for j in hits)

    @property
    def of_the_country(self) -> bool:
        """Whether the passage says by its people from what country the claim's subject is: "a Peruvian singer"."""
        ours = {_country(t.lemma) for t in self.statement.terms} - {""}
        told = (t for t in self.theirs.tokens if t.pos == "ADJ" and _country(t.text) in ours)
        return any(p.relation == IS and p.whole in self._wholes_of_subject for t in told for p in self._parts(t.i))

    def _parts(self, i: int) -> frozenset[Part]:
        return parts(self.theirs).get(i, frozenset())

    @cached_property
    def _said_of_subject(self) -> Sequence[int]:
        """The words of the claim that say what its subject is."""
        return [
            i
            for i, found in parts(self.ours).items()
            if any(p.relation == IS and p.whole in self._about for p in found)
        ]

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
        owners = {part.whole for part in self._parts(i) if part.relation in (IS, KIND)}
        told = any(self.theirs.tokens[o].pos in ("PROPN", "NOUN") for o in owners)
        return told and not owners & self._named and all(self.theirs.tokens[o].pos != "PRON" for o in owners)

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
        return self._wholes_of_subject if i in self._about else self.places.get(i, {})

    @cached_property
    def _wholes_of_subject(self) -> frozenset[int]:
        return self._pronouns.union(*(self.places.get(i, {}) for i in self._about))

    @cached_property
    def _subject_there(self) -> frozenset[int]:
        """The same with what the passage says that it is: "Ada Obi is a footballer who plays for Lund"."""
        ours = self._wholes_of_subject
        return ours | {
            i for i, found in parts(self.theirs).items() if any(p.relation == IS and p.whole in ours for p in found)
        }

    @cached_property
    def _pronouns(self) -> frozenset[int]:
        if self.index.prose_count >= SHORT:
            return frozenset()
        return frozenset(t.i for t in self.theirs.tokens if t.tag == "PRP" and t.dep in ("nsubj", "nsubjpass"))

    def _joined_alike(self, ours: Part, theirs: Part, i: int, there: int) -> bool:
        """Whether two words are parts of one thing in the same way, as far as that must be so."""
        if dates.is_besides(self.theirs, theirs.whole) or self._one_of_many(ours) or self._is_other(theirs.whole):
            return False
        if self.theirs.tokens[there].text.lower() in CALENDAR or self.told_of_another(theirs.whole):
            return False
        own = self.theirs.tokens[theirs.whole].dep in ("nsubj", "nsubjpass")
        if ours.relation == KIND and own and self.ours.tokens[ours.whole].dep == "attr":
            return False  # "her first book was a success" is of another one than the second
        if ours.relation not in (BY, IS, KIND) and not self._of_ours_too(theirs.whole):
            return False
        mine, other = self.ours.tokens[i], self.theirs.tokens[there]
        of_one_sort = _of_one_sort(mine, other)
        names = mine.pos == other.pos == "PROPN" and not of_one_sort
        if {ours.relation, theirs.relation} & {IS, KIND}:
            return ours.relation == theirs.relation and (not names or self._names_one(ours, i, there))
        near = self.places.get(ours.whole, {}).get(theirs.whole, 1.0)
        if names and (near < lexicon.SYNONYM or not self._is_told(ours)):
            return False  # "exports to Peru" only tells which exports are meant
        # "Died of cancer", "died in a crash": the words themselves tell that they answer one question.
        return ours.relation == theirs.relation or of_one_sort

    def _is_other(self, i: int) -> bool:
        """Whether a word of the passage is of another one of its kind, or of some: "the vice president"."""
        said = {self.theirs.tokens[c].lemma.lower() for c in self.theirs.children[i]}
        return bool(said & (OTHERS | SOME) - {t.lemma.lower() for t in self.ours.tokens})

    def told_of_another(self, verb: int) -> bool:
        """Whether a verb is told of another of its kind: "earlier talks were held in Osa"."""
        return any(i in self.met and self._is_other(i) and not self._is_the(i) for i in self._partakers.get(verb, ()))

    def _is_the(self, i: int) -> bool:
        """Whether a thing of the passage is known: "the earlier ruling" may well be the claim's."""
        return any(self.theirs.tokens[c].lemma.lower() == "the" for c in self.theirs.children[i])

    @cached_property
    def _partakers(self) -> Mapping[int, Sequence[int]]:
        """Who does what each verb of the passage says, and to whom it is done."""
        found: dict[int, list[int]] = defaultdict(list)
        for i, told in parts(self.theirs).items():
            for part in told:
                if part.relation in (BY, WHOM):
                    found[part.whole].append(i)
        return found

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
        if any(
            self.theirs.tokens[c].pos == "NOUN" and c not in self.met for c in narrowing(self.theirs, self._over(there))
        ):
            return False  # the "finance director" is no chief executive
        return not about and not named.is_listed(self.theirs, there) and all(map(self._met_exactly, which))

    def _over(self, there: int) -> int:
        """What a name of the passage is said to be: the director of "its director, Bo Roe"."""
        return next((p.whole for p in self._parts(there) if p.relation in (IS, KIND)), there)

    def _one_of_many(self, part: Part) -> bool:
        """Whether a claim tells one thing where there may be more than one: "played for Lund", "has a red door"."""
        whole = self.ours.tokens[part.whole]
        if part.relation in (BY, IS):
            return False
        if part.relation == KIND:
            articles = (self.ours.tokens[c].lemma for c in self.ours.children[whole.i])
            had = whole.dep == "dobj" and self.ours.tokens[whole.head].lemma in MANY | {"have"}
            return had and any(word in ("a", "an") for word in articles)
        return whole.lemma in MANY or (whole.lemma in CAREERS and tense(self.ours, whole.i) is Tense.PAST)

    def _of_ours_too(self, verb: int) -> bool:
        """Whether a verb of the passage is said of the claim's subject, as far as it tells."""
        takes_part = set(self._partakers.get(verb, ()))
        return not takes_part or not self._subject_there or bool(takes_part & self._subject_there)

    def _ruled_out(self, i: int, there: int) -> Pair | None:
        """A word of the claim and what stands in its place, where both cannot hold."""
        token = self.theirs.tokens[there]
        said = ranks.predicating(self.theirs, there) if token.lemma in RANKS else there
        asserted = standing(self.theirs, said).factuality is Factuality.ASSERTED
        listed = bool(_country(token.text)) and named.how_many(self.theirs, there) > named.FEW
        return ((i,), (there,)) if asserted and not listed and self._rivals(self.ours.tokens[i], token) else None

    def _rivals(self, mine: Token, other: Token) -> bool:
        """Whether two words answer one question: of which country, the how-manieth, of what kind."""
        if _country(mine.text) or _country(other.text):
            return foreign(mine.text, other.text)
        if mine.lemma in RANKS and other.lemma in RANKS:
            # The first since 2019 may be the third of all.
            apart = RANKS[mine.lemma] != RANKS[other.lemma]
            return apart and not (_is_bounded(self.ours, mine) or _is_bounded(self.theirs, other))
        if self._of_one_kin(mine, other):
            return True
        superlatives = mine.tag == other.tag == "JJS"
        return _of_one_sort(mine, other) or (superlatives and lexicon.opposed(mine.lemma, other.lemma))

    def _of_one_kin(self, mine: Token, other: Token) -> bool:
        """Whether two words say what somebody is to one and the same: "Ada's sister", "her mother"."""
        if not sorts.KIN.apart([mine.lemma], [other.lemma]):
            return False
        whose = [i for i, found in parts(self.ours).items() if Part("of", mine.i) in found]
        theirs = [i for i, found in parts(self.theirs).items() if Part("of", other.i) in found]
        names = [t.i for i in whose for t in self.statement.terms if t.i in subtree(self.ours, i)]
        said = frozenset[int]().union(*(subtree(self.theirs, i) for i in theirs))
        if any(self.theirs.tokens[i].pos == "PRON" for i in theirs):
            return bool(names)
        return bool(names) and all(said & self.places.get(i, {}).keys() for i in names)

    @cached_property
    def _exact(self) -> frozenset[int]:
        return frozenset(i for hits in self.places.values() for i, near in hits.items() if near >= lexicon.SYNONYM)

    def _met_exactly(self, i: int) -> bool:
        return max(self.places.get(i, {}).values(), default=0.0) >= lexicon.SYNONYM

    def _nations(self) -> Iterator[Pair]:
        """Of which country somebody is: "is from Chile", "a Peruvian singer"."""
        lost = [t.i for t in self.statement.terms if _country(t.lemma) and not self.places[t.i]]
        # "Nepalese soldiers" are of the claim's Nepal, of what country else it may speak.
        own = {j for t in self.statement.terms if t.pos == "PROPN" for j in self.places[t.i]}
        for token in self.theirs.tokens if lost else ():
            if token.i in own:
                continue
            if token.pos == "ADJ" and token.dep in ("amod", "acomp") and _country(token.text) and self._of_ours(token):
                yield from (((i,), (token.i,)) for i in lost if foreign(self.ours.tokens[i].text, token.text))

    def _of_ours(self, token: Token) -> bool:
        """Whether a word tells of what kind somebody or something is that the claim speaks of."""
        if self.theirs.tokens[token.head].dep in ("attr", "appos", "nsubj"):
            return True
        return any(part.whole in self.met for part in self._parts(token.i))

    def _named_otherwise(self, i: int, there: int) -> Pair | None:
        """A name of the claim, and the name that stands in its place, both whole."""
        told = self.ours.tokens[self.statement.root].pos in ("VERB", "AUX")
        if (
            not told
            or self._ranks_otherwise
            or self.theirs.tokens[there].pos != "PROPN"
            or named.in_name(self.theirs, there)
        ):
            return None
        ours, theirs = named.phrase(self.ours, i), named.whole_name(self.theirs, there)
        name = [t for t in self.statement.terms if t.i in ours and t.name]
        said = any(self.index.hits(t, self.aliases) for t in name) and not self._does_else(i, name)
        if not name or said or self.met & set(theirs):
            return None
        mine, other = named.words(self.ours, ours), named.words(self.theirs, theirs)
        placed = any(part.relation in WHERE | {IS} for part in parts(self.ours).get(i, ()))
        same = named.are_initials(mine, other) or (placed and named.perhaps_within(mine, other))
        return None if same or named.how_many(self.theirs, there) > named.FEW else (ours, theirs)

    @cached_property
    def _ranks_otherwise(self) -> bool:
        """Whether a claim is about a rank and the passage gives another one: who came second is not who came third."""
        wanted = [slot.mention.value for slot in self.statement.tested if slot.kind == "ordinal"]
        found = [m.value for m in ordinal.find(self.theirs)] if wanted else []
        related = {ranks.relate(theirs, ours) for theirs in found for ours in wanted}
        return Relation.EXCLUDES in related and Relation.ENTAILS not in related


def _of_one_sort(mine: Token, other: Token) -> bool:
    """Whether two words are of one sort, of which nothing is both; "racing" may be read as of "race"."""
    return any(
        sorts.apart(a, b) for a in (lemma_of(mine), mine.text.lower()) for b in (lemma_of(other), other.text.lower())
    )


def _is_bounded(passage: Passage, rank: Token) -> bool:
    """Whether a rank is one among those since a year: "the first since 2019"."""
    return since(passage, rank.end - passage.span.start)[0] > 0


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


def _former(passage: Passage, i: int) -> tuple[int, ...]:
    """The words before a noun by which it is said of a time before."""
    return tuple(c for c in narrowing(passage, i) if passage.tokens[c].lemma.lower() in FORMER)
