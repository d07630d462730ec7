"""How surely a time of a source is that of what a claim says happened, and how the two times relate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import LIGHT, Term, fold, lemma_of
from secondsource.grammar.number_words import ORDINALS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import phases
from secondsource.judging.bearers import (
    DAYS_OF,
    EMPTY,
    ENDS,
    GENERAL,
    HAPPENS,
    NAMING,
    STARTS,
    Bearer,
    bearers,
    label_of,
    names_a_thing,
    objects_of,
    tells_end,
    tells_start,
    verbs_of,
)
from secondsource.judging.following import is_follower
from secondsource.judging.reaches import out_of_reach
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, Standing, standing
from secondsource.language.attitudes import NEGATIVES
from secondsource.language.clauses import Tense, coordinated, deed, gapped, predicate_of, subject_of, subtree, tense
from secondsource.language.days import CALENDAR
from secondsource.sources import Kind, Span
from secondsource.values import clock, date
from secondsource.values.clock import Clock
from secondsource.values.date import Role, When
from secondsource.values.mention import Mention
from secondsource.values.ordinal import tells_which

AKIN = 0.75
"""How near two words must be for the same thing to have happened."""
SAME, NOT_SAID, OTHER, NOUNS_OWN, ANOTHERS = 1.0, 0.8, 0.6, 0.3, 0.2
"""How sure it is that a date is that of what the claim says: its verb or noun is the claim's, says nothing of its own,
is another one; or it is the date of another noun alone, or of another one of its kind."""
NEVER = -1.0
"""That a day no longer holds, or is that of another phase, is no report of it, however much else is met."""
REPEATED = word_set("""
    call phone telephone speak talk conversation meet meeting visit tour travel trip say speech statement interview
    play match game win defeat attack raid shell bomb fly flight write letter
    """)
"""What happens again and again, so that another day is most likely that of another one."""
DEADLINES = frozenset({Role.BY, Role.UNTIL})
SEASON = timedelta(days=92)
PLANS = frozenset(
    ["original", "originally", "initially", "previously", "first", "plan", "schedule", "expect", "due", "mean"]
)
"""Words of claims about a day that may have been given up since."""


def sureness(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[When], aliases: Aliases
) -> float:
    """How sure it is that a date of a source is the date of what the claim says happened."""
    met = OTHER if of_the_event(statement, passage, mention) else NOUNS_OWN
    if is_superseded(passage, mention) and not _plans(statement, slot):
        return NEVER
    if had_been_set(passage, mention) and not any(t.lemma in SETTING for t in statement.passage.tokens):
        return NEVER
    start = tuple(t.i for t in passage.tokens_in(mention.core))
    if others.in_another_post(statement, passage, start):
        return NEVER
    if start and _of_telling(statement, passage, start[0]):
        return ANOTHERS
    if slot.kind == "date" and _of_another_year(statement, slot, mention):
        return NEVER
    if others.another(statement, passage, start) or others.other_patient(statement, passage, start, aliases):
        return ANOTHERS
    if slot.kind == "date" and others.other_sort(statement, index, passage, aliases):
        return ANOTHERS
    if _of_another_label(statement, index, passage, mention, aliases):
        return ANOTHERS
    if start and _of_another_turn(statement, passage, start[0]):
        return NEVER
    if start and _of_the_other(statement, index, passage, start[0], aliases):
        return NEVER
    if start and _of_who_went_before(statement, index, passage, start[0], aliases):
        return NEVER
    if start and _of_another_doer(statement, index, passage, start[0], aliases):
        return NEVER
    ours = bearers(statement.passage, slot.mention.core, slot.mention.value.adnominal)
    theirs = bearers(passage, mention.core, mention.value.adnominal)
    if not ours or not theirs:
        return NOT_SAID if met == OTHER and slot.kind == "date" else met
    if _of_another_phase(statement, slot, ours, passage, mention, theirs):
        return NEVER
    named = frozenset[int]().union(*(other.named for other in theirs))
    told = frozenset[int]().union(*(_met(statement, mine, index, passage, aliases) for mine in ours))
    if slot.kind == "date" and named.isdisjoint(told) and out_of_reach(passage, mention.core, told):
        return NEVER
    doubt = NOUNS_OWN if _lasts_since(mention, slot) and not any(b.starts for b in ours) else met
    for mine in ours:
        hits = _met(statement, mine, index, passage, aliases)
        labelled = bool(label_of(passage, mention.core))
        bare = _met(statement, mine, index, passage, aliases, bare=True) if labelled else hits
        for other in theirs:
            if _opposite_ends(mine, other, mention.value.role):
                continue
            # "Launched: 3 June" leaves it to the heading to say what was.
            if other.named & (hits if names_a_thing(passage, other) else bare):
                return OTHER if slot.kind == "date" and _is_repeated(statement, mine) else SAME
            if met == OTHER and _resumes(passage, other):
                doubt = max(doubt, SAME if _goes_before(statement, mine, index, passage, aliases) else NOT_SAID)
            if met == OTHER and {slot.mention.value.role, mention.value.role} <= DEADLINES:
                doubt = max(doubt, NOT_SAID)  # few things have a last day
    return doubt


REGULAR = word_set("""
    festival marathon fair carnival regatta parade gala pageant championship tournament cup derby pilgrimage anniversary
    """)
"""What is held year by year, so that a day of another year is that of another one."""

_HELD = word_set("hold take run begin start open end close win finish")
"""Verbs of claims that are of one of them, and not of the first, or of how all came to be."""


def _of_another_year(statement: Statement, slot: Slot, mention: Mention[When]) -> bool:
    """Whether a day is some year from the claim's own, of what is held every year."""
    ours, theirs = slot.mention.value, mention.value
    if not (ours.anchored and theirs.anchored) or REGULAR.isdisjoint(t.lemma for t in statement.core):
        return False
    if statement.passage.tokens[statement.root].lemma not in _HELD or statement.marks.ordinal:
        return False
    apart: timedelta = max(theirs.named.first - ours.named.last, ours.named.first - theirs.named.last)
    return apart > _A_YEAR


