"""What a passage puts at a place: the claim's own thing, or something else that happens to be there.

The examples below are of the first place that a text gives beside the claim's.

>>> from secondsource.aligning.statement import statements
>>> from secondsource.facts import Fact
>>> from secondsource.judging.candidates import Candidates
>>> from secondsource.language import read
>>> from secondsource.sources import Source
>>> from secondsource.values.marking import mark
>>> def beside(claim, text):
...     [statement], told = statements(claim), read(Source("a", text))
...     index = SourceIndex(told)
...     return statement, index, Candidates(Fact("f", claim), statement, statement.tested[0], index, mark(told)).all[0]
"""

from __future__ import annotations

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT
from secondsource.grammar.possibilities import Relation
from secondsource.judging import fields
from secondsource.judging.pairing import Pairing
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS
from secondsource.language.clauses import predicate_of, subject_of
from secondsource.sources import Kind
from secondsource.values import place
from secondsource.values.whereabouts import BASED, KEPT, SAYING_WHERE, SITUATED

HAPPENS = frozenset({"happen", "occur", "take"})
"""Verbs that say of an event that it was: where it takes place is where it is."""

ALIKE = 0.6
"""How near a word must come to the claim's for the same to be said of a place."""


def put_there(statement: Statement, index: SourceIndex, main: Pairing) -> bool:
    """Whether it is the claim's own thing that a passage puts at a place, or something that it does there.

    >>> put_there(*beside("The mill is in Osa.", "The mill burned in Lund."))
    True
    >>> put_there(*beside("The mill is in Osa.", "The choir sang in Lund."))
    False
    """
    if same_thing_there(main, statement):
        return True
    if main.relation is Relation.EXCLUDES and main.slot.mention.value.governor in BASED | KEPT:
        return _is_done_there(statement, index, main)
    return others.located(statement, main.slot, index, main.passage, main.start, main.aliases)


def _is_done_there(statement: Statement, index: SourceIndex, main: Pairing) -> bool:
    """Whether the claim's own verb is what a passage says at a place: stored there, and not only seen."""
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    ours = (t for t in statement.terms if t.lemma == main.slot.mention.value.governor)
    return verb is not None and verb in index.words_in(ours, main.passage, main.aliases, ALIKE)


def same_thing_there(main: Pairing, statement: Statement) -> bool:
    """Whether a place is said of the very word that the claim's is said of: its farm, being treated.

    >>> statement, _, main = beside("The mill is in Osa.", "The mill stands in Lund.")
    >>> same_thing_there(main, statement)
    True
    """
    theirs, ours = _verb_there(main.passage, main.start, main.mention.value), main.slot.mention.value.governor
    if main.mention.rule == place.HOST and main.slot.mention.rule != place.HOST:
        ours = _thing_there(statement.passage, main.slot.tokens)  # "they picked Osa for the new mill"
    if any({theirs, ours} <= verbs for verbs in (SITUATED, *SAYING_WHERE)):
        theirs, ours = _thing_there(main.passage, main.start), _thing_there(statement.passage, main.slot.tokens)
    return bool(theirs and ours) and ours not in LIGHT and lexicon.kinship(theirs, ours) >= lexicon.SYNONYM


def _verb_there(passage: Passage, start: tuple[int, ...], said: place.Place) -> str:
    """What a place is said of: what is kept in a cellar at Osa is kept there."""
    verb = predicate_of(passage, start[0]) if start and place.is_site(said.governor) else None
    lemma = "" if verb is None else passage.tokens[verb].lemma
    return lemma if lemma in SITUATED.union(*SAYING_WHERE) else said.governor


def _thing_there(passage: Passage, start: tuple[int, ...]) -> str:
    """The noun of which a clause says where it is."""
    verb = predicate_of(passage, start[0]) if start else None
    subject = None if verb is None else subject_of(passage, verb)
    return "" if subject is None or passage.tokens[subject].pos != "NOUN" else passage.tokens[subject].lemma


def of_something_else(statement: Statement, index: SourceIndex, main: Pairing) -> bool:
    """Whether a place is said of a word that the claim has not: "delegates from Osa", "he studied in Osa".

    >>> of_something_else(*beside("The mill is in Osa.", "The mill burned in Lund."))
    True
    >>> of_something_else(*beside("The mill is in Osa.", "The mill stands in Lund."))
    False
    """
    if not main.start or main.passage.kind in (Kind.ROW, Kind.ITEM):
        return False
    met = index.words_in(statement.terms, main.passage, main.aliases, ALIKE)
    said_of = _placed(main.passage, main.start, met)
    if said_of is None or said_of.pos == "PRON" or said_of.lemma in LIGHT or VERBS.get(said_of.lemma):
        return False
    return said_of.i not in met and not same_thing_there(main, statement)


def only_acts_there(statement: Statement, index: SourceIndex, main: Pairing) -> bool:
    """Whether a passage tells what was done at a place, where the claim says what stands there: "cut jobs in Osa".

    >>> only_acts_there(*beside("The mill is in Osa.", "The mill burned in Lund."))
    True
    >>> only_acts_there(*beside("The fair is in Osa.", "The fair takes place in Lund."))
    False
    """
    met = index.words_in(statement.terms, main.passage, main.aliases, ALIKE)
    said_of = _placed(main.passage, main.start, met) if main.start else None
    if said_of is None or said_of.pos != "VERB" or main.slot.mention.value.governor not in SITUATED | {"base"}:
        return False
    below = (main.passage.tokens[c].dep for c in main.passage.children[said_of.i])
    if said_of.lemma in HAPPENS | BASED or "nsubjpass" in below:
        return False  # where the summit is held, or takes place, is where it is
    return of_something_else(statement, index, main)


def tied_otherwise(statement: Statement, main: Pairing) -> bool:
    """Whether a passage ties somebody to a place in another way: "lives in Osa" where the claim has him born there."""
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    if verb is None:
        return False
    ours = predicate_of(statement.passage, main.slot.tokens[0]) if main.slot.tokens else statement.root
    told = (statement.passage.tokens[statement.root if ours is None else ours], main.passage.tokens[verb])
    governors = (main.slot.mention.value.governor, main.mention.value.governor)
    return fields.OF_KIND["place"].apart(*([t.lemma, over] for t, over in zip(told, governors, strict=True)))


def of_somebody(main: Pairing) -> bool:
    """Whether a place only says who somebody is: "delegates from Osa", "the mayor of Osa".

    >>> _, _, main = beside("The mill is in Osa.", "The mayor of Osa left.")
    >>> of_somebody(main)
    True
    """
    said_of = _placed(main.passage, main.start) if main.start else None
    return said_of is not None and said_of.pos == "NOUN" and lexicon.person_noun(said_of.lemma)


def _placed(passage: Passage, start: tuple[int, ...], met: frozenset[int] = frozenset()) -> Token | None:
    """The word that a place is said of, beyond the places that it is part of: what was found in a canal in Osa.

    A place that the claim speaks of is among the words ``met``; "the winner, a baker from Osa" is the winner.
    """
    for i in passage.ancestors(start[0]):
        token = passage.tokens[i]
        if token.dep == "appos" and i not in met and not place.is_site(token.lemma):
            continue
        if token.pos in ("VERB", "AUX"):
            subject = subject_of(passage, i) if token.lemma in SITUATED else None
            return token if subject is None else passage.tokens[subject]
        if token.pos in ("NOUN", "PROPN") and i in met:
            return token
        if token.pos == "NOUN" and not place.is_site(token.lemma):
            return token
    return None
