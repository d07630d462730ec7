"""What is said of a part of a figure: of "sixteen stations, most of which are in use" not sixteen are in use."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.terms import Term
from secondsource.grammar.figures import Role, figures
from secondsource.language import Passage
from secondsource.values.mention import Mention

_PART = re.compile(
    r"[\s,;:(–—-]{1,3}(?:(?:and|but|with|although|though)\s)?(?:(?:at\sleast|about|nearly|almost|some|only|just|over|"
    r"more\sthan|fewer\sthan|less\sthan|around)\s){0,2}"
    r"(?:(?:the|a|an)\s)?(?:most|some|many|half|part|several|few|majority|minority|handful|one|two|thirds?|quarters?|"
    r"three|\w{2,12}|\d[\d.,]{0,11})(?:\s(?:thirds?|quarters?|fifths?|tenths?|per\scent|hundred|thousand|dozen)|%)?\s"
    r"of\s(?:which|whom|them|these|those)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:all|both|each|every\sone|none)\sof\s\w+$", re.IGNORECASE)
_ENDS = re.compile(r"[;:–—]|[.!?]\s|\bwhile\b|\bwhereas\b")

TOLD = 0.3
"""What a verb must weigh among the words of a claim for it to matter of what it is said."""


class Told(StrEnum):
    """How much of a figure a claim's words are said of."""

    SOME = "of some of it"
    SO_MANY = "of so many of it, who are counted"


def of_a_part(
    terms: tuple[Term, ...], index: SourceIndex, passage: Passage, mention: Mention[Any], aliases: Aliases
) -> Told | None:
    """What a claim says of a figure, where a passage says it of a part of the figure alone.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> line = Source("a", "The line has sixteen stations, most of which are in use.")
    >>> judge(Fact("f", "The line has 14 stations in use."), line).verdict.value
    'inconclusive'
    """
    at = mention.span.end - passage.span.start
    opened = _PART.match(passage.text, at)
    if opened is None or _WHOLE.search(opened[0]):
        return None
    ends = _ENDS.search(passage.text, opened.end())
    start, end = (passage.span.start + i for i in (opened.end(), ends.start() if ends else len(passage.text)))
    if not any(_met_within(term, index, passage, aliases, start, end) for term in terms):
        return None
    counted = any(at < f.core_start < opened.end() and f.role is Role.COUNT for f in figures(passage.text))
    return Told.SO_MANY if counted else Told.SOME


def _met_within(term: Term, index: SourceIndex, passage: Passage, aliases: Aliases, start: int, end: int) -> bool:
    """Whether a passage has a word of a claim there and nowhere else."""
    places = [passage.tokens[hit.token].start for hit in index.hits(term, aliases).get(passage.index, ())]
    tells = term.weight > TOLD or term.pos in ("NOUN", "ADJ")
    return bool(places) and tells and all(start <= place < end for place in places)
