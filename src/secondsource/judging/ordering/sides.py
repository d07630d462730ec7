"""How a claim sets two things in order: its two sides, and what they are compared in."""

from __future__ import annotations

from typing import NamedTuple

from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import Term
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import is_predicate, subject_of, subtree
from secondsource.values.order import Order
from secondsource.values.ordering import is_time, orders
from secondsource.values.rank_words import STANDINGS

VALUED = frozenset({"quotation", "identifier", "count", "money", "share", "role", "listing", "ordinal"})
"""Kinds that a claim is about sooner than an order."""
STUMPS = frozenset({"do", "have", "be"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 4
"""Words between "twice" and the word that compares."""
EARLY_LATE = frozenset(["early", "late", "soon", "earlier", "later", "sooner"])
HEARING = frozenset(
    ["appear", "testify", "stand", "go", "come", "be", "bring", "speak", "plead", "lie", "put", "lay", "run"]
)
"""Verbs of which "before" tells in front of whom or what: "appeared before the court"."""
EVENTS = frozenset(["event", "act", "happening", "action", "activity", "change", "ceremony", "phenomenon"])


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


def _belongs(order: Order, slot: Slot) -> bool:
    """Whether a value only tells how much more something is, or how much later: "twice as many", "40 minutes after"."""
    if not any(abs(i - order.at) <= REACH for i in slot.tokens):
        return False
    if slot.kind != "count":
        return order.factor != 1
    lasts = order.lag is not None and slot.mention.value.dimension == "duration"
    return lasts or order.factor != 1 or slot.mention.value.unit in STANDINGS


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


def _happens(passage: Passage, order: Order) -> bool:
    """Whether what something comes before or after is something that happens."""
    if any(passage.tokens[i].pos in ("VERB", "AUX") for i in order.second):
        return True
    if not any(passage.tokens[i].lemma in HEARING for i in order.first):
        return True
    nouns = (passage.tokens[i].lemma for i in order.second if passage.tokens[i].pos == "NOUN")
    return any(lexicon.hypernyms(noun, 8) & EVENTS for noun in nouns)
