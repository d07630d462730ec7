"""A claim of two sides beside a source: how much of a side is met, and what an order does to the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT, Term
from secondsource.judging import questions
from secondsource.judging.decision import bearing
from secondsource.judging.ordering.sides import Sides
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage
from secondsource.language.assertion import standing
from secondsource.language.clauses import is_predicate
from secondsource.sources import Kind, Source
from secondsource.values.marking import Marks
from secondsource.values.order import Order, Sign

MET = 0.5
"""The share of a side's words from which a text speaks of it."""
SPOKEN = 0.6
"""The share of a claim's words from which a passage speaks of both sides without saying their order."""
IN_MIND = 0.6
"""What a word weighs that stands near the passage and not in the side of an order."""
NATIONAL = {
    "national": ("country", "nation", "nationwide", "countrywide"),
    "average": ("country", "mean", "nationwide"),
}
"""What is on average so in a country is so "in the country as a whole"."""
NEAR_FACTOR = 0.12
_SAID = {
    Answer.YES: "the same order is stated",
    Answer.NO: "it gives the other order",
    Answer.OPEN: "it gives no such order",
}


@dataclass(frozen=True, eq=False)
class Facing:
    """One claim of two sides beside one source."""

    statement: Statement
    claim: Sides
    source: Source
    index: SourceIndex
    marks: tuple[Marks, ...]
    aliases: Aliases

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Those that may say something."""
        return [p for p in self.index.passages if p.kind not in (Kind.FURNITURE, Kind.HEADING)]

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
            hits = found.hits.get(passage.index, ())
            here = max((h.kinship for h in hits if tokens is None or h.token in tokens), default=0.0)
            if not here and tokens is not None and mind and (named or not term.name):
                here = IN_MIND * found.best.get(passage.index, 0.0)
            if not here and mind and (found.topic or any(i in found.hits for i in context)):
                here = IN_MIND * bool(found.hits)
            total += term.weight
            got += term.weight * here
        return got / total if total else 0.0

    def telling(self, terms: Sequence[Term]) -> Sequence[Term]:
        """Of some words of the claim those that say what happens: verbs and nouns; all where there are none."""
        tokens = self.statement.passage.tokens
        said = [t for t in terms if is_predicate(tokens[t.i]) or (t.pos == "NOUN" and t.lemma not in LIGHT)]
        return said or terms

    def of_sign(self, sign: Sign, ratio: float) -> Answer:
        """What it does to the claim that one side is above the other, by so much."""
        order = self.claim.order
        if order.factor != 1:
            return _by_factor(ratio, order)
        return Answer.YES if sign is order.sign else Answer.NO

    def told(self, passage: Passage, at: int | None, weight: float, value: Answer, said: str = "") -> Iterator[Weighed]:
        """A passage with what it does to the claim, and the word that says so."""
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


def _by_factor(ratio: float, order: Order) -> Answer:
    """Whether one figure is so many times the other: "nearly twice", "less than half"."""
    if not ratio:
        return Answer.OPEN
    if order.sign is Sign.BELOW:
        return Answer.YES if ratio < order.factor else Answer.NO
    return Answer.YES if abs(ratio / order.factor - 1) <= NEAR_FACTOR or ratio > order.factor else Answer.NO
