"""Claims that identify something by its name: which name a source gives where the claim gives its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import cast

from secondsource.aligning import others
from secondsource.aligning.identity import NAMES, NAMING, Identity
from secondsource.aligning.index import SourceIndex, cover
from secondsource.aligning.others import Instance
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import Term, fold
from secondsource.facts import Fact
from secondsource.grammar.geography import city, country, people
from secondsource.grammar.name_words import TITLES_FEMALE, TITLES_MALE
from secondsource.grammar.proper import Found, Name, kind_of, spot
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import Words, word_set
from secondsource.judging import questions
from secondsource.judging.decision import bearing
from secondsource.judging.likeness import Scorecard
from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, Standing, standing
from secondsource.language.clauses import roles_of, steps
from secondsource.language.contrasts import set_aside
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind, Source, Span
from secondsource.values.marking import Marks
from secondsource.values.offices.view import person_of


class Sign(StrEnum):
    """What speaks for or against a name being the answer that a source gives to a claim's question."""

    NEAR = "how much of the question is met in the passage itself"
    MISSED = "how much of it is met neither there nor in what its reader has in mind"
    IS = "it is said to be what the claim says has the name: the dredger, the Alma"
    BESIDE = "how closely the name stands with the noun for what has it"
    DEED = "it does what the claim says that it did"
    CALLED = "how closely it stands with a word for calling"
    SITE = "it stands where a place does: in, at, near"
    OWNER = "it is said whose something is"
    MODIFIES = "it is a part of what something else is called: the Alma snack bar"
    ALIKE = "it begins or ends like the claim's own: Operation, Plan"
    ALONE = "it is the only name of the source that begins or ends so, and the source has not the claim's own"
    SORT = "its words tell of a body or a place, and the claim's own do not, or the other way round"
    OWN = "it is the claim's own name"
    BEHIND = "how much better another name fits"
    OWN_TOO = "the source has the claim's own name too"
    OFTEN = "how many times the source gives it"


TIES = (1.0, 1.0, 0.7, 0.3)
"""How close two words stand by the steps through the parse from one to the other."""


ANSWER: Scorecard[Sign] = Scorecard(
    -3.4,
    {
        Sign.NEAR: 2.1,
        Sign.MISSED: -1.3,
        Sign.IS: 2.8,
        Sign.BESIDE: 2.0,
        Sign.DEED: 4.1,
        Sign.CALLED: 2.2,
        Sign.SITE: -0.5,
        Sign.OWNER: 0.8,
        Sign.MODIFIES: -1.3,
        Sign.ALIKE: 2.1,
        Sign.ALONE: 3.1,
        Sign.SORT: -0.5,
        Sign.OWN: 4.6,
        Sign.BEHIND: -0.8,
        Sign.OWN_TOO: -1.2,
        Sign.OFTEN: -0.6,
    },
)

SAYS, DIFFERS, PERHAPS = 0.35, 0.6, 0.2
"""How sure it must be that a name answers the question: the claim's own, another, and the claim's own for it to be left
open whether it does."""

OFFICE_SAYS, OFFICE_DIFFERS = 0.75, 0.8
"""The first two where the claim gives somebody an office as well, of which other signs tell more."""

DEED_MET = 0.6
"""How near the deed comes by which alone such a name is judged."""

SPEAKS = 0.5
"""The share of a question's words, by weight, from which a passage speaks of what is asked."""

KEPT = 4
"""Passages shown as evidence for one sentence of a claim."""

FITTING = {Sign.NEAR: 1.0, Sign.IS: 1.0, Sign.DEED: 1.5, Sign.CALLED: 0.8, Sign.ALIKE: 0.8}
"""What counts where two names are compared in how well they fit the question."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A name where a source gives it, or a pronoun for it."""

    passage: Passage
    name: Name
    tokens: tuple[int, ...]
    """Its words, or the pronoun."""
    whole: tuple[int, ...]
    """The same with its titles."""
    own: bool
    gone_on: bool = False


