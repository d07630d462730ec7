"""What the page shows, as data: each thing that the template draws, with its place on the page worked out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from secondsource.comparing import Cited, Discrepancy
from secondsource.facts import Fact, Place
from secondsource.judging import Bearing, Evidence, Judgement, Verdict
from secondsource.reporting.document import Document
from secondsource.reporting.finding import DISCREPANCIES, ENDED, Change, Finding, Kind, Seen, Status, stable_id
from secondsource.reporting.lede import LISTS
from secondsource.reporting.model import Check, Report, Voice
from secondsource.reporting.noticing import headline, noticed_id
from secondsource.reporting.quoting import Passage, Piece, address_of, in_context, shortened
from secondsource.reporting.standing import then_and_now
from secondsource.reporting.timeline import Timeline, timelines
from secondsource.reporting.words import DIFFERS, look, say, sign, stance
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
    """What one source says of one thing, be it a fact or a point that no fact asks about."""

    source: Document
    judgement: Judgement | None = None
    """Its verdict on the fact; None where it was not asked, and of a point that no fact asks about."""
    value: str = ""
    """The source's value in a few characters: of the passage that decided."""
    quoted: tuple[Quoted, ...] = ()
    finding: Finding | None = None
    anchor: str = ""
    """Where on the page its evidence stands."""
    also: tuple[Document, ...] = ()
    """Other sources that give the same value."""

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, if there is one."""
        return self.judgement.verdict if self.judgement else None

    @property
    def status(self) -> Status:
        """What the newsroom has said about it; open where there is nothing to say."""
        return self.finding.status if self.finding else Status.OPEN

    @property
    def sign(self) -> str:
        """Its verdict and standing as a sign: "(✗)" for a contradiction that was accepted."""
        return sign(self.verdict, self.status) if self.verdict else "·"

    @property
    def word(self) -> str:
        """The same in words."""
        return stance(self.verdict, self.status) if self.verdict else say("not-asked")

    @property
    def look(self) -> str:
        """How it is set."""
        return look(self.verdict, self.status) if self.verdict else "v-none"

    @property
    def sums_up(self) -> bool:
        """Whether the verdict's reason tells more than the reasons of the passages that are shown."""
        whole = self.judgement.reason if self.judgement else ""
        told = [one.evidence.reason for one in self.shown if one.evidence.reason]
        return bool(whole) and not (told and all(reason in whole for reason in told))

    @property
    def shown(self) -> tuple[Quoted, ...]:
        """The passages that a card shows: those that decided, or, where none did, the first."""
        decided = [one for one in self.quoted if one.evidence.bearing is not Bearing.INCONCLUSIVE]
        return tuple((decided or list(self.quoted))[:PASSAGES])


