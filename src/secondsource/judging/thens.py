"""What happened at a time that is named for something else: "nobody has slept since Monday, when the dam broke".

The time has two parts to play. What goes on has gone on since then; what the clause behind it tells came to pass on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from secondsource.judging.bearers import thens
from secondsource.language import Passage
from secondsource.language.clauses import predicate_of
from secondsource.sources import Kind
from secondsource.values.date import Role, When
from secondsource.values.mention import Mention

Said = tuple[Passage, Mention[When]]


class _Paired(Protocol):
    @property
    def mention(self) -> Mention[When]: ...
    @property
    def measure(self) -> float: ...


P = TypeVar("P", bound=_Paired)

MOST = 6
"""Times of one sentence whose clauses are told apart; where there are more, no reader knows which is whose."""


def of_their_clauses(said: Iterable[Said]) -> Iterator[Said]:
    """The days named for one thing, as those of what a clause behind them tells; each stands at a word of that clause.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.date import plain
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "Nobody has slept since 5 May 2024, when the dam broke."))
    >>> [passage], [marks] = told.passages, mark(told)
    >>> [(_, mention)] = of_their_clauses([(passage, marks.date[0])])
    >>> plain(marks.date[0].value), plain(mention.value), is_of_a_clause(mention)
    ('since Sun 5 May 2024', 'Sun 5 May 2024', True)
    """
    told = list(said)
    crowd = Counter(passage.index for passage, _ in told)
    for passage, mention in told:
        value = mention.value
        if (
            crowd[passage.index] > MOST
            or passage.kind is Kind.ROW
            or value.edges
            or (value.role is Role.ON and not value.adnominal)
        ):
            continue
        for verb in thens(passage, mention.core):
            at = next((c for c in passage.children[verb] if predicate_of(passage, c) == verb), None)
            if at is not None and value.named.first == value.named.last:
                then = replace(value, role=Role.ON, adnominal=False)
                yield passage, replace(mention, value=then, core=passage.tokens[at].span)


def is_of_a_clause(mention: Mention[When]) -> bool:
    """Whether a day is read as that of what a clause behind it tells."""
    return not mention.core.overlaps(mention.span)


def without_the_rest(pairings: list[P]) -> list[P]:
    """Without days that are named for something else, where the clause behind them tells what the claim says."""
    told = {p.mention.span: p.measure for p in pairings if is_of_a_clause(p.mention)}
    return [p for p in pairings if is_of_a_clause(p.mention) or told.get(p.mention.span, -1.0) < p.measure]
