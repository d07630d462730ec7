"""The five questions: each answers YES, NO or OPEN, with its reason, for one passage and one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from secondsource.aligning.index import SourceIndex, nearness
from secondsource.aligning.statement import Statement
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging.bearers import ENDS
from secondsource.judging.dates import in_brackets_of_its_own, is_only_base, of_the_event, of_the_value
from secondsource.judging.pairing import VALUES, Pairing, governors
from secondsource.judging.reaches import out_of_reach
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.language import Passage, lexicon
from secondsource.language.assertion import Factuality, Standing, Tense, clause, tense
from secondsource.language.attitudes import REQUESTS
from secondsource.language.clauses import is_passive, subject_of
from secondsource.sources import Kind, Span
from secondsource.values import date
from secondsource.values.date import Grain, Role, When
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention

# Shares of a claim's words, by weight, that a passage and its surroundings must hold.
SAME_EVENT, PERHAPS_SAME = 0.5, 0.36
SPEAKS = 0.68
SAME_MEASURE = 0.7

BESIDE = 0.78
"""How near a date must stand to a value to be its date."""


def another(sign: str) -> Reply:
    """It is not the same event or state, and what shows it.

    >>> another("it is another contingent").answer.value
    'no'
    """
    return Reply(Question.EVENT, Answer.NO, sign)


def event(strength: float) -> Reply:
    """Is it the same event or state? ``strength`` is the share of the claim's words met, and what adds to it.

    >>> [event(strength).answer.value for strength in (0.8, 0.4, 0.1)]
    ['yes', 'open', 'no']
    """
    if strength >= SAME_EVENT:
        return Reply(Question.EVENT, Answer.YES, "the passage speaks of what the claim speaks of")
    if strength >= PERHAPS_SAME:
        return Reply(Question.EVENT, Answer.OPEN, "the passage shares part of what the claim speaks of")
    return Reply(Question.EVENT, Answer.NO, "the passage speaks of something else")


SURE = {Relation.ENTAILS: 0.6, Relation.COMPATIBLE: 0.6, Relation.EXCLUDES: 0.68}
"""How sure it must be that a figure is of the claim's own thing. For one that rules the claim out it is chosen so that
nine in ten are right, since a wrong contradiction is the worst fault."""

PERHAPS = {Relation.ENTAILS: 0.2, Relation.COMPATIBLE: 0.4, Relation.EXCLUDES: 0.2}
"""How sure, for it to be left open whether it is. What only allows the claim tells nothing if it may as well be of
something else: every text has a figure that allows another."""


def same_figure(sure: float, apart: bool, relation: Relation) -> Reply:
    """Is a figure said of the same event or state? ``apart`` is that other values of the passage differ as well.

    >>> [same_figure(sure, apart=False, relation=Relation.EXCLUDES).answer.value for sure in (0.9, 0.4, 0.1)]
    ['yes', 'open', 'no']
    """
    if apart:
        return another("several values differ: another event of the kind")
    if sure >= SURE[relation]:
        return Reply(Question.EVENT, Answer.YES, "the figure is of what the claim speaks of")
    if sure >= PERHAPS[relation]:
        return Reply(Question.EVENT, Answer.OPEN, "it is not certain that the figure is of what the claim speaks of")
    return Reply(Question.EVENT, Answer.NO, "the figure is of something else")


def measure(sure: float) -> Reply:
    """Is it the same measure or attribute?

    >>> [measure(sure).answer.value for sure in (0.9, 0.5, 0.1)]
    ['yes', 'open', 'no']
    """
    if sure >= SAME_MEASURE:
        return Reply(Question.MEASURE, Answer.YES, "the same thing is measured")
    if sure >= 0.4:
        return Reply(Question.MEASURE, Answer.OPEN, "it is not certain that the same thing is measured")
    return Reply(Question.MEASURE, Answer.NO, "something else is measured")


def beside(passage: Passage, start: tuple[int, ...], other: Span) -> float:
    """How surely two values of a passage are said of one another; what shares a clause comes first.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "In 2019 it sold 12 boats, and in 2020 it built a quay.")).passages
    >>> years = [t.span for t in passage.tokens if t.text.startswith("20")]
    >>> sold = beside(passage, (4,), years[0]), beside(passage, (4,), years[1])
    >>> sold[0] > sold[1]
    True
    """
    near = nearness(passage, start)
    own = clause(passage, start[0]) if start else frozenset()
    return max((near[t.i] + (0.3 if t.i in own else 0.0) for t in passage.tokens_in(other)), default=0.0)


def time_said(
    statement: Statement,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    passage: Passage,
    start: tuple[int, ...],
    within: Span | None,
) -> When | None:
    """The date that a passage gives for a value: the nearest in its clause, else the one over its list or table.

    ``within`` is the phrase that a date must stand in to be the value's own, where its clause is about something else.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.values.marking import mark
    >>> [claim] = statements("It built 14 boats.")
    >>> told = read(Source("a", "In 2019 it built 12 boats."))
    >>> date.plain(time_said(claim, SourceIndex(told), mark(told), told.passages[0], (4,), None))
    '2019'
    """
    nouns = governors(passage, start)
    dates = [
        m
        for m in marks[passage.index].date
        if m.rule != "dateline" and m.value.anchored
        if not in_brackets_of_its_own(passage, m, start) and not is_only_base(statement, passage, m, start)
        if of_the_event(statement, passage, m) or of_the_value(passage, m, start, nouns)
        if not out_of_reach(passage, m.core, start[:1])
    ]
    if within is not None:
        dates = [m for m in dates if m.span.overlaps(within) or m.span.start - within.end in range(4)]
    if (own := _right_behind(passage, start, dates)) is not None:
        return own
    if (told := _told_of(passage, start, dates)) is not None:
        return replace(told, role=Role.ON)
    best = max(dates, key=lambda m: beside(passage, start, m.core), default=None)
    if best is not None and beside(passage, start, best.core) >= BESIDE:
        return best.value
    if start and (headed := date.of_column(*_table(index, marks), passage.index, passage.tokens[start[0]].span)):
        return headed.value
    if passage.kind in (Kind.ROW, Kind.ITEM):
        above = passage.index - 1
        while above >= 0 and index.passages[above].kind is passage.kind:
            above -= 1
        if above >= 0 and marks[above].date:
            return marks[above].date[0].value
    return None


NOW = frozenset({"now", "currently", "presently", "nowadays"})


def is_of_today(passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a figure stands beside the word for today: "the wage, now 18,100 crowns, will rise"."""
    return bool(start) and start[0] > 0 and passage.tokens[start[0] - 1].text.lower() in NOW


