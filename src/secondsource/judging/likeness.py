"""Is a figure or a date that differs another report of the claim's own, or that of something else nearby?

The most common trap of all is a neighbouring figure, so nothing here decides alone: each sign for or against has its
points, and what they add up to is how sure it is that both are of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from math import exp, inf, log
from typing import Generic, TypeVar

from secondsource.aligning import others
from secondsource.aligning.index import SHORT, SourceIndex, nearness
from secondsource.aligning.others import BESIDE, Aliases, Instance
from secondsource.aligning.statement import TIMES, Statement, subject_said
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.possibilities import Relation
from secondsource.judging import digits
from secondsource.judging.changes import MOVES
from secondsource.judging.dates import DEADLINES, NOT_SAID, kinship
from secondsource.judging.dates import SAME as FULLY
from secondsource.judging.pairing import Pairing, deed_met, figures
from secondsource.judging.passing import told_in_passing
from secondsource.language import Passage, Token
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import clause
from secondsource.language.days import CALENDAR
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind
from secondsource.values.date import When, in_the_year_of
from secondsource.values.marking import Marks


class Sign(StrEnum):
    """What speaks for or against two figures, or two dates, being of one thing."""

    MEASURE = "how sure it is that the same is measured"
    BESIDE = "how much of the claim is met in the passage itself, as a logarithm"
    MISSED = "how much of the claim is met neither there nor in what its reader has in mind"
    LESS_MET = "how much more of the claim's words another one has"
    CROWD = "how many such values the source has for each of its sentences, as a logarithm"
    IN_FULL = "its sentence is the claim, with this value in it"
    FIRST = "no value of the source fits better"
    BEHIND = "how much better another one fits"
    EQUAL = "it is the claim's own value, or entails it"
    ALLOWS = "it allows the claim's value"
    SWAPPED = "it has the claim's own digits in another order"
    ALMOST = "it rules the claim's own out, and is no more than a sixth as much again"
    CLOSE = "it is no more than a third as much again; of a share or a few, half as much again"
    TWICE = "it is no more than twice as much, and no less than half"
    FAR = "it rules the claim's own out, and is more than three times as much, or less than a third"
    NONE = "one of the two is none at all"
    ROOM = "the claim leaves room: about, at least, between"
    STATED = "the source has the claim's own figure too"
    OWN_NUMBER = "it is another number, and the source has the claim's own, said of the claim's thing"
    AGAIN = "it is spoken of as known, and another sentence gives the claim's own figure of such a thing, or its day"
    EARLIER = "it is said of a time long before"
    ALONE = "it is the only date of the source, and of something else by its verb"
    ELSEWHERE = "another name is spoken of in the claim's place"
    OTHER = "another one of its kind is spoken of"
    SHARE = "it is a share, and texts have many of the same size"
    SHARE_MET = "it is a share, and so much of the claim's words is there"
    SUBJECT = "how near a word there, or before, comes to the claim's subject"
    REST = "the share of the claim's other words that are met there"
    VERB = "how near the verb there comes to the claim's"
    DAY = "it is the day before or after the claim's own"
    WEEK = "it is no more than a week from the claim's own"
    MONTH = "it is no more than a month from the claim's own"
    YEAR = "it is more than a year from the claim's own"
    TODAY = "it is the day of the paper, or the day before or after"
    LAST_DAY = "it is a last day, and the claim's own is none"
    OWN_TOO = "how well the claim's own date fits that the source has too"
    FULL = "its day and month are given"
    SHORT = "it is not told in full: yesterday, on Tuesday"
    ITEM = "it stands in a list"
    RIVAL = "somebody else is spoken of in the claim's place"


S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Scorecard(Generic[S]):
    """What each sign is worth, in log-odds, fitted to the labelled dossiers and rounded.

    How well they carry over to stories that they were not fitted to is told in docs/accuracy.md.
    """

    base: float
    points: Mapping[S, float]

    def sureness(self, found: Mapping[S, float]) -> float:
        """How sure it is, in (0, 1), that two values are of one thing.

        >>> round(FIGURE.sureness({Sign.MEASURE: 1.0, Sign.BESIDE: 0.6, Sign.SWAPPED: 1.0, Sign.FIRST: 1.0}), 2)
        0.98
        """
        return 1 / (1 + exp(-self.base - sum(self.points[sign] * strength for sign, strength in found.items())))


FIGURE: Scorecard[Sign] = Scorecard(
    -2.8,
    {
        Sign.MEASURE: 1.2,
        Sign.BESIDE: 0.8,
        Sign.MISSED: -1.1,
        Sign.LESS_MET: -0.5,
        Sign.CROWD: -0.5,
        Sign.IN_FULL: 3.0,  # not fitted: the dossiers tell everything in other words
        Sign.FIRST: 0.6,
        Sign.BEHIND: -1.6,
        Sign.EQUAL: 3.0,
        Sign.ALLOWS: 1.9,
        Sign.SWAPPED: 4.2,
        Sign.ALMOST: 0.8,
        Sign.CLOSE: 1.8,
        Sign.TWICE: 1.4,
        Sign.FAR: -1.4,
        Sign.NONE: 1.6,
        Sign.ROOM: 0.3,
        Sign.STATED: -0.7,
        Sign.OWN_NUMBER: -1.5,  # not fitted: the six such numbers of the open dossiers are all of another document
        Sign.AGAIN: 1.4,
        Sign.EARLIER: -1.4,
        Sign.ELSEWHERE: -1.2,
        Sign.OTHER: -0.5,
        Sign.SHARE: -1.3,
        Sign.SHARE_MET: 0.6,
    },
)

DATE: Scorecard[Sign] = Scorecard(
    -3.9,
    {
        Sign.MEASURE: 2.3,
        Sign.BESIDE: 0.5,
        Sign.MISSED: -1.0,
        Sign.CROWD: -0.5,
        Sign.IN_FULL: 0.8,
        Sign.FIRST: 0.8,
        Sign.BEHIND: -0.6,
        Sign.EQUAL: 1.9,
        Sign.ALLOWS: 1.3,
        Sign.SUBJECT: 0.5,
        Sign.REST: 0.8,
        Sign.VERB: 1.0,
        Sign.DAY: 1.6,
        Sign.WEEK: 1.0,
        Sign.MONTH: 1.1,
        Sign.YEAR: -1.1,
        Sign.TODAY: -0.9,
        Sign.LAST_DAY: -1.1,
        Sign.OWN_TOO: -1.9,
        Sign.ALONE: -2.6,  # not fitted: the dossiers' documents have many dates each
        Sign.AGAIN: 0.5,
        Sign.FULL: 1.0,
        Sign.SHORT: -0.3,
        Sign.ITEM: -0.5,
        Sign.OTHER: -0.4,
        Sign.RIVAL: -0.5,
    },
)

FIGURES = frozenset({"count", "money", "share", "identifier"})
"""The kinds of which a text is full of neighbours."""

SCORED = FIGURES | TIMES
"""The kinds that are told by their signs."""

SIXTH, LIKE, LOOSELY_LIKE, TWICE, THRICE = 7 / 6, 1.35, 1.5, 2.0, 3.0
"""How many times one figure is the other, at most, for them to be close: another count of the same people is seldom
further off than a third."""
FEW = 10
"""Figures below this are close to one another whatever they count."""
MANY_SWAPPED = 1.5
"""How much more three digits in another order tell than two."""
LONG_BEFORE = timedelta(days=120)

NONE, DAY, WEEK, MONTH, YEAR = (timedelta(days=days) for days in (0, 1, 7, 31, 366))

UNKNOWN = 0.5
"""What a share tells of which there is no whole."""

LITTLE = 0.1
"""What is added to how much of a claim is met before its logarithm is taken: nothing at all has none."""

MANY = 100
"""How many there must be for none of them to be another matter."""

ALIKE, SAME = 0.6, 0.9
"""How sure the measure must be for none of a thing to be none of the claim's, and for some of it where a claim has
none."""

LIKELY = 0.5
"""How sure the measure must be for a figure spoken of as known to be the claim's own."""

