"""Amounts of money: "more than $13 million", "KSh 17.71 billion", "34 cents a share"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.grammar import currencies
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.figures import Figure, Role, figures
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency: an ISO 4217 code, the noun where several states share it ("shilling"), or "" if not said.

    ``inferred`` marks a bare scaled figure that is money only by its company ("up from 401 million a year earlier").
    ``per`` is what the amount is for, each time ("share", "year").
    """

    quantity: Quantity
    currency: str = ""
    inferred: bool = False
    per: str = ""


def relate(source: Money, fact: Money, tolerance: float | None = None) -> Relation:
    """How a source's amount relates to a fact's; two currencies never exclude each other without a stated rate.

    >>> relate(Money(Quantity(1.7e9, 1e8), "KES"), Money(Quantity(13e6, 1e6), "USD"))
    <Relation.COMPATIBLE: 'compatible'>
    >>> relate(Money(Quantity(13.3e6, 1e5), "USD"), Money(Quantity(13e6, 1e6), "USD"))
    <Relation.ENTAILS: 'entails'>
    """
    one_currency = currencies.same(source.currency, fact.currency)
    if one_currency is False or (source.per and fact.per and source.per != fact.per):
        return Relation.COMPATIBLE
    relation = source.quantity.relation_to(fact.quantity, tolerance)
    if one_currency is None and relation is Relation.EXCLUDES:
        return Relation.COMPATIBLE
    return relation


def plain(value: Money) -> str:
    """
    >>> plain(Money(Quantity(13e6, 1e6, Hedge.ABOVE), "USD"))
    'more than 13 million USD'
    """
    each = f"a {value.per}" if value.per else ""
    return " ".join(part for part in (value.quantity.plain(), value.currency, each) if part)


def find(passage: Passage) -> list[Mention[Money]]:
    """Every amount that a passage states, in reading order."""
    found = figures(passage.text)
    stated = [figure for figure in found if figure.role is Role.MONEY]
    amounts = [_mention(passage, f, Money(f.quantity, f.currency, per=f.per), "amount") for f in stated]
    for figure in found:
        if figure.role is Role.COUNT and _is_likely(passage.text, figure):
            amounts.append(
                _mention(passage, figure, Money(figure.quantity, _company(figure, stated), True), "inferred")
            )
    return sorted(amounts, key=lambda mention: mention.core)


def _mention(passage: Passage, figure: Figure, value: Money, rule: str) -> Mention[Money]:
    base = passage.span.start
    span = Span(base + figure.start, base + figure.end)
    return Mention("money", value, span, Span(base + figure.core_start, base + figure.core_end), rule)


# Behind a bare figure of money: the end of its phrase, or what was compared, never a noun that would be counted.
_NOTHING_COUNTED = re.compile(
    r"\s*(?:$|[.,;:)!?—–”\"]|\((?=[$€£¥₹]|US|[A-Z]{3})|(?:a|in|for|from|to|on|at|by|and|or|but|this|last|next|over|under|than|that|which|was|is|were|are|had|has|have|would|will|so|"
    r"as|towards?|during|since|after|before|per|each|more|less|earlier|annually|short|already|under)\b)"
)
_SCALED = 1e5


def _is_likely(text: str, figure: Figure) -> bool:
    """A figure in lakhs, millions or more with nothing counted behind it."""
    scaled = (
        figure.step >= _SCALED / 10
        and figure.quantity.hedge is not Hedge.VAGUE
        and abs(figure.quantity.stated) >= _SCALED
    )
    return scaled and bool(_NOTHING_COUNTED.match(text, figure.unit_end))


def _company(figure: Figure, stated: list[Figure]) -> str:
    """The currency of the nearest amount before it in the passage, if there is one; else of the first after it.

    An amount in brackets converts the one before it, and the text goes on in the first currency.
    """
    main = [f for f in stated if not f.bracketed] or stated
    before = [f for f in main if f.core_start < figure.core_start]
    near = before[-1:] or main[:1]
    return near[0].currency if near else ""