def _words_of(found: Found) -> tuple[str, ...]:
    """All the words of a thing's name: the Lady of the Lady Alma is no title."""
    return *found.name.titles, *found.name.words


class Answers:
    """The names of a source that may answer a claim's question.

    >>> from secondsource.aligning.identity import identity
    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> [claim] = statements("The ferry that struck the pier was the Alma.")
    >>> told = read(Source("a", "The ferry Hope struck the pier. Mr Obi saw it from the Alma."))
    >>> answers = Answers(Fact("f", ""), claim, identity(claim), SourceIndex(told))
    >>> [(one.name.text, one.own, answers.signs(one)[Sign.DEED]) for one in answers.candidates]
    [('Hope', False, 1.0), ('Alma', True, 0.0)]
    """

    def __init__(self, fact: Fact, statement: Statement, asked: Identity, index: SourceIndex) -> None:
        self.statement, self.asked, self.index, self.aliases = statement, asked, index, fact.aliases
        self.names = {w for t in asked.terms if t.name for w in (t.lemma, *self.aliases.get(t.lemma, ()))}
        self.by_i = {t.i: t for t in statement.terms}

    @cached_property
    def thing(self) -> Term | None:
        return None if self.asked.thing is None else self.by_i.get(self.asked.thing)

    @cached_property
    def verb(self) -> Term | None:
        return None if self.asked.verb is None else self.by_i.get(self.asked.verb)

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """The words of the answer that are its own: Pike of "Operation Pike"."""
        words = _words_of(self.asked.answer)
        kept = tuple(w for w in words if w not in self.sorts)
        return kept or words

    @cached_property
    def sorts(self) -> frozenset[str]:
        """The words of the answer that only say what sort of thing it is."""
        words = _words_of(self.asked.answer)
        if self.asked.personal or len(words) < 2:
            return frozenset()
        things = [t.lemma for t in self.asked.terms if not t.name]
        ends = {words[0], words[-1]}
        said = {w for w in ends if any(lexicon.kinship(w, thing) >= 0.5 for thing in things)}
        if self.thing is not None and self.thing.i in self.asked.tokens:
            said.add(self.thing.lemma)
        return frozenset(said | (ends & SORTS))

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        found: list[Candidate] = []
        spoken: Sequence[Found] = ()
        for passage in self.index.passages:
            if passage.kind is Kind.FURNITURE:
                continue
            here = [*self._own(passage), *self._others(passage)]
            here = [one for one in here if not set_aside(passage).issuperset(one.tokens)]  # "Lee, not Roe, won"
            found += here
            if self.asked.personal:
                found += self._gone_on(passage, spoken)
                spoken = [f for f in spot(passage) if self._is_person(f)] or spoken
        return found

    def _own(self, passage: Passage) -> Iterator[Candidate]:
        if self.asked.personal:
            for found in spot(passage):
                if self._is_own(found):
                    yield self._at(passage, found, own=True)
            return
        words = [t for t in passage.tokens if t.text[0].isalnum()]
        size = len(self.distinct)
        for i in range(len(words) - size + 1):
            here = words[i : i + size]
            if self.asked.called and _is_renamed(passage, here[-1].i):
                continue
            if here[0].text[0].isupper() and tuple(fold(t.text).rstrip(".") for t in here) == self.distinct:
                whole = tuple(t.i for t in here)
                yield Candidate(passage, self.asked.answer.name, whole, whole, True)

    def _others(self, passage: Passage) -> Iterator[Candidate]:
        quoted = [] if self.asked.personal else list(_quoted(passage))
        names = [f for f in spot(passage) if not any(f.core.overlaps(q.core) for q in quoted)]
        for found in (*names, *quoted):
            if self._is_other(found) and self._is_of_the_sort(found):
                yield self._at(passage, found, own=False)

    def _at(self, passage: Passage, found: Found, own: bool) -> Candidate:
        core = tuple(t.i for t in passage.tokens_in(found.core))
        return Candidate(passage, found.name, core, tuple(t.i for t in passage.tokens_in(found.span)), own)

    def _is_own(self, found: Found) -> bool:
        ours = self.asked.answer.name
        return same(found.name, ours) is Same.SAME or found.name.words == ours.words[:1]

    def _is_other(self, found: Found) -> bool:
        words = _words_of(found)
        if set(words) <= self.names or any(set(words) <= {*map(fold, also)} for also in self.aliases.values()):
            return False
        if any(w in self.distinct for w in words) and not self.asked.personal:
            return bool(set(words) - set(self.distinct) - self.sorts) and not set(self.distinct) <= set(words)
        return not self._is_own(found) and same(found.name, self.asked.answer.name) is Same.DIFFERENT

    def _is_of_the_sort(self, found: Found) -> bool:
        if self.asked.personal:
            return self._is_person(found)
        if any(c.isdigit() for c in found.name.text):
            return False
        if self.sorts & {found.name.words[0], found.name.words[-1]}:
            return True
        titled = set(found.name.titles) - {"lady", "sir", "king", "queen", "princess", "prince"}
        if titled or (found.name.type == "person" and found.rule in ("age", "who", "verb", "initials")):
            return False
        words = found.name.words
        return not (set(_words_of(found)) <= self.sorts | SORTS or city(words) or country(words) or people(words))

    def _is_person(self, found: Found) -> bool:
        return person_of(found) is not None

    def _gone_on(self, passage: Passage, spoken: Sequence[Found]) -> Iterator[Candidate]:
        """Whom a pronoun of a passage may stand for: who was named last, where only one was."""
        if len({f.name.words for f in spoken}) != 1:
            return
        found = spoken[-1]
        own = self._is_own(found)
        meant = PRONOUNS - {NOT_OF.get(_gender(found))} if own or self._is_other(found) else frozenset()
        for token in passage.tokens:
            if token.dep in ("nsubj", "attr") and token.text.lower() in meant:
                yield Candidate(passage, found.name, (token.i,), (token.i,), own, True)

    def signs(self, one: Candidate) -> Mapping[Sign, float]:
        """What speaks for or against a name being the answer, seen beside the source's other names."""
        base = dict(self._alone[one])
        # The best of another name is among the best two.
        other = next((fit for words, fit in self._best_fits if words != one.name.words), 0.0)
        base[Sign.BEHIND] = max(0.0, other - self._fit(base))
        if not one.own:
            base[Sign.OWN_TOO] = float(self._has_own)
            base[Sign.ALONE] = float(base[Sign.ALIKE] and not base[Sign.OWN_TOO] and len(self._of_a_sort) == 1)
        return base

    @staticmethod
    def _fit(signs: Mapping[Sign, float]) -> float:
        return sum(points * signs.get(sign, 0.0) for sign, points in FITTING.items())

    @cached_property
    def _best_fits(self) -> Sequence[tuple[Words, float]]:
        """The two names that fit best, each by its best mention."""
        best: dict[Words, float] = {}
        for one, signs in self._alone.items():
            best[one.name.words] = max(best.get(one.name.words, 0.0), self._fit(signs))
        return sorted(best.items(), key=lambda item: -item[1])[:2]

    @cached_property
    def _has_own(self) -> bool:
        return any(one.own for one in self.candidates)

    @cached_property
    def _times(self) -> Counter[Words]:
        """How often each name is printed."""
        return Counter(one.name.words for one in self.candidates if not one.gone_on)

    @cached_property
    def _alone(self) -> Mapping[Candidate, Mapping[Sign, float]]:
        return {one: self._signs(one) for one in self.candidates}

    def _signs(self, one: Candidate) -> Mapping[Sign, float]:
        coverage = cover(self.index, one.passage, self.asked.terms, one.tokens, self.aliases)
        again = self._times[one.name.words]
        return {
            Sign.NEAR: coverage.local,
            Sign.MISSED: 1 - coverage.share,
            **self._tied(one),
            Sign.SITE: float(_stands_as(one, "pobj", WHERE) and not self._alike(one)),
            Sign.OWNER: float(_is_owner(one)),
            Sign.MODIFIES: float(self._modifies(one)),
            Sign.DEED: self._deed(one),
            Sign.CALLED: self._called(one),
            Sign.ALIKE: float(not one.own and self._alike(one)),
            Sign.OWN: float(one.own),
            Sign.SORT: float(not one.own and kind_of(one.name.words) != kind_of(self.asked.answer.name.words)),
            Sign.OFTEN: min(again, 5) / 5,
        }

    def _tied(self, one: Candidate) -> Mapping[Sign, float]:
        if self.thing is None:
            return {}
        hits = self._thing_in(one.passage)
        equal = max((near for i, near in hits.items() if i not in one.whole and _equated(one, i)), default=0.0)
        beside = max((near * _tie(one, i) for i, near in hits.items() if i not in one.whole), default=0.0)
        return {Sign.IS: equal, Sign.BESIDE: 0.0 if equal else beside}

    def _thing_in(self, passage: Passage) -> Mapping[int, float]:
        """Where a passage speaks of what has the name, by its noun; "it" is the thing of the sentence before."""
        hits = self.index.hits(cast(Term, self.thing), self.aliases)
        here = {h.token: h.kinship for h in hits.get(passage.index, ())}
        before = max((h.kinship for h in hits.get(passage.index - 1, ())), default=0.0)
        if here or not before:
            return here
        named = (t for t in passage.tokens if t.text.lower() in IT and _is_naming(passage.tokens[t.head]))
        return {t.i: before for t in named}

    def _modifies(self, one: Candidate) -> bool:
        """Whether a name stands before another noun than the one for what has it: "the Alma snack bar"."""
        head = _head(one)
        token = one.passage.tokens[head]
        over = one.passage.tokens[token.head]
        if token.dep not in ("compound", "nmod", "amod") or over.i in one.whole or over.i < head:
            return False
        things = {
            h.token for t in self.asked.terms for h in self.index.hits(t, self.aliases).get(one.passage.index, ())
        }
        return over.i not in things

    def _deed(self, one: Candidate) -> float:
        """How near to the claim's deed comes the one in which a name has the part that the claim's own has."""
        if self.verb is None:
            return 0.0
        found = [0.0]
        for hit in self.index.hits(self.verb, self.aliases).get(one.passage.index, ()):
            told = roles_of(one.passage, hit.token)
            if not _spread(one.passage, told.agent if self.asked.agent else told.object).isdisjoint(one.tokens):
                found.append(hit.kinship)
        return max(found)

    def _called(self, one: Candidate) -> float:
        calling = [t.i for t in one.passage.tokens if _is_naming(t) and t.i not in one.whole]
        return max((_tie(one, i) for i in calling), default=0.0)

    def _alike(self, one: Candidate) -> bool:
        ours = self.sorts if self.thing is None else self.sorts | {self.thing.lemma}
        return bool(ours & {one.name.words[0], one.name.words[-1], *one.name.titles})

    @cached_property
    def are_several(self) -> bool:
        """Whether the source has several of the thing, or tells the deed of several: "two men died"."""
        deed = "" if self.asked.verb is None else self.statement.passage.tokens[self.asked.verb].lemma
        thing = "" if self.thing is None else self.thing.lemma
        for passage in self.index.passages:
            for token in passage.tokens:
                did = token.dep in ("nsubj", "nsubjpass") and passage.tokens[token.head].lemma == deed
                if token.tag == "NNS" and (did or token.lemma == thing):
                    return True
        return False

    @cached_property
    def _of_a_sort(self) -> frozenset[tuple[str, ...]]:
        """The names of the source that are of the answer's sort."""
        return frozenset(one.name.words for one in self.candidates if not one.own and self._alike(one))


