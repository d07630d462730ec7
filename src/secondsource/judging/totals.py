"""Figures that a passage does not print and yet states: sums, the rest, the share of a part, the time between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any

from secondsource.grammar import nearby
from secondsource.grammar.asides import runs
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.quantity import Quantity
from secondsource.judging.remainders import all_but, differences, is_difference
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS
from secondsource.language.clauses import predicate_of
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind, Span
from secondsource.values.count import COLLECTIVES, Count
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.money import Money
from secondsource.values.share import Share

BETWEEN = 8
"""Words that may stand between two parts of a whole ("41 witnesses for the prosecution and 23 for the defence")."""


PARTS = 40
"""Figures of one sentence that are added up."""


ADDED = frozenset(["", "mass", "volume", "area", "energy", "power"])
"""What adds up: not how long a thing takes or is, since "two hours and 30 minutes" is one figure."""


def _exact(mention: Mention[Any]) -> bool:
    if mention.value.quantity.hedge is not Hedge.EXACT:
        return False
    return mention.kind != "count" or mention.value.dimension in ADDED


def _between(passage: Passage, start: int, end: int) -> list[Token]:
    """The words that stand wholly between two places of the source."""
    base = passage.span.start
    return [t for t in nearby.between(passage, start - base, end - base) if start <= t.start and t.end <= end]


def _is_whole(passage: Passage, mention: Mention[Count]) -> bool:
    """ "Of the 58, eleven are back": a figure that the next one is a part of."""
    ahead = [t.text.lower() for t in nearby.preceding(passage, mention.core.start - passage.span.start, 2)]
    opens = ahead == ["of"] or (ahead[1:] == ["of"] and ahead[0] in (",", ";", ":"))
    return opens or (ahead[:1] == ["of"] and ahead[1] in ("the", "its", "their", "these", "those", "all"))


_TOO = frozenset(["other", "another", "further", "remaining", "additional"])


def _joined(passage: Passage, first: Mention[Any], second: Mention[Any]) -> bool:
    """Whether two figures are parts of one whole.

    They stand side by side with an "and" or a comma and no verb between them, or the second is "the other 63".
    """
    between = _between(passage, first.core.end, second.core.start)
    if is_difference(passage, first) or is_difference(passage, second):
        return False
    if _is_whole(passage, first) or any(t.text in (".", ":") for t in between):
        return False
    if first.kind == "count":
        if second.value.of and second.value.of == first.value.unit:
            return False  # "1,300 jobs, 380 of them in the north"
        if first.value.unit and first.value.unit == second.value.unit and any(t.lemma in _TOO for t in between[-2:]):
            return True
    if first.kind == "count" and first.value.dimension != second.value.dimension:
        return False
    return (
        len(between) <= BETWEEN * (1 + _is_one_thing(first, second))
        and any(t.lemma in ROW for t in between)
        and not any(t.pos == "SCONJ" or t.text == ";" for t in between)
        and (
            not any(t.pos in ("VERB", "AUX") and t.text.islower() for t in between)  # "29,000 people and Osa 18,000"
            or (_is_one_thing(first, second) and _of_one_deed(passage, first, second))
        )
    )


def _of_one_deed(passage: Passage, first: Mention[Any], second: Mention[Any]) -> bool:
    """Whether one verb, or two that mean the same, tell of two figures: not "12 men were killed and 20 were hurt"."""
    verbs = [predicate_of(passage, m_tokens[0].i) for m in (first, second) if (m_tokens := passage.tokens_in(m.core))]
    told = [passage.tokens[v].lemma for v in verbs if v is not None]
    return len(told) == 2 and lexicon.kinship(told[0], told[1]) >= lexicon.SYNONYM


def _is_one_thing(first: Mention[Any], second: Mention[Any]) -> bool:
    """Whether two figures are of things of one sort, so that a verb between them parts only what became of them:
    "31 tonnes go to the east and 20 tonnes to the west"."""
    if first.kind != "count":
        return False
    units = {first.value.unit, second.value.unit} - {""}
    return bool(first.value.unit) and (len(units) == 1 or all(map(lexicon.person_noun, units)))


def _runs(passage: Passage, parts: list[Mention[Any]]) -> Iterator[tuple[Mention[Any], ...]]:
    """Every stretch of two or more figures that are parts of one whole, as far as one whole goes."""
    joined = [_joined(passage, first, second) for first, second in pairwise(parts)]
    for i in range(len(joined)):
        for end in range(i, min(i + PARTS, len(joined))):
            if not joined[end]:
                break
            yield tuple(parts[i : end + 2])


def _sum(parts: Sequence[Mention[Any]], value: Any, rule: str = "sum") -> Mention[Any]:
    first, last = parts[0], parts[-1]
    return Mention(first.kind, value, first.span.joined(last.span), first.core.joined(last.core), rule)


ONE = frozenset(["a", "an", "the", "its", "his", "her", "their"])
"""What opens the name of one person among parts that are counted."""


def _one_each(passage: Passage) -> Iterator[Mention[Count]]:
    """Persons named one by one in a row: of "45 passengers, a guide and the driver" the last two."""
    for token in passage.tokens[1:]:
        before = passage.tokens[token.i - 1]
        if before.text.lower() not in ONE or token.tag != "NN" or not lexicon.person_noun(token.lemma):
            continue
        behind = passage.tokens[token.i + 1].lemma if token.i + 1 < len(passage.tokens) else ""
        if token.dep == "nsubj" and passage.tokens[token.head].lemma in VERBS:
            continue  # "..., the operator said"
        if token.lemma not in COLLECTIVES and ROW & {passage.tokens[before.i - 1].lemma, behind}:
            span = Span(before.start, token.end)
            yield Mention("count", Count(Quantity(1.0), token.lemma), span, Span(before.start, before.end), "one")


ROW = frozenset([",", "and", "&", "plus"])
"""What joins the parts of a whole."""


def sums(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """Parts named side by side, as their sum: "120 men and 24 women" says 144 people."""
    # None of a thing is no part: "it has 88 pages and names no one".
    counted = [m for m in marks.count if _exact(m) and m.value.quantity.stated]
    if any(m.value.unit and lexicon.person_noun(m.value.unit) for m in counted):
        counted = sorted((*counted, *_one_each(passage)), key=lambda m: m.core)
    for parts in _runs(passage, counted):
        if all(m.rule == "one" for m in parts):
            continue
        yield _added(parts)


def _added(parts: Sequence[Mention[Count]]) -> Mention[Count]:
    """Counts as their sum, of people where each is of persons."""
    total = sum(m.value.quantity.stated for m in parts)
    named = {m.value.unit for m in parts if m.value.unit}
    people = len(named) > 1 and all(map(lexicon.person_noun, named))
    unit = "person" if people else next(iter(named)) if len(named) == 1 else ""
    value = Count(Quantity(total), unit, parts=tuple(sorted(named)) if people else ())
    measured = parts[0].value
    if measured.dimension:
        value = replace(value, dimension=measured.dimension, written=measured.written)
    return _sum(parts, value)


ROWS = PARTS
"""Lines of a table or list that are added up."""

TOTAL = frozenset(["total", "sum", "overall", "altogether", "all", "together"])
"""What labels a line that gives the sum itself."""


def down(passages: Sequence[Passage], marks: Sequence[Marks]) -> Iterator[tuple[Passage, Mention[Count]]]:
    """The columns of tables and the figures that open the items of lists, added up, each at its first line.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "Aboard were:\\n\\n- 12 nurses\\n- 30 patients\\n"))
    >>> [(mention.value.quantity.stated, passage.text) for passage, mention in down(told.passages, mark(told))]
    [(42.0, '- 12 nurses')]
    """
    for kind, lines in groupby(passages, key=lambda passage: passage.kind):
        if kind not in (Kind.ROW, Kind.ITEM):
            continue
        rows = [(line, found) for line in lines if (found := _by_column(line, marks[line.index]))]
        if not 1 < len(rows) <= ROWS or any(_gives_total(line) for line, _ in rows):
            continue
        for column, first in rows[0][1].items():
            parts = [found[column] for _, found in rows if column in found]
            if len(parts) == len(rows) and len({part.value.dimension for part in parts}) == 1:
                yield rows[0][0], replace(_added(parts), core=first.core)


def _by_column(line: Passage, marks: Marks) -> dict[int, Mention[Count]]:
    """The counts of a line by its columns; of a list item the first one, behind its label."""
    found: dict[int, Mention[Count]] = {}
    label = line.span.start + line.text.find(": ") if line.kind is Kind.ITEM else -1
    counted = [m for m in marks.count if _exact(m)]
    for mention in [m for m in counted if m.core.start > label] or counted:
        bars = line.text.count("|", 0, mention.core.start - line.span.start)
        if bars or line.kind is Kind.ITEM:
            found.setdefault(bars, mention)
    return found


def _gives_total(line: Passage) -> bool:
    """Whether a line is the sum of the others, so that nothing is left to add up."""
    return any(t.lemma.lower() in TOTAL for t in line.tokens[:3])


def amounts(passage: Passage, marks: Marks) -> Iterator[Mention[Money]]:
    """Amounts of one currency side by side, as their sum: "€2.1bn from the state and €0.8bn from the city"."""
    for parts in _runs(passage, [m for m in marks.money if _exact(m) and not m.value.inferred]):
        if len({(m.value.currency, m.value.per) for m in parts}) > 1:
            continue
        total = Quantity(sum(m.value.quantity.stated for m in parts), max(m.value.quantity.step for m in parts))
        yield _sum(parts, replace(parts[0].value, quantity=total.scaled(1.0)))


def shares(passage: Passage, marks: Marks) -> Iterator[Mention[Share]]:
    """A part of a stated composition as a share of it: "158 men and 28 women" says that 15 % are women."""
    for whole in sums(passage, marks):
        if not whole.value.quantity.stated:
            continue
        for part in marks.count:
            if part.core.within(whole.core) and _exact(part) and part.value.unit:
                rate = part.value.quantity.stated / whole.value.quantity.stated
                yield Mention(
                    "share", Share(Quantity(rate, step=0.01), part.value.unit), whole.span, whole.core, "part of a sum"
                )


LEFT = frozenset(["left", "remain", "survive", "stay", "keep", "leave", "stand"])
"""What is said of the part that is not taken away."""


def _parts_of(passage: Passage, marks: Marks) -> Iterator[tuple[Mention[Count], Mention[Count]]]:
    """A part and its whole that are both figures: "268 of its 310", "28 of 186", "of the 310 asked, 268"."""
    exact = [m for m in marks.count if _exact(m)]
    for part, whole in pairwise(exact):
        between = [t.lemma for t in _between(passage, part.core.end, whole.core.start)]
        if 0 < len(between) <= 3 and between[0] in OUT_OF and part.value.quantity.stated < whole.value.quantity.stated:
            yield part, whole
        elif (
            _is_whole(passage, part)
            and (between.count(",") == 1 or not _says_something(passage, part, whole))
            and len(between) <= BETWEEN
            and whole.value.quantity.stated < part.value.quantity.stated
        ):
            yield whole, part  # "of 1,200 asked, 800"


def _says_something(passage: Passage, first: Mention[Any], second: Mention[Any]) -> bool:
    """Whether a verb stands between two figures, or a comma: "of the ninety in the bay sixty were oiled" has none."""
    between = _between(passage, first.core.end, second.core.start)
    return any(t.pos in ("VERB", "AUX") or t.pos == "PUNCT" for t in between)


OUT_OF = frozenset(["of", "out"])


def rests(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """What is gone where the rest is stated: "until 268 of its 310 are left" says that 42 go."""
    for part, whole in _parts_of(passage, marks):
        behind = nearby.following(passage, whole.span.end - passage.span.start, 4)
        if any({t.lemma, t.text.lower()} & LEFT for t in behind):
            gone = Quantity(whole.value.quantity.stated - part.value.quantity.stated)
            value = Count(gone, whole.value.unit or part.value.unit)
            yield Mention("count", value, part.span.joined(whole.span), part.core.joined(whole.core), "sum")


def listed(passage: Passage) -> Iterator[Mention[Count]]:
    """Labels that are listed, as their number: "counts 1 to 5 and 7 to 10" are nine counts."""
    for start, end, noun, many in runs(passage.text):
        span = Span(start, end).moved(passage.span.start)
        yield Mention("count", Count(Quantity(many), noun), span, span, "sum")


def parts(passage: Passage, marks: Marks) -> Iterator[Mention[Share]]:
    """A part of a stated whole as a share of it: "28 of the 186 are women" says that 15 % are."""
    for part, whole in _parts_of(passage, marks):
        rate = part.value.quantity.stated / whole.value.quantity.stated
        behind = nearby.following(passage, whole.span.end - passage.span.start, 3)
        noun = next((t.lemma for t in behind if t.pos == "NOUN"), "") or part.value.unit or whole.value.unit
        yield Mention(
            "share",
            Share(Quantity(rate, step=0.01), noun),
            part.span.joined(whole.span),
            part.core.joined(whole.core),
            "part of a whole",
        )


def products(marks: Marks) -> Iterator[Mention[Count]]:
    """So many times so long: "twelve one-day strikes" are twelve days of strikes."""
    for many, each in pairwise(marks.count):
        if each.rule == "each" and _exact(many):
            total = replace(each.value.quantity.scaled(many.value.quantity.stated), step=each.value.quantity.step)
            yield Mention("count", replace(each.value, quantity=total), many.span, many.core, "product")


_CLOCK = (
    r"(?P<{0}_hour>[01]?\d|2[0-4])(?P<{0}_sign>[.:h])(?P<{0}_minute>[0-5]\d)(?!\d|[.:]\d)"
    r"(?:\s?(?P<{0}_said>hrs|hours|[ap]\.?m\b\.?))?"
)
_FROM_TO = re.compile(
    r"\b(?:from|between|entry|entered|start|started|began|begin|opened|open|in)\b:?\s(?:at\s)?"
    + _CLOCK.format("a")
    + r",?\s(?:to|until|till|and|exit|left|end|ended|finish|finished|closed|close|out)"
    r"(?:\s(?:ended|left|finished|closed))?:?\s(?:at\s)?" + _CLOCK.format("b"),
    re.IGNORECASE,
)
_DAY = 24 * 60


def spans(passage: Passage) -> Iterator[Mention[Count]]:
    """The time between two times of the clock: "from 02.41 to 03.00" lasts 19 minutes."""
    for match in _FROM_TO.finditer(passage.text):
        if "." == match["a_sign"] == match["b_sign"] and not (match["a_said"] or match["b_said"]):
            continue  # "from 3.40 to 5.20 metres"
        lasted = Quantity(60.0 * ((_minutes(match, "b") - _minutes(match, "a")) % _DAY), step=60.0)
        span = Span(*match.span()).moved(passage.span.start)
        yield Mention(
            "count", Count(lasted, "second", dimension="duration", written=(60.0, "minutes")), span, span, "sum"
        )


def stretches(passage: Passage, marks: Marks) -> Iterator[Mention[Count]]:
    """How long what goes on from one day to another lasts: "from 3 March to 27 April" is eight weeks, give or take the
    last day; "from 2004 to 2016" is eleven to thirteen years."""
    for mention in marks.date:
        if mention.value.edges is None or passage.kind is not Kind.PROSE:
            continue
        first, last = mention.value.edges
        days = (last.first - first.last).days, (last.last - first.first).days + 1
        low, high = (_SECONDS * max(0, n) for n in days)
        lasted = Quantity((low + high) / 2, _SECONDS, Hedge.RANGE, low, high)
        count = Count(lasted, "second", dimension="duration", written=(_SECONDS, "days"))
        yield Mention("count", count, mention.span, mention.core, "lasted")
        if high - low == _SECONDS:
            # From the 4th to the 6th are three days, but a road shut so long may be said to have been so for two.
            yield Mention("count", replace(count, quantity=Quantity(high, _SECONDS)), mention.span, mention.core, "sum")


_SECONDS = 24 * 60 * 60.0


def _minutes(match: re.Match[str], end: str) -> int:
    afternoon = (match[f"{end}_said"] or "").lower().startswith("p") and int(match[f"{end}_hour"]) < 12
    return 60 * (int(match[f"{end}_hour"]) + 12 * afternoon) + int(match[f"{end}_minute"])


@of_passage
def derived(passage: Passage, kind: str, marks: Marks) -> tuple[Mention[Any], ...]:
    """What a passage entails of a kind by arithmetic alone."""
    if kind == "count":
        return (
            *sums(passage, marks),
            *rests(passage, marks),
            *all_but(passage, marks),
            *differences(passage, marks.count),
            *listed(passage),
            *products(marks),
            *spans(passage),
            *stretches(passage, marks),
        )
    if kind == "money":
        return (*amounts(passage, marks), *differences(passage, marks.money))
    if kind == "share":
        return (*shares(passage, marks), *parts(passage, marks))
    return ()
