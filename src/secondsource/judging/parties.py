"""Who takes part in what is said: whether a passage names the claim's participant in a role, or another one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from secondsource.aligning.index import TOPIC, Hit, SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT, Term, lemma_of
from secondsource.grammar.wordlist import word_set
from secondsource.judging.agency import THEMES
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import subtree
from secondsource.language.tokens import of_passage

NEAR = 0.6
"""How near a word must come to the claim's for it to say the same deed."""

FILLED = 0.4
"""The share of a participant's words that must be met for it to be the same one."""

RESUMED = 0.5
"""How much in mind a passage must be for "he" or "the bill" to go back to it."""

_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "parataxis", "punct"})

STAND_INS = word_set("""
    plan project scheme proposal application request bid move measure step decision matter case issue idea deal thing
    one body event affair document paper text item place site area building premise structure work product object
    man woman person people boy girl child official leader boss chief suspect accused defendant victim candidate
    politician player veteran member side party other both group organisation organization company firm institution
    agency authority outfit concern team club owner spokesman spokeswoman spokesperson country nation state
    share part half number majority series pair couple many most all everyone everybody somebody someone
    """)
"""Nouns that may stand for what was named by its own: "the scheme" for a tunnel, "the suspect" for a banker."""

MEMBERS = {
    "council": word_set("councillor councilor councilman councilwoman alderman mayor city town committee"),
    "parliament": word_set("lawmaker legislator deputy mp senator house chamber assembly senate congress"),
    "court": word_set("judge justice jury panel bench tribunal magistrate"),
    "police": word_set("officer detective constable sheriff force investigator"),
    "government": word_set("minister ministry cabinet premier administration department president treasury"),
    "company": word_set("board management shareholder executive director chairman"),
    "union": word_set("worker employee staff driver teacher nurse picket striker"),
    "school": word_set("head headmaster headteacher governor teacher principal"),
    "hospital": word_set("doctor trust surgeon medic"),
    "club": word_set("board coach manager"),
    "city": word_set("council mayor councillor authority"),
}
"""Who acts for a body, so that one may be named for the other."""

ACTING = word_set("""
    office spokesman spokeswoman spokesperson government administration ministry department management board staff
    team lawyer counsel leadership force army troop police official chief leader council crew
    """)
"""Those by whom somebody acts whose they are: "the company's board agreed"."""

INSTRUMENTS = word_set("""
    bill law act motion rule ruling vote decree order proposal plan letter statement report decision verdict judgment
    amendment resolution measure treaty agreement deal majority margin
    """)
"""What something is done by and nobody: "a bill that bans it", "refused by seven votes"."""

MEASURES = word_set("price cost rate level number volume value amount size quantity total figure")
"""What is said of a thing itself as well: "bread became dearer" of its price."""

OF_ANOTHER = word_set("""
    assistant deputy vice former other another second junior ex shadow early previous prior preceding
    """)
"""What tells one thing of a kind from the one that is meant without it."""


class Fit(StrEnum):
    """How who or what a passage names in a role goes with the claim's."""

    SAME = "the same"
    OTHER = "another"
    UNLIKE = "another noun"
    """Another thing, as far as its noun tells."""
    OPEN = "not told"


NOT_OURS = frozenset({Fit.OTHER, Fit.UNLIKE})
"""How somebody goes with the claim's who is another."""


@lru_cache(maxsize=65536)
def may_stand_for(a: str, b: str) -> bool:
    """Whether two nouns may be said of one thing: synonyms, a kind and what is of it, a body and who acts for it.

    >>> may_stand_for("crew", "sailor"), may_stand_for("strike", "march")
    (True, False)
    """
    if lexicon.kinship(a, b) >= lexicon.RELATED or lexicon.opposed(a, b):
        return True
    if b in lexicon.hypernyms(a) or a in lexicon.hypernyms(b):
        return True
    return b in MEMBERS.get(a, ()) or a in MEMBERS.get(b, ())


