"""What one run tells the next: a small file beside the reports, in ``.secondsource/``."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from secondsource.reporting.finding import Kind, Seen, Status
from secondsource.reporting.model import Past

FOLDER, FILE = ".secondsource", "last-run.json"
VERSION = 1


def dumps(past: Past) -> str:
    """The file's text.

    >>> loads(dumps(Past(date(2025, 2, 7)))) == Past(date(2025, 2, 7))
    True
    """
    seen, unchecked = ([_written(one) for one in some] for some in (past.seen, past.unchecked))
    idle = past.idle_since.isoformat() if past.idle_since else ""
    data = {"version": VERSION, "on": past.on.isoformat(), "seen": seen, "unchecked": unchecked, "idle_since": idle}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _written(one: Seen) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "fact": one.fact,
        "source": one.source,
        "claim": one.claim,
        "status": one.status,
        "first_seen": one.first_seen.isoformat(),
        "words": one.words,
        "said": one.said,
    }


def loads(text: str) -> Past | None:
    """What a file remembers; None for one that is damaged or of another version: history is never trusted blindly."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            return None
        # An older version noted neither what was not looked at, nor a source's words.
        seen, unchecked = (tuple(map(_seen, some)) for some in (data["seen"], data.get("unchecked", ())))
        idle = data.get("idle_since")
        return Past(date.fromisoformat(data["on"]), seen, unchecked, date.fromisoformat(idle) if idle else None)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _seen(one: dict[str, Any]) -> Seen:
    return Seen(
        one["id"],
        Kind(one["kind"]),
        one["fact"],
        one["source"],
        one["claim"],
        Status(one["status"]),
        date.fromisoformat(one["first_seen"]),
        one.get("words", ""),
        tuple(one.get("said", ())),
    )


def load(folder: Path) -> Past | None:
    """What is remembered in a ``.secondsource`` folder; None at the first run, or where the file is damaged."""
    file = folder / FILE
    return loads(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else None
