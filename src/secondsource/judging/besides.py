"""Days of something beside what a claim dates, which rule nothing out: of another of its kind, or another deed."""

from __future__ import annotations

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import lemma_of
from secondsource.grammar.number_words import ORDINALS
from secondsource.grammar.wordlist import word_set
from secondsource.judging import dates, phases
from secondsource.judging.bearers import HAPPENS, STARTS, bearers
from secondsource.judging.parties import OF_ANOTHER, STAND_INS, may_stand_for, party
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS
from secondsource.language.clauses import is_passive, predicate_of, subject_of
from secondsource.values.date import When
from secondsource.values.mention import Mention


def is_beside(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[When], aliases: Aliases
) -> bool:
    """Whether another day than the claim's is told of something else: of a second suspect, of the work on a bridge, of
    what a figure is compared with, or of what the claim says was announced.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> opened = Fact("f", "The bridge opened in 2019.")
    >>> told = ("The bridge reopened in 2024.", "Work on the bridge began in 2017.", "The bridge opened in 2018.")
    >>> [judge(opened, Source("a", text)).verdict.value for text in told]
    ['inconclusive', 'inconclusive', 'contradicts']
    """
    if dates.is_only_base(statement, passage, mention) or _is_only_announced(statement, slot, passage, mention):
        return True
    if _of_works(statement, passage, mention):
        return True
    words = passage.tokens_in(mention.core)
    verb = predicate_of(passage, words[0].i) if words and not mention.value.adnominal else None
    if verb is None:
        return False
    return (
        _only_tells(statement, passage, mention, verb)
        or _is_again(statement, passage, verb)
        or is_of_another_one(statement, index, passage, verb, aliases)
        or _of_another_subject(statement, index, passage, verb, aliases)
    )


def _is_only_announced(statement: Statement, slot: Slot, passage: Passage, mention: Mention[When]) -> bool:
    """Whether a claim is of the day on which something was made known, and a time that of the very thing: "fares rise
    on 1 July". On one and the same day it may be both."""
    ours = bearers(statement.passage, slot.mention.core, slot.mention.value.adnominal)
    theirs = bearers(passage, mention.core, mention.value.adnominal)
    deeds = {lemma_of(statement.passage.tokens[i]) for mine in ours for i in mine.named}
    verbs = [passage.tokens[i].lemma for other in theirs for i in other.named if passage.tokens[i].pos == "VERB"]
    if deeds.isdisjoint(phases.FIRST_SAID) or any(v in phases.FIRST_SAID | HAPPENS or VERBS.get(v) for v in verbs):
        return False
    return any(lexicon.kinship(verb, word) >= dates.AKIN for verb in verbs for word in deeds)


_TELLING = word_set("announce confirm report reveal disclose publicise publicize")
"""Verbs of making known what has come to pass."""


def _only_tells(statement: Statement, passage: Passage, mention: Mention[When], verb: int) -> bool:
    """ "Her death was announced on 5 June" where the claim says when she died."""
    root = statement.passage.tokens[statement.root]
    if passage.tokens[verb].lemma not in _TELLING or root.lemma in _TELLING or dates.is_for(passage, mention):
        return False
    told = subject_of(passage, verb) if is_passive(passage, verb) else None
    return told is not None and lexicon.kinship(lemma_of(passage.tokens[told]), lemma_of(root)) >= dates.AKIN


def _is_again(statement: Statement, passage: Passage, verb: int) -> bool:
    """ "The bridge reopened" where the claim says when it opened."""
    ours, theirs = statement.passage.tokens[statement.root].lemma, passage.tokens[verb].lemma
    return theirs in (f"re{ours}", f"re-{ours}")


_BEGUN = word_set("begin start commence")
_STRUCTURES = frozenset({"structure", "way", "building", "facility", "line"})
_WORK = word_set("work construction building")


def _of_works(statement: Statement, passage: Passage, mention: Mention[When]) -> bool:
    """ "Work on the bridge began", "the bridge was begun" where the claim says when it opened."""
    root = statement.passage.tokens[statement.root].lemma
    if root not in STARTS - _BEGUN:
        return False
    told = bearers(passage, mention.core, mention.value.adnominal)
    named = {lemma_of(passage.tokens[i]) for b in told for i in b.named}
    if named.isdisjoint(_BEGUN):
        return False
    ours = subject_of(statement.passage, statement.root)
    built = ours is not None and bool(_STRUCTURES & lexicon.hypernyms(statement.passage.tokens[ours].lemma, 4))
    return built or bool(named & _WORK)


_ANOTHER = OF_ANOTHER | word_set("further separate later earlier")


def is_of_another_one(statement: Statement, index: SourceIndex, passage: Passage, verb: int, aliases: Aliases) -> bool:
    """Whether a verb is said of another one than the claim's: "a second suspect was arrested", "a stronger earthquake
    struck", "earlier talks were held".

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("The talks were held in Osa.")
    >>> told = read(Source("a", "Earlier talks were held in Lund. The talks were long."))
    >>> index, (earlier, long) = SourceIndex(told), told.passages
    >>> is_of_another_one(claim, index, earlier, 3, {}), is_of_another_one(claim, index, long, 2, {})
    (True, False)
    """
    ours, theirs = subject_of(statement.passage, statement.root), subject_of(passage, verb)
    if ours is None or theirs is None:
        return False
    mine = [t for t in statement.terms if t.i == ours]
    if theirs not in index.words_in(mine, passage, aliases):
        return False
    own = {t.text.lower() for t in statement.passage.tokens}
    below = (passage.tokens[c] for c in passage.children[theirs])
    return any(_tells_another(t) and t.text.lower() not in own for t in below)


def _tells_another(token: Token) -> bool:
    word = token.text.lower()
    if token.dep not in ("amod", "det", "nummod"):
        return False
    return word in _ANOTHER or token.tag == "JJR" or ORDINALS.get(word, 1) > 1


def _of_another_subject(
    statement: Statement, index: SourceIndex, passage: Passage, verb: int, aliases: Aliases
) -> bool:
    """ "Talks to end the strike began" for the strike, "an aftershock struck" for the earthquake: another subject by
    the claim's own verb."""
    claim = statement.passage
    ours, theirs = subject_of(claim, statement.root), subject_of(passage, verb)
    if ours is None or theirs is None or is_passive(claim, statement.root) != is_passive(passage, verb):
        return False
    if passage.tokens[verb].lemma != claim.tokens[statement.root].lemma:
        return False
    mine, other = claim.tokens[ours], passage.tokens[theirs]
    if mine.pos not in ("NOUN", "PROPN") or other.pos != "NOUN" or STAND_INS & {mine.lemma.lower(), other.lemma}:
        return False
    met = index.words_in([t for t in statement.terms if t.subject], passage, aliases)
    if not met.isdisjoint(party(passage, (theirs,))):
        return False
    if mine.pos == "NOUN" and not met:
        return False
    if mine.pos == "PROPN":
        first = any(passage.tokens[c].lemma.lower() == "a" for c in passage.children[theirs])
        return first and not may_stand_for(mine.lemma.lower(), other.lemma)
    people = lexicon.person_noun(mine.lemma) and lexicon.person_noun(other.lemma)
    return not people and not may_stand_for(mine.lemma, other.lemma)