_A_YEAR = timedelta(days=270)


def _of_telling(statement: Statement, passage: Passage, i: int) -> bool:
    """Whether a time is when somebody spoke, and the claim is not of speaking: "it was old, he told us on Thursday"."""
    verb = predicate_of(passage, i)
    if verb is None or passage.tokens[verb].lemma not in TELLING or verb > i:
        return False
    said = (statement.passage.tokens[t.i] for t in statement.terms if t.pos in ("VERB", "NOUN"))
    return not any(lexicon.kinship(lemma_of(t), word) >= AKIN for t in said for word in (*TELLING, "speech", "speak"))


TELLING = frozenset({"tell"})
"""Verbs of whoever speaks to somebody. What is "said on Thursday" may have been made known by that."""


def _of_another_turn(statement: Statement, passage: Passage, i: int) -> bool:
    """Whether a time is that of another one by its number: of the second contingent, where the claim's is the third."""
    ours = {m.value.rank: fold(m.value.noun) for m in statement.marks.ordinal if tells_which(m.value)}
    verb = predicate_of(passage, i)
    if len(ours) != 1 or verb is None:
        return False
    ((rank, noun),) = ours.items()
    own = [c for c in passage.children[verb] if c < i and passage.tokens[c].dep in ("nsubj", "nsubjpass")]
    subject = own[-1] if own else subject_of(passage, verb)  # of two halves of a sentence the nearer one's
    parties = [passage.tokens[n] for n in (*objects_of(passage, verb), *(() if subject is None else (subject,)))]
    for party in parties:
        numbered = [ORDINALS.get(passage.tokens[c].text.lower()) for c in (party.i, *passage.children[party.i])]
        told = [n for n in numbered if n is not None]
        alike = party.text.lower() in ORDINALS or lexicon.kinship(lemma_of(party), noun) >= AKIN
        if told and alike:
            return rank not in told
    return False


def _of_the_other(statement: Statement, index: SourceIndex, passage: Passage, i: int, aliases: Aliases) -> bool:
    """Whether a time is told of another thing by a verb that is said once for two: "the dam was finished in 2000 and
    the road in 1998", "she met the unions on Monday and the employers on Tuesday"."""
    told = (t.i for t in passage.tokens if t.text[0].isdigit() or t.text.lower() in CALENDAR)
    gaps = frozenset[int]().union(*(gapped(passage, at) for at in told))
    if any(gapped(statement.passage, t.i) for t in statement.passage.tokens):
        return False
    own = gapped(passage, i)
    beside = next((t.i for t in reversed(passage.tokens[: min(own, default=0)]) if _names_something(t)), None)
    for term in statement.terms:
        hits = index.words_in((term,), passage, aliases) if term.pos in ("NOUN", "PROPN") else frozenset[int]()
        if hits and (hits.isdisjoint(gaps) and beside in hits if own else hits <= gaps):
            return True
    return False


