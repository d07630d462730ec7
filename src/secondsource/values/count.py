"""How many: "more than 700 police officers", "a 144-strong contingent", "the 600", "2,348 metres"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondsource.grammar import bounds, compounds, tables, units
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.figures import Figure, Role, figures
from secondsource.grammar.gapping import is_gapped
from secondsource.grammar.nearby import between, following, preceding
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.grammar.tables import NO_TABLE, Table
from secondsource.grammar.wordlist import word_set, words
from secondsource.language import lexicon
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind, Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, or so much of a measure.

    ``unit`` is the lemma of what is counted ("officer"), empty where the text leaves it out ("the 600"), with ``also``
    what is counted together with it ("officers and soldiers"); ``modifiers`` are the lemmas that narrow it. With a
    ``dimension`` the quantity is in its SI base unit and ``unit`` names that. ``of`` is the whole that a part is taken
    from ("600 of the officers"); ``group`` is the body whose size it is ("a force of 600", "the strength is 1,040");
    ``parts`` are the nouns of a sum's parts ("120 men and 24 women" are people).
    """

    quantity: Quantity
    unit: str = ""
    modifiers: tuple[str, ...] = ()
    dimension: str = ""
    of: str = ""
    group: str = ""
    also: tuple[str, ...] = ()
    written: tuple[float, str] = field(default=(1.0, ""), compare=False)
    """By what to divide a converted quantity, and the word to print, so as to say it as the text does."""
    parts: tuple[str, ...] = ()


def relate(source: Count, fact: Count, tolerance: float | None = None) -> Relation:
    """How a source's figure relates to a fact's. What is counted is asked elsewhere; but a length is no number of men.

    >>> relate(Count(Quantity(144), "officer"), Count(Quantity(100, hedge=Hedge.ABOVE), "officer"))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Count(Quantity(144), "officer"), Count(Quantity(90), "second", dimension="duration"))
    <Relation.COMPATIBLE: 'compatible'>
    """
    if source.dimension != fact.dimension:
        return Relation.COMPATIBLE
    said, bound = source.quantity, fact.quantity
    if said.hedge is Hedge.EXACT and bound.hedge in (Hedge.ABOVE, Hedge.BELOW) and said.stated == bound.stated:
        return Relation.EXCLUDES  # who means more than 64 metres does not write "64 metres", however they were rounded
    return source.quantity.relation_to(fact.quantity, tolerance)


def plain(value: Count) -> str:
    """
    >>> plain(Count(Quantity(700, hedge=Hedge.ABOVE), "officer", ("police",)))
    'more than 700 police officers'
    """
    factor, word = value.written
    things = word or " ".join((*value.modifiers, _plural(value.unit) if value.quantity.stated != 1 else value.unit))
    of = "of" if value.quantity.hedge is Hedge.VAGUE and value.quantity.low > _SEVERAL and things.strip() else ""
    return " ".join(part for part in (value.quantity.scaled(1 / factor).plain(), of, things.strip()) if part)


_SEVERAL = 1
"""What "several" is more than: "several shops", but "dozens of shops"."""
_INVARIABLE = word_set(
    "people personnel staff police aircraft cattle series sheep dead wounded injured missing species troops living"
)
_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "life": "lives"}


def _plural(noun: str) -> str:
    """
    >>> _plural("officer"), _plural("woman"), _plural("country"), _plural("branch"), _plural("personnel")
    ('officers', 'women', 'countries', 'branches', 'personnel')
    """
    for one, many in _PLURALS.items():
        if noun.endswith(one):
            return noun.removesuffix(one) + many
    if not noun or noun.rpartition(" ")[2].lower() in _INVARIABLE:
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|ch|sh)$", noun) else "s")


def find(passage: Passage, table: Table = NO_TABLE) -> list[Mention[Count]]:
    """Every count, measure and age that a passage states, in reading order; ``table`` is what it is a row of.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "About 600 officers and 24 vehicles left.")).passages
    >>> [plain(m.value) for m in find(passage)]
    ['about 600 officers', '24 vehicles']
    """
    found: list[Mention[Count]] = []
    last: Mention[Count] | None = None
    for figure in figures(passage.text):
        ahead, last = last, None
        if figure.role is Role.AGE:
            value = Count(figure.quantity, "year", dimension="age", written=(1.0, "years old"))
            found.append(_mention(passage, figure, value, figure.end, "age"))
        elif figure.role is Role.SCORE:
            found.append(
                _mention(passage, figure, Count(figure.quantity, _scored(passage, figure)), figure.end, "score")
            )
        elif figure.role is Role.COUNT and (last := _gapped(passage, figure, ahead) or _count(passage, figure, table)):
            found.append(last)
    found = sorted((*found, *_single(passage)), key=lambda mention: mention.core)
    found = list(_with_nouns(passage, _in_two_units(passage, found)))
    return [_each(passage, mention, found[place - 1] if place else None) for place, mention in enumerate(found)]


def _gapped(passage: Passage, figure: Figure, ahead: Mention[Count] | None) -> Mention[Count] | None:
    """ "Osa sold 12 boats and Lund nine": so many of what the figure right ``ahead`` counts."""
    if ahead is None or not ahead.value.unit or ahead.value.dimension:
        return None
    if not is_gapped(passage, figure, ahead.core.start - passage.span.start):
        return None
    return _mention(passage, figure, replace(ahead.value, quantity=figure.quantity), figure.end, "gapped")


