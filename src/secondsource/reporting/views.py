"""What the page shows, as data: each thing that the template draws, with its place on the page worked out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from secondsource.comparing import Cited, Discrepancy
from secondsource.facts import Fact
from secondsource.judging import Bearing, Evidence, Judgement, Verdict
from secondsource.reporting.document import Document
from secondsource.reporting.finding import Finding, Kind
from secondsource.reporting.model import Check, Report, Voice
from secondsource.reporting.quoting import Passage, Piece, address_of, in_context, shortened
from secondsource.reporting.timeline import Timeline, timelines
from secondsource.reporting.words import say
from secondsource.sources import Span

CHARTS = 24
"""Charts on the page: disputed figures first; report.json has every figure."""

BRIEF_FROM = 2000
"""Cells of the matrix from which on the sheets of the facts leave quotations to the full texts."""

PASSAGES = 3
"""Passages of one source that a card shows."""

LONG = 420
"""Characters of a quotation (and half as many of its surroundings) that a card shows; the full text has the rest."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One passage of a source, ready to be shown."""

    evidence: Evidence
    passage: Passage
    address: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of one fact; without a judgement, it was not asked."""

    source: Document
    judgement: Judgement | None
    quoted: tuple[Quoted, ...] = ()
    finding: Finding | None = None
    anchor: str = ""
    """Where on the page its evidence stands."""

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, if there is one."""
        return self.judgement.verdict if self.judgement else None

    @property
    def shown(self) -> tuple[Quoted, ...]:
        """The passages that a card shows: those that decided, or, where none did, the first."""
        decided = [one for one in self.quoted if one.evidence.bearing is not Bearing.INCONCLUSIVE]
        return tuple((decided or list(self.quoted))[:PASSAGES])

    @property
    def value(self) -> str:
        """The source's value in a few characters: of the passage that decided."""
        evidence = self.judgement.evidence if self.judgement else ()
        return shortened(evidence[0].value, 40) if evidence else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with what each source says of it, in the order of the sources."""

    fact: Fact
    number: int
    anchor: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A word or two at the head of a card."""

    text: str
    is_live: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A fact that something stands against: the findings first, then everybody else."""

    row: Row
    found: tuple[Said, ...]
    others: tuple[Said, ...]
    unmet: tuple[Finding, ...]
    checks: tuple[Check, ...]

    def badges(self, with_change: bool) -> tuple[Badge, ...]:
        """What the card is about in a word or two, each once."""
        counted = Counter(
            (one.kind, one.status, one.change if with_change else None, one.is_live) for one in self.findings
        )
        return tuple(
            Badge(
                (f"{number} × " if number > 1 else "")
                + ", ".join(
                    [f"{say(kind)}: {say(f'status-{status}')}", *([say(f"change-{change}")] if change else [])]
                ),
                is_live,
            )
            for (kind, status, change, is_live), number in counted.items()
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that the card is about."""
        return (*self.unmet, *(said.finding for said in self.found if said.finding))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that sources give of one thing: who gives it, in the words of the first of them."""

    value: str
    source: Document
    quoted: Quoted
    also: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Where the sources differ and no fact has asked."""

    number: int
    anchor: str
    title: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact that a passage of a source was used for; without a verdict, a difference that no fact asks about."""

    number: int
    verdict: Verdict | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a source's text; with references where it was used as evidence."""

    text: str
    anchors: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class FullText:
    """A source in full."""

    source: Document
    anchor: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Backing:
    """Who supports a fact: sources in groups of shared wording, and the one speaker whom all of them quote."""

    row: Row
    groups: tuple[tuple[Document, ...], ...]
    speaker: str

    @property
    def sources(self) -> int:
        """How many sources support it."""
        return sum(map(len, self.groups))

    @property
    def told(self) -> str:
        """In words: "4 sources, 2 independent"."""
        if self.sources < 2:
            return say("support-none" if not self.groups else "support-single")
        if len(self.groups) == self.sources:
            return say("support-all-independent", n=self.sources)
        return say("support-many", n=self.sources, voices=len(self.groups))


def fact_anchor(fact: str) -> str:
    """Where a fact stands on the page, whatever else is on it."""
    return f"f-{_slug(fact)}"


def source_anchor(source: str) -> str:
    """Where a source stands on the page."""
    return f"s-{_slug(source)}"