def _names_something(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.text.lower() not in CALENDAR


def _of_another_doer(statement: Statement, index: SourceIndex, passage: Passage, i: int, aliases: Aliases) -> bool:
    """Whether a time is told of somebody else, and the claim's own does something else beside it: "the schools were
    closed on Monday, but the airport stayed open"."""
    verb, subject = predicate_of(passage, i), [t for t in statement.terms if t.subject]
    theirs = None if verb is None else subject_of(passage, verb)
    if verb is None or theirs is None or passage.tokens[theirs].pos not in ("NOUN", "PROPN"):
        return False
    if passage.tokens[verb].lemma != statement.passage.tokens[statement.root].lemma:
        return False
    met = index.words_in(subject, passage, aliases)
    if not met or not met.isdisjoint(deed(passage, verb)):
        return False
    return any(subject_of(passage, v) in met for v in coordinated(passage, verb) if v != verb)


_CALLED = frozenset({"call", "schedule"})


def _of_who_went_before(statement: Statement, index: SourceIndex, passage: Passage, i: int, aliases: Aliases) -> bool:
    """Whether a time is that of others, whom the claim's own followed: "Nepal joined in May and Chad followed suit"."""
    behind = index.passages[passage.index : passage.index + 2]
    subject, verb = [t for t in statement.terms if t.subject], predicate_of(passage, i)
    told = ((p, j) for p in behind for j in index.words_in(subject, p, aliases))
    return any(is_follower(p, j) and (p is not passage or predicate_of(p, j) != verb) for p, j in told)


def _of_another_phase(
    statement: Statement,
    slot: Slot,
    ours: Sequence[Bearer],
    passage: Passage,
    mention: Mention[When] | Mention[Clock],
    theirs: Sequence[Bearer],
) -> bool:
    """Whether one thing is told of in another phase of its life: a treaty signed, where the claim has it ratified.

    What is open until a time is closed from then on, so that a time up to which something goes on tells of two.
    """
    if slot.kind == "date" and slot.mention.value.edges:
        return False
    lasting = {slot.mention.value.role, mention.value.role} & date.EDGES.keys()
    said = set().union(*(_deeds_said(passage, other.named | _joined(passage, other)) for other in theirs))
    if said & phases.FIRST_SAID and not is_for(passage, mention):
        said &= phases.FIRST_SAID
    if is_for(passage, mention):
        said -= _CALLED  # "the election has been called for 7 May" tells when it is held
    deeds = set().union(*(_deeds_said(statement.passage, mine.named) for mine in ours))
    opposite = all(_opposite_ends(mine, other, mention.value.role) for mine in ours for other in theirs)
    thing = deeds & said  # "the election was called", "the election was held"
    return opposite or (not lasting and phases.LIVES.apart(deeds - thing, said - thing))


def of_another_event(
    statement: Statement, index: SourceIndex, passage: Passage, mention: Mention[When], aliases: Aliases
) -> bool:
    """Whether a source says in so many words that something else was then: "a fair will be held on 9 May".

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> told = "The pier is old. A fair was held on 4 March 2024. Many came. It rained."
    >>> [judge(Fact("f", f"{what} on 4 March 2024."), Source("a", told)).verdict.value
    ...  for what in ("The pier collapsed", "A fair took place")]
    ['silent', 'supports']
    """
    theirs = bearers(passage, mention.core, mention.value.adnominal)
    held = [b for b in theirs if any(passage.tokens[i].pos == "VERB" for i in b.named)]
    verbs = {passage.tokens[i].lemma for b in held for i in b.named if passage.tokens[i].pos == "VERB"}
    nouns = {i for b in held for i in b.named if passage.tokens[i].pos in ("NOUN", "PROPN", "PRON")}
    plain = all(passage.tokens[i].pos != "PRON" and passage.tokens[i].dep != "dobj" for i in nouns)
    if not nouns or not verbs or not verbs <= IS_HELD or not plain:
        return False
    return index.words_in(statement.terms, passage, aliases).isdisjoint(nouns)


IS_HELD = frozenset({"take", "hold", "happen", "occur", "schedule"})
"""Verbs that say of what is named beside them that it was then, and nothing else."""


def _deeds_said(passage: Passage, named: Iterable[int]) -> set[str]:
    """The words for what came to pass; that construction began is told by "construction"."""
    words = {_with_particle(passage, i) for i in named}
    return {w for w in words if w not in STARTS | ENDS and w in phases.LIVES} or words


def _with_particle(passage: Passage, i: int) -> str:
    """A word, or the one that says the same where a particle turns it: what is called off is cancelled."""
    particles = {passage.tokens[c].lemma for c in passage.children[i] if passage.tokens[c].dep == "prt"}
    return next(
        (word for p, word in _TURNED.get(passage.tokens[i].lemma, ()) if p in particles), lemma_of(passage.tokens[i])
    )


_TURNED = {
    "call": (("off", "cancel"),),
    "break": (("off", "suspend"),),
    "shut": (("down", "close"),),
}
"""Verbs that with a particle stand elsewhere in a life than without."""


def _joined(passage: Passage, bearer: Bearer) -> frozenset[int]:
    """The verbs joined to one of which a time is the time too: "was arrested and charged on 3 March", but not "was
    arrested on 1 March and charged on 3 March"."""
    found = set[int]()
    for verb in (i for i in bearer.named if passage.tokens[i].pos == "VERB"):
        at = passage.tokens[verb]
        while at.dep == "conj" and not any(t.dep == "prep" for t in passage.tokens[at.head : at.i]):
            at = passage.tokens[at.head]
            found.add(at.i)
    return frozenset(found)


def is_for(passage: Passage, mention: Mention[When] | Mention[Clock]) -> bool:
    """Whether a time is given for something to come: "the closure was announced for 9 May"."""
    at = mention.core.start - passage.span.start
    return passage.text[:at].rstrip().endswith(" for")


def _opposite_ends(mine: Bearer, other: Bearer, role: Role) -> bool:
    """Whether one is the start of something and the other an end; what is open until a time ends then."""
    at_end = role is Role.UNTIL
    return (mine.starts and (other.ends or at_end)) or (mine.ends and other.starts and not at_end)


def kinship(
    statement: Statement,
    slot: Slot,
    index: SourceIndex,
    passage: Passage,
    mention: Mention[When],
    aliases: Aliases,
    heavy: bool = False,
) -> float:
    """How near a word that a date of a source is the date of comes to one that the claim's is the date of; ``heavy``
    leaves out that both began or ended, where the claim says what."""
    ours = bearers(statement.passage, slot.mention.core, slot.mention.value.adnominal)
    named = frozenset[int]().union(*(b.named for b in bearers(passage, mention.core, mention.value.adnominal)))
    words = [t for t in statement.terms if any(t.i in b.named for b in ours) and not _says_nothing(t)]
    said = ([t for t in words if t.lemma not in STARTS | ENDS] or words) if heavy else words
    return max((h.kinship for h in index.hits_in(said, passage, aliases) if h.token in named), default=0.0)


def _plans(statement: Statement, slot: Slot) -> bool:
    """Whether a claim is of a day that was only planned: "was first set for 9 May"."""
    passage = statement.passage
    below = (statement.root, *passage.children[statement.root])
    return is_superseded(passage, slot.mention) or any(passage.tokens[i].lemma.lower() in PLANS for i in below)


def _of_another_label(
    statement: Statement, index: SourceIndex, passage: Passage, mention: Mention[When], aliases: Aliases
) -> bool:
    """Whether what a row, or a line with a colon, gives a day of is nothing that the claim has a word for."""
    if passage.kind is Kind.ROW:
        label = frozenset(t.i for t in passage.tokens if t.end <= mention.core.start and t.pos in NAMING)
    else:
        label = label_of(passage, mention.core)
    words = {lemma_of(passage.tokens[i]) for i in label}
    if not any(word.isalpha() and word not in EMPTY | DAYS_OF | GENERAL for word in words):
        return False
    return index.words_in(statement.terms, passage, aliases).isdisjoint(label)


def _lasts_since(mention: Mention[When], slot: Slot) -> bool:
    """Whether a source tells since when something has been so, and the claim when something happened."""
    theirs, ours = mention.value, slot.mention.value
    return theirs.role is Role.SINCE and not theirs.adnominal and ours.role not in (Role.SINCE, Role.FROM)


def _is_repeated(statement: Statement, mine: Bearer) -> bool:
    """Whether what the claim's date is the date of may come to pass any number of times."""
    words = (t for t in statement.terms if t.i in mine.named and not (t.pos == "VERB" and t.lemma in LIGHT))
    return any(t.lemma in REPEATED for t in words)


def rules_out_earlier(mention: Mention[When], passage: Passage) -> bool:
    """Whether a "not" has been read with a date: "will not open before May"."""
    said = mention.span.moved(-passage.span.start).of(passage.text).split()
    return mention.value.role is Role.FROM and said[0].lower() in ("before", "until", "till")


def speaks_of_it(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether a passage names what the claim's date is the date of, with no date or another."""
    slots = [s for s in statement.tested if s.kind == "date"]
    ours = [m for s in slots for m in bearers(statement.passage, s.mention.core, s.mention.value.adnominal)]
    return not ours or any(_met(statement, mine, index, passage, aliases) for mine in ours)


def _goes_before(statement: Statement, mine: Bearer, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether an "it" can stand for what the claim speaks of: the subject of the sentence before, or what it says."""
    if passage.index == 0:
        return False
    before = index.passages[passage.index - 1]
    root = next((t.i for t in before.tokens if t.head == t.i), None)
    if root is None:
        return False
    return bool(_met(statement, mine, index, before, aliases) & {root, subject_of(before, root)})


def _resumes(passage: Passage, bearer: Bearer) -> bool:
    """Whether a date is that of something named before: "It was on Tuesday evening"."""
    words = [passage.tokens[i] for i in bearer.named]
    verbs_say_nothing = all(t.lemma in HAPPENS | STARTS | ENDS for t in words if t.pos in ("VERB", "AUX"))
    pronoun = any(t.lemma.lower() in ("it", "they", "this", "that", "these", "those") for t in words)
    pronoun |= any(t.lemma.lower() in ("date", "day") and _is_the(passage, t) for t in words)
    names = (t for t in words if t.lemma.lower() not in ("date", "day", "new", "the"))
    return verbs_say_nothing and pronoun and not any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") for t in names)


def _is_the(passage: Passage, noun: Token) -> bool:
    """Whether a noun stands as in "the date" or "the new date", with nothing that says of what."""
    below = [passage.tokens[c] for c in passage.children[noun.i]]
    return any(t.lemma.lower() == "the" for t in below) and all(t.lemma.lower() in ("the", "new") for t in below)


def tells(relation: Relation, theirs: When, ours: When) -> bool:
    """Whether of all days it is the claim's own, or its very month or season: a sign by itself.

    What has been so since a day is seldom what happened on it.
    """
    if theirs.role is Role.SINCE and ours.role is not Role.SINCE:
        return False
    bounded = not (theirs.open_start or theirs.open_end) and theirs.named.last - theirs.named.first <= SEASON
    return relation is Relation.ENTAILS or (relation is Relation.COMPATIBLE and bounded)


def least(relation: Relation, slot: Slot) -> float:
    """How sure a date must be to be the claim's, for all that is said, since of all days it is the claim's own.

    The very day tells more than the noun that it is the date of: "on 4 May", and "the accident of 4 May".
    """
    ours = slot.mention.value
    of_a_day = ours.named.first == ours.named.last and ours.role not in DEADLINES
    return NOUNS_OWN if relation is Relation.ENTAILS and of_a_day else OTHER


_FORMER = re.compile(
    r"\b(?:rather than|instead of|as against|previously|formerly|originally|initially|at first|first planned)\b"
    r"\W{0,3}(?:\b(?:have|been|set|planned|scheduled|due|was|were|is|to|be|on|in|for|by|from|the"
    r"|begin|start|open|close|end|launch|finish)\W{1,3}){0,5}$",
    re.I,
)


def is_superseded(passage: Passage, mention: Mention[When]) -> bool:
    """Whether a date is named as one that no longer holds: "in May rather than in March", "(previously: 2026)"."""
    at, end = mention.core.start - passage.span.start, mention.core.end - passage.span.start
    former = _FORMER.search(passage.text[max(0, at - 60) : at]) is not None
    return former or date.is_given_up(passage.text, at, end)


SETTING = word_set("set schedule plan expect slate book fix arrange mean due originally first")
"""Words of claims that are of a day arranged beforehand."""
_HAD_BEEN_SET = re.compile(
    r"\bhad\s(?:\w{3,10}\s)?been\s(?:\w{3,10}\s)?(?:set\s(?:for|to)|scheduled|planned|slated|booked|due|meant|expected)\b"
    r"(?:(?!\b(?:and|but|then|was|were)\b)[^.;,:]){0,50}$",
    re.I,
)


def had_been_set(passage: Passage, mention: Mention[When]) -> bool:
    """Whether a day is told as one for which something had been arranged: "had been set for launch on 1 May".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "It had been set for launch on 1 May 2026. It was launched on 3 May 2026."))
    >>> [had_been_set(p, found.date[0]) for p, found in zip(told.passages, mark(told), strict=True)]
    [True, False]
    """
    at = mention.core.start - passage.span.start
    return _HAD_BEEN_SET.search(passage.text[max(0, at - 90) : at]) is not None


def _says_nothing(term: Term) -> bool:
    """Whether a word tells when a thing was and not what: a "run" does, and "runs" does not."""
    return term.lemma in LIGHT or (term.lemma in HAPPENS and term.pos in ("VERB", "AUX"))


def _met(
    statement: Statement, mine: Bearer, index: SourceIndex, passage: Passage, aliases: Aliases, bare: bool = False
) -> frozenset[int]:
    """The words of a passage for what the claim's date is the date of; that it began or ended is told by the thing
    that did, unless a label gives it ``bare``."""
    words = [t for t in statement.terms if t.i in mine.named and not _says_nothing(t)]
    heavy = [t for t in words if t.lemma not in STARTS | ENDS | DAYS_OF]
    said = words if bare else heavy or words
    return index.words_in(said, passage, aliases, AKIN)


def relate(slot: Slot, statement: Statement, mention: Mention[When], passage: Passage) -> Relation | None:
    """How a date of a source relates to a claim's, by what happened on them.

    A last day is a figure of its own: "by 30 September" is another deadline than "by 31 October". What began on a day
    has been so since that day, and what ended on one lasted until then.
    """
    ours, theirs, claim = slot.mention.value, mention.value, statement.passage
    if rules_out_earlier(slot.mention, claim) and theirs.anchored and ours.anchored:
        return _later_than(theirs, ours, rules_out_earlier(mention, passage))
    if is_not_yet(passage, mention) and not is_not_yet(claim, slot.mention):
        still_not = theirs.anchored is ours.anchored and ours.named.last < theirs.named.first
        return Relation.EXCLUDES if still_not and _is_of_the_same(statement, passage, mention) else None
    still = tense(claim, statement.root) is not Tense.PAST or _is_to_be_met(claim, slot)
    last_day = ours.role is Role.UNTIL or (ours.role is Role.BY and still)
    if last_day and theirs.role in (Role.ON, Role.AFTER) and tells_end(passage, mention):
        theirs = replace(theirs, role=Role.UNTIL)
    elif ours.role is Role.ON and theirs.role in DEADLINES and tells_end(claim, slot.mention):
        ours = replace(ours, role=Role.UNTIL)
    if ours.edges is None and (last := _edge_meant(claim, slot.mention)) is not None:
        theirs = date.edge(theirs, last, ours.role)
    if last_day and theirs.role not in DEADLINES:
        # What will not open before May will not have opened by April.
        too_late = rules_out_earlier(mention, passage) and theirs.anchored and theirs.named.first > ours.named.last
        return Relation.EXCLUDES if too_late and ours.role is Role.BY and ours.anchored else None
    if ours.role in DEADLINES and theirs.role in DEADLINES and ours.anchored:
        if theirs.named == ours.named:
            return Relation.ENTAILS
        if all(w.named.first == w.named.last and w.loose is None for w in (theirs, ours)):
            return Relation.EXCLUDES
        if last_day and theirs.anchored and not (theirs.loose or theirs.named).meets(ours.loose or ours.named):
            return Relation.EXCLUDES  # "by June 2029" and "until the end of 2031"
    if (
        ours.role in (Role.SINCE, Role.FROM)
        and theirs.role in _DAYS
        and _comes_about(passage, mention, claim, slot.mention)
    ):
        ours = replace(ours, role=theirs.role)
    elif theirs.role is Role.SINCE and ours.role in _DAYS and _comes_about(claim, slot.mention, passage, mention):
        theirs = replace(theirs, role=ours.role)
    found = date.relate(theirs, ours)
    if not theirs.anchored and found is Relation.EXCLUDES:
        # "It met on 9 June" may be of another year, and "it is shut on Monday" is so on other days, too.
        is_usual = tense(claim, statement.root) is Tense.PRESENT
        return Relation.COMPATIBLE if ours.anchored else None if is_usual else found
    # "It was also shown in May": a claim that says so knows of other days.
    return None if found is Relation.EXCLUDES and is_besides(claim, statement.root) else found


_AS_OF = re.compile(r"\bas (?:of|at|late as)\W{1,3}(?:\w{1,9}\W{1,3}){0,3}$", re.I)
_ELSE = frozenset({"else", "other", "another", "further", "more"})
_LASTING = word_set("hour day week month year decade")


def is_not_yet(passage: Passage, mention: Mention[When]) -> bool:
    """Whether a time is one at which a thing had not come to pass: "no vote had been held by 5 June".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "As of 5 June nobody had died. It did not rain on 6 June. It had rained by 7 June."))
    >>> [is_not_yet(p, found.date[0]) for p, found in zip(told.passages, mark(told), strict=True)]
    [True, False, False]
    """
    words = passage.tokens_in(mention.core)
    verb = predicate_of(passage, words[0].i) if words and passage.kind is not Kind.ROW else None
    if verb is None or mention.value.role not in (Role.ON, Role.BY):
        return False
    before = passage.text[: mention.core.start - passage.span.start]
    helpers = (passage.tokens[c] for c in passage.children[verb])
    perfect = any(t.lemma == "have" and t.dep == "aux" for t in helpers)
    if _has_yet_to(passage, verb):
        return True
    if not (perfect or mention.value.role is Role.BY or _AS_OF.search(before)):
        return False
    own = deed(passage, verb)
    if any(passage.tokens[i].lemma.lower() in _ELSE or _is_how_long(passage, i) for i in own):
        return False  # "nobody else had died", "had not paid them for three months"
    subject = subject_of(passage, verb)
    nobody = subject is not None and any(
        passage.tokens[i].lemma.lower() in NEGATIVES for i in (subject, *passage.children[subject])
    )
    return nobody or standing(passage, verb).factuality is Factuality.NEGATED


def _has_yet_to(passage: Passage, verb: int) -> bool:
    """ "Talks had yet to resume"."""
    above = passage.tokens[passage.tokens[verb].head]
    between = (t.text.lower() for t in passage.tokens[above.i : verb])
    return above.lemma == "have" and above.i < verb <= above.i + 4 and "yet" in between


def _is_how_long(passage: Passage, i: int) -> bool:
    """Whether a noun tells how long: "for three months", "in two years", "in nine matches"."""
    token, above = passage.tokens[i], passage.tokens[passage.tokens[i].head]
    counted = token.lemma in _LASTING or any(passage.tokens[c].dep == "nummod" for c in passage.children[i])
    return counted and token.text.lower() not in CALENDAR and above.dep == "prep" and above.lemma in _FOR


_FOR = frozenset({"for", "in", "within"})


def _is_of_the_same(statement: Statement, passage: Passage, mention: Mention[When]) -> bool:
    """Whether what had not come to pass is what the claim says did: the same deed, and of nobody or of the same."""
    claim, words = statement.passage, passage.tokens_in(mention.core)
    verb, ours = predicate_of(passage, words[0].i) if words else None, subject_of(claim, statement.root)
    if verb is None or lexicon.kinship(passage.tokens[verb].lemma, claim.tokens[statement.root].lemma) < AKIN:
        return False
    theirs = subject_of(passage, verb)
    if theirs is None or ours is None or passage.tokens[theirs].pos == "PRON":
        return True
    if any(passage.tokens[i].lemma.lower() in NEGATIVES for i in (theirs, *passage.children[theirs])):
        # "no minister for health had been named" is no word on other ministers
        said = {lemma_of(t) for t in claim.tokens}
        below = (passage.tokens[i] for i in subtree(passage, theirs) - {theirs})
        return all(lemma_of(t) in said for t in below if t.pos in ("NOUN", "PROPN"))
    return lexicon.kinship(passage.tokens[theirs].lemma.lower(), claim.tokens[ours].lemma.lower()) >= AKIN or (
        passage.tokens[theirs].lemma == claim.tokens[ours].lemma
    )


def _is_to_be_met(claim: Passage, slot: Slot) -> bool:
    """Whether a claim's day is one by which something was to be: "was to lapse if it was not paid by 4 May", "had to be
    paid by 4 May"; what had been paid by 4 May may have been any time before."""
    stood = standing(claim, slot.tokens[0]) if slot.tokens else Standing()
    return stood.factuality in (Factuality.PLANNED, Factuality.CONDITIONAL)