def _is_renamed(passage: Passage, i: int) -> bool:
    """Whether a name is what is given another: "Osa Lane is now called Lund Road"."""
    head = passage.tokens[i]
    while head.dep == "compound":
        head = passage.tokens[head.head]
    verb = passage.tokens[head.head]
    given = (passage.tokens[c] for c in passage.children[verb.i])
    renamed = verb.lemma in NAMING and head.dep == "nsubjpass"
    return renamed and any(t.dep == "oprd" and t.pos == "PROPN" for t in given)


_QUOTED = re.compile(
    r"""[“"*‘]((?:[^\W\d_a-z][\w’'-]*)(?:\ (?:[^\W\d_a-z][\w’'-]*|of|the|and|in|for)){1,5})[”"*’,.]""", re.X
)


def _quoted(passage: Passage) -> Iterator[Found]:
    """What stands in quotation marks and is written like a title: "Bread Without Borders"."""
    for met in _QUOTED.finditer(passage.text):
        core = Span(met.start(1), met.end(1)).moved(passage.span.start)
        words = tuple(fold(t.text) for t in passage.tokens_in(core) if t.text[0].isalnum())
        yield Found(Name(words, met.group(1)), core, core, "quoted")


def _is_naming(token: Token) -> bool:
    """Whether a word says what something is called: "known as", and not "many know him"."""
    if token.lemma.lower() in ("know", "term", "label", "style", "title", "refer"):
        return token.tag == "VBN" or (token.pos == "NOUN" and token.lemma in NAMES)
    return token.lemma.lower() in NAMING | NAMES or token.text.lower() in ("codenamed", "code-named")


