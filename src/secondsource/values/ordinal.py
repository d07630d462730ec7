"""Ranks and instances: "the second-largest city", "the third contingent", "Q3", "the latest batch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.grammar.figures import Role, figures
from secondsource.grammar.nearby import following, preceding
from secondsource.grammar.number_words import ORDINALS, WORDS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import matches, word_set
from secondsource.language.clauses import coordinated, subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.comparatives import IRREGULAR, comparisons, order_by, positive, since
from secondsource.values.mention import Mention

RANKS: dict[str, int] = {
    **ORDINALS,
    "initial": 1, "maiden": 1, "inaugural": 1, "1st": 1,
    "last": -1, "final": -1, "latest": -1, "newest": -1, "most recent": -1,
    "previous": -2, "preceding": -2, "penultimate": -2, "second-last": -2,
    "hundredth": 100,
}  # fmt: skip


# "The second place" is a rank like "second"; a "thing" may be anything that is ranked.
STANDINGS = word_set("place rank position spot finish slot force power")
ANYTHING = word_set("thing one event case occasion time year incident man woman person")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of its kind. ``rank`` counts from 1; -1 is the last or latest, -2 the one before it.

    ``noun`` is the lemma of the kind ("contingent"); ``of`` the adjective that ranks it ("large"); ``since`` the
    year before which there was a greater one. "One of the largest" has rank 0: it is near the top.
    """

    rank: int
    noun: str = ""
    of: str = ""
    since: int = 0
    but: bool = False
    """Whether it was greater in the year ``since`` alone: "only the flood of 1953 was higher"."""


