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
    shown, starts, ends = visible(page)
    words, lead = _bare(span.of(text)), _bare(text[max(0, span.start - _CONTEXT) : span.start])
    for before in (f"{lead} ", lead, ""):
        start = shown.find(before + words)
        if start >= 0 and words:
            start += len(before)
            return Span(starts[start], ends[start + len(words) - 1])
    return None


def _bare(words: str) -> str:
    """Without the bullets and the bars between cells that the reader drew."""
    return " ".join(re.sub(r"^- |(?<=\s)\|(?=\s)", " ", words, flags=re.MULTILINE).split())


def visible(page: str) -> tuple[str, list[int], list[int]]:
    """The words of a page's markup with single spaces, and where each character begins and ends in the markup.

    >>> visible("<p>A &amp; B</p>")
    (' A & B ', [0, 3, 4, 5, 10, 11, 12], [3, 4, 5, 10, 11, 12, 16])
    """
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(letters: str, start: int, end: int) -> None:
        """Letters that stand there one by one, or one or two that an entity stands for."""
        apart = len(letters) == end - start
        for n, letter in enumerate(letters):
            if letter != " " or not shown or shown[-1] != " ":
                shown.append(letter)
                starts.append(start + n if apart else start)
                ends.append(start + n + 1 if apart else end)

    end = 0
    for found in _MARKUP.finditer(page):
        put(page[end : found.start()], end, found.start())
        piece = found[0]
        if piece[0] == "&":
            put(html.unescape(piece).replace("\u00a0", " "), *found.span())
        elif not re.match(r"</?(?:a|b|i|em|strong|span|font|sup|sub|abbr|time|u|small|mark)\b", piece, re.IGNORECASE):
            put(" ", *found.span())
        end = found.end()
    put(page[end:], end, len(page))
    return "".join(shown), starts, ends
