"""Small stories for the tests of the report: facts, sources, and what was judged of them, in a few lines each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from secondsource.comparing import Cited, Discrepancy
from secondsource.facts import Acceptance, Fact, Place
from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question, Reply, Verdict
from secondsource.reporting import Check, Past, Report
from secondsource.sources import Source, Span
from secondsource.sources.independence import Cluster

TODAY = date(2025, 3, 12)

_ANSWERS = {
    Verdict.SUPPORTS: (Answer.YES, Answer.YES),
    Verdict.CONTRADICTS: (Answer.YES, Answer.NO),
    Verdict.INCONCLUSIVE: (Answer.OPEN, Answer.YES),
}


def said(source: Source, quotation: str, bearing: Verdict, reason: str, value: str = "", speaker: str = "") -> Evidence:
    """A passage of a source, its deciding words in [brackets]."""
    plain = quotation.replace("[", "").replace("]", "")
    start = source.text.index(plain)
    marks = []
    at = start
    for place, part in enumerate(quotation.replace("]", "[").split("[")):
        if place % 2:
            marks.append(Span(at, at + len(part)))
        at += len(part)
    time, values = _ANSWERS[bearing]
    replies = (
        Reply(Question.EVENT, Answer.YES, "the same crossing"),
        Reply(Question.MEASURE, Answer.YES, "people on board"),
        Reply(Question.TIME, time, "that morning"),
        Reply(Question.ASSERTED, Answer.YES, "stated outright"),
        Reply(Question.VALUES, values, reason),
    )
    span = Span(start, start + len(plain))
    return Evidence(
        source.id,
        span,
        plain,
        Bearing(bearing),
        reason,
        tuple(marks),
        value or (marks[0].of(source.text) if marks else ""),
        replies,
        speaker,
    )


def judged(fact: Fact, source: Source, verdict: Verdict, reason: str = "", *evidence: Evidence) -> Judgement:
    """A verdict with its evidence."""
    return Judgement(fact.id, source.id, verdict, reason or "says nothing about it", evidence)


GULL = Source(
    "gull",
    "The car ferry Marisol ran aground off Cape Tern early on Tuesday. All 79 people on board were brought ashore by "
    "noon, the coastguard said. Two of them were treated for cold.\n\nThe Marisol was built in 1998. Her master, "
    "Ana Brandt, was on the bridge. The company put the damage at 4.2 million crowns.",
    title="Ferry aground off Cape Tern, all safe",
    outlet="The Gull",
    published=date(2025, 3, 4),
    url="https://gull.example/ferry",
    date_origin="front matter",
)
LEDGER = Source(
    "ledger",
    "Eighty-one people were taken off the stranded ferry Marisol on Tuesday. The ship struck a sandbank at 5.40 a.m. "
    "Nobody was seriously hurt.\n\nRepairs will cost more than 4 million crowns, the line believes.",
    title="81 rescued from ferry",
    outlet="Morning Ledger",
    published=date(2025, 3, 5),
    url="https://ledger.example/marisol#top",
)
TIDES = Source(
    "tides",
    "About 80 passengers and crew left the Marisol by lifeboat on Tuesday. Captain Ana Brandt was the last to leave. "
    "“We heard a scrape, and then nothing,” she said.",
    title="Lifeboats empty stranded ferry",
    outlet="Tides Weekly",
    published=date(2025, 3, 9),
)
HARBOUR = Source(
    "harbour",
    "غادر 81 شخصا العبارة ماريسول يوم الثلاثاء. ولم يصب أحد بجروح خطيرة.",
    title="العبارة ماريسول",
    outlet="مرفأ",
    published=date(2025, 3, 6),
    language="ar",
)
NOTICE = Source("notice", "NOTICE TO MARINERS. A buoy has been laid off Cape Tern.", outlet="Port Office")
SOURCES = (GULL, LEDGER, TIDES, HARBOUR, NOTICE)

ABOARD = Fact(
    "aboard",
    "81 people were on board the Marisol",
    place=Place(None, 0),
    needs=2,
)
DAY = Fact("day", "The Marisol ran aground on Tuesday 4 March 2025")
MASTER = Fact("master", "Ana Brandt was the master of the Marisol", publish=True)
DAMAGE = Fact(
    "damage",
    "The damage came to 4.2 million crowns",
    accepted=(Acceptance("tides", "a slip; its desk has confirmed it by telephone", "night desk", date(2025, 3, 31)),),
)
HURT = Fact("hurt", "Nobody was hurt", accepted=(Acceptance("gull", "cold is no injury", "desk", date(2025, 3, 10)),))


def ferry_checks() -> list[Check]:
    """A story with an open contradiction, an expired acceptance, thin support and a silent source."""
    from pathlib import Path

    feature = Path("features/ferry.feature")
    aboard = (
        judged(
            ABOARD,
            GULL,
            Verdict.CONTRADICTS,
            "79 is not 81 (the same crossing, exact figures)",
            said(
                GULL,
                "All [79 people] on board were brought ashore by noon, the coastguard said.",
                Verdict.CONTRADICTS,
                "79 is not 81 (the same crossing, exact figures)",
                "79",
                "the coastguard",
            ),
        ),
        judged(
            ABOARD,
            LEDGER,
            Verdict.SUPPORTS,
            "81 is 81",
            said(
                LEDGER,
                "[Eighty-one people] were taken off the stranded ferry Marisol on Tuesday.",
                Verdict.SUPPORTS,
                "the same figure",
                "81",
            ),
        ),
        judged(
            ABOARD,
            TIDES,
            Verdict.INCONCLUSIVE,
            "“about 80” allows 81 and does not say it",
            said(
                TIDES,
                "[About 80 passengers and crew] left the Marisol by lifeboat on Tuesday.",
                Verdict.INCONCLUSIVE,
                "“about 80” allows 81 and does not say it",
                "about 80",
            ),
        ),
        judged(
            ABOARD,
            HARBOUR,
            Verdict.INCONCLUSIVE,
            "written in Arabic, which is not read",
        ),
        judged(ABOARD, NOTICE, Verdict.SILENT),
    )
    day = (
        judged(
            DAY,
            GULL,
            Verdict.SUPPORTS,
            "Tuesday is 4 March 2025",
            said(
                GULL,
                "The car ferry Marisol ran aground off Cape Tern early [on Tuesday].",
                Verdict.SUPPORTS,
                "published that day",
                "Tue 4 Mar 2025",
            ),
        ),
        judged(DAY, LEDGER, Verdict.SILENT),
        judged(DAY, TIDES, Verdict.SILENT),
    )
    master = (
        judged(
            MASTER,
            GULL,
            Verdict.SUPPORTS,
            "names her as master",
            said(
                GULL,
                "Her master, [Ana Brandt], was on the bridge.",
                Verdict.SUPPORTS,
                "names her as master",
                "Ana Brandt",
            ),
        ),
        judged(
            MASTER,
            TIDES,
            Verdict.SUPPORTS,
            "names her as captain",
            said(
                TIDES,
                "[Captain Ana Brandt] was the last to leave.",
                Verdict.SUPPORTS,
                "names her as captain",
                "Ana Brandt",
            ),
        ),
        judged(MASTER, NOTICE, Verdict.SILENT),
    )
    damage = (
        judged(
            DAMAGE,
            GULL,
            Verdict.SUPPORTS,
            "the same amount",
            said(
                GULL,
                "The company put the damage at [4.2 million crowns].",
                Verdict.SUPPORTS,
                "the same amount",
                "4.2 million crowns",
                "the company",
            ),
        ),
        judged(
            DAMAGE,
            LEDGER,
            Verdict.INCONCLUSIVE,
            "“more than 4 million” allows it",
            said(
                LEDGER,
                "Repairs will cost [more than 4 million crowns], the line believes.",
                Verdict.INCONCLUSIVE,
                "allows it",
                "more than 4 million crowns",
            ),
        ),
        judged(DAMAGE, TIDES, Verdict.SILENT),
    )
    hurt = (
        judged(
            HURT,
            GULL,
            Verdict.CONTRADICTS,
            "two were treated",
            said(GULL, "[Two of them] were treated for cold.", Verdict.CONTRADICTS, "two were treated", "2"),
        ),
        judged(
            HURT,
            LEDGER,
            Verdict.SUPPORTS,
            "says so",
            said(LEDGER, "[Nobody] was seriously hurt.", Verdict.SUPPORTS, "says so", "0"),
        ),
    )
    return [
        Check(
            ABOARD,
            aboard,
            False,
            "at least 2 independent sources say 81 people were on board the Marisol",
            "Who was aboard",
            Place(feature, 8),
            "expected 2 supporting sources, found 1",
        ),
        Check(
            DAY,
            day,
            True,
            "no source contradicts that the Marisol ran aground on Tuesday 4 March 2025",
            "The day",
            Place(feature, 14),
        ),
        Check(
            MASTER, master, True, "at least 2 sources say Ana Brandt was the master", "The master", Place(feature, 18)
        ),
        Check(DAMAGE, damage, True, "", "", Place()),
        Check(
            HURT,
            hurt,
            False,
            "every source that speaks of it supports it",
            "Injuries",
            Place(feature, 24),
            "gull contradicts it",
        ),
    ]


def cited(source: Source, quotation: str, value: str = "") -> Cited:
    """A passage of a source, the words that give the value in [brackets]."""
    evidence = said(source, quotation, Verdict.CONTRADICTS, "")
    return Cited(source.id, evidence.span, evidence.quote, value, *evidence.marks)


DIFFERING = (
    Discrepancy(
        "money",
        "4.2 million crowns (gull); more than 4 million crowns (ledger)",
        (
            cited(GULL, "The company put the damage at [4.2 million crowns].", "4.2 million crowns"),
            cited(LEDGER, "Repairs will cost [more than 4 million crowns], the line believes.", "more than 4 million"),
        ),
        0.8,
    ),
    Discrepancy(
        "count",
        "79 people (gull); 81 people (ledger)",
        (
            cited(GULL, "All [79 people] on board were brought ashore by noon, the coastguard said.", "79 people"),
            cited(LEDGER, "[Eighty-one people] were taken off the stranded ferry Marisol on Tuesday.", "81 people"),
        ),
        0.7,
    ),
    Discrepancy(
        "weekday", "4 March 2025 was a Tuesday", (cited(TIDES, "left the Marisol by lifeboat [on Tuesday]"),), 0.6
    ),
)
"""What the sources of the ferry story say of one thing: in the second, a fact's finding tells it already."""


