"""Figures of less than a claim's, or of something beside it: some of its people, a day of many, another measure.

A smaller figure of a part leaves the claim's open, and one of another measure tells nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from secondsource.aligning.statement import Statement
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import Choices, word_set
from secondsource.judging.changes import MOVES
from secondsource.judging.pairing import LEAST, Pairing
from secondsource.judging.unlike import SIZES, stuff
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import Tense, clause, predicate_of, subject_of, subtree, tense
from secondsource.values.date import When
from secondsource.values.marking import Marks

_DEGREE = word_set("""
    seriously critically badly severely gravely slightly lightly mildly fatally partly partially completely totally
    outright
    """)
"""How something was done to some of those to whom it was done: "three were seriously injured"."""

_SOME_OF = frozenset({"them", "whom", "these", "those"})
"""Words for those of whom some are told apart: "two were hurt, one of them badly" tells of two."""

_TOWARDS = frozenset({"towards", "toward"})
"""Before what a sum is only a part of the price of."""

_GIVING = frozenset({"contribute", "give", "donate", "pay"})
_WITHIN = frozenset({"in", "of", "within"})
_HOLDS = frozenset({"win", "hold", "take", "control", "own", "occupy"})
"""Verbs by which somebody has some of what a whole has."""


def is_of_a_part(statement: Statement, pairing: Pairing) -> bool:
    """Whether a smaller figure is told of some of what a claim counts, so that the claim's may well be that of all.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> def told(text):
    ...     return judge(Fact("f", "Twelve people were injured in the crash."), Source("a", text)).verdict.value
    >>> told("Three people were seriously injured in the crash."), told("Three people were injured in the crash.")
    ('inconclusive', 'contradicts')
    """
    if pairing.relation is not Relation.EXCLUDES or not _is_smaller(pairing) or not pairing.start:
        return False
    if pairing.slot.kind == "count" and pairing.likeness < LEAST:
        return False
    verb = predicate_of(pairing.passage, pairing.start[0])
    if verb is None:
        return False
    return (
        _of_some_stuff(statement, pairing)
        or _of_some_degree(statement, pairing, verb)
        or _only_contributes(statement, pairing, verb)
        or _of_some_within(statement, pairing, verb)
    )


def _is_smaller(pairing: Pairing) -> bool:
    if pairing.slot.kind not in ("count", "money"):
        return False
    theirs, ours = (m.value.quantity.stated for m in (pairing.mention, pairing.slot.mention))
    return bool(theirs < ours)


def _of_some_degree(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "Three people were seriously injured"."""
    passage = pairing.passage
    below = [c for c in passage.children[verb] if passage.tokens[c - 1].text.lower() not in _SOME_OF]
    said = {passage.tokens[c].text.lower() for c in below} & _DEGREE
    return bool(said) and _DEGREE.isdisjoint(t.text.lower() for t in statement.passage.tokens)


def _of_some_stuff(statement: Statement, pairing: Pairing) -> bool:
    """ "12,000 tonnes of mail" where the claim says how many tonnes there were in all."""
    if pairing.slot.kind != "count" or pairing.mention.value.dimension in ("", "duration"):
        return False
    ours, theirs = stuff(statement.passage, pairing.slot.tokens), stuff(pairing.passage, pairing.start)
    return theirs is not None and ours is None and theirs.i not in pairing.words_for(statement.terms)


