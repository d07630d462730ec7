"""What came first: before, after, until, "only then", "in the wake of", "two days later"."""

from __future__ import annotations

import re

from secondsource.grammar.calendar import SMALL_NUMBERS, UNIT_DAYS, VAGUE_NUMBERS
from secondsource.grammar.possibilities import Interval
from secondsource.grammar.wordlist import word_set
from secondsource.language.clauses import clause, deed, is_predicate, predicate_of, subtree
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Kind
from secondsource.values.dating.words import number_range
from secondsource.values.order import Order, Sign, governed

_MARKS = {
    "before": Sign.BELOW, "until": Sign.BELOW, "till": Sign.BELOW, "after": Sign.ABOVE, "once": Sign.ABOVE,
    "when": Sign.SAME, "while": Sign.SAME, "as": Sign.SAME,
}  # fmt: skip
_PREPOSITIONS = {
    "before": Sign.BELOW, "after": Sign.ABOVE, "following": Sign.ABOVE, "prior": Sign.BELOW, "ahead": Sign.BELOW,
    "subsequent": Sign.ABOVE,
}  # fmt: skip
_THEN = word_set("then later afterwards afterward subsequently thereafter thereupon")
_BEHIND = frozenset({"conj", "parataxis", "ccomp"})
"""How a deed hangs from one told before it."""
_SAME_TIME = word_set("when while as")
_BESIDE_BY = re.compile(
    r"\b(?P<number>[a-z]+|\d{1,3}|a\s(?:couple\sof|few))\s"
    r"(?P<unit>minute|hour|day|night|morning|afternoon|evening|week|fortnight|month|year)s?\s(?:to\sthe\sday\s)?$",
    re.I,
)


_LATER = re.compile(
    r"\W{0,3}(?:only\s|but\s|and\s)?(?:then\b|(?:afterwards?|subsequently|thereafter)\b|"
    r"(?:shortly|soon|immediately)\s(?:after(?:wards?)?\b(?!\s[a-z])|afterwards\b)|"
    r"(?:(?:the|that)\s)(?:next|following|same)\s(?:day|morning|afternoon|evening|night|week|month|year)\b|"
    r"(?:[\w-]+\s){0,3}(?:minutes?|hours?|days?|weeks?|months?|years?|fortnight)\s(?P<later>later)\b|later(?:,|\sthat\b))",
    re.I,
)
_SAME_DAY = re.compile(r"\W{0,3}(?:the|that)\ssame\s", re.I)
_ALREADY = re.compile(
    r"\bhad\s(?:[a-z]+\s){0,2}?(?:already|previously|earlier)\b|\bhad\b[^.;]{2,60}\b(?:earlier|beforehand|before\sthat|by\sthen)\b"
)


def after_what_was_said(passage: Passage) -> tuple[Sign, Interval | None] | None:
    """Whether a sentence tells what came after what the sentence before it tells, or before that, and by how many days.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> told = read(Source("a", "They met. Two days later they signed. The king had already agreed.")).passages
    >>> [found and found[0].name for found in map(after_what_was_said, told)]
    [None, 'ABOVE', 'BELOW']
    """
    if passage.kind is not Kind.PROSE:
        return None
    found = _LATER.match(passage.text)
    if found and not _SAME_DAY.match(passage.text):
        word = next((t for t in passage.tokens if found["later"] and t.text == found["later"]), None)
        return Sign.ABOVE, lag(passage, word.i) if word else None
    return (Sign.BELOW, None) if _ALREADY.search(passage.text) else None


_SO_MANY = frozenset({*VAGUE_NUMBERS, *SMALL_NUMBERS, "the"})


def lag(passage: Passage, at: int) -> Interval | None:
    """How many days lie between two things by the words before the one that says their order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They left two weeks after the flood.")).passages
    >>> lag(passage, 4)
    Interval(low=14, high=14, low_open=False, high_open=False)
    """
    end = passage.tokens[at].start - passage.span.start
    found = _BESIDE_BY.search(passage.text, max(0, end - 40), end)
    number = " ".join(found["number"].lower().split()) if found else ""
    if found is None or not (number.isdecimal() or number in _SO_MANY):
        return None
    low, high = (1, 1) if number == "the" else number_range(number)
    fewest, most = UNIT_DAYS.get(found["unit"].lower(), (1, 1))  # "the morning after"
    return Interval(low * fewest, high * most)


def marked(passage: Passage, token: Token) -> Order | None:
    """ "A before B did", "only once B had", "by the time B did": a clause that tells when."""
    if token.dep not in ("advcl", "ccomp", "pcomp", "acl", "relcl") or token.pos not in ("VERB", "AUX"):
        return None
    opening = [passage.tokens[i] for i in sorted(subtree(passage, token.i))][:3]
    mark = next((t for t in opening if t.text.lower() in _MARKS and t.pos in ("SCONJ", "ADP", "ADV")), None)
    above = passage.tokens[token.head]
    if token.dep == "pcomp" and above.lemma in _PREPOSITIONS and above.pos in ("ADP", "SCONJ", "ADV"):
        mark = above
    if mark is None and token.dep in ("relcl", "acl") and above.lemma == "time" and _by(passage, above):
        mark = above
    if mark is None or mark.i > token.i:
        return None
    main = predicate_of(passage, mark.head if mark is above else token.head)
    if mark.lemma == "time":
        main = next((i for i in passage.ancestors(above.i) if passage.tokens[i].pos in ("VERB", "AUX")), None)
    if main is None or main == token.i:
        return None
    sign: Sign | None = (
        Sign.BELOW if mark.lemma == "time" else _MARKS.get(mark.text.lower(), _PREPOSITIONS.get(mark.lemma, Sign.SAME))
    )
    second = subtree(passage, token.i) | (_up_to_a_stop(passage, mark, token) if mark.i > main else frozenset())
    if sign is Sign.SAME and mark.lemma in _SAME_TIME:
        sign = _aspect(passage, main, token.i, mark)
    if sign is None:
        return None
    if _is_denied(passage, main) and sign is Sign.BELOW:
        sign = Sign.ABOVE  # "did not leave until", "had not left before"
    return Order(sign, clause(passage, main) - second, second, mark.i, True)


