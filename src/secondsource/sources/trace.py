"""From a quotation back to the file that it was taken out of: the page of a PDF, the place in a web page's markup."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from secondsource.sources.document import Source
from secondsource.sources.encoding import decode
from secondsource.sources.span import Span

# Markup in the order of the page. Possessive and bounded: a page may be hostile.
_MARKUP = re.compile(
    r"<!--(?:(?!-->).)*+(?:-->)?|<(script|style|template|noscript)\b[^<>]*+>(?:(?!</\1\b).)*+(?:</\1\s*+>)?|<[^<>]*+>|"
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|\w{1,32});|\s++",
    re.IGNORECASE | re.DOTALL,
)
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Original:
    """Where a passage stands in the file it was taken out of; ``span`` counts characters of the decoded file."""

    path: Path
    page: int | None = None
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.path}, page {self.page}" if self.page else str(self.path)


def locate(source: Source, span: Span) -> Original | None:
    """The place of a span of ``source.text`` in its original; None for a text that was never taken out of a file."""
    about = source.provenance
    original = about.original or source.path
    if original is None:
        return None
    if about.format == "pdf":
        return Original(original, about.page_of(span.start))
    if about.format != "html" or not original.is_file():
        return Original(original)
    page, _, _ = decode(original.read_bytes(), original, about.encoding)
    return Original(original, None, _found(page, source.text, span))


def _found(page: str, text: str, span: Span) -> Span | None:
    """The words of the span, with as much before them as the page has in the same order."""
    shown, places = visible(page)
    words = " ".join(span.of(text).split())
    lead = " ".join(text[max(0, span.start - _CONTEXT) : span.start].split())
    for before in (f"{lead} ", lead, ""):
        start = shown.find(before + words)
        if start >= 0 and words:
            start += len(before)
            return Span(places[start], places[start + len(words) - 1] + 1)
    return None


def visible(page: str) -> tuple[str, list[int]]:
    """The words of a page's markup with single spaces, and for each character where it stands in the markup.

    >>> visible("<p>A &amp; B</p>")
    (' A & B ', [0, 3, 4, 5, 10, 11, 12])
    """
    shown: list[str] = []
    places: list[int] = []

    def put(letters: str, place: int, step: int) -> None:
        for n, letter in enumerate(letters):
            if letter != " " or not shown or shown[-1] != " ":
                shown.append(letter)
                places.append(place + n * step)

    end = 0
    for found in _MARKUP.finditer(page):
        put(page[end : found.start()], end, 1)
        piece = found[0]
        if piece[0] == "&":
            put(html.unescape(piece).replace("\u00a0", " "), found.start(), 0)
        elif not re.match(r"</?(?:a|b|i|em|strong|span|font|sup|sub|abbr|time|u|small|mark)\b", piece, re.IGNORECASE):
            put(" ", found.start(), 0)
        end = found.end()
    put(page[end:], end, 1)
    return "".join(shown), places
