"""Figures of somebody or something else: said of another deed, by or of another than the claim's own."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import takewhile

from secondsource.aligning.others import CONVERSES
from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import LIGHT, fold, lemma_of
from secondsource.grammar.designators import PARTS_OF_LAWS
from secondsource.grammar.gapping import owner
from secondsource.grammar.number_words import ORDINALS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import fields
from secondsource.judging.changes import MOVES
from secondsource.judging.deeds import deeds, tells_who
from secondsource.judging.likeness import left_behind
from secondsource.judging.narrower import GAINS, is_of_another_measure
from secondsource.judging.pairing import SAME_DEED, Pairing, deed_met, governors
from secondsource.judging.parties import STAND_INS, Fit, may_stand_for
from secondsource.judging.references import is_reference
from secondsource.judging.remainders import is_difference, is_left_out
from secondsource.judging.unlike import SIZES, counts_another_thing, is_room_for
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import (
    Tense,
    clause,
    coordinated,
    is_passive,
    is_predicate,
    predicate_of,
    roles_of,
    subject_of,
    subtree,
    tense,
)
from secondsource.language.days import CALENDAR
from secondsource.sources import Kind

_BELOW = frozenset({"relcl", "acl", "amod", "acomp", "oprd"})
"""How what became of something is joined to its noun, or completes the verb over it: "left 3 dead"."""


def is_strange(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure is surely of something else than the claim's.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> court = Source("a", "Obel still owes 4,000 crowns, the court heard.")
    >>> judge(Fact("f", "Obel repaid 4,000 crowns."), court).verdict.value
    'silent'
    """
    if not pairing.start or pairing.passage.kind is Kind.ROW or pairing.mention.rule == "sum":
        return False
    return (
        _is_left_out(statement, pairing)
        or _of_another_deed(statement, pairing)
        or _of_another_sort(pairing)
        or counts_another_thing(statement, pairing)
        or is_room_for(statement, pairing)
        or _of_some(statement, pairing)
        or _of_the_whole(statement, pairing)
        or _how_often(statement, pairing)
        or _was_left(statement, pairing)
        or _among_others(pairing)
        or _of_the_opposite(statement, pairing)
        or _by_another(statement, pairing)
        or _of_a_rival(statement, pairing)
        or _of_a_namesake(statement, pairing)
        or _to_another(statement, pairing)
        or _is_able_to(statement, pairing)
        or _of_another_matter(pairing)
        or _of_a_year_before(statement, pairing)
        or _says_else(pairing)
        or _of_another_owner(statement, pairing)
        or _of_another_beside(statement, pairing)
        or _was_kept(statement, pairing)
        or is_of_another_measure(statement, pairing)
        or _of_so_many_of_them(statement, pairing)
        or _tells_difference(statement, pairing)
        or is_reference(statement, pairing)
    )


def _of_so_many_of_them(statement: Statement, pairing: Pairing) -> bool:
    """ "154 people, six of them crew" where the claim says how many people there were: nothing of it is said of six.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> ship = Source("a", "The ship carried 154 people, six of them crew.")
    >>> [judge(Fact("f", f"The ship carried {n} people."), ship).verdict.value for n in (154, 6)]
    ['supports', 'contradicts']
    """
    if pairing.mention.rule != "part of those" or pairing.relation is not Relation.ENTAILS:
        return False
    behind = pairing.passage.tokens[pairing.start[-1] + 3 :]  # after "six of them"
    said = list(takewhile(lambda token: token.pos != "PUNCT", behind))
    if not said or any(token.pos not in ("NOUN", "ADJ") for token in said):
        return False  # "30 of them beyond repair" may be the claim in other words
    return pairing.words_for(statement.terms).isdisjoint(token.i for token in said)


_KEEPING = word_set("keep hold leave maintain remain stay retain freeze")
"""Verbs by which a figure is what it was."""


def _tells_difference(statement: Statement, pairing: Pairing) -> bool:
    """ "5,000 fewer than last year" where the claim says how many there were."""
    if pairing.slot.kind not in ("count", "money") or not is_difference(pairing.passage, pairing.mention):
        return False
    return not any(t.lemma in MOVES | GAINS | _COMPARING for t in statement.passage.tokens)