def _gender(found: Found) -> str:
    if set(found.name.titles) & TITLES_FEMALE:
        return "f"
    return "m" if set(found.name.titles) & TITLES_MALE else ""


@of_passage
def _spread(passage: Passage, heads: tuple[int, ...]) -> frozenset[int]:
    """Words with the names that are said to be the same: "the fisherman, Ada Obi", "Ada Obi was the one"."""
    found = set(heads)
    for i in heads:
        for j in _same(passage, i):
            found |= {j, *(g for g in passage.children[j] if passage.tokens[g].dep in ("compound", "flat"))}
    return frozenset(found)


def _same(passage: Passage, i: int) -> Iterator[int]:
    """The nouns that are said to be the same as a noun."""
    token = passage.tokens[i]
    yield from (c for c in passage.children[i] if passage.tokens[c].dep in ("appos", "compound", "nmod", "flat"))
    over = passage.tokens[token.head]
    if token.dep in ("appos", "compound", "nmod") and over.i != i:
        yield over.i
    if token.dep in ("attr", "nsubj") and over.lemma == "be":
        yield from (c for c in passage.children[over.i] if c != i and passage.tokens[c].dep in ("attr", "nsubj"))
    if token.dep in ("oprd", "nsubjpass", "dobj", "attr", "nsubj") and over.lemma in NAMING:
        yield from (c for c in passage.children[over.i] if c != i and passage.tokens[c].dep in _GIVEN)
        yield from (g for c in passage.children[over.i] if passage.tokens[c].lemma == "as" for g in passage.children[c])
    named = passage.tokens[over.head].lemma
    # "Known as", "goes by"; who named it stands behind "by" as well.
    if token.dep == "pobj" and (over.lemma == "as" or named == "go") and named in NAMING | {"go"}:
        yield from (c for c in passage.children[over.head] if passage.tokens[c].dep in _GIVEN)
    if over.lemma in NAMING and over.dep in ("acl", "relcl") and token.dep == "oprd":
        yield over.head