_ONE_AND = re.compile(r"\ban?\s(?P<unit>[a-z]{3,12})\sand\s$", re.IGNORECASE)
"""What stands before the second of two units where the first is one: "a year and" ten months."""


def _in_two_units(passage: Passage, found: Sequence[Mention[Count]]) -> Iterator[Mention[Count]]:
    """Measures, those in two units as one: "one year and ten months"."""
    last: Mention[Count] | None = None
    for mention in found:
        whole = _measured_together(passage, last, mention) if last else None
        if last and not whole:
            yield last
        last = whole or _after_one(passage, mention)
    if last:
        yield last


def _measured_together(passage: Passage, first: Mention[Count], second: Mention[Count]) -> Mention[Count] | None:
    if not (first.rule == second.rule == "measure" and first.value.dimension == second.value.dimension):
        return None
    base, larger = passage.span.start, first.value.written[0]
    if second.value.written[0] >= larger:
        return None
    ends = first.span.end - base, second.span.start - base
    quantity = compounds.joined(passage.text, *ends, first.value.quantity, second.value.quantity, larger)
    if quantity is None:
        return None
    value = replace(second.value, quantity=quantity)
    return Mention("count", value, first.span.joined(second.span), first.core.joined(second.core), "measure")


def _after_one(passage: Passage, mention: Mention[Count]) -> Mention[Count]:
    """ "A year and ten months" are 22 months."""
    if mention.rule != "measure":
        return mention
    text, at = passage.text, mention.span.start - passage.span.start
    ahead = _ONE_AND.search(text, max(0, at - 24), at)
    found = units.after(text, ahead.start("unit") - 1, digits=False) if ahead else None
    if ahead is None or found is None or found[0].dimension != mention.value.dimension:
        return mention
    larger = found[0].factor
    one = Quantity(larger, larger)
    quantity = compounds.joined(text, ahead.end("unit"), at, one, mention.value.quantity, larger)
    if quantity is None:
        return mention
    before = Span(ahead.start(), ahead.end()).moved(passage.span.start)
    value = replace(mention.value, quantity=quantity)
    return replace(mention, value=value, span=before.joined(mention.span), core=before.joined(mention.core))


def _each(passage: Passage, mention: Mention[Count], before: Mention[Count] | None) -> Mention[Count]:
    """ "Twelve one-day strikes": what each of those lasts that are counted just before."""
    hyphened = "-" in mention.span.moved(-passage.span.start).of(passage.text)
    inside = before is not None and before.value.unit and mention.core.within(before.span)
    return replace(mention, rule="each") if inside and hyphened and mention.value.dimension == "duration" else mention


_SAME_BEFORE = re.compile(r"\b(?:other|another|remaining|further|additional)\s$", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:the|these|those|both)\s$", re.IGNORECASE)
"""Before a number that only names what the sentence has spoken of: "108 posts in the two schools"."""
_OPENING = r"(?:out\s)?of\s(?:(?:the|its|their|his|her|our|these|those|all)\s){1,2}"
_OPENS = re.compile(rf"{_OPENING}$", re.IGNORECASE)
_OPENED = re.compile(rf"{_OPENING}\d[^,;.]{{0,60}},\s$", re.IGNORECASE)
"""What stands before a part whose whole opens the sentence: "Of the 40 houses, 12 are empty"."""
_SAME_AFTER = re.compile(r"\s(?:(?P<of>of\s(?:them|these|those|which))|more|fewer|less|others?)\b", re.IGNORECASE)


def _with_nouns(passage: Passage, found: Iterable[Mention[Count]]) -> Iterator[Mention[Count]]:
    """The counts of a passage, those without a noun with that of the last count before them that has one."""
    counted: Count | None = None
    several = [token for token in passage.tokens if token.tag == "NNS"]
    for mention in found:
        yield _of_the_same(passage, mention, counted or _last_named(several, mention))
        begin, core = mention.span.start - passage.span.start, mention.core.start - passage.span.start
        has_noun = mention.value.unit and not mention.value.dimension
        known = _KNOWN.search(passage.text, max(0, begin - 6), core) and not _OPENS.match(passage.text, 0, begin)
        # "One rest day, on which 60 of them went to sea": nobody calls one thing "them".
        if has_noun and not known and mention.value.quantity.stated != 1:
            counted = mention.value


def _last_named(several: list[Token], mention: Mention[Count]) -> Count:
    """The last of the nouns for several before a figure: "the players had a day off, and 60 of them swam"."""
    ahead = bisect_right(several, mention.core.start, key=lambda token: token.end)
    return replace(mention.value, unit=several[ahead - 1].lemma if ahead else "")


def _of_the_same(passage: Passage, mention: Mention[Count], counted: Count) -> Mention[Count]:
    """ "They saved 148 men, and others the other 63": a figure with no noun is of what was counted before it."""
    if mention.rule != "elliptical" or mention.value.unit:
        return mention
    text, base = passage.text, passage.span.start
    start, end = mention.span.start - base, mention.core.end - base
    behind = _SAME_AFTER.match(text, end)
    those = bool(behind and behind["of"])
    part = those or bool(_OPENED.match(text, 0, start))
    if not (part or behind or _SAME_BEFORE.search(text, max(0, start - 12), start)):
        return mention
    value = Count(mention.value.quantity, counted.unit, of=counted.unit if part else "", written=counted.written)
    return replace(mention, value=value, rule="part of those" if those else "part" if part else "noun")


