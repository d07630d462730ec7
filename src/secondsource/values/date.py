"""Dates, periods and durations: "on Thursday", "by January", "since 2020", "three days".

>>> from datetime import date
>>> from secondsource.language import read
>>> from secondsource.sources import Source
>>> story = Source("wire", "They flew out on Tuesday night; 2,500 are expected by January.")
>>> for mention in find(read(story).passages[0], date(2025, 3, 6)):
...     print(mention.span.of(story.text), "=", plain(mention.value))
on Tuesday night = the night of Tue 4 Mar 2025
by January = by Jan 2026
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import Final, NamedTuple

from dateutil.relativedelta import relativedelta

from secondsource.grammar.calendar import SLACK_DAYS, UNIT_DAYS, Days, in_year, part_of, shifted, stretched
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind, Span
from secondsource.values.date_phrases import (
    CUES,
    PHRASES,
    Context,
    Direction,
    Phrase,
    at_edge,
    number_range,
    token_index,
)
from secondsource.values.mention import Mention
from secondsource.values.when import Grain, Role, When, compatible_times, overlap, plain, relate

__all__ = [
    "Duration", "Grain", "Role", "When", "compatible_times", "durations", "find", "overlap", "plain", "relate",
]  # fmt: skip

KIND: Final = "date"


# --- the surroundings of a phrase ------------------------------------------------------------------------------------

_PART_BEFORE: Final = re.compile(
    r"\b(?P<part>before\sdawn|early\shours|small\shours|dawn|"
    r"early|late|morning|midday|noon|lunchtime|afternoon|evening|night|midnight|dusk)\s{1,2}(?:(?:of|on)\s{1,2})?$",
    re.I,
)
_MODIFIER: Final = re.compile(
    r"\b(?:(?P<mod>early|mid|late)(?:-|\s{1,2})(?:in\s{1,2})?|(?P<edge>middle|beginning|start|end|close|(?:last|first|opening|closing|final)\sdays|"
    r"(?:last|first)\s(?:day|week)|(?:first|second)\shalf|first|tail\send)\s{1,2}of\s{1,2})(?:the\s{1,2})?$",
    re.I,
)
_ABOUT: Final = re.compile(
    r"\b(?:about|around|circa|c\.|roughly|approximately|sometime\sin|some\stime\sin)\s{1,2}$", re.I
)

_ROLES: Final[Mapping[str, Role]] = {
    "by": Role.BY, "no later than": Role.BY, "not later than": Role.BY, "as late as": Role.BY,
    "until": Role.UNTIL, "till": Role.UNTIL, "through": Role.UNTIL, "up to": Role.UNTIL, "up until": Role.UNTIL,
    "up to and including": Role.UNTIL, "through to": Role.UNTIL, "until after": Role.AFTER, "until on": Role.UNTIL, "since on": Role.SINCE, "by on": Role.BY, "until in": Role.UNTIL, "since in": Role.SINCE,
    "as early as": Role.ON, "as long ago as": Role.ON,
    "since": Role.SINCE, "ever since": Role.SINCE, "as from": Role.FROM, "from": Role.FROM, "starting": Role.FROM,
    "beginning": Role.FROM, "effective": Role.FROM, "effective from": Role.FROM, "with effect from": Role.FROM, "starting from": Role.FROM,
    "before": Role.BEFORE, "ahead of": Role.BEFORE, "prior to": Role.BEFORE, "earlier than": Role.BEFORE, "as of before": Role.BEFORE, "pre-": Role.BEFORE,
    "after": Role.AFTER, "later than": Role.AFTER, "following": Role.AFTER, "as of after": Role.AFTER, "post-": Role.AFTER,
    "during": Role.DURING, "throughout": Role.DURING, "over": Role.DURING, "in the course of": Role.DURING,
    "for": Role.FOR, "on": Role.ON, "in": Role.ON, "at": Role.ON, "as of": Role.ON, "as at": Role.ON, "dated": Role.ON,
}  # fmt: skip
_ROLE_WORDS: Final = re.compile(
    r"(?<![\w-])(?P<role>"
    + "|".join(re.escape(words).replace(r"\ ", r"\s{1,2}") for words in sorted(_ROLES, key=len, reverse=True))
    + r")(?:(?<=-)|\s{1,2})(?:(?<=[a-z]{2}\s)(?:at\sleast|as\searly\sas|sometime\sin)\s{1,2})?(?:the\s{1,2})?$",
    re.I,
)
_ENDING: Final = re.compile(
    r"\b(?:expir(?:es?|ed|ing|y)|laps(?:es?|ed|ing)|ends?|ended|ending|(?:run|ran|runs)\sout)\s(?:at\smidnight\s)?(?:on|in|at)\s{1,2}$",
    re.I,
)
_PERIOD_END: Final = re.compile(r"\b(?:months?|quarter|year|half|weeks?|period)\s(?:ended|ending)\s(?:on\s)?$", re.I)
_TO: Final = re.compile(
    r"\b(?P<verb>run|runs|ran|running|extend|extends|extended|extending|extension|prolong|prolongs|prolonged|renew|renewed|last|lasts|lasted|"
    r"continue|continues|continued|valid|open|remain|remains|remained|stay|stays|stayed)\b[^.;]{0,30}\bto\s{1,2}(?:the\s{1,2})?$",
    re.I,
)
_IS_OUT: Final = re.compile(r"\s(?:is|was|are|were)\s(?:out|over|up)\b|\s(?:ends|ended|closes)\b", re.I)


class _Frame(NamedTuple):
    """What stands before a phrase: where it begins, its role, and what part of the period or day it means."""

    start: int
    role: Role
    part: str
    modifier: str
    about: bool


def _frame(text: str, start: int) -> _Frame:
    """Read leftwards from a phrase: part of the day or of the period, "about", then the preposition."""
    left = text[max(0, start - 64) : start]
    base, length = start - len(left), len(left)
    part = modifier = ""
    if found := _PART_BEFORE.search(left, max(0, length - 40)):
        # "late February" is a part of the month; of which unit it is, the phrase decides
        part = " ".join(found["part"].lower().split())
    if found_mod := _MODIFIER.search(left, max(0, length - 40)):
        modifier = " ".join((found_mod["mod"] or found_mod["edge"]).lower().split())
    begins = min(
        (m.start() for m in (found, found_mod) if m), default=length
    )  # the words themselves: their article and preposition are read next
    left = left[:begins].rstrip()
    article = re.search(r"(?:^|\s)the$", left, re.I) if begins < length else None
    if article:
        begins = article.start() + (1 if left[article.start()].isspace() else 0)
        left = left[:begins].rstrip()
    left = left + " " if begins < length else text[base:start]
    about = _ABOUT.search(left)
    if about:
        begins = about.start()
        left = left[:begins]
    role, begin_role = _role(left)
    return _Frame(
        base + min(begins, begin_role) if begin_role >= 0 else base + begins, role, part, modifier, bool(about)
    )


def _role(left: str) -> tuple[Role, int]:
    """The role that the words before a phrase give it, and where the preposition begins (-1: none)."""
    found = _ROLE_WORDS.search(left, max(0, len(left) - 32))
    if found and _ENDING.search(left):
        return Role.UNTIL, found.start()
    if found:
        return _ROLES[" ".join(found["role"].lower().split())], found.start()
    if _TO.search(left):
        return Role.UNTIL, left.rindex("to")
    return Role.ON, -1


# --- where the verb looks --------------------------------------------------------------------------------------------

_SCHEDULED: Final = frozenset(
    "expect schedule due plan slate intend hope forecast project propose aim upcoming forthcoming payable likely".split()
)
_PROMISING: Final = _SCHEDULED | frozenset(
    "threaten announce promise agree want vow pledge decide prepare wait order urge set be go".split()
)
_SAYING: Final = frozenset("say tell declare state add note report confirm acknowledge argue write".split())
_WILL: Final = frozenset({"will", "'ll", "’ll", "shall", "would"})


def _direction(passage: Passage, at: int, role: Role) -> Direction:
    """Whether the verb that governs a place in the text tells of the past or of what is to come."""
    if role is Role.SINCE:
        return Direction.PAST
    i = token_index(passage, at)
    if i is None:
        return Direction.OPEN
    default = Direction.FUTURE if role in (Role.BY, Role.UNTIL) else Direction.OPEN
    for above in passage.ancestors(i):
        found = _verb_looks(passage, passage.tokens[above], role)
        if found is not None:
            return default if found is Direction.OPEN else found
    return default


def _verb_looks(passage: Passage, token: Token, role: Role) -> Direction | None:
    """Where one word above the date looks; None where it does not tell and the next one up is asked."""
    helpers = [passage.tokens[child] for child in passage.children[token.i]]
    lemmas = {h.lemma for h in helpers if h.dep in ("aux", "auxpass") or h.pos == "AUX"}
    words = lemmas | {h.text.lower() for h in helpers if h.tag == "MD"}
    tags = {h.tag for h in helpers if h.dep in ("aux", "auxpass")}
    over = token.tag == "VBD" or "VBD" in tags or "have" in lemmas
    if token.lemma in _SCHEDULED and (token.pos in ("VERB", "ADJ") or token.lemma == "due"):
        return Direction.OPEN if over else Direction.FUTURE
    if token.pos not in ("VERB", "AUX"):
        return None
    if words & _WILL:
        return Direction.OPEN if "have" in lemmas else Direction.FUTURE
    if "TO" in tags:
        return Direction.FUTURE if passage.tokens[token.head].lemma in _PROMISING else None
    if token.lemma in _SAYING and role in (Role.BY, Role.UNTIL):
        return Direction.OPEN
    if token.lemma in _PROMISING and token.pos == "VERB" and not over:
        return Direction.OPEN
    if over:
        return Direction.PAST
    if token.tag == "VBN":
        if token.dep == "acomp":
            return None
        return Direction.OPEN if tags & {"VBZ", "VBP"} else Direction.PAST
    if token.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return Direction.OPEN if passage.kind is Kind.HEADING or token.lemma in _SAYING else Direction.PRESENT
    return None


# --- finding ---------------------------------------------------------------------------------------------------------


class _Match(NamedTuple):
    phrase: Phrase
    match: re.Match[str]


class _Found(NamedTuple):
    """A time with its place in the passage's own text."""

    start: int
    core_start: int
    end: int
    when: When
    rule: str


