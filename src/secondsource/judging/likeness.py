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
from math import exp, inf
from typing import Generic, TypeVar

from secondsource.aligning import others
from secondsource.aligning.index import SHORT, SourceIndex, nearness
from secondsource.aligning.others import BESIDE, Aliases, Instance
from secondsource.aligning.statement import TIMES, Statement, subject_said
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.name_words import CALENDAR
from secondsource.grammar.possibilities import Relation
from secondsource.judging import digits
from secondsource.judging.changes import MOVES
from secondsource.judging.dates import DEADLINES, NOT_SAID, kinship
from secondsource.judging.dates import SAME as FULLY
from secondsource.judging.pairing import Pairing, figures
from secondsource.judging.passing import told_in_passing
from secondsource.language import Passage, Token
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import clause
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind
from secondsource.values.date import When
from secondsource.values.marking import Marks


class Sign(StrEnum):
    """What speaks for or against two figures, or two dates, being of one thing."""

    MEASURE = "how sure it is that the same is measured"
    MET = "the share of the claim's words in the passage and what its reader has in mind"
    EQUAL = "it is the claim's own figure, or entails it"
    ALLOWS = "it allows the claim's figure"
    SWAPPED = "it has the claim's own digits in another order"
    CLOSE = "it is no more than a third as much again; of a share or a few, half as much again"
    NEXT = "it rules the claim's own out, and is all but that"
    APART = "it is four times as much or more"
    FIRST = "no figure of the source fits better"
    BEHIND = "how much better another one fits"
    ALONE = "it is the only one of the source, and of something else by its verb"
    STATED = "the source has the claim's own figure too"
    GIVEN = "it is spoken of as known: the 45 branches"
    IN_FULL = "its sentence is the claim, word for word, with this figure in it"
    AGAIN = "it is spoken of as known, and another sentence gives the claim's own figure of such a thing, or its day"
    EARLIER = "it is said of a time long before"
    ELSEWHERE = "another name is spoken of in the claim's place"
    OTHER = "another one of its kind is spoken of"
    SHARE = "it is a share, and texts have many of the same size"
    SHARE_MET = "it is a share, and so much of the claim's words is there"
    SHARE_BESIDE = "it is a share that rules the claim's own out, and so much of the claim's words is right there"
    ROW = "it is one row of a table among others"
    SUBJECT = "how near a word there, or before, comes to the claim's subject"
    REST = "the share of the claim's other words that are met there"
    WEEK = "it is no more than a week from the claim's own"
    MONTH = "it is no more than a month from the claim's own"
    YEAR = "it is more than a year from the claim's own"
    TODAY = "it is the day of the paper, or the day before or after"
    LAST_DAY = "it is a last day, and the claim's own is none"
    UNDONE = "what the claim says happened is not what happened then"
    UNNAMED = "it does not say which one of its kind is meant, where the claim does"
    KIN = "how near a word that it is the date of comes to the claim's"
    SHORT = "it is not told in full: yesterday, on 5 May"
    BARE = "no word of the claim stands with it"
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

        >>> round(FIGURE.sureness({Sign.MEASURE: 1.0, Sign.MET: 0.6, Sign.SWAPPED: 1.0, Sign.FIRST: 1.0}), 2)
        0.89
        """
        return 1 / (1 + exp(-self.base - sum(self.points[sign] * strength for sign, strength in found.items())))


FIGURE: Scorecard[Sign] = Scorecard(
    -4.3,
    {
        Sign.MEASURE: 1.0,
        Sign.MET: 1.5,
        Sign.EQUAL: 2.0,
        Sign.ALLOWS: 0.7,
        Sign.SWAPPED: 3.5,
        Sign.CLOSE: 2.0,
        Sign.NEXT: 0.4,
        Sign.APART: -1.5,
        Sign.FIRST: 1.0,
        Sign.BEHIND: -1.5,
        Sign.STATED: -0.6,
        Sign.GIVEN: 0.3,
        Sign.AGAIN: 2.0,
        Sign.IN_FULL: 3.0,  # not fitted: the dossiers tell everything in other words
        Sign.EARLIER: -1.0,
        Sign.ELSEWHERE: -0.4,
        Sign.OTHER: -1.2,
        Sign.SHARE: -1.2,
        Sign.SHARE_MET: 1.2,
        Sign.SHARE_BESIDE: 1.3,
        Sign.ROW: -1.0,
    },
)

DATE: Scorecard[Sign] = Scorecard(
    -5.2,
    {
        Sign.MEASURE: 3.1,
        Sign.KIN: 0.3,
        Sign.WEEK: 1.5,
        Sign.MONTH: 1.3,
        Sign.YEAR: -1.2,
        Sign.FIRST: 1.0,
        Sign.AGAIN: 1.3,
        Sign.BEHIND: -3.9,
        Sign.IN_FULL: 1.0,  # not fitted, as for figures
        Sign.ALONE: -2.6,  # not fitted: the dossiers' documents have many dates each
        Sign.SUBJECT: 0.8,
        Sign.REST: 0.9,
        Sign.BARE: -1.0,
        Sign.TODAY: -1.2,
        Sign.SHORT: -0.8,
        Sign.LAST_DAY: -0.9,
        Sign.UNDONE: -0.2,
        Sign.UNNAMED: -0.4,
        Sign.OTHER: -2.4,
        Sign.RIVAL: -1.7,
    },
)

FIGURES = frozenset({"count", "money", "share", "identifier"})
"""The kinds of which a text is full of neighbours."""

SCORED = FIGURES | TIMES
"""The kinds that are told by their signs."""

ROUNDED, NEXT, LIKE, LOOSELY_LIKE, NEAR = 1.03, 1.12, 1.35, 1.5, 4.0
"""How many times one figure is the other, at most, for them to be close: another count of the same people is seldom
further off than a third, and what is next to no difference is a rounded figure, or one of another day."""
FEW = 10
"""Figures below this are close to one another whatever they count."""
MANY_SWAPPED = 1.5
"""How much more three digits in another order tell than two."""
LONG_BEFORE = timedelta(days=120)

NONE, DAY, WEEK, MONTH, YEAR = (timedelta(days=days) for days in (0, 1, 7, 31, 366))

UNKNOWN = 0.5
"""What a share tells of which there is no whole."""

LEAST_MET = 0.02
"""The share of a claim's words below which a passage has none of them."""

