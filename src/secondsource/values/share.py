"""Shares and factors: "33 %", "two-thirds", "one in seven", "up 5 percentage points", "doubled"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from secondsource.grammar import tables
from secondsource.grammar.figures import Figure, Role, figures
from secondsource.grammar.nearby import between, following
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.grammar.tables import NO_TABLE, Table
from secondsource.grammar.wordlist import word_set
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole (0.33 is 33 %), or a factor ("doubled" is 2).

    ``of`` is the lemma of the whole ("voter"); ``points`` says percentage points, which never equal per cent;
    ``change`` says that it is the size of a rise or fall, not a level; ``gone`` that it is a level and said to be gone,
    so that "half of the assets went" may stand beside "lost half of its assets"; ``best`` that it is a mark, of so many
    points (3.2 out of 10), which no per cent equals.
    """

    quantity: Quantity
    of: str = ""
    points: bool = False
    change: bool = False
    factor: bool = False
    gone: bool = False
    best: int = 0


def relate(source: Share, fact: Share, tolerance: float | None = None) -> Relation:
    """How a source's share relates to a fact's.

    >>> relate(Share(Quantity(0.33, 0.01)), Share(Quantity(0.333333, 0.01)))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Share(Quantity(0.02, 0.01), points=True), Share(Quantity(0.02, 0.01)))
    <Relation.COMPATIBLE: 'compatible'>
    """
    source, fact = _as_change(source, fact), _as_change(fact, source)
    if (source.points, source.factor, source.best) != (fact.points, fact.factor, fact.best):
        return Relation.COMPATIBLE
    if source.change != fact.change and not source.factor:
        level = fact if source.change else source
        if not level.gone:
            return Relation.COMPATIBLE
    return source.quantity.relation_to(fact.quantity, tolerance)


def _as_change(value: Share, other: Share) -> Share:
    """ "doubled" beside a change in per cent is a rise of 100 %, "halved" a fall of 50 %."""
    if not value.factor or other.factor or not other.change:
        return value
    moved = replace(value.quantity, stated=abs(value.quantity.stated - 1))
    return replace(value, quantity=moved, factor=False, change=True)


def plain(value: Share) -> str:
    """
    >>> plain(Share(Quantity(0.125, 0.001))), plain(Share(Quantity(2, 0.1), factor=True))
    ('12.5 %', '2.0 times')
    >>> plain(Share(Quantity(0.32, 0.01), best=10))
    '3.2 out of 10'
    """
    if value.factor:
        return f"{value.quantity.plain()} times"
    if value.best:
        return f"{value.quantity.scaled(value.best).plain()} out of {value.best}"
    return value.quantity.scaled(100).plain() + (" percentage points" if value.points else " %")


def find(passage: Passage, table: Table = NO_TABLE) -> list[Mention[Share]]:
    """Every share, change in per cent and factor that a passage states, in reading order.

    ``table`` is what the passage is a row of: under "%" its figures are shares.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "A third of the crew is new; prices rose by 4 %.")).passages
    >>> [plain(m.value) for m in find(passage)]
    ['33 %', '4 %']
    """
    return [_share(passage, figure) for f in figures(passage.text) if (figure := _in_table(passage, f, table))]


def _in_table(passage: Passage, figure: Figure, table: Table) -> Figure | None:
    """The figure if it is a share, or made one by the heading over it."""
    if figure.role is Role.COUNT and (held := tables.measured(passage, figure.core_start, table)) and held.percent:
        quantity = replace(figure.quantity, step=figure.quantity.step or figure.step).scaled(0.01)
        return replace(figure, role=Role.SHARE, quantity=quantity)
    return figure if figure.role in _ROLES else None


