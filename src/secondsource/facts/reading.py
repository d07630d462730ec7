"""Facts files: YAML to :class:`Fact`, every fault of a file at once, each with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from secondsource.facts.fact import Fact, Place
from secondsource.facts.shape import KINDS, VERDICT_WORDS, AcceptedEntry, FactEntry, StoryFile, StoryHead
from secondsource.facts.suggesting import did_you_mean
from secondsource.sources import strict_yaml
from secondsource.sources.errors import Fault, YamlError

CODES = {
    "bad-fact": "A fact, or what is said of it, is not written as a facts file asks.",
    "duplicate-fact": "Two facts of a dossier have the same id; scenarios could not tell them apart.",
    "no-facts": "The file has no facts in it.",
    "needs-too-many": "A fact asks for more supporting sources than the dossier has.",
    "two-titles": "Two files of a dossier give the story different titles or days.",
}
"""What can be wrong with facts, beside what can be wrong with any file (``secondsource.sources.errors.CODES``)."""

MAX_BYTES = 5_000_000
"""A facts file is written by people; what is larger is some other file."""

Lines = Mapping[tuple[str | int, ...], int]


@dataclass(frozen=True, slots=True)
class Written:
    """A fact as it was written: with the line of each of its parts, for messages about them."""

    fact: Fact
    lines: Lines

    def line_of(self, *path: str | int) -> int:
        """The line of a part (``"accepted", 0, "source"``), or of the nearest part around it."""
        return next(self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines)


@dataclass(frozen=True, slots=True)
class FactsFile:
    """What one file says: its facts, what it says of the story, and what is wrong with it."""

    path: Path
    written: tuple[Written, ...] = ()
    head: StoryHead = field(default_factory=StoryHead)
    head_lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The facts of a file, and everything that is wrong with it.

    A fact without fault is read even where its neighbour has one. The file is a list of facts, or a mapping
    with ``facts`` and, of the story, ``title``, ``as_of``, ``sources_from``.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp(), "mission.yaml")
    >>> _ = path.write_text('''
    ... - id: size
    ...   claim: Kenya sent 144 police officers to Haiti
    ... - id: day
    ...   clam: They left on 6 February 2025
    ... ''')
    >>> facts, faults = read(path)
    >>> [fact.id for fact in facts]
    ['size']
    >>> for fault in faults:
    ...     print(f"{fault.line}: {fault.message} {fault.suggestion}".strip())
    4: a fact needs "claim"
    5: "clam" is not a key of a fact did you mean "claim"?
    """
    file = read_file(path)
    return tuple(written.fact for written in file.written), file.faults


