"""Lists of words, written as people write them; and a quick way to the places where one of them stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

Words = tuple[str, ...]
"""The folded words of a name, a title or a phrase, in order."""

_WORD = re.compile(r"[A-Za-z]+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order; for tables that are read and edited by people.

    >>> words("officer soldier  guard")
    ('officer', 'soldier', 'guard')
    """
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set; for tables that are read and edited by people.

    >>> sorted(word_set("mr mrs"))
    ['mr', 'mrs']
    """
    return frozenset(text.split())


@lru_cache(maxsize=1024)
def _words_at(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((match[0].lower(), match.start()) for match in _WORD.finditer(text))


def matches(pattern: re.Pattern[str], text: str, starting: Collection[str]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` finds, tried only at words that can start a match: some ten times as fast.

    >>> [match[0] for match in matches(re.compile(r"two (?:men|women)"), "Two women, two men", {"two"})]
    ['two men']
    """
    end = 0
    for word, start in _words_at(text):
        if word in starting and start >= end and (match := pattern.match(text, start)):
            end = max(match.end(), start + 1)
            yield match
