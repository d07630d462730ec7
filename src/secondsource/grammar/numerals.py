"""Every numeral of a text, in digits or in words: what it stands for, and how finely it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import inf

from secondsource.grammar.number_words import SCALES, TENS, UNITS, WORDS
from secondsource.grammar.wordlist import matches, words

_SHORT: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "cr": 10**7,
}
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333333333", "⅔": "0.666666666667", "⅛": "0.125"}
_DOZEN = 12

# What a word that names no figure leaves open: more than the first; a figure up to the second is surely meant by it.
_VAGUE: dict[str, tuple[float, float]] = {
    "several": (1, 10),
    "few": (1, 10),
    "handful": (1, 10),
    "dozen": (12, 120),
    "score": (20, 200),
    "hundred": (100, 1000),
    "thousand": (1000, 10_000),
    "million": (10**6, 10**7),
    "billion": (10**9, 10**10),
    "trillion": (10**12, 10**13),
    "lakh": (10**5, 10**6),
    "crore": (10**7, 10**8),
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and its place in the text.

    ``step`` is the size of one unit in the last place that is written; ``exact`` says that the figure is a whole number
    written out ("144"), not one that was rounded ("13.3 million"). ``high`` is above ``low`` only for words that name
    no figure ("dozens"): more than ``low``, surely not less, and up to ``high`` as the word is commonly meant.
    """

    start: int
    end: int
    low: float
    high: float
    step: float
    digits: bool
    exact: bool
    dotted: bool = False
    """Written as "1.200", which is twelve hundred in most of Europe and 1.2 in English."""
    vague: bool = False
    scale: float = 1.0
    """What the scale word or letter multiplies by ("13.3 million": 1,000,000)."""

    @property
    def value(self) -> float:
        """The figure itself (for vague words the least that it can be)."""
        return self.low


_SPACE = "[ \u00a0\u2009\u202f]"
_DIGITS = (
    rf"(?P<grouped>\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?"
    rf"|\d{{1,2}}(?:,\d{{2}}){{1,4}},\d{{3}}(?:\.\d{{1,9}})?"
    rf"|[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}}){{1,5}}(?![\d,.]?\d)"
    rf"|[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,5}}|[1-9]\d{{0,2}}(?:['’]\d{{3}}){{1,5}})"
    r"|(?P<comma>\d{1,3},\d{1,2}|0,\d{3,6})"
    r"|(?P<plain>\d{1,18}(?:\.\d{1,12})?)"
)
# Letters of a currency that may be glued to the digits: "KSh17", "NOK3.1bn", "Fr184m" (a sign is no letter).
_LETTERS = words(
    "R N kr Kr Fr sh Sh Rs RM Rp Tk Bs SFr Sfr KSh Ksh TSh Tsh USh Ush AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP "
    "CZK DKK EGP ETB EUR GBP GHS HKD HUF IDR ILS INR ISK JPY KES KRW MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN RMB RON "
    "RSD RUB RWF SAR SEK SGD THB TRY TWD TZS UAH UGX USD VND XAF XOF ZAR"
)
# Letters before millions are money, whosever: "CR34.8m", "CRN1.62bn".
_UNKNOWN = r"(?:(?<=\b[A-Z])|(?<=\b[A-Z][A-Za-z])|(?<=\b[A-Z]{3}))(?=\d[\d.,]{0,11}(?:m|mn|bn|tn)\b)"
_GLUED = "|".join((r"(?<![^\W_])", *(rf"(?<=\b{letters})" for letters in _LETTERS), _UNKNOWN))
_DIGIT_NUMERAL = re.compile(
    rf"(?=\d)(?:{_GLUED})(?<![\d][.,’'])(?:{_DIGITS})(?![\d])(?P<vulgar>[½¼¾⅓⅔⅛]|{_SPACE}[½¼¾⅓⅔⅛])?|"
    rf"(?<!\w)(?P<only>[½¼¾⅓⅔⅛])"
)
_SCALE_AFTER = re.compile(rf"(?:{_SPACE}|-|\s)?(?P<word>{'|'.join(SCALES)})\b(?!s)", re.IGNORECASE)
_SHORT_AFTER = re.compile(
    rf"{_SPACE}?(?P<short>mln|mio|bln|trn|mn|bn|tn|cr)\b|(?P<letter>(?:[kmbtKMBT]|\s[KMB])(?!\w))"
)
_LETTERS_AFTER = re.compile(r"[^\W\d_]")
# "2,348m" is a length, "13.3m people" a count of millions: what stands after a bare m decides.
_METRES_AFTER = re.compile(
    r"\s?-?(?:long|wide|tall|high|deep|thick|above|below|away|apart|ahead|from|race|sprint|hurdles|relay|run|swim|"
    r"freestyle|butterfly|backstroke|breaststroke|final|heats?|in\s(?:length|height|width|depth)|of\swater|"
    r"(?:sea|air)\b|span|bridge|tower|pool|depth|stretch|mark|north|south|east|west|downstream|upstream)\b"
)
_METRES_BEFORE = re.compile(
    r"(?:height|depth|length|width|altitude|elevation|radius|diameter|over|at|span)\sof\s(?:\w+\s){0,2}$"
)
# "Main span: 710m": in a sentence about building and with no money in it, a whole number with m is a length.
_SHORT_MEASURE = re.compile(
    r"\b(?:span|pylons?|length|height|depth|width|tall|deck|tunnel|tower|mast|wall|dam|keel|runway|draught|altitude|"
    r"elevation|"
    r"above\ssea\slevel|diameter|radius|distance|sprint|race|pool|hurdles)\b",
    re.IGNORECASE,
)
_LENGTH_BEFORE = re.compile(
    r"\b(?:span|length|height|depth|width|altitude|elevation|diameter|radius|distance|runway|tunnel|keel|draught)\b"
    r"(?:\s?[:|]|\sof|\sis|\swas|\sby|,)?\s(?:\w{2,10}\s){0,2}$",
    re.IGNORECASE,
)
_MONEY_NEAR = re.compile(r"[$€£¥₹]|\b(?:[A-Z]{3}\s?\d|euros?|dollars?|pounds?|kron\w{1,2}|profit|revenue|sales|cost)\b")
_NEAR = 120
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₦₽₩]|\b[A-Z]{3}|[Ss]h\.?|Rs\.?)\s?$")

