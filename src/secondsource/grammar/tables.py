"""What a figure in a table or behind a label is of: its row's label, its column's heading, the unit over both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.grammar import currencies, nearby, units
from secondsource.grammar.number_words import SCALES
from secondsource.grammar.units import Unit
from secondsource.grammar.wordlist import word_set
from secondsource.language import lexicon
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind


@dataclass(frozen=True, eq=False)
class Table:
    """What stands over a row: the row of headings, if there is one, and the line above the table."""

    header: Passage | None = None
    caption: str = ""

    def heading(self, passage: Passage, at: int) -> tuple[Token, ...]:
        """The words over a place of a row."""
        if self.header is None or self.header is passage:
            return ()
        start, end = _cell(self.header.text, passage.text[:at].count("|"), passage.text, self.header.text)
        return _within(self.header, start, end)


NO_TABLE = Table()


@dataclass(frozen=True, slots=True)
class Measure:
    """What a heading says that its figures are in: "EUR million", "ha", "%", "thousands"."""

    factor: float = 1.0
    currency: str = ""
    unit: Unit | None = None
    percent: bool = False


def _cell(text: str, place: int, row: str, header: str) -> tuple[int, int]:
    """Where the cell of a place begins and ends; a row may open with a bar and its header not."""
    place += header.lstrip().startswith("|") - row.lstrip().startswith("|")
    bars = [-1, *(i for i, c in enumerate(text) if c == "|"), len(text)]
    return (bars[place] + 1, bars[place + 1]) if 0 <= place < len(bars) - 1 else (0, 0)


_RULE = re.compile(r"[\s|:+=-]+")
_NO_HEADING = re.compile(r"\s*(?:[<>~≈+-]\s?)?(?!(?:19|20)\d\d\b|\d{1,2}[.\s/])\d")


def tables(passages: Sequence[Passage]) -> Iterator[Table]:
    """For every passage, in order, the table that it is a row of; a bare one for all others."""
    header: Passage | None = None
    caption = above = ""
    inside = False
    for passage in passages:
        if passage.kind is Kind.ROW:
            if not inside:
                caption, header = above, passage if _is_header(passage.text) else None
            inside = True
            yield Table(header, caption)
            continue
        if not (inside and _RULE.fullmatch(passage.text)):
            inside, above = False, passage.text
        yield NO_TABLE


def _is_header(row: str) -> bool:
    """Whether a first row names its columns: it holds words and years, and no figures."""
    cells = row.strip().strip("|").split("|")
    return len(cells) > 1 and any(cell.strip() for cell in cells[1:]) and not any(map(_NO_HEADING.match, cells[1:]))


def over(passages: Sequence[Passage], row: int) -> Table:
    """The headings over one passage, as ``tables`` finds them; a bare table where it is no row.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> told = read(Source("a", "| Town | Votes |\\n|---|---|\\n| Osa | 310 |\\n"))
    >>> row = next(passage for passage in told.passages if "310" in passage.text)
    >>> over(told.passages, row.index).header.text
    '| Town | Votes |'
    """
    if passages[row].kind is not Kind.ROW:
        return NO_TABLE
    top = row
    while top and (passages[top - 1].kind is Kind.ROW or _RULE.fullmatch(passages[top - 1].text)):
        top -= 1
    first = next(passage for passage in passages[top:] if passage.kind is Kind.ROW)
    return Table(first if _is_header(first.text) else None)


_IN = re.compile(r"\((?:in\s)?([^()]{1,40})\)|(?:\bin|,)\s([^(),|]{1,30})$|^\s*([%€$£¥])\s*$", re.IGNORECASE)
_SCALE = re.compile(
    r"(?P<scale>(?:thousand|million|billion|trillion|lakh|crore)s?|[’']?000s?|(?<=[€$£¥\s])(?:m|bn|mn|k)(?=\s|$))"
    r"(?:\sof\b)?(?!\w)",
    re.IGNORECASE,
)
_SHORT = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3}


@lru_cache(maxsize=512)
def measure(heading: str) -> Measure | None:
    """What a heading, a label or a caption says that the figures are in.

    >>> measure("Key figures (EUR million)")
    Measure(factor=1000000.0, currency='EUR', unit=None, percent=False)
    >>> measure("Area (ha)").unit.word, measure("Turnout (%)").percent, measure("Pupils (full time)")
    ('hectares', True, None)
    """
    for found in _IN.finditer(heading.strip()):
        said = (found[1] or found[2] or found[3]).strip()
        if said.lower() in ("%", "per cent", "percent"):
            return Measure(percent=True)
        scale = _SCALE.search(said)
        factor = _scale(scale["scale"].lower()) if scale else 1.0
        rest = (said[: scale.start()] + " " + said[scale.end() :]).strip() if scale else said
        if not rest:
            return Measure(factor)
        if money := _currency(rest):
            return Measure(factor, money)
        unit = units.after(f"1 {rest}", 1, True)
        if unit and unit[1] == len(rest) + 2:
            return Measure(factor, unit=unit[0])
    return None


def _scale(word: str) -> float:
    return _SHORT.get(word) or float(SCALES.get(word) or SCALES.get(word.removesuffix("s")) or 1000)


def _currency(said: str) -> str:
    """ "EUR", "€", "Norwegian kroner": the currency if that is all that is said."""
    sign = currencies.before(f"{said} ", len(said) + 1, True)
    if sign and sign.at == 0:
        return sign.currency
    noun = currencies.after(f"1 {said}", 1, True, 0)
    return noun.currency if noun and noun.at == len(said) + 2 and noun.factor == 1 else ""


_BLANKS = 30
_NEAR = 1
"""A figure in running prose is labelled only right behind the colon."""
_LABEL = re.compile(r"\s{0,3}(?:[|•*–-]\s{0,3}|\d{1,2}[.)]\s{1,2})?(?P<label>[^|:]{1,80}?)\s{0,3}[|:]")


def label(passage: Passage, at: int) -> tuple[Token, ...]:
    """The words that open a row, or a line such as "Peak workforce: 640", and name its figures.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Peak workforce: 640")).passages
    >>> [t.text for t in label(passage, len("Peak workforce: "))]
    ['Peak', 'workforce']
    """
    match = _LABEL.match(passage.text)
    if match is None or match.end() > at:
        return ()
    colon = passage.text[match.end() - 1] == ":"
    if colon and ("|" in passage.text or (passage.kind is not Kind.ITEM and at - match.end() > _NEAR)):
        return ()  # the colon of a sentence, or of a clock time in a cell
    return _within(passage, *match.span("label"))


def label_text(passage: Passage, at: int) -> str:
    """The same words as they are written.

    >>> [passage] = read(Source("a", "| Osa | 310 |")).passages
    >>> label_text(passage, passage.text.index("310"))
    'Osa'
    """
    return _text(passage, label(passage, at))


def _within(passage: Passage, start: int, end: int) -> tuple[Token, ...]:
    """The words between two places of a passage's text."""
    base = passage.span.start
    return tuple(t for t in nearby.between(passage, start, end) if base + start <= t.start and t.end <= base + end)


