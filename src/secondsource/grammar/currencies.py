"""Money's names: signs, codes and nouns, each to its ISO 4217 code (or to the noun, where several states share it)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from secondsource.grammar.wordlist import word_set, words
from secondsource.language import lexicon

SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "J$": "JMD", "FJ$": "FJD", "T$": "TOP", "WS$": "WST", "EC$": "XCD",
    "Bds$": "BBD", "TT$": "TTD", "B$": "BSD", "BZ$": "BZD", "Z$": "ZWL", "MX$": "MXN", "N$": "NAD", "$": "USD",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    "₱": "PHP", "₫": "VND", "₪": "ILS", "฿": "THB", "GH₵": "GHS", "₵": "GHS", "₸": "KZT", "₡": "CRC", "₲": "PYG",
    "₭": "LAK", "₮": "MNT", "₼": "AZN", "₾": "GEL", "৳": "BDT",
}  # fmt: skip
# Letters before the figure; a bare "sh" or "Rs" is shared by several states and stays the noun.
_LETTERS: dict[str, str] = {
    "ksh": "KES", "kshs": "KES", "tsh": "TZS", "ush": "UGX", "sh": "shilling", "shs": "shilling", "rs": "rupee",
    "re": "rupee",
    "kr": "krone", "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "bs": "VES",
    "rm": "MYR", "rp": "IDR", "tk": "BDT", "fr": "franc", "sfr": "CHF", "rmb": "CNY", "r": "ZAR",
    "n": "NGN",
    "zł": "PLN", "stg": "GBP",
}  # fmt: skip
# What a writer means by the bare noun; a noun that several states share and none is meant by is kept as it is.
_MEANT: dict[str, str] = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "sterling": "GBP", "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY", "rand": "ZAR", "won": "KRW", "real": "BRL", "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH",
    "zloty": "PLN", "forint": "HUF", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "naira": "NGN", "cedi": "GHS",
    "tala": "WST", "paanga": "TOP", "shekel": "ILS", "lira": "TRY", "taka": "BDT", "kronor": "SEK",
    "american dollar": "USD",
    "u.s. dollar": "USD", "us dollar": "USD", "pound sterling": "GBP", "british pound": "GBP", "chinese yuan": "CNY",
}  # fmt: skip
_PLURALS = {"kroner": "krone", "kronor": "kronor", "roubles": "rouble", "reais": "real", "lei": "leu", "leva": "lev",
    "pesos": "peso",
            "pounds": "pound", "quetzales": "quetzal", "soles": "sol", "colones": "colón",
    "koruny": "koruna",
}  # fmt: skip
# Nouns that are other words too: money only beside a scale word, a sign or an adjective of nationality.
_DOUBTFUL = word_set(
    "won real reais sol soles som lev leva leu lei dram dong rand crown crowns mark marks pula all vatu "
    "sum buck bucks talent talents punt punts sovereign sovereigns"
)
_NO_NOUNS = word_set("unit units account mark marks rights gold silver sucre all")
# Money that no state has now, as history, fiction and small states tell of it; it is its own currency.
_OTHERS = words(
    "crown florin taler thaler daler riksdaler guilder ducat drachma peseta escudo mark deutschmark reichsmark punt "
    "groat livre livra scudo denarius ducado cruzeiro austral zecchino sestertius ecu sovereign obol talent doubloon "
    "gulden kreuzer kopeck"
)
_HUNDREDTHS = {
    "cent": "",
    "cents": "",
    "pence": "GBP",
    "penny": "GBP",
    "kobo": "NGN",
    "paise": "INR",
    "p": "GBP",
    "c": "",
    "centimes": "",
}

# Letters that are other words too ("Fr 7", "re 12"): money only right beside the figure or before a large one.
_OTHER_WORDS = frozenset(("re", "Re", "RE", "SH", "fr", "Fr", "FR", "bs", "Bs", "BS"))
_SIGN = re.compile("(?:" + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)) + r")\s?$")
_CODE_BEFORE = re.compile(r"(?<![\w])(?P<code>[A-Z]{3})\s?$")
_LETTER_BEFORE = re.compile(r"(?<![\w])(?P<letters>[A-Za-zł]{1,4})(?P<dot>\.?)(?P<space>\s?)$")
_CODE_AFTER = re.compile(r"\s?(?P<code>[A-Z]{3})\b|\s?(?P<sign>[€£₹₽$])|\s?(?P<letters>kr|zł)\b")
_NOUN_AFTER = re.compile(
    r"(?P<gap>[\s-]|\s?(?=p\b)|(?=c\b))(?P<words>(?:[^\W\d_][\w.]{0,14}[\s-]){0,2}[^\W\d_][\w'’]{0,14})"
)
_WEIGHED = re.compile(r"\b(?:weigh\w{0,3}|heav\w{1,4}|lost|lose|losing|shed|gain\w{0,3})\b[^.;]{0,30}$", re.IGNORECASE)
_SCALE = re.compile(r"\d[\d.,]{0,11}\s?(?:m|mn|bn|tn)\b")
# "CR 185 million in costs", "TLR 270,000": capitals that no list has, before a figure of nothing that is named.
_CODE = re.compile(r"(?:[A-Z]{3}|(?!AD|BC|EU|UK|UN|US|TV)[A-Z]{2})\s")
_NO_NOUN = (
    r"(?=\s?(?:[.,;:)|\]]|$|[–—])|\s(?:for|to|in|on|from|of|an?|per|and|or|as|at|by|this|last|since|over|was|is|were|"
    r"are|had|has|will|would|between|more|less|towards?|into|with|each|against|after|before|but|which|when|while)\b)"
)
_NOTHING_COUNTED = re.compile(
    rf"\d(?:[.,'’\u00a0\u202f ]?\d){{0,15}}+(?:\s?(?:k|m|mn|bn|tn|thousand|million|billion|trillion)\b)?+{_NO_NOUN}"
)
_UNLISTED_AFTER = re.compile(rf"\s?(?P<code>[A-Z]{{3}})\b{_NO_NOUN}")
_PER = re.compile(
    r"\s?(?:-?\s?(?:a|an|per|each|every)[\s-](?:(?:diluted|basic|ordinary|common)\s){0,2}(?P<of>year|month|week|day|hour|minute|share|barrel|tonne|ton|ounce|"
    r"litre|liter|gallon|head|person|unit|kilo|"
    r"kilogram|pound|household|family|night|ticket|passenger|vote|acre|hectare|child|student|employee|worker)\b|"
    r"/(?P<slash>year|month|share|barrel|tonne|kg|day|hour)\b"
    r"|\s?(?P<adverb>annually|yearly|monthly|weekly|daily))"
)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}


SHORTEST = 4
"""Letters that a word must have to be taken for money by what it stands behind."""


class Named(NamedTuple):
    """A currency that stands at a place of the text, and by what the figure beside it is to be multiplied."""

    currency: str
    at: int
    factor: float = 1.0


@cache
def codes() -> frozenset[str]:
    """Every ISO 4217 code that is in use."""
    return frozenset(
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if tender and not end
    )


@cache
def _nouns() -> dict[str, str]:
    """Full names ("norwegian kroner") and the last words that only one currency has ("tala"), to codes."""
    English = Locale("en")
    names: dict[str, str] = {}
    last: dict[str, set[str]] = {}
    for code in sorted(codes()):
        for count in (1, 2):
            name = (
                get_currency_name(code, count=count, locale=English)
                .lower()
                .replace("ʻ", "")
                .replace("’", "")
                .replace("'", "")
            )
            names[name] = code
            last.setdefault(name.split()[-1], set()).add(code)
    shared = {noun: noun_lemma(noun) for noun, of in last.items() if len(of) > 1}
    alone = {noun: next(iter(of)) for noun, of in last.items() if len(of) == 1}
    meant = {form: code for noun, code in _MEANT.items() for form in (noun, noun + "s")}
    others = {form: noun for noun in _OTHERS for form in (noun, noun + "s")}
    found = {**others, **shared, **alone, **names, **meant}
    found.update({plural: found.get(noun, noun) for plural, noun in _PLURALS.items()})
    return {noun: code for noun, code in found.items() if noun not in _NO_NOUNS and "(" not in noun}


def noun_lemma(noun: str) -> str:
    """
    >>> noun_lemma("shillings"), noun_lemma("kroner")
    ('shilling', 'krone')
    """
    return _PLURALS.get(noun) or (noun if noun.endswith("ss") else noun.removesuffix("s"))


def before(text: str, at: int, scaled: bool) -> Named | None:
    """The currency that ends where a figure begins.

    >>> before("KSh 17.71 billion", 4, True)
    Named(currency='KES', at=0, factor=1.0)
    """
    ahead = max(0, at - 8)
    if sign := _SIGN.search(text, ahead, at):
        mark = sign[0].strip()
        # A letter before the sign belongs to it or to nothing: "in$5" is a slip and still dollars.
        return Named(SIGNS[mark], sign.start())
    if (code := _CODE_BEFORE.search(text, ahead, at)) and code["code"] in codes():
        return Named(code["code"], code.start())
    if (letters := _LETTER_BEFORE.search(text, ahead, at)) and letters["letters"].lower() not in _LETTERS:
        # "CR34.8m": whatever the letters stand for, millions of them are money.
        glued = not (letters["space"] or letters["dot"]) and letters["letters"][0].isupper() and _SCALE.match(text, at)
        apart = scaled and _CODE.fullmatch(letters[0]) and _NOTHING_COUNTED.match(text, at)
        return Named(letters["letters"], letters.start()) if glued or apart else None
    if letters:
        written = letters["letters"]
        if len(written) == 1 and (letters["space"] or letters["dot"] or not (scaled and written.isupper())):
            return None
        glued = not (letters["space"] or letters["dot"])
        if written in _OTHER_WORDS and not (glued or scaled or (letters["dot"] and written == "Fr")):
            return None
        return Named(_LETTERS[written.lower()], letters.start())
    return None


def after(text: str, at: int, scaled: bool, start: int) -> Named | None:
    """The currency that begins where a figure ends; ``start`` is where the figure begins.

    >>> after("4.87 billion Norwegian kroner", 12, True, 0)
    Named(currency='NOK', at=29, factor=1.0)
    >>> after("43 euro cents", 2, False, 0)
    Named(currency='EUR', at=13, factor=0.01)
    """
    millions = text[at - 1 : at].isalpha()  # "48m DRN"
    if (mark := _CODE_AFTER.match(text, at)) and (not mark["code"] or mark["code"] in codes()):
        if mark["code"]:
            return Named(mark["code"], mark.end())
        if mark["letters"] or not text[mark.end() : mark.end() + 1].isdigit():
            return Named(SIGNS[mark["sign"]] if mark["sign"] else _LETTERS[mark["letters"]], mark.end())
    if millions and (unlisted := _UNLISTED_AFTER.match(text, at)):
        return Named(unlisted["code"], unlisted.end())
    if not (words := _NOUN_AFTER.match(text, at)):
        return None
    parts = list(re.finditer(r"[^\s-]+", words["words"]))
    for many in range(len(parts), 0, -1):
        end = words.start("words") + parts[many - 1].end()
        written = re.sub(r"[\s-]+", " ", re.sub("[’']", "", text[words.start("words") : end])).rstrip(".")
        phrase = written.lower()
        if phrase.split()[-1] in _HUNDREDTHS:
            if (currency := _hundredths(phrase)) is not None:
                return Named(currency, end, 0.01)
        elif (currency := _nouns().get(phrase) or _unheard(written, scaled, millions)) and not _is_other_word(
            text, phrase, words["gap"], scaled, start, end
        ):
            return Named(currency, end)
    return None


def _hundredths(phrase: str) -> str | None:
    adjective, _, noun = phrase.rpartition(" ")
    if not adjective:
        return _HUNDREDTHS[noun]
    return (
        _nouns().get(adjective)
        or _nouns().get(f"{adjective} dollar")
        or ("USD" if adjective in ("us", "u.s") else None)
    )


_NO_MONEY = word_set("into onto also")
_SINGULARS = (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("es", ""), ("s", ""))


def _unheard(phrase: str, scaled: bool, millions: bool) -> str:
    """A plural that no dictionary has, behind millions: "42 million sarins" can only be money.

    Some end in another vowel: "850 million dahri". Of those a bare "12,000 dahri" may be anything.
    """
    plural = phrase.endswith("s")
    millions = millions and phrase.endswith(("a", "i", "o", "u")) and phrase not in _NO_MONEY
    if not scaled or len(phrase) < SHORTEST or not (phrase.isalpha() and phrase.islower()) or not (plural or millions):
        return ""
    singular = (phrase.removesuffix(end) + instead for end, instead in _SINGULARS if phrase.endswith(end))
    return "" if any(map(lexicon.known, (phrase, *singular))) else noun_lemma(phrase)


def _is_other_word(text: str, phrase: str, gap: str, scaled: bool, start: int, end: int) -> bool:
    if scaled or " " in phrase:
        return False
    if phrase in _DOUBTFUL:
        return True
    if phrase not in ("pound", "pounds"):
        return False
    return gap == "-" or text.startswith(" of ", end) or bool(_WEIGHED.search(text, max(0, start - 50), start))


def per(text: str, at: int) -> tuple[str, int] | None:
    """What the amount is for, each time: "a year", "per share"; and where that ends.

    >>> per("34 cents a share", 8)
    ('share', 16)
    """
    if not (match := _PER.match(text, at)):
        return None
    return match["of"] or match["slash"] or _ADVERBS[match["adverb"]], match.end()


def _within(short: str, long: str) -> bool:
    """Whether the letters of one stand in the other, in their order: CR of crown."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def same(a: str, b: str) -> bool | None:
    """Whether two currencies are one; None where that is not known ("shilling" may be Kenyan).

    >>> same("KES", "shilling"), same("KES", "USD"), same("", "USD"), same("CR", "crown")
    (None, False, None, True)
    """
    if a == b and a in codes():
        return True
    if not a or not b or a == b:
        return None if a != b or not a else True
    if a in codes() and b in codes():
        return False
    if not {a, b} & codes():
        short, long = sorted((a.lower(), b.lower()), key=len)
        return short[0] == long[0] and _within(short, long)
    code, noun = (a, b) if a in codes() else (b, a)
    if code not in codes():
        return False
    name = get_currency_name(code, locale=Locale("en")).lower()
    return None if noun_lemma(name.split()[-1]) == noun else False
