"""Web pages: the article without its furniture (trafilatura), and the day it was published, with who says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import trafilatura
from htmldate import find_date
from lxml import etree, html

from secondsource.sources import languages
from secondsource.sources.datelines import ALONE, LABELLED, written_day
from secondsource.sources.document import Source
from secondsource.sources.encoding import decode
from secondsource.sources.errors import SourceError
from secondsource.sources.metadata import iso_day
from secondsource.sources.provenance import Provenance

# No guessing from any figure of the text, such as the number of a resolution.
_CAUTIOUS = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """The one article of a page."""
    declared = _DECLARED.search(raw[:4096])
    text, encoding, notes = decode(raw, path, declared[1].decode("ascii", "replace") if declared else "")
    return (article(text, path, Provenance("html", encoding, notes=notes)),)


def article(page: str, path: Path, provenance: Provenance, url: str = "") -> Source:
    """The article of a page that has been decoded."""
    tree = _tree(page, path)
    found = trafilatura.bare_extraction(
        _unfurnished(page, path),
        url=url or None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=_CAUTIOUS,
    )
    if found is None or not (found.text or "").strip():
        raise SourceError(path, 0, "no article text in this page", "empty-source")
    linked = list(_linked_data(tree))
    title, house = _headline(tree, _first(linked, "headline") or _meta(tree, "og:title") or "")
    title = title or found.title or ""
    day, origin, day_notes = published(tree, linked, page, url)
    text = _paragraphs(found.text, title)
    language, language_origin, language_notes = _language(tree, text)
    stub = ("the page shows only part of the article to readers without a subscription",) if _stub(linked) else ()
    return Source(
        id="",
        text=text,
        title=title,
        outlet=(_publisher(linked) or _meta(tree, "og:site_name") or house or found.sitename or "").strip(),
        published=day,
        url=url or _meta(tree, "og:url") or found.url or "",
        language=language,
        date_origin=origin,
        author=(found.author or "").replace("; ", ", "),
        provenance=Provenance(
            provenance.format,
            provenance.encoding,
            language_origin,
            notes=(*provenance.notes, *day_notes, *language_notes, *stub),
        ),
    )


def plain(markup: str) -> str:
    """The words of a piece of markup, a block a line: for items of a feed, which have no furniture.

    >>> plain("<p>The bridge is open.</p><p>It cost &#8364;4 million.</p>")
    'The bridge is open.\\n\\nIt cost €4 million.'
    """
    lines = (_squeezed(line) for line in _lines(html.fragment_fromstring(markup, create_parent="div")))
    return "\n\n".join(line for line in lines if line)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _tree(page: str, path: Path) -> Any:
    # lxml refuses text that declares an encoding of its own; the page is decoded already.
    page = _CONTROL.sub(" ", re.sub(r"\A\s{0,1000}<\?xml[^>]{0,200}\?>", "", page))
    try:
        tree = html.document_fromstring(
            page, parser=html.HTMLParser(huge_tree=False, remove_pis=True, remove_comments=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(path, 0, f"no web page: {error}", "damaged") from error
    return tree


# Parts of a page that no publishing system puts an article in. The names are whole words of class or id.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert|advertisement|sponsored|promo|newsletter|subscribe|signup|paywall|sharing|social|"
    r"related|recommended|recirc|most-read|trending|comments?|disqus|breadcrumbs?|cookie|consent|byline-card|author-bio|"
    r"tags|topics|read-more|also-read|footer|sidebar|widget|nav|menu|toolbar|caption-credit)(?:$|[\s_-])|"
    r"(?:^|\s)share(?:$|\s)|(?:^|[\s_-])share-(?:bar|buttons?|icons?|links?|this|tools?)",
    re.IGNORECASE,
)
_FURNITURE_TAGS = (
    "nav",
    "aside",
    "footer",
    "form",
    "iframe",
    "noscript",
    "template",
    "amp-ad",
    "amp-sidebar",
    "button",
)


def _unfurnished(page: str, path: Path) -> Any:
    """The page without navigation, advertisements, link lists and comments."""
    tree = _tree(page, path)
    for anchor in tree.xpath("//body//a[not(@href)]"):
        anchor.drop_tag()  # a place to jump to, which would count as a link where links are counted
    for table in tree.xpath("//body//table[.//table or .//h1 or .//h2 or .//h3]"):
        _unlaid(table)
    for element in tree.xpath("//body//*[count(br) > 1]"):
        _paragraphed(element)
    every = len(tree.xpath("//body//p"))
    for element in tree.xpath("//body//*"):
        # A wrapper may be named like furniture ("has-sidebar"), or be one form: not if it holds the article.
        if _is_furniture(element) and element.getparent() is not None and len(element.xpath(".//p")) * 2 <= every:
            element.drop_tree()
        elif "share" in element.get("class", ""):
            element.attrib.pop("class")  # a share's price, which trafilatura would take for a button
    return tree


def _is_furniture(element: Any) -> bool:
    if element.tag in ("article", "main") or not isinstance(element.tag, str):
        return False
    named = f"{element.get('class', '')} {element.get('id', '')}"
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or element.tag in _FURNITURE_TAGS or bool(_FURNITURE.search(named))


def _unlaid(table: Any) -> None:
    """A table that only lays out the page becomes blocks, without its cells of menus and small print."""
    for cell in table.xpath("./tr/td | ./tbody/tr/td"):
        words, linked = len(cell.text_content().split()), sum(len(a.text_content().split()) for a in cell.xpath(".//a"))
        if not cell.xpath(".//p") and (linked * 2 > words or (cell.get("colspan") and words < 25)):
            cell.clear()
    for element in [table, *table.xpath("./tr | ./tbody | ./tr/td | ./tbody/tr | ./tbody/tr/td")]:
        element.tag = "div"


def _paragraphed(element: Any) -> None:
    """Text that is parted by <br>, as old systems write it, becomes paragraphs; a sentence that runs on stays one."""
    children, lead, element.text = list(element), element.text or "", None
    if element.tag == "p":
        element.tag = "div"
    for child in children:
        element.remove(child)
    paragraph = etree.SubElement(element, "p")
    _say(paragraph, lead)
    for child in children:
        tail, child.tail = child.tail or "", None
        if child.tag in _INLINE:
            paragraph.append(child)
        elif child.tag != "br":
            element.append(child)
            paragraph = etree.SubElement(element, "p")
        elif tail.lstrip()[:1].islower() and not paragraph.text_content().rstrip().endswith((".", "!", "?")):
            _say(paragraph, " ")
        else:
            paragraph = etree.SubElement(element, "p")
        _say(paragraph, tail)


def _say(paragraph: Any, words: str) -> None:
    """Adds words at the end of a paragraph, after whatever markup is in it."""
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + words
    else:
        paragraph.text = (paragraph.text or "") + words


def _paragraphs(text: str, title: str) -> str:
    """One paragraph a line, an empty line between; without the headline, which is kept apart."""
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.splitlines()]
    lines = [row.strip("| ") if row.startswith("|") else row for row in lines if row.strip("|-: ")]
    while lines and (lines[0].casefold() == title.casefold() or _heads(lines[0])):
        lines = lines[1:]
    joined = ""
    for before, line in zip(["", *lines], lines, strict=False):
        tight = (before.startswith("- ") and line.startswith("- ")) or (" | " in before and " | " in line)
        joined += ("\n" if tight else "\n\n" if joined else "") + line
    return joined


def _heads(line: str) -> bool:
    """Whether a line is a byline or a date, which stand between the headline and the text."""
    return len(line) < 120 and bool(_BYLINE.fullmatch(line) or ALONE.fullmatch(line) or LABELLED.match(line))


def _headline(tree: Any, said: str) -> tuple[str, str]:
    """The headline, and the house's name, which many systems join to it in the page's title."""
    whole = _squeezed(tree.xpath("string(//head/title)"))
    shown = [line for path in _HEADLINES for element in tree.xpath(path) if (line := _squeezed(element.text_content()))]
    title = _squeezed(said) or next((line for line in shown if line in whole), "")
    for line in (*shown, title):
        if line and line in title and line in whole and len(line) < len(whole):
            parted = _PARTED.fullmatch(whole.replace(line, "", 1))
            if parted:
                return line, parted[1] or parted[2] or ""
    highest: list[Any] = next((found for level in "123" if (found := tree.xpath(f"//body//h{level}"))), [])
    return title or (_squeezed(highest[0].text_content()) if len(highest) == 1 else ""), ""


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _language(tree: Any, text: str) -> tuple[str, str, tuple[str, ...]]:
    """The language that the words are in; what the page declares is often its template's."""
    declared = re.split(r"[-_]", tree.xpath("string(//html/@lang)").strip().lower())[0]
    vote = languages.detect(text)
    if vote.detected and declared and vote.code != declared:
        return vote.code, "detected", (f"language: the page declares {declared}, its words are {vote.code}",)
    if declared:
        return declared, "metadata", ()
    return vote.code, "detected" if vote.detected else "assumed", ()


