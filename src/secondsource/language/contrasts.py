"""What a sentence names only to say that it is not so: "on Monday, not, as printed, on Friday", "not Roe but Lee"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from secondsource.language.attitudes import VERBS, WRONGLY, Attitude
from secondsource.language.tokens import Passage, Token, of_passage

_OPENING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM", "CCONJ", "ADP", "SYM"})
_NAMING = frozenset({"PROPN", "NOUN", "DET", "NUM", "SYM", "ADP"})
"""How what is named begins, with its preposition."""

_ALIKE = frozenset({"PROPN", "NUM", "ADP"})
"""How what is not so and what is both begin: "not Roe but Lee", "not 40 but 50", "not on Friday but on Monday"."""

_INSTEAD = (("instead", "of"), ("rather", "than"), ("in", "place", "of"), ("as", "opposed", "to"))
"""Words after which it is named what is not so."""

_BREAKS = frozenset({",", "(", "and", "—", "–", "-", ";"})
"""What stands before a "not" that only tells one thing from another."""

_DEGREES = """
    only just merely simply all every each any one even least more less until before without since because so
    """
_OF_DEGREE = frozenset(_DEGREES.split())
"""What a "not" goes with that tells nothing from nothing else: "not all of them", "not one of the men"."""

_STOPS = frozenset({".", ";", ":", "!", "?"})
_LONGEST_ASIDE = 14
_FAR = 24
"""Words between a "not" and its "but"."""

_VERBS_OF_STATING = """
    give list print state quote cite name identify describe record call put misreport misprint misstate register number
    enter write misquote
    """
_STATING = frozenset(_VERBS_OF_STATING.split())
"""Verbs by which something is stated, besides those of saying."""


@of_passage
def set_aside(passage: Passage) -> frozenset[int]:
    """The words of a sentence for what it says is not so, in naming what is.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text):
    ...     [passage] = read(Source(text, text)).passages
    ...     return " ".join(passage.tokens[i].text for i in sorted(set_aside(passage)))
    >>> say("It opened on Monday, not, as the poster says, on Friday."), say("It carried not 40 but 50 people.")
    ('on Friday', '40')
    >>> say("Lee paid rather than Roe."), say("It was wrongly listed as Pier 9."), say("Not only Lee but Roe paid.")
    ('Roe', 'as Pier 9', '')
    """
    found = set[int]()
    for i, token in enumerate(passage.tokens):
        begin = _begin(passage, i)
        if begin is not None:
            found.update(named_from(passage, begin))
        elif _was_said_before(passage, i):
            found.update(_up_to_stop(passage, i + 1))
        elif _is_error(passage, i):
            found.update(_stated(passage, token.head if token.lemma.lower() in WRONGLY else i))
    return frozenset(found)


@of_passage
def is_contrast(passage: Passage, i: int) -> bool:
    """Whether a "not" only tells one thing from another, and denies no verb: "rests not on Roe's word but on Lee's".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = "It rests not on hope but on cash.", "It does not rest on hope."
    >>> passages = [read(Source(text, text)).passages[0] for text in texts]
    >>> [any(is_contrast(p, t.i) for t in p.tokens) for p in passages]
    [True, False]
    """
    if passage.tokens[i].lemma.lower() != "not" or not i:
        return False
    # "Was not at the meeting but in the garden" denies that somebody was there.
    return passage.tokens[i - 1].pos != "AUX" and _begin(passage, i) is not None


def named_from(passage: Passage, i: int) -> Iterator[int]:
    """The words of the nouns that begin at a place, as far as a verb or a stop; a "but" names what is so.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Not Roe of Osa but Lee paid.")).passages
    >>> [passage.tokens[i].text for i in named_from(passage, 1)]
    ['Roe', 'of', 'Osa']
    """
    for token in passage.tokens[i:]:
        if token.pos not in _OPENING or token.lemma == "but":
            return
        yield token.i


def _begin(passage: Passage, i: int) -> int | None:
    """Where what is set aside begins, if the word at ``i`` opens it."""
    words = tuple(t.text.lower() for t in passage.tokens[i : i + 3])
    phrase = next((p for p in _INSTEAD if words[: len(p)] == p), ())
    if phrase:
        return i + len(phrase) if not _was_to_be(passage, i + len(phrase)) else None
    if words[:1] != ("not",) or not i:
        return None
    begin = _past_aside(passage, i + 1)
    first = passage.tokens[begin] if begin < len(passage.tokens) else None
    if first is None or first.pos not in _NAMING or first.lemma.lower() in _OF_DEGREE:
        return None
    if passage.tokens[i - 1].text in _BREAKS and (first.pos != "ADP" or _ends(passage, begin)):
        return begin
    return begin if _has_but(passage, begin, first) else None


def _past_aside(passage: Passage, i: int) -> int:
    """The word after an aside that begins there between commas: "not, as the programme has it, on Friday"."""
    if i >= len(passage.tokens) or passage.tokens[i].text != ",":
        return i
    inside = takewhile(lambda t: t.text != ",", passage.tokens[i + 1 : i + 1 + _LONGEST_ASIDE])
    return i + 2 + sum(1 for _ in inside)


def _ends(passage: Passage, begin: int) -> bool:
    """Whether no verb follows upon what is named: "and not on Friday", and not "not in Osa did they meet"."""
    after = begin + sum(1 for _ in named_from(passage, begin))
    return after >= len(passage.tokens) or passage.tokens[after].pos in ("PUNCT", "SCONJ", "ADV", "CCONJ")


def _has_but(passage: Passage, begin: int, first: Token) -> bool:
    """Whether a "but" names what is so in the place of what a "not" names: "not on Friday but on Monday"."""
    ahead = list(takewhile(lambda t: t.text not in _STOPS, passage.tokens[begin : begin + _FAR]))
    but = next((t.i for t in ahead if t.lemma == "but"), None)
    if but is None or but + 1 >= len(passage.tokens):
        return False
    # "Not a member but the guard let her in" turns to another thing.
    return passage.tokens[but + 1].pos == first.pos and first.pos in _ALIKE


def _was_to_be(passage: Passage, begin: int) -> bool:
    """Whether what is set aside was so in a plan or at another time: "170 came instead of the 140 expected", "50 lanes
    instead of the 25 that it had", "rather than the 10 per cent of 2019"; not "first reported"."""
    named = [passage.tokens[i] for i in named_from(passage, begin)]
    after = begin + len(named)
    behind = [t for t in passage.tokens[after : after + 2] if t.pos in ("VERB", "AUX")]
    dated = len(named) > 1 and named[-2].lemma == "of" and named[-1].text.isdigit()
    return dated or (bool(behind) and not _says(behind[0]))