def finding_anchor(finding: Finding) -> str:
    """Where a discrepancy stands on the page: survives a new run."""
    return f"d-{finding.id}"


def passage_anchor(evidence: Evidence) -> str:
    """Where a passage stands in its source's text: by its words, so that it survives an edit before it."""
    return f"p-{_hash(evidence.source, evidence.quote)}"


def _slug(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}", name) else _hash(name)


def _hash(*names: str) -> str:
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:8]


class Page:
    """Everything on the page, from one report."""

    def __init__(self, report: Report) -> None:
        self.report = report

    @cached_property
    def _findings(self) -> dict[tuple[str, str], Finding]:
        return {(one.fact, one.source): one for one in self.report.discrepancies}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every fact with what each source says of it."""
        return tuple(self._row(fact, number) for number, fact in enumerate(self.report.facts, start=1))

    def _row(self, fact: Fact, number: int) -> Row:
        anchor = fact_anchor(fact.id)
        return Row(fact, number, anchor, tuple(self._said(fact, source, anchor) for source in self.report.sources))

    def _said(self, fact: Fact, source: Document, anchor: str) -> Said:
        judgement = self.report.judgement(fact.id, source.id)
        if judgement is None:
            return Said(source, None)
        finding = self._findings.get((fact.id, source.id))
        quoted = tuple(_quoted(source, evidence) for evidence in judgement.evidence)
        return Said(source, judgement, quoted, finding, finding_anchor(finding) if finding else anchor)

    @cached_property
    def is_brief(self) -> bool:
        """Whether there is so much that each fact's sheet only says where to read on."""
        return len(self.report.facts) * len(self.report.sources) > BRIEF_FROM

    @cached_property
    def live(self) -> tuple[Card, ...]:
        """Facts with something that somebody has to act on, worst first."""
        found = [one for one in self.report.findings if one.is_live and (one.is_discrepancy or one.kind is Kind.UNMET)]
        return self._cards(found)

    @cached_property
    def known(self) -> tuple[Card, ...]:
        """Facts whose discrepancies are accepted or expected."""
        return self._cards(finding for finding in self.report.discrepancies if not finding.is_live)

    def _cards(self, findings: Iterable[Finding]) -> tuple[Card, ...]:
        by_fact: dict[str, list[Finding]] = {}
        for finding in findings:
            by_fact.setdefault(finding.fact, []).append(finding)
        rows = {row.fact.id: row for row in self.rows}
        return tuple(self._card(rows[fact], found) for fact, found in by_fact.items())

    def _card(self, row: Row, findings: list[Finding]) -> Card:
        ids = {finding.id for finding in findings}
        found = tuple(said for said in row.said if said.finding and said.finding.id in ids)
        others = tuple(said for said in row.said if said.judgement and said not in found)
        unmet = tuple(finding for finding in findings if finding.kind is Kind.UNMET)
        return Card(row, found, others, unmet, self.report.checks_of(row.fact.id))

    @cached_property
    def noticed(self) -> tuple[Differing, ...]:
        """Where the sources differ and no fact has asked, the surest first."""
        return tuple(self._differing(found, number) for number, found in enumerate(self.report.noticed, start=1))

    def _differing(self, found: Discrepancy, number: int) -> Differing:
        groups: dict[str, list[tuple[Document, Cited]]] = {}
        for cited in found.passages:
            if source := self.report.source(cited.source):
                # Of a sum or a rate no single value differs, so that each passage stands for itself.
                groups.setdefault(cited.value or cited.quote, []).append((source, cited))
        told = [cited.value for cited in found.passages if cited.words.end]
        values = ", ".join(dict.fromkeys(told)) if len(set(told)) > 1 else found.note
        quotes = (part for cited in found.passages for part in (cited.source, cited.quote))
        return Differing(
            number,
            f"w-{_hash(found.kind, *quotes)}",
            f"{say(f'differ-{found.kind}')}: {values}",
            tuple(map(_side, groups.values())),
        )

    @cached_property
    def timelines(self) -> tuple[Timeline, ...]:
        """The quantities that were reported on more than one day."""
        return timelines(self.report, CHARTS)

    @cached_property
    def backings(self) -> tuple[Backing, ...]:
        """Who supports each fact that anybody speaks of."""
        return tuple(self._backing(row) for row in self.rows if any(said.judgement for said in row.said))

    def _backing(self, row: Row) -> Backing:
        groups = tuple(
            tuple(source for id in group if (source := self.report.source(id)))
            for group in self.report.voices_for(row.fact.id)
        )
        supporting = [said.judgement for said in row.said if said.verdict is Verdict.SUPPORTS and said.judgement]
        speakers = {one.evidence[0].speaker if one.evidence else "" for one in supporting}
        return Backing(row, groups, speakers.pop() if len(supporting) > 1 and len(speakers) == 1 else "")

    def voice_members(self, voice: Voice) -> tuple[Document, ...]:
        """The documents of one voice."""
        return tuple(source for id in voice.members if (source := self.report.source(id)))

    @cached_property
    def texts(self) -> tuple[FullText, ...]:
        """Every source in full, the passages that were used marked."""
        used: dict[str, list[tuple[Span, str, Reference]]] = {}
        for one in self.noticed:
            for side in one.sides:
                place = (side.quoted.evidence.span, side.quoted.anchor, Reference(one.number, None, one.anchor))
                used.setdefault(side.source.id, []).append(place)
        for row in self.rows:
            for said in row.said:
                for quoted in said.quoted:
                    reference = Reference(row.number, Verdict(quoted.evidence.bearing), said.anchor)
                    used.setdefault(said.source.id, []).append((quoted.evidence.span, quoted.anchor, reference))
        return tuple(
            FullText(source, source_anchor(source.id), _stretches(source.text, used.get(source.id, [])))
            for source in self.report.sources
        )

    @cached_property
    def passed(self) -> tuple[tuple[str, tuple[Check, ...]], ...]:
        """The expectations that held, by scenario."""
        groups: dict[str, list[Check]] = {}
        for check in self.report.checks:
            if check.held:
                groups.setdefault(check.scenario, []).append(check)
        return tuple((scenario, tuple(checks)) for scenario, checks in groups.items())


