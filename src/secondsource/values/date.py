"""Dates and periods: "on Thursday", "by January", "since 2020".

>>> from datetime import date
>>> from secondsource.language import read
>>> from secondsource.sources import Source
>>> story = Source("wire", "They flew out on Tuesday night; 2,500 are expected by January.")
>>> for mention in find(read(story).passages[0], date(2025, 3, 6)):
...     print(mention.span.of(story.text), "=", plain(mention.value))
on Tuesday night = the night of Tue 4 Mar 2025
by January = by Jan 2026
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from secondsource.language.tokens import Passage
from secondsource.sources import Kind, Span
from secondsource.values.dating.attachment import modified
from secondsource.values.dating.columns import of_column
from secondsource.values.dating.context import Context, Direction
from secondsource.values.dating.direction import direction, is_of_speech
from secondsource.values.dating.moved import is_given_up, is_new
from secondsource.values.dating.phrases import CUES, PHRASES, Phrase
from secondsource.values.dating.stretches import Found, joined
from secondsource.values.dating.surroundings import frame, framed, from_then_on, is_dateline, is_one_day, not_before
from secondsource.values.mention import Mention
from secondsource.values.when import EDGES, Grain, Role, When, compatible_times, edge, in_the_year_of, plain, relate

__all__ = [
    "EDGES",
    "Grain",
    "Role",
    "When",
    "carried",
    "compatible_times",
    "edge",
    "find",
    "in_the_year_of",
    "is_given_up",
    "is_new",
    "modified",
    "of_column",
    "plain",
    "relate",
]


def find(passage: Passage, published: date | None, antecedents: tuple[When, ...] = ()) -> list[Mention[When]]:
    """The times that a passage names, in order; relative ones are resolved against the day of publication.

    ``antecedents`` are the times named before this passage, the last of them first, for "the following year"; see
    :func:`carried`. Without a publication date a relative time is kept but not anchored: it leaves every day open, and
    its rule ends in ", unresolved".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("a", "The mandate runs until 31 May.")).passages[0]
    >>> [(m.rule, plain(m.value)) for m in find(passage, date(2025, 3, 6))]
    [('day and month', 'until Sat 31 May 2025')]
    """
    found: list[Found] = []
    context = Context(passage, published, antecedents=antecedents)
    for phrase, match in _chosen(passage):
        found.extend(_read(phrase, match, found[-1].end if found else 0, context))
        if found[-1].rule != "dateline":
            known = (found[-1].when, *context.antecedents)[: 2 * _CARRIED]
            context = replace(context, antecedents=known, in_sentence=True)
    return [_mention(item, passage) for item in joined(found, passage.text)]


def carried(
    passage: Passage, named: Sequence[Mention[When]], following: Passage, before: tuple[When, ...] = ()
) -> tuple[When, ...]:
    """The times that a passage leaves to the one that follows it, which may speak of "that evening".

    A day that only describes a noun, or on which somebody only said something, comes after the others. ``before`` are
    the times that the passage itself was read after; a paragraph does not hand them on.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> told, then = read(Source("a", "The dam broke on 3 March 2024. That evening the road was shut.")).passages
    >>> [plain(m.value) for m in find(then, None, carried(told, find(told, None), then))]
    ['the evening of Sun 3 Mar 2024']
    """
    if passage.kind is not Kind.PROSE or following.kind is not Kind.PROSE:
        return ()
    times = [m for m in reversed(named) if m.rule != "dateline"]
    times.sort(key=lambda m: (m.value.adnominal, is_of_speech(passage, m.core.start - passage.span.start)))
    return (*(m.value for m in times), *(before if passage.paragraph == following.paragraph else ()))[:_CARRIED]


_CARRIED: Final = 8
"""How many times are remembered from one sentence to the next; within one it is twice as many."""


def _mention(found: Found, passage: Passage) -> Mention[When]:
    rule = found.rule if found.when.anchored else f"{found.rule}, unresolved"
    start, end = passage.span.start, passage.span.start + found.end
    core = Span(start + found.core, end)
    is_prose = passage.kind in (Kind.PROSE, Kind.HEADING)  # a table has no clauses
    when = replace(found.when, adnominal=is_prose and modified(passage, core) is not None)
    return Mention("date", when, Span(start + found.start, end), core, rule)


def _chosen(passage: Passage) -> Iterator[tuple[Phrase, re.Match[str]]]:
    """The phrases of a text that do not overlap: the leftmost, then the longest, then the first in the table."""
    text = passage.text.lower()
    cues = {name for name, pattern in CUES.items() if pattern.search(text)}
    candidates = [
        (match.start(), -match.end(), order, match)
        for order, phrase in enumerate(PHRASES)
        if phrase.needs <= cues
        for match in phrase.pattern.finditer(passage.text)
        if phrase.guard(match, passage)
    ]
    end = 0
    for start, negative_end, order, match in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start >= end:
            end = -negative_end
            yield PHRASES[order], match


def _read(phrase: Phrase, match: re.Match[str], free: int, context: Context) -> Iterator[Found]:
    """What one match names: mostly one time, for "3 and 7 May" two. The words before ``free`` belong to another."""
    passage, (start, end) = context.passage, match.span()
    dateline = is_dateline(passage.text, start, end)
    around = frame(passage, free, start, end, one_day=True)
    moved = is_new(passage.text, around.core) or is_given_up(passage.text, around.core, end)
    looks = Direction.OPEN if dateline or moved else direction(passage, start, around.role)
    read = phrase.read(match, replace(context, direction=looks))
    items = ((None, read),) if isinstance(read, When) else read
    if not is_one_day(items[0][1]):
        around = frame(passage, free, start, end, one_day=False)
    for number, (group, when) in enumerate(items):
        first, last = number == 0, number == len(items) - 1
        yield Found(
            around.start if first else match.start(group or 0),
            around.core if first else match.start(group or 0),
            end if last else match.end(group or 0),
            not_before(from_then_on(framed(when, around), around, looks, context.published), around, passage, start),
            "dateline" if dateline else phrase.name,
        )
