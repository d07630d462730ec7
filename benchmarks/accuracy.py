"""How often the verdict is the one that people gave, by kind of fact, as a Markdown table.

    python benchmarks/accuracy.py [--without NAME]... [FOLDER...]

Without folders: the labelled dossiers in tests/dossiers and in benchmarks/stories, and those beside this repository in
../shared, if any, with the public pairs there. A dossier named with --without is not opened: what is held out stays
held out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from secondsource.cli.pairs import judge_chunk
from secondsource.facts import dossier
from secondsource.judging import Verdict, judge_all

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"
STORIES = tuple(REPOSITORY / "benchmarks/stories" / name for name in ("opened", "kept-apart"))
AGAINST = frozenset({Verdict.CONTRADICTS, Verdict.MIXED})
"""What a newsroom must not be told wrongly."""

THREE = {
    "supports": "supports",
    "support": "supports",
    "contradicts": "contradicts",
    "contradict": "contradicts",
    "mixed": "contradicts",
    "inconclusive": "neither",
    "silent": "neither",
    "neutral": "neither",
}
Cell = tuple[str, frozenset[str], str]
"""A kind of fact, the verdicts that people accept, the verdict given."""


def cells(folder: Path) -> list[Cell]:
    """Every fact by every source of a labelled dossier."""
    story = dossier.load(folder)
    if story.faults:
        raise SystemExit("\n".join(map(str, story.faults)))
    asked = [(fact, source) for fact in story.facts for source in story.sources if source.id in fact.expect]
    return [
        (fact.kind, frozenset(fact.expect[said.source]), said.verdict)
        for (fact, _), said in zip(asked, judge_all(asked), strict=True)
    ]


def row(name: str, found: Sequence[Cell]) -> str:
    """How many cells are right; how many contradictions are said, how many rightly, and how many there are to say."""
    right = sum(verdict in accepted for _, accepted, verdict in found)
    said = [(accepted, verdict) for _, accepted, verdict in found if verdict in AGAINST]
    true = sum(bool(accepted & AGAINST) for accepted, _ in said)
    due = [verdict for _, accepted, verdict in found if accepted <= AGAINST]
    met = sum(verdict in AGAINST for verdict in due)
    precision = f"{true / len(said):.2f}" if said else "-"
    recall = f"{met / len(due):.2f}" if due else "-"
    return f"| {name} | {len(found)} | {right / len(found):.2f} | {precision} | {recall} |"


def table(found: Iterable[Cell]) -> str:
    """The rows by kind, and all."""
    every = list(found)
    kinds = sorted({kind for kind, _, _ in every})
    head = ["| kind | cells | right | contradictions: precision | recall |", "|---|---:|---:|---:|---:|"]
    body = [row(kind or "other", [cell for cell in every if cell[0] == kind]) for kind in kinds]
    return "\n".join([*head, *body, row("all", every)])


def public(path: Path) -> str:
    """One row for a file of public pairs: macro-F1 of three verdicts, or balanced accuracy where only two are known."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    requests = [
        (
            number,
            json.dumps(
                {
                    "id": str(number),
                    "claim": line["claim"],
                    "source": {"text": line.get("text") or line["source"], "published": line.get("published")},
                }
            ),
        )
        for number, line in enumerate(lines, 1)
    ]
    answers = [a for i in range(0, len(requests), 100) for a in judge_chunk(requests[i : i + 100])[0]]
    said = [THREE[json.loads(answer)["verdict"]] for answer in answers]
    want = [THREE.get(line["label"], "other") for line in lines]
    if "other" in want:
        yes = [s == "supports" for s, w in zip(said, want, strict=True) if w == "supports"]
        no = [s != "supports" for s, w in zip(said, want, strict=True) if w != "supports"]
        balanced = (sum(yes) / len(yes) + sum(no) / len(no)) / 2
        return f"| {path.stem} | {len(said)} | balanced accuracy {balanced:.2f} |"
    pairs = Counter(zip(want, said, strict=True))
    scores = []
    for label in sorted(set(want)):
        given, due = sum(n for (_, s), n in pairs.items() if s == label), want.count(label)
        scores.append(2 * pairs[label, label] / (given + due))
    return f"| {path.stem} | {len(said)} | macro-F1 {sum(scores) / len(scores):.2f} |"


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--without", multiple=True, metavar="NAME", help="A dossier that is not to be opened.")
def main(folders: tuple[Path, ...], without: tuple[str, ...]) -> None:
    """Print the tables."""
    for parent in folders or (REPOSITORY / "tests/dossiers", *STORIES, SHARED / "dossiers"):
        found = sorted(p.parent for p in parent.rglob("dossier.yaml") if p.parent.name not in without)
        if found:
            print(f"\n{len(found)} dossiers in {parent.parent.name}/{parent.name}\n")
            print(table(cell for folder in found for cell in cells(folder)))
    files = [] if folders else sorted((SHARED / "benchmarks").glob("*.jsonl"))
    if files:
        print("\n| public pairs | pairs | score |\n|---|---:|---|")
        print("\n".join(map(public, files)))


if __name__ == "__main__":
    main()
