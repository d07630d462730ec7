"""The report in a terminal: 80 columns, no colour, the worst first and the sum of it last, where the eye is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tabulate import tabulate

from secondsource.judging import Bearing, Judgement, Verdict
from secondsource.reporting.finding import Finding, Kind, Status
from secondsource.reporting.lede import lede
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import excerpt, on_one_line
from secondsource.reporting.standing import standing, way_to_accept
from secondsource.reporting.words import SIGNS, day, say, sign, stance

WIDTH = 80
QUOTED = 100
"""Characters of a quotation that are shown, around the words that decide."""

SHOWN = 20
"""Facts told in full; the files have all of them."""

SCREEN = 3
"""Facts that are told where all must fit on one screen."""

NAMES = 8
"""Sources that are named where they are not quoted."""


def render(report: Report) -> str:
    """The whole report as text: what is open, what failed besides, what is known; and the opening sentences.

    >>> print(render(Report.of([], [])))
    Nothing was checked.
    """
    live = [finding for finding in report.discrepancies if finding.is_live]
    unmet = [finding for finding in report.findings if finding.kind is Kind.UNMET and finding.is_live]
    known = [finding for finding in report.discrepancies if not finding.is_live]
    blocks = [*_told(report, live), *_listed(report, unmet, "unmet-title"), *_listed(report, known, "known")]
    return "\n\n".join([*blocks, _filled(" ".join(lede(report)))])


def brief(report: Report) -> str:
    """What disagrees, on one screen: the worst facts with the words against them; what failed, where none is open.

    >>> print(brief(Report.of([], [])))
    Nothing was checked.
    """
    by_fact = _by_fact(report.discrepancies).items()
    blocks = ["\n".join(_in_brief(report, fact, found)) for fact, found in islice(by_fact, SCREEN)]
    if len(by_fact) > SCREEN:
        blocks.append(say("terminal-more", n=len(by_fact) - SCREEN))
    unmet = [finding for finding in report.findings if finding.kind is Kind.UNMET and finding.is_live]
    if unmet and not any(finding.is_live for finding in report.discrepancies):
        lines = [_hanging(f"{report.place_of(one)}: {on_one_line(one.reason, QUOTED)}") for one in unmet[:SCREEN]]
        more = [f"  ... and {say('names-more', n=len(unmet) - SCREEN)}"] if len(unmet) > SCREEN else []
        blocks.append("\n".join([f"{say('unmet-title')}:", *lines, *more]))
    return "\n\n".join([*blocks, _filled(" ".join(lede(report)))])


def _in_brief(report: Report, fact: str, findings: Sequence[Finding]) -> Iterator[str]:
    """A fact, the first who speaks against it, and the others by name."""
    yield _filled(on_one_line(report.fact(fact).claim, 200))
    yield _against(report, findings[0])
    others = {finding.source for finding in findings[1:]}
    yield from _others(report, [one for one in report.judgements(fact) if one.source in others])


def table(report: Report, judgements: Iterable[Judgement]) -> str:
    """What each source says, one line a source."""
    rows = []
    for judgement in judgements:
        source = report.source(judgement.source)
        published = source.published.isoformat() if source and source.published else ""
        told = [f'"{excerpt(one, 34)}"' for one in judgement.evidence[:1]]
        rows.append([on_one_line(judgement.source, 18), published, judgement.verdict.value, *told])
    headers = ["source", "published", "verdict", "what it says"]
    return tabulate(rows, headers, tablefmt="plain", disable_numparse=True)


def _by_fact(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.fact, []).append(finding)
    return found


def _listed(report: Report, findings: Sequence[Finding], title: str) -> Iterator[str]:
    """Findings under a heading of their own; nothing where there are none."""
    if findings:
        yield f"{say(title)}:"
        yield from _told(report, findings)


def _told(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    by_fact = list(_by_fact(findings).values())
    for found in by_fact[:SHOWN]:
        yield _block(report, found)
    if len(by_fact) > SHOWN:
        yield say("terminal-more", n=len(by_fact) - SHOWN)


def _block(report: Report, findings: Sequence[Finding]) -> str:
    """A fact: what stands against it or what was expected of it, everybody else by name, how to accept it."""
    fact = report.fact(findings[0].fact)
    lines = [_filled(on_one_line(fact.claim, 400))]
    for finding in findings:
        place = report.place_of(finding)
        if place.path and f"  {place}" not in lines:
            lines.append(f"  {place}")
    for finding in findings:
        lines += _finding(report, finding)
    if any(finding.is_live for finding in findings):
        quoted = {finding.source for finding in findings}
        lines += _others(report, [one for one in report.judgements(fact.id) if one.source not in quoted])
    for finding in findings:
        if finding.is_live and report.can_be_accepted(finding):
            lines.append(f"  to accept it: {way_to_accept(finding.id)}")
    return "\n".join(lines)


def _finding(report: Report, finding: Finding) -> list[str]:
    """One finding: what is said against the fact, why it counts, what the newsroom has said of it."""
    reason = on_one_line(finding.reason, 400)
    if not finding.is_discrepancy:
        return [_hanging(reason)]
    why = [reason] if finding.is_live else []
    known = standing(finding) if finding.status is not Status.EXPECTED else ()
    return [_against(report, finding), *(_filled(line, "    ") for line in (*why, *known))]


def _against(report: Report, finding: Finding) -> str:
    """A source that speaks against a fact, in its own words."""
    judgement, source = report.judgement(finding.fact, finding.source), report.source(finding.source)
    said = judgement.evidence if judgement else ()
    against = [one for one in said if one.bearing is Bearing.CONTRADICTS]
    words = f"“{excerpt(against[0], QUOTED)}”" if against else finding.reason
    verdict = judgement.verdict if judgement else Verdict.CONTRADICTS
    when = f", {day(source.published)}" if source and source.published else ""
    known = "" if finding.is_live else f" ({say(f'status-{finding.status}')})"
    return _hanging(f"{sign(verdict, finding.status)} {finding.source}{when}{known}: {words}")


def _others(report: Report, judgements: Sequence[Judgement]) -> Iterator[str]:
    """The sources that are only named, by what they do."""
    order = list(SIGNS)
    found: dict[tuple[Verdict, Status], list[str]] = {}
    for judgement in sorted(judgements, key=lambda one: order.index(one.verdict)):
        found.setdefault((judgement.verdict, report.status_of(judgement)), []).append(judgement.source)
    for (verdict, status), names in found.items():
        more = [say("names-more", n=len(names) - NAMES)] if len(names) > NAMES else []
        yield _hanging(f"{sign(verdict, status)} {stance(verdict, status)}: {', '.join(names[:NAMES] + more)}")


def _hanging(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
