"""Claims that set two things in order: by words of the source, by two of its figures, or by two of its dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from secondsource.aligning.index import SourceIndex, nearness
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import LIGHT, Term, lemma_of
from secondsource.facts import Fact
from secondsource.grammar import tables
from secondsource.grammar.clock import DAY
from secondsource.grammar.possibilities import Interval
from secondsource.judging import lines, questions
from secondsource.judging.changes import Change, changes
from secondsource.judging.decision import bearing
from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, lexicon
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import deed, gapped, is_predicate, predicate_of, subject_of, subtree
from secondsource.sources import Kind, Source, Span
from secondsource.values import clock, date
from secondsource.values.marking import Marks
from secondsource.values.order import Order, Sign
from secondsource.values.ordering import is_time, orders
from secondsource.values.ordinal import STANDINGS, tells_which
from secondsource.values.succession import after_what_was_said

MET = 0.5
"""The share of a side's words from which a text speaks of it."""
SPOKEN = 0.6
"""The share of a claim's words from which a passage speaks of both sides without saying their order."""
IN_MIND = 0.6
"""What a word weighs that stands near the passage and not in the side of an order."""
NAMED = 0.35
"""The share of a claim's words that such a passage must have itself."""
NEIGHBOURS = 2
"""How many sentences apart two figures may stand that are compared."""
KEPT = 4
VALUED = frozenset({"quotation", "identifier", "count", "money", "share", "role", "listing", "ordinal"})
"""Kinds that a claim is about sooner than an order."""
NATIONAL = {
    "national": ("country", "nation", "nationwide", "countrywide"),
    "average": ("country", "mean", "nationwide"),
}
"""What is on average so in a country is so "in the country as a whole"."""
NEAR_FACTOR = 0.12
VERB = 0.5
"""What it adds to a date's being an event's that the event's verb stands in its clause."""
FIT = 0.15
"""How much worse another passage may fit that says a change."""


class Sides(NamedTuple):
    """A claim that sets two things in order."""

    order: Order
    first: tuple[Term, ...]
    second: tuple[Term, ...]
    rest: tuple[Term, ...]
    """What they are compared in: the claim's other words."""
    over_time: bool
    """Whether one thing is compared with itself at another time."""
    aside: bool = False
    """Whether a claim of something else only tells when by it: "moved to Lund after the war"."""
    shared: tuple[Term, ...] = ()
    """What is said of both sides: who moved after finishing her degree, what Norway did before Sweden did."""


def sides(statement: Statement) -> Sides | None:
    """How a claim is about an order of two things, or None.

    >>> from secondsource.aligning.statement import statements
    >>> [claim] = statements("Norway is larger than Denmark.")
    >>> found = sides(claim)
    >>> [t.lemma for t in found.first], found.order.sign.name, [t.lemma for t in found.second]
    (['norway'], 'ABOVE', ['denmark'])
    """
    found = [o for o in orders(statement.passage) if _is_claimed(statement, o)]
    order = next((o for o in found if not o.in_time), next(iter(found), None))
    if order is None or any(s.kind in VALUED and not _belongs(order, s) for s in statement.tested):
        return None
    if order.in_time and any(s.kind == "date" and not set(s.tokens) & order.second for s in statement.tested):
        return None  # a day says more than "before"
    over_time = not order.in_time and is_time(statement.passage, order.second)
    first, second = (_terms(statement, side) for side in (order.first, order.second))
    shared = {t.lemma for t in first} & {t.lemma for t in second}
    inside = order.first | order.second
    rest = tuple(t for t in statement.terms if t.i not in inside and t.i != order.at)
    if not over_time and not (first and second):
        return None
    if not order.in_time and {t.lemma for t in first} != shared != {t.lemma for t in second}:
        rest += tuple(t for t in first if t.lemma in shared)
        first, second = (tuple(t for t in side if t.lemma not in shared) for side in (first, second))
    passage = statement.passage
    said = any(passage.tokens[i].pos in ("VERB", "AUX") for i in order.second)
    aside = order.in_time and not said and not order.lag and passage.tokens[order.at].lemma not in EARLY_LATE
    both = _of_both(statement, order) if order.in_time and said else frozenset()
    own = tuple(t for t in first if t.i not in both)
    common = tuple(t for t in first if t.i in both) if own else ()
    return Sides(order, own or first, second, rest, over_time, aside, common)


