"""Where something is: "at Dural, in the south of the valley", "in Gdynia, Poland", "the Osterhaven head office"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from secondsource.grammar.geography import city, country, fold, people, region, regions_apart
from secondsource.grammar.name_words import PLACE_HEADS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.proper import Found, Name, head_words, kind_of, spot
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values import site as sites
from secondsource.values.mention import Mention
from secondsource.values.site import Site
from secondsource.values.whereabouts import DWELLERS, LIVES, joined_preposition, where_clause


@dataclass(frozen=True)
class Place:
    """A place and how the text puts something there.

    ``governor`` is the dictionary form of the verb or noun that the place is said of ("base", "headquarters");
    ``within`` are the places around it that the text itself names; ``kind`` is "country", "region", "direction"
    ("the north of the valley") or "".
    """

    name: Name
    preposition: str = ""
    governor: str = ""
    within: tuple[Words, ...] = ()
    kind: str = ""
    of_origin: bool = False
    """Whether what is there is where something comes from: "from a farm in Osa"."""
    site: Site | None = None
    """The site by its noun, where it has no name of a town: "the drying room"."""

    @property
    def near(self) -> bool:
        """Whether the thing is only near the place."""
        return self.preposition in _NEAR


class _Size(StrEnum):
    """How large a place is, as far as its name tells: towns cannot be each other, a town can be in a valley."""

    COUNTRY = "country"
    REGION = "region"
    TOWN = "town"
    SITE = "site"


_IN = word_set("in at inside within throughout across on aboard through over along into")
_NEAR = word_set("near outside around beside by off beyond below above")
_TO = word_set("to into toward towards for")
_FROM = word_set("from")
_PREPOSITIONS = _IN | _NEAR | _TO | _FROM | {"via"}
_MOTION = word_set(
    """
    go come fly travel arrive move return head depart sail deploy transfer ship drive march withdraw flee
    evacuate bring carry send reach enter visit tour quit cross relocate walk run migrate escape land
    dispatch bind rush ferry extend stretch commute deport extradite export import airlift redeploy invite welcome
    stop pass reroute re-route divert redirect bus truck cart airfreight shift haul rehouse resettle retreat
    hurry tow steer transport
    """
)
_MOTION_TO = _MOTION | word_set("take switch lift")
_AT_HOME = LIVES | {"be"}
# What is run from a place is run there: "controlled from Osa".
_RUN_FROM = word_set(
    "control run direct operate command manage lead broadcast report supervise coordinate govern steer monitor"
)
# Whoever is paid, sold or told something is no place: "sold to Brekke", "lost to Tamoa".
_TO_A_PARTY = word_set(
    "sell pay lose belong award owe say speak write talk tell lend lease give hand grant offer matter"
)
# What one has in a firm: "a stake in Brekke", "brokers in Brekke".
_IN_A_FIRM = word_set(
    """
    share stake investor broker analyst shareholder shareholding stock bond holding investment invest trader trading
    interest confidence trust faith believe partner dealer position
    """
)
_SETS_OUT = word_set("leave depart head sail bind fly embark set")
_MOVES_OBJECT = word_set("leave reach enter visit tour quit cross depart exit flee")
_LEAVES = word_set("leave quit depart exit flee")
_PLACE_NOUNS = word_set(
    """
    city town village hamlet capital port state district province region island suburb municipality county country
    area settlement neighbourhood neighborhood parish commune borough prefecture territory resort seaport outpost
    stronghold
    """
)
_FACILITIES = word_set(
    """
    office offices headquarters centre center plant factory airport airfield airbase station branch bridge port
    hospital university prison camp base barracks school yard depot shipyard stadium museum court courthouse
    church mosque market mine harbour harbor refinery warehouse terminal campus clinic garrison embassy consulate
    dam reservoir hotel racecourse mill laboratory crossing border frontier quarter suburb district valley
    province region island islands county river coast street square plain plains basin peninsula archipelago
    desert forest hills mountains marshes heights delta plateau gorge estuary fjord firth lagoon
    """
)
_SEATS = word_set(
    "office offices headquarters centre center base station region island islands county district province"
)
"""Nouns of place that say of a firm or a country where it is, and name no site of their own."""
_EDGES = word_set("coast shore shores")
_NATURAL = word_set(
    """
    valley district province region island islands county river coast plain plains basin peninsula archipelago
    desert forest quarter hills mountains marshes heights delta plateau gorge estuary fjord firth lagoon
    """
)
_DIRECTIONS = {
    word: direction
    for direction, words in {
        "north": "north northern northwards",
        "south": "south southern",
        "east": "east eastern",
        "west": "west western",
        "northeast": "northeast north-east northeastern north-eastern",
        "northwest": "northwest north-west northwestern north-western",
        "southeast": "southeast south-east southeastern south-eastern",
        "southwest": "southwest south-west southwestern south-western",
        "centre": "centre center central middle heart",
    }.items()
    for word in words.split()
}
_REGION_HEADS = word_set(
    """
    valley province district state region county sector zone island islands sea ocean river gulf bay lake
    peninsula desert mountains coast prefecture governorate canton oblast strait hills plateau delta basin plain
    plains territory forest estuary fjord firth archipelago lagoon marshes
    """
)
_WATERSIDE = word_set("bay lake sea river coast estuary fjord firth lagoon")
_COUNTY = "shire"
_REGION_BEGINNINGS = word_set("upper lower greater inner outer northern southern eastern western central")
# Parts of the world and of countries by English names that the official lists do not have.
_PARTS = """
    europe, africa, asia, america, oceania, antarctica, scandinavia, siberia, patagonia, balkans, caucasus, caribbean,
    sahel, levant, maghreb, north america, south america, latin america, central america, middle east, far east,
    southeast asia, central asia, central europe, eastern europe, western europe, north africa, east africa,
    west africa, southern africa, england, scotland, wales, ulster, cornwall, yorkshire, bavaria, saxony, hesse,
    thuringia, westphalia, rhineland, lower saxony, silesia, pomerania, bohemia, moravia, tuscany, lombardy, piedmont,
    sicily, sardinia, apulia, catalonia, andalusia, castile, brittany, normandy, burgundy, corsica, provence, alsace,
    lorraine, picardy, flanders, wallonia, crimea, donbas, transylvania, kurdistan, kashmir, punjab, darfur, tigray,
    lapland
