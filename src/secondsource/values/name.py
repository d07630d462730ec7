"""Proper names of people, bodies and places, and who is who in one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.grammar.geography import country
from secondsource.grammar.name_words import LEGAL, ORG_HEADS, PLACE_HEADS
from secondsource.grammar.proper import Found, Name, head_words, initials, spot
from secondsource.grammar.same_name import Same, same
from secondsource.language.tokens import Passage, Reading
from secondsource.values.mention import Mention

Words = tuple[str, ...]

_DESCRIBING = ((ORG_HEADS | PLACE_HEADS) - LEGAL | {"bank", "company", "group"}) - {
    "nations",
    "north",
    "south",
    "east",
    "west",
    "news",
    "times",
    "post",
}

__all__ = ["Name", "Same", "aliases", "find", "plain", "same"]


def find(passage: Passage) -> list[Mention[Name]]:
    """The proper names of a passage in order; ``core`` is the name, ``span`` has its titles too.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Interior CS Kipchumba Murkomen saw them off in Nairobi.")).passages
    >>> [(plain(m.value), m.value.type, m.value.titles) for m in find(passage)]
    [('Kipchumba Murkomen', 'person', ('interior', 'cs')), ('Nairobi', 'place', ())]
    """
    return [Mention("name", f.name, f.span, f.core, f.rule) for f in spot(passage)]


def plain(name: Name) -> str:
    """The name as it is printed.

    >>> plain(Name(("helene", "castaing"), "Hélène Castaing"))
    'Hélène Castaing'
    """
    return name.text or " ".join(name.words).title()


_MOST = 60
"""So many names that begin alike are looked at: more are a directory, not a story."""


def aliases(reading: Reading) -> Mapping[Words, Name]:
    """What the shorter names of a document stand for: each by its folded words, with the fullest name it has there.

    Initials introduced in brackets, surnames, and descriptions such as "the bank" or "the lender" that can mean one
    name only. A surname that two people of the document bear stands for neither.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> text = "The Southern Lakes Community (SLC) met Noel Ngure. Ngure thanked the SLC. The community paid."
    >>> {" ".join(short): plain(name) for short, name in aliases(read(Source("a", text))).items()}
    {'slc': 'Southern Lakes Community', 'ngure': 'Noel Ngure', 'community': 'Southern Lakes Community'}
    """
    found = [item for passage in reading.passages for item in spot(passage)]
    full = _distinct(item.name for item in found)
    linked: dict[Words, Name] = {}
    for name in full:
        if name.acronym and "".join(name.words) != name.acronym:
            linked.setdefault((name.acronym,), name)
    longer = _by_beginnings(full)
    for short in full:
        if short.words not in linked and (match := _only_match(short, longer)):
            linked[short.words] = match
    for described, name in _described(reading, found, full):
        linked.setdefault(described, name)
    return linked


def _distinct(names: Iterable[Name]) -> list[Name]:
    seen: dict[Words, Name] = {}
    for name in names:
        kept = seen.get(name.words)
        if kept is None or (not kept.titles and name.titles) or (not kept.acronym and name.acronym):
            seen[name.words] = name
    return list(seen.values())


def _by_beginnings(full: list[Name]) -> dict[str, list[Name]]:
    """The names of several words by how each word begins, and by their initials: what a short name may stand for."""
    index: dict[str, list[Name]] = {}
    for name in full:
        for beginning in {initials(name.words), *(word[:2] for word in name.words)} if len(name.words) > 1 else ():
            index.setdefault(beginning, []).append(name)
    return index


def _only_match(short: Name, index: dict[str, list[Name]]) -> Name | None:
    keys = {key for word in short.words for key in (word[:2], word)}
    alike = {id(n): n for key in sorted(keys) for n in index.get(key, ())[:_MOST]}
    longer = [n for n in alike.values() if len(n.words) > len(short.words)]
    matches = [n for n in longer if same(short, n, longer) is Same.SAME]
    if not matches and len(short.words) == 1 and short.type not in {"org", "place"}:
        # A family name may come first: "Xi" is Xi Jinping where nobody else bears it.
        matches = [n for n in longer if n.type == "person" and n.words[0] == short.words[0]]
    if not matches or any(same(m, matches[0]) is Same.DIFFERENT for m in matches[1:]):
        return None
    return max(matches, key=lambda n: len(n.words))


def _described(reading: Reading, found: list[Found], full: list[Name]) -> list[tuple[Words, Name]]:
    """Definite descriptions: the head word of the one name that has it, and what an apposition calls a name."""
    heads: dict[str, list[Name]] = {}
    for name in full:
        for word in head_words(name.words):
            if len(name.words) > 1 and word in _DESCRIBING and name.type != "person" and not country(name.words):
                heads.setdefault(word, []).append(name)
    only = [((word,), max(names, key=lambda n: len(n.words))) for word, names in heads.items() if _are_one(names)]
    return only + _appositions(reading, found)


def _are_one(names: list[Name]) -> bool:
    return all(same(names[0], other) is Same.SAME for other in names[1:])


def _appositions(reading: Reading, found: list[Found]) -> list[tuple[Words, Name]]:
    """ "Veldhaven, the lender," and "the lender, Veldhaven,": the noun stands for the name."""
    by_end = {item.core.end: item.name for item in found if item.name.type != "person"}
    linked: list[tuple[Words, Name]] = []
    for passage in reading.passages:
        tokens = passage.tokens
        for comma, det, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
            closes = tokens[noun.i + 1].text in {",", ".", ")"} if noun.i + 1 < len(tokens) else True
            named = by_end.get(comma.start)
            if named and comma.text == "," and det.lemma == "the" and noun.pos == "NOUN" and closes:
                linked.append(((noun.lemma,), named))
    return linked
