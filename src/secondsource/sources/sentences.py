"""Where each sentence of a text stands, and what kind of line it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.sources.lines import Kind, lines
from secondsource.sources.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or heading, item, row): its place, its kind, and the number of its paragraph."""

    span: Span
    kind: Kind
    paragraph: int


_WHOLE = frozenset({Kind.HEADING, Kind.ROW, Kind.FURNITURE})
"""Kinds of line that are never split."""

_SHORT = 140
"""A quotation or bracket of so many characters stays in one piece; a longer one is split at its own sentences."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE = _words(
    """mr mrs ms messrs mx dr prof sen rep reps gov lt col maj gen brig cpl sgt capt cmdr adm pvt hon rev fr sr pres amb
    sec supt insp det const asst assoc dep vice ft mt nos rs ksh ca approx vs cf viz fig figs art arts vol pp ed eds
    e.g i.e resp incl excl est tel smt shri kum adv er cmde cllr ald mme mlle sra dra ing hr"""
)
"""Abbreviations that lean on what follows: they end no sentence."""

_MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
_OPENERS = _words(
    """a an the this that these those he she it they we i you his her its their our my there here in on at by for from
    with as if when while since after before during but and or so yet nor both all some many most no not what who where
    why how which under over between about among another each every such other one until once although though because
    despite according however meanwhile also still now then last later earlier two three nobody everyone"""
)
"""Words that, with a capital, are more likely to open a sentence than to go on with a name."""

_TIMES = _words("est edt gmt bst utc cet cest eat ist pst pdt cat wat local sharp")
_ROLES = _words(
    """chairman chairwoman chair chief ceo president director executive chancellor spokesman spokeswoman founder finance
    shares vice managing secretary cfo coo cto"""
)
_INSTITUTIONS = re.compile(r"(?:inc|corp|ltd|co|llc|plc|n\.v|s\.a|b\.v|a\.g|bros|jr|sr)$", re.IGNORECASE)
_CLOSERS = "”’\"')]»"
_LAST_WORD = re.compile(r"(?:^|[\s(\[“\"‘'—–-])([^\s(\[“\"‘'—–]{1,24})\.$")
_FIRST_WORD = re.compile(r"[\s(\[“\"‘'*_]*([^\W_][\w’']*(?:\.\w\b)*)")
_STOP = re.compile(r"(?:[a-z]{2}|[0-9%]|[ap]\.m|[”\"’')\]])[.!?…][”\"’')\]]{0,3}\s{1,8}(?=[“\"‘(\[]{0,2}[A-Z])")
"""A stop after a plain word, figure or time and before a capital: the splitter overlooks some ("said so. Acme ...")."""
_QUOTED = re.compile(r"[.!?…][”\"’')\]]{0,3}\s{1,8}(?=[“\"‘(\[]{1,2}[A-Z0-9])")
"""A stop, then an opening quotation mark: the splitter sees no boundary there."""


_GLUED = re.compile(r"(?:[a-z]{3}|[0-9]{2}|[”\")\]])\.(?=[A-Z][a-z]{1,24}[\s,])")
"""A stop with no space after it, as in pages that were copied: "in 2018.Born in Osa, he"."""


@lru_cache(maxsize=256)  # a run asks for those of each of its documents two or three times
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; every character that is not white space is in one of them.

    >>> story = "Ferry halted\\n\\nLt. Col. B. Ray spoke at 5 p.m. He said: “No. Never.” Then he left.\\nAdvertisement"
    >>> [(s.kind.value, s.span.of(story)) for s in sentences(story)][1:3]
    [('prose', 'Lt. Col. B. Ray spoke at 5 p.m.'), ('prose', 'He said: “No. Never.”')]
    """
    found: list[Sentence] = []
    for line in lines(text):
        body = text[line.start : line.end]
        for a, b in ((0, len(body)),) if line.kind in _WHOLE else _split(body):
            found.append(Sentence(Span(line.start + a, line.start + b), line.kind, line.paragraph))
    return tuple(found)


