"""Ranks and instances: "the second-largest city", "the third contingent", "Q3", "the latest batch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.grammar.figures import Role, figures
from secondsource.grammar.nearby import following, preceding
from secondsource.grammar.number_words import WORDS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import matches, word_set, words
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.comparatives import IRREGULAR, MANY, by_verb, comparisons, order_by, positive, since
from secondsource.values.excepted import ahead_of_it
from secondsource.values.mention import Mention
from secondsource.values.placings import moved_to, placings
from secondsource.values.predecessors import predecessors
from secondsource.values.rank_words import RANK_PATTERN, RANKS, STANDINGS
from secondsource.values.turns import Turn, in_turn, is_definite, predicated, turns


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of its kind. ``rank`` counts from 1; -1 is the last or latest, -2 the one before it.

    ``noun`` is the lemma of the kind ("contingent"); ``of`` the adjective that ranks it ("large"); ``since`` the
    year before which there was a greater one, or the words for another time ("war end"). "One of the largest" has rank
    0: it is near the top.
    """

    rank: int
    noun: str = ""
    of: str = ""
    since: int | str = 0
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
    """ "The longest since 1962" leaves one year open in which there was a longer one, and no other; "the first since
    1962" does not."""
    first_again = source.of == fact.of == TURN and source.rank == fact.rank == 1
    if first_again and not fact.since:
        return Relation.EXCLUDES  # what is done for the first time since 1962 was done in 1962
    if not source.since:
        return Relation.COMPATIBLE
    if not fact.since and source.but:
        # "Only 2017 was worse" gives a rank among all.
        return (
            Relation.ENTAILS
            if source.rank == fact.rank
            else Relation.EXCLUDES
            if fact.rank > 0
            else Relation.COMPATIBLE
        )
    if not fact.since:
        return Relation.ENTAILS if source.rank == fact.rank > 1 else Relation.COMPATIBLE
    if source.since != fact.since and not (isinstance(source.since, int) and isinstance(fact.since, int)):
        return Relation.COMPATIBLE  # "since the war ended" may be since 1945
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
        "many number",
    )
)
_UP = word_set(
    "big large great sizeable high tall long many expensive costly dear deadly strong powerful heavy busy bad hot "
    "warm rich wealthy popular severe"
)
BY_SIZE = word_set("large big great many")
"""By what the members of a group are ranked where that is not said."""
RECORD = "record"
"""By what a record ranks, or what has no precedent: whatever a thing can be more of."""


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
    (
        word_set(
            "accident disaster crash collision fire attack explosion epidemic famine flood earthquake storm "
            "tragedy massacre sinking derailment avalanche landslide"
        ),
        (word_set("deadly bad lethal fatal severe serious"),),
    ),
    (
        word_set(
            "flood fire wildfire blaze outbreak epidemic drought spill leak outage blackout crisis famine flooding "
            "recession slump scandal fraud plague breach"
        ),
        (word_set("large big great bad severe serious"),),
    ),
)


def same_order(one: str, other: str, *nouns: str) -> bool:
    """Whether two adjectives put things in the same order; the nouns are what they are said of.

    >>> same_order("big", "large"), same_order("old", "large"), same_order("heavy", "high", "fine")
    (True, False, True)
    """
    if one == other or any(one in group and other in group for group in _ALIKE):
        return True
    if RECORD in (one, other):
        return bool({one, other} & _UP)
    if MANY in (one, other) and BY_SIZE & {one, other} - {MANY}:
        return True  # the camp with the most people is the largest
    return any(
        kinds & set(nouns) and any(one in group and other in group for group in groups) for kinds, groups in _OF_KINDS
    )


TURN = "turn"
"""By what a thing is ranked of which it is told how many of its kind came before: "is the third to leave"."""


