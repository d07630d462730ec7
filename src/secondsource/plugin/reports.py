"""What the scenarios of a run found, packed for the way from a worker process, and written as reports."""

from __future__ import annotations

import base64
import pickle
import shlex
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from secondsource.comparing import compare
from secondsource.facts import Acceptance
from secondsource.facts.dossier import Dossier
from secondsource.plugin.dossiers import Dossiers
from secondsource.reporting import Check, Report, Status, history, save, writing
from secondsource.reporting.finding import ENDED, Finding, Kind
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.standing import in_quotes
from secondsource.reporting.words import day
from secondsource.sources import Source, lock
from secondsource.sources.independence import clusters
from secondsource.steps.failure import relative

REASON = 80
"""Letters of a reason that are told below a run; the report has all of it."""

SHOWN = 10
"""Contradictions that nobody asked about, told below a run; the report has all of them."""


@dataclass(frozen=True)
class Found:
    """What one scenario found, with the documents that are not in the dossier's own register."""

    root: Path
    checks: tuple[Check, ...]
    others: tuple[Source, ...]


def packed(root: Path, dossier: Dossier, asked: Iterable[Source], checks: Iterable[Check]) -> str:
    """What a scenario found, as text: a test's report must survive the way from a worker process."""
    known = {source.id: source for source in dossier.sources}
    others = {source.id: source for source in asked if known.get(source.id) != source}
    found = Found(root, tuple(checks), tuple(others.values()))
    return base64.b64encode(pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL)).decode("ascii")


def write(config: pytest.Config, dossiers: Dossiers, packs: Iterable[str]) -> list[str]:
    """One report for each dossier that was checked; returns the lines to show below the run."""
    by_root: dict[Path, list[Found]] = {}
    for text in packs:
        found: Found = pickle.loads(base64.b64decode(text))
        by_root.setdefault(found.root, []).append(found)
    lines: list[str] = []
    for root, parts in by_root.items():
        report, folder = _write_one(config, dossiers, root, parts, several=len(by_root) > 1)
        config.hook.pytest_secondsource_report(report=report, folder=folder)
        page = relative(folder / "index.html", config.invocation_params.dir)
        lines += _summary(report, page, to_accept(config, root))
    return lines


def _write_one(
    config: pytest.Config, dossiers: Dossiers, root: Path, parts: list[Found], several: bool
) -> tuple[Report, Path]:
    dossier = dossiers.at(root)
    sources = {source.id: source for part in parts for source in part.others}
    sources |= {source.id: source for source in dossier.sources}
    folder = _folder(config, root, several)
    checks = [check for part in parts for check in part.checks]
    days = {check.fact.as_of for check in checks if check.fact.as_of}
    report = Report.of(
        checks,
        sources.values(),
        dossier.title,
        # A story's day may be given in the dossier, or in its features alone.
        dossier.as_of or (days.pop() if len(days) == 1 else None),
        previous=history.load(folder.parent / ".secondsource"),
        clusters=clusters(tuple(sources.values())),
        root=config.invocation_params.dir,
        differing=compare(sources.values()),
    )
    save(report, folder)
    if not dossiers.frozen:
        _record(dossier, checks)
    return report, folder


def _folder(config: pytest.Config, root: Path, several: bool) -> Path:
    """Where the reports of a dossier go."""
    given = config.getoption("--secondsource-report")
    if not given:
        return root / "reports"
    folder: Path = config.invocation_params.dir / given
    return folder / root.name if several else folder


def to_accept(config: pytest.Config, root: Path) -> str:
    """What ``secondsource accept`` must be told to find this dossier and its last run, from where the run was started.

    Nothing where somebody is in the dossier's folder, and the reports are in theirs.
    """
    here, given = config.invocation_params.dir, config.getoption("--secondsource-report")
    folder = "" if root == here else f" {shlex.quote(relative(root, here))}"
    return folder + (f" --report {shlex.quote(given)}" if given else "")


def set_aside(config: pytest.Config, roots: Collection[Path]) -> Iterator[str]:
    """Take the reports of an earlier run for those of this one no longer, where it has judged nothing.

    >>> import tempfile
    >>> from types import SimpleNamespace
    >>> root = Path(tempfile.mkdtemp())
    >>> _ = writing.write([], [], folder=root / "reports")
    >>> config = SimpleNamespace(getoption=lambda name: None, invocation_params=SimpleNamespace(dir=root))
    >>> print(*set_aside(config, [root]))
    nothing was judged: the reports of the run before are in reports/earlier/ until a run has some of its own
    """
    for root in roots:
        if aside := writing.set_aside(_folder(config, root, several=len(roots) > 1)):
            where = relative(aside, config.invocation_params.dir)
            yield f"nothing was judged: the reports of the run before are in {where}/ until a run has some of its own"


def _record(dossier: Dossier, checks: Iterable[Check]) -> None:
    """Note in ``sources.lock``, where there is one, the words that the verdicts rest on."""
    judgements = [judgement for check in checks for judgement in check.judgements]
    evidence: dict[str, list[lock.Passage]] = {}
    for judgement in judgements:
        passages = (lock.Passage(judgement.fact, each.quote) for each in judgement.evidence)
        evidence.setdefault(judgement.source, []).extend(passages)
    lock.record_evidence(dossier.root, dossier.sources, evidence, {judgement.fact for judgement in judgements})


def _summary(report: Report, page: str, where: str) -> Iterator[str]:
    """What is accepted, what nobody asked about, where the page is."""
    accepted = [finding for finding in report.discrepancies if finding.status is Status.ACCEPTED]
    ended = [finding for finding in report.discrepancies if finding.status in ENDED]
    for finding in (*accepted, *ended):
        if finding.acceptance:
            yield f"{finding.status}: {finding.fact}, {finding.source}: {_standing(finding, finding.acceptance, where)}"
    yield from _unused(report)
    unasked = list(_unasked(report))
    yield from unasked[:SHOWN]
    if len(unasked) > SHOWN:
        yield f"not asked about: {len(unasked) - SHOWN} more contradictions, all in the report"
    known = f"{len(accepted)} accepted discrepanc{'y' if len(accepted) == 1 else 'ies'}; " if accepted else ""
    yield f"{known}report: {page}"


def _standing(finding: Finding, known: Acceptance, where: str) -> str:
    """Why an acceptance stands, or why it does not; and how to hold it to what is said, where it is not."""
    if finding.status is Status.EXPIRED:
        return f"was accepted until {day(known.until)}"
    if finding.status is Status.OUTDATED:
        return f"was accepted when it said {in_quotes(known.said)}, and now it says {in_quotes(finding.seen.said)}"
    reason = on_one_line(known.reason, REASON)
    if known.said:
        return reason
    return f"{reason} (whatever it says; to hold it to what it says now: secondsource accept {finding.id}{where})"


def _unused(report: Report) -> Iterator[str]:
    """Acceptances of what no source says: whoever reads on may think that they are still needed."""
    for finding in report.findings:
        if finding.kind is Kind.UNUSED_ACCEPTANCE:
            place = report.fact(finding.fact).place
            where = f"; take it out of {place}" if place.path else ""
            yield f"unused: {finding.fact}, {finding.source}: {finding.reason}{where}"


def _unasked(report: Report) -> Iterator[str]:
    """Contradictions that no expectation failed on: a scenario asked for support only, and somebody disagrees."""
    failed = {check.fact.id for check in report.checks if not check.held}
    for finding in report.discrepancies:
        if finding.is_live and finding.fact not in failed:
            yield f"not asked about: {finding.source} contradicts “{report.fact(finding.fact).claim}”: {finding.reason}"