def _split(line: str) -> Iterator[tuple[int, int]]:
    """The stripped sentences of one line."""
    cuts = sorted(set(_mended(line)))
    for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True):
        words = line[a:b]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            yield a + lead, a + lead + len(words.strip())


def _mended(line: str) -> Iterator[int]:
    """Where sentences begin after the first: the splitter's cuts and those that it misses, without the wrong ones."""
    from nupunkt import sent_spans  # costs 40 ms: only a text that is split pays

    cuts = {start for start, _ in sent_spans(line) if start}
    cuts.update(found.end() for pattern in (_STOP, _QUOTED, _GLUED) for found in pattern.finditer(line))
    insides = _insides(line)
    starts = [a for a, _ in insides]
    previous = 0
    for proposed in sorted(cuts):
        cut = _after_closers(line, proposed)
        if cut <= previous or cut >= len(line):
            continue
        at = bisect_right(starts, cut - 1) - 1
        if at >= 0 and cut < insides[at][1] and insides[at][1] - insides[at][0] <= _SHORT:
            continue
        if _goes_on(line, previous, cut):
            continue
        yield cut
        previous = cut


def _after_closers(line: str, cut: int) -> int:
    """A closing quotation mark or bracket goes with the sentence that it closes."""
    end = cut
    while end < len(line) and line[end] in _CLOSERS and end - cut < 4:
        end += 1
    if end == cut or (line[cut] in "\"'’" and end < len(line) and not line[end].isspace()):
        return cut
    while end < len(line) and line[end].isspace():
        end += 1
    return end


def _insides(line: str) -> list[tuple[int, int]]:
    """The outermost quotations and brackets of a line: (start, end), in order; one that never closes is left out."""
    pairs = {"“": "”", "«": "»", "(": ")", "[": "]"}
    found: list[tuple[int, int]] = []
    opened, closer = -1, ""
    for found_mark in re.finditer(r"[“”«»()\[\]\"]", line):
        mark, at = found_mark.group(), found_mark.start()
        if opened >= 0 and (mark == closer or at - opened > 4 * _SHORT):
            if mark == closer:
                found.append((opened, at + 1))
            opened = -1
            if mark == closer:
                continue
        if opened < 0 and mark in pairs:
            opened, closer = at, pairs[mark]
        elif opened < 0 and mark == '"' and (at == 0 or not line[at - 1].isalnum()) and line[at + 1 : at + 2].strip():
            opened, closer = at, '"'
    return found


def _goes_on(line: str, start: int, cut: int) -> bool:
    """Whether the sentence that begins at ``start`` goes on after ``cut``, though the splitter would end it there."""
    left, right = line[max(start, cut - 60) : cut].rstrip(), line[cut : cut + 60]
    opening = _FIRST_WORD.match(right)
    if opening is None or not left:
        return True
    word = opening.group(1)
    if word[0].islower() and not re.search(r"[A-Z]", word):
        return True
    ending = _LAST_WORD.search(left)
    return ending is not None and _leans(ending.group(1), left[: ending.start(1)].rstrip(), word, cut - start)


def _leans(ending: str, before: str, word: str, length: int) -> bool:
    """Whether an abbreviation leans on the word that follows it."""
    low, nearest = ending.lower(), word.lower()
    if low == "no":
        return word[0].isdigit()
    if low in _BEFORE:
        return nearest not in _OPENERS or low in {"mr", "mrs", "dr", "vs"}
    if low in _MONTHS:
        return word[0].isdigit()
    if low == "st":
        return nearest not in _OPENERS and not before.split(" ")[-1][:1].isupper()
    if low in {"a.m", "p.m"}:
        return (
            length < 24 or word[0].isdigit() or nearest in _TIMES or nearest.endswith("day") or nearest[:3] in _MONTHS
        )
    if _INSTITUTIONS.match(ending):
        return nearest in _ROLES
    if re.fullmatch(r"[A-Z]", ending):
        return (not before or before[-1:] == "." or before.split(" ")[-1][:1].isupper()) and nearest not in _OPENERS
    if re.fullmatch(r"(?:[A-Z]\.){1,4}[A-Z]", ending):
        return nearest not in _OPENERS
    return False
