"""Which of its kind something is told to be: "is the third accord between them", "met for the third time"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from secondsource.grammar.nearby import following
from secondsource.grammar.number_words import WORDS
from secondsource.grammar.wordlist import matches, word_set
from secondsource.language.clauses import subject_of, subtree
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.comparatives import is_from_the_start, since
from secondsource.values.rank_words import RANK_PATTERN, RANKS, STANDINGS


class Turn(NamedTuple):
    """How many of its kind there were with it, the words that say so and how; ``noun`` is its kind."""

    span: Span
    core: Span
    rank: int
    noun: str = "time"
    since: int | str = 0
    rule: str = "turn"


NEVER = "never"
"""How a turn is read that a sentence gives by how many there were before, or that there was none."""
AHEAD = "ahead of all"
"""How a turn is read of who did what nobody else had done: "arrived before anyone else"."""
UNNAMED = frozenset({NEVER, AHEAD})
"""How turns are read that do not say of what kind the first is."""


def turns(passage: Passage) -> Iterator[Turn]:
    """The how-manieth time something happened, where that is said of what was done.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> told = read(Source("a", "It met for the third time. It had been fined twice before."))
    >>> [turn.rank for passage in told.passages for turn in turns(passage)]
    [3, 3]
    """
    yield from _times(passage)


_TOLD = frozenset({"attr", "appos", "oprd"})
_PERIODS = word_set("day week month year night half quarter hour minute time season decade century")
_MAKING = word_set("make leave render")
_NAMES = frozenset({"PROPN", "PRON", "DET", "ADJ"})


def in_turn(passage: Passage, span: Span, core: Span, rank: int, noun: str) -> Turn | None:
    """A rank that is told of a thing, and does not say which one is meant.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The vote makes Osa the third town to ban stoves.")).passages
    >>> in_turn(passage, Span(23, 33), Span(23, 28), 3, "town").rank
    3
    """
    token = passage.tokens_in(core)[0]
    phrase = passage.tokens[token.head] if token.dep == "amod" else token
    elliptical = phrase is token and any(passage.tokens[c].dep == "relcl" for c in passage.children[token.i])
    joined = phrase
    while joined.dep == "conj" and joined.head < joined.i:
        joined = passage.tokens[joined.head]  # "an engineer, the first woman to run it"
    told = joined.dep in _TOLD or elliptical or _made(passage, phrase)
    if not is_definite(passage, phrase) or not told or noun in _PERIODS | STANDINGS:
        return None
    kind = _turned(passage, phrase) if phrase is token else None
    year, end = since(passage, span.end - passage.span.start)
    span = Span(span.start, passage.span.start + end)
    return Turn(span, core, rank, kind.lemma if kind is not None and kind.pos == "NOUN" else noun, year)


def is_definite(passage: Passage, phrase: Token) -> bool:
    """Whether a noun, or a rank without one, has an article or an owner: "its third", "the third"."""
    return any(
        passage.tokens[c].dep == "poss" or passage.tokens[c].pos == "DET"
        for c in passage.children[phrase.i]
        if c < phrase.i
    )


def is_owned(passage: Passage, span: Span, noun: str) -> bool:
    """Whether a rank's noun is what its owner comes to or does, so that it tells which of his it is.

    What he is known by ("her first play was a success") tells of another as well.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They left for their second tour of the second city.")).passages
    >>> is_owned(passage, Span(20, 31), "tour"), is_owned(passage, Span(39, 50), "city")
    (True, False)
    """
    rank = next(iter(passage.tokens_in(span)), None)
    if rank is None or rank.dep != "amod" or noun in _PERIODS | STANDINGS:
        return False
    thing = passage.tokens[rank.head]
    come_to = thing.dep == "dobj" or (thing.dep == "pobj" and passage.tokens[thing.head].lemma in _TOWARDS)
    return come_to and any(passage.tokens[c].dep == "poss" for c in passage.children[thing.i])


_TOWARDS = word_set("on for with")


def _made(passage: Passage, phrase: Token) -> bool:
    """Whether something is made such a one: "the vote makes Osa the third town to ban stoves"."""
    before = passage.tokens[: min(subtree(passage, phrase.i))]
    named = [t for t in before[-4:] if t.pos in _NAMES]
    at = len(before) - 1
    while at >= 0 and before[at].pos in _NAMES:
        at -= 1
    return bool(named) and at >= 0 and before[at].lemma in _MAKING


def _turned(passage: Passage, rank: Token) -> Token | None:
    """What a rank without a noun is said of: "a peace accord, the fourth between them"."""
    if rank.dep == "appos":
        first = min(subtree(passage, rank.i))
        beside = passage.tokens[first - 2] if first > 1 and passage.tokens[first - 1].text == "," else None
        return beside if beside is not None and beside.pos == "NOUN" else passage.tokens[rank.head]
    found = predicated(passage, rank.start)
    if found is None and rank.dep not in _TOLD and rank.i > 1 and passage.tokens[rank.i - 2].text == ",":
        # "The state banned it, the third to do so."
        subject = subject_of(passage, rank.head)
        return None if subject is None else passage.tokens[subject]
    return found


def predicated(passage: Passage, at: int) -> Token | None:
    """The common noun that a rank without one is said of.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The school is the second largest.")).passages
    >>> predicated(passage, 18).text
    'school'
    """
    rank = next(iter(following(passage, at - passage.span.start, 1)), None)
    if rank is None:
        return None
    chain = (rank, *(passage.tokens[i] for i in passage.ancestors(rank.i)))
    said = next((t for t in chain if t.dep in ("attr", "acomp")), None)
    subject = subject_of(passage, said.head) if said and passage.tokens[said.head].lemma in _COPULAS else None
    return passage.tokens[subject] if subject is not None and passage.tokens[subject].pos == "NOUN" else None


_COPULAS = word_set("be become remain make")


_NTH_TIME = re.compile(
    rf"\b(?:for|is|was|be|been|marks|marked)\s(?:only\s|just\s|not\s)?the\s(?P<rank>{RANK_PATTERN})\s(?:and\slast\s)?time\b",
    re.IGNORECASE,
)
_NTH_STARTERS = word_set("for is was be been marks marked")
_SINCE = re.compile(r"\s(?:ever\s)?since\b", re.IGNORECASE)


def _since(passage: Passage, end: int) -> tuple[int | str, int]:
    """Since when something had not been done: the year, or where none is told the words for it ("for the first time
    since the war ended"); and where they end."""
    year, after = since(passage, end)
    if year or after != end:
        return year, after
    opened = _SINCE.match(passage.text, end)
    words = passage.tokens_in(Span(end, opened.end()).moved(passage.span.start)) if opened else ()
    if not words:
        return 0, end
    opens = words[-1]
    # A "since" that opens a clause hangs from its verb, and one before a noun governs it.
    below = [passage.tokens[i] for i in sorted(subtree(passage, opens.head if opens.dep == "mark" else opens.i))]
    told = [t for t in below if t.i > opens.i and t.pos in ("NOUN", "PROPN", "VERB", "NUM")]
    ends = told[-1].end - passage.span.start if told else end
    if is_from_the_start(passage.text[end:ends]):
        return 0, ends
    return " ".join(t.lemma.lower() for t in told) or 0, ends


_TIMES_BEFORE = re.compile(
    r"(?<!\bor\s)(?<!\bto\s)\b(?P<times>once|twice|(?P<many>[a-z]{3,6})\stimes)\s(?:before|already|previously)\b",
    re.IGNORECASE,
)
_OFTEN = {"once": 1, "twice": 2}


def _times(passage: Passage) -> Iterator[Turn]:
    """The how-manieth time something happened: "for the third time", "had been fined twice before"."""
    text, base = passage.text, passage.span.start
    for match in matches(_NTH_TIME, text, _NTH_STARTERS):
        rank = RANKS[re.sub(r"\s+", " ", match["rank"].lower())]
        if rank > 0:
            year, end = _since(passage, match.end())
            core = Span(*match.span("rank")).moved(base)
            yield Turn(Span(match.start(), end).moved(base), core, rank, since=year)
    for match in matches(_TIMES_BEFORE, text, _OFTEN.keys() | WORDS.keys()):
        often = WORDS.get(match["many"].lower(), 0) if match["many"] else _OFTEN[match["times"].lower()]
        if often:
            yield Turn(Span(*match.span()).moved(base), Span(*match.span("times")).moved(base), often + 1)
