"""YAML as a newsroom means it: nothing is dropped, nothing turns into something else, every key knows its line.

Plain loading reads ``no`` as False, ``012`` as 10 and ``1:30`` as 90, and keeps the second of two equal keys.
Here scalars are read by the rules of YAML 1.2, and what is no plain data (tags, merge keys, cycles) is a fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from secondsource.sources.errors import Fault, YamlError

MAX_DEPTH = 60
MAX_VALUES = 500_000
"""Values that a file may stand for once its aliases are followed: a guard against the "billion laughs"."""

_ANYWHERE = Path("<text>")

# YAML 1.2, core schema; a number with leading zeros stays the text that was written (an id, a telephone code).
_SCALARS: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile(r"(?:~|null|Null|NULL|)\Z"), lambda text: None),
    (re.compile(r"(?:true|True|TRUE)\Z"), lambda text: True),
    (re.compile(r"(?:false|False|FALSE)\Z"), lambda text: False),
    (re.compile(r"[-+]?(?:0|[1-9][0-9]{0,308})\Z"), int),
    (re.compile(r"[-+]?(?:0|[1-9][0-9]{0,308})?(?:\.[0-9]{1,308})(?:[eE][-+]?[0-9]{1,3})?\Z"), float),
    (re.compile(r"[-+]?(?:0|[1-9][0-9]{0,308})(?:\.|(?:\.[0-9]{0,308})?[eE][-+]?[0-9]{1,3})\Z"), float),
)


class Map(dict[str, Any]):
    """A mapping that knows the line it starts on and the line of each of its keys (counted from 1)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """The line of a key; of the mapping where the key is not written."""
        return self.lines.get(key, self.line)


class Seq(list[Any]):
    """A list that knows the line it starts on and the line of each item (counted from 1)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


_PLAIN_TAGS = {
    None,
    "!",
    *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq")),
}
_TEXT_TAGS = {"!", "tag:yaml.org,2002:str"}


def load(path: Path) -> Any:
    """The data of a YAML file. Raises :class:`YamlError` with every fault of the file.

    An empty file is None. See :func:`loads` for how values are read.
    """
    return loads(text_of(path), path)


def text_of(path: Path) -> str:
    """The text of a YAML file. Raises :class:`YamlError` where it cannot be opened or is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise YamlError((Fault(path, 0, "unreadable", f"cannot be opened: {error.strerror or error}"),)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise YamlError((Fault(path, line, "bad-yaml", "is not UTF-8 text", "save it again as UTF-8"),)) from error


def loads(text: str, path: Path = _ANYWHERE, first_line: int = 1) -> Any:
    """The data of a YAML text whose first line is line ``first_line`` of ``path``.

    Keys are always text, dates stay text (``2025-02-06``), mappings are :class:`Map`, lists are :class:`Seq`.

    >>> loads("{country: no, case: 012, at: 1:30, on: 2025-02-06, officers: 144, share: .5, sure: true}")
    {'country': 'no', 'case': '012', 'at': '1:30', 'on': '2025-02-06', 'officers': 144, 'share': 0.5, 'sure': True}
    >>> loads("outlet: Harbour Post\\nid: harbour\\noutlet: Harbor Post", Path("facts/sources.yaml"))
    Traceback (most recent call last):
    secondsource.sources.errors.YamlError: facts/sources.yaml:3: "outlet" is written twice (first on line 1)
    """
    reading = _Reading(path, first_line)
    loader = yaml.CSafeLoader(text)
    try:
        while reading.takes(loader.get_event()):
            pass
    except yaml.YAMLError as error:
        reading.faults.append(_syntax_fault(error, path, text, first_line))
    finally:
        loader.dispose()
    if reading.faults:
        raise YamlError(tuple(sorted(reading.faults, key=lambda fault: fault.line)))
    return reading.root


_ALIGN_OR_QUOTE = "begin it under the first letter of the key above; quote words that hold quotation marks"

_LOOK_ABOVE = "look at the line above as well"
_KEY_ABOVE = re.compile(r"\s*(?:- +)*(?P<key>\w[\w .-]{0,80}):(?P<rest>.*)")

# What the parser says, what a person would, and what to do.
_IN_WORDS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon is not expected here", _LOOK_ABOVE),
    ("expected key", "this line does not go on from the one above", _ALIGN_OR_QUOTE),
    ("expected '-' indicator", "this line does not go on from the one above", _ALIGN_OR_QUOTE),
    ("tab character", "a tab character stands where spaces must", "indent with spaces"),
    ("expected ',' or", "a bracket is opened and not closed", "close it, or put the words in quotation marks"),
    ("unexpected end of stream", "a quotation mark is opened and not closed", "close it"),
    ("expected node content", "a value is missing here, or a bracket is not closed", "write it, or close the bracket"),
    ("control characters", "a control character stands here", "take it out; save the file as plain text"),
    ("cannot start any token", "a value cannot begin with this sign", "put the words in quotation marks"),
)
_KEY = r"\s*(?:- +)*(?P<key>[^\s:'\"#-][^:'\"]{0,80}): +"
# Words that a person writes without thinking of YAML: what the parser stumbles on, the line, what must be quoted.
_UNQUOTED: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("mapping values", re.compile(_KEY + r"(?P<words>[^\s'\"\[{|>].*?: .*)"), "words with a colon and a space in them"),
    ("expected key", re.compile(_KEY + r"(?P<words>\".+|'.+)"), "words that go on after a closing quotation mark"),
)


