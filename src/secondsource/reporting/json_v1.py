"""``report.json``, version 1: the whole run for other programs, in a shape of its own that does not change.

The shape is published as a JSON Schema in ``schema/report-v1.json``. New keys may be added to version 1; a key that
is there keeps its name and its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from secondsource.comparing import Cited, Discrepancy
from secondsource.facts import Fact, Place
from secondsource.judging import Evidence, Judgement
from secondsource.reporting.document import Document
from secondsource.reporting.finding import Finding, Seen
from secondsource.reporting.model import Check, Report
from secondsource.reporting.quoting import surroundings
from secondsource.sources import Span

SCHEMA = Path(__file__).parent / "schema" / "report-v1.json"

# What has the same name in the report and in the file.
_ACCEPTANCE = ("source", "reason", "by", "until", "said")
_FACT = ("id", "claim", "kind", "aliases", "tolerance", "as_of", "tags", "expect", "needs")
_SOURCE = (
    *("id", "title", "outlet", "published", "date_origin", "url", "author", "language", "tier", "group"),
    *("superseded_by", "tags", "notes", "path", "name", "first_line", "sha256", "text"),
)
_OUTLET = ("id", "outlet", "title", "url", "published", "sha256")
_ANSWER = ("question", "answer", "reason")
_VOICE = ("members", "origin", "reason", "wording")


class UnreadableReport(ValueError):
    """A file that is no report of version 1, and why."""


def format(report: Report) -> str:
    """The report as JSON; :func:`parse` reads it back to an equal report."""
    judgements = list(dict.fromkeys(judgement for check in report.checks for judgement in check.judgements))
    numbers = {judgement: number for number, judgement in enumerate(judgements)}
    data = {
        "format": "secondsource-report",
        "version": 1,
        "tool": {"name": "secondsource", "version": report.version},
        "title": report.title,
        "as_of": _plain(report.as_of),
        "run_on": _plain(report.run_on),
        "since": _plain(report.since),
        "findings": [_finding(finding, report) for finding in report.findings],
        "fixed": list(map(_seen, report.fixed)),
        "unchecked": list(map(_seen, report.unchecked)),
        "facts": list(map(_fact, report.facts)),
        "judgements": [_judgement(judgement, report) for judgement in judgements],
        "checks": [_check(check, numbers) for check in report.checks],
        "voices": [_copied(voice, _VOICE) for voice in report.voices],
        "voices_sought": report.voices_sought,
        "sources": [_copied(source, _SOURCE) for source in report.sources],
        "noticed": [_noticed(found, report) for found in report.noticed],
        "noticed_more": report.noticed_more,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def parse(text: str) -> Report:
    """The report that :func:`format` wrote. Raises :class:`UnreadableReport` for anything else.

    >>> parse('{"format": "secondsource-report", "version": 2}')
    Traceback (most recent call last):
    secondsource.reporting.json_v1.UnreadableReport: version: Input should be 1
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise UnreadableReport(f"not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != "secondsource-report":
        raise UnreadableReport("not a report of secondsource")
    if data.get("version") != 1:
        raise UnreadableReport("version: Input should be 1")
    from pydantic import ValidationError

    from secondsource.reporting.json_v1_shape import ReportV1, read

    try:
        shape = ReportV1.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableReport(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return read(shape)


def schema() -> dict[str, Any]:
    """The JSON Schema of the format, as published."""
    from secondsource.reporting.json_v1_shape import ReportV1

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ReportV1.model_json_schema()}


# --- the parts of a report as they are written


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return list(map(_plain, value)) if isinstance(value, list | tuple) else value


def _copied(part: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _plain(getattr(part, name)) for name in names}


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path.as_posix() if place.path else "", "line": place.line}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        **_copied(fact, _FACT),
        "accepted": [_copied(acceptance, _ACCEPTANCE) for acceptance in fact.accepted],
        "note": fact.note,
        "publish": fact.publish,
        "place": _place(fact.place),
    }


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _selector(span: Span, words: str, source: Document | None) -> list[dict[str, Any]]:
    prefix, suffix = surroundings(source, span) if source else ("", "")
    return [{"type": "TextQuoteSelector", "exact": words, "prefix": prefix, "suffix": suffix}, _position(span)]


def _evidence(evidence: Evidence, source: Document | None) -> dict[str, Any]:
    return {
        "bearing": _plain(evidence.bearing),
        "reason": evidence.reason,
        "value": evidence.value,
        "speaker": evidence.speaker,
        "selector": _selector(evidence.span, evidence.quote, source),
        "marks": list(map(_position, evidence.marks)),
        "answers": [_copied(reply, _ANSWER) for reply in evidence.replies],
    }


def _judgement(judgement: Judgement, report: Report) -> dict[str, Any]:
    source = report.source(judgement.source)
    return {
        "fact": judgement.fact,
        "source": judgement.source,
        "verdict": _plain(judgement.verdict),
        "reason": judgement.reason,
        "evidence": [_evidence(one, source) for one in judgement.evidence],
    }


def _check(check: Check, numbers: Mapping[Judgement, int]) -> dict[str, Any]:
    return {
        "fact": check.fact.id,
        "sentence": check.sentence,
        "scenario": check.scenario,
        "place": _place(check.place),
        "held": check.held,
        "message": check.message,
        "known": check.known,
        "expects": {source: str(verdict) for source, verdict in check.expects.items()},
        "judgements": [numbers[judgement] for judgement in check.judgements],
    }


def _seen(seen: Seen) -> dict[str, Any]:
    return {
        "id": seen.id,
        "kind": _plain(seen.kind),
        "fact": seen.fact,
        "subject": seen.source,
        "claim": seen.claim,
        "status": _plain(seen.status),
        "first_seen": _plain(seen.first_seen),
        "said": _plain(seen.said),
    }


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    source = report.source(finding.source)
    judgement = report.judgement(finding.fact, finding.source)
    return {
        **_seen(finding.seen),
        "severity": _plain(finding.severity),
        "change": _plain(finding.change),
        "reason": finding.reason,
        "said_before": _plain(finding.said_before),
        "acceptance": _copied(finding.acceptance, _ACCEPTANCE) if finding.acceptance else None,
        "place": _place(report.place_of(finding)),
        "source": _copied(source, _OUTLET) if source else None,
        "verdict": _plain(judgement.verdict) if judgement else None,
        "evidence": [_evidence(one, source) for one in judgement.evidence] if judgement else [],
    }


def _cited(cited: Cited, source: Document | None) -> dict[str, Any]:
    return {
        "source": cited.source,
        "value": cited.value,
        "selector": _selector(cited.span, cited.quote, source),
        "words": _position(cited.words),
    }


def _noticed(found: Discrepancy, report: Report) -> dict[str, Any]:
    passages = [_cited(cited, report.source(cited.source)) for cited in found.passages]
    return {"kind": found.kind, "note": found.note, "passages": passages, "weight": found.weight}
