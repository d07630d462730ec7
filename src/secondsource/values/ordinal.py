"""Ranks and instances: "the second-largest city", "the third contingent", "Q3", "the latest batch"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.grammar.figures import Role, figures
from secondsource.grammar.nearby import following, preceding
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import words
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.mention import Mention

_UNITS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
_LEADS = words("twenty thirty forty fifty sixty seventy eighty ninety")
RANKS: dict[str, int] = {
    **{word: rank for rank, word in enumerate(_UNITS, 1)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **{f"{lead}-{word}": 20 + 10 * place + rank for place, lead in enumerate(_LEADS) for rank, word in enumerate(_UNITS[:9], 1)},
    "initial": 1, "opening": 1, "maiden": 1, "inaugural": 1, "1st": 1,
    "last": -1, "final": -1, "latest": -1, "newest": -1, "most recent": -1, "closing": -1,
    "previous": -2, "preceding": -2, "penultimate": -2, "second-last": -2,
    "hundredth": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of its kind. ``rank`` counts from 1; -1 is the last or latest, -2 the one before it.

    ``noun`` is the lemma of the kind ("contingent"); ``of`` the superlative that ranks it ("large"), or "" for order in time.
    """

    rank: int
    noun: str = ""
    of: str = ""


def relate(source: Ordinal, fact: Ordinal, tolerance: float | None = None) -> Relation:
    """How a source's rank relates to a fact's; nothing about a rank is approximate, so a tolerance changes nothing.

    >>> relate(Ordinal(3, "contingent"), Ordinal(2, "contingent"))
    <Relation.EXCLUDES: 'excludes'>
    >>> relate(Ordinal(-1, "contingent"), Ordinal(2, "contingent"))
    <Relation.COMPATIBLE: 'compatible'>
    >>> relate(Ordinal(2, "city", "large"), Ordinal(2, "city", "old"))
    <Relation.COMPATIBLE: 'compatible'>
    """
    if source.of != fact.of or (source.noun and fact.noun and source.noun != fact.noun):
        return Relation.COMPATIBLE
    if source.rank == fact.rank:
        return Relation.ENTAILS
    return Relation.EXCLUDES if source.rank > 0 and fact.rank > 0 else Relation.COMPATIBLE


def plain(value: Ordinal) -> str:
    """
    >>> plain(Ordinal(3, "contingent")), plain(Ordinal(2, "city", "large")), plain(Ordinal(-1, "batch")), plain(Ordinal(1, "bridge", "long"))
    ('third contingent', 'second-largest city', 'latest batch', 'longest bridge')
    """
    words = {rank: word for word, rank in reversed(RANKS.items())}
    rank = (
        "latest"
        if value.rank == -1 and not value.of
        else "previous"
        if value.rank == -2
        else words.get(value.rank, f"{value.rank}th")
    )
    if value.of:
        superlative = _superlative(value.of)
        rank = superlative if value.rank == 1 else f"{rank}-{superlative}"
    return f"{rank} {value.noun}".strip()


_IRREGULAR = {"good": "best", "bad": "worst", "many": "most", "little": "least", "far": "farthest"}


def _superlative(adjective: str) -> str:
    """
    >>> _superlative("large"), _superlative("big"), _superlative("heavy"), _superlative("populous")
    ('largest', 'biggest', 'heaviest', 'most populous')
    """
    if known := _IRREGULAR.get(adjective):
        return known
    if len(adjective) > 6:
        return f"most {adjective}"
    if adjective.endswith("e"):
        return adjective + "st"
    if adjective.endswith("y"):
        return adjective[:-1] + "iest"
    doubled = re.search(r"[^aeiou][aeiou][bdgmnpt]$", adjective)
    return adjective + (adjective[-1] if doubled else "") + "est"


_WORDS = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s") for word in RANKS), key=len, reverse=True))
_RANKED = re.compile(
    rf"\b(?P<rank>(?P<number>\d{{1,4}})(?:st|nd|rd|th)|{_WORDS})\b(?:[\s-](?P<super>[a-z]{{2,12}}est|best|worst|most(?:[\s-][a-z]{{3,14}})?|least(?:[\s-][a-z]{{3,14}})?)\b)?"
    r"|\b(?:the|its|their|his|her|[a-z]{2,20}['’]s|whose|ever)\s(?:(?:single|very|by\sfar\sthe)\s)?(?P<alone>[a-z]{2,12}(?:est)|best|worst|most\s[a-z]{4,14}|least\s[a-z]{4,14})\b"
    r"|\b(?P<quarter>Q(?P<q>[1-4]))\b|\b(?P<half>H(?P<h>[12]))\b",
    re.IGNORECASE,
)
_NO_SUPERLATIVES = frozenset(
    words(
        "interest forest rest west guest protest request test quest arrest chest harvest honest modest "
        "contest manifest invest latest nest vest pest jest digest suggest midwest behest conquest crest"
    )
)
# A day of the month ("the second of May"), a second of time, "first of all", "at last", "last week" rank nothing.
_NOT_AFTER = re.compile(
    r"\s(?:of\s(?:all|(?:January|February|March|April|May|June|July|August|September|October|November|December))|week|month|year|night|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|summer|winter|autumn|spring|January|February|March|April|May|June|July|August|September|October|November|December|evening|weekend|minister|lady|person|aid|"
    r"time|hand|name|place|thing|instance|fiddle|nature|thoughts?|degree|party|world|responders?|century|anniversary)\b|-(?:hand|class|rate|degree|floor|time|born|person|party|ever)\b|s\b"
)
_TIME_WORDS = frozenset(("last", "first", "closing", "opening", "final"))
_NOT_BEFORE = re.compile(r"(?:\b(?:at|a|every|each|per|one|two|ten|split|and|or)\s|[\d.]\s?)$", re.IGNORECASE)