def find(passage: Passage, published: date | None, antecedent: When | None = None) -> list[Mention[When]]:
    """The times that a passage names, in order; relative ones are resolved against the day of publication.

    ``antecedent`` is the time last named before this passage, for "the following year". Without a publication date
    a relative time is kept but not anchored: it leaves every day open, and its rule ends in ", unresolved".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("a", "The mandate runs until 31 May.")).passages[0]
    >>> [(m.rule, plain(m.value)) for m in find(passage, date(2025, 3, 6))]
    [('day and month', 'until Sat 31 May 2025')]
    """
    found: list[_Found] = []
    for phrase, match in _chosen(passage):
        before = found[-1].when if found else antecedent
        found.extend(_read(phrase, match, passage, published, before))
    start = passage.span.start
    return [
        Mention(
            KIND,
            item.when,
            Span(start + item.start, start + item.end),
            Span(start + item.core_start, start + item.end),
            item.rule if item.when.anchored else f"{item.rule}, unresolved",
        )
        for item in _joined(found, passage)
    ]


def _chosen(passage: Passage) -> Iterator[_Match]:
    """The phrases of a text that do not overlap: the leftmost, of these the longest, of these the first in the table."""
    text = passage.text
    cues = {name for name, pattern in CUES if pattern.search(text)}
    candidates = [
        (match.start(), -match.end(), order, match)
        for order, phrase in enumerate(PHRASES)
        if phrase.needs in cues
        for match in phrase.pattern.finditer(text)
        if phrase.guard(match, passage)
    ]
    end = 0
    for start, negative_end, order, match in sorted(candidates, key=lambda c: c[:3]):
        if start >= end:
            end = -negative_end
            yield _Match(PHRASES[order], match)


