"""Deeds and measures of one field, of which a figure is told of one alone: what is owed was not repaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.grammar.wordlist import word_set

_Columns = tuple[frozenset[str], ...]


def _columns(*texts: str) -> _Columns:
    return tuple(map(word_set, texts))


FATES = _columns(
    "kill die dead death drown perish fatality slay murder",
    "injure injured wound wounded hurt injury",
    "missing",
    "arrest detain arrested detained arrestee detainee",
    "rescue rescued save survive survivor alive",
)
"""What becomes of people, and of each of them one thing only."""

SUMS = (
    _columns("profit", "revenue turnover takings", "loss deficit", "debt owe", "invest investment", "dividend"),
    _columns("owe debt borrow loan", "repay repayment refund"),
    _columns("cost spend expenditure outlay", "gross earn revenue turnover takings"),
    _columns("fine penalty", "spend compensation damages damage"),
    _columns("worth value asset", "debt owe"),
    _columns("donate donation gift give", "loan lend", "earn"),
)
"""What is done with money."""

RATES = (
    _columns("unemployment jobless joblessness unemployed", "inflation", "interest", "growth grow", "turnout"),
    _columns("turnout", "win elect election victory"),
    _columns("seat constituency", "voter elector electorate"),
)
"""What is measured in per cent."""

DEEDS = (
    _columns(
        "destroy flatten raze level demolish gut wreck ruin", "damage", "repair rebuild restore", "evacuate", "without"
    ),
    _columns("cut shed axe scrap slash lose dismiss loss redundancy", "create add recruit creation employ hire"),
    _columns("pass", "fail", "sit attempt"),
    _columns("enrol enroll recruit enlist randomise randomize", "screen"),
    _columns("steal loot rob theft take", "recover return retrieve recovery", "borrow loan lend"),
    _columns("build construct", "sell", "demolish"),
    _columns("arrest detain", "charge indict", "convict jail sentence imprison", "acquit", "release free"),
    _columns("vaccinate inoculate", "infect infection", "test"),
    _columns("plant sow", "fell"),
    _columns("thin thicken lose loss", "retreat advance recede"),
    _columns("cancel scrap axe", "delay postpone", "operate run fly", "divert reroute"),
    _columns("win victory", "lose defeat", "draw", "play"),
    _columns("score", "concede"),
    _columns(
        "produce manufacture make build print publish assemble",
        "sell sale export",
        "recall",
        "import",
        "order",
        "scrap",
    ),
    _columns("issue", "buy purchase repurchase", "own hold"),
    _columns("displace uproot homeless", "isolate cut", "rescue"),
    _columns("hire recruit appoint", "dismiss sack fire", "short lack"),
    _columns("receive get attract", "approve grant accept uphold", "reject refuse turn dismiss"),
    _columns("generate produce", "consume use", "export", "import", "store"),
    _columns("register", "resettle", "deport expel", "return"),
    _columns("perform carry", "postpone cancel"),
    _columns("plan schedule", "cancel"),
    _columns("visit", "show display exhibit"),
)
"""What is done to things and people that are counted."""

OF_KIND: Mapping[str, tuple[_Columns, ...]] = {
    "count": (FATES, *SUMS, *DEEDS),
    "money": (*SUMS, *DEEDS),
    "share": (FATES, *RATES, *DEEDS),
}
"""The fields that the figures of a kind are told in."""


def told_apart(kind: str, ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether words say of a figure what it cannot be where it is what other words say.

    >>> told_apart("money", ["repay"], ["owe"]), told_apart("money", ["cost"], ["spend"])
    (True, False)
    >>> told_apart("count", ["kill"], ["injure", "die"])
    False
    """
    known = _KNOWN.get(kind, frozenset[str]())
    some, others = known.intersection(ours), known.intersection(theirs)
    # Few figures are told in any of these words.
    return bool(some and others) and any(_apart(field, some, others) for field in OF_KIND[kind])


_KNOWN = {
    kind: frozenset(word for field in fields for column in field for word in column) for kind, fields in OF_KIND.items()
}
"""All words of the fields that the figures of a kind are told in."""


def _apart(field: _Columns, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    mine, other = ({place for place, column in enumerate(field) if column & words} for words in (ours, theirs))
    return bool(mine and other) and mine.isdisjoint(other)