_GIVEN = frozenset({"oprd", "nsubjpass", "dobj", "attr"})


def _equated(one: Candidate, i: int) -> bool:
    """Whether a noun is said to be the same as a name: "the dredger Alma", "the Alma, a dredger"."""
    passage, head = one.passage, _head(one)
    if i in _same(passage, head) and not (passage.tokens[head].dep in ("compound", "nmod") and head < i):
        return True
    if head in _same(passage, i):
        return not (passage.tokens[head].dep in ("compound", "nmod") and head < i)
    first, last = one.whole[0], one.whole[-1]
    if i < first:
        between = passage.tokens[i + 1 : first]
        return passage.tokens[i].pos in ("NOUN", "PROPN") and all(t.text in APPOSING for t in between)
    between = passage.tokens[last + 1 : i]
    begun = bool(between) and between[0].text in APPOSING and len(between) <= FAR
    return begun and all(t.pos in ("DET", "ADJ", "NOUN", "PRON") or t.text in ("'s", "’s") for t in between[1:])


IT = frozenset({"it", "its"})
PRONOUNS = frozenset({"he", "she"})
NOT_OF = {"f": "he", "m": "she"}

APPOSING = frozenset([",", "(", "–", "—", ":", "*", '"', "“", "'", "‘", "the", "a"])
"""What stands between a noun and a name for the same."""