MET = 0.4
"""The share of a claim's words from which its own figure is thought to be said of the claim's thing."""


@dataclass(frozen=True, eq=False)
class Among:
    """All the values of a source that may be one of a claim's: what they tell of each one is worked out once."""

    pairings: Sequence[Pairing]

    @cached_property
    def best(self) -> float:
        """How well the one fits that fits best."""
        return max(p.weight for p in self.pairings)

    @cached_property
    def most_met(self) -> float:
        """The largest share of the claim's words that one of them has."""
        return max(p.coverage.share for p in self.pairings)

    @cached_property
    def own(self) -> float:
        """How well the claim's own value fits, 0 where it is none of them."""
        return max((p.weight for p in self.pairings if p.relation is Relation.ENTAILS), default=0.0)

    @cached_property
    def stated(self) -> bool:
        """Whether the claim's own figure is one of them, and said of the claim's thing."""
        own = (p for p in self.pairings if p.relation is Relation.ENTAILS)
        return any(_equal(p) > WITHIN and p.coverage.share > MET for p in own)

    @cached_property
    def names_it(self) -> bool:
        """Whether the claim's own value is one of them, whatever it is said of."""
        return any(p.relation is Relation.ENTAILS for p in self.pairings)


def signs(
    statement: Statement,
    pairing: Pairing,
    among: Among,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    said: When | None,
    published: day | None,
    aliases: Aliases,
) -> dict[Sign, float]:
    """The signs at a figure or date of a source; ``said`` is when it is said to hold."""
    if pairing.slot.kind in TIMES:
        return of_date(statement, pairing, among, index, marks, published, aliases)
    return of_figure(statement, pairing, among, index, marks, said, published, aliases)


