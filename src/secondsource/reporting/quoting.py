"""A passage in its source's own words: what surrounds it, how to find it again, how to show it safely."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from urllib.parse import quote

from secondsource.judging import Evidence
from secondsource.reporting.document import Document
from secondsource.sources import Span

AROUND = 32
"""Characters of prefix and suffix in a TextQuoteSelector: enough to tell two equal quotations of one page apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation, and whether it holds the words that decided."""

    text: str
    marked: bool = False
    decides: bool = False
    """Whether these marked words are the value itself, and not what it is about."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation with the sentence on either side of it."""

    before: str
    pieces: tuple[Piece, ...]
    after: str


def in_context(document: Document, evidence: Evidence) -> Passage:
    """The quotation, its deciding words apart, between its neighbours in the text.

    >>> from secondsource.judging import Bearing
    >>> from secondsource.sources import Source
    >>> text = "It rained. Kenya sent 144 officers. They flew."
    >>> wire = Document.of(Source("wire", text))
    >>> said = Evidence("wire", Span(11, 35), text[11:35], Bearing.SUPPORTS, "", marks=(Span(22, 34),))
    >>> in_context(wire, said)  # doctest: +NORMALIZE_WHITESPACE
    Passage(before='It rained.', pieces=(Piece(text='Kenya sent ', marked=False, decides=False),
        Piece(text='144 officers', marked=True, decides=True), Piece(text='.', marked=False, decides=False)),
        after='They flew.')
    """
    span, text = evidence.span, document.text
    starts, ends = document.bounds
    first, last = max(bisect_right(starts, span.start) - 1, 0), min(bisect_left(ends, span.end), len(ends) - 1)
    # A quotation that is part of a sentence is shown with the rest of that sentence as its surroundings.
    around = Span(min(starts[first], span.start), max(ends[last], span.end)) if starts else span
    before = document.sentences[first - 1].span.start if starts and first > 0 else around.start
    after = document.sentences[last + 1].span.end if starts and last + 1 < len(ends) else around.end
    return Passage(text[before : span.start].strip(), pieces(text, evidence), text[span.end : after].strip())


def pieces(text: str, evidence: Evidence) -> tuple[Piece, ...]:
    """The quotation cut at its marks."""
    deciding = _deciding(text, evidence)
    found: list[Piece] = []
    at = evidence.span.start
    for mark in sorted(mark for mark in evidence.marks if mark.within(evidence.span)):
        if mark.start < at:
            continue
        found += [Piece(text[at : mark.start]), Piece(mark.of(text), True, mark in deciding)]
        at = mark.end
    found.append(Piece(text[at : evidence.span.end]))
    return tuple(piece for piece in found if piece.text)


def _deciding(text: str, evidence: Evidence) -> frozenset[Span]:
    """The marks that hold the value ("400 officers", not "to Haiti"); all of them where none can be told."""
    value = _words(evidence.value)
    holding = frozenset(mark for mark in evidence.marks if value & _words(mark.of(text)))
    return holding or frozenset(evidence.marks)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def surroundings(document: Document, span: Span) -> tuple[str, str]:
    """The prefix and suffix of a W3C TextQuoteSelector."""
    text = document.text
    return text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]


def address_of(document: Document, span: Span) -> str:
    """The web address of these very words (a text fragment); empty where the source has no address.

    >>> from secondsource.sources import Source
    >>> wire = Document.of(Source("wire", "No, 144 officers. Yes, 144 officers.", url="https://wire.example/a"))
    >>> address_of(wire, Span(4, 16))
    'https://wire.example/a#:~:text=No%2C-,144%20officers,-.%20Yes%2C%20144'
    """
    if not document.link:
        return ""
    exact = " ".join(span.of(document.text).split())
    words = exact.split()
    target = _encoded(exact) if len(words) <= 12 else f"{_encoded(words[:5])},{_encoded(words[-5:])}"
    if document.text.count(span.of(document.text)) > 1:
        prefix, suffix = surroundings(document, span)
        before, after = prefix.split()[-3:], suffix.split()[:3]
        target = (f"{_encoded(before)}-," if before else "") + target + (f",-{_encoded(after)}" if after else "")
    joint = ":~:text=" if "#" in document.link else "#:~:text="
    return document.link + joint + target


def _encoded(words: str | list[str]) -> str:
    # A dash is syntax in a text fragment, so it is escaped although URLs allow it.
    return quote(words if isinstance(words, str) else " ".join(words), safe="").replace("-", "%2D")


_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with the characters that could hide or reorder others written out.

    >>> visible("paid \\u202e005 dollars")
    'paid ⟨U+202E⟩005 dollars'
    """
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words where there is a place to cut.

    >>> shortened("Kenya sent 144 officers to Haiti", 20)
    'Kenya sent 144 …'
    """
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit - 1]
    return (head.rpartition(" ")[0] if " " in head[limit // 2 :] else head) + ("…" if " " not in head else " …")


def excerpt(evidence: Evidence, width: int) -> str:
    """A quotation for a terminal, cut to a width around the words that decide.

    >>> from secondsource.judging import Bearing
    >>> text = "On Monday, when it rained in all of the delta, 144 officers flew out."
    >>> excerpt(Evidence("wire", Span(0, 69), text, Bearing.SUPPORTS, "", marks=(Span(47, 59),)), 36)
    '… the delta, 144 officers flew out.'
    """
    quoted = evidence.quote
    if len(quoted) <= width:
        return on_one_line(quoted, width)
    start = min((mark.start for mark in evidence.marks), default=evidence.span.start) - evidence.span.start
    first = max(0, min(start - width // 3, len(quoted) - width))
    last = min(len(quoted), first + width)
    if first:
        first = (quoted.find(" ", first) + 1) or first
    if last < len(quoted):
        last = quoted.rfind(" ", first, last) if " " in quoted[first:last] else last
    return f"{'… ' if first else ''}{on_one_line(quoted[first:last], width)}{' …' if last < len(quoted) else ''}"


def on_one_line(text: str, limit: int = 200) -> str:
    """A text for a list or a log: visible, on one line, no longer than ``limit``."""
    return shortened(unicodedata.normalize("NFC", visible(text)), limit)
