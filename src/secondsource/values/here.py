"""What is said to be "here", or "in this town": where a report is dated from; and "there", where it was last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.grammar.geography import fold
from secondsource.grammar.proper import Name, kind_of
from secondsource.grammar.wordlist import word_set
from secondsource.language.tokens import Passage, Token, of_passage
from secondsource.sources import Kind, Span
from secondsource.values.mention import Mention
from secondsource.values.place import Place

_FROM = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ’' .-]{2,40}?)(?=,[ ]|[ ]\(|[ ]?[—–]|[ ]-{1,2}[ ])")
"""A place in capitals that a report begins with."""

_TOWNS = word_set("town city port village capital resort island suburb hamlet settlement seaport")
_NEAR = word_set("off near outside")


def dated_from(passage: Passage) -> Name | None:
    """The place that a report's first sentence is dated from.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "PORT OSA, May 10 (Wire) - The board met here.")).passages
    >>> dated_from(passage).text
    'Port Osa'
    """
    found = _FROM.match(passage.text) if passage.kind is Kind.PROSE else None
    if found is None:
        return None
    words = tuple(fold(word) for word in found.group(1).replace("-", " ").split())
    return None if kind_of(words) == "org" else Name(words, found.group(1).title(), type="place")


def find_here(passage: Passage, dated: Name | None) -> Iterator[Mention[Place]]:
    """What a passage puts at the place that its report is dated from.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The two signed it in this lakeside resort.")).passages
    >>> [(m.value.name.text, m.value.preposition) for m in find_here(passage, Name(("osa",), "Osa"))]
    [('Osa', 'in')]
    """
    quoted = False
    for token in passage.tokens if dated is not None else ():
        if token.text in {"“", "”", '"'}:
            quoted = token.text == "“" or (token.text == '"' and not quoted)
        if dated is None or quoted or not (_is_here(token) or _is_this_town(passage, token)):
            continue
        preposition = passage.tokens[token.head].text.lower() if token.dep == "pobj" else ""
        above = passage.tokens[passage.tokens[token.head].head if preposition else token.head]
        place = Place(dated, "near" if preposition in _NEAR else "in", above.lemma)
        core = Span(token.start, token.end)
        yield Mention("place", place, core, core, "here")


def find_there(passage: Passage, read: Sequence[Mention[Place]], last: Place | None) -> Iterator[Mention[Place]]:
    """What a passage puts "there", at the one place that was spoken of: ``read`` in it, or ``last`` before it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The talks there ended on Friday.")).passages
    >>> [(m.value.name.text, m.value.governor) for m in find_there(passage, (), Place(Name(("osa",), "Osa"), "in"))]
    [('Osa', 'talk')]
    """
    told = sorted((m for m in read if not m.value.site), key=lambda m: m.core.end)
    alike = next((n for n, m in enumerate(told) if m.value.name != told[0].value.name), len(told))
    for token in passage.tokens:
        if token.text.lower() != "there" or token.dep != "advmod" or token.i in _quoted(passage):
            continue
        if passage.tokens[token.i + 1 : token.i + 2] and passage.tokens[token.i + 1].text == "to":
            continue  # "left for Osa, there to dock"
        before = bisect_right(told, token.start, key=lambda m: m.core.end)
        spoken = last if not before else told[0].value if before <= alike else None
        if spoken is None:
            continue
        place = replace(spoken, preposition="in", governor=passage.tokens[token.head].lemma, of_origin=False)
        core = Span(token.start, token.end)
        yield Mention("place", place, core, core, "here")


def last_named(read: Sequence[Mention[Place]]) -> Place | None:
    """The one place that a passage speaks of, which "there" in the next one means.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.place import find
    >>> last_named(find(read(Source("a", "They met in Gdynia.")).passages[0])).name.text
    'Gdynia'
    >>> last_named(find(read(Source("a", "They went from Osa to Gdynia.")).passages[0]))
    """
    return _only([m.value for m in read if not m.value.site and m.value.kind != "direction"])


def _only(places: Sequence[Place]) -> Place | None:
    """The one place of which is spoken; of several "there" may be either."""
    return places[0] if len({place.name for place in places}) == 1 else None


@of_passage
def _quoted(passage: Passage) -> frozenset[int]:
    """The words between quotation marks, where "there" may be anywhere."""
    found: list[int] = []
    opened, is_straight_open = 0, False
    for token in passage.tokens:
        if opened > 0 or is_straight_open:
            found.append(token.i)
        opened += (token.text == "“") - (token.text == "”")
        is_straight_open ^= token.text == '"'
    return frozenset(found)


def _is_here(token: Token) -> bool:
    return token.text.lower() == "here" and token.dep in {"advmod", "pcomp"}


def _is_this_town(passage: Passage, token: Token) -> bool:
    this = any(passage.tokens[c].text.lower() == "this" for c in passage.children[token.i])
    return this and token.lemma in _TOWNS and token.dep == "pobj"
