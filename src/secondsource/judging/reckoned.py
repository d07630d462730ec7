"""Days that a source leaves to be reckoned: "the day after the vote", where it says elsewhere when the vote was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.terms import lemma_of
from secondsource.grammar.calendar import Days, stretched
from secondsource.grammar.wordlist import word_set
from secondsource.judging.bearers import DAYS_OF, HAPPENS, bearers
from secondsource.judging.dates import AKIN
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import is_predicate, predicate_of, subject_of
from secondsource.sources import Kind
from secondsource.values.date import Grain, Role, When
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.order import governed
from secondsource.values.ordering import orders
from secondsource.values.succession import lag

EXACT = 10
"""How many days are counted one by one: "three weeks after" may be a few days more or less."""
_SLACK = 3
_YESTERDAYS = 1
"""How many days a paper may be behind with "nine days after": what is read on Tuesday was written on Monday."""
_TO_THE_DAY = re.compile(r"\bto\sthe\sday\s$", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin\s(?:[\w-]+\s){2}$", re.IGNORECASE)
_BEFORE_IT, _AFTER_IT = frozenset({"before"}), frozenset({"after", "following"})
_OF = frozenset({"of", "from", "after"})
"""The words behind "within ten days"."""


class Lag(NamedTuple):
    """So many days from what a word stands for; ``at`` is the word that says whether before or after."""

    days: int
    at: int
    head: Token
    exact: bool
    last: bool
    """Whether it is the last day on which something may be done: "within ten days of the vote"."""


def reckoned(index: SourceIndex, marks: tuple[Marks, ...]) -> Iterator[tuple[Passage, Mention[When]]]:
    """The days so many days before or after a day that the source gives, with their passages.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.date import plain
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "The vote was on 11 May 2023. The mayor resigned the day after the vote. He died on 5 "
    ...                         "June 2023, two days after the trial. Claims are due within six days of the vote."))
    >>> [plain(mention.value) for _, mention in reckoned(SourceIndex(told), mark(told))]
    ['Fri 12 May 2023', 'Sat 3 Jun 2023', 'by Wed 17 May 2023']
    """
    for passage in index.passages:
        if passage.kind not in (Kind.PROSE, Kind.ITEM):
            continue
        for told in _lags(passage):
            beside = next((m for m in marks[passage.index].date if _is_day(m) and _beside(passage, m, told)), None)
            if beside is not None:
                found = _of_second(passage, told, _moved(beside.value.named, -told.days, told.exact))
            elif (day := _day_of(passage, told, index, marks)) is not None:
                at = passage.tokens[told.at].span
                role = Role.BY if told.last else Role.ON
                found = Mention("date", replace(_moved(day, told.days, told.exact), role=role), at, at, RECKONED)
            else:
                found = _before_today(passage, told, index)
            if found is not None:
                yield passage, found


RECKONED = "reckoned"
"""How a day is read that nobody names."""


def _lags(passage: Passage) -> Iterator[Lag]:
    """All that a passage counts in days from something."""
    known = set[int]()
    for order in orders(passage):
        if not order.in_time or not order.sign.value:
            continue
        known.add(order.at)
        tops = (passage.tokens[i] for i in sorted(order.second) if passage.tokens[i].head not in order.second)
        head = next((t for t in tops if t.pos in ("NOUN", "VERB")), None)
        if order.lag is not None and (found := _counted(passage, order.at, order.sign.value, head, order.lag.low)):
            yield found
    for token in passage.tokens:
        low, noun = token.text.lower(), governed(passage, token)
        sign = -1 if low in _BEFORE_IT else 1 if low in _AFTER_IT else 0
        last = low in _OF and _WITHIN.search(_left(passage, token.i)) is not None
        if token.i in known or not (sign or last) or (so_many := lag(passage, token.i)) is None:
            continue
        head = passage.tokens[noun if noun is not None else token.head]
        days = so_many.low if so_many.low == so_many.high else 0
        if found := _counted(passage, token.i, sign or 1, head, days, last):
            yield found


def _counted(passage: Passage, at: int, sign: int, head: Token | None, days: float, last: bool = False) -> Lag | None:
    """So many days, where they are counted one by one from something that has a word of its own."""
    if head is None or days < 1 or days != int(days) or head.i == at:
        return None
    if lemma_of(head) in DAYS_OF:  # "polling day"
        head = next((passage.tokens[c] for c in passage.children[head.i] if passage.tokens[c].dep == "compound"), head)
    if head.pos not in ("NOUN", "VERB") or lemma_of(head) in HAPPENS | DAYS_OF:
        return None
    exact = days <= EXACT or _TO_THE_DAY.search(_left(passage, at)) is not None
    return Lag(int(days) * sign, at, head, exact, last)


def _left(passage: Passage, i: int) -> str:
    end = passage.tokens[i].start - passage.span.start
    return passage.text[max(0, end - 40) : end]


def _moved(day: Days, by: int, exact: bool) -> When:
    named = Days.on(day.first + timedelta(days=by))
    return When(named) if exact else When(named, Grain.APPROX, loose=stretched(named, _SLACK))


_BETWEEN = re.compile(r",?\s(?:only\s|just\s)?(?:[\w-]+\s){1,2}(?:to\sthe\sday\s|[a-z]+\s?|(?=$))", re.IGNORECASE)


def _beside(passage: Passage, mention: Mention[When], told: Lag) -> bool:
    """Whether a day stands right before the words that say how long after something it was: "5 May, the day after"."""
    at, end = passage.span.start, passage.tokens[told.at].start
    return mention.core.end < end and bool(_BETWEEN.fullmatch(passage.text, mention.core.end - at, end - at))


def _of_second(passage: Passage, told: Lag, when: When) -> Mention[When] | None:
    """A day as that of what is counted from, which stands at a word that belongs to that and to nothing else."""
    head = told.head
    below = (c for c in passage.children[head.i] if told.at < c < head.i)
    at = next((passage.tokens[c].span for c in below), None)
    if at is None:
        return None
    return Mention("date", replace(when, adnominal=not is_predicate(head)), at, at, RECKONED)


def _before_today(passage: Passage, told: Lag, index: SourceIndex) -> Mention[When] | None:
    """The day of what is counted from, where what goes on so long after it goes on today: "nine days after the flood
    the water is still rising", "two days after the vote nobody has conceded"."""
    published, verb = index.reading.source.published, predicate_of(passage, told.at)
    if published is None or verb is None or told.days < 1 or told.last or passage.tokens[verb].i == told.head.i:
        return None
    helpers = {passage.tokens[c].lemma for c in passage.children[verb] if passage.tokens[c].tag in ("VBZ", "VBP")}
    form = {"VBG": "be", "VBN": "have"}.get(passage.tokens[verb].tag)
    if form not in helpers:
        return None
    when = _moved(Days.on(published), -told.days, told.exact)
    return _of_second(passage, told, replace(when, loose=stretched(when.loose or when.named, _YESTERDAYS)))


