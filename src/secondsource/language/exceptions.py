"""Who or what a sentence leaves out of what it says: "everyone except Ito", "Roe, not Ito", "without Ito's consent"."""

from __future__ import annotations

from secondsource.language.attitudes import NEGATIVES
from secondsource.language.contrasts import named_from, set_aside
from secondsource.language.tokens import Passage, Token, of_passage

_SAVING = (
    ("except", "for"),
    ("except",),
    ("excepting",),
    ("excluding",),
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("exception", "of"),
    ("unlike",),
)
"""Words after which it is named who is left out."""

_ALL = frozenset(
    {"all", "every", "everyone", "everybody", "everything", "each", "any", "anyone", "anybody", "anything"}
)
"""Words after which "but" and "bar" leave somebody out: "all the members but Ito"."""

_BESIDES = frozenset({"apart", "aside", "other"})
"""Words that leave nobody out where the rest is said of others too: "apart from Chad, Niger also paid"."""

_NOT = frozenset({"not", "n't", "never", "without"})
_REACH = 9
"""Words between "every" or "no" and the "except" that belongs to it."""

_WITHHOLDING = frozenset(
    {"refuse", "deny", "withhold", "lack", "decline", "escape", "avoid", "avert", "evade", "spare", "forgo", "miss"}
)
"""Verbs by which somebody did not give, or did not get, what they name: "refused a pardon", "escaped injury"."""

_CLEARING = frozenset({"clear", "acquit", "exonerate", "exonerated", "absolve", "exculpate", "vindicate"})
_OBJECTS = frozenset({"dobj", "npadvmod", "dative", "oprd"})


@of_passage
def left_out(passage: Passage) -> frozenset[int]:
    """The words of a sentence for who or what it is not said of, though others are.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = ["Everyone except Ana Roe paid.", "Lee, not Roe, paid.", "Neither Lee nor Roe paid.", "Lee paid Roe."]
    >>> texts += ["Nobody but Lee paid.", "Apart from Lee, no member paid."]
    >>> passages = [read(Source(text, text)).passages[0] for text in texts]
    >>> [[p.tokens[i].text for i in sorted(left_out(p)) if p.tokens[i].pos == "PROPN"] for p in passages]
    [['Ana', 'Roe'], ['Roe'], ['Lee', 'Roe'], [], [], []]
    """
    found = set(set_aside(passage))
    words = [t.text.lower() for t in passage.tokens]
    for i, word in enumerate(words):
        phrase = next((p for p in _SAVING if tuple(words[i : i + len(p)]) == p), ())
        if phrase and not (phrase[0] in _BESIDES and _tells_of_more(passage)):
            named = _names(passage, i + len(phrase))
            found.update(named if not _out_of_none(passage, i, i + len(phrase) + len(named)) else ())
        elif word in _LEAVING_OUT and _LEAVING_OUT[word](passage, i):
            found.update(_names(passage, i + 1))
    return frozenset(found)


def _tells_of_more(passage: Passage) -> bool:
    """Whether a sentence says of one more what it says of another: "Niger also paid", "Niger paid, too"."""
    words = [t.text.lower() for t in passage.tokens]
    if (_ALL | NEGATIVES).intersection(words):
        return False
    behind = zip(passage.tokens, [*passage.tokens[1:], None], strict=True)
    return any(
        t.text.lower() in ("also", "likewise") or (t.text.lower() == "too" and (after is None or after.pos == "PUNCT"))
        for t, after in behind
    )


def _names(passage: Passage, i: int) -> tuple[int, ...]:
    """The words that name who is left out; "all but four of the houses" only says how many."""
    named = tuple(named_from(passage, i))
    return () if named and passage.tokens[named[0]].pos == "NUM" else named


def _out_of_none(passage: Passage, i: int, end: int) -> bool:
    """Whether those whom an "except" names are all of whom something is said: "no state except Chad", "apart from Chad,
    no state". It stands at ``i``, and what it names ends before ``end``."""
    for token in reversed(passage.tokens[max(0, i - _REACH) : i]):
        word = token.lemma.lower()
        if word in NEGATIVES:
            return True
        if word in _ALL:
            return _is_under_not(passage, token.i)
    behind = [t.lemma.lower() for t in passage.tokens[end : end + 2] if t.text != ","]
    return bool(behind) and behind[0] in NEGATIVES