def _side(said: list[tuple[Document, Cited]]) -> Side:
    (source, cited), *others = said
    marks = (cited.words,) if cited.words.end else ()
    evidence = Evidence(source.id, cited.span, cited.quote, Bearing.CONTRADICTS, "", marks, cited.value)
    also = dict.fromkeys(other for other, _ in others if other != source)
    return Side(cited.value, source, _quoted(source, evidence), tuple(also))


def _quoted(source: Document, evidence: Evidence) -> Quoted:
    passage = in_context(source, evidence)
    pieces = tuple(replace(piece, text=_middle_out(piece)) for piece in passage.pieces)
    before, after = shortened(passage.before[::-1], LONG // 2)[::-1], shortened(passage.after, LONG // 2)
    # A quotation may end in mid-sentence: a full stop or a comma follows it with no space between.
    space_before, space_after = (
        " " * source.text[at : at + 1].isspace() for at in (evidence.span.start - 1, evidence.span.end)
    )
    shown = Passage(before and before + space_before, pieces, after and space_after + after)
    return Quoted(evidence, shown, address_of(source, evidence.span), passage_anchor(evidence))


def _middle_out(piece: Piece) -> str:
    """A piece of a quotation without its middle, where it is too long to read."""
    if len(piece.text) <= LONG:
        return piece.text
    return f"{piece.text[: LONG // 2]} […] {piece.text[-LONG // 2 :]}"


def _stretches(text: str, used: list[tuple[Span, str, Reference]]) -> tuple[Stretch, ...]:
    """The text cut at the passages that were used; passages that overlap are one stretch with several anchors."""
    found: list[Stretch] = []
    at = 0
    for group in _overlapping(used):
        start, end = min(span.start for span, _, _ in group), max(span.end for span, _, _ in group)
        found.append(Stretch(text[at:start]))
        anchors = tuple(dict.fromkeys(anchor for _, anchor, _ in group))
        found.append(Stretch(text[start:end], anchors, tuple(dict.fromkeys(reference for _, _, reference in group))))
        at = end
    found.append(Stretch(text[at:]))
    return tuple(stretch for stretch in found if stretch.text)


def _overlapping(used: list[tuple[Span, str, Reference]]) -> list[list[tuple[Span, str, Reference]]]:
    groups: list[list[tuple[Span, str, Reference]]] = []
    end = -1
    for entry in sorted(used, key=lambda entry: entry[0]):
        if entry[0].start < end:
            groups[-1].append(entry)
        else:
            groups.append([entry])
        end = max(end, entry[0].end)
    return groups
