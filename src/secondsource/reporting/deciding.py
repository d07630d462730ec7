"""The words that are shown as deciding: in every output the same, because each takes them from here."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from secondsource.grammar.wordlist import word_set
from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question
from secondsource.sources import Span

# Words that never decide by themselves. What denies, counts or orders ("not", "one", "only", "before", "up") may.
FUNCTION_WORDS = word_set(
    """
    a an the this that these those it its he him his she her they them their we us our you your i my me
    who whom whose which what there here and or but so as if than then such
    of to in on at by for from with about over under into onto upon through via per during among between across
    along amid against near out off
    be am is are was were been being has have had having do does did will would shall should can could may might must
    said says also
    """
)

NAMES = frozenset({"May", "Will"})
"""What is no function word once it has a capital."""

CLAUSE = 4
"""Words that a part of a sentence must have to say something by itself."""

_BREAK = re.compile(r"[,;:()–—]\s|\s[(–—]")


def in_telling_words(judgement: Judgement) -> Judgement:
    """The judgement, each passage of it marked in words that tell something.

    >>> from secondsource.judging import Bearing, Verdict
    >>> quote = "When it rained, the mill had been closed by the council."
    >>> said = Evidence("gull", Span(0, 56), quote, Bearing.SUPPORTS, "says so", marks=(Span(29, 33),))
    >>> judgement = Judgement("mill", "gull", Verdict.SUPPORTS, "says so", (said,))
    >>> [mark.of(quote) for each in in_telling_words(judgement).evidence for mark in each.marks]
    ['the mill had been closed by the council.']
    """
    marked = tuple(map(_marked, judgement.evidence))
    return judgement if marked == judgement.evidence else replace(judgement, evidence=marked)


def is_whole(evidence: Evidence) -> bool:
    """Whether it is the passage as a whole that decides, and no words in it."""
    return evidence.marks == (evidence.span,)


def denies(evidence: Evidence) -> bool:
    """Whether it contradicts by denying the very thing that the fact says ("was not repaired")."""
    answers = {reply.question: reply.answer for reply in evidence.replies}
    return answers.get(Question.ASSERTED) is Answer.NO and evidence.bearing is Bearing.CONTRADICTS


def _marked(evidence: Evidence) -> Evidence:
    """Marks of nothing but function words ("been") are left out; where there are no others, their clause is marked.

    So it is where the marked words are what is denied: without its "not" the words would say the contrary.
    """
    inside = [mark for mark in evidence.marks if mark.within(evidence.span)]
    if not inside:
        return evidence
    empty = [mark for mark in inside if _tells_nothing(_words(evidence, mark))]
    telling = tuple(mark for mark in evidence.marks if mark not in empty)
    if telling and not denies(evidence):
        return replace(evidence, marks=telling)
    around = Span(min(mark.start for mark in inside), max(mark.end for mark in inside))
    return replace(evidence, marks=(_clause(evidence, around),))


def _words(evidence: Evidence, span: Span) -> str:
    start = evidence.span.start
    return evidence.quote[span.start - start : span.end - start]


def _tells_nothing(words: str) -> bool:
    return all(map(_is_function_word, re.findall(r"\w+", words)))


def _is_function_word(word: str) -> bool:
    """Whether a word is one as it is written: "us" is, "US" is not."""
    return word in FUNCTION_WORDS or (word.istitle() and word not in NAMES and word.lower() in FUNCTION_WORDS)


def _clause(evidence: Evidence, around: Span) -> Span:
    """The part of the sentence around some words, between its commas; all of it, where that part says too little."""
    start = evidence.span.start
    breaks = [found.span() for found in _BREAK.finditer(evidence.quote)]
    after = bisect_right([end for _, end in breaks], around.start - start)
    first = breaks[after - 1][1] if after else 0
    last = next((begin for begin, _ in breaks if begin >= around.end - start), len(evidence.quote))
    words = evidence.quote[first:last].split()
    if len(words) < CLAUSE or _tells_nothing(" ".join(words)):
        return evidence.span
    return Span(start + first, start + last)
