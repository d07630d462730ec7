"""Whether somebody or something is said to be in, or out of, what others are in: "joined", "was left out", "abstained".

Words by themselves, whatever the group is; which group a sentence speaks of is asked where claims are judged.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from secondsource.grammar.wordlist import word_set
from secondsource.language.assertion import OPEN, Factuality, standing
from secondsource.language.tokens import Passage, Token, of_passage


class Side(Enum):
    """In or out of a group."""

    IN = "in"
    OUT = "out"

    def turned(self) -> Side:
        """The other side."""
        return Side.OUT if self is Side.IN else Side.IN


class Said(NamedTuple):
    """What is said of one word: the side, the token that says it, and whether it is stated as a fact."""

    side: Side
    cue: int
    asserted: bool
    group: bool
    """Whether the words speak of a group as such ("is among", "was left out"), and not of a deed ("abstained")."""


_AWAY = word_set("out off away aside apart aloof home behind outside back absent silent")

_DOES_OUT = word_set(
    """
    abstain boycott skip shun escape lack secede quit defect withdraw dissent demur evade elude forgo flunk
    """
)
"""What puts the one who does it out."""

_DOES_OUT_AWAY = word_set(
    "stay remain keep stand sit opt pull drop back bow step walk stop fall lie sleep hold go turn"
)
"""The same with "out", "away", "aside"."""

_DOES_IN = word_set(
    """
    join belong participate feature figure appear enter partake rank qualify enrol enroll enlist affiliate accede attend
    """
)
_GROUPING = word_set(
    """
    belong feature figure include cover list comprise contain encompass embrace count number incorporate exclude omit
    exempt spare except leave delist
    """
)
_WITH_PART = word_set("take play form make")
"""Whose "part" puts the one who does it in: "took part", "formed part of"."""

_PUT_OUT = word_set(
    """
    exclude omit exempt spare bar ban disqualify overlook bypass eliminate delete scrap rule drop strike cross cut axe
    reject refuse deny shut lock freeze leave throw kick vote knock weed screen remove delist expel eject discard
    reprieve except forget snub exonerate absolve acquit vindicate
    """
)
"""What puts out the one to whom it is done; of some only with "out", "off" or "from"."""

_PUT_OUT_AWAY = word_set(
    "leave rule strike cross cut shut lock freeze throw kick vote knock weed screen take drop keep let deny"
)
_LEFT_OUT = word_set("drop cut axe")
"""The same in the passive with no word beside it: "was dropped"."""
_PUT_IN = word_set(
    """
    include cover list add count admit enrol enroll enlist incorporate embrace feature contain comprise encompass affect
    involve subsume register inscribe accept induct invite
    """
)
_HAS_IN = word_set("include cover list contain comprise feature encompass embrace number count add incorporate admit")
"""Whose object is in."""

_IS_OUT = word_set(
    "exempt absent excluded exempted excepted outside ineligible immune unaffected missing barred untouched unscathed"
)
_IS_IN = word_set("included present eligible subject liable aboard covered affected")
_IS_AMONG = word_set("among amongst in on within inside aboard")
_IS_BEYOND = word_set("outside beyond off")
_ONE_OF = word_set("one part member signatory participant party partner beneficiary founder component")
_GROUPS = word_set(
    "list register roll roster programme program squad team line-up lineup scheme group shortlist roll-call agenda menu"
)
_PARTICLES = frozenset({"prt", "advmod", "prep", "acomp", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE = frozenset({"compound", "nmod", "appos", "conj", "amod", "nummod"})
REFUSING = word_set("refuse decline fail neglect omit")
"""Verbs for not doing what one might have done."""

_CARRIES_ON = word_set("be remain stay become keep seem stand fall sit lie come")


@of_passage
def side(passage: Passage, i: int) -> Said | None:
    """What a passage says of the word at an index, by words that say so of any group; None where it does not.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text, word):
    ...     [passage] = read(Source("a", text)).passages
    ...     said = side(passage, next(t.i for t in passage.tokens if t.text == word))
    ...     return said and said.side.value
    >>> say("Nepal abstained.", "Nepal"), say("Nepal was left out of it.", "Nepal")
    ('out', 'out')
    >>> say("The list includes Nepal.", "Nepal")
    'in'
    >>> say("Nepal is not among them.", "Nepal"), say("Nepal has a new king.", "Nepal")
    ('out', None)
    """
    top = _top(passage, i)
    token = passage.tokens[top]
    head = passage.tokens[token.head]
    if token.dep == "pobj" and head.lemma in _TOWARDS and (spared := _of_nothing(passage, head)) is not None:
        return spared
    if head.i == top or head.pos not in {"VERB", "AUX", "ADJ"}:
        return None
    if token.dep in _SUBJECTS or (token.dep == "attr" and head.lemma == "be"):
        found = _of_subject(passage, head, token.dep == "nsubjpass", top)
    elif token.dep in {"dobj", "obj"}:
        found = _of_object(passage, head)
    else:
        return None
    return None if found is None else _stated(passage, found, head)


def _top(passage: Passage, i: int) -> int:
    """The head of the phrase that a word stands in: the first of those that are joined, the noun that a name describes.

    "The minister, Ana Sousa" is the minister, "Lorne's crews" are not Lorne.
    """
    for _ in passage.tokens:
        token = passage.tokens[i]
        head = passage.tokens[token.head]
        if token.dep in _INSIDE and head.pos in {"NOUN", "PROPN", "ADJ"}:
            i = head.i
        elif token.dep == "pobj" and (_gives_example(passage, head) or _stands_for(passage, head)):
            i = head.head
        else:
            break
    return i


def _stands_for(passage: Passage, preposition: Token) -> bool:
    """Whether a pronoun stands for the things of a place: "the ones in Lund were spared"."""
    return preposition.dep == "prep" and passage.tokens[preposition.head].lemma in {"one", "those", "that"}


def _gives_example(passage: Passage, preposition: Token) -> bool:
    """Whether a noun only exemplifies the one before: "products such as rice", "states including Nepal"."""
    such = preposition.lemma == "as" and any(t.lemma == "such" for t in _below(passage, preposition.i))
    return such or preposition.lemma in {"including", "include"}


def _stated(passage: Passage, found: tuple[Side, int], verb: Token) -> Said:
    factuality = standing(passage, verb.i).factuality
    turned = factuality is Factuality.NEGATED
    group = passage.tokens[found[1]].pos not in {"VERB", "AUX"} or verb.lemma in _GROUPING
    return Said(found[0].turned() if turned else found[0], found[1], factuality not in OPEN, group)


_TOWARDS = word_set("against on upon")
_CHARGES = word_set(
    "finding charge case evidence blame claim complaint action allegation accusation fault proof criticism sanction "
    "penalty fine proceeding reproach responsibility levy tax toll fee duty surcharge ban limit"
)


def _of_nothing(passage: Passage, preposition: Token) -> Said | None:
    """ "makes no finding against the office", "no blame falls on the crew": what others have, and these do not."""
    chain = [passage.tokens[preposition.head], *_below(passage, preposition.head)]
    nouns = [t for t in chain if t.lemma in _CHARGES and any(c.lemma == "no" for c in _below(passage, t.i))]
    if not nouns:
        return None
    factuality = standing(passage, nouns[0].i).factuality
    return Said(Side.OUT, nouns[0].i, factuality not in OPEN, False)


def _below(passage: Passage, i: int) -> list[Token]:
    return [passage.tokens[c] for c in passage.children[i]]


def _away(passage: Passage, verb: int) -> bool:
    """Whether "out", "away", "aside" goes with a verb."""
    return any(t.text.lower() in _AWAY and t.dep in _PARTICLES for t in _below(passage, verb))


def _of_subject(passage: Passage, verb: Token, passive: bool, subject: int) -> tuple[Side, int] | None:
    below = _below(passage, verb.i)
    if passive:
        # What "drops" may only sink; who "was dropped" is out.
        return (Side.OUT, verb.i) if verb.lemma in _LEFT_OUT else _of_object(passage, verb)
    if verb.lemma in REFUSING and any(t.dep in {"xcomp", "dobj"} for t in below):
        return Side.OUT, verb.i
    if verb.lemma in _DOES_OUT or (verb.lemma in _DOES_OUT_AWAY and _away(passage, verb.i)):
        return Side.OUT, verb.i
    if verb.lemma in _DOES_IN:
        return Side.IN, verb.i
    if verb.lemma in _WITH_PART and any(t.dep in {"dobj", "attr"} and t.lemma == "part" for t in below):
        return Side.IN, verb.i
    return _of_copula(passage, verb, subject) if verb.lemma in _CARRIES_ON else None


def _of_copula(passage: Passage, verb: Token, subject: int) -> tuple[Side, int] | None:
    """ "is among them", "is one of the six", "is exempt", "remains outside"."""
    for token in _below(passage, verb.i):
        if token.i == subject:
            among = next((t for t in _below(passage, subject) if t.lemma in {"among", "amongst"}), None)
            if among is not None and token.dep == "attr":
                return Side.IN, among.i  # "there were mortars among them"
            continue
        low = token.text.lower()
        if low in _IS_OUT or (token.dep == "prep" and low in _IS_BEYOND):
            return Side.OUT, token.i
        if low in _IS_IN and token.dep in {"acomp", "advmod", "prep"}:
            return Side.IN, token.i
        if token.dep == "prep" and low in {"among", "amongst"}:
            return Side.IN, token.i
        under = {t.lemma for t in _below(passage, token.i)}
        if (token.dep == "prep" and low in _IS_AMONG and under & _GROUPS) or (
            token.dep == "attr" and token.lemma in _ONE_OF and under & {"of", "to"}
        ):
            return Side.IN, token.i
    return None


def _of_object(passage: Passage, verb: Token) -> tuple[Side, int] | None:
    away = _away(passage, verb.i)
    if verb.lemma in _PUT_OUT_AWAY:
        away |= any(t.dep == "prep" and t.lemma in {"from", "off"} for t in _below(passage, verb.i))
        return (Side.OUT, verb.i) if away else None
    if verb.lemma in _PUT_OUT:
        return Side.OUT, verb.i
    return (Side.IN, verb.i) if verb.lemma in _PUT_IN | _HAS_IN else None
