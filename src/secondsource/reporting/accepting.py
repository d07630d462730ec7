"""An acceptance written into a file of facts, whose comments and order stay as they are."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.util import load_yaml_guess_indent

from secondsource.facts import Acceptance


class CannotAccept(ValueError):
    """The file does not hold the fact, or cannot be rewritten without changing something else."""


def accepted(text: str, fact: str, acceptance: Acceptance) -> str:
    """The file's text with the acceptance under that fact; one for the same source is replaced.

    >>> from datetime import date
    >>> facts = '''\\
    ... # checked on the quay
    ... - id: aboard  # from the manifest
    ...   claim: 81 people were on board
    ... '''
    >>> known = Acceptance("gull", "counted before boarding", "desk", date(2025, 3, 31))
    >>> print(accepted(facts, "aboard", known), end="")
    # checked on the quay
    - id: aboard  # from the manifest
      claim: 81 people were on board
      accepted:
      - source: gull
        reason: counted before boarding
        by: desk
        until: 2025-03-31
    """
    yaml = _yaml(text)
    data = _load(yaml, text)
    found = [one for one in _facts(data) if str(one.get("id")) == fact]
    if len(found) != 1:
        raise CannotAccept(f'holds {"no" if not found else "more than one"} fact with the id "{fact}"')
    entries = found[0].setdefault("accepted", [])
    entry: dict[str, object] = {"source": acceptance.source, "reason": acceptance.reason}
    entry |= {"by": acceptance.by} if acceptance.by else {}
    if acceptance.until:
        entry["until"] = acceptance.until
    place = next((at for at, one in enumerate(entries) if one.get("source") == acceptance.source), None)
    if place is None:
        entries.append(entry)
    else:
        for key in [key for key in entries[place] if key not in entry]:
            del entries[place][key]
        entries[place].update(entry)
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _yaml(text: str) -> YAML:
    try:
        _, _, dashes = load_yaml_guess_indent(text)
    except YAMLError as error:
        raise CannotAccept(f"is not YAML: {error}") from error
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.explicit_start = text.startswith("---")
    dashes = dashes or 0
    yaml.indent(mapping=2, sequence=dashes + 2, offset=dashes)
    return yaml


def _load(yaml: YAML, text: str) -> Any:
    try:
        return yaml.load(text)
    except YAMLError as error:
        raise CannotAccept(f"is not YAML: {error}") from error


def _facts(data: Any) -> list[Any]:
    """The facts of a file: a list, or the list under ``facts``."""
    listed = data.get("facts", []) if hasattr(data, "get") else data
    return [one for one in listed or [] if hasattr(one, "get")]
