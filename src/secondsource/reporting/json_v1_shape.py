"""What stands in ``report.json``, version 1: the description that is published and that a report is read by.

Apart from the writing of it, which every run does: to describe the shape takes longer than to write the file.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from secondsource.comparing import Cited, Discrepancy
from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question, Reply, Verdict
from secondsource.reporting.document import Document
from secondsource.reporting.finding import Change, Finding, Kind, Seen, Severity, Status
from secondsource.reporting.model import Check, Report, Voice
from secondsource.sources import Span


class _Shape(BaseModel):
    """A part of the format."""

    model_config = ConfigDict(frozen=True)

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


class _Place(_Shape):
    path: str = Field("", description="File, from the folder that the run was started in; empty where there is none.")
    line: int = Field(0, ge=0, description="Counted from 1; 0 for the file as a whole.")

    def read(self) -> Place:
        return Place(Path(self.path) if self.path else None, self.line)


class _Acceptance(_Shape):
    source: str
    reason: str
    by: str
    until: date | None = Field(description="The last day on which it holds; null for no end.")
    said: list[str] = Field([], description="What the source said when it was accepted; empty: whatever it says.")

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
    known: bool = Field(False, description="Whether it was said (@xfail) that it would not hold.")
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
    said: list[str] = Field([], description="What the source says against the fact, as an acceptance records it.")

    def read(self) -> Seen:
        said = tuple(self.said)
        return Seen(self.id, self.kind, self.fact, self.subject, self.claim, self.status, self.first_seen, said=said)


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
    said_before: list[str] = Field([], description="What it said in the run before, where it says something else now.")
    acceptance: _Acceptance | None
    place: _Place = Field(description="Where the fact, or the sentence that failed, is written.")
    source: _Outlet | None = Field(description="The source that it is about; null where there is no single one.")
    verdict: Verdict | None
    evidence: list[_Evidence] = Field(description="As in the list of judgements; here for whoever reads findings only.")

    def finding(self) -> Finding:
        known = self.acceptance.read() if self.acceptance else None
        return Finding(self.read(), self.reason, self.change, known, tuple(self.said_before))


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

    def read(self) -> Cited:
        quoted, position = self.selector
        return Cited(self.source, position.read(), quoted.exact, self.value, self.words.read())


class _Noticed(_Shape):
    kind: str = Field(description="The kind of value that differs, or weekday, sum, conversion.")
    note: str
    passages: list[_Cited]
    weight: float = Field(description="How surely the passages speak of one thing, in [0, 1].")

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


def read(shape: ReportV1) -> Report:
    """The report that was written in this shape."""
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
                known=check.known,
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
