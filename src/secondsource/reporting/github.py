"""For GitHub: annotations in the log of a job, and ``summary.md`` for the job's page."""

from __future__ import annotations

from secondsource.judging import Judgement
from secondsource.reporting import markdown
from secondsource.reporting.finding import Finding, Severity, Status
from secondsource.reporting.lede import lede
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.rows import rows
from secondsource.reporting.standing import standing
from secondsource.reporting.words import say, sign, stance

ANNOTATIONS = 10
"""GitHub shows no more than ten of a level for a step, and drops the others without a word."""

SUMMARY_ROWS = 50
SUMMARY_COLUMNS = ("id", "kind", "status", "change", "claim", "source", "quotation", "reason")

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def format(report: Report) -> str:
    """The job summary: the opening sentences, what disagrees, and the matrix where it is small.

    >>> print(format(Report.of([], [], title="The mission")))
    ## The mission
    <BLANKLINE>
    Nothing was checked.
    <BLANKLINE>
    """
    found = rows(report)
    blocks = [f"## {markdown.escaped(report.title or say('page-name'))}", markdown.escaped(" ".join(lede(report)))]
    if found:
        blocks.append(f"### {markdown.escaped(say('found'))}")
        blocks.append(markdown.table(found[:SUMMARY_ROWS], SUMMARY_COLUMNS))
    if len(found) > SUMMARY_ROWS:
        blocks.append(say("rows-more", n=len(found) - SUMMARY_ROWS))
    blocks += markdown.unsupported(report, 3, SUMMARY_ROWS)
    if 0 < len(report.facts) <= SUMMARY_ROWS and len(report.sources) <= 12:
        blocks += [f"### {markdown.escaped(say('matrix'))}", _matrix(report)]
    return "\n\n".join(blocks) + "\n"


def workflow_commands(report: Report) -> str:
    """Workflow commands for what has to be acted on, each at the line where it is written.

    >>> workflow_commands(Report.of([], []))
    ''
    """
    live = [finding for finding in report.findings if finding.is_live and finding.severity is not Severity.NOTE]
    lines = [_annotation(report, finding) for finding in live]
    if len(lines) <= ANNOTATIONS:
        return "\n".join(lines)
    cut = f"::notice title=secondsource::{say('annotations-more', n=len(lines) - ANNOTATIONS + 1)}"
    return "\n".join([*lines[: ANNOTATIONS - 1], cut])


def _annotation(report: Report, finding: Finding) -> str:
    place = report.place_of(finding)
    where = f"file={_property(place.path.as_posix())},line={max(place.line, 1)}," if place.path else ""
    claim = on_one_line(report.fact(finding.fact).claim, 200)
    told = "; ".join([on_one_line(finding.reason, 300), *standing(finding)])
    text = f"{claim}: {finding.source or say(finding.kind)}: {told} [{finding.id}]"
    return f"::{_LEVELS[finding.severity]} {where}title={_property(say(finding.kind))}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(judgement: Judgement, status: Status) -> str:
    return markdown.escaped(f"{sign(judgement.verdict, status)} {stance(judgement.verdict, status)}")


def _matrix(report: Report) -> str:
    head = ["fact", *(markdown.escaped(source.id) for source in report.sources)]
    lines = [head, ["---"] * len(head)]
    for fact in report.facts:
        found = [report.judgement(fact.id, source.id) for source in report.sources]
        cells = [_cell(one, report.status_of(one)) if one else "" for one in found]
        lines.append([markdown.escaped(on_one_line(fact.claim, 120)), *cells])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
