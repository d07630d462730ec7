"""Two things set in order: more than, ahead of, below, as many as; before, after, later, followed by."""

from __future__ import annotations

from secondsource.grammar.number_words import WORDS
from secondsource.grammar.wordlist import word_set, words
from secondsource.language.clauses import clause, predicate_of, subject_of, subtree
from secondsource.language.tokens import Passage, Token, of_passage
from secondsource.values.order import Order, Sign, governed
from secondsource.values.succession import by_noun, foremost, having, in_time, lag, marked

# What is less has less of it; who is earlier is before in time.
_LESS = word_set(
    "few less little low small short slow light young cheap narrow shallow weak poor thin cool cold bad mild quiet "
    "worse worst rare minor faint soft lenient modest dim"
)
_IN_TIME = {
    "earlier": Sign.BELOW, "sooner": Sign.BELOW, "later": Sign.ABOVE,
}  # fmt: skip
_NO_COMPARATIVE = word_set("other rather number ever never over under water whether order power")
_NO_ORDER = word_set("other rather further")

VERBS = {
    **dict.fromkeys(
        words(
            "exceed overtake outnumber outstrip surpass outsell outperform outdo outscore outgrow outpace outrank "
            "outweigh outlast outlive outspend outshine outvote outrun outearn outproduce eclipse dwarf beat top "
            "overhaul leapfrog upstage"
        ),
        Sign.ABOVE,
    ),
    **dict.fromkeys(words("trail lag underperform undercut"), Sign.BELOW),
    **dict.fromkeys(words("match equal rival"), Sign.SAME),
}
"""Verbs that put their subject above or below their object."""
_GAMES = {
    **dict.fromkeys(word_set("defeat thrash trounce rout vanquish outclass"), ("", Sign.ABOVE)),
    "lose": ("to", Sign.BELOW),
    "draw": ("with", Sign.SAME),
}
"""How two who have names came out of a match or a vote: verb -> the preposition of the second, the first's place."""
_TIME_VERBS = {
    **dict.fromkeys(words("precede predate antedate foreshadow"), Sign.BELOW),
    **dict.fromkeys(words("follow succeed"), Sign.ABOVE),
}
_PLACED = {
    "above": Sign.ABOVE, "over": Sign.ABOVE, "ahead": Sign.ABOVE, "below": Sign.BELOW, "under": Sign.BELOW,
    "behind": Sign.BELOW, "clear": Sign.ABOVE, "beneath": Sign.BELOW, "short": Sign.BELOW, "beyond": Sign.ABOVE,
}  # fmt: skip
_CONDITIONS = word_set("""
    age law year control way construction review arrest fire threat pressure siege attack consideration investigation
    discussion custody guard lock repair water command budget contract scrutiny
    """)
"""What nothing is above or below: "under control", "under construction" say how something is."""
_STANDING = word_set(
    "be stand rank finish lie stay remain come sit rise climb end fall drop start run hover move go cross reach keep "
    "put place leave carry lift arrive get slip stop peak well"
)
_ACROSS = frozenset({"over", "under", "beyond"})
_MOVING = word_set("come go cross carry get arrive leave put lift hover run reach slip fly")
"""Verbs with which such a word tells a way: "the swarm came over the border"."""
_TIMES = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "half": 0.5, "quarter": 0.25, "third": 1 / 3}
_NUMBERS = {word: float(number) for word, number in WORDS.items() if 1 < number <= 10}
_ANY = word_set("any anything anyone anybody all every ever anywhere expected thought forecast planned")
_REACH = 14