def sureness(kind: str, found: Mapping[Sign, float]) -> float:
    """How sure it is that a figure or date with these signs is of the claim's own thing."""
    return (DATE if kind in TIMES else FIGURE).sureness(found)


def of_figure(
    statement: Statement,
    pairing: Pairing,
    among: Among,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    said: When | None,
    published: day | None,
    aliases: Aliases,
) -> dict[Sign, float]:
    """The signs at one figure of a source."""
    passage = pairing.passage
    ratio, times = _ratio(pairing), _times(pairing)
    swapped = _swapped(pairing)
    excludes = pairing.relation is Relation.EXCLUDES
    is_share = pairing.slot.kind == "share"
    known = is_known(passage, pairing.start)
    elsewhere = is_elsewhere(statement, index, passage, pairing.start, aliases)
    lasting = _how_long(statement, pairing)
    other = (
        lasting is False
        or others.instance(statement, index, marks, passage) is not Instance.OURS
        or others.one_of_several(statement, marks[passage.index], passage, pairing.start)
    )
    earlier = before(passage, pairing.start) or _long_before(statement, pairing, said, published)
    earlier = earlier or _of_other_years(pairing)
    return {
        **_of_fit(pairing, among),
        Sign.LESS_MET: among.most_met - pairing.coverage.share,
        Sign.IN_FULL: 0.0 if elsewhere or other or earlier else 1.0 if lasting else _in_full(pairing, among),
        Sign.EQUAL: _equal(pairing),
        Sign.ALLOWS: float(pairing.relation is Relation.COMPATIBLE),
        Sign.SWAPPED: swapped,
        Sign.ALMOST: float(excludes and not swapped and times <= SIXTH),
        Sign.CLOSE: float(not swapped and ratio <= (LIKE if _distance_tells(pairing) else LOOSELY_LIKE)),
        Sign.TWICE: float(not swapped and times <= TWICE),
        # In an extract there is no room for another one, however far it is.
        Sign.FAR: float(excludes and not swapped and times > THRICE and index.prose_count >= SHORT),
        Sign.NONE: float(excludes and times == inf),
        Sign.ROOM: float(_leaves_room(pairing)),
        Sign.STATED: float(among.stated),
        Sign.OWN_NUMBER: float(excludes and among.stated and pairing.slot.kind == "identifier"),
        Sign.AGAIN: float(known and among.stated and excludes and pairing.measure > LIKELY),
        Sign.EARLIER: float(earlier),
        Sign.ELSEWHERE: float(elsewhere),
        Sign.OTHER: float(other),
        Sign.SHARE: float(is_share),
        Sign.SHARE_MET: is_share * pairing.coverage.share,
    }