def in_next_cell(passage: Passage, at: int) -> bool:
    """Whether a figure stands right behind its label, so that the two may be quoted together.

    >>> [passage] = read(Source("a", "| Osa | 310 | 412 |")).passages
    >>> [in_next_cell(passage, passage.text.index(figure)) for figure in ("310", "412")]
    [True, False]
    """
    match = _LABEL.match(passage.text)
    return match is not None and at - match.end() < _BLANKS and not passage.text[match.end() : at].strip()


_THINGS = word_set("branch branches offices shares sites stations stores outlets vehicles ships hours days")


def _counts(row: tuple[Token, ...]) -> bool:
    """Whether a label names persons or things, which a table in "EUR million" does not count in millions."""
    return any(t.text.lower() in _THINGS or lexicon.person_noun(t.lemma.lower()) for t in row)


def measured(passage: Passage, at: int, table: Table) -> Measure | None:
    """What a figure is in, by its row's label, its column's heading, the table's corner or the line above it."""
    if passage.kind is not Kind.ROW:
        return None
    row = label(passage, at)
    heads = [_text(passage, row)]
    if table.header is not None and table.header is not passage:
        start, end = _cell(table.header.text, passage.text[:at].count("|"), passage.text, table.header.text)
        heads.append(table.header.text[start:end])
        if not _counts(row):
            heads.append(table.header.text.strip().strip("|").partition("|")[0])
    if not _counts(row):
        heads.append(table.caption)
    return next((found for head in heads if head.strip() and (found := measure(head.strip()))), None)


def _text(passage: Passage, tokens: tuple[Token, ...]) -> str:
    base = passage.span.start
    return passage.text[tokens[0].start - base : tokens[-1].end - base] if tokens else ""
