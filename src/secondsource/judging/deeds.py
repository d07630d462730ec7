"""What a claim says was done, by whom and to whom; and where a source says that, or the opposite, of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from secondsource.aligning.index import TOPIC, SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import FAINT, LIGHT, Term, is_content, lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import Roles, is_finite, is_predicate, predicate_of, roles_of
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

_COMPLEMENTS = frozenset({"acomp", "oprd", "dobj"})

EMPTY = word_set("""
    be have do make take get give put go come become remain keep stay say tell set begin start use hold see carry bring
    """)
"""Verbs that say what was done only together with what completes them."""

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


class Fit(StrEnum):
    """How who or what a passage names in a role goes with the claim's."""

    SAME = "the same"
    OTHER = "another"
    OPEN = "not told"


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

    @property
    def ours(self) -> bool:
        """Whether it is said of the claim's participants."""
        fits = (self.theme, self.agent)
        return Fit.SAME in fits and Fit.OTHER not in fits and not self.alone

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


def deeds(statement: Statement, index: SourceIndex, aliases: Aliases) -> Iterator[Deed]:
    """Every place of a source that says what the claim says was done, or the opposite of it, with its participants."""
    for term in predicate(statement):
        ours = _ours(statement, term.i)
        same = _same(term, index, aliases)
        for passage in index.passages:
            if passage.kind in (Kind.FURNITURE, Kind.HEADING):
                continue
            reader = _Participants(statement, index, passage, aliases)
            here = same.get(passage.index, frozenset())
            against = _against(passage, term.lemma, term.groups)
            # "Voted it down" is not "voted": an expression says what none of its words says.
            here -= against & {start for start, _, _ in expressions(passage)}
            for token in here:
                yield reader.deed(ours, token, opposite=False)
            for token in against - here:
                yield reader.deed(ours, token, opposite=True)


def _ours(statement: Statement, i: int) -> Roles:
    """Who does what to whom in the claim; what completes a verb that says little has its own "of"."""
    root = roles_of(statement.passage, statement.root)
    return root if i == statement.root or not _verbal(statement.passage.tokens[i]) else roles_of(statement.passage, i)


def _verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def _same(term: Term, index: SourceIndex, aliases: Aliases) -> dict[int, frozenset[int]]:
    """Passage -> the tokens that say the same as a word of the claim, of whatever word class."""
    found = {}
    for number, hits in index.hits(term, aliases).items():
        passage = index.passages[number]
        begun = {start for start, _, group in expressions(passage) if group in term.groups}
        found[number] = frozenset(
            h.token
            for h in hits
            if h.kinship >= NEAR and passage.tokens[h.token].pos != "PROPN"
            # "Went" is not "went up": of an expression one word alone says nothing.
            if not term.groups or h.token in begun or _in_group(term, passage.tokens[h.token])
        )
    return found


def _in_group(term: Term, token: Token) -> bool:
    groups = lexicon.groups(lemma_of(token))
    return any(groups.get(group, 0.0) >= NEAR for group in term.groups)


@of_passage
def _against(passage: Passage, word: str, groups: tuple[str, ...]) -> frozenset[int]:
    """The tokens of a passage that say the opposite of a word of the claim, or of the expressions that it is part of,
    alone or as expressions."""
    strong = frozenset(groups) or lexicon.meant(word)
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
            found.add(token.i)
    return frozenset(i for i in found if passage.tokens[i].lemma not in REVERSALS)


