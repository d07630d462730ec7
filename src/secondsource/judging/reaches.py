"""How far a time reaches: which of a sentence's deeds it cannot be the time of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from secondsource.judging.bearers import has_own_time
from secondsource.language import Passage
from secondsource.language.clauses import coordinated, predicate_of
from secondsource.sources import Kind, Span

_RIGHT_BEHIND = 2
"""How many words may stand between a participle and a time for the time to be surely its own."""


def out_of_reach(passage: Passage, core: Span, told: Collection[int]) -> bool:
    """Whether each of these words of a sentence is told in a clause that has a time of its own.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def reached(text, when, word):
    ...     passage, at = read(Source("a", text)).passages[0], text.index(when)
    ...     told = [t.i for t in passage.tokens if t.text == word]
    ...     return not out_of_reach(passage, Span(at, at + len(when)), told)
    >>> reached("The pool closed on Monday, and the gym followed on Tuesday.", "Monday", "gym")
    False
    >>> reached("They broke the treaty signed on Monday.", "Monday", "broke")
    False
    >>> reached("On Monday the council met and sang.", "Monday", "sang")
    True
    """
    words = passage.tokens_in(core)
    own = predicate_of(passage, words[0].i) if words and passage.kind is not Kind.ROW else None
    if own is None or not told:
        return False
    return all(_is_apart(passage, i, own, [t.i for t in words]) for i in told)


def _is_apart(passage: Passage, word: int, own: int, time: Sequence[int]) -> bool:
    """Whether a word is not told of by a time that hangs from a verb, ``own``."""
    verb, first = predicate_of(passage, word), time[0]
    if verb is None or verb == own:
        return False
    if verb in passage.ancestors(own):
        # "They have broken the treaty signed on 3 May"; "They wrote on 2 May that it would shut on 6 May."
        right_behind = passage.tokens[own].dep == "acl" and 0 < first - own <= _RIGHT_BEHIND
        return verb == word and (right_behind or has_own_time(passage, verb, time))
    return _is_joined(passage, verb, own) and has_own_time(passage, verb, time)


def _is_joined(passage: Passage, verb: int, own: int) -> bool:
    """Whether a verb is one of a row that another opens: "left, then worked and eventually founded"."""
    row = set(coordinated(passage, own))
    slipped = (
        i for i in (verb, *passage.ancestors(verb)) if passage.tokens[i].dep == "dep" and passage.tokens[i].head in row
    )
    return verb in row or any(verb in (i, *coordinated(passage, i)) for i in slipped)
