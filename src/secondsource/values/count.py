"""How many: "more than 700 police officers", "a 144-strong contingent", "the 600", "2,348 metres"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from secondsource.grammar import bounds, units
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.figures import Figure, Role, figures
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.quantity import Quantity
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind, Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, or so much of a measure.

    ``unit`` is the lemma of what is counted ("officer"), empty where the text leaves it out ("the 600"); ``modifiers`` are
    the lemmas of the words that narrow it. With a ``dimension`` the quantity is in its SI base unit and ``unit`` names that.
    ``of`` is the whole that a part is taken from ("600 of the officers"), ``group`` the body whose size it is ("a force of 600").
    """

    quantity: Quantity
    unit: str = ""
    modifiers: tuple[str, ...] = ()
    dimension: str = ""
    of: str = ""
    group: str = ""
    written: tuple[float, str] = field(default=(1.0, ""), compare=False)
    """By what to divide a converted quantity, and the word to print, to say it as the text does."""


def relate(source: Count, fact: Count, tolerance: float | None = None) -> Relation:
    """How a source's count relates to a fact's; what is counted is asked elsewhere, but a length is never a number of men.

    >>> relate(Count(Quantity(144), "officer"), Count(Quantity(100, hedge=Hedge.ABOVE), "officer"))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Count(Quantity(144), "officer"), Count(Quantity(144), "second", dimension="duration"))
    <Relation.COMPATIBLE: 'compatible'>
    """
    if source.dimension != fact.dimension:
        return Relation.COMPATIBLE
    return source.quantity.relation_to(fact.quantity, tolerance)


def plain(value: Count) -> str:
    """
    >>> plain(Count(Quantity(700, hedge=Hedge.ABOVE), "officer", ("police",)))
    'more than 700 police officer'
    """
    factor, word = value.written
    figure = value.quantity.scaled(1 / factor).plain()
    return " ".join(part for part in (figure, word or " ".join((*value.modifiers, value.unit))) if part.strip())


def find(passage: Passage) -> list[Mention[Count]]:
    """Every count that a passage states, in reading order."""
    found = []
    for figure in figures(passage.text):
        if figure.role is Role.COUNT and (mention := _count(passage, figure)):
            found.append(mention)
        elif figure.role is Role.AGE:
            found.append(_age(passage, figure))
    return found


def _mention(
    passage: Passage, figure: Figure, value: Count, end: int, rule: str, start: int | None = None
) -> Mention[Count]:
    base = passage.span.start
    span = Span(base + (figure.start if start is None else start), base + max(end, figure.end))
    return Mention("count", value, span, Span(base + figure.core_start, base + figure.core_end), rule)


def _age(passage: Passage, figure: Figure) -> Mention[Count]:
    return _mention(
        passage, figure, Count(figure.quantity, "year", dimension="age", written=(1.0, "years old")), figure.end, "age"
    )


_STRONG_ONLY = re.compile(r"[-\s]strong\b")
_ONE_OF = re.compile(r"(?:\w{1,12}\s)?of\b")


def _count(passage: Passage, figure: Figure) -> Mention[Count] | None:
    text = passage.text
    if measured := _measure(passage, figure):
        return measured
    quantity = figure.quantity
    if strong := _STRONG_ONLY.match(text, figure.core_end):
        return _strong(passage, figure, strong.end())
    noun = None if passage.kind is Kind.ROW or "|" in text else _counted(passage, figure)
    word = text[figure.core_start : figure.core_end].lower()
    if word in ("nobody", "no one", "no-one"):
        return _mention(passage, figure, Count(quantity, "person"), figure.end, "nobody")
    if noun is None:
        return _elliptical(passage, figure, word)
    head, end, of, modifiers, rule = noun
    if word == "no" and head.tag not in ("NN", "NNS"):
        return None
    if figure.dotted:
        quantity = _thousands(quantity)
    value = Count(quantity, _lemma(head), modifiers, "", of, _group(passage, figure))
    return _mention(passage, figure, value, end, rule)


def _thousands(quantity: Quantity) -> Quantity:
    """ "1.200 officers" counts whole people, so its dot is one of thousands."""
    return replace(quantity.scaled(1000), step=0.0)


