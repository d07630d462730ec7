"""The discrepancy log as rows: what the Markdown and the CSV file share."""

from __future__ import annotations

from secondsource.reporting.finding import Finding
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import address_of
from secondsource.reporting.words import say

COLUMNS = (
    "id",
    "status",
    "change",
    "kind",
    "fact",
    "claim",
    "source",
    "outlet",
    "published",
    "value",
    "quotation",
    "reason",
    "first seen",
    "accepted by",
    "until",
    "acceptance",
    "written at",
    "address",
)


def rows(report: Report) -> list[dict[str, str]]:
    """One row for each discrepancy and each expectation that failed, worst first."""
    return [_row(report, finding) for finding in report.findings if finding.is_discrepancy or not finding.source]


def _row(report: Report, finding: Finding) -> dict[str, str]:
    source = report.source(finding.source)
    judgement = report.judgement(finding.fact, finding.source)
    evidence = judgement.evidence[0] if judgement and judgement.evidence else None
    known = finding.acceptance
    place = report.place_of(finding)
    values = (
        finding.id,
        finding.status.value,
        finding.change.value,
        say(finding.kind),
        finding.fact,
        report.fact(finding.fact).claim,
        finding.source,
        source.outlet if source else "",
        source.published.isoformat() if source and source.published else "",
        evidence.value if evidence else "",
        evidence.quote if evidence else "",
        finding.reason,
        finding.seen.first_seen.isoformat(),
        known.by if known else "",
        known.until.isoformat() if known and known.until else "",
        known.reason if known else "",
        str(place) if place.path else "",
        address_of(source, evidence.span) if source and evidence else "",
    )
    return dict(zip(COLUMNS, values, strict=True))
