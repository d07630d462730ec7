"""Ranks and instances: "the second-largest city", "the third contingent", "Q3", "the latest batch"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.grammar.figures import Role, figures
from secondsource.grammar.nearby import following, preceding
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import matches, words
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
    **{
        f"{lead}-{word}": 20 + 10 * place + rank
        for place, lead in enumerate(_LEADS)
        for rank, word in enumerate(_UNITS[:9], 1)
    },
    "initial": 1, "maiden": 1, "inaugural": 1, "1st": 1,
    "last": -1, "final": -1, "latest": -1, "newest": -1, "most recent": -1,
    "previous": -2, "preceding": -2, "penultimate": -2, "second-last": -2,
    "hundredth": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of its kind. ``rank`` counts from 1; -1 is the last or latest, -2 the one before it.

    ``noun`` is the lemma of the kind ("contingent"); ``of`` the adjective that ranks it ("large").
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
    >>> plain(Ordinal(3, "contingent")), plain(Ordinal(2, "city", "large")), plain(Ordinal(1, "bridge", "long"))
    ('third contingent', 'second-largest city', 'longest bridge')
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
_SUPERLATIVE = r"[a-z]{2,12}est|best|worst|(?:most|least)[\s-][a-z]{3,14}"
_THEN = rf"(?:[\s-](?P<super>{_SUPERLATIVE}|most|least)\b)?"
_IN_WORDS = re.compile(rf"\b(?P<rank>(?P<number>(?!))?(?:{_WORDS}))\b{_THEN}", re.IGNORECASE)
_IN_DIGITS = re.compile(rf"(?=\d)(?<![\w.,])(?P<rank>(?P<number>\d{{1,4}})(?:st|nd|rd|th))\b{_THEN}", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:the|its|their|his|her|whose|ever|(?<=['’])s)\s(?:(?:single|very|by\sfar\sthe)\s)?"
    rf"(?P<alone>(?!latest\b)(?:{_SUPERLATIVE}))\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\b(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))\b")
_RANK_STARTERS = frozenset(re.split(r"\W", word)[0] for word in RANKS)
_ALONE_STARTERS = frozenset(words("the its their his her whose ever s"))

_NO_SUPERLATIVES = frozenset(
    words(
        "interest forest rest west guest protest request test quest arrest chest harvest honest modest "
        "contest manifest invest latest nest vest pest jest digest suggest midwest behest conquest crest"
    )
)
# A day of the month ("the second of May"), a second of time, "first of all", "at last", "last week" rank nothing.
_NOT_AFTER = re.compile(
    r"\s(?:of\s(?:all|(?:January|February|March|April|May|June|July|August|September|October|November|December))|"
    r"week|month|year|night|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|summer|winter|autumn|spring|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|evening|weekend|minister|lady|person|aid|"
    r"time|hand|name|place|thing|instance|fiddle|nature|thoughts?|degree|party|world|responders?|century|"
    r"anniversary)\b|-(?:hand|class|rate|degree|floor|time|born|person|party|ever)\b|s\b"
)
_NOT_BEFORE = re.compile(r"(?:\b(?:at|a|every|each|per|one|two|ten|split|and|or)\s|[\d.]\s?)$", re.IGNORECASE)


def find(passage: Passage) -> list[Mention[Ordinal]]:
    """Every rank and instance word in a passage, in reading order."""
    text = passage.text
    found = [*matches(_IN_WORDS, text, _RANK_STARTERS), *_IN_DIGITS.finditer(text)]
    read = [_period(passage, match) for match in _PERIOD.finditer(text)]
    read += [mention for match in found if (mention := _ranked(passage, match))]
    read += [
        mention for match in matches(_ALONE, text, _ALONE_STARTERS) if (mention := _superlative_alone(passage, match))
    ]
    parts = {at for f in figures(text) if f.role is Role.FRACTION for at in range(f.core_start, f.core_end)}
    base = passage.span.start
    return sorted((m for m in read if m.core.end - 1 - base not in parts), key=lambda mention: mention.core)


def _period(passage: Passage, match: re.Match[str]) -> Mention[Ordinal]:
    """ "Q3" is the third quarter, "H1" the first half."""
    span = Span(*match.span()).moved(passage.span.start)
    value = Ordinal(int(match["quarter"]), "quarter") if match["quarter"] else Ordinal(int(match["half"]), "half")
    return Mention("ordinal", value, span, span, "period")


def _superlative_alone(passage: Passage, match: re.Match[str]) -> Mention[Ordinal] | None:
    """ "the longest bridge", "its most populous state"."""
    word = next((t for t in passage.tokens if t.start == match.start("alone") + passage.span.start), None)
    if match["alone"].lower() in _NO_SUPERLATIVES or word is None or word.tag not in ("JJS", "RBS"):
        return None
    return _mention(passage, match.start("alone"), match.end(), 1, match["alone"].lower())


def _ranked(passage: Passage, match: re.Match[str]) -> Mention[Ordinal] | None:
    """ "third contingent", "second-largest city", "third-quarter results"."""
    superlative = (match["super"] or "").lower()
    if superlative in _NO_SUPERLATIVES:
        superlative = ""
    if not superlative and not _is_instance(passage.text, match):
        return None
    rank = int(match["number"]) if match["number"] else RANKS[re.sub(r"\s+", " ", match["rank"].lower())]
    end = match.end() if superlative else match.end("rank")
    if not superlative and (joined := _JOINED.match(passage.text, end)):
        base = passage.span.start
        span, core = Span(match.start(), joined.end()), Span(match.start(), end)
        return Mention("ordinal", Ordinal(rank, joined[1].lower()), span.moved(base), core.moved(base), "instance")
    mention = _mention(passage, match.start(), end, rank, superlative)
    # "the last" and "a second" say nothing of which without a noun.
    doubtful = rank < 0 or match["rank"].lower() == "second"
    return None if doubtful and not superlative and not mention.value.noun else mention


def _mention(passage: Passage, start: int, end: int, rank: int, superlative: str) -> Mention[Ordinal]:
    base = passage.span.start
    noun = _noun(passage, end)
    of = _positive(passage, superlative, base + end) if superlative else ""
    value = Ordinal(rank, noun.lemma if noun else "", of)
    span = Span(base + start, noun.end if noun else base + end)
    return Mention("ordinal", value, span, Span(base + start, base + end), "rank" if of else "instance")


_JOINED = re.compile(
    r"-(quarter|half|round|term|generation|day|year|place|phase|stage|leg|wave|batch|division|tier)\b", re.IGNORECASE
)


def _is_instance(text: str, match: re.Match[str]) -> bool:
    word = match["rank"].lower()
    if _NOT_AFTER.match(text, match.end("rank")):
        return False
    if word == "second" and _NOT_BEFORE.search(text, max(0, match.start() - 7), match.start()):
        return text[match.start() - 2 : match.start()].lower() == "a "
    return not (
        match["number"]
        and re.match(
            r"\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)",
            text[match.end() :],
        )
    )


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