_COMPARING = word_set("more fewer few less above below over under higher lower than extra additional difference")


def _was_kept(statement: Statement, pairing: Pairing) -> bool:
    """ "Kept its dividend unchanged at 45 cents" where the claim says that it was raised to that."""
    verb = predicate_of(pairing.passage, pairing.start[0])
    if pairing.relation is not Relation.ENTAILS or verb is None:
        return False
    moved = statement.passage.tokens[statement.root].lemma in MOVES
    return moved and pairing.passage.tokens[verb].lemma in _KEEPING


def _is_left_out(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure is of those of whom it is not so; of "all but nine stayed open" nine were closed."""
    if not is_left_out(pairing.passage, pairing.mention):
        return False
    told = deeds(statement, pairing.index, pairing.aliases, [pairing.passage])
    return not any(deed.opposite for found in told.values() for deed in found)


def _of_another_owner(statement: Statement, pairing: Pairing) -> bool:
    """ "Osa sold 12 boats and Lund nine": those of Lund, where the claim does not speak of it."""
    if pairing.mention.rule != "gapped":
        return False
    said = owner(pairing.passage, pairing.mention.span.start - pairing.passage.span.start)
    ours = [t.lemma for t in statement.terms]
    nouns = [lemma_of(t) for t in said if t.pos not in ("DET", "ADP")]
    return not any(n == o or lexicon.kinship(n, o) >= lexicon.SYNONYM for n in nouns for o in ours)


def _of_another_beside(statement: Statement, pairing: Pairing) -> bool:
    """ "Profits rose by 7 per cent while sales fell": a figure of another subject by the claim's own verb, where the
    claim's subject is named beside it."""
    passage, claim = pairing.passage, statement.passage
    verb, ours = predicate_of(passage, pairing.start[0]), subject_of(claim, statement.root)
    figure = pairing.slot.kind in ("count", "money", "share") and pairing.mention.rule != "gapped"
    if not figure or verb is None or ours is None or passage.tokens[verb].lemma != claim.tokens[statement.root].lemma:
        return False
    theirs = subject_of(passage, verb)
    mine = [t for t in statement.terms if t.i == ours]
    if theirs is None or not mine or passage.tokens[theirs].pos not in ("NOUN", "PROPN"):
        return False
    if is_passive(passage, verb) != is_passive(claim, statement.root) or passage.tokens[verb].lemma in LIGHT:
        return False
    phrase, met = subtree(passage, theirs), pairing.words_for(mine)
    if any(passage.tokens[i].head == verb and passage.tokens[i].dep == "dobj" for i in met):
        return False  # "the town shut 12 schools" says of the schools that they shut
    return bool(met) and met.isdisjoint(phrase) and pairing.start[0] not in phrase


def _of_another_matter(pairing: Pairing) -> bool:
    """ "Case 12 concerned another firm": the number of something else, by what its own clause says of it."""
    passage = pairing.passage
    verb = predicate_of(passage, pairing.start[0]) if pairing.slot.kind == "identifier" else None
    subject = None if verb is None else subject_of(passage, verb)
    if verb is None or subject is None or pairing.start[0] not in subtree(passage, subject):
        return False
    below = [passage.tokens[c] for c in passage.children[verb]]
    below += [passage.tokens[c] for t in below if t.dep == "prep" for c in passage.children[t.i]]
    said = (t.i for t in below if t.dep in ("dobj", "attr", "pobj"))
    return any(passage.tokens[c].lemma.lower() in _ANOTHER for i in said for c in passage.children[i])


_ANOTHER = word_set("another other different separate unrelated")


_SPOKEN_OF = 0.3
"""The share of a claim's words that must stand around another part of a law for it to be the one that is meant."""


def _says_else(pairing: Pairing) -> bool:
    """Whether another part of a law is told of with none of the claim's words: every law has many, on many things."""
    if pairing.slot.kind != "identifier" or pairing.relation is not Relation.EXCLUDES:
        return False
    return pairing.mention.value.series in PARTS_OF_LAWS and pairing.coverage.local < _SPOKEN_OF


def _of_a_year_before(statement: Statement, pairing: Pairing) -> bool:
    """Whether a number was given in a year long before a claim's time: a notice of 2019 is none of May 2024."""
    if pairing.slot.kind != "identifier":
        return False
    year, when = pairing.mention.value.year, statement.time
    return year is not None and when is not None and when.anchored and year + 1 < when.named.first.year


def _of_another_deed(statement: Statement, pairing: Pairing) -> bool:
    """ "Obel still owes 4,000" where the claim has 4,000 repaid."""
    if pairing.slot.kind not in fields.OF_KIND:
        return False
    value = pairing.slot.mention.value
    ours = {t.lemma for t in (*pairing.slot.terms, *statement.core)}
    ours |= {statement.passage.tokens[statement.root].lemma, *governors(statement.passage, pairing.slot.tokens)}
    if pairing.slot.kind == "count":
        ours |= {value.unit, *value.modifiers}
    if pairing.slot.kind != "money":
        ours.add(value.of)
    theirs = {t.lemma for t in pairing.passage.tokens_in(pairing.mention.span)}
    theirs |= {t.text.lower() for t in pairing.passage.tokens_in(pairing.mention.span)}
    theirs |= {pairing.mention.value.of} if pairing.slot.kind == "share" else set()
    theirs |= set(_deeds_told(pairing.passage, pairing.start))
    return fields.OF_KIND[pairing.slot.kind].apart(ours, theirs)


def _deeds_told(passage: Passage, start: tuple[int, ...]) -> Iterator[str]:
    """The words by which a clause says what became of what a figure counts."""
    yield from governors(passage, start)
    verb = predicate_of(passage, start[0])
    path = passage.ancestors(start[0])
    nouns = path[: path.index(verb)] if verb in path else path
    verbs = [] if verb is None else [v for v in coordinated(passage, verb) if v == verb or not _has_its_own(passage, v)]
    yield from (passage.tokens[v].lemma for v in verbs)
    subject = None if verb is None else subject_of(passage, verb)
    if subject is not None:
        yield passage.tokens[subject].lemma.lower()
    for i in (*start, *nouns[:1], *verbs):
        below = [passage.tokens[c] for c in passage.children[i]]
        yield from (lemma_of(t) for t in below if t.dep in _BELOW or t.lemma == "without")
        if passage.tokens[i].lemma in _TAKING:
            to = (c for t in below if t.lemma in ("to", "in", "into") for c in passage.children[t.i])
            yield from (passage.tokens[c].lemma for c in to)


_TAKING = frozenset({"take", "bring", "rush", "fly", "end", "remain", "be", "put"})
"""Verbs that with a place say what became of somebody: "were taken to hospital", "ended up in hospital"."""


def _has_its_own(passage: Passage, verb: int) -> bool:
    """Whether a verb joined to another has somebody of its own to say something of: "killed one and hurt two"."""
    return any(passage.tokens[c].dep in ("nsubj", "nsubjpass", "dobj") for c in passage.children[verb])


_BROAD = word_set("artifact object whole entity structure instrumentality abstraction unit thing part group area")
"""Words above two nouns that tell nothing of their being of one sort."""

_CONCRETE = word_set("vehicle building instrumentality machine animal craft")
"""Words above nouns for things that nobody counts people by."""

_FAR = 12
"""How many levels a beast may stand below the animals: a sheep is a ruminant, an ungulate, a mammal, a vertebrate."""

_ANYBODY = word_set("""
    person people man woman boy girl child adult youth member colleague worker employee staff resident party crew other
    victim survivor casualty body candidate claimant applicant participant customer client subscriber user player
    partner head official owner personnel troop civilian family relative national citizen foreigner male female expert
    """)
"""Nouns for people that say little of what they are, so that they may be called by another."""


def _of_another_sort(pairing: Pairing) -> bool:
    """Whether what is counted is of one sort with what the claim counts, and another thing: barns and houses."""
    if pairing.slot.kind != "count":
        return False
    ours, theirs = fold(pairing.slot.mention.value.unit), fold(pairing.mention.value.unit)
    named = any(t.pos == "PROPN" for t in pairing.passage.tokens_in(pairing.mention.span))
    return bool(ours and theirs) and not named and _are_others(ours, theirs)


@lru_cache(maxsize=16384)
def _are_others(ours: str, theirs: str) -> bool:
    """Whether two nouns are of one sort and of different things, or one of people and one of things.

    >>> _are_others("house", "barn"), _are_others("house", "dwelling"), _are_others("tractor", "people")
    (True, False, True)
    """
    if lexicon.kinship(ours, theirs):
        return False
    mine, other = lexicon.hypernyms(ours, 6), lexicon.hypernyms(theirs, 6)
    if ours in other or theirs in mine:
        return False
    people = [lexicon.person_noun(ours), lexicon.person_noun(theirs)]
    if all(people):
        return not _ANYBODY & {ours, theirs}
    if any(people):
        return bool(_CONCRETE & lexicon.hypernyms(theirs if people[0] else ours, _FAR))
    return bool((lexicon.hypernyms(ours, 3) & lexicon.hypernyms(theirs, 3)) - _BROAD)


def _of_some(statement: Statement, pairing: Pairing) -> bool:
    """ "Called out 36,000 of its members" where the claim says how many it has."""
    tokens = statement.passage.tokens
    if pairing.slot.kind != "count" or tokens[statement.root].lemma not in SIZES:
        return False
    if not any(tokens[tokens[i].head].dep == "dobj" for i in pairing.slot.tokens):
        return False
    if any(tokens[c].dep in ("prep", "acl", "relcl") for i in pairing.slot.tokens for c in _below(statement, i)):
        return False  # "has 40 windows of stained glass"
    ours, theirs = pairing.slot.mention.value, pairing.mention.value
    return bool(theirs.of and not ours.of and theirs.of == ours.unit)


def _same_deed(statement: Statement, pairing: Pairing) -> bool:
    """Whether the verb over a figure says what the claim's own does."""
    return deed_met(statement, pairing.passage, pairing.start[0]) >= SAME_DEED


def _of_the_whole(statement: Statement, pairing: Pairing) -> bool:
    """ "Eleven objects were stolen" where the claim says how many of the stolen objects were found."""
    if pairing.slot.kind != "count" or pairing.relation is not Relation.EXCLUDES:
        return False
    ours, theirs = pairing.slot.mention.value, pairing.mention.value
    if not ours.of or theirs.of or theirs.unit != ours.of or _same_deed(statement, pairing):
        return False
    said = set(_deeds_told(pairing.passage, pairing.start))
    return any(lexicon.kinship(which, deed) >= lexicon.DERIVED for which in ours.modifiers for deed in said)


def _how_often(statement: Statement, pairing: Pairing) -> bool:
    """How often something else was done: "the divers have been over the lake bed twice" for two thefts."""
    often = pairing.slot.kind == "count" and pairing.slot.mention.value.unit == pairing.mention.value.unit == "time"
    return often and not _same_deed(statement, pairing)


def _below(statement: Statement, i: int) -> tuple[int, ...]:
    """What hangs from the noun that a figure of a claim counts."""
    head = statement.passage.tokens[i].head
    return statement.passage.children[head] if head not in (i, statement.root) else ()


def _was_left(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure is what something has moved from, where the claim says what it moved to."""
    verb = predicate_of(pairing.passage, pairing.start[0])
    moved = verb is not None and {pairing.passage.tokens[verb].lemma, statement.passage.tokens[statement.root].lemma}
    if pairing.relation is not Relation.ENTAILS or not (
        moved and (moved <= MOVES or not _is_of_old(statement, pairing))
    ):
        return False
    if left_behind(statement.passage, pairing.slot.tokens) or _has_claims_day(statement, pairing):
        return False
    return left_behind(pairing.passage, pairing.start)


def _has_claims_day(statement: Statement, pairing: Pairing) -> bool:
    """Whether the claim's own day stands behind a figure: "from 3.5 per cent in April"."""
    ours = {t.text.lower() for m in statement.marks.date for t in statement.passage.tokens_in(m.core)}
    end = pairing.mention.span.end
    behind = [t for t in pairing.passage.tokens if end <= t.start <= end + _NEAR_DAY]
    return bool(ours) and any(t.text.lower() in ours for t in behind)


_NEAR_DAY = 12
"""How many letters stand at most between a figure and the day that it is of."""


LATELY = timedelta(days=150)
"""How long before a text the time of a claim may be that is not the one a figure has moved from."""


def _is_of_old(statement: Statement, pairing: Pairing) -> bool:
    """Whether a claim says how things were before: "had been 24", or of a year gone by."""
    claim, published = statement.passage, pairing.index.reading.source.published
    if any(claim.tokens[c].text.lower() == "had" for c in claim.children[statement.root]):
        return True
    when = statement.time
    return when is not None and (published is None or when.named.last < published - LATELY)


def _among_others(pairing: Pairing) -> bool:
    """Whether a share is one among people of whom the claim says nothing: "among the under-25s"."""
    if pairing.slot.kind != "share":
        return False
    passage = pairing.passage
    own = clause(passage, pairing.start[0])
    groups = [
        n
        for i in own
        if passage.tokens[i].lemma in ("among", "amongst")
        for n in passage.children[i]
        if passage.tokens[n].dep == "pobj" and passage.tokens[n].pos != "PRON"
    ]
    said = pairing.words_for(pairing.slot.terms)
    return any(not {n, *(c for c in passage.children[n] if passage.tokens[c].dep != "prep")} & said for n in groups)


def _of_the_opposite(statement: Statement, pairing: Pairing) -> bool:
    """ "The old line was 11 kilometres long" for the new one, "the second convoy carried 18 tonnes" for the third."""
    passage = pairing.passage
    own = clause(passage, pairing.start[0])
    for term in pairing.slot.terms:
        ours = _narrowed(statement.passage, term.i)
        if not ours:
            continue
        theirs = [_narrowed(passage, i) for i in pairing.words_for((term,)) & own]
        if theirs and all(any(_are_apart(a, b) for a in ours for b in their) for their in theirs):
            return True
    return False


def _narrowed(passage: Passage, i: int) -> list[str]:
    """The words before a noun that tell which one of its kind it is: "the old line", "the second convoy"."""
    below = (passage.tokens[c] for c in passage.children[i])
    one = passage.tokens[i].tag != "NNS"  # "2000 houses" are of no year
    return [t.lemma.lower() for t in below if t.dep == "amod" or (one and _YEAR.fullmatch(t.text))]


_YEAR = re.compile("(?:19|20)[0-9]{2}")


def _are_apart(one: str, other: str) -> bool:
    """Whether two words before a noun make two things of it."""
    if one == other:
        return False
    of_turns = one in ORDINALS and other in ORDINALS
    of_times = "previous" in (one, other) and bool({"current", "next"} & {one, other})
    return lexicon.opposed(one, other) or of_turns or of_times or all(map(_YEAR.fullmatch, (one, other)))


def _by_another(statement: Statement, pairing: Pairing) -> bool:
    """Whether the clause of a figure says that another did what the claim says, both by their names."""
    passage, root = pairing.passage, statement.passage.tokens[statement.root].lemma
    verb = predicate_of(passage, pairing.start[0])
    if verb is None or not tells_who(statement) or passage.tokens[verb].lemma in CONVERSES - {root}:
        return False  # "it cost each candidate 12,000" has the candidates pay
    done = deeds(statement, pairing.index, pairing.aliases, [passage]).get(passage.index, ())
    here = [deed for deed in done if deed.token == verb]
    return bool(here) and all(deed.agent is Fit.OTHER for deed in here)


RIVALS = word_set("""
    rival competitor predecessor counterpart opponent neighbour neighbor neighbouring neighboring successor
    """)
"""Words for others of the claim's kind."""


def _of_a_rival(statement: Statement, pairing: Pairing) -> bool:
    """ "A rival mine employs 640", "Solent Air, a competitor of Vesta Air, carried"."""
    passage = pairing.passage
    if RIVALS & {t.lemma for t in statement.passage.tokens}:
        return False
    subject = _doer(passage, pairing.start)
    if subject is None:
        return False
    phrase = [passage.tokens[i] for i in (subject, *passage.children[subject])]
    own = {lemma_of(t) for t in statement.passage.tokens}
    names = [t for t in phrase if t.pos == "PROPN" and _names(t, subject)]
    ours = bool(names) and all(lemma_of(t) in own for t in names)
    return any(t.lemma in RIVALS for t in phrase) and not ours


def _of_a_namesake(statement: Statement, pairing: Pairing) -> bool:
    """ "Rainfall in Pemba was 40 millimetres" for that in Duma."""
    passage, claim = pairing.passage, statement.passage
    theirs, ours = _doer(passage, pairing.start), subject_of(claim, statement.root)
    if theirs is None or ours is None or not passage.tokens[theirs].pos == claim.tokens[ours].pos == "NOUN":
        return False
    if lexicon.kinship(passage.tokens[theirs].lemma, claim.tokens[ours].lemma) < lexicon.SYNONYM:
        return False
    mine, other = _names_of(claim, ours), _names_of(passage, theirs)
    met = pairing.words_for(statement.terms)
    return bool(mine and other) and not set(other) & met


def _names_of(passage: Passage, i: int) -> list[int]:
    """The names that tell which one of its kind a noun is: "the Carrick mine", "rainfall in Duma"."""
    below = [passage.tokens[c] for c in passage.children[i]]
    placed = [n for t in below if t.dep == "prep" and t.lemma in ("in", "at", "of") for n in passage.children[t.i]]
    near = [t.i for t in below if t.dep == "compound"]
    return [n for n in (*near, *placed) if passage.tokens[n].pos == "PROPN" and not _is_calendar(passage.tokens[n])]


def _is_calendar(token: Token) -> bool:
    return token.text.lower() in CALENDAR


_RECEIVING = ("to", "on", "dative")
"""How a verb brings in whom or what a sum or a thing goes to."""


def _to_another(statement: Statement, pairing: Pairing) -> bool:
    """ "Spent 4 million on roads" where the claim has it spent on a library."""
    passage, claim = pairing.passage, statement.passage
    verb = predicate_of(passage, pairing.start[0])
    if verb is None or passage.tokens[verb].lemma != claim.tokens[statement.root].lemma:
        return False
    theirs, ours = roles_of(passage, verb).oblique, roles_of(claim, statement.root).oblique
    met = pairing.words_for(statement.terms)
    return any(
        theirs.get(word) and ours.get(word) and _are_unlike(claim, ours[word], passage, theirs[word], met)
        for word in _RECEIVING
    )


def _are_unlike(
    claim: Passage, ours: tuple[int, ...], passage: Passage, theirs: tuple[int, ...], met: Container[int]
) -> bool:
    """Whether nouns of a claim and of a passage are of different things."""
    mine, other = [claim.tokens[i] for i in ours], [passage.tokens[i] for i in theirs]
    if any(i in met for i in theirs) or not all(_is_thing(t) for t in (*mine, *other)):
        return False
    return not any(may_stand_for(a.lemma, b.lemma) for a in mine for b in other)


def _is_thing(token: Token) -> bool:
    """Whether a word names something by a noun that tells what it is, and no day."""
    return token.pos == "NOUN" and token.lemma.isalpha() and token.lemma not in STAND_INS and not _is_calendar(token)


def _is_able_to(statement: Statement, pairing: Pairing) -> bool:
    """ "Can treat 50 a day" where the claim has 50 treated."""
    passage = pairing.passage
    verb = predicate_of(passage, pairing.start[0])
    root = statement.passage.tokens[statement.root].lemma
    if verb is None or lexicon.kinship(passage.tokens[verb].lemma, root) < lexicon.SYNONYM:
        return False
    if tense(statement.passage, statement.root) is not Tense.PAST:
        return False
    return any(passage.tokens[c].dep == "aux" and passage.tokens[c].lemma == "can" for c in passage.children[verb])


def _doer(passage: Passage, start: tuple[int, ...]) -> int | None:
    """Who does what a figure is told in; in "let 210 people go" who let them go."""
    for i in (start[0], *passage.ancestors(start[0])):
        subject = subject_of(passage, i) if is_predicate(passage.tokens[i]) else None
        if subject is not None and start[0] not in subtree(passage, subject):
            return subject
    return None


def _names(token: Token, subject: int) -> bool:
    return token.i == subject or token.dep == "compound"
