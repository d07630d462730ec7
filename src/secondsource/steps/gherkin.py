"""Feature files, read: the scenarios as they will run, and everything that is wrong with the file, at once.

An outline is expanded here, a background stands in front of each scenario, and a name is made fit to be selected
on a command line. What Gherkin lets pass in silence (a scenario with no step, two with one name) is a fault.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gherkin.dialect import Dialect
from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser
from rapidfuzz import fuzz, process

from secondsource.sources.errors import Fault

Table = tuple[tuple[str, ...], ...]

TYPES = {"Context": "given", "Action": "when", "Outcome": "then"}
PLACEHOLDER = re.compile(r"<([^<>\n]{1,200})>")
NAME_LIMIT = 160
_OPENING = "#FeatureLine"
"""What the parser says it expected, where no feature has begun."""
_LANGUAGE = re.compile(r"^[ \t]*#[ \t]*language[ \t]*:[ \t]*([\w-]+)", re.MULTILINE)
PROSE = frozenset(
    {"the", "there", "these", "them", "they", "their", "then,", "where", "while", "an", "any", "as", "at"}
)
"""Words that begin a line of prose and look like a mistyped keyword."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step as written. ``type`` is given, when, then, or "" for a bullet that stands first."""

    keyword: str
    type: str
    text: str
    line: int
    docstring: str | None = None
    table: Table | None = None

    def __str__(self) -> str:
        return f"{self.keyword} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, ready to run; ``id`` is its name in a test's address."""

    id: str
    name: str
    feature: str
    line: int
    steps: tuple[Line, ...]
    tags: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """A file, read. A file with a fault keeps the scenarios that are sound, so that their faults can be told too."""

    path: Path
    name: str = ""
    tags: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> Feature:
    """A feature file from the disk."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Feature(path, faults=(Fault(path, line, "not-utf8", "is not UTF-8 text"),))
    except OSError as error:
        return Feature(path, faults=(Fault(path, 0, "unreadable", f"cannot be read: {error.strerror}"),))
    return parse(text, path)


def parse(text: str, path: Path = Path("story.feature")) -> Feature:
    """A feature file's text.

    >>> feature = parse("Feature: Pier\\n  Scenario: Cost\\n    Then no source contradicts it\\n")
    >>> feature.scenarios[0].id, str(feature.scenarios[0].steps[0])
    ('Cost', 'Then no source contradicts it')
    >>> print(parse("Feature: Pier\\n  Scenario: Cost\\n").faults[0])
    story.feature:2: the scenario "Cost" has no step: it would pass without checking anything
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        document = Parser().parse(text)
    except CompositeParserException as error:
        # Where no line opens the feature, every line after it is as much out of place.
        told = error.errors[:1] if _OPENING in str(error.errors[0]) else error.errors
        return Feature(path, faults=tuple(_syntax_fault(path, each, text) for each in told))
    except ParserException as error:
        return Feature(path, faults=(_syntax_fault(path, error, text),))
    found = document.get("feature")
    if not found:
        return Feature(
            path, faults=(Fault(path, 1, "no-scenario", "the file has no Feature: nothing would be checked"),)
        )
    return _Reader(path, found, text.split("\n")).feature()


def _syntax_fault(path: Path, error: ParserException, text: str) -> Fault:
    line = error.location["line"]
    lines = text.split("\n")
    written = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    expected = str(error).partition("): ")[2]
    if "got '" not in expected:
        return Fault(path, line, "bad-gherkin", expected or str(error))
    first = written.split(maxsplit=1)[0] if written else ""
    if _OPENING in expected:
        near = process.extractOne(first, _feature_keywords(text), scorer=fuzz.ratio, score_cutoff=60)
        hint = f'did you mean "{near[0]}"?' if near else "begin the file with Feature: and a name"
        return Fault(path, line, "bad-gherkin", f'"{written[:80]}" stands where the feature should begin', hint)
    return Fault(
        path,
        line,
        "bad-gherkin",
        f'"{written[:80]}" is not Gherkin here',
        _keyword_meant(first, Dialect.for_name("en")),
    )


def _feature_keywords(text: str) -> list[str]:
    """What may open a feature: in the language that the file names, and in English."""
    named = _LANGUAGE.search(text)
    dialects = [Dialect.for_name(name) for name in ("en", *(named.groups() if named else ()))]
    return [f"{word}:" for dialect in dialects if dialect for word in dialect.feature_keywords]