def ferry(previous: Report | Past | None = None, today: date = TODAY) -> Report:
    """The ferry story, as reported."""
    clusters = (Cluster(frozenset({"gull", "tides"}), "gull", "2 of 3 sentences in the same words"),)
    return Report.of(ferry_checks(), SOURCES, "The Marisol", TODAY, previous, clusters, today, differing=DIFFERING)


BUILT = Fact("built", "The Marisol was built in 1998")
BUOY = Fact("buoy", "A buoy has been laid off Cape Fern", expect={"notice": ("contradicts",)})


def everything(accepted: str = "4.2 million crowns") -> Report:
    """The ferry story with one of each thing that the opening sentence counts; ``accepted`` is what the gull said."""
    silent = judged(BUILT, LEDGER, Verdict.SILENT), judged(BUILT, TIDES, Verdict.SILENT)
    other = judged(
        BUOY,
        NOTICE,
        Verdict.CONTRADICTS,
        "Cape Tern is not Cape Fern",
        said(NOTICE, "A buoy has been laid off [Cape Tern].", Verdict.CONTRADICTS, "Cape Tern is not Cape Fern"),
    )
    known = Acceptance("gull", "its desk has it from the insurer", "night desk", said=(accepted,))
    damage = replace(DAMAGE, accepted=(known,))
    slip = judged(
        damage,
        GULL,
        Verdict.CONTRADICTS,
        "4.2 is not 4.4",
        said(GULL, "The company put the damage at [4.2 million crowns].", Verdict.CONTRADICTS, "4.2 is not 4.4"),
    )
    asked = "at least 1 source says that the Marisol was built in 1998"
    checks = [
        *(check for check in ferry_checks() if check.fact != DAMAGE),
        Check(damage, (slip,)),
        Check(BUILT, silent, False, asked, "Her age", message="expected 1 supporting source, found 0"),
        Check(BUOY, (other,)),
    ]
    wrong = judged(MASTER, GULL, Verdict.CONTRADICTS), judged(MASTER, TIDES, Verdict.CONTRADICTS)
    known = replace(HURT, accepted=(replace(HURT.accepted[0], until=None),))
    hurt = judged(known, GULL, Verdict.CONTRADICTS)
    before = Report.of([Check(MASTER, wrong), Check(known, (hurt,))], SOURCES, today=date(2025, 3, 11))
    return Report.of(checks, SOURCES, "The Marisol", TODAY, before, today=TODAY, differing=DIFFERING)