def _later_than(theirs: When, ours: When, bound: bool) -> Relation:
    """What a day, or a day from which on only (``bound``), does to a claim that something is not before another."""
    if theirs.role not in _DAYS and not bound:
        return Relation.COMPATIBLE
    if theirs.first >= ours.first:
        return Relation.ENTAILS
    early = theirs.named.last < ours.first and not bound
    return Relation.EXCLUDES if early else Relation.COMPATIBLE


def is_besides(passage: Passage, i: int) -> bool:
    """Whether a verb is said of one more of several: "also", "too".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They also sang in May.")).passages
    >>> is_besides(passage, 2)
    True
    """
    return any(passage.tokens[c].lemma.lower() in ("also", "too") for c in passage.children[i])


_DAYS = frozenset({Role.ON, Role.FROM})


def relate_clocks(slot: Slot, statement: Statement, mention: Mention[Clock], passage: Passage) -> Relation | None:
    """How a time of day of a source relates to a claim's: what lasts until noon ends at noon, and from nine on it
    begins at nine.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> closed = Fact("f", "The gate closed at noon.")
    >>> [judge(closed, Source("a", f"The gate was open until {hour}.")).verdict.value for hour in ("noon", "2 pm")]
    ['supports', 'contradicts']
    """
    claim = statement.passage
    if mention.value.role in (Role.FROM, Role.SINCE) and tells_end(claim, slot.mention):
        return None  # "from 9 am to 6 pm": it closes at the other one
    if mention.value.role is Role.UNTIL and tells_start(claim, slot.mention) and not tells_end(passage, mention):
        return None
    theirs = _at_edge(mention.value, passage, mention, claim, slot.mention)
    ours = _at_edge(slot.mention.value, claim, slot.mention, passage, mention)
    return clock.relate(theirs, ours)


