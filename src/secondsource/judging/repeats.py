"""Passages that repeat a claim's sentence, and what they have in the place of a word or two of it.

Papers print what an agency sends with little changed, and a slip of the pen changes one word. A passage with nearly all
words of a claim in their order is about the same, whatever else is weighed: what stands where the claim has another
figure, day or "not" rules it out, and what stands where the claim names somebody else does not bear it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rapidfuzz.distance import LCSseq

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Instance
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT, is_content, lemma_of
from secondsource.facts import Fact
from secondsource.grammar.calendar import MONTHS, WEEKDAYS
from secondsource.grammar.possibilities import Relation
from secondsource.judging import named
from secondsource.judging.agency import acts
from secondsource.judging.deeds import MUTUAL, predicate
from secondsource.judging.narrower import is_of_long_ago
from secondsource.judging.pairing import VALUES
from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply
from secondsource.judging.weighed import evidence
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import Roles, roles_of, subject_of, subtree, tense
from secondsource.language.days import CALENDAR
from secondsource.sources import Kind, Source
from secondsource.values import date
from secondsource.values.date import When
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention

REPEATED = 0.75
"""The share of a claim's words, by weight and without the altered ones, that a passage must have in their order."""

LEAST = 1.5
"""What the words that are repeated must weigh together: two names, or three words that tell something."""

ADDED = 4
"""For so many words that are repeated a passage may have one of its own, to rule a claim out."""

VALUE = 0.5
"""What a value weighs beside them that is repeated too."""

TELLING = 0.25
"""What a common word must weigh for its opposite to tell anything."""

COMPARED = ("count", "money", "share", "date", "clock", "identifier", "ordinal")

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
_FROM_THEN_ON = frozenset({"until", "till", "before", "unless"})
_EMPTY = frozenset({"DET", "PUNCT", "SPACE", "AUX", "PART", "SYM"})
_STATED = frozenset({Factuality.ASSERTED, Factuality.NEGATED, Factuality.PLANNED})

Words = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """Words of a claim, and what a passage that repeats the rest has in their place."""

    ours: Words
    theirs: Words
    excludes: bool = True
    """Whether both cannot be true."""
    of_value: bool = False
    """Whether it is a figure, a date or a number, and no name or other word."""
    how: str = ""
    """In plain words, where it is not the words that differ."""

    @property
    def reason(self) -> str:
        """In plain words."""
        return self.how or f'"{_said(self.ours)}": it says "{_said(self.theirs)}"'


def _said(words: Words) -> str:
    return " ".join(t.text for t in sorted(words))