def _only_contributes(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "The state paid 60 million towards the bridge"."""
    if pairing.slot.kind != "money" or statement.passage.tokens[statement.root].lemma in _GIVING:
        return False
    own = clause(pairing.passage, verb)
    towards = any(pairing.passage.tokens[i].lemma.lower() in _TOWARDS for i in own)
    return towards and not any(t.lemma.lower() in _TOWARDS for t in statement.passage.tokens)


def _of_some_within(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "The ruling party won 68 seats in parliament" where the claim says how many the parliament has."""
    claim, passage = statement.passage, pairing.passage
    ours, theirs = subject_of(claim, statement.root), subject_of(passage, verb)
    if claim.tokens[statement.root].lemma not in SIZES or passage.tokens[verb].lemma not in _HOLDS:
        return False
    if ours is None or theirs is None or _is_of_all(pairing):
        return False
    mine = [t for t in statement.terms if t.i == ours]
    met = pairing.words_for(mine) if mine else frozenset[int]()
    above = [passage.tokens[passage.tokens[i].head].lemma.lower() for i in met]
    return bool(met) and set(above) <= _WITHIN and met.isdisjoint(subtree(passage, theirs))


def _is_of_all(pairing: Pairing) -> bool:
    """Whether it is the whole of which a part is told: the 100 of "68 of the 100 seats"."""
    before = [t.lemma.lower() for t in pairing.passage.tokens[max(0, pairing.start[0] - 2) : pairing.start[0]]]
    return before[:1] == ["of"] or before[1:] == ["of"]


SORTS_OF_FIGURES = Choices.of(
    "net | gross | operating | pretax pre-tax",
    "domestic internal | foreign international overseas",
    "passenger | freight cargo",
    "nominal | real",
    "direct | indirect",
    "annual yearly | monthly | weekly | daily | quarterly | hourly",
    "adult | child youth juvenile",
)
"""Words before one noun that make two measures of it: a net profit is no operating profit."""

LEVELS = SIZES | word_set("carry hold contain total number seat stand run operate")
"""Verbs of claims that tell how many there are, or were at a time."""

GAINS = word_set("""
    add gain lose cut shed hire recruit create close shut dismiss sack discard remove scrap
    """)
"""Verbs that tell by how many there came to be more, or fewer."""


def is_of_another_measure(statement: Statement, pairing: Pairing) -> bool:
    """Whether a figure is of something else that is measured of the same thing.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> profit = Fact("f", "The bank made a net profit of 310 million euros.")
    >>> judge(profit, Source("a", "The operating profit of the bank was 402 million euros.")).verdict.value
    'silent'
    >>> asked = {
    ...     "The bank made a profit of 402 million euros before tax.": "The bank made a profit of 310 million euros.",
    ...     "The operator was given another fine, of 300,000 pounds.": "The operator was fined 2 million pounds.",
    ...     "The company employs 2,300 people worldwide.": "The company employs 410 people in Leeds.",
    ...     "The house was valued at 1.8 million pounds.": "The house was sold for 2.1 million pounds.",
    ...     "Online sales rose 30 per cent in the first quarter.": "Sales rose 12 per cent in the first quarter.",
    ... }
    >>> any(judge(Fact("f", claim), Source("a", told)).verdict.value == "contradicts" for told, claim in asked.items())
    False
    """
    if not pairing.start:
        return False
    verb = predicate_of(pairing.passage, pairing.start[0])
    return (
        _by_its_sort(statement, pairing)
        or _by_what_is_left_out(statement, pairing)
        or _of_another_one(statement, pairing)
        or _of_everywhere(statement, pairing)
        or (verb is not None and _by_its_verb(statement, pairing, verb))
    )


def _by_its_verb(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """Whether what is said of a figure, or of whom, makes it one of another measure."""
    return (
        _at_which_it_was_valued(statement, pairing, verb)
        or _of_some_trade(statement, pairing, verb)
        or _by_how_many(statement, pairing, verb)
        or _of_some_place(statement, pairing, verb)
        or _over_a_time(statement, pairing, verb)
    )


def _by_its_sort(statement: Statement, pairing: Pairing) -> bool:
    """ "Operating profit" where the claim has a net profit."""
    own = clause(pairing.passage, pairing.start[0])
    for term in pairing.slot.terms:
        ours = _before(statement.passage, term.i)
        theirs = [_before(pairing.passage, i) for i in pairing.words_for((term,)) & own]
        if ours and theirs and all(SORTS_OF_FIGURES.apart(ours, before) for before in theirs):
            return True
    return False


_RECKONED = re.compile(
    r"\b(?:pre-?tax|operating|gross|underlying|adjusted)\s"
    r"|\b(?:before|after|excluding|without|stripping\sout)\s(?:the\s)?(?:interest|tax|taxes|depreciation|exceptional"
    r"|one-off|special|extraordinary)\b",
    re.I,
)
"""What is taken off a sum or left in it: of one quarter a profit before tax is larger than the profit."""

_NEAR = 30
"""So many letters around a sum are searched for that, and what a sentence opens with."""


def _by_what_is_left_out(statement: Statement, pairing: Pairing) -> bool:
    """ "A profit of 402 million before tax" where the claim says what the profit was."""
    if pairing.slot.kind != "money" or pairing.relation is not Relation.EXCLUDES:
        return False
    passage = pairing.passage
    at, end = (i - passage.span.start for i in (pairing.mention.span.start, pairing.mention.span.end))
    near = passage.text[max(0, at - _NEAR) : end + _NEAR]
    told = _RECKONED.match(passage.text) or _RECKONED.search(near)
    return told is not None and _RECKONED.search(statement.passage.text) is None


_ANOTHER = frozenset({"another", "separate", "further", "additional"})


def _of_another_one(statement: Statement, pairing: Pairing) -> bool:
    """ "Another fine, of 300,000 pounds" where the claim says what the fine was."""
    if pairing.relation is not Relation.EXCLUDES or any(t.lemma in _ANOTHER for t in statement.passage.tokens):
        return False
    passage = pairing.passage
    met = pairing.words_for(statement.terms)
    above = (passage.tokens[i] for i in passage.ancestors(pairing.start[0]))
    counted = passage.tokens[pairing.start[-1]].head
    noun = next((t for t in above if t.pos == "NOUN" and t.i in met and t.i != counted), None)
    return noun is not None and any(passage.tokens[c].lemma in _ANOTHER for c in passage.children[noun.i])


EVERYWHERE = word_set("worldwide globally nationwide nationally countrywide")
"""Words that say of a figure that it is that of all places."""


def _of_everywhere(statement: Statement, pairing: Pairing) -> bool:
    """ "Employs 2,300 people worldwide" where the claim has those of one place."""
    if pairing.slot.kind not in ("count", "money") or pairing.relation is not Relation.EXCLUDES:
        return False
    if not statement.marks.place or _is_smaller(pairing):
        return False
    own = (pairing.passage.tokens[i].lemma.lower() for i in clause(pairing.passage, pairing.start[0]))
    claimed = (t.lemma.lower() for t in statement.passage.tokens)
    return EVERYWHERE.isdisjoint(claimed) and not EVERYWHERE.isdisjoint(own)


_VALUED = word_set("value appraise insure assess")
_CHANGED_HANDS = word_set("sell buy fetch purchase acquire auction pay")


def _at_which_it_was_valued(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "The house was valued at 1.8 million" where the claim says for how much it was sold."""
    ours, theirs = statement.passage.tokens[statement.root].lemma, pairing.passage.tokens[verb].lemma
    return pairing.slot.kind == "money" and ours in _CHANGED_HANDS and theirs in _VALUED


_OF_SOME_TRADE = word_set("online domestic foreign overseas international export retail wholesale")


def _of_some_trade(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "Online sales rose by 30 per cent" where the claim has all sales."""
    if pairing.slot.kind != "share" or pairing.relation is not Relation.EXCLUDES:
        return False
    theirs = _own_subject(statement, pairing, verb)
    if theirs is None or any(t.lemma.lower() in _OF_SOME_TRADE for t in statement.passage.tokens):
        return False
    return not _OF_SOME_TRADE.isdisjoint(_before(pairing.passage, theirs))


def _own_subject(statement: Statement, pairing: Pairing, verb: int) -> int | None:
    """The subject of a verb of a source, where it is met for that of the claim."""
    ours, theirs = subject_of(statement.passage, statement.root), subject_of(pairing.passage, verb)
    return theirs if theirs in pairing.words_for([t for t in statement.terms if t.i == ours]) else None


def _before(passage: Passage, noun: int) -> list[str]:
    below = (passage.tokens[c] for c in passage.children[noun])
    return [t.text.lower() for t in below if t.i < noun and t.dep in ("amod", "compound")]


def _by_how_many(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "The new wing adds 60 beds" where the claim says how many there are."""
    passage, root = pairing.passage, statement.passage.tokens[statement.root].lemma
    if pairing.slot.kind != "count" or root not in LEVELS or passage.tokens[verb].lemma not in GAINS:
        return False
    noun = passage.tokens[passage.tokens[pairing.start[-1]].head]
    return noun.dep == "dobj" and noun.head == verb and not any(t.lemma in GAINS for t in statement.passage.tokens)


_WHERE = frozenset({"location", "region", "area", "district"})


def _of_some_place(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "Turnout in the capital was 70 per cent" where the claim has that of all."""
    claim, passage = statement.passage, pairing.passage
    if pairing.slot.kind != "share" or pairing.relation is not Relation.EXCLUDES:
        return False
    ours, theirs = subject_of(claim, statement.root), _own_subject(statement, pairing, verb)
    if ours is None or theirs is None or _placed(claim, ours):
        return False
    said = pairing.words_for(statement.terms)
    return any(
        passage.tokens[n].pos == "NOUN"
        and n not in said
        and (passage.tokens[n].lemma == "capital" or bool(_WHERE & lexicon.hypernyms(passage.tokens[n].lemma, 8)))
        for n in _placed(passage, theirs)
    )


def _placed(passage: Passage, noun: int) -> list[int]:
    """Where something is, or among whom: the capital of "turnout in the capital"."""
    below = (c for c in passage.children[noun] if passage.tokens[c].dep == "prep")
    return [n for c in below for n in passage.children[c] if passage.tokens[n].dep == "pobj"]


_SO_FAR = re.compile(
    r"\b(?:this\syear|so\sfar|year\sto\sdate|since\s\w|(?:over|in|during)\sthe\s(?:past|last)\s)", re.I
)


def _over_a_time(statement: Statement, pairing: Pairing, verb: int) -> bool:
    """ "The shares are down 30 per cent this year" where the claim says by how much they fell."""
    passage, root = pairing.passage, statement.passage.tokens[statement.root].lemma
    if pairing.slot.kind != "share" or root not in MOVES or passage.tokens[verb].lemma != "be":
        return False
    if pairing.relation is not Relation.EXCLUDES:
        return False
    behind = passage.text[passage.tokens[verb].end - passage.span.start :]
    moved = any(passage.tokens[c].lemma in ("up", "down", "high", "low") for c in passage.children[verb])
    return moved and bool(_SO_FAR.search(behind)) and not _SO_FAR.search(statement.passage.text)


_DONE_DAILY = word_set("""
    cut hire recruit shed arrest detain dismiss sell deliver produce carry handle ship export import hear treat receive
    register record issue earn plant collect vaccinate test build admit rescue serve attract see
    """)
"""Verbs of claims of which the figures of single days and months add up; a fine, a price and a vote are of one day."""

_EVENTS = frozenset({"happening", "event", "phenomenon"})
_MANY_TIMES = 2
"""How many times a claim's figure must be that of one day for the day to be one of many."""


def of_a_stretch(statement: Statement, pairing: Pairing, said: When | None) -> bool:
    """Whether a smaller figure is that of a part of a claim's time, or of one day where the claim tells of many.

    What happened once was over in a day, and its figures are those of the whole.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> cut = Fact("f", "The company cut 600 jobs in 2024.")
    >>> judge(cut, Source("a", "The company cut 400 jobs in the first half of 2024.")).verdict.value
    'inconclusive'
    """
    if pairing.relation is not Relation.EXCLUDES or not _is_smaller(pairing) or said is None or statement.state:
        return False
    if pairing.slot.kind != "count" or statement.passage.tokens[statement.root].lemma not in _DONE_DAILY:
        return False
    verb = predicate_of(pairing.passage, pairing.start[0]) if pairing.start else None
    if verb is None or _happened_once(pairing.passage, verb, pairing.start):
        return False
    if _happened_once(statement.passage, statement.root, pairing.slot.tokens):
        return False
    theirs, ours = said.named, None if statement.time is None else statement.time.named
    one_day = theirs.first == theirs.last
    if ours is None:
        few, many = (m.value.quantity.stated for m in (pairing.mention, pairing.slot.mention))
        return one_day and few * _MANY_TIMES < many
    longer = ours.last - ours.first > theirs.last - theirs.first + timedelta(days=1)
    return not one_day and longer and ours.first <= theirs.first and theirs.last <= ours.last


def _happened_once(passage: Passage, verb: int, figure: Sequence[int]) -> bool:
    """Whether a clause tells of one thing that came to pass, beside what a figure counts: "in the crash"."""
    counted = {passage.tokens[i].head for i in figure}
    nouns = (passage.tokens[i] for i in clause(passage, verb) - counted if passage.tokens[i].pos == "NOUN")
    return any(_EVENTS & lexicon.hypernyms(t.lemma, 8) for t in nouns)


LONG_AGO = timedelta(days=300)
"""How long before a text a day is that another of its kind may have followed."""


def is_of_long_ago(statement: Statement, marks: Marks, published: date | None) -> bool:
    """Whether all the days that a passage gives were long before it was published, where a claim names no time."""
    told = [m.value.named.last for m in marks.date if m.value.anchored]
    return statement.time is None and published is not None and bool(told) and max(told) < published - LONG_AGO


def is_told_of_then(statement: Statement, pairing: Pairing, said: When | None, published: date | None) -> bool:
    """Whether a figure is told of a year gone by where a claim names no time: of what it says is so today ("the town
    had 15 pools in 2009"), or in passing ("the Greens, who won 24 seats in 2021, are now second")."""
    passage = pairing.passage
    verb = predicate_of(passage, pairing.start[0]) if pairing.start else None
    if verb is None or said is None or statement.time is not None or tense(passage, verb) is not Tense.PAST:
        return False
    if published is None or said.named.last > published - LONG_AGO or pairing.slot.kind != "count":
        return False
    if statement.state and tense(statement.passage, statement.root) is Tense.PRESENT:
        return True
    if passage.tokens[verb].dep != "relcl":
        return False
    above = next((i for i in passage.ancestors(verb) if passage.tokens[i].dep == "ROOT"), None)
    return above is not None and tense(passage, above) is Tense.PRESENT