def _long_before(statement: Statement, pairing: Pairing, said: When | None, published: day | None) -> bool:
    """Whether a figure is of a time long before: of the text, or of the day by which the claim's thing was so."""
    ours = statement.time
    if said is None or _stays(pairing) or not (ours is None or ours.open_start):
        return False
    by = published if ours is None else ours.named.first
    return by is not None and said.named.last < by - LONG_BEFORE


def _of_other_years(pairing: Pairing) -> bool:
    """Whether two numbers were given years apart: "Decision 37/2016" is no slip for Decision 73/2025."""
    if pairing.slot.kind != "identifier":
        return False
    theirs, ours = pairing.mention.value, pairing.slot.mention.value
    return theirs.key != ours.key and bool(theirs.year and ours.year) and abs(theirs.year - ours.year) > 1


def _stays(pairing: Pairing) -> bool:
    """Whether a figure is a thing's for good: the number that it was given, how long it lasted."""
    return pairing.slot.kind == "identifier" or getattr(pairing.slot.mention.value, "dimension", "") == "duration"


def of_date(
    statement: Statement,
    pairing: Pairing,
    among: Among,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    published: day | None,
    aliases: Aliases,
) -> dict[Sign, float]:
    """The signs at one date of a source."""
    passage, slot = pairing.passage, pairing.slot
    apart, today, short = _days(pairing, published)
    subject = [t for t in statement.core if t.i != statement.root]
    core = {t.i for t in statement.core}
    rest = [t for t in slot.terms if not t.name and t.i not in core]
    excludes = pairing.relation is Relation.EXCLUDES
    fit = _of_fit(pairing, among)
    again = apart <= WEEK and among.names_it and excludes
    again = again and kinship(statement, slot, index, passage, pairing.mention, aliases) >= ALIKE
    if (pairing.measure >= FULLY or again) and told_in_passing(passage, pairing.mention):
        # A source at odds with itself tells the other day in passing.
        fit |= {Sign.FIRST: 1.0, Sign.BEHIND: 0.0, Sign.AGAIN: float(pairing.measure < FULLY)}
    return {
        **fit,
        Sign.IN_FULL: float(min(pairing.measure, pairing.coverage.local) >= WHOLE_BUT_FOR_THE_DAY),
        # Every text of a day has many hours, and the same one is often of something else.
        Sign.EQUAL: float(slot.kind == "date" and pairing.relation is Relation.ENTAILS),
        Sign.ALLOWS: float(pairing.relation is Relation.COMPATIBLE),
        Sign.ALONE: float(
            slot.kind == "date"
            and len(among.pairings) == 1
            and pairing.measure < NOT_SAID
            and kinship(statement, slot, index, passage, pairing.mention, aliases, heavy=True) < NOT_SAID
        ),
        Sign.SUBJECT: max((index.near(t, passage, aliases) for t in subject), default=0.0),
        Sign.REST: sum(index.met(t, passage, aliases) for t in rest) / len(rest) if rest else UNKNOWN,
        Sign.VERB: deed_met(statement, passage, pairing.start[0]) if pairing.start else 0.0,
        Sign.DAY: float(excludes and slot.kind == "date" and apart <= DAY),
        Sign.WEEK: float(apart <= WEEK),
        Sign.MONTH: float(apart <= MONTH),
        # What is handed over as evidence has no neighbour's date by the claim's own verb.
        Sign.YEAR: float(apart > YEAR and (statement.state or index.prose_count >= SHORT or pairing.measure < FULLY)),
        Sign.TODAY: float(today),
        Sign.LAST_DAY: float(_last_day(pairing)),
        Sign.OWN_TOO: excludes * among.own,
        Sign.FULL: float(pairing.mention.rule == "day and month"),
        Sign.SHORT: float(short),
        Sign.ITEM: float(passage.kind is Kind.ITEM),
        Sign.OTHER: float(
            others.instance(statement, index, marks, passage) is Instance.OTHER
            or bool(others.namesake(statement, index, passage, aliases))
        ),
        Sign.RIVAL: float(bool(others.rival(statement, index, passage, pairing.start, aliases))),
    }