def tells_which(value: Ordinal) -> bool:
    """Whether a rank tells which one of a row is meant.

    >>> tells_which(Ordinal(3, "trip")), tells_which(Ordinal(3, of=TURN)), tells_which(Ordinal(1, of="old"))
    (True, True, False)
    """
    return value.of in ("", TURN)


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
    if mention.rule == "compared" and (other := set_against(passage, mention)) is not None:
        return other
    for i in () if rank is None else (rank.i, *passage.ancestors(rank.i)):
        token = passage.tokens[i]
        subject = None
        if token.dep == "appos":
            return passage.tokens[token.head]
        if token.dep in ("attr", "acomp", "oprd"):
            subject = subject_of(passage, token.head)
        elif token.pos == "VERB" or (token.pos == "AUX" and mention.rule == "placed"):
            subject = (_given_place(passage, token) if mention.rule == "placed" else None) or subject_of(passage, i)
        if subject is not None:
            return passage.tokens[subject]
        if token.pos == "VERB":
            return None
    return None


_GIVING_PLACES = word_set("rank rate place put list score judge grade vote")


def _given_place(passage: Passage, verb: Token) -> int | None:
    """Whom somebody gives a place: Osa in "the jury rated Osa third"."""
    if verb.lemma not in _GIVING_PLACES:
        return None
    return next((c for c in passage.children[verb.i] if passage.tokens[c].dep in ("dobj", "obj")), None)


def set_against(passage: Passage, mention: Mention[Ordinal]) -> Token | None:
    """Than what only others are greater.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Only Lund is larger than Osa.")).passages
    >>> set_against(passage, find(passage)[0]).text
    'Osa'
    """
    after = following(passage, mention.core.end - passage.span.start, 5)
    than = next((t for t in after if t.lemma == "than"), None)
    beside = () if than is None else passage.tokens[than.i + 1 : than.i + 2]
    for token in () if than is None else (*(passage.tokens[c] for c in passage.children[than.i]), *beside):
        definite = any(passage.tokens[c].lemma in ("the", "this") for c in passage.children[token.i])
        if token.pos == "PROPN" or (token.pos == "NOUN" and definite):
            return token
    return None


def plain(value: Ordinal) -> str:
    """
    >>> plain(Ordinal(3, "contingent")), plain(Ordinal(2, "city", "large")), plain(Ordinal(1, "bridge", "long"))
    ('third contingent', 'second-largest city', 'longest bridge')
    """
    if not value.rank:
        return f"one of the {_superlative(value.of)}" if value.of else "near the top"
    rank = _SAID.get(value.rank) or _in_figures(value.rank)
    if value.rank == -1 and not value.of:
        rank = "latest"
    if value.of == IN_A_ROW:
        return f"{rank} in a row"
    if value.of == TURN:
        return f"{rank} {value.noun or 'one'}"
    if value.of:
        superlative = _superlative(value.of)
        rank = superlative if value.rank == 1 else f"{rank}-{superlative}"
    return " ".join(filter(None, (rank, value.noun, f"since {value.since}" if value.since else "")))


def _in_figures(rank: int) -> str:
    """
    >>> _in_figures(421), _in_figures(412)
    ('421st', '412th')
    """
    teen = rank % 100 // 10 == 1
    return f"{rank}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(rank % 10, 'th')}"


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


