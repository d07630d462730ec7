"""The whole flow on one screen: read, mark, align, judge, report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from secondsource.comparing import compare
from secondsource.facts import Fact
from secondsource.facts.dossier import Dossier
from secondsource.judging import judge_all
from secondsource.reporting import Past, Report
from secondsource.sources import Source
from secondsource.sources.independence import clusters
from secondsource.steps.alone import expectations
from secondsource.steps.asking import try_out


def check(
    facts: Iterable[Fact],
    sources: Iterable[Source],
    *,
    title: str = "",
    as_of: date | None = None,
    previous: Report | Past | None = None,
) -> Report:
    """What every source says of every fact, and where that is not what was expected.

    >>> quay = Source("quay", "The Marisol had 79 people on board.", published=date(2025, 3, 4))
    >>> report = check([Fact("aboard", "The Marisol had 81 people on board.")], [quay])
    >>> [(found.source, found.kind.value) for found in report.discrepancies]
    [('quay', 'contradiction')]
    >>> [(tried.sentence, tried.held) for tried in report.checks]
    [('no source contradicts it', False)]
    """
    story = Dossier(Path(), title, as_of, tuple(facts), tuple(sources))
    asked = [expectation for fact in story.facts for expectation in expectations(fact, story)]
    tried = [outcome.check for expectation in asked for outcome in try_out(expectation, judge_all, scenario="")]
    return Report.of(
        tried, story.sources, title, as_of, previous, clusters(story.sources), differing=compare(story.sources)
    )