def _told_of(passage: Passage, start: tuple[int, ...], dates: Sequence[Mention[When]]) -> When | None:
    """The date of which a clause tells: "the worst since 1987, when 40 boats were wrecked"."""
    for i in passage.ancestors(start[0]) if start else ():
        token = passage.tokens[i]
        if token.dep == "relcl" and any(passage.tokens[c].lemma == "when" for c in passage.children[i]):
            head = passage.tokens[token.head]
            return next((m.value for m in dates if head.span.within(m.core)), None)
    return None


def _right_behind(passage: Passage, start: tuple[int, ...], dates: Sequence[Mention[When]]) -> When | None:
    """The date that stands right behind a bare figure: "130 flights on Monday and 90 on Tuesday"."""
    end = passage.tokens[start[-1]].end if start else -2
    return next((m.value for m in dates if m.span.start - end == 1), None)


def _table(index: SourceIndex, marks: tuple[Marks, ...]) -> tuple[Sequence[Passage], list[tuple[Mention[When], ...]]]:
    return index.passages, [found.date for found in marks]


STILL_NEWS = timedelta(days=92)
"""How long before or after an event the same figure, with no date, is the figure of that event."""


def time(statement: Statement, said: When | None, published: day | None, agrees: bool = False) -> Reply:
    """Do the claim and the passage speak of times that meet? ``agrees`` tells that the value is the claim's own.

    >>> from secondsource.aligning.statement import statements
    >>> [claim] = statements("It built 14 boats in 2020.")
    >>> reply = time(claim, When.on(day(2019, 5, 6)), None)
    >>> print(reply.answer.value, "|", reply.reason)
    no | Mon 6 May 2019 is not 2020
    """
    ours = statement.time
    if ours is None or (said is None and not ours.anchored and not ours.year_assumed):
        return Reply(Question.TIME, Answer.YES, "the claim names no time of its own")
    if said is not None:
        if date.compatible_times(ours, said):
            return Reply(Question.TIME, Answer.YES, f"{date.plain(said)} fits {date.plain(ours)}")
        return Reply(Question.TIME, Answer.NO, f"{date.plain(said)} is not {date.plain(ours)}")
    if published is None or ours.grain is Grain.APPROX:
        return Reply(Question.TIME, Answer.YES, "the passage names no time of its own")
    margin = timedelta(days=1 if ours.named.first == ours.named.last else 2 if statement.state else 7)
    # Moved from the publication date, since an open end of the claim's time cannot be moved.
    if ours.first <= published + margin and published - margin <= ours.last:
        return Reply(Question.TIME, Answer.YES, f"published {published}, within the claim's time")
    of_a_day = ours.named.first == ours.named.last
    near = ours.first <= published + STILL_NEWS and published - STILL_NEWS <= ours.last
    over = ours.first < ours.last <= published  # the figures of a quarter come out when it is over
    if agrees and near and (of_a_day or over or not statement.state):
        return Reply(Question.TIME, Answer.YES, f"published {published}, not long before or after")
    if statement.state:
        return Reply(Question.TIME, Answer.NO, f"it speaks as of {published}, the claim of {date.plain(ours)}")
    return Reply(Question.TIME, Answer.OPEN, "the passage names no time of its own")