# Where a headline stands, surest first. A heading that only leads home is the house's name.
_HEADLINES = (
    "//body//*[@itemprop='headline']",
    "//body//*[self::h1 or self::h2 or self::h3][contains(@class, 'entry-title') or contains(@class, 'post-title') or "
    "contains(@class, 'article-title') or contains(@class, 'headline')]",
    "//body//h1[not(a[@href='/' or @rel='home'])]",
)
_PARTED = re.compile(r"(?: ?[|–—·»:-] )(.{2,80})|(.{2,80}?)(?: ?[|–—·»:-] )")
_BYLINE = re.compile(r"(?:By|Written by|Posted by|Submitted by|Text:) \S.{1,90}", re.IGNORECASE)


# -- what the page says of itself --------------------------------------------------------------------------------------


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles in the page's JSON-LD, outermost first."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # a broken block is as good as none: the page says the same elsewhere
        yield from (item for item in _objects(data) if _is_article(item))


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data[:1000]:
            yield from _objects(item, depth)
    elif isinstance(data, dict) and depth < 6:
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return any(str(kind).endswith(("Article", "Posting", "Report")) for kind in named)


def _first(linked: Iterable[dict[str, Any]], key: str) -> str:
    return next((str(item[key]) for item in linked if isinstance(item.get(key), str)), "")


