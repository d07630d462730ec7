"""What a claim says was done, by whom and to whom; and where a source says that, or the opposite, of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from secondsource.aligning.index import TOPIC, Hit, SourceIndex
from secondsource.aligning.others import CONVERSES, Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import FAINT, LIGHT, Term, is_content, lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import (
    Roles,
    coordinated,
    is_finite,
    is_passive,
    is_predicate,
    predicate_of,
    roles_of,
    subject_of,
    subtree,
)
from secondsource.language.exceptions import left_out
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind

NEAR = 0.6
"""How near a word must come to the claim's for it to say the same deed."""

FILLED = 0.4
"""The share of a participant's words that must be met for it to be the same one."""

RESUMED = 0.5
"""How much in mind a passage must be for "he" or "the bill" to go back to it."""

_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "parataxis", "punct"})
_THEMES = frozenset({"of", "to", "on", "for", "against", "in", "over", "between"})
_PARTNERS = frozenset({"with", "against"})
"""Prepositions that bring in somebody who takes part."""
_WHICH = frozenset({"of", "to", "from", "with", "against", "for", "by", "between"})
"""Prepositions that bring in somebody who takes part, or say which one of its kind a thing is."""

_COMPLEMENTS = frozenset({"acomp", "oprd", "dobj"})

EMPTY = word_set("""
    be have do make take get give put go come become remain keep stay say tell set begin start use hold see carry bring
    """)
"""Verbs that say what was done only together with what completes them."""

STAYING = word_set("stay remain keep hold leave continue go")
"""Verbs that say what went on only together with what follows them: "remains closed", "keeps out"."""

REVERSALS = word_set("""
    release free reopen resume restart return reinstate restore lift recover refloat recapture reoccupy revive recall
    """)
"""Deeds that undo another: who was released had been arrested."""

STAGES = frozenset({"departing", "arriving", "returning", "sending", "withdrawing"})
"""What is done one after the other on one journey, so that neither rules the other out."""

MUTUAL = word_set("""
    meet marry wed divorce collide crash agree merge talk play face draw fight clash negotiate sign join cooperate
    compete trade argue quarrel border resemble equal match accompany follow precede replace call contact
    """)
"""Verbs that are true both ways, or whose two sides are easily told the other way about."""


_SIDES = ("to", "from", "dative")

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


INSTRUMENTS = word_set("""
    bill law act motion rule ruling vote decree order proposal plan letter statement report decision verdict judgment
    amendment resolution measure treaty agreement deal majority margin
    """)
"""What something is done by and nobody: "a bill that bans it", "refused by seven votes"."""


class Fit(StrEnum):
    """How who or what a passage names in a role goes with the claim's."""

    SAME = "the same"
    OTHER = "another"
    UNLIKE = "another noun"
    """Another thing, as far as its noun tells."""
    OPEN = "not told"


_NOT_OURS = frozenset({Fit.OTHER, Fit.UNLIKE})


@dataclass(frozen=True, slots=True)
class Deed:
    """A place where a source says what the claim says was done, or the opposite."""

    passage: Passage
    token: int
    opposite: bool
    theme: Fit
    """Whether it happens to the claim's own thing."""
    agent: Fit
    alone: bool = False
    """Whether it leaves open who did it, where the claim names somebody whom nothing near speaks of."""
    swapped: bool = False
    """Whether who does it and to whom it is done have changed places."""
    left_out: bool = False
    """Whether the passage says it of others and not of the claim's participant: "everyone except Ito"."""

    @property
    def ours(self) -> bool:
        """Whether it is said of the claim's participants."""
        fits = {self.theme, self.agent}
        return Fit.SAME in fits and fits.isdisjoint(_NOT_OURS) and not self.alone

    @property
    def likeness(self) -> int:
        """How well the participants that it names go with the claim's."""
        fits = (self.theme, self.agent)
        return fits.count(Fit.SAME) - 2 * sum(fit in _NOT_OURS for fit in fits) - self.swapped

    @property
    def perhaps_ours(self) -> bool:
        """Whether nothing tells that it is said of others than the claim's participants."""
        return not self.opposite and _NOT_OURS.isdisjoint((self.theme, self.agent))

    @property
    def excludes(self) -> bool:
        """Whether the claim cannot be true beside it: the opposite befalls the same, or the two sides are swapped."""
        return self.swapped or (self.opposite and self.theme is Fit.SAME and self.agent is not Fit.OTHER)


