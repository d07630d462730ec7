"""The discrepancy log as rows: what the Markdown and the CSV file share."""

from __future__ import annotations

from secondsource.comparing import Cited, Discrepancy
from secondsource.reporting.finding import NEWS, Finding, Kind
from secondsource.reporting.model import Report
from secondsource.reporting.noticing import headline, noticed_id
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
    "accepted when it said",
)


def rows(report: Report) -> list[dict[str, str]]:
    """One row for each discrepancy and each expectation that failed, worst first."""
    return [_row(report, finding) for finding in report.findings if finding.kind in NEWS]


def unsupported_rows(report: Report) -> list[dict[str, str]]:
    """One row for each fact that no source supports or contradicts: nobody has to act on it for the build to pass."""
    found = (finding for finding in report.findings if finding.kind is Kind.NO_SUPPORT)
    return [{**_row(report, finding), "status": "unsupported"} for finding in found]


def noticed_rows(report: Report) -> list[dict[str, str]]:
    """One row for each passage in which the sources differ and no fact asks, those of one difference under one id."""
    return [_cited(report, found, cited) for found in report.noticed for cited in found.passages]


def _cited(report: Report, found: Discrepancy, cited: Cited) -> dict[str, str]:
    source = report.source(cited.source)
    told = {
        "id": noticed_id(found),
        "status": "noticed",
        "kind": say(f"differ-{found.kind}"),
        "source": cited.source,
        "outlet": source.outlet if source else "",
        "published": source.published.isoformat() if source and source.published else "",
        "value": cited.value,
        "quotation": cited.quote,
        "reason": headline(found),
        "address": address_of(source, cited.span) if source else "",
    }
    return {name: told.get(name, "") for name in COLUMNS}


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
        "; ".join(known.said) if known else "",
    )
    return dict(zip(COLUMNS, values, strict=True))
