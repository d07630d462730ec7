"""The part of a sentence to quote for a value: its clause, or a short sentence whole."""

from __future__ import annotations

import re

from secondsource.language import Passage
from secondsource.sources import Span

SHORT = 40
"""Characters that a quote should have, so that it says what the value is of."""

_BREAK = re.compile(r"[,;:—–]\s|\s[—–-]\s|\s\||\|\s")


def part(passage: Passage, value: Span) -> Span:
    """The stretch between commas around a value, widened until it says something.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> text = "After the storm, which lasted a week, the ferry to Lund carried 40 passengers and 12 cars, he said."
    >>> part(read(Source("a", text)).passages[0], Span(64, 66)).of(text)
    'the ferry to Lund carried 40 passengers and 12 cars'
    """
    if not value.within(passage.span):
        return value  # words that somebody is quoted with run over several sentences
    base, text = passage.span.start, passage.text
    start, end = value.start - base, value.end - base
    # A comma inside a figure has no space behind it, so "1,150 jobs" is never cut.
    before = [0, *(m.end() for m in _BREAK.finditer(text) if m.end() <= start)]
    after = [*(m.start() for m in _BREAK.finditer(text) if m.start() >= end), len(text)]
    left, right = before.pop(), after.pop(0)
    while right - left < SHORT and (before or after):
        if before:
            left = before.pop()
        elif after:
            right = after.pop(0)
    while right > left and text[right - 1] in " ,;:":
        right -= 1
    return Span(base + left, base + right)
