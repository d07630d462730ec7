"""The phrases that name a time: one row each, in :data:`PHRASES`.

A row has a name, what a text must have in it for the row to be tried at all, a pattern (in the small language of
:mod:`~secondsource.values.dating.words`), the function that reads a match, and a guard that can refuse it. What stands
around a phrase ("by", "early", "the end of") is read once for all of them, in
:mod:`~secondsource.values.dating.surroundings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from secondsource.language.tokens import Passage
from secondsource.values.dating import guards, readers
from secondsource.values.dating.readers import Read
from secondsource.values.dating.words import compiled

Guard = Callable[[re.Match[str], Passage], bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to name a time."""

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Read
    guard: Guard = guards.anything


def _phrase(name: str, needs: str, pattern: str, read: Read, guard: Guard = guards.anything) -> Phrase:
    return Phrase(name, frozenset(needs.split()), compiled(pattern), read, guard)


# fmt: off
PHRASES: Final[tuple[Phrase, ...]] = (
    # --- days ---
    _phrase(
        "ISO date", "digit",
        r"(?<![\d-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        readers.iso,
    ),
    _phrase(
        "date in figures", "digit",
        r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>1\d{3}|20\d\d)(?![\d/-]|\.\d)",
        readers.numeric,
    ),
    _phrase(
        "day and month", "month digit",
        r"(?:\b{weekday}(?:,|\s?\()?\s{0,2}(?:the~)?)?{DAY_START}{day}{TH}(?:~of)?(?:~|-){month}"
        r"(?:(?:{COMMA}|-){year}|~{relyear})?",
        readers.day, guards.day_is_no_age,
    ),
    _phrase(
        "month and day", "month digit",
        r"(?:\b{weekday}(?:,|\s?\()?\s{0,2})?\b{month}~(?:the~)?{day}{TH}{DAY_END}(?:{COMMA}{year}|~{relyear})?",
        readers.day, guards.day_is_no_count,
    ),
    _phrase(
        "day in words", "month ordinal",
        r"(?:\b{weekday}(?:,~|~))?(?:\b(?i:the)~)?\b{day:dayword}~of~{month}(?:{COMMA}{year}|~{relyear})?", readers.day,
    ),
    _phrase(
        "day in words", "month ordinal",
        r"(?:\b{weekday}(?:,~|~))?\b{month}~(?i:the)~{day:dayword}(?:{COMMA}{year}|~{relyear})?", readers.day,
    ),
    _phrase(
        "two days of a month", "month digit",
        r"{DAY_START}{first:day}{TH}~(?:and|or|&)~{second:day}{TH}~{month}(?:{COMMA}{year})?",
        readers.two_days, guards.not_between,
    ),
    _phrase(
        "two days of a month", "month digit",
        r"\b{month}~{first:day}{TH}~(?:and|or|&)~{second:day}{TH}{DAY_END}(?:{COMMA}{year})?",
        readers.two_days, guards.two_days_are_no_count,
    ),
    _phrase(
        "days of a month", "month digit",
        r"(?:\b(?i:from)~)?{DAY_START}{first:day}{TH}{TO}{second:day}{TH}~{month}(?:{COMMA}{year})?", readers.day_range,
    ),
    _phrase(
        "days of a month", "month digit",
        r"(?:\b(?i:from)~)?\b{month}~{first:day}{TH}{TO}{second:day}{TH}{DAY_END}(?:{COMMA}{year})?", readers.day_range,
    ),
    _phrase(
        "days of a month", "month digit",
        r"\b(?i:between)~{first:day}{TH}~and~{second:day}{TH}~{month}(?:{COMMA}{year})?", readers.day_range,
    ),
    _phrase(
        "days of a month", "month digit",
        r"\b(?i:between)~{month}~{first:day}{TH}~and~{second:day}{TH}{DAY_END}(?:{COMMA}{year})?", readers.day_range,
    ),
    _phrase(
        "weekday and day", "weekday digit", r"\b{weekday:fullweekday}~(?:the~)?{day}{TH}{DAY_END}",
        readers.weekday_and_day, guards.weekday_day_is_one,
    ),
    _phrase(
        "weekday and day", "weekday ordinal", r"\b{weekday:fullweekday},?~the~{day:dayword}(?!~(?:week)?day)",
        readers.weekday_and_day,
    ),
    _phrase(
        "day of the month", "digit",
        r"\b(?i:the)~{day}(?:st|nd|rd|th)\b(?:~of~(?P<relmonth>last|this|next)~month\b)?"
        r"(?=\s?(?:[.,;:)]|$)|~(?:and|when|that|but|to|at|in|with|for|as)\b)",
        readers.day_of_month, guards.role_stands_before,
    ),
    _phrase(
        "week of a day", "unit month digit",
        r"\b(?:(?i:the)~)?(?i:week)~(?P<edge>(?i:of|beginning|starting|commencing|from|ending|to))~"
        r"(?:{weekday},?~)?(?:(?:the~)?{DAY_START}{day}{TH}(?:~of)?~{month}(?:{COMMA}{year})?|"
        r"{endmonth:month}~{endday:day}{TH}{DAY_END}(?:{COMMA}{endyear:year})?)",
        readers.week_of,
    ),
    _phrase(
        "feast", "feast", r"\b{feast}(?:~(?:of~)?(?:{year}|(?P<relyear>(?i:last|this|next)~year\b)))?",
        readers.feast, guards.feast_is_one,
    ),
    _phrase(
        "ordinal weekday", "month ordinal",
        r"\b(?:(?i:the)~)?(?P<number>(?i:first|second|third|fourth|fifth|last|final))~"
        r"(?:{weekday:fullweekday}\b|(?i:weekend)\b)~(?i:of|in)~"
        r"(?:(?P<rel>(?i:last|this|next))~)?{month}(?:{COMMA}{year}|~(?:of~)?{relyear})?",
        readers.ordinal_weekday,
    ),
    _phrase(
        "ordinal weekday", "unit ordinal",
        r"\b(?:(?i:the)~)?(?P<number>(?i:first|second|third|fourth|fifth|last|final))~"
        r"(?:{weekday:fullweekday}\b|(?i:weekend)\b)~(?i:of|in)~"
        r"(?P<relmonth>(?i:the|this|next|last))~(?i:month)\b",
        readers.ordinal_weekday,
    ),
    _phrase(
        "day word", "unit",
        r"\b(?:(?P<plus>(?i:a~week))~(?:from~)?(?=(?i:today|tomorrow)\b))?(?P<word>(?i:the~(?:day~before~yesterday|day~after~tomorrow|(?:night|evening|day)~before~last)|(?:earlier|later)~today|yesterday|today|tomorrow|"
        r"tonight|last~night|last~evening|this~(?:morning|afternoon|evening)))\b(?:~{hours}\b|(?P<further>(?i:~week))\b)?",
        readers.day_word,
    ),
    _phrase(
        "weekday", "unit ago", r"\b(?P<number>(?i:two|three|four|2|3|4))~{weekday:fullweekday}s~(?i:ago)\b",
        readers.weekdays_ago,
    ),
    _phrase(
        "weekday", "weekday",
        r"\b(?:(?P<rel>(?i:a~week~(?:on|from|last)|a~fortnight~on|two~weeks~on|this~(?:coming|past)|"
        r"the~(?:coming|following|next|previous|past|last|same)|that|last|next|this|coming|past))~|"
        r"(?P<some>(?i:a|one))~|(?i:the)~(?=\w+~(?:after|before|following|of)\b))?{weekday:fullweekday}\b"
        r"(?:~{hours}\b)?(?:~(?:of~)?(?P<week>(?i:(?:last~|this~|next~)?week|fortnight))\b(?!['’-]))?"
        r"(?P<event>(?=~(?:after|before|following)~(?:the|its|his|her|their|that|a)\b))?"
        r"(?:~(?P<post>(?i:before~last|after~next|last|next|before|after))\b(?=\s?(?:[.,;:)]|$)))?",
        readers.weekday, guards.weekday_is_one,
    ),
    # --- months, quarters, seasons, years ---
    _phrase(
        "month and year", "month", r"\b{month}(?:{COMMA}(?:of~)?{year}|~(?:of~)?{relyear})", readers.month_read,
    ),
    _phrase(
        "month", "month", r"(?:\b(?P<rel>(?i:last|next|this))~)?\b{month:fullmonth}",
        readers.month_read, guards.month_is_one,
    ),
    _phrase(
        "quarter", "quarter", r"\bQ(?P<number>[1-4])(?:[\s/'’-]{0,2}(?:of\s)?{year})?(?!\w)", readers.quarter_read,
    ),
    _phrase(
        "quarter", "quarter",
        r"\b(?:(?i:the)~)?(?P<number>(?i:first|second|third|fourth|final|last))[\s-](?i:quarter)~(?:of~|in~)?"
        r"(?:the~year~)?{year}",
        readers.quarter_read,
    ),
    _phrase(
        "quarter", "quarter",
        r"\b(?:(?i:the)~)?(?P<number>(?i:first|second|third|fourth))[\s-](?i:quarter)\b(?![\s-](?:final|back|century))"
        r"(?:~(?:of~)?(?:(?:the~)?{relyear}|the~year\b))?",
        readers.quarter_read,
    ),
    _phrase("half-year", "half", r"\bH(?P<number>[12])[\s/'’-]{0,2}{year}", readers.half_read),
    _phrase(
        "half-year", "half",
        r"\b(?:(?i:the)~)?(?P<number>(?i:first|second))[\s-](?i:half)~(?:of~)?(?:(?i:the)~year\b|{relyear}|{year})",
        readers.half_read,
    ),
    _phrase(
        "season", "season",
        r"\b(?:(?P<rel>(?i:this(?:~coming)?|last|next|the~coming))~|(?i:the)~)?{season}\b"
        r"(?:~(?:of~)?(?:{year}|{relyear}))?",
        readers.season_read, guards.season_is_one,
    ),
    _phrase(
        "years", "year",
        r"(?<![\w./,$€£#-])(?P<year>1[5-9]\d\d|20\d\d)\s?[–—/-]\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d/%–—-]|[.,:]\d)",
        readers.years, guards.years_follow,
    ),
    _phrase(
        "years", "year", r"\b(?i:from|between)~(?P<year>1[5-9]\d\d|20\d\d)~(?:to|and|until|through)~{last:year}",
        readers.years, guards.years_are_no_count,
    ),
    _phrase("decade", "year", r"\b(?:(?i:the)~)?(?P<year>(?:1[0-9]|20)\d0)['’]?s\b", readers.decade_read),
    _phrase(
        "fiscal year", "year", r"\b(?:FY\s?|(?i:fiscal~(?:year~)?|(?:financial|business)~year~)){year}",
        readers.fiscal_year,
    ),
    _phrase(
        "year", "year", r"(?<![\w./,$€£#])(?P<year>1\d{3}|20\d\d)(?![\w%/]|[.,:]\d|[–-]\w)",
        readers.year_read, guards.year_is_one,
    ),
    # --- relative ---
    _phrase(
        "this and that", "unit",
        r"\b(?:(?P<half>(?i:earlier|later))~(?:in~)?)?"
        r"(?P<rel>(?i:this|last|next|that|the~(?:previous|preceding|following|same|next|coming|past)))~"
        r"(?P<unit>(?i:week|weekend|month|quarter|year|decade|day))\b(?!-)",
        readers.this_unit, guards.not_of_something,
    ),
    _phrase(
        "part of that day", "unit",
        r"\b(?P<rel>(?i:that|the~same|the~following|the~next|the~previous))~{hours}\b", readers.part_of_that_day,
    ),
    _phrase(
        "part of that day", "unit offset",
        r"\b(?i:the)~{hours}~(?P<way>(?i:before|after))\b(?=\s?(?:[.,;:)]|$))", readers.part_of_that_day,
    ),
    _phrase(
        "before last", "unit offset",
        r"\b(?i:the)~(?P<unit>(?i:week|weekend|month|quarter|year))~(?P<way>(?i:before~last|after~next))\b(?!-)",
        readers.one_further,
    ),
    _phrase(
        "this and that", "unit",
        r"\b(?P<half>(?i:earlier|later))~in~(?P<rel>the)~(?P<unit>(?i:week|month|quarter|year|decade|day))\b(?!-)",
        readers.this_unit, guards.not_of_something,
    ),
    _phrase("ago", "unit ago", r"\b{number}~{unit}s?~(?i:ago)\b(?P<today>~(?i:today)\b)?", readers.ago),
    _phrase(
        "ahead", "unit", r"(?<![\w-]){number}~{unit}s?~(?P<from>(?i:from)~)?(?P<today>(?i:today|tomorrow)\b)",
        readers.days_ahead, guards.not_gone_by,
    ),
    _phrase(
        "ahead", "unit from", r"(?<![\w-]){number}~{unit}s?~(?i:from~now)\b", readers.ahead,
    ),
    _phrase(
        "deadline", "unit",
        r"\b(?i:within)~(?:(?i:the~next)~)?{number}~{unit}s?(?P<today>~(?i:of~today|from~(?:today|now)))?\b(?!['’])",
        readers.deadline, guards.ends_a_term,
    ),
    _phrase(
        "weekend", "unit", r"\b(?i:(?:at|over|during)~the~weekend)\b", readers.weekend,
    ),
    _phrase(
        "ahead", "unit",
        r"\b(?i:in)~(?:(?i:about|around|roughly|some)~)?{number}~{unit}s?(?:['’]?~(?i:time))?\b(?!['’])",
        readers.ahead, guards.looks_forward,
    ),
    _phrase(
        "later", "unit offset",
        r"(?<![\w-]){number}~{unit}s?~(?P<way>(?i:later|earlier|afterwards|(?:before|after)\b"
        r"(?P<event>(?=~(?!(?:that|this|which)\b(?!~\w))\w))?))\b",
        readers.later,
    ),
    _phrase(
        "later", "unit offset",
        r"\b(?i:the)~(?P<unit>(?i:day|week|month|year))~(?P<way>(?i:before|after))\b(?P<event>(?=~(?!when\b)\w))?",
        readers.later, guards.not_yesterday,
    ),
    _phrase(
        "span", "unit",
        r"\b(?i:the|these)~(?P<rel>(?i:past|last|next|coming|previous))~(?:{number}~)?{unit}s\b(?!~of~)",
        readers.span,
    ),
    _phrase(
        "span", "unit", r"\b(?P<rel>(?i:recent|coming))~(?P<unit>(?i:day|week|month|year|decade))s\b", readers.span,
    ),
    _phrase(
        "end of a period", "unit edge",
        r"\b(?:(?i:the)~)?(?P<unit>(?i:year|quarter|month|week))(?:['’]s~|[\s-])(?P<edge>(?i:end))\b"
        r"(?:~(?:of~)?{year})?(?!-)",
        readers.unit_edge,
    ),
    _phrase(
        "end of a period", "unit edge",
        r"\b(?:(?i:the)~)?(?P<edge>(?i:start|beginning|middle|end|close|turn))~(?i:of~the)~"
        r"(?P<unit>(?i:year|quarter|month|week|decade))\b(?!['’-])",
        readers.unit_edge,
    ),
)
"""Every phrase; of two that begin together and are equally long, the first wins."""

CUES: Final[Mapping[str, re.Pattern[str]]] = {
    "month": re.compile(
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
        r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    ),
    "weekday": re.compile(r"day\b"),
    "digit": re.compile(r"\d"),
    "year": re.compile(r"\d{4}"),
    "unit": re.compile(r"day|week|month|year|decade|night|quarter|tomorrow|morning|afternoon|evening|lunchtime"),
    "ago": re.compile(r"\bago\b"),
    "from": re.compile(r"\bfrom now\b"),
    "ordinal": re.compile(r"first|second|third|fourth|fifth|last|final|[a-z]th\b|ieth\b"),
    "feast": re.compile(
        r"new year|valentine|patrick|wednesday|sunday|thursday|monday|epiphany|easter|friday|may day|halloween|saints|"
        r"armistice|christmas|boxing"
    ),
    "offset": re.compile(r"later|earlier|before|after"),
    "quarter": re.compile(r"quarter|q[1-4]"),
    "half": re.compile(r"half|h[12]"),
    "season": re.compile(r"spring|summer|autumn|fall|winter"),
    "edge": re.compile(r"end|start|beginning|middle|close|turn"),
}
"""What a text in lower case must have in it for the phrases that need it: most sentences are settled by these alone."""
# fmt: on
