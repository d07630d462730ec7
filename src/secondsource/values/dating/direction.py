"""Where the verb looks from the day of publication: back, or ahead."""

from __future__ import annotations

import re
from typing import Final

from secondsource.language.attitudes import SUMMONING
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind
from secondsource.values.dating.context import Direction, token_index
from secondsource.values.when import Role

_SCHEDULED: Final = frozenset(
    {"expect", "schedule", "due", "plan", "slate", "intend", "hope", "forecast", "project", "propose", "aim", "payable"}
    | {"upcoming", "forthcoming", "likely"}
)
_PROMISING: Final = _SCHEDULED | frozenset(
    {"threaten", "announce", "promise", "agree", "want", "vow", "pledge", "decide", "prepare", "wait", "order", "urge"}
    | {"set", "be", "go"}
)
"""The verbs whose "to ..." lies ahead of them."""
_SAYING: Final = frozenset(
    {"say", "tell", "declare", "state", "add", "note", "report", "confirm", "acknowledge", "argue", "write"}
)
_ALLOWED: Final = frozenset({"may", "can", "must", "should"})
"""The verbs that leave to be done, or order, what lies ahead: "may be lodged until Friday"."""
_ORDERED: Final = frozenset({"must", "shall", "will"})
_WILL: Final = frozenset({"will", "'ll", "’ll", "shall", "would"})


def direction(passage: Passage, at: int, role: Role) -> Direction:
    """Whether the verb that governs a place in the text tells of the past or of what is to come.

    That is not its tense: "is due on Friday" is present and lies ahead, "said on Friday it would" is past twice over
    and lies ahead once, and "2,500 by January, he said" lies ahead whatever he did.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = "It left on Friday.", "It will leave on Friday."
    >>> [direction(read(Source("a", text)).passages[0], text.index("Friday"), Role.ON).value for text in texts]
    [-1, 1]
    """
    if role is Role.SINCE:
        return Direction.PAST
    default = Direction.FUTURE if role in (Role.BY, Role.UNTIL) else Direction.OPEN
    i = token_index(passage, at)
    for above in passage.ancestors(i) if i is not None else ():
        if role is Role.FOR and passage.tokens[above].lemma in SUMMONING:
            called_before = any(passage.tokens[c].text.lower() == "had" for c in passage.children[above])
            return Direction.PAST if called_before else Direction.FUTURE
        found = _looks(passage, passage.tokens[above], role)
        if found is Direction.FUTURE and _was_due(passage, above) and not _WEEKDAY.match(passage.text, at):
            found = Direction.OPEN  # "was due to leave on 30 March" may be over
        if found is not None:
            return default if found is Direction.OPEN else found
    return default


_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def _was_due(passage: Passage, i: int) -> bool:
    """Whether a verb is what was to be done: "was due to leave"."""
    leading = passage.tokens[passage.tokens[i].head]
    return leading.dep == "acomp" and passage.tokens[leading.head].tag == "VBD"


def denied(passage: Passage, at: int, until: bool = False) -> bool:
    """Whether the verb that governs a time, and stands before it, is under a "not": "will not open before May".

    What does not last ``until`` May is over before.

    >>> [passage] = read(Source("a", "It will not open before May.")).passages
    >>> denied(passage, passage.text.index("May"))
    True
    """
    i = token_index(passage, at)
    for above in passage.ancestors(i) if i is not None else ():
        token = passage.tokens[above]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            below = [passage.tokens[c] for c in passage.children[above]]
            nouns = [
                passage.tokens[c] for t in below if t.start < passage.span.start + at for c in passage.children[t.i]
            ]
            negative = any(t.dep == "neg" or t.lemma.lower() in _NOBODY for t in below) or any(
                t.dep == "det" and t.lemma.lower() == "no" for t in nouns
            )
            return negative and above < (i or 0) and not (until and token.lemma in _LASTING)
    return False


_NOBODY: Final = frozenset({"nobody", "nothing", "none", "neither"})
_LASTING: Final = frozenset({"last", "survive", "run", "continue", "remain", "stay", "hold", "live", "keep", "wait"})


def is_of_speech(passage: Passage, at: int) -> bool:
    """Whether a time is that of saying something: "on Thursday" in "it was lost, he said on Thursday".

    >>> [passage] = read(Source("a", "It was lost, he said on Thursday.")).passages
    >>> is_of_speech(passage, passage.text.index("Thursday"))
    True
    """
    i = token_index(passage, at)
    verbs = (passage.tokens[a] for a in (passage.ancestors(i) if i is not None else ()))
    return next((t.lemma in _SAYING for t in verbs if t.pos in ("VERB", "AUX")), False)


def _looks(passage: Passage, token: Token, role: Role) -> Direction | None:
    """Where one word above the date looks; None where it does not tell and the next one up is asked."""
    helpers = [passage.tokens[child] for child in passage.children[token.i]]
    lemmas = {h.lemma for h in helpers if h.dep in ("aux", "auxpass") or h.pos == "AUX"}
    lemmas |= {h.text.lower() for h in helpers if h.tag == "MD"}
    tags = {h.tag for h in helpers if h.dep in ("aux", "auxpass")}
    helpers_of_tense = [h for h in helpers if h.dep in ("aux", "auxpass")]
    # "Must have left by May" is to be done by then, and is over only where it is guessed.
    ordered = "have" in lemmas and bool(lemmas & _ORDERED) and role in (Role.BY, Role.UNTIL, Role.BEFORE)
    over = not ordered and (token.tag == "VBD" or "VBD" in tags or "have" in lemmas)
    if token.lemma in _SCHEDULED and (token.pos in ("VERB", "ADJ") or token.lemma == "due"):
        return Direction.OPEN if over else Direction.FUTURE
    if token.pos not in ("VERB", "AUX") or token.dep == "acomp":
        return None
    if lemmas & _WILL:
        return Direction.OPEN if "have" in lemmas else Direction.FUTURE
    if ordered or (lemmas & _ALLOWED and "have" not in lemmas):
        return Direction.FUTURE
    if "TO" in tags and token.tag == "VBN" and "have" in lemmas:
        return Direction.PAST  # "was to have gone up on 21 August"
    if "TO" in tags:
        return Direction.FUTURE if passage.tokens[token.head].lemma in _PROMISING else None
    says_of_later = token.lemma in _SAYING and role in (Role.BY, Role.UNTIL)
    if says_of_later or (token.lemma in _PROMISING and token.pos == "VERB" and "have" not in lemmas):
        return Direction.OPEN
    if token.tag == "VBN" and token.dep == "conj" and not helpers_of_tense:
        return None  # "will be closed, and the pipe finished": as the verb that it is joined to
    if over or token.tag == "VBN":
        return Direction.OPEN if tags & {"VBZ", "VBP"} and "have" not in lemmas else Direction.PAST
    if token.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        timeless = passage.kind is Kind.HEADING or token.lemma in _SAYING
        return Direction.OPEN if timeless else Direction.PRESENT
    return None
