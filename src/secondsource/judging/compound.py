"""A claim of many parts, such as a summary: each figure, name and word of it must be said, and none the other way.

A short claim is put to one passage after another. One that takes in a whole page is said by no single passage, so it
is taken apart: every part is sought wherever its neighbours in the claim are met, and the claim holds when none is
missing. What is editorial ("significant", "the company") may be missing; figures, names and directions may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT, Term, is_content, lemma_of
from secondsource.facts import Fact
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import questions, weighed
from secondsource.judging.pairing import VALUES
from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import steps
from secondsource.sources import Kind, Source, Span
from secondsource.values.marking import Marks

Places = dict[int, list[tuple[int, float]]]
"""Passage -> the tokens there that mean a word of the claim, and how nearly."""

Neighbours = list[tuple[int, Places]]

LONG = 15
"""Words and values from which one sentence is a claim of many parts."""

MOST_NEW = 0.3
"""The share of a claim's words, by weight, that a page may lack and still say it: a summary has words of its own."""

UNSPOKEN = 0.7
"""The share from which it does not speak of it at all."""

SHOWN = 4
"""Missing parts shown as evidence for one sentence of a claim."""

NEIGHBOURS = 4
"""Words of the claim, nearest first, that tell where in the source a word of it is to be sought."""

CLEARLY, MORE_CLEARLY = 0.2, 0.4
"""How near its neighbours' places the opposite of a word must stand to be said in its stead, where the word itself is
nowhere said, and how much nearer than the word itself where it is."""

MEASURED = ("money", "share", "count", "identifier")

# Words of place and direction that are no content words and yet turn what is said of a figure.
TURNING = word_set("above below over under within outside up down before after without")

# What makes little of a thing is never an editor's ornament, as "significant" may be.
BELITTLING = word_set(
    "slight slightly small minor negligible marginal marginally insignificant modest partially partly hardly"
)

UNITS = word_set("day week month quarter year decade half quarterly yearly annual monthly")
TELLING = BELITTLING | UNITS