def relate(source: Ordinal, fact: Ordinal) -> Relation:
    """How a source's rank relates to a fact's.

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
    if not same_order(source.of, fact.of, source.noun, fact.noun):
        return Relation.COMPATIBLE
    if fact.since or source.since:
        return _within_years(source, fact)
    if source.rank == fact.rank:
        return Relation.ENTAILS
    return Relation.EXCLUDES if source.rank > 0 and fact.rank > 0 else Relation.COMPATIBLE


def _within_years(source: Ordinal, fact: Ordinal) -> Relation:
    """ "The longest since 1987" leaves one year open in which there was a longer one, and no other."""
    if not source.since:
        return Relation.COMPATIBLE
    if not fact.since:
        return Relation.ENTAILS if source.rank == fact.rank > 1 else Relation.COMPATIBLE
    lower = source.rank > fact.rank > 0 and not source.but
    return Relation.ENTAILS if source.since == fact.since and not lower else Relation.EXCLUDES


# The biggest is the largest; what is dearest is most expensive.
_ALIKE = tuple(
    word_set(group)
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


# Of sums and levels, of storms and blows, many adjectives mean one thing.
_OF_KINDS = (
    (
        word_set(
            "fine penalty price sum amount bill loss profit deficit surplus debt budget cost fee salary bonus "
            "payment payout award compensation dividend tax rent turnover revenue sale income figure number total "
            "level rate share turnout rise increase fall drop growth cut output production yield harvest crop "
            "attendance toll unemployment inflation deal signing contract theft haul price wage pay ransom "
            "settlement reward debt"
        ),
        (
            word_set("big large great sizeable high heavy steep hefty stiff expensive costly dear severe harsh tough"),
            word_set("low small little weak poor meagre light"),
        ),
    ),
    (
        word_set("airport port harbour harbor station terminal hub crossing airline road bridge tunnel"),
        (word_set("busy large big great"),),
    ),
    (
        word_set(
            "storm cyclone hurricane typhoon tornado earthquake quake tremor blast explosion eruption wind gale "
            "attack flood wave aftershock gust tsunami rain rainfall downpour fighting offensive assault bombardment"
        ),
        (word_set("strong powerful fierce violent intense mighty severe big large heavy great ferocious"),),
    ),
)


def same_order(one: str, other: str, *nouns: str) -> bool:
    """Whether two adjectives put things in the same order; the nouns are what they are said of.

    >>> same_order("big", "large"), same_order("old", "large"), same_order("heavy", "high", "fine")
    (True, False, True)
    """
    if one == other or any(one in group and other in group for group in _ALIKE):
        return True
    return any(
        kinds & set(nouns) and any(one in group and other in group for group in groups) for kinds, groups in _OF_KINDS
    )


def is_place(value: Ordinal) -> bool:
    """Whether a rank is a bare place: "finished fourth", "the third force" say by what only in their context.

    >>> is_place(Ordinal(4)), is_place(Ordinal(4, "city", "large"))
    (True, False)
    """
    return not value.of and value.rank > 0 and (not value.noun or value.noun in STANDINGS)


def holder(passage: Passage, mention: Mention[Ordinal]) -> Token | None:
    """Who or what is said to have a rank: "She is the oldest member", "Osa, the second port", "Osa came second".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Osa is the oldest port.")).passages
    >>> [holder(passage, m).text for m in find(passage)]
    ['Osa']
    """
    rank = next(iter(passage.tokens_in(mention.core)), None)
    for i in () if rank is None else (rank.i, *passage.ancestors(rank.i)):
        token = passage.tokens[i]
        subject = None
        if token.dep == "appos":
            return passage.tokens[token.head]
        if token.dep in ("attr", "acomp", "oprd"):
            subject = subject_of(passage, token.head)
        elif token.pos == "VERB":
            subject = subject_of(passage, i)
        if subject is not None:
            return passage.tokens[subject]
        if token.pos == "VERB":
            return None
    return None


def plain(value: Ordinal) -> str:
    """
    >>> plain(Ordinal(3, "contingent")), plain(Ordinal(2, "city", "large")), plain(Ordinal(1, "bridge", "long"))
    ('third contingent', 'second-largest city', 'longest bridge')
    """
    if not value.rank:
        return f"one of the {_superlative(value.of)}"
    rank = _SAID.get(value.rank, f"{value.rank}th")
    if value.rank == -1 and not value.of:
        rank = "latest"
    if value.of == IN_A_ROW:
        return f"{rank} in a row"
    if value.of:
        superlative = _superlative(value.of)
        rank = superlative if value.rank == 1 else f"{rank}-{superlative}"
    return " ".join(filter(None, (rank, value.noun, f"since {value.since}" if value.since else "")))


_SAID = {rank: word for word, rank in reversed(RANKS.items())} | {-2: "previous"}
"""The word for each rank that has one."""
_IRREGULAR = {adjective: superlative for superlative, adjective in IRREGULAR.items()}


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
_RUNNING = (
    r"(?:in\s(?:a\srow|succession)|running|on\s(?:the\strot|end)|back\sto\sback|"
    r"in\sas\smany\s\w+|consecutively)\b"
)
_IN_A_ROW = re.compile(
    rf"\b(?P<rank>{_WORDS})\s"
    rf"(?:(?:consecutive|straight|successive)\b(?:\s[a-z]+)?|(?:[a-z]+\s){{0,3}}{_RUNNING})",
    re.IGNORECASE,
)
_COUNTED_ROW = re.compile(
    rf"\b(?P<many>two|three|four|five|six|seven|eight|nine|ten)\s"
    rf"(?:(?:consecutive|straight|successive)\s[a-z]+|(?:[a-z]+\s){{1,2}}{_RUNNING})",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\b(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))\b")
_RANK_STARTERS = frozenset(re.split(r"\W", word)[0] for word in RANKS)
_ALONE_STARTERS = word_set("the its their his her whose ever s")

_NO_SUPERLATIVES = word_set(
    "interest forest rest west guest protest request test quest arrest chest harvest honest modest "
    "contest manifest invest latest nest vest pest jest digest suggest midwest behest conquest crest"
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
    """Every rank and instance word in a passage, in reading order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Lunde, the second-largest port, sent its third convoy.")).passages
    >>> [plain(m.value) for m in find(passage)]
    ['second-largest port', 'third convoy']
    """
    text, base = passage.text, passage.span.start
    rows = list(_in_a_row(passage))
    taken = [m.span.moved(-base) for m in rows]
    ranks = (*matches(_IN_WORDS, text, _RANK_STARTERS), *_IN_DIGITS.finditer(text))
    free = (match for match in ranks if not any(Span(*match.span("rank")).within(span) for span in taken))
    found = [
        *rows,
        *(_period(passage, match) for match in _PERIOD.finditer(text)),
        *filter(None, (_ranked(passage, match) for match in free)),
        *filter(None, (_superlative_alone(passage, match) for match in matches(_ALONE, text, _ALONE_STARTERS))),
        *_compared(passage),
        *_medals(passage),
    ]
    parts = {at for f in figures(text) if f.role is Role.FRACTION for at in range(f.core_start, f.core_end)}
    return sorted((m for m in found if m.core.end - 1 - base not in parts), key=lambda mention: mention.core)


def _in_a_row(passage: Passage) -> Iterator[Mention[Ordinal]]:
    """ "for the third time in succession", "the fourth year running", "three years in a row"."""
    base = passage.span.start
    ranked = ((match, "rank", RANKS) for match in matches(_IN_A_ROW, passage.text, _RANK_STARTERS))
    counted = ((match, "many", WORDS) for match in matches(_COUNTED_ROW, passage.text, WORDS))
    for match, group, numbers in (*ranked, *counted):
        rank = numbers.get(match[group].lower(), 0)
        if rank > 0:
            span, core = Span(*match.span()).moved(base), Span(*match.span(group)).moved(base)
            yield Mention("ordinal", Ordinal(rank, "", IN_A_ROW), span, core, "in a row")


IN_A_ROW = "consecutive"
"""By what a thing is ranked that is the third running."""


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
    among = _ONE_OF.search(passage.text, max(0, match.start() - 12), match.start())
    return _mention(passage, match.start("alone"), match.end(), 0 if among else 1, match["alone"].lower())


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
    if not superlative and (by or ahead or _PLACED.search(passage.text, max(0, match.start() - 40), match.start())):
        of = _order(passage, by)
        span = Span(match.start(), by.end() if of and by and by.start() == end else end).moved(passage.span.start)
        return Mention("ordinal", Ordinal(rank, "", of), span, mention.core, "placed")
    # "the last" and "a second" say nothing of which without a noun.
    doubtful = rank < 0 or match["rank"].lower() == "second"
    return None if doubtful and not superlative and not mention.value.noun else mention


_ONE_OF = re.compile(r"\b(?:(?:one|some|many|several|two|three|few|any)\sof|among)\s$", re.IGNORECASE)
_PLACED = re.compile(
    r"(?:\brank\s?[|:]|\b(?:com(?:e|es|ing)|came|rank(?:s|ed|ing)?|finish(?:es|ed)?|placed|stands?|stood|lies|lay|stays?|stayed|remain(?:s|ed)?|into|(?:up|down|back)\sto|dropped\sto|moved\sto))\s(?:only\s|just\s|joint\s|equal\s|a(?:\s[a-z]{3,10})?\s[a-z]{3,14}\s)?$",
    re.IGNORECASE,
)
_ONLY_TO = re.compile(r"\sonly\sto\b", re.IGNORECASE)
_RANK_BY = re.compile(r"\brank(?:ed|s|ing)?\sby\s([a-z]{3,10})\b[^|:]{0,40}[|:]\s?$", re.IGNORECASE)
_BY = re.compile(r"\s(?:in\s(?:the\s)?\w{3,15}\s)?(?:by|for|in)\s([a-z]{3,10})\b", re.IGNORECASE)
_FRONTED = re.compile(r"\W?(?:By|In\sterms\sof|Measured\sby)\s(?:the\s)?([a-z]{3,10})\b(?:\sof\s([a-z]{3,15}))?")


def _order(passage: Passage, by: re.Match[str] | None) -> str:
    """By what a place in an order is given: beside the rank, or at the head of the sentence."""
    if by and (of := order_by(by[1].lower())):
        return of
    fronted = _FRONTED.match(passage.text)
    if not fronted:
        return ""
    counted = next((t.lemma for t in passage.tokens if t.start - passage.span.start == fronted.start(2)), "")
    return order_by(fronted[1].lower(), counted)


_MEDALS = {"gold": 1, "silver": 2, "bronze": 3, "runner-up": 2, "runners-up": 2}
_WINNING = word_set("win take claim earn grab collect get land clinch secure snatch scoop be finish settle")


def _medals(passage: Passage) -> Iterator[Mention[Ordinal]]:
    """Places that medals give: "took bronze", "was runner-up"."""
    for token in passage.tokens:
        rank = _MEDALS.get(token.text.lower())
        over = () if rank is None else passage.ancestors(token.i)
        if (
            rank
            and token.dep in ("dobj", "attr", "oprd", "pobj")
            and any(passage.tokens[i].lemma in _WINNING for i in over[:2])
        ):
            yield Mention("ordinal", Ordinal(rank), token.span, token.span, "placed")


def _compared(passage: Passage) -> Iterator[Mention[Ordinal]]:
    """Ranks that comparisons give: "no larger fire has ever burned", "only two are busier"."""
    for found in comparisons(passage):
        year, end = since(passage, found.core.end - passage.span.start)
        value = Ordinal(found.rank, found.noun, found.of, found.since or year, bool(found.since) and found.rank > 1)
        span = found.span.joined(Span(found.core.start, passage.span.start + end))
        yield Mention("ordinal", value, span, found.core, "compared")


def _mention(passage: Passage, start: int, end: int, rank: int, superlative: str) -> Mention[Ordinal]:
    base = passage.span.start
    noun = _noun(passage, end)
    of = _positive(passage, superlative, base + end) if superlative else ""
    last = (noun.end if noun else base + end) - base
    year, last = since(passage, last) if of else (0, last)
    if of and rank == 1:
        rank += _ahead_of_it(passage, last)
    kind = noun or (_predicated(passage, base + start) if of else None)
    value = Ordinal(rank, kind.lemma if kind else "", of, year)
    return Mention(
        "ordinal", value, Span(base + start, base + last), Span(base + start, base + end), "rank" if of else "instance"
    )


_BUT = re.compile(r"[^.;:|()]{0,40}?\b(?:after|behind|apart\sfrom|except\s(?:for\s)?|excepting|bar)\s", re.IGNORECASE)


def _ahead_of_it(passage: Passage, at: int) -> int:
    """How many are named that come first: one in "the biggest city after Maren", none in "the biggest since Friday"."""
    found = _BUT.match(passage.text, at)
    first = next(iter(following(passage, found.end(), 1)), None) if found else None
    if first is None or first.pos not in ("PROPN", "DET"):
        return 0
    name = first if first.pos == "PROPN" else passage.tokens[first.head]
    while name.dep == "compound":
        name = passage.tokens[name.head]
    if name.text in _CALENDAR or not (name.pos == "PROPN" or name.lemma == "one"):
        return 0
    return sum(passage.tokens[i].pos == "PROPN" for i in coordinated(passage, name.i)) or 1


_CALENDAR = word_set(
    "January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan"
)


def _predicated(passage: Passage, at: int) -> Token | None:
    """The common noun that a rank without one is said of: "The school is the second largest"."""
    rank = next(iter(following(passage, at - passage.span.start, 1)), None)
    if rank is None:
        return None
    chain = (rank, *(passage.tokens[i] for i in passage.ancestors(rank.i)))
    said = next((t for t in chain if t.dep in ("attr", "acomp")), None)
    subject = subject_of(passage, said.head) if said and passage.tokens[said.head].lemma in _COPULAS else None
    return passage.tokens[subject] if subject is not None and passage.tokens[subject].pos == "NOUN" else None


_COPULAS = word_set("be become remain make")


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
    return positive(superlative)