def _days(pairing: Pairing, published: day | None) -> tuple[timedelta, bool, bool]:
    """How far a time is from the claim's own, whether it is the day of the paper, and whether it is not told in full.

    Every text of a day has many hours, and two are of one day's thing only where one word says what happened.
    """
    if pairing.slot.kind == "clock":
        return NONE if pairing.measure >= NOT_SAID else YEAR, False, False
    ours = pairing.slot.mention.value.named
    said = pairing.mention.value
    when = said if said.anchored else in_the_year_of(said, pairing.slot.mention.value)
    apart = max(when.named.first - ours.last, ours.first - when.named.last, NONE)
    if when.year_assumed:
        apart = min(apart, YEAR)  # a year that is left out is not another one
    return apart, published is not None and abs(when.named.first - published) <= DAY, when.resolved


def _last_day(pairing: Pairing) -> bool:
    theirs, ours = pairing.mention.value.role, pairing.slot.mention.value.role
    return pairing.slot.kind == "date" and theirs in DEADLINES and ours not in DEADLINES


def _of_fit(pairing: Pairing, among: Among) -> dict[Sign, float]:
    """How well the claim fits around it, and how the source's other values of the kind compare."""
    coverage = pairing.coverage
    return {
        Sign.MEASURE: pairing.measure,
        Sign.BESIDE: log(LITTLE + coverage.local * coverage.weight),
        Sign.MISSED: (1 - coverage.share) * coverage.weight,
        Sign.CROWD: log(len(among.pairings) / max(SHORT, pairing.index.prose_count)),
        Sign.FIRST: float(pairing.weight == among.best),
        Sign.BEHIND: min(0.6, among.best - pairing.weight),
    }


WHOLE, WHOLE_BUT_FOR_THE_DAY, NEARLY = 0.9, 0.85, 0.7
"""The share of a claim's words from which a sentence has them all (a day stands far from some of them); and nearly all,
which will do in an extract."""

IN_AN_ARTICLE, IN_OTHER_WORDS = 0.3, 0.5
"""What it tells in a whole article, where another one may be meant, that a sentence is the claim; and in an extract
that it is nearly so."""


def _in_full(pairing: Pairing, among: Among) -> float:
    """How far a sentence is the claim, but for its figure."""
    is_extract, local = pairing.index.prose_count < SHORT, pairing.coverage.local
    if pairing.measure < SAME:
        return 0.0
    if local >= WHOLE:
        return 1.0 if is_extract else IN_AN_ARTICLE
    return IN_OTHER_WORDS if is_extract and local >= NEARLY and not among.stated else 0.0


LASTING = frozenset({"last", "take", "run", "go", "continue", "span", "be"})