def _up_to_a_stop(passage: Passage, mark: Token, verb: Token) -> frozenset[int]:
    """The words of a clause behind the one that opens it, some of which the parser may hang from the main verb."""
    stop = next((t.i for t in passage.tokens[verb.i :] if t.text in _STOPS), len(passage.tokens))
    return frozenset(range(mark.i + 1, stop))


_STOPS = frozenset({",", ";", ":", ".", "—", "–", "(", ")", "!", "?"})


def _is_denied(passage: Passage, verb: int) -> bool:
    """ "Had not left before", "no warning had been given when"."""
    below = (passage.tokens[c] for c in passage.children[verb])
    return any(t.dep == "neg" or any(passage.tokens[c].lemma == "no" for c in passage.children[t.i]) for t in below)


def _by(passage: Passage, noun: Token) -> bool:
    return passage.tokens[noun.head].lemma == "by"


def _aspect(passage: Passage, main: int, other: int, mark: Token) -> Sign | None:
    """ "Had left when it fell" is before; "sang as he was signing" is at the same time; "as" may give a cause."""
    mine, theirs = (
        {passage.tokens[c].text.lower() for c in passage.children[verb] if passage.tokens[c].dep in ("aux", "auxpass")}
        for verb in (main, other)
    )
    if "had" in mine and "had" not in theirs:
        return Sign.BELOW
    if "had" in theirs and "had" not in mine:
        return Sign.ABOVE
    going = passage.tokens[other].tag == "VBG" and bool(theirs & {"was", "were", "is", "are"})
    if mark.lemma == "as" and not going:
        return None
    before = [t.lemma for t in passage.tokens[max(0, mark.i - 1) : mark.i]]
    if mark.lemma == "when" and before == ["only"]:
        return Sign.ABOVE
    return Sign.SAME if going or mark.lemma == "while" else None


def in_time(passage: Passage, token: Token) -> Order | None:
    """ "Before the vote", "following the arrest", "ahead of the ring road"; "and then", "and later"."""
    low = token.text.lower()
    if low in _PREPOSITIONS and token.dep in ("prep", "advmod", "acomp", "mark", "amod"):
        noun = governed(passage, token)
        if noun is None or passage.tokens[noun].pos not in ("NOUN", "PROPN"):
            return None
        verb = predicate_of(passage, token.i)
        second = subtree(passage, noun)
        head = passage.tokens[token.head]
        first = clause(passage, verb) if verb is not None else subtree(passage, head.i)
        return Order(_PREPOSITIONS[low], first - second - {token.i}, second, token.i, True)
    if low in _THEN and token.dep in ("advmod", "npadvmod"):
        return _later(passage, token)
    return None


_NOUNS = {
    "wake": Sign.ABOVE, "aftermath": Sign.ABOVE, "heels": Sign.ABOVE, "eve": Sign.BELOW, "run-up": Sign.BELOW,
}  # fmt: skip
_DAY_BEFORE = Interval(1, 1)


def by_noun(passage: Passage, token: Token) -> Order | None:
    """ "In the wake of the flood", "on the eve of the vote"."""
    sign = _NOUNS.get(token.text.lower())
    noun = governed(passage, token) if sign is not None and token.dep == "pobj" else None
    verb = predicate_of(passage, token.i)
    if sign is None or noun is None or verb is None:
        return None
    second = subtree(passage, noun)
    first = clause(passage, verb) - second - subtree(passage, token.head)
    return Order(sign, first, second, token.i, True, lag=_DAY_BEFORE if token.lemma == "eve" else None)


def _later(passage: Passage, token: Token) -> Order | None:
    """ "Fell, and was later hit", "they met; two days later they signed": the deed told before comes first."""
    verb = predicate_of(passage, token.i)
    if verb is None:
        return None
    joined = [c for c in passage.children[verb] if c < token.i and passage.tokens[c].dep in ("ccomp", "parataxis")]
    before = passage.tokens[verb].head if passage.tokens[verb].dep in _BEHIND else next(iter(joined), None)
    if before is None or not is_predicate(passage.tokens[before]) or before > token.i:
        return None
    return Order(Sign.ABOVE, deed(passage, verb) - {token.i}, deed(passage, before), token.i, True)


def foremost(passage: Passage, token: Token) -> Order | None:
    """ "Told its workers first and called its farmers that afternoon"."""
    if token.text.lower() != "first" or token.dep != "advmod" or not is_predicate(passage.tokens[token.head]):
        return None
    verb = token.head
    joined = (c for c in passage.children[verb] if c > token.i and passage.tokens[c].dep == "conj")
    then = next((c for c in joined if is_predicate(passage.tokens[c])), None)
    if then is None:
        return None
    return Order(Sign.BELOW, deed(passage, verb) - {token.i}, deed(passage, then), token.i, True)


def having(passage: Passage, token: Token) -> Order | None:
    """ "Having finished her degree, she moved"."""
    below = [passage.tokens[c] for c in passage.children[token.i]]
    main = predicate_of(passage, token.head)
    if token.dep != "advcl" or main in (None, token.i) or not any(t.text.lower() == "having" for t in below):
        return None
    return Order(Sign.ABOVE, deed(passage, main or 0), subtree(passage, token.i), token.i, True)