_STANDING = {
    Factuality.ASSERTED: (Answer.YES, "stated as a fact"),
    Factuality.PLANNED: (Answer.OPEN, "a plan or an expectation"),
    Factuality.DENIED: (Answer.OPEN, "a denial: the matter is disputed"),
    Factuality.NEGATED: (Answer.NO, "negated"),
    Factuality.DOUBTED: (Answer.OPEN, "hedged"),
    Factuality.CONDITIONAL: (Answer.OPEN, "said under a condition"),
    Factuality.QUESTION: (Answer.OPEN, "asked, not stated"),
}


ARRANGING = frozenset(
    ["set", "fix", "schedule", "plan", "slate", "expect", "intend", "book", "arrange", "mean", "due", "call", "time"]
)
"""Verbs of claims that say for when a thing was planned, and not that it happened."""

LAST_DAYS, LAST = frozenset({"deadline", "limit", "cutoff"}), frozenset({"last", "final", "closing", "due"})
"""Nouns of claims of which a day is told that was settled before it came; and what makes any day one."""

RECKONING = word_set("cost put estimate budget price value project forecast reckon calculate quote")
"""Verbs of claims that say at what something was put before it was paid: "was costed at 86 million"."""

LEAVE = frozenset({"may", "can", "could", "might", "must"})
"""Words that leave something to be done until its last day: "objections may be lodged until"."""

PERMITS = word_set("allow permit entitle authorise authorize license licence")
"""Words of claims by which somebody may do what follows: "are allowed to fish"."""

HOPES = word_set("hope want wish seek aim strive try dream long bid")
"""By which nothing is settled yet: who hopes to open in May has not arranged it."""

NO_LONGER = "longer"
"""How a thing is denied that was so before."""

ARRANGED = frozenset({"place", "role", "identifier", "date", "clock", "listing", "ordinal", "money", "share"})
"""What can be settled before it happens: where, when, who, under what number, at what price. How many came cannot."""


def _is_now(statement: Statement) -> bool:
    """Whether a claim says how something stands today: what will be the largest is not so yet."""
    return statement.state and tense(statement.passage, statement.root) is Tense.PRESENT


IN_OFFICE = timedelta(days=60)
"""How long before the day of a claim a source may be that tells who has an office on that day."""


def is_outdated(statement: Statement, as_of: day | None, published: day | None) -> bool:
    """Whether a claim says who has an office on its own day, and a source is of long before.

    >>> from secondsource.aligning.statement import statements
    >>> [claim] = statements("Ada Obi is the mayor of Osa.")
    >>> is_outdated(claim, day(2025, 2, 7), day(2024, 11, 8)), is_outdated(claim, day(2025, 2, 7), day(2025, 2, 1))
    (True, False)
    """
    return as_of is not None and published is not None and _is_now(statement) and published < as_of - IN_OFFICE


def _arranges(statement: Statement) -> bool:
    """Whether a claim says for when something was arranged: "was set for 9 May", "was to have opened in June"."""
    passage, root = statement.passage, statement.root
    if any(date.is_new(passage.text, m.core.start - passage.span.start) for m in statement.marks.date):
        return True  # "was postponed to 9 May"
    below = [passage.tokens[c] for c in passage.children[root]]
    planned = any(t.dep in ("xcomp", "acomp") and (_to(passage, t.i) or t.lemma in ARRANGING) for t in below)
    fixed = (passage.tokens[c].lemma for t in below if t.dep == "nsubj" for c in passage.children[t.i])
    planned |= any(lemma in ARRANGING for lemma in fixed)  # "the day set for it was 9 May"
    subject = subject_of(passage, root)
    # "The last day for it was 9 May", "the deadline was 9 May".
    planned |= subject is not None and _is_last_day(passage, subject)
    reckoned = passage.tokens[root].lemma in RECKONING and is_passive(passage, root)
    return reckoned or passage.tokens[root].lemma in ARRANGING or (passage.tokens[root].lemma == "be" and planned)


