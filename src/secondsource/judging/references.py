"""Figures that another one is only measured by: what had been expected, agreed, or reached the last time."""

from __future__ import annotations

import re

from secondsource.aligning.statement import Statement
from secondsource.judging.pairing import Pairing
from secondsource.language.clauses import subtree

_MEASURED_BY = re.compile(
    r"(?:\b(?:above|below|beneath|under|over|beyond|than|past|short\sof|ahead\sof|behind|shy\sof|up\son|down\son)"
    r"\s(?:the|its|their|his|her|a|an)"
    r"|(?:instead\sof|rather\sthan|compared\s(?:with|to)|versus|,\s(?:as\s)?against)(?:\s(?:the|its|their|a|an))?)"
    r"\s(?:[a-z]{1,15}\s){0,2}\W?$",
    re.IGNORECASE,
)
_NEAR = 60


def is_reference(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure is only what the one that is told is measured by, where the claim has it for the one told.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> rise = Source("a", "Prices in Osa rose by 3.9 per cent, above the 3.4 per cent that banks had expected.")
    >>> [judge(Fact("f", f"Prices in Osa rose by {so} per cent."), rise).verdict.value for so in ("3.9", "3.4")]
    ['supports', 'contradicts']
    """
    if pairing.slot.kind not in ("count", "money", "share") or _is_time(pairing):
        return False
    claim, passage = statement.passage, pairing.passage
    if not _stands_behind(passage.text, pairing.mention.span.start - passage.span.start, _MEASURED_BY):
        return False
    if _stands_behind(claim.text, pairing.slot.mention.span.start - claim.span.start, _MEASURED_BY):
        return False
    return not _says_claim(statement, pairing)


def _is_time(pairing: Pairing) -> bool:
    """ "Over the five years" is measured by nothing."""
    return pairing.slot.kind == "count" and pairing.mention.value.dimension == "duration"


def _stands_behind(text: str, at: int, words: re.Pattern[str]) -> bool:
    return words.search(text, max(0, at - _NEAR), at) is not None


def _says_claim(statement: Statement, pairing: Pairing) -> bool:
    """Whether the phrase of a figure tells the claim's own deed, or has its own day: "above the 3.4 per cent that banks
    had expected" where the claim says what banks expected."""
    passage, noun = pairing.passage, pairing.start[-1]
    while passage.tokens[noun].dep in ("nummod", "quantmod", "compound"):
        noun = passage.tokens[noun].head
    phrase = subtree(passage, noun)
    root = [t for t in statement.terms if t.i == statement.root]
    days = {t.text.lower() for m in statement.marks.date for t in statement.passage.tokens_in(m.core)}
    return bool(phrase & pairing.words_for(root)) or any(passage.tokens[i].text.lower() in days for i in phrase)
