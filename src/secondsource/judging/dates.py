"""Which dates of a passage are dates of what a claim says, and of a value that stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT, lemma_of
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import predicate_of, subject_of
from secondsource.values import date
from secondsource.values.date import Role, When
from secondsource.values.mention import Mention

AKIN = 0.6
"""How near the noun that a date describes must be to the claim's own verb or subject."""


DISTANT = 0.4
"""How near a word must be to one of the claim to speak of the same thing at all."""


def of_the_event(statement: Statement, passage: Passage, mention: Mention[When]) -> bool:
    """Whether a date can be that of what a claim says happened: the year of "the fires of 1939" is that of fires only.

    A claim whose own date describes a noun, or stands in a clause of its own, may be met by any.
    """
    noun = date.modified(passage, mention.core) if mention.value.adnominal else None
    if noun is None or mention.value.role is Role.SINCE or not _dates_its_verb(statement):
        return True
    said = lemma_of(passage.tokens[noun])
    return any(lexicon.kinship(said, term.lemma) >= AKIN for term in statement.core)


def of_the_value(passage: Passage, mention: Mention[When], start: tuple[int, ...], nouns: Sequence[str]) -> bool:
    """Whether a date describes a value, or one of its nouns: in "the 2020 census counted 300" the 300 are of 2020."""
    noun = date.modified(passage, mention.core) if mention.value.adnominal else None
    return noun is not None and (noun in start or lemma_of(passage.tokens[noun]) in nouns)


def _dates_its_verb(statement: Statement) -> bool:
    """Whether a date of the claim is that of its main verb: "above the level it had reached in 1998" is not."""
    dates = (statement.passage.tokens_in(m.core) for m in statement.marks.date if not m.value.adnominal)
    return any(found and predicate_of(statement.passage, found[0].i) == statement.root for found in dates)


def of_another_event(statement: Statement, passage: Passage, mention: Mention[When]) -> bool:
    """Whether neither the verb that a date belongs to nor the subject of that verb is anything that the claim names.

    "Shares shed 6 per cent yesterday" says nothing of the day set for a dividend, wherever it stands.
    """
    words = passage.tokens_in(mention.core)
    verb = predicate_of(passage, words[0].i) if words else None
    subject = subject_of(passage, verb) if verb is not None else None
    if verb is None or subject is None or passage.tokens[subject].pos != "NOUN" or mention.value.adnominal:
        return False
    said = (lemma_of(passage.tokens[verb]), lemma_of(passage.tokens[subject]))
    return said[0] not in LIGHT and not any(
        lexicon.kinship(word, term.lemma) >= DISTANT for word in said for term in statement.terms
    )
