"""Every value that a reading holds, by passage and kind: dates first, then identifiers, then quantities."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from secondsource.grammar.tables import Table, tables
from secondsource.language import Passage, Reading
from secondsource.sources import Kind
from secondsource.values import (
    clock,
    count,
    date,
    here,
    identifier,
    listing,
    money,
    name,
    ordinal,
    place,
    quotation,
    roles,
    share,
)
from secondsource.values.mention import Mention
from secondsource.values.offices.succeeded import succeeded


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """What one passage says, by kind of value."""

    count: tuple[Mention[count.Count], ...] = ()
    money: tuple[Mention[money.Money], ...] = ()
    share: tuple[Mention[share.Share], ...] = ()
    ordinal: tuple[Mention[ordinal.Ordinal], ...] = ()
    date: tuple[Mention[date.When], ...] = ()
    clock: tuple[Mention[clock.Clock], ...] = ()
    identifier: tuple[Mention[identifier.Identifier], ...] = ()
    name: tuple[Mention[name.Name], ...] = ()
    role: tuple[Mention[roles.Holding], ...] = ()
    place: tuple[Mention[place.Place], ...] = ()
    quotation: tuple[Mention[quotation.Quotation], ...] = ()
    listing: tuple[Mention[listing.Listing], ...] = ()

    def all(self) -> tuple[Mention[Any], ...]:
        """Every mention of every kind."""
        return tuple(m for f in fields(self) for m in getattr(self, f.name))


def _apart(mentions: list[Mention[Any]], *masks: tuple[Mention[Any], ...]) -> tuple[Mention[Any], ...]:
    """The mentions whose figure is not part of another value already read."""
    taken = [m.span for mask in masks for m in mask]
    return tuple(m for m in mentions if not any(m.core.overlaps(span) for span in taken))


FIRST = 6
"""Passages among which a report says where it is dated from: behind its headings."""


def _outermost(mentions: list[Mention[Any]]) -> tuple[Mention[Any], ...]:
    """Without those that are part of another: "in Gdynia, Poland" is one place."""
    return tuple(m for m in mentions if not any(m is not o and m.span.within(o.span) for o in mentions))


def _mark(
    passage: Passage,
    table: Table,
    reading: Reading,
    named_before: tuple[date.When, ...],
    spoken: tuple[name.Name, ...],
    dated: name.Name | None,
    last_place: place.Place | None,
) -> Marks:
    dates = tuple(date.find(passage, reading.source.published, named_before))
    identifiers = _apart(identifier.find(passage, reading.source.published), dates)
    # The year of "Resolution 774 (2024)" is part of its name.
    dates = tuple(d for d in dates if not any(d.span.within(i.span) for i in identifiers))
    moneys = _apart(money.find(passage, table), dates, identifiers)
    shares = _apart(share.find(passage, table), dates, identifiers, moneys)
    # A bare "4.7 million" may be money and may be anything else that comes in millions: it is both until compared.
    stated = tuple(m for m in moneys if not m.value.inferred)
    ordinals = _apart(ordinal.find(passage), dates)
    # The two of "only two are busier" are part of a rank.
    ranks = tuple(m for m in ordinals if m.rule == "compared")
    counts = _apart(count.find(passage, table), dates, identifiers, stated, shares, ranks)
    places = _outermost(place.find(passage))
    return Marks(
        count=counts,
        money=moneys,
        share=shares,
        ordinal=ordinals,
        date=dates,
        clock=_apart(clock.find(passage), identifiers),
        identifier=identifiers,
        name=tuple(name.find(passage)),
        role=tuple(roles.find(passage, spoken)),
        place=(*places, *here.find_here(passage, dated), *here.find_there(passage, places, last_place)),
    )


def _under_their_hour(reading: Reading, found: list[Marks]) -> list[Marks]:
    """With the hour that stands alone on a line, as on a live page, said of the paragraph under it too."""
    over: tuple[Mention[clock.Clock], ...] = ()
    paragraph = -1
    told: list[Marks] = []
    for passage, marks in zip(reading.passages, found, strict=True):
        if clock.stands_alone(passage, marks.clock):
            over, paragraph = marks.clock, -1
        elif passage.kind in (Kind.PROSE, Kind.ITEM) and over and paragraph in (-1, passage.paragraph):
            paragraph = passage.paragraph
            marks = replace(marks, clock=(*marks.clock, *over))
        else:
            over = ()
        told.append(marks)
    return told


@lru_cache(maxsize=4096)
def mark(reading: Reading) -> tuple[Marks, ...]:
    """The marks of each passage of a reading, in its order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [found] = mark(read(Source("a", "12 lorries left Osa on 3 May 2024.")))
    >>> [(m.kind, m.core.of("12 lorries left Osa on 3 May 2024.")) for m in found.all()]
    [('count', '12'), ('date', '3 May 2024'), ('name', 'Osa'), ('place', 'Osa')]
    """
    found: list[Marks] = []
    named: tuple[date.When, ...] = ()
    spoken: tuple[name.Name, ...] = ()
    dated = next((place for p in reading.passages[:FIRST] if (place := here.dated_from(p)) is not None), None)
    for i, (passage, table) in enumerate(zip(reading.passages, tables(reading.passages), strict=True)):
        named = date.carried(reading.passages[i - 1], found[-1].date, passage, named) if found else ()
        before = found[-1] if found else Marks()
        marks = _mark(passage, table, reading, named, spoken, dated, here.last_named(before.place))
        found.append(replace(marks, role=(*marks.role, *succeeded(passage, before.role))))
        spoken = roles.spoken_of(passage) or spoken
    found = _under_their_hour(reading, found)
    for kind, mentions in (("quotation", quotation.find_all(reading)), ("listing", listing.find_all(reading))):
        for mention in mentions:
            for i, passage in enumerate(reading.passages):
                if passage.span.overlaps(mention.core):
                    found[i] = replace(found[i], **{kind: (*getattr(found[i], kind), mention)})
                    break
    return tuple(found)