def predicate(statement: Statement) -> tuple[Term, ...]:
    """The words of a claim that say what was done or how things are: its verb, or what completes one that says little.

    >>> from secondsource.aligning.statement import statements
    >>> [t.lemma for t in predicate(statements("The council took the mayor into custody.")[0])]
    ['take']
    >>> [t.lemma for t in predicate(statements("The appeal was unsuccessful.")[0])]
    ['unsuccessful']
    """
    passage = statement.passage
    terms = {t.i: t for t in statement.terms}
    found, pending, seen = [], [statement.root], set[int]()
    while pending:
        i = pending.pop()
        if i in seen:
            continue
        seen.add(i)
        token = passage.tokens[i]
        term = terms.get(i) or _by_expression(passage, i)
        little = token.lemma in EMPTY or token.pos == "AUX"
        if term is not None and (term.groups or not little) and not term.name:
            found.append(term)
        if little or VERBS.get(token.lemma) is Attitude.PASSES_ON:
            wanted = _COMPLEMENTS if little and not (term and term.groups) else frozenset[str]()
            pending += [c for c in passage.children[i] if passage.tokens[c].dep in {*wanted, "xcomp"}]
    return tuple(found)


def _by_expression(passage: Passage, i: int) -> Term | None:
    """A verb that says nothing alone as part of what it says with others: "let the lorry through"."""
    token = passage.tokens[i]
    if token.pos != "VERB":
        return None
    groups = tuple(group for start, end, group in expressions(passage) if start <= i < end)
    return Term(lemma_of(token), False, FAINT, i, token.pos, groups) if groups else None


def deeds(
    statement: Statement, index: SourceIndex, aliases: Aliases, among: Sequence[Passage] | None = None
) -> dict[int, list[Deed]]:
    """Where a source says what the claim says was done, or the opposite of it, with its participants: by passage.

    ``among`` are the passages to look in, if not all.
    """
    found: dict[int, list[Deed]] = {}
    for term in predicate(statement):
        ours = roles_in_claim(statement, term.i)
        for passage, here, against in told_of(statement, term, index, aliases, among):
            reader = _Participants(statement, index, passage, aliases)
            said = [reader.deed(ours, token, opposite=False) for token in here]
            said += [reader.deed(ours, token, opposite=True) for token in against]
            said += [reader.again(ours, stump, token) for stump, token in _ellipses(passage, here)]
            if said:
                found.setdefault(passage.index, []).extend(said)
    return found


@lru_cache(maxsize=4096)
def tells_who(statement: Statement) -> bool:
    """Whether a claim says who did it so that another may be told from that one: by name, or of what was done to what.

    >>> from secondsource.aligning.statement import statements
    >>> tells_who(statements("Letters came in.")[0]), tells_who(statements("Ida Lund came in.")[0])
    (False, True)
    """
    parts = (roles_in_claim(statement, term.i) for term in predicate(statement))
    return any(
        ours.object or any(_is_named(statement.passage, i, ("compound",)) for i in ours.agent)
        for ours in parts
        if ours.agent
    )


def told_of(
    statement: Statement, term: Term, index: SourceIndex, aliases: Aliases, among: Sequence[Passage] | None = None
) -> Iterator[tuple[Passage, frozenset[int], frozenset[int]]]:
    """Each passage with its tokens that say what a word of the claim says, and those that say the opposite.

    ``among`` are the passages to look in, if not all.
    """
    whole = _says_alone(statement.passage, term.i)
    hits = index.hits(term, aliases)
    for passage in index.passages if among is None else among:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING):
            continue
        here = _same(term, whole, passage, hits.get(passage.index, ()))
        against = _against(passage, term.lemma, term.groups, whole)
        # "Voted it down" is not "voted": an expression says what none of its words says.
        here -= against & {start for start, _, _ in expressions(passage)}
        yield passage, here, against - here


_STUMPS = frozenset({"do", "have", "be", "will", "would", "can", "could"})
_FULL = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "prep", "advmod"})


