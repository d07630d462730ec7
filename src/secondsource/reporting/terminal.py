"""The report in a terminal: 80 columns, no colour, the worst first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from tabulate import tabulate

from secondsource.judging import Bearing, Judgement
from secondsource.reporting.finding import NEWS, Finding
from secondsource.reporting.lede import lede
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.standing import standing
from secondsource.reporting.words import say

WIDTH = 80
SHOWN = 20
"""Discrepancies told in full; the files have all of them."""


def render(report: Report) -> str:
    """The whole report as text.

    >>> print(render(Report.of([], [])))
    Nothing was checked.
    """
    live = [finding for finding in report.findings if finding.is_live and finding.kind in NEWS]
    blocks = [_block(report, finding) for finding in live[:SHOWN]]
    if len(live) > SHOWN:
        blocks.append(f"... and {len(live) - SHOWN} more in the report")
    known = [finding for finding in report.discrepancies if not finding.is_live]
    if known:
        blocks.append("\n".join([say("known") + ":", *(_line(report, finding) for finding in known[:SHOWN])]))
    return "\n\n".join([*blocks, _filled(" ".join(lede(report)))])


def brief(report: Report) -> str:
    """What disagrees, in a few lines: each claim with the sources that speak against it, in their words.

    >>> print(brief(Report.of([], [])))
    Nothing was checked.
    """
    told: dict[str, list[str]] = {}
    for finding in report.discrepancies:
        told.setdefault(finding.fact, []).append(_against(report, finding))
    blocks = ["\n".join([_filled(report.fact(fact).claim), *lines]) for fact, lines in told.items()]
    return "\n\n".join([*blocks, _filled(" ".join(lede(report)))])


def _against(report: Report, finding: Finding) -> str:
    judgement = report.judgement(finding.fact, finding.source)
    against = [one for one in judgement.evidence if one.bearing is Bearing.CONTRADICTS] if judgement else []
    words = f"“{on_one_line(against[0].quote, 100)}”" if against else finding.reason
    source = f"{finding.source}:"
    if not finding.is_live:
        source = f"{finding.source} ({say(f'status-{finding.status}')}):"
    return textwrap.fill(f"{source} {words}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def table(report: Report, judgements: Iterable[Judgement]) -> str:
    """What each source says, one line a source."""
    rows = []
    for judgement in judgements:
        source = report.source(judgement.source)
        published = source.published.isoformat() if source and source.published else ""
        told = [f'"{on_one_line(one.quote, 34)}"' for one in judgement.evidence[:1]]
        rows.append([on_one_line(judgement.source, 18), published, judgement.verdict.value, *told])
    headers = ["source", "published", "verdict", "what it says"]
    return tabulate(rows, headers, tablefmt="plain", disable_numparse=True)


def _block(report: Report, finding: Finding) -> str:
    place = report.place_of(finding)
    head = [_filled(on_one_line(report.fact(finding.fact).claim, 400)), *([f"  {place}"] if place.path else [])]
    reason = _filled(f"{finding.source or say(finding.kind)}: {on_one_line(finding.reason, 400)}", "  ")
    rows = textwrap.indent(table(report, report.judgements(finding.fact)), "  ")
    accept = [f"  accept it: secondsource accept {finding.id} --reason ..."] if report.can_be_accepted(finding) else []
    return "\n".join([*head, "", rows, "", reason, *(_filled(line, "  ") for line in standing(finding)), *accept])


def _line(report: Report, finding: Finding) -> str:
    claim = on_one_line(report.fact(finding.fact).claim, 60)
    told = [_filled(line, "    ") for line in standing(finding, prefix=f"{finding.source}: ")]
    return "\n".join([f"  {finding.id}  {claim}", *told])


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