def _at_edge(when: Clock, passage: Passage, mention: Mention[Clock], other: Passage, beside: Mention[Clock]) -> Clock:
    """The time of the end or start of what goes on until then, or since, where its own verb or the other tells that."""
    if when.role is Role.UNTIL and (tells_end(passage, mention) or tells_end(other, beside)):
        return replace(when, role=Role.ON)
    if when.role in (Role.FROM, Role.SINCE) and (tells_start(passage, mention) or tells_start(other, beside)):
        return replace(when, role=Role.ON)
    return when


def _edge_meant(passage: Passage, mention: Mention[When]) -> bool | None:
    """Whether a time is that of the end of something that goes on (True), of its start (False), or of neither."""
    role = mention.value.role
    if role is Role.UNTIL or tells_end(passage, mention):
        return True
    return False if role in (Role.SINCE, Role.FROM) or tells_start(passage, mention) else None


COMING_ABOUT = word_set("""
    impose introduce institute enact establish found create install instal appoint elect enter take come declare
    proclaim
    """)
"""Verbs of what has been so ever since: "was imposed", "took effect", "came into force"."""


def _comes_about(passage: Passage, mention: Mention[When], since: Passage, lasting: Mention[When]) -> bool:
    """Whether a time is that at which something came to be so, of which ``lasting`` tells since when it is so: what
    has been closed since a day was closed on it."""
    verbs = verbs_of(passage, mention)
    told = {t.lemma for t in verbs}
    again = any(passage.tokens[c].lemma.lower() == "again" for t in verbs for c in passage.children[t.i])
    held = {t.lemma for t in verbs_of(since, lasting) if _is_done_to(since, t.i)}
    return tells_start(passage, mention) or (not again and bool(told & COMING_ABOUT or told & held))


