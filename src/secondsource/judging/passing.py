"""Days told in passing, as known, by what happened on them: "when the bank failed, on 5 May", "the 5 May vote".

A source that disagrees with itself seldom says twice when something was: the second time it takes it to be known.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.judging.bearers import TIMING, of_a_day, verbs_of
from secondsource.judging.dates import rules_out_earlier
from secondsource.judging.thens import is_of_a_clause
from secondsource.language import Passage, Token
from secondsource.language.assertion import Factuality, Standing, standing
from secondsource.language.clauses import is_predicate, predicate_of
from secondsource.values.date import When
from secondsource.values.dating.attachment import PARTS_OF_TIME
from secondsource.values.mention import Mention

_DEFINITE = frozenset({"the", "this", "that"})
_OF_THE_NOUN = frozenset({"acl", "relcl"})
"""How a verb hangs under the noun that it says more of."""


def told_in_passing(passage: Passage, mention: Mention[When]) -> bool:
    """Whether a date stands in a clause that only tells when something else was, or by a noun, and so is taken to be
    known.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "The port will open once the strike ends on 15 May. The strike ends on 15 May. "
    ...                         "The strike called on 2 May goes on."))
    >>> [told_in_passing(p, m) for p, found in zip(told.passages, mark(told), strict=True) for m in found.date]
    [True, False, True]
    """
    if rules_out_earlier(mention, passage):
        return False  # it is the "not before" that is told
    return any(_tells_when(passage, mention)) or _by_a_noun(passage, mention)


def stands_in_passing(passage: Passage, mention: Mention[When], happening: frozenset[int]) -> Standing | None:
    """How what is told in passing stands: "on Friday, when the dam broke, nobody was there" denies the breach as little
    as a question after who was there puts it in doubt. None where a date is not that of such a clause or that does not
    state anything, and where its other verb is one of the words for what is claimed to have happened.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "On 2 May, when the dam broke, nobody slept. Nobody slept on 2 May."))
    >>> for passage, marks in zip(told.passages, mark(told), strict=True):
    ...     found = stands_in_passing(passage, marks.date[0], frozenset())
    ...     print(found and found.factuality.value)
    asserted
    None
    """
    verb = next(_tells_when(passage, mention), None)
    own = predicate_of(passage, passage.tokens_in(mention.core)[0].i) if verb is not None else None
    if verb is None or (own in happening and own != verb.i):
        return None
    found = standing(passage, verb.i)
    known = found.factuality in (Factuality.ASSERTED, Factuality.QUESTION)
    return Standing(speaker=found.speaker, speaker_span=found.speaker_span) if known else None


def _tells_when(passage: Passage, mention: Mention[When]) -> Iterator[Token]:
    """The verbs of a date whose clauses only tell when something else was."""
    for verb in verbs_of(passage, mention):
        if is_of_a_clause(mention):
            yield verb
            continue
        opened = (passage.tokens[c].lemma.lower() for c in passage.children[verb.i] if c < verb.i)
        if any(word in TIMING for word in opened) or of_a_day(passage, verb.i, mention.core):
            yield verb


def _by_a_noun(passage: Passage, mention: Mention[When]) -> bool:
    """Whether a date says which one a noun means that is spoken of as known: "the deal struck on 12 May", "Friday's
    vote", "the Office, which has until 31 July"."""
    words = passage.tokens_in(mention.core)
    top = next((t for t in words if not passage.tokens[t.head].span.within(mention.core)), None)
    clause = False
    while top is not None and top.head != top.i:
        if top.dep == "poss":
            return True
        head = passage.tokens[top.head]
        if head.pos in ("NOUN", "PROPN") and head.lemma.lower() not in PARTS_OF_TIME:
            # "The guards left on Friday" is a sentence, whatever the parser makes of it.
            return _is_known(passage, head) and not (clause and head.head == head.i)
        if is_predicate(head) and head.dep not in _OF_THE_NOUN:
            return False
        clause |= is_predicate(head)
        top = head
    return False


def _is_known(passage: Passage, noun: Token) -> bool:
    return any(passage.tokens[c].lemma.lower() in _DEFINITE for c in passage.children[noun.i])
