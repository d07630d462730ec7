"""What a run found: the one thing that every format is written from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from secondsource import __version__
from secondsource.comparing import Discrepancy
from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Bearing, Judgement, Verdict
from secondsource.reporting.deciding import in_telling_words
from secondsource.reporting.document import Document, named_apart, relative
from secondsource.reporting.finding import (
    DISCREPANCIES,
    Change,
    Finding,
    Kind,
    Seen,
    Status,
    finding_id,
    said_against,
    status_of,
)
from secondsource.reporting.noticing import LISTED, unasked
from secondsource.sources import Source
from secondsource.sources.independence import Cluster

NOWHERE = Place()
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation that was tried: what was asked, what each source said, whether it held.

    ``sentence`` is the step as written ("at least 2 sources say ..."), or empty for a fact that was only checked;
    ``scenario`` and ``place`` say where it is written. ``message`` says in plain words why it did not hold.
    ``expects`` names the verdict that the sentence asks of a source ({"harbour": "contradicts"}), where it names one.
    """

    fact: Fact
    judgements: tuple[Judgement, ...]
    held: bool = True
    sentence: str = ""
    scenario: str = ""
    place: Place = NOWHERE
    message: str = ""
    expects: Mapping[str, str] = field(default_factory=dict)
    known: bool = False
    """Whether somebody has said that it does not hold (``@xfail``): then it is told, and nobody has to act on it."""

    @property
    def failed(self) -> bool:
        """Whether it does not hold, and nobody has said that it would not."""
        return not self.held and not self.known


@dataclass(frozen=True, slots=True)
class Voice:
    """Sources that share their wording: one voice, however many print it."""

    members: tuple[str, ...]
    origin: str = ""
    """The id of the likely first of them, or the agency that they credit."""
    reason: str = ""
    wording: str = ""
    """The longest sentence that they share."""

    @classmethod
    def of(cls, cluster: Cluster, sources: Sequence[Source]) -> Voice:
        """The report's copy of a cluster."""
        texts = {source.id: source.text for source in sources}
        shared = [passage.a_span.of(texts[passage.a]) for passage in cluster.passages if passage.a in texts]
        return cls(tuple(sorted(cluster.members)), cluster.origin, cluster.reason, max(shared, key=len, default=""))


@dataclass(frozen=True, slots=True)
class Past:
    """What is remembered of earlier runs: when the last one was, and what stood then."""

    on: date
    seen: tuple[Seen, ...] = ()
    """What the last run found."""
    unchecked: tuple[Seen, ...] = ()
    """What runs before it had found, and it did not look at."""
    idle_since: date | None = None
    """The day of a later run that judged nothing."""

    @property
    def all(self) -> tuple[Seen, ...]:
        """Everything that stood when it was last looked at."""
        return (*self.seen, *self.unchecked)


PRESSING = (Status.OPEN, Status.ACCEPTED, Status.EXPECTED)
"""How a contradicted fact may stand, the most pressing first."""

_KIND_OF = {Verdict.CONTRADICTS: Kind.CONTRADICTION, Verdict.MIXED: Kind.SELF_CONTRADICTION}


