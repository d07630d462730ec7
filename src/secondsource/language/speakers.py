"""Who says what a sentence has: by a verb of saying, "according to", or the quotation marks around it."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.language.attitudes import NEGATIVES, SPEAKING
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span

_QUOTES = {"“": "”", "„": "“", "«": "»", "``": "''", '"': '"'}


def speaker_of(passage: Passage, i: int) -> Span | None:
    """Who the sentence says it from: the subject of a verb of saying above it, "according to ...", or by quotation.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "According to the lender, the bank had been fined.")).passages
    >>> speaker_of(passage, 8).of(passage.text)
    'the lender'
    """
    path = (i, *passage.ancestors(i))
    for j, below in zip(path[1:], path, strict=False):
        token = passage.tokens[j]
        if passage.tokens[below].dep in {"ccomp", "xcomp", "parataxis"} and says(token):
            subject = subject_of(passage, j)
            if subject is not None and subject != below and passage.tokens[subject].lemma not in NEGATIVES:
                return _phrase(passage, subject)
    for token in passage.tokens:
        if token.lemma in {"accord", "according"} and token.dep in {"prep", "advcl", "advmod"}:
            source = next((g for j in passage.children[token.i] for g in passage.children[j]), None)
            if source is not None and _governs(passage, token.head, i):
                return _phrase(passage, source)
        aside = token.dep in {"parataxis", "advcl"} and says(token) and token.head in path and token.i not in path
        if aside and any(c.lemma in {"as", ","} for c in (*_below(passage, token.i), *_below(passage, token.head))):
            sayer = next((c for c in _below(passage, token.i) if c.dep == "nsubj"), None)
            if sayer is not None and (_marked_as(passage, token.i) or token.dep == "parataxis"):
                return _phrase(passage, sayer.i)
    return _quoted_by(passage, i)


def _below(passage: Passage, i: int) -> Iterator[Token]:
    return (passage.tokens[c] for c in passage.children[i])


def _marked_as(passage: Passage, i: int) -> bool:
    return any(c.lemma == "as" for c in _below(passage, i))


def _governs(passage: Passage, top: int, i: int) -> bool:
    return top == i or top in passage.ancestors(i) or passage.tokens[top].dep == "ROOT"


def says(token: Token) -> bool:
    """Whether a word is a verb of saying.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The lender denied it.")).passages
    >>> [token.text for token in passage.tokens if says(token)]
    ['denied']
    """
    return token.pos == "VERB" and token.lemma in SPEAKING


def _quotation(passage: Passage, i: int) -> tuple[int, int] | None:
    """The quotation marks around a token, as token indices."""
    opened, closer = -1, ""
    for token in passage.tokens:
        if opened < 0 and token.text in _QUOTES:
            opened, closer = token.i, _QUOTES[token.text]
        elif opened >= 0 and token.text == closer:
            if opened < i < token.i:
                return opened, token.i
            opened = -1
    return (opened, len(passage.tokens)) if 0 <= opened < i else None


def _quoted_by(passage: Passage, i: int) -> Span | None:
    """The subject of a verb of saying that stands outside the quotation."""
    marks = _quotation(passage, i)
    if marks is None:
        return None
    for token in passage.tokens:
        if not marks[0] <= token.i <= marks[1] and says(token):
            subject = next((c for c in _below(passage, token.i) if c.dep in {"nsubj", "dobj", "attr"}), None)
            if subject is not None and not marks[0] <= subject.i <= marks[1]:
                return _phrase(passage, subject.i)
    return None


def _phrase(passage: Passage, i: int) -> Span:
    """A noun with what stands before it, and "of ..." after it: "a spokesman for the ministry"."""
    inside, pending = {i}, [i]
    while pending:
        j = pending.pop()
        for c in passage.children[j]:
            before = c < i and passage.tokens[c].dep in {"det", "compound", "amod", "poss", "nmod", "case", "nummod"}
            after = passage.tokens[c].dep in {"prep", "pobj", "case"} and passage.tokens[j].dep != "ROOT"
            if before or after or (j != i and passage.tokens[c].dep in {"det", "compound", "amod", "poss", "case"}):
                inside.add(c)
                pending.append(c)
    first, last = i, i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return Span(passage.tokens[first].start, passage.tokens[last].end)