def _is_done_to(passage: Passage, verb: int) -> bool:
    """Whether something has been done to what a verb is said of: "has been closed"."""
    helpers = {passage.tokens[c].lemma for c in passage.children[verb] if passage.tokens[c].dep in ("aux", "auxpass")}
    return {"have", "be"} <= helpers


def of_the_event(statement: Statement, passage: Passage, mention: Mention[When]) -> bool:
    """Whether a date can be that of what a claim says happened: the year of "the fires of 1939" is that of fires only.

    A claim whose own date describes a noun, or stands in a clause of its own, may be met by any.
    """
    noun = date.modified(passage, mention.core) if mention.value.adnominal else None
    if noun is None or mention.value.role is Role.SINCE or not _dates_its_verb(statement):
        return True
    if _in_its_course(passage, noun):
        return True
    said = lemma_of(passage.tokens[noun])
    return any(lexicon.kinship(said, term.lemma) >= AKIN for term in statement.core)


def _in_its_course(passage: Passage, noun: int) -> bool:
    """Whether a clause tells what came to pass in the course of something: "in last year's flood it had lost 90"."""
    over = passage.tokens[passage.tokens[noun].head]
    within = passage.tokens[noun].dep == "pobj" and over.lemma.lower() in ("in", "during")
    return within and passage.tokens[over.head].pos == "VERB"


