"""The words around a figure that say how far it binds: "more than", "up to", "about", "or so"."""

from __future__ import annotations

import re
from enum import StrEnum


class Hedge(StrEnum):
    """How a figure is meant."""

    EXACT = "exactly"
    ABOUT = "about"
    ABOVE = "more than"
    AT_LEAST = "at least"
    BELOW = "less than"
    AT_MOST = "up to"
    RANGE = "between"
    JUST_ABOVE = "just over"
    JUST_BELOW = "nearly"
    VAGUE = "unspecified"


# Of the phrases that end at a figure the longest counts: "no more than" and not its "more than".
BEFORE: dict[Hedge, str] = {
    Hedge.JUST_BELOW: (
        "nearly|almost|just under|just below|just short of|just less than|just fewer than|a little under|"
        "a little less than|a little fewer than|slightly under|slightly below|slightly less than|slightly fewer than|"
        "a shade under|a fraction under|marginally under|marginally below|approaching|not quite|nearing|close on|shy "
        "of|just shy of"
    ),
    Hedge.JUST_ABOVE: (
        "just over|just above|just more than|a little over|a little more than|a little above|slightly over|slightly "
        "above|"
        "slightly more than|a shade over|a fraction over|marginally over|marginally above|marginally more than|a bit "
        "over|a bit more than"
    ),
    Hedge.AT_LEAST: (
        "at least|at the very least|a minimum of|minimum of|minimum|no fewer than|no less than|not less than|"
        "not fewer than|not below|no lower than|upwards of|upward of"
    ),
    Hedge.AT_MOST: (
        "up to|at most|at the most|no more than|not more than|a maximum of|maximum of|maximum|as many as|"
        "as much as|as high as|not exceeding|not over|not above|no higher than|no greater than|never more than|"
        "no larger than|no longer than|no later than"
    ),
    Hedge.ABOVE: (
        "more than|over|above|in excess of|greater than|exceeding|exceeded|exceeds|exceed|higher than|"
        "larger than|bigger than|longer than|taller than|heavier than|beyond|surpassing|surpassed|surpasses|topping|"
        "topped|north of|well over|far more than"
    ),
    Hedge.BELOW: (
        "fewer than|less than|under|below|lower than|smaller than|shorter than|lighter than|short of|south of|"
        "well under"
    ),
    Hedge.ABOUT: (
        "about|some|around|roughly|approximately|approx|approx.|circa|circa.|ca.|ca|c.|an estimated|estimated|close to|"
        "in the region of|in the order of|on the order of|of the order of|more or less|somewhere around|in the "
        "vicinity of|"
        "or so|something like|broadly|near|~|≈"
    ),
}
AFTER: dict[Hedge, str] = {
    Hedge.AT_LEAST: (
        "or more|or over|or above|or higher|and over|and above|and more|plus|-plus|+|at the very least|minimum"
    ),
    Hedge.AT_MOST: "or fewer|or less|or under|or below|or lower|at the most|maximum|tops",
    Hedge.ABOUT: "or so|or thereabouts|-odd|odd|give or take|-ish|more or less",
}
_HEDGE_OF = {phrase: hedge for hedge, phrases in BEFORE.items() for phrase in phrases.split("|")}
_HEDGE_AFTER = {phrase: hedge for hedge, phrases in AFTER.items() for phrase in phrases.split("|")}
_HEDGE_AFTER.update({"at least": Hedge.AT_LEAST, "at most": Hedge.AT_MOST})


def _phrases(of: dict[str, Hedge]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(of, key=len, reverse=True))