def _day_of(passage: Passage, told: Lag, index: SourceIndex, marks: tuple[Marks, ...]) -> Days | None:
    """The one day on which a source says that what is counted from happened."""
    days = {
        mention.value.named
        for other, found in zip(index.passages, marks, strict=True)
        for mention in found.date
        if _is_day(mention) and _happened_then(other, mention, told.head)
    }
    return days.pop() if len(days) == 1 else None


def _is_day(mention: Mention[When]) -> bool:
    value = mention.value
    single = value.named.first == value.named.last and value.loose is None and value.other is None
    return single and value.anchored and mention.rule != "dateline"


def _happened_then(passage: Passage, mention: Mention[When], head: Token) -> bool:
    """Whether a day is that of what a word stands for."""
    named = {i for b in bearers(passage, mention.core, mention.value.adnominal) for i in b.named}
    subjects = (subject_of(passage, i) for i in named if passage.tokens[i].lemma in COMES_OUT)
    said = [lemma_of(passage.tokens[i]) for i in (*named, *subjects) if i is not None]
    word = lemma_of(head)
    # "Ten days after polling": the lexicon knows the poll.
    return any(lexicon.kinship(one, form) >= AKIN for one in said for form in (word, word.removesuffix("ing")))


COMES_OUT = word_set("appear publish release issue break erupt strike hit")
"""Verbs that say when what their subject names happened: the report appeared, the storm hit."""