_SCALES = {
    "thousand": "k",
    "k": "k",
    "million": "m",
    "m": "m",
    "mn": "m",
    "billion": "bn",
    "bn": "bn",
    "b": "bn",
    "trillion": "tn",
    "tn": "tn",
    "%": "%",
    "percent": "%",
    "per cent": "%",
}
_PRINTED = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)[$£€]?(\d[\d,]{0,20}(?:\.\d{1,12})?)"
    r"[ -]?(thousand|million|billion|trillion|bn|mn|tn|[kmb]\b|%|per ?cent)?",
    re.IGNORECASE,
)
_RANKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_QUARTER = re.compile(
    r"\b(?:(first|second|third|fourth|final|1st|2nd|3rd|4th)[ -](?:fiscal )?(quarter|half)"
    r"|([QH])([1-4])|([1-4])([QH]))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A part of a claim that its source does not say; ``instead`` is what it says in its place, if anything."""

    span: Span
    text: str
    instead: str = ""
    excluded: bool = False
    """Whether the source says the opposite, and the claim's word nowhere."""
    passage: Passage | None = None

    @property
    def reason(self) -> str:
        """In plain words."""
        return f'"{self.text}": it says "{self.instead}"' if self.instead else f'"{self.text}" is not said'


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a source leaves unsaid of one sentence of a claim, and what it says."""

    unsaid: tuple[Unsaid, ...]
    new: float
    """The share of the sentence's words, by weight, that the source lacks."""
    home: Passage | None
    """The passage that says most of it."""


def is_compound(parts: Sequence[Statement]) -> bool:
    """Whether a claim takes in more than one passage can be asked to say.

    >>> from secondsource.aligning.statement import statements
    >>> is_compound(statements("The ferry carried 212 people."))
    False
    >>> is_compound(statements("The ferry carried 212 people. Its captain was not on board."))
    True
    """
    return len(parts) > 1 or any(len(s.terms) + len(s.tested) + len(s.anchors) >= LONG for s in parts)


def printed(text: str) -> Iterator[tuple[int, str, str]]:
    """The figures printed in a text: (where, digits, scale).

    >>> list(printed("between $3.5 billion and 4,000"))
    [(8, '3.5', 'bn'), (25, '4000', '')]
    """
    for match in _PRINTED.finditer(text):
        digits = match[1].rstrip(",").replace(",", "")
        scale = (match[2] or "").lower().replace(" ", "")
        yield match.start(), digits, _SCALES.get(scale, scale)


def quarters(text: str) -> Iterator[tuple[int, int, str]]:
    """The quarters and halves of a year that a text names: (from, to, which).

    >>> list(quarters("Q2 and the third quarter"))
    [(0, 2, 'Q2'), (11, 24, 'Q3')]
    """
    for match in _QUARTER.finditer(text):
        if match[1]:
            yield *match.span(), f"{match[2][0].upper()}{_RANKS[match[1].lower()]}"
        else:
            yield *match.span(), f"{(match[3] or match[6]).upper()}{match[4] or match[5]}"


def _speaks(token: Token) -> bool:
    return is_content(token) or (token.lemma in TURNING and token.dep != "prt")  # "took over" is not over anything


class Reader:
    """One sentence of a claim against one source."""

    def __init__(self, statement: Statement, index: SourceIndex, marks: tuple[Marks, ...], aliases: Aliases) -> None:
        self.statement, self.index, self.marks, self.aliases = statement, index, marks, aliases
        self.ours = statement.passage
        self.pages = [p for p in index.passages if p.kind not in (Kind.FURNITURE, Kind.HEADING)]

    @cached_property
    def _printed(self) -> dict[int, list[tuple[int, str, str]]]:
        return {p.index: list(printed(p.text)) for p in self.pages}

    @cached_property
    def _quarters(self) -> dict[int, list[tuple[int, int, str]]]:
        return {p.index: list(quarters(p.text)) for p in self.pages}

    @cached_property
    def figures(self) -> dict[int, Places]:
        """A figure's first token in the claim -> passage -> the tokens of the same figure there."""
        found: dict[int, Places] = {}
        for where, digits, scale in printed(self.ours.text):
            i = self._at(self.ours, where)
            if i in self._quarterly:
                continue
            found[i] = {
                p.index: same
                for p in self.pages
                if (
                    same := [
                        (self._at(p, at), 1.0)
                        for at, other, by in self._printed[p.index]
                        if _equal(digits, other) and (not scale or not by or scale == by)
                    ]
                )
            }
        for where, _, which in quarters(self.ours.text):
            i = self._at(self.ours, where)
            found[i] = {
                p.index: same
                for p in self.pages
                if (same := [(self._at(p, at), 1.0) for at, _, other in self._quarters[p.index] if other == which])
            }
        return found

    @cached_property
    def _quarterly(self) -> frozenset[int]:
        return frozenset(self._at(self.ours, where) for where, _, _ in quarters(self.ours.text))

    @staticmethod
    def _at(passage: Passage, where: int) -> int:
        start = passage.span.start + where
        return next((t.i for t in passage.tokens if t.end > start and (t.end - t.start > 1 or t.text.isalnum())), 0)

    @cached_property
    def words(self) -> dict[int, Places]:
        """A content word of the claim -> passage -> the tokens there that mean it, and how nearly."""
        found: dict[int, Places] = {}
        spans = [m.core for kind in ("ordinal", *MEASURED) for m in getattr(self.statement.marks, kind)]
        spans += [Span(a, b).moved(self.ours.span.start) for a, b, _ in quarters(self.ours.text)]
        phrases = {t.i: t for t in self.statement.terms if t.groups}
        for token in self.ours.tokens:
            if token.i in self.figures or not _speaks(token) or any(token.span.within(s) for s in spans):
                continue
            term = phrases.get(token.i) or Term(lemma_of(token), token.pos == "PROPN", 1.0, token.i, token.pos)
            found[token.i] = self._meant(term, token)
        return found

    def _meant(self, term: Term, token: Token) -> Places:
        hits = {
            p: [(h.token, h.kinship) for h in met]
            for p, met in self.index.hits(term, self.aliases).items()
            if any(p == page.index for page in self.pages)
        }
        if token.lemma in TURNING:
            for page in self.pages:
                same = [(t.i, 1.0) for t in page.tokens if t.lemma == token.lemma]
                if same:
                    hits[page.index] = [*hits.get(page.index, []), *same]
        return hits

    def neighbours(self, i: int) -> Neighbours:
        """The parts of the claim nearest to a word of it that the source has: (steps, their places)."""
        apart = steps(self.ours, i)
        met = [(apart[j], j, places) for j, places in (*self.words.items(), *self.figures.items()) if j != i and places]
        met.sort(key=lambda found: found[:2])
        return [(far, places) for far, _, places in met[:NEIGHBOURS]]

    def nearness(self, passage: Passage, token: int, beside: Neighbours) -> float:
        """How near a token of a passage stands to where a claim's words are met."""
        apart = steps(passage, token)
        return sum(
            max((k / (1 + 0.35 * max(0, apart[h] - 1)) for h, k in places.get(passage.index, ())), default=0.0)
            / (1 + 0.5 * far)
            for far, places in beside
        )

    def unsaid(self) -> Iterator[Unsaid]:
        """The parts of the sentence that the source does not say."""
        for i, places in self.figures.items():
            token = self.ours.tokens[i]
            if not places and not any(token.span.overlaps(span) for span in self._entailed):
                yield Unsaid(token.span, token.text)
        for i, places in self.words.items():
            token = self.ours.tokens[i]
            found = self._turned(token, places) or self._denied(token, places)
            if found:
                yield found
            elif not places and (token.lemma in TELLING or _is_name(token)):
                yield Unsaid(token.span, token.text)

    @cached_property
    def _entailed(self) -> list[Span]:
        """The values that the source entails and writes otherwise: $11,100 million, $11.1 billion.

        A range is not one of them: a narrower one is another forecast.
        """
        return [
            mention.span
            for kind in (*MEASURED, "date")
            for mention in getattr(self.statement.marks, kind)
            if len(list(printed(mention.span.moved(-self.ours.span.start).of(self.ours.text)))) < 2
            if any(
                VALUES[kind].relate(other.value, mention.value) is Relation.ENTAILS
                for found in self.marks
                for other in getattr(found, kind)
                if kind != "count" or other.value.dimension == mention.value.dimension
            )
        ]

    def _same(self, beside: Neighbours, places: Places) -> tuple[float, Passage | None, int]:
        """How near its neighbours' places a word is met, and where it is nearest."""
        return max(
            (
                (self.nearness(self.index.passages[p], i, beside) * k, self.index.passages[p], i)
                for p, hits in places.items()
                for i, k in hits
            ),
            key=lambda found: found[0],
            default=(0.0, None, 0),
        )

    def _turned(self, token: Token, places: Places) -> Unsaid | None:
        """The opposite of a word, said where the word would have to be."""
        lemma = lemma_of(token)
        beside = self.neighbours(token.i)
        said = max(
            (
                (self.nearness(page, other.i, beside), page, other)
                for page in self.pages
                for other in page.tokens
                if _speaks(other) and _opposite(lemma, lemma_of(other))
            ),
            key=lambda found: found[0],
            default=None,
        )
        if said is None:
            return None
        same = self._same(beside, places)[0]
        margin = CLEARLY if not places else MORE_CLEARLY
        if said[0] - same < margin:
            return None
        return Unsaid(token.span, token.text, said[2].text, not places, said[1])

    def _denied(self, token: Token, places: Places) -> Unsaid | None:
        """A "not" that only one of the two has."""
        if token.pos not in ("VERB", "NOUN", "ADJ") or not places:
            return None
        near, page, i = self._same(self.neighbours(token.i), places)
        if page is None or near < CLEARLY:
            return None
        ours, theirs = _negated(self.ours, token.i), _negated(page, i)
        if ours is theirs:
            return None
        word, other = token.text, page.tokens[i].text
        if ours:
            return Unsaid(token.span, f"not {word}", other, passage=page)
        return Unsaid(token.span, word, f"not {other}", passage=page)


def _negated(passage: Passage, i: int) -> bool:
    """Whether a sentence says that it is not so."""
    token = passage.tokens[i]
    if any(passage.tokens[c].lemma == "no" or passage.tokens[c].dep == "neg" for c in passage.children[i]):
        return True
    return token.pos == "VERB" and standing(passage, i).factuality in (Factuality.NEGATED, Factuality.DENIED)


def _opposite(a: str, b: str) -> bool:
    return lexicon.opposed(a, b) or _undone(a, b) or _undone(b, a)


def _undone(a: str, b: str) -> bool:
    """Whether one word is the other with a prefix that turns it: unconsolidated, consolidated."""
    return any(a == prefix + b for prefix in ("un", "non", "non-")) and len(b) > 3


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper() and token.text[1:].islower()


def _equal(a: str, b: str) -> bool:
    return a == b or ("." in a + b and float(a) == float(b))


def reckon(statement: Statement, index: SourceIndex, marks: tuple[Marks, ...], aliases: Aliases) -> Reckoning:
    """What a source leaves unsaid of one sentence of a claim of many parts."""
    reader = Reader(statement, index, marks, aliases)
    total = new = 0.0
    said: dict[int, float] = {}
    for i, places in reader.words.items():
        token = reader.ours.tokens[i]
        weight = 0.0 if token.lemma in TURNING else _weight(token)
        total += weight
        if not places:
            new += weight
        for p in places:
            said[p] = said.get(p, 0.0) + weight
    for places in reader.figures.values():
        for p in places:
            said[p] = said.get(p, 0.0) + 1.0
    home = max(said, key=lambda p: said[p], default=None)
    return Reckoning(
        tuple(reader.unsaid()), new / total if total else 0.0, None if home is None else index.passages[home]
    )


def _weight(token: Token) -> float:
    if token.pos == "PROPN":
        return 1.0
    lemma = lemma_of(token)
    return lexicon.weight(lemma) * (0.3 if lemma in LIGHT else 1.0) * (0.5 if token.pos == "ADV" else 1.0)


def weigh_parts(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Evidence]:
    """The evidence of a source on one sentence of a claim of many parts; none where it does not speak of it."""
    found = reckon(statement, index, marks, fact.aliases)
    if found.home is None or found.new > UNSPOKEN:
        return []
    if not found.unsaid and found.new <= MOST_NEW:
        value = Reply(Question.VALUES, Answer.YES, "each part of it is said")
        return [_evidence(source, found.home, Bearing.SUPPORTS, value)]
    if not found.unsaid:
        value = Reply(Question.VALUES, Answer.OPEN, "part of the claim is not said here")
        return [_evidence(source, found.home, Bearing.INCONCLUSIVE, value)]
    evidence = []
    for part in found.unsaid[:SHOWN]:
        outcome = Bearing.CONTRADICTS if part.excluded else Bearing.INCONCLUSIVE
        value = Reply(Question.VALUES, Answer.NO if part.excluded else Answer.OPEN, part.reason)
        evidence.append(_evidence(source, part.passage or found.home, outcome, value))
    return sorted(evidence, key=lambda e: e.bearing is not Bearing.CONTRADICTS)


def _evidence(source: Source, passage: Passage, outcome: Bearing, value: Reply) -> Evidence:
    replies = (
        questions.event(1.0),
        questions.measure(1.0),
        Reply(Question.TIME, Answer.YES, "times are compared as parts of the claim"),
        Reply(Question.ASSERTED, Answer.YES, "stated as the claim states it"),
        value,
    )
    return weighed.evidence(source, passage, outcome, replies)