STUMPS = frozenset({"do", "have", "be"})


def _of_both(statement: Statement, order: Order) -> frozenset[int]:
    """The words of a claim's first side that belong to its second too, where that has no subject of its own but a
    pronoun, or no verb of its own but "did"."""
    passage = statement.passage
    subject = subject_of(passage, statement.root)
    if subject is None:
        return frozenset()
    whose = subtree(passage, subject)
    verbs = (i for i in sorted(order.second) if is_predicate(passage.tokens[i]) and passage.tokens[i].dep != "amod")
    verb = next(verbs, None)
    own = [c for c in passage.children[verb] if passage.tokens[c].dep in SUBJECTS] if verb is not None else []
    if verb is not None and own and passage.tokens[verb].lemma in STUMPS:
        return order.first - whose if len(passage.children[verb]) <= len(own) + 1 else frozenset()
    return whose if all(passage.tokens[i].pos == "PRON" for i in own) else frozenset()


SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def _belongs(order: Order, slot: Slot) -> bool:
    """Whether a value only tells how much more something is, or how much later: "twice as many", "40 minutes after"."""
    if not any(abs(i - order.at) <= REACH for i in slot.tokens):
        return False
    if slot.kind != "count":
        return order.factor != 1
    lasts = order.lag is not None and slot.mention.value.dimension == "duration"
    return lasts or order.factor != 1 or slot.mention.value.unit in STANDINGS


REACH = 4
"""Words between "twice" and the word that compares."""


def _terms(statement: Statement, side: frozenset[int]) -> tuple[Term, ...]:
    return tuple(t for t in statement.terms if t.i in side)


def _is_claimed(statement: Statement, order: Order) -> bool:
    """Whether a claim is about an order that it has, and does not only tell when or where by it."""
    passage = statement.passage
    root = statement.root
    if not order.in_time:
        return order.at == root or root in passage.ancestors(order.at)
    if passage.tokens[order.at].lemma in EARLY_LATE:
        return root in passage.ancestors(order.at)
    heads = [passage.tokens[i] for i in order.second if passage.tokens[i].pos in ("NOUN", "VERB", "AUX", "PROPN")]
    return root in order.first and bool(heads) and _happens(passage, order)


EARLY_LATE = frozenset(["early", "late", "soon", "earlier", "later", "sooner"])
HEARING = frozenset(
    ["appear", "testify", "stand", "go", "come", "be", "bring", "speak", "plead", "lie", "put", "lay", "run"]
)
"""Verbs of which "before" tells in front of whom or what: "appeared before the court"."""
EVENTS = frozenset(["event", "act", "happening", "action", "activity", "change", "ceremony", "phenomenon"])


def _happens(passage: Passage, order: Order) -> bool:
    """Whether what something comes before or after is something that happens."""
    if any(passage.tokens[i].pos in ("VERB", "AUX") for i in order.second):
        return True
    if not any(passage.tokens[i].lemma in HEARING for i in order.first):
        return True
    nouns = (passage.tokens[i].lemma for i in order.second if passage.tokens[i].pos == "NOUN")
    return any(lexicon.hypernyms(noun, 8) & EVENTS for noun in nouns)


def _resumes(passage: Passage) -> bool:
    """Whether a passage goes on about somebody or something named before it."""
    root = next((t.i for t in passage.tokens if t.head == t.i), None)
    subject = None if root is None else subject_of(passage, root)
    return subject is not None and passage.tokens[subject].tag == "PRP"