"""
_REGION_NAMES = frozenset(tuple(name.split()) for name in _PARTS.split(","))
_SITE_HEADS = (PLACE_HEADS | _FACILITIES) - _REGION_HEADS - {"city", "town", "village", "port"}


_EACH_BY_ITSELF = (
    word_set("street road avenue lane quay square boulevard alley"),
    word_set("reef shoal shoals sandbank rocks atoll"),
    word_set(
        """
        hall church cathedral chapel mosque temple synagogue theatre theater stadium arena hotel hospital museum palace
        castle library gallery exchange guildhall courthouse velodrome kursaal racecourse
        """
    ),
)
"""Kinds of sites of which none is part of another: two streets, two buildings."""
# Parts of one place that are told apart by a letter or a number.
_PARTS_BY_LABEL = word_set(
    """
    section sector block zone ward hall gate pier platform terminal building wing floor room unit berth dock lot plot
    tunnel shaft pit field court bay area house
    """
)


class _View:
    """A passage's tokens, with the names that may be places."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.low = [fold(t.text) for t in passage.tokens]
        index = {t.start: t.i for t in passage.tokens}
        after = {t.end: t.i + 1 for t in passage.tokens}
        self.names = [(index[f.core.start], after[f.core.end], f) for f in spot(passage)]
        self.starts = {first: (end, found) for first, end, found in self.names}

    def word(self, i: int) -> str:
        """The folded word here; "" past either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def span(self, first: int, end: int) -> Span:
        """Where the tokens stand in the source."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def text(self, first: int, end: int) -> str:
        """Their words as printed."""
        at = self.passage.span.start
        span = self.span(first, end)
        return self.passage.text[span.start - at : span.end - at]


def find(passage: Passage) -> list[Mention[Place]]:
    """The places of a passage that something is at, goes to or comes from.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text):
    ...     return [plain(m.value) for m in find(read(Source("a", text)).passages[0])]
    >>> say("The steel is made in Gdynia, Poland.")
    ['in Gdynia (Poland)']
    >>> say("They are based at Dural, in the south of the valley.")
    ['at Dural (south of valley)', 'in south (valley)']
    """
    view = _View(passage)
    found: list[Mention[Place]] = []
    for first, end, name in view.names:
        found += (
            _is_where(view, first, end, name)
            or _based(view, first, end, name)
            or _hosts(view, first, end, name)
            or _of_name(view, first, end, name)
            or _listed(view, first, end, name, found)
        )
        found += _where(view, first, end, name)
    directed = list(_directions(view))
    starts = [d.core.start for d in directed]
    found = [m for m in found if not _covered(m, directed, starts)] + directed
    found += _sites(view, [m.core for m in found])
    return sorted(found, key=lambda m: m.core)


