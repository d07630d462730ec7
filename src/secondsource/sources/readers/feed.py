"""RSS and Atom: one document an item that carries its text."""

from __future__ import annotations

import email.utils
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from secondsource.sources.document import Source
from secondsource.sources.errors import SourceError
from secondsource.sources.metadata import iso_day
from secondsource.sources.provenance import Provenance
from secondsource.sources.readers import html

_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "issued", "updated")


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """The items, in the order of the feed; an item that is only a headline and a link is left out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(path, (error.position or (0, 0))[0], f"a damaged feed: {error.msg}", "damaged") from error
    items = list(root.iter("{*}item", "{*}entry"))
    if not items:
        raise SourceError(path, 1, "XML, but neither RSS nor Atom: it has no items", "mislabelled")
    house = next((text for text in (_said(root, "title"), _said(root.find("{*}channel"), "title")) if text), "")
    documents = tuple(source for item in items for source in _document(item, house))
    if not documents:
        raise SourceError(
            path, 0, f"none of its {len(items)} items carries a text; add the pages instead", "empty-source"
        )
    return documents


def _document(item: Any, house: str) -> Iterator[Source]:
    body = next((text for name in _TEXTS if (text := _said(item, name))), "")
    text = _plain(body)
    if len(text.split()) < 12:
        return
    day, named = next(((day, name) for name in _DAYS if (day := _day(_said(item, name)))), (None, ""))
    notes = ("published: the feed gives only the day of the last change",) if named == "updated" else ()
    link = item.find("{*}link")
    yield Source(
        id="",
        text=text,
        title=_plain(_said(item, "title")),
        outlet=house,
        published=day,
        url=(link.get("href") or link.text or "").strip() if link is not None else "",
        author=_said(item, "creator") or _said(item.find("{*}author"), "name"),
        date_origin="metadata" if day else "",
        provenance=Provenance("feed", notes=notes),
    )


def _said(element: Any, name: str) -> str:
    """The text of a child of this name, in whatever namespace."""
    child = element.find(f"{{*}}{name}") if element is not None else None
    return "".join(child.itertext()).strip() if child is not None else ""


def _plain(markup: str) -> str:
    """The words of an item: most feeds put markup in, as text."""
    if not re.search(r"<[a-zA-Z/]|&\w+;|&#\d", markup):
        return markup.strip()
    return html.plain(markup)


def _day(written: str) -> date | None:
    if day := iso_day(written):
        return day
    try:
        return email.utils.parsedate_to_datetime(written).date() if written else None
    except ValueError:
        return None
