"""A value of a claim set against a value of a source: are they values of the same thing?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from secondsource.aligning import others
from secondsource.aligning.index import Coverage, SourceIndex, cover
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import TIMES, Slot, Statement
from secondsource.aligning.terms import LIGHT, Term, fold, is_content, lemma_of
from secondsource.facts import Fact
from secondsource.grammar import currencies as currency_names
from secondsource.grammar import nearby, tables
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.designators import PLACES
from secondsource.grammar.possibilities import Relation
from secondsource.judging import besides, dates, digits, fields, partitives, ranks
from secondsource.judging.bearers import SUPPORTS
from secondsource.judging.offices import relate_offices
from secondsource.judging.placing import relate_places
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import is_finite, predicate_of, subject_of
from secondsource.language.contrasts import set_aside
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind
from secondsource.values import clock, count, date, identifier, listing, money, ordinal, place, quotation, roles, share
from secondsource.values.count import Count
from secondsource.values.identifier import Identifier
from secondsource.values.mention import Mention
from secondsource.values.rank_words import STANDINGS

VALUES: dict[str, Any] = {
    "count": count,
    "money": money,
    "share": share,
    "ordinal": ordinal,
    "date": date,
    "clock": clock,
    "identifier": identifier,
    "role": roles,
    "place": place,
    "quotation": quotation,
    "listing": listing,
}

CHARITY = {Relation.ENTAILS: 0.12, Relation.COMPATIBLE: 0.04, Relation.EXCLUDES: 0.0}
"""What it adds to the fit of a value that it agrees."""

LEAST = 0.4
"""How sure the measure must be for two values to be compared at all."""

CLEAR, CLEARLY = 0.5, 0.7
"""The share of a claim's words around an amount from which it is clear what the amount is of, and how sure it is then
that the same is measured."""

EQUALLY_CLEAR, PLAIN = 0.33, 0.55
"""The same share for a figure that is the claim's own, and where people are counted on one side only: "87 people have
tested positive", and 87 cases. In 74 stories eight of eleven such figures bore the claim out."""

HELPING = LIGHT & SUPPORTS
"""Verbs of which the object says what happened."""

INSTANCES = frozenset({"instance", "period"})
"""How an ordinal is read that tells which one, and ranks nothing."""

CONTRASTED = frozenset({"count", "money", "share", "identifier", "date", "clock", "place", "role"})
"""Kinds of values that a sentence may name only to say that they are not so."""

# Kinds whose relation can be scaled by a fact's tolerance.
SCALED = frozenset({"count", "money", "share"})


@dataclass(frozen=True, eq=False)
class Pairing:
    """One value of the claim beside one value of the source."""

    slot: Slot
    mention: Mention[Any]
    passage: Passage
    relation: Relation
    likeness: float
    """How sure the two values alone make it that both measure the same thing, in [0, 1]."""
    start: tuple[int, ...]
    index: SourceIndex
    aliases: Aliases
    foreign: frozenset[int] = frozenset()
    """The words of the passage that are said of another value in it."""

    @cached_property
    def coverage(self) -> Coverage:
        """How much of the claim's other words is met around the source's value."""
        return cover(self.index, self.passage, self.slot.terms, self.start, self.aliases, self.foreign)

    def words_for(self, terms: Iterable[Term]) -> frozenset[int]:
        """The words of the passage that are met for words of the claim."""
        return self.index.words_in(terms, self.passage, self.aliases)

    @property
    def is_set_aside(self) -> bool:
        """Whether the passage gives the value only to say that it is not so: "on Monday, not, as we wrote, Friday"."""
        return _is_set_aside(self.slot, self.passage, self.start)

    @cached_property
    def measure(self) -> float:
        """How sure it is that both measure the same thing, in [0, 1]."""
        return CLEARLY if self.likeness < CLEARLY and self._is_clear else self.likeness

    @property
    def _is_clear(self) -> bool:
        """ "He found the net 23 times in the league": what is counted is said in other words."""
        if self.relation is not Relation.ENTAILS:
            return self.slot.kind in ("money", "share") and self.coverage.local >= CLEAR
        if self.slot.kind != "count":
            return self.coverage.local >= CLEAR
        unlike = self.likeness < LEAST and _unlike(self.slot, self.mention)
        return self.coverage.local >= (PLAIN if unlike else EQUALLY_CLEAR)

    @cached_property
    def weight(self) -> float:
        """How well it fits: of two values in one sentence the better fit is the one that is meant."""
        charity = CHARITY[self.relation]
        if self.slot.kind in SCALED and self.slot.mention.value.quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT):
            # Half of all figures are "more than ten": that one fits says little.
            charity /= 4
        return self.measure * (0.4 + 0.6 * self.coverage.local) + 0.2 * self.coverage.share + charity