_VOTING = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|ballot|council|parliament|senate|committee|ruling|ruled|decision|judges|motion|passed)\b",
    re.IGNORECASE,
)


def _scored(passage: Passage, figure: Figure) -> str:
    """What the sides of a result count: votes where somebody voted, else points."""
    around = _VOTING.search(passage.text, max(0, figure.start - 80), figure.end + 30)
    return "vote" if around else "point"


_ONE = re.compile(
    r"\b(?:the|its|his|her|their|our)\s(?:only|sole|lone)\s|(?<!not )\ba\ssingle\s|"
    r"\b(?P<both>both)\s(?:(?:of\s)?(?:the|its|his|her|their|our)\s)?",
    re.IGNORECASE,
)
# "A single currency" is a kind of currency; one death is a death.
_ON_ONE_S_OWN = word_set("mother father parent mum dad")
_LOSSES = word_set("death fatality casualty injury loss failure shot vote goal seat job case")


def _single(passage: Passage) -> Iterator[Mention[Count]]:
    """ "The only worker killed", "a single death", "both guards": one or two, though no figure says so."""
    base = passage.span.start
    for match in _ONE.finditer(passage.text):
        noun = _phrase(passage, following(passage, match.end()))
        if noun is None or noun.is_name or not (noun.lemma in _LOSSES or lexicon.person_noun(noun.lemma)):
            continue
        if noun.many != bool(match["both"]) or (match["both"] and noun.also) or noun.lemma in _ON_ONE_S_OWN:
            continue  # "the only guards" may be any number; "both men and women" are two kinds
        value = Count(Quantity(2.0 if match["both"] else 1.0), noun.lemma, noun.modifiers, written=(1.0, noun.said))
        end = _fate(passage, following(passage, noun.end)) or noun.end
        core = Span(match.start(), match.end() - 1).moved(base)
        yield Mention("count", value, Span(base + match.start(), base + end), core, "in words")


def _mention(passage: Passage, figure: Figure, value: Count, end: int, rule: str) -> Mention[Count]:
    base = passage.span.start
    span = Span(base + figure.start, base + max(end, figure.end))
    return Mention("count", value, span, Span(base + figure.core_start, base + figure.core_end), rule)


_STRONG = re.compile(r"[-\s]strong\b")
_HYPHEN = re.compile(r"[-‑](?!(?:odd|plus|ish|or|to)\b)([^\W\d_]{2,20})")
_KINDS = re.compile(r"off|way|fold|stop|size|tier|something|[a-z]+(?<!e)(?<!\bb)ed")
"""What stands behind a figure and says of what kind a thing is: "two-way", "four-legged"."""
_OFTEN = frozenset(("once", "twice", "thrice"))
_NOBODY = frozenset(("nobody", "no one", "no-one"))


def _count(passage: Passage, figure: Figure, table: Table) -> Mention[Count] | None:
    """What is counted, by the first reading that fits: a measure, a size, a noun, or nothing said."""
    text, word = passage.text, passage.text[figure.core_start : figure.core_end].lower()
    if word in _NOBODY:
        return _mention(passage, figure, Count(figure.quantity, "person"), figure.end, "nobody")
    if figure.quantity.hedge is Hedge.VAGUE and any(t.pos == "VERB" for t in between(passage, *_core(figure))):
        return None  # "he scores them all"
    if word in _OFTEN:
        return _mention(passage, figure, Count(figure.quantity, "time"), figure.end, "often")
    if measured := _measure(passage, figure):
        return measured
    if strong := _STRONG.match(text, figure.core_end):
        return _size(passage, figure, "", strong.end(), _strong_body(passage, strong.end()))
    if hyphen := _HYPHEN.match(text, figure.core_end):
        if word == "one" or _KINDS.fullmatch(hyphen[1].lower()):
            return None  # "a one-man show", "a one-time minister"
        return _size(passage, figure, hyphen[1].lower(), hyphen.end())
    if passage.kind is Kind.ROW or "|" in text:
        return _cell(passage, figure, table)
    counted = _counted(passage, figure)
    if counted and counted[0].lemma == "other":
        counted = None  # "1,216 others"
    if counted is None and (named := _labelled(passage, figure)):
        return named
    if counted is None:
        return _elliptical(passage, figure, word)
    noun, of = counted
    if noun.is_name and figure.quantity.stated != 1 and not of:
        return None  # "Gears of War 3 Victor Hoffman": a number between names
    if not noun.also and _CAPACITY.search(text, max(0, figure.start - 40), figure.start):
        noun = replace(noun, also=("place", "seat"))
    quantity = figure.quantity
    if figure.dotted:  # "1.200 officers" counts whole people, so its dot is one of thousands
        quantity = replace(quantity.scaled(1000), step=0.0)
    group, said = _group(passage, figure), (1.0, _in_number(noun, quantity))
    value = Count(quantity, noun.lemma, noun.modifiers, "", of, group, noun.also, said)
    return _mention(passage, figure, value, noun.end, "part" if of else "noun")


