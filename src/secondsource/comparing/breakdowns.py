"""A figure and the parts that it is broken down into, where these do not make it up.

A text gives a whole, says that parts follow, and gives them one after the other. What is left over by much was never
meant to be all of it, so only a sum that misses the whole by a little is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from secondsource.comparing.claims import READ, Told
from secondsource.comparing.discrepancy import Cited, Discrepancy
from secondsource.comparing.quoting import part
from secondsource.grammar.bounds import Hedge
from secondsource.language import Passage
from secondsource.sources import Kind
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention

NEAR = 0.15
"""By how much of the whole its parts may miss it and be meant as all of it."""

TINY = 1e-9
"""What figures may be out by in the machine."""

SURENESS = 0.7

MOST = 50
"""More figures than these, one after the other, are no breakdown."""

_OPENED = re.compile(
    r"(?:\(|:|,?\s(?:made\sup\sof|consisting\sof|composed\sof|comprising|namely|broken\sdown\sinto))"
    r"\s{0,2}(?:[£$€]|[A-Z]{2,3}[£$€]?\s?)?$"
)
"""Behind a whole: "36 million, made up of", "(", ":"; a sign of currency may stand before the first part."""

_OF_THE_WHOLE = re.compile(r"Of\s(?:the\s|its\s|their\s|those\s|these\s|all\s)?(?:[£$€]|[A-Z]{2,3}[£$€]?\s?)?$")
_AHEAD = 24
"""Characters before a whole among which that stands."""

_OF_THEM = re.compile(r"\s(?:\w+\s){0,2}of\s(?:them|these|those|which|whom)\b")
_OF_THOSE = re.compile(r"Of\s(?:these|those|them|the\s[a-z]+),\s$")
"""What opens a sentence about the parts of a figure of the sentence before."""

_LAST = re.compile(r"\b(?:and|plus)\s(?:\w+\s){0,2}(?:[£$€]|[A-Z]{2,3}[£$€]?\s?)?$")
"""What stands before the last part."""

Figure = Mention[Any]


def breakdowns(by: Told) -> Iterator[Discrepancy]:
    """Every whole of a source that its parts miss by a little.

    >>> from secondsource.comparing.claims import read
    >>> from secondsource.sources import Source
    >>> [told] = read([Source("a", "Of its 140 boats, 88 were sunk, 31 were thrown ashore, and 26 can be mended.")])
    >>> [found.note for found in breakdowns(told)]
    ['88 + 31 + 26 = 145, not 140']
    >>> [told] = read([Source("a", "Of its 140 boats, 88 were sunk and 20 were thrown ashore.")])
    >>> list(breakdowns(told))
    []
    """
    before: tuple[Passage, Marks] | None = None
    for passage, marks in zip(by.index.passages, by.marks, strict=True):
        if passage.kind in READ and passage.kind is not Kind.ROW:
            for kind in ("count", "money"):
                figures = _figures(marks, kind)
                yield from _within(by, passage, figures)
                if before:
                    yield from _across(by, before[0], _figures(before[1], kind), passage, figures)
        before = passage, marks


def _figures(marks: Marks, kind: str) -> list[Figure]:
    found = (m for m in getattr(marks, kind) if not getattr(m.value, "inferred", False))
    return sorted(found, key=lambda mention: mention.core)


def _within(by: Told, passage: Passage, figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    """ "212 checks, 140 of them at sea and 62 in port"."""
    for n, (whole, first) in enumerate(pairwise(figures)):
        text, start = passage.text, passage.span.start
        between = text[whole.core.end - start : first.core.start - start]
        ahead = text[max(0, whole.core.start - start - _AHEAD) : whole.core.start - start]
        opened = (
            _OPENED.search(between)
            or (_OF_THE_WHOLE.search(ahead) and between.rstrip(" £$€").endswith(","))
            or (between.rstrip().endswith(",") and _OF_THEM.match(text, first.core.end - start))
        )
        if not opened:
            continue
        bracket = between.rstrip(" £$€").endswith("(")
        end = text.find(")", first.core.end - start) if bracket else len(text)
        behind = figures[n + 1 : n + 2 + MOST]
        parts = _enumerated(passage, [m for m in behind if m.core.end - start <= end], bracket)
        if parts and _misses(whole, parts):
            yield _told(whole, parts, (_quoted(by, passage, whole, parts[-1]),))
            return


def _across(
    by: Told, before: Passage, wholes: Sequence[Figure], passage: Passage, figures: Sequence[Figure]
) -> Iterator[Discrepancy]:
    """ "The toll stood at 58. Of these, 31 are women, 15 are men and 10 are children."."""
    ahead = passage.text[: figures[0].core.start - passage.span.start] if figures else ""
    parts = _enumerated(passage, figures[: MOST + 1], bracket=False) if _OF_THOSE.fullmatch(ahead) else ()
    missed = [whole for whole in wholes if parts and _misses(whole, parts)]
    if len(missed) == 1:
        cited = _quoted(by, before, missed[0], missed[0]), _quoted(by, passage, parts[0], parts[-1])
        yield _told(missed[0], parts, cited)


def _enumerated(passage: Passage, figures: Sequence[Figure], bracket: bool) -> Sequence[Figure]:
    """The parts, up to the one behind an "and", or all of a bracket; none where they are endless or too many."""
    start = passage.span.start
    gaps = [passage.text[a.core.end - start : b.core.start - start] for a, b in pairwise(figures)]
    all_of_it = len(gaps) - 1 if bracket and len(figures) <= MOST else None
    last = next((n for n, gap in enumerate(gaps) if _LAST.search(gap)), all_of_it)
    if last is None or any(";" in gap or "(" in gap for gap in gaps[: last + 1]):
        return ()
    return figures[: last + 2]


def _misses(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts miss the whole by a little, and by more than all of them may be rounded."""
    figures = [whole, *parts]
    if any(m.value.quantity.hedge is not Hedge.EXACT for m in figures) or not _of_one_kind(whole, parts):
        return False
    said, *stated = map(_amount, figures)
    out, rounded = abs(sum(stated) - said), sum(map(_step, figures)) / 2
    return max(rounded, TINY * said) <= out <= NEAR * said and all(each < said for each in stated)


def _told(whole: Figure, parts: Sequence[Figure], cited: tuple[Cited, ...]) -> Discrepancy:
    stated = [_amount(part) for part in parts]
    adds = " + ".join(f"{each:,.12g}" for each in stated)
    return Discrepancy("sum", f"{adds} = {sum(stated):,.12g}, not {_amount(whole):,.12g}", cited, SURENESS)


def _of_one_kind(whole: Figure, parts: Sequence[Figure]) -> bool:
    if whole.kind == "money":
        return all(m.value.currency == whole.value.currency for m in parts)
    return all(m.value.dimension in ("", whole.value.dimension) for m in parts)


def _scale(mention: Figure) -> float:
    """A measure is kept in its base unit; parts that name no unit are in the one that the whole is written in."""
    measured = mention.kind == "count" and mention.value.dimension and mention.value.written
    return float(mention.value.written[0]) if measured else 1.0


def _amount(mention: Figure) -> float:
    return float(mention.value.quantity.stated) / _scale(mention)


def _step(mention: Figure) -> float:
    return float(mention.value.quantity.step) / _scale(mention)


def _quoted(by: Told, passage: Passage, first: Figure, last: Figure) -> Cited:
    span = part(passage, first.core.joined(last.core))
    return Cited(by.source.id, span, span.of(by.source.text))