def _says(verb: Token) -> bool:
    return verb.lemma in _STATING or VERBS.get(verb.lemma) in (Attitude.REPORTS, Attitude.CLAIMS)


def _is_error(passage: Passage, i: int) -> bool:
    """Whether a word says that something was stated that is not so: "wrongly gave it as", "misprinted as"."""
    token = passage.tokens[i]
    if token.lemma.lower() in WRONGLY:
        return _says(passage.tokens[token.head])
    if not _says(token):
        return False
    behind = " ".join(t.text.lower() for t in passage.tokens[i + 1 : i + _LONGEST_ASIDE])
    how, _, _ = behind.partition(";")[0].partition(" as ")
    return token.lemma.startswith("mis") or any(error in how for error in ("in error", "by mistake"))


def _was_said_before(passage: Passage, i: int) -> bool:
    """Whether a verb tells what stood in a text before it was put right: "an earlier version said"."""
    if not _says(passage.tokens[i]):
        return False
    versions = [c for c in passage.children[i] if passage.tokens[c].lemma == "version" and c < i]
    return any(_is_of_the_text(passage, v) for v in versions)


def _is_of_the_text(passage: Passage, version: int) -> bool:
    """Whether a version is an earlier one of the text itself, and not of a law or a book."""
    below = [passage.tokens[c] for c in passage.children[version]]
    of = [passage.tokens[c].lemma for t in below if t.lemma == "of" for c in passage.children[t.i]]
    return any(t.text.lower() in _BEFORE for t in below) and all(lemma in _TEXTS for lemma in of)


_BEFORE = frozenset({"earlier", "previous", "original"})
_TEXTS = frozenset({"article", "story", "report", "piece", "page", "post", "item", "headline", "caption"})


def _up_to_stop(passage: Passage, i: int) -> Iterator[int]:
    """The words from a place on, as far as a stop or a "but"."""
    return (t.i for t in takewhile(lambda t: t.text not in _STOPS and t.lemma not in _TURNING, passage.tokens[i:]))


_TURNING = frozenset({"but", "when", "whereas", "while", "instead", "rather", "not"})


def _stated(passage: Passage, verb: int) -> Iterator[int]:
    """The words of what a verb states, after it."""
    for i in _up_to_stop(passage, verb + 1):
        if passage.tokens[i].lemma == "as":
            yield from named_from(passage, i)