_SUPERLATIVE = r"[a-z]{2,12}est|best|worst|(?:most|least)(?:[\s-][a-z]{3,14})?"
_THEN = rf"(?:[\s-](?P<super>{_SUPERLATIVE}|most|least)\b)?"
_IN_WORDS = re.compile(rf"\b(?P<rank>(?P<number>(?!))?(?:{RANK_PATTERN}))\b{_THEN}", re.IGNORECASE)
_IN_DIGITS = re.compile(rf"(?=\d)(?<![\w.,])(?P<rank>(?P<number>\d{{1,4}})(?:st|nd|rd|th))\b{_THEN}", re.IGNORECASE)
_SEVERAL = words("two three four five six seven eight nine ten twelve twenty few")
_ALONE = re.compile(
    r"(?:the|its|their|his|her|whose|ever|(?<=['’])s)\s(?:(?:single|very|by\sfar\sthe)\s)?"
    rf"(?:(?P<several>\d\d?|{'|'.join(_SEVERAL)})\s)?"
    rf"(?P<alone>(?!latest\b)(?:{_SUPERLATIVE}))\b",
    re.IGNORECASE,
)
_RUNNING = (
    r"(?:in\s(?:a\srow|succession)|running|on\s(?:the\strot|end)|back\sto\sback|"
    r"in\sas\smany\s\w+|consecutively)\b"
)
_IN_A_ROW = re.compile(
    rf"\b(?P<rank>{RANK_PATTERN})\s"
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
    taken = {at for m in rows for at in range(m.span.start - base, m.span.end - base)}
    ranks = (*matches(_IN_WORDS, text, _RANK_STARTERS), *_IN_DIGITS.finditer(text))
    free = (match for match in ranks if not taken.issuperset(range(*match.span("rank"))))
    found = [
        *rows,
        *(_period(passage, match) for match in _PERIOD.finditer(text)),
        *filter(None, (_ranked(passage, match) for match in free)),
        *filter(None, (_superlative_alone(passage, match) for match in matches(_ALONE, text, _ALONE_STARTERS))),
        *_compared(passage),
        *(Mention("ordinal", Ordinal(p.rank), p.span, p.span, "placed") for p in placings(passage)),
        *_records(passage),
        *(_turn(t) for t in (*turns(passage), *predecessors(passage)) if t.core.start - base not in taken),
    ]
    parts = {at for f in figures(text) if f.role is Role.FRACTION for at in range(f.core_start, f.core_end)}
    return sorted((m for m in found if m.core.end - 1 - base not in parts), key=lambda mention: mention.core)


def _turn(turn: Turn) -> Mention[Ordinal]:
    return Mention("ordinal", Ordinal(turn.rank, turn.noun, TURN, turn.since), turn.span, turn.core, turn.rule)


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
    word = next(iter(following(passage, match.start("alone"), 1)), None)
    alone, end = match["alone"].lower(), match.end()
    if alone in _NO_SUPERLATIVES or word is None or word.tag not in ("JJS", "RBS"):
        return None
    if word.start != match.start("alone") + passage.span.start:
        return None
    if word.lemma == "most" or word.text.lower() == "most":
        ranked = passage.tokens[word.i + 1 : word.i + 2]
        if not ranked or ranked[0].pos not in ("ADJ", "ADV", "VERB"):
            if not ranked or ranked[0].lemma in _NOT_MOST or passage.text.endswith("at ", 0, match.start()):
                return None
            alone, end = "most", match.start("alone") + len("most")
    among = match["several"] or _ONE_OF.search(passage.text, max(0, match.start() - 60), match.start())
    return _mention(passage, match.start("alone"), end, 0 if among else 1, alone)


def _in_place(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """What puts somebody into a place: "in second place", "took third spot", "was second behind Osa"."""
    before, end = max(0, match.start() - 20), match.end("rank")
    into = _INTO.search(text, before, match.start()) if _PLACE.match(text, end) else None
    return into or (_IS.search(text, before, match.start()) if _BEHIND.match(text, end) else None)


_THAN = re.compile(r"\bthan\s(?:the\s)?$", re.IGNORECASE)
_NOT_MOST = word_set("of part")
"""What follows "the most" where it ranks nothing: "for the most part", "the most of it"."""


def _ranked(passage: Passage, match: re.Match[str]) -> Mention[Ordinal] | None:
    """ "third contingent", "second-largest city", "third-quarter results"."""
    if _THAN.search(passage.text, max(0, match.start() - 10), match.start()):
        return None  # who is richer than the third-richest man is not he
    superlative = (match["super"] or "").lower()
    if superlative in _NO_SUPERLATIVES:
        superlative = ""
    rank = int(match["number"]) if match["number"] else RANKS[re.sub(r"\s+", " ", match["rank"].lower())]
    if not superlative and (placed := _in_place(passage.text, match)) and rank > 0:
        span = Span(*match.span("rank")).moved(passage.span.start)
        # Whoever fights for a place may have it.
        return Mention("ordinal", Ordinal(0 if placed["open"] else rank), span, span, "placed")
    if not superlative and not _is_instance(passage.text, match):
        return None
    end = match.end() if superlative else match.end("rank")
    if not superlative and (joined := _JOINED.match(passage.text, end)):
        base = passage.span.start
        span, core = Span(match.start(), joined.end()), Span(match.start(), end)
        return Mention("ordinal", Ordinal(rank, joined[1].lower()), span.moved(base), core.moved(base), "instance")
    mention = _mention(passage, match.start(), end, rank, superlative)
    by = _BY.match(passage.text, end) or _RANK_BY.search(passage.text, max(0, match.start() - 60), match.start())
    ahead = _ONLY_TO.match(passage.text, end)
    placed = _PLACED.search(passage.text, max(0, match.start() - 40), match.start())
    of = _order(passage, by)
    if by and not (of or ahead or placed) and is_definite(passage, passage.tokens_in(mention.core)[0]):
        by = None  # "was the second in five years", "their fourth in the league"
    if not superlative and (by or ahead or placed or moved_to(passage, match.start(), end)):
        span = Span(match.start(), by.end() if of and by and by.start() == end else end).moved(passage.span.start)
        return Mention("ordinal", Ordinal(rank, "", of), span, mention.core, "placed")
    # "the last" and "a second" say nothing of which without a noun.
    doubtful = rank < 0 or match["rank"].lower() == "second"
    if rank > 0 and not superlative:
        turn = in_turn(passage, mention.span, mention.core, rank, mention.value.noun)
        if turn is not None:
            return _turn(turn)
    return None if doubtful and not superlative and not mention.value.noun else mention


_ONE_OF = re.compile(
    r"\b(?:(?:one|some|many|several|two|three|four|five|few|any)\sof|among)\s(?:(?:[\w-]+\s){0,4}[\w-]+['’])?$",
    re.IGNORECASE,
)
"""What stands before one of several: "one of the largest", "among the world's largest"."""
_PLACED = re.compile(
    r"(?:\brank\s?[|:]|\b(?:com(?:e|es|ing)|came|rank(?:s|ed|ing)?|finish(?:es|ed)?|placed|stands?|stood|lies|lay|stays?|stayed|remain(?:s|ed)?))\s(?:only\s|just\s|joint\s|equal\s|a(?:\s[a-z]{3,10})?\s[a-z]{3,14}\s)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s(?:place|position|spot)\b", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:in|into|to|take|takes|taking|took|taken|hold|holds|held|(?P<open>for))\s(?:joint\s|equal\s|clear\s)?$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?P<open>(?!))?(?:is|was|are|were|be|been)\s(?:only\s|just\s|still\s|now\s|currently\s)?$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?=\s?(?:[.;!?]|$))|\s(?:behind|only\sto|among|amongst|overall|in(?!\s(?:a|an|command|line|charge|order)\b))\b(?!\sto\b)",
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