class _Reader:
    """One claim of two sides beside one source."""

    def __init__(
        self,
        fact: Fact,
        statement: Statement,
        claim: Sides,
        source: Source,
        index: SourceIndex,
        marks: tuple[Marks, ...],
    ) -> None:
        self.statement, self.claim, self.source, self.index, self.marks = statement, claim, source, index, marks
        self.aliases: Aliases = {**NATIONAL, **fact.aliases}

    # --- what is met

    def met(
        self,
        terms: Sequence[Term],
        passage: Passage,
        tokens: frozenset[int] | None,
        mind: bool = True,
        named: bool = False,
    ) -> float:
        """The share of some words of the claim that stand among some words of a passage, or in its reader's mind."""
        total = got = 0.0
        context = self.index.context(passage) if mind else {}
        for term in terms:
            found = self.index.found(term, self.aliases)
            hits = found.hits
            here = max(
                (h.kinship for h in hits.get(passage.index, ()) if tokens is None or h.token in tokens), default=0.0
            )
            if not here and tokens is not None and mind:
                here = (
                    IN_MIND
                    * max((h.kinship for h in hits.get(passage.index, ())), default=0.0)
                    * (named or not term.name)
                )
            if not here and mind and (found.topic or any(i in hits for i in context)):
                here = IN_MIND * bool(hits)
            total += term.weight
            got += term.weight * here
        return got / total if total else 0.0

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

    # --- the order that a source gives

    def worded(self) -> Iterator[Weighed]:
        """Orders that the source puts into words."""
        for passage in self._passages():
            for order in orders(passage):
                found = self._agreed(passage, order)
                if found is not None:
                    sign, weight = found
                    at = self._said_at(passage, order)
                    yield from self._told(passage, at, weight, self._values_by_words(sign, order.lag))

    def across(self) -> Iterator[Weighed]:
        """Orders of two sentences: "The mayor resigned. Two days later the report came out." """
        claim = self.claim
        if not claim.order.in_time:
            return
        for passage in self._passages():
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
                yield from self._told(p, next(said, None), max(straight, crossed), value)

    def _in_full(self, terms: Sequence[Term], passage: Passage) -> float:
        """How much of a side a sentence tells, its verb or noun among it."""
        tokens = self.statement.passage.tokens
        said = [t for t in terms if is_predicate(tokens[t.i]) or (t.pos == "NOUN" and t.lemma not in LIGHT)]
        here = self.met(said or terms, passage, None, mind=False)
        return self.met(terms, passage, None) if here >= MET else 0.0

    def _said_at(self, passage: Passage, order: Order) -> int:
        """The word that says what came first or after, which may only be planned; else the order's own."""
        said = [t for t in self.statement.terms if t.i == self.statement.root]
        hits = [h.token for h in self.index.hits_in(said, passage, self.aliases)]
        inside = order.first | order.second
        found = (i for i in (*hits, *sorted(order.first)) if i in inside and is_predicate(passage.tokens[i]))
        return next(found, order.at)

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
        if claim.shared and self.met(claim.shared, passage, None) < MET and not _resumes(passage):
            return None
        straight = min(self._side(claim.first, passage, order.first), self._side(claim.second, passage, order.second))
        crossed = min(self._side(claim.first, passage, order.second), self._side(claim.second, passage, order.first))
        if max(straight, crossed) < MET or straight == crossed or not self._same_measure(passage, order):
            return None
        return (order.sign if straight > crossed else order.sign.turned(), max(straight, crossed))

    def _words(self, passage: Passage, order: Order) -> str:
        return passage.tokens[order.at].text.lower()

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

    def _values_by_words(self, sign: Sign, lag: Interval | None) -> Answer:
        ours = self.claim.order
        if sign is not ours.sign:
            return Answer.NO
        if ours.lag is not None:
            return Answer.OPEN if lag is None else Answer.YES if lag.meets(ours.lag) else Answer.NO
        return Answer.OPEN if ours.factor != 1 else Answer.YES

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
        claim = self.claim
        for passage in self._passages():
            for change in changes(passage, self.marks[passage.index]):
                near = self.met(about, passage, change.of, named=True)
                if near < SPOKEN or not self._of_thing(passage, change) or not self._same_years(passage):
                    continue
                value = Answer.YES if change.sign is claim.order.sign else Answer.NO
                if claim.order.factor != 1:
                    value = _by_factor(change.ratio, claim.order)
                here = self.met(about, passage, None, mind=False)
                yield from self._told(passage, change.at, here, value)

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

    def figures(self) -> Iterator[Weighed]:
        """Two figures of one kind, one of each side."""
        if self.claim.order.in_time or self.claim.over_time or self.claim.order.by in ("fast", "slow", "young", "old"):
            return
        yield from self._rows()
        for passage in self._passages():
            if passage.kind is not Kind.ROW:
                yield from self._beside(passage)
        yield from self._apart()

    def _rows(self) -> Iterator[Weighed]:
        """Lines of one list or table, one labelled with each side."""
        mine = [p for p in self._lines() if self._labelled(p, self.claim.first, self.claim.second)]
        others = [p for p in self._lines() if self._labelled(p, self.claim.second, self.claim.first)]
        for one in mine:
            for other in others:
                if one.kind is not other.kind or not self._together(one, other):
                    continue
                compared = self._places(one, other) or self._cells(one, other)
                if compared is None:
                    continue
                a, b = compared
                yield from self._compared(one, other, a, b)

    def _places(self, one: Passage, other: Passage) -> tuple[Interval, Interval] | None:
        """The places of two lines of one ranking, as figures of which the larger is ahead."""
        a, b = lines.place(self.source, one), lines.place(self.source, other)
        in_order = a and b and a != b and min(a, b) + 1 in self._ranked
        return (Interval(-a, -a), Interval(-b, -b)) if in_order else None

    @cached_property
    def _ranked(self) -> frozenset[int]:
        """The places that open the lines of the source."""
        return frozenset(lines.place(self.source, p) for p in self.index.passages)

    def _lines(self) -> Iterator[Passage]:
        return (p for p in self.index.passages if p.kind in (Kind.ROW, Kind.ITEM) or lines.place(self.source, p))

    def _together(self, one: Passage, other: Passage) -> bool:
        low, high = sorted((one.index, other.index))
        return all(p.kind in (one.kind, Kind.FURNITURE) for p in self.index.passages[low:high])

    def _labelled(self, passage: Passage, terms: Sequence[Term], others: Sequence[Term]) -> bool:
        label = lines.label(passage)
        return self.met(terms, passage, label, False) >= MET > self.met(others, passage, label, False)

    def _cells(self, one: Passage, other: Passage) -> tuple[Interval, Interval] | None:
        """The figures of two lines that stand in one column: the column that the claim speaks of, else the first."""
        mine, theirs = lines.figures(one), lines.figures(other)
        shared = [column for column in mine if column in theirs]
        if not shared:
            return None
        over = tables.over(self.index.passages, one.index)

        def fit(column: int) -> float:
            heading = [lemma_of(t) for t in over.heading(one, mine[column][1])]
            return max((lexicon.kinship(t.lemma, word) for t in self.claim.rest for word in heading), default=0.0)

        best = max(shared, key=lambda column: (round(fit(column), 1), -column))
        a, b = mine[best][0], theirs[best][0]
        return Interval(a, a), Interval(b, b)

    def _beside(self, passage: Passage) -> Iterator[Weighed]:
        """Two figures of one sentence, each nearest to one side."""
        if self.met(self._measured(), passage, None) < MET:
            return
        for figures in _by_kind(self.marks[passage.index]):
            of: dict[bool, list[tuple[float, Span, Interval]]] = {True: [], False: []}
            for core, figure in figures:
                start = tuple(t.i for t in passage.tokens_in(core))
                near = nearness(passage, start)
                scores = [self._nearest(side, passage, near) for side in (self.claim.first, self.claim.second)]
                if scores[0] != scores[1] and max(scores) > 0:
                    of[scores[0] > scores[1]].append((max(scores), core, figure))
            if of[True] and of[False]:
                a, b = (max(of[side], key=lambda f: (f[0], -f[1].start)) for side in (True, False))
                yield from self._compared(passage, passage, a[2], b[2])
                return

    def _apart(self) -> Iterator[Weighed]:
        """Two figures of neighbouring sentences, each of which names one side."""
        named = [self._of_side(side, other) for side, other in (self._pair, self._pair[::-1])]
        for one in named[0]:
            for other in named[1]:
                if abs(one.index - other.index) > NEIGHBOURS or one.kind is Kind.ROW or other.kind is Kind.ROW:
                    continue
                both = zip(_sorted(self.marks[one.index]), _sorted(self.marks[other.index]), strict=True)
                found = [(a[0], b[0]) for a, b in both if len(a) == len(b) == 1]
                if len(found) == 1:
                    yield from self._compared(one, other, *found[0])

    @property
    def _pair(self) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        return self.claim.first, self.claim.second

    def _of_side(self, side: Sequence[Term], other: Sequence[Term]) -> list[Passage]:
        """The sentences that name one side of the claim and nothing of the other."""
        return [
            p
            for p in self._passages()
            if self.met(side, p, None, mind=False) >= SPOKEN and not self.met(other, p, None, mind=False)
        ]

    def _measured(self) -> tuple[Term, ...]:
        return (*self.claim.first, *self.claim.second)

    def _nearest(self, side: Sequence[Term], passage: Passage, near: Sequence[float]) -> float:
        hits = self.index.hits_in(side, passage, self.aliases)
        return max((h.kinship * near[h.token] for h in hits), default=0.0)

    def _compared(self, one: Passage, other: Passage, a: Interval, b: Interval) -> Iterator[Weighed]:
        """What two figures do to the claim; where they leave the order open, nothing."""
        sign = Sign.ABOVE if a.low > b.high else Sign.BELOW if a.high < b.low else None
        if sign is None:
            return
        value = Answer.YES if sign is self.claim.order.sign else Answer.NO
        if self.claim.order.factor != 1:
            value = _by_factor(a.low / b.low if b.low else 0.0, self.claim.order)
        for passage in dict.fromkeys((one, other)):
            yield from self._told(passage, None, 1.0, value, _FIGURES[sign])

    def dated(self) -> Iterator[Weighed]:
        """Two times of the source, one of each event: dates, else hours of one day, else minutes of one match."""
        ours = self._in_time()
        if ours is None:
            return
        for moments in (_dates, _hours, _minutes):
            mine, other = (self._time_of(side, moments) for side in (self.claim.first, self.claim.second))
            if mine is None or other is None or mine.at is other.at:
                continue
            a, b = mine.at.when, other.at.when
            sign = Sign.BELOW if a.high < b.low else Sign.ABOVE if a.low > b.high else None
            if sign is None:
                continue
            value = self._values_by_times(sign is ours, a, b, moments is _dates)
            told = f"{mine.at.plain} beside {other.at.plain}"
            for passage in dict.fromkeys((mine.passage, other.passage)):
                yield from self._told(passage, None, min(mine.near, other.near), value, told)
            return

    def _values_by_times(self, in_order: bool, a: Interval, b: Interval, days: bool) -> Answer:
        lag = self.claim.order.lag
        if not in_order or lag is None:
            return Answer.YES if in_order else Answer.NO
        between = Interval(max(a.low, b.low) - min(a.high, b.high), max(a.high, b.high) - min(a.low, b.low))
        if not days:
            lag = Interval(lag.low * DAY, lag.high * DAY)
        if not between.meets(lag):
            return Answer.NO
        return Answer.YES if between.within(Interval(lag.low - 1, lag.high + 1)) else Answer.OPEN

    def _in_time(self) -> Sign | None:
        """Whether the claim's first thing is the later: what is older, or finished ahead, is earlier."""
        order = self.claim.order
        if order.in_time:
            return order.sign
        if order.by == "young" or (order.by == "new" and not self.claim.over_time):
            return Sign.ABOVE
        ahead = self.statement.passage.tokens[order.at].text.lower() == "ahead"
        return Sign.BELOW if ahead or order.by == "old" else None

    def _time_of(self, terms: Sequence[Term], moments: Callable[[Marks], Iterator[Moment]]) -> Timed | None:
        """When an event of the claim happened by the source: the time in whose clause most of its words stand."""
        best: Timed | None = None
        for passage in self._passages():
            if self._of_others(passage):
                continue
            for moment in moments(self.marks[passage.index]):
                words = passage.tokens_in(moment.core)
                if not words or standing(passage, words[0].i).factuality is not Factuality.ASSERTED:
                    continue  # what is only to come has come neither before nor after
                near = self._told_with(terms, passage, words[0].i)
                if near >= SPOKEN and (best is None or near > best.near):
                    best = Timed(near, moment, passage)
        return best

    def _told_with(self, terms: Sequence[Term], passage: Passage, i: int) -> float:
        """How much of a side of the claim is told in the clause of a time, and its verb above all."""
        own = _clause_of(passage, i)
        tokens = self.statement.passage.tokens
        said = [t for t in terms if is_predicate(tokens[t.i]) or (t.pos == "NOUN" and t.lemma not in LIGHT)]
        if not self.met(said or terms, passage, own, mind=False):
            return 0.0
        near = self.met(terms, passage, own)
        return near + VERB * self.met([t for t in terms if t.pos == "VERB"], passage, own, mind=False)

    def _of_others(self, passage: Passage) -> bool:
        """Whether a passage says which one of a kind it means, and it is none of the claim's: the fourth contingent."""
        ours, theirs = (
            {m.value.rank for m in found.ordinal if tells_which(m.value)}
            for found in (self.statement.marks, self.marks[passage.index])
        )
        return bool(ours and theirs) and not ours & theirs

    def spoken(self) -> Iterator[Weighed]:
        """Passages that speak of both sides, or of what is compared over time, and say no order."""
        claim = self.claim
        said = [t for t in self.statement.terms if not t.name and t.lemma not in LIGHT and t.i != claim.order.at]
        parts = [claim.first, claim.second, tuple(self.statement.terms)]
        for passage in self._passages():
            both = min((self.met(side, passage, None) for side in parts if side), default=0.0)
            if claim.over_time:
                both = self.met((*claim.first, *claim.rest), passage, None)
            here = self.met(said, passage, None, mind=False)
            if (
                both >= MET
                and here >= (NAMED if said else 0.0)
                and self.met(self.statement.terms, passage, None, False) >= NAMED
            ):
                yield from self._told(passage, None, here, Answer.OPEN, "speaks of both and not of their order")

    # --- what it does to the claim

    def _passages(self) -> Iterator[Passage]:
        return (p for p in self.index.passages if p.kind not in (Kind.FURNITURE, Kind.HEADING))

    def _told(
        self, passage: Passage, at: int | None, weight: float, value: Answer, said: str = ""
    ) -> Iterator[Weighed]:
        ours, theirs = standing(self.statement.passage, self.claim.order.at), standing(passage, at or 0)
        replies = (
            questions.event(1.0),
            questions.measure(1.0),
            Reply(Question.TIME, Answer.YES, "the order itself is compared"),
            questions.asserted(theirs, ours, self.statement, "")
            if at is not None
            else Reply(Question.ASSERTED, Answer.YES, "stated as a fact"),
            Reply(Question.VALUES, value, said or _SAID[value]),
        )
        outcome = bearing(replies)
        if outcome is not None:
            shown = () if at is None else (passage.tokens[at].span,)
            yield Weighed(weight, passage, evidence(self.source, passage, outcome, replies, shown))


