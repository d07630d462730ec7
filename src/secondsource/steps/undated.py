"""Documents without a day of publication whose words need one, where somebody asks about a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from secondsource.facts import Fact
from secondsource.judging.kept import contents
from secondsource.reporting.document import Document
from secondsource.sources import Source
from secondsource.sources.errors import Fault

SHOWN = 3
"""Words that are quoted; to see what is meant, some of them are enough."""


def faults(facts: Sequence[Fact], sources: Iterable[Source]) -> list[Fault]:
    """A warning for each document in which a day cannot be known, where a fact asks about one.

    >>> gull = Source("gull", "It is windy.\\n\\nThe ferry sank on Tuesday.", path=Path("sources/gull.txt"))
    >>> print(*faults([Fact("day", "The ferry sank on 4 March 2025.")], [gull]))
    sources/gull.txt: it has no day of publication, and without one "on Tuesday" could be any
    >>> faults([Fact("size", "The ferry carried 41 passengers.")], [gull])
    []
    """
    undated = [source for source in sources if source.published is None]
    if not undated or not any("date" in found.kinds for found in contents([(f.claim, f.as_of) for f in facts])):
        return []
    return list(_told(undated))


def _told(undated: Sequence[Source]) -> Iterator[Fault]:
    # The reader is loaded only where there is something to read.
    from secondsource.language import read_all
    from secondsource.values import date

    for source, reading in zip(undated, read_all(undated), strict=True):
        found = [
            mention.span
            for passage in reading.passages
            for mention in date.find(passage, None)
            if mention.rule.endswith(", unresolved") or mention.value.year_assumed
        ]
        if found:
            words = list(dict.fromkeys(" ".join(span.of(source.text).split()) for span in found))
            quoted = ", ".join(f'"{each}"' for each in words[:SHOWN])
            message = f"it has no day of publication, and without one {quoted} could be any"
            line = Document.of(source).line_of(found[0].start)
            yield Fault(source.path or Path(source.id), line, "no-day", message)