_NOT_A_RECORD = word_set(
    "company label book holder shop keeper keeping producer store player contract deal office sleeve time collection"
)
_LOW = word_set("low lowest minimum")


def _records(passage: Passage) -> Iterator[Mention[Ordinal]]:
    """Ranks of records: "a record number of visitors", "the price is a record", "a search without precedent"."""
    for token in passage.tokens:
        if token.lemma == "record" and token.text.islower():
            found = _record(passage, token)
        elif token.lemma in ("unprecedented", "unparalleled") and token.pos == "ADJ":
            found = _ranked_noun(passage, token)
        elif token.lemma == "precedent" and passage.tokens[token.head].lemma == "without":
            found = _ranked_noun(passage, passage.tokens[token.head])
        else:
            continue
        if found is not None:
            counted = _counted(passage, found) if found is not token else None
            noun = "" if found is token else (counted or found).lemma
            of = MANY if counted else RECORD
            yield Mention("ordinal", Ordinal(1, noun, of), token.span.joined(found.span), token.span, "rank")


def _record(passage: Passage, token: Token) -> Token | None:
    """What a record is of; the word itself where that is left to the context."""
    after = next(iter(passage.tokens[token.i + 1 : token.i + 2]), None)
    if token.dep in ("compound", "amod", "nmod"):
        noun = passage.tokens[token.head]
        kept = noun.pos == "NOUN" and noun.i > token.i and noun.lemma not in _NOT_A_RECORD and noun.lemma not in _LOW
        return noun if kept and after is not None and after.lemma not in _LOW and after.text != "-" else None
    verb = passage.tokens[token.head]
    determined = any(passage.tokens[c].pos == "DET" for c in passage.children[token.i])
    if token.dep == "attr" and verb.lemma == "be" and determined:
        return predicated(passage, token.start) or token
    return None