def _sites(view: _View, read: Sequence[Span]) -> Iterator[Mention[Place]]:
    """ "In the drying room", "on the second floor": what is at a site that is not ``read`` already by its name.

    "A farm in Osa" is in Osa, and any farm.
    """
    for at in sites.located(view.passage):
        inside = view.span(at.first, at.end)
        named = [core for core in read if core.start >= inside.end and core.start - inside.end < NEXT_TO]
        if any(inside.overlaps(core) for core in read) or (named and not at.site.which):
            continue
        words = view.low[at.first : at.end]
        name = Name(tuple(words), view.text(at.first, at.end), (), "place")
        place = Place(name, view.low[at.preposition], _governor(view, at.preposition, at.end), (), SITE, site=at.site)
        span = view.span(min(at.preposition, at.first), at.end)
        yield Mention("place", place, span, view.span(at.first, at.end), SITE)


NEXT_TO = 9
"""How many letters there are at most between a site and the place it is in: "the mill, near the Osa"."""

SITE = "site"
"""How a place is read, and its kind, that is told by a noun."""


NAMED = "named"
"""How a place is read of which a text says nothing more, so that it is no word against another place."""


def named(passage: Passage, read: Sequence[Mention[Place]]) -> tuple[Mention[Place], ...]:
    """The names that may be places, beside those that were ``read`` as such: "The Osa works", "Osa, not Lund".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [one] = read(Source("a", "The Gdynia yard is the owner of the crane.")).passages
    >>> [plain(m.value) for m in named(one, ())]
    ['Gdynia']
    """
    taken = [m.span for m in read]
    names = (f for f in spot(passage) if _may_be_place(f) and not any(f.core.overlaps(span) for span in taken))
    return tuple(Mention("place", Place(f.name, kind=_kind(f.name.words)), f.core, f.core, NAMED) for f in names)


def is_site(noun: str) -> bool:
    """Whether a noun is of a place itself: a canal, a flat, a town.

    >>> is_site("warehouse"), is_site("delegate")
    (True, False)
    """
    return noun in _PLACE_NOUNS or noun in _FACILITIES or noun in _SITE_HEADS or noun in _REGION_HEADS


def _covered(mention: Mention[Place], directed: list[Mention[Place]], starts: list[int]) -> bool:
    """Whether a name is only what "the north of" is said of."""
    before = bisect_right(starts, mention.core.start) - 1
    return before >= 0 and mention.core.within(directed[before].core)


def _listed(view: _View, first: int, end: int, found: Found, before: list[Mention[Place]]) -> list[Mention[Place]]:
    """ "in Portugal, Latvia and Malta": what is said of the first place of a list is said of all."""
    if not before or not _may_be_place(found) or view.word(end) in {"'s", "’s"}:
        return []
    last = before[-1]
    near = range(max(0, first - 5), first)
    between = [view.low[i] for i in near if view.tokens[i].start >= last.core.end]
    if near and view.tokens[near[0]].start > last.core.end + 1:
        return []
    if not between or not set(between) <= {",", "and", "or", "the", "in", "at"} or not last.value.preposition:
        return []
    if found.name.words in last.value.within or not (
        _is_place(found.name.words) or _names_sort(last) == found.name.type
    ):
        return []
    place = Place(found.name, last.value.preposition, last.value.governor, (), _kind(found.name.words))
    core = view.span(first, end)
    return [Mention("place", place, core, core, "list")]


def _names_sort(mention: Mention[Place]) -> str:
    """An unknown name after an unknown place is one too; after a known one it may be anything."""
    return "" if not _is_place(mention.value.name.words) else "place"


_BUILT = re.compile(r"-[a-z]+$")
"""What a hyphen makes of a name is no name: "a Hoorn-built flute", "Dutch-made"."""


def _may_be_place(found: Found) -> bool:
    name = found.name
    if _BUILT.search(name.text):
        return False
    return not (name.titles or kind_of(name.words) == "org" or people(name.words) or name.type == "person")


def _of_name(view: _View, first: int, end: int, found: Found) -> list[Mention[Place]]:
    if not _may_be_place(found):
        return []
    sort = kind_of(found.name.words)
    begin, direction = _before(view, first)
    preposition, prep = _preposition(view, begin)
    facility = _facility(view, end)
    name, core_end = _whole_name(view, first, end, found.name, facility)
    if core_end == end and sort != "place" and view.word(end) in {"'s", "’s"}:
        return []
    if not preposition and not facility and not _is_object(view, first, end):
        return []
    if not preposition and view.tokens[end - 1].pos == "ADJ":
        return []  # "its European headquarters"
    if preposition and prep >= 0 and not _goes_with(view, preposition, prep, name, bool(facility)):
        return []
    governor = view.tokens[facility - 1].lemma if facility and core_end == end else _governor(view, prep, end)
    if not preposition and not facility and governor in _LEAVES:
        preposition = "from"  # who left Osa came from there
    within, last = _within(view, core_end)
    if direction:
        within = (*within, name.words)
        name = Name((direction,), view.text(first - 1, core_end), (), "place")
    kind = "direction" if direction else _kind(name.words)
    place = Place(name, preposition, governor, within, kind, _of_origin(view, prep))
    start = prep if prep >= 0 else first
    return [Mention("place", place, view.span(start, max(last, core_end)), view.span(first, core_end), found.rule)]