_SAID = {
    Answer.YES: "the same order is stated",
    Answer.NO: "it gives the other order",
    Answer.OPEN: "it gives no such order",
}


def _by_kind(found: Marks) -> Iterator[list[tuple[Span, Interval]]]:
    """The figures of a passage that may be compared with one another; of places the first is the highest."""
    bare = [m for m in found.count if not m.value.dimension and not m.value.unit]
    for dimension in {m.value.dimension for m in found.count}:
        yield [(m.core, m.value.quantity.leaves()) for m in found.count if m.value.dimension == dimension]
    for mentions in (found.money, found.share):
        if mentions:
            yield [(m.core, m.value.quantity.leaves()) for m in mentions] + [
                (m.core, _bare(m.value.quantity.leaves(), 0.01 if mentions is found.share else 1.0)) for m in bare
            ]
    yield [
        (m.core, Interval(-m.value.rank, -m.value.rank))
        for m in found.ordinal
        if (m.rule == "placed" or m.value.noun in STANDINGS) and m.value.rank > 0
    ]


def _bare(figure: Interval, factor: float) -> Interval:
    """ "31 per cent and 28": a figure without its unit."""
    return Interval(figure.low * factor, figure.high * factor, figure.low_open, figure.high_open)


def _sorted(found: Marks) -> tuple[list[Interval], ...]:
    """The figures of a passage by what they may measure: things, metres, years, money, shares."""
    dimensions = ("", "length", "area", "mass", "duration", "speed", "temperature", "volume", "power", "energy")
    by = [[m.value.quantity.leaves() for m in found.count if m.value.dimension == d] for d in dimensions]
    return (
        *by,
        [m.value.quantity.leaves() for m in found.money],
        [m.value.quantity.leaves() for m in found.share],
    )


