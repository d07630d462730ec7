"""What each numeral of a text is: a count, an amount of money, a share, an age, or no quantity at all.

The kinds of value know nothing of one another; which of them a figure belongs to is decided here, once.
Dates are set aside first, then numbers that name something, then money and shares; what is left counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from math import inf

from secondsource.grammar import bounds, currencies
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.designators import designators
from secondsource.grammar.numerals import Numeral, numerals
from secondsource.grammar.quantity import Quantity


class Role(StrEnum):
    """What a figure is there for."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    POINTS = "percentage points"
    AGE = "age"
    FRACTION = "fraction"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its setting; all places are offsets into the text that was read.

    ``start`` to ``end`` covers the bound and the unit that were read here, ``core`` the figure (or both of a range).
    ``step`` is the size of one unit in the last place written, also where the quantity is exact.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    quantity: Quantity
    role: Role
    step: float
    digits: bool
    currency: str = ""
    dotted: bool = False
    per: str = ""
    bracketed: bool = False
    """Whether it stands in brackets of its own: "412.3 million euros ($445 million)"."""
    unit_end: int = 0
    """Where the words after the unit begin (equal to ``core_end`` where the figure has no unit of its own)."""


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\.|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PLURAL_NEXT = r"(?!\s(?:(?!(?:was|is|as|its|his|this|has|yes|us|thus|plus|less|across|towards|besides|perhaps|always|versus)\b)[a-z]{2,}s\b|people|men\b|women\b|children\b|troops\b|personnel\b|police\b|(?:new|more|other|young|local|female|male|armed)\s))"
_DATES = re.compile(
    rf"\b{_DAY}(?:\s?(?:[-–/]|to|and|or)\s?{_DAY})?(?:\s(?:of\s)?|-){_MONTH}(?![a-z])(?:,?\s\d{{4}}\b)?"
    rf"|\b{_MONTH}\s{_DAY}(?!\d|[,.]\d{{3}}|%)(?:\s?(?:[-–]|to|and)\s?{_DAY}(?!\d))?(?:,?\s\d{{4}}\b)?{_PLURAL_NEXT}"
    rf"|\b{_MONTH},?\s(?:of\s)?(?:19|20)\d\d\b"
    r"|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]{4,15}Z?)?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}-\d{1,2}-\d{4}\b"
    r"|\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)\b(?!,\d)|\b(?:18|19|20)\d0s\b|['’]\d0s\b|\b[1-9]0s\b"
    r"|(?<![\w,.$€£-])(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough|[Tt]hroughout|[Oo]f|[Ff]rom|[Tt]o|[Ff]or|year|[Ll]ate|[Ee]arly|[Mm]id|FY|"
    r"spring|summer|autumn|fall|winter|season|quarter|[Tt]he|[Aa]nd|[Bb]etween|until|[Ll]ast|[Nn]ext|[Nn]ow)[\s-])(?:1[6-9]|20)\d\d\b(?![,.]\d|%|\s?(?:per\s?cent|percent))"
    + _PLURAL_NEXT.replace("(?!\\s(?:", "(?!\\s(?:", 1)
    + r"|\b(?:in|since|by|until|during|throughout|In|Since|By|Until|During|Throughout)\s(?:1[6-9]|20)\d\d\b(?![,.]\d|%|\s(?:people|officers|troops|soldiers|metres|feet)\b)"
    r"|\(\s?(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|present)?)?\s?\)|(?<![\w,.$€£])(?:19|20)\d\d(?=['’]s\b)"
    rf"|(?<![\w,.$€£-])(?:19|20)\d\d\b(?![,.]?\d|%|\s?(?:million|billion|per\s?cent|percent|m\b|km\b|kg\b)|-(?:strong|member|metre|meter|page)){_PLURAL_NEXT}"
    r"|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|hrs\b|GMT|UTC|EST|EAT|local\stime)|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{3,4}\s?(?:GMT|UTC|hrs|hours\b(?=\s(?:GMT|on|local)))|\b\d{1,2}h\d{2}\b|\b(?:\d{1,2}|[a-z]{3,6})\so['’]clock"
)
_AGES = re.compile(
    r"\b(?:[a-z]{3,9}(?:[-\s][a-z]{3,5})?|\d{1,3})-year-olds?\b|\b(?:aged?|ages)\s(?:(?:between|from|over|under|about|just|of|only)\s)?\d{1,3}(?:\s?(?:[-–]|to|and)\s?\d{1,3})?\b"
    r"|\b\d{1,3}\syears\s(?:old|of\sage)\b|(?<=[a-z]{2}),\s(?P<bare>1?\d{1,2}),(?=\s(?:[a-z]|[A-Z][a-z]+\s[a-z]))"
)
_TWO_NAMES = re.compile(
    r"(?:[A-Z][\w'’.-]{0,20}\s){1,3}(?:(?:de|van|von|der|bin|al|da|di|la)\s){0,2}[A-Z][\w'’-]{1,20}$"
)
_NAMES = re.compile(
    # web and e-mail addresses, versions, telephone numbers, list numbers, scores
    r"https?://\S{1,300}|\bwww\.\S{1,200}|\S{1,64}@\S{1,100}"
    r"|\b[vV]?\d{1,4}(?:\.\d{1,4}){2,5}\b(?<!\.\d{3})"
    r"|\+\d{1,3}[\s-]?(?:\(?\d{1,5}\)?[\s-]?){1,5}|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|\b\d{3}-\d{4}\b"
    r"|\b0\d{2,4}[\s-]\d{3}[\s-]?\d{3,4}\b|\b(?:[Tt]el|[Pp]hone|[Dd]ial|[Cc]all|[Hh]otline|[Tt]elephone|[Tt]ext|[Ff]ax|SMS)(?:ed|ing|\son|:|\.)?\s(?:toll-free\s)?(?:\+?\(?\d{2,5}\)?[\s-]?){1,5}"
    r"|^\s{0,4}\(?\d{1,2}[.)]\s|(?<=\s)\([1-9]\)\s"
    r"|\b\d{1,3}°\s?\d{1,2}['′’]|\b\d{1,3}(?:\.\d{1,6})?°\s?[NSEW]\b"
    r"|\b(?:19|20)\d\dth\b"
)
_SCORED = re.compile(
    r"\b(?:won|win|wins|winning|lost|lose|beat|beats|beaten|beating|defeat\w{0,3}|victory|draw|drew|drawn|led|lead|leads|vote[sd]?|voted|voting|score[ds]?|score|"
    r"ahead|level|tied?|loss|thrash\w{0,3}|edged|hammered|margin|record|ruled|ruling|decision|set|sets)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|vote|lead|score|ruling|decision|majority|record|thrashing|aggregate|away|home|on\sSaturday|on\sSunday)\b"
)
_PERCENT = re.compile(
    r"\s?(?P<points>(?:-|\s)?percentage[\s-]points?\b|\s?p\.?p\.?t?s?\b(?!\w)|(?:%|\s?per\s?cent)[\s-]?points?\b)"
    r"|(?P<basis>[\s-]basis[\s-]points?\b|\s?bps?\b)"
    r"|(?P<percent>\s?%|[\s-]?per[\s-]?cent\b(?!age)|[\s-]?percent\b|\s?pct\b\.?|\s?pc\b)"
    r"|(?P<of_a>\spoints\b(?=\s(?:higher|lower|ahead|clear|behind)\b))"
)
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "twentieth": 20, "thousandth": 1000,
}  # fmt: skip
_PART = "|".join(_DENOMINATORS)
# After "a third" a noun would make it an ordinal ("a third contingent"); these words do not begin one.
_NO_NOUN = (
    r"(?=\s*(?:[.,;:)!?”\"]|$|[-–—]\s)|\s(?:of|to|from|in|on|at|by|since|than|more|less|fewer|higher|lower|larger|smaller|compared|said|say|were|was|are|is|"
    r"have|has|had|did|do|and|or|but|as|for|with|during|over|between|when|while|after|before|who|which|that|last|this|against|again|into|off|down|up|the|"
    r"its|their|his|her|our|live|lived|voted|vote|came|come|went|want|wanted|would|will|could|believe|think|year)\b)"
)
_FRACTIONS = re.compile(
    rf"\b(?:(?P<many>two|three|four|five|six|seven|eight|nine)[\s-](?P<parts>(?:{_PART})s|halves)\b"
    rf"|(?P<a>an?|one)[\s-](?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|twentieth|thousandth)\b{_NO_NOUN}"
    r"|(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:in(?:\severy)?|out\sof(?:\severy)?)\s(?P<d>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a\shundred|hundred)\b"
    r"(?!\s(?:million|billion|days|weeks|months|years|hours|minutes|seconds|cities|countries|places|locations|games|matches)|-|,\d|\s?%|\sper\s?cent|\spercent)"
    r"|(?P<slash>\d{1,2}/\d{1,3})(?=\s(?:of)\b)"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|our|those|these|all|that|to|were|are|have|had|said|voted|a(?=\s(?:percentage|per)))\b|\s*[.,;)]|$)(?<!first\shalf)(?<!second\shalf)(?<!other\shalf))",
    re.IGNORECASE,
)
_NOT_A_PART = re.compile(
    r"\b(?:first|second|other|latter|better|final|opening|next|last|previous|third|fourth|each|one)\s$", re.IGNORECASE
)
_UNSCALED = 1000


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a text with what it is there for, in reading order.

    >>> [(f.role.value, f.quantity.plain()) for f in figures("On 6 February about 600 officers got $13.3m, up 5%.")]
    [('count', 'about 600'), ('money', '13.3 million'), ('share', '0.05')]
    """
    found = numerals(text)
    parts = _fractions(text)
    if not found and not parts:
        return ()
    masks = _masks(text)
    read: list[Figure] = [*parts]
    taken = [(f.start, f.end) for f in parts]
    pending = [n for n in found if not any(a < n.end and n.start < b for a, b in taken)]
    index = 0
    while index < len(pending):
        numeral = pending[index]
        role = next((role for a, b, role in masks if a < numeral.end and numeral.start < b), None)
        if role is Role.DATE or role is Role.NAME:
            index += 1
            continue
        figure, used = _figure(text, pending, index, role)
        index += used
        if figure:
            read.append(figure)
    return tuple(sorted(read, key=lambda figure: figure.core_start))


def _masks(text: str) -> tuple[tuple[int, int, Role], ...]:
    """Places whose numbers are no counts, each with what they are; the first that covers a numeral decides."""
    masks = []
    if re.search(r"\d", text):
        masks += [(*match.span(), Role.DATE) for match in _DATES.finditer(text)]
        masks += [(d.core[0], d.end, Role.NAME) for d in designators(text)]
        masks += [(*match.span(), Role.NAME) for match in _NAMES.finditer(text)]
    for match in _AGES.finditer(text):
        bare = match["bare"]
        if bare is None or (int(bare) <= 110 and _TWO_NAMES.search(text, max(0, match.start() - 60), match.start())):
            masks.append((*match.span(), Role.AGE))
    return tuple(masks)


def _figure(text: str, pending: list[Numeral], index: int, masked: Role | None) -> tuple[Figure | None, int]:
    """The figure that begins with a numeral, and how many numerals it takes (two for a range)."""
    first = pending[index]
    if index + 1 < len(pending):
        second = pending[index + 1]
        first_end = _unit_end(text, first)
        begins = bounds.joins_range(text, first.start, first_end, second.start)
        if begins is not None and not first.vague and not second.vague:
            if _is_score(text, first, second):
                return None, 2
            if joined := _range(text, first, second, begins, masked):
                return joined, 2
    return _single(text, first, masked), 1


def _unit_end(text: str, numeral: Numeral) -> int:
    """Where a percent sign or currency noun after the first figure of a range ends."""
    if match := _PERCENT.match(text, numeral.end):
        return match.end()
    if (
        text[numeral.end : numeral.end + 1] in ("-", "–", " ")
        and not text[numeral.end : numeral.end + 3].strip(" -–")[:1].isalpha()
    ):
        return numeral.end
    named = currencies.after(text, numeral.end, not numeral.exact, numeral.start)
    return named.at if named else numeral.end


def _is_score(text: str, first: Numeral, second: Numeral) -> bool:
    between = text[first.end : second.start]
    if not (first.exact and second.exact and between in ("-", "–", " to ")):
        return False
    if max(first.value, second.value) > 300:
        return False
    context = _SCORED.search(text, max(0, first.start - 70), first.start) or _SCORE_AFTER.match(text, second.end)
    return bool(context) if between == " to " or first.value < second.value else True


def _range(text: str, first: Numeral, second: Numeral, begins: int, masked: Role | None) -> Figure | None:
    last = _single(text, second, masked)
    if last is None or last.quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT):
        return None
    own = _single(text, first, masked)
    factor = last.quantity.stated / second.value if second.value else 1.0
    low = first.value * factor
    if first.scale == 1.0 and first.value < _UNSCALED:
        low *= second.scale  # "13 to 15 million"
    if own and own.role is Role.MONEY and last.role is Role.COUNT:
        last = replace(last, role=Role.MONEY, currency=own.currency)
    if own and own.role is Role.MONEY and last.role is Role.MONEY and own.currency != last.currency:
        return None
    high = last.quantity.stated
    if not low < high:
        return None
    step = 0.0 if first.exact and second.exact and last.role in (Role.COUNT, Role.MONEY) else last.step
    quantity = Quantity((low + high) / 2, step, Hedge.RANGE, low, high)
    start = min(begins, own.start if own else begins)
    return replace(last, start=start, core_start=first.start, quantity=quantity, step=last.step)


def _single(text: str, numeral: Numeral, masked: Role | None) -> Figure | None:
    """One numeral, its currency or percent sign, and its bound."""
    start, end, role, currency, factor = numeral.start, numeral.end, Role.COUNT, "", 1.0
    scaled = not numeral.exact or "," in text[numeral.start : numeral.end]
    if masked is Role.AGE:
        role = Role.AGE
    elif match := _PERCENT.match(text, end):
        end, factor = match.end(), 0.01
        role = Role.SHARE if match["percent"] else Role.POINTS
        factor = 0.0001 if match["basis"] else 0.01
    elif not numeral.vague or numeral.high >= _UNSCALED:
        sign = currencies.before(text, start, scaled)
        noun = currencies.after(text, end, scaled, start)
        if sign:
            start, role, currency = sign.at, Role.MONEY, sign.currency
            if (
                noun
                and noun.factor == 1.0
                and (noun.currency == currency or currencies.same(noun.currency, currency) is not False)
            ):
                end = noun.at
        elif noun:
            end, role, currency, factor = noun.at, Role.MONEY, noun.currency, noun.factor
    elif numeral.vague and (noun := currencies.after(text, end, True, start)):
        end, role, currency = noun.at, Role.MONEY, noun.currency
    if role is Role.COUNT and _is_decoration(text, numeral):
        return None
    unit_end = end
    period = ""
    if role is Role.MONEY and (each := currencies.per(text, end)):
        period, end = each
    quantity = _quantity(numeral, role, factor)
    hedge_before, hedge_after = bounds.before(text, start), bounds.after(text, unit_end)
    if quantity.hedge is Hedge.EXACT and (bound := hedge_before or hedge_after):
        quantity = replace(quantity, hedge=bound[0])
        if hedge_before and hedge_after and {hedge_before[0], hedge_after[0]} > {Hedge.ABOUT}:
            quantity = replace(
                quantity, hedge=next(h for h in (hedge_before[0], hedge_after[0]) if h is not Hedge.ABOUT)
            )
    if hedge_before:
        start = hedge_before[1]
    if hedge_after:
        end = max(end, hedge_after[1])
    return Figure(
        start, end, numeral.start, numeral.end, quantity, role, numeral.step * factor, numeral.digits, currency,
        numeral.dotted, period, text[max(0, start - 1) : start] == "(", unit_end,
    )  # fmt: skip


def _quantity(numeral: Numeral, role: Role, factor: float) -> Quantity:
    if numeral.vague:
        return Quantity(numeral.low, inf, Hedge.VAGUE, numeral.low, numeral.high)
    exact = numeral.exact and role not in (Role.SHARE, Role.POINTS)
    return Quantity(numeral.value, 0.0 if exact else numeral.step).scaled(factor)


_GLUED_BEFORE = re.compile(r"(?:[A-Za-z][-–/]|[#№/.]|\d[:/])$")
_LETTER_HYPHEN = re.compile(r"[A-Z]-$")


def _is_decoration(text: str, numeral: Numeral) -> bool:
    """Whether the number is a part of a name: "K-1147", "#3", "24/7"."""
    if not numeral.digits:
        return False
    if _GLUED_BEFORE.search(text, max(0, numeral.start - 2), numeral.start):
        return (
            bool(_LETTER_HYPHEN.search(text, max(0, numeral.start - 2), numeral.start))
            or text[numeral.start - 1] not in "-–"
        )
    return text[numeral.end : numeral.end + 1] in ("/", "°") and text[numeral.end + 1 : numeral.end + 2].isdigit()


def _number(word: str) -> int:
    return int(word) if word.isdigit() else round(numerals(word)[0].value) if numerals(word) else 100


def _fractions(text: str) -> list[Figure]:
    """Shares in words: "two-thirds", "one in seven", "half the officers"."""
    found = []
    for match in _FRACTIONS.finditer(text):
        if (match["half"] or match["part"]) and _NOT_A_PART.search(text, max(0, match.start() - 10), match.start()):
            continue
        if match["half"] and text[max(0, match.start() - 4) : match.start()].lower().endswith("and "):
            continue
        share = _share(match)
        if share is None:
            continue
        bound = bounds.before(text, match.start())
        after = bounds.after(text, match.end())
        hedge = (bound or after or (Hedge.EXACT,))[0]
        found.append(
            Figure(
                bound[1] if bound else match.start(), match.end(), match.start(), match.end(),
                Quantity(share, 0.01, hedge), Role.FRACTION, 0.01, False, unit_end=match.end(),
            )
        )  # fmt: skip
    return found


def _share(match: re.Match[str]) -> float | None:
    if match["half"]:
        return 0.5
    if match["slash"]:
        above, _, below = match["slash"].partition("/")
        return _ratio(int(above), int(below))
    if match["n"]:
        return _ratio(_number(match["n"]), _number(match["d"]))
    word = (match["parts"] or match["part"]).lower()
    below_ = _DENOMINATORS.get(word) or _DENOMINATORS[word.removesuffix("s")]
    return _ratio(_number(match["many"]) if match["many"] else 1, below_)


def _ratio(above: int, below: int) -> float | None:
    return round(above / below, 6) if 0 < above < below else None