def _of_origin(view: _View, prep: int) -> bool:
    """Whether the noun that a place is said of stands behind "from"."""
    noun = view.tokens[view.tokens[prep].head] if prep >= 0 else None
    return noun is not None and noun.pos == "NOUN" and view.low[noun.head] in _FROM


def _whole_name(view: _View, first: int, end: int, name: Name, facility: int) -> tuple[Name, int]:
    """A name with what belongs to it, and where it ends: "the Sarra valley", "Room 17"."""
    numbered = end - first == 1 and view.low[first] in _PARTS_BY_LABEL and view.word(end).isdigit()
    last = end + 1 if numbered else facility
    if not numbered and not (facility and view.word(facility - 1) in _NATURAL):
        return name, end
    return Name((*name.words, view.word(last - 1)), view.text(first, last), (), "place", name.acronym), last


def _is_where(view: _View, first: int, end: int, found: Found) -> list[Mention[Place]]:
    """ "Osa is where they meet", "Osa is where the water comes from"."""
    if view.word(end) not in {"is", "was"} or view.word(end + 1) != "where" or not _may_be_place(found):
        return []
    rest = range(end + 2, len(view.tokens))
    verb = next((view.tokens[i].lemma for i in rest if view.tokens[i].pos == "VERB"), "")
    stop = next((i for i in rest if view.low[i] in {".", ",", ";"}), len(view.tokens))
    last = view.word(stop - 1)
    core = view.span(first, end)
    place = Place(found.name, last if last in _FROM | _TO else "in", verb, (), _kind(found.name.words))
    return [Mention("place", place, core, core, "where")]


def _where(view: _View, first: int, end: int, found: Found) -> list[Mention[Place]]:
    """ "Osa, where they met": what the clause tells is told of Osa, whatever Osa is in its own."""
    within, last = _within(view, end)
    where = where_clause(view.passage, last)
    if where is None or not (_may_be_place(found) or sites.named(found.name.words)):
        return []
    governor = view.tokens[view.tokens[where].head].lemma
    core = view.span(where, where + 1)
    preposition, _ = _preposition(view, _before(view, first)[0])
    preposition = preposition if preposition in _IN else "in"
    place = Place(found.name, preposition, governor, within, _kind(found.name.words))
    return [Mention("place", place, core, core, WHERE)]


WHERE = "where clause"
"""How a place is read of which a clause says what is there; its core is the "where", which stands in that clause."""


def _based(view: _View, first: int, end: int, found: Found) -> list[Mention[Place]]:
    """ "The Osa-based firm": the hyphened word may have been read as the name."""
    whole = _BASED.fullmatch(view.text(first, end))
    name = found.name
    if whole:
        name, end = replace(name, text=whole[1], words=name.words[:-1]), end - 2
    joined = view.low[end : end + 2] == ["-", "based"] or view.word(end) in {"-based", "–based"}
    if not (whole or joined) or not _may_be_place(found._replace(name=name)):
        return []
    core = view.span(first, end)
    return [Mention("place", Place(name, "in", "base", (), _kind(name.words)), core, core, "based")]


_BASED = re.compile(r"(.+)[-–](?:based|headquartered)")
"""What is read as a name together with what its hyphen makes of it."""


_HOSTING = word_set("host stage house accommodate shelter")
_VENUES = word_set(
    "place site venue scene setting location spot birthplace seat base host headquarters home destination"
)
_OF_VENUE = word_set("where of for to")


def _hosts(view: _View, first: int, end: int, found: Found) -> list[Mention[Place]]:
    """ "Osa hosted the talks", "Osa was the venue of the talks": what is at a place that the sentence opens with."""
    token = view.tokens[end - 1]
    if (chosen := _chosen_for(view, first, end, found)) is not None:
        return [chosen]
    if not _may_be_place(found) or token.dep != "nsubj" or not first <= token.i < end:
        return []
    verb = view.tokens[token.head]
    below = [view.tokens[c] for c in view.passage.children[verb.i]]
    what = next((t for t in below if t.dep in {"dobj", "attr"}), None)
    venue = verb.lemma == "be" and what is not None and what.lemma in _VENUES
    if what is None or not (venue or verb.lemma in _HOSTING):
        return []
    if venue and not any(view.low[i] in _OF_VENUE for i in range(what.i + 1, min(what.i + 3, len(view.low)))):
        return []
    core = view.span(first, end)
    place = Place(found.name, "in", verb.lemma if venue else what.lemma, (), _kind(found.name.words))
    return [Mention("place", place, core, core, HOST)]


