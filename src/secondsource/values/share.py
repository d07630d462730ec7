"""Shares and factors: "33 %", "two-thirds", "one in seven", "up 5 percentage points", "doubled"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from secondsource.grammar import bounds
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.figures import Figure, Role, figures
from secondsource.grammar.numerals import numerals
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole (0.33 is 33 %), or a factor ("doubled" is 2).

    ``of`` is the lemma of the whole ("voter"); ``points`` says percentage points, which never equal per cent;
    ``change`` says that it is the size of a rise or fall, not a level.
    """

    quantity: Quantity
    of: str = ""
    points: bool = False
    change: bool = False
    factor: bool = False


def relate(source: Share, fact: Share, tolerance: float | None = None) -> Relation:
    """How a source's share relates to a fact's.

    >>> relate(Share(Quantity(0.33, 0.01)), Share(Quantity(0.333333, 0.01)))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Share(Quantity(0.02, 0.01), points=True), Share(Quantity(0.02, 0.01)))
    <Relation.COMPATIBLE: 'compatible'>
    """
    source, fact = _as_change(source, fact), _as_change(fact, source)
    if (source.points, source.factor) != (fact.points, fact.factor):
        return Relation.COMPATIBLE
    if source.change != fact.change and not source.factor:
        return Relation.COMPATIBLE
    return source.quantity.relation_to(fact.quantity, tolerance)


def _as_change(value: Share, other: Share) -> Share:
    """ "doubled" beside a change in per cent is a rise of 100 %."""
    if not value.factor or other.factor or not other.change:
        return value
    moved = replace(value.quantity, stated=value.quantity.stated - 1)
    return replace(value, quantity=moved, factor=False, change=True)


def plain(value: Share) -> str:
    """
    >>> plain(Share(Quantity(0.125, 0.001, Hedge.ABOVE))), plain(Share(Quantity(2, 0.1), factor=True))
    ('more than 12.5 %', '2.0 times')
    """
    if value.factor:
        return f"{value.quantity.plain()} times"
    return value.quantity.scaled(100).plain() + (" percentage points" if value.points else " %")


def find(passage: Passage) -> list[Mention[Share]]:
    """Every share, change in per cent and factor that a passage states, in reading order."""
    text = passage.text
    found = [
        _share(passage, figure) for figure in figures(text) if figure.role in (Role.SHARE, Role.POINTS, Role.FRACTION)
    ]
    found += _factors(passage)
    return sorted(found, key=lambda mention: mention.core)


_CHANGE_BEFORE = re.compile(
    r"\b(?:by|up|down|another|further|rose|risen|rise|rises|rising|fell|fallen|fall|falls|falling|grew|grow|grown|grows|growing|climbed|climb|dropped|drop|gained|lost|lose|shed|jumped|"
    r"surged|slid|slipped|sank|tumbled|plunged|increased|decreased|declined|added|advanced|eased|expanded|contracted|shrank|shrunk|soared|slumped|dipped|edged\s(?:up|down)|"
    r"(?:increase|decrease|rise|fall|drop|gain|growth|decline|jump|surge|cut|loss|slump|slide|contraction|expansion|reduction|hike|improvement)s?\sof)\s"
    r"(?:(?:a|an|the|some|only|just|as\smuch\sas)\s)?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"[\s-](?:(?:pay|price|tax|annual|year-on-year|quarterly|monthly|net|wage|overall|sharp)\s)?(?:increases?|decreases?|rises?|falls?|drops?|gains?|growth|declines?|jumps?|surges?|cuts?|higher|lower|more|less|fewer|up|down|loss|losses|slump|slide|"
    r"contraction|expansion|reductions?|hikes?|improvement|larger|smaller|cheaper|dearer|faster|slower|on\s(?:the|a)\s(?:year|month|quarter))\b"
)


def _share(passage: Passage, figure: Figure) -> Mention[Share]:
    text = passage.text
    change = bool(
        _CHANGE_AFTER.match(text, figure.unit_end)
        or _CHANGE_BEFORE.search(text, max(0, figure.start - 40), figure.start)
    )
    value = Share(figure.quantity, _whole(passage, figure), figure.role is Role.POINTS, change)
    return _mention(passage, figure.start, figure.end, figure.core_start, figure.core_end, value, figure.role.value)


def _mention(
    passage: Passage, start: int, end: int, core: int, core_end: int, value: Share, rule: str
) -> Mention[Share]:
    base = passage.span.start
    return Mention("share", value, Span(base + start, base + end), Span(base + core, base + core_end), rule)


def _whole(passage: Passage, figure: Figure) -> str:
    """The lemma of what the share is taken of: "a third of the voters", "one in seven children", "half the officers"."""
    base = passage.span.start
    following = [t for t in passage.tokens if t.start - base >= figure.unit_end][:9]
    if figure.role is not Role.FRACTION and (not following or following[0].lemma != "of"):
        return ""
    last = ""
    for token in following:
        if token.pos in ("NOUN", "PROPN"):
            last = token.lemma
        elif (
            last
            or token.pos not in ("ADP", "DET", "ADJ", "NUM", "PRON", "PUNCT")
            or (token.pos == "ADP" and token.lemma != "of")
            or token.text in ",.;"
        ):
            break
    return "person" if last == "people" else last


_FACTOR_VERBS = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5, "twofold": 2.0, "threefold": 3.0,
    "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "tenfold": 10.0,
}  # fmt: skip
_FACTORS = re.compile(
    r"\b(?P<again>half\sas\s(?:much|many|big|large|long)\sagain)\b"
    r"|\b(?P<half>half\sas\s(?:much|many|big|large|long|high))\b"
    r"|\b(?P<twice>twice)(?=\s(?:as|the|its|what|that|their|his|her|this|last|those)\b)"
    r"|(?P<times>\b(?:\d{1,4}(?:\.\d{1,2})?|one\sand\sa\shalf|two\sand\sa\shalf|three|four|five|six|seven|eight|nine|ten|twenty))(?:\stimes(?=\s(?:as|the|more|higher|larger|bigger|what|its|their|that|less|fewer|lower)\b)|-?x\b|[-\s]?fold\b)"
    r"|\b(?P<verb>doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)|"
    r"(?:two|three|four|five|six|seven|eight|ten)fold)\b(?!-(?:decker|digit|edged|click|check|glazed))(?!\s(?:room|rooms|decker|digit|digits|standards?|agent|bed|beds|murder|vision|win|gold|play)\b)",
    re.IGNORECASE,
)


def _factors(passage: Passage) -> list[Mention[Share]]:
    text = passage.text
    found = []
    for match in _FACTORS.finditer(text):
        value, step = _factor(match)
        bound = bounds.before(text, match.start())
        start, hedge = (bound[1], bound[0]) if bound else (match.start(), Hedge.EXACT)
        share = Share(Quantity(value, step, hedge), factor=True)
        found.append(_mention(passage, start, match.end(), *match.span(), share, "factor"))
    return found


def _factor(match: re.Match[str]) -> tuple[float, float]:
    """The factor and how finely it is stated."""
    if match["again"]:
        return 1.5, 0.1
    if match["half"]:
        return 0.5, 0.1
    if match["twice"]:
        return 2.0, 0.1
    if verb := match["verb"]:
        return next(factor for stem, factor in _FACTOR_VERBS.items() if verb.lower().startswith(stem)), 0.1
    words = match["times"].lower()
    if words.endswith("and a half"):
        return {"one": 1.5, "two": 2.5}[words.split()[0]], 0.1
    numeral = numerals(words)[0]
    return numeral.value, 1.0 if numeral.exact else numeral.step