@dataclass(frozen=True)
class Report:
    """A whole run, as data: built once by :meth:`of`, written by every format.

    >>> fact = Fact("size", "145 officers left")
    >>> wire = Source("wire", "144 officers left.", outlet="Gulf Wire")
    >>> verdict = Judgement("size", "wire", Verdict.CONTRADICTS, "144 is not 145")
    >>> report = Report.of([Check(fact, (verdict,), held=False)], [wire], today=date(2025, 2, 7))
    >>> [(finding.kind.value, finding.status.value, finding.reason) for finding in report.findings]
    [('contradiction', 'open', '144 is not 145')]
    """

    title: str
    as_of: date | None
    run_on: date
    version: str
    sources: tuple[Document, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    """Worst first."""
    voices: tuple[Voice, ...] = ()
    voices_sought: bool = False
    """Whether it was examined which sources share their wording; if not, none can be said to be independent."""
    since: date | None = None
    """The day of the run that this one is compared with; None where there was none."""
    fixed: tuple[Seen, ...] = ()
    """What the last run found and this one, which looked again, did not."""
    unchecked: tuple[Seen, ...] = ()
    """What the last run found and this one did not look at."""
    noticed: tuple[Discrepancy, ...] = ()
    """Where the sources differ, or one does not fit with itself, and no finding tells it; the surest first."""
    noticed_more: int = 0
    """How many more there are of these, which are not listed."""

    @classmethod
    def of(
        cls,
        checks: Iterable[Check],
        sources: Iterable[Source],
        title: str = "",
        as_of: date | None = None,
        previous: Report | Past | None = None,
        clusters: Iterable[Cluster] | None = None,
        today: date | None = None,
        root: Path | None = None,
        differing: Iterable[Discrepancy] = (),
    ) -> Report:
        """Everything that a run found, compared with what was known before it; paths are told from ``root``.

        ``clusters`` are the sources that share their wording; None where nobody has looked for them.
        ``differing`` is what a comparison of the sources with one another found; what no finding tells is kept.
        Whatever order the checks were tried in, the report has them as they are written, file by file.
        """
        run_on = today or date.today()
        documents = tuple(sources)
        tried = _with_distinct_facts(_as_written([_told_from(root, check) for check in checks], _written))
        past = previous.remembered() if isinstance(previous, Report) else previous
        noticed = unasked(differing, (judgement for check in tried for judgement in check.judgements))
        draft = cls(
            title=title,
            as_of=as_of,
            run_on=run_on,
            version=__version__,
            sources=named_apart([Document.of(source, root) for source in documents]),
            checks=tried,
            findings=(),
            voices=tuple(Voice.of(cluster, documents) for cluster in clusters or ()),
            voices_sought=clusters is not None,
            since=past.on if past else None,
            noticed=noticed[:LISTED],
            noticed_more=max(len(noticed) - LISTED, 0),
        )
        return _compared(draft, tuple(_found(draft)), past or Past(run_on))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that were checked, as they are written, file by file."""
        facts = {check.fact.id: check.fact for check in self.checks}
        return tuple(_as_written(list(facts.values()), lambda fact: fact.place))

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def _sources(self) -> dict[str, Document]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _cells(self) -> dict[str, dict[str, Judgement]]:
        """Fact -> source -> judgement, in the order of the sources."""
        order = {source.id: place for place, source in enumerate(self.sources)}
        found: dict[str, dict[str, Judgement]] = {}
        for check in self.checks:
            row = found.setdefault(check.fact.id, {})
            for judgement in sorted(check.judgements, key=lambda one: order.get(one.source, len(order))):
                row.setdefault(judgement.source, judgement)
        return found

    @cached_property
    def _checks(self) -> dict[str, tuple[Check, ...]]:
        found: dict[str, tuple[Check, ...]] = {}
        for check in self.checks:
            found[check.fact.id] = (*found.get(check.fact.id, ()), check)
        return found

    def fact(self, id: str) -> Fact:
        """The fact of this id."""
        return self._facts[id]

    def source(self, id: str) -> Document | None:
        """The source of this id; None where the report knows no such document."""
        return self._sources.get(id)

    def judgement(self, fact: str, source: str) -> Judgement | None:
        """What the source says of the fact; None where it was not asked."""
        return self._cells[fact].get(source)

    def judgements(self, fact: str) -> tuple[Judgement, ...]:
        """What each source that was asked says of the fact, in the order of the sources."""
        return tuple(self._cells[fact].values())

    def checks_of(self, fact: str) -> tuple[Check, ...]:
        """The expectations about the fact."""
        return self._checks[fact]

    @cached_property
    def discrepancies(self) -> tuple[Finding, ...]:
        """The findings in which a source's words stand against a fact, worst first."""
        return tuple(finding for finding in self.findings if finding.is_discrepancy)

    @cached_property
    def contradicted(self) -> dict[str, Status]:
        """The facts that a source stands against, each by what is most pressing about it: open, accepted or expected.

        An acceptance that has ended leaves its fact open. Each fact counts once, so that the numbers add up.
        """
        found: dict[str, list[Status]] = {}
        for finding in self.discrepancies:
            found.setdefault(finding.fact, []).append(Status.OPEN if finding.is_live else finding.status)
        return {fact: min(statuses, key=PRESSING.index) for fact, statuses in found.items()}

    @cached_property
    def _statuses(self) -> dict[tuple[str, str], Status]:
        return {(finding.fact, finding.source): finding.status for finding in self.discrepancies}

    def status_of(self, judgement: Judgement) -> Status:
        """What the newsroom has said of a source's verdict; open where nothing was, or needs to be, said."""
        return self._statuses.get((judgement.fact, judgement.source), Status.OPEN)

    def changed(self, how: Change) -> tuple[Finding, ...]:
        """The news that is new, or worse, since the last run."""
        return tuple(finding for finding in self.findings if finding.seen.is_news and finding.change is how)

    @cached_property
    def mended(self) -> tuple[Seen, ...]:
        """What was news in the last run and is fixed."""
        return tuple(seen for seen in self.fixed if seen.is_news)

    @cached_property
    def failed(self) -> tuple[Check, ...]:
        """The expectations that did not hold, but for those of which that is known."""
        return tuple(check for check in self.checks if check.failed)

    @cached_property
    def known_to_fail(self) -> tuple[Check, ...]:
        """The expectations that did not hold, as somebody has said that they would not."""
        return tuple(check for check in self.checks if check.known and not check.held)

    def place_of(self, finding: Finding) -> Place:
        """Where the sentence that failed, or else the fact, is written."""
        checks = self.checks_of(finding.fact)
        if finding.kind is Kind.UNMET:
            checks = tuple(check for check in checks if check.sentence == finding.seen.source)
        failed = [check.place for check in checks if not check.held and check.place.path]
        written = [self.fact(finding.fact).place, *(check.place for check in checks)]
        return next((place for place in (*failed, *written) if place.path), NOWHERE)

    def can_be_accepted(self, finding: Finding) -> bool:
        """Whether ``secondsource accept`` can accept it: a source's words against a claim that is written in a file."""
        return finding.is_discrepancy and self.fact(finding.fact).place.path is not None

    def voices_for(self, fact: str) -> tuple[tuple[str, ...], ...]:
        """The sources that support the fact, those that share their wording together."""
        supporting = [found.source for found in self.judgements(fact) if found.verdict is Verdict.SUPPORTS]
        shared = [tuple(id for id in supporting if id in voice.members) for voice in self.voices]
        grouped = {id for group in shared for id in group}
        alone = [(id,) for id in supporting if id not in grouped]
        return tuple(sorted((*filter(None, shared), *alone), key=lambda group: supporting.index(group[0])))

    def looked_at(self, seen: Seen) -> bool:
        """Whether this run would have found it, had it still been there."""
        row = self._cells.get(seen.fact)
        if row is None:
            return False
        return seen.source in row if seen.kind in (*DISCREPANCIES, Kind.UNUSED_ACCEPTANCE) else True

    def remembered(self) -> Past:
        """What the next run needs to know of this one."""
        return Past(self.run_on, tuple(finding.seen for finding in self.findings), self.unchecked)


def _written(check: Check) -> Place:
    return check.place if check.place.path else check.fact.place


def _as_written(things: Sequence[T], written: Callable[[T], Place]) -> list[T]:
    """The things file by file and line by line; one that is written nowhere stays behind the one before it."""
    last: tuple[tuple[str, ...], int] = (), 0
    order = []
    for number, place in enumerate(map(written, things)):
        last = (place.path.parts, place.line) if place.path else last
        order.append((last, number))
    return [things[number] for _, number in sorted(order)]


def _with_distinct_facts(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks, with another id for every fact that borrows the id of a different one."""
    known: dict[str, Fact] = {}
    tried = []
    for check in checks:
        number, id = 1, check.fact.id
        while not _same_fact(known.setdefault(id, replace(check.fact, id=id)), check.fact):
            number += 1
            id = f"{check.fact.id}~{number}"
        judgements = tuple(replace(judgement, fact=id) for judgement in check.judgements)
        tried.append(replace(check, fact=known[id], judgements=judgements))
    return tuple(tried)


def own_id(fact: str) -> str:
    """The id under which a fact is written, whatever number a report tells it apart by.

    >>> own_id("size~2")
    'size'
    """
    return fact.partition("~")[0]


def _same_fact(one: Fact, other: Fact) -> bool:
    """Whether two facts ask the same, wherever they are written."""
    return replace(one, id=other.id, place=other.place) == other


def _told_from(root: Path | None, check: Check) -> Check:
    def told(place: Place) -> Place:
        return Place(Path(relative(place.path, root)), place.line) if place.path else place

    judgements = tuple(map(in_telling_words, check.judgements))
    fact = replace(check.fact, place=told(check.fact.place))
    return replace(check, place=told(check.place), fact=fact, judgements=judgements)


def _found(report: Report) -> Iterable[Finding]:
    """Every finding of a run, as if nothing had been found before."""
    for fact in report.facts:
        judgements = report.judgements(fact.id)
        checks = report.checks_of(fact.id)
        against = [_disagreement(report, fact, judgement, checks) for judgement in judgements]
        against_it = [finding for finding in against if finding]
        yield from against_it
        yield from _unmet(report, fact, checks, against_it)
        yield from _unused(report, fact, judgements)
        yield from _thin(report, fact, judgements)


def _disagreement(report: Report, fact: Fact, judgement: Judgement, checks: Sequence[Check]) -> Finding | None:
    if judgement.verdict not in _KIND_OF:
        return None
    said = said_against(judgement)
    acceptance = fact.acceptance_of(judgement.source, report.run_on, said)
    expected = {*fact.expect.get(judgement.source, ()), *(check.expects.get(judgement.source) for check in checks)}
    if acceptance:
        status = status_of(acceptance, report.run_on, said)
    else:
        status = Status.EXPECTED if judgement.verdict in expected else Status.OPEN
    found = _finding(report, fact, judgement.source, _KIND_OF[judgement.verdict], judgement.reason, status, acceptance)
    against = next((one.quote for one in judgement.evidence if one.bearing is Bearing.CONTRADICTS), "")
    return replace(found, seen=replace(found.seen, words=against, said=said))


def _unmet(report: Report, fact: Fact, checks: Sequence[Check], against: Sequence[Finding]) -> Iterable[Finding]:
    """Expectations that failed with no live disagreement to explain them: support that is missing, for one."""
    explained = {finding.source for finding in against if finding.is_live}
    for check in checks:
        if not check.held and not explained & {judgement.source for judgement in check.judgements}:
            reason = check.message or "the expectation did not hold"
            status = Status.OPEN if check.failed else Status.EXPECTED
            yield _finding(report, fact, check.sentence, Kind.UNMET, reason, status)


def _unused(report: Report, fact: Fact, judgements: Sequence[Judgement]) -> Iterable[Finding]:
    verdicts = {judgement.source: judgement.verdict for judgement in judgements}
    for acceptance in fact.accepted:
        verdict = verdicts.get(acceptance.source)
        if verdict and verdict not in _KIND_OF:
            reason = f"accepted as a discrepancy, but the source now {DEED[verdict]} it"
            yield _finding(report, fact, acceptance.source, Kind.UNUSED_ACCEPTANCE, reason, acceptance=acceptance)


def _thin(report: Report, fact: Fact, judgements: Sequence[Judgement]) -> Iterable[Finding]:
    """Facts that rest on one voice, or on none, however many were asked; not said of a dossier of one source.

    What every count and every list of such facts is made from, so that they agree with the matrix.
    """
    voices = report.voices_for(fact.id)
    if len(report.sources) < 2 or not judgements or len(voices) > 1:
        return
    if voices:
        yield _finding(report, fact, voices[0][0], Kind.SINGLE_SOURCE, _alone(voices[0], len(judgements)))
    elif not any(judgement.verdict in _KIND_OF for judgement in judgements):
        none = (
            f"none of {len(judgements)} sources supports it"
            if len(judgements) > 1
            else "the one source that was asked does not support it"
        )
        yield _finding(report, fact, "", Kind.NO_SUPPORT, none)


def _alone(members: Sequence[str], asked: int) -> str:
    if len(members) > 1:
        return f"{len(members)} sources print it in shared wording"
    return "one source alone supports it" if asked > 1 else "one source supports it, and no other was asked"


DEED = {
    Verdict.SUPPORTS: "supports",
    Verdict.CONTRADICTS: "contradicts",
    Verdict.MIXED: "both supports and contradicts",
    Verdict.INCONCLUSIVE: "is inconclusive about",
    Verdict.SILENT: "is silent about",
}


def _finding(
    report: Report,
    fact: Fact,
    source: str,
    kind: Kind,
    reason: str,
    status: Status = Status.OPEN,
    acceptance: Acceptance | None = None,
) -> Finding:
    seen = Seen(finding_id(fact.id, source, kind), kind, fact.id, source, fact.claim, status, report.run_on)
    return Finding(seen, reason, Change.NEW, acceptance)


def _compared(draft: Report, found: tuple[Finding, ...], past: Past) -> Report:
    """The report, with what was known before: when each was first seen, what is gone, what was not looked at."""
    before = {seen.cell: seen for seen in past.all}
    once = {finding.seen.cell: finding for finding in found}
    findings = (_dated(finding, before.get(finding.seen.cell)) for finding in once.values())
    gone = [seen for seen in past.all if seen.cell not in once]
    return replace(
        draft,
        findings=tuple(sorted(findings, key=lambda finding: finding.seen.rank, reverse=True)),
        fixed=tuple(seen for seen in gone if draft.looked_at(seen)),
        unchecked=tuple(seen for seen in gone if not draft.looked_at(seen)),
    )


def _dated(finding: Finding, known: Seen | None) -> Finding:
    if known is None:
        return finding
    seen = replace(finding.seen, first_seen=known.first_seen)
    said_before = known.said if seen.says_other_than(known) else ()
    same = Change.CHANGED if said_before else Change.UNCHANGED
    change = Change.WORSENED if seen.rank > known.rank else same
    return replace(finding, seen=seen, change=change, said_before=said_before)
