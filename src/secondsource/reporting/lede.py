"""The sentence that says it: what an editor must know before reading anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from secondsource.reporting.finding import ENDED, Change, Kind, Status
from secondsource.reporting.model import PRESSING, Report
from secondsource.reporting.words import day, form

LISTS = {Status.OPEN: "discrepancies", Status.ACCEPTED: "accepted", Status.EXPECTED: "expected"}
"""The list on the page that has the contradicted facts which stand so."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement of the opening, its numbers apart from its words, so that a page can link each to what it counts.

    ``counts`` has, for each number in the words of ``key``, the number and the name of the list on the page.
    ``parts`` are told one after another where the words ask for them.
    """

    key: str
    counts: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    since: str = ""
    parts: tuple[Clause, ...] = ()

    @property
    def form(self) -> str:
        """Its words, in the form that its number asks for."""
        return form(self.key, self.counts["n"][0] if "n" in self.counts else None)


def lede(report: Report) -> tuple[str, ...]:
    """The opening sentences of every report, the most pressing first.

    >>> lede(Report.of([], []))
    ('Nothing was checked.',)
    """
    return tuple(map(_told, clauses(report)))


def _told(clause: Clause) -> str:
    numbers = {name: f"{count:,}" for name, (count, _) in clause.counts.items()}
    return clause.form.format(**numbers, day=clause.since, parts=", ".join(map(_told, clause.parts)))


def clauses(report: Report) -> tuple[Clause, ...]:
    """The opening sentences with the lists that their numbers count.

    >>> [clause.key for clause in clauses(Report.of([], []))]
    ['nothing-checked']
    """
    if not report.checks:
        return (Clause("nothing-checked"),)
    return (_contradicted(report), *_counts(report), *_changes(report))


def _contradicted(report: Report) -> Clause:
    """How many facts are contradicted, and how these stand: each counts once, so that the numbers add up."""
    facts, contradicted = len(report.facts), report.contradicted
    if not contradicted:
        return _counted("not-contradicted", facts, "each-fact")
    if facts == 1:
        return Clause(f"only-fact-{contradicted[report.facts[0].id]}")
    standing = Counter(contradicted.values())
    if standing[Status.OPEN] == len(contradicted):
        return Clause("all-open", {"n": (len(contradicted), LISTS[Status.OPEN]), "facts": (facts, "each-fact")})
    parts = [_counted(f"facts-{status}", standing[status], LISTS[status]) for status in PRESSING if standing[status]]
    if not standing[Status.OPEN]:
        parts.insert(0, Clause("facts-none-open"))
    counts = {"n": (len(contradicted), "facts"), "facts": (facts, "each-fact")}
    return Clause("contradicted", counts, parts=tuple(parts))


def _counted(key: str, number: int, where: str) -> Clause:
    return Clause(key, {"n": (number, where)})


def _counts(report: Report) -> list[Clause]:
    statuses = Counter(finding.status for finding in report.discrepancies)
    # An expectation that is known not to hold is the only finding without a source's words that somebody has expected.
    kinds = Counter(finding.kind for finding in report.findings if finding.is_live or finding.is_discrepancy)
    counted = (
        *((status.value, statuses[status], status.value) for status in ENDED),
        ("unused", kinds[Kind.UNUSED_ACCEPTANCE], "unused"),
        ("unmet", kinds[Kind.UNMET], "unmet"),
        ("single", kinds[Kind.SINGLE_SOURCE], "one-source"),
        ("unsupported", kinds[Kind.NO_SUPPORT], "no-source"),
        ("noticed-count", len(report.noticed) + report.noticed_more, "noticed"),
    )
    return [_counted(key, number, where) for key, number, where in counted if number]


def _changes(report: Report) -> list[Clause]:
    if report.since is None:
        return []
    counted = {
        "new": len(report.changed(Change.NEW)),
        "worsened": len(report.changed(Change.WORSENED)),
        "changed": len(report.changed(Change.CHANGED)),
        "fixed": len(report.mended),
    }
    changes = tuple(_counted(key, number, key) for key, number in counted.items() if number)
    if changes and not counted["new"]:
        changes = (Clause("nothing-new"), *changes)
    return [Clause("changed-since" if changes else "unchanged-since", {}, day(report.since), changes)]
