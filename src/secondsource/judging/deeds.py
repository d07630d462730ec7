"""What a claim says was done, by whom and to whom; and where a source says that, or the opposite, of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.aligning.index import Hit, SourceIndex
from secondsource.aligning.others import CONVERSES, Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import FAINT, LIGHT, Term, is_content, lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.grammar.wordlist import word_set
from secondsource.judging.agency import acts, brought_in, of_verb, readings
from secondsource.judging.exempt import is_exempt
from secondsource.judging.parties import INSTRUMENTS, NEAR, NOT_OURS, Fit, Parties, is_named
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import Roles, roles_of, subject_of
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind

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
    of_nobody: bool = False
    """Whether the passage says that nobody did it, or to nobody it was done."""

    @property
    def ours(self) -> bool:
        """Whether it is said of the claim's participants."""
        fits = {self.theme, self.agent}
        return Fit.SAME in fits and fits.isdisjoint(NOT_OURS) and not self.alone

    @property
    def likeness(self) -> int:
        """How well the participants that it names go with the claim's."""
        fits = (self.theme, self.agent)
        return fits.count(Fit.SAME) - 2 * sum(fit in NOT_OURS for fit in fits) - self.swapped

    @property
    def perhaps_ours(self) -> bool:
        """Whether nothing tells that it is said of others than the claim's participants."""
        return not self.opposite and NOT_OURS.isdisjoint((self.theme, self.agent))

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
    >>> [t.lemma for t in predicate(statements("The party kept its majority.")[0])]
    ['keep']
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
        little = (token.lemma in EMPTY and not _keeps(passage, i)) or token.pos == "AUX"
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
            reader = _Told(Parties(statement, index, passage, aliases))
            said = [reader.deed(ours, token, opposite=False) for token in here]
            said += [reader.deed(ours, token, opposite=True) for token in against]
            said += [reader.again(ours, stump, token) for stump, token in _ellipses(passage, here)]
            said = [_of_nobody(statement, deed) or deed for deed in said]
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
        ours.object or any(is_named(statement.passage, i, ("compound",)) for i in ours.agent)
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


_NOBODY = frozenset({"nobody", "no-one", "noone"})
_BUT = frozenset({"else", "besides", "apart", "aside", "except", "but", "save", "other", "bar"})
"""Words by which there may be somebody after all: "apart from Chad, nobody"."""


def _of_nobody(statement: Statement, deed: Deed) -> Deed | None:
    """A claim's deed that a passage tells of nobody: "No one was hurt"."""
    passage, claim = deed.passage, statement.passage
    theirs, ours = subject_of(passage, deed.token), subject_of(claim, statement.root)
    if theirs is None or ours is None or deed.opposite or not _is_person(claim, ours):
        return None
    below = {passage.tokens[c].lemma.lower() for c in passage.children[theirs]}
    nobody = passage.tokens[theirs].lemma.lower()
    none = nobody in _NOBODY or (nobody == "one" and "no" in below)
    if not none or below - {"no"} or any(t.lemma.lower() in _BUT for t in passage.tokens):
        return None
    return replace(deed, opposite=True, theme=Fit.SAME, agent=Fit.SAME, of_nobody=True)


def _is_person(passage: Passage, i: int) -> bool:
    token = passage.tokens[i]
    none = token.lemma.lower() in _NOBODY or any(passage.tokens[c].lemma.lower() == "no" for c in passage.children[i])
    return not none and (token.pos == "PROPN" or lexicon.person_noun(lemma_of(token)))


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
    return _keeps(passage, i) or (not particle and token.lemma not in EMPTY and token.lemma not in LIGHT)


def _keeps(passage: Passage, i: int) -> bool:
    """Whether a verb says that something was not lost: "kept its majority", and not "kept it closed"."""
    return passage.tokens[i].lemma == "keep" and _holds(passage, i)


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