# "Room for 480 pupils" is 480 places.
_CAPACITY = re.compile(
    r"\b(?:(?:room|space|places|seats|seating|beds|berths|standing|accommodation|capacity)\s(?:for|of)|"
    r"(?:can|could|will|to|would)\s(?:seat|hold|accommodate|take|sleep|house)|seats|accommodates|seating|sleeps)\s"
    r"(?:an?\s(?:audience|crowd|congregation|total)\sof\s)?$",
    re.IGNORECASE,
)


def _core(figure: Figure) -> tuple[int, int]:
    return figure.core_start, figure.core_end


_AND_A_HALF = re.compile(r"\sand\sa\s(?P<part>half|quarter)\b(?!\sof\b)")
_PARTS_OF_ONE = {"half": 0.5, "quarter": 0.25}


def _measure(passage: Passage, figure: Figure) -> Mention[Count] | None:
    text, vague = passage.text, figure.quantity.hedge is Hedge.VAGUE
    if vague and not text.startswith(" of ", figure.core_end):
        return None  # "several hours", "a few days"
    found = units.after(text, figure.core_end + len(" of") * vague, figure.digits)  # "thousands of hectares"
    return None if found is None else _in_unit(passage, figure, *found)


def _in_unit(passage: Passage, figure: Figure, unit: units.Unit, end: int, scale: float = 1.0) -> Mention[Count]:
    """So much of a measure; ``scale`` is what a table's heading multiplies it by."""
    quantity = replace(figure.quantity, step=figure.quantity.step or figure.step)
    quantity = quantity.scaled(scale).moved(unit.offset)
    if (
        unit.dimension == "duration"
        and quantity.hedge is Hedge.ABOVE
        and passage.text[figure.start :].lower().startswith("over")
    ):
        quantity = replace(quantity, hedge=Hedge.AT_LEAST)  # "over six months" may be all through them
    if more := _AND_A_HALF.match(passage.text, end):
        part, end = _PARTS_OF_ONE[more["part"]], more.end()
        if not figure.quantity.stated % 1:  # "an hour and a half" has been read as one and a half
            quantity = replace(quantity.moved(part), step=part)
    after = bounds.after(passage.text, end)
    if after and quantity.hedge is Hedge.EXACT:
        quantity, end = replace(quantity, hedge=after[0]), after[1]
    base = units.BASE[unit.dimension]
    value = Count(quantity.scaled(unit.factor), base, (), unit.dimension, written=(unit.factor, unit.word))
    return _mention(passage, figure, value, end, "measure")


def _size(passage: Passage, figure: Figure, unit: str, end: int, body: str = "") -> Mention[Count]:
    """ "a 144-strong contingent", "the 12-member council": the size of a body."""
    group = _phrase(passage, following(passage, end)) if passage.text[end : end + 1] == " " else None
    value = Count(figure.quantity, unit, group=group.lemma if group else body)
    return _mention(passage, figure, value, group.end if group else end, "size")


def _strong_body(passage: Passage, end: int) -> str:
    """ "The mission, 1,200 strong, left", "the garrison is 300 strong": the body that is told of."""
    strong = preceding(passage, end, 1)[0]
    head = passage.tokens[strong.head]
    if head.pos in ("NOUN", "PROPN"):
        return _lemma(head)
    subjects = (passage.tokens[i] for i in passage.children[head.i] if passage.tokens[i].dep == "nsubj")
    return next((_lemma(t) for t in subjects if t.pos in ("NOUN", "PROPN")), "")


def _cell(passage: Passage, figure: Figure, table: Table) -> Mention[Count] | None:
    """A figure in a row: in the unit of its heading, of the noun in its own cell, or of what heading and label name."""
    at, quantity = figure.core_start, figure.quantity
    if held := tables.measured(passage, at, table):
        if held.currency or held.percent:
            return None
        if held.unit:
            return _in_unit(passage, figure, held.unit, figure.end, held.factor)
        if held.factor != 1:
            quantity = replace(quantity, step=quantity.step or figure.step).scaled(held.factor)
    close = passage.text.find("|", figure.core_end)
    inside = _counted(passage, figure)
    if inside and (close < 0 or inside[0].end <= close):
        noun, of = inside
        value = Count(quantity, noun.lemma, noun.modifiers, "", of, also=noun.also, written=(1.0, noun.said))
        return _mention(passage, figure, value, noun.end, "cell")
    row, column = tables.label(passage, at), table.heading(passage, at)
    return _labelled(passage, replace(figure, quantity=quantity), column) or _mention(
        passage, figure, Count(quantity, modifiers=_words(row), written=(1.0, _aside(row))), figure.end, "row"
    )