def _measure(passage: Passage, figure: Figure) -> Mention[Count] | None:
    found = units.after(passage.text, figure.core_end, figure.digits)
    if found is None or figure.quantity.hedge is Hedge.VAGUE:
        return None
    unit, end = found
    quantity = replace(figure.quantity, step=figure.quantity.step or figure.step)
    if unit.offset:
        quantity = replace(quantity, stated=quantity.stated + unit.offset)
    after = bounds.after(passage.text, end)
    if after and quantity.hedge is Hedge.EXACT:
        quantity, end = replace(quantity, hedge=after[0]), after[1]
    value = Count(
        quantity.scaled(unit.factor), units.BASE[unit.dimension], (), unit.dimension, written=(unit.factor, unit.word)
    )
    return _mention(passage, figure, value, end, "measure")


def _strong(passage: Passage, figure: Figure, end: int) -> Mention[Count]:
    following = [t for t in passage.tokens if t.start - passage.span.start >= end][:4]
    group = next((t for t in following if t.pos in ("NOUN", "PROPN")), None)
    if group and all(t.pos in ("ADJ", "NOUN", "PROPN", "VERB") for t in following[: following.index(group)]):
        end = group.end - passage.span.start
        return _mention(passage, figure, Count(figure.quantity, group=_lemma(group)), end, "strong")
    return _mention(passage, figure, Count(figure.quantity), end, "strong")


_AFTER_FIGURE = frozenset(
    ["another", "further", "additional", "extra", "more", "other", "fresh", "new", "first", "last", "remaining", "final", "initial"]
)
Found = tuple[Token, int, str, tuple[str, ...], str]


def _counted(passage: Passage, figure: Figure) -> Found | None:
    """The noun that is counted: where the phrase after the figure ends, or where the parse says."""
    base = passage.span.start
    core = [t for t in passage.tokens if t.start - base < figure.core_end and figure.core_start < t.end - base]
    if not core:
        return None
    following = passage.tokens[core[-1].i + 1 : core[-1].i + 12]
    of = ""
    if following and following[0].lemma == "of" and len(following) > 1:
        rest = list(following[1:])
        while rest and (rest[0].pos in ("DET", "PRON") or (rest[0].pos == "NUM" and len(rest) < len(following) - 1)):
            rest.pop(0)
        skipped = len(following) - 1 - len(rest)
        phrase = _phrase(rest)
        if phrase is None or (skipped and phrase[0].pos == "PROPN" and phrase[0].tag == "NNP"):
            return None
        of = _lemma(phrase[0])
        if figure.quantity.hedge is Hedge.VAGUE or not skipped:
            return phrase[0], phrase[0].end - base, "", phrase[1], "of"
        return phrase[0], phrase[0].end - base, of, phrase[1], "part of"
    phrase = _phrase(list(following))
    if phrase is None:
        return None
    head, modifiers = phrase
    before = tuple(
        t.lemma
        for t in passage.tokens[max(0, core[0].i - 3) : core[0].i]
        if t.lemma in _AFTER_FIGURE and t.lemma != "more"
    )
    return head, head.end - base, of, (*before, *modifiers), "noun"


def _phrase(tokens: list[Token]) -> tuple[Token, tuple[str, ...]] | None:
    """The head noun of the phrase that begins with these tokens, and what narrows it."""
    modifiers: list[Token] = []
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.pos in ("NOUN", "PROPN"):
            if following is not None and _goes_on(token, following, tokens[place + 2 : place + 3]):
                modifiers.append(token)
                continue
            return token, tuple(m.lemma for m in modifiers if m.pos not in ("PUNCT", "CCONJ"))
        if (token.text in ("-", "‑", "/") and following is not None) or token.pos == "ADJ" or (
            token.pos == "VERB" and token.tag in ("VBN", "VBG") and _modifies(token, tokens, place)
        ) or (token.pos == "CCONJ" and modifiers and following is not None and following.pos in ("ADJ", "NOUN")) or (token.pos == "ADV" and following is not None and following.tag in ("JJ", "VBN", "VBG")):
            modifiers.append(token)
        else:
            return None
    return None


def _goes_on(noun: Token, following: Token, after: list[Token]) -> bool:
    """Whether a noun is the first half of a compound: "police officers"."""
    if following.pos in ("NOUN", "PROPN"):
        # "200 officers Monday", "144 men Kenya sent": a plural is hardly ever a first half.
        return not (noun.tag in ("NNS", "NNPS") and noun.head != following.i and noun.dep not in ("compound", "nmod"))
    hyphen = (
        following.text in ("-", "‑", "/")
        and bool(after)
        and after[0].pos in ("NOUN", "ADJ", "VERB")
        and after[0].start == following.end
    )
    return hyphen or (following.pos == "ADJ" and noun.dep == "compound" and noun.head > following.i)


