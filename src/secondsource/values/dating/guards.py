"""What tells a time from a look-alike: "May" from "may", a year from a count, Sunday from the Sunday Times."""

from __future__ import annotations

import re
from typing import Final

from secondsource.grammar.number_words import ORDINALS
from secondsource.language.tokens import Passage, Token
from secondsource.values.dating.context import token_index
from secondsource.values.dating.words import compiled


def anything(match: re.Match[str], passage: Passage) -> bool:
    """For phrases that look like nothing else."""
    return True


def _left(match: re.Match[str], passage: Passage, width: int) -> str:
    return passage.text[max(0, match.start() - width) : match.start()]


def _after(passage: Passage, i: int | None) -> Token | None:
    return passage.tokens[i + 1] if i is not None and i + 1 < len(passage.tokens) else None


# --- counts ----------------------------------------------------------------------------------------------------------


def _counts(passage: Passage, at: int, tags: tuple[str, ...] = ("NNS", "NNPS")) -> bool:
    """Whether the number at a place counts the noun that follows: "On Thursday 8 officers ..."."""
    i = token_index(passage, at)
    if i is None:
        return False
    token = passage.tokens[i]
    head = passage.tokens[token.head]
    counted = head if token.dep == "nummod" and i < head.i <= i + 4 else _after(passage, i)
    return counted is not None and counted.tag in tags


def day_is_no_count(match: re.Match[str], passage: Passage) -> bool:
    """ "In March 11 shells fell": a month, and a count."""
    return bool(match["year"]) or not _counts(passage, match.start("day"))


def not_between(match: re.Match[str], passage: Passage) -> bool:
    """ "Between 3 and 7 May" is one stretch."""
    return not _left(match, passage, 10).rstrip().lower().endswith("between")


def two_days_are_no_count(match: re.Match[str], passage: Passage) -> bool:
    """ "On March 3 and 40 others ..."."""
    return not_between(match, passage) and not _counts(passage, match.start("second"))


def years_are_no_count(match: re.Match[str], passage: Passage) -> bool:
    """ "From 1900 to 2000 houses"."""
    return not _counts(passage, match.start("last"))


def years_follow(match: re.Match[str], passage: Passage) -> bool:
    """ "2013-14" is a season, "2013-71" a number of something."""
    first, last = match["year"], match["last"]
    return int(first) < int(last) if len(last) == 4 else int(last) == (int(first) + 1) % 100


_AGE: Final = re.compile(r"\b(?:turn(?:s|ed|ing)?|aged?)\s{1,2}$", re.I)


def day_is_no_age(match: re.Match[str], passage: Passage) -> bool:
    """ "She turned 25 May 3": an age, and a day."""
    return not _AGE.search(_left(match, passage, 10))


_CLOCK: Final = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|hours?\b|h\b|GMT|[:.]\d)", re.I)


def weekday_day_is_one(match: re.Match[str], passage: Passage) -> bool:
    """Not "On Sunday 8 officers", nor "Sunday 8 p.m."."""
    if _CLOCK.match(passage.text, match.end("day")):
        return False
    return not _counts(passage, match.start("day"), ("NN", "NNS", "NNPS"))


_ROLE: Final = re.compile(
    r"\b(?:on|by|until|till|before|after|since|from|and|to|(?:morning|afternoon|evening|night|hours)\s{1,2}of)\s{1,2}$",
    re.I,
)


def role_stands_before(match: re.Match[str], passage: Passage) -> bool:
    """ "The 25th" alone may be anybody's; "on the 25th" is a day."""
    return bool(_ROLE.search(_left(match, passage, 16)))


_FEAST_NAMES: Final = re.compile(r"['’]s\s|\s(?:[A-Z]|(?:tree|market|party|dinner|carol|card|bonus|shopping)s?\b)")


def feast_is_one(match: re.Match[str], passage: Passage) -> bool:
    """Not "Easter Road", "a Christmas tree", nor "the new year's budget"; the day itself goes before its name, as in
    "Easter Sunday, 16 April"."""
    text = passage.text
    return not _FEAST_NAMES.match(text, match.end()) and not _DAY_OF_FEAST.match(text, match.end())


_DAY_OF_FEAST: Final = compiled(
    r"(?:\s?,~|\s?\(|~)(?:the~)?(?:{DAY_START}{day}{TH}(?:~of)?~{month}|{endmonth:month}~{endday:day}{DAY_END})"
)