@of_passage
def orders(passage: Passage) -> tuple[Order, ...]:
    """Every order that a passage puts into words.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def said(text):
    ...     passage = read(Source("a", text)).passages[0]
    ...     name = lambda i: passage.tokens[i].text if passage.tokens[i].pos == "PROPN" else ""
    ...     names = lambda side: "".join(map(name, sorted(side)))
    ...     return [(names(o.first), o.sign.name, names(o.second), o.in_time) for o in orders(passage)]
    >>> said("Norway is larger than Denmark."), said("Norway was beaten by Denmark.")
    ([('Norway', 'ABOVE', 'Denmark', False)], [('Denmark', 'ABOVE', 'Norway', False)])
    >>> said("Norway voted before Denmark did.")
    [('Norway', 'BELOW', 'Denmark', True)]
    """
    found: list[Order] = []
    for token in passage.tokens:
        for read in (_comparative, _as_much, _verb, _placed, marked, having, foremost, by_noun, in_time):
            order = read(passage, token)
            if order and order.first and order.second:
                found.append(order._replace(lag=order.lag or lag(passage, order.at)) if order.in_time else order)
                break
    return tuple(found)


_TIME_WORDS = word_set(
    "year month week day season summer winter spring autumn fall quarter half decade century night morning evening "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday ago before early previously then last previous previous-year same period time "
    "peak level figure rate number total count that those it the have be reach in of at a an end start twelve first "
    "second third fourth two three four five six seven eight nine ten"
)


def is_time(passage: Passage, side: frozenset[int]) -> bool:
    """Whether something is compared with itself at another time: "than in 2019", "than a year earlier".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Sales were higher than in 2019.")).passages
    >>> [is_time(passage, order.second) for order in orders(passage)]
    [True]
    """
    said = [passage.tokens[i] for i in side if passage.tokens[i].pos not in ("DET", "ADP", "PUNCT", "PART", "PRON")]
    timed = any(t.lemma.lower() in _TIME_WORDS or t.text.isdigit() for t in said)
    return timed and all(t.lemma.lower() in _TIME_WORDS or t.text[0].isdigit() for t in said)


def _subject(passage: Passage, i: int) -> frozenset[int]:
    verb = predicate_of(passage, i)
    subject = None if verb is None else subject_of(passage, verb)
    return frozenset() if subject is None else _thing(passage, subject)


def _thing(passage: Passage, i: int) -> frozenset[int]:
    """What is compared: a noun with what says which one, without clauses about it and what is joined to it."""
    found = [i]
    for j in found:
        found += [
            c for c in passage.children[j] if passage.tokens[c].dep not in ("relcl", "acl", "conj", "cc", "punct")
        ]
    return frozenset(found)


def _comparative(passage: Passage, token: Token) -> Order | None:
    """ "A is larger than B", "more people came to A than to B", "there are fewer women than men"."""
    than = _than(passage, token) if _is_comparative(passage, token) else None
    if than is None:
        return None
    if token.i + 1 == than.i and passage.tokens[than.i + 1].lemma in _TIMES:
        return _share(passage, token, than)
    low = token.text.lower()
    second = _behind(passage, than)
    first = _first(passage, token, than, second)
    if low in _IN_TIME:
        return Order(_IN_TIME[low], first or clause(passage, token.i) - second, second, token.i, True)
    adjective = next((t for t in passage.tokens[token.i + 1 : token.i + 2] if t.pos in ("ADJ", "ADV")), None)
    base = adjective.lemma if low in ("more", "less") and adjective else token.lemma
    less = (low in ("less", "fewer")) != (base in _LESS and low not in ("less", "fewer"))
    return Order(Sign.BELOW if less else Sign.ABOVE, first, second, token.i, False, base, _factor(passage, token.i))


def _is_comparative(passage: Passage, token: Token) -> bool:
    """Whether a word compares, for all that its form and the word before it tell: "larger", not "no more"."""
    low = token.text.lower()
    before, beside = passage.tokens[max(0, token.i - 1) : token.i], passage.tokens[token.i + 1 : token.i + 2]
    if low in _NO_ORDER or (low in ("later", "more", "less") and [t.lemma for t in before] == ["no"]):
        return False
    if token.tag in ("JJR", "RBR") or low in ("more", "less", "fewer", *_IN_TIME):
        return True
    return low.endswith("er") and [t.text.lower() for t in beside] == ["than"] and low not in _NO_COMPARATIVE