def _read(
    phrase: Phrase, match: re.Match[str], passage: Passage, published: date | None, antecedent: When | None
) -> Iterable[_Found]:
    frame = _frame(passage.text, match.start())
    dateline = _is_dateline(passage.text, match)
    direction = Direction.OPEN if dateline else _direction(passage, match.start(), frame.role)
    read = phrase.read(match, Context(passage, published, direction, antecedent))
    items = ((0, read),) if isinstance(read, When) else read
    for number, (group, when) in enumerate(items):
        begins, ends = match.span(group)
        first = number == 0
        if isinstance(read, When):
            ends = match.end()
        framed, start, core = _framed(when, frame, passage, begins, match.end())
        last = number == len(items) - 1
        yield _Found(
            (start if begins == match.start() or first else begins),
            (core if begins == match.start() else begins),
            match.end() if last else ends,
            framed,
            "dateline" if dateline else phrase.name,
        )


_ARTICLE: Final = re.compile(r"(?:\b(?:the|its|their|his|her|our|this|that|a)|['’]s)\s{1,2}$", re.I)


def _describes(passage: Passage, begins: int, ends: int) -> bool:
    """Whether it tells which noun is meant: "after the 2020 cyclone", "before Tuesday's vote" date the noun alone."""
    text = passage.text
    if text[ends : ends + 2] in ("'s", "’s"):
        return True
    if not _ARTICLE.search(text[max(0, begins - 8) : begins]) or text[ends : ends + 1] != " ":
        return False
    following = token_index(passage, ends + 1)
    return following is not None and passage.tokens[following].pos in ("NOUN", "PROPN")


