"""Proper names of people, bodies and places."""

from __future__ import annotations

from secondsource.grammar.proper import Name, spot
from secondsource.grammar.same_name import Same, same
from secondsource.language.tokens import Passage
from secondsource.values.mention import Mention

__all__ = ["Name", "Same", "find", "plain", "same"]


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