MANY = 100
"""How many there must be for none of them to be another matter."""

ALIKE, SAME = 0.6, 0.9
"""How sure the measure must be for none of a thing to be none of the claim's, and for some of it where a claim has
none."""

WHOLE, WHOLE_BUT_FOR_THE_DAY = 0.9, 0.85
"""The share of a claim's words from which a sentence has them all; a day stands far from some of them."""

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
    def stated(self) -> bool:
        """Whether the claim's own figure is one of them, and said of the claim's thing."""
        return any(_equal(p) > WITHIN and p.coverage.share > MET for p in self.pairings)

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
    ratio = _ratio(pairing)
    swapped = _swapped(pairing)
    excludes = pairing.relation is Relation.EXCLUDES
    written_out = _is_written_out(pairing)
    known = is_known(passage, pairing.start)
    is_share = pairing.slot.kind == "share"
    fit = _of_fit(statement, pairing, among)
    other = elsewhere(statement, index, passage, pairing.start, aliases)
    return {
        **fit,
        Sign.IN_FULL: fit[Sign.IN_FULL] if other else max(fit[Sign.IN_FULL], _nearly(pairing)),
        Sign.MET: pairing.coverage.share,
        Sign.EQUAL: _equal(pairing),
        Sign.STATED: float(among.stated),
        Sign.ALLOWS: float(pairing.relation is Relation.COMPATIBLE),
        Sign.SWAPPED: swapped,
        Sign.CLOSE: float(not swapped and ratio <= (LIKE if written_out else LOOSELY_LIKE)),
        Sign.NEXT: float(excludes and not swapped and not known and _is_next(pairing, ratio)),
        Sign.APART: float(ratio >= NEAR),
        Sign.GIVEN: float(known),
        Sign.AGAIN: float(
            known and among.stated and pairing.relation is Relation.EXCLUDES and pairing.measure > LIKELY
        ),
        Sign.EARLIER: float(
            before(passage, pairing.start)
            or (
                statement.time is None
                and not _stays(pairing)
                and said is not None
                and published is not None
                and said.named.last < published - LONG_BEFORE
            )
        ),
        Sign.ELSEWHERE: float(bool(other)),
        Sign.OTHER: float(
            others.instance(statement, index, marks, passage) is not Instance.OURS
            or others.one_of_several(statement, marks[passage.index], passage, pairing.start)
            or _how_long(statement, pairing) is False
        ),
        Sign.SHARE: float(is_share),
        Sign.SHARE_MET: is_share * pairing.coverage.share,
        Sign.SHARE_BESIDE: excludes * is_share * pairing.coverage.local,
        Sign.ROW: float(passage.kind is Kind.ROW),
    }


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
    which = others.instance(statement, index, marks, passage)
    kin = kinship(statement, slot, index, passage, pairing.mention, aliases)
    named = kinship(statement, slot, index, passage, pairing.mention, aliases, heavy=True)
    fit = _of_fit(statement, pairing, among)
    again = apart <= WEEK and kin >= ALIKE and among.names_it and pairing.relation is Relation.EXCLUDES
    if (pairing.measure >= FULLY or again) and told_in_passing(passage, pairing.mention):
        # A source at odds with itself tells the other day in passing.
        fit |= {Sign.FIRST: 1.0, Sign.BEHIND: 0.0, Sign.AGAIN: float(pairing.measure < FULLY)}
    return {
        **fit,
        Sign.ALONE: float(slot.kind == "date" and len(among.pairings) == 1 and max(pairing.measure, named) < NOT_SAID),
        Sign.WEEK: float(apart <= WEEK),
        Sign.MONTH: float(apart <= MONTH),
        # What is handed over as evidence has no neighbour's date by the claim's own verb.
        Sign.YEAR: float(apart > YEAR and (statement.state or index.prose_count >= SHORT or pairing.measure < FULLY)),
        Sign.SUBJECT: max((index.near(t, passage, aliases) for t in subject), default=0.0),
        Sign.REST: sum(index.met(t, passage, aliases) for t in rest) / len(rest) if rest else UNKNOWN,
        Sign.TODAY: float(today),
        Sign.LAST_DAY: float(_last_day(pairing)),
        Sign.UNDONE: float(others.undone(statement, index, passage, slot, pairing.start, aliases)),
        Sign.UNNAMED: float(which is Instance.UNNAMED),
        Sign.OTHER: float(which is Instance.OTHER or bool(others.namesake(statement, index, passage, aliases))),
        Sign.KIN: kin,
        Sign.SHORT: float(short),
        Sign.BARE: float(passage.kind is not Kind.ROW and pairing.coverage.local < LEAST_MET),
        Sign.RIVAL: float(bool(others.rival(statement, index, passage, pairing.start, aliases))),
    }