def of_the_value(passage: Passage, mention: Mention[When], start: tuple[int, ...], nouns: Sequence[str]) -> bool:
    """Whether a date describes a value, or one of its nouns: in "the 2020 census counted 300" the 300 are of 2020."""
    noun = date.modified(passage, mention.core) if mention.value.adnominal else None
    return noun is not None and (noun in start or lemma_of(passage.tokens[noun]) in nouns)


def in_brackets_of_its_own(passage: Passage, mention: Mention[When], start: tuple[int, ...]) -> bool:
    """Whether a date is that of something else, told in brackets beside a value: "the second strike (the first, in
    1980, was brief)"; and not "45 of them (as of 12 March)".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "It was the second strike (the first, in 1980, was brief)."))
    >>> in_brackets_of_its_own(told.passages[0], mark(told)[0].date[0], (3,))
    True
    """
    text, base = passage.text, passage.span.start
    opened = text.rfind("(", 0, mention.core.start - base)
    closed = text.find(")", opened + 1) if opened >= 0 else -1
    if not start or closed < mention.core.end - base or opened < 0:
        return False
    inside = passage.tokens_in(Span(opened + 1, closed).moved(base))
    if any(t.i == start[0] for t in inside):
        return False
    return any(t.pos in ("VERB", "AUX", "NOUN", "NUM", "ADJ") and not t.span.within(mention.core) for t in inside)