def _than(passage: Passage, token: Token) -> Token | None:
    """The "than" of a comparative, where a thing stands behind it and no bare figure."""
    than = next((t for t in passage.tokens[token.i + 1 : token.i + _REACH] if t.text.lower() == "than"), None)
    if than is None or any(t.text in (";", ":", ".", "(") for t in passage.tokens[token.i : than.i]):
        return None
    behind = passage.tokens[than.i + 1 : than.i + 5]
    if not behind or behind[0].text.lower() in _ANY:
        return None
    if any(t.tag in ("JJR", "RBR") for t in passage.tokens[token.i + 1 : than.i]):
        return None  # "the higher dose did more than"
    earlier = any(t.lemma in ("ago", "before", "early") for t in behind)
    return than if behind[0].pos != "NUM" or earlier else None


def _share(passage: Passage, token: Token, than: Token) -> Order | None:
    """ "Less than half of what B has", "more than twice that of B"."""
    factor = _TIMES[passage.tokens[than.i + 1].lemma]
    second = frozenset(i for i in _behind(passage, than) if i > than.i + 1)
    verb = predicate_of(passage, token.i)
    if verb is None or passage.tokens[verb].lemma != "be" or (factor < 1) != (token.lemma in _LESS):
        return None
    sign = Sign.BELOW if factor < 1 else Sign.ABOVE
    return Order(sign, _subject(passage, token.i), second, token.i, False, "", factor)


def _behind(passage: Passage, than: Token) -> frozenset[int]:
    """What something is compared with: all behind "than" up to the end of its phrase."""
    noun = next((c for c in passage.children[than.i] if passage.tokens[c].dep == "pobj"), None)
    if noun is not None and noun > than.i:
        return subtree(passage, noun)
    found = []
    for token in passage.tokens[than.i + 1 :]:
        if token.text in (",", ";", ":", ".", "(", ")", "|", "—", "–") or token.lemma in ("but", "although", "though"):
            break
        found.append(token.i)
    return frozenset(found)


def _first(passage: Passage, token: Token, than: Token, second: frozenset[int]) -> frozenset[int]:
    """What is compared: the noun that the comparative counts where a bare one stands behind, else the subject."""
    counted = passage.tokens[token.i + 1 : than.i]
    behind = [passage.tokens[i] for i in sorted(second)]
    if (
        token.lemma in ("more", "many", "few", "less", "little")
        and counted
        and counted[-1].pos == "NOUN"
        and behind
        and behind[0].pos == "NOUN"
        and behind[0].tag == counted[-1].tag
    ):
        return frozenset(t.i for t in counted)
    if behind and behind[0].pos in ("ADP", "SCONJ"):
        same = [t for t in passage.tokens[: than.i] if t.lemma == behind[0].lemma]
        if same:
            return subtree(passage, same[-1].i) - second - {than.i}
    return _subject(passage, token.i) - second


def _factor(passage: Passage, i: int) -> float:
    """ "Twice as many", "half as long", "three times larger"."""
    ahead = [t.text.lower() for t in passage.tokens[max(0, i - 4) : i]]
    if "times" in ahead:
        return next((_NUMBERS[word] for word in ahead if word in _NUMBERS), 1.0)
    return next((_TIMES[word] for word in reversed(ahead) if word in _TIMES), 1.0)


def _as_much(passage: Passage, token: Token) -> Order | None:
    """ "As many as B", "not so long as B", "twice as many people visited A as B"."""
    if token.text.lower() not in ("as", "so") or token.i + 1 >= len(passage.tokens):
        return None
    degree = passage.tokens[token.i + 1]
    if degree.pos not in ("ADJ", "ADV") or degree.lemma in ("well", "soon", "far", "long", "such", "early", "late"):
        return None
    then = next((t for t in passage.tokens[degree.i + 1 : degree.i + _REACH] if t.text.lower() == "as"), None)
    if then is None or (then.i + 1 < len(passage.tokens) and passage.tokens[then.i + 1].pos in ("NUM", "ADJ", "ADV")):
        return None
    second = _behind(passage, then)
    factor = _factor(passage, token.i)
    ahead = [t.text.lower() for t in passage.tokens[max(0, token.i - 3) : token.i]]
    less = degree.lemma in _LESS
    sign = Sign.SAME
    if {"not", "n't", "n’t"} & set(ahead) or factor < 1:
        sign = Sign.ABOVE if less else Sign.BELOW
    elif factor > 1:
        sign = Sign.BELOW if less else Sign.ABOVE
    verb = predicate_of(passage, degree.i)
    objects = () if verb is None else [c for c in passage.children[verb] if passage.tokens[c].dep in ("dobj", "pobj")]
    between = [passage.tokens[i] for i in objects if degree.i < i < then.i]
    first = _thing(passage, between[-1].i) if between else _subject(passage, token.i)
    return Order(sign, first - second, second, token.i, False, degree.lemma, factor)