def read_file(path: Path) -> FactsFile:
    """Like :func:`read`, with what the file says of the story and where each part is written."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return FactsFile(path, faults=(Fault(path, 0, "too-large", "too large for a facts file (5 MB)"),))
        data = strict_yaml.load(path)
    except OSError as error:
        return FactsFile(path, faults=(Fault(path, 0, "unreadable", f"cannot be opened: {error.strerror}"),))
    except YamlError as error:
        return FactsFile(path, faults=error.faults)
    match data:
        case strict_yaml.Seq():
            return _facts_file(path, data, None)
        case strict_yaml.Map():
            facts = data.get("facts")
            return _facts_file(path, facts if isinstance(facts, strict_yaml.Seq) else None, data)
        case None:
            return FactsFile(path, faults=(Fault(path, 0, "no-facts", "the file is empty; it should list facts"),))
        case _:
            return FactsFile(path, faults=(Fault(path, 1, "bad-fact", "a facts file is a list of facts (- id: ...)"),))


def _facts_file(path: Path, entries: strict_yaml.Seq | None, story: strict_yaml.Map | None) -> FactsFile:
    """The facts one by one, so that a fault in one does not hide the others."""
    written, faults = _facts(path, entries or strict_yaml.Seq(0))
    if entries is not None and not entries:
        faults.append(Fault(path, entries.line, "no-facts", "the list of facts is empty"))
    head = StoryHead()
    if story is not None:
        # Where the list of facts is there it has been read already; where it is missing the whole shape is asked.
        model, known = (StoryFile, story) if entries is None else (StoryHead, _without_facts(story))
        try:
            head = model.model_validate(known)
        except ValidationError as error:
            lines = {(): story.line, **dict(strict_yaml.places(story))}
            faults += _faults(path, error, lines, "a facts file", StoryFile)
    faults.sort(key=lambda fault: fault.line)
    return FactsFile(path, tuple(written), head, dict(story.lines) if story else {}, tuple(faults))


def _without_facts(story: strict_yaml.Map) -> dict[str, Any]:
    return {key: value for key, value in story.items() if key != "facts"}


def _facts(path: Path, entries: strict_yaml.Seq) -> tuple[list[Written], list[Fault]]:
    written: dict[str, Written] = {}
    faults: list[Fault] = []
    for index, entry in enumerate(entries):
        lines = {(): entries.lines[index], **dict(strict_yaml.places(entry))}
        try:
            fact = FactEntry.model_validate(entry).fact(Place(path, lines[()]))
        except ValidationError as error:
            faults += _faults(path, error, lines, "a fact", FactEntry)
            continue
        first = written.setdefault(fact.id, Written(fact, lines))
        if first.fact is not fact:
            faults.append(duplicate(path, lines[("id",)], fact.id, f"line {first.fact.place.line}"))
    return list(written.values()), faults


def duplicate(path: Path, line: int, fact: str, first: str) -> Fault:
    """Two facts of one name."""
    return Fault(
        path, line, "duplicate-fact", f'there is a fact "{fact}" already ({first})', "give it an id of its own"
    )


def _faults(path: Path, error: ValidationError, lines: Lines, what: str, model: type[Any]) -> Iterable[Fault]:
    for detail in error.errors(include_url=False):
        yield _fault(path, detail, lines, what, model)


def _fault(path: Path, detail: ErrorDetails, lines: Lines, what: str, model: type[Any]) -> Fault:
    """One complaint of the validator in a fact-checker's words."""
    at: tuple[str | int, ...] = ()
    for step in detail["loc"]:
        if (*at, step) in lines:
            at = (*at, step)
    line, last = lines[at], str(detail["loc"][-1]) if detail["loc"] else ""
    owner = {"accepted": "an acceptance", "discrepancies": "a discrepancy"}.get(str(at[0]) if at else "", what)
    given = detail["input"]
    match detail["type"]:
        case "missing":
            return Fault(path, line, "bad-fact", f'{owner} needs "{last}"')
        case "extra_forbidden":
            keys = (AcceptedEntry if owner == "an acceptance" else model).model_fields
            return Fault(path, line, "unknown-key", f'"{last}" is not a key of {owner}', did_you_mean(last, keys))
        case "model_type":
            return Fault(path, line, "bad-fact", f"{owner} is a mapping of key: value")
        case "literal_error":
            known = KINDS if "kind" in at else VERDICT_WORDS
            noun = "kind of value" if "kind" in at else "verdict"
            hint = did_you_mean(str(given), known) or "one of " + ", ".join(known)
            return Fault(path, line, "bad-value", f'"{given}" is not a {noun}', hint)
        case "value_error":
            code = "bad-date" if at and at[-1] in ("as_of", "until") else "bad-value"
            return Fault(path, line, code, _subject(at) + detail["msg"].removeprefix("Value error, "))
        case _ if given is None:
            return Fault(path, line, "bad-value", _subject(at) + "nothing is written here", "write it, or drop the key")
        case kind if kind in _WANTED:
            return Fault(path, line, "bad-value", f"{_subject(at)}{_WANTED[kind]} here")
        case "string_too_short":
            return Fault(path, line, "bad-value", _subject(at) + "nothing is written here")
        case "string_pattern_mismatch":
            message = f'"{given}" cannot be an id; use letters, digits, - _ and .'
            return Fault(path, line, "bad-value", message, _as_id(str(given)))
        case _:
            return Fault(path, line, "bad-value", _subject(at) + detail["msg"][:1].lower() + detail["msg"][1:])


_WANTED = {
    "string_type": "words are wanted",
    "tuple_type": "a list is wanted",
    "list_type": "a list is wanted",
    "dict_type": "a mapping of key: value is wanted",
    "int_type": "a whole number in figures is wanted",
    "bool_type": "true or false is wanted",
}


def _subject(at: tuple[str | int, ...]) -> str:
    names = [str(step) for step in at if isinstance(step, str)]
    return f"{' '.join(names)}: " if names else ""


def _as_id(text: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in text[:120]).split()
    return f'write it as "{"-".join(words).lower()}"' if words else ""
