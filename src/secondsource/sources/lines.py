"""What kind of line a line is: prose, heading, list item, table row, furniture, correction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of text is, as evidence."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "list item"
    ROW = "table row"
    FURNITURE = "furniture"
    """Advertisements, "also read", "follow us": no evidence."""
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text (or wrapped lines that are one): where it starts and ends, its paragraph, and its kind."""

    start: int
    end: int
    paragraph: int
    kind: Kind


_HEAD = 400
"""So many characters of a line are enough to tell what it is; a line of any length is told in the same time."""

_RULE = re.compile(r"[\W_]+$")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S|(?:\*\*|__)[^*_]{1,200}(?:\*\*|__)\s*:?$")
_ITEM = re.compile(r"(?:[-*•‣▪◦·]|\d{1,2}[.)]|\([a-z0-9]{1,2}\))\s+\S")
_ROW = re.compile(r"\|.{0,400}\||\S[ ]\|[ ]|\S\t+\S")
_KEY = re.compile(r"[A-Z][^:.!?“”\"]{1,48}:\s+\S")
_STOPS = tuple(".!?:;,…”\"’')]")


def _any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern that tries each from the start of a line; no case, and marks before the words do not matter."""
    return re.compile(rf"[\W_]*(?:{'|'.join(patterns)})", re.IGNORECASE)


_CORRECTION = _any_of(
    r"(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|erratum|errata|corrigendum)"
    r"(?: ?\([^)]{0,40}\)|,? \w{1,12} \w{1,12},? \d{4})?\s*(?:[:—–]|[.-]\s|[*_]*$)",
    r"(?:editor[’']?s? note|note|updated?)\b.{0,300}?\b(?:earlier version|correct(?:ed|ion)|incorrectly|misstated"
    r"|misspelled|amended|wrongly|in error)\b",
    r"an? (?:earlier|previous) version of (?:this|the)\b",
    r"this (?:article|story|report|piece|page|post|release|item) (?:has been|was) (?:amended|corrected|changed)\b",
    r"(?:we|the \w{1,20}) (?:apologi[sz]e for|regrets?) the error\b",
)
_CORRECTION_HEAD = _any_of(r"(?:corrections?|clarifications?|corrections? (?:and|&) clarifications?)[\W_]*$")
"""A heading: the correction itself is the next line."""

_ALSO_READ = _any_of(
    r"(?:also read|read (?:also|more|next)|see also|you may also like|don[’']t miss|in other news|up next"
    r"|further reading|related(?: articles?| stories| news| topics?| reading| posts?)?"
    r"|more (?:stories|on this(?: story)?|from [\w ]{1,40})|recommended(?: for you)?|trending(?: now)?"
    r"|top stories|most (?:read|popular)|editor[’']?s? picks?"
    r"|latest (?:news|stories))\s*[:>»]?[\W_]*$",
)
"""A heading over a list of other stories."""

_FURNITURE = _any_of(
    # advertising, and pointers to other stories
    r"advert(?:isement|isment|ising|orial)?s?\b[\W_]*$",
    r"ad\s*$",
    r"sponsored(?: content| by\b.{0,60})?[\W_]*$",
    r"(?:also read|read (?:also|more|next)|see also|related|watch(?: live| also| now)?|listen(?: to)?|video|gallery"
    r"|in pictures|live updates|more)\s*[:>»|]",
    r"(?:read|see|watch|click|tap|continue) (?:more|here|reading|below|on)\b.{0,120}$",
    r"(?:story|article) continues\b",
    r"scroll (?:down|to)\b",
    # invitations
    r"(?:please )?(?:follow|join|like|find|connect with|chat with) (?:us|our)\b.{0,200}$",
    r".{0,120}\b(?:our|the) (?:\w{1,20} ){0,2}(?:whatsapp|telegram) (?:channel|group)\b.{0,120}$",
    r"(?:subscribe|sign (?:up|in)|log in|register|download)\b.{0,20}?"
    r"\b(?:to|for|now|today|here|our|the app|free)\b.{0,160}$",
    r"(?:e-?mail|send|whatsapp|text) (?:us|your|the (?:author|reporter|editor))\b.{0,200}$",
    r"(?:got|have|do you have) (?:a|any) (?:news )?(?:tip|story|confidential)\b",
    r"(?:support|donate to) (?:our|independent|quality) (?:journalism|work|newsroom)\b",
    # the page's own machinery
    r"(?:subscribe|sign (?:up|in)|log in|newsletter|comments?|print|e-?mail|tweet|whatsapp|facebook|copy link|save"
    r"|loading|share(?: this)?(?: article| story| on \w{1,20})?|menu|search|home|skip to (?:main )?content"
    r"|back to top)[\W_]*$",
    r"(?:tags?|topics?|filed under):.{0,200}$",
    r"share this.{0,60}$",
    r"\d{1,2} min(?:ute)?s? read[\W_]*$",
    r"(?:last )?(?:updated|published|posted|modified)\s*(?:on|at|:)?\s.{0,60}\d{4}[^a-z]{0,20}(?:[a-z]{2,4})?$",
    r"(?:we|this (?:site|website|page)) uses? cookies\b",
    r"(?:accept|manage|reject)(?: all)? cookies\b",
    r"cookie (?:policy|settings)\b",
    r"by (?:continuing|clicking|using)\b.{0,80}\b(?:agree|accept|consent)\b",
    r"(?:privacy policy|terms (?:of (?:use|service)|and conditions))\b",
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}|by\b).{0,200}$",
    r"all rights reserved\b",
    # credits
    r"(?:reporting|writing|editing|additional reporting|compiled|edited|translated|photography) (?:by|from)\b.{0,300}$",
    r"(?:by|with) [^.]{0,80}(?:agencies|afp|reuters)[\W_]*$",
    r"(?:photo|photograph|image|picture|graphic|illustration|video|file photo)s?\b(?: credit| courtesy| by|:).{0,200}$",
    r"(?:photographs?|photos|images|pictures|logos?|footage|maps?)\b.{0,200}?\b(?:free (?:for|of|to)|courtesy|copyright"
    r"|available (?:for|on|at|from)|for (?:editorial )?use|may be used|can be downloaded)\b",
    # what surrounds a press release
    r"for (?:further|more|additional) (?:information|details|inquiries|enquiries)\b",
    r"for (?:media|press) (?:inquiries|enquiries|contact|information|queries)\b",
    r"(?:media|press|investor|public)(?: relations)? (?:contacts?|inquiries|enquiries|queries|office|desk)\b"
    r"\s*(?:[:(–—-].{0,240})?$",
    r"contacts?\s*(?::.{0,200})?$",
    r"for immediate release\b",
    r"embargoed? (?:until|for)\b.{0,80}$",
    r"(?:ends|-30-|xxx)[\W_]*$",
    r"(?:this|the) (?:press release|release|announcement|document|statement|presentation|report)\b.{0,60}?"
    r"\b(?:contains?|may contain|includes?)\b.{0,60}?\bforward[- ]looking\b",
    r"(?:cautionary (?:statement|note)|forward[- ]looking statements?|safe harbou?r)\b",
)

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|does|did|do|can|could|should|said|says|told|been|remains?|became)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = "a an and as at but by for from in into nor of off on or over per so than that the to up via vs with"
_SMALL = frozenset(_SMALL_WORDS.split())


def _ends_openly(words: str) -> bool:
    """Whether a line has no final stop (closing brackets and quotes count as one)."""
    return not words.endswith(_STOPS)


def _title_case(words: str) -> bool:
    tokens = [w for w in re.findall(r"[^\W_][\w’'-]*", words) if w.lower() not in _SMALL]
    return len(tokens) > 1 and sum(not w[0].islower() for w in tokens) >= 0.8 * len(tokens)


def _all_caps(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 3 and not any(c.islower() for c in letters) and len(words) <= 120


def _kind(line: str, first: bool, alone: bool, stops_are_kept: bool) -> Kind:
    """The kind of one stripped line. ``stops_are_kept``: this text's sentences end in full stops."""
    head = line[:_HEAD]
    if _CORRECTION.match(head):
        return Kind.CORRECTION
    if (_ALSO_READ.match(head) or _FURNITURE.match(head) or _RULE.match(head)) and len(line) <= _HEAD:
        return Kind.FURNITURE
    if _MARKDOWN_HEADING.match(head) and len(line) <= _HEAD:
        return Kind.HEADING
    if _ITEM.match(head):
        return Kind.ITEM
    if _ROW.search(head):
        return Kind.ROW
    if alone:
        return Kind.PROSE
    if _all_caps(line[: _HEAD + 1]):
        return Kind.HEADING
    return _unmarked(line, first, stops_are_kept)