def deed_met(statement: Statement, passage: Passage, i: int) -> float:
    """How near the verb over a word comes to a claim's main verb, in [0, 1]; 0 where there is none.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("Two divers were injured.")
    >>> told = read(Source("a", "Two divers were hurt. Two boats sank."))
    >>> [deed_met(claim, passage, 0) for passage in told.passages]
    [0.8, 0.0]
    """
    verb = predicate_of(passage, i)
    ours = statement.passage.tokens[statement.root].lemma
    theirs = "" if verb is None else passage.tokens[verb].lemma
    # "Took place" is no kin to "brought home".
    return 0.0 if not theirs or (ours in HELPING and theirs != ours) else lexicon.kinship(theirs, ours)


@of_passage
def governors(passage: Passage, core: tuple[int, ...]) -> tuple[str, ...]:
    """The nouns that a figure is said of, nearest first: up the parse, and the subject where it is predicated.

    "the contingent of 186 soldiers": soldier, contingent. "The mission costs $48 million": cost, mission.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "A contingent of 186 soldiers left.")).passages
    >>> governors(passage, (3,))
    ('soldier', 'contingent')
    """
    if not core:
        return ()
    i = next((t for t in core if passage.tokens[t].head not in core), core[-1])
    found = [lemma_of(passage.tokens[c]) for t in core for c in passage.children[t] if passage.tokens[c].dep == "relcl"]
    for _ in range(6):
        head = passage.tokens[i].head
        if head == i:
            break
        token = passage.tokens[head]
        if token.pos in ("NOUN", "PROPN"):
            found.append(lemma_of(token))
        elif token.pos in ("VERB", "AUX"):
            if token.lemma not in LIGHT:
                found.append(lemma_of(token))
            for child in passage.children[head]:
                below = passage.tokens[child]
                if below.dep in ("nsubj", "nsubjpass", "dobj", "attr") and child not in core:
                    if below.pos in ("NOUN", "PROPN"):
                        found.append(lemma_of(below))
                        # "The Mission's strength is 1,040" is said of the mission.
                        owners = (passage.tokens[c] for c in passage.children[child])
                        found.extend(lemma_of(t) for t in owners if t.dep == "poss" and t.pos != "PRON")
                    elif below.tag in ("WDT", "WP") and token.dep == "relcl":
                        found.append(lemma_of(passage.tokens[token.head]))
            if is_finite(passage, head):
                break
        i = head
    return tuple(found)


def labels(index: SourceIndex, passage: Passage, mention: Mention[Any]) -> tuple[str, ...]:
    """The words that say what a figure in a table or a list of figures is: its row's label, its column's heading."""
    if passage.kind not in (Kind.ROW, Kind.ITEM):
        return ()
    row = tuple(lemma_of(t) for t in passage.tokens if is_content(t) and t.end <= mention.core.start)
    return row + _column(index, passage, mention)


def _column(index: SourceIndex, passage: Passage, mention: Mention[Any]) -> tuple[str, ...]:
    heading = tables.over(index.passages, passage.index).heading(passage, mention.core.start - passage.span.start)
    return tuple(map(lemma_of, heading))


