"""Parts and multiples in words: "two-thirds", "one in seven", "half the officers"; "doubled", "three times as many"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from secondsource.grammar.bounds import Hedge
from secondsource.grammar.number_words import SCALES
from secondsource.grammar.numerals import HALVED, numerals
from secondsource.grammar.wordlist import preceded_by, words


class Part(NamedTuple):
    """A share of a whole, or a factor, and its place in the text."""

    start: int
    end: int
    value: float
    step: float
    is_factor: bool
    hedge: Hedge = Hedge.EXACT
    """What the words themselves say of it: "most of" is more than half."""
    best: int = 0
    """Of how many points it is a mark: 10 in "3.2/10"; 0 where it is none."""


FRACTION_STEP = 0.01
"""A fraction in words is taken to the nearest hundredth: "a third" is 33 %, "one in seven" 14 %."""
FACTOR_STEP = 0.1

DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
"""Of how many parts a fraction in words is one."""
_NAMES = tuple(DENOMINATORS)
_PARTS = "|".join(_NAMES)
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|eleven|twelve|[a-z]{3,5}teen)"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
# After "a third" a noun would make it an ordinal ("a third contingent"); these words begin no noun phrase of that kind.
_NO_NOUN = (
    r"(?=\s*(?:[.,;:)!?”\"]|$|[-–—]\s)|\s(?:of|to|from|in|on|at|by|since|than|more|less|fewer|higher|lower|larger|"
    r"smaller|"
    r"above|below|beyond|compared|said|say|says|were|was|are|is|have|has|had|did|do|and|or|but|as|for|with|during|over|between|when|while|"
    r"after|before|who|which|that|last|this|against|again|into|off|down|up|the|its|their|his|her|our|live|lived|"
    r"voted|vote|"
    r"came|come|went|want|wanted|would|will|could|believe|think)\b)"
)
# "seven in ten days", "one in two million", "two in four cities" are no shares.
_NO_WHOLE = (
    r"(?!\s(?:million|billion|days|weeks|months|years|hours|minutes|seconds|cities|countries|places|locations|games|"
    r"matches|parts|towns|villages|per\s?cent|percent)\b|-|,\d|\s?%)"
)
_PERIODS = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|mornings?|evenings?|nights?|weekends?|games?|matche?s?|times?|"
    r"seasons?|[a-z]{2,6}days?|counts?|matters?|wins?|attempts?|races?|sets?)\b"
)
_FRACTIONS = re.compile(
    rf"\b(?!(?:three[-\s]quarters|a\squarter|half|a\sthird|two[-\s]thirds)(?:\sof)?\san?\s(?:million|billion|trillion|"
    rf"thousand|hundred|century|{HALVED})\b)"
    rf"(?:(?P<many>two|three|four|five|six|seven|eight|nine)[\s-](?P<parts>(?:{_PARTS})s|halves)\b"
    rf"|(?P<a>an?|one)[\s-](?P<part>{_PARTS})\b{_NO_NOUN}"
    rf"|(?P<n>\d{{1,3}}|{_SMALL})\s(?:in(?:\severy)?|out\sof(?:\severy)?)\s"
    rf"(?P<d>\d{{1,4}}|{_SMALL}|twelve|twenty|a\shundred|a\sthousand)\b{_NO_WHOLE}"
    rf"|(?P<each_n>\d{{1,3}}|{_TENS}(?:[-\s](?:{_SMALL}))?|{_SMALL})\s(?:[a-z]{{2,15}}\s){{0,2}}(?:in|(?:out\s)?of)\s"
    rf"(?:every|each)\s(?P<each_d>\d{{1,4}}(?![\d.]|,\d)|{_SMALL}|twelve|twenty|fifty|(?:one\s)?(?:hundred|thousand))\b"
    rf"(?!\s(?:million|billion|days|weeks|months|years|hours|minutes|seconds|per\s?cent|percent)\b|-|\s?%)"
    # "three houses in four", "nine cases out of ten"
    rf"|(?P<noun_n>\d{{1,2}}|{_SMALL})\s(?!{_PERIODS})(?:people|women|men|children|[a-z]{{3,15}}s|(?<=\bone\s)[a-z]{{3,15}})\s"
    rf"(?:in|out\sof)\s(?P<noun_d>\d{{1,3}}|{_SMALL}|twelve|twenty|a\shundred)\b{_NO_NOUN}"
    # "every fifth egg"
    rf"|every\s(?P<every>second|{'|'.join(_NAMES[1:])})(?=\s(?!{_PERIODS}|of\b|that\b|was\b|is\b)[a-z]{{3}})"
    # "without a penny of interest"
    r"|(?P<nothing>(?:without|not)\s(?:a|one)\s(?:single\s)?(?:penny|cent|centime|farthing|crown|shilling|dime))"
    r"(?=\s(?:of|in)\s(?:interest|tax|duty|commission|rent)\b)"
    r"|(?P<slash>\d{1,2}/\d{1,3})(?=\sof\b)"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|our|those|these|all|that|to|were|are|have|had|said|voted|"
    r"a(?=\s(?:percentage|per)))\b|\s*[.,;)]|$))",
    re.IGNORECASE,
)
_GIVEN = preceded_by("of as a an it rated scores scored")
# "A rating of 3.2/10", "scored 71 out of 100", "gave it 8/10": a mark is no part of anything.
_MARKS = re.compile(
    rf"(?<![\d./])(?P<mark>\d{{1,3}}\.\d{{1,2}}|\d{{1,3}}(?=/100)|{_GIVEN}\d{{1,2}}(?=/10|\sout\sof\s10))"
    r"(?:\s?/\s?|\sout\sof\s)(?P<best>5|10|20|100)(?![\d/]|[.,]\d)" + _NO_NOUN
)
_A_PERIOD = re.compile(
    r"\b(?:first|second|other|latter|better|final|opening|next|last|previous|third|fourth|each|one|and\sa|and)\s$",
    re.IGNORECASE,
)
_TIMES_WORDS = "|".join(("one and a half", "two and a half", *_SMALL.split("|")[2:], "twenty")).replace(" ", r"\s")
_COMPARED = r"(?=\s(?:as|the|more|higher|larger|bigger|what|its|their|that|less|fewer|lower|faster|longer)\b)"
_OTHER_DOUBLES = (
    r"(?!-(?:decker|digit|edged|click|check|glazed|header))"
    r"(?!\s(?:rooms?|decker|digits?|standards?|agent|beds?|murder|vision|win|gold|play|act|bill|duty)\b)"
)
_STEMS = "doubl|tripl|trebl|quadrupl|quintupl|halv"
# A bare "double" is a verb or a multiple only in such company; else it is a room or a drink.
_MAY = preceded_by("to will would could can may than")
_FACTORS = re.compile(
    r"\b(?:(?P<again>half\sas\s(?:much|many|big|large|long)\sagain)\b"
    r"|(?P<half>half\sas\s(?:much|many|big|large|long|high)(?!\sagain))\b"
    r"|(?P<twice>twice)(?=\s(?:as|the|its|what|that|their|his|her|this|last|those)\b)"
    rf"|(?P<times>\d{{1,4}}(?:\.\d{{1,2}})?|{_TIMES_WORDS})(?:\stimes{_COMPARED}|-?x\b|[-\s]?fold\b)"
    rf"|(?P<verb>(?:{_STEMS})(?:ed|es|ing)|{_MAY}(?:{_STEMS})e|(?:{_STEMS})e(?=\s(?:the|its|what|that|their|this|"
    rf"last|those)\b)|twofold|threefold|fourfold|fivefold|sixfold|"
    rf"sevenfold|eightfold|tenfold)\b{_OTHER_DOUBLES})",
    re.IGNORECASE,
)
_VERBS = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5, "twofold": 2.0,
    "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0,
    "tenfold": 10.0,
}  # fmt: skip


_MOST = re.compile(
    r"\b(?:most|(?:an?|the)\s(?:\w{2,12}\s)?(?:majority|(?P<few>minority)))(?=\sof\s(?!\d|(?:one|two|three|four|five|six|"
    r"seven|eight|nine|ten|just|only|more|less|almost|nearly|about|all|his|it|this|that|them|us|you|those|these|which|whom)\b))",
    re.IGNORECASE,
)


# Without one of these there is nothing to find; most sentences end here.
_HINTS = (
    *_NAMES,
    *words("halv fold doubl tripl trebl quadrupl quintupl twice times most majority minority"),
)
_ONE_IN = re.compile(
    r"every\ssecond\s|(?:without|not)\s(?:a|one)\s|[a-z]\s(?:in|out\sof)\s(?:\d|a\shundred|twe|"
    r"(?:three|four|five|six|seven|eight|nine|ten)\b)|"
    r"[\da-z]\s(?:in|of)\s(?:every|each)\s|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:in|out\sof)\s|\dx\b|\d\s?/\s?\d"
)


def parts(text: str) -> Iterator[Part]:
    """Every part and multiple in words; a half of a match, a third contingent and two in four cities are none.

    >>> text = "Two-thirds of them left; arrivals doubled; a third contingent"
    >>> [(part.value, part.is_factor) for part in parts(text)]
    [(0.666667, False), (2.0, True)]
    """
    folded = text.lower()
    if not any(hint in folded for hint in _HINTS) and not _ONE_IN.search(folded):
        return
    for match in _MARKS.finditer(text):
        mark, best = float(match["mark"]), int(match["best"])
        if mark <= best:
            yield Part(*match.span(), mark / best, _last_place(match["mark"]) / best, False, best=best)
    for match in _FRACTIONS.finditer(_MARKS.sub(lambda mark: "_" * len(mark[0]), text)):
        share = _share(match)
        period = bool(match["half"] or match["part"]) and _A_PERIOD.search(
            text, max(0, match.start() - 10), match.start()
        )
        if share is not None and not period:
            yield Part(*match.span(), share, FRACTION_STEP, False)
    for match in _MOST.finditer(text):
        yield Part(*match.span(), 0.5, 0.0, False, Hedge.BELOW if match["few"] else Hedge.ABOVE)
    for match in _FACTORS.finditer(text):
        yield Part(*match.span(), *_factor(match), True)


_SMALL_BASE = 10
"""Up to which "out of" is a way to say a share; above it only a round hundred is."""


def _share(match: re.Match[str]) -> float | None:
    if match["half"]:
        return 0.5
    if match["nothing"]:
        return 0.0
    if match["every"]:
        return _ratio(1, DENOMINATORS.get(match["every"].lower(), 2))
    if match["noun_n"]:
        return _ratio(_number(match["noun_n"]), _number(match["noun_d"]))
    if match["slash"]:
        above, _, below = match["slash"].partition("/")
        return _ratio(int(above), int(below))
    if match["n"]:
        above, below = _number(match["n"]), _number(match["d"])
        counted = "out" in match[0].lower() and "every" not in match[0].lower() and below > _SMALL_BASE and below % 100
        return None if counted else _ratio(above, below)  # "12 out of 40 lamps" counts lamps
    if match["each_n"]:
        return _ratio(_number(match["each_n"]), _number(match["each_d"]))
    part = (match["parts"] or match["part"]).lower()
    below = 2 if part == "halves" else DENOMINATORS[part.removesuffix("s")]
    return _ratio(_number(match["many"] or "one"), below)


def _last_place(figure: str) -> float:
    """
    >>> _last_place("71"), _last_place("3.2")
    (1.0, 0.1)
    """
    return float(10 ** -len(figure.partition(".")[2]))


def _number(word: str) -> int:
    """
    >>> _number("7"), _number("seven"), _number("a hundred")
    (7, 7, 100)
    """
    if word.lower() in SCALES:
        return SCALES[word.lower()]
    return int(word) if word.isdigit() else round(numerals(word)[0].value)


def _ratio(above: int, below: int) -> float | None:
    return round(above / below, 6) if 0 < above < below else None


def _factor(match: re.Match[str]) -> tuple[float, float]:
    """The factor and how finely it is stated."""
    if match["again"]:
        return 1.5, FACTOR_STEP
    if match["half"]:
        return 0.5, FACTOR_STEP
    if match["twice"]:
        return 2.0, FACTOR_STEP
    if verb := match["verb"]:
        return next(factor for stem, factor in _VERBS.items() if verb.lower().startswith(stem)), FACTOR_STEP
    numeral = numerals(match["times"])[0]
    return numeral.value, min(numeral.step, 1.0) / 2 if numeral.exact else numeral.step
