"""An acceptance written into a file of facts: lines are added, and every other byte stays as it is.

Parsed for its places only; what is written is read back, and must be the same facts with one acceptance more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from secondsource.facts import Acceptance
from secondsource.sources import strict_yaml
from secondsource.sources.errors import YamlError

Entry = dict[str, str | list[str]]


HEAD = """\
# Claims of scenarios, as facts: each has a discrepancy that was accepted.
# Take one out when no scenario says it any more: it would be checked by itself."""


class CannotAccept(ValueError):
    """The file does not hold the fact, or cannot be changed without changing something else."""


def accepted(text: str, fact: str, acceptance: Acceptance) -> str:
    """The file's text with the acceptance under that fact; one for the same source is replaced.

    >>> from datetime import date
    >>> facts = '''\\
    ... - id:   aboard  # from the manifest
    ...   claim: 81 people were on board
    ...
    ... # on the quay
    ... - {id: day, claim: It sank on Monday}
    ... '''
    >>> known = Acceptance("gull", "counted before boarding", "desk", date(2025, 3, 31), ("79 people",))
    >>> print(accepted(facts, "aboard", known), end="")
    - id:   aboard  # from the manifest
      claim: 81 people were on board
      accepted:
        - source: gull
          said: "79 people"
          reason: counted before boarding
          by: desk
          until: 2025-03-31
    <BLANKLINE>
    # on the quay
    - {id: day, claim: It sank on Monday}
    """
    try:
        before, root = _read(text), yaml.compose(text, Loader=yaml.SafeLoader)
    except (YamlError, yaml.YAMLError) as error:
        raise CannotAccept(f"is not YAML: {error}") from error
    found = [place for place, one in enumerate(_facts(before)) if str(one.get("id")) == fact]
    if len(found) != 1:
        raise CannotAccept(f'holds {"no" if not found else "more than one"} fact with the id "{fact}"')
    entry = _entry(acceptance)
    start, end, words = _edit(_fact_nodes(root)[found[0]], entry, _File(text, _list_indent(root)))
    after = text[:start] + words + text[end:]
    _put(_facts(before)[found[0]], entry)
    if not _says(after, before):
        raise CannotAccept("is written with anchors or in some other way that leaves no room for one entry more")
    return after


def with_fact(text: str, fact: str, claim: str) -> str:
    """The file's text with one fact more, last in its list; a file that is empty is begun, and says what it is for.

    >>> print(with_fact("- {id: day, claim: It sank on Monday}", "left-59ca", "144 left"), end="")
    - {id: day, claim: It sank on Monday}
    - id: left-59ca
      claim: "144 left"
    """
    lines = _as_item({"id": fact, "claim": claim}, 0)
    whole = "\n".join([text.rstrip() or HEAD, *lines]) + "\n"
    try:
        before = (_read(text) or []) if text.strip() else []
    except YamlError as error:
        raise CannotAccept(f"is not YAML: {error}") from error
    if not isinstance(before, list) or not _says(whole, [*before, {"id": fact, "claim": claim}]):
        raise CannotAccept("is not a list of facts with a line for each dash, to which one more could be added")
    return whole


def _read(text: str) -> Any:
    return strict_yaml.loads(text.removeprefix("\ufeff"))


def _says(text: str, data: Any) -> bool:
    try:
        return bool(_read(text) == data)
    except YamlError:
        return False


def _facts(data: Any) -> list[Any]:
    """The facts of a file: a list, or the list under ``facts``."""
    listed = data.get("facts") if isinstance(data, dict) else data
    return [one for one in listed or [] if isinstance(one, dict)]


def _put(fact: Any, entry: Entry) -> None:
    """What the file must say afterwards."""
    entries = fact["accepted"] = [*(fact.get("accepted") or [])]  # a list of its own: another may be an alias of it
    place = next((at for at, one in enumerate(entries) if one.get("source") == entry["source"]), None)
    entries[len(entries) if place is None else place : None if place is None else place + 1] = [entry]


def _entry(acceptance: Acceptance) -> Entry:
    until = acceptance.until.isoformat() if acceptance.until else ""
    said = list(acceptance.said) if len(acceptance.said) > 1 else "".join(acceptance.said)
    entry: Entry = {
        "source": acceptance.source,
        "said": said,
        "reason": acceptance.reason,
        "by": acceptance.by,
        "until": until,
    }
    return {key: value for key, value in entry.items() if value}