_MOST_WORDS = max(phrase.count(" ") for phrase in _HEDGE_OF) + 1
_WINDOW = 44
"""Characters of the longest phrase with what may stand between it and the figure."""
_PIECE = re.compile(r"[^\W\d_][\w.’'-]*|[~≈]")
_FILLERS = frozenset(("a", "an", "another", "additional", "further", "only", "just"))
_OPEN_AFTER = {phrase: hedge for phrase, hedge in _HEDGE_AFTER.items() if phrase[0].isalpha() and phrase[:3] != "at "}
_AFTER = re.compile(
    r"(?P<tight>\+|-plus|-odd|-ish)(?!\w)"
    rf"|\s(?:(?P<phrase>{_phrases(_OPEN_AFTER)})\b|(?P<closing>at\sleast|at\smost)(?=\s*(?:[.,;:)!?]|$)))"
    r"|\s(?:[^\W\d]{2,20}\s){1,2}(?P<apart>or\smore|or\sfewer|or\sless|or\sso)\b",
    re.IGNORECASE,
)
# "2,000 euros plus costs", "12 plus 3" add something.
_ADDED = re.compile(
    r"\splus\s(?:\d|[$€£¥₹]|an?\b|the\b|(?:costs?|interest|expenses|fees?|tax(?:es)?|VAT|bonus(?:es)?|add-ons|postage|tips)\b)"
)
# "at no time were more than 580 employed", "no ferry may carry more than 130": neither was ever passed. What is told
# behind an "and" or a comma has a verb of its own, as in "nobody died and more than 40 were hurt".
_NEVER = re.compile(
    r"\b(?:never|nobody|no\s?one|none\sof|at\sno\s(?:time|point)|(?:not|n['’]t)\s(?:\w{1,12}\s)?|"
    r"no\s(?:[a-z-]{2,16}\s){1,2}(?:may|can|must|shall|could|should))"
    r"(?:(?!\b(?:and|but|as|when|while|though|although|so|after|because|since|before|until)\b)[^.,;:]){0,30}$",
    re.IGNORECASE,
)
_OPPOSITE = {Hedge.ABOVE: Hedge.AT_MOST, Hedge.BELOW: Hedge.AT_LEAST}
# "Hand over 22 slots", "brought about 30 reforms", "goes up to 30": a part of the verb and no bound.
_OF_THE_VERB = re.compile(
    r"\b(?:(?:go(?:es|ing|ne)?|went|mov(?:e[sd]?|ing)|put(?:s|ting)?|push(?:es|ed)?)\sup\sto|"
    r"(?:(?:hand|sign|turn)(?:s|ed|ing)?|tak(?:e|es|en|ing)|took)\sover|(?:bring(?:s|ing)?|brought)\sabout)$",
    re.IGNORECASE,
)
# "Averaged over 12 matches", "spread over three years": across so many, and no more.
_ACROSS = re.compile(
    r"\b(?:averag(?:ed?|es|ing)|spread(?:s|ing)?|split|stagger(?:ed|s)?|phased|calculated|distributed|divided)\sover$",
    re.IGNORECASE,
)
# "3 million euros over five years": for so long, and no more; what "lasted over five years" lasted longer.
_IN_ALL = re.compile(
    r"(?:\d|%|\b(?:million|billion|thousand|hundred|cent|percent|euros|dollars|pounds|francs|crowns|yen|rupees))\sover$",
    re.IGNORECASE,
)
# "Took over 900 objects away" has another particle, so that its "over" is a bound again.
_PARTICLE = re.compile(
    r"\S{1,12}(?:\s(?!(?:and|or|but|who|which|that)\b)[\w’'-]{1,20}){1,4}?\s"
    r"(?:away|out|off|home|aboard|ashore|on\sboard|into|out\sof|prisoner|hostage|captive|along|with\s(?:them|him|her|it|us))\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:\S{1,12}[\s-]){1,2}(?:second|minute|hour|day|week|month|year|decade|per\s?cent)s?\b|[\d.,]{1,9}\s?%"
)
# "over another kroner" is no bound: only some phrases may be parted from their figure.
_NO_ARTICLE = {"over", "above", "under", "below", "some", "around", "about", "beyond", "near"}


def before(text: str, at: int) -> tuple[Hedge, int] | None:
    """The bound that ends where a figure (with its currency sign) begins, and where the bound itself begins.

    >>> before("more than 700 officers", 10)
    (<Hedge.ABOVE: 'more than'>, 0)
    >>> before("over the 1,050 job losses", 9)
    >>> before("They hand over 22 slots", 15)
    >>> before("It lasted over 12 years", 15), before("The cost is spread over 12 years", 24)
    ((<Hedge.ABOVE: 'more than'>, 10), None)
    >>> before("It pays 4 million over 12 years", 23)
    >>> before("They took over 900 objects away", 15)
    (<Hedge.ABOVE: 'more than'>, 10)
    >>> before("At no time were more than 580 employed", 26)
    (<Hedge.AT_MOST: 'up to'>, 16)
    """
    phrase = _before(text, at)
    if phrase is None:
        return None
    hedge, start = phrase
    if _ACROSS.search(text, max(0, start - 13), at - 1):
        return None
    if _IN_ALL.search(text, max(0, start - 10), at - 1) and _LASTING.match(text, at):
        return None
    if _OF_THE_VERB.search(text, max(0, start - 10), at - 1) and not (
        _LASTING.match(text, at) or _PARTICLE.match(text, at)
    ):
        return None
    outer = _before(text, start)
    if outer and hedge is Hedge.ABOUT and outer[0] is not Hedge.ABOUT:
        hedge, start = outer  # "more than an estimated 600"
    elif outer and outer[0] is Hedge.ABOUT:
        start = outer[1]
    if hedge in _OPPOSITE and is_denied(text, start):
        hedge = _OPPOSITE[hedge]
    return hedge, start


def is_denied(text: str, start: int) -> bool:
    """Whether the bound that begins at a place is said never to be passed, so that its opposite is meant.

    >>> text = "No ferry may carry more than 130 people"
    >>> is_denied(text, text.index("more"))
    True
    """
    return _NEVER.search(text, max(0, start - 45), start) is not None