_OF_ANOTHER: Final = re.compile(r"\s{1,2}(?:of|after|from)\s{1,2}(?!(?:today|now)\b)", re.I)


def ends_a_term(match: re.Match[str], passage: Passage) -> bool:
    """ "Within 28 days" of today ends on a day; "within 28 days of sentence" does not say on which."""
    return looks_forward(match, passage) and not _OF_ANOTHER.match(passage.text, match.end())


# --- months and seasons ----------------------------------------------------------------------------------------------

_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "a"})
_LEFT_OF_MONTH: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|from|to|through|of|between|and|or|during|early|mid|late|for|around|"
    r"throughout|about|the|its|their|his|her|our|these|those|a|as of|than|on)(?:\s{1,2}|-)|['’]s\s|[–—-])$",
    re.I,
)
_RIGHT_OF_MONTH: Final = re.compile(r"['’]s\b|\s?[–—-]\s?[A-Z]|\s(?:and|or|to|through)\s[A-Z]")
_NAME_FOLLOWS: Final = re.compile(r"\s[A-Z][a-z]+")
_GIVEN_NAMES: Final = frozenset({"april", "may", "june", "august", "january"})


def month_is_one(match: re.Match[str], passage: Passage) -> bool:
    """A month's name alone needs a sign that it is one: a preposition, a possessive, a noun that it describes."""
    word, i = match["month"].lower(), token_index(passage, match.start("month"))
    if i is not None and passage.tokens[i].tag in ("MD", "VB", "VBP", "VBD"):
        return False
    if match["rel"]:
        return True
    cue, right = _LEFT_OF_MONTH.search(_left(match, passage, 12)), passage.text[match.end() : match.end() + 24]
    if not cue:
        return word not in _GIVEN_NAMES and bool(_RIGHT_OF_MONTH.match(right))
    if word in _GIVEN_NAMES and _NAME_FOLLOWS.match(right):
        return False
    if cue[0].strip(" -").lower() in _DETERMINERS:
        following = _after(passage, i)
        return following is None or following.pos in ("NOUN", "PROPN", "ADJ", "NUM") or right[:1] in ("-", "'", "’")
    return True


_LEFT_OF_SEASON: Final = re.compile(
    r"\b(?:in|by|since|until|till|before|after|during|over|through|throughout|early|mid|late|for|of)(?:-|\s{1,2})$",
    re.I,
)


def season_is_one(match: re.Match[str], passage: Passage) -> bool:
    """ "In the spring" is a season; a spring in the hill, prices that fall and a summer school are none."""
    i = token_index(passage, match.start("season"))
    if i is not None and passage.tokens[i].pos not in ("NOUN", "PROPN"):
        return False
    if match["year"] or match["rel"] or match["relyear"]:
        return True
    following = _after(passage, i)
    if match["season"].lower() == "fall" or (following is not None and following.pos in ("NOUN", "PROPN")):
        return False
    return bool(_LEFT_OF_SEASON.search(_left(match, passage, 14)))


# --- years -----------------------------------------------------------------------------------------------------------

_STRONG_YEAR: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|throughout|through|early|late|mid|year|circa|season|as of|"
    r"(?:first|second|third|fourth|last|final)\s(?:day|half|week|weekend)\sof|(?:end|start|beginning|middle|summer|winter|spring|autumn|fall)\sof)\s{1,2}|"
    r"\b(?:mid|early|late|pre|post)-|[(\[]\s?(?:(?:b|c|ca|d|est|née)\.?\s)?|"
    r"(?-i:\b(?:Day|Festival|Games|Cup|Olympics|Expo|Euro|Championships?|Season|Awards?|Conference|Summit)\s{1,2}))$",
    re.I,
)
_WEAK_YEAR: Final = re.compile(
    r"(?:\b(?:of|for|from|to|between|and|or|around|about|than|the|this|its|their|his|her|our|at\sleast|with|over|into|"
    r"only|born|an?)\s{1,2}|['’]s\s|(?:[^\d\s]|\b(?:1[89]|20)\d\d)\s?,\s{1,2}|[^\d]\s?[;:|]\s{1,2}|^\W{0,3})$",
    re.I,
)
_OLDEST_WEAK: Final = 1800
"""With no more than "of" or "the" before it, an older number is a number."""
_NAMING: Final = re.compile(r"(?:\b(?:the|its|their|his|her|our|this|a)\s{1,2}|['’]s\s|[a-z]-)$", re.I)
_SUM_OF: Final = re.compile(
    r"\b(?:total|sum|number|maximum|minimum|average|population|force|crowd|limit|cost|price|some|resolution|no\.?|"
    r"rose|fell|up|down|grew|increased|dropped|rises|section|article)\s(?:of|to|from)\s{1,2}$",
    re.I,
)
_RIGHT_OF_YEAR: Final = re.compile(
    r"\s?(?:%|(?:percent|per\scent|million|billion|thousand|lakh|crore|km|kg|[kmg]|MW|GW)\b)"
)