_FIGURES = {Sign.ABOVE: "its figure is the larger", Sign.BELOW: "its figure is the smaller"}


def _by_factor(ratio: float, order: Order) -> Answer:
    """Whether one figure is so many times the other: "nearly twice", "less than half"."""
    if not ratio:
        return Answer.OPEN
    if order.sign is Sign.BELOW:
        return Answer.YES if ratio < order.factor else Answer.NO
    return Answer.YES if abs(ratio / order.factor - 1) <= NEAR_FACTOR or ratio > order.factor else Answer.NO


class Moment(NamedTuple):
    """A time that a passage names, as figures that grow with it."""

    core: Span
    when: Interval
    plain: str


class Timed(NamedTuple):
    """When a source says that something happened, and how much of it is told there."""

    near: float
    at: Moment
    passage: Passage


def _dates(found: Marks) -> Iterator[Moment]:
    for mention in found.date:
        if mention.value.anchored and mention.rule != "dateline":
            days = mention.value.named
            yield Moment(
                mention.core, Interval(days.first.toordinal(), days.last.toordinal()), date.plain(mention.value)
            )


def _hours(found: Marks) -> Iterator[Moment]:
    for mention in found.clock:
        if mention.rule != clock.PART:
            yield Moment(mention.core, mention.value.named, clock.plain(mention.value))