def _modifies(verb: Token, tokens: list[Token], place: int) -> bool:
    """ "injured officers" against "144 had injured themselves": a participle with a noun right behind it."""
    return any(t.pos in ("NOUN", "PROPN") and verb.head == t.i for t in tokens[place + 1 : place + 4])


def _lemma(token: Token) -> str:
    return _PEOPLE.get(token.lemma, token.lemma)


_PEOPLE = {"people": "person", "persons": "person"}
_COLLECTIVES = frozenset(
    ["contingent", "force", "team", "group", "batch", "crew", "staff", "army", "unit", "squad", "delegation", "crowd", "fleet", "convoy", "mission", "panel", "jury", "workforce", "party", "regiment", "battalion", "company", "brigade", "council", "assembly", "parliament", "committee", "board", "cast", "audience", "class", "complement", "garrison", "detachment", "deployment", "total", "number", "toll", "population", "membership", "majority", "quorum", "strength", "list", "set", "series", "stock", "pool"]
)


def _group(passage: Passage, figure: Figure) -> str:
    """The body whose size is given: "a contingent of 186 soldiers"."""
    base = passage.span.start
    ahead = [t for t in passage.tokens if t.end - base <= figure.start][-2:]
    if (
        len(ahead) == 2
        and ahead[1].lemma == "of"
        and ahead[0].pos in ("NOUN", "PROPN")
        and ahead[0].lemma in _COLLECTIVES
    ):
        return ahead[0].lemma
    return ""


_ROW_LABEL = re.compile(r"^\s*\|?\s*([^|\d]{1,80}?)\s*\|")
_BRACKETED = re.compile(r"([A-Z][\w'’.-]{1,30})\s\($")


def _elliptical(passage: Passage, figure: Figure, word: str) -> Mention[Count] | None:
    """A figure whose noun is left out: "the 600", "rose to 817", "Nepal | 286"."""
    if word in ("one", "no", "none", "zero", "several", "a few") and not _ONE_OF.match(
        passage.text, figure.core_end + 1
    ):
        return None
    text = passage.text
    if _names_its_noun(passage, figure):
        return None
    if "|" in text:
        label = _ROW_LABEL.match(text)
        modifiers = tuple(label[1].lower().split()) if label else ()
        return _mention(passage, figure, Count(figure.quantity, modifiers=modifiers), figure.end, "row")
    if text[figure.core_end : figure.core_end + 1] == ")" and (
        label := _BRACKETED.search(text, max(0, figure.start - 34), figure.start)
    ):
        return _mention(passage, figure, Count(figure.quantity, modifiers=(label[1].lower(),)), figure.end, "bracket")
    unit = _subject_unit(passage, figure)
    return _mention(
        passage, figure, Count(figure.quantity, unit, group=_group(passage, figure)), figure.end, "elliptical"
    )


def _names_its_noun(passage: Passage, figure: Figure) -> bool:
    """ "Boeing 737", "Channel 4": the number stands behind a proper noun and belongs to it."""
    base = passage.span.start
    core = passage.tokens_in(Span(base + figure.core_start, base + figure.core_end))
    if len(core) != 1 or core[0].i == 0 or figure.quantity.hedge is not Hedge.EXACT:
        return False
    ahead = passage.tokens[core[0].i - 1]
    return (
        ahead.pos == "PROPN"
        and figure.digits
        and core[0].dep in ("nummod", "npadvmod", "appos")
        and core[0].head == ahead.i
    )


_NUMBER_NOUNS = frozenset(("number", "total", "count", "tally"))


def _subject_unit(passage: Passage, figure: Figure) -> str:
    """ "The number of officers rose to 817" counts officers."""
    base = passage.span.start
    for token in passage.tokens:
        if token.lemma in _NUMBER_NOUNS and token.end - base <= figure.start:
            for below in passage.children[token.i]:
                if passage.tokens[below].lemma == "of":
                    nouns = [
                        passage.tokens[i] for i in passage.children[below] if passage.tokens[i].pos in ("NOUN", "PROPN")
                    ]
                    if nouns:
                        return _lemma(nouns[0])
    return ""