def _kin(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    return max((lexicon.kinship(a, b) for a in some for b in others), default=0.0)


def _same_thing(ours: Count, theirs: Count) -> float:
    """How sure it is that two nouns name one thing where one of them only narrows the other's.

    "29 bronze objects" are bronzes, "1,150 job losses" are jobs, and a crew of 30 is 30 persons.
    """
    bodies = [b for a, b in ((ours, theirs), (theirs, ours)) if lexicon.person_noun(a.unit) and not b.unit]
    if any(lexicon.person_noun(body.group) for body in bodies):
        return 0.7
    for one, two in ((ours, theirs), (theirs, ours)):
        if not one.unit or lexicon.person_noun(two.unit):
            continue
        if one.unit in two.modifiers:
            return 1.0 if two.unit in GENERIC else 0.7
        if two.unit in GENERIC and not lexicon.person_noun(one.unit):
            return 0.6
    return 0.0


GENERIC = frozenset(["object", "item", "piece", "article", "thing", "unit", "specimen", "example", "copy"])
"""Nouns that count whatever their modifiers name."""

PART = 0.6
"""How sure the measure is where a figure is a part of another ("14 of them") and the claim's is none."""


def _none_of_another(statement: Statement, passage: Passage, mention: Mention[Any], start: tuple[int, ...]) -> bool:
    """ "None of the 58 was short", "nobody went back": none is compared only where the claim's verb is met."""
    if mention.value.quantity.stated or not (mention.value.of or mention.rule == "nobody"):
        return False
    return not start or deed_met(statement, passage, start[0]) < SAME_DEED


def _some_of_another(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, start: tuple[int, ...]
) -> bool:
    """That nobody was killed is compared only with those to whom such a thing happened, and not with who was sent."""
    none = not slot.mention.value.quantity.stated
    return none and others.undone(statement, index, passage, slot, start, {})


SAME_PEOPLE = 0.9
"""How sure the measure is where nobody at all is set against so many people of a sort."""


def _nobody_at_all(none: Count, some: Count) -> bool:
    """Whether a figure says that it was nobody, so that it was no worker either."""
    return not none.quantity.stated and fold(none.unit) == "person" and lexicon.person_noun(fold(some.unit))


def _whole_given(passage: Passage, value: Count) -> bool:
    """Whether a passage gives a part of so many too."""
    return any(m.value.of == value.unit and m.value != value for m in counts(passage))


@of_passage
def counts(passage: Passage) -> tuple[Mention[Count], ...]:
    """What a passage counts.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It has 12 boats.")).passages
    >>> [mention.value.unit for mention in counts(passage)]
    ['boat']
    """
    return tuple(count.find(passage))


def _counted_apart(slot: Slot, passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a sentence counts the claim's own kind of people beside the ones of a figure: 37 women and 38 children.

    "Sixty people: 24 nurses, 18 doctors and 18 porters" have 42 who are not all nurses.
    """
    ours, theirs = fold(slot.mention.value.unit), mention.value
    if ours in ("", "person") or fold(theirs.unit) == ours or not lexicon.person_noun(ours):
        return False
    if mention.rule == "sum":
        return ours in map(fold, theirs.parts)
    alike = not lexicon.person_noun(theirs.unit) or lexicon.kinship(fold(theirs.unit), ours) >= SYNONYM
    return not alike and ours in _counted(passage)


@of_passage
def _counted(passage: Passage) -> frozenset[str]:
    """What a passage gives a number of by name."""
    return frozenset(fold(m.value.unit) for m in counts(passage) if not m.value.of)


SYNONYM = 0.8
"""How near two nouns are that count the same people."""

FEW = 9
"""A sum up to which unlike things make up any number: "one desk, one chair" are no two guards."""

SAME_DEED = 0.6
"""How near two verbs must be for one to deny the other."""


def _count_measure(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[Any]
) -> float:
    ours, theirs = slot.mention.value, mention.value
    start = tuple(t.i for t in passage.tokens_in(mention.core))
    if ours.dimension != theirs.dimension:
        return -1.0
    if mention.rule == "each" and ours.quantity.stated != theirs.quantity.stated:
        return -1.0  # "twelve one-day strikes" did not last a day
    around, label = governors(passage, start), labels(index, passage, mention)
    heads = (*governors(statement.passage, slot.tokens), *(t.lemma for t in statement.core))
    if ours.dimension:
        return 0.6 + 0.4 * _kin(heads, (*label, *around))
    unit, other = fold(ours.unit or ours.of), fold(theirs.unit or theirs.of)
    if _counts_others(statement, slot, passage, mention) or _some_of_another(statement, slot, index, passage, start):
        return -1.0
    if mention.rule == "part of those" and not (ours.of and other):
        alike = not unit or not other or lexicon.person_noun(unit) == lexicon.person_noun(other)
        return PART if alike else -1.0
    if ours.of and not theirs.of and ours.of == theirs.unit and _whole_given(passage, theirs):
        return -1.0  # "of the 40 houses, 12" has the part
    if unit and unit in (other, *map(fold, theirs.also)):
        return 1.0
    if _nobody_at_all(ours, theirs) or _nobody_at_all(theirs, ours):
        return SAME_PEOPLE
    our_heads = (unit,) if unit else heads
    their_heads = (other, fold(theirs.group), fold(theirs.of)) if other else (fold(theirs.group), *label, *around)
    near = max(_kin(our_heads, their_heads), _same_thing(ours, theirs))
    if not other and unit and lexicon.person_noun(unit) and near < 0.8:
        near = max(near, _labelled(slot, label))
    if mention.rule == "state":
        near = max(near, _in_state(slot, theirs))
    if mention.rule == "sum":
        return max(near, 0.7) if theirs.quantity.stated > FEW else near
    if not other:
        near = max(near, _of_what_was_named(statement, theirs, unit))
    if other and near < 0.8 and (not unit or lexicon.person_noun(unit)):
        near = max(near, _befallen(statement, slot, index, passage, mention))
    if near < 0.6 and not unit and lexicon.person_noun(other) and any(map(lexicon.person_noun, heads)):
        return 0.6
    if near < 0.6 and unit and other:
        near = max(near, _loosely(unit, other, governors(statement.passage, slot.tokens), around))
    return near


def _counts_others(statement: Statement, slot: Slot, passage: Passage, mention: Mention[Any]) -> bool:
    """Whether what a figure counts is surely something else than what the claim's own counts."""
    ours, theirs = slot.mention.value, mention.value
    unit, other = fold(ours.unit or ours.of), fold(theirs.unit or theirs.of)
    if any(lexicon.opposed(a, b) for a in (unit, *ours.modifiers) for b in (other, *theirs.modifiers) if a and b):
        return True
    start = tuple(t.i for t in passage.tokens_in(mention.core))
    none = bool(ours.quantity.stated) and _none_of_another(statement, passage, mention, start)
    return lexicon.told_apart(unit, other) or none or _counted_apart(slot, passage, mention)


def _labelled(slot: Slot, label: tuple[str, ...]) -> float:
    """ "Fatalities | 2" counts what the claim says happened to people."""
    return max((lexicon.kinship(t.lemma, word) for t in slot.terms if t.weight > 0.3 for word in label), default=0.0)


def _in_state(slot: Slot, theirs: Count) -> float:
    """ "Three missing" counts whom the claim says to be missing."""
    return max((lexicon.kinship(state, t.lemma) for t in slot.terms for state in theirs.modifiers), default=0.0)


def _of_what_was_named(statement: Statement, theirs: Count, unit: str) -> float:
    """A figure that says of nothing how many it is.

    "The garrison was 1,700 strong" counts the men that the claim says it had; of "there are 3,720 of them" what is
    counted was said before, or is not said at all.
    """
    found = LEAST if theirs.quantity.stated > FEW else 0.0
    if not theirs.group or not lexicon.person_noun(unit):
        return found
    return max(found, *(0.9 * lexicon.kinship(fold(theirs.group), t.lemma) for t in statement.core), 0.0)


def _befallen(statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[Any]) -> float:
    """ "33 deaths" and "one fatality" count what the claim says happened to people, and not what they did."""
    if _acts(statement, slot):
        return 0.0
    named = {t.i for t in passage.tokens_in(mention.span)}
    verb = (t for t in slot.terms if t.weight > 0.3 and not t.name and t.i == statement.root)
    return max((h.kinship for h in index.hits_in(verb, passage, {}) if h.token in named), default=0.0)


def _acts(statement: Statement, slot: Slot) -> bool:
    """Whether those whom a claim counts do something to something: "no woman had won the race"."""
    claim = statement.passage
    subject = subject_of(claim, statement.root)
    counted = {claim.tokens[i].head for i in slot.tokens}
    if subject is None or subject not in counted or claim.tokens[subject].dep != "nsubj":
        return False
    return any(claim.tokens[c].dep == "dobj" for c in claim.children[statement.root])


def _loosely(unit: str, other: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """How near two nouns are where one may be said of what the other counts: people of two names, "186 of the crew"."""
    people = 0.55 if lexicon.person_noun(unit) and lexicon.person_noun(other) else 0.0
    return max(people, 0.8 * _kin((unit,), theirs), 0.8 * _kin((other,), ours))


def figures(slot: Slot, mention: Mention[Any]) -> tuple[str, str]:
    """A figure of the source and the claim's as they are written; none where their units are no powers of ten."""
    ours, theirs = slot.mention.value, mention.value
    if slot.kind == "count" and ours.dimension == "duration":
        return "", ""
    return digits.written(theirs.quantity.stated, ours.quantity.stated)


def _digits(slot: Slot, mention: Mention[Any]) -> tuple[str, str]:
    """The digits of the source's figure and of the claim's, where they are no round hundred."""
    if slot.kind == "identifier":
        theirs, ours = ("".join(filter(str.isdigit, v.key)) for v in (mention.value, slot.mention.value))
    elif slot.kind in ("count", "money"):
        theirs, ours = figures(slot, mention)
    else:
        return "", ""
    told = len(ours) >= digits.TELLING and digits.telling(ours) > 1
    return (theirs, ours) if told else ("", "")


def _of_other_series(slot: Slot, mention: Mention[Any]) -> bool:
    """Whether a bare number of something else has a code's digits by chance: "licence no. 5038" beside "EUC-5038"."""
    ours, theirs = slot.mention.value, mention.value
    coded = bool(_series_letters(ours.key)) is not bool(_series_letters(theirs.key))
    return coded and theirs.series not in ("", "number", ours.series)


SWAPPED, SWAPPED_MANY = 0.1, 0.3
"""What the claim's own digits in another order add to the measure: of two figures that one is meant."""


def _measure(
    statement: Statement,
    slot: Slot,
    index: SourceIndex,
    passage: Passage,
    mention: Mention[Any],
    aliases: Aliases,
) -> float:
    """How sure it is that both measure the same thing; digits of the claim's own are compared whatever they count.

    Of things unlike two texts seldom print the same three digits.
    """
    found = _alike(statement, slot, index, passage, mention, aliases)
    theirs, ours = _digits(slot, mention)
    if found < 0 or not ours:
        return found
    many = digits.telling(ours) >= digits.TELLING
    if digits.transposed(theirs, ours):
        return min(1.0, max(found, LEAST) + (SWAPPED_MANY if many else SWAPPED))
    if theirs != ours or (slot.kind == "identifier" and _of_other_series(slot, mention)):
        return found
    return max(found, LEAST) if many else found


def _alike(
    statement: Statement,
    slot: Slot,
    index: SourceIndex,
    passage: Passage,
    mention: Mention[Any],
    aliases: Aliases,
) -> float:
    ours, theirs = slot.mention.value, mention.value
    if slot.kind == "count":
        return _count_measure(statement, slot, index, passage, mention)
    if slot.kind == "role":
        return roles.sureness(theirs, ours)
    if slot.kind == "share" and (ours.points, ours.best) != (theirs.points, theirs.best):
        return -1.0
    if mention.rule in ("part of a sum", "part of a whole"):
        return max((lexicon.kinship(theirs.of, t.lemma) for t in slot.terms), default=0.0)
    if slot.kind == "money" and currency_names.same(ours.currency, theirs.currency) is False:
        return 0.5
    if slot.kind in ("money", "share"):
        start = tuple(t.i for t in passage.tokens_in(mention.core))
        said = (*labels(index, passage, mention), *governors(passage, start))
        if slot.kind == "share":
            said = (*said, fold(theirs.of)) if theirs.of else said
        near = _kin(governors(statement.passage, slot.tokens), said)
        return 0.5 + 0.5 * near
    if slot.kind == "identifier":
        return _one_series(theirs, ours)
    if slot.kind in TIMES and slot in statement.tested:
        return dates.sureness(statement, slot, index, passage, mention, aliases)
    if slot.kind == "date" and not dates.of_the_event(statement, passage, mention):
        return dates.NOUNS_OWN
    if slot.kind == "clock":
        sure = dates.sureness(statement, slot, index, passage, mention, aliases)
        return sure if sure >= dates.NOT_SAID else dates.NEVER
    if slot.kind == "ordinal":
        return ranks.measure(statement, passage, ours, theirs, mention)
    return 1.0


def _one_series(theirs: Identifier, ours: Identifier) -> float:
    """How sure it is that two numbers are of one series: by its name, or by the form of what it has given out."""
    coded = bool(_series_letters(ours.key)), bool(_series_letters(theirs.key))
    if coded[0] is not coded[1] and not ours.series and not theirs.series:
        return 0.0  # "the number 91 bus" is no WF-20731
    if theirs.series in PLACES and ours.series and ours.series not in PLACES and not any(coded):
        return lexicon.kinship(ours.series, theirs.series)  # room 73 and Decision 73
    if ours.series == theirs.series or ours.key == theirs.key:
        return 1.0
    if all(coded) and _series_letters(ours.key) != _series_letters(theirs.key):
        return lexicon.kinship(ours.series, theirs.series) if ours.series != "number" else 0.0
    alike = identifier.shape(theirs) == identifier.shape(ours)
    of_a_year = not theirs.series and ours.year is not None and ours.year == theirs.year
    if alike and (coded[0] or of_a_year or "number" in (ours.series, theirs.series)):
        return 0.9
    return lexicon.kinship(ours.series, theirs.series)


def _series_letters(key: str) -> str:
    """ "OH" of OH-471: appeals and orders are numbered apart."""
    return "".join(c for c in key if c.isalpha())


IN_OTHER_WORDS = 0.56
"""The share of a claim's words from which somebody who is only named is thought to have the claim's office. In 24
stories that nobody had worked on three in four of them had it."""


def _in_other_words(pairing: Pairing) -> bool:
    """Whether the claim's person is named where its office is spoken of: "Under Dr Aho, the clinic ..."."""
    if pairing.slot.kind != "role":
        return False
    theirs, ours = pairing.mention.value, pairing.slot.mention.value
    # "Captain Roe" may have any office, and no other one of the team that the claim speaks of.
    titled = bool(theirs.role) and theirs.role[-1] in roles.TITLED and not theirs.org
    titled = titled and theirs.role not in roles.HEADED_BY.get(ours.org[-1] if ours.org else "", ())
    named = not theirs.role or titled
    if not named or not roles.one_person(theirs, ours) or roles.told_otherwise(pairing.passage, pairing.mention):
        return False
    if ours.former:
        return False  # who had an office until then is told by more than a name
    if fields.OF_KIND["role"].apart(ours.role, [t.lemma for t in pairing.passage.tokens]):
        return False  # who was nominated for a prize is only named beside it
    return pairing.coverage.share >= IN_OTHER_WORDS


def _relate_identifiers(theirs: Any, ours: Any) -> Relation:
    """ "number WR-471" is an identifier of whatever bears it."""
    if identifier.shape(ours) == identifier.shape(theirs):
        theirs = replace(theirs, series=ours.series)
    found: Relation = identifier.relate(theirs, ours)
    return found


def _same_currency(theirs: str, ours: str, used: frozenset[str]) -> bool:
    """Whether a bare "34 cents" is in a currency that the source uses, or "rupees" are the fact's own rupees."""
    return ours in used if not theirs else currency_names.same(theirs, ours) is not False


def relation(slot: Slot, theirs: Any, fact: Fact, currencies: frozenset[str]) -> Relation | None:
    """How a source's value relates to a claim's; None where the two do not meet at all."""
    module = VALUES[slot.kind]
    if slot.kind == "ordinal":
        return ranks.relate(theirs, slot.mention.value, (t.lemma for t in slot.terms))
    if slot.kind == "identifier":
        return _relate_identifiers(theirs, slot.mention.value)
    if slot.kind == "money" and _same_currency(theirs.currency, slot.mention.value.currency, currencies):
        theirs = replace(theirs, currency=slot.mention.value.currency)
    if slot.kind in SCALED:
        found: Relation | None = module.relate(theirs, slot.mention.value, fact.tolerance)
    else:
        found = module.relate(theirs, slot.mention.value)
    if slot.kind == "listing" and found is Relation.COMPATIBLE and slot.mention.rule in listing.TELLING_WHO:
        found = listing.relate(theirs, replace(slot.mention.value, complete=False))
    return found


def _is_part(statement: Statement, passage: Passage, slot: Slot, mention: Mention[Any]) -> bool:
    """Whether a smaller figure is given as a part of what the claim measures: "$13 million of its pledge"."""
    if slot.kind not in ("count", "money") or mention.value.quantity.stated >= slot.mention.value.quantity.stated:
        return False
    behind = nearby.following(passage, mention.span.end - passage.span.start, 5)
    if not behind or behind[0].lemma != "of":
        return False
    if slot.kind == "count" and slot.mention.value.unit and mention.value.unit == slot.mention.value.unit:
        return False  # "20,000 copies of the book" are no part of the copies
    whole = {t.lemma for t in statement.core} | set(governors(statement.passage, slot.tokens))
    noun = next((lemma_of(t) for t in behind if t.pos in ("NOUN", "PROPN")), "")
    return any(lexicon.kinship(noun, word) >= 0.8 for word in whole)


def _related(
    statement: Statement,
    slot: Slot,
    index: SourceIndex,
    passage: Passage,
    mention: Mention[Any],
    fact: Fact,
    currencies: frozenset[str],
) -> Relation | None:
    if slot.kind == "role":
        return relate_offices(mention.value, slot.mention.value, passage, index)
    if slot.kind == "ordinal" and mention.rule in INSTANCES and mention.value.noun not in STANDINGS:
        return ranks.relate_owned(slot, passage, mention)
    if slot.kind == "date":
        return dates.relate(slot, statement, mention, passage)
    if slot.kind == "clock":
        return dates.relate_clocks(slot, statement, mention, passage)
    if slot.kind == "place":
        return relate_places(statement, slot, index, passage, mention, fact.aliases)
    found = relation(slot, mention.value, fact, currencies)
    if slot.kind == "ordinal" and ranks.held_by_another(statement, slot, index, passage, mention, fact.aliases):
        return Relation.EXCLUDES if found is Relation.ENTAILS else None
    if slot.kind == "listing" and mention.rule == "table" and found is Relation.EXCLUDES and not mention.value.complete:
        return Relation.COMPATIBLE  # not all that has a line in it did the same
    if mention.rule == quotation.JOINED and found is not Relation.ENTAILS:
        return found if quotation.same_words(mention.value, slot.mention.value) else None
    if found is Relation.EXCLUDES and _is_part(statement, passage, slot, mention):
        return Relation.COMPATIBLE
    told = partitives.of_a_part(slot.terms, index, passage, mention, fact.aliases) if slot.kind == "count" else None
    if told and mention.value.quantity.stated >= slot.mention.value.quantity.stated:
        return None if told is partitives.Told.SO_MANY else Relation.COMPATIBLE
    # Parts are summed to see whether they make the claim's figure, and never to find that they do not.
    if mention.rule in ("sum", "part of a sum") and (
        found is not Relation.ENTAILS or slot.mention.value.quantity.hedge is not Hedge.EXACT
    ):
        return None
    return found


def _is_set_aside(slot: Slot, passage: Passage, start: tuple[int, ...]) -> bool:
    return slot.kind in CONTRASTED and bool(start) and set_aside(passage).issuperset(start)


def _unlike(slot: Slot, mention: Mention[Any]) -> bool:
    """Whether people are counted on one side, and on the other what is no person: two hurt when two lorries met."""
    if slot.kind != "count":
        return False
    ours, theirs = slot.mention.value, mention.value
    if not ours.unit or not theirs.unit or ours.dimension or theirs.dimension:
        return False
    return lexicon.person_noun(ours.unit) is not any(map(lexicon.person_noun, (theirs.unit, theirs.group)))


def pair(
    fact: Fact,
    statement: Statement,
    slot: Slot,
    index: SourceIndex,
    passage: Passage,
    mention: Mention[Any],
    currencies: frozenset[str],
    wanted: Relation | None = None,
) -> Pairing | None:
    """A value of a source beside one of a claim; None where they are of no one thing, or relate otherwise than wanted.

    ``currencies`` are those that the source uses.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("The ferry carried 186 people.")
    >>> told = read(Source("a", "The ferry carried 168 people and 12 cars."))
    >>> [passage], [marks] = told.passages, mark(told)
    >>> for mention in marks.count:
    ...     found = pair(Fact("f", ""), claim, claim.tested[0], SourceIndex(told), passage, mention, frozenset())
    ...     print(found and found.relation.value)
    excludes
    None
    """
    related = _related(statement, slot, index, passage, mention, fact, currencies)
    if related is None:
        return None
    start = tuple(t.i for t in passage.tokens_in(mention.core))
    if _is_set_aside(slot, passage, start):
        if related is not Relation.ENTAILS:
            return None
        related = Relation.EXCLUDES
    if wanted not in (None, related):
        return None
    measure = _measure(statement, slot, index, passage, mention, fact.aliases)
    if measure < 0:
        return None
    if slot.kind == "place" and related is Relation.EXCLUDES and start:
        verb = predicate_of(passage, start[0])
        another = verb is not None and besides.is_of_another_one(statement, index, passage, verb, fact.aliases)
        if another or (verb is not None and dates.is_besides(passage, verb)):
            return None  # "it also has a factory in Osa"
    ruled_out = slot.kind == "date" and related is Relation.EXCLUDES
    if ruled_out and besides.is_beside(statement, slot, index, passage, mention, fact.aliases):
        return None
    entails = slot.kind == "date" and related is Relation.ENTAILS
    if entails and dates.of_another_event(statement, index, passage, mention, fact.aliases):
        return None
    if (
        slot.kind == "date"
        and measure >= dates.least(related, slot)
        and dates.tells(related, mention.value, slot.mention.value)
    ):
        measure = max(measure, dates.NOT_SAID)
    found = Pairing(slot, mention, passage, related, measure, start, index, fact.aliases)
    if found.measure < LEAST:
        return None
    told = related is Relation.COMPATIBLE and _in_other_words(found)
    return replace(found, relation=Relation.ENTAILS) if told else found
