"""How fast pairs and dossiers are judged, as ratios taken in one run, so that a busy machine changes them little.

    python benchmarks/speed.py [COUNT]

Pairs: processor time of COUNT short pairs (400 if not given), beside that of parsing their sentences alone.
A dossier of 5 articles and 20 facts: processor time of the whole command, first run and second, beside that of a run of
pytest with nothing to do. The goals, on two cores of 2024: 150 pairs a second, 6 s for the first run, 1 s for the next.
"""

from __future__ import annotations

import compileall
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import secondsource
from secondsource.cache import VARIABLE
from secondsource.cli.pairs import judge_chunk
from secondsource.language import parser, warm

TOWNS = ("Lund", "Bergen", "Nakuru", "Izmir", "Oruro", "Da Lat")
SHAPES = (
    (
        "The ferry to {town} carried {n} passengers on Monday.",
        "On Monday {m} people took the ferry to {town}, the harbour office said, more than in any week before.",
    ),
    (
        "The council of {town} voted by {n} to {m} to extend the lease.",
        "By {n} votes to {m} the lease was extended in {town}; the auditors had advised against it.",
    ),
    (
        "The bridge at {town} cost ${n} million.",
        "Nobody in {town} wanted the bridge, which cost ${m} million and opened in {year}.",
    ),
)

BESIDE = (
    "The mayor, Ida Lund, said that {n} letters had come in since the spring, most of them in favour.",
    "“Nobody asked us,” said a fisherman from {town}; his boat had been laid up for {m} days.",
    "A spokesman for the ministry declined to say who would pay for the repairs.",
    "Rain fell all week, and the market moved under the arches of the old customs house.",
    "The school reopened with {n} pupils after the roof had been mended.",
    "According to the survey, one in five shops in {town} stands empty.",
    "Her predecessor resigned in {year} after a dispute about the water board.",
    "Trains run every {m} minutes, unless the signal at the quarry fails again.",
    "The court is expected to hear the appeal in autumn, lawyers for both sides said.",
    "It was the third strike at the mill, where wages have not risen since {year}.",
)
"""What else an article says, beside what it is asked about."""


def pairs(count: int) -> list[tuple[int, str]]:
    """So many requests, numbered, no two alike."""
    made = []
    for i, (claim, text), town in zip(range(count), itertools.cycle(SHAPES), itertools.cycle(TOWNS), strict=False):
        words = {"town": town, "n": 17 * i + 3, "m": 5 * i + 1, "year": 1950 + i % 90}
        source = {"id": "s", "text": text.format(**words)}
        made.append((i + 1, json.dumps({"id": i, "claim": claim.format(**words), "source": source})))
    return made


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time, in this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def forget() -> None:
    """Drop every parse that is remembered."""
    parser._memory.cache_clear()


def spent(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds of processor time and of the clock that a command takes, its children counted."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - begun


def dossier(folder: Path) -> None:
    """Write 5 articles of 36 sentences, each about 6 things and much beside them, and 20 facts."""
    (folder / "sources").mkdir()
    (folder / "facts").mkdir()
    requests = [json.loads(line) for _, line in pairs(30)]
    for i in range(5):
        paragraphs = []
        for j, request in enumerate(requests[6 * i : 6 * (i + 1)]):
            numbers = {
                "town": TOWNS[(i + j) % 6],
                "n": 61 * i + 7 * j + 12,
                "m": 9 * i + j + 3,
                "year": 1960 + 6 * i + j,
            }
            beside = [BESIDE[(5 * (6 * i + j) + k) % len(BESIDE)].format(**numbers) for k in range(5)]
            paragraphs.append(" ".join([request["source"]["text"], *beside]))
        text = "\n\n".join(paragraphs)
        (folder / "sources" / f"s{i}.md").write_text(f"---\npublished: 2025-05-0{i + 1}\n---\n\n{text}\n")
    facts = [{"id": f"f{i}", "claim": r["claim"]} for i, r in enumerate(requests[:20])]
    (folder / "facts" / "facts.yaml").write_text(json.dumps(facts))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    # The package is measured as it is once it is installed, and not with each module compiled in every run.
    compileall.compile_dir(Path(secondsource.__file__).parent, quiet=1)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ[VARIABLE] = "off"
    requests = pairs(count)
    judge_chunk(pairs(3))  # what is loaded once
    texts = [t for _, line in requests for r in [json.loads(line)] for t in (r["claim"], r["source"]["text"])]
    forget()
    parsing = timed(lambda: warm(texts))
    forget()
    judging = timed(lambda: [judge_chunk(requests[i : i + 100]) for i in range(0, count, 100)])
    print(f"pairs, a core    {count / judging:8.0f} a second   {judging / parsing:.2f} of what parsing them takes")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dossier(folder)
        os.environ[VARIABLE] = str(folder / ".cache")
        nothing, _ = spent([sys.executable, "-m", "pytest", "-q", "-p", "no:secondsource", "--co"], folder)
        for run in ("dossier, all new", "dossier, again", "dossier, again"):
            cpu, clock = spent([sys.executable, "-c", "from secondsource.cli import main; main()", "check"], folder)
            print(f"{run:16} {cpu:8.2f} s of the processor, {clock:.2f} s   {cpu / nothing:.1f} runs of pytest alone")


if __name__ == "__main__":
    main()