def _days(pairing: Pairing, published: day | None) -> tuple[timedelta, bool, bool]:
    """How far a time is from the claim's own, whether it is the day of the paper, and whether it is not told in full.

    Every text of a day has many hours, and two are of one day's thing only where one word says what happened.
    """
    if pairing.slot.kind == "clock":
        return NONE if pairing.measure >= NOT_SAID else YEAR, False, False
    when, ours = pairing.mention.value, pairing.slot.mention.value.named
    apart = max(when.named.first - ours.last, ours.first - when.named.last, NONE)
    return apart, published is not None and abs(when.named.first - published) <= DAY, when.resolved


def _last_day(pairing: Pairing) -> bool:
    theirs, ours = pairing.mention.value.role, pairing.slot.mention.value.role
    return pairing.slot.kind == "date" and theirs in DEADLINES and ours not in DEADLINES


def _of_fit(statement: Statement, pairing: Pairing, among: Among) -> dict[Sign, float]:
    """The signs that compare it with the source's other values of the kind."""
    whole = WHOLE if pairing.slot.kind in FIGURES else WHOLE_BUT_FOR_THE_DAY
    in_full = min(pairing.measure, pairing.coverage.local) >= whole
    return {
        Sign.MEASURE: pairing.measure,
        Sign.IN_FULL: float(in_full or bool(_how_long(statement, pairing))),
        Sign.FIRST: float(pairing.weight == among.best),
        Sign.BEHIND: min(0.6, among.best - pairing.weight),
    }