def _how_long(statement: Statement, pairing: Pairing) -> bool | None:
    """Whether it is how long the claim's own thing is, said before its name: "a five-day strike" for one that lasted.

    None where it is not said so of anything, or the claim does not say how long something is.
    """
    claim, passage, root = statement.passage, pairing.passage, statement.root
    measured = getattr(pairing.slot.mention.value, "dimension", "") == "duration"
    subject = next((t for t in statement.terms if t.i == subject_said(claim, root)), None)
    if not measured or subject is None or not pairing.start or claim.tokens[root].lemma not in LASTING:
        return None
    span = pairing.mention.span
    above = (passage.tokens[i] for i in passage.ancestors(pairing.start[-1]))
    noun = next((t for t in above if t.pos == "NOUN" and not t.span.overlaps(span)), None)
    if noun is None or "-" not in span.moved(-passage.span.start).of(passage.text):
        return None
    return noun.i in pairing.words_for((subject,))


BEFORE = frozenset({"earlier", "previously", "formerly", "beforehand"})


def before(passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a figure is said of a time before: "the 600 deployed earlier", "has risen to 31 from 24".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It now has 31 officers, after the 24 sent earlier.")).passages
    >>> before(passage, (8,)), before(passage, (3,))
    (True, False)
    """
    if not start:
        return False
    near = nearness(passage, start)
    return left_behind(passage, start) or any(near[i] >= BESIDE for i in _befores(passage))


@of_passage
def _befores(passage: Passage) -> tuple[int, ...]:
    return tuple(t.i for t in passage.tokens if t.text.lower() in BEFORE)


_FROM = re.compile(
    r"\bfrom\s(?:(?:an?|the|its|earlier|previous|first|original|initial|estimate|figure|total|level|of|about|some|"
    r"around|nearly|over|only|just)\s){0,6}\W?$",
    re.IGNORECASE,
)


def left_behind(passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a figure is what another one has moved from.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The force has risen from 24 to 31.")).passages
    >>> left_behind(passage, (5,)), left_behind(passage, (7,))
    (True, False)
    """
    at = passage.tokens[start[0]].start - passage.span.start
    if not _FROM.search(passage.text[max(0, at - 60) : at]):
        return False
    said = [t for t in passage.tokens if t.i < start[0] and t.lemma in MOVES]
    return bool(said) and any(t.lemma == "to" for t in passage.tokens)


_SO_FAR = re.compile(
    r"\b(?:(?:so|thus)\sfar|to\sdate|(?:until|till|up\sto)\snow|and\scounting|still\s(?:rising|counting))\b",
    re.IGNORECASE,
)


def still_counted(pairing: Pairing) -> bool:
    """Whether a smaller figure is said of a count that goes on: "240 people so far" is no word against 318 at last."""
    if pairing.slot.kind != "count" or not _SO_FAR.search(pairing.passage.text):
        return False
    theirs, ours = pairing.mention.value.quantity.stated, pairing.slot.mention.value.quantity.stated
    return bool(theirs < ours)


WITHIN, ADDED_UP = 0.4, 0.6
"""What it tells that a figure is within a claim's bound: half of all figures are fewer than 200; and that it is what
others add up to, which nobody says."""


def _equal(pairing: Pairing) -> float:
    """How far a figure is the claim's own, be it only to say that it is another one."""
    if pairing.is_set_aside:
        return 1.0
    if pairing.relation is not Relation.ENTAILS:
        return 0.0
    if pairing.slot.kind == "identifier":
        return 1.0
    theirs, ours = (m.value.quantity for m in (pairing.mention, pairing.slot.mention))
    if pairing.mention.rule == "sum":
        return ADDED_UP
    return 1.0 if ours.hedge in (Hedge.EXACT, Hedge.ABOUT) or theirs.stated == ours.stated else WITHIN


def _distance_tells(pairing: Pairing) -> bool:
    """Whether it tells something how far two figures are apart: ten of something or more, and any amount.

    In an extract there is no room for another one, however far it is.
    """
    if pairing.slot.kind not in ("count", "money") or pairing.index.prose_count < SHORT:
        return False
    theirs, ours = (m.value.quantity.stated for m in (pairing.mention, pairing.slot.mention))
    return pairing.slot.kind == "money" or min(theirs, ours) >= FEW


def _leaves_room(pairing: Pairing) -> bool:
    quantity = getattr(pairing.slot.mention.value, "quantity", None)
    return quantity is not None and quantity.hedge is not Hedge.EXACT


def _times(pairing: Pairing) -> float:
    """How many times one of two figures is the other; infinitely many where one of them is none."""
    if pairing.slot.kind == "identifier":
        return 1.0
    low, high = sorted(abs(m.value.quantity.stated) for m in (pairing.mention, pairing.slot.mention))
    return high / low if low else inf


def _ratio(pairing: Pairing) -> float:
    if pairing.slot.kind not in ("count", "money", "share"):
        return 1.0
    theirs: float = pairing.mention.value.quantity.stated
    ours: float = pairing.slot.mention.value.quantity.stated
    vague = pairing.mention.value.quantity.hedge is Hedge.VAGUE
    if vague and pairing.relation is Relation.COMPATIBLE and pairing.measure >= SAME:
        return 1.0  # "dozens of homes" leave 340 homes open, and are no figure that is far from it
    if not theirs or not ours:
        # "No arrests were made" is of the seven arrests; "nobody went back to look" is of anything.
        return 1.0 if max(theirs, ours) < MANY and pairing.measure >= (SAME if theirs else ALIKE) else inf
    if abs(theirs - ours) <= 1:
        return 1.0
    return max(theirs, ours) / min(theirs, ours)


def _swapped(pairing: Pairing) -> float:
    """How telling it is that a figure has the claim's own digits in another order."""
    if _of_other_years(pairing):
        return 0.0
    if pairing.slot.kind == "identifier":
        theirs, ours = pairing.mention.value.key, pairing.slot.mention.value.key
    else:
        theirs, ours = figures(pairing.slot, pairing.mention)
    if not digits.transposed(theirs, ours):
        return 0.0
    return MANY_SWAPPED if digits.telling(ours) >= digits.TELLING else 1.0


SPEAKING = frozenset({Attitude.REPORTS, Attitude.CLAIMS})
"""How verbs take what somebody says of others, and not of themselves."""

NAMING = frozenset({"pobj", "poss", "nsubj", "nsubjpass", "compound"})

DEFINITE = frozenset(["the", "these", "those", "its", "their", "his", "her", "our", "all", "both", "each", "every"])


def is_known(passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a figure is spoken of as known: "the 45 branches on the list", "each of the 177 soldiers".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Each of the 177 soldiers got a medal.")).passages
    >>> is_known(passage, (3,)), is_known(passage, (6,))
    (True, False)
    """
    if not start:
        return False
    before = [t.text.lower() for t in passage.tokens[max(0, start[0] - 2) : start[0]]]
    return bool(DEFINITE & set(before))


def _speaks(passage: Passage, name: Token) -> bool:
    """Whether a name is of who only tells it: "reckons Professor Roe", "the mayor, Ana Lund, said"."""
    for i in (name.i, *passage.ancestors(name.i)):
        token = passage.tokens[i]
        if token.dep == "nsubj":
            return VERBS.get(passage.tokens[token.head].lemma) in SPEAKING
        if token.dep not in ("compound", "appos", "flat"):
            return False
    return False


def is_elsewhere(
    statement: Statement, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases
) -> bool:
    """Whether the sentence of a figure says another name, and none of the claim's own.

    "At Osen they hung a span of 520 metres" is not about the bridge that the rest of the document speaks of.
    """
    if not start:
        return False
    own = frozenset[int]().union(*(clause(passage, i) for i in (start[0], *passage.ancestors(start[0]))))
    met = index.words_in(statement.terms, passage, aliases)
    names = [passage.tokens[i] for i in sorted(own) if passage.tokens[i].pos == "PROPN" and i not in start]
    names = [t for t in names if t.text.lower() not in CALENDAR and not _speaks(passage, t)]
    if any(t.i in met for t in names):
        return False
    return any(t.dep in NAMING and t.text[:1].isupper() and index.is_passing(t) for t in names)
