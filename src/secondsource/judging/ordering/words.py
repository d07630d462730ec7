"""Orders that a source puts into words: "after", "larger than", "two days later", "slipped to 3.4 billion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.aligning import others
from secondsource.aligning.terms import LIGHT, Term
from secondsource.grammar.possibilities import Interval
from secondsource.judging.changes import Change, changes
from secondsource.judging.ordering.facing import MET, SPOKEN, Facing
from secondsource.judging.verdict import Answer
from secondsource.judging.weighed import Weighed
from secondsource.language import Passage
from secondsource.language.clauses import is_predicate, subject_of
from secondsource.sources import Kind
from secondsource.values import date
from secondsource.values.order import Order, Sign
from secondsource.values.ordering import is_time, orders
from secondsource.values.succession import after_what_was_said

NAMED = 0.35
"""The share of a claim's words that such a passage must have itself."""
FIT = 0.15
"""How much worse another passage may fit that says a change."""


class InWords(Facing):
    """What a source says of an order, or of both sides, in words."""

    def worded(self) -> Iterator[Weighed]:
        """Orders that the source puts into words."""
        for passage in self.passages:
            for order in orders(passage):
                found = self._agreed(passage, order)
                # Who beat whom in 1918 was beaten by them in 1871.
                if found is not None and (order.in_time or self._same_years(passage)):
                    sign, weight = found
                    at = self._said_at(passage, order)
                    yield from self.told(passage, at, weight, self._values_by_words(sign, order.lag))

    def _agreed(self, passage: Passage, order: Order) -> tuple[Sign, float] | None:
        claim = self.claim
        if order.in_time != claim.order.in_time:
            if "ahead" not in self._words(passage, order):
                return None
            order = order._replace(sign=order.sign.turned())  # what is ahead in time is before
        if claim.over_time != (not order.in_time and is_time(passage, order.second)):
            return None
        if claim.over_time:
            about = self.met((*claim.first, *claim.rest), passage, None)
            return (order.sign, about) if about >= SPOKEN and self._same_measure(passage, order) else None
        if order.in_time and others.in_another_post(self.statement, passage, (order.at,)):
            return None
        if claim.shared and self.met(claim.shared, passage, None) < MET and not _resumes(passage):
            return None
        straight = min(self._side(claim.first, passage, order.first), self._side(claim.second, passage, order.second))
        crossed = min(self._side(claim.first, passage, order.second), self._side(claim.second, passage, order.first))
        if max(straight, crossed) < MET or straight == crossed or not self._same_measure(passage, order):
            return None
        return (order.sign if straight > crossed else order.sign.turned(), max(straight, crossed))

    def _side(self, terms: Sequence[Term], passage: Passage, tokens: frozenset[int]) -> float:
        """How far a side of an order is a side of the claim; a pronoun may stand for what was named before."""
        direct = self.met(terms, passage, tokens, mind=False)
        if direct >= MET:
            return direct
        named = any(passage.tokens[i].pos == "PROPN" for i in tokens)
        pronoun = any(passage.tokens[i].tag in ("PRP", "PRP$") for i in tokens)
        if self.claim.order.in_time or pronoun or not named:
            told = self.met(terms, passage, tokens)
            return told if direct > 0.2 or pronoun else 0.0
        return direct

    def _same_measure(self, passage: Passage, order: Order) -> bool:
        """Whether two orders are by the same: "longer" and "longer", or the rest of the claim's words are there."""
        ours, theirs = self.claim.order, order
        own, other = self.statement.passage.tokens[ours.at], passage.tokens[theirs.at]
        if ours.in_time or (own.pos == other.pos == "VERB" and own.lemma == other.lemma):
            return True
        named = [t for t in self.claim.rest if t.lemma not in LIGHT]
        if ours.by and ours.by == theirs.by and ours.by not in ("more", "many", "few", "less", "high", "low", "large"):
            return True
        return not named or self.met(named, passage, None) >= MET

    def _words(self, passage: Passage, order: Order) -> str:
        return passage.tokens[order.at].text.lower()

    def _said_at(self, passage: Passage, order: Order) -> int:
        """The word that says what came first or after, which may only be planned; else the order's own."""
        said = [t for t in self.statement.terms if t.i == self.statement.root]
        hits = [h.token for h in self.index.hits_in(said, passage, self.aliases)]
        inside = order.first | order.second
        found = (i for i in (*hits, *sorted(order.first)) if i in inside and is_predicate(passage.tokens[i]))
        return next(found, order.at)

    def _values_by_words(self, sign: Sign, lag: Interval | None) -> Answer:
        ours = self.claim.order
        if sign is not ours.sign:
            return Answer.NO
        if ours.lag is not None:
            return Answer.OPEN if lag is None else Answer.YES if lag.meets(ours.lag) else Answer.NO
        return Answer.OPEN if ours.factor != 1 else Answer.YES

    def across(self) -> Iterator[Weighed]:
        """Orders of two sentences: "The mayor resigned. Two days later the report came out." """
        claim = self.claim
        if not claim.order.in_time:
            return
        for passage in self.passages:
            told = after_what_was_said(passage) if passage.index else None
            before = self.index.passages[passage.index - 1]
            if told is None or before.kind is not Kind.PROSE:
                continue
            first, second = (self._in_full(claim.first, p) for p in (passage, before))
            other, another = (self._in_full(claim.second, p) for p in (before, passage))
            straight, crossed = min(first, other), min(second, another)
            if max(straight, crossed) < SPOKEN or straight == crossed:
                continue
            sign = told[0] if straight > crossed else told[0].turned()
            for p in (passage, before):
                verbs = [t for t in self.statement.terms if t.pos == "VERB"]
                said = (h.token for h in self.index.hits_in(verbs, p, self.aliases))
                value = self._values_by_words(sign, told[1])
                yield from self.told(p, next(said, None), max(straight, crossed), value)

    def _in_full(self, terms: Sequence[Term], passage: Passage) -> float:
        """How much of a side a sentence tells, its verb or noun among it."""
        here = self.met(self.telling(terms), passage, None, mind=False)
        return self.met(terms, passage, None) if here >= MET else 0.0

    def changed(self) -> Iterator[Weighed]:
        """How a thing changed that the claim compares with itself: "slipped to 3.4 billion from 3.9 billion"."""
        claim = self.claim
        if not claim.over_time:
            return
        about = (*claim.first, *claim.rest)
        about = tuple(t for t in about if t.lemma not in LIGHT)
        found = list(self._changes(about))
        best = max((w.weight for w in found), default=0.0)
        yield from (w for w in found if w.weight >= best - FIT)

    def _changes(self, about: tuple[Term, ...]) -> Iterator[Weighed]:
        for passage in self.passages:
            for change in changes(passage, self.marks[passage.index]):
                near = self.met(about, passage, change.of, named=True)
                if near < SPOKEN or not self._of_thing(passage, change) or not self._same_years(passage):
                    continue
                here = self.met(about, passage, None, mind=False)
                yield from self.told(passage, change.at, here, self.of_sign(change.sign, change.ratio))

    def _of_thing(self, passage: Passage, change: Change) -> bool:
        """Whether what changed is named by the claim, or stands as a pronoun for it."""
        words = [t for t in (*self.claim.first, *self.claim.rest) if not t.name and t.lemma not in LIGHT]
        if not words or change.ratio or change.of & self.index.words_in(words, passage, self.aliases):
            return True
        return any(passage.tokens[i].tag == "PRP" for i in change.of)

    def _same_years(self, passage: Passage) -> bool:
        """Whether a passage speaks of no other time than the claim's."""
        ours = [m.value for m in self.statement.marks.date if m.value.anchored]
        theirs = [m.value for m in self.marks[passage.index].date if m.value.anchored and m.rule != "dateline"]
        return not ours or not theirs or any(date.compatible_times(a, b) for a in ours for b in theirs)

    def spoken(self) -> Iterator[Weighed]:
        """Passages that speak of both sides, or of what is compared over time, and say no order."""
        claim = self.claim
        said = [t for t in self.statement.terms if not t.name and t.lemma not in LIGHT and t.i != claim.order.at]
        parts = [claim.first, claim.second, tuple(self.statement.terms)]
        for passage in self.passages:
            both = min((self.met(side, passage, None) for side in parts if side), default=0.0)
            if claim.over_time:
                both = self.met((*claim.first, *claim.rest), passage, None)
            here = self.met(said, passage, None, mind=False)
            if (
                both >= MET
                and here >= (NAMED if said else 0.0)
                and self.met(self.statement.terms, passage, None, False) >= NAMED
            ):
                yield from self.told(passage, None, here, Answer.OPEN, "speaks of both and not of their order")


def _resumes(passage: Passage) -> bool:
    """Whether a passage goes on about somebody or something named before it."""
    root = next((t.i for t in passage.tokens if t.head == t.i), None)
    subject = None if root is None else subject_of(passage, root)
    return subject is not None and passage.tokens[subject].tag == "PRP"