FAR = 6


def _head(one: Candidate) -> int:
    inside = set(one.whole)
    return next((i for i in one.whole if one.passage.tokens[i].head not in inside), one.whole[-1])


WHERE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "between", "off", "towards", "around"})


def _stands_as(one: Candidate, dep: str, under: frozenset[str]) -> bool:
    token = one.passage.tokens[_head(one)]
    return token.dep == dep and one.passage.tokens[token.head].lemma.lower() in under


def _is_owner(one: Candidate) -> bool:
    token = one.passage.tokens[_head(one)]
    return token.dep == "poss" and not one.gone_on


def _tie(one: Candidate, i: int) -> float:
    """How closely a word stands with a name, in [0, 1]."""
    if i in one.whole:
        return 1.0
    far = min(steps(one.passage, t)[i] for t in one.tokens)
    beside = i in (one.whole[0] - 1, one.whole[-1] + 1)
    return 1.0 if beside else TIES[far] if far < len(TIES) else 0.0


SORTS = word_set("""
    operation plan project exercise mission storm hurricane cyclone typhoon protocol programme program campaign
    initiative ship mv ss hms
    """)
"""Words with which names of things begin or end that only say what sort of thing it is."""


def weigh_identity(
    fact: Fact,
    statement: Statement,
    asked: Identity,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
) -> list[Evidence]:
    """What the names of a source do to a claim that gives its own, most telling first.

    >>> from secondsource.aligning.identity import identity
    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("The plan for the flood bore the name Slow Tide.")
    >>> def told(text):
    ...     source = Source("a", text)
    ...     reading = read(source)
    ...     about = source, SourceIndex(reading), mark(reading)
    ...     return [e.bearing.value for e in weigh_identity(Fact("f", ""), claim, identity(claim), *about)]
    >>> told("They call their plan for the flood Slow Tide."), told("The plan for the flood was named High Wall.")
    (['supports'], ['contradicts'])
    """
    answers = Answers(fact, statement, asked, index)
    weighed = [found for one in answers.candidates if (found := _weighed(answers, one, source, marks))]
    if not weighed:
        weighed = list(_nameless(answers, source))
    weighed.sort(key=lambda w: (w.evidence.bearing is Bearing.INCONCLUSIVE, -w.weight))
    return [w.evidence for w in _once(weighed)[:KEPT]]


def _once(found: Sequence[Weighed]) -> list[Weighed]:
    """The most telling of each passage."""
    first = {w.passage.index: w for w in reversed(found)}
    return [w for w in found if first[w.passage.index] is w]


BEFORE = word_set("last earlier previous previously former formerly originally once initially")
"""Words by which a name is of what was before."""


def _may_be_of_another(answers: Answers, one: Candidate, marks: tuple[Marks, ...]) -> bool:
    """Whether a name may be of another thing of the kind: of one before, or of one of several."""
    passage = one.passage
    if others.instance(answers.statement, answers.index, marks, passage) is Instance.OTHER:
        return True
    if any(t.text.lower() in BEFORE for t in passage.tokens):
        return True
    return answers.are_several or _is_brought_in(answers, one)