def _framed(when: When, frame: _Frame, passage: Passage, begins: int, ends: int) -> tuple[When, int, int]:
    """The time with its role and with the part of it that is meant; where the mention and its core begin."""
    role = frame.role
    core = begins
    if _describes(passage, begins, ends):
        return when, begins, begins
    one_day = when.named.first == when.named.last or when.grain in (Grain.DAY, Grain.WEEKDAY, Grain.TIME_OF_DAY)
    if one_day and frame.part and when.grain is not Grain.APPROX:
        when = replace(when, hours=when.hours or frame.part, grain=Grain.TIME_OF_DAY)
        core = _core_start(passage.text, frame, begins)
    elif frame.modifier and not one_day and when.anchored:
        when = _in_part(when, frame.modifier)
        core = _core_start(passage.text, frame, begins)
        if role is Role.BEFORE and when.loose is not None:
            role = Role.BY
    if frame.about and when.anchored:
        slack = SLACK_DAYS.get(str(when.grain), 3) or 3
        when = replace(when, loose=stretched(when.loose or when.named, slack), grain=Grain.APPROX)
    if role is Role.BEFORE and _IS_OUT.match(passage.text, ends):
        role = Role.BY
    return replace(when, role=role), min(frame.start, core), core


def _core_start(text: str, frame: _Frame, begins: int) -> int:
    """Where the phrase begins together with the part that is named before it."""
    word = frame.part or frame.modifier
    at = text.lower().rfind(word.split()[0], max(0, begins - 40), begins)
    return at if at >= 0 else begins


def _in_part(when: When, modifier: str) -> When:
    """ "early", "the end of", "the last day of", "the first week of" a period."""
    days = when.named
    match modifier.split():
        case ["early" | "late" | "mid" as part] | ["first" | "second" as part, "half"]:
            name = modifier if part in ("first", "second") else part
            return replace(when, named=part_of(days, name), grain=Grain.APPROX if name == part else Grain.HALF)
        case ["middle"]:
            return at_edge(when, "middle")
        case ["beginning" | "start" | "end" | "close" as edge]:
            return at_edge(when, edge)
        case ["tail", "end"]:
            return replace(when, named=part_of(days, "late"), grain=Grain.APPROX)
        case ["first", "day"] | ["first"]:
            return replace(when, named=Days.on(days.first), grain=Grain.DAY)
        case ["last", "day"]:
            return replace(when, named=Days.on(days.last), grain=Grain.DAY)
        case ["first", "week"]:
            return replace(when, named=Days(days.first, shifted(days.first, relativedelta(days=6))), grain=Grain.WEEK)
        case ["last", "week"]:
            return replace(when, named=Days(shifted(days.last, relativedelta(days=-6)), days.last), grain=Grain.WEEK)
        case ["first" | "opening", "days"]:
            return replace(at_edge(when, "start"), named=part_of(days, "early"))
        case _:
            return replace(at_edge(when, "end"), named=part_of(days, "late"))


