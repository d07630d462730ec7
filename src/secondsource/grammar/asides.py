"""Numbers that count nothing: days and years, clock times, telephone numbers, list numbers, scores; and ages, apart."""

from __future__ import annotations

import re
from enum import StrEnum

from secondsource.grammar.clock import clock_times
from secondsource.grammar.designators import designators
from secondsource.grammar.number_words import UNITS


class Aside(StrEnum):
    """What a number is that is no count, amount or share."""

    DATE = "date"
    NAME = "name"
    AGE = "age"


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\.|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# "2024 officers" counts, "2024 results" dates: what may be a year is one, unless what follows is often counted.
_COUNTED = (
    r"(?:people|officers|men|women|children|troops|soldiers|personnel|police|staff|workers|employees|jobs|posts|homes|houses|"
    r"patients|students|pupils|voters|votes|deaths|cases|victims|refugees|migrants|families|households|villages|visitors|"
    r"vehicles|seats|shares|units|tons|tonnes|metres|meters|feet|miles|kilometres|acres|hectares|days|hours|passengers|fans|"
    r"protesters|members|participants|tests|observers|dead|wounded|injured|(?:new|more|other|young|local|female|male|armed)\s)"
)
_NO_PLURAL = rf"(?!\s{_COUNTED}\b)"
_YEAR = r"(?:1[6-9]|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\b"
_YEAR_CUE = (
    r"(?:in|since|by|until|till|during|before|after|through|throughout|of|from|(?<!up\s)to|for|year|late|early|mid|fy|spring|"
    r"summer|"
    r"autumn|fall|winter|season|quarter|and|between|last|next|now|the)"
)
_NO_UNIT = r"(?![,.]?\d|%|\s?(?:million|billion|per\s?cent|percent|m\b|km\b|kg\b)|-(?:strong|member|metre|meter|page))"
DATES = re.compile(
    # "6 February 2025", "6-7 February", "February 6, 2025", "October 2024", ISO and numeric dates
    rf"\b{_DAY}(?:\s?(?:[-–/]|to|and|or)\s?{_DAY})?(?:\s(?:of\s)?|-){_MONTH}(?![a-z])(?:,?\s\d{{4}}\b)?"
    rf"|\b{_MONTH}\s{_DAY}(?!\d|[,.]\d{{3}}|%)(?:\s?(?:[-–]|to|and)\s?{_DAY}(?!\d))?(?:,?\s\d{{4}}\b)?{_NO_PLURAL}"
    rf"|\b{_MONTH},?\s(?:of\s)?(?:19|20)\d\d\b"
    # a day whose month fell out: "on 25, 2024"
    r"|(?<=\bon\s)\d{1,2},\s?(?:19|20)\d\d\b(?!,\d)"
    r"|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]{4,15}Z?)?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}-\d{1,2}-\d{4}\b"
    # "2024-25", "the 1990s", "in 2018", "(2015)", "2024's"
    r"|\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)\b(?!,\d)|\b(?:18|19|20)\d0s\b|['’]\d0s\b|\b[1-9]0s\b"
    rf"|\b(?i:{_YEAR_CUE})[\s-]{_YEAR}{_NO_UNIT}{_NO_PLURAL}"
    rf"|\b(?i:in|since|by|until|before|after|during|throughout)\s(?:1\d\d\d\b|{_YEAR}){_NO_UNIT}(?!\s(?:people|officers|troops|soldiers|metres|"
    rf"feet)\b)"
    r"|\(\s?(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|present)?)?\s?\)|(?<![\w,.$€£])(?:19|20)\d\d(?=['’]s\b)"
    rf"|(?<![\w,.$€£-])(?:19|20)\d\d\b{_NO_UNIT}{_NO_PLURAL}"
    # a race of "2:08:11"; times of day are read by grammar.clock
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
)
AGES = re.compile(
    r"\b(?:[a-z]{3,9}(?:[-\s][a-z]{3,5})?|\d{1,3})-year-olds?\b"
    r"|\b(?:aged?|ages)\s(?:(?:between|from|over|under|about|just|of|only)\s)?\d{1,3}(?:\s?(?:[-–]|to|"
    r"and)\s?\d{1,3})?\b"
    r"|\b\d{1,3}\syears\s(?:old|of\sage)\b|(?<=[a-z]{2}),\s(?P<bare>1?\d{1,2}),(?=\s(?:[a-z]|[A-Z][a-z]{1,20}\s[a-z]))"
    # "at 61 she leads the party", "he was 54 when", "turned 30 on Monday"
    r"|\b(?:[Aa]t|[Nn]ow|[Ss]till|[Aa]lready)\s[1-9]\d(?=,?\ss?he\b)"
    r"|\b(?:[Ss]he|[Hh]e|who)\s(?:is|was)\s(?:(?:now|then|only|just)\s)?[1-9]\d(?=[.,;]|\swhen\b)"
    r"|\bturn(?:ed|s|ing)?\s[1-9]\d(?=[.,;]|\s(?:on|in|this|last|next|today|yesterday)\b)"
)
_OLDEST = 110
_FULL_NAME = re.compile(
    r"(?:[A-Z][\w'’.-]{0,20}\s){1,3}(?:(?:de|van|von|der|bin|al|da|di|la)\s){0,2}[A-Z][\w'’-]{1,20}$"
)
NAMES = re.compile(
    # web and e-mail addresses, versions
    r"https?://\S{1,300}|\bwww\.\S{1,200}|(?<!\S)[\w.+-]{1,64}@[\w.-]{1,100}|"
    r"\b[vV]?\d{1,4}(?:\.\d{1,4}){2,5}\b(?<!\.\d{3})"
    # telephone numbers
    r"|(?<!\w)\+\d{1,3}[\s-]?(?:\(?\d{1,5}\)?[\s-]?){1,5}|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|"
    r"\b\d{3}-\d{4}\b"
    r"|\b0\d{2,4}[\s-]\d{3}[\s-]?\d{3,4}\b|\b(?:[Tt]el|[Pp]hone|[Dd]ial|[Cc]all|[Hh]otline|[Tt]elephone|[Tt]ext|"
    r"[Ff]ax|SMS)"
    r"(?:ed|ing|\son|:|\.)?\s(?:toll-free\s)?\+?\(?\d{3,5}\)?(?:[\s-]\d{2,5}){0,4}\b(?![,.]?\d)"
    # "a 50-50 split"
    r"|\b50[-–/]50\b"
    # "1. Officers left", "(2) Kenya": list numbers; coordinates; times such as 2m 14s
    r"|^\s{0,4}\(?\d{1,2}[.)]\s|(?<=[,;:]\s)\([1-9]\)\s|\b\d{1,3}°\s?\d{1,2}['′’]|\b\d{1,3}(?:\.\d{1,6})?°\s?[NSEW]\b"
    r"|\b\d{1,3}m\s?\d{1,2}s\b"
)


