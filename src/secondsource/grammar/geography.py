"""Countries, their people, their provinces and a city or two of each: what a name on the map stands for."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pycountry
from babel import Locale
from babel.core import get_global

from secondsource.grammar.wordlist import Words

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
    | {"þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-"}
)

_ALSO = """
uk:GB britain:GB great+britain:GB england:GB scotland:GB wales:GB northern+ireland:GB
us:US usa:US america:US united+states+of+america:US washington+dc:US
russia:RU ivory+coast:CI czech+republic:CZ turkey:TR burma:MM holland:NL swaziland:SZ
macedonia:MK cape+verde:CV east+timor:TL vatican:VA dr+congo:CD drc:CD democratic+republic+of+congo:CD
democratic+republic+of+the+congo:CD republic+of+the+congo:CG congo+republic:CG uae:AE emirates:AE ksa:SA
gambia:GM bahamas:BS philippines:PH maldives:MV palestine:PS taiwan:TW south+korea:KR north+korea:KP
"""

_PEOPLE = """
afghan:AF albanian:AL algerian:DZ andorran:AD angolan:AO argentine:AR argentinian:AR armenian:AM australian:AU
austrian:AT azerbaijani:AZ azeri:AZ bahamian:BS bahraini:BH bangladeshi:BD barbadian:BB bajan:BB belarusian:BY
belgian:BE belizean:BZ beninese:BJ bhutanese:BT bolivian:BO bosnian:BA botswanan:BW brazilian:BR british:GB briton:GB
english:GB scottish:GB scot:GB welsh:GB bruneian:BN bulgarian:BG burkinabe:BF burmese:MM burundian:BI cambodian:KH
cameroonian:CM canadian:CA chadian:TD chilean:CL chinese:CN colombian:CO comorian:KM congolese:CD croat:HR croatian:HR
cuban:CU cypriot:CY czech:CZ danish:DK dane:DK djiboutian:DJ dominican:DO dutch:NL ecuadorian:EC ecuadorean:EC
egyptian:EG emirati:AE eritrean:ER estonian:EE ethiopian:ET fijian:FJ filipino:PH finnish:FI finn:FI french:FR
gabonese:GA gambian:GM georgian:GE german:DE ghanaian:GH greek:GR grenadian:GD guatemalan:GT guinean:GN guyanese:GY
haitian:HT honduran:HN hungarian:HU icelandic:IS icelander:IS indian:IN indonesian:ID iranian:IR iraqi:IQ irish:IE
israeli:IL italian:IT ivorian:CI jamaican:JM japanese:JP jordanian:JO kazakh:KZ kenyan:KE kiribati:KI kosovan:XK
kosovar:XK kuwaiti:KW kyrgyz:KG laotian:LA latvian:LV lebanese:LB liberian:LR libyan:LY lithuanian:LT luxembourger:LU
macedonian:MK malagasy:MG malawian:MW malaysian:MY maldivian:MV malian:ML maltese:MT mauritanian:MR mauritian:MU
mexican:MX moldovan:MD mongolian:MN montenegrin:ME moroccan:MA mozambican:MZ namibian:NA nepalese:NP nepali:NP
nicaraguan:NI nigerian:NG nigerien:NE norwegian:NO omani:OM pakistani:PK palestinian:PS panamanian:PA paraguayan:PY
peruvian:PE polish:PL pole:PL portuguese:PT qatari:QA romanian:RO russian:RU rwandan:RW salvadoran:SV salvadorean:SV
samoan:WS saudi:SA senegalese:SN serb:RS serbian:RS seychellois:SC singaporean:SG slovak:SK slovene:SI slovenian:SI
somali:SO spanish:ES spaniard:ES sudanese:SD surinamese:SR swazi:SZ swedish:SE swede:SE swiss:CH syrian:SY
taiwanese:TW tajik:TJ tanzanian:TZ thai:TH timorese:TL togolese:TG tongan:TO trinidadian:TT tunisian:TN turkish:TR
turk:TR turkmen:TM ugandan:UG ukrainian:UA uruguayan:UY uzbek:UZ vanuatuan:VU venezuelan:VE vietnamese:VN yemeni:YE
zambian:ZM zimbabwean:ZW american:US kiwi:NZ south+african:ZA south+korean:KR north+korean:KP sri+lankan:LK
sierra+leonean:SL new+zealander:NZ south+sudanese:SS costa+rican:CR puerto+rican:PR saint+lucian:LC cape+verdean:CV
papua+new+guinean:PG saudi+arabian:SA
"""


def fold(text: str) -> str:
    """A word as it is compared: without case, accents or foreign letters.

    >>> fold("Hélène"), fold("Lommøy"), fold("Łódź"), fold("O’Brien")
    ('helene', 'lommoy', 'lodz', "o'brien")
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _rows(table: str) -> dict[Words, str]:
    return {tuple(key.split("+")): code for key, code in (row.split(":") for row in table.split())}