def _ellipses(passage: Passage, here: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Verbs that only stand for one said before: "Roe signed it; Ito did not". (where, the verb that is meant)."""
    for token in passage.tokens if here else ():
        if token.lemma not in _STUMPS or token.dep in ("aux", "auxpass"):
            continue
        below = [passage.tokens[c] for c in passage.children[token.i] if c > token.i]
        verb = next((i for i in sorted(here, reverse=True) if i < token.i and _verbal(passage.tokens[i])), None)
        if verb is not None and subject_of(passage, token.i) is not None and not any(t.dep in _FULL for t in below):
            yield token.i, verb


def roles_in_claim(statement: Statement, i: int) -> Roles:
    """Who does what to whom in the claim; what completes a verb that says little has its own "of"."""
    root = roles_of(statement.passage, statement.root)
    return root if i == statement.root or not _verbal(statement.passage.tokens[i]) else roles_of(statement.passage, i)


def _verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def _same(term: Term, whole: bool, passage: Passage, hits: Iterable[Hit]) -> frozenset[int]:
    """The tokens of a passage that say the same as a word of the claim, of whatever word class."""
    begun = {start for start, _, group in expressions(passage) if group in term.groups}
    return frozenset(
        h.token
        for h in hits
        if h.kinship >= NEAR and passage.tokens[h.token].pos != "PROPN"
        # "Went" is not "went up": of an expression one word alone says nothing.
        if whole or not term.groups or h.token in begun or _in_group(term, passage.tokens[h.token])
    )


def _says_alone(passage: Passage, i: int) -> bool:
    """Whether a verb says its deed without the rest of an expression: "extend the deadline", and not "call off"."""
    token = passage.tokens[i]
    particle = any(passage.tokens[c].dep in ("prt", "prep") for c in passage.children[i])
    return not particle and token.lemma not in EMPTY and token.lemma not in LIGHT


def _in_group(term: Term, token: Token) -> bool:
    groups = lexicon.groups(lemma_of(token))
    return any(groups.get(group, 0.0) >= NEAR for group in term.groups)


@of_passage
def _against(passage: Passage, word: str, groups: tuple[str, ...], whole: bool) -> frozenset[int]:
    """The tokens of a passage that say the opposite of a word of the claim, or of the expressions that it is part of,
    alone or as expressions."""
    strong = frozenset(groups) | (lexicon.meant(word) if whole or not groups else frozenset())
    if strong & STAGES:
        return frozenset()
    against = lexicon.against(strong)
    found = {
        start
        for start, _, group in expressions(passage)
        if group in against and not any(g in strong for s, _, g in expressions(passage) if s == start)
    }
    for token in passage.tokens:
        if not is_content(token) or token.pos == "PROPN":
            continue
        lemma = lemma_of(token)
        mine = lexicon.meant(lemma)
        if lexicon.opposed(word, lemma) if not groups else against & mine and not strong & mine:
            found.update((token.i,) if token.lemma not in STAYING or _holds(passage, token.i) else ())
    return frozenset(i for i in found if passage.tokens[i].lemma not in REVERSALS)


def _holds(passage: Passage, i: int) -> bool:
    """Whether a verb that says little has an object and no more: "kept its licence", and not "kept it closed"."""
    below = {passage.tokens[c].dep for c in passage.children[i]}
    return not below & {"acomp", "oprd", "xcomp", "ccomp", "prt", "attr", "prep"}


class _Participants:
    """Who takes part in what a passage says, beside who takes part in what the claim says."""

    def __init__(self, statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> None:
        self.statement, self.index, self.passage, self.aliases = statement, index, passage, aliases

    def deed(self, ours: Roles, token: int, opposite: bool) -> Deed:
        """What a word of the passage says, of whom: the reading that goes best with the claim's participants."""
        of_whom = readings(self.passage, token)
        if not of_whom:
            return Deed(self.passage, token, opposite, self._in_row(), Fit.OPEN)
        found = (self._read(ours, theirs, token, opposite) for theirs in of_whom)
        return max(found, key=lambda deed: deed.likeness)

    def _read(self, ours: Roles, theirs: Roles, token: int, opposite: bool) -> Deed:
        agent = self._fit(ours.agent, tuple(i for i in theirs.agent if not self._only_means(i)))
        if self._with_others(ours, theirs, _PARTNERS):
            return Deed(self.passage, token, opposite, Fit.OTHER, agent)
        if self._left_out((*ours.agent, *ours.object)):
            return self._reversed(ours, theirs, token, opposite)
        if not opposite and self._with_others(ours, theirs, _WHICH):
            return Deed(self.passage, token, opposite, Fit.UNLIKE, agent)
        if not ours.object:
            # "The rate rose", "the bank raised the rate": what it happens to.
            fits = [agent] if theirs.agent else []
            fits += [self._fit(ours.agent, theirs.object)] if theirs.object and not (opposite and fits) else []
            theme = next((f for f in (Fit.SAME, Fit.OPEN, *fits) if f in fits), Fit.OPEN)
            return Deed(self.passage, token, opposite, theme, Fit.OPEN)
        theme = self._fit(ours.object, theirs.object or _brought_in(theirs))
        if opposite and self.passage.tokens[token].lemma in CONVERSES and agent is not Fit.SAME:
            # "A circus sold the zoo the elephant" tells of the zoo's buying it.
            sides = tuple(i for word in _SIDES for i in theirs.oblique.get(word, ()))
            return Deed(self.passage, token, False, theme, self._fit(ours.agent, sides), alone=not sides)
        alone = not theirs.agent and agent is Fit.OPEN and self._unheard_of(ours.agent)
        if not opposite and agent is not Fit.SAME and self._given_to(ours, theirs):
            # "Ito was sold the yard", where the claim has Ito selling it.
            return Deed(self.passage, token, opposite, theme, Fit.OTHER, swapped=self._changed_sides(ours, theirs))
        swapped = not opposite and Fit.SAME not in (agent, theme) and self._swapped(ours, theirs)
        return Deed(self.passage, token, opposite, theme, agent, alone, swapped)

    def _given_to(self, ours: Roles, theirs: Roles) -> bool:
        """Whether the passage has the claim's giver as the one to whom it is given."""
        return any(self._met(ours.agent, party(self.passage, theirs.oblique.get(w, ()))) for w in ("to", "dative"))

    def _changed_sides(self, ours: Roles, theirs: Roles) -> bool:
        """Whether the claim's receiver does it as well."""
        receiver = ours.oblique.get("to", ()) or ours.oblique.get("dative", ())
        return bool(receiver) and self._met(receiver, party(self.passage, theirs.agent))

    def again(self, ours: Roles, stump: int, token: int) -> Deed:
        """What a verb before is said of anew: "Roe signed it; Ito did not"."""
        said = self._read(ours, next(iter(_of_verb(self.passage, token))), token, opposite=False)
        agent = self._fit(ours.agent, roles_of(self.passage, stump).agent)
        theme = said.theme if ours.object else agent
        return Deed(self.passage, stump, False, theme, agent)

    def _swapped(self, ours: Roles, theirs: Roles) -> bool:
        """Whether who does it and to whom it is done have changed places."""
        tokens = self.statement.passage.tokens
        return (
            tokens[self.statement.root].lemma not in MUTUAL
            and self._met(ours.object, party(self.passage, theirs.agent))
            and self._may_be(ours.agent, theirs.object)
            and all(_acts(tokens[i]) for i in (*ours.agent, *ours.object))
        )

    def _left_out(self, ours: tuple[int, ...]) -> bool:
        """Whether the passage names one of the claim's participants only as left out."""
        out = left_out(self.passage)
        if not out:
            return False
        heads = (t for t in self.statement.terms if t.i in ours)
        met = (self._words((t,)) for t in heads)
        return any(places and places <= out for places in met)

    def _reversed(self, ours: Roles, theirs: Roles, token: int, opposite: bool) -> Deed:
        """What is said of all but the claim's participant is not so of that one; what others avoided, who knows."""
        others = self._fit(ours.object, theirs.object) if ours.object and not self._left_out(ours.object) else Fit.SAME
        theme = Fit.OTHER if opposite or others is not Fit.SAME else Fit.SAME
        return Deed(self.passage, token, True, theme, Fit.SAME, left_out=True)

    def _fit(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Fit:
        """Whether the passage names the claim's participant, another one, or goes on about one named before it."""
        if not ours or not theirs:
            return Fit.OPEN
        phrase = party(self.passage, theirs)
        if self._met(ours, phrase):
            return Fit.UNLIKE if self._another_of_its_kind(ours, phrase) else Fit.SAME
        if self._pronoun(theirs) and self._in_mind(self._terms(ours)):
            return Fit.SAME
        named = any(_is_named(self.statement.passage, i, ("compound",)) for i in ours)
        if named and any(_is_named(self.passage, i, ("compound", "poss")) for i in theirs):
            return Fit.OTHER
        unlike = self._another(ours, theirs) or self._restricted(ours, phrase) or self._only_ours(ours, phrase)
        return Fit.UNLIKE if unlike else Fit.OPEN

    def _only_ours(self, ours: tuple[int, ...], phrase: Sequence[int]) -> bool:
        """Whether it is somebody of the claim's participant, and not that one: "the banker's driver"."""
        return not self._words(t for t in self.statement.terms if t.i in ours).isdisjoint(phrase)

    def _another_of_its_kind(self, ours: tuple[int, ...], phrase: list[int]) -> bool:
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
        return any(_same_sort(t, o) for t in mine for o in other if o.dep in ("compound", "pobj", "nmod"))

    def _another(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether the nouns in a role are of other things than the claim's: a march where the claim has a strike."""
        mine, other = (
            [p.tokens[i] for i in heads] for p, heads in ((self.statement.passage, ours), (self.passage, theirs))
        )
        kinds = {t.pos for t in (*mine, *other)}
        if len(kinds) > 1 or not kinds <= {"NOUN", "PROPN"} or any(lemma_of(t) in STAND_INS for t in (*mine, *other)):
            return False
        return not any(may_stand_for(lemma_of(a), lemma_of(b)) for a in mine for b in other)

    def _only_means(self, i: int) -> bool:
        return lemma_of(self.passage.tokens[i]) in INSTRUMENTS

    def _with_others(self, ours: Roles, theirs: Roles, words: frozenset[str]) -> bool:
        """Whether the same preposition brings in somebody else: "made it up with" another one."""
        return any(
            self._fit(nouns, theirs.oblique[word]) in _NOT_OURS
            for word, nouns in ours.oblique.items()
            if word in words and word in theirs.oblique
        )

    def _may_be(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether a participant is named, or only gone back to: "he", "the company"."""
        if self._met(ours, party(self.passage, theirs)):
            return True
        back = bool(theirs) and all(_goes_back(self.passage, self.passage.tokens[i]) for i in theirs)
        return back and self._in_mind(self._terms(ours))

    def _pronoun(self, theirs: tuple[int, ...]) -> bool:
        return all(self.passage.tokens[i].pos in ("PRON", "DET") for i in theirs)

    def _terms(self, ours: Iterable[int]) -> list[Term]:
        phrase = set(party(self.statement.passage, tuple(ours)))
        return [t for t in self.statement.terms if t.i in phrase]

    def _hits(self, term: Term) -> Iterable[Hit]:
        return self.index.hits_in((term,), self.passage, self.aliases)

    def _words(self, terms: Iterable[Term]) -> frozenset[int]:
        return self.index.words_in(terms, self.passage, self.aliases)

    def _near(self, term: Term, where: set[int]) -> float:
        return max((h.kinship for h in self._hits(term) if h.token in where), default=0.0)

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
        heads_met = any(self._near(t, where) >= NEAR for t in near if t.i in heads)
        total = sum(t.weight for t in near)
        return heads_met and sum(t.weight * kin for t, kin in near.items()) >= FILLED * total

    def _restricted(self, ours: Iterable[int], where: Iterable[int]) -> bool:
        """Whether it is another of the kind: the deputy mayor."""
        return any(_restricts(self.passage, h) for h in where) and not any(
            _restricts(self.statement.passage, i) for i in party(self.statement.passage, tuple(ours))
        )

    def _unheard_of(self, ours: tuple[int, ...]) -> bool:
        """Whether a participant has a name that neither the passage nor what a reader has in mind gives."""
        above = self.statement.passage.ancestors
        names = [t for t in self.statement.terms if t.name and set(ours) & {t.i, *above(t.i)}]
        return bool(names) and not self._in_mind(names)

    def _in_row(self) -> Fit:
        """Whether a row or a fragment is about what the claim is about: most of its words."""
        everywhere = set(range(len(self.passage.tokens)))
        about = [t for t in self.statement.terms if t.i != self.statement.root]
        total = sum(t.weight for t in about)
        got = sum(t.weight * self._near(t, everywhere) for t in about)
        return Fit.SAME if total and got >= RESUMED * total else Fit.OPEN

    def _in_mind(self, terms: list[Term]) -> bool:
        """Whether what a reader has in mind, or the passage itself, names one of them."""
        near = {i for i, weight in self.index.context(self.passage).items() if weight > RESUMED}
        near.add(self.passage.index)
        return any(near & self.index.hits(t, self.aliases).keys() for t in terms)


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


MEASURES = word_set("price cost rate level number volume value amount size quantity total figure")
"""What is said of a thing itself as well: "bread became dearer" of its price."""


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


def _same_sort(ours: Term, theirs: Token) -> bool:
    """Whether a word that is not the claim's says which one of a kind, as the claim's does: a name, or a noun."""
    if theirs.pos == "PROPN" or ours.name:
        return ours.name and theirs.pos == "PROPN"
    lemma = lemma_of(theirs)
    telling = theirs.pos == "NOUN" and lemma not in LIGHT and lemma not in STAND_INS and lemma not in INSTRUMENTS
    return telling and ours.pos in ("NOUN", "ADJ") and not may_stand_for(ours.lemma, lemma)


_OF_ANOTHER = frozenset(["assistant", "deputy", "vice", "former", "other", "another", "second", "junior", "ex"])
"""What tells one thing of a kind from the one that is meant without it."""


def _acts(token: Token) -> bool:
    """Whether a noun stands for somebody, who may do as well as undergo: a person, a body of people."""
    if token.pos == "PROPN":
        return True
    return lexicon.person_noun(token.lemma) or bool(_BODIES & lexicon.hypernyms(lemma_of(token)))


_BODIES = frozenset({"organization", "social group", "institution", "gathering"})


def _restricts(passage: Passage, i: int) -> bool:
    return passage.tokens[i].lemma in _OF_ANOTHER


def _is_named(passage: Passage, i: int, by: tuple[str, ...]) -> bool:
    """Whether a noun is a name, or has one before it; "the Treasury" and "Parliament" are no names of their own."""
    before = (passage.tokens[c] for c in passage.children[i] if passage.tokens[c].dep in by)
    return any(t.pos == "PROPN" and not lexicon.known(lemma_of(t)) for t in (passage.tokens[i], *before))


def _goes_back(passage: Passage, token: Token) -> bool:
    """Whether a noun only points back: "he", "the coach", "both"."""
    if token.pos in ("PRON", "DET"):
        return True
    below = [passage.tokens[c] for c in passage.children[token.i]]
    return token.pos == "NOUN" and bool(below) and all(t.dep in ("det", "poss", "punct") for t in below)


def party(passage: Passage, heads: tuple[int, ...]) -> list[int]:
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
    return found


def _apart(token: Token) -> bool:
    """Whether a preposition only adds to a noun, and does not say which: "the designer, for copying a lamp"."""
    return token.dep == "prep" and token.lemma not in _THEMES


def readings(passage: Passage, i: int) -> tuple[Roles, ...]:
    """Who does what to whom at a word of whatever class, as it may be read; none in a row or a fragment."""
    token = passage.tokens[i]
    if passage.kind is Kind.ROW:
        return ()
    if token.pos == "NOUN":
        return tuple(_of_noun(passage, i))
    if token.dep == "amod":
        return (Roles(object=(token.head,)),)
    # "The road remains closed": it is said of whom the verb above is said of.
    verb = (
        i if is_predicate(token) and token.dep not in ("acomp", "oprd", "attr") else predicate_of(passage, token.head)
    )
    if verb is None:
        return ()
    end = max((end for start, end, _ in expressions(passage) if start == i), default=0)
    return (*_of_verb(passage, verb), *(_of_expression(passage, verb, end) if end else ()))


def _brought_in(roles: Roles) -> tuple[int, ...]:
    """What a verb without an object says its deed of: "went ahead with the strike", "lost to Ito"."""
    return tuple(i for word in _ABOUT for i in roles.oblique.get(word, ()))


_ABOUT = ("to", "with", "for", "against", "over", "of", "on", "from", "in", "after")


def _of_expression(passage: Passage, verb: int, end: int) -> Iterator[Roles]:
    """The roles of an expression, whose own nouns take no part: "gave it the green light", "put her name to it"."""
    found = roles_of(passage, verb)
    own = {end - 1, end - 2} if passage.tokens[end - 1].dep == "prep" else {end - 1}
    preps = [c for i in own for c in passage.children[i] if passage.tokens[c].dep == "prep"]
    below = {n for c in preps for n in passage.children[c]}
    inside = tuple(i for i in found.object if i not in own)
    around = tuple(sorted({*_brought_in(found), *below} - own))
    objects = inside or found.oblique.get("dative", ()) or around
    if objects:
        yield replace(found, object=objects)
    if passage.tokens[verb].lemma in RECEIVING:
        by = (i for word in ("from", "by", "of") for i in found.oblique.get(word, ()))
        yield replace(found, object=found.agent, agent=tuple(sorted({*by, *below} - own)))


def _of_verb(passage: Passage, i: int) -> Iterator[Roles]:
    """The roles of a verb; what a verb without an object is said of may undergo it: "the pool stays open"."""
    found = _with_object(passage, i)
    yield found
    if not found.agent or any(_acts(passage.tokens[j]) for j in found.agent):
        return
    if not found.object:
        yield replace(found, agent=(), object=found.agent)
    elif all(_acts(passage.tokens[j]) for j in found.object):
        # "The bill passed parliament."
        yield replace(found, agent=found.object, object=found.agent)


def _with_object(passage: Passage, i: int) -> Roles:
    """The roles of a verb; in "let the lorry through" the lorry is what it happens to."""
    found = roles_of(passage, i)
    if found.object:
        # "The museum was given the vase", "the album was certified gold": both undergo it.
        subject = subject_of(passage, i) if is_passive(passage, i) else None
        more = () if subject is None or subject in found.object else (subject,)
        return replace(found, object=(*found.object, *more))
    small = (c for c in passage.children[i] if passage.tokens[c].dep == "ccomp" and not is_finite(passage, c))
    let = tuple(g for c in small for g in passage.children[c] if passage.tokens[g].dep == "nsubj")
    return replace(found, object=let) if let else found


def _dated(passage: Passage, i: int) -> bool:
    """Whether a noun is only a day: "the arrest on 3 May"."""
    return any(passage.tokens[c].dep == "nummod" for c in passage.children[i])


def _of_noun(passage: Passage, i: int) -> Iterator[Roles]:
    """Who does what to whom in "the bank's sale of its fleet to Oda", "made an arrest", "got an apology from Oda"."""
    found: dict[str, tuple[int, ...]] = {}
    owners: tuple[int, ...] = ()
    for c in passage.children[i]:
        token = passage.tokens[c]
        if token.dep == "prep":
            below = (g for g in passage.children[c] if passage.tokens[g].dep == "pobj" and not _dated(passage, g))
            nouns = tuple(n for g in below for n in coordinated(passage, g))
            found[token.lemma] = found.get(token.lemma, ()) + nouns
        elif token.dep in ("poss", "compound", "nmod"):
            owners += (c,)
    agent = found.get("by", ())
    themes = tuple(sorted(n for word in _THEMES for n in found.get(word, ())))
    carried = _carried(passage, i)
    yield replace(carried, agent=agent or carried.agent, object=(*themes, *owners) or carried.object)
    if owners:
        yield Roles(agent=owners, object=themes or carried.object or carried.agent)
    if carried.agent and found.get("from"):
        yield Roles(agent=found["from"], object=carried.agent)


def _carried(passage: Passage, i: int) -> Roles:
    """Who takes part in a deed by the verb that its noun completes: "made an arrest", "offered them an apology"."""
    verb = predicate_of(passage, i)
    if verb is None or passage.tokens[i].dep not in ("dobj", "npadvmod", "nsubjpass", "nsubj", "appos"):
        return Roles()
    lemma, roles = passage.tokens[verb].lemma, roles_of(passage, verb)
    if passage.tokens[i].dep == "nsubj":
        # "No apology came from Ito."
        return Roles(agent=roles.oblique.get("from", ())) if lemma == "come" else Roles()
    given = roles.oblique.get("dative", ()) or roles.oblique.get("to", ()) or roles.oblique.get("for", ())
    if lemma in RECEIVING:
        by = roles.oblique.get("from", ()) or roles.oblique.get("by", ())
        return Roles(agent=by, object=tuple(j for j in roles.agent if j != i))
    if lemma in GIVING or lemma in LIGHT:
        themes = given or tuple(j for j in roles.object if j != i)
        return Roles(agent=tuple(j for j in roles.agent if j != i), object=themes)
    return Roles()


RECEIVING = word_set("get receive win gain obtain secure earn lose suffer undergo have see accept collect")
"""Verbs whose subject is the one to whom the deed of their noun is done: "received a pardon"."""
GIVING = word_set("give offer grant make issue extend hand deliver refuse deny withhold decline award announce order")
"""Verbs whose subject does the deed of their noun, or will not: "offered them a pardon", "refused them a pardon"."""
