"""Ranks that comparisons give: "only two are busier", "no other school has as many pupils"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from secondsource.grammar.nearby import following
from secondsource.grammar.numerals import numerals
from secondsource.grammar.wordlist import word_set
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.excepted import ahead_of_it


class Comparison(NamedTuple):
    """A rank, the noun that is ranked and the adjective that ranks it, each "" where the text does not say."""

    span: Span
    core: Span
    rank: int
    noun: str
    of: str
    since: int = 0
    """The year of the last that was greater, where that is said before the comparison."""


class _Degree(NamedTuple):
    """The word that compares: "larger", "more expensive", "so long", "as many pupils", "equalled in length"."""

    first: Token
    last: Token
    of: str
    equal: bool
    noun: str = ""


ORDERS = {
    "length": "long", "size": "large", "area": "large", "height": "high", "age": "old", "population": "populous",
    "price": "expensive", "cost": "expensive", "weight": "heavy", "mass": "heavy", "depth": "deep", "width": "wide",
    "speed": "fast", "wealth": "rich", "volume": "large", "duration": "long", "value": "expensive",
}  # fmt: skip
"""The adjective that ranks by a measure."""

_OF_MEMBERS = word_set("pupil student member inhabitant resident people refugee person soldier")
_OF_THE_DEAD = word_set("life death victim fatality casualty")
_KILLING = word_set("kill claim cost take")
_LOST = word_set("people man woman soldier sailor person member worker")
"""Whom nobody can lose but by their death."""
# What a thing that does more of it is: who costs more is more expensive.
_BY_VERB = {
    "cost": "expensive", "weigh": "heavy", "last": "long", "yield": "large", "kill": "deadly", "earn": "rich",
    "measure": "large", "bring": "large", "fetch": "expensive", "burn": "large", "pay": "expensive",
    "spend": "expensive", "have": "large", "net": "large", "produce": "large",
}  # fmt: skip
_EQUALLING = word_set("equal equalled equaled match rival surpass exceed outdo beat top")

_SENTENCE = 25
_REACH = 20
"""Words between "only two" or "no other" and the comparative that they rank."""
_COUNTED_BEFORE = 9
"""Words before a bare "more" among which its number stands."""
_AFTER = 8
"""Words between a comparative and the "in one year only" that ranks it."""
_NOT_RANKING = word_set("longer later sooner earlier better worse further farther lower other more less rather")
_EVER = word_set("ever never there history record records known before since other others else")
_NONE = word_set("nothing none nobody nowhere never no not neither n't n’t")
_NOT = word_set("not n't n’t")
_NOTHING = word_set("nothing none nobody")
_ALL = word_set("any anything anyone anybody anywhere every all everything everyone everybody")
_VERBS = word_set("be have")
_SO = word_set("so as this that")
"""Words before an adjective that set a thing against what is spoken of: "so high", "this high"."""
_PREDICATE = frozenset({"VERB", "AUX", "PROPN", "DET", "PART", "PRON"})
"""What may stand between those that are greater and the comparative: "has been made to pay", "was a"."""
_STANDING = word_set("lie stand rise reach run stretch go stay rank grow")
"""Verbs that say where or how far something is: "only A lies deeper"."""
_ADVERBS = word_set("ever previously before yet so far")
_ONLY = word_set("only just")
_STOPS = word_set(", ; : . ( | —")
_WELL = word_set("well badly")
"""What "only A did better" compares, by whatever they are ranked."""
_COUNTED = {"one": 2, "once": 2, "two": 3, "twice": 3, "three": 4}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def comparisons(passage: Passage) -> Iterator[Comparison]:
    """Every rank that a comparison gives, in reading order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "No other school in the district will have as many pupils.")).passages
    >>> [(c.rank, c.noun, c.of) for c in comparisons(passage)]
    [(1, 'school', 'large')]
    """
    for token in passage.tokens:
        degree = _degree(passage, token)
        if degree is None:
            continue
        read = (way(passage, degree) for way in (_beyond, _ahead, _behind, _counted_greater))
        if (found := next(filter(None, read), None)) is not None:
            yield found


def _degree(passage: Passage, token: Token) -> _Degree | None:
    behind = passage.tokens[token.i + 1 : token.i + 4]
    low = token.text.lower()
    thing = low == "longer" and token.i > 0 and passage.tokens[token.i - 1].lemma.lower() in _NOTHING
    if token.tag in ("JJR", "RBR") or thing:
        return (
            _more(passage, token, behind)
            if low == "more"
            else _Degree(token, token, _base(token) * (token.lemma not in _WELL), False)
        )
    if low in _SO and behind and behind[0].pos in ("ADJ", "ADV"):
        adjective = behind[0]
        if adjective.lemma in ("many", "much"):
            noun = next((t for t in behind[1:] if t.pos == "NOUN" and t.dep != "compound"), None)
            return _by_number(passage, token, noun, True) if noun else None
        # "so long a dispute"; "as long as" and "so far" rank nothing.
        ranked = next((t for t in behind[1:] if t.pos == "NOUN"), None)
        if adjective.tag not in ("JJ", "RB") or adjective.lemma in ("well", "soon", "far"):
            return None
        ahead = {t.text.lower() for t in passage.tokens[max(0, token.i - _REACH) : token.i]}
        closed = low == "as" or (len(behind) > 1 and behind[1].tag == "DT" and ranked is not None)
        # "Not since 1953 had it been so low", "it has not been so low since 1953"
        after = {t.text.lower() for t in passage.tokens[adjective.i + 1 : adjective.i + 1 + _PHRASE]}
        closed |= "since" in ahead | after and bool(ahead & _NONE) and ranked is None
        return _Degree(token, adjective, adjective.lemma, True, ranked.lemma if ranked else "") if closed else None
    if (
        low in ("on", "of")
        and len(behind) > 1
        and behind[0].lemma in ("this", "that", "such")
        and (scale := _on_scale(behind))
    ):
        done = passage.tokens[token.head]
        return _Degree(token, *scale, True, done.lemma if done.pos == "NOUN" else "")
    if token.pos == "VERB" and token.lemma in _EQUALLING:
        measure = next((b for a, b in pairwise(behind) if a.lemma == "in"), None)
        if measure is not None and measure.lemma in ORDERS:
            return _Degree(token, measure, ORDERS[measure.lemma], True)
    return None


def _on_scale(behind: tuple[Token, ...]) -> tuple[Token, str] | None:
    """ "on this scale", "of such ferocity": by what things are ranked."""
    return next(((t, _SCALES[t.lemma]) for t in behind[1:3] if t.lemma in _SCALES), None)


_SCALES = {
    "scale": "large", "size": "large", "magnitude": "large", "extent": "large", "proportion": "large", "order": "large",
    "ferocity": "strong", "intensity": "strong", "violence": "strong", "strength": "strong", "force": "strong",
    "severity": "bad", "gravity": "bad", "length": "long", "duration": "long", "height": "high", "cost": "expensive",
}  # fmt: skip


def _more(passage: Passage, token: Token, behind: tuple[Token, ...]) -> _Degree | None:
    if behind and behind[0].pos == "ADJ" and not _of_things(passage, token, behind[0]):
        return _Degree(token, behind[0], behind[0].lemma, False)
    noun = next((t for t in behind if t.pos not in ("NOUN", "ADJ") or t.dep not in ("compound", "amod")), None)
    noun = noun if noun is not None and noun.pos == "NOUN" else _counted_before(passage, token)
    if noun is not None:
        found = _by_number(passage, token, noun, False)
        return found if noun.i > token.i else found._replace(last=token)
    of = by_verb(passage.tokens[token.head])
    return _Degree(token, token, of, False) if of else None


def _of_things(passage: Passage, more: Token, adjective: Token) -> bool:
    """Whether "more" is of things, and not of a quality: "more Danish students", and not "more expensive trains"."""
    noun = passage.tokens[adjective.head]
    if adjective.dep != "amod" or noun.tag != "NNS":
        return False
    return more.head == noun.i or (passage.tokens[noun.head].lemma == "have" and adjective.lemma.endswith("ed"))


def _counted_before(passage: Passage, more: Token) -> Token | None:
    """What a bare "more" is more of: pupils, in "400 pupils, more than any other" and "with 71 pupils, has more"."""
    if passage.tokens[more.head].lemma != "have" and passage.tokens[more.head].pos != "NOUN":
        return None
    before = passage.tokens[max(0, more.i - _COUNTED_BEFORE) : more.i]
    return next(
        (passage.tokens[t.head] for t in reversed(before) if t.dep == "nummod" and _is_plural(passage, t)), None
    )


def _is_plural(passage: Passage, number: Token) -> bool:
    return passage.tokens[number.head].tag == "NNS" and passage.tokens[number.head].i > number.i


def _by_number(passage: Passage, first: Token, noun: Token, equal: bool) -> _Degree:
    """ "as many pupils", "more tickets": what has or takes more of them is ranked, or their number is."""
    of = _of_noun(passage, noun)
    return _Degree(first, noun, of, equal) if of else _Degree(first, noun, MANY, equal, noun.lemma)


_DEGREES = word_set("many more much few less")
MANY = "many"
"""By what the number of things is ranked: "no fair drew as many visitors", "the most visitors ever"."""


def by_verb(verb: Token) -> str:
    """What a thing is of which a verb says more than of any other: who costs more is more expensive.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "No bridge cost more.")).passages
    >>> by_verb(passage.tokens[2])
    'expensive'
    """
    return _BY_VERB.get(verb.lemma) or (MANY if verb.pos == "VERB" and verb.lemma not in _EQUALLING else "")


def _of_noun(passage: Passage, noun: Token) -> str:
    """What a thing with more of these is: with more pupils larger, at the cost of more lives deadlier."""
    verb = next((passage.tokens[i] for i in passage.ancestors(noun.i) if passage.tokens[i].pos == "VERB"), None)
    if noun.lemma in _OF_THE_DEAD or (verb is not None and verb.lemma == "kill"):
        return "deadly" if verb is None or verb.lemma in _KILLING | {"have", "cause", "bring"} else ""
    if noun.lemma in _LOST and verb is not None and verb.lemma == "lose":
        return "deadly"
    if noun.lemma == "money":
        return "expensive" if verb is not None and verb.lemma in ("cost", "pay", "fetch") else ""
    said = [passage.tokens[c] for c in passage.children[noun.i] if c <= noun.i + 1]
    if any(t.dep in ("prep", "acl", "relcl") or (t.dep == "amod" and t.lemma not in _DEGREES) for t in said):
        return ""  # with more pupils under suspicion a school is no larger
    return "large" if noun.lemma in _OF_MEMBERS and verb is not None and verb.lemma in ("have", "hold", "house") else ""


def _base(token: Token) -> str:
    if token.lemma != token.text.lower() and token.tag != "RBR":
        return token.lemma
    return positive(token.text.lower().removesuffix("er") + "est")


IRREGULAR = {"best": "good", "worst": "bad", "most": "many", "least": "little", "farthest": "far"}
_FINAL_E = word_set("large late wide safe close rare nice wise strange simple brave fine pure sure true")


def positive(superlative: str) -> str:
    """The adjective of a superlative.

    >>> positive("largest"), positive("biggest"), positive("heaviest"), positive("longest"), positive("worst")
    ('large', 'big', 'heavy', 'long', 'bad')
    """
    if superlative in IRREGULAR:
        return IRREGULAR[superlative]
    root = superlative.removesuffix("est")
    if root.endswith("i"):
        return root[:-1] + "y"
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "ls":
        return root[:-1]
    return root + "e" if re.search(r"(?:[aeiou][rgvsz]|[^aeiou]g|l)$", root) and root + "e" in _FINAL_E else root


def _ahead(passage: Passage, degree: _Degree) -> Comparison | None:
    """The rank by what stands before the comparison: "only two are", "no other", "never"."""
    ahead = _window(passage, degree.first.i)
    behind = passage.tokens[degree.last.i + 1 : degree.last.i + 4]
    compared = bool(behind) and behind[0].lemma == "than" and any(t.pos == "NUM" and t.lemma != "one" for t in behind)
    if compared or not ahead:
        return None
    low = [t.text.lower() for t in ahead]
    core = Span(degree.first.start, degree.last.end)
    if not degree.equal and _ONLY & set(low):
        first = max(k for k, word in enumerate(low) if word in _ONLY)
        rank, noun, year = _times(ahead, first + 1, passage, degree) or _exceptions(ahead[first + 1 :], degree)
        span = Span(ahead[first].start, degree.last.end)
        return Comparison(span, core, rank, degree.noun or noun, degree.of, year) if rank else None
    begun = _denied(passage, degree, ahead, low)
    if begun is None:
        return None
    first, noun = begun
    before = (
        since(passage, ahead[first].end - passage.span.start) if low[first + 1 : first + 2] == ["since"] else (0, 0)
    )
    return Comparison(Span(ahead[first].start, degree.last.end), core, 1, degree.noun or noun, degree.of, before[0])


def _window(passage: Passage, i: int) -> tuple[Token, ...]:
    """The words of its clause before a comparative, without what stands between two commas."""
    ahead = passage.tokens[max(0, i - _REACH) : i]
    commas = [t.i for t in ahead if t.text == ","]
    stops = [t.i for t in ahead if t.text in _STOPS and t.text != ","]
    if len(commas) > 1 and not any(commas[0] < stop for stop in stops):
        kept = tuple(t for t in ahead if not commas[0] <= t.i <= commas[-1])
        if {t.text.lower() for t in kept} & (_NONE | _ONLY):
            return tuple(t for t in kept if t.i > max(stops, default=-1))
    stop = max((*stops, *commas), default=-1)
    return tuple(t for t in ahead if t.i > stop)


def _denied(passage: Passage, degree: _Degree, ahead: tuple[Token, ...], low: list[str]) -> tuple[int, str] | None:
    """Where a "no" begins that leaves nothing greater, and the noun that it ranks."""
    denied = next((k for k, word in enumerate(low) if word in _NONE), None)
    if denied is None:
        return None
    near = passage.tokens[max(0, degree.first.i - _SENTENCE) : degree.first.i + _SENTENCE]
    ever = {t.text.lower() for t in near} & _EVER
    if low[denied] == "no" and (_BEFORE & set(low[denied + 1 : denied + 2]) or _than_this(passage, degree)):
        ever.add(low[denied])
    behind = takewhile(lambda t: t.lemma != "since", passage.tokens[degree.last.i + 1 :][:_PHRASE])
    noun = next((t for t in behind if t.pos in ("NOUN", "PROPN")), None)
    while noun is not None and noun.dep == "compound" and noun.head > noun.i:
        noun = passage.tokens[noun.head]
    other = next((t for t in ahead[denied + 1 :] if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None)
    beside = denied == len(low) - 1
    if low[denied] in _NOT:
        # "Not so long a dispute since 1987", "had not seen a longer one since"; "was not larger" ranks nothing.
        ranks = "since" in ever and (degree.equal or (noun is not None and not beside))
        return (denied, noun.lemma if noun else "") if ranks else None
    if low[denied] == "no" and not degree.equal and beside and degree.first.text.lower() in _NOT_RANKING:
        return None  # "no longer"
    if not ever and low[denied] != "nowhere":
        return None  # "no minister was kinder"
    kind = other if degree.equal else noun or other
    if low[denied : denied + 2] == ["no", "other"] and ahead[denied + 1].dep in ("nsubj", "dobj"):
        kind = _described(passage, degree)
    return denied, kind.lemma if kind and kind.lemma != "one" and kind.pos == "NOUN" else ""


def _than_this(passage: Passage, degree: _Degree) -> bool:
    """Whether a thing is set against the one that is spoken of: "larger than this one", "as many tickets as this"."""
    behind = passage.tokens[degree.last.i + 1 : degree.last.i + 1 + _PHRASE]
    return any(
        a.lemma in ("than", "as") and (b.lemma in ("this", "that") or b.pos == "PROPN") for a, b in pairwise(behind)
    )


def _described(passage: Passage, degree: _Degree) -> Token | None:
    """The noun of a clause that describes it: "a trial that no other has equalled in length"."""
    verb = next((t for t in (degree.first, passage.tokens[degree.first.head]) if t.dep == "relcl"), None)
    return passage.tokens[verb.head] if verb is not None else None


def _times(ahead: tuple[Token, ...], first: int, passage: Passage, degree: _Degree) -> tuple[int, str, int] | None:
    """The rank behind what was so once or twice: "has only once imposed a larger fine", "only twice was it higher"."""
    often = _COUNTED.get(ahead[first].text.lower(), 0) if first < len(ahead) and ahead[first].pos == "ADV" else 0
    if not often or degree.last.text.lower() in _NOT_RANKING - {"lower"}:
        return None
    if not any(t.pos in ("VERB", "AUX") for t in ahead):
        return None
    behind = passage.tokens[degree.last.i + 1 :][:_PHRASE]
    noun = next((t for t in (*behind, *ahead) if t.pos == "NOUN"), None)
    return often, noun.lemma if noun is not None else "", 0


def _exceptions(named: tuple[Token, ...], degree: _Degree) -> tuple[int, str, int]:
    """The rank behind those that are named or counted: "only two", "only the A", "only A and B", "only in A"; 0 for
    none."""
    fronted = bool(named) and named[0].lemma in ("in", "at")
    named = named[1:] if fronted else named
    verb = next((k for k, t in enumerate(named) if t.pos in ("VERB", "AUX")), None)
    inside = _PREDICATE | {"NOUN", "ADJ"} if fronted else _PREDICATE
    if not verb or not all(t.pos in inside or t.lemma in _ADVERBS for t in named[verb:]):
        return 0, "", 0
    said = {t.lemma for t in named[verb:]}
    known = fronted or degree.of == MANY or degree.last.lemma in _WELL
    if not known and not said & (_VERBS | _STANDING | _BY_VERB.keys()):
        return 0, "", 0
    named = named[:verb]
    number = next((n for n in numerals(named[0].text) if n.exact), None)
    if _YEAR.fullmatch(named[0].text):
        return 2, "", int(named[0].text)
    under = ("compound", "nmod") if fronted else ("compound", "pobj", "nmod")
    nouns = [t for t in named if t.pos in ("NOUN", "PROPN") and t.dep not in under]
    noun = next((t.lemma for t in nouns if t.pos == "NOUN" and t.lemma != "one"), "")
    year = next((int(t.text) for t in named if _YEAR.fullmatch(t.text)), 0)
    if number and 0 < number.value < 100:
        return int(number.value) + 1, noun, year
    if nouns and named[0].pos in ("DET", "PROPN"):
        return 1 + max(1, sum(t.text.lower() == "and" for t in named) + 1), noun, year
    return 0, "", 0


def _behind(passage: Passage, degree: _Degree) -> Comparison | None:
    """The rank by what stands after the comparison: "lower in one year only, 1995", "higher only once"."""
    if degree.equal or degree.last.lemma in _NOT_RANKING - {"low"}:
        return None
    behind = passage.tokens[degree.last.i + 1 : degree.last.i + 1 + _AFTER]
    stop = next((k for k, t in enumerate(behind) if t.text in _STOPS and t.text != ","), len(behind))
    low = [t.text.lower() for t in behind[:stop]]
    only = next((k for k, word in enumerate(low) if word in _ONLY), None)
    if only is None or "than" in low:
        return None
    near = low[max(0, only - 2) : only + 5]
    if low[only + 1 : only + 2] != ["in"] and not set(near) & _COUNTED.keys():
        return None
    year = next((int(t.text) for t in behind[:stop] if _YEAR.fullmatch(t.text)), 0)
    rank = next((_COUNTED[word] for word in near if word in _COUNTED), 2 if year else 0)
    if not rank:
        return None
    core = Span(degree.first.start, degree.last.end)
    return Comparison(Span(core.start, behind[stop - 1].end), core, rank, "", degree.of, year)


def _beyond(passage: Passage, degree: _Degree) -> Comparison | None:
    """The first rank by what stands behind "than": "larger than any other lake", "than all its rivals", "than ever"."""
    if degree.equal:
        return None
    behind = passage.tokens[degree.last.i + 1 : degree.last.i + 1 + _AFTER]
    than = next((t for t in behind if t.lemma == "than"), None)
    if than is None or any(t.text in _STOPS for t in behind[: than.i - degree.last.i]):
        return None
    after = passage.tokens[than.i + 1 : than.i + 1 + _AFTER]
    low = [t.text.lower() for t in after]
    if low[:1] == ["at"] or low[:1] == ["in"]:
        after, low = after[1:], low[1:]
    if not low or (low[0] not in _ALL and low[0] != "ever"):
        return None
    if low[0] in ("all", "every") and not _RIVALS & set(low[1:4]):
        return None  # "more than all his savings"
    noun = next((t for t in passage.tokens[degree.last.i + 1 : than.i] if t.pos == "NOUN"), None)
    noun = noun or next((t for t in after if t.pos == "NOUN" and t.dep != "compound"), None)
    kind = degree.noun or ("" if noun is None or noun.lemma in _ANY_TIME else noun.lemma)
    core = Span(degree.first.start, degree.last.end)
    rank = 1 + ahead_of_it(passage, after[0].end - passage.span.start) if low[0] in _ALL else 1
    return Comparison(Span(core.start, after[0].end), core, rank, kind, degree.of)


def _counted_greater(passage: Passage, degree: _Degree) -> Comparison | None:
    """The rank behind so many that are greater: "only one longer wreck has been raised", "there are five bigger
    shops", "it has had one guest older than she is"."""
    behind = passage.tokens[degree.last.i + 1 : degree.last.i + 1 + _PHRASE]
    ahead = passage.tokens[max(0, degree.first.i - _PHRASE) : degree.first.i]
    number = next((t for t in reversed(ahead) if t.tag == "CD"), None)
    many = next((n.value for n in numerals(number.text) if n.exact), 0) if number is not None else 0
    if degree.equal or number is None or not 0 < many < _FEW:
        return None
    noun = next((t for t in (*passage.tokens[number.i + 1 : degree.first.i], *behind) if t.pos == "NOUN"), None)
    if noun is None or any(t.pos in ("VERB", "AUX", "ADP") for t in passage.tokens[number.i : noun.i]):
        return None
    only = number.i > 0 and passage.tokens[number.i - 1].text.lower() in _ONLY
    than = next((t.i for t in behind if t.lemma == "than"), 0)
    if than == len(passage.tokens) - 1:
        return None  # cut off: "only one longer wreck than"
    this = than and any(t.pos in ("PRON", "PROPN", "DET") for t in passage.tokens[than + 1 : than + 2])
    verb = passage.tokens[noun.head]
    there = any(passage.tokens[c].dep == "expl" for c in passage.children[verb.i]) and verb.tag in ("VBP", "VBZ")
    if not (only or this or there):
        return None
    core = Span(degree.first.start, degree.last.end)
    return Comparison(Span(number.start, core.end), core, int(many) + 1, noun.lemma, degree.of)