_ROLES = frozenset((Role.SHARE, Role.POINTS, Role.FRACTION, Role.FACTOR, Role.MARK))
_FELL_OR_ROSE = (
    r"rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grows?|grown|growing|climbed|climb|dropped|drop|"
    r"gained|lost|lose|"
    r"shed|jumped|surged|slid|slipped|sank|tumbled|plunged|increased|decreased|declined|added|advanced|eased|expanded|"
    r"contracted|shrank|shrunk|soared|slumped|dipped|edged\s(?:up|down)"
)
_A_CHANGE = (
    r"increase|decrease|rise|fall|drop|gain|growth|decline|jump|surge|cut|loss|slump|slide|contraction|expansion|"
    r"reduction|"
    r"hike|improvement|premium|discount"
)
_MOVED = (
    r"rais(?:es?|ed|ing)|cut(?:s|ting)?|reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|hik(?:es?|ed|ing)|"
    r"slash(?:es|ed|ing)?|trim(?:s|med|ming)?|boost(?:s|ed|ing)?|improv(?:es?|ed|ing)|swell(?:s|ed|ing)?|swollen|"
    r"halv(?:es?|ed|ing)|pare[sd]?|shrink(?:s|ing)?|up|down|changed?"
)
_CHANGE_BEFORE = re.compile(
    rf"\b(?:(?:{_FELL_OR_ROSE}|{_MOVED}|{_A_CHANGE})\s(?:[\w’'-]{{1,20}}\s){{0,8}}by|(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)up|down|another|further|{_FELL_OR_ROSE}|"
    rf"(?:{_A_CHANGE})s?\sof)\s"
    r"(?:(?:a|an|the|some|only|just|as\smuch\sas)\s)?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"[\s-](?:(?:pay|price|tax|annual|year-on-year|quarterly|monthly|net|wage|overall|"
    rf"sharp)\s)?(?!falls\s(?:to|on|upon|within|under|due|outside|into)\b)(?:(?:{_A_CHANGE})s?|losses|"
    r"higher|lower|above|below|more|less|fewer|up|down|larger|smaller|cheaper|dearer|faster|slower|on\s(?:the|a)\s(?:year|month|"
    r"quarter))\b"
)


# "-29 %", "(+3.5 %)": a sign makes a change of a share, as a label does that says so.
# A dash and a space that open a line only make it one of a list.
_SIGNED = re.compile(r"^[-–−+]$|[\s|:(\u00a0][-–−+]\s?$")
_CHANGE_LABEL = re.compile(rf"(?:\S{{1,20}}\s){{0,2}}(?:change|{_A_CHANGE})s?\b", re.IGNORECASE)


def _share(passage: Passage, figure: Figure) -> Mention[Share]:
    text, base = passage.text, passage.span.start
    factor = figure.role is Role.FACTOR
    change = not factor and bool(
        _CHANGE_AFTER.match(text, figure.unit_end)
        or _CHANGE_BEFORE.search(text, max(0, figure.start - 90), figure.start)
        or (figure.role is Role.SHARE and _SIGNED.search(text, max(0, figure.start - 3), figure.start))
        or _CHANGE_LABEL.match(tables.label_text(passage, figure.start))
    )
    value = Share(
        figure.quantity,
        "" if factor else _whole(passage, figure),
        figure.role is Role.POINTS,
        change,
        factor,
        not change and not factor and _is_gone(passage, figure),
        figure.best,
    )
    span, core = Span(figure.start, figure.end), Span(figure.core_start, figure.core_end)
    return Mention("share", value, span.moved(base), core.moved(base), figure.role.value)


def _whole(passage: Passage, figure: Figure) -> str:
    """The lemma of what it is a share of: "a third of the voters", "one in seven children", "half the officers"."""
    behind = following(passage, figure.unit_end, 9)
    if _EACH.search(passage.text, figure.core_start, figure.core_end):
        inside = [t for t in between(passage, figure.core_start, figure.core_end) if t.tag == "NNS"]
        if inside:
            return _lemma(inside[0].lemma)
    if figure.role is not Role.FRACTION and (not behind or behind[0].lemma != "of"):
        return ""
    if [t.lemma for t in behind[:1]] == ["of"] and len(behind) > 2 and behind[1].lemma == "those":
        return "person" if behind[2].text.lower() in _PERSONS else ""
    last = ""
    for token in behind:
        if token.pos in ("NOUN", "PROPN"):
            last = token.lemma
        elif token.tag != "POS" and (last or not (token.lemma == "of" or token.pos in ("DET", "ADJ", "NUM", "PRON"))):
            break
    return _lemma(last)


_PERSONS = word_set(
    "who whom aboard present asked surveyed questioned polled interviewed killed injured rescued arrested tested "
    "involved eligible"
)
"""What stands behind "those" that are persons: "one in three of those who came"."""
_GONE = word_set("vanish disappear evaporate melt perish")
_TAKEN = word_set("lose wipe destroy")


def _is_gone(passage: Passage, figure: Figure) -> bool:
    """Whether the part is the subject of a verb of loss: "half of the assets went"."""
    core = between(passage, figure.core_start, figure.core_end)
    inside = {token.i for token in core}
    i = next((token.i for token in core if token.head not in inside), None)
    while i is not None and passage.tokens[i].dep not in ("nsubj", "nsubjpass"):
        i = passage.tokens[i].head if passage.tokens[i].dep in ("nummod", "compound", "prep", "det", "predet") else None
    if i is None:
        return False
    verb = passage.tokens[passage.tokens[i].head]
    below = [passage.tokens[child] for child in passage.children[verb.i]]
    if verb.lemma == "go":
        return not any(token.dep == "prep" for token in below)  # "a third goes to church"
    if verb.lemma in _TAKEN:
        return passage.tokens[i].dep == "nsubjpass"
    return verb.lemma in _GONE or any(token.text.lower() == "gone" and token.dep == "acomp" for token in below)


_EACH = re.compile(r"\b(?:every|each|in|out)\b", re.IGNORECASE)
"""In "three euros in every ten" and "nine votes out of ten" the noun stands inside."""


def _lemma(noun: str) -> str:
    return "person" if noun == "people" else noun
