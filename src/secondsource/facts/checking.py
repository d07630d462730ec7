"""What is written in a facts file against the shape that it must have, and each fault in a fact-checker's words.

Apart from the reading of files: a file that was found sound before is not checked again, nor its shape described.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from secondsource.facts.fact import Place
from secondsource.facts.shape import KINDS, VERDICT_WORDS, AcceptedEntry, FactEntry, StoryFile, StoryHead
from secondsource.facts.suggesting import did_you_mean
from secondsource.facts.written import FactsFile, Head, Lines, Written, duplicate
from secondsource.sources import strict_yaml
from secondsource.sources.errors import Fault


def facts_file(path: Path, entries: strict_yaml.Seq | None, story: strict_yaml.Map | None) -> FactsFile:
    """The facts one by one, so that a fault in one does not hide the others.

    >>> entries = strict_yaml.loads("- id: size\\n  claim: It made 30 barrels\\n- id: day\\n  clam: It sank\\n")
    >>> file = facts_file(Path("facts/mill.yaml"), entries, None)
    >>> [written.fact.id for written in file.written], [str(fault) for fault in file.faults][-1]
    (['size'], 'facts/mill.yaml:4: "clam" is not a key of a fact (did you mean "claim"?)')
    """
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
    told = Head(head.title, head.as_of, head.sources_from)
    return FactsFile(path, tuple(written), told, dict(story.lines) if story else {}, tuple(faults))


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
    "greater_than_equal": "a number from 0 on is wanted",
}


def _subject(at: tuple[str | int, ...]) -> str:
    names = [str(step) for step in at if isinstance(step, str)]
    return f"{' '.join(names)}: " if names else ""


def _as_id(text: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in text[:120]).split()
    return f'write it as "{"-".join(words).lower()}"' if words else ""
