"""Who does what somebody else did before: "Chad followed suit", "Chad did the same", "Chad joined them"."""

from __future__ import annotations

from secondsource.language import Passage
from secondsource.language.clauses import predicate_of, subject_of


def follows(passage: Passage, verb: int, i: int) -> bool:
    """Whether a verb only says of its subject, a word ``i``, that it did what others did.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = "Chad followed suit.", "Chad did the same.", "Chad joined them.", "Chad followed the rules."
    >>> [follows(read(Source("a", text)).passages[0], 1, 0) for text in texts]
    [True, True, True, False]
    """
    token = passage.tokens[verb]
    done = [passage.tokens[c] for c in passage.children[verb] if passage.tokens[c].dep == "dobj"]
    alone = token.lemma == "follow" and token.dep in ("ROOT", "conj") and all(t.lemma == "suit" for t in done)
    behind = passage.tokens[verb + 1 : verb + 3]
    same = token.lemma == "do" and any(t.text.lower() in {"same", "likewise"} for t in behind)
    joined = token.lemma == "join" and any(t.pos == "PRON" for t in done)
    return (alone or same or joined) and subject_of(passage, verb) == i


_OTHERS = frozenset({"other", "another", "more", "many", "further", "some", "several"})
"""Words that tell of others than one that was named: "other banks followed suit"."""


def is_follower(passage: Passage, i: int) -> bool:
    """Whether a word names somebody of whom a passage says no more than that.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = "Nepal joined in May. Chad followed suit.", "Nepal joined in May. Other states followed suit."
    >>> passages = [read(Source("a", text)).passages[1] for text in texts]
    >>> [[t.text for t in passage.tokens if is_follower(passage, t.i)] for passage in passages]
    [['Chad'], []]
    """
    verb = predicate_of(passage, i)
    if verb is None or any(passage.tokens[c].lemma.lower() in _OTHERS for c in passage.children[i]):
        return False
    return follows(passage, verb, i)
