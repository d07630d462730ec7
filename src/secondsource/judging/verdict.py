"""The words that the whole project turns on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondsource.sources import Span


class Verdict(StrEnum):
    """What one source says of one fact (docs/verdicts.md)."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MIXED = "mixed"
    INCONCLUSIVE = "inconclusive"
    SILENT = "silent"


class Answer(StrEnum):
    """An answer to one of the five questions; an answer that is a guess is OPEN."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Question(StrEnum):
    """The five questions, for one passage and one fact."""

    EVENT = "same event or state"
    MEASURE = "same measure or attribute"
    TIME = "compatible time"
    ASSERTED = "asserted"
    VALUES = "values can hold together"


@dataclass(frozen=True, slots=True)
class Reply:
    """One question's answer and the reason for it, in plain words."""

    question: Question
    answer: Answer
    reason: str


class Bearing(StrEnum):
    """What one passage does to a fact."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage and what it does to the fact. ``text[span.start:span.end] == quote``, always.

    ``span`` is the sentence (or the part of it) to quote; ``marks`` are the deciding words inside it.
    """

    source: str
    span: Span
    quote: str
    bearing: Bearing
    reason: str
    marks: tuple[Span, ...] = ()
    value: str = ""
    """The source's value in a few characters, for a table's cell ("144", "Thu 6 Feb 2025"); may be empty."""
    replies: tuple[Reply, ...] = ()
    speaker: str = ""
    """Who says it, when the source only passes it on ("the ministry"); empty for the source itself."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one fact by one source, with its evidence, most telling first."""

    fact: str
    source: str
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
