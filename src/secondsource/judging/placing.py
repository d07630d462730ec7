"""Two places as values: one in the other, or apart, by what the whole text tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import TELLING, Aliases
from secondsource.aligning.statement import SUBJECTS, Slot, Statement
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.proper import Name, spot
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import clause
from secondsource.sources import Span
from secondsource.values import place
from secondsource.values.mention import Mention
from secondsource.values.place import Place

OF_A_LAND = word_set(
    """
    government president parliament premier army navy king queen constitution currency economy border borders coast
    cabinet monarch senate capital legislature province provinces ministry minister customs
    """
)
"""What a country has, or a province, and no town: "Tamoa's president", "the coast of Tamoa"."""

PARTS = word_set("northern southern eastern western")
DIRECTED = word_set("north south east west")
"""What a land has on all its sides: "northern Tamoa", "the north of Tamoa"."""


def relate_places(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[Place], aliases: Aliases
) -> Relation | None:
    """How where a passage puts something relates to where a claim puts it; None where the two do not meet.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("The storm came ashore at Osa.")
    >>> told = read(Source("a", "The storm came ashore in Tamoa. The coast of Tamoa is flat."))
    >>> [found] = place.find(told.passages[0])
    >>> relate_places(claim, claim.tested[0], SourceIndex(told), told.passages[0], found, {})
    <Relation.COMPATIBLE: 'compatible'>
    """
    if _turned_round(statement, slot, mention):
        return Relation.EXCLUDES
    if mention.rule == place.WHERE and not _is_spoken_of(statement, index, passage, mention, aliases):
        return None
    theirs, ours = mention.value, slot.mention.value
    found = place.relate(theirs, ours)
    if mention.rule == place.NAMED and (found is not Relation.ENTAILS or _is_of_a_reason(statement, passage, mention)):
        return None
    if found is Relation.EXCLUDES and is_land(theirs.name.words, index) is not is_land(ours.name.words, index):
        return Relation.COMPATIBLE  # a town may lie in it
    return found


def _is_of_a_reason(statement: Statement, passage: Passage, mention: Mention[Place]) -> bool:
    """Whether a place only has a part in what a clause beside the deed tells: "in Osa, because Lund had no room"."""
    named = passage.tokens_in(mention.core)[-1]
    verb = passage.tokens[named.head]
    return (
        named.dep in SUBJECTS
        and verb.dep == "advcl"
        and lexicon.kinship(verb.lemma, statement.passage.tokens[statement.root].lemma) < lexicon.DERIVED
    )


def _is_spoken_of(
    statement: Statement, index: SourceIndex, passage: Passage, mention: Mention[Place], aliases: Aliases
) -> bool:
    """Whether a clause that says what is at a place has a telling word of the claim: "where the paper was printed"."""
    words = (t for t in statement.terms if t.weight >= TELLING)
    met = index.words_in(words, passage, aliases, lexicon.DERIVED)
    return not met.isdisjoint(clause(passage, passage.tokens_in(mention.core)[0].i))


def _turned_round(statement: Statement, slot: Slot, mention: Mention[Place]) -> bool:
    """Whether a passage has something come from where the claim has it go, or go to where it comes from."""
    ways = [s.mention.value for s in (*statement.tested, *statement.anchors) if s.kind == "place" and s is not slot]
    return any(place.turned_round(mention.value, slot.mention.value, other) for other in ways)


def is_land(words: Words, index: SourceIndex) -> bool:
    """Whether a text speaks of a name as of a country's or a province's: "Tamoa's president", "northern Tamoa".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> index = SourceIndex(read(Source("a", "Tamoa's president spoke in Osa.")))
    >>> is_land(("tamoa",), index), is_land(("osa",), index)
    (True, False)
    """
    return any(same(land, Name(words, type="place")) is Same.SAME for land in _lands(index))


@lru_cache(maxsize=1024)
def _lands(index: SourceIndex) -> tuple[Name, ...]:
    return tuple({f.name.words: f.name for p in index.passages for f in spot(p) if _as_a_land(p, f.core)}.values())


def _is_side(before: Sequence[str]) -> bool:
    """ "the north of" a land lies in it, and "12 km north of" a town does not."""
    return len(before) == 3 and before[0] == "the" and before[1] in DIRECTED


def _as_a_land(passage: Passage, core: Span) -> bool:
    """Whether a name is of what has a president or a coast."""
    named = passage.tokens_in(core)
    first, end = named[0].i, named[-1].i + 1
    before = [t.text.lower() for t in passage.tokens[max(0, first - 3) : first]]
    after = [t.text.lower() for t in passage.tokens[end : end + 4]]
    owned = after[:1] in (["'s"], ["’s"]) and not OF_A_LAND.isdisjoint(after[1:])
    part = before[-1:] == ["of"] and (not OF_A_LAND.isdisjoint(before) or _is_side(before))
    return owned or part or not PARTS.isdisjoint(before[-1:])