def _publisher(linked: Iterable[dict[str, Any]]) -> str:
    names = (item["publisher"].get("name") for item in linked if isinstance(item.get("publisher"), dict))
    return next((str(name) for name in names if name), "")


def _stub(linked: Iterable[dict[str, Any]]) -> bool:
    return any(str(item.get("isAccessibleForFree")).lower() == "false" for item in linked)


def _meta(tree: Any, *names: str) -> str:
    """The content of the first <meta> of one of these names."""
    for name in names:
        for key in ("property", "name", "itemprop"):
            if content := tree.xpath(f"string(//meta[@{key}=$name]/@content)", name=name).strip():
                return str(content)
    return ""


# -- the day it was published ------------------------------------------------------------------------------------------


class _Day(NamedTuple):
    day: date
    weight: int
    origin: str
    said_by: str


_META_DAYS = (
    "article:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "sailthru.date",
    "dcterms.created", "dcterms.issued", "DC.date.issued", "DC.date.created", "dcterms.date", "DC.date",
    "citation_publication_date", "publish-date", "pubdate", "publishdate", "date", "publication_date",
)  # fmt: skip
_CHANGED = re.compile(r"modif|updat|revis|edited", re.IGNORECASE)
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def published(tree: Any, linked: list[dict[str, Any]], page: str, url: str) -> tuple[date | None, str, tuple[str, ...]]:
    """The day, who says so ("metadata" or "page text"), and a note where the page contradicts itself.

    A page says its date in several places, and templates, migrations and caches falsify some of them. Each place has
    a weight; what the reader sees beside the headline weighs most, the places that agree weigh together.
    """
    said = list(_days(tree, linked, url))
    if not said:
        day = iso_day(find_date(page, **_CAUTIOUS) or "")
        note = "published: no place on the page says it outright; this is the likeliest date in its markup"
        return (day, "page text", (note,)) if day else (None, "", ())
    weights: dict[date, int] = {}
    for one in said:
        weights[one.day] = weights.get(one.day, 0) + one.weight
    day = max(weights, key=lambda known: (weights[known], -known.toordinal()))
    best = max((one for one in said if one.day == day), key=lambda one: one.weight)
    others = {f"{one.said_by} says {one.day.isoformat()}" for one in said if one.day != day}
    return day, best.origin, tuple(f"published: {best.said_by} says {day.isoformat()}; {o}" for o in sorted(others))


