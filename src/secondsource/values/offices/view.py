"""A passage's tokens with the names among them: who is named where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.grammar.geography import fold, people
from secondsource.grammar.proper import LONGEST, Found, Name, kind_of, spot
from secondsource.language import lexicon
from secondsource.language.days import CALENDAR
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.role_words import HEADS, PORTFOLIO_OF


class View:
    """A passage's tokens with the names among them."""

    def __init__(self, passage: Passage, spoken: Sequence[Name] = ()) -> None:
        self.passage = passage
        self.spoken = spoken
        self.tokens = passage.tokens
        self.low = [fold(t.text) for t in passage.tokens]
        self.starts: dict[int, Found] = {}
        self.ends: dict[int, Found] = {}
        self.inside: dict[int, Found] = {}
        self.of_name: dict[int, Found] = {}
        self.bodies: list[tuple[int, Found]] = []
        self.index = index = {t.start: t.i for t in passage.tokens}
        after = {t.end: t.i + 1 for t in passage.tokens}
        for item in spot(passage):
            first, end = index[item.core.start], after[item.core.end]
            if _is_title_alone(item, passage.tokens[first - 1].text if first else ""):
                continue
            if (short := _without_people(self.low, first, item)) is not item:
                first, item = first + 1, short
            self.starts[first], self.ends[end] = item, item
            self.of_name[id(item.name)] = item
            if not item.name.titles and item.name.type != "person":
                self.bodies.append((end, item))
            for i in range(first, end):
                self.inside[i] = item

    def word(self, i: int) -> str:
        """The folded word here; "" past either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def person_at(self, i: int) -> Name | None:
        """The person whose name begins here."""
        return person_of(self.starts.get(i))

    def person_before(self, i: int) -> Name | None:
        """The person whose name ends just before this token."""
        return person_of(self.ends.get(i))

    def person_in(self, i: int) -> Name | None:
        """The person in whose name this token stands."""
        return person_of(self.inside.get(i))

    def last_person(self, i: int) -> Name | None:
        """The person named last before this token, not far from it."""
        return next((p for k in range(i, max(-1, i - 14), -1) if (p := self.person_before(k)) is not None), None)

    def meant(self, i: int) -> Name | None:
        """The person for whom "he" or "his" stands here: the only one named before."""
        here = (person_of(self.ends[k]) for k in range(max(0, i - LONGEST), i) if k in self.ends)
        named = {person.words: person for person in here if person is not None} or {n.words: n for n in self.spoken}
        return next(iter(named.values())) if len(named) == 1 else None

    def is_sure(self, person: Name) -> bool:
        """Whether a name that no title precedes is a person's for all that is known."""
        return is_told(self.of_name[id(person)])

    def begin_of(self, i: int) -> int:
        """Where the name that a token is in begins."""
        found = self.inside[i]
        while self.inside.get(i - 1) is found:
            i -= 1
        return i

    def end_of(self, i: int) -> int:
        """Where the name that a token is in ends."""
        found = self.inside[i]
        while self.inside.get(i) is found:
            i += 1
        return i

    def past_titles(self, i: int) -> int:
        """Over titles to the name they belong to."""
        for k in range(i, min(i + 6, len(self.tokens))):
            if k in self.starts:
                found = self.starts[k]
                return k if k == i or found.span.start <= self.tokens[i].start else i
        return i

    def past_description(self, i: int) -> int:
        """Over what somebody is to the name: "former admiral" before "Ludo Serrat"."""
        k, end = i, min(i + 6, len(self.tokens))
        while k < end and k not in self.starts and (describes(self.tokens[k]) or self.is_hyphen(k)):
            k += 1
        named = self.past_titles(k)
        person = self.person_at(named)
        known = person is not None and self.is_sure(person)
        return named if k > i and known and lexicon.person_noun(self.low[k - 1]) else i

    def person_from(self, i: int) -> Name | None:
        """The person named from here on, behind an article and titles or a description: "the timber magnate X"."""
        at = i + (self.word(i) in {"the", "a", "an"})
        return self.person_at(self.past_titles(at)) or self.person_at(self.past_description(at))

    def is_hyphen(self, i: int) -> bool:
        """Whether a hyphen without space before it stands here."""
        return self.tokens[i].text == "-" and i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def above(self, i: int) -> Iterator[Token]:
        """The words that a word depends on, a few steps up."""
        for _ in range(12):
            head = self.tokens[i].head
            if head == i:
                return
            i = head
            yield self.tokens[i]

    def below(self, i: int) -> list[Token]:
        """The words that depend on a word."""
        return [self.tokens[c] for c in self.passage.children[i]]

    def text(self, first: int, end: int) -> str:
        """The words between two tokens, as printed."""
        if first >= end:
            return ""
        at = self.passage.span.start
        return self.passage.text[self.tokens[first].start - at : self.tokens[end - 1].end - at]


def _is_title_alone(item: Found, before: str) -> bool:
    """Whether capitals only make an office look like a name: "the Minister for Health", ", State Epidemiologist,"."""
    words = item.name.words
    if item.name.titles[-1:] == ("the",):
        return True  # "Minister of the Interior of Norland"
    if words[1:2] in {("of",), ("for",)} and words[0] in HEADS and (words[0] in PORTFOLIO_OF or before == ","):
        return True
    said = len(words) > 1 and not item.name.titles and before in {",", "as"}
    return said and lexicon.person_noun(words[-1]) and all(map(lexicon.known, words))


def _without_people(low: Sequence[str], first: int, item: Found) -> Found:
    """ "The Swede Anna Berg" is Anna Berg."""
    words = item.name.words
    if len(words) < 3 or low[max(0, first - 1)] not in {"the", "a", "an"} or kind_of(words) or not people(words[:1]):
        return item
    cut = len(item.name.text.split()[0]) + 1
    name = replace(item.name, words=words[1:], text=item.name.text[cut:])
    core = Span(item.core.start + cut, item.core.end)
    return item._replace(name=name, core=core, span=core)


def person_of(found: Found | None) -> Name | None:
    """A name, where it may be a person's.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi left Harbour House.")).passages
    >>> [name and name.text for name in map(person_of, spot(passage))]
    ['Ada Obi', None]
    """
    if found is None or kind_of(found.name.words):
        return None
    return found.name if found.name.type in {"person", ""} or found.rule == "preposition" else None


def is_titled(found: Found) -> bool:
    """Whether a name is plainly a person's.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Dr Obi left Lunde.")).passages
    >>> [is_titled(found) for found in spot(passage)]
    [True, False]
    """
    return bool(found.name.titles) or (found.name.type == "person" and not kind_of(found.name.words))


def is_told(found: Found) -> bool:
    """Whether a name is given in full or with a title, as a person's is who is spoken of for the first time.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Obi met Jon Dahl.")).passages
    >>> [is_told(found) for found in spot(passage)]
    [False, True]
    """
    person = found.name
    full = person.type == "person" or bool(person.titles) or len(person.words) > 1
    return full and found.rule != "preposition"


def describes(token: Token) -> bool:
    """Whether a word may stand before a noun, or be one.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The former harbour master left.")).passages
    >>> [token.text for token in passage.tokens if describes(token)]
    ['former', 'harbour', 'master']
    """
    if token.pos in {"NOUN", "ADJ", "PROPN"}:
        return fold(token.text) not in CALENDAR
    return token.dep in {"amod", "compound"} and token.text[0].isalpha()
