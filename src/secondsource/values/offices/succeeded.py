"""Whom somebody follows in an office that the sentence before gave them: "She takes over from Carl Lund"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import roles_of
from secondsource.language.tokens import Passage
from secondsource.values.holding import Holding
from secondsource.values.mention import Mention
from secondsource.values.offices.view import View

_FOLLOWING = word_set("succeed replace")
_THEY = word_set("he she")
_WHOSE = word_set("his her")


def succeeded(passage: Passage, before: Sequence[Mention[Holding]]) -> Iterator[Mention[Holding]]:
    """Who had the office until then that ``before``, the offices of the sentence before, give to "she" or "he".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.roles import find, plain
    >>> told = read(Source("a", "Ada Obi was named mayor on Monday. She replaces Jon Dahl, who retired.")).passages
    >>> [plain(m.value) for m in succeeded(told[1], find(told[0]))]
    ['formerly Jon Dahl: mayor']
    """
    held = [m.value for m in before if m.value.person and m.value.role and not (m.value.former or m.value.denied)]
    if len(held) != 1:
        return
    view = View(passage)
    for i in _predecessors(passage):
        person = view.person_in(i)
        if person is not None:
            value = replace(held[0], person=person, former=True, since="", starts=False, past=False)
            core = view.inside[i].core
            yield Mention("role", value, core, core, "office")


def _predecessors(passage: Passage) -> Iterator[int]:
    """Where a passage names whom "she" or "he" follows."""
    for token in passage.tokens:
        below = [passage.tokens[c] for c in passage.children[token.i]]
        if token.lemma == "predecessor" and any(t.text.lower() in _WHOSE for t in below):
            yield from (t.i for t in below if t.dep == "appos")
        if not any(t.dep == "nsubj" and t.text.lower() in _THEY for t in below):
            continue
        if token.lemma in _FOLLOWING:
            yield from roles_of(passage, token.i).object
        elif token.lemma == "take" and any(t.text.lower() == "over" for t in below):
            yield from roles_of(passage, token.i).oblique.get("from", ())