def year_is_one(match: re.Match[str], passage: Passage) -> bool:
    """Four digits are a year only with a sign that they are, and never when they count a noun."""
    left = _left(match, passage, 24)
    if _RIGHT_OF_YEAR.match(passage.text, match.end()) or _SUM_OF.search(left):
        return False
    if not _NAMING.search(left) and _counts(passage, match.start()):
        return False
    return bool(_STRONG_YEAR.search(left) or (int(match["year"]) >= _OLDEST_WEAK and _WEAK_YEAR.search(left)))


# --- weekdays and relative times -------------------------------------------------------------------------------------

_OF: Final = re.compile(r"\s{1,2}of\s")
_BEFORE_NAME: Final = re.compile(
    r"\b(?:Black|Good|Bloody|Ash|Super|Cyber|Easter|Palm|Shrove|Maundy|Giving|Holy|Whit|"
    r"(?i:every|each|most|any|first|second|third|fourth|fifth|final|other))\s{1,2}$"
)
_AFTER_NAME: Final = re.compile(
    r"['’]s\s(?:paper|edition|newspaper|issue)\b|"
    r"\s(?:Times|Telegraph|Mail|Mirror|Post|Independent|Herald|Tribune|Express|Night\s(?:Football|Live)|Club|Group|Standard)\b"
)


def weekday_is_one(match: re.Match[str], passage: Passage) -> bool:
    """Not the Sunday Times, Black Friday, Friday's paper or every Monday."""
    if _AFTER_NAME.match(passage.text, match.end("weekday")):
        return False
    if match["rel"] and not match["week"] and _OF.match(passage.text, match.end()):
        return False
    return not _BEFORE_NAME.search(_left(match, passage, 12))


_AHEAD: Final = re.compile(
    r"\b(?:will|shall|must|can|may|could|might|should|to|due|would|is|are|begins?|opens?)\b", re.I
)


def not_of_something(match: re.Match[str], passage: Passage) -> bool:
    """ "The last week of October" is October's; "the last year of" a contract is no date."""
    return not _OF.match(passage.text, match.end())


_SO_OFTEN: Final = re.compile(r"\b(?:times?|once|twice)(?:\s{1,2}[a-z]{1,12}){0,2}\s{1,2}$", re.I)
_RANKED: Final = re.compile(
    r"\b(?:is|are|['’]s)\s{1,2}(?:\w{1,12}\s{1,2}){0,3}(?:"
    + "|".join(word for word in ORDINALS if " " not in word)
    + r"|\d{1,3}(?:st|nd|rd|th)|\w{2,12}est|most|least|best|worst|only)\b[^.,;:]{0,48}$",
    re.I,
)


def looks_forward(match: re.Match[str], passage: Passage) -> bool:
    """ "Will open in two weeks" against "rebuilt in two weeks": only the first is a date.

    So many years are looked back on in "for the third time in five years", "is the worst storm in 40 years".
    """
    left = _left(match, passage, 80)
    return bool(_AHEAD.search(left)) and not _SO_OFTEN.search(left) and not _RANKED.search(left)


_GONE_BY: Final = re.compile(r"\b(?:been|for|is|was|it['’]s|over|than)\s{1,2}(?:\w+\s{1,2}){0,2}$", re.I)
_SINCE: Final = re.compile(r",?\s{1,2}(?:since|that|when)\b", re.I)


def not_gone_by(match: re.Match[str], passage: Passage) -> bool:
    """ "The results follow five weeks today" against "it has been shut five weeks today"."""
    gone = _GONE_BY.search(_left(match, passage, 40)) or _SINCE.match(passage.text, match.end())
    return bool(match["from"]) or not gone


def not_yesterday(match: re.Match[str], passage: Passage) -> bool:
    """ "The day before yesterday" has a row of its own."""
    return not re.compile(r"\s{1,2}(?:yesterday|tomorrow)", re.I).match(passage.text, match.end())