def _unmarked(line: str, first: bool, stops_are_kept: bool) -> Kind:
    """A line that nothing marks: a heading or a key with its value is told by its shape alone."""
    short = len(line) <= 120 and line.count(" ") < 16
    if not short:
        return Kind.PROSE
    if line.endswith(":") and line.count(" ") < 5 and not _VERB.search(line):
        return Kind.HEADING
    if not _ends_openly(line):
        return Kind.PROSE
    if _KEY.match(line) and not first and not _VERB.search(line.split(":")[0]):
        return Kind.ITEM
    if _title_case(line) or (stops_are_kept and (first or not _VERB.search(line))):
        return Kind.HEADING
    return Kind.PROSE


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether neighbouring lines are one paragraph that was broken at a column.

    Their lengths are alike but for the last, and some of them stop in the middle of a sentence.
    """
    body = [len(line.rstrip()) for line in lines[:-1]]
    if not body or not min(body) >= 40 or max(body) > 100 or len(lines[-1].rstrip()) > max(body) + 8:
        return False
    if any(_ITEM.match(line) or _ROW.search(line) or _MARKDOWN_HEADING.match(line) for line in lines):
        return False
    broken = sum(_ends_openly(a.rstrip()) and not _title_case(a) for a in lines[:-1])
    return broken > 0 and (
        (2 * broken >= len(body) and max(body) - min(body) <= 24) or any(b[:1].islower() for b in lines[1:])
    )


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that have words in them, with their kinds; a wrapped paragraph is one line.

    >>> [(line.kind.value, line.paragraph) for line in lines("# The bridge\\n\\n- 64 cables\\n\\nAdvertisement")]
    [('heading', 0), ('list item', 2), ('furniture', 4)]
    """
    blocks = _blocks(text)
    bodies = [text[a:b] for a, b, _ in blocks]
    open_ends = sum(map(_ends_openly, bodies))
    found: list[Line] = []
    listing = correcting = False
    for index, ((start, end, paragraph), body) in enumerate(zip(blocks, bodies, strict=True)):
        kind = _kind(body, index == 0, len(blocks) == 1, 2 * open_ends <= len(blocks))
        if correcting:
            kind = Kind.CORRECTION
        correcting = bool(_CORRECTION_HEAD.match(body[:_HEAD]))
        if listing and kind in {Kind.ITEM, Kind.HEADING}:
            kind = Kind.FURNITURE
        elif kind is not Kind.FURNITURE or _ALSO_READ.match(body[:_HEAD]):
            listing = kind is Kind.FURNITURE
        found.append(Line(start, end, paragraph, kind))
    return _signed(text, found)


