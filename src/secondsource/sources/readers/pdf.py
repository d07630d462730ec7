"""PDF: its text in reading order, columns one after the other, words mended that a line end had parted."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

from secondsource.sources.datelines import dated
from secondsource.sources.document import Source
from secondsource.sources.errors import SourceError
from secondsource.sources.metadata import iso_day
from secondsource.sources.provenance import Provenance

MAX_PAGES = 2_000
_HEAD = 1_500


CELL = " | "


class Line(NamedTuple):
    """A line of a page: its words and its box, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """The whole document; ``provenance.pages`` says where each page begins in its text."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _unopened(raw, path, error) from error
    try:
        if len(document) > MAX_PAGES:
            raise SourceError(path, 0, f"{len(document):,} pages; the limit is {MAX_PAGES:,}", "too-large")
        pages = [list(_lines(document[number])) for number in range(len(document))]
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise SourceError(path, 0, f"a damaged PDF: {error}", "damaged") from error
    finally:
        document.close()
    text, starts = _joined(_without_running_heads(pages))
    if not text.strip():
        message = f"no text in its {len(pages)} page(s): a scan; run it through text recognition first"
        raise SourceError(path, 0, message, "empty-source")
    made = _day(about.get("CreationDate", ""))
    day, origin, notes = dated(text[:_HEAD].split("\n"), made, "taken from the PDF's creation date")
    return (
        Source(
            id="",
            text=text,
            title=about.get("Title", "").strip(),
            author=about.get("Author", "").strip(),
            published=day,
            date_origin=origin,
            provenance=Provenance("pdf", pages=starts, notes=notes),
        ),
    )


def _unopened(raw: bytes, path: Path, error: Exception) -> SourceError:
    if b"/Encrypt" in raw:
        return SourceError(path, 0, "asks for a password; save a copy without one", "encrypted")
    return SourceError(path, 0, f"a damaged PDF: {error}", "damaged")


def _day(written: str) -> date | None:
    """``D:20250206120000+03'00'``."""
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", written)
    return iso_day("-".join(found.groups())) if found else None


def _lines(page: Any) -> Iterator[Line]:
    """The lines of a page in reading order."""
    textpage = page.get_textpage()
    try:
        runs = list(_runs(textpage))
        width = page.get_width()
    finally:
        textpage.close()
        page.close()
    yield from _in_reading_order(runs, width)


def _runs(textpage: Any) -> Iterator[Line]:
    """Characters up to the end of their line, or to a gap that is wide enough for a gutter."""
    text = ""
    boxes: list[tuple[float, ...]] = []
    for n in range(textpage.count_chars()):
        letter = textpage.get_text_range(n, 1)
        if letter in ("\r", "\n"):
            yield from _run(text, boxes)
            text, boxes = "", []
        elif letter.isspace():
            text += " "
        else:
            box = textpage.get_charbox(n, loose=True)
            if boxes and not _beside(boxes[-1], box):
                yield from _run(text, boxes)
                text, boxes = "", []
            text += letter
            boxes.append(box)
    yield from _run(text, boxes)


def _beside(before: tuple[float, ...], box: tuple[float, ...]) -> bool:
    height = max(before[3] - before[1], box[3] - box[1])
    same_height = abs((before[1] + before[3]) - (box[1] + box[3])) < height
    return same_height and -height < box[0] - before[2] < 1.1 * height


def _run(text: str, boxes: Sequence[tuple[float, ...]]) -> Iterator[Line]:
    words = " ".join(text.replace("\ufffe", "-").replace("\x02", "-").split())
    if words and boxes:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        yield Line(words, min(lefts), statistics.median(bottoms), max(rights), statistics.median(tops))


def _in_reading_order(rows: Sequence[Line], width: float) -> Iterator[Line]:
    """Downwards; where the page is in columns, band by band between what crosses the gutter, column by column."""
    gutter = _gutter(rows, width)
    ordered = sorted(rows, key=lambda row: (-round(row.bottom), row.left))
    if gutter is None:
        yield from _tabled(ordered)
        return
    band: list[Line] = []
    for row in ordered:
        if row.left < gutter < row.right:
            yield from sorted(band, key=lambda r: (r.left > gutter, -r.top))
            band = []
            yield row
        else:
            band.append(row)
    yield from sorted(band, key=lambda r: (r.left > gutter, -r.top))


def _tabled(rows: Sequence[Line]) -> Iterator[Line]:
    """Pieces that stand at one height, with gaps between them, are the cells of a table's row."""
    held: list[Line] = []
    for row in rows:
        if held and abs(held[-1].bottom - row.bottom) > 0.4 * row.height:
            yield _row(held)
            held = []
        held.append(row)
    if held:
        yield _row(held)


