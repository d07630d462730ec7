"""What a time is said of: the verb of its clause, or a noun alone, as in "the fires of 1939"."""

from __future__ import annotations

from typing import Final

from secondsource.grammar.wordlist import word_set
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
PARTS_OF_TIME: Final = word_set("""
    day night morning afternoon evening eve week weekend fortnight month quarter half season spring summer autumn
    winter year decade whole rest remainder course period start beginning middle end close turn hour dawn date
    """)
"""The nouns that belong to the time itself: "the night of 5 May"."""
_UTMOST: Final = frozenset({"JJS", "RBS"})
_ONLY: Final = frozenset({"first", "only", "last", "record"})
_BEFORE_NOUN: Final = frozenset({"nummod", "compound", "amod", "nmod", "poss", "npadvmod", "det"})
_BEHIND_NOUN: Final = frozenset({"nummod", "appos", "dep", "nmod"})


def opens_clause(passage: Passage, i: int) -> bool:
    """ "In 2023 passenger numbers came to 3.9 million": if the year counted them, the clause would have no subject."""
    if i != 1 or passage.tokens[0].pos != "ADP":
        return False
    noun, verb = (passage.tokens[passage.tokens[j].head] for j in (i, 0))
    counted = noun.head == 0 and noun.tag == "NNS"
    return counted and not any(passage.tokens[c].dep.startswith("nsubj") for c in passage.children[verb.i])


def modified(passage: Passage, core: Span) -> int | None:
    """The word of the noun that a time describes directly; None where it tells when its verb came to pass.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def noun(text, year="1939"):
    ...     passage, at = read(Source("a", text)).passages[0], text.index(year)
    ...     found = modified(passage, Span(at, at + len(year)))
    ...     return found if found is None else passage.tokens[found].text
    >>> noun("The fires of 1939 were larger."), noun("The 1939 fires were larger."), noun("Fires raged in 1939.")
    ('fires', 'fires', None)
    """
    top = _top(passage, core)
    if top is None or opens_clause(passage, top.i):
        return None
    head = passage.tokens[top.head]
    if head.pos in _NOUNS and _stands_by(passage, top, head, core):
        return head.i
    if top.dep != "pobj":
        return None
    preposition = head
    while passage.tokens[preposition.head].pos == "ADP" and preposition.head != preposition.i:
        preposition = passage.tokens[preposition.head]
    governor = passage.tokens[preposition.head]
    if preposition.lemma == "since" and (noun := _utmost(passage, preposition)) is not None:
        return noun
    if governor.pos in _NOUNS:
        # "A fire in 2019 killed two" is sure; what follows a verb, as in "there was a fire in 2019", is its own time.
        return governor.i if preposition.lemma == "of" or _in_subject(passage, governor, preposition.i) else None
    if governor.dep == "acl" and passage.tokens[governor.head].pos in _NOUNS:
        return governor.head  # "a house sold in 2020"
    return None


def _top(passage: Passage, core: Span) -> Token | None:
    """The word of a time that hangs on something else, past "the night of" and "the end of"."""
    own = passage.tokens_in(core)
    inside = {t.i for t in own}
    top = next((t for t in own if t.head not in inside), None)
    for _ in range(4):
        if top is None or top.head == top.i:
            return None
        head = passage.tokens[top.head]
        if head.lemma == "of" and passage.tokens[head.head].lemma.lower() in PARTS_OF_TIME:
            top = passage.tokens[head.head]
        elif head.lemma.lower() in PARTS_OF_TIME and head.pos in _NOUNS and top.i < head.i and head.dep == "pobj":
            top = head
        else:
            return top
    return top


def _stands_by(passage: Passage, top: Token, noun: Token, core: Span) -> bool:
    """ "The 2019 cup", "Tuesday's vote", "the tunnel (2015)", "the World Cup 2018"."""
    if top.i < noun.i:
        return top.dep in _BEFORE_NOUN
    between = passage.tokens[noun.i + 1].start
    return top.dep in _BEHIND_NOUN and (core.start == between or passage.tokens[noun.i + 1].text in ("(", "["))


def _utmost(passage: Passage, since: Token) -> int | None:
    """The noun of "the worst flood since 1971", however the parser hangs the preposition."""
    for token in reversed(passage.tokens[max(0, since.i - 8) : since.i]):
        if token.tag in _UTMOST or token.text.lower() in _ONLY:
            head = passage.tokens[token.head]
            return head.i if head.pos in _NOUNS and token.i < head.i < since.i else token.i
        if token.pos in ("VERB", "AUX") or token.text == ",":
            return None
    return None


def _in_subject(passage: Passage, noun: Token, at: int) -> bool:
    """Whether a noun stands in the subject of a verb that comes after the time."""
    for i in (noun.i, *passage.ancestors(noun.i)):
        token = passage.tokens[i]
        if token.dep in ("nsubj", "nsubjpass"):
            return at < token.head
        if token.pos in ("VERB", "AUX"):
            return False
    return False
