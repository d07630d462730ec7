"""Where a thing is that has no name of a town: "in the drying room", "on the second floor of the Guildhall"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from secondsource.grammar.number_words import ORDINALS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.tokens import Passage, Token


class Extent(IntEnum):
    """How large a site is by its noun: a part of something, a room, a house, a ground."""

    PART = 0
    ROOM = 1
    BUILDING = 2
    GROUND = 3


@dataclass(frozen=True)
class Site:
    """A site by its noun, what tells it from others of the noun, and what it is part of.

    >>> Site("floor", ("second",), ("guildhall",)).extent
    <Extent.ROOM: 1>
    """

    noun: str
    which: Words = ()
    of: Words = ()
    compound: Words = ()
    """Those of the words for which one it is that are nouns: the drying of "the drying room"."""

    @property
    def telling(self) -> frozenset[str]:
        """What no other site of the noun has: a number, or a noun before it."""
        return frozenset(word for word in self.which if word in self.compound or word in ORDINALS)

    @property
    def extent(self) -> Extent:
        """How large it is."""
        return _EXTENTS[self.noun]


@dataclass(frozen=True, slots=True)
class Located:
    """A site in a passage, with the tokens of its preposition, its first word and its end."""

    site: Site
    preposition: int
    first: int
    end: int


_PARTS = """
    side bank end face slope flank corner edge foot mouth entrance tip half stern bow
"""
_ROOMS = """
    room floor storey story basement cellar attic loft kitchen pantry scullery corridor hallway lobby foyer cell ward
    dormitory classroom chamber canteen cafeteria laundry bathroom bedroom vault crypt stairwell staircase landing
    balcony auditorium ballroom boardroom courtroom darkroom newsroom storeroom cloakroom bedchamber nave sacristy wing
    annex annexe
"""
_BUILDINGS = """
    house hotel hostel inn church chapel cathedral mosque temple synagogue abbey monastery convent cinema theatre
    theater opera school college university hospital clinic infirmary library museum gallery mill factory cannery
    brewery
    bakery distillery refinery foundry smelter warehouse depot shed barn hangar garage workshop courthouse hall
    guildhall gym gymnasium stadium arena pavilion marquee tent restaurant pub tavern bar cafe café shop store
    supermarket mall station terminal lodge villa mansion palace castle fort fortress barracks prison jail gaol embassy
    consulate laboratory studio brickworks steelworks gasworks waterworks works farmhouse lighthouse tower boathouse
    clubhouse gatehouse greenhouse customhouse townhouse orphanage nursery crematorium mortuary morgue apartment flat
    cottage bungalow cabin hut chalet velodrome orangery exchange parliament skyscraper
"""
_GROUNDS = """
    airstrip airfield airport showground fairground racecourse racetrack garden orchard vineyard park field meadow
    pasture farm ranch plantation quarry pit mine camp campsite yard shipyard dockyard courtyard playground cemetery
    graveyard churchyard beach square market marketplace plaza quay quayside wharf jetty pier mole dock berth slipway
    harbour harbor marina crossing roundabout junction street road lane avenue boulevard alley highway motorway
    footpath forest wood woodland copse moor heath marsh swamp terrace lawn dell glade clearing gorge ravine cave
    reef sandbank dune promenade esplanade embankment bridge footbridge viaduct tunnel landfill dump scrapyard pitch
    campus base airbase