@of_passage
def party(passage: Passage, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Who or what takes part: nouns with what says which, without clauses and what a preposition only adds to them.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The mayor of Osa left.")).passages
    >>> [passage.tokens[i].text for i in sorted(party(passage, (1,)))]
    ['The', 'mayor', 'of', 'Osa']
    """
    found = list(heads)
    for i in found:
        below = (passage.tokens[c] for c in passage.children[i])
        found += [t.i for t in below if t.dep not in _BELOW and t.i not in found and not _apart(t)]
    return tuple(found)


def _apart(token: Token) -> bool:
    """Whether a preposition only adds to a noun, and does not say which: "the designer, for copying a lamp"."""
    return token.dep == "prep" and token.lemma not in THEMES


@dataclass(frozen=True, eq=False)
class Parties:
    """The participants of a claim beside those of a passage."""

    statement: Statement
    index: SourceIndex
    passage: Passage
    aliases: Aliases

    def fit(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Fit:
        """Whether the passage names the claim's participant, another one, or goes on about one named before it."""
        if not ours or not theirs:
            return Fit.OPEN
        phrase = party(self.passage, theirs)
        if self._met(ours, phrase):
            return Fit.UNLIKE if self._another_of_its_kind(ours, phrase) else Fit.SAME
        if self._pronoun(theirs) and self.in_mind(self._terms(ours)):
            return Fit.SAME
        named = any(is_named(self.statement.passage, i, ("compound",)) for i in ours)
        if named and any(is_named(self.passage, i, ("compound", "poss")) for i in theirs):
            return Fit.OTHER
        unlike = (
            self._another(ours, theirs)
            or self._is_had(ours, theirs)
            or self._restricted(ours, phrase)
            or self._only_ours(ours, phrase)
        )
        return Fit.UNLIKE if unlike else Fit.OPEN

    def _met(self, ours: Iterable[int], where: Iterable[int]) -> bool:
        """Whether a participant is named at a place: by its name, or by its noun with enough of what belongs to it."""
        everywhere, heads = set(where), set(ours)
        where = everywhere - _owners(self.passage, everywhere)
        near = {t: self._near(t, where) for t in self._terms(heads)}
        heads |= _measured_of(self.statement.passage, heads)
        if any(t.name and t.i in heads for t in near):
            return any(t.name and kin for t, kin in near.items())
        if self._restricted(heads, everywhere):
            return False
        if not any(self.passage.tokens[i].pos == "PROPN" for i in where):
            # "The prior" is the prior of Elmstead in a text about Elmstead.
            near = {t: kin or TOPIC * bool(self.index.hits(t, self.aliases)) for t, kin in near.items()}
        owners = _possessors(self.passage, where)
        heads_met = any(self._near(t, where - owners) >= NEAR for t in near if t.i in heads)
        total = sum(t.weight for t in near)
        return heads_met and sum(t.weight * kin for t, kin in near.items()) >= FILLED * total

    def told_elsewhere(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether a passage has the claim's noun in another part, and another noun in this one: "convicted of arson and
        cleared of murder"."""
        tokens = self.statement.passage.tokens, self.passage.tokens
        nouns = [{tokens[side][i].pos for i in part} for side, part in enumerate((ours, theirs))]
        if nouns != [{"NOUN"}, {"NOUN"}]:
            return False
        hits = self.index.words_in(self._terms(ours), self.passage, self.aliases)
        return bool(hits) and hits.isdisjoint(party(self.passage, theirs))

    def named(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether a participant is named in a role of the passage."""
        return self._met(ours, party(self.passage, theirs))

    def may_be(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether a participant is named, or only gone back to: "he", "the company"."""
        if self.named(ours, theirs):
            return True
        back = bool(theirs) and all(_goes_back(self.passage, self.passage.tokens[i]) for i in theirs)
        return back and self.in_mind(self._terms(ours))

    def in_mind(self, terms: list[Term]) -> bool:
        """Whether what a reader has in mind, or the passage itself, names one of them."""
        near = {i for i, weight in self.index.context(self.passage).items() if weight > RESUMED}
        near.add(self.passage.index)
        return any(near & self.index.hits(t, self.aliases).keys() for t in terms)

    def unheard_of(self, ours: tuple[int, ...]) -> bool:
        """Whether a participant has a name that neither the passage nor what a reader has in mind gives."""
        above = self.statement.passage.ancestors
        names = [t for t in self.statement.terms if t.name and set(ours) & {t.i, *above(t.i)}]
        return bool(names) and not self.in_mind(names)

    def in_row(self) -> Fit:
        """Whether a row or a fragment is about what the claim is about: most of its words."""
        everywhere = set(range(len(self.passage.tokens)))
        about = [t for t in self.statement.terms if t.i != self.statement.root]
        total = sum(t.weight for t in about)
        got = sum(t.weight * self._near(t, everywhere) for t in about)
        return Fit.SAME if total and got >= RESUMED * total else Fit.OPEN

    def words(self, terms: Iterable[Term]) -> frozenset[int]:
        """The words of the passage that are met for words of the claim."""
        return self.index.words_in(terms, self.passage, self.aliases)

    def _only_ours(self, ours: tuple[int, ...], phrase: Sequence[int]) -> bool:
        """Whether it is somebody of the claim's participant, and not that one: "the banker's driver"."""
        return not self.words(t for t in self.statement.terms if t.i in ours).isdisjoint(phrase)

    def _another_of_its_kind(self, ours: tuple[int, ...], phrase: tuple[int, ...]) -> bool:
        """Whether what says which of its kind differs: the price of milk and of bread, sales to Chad and Peru."""
        best: dict[int, float] = {}
        for h in self.index.hits_in(self.statement.terms, self.passage, self.aliases):
            best[h.token] = max(h.kinship, best.get(h.token, 0.0))
        # "Cars" is the second of "electric cars", and not the first too.
        met = {
            t for t in self._terms(ours) if any(h.token in phrase and h.kinship >= best[h.token] for h in self._hits(t))
        }
        mine = [t for t in self._terms(ours) if t.i not in ours and t not in met]
        other = [self.passage.tokens[i] for i in phrase if i not in best]
        return any(_same_sort(t, o) for t in mine for o in other if o.dep in ("compound", "pobj", "nmod", "poss"))

    def _is_had(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether it is something of the claim's participant: "the hospital will stay, but its maternity ward"."""
        heads = [self.passage.tokens[i] for i in theirs]
        if not all(t.pos == "NOUN" and t.lemma not in ACTING for t in heads):
            return False
        owned = all(any(self.passage.tokens[c].tag == "PRP$" for c in self.passage.children[t.i]) for t in heads)
        mine = [t for t in self.statement.terms if t.i in ours and not t.name]
        return owned and bool(self.words(mine))

    def _another(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether the nouns in a role are of other things than the claim's: a march where the claim has a strike."""
        mine, other = (
            [p.tokens[i] for i in heads] for p, heads in ((self.statement.passage, ours), (self.passage, theirs))
        )
        kinds = {t.pos for t in (*mine, *other)}
        if len(kinds) > 1 or not kinds <= {"NOUN", "PROPN"} or any(lemma_of(t) in STAND_INS for t in (*mine, *other)):
            return False
        return not any(may_stand_for(lemma_of(a), lemma_of(b)) for a in mine for b in other)

    def _pronoun(self, theirs: tuple[int, ...]) -> bool:
        return all(self.passage.tokens[i].pos in ("PRON", "DET") for i in theirs)

    def _terms(self, ours: Iterable[int]) -> list[Term]:
        phrase = set(party(self.statement.passage, tuple(ours)))
        return [t for t in self.statement.terms if t.i in phrase]

    def _hits(self, term: Term) -> Iterable[Hit]:
        return self.index.hits_in((term,), self.passage, self.aliases)

    def _near(self, term: Term, where: set[int]) -> float:
        return max((h.kinship for h in self._hits(term) if h.token in where), default=0.0)

    def _restricted(self, ours: Iterable[int], where: Iterable[int]) -> bool:
        """Whether it is another of the kind: the deputy mayor."""
        return any(_restricts(self.passage, h) for h in where) and not any(
            _restricts(self.statement.passage, i) for i in party(self.statement.passage, tuple(ours))
        )


def _measured_of(passage: Passage, heads: Iterable[int]) -> set[int]:
    """What a measure is of: the bread whose price it is."""
    measures = (i for i in heads if passage.tokens[i].lemma in MEASURES)
    below = [c for i in measures for c in passage.children[i]]
    direct = {c for c in below if passage.tokens[c].dep in ("compound", "nmod")}
    return direct | {n for c in below if passage.tokens[c].lemma == "of" for n in passage.children[c]}


def _owners(passage: Passage, where: Iterable[int]) -> set[int]:
    """Whose somebody is, or what he is for: "the banker's driver", "a bank clerk" are neither banker nor bank."""
    people = (i for i in where if passage.tokens[i].pos == "NOUN" and lexicon.person_noun(lemma_of(passage.tokens[i])))
    below = (c for i in people for c in passage.children[i] if passage.tokens[c].dep in ("poss", "compound"))
    return {j for c in below for j in subtree(passage, c)}


def _possessors(passage: Passage, where: Iterable[int]) -> set[int]:
    """Whose something is, where that does not act for them: "the mayor's party" is no mayor."""
    had = (passage.tokens[i] for i in where if passage.tokens[i].dep == "poss")
    return {t.i for t in had if passage.tokens[t.head].lemma not in ACTING}


def _same_sort(ours: Term, theirs: Token) -> bool:
    """Whether a word that is not the claim's says which one of a kind, as the claim's does: a name, or a noun."""
    if theirs.pos == "PROPN" or ours.name:
        return ours.name and theirs.pos == "PROPN"
    lemma = lemma_of(theirs)
    telling = theirs.pos == "NOUN" and lemma not in LIGHT and lemma not in STAND_INS and lemma not in INSTRUMENTS
    return telling and ours.pos in ("NOUN", "ADJ") and not may_stand_for(ours.lemma, lemma)


def _restricts(passage: Passage, i: int) -> bool:
    return passage.tokens[i].lemma in OF_ANOTHER


def is_named(passage: Passage, i: int, by: tuple[str, ...]) -> bool:
    """Whether a noun is a name, or has one before it; "the Treasury" and "Parliament" are no names of their own."""
    before = (passage.tokens[c] for c in passage.children[i] if passage.tokens[c].dep in by)
    return any(t.pos == "PROPN" and not lexicon.known(lemma_of(t)) for t in (passage.tokens[i], *before))


def _goes_back(passage: Passage, token: Token) -> bool:
    """Whether a noun only points back: "he", "the coach", "both"."""
    if token.pos in ("PRON", "DET"):
        return True
    below = [passage.tokens[c] for c in passage.children[token.i]]
    return token.pos == "NOUN" and bool(below) and all(t.dep in ("det", "poss", "punct") for t in below)