def _chosen_for(view: _View, first: int, end: int, found: Found) -> Mention[Place] | None:
    """ "They picked Osa for the new mill", "Osa was chosen as the site of the new mill"."""
    token = view.tokens[end - 1]
    verb = view.tokens[token.head]
    if verb.lemma not in _CHOOSING or token.dep not in {"dobj", "nsubjpass"} or not _may_be_place(found):
        return None
    below = (c for c in (*view.passage.children[verb.i], *view.passage.children[token.i]) if c >= end)
    given = next((c for c in below if view.low[c] in {"for", "as"}), None)
    if given is None:
        return None
    what = next((view.tokens[c] for c in view.passage.children[given] if view.tokens[c].pos == "NOUN"), None)
    settled = what is not None and {what.lemma, *lexicon.hypernyms(what.lemma, 6)} & _SETTLED
    if what is None or not (what.lemma in _VENUES if view.low[given] == "as" else settled):
        return None
    core = view.span(first, end)
    name = found.name
    return Mention("place", Place(name, "in", what.lemma, (), _kind(name.words)), core, core, HOST)


_SETTLED = word_set("building plant structure workplace facility gathering contest institution")
"""What a town is picked for, by words above its noun: neither a part in a film nor a task."""

_CHOOSING = word_set("choose pick select name designate announce confirm")

HOST = "host"
"""How a place is read that a sentence opens with, as its subject."""


def _kind(words: Words) -> str:
    if country(words):
        return "country"
    listed = words in _REGION_NAMES or (region(words) and not city(words))
    return "region" if listed or words[-1] in _REGION_HEADS else ""


def _before(view: _View, first: int) -> tuple[int, str]:
    """Over what stands between a preposition and a name: articles, "northern", "the port city of"."""
    i, direction = first, ""
    if view.word(i - 1) in _DIRECTIONS and view.word(i - 1).endswith(("ern", "central")):
        direction = _DIRECTIONS[view.word(i - 1)]
        i -= 1
    noun = view.word(i - 2)
    if view.word(i - 1) in {"of", ","} and (noun in _PLACE_NOUNS or (noun in _EDGES and view.word(i - 4) == "off")):
        i -= 2
    while i > 0 and first - i < 6:
        token = view.tokens[i - 1]
        article = token.pos == "DET" or token.tag == "PRP$"
        placed = view.low[i - 1] in _PLACE_NOUNS or view.low[i - 1] in _FACILITIES
        described = token.dep in _PREMODIFIERS and (placed or token.pos == "ADJ" or token.dep != "pobj")
        if not article and not (token.text.islower() and described):
            break
        i -= 1
        if article:
            break
    return i, direction


_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "pobj"})


def _preposition(view: _View, begin: int) -> tuple[str, int]:
    prep = view.word(begin - 1)
    says, start = joined_preposition(view.low, begin - 1)
    if says:
        return says, start
    if prep == "of" and view.word(begin - 2) in DWELLERS:
        return "from", begin - 1
    if prep in {"of", "from"} and (away := _some_way(view, begin - 1)) >= 0:
        return "near", away
    if prep not in _PREPOSITIONS:
        return "", -1
    if view.tokens[begin - 1].dep == "prt":
        return "", -1
    return prep, begin - 1


_DISTANCES = word_set("kilometre kilometer km mile metre meter yard league minute")


def _some_way(view: _View, prep: int) -> int:
    """Where "south of", "12 miles north of", "three miles from" begins; -1 where it says none of these."""
    i = prep - 1
    if view.word(prep) == "from":
        i -= view.word(i) == "away"
        distant = i > 0 and (view.tokens[i].lemma in _DISTANCES or view.low[i] in _DISTANCES)
        return i if distant and view.tokens[i - 1].pos == "NUM" else -1
    pointing = view.word(i) in _DIRECTIONS and _DIRECTIONS[view.word(i)] != "centre" and view.word(i - 1) != "the"
    return i if pointing else -1


def _facility(view: _View, end: int) -> int:
    """Where a noun of place right after a name ends: 3 for "Osterhaven head office"; 0 for none."""
    for ahead in range(end, min(end + 3, len(view.tokens))):
        token = view.tokens[ahead]
        if not token.text.islower() or token.pos not in {"NOUN", "ADJ", "PROPN"}:
            return 0
        if view.low[ahead] in _FACILITIES:
            after = view.tokens[ahead + 1] if ahead + 1 < len(view.tokens) else None
            return 0 if after is not None and after.pos == "NOUN" and after.text not in _FACILITIES else ahead + 1
    return 0