def _syntax_fault(error: yaml.YAMLError, path: Path, text: str, first_line: int) -> Fault:
    lines = text.rstrip().split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    # What is no text at all is found before there are lines: by its place.
    place = text.encode("utf-8", "surrogatepass")[: getattr(error, "position", None) or 0]
    at = min(len(lines) - 1, mark.line if mark else place.count(b"\n"))
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    for stumbled, line, what in _UNQUOTED:
        if stumbled in problem and (found := line.fullmatch(lines[at].rstrip())):
            message = f"not YAML: {what} must be quoted as a whole"
            return Fault(path, first_line + at, "bad-yaml", message, f"write {found['key']}: {written(found['words'])}")
    plain, remedy = next(((plain, remedy) for said, plain, remedy in _IN_WORDS if said in problem), (problem, ""))
    if remedy == _LOOK_ABOVE:
        remedy = _of_line_above(lines, at) or remedy
    return Fault(path, first_line + at, "bad-yaml", f"not YAML: {plain}", remedy)


def _of_line_above(lines: list[str], at: int) -> str:
    """Why a colon is not expected, where the line above tells: it has one without a space, or begins further left."""
    above = next((line for line in reversed(lines[:at]) if line.strip() and not line.lstrip().startswith("#")), "")
    key = _KEY_ABOVE.match(above)
    if key is None:
        return ""
    if key["rest"] and not key["rest"].startswith(" "):
        return f'put a space after the colon of "{key["key"]}:" in the line above'
    here = len(lines[at]) - len(lines[at].lstrip())
    return f'begin it under the first letter of "{key["key"]}:" above' if here > key.start("key") else ""


