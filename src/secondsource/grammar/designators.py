"""Numbers that name something: "Resolution 2699 (2023)", "contract K-1147", "Section 427", "OH-2022-471"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.grammar.currencies import codes
from secondsource.grammar.name_words import FUNCTION
from secondsource.grammar.wordlist import matches, word_set
from secondsource.language.days import CALENDAR

# Series words that are hardly ever a verb or a counted thing: a number after them names one of the series.
_ALWAYS = (
    "resolution|section|article|chapter|clause|directive|regulation|paragraph|ordinance|decree|docket|"
    "proclamation|statute|protocol|annex|appendix|opus|flight|interstate|route|docket|subsection|sub-section"
)
# Series words that also are verbs or countable: "order 500 tents", "in case 12 people come" name nothing.
_DOCUMENTS = (
    "house bill|senate bill|assembly bill|executive order|legal notice|gazette notice|public law|charge sheet|"
    "order|decision|contract|case|bill|act|law|petition|form|permit|licence|license|patent|notice|circular|proposition|"
    "amendment|exhibit|document|tender|invoice|file|report|rule|policy|judgment|judgement|treaty|application|appeal|"
    "suit|agreement|convention|motion|measure|opinion|paper|warrant|certificate|registration|passport|voucher|complaint|"
    "bulletin|communiqué|communique|memorandum|memo|edict|ruling|byelaw|bylaw|by-law|instruction|advisory|dossier|"
    "writ|declaration|guideline|recommendation|determination|instrument|award|finding|citation|indictment|injunction|"
    "summons|subpoena|requisition|dispatch|despatch|codicil|addendum|mandate"
)
_SOMETIMES = (
    f"{_DOCUMENTS}|"
    "title|schedule|lot|highway|item|question|claim|version|"
    "sector|zone|ward|district|grade|level|phase|room|terminal|pier|gate|platform|unit|block|stage|tier|category|"
    "type|class|"
    "part|channel|precinct|region|area|track|lane|exit|junction|bay|berth|line|tower|building|floor|step|page|day|week|"
    "month|year|episode|season|game|match|lesson|verse|psalm|figure|table|box|group|formula|number|serial number|"
    "band|division|camp|depot|"
    "station|reactor|hall|court|team|crew|squad|company|regiment|brigade|battalion|apollo|boeing|airbus|falcon|"
    "train|bus|tram|locomotive|batch|consignment|convoy|shaft|well|plot|parcel|turbine|substation|"
    "constituency|hangar|runway|bib|model|standard|account|ticket|barcode|"
    "recall|project|grant|mission|operation|"
    "volume|edition|carriage|coach|container|locker|trail|"
    "footpath|borehole|apartment|flat|cabin|cell|checkpoint|pylon|buoy"
)
_SHORT = {
    "unscr": "resolution",
    "unsc resolution": "resolution",
    "s/res/": "resolution",
    "res.": "resolution",
    "§": "section",
    "sec.": "section",
    "op.": "opus",
    "art.": "article",
    "art": "article",
    "ch.": "chapter",
    "para.": "paragraph",
    "para": "paragraph",
    "h.r.": "hr",
    "hr": "hr",
    "h.b.": "hb",
    "s.b.": "sb",
    "house bill": "hb",
    "senate bill": "sb",
    "p.l.": "public law",
    "licence": "license",
    "judgement": "judgment",
    "sub-section": "subsection",
    "s": "section",
    "ss": "section",
    "reg": "regulation",
    "regs": "regulation",
    "cl": "clause",
    "sch": "schedule",
    "si": "instrument",
    "s.i.": "instrument",
    "act": "act",
}
_CODED = (
    r"(?-i:\d{1,4}[-/](?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[-/])[A-Z]{1,4}[-/]\d{1,6}"
    r"|[A-Z]{2}\s?\d{2}\s[A-Z]{3})(?![\w/-])"
)
"""47-TR-09, BT61 KLO"""
_PLAIN_KEY = (
    r"(?=[\w/.:-]{0,12}\d|(?-i:[A-Z]{1,6}\s\d))(?:(?-i:[A-Z]{1,6}\s|[A-Z]{1,3}\.(?=\d{3}))|[A-Z]{1,6}[-/]?)?\d{1,12}(?:[-/:.]?[A-Z]{0,4}\d{1,8}){0,3}"
    r"(?:[A-Za-z]|[-/][A-Za-z](?!\w))?"
    r"(?:\(\w{1,4}\)){0,3}(?![\w%])(?!,\d{3})"
)
_KEY = rf"(?:{_CODED}|{_PLAIN_KEY})"
_YEAR = r"(?:\s?\((?P<in>(?:19|20)\d\d)\)|\s+of\s+(?P<of>(?:19|20)\d\d)\b)"
_NO = r"(?:(?:nos?\.?|nr\.?|numbers?|№|#)\s?)"

_TAIL = rf"(?:\s\((?:EU|EC|EEC|UN)\))?[\s-]?(?P<no>(?i:{_NO}))?(?P<key>{_KEY})(?P<year>{_YEAR})?"
_ABBREVIATED = (
    r"S\.I\.|UNSCR|UNSC\sResolution|S/RES/|Op\.|Res\.|Sec\.|Art\.?|Ch\.|para\.?|H\.R\.|HR|H\.B\.|S\.B\.|HB|SB|P\.L\."
)
_NAMED = re.compile(
    rf"(?<![\w-])(?P<series>(?P<always>(?:{_ALWAYS})s?)|(?P<short>{_ABBREVIATED})|"
    rf"(?P<sometimes>(?:{_SOMETIMES})s?)){_TAIL}",
    re.IGNORECASE,
)
_STARTERS = frozenset(
    form
    for series in f"{_ALWAYS}|{_SOMETIMES}".split("|")
    for word in [re.split(r"\W", series)[0]]
    for form in (word, word + "s")
) | word_set("unscr unsc s res sec art ch para h hr hb sb p op")
_SIGNED = re.compile(rf"(?P<series>§){_TAIL}", re.IGNORECASE)
_INITIALED = re.compile(rf"\b(?P<series>[A-Z]{{1,5}}\.?)\s(?=[Nn][Oo]){_TAIL}")
# "Statutory Instrument 38 of 2023", "Determination 29 of this year": whatever is counted within a year has a number.
_WITHIN_YEAR = re.compile(
    rf"(?<![\w-])(?P<series>[A-Z][a-z]{{2,15}})\s(?P<no>(?i:{_NO}))?(?P<key>\d{{1,5}})"
    r"(?:(?P<year>\sof\s(?P<of>(?:19|20)\d\d)\b(?!['’]s|\s[a-z]+s\b))|(?=\sof\s(?:this|last|the\ssame)\syear\b))"
)
# "s. 34 of the Ports Act", "(reg 4)": how lawyers write a part of a law.
_OF_A_LAW = re.compile(
    r"(?<![\w'’.-])(?P<series>ss?|regs?|cl|sch)\.?\s?(?P<key>\d{1,4}[A-Z]{0,2}(?:\(\w{1,4}\)){0,3})"
    r"(?=\)|(?:(?:,\s|\s(?:and|or)\s)\d{1,4}[A-Z]{0,2}){0,3}\sof\sthe\s[A-Z])"
)
_ALSO = re.compile(
    rf"(?:,\s|,?\s(?:and|or)\s){_NO}?(?P<key>{_KEY})(?P<year>{_YEAR})?(?!\s(?:[a-z]+s|people|men|women)\b)"
)
_CODE = re.compile(
    r"(?<![\w$€£/.-])(?P<key>[A-Z]{1,5}(?:[-/][A-Z]{1,4})?[-/](?:(?:19|"
    r"20)\d\d[-/])?\d{1,7}(?:[-/]\d{1,6})?[A-Z]?|[A-Z]{1,4}\d{1,3}-[A-Z]{1,3}\d{1,5}[A-Z]?|[A-Z]{1,2}\.\d{4,7})(?![\w-])"
)
# "FIR 318/2022", "complaint 44/2019": whatever noun stands before a number that is followed by its year. Figures up to
# twelve may be months and are left alone.
_OF_A_YEAR = re.compile(
    r"(?<![\w/-])(?:(?P<series>[A-Z]{2,6}|[A-Za-z][a-z]{1,14})\s)?(?P<no>(?:[Nn]os?\.?|[Nn]umber|#)\s?)?"
    r"(?P<key>(?!(?:19|20)\d\d/)(?:1[3-9]|[2-9]\d|\d{3,6})/(?:19|20)\d\d)(?![\w/-])"
)
_NO_SERIES = word_set(
    "as in of to on by at is was no nos the its a an for and or from with under that this than over about into file "
    "filed marked numbered season seasons year years table only"
)
# "| Squad number | 19 |", "Serial no.: AX-7", "Sections | 38, 45 and 4": a label that names a series.
_LABELLED = re.compile(
    rf"^\s{{0,3}}(?:[|•*–-]\s{{0,3}})?(?:(?:[A-Za-z]{{2,14}}\s){{1,3}}?(?P<number>(?:number|no\.?|nr\.?|ref\.?|reference))"
    rf"|(?P<series>(?:{_ALWAYS})s?))\s?[|:]\s?(?P<key>{_KEY})(?P<year>{_YEAR})?(?!\s?(?:%|[a-z]{{3,15}}s\b))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"(?<![\w-])(?:No\.|no\.|Nos\.|№|#|[Nn]umber)\s?(?P<key>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?!\d)|"
    rf"\d{{1,12}}(?:[-/]\d{{1,8}})?(?:-[A-Z])?(?!,\d{{3}}))(?P<year>{_YEAR})?(?!\w)"
)
# "Flying as QX 118", "docketed under the number CV-40": participles that bring in a code, and no plain figure.
_LISTED = (
    r"(?:[Ff]lying|[Oo]perat(?:ing|ed)|[Ss]ailing|[Ll]isted|[Ff]iled|[Ll]ogged|[Dd]ocketed|[Dd]esignated|[Cc]atalogued|"
    r"[Kk]nown|[Cc]oded|[Rr]ecorded|[Ee]ntered)\s(?:as|under)(?=\s(?:the\s(?:number|code)\s)?[A-Z]{1,5}[\s/.-]?\d)"
)
# "Its IMO number is 9284556", "batch code 7731", "registered as 5Y-KQX", "tail number PH-BXA": words that say that a
# number is to follow.
_SAID = re.compile(
    rf"(?<![\w-])(?:(?P<series>[A-Za-z]{{2,14}})[\s-](?:number|code|reference|identifier|ID|serial|registration)"
    rf"|[Rr]egistered|[Rr]eference|[Ss]erial|{_LISTED}|(?P<initials>IMO|MMSI|ISRCTN|EudraCT|EUDRACT|CAS|ISSN))\s?(?:(?:is|was|are|were|as|of|reads?|under)\s|[:|,]\s?)?(?:the\s)?"
    rf"(?:(?:number|code|nos?\.?)\s)?(?P<key>{_KEY}|[A-Z0-9]{{1,2}}-[A-Z]{{3,4}})(?P<year>{_YEAR})?(?![\w-])"
    rf"(?!\s(?:[a-z-]+s|people|men|women|percent|per)\b)"
)
# "The form is numbered R-417", "a certificate numbered EUC-5038"; "they numbered 5,000" counts.
_NUMBERED_AS = re.compile(
    rf"\b(?:(?:is|was|are|were|been|be)\s(?:[a-z]{{2,12}}\s)?numbered|numbered(?=\s(?:[A-Z]{{1,6}}[-/.\s]?\d|\d{{1,8}}/\d)))\s"
    rf"(?P<key>{_KEY})(?P<year>{_YEAR})?(?!\w)"
)
# "under 2019/558", "tender 47-TR-09", "the 2K41", "BT61 KLO": codes that begin with a figure or are cut by a space.
_BARE = re.compile(
    rf"(?<![\w$€£/.,-])(?P<key>{_CODED}|(?:(?:19|20)\d\d/(?!(?:19|20)\d\d(?!\d))\d{{3,5}}|\d[A-Z]\d{{2}})(?![\w/-]))"
)
# "The crash on the B412", "the A7 between": roads.
_ROAD = re.compile(
    r"(?:(?<=\b[Tt]he\s)|(?<=\b[Oo]n\s)|(?<=\b[Oo]ff\s))(?P<key>[ABMNE]\d{1,4})(?![\w/-])(?!\s(?:flu|virus|strain|visa|paper|grade))"
)
# "The flight was ZT 402": letters and figures apart, where no unit or money can stand.
_SPACED = re.compile(
    r"(?:(?<=\b[IiAa]s\s)|(?<=\b[Ww]as\s))(?P<key>(?!(?:US|UK|EU|UN|AD|BC|CE|BCE|FM|AM)\s)(?P<letters>[A-Z]{2,3})\s\d{2,4})(?=[.;)]|,(?!\d)|$)"
)
# "NCT04512276": letters and four figures or more are a code by themselves, unless they are money.
_RUN_ON = re.compile(
    r"(?<![\w$€£/.-])(?P<key>(?P<letters>[A-Z]{2,6})\d{4,12}[A-Z]?|[A-Z]{2}\d{3}|[A-Z]\d{4,12}[A-Z])(?![\w-])"
)
_SPLIT_YEAR = re.compile(
    r"^(?P<before>.*?)[-/]?(?:(?P<lead>(?:19|20)\d\d)[-/](?P<rest>\d{1,8})|(?P<only>\d{1,8})/(?P<tail>(?:19|20)\d\d))$"
)
_LEADING = re.compile(
    r"\b(?:under|the|per|by|of|in|see|with|its|this|that|and|via|to|on|said|called)\s(?:[\w-]+\s)?$", re.IGNORECASE
)
# What ends in "s" after a number and is no plural: "Rule 17 was", "Rule 17(d) of its constitution", "Order 5 bans".
_NO_PLURAL = (
    r"(?:of|in|on|at|by|to|for|from|with|under|as|and|or|but|which|that|who|when|where|while|if|is|was|were|are|has|had|"
    r"its|his|this|us|does|thus|plus|versus|across|besides|unless|perhaps|always|sometimes|as|says|states|provides|requires|"
    r"applies|allows|lets|bans|forbids|prohibits|permits|obliges|governs|sets|gives|makes|means|becomes|remains|stays|"
    r"comes|goes|takes|closes|opens|begins|starts|ends|expires|lapses|contains|lists|puts|creates|establishes|concerns|"
    r"deals|covers|limits|leaves|crosses|follows|passes|serves|needs|seeks|appears|bears|wants|calls)\b"
)
_COUNTED = re.compile(
    rf"\s+(?!{_NO_PLURAL})(?:[a-z-]+\s)?(?:[a-z]{{2,}}s|people|men|women|children|personnel|staff|police|cent|percent|million|"
    r"billion)\b|\s?%"
)


@dataclass(frozen=True, slots=True)
class Designator:
    """A name made of a series and a number. ``key`` is in one canonical form; a year inside it stands apart."""

    start: int
    end: int
    core: tuple[int, int]
    series: str
    key: str
    year: int | None
    years_ago: int | None = None
    """How long before the text is of the year that is said with it is: "Decision 29 of this year"."""


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=2048)
def designators(text: str) -> tuple[Designator, ...]:
    """Every number that names something, in reading order.

    >>> [(d.series, d.key, d.year) for d in designators("Under Resolution 2699 (2023) and decision 2024/1187")]
    [('resolution', '2699', 2023), ('decision', '1187', 2024)]
    >>> designators("They order 500 tents in case 12 people come.")
    ()
    """
    if not _DIGIT.search(text):
        return ()
    found: list[Designator] = []
    for match in _with_series(text):
        if "always" in match.re.groupindex and not _names(text, match):
            continue
        series = _series(match)
        found.append(_designator(match, series, match.start()))
        at = match.end()
        while match["series"].lower().endswith("s") and (more := _ALSO.match(text, at)):
            found.append(_designator(more, series, more.start("key")))
            at = more.end()
    if labelled := _LABELLED.match(text):
        found = [d for d in found if d.core[0] != labelled.start("key")]
        series = "number" if labelled["number"] else _series(labelled)
        found.append(_designator(labelled, series, labelled.start("key")))
        at = labelled.end()
        while (labelled["series"] or "").lower().endswith("s") and (more := _ALSO.match(text, at)):
            found.append(_designator(more, series, more.start("key")))
            at = more.end()
    taken = {at for d in found for at in range(d.start, d.end)}
    for match in _OF_A_YEAR.finditer(text):
        if match.start("key") not in taken and match["series"] not in codes():
            named = match["series"] and match["series"].lower() not in _NO_SERIES
            series, start = (_series(match), match.start()) if named else ("", match.start("key"))
            found.append(_designator(match, series, start))
            taken.update(range(match.start("key"), match.end()))
    for pattern in (_SAID, _NUMBERED_AS, _CODE, _BARE, _ROAD, _NUMBERED, _RUN_ON, _SPACED):
        for match in pattern.finditer(text):
            if match.start("key") not in taken and match.groupdict().get("letters") not in codes():
                found.append(_designator(match, _announced(match), match.start()))
                taken.update(range(match.start("key"), match.end()))
    for match in _WITHIN_YEAR.finditer(text):
        if match.start("key") not in taken and match["series"].lower() not in CALENDAR | FUNCTION:
            found.append(_designator(match, _series(match), match.start()))
    counts = {match.end() for match in _COUNTS.finditer(text)}
    return tuple(sorted((d for d in found if d.core[0] not in counts), key=lambda d: d.start))


def _with_series(text: str) -> Iterator[re.Match[str]]:
    """The numbers that the name of a series stands before."""
    yield from matches(_NAMED, text, _STARTERS)
    for pattern in (_SIGNED, _INITIALED, _OF_A_LAW):
        yield from pattern.finditer(text)


# "Members from abroad number 4,310": many of them do, and no number is given to them.
_COUNTS = re.compile(
    r"\b(?:[a-z]{3,20}(?<![suia])s|people|men|women|children|police|staff|dead|wounded|missing|they|who)\s"
    r"(?:(?:now|still|already|currently|together|only|then)\s)?number\s(?=\d[\d,])",
    re.IGNORECASE,
)


def _announced(match: re.Match[str]) -> str:
    """The series that the words before a number name: "IMO number", "batch code"; or ""."""
    named = match.groupdict()
    if named.get("initials"):
        return match["initials"].lower()
    return _series(match) if named.get("series") and match["series"].lower() not in _NO_SERIES else ""


def _names(text: str, match: re.Match[str]) -> bool:
    if match["short"] in ("HR", "HB", "SB", "Art", "art") and not match["key"][0].isdigit():
        return False
    if match["always"] or match["short"] or match["no"]:
        return True
    if match["year"] or re.search(r"[A-Z]-?\d|\d[-/:]\d", match["key"]):
        return match["sometimes"].lower() not in ("year", "season", "day", "month")
    if _COUNTED.match(text, match.end()):
        return match["series"][0].isupper() and match.start() > 0 and match["series"].lower() in _MODELS
    if match["series"][0].isupper():
        return True
    return (
        bool(_LEADING.search(text, max(0, match.start() - 24), match.start()))
        and match["sometimes"].lower() not in _COMMON
    )


_MODELS = word_set("apollo boeing airbus falcon")
ENACTED = word_set(f"{_ALWAYS}|{_DOCUMENTS}".replace("|", " ")) - word_set("flight interstate route section")
"""Series of which a short number says as much as a long one: "laid down in Article 17"."""
PARTS_OF_LAWS = word_set("section subsection article chapter clause paragraph rule regulation schedule annex appendix")
"""Series of which one document has many."""
PLACES = word_set(
    """
    sector zone ward district room terminal pier gate platform block channel precinct region area track lane exit
    junction bay berth tower building floor hall court camp depot station hangar runway route highway interstate street
    apartment flat cabin cell checkpoint trail footpath shaft plot parcel substation
    """
)
"""Series whose numbers tell where something is."""
_COMMON = word_set("year years months days weeks number group groups area areas region regions")


def _series(match: re.Match[str]) -> str:
    word = re.sub(r"\s+", " ", match["series"].lower())
    word = _SHORT.get(word, word)
    word = word if word in _SINGULAR else word.removesuffix("s").removesuffix(".")
    return _SHORT.get(word, word)


_SINGULAR = frozenset(("class", "bus", "opus", "hr", "public law", "phas", "cas"))


def _designator(match: re.Match[str], series: str, start: int) -> Designator:
    raw = match["key"].upper().replace(",", "").replace(" ", "-").replace("--", "-")
    year = (match.groupdict().get("in") or match.groupdict().get("of")) if match.groupdict().get("year") else None
    if inner := _SPLIT_YEAR.match(raw):
        before = (inner["before"] or "").rstrip("-/")
        raw = (before + "-" if before else "") + (inner["rest"] or inner["only"])
        year = year or inner["lead"] or inner["tail"]
    key = re.sub(r"(?<![\dA-Z])0+(?=\d)", "", raw)  # "0318" is 318; "F09" stays as it is painted
    told = None if year else _YEAR_TOLD.match(match.string, match.end())
    ago = None if told is None else int(told[1].lower() == "last")
    end = match.end() if told is None else told.end()
    return Designator(start, end, match.span("key"), series, key, int(year) if year else None, ago)


_YEAR_TOLD = re.compile(r"\sof\s(this|last|the\ssame)\syear\b", re.IGNORECASE)
