"""Who alone is said to be or do something, and who is said not to: "only Nepal paid", "Nepal pledged nothing"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from secondsource.grammar.geography import fold
from secondsource.grammar.proper import Found, Name, spot
from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import predicate_of, subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.belonging import REFUSING


class Single(NamedTuple):
    """One name that is a whole list by itself, or is left out of one. ``core`` is the name, or what it did not do."""

    found: Found
    core: Span
    excluded: bool
    rule: str


_BE = word_set("is was are were be been remain remains remained")
_ARTICLES = word_set("the a an")
_PREPOSITIONS = word_set("in from at of for by with to on")
_BUT = word_set("but except save bar")
_ALL = word_set("every all each everyone everybody everything any")
NOBODY = word_set("no none nobody nothing nowhere")
_NEGATIONS = word_set("not never n't")
_STILL = word_set("yet either anyway ever")
_WORDS_OF_EXCLUSION = (
    _BUT | NOBODY | _NEGATIONS | word_set("only alone refuse refused refuses decline declined fail failed")
)
_REACH = 9
"""Words between "every" or "no" and the "but" that belongs to it, or in "the company's only partner in the plant"."""


def singles(passage: Passage) -> Iterator[Single]:
    """Each name of a passage that is all of a list, or that is said not to be or do what others are or do.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text):
    ...     [passage] = read(Source("a", text)).passages
    ...     return [(s.found.name.text, s.excluded, s.rule) for s in singles(passage)]
    >>> say("Only Nepal has paid."), say("Every state but Nepal has paid.")
    ([('Nepal', False, 'only')], [('Nepal', True, 'but')])
    >>> say("Nepal alone has refused to pay."), say("Nepal sent a minister and paid nothing.")
    ([('Nepal', True, 'denied')], [('Nepal', True, 'denied')])
    """
    low = ["only" if t.text == "sole" else fold(t.text) for t in passage.tokens]
    if not _WORDS_OF_EXCLUSION & set(low):
        return
    for found in (*spot(passage), *_things(passage, low)):
        first, end = (
            bisect_left(passage.tokens, at, key=lambda t: t.start) for at in (found.span.start, found.core.end)
        )
        undone = _undone(passage, first, end)
        if undone is not None:
            yield Single(found, undone.span, True, "denied")
            continue
        begin = _begin(low, first)
        if (but := _but(low, begin)) is not None:
            yield Single(found, found.core, but, "but")
        elif _alone(low, begin, end):
            yield Single(found, found.core, False, "only")
        elif _only_one(passage, low, begin, first, end):
            yield Single(found, found.core, False, "the only")


def _things(passage: Passage, low: list[str]) -> Iterator[Found]:
    """Common nouns of which alone something is said: "only cardiology moves"."""
    for token in passage.tokens[1:]:
        subject = token.dep in {"nsubj", "nsubjpass"} and token.pos in {"NOUN", "PROPN"}
        alone = subject and low[token.i - 1] == "only"
        if alone and not any(token.span.within(found.core) for found in spot(passage)):
            yield Found(Name((fold(token.lemma),), token.text), token.span, token.span, "noun")


def _begin(low: list[str], first: int) -> int:
    """Where the phrase of a name begins, with its article and preposition."""
    for words in (_ARTICLES, _PREPOSITIONS):
        first -= first > 0 and low[first - 1] in words
    return first


def _alone(low: list[str], begin: int, end: int) -> bool:
    """ "only Nepal", "only in Nepal", "Nepal alone"."""
    before = low[max(0, begin - 2) : begin]
    listed = low[end : end + 1] in (["and"], ["or"], ["nor"], [","])
    if any(_nobody_else(low, at) for at in (end, end + 1, end + 2) if set(low[end:at]) <= {",", "and"}):
        return True
    return (before[-1:] == ["only"] and before[0] not in {"not", "the"} and not listed) or (
        low[end : end + 1] == ["alone"] and before[-1:] not in (["not"], ["and"], ["or"])
    )


def _nobody_else(low: list[str], at: int) -> bool:
    """Whether "nobody else" stands at a word, or behind a preposition there: "from Nepal and from nobody else"."""
    at += low[at : at + 1] != [] and low[at] in _PREPOSITIONS
    return tuple(low[at : at + 2]) in _NOBODY_ELSE or tuple(low[at : at + 3]) == ("no", "one", "else")


_NOBODY_ELSE = frozenset(
    {("nobody", "else"), ("no", "other"), ("nothing", "else"), ("nowhere", "else"), ("none", "other")}
)


def _but(low: list[str], begin: int) -> bool | None:
    """Whether "but" leaves a name out ("every state but Nepal") or lets it alone in ("no state but Nepal")."""
    if not begin or low[begin - 1] not in _BUT:
        return None
    before = low[max(0, begin - _REACH) : begin - 1]
    quantifier = next((word for word in reversed(before) if word in _ALL | NOBODY or word in {",", ";", ":"}), "")
    if quantifier in _ALL:
        return True
    return False if quantifier in NOBODY else None


def _only_one(passage: Passage, low: list[str], begin: int, first: int, end: int) -> bool:
    """ "Nepal, its only donor", "only one other state, Nepal", "Nepal is the only donor", "the only donor is Nepal"."""
    after, before = low[end : end + _REACH], low[max(0, begin - _REACH) : begin]
    if after and after[0] in _BE | {","}:
        stop = next((k for k, word in enumerate(after[1:], 1) if word in {",", ";", ":"}), len(after))
        if _ranks_alone(passage, low, end + 1, end + stop):
            return True
    if before[-1:] == [","] and low[first - 1] == ",":
        return any(
            low[k] == "only" and low[k + 1] == "one" and _plain(passage, k + 2, first - 1)
            for k in range(max(0, first - _REACH), first - 2)
        )
    return (
        bool(before)
        and before[-1] in _BE
        and any(low[k : k + 2] == ["the", "only"] for k in range(max(0, begin - _REACH), begin - 2))
    )


def _ranks_alone(passage: Passage, low: list[str], first: int, end: int) -> bool:
    """Whether a phrase says "the only one of its kind": an article or owner, "only", a noun."""
    only = next((k for k in range(first, end) if low[k] == "only"), None)
    if only is None or only == first or not _plain(passage, first, only):
        return False
    determined = passage.tokens[first].pos in {"DET", "PRON"} or low[only - 1] in {"'s", "’s"}
    named = range(only + 1, min(end, only + 4))
    return determined and any(passage.tokens[k].pos == "NOUN" or low[k] == "one" for k in named)


def _plain(passage: Passage, first: int, end: int) -> bool:
    return all(
        passage.tokens[k].pos in {"DET", "PRON", "ADJ", "NOUN", "PROPN", "PART", "NUM"} for k in range(first, end)
    )


def _undone(passage: Passage, first: int, end: int) -> Token | None:
    """What somebody is said not to have done: the verb that is denied of a subject, or that it refused."""
    head = next((t for t in reversed(passage.tokens[first:end]) if not first <= t.head < end), None)
    if head is None:
        return None
    if head.dep == "compound" and passage.tokens[head.head].pos in {"NOUN", "PROPN"}:
        head = passage.tokens[head.head]  # "Palbandh district"
    verb = predicate_of(passage, head.i) if head.dep in {"nsubj", "nsubjpass"} else None
    if verb is None or subject_of(passage, verb) != head.i:
        return None
    for done in (verb, *_shared(passage, verb)):
        if (denied := _denied(passage, done)) is not None:
            return passage.tokens[denied]
    return None


def _shared(passage: Passage, verb: int) -> Iterator[int]:
    """The verbs that share a verb's subject: "came and pledged nothing"."""
    for child in passage.children[verb]:
        token = passage.tokens[child]
        own = any(passage.tokens[c].dep in {"nsubj", "nsubjpass"} for c in passage.children[child])
        if token.dep == "conj" and token.pos == "VERB" and not own:
            yield child
            yield from _shared(passage, child)


def _denied(passage: Passage, verb: int) -> int | None:
    """The verb that is denied, if any: itself, or the one that is refused."""
    token = passage.tokens[verb]
    if token.pos != "VERB":
        return None
    below = [passage.tokens[c] for c in passage.children[verb]]
    if any(t.dep == "advmod" and t.i > verb and t.lemma not in _STILL for t in below):
        return None  # Who never came late may have come.
    if any(t.dep == "neg" or t.lemma == "never" for t in below):
        return verb
    if token.lemma in REFUSING:
        return next((t.i for t in below if t.dep == "xcomp" and t.pos == "VERB"), None)
    objects = [t for t in below if t.dep in {"dobj", "obj", "dative"}]
    nothing = any(t.lemma in {"nothing", "nobody", "none"} for t in objects)
    return verb if nothing else None
