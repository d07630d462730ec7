"""Days that a source leaves to be reckoned: "the day after the vote", where it says elsewhere when the vote was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.terms import lemma_of
from secondsource.grammar.calendar import Days, stretched
from secondsource.grammar.wordlist import word_set
from secondsource.judging.bearers import HAPPENS, bearers
from secondsource.judging.dates import AKIN
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import is_predicate, subject_of
from secondsource.sources import Kind
from secondsource.values.date import Grain, When
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.order import Order
from secondsource.values.ordering import orders

EXACT = 10
"""How many days are counted one by one: "three weeks after" may be a few days more or less."""
_SLACK = 3


def reckoned(index: SourceIndex, marks: tuple[Marks, ...]) -> Iterator[tuple[Passage, Mention[When]]]:
    """The days so many days before or after a day that the source gives, with their passages.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.date import plain
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "The vote was on 11 May 2023. The mayor resigned the day after the vote. He died on 5 "
    ...                         "June 2023, two days after the trial."))
    >>> [plain(mention.value) for _, mention in reckoned(SourceIndex(told), mark(told))]
    ['Fri 12 May 2023', 'Sat 3 Jun 2023']
    """
    for passage in index.passages:
        if passage.kind is not Kind.PROSE:
            continue
        for order in orders(passage):
            lag = order.lag if order.in_time and order.sign.value else None
            if lag is None or lag.low != lag.high or lag.low < 1:
                continue
            days = int(lag.low) * order.sign.value
            beside = next((m for m in marks[passage.index].date if _is_day(m) and _beside(passage, m, order)), None)
            if beside is not None:
                found = _of_second(passage, order, _moved(beside.value.named, -days))
            else:
                day = _day_of(passage, order, index, marks)
                at = passage.tokens[order.at].span
                found = None if day is None else Mention("date", _moved(day, days), at, at, RECKONED)
            if found is not None:
                yield passage, found


RECKONED = "reckoned"
"""How a day is read that nobody names."""


def _moved(day: Days, by: int) -> When:
    named = Days.on(day.first + timedelta(days=by))
    return When(named) if abs(by) <= EXACT else When(named, Grain.APPROX, loose=stretched(named, _SLACK))


_BETWEEN = re.compile(r",?\s(?:only\s|just\s)?(?:[\w-]+\s){1,2}[a-z]+\s?", re.IGNORECASE)


def _beside(passage: Passage, mention: Mention[When], order: Order) -> bool:
    """Whether a day stands right before the words that say how long after something it was: "5 May, the day after"."""
    at, end = passage.span.start, passage.tokens[order.at].start
    return mention.core.end < end and bool(_BETWEEN.fullmatch(passage.text, mention.core.end - at, end - at))


def _of_second(passage: Passage, order: Order, when: When) -> Mention[When] | None:
    """A day as that of what an order counts from, which stands at a word that belongs to that and to nothing else."""
    head = _head(passage, order)
    below = () if head is None else (c for c in passage.children[head.i] if order.at < c < head.i)
    at = next((passage.tokens[c].span for c in below), None)
    if head is None or at is None:
        return None
    return Mention("date", replace(when, adnominal=not is_predicate(head)), at, at, RECKONED)


def _day_of(passage: Passage, order: Order, index: SourceIndex, marks: tuple[Marks, ...]) -> Days | None:
    """The one day on which a source says that what an order counts from happened."""
    head = _head(passage, order)
    days = {
        mention.value.named
        for other, found in zip(index.passages, marks, strict=True)
        for mention in found.date
        if head is not None and _is_day(mention) and _happened_then(other, mention, head)
    }
    return days.pop() if len(days) == 1 else None


def _head(passage: Passage, order: Order) -> Token | None:
    """The word for what an order counts from: the vote, "voting"."""
    tops = (passage.tokens[i] for i in sorted(order.second) if passage.tokens[i].head not in order.second)
    head = next((t for t in tops if t.pos in ("NOUN", "VERB")), None)
    return None if head is None or lemma_of(head) in HAPPENS else head


def _is_day(mention: Mention[When]) -> bool:
    value = mention.value
    single = value.named.first == value.named.last and value.loose is None and value.other is None
    return single and value.anchored and mention.rule != "dateline"


def _happened_then(passage: Passage, mention: Mention[When], head: Token) -> bool:
    """Whether a day is that of what a word stands for."""
    named = {i for b in bearers(passage, mention.core, mention.value.adnominal) for i in b.named}
    subjects = (subject_of(passage, i) for i in named if passage.tokens[i].lemma in COMES_OUT)
    said = (passage.tokens[i] for i in (*named, *subjects) if i is not None)
    return any(lexicon.kinship(lemma_of(t), lemma_of(head)) >= AKIN for t in said)


COMES_OUT = word_set("appear publish release issue break erupt strike hit")
"""Verbs that say when what their subject names happened: the report appeared, the storm hit."""
