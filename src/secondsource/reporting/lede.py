"""The sentence that says it: what an editor must know before reading anything else."""

from __future__ import annotations

from collections import Counter

from secondsource.reporting.finding import Change, Finding, Kind, Status
from secondsource.reporting.model import Report
from secondsource.reporting.words import day, say


def lede(report: Report) -> tuple[str, ...]:
    """The opening sentences of every report, the most pressing first.

    >>> lede(Report.of([], []))
    ('Nothing was checked.',)
    """
    if not report.checks:
        return (say("nothing-checked"),)
    return tuple(filter(None, (_contradicted(report), *_counts(report), _changes(report))))


def _contradicted(report: Report) -> str:
    facts = len(report.facts)
    live = {finding.fact for finding in report.discrepancies if finding.is_live}
    if live:
        return say("only-fact-contradicted") if facts == 1 else say("contradicted", n=len(live), facts=facts)
    return say("not-contradicted-further") if report.discrepancies else say("not-contradicted", n=facts)


def _counts(report: Report) -> list[str]:
    statuses = Counter(finding.status for finding in report.discrepancies)
    kinds = Counter(finding.kind for finding in report.findings)
    numbers = {
        "expired": statuses[Status.EXPIRED],
        "unmet": kinds[Kind.UNMET],
        "accepted": statuses[Status.ACCEPTED],
        "expected": statuses[Status.EXPECTED],
        "single": kinds[Kind.SINGLE_SOURCE],
        "unsupported": kinds[Kind.NO_SUPPORT],
        "noticed-count": len(report.noticed) + report.noticed_more,
    }
    return [say(key, n=number) for key, number in numbers.items() if number]


def _changes(report: Report) -> str:
    if report.since is None:
        return ""
    changes = Counter(finding.change for finding in report.findings if _is_news(finding))
    numbers = {
        "new": changes[Change.NEW],
        "worsened": changes[Change.WORSENED],
        "fixed": sum(seen.kind not in (Kind.SINGLE_SOURCE, Kind.NO_SUPPORT) for seen in report.fixed),
    }
    told = ", ".join(say(key, n=number) for key, number in numbers.items() if number)
    since = day(report.since)
    return say("changed-since", day=since, changes=told) if told else say("unchanged-since", day=since)


def _is_news(finding: Finding) -> bool:
    return finding.is_discrepancy or finding.kind is Kind.UNMET