_SMALL = "|".join(sorted(UNITS, key=len, reverse=True))
_SUB100 = rf"(?:(?:{'|'.join(TENS)}|fourty)(?:[-\s](?:{'|'.join(UNITS[1:10])})\b)?|{_SMALL})"
_AND = r"(?:\s+and\s+|[-\s]+|,\s+)"
_SUB1000 = (
    rf"(?:(?:{_SUB100}|an?)[-\s]hundred"
    rf"(?:(?:\s+and\s+|[-\s])(?:{_SUB100})\b(?![-\s](?:million|billion|trillion)))?|{_SUB100})"
)
HALVED = (
    "hour|day|year|century|mile|metre|meter|kilometre|kilometer|kilo|inch|foot|acre|hectare|pound|tonne|ton|litre|pint"
)
_BIG = "thousand|lakhs?|lac|million|crores?|billion|trillion"
_WORD_NUMERAL = re.compile(
    r"\b(?:"
    # "half a million", "three-quarters of a million"
    rf"(?P<part>half|a\squarter|(?:three[-\s]quarters))(?:\sof)?\san?\s(?P<part_of>hundred|dozen|{_BIG})\b"
    # "half an hour", "three-quarters of an hour", "a third of a mile"
    rf"|(?P<piece>half|a\squarter|three[-\s]quarters|a\sthird|two[-\s]thirds)(?:\sof)?\san?(?=\s(?:{HALVED})\b)"
    # "an hour and a half"
    rf"|(?P<one>an?)(?=\s(?:{HALVED})\sand\sa\s(?P<one_plus>half|quarter)\b)"
    # "two and a half billion", "one-and-a-half million"
    rf"|(?P<whole>{_SUB100})[-\s]and[-\s]a[-\s](?P<plus>half|quarter)(?:[-\s](?P<plus_of>hundred|dozen|{_BIG}))?\b"
    rf"|an?\s(?P<lone>million|billion|trillion|thousand|hundred|crore|lakh)\sand\sa\s(?P<lone_plus>half|quarter)\b"
    r"|(?P<dozen>(?:(?P<dozens>half\sa|an?|two|three|four|five|six|seven|eight|nine|ten)\s)dozen)\b"
    r"|(?P<couple>an?\s(?:couple|pair))\b"
    r"|(?P<often>twice|thrice)\b(?!\s(?:as|an?|the|its|his|her|their|this|that|what|per|each|every|weekly|daily|yearly|"
    r"monthly|annually)\b|-)"
    r"|(?P<once>(?<=only\s)once|(?<=just\s)once|once(?=\sonly\b))"
    rf"|(?P<vague_by>several|a\sfew|a\scouple\sof|many|some)\s(?P<vague_of>dozen|hundred|{_BIG})\b"
    rf"|(?P<vague_tens>(?:tens|hundreds)\sof\s(?:thousands|millions|billions))\b"
    r"|(?P<vague_plural>dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)\b"
    r"|(?P<vague>several|a\sfew|a\shandful)\b"
    r"|(?P<nothing>not\s(?:a\ssingle|one)|not\sany|no-?\sone|nobody|none|no(?=\s[a-z]))\b"
    rf"|(?P<number>(?:(?:{_SUB1000}|an)[-\s](?:{_BIG})\b|a\s(?:{_BIG})\b|{_SUB1000}\b)"
    rf"(?:(?:{_AND}(?:{_SUB1000}))[-\s](?:{_BIG})\b){{0,4}}"
    rf"(?:(?<=thousand)(?:\s+and\s+|[-\s]){_SUB1000}\b|(?<=(?:million|"
    rf"billion))(?:\s+and\s+){_SUB1000}\b(?!\s(?:{_BIG})))?)"
    r")",
    re.IGNORECASE,
)
_STARTERS = frozenset(
    (
        *WORDS,
        *words(
            "twice thrice once half a an several many some tens hundreds dozens scores thousands millions billions "
            "trillions lakhs crores"
        ),
        *words("not no nobody none"),
    )
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
# "no longer", "no doubt", "No. 5", "no more than" count nothing.
_NO_COUNT = re.compile(
    r"\s(?:longer|more|less|fewer|later|sooner|better|worse|doubt|matter|wonder|way|idea|comment|evidence|reason|need|"
    r"such|other|further|sign|signs|indication|plan|plans|question|intention|chance|point|means|time|where|"
    r"different|good|bad|secret|surprise|mention|word|choice|of|is|was|to|it|we|i|he|she|they|and|or|but|the|a)\b",
    re.IGNORECASE,
)
# "one of", "one another", "the one", "no one": a pronoun and not a figure, unless a noun follows.
_PRONOUN_ONE = re.compile(
    r"\s(?:another|'s|’s|who|that|which|is|was|can|could|might|would|must|should|has|of\sthe\s(?:most|best|few))\b|"
    r"['’]s"
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:this|that|the|each|every|any|which|another|last|next|no|some|good|new|old|first)\s$", re.IGNORECASE
)


