"""``report.sarif``: SARIF 2.1.0 for code scanning, located in the documents and related to the fact's own line.

Accepted and expected discrepancies are left out: code scanning shows suppressed results as if they were open.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from secondsource.facts import Place
from secondsource.judging import Evidence
from secondsource.reporting.codes import codes
from secondsource.reporting.document import Document
from secondsource.reporting.finding import Finding, Kind, Severity
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import shortened, visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def format(report: Report) -> str:
    """The live findings of a report.

    >>> json.loads(format(Report.of([], [])))["runs"][0]["results"]
    []
    """
    found = [finding for finding in report.findings if finding.is_live]
    rules = list(dict.fromkeys(finding.kind for finding in found))
    run = {
        "tool": {
            "driver": {
                "name": "secondsource",
                "version": report.version,
                "semanticVersion": report.version,
                "rules": [_rule(kind) for kind in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder that the run was started in."}}},
        "results": [_result(report, finding, rules.index(finding.kind)) for finding in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(kind: Kind) -> dict[str, Any]:
    code = codes()[kind]
    return {
        "id": code.name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.meaning},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(report: Report, finding: Finding, rule: int) -> dict[str, Any]:
    fact = report.fact(finding.fact)
    source = report.source(finding.source)
    judgement = report.judgement(finding.fact, finding.source)
    written = [place for place in (report.place_of(finding), fact.place) if place.path]
    passages = judgement.evidence if judgement and source and source.path and finding.is_discrepancy else ()
    located = [_passage(source, evidence) for evidence in passages if source]
    places = [*located, *(_written(place) for place in dict.fromkeys(written))]
    return {
        "ruleId": finding.kind.value,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(f"{fact.claim}: {finding.source or finding.kind}: {finding.reason}")},
        "locations": places[:1],
        "relatedLocations": [{"id": number, **place} for number, place in enumerate(places[1:], start=1)],
        "partialFingerprints": {"secondsourceFinding/v1": finding.id},
        "baselineState": "new" if finding.change == "new" else "unchanged",
        "properties": {"status": finding.status.value, "firstSeen": finding.seen.first_seen.isoformat()},
    }


def _passage(source: Document, evidence: Evidence) -> dict[str, Any]:
    region = _region(source, evidence)
    location: dict[str, Any] = {"artifactLocation": _artifact(source.path)}
    if region:
        location["region"] = region
    return {"physicalLocation": location, "message": {"text": visible(evidence.reason)}}


def _region(source: Document, evidence: Evidence) -> dict[str, Any]:
    """The place in the file; none where the text was taken out of a page or a PDF, whose lines are others."""
    if not source.first_line:
        return {}
    start, end = evidence.span
    return {
        "startLine": source.line_of(start),
        "startColumn": source.column_of(start),
        "endLine": source.line_of(max(end - 1, start)),
        "endColumn": source.column_of(max(end - 1, start)) + 1,
        "snippet": {"text": shortened(visible(evidence.quote), 500)},
    }


def _written(place: Place) -> dict[str, Any]:
    assert place.path is not None
    location: dict[str, Any] = {"artifactLocation": _artifact(place.path.as_posix())}
    if place.line:
        location["region"] = {"startLine": place.line}
    return {"physicalLocation": location, "message": {"text": "The fact, or the sentence that failed."}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path)} if path.startswith("/") else {"uri": quote(path), "uriBaseId": "ROOT"}
