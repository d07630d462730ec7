"""How fast texts are read: sentences, parses (new, cached, remembered) and the lexicon.

    python benchmarks/reading.py [FILE...]

Without files it reads a text of its own making. Times are of the processor, in one process.
"""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from secondsource.cache import VARIABLE
from secondsource.language import lexicon, parser, read_all
from secondsource.sources import Source, sentences

TOWNS = ("Lund", "Bergen", "Nakuru", "Izmir", "Oruro", "Da Lat")
SHAPES = (
    "The ferry to {town} carried {n} passengers on Monday, {m} of them children, the harbour office said.",
    "“We lost {n} boats and {m} nets in the storm,” said a fisherman from {town}, “and nobody has called us since.”",
    "The council of {town} voted by {n} to {m} to extend the lease until 30 June {year}, against the auditors' advice.",
)


def made(count: int) -> str:
    """A text of so many sentences, no two alike."""
    shapes = itertools.cycle(SHAPES)
    towns = itertools.cycle(TOWNS)
    return "\n".join(
        next(shapes).format(town=next(towns), n=17 * n + 3, m=5 * n + 1, year=1950 + n % 90) for n in range(count)
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def forget() -> None:
    """Drop what is remembered in memory; the file stays."""
    parser._memory.cache_clear()
    parser._store.cache_clear()


def main() -> None:
    files = sys.argv[1:]
    sources = [Source(f, Path(f).read_text(encoding="utf-8")) for f in files] or [Source("made", made(600))]
    size = sum(len(s.text) for s in sources)
    count = sum(len(sentences(s.text)) for s in sources)
    print(f"{len(sources)} texts, {count} sentences, {size} characters")
    print(f"sentences        {size / timed(lambda: [sentences(s.text) for s in sources]) / 1000:8.0f} KB/s")
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        forget()
        print(f"parser start     {timed(parser._pipeline):8.2f} s")
        print(f"new              {count / timed(lambda: read_all(sources)):8.0f} sentences/s")
        forget()
        print(f"from the cache   {count / timed(lambda: read_all(sources)):8.0f} sentences/s")
        print(f"remembered       {count / timed(lambda: read_all(sources)):8.0f} sentences/s")
    words = sorted(lexicon.thesaurus().groups)[::12]
    pairs = list(itertools.combinations(words, 2))
    print(f"kinship, cold    {timed(lambda: [lexicon.kinship(a, b) for a, b in pairs]) / len(pairs) * 1e6:8.1f} µs")
    print(f"kinship, warm    {timed(lambda: [lexicon.kinship(a, b) for a, b in pairs]) / len(pairs) * 1e6:8.1f} µs")


if __name__ == "__main__":
    main()
