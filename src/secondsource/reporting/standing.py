"""What the newsroom has said of a finding, in words."""

from __future__ import annotations

from secondsource.reporting.finding import Finding, Status
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.words import day, say


def standing(finding: Finding, prefix: str = "") -> tuple[str, ...]:
    """The acceptance behind a finding, in a line or none."""
    known = finding.acceptance
    if known is None or finding.status not in (Status.ACCEPTED, Status.EXPIRED):
        return (prefix + say("expected-why"),) if finding.status is Status.EXPECTED else ()
    by = say("by", by=on_one_line(known.by)) if known.by else ""
    reason = on_one_line(known.reason, 400)
    if finding.status is Status.EXPIRED:
        return (prefix + say("expired-why", by=by, reason=reason, day=day(known.until)),)
    until = say("until", day=day(known.until)) if known.until else ""
    return (prefix + say("accepted-why", by=by, reason=reason, until=until),)