@dataclass(frozen=True, eq=False)
class _Told:
    """What a passage says was done, and by whom and to whom, beside what the claim says."""

    parties: Parties

    @property
    def passage(self) -> Passage:
        return self.parties.passage

    def deed(self, ours: Roles, token: int, opposite: bool) -> Deed:
        """What a word of the passage says, of whom: the reading that goes best with the claim's participants."""
        of_whom = readings(self.passage, token)
        if not of_whom:
            return Deed(self.passage, token, opposite, self.parties.in_row(), Fit.OPEN)
        found = (self._read(ours, theirs, token, opposite) for theirs in of_whom)
        return max(found, key=lambda deed: deed.likeness)

    def _read(self, ours: Roles, theirs: Roles, token: int, opposite: bool) -> Deed:
        agent = self.parties.fit(ours.agent, tuple(i for i in theirs.agent if not self._only_means(i)))
        if self._with_others(ours, theirs, _PARTNERS):
            return Deed(self.passage, token, opposite, Fit.OTHER, agent)
        if self._left_out((*ours.agent, *ours.object)):
            return self._reversed(ours, theirs, token, opposite)
        if not opposite and self._left_out(tuple(i for nouns in ours.oblique.values() for i in nouns)):
            # "Went by train instead of by bus", "was shown in Osa rather than in Lund".
            theme = self.parties.fit(ours.object or ours.agent, theirs.object if ours.object else theirs.agent)
            return Deed(self.passage, token, True, theme, agent, left_out=True)
        if not opposite and self._with_others(ours, theirs, _WHICH):
            return Deed(self.passage, token, opposite, Fit.UNLIKE, agent)
        if not ours.object:
            # "The rate rose", "the bank raised the rate": what it happens to.
            fits = [agent] if theirs.agent else []
            fits += [self.parties.fit(ours.agent, theirs.object)] if theirs.object and not (opposite and fits) else []
            theme = next((f for f in (Fit.SAME, Fit.OPEN, *fits) if f in fits), Fit.OPEN)
            return Deed(self.passage, token, opposite, theme, Fit.OPEN)
        theme = self.parties.fit(ours.object, theirs.object or brought_in(theirs))
        if opposite and self.passage.tokens[token].lemma in CONVERSES and agent is not Fit.SAME:
            # "A circus sold the zoo the elephant" tells of the zoo's buying it.
            sides = tuple(i for word in _SIDES for i in theirs.oblique.get(word, ()))
            return Deed(self.passage, token, False, theme, self.parties.fit(ours.agent, sides), alone=not sides)
        alone = not theirs.agent and agent is Fit.OPEN and self.parties.unheard_of(ours.agent)
        if not opposite and agent is not Fit.SAME and self._given_to(ours, theirs):
            # "Ito was sold the yard", where the claim has Ito selling it.
            return Deed(self.passage, token, opposite, theme, Fit.OTHER, swapped=self._changed_sides(ours, theirs))
        swapped = not opposite and Fit.SAME not in (agent, theme) and self._swapped(ours, theirs)
        return Deed(self.passage, token, opposite, theme, agent, alone, swapped)

    def _given_to(self, ours: Roles, theirs: Roles) -> bool:
        """Whether the passage has the claim's giver as the one to whom it is given."""
        return any(self.parties.named(ours.agent, theirs.oblique.get(word, ())) for word in ("to", "dative"))

    def _changed_sides(self, ours: Roles, theirs: Roles) -> bool:
        """Whether the claim's receiver does it as well."""
        receiver = ours.oblique.get("to", ()) or ours.oblique.get("dative", ())
        return bool(receiver) and self.parties.named(receiver, theirs.agent)

    def again(self, ours: Roles, stump: int, token: int) -> Deed:
        """What a verb before is said of anew: "Roe signed it; Ito did not"."""
        said = self._read(ours, next(iter(of_verb(self.passage, token))), token, opposite=False)
        agent = self.parties.fit(ours.agent, roles_of(self.passage, stump).agent)
        theme = said.theme if ours.object else agent
        return Deed(self.passage, stump, False, theme, agent)

    def _swapped(self, ours: Roles, theirs: Roles) -> bool:
        """Whether who does it and to whom it is done have changed places."""
        tokens = self.parties.statement.passage.tokens
        return (
            tokens[self.parties.statement.root].lemma not in MUTUAL
            and self.parties.named(ours.object, theirs.agent)
            and self.parties.may_be(ours.agent, theirs.object)
            and all(acts(tokens[i]) for i in (*ours.agent, *ours.object))
        )

    def _left_out(self, ours: tuple[int, ...]) -> bool:
        """Whether the passage names one of the claim's participants only as left out."""
        told = self.parties
        return is_exempt(told.statement, told.index, self.passage, ours, told.aliases)

    def _reversed(self, ours: Roles, theirs: Roles, token: int, opposite: bool) -> Deed:
        """What is said of all but the claim's participant is not so of that one; what others avoided, who knows."""
        alike = not ours.object or self._left_out(ours.object)
        others = Fit.SAME if alike else self.parties.fit(ours.object, theirs.object)
        theme = Fit.OTHER if opposite or others is not Fit.SAME else Fit.SAME
        return Deed(self.passage, token, True, theme, Fit.SAME, left_out=True)

    def _only_means(self, i: int) -> bool:
        return lemma_of(self.passage.tokens[i]) in INSTRUMENTS

    def _with_others(self, ours: Roles, theirs: Roles, words: frozenset[str]) -> bool:
        """Whether the same preposition brings in somebody else: "made it up with" another one."""
        return any(
            self.parties.fit(nouns, theirs.oblique[word]) in NOT_OURS
            or (word == "of" and self.parties.told_elsewhere(nouns, theirs.oblique[word]))
            for word, nouns in ours.oblique.items()
            if word in words and word in theirs.oblique
        )