def quiet() -> Report:
    """A story in which nothing disagrees."""
    return Report.of(
        [check for check in ferry_checks() if check.fact in (DAY, MASTER)],
        SOURCES[:3],
        "A quiet story",
        TODAY,
        today=TODAY,
    )


def many(facts: int, wrong: int, sources: int = 5, asked: Sequence[Verdict] = ()) -> Report:
    """A dossier of any size: each fact has a sentence of its own in every source that speaks of it."""
    cycle = asked or (Verdict.SUPPORTS, Verdict.SILENT, Verdict.INCONCLUSIVE, Verdict.SILENT)
    lines: list[list[str]] = [[] for _ in range(sources)]
    plan: list[list[Verdict]] = []
    for number in range(facts):
        verdicts = [cycle[(number + place) % len(cycle)] for place in range(sources)]
        if number < wrong:
            verdicts[number % sources] = Verdict.CONTRADICTS
        plan.append(verdicts)
        for place, verdict in enumerate(verdicts):
            if verdict is not Verdict.SILENT:
                lines[place].append(_sentence(number, verdict))
    papers = [
        Source(
            f"paper-{place + 1}",
            "\n\n".join(" ".join(text[i : i + 5]) for i in range(0, len(text), 5)) or "Nothing.",
            outlet=f"Paper {place + 1}",
            title=f"What paper {place + 1} printed",
            published=date(2025, 3, 1 + place % 28),
            url=f"https://paper-{place + 1}.example/",
        )
        for place, text in enumerate(lines)
    ]
    checks = []
    for number, verdicts in enumerate(plan):
        fact = Fact(
            f"district-{number}", f"District {number} counted {number + 100} boats in the harbour census of 2024"
        )
        found = tuple(
            judged(fact, paper, verdict)
            if verdict is Verdict.SILENT
            else judged(
                fact,
                paper,
                verdict,
                _reason(number, verdict),
                said(paper, _marked(number, verdict), verdict, _reason(number, verdict)),
            )
            for paper, verdict in zip(papers, verdicts, strict=True)
        )
        held = number >= wrong
        checks.append(
            Check(
                fact,
                found,
                held,
                f"no source contradicts that district {number} counted {number + 100} boats",
                f"District {number // 10}",
                Place(None, 0),
                "" if held else "a source contradicts it",
            )
        )
    return Report.of(checks, papers, "The harbour census", TODAY, today=TODAY)


def _marked(number: int, verdict: Verdict) -> str:
    figure = {Verdict.CONTRADICTS: number + 90, Verdict.INCONCLUSIVE: f"about {number + 110}"}.get(
        verdict, number + 100
    )
    return f"In district {number} the census found [{figure} boats], the harbour master said."


def _sentence(number: int, verdict: Verdict) -> str:
    return _marked(number, verdict).replace("[", "").replace("]", "")


def _reason(number: int, verdict: Verdict) -> str:
    return {
        Verdict.CONTRADICTS: f"{number + 90} is not {number + 100} (the same district and census)",
        Verdict.INCONCLUSIVE: f"“about” allows {number + 100} and does not say it",
    }.get(verdict, "the same figure")