@dataclass(frozen=True, slots=True)
class Row:
    """One thing (a fact; a point on which the sources differ and no fact asks) and what each source says of it."""

    id: str
    number: int
    anchor: str
    title: str
    said: tuple[Said, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A word or two at the head of a card, and the look that goes with it."""

    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Card:
    """A fact that something stands against: the findings first, then everybody else.

    Cards are numbered over the whole page, so that two people can speak of one.
    """

    number: int
    of: int
    row: Row
    place: Place
    found: tuple[Said, ...]
    others: tuple[Said, ...]
    unmet: tuple[tuple[Finding, Place], ...]
    """Expectations that failed with no discrepancy to explain them, and where they are written."""
    checks: tuple[Check, ...]

    def badges(self, with_change: bool) -> tuple[Badge, ...]:
        """What the card is about in a word or two, each once."""
        counted = Counter((one.kind, one.status, one.change if with_change else None) for one in self.findings)
        return tuple(
            Badge(
                (f"{number} × " if number > 1 else "")
                + ", ".join([f"{say(kind)}: {_stands(status)}", *([say(f"change-{change}")] if change else [])]),
                _LOOKS.get((kind, status), "v-silent"),
            )
            for (kind, status, change), number in counted.items()
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that the card is about."""
        return (*(finding for finding, _ in self.unmet), *(said.finding for said in self.found if said.finding))

    def kept_by(self, with_change: bool) -> str:
        """The choices of the page's filter that show it."""
        changed = with_change and any(one.change is not Change.UNCHANGED for one in self.findings)
        standing = {Status.OPEN if one.is_live else one.status for one in self.findings}
        return " ".join(sorted({*standing, *(["news"] if changed else [])}))


def _stands(status: Status) -> str:
    told = say(f"status-{status}")
    return say("open-again", status=told) if status in ENDED else told


# Red is kept for a source that stands against a fact, and for nothing else.
_LOOKS = {(kind, status): "v-no" for kind in DISCREPANCIES for status in (Status.OPEN, *ENDED)}
_LOOKS[Kind.UNMET, Status.OPEN] = "v-unmet"

CARDS = (LISTS[Status.OPEN], "unmet", LISTS[Status.ACCEPTED], LISTS[Status.EXPECTED])
"""The page's sections of cards, in their order."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that is otherwise than in the run before; without an anchor, it is there no more."""

    claim: str
    told: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact that a passage of a source was used for, or a difference that no fact asks about."""

    number: int
    sign: str
    look: str
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
    asked: int
    groups: tuple[tuple[Document, ...], ...]
    speaker: str
    examined: bool
    """Whether anybody has looked for wording that sources share."""

    @property
    def sources(self) -> int:
        """How many sources support it."""
        return sum(map(len, self.groups))

    @property
    def told(self) -> str:
        """In words: "4 sources, 2 independent"."""
        if self.sources < 2:
            told = say("support-single" if self.groups else "support-none")
            return told if self.asked > 1 else f"{told} {say('support-asked')}"
        if not self.examined:
            return say("support-not-examined", n=self.sources)
        if len(self.groups) == self.sources:
            return say("support-all-independent", n=self.sources)
        key = "support-many" if len(self.groups) > 1 else "support-one-voice"
        return say(key, n=self.sources, voices=len(self.groups))

    @property
    def supporters(self) -> str:
        """Who supports it: "The Gull, Tides Weekly (shared wording); Morning Ledger"."""
        named = [", ".join(source.name for source in group) for group in self.groups]
        return "; ".join(
            say("in-shared-wording", names=names) if len(group) > 1 else names
            for names, group in zip(named, self.groups, strict=True)
        )


def fact_anchor(fact: str) -> str:
    """Where a fact stands on the page, whatever else is on it.

    >>> fact_anchor("crew-size"), len(fact_anchor("crew size"))
    ('f-crew-size', 10)
    """
    return f"f-{_slug(fact)}"


def source_anchor(source: str) -> str:
    """Where a source stands on the page.

    >>> source_anchor("gulf-wire")
    's-gulf-wire'
    """
    return f"s-{_slug(source)}"


def finding_anchor(finding: Finding) -> str:
    """Where a discrepancy stands on the page: survives a new run."""
    return f"d-{finding.id}"


def passage_anchor(evidence: Evidence) -> str:
    """Where a passage stands in its source's text: by its words, so that it survives an edit before it."""
    return f"p-{stable_id(evidence.source, evidence.quote)}"


def _slug(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}", name) else stable_id(name)


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
        said = tuple(self._said(fact, source, anchor) for source in self.report.sources)
        return Row(fact.id, number, anchor, fact.claim, said, fact.note)

    def _said(self, fact: Fact, source: Document, anchor: str) -> Said:
        judgement = self.report.judgement(fact.id, source.id)
        if judgement is None:
            return Said(source)
        finding = self._findings.get((fact.id, source.id))
        quoted = tuple(_quoted(source, evidence) for evidence in judgement.evidence)
        own = finding_anchor(finding) if finding else anchor
        return Said(source, judgement, _value(judgement), quoted, finding, own)

    @cached_property
    def is_brief(self) -> bool:
        """Whether there is so much that each fact's sheet only says where to read on."""
        return len(self.report.facts) * len(self.report.sources) > BRIEF_FROM

    @cached_property
    def cards(self) -> Mapping[str, tuple[Card, ...]]:
        """The facts that something stands against, by section of the page, worst first, numbered throughout.

        A fact that sources contradict has one card, whatever was said of each of them.
        """
        sections: dict[str, dict[str, list[Finding]]] = {name: {} for name in CARDS}
        for finding in self.report.findings:
            if finding.is_discrepancy:
                section = LISTS[self.report.contradicted[finding.fact]]
            elif finding.seen.is_news:
                section = "unmet"
            else:
                continue
            sections[section].setdefault(finding.fact, []).append(finding)
        last = sum(map(len, sections.values()))
        numbers = count(1)
        return {
            name: tuple(self._card(next(numbers), last, fact, found) for fact, found in by_fact.items())
            for name, by_fact in sections.items()
        }

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    def _card(self, number: int, last: int, fact: str, findings: list[Finding]) -> Card:
        row = self._rows[fact]
        ids = {finding.id for finding in findings}
        found = [said for said in row.said if said.finding and said.finding.id in ids]
        found.sort(key=lambda said: bool(said.finding and not said.finding.is_live))
        return Card(
            number,
            last,
            row,
            self.report.fact(fact).place,
            tuple(found),
            tuple(said for said in row.said if said.judgement and said not in found),
            tuple((finding, self.report.place_of(finding)) for finding in findings if finding.kind is Kind.UNMET),
            self.report.checks_of(fact),
        )

    @cached_property
    def ended(self) -> Mapping[Status, tuple[tuple[Card, Said], ...]]:
        """The cards with an acceptance that no longer holds, by why it does not, and whose words it was about."""
        told = [(card, said) for card in self.cards["discrepancies"] for said in card.found]
        found = {status: tuple(one for one in told if one[1].status is status) for status in ENDED}
        return {status: cards for status, cards in found.items() if cards}

    @cached_property
    def choices(self) -> frozenset[str]:
        """The choices of the page's filter that show a card."""
        with_change = self.report.since is not None
        return frozenset(
            choice for cards in self.cards.values() for card in cards for choice in card.kept_by(with_change).split()
        )

    @cached_property
    def changes(self) -> Mapping[str, tuple[News, ...]]:
        """What is new, worse and fixed since the run before; nothing where there was none."""
        if self.report.since is None:
            return {}
        numbers = {
            finding.id: card.number for cards in self.cards.values() for card in cards for finding in card.findings
        }
        changed = {
            str(how): tuple(
                self._news(finding.seen, numbers[finding.id], finding.said_before)
                for finding in self.report.changed(how)
            )
            for how in (Change.NEW, Change.WORSENED, Change.CHANGED)
        }
        return {**changed, "fixed": tuple(map(self._news, self.report.mended))}

    def _news(self, seen: Seen, card: int | None = None, said_before: Sequence[str] = ()) -> News:
        source = self.report.source(seen.source)
        about = f"{source.name if source else seen.source}: {say(seen.kind)}"
        if said_before:
            about += f"; {then_and_now(said_before, seen.said)}"
        if card is None:
            return News(seen.claim, about)
        return News(seen.claim, f"{say('card', n=card)}; {about}", f"d-{seen.id}")

    @cached_property
    def known_to_fail(self) -> tuple[News, ...]:
        """The expectations that are known not to hold, with why they do not and where they are written."""
        return tuple(
            News(check.fact.claim, f"{check.sentence}; {check.message} ({check.place})", fact_anchor(check.fact.id))
            for check in self.report.known_to_fail
        )

    @cached_property
    def unused(self) -> tuple[News, ...]:
        """The acceptances of what is not said (any more), with the place of the fact that has them."""
        found = [finding for finding in self.report.findings if finding.kind is Kind.UNUSED_ACCEPTANCE]
        return tuple(map(self._unused, found))

    def _unused(self, finding: Finding) -> News:
        source, place = self.report.source(finding.source), self.report.fact(finding.fact).place
        where = f" ({place})" if place.path else ""
        told = f"{source.name if source else finding.source}: {finding.reason}{where}"
        return News(self.report.fact(finding.fact).claim, told, fact_anchor(finding.fact))

    @cached_property
    def noticed(self) -> tuple[Row, ...]:
        """Where the sources differ and no fact has asked, the surest first."""
        return tuple(self._differing(found, number) for number, found in enumerate(self.report.noticed, start=1))

    def _differing(self, found: Discrepancy, number: int) -> Row:
        groups: dict[str, list[tuple[Document, Cited]]] = {}
        for cited in found.passages:
            if source := self.report.source(cited.source):
                # Of a sum or a rate no single value differs, so that each passage stands for itself.
                groups.setdefault(cited.value or cited.quote, []).append((source, cited))
        id = noticed_id(found)
        return Row(id, number, f"w-{id}", headline(found), tuple(map(_side, groups.values())))

    @cached_property
    def timelines(self) -> tuple[Timeline, ...]:
        """The quantities that were reported on more than one day."""
        return timelines(self.report, CHARTS)

    @cached_property
    def backings(self) -> Mapping[str, tuple[Backing, ...]]:
        """Who supports each fact that anybody was asked about: those on one voice, those on none, and the others.

        The first two are the facts that the opening sentence counts.
        """
        thin = {finding.fact: _THIN[finding.kind] for finding in self.report.findings if finding.kind in _THIN}
        groups: dict[str, list[Backing]] = {name: [] for name in (*_THIN.values(), "other-facts")}
        for row in self.rows:
            if any(said.judgement for said in row.said):
                groups[thin.get(row.id, "other-facts")].append(self._backing(row))
        return {name: tuple(found) for name, found in groups.items()}

    def _backing(self, row: Row) -> Backing:
        groups = tuple(
            tuple(source for id in group if (source := self.report.source(id)))
            for group in self.report.voices_for(row.id)
        )
        supporting = [said.judgement for said in row.said if said.verdict is Verdict.SUPPORTS and said.judgement]
        speakers = {one.evidence[0].speaker if one.evidence else "" for one in supporting}
        speaker = speakers.pop() if len(supporting) > 1 and len(speakers) == 1 else ""
        return Backing(row, len(self.report.judgements(row.id)), groups, speaker, self.report.voices_sought)

    @property
    def wording(self) -> str:
        """What is known of wording that sources share, where no voice tells it."""
        number = len(self.report.sources)
        if number < 2 or self.report.voices:
            return ""
        return say("no-shared-wording" if self.report.voices_sought else "wording-not-examined", n=number)

    @property
    def counted(self) -> tuple[str, str, str]:
        """How many facts, sources and expectations there are, each with its unit and how they stand."""
        checks, failed, known = map(len, (self.report.checks, self.report.failed, self.report.known_to_fail))
        return (
            say("facts-count", n=len(self.report.facts)),
            self._sources_counted,
            say(
                "checks-failed" if failed else "checks-known" if known else "checks-held",
                n=checks,
                failed=failed,
                known=known,
            ),
        )

    @property
    def _sources_counted(self) -> str:
        number = len(self.report.sources)
        voices = number - sum(len(voice.members) - 1 for voice in self.report.voices)
        if number < 2 or not self.report.voices_sought:
            return say("sources-count", n=number)
        if voices == number:
            return say("sources-own-words", n=number)
        return say("sources-voices" if voices > 1 else "sources-one-voice", n=number, voices=voices)

    def voice_members(self, voice: Voice) -> tuple[Document, ...]:
        """The documents of one voice."""
        return tuple(source for id in voice.members if (source := self.report.source(id)))

    def origin(self, voice: Voice) -> str:
        """Who of a voice was probably first, or the agency that they credit."""
        source = self.report.source(voice.origin)
        return source.name if source else voice.origin

    @cached_property
    def texts(self) -> tuple[FullText, ...]:
        """Every source in full, the passages that were used marked."""
        used: dict[str, list[tuple[Span, str, Reference]]] = {}
        for row in (*self.noticed, *self.rows):
            for said in row.said:
                for quoted in said.quoted:
                    reference = _reference(row, said, quoted)
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


# What the opening sentence counts, and the list of the page that has it.
_THIN = {Kind.SINGLE_SOURCE: "one-source", Kind.NO_SUPPORT: "no-source"}


def _side(agreeing: list[tuple[Document, Cited]]) -> Said:
    """One of the values that sources give of one thing, in the words of the first of them."""
    (source, cited), *others = agreeing
    marks = (cited.words,) if cited.words.end else ()
    evidence = Evidence(source.id, cited.span, cited.quote, Bearing.CONTRADICTS, "", marks, cited.value)
    also = dict.fromkeys(other for other, _ in others if other != source)
    return Said(source, value=cited.value, quoted=(_quoted(source, evidence),), also=tuple(also))


def _value(judgement: Judgement) -> str:
    """The source's value in a few characters; both, where it disagrees with itself."""
    if judgement.verdict is not Verdict.MIXED:
        return shortened(judgement.evidence[0].value, 40) if judgement.evidence else ""
    first = [
        next((one.value for one in judgement.evidence if one.bearing is bearing), "")
        for bearing in (Bearing.CONTRADICTS, Bearing.SUPPORTS)
    ]
    values = [shortened(value, 30) for value in dict.fromkeys(first) if value]
    return say("both-values", one=values[0], other=values[1]) if len(values) > 1 else "".join(values)


def _reference(row: Row, said: Said, quoted: Quoted) -> Reference:
    """From a passage to what it was used for: by what the passage itself says, and how its source stands."""
    anchor = said.anchor or row.anchor
    if not said.judgement:
        return Reference(row.number, DIFFERS, "v-may", anchor)
    bearing = Verdict(quoted.evidence.bearing)
    if bearing is Verdict.CONTRADICTS:
        return Reference(row.number, sign(bearing, said.status), said.look, anchor)
    return Reference(row.number, sign(bearing), look(bearing), anchor)


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