# -- where it goes -----------------------------------------------------------------------------------------------------

Edit = tuple[int, int, str]
"""From, to, and what stands there instead."""


class _File:
    """A text with its habits: its line breaks, and how far a list stands in from its key."""

    def __init__(self, text: str, list_indent: int) -> None:
        self.text, self.list_indent = text, list_indent
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def below(self, place: int, lines: list[str]) -> Edit:
        """Lines put in below the line on which a place is."""
        end = self.text.find("\n", place)
        if end < 0:
            return len(self.text), len(self.text), self.newline + self.newline.join(lines)
        return end + 1, end + 1, "".join(line + self.newline for line in lines)

    def end(self, node: Any) -> int:
        """Where the words of a node end: the parser counts blank lines and comments behind a block to the block."""
        place = int(node.end_mark.index)
        if not isinstance(node, CollectionNode):
            return len(self.text[:place].rstrip("\r\n ")) if node.style in ("|", ">") else place
        if node.flow_style or not node.value:
            return place
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, MappingNode) else last)


def _edit(fact: MappingNode, entry: Entry, file: _File) -> Edit:
    known = next((value for key, value in fact.value if key.value == "accepted"), None)
    if known is None and fact.flow_style:
        return fact.end_mark.index - 1, fact.end_mark.index - 1, f", accepted: [{_in_flow(entry)}]"
    if isinstance(known, SequenceNode) and known.value:
        return _into(known, entry, file)
    if isinstance(known, SequenceNode):
        return known.start_mark.index, known.end_mark.index, f"[{_in_flow(entry)}]"
    margin = fact.start_mark.column
    lines = _as_item(entry, margin + file.list_indent)
    if known is None:
        return file.below(file.end(fact), [" " * margin + "accepted:", *lines])
    return file.below(known.end_mark.index, lines)  # the key stands there with nothing behind it


def _into(known: SequenceNode, entry: Entry, file: _File) -> Edit:
    """Among the acceptances that are there: in the place of one for the same source, or after the last."""
    old = next((one for one in known.value if _source_of(one) == entry["source"]), None)
    last = known.value[-1]
    if known.flow_style or (old is not None and old.flow_style):
        place = (old.start_mark.index, old.end_mark.index) if old else (last.end_mark.index,) * 2
        return *place, ("" if old else ", ") + _in_flow(entry)
    line = file.text[: last.start_mark.index].rpartition("\n")[2]
    dash = len(line) - len(line.lstrip())
    lines = _as_item(entry, dash, last.start_mark.column - dash)
    if old is None:
        return file.below(file.end(last), lines)
    return old.start_mark.index, file.end(old), file.newline.join(lines)[old.start_mark.column :]


def _source_of(entry: Node) -> str:
    pairs = entry.value if isinstance(entry, MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "source"), "")


def _fact_nodes(root: Node | None) -> list[MappingNode]:
    if isinstance(root, MappingNode):
        root = next(value for key, value in root.value if key.value == "facts")
    return [one for one in (root.value if root else ()) if isinstance(one, MappingNode)]


def _list_indent(root: Node | None) -> int:
    """How far the file's own lists stand in from their keys; two, where it has none."""
    return next((inner - outer for outer, inner in _lists(root)), 2)


def _lists(node: Node | None) -> Iterator[tuple[int, int]]:
    """The columns of each key with a list in lines of its own, and of that list."""
    if isinstance(node, SequenceNode) and not node.flow_style:
        for one in node.value:
            yield from _lists(one)
    elif isinstance(node, MappingNode) and not node.flow_style:
        for key, value in node.value:
            if isinstance(value, SequenceNode) and not value.flow_style:
                yield key.start_mark.column, value.start_mark.column
            yield from _lists(value)


# -- how it is written -------------------------------------------------------------------------------------------------


def _in_flow(entry: Entry) -> str:
    return "{" + ", ".join(f"{key}: {strict_yaml.written(value)}" for key, value in entry.items()) + "}"


def _as_item(entry: Entry, column: int, gap: int = 2) -> list[str]:
    """The entry as an item of a list whose dashes stand in a column."""
    lines = [f"{key}: {strict_yaml.written(value)}" for key, value in entry.items()]
    return [" " * column + (" " * gap if n else "-".ljust(gap)) + line for n, line in enumerate(lines)]