def find(passage: Passage) -> list[Mention[Ordinal]]:
    """Every rank and instance word in a passage, in reading order."""
    shares = [(f.core_start, f.core_end) for f in figures(passage.text) if f.role is Role.FRACTION]
    taken = {at for start, end in shares for at in range(start, end)}
    return [
        mention
        for match in _RANKED.finditer(passage.text)
        if match.end() - 1 not in taken and (mention := _ordinal(passage, match))
    ]


def _ordinal(passage: Passage, match: re.Match[str]) -> Mention[Ordinal] | None:
    text, base = passage.text, passage.span.start
    if period := match["q"] or match["h"]:
        value = Ordinal(int(period), "quarter" if match["q"] else "half")
        span = Span(base + match.start(), base + match.end())
        return Mention("ordinal", value, span, span, "period") if match[0][0].isupper() else None
    superlative = (match["super"] or match["alone"] or "").lower()
    if superlative in _NO_SUPERLATIVES:
        if match["alone"]:
            return None
        superlative = ""
    if not superlative and not _is_instance(text, match):
        return None
    rank = _rank(match)
    words_end = match.end() if superlative or not match["super"] else match.end("rank")
    noun = _noun(passage, words_end)
    if noun is None and not superlative and rank < 0:
        return None
    start = match.start("alone") if match["alone"] else match.start()
    if not superlative and (joined := _JOINED.match(text, words_end)):
        span = Span(base + start, base + joined.end())
        return Mention(
            "ordinal", Ordinal(rank, joined[1].lower()), span, Span(base + start, base + words_end), "instance"
        )
    end = noun.end if noun else base + words_end
    of = _positive(passage, superlative, base + words_end) if superlative else ""
    value = Ordinal(rank, noun.lemma if noun else "", of)
    return Mention(
        "ordinal", value, Span(base + start, end), Span(base + start, base + words_end), "rank" if of else "instance"
    )


_JOINED = re.compile(
    r"-(quarter|half|round|term|generation|day|year|place|phase|stage|leg|wave|batch|division|tier)\b", re.IGNORECASE
)


def _is_instance(text: str, match: re.Match[str]) -> bool:
    word = match["rank"].lower()
    if _NOT_AFTER.match(text, match.end("rank")):
        return False
    if word == "second" and _NOT_BEFORE.search(text, max(0, match.start() - 7), match.start()):
        return text[match.start() - 2 : match.start()].lower() == "a " and not text.startswith(
            (".", ",", " to", " later"), match.end()
        )
    return not (
        match["number"]
        and re.match(
            r"\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)",
            text[match.end() :],
        )
    )


def _rank(match: re.Match[str]) -> int:
    if match["alone"]:
        return 1
    if match["number"]:
        return int(match["number"])
    return RANKS[re.sub(r"\s+", " ", match["rank"].lower())]


def _noun(passage: Passage, at: int) -> Token | None:
    """The head of the phrase that the rank word opens."""
    behind = following(passage, at, 7)
    for place, token in enumerate(behind):
        if token.pos in ("NOUN", "PROPN"):
            after = behind[place + 1] if place + 1 < len(behind) else None
            if after is None or after.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS"):
                return token
        elif token.pos not in ("ADJ", "NUM", "VERB", "PUNCT") or token.text in ",.;:":
            return None
    return None


def _positive(passage: Passage, superlative: str, end: int) -> str:
    """The adjective of a superlative: "largest" is "large"."""
    if superlative.startswith(("most ", "most-", "least ", "least-")):
        return superlative[5:].lstrip("-t ") if superlative.startswith("least") else superlative[5:]
    token = next(iter(preceding(passage, end - passage.span.start, 1)), None)
    if token and token.text.lower() == superlative and token.lemma != superlative:
        return token.lemma
    return _SUPERLATIVES.get(superlative) or _stem(superlative)


_SUPERLATIVES = {word: adjective for adjective, word in _IRREGULAR.items()}


def _stem(superlative: str) -> str:
    """
    >>> _stem("largest"), _stem("biggest"), _stem("heaviest"), _stem("longest")
    ('large', 'big', 'heavy', 'long')
    """
    root = superlative.removesuffix("est")
    if root.endswith("i"):
        return root[:-1] + "y"
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "ls":
        return root[:-1]
    return root + "e" if re.search(r"(?:[aeiou][rgvsz]|[^aeiou]g|l)$", root) and root + "e" in _FINAL_E else root


_FINAL_E = frozenset(words("large late wide safe close rare nice wise strange simple brave fine pure sure true"))
