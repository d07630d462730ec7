"""Figures that another one is only measured by: what had been expected, agreed, or reached the last time."""

from __future__ import annotations

import re

from secondsource.aligning.statement import Statement
from secondsource.judging.asserting import counted
from secondsource.judging.pairing import Pairing
from secondsource.language.clauses import subtree
from secondsource.language.days import CALENDAR

# "Above the", "short of its", "compared with".
_MEASURED_BY = re.compile(
    r"(?:\b(?:above|below|than|short\sof|ahead\sof|shy\sof|up\son|down\son)"
    r"\s(?:the|its|their|his|her|a|an)"
    r"|(?:instead\sof|rather\sthan|compared\s(?:with|to)|versus|,\s(?:as\s)?against)(?:\s(?:the|its|their|a|an))?)"
    r"\s(?:[a-z]{1,15}\s){0,2}\W?$",
    re.IGNORECASE,
)
_NEAR = 60
"""How many letters there are at most from such a word to its figure."""

BESIDE = 3
"""How many words from a figure what it is may be told: its target, or "in Lund"."""


def is_reference(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure is only what the one that is told is measured by, where the claim has it for the one told.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> rise = Source("a", "Prices in Osa rose by 3.9 per cent, above the 3.4 per cent that banks had expected.")
    >>> [judge(Fact("f", f"Prices in Osa rose by {so} per cent."), rise).verdict.value for so in ("3.9", "3.4")]
    ['supports', 'contradicts']
    """
    if pairing.slot.kind not in ("count", "money", "share"):
        return False
    claim, passage = statement.passage, pairing.passage
    if not _stands_behind(passage.text, pairing.mention.span.start - passage.span.start, _MEASURED_BY):
        return False
    if _stands_behind(claim.text, pairing.slot.mention.span.start - claim.span.start, _MEASURED_BY):
        return False
    return not _says_claim(statement, pairing)


def _stands_behind(text: str, at: int, words: re.Pattern[str]) -> bool:
    return words.search(text, max(0, at - _NEAR), at) is not None


def _says_claim(statement: Statement, pairing: Pairing) -> bool:
    """Whether what stands round a figure tells that it is the claim's: "above the 3.4 per cent that banks had expected"
    where the claim says what banks expected, "below its target of 3 per cent" where it says what the target is."""
    passage = pairing.passage
    phrase = [passage.tokens[i] for i in subtree(passage, counted(passage, pairing.start[-1]))]
    told = {t.i for t in phrase if t.dep in ("relcl", "acl")}  # and not "had set out to sell"
    days = {t.text.lower() for m in statement.marks.date for t in statement.passage.tokens_in(m.core)}
    if any(t.text.lower() in days and (t.text.isdigit() or t.text.lower() in CALENDAR) for t in phrase):
        return True  # "rather than the 25 that it had in 2010"
    first, last = pairing.start[0], pairing.start[-1]
    beside = {t.i for t in passage.tokens[max(0, first - BESIDE) : last + BESIDE + 1]}
    beside -= {t.i for t in passage.tokens_in(pairing.mention.span)}
    root = [t for t in statement.terms if t.i == statement.root]
    return bool(told & pairing.words_for(root)) or bool(beside & pairing.words_for(statement.terms))
