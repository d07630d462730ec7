"""Amounts of money: "more than $13 million", "KSh 17.71 billion", "34 cents a share"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondsource.grammar import currencies, tables, units
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.figures import Figure, Role, figures
from secondsource.grammar.gapping import is_gapped
from secondsource.grammar.nearby import following
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.grammar.tables import NO_TABLE, Table
from secondsource.grammar.wordlist import word_set
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency: an ISO 4217 code, the noun that several states share ("shilling"), or "" if not said.

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
    unsaid = not (source.currency or fact.currency or source.inferred or fact.inferred)
    # Cents are those of one currency, whichever that is.
    one_currency = unsaid or currencies.same(source.currency, fact.currency)
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


def find(passage: Passage, table: Table = NO_TABLE) -> list[Mention[Money]]:
    """Every amount that a passage states, in reading order; bare scaled figures take the currency of their company.

    ``table`` is what the passage is a row of: under "EUR million" its figures are amounts.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The mission costs $13.3m a year.")).passages
    >>> [plain(m.value) for m in find(passage)]
    ['13.3 million USD a year']
    """
    found = figures(passage.text)
    amounts = [figure for figure in found if figure.role is Role.MONEY]
    # An amount in brackets converts the one before it, and the text goes on in the first currency.
    main = next((f.currency for f in amounts if not f.bracketed), amounts[0].currency if amounts else "")
    mentions = []
    last: Figure | None = None
    for figure in found:
        ahead, last = last, None
        if figure.role is Role.MONEY:
            value, last = Money(figure.quantity, figure.currency, per=figure.per), figure
            main = main if figure.bracketed else figure.currency
            mentions.append(_mention(passage, figure, value, "amount"))
        elif figure.role is Role.COUNT and (value_ := _in_table(passage, figure, table)):
            mentions.append(_mention(passage, figure, value_, "cell"))
        elif figure.role is Role.COUNT and ahead and is_gapped(passage, figure, ahead.core_start):
            last = figure  # "a ticket costs three euros, a pass 489"
            mentions.append(_mention(passage, figure, Money(figure.quantity, main), "gapped"))
        elif figure.role is Role.COUNT and _counts_nothing(passage, figure):
            mentions.append(_mention(passage, figure, Money(figure.quantity, main, inferred=True), "inferred"))
    return mentions


def _in_table(passage: Passage, figure: Figure, table: Table) -> Money | None:
    held = tables.measured(passage, figure.core_start, table)
    if held is None or not held.currency:
        return None
    if units.after(passage.text, figure.core_end, figure.digits):
        return None
    quantity = figure.quantity
    if held.factor != 1:
        quantity = replace(quantity, step=quantity.step or figure.step).scaled(held.factor)
    return Money(quantity, held.currency)


def _mention(passage: Passage, figure: Figure, value: Money, rule: str) -> Mention[Money]:
    span, core = Span(figure.start, figure.end), Span(figure.core_start, figure.core_end)
    return Mention("money", value, span.moved(passage.span.start), core.moved(passage.span.start), rule)


_SCALED = 1e5
_COUNTED = frozenset(("NOUN", "PROPN", "ADJ"))


_FUNDS = word_set(
    "money cash aid debt investment spending subsidy funding fund tax revenue saving loan damage cost profit income"
)
"""What comes in millions "of" it and is money: "three billion of public money"."""


def _counts_nothing(passage: Passage, figure: Figure) -> bool:
    """A figure in lakhs, millions or more with no noun behind it: money is what is written so."""
    scaled = figure.quantity.step and figure.step >= _SCALED / 10 and abs(figure.quantity.stated) >= _SCALED
    if not scaled or figure.quantity.hedge is Hedge.VAGUE:
        return False
    behind = following(passage, figure.unit_end, 1)
    if (
        behind
        and behind[0].start < passage.span.start + figure.unit_end + 2
        and not passage.text.startswith((" ", "-"), figure.unit_end)
    ):
        return behind[0].pos == "PUNCT"
    if behind and behind[0].lemma == "of":
        of = following(passage, figure.unit_end, 4)[1:]
        return any(token.lemma in _FUNDS for token in of) and of[0].pos != "DET"
    return not behind or (
        behind[0].pos not in _COUNTED and behind[0].lemma != "-" and behind[0].tag not in ("VBN", "VBG")
    )
