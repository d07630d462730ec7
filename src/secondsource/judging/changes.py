"""How a figure changed, by the words of a passage or by two figures side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.calendar import YEAR
from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import clause, predicate_of, subject_of, subtree
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.marking import Marks
from secondsource.values.order import Sign

RISES = word_set(
    "rise grow increase climb jump soar surge swell expand gain improve double triple quadruple leap mount advance "
    "accelerate rocket balloon strengthen rally recover rebound spike shoot skyrocket widen growth upturn hike "
    "uptick"
)
FALLS = word_set(
    "fall drop decline decrease slip slide shrink sink plunge tumble plummet dwindle ease narrow halve contract dip "
    "recede lower slump dive crash retreat weaken deteriorate diminish subside sag slow moderate cool downturn "
    "shrinkage"
)
_PARTICLES = {"up": Sign.ABOVE, "down": Sign.BELOW}
MOVES = (
    RISES
    | FALLS
    | _PARTICLES.keys()
    | word_set("go move change revise raise cut reduce lift correct trim pare slash shave boost hike")
)
"""Words for a figure that is no longer what it was."""


class Change(NamedTuple):
    """That something is more than it was, or less: the words of what changed, and the word that says so."""

    sign: Sign
    of: frozenset[int]
    at: int
    ratio: float = 0.0
    """How many times what it was it is now, where both figures are given; else 0."""


def changes(passage: Passage, marks: Marks) -> Iterator[Change]:
    """Every change of a passage.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> reading = read(Source("a", "Sales slipped to 31 tonnes from 40 tonnes in 2019."))
    >>> {(c.sign.name, round(c.ratio, 2)) for c in changes(reading.passages[0], mark(reading)[0])}
    {('BELOW', 0.78)}
    >>> reading = read(Source("a", "Sales rose to 31 tonnes from 20 and profits fell to 5 tonnes from 40."))
    >>> [(c.sign.name, round(c.ratio, 2)) for c in changes(reading.passages[0], mark(reading)[0])]
    [('ABOVE', 1.55), ('BELOW', 0.12)]
    """
    figures = _figures(marks)
    ratios = _ratios(passage, figures)
    for token in passage.tokens:
        sign = _sign(passage, token)
        if sign is not None:
            yield Change(sign, _what(passage, token), token.i, _ratio(ratios, token))
    yield from _compared(passage, figures)


def _sign(passage: Passage, token: Token) -> Sign | None:
    """Up or down, by a verb, a noun, or "up" and "down" before a figure."""
    low = token.text.lower()
    if low in _PARTICLES and token.pos in ("ADV", "ADP", "ADJ"):
        behind = passage.tokens[token.i + 1 : token.i + 4]
        before = passage.tokens[token.i - 1] if token.i else None
        counted = any(t.pos == "NUM" or t.text.lower() == "from" for t in behind[:2]) or (
            before is not None and before.lemma in ("be", "go", ",")
        )
        return _PARTICLES[low] if counted else None
    if token.pos not in ("VERB", "NOUN"):
        return None
    if token.pos == "NOUN" and not any(
        passage.tokens[c].lemma in ("of", "in", "on", "from", "over") for c in passage.children[token.i]
    ):
        return None
    return Sign.ABOVE if token.lemma in RISES else Sign.BELOW if token.lemma in FALLS else None


def _what(passage: Passage, token: Token) -> frozenset[int]:
    """What changed: the subject of the verb, else all of its clause."""
    verb = predicate_of(passage, token.i)
    subject = None if verb is None else subject_of(passage, verb)
    if token.pos == "VERB" and subject is not None:
        return subtree(passage, subject)
    return clause(passage, token.i) - {token.i}


class _Figure(NamedTuple):
    """A figure of a passage: what may be compared with it, where it stands, how much it is, and of which year."""

    sort: tuple[str, str]
    span: Span
    stated: float


def _figures(marks: Marks) -> list[_Figure]:
    found = [
        _Figure((kind, getattr(m.value, "dimension", "")), m.core, m.value.quantity.stated / _written(m.value))
        for kind in ("count", "money", "share")
        for m in getattr(marks, kind)
        if m.value.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT) and getattr(m.value, "dimension", "") != "duration"
    ]
    return sorted(found, key=lambda f: f.span)


def _written(value: object) -> float:
    written: tuple[float, str] = getattr(value, "written", (1.0, ""))
    return written[0] or 1.0


def _alike(one: _Figure, other: _Figure) -> bool:
    """Whether two figures may measure one thing; "41 millimetres" and "97" may."""
    return one.sort[0] == other.sort[0] and (one.sort == other.sort or not (one.sort[1] and other.sort[1]))


def _ratios(passage: Passage, found: list[_Figure]) -> list[tuple[int, float]]:
    """Now over then, for each "from" with a figure behind it, with where the "from" ends."""
    starts = [f.span.start for f in found]
    ratios = []
    for end in (t.end for t in passage.tokens if t.text.lower() == "from"):
        i = bisect_right(starts, end)
        if i == len(found) or starts[i] - end >= FAR or not found[i].stated:
            continue
        beside = [f for f in (*found[max(0, i - 2) : i], *found[i + 1 : i + 2]) if _alike(f, found[i])]
        if beside:
            now = min(beside, key=lambda f: abs(f.span.start - end))
            ratios.append((end, now.stated / found[i].stated))
    return ratios


def _ratio(ratios: list[tuple[int, float]], token: Token) -> float:
    """That of the nearest "from" behind the word; 0 where none follows."""
    i = bisect_right(ratios, token.end, key=lambda ratio: ratio[0])
    return ratios[i][1] if i < len(ratios) else 0.0


FAR = 12
"""How many characters may stand between "from" and its figure."""


def _compared(passage: Passage, found: list[_Figure]) -> Iterator[Change]:
    """Two figures of which one is of an earlier time: "48.2m, against 41.9m in 2022", "above the 13.90 of 1998"."""
    for one, other in pairwise(found):
        if not _alike(one, other) or one.stated == other.stated or not other.stated or not one.stated:
            continue
        mine, theirs = _year(passage, one, other), _year(passage, other, one)
        if mine == theirs or _PASSED & {t.text.lower() for f in (one, other) for t in _before(passage, f, 1)}:
            continue
        now, then = (other, one) if (mine or LATEST) < (theirs or LATEST) else (one, other)
        sign = Sign.ABOVE if now.stated > then.stated else Sign.BELOW
        at = passage.tokens_in(now.span)[0]
        yield Change(sign, clause(passage, at.i), at.i, now.stated / then.stated)


LATEST = 9999
_PASSED = word_set("past over above beyond under below nearly almost least most")
_EARLIER = word_set("earlier previous previously before ago former old last record")


def _before(passage: Passage, figure: _Figure, many: int) -> tuple[Token, ...]:
    first = passage.tokens_in(figure.span)[0].i
    return passage.tokens[max(0, first - many) : first]


def _year(passage: Passage, figure: _Figure, other: _Figure) -> int:
    """The year that a figure is of, 1 for one said to be earlier, 0 where nothing tells."""
    last = passage.tokens_in(figure.span)[-1].i
    for token in (*passage.tokens[last + 1 : last + 9], *reversed(_before(passage, figure, 5))):
        between = sorted((token.start, figure.span.start))
        if between[0] < other.span.start < between[1] or token.text in (";",):
            continue
        if YEAR.fullmatch(token.text) and not token.span.overlaps(other.span):
            return int(token.text)
        if token.text.lower() in _EARLIER:
            return 1
    return 0