_FEW = 20
"""How many may be greater at the most, for a thing to have a rank."""


_BEFORE = word_set("previous earlier prior preceding past former other")
_PHRASE = 3
"""Words behind a comparative among which its noun stands, or what it is compared with."""
_RIVALS = word_set("other others rival rivals previous earlier predecessors before else competitors")
_ANY_TIME = word_set("time point year month week day season quarter one moment summer winter")

_SINCE = re.compile(r"since\b[^.;:|\n]{0,60}?\b((?:1[5-9]|20)\d\d)\b")
_RECORDS = re.compile(
    r"\b(?:records?|measurements?|recording|counting|foundation|founded|founding|began|begun|beginning|start(?:ed)?|"
    r"open(?:ed|ing)|built|construction|complet(?:ed|ion)|establish(?:ed|ment)|creat(?:ed|ion)|launch(?:ed)?|"
    r"inaugurat(?:ed|ion)|form(?:ed|ation)|introduc(?:ed|tion)|independence|birth|born)\b"
)
"""What is as old as what it ranks: "the wettest since records began in 1901" is the wettest of all, and "the first
since it was opened in 1931" the first."""
_WHEN_BEGUN = re.compile(r",?\s\(?when\b[^.;:|\n]{0,40}")
"""What tells of the year itself: "the first since 1931, when it was opened"."""
_NEAR = 10
"""Words between a rank and the "since" that bounds it."""