# "counts 1 to 5 and 7 to 10", "stages two, four and five": labels of a series, of which there are nine, and three.
_LABELS = {word: number for number, word in enumerate(UNITS) if number}
_LABEL = rf"(?:\d{{1,3}}|{'|'.join(_LABELS)})\b"
_RUN = re.compile(
    r"\b(?P<noun>count|charge|question|lot|chapter|article|section|paragraph|volume|stage|room|gate|ward|item|episode|"
    r"lock|lane|platform|round|leg|phase|runway|hall|reactor|turbine)s\s"
    rf"(?P<labels>{_LABEL}(?:\s?(?:,\s?and\s|,|and\s|&|to\s|through\s|[-–])\s?{_LABEL}){{1,12}})(?![\d,.]*\d|%)"
    r"(?!\s(?:[a-z]{2,15}s|people|men|women|children|hundred|thousand|million|per\s?cent)\b)",
    re.IGNORECASE,
)
_STRETCH = re.compile(rf"({_LABEL})(?:\s?(?:to|through|[-–])\s?({_LABEL}))?", re.IGNORECASE)


def runs(text: str) -> list[tuple[int, int, str, int]]:
    """Labels of a series that are listed: where they stand, what they number, and how many there are.

    >>> runs("guilty on counts 1 to 5 and 7 to 10")
    [(10, 35, 'count', 9)]
    """
    found = []
    for match in _RUN.finditer(text):
        ends = [(_label(a), _label(b or a)) for a, b in _STRETCH.findall(match["labels"])]
        found.append((*match.span(), match["noun"].lower(), sum(max(0, last - first) + 1 for first, last in ends)))
    return found


