"""Ranks of a source beside a claim's: of what, in what order, and whose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Slot, Statement, subject_said
from secondsource.aligning.terms import LIGHT, fold, lemma_of
from secondsource.grammar.possibilities import Relation
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import predicate_of, subtree
from secondsource.sources import Kind
from secondsource.values import ordinal, turns
from secondsource.values.mention import Mention
from secondsource.values.rank_words import ANYTHING, PEOPLE

if TYPE_CHECKING:
    from secondsource.judging.pairing import Pairing


def measure(statement: Statement, passage: Passage, ours: Any, theirs: Any, mention: Mention[Any]) -> float:
    """Whether the same kind of thing is ranked, and by the same order."""
    holder = ordinal.holder(passage, mention)
    if mention.rule == "instance" and turns.is_owned(passage, mention.span, theirs.noun):
        theirs, holder = replace(theirs, of=ordinal.TURN), None  # "its third tour": whose, its owner says
    # "It is the first time that Osa has paid": whose turn it is stands anywhere in such a claim.
    names = (t for t in statement.terms if t.name and ours.of == ordinal.TURN)
    own = holder is not None and any(lemma_of(holder) == t.lemma for t in (*statement.core, *names))
    pronoun = holder is not None and holder.text.lower() in ("he", "she")
    if (theirs.of == ordinal.TURN) is not (ours.of == ordinal.TURN):
        return -1.0
    if theirs.of == ordinal.TURN and holder is not None and holder.pos == "PROPN" and not own:
        return -1.0  # which one somebody else is says nothing
    if theirs.of == ordinal.TURN and not theirs.noun:
        return 0.8 if own or pronoun else 0.5
    if theirs.of == ordinal.TURN and not _one_kind(ours.noun, theirs.noun):
        return -1.0
    if theirs.of == ordinal.TURN and not _same_row(statement, passage, ours, mention):
        return OTHER_DEED
    if ordinal.is_place(theirs):
        return 0.8 if own or pronoun else 0.7 if mention.rule == "compared" else 0.5
    if not ours.of and _said_by(statement, theirs.of) and _of_the_kind(statement, theirs.noun):
        return 0.7  # who ranks third among the suppliers is the third-largest of them
    spoken = (t.lemma for t in statement.core)
    if not (ours.of and theirs.of and ordinal.same_order(ours.of, theirs.of, ours.noun, theirs.noun, *spoken)):
        return 0.5
    if own or pronoun:
        return 0.8
    if ours.since == theirs.since != 0:
        return 0.9  # few are the greatest since the same year
    if not ours.noun or not theirs.noun or ANYTHING & {ours.noun, theirs.noun}:
        # "Only two are busier": what is ranked is left out.
        return 0.8 if holder is not None and holder.tag == "PRP" else 0.7
    near = lexicon.kinship(fold(ours.noun), fold(theirs.noun))
    if theirs.rank == ours.rank > 1 and theirs.since == ours.since:
        near = max(near, 0.7)  # few things are second by the same: a haul that is, and a seizure
    if mention.rule == "compared" and holder is None:
        return max(near, 0.7)  # "Only one raid has ever yielded more": than what is spoken of
    return max(near, 0.7 * (lexicon.person_noun(ours.noun) and lexicon.person_noun(theirs.noun)))


OTHER_DEED = 0.5
"""How sure it is that the same is numbered where a text says in other words what was done for the first time."""


def _same_row(statement: Statement, passage: Passage, ours: Any, mention: Mention[Any]) -> bool:
    """Whether what is numbered is of the claim's row, where one of them says only what was done so often.

    Where a claim says what was never done before, whatever is the first of its kind may be named by it.
    """
    noun = mention.value.noun
    unnamed = ours.noun == "time" and any(slot.mention.rule in turns.UNNAMED for slot in statement.tested)
    if unnamed and noun not in ANYTHING and not _of_the_kind(statement, noun):
        return False
    told = unnamed or noun == "time" or mention.rule in turns.UNNAMED
    return not told or _same_deed(statement, passage, mention)


def _same_deed(statement: Statement, passage: Passage, mention: Mention[Any]) -> bool:
    """Whether what was done for the so-manieth time is what the claim says was done, by its verb or its noun."""
    at = next(iter(passage.tokens_in(mention.core)), None)
    verb = None if at is None else predicate_of(passage, at.i)
    if at is None or verb is None:
        return True
    theirs = {t.lemma for t in (passage.tokens[verb], *(passage.tokens[c] for c in passage.children[verb]))}
    if mention.value.noun == "time":
        # "It is the third time that the quay has been shut."
        told = (i for i in passage.children[verb] if passage.tokens[i].dep in ("ccomp", "relcl", "acl", "advcl"))
        theirs |= {passage.tokens[i].lemma for clause in told for i in (clause, *passage.children[clause])}
    ours = {t.lemma for t in statement.terms if not t.name} | {statement.passage.tokens[statement.root].lemma}
    return any(lexicon.kinship(a, b) >= lexicon.DERIVED for a in theirs - LIGHT for b in ours - LIGHT)


def _one_kind(ours: str, theirs: str) -> bool:
    """Whether two turns may be of one row: of accords, or of whatever was done so many times."""
    people = lexicon.person_noun(ours) and lexicon.person_noun(theirs)
    if not ours or (ANYTHING - PEOPLE) & {ours, theirs} or (PEOPLE & {ours, theirs} and people):
        return True
    return people or lexicon.kinship(fold(ours), fold(theirs)) >= lexicon.SYNONYM


def _of_the_kind(statement: Statement, noun: str) -> bool:
    """Whether a claim of a bare place speaks of such things: "ranks second among the cities"."""
    return bool(noun) and any(lexicon.kinship(fold(noun), t.lemma) >= lexicon.DERIVED for t in statement.terms)


def _said_by(statement: Statement, of: str) -> bool:
    """Whether a claim of a bare place ranks by this: by size, or by what it names ("second by number of deaths")."""
    return of in ordinal.BY_SIZE or any(lexicon.kinship(of, t.lemma) >= lexicon.DERIVED for t in statement.terms)


def relate(theirs: Any, ours: Any, spoken: Iterable[str] = ()) -> Relation:
    """Ranks of one order; whether the same is ranked is asked of the measure. ``spoken`` are what a claim speaks of."""
    if ordinal.is_place(theirs) or ordinal.same_order(ours.of, theirs.of, ours.noun, theirs.noun, *spoken):
        theirs = replace(theirs, of=ours.of, noun="")
    theirs = replace(theirs, of=theirs.of if ours.of else "", noun=theirs.noun and ours.noun)
    found: Relation = ordinal.relate(theirs, ours)
    return found


def relate_owned(slot: Slot, passage: Passage, mention: Mention[Any]) -> Relation | None:
    """How what somebody does for the so-manieth time ("left for its second tour") relates to a claim of which it was;
    None where a rank only tells which one is meant ("the second barn")."""
    ours, theirs = slot.mention.value, mention.value
    if ours.of != ordinal.TURN or theirs.rank < 1 or not turns.is_owned(passage, mention.span, theirs.noun):
        return None
    return relate(replace(theirs, of=ordinal.TURN), ours)


def held_by_another(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[Any], aliases: Aliases
) -> bool:
    """Whether a passage gives a rank to somebody else: "Osa is the largest port, ahead of Lund".

    Where it does not name the claim's own beside, what is ranked must be the claim's by its very noun.
    """
    theirs, ours = mention.value, slot.mention.value
    if not theirs.of or theirs.of == ordinal.TURN or mention.rule == "compared":
        return False
    told, has = _told_of(statement, slot), ordinal.holder(passage, mention)
    if _other_thing(slot, told, has) and relate(theirs, ours) is Relation.EXCLUDES:
        return True
    own, holder = _whose(statement.passage, told), _whose(passage, has)
    if own is None and told is not None and _may_be_name(statement.passage, told):
        own = told
    said = tuple(t for t in statement.terms if own is not None and t.i == own.i)
    if not said or holder is None:
        return False
    met = index.words_in(said, passage, aliases)
    if met:
        return not met & subtree(passage, holder.i)
    kind = bool(ours.noun and theirs.noun) and lexicon.kinship(fold(ours.noun), fold(theirs.noun)) >= lexicon.SYNONYM
    return kind and passage.kind is Kind.PROSE and not any(holder.text.lower() == t.lemma for t in statement.terms)


def _other_thing(slot: Slot, told: Token | None, holder: Token | None) -> bool:
    """Whether a rank is of another thing than the claim's by their nouns: a chapel's beside a mill's."""
    if told is None or holder is None or not told.pos == holder.pos == "NOUN" or holder.dep != "nsubj":
        return False
    ranked = slot.mention.value.noun, told.lemma
    return all(lexicon.kinship(lemma_of(holder), fold(noun)) < OTHER_DEED for noun in ranked if noun)


