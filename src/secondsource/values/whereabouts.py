"""Other ways to say where something is than a preposition: "Osa, where they met", "a resident of Osa", "out of Osa"."""

from __future__ import annotations

from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import is_finite
from secondsource.language.tokens import Passage

DWELLERS = word_set("resident inhabitant native dweller citizen denizen")
"""Who lives at a place that "of" is followed by."""

LIVES = (DWELLERS - {"native"}) | word_set("live reside dwell hail")
"""Words by which somebody is at home at a place: one comes from there as well. A native may live elsewhere."""

SITUATED = word_set("be lie sit stand locate situate place position")
"""Verbs that only say that something is somewhere."""

BASED = word_set("base operate headquarter station headquarters seat")
"""Words that say from where somebody works."""

KEPT = word_set("keep store house stow stash warehouse lodge park")
"""Verbs that say where a thing is for a while."""

SAYING_WHERE = (LIVES, BASED, KEPT)
"""Words of which each says of what is somewhere no more than the others of its kind."""

JOINED = {
    ("out", "of"): "from",
    ("by", "way", "of"): "via",
    ("close", "to"): "near",
    ("next", "to"): "near",
    ("adjacent", "to"): "near",
}
"""Prepositions of several words, by the one that says the same."""


def where_clause(passage: Passage, end: int) -> int | None:
    """The "where" right after a place that opens a clause on what is or happens there.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They went to Osa, where the talks were held.")).passages
    >>> where_clause(passage, 4), where_clause(passage, 3)
    (5, None)
    """
    at = end + (end < len(passage.tokens) and passage.tokens[end].text == ",")
    if at >= len(passage.tokens) or passage.tokens[at].text.lower() != "where":
        return None
    verb = passage.tokens[at].head
    return at if verb > at and is_finite(passage, verb) else None


def joined_preposition(low: list[str], last: int) -> tuple[str, int]:
    """What a preposition of several words that ends here says, and where it begins; ("", -1) for none.

    >>> joined_preposition(["came", "by", "way", "of", "osa"], 3)
    ('via', 1)
    """
    for words, says in JOINED.items():
        first = last + 1 - len(words)
        if first >= 0 and tuple(low[first : last + 1]) == words:
            return says, first
    return "", -1
