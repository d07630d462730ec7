"""Whom a sentence leaves out of what is said of several: "not a mortar was found", "Marsh has had none", "Colby is
out of it: its nurses did not vote"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token
from secondsource.language.assertion import Factuality, standing
from secondsource.language.clauses import predicate_of, subject_of, subtree

Met = Callable[[int], bool]
"""Whether the words at a verb, or what completes it, are those by which a claim says something of all."""

_NONE = word_set("none nothing nobody")
_ONE = word_set("a an one single")
_LIGHT = word_set("have get see do be report record")
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_POINTING = word_set("it its they their them he his she her there here")


def left_out(passage: Passage, i: int, meets: Met, known: Met) -> int | None:
    """The word by which a passage denies of the one it names at a word what a claim says of several; None for none.

    ``meets`` tells of a verb whether it says what the claim does, ``known`` of a noun whether the claim speaks of it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def out(text, i, verb):
    ...     [passage] = read(Source("a", text)).passages
    ...     cue = left_out(passage, i, lambda v: passage.tokens[v].lemma == verb, lambda n: False)
    ...     return cue and passage.tokens[cue].text
    >>> out("Not a clown performed in Hamar.", 5, "perform"), out("No gold was found in Hamar.", 5, "find")
    ('performed', None)
    >>> out("Hamar has had none.", 0, "perform"), out("Hamar is different: its clowns did not perform.", 0, "perform")
    ('none', 'perform')
    """
    own = verb_of(passage, i)
    for verb in () if own is None else (own, *_of_the_same(passage, i, own)):
        none = _bare_none(passage, verb)
        if none is not None:
            return none
        if meets(verb) and _denies(passage, verb, i, known):
            return verb
    return None


def verb_of(passage: Passage, i: int) -> int | None:
    """The verb of the clause that a word stands in; of one beyond a semicolon, where the parser may hang it, the next.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Osa voted; Lund, to the south, has had none.")).passages
    >>> passage.tokens[verb_of(passage, 3)].text
    'had'
    """
    verb = predicate_of(passage, i)
    stops = [t.i for t in passage.tokens if t.text == ";"]
    if verb is None or not any(min(i, verb) < stop < max(i, verb) for stop in stops):
        return verb
    end = next((stop for stop in stops if stop > i), len(passage.tokens))
    return next((t.i for t in passage.tokens[i:end] if t.pos == "VERB"), verb)


def _of_the_same(passage: Passage, i: int, own: int) -> Iterator[int]:
    """The verbs of later clauses about the same one, by a pronoun before them: "its nurses did not vote"."""
    for token in passage.tokens[i + 1 :]:
        subject = subject_of(passage, token.i) if token.i != own and token.pos in ("VERB", "AUX") else None
        if subject is None or subject < i:
            continue
        words = [passage.tokens[subject], *(passage.tokens[c] for c in passage.children[subject])]
        if any(t.text.lower() in _POINTING for t in words):
            yield from (token.i, *_joined(passage, token.i))


def _joined(passage: Passage, verb: int) -> Iterator[int]:
    for child in passage.children[verb]:
        if passage.tokens[child].dep == "conj" and subject_of(passage, child) in (None, subject_of(passage, verb)):
            yield child
            yield from _joined(passage, child)


def _bare_none(passage: Passage, verb: int) -> int | None:
    """ "Marsh has had none": what the others had."""
    if passage.tokens[verb].lemma not in _LIGHT:
        return None
    below = (passage.tokens[c] for c in passage.children[verb])
    return next((t.i for t in below if t.lemma == "none" and t.dep == "dobj" and not passage.children[t.i]), None)


def _denies(passage: Passage, verb: int, i: int, known: Met) -> bool:
    """Whether a clause denies its verb of the one at a word, and not of another thing beside it."""
    things = [passage.tokens[c] for c in passage.children[verb] if passage.tokens[c].dep in _THINGS]
    if any(_no_single(passage, t) for t in things):
        return True
    if any(_none_of(passage, t) and _is_ours(passage, t, i, known) for t in things):
        return True
    found = standing(passage, verb)
    by_verb = any(passage.tokens[c].dep == "neg" for c in passage.children[verb])
    if any(passage.tokens[c].dep in ("xcomp", "ccomp") for c in passage.children[verb] if c > verb):
        return False  # who does not mean to do it again may have done it
    objects = [t for t in things if t.dep in ("dobj", "attr")]
    return by_verb and found.factuality is Factuality.NEGATED and all(_is_ours(passage, t, i, known) for t in objects)


def _is_ours(passage: Passage, thing: Token, i: int, known: Met) -> bool:
    """Whether a noun is the one at a word, or something that the claim speaks of."""
    return i in subtree(passage, thing.i) or thing.lemma in _NONE or known(thing.i)


def _none_of(passage: Passage, thing: Token) -> bool:
    """ "No award", "none of them"."""
    return thing.lemma in _NONE or any(passage.tokens[c].lemma == "no" for c in passage.children[thing.i])


def _no_single(passage: Passage, thing: Token) -> bool:
    """ "Not a note", "not one of the men": whatever is named, there was none."""
    below = [passage.tokens[c] for c in passage.children[thing.i] if c < thing.i]
    negated = any(t.dep == "neg" for t in below) or passage.tokens[max(0, thing.i - 1)].lemma == "not"
    return negated and (thing.lemma == "one" or any(t.lemma in _ONE for t in below))