class _Participants:
    """Who takes part in what a passage says, beside who takes part in what the claim says."""

    def __init__(self, statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> None:
        self.statement, self.index, self.passage, self.aliases = statement, index, passage, aliases

    def deed(self, ours: Roles, token: int, opposite: bool) -> Deed:
        """What a word of the passage says, of whom."""
        theirs = _roles(self.passage, token)
        if theirs is None:
            return Deed(self.passage, token, opposite, self._in_row(), Fit.OPEN)
        agent = self._fit(ours.agent, theirs.agent)
        if self._with_others(ours, theirs):
            return Deed(self.passage, token, opposite, Fit.OTHER, agent)
        if not ours.object:
            # "The rate rose", "the bank raised the rate": what it happens to.
            fits = {agent, self._fit(ours.agent, theirs.object)} if not opposite or not theirs.agent else {agent}
            theme = next((f for f in (Fit.SAME, Fit.OPEN) if f in fits), Fit.OTHER)
            return Deed(self.passage, token, opposite, theme, Fit.OPEN)
        theme = self._fit(ours.object, theirs.object)
        verb = self.statement.passage.tokens[self.statement.root].lemma
        swapped = (
            not opposite
            and Fit.SAME not in (agent, theme)
            and verb not in MUTUAL
            and self._met(ours.object, _party(self.passage, theirs.agent))
            and self._may_be(ours.agent, theirs.object)
        )
        alone = not theirs.agent and agent is Fit.OPEN and self._unheard_of(ours.agent)
        return Deed(self.passage, token, opposite, theme, agent, alone, swapped)

    def _fit(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Fit:
        """Whether the passage names the claim's participant, another one, or goes on about one named before it."""
        if not ours or not theirs:
            return Fit.OPEN
        phrase = _party(self.passage, theirs)
        if self._met(ours, phrase) or (self._pronoun(theirs) and self._in_mind(self._terms(ours))):
            return Fit.SAME
        named = any(_is_named(self.statement.passage, i) for i in ours)
        return Fit.OTHER if named and any(_is_named(self.passage, i) for i in theirs) else Fit.OPEN

    def _with_others(self, ours: Roles, theirs: Roles) -> bool:
        """Whether the same preposition brings in somebody else: "made it up with" another one."""
        return any(
            self._fit(nouns, theirs.oblique[word]) is Fit.OTHER
            for word, nouns in ours.oblique.items()
            if word in _PARTNERS and word in theirs.oblique
        )

    def _may_be(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether a participant is named, or only gone back to: "he", "the company"."""
        if self._met(ours, _party(self.passage, theirs)):
            return True
        back = bool(theirs) and all(_goes_back(self.passage, self.passage.tokens[i]) for i in theirs)
        return back and self._in_mind(self._terms(ours))

    def _pronoun(self, theirs: tuple[int, ...]) -> bool:
        return all(self.passage.tokens[i].pos in ("PRON", "DET") for i in theirs)

    def _terms(self, ours: Iterable[int]) -> list[Term]:
        phrase = set(_party(self.statement.passage, tuple(ours)))
        return [t for t in self.statement.terms if t.i in phrase]

    def _near(self, term: Term, where: set[int]) -> float:
        hits = self.index.hits(term, self.aliases).get(self.passage.index, ())
        return max((h.kinship for h in hits if h.token in where), default=0.0)

    def _met(self, ours: Iterable[int], where: Iterable[int]) -> bool:
        """Whether a participant is named at a place: by its name, or by its noun with enough of what belongs to it."""
        where, heads = set(where), set(ours)
        near = {t: self._near(t, where) for t in self._terms(heads)}
        if any(t.name and t.i in heads for t in near):
            return any(t.name and kin for t, kin in near.items())
        if any(_restricts(self.passage, h) and not _restricts(self.statement.passage, i) for i in heads for h in where):
            return False
        if not any(self.passage.tokens[i].pos == "PROPN" for i in where):
            # "The prior" is the prior of Elmstead in a text about Elmstead.
            near = {t: kin or TOPIC * bool(self.index.hits(t, self.aliases)) for t, kin in near.items()}
        heads_met = any(self._near(t, where) >= NEAR for t in near if t.i in heads)
        total = sum(t.weight for t in near)
        return heads_met and sum(t.weight * kin for t, kin in near.items()) >= FILLED * total

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


_OF_ANOTHER = frozenset(["assistant", "deputy", "vice", "former", "other", "another", "second", "junior", "ex"])
"""What tells one thing of a kind from the one that is meant without it."""


def _restricts(passage: Passage, i: int) -> bool:
    return passage.tokens[i].lemma in _OF_ANOTHER


def _is_named(passage: Passage, i: int) -> bool:
    """Whether a noun is a name, or has one before it; "the Treasury" and "Parliament" are no names of their own."""
    before = (passage.tokens[c] for c in passage.children[i] if passage.tokens[c].dep in ("compound", "poss"))
    return any(t.pos == "PROPN" and not lexicon.known(lemma_of(t)) for t in (passage.tokens[i], *before))


def _goes_back(passage: Passage, token: Token) -> bool:
    """Whether a noun only points back: "he", "the coach", "both"."""
    if token.pos in ("PRON", "DET"):
        return True
    below = [passage.tokens[c] for c in passage.children[token.i]]
    return token.pos == "NOUN" and bool(below) and all(t.dep in ("det", "poss", "punct") for t in below)


def _party(passage: Passage, heads: tuple[int, ...]) -> list[int]:
    """Who or what takes part: nouns with what says which, without clauses and what a preposition only adds to them."""
    found = list(heads)
    for i in found:
        below = (passage.tokens[c] for c in passage.children[i])
        found += [t.i for t in below if t.dep not in _BELOW and t.i not in found and not _apart(t)]
    return found


def _apart(token: Token) -> bool:
    """Whether a preposition only adds to a noun, and does not say which: "the designer, for copying a lamp"."""
    return token.dep == "prep" and token.lemma not in _THEMES


def _roles(passage: Passage, i: int) -> Roles | None:
    """Who does what to whom at a word of whatever class; None in a row or a fragment that has no clause."""
    token = passage.tokens[i]
    if passage.kind is Kind.ROW:
        return None
    if token.pos == "NOUN":
        return _of_noun(passage, i)
    if token.dep == "amod":
        return Roles(object=(token.head,))
    verb = i if is_predicate(token) else predicate_of(passage, i)
    return None if verb is None else _of_verb(passage, verb)


def _of_verb(passage: Passage, i: int) -> Roles:
    """The roles of a verb; in "let the lorry through" the lorry is what it happens to."""
    found = roles_of(passage, i)
    if found.object:
        return found
    small = (c for c in passage.children[i] if passage.tokens[c].dep == "ccomp" and not is_finite(passage, c))
    let = tuple(g for c in small for g in passage.children[c] if passage.tokens[g].dep == "nsubj")
    return replace(found, object=let) if let else found


def _dated(passage: Passage, i: int) -> bool:
    """Whether a noun is only a day: "the arrest on 3 May"."""
    return any(passage.tokens[c].dep == "nummod" for c in passage.children[i])


def _of_noun(passage: Passage, i: int) -> Roles:
    """Who does what to whom in "the bank's sale of its fleet to Oda", "made an arrest"."""
    agent: tuple[int, ...] = ()
    themes: tuple[int, ...] = ()
    for c in passage.children[i]:
        token = passage.tokens[c]
        below = tuple(g for g in passage.children[c] if passage.tokens[g].dep == "pobj" and not _dated(passage, g))
        if token.dep == "prep" and token.lemma == "by":
            agent = below
        elif token.dep == "prep" and token.lemma in _THEMES:
            themes += below
        elif token.dep in ("poss", "compound", "nmod"):
            themes += (c,)
    verb = predicate_of(passage, i)
    if verb is not None and passage.tokens[verb].lemma in LIGHT and passage.tokens[i].dep == "dobj":
        agent = agent or roles_of(passage, verb).agent
    return Roles(agent=agent, object=themes)
