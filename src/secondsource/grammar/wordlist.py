"""Lists of words, written as people write them; and a quick way to the places where one of them stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
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


def phrases(text: str) -> tuple[Words, ...]:
    """Phrases parted by commas, each as its words; for tables that are read and edited by people.

    >>> phrases("no other, no one else")
    (('no', 'other'), ('no', 'one', 'else'))
    """
    return tuple(words(phrase) for phrase in text.split(","))


def singular(word: str) -> str:
    """A noun without its plural, by its ending alone.

    >>> singular("fisheries"), singular("customs"), singular("health")
    ('fishery', 'custom', 'health')
    """
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def preceded_by(text: str) -> str:
    """The pattern of a place right after one of some words, in small letters or with a capital.

    >>> [match.start() for match in re.finditer(preceded_by("at by") + "noon", "by noon, At noon, past noon")]
    [3, 12]
    """
    return "(?i:" + "|".join(rf"(?<=\b{word}\s)" for word in words(text)) + ")"


@dataclass(frozen=True, slots=True)
class Choices:
    """Rows of words in columns, of which one thing is told in one column alone: what is signed is not yet ratified.

    >>> treaty = Choices.of("draft negotiate | sign signature | ratify ratification")
    >>> "sign" in treaty, treaty.apart(["ratify"], ["sign"]), treaty.apart(["ratify"], ["ratification", "sign"])
    (True, True, False)
    """

    places: Mapping[str, frozenset[tuple[int, int]]]
    """Each word, with the rows and columns in which it stands."""

    @classmethod
    def of(cls, *rows: str) -> Choices:
        """From rows as people write them, their columns parted by bars."""
        places: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for i, row in enumerate(rows):
            for j, column in enumerate(row.split("|")):
                for word in words(column):
                    places[word].add((i, j))
        return cls({word: frozenset(at) for word, at in places.items()})

    def __contains__(self, word: str) -> bool:
        return word in self.places

    def apart(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether some words stand in a row with others, and in no column with any of them."""
        mine, other = self._all(ours), self._all(theirs)
        return not mine & other and not {row for row, _ in mine}.isdisjoint(row for row, _ in other)

    def _all(self, some: Iterable[str]) -> set[tuple[int, int]]:
        return {place for word in some for place in self.places.get(word, ())}


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
