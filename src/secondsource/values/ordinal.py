"""Ranks and instances: "the second-largest city", "the third contingent", "Q3", "the latest batch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.grammar.figures import Role, figures
from secondsource.grammar.nearby import following, preceding
from secondsource.grammar.numerals import numerals
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
    if source.noun and fact.noun and source.noun != fact.noun:
        return Relation.COMPATIBLE
    if not source.of and not source.noun and source.rank == fact.rank:
        return Relation.ENTAILS  # "it comes second" says by what only in its context
    if not same_order(source.of, fact.of):
        return Relation.COMPATIBLE
    if source.rank == fact.rank:
        return Relation.ENTAILS
    return Relation.EXCLUDES if source.rank > 0 and fact.rank > 0 else Relation.COMPATIBLE


# The biggest is the largest; what is dearest is most expensive.
_ALIKE = tuple(
    frozenset(words(group))
    for group in (
        "big large great sizeable",
        "high tall",
        "long lengthy",
        "old ancient",
        "expensive costly dear",
        "deadly lethal fatal",
        "rich wealthy",
        "fast quick",
        "cheap inexpensive",
        "populous populated",
        "bad severe",
    )
)


def same_order(one: str, other: str) -> bool:
    """Whether two adjectives put things in the same order.

    >>> same_order("big", "large"), same_order("old", "large")
    (True, False)
    """
    return one == other or any(one in group and other in group for group in _ALIKE)


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
    read += _compared(passage)
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
    if _ONE_OF.search(passage.text, max(0, match.start() - 12), match.start()):
        return None  # "one of the largest" is no rank
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
    by = _BY.match(passage.text, end) or _RANK_BY.search(passage.text, max(0, match.start() - 60), match.start())
    ahead = _ONLY_TO.match(passage.text, end)
    if not superlative and (by or ahead or _PLACED.search(passage.text, max(0, match.start() - 16), match.start())):
        of = _ORDERS.get(by[1].lower(), "") if by else ""
        span = Span(match.start(), by.end() if of and by and by.start() == end else end).moved(passage.span.start)
        return Mention("ordinal", Ordinal(rank, "", of), span, mention.core, "placed")
    # "the last" and "a second" say nothing of which without a noun.
    doubtful = rank < 0 or match["rank"].lower() == "second"
    return None if doubtful and not superlative and not mention.value.noun else mention


_ONE_OF = re.compile(r"\b(?:(?:one|some|many|several|two|three|few|any)\sof|among)\s$", re.IGNORECASE)
_PLACED = re.compile(
    r"(?:\brank\s?[|:]|\b(?:com(?:e|es|ing)|came|rank(?:s|ed|ing)?|finish(?:es|ed)?|placed|stands?|stood|lies|lay))\s(?:only\s|just\s)?$",
    re.IGNORECASE,
)
_ORDERS = {
    "length": "long", "size": "large", "area": "large", "height": "high", "age": "old", "population": "populous",
    "price": "expensive", "cost": "expensive", "weight": "heavy", "mass": "heavy", "depth": "deep", "width": "wide",
    "speed": "fast", "wealth": "rich", "volume": "large",
}  # fmt: skip
_ONLY_TO = re.compile(r"\sonly\sto\b", re.IGNORECASE)
_RANK_BY = re.compile(r"\brank(?:ed|s|ing)?\sby\s([a-z]{3,10})\b[^|:]{0,40}[|:]\s?$", re.IGNORECASE)
_BY = re.compile(r"\s(?:in\s(?:the\s)?\w{3,15}\s)?(?:by|for|in)\s([a-z]{3,10})\b", re.IGNORECASE)

_SENTENCE = 25
_REACH = 9
"""Words between "only two" or "no other" and the comparative that they rank."""
_NOT_RANKING = frozenset(words("longer later sooner earlier better worse further farther lower other more less rather"))
_EVER = frozenset(words("ever never there history record records known before since other else"))
_NONE = frozenset(words("nothing none nobody never"))


def _compared(passage: Passage) -> Iterator[Mention[Ordinal]]:
    """Ranks that comparatives give: "no larger fire has ever burned", "only two are busier"."""
    for token in passage.tokens:
        if token.tag not in ("JJR", "RBR"):
            continue
        after = passage.tokens[token.i + 1 : token.i + 2]
        if token.text.lower() == "more":
            if not (after and after[0].pos == "ADJ"):
                continue
            adjective = after[0]
        else:
            adjective = token
        if found := _ranked_by(passage, token, adjective):
            start, rank, noun = found
            of = adjective.lemma if adjective.lemma != adjective.text.lower() or token is not adjective else ""
            of = of or _stem(adjective.text.lower().removesuffix("er") + "est")
            core = Span(token.start, adjective.end)
            yield Mention("ordinal", Ordinal(rank, noun, of), Span(start, adjective.end), core, "compared")


def _ranked_by(passage: Passage, token: Token, adjective: Token) -> tuple[int, int, str] | None:
    """Where the phrase begins, the rank, and the noun that is ranked."""
    ahead = passage.tokens[max(0, token.i - _REACH) : token.i]
    near = passage.tokens[max(0, token.i - _SENTENCE) : token.i + _SENTENCE]
    stop = next((t.i for t in reversed(ahead) if t.text in (",", ";", ":", ".", "(", "|")), -1)
    ahead = tuple(t for t in ahead if t.i > stop)
    behind = passage.tokens[adjective.i + 1 : adjective.i + 4]
    noun = next((t for t in behind[:2] if t.pos in ("NOUN", "PROPN")), None)
    compared = bool(behind) and behind[0].lemma == "than" and any(t.pos == "NUM" for t in behind[1:])
    if compared or not ahead:
        return None
    low = [t.text.lower() for t in ahead]
    if "only" in low or "just" in low:
        first = max(i for i, word in enumerate(low) if word in ("only", "just"))
        return _exceptions(ahead[first], ahead[first + 1 :])
    denied = next((i for i, word in enumerate(low) if word in _NONE or word == "no"), None)
    if denied is None:
        return None
    beside = denied == len(low) - 1
    other = next((t for t in ahead[denied + 1 :] if t.pos in ("NOUN", "PROPN")), None)
    if low[denied] == "no" and (adjective.text.lower() in _NOT_RANKING if beside else low[denied + 1] != "other"):
        return None  # "no longer"; "no minister has been kinder"
    if (low[denied] == "never" and noun is None) or not {t.text.lower() for t in near} & _EVER:
        return None
    kind = noun or other
    return ahead[denied].start, 1, kind.lemma if kind and kind.lemma != "one" and kind.pos == "NOUN" else ""


def _exceptions(only: Token, named: tuple[Token, ...]) -> tuple[int, int, str] | None:
    """The rank behind those that are named or counted: "only two", "only the A", "only A and B"."""
    if not named or named[-1].lemma not in _VERBS:
        return None
    number = next((n for n in numerals(named[0].text) if n.exact), None)
    nouns = [t for t in named if t.pos in ("NOUN", "PROPN") and (t.dep not in ("compound", "pobj", "nmod"))]
    noun = next((t.lemma for t in nouns if t.pos == "NOUN"), "")
    if number and 0 < number.value < 100:
        return only.start, int(number.value) + 1, noun if noun != "one" else ""
    if nouns and named[0].pos in ("DET", "PROPN"):
        return only.start, 1 + max(1, sum(t.text.lower() == "and" for t in named) + 1), noun
    return None


_VERBS = frozenset(words("be have"))


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