"""
_EXTENTS = {
    noun: extent
    for extent, nouns in (
        (Extent.PART, _PARTS),
        (Extent.ROOM, _ROOMS),
        (Extent.BUILDING, _BUILDINGS),
        (Extent.GROUND, _GROUNDS),
    )
    for noun in nouns.split()
}

_EACH_BY_ITSELF = tuple(
    map(
        word_set,
        (
            "church cathedral mosque temple synagogue cinema hospital cannery brewery warehouse barn hotel courthouse "
            "prison stadium supermarket lighthouse",
            "kitchen pantry cellar attic dormitory boardroom courtroom ballroom laundry",
            "airstrip airfield showground racecourse orchard quarry cemetery vineyard",
        ),
    )
)
"""Nouns of sites of which none is in another: a chapel may be in a palace, and no cannery in a church."""

AT = word_set("in at on inside aboard into onto to from near behind beside outside through under beneath within")
"""Prepositions by which something is at a site, goes to it or comes from it."""

_SAME_AGAIN = word_set(
    "old former disused derelict abandoned closed empty same main big small large little new local nearby whole entire "
    "own great famous ancient historic modern present current temporary makeshift converted redundant vacant"
)
"""Adjectives that tell no site from its neighbours: the old depot is the depot, and the former one."""

_SIDES = {f"{side}ern": side for side in ("north", "south", "east", "west")}

_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


def located(passage: Passage) -> Iterator[Located]:
    """Every site that a preposition puts something at.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [told] = read(Source("a", "They met on the second floor of the Guildhall and ate in the drying room.")).passages
    >>> [(found.site.noun, found.site.which, found.site.of) for found in located(told)]
    [('floor', ('second',), ('guildhall',)), ('room', ('drying',), ())]
    """
    for token in passage.tokens:
        above = passage.tokens[token.head]
        if token.dep != "pobj" or above.text.lower() not in AT or above.dep == "prt":
            continue
        site, words = _site(passage, token), _words(passage, token)
        if words[0].tag == "VBG" and words[0].i == above.i + 1 and token.tag == "NNS":
            continue  # "spent on mending roads"
        if site is not None and (len(words) > 1 or site.of or _is_one(passage, token)):
            yield Located(site, above.i, words[0].i, token.i + 1)


def _site(passage: Passage, noun: Token) -> Site | None:
    lemma = noun.lemma.lower()
    if lemma not in _EXTENTS or (noun.pos not in ("NOUN", "PROPN")):
        return None
    words = [t for t in _words(passage, noun) if t.i != noun.i]
    owners = {t.i for t in words if t.dep == "poss" or _belongs_to(passage, t, noun) == "poss"}
    which = tuple(t.text.lower() for t in words if t.i not in owners and t.lemma.lower() not in _SAME_AGAIN)
    owner = [t.text.lower() for t in words if t.i in owners]
    nouns = tuple(
        t.text.lower() for t in words if t.i not in owners and (t.dep in ("compound", "nmod") or t.tag == "VBG")
    )
    side = tuple(_SIDES.get(word, word) for word in which)
    site = Site(lemma, side, (*owner, *_whole(passage, noun)), nouns)
    return site if site.extent is not Extent.PART or site.of else None


def _words(passage: Passage, noun: Token) -> list[Token]:
    """The noun with the words before it that say which one it is."""
    found, queue = [noun], [noun.i]
    while queue:
        for c in passage.children[queue.pop()]:
            token = passage.tokens[c]
            if token.dep in _BEFORE and c < noun.i and token.pos not in ("DET", "PRON"):
                found.append(token)
                queue.append(c)
    return sorted(found, key=lambda t: t.i)


def _belongs_to(passage: Passage, token: Token, noun: Token) -> str:
    """How the word right under the noun hangs from it over which a word stands."""
    while token.head != noun.i:
        token = passage.tokens[token.head]
    return token.dep


def _whole(passage: Passage, noun: Token) -> Words:
    """The words of what a site is part of: the Guildhall of "the second floor of the Guildhall"."""
    for c in passage.children[noun.i]:
        if passage.tokens[c].dep == "prep" and passage.tokens[c].lemma in ("of", "in", "at"):
            for below in passage.children[c]:
                if passage.tokens[below].dep == "pobj" and passage.tokens[below].pos in ("NOUN", "PROPN"):
                    words = _words(passage, passage.tokens[below])
                    return tuple(t.text.lower() for t in words if t.lemma.lower() not in _SAME_AGAIN)
    return ()


def named(words: Words) -> Site | None:
    """The site that a name is of, if its last word says so.

    >>> named(("lakeside", "hotel")), named(("lakeside",))
    (Site(noun='hotel', which=('lakeside',), of=(), compound=('lakeside',)), None)
    """
    return Site(words[-1], words[:-1], (), words[:-1]) if len(words) > 1 and words[-1] in _EXTENTS else None


def _is_one(passage: Passage, noun: Token) -> bool:
    """Whether a bare noun is of one site: "the mill", "a mill", and not "taken to hospital"."""
    below = (passage.tokens[c] for c in passage.children[noun.i])
    return any(t.pos == "DET" or t.dep == "poss" for t in below)


def relate(source: Site, fact: Site) -> Relation:
    """How a source's site relates to a fact's. Two sites cannot be one only where they are told apart by what tells of
    no other: a number, a side, a name, or what each is by itself; a gym may be in a school, and a hall be packed.

    >>> second, fourth = Site("floor", ("second",)), Site("floor", ("fourth",))
    >>> relate(second, fourth), relate(Site("floor"), second), relate(second, Site("floor"))
    (<Relation.EXCLUDES: 'excludes'>, <Relation.COMPATIBLE: 'compatible'>, <Relation.ENTAILS: 'entails'>)
    >>> relate(Site("quarry"), Site("orchard")), relate(Site("gym"), Site("school"))
    (<Relation.EXCLUDES: 'excludes'>, <Relation.COMPATIBLE: 'compatible'>)
    """
    sides = {*_SIDES.values()}
    of_one = not (source.of and fact.of) or bool({*source.of} & {*fact.of})
    alike = source.noun == fact.noun or lexicon.kinship(source.noun, fact.noun) >= lexicon.SYNONYM
    if source.extent is fact.extent is Extent.PART:
        alike = alike or {*source.which, *fact.which} <= sides
    if not alike:
        apart = any({source.noun, fact.noun} <= kind for kind in _EACH_BY_ITSELF)
        return Relation.EXCLUDES if apart and source.noun not in fact.of else Relation.COMPATIBLE
    ours, theirs = {*fact.which}, {*source.which, *source.of}
    if ours <= theirs and of_one:
        return Relation.ENTAILS
    contrast = [{word for word in site.which if word in sides | site.telling} for site in (source, fact)]
    apart = all(contrast) and not contrast[0] & contrast[1] and of_one
    return Relation.EXCLUDES if apart else Relation.COMPATIBLE