def _keyword_meant(word: str, dialect: Any, least: float = 60) -> str:
    if word.lower() in PROSE:
        return ""
    words = _block_keywords(dialect) if word.endswith(":") else _step_keywords(dialect)
    best = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=least)
    return f'did you mean "{best[0]}"?' if best else ""


def _step_keywords(dialect: Any) -> list[str]:
    words = [*dialect.given_keywords, *dialect.when_keywords, *dialect.then_keywords]
    return [word.strip() for word in (*words, *dialect.and_keywords, *dialect.but_keywords) if word.strip() != "*"]


def _block_keywords(dialect: Any) -> list[str]:
    words = [*dialect.scenario_keywords, *dialect.scenario_outline_keywords, *dialect.background_keywords]
    return [f"{word}:" for word in (*words, *dialect.rule_keywords, *dialect.examples_keywords)]


class _Reader:
    """One pass over one parsed file; gathers faults as it goes."""

    def __init__(self, path: Path, feature: Mapping[str, Any], lines: Sequence[str]) -> None:
        self.path, self.tree, self.lines = path, feature, lines
        self.dialect = Dialect.for_name(feature["language"])
        self.name: str = feature["name"]
        self.faults: list[Fault] = []

    def feature(self) -> Feature:
        self._description(self.tree, blocks_only=True)
        scenarios = list(self._children(self.tree["children"], (), (), ""))
        if not scenarios and not self.faults:
            self._fault(
                self.tree, "no-scenario", f'the feature "{self.name}" has no scenario: nothing would be checked'
            )
        return Feature(self.path, self.name, _tags(self.tree), self._unique(scenarios), tuple(self.faults))

    def _fault(self, at: Mapping[str, Any] | int, code: str, message: str, suggestion: str = "") -> None:
        line = at if isinstance(at, int) else at["location"]["line"]
        self.faults.append(Fault(self.path, line, code, message, suggestion))

    def _children(
        self, children: Sequence[Mapping[str, Any]], before: tuple[Line, ...], tags: tuple[str, ...], rule: str
    ) -> Iterator[Scenario]:
        for child in children:
            if background := child.get("background"):
                self._description(background)
                before = (*before, *self._steps(background, before))
            elif inner := child.get("rule"):
                self._description(inner, blocks_only=True)
                yield from self._children(inner["children"], before, (*tags, *_tags(inner)), inner["name"])
            else:
                yield from self._scenarios(child["scenario"], before, tags, rule)

    def _scenarios(
        self, tree: Mapping[str, Any], before: tuple[Line, ...], tags: tuple[str, ...], rule: str
    ) -> Iterator[Scenario]:
        name = tree["name"]
        self._description(tree)
        if not name:
            return self._fault(tree, "no-name", "the scenario has no name: it could not be selected or reported")
        own = self._steps(tree, before)
        if not own:
            message = f'the scenario "{name}" has no step: it would pass without checking anything'
            return self._fault(tree, "no-step", message)
        if not any(step.type in ("then", "") for step in own):
            message = f'the scenario "{name}" has no Then: it would pass without checking anything'
            return self._fault(tree, "no-then", message)
        line = tree["location"]["line"]
        plain = Scenario(_selectable(name), name, self.name, line, (*before, *own), (*tags, *_tags(tree)), rule)
        if tree["keyword"] in self.dialect.scenario_outline_keywords or tree["examples"]:
            yield from self._outline(plain, tree)
        else:
            yield plain
        return None

    def _outline(self, plain: Scenario, tree: Mapping[str, Any]) -> Iterator[Scenario]:
        rows = 0
        unknown: dict[str, int] = {}
        for examples in tree["examples"]:
            header = [cell["value"] for cell in (examples.get("tableHeader") or {"cells": ()})["cells"]]
            for row in examples["tableBody"]:
                rows += 1
                values = dict(zip(header, (cell["value"] for cell in row["cells"]), strict=True))
                steps = tuple(_filled(step, values) for step in plain.steps)
                for step in plain.steps:
                    for placeholder in PLACEHOLDER.findall(_all_text(step)):
                        if placeholder not in values:
                            unknown.setdefault(placeholder, step.line)
                name = _fill(plain.name, values)
                yield replace(
                    plain,
                    id=f"{_selectable(name)}[{_selectable('-'.join(values.values()))}]",
                    name=f"{name} ({', '.join(values.values())})",
                    line=row["location"]["line"],
                    steps=steps,
                    tags=(*plain.tags, *_tags(examples)),
                )
        for placeholder, line in unknown.items():
            known = [
                cell["value"] for e in tree["examples"] for cell in (e.get("tableHeader") or {"cells": ()})["cells"]
            ]
            suggestion = f"the columns are {', '.join(dict.fromkeys(known))}" if known else ""
            self._fault(line, "unknown-placeholder", f"<{placeholder}> is no column of the examples", suggestion)
        if not rows:
            message = f'the outline "{plain.name}" has no row of examples: it would never run'
            self._fault(tree, "no-examples", message)

    def _steps(self, tree: Mapping[str, Any], before: tuple[Line, ...]) -> tuple[Line, ...]:
        found: list[Line] = []
        kind = before[-1].type if before else ""
        for step in tree["steps"]:
            kind = TYPES.get(step["keywordType"]) or self._own_type(step["keyword"]) or kind
            table = step.get("dataTable")
            rows = tuple(tuple(cell["value"] for cell in row["cells"]) for row in table["rows"]) if table else None
            text = (step.get("docString") or {}).get("content")
            line = step["location"]["line"]
            found.append(Line(step["keyword"].strip(), kind, step["text"], line, text, rows))
        return tuple(found)

    def _own_type(self, keyword: str) -> str:
        """A keyword that a language shares between two types counts as the first of them."""
        if keyword.strip() == "*" or keyword in self.dialect.and_keywords or keyword in self.dialect.but_keywords:
            return ""
        table = {"given": self.dialect.given_keywords, "when": self.dialect.when_keywords}
        return next((kind for kind, words in table.items() if keyword in words), "then")

    def _description(self, tree: Mapping[str, Any], blocks_only: bool = False) -> None:
        """Gherkin takes every line below a name for prose until a keyword: a mistyped one loses its step."""
        described = {line.strip() for line in (tree.get("description") or "").splitlines() if len(line.split()) > 1}
        at = tree["location"]["line"]
        for line in self.lines[at:] if described else ():
            at += 1
            if line.strip() not in described:
                if line.strip():
                    break
                continue
            first = line.split(maxsplit=1)[0]
            if blocks_only and not first.endswith(":"):
                continue
            if suggestion := _keyword_meant(first, self.dialect, least=74):
                message = f'"{line.strip()[:80]}" is read as a description and would not run'
                self._fault(at, "lost-step", message, suggestion)

    def _unique(self, scenarios: list[Scenario]) -> tuple[Scenario, ...]:
        first: dict[str, int] = {}
        for scenario in scenarios:
            if scenario.id in first:
                message = f'"{scenario.name}" is also the name of line {first[scenario.id]}: one would hide the other'
                self._fault(scenario.line, "same-name", message, "give it a name of its own")
            else:
                first[scenario.id] = scenario.line
        return tuple({s.id: s for s in scenarios}.values())


def _tags(tree: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in tree.get("tags") or ())


def _fill(text: str, values: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text) if "<" in text else text


def _filled(step: Line, values: Mapping[str, str]) -> Line:
    table = tuple(tuple(_fill(cell, values) for cell in row) for row in step.table) if step.table else step.table
    text = _fill(step.docstring, values) if step.docstring else step.docstring
    return replace(step, text=_fill(step.text, values), docstring=text, table=table)


def _all_text(step: Line) -> str:
    return "\n".join([step.text, step.docstring or "", *(cell for row in step.table or () for cell in row)])


def _selectable(name: str) -> str:
    """A name as a test's address can hold it: ``::`` separates the parts of an address, so it cannot be in one.

    >>> _selectable("Who said it :: the minister")
    'Who said it : the minister'
    """
    name = re.sub(r"\s+", " ", re.sub(r":{2,}", ":", name)).strip()
    if len(name) <= NAME_LIMIT:
        return name
    return f"{name[:NAME_LIMIT].rstrip()}… {hashlib.sha256(name.encode()).hexdigest()[:8]}"