NEARLY = 0.7
"""The share of a claim's words from which a sentence says nearly all of them."""

EXTRACT = 0.45
"""How far a sentence is the claim's that says nearly all of it, in an extract: there is no room for another one there.
In whole articles another one is meant as often."""


def _nearly(pairing: Pairing) -> float:
    """How far a sentence is the claim's in other words, with this figure in it."""
    if pairing.measure < SAME or pairing.coverage.local < NEARLY:
        return 0.0
    if is_known(pairing.passage, pairing.start) or _is_owned(pairing.passage, pairing.start):
        return 0.0
    return EXTRACT if pairing.index.prose_count < SHORT else 0.0


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


WITHIN = 0.4
"""What it tells that a figure is within a claim's bound: half of all figures are fewer than 200."""


def _equal(pairing: Pairing) -> float:
    """How far a figure is the claim's own."""
    if pairing.relation is not Relation.ENTAILS:
        return 0.0
    if pairing.slot.kind == "identifier":
        return 1.0
    theirs, ours = (m.value.quantity for m in (pairing.mention, pairing.slot.mention))
    return 1.0 if ours.hedge in (Hedge.EXACT, Hedge.ABOUT) or theirs.stated == ours.stated else WITHIN


def _is_written_out(pairing: Pairing) -> bool:
    """Whether it tells something how far two figures are apart: ten of something or more, and any amount.

    In an extract there is no room for another one, however far it is.
    """
    if pairing.slot.kind not in ("count", "money") or pairing.index.prose_count < SHORT:
        return False
    theirs, ours = (m.value.quantity.stated for m in (pairing.mention, pairing.slot.mention))
    return pairing.slot.kind == "money" or min(theirs, ours) >= FEW


def _is_next(pairing: Pairing, ratio: float) -> bool:
    """Whether a sentence counts, or pays, all but what the claim has; in tables and of measures that tells nothing."""
    counts = not getattr(pairing.mention.value, "dimension", "") and pairing.passage.kind is not Kind.ROW
    return counts and _is_written_out(pairing) and ROUNDED < ratio <= NEXT


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


def _is_owned(passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a figure is all that somebody has: "half of the party's 58 members"."""
    return bool(start) and start[0] > 0 and passage.tokens[start[0] - 1].tag == "POS"


def _speaks(passage: Passage, name: Token) -> bool:
    """Whether a name is of who only tells it: "reckons Professor Roe", "the mayor, Ana Lund, said"."""
    for i in (name.i, *passage.ancestors(name.i)):
        token = passage.tokens[i]
        if token.dep == "nsubj":
            return VERBS.get(passage.tokens[token.head].lemma) in SPEAKING
        if token.dep not in ("compound", "appos", "flat"):
            return False
    return False


def elsewhere(
    statement: Statement, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases
) -> str:
    """A name said in the sentence of a figure, where it says none of the claim's own, or "".

    "At Osen they hung a span of 520 metres" is not about the bridge that the rest of the document speaks of.
    """
    if not start:
        return ""
    own = frozenset[int]().union(*(clause(passage, i) for i in (start[0], *passage.ancestors(start[0]))))
    met = index.words_in(statement.terms, passage, aliases)
    names = [passage.tokens[i] for i in sorted(own) if passage.tokens[i].pos == "PROPN" and i not in start]
    names = [t for t in names if t.text.lower() not in CALENDAR and not _speaks(passage, t)]
    if any(t.i in met for t in names):
        return ""
    return next((t.text for t in names if t.dep in NAMING and t.text[:1].isupper() and index.is_passing(t)), "")