class _Reading:
    """Builds the data from the parser's events, one by one: no recursion, so no text can exhaust the stack."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.faults: list[Fault] = []
        self.root: Any = None
        self.documents = 0
        self.values = 0
        self.open: list[Map | Seq] = []
        self.sizes: list[int] = []  # how many values had been read when each open mapping or list began
        self.anchors_open: list[str | None] = []
        self.keys: list[str | None] = []  # the key that waits for its value, for each open mapping
        self.anchors: dict[str, tuple[Any, int]] = {}

    def fault(self, event: Any, code: str, message: str) -> None:
        self.faults.append(Fault(self.path, self.line(event), code, message))

    def line(self, event: Any) -> int:
        return self.first_line + int(event.start_mark.line)

    def takes(self, event: Any) -> bool:
        """Takes the next event in; False at the end of the text, or where reading on makes no sense."""
        match event:
            case yaml.StreamEndEvent():
                return False
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.fault(event, "bad-yaml", "a second document (---) begins; one file is one document")
                    return False
            case yaml.ScalarEvent():
                self.put(event, self.scalar(event), 1, event.anchor)
            case yaml.AliasEvent():
                self.alias(event)
            case yaml.MappingStartEvent():
                self.begin(event, Map(self.line(event)))
            case yaml.SequenceStartEvent():
                self.begin(event, Seq(self.line(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.end(event)
        if len(self.open) > MAX_DEPTH or self.values > MAX_VALUES:
            self.fault(event, "yaml-too-deep", "nested too deep, or repeated too often by aliases")
            return False
        return True

    def tag_is_plain(self, event: Any) -> bool:
        if event.tag not in _PLAIN_TAGS:
            self.fault(event, "yaml-tag", f"the tag {event.tag} is not read here; write plain data")
        return event.tag in _PLAIN_TAGS

    def scalar(self, event: Any) -> Any:
        self.tag_is_plain(event)
        return str(event.value) if event.tag in _TEXT_TAGS or not _is_plain(event) else _scalar(str(event.value))

    def alias(self, event: Any) -> None:
        if event.anchor in self.anchors_open:
            self.fault(event, "yaml-cycle", "an anchor contains itself")
            self.put(event, None, 1)
        elif event.anchor in self.anchors:
            self.put(event, *self.anchors[event.anchor])
        else:
            self.fault(event, "bad-yaml", f"*{event.anchor} names no anchor that is written above it")
            self.put(event, None, 1)

    def begin(self, event: Any, container: Map | Seq) -> None:
        self.tag_is_plain(event)
        self.open.append(container)
        self.sizes.append(self.values)
        self.anchors_open.append(event.anchor)
        self.keys.append(None)

    def end(self, event: Any) -> None:
        container, size = self.open.pop(), self.values - self.sizes.pop() + 1
        self.keys.pop()
        self.values -= size - 1  # put() counts them
        self.put(event, container, size, self.anchors_open.pop())

    def put(self, event: Any, value: Any, size: int, anchor: str | None = None) -> None:
        """A finished value goes to where it belongs: the root, a list, a mapping as a key, or under its key."""
        self.values += size
        if anchor:
            self.anchors[anchor] = (value, size)
        if not self.open:
            self.root = value
            return
        container = self.open[-1]
        line = value.line if isinstance(value, Map | Seq) else self.line(event)
        if isinstance(container, Seq):
            container.lines.append(line)
            container.append(value)
        elif self.keys[-1] is None:
            self.keys[-1] = self.key(event, value, container)
        else:
            container[self.keys[-1]] = value
            self.keys[-1] = None

    def key(self, event: Any, value: Any, container: Map) -> str:
        """The key as text; a key that cannot stand is a fault, and reading goes on under a name of its own."""
        line = value.line if isinstance(value, Map | Seq) else self.line(event)
        key = str(event.value) if isinstance(event, yaml.ScalarEvent) else f"(key on line {line})"
        if not isinstance(event, yaml.ScalarEvent):
            self.faults.append(
                Fault(self.path, line, "bad-yaml", "a key must be a word or phrase, not a list or alias")
            )
        elif key == "<<" and _is_plain(event):
            self.fault(event, "yaml-tag", "merge keys (<<) are not read here; write the keys out")
        elif key in container.lines:
            self.fault(event, "duplicate-key", f'"{key}" is written twice (first on line {container.lines[key]})')
        container.lines.setdefault(key, line)
        return key


def _is_plain(event: Any) -> bool:
    return bool(event.implicit[0])


def _scalar(text: str) -> Any:
    return next((read(text) for pattern, read in _SCALARS if pattern.match(text)), text)


# Words that one version of YAML or another reads as something else.
_NOT_BARE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_BARE = re.compile(r"[A-Za-z][\w./-]*(?: [\w./-]+)*|\d{4}-\d{2}-\d{2}", re.ASCII)


def written(value: Any) -> str:
    """A value as YAML that is read back as the same text: quoted the way JSON does, and bare where that is safe.

    >>> print(written("an old edition"), written("no"), written("a slip: 12"), written(["wire", "3"]), sep="; ")
    an old edition; "no"; "a slip: 12"; [wire, "3"]
    """
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _BARE.fullmatch(text) and text.lower() not in _NOT_BARE:
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())


def places(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Every path into the data with its line, the shape in which pydantic names the place of an error.

    >>> list(places(loads("- id: size\\n  tags:\\n  - a\\n")))
    [((0,), 1), ((0, 'id'), 1), ((0, 'tags'), 2), ((0, 'tags', 0), 3)]
    """
    if isinstance(data, Map):
        for key, value in data.items():
            yield (*at, key), data.line_of(key)
            yield from places(value, (*at, key))
    elif isinstance(data, Seq):
        for index, value in enumerate(data):
            yield (*at, index), data.lines[index]
            yield from places(value, (*at, index))