def _key(name: str) -> Words:
    words = fold(name.replace("-", " ").replace(".", "")).split()
    return tuple(words[1:] if words and words[0] == "the" else words)


@cache
def _countries() -> dict[Words, str]:
    named: dict[Words, str] = {}
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            if name := getattr(country, field, ""):
                named.setdefault(_key(name.split(",")[0] if "," in name and field == "name" else name), country.alpha_2)
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "QO", "XA", "XB", "ZZ"}:
            named[_key(name.split(" (")[0].replace("&", "and"))] = code
    return named | _rows(_ALSO)


@cache
def _peoples() -> dict[Words, str]:
    return _rows(_PEOPLE)


@cache
def _cities() -> dict[Words, str]:
    """The cities that name the world's time zones: a few hundred, each with its country."""
    zones = get_global("zone_territories")
    return {_key(zone.rsplit("/", 1)[1].replace("_", " ")): code for zone, code in zones.items() if "/" in zone}


class _Part(NamedTuple):
    country: str
    code: str
    parent: str


@cache
def _regions() -> dict[Words, tuple[_Part, ...]]:
    named: dict[Words, tuple[_Part, ...]] = {}
    # The library's own rows: to make an object of each of these 5,000 takes longer than all else that is done here.
    rows = json.loads(Path(pycountry.subdivisions.filename).read_text(encoding="utf-8"))
    for row in rows[pycountry.subdivisions.root_key]:
        key, of = _key(row["name"]), row["code"].split("-")[0]
        above = row.get("parent", "")
        parent = above if not above or above.split("-")[0] == of else f"{of}-{above}"
        named[key] = (*named.get(key, ()), _Part(of, row["code"], parent))
    return named


def country(words: Words) -> str:
    """The two-letter code of a country by any of its English names; "" where it is none.

    >>> country(("south", "korea")), country(("bahamas",)), country(("tamoa",))
    ('KR', 'BS', '')
    """
    return _countries().get(words, "")


def people(words: Words) -> str:
    """The country of a people: "Kenyan" and "Kenyans" are of Kenya; "" where the word is none that is listed.

    >>> people(("kenyans",)), people(("dutch",)), people(("tamoan",))
    ('KE', 'NL', '')
    """
    if not words:
        return ""
    found = _peoples().get(words, "")
    return found or (_peoples().get((*words[:-1], words[-1][:-1]), "") if words[-1].endswith("s") else "")


def city(words: Words) -> str:
    """The country of a city that a time zone is named after.

    >>> city(("nairobi",)), city(("port", "au", "prince"))
    ('KE', 'HT')
    """
    return _cities().get(words, "")


def region(words: Words) -> frozenset[str]:
    """The countries that have a province, state or district of this name.

    >>> sorted(region(("ontario",))), sorted(region(("limburg",)))
    (['CA'], ['BE', 'NL'])
    """
    return frozenset(part.country for part in _regions().get(words, ()))


def regions_apart(a: Words, b: Words) -> bool:
    """Whether two names are of two provinces, or two districts, of one country.

    >>> regions_apart(("arusha",), ("tanga",)), regions_apart(("arusha",), ("ontario",))
    (True, False)
    """
    pairs = [(x, y) for x in _regions().get(a, ()) for y in _regions().get(b, ()) if x.country == y.country]
    return bool(pairs) and all(x.code != y.code and x.parent == y.parent for x, y in pairs)


_AFTER_VOWEL = ("n", "ns", "an", "ans", "nese")
_AFTER_CONSONANT = ("ian", "ians", "ese", "i", "is", "er", "ers", "ish")
_FOR_THE_VOWEL = ("ian", "ians", "ese", "ish")


def of_the_place(people_word: str, place_word: str) -> bool:
    """Whether one word names the people of a place that no list knows.

    >>> of_the_place("tamoan", "tamoa"), of_the_place("marzani", "marzan"), of_the_place("veldhaven", "veldhave")
    (True, True, False)
    """
    if len(place_word) < 4:
        return False
    if place_word[-1] not in "aeiou":
        return any(people_word == place_word + ending for ending in _AFTER_CONSONANT)
    stem = place_word[:-1]
    grown = place_word[-1] != "e" and any(people_word == place_word + ending for ending in _AFTER_VOWEL)
    return grown or (len(stem) >= 5 and any(people_word == stem + ending for ending in _FOR_THE_VOWEL))
