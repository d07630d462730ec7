"""How long it takes to add a thousand documents of 4 KB to a dossier and to count their voices.

    python benchmarks/ingest.py [--documents 1000] [--format txt|html]

Documents are made up from a fixed seed: a third of them print one of forty agency stories, trimmed or edited.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from secondsource.sources import independence, intake, lock, register

NOUNS = (
    "harbour", "bridge", "minister", "council", "river", "engineer", "report", "mission", "officer", "contract",
    "budget", "ferry", "school", "hospital", "tunnel", "mayor", "court", "election", "storm", "repair", "inspector",
    "company", "union", "worker", "farmer", "market", "price", "road", "tower", "mill", "quay", "train",
)  # fmt: skip
VERBS = ("announced", "confirmed", "delayed", "approved", "rejected", "opened", "closed", "repaired", "inspected")
LINKS = ("while", "because", "although", "after", "before", "since")


def sentence(dice: random.Random) -> str:
    def phrase() -> str:
        who, where, what = dice.sample(NOUNS, 3)
        return f"the {who} of the {where} {dice.choice(VERBS)} {dice.randint(2, 900)} {what}s"

    return f"{phrase().capitalize()} in {dice.choice(NOUNS)} {dice.choice(LINKS)} {phrase()} near {dice.choice(NOUNS)}."


def story(dice: random.Random, size: int) -> list[str]:
    found: list[str] = []
    while sum(map(len, found)) < size:
        found.append(sentence(dice))
    return found


def documents(count: int, dice: random.Random) -> list[str]:
    wires = [story(dice, 4000) for _ in range(40)]
    made = []
    for n in range(count):
        if n % 3:
            sentences = story(dice, 4000)
        else:
            wire = dice.choice(wires)
            sentences = [sentence(dice), *wire[1 : dice.randint(len(wire) // 2, len(wire))]]
        made.append("\n\n".join(sentences))
    return made


def page(text: str, n: int) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return (
        f"<html lang='en'><head><title>Story {n}</title><meta property='article:published_time' content='2025-02-06'>"
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>Story {n}</h1>{paragraphs}</article></body></html>"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--format", choices=["txt", "html"], default="html")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        inbox, root = Path(place) / "inbox", Path(place) / "dossier"
        inbox.mkdir()
        for n, text in enumerate(documents(asked.documents, random.Random(20250206))):
            content = page(text, n) if asked.format == "html" else text
            (inbox / f"story-{n:04}.{asked.format}").write_text(content, encoding="utf-8")
        started = time.perf_counter()
        added = sum(one.outcome == "added" for one in intake.add(root, [str(inbox)]))
        lock.lock(root, register.load(root).sources)
        print(f"added and locked {added} documents: {time.perf_counter() - started:.1f} s")
        again = time.perf_counter()
        sources = register.load(root).sources
        print(f"loaded {len(sources)} documents: {time.perf_counter() - again:.1f} s")
        again = time.perf_counter()
        voices = independence.independent_groups(sources)
        print(f"found {len(voices)} voices: {time.perf_counter() - again:.1f} s")
        print(f"together: {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