def _is_object(view: _View, first: int, end: int) -> bool:
    """ "left Nairobi", "visited Kharipur", "left the town of Kharipur"."""
    token = view.tokens[end - 1]
    if token.dep == "pobj" and view.low[token.head] == "of":
        token = view.tokens[view.tokens[token.head].head]
        if token.lemma not in _PLACE_NOUNS:
            return False
    verb = view.tokens[token.head]
    return verb.lemma in _MOVES_OBJECT and verb.pos == "VERB" and token.dep in {"dobj", "obj"} and verb.i < first


def _goes_with(view: _View, preposition: str, prep: int, name: Name, facility: bool) -> bool:
    """Whether this preposition makes this name a place."""
    sure = facility or kind_of(name.words) == "place"
    known = sure or bool(region(name.words))
    above = view.tokens[view.tokens[prep].head]
    if not sure and above.lemma in (_TO_A_PARTY if preposition == "to" else _IN_A_FIRM if preposition == "in" else ()):
        return False
    if preposition in {"in", "at", "inside", "outside", "near", "throughout", "across"}:
        return True
    if preposition in {"below", "above", "beyond"}:
        return name.type in {"", "place"}
    if preposition == "off" and view.tokens[prep].dep == "prep" and name.type != "org":
        return True  # "three miles off Cape Osa"
    if preposition in {"on", "off", "around", "over", "along"}:
        return bool(head_words(name.words) & PLACE_HEADS)
    if known and preposition not in {"for", "by"}:
        return True
    if preposition == "for":
        return above.lemma in _SETS_OUT
    if preposition in {"to", "from", "into", "toward", "towards", "via", "through"}:
        if preposition == "from" and (above.lemma in _AT_HOME or lexicon.person_noun(above.lemma)):
            return name.type in {"", "place"}  # "a baker from Osa"
        verbs = {"to": _MOTION_TO, "from": _MOTION | _RUN_FROM}.get(preposition, _MOTION)
        return above.lemma in verbs
    return False


def _governor(view: _View, prep: int, end: int) -> str:
    if view.word(prep - 1) in {"office", "offices"} and view.word(prep - 2) == "head":
        return "headquarters"
    if prep > 0 and view.tokens[prep - 1].pos == "NOUN" and view.low[prep - 1] in _FACILITIES:
        return view.tokens[prep - 1].lemma
    token = view.tokens[prep] if prep >= 0 else view.tokens[end - 1]
    above = view.tokens[token.head]
    while above.pos == "ADP" and above.head != above.i:
        above = view.tokens[above.head]
    return above.lemma if above.i != token.i else ""


def _within(view: _View, end: int) -> tuple[tuple[Words, ...], int]:
    """The places around a place that the text names after it, and where that ends."""
    around: list[Words] = []
    i = end
    for _ in range(3):
        step = _one_around(view, i)
        if step is None:
            break
        words, i = step
        around.append(words)
    return tuple(around), i


def _one_around(view: _View, i: int) -> tuple[Words, int] | None:
    comma = view.word(i) in {",", "("}
    at = i + comma
    located = view.word(at) == "in"
    at += located
    if located and (direction := _direction(view, at)) is not None:
        words, base, last = direction
        return (*words, "of", *base) if base else words, last
    if not comma and not located:
        return None
    while view.word(at) in {"the", "a", "an"} or view.word(at) in _DIRECTIONS:
        at += 1
    if at not in view.starts:
        return None
    end, found = view.starts[at]
    name = found.name
    if name.titles or kind_of(name.words) == "org" or people(name.words):
        return None
    if located:
        return (name.words, end) if not comma or _is_place(name.words) else None
    ends_there = view.word(end) in {".", ";", ")", ""}
    if not _is_place(name.words) and not region(name.words) and not ends_there:
        return None
    # "Nepal, Ghana and Jordan" is a list, "Gdynia, Poland" is not.
    listed = view.word(end) in {"and", "or"} or (view.word(end) == "," and _lists_on(view, end + 1))
    return None if listed and view.word(i) == "," else (name.words, end + (view.word(end) == ")"))


def _lists_on(view: _View, i: int) -> bool:
    if view.word(i) in {"and", "or"}:
        return True
    return i in view.starts and view.word(view.starts[i][0]) in {",", "and", "or"}


def _is_place(words: Words) -> bool:
    return kind_of(words) == "place"