def _told_of(statement: Statement, slot: Slot) -> Token | None:
    """Whom or what a claim ranks: Ghana in "Ghana is the largest" and in "the largest contingent was Ghana's"."""
    passage, root = statement.passage, statement.root
    subject = subject_said(passage, root)
    if subject is not None and not set(slot.tokens) & subtree(passage, subject):
        return passage.tokens[subject]
    below = (passage.tokens[c] for c in passage.children[root])
    return next((t for t in below if t.dep in ("attr", "poss", "oprd")), None)


def _whose(passage: Passage, holder: Token | None) -> Token | None:
    """The name of who has a rank, or whose thing has it: "Ghana's contingent"."""
    if holder is None or _is_name(passage, holder):
        return holder
    owners = (passage.tokens[c] for c in passage.children[holder.i])
    return next((t for t in owners if t.dep == "poss" and t.pos == "PROPN"), None)


def _is_name(passage: Passage, token: Token) -> bool:
    """Whether a word is a name, or looks like one that the parser did not know: "Marsk is the largest port"."""
    unknown = not lexicon.known(token.lemma) or token.dep == "csubj"
    return token.pos == "PROPN" or (_may_be_name(passage, token) and unknown)


def _may_be_name(passage: Passage, token: Token) -> bool:
    """Whether a noun, or a verb for the parser, stands like a name: "Welling is the largest port", as "Wheat is"."""
    alone = token.tag == "NN" or token.dep == "csubj"
    return alone and token.text[:1].isupper() and not passage.children[token.i]


def given_to_another(pairing: Pairing) -> bool:
    """Whether a rank rules out a claim's only since somebody else has it, whose name says nothing else then."""
    if pairing.slot.kind != "ordinal" or pairing.relation is not Relation.EXCLUDES:
        return False
    return relate(pairing.mention.value, pairing.slot.mention.value) is Relation.ENTAILS


def predicating(passage: Passage, rank: int) -> int:
    """The verb that says of something that it has a rank, which may deny it: "was not the first time that they met".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It was not the first time that they met.")).passages
    >>> passage.tokens[predicating(passage, 4)].text
    'was'
    """
    token = passage.tokens[rank]
    noun = passage.tokens[token.head] if token.dep == "amod" else token
    return noun.head if noun.dep == "attr" else rank
