"""The whole flow on one screen: read, mark, align, judge, report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from secondsource.facts import Fact
from secondsource.judging import Judgement, Verdict, judge_all
from secondsource.reporting import Check, Past, Report
from secondsource.sources import Source
from secondsource.sources.independence import clusters


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
    """
    read = tuple(sources)
    asked = tuple(fact.in_story(as_of) for fact in facts)
    judged = judge_all([(fact, source) for fact, source in product(asked, read)])
    day = as_of or date.today()
    checks = [
        expectation(fact, judged[number * len(read) : (number + 1) * len(read)], day)
        for number, fact in enumerate(asked)
    ]
    return Report.of(checks, read, title, as_of, previous, clusters(read))


def expectation(fact: Fact, judgements: Sequence[Judgement], day: date) -> Check:
    """What a fact itself expects: no contradiction that is not known, its own ``expect``, and the support it needs."""
    faults = [*_unknown(fact, judgements, day), *_unexpected(fact, judgements), *_missing(fact, judgements)]
    return Check(fact, tuple(judgements), held=not faults, place=fact.place, message="; ".join(faults))


def _unknown(fact: Fact, judgements: Sequence[Judgement], day: date) -> list[str]:
    known = {accepted.source for accepted in fact.accepted if accepted.holds_on(day)} | set(fact.expect)
    against = [one for one in judgements if one.verdict is Verdict.CONTRADICTS and one.source not in known]
    return [f"{one.source} contradicts it: {one.reason}" for one in against]


def _unexpected(fact: Fact, judgements: Sequence[Judgement]) -> list[str]:
    asked = [(one, fact.expect[one.source]) for one in judgements if one.source in fact.expect]
    return [
        f"{one.source} was expected to be {' or '.join(verdicts)} and is {one.verdict}: {one.reason}"
        for one, verdicts in asked
        if one.verdict not in verdicts
    ]


def _missing(fact: Fact, judgements: Sequence[Judgement]) -> list[str]:
    found = sum(one.verdict is Verdict.SUPPORTS for one in judgements)
    return [f"needs {fact.needs} supporting sources, found {found}"] if found < fact.needs else []