@dataclass(frozen=True, eq=False)
class Repeat:
    """One sentence of a claim beside one passage, word by word.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("The ferry Alma carried 186 passengers to Lund on 4 May 2025.")
    >>> repeated = "The ferry Alma carried 186 passengers to Lund on 4 June 2025."
    >>> told = read(Source("a", f"On 4 June 2025 it rained. {repeated}"))
    >>> index = SourceIndex(told)
    >>> repeats = [Repeat(Fact("f", ""), claim, index, mark(told), passage) for passage in told.passages]
    >>> [repeat.is_one for repeat in repeats], [altered.reason for altered in repeats[1].altered]
    ([False, True], ['"4 May 2025": it says "on 4 June 2025"'])
    """

    fact: Fact
    statement: Statement
    index: SourceIndex
    marks: tuple[Marks, ...]
    passage: Passage

    @property
    def is_one(self) -> bool:
        """Whether the passage repeats the claim but for what is altered."""
        told = self.statement, self.index, self.marks, self.passage
        published = self.index.reading.source.published
        if is_of_long_ago(self.statement, self.marks[self.passage.index], published):
            return False
        if not self._says_what_was_done or others.instance(*told) is not Instance.OURS:
            return False
        elsewhere = {t.i for altered in (*self._values, *self._names, *self._subjects) for t in altered.ours}
        words = [t for t in self.statement.terms if t.i not in elsewhere]
        whole = sum(t.weight for t in words)
        same = sum(t.weight for t in words if self._is_met(t.i))
        return same >= REPEATED * whole and same + VALUE * len(self._equal_values) >= LEAST

    @cached_property
    def altered(self) -> Sequence[Altered]:
        """What stands in the place of words of the claim."""
        found = [*self._values, *self._names, *self._opposites]
        turned = self._turned if not found else None
        found += [turned] if turned else []
        found += self._subjects
        denied = self._denied if not found else None
        return [*found, denied] if denied else found

    @cached_property
    def against(self) -> bool:
        """Whether the claim cannot be true beside it: one thing is altered, which rules it out, and little is added.

        "The ferry sailed again on 7 May", "three were seriously injured" are of something else.
        """
        if len(self.altered) != 1 or not self.altered[0].excludes or not self._is_of_one_verb:
            return False
        [altered] = self.altered
        if altered.of_value and (
            _denies(self.statement.passage) is not _denies(self.passage) or self._is_of_another_day
        ):
            return False
        verb = min(self._hits.get(self.statement.root, ()), default=0)
        return self._added <= self._kept // ADDED and standing(self.passage, verb).factuality in _STATED

    @property
    def _is_of_another_day(self) -> bool:
        """Whether both tell when, none of it the same, and more is altered: "8,200 this year, 7,400 last"."""
        dates = ((m, words) for kind, m, words in self._claimed if kind == "date")
        left = [m for m, words in dates if set(words).isdisjoint(self.altered[0].ours)]
        return bool(left and self.marks[self.passage.index].date) and not self._has_one_of(left)

    @property
    def _is_of_one_verb(self) -> bool:
        """Whether it tells by the very verb of the claim, of one time: a treaty is signed before it is ratified, and
        a ship that left leaves again."""
        passage, root = self.statement.passage, self.statement.root
        again = [t.i for t in self.passage.tokens if lemma_of(t) == lemma_of(passage.tokens[root])]
        return any(tense(self.passage, i) is tense(passage, root) for i in again)

    @property
    def _kept(self) -> int:
        """How many words are repeated, without those of values and prepositions."""
        apart = self._apart.union(t.i for _, _, words in self._claimed for t in words)
        return sum(t.i not in apart and t.pos != "ADP" for t in _words(self.statement.passage))

    @property
    def _added(self) -> int:
        """How many words, without prepositions, one has that the other has not, nor anything in their place."""
        mine = {t.i for altered in self.altered for t in altered.ours} | {i for i, hits in self._hits.items() if hits}
        other = {t.i for altered in self.altered for t in altered.theirs} | self._means.keys()
        ours = [t for words, _ in self._blocks for t in words if t.i not in mine]
        theirs = [t for _, words in self._blocks for t in words if t.i not in other]
        return sum(t.pos != "ADP" for t in (*ours, *theirs))

    @property
    def takes_away(self) -> bool:
        """Whether it does not bear the claim out, whatever value of it is the claim's."""
        tested = {i for slot in self.statement.tested for i in slot.tokens}
        return any(not a.excludes or (a.of_value and tested.isdisjoint(t.i for t in a.ours)) for a in self.altered)

    @cached_property
    def _hits(self) -> Mapping[int, frozenset[int]]:
        """A word of the claim -> the words of the passage that mean it."""
        told = self.passage, self.fact.aliases
        return {t.i: self.index.words_in((t,), *told, least=lexicon.SYNONYM) for t in self.statement.terms}

    @cached_property
    def _means(self) -> Mapping[int, int]:
        """A word of the passage -> the word of the claim that it means."""
        return {j: i for i, hits in self._hits.items() for j in hits}

    @cached_property
    def _blocks(self) -> Sequence[tuple[Words, Words]]:
        """The stretches in which the two differ, each with the words of the claim and of the passage; either may be
        none."""
        ours, theirs = _words(self.statement.passage), _words(self.passage)
        tokens = self.statement.passage.tokens
        same = [lemma_of(tokens[self._means[t.i]] if t.i in self._means else t) for t in theirs]
        found: list[tuple[Words, Words]] = [((), ())]
        for op in LCSseq.opcodes([lemma_of(t) for t in ours], same):
            if op.tag == "equal":
                found.append(((), ()))
                continue
            mine, other = found[-1]
            found[-1] = (*mine, *ours[op.src_start : op.src_end]), (*other, *theirs[op.dest_start : op.dest_end])
        return found

    @cached_property
    def _apart(self) -> frozenset[int]:
        """The words of the claim that are not repeated in their order."""
        return frozenset(t.i for ours, _ in self._blocks for t in ours)

    def _is_met(self, i: int) -> bool:
        """Whether a word of the claim is repeated: in its place, or in any where two have changed theirs."""
        return i not in self._apart or (self._turned is not None and bool(self._hits.get(i)))

    @property
    def _says_what_was_done(self) -> bool:
        """Whether the passage has the claim's verb, or what says its deed where that says little."""
        root = self.statement.passage.tokens[self.statement.root]
        if root.lemma not in LIGHT and not self._is_met(root.i):
            return False
        done = predicate(self.statement)
        return not done or any(self._hits.get(t.i) for t in done)

    @cached_property
    def _in_mind(self) -> frozenset[int]:
        """The passage and those that its reader still has in mind."""
        return frozenset({self.passage.index, *self.index.context(self.passage)})

    def _is_unspoken(self, i: int) -> bool:
        """Whether neither the passage nor what its reader has in mind has a word of the claim."""
        return all(
            self._in_mind.isdisjoint(self.index.hits(t, self.fact.aliases)) for t in self.statement.terms if t.i == i
        )

    @cached_property
    def _claimed(self) -> Sequence[tuple[str, Mention[Any], Words]]:
        """The values of the claim, each with its words."""
        marks, passage = self.statement.marks, self.statement.passage
        return [(kind, m, passage.tokens_in(m.core)) for kind in COMPARED for m in getattr(marks, kind)]

    @property
    def _equal_values(self) -> Sequence[Words]:
        return [words for _, _, words in self._claimed if self._apart.isdisjoint(t.i for t in words)]

    @cached_property
    def _values(self) -> Sequence[Altered]:
        """Other values that stand in the place of the claim's; a weekday or month where none is read as a date."""
        found = [altered for told in self._claimed if (altered := self._valued_otherwise(*told))]
        return found or list(self._calendar())

    def _valued_otherwise(self, kind: str, mention: Mention[Any], words: Words) -> Altered | None:
        block = next((b for b in self._blocks if set(words) & set(b[0])), None)
        told = [(m, VALUES[kind].relate(m.value, mention.value)) for m in getattr(self.marks[self.passage.index], kind)]
        if block is None or any(relation is Relation.ENTAILS for _, relation in told):
            return None
        there = [(m, relation) for m, relation in told if set(self.passage.tokens_in(m.core)) & set(block[1])]
        alone = all(r is Relation.EXCLUDES and _stand_alone(block, mention, m) for m, r in there)
        return Altered(words, self.passage.tokens_in(there[0][0].span), of_value=True) if there and alone else None

    def _calendar(self) -> Iterator[Altered]:
        for block in self._blocks:
            for names in (WEEKDAYS, MONTHS):
                ours, theirs = (tuple(t for t in words if t.text.lower() in names) for words in block)
                if len(ours) != 1 or len(theirs) != 1 or max(map(len, block)) > 2 or self._is_of_one_day(ours[0]):
                    continue
                if names[ours[0].text.lower()] != names[theirs[0].text.lower()]:
                    yield Altered(ours, theirs)

    def _is_of_one_day(self, token: Token) -> bool:
        """Whether the claim's date is the passage's by its number, whatever weekday is said with it."""
        return self._has_one_of([m for m in self.statement.marks.date if m.core.overlaps(token.span)])

    def _has_one_of(self, dates: Sequence[Mention[When]]) -> bool:
        """Whether the passage gives one of the claim's dates."""
        told = self.marks[self.passage.index].date
        return any(date.relate(m.value, ours.value) is Relation.ENTAILS for ours in dates for m in told)

    @cached_property
    def _names(self) -> Sequence[Altered]:
        """Names of the claim that are given neither here nor just before, each with the name that stands there."""
        given = {t.i for t in self.statement.terms if t.name}
        given -= {t.i for kind, m, _ in self._claimed for t in self.statement.passage.tokens_in(m.span)}
        found = []
        for block in self._blocks:
            ours = tuple(t for t in block[0] if t.i in given and _is_name(t) and self._is_whole(t))
            theirs = tuple(t for t in block[1] if _is_name(t) and t.i not in self._means)
            alone = len(block[0]) <= len(ours) + 1 and len(block[1]) <= len(theirs) + 1
            if not (ours and theirs and alone and all(self._is_unspoken(t.i) for t in ours)):
                continue
            if not self._is_known(theirs) and not _are_initials(self.statement.passage, ours, self.passage, theirs):
                found.append(Altered(ours, theirs, excludes=False))
        return found

    def _is_whole(self, token: Token) -> bool:
        """Whether no later part of its name is repeated: "Mr Tarrant" is Owen Tarrant."""
        return token.dep != "compound" or token.head in self._apart

    def _is_known(self, names: Words) -> bool:
        """Whether a name is a noun for somebody named before: "the Group"."""
        articles = {self.passage.tokens[c].lemma.lower() for c in self.passage.children[names[0].i]}
        return len(names) == 1 and bool(articles & {"the", "this", "our"})

    @cached_property
    def _opposites(self) -> Sequence[Altered]:
        """Common words in whose place their opposites stand."""
        told = {t.i for t in self.statement.terms if not t.name and t.weight >= TELLING}
        pairs = (
            (mine, other)
            for ours, theirs in self._blocks
            for mine in ours
            for other in theirs
            if mine.i in told and mine.pos == other.pos and is_content(other) and other.i not in self._means
        )
        return [
            Altered((mine,), (other,))
            for mine, other in pairs
            if lexicon.opposed(lemma_of(mine), lemma_of(other)) and self._is_unspoken(mine.i)
        ]

    @cached_property
    def _turned(self) -> Altered | None:
        """The claim's deed the other way about: who does it is the one to whom it is done."""
        passage, root = self.statement.passage, self.statement.root
        ours = roles_of(passage, root)
        both = (*ours.agent, *_patients(ours))
        if self._values or passage.tokens[root].lemma in MUTUAL or not all(acts(passage.tokens[i]) for i in both):
            return None
        for verb in self._hits.get(root, ()):
            theirs = roles_of(self.passage, verb)
            if self._are_one(_patients(ours), theirs.agent) and self._are_one(ours.agent, _patients(theirs)):
                words = (passage.tokens[root],), (self.passage.tokens[verb],)
                return Altered(*words, how="it says it the other way about")
        return None

    def _are_one(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return any(j in self._hits.get(i, ()) for i in ours for j in theirs)

    @cached_property
    def _subjects(self) -> Sequence[Altered]:
        """Another subject of the same verb, where nothing near has a word of the claim's."""
        ours, root = self.statement.passage, self.statement.root
        head = subject_of(ours, root)
        if head is None or ours.tokens[head].pos != "NOUN":
            return []
        said = [t.i for t in self.statement.terms if t.i in subtree(ours, head)]
        if not said or not all(map(self._is_unspoken, said)):
            return []
        again = (t.i for t in self.passage.tokens if t.lemma == ours.tokens[root].lemma and t.pos in ("VERB", "AUX"))
        heads = [subject_of(self.passage, verb) for verb in self._hits.get(root) or again]
        theirs = [self.passage.tokens[i] for i in heads if i is not None]
        if len(theirs) < len(heads) or not all(self._is_somebody_else(ours.tokens[head], t) for t in theirs):
            return []
        return [Altered((ours.tokens[head],), (other,), excludes=False) for other in theirs[:1]]

    def _is_somebody_else(self, mine: Token, other: Token) -> bool:
        short, long = sorted((mine.text.lower(), other.text.lower()), key=len)
        named_so = long.startswith(short)  # "Brig", "Brigadier"
        own = self._means.keys() & subtree(self.passage, other.i)
        return other.pos in ("NOUN", "PROPN") and not own and not named_so

    @cached_property
    def _denied(self) -> Altered | None:
        """A verb that one of the two has under a "not", where the other has none, and all values are the claim's."""
        if _denies(self.statement.passage) is _denies(self.passage):
            return None
        if len(self._equal_values) < len(self._claimed):
            return None
        ours, root = self.statement.passage, self.statement.root
        pairs = [(t.i, j) for t in self.statement.terms if t.i not in self._apart for j in self._hits[t.i]]
        pairs += [(root, t.i) for t in self.passage.tokens if t.head == t.i and t.lemma == ours.tokens[root].lemma]
        apart = ((i, j) for i, j in pairs if _is_denied(ours, i) is not _is_denied(self.passage, j))
        how = "one says that it is so, the other that it is not"
        return next((Altered((ours.tokens[i],), (self.passage.tokens[j],), how=how) for i, j in apart), None)


def _stand_alone(block: tuple[Words, Words], ours: Mention[Any], theirs: Mention[Any]) -> bool:
    """Whether two values are nearly all that differs in a stretch."""
    beside = (
        [t for t in words if not t.span.overlaps(mention.span)]
        for words, mention in zip(block, (ours, theirs), strict=True)
    )
    return all(len(words) <= 1 for words in beside)


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text.lower() not in CALENDAR


def _are_initials(ours: Passage, mine: Words, theirs: Passage, other: Words) -> bool:
    """Whether one of two names is the other in short, by the letters it begins with."""
    names = named.words(ours, tuple(t.i for t in mine)), named.words(theirs, tuple(t.i for t in other))
    letters = {word[0] for word in names[0]}
    short = any(len(word.rstrip(".")) == 1 and word[0] in letters for word in names[1])
    return short or named.are_initials(*names)


def _patients(roles: Roles) -> tuple[int, ...]:
    """To whom a deed is done, or something given."""
    return (*roles.object, *roles.oblique.get("dative", ()), *roles.oblique.get("to", ()))


def _denies(passage: Passage) -> bool:
    return any(t.dep == "neg" or t.lemma.lower() in _NEGATIONS for t in passage.tokens)


def _is_denied(passage: Passage, i: int) -> bool:
    """Whether a verb is said not to be so, and not only from when on it is: "did not open until March"."""
    below = [passage.tokens[c] for c in passage.children[i]] if passage.tokens[i].pos in ("VERB", "AUX") else []
    return any(t.dep == "neg" for t in below) and not any(t.lemma.lower() in _FROM_THEN_ON for t in below)


def _words(passage: Passage) -> list[Token]:
    """The words that tell something, in their order."""
    return [t for t in passage.tokens if t.pos not in _EMPTY and t.lemma.lower() not in _NEGATIONS]


def settle(
    fact: Fact,
    statement: Statement,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    found: Sequence[Evidence],
) -> list[Evidence]:
    """The evidence of a source, with what its passages that repeat the claim have in place of a word of it.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("The insurer will not pay Ida Roe for the barn.")
    >>> source = Source("a", "The insurer will pay Ida Roe for the barn.")
    >>> told = read(source)
    >>> [(e.bearing.value, e.reason) for e in settle(Fact("f", ""), claim, source, SourceIndex(told), mark(told), [])]
    [('contradicts', 'one says that it is so, the other that it is not')]
    """
    kept = list(found)
    for repeat in _repeats(fact, statement, index, marks):
        here = repeat.passage.span
        told = {e.bearing for e in kept if e.span == here}
        if Bearing.CONTRADICTS in told:
            continue
        if repeat.against or (Bearing.SUPPORTS in told and repeat.takes_away):
            kept = [_evidence(source, repeat), *(e for e in kept if e.span != here)]
    return kept


def _evidence(source: Source, repeat: Repeat) -> Evidence:
    altered, against = repeat.altered[0], repeat.against
    again = "it repeats the claim's words"
    replies = (
        Reply(Question.EVENT, Answer.YES, again),
        Reply(Question.MEASURE, Answer.YES, again),
        Reply(Question.TIME, Answer.YES, again),
        Reply(Question.ASSERTED, Answer.YES, "stated as a fact"),
        Reply(Question.VALUES, Answer.NO if against else Answer.OPEN, altered.reason),
    )
    outcome = Bearing.CONTRADICTS if against else Bearing.INCONCLUSIVE
    return evidence(
        source, repeat.passage, outcome, replies, tuple(t.span for t in sorted(altered.theirs)), _said(altered.theirs)
    )


def _repeats(fact: Fact, statement: Statement, index: SourceIndex, marks: tuple[Marks, ...]) -> Iterator[Repeat]:
    met: dict[int, float] = {}
    for term in statement.terms:
        for place in index.hits(term, fact.aliases):
            met[place] = met.get(place, 0.0) + term.weight
    least = 0.5 * sum(t.weight for t in statement.terms)
    for place in sorted(place for place, weight in met.items() if weight >= least):
        passage = index.passages[place]
        if passage.kind not in (Kind.FURNITURE, Kind.HEADING, Kind.ROW):
            repeat = Repeat(fact, statement, index, marks, passage)
            if repeat.is_one:
                yield repeat