def _days(tree: Any, linked: Iterable[dict[str, Any]], url: str) -> Iterator[_Day]:
    places = [
        *((_first(linked, "datePublished"), 4, "metadata", "JSON-LD datePublished"),),
        *((_meta(tree, name), 3, "metadata", f"meta {name}") for name in _META_DAYS),
        *_seen(tree),
    ]
    told: set[str] = set()
    for text, weight, origin, said_by in places:
        kind = said_by.split()[0]
        day = written_day(text)
        if day and kind not in told:
            told.add(kind)
            yield _Day(day, weight, origin, said_by)
    for address in (url, _meta(tree, "og:url"), tree.xpath("string(//link[@rel='canonical']/@href)")):
        if written := _IN_URL.search(address or ""):
            day = iso_day(f"{written[1]}-{int(written[2]):02}-{int(written[3]):02}")
            if day:
                yield _Day(day, 2, "metadata", "the address")
                return


def _seen(tree: Any) -> Iterator[tuple[str, int, str, str]]:
    """Dates that a reader sees above the text: marked up, labelled, or alone on a line."""
    for element in tree.xpath("//body//time[@datetime] | //body//*[@itemprop='datePublished']")[:12]:
        named = " ".join(
            [element.get("class", ""), element.get("itemprop", ""), (element.getparent().get("class") or "")]
        )
        before = (
            (element.getprevious().tail or "") if element.getprevious() is not None else element.getparent().text or ""
        )
        inside_list = element.xpath("boolean(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)")
        if not _CHANGED.search(f"{named} {before[-40:]}") and not inside_list:
            yield (
                element.get("datetime") or element.get("content") or element.text_content(),
                4,
                "page text",
                "time element",
            )
    lines = [re.sub(r"\s+", " ", line).strip() for line in _lines(tree)]
    for line in lines[:400]:
        if len(line) < 200 and (labelled := LABELLED.search(line)):
            yield labelled[1], 5, "page text", "label on the page"
    for line in lines[:200]:
        if alone := ALONE.fullmatch(line):
            yield alone[1], 3, "page text", "line on the page"


_INLINE = {"a", "span", "b", "i", "em", "strong", "time", "abbr", "small", "font", "u", "sup", "sub"}
_UNSEEN = {"script", "style", "nav", "aside", "footer", "head", "template", "noscript"}


def _lines(tree: Any) -> Iterator[str]:
    """The visible text of the page, block by block."""
    line, unseen = "", 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag not in _INLINE:
            yield line
            line = ""
        unseen += (element.tag in _UNSEEN) * (1 if event == "start" else -1)
        if not unseen:
            line += (element.text if event == "start" else element.tail) or ""
    yield line