_BASE = re.compile(
    # "more than in 2022", "more than the 90 of 2022"; "more than 90 in 2022" is a figure of its own
    r"\b(?:than(?!\s(?!the\s)(?:\w{1,9}\s)?\W?\d)(?!\s(?:an?|half|dozens|hundreds|thousands|one|two|three|ten|twenty)\b)|"
    r"compared\s(?:with|to)|as\s(?:many|much|few|high|low|large|big)\sas|"
    r"(?:against|versus|(?:up|down|rose|fell|grew|risen|fallen|dropped|climbed)\sfrom)\s(?:[^\W\d]{1,9}\s){0,2}\W{0,2}\d)"
    r"(?:(?!\sto\s)(?:[^,;.]|[,.]\d)){0,40}$"
)


def is_base(passage: Passage, mention: Mention[When], start: tuple[int, ...] = ()) -> bool:
    """Whether a date is that of what a figure is only compared with: "300 more than in 2022", "up from 90 in 2022".

    It is the date of what a value at ``start`` is if that is the other figure itself.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "It sold 400 boats in 2023, up from 380 in 2022."))
    >>> [is_base(told.passages[0], m) for m in mark(told)[0].date]
    [False, True]
    """
    base, ends = passage.span.start, mention.span.start - passage.span.start
    found = _BASE.search(passage.text, max(0, ends - 60), ends) if mention.value.role is Role.ON else None
    return found is not None and not (start and passage.tokens[start[0]].start - base >= found.start())


def is_only_base(statement: Statement, passage: Passage, mention: Mention[When], start: tuple[int, ...] = ()) -> bool:
    """Whether a date is a base in a passage, and the claim compares nothing itself: "lower than in 2025"."""
    return is_base(passage, mention, start) and not any(is_base(statement.passage, m) for m in statement.marks.date)


def _dates_its_verb(statement: Statement) -> bool:
    """Whether a date of the claim is that of its main verb: "above the level it had reached in 1998" is not."""
    dates = (statement.passage.tokens_in(m.core) for m in statement.marks.date if not m.value.adnominal)
    return any(found and predicate_of(statement.passage, found[0].i) == statement.root for found in dates)