_BEFORE_DATELINE: Final = re.compile(r"\W{0,3}(?:[A-Z][\w.’'-]{0,30}[ ,]{1,2}){1,5}")
_AFTER_DATELINE: Final = re.compile(
    r",?\s{1,2}\d{1,2}[:.h]\d\d|\s{0,2}\([^()\n]{1,40}\)\s{0,2}[-–—:]|\s{0,2}[-–—]{1,2}\s"
)


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    """ "PORT SARRA, March 6 (Wire) -" and "Osterhaven, 24 October 2024, 07:00"."""
    return (
        match.start() <= 60
        and _BEFORE_DATELINE.fullmatch(text, 0, match.start()) is not None
        and _AFTER_DATELINE.match(text, match.end()) is not None
    )


# --- two dates that make one stretch ---------------------------------------------------------------------------------

_JOINT: Final = re.compile(r"\s{0,2}(?:[–—-]|\b(?:to|until|till|through)\b)\s{0,2}(?:the\s{1,2})?", re.I)
_AND: Final = re.compile(r"\s{0,2},?\s{0,2}(?:and|or)\s{1,2}(?:(?:on|in)\s{1,2})?", re.I)
_BETWEEN: Final = re.compile(r"\b(?P<word>between|from)\s{1,2}(?:the\s{1,2})?$", re.I)
_MOVING: Final = re.compile(
    r"\b(?:put\sback|put\soff|moved?|moving|postpone[ds]?|postponing|delay(?:ed|s|ing)?|push(?:ed)?|brought\sforward|bring\sforward|defer(?:red|s)?|"
    r"change[ds]?|reschedule[ds]?|shift(?:ed|s)?|slip(?:ped|s)?|advance[ds]?|revise[ds]?)\b[^.;]{0,60}$",
    re.I,
)


def _joined(found: list[_Found], passage: Passage) -> Iterator[_Found]:
    """Merge "from 5 May to 7 June" into one stretch, unless something was moved from the one to the other."""
    text, i = passage.text, 0
    while i < len(found):
        first = found[i]
        second = found[i + 1] if i + 1 < len(found) else None
        if second is None:
            yield first
            return
        between = text[first.end : second.core_start]
        if len(between) <= 16 and (stretch := _stretch(first, second, between, text)):
            found[i + 1] = stretch
        elif len(between) <= 16 and _AND.fullmatch(between):
            yield first._replace(when=_borrow_year(first.when, second.when))
        else:
            yield first
        i += 1


def _stretch(first: _Found, second: _Found, between: str, text: str) -> _Found | None:
    """The one stretch that two dates and the words between them make, or None."""
    left = text[max(0, first.core_start - 80) : first.core_start]
    opener = _BETWEEN.search(left, max(0, len(left) - 16))
    word = opener["word"].lower() if opener else ""
    joint = _AND.fullmatch(between) if word == "between" else _JOINT.fullmatch(between)
    if joint is None or (word == "from" and _MOVING.search(left)):
        return None
    if first.when.role not in (Role.ON, Role.FROM, Role.DURING) or not (first.when.anchored and second.when.anchored):
        return None
    start = _borrow_year(first.when, second.when).named
    if start.first > second.when.named.last:
        return None
    when = replace(
        second.when,
        named=start.joined(second.when.named),
        role=Role.DURING,
        weekday=None,
        mismatch=first.when.mismatch or second.when.mismatch,
        hours="",
        other=None,
    )
    begins = first.core_start - (len(left) - opener.start()) if opener else first.start
    return _Found(begins, first.core_start, second.end, when, f"{second.rule}, stretch")