def _is_under_not(passage: Passage, i: int) -> bool:
    """Whether an "all" or "any" stands behind a "not": "did not name any state"."""
    return any(t.lemma.lower() in _NOT for t in passage.tokens[max(0, i - _REACH) : i])


def _of_all(passage: Passage, i: int) -> bool:
    """Whether a word follows right upon a phrase such as "all the members"."""
    for token in reversed(passage.tokens[max(0, i - 4) : i]):
        if token.lemma.lower() in _ALL:
            return not _is_under_not(passage, token.i)
        if token.pos not in ("NOUN", "ADJ", "DET", "PART", "NUM"):
            return False
    return False


def _saves(passage: Passage, i: int) -> bool:
    """Whether a "save" leaves out, and saves nothing: "every school was shut save one"."""
    before = passage.tokens[i - 1] if i else None
    if before is None or before.pos not in ("NOUN", "PROPN", "PUNCT", "ADV", "NUM"):
        return False
    if passage.tokens[i].dep == "ROOT" or passage.tokens[i].text != "save":
        return False
    said = [t.lemma.lower() for t in passage.tokens[max(0, i - _REACH) : i] if t.lemma.lower() in _ALL | NEGATIVES]
    return bool(said) and said[-1] in _ALL


def _of_both(passage: Passage, i: int) -> bool:
    """Whether a "neither" opens a list of nouns."""
    return i + 1 < len(passage.tokens) and passage.tokens[i + 1].pos in ("PROPN", "NOUN", "DET")


_LEAVING_OUT = {"but": _of_all, "bar": _of_all, "save": _saves, "neither": _of_both}
"""Words that leave out what is named after them, where they stand as they must to do so."""


@of_passage
def lacking(passage: Passage, i: int) -> Token | None:
    """The word by which a sentence says that there is none of what a noun speaks of, or that it was not given.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = ["They got no pardon.", "He left without a pardon.", "They denied him a pardon.", "The pardon came."]
    >>> texts += ["They ruled out a pardon."]
    >>> passages = [read(Source(text, text)).passages[0] for text in texts]
    >>> nouns = [next(t.i for t in p.tokens if t.text == "pardon") for p in passages]
    >>> [cue and cue.text for cue in map(lacking, passages, nouns)]
    ['no', 'without', 'denied', None, 'ruled']
    """
    token = passage.tokens[i]
    if token.pos == "ADJ" and i and passage.tokens[i - 1].lemma == "not":
        return passage.tokens[i - 1]  # "found not guilty"
    if token.pos == "ADJ" and passage.tokens[token.head].lemma in ("nothing", "nobody", "none"):
        return passage.tokens[token.head]  # "found nothing unsafe"
    if (found := excluded(passage, i)) is not None or token.pos != "NOUN":
        return found
    no = next((passage.tokens[c] for c in passage.children[i] if passage.tokens[c].lemma.lower() == "no"), None)
    if no is not None:
        return no
    over = passage.tokens[token.head]
    if token.dep == "pobj" and over.lemma == "without":
        return over
    if token.dep == "appos" and over.dep in _OBJECTS:
        # Of "refused the forger a pardon" the parser may hang the second object from the first.
        over = passage.tokens[over.head]
    return over if token.dep in (*_OBJECTS, "appos") and over.lemma in _WITHHOLDING else None


@of_passage
def excluded(passage: Passage, i: int) -> Token | None:
    """The verb by which it was found that there was nothing of the kind: "arson was ruled out", "cleared of fraud".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> texts = ["They ruled out fraud.", "They were cleared of fraud.", "They could not rule out fraud."]
    >>> passages = [read(Source(text, text)).passages[0] for text in texts]
    >>> [cue and cue.text for cue in (excluded(p, len(p.tokens) - 2) for p in passages)]
    ['ruled', 'cleared', None]
    """
    token = passage.tokens[i]
    over = passage.tokens[token.head]
    if token.dep in ("pobj", "pcomp") and over.lemma == "of":
        verb = passage.tokens[over.head]
        return verb if verb.lemma in _CLEARING and not _has_not(passage, verb) else None
    out = any(passage.tokens[c].lemma == "out" for c in passage.children[over.i])
    found = out and over.lemma == "rule" and token.dep in ("dobj", "nsubjpass")
    return over if found and not _has_not(passage, over) else None


def _has_not(passage: Passage, verb: Token) -> bool:
    return any(passage.tokens[c].dep == "neg" for c in passage.children[verb.i])