def is_from_the_start(words: str) -> bool:
    """Whether what is told of is as old as what is ranked, so that the first since then is the first of all.

    >>> is_from_the_start("independence"), is_from_the_start("the war ended")
    (True, False)
    """
    return _RECORDS.search(words) is not None


def since(passage: Passage, at: int) -> tuple[int, int]:
    """The year before which there was a greater one, and where it ends in the passage's text; 0 for none, and where
    the beginning of all is told by it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It was the worst flood here since the one of 1998.")).passages
    >>> since(passage, len("It was the worst flood"))
    (1998, 49)
    """
    for token in following(passage, at, _NEAR):
        if token.text in _STOPS:
            break
        if token.lemma == "since" and (found := _SINCE.match(passage.text, token.start - passage.span.start)):
            told = _WHEN_BEGUN.match(passage.text, found.end())
            if _RECORDS.search(found[0] + (told[0] if told else "")):
                return 0, found.end()
            return int(found[1]), found.end()
    return 0, at


def order_by(measure: str, counted: str = "") -> str:
    """The adjective that ranks by a measure: "by number of pupils" puts the largest school first.

    >>> order_by("height"), order_by("number", "pupil"), order_by("number", "window")
    ('high', 'large', '')
    """
    if measure == "number":
        return "large" if counted in _OF_MEMBERS else "deadly" if counted in _OF_THE_DEAD else ""
    return ORDERS.get(measure, "")