def _before(text: str, at: int) -> tuple[Hedge, int] | None:
    """The longest bound whose last word stands right before a place."""
    window = max(0, at - _WINDOW)
    pieces = list(_PIECE.finditer(text, window, at))[-_MOST_WORDS - 1 :]
    if not pieces or text[pieces[-1].end() : at].strip() or at - pieces[-1].end() > 1:
        return None
    run = [pieces[-1]]
    for piece in reversed(pieces[:-1]):
        if not text[piece.end() : run[0].start()].isspace():
            break
        run.insert(0, piece)
    return _phrase(run) or (_phrase(run[:-1], parted=True) if run[-1][0].lower() in _FILLERS else None)


def _phrase(run: list[re.Match[str]], parted: bool = False) -> tuple[Hedge, int] | None:
    for first in range(len(run)):
        phrase = " ".join(piece[0].lower() for piece in run[first:])
        hedge = _HEDGE_OF.get(phrase)
        if hedge and not (parted and phrase in _NO_ARTICLE):
            return hedge, run[first].start()
    return None


def after(text: str, at: int) -> tuple[Hedge, int] | None:
    """The bound that begins where a figure (with its unit) ends, and where the bound itself ends.

    >>> after("600 officers or more", 3)
    (<Hedge.AT_LEAST: 'at least'>, 20)
    >>> after("400-odd soldiers", 3)
    (<Hedge.ABOUT: 'about'>, 7)
    """
    match = _AFTER.match(text, at, min(len(text), at + 60))
    if match is None or _ADDED.match(text, at):
        return None
    phrase = match["tight"] or match["phrase"] or match["closing"] or match["apart"]
    return _HEDGE_AFTER[_flat(phrase)], match.end()


def _flat(words: str) -> str:
    return re.sub(r"\s", " ", words.lower())


_CHANGED = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|fall(?:s|ing|en)?|fell|grow(?:s|ing|n|th)?|grew|increas\w{1,4}|decreas\w{1,4}|"
    r"drop(?:s|ped|ping)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|declin\w{1,4}|up|down|cut(?:s|ting)?|rais(?:e|es|ed|"
    r"ing)|"
    r"lower(?:s|ed|ing)?|reduc\w{1,5}|revis\w{1,4}|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|went|go(?:es|ing)?|"
    r"expand\w{0,3}|"
    r"shrink\w{0,3}|shrank|shrunk|swell\w{0,3}|swelled|surg\w{1,3}|soar\w{0,3}|slump\w{0,3}|slid(?:e|es|ing)?|"
    r"plung\w{1,3}|"
    r"doubl\w{1,3}|tripl\w{1,3}|widen\w{0,3}|narrow\w{0,3}|eas(?:e|ed|es|ing)|slip\w{0,4}|tumbl\w{1,3}|improv\w{1,4}|"
    r"upgrad\w{1,4}|downgrad\w{1,4}|amend\w{0,3}|correct\w{0,3}|from)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|rang(?:e|es|ed|ing)\sfrom|(?:any|some)where\sfrom|anything\sfrom)\s(?:[$€£¥₹]|[A-Z]{1,3}\$)?$",
    re.IGNORECASE,
)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|anything|anywhere|somewhere)\sfrom\s\S{0,3}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:(?:somewhere\s|anywhere\s)?between)\s(?:[$€£¥₹]|[A-Za-z]{1,3}\$?\s?)?$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—‑]\s?(?:[$€£¥₹])?|-to-|-or-")
_TO = re.compile(r"\s(?:to|or)\s(?:[$€£¥₹]|[A-Z]{1,3}\$)?")
_AND = re.compile(r"\s(?:and|to)\s(?:[$€£¥₹]|[A-Z]{1,3}\$)?")


def joins_range(text: str, first_start: int, first_end: int, second_start: int) -> int | None:
    """Where a range of two figures begins, or None where the two are separate values.

    >>> joins_range("between 100 and 150 people", 8, 11, 16)
    0
    >>> joins_range("rose from 100 to 150", 10, 13, 17)
    """
    between = text[first_end:second_start]
    if len(between) > 12:
        return None
    ahead = max(0, first_start - 24)
    if _AND.fullmatch(between) and (match := _BETWEEN.search(text, ahead, first_start)):
        return match.start()
    if _DASH.fullmatch(between):
        return first_start
    if not _TO.fullmatch(between):
        return None
    if match := _RANGING.search(text, ahead, first_start):
        return match.start()
    if match := _FROM.search(text, ahead, first_start):
        return None if _CHANGED.search(text, max(0, match.start() - 80), match.start()) else match.start()
    return None if _CHANGED.search(text, max(0, first_start - 40), first_start) else first_start