def _verb(passage: Passage, token: Token) -> Order | None:
    """ "A overtook B", "B was beaten by A", "A preceded B"."""
    if token.pos == "VERB" and token.lemma in _GAMES:
        return _game(passage, token)
    in_time = token.lemma in _TIME_VERBS
    sign = VERBS.get(token.lemma) or _TIME_VERBS.get(token.lemma)
    if token.pos != "VERB" or sign is None:
        return None
    children = [passage.tokens[c] for c in passage.children[token.i]]
    agent = next((g for t in children if t.dep == "agent" for g in passage.children[t.i]), None)
    subject = subject_of(passage, token.i)
    if agent is not None and subject is not None:
        return Order(sign, _thing(passage, agent), _thing(passage, subject), token.i, in_time)
    dobj = next((t.i for t in children if t.dep == "dobj"), None)
    if dobj is None or subject is None:
        return None
    if token.dep == "relcl" and dobj == token.head:
        return None
    return Order(sign, _thing(passage, subject), subtree(passage, dobj), token.i, in_time)


def _game(passage: Passage, token: Token) -> Order | None:
    """ "Lund lost to Osa", "Osa defeated Lund", "Lund was defeated by Osa", "Osa drew with Lund"."""
    word, sign = _GAMES[token.lemma]
    below = [passage.tokens[c] for c in passage.children[token.i]]
    passive = any(t.dep == "nsubjpass" for t in below)
    if passive or word:
        over = [t for t in below if (t.dep == "agent" if passive else t.dep == "prep" and t.lemma == word)]
        objects = [g for t in over for g in passage.children[t.i]]
    else:
        objects = [t.i for t in below if t.dep == "dobj"]
    subject = subject_of(passage, token.i)
    lost_a_thing = bool(word) and any(t.dep == "dobj" for t in below)
    if subject is None or not objects or lost_a_thing or passage.tokens[objects[0]].pos != "PROPN":
        return None
    first, second = _thing(passage, subject), subtree(passage, objects[0])
    return Order(sign, second, first, token.i) if passive else Order(sign, first, second, token.i)


def _placed(passage: Passage, token: Token) -> Order | None:
    """ "A is above B", "A finished ahead of B", "well short of B", "one place above B", "with B behind A"."""
    if token.text.lower() not in _PLACED or token.pos not in ("ADP", "ADV", "SCONJ", "ADJ"):
        return None
    noun = governed(passage, token)
    if noun is None or passage.tokens[noun].pos == "NUM" or passage.tokens[noun].lemma in _CONDITIONS:
        return None
    verb = predicate_of(passage, token.i)
    low, named = token.text.lower(), passage.tokens[noun].pos == "PROPN"
    # "Raised its rates ahead of the vote" is before it.
    leading = low == "behind" or (low == "ahead" and named)
    leading = leading and passage.tokens[token.head].pos not in ("NOUN", "PROPN")
    if verb is None or not (leading or passage.tokens[verb].lemma in _STANDING):
        return None
    if low in _ACROSS and passage.tokens[verb].lemma in _MOVING:
        return None
    if (
        token.dep == "prep"
        and passage.tokens[token.head].pos in ("NOUN", "PROPN")
        and passage.tokens[token.head].dep == "nsubj"
    ):
        return None  # "the fire behind the blackout"
    second = subtree(passage, noun)
    return Order(_PLACED[low], _subject(passage, verb) - second, second, token.i)
