"""``report.sarif``: SARIF 2.1.0 for code scanning, located in the documents and related to the fact's own line.

What the sources differ on and no fact asks about is a note.

Accepted and expected discrepancies are left out: code scanning shows suppressed results as if they were open.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from secondsource.comparing import Discrepancy
from secondsource.facts import Place
from secondsource.reporting.codes import codes
from secondsource.reporting.document import Document
from secondsource.reporting.finding import Change, Finding, Severity
from secondsource.reporting.model import Report
from secondsource.reporting.noticing import CODE, headline, noticed_id
from secondsource.reporting.quoting import shortened, visible
from secondsource.reporting.standing import standing
from secondsource.sources import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_BASELINE = {Change.NEW: "new", Change.CHANGED: "updated"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def format(report: Report) -> str:
    """The live findings of a report, and what it noticed besides.

    >>> json.loads(format(Report.of([], [])))["runs"][0]["results"]
    []
    """
    found = [finding for finding in report.findings if finding.is_live]
    rules = list(dict.fromkeys([*(finding.kind.value for finding in found), *(CODE for _ in report.noticed)]))
    results = [
        *(_result(report, finding) for finding in found),
        *(_noticed(report, difference) for difference in report.noticed),
    ]
    run = {
        "tool": {
            "driver": {
                "name": "secondsource",
                "version": report.version,
                "semanticVersion": report.version,
                "rules": list(map(_rule, rules)),
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder that the run was started in."}}},
        "results": [_under(rules, result) for result in results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str) -> dict[str, Any]:
    code = codes()[name]
    return {
        "id": code.name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.meaning},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _under(rules: Sequence[str], result: dict[str, Any]) -> dict[str, Any]:
    return {"ruleId": result["ruleId"], "ruleIndex": rules.index(result["ruleId"]), **result}


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    fact = report.fact(finding.fact)
    source = report.source(finding.source)
    judgement = report.judgement(finding.fact, finding.source)
    written = [place for place in (report.place_of(finding), fact.place) if place.path]
    passages = judgement.evidence if judgement and source and source.path and finding.is_discrepancy else ()
    located = [_passage(source, one.span, one.quote, one.reason) for one in passages if source]
    told = "; ".join([finding.reason, *standing(finding)])
    places = [*located, *(_written(place) for place in dict.fromkeys(written))]
    return {
        "ruleId": finding.kind.value,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(f"{fact.claim}: {finding.source or finding.kind}: {told}")},
        **_places(places),
        "partialFingerprints": {"secondsourceFinding/v1": finding.id},
        "baselineState": _BASELINE.get(finding.change, "unchanged"),
        "properties": {"status": finding.status.value, "firstSeen": finding.seen.first_seen.isoformat()},
    }


def _noticed(report: Report, found: Discrepancy) -> dict[str, Any]:
    """What no fact asks about, located at the first of the passages that differ."""
    cited = [(source, one) for one in found.passages if (source := report.source(one.source)) and source.path]
    return {
        "ruleId": CODE,
        "level": _LEVELS[codes()[CODE].severity],
        "message": {"text": visible(headline(found))},
        **_places([_passage(source, one.span, one.quote, one.value or found.note) for source, one in cited]),
        "partialFingerprints": {"secondsourceFinding/v1": noticed_id(found)},
    }


def _places(places: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The first place is where a result is, the others are related to it."""
    related = [{"id": number, **place} for number, place in enumerate(places[1:], start=1)]
    return {"locations": list(places[:1]), "relatedLocations": related}


def _passage(source: Document, span: Span, words: str, note: str) -> dict[str, Any]:
    region = _region(source, span, words)
    location: dict[str, Any] = {"artifactLocation": _artifact(source.path)}
    if region:
        location["region"] = region
    return {"physicalLocation": location, "message": {"text": visible(note)}}


def _region(source: Document, span: Span, words: str) -> dict[str, Any]:
    """The place in the file; none where the text was taken out of a page or a PDF, whose lines are others."""
    if not source.first_line:
        return {}
    start, end = span
    return {
        "startLine": source.line_of(start),
        "startColumn": source.column_of(start),
        "endLine": source.line_of(max(end - 1, start)),
        "endColumn": source.column_of(max(end - 1, start)) + 1,
        "snippet": {"text": shortened(visible(words), 500)},
    }


def _written(place: Place) -> dict[str, Any]:
    assert place.path is not None
    location: dict[str, Any] = {"artifactLocation": _artifact(place.path.as_posix())}
    if place.line:
        location["region"] = {"startLine": place.line}
    return {"physicalLocation": location, "message": {"text": "The fact, or the sentence that failed."}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path)} if path.startswith("/") else {"uri": quote(path), "uriBaseId": "ROOT"}