def _label(written: str) -> int:
    return _LABELS.get(written.lower()) or int(written)


def asides(text: str) -> list[tuple[int, int, Aside]]:
    """The places of all such numbers; where two overlap, the first in the list is meant.

    >>> text = "On 6 February the 54-year-old rang 0800 123 456"
    >>> [(text[a:b], aside.value) for a, b, aside in asides(text)]
    [('6 February', 'date'), ('0800 123 456', 'name'), ('54-year-old', 'age')]
    """
    found = [(time.start, time.end, Aside.DATE) for time in clock_times(text)]
    if _DIGIT.search(text):
        found += [(*match.span(), Aside.DATE) for match in DATES.finditer(text)]
        found += [(d.core[0], d.end, Aside.NAME) for d in designators(text)]
        found += [(*match.span(), Aside.NAME) for match in NAMES.finditer(text)]
    found += [(start, end, Aside.NAME) for start, end, *_ in runs(text)]
    if " or two" in text:
        found += [(*match.span(), Aside.NAME) for match in _OR_TWO.finditer(text)]
    found += [(*match.span(), Aside.AGE) for match in AGES.finditer(text) if _is_age(text, match)]
    return found


_OR_TWO = re.compile(r"\b(?:an?|another)\s[a-z]{2,12}\sor\stwo\b")
_DIGIT = re.compile(r"\d")


def _is_age(text: str, match: re.Match[str]) -> bool:
    """ "Solveig Hauge, 67, said": a bare number is an age only behind a full name."""
    if not (bare := match["bare"]):
        return True
    return int(bare) <= _OLDEST and bool(_FULL_NAME.search(text, max(0, match.start() - 60), match.start()))


_RESULT = (
    r"won|win|wins|winning|lost|lose|beat|beats|beaten|beating|defeat\w{0,3}|victory|draw|drew|drawn|led|lead|leads|"
    r"vote[sd]?|"
    r"voting|score[ds]?|ahead|level|tied?|loss|thrash\w{0,3}|edged|hammered|margin|record|ruled|ruling|decision|sets?"
)
_RESULT_BEFORE = re.compile(rf"\b(?:{_RESULT})\b[^.;]{{0,60}}$", re.IGNORECASE)
_RESULT_AFTER = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|vote|lead|score|ruling|decision|majority|record|thrashing|aggregate|away|"
    r"home)\b"
)
_HIGHEST_SCORE = 300


def is_score(text: str, start: int, first_end: int, second_start: int, end: int, first: float, second: float) -> bool:
    """Whether two whole numbers are the result of a match or a vote and not a range.

    >>> is_score("They won 3-1", 9, 10, 11, 12, 3, 1), is_score("some 10-15 officers", 5, 7, 8, 10, 10, 15)
    (True, False)
    """
    between = text[first_end:second_start]
    if between not in ("-", "–", " to ") or max(first, second) > _HIGHEST_SCORE:
        return False
    if between != " to " and first >= second:
        return True
    return bool(_RESULT_BEFORE.search(text, max(0, start - 70), start) or _RESULT_AFTER.match(text, end))