def _signed(text: str, found: Sequence[Line]) -> tuple[Line, ...]:
    """A line shaped like a heading, with nothing beneath it to head, is how a text is signed: "Ada Obi, Director"."""
    last = next((i for i in reversed(range(len(found))) if found[i].kind is not Kind.FURNITURE), 0)
    if not last or found[last].kind is not Kind.HEADING:
        return tuple(found)
    words = text[found[last].start : found[last].end]
    if "," not in words or _MARKDOWN_HEADING.match(words[:_HEAD]):
        return tuple(found)
    return *found[:last], replace(found[last], kind=Kind.PROSE), *found[last + 1 :]


def _blocks(text: str) -> list[tuple[int, int, int]]:
    """(start, end, paragraph) of every line with words, stripped; wrapped lines joined."""
    blocks: list[tuple[int, int, int]] = []
    pending: list[tuple[int, str, int]] = []

    def close() -> None:
        groups = [pending[:]] if len(pending) > 1 and _wrapped([p[1] for p in pending]) else [[p] for p in pending]
        for group in groups:
            if group:
                (start, line, paragraph), (last, tail, _) = group[0], group[-1]
                blocks.append((start + len(line) - len(line.lstrip()), last + len(tail.rstrip()), paragraph))
        pending.clear()

    start = 0
    for paragraph, line in enumerate(text.splitlines(keepends=True)):
        if line.strip():
            pending.append((start, line, paragraph))
        else:
            close()
        start += len(line)
    close()
    return blocks