def _direction(view: _View, i: int) -> tuple[Words, Words, int] | None:
    """ "the south of the valley": the direction, of what, and where it ends."""
    at = i + (view.word(i) == "the")
    if view.word(at) == "far":
        at += 1
    direction = _DIRECTIONS.get(view.word(at))
    if direction is None or view.word(at).endswith("ern"):
        return None
    if view.word(at + 1) != "of":
        return ((direction,), (), at + 1) if view.word(i) == "the" and view.tokens[at].text.islower() else None
    base = at + 2
    while base < min(at + 6, len(view.tokens)) and (
        view.tokens[base].pos in {"DET", "ADJ"} or view.tokens[base].tag in {"PRP$", "VBN"}
    ):
        base += 1
    if base in view.starts:
        end, found = view.starts[base]
        natural = _facility(view, end)
        words = (*found.name.words, view.word(natural - 1)) if natural else found.name.words
        return (direction,), words, natural or end
    if base < len(view.tokens) and view.tokens[base].pos in {"NOUN", "PROPN"}:
        return (direction,), (view.tokens[base].lemma,), base + 1
    return None


def _directions(view: _View) -> Iterator[Mention[Place]]:
    """ "in the north of the valley", "to the east of Kassar"."""
    for i, low in enumerate(view.low):
        if low not in {"in", "to", "from"} or (step := _direction(view, i + 1)) is None:
            continue
        words, base, end = step
        core = view.span(i + 1, end)
        name = Name(words, view.text(i + 1, end), (), "place")
        place = Place(name, low, _governor(view, i, end), (base,) if base else (), "direction")
        yield Mention("place", place, view.span(i, end), core, "direction")


def plain(place: Place) -> str:
    """The place in a few words.

    >>> plain(Place(Name(("kassar",), "Kassar"), "near"))
    'near Kassar'
    """
    text = " ".join(place.name.words) if place.kind == "direction" else place.name.text or " ".join(place.name.words)
    around = ", ".join(" ".join(words) for words in place.within)
    around = around if place.kind == "direction" or "of" in around.split() else around.title()
    return f"{place.preposition} {text}".strip() + (f" ({around})" if around else "")


def _size(place: Place) -> _Size:
    words = place.name.words
    heads = head_words(words)
    if country(words):
        return _Size.COUNTRY
    begun = (len(words) > 1 and words[0] in _REGION_BEGINNINGS) or words[-1].endswith(_COUNTY)
    if place.preposition == "at" and place.kind == "region" and heads & _WATERSIDE:
        return _Size.TOWN  # one is in a bay, and at a town that is called after it
    if place.kind in {"direction", "region"} or begun or heads & _REGION_HEADS or words[0] in _REGION_HEADS:
        return _Size.REGION
    if _label(words):
        return _Size.SITE
    single_site = len(words) > 1 and (heads & _SITE_HEADS or words[0] in {"camp", "fort", "gate", "pier"})
    return _Size.SITE if single_site else _Size.TOWN


def _label(words: Words) -> str:
    """The letter or number of one part of a place: "f" for "Section F", "7" for "Berth 7"."""
    labelled = len(words) == 2 and words[0] in _PARTS_BY_LABEL and (len(words[1]) == 1 or words[1].isdigit())
    return words[1] if labelled else ""


@lru_cache(maxsize=65536)
def _same_words(a: Words, b: Words) -> bool:
    return same(Name(a, type="place"), Name(b, type="place")) is Same.SAME


def _around(place: Place) -> list[Words]:
    """Every place that a place lies in, by its text; "the south of the valley" lies in the valley."""
    found: list[Words] = []
    queue = [*place.within]
    while queue and len(found) < 20:
        words = queue.pop(0)
        if words not in found:
            found.append(words)
            if "of" in words:
                queue.append(words[words.index("of") + 1 :])
    return found


def _countries(place: Place) -> frozenset[str]:
    """The codes of the countries that a place may be in; nothing where that is not known."""
    everything = [place.name.words, *_around(place)]
    stated = frozenset(code for words in everything if (code := country(words)))
    if stated:
        return stated
    of_cities = frozenset(code for words in everything if (code := city(words)))
    return of_cities or next((codes for words in everything if (codes := region(words))), frozenset())


def _inside(inner: Place, outer: Place) -> bool:
    if any(_same_words(words, outer.name.words) for words in _around(inner)):
        return outer.kind != "direction"
    if outer.kind == "direction":
        described = (*outer.name.words, "of", *(outer.within[0] if outer.within else ()))
        return any(words == described or words == outer.name.words for words in _around(inner))
    code = country(outer.name.words)
    return bool(code) and _countries(inner) == {code} and not country(inner.name.words)


_SIDES = ("north", "south"), ("east", "west")


def _opposite(a: str, b: str) -> bool:
    return any((x in a and y in b) or (y in a and x in b) for x, y in _SIDES)