def _is_last_day(passage: Passage, i: int) -> bool:
    below = {passage.tokens[c].lemma for c in passage.children[i]}
    return passage.tokens[i].lemma in LAST_DAYS or (passage.tokens[i].lemma in ("day", "date") and bool(LAST & below))


def _permits(statement: Statement) -> bool:
    """Whether a claim says what may be done: "may send 40 tonnes", "are allowed to fish"."""
    passage, root = statement.passage, statement.root
    below = [passage.tokens[c] for c in passage.children[root]]
    if any(t.lemma == "may" for t in below):
        return True
    allowed = passage.tokens[root].lemma in PERMITS and is_passive(passage, root)
    return allowed and tense(passage, root) is Tense.PRESENT and any(t.dep == "xcomp" for t in below)


def _to(passage: Passage, i: int) -> bool:
    """Whether a verb is an infinitive: "to open", "to be held"."""
    return passage.tokens[i].tag == "VB" or any(passage.tokens[c].tag == "TO" for c in passage.children[i])


NUMBERING = frozenset({"be", "number", "bear", "carry", "have"})
"""Verbs of claims that only say what number something has."""


OFFERS = frozenset(["offer", "promise", "pledge", "agree", "propose", "vow", "commit", "undertake", "award", "grant"])
"""Deeds that only say what is to be done: who offered 100 will pay 100."""


WANTS = REQUESTS | word_set("demand request seek want require claim invite urge")
"""Deeds that only say what somebody is to have: who asked for 100 has none yet."""

NORMS = word_set("""
    fine penalise penalize order sentence condemn cap limit restrict allow permit allot allocate assign entitle
    authorise authorize require oblige ban forbid bar provide foresee envisage stipulate reserve earmark guarantee
    set fix
    """)
"""Deeds that lay down what is to be."""

SETTLED = word_set("""
    must shall will is are was were agreed agree agrees decided decide decides ruled resolved approved ordered told
    has have had required obliged due
    """)
"""Words by which it is laid down already, and not only proposed: "must pay", "agreed to limit"."""


UNSETTLED = frozenset({Factuality.PLANNED, Factuality.CONDITIONAL, Factuality.QUESTION})
"""How a thing may be spoken of that goes on by its number all the while."""


def _is_arranged(statement: Statement) -> bool:
    """Whether a claim tells in the present what is settled and to come: "the merger costs 23 jobs"."""
    passage, root = statement.passage, statement.root
    return not statement.state and passage.tokens[root].tag in ("VBZ", "VBP")


def _planned_itself(standing: Standing, statement: Statement) -> bool:
    """Whether the word by which a passage plans is the claim's own deed: "earmarked" where it was reserved, "agreed"
    where they came to an agreement."""
    passage, root = statement.passage, statement.root
    below = [root, *(c for c in passage.children[root] if passage.tokens[c].dep in ("dobj", "attr", "nsubj", "prep"))]
    below += [c for i in below[1:] if passage.tokens[i].dep == "prep" for c in passage.children[i]]
    said = [passage.tokens[i] for i in below if passage.tokens[i].pos in ("VERB", "NOUN")]
    least = {root: lexicon.SYNONYM}
    return any(lexicon.kinship(standing.lemma, t.lemma) >= least.get(t.i, lexicon.DERIVED) for t in said)


def yet_to_come(statement: Statement, published: day | None) -> Reply | None:
    """That a claim says what was done on a day after a source was published, of which it can only tell the plan.

    >>> from secondsource.aligning.statement import statements
    >>> [claim] = statements("The bridge opened on 9 May 2025.")
    >>> reply = yet_to_come(claim, day(2025, 5, 1))
    >>> reply and reply.answer, yet_to_come(claim, day(2025, 5, 10))
    (<Answer.OPEN: 'open'>, None)
    """
    when = statement.time
    if when is None or published is None or not when.anchored or when.role not in (Role.ON, Role.SINCE):
        return None
    if when.adnominal:
        return None  # "the congress that awarded the 2031 cup" sat long before
    done = tense(statement.passage, statement.root) is Tense.PAST and not _arranges(statement)
    if not done or when.named.first <= published:
        return None
    return Reply(Question.ASSERTED, Answer.OPEN, f"published {published}, before it can have been so")


