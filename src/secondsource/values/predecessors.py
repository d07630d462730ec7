"""Which of its kind something is by what was before it: "no woman had led it before her", "only two had won before"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from secondsource.grammar.number_words import WORDS
from secondsource.grammar.wordlist import matches, word_set
from secondsource.language import lexicon
from secondsource.language.clauses import predicate_of, subtree
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.turns import AHEAD, NEVER, Turn

_BEFORE = word_set("before until till")
_EARLIER = word_set("previously hitherto theretofore heretofore beforehand")
_FORMER = word_set("earlier early previous prior preceding past former")
_NOBODY = word_set("nobody none nothing")
_NOT = word_set("not n't n’t")
_ONLY = word_set("only just")
_STUMPS = word_set("do have be")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = _SUBJECTS | {"dobj", "obj", "attr"}
_TIMES = word_set(
    """
    noon midnight dawn dusk sunrise sunset daybreak nightfall morning afternoon evening night day week month year hour
    minute second time spring summer autumn winter deadline end start beginning january february march april may june
    july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas
    easter today tomorrow then now age
    """
)
"""What tells when: nobody who left before noon is the first by it."""


_ANYONE = re.compile(
    r"(?:before|ahead\sof)\s(?:any(?:one|body|thing)|every(?:one|body|thing)|all)\selse\b|"
    r"(?:before|ahead\sof)\s(?:(?:all\s|any\sof\s)?the\s(?:others|rest)|(?:any|every)\sother)\b",
    re.IGNORECASE,
)
_ANYONE_STARTERS = word_set("before ahead")


def _ahead_of_all(passage: Passage) -> Iterator[Turn]:
    """ "Crossed the bridge ahead of everyone else", "was ready before any of the others"."""
    for match in matches(_ANYONE, passage.text, _ANYONE_STARTERS):
        span = Span(*match.span()).moved(passage.span.start)
        before = passage.tokens_in(span)[0]
        last = passage.tokens_in(span)[-1].i
        some = passage.tokens[last + 1 : last + 2]
        # "Before the others knew", "before anyone else from her party".
        if before.dep != "mark" and not any(t.pos in ("ADP", "PRON", "SCONJ") or t.tag == "WP" for t in some):
            yield Turn(span, before.span, 1, rule=AHEAD)


def predecessors(passage: Passage) -> Iterator[Turn]:
    """Every place in a row that is told by how many came before.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> told = read(Source("a", "No woman had led it before Ana Roe. Only two towns had voted before ours did."))
    >>> [(turn.rank, turn.noun) for passage in told.passages for turn in predecessors(passage)]
    [(1, 'woman'), (3, 'time')]
    """
    yield from _ahead_of_all(passage)
    for marker in passage.tokens:
        low = marker.text.lower()
        if low in _FORMER:
            found = _no_former(passage, marker)
        elif low in _EARLIER or low in _BEFORE:
            found = _before(passage, marker)
        else:
            continue
        if found is not None and not _compares(passage, marker):
            yield found


def _compares(passage: Passage, marker: Token) -> bool:
    """Whether a sentence says of what it denies how much more it was: "never before was it so high"."""
    for token, behind in pairwise(passage.tokens):
        low = token.text.lower()
        degree = behind.tag in ("JJ", "RB") if low in ("so", "as") else behind.tag == "JJ" and token.dep == "advmod"
        if low == "such" or (low in ("so", "as", "this", "that") and degree):
            return True
        numeral = behind.text.lower() == "than" and low in ("more", "less", "fewer")
        if token.tag in ("JJR", "RBR") and token.i != marker.i and not numeral:
            return True
    return False


def _turn(passage: Passage, first: Token, marker: Token, end: int, rank: int, noun: str) -> Turn:
    start = min(first.i, marker.i)
    last = passage.tokens[max(first.i, marker.i, end)]
    return Turn(passage.tokens[start].span.joined(last.span), first.span, rank, noun, rule=NEVER)


def _no_former(passage: Passage, marker: Token) -> Turn | None:
    """ "No earlier cup had been shared"."""
    no = passage.tokens[marker.i - 1] if marker.i else marker
    noun = next((t for t in passage.tokens[marker.i + 1 :] if t.dep in _SUBJECTS), None)
    verb = None if noun is None else predicate_of(passage, noun.i)
    if no.lemma != "no" or noun is None or verb is None or passage.tokens[verb].lemma == "be":
        return None
    return _turn(passage, no, marker, verb, 1, _kind(noun))


def _before(passage: Passage, marker: Token) -> Turn | None:
    stump, bare, end = _followed(passage, marker)
    verb = _done_before(passage, marker)
    if verb is None:
        return None
    below = [passage.tokens[c] for c in passage.children[verb]]
    done = any(t.lemma == "have" and t.dep == "aux" for t in below) or any(t.lemma == "ever" for t in below)
    never = _never(passage, verb, marker)
    if never is not None:
        if not bare and (done or never.i == marker.i - 1):
            end = max(end, _time_told(passage, marker))
        return _turn(passage, never, marker, end, 1, "time") if bare or end > marker.i else None
    denied = next((t for t in below if t.text.lower() in _NOT), None)
    if denied is not None:
        perfect = done and bare and marker.lemma == "before" and denied.i < marker.i
        return _turn(passage, denied, marker, marker.i, 1, "time") if perfect else None
    for noun in (t for t in below if t.dep in _THINGS):
        first, rank = _how_many(passage, noun)
        # "Two had left before the storm" tells of no row, and "two had won it before her" does.
        if first is not None and (stump or (done and (bare or (rank == 1 and _of_a_kind(passage, marker, noun))))):
            return _turn(passage, first, marker, end, rank, _kind(noun))
    return None


def _time_told(passage: Passage, marker: Token) -> int:
    """Where the time ends before which something was never done, today or a year of the calendar; -1 for another, as
    of a habit: "had never met before noon"."""
    told = (c for c in passage.children[marker.i] if passage.tokens[c].dep in ("pobj", "pcomp"))
    words = subtree(passage, thing) if (thing := next(told, None)) is not None else ()
    dated = any(passage.tokens[i].lemma.lower() in _NOW or _YEAR.fullmatch(passage.tokens[i].text) for i in words)
    return max(words) if dated else -1


_NOW = word_set("today now then")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _done_before(passage: Passage, marker: Token) -> int | None:
    """The verb of what was or was not done before; no infinitive and no object, as the parser may have it."""
    verb = predicate_of(passage, passage.tokens[marker.head].head if marker.dep == "mark" else marker.i)
    while verb is not None and (passage.tokens[verb].tag == "VB" or passage.tokens[verb].dep in _THINGS):
        verb = predicate_of(passage, passage.tokens[verb].head) if passage.tokens[verb].head != verb else None
    return verb


def _never(passage: Passage, verb: int, marker: Token) -> Token | None:
    """The "never" of a verb: "had never met before", "never before had it met"."""
    beside = [passage.tokens[c] for c in (*passage.children[verb], *passage.children[marker.i])]
    beside += passage.tokens[max(0, marker.i - 1) : marker.i]
    return next((t for t in beside if t.lemma == "never" and t.i < marker.i), None)


def _followed(passage: Passage, marker: Token) -> tuple[bool, bool, int]:
    """What an earlier time is told by: whether it is somebody or something of the row, whether it is nothing at all,
    and where it ends. What tells when, or what else happened, has no end."""
    if marker.text.lower() in _EARLIER:
        return False, True, marker.i
    if marker.dep == "mark":
        verb = passage.tokens[marker.head]
        stump = verb.lemma in _STUMPS and len(passage.children[verb.i]) <= 3
        return (True, False, verb.i) if stump else (False, False, -1)
    thing = next((passage.tokens[c] for c in passage.children[marker.i] if passage.tokens[c].dep == "pobj"), None)
    clause = any(passage.tokens[c].dep in ("pcomp", "ccomp", "advcl") for c in passage.children[marker.i])
    if thing is None:
        bare = marker.lemma == "before" and not clause
        return False, bare, marker.i if bare else -1
    end = max(subtree(passage, thing.i))
    if thing.lemma.lower() in _TIMES or (thing.tag == "CD" and thing.lemma != "one"):
        return False, False, -1
    return thing.pos == "PRON" or thing.lemma == "one", False, end


def _of_a_kind(passage: Passage, marker: Token, noun: Token) -> bool:
    """Whether it is one of the kind that none was of before: "no trial was shown before the Roe trial"."""
    thing = next((passage.tokens[c] for c in passage.children[marker.i] if passage.tokens[c].dep == "pobj"), None)
    return thing is not None and (
        thing.lemma == noun.lemma or (thing.pos == "PROPN" and thing.lemma.lower() not in _TIMES)
    )


def _how_many(passage: Passage, noun: Token) -> tuple[Token | None, int]:
    """The place after so many: 1 after none, 3 after "only two"; 0 where that is not said."""
    if noun.lemma.lower() in _NOBODY:
        return noun, 1
    beside = [passage.tokens[c] for c in passage.children[noun.i] if c < noun.i]
    no = next((t for t in beside if t.lemma == "no"), None)
    if no is not None:
        return no, 1
    if noun.dep not in _SUBJECTS:
        return None, 0
    number = next((t for t in beside if t.dep == "nummod"), noun if noun.tag == "CD" else None)
    many = 0 if number is None else WORDS.get(number.text.lower(), 0)
    if number is not None and 0 < many < _ROW:
        return number, many + 1
    only = next((t for t in beside if t.lemma.lower() in _ONLY), None)
    if only is None or noun.tag not in ("NNP", "NN"):
        return None, 0
    return only, 2 + sum(passage.tokens[c].dep == "conj" for c in passage.children[noun.i])


_ROW = 20
"""How many may have come before at the most, for them to be a row."""


def _kind(noun: Token) -> str:
    """Of whom there was none. What is no person is one of its kind as well as of what it was done with."""
    if noun.lemma.lower() in _NOBODY:
        return "time" if noun.lemma.lower() == "nothing" else "person"
    return noun.lemma if lexicon.person_noun(noun.lemma) else "time"