def _row(cells: Sequence[Line]) -> Line:
    cells = sorted(cells, key=lambda cell: cell.left)
    text = CELL.join(cell.text for cell in cells)
    return cells[-1]._replace(text=text, left=cells[0].left)


def _gutter(rows: Sequence[Line], width: float) -> float | None:
    """The place across the page that lines stop before and start after, if most of them do."""
    if len(rows) < 8:
        return None
    starts = Counter(round(row.left / 4) * 4 for row in rows if row.left > width * 0.3)
    for left, count in starts.most_common(3):
        gutter = left - 5
        crossing = sum(row.left < gutter < row.right for row in rows)
        before = sum(row.right <= gutter + 4 for row in rows)
        if count >= 4 and before >= 4 and crossing * 4 < len(rows):
            return float(gutter)
    return None


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Without what stands at the head or foot of most pages, figures apart: the running title, the page number."""
    if len(pages) < 3:
        return pages
    edges = Counter(
        re.sub(r"\d+", "#", line.text) for lines in pages for line in {*lines[:2], *lines[-2:]} if len(line.text) < 100
    )
    running = {text for text, count in edges.items() if count >= max(3, len(pages) * 0.6)}
    return [
        [
            line
            for n, line in enumerate(lines)
            if not ((n < 2 or n >= len(lines) - 2) and re.sub(r"\d+", "#", line.text) in running)
        ]
        for lines in pages
    ]


_HYPHEN = re.compile(r"[^\W\d_]{2,}[-\u00ad\u2010]\Z")


def _joined(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """The pages as one text, a paragraph a line, and where each page begins."""
    whole = {
        word.lower() for lines in pages for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)
    }
    text, starts = "", []
    before: Line | None = None
    for lines in pages:
        fresh = True
        spacing = _spacing(lines)
        for line in lines:
            if before is None:
                joint = ""
            elif CELL in before.text and CELL in line.text:
                joint = "\n"
            elif CELL in before.text or CELL in line.text or _parts(before, line, spacing, fresh):
                joint = "\n\n"
            elif _HYPHEN.search(text) and line.text[0].islower():
                text, joint = _mended(text, line.text, whole), ""
            else:
                joint = " "
            text += joint
            if fresh:
                starts.append(len(text))
            text += line.text
            before, fresh = line, False
        if fresh:
            starts.append(len(text))
    return text, tuple(starts)


def _mended(text: str, following: str, whole: set[str]) -> str:
    """The hyphen goes where it only parted a word at the line's end, and stays where the word has one of its own."""
    first = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z", text[:-1])
    second = re.match(r"[^\W\d_]+", following)
    if text[-1] != "\u00ad" and first and second and f"{first[0]}-{second[0]}".lower() in whole:
        return text
    return text[:-1]


def _spacing(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 60]
    return statistics.median(steps) if steps else 0.0


def _parts(before: Line, line: Line, spacing: float, new_page: bool) -> bool:
    """Whether a new paragraph begins: more space, another size of letter, an indent after a short or finished line."""
    if abs(before.height - line.height) > 0.12 * max(before.height, line.height):
        return True
    finished = before.text.endswith((".", "!", "?", ":", "”", '"'))
    step = before.bottom - line.bottom
    if not new_page and abs(step) < 0.3 * line.height and line.left >= before.right:  # a wide space in a justified line
        return False
    if new_page or step <= 0:  # the next page or column: the sentence may go on
        return finished and not line.text[0].islower()
    wide = spacing > 0 and step > 1.35 * spacing
    indented = line.left - before.left > 6 and finished
    short = finished and before.right < line.right - 0.15 * (line.right - line.left)
    return wide or indented or short
