"""A newsroom's own steps: found where pytest-bdd's decorators put them, indexed by their first word.

They may stand in a ``conftest.py`` or in the dossier's ``steps/*.py``. The nearer one wins; two that match equally
near are a fault, and so is one that matches a sentence in two ways.
"""

from __future__ import annotations

import hashlib
import importlib.util
import inspect
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers
from pytest_bdd.compat import get_fixture_names, getfixturedefs
from pytest_bdd.steps import StepNamePrefix, step_function_context_registry
from pytest_bdd.utils import get_required_args

from secondsource.facts.suggesting import did_you_mean
from secondsource.sources.errors import Fault
from secondsource.steps.faults import Misread
from secondsource.steps.gherkin import Line

STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
_FIRST_WORD = re.compile(r"\^?([^\W\d_]+)[ ](?![?*{+])")
_UNTYPED = ".+?"


@dataclass(frozen=True)
class HouseStep:
    """One step of the newsroom's own."""

    context: Any
    depth: int
    """How near it is: the length of the address of the folder that it belongs to."""
    required: tuple[str, ...]
    accepted: frozenset[str]
    place: str
    builtin: bool = False

    @property
    def words(self) -> str:
        """The pattern as written."""
        return str(self.context.parser.name)


@dataclass(frozen=True)
class HouseCall:
    """A step with the words that a line gives it."""

    step: HouseStep
    arguments: dict[str, Any]
    fixtures: tuple[str, ...]