# "One was killed", "one has died": a figure all the same.
_ONE_OF_THEM = re.compile(
    r"\s(?:(?:is|was|has\sbeen|had\sbeen)\s(?:shot\s)?(?:killed|injured|wounded|hurt|dead|missing|arrested|detained|"
    r"rescued)|(?:has|had|later)\s(?:since\s)?died|died)\b"
)


@lru_cache(maxsize=2048)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every numeral, in reading order; numbers that only name something ("5G", "A4", "4th") are left out.

    >>> text = "13.3m people and forty-four more"
    >>> [(text[n.start:n.end], n.value, n.step) for n in numerals(text)]
    [('13.3m', 13300000.0, 100000.0), ('forty-four', 44.0, 1.0)]
    >>> [n.value for n in numerals("half a million; 1.2 lakh; two and a half billion; nobody")]
    [500000.0, 120000.0, 2500000000.0, 0.0]
    """
    found = [numeral for match in _DIGIT_NUMERAL.finditer(text) if (numeral := _from_digits(text, match))]
    found += [numeral for match in matches(_WORD_NUMERAL, text, _STARTERS) if (numeral := _from_words(text, match))]
    found.sort(key=lambda numeral: (numeral.start, -numeral.end))
    return tuple(n for i, n in enumerate(found) if i == 0 or n.start >= found[i - 1].end)


def _from_digits(text: str, match: re.Match[str]) -> Numeral | None:
    value, places, dotted = _digits(match)
    start, end = match.span()
    factor, end = _scale_after(text, start, end, bool(match["grouped"]))
    glued = _LETTERS_AFTER.match(text, end)
    if glued and not _is_unit(text, end):
        return None
    exact = factor == 1 and places == 0
    step = float(Decimal(factor).scaleb(-places)) if places else float(factor)
    amount = float(value * factor)
    return Numeral(start, end, amount, amount, step, True, exact, dotted and factor == 1, scale=float(factor))


def _digits(match: re.Match[str]) -> tuple[Decimal, int, bool]:
    """The value, how many decimals are written, and whether the dot may be one of thousands."""
    extra = (match["vulgar"] or match["only"] or "").strip()
    if extra:
        whole = Decimal(re.sub(r"\D", "", match[0]) or "0")
        return whole + Decimal(_VULGAR[extra]), 1, False
    if grouped := match["grouped"]:
        whole_part, _, decimals = grouped.partition(".") if "," in grouped else (grouped, "", "")
        return Decimal(re.sub(r"\D", "", whole_part) + "." + (decimals or "0")), len(decimals), False
    if comma := match["comma"]:
        return Decimal(comma.replace(",", ".")), len(comma.partition(",")[2]), False
    plain = match["plain"]
    whole_part, _, decimals = plain.partition(".")
    dotted = len(decimals) == 3 and 1 <= len(whole_part) <= 3 and whole_part[0] != "0"
    return Decimal(plain), len(decimals), dotted


def _scale_after(text: str, start: int, end: int, grouped: bool) -> tuple[int, int]:
    factor = 1
    if short := _SHORT_AFTER.match(text, end):
        letters = (short["short"] or short["letter"]).strip().lower()
        if letters == "m" and _is_metre(text, start, short.end(), grouped):
            return 1, end
        if (letters in ("t", "b") or (short["letter"] and short[0][0].isspace())) and not _MONEY_BEFORE.search(
            text, max(0, start - 5), start
        ):
            return 1, end
        factor, end = _SHORT[letters], short.end()
    for _ in range(2):
        if not (word := _SCALE_AFTER.match(text, end)):
            break
        factor, end = factor * SCALES[word["word"].lower()], word.end()
    return factor, end


def _is_metre(text: str, start: int, end: int, grouped: bool) -> bool:
    if _MONEY_BEFORE.search(text, max(0, start - 5), start):
        return False
    if "." not in text[start:end] and _LENGTH_BEFORE.search(text, max(0, start - 40), start):
        return True
    around = (max(0, start - _NEAR), end + _NEAR)
    if "." not in text[start:end] and _SHORT_MEASURE.search(text, *around) and not _MONEY_NEAR.search(text, *around):
        return True
    return grouped or bool(_METRES_AFTER.match(text, end) or _METRES_BEFORE.search(text, max(0, start - 40), start))


_UNIT_GLUED = re.compile(
    r"(?:km²|km2|m²|m2|m³|km/h|kmh|kph|mph|km|kg|kms|cm|mm|m|g|mg|t|ha|ft|in|mi|lb|lbs|oz|hrs?|h|mins?|secs?|s|"
    r"[MGkT]Wh?|[MGkT]?W|kV|p|c|pc|pct|bps|pp|kr|x|C|F|K)(?![^\W_])"
)


def _is_unit(text: str, at: int) -> bool:
    return bool(_UNIT_GLUED.match(text, at))


def _from_words(text: str, match: re.Match[str]) -> Numeral | None:
    group = match.groupdict()
    start, end = match.span()
    if group["part"]:
        share = _PIECES[_flat(group["part"])]
        return _rounded(start, end, share * _multiplier(group["part_of"]), _multiplier(group["part_of"]) / 10)
    if group["plus"] or group["lone_plus"]:
        more = Decimal("0.5") if (group["plus"] or group["lone_plus"]).lower() == "half" else Decimal("0.25")
        scale = group["plus_of"] or group["lone"]
        factor = _multiplier(scale) if scale else 1
        whole = _whole(group["whole"]) if group["whole"] else 1
        return _rounded(start, end, (whole + more) * factor, factor / (10 if scale else 2))
    if group["dozen"]:
        many = _flat(group["dozens"])
        dozens = {"half a": Decimal("0.5"), "a": Decimal(1), "an": Decimal(1)}.get(many) or Decimal(WORDS[many])
        return _rounded(start, end, dozens * _DOZEN, 4)
    if group["couple"]:
        return _rounded(start, end, Decimal(2), 1)
    if group["piece"]:
        piece = _PIECES[_flat(group["piece"])]
        return _rounded(start, end, piece, 0.1 if group["piece"].lower() == "half" else 0.05)
    if group["one"]:
        return _rounded(start, end, 1 + _PIECES["half" if group["one_plus"].lower() == "half" else "a quarter"], 0.2)
    if often := group["often"] or group["once"]:
        times = float(_OFTEN[often.lower()])
        return Numeral(start, end, times, times, 1.0, False, True)
    if group["nothing"]:
        return _nothing(text, match)
    if group["number"]:
        return _number(text, match)
    return None if _OPENS_BRACKET.search(text, max(0, start - 4), start) else _vague(start, end, group)


_OPENS_BRACKET = re.compile(r"\((?:in\s)?$")
"""What stands before "(thousands)", which is the unit of a table and no figure."""
_OFTEN = {"once": 1, "twice": 2, "thrice": 3}
_PIECES = {
    "half": Decimal("0.5"),
    "a quarter": Decimal("0.25"),
    "three quarters": Decimal("0.75"),
    "a third": Decimal(1) / 3,
    "two thirds": Decimal(2) / 3,
}


def _flat(words: str) -> str:
    return re.sub(r"[-\s]+", " ", words.lower())


def _multiplier(word: str) -> int:
    return _DOZEN if word.lower() == "dozen" else SCALES[word.lower()]


def _rounded(start: int, end: int, value: Decimal, step: float, scale: float = 1.0) -> Numeral:
    return Numeral(start, end, float(value), float(value), float(step), False, False, scale=float(scale))


def _vague(start: int, end: int, group: dict[str, str | None]) -> Numeral:
    by = 1
    if tens := group["vague_tens"]:
        by, word = (10 if tens.lower().startswith("tens") else 100), tens.split()[-1]
    else:
        word = _flat(group["vague_of"] or group["vague_plural"] or group["vague"] or "").removeprefix("a ")
    low, high = _VAGUE.get(word.lower()) or _VAGUE[word.lower().removesuffix("s")]
    return Numeral(start, end, float(low * by), float(high * by), inf, False, False, vague=True)


def _nothing(text: str, match: re.Match[str]) -> Numeral | None:
    if match[0].lower() == "no" and _NO_COUNT.match(text, match.end()):
        return None
    return Numeral(*match.span(), 0.0, 0.0, 1.0, False, True)


def _number(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    words = match[0].lower()
    if (
        words == "one"
        and not _ONE_OF_THEM.match(text, end)
        and (_PRONOUN_ONE.match(text, end) or _PRONOUN_BEFORE.search(text, max(0, start - 10), start))
    ):
        return None
    value = _whole(words)
    last = _WORD.findall(words)[-1]
    if last in SCALES and last != "hundred":
        return _rounded(start, end, Decimal(value), SCALES[last], SCALES[last])
    if words in ("a hundred", "an hundred"):
        return _rounded(start, end, Decimal(value), 20)
    return Numeral(start, end, float(value), float(value), 1.0, False, True)


def _whole(words: str) -> int:
    """
    >>> _whole("one hundred and forty-four"), _whole("two thousand and five"), _whole("a million")
    (144, 2005, 1000000)
    """
    total = current = 0
    for word in _WORD.findall(words.lower()):
        if word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total, current = total + max(current, 1) * SCALES[word], 0
        elif word in WORDS:
            current += WORDS[word]
    return total + current
