"""``report.json``, version 1: the whole run for other programs, in a shape of its own that does not change.

The shape is published as a JSON Schema in ``schema/report-v1.json``. New keys may be added to version 1; a key that
is there keeps its name and its meaning.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from secondsource.comparing import Cited, Discrepancy
from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question, Reply, Verdict
from secondsource.reporting.document import Document
from secondsource.reporting.finding import Change, Finding, Kind, Seen, Severity, Status
from secondsource.reporting.model import Check, Report, Voice
from secondsource.reporting.quoting import surroundings
from secondsource.sources import Span

SCHEMA = Path(__file__).parent / "schema" / "report-v1.json"


class UnreadableReport(ValueError):
    """A file that is no report of version 1, and why."""


class _Shape(BaseModel):
    """A part of the format, made of the report's own part by ``model_validate``: what has one name is copied."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    def values(self) -> dict[str, Any]:
        """What a part of the report with fields of the same names is made of."""
        return {name: _frozen(getattr(self, name)) for name in type(self).model_fields}


def _frozen(value: Any) -> Any:
    """A value read from JSON as the report holds it: a list is a tuple there, a shape what it stands for."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return value.read() if isinstance(value, _Shape) and hasattr(value, "read") else value


def _posix(path: Path | str | None) -> str:
    return path.as_posix() if isinstance(path, Path) else path or ""


class _Place(_Shape):
    path: Annotated[str, BeforeValidator(_posix)] = Field(
        "", description="File, from the folder that the run was started in; empty where there is none."
    )
    line: int = Field(0, ge=0, description="Counted from 1; 0 for the file as a whole.")

    def read(self) -> Place:
        return Place(Path(self.path) if self.path else None, self.line)


class _Acceptance(_Shape):
    source: str
    reason: str
    by: str
    until: date | None = Field(description="The last day on which it holds; null for no end.")

    def read(self) -> Acceptance:
        return Acceptance(**self.values())


class _Fact(_Shape):
    id: str
    claim: str
    kind: str
    aliases: dict[str, list[str]]
    tolerance: float | None
    as_of: date | None
    tags: list[str]
    expect: dict[str, list[str]] = Field(description="Source id -> the verdicts that it may come to.")
    needs: int = Field(description="How many sources must support it.")
    accepted: list[_Acceptance]
    note: str
    publish: bool
    place: _Place

    def read(self) -> Fact:
        return Fact(**self.values())


class _Source(_Shape):
    id: str
    title: str
    outlet: str
    published: date | None
    date_origin: str
    url: str
    author: str
    language: str
    tier: str
    group: str
    superseded_by: str
    tags: list[str]
    notes: list[str]
    path: str
    name: str = Field(description="What an editor calls it.")
    first_line: int = Field(description="Line of the file on which text begins; 0 where text was taken out of a page.")
    sha256: str = Field(description="Of text, in UTF-8.")
    text: str = Field(description="The text that was judged; every position counts its characters.")

    def read(self) -> Document:
        return Document(**self.values())


class _TextPosition(_Shape):
    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int

    def read(self) -> Span:
        return Span(self.start, self.end)


class _TextQuote(_Shape):
    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


def _selector(span: Span, words: str, source: Document | None) -> tuple[_TextQuote, _TextPosition]:
    prefix, suffix = surroundings(source, span) if source else ("", "")
    return _TextQuote(exact=words, prefix=prefix, suffix=suffix), _TextPosition.model_validate(span)


class _Answer(_Shape):
    question: Question
    answer: Answer
    reason: str

    def read(self) -> Reply:
        return Reply(**self.values())


class _Evidence(_Shape):
    bearing: Bearing
    reason: str
    value: str = Field(description="The source's value in a few characters; may be empty.")
    speaker: str = Field(description="Who says it, where the source only passes it on.")
    selector: tuple[_TextQuote, _TextPosition] = Field(
        description="W3C selectors of the passage, in the source's text."
    )
    marks: list[_TextPosition] = Field(description="The deciding words inside the passage.")
    answers: list[_Answer]

    @classmethod
    def of(cls, evidence: Evidence, source: Document | None) -> _Evidence:
        return cls(
            bearing=evidence.bearing,
            reason=evidence.reason,
            value=evidence.value,
            speaker=evidence.speaker,
            selector=_selector(evidence.span, evidence.quote, source),
            marks=list(map(_TextPosition.model_validate, evidence.marks)),
            answers=list(map(_Answer.model_validate, evidence.replies)),
        )

    def read(self, source: str) -> Evidence:
        quoted, position = self.selector
        return Evidence(
            source=source,
            span=position.read(),
            quote=quoted.exact,
            bearing=self.bearing,
            reason=self.reason,
            marks=_frozen(self.marks),
            value=self.value,
            replies=_frozen(self.answers),
            speaker=self.speaker,
        )


class _Judgement(_Shape):
    fact: str
    source: str
    verdict: Verdict
    reason: str
    evidence: list[_Evidence]

    @classmethod
    def of(cls, judgement: Judgement, report: Report) -> _Judgement:
        source = report.source(judgement.source)
        return cls(
            fact=judgement.fact,
            source=judgement.source,
            verdict=judgement.verdict,
            reason=judgement.reason,
            evidence=[_Evidence.of(one, source) for one in judgement.evidence],
        )

    def read(self) -> Judgement:
        evidence = tuple(one.read(self.source) for one in self.evidence)
        return Judgement(self.fact, self.source, self.verdict, self.reason, evidence)


class _Check(_Shape):
    fact: str
    sentence: str
    scenario: str
    place: _Place
    held: bool
    message: str
    expects: dict[str, str]
    judgements: list[int] = Field(description="Places in the list of judgements, counted from 0.")


class _Seen(_Shape):
    id: str
    kind: Kind
    fact: str
    subject: str = Field(description="The source's id; the sentence that did not hold, for an unmet expectation.")
    claim: str
    status: Status
    first_seen: date

    @classmethod
    def of(cls, seen: Seen) -> _Seen:
        return cls(
            id=seen.id,
            kind=seen.kind,
            fact=seen.fact,
            subject=seen.source,
            claim=seen.claim,
            status=seen.status,
            first_seen=seen.first_seen,
        )

    def read(self) -> Seen:
        return Seen(self.id, self.kind, self.fact, self.subject, self.claim, self.status, self.first_seen)


class _Outlet(_Shape):
    id: str
    outlet: str
    title: str
    url: str
    published: date | None
    sha256: str


class _Finding(_Seen):
    severity: Severity
    change: Change
    reason: str
    acceptance: _Acceptance | None
    place: _Place = Field(description="Where the fact, or the sentence that failed, is written.")
    source: _Outlet | None = Field(description="The source that it is about; null where there is no single one.")
    verdict: Verdict | None
    evidence: list[_Evidence] = Field(description="As in the list of judgements; here for whoever reads findings only.")

    @classmethod
    def about(cls, finding: Finding, report: Report) -> _Finding:
        source = report.source(finding.source)
        judgement = report.judgement(finding.fact, finding.source)
        return cls(
            **_Seen.of(finding.seen).model_dump(),
            severity=finding.severity,
            change=finding.change,
            reason=finding.reason,
            acceptance=_Acceptance.model_validate(finding.acceptance) if finding.acceptance else None,
            place=_Place.model_validate(report.place_of(finding)),
            source=_Outlet.model_validate(source) if source else None,
            verdict=judgement.verdict if judgement else None,
            evidence=[_Evidence.of(one, source) for one in judgement.evidence] if judgement else [],
        )

    def finding(self) -> Finding:
        return Finding(self.read(), self.reason, self.change, self.acceptance.read() if self.acceptance else None)


class _Voice(_Shape):
    members: list[str]
    origin: str
    reason: str
    wording: str = Field(description="The longest sentence that they share.")

    def read(self) -> Voice:
        return Voice(**self.values())


class _Cited(_Shape):
    source: str
    value: str = Field(description="What it gives, in a few characters; may be empty.")
    selector: tuple[_TextQuote, _TextPosition] = Field(
        description="W3C selectors of the passage, in the source's text."
    )
    words: _TextPosition = Field(description="The words that give the value; empty where no single one differs.")

    @classmethod
    def of(cls, cited: Cited, source: Document | None) -> _Cited:
        return cls(
            source=cited.source,
            value=cited.value,
            selector=_selector(cited.span, cited.quote, source),
            words=_TextPosition.model_validate(cited.words),
        )

    def read(self) -> Cited:
        quoted, position = self.selector
        return Cited(self.source, position.read(), quoted.exact, self.value, self.words.read())


class _Noticed(_Shape):
    kind: str = Field(description="The kind of value that differs, or weekday, sum, conversion.")
    note: str
    passages: list[_Cited]
    weight: float = Field(description="How surely the passages speak of one thing, in [0, 1].")

    @classmethod
    def of(cls, found: Discrepancy, report: Report) -> _Noticed:
        passages = [_Cited.of(cited, report.source(cited.source)) for cited in found.passages]
        return cls(kind=found.kind, note=found.note, passages=passages, weight=found.weight)

    def read(self) -> Discrepancy:
        return Discrepancy(**self.values())


class _Tool(_Shape):
    name: Literal["secondsource"] = "secondsource"
    version: str


class ReportV1(_Shape):
    """A report of secondsource, version 1."""

    format: Literal["secondsource-report"] = "secondsource-report"
    version: Literal[1] = 1
    tool: _Tool
    title: str
    as_of: date | None = Field(description="The day that the story is told as of.")
    run_on: date
    since: date | None = Field(description="The day of the run that this one is compared with.")
    findings: list[_Finding] = Field(description="Worst first.")
    fixed: list[_Seen]
    unchecked: list[_Seen] = Field(description="Known from earlier runs and not looked at by this one.")
    facts: list[_Fact]
    judgements: list[_Judgement]
    checks: list[_Check]
    voices: list[_Voice] = Field(description="Sources that share their wording.")
    voices_sought: bool = Field(
        default=False, description="Whether it was examined which sources share their wording; if not, voices is empty."
    )
    sources: list[_Source]
    noticed: list[_Noticed] = Field(
        default=[], description="Where the sources differ, or one does not fit with itself, and no finding tells it."
    )
    noticed_more: int = Field(default=0, description="How many more there are of these, which are not listed.")


def format(report: Report) -> str:
    """The report as JSON; :func:`parse` reads it back to an equal report."""
    judgements = list(dict.fromkeys(judgement for check in report.checks for judgement in check.judgements))
    numbers = {judgement: number for number, judgement in enumerate(judgements)}
    shape = ReportV1(
        tool=_Tool(version=report.version),
        title=report.title,
        as_of=report.as_of,
        run_on=report.run_on,
        since=report.since,
        findings=[_Finding.about(finding, report) for finding in report.findings],
        fixed=[_Seen.of(seen) for seen in report.fixed],
        unchecked=[_Seen.of(seen) for seen in report.unchecked],
        facts=list(map(_Fact.model_validate, report.facts)),
        judgements=[_Judgement.of(judgement, report) for judgement in judgements],
        checks=[
            _Check(
                fact=check.fact.id,
                sentence=check.sentence,
                scenario=check.scenario,
                place=_Place.model_validate(check.place),
                held=check.held,
                message=check.message,
                expects={source: str(verdict) for source, verdict in check.expects.items()},
                judgements=[numbers[judgement] for judgement in check.judgements],
            )
            for check in report.checks
        ],
        voices=list(map(_Voice.model_validate, report.voices)),
        voices_sought=report.voices_sought,
        sources=list(map(_Source.model_validate, report.sources)),
        noticed=[_Noticed.of(one, report) for one in report.noticed],
        noticed_more=report.noticed_more,
    )
    return json.dumps(shape.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def parse(text: str) -> Report:
    """The report that :func:`format` wrote. Raises :class:`UnreadableReport` for anything else.

    >>> parse('{"format": "secondsource-report", "version": 2}')
    Traceback (most recent call last):
    secondsource.reporting.json_v1.UnreadableReport: version: Input should be 1
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise UnreadableReport(f"not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != "secondsource-report":
        raise UnreadableReport("not a report of secondsource")
    if data.get("version") != 1:
        raise UnreadableReport("version: Input should be 1")
    try:
        shape = ReportV1.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableReport(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return _read(shape)


def _read(shape: ReportV1) -> Report:
    facts = {fact.id: fact.read() for fact in shape.facts}
    judgements = [judgement.read() for judgement in shape.judgements]
    return Report(
        title=shape.title,
        as_of=shape.as_of,
        run_on=shape.run_on,
        version=shape.tool.version,
        sources=_frozen(shape.sources),
        checks=tuple(
            Check(
                fact=facts[check.fact],
                judgements=tuple(judgements[number] for number in check.judgements),
                held=check.held,
                sentence=check.sentence,
                scenario=check.scenario,
                place=check.place.read(),
                message=check.message,
                expects=dict(check.expects),
            )
            for check in shape.checks
        ),
        findings=tuple(finding.finding() for finding in shape.findings),
        voices=_frozen(shape.voices),
        voices_sought=shape.voices_sought,
        since=shape.since,
        fixed=_frozen(shape.fixed),
        unchecked=_frozen(shape.unchecked),
        noticed=_frozen(shape.noticed),
        noticed_more=shape.noticed_more,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of the format, as published."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ReportV1.model_json_schema()}