def _is_brought_in(answers: Answers, one: Candidate) -> bool:
    """Whether a name is of a thing that "an" brings in after the claim's was spoken of by "the": a year ago, in an
    operation dubbed Slow Tide."""
    if answers.thing is None:
        return False
    hits = answers.index.hits(answers.thing, answers.aliases)
    here = {h.token for h in hits.get(one.passage.index, ())}
    brought = any(i in here and _has(one.passage, i, INDEFINITE) for i in _same(one.passage, _head(one)))
    return brought and any(
        _has(answers.index.passages[at], h.token, DEFINITE) for at in hits if at < one.passage.index for h in hits[at]
    )


INDEFINITE, DEFINITE = frozenset({"a", "an", "another"}), frozenset({"the", "this", "its", "their"})


def _has(passage: Passage, noun: int, articles: frozenset[str]) -> bool:
    return any(passage.tokens[c].text.lower() in articles for c in passage.children[noun])


def _weighed(answers: Answers, one: Candidate, source: Source, marks: tuple[Marks, ...]) -> Weighed | None:
    signs = answers.signs(one)
    sure = ANSWER.sureness(signs)
    says, differs = (OFFICE_SAYS, OFFICE_DIFFERS) if answers.asked.office else (SAYS, DIFFERS)
    if sure < (PERHAPS if one.own else differs):
        return None
    settled = sure >= (says if one.own else differs)
    if not one.own and _may_be_of_another(answers, one, marks):
        return None
    by_deed = answers.asked.office and not answers.asked.called
    if by_deed and not (settled and signs[Sign.DEED] >= DEED_MET):
        return None
    statement, passage = answers.statement, one.passage
    said = questions.time_said(statement, answers.index, marks, passage, one.tokens, None)
    replies = (
        _event(settled),
        questions.measure(1.0),
        questions.time(statement, said, source.published, one.own),
        questions.asserted(_stands(answers, one), standing(statement.passage, statement.root), statement, ""),
        _value(one, settled),
    )
    outcome = bearing(replies)
    if outcome is None:
        return None
    shown = Span(passage.tokens[one.whole[0]].start, passage.tokens[one.whole[-1]].end)
    return Weighed(sure, passage, evidence(source, passage, outcome, replies, (shown,), one.name.text))


def _stands(answers: Answers, one: Candidate) -> Standing:
    """How it stands that a name is the answer: in "it was not Ada Obi" as the verb; a plan has its name."""
    token = one.passage.tokens[_head(one)]
    found = standing(one.passage, token.head if token.dep == "attr" else token.i)
    settled = answers.asked.called and found.factuality in (Factuality.PLANNED, Factuality.CONDITIONAL)
    return replace(found, factuality=Factuality.ASSERTED) if settled else found


def _event(settled: bool) -> Reply:
    if settled:
        return Reply(Question.EVENT, Answer.YES, "the name is given for what the claim speaks of")
    return Reply(Question.EVENT, Answer.OPEN, "it is not certain that the name is given for what the claim speaks of")


def _value(one: Candidate, settled: bool) -> Reply:
    if not one.own:
        return Reply(Question.VALUES, Answer.NO, f"{one.name.text} is another name")
    if settled:
        return Reply(Question.VALUES, Answer.YES, "the same name")
    return Reply(Question.VALUES, Answer.OPEN, "the name is given, and not surely for that")


def _nameless(answers: Answers, source: Source) -> Iterator[Weighed]:
    """The passages that speak of what is asked and give no name for it."""
    for passage in answers.index.passages:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING):
            continue
        met = cover(answers.index, passage, answers.asked.terms, (), answers.aliases).local
        if met >= SPEAKS:
            replies = (
                questions.event(max(met, questions.SAME_EVENT)),
                questions.measure(1.0),
                Reply(Question.TIME, Answer.YES, "no name is given to compare"),
                Reply(Question.ASSERTED, Answer.YES, "no name is given to compare"),
                Reply(Question.VALUES, Answer.OPEN, "it gives no name for that"),
            )
            yield Weighed(met, passage, evidence(source, passage, Bearing.INCONCLUSIVE, replies))
