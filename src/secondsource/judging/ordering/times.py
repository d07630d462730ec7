"""Two times of a source, one of each event of a claim: dates, hours of one day, minutes of one match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from secondsource.aligning.terms import Term
from secondsource.grammar.clock import DAY
from secondsource.grammar.possibilities import Interval
from secondsource.judging.ordering.facing import SPOKEN, Facing
from secondsource.judging.verdict import Answer
from secondsource.judging.weighed import Weighed
from secondsource.language import Passage
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import deed, gapped, predicate_of
from secondsource.sources import Kind, Span
from secondsource.values import clock, date
from secondsource.values.marking import Marks
from secondsource.values.order import Sign
from secondsource.values.ordinal import tells_which

VERB = 0.5
"""What it adds to a date's being an event's that the event's verb stands in its clause."""


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


class ByTimes(Facing):
    """What the times of a source make of an order."""

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
                yield from self.told(passage, None, min(mine.near, other.near), value, told)
            return

    def _in_time(self) -> Sign | None:
        """Whether the claim's first thing is the later: what is older, or finished ahead, is earlier."""
        order = self.claim.order
        if order.in_time:
            return order.sign
        if order.by == "young" or (order.by == "new" and not self.claim.over_time):
            return Sign.ABOVE
        ahead = self.statement.passage.tokens[order.at].text.lower() == "ahead"
        return Sign.BELOW if ahead or order.by == "old" else None

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

    def _time_of(self, terms: Sequence[Term], moments: Callable[[Marks], Iterator[Moment]]) -> Timed | None:
        """When an event of the claim happened by the source: the time in whose clause most of its words stand."""
        best: Timed | None = None
        for passage in self.passages:
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
        if not self.met(self.telling(terms), passage, own, mind=False):
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