def _words(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(t.text.lower() for t in tokens if t.pos != "PUNCT")


def _aside(label: tuple[Token, ...]) -> str:
    """ "286 (Nepal)": a label that does not say what is counted."""
    return f"({' '.join(t.text for t in label)})" if label else ""


def _labelled(passage: Passage, figure: Figure, column: tuple[Token, ...] = ()) -> Mention[Count] | None:
    """ "Fatalities | 2", "Peak workforce: 640", "Pupils" over 1 126: what the heading or the label counts."""
    row = tables.label(passage, figure.core_start)
    for label in (column, row):
        if (unit := _unit_label(label)) and figure.quantity.hedge is not Hedge.RANGE:
            return _in_unit(passage, _with_label(passage, figure, row), unit, figure.end)
        lemma, modifiers, said = _plural_label(label)
        if not lemma:
            continue
        beside = row if label is column else ()
        value = Count(
            figure.quantity, lemma, (*modifiers, *_words(beside)), written=(1.0, f"{said} {_aside(beside)}".strip())
        )
        return _mention(passage, _with_label(passage, figure, row), value, figure.end, "label")
    head = _lemma(row[-1]).lower() if row else ""
    if head not in COLLECTIVES:
        return None
    value = Count(figure.quantity, "", _words(row[:-1]), group=head, written=(1.0, _aside(row)))
    return _mention(passage, _with_label(passage, figure, row), value, figure.end, "label")


def _with_label(passage: Passage, figure: Figure, row: tuple[Token, ...]) -> Figure:
    """The figure together with the label that it stands right behind."""
    beside = bool(row) and tables.in_next_cell(passage, figure.start)
    return replace(figure, start=row[0].start - passage.span.start) if beside else figure


# Plurals of a label that do not count what they name.
_SUMS = word_set(
    "sales costs earnings expenses revenues assets liabilities profits losses deposits loans impairments provisions "
    "fees taxes details particulars works sections news series status species headquarters proceeds savings dues "
    "commissions basis analysis crisis process business access funds rents wages results hours days weeks months "
    "years times"
)
_COUNTING = word_set("number total count item piece unit")


def _head(label: tuple[Token, ...]) -> tuple[tuple[Token, ...], int]:
    """A label without its "Number of", and the place of the last word of the noun phrase that it opens with."""
    if len(label) > 2 and _lemma(label[0]).lower().removesuffix("s") in _COUNTING and label[1].lemma == "of":
        label = label[2:]
    nominal = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
    return label, next((i for i, t in enumerate(label) if t.pos not in nominal and t.tag != "VBG"), len(label)) - 1


def _unit_label(label: tuple[Token, ...]) -> units.Unit | None:
    """ "Days of strike action: 14", "Hectares burnt | 3,400": the label's noun is the unit."""
    label, head = _head(label)
    plural = (t.text.lower() for t in reversed(label[: head + 1]) if t.text.endswith("s") or t.text.lower() == "feet")
    found = units.after(f"1 {next(plural, '')}", 1, False)
    return found[0] if found else None


def _plural_label(label: tuple[Token, ...]) -> tuple[str, tuple[str, ...], str]:
    """What a label in the plain plural counts, what narrows it, and how it reads: ("dwelling", ("destroyed",), ...)."""
    label, head = _head(label)
    head = next((i for i in range(head, -1, -1) if _is_plural(label[i])), -1)
    if head < 0:
        return "", (), ""
    words_ = [t.text for t in label]
    if words_[0][1:].islower():
        words_[0] = words_[0].lower()
    around = tuple(t.text.lower() for i, t in enumerate(label) if i != head and t.pos != "PUNCT")
    said = re.sub(r"\s(?=[,.;:)])|(?<=\()\s", "", " ".join(words_))
    return _singular(label[head]), around, said


def _is_plural(token: Token) -> bool:
    word = token.text.lower()
    if word in _SUMS:
        return False
    return word in _PEOPLE_WORDS or (len(word) > 3 and word.endswith("s") and word[-2:] not in ("ss", "us", "is"))


_PEOPLE_WORDS = word_set("people men women children staff personnel police dead injured wounded missing")


def _singular(token: Token) -> str:
    word, lemma = token.text.lower(), _lemma(token).lower()
    if lemma != word or word in _PEOPLE_WORDS:
        return lemma
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if re.search(r"(?:ss|x|ch|sh)es$", word) else word[:-1]


@dataclass(frozen=True, slots=True)
class _Noun:
    """The head of a noun phrase, where the phrase ends in the passage's text, and what narrows it."""

    lemma: str
    end: int
    modifiers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    is_name: bool = False
    """Whether it is one proper noun, as "Haiti" is and "Guatemalans" and "Officers" are not."""
    said: str = ""
    """The phrase as it is written, without words that only tell this batch from others."""
    many: bool = False
    """Whether it stands in the plural."""


def _in_number(noun: _Noun, quantity: Quantity) -> str:
    """The phrase in the number that the figure asks for: "no driver" counts 0 drivers."""
    one = quantity.stated == 1 and quantity.hedge is not Hedge.VAGUE
    return noun.said if one or noun.many else _plural(noun.said)


_BEFORE_FIGURE = word_set("another further additional extra other fresh new first last remaining final initial next")


def _counted(passage: Passage, figure: Figure) -> tuple[_Noun, str] | None:
    """The noun that is counted, and the whole if the figure is a part of one ("600 of the officers")."""
    behind = following(passage, figure.core_end)
    if not behind:
        return None
    if not _opens_whole(behind):
        noun = _phrase(passage, behind) or _phrase(
            passage, following(passage, figure.end)
        )  # "50+ stalls", "ten or so boats"
        return (replace(noun, modifiers=(*_narrowed_before(passage, figure), *noun.modifiers)), "") if noun else None
    out = behind[0].lemma == "out"
    rest = behind[1 + out :]
    if figure.quantity.stated == 1 and any(t.tag in ("JJS", "RBS") for t in rest[:3]):
        return None  # "one of the largest" counts nothing
    while rest and (rest[0].pos in ("DET", "NUM") or rest[0].tag == "PRP$"):
        rest = rest[1:]
    noun = _phrase(passage, rest)
    if noun is None or (
        len(rest) == len(behind) - 1 - out and figure.quantity.hedge is not Hedge.VAGUE and figure.digits
    ):
        return None
    return noun, noun.lemma if len(rest) < len(behind) - 1 - out else ""


def _opens_whole(behind: tuple[Token, ...]) -> bool:
    """Whether a whole follows: "of the officers", "out of the five judges"."""
    lemmas = [token.lemma for token in behind[:2]]
    return lemmas[:1] == ["of"] or lemmas == ["out", "of"]


def _narrowed_before(passage: Passage, figure: Figure) -> tuple[str, ...]:
    """ "another 200 officers", "the first 144": words that narrow the noun and stand before the figure."""
    ahead = preceding(passage, figure.start)
    found: list[str] = []
    for token in reversed(ahead):
        if token.lemma not in _BEFORE_FIGURE:
            break
        found.insert(0, token.lemma)
    return tuple(found)


def _phrase(passage: Passage, tokens: tuple[Token, ...]) -> _Noun | None:
    """The head of the noun phrase that these words open: the last noun before the phrase breaks off."""
    narrowing: list[Token] = []
    for place, token in enumerate(tokens):
        behind = tokens[place + 1 :]
        if token.pos in ("NOUN", "PROPN") and not _goes_on(token, behind):
            also = _also(behind)
            lemma = "person" if token.lemma in ("man", "woman") and also in (("woman",), ("man",)) else _lemma(token)
            end = (behind[1] if also else token).end - passage.span.start
            many, said = token.tag in ("NNS", "NNPS"), _said(passage, narrowing, token, lemma)
            modifiers = tuple(m.lemma for m in narrowing if m.pos not in ("PUNCT", "CCONJ", "PART", "NUM"))
            is_name = token.tag == "NNP" and not token.text.endswith("s") and token.lemma not in _MANY
            return _Noun(lemma, end, modifiers, also, is_name, said, many)
        if token.pos not in ("NOUN", "PROPN") and not _narrows(token, behind, bool(narrowing)):
            return None
        narrowing.append(token)
    return None


_BATCH = word_set("another further additional extra other fresh earlier later more such remaining")


def _said(passage: Passage, narrowing: list[Token], head: Token, lemma: str) -> str:
    """The words of a phrase as they stand in the text; of men and women together "people" is said."""
    kept = [t for t in narrowing if t.lemma not in _BATCH]
    last = "people" if lemma != _lemma(head) else head.text  # "men and women"
    if not kept:
        return last
    start = kept[0].start - passage.span.start
    if any(t.start > kept[0].start and t.lemma in _BATCH for t in narrowing):
        return " ".join((*(t.text for t in kept), last))
    return re.sub(r"\s+", " ", passage.text[start : head.start - passage.span.start]) + last


def _goes_on(noun: Token, behind: tuple[Token, ...]) -> bool:
    """Whether a noun is only the first half of a compound ("police officers") or an owner ("the bank's branches")."""
    if not behind:
        return False
    after = behind[0]
    if noun.dep == "compound" and noun.head == after.i and after.dep in ("pobj", "dobj", "nsubj", "nsubjpass"):
        return True  # "30 bicycle stands", be the last word read as a verb
    if after.pos in ("NOUN", "PROPN"):
        # "200 officers Monday", "144 men Kenya sent": a plural is hardly ever a first half.
        return noun.tag not in ("NNS", "NNPS") or noun.head == after.i or noun.dep in ("compound", "nmod")
    if after.tag == "POS":
        return True
    joined = len(behind) > 1 and after.text in ("-", "‑", "/") and after.start == noun.end
    return (joined and behind[1].pos in ("NOUN", "ADJ", "VERB")) or (after.pos == "ADJ" and noun.dep == "compound")


def _narrows(token: Token, behind: tuple[Token, ...], begun: bool) -> bool:
    """Whether a word can stand between a figure and its noun."""
    after = behind[0] if behind else None
    match token.pos:
        case "ADJ":
            return True
        case "PUNCT" | "SYM":
            return token.text in ("-", "‑", "/") and begun
        case "PART":
            return token.tag == "POS"
        case "NUM":  # "twelve one-day strikes"
            return begun or (after is not None and after.text in ("-", "‑"))
        case "VERB":  # "injured officers", not "144 had injured themselves"
            return token.tag in ("VBN", "VBG") and any(
                t.pos in ("NOUN", "PROPN") and token.head == t.i for t in behind[:3]
            )
        case "CCONJ":
            return begun and after is not None and after.pos in ("ADJ", "NOUN")
        case "ADV":
            return after is not None and after.tag in ("JJ", "VBN", "VBG")
    return False


def _also(behind: tuple[Token, ...]) -> tuple[str, ...]:
    """ "168 officers and soldiers" counts both together: two bare plurals joined by "and"."""
    joined = len(behind) > 1 and behind[0].lemma == "and" and behind[1].tag == "NNS"
    return (_lemma(behind[1]),) if joined else ()


def _lemma(token: Token) -> str:
    return "person" if token.lemma in ("people", "persons") or token.text.lower() == "living" else token.lemma


_MANY = word_set("personnel staff police people troop")
# Bodies of people and of nothing else, so that "a gang of five" is five persons.
_BODIES = word_set("gang jury delegation squad posse mob cast")
COLLECTIVES = _BODIES | word_set(
    "contingent force team group batch crew staff army unit squad delegation crowd fleet convoy mission panel jury "
    "workforce party regiment battalion company brigade council assembly parliament committee board cast audience "
    "class complement garrison detachment deployment total number toll population membership majority quorum "
    "strength list set series stock pool wave tranche shipment consignment"
)
_LEVEL_VERBS = word_set(
    "be number stand total reach rise fall grow climb drop remain exceed hit become equal stay increase decrease "
    "bring take"
)
_NUMBER_NOUNS = frozenset(("number", "total", "count", "tally"))


def _group(passage: Passage, figure: Figure) -> str:
    """The body whose size is given: "a contingent of 186 soldiers"."""
    ahead = preceding(passage, figure.start, 2)
    of = len(ahead) == 2 and ahead[1].lemma == "of" and ahead[0].lemma in COLLECTIVES
    return ahead[0].lemma if of else ""


# "38 dead, 112 missing": what became of those who are counted.
_STATES = word_set("dead kill injure wound missing hurt detain arrest displace rescue homeless evacuate infect")
_BRACKETED = re.compile(r"([A-Z][\w'’.-]{1,30})\s\($")
_NOTHING_ALONE = frozenset(
    ("one", "no", "none", "zero", "several", "a few", "a handful", "not one", "not any", "not a single")
)


def _called(passage: Passage, figure: Figure) -> Token | None:
    """The noun that says what so many are: "of these 31 are women"."""
    token = next(iter(between(passage, figure.core_start, figure.core_start + 1)), None)
    if token is None or token.dep != "nsubj" or passage.tokens[token.head].lemma != "be":
        return None
    below = (passage.tokens[c] for c in passage.children[token.head])
    return next((t for t in below if t.dep == "attr" and t.pos == "NOUN" and t.i > token.i), None)


def _elliptical(passage: Passage, figure: Figure, word: str) -> Mention[Count] | None:
    """A figure whose noun is left out: "the 600", "rose to 817", "Jamaica (24)"."""
    text = passage.text
    if _names_its_noun(passage, figure):
        return None
    if text[figure.core_end : figure.core_end + 1] == ")":
        label = _BRACKETED.search(text, max(0, figure.start - 34), figure.start)
        if label:
            value = Count(figure.quantity, modifiers=(label[1].lower(),), written=(1.0, f"({label[1]})"))
            return _mention(passage, figure, value, figure.end, "bracket")
    if side := _AGAINST.search(text, max(0, figure.start - 30), figure.start):
        return _mention(passage, figure, Count(figure.quantity, _PAIRED[side[1].lower()]), figure.end, "score")
    if voted := _VOTED.match(text, figure.end):
        value = Count(figure.quantity, "vote", (voted[1].lower(),), written=(1.0, f"votes {voted[1]}"))
        return _mention(passage, figure, value, voted.end(), "score")
    behind = following(passage, figure.core_end)
    if whose := _people(passage, behind):
        one = figure.quantity.stated == 1 and figure.quantity.hedge is not Hedge.VAGUE
        value = Count(figure.quantity, "person", written=(1.0, "person" if one else "people"))
        return _mention(passage, figure, value, whose, "of people")
    if word in _NOTHING_ALONE:
        return None
    if _suffers(passage, figure):
        value = Count(figure.quantity, "person", written=(1.0, "person" if figure.quantity.stated == 1 else "people"))
        return _mention(passage, figure, value, figure.end, "of people")
    if (state := next(iter(behind), None)) and {state.lemma, state.text.lower()} & _STATES:
        value, end = Count(figure.quantity, modifiers=(_state(state),)), state.end - passage.span.start
        return _mention(passage, figure, value, end, "state")
    if (called := _called(passage, figure)) is not None:
        value = Count(figure.quantity, called.lemma, written=(1.0, called.text))
        return _mention(passage, figure, value, called.end - passage.span.start, "noun")
    body = _group(passage, figure)
    unit, group = _subject(passage, figure) if not behind or behind[0].lemma != "of" else ("", "")
    unit = "person" if body in _BODIES else unit
    value = Count(figure.quantity, unit, group=body or group)
    return _mention(passage, figure, value, figure.end, "elliptical")


_PAIRED = {f"{noun}s": noun for noun in words("vote seat goal point run game set ballot frame try")}
_AGAINST = re.compile(rf"\b({'|'.join(_PAIRED)})\s(?:to|against|and)\s$", re.IGNORECASE)
_VOTED = re.compile(r"\s(?:were\s|voted\s)?(in\sfavou?r|against)(?=\s*(?:[.,;:)]|$|and\b|with\b|it\b))", re.IGNORECASE)
_PRONOUNS = word_set("us you who whom")
_FATES = word_set(
    "kill injure wound hurt detain arrest rescue evacuate die drown perish survive dead missing alive convict "
    "acquit jail charge shoot"
)
_BETWEEN_FATE = word_set("be have get still already later also now yet since more other")


def _people(passage: Passage, behind: tuple[Token, ...]) -> int | None:
    """Where "of us", "who died", "of those arrested", "were hurt" end: what shows that persons are counted."""
    if not behind:
        return None
    of = behind[0].lemma == "of"
    rest = behind[of:]
    if not rest:
        return None
    if [token.lemma for token in rest[:3:2]] == ["lose", "life"]:
        return rest[2].end - passage.span.start
    low = rest[0].text.lower()
    if low in _PRONOUNS:
        return _fate(passage, rest[1:]) or rest[0].end - passage.span.start
    if of:
        return _fate(passage, rest[1:]) if low in ("the", "those", "them", "these") else None
    return _fate(passage, rest) if rest[0].lemma in _BETWEEN_FATE or rest[0].tag in ("VBD", "VBZ") else None


def _fate(passage: Passage, behind: tuple[Token, ...]) -> int | None:
    """Where a clause that follows at once says what became of somebody: "were badly hurt", "died", "killed"."""
    for token in behind[:5]:
        if {token.lemma, token.text.lower()} & _FATES:
            return token.end - passage.span.start
        if token.text.lower() not in _PRONOUNS and token.lemma not in _BETWEEN_FATE and token.pos not in ("ADV", "AUX"):
            return None
    return None


_TO_PEOPLE = word_set("arrest detain convict acquit charge jail")
"""What is done to people only."""


def _suffers(passage: Passage, figure: Figure) -> bool:
    """Whether a bare figure is of those to whom something was done: "police arrested nine", "the blast killed 12".

    Who hunts, or finds several of something and kills nine, need not kill people.
    """
    core = between(passage, figure.core_start, figure.core_end)
    token = core[-1] if core else None
    if token is None or token.dep != "dobj" or (ahead := passage.tokens[token.head]).lemma not in _FATES:
        return False
    several = (t for t in passage.tokens[: token.i] if t.tag == "NNS")
    if ahead.lemma not in _TO_PEOPLE and (_is_somebody_s(passage, ahead) or any(several)):
        return False
    behind = passage.tokens[token.i + 1 : token.i + 2]
    return ahead.i < token.i and not any(t.pos in ("NOUN", "PROPN", "ADJ") or t.lemma == "of" for t in behind)


def _is_somebody_s(passage: Passage, verb: Token) -> bool:
    """Whether people do what a verb says, and not a blast or a flood."""
    subject = subject_of(passage, verb.i)
    token = None if subject is None else passage.tokens[subject]
    return token is None or token.pos == "PRON" or lexicon.person_noun(token.lemma)


def _state(token: Token) -> str:
    return token.text.lower() if token.text.lower() in _STATES else token.lemma


_LABELS = 1000
_VALUED = COLLECTIVES | word_set("magnitude level score rate index age height weight depth speed price value")
"""What a number right behind is the size of; behind any other noun it is a label: "bus 42", "page 12"."""


_NUMBERED = word_set("round stage lap leg phase chapter game set act episode season week day page level gate platform")
"""Nouns that go by numbers, in words too: "after round six"."""


def _names_its_noun(passage: Passage, figure: Figure) -> bool:
    """ "Boeing 737", "Channel 4": the number stands behind a proper noun and belongs to it."""
    core = between(passage, figure.core_start, figure.core_end)
    if len(core) != 1 or core[0].i == 0 or figure.quantity.hedge is not Hedge.EXACT:
        return False
    ahead = passage.tokens[core[0].i - 1]
    if core[0].head != ahead.i:
        return False
    if not figure.digits:
        return ahead.lemma in _NUMBERED
    if ahead.tag == "NN" and ahead.lemma not in _VALUED and not lexicon.person_noun(ahead.lemma):
        return core[0].dep == "nummod" and figure.quantity.stated < _LABELS and not figure.quantity.step
    return ahead.pos == "PROPN" and core[0].dep in ("nummod", "npadvmod", "appos")


def _subject(passage: Passage, figure: Figure) -> tuple[str, str]:
    """What a bare figure is the size of: ("officer", "") in "the number of officers rose to 817"; ("", "strength")."""
    core = between(passage, figure.core_start, figure.core_end)
    if not core:
        return "", ""
    verb = next(
        (passage.tokens[i] for i in passage.ancestors(core[0].i)[:4] if passage.tokens[i].pos in ("VERB", "AUX")), None
    )
    if verb is None or verb.lemma not in _LEVEL_VERBS or core[-1].i < verb.i:
        return "", ""
    for below in passage.children[verb.i]:
        subject = passage.tokens[below]
        if subject.dep in ("nsubj", "nsubjpass") and subject.pos in ("NOUN", "PROPN"):
            counted = _what_number(passage, subject) if subject.lemma in _NUMBER_NOUNS else ""
            return (counted, "") if counted else ("", _lemma(subject))
    return "", ""


def _what_number(passage: Passage, number: Token) -> str:
    """ "the number of police officers" is a number of officers."""
    for below in passage.children[number.i]:
        if passage.tokens[below].lemma == "of":
            nouns = (passage.tokens[i] for i in passage.children[below] if passage.tokens[i].pos in ("NOUN", "PROPN"))
            return next((_lemma(noun) for noun in nouns), "")
    return ""