@lru_cache(maxsize=16384)
def relate(source: Place, fact: Place) -> Relation | None:
    """How where a source puts something relates to where a fact puts it; None where one comes from and one goes to.

    >>> gdynia, poland = Place(Name(("gdynia",)), "in", within=(("poland",),)), Place(Name(("poland",)), "in")
    >>> relate(gdynia, poland), relate(poland, gdynia), relate(Place(Name(("szczecin",)), "in"), gdynia)
    (<Relation.ENTAILS: 'entails'>, <Relation.COMPATIBLE: 'compatible'>, <Relation.EXCLUDES: 'excludes'>)
    """
    if _origin(source) != _origin(fact) and not (source.of_origin or fact.of_origin):
        return None
    if source.site or fact.site:
        return _relate_sites(source, fact)
    if source.kind == fact.kind == "direction":
        return _directed(source, fact)
    if _same_words(source.name.words, fact.name.words):
        if source.preposition == "for" and fact.preposition not in _TO:
            return Relation.COMPATIBLE  # who set out for Osa may not have reached it
        if _apart(_countries(source), _countries(fact)):
            return Relation.EXCLUDES
        return Relation.COMPATIBLE if source.near != fact.near or _two_sites(source, fact) else Relation.ENTAILS
    if _inside(source, fact):
        return Relation.COMPATIBLE if source.near or fact.near else Relation.ENTAILS
    if _inside(fact, source) or same(source.name, fact.name) is Same.MAYBE or source.near is not fact.near:
        return Relation.COMPATIBLE
    return Relation.EXCLUDES if _elsewhere(source, fact) else Relation.COMPATIBLE


def _relate_sites(source: Place, fact: Place) -> Relation | None:
    """How two places relate of which one at least is told by a noun."""
    theirs, ours = (place.site or sites.named(place.name.words) for place in (source, fact))
    if theirs and ours:
        return sites.relate(theirs, ours)
    # Any of its airports may be in a country, and all that is told there as well.
    return Relation.COMPATIBLE if ours and not source.kind else None


def _two_sites(source: Place, fact: Place) -> bool:
    """Whether a town is named for two sites in it: the airport, and a flat."""
    a, b = source.governor, fact.governor
    return a != b and {a, b} <= _FACILITIES - _SEATS and lexicon.kinship(a, b) < lexicon.SYNONYM


def turned_round(source: Place, fact: Place, other: Place) -> bool:
    """Whether a source has something go to where a fact has it come from, or the reverse, and between the same two.

    >>> osa, lund = Name(("osa",)), Name(("lund",))
    >>> turned_round(Place(lund, "from", "move"), Place(osa, "from", "move"), Place(lund, "to", "move"))
    True
    """
    one_way = source.preposition in _FROM | _TO and source.preposition == fact.preposition
    the_other = other.preposition in _FROM | _TO and (other.preposition in _FROM) is not (fact.preposition in _FROM)
    return one_way and the_other and _same_words(source.name.words, other.name.words)


def _origin(place: Place) -> bool:
    """Whether something comes from there, or somebody lives there: what is run from a place does not."""
    return place.governor in LIVES or (place.preposition in _FROM and place.governor not in _RUN_FROM)


def _apart(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and bool(others) and not some & others


def _elsewhere(source: Place, fact: Place) -> bool:
    """Whether two places, neither known to be in the other, cannot be one."""
    if _apart(_countries(source), _countries(fact)):
        return True
    if regions_apart(source.name.words, fact.name.words):
        return True
    labels = _label(source.name.words), _label(fact.name.words)
    if all(labels) and source.name.words[0] == fact.name.words[0]:
        return labels[0] != labels[1]
    sizes = _size(source), _size(fact)
    if sizes[0] is not sizes[1]:
        return False
    if sizes[0] in {_Size.COUNTRY, _Size.TOWN}:
        return not _shares_a_word(source.name.words, fact.name.words)
    last = {source.name.words[-1], fact.name.words[-1]}
    if any(last <= kind for kind in _EACH_BY_ITSELF):
        return True
    heads = (source.name.words[-1], fact.name.words[-1]), (source.name.words[0], fact.name.words[0])
    return any(a == b and a in _REGION_HEADS | _SITE_HEADS for a, b in heads) and "direction" not in {
        source.kind,
        fact.kind,
    }


def _shares_a_word(a: Words, b: Words) -> bool:
    """ "Dar" may be short for "Dar es Salaam"."""
    return bool(set(a) & set(b))


def _directed(source: Place, fact: Place) -> Relation:
    one, other = source.name.words[0], fact.name.words[0]
    bases = source.within[:1], fact.within[:1]
    same_base = all(bases) and (_same_words(bases[0][0], bases[1][0]) or bases[0][0][-1] == bases[1][0][-1])
    if one == other:
        return Relation.ENTAILS if same_base or not fact.within else Relation.COMPATIBLE
    return Relation.EXCLUDES if same_base and _opposite(one, other) else Relation.COMPATIBLE