def _borrow_year(first: When, second: When) -> When:
    """ "5 May and 7 June 2023": the first has the year of the second, or the one before it."""
    if not first.year_assumed or second.year_assumed or not second.anchored:
        return first
    year = second.named.first.year
    named = in_year(first.named, year)
    if named.first > second.named.last:
        named = in_year(first.named, year - 1)
    mismatch = first.weekday is not None and named.first.weekday() != first.weekday
    return replace(
        first, named=named, loose=None, year_assumed=False, anchored=True, resolved=second.resolved, mismatch=mismatch
    )


# --- durations -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something lasts, in days; a month has 28 to 31."""

    low_days: float
    high_days: float


_DURATION_NUMBER: Final = (
    r"(?:\d{1,4}(?:[.,]\d{1,2})?|an?(?:\sadditional|\sfurther|\sextra)?|half\san?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|a\scouple\sof|a\sfew|several)"
)
_DURATION: Final = re.compile(
    rf"(?<![\w.,$€£])(?:(?P<bound>more\sthan|over|at\sleast|less\sthan|under|fewer\sthan|up\sto|no\smore\sthan|at\smost)\s{{1,2}})?"
    rf"(?P<low>{_DURATION_NUMBER})(?:(?:\s?[–-]\s?|\sto\s|\sor\s)(?P<high>{_DURATION_NUMBER}))?(?P<half>\sand\sa\shalf)?"
    r"(?:\s{1,2}|-)(?:more\s|additional\s|further\s|full\s|consecutive\s)?(?P<unit>hour|day|night|week|fortnight|month|quarter|year|decade)s?"
    r"(?P<also>\sand\sa\shalf)?\b(?![-\s]old)(?!\s{1,2}(?:ago|earlier|later|before|after|afterwards|on\b))",
    re.I,
)
_PER: Final = frozenset({"a", "an"})
_MORE: Final = {"more than": (1, inf), "over": (1, inf), "at least": (1, inf)}


def durations(passage: Passage) -> list[Mention[Duration]]:
    """How long things last: "three days", "a 90-day pause", "two and a half years", "more than six months".

    An age ("54-year-old"), a rate ("48 million a year") and an offset ("two days later") are none.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [m.value for m in durations(read(Source("a", "Aid is on a 90-day pause.")).passages[0])]
    [Duration(low_days=90, high_days=90)]
    """
    start = passage.span.start
    return [
        Mention(
            "duration", value, Span(start + m.start(), start + m.end()), Span(start + m.start("low"), start + m.end())
        )
        for m in _DURATION.finditer(passage.text)
        if (value := _duration(m, passage.text)) is not None
    ]


_ADVERB_ONLY: Final = re.compile(
    r"(?:\b(?:in|for|within|after|over|lasted|lasting|lasts|took|takes?|nearly|almost|about|another|during|once)\s{1,2}|^)$",
    re.I,
)


def _duration(match: re.Match[str], text: str) -> Duration | None:
    low_word = " ".join(match["low"].lower().split())
    if (
        low_word in _PER
        and "-" not in match[0]
        and not _ADVERB_ONLY.search(text[max(0, match.start() - 12) : match.start()])
    ):
        return None  # "$48 million a year" is a rate
    least, most = UNIT_DAYS[match["unit"].lower()]
    low, high = _amount(low_word)
    if match["high"]:
        high = _amount(" ".join(match["high"].lower().split()))[1]
    more = 0.5 if match["half"] or match["also"] else 0
    low, high = (low + more) * least, (high + more) * most
    bound = " ".join((match["bound"] or "").lower().split())
    if bound in _MORE:
        return Duration(low, inf)
    return Duration(0 if bound else low, high)


def _amount(word: str) -> tuple[float, float]:
    if word.startswith("half"):
        return 0.5, 0.5
    if word.startswith(("a ", "an ")) and word.endswith(("additional", "further", "extra")):
        return 1, 1
    if word[0].isdigit():
        value = float(word.replace(",", "."))
        return (int(value), int(value)) if value.is_integer() else (value, value)
    return number_range(word)