def _minutes(found: Marks) -> Iterator[Moment]:
    """Minutes of a match: "in the 20th minute"."""
    for mention in found.ordinal:
        if mention.value.noun in ("minute", "lap", "round", "over", "inning"):
            rank = mention.value.rank
            yield Moment(mention.core, Interval(rank, rank), f"{mention.value.noun} {rank}")


def _clause_of(passage: Passage, i: int) -> frozenset[int] | None:
    """What a time is told with: its deed, or what leaves out the verb of the clause before it."""
    if passage.kind is not Kind.PROSE:
        return None
    verb = predicate_of(passage, i)
    whole = deed(passage, verb) if verb is not None else frozenset({i})
    # "Malta paid in 2011 and Chad in 2014": what is Chad's is not told of 2011.
    return gapped(passage, i) or whole - frozenset[int]().union(*(gapped(passage, j) for j in whole))


def weigh_order(
    fact: Fact,
    statement: Statement,
    claim: Sides,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
) -> list[Evidence]:
    """The evidence of a source on a claim that sets two things in order, most telling first."""
    reader = _Reader(fact, statement, claim, source, index, marks)
    found = [*reader.worded(), *reader.changed(), *reader.figures()] or list(reader.across())
    found = found or list(reader.dated())
    if all(w.evidence.bearing is Bearing.INCONCLUSIVE for w in found):
        found += reader.spoken()
    found.sort(key=lambda w: (w.evidence.bearing is Bearing.INCONCLUSIVE, -w.weight))
    return [w.evidence for w in found[:KEPT]]
