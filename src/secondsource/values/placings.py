"""Places in an order that other words than a rank give: bronze, the runner-up, number 12, in the top five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from secondsource.grammar.nearby import following
from secondsource.grammar.number_words import WORDS
from secondsource.grammar.wordlist import matches, word_set
from secondsource.language.clauses import coordinated, subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span


class Placing(NamedTuple):
    """A place and the words that give it; 0 where it is only near the top."""

    span: Span
    rank: int


def placings(passage: Passage) -> Iterator[Placing]:
    """Every place that such words give.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Osa took silver; Lund is ranked number 12 and Varde is in the top 20.")).passages
    >>> [placing.rank for placing in placings(passage)]
    [2, 12, 0]
    """
    yield from _medals(passage)
    yield from _in_front(passage)
    yield from _numbered(passage)
    yield from _near_the_top(passage)
    yield from _behind_only(passage)
    yield from _in_a_row(passage)


_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_WINNING = word_set("win take claim earn grab collect get land clinch secure snatch scoop be finish settle")
_WON = frozenset({"dobj", "attr", "oprd", "pobj", "obj"})


def _medals(passage: Passage) -> Iterator[Placing]:
    """ "Took bronze", "won the silver medal"."""
    for token in passage.tokens:
        rank = _MEDALS.get(token.text.lower())
        if rank is None:
            continue
        head = passage.tokens[token.head]
        won = head if head.lemma == "medal" and head.i > token.i else token
        if won.dep in _WON and any(passage.tokens[i].lemma in _WINNING for i in passage.ancestors(won.i)[:2]):
            yield Placing(token.span, rank)


_FRONT = re.compile(
    r"\b(?:in\s(?:front|(?:the\s|an?\s\w+\s)?lead)|at\sthe\s(?:top|head)\sof\sthe\s(?:poll|table|field|list|standings|"
    r"rankings?|count|race))\b(?!\sof\s(?:a|an|his|her|its|their)\b)|(?P<second>\brunners?-up\b)",
    re.IGNORECASE,
)
_FRONT_STARTERS = word_set("in at runner runners")
_LED = word_set("table poll field race standing count ranking list league leaderboard classification")
_BEING = word_set("be come stay remain finish lie end go move")


def _in_front(passage: Passage) -> Iterator[Placing]:
    """ "Was in front", "led after the first stage", "was runner-up", "in the lead"."""
    base = passage.span.start
    for match in matches(_FRONT, passage.text, _FRONT_STARTERS):
        words = passage.tokens_in(Span(*match.span()).moved(base))
        over = ((t.i, *passage.ancestors(t.i)) for t in words[:1])
        verbs = (passage.tokens[i] for path in over for i in path if passage.tokens[i].pos in ("VERB", "AUX"))
        verb = next(verbs, None)
        if match["second"] or (verb is not None and verb.lemma in _BEING):
            yield Placing(Span(*match.span()).moved(base), 2 if match["second"] else 1)
    for token in passage.tokens:
        if token.lemma == "lead" and token.pos == "VERB" and _leads(passage, token):
            yield Placing(token.span, 1)


def _leads(passage: Passage, verb: Token) -> bool:
    """Whether somebody who leads is in front, and leads nobody: "she led at half-time", "he led the race"."""
    below = [passage.tokens[c] for c in passage.children[verb.i]]
    if any(t.lemma in ("to", "into", "up", "out") for t in below) or subject_of(passage, verb.i) is None:
        return False
    things = [t for t in below if t.dep in ("dobj", "obj")]
    return verb.dep in ("ROOT", "conj", "ccomp") and all(t.lemma in _LED for t in things)


_NUMBER = r"(?P<number>\d{1,4}|[a-z]{3,6})"
_OF_ALL = (
    r"(?:(?:the|this|our|its|their)\s)?(?:[a-z]+['’]s\s)?"
    r"(?:world|country|nation|state|region|city|continent|league|table|rankings?|standings|list|charts?|index)\b"
)
_RANKED_NUMBER = re.compile(rf"\b(?:ranked|ranks|placed)\s(?:as\s)?(?:number|no\.?)\s{_NUMBER}\b", re.IGNORECASE)
_NUMBER_OF_ALL = re.compile(rf"\b(?:number|no\.?)\s{_NUMBER}\s(?:in|on)\s{_OF_ALL}", re.IGNORECASE)
_RANKED_STARTERS = word_set("ranked ranks placed")
_NUMBER_STARTERS = word_set("number no")


def _numbered(passage: Passage) -> Iterator[Placing]:
    """ "Is ranked number 12", "is number three in the world"."""
    by_verb = matches(_RANKED_NUMBER, passage.text, _RANKED_STARTERS)
    of_all = matches(_NUMBER_OF_ALL, passage.text, _NUMBER_STARTERS)
    found = {match.span("number"): match["number"].lower() for match in (*by_verb, *of_all)}
    for at, said in found.items():
        rank = int(said) if said.isdecimal() else WORDS.get(said, 0)
        if rank:
            yield Placing(Span(*at).moved(passage.span.start), rank)


_EXCEEDING = word_set("exceed outdo surpass beat top outrank outstrip eclipse better overtake")
_ELSE = re.compile(
    r"\b(?:by|behind)\s(?:no\sother|nobody\selse|no\sone\selse|none\sother|nothing\selse)\b", re.IGNORECASE
)
_BEHIND_ONE = re.compile(r"\b[Bb][Ee][Hh][Ii][Nn][Dd]\s(?:only|just)\s(?:the\s)?(?=[A-Z])")
"""Who is behind only somebody with a name; what is behind only a wall is no second."""


def _behind_only(passage: Passage) -> Iterator[Placing]:
    """ "Is exceeded only by Osa", "was outdone by Osa and by no other", "behind Osa and behind nobody else"."""
    said = _ELSE.search(passage.text) or _BEHIND_ONE.search(passage.text)
    low = [t.text.lower() for t in passage.tokens]
    for token in passage.tokens:
        by = next((k for k in range(token.i + 1, min(token.i + _NEAR, len(low))) if low[k] == "by"), 0)
        alone = by and (low[by - 1] in ("only", "just") or low[by + 1 : by + 2] == ["only"] or said)
        if token.tag == "VBN" and token.lemma in _EXCEEDING and alone:
            yield Placing(token.span, 1 + _named(passage, by))
            return
    if said and said[0].lower().startswith("behind"):
        at = next(iter(following(passage, said.start(), 1)))
        first = next((k for k, word in enumerate(low) if word == "behind"), at.i)
        yield Placing(at.span, 1 + _named(passage, first))


_NEAR = 10
"""Words between "exceeded" and its "by"."""


def _named(passage: Passage, at: int) -> int:
    """How many stand behind a preposition: one, or those joined to it."""
    noun = next((t for t in passage.tokens[at + 1 :] if t.dep in ("pobj", "poss")), None)
    return 1 if noun is None else sum(passage.tokens[i].pos == "PROPN" for i in coordinated(passage, noun.i)) or 1


_ROW_OF_RANKS = re.compile(
    r"\W*(?:[a-z]+\s){0,2}?(?:rank|place|position|placing|standing)\b[^|:]{0,60}[|:]\s*(?P<number>\d{1,3})\s*\|?\s*$",
    re.IGNORECASE,
)


def _in_a_row(passage: Passage) -> Iterator[Placing]:
    """ "Rank by intake | 2", "Place in the league: 4"."""
    found = _ROW_OF_RANKS.match(passage.text)
    if found:
        yield Placing(Span(*found.span("number")).moved(passage.span.start), int(found["number"]))


_TOP = re.compile(
    r"\b(?:among|amongst|in|into|within|inside|outside)\s(?:the|its|their)\s(?:[a-z]+['’]s\s)?(?:top|first)\s"
    r"(?:\d{1,4}|[a-z]{3,7})(?!\s?(?:per\scent|percent|%|days?|weeks?|months?|years?|minutes?|hours?|half|quarter))\b",
    re.IGNORECASE,
)
_TOP_STARTERS = word_set("among amongst in into within inside outside")


def _near_the_top(passage: Passage) -> Iterator[Placing]:
    """ "Finished in the top five", "is among the first 450 in the world"."""
    for match in matches(_TOP, passage.text, _TOP_STARTERS):
        number = match[0].rsplit(None, 1)[1].lower()
        after = next(iter(following(passage, match.end(), 1)), None)
        if (number.isdecimal() or number in WORDS) and (after is None or after.pos not in ("NOUN", "PROPN")):
            yield Placing(Span(*match.span()).moved(passage.span.start), 0)


_MOVING = (
    r"(?:climb|rise|rose|risen|ris|slip|fall|fell|fallen|jump|mov|drop|sink|sank|slid|slide|leap|leapt|advanc|tumbl|"
    r"plung|shoot|shot|go|goes|gone|went)(?:s|ed|ped|ing|ping|es|e)?"
)
_TO = re.compile(
    rf"\b(?:{_MOVING}\s(?:[\w-]+\s){{0,6}}?(?:in)?to|(?:up|down|back)\sto|(?:rank|plac|put|list|rat|scor|judg|grad|vot)(?:s|es|ed|e)?\s(?:[\w'’.-]+\s){{1,5}}?)\s?$",
    re.IGNORECASE,
)


def moved_to(passage: Passage, start: int, end: int) -> bool:
    """Whether somebody moves to a rank, or is given it, and it is that of no thing: "has slipped to 421st".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Osa has slipped to 4th.")).passages
    >>> moved_to(passage, 19, 22)
    True
    """
    after = next(iter(following(passage, end, 1)), None)
    bare = after is None or after.pos not in ("NOUN", "PROPN", "ADJ")
    return bare and _TO.search(passage.text, max(0, start - 60), start) is not None