def asserted(standing: Standing, expected: Standing, statement: Statement, kind: str, excludes: bool = False) -> Reply:
    """Is it stated as a fact? A claim that is a plan itself, or of a standing arrangement, asks only for the plan.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.language.assertion import standing
    >>> from secondsource.sources import Source
    >>> [claim] = statements("It built 14 boats.")
    >>> [passage] = read(Source("a", "It plans to build 14 boats.")).passages
    >>> reply = asserted(standing(passage, 3), Standing(), claim, "count")
    >>> print(reply.answer.value, "|", reply.reason)
    open | a plan or an expectation ("plans")
    """
    if (
        standing.factuality is Factuality.PLANNED
        and kind in ARRANGED
        and standing.lemma not in HOPES
        # who will hold an office does not hold it
        and not (kind == "role" and statement.state and not _arranges(statement))
        and not (kind == "ordinal" and _is_now(statement))  # what will be the largest is not so yet
        and (tense(statement.passage, statement.root) is not Tense.PAST or _arranges(statement))
    ):
        return Reply(Question.ASSERTED, Answer.YES, "arranged, as the claim has it")
    deed, wanted = statement.passage.tokens[statement.root].lemma, standing.lemma in WANTS
    if kind == "identifier" and (deed in NUMBERING or standing.factuality in UNSETTLED):
        return Reply(Question.ASSERTED, Answer.YES, "a number is a thing's whatever is said of the thing")
    if kind == "date" and standing.cue.lower() in LEAVE and statement.time and statement.time.open_start:
        return Reply(Question.ASSERTED, Answer.YES, "a last day is given")
    if standing.cue.lower() == "may" and _permits(statement):
        return Reply(Question.ASSERTED, Answer.YES, "allowed, as the claim has it")
    if kind == "date" and standing.cue.lower() == NO_LONGER and deed in ENDS:
        return Reply(Question.ASSERTED, Answer.YES, "what is no longer so has ended")
    if standing.factuality is Factuality.PLANNED and deed in (WANTS if wanted else OFFERS):
        return Reply(Question.ASSERTED, Answer.YES, "what is offered, or wanted, is what is to come")
    if standing.factuality is Factuality.PLANNED and _planned_itself(standing, statement):
        return Reply(Question.ASSERTED, Answer.YES, "to plan it is what the claim says was done")
    laid_down = standing.factuality is Factuality.PLANNED and standing.cue.lower() in SETTLED
    if laid_down and (deed in NORMS or _is_arranged(statement)):
        return Reply(Question.ASSERTED, Answer.YES, "what is laid down is what is to be")
    if excludes:
        return Reply(Question.ASSERTED, Answer.YES, "what is ruled out is said")
    if kind == "quotation" and standing.factuality is not Factuality.DENIED:
        return Reply(Question.ASSERTED, Answer.YES, "the words are quoted")
    if standing.lemma in HOPES and expected.factuality is Factuality.PLANNED and expected.lemma not in HOPES:
        return Reply(Question.ASSERTED, Answer.OPEN, f'only hoped for ("{standing.cue}")')
    supposed = expected.factuality is Factuality.DOUBTED and standing.factuality is Factuality.PLANNED
    if standing.factuality is expected.factuality or supposed:
        return Reply(Question.ASSERTED, Answer.YES, "stated as the claim states it")
    denied = expected.factuality is Factuality.NEGATED and kind not in ("ordinal", "listing")
    if denied and standing.factuality is Factuality.ASSERTED:
        return Reply(Question.ASSERTED, Answer.NO, "stated as a fact, where the claim says that it is not so")
    answer, reason = _STANDING.get(standing.factuality, (Answer.YES, "stated as a fact"))
    if expected.factuality is not Factuality.ASSERTED and standing.factuality is Factuality.ASSERTED:
        return Reply(Question.ASSERTED, Answer.YES, "stated as a fact")
    return Reply(Question.ASSERTED, answer, f'{reason} ("{standing.cue}")' if standing.cue else reason)


def values(pairing: Pairing) -> Reply:
    """Can the two values hold together?

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> told = judge(Fact("f", "It built 14 boats."), Source("a", "It built 12 boats.")).evidence[0]
    >>> told.replies[-1].reason
    '12 boats is not 14 boats'
    """
    module = VALUES[pairing.slot.kind]
    theirs, ours = module.plain(pairing.mention.value), module.plain(pairing.slot.mention.value)
    if pairing.relation is Relation.ENTAILS:
        return Reply(Question.VALUES, Answer.YES, f"{theirs} is {ours}" if theirs != ours else f"{theirs} is stated")
    if pairing.is_set_aside:
        return Reply(Question.VALUES, Answer.NO, f"it says that it is not {theirs}")
    if pairing.relation is Relation.EXCLUDES:
        said = f"{theirs} is not {ours}" if theirs != ours else f"another one is the {theirs}"
        return Reply(Question.VALUES, Answer.NO, said)
    return Reply(Question.VALUES, Answer.OPEN, f"{theirs} allows {ours} and does not say it")