@dataclass
class HouseSteps:
    """Every step that a feature file can see."""

    steps: tuple[HouseStep, ...]
    has_fixture: Callable[[str], bool]
    fixture_names: Callable[[], Iterable[str]]
    _exact: dict[str, list[HouseStep]] = field(default_factory=dict)
    _by_word: dict[str, list[HouseStep]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for step in self.steps:
            table, key = self._place_of(step)
            table.setdefault(key, []).append(step)

    def _place_of(self, step: HouseStep) -> tuple[dict[str, list[HouseStep]], str]:
        parser = step.context.parser
        if type(parser) is parsers.string:
            return self._exact, parser.name
        sure = type(parser) in (parsers.parse, parsers.cfparse)
        if type(parser) is parsers.re:
            sure = "|" not in parser.name and not parser.regex.flags & (re.IGNORECASE | re.VERBOSE)
        first = _FIRST_WORD.match(parser.name) if sure else None
        return self._by_word, first[1].lower() if first else ""

    def sentences(self) -> Iterator[tuple[str, str]]:
        """The type and the words of each, for suggestions."""
        return ((step.context.type or "", step.words) for step in self.steps if not step.builtin)

    def find(self, line: Line) -> HouseCall | None:
        """The step that a line calls."""
        if not self.steps:
            return None
        for text in dict.fromkeys((line.text, line.text.translate(STRAIGHT))):
            matches = [
                (step, words) for step in self._near(text, line.type) if (words := _read(step, text)) is not None
            ]
            if matches:
                return self._call(line, text, _nearest(matches))
        return None

    def _near(self, text: str, kind: str) -> Iterator[HouseStep]:
        word = text.split(" ", 1)[0].lower()
        for step in (*self._exact.get(text, ()), *self._by_word.get(word, ()), *self._by_word.get("", ())):
            if not kind or step.context.type in (None, kind):
                yield step

    def _call(self, line: Line, text: str, match: tuple[HouseStep, dict[str, Any]]) -> HouseCall:
        step, words = match
        function = step.context.step_func
        if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
            raise Misread("async-step", f"its step ({step.place}) is async: nothing would wait for it", "write def")
        _check_unambiguous(step, text)
        below = {"datatable": line.table, "docstring": line.docstring}
        for name, value in below.items():
            if value is not None and name not in step.accepted:
                raise Misread("missing-table", f"its step ({step.place}) does not take the {name} below it")
            if value is None and name in step.required and not self.has_fixture(name):
                raise Misread("missing-table", f"its step ({step.place}) asks for a {name} below it")
        words = {name: step.context.converters.get(name, _as_it_is)(word) for name, word in words.items()}
        arguments = {name: word for name, word in words.items() if name in step.accepted}
        if line.table is not None:
            arguments["datatable"] = [list(row) for row in line.table]
        if line.docstring is not None:
            arguments["docstring"] = line.docstring
        fixtures = tuple(name for name in step.required if name not in arguments)
        targets = {each.context.target_fixture for each in self.steps}
        for name in fixtures:
            if name != "request" and name not in targets and not self.has_fixture(name):
                hint = did_you_mean(name, [n for n in self.fixture_names() if not n.startswith("_")])
                raise Misread(
                    "unknown-fixture", f'its step ({step.place}) asks for "{name}", which is no fixture', hint
                )
        return HouseCall(step, arguments, fixtures)


def _as_it_is(word: Any) -> Any:
    return word


def _read(step: HouseStep, text: str) -> dict[str, Any] | None:
    parser = step.context.parser
    if not parser.is_matching(text):
        return None
    words = parser.parse_arguments(text)
    if isinstance(parser, parsers.parse):
        for name, word in words.items():
            # "{a}" in quotation marks is one quotation, so it cannot hold another mark: AP" and "BBC.
            if isinstance(word, str) and '"' in word and f'"{{{name}}}"' in parser.name:
                return None
    return dict(words or {})


def _nearest(matches: list[tuple[HouseStep, dict[str, Any]]]) -> tuple[HouseStep, dict[str, Any]]:
    nearness = max((not step.builtin, step.depth) for step, _ in matches)
    near = [match for match in matches if (not match[0].builtin, match[0].depth) == nearness]
    if len(near) > 1:
        places = " and ".join(f'"{step.words}" ({step.place})' for step, _ in near)
        raise Misread("ambiguous-step", f"{len(near)} steps match it: {places}", "make one of them more particular")
    return near[0]


def _check_unambiguous(step: HouseStep, text: str) -> None:
    """``{n} {unit}`` reads "at least 140 officers" in three ways: the shortest and the longest reading must agree."""
    parser = step.context.parser
    pattern = getattr(getattr(parser, "parser", None), "_expression", "")
    if pattern.count(_UNTYPED) < 2:
        return
    readings = [
        found.groupdict()
        for each in (pattern, pattern.replace(_UNTYPED, ".+"))
        if (found := re.fullmatch(each, text, re.IGNORECASE | re.DOTALL))
    ]
    if len(readings) == 2 and readings[0] != readings[1]:
        shown = "; or ".join(", ".join(f"{k} = “{v}”" for k, v in reading.items()) for reading in readings)
        message = f'"{step.words}" ({step.place}) reads it in more than one way: {shown}'
        raise Misread("ambiguous-step", message, "give the holes types ({n:d}) or quotation marks")


def visible_to(node: pytest.Collector) -> HouseSteps:
    """The steps that pytest lets this file see."""
    manager = node.session._fixturemanager
    found = []
    for name in get_fixture_names(manager):
        if not name.startswith(StepNamePrefix.step_def.value):
            continue
        for definition in getfixturedefs(manager, name, node) or ():
            context = step_function_context_registry.get(definition.func)
            if context is not None:
                found.append(_house_step(context, len(definition.baseid or "")))
    return HouseSteps(
        tuple(found), lambda name: bool(getfixturedefs(manager, name, node)), lambda: get_fixture_names(manager)
    )


def _house_step(context: Any, depth: int) -> HouseStep:
    function = context.step_func
    code = inspect.unwrap(function).__code__
    return HouseStep(
        context,
        depth,
        tuple(get_required_args(function)),
        frozenset(inspect.signature(function).parameters),
        f"{Path(code.co_filename).name}:{code.co_firstlineno}",
        builtin=function.__module__.startswith("pytest_bdd"),
    )


def load_folder(config: pytest.Config, folder: Path) -> list[Fault]:
    """Import a dossier's ``steps/*.py``, with pytest's readable asserts, and make their steps and fixtures known."""
    faults = []
    package = "secondsource_house_" + hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    for path in sorted(folder.glob("*.py")):
        name = f"{package}.{path.stem}"
        if config.pluginmanager.has_plugin(name):
            continue
        try:
            config.pluginmanager.register(_imported(name, path), name)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # sys.exit() and pytest.skip() are no exceptions to Python
            line = error.lineno if isinstance(error, SyntaxError) else _line_in(path, error)
            faults.append(
                Fault(path, line or 0, "bad-steps-file", f"cannot be imported: {type(error).__name__}: {error}")
            )
    return faults


def _imported(name: str, path: Path) -> Any:
    pytest.register_assert_rewrite(name)
    specs = (
        finder.find_spec(name, [str(path.parent)], None) for finder in sys.meta_path if hasattr(finder, "find_spec")
    )
    spec = next(filter(None, specs), None) or importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no loader for {path.name}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _line_in(path: Path, error: BaseException) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if Path(frame.filename) == path), 0)
