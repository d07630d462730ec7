"""``sources.lock``: what every document said when it was brought in, so that a quiet change does not stay quiet."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from secondsource.sources.document import Source
from secondsource.sources.errors import Fault, SourceError
from secondsource.sources.sentences import sentences
from secondsource.sources.writing import write_whole

NAME = "sources.lock"
VERSION = 1
_TEXTS = Path(".secondsource") / "texts"
"""Where this machine keeps the texts as they were locked; without it only the passages in the lock can be compared."""
_MOST_EDITS = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document that a verdict rests on."""

    fact: str
    words: str

    @property
    def sha256(self) -> str:
        """The hash of the words."""
        return hashlib.sha256(self.words.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Locked:
    """A document as it was."""

    sha256: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that were there, and the words that are there instead; one of the two may be empty."""

    before: str
    after: str

    def __str__(self) -> str:
        if not self.after:
            return f'gone: "{self.before}"'
        return f'"{self.before}" is now "{self.after}"' if self.before else f'new: "{self.after}"'


@dataclass(frozen=True, slots=True)
class Change:
    """A document that is not what the lock says: "changed", "unlocked" (never locked) or "missing"."""

    source: str
    kind: str
    edits: tuple[Edit, ...] = ()
    facts: tuple[str, ...] = ()
    """The facts whose evidence is no longer in the document, word for word."""
    path: Path | None = None

    def __str__(self) -> str:
        heads = {
            "changed": f"{self.source} has changed since it was locked",
            "unlocked": f"{self.source} has never been locked",
            "missing": f"{self.source} is locked and is gone",
        }
        touched = f"; this touches {', '.join(self.facts)}" if self.facts else ""
        return "".join([heads[self.kind], *(f"\n  {edit}" for edit in self.edits)]) + touched


_ANEW = "take it from version control, or delete it and run: secondsource refresh --lock"


def read(root: Path) -> Mapping[str, Locked]:
    """What is locked, by document; nothing where there is no lock. Raises :class:`SourceError`."""
    path = root / NAME
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise SourceError(path, 1, f"written by another version of the format ({data['version']})", "bad-value")
        return {name: _locked(entry) for name, entry in data["sources"].items()}
    except json.JSONDecodeError as error:
        raise SourceError(path, error.lineno, f"not a lock: {error.msg}", "damaged", _ANEW) from error
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise SourceError(path, 1, "not a lock, or a damaged one", "damaged", _ANEW) from error


def _locked(entry: Any) -> Locked:
    return Locked(entry["sha256"], tuple(Passage(item["fact"], item["words"]) for item in entry.get("passages", ())))


def write(root: Path, locked: Mapping[str, Locked]) -> Path:
    """Writes the lock, one document after the other by id, so that a version control system shows what changed."""
    data = {
        "version": VERSION,
        "sources": {
            name: {
                "sha256": entry.sha256,
                "passages": [{"fact": p.fact, "sha256": p.sha256, "words": p.words} for p in entry.passages],
            }
            for name, entry in sorted(locked.items())
        },
    }
    return write_whole(root / NAME, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def lock(root: Path, sources: Iterable[Source], *, whole: bool = True) -> Path:
    """Locks documents as they are now; the whole dossier, or (``whole=False``) these and leave the others.

    Evidence that still stands in a document stays recorded.
    """
    before = read(root)
    fresh: dict[str, Locked] = {} if whole else dict(before)
    for source in sources:
        kept = before.get(source.id, Locked("")).passages
        fresh[source.id] = Locked(source.sha256, tuple(p for p in kept if p.words in source.text))
        _keep_text(root, source)
    return write(root, fresh)


def record_evidence(
    root: Path,
    sources: Iterable[Source],
    evidence: Mapping[str, Iterable[Passage]],
    facts: Collection[str] | None = None,
) -> Path | None:
    """Notes the passages that a run's verdicts rest on, for documents that are as they were locked.

    ``facts`` are those that the run judged, where it did not judge all: what is noted of the others stays.
    """
    before = dict(read(root))
    fresh = dict(before)
    for source in sources:
        if source.id in before and before[source.id].sha256 == source.sha256:
            kept = () if facts is None else (p for p in before[source.id].passages if p.fact not in facts)
            passages = sorted({*kept, *evidence.get(source.id, ())}, key=lambda p: (p.fact, p.words))
            fresh[source.id] = Locked(source.sha256, tuple(p for p in passages if p.words in source.text))
    return write(root, fresh) if fresh != before else None


def changes(root: Path, sources: Sequence[Source]) -> tuple[Change, ...]:
    """Every document that is not what ``sources.lock`` says, and in what words; nothing where nothing is locked."""
    locked = read(root)
    if not locked:
        return ()
    present = {source.id: source for source in sources}
    found = [_change(root, source, locked.get(source.id)) for source in sources]
    gone = [
        Change(name, "missing", facts=tuple(dict.fromkeys(p.fact for p in entry.passages)))
        for name, entry in locked.items()
        if name not in present
    ]
    return (*(change for change in found if change), *gone)


def faults(root: Path, sources: Sequence[Source]) -> tuple[Fault, ...]:
    """The changes as faults, for a run that asks for frozen sources."""
    if not (root / NAME).is_file():
        message, remedy = "there is no lock to hold the documents against", "write one: secondsource refresh --lock"
        return (Fault(root / NAME, 0, "changed-source", message, remedy),)
    return tuple(
        Fault(change.path or root / NAME, 0, "changed-source", str(change)) for change in changes(root, sources)
    )


def _change(root: Path, source: Source, locked: Locked | None) -> Change | None:
    if locked is None:
        return Change(source.id, "unlocked", path=source.path)
    if locked.sha256 == source.sha256:
        return None
    lost = [passage for passage in locked.passages if passage.words not in source.text]
    before = _kept_text(root, locked.sha256)
    edits = differences(before, source.text) if before is not None else _moved_on(lost, source.text)
    return Change(source.id, "changed", edits, tuple(dict.fromkeys(p.fact for p in lost)), source.path)


def _moved_on(lost: Sequence[Passage], text: str) -> tuple[Edit, ...]:
    """For each passage that is gone, the sentence that is most like it now."""
    now = [sentence.span.of(text) for sentence in sentences(text)]
    edits: list[Edit] = []
    for words in dict.fromkeys(passage.words for passage in lost):
        best = process.extractOne(words, now, scorer=fuzz.ratio, score_cutoff=50)
        edits.extend(_word_edits(words, best[0]) if best else [Edit(words, "")])
    return tuple(edits[:_MOST_EDITS])


def _keep_text(root: Path, source: Source) -> None:
    path = root / _TEXTS / f"{source.sha256}.gz"
    if not path.exists():
        write_whole(path, gzip.compress(source.text.encode("utf-8", "surrogatepass"), 6, mtime=0))


def _kept_text(root: Path, sha256: str) -> str | None:
    """The text as it was locked, if this machine still has it whole."""
    try:
        text = gzip.decompress((root / _TEXTS / f"{sha256}.gz").read_bytes())
    except (OSError, EOFError, gzip.BadGzipFile):
        return None
    return text.decode("utf-8", "surrogatepass") if hashlib.sha256(text).hexdigest() == sha256 else None


def differences(before: str, after: str) -> tuple[Edit, ...]:
    """What changed from one text to another, sentence by sentence and in these word by word.

    >>> [str(edit) for edit in differences("On Monday 144 officers left. It rained.", "On Monday 145 officers left.")]
    ['"Monday 144 officers" is now "Monday 145 officers"', 'gone: "It rained."']
    """
    old = [sentence.span.of(before) for sentence in sentences(before)]
    new = [sentence.span.of(after) for sentence in sentences(after)]
    edits: list[Edit] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=len(old) > 5_000).get_opcodes():
        if kind != "equal":
            edits.extend(_sentence_edits(old[a:b], new[c:d]))
    if not edits and before != after:
        edits.append(Edit("(spaces and line breaks)", "(other spaces and line breaks)"))
    return tuple(edits[:_MOST_EDITS])


def _sentence_edits(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Sentences that were rewritten are compared word by word; the others are gone or new."""
    left = list(new)
    for sentence in old:
        best = process.extractOne(sentence, left, scorer=fuzz.ratio, score_cutoff=60)
        if best is None:
            yield Edit(sentence, "")
        else:
            left.pop(best[2])
            yield from _word_edits(sentence, best[0])
    for sentence in left:
        yield Edit("", sentence)


def _word_edits(before: str, after: str) -> Iterator[Edit]:
    """Each run of words that differs, with a word on either side so that a person finds it."""
    old, new = before.split(), after.split()
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(" ".join(old[max(0, a - 1) : b + 1]), " ".join(new[max(0, c - 1) : d + 1]))
