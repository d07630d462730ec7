"""How a sentence of the vocabulary is written down, and found again.

A pattern is a sentence with typed holes: ``says/say (that) {sentence}``. ``a/b`` is either word, ``(a)`` may be left
out, ``{type}`` or ``{name:type}`` is a hole of :data:`secondsource.steps.parameters.TYPES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from secondsource.steps.parameters import TYPES

PIECE = re.compile(
    r"\{(?:(?P<name>\w+):)?(?P<type>\w+)\}|\((?P<optional>[^()]*)\) |(?P<either>\w+(?:/\w+)+)|(?P<text>.)"
)
LITERAL = re.compile(r"\w+(?:/\w+)*")


@dataclass(frozen=True)
class Sentence:
    """One sentence of the vocabulary: its pattern, what it does, and an example that runs."""

    type: str
    pattern: str
    about: str
    example: str
    does: Callable[..., Any]
    group: str = ""
    below: str = ""
    """"table" or "text" where one must follow the sentence; otherwise neither may."""
    more: tuple[str, ...] = ()
    """Further examples."""
    after: str = ""
    """A line that must stand before the example."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled; white space between words may be any."""
        return re.compile("".join(_piece(found) for found in PIECE.finditer(self.pattern)).replace(" ", r"\s+"))

    @cached_property
    def holes(self) -> Mapping[str, str]:
        """Each hole's name and its type."""
        return {f["name"] or f["type"]: f["type"] for f in PIECE.finditer(self.pattern) if f["type"]}

    @cached_property
    def first_words(self) -> tuple[str, ...]:
        """The words that a matching sentence can begin with, in lower case."""
        found = LITERAL.match(self.pattern)
        return tuple(found[0].lower().split("/")) if found else ()

    def match(self, text: str) -> dict[str, str] | None:
        """The holes' words, unread; None where the sentence is another."""
        found = self.regex.fullmatch(text)
        return found.groupdict() if found else None


def _piece(found: re.Match[str]) -> str:
    if found["type"]:
        return f"(?P<{found['name'] or found['type']}>{TYPES[found['type']].regex})"
    if found["optional"]:
        return f"(?:{found['optional']} )?"
    if found["either"]:
        return f"(?:{found['either'].replace('/', '|')})"
    return " " if found["text"] == " " else re.escape(found["text"])


class Index:
    """Sentences by their first word, so that finding one does not ask all of them."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.sentences = tuple(sentences)
        self._by_word: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            for word in sentence.first_words:
                self._by_word.setdefault(word, []).append(sentence)

    def find(self, text: str, below: str = "") -> tuple[Sentence, dict[str, str]] | None:
        """The first sentence that matches, in the order of the catalogue, which goes from the particular to the plain.

        ``below`` is "table" or "text" where one follows. A sentence that asks for another thing below it is
        returned only where none fits wholly, so that the caller can say what is missing.
        """
        first = LITERAL.match(text)
        near = None
        for sentence in self._by_word.get(first[0].lower(), ()) if first else ():
            if (holes := sentence.match(text)) is not None:
                if sentence.below == below:
                    return sentence, holes
                near = near or (sentence, holes)
        return near