def _ranked_noun(passage: Passage, token: Token) -> Token | None:
    """The noun that an adjective stands before, or is said of."""
    head = passage.tokens[token.head]
    return head if head.pos == "NOUN" and token.dep in ("amod", "prep") else predicated(passage, token.start)


def _compared(passage: Passage) -> Iterator[Mention[Ordinal]]:
    """Ranks that comparisons give: "no larger fire has ever burned", "only two are busier"."""
    for found in comparisons(passage):
        year, end = since(passage, found.core.end - passage.span.start)
        value = Ordinal(
            found.rank,
            found.noun if found.of else "",
            found.of,
            found.since or year,
            bool(found.since) and found.rank > 1,
        )
        span = found.span.joined(Span(found.core.start, passage.span.start + end))
        yield Mention("ordinal", value, span, found.core, "compared")


def _mention(passage: Passage, start: int, end: int, rank: int, superlative: str) -> Mention[Ordinal]:
    base = passage.span.start
    noun = _noun(passage, end)
    of = _positive(passage, superlative, base + end) if superlative else ""
    last = (noun.end if noun else base + end) - base
    year, last = since(passage, last) if of else (0, last)
    if of and rank == 1:
        rank += ahead_of_it(passage, last)
    kind = noun or (predicated(passage, base + start) if of else None)
    if kind is not None and of in _MUCH and (counted := _counted(passage, kind)):
        kind, of = counted, MANY  # "the highest number of visitors" is the most visitors
    value = Ordinal(rank, kind.lemma if kind else "", of, year)
    return Mention(
        "ordinal", value, Span(base + start, base + last), Span(base + start, base + end), "rank" if of else "instance"
    )


_MUCH = word_set("high large great big record many number")
_NUMBER = word_set("number figure total count tally")


def _counted(passage: Passage, number: Token) -> Token | None:
    """What a number is of: "the number of visitors", "visitor numbers"."""
    if number.lemma not in _NUMBER:
        return None
    below = [passage.tokens[c] for c in passage.children[number.i]]
    of = (passage.tokens[g] for t in below if t.lemma == "of" for g in passage.children[t.i])
    return next((t for t in (*of, *below) if t.pos == "NOUN" and t.dep in ("pobj", "compound")), None)


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
            before = token.dep in ("compound", "nmod") and token.head > token.i
            joined = before or (after is not None and after.pos == token.pos and token.tag not in ("NNS", "NNPS"))
            if after is None or after.pos not in ("NOUN", "PROPN") or not joined:
                return token
        elif token.pos not in ("ADJ", "NUM", "VERB", "PUNCT") or token.text in ",.;:":
            return None
    return None


def _most(passage: Passage, end: int) -> str:
    """What "the most" ranks by: the number of things, or what the verb says one may do more of."""
    most = next(iter(preceding(passage, end - passage.span.start, 1)), None)
    if most is None or _noun(passage, end - passage.span.start):
        return MANY
    behind = (t for t in following(passage, end - passage.span.start, 6) if t.pos == "VERB")
    return by_verb(next(behind, passage.tokens[most.head])) or MANY


def _positive(passage: Passage, superlative: str, end: int) -> str:
    """The adjective of a superlative: "largest" is "large"."""
    if superlative.startswith(("most ", "most-", "least ", "least-")):
        return superlative[5:].lstrip("-t ") if superlative.startswith("least") else superlative[5:]
    if superlative == "most":
        return _most(passage, end)
    token = next(iter(preceding(passage, end - passage.span.start, 1)), None)
    if token and token.text.lower() == superlative and token.lemma != superlative:
        return token.lemma
    return positive(superlative)
