"""Claims and passages with no value to compare: is the predicate there, with its participants, or something else?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from secondsource.aligning import others
from secondsource.aligning.index import SHORT, Coverage, SourceIndex, cover
from secondsource.aligning.others import Instance
from secondsource.aligning.statement import TIMES, Slot, Statement
from secondsource.aligning.terms import LIGHT, Term, lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.facts import Fact
from secondsource.grammar.calendar import SEASONS
from secondsource.grammar.wordlist import word_set
from secondsource.judging import dates, questions
from secondsource.judging.bearers import FIRST, LAST
from secondsource.judging.changes import MOVES
from secondsource.judging.decision import bearing
from secondsource.judging.deeds import EMPTY, Deed, deeds, predicate
from secondsource.judging.instead import SOME, Pair, Places, foreign
from secondsource.judging.narrower import is_of_long_ago
from secondsource.judging.parties import party
from secondsource.judging.portions import of_a_part
from secondsource.judging.pronounced import contrary
from secondsource.judging.verdict import Answer, Bearing, Evidence, Question, Reply
from secondsource.judging.weighed import Weighed, evidence
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, Standing, roles_of, standing, subject_of
from secondsource.language.attitudes import VERBS, Attitude
from secondsource.language.clauses import Roles, Tense, predicate_of, subtree, tense
from secondsource.language.exceptions import excluded, lacking
from secondsource.sources import Kind, Source, Span
from secondsource.values import identifier
from secondsource.values.marking import Marks

SAYS_SO, EXTRACT_SAYS_SO = 0.8, 0.7
"""Shares of a claim's words from which a passage of an article, or an extract, says what the claim says."""

SAID_OF_IT = 0.4
"""The share of what a claim says of its subject that an extract must have to say it."""

SPOKEN_OF = 0.5
"""The share of a claim's words below which a passage does not speak of it."""

UNDERSTOOD = 0.2
"""What the name of the subject weighs in an extract that goes on about somebody: "He also plays chess"."""

TOLD = 0.8
"""The share of a claim's words in a passage itself from which it speaks of all that the claim does but its value."""

VAGUE = word_set("""
    several many most some few number dozen hundred thousand million majority minority handful slice part share
    various certain bulk rest lot plenty score undisclosed unspecified unknown half third quarter
    """)
"""Words that stand where an amount could, and leave it open."""

NEARLY, BESIDE_IT = 0.6, 0.4
"""Shares that suffice where what has the value is met, and where the value is said to be left open as well."""

COMPLETING = frozenset({"dobj", "attr", "acomp", "oprd"})

WHERE = frozenset({"in", "at", "to", "from", "near", "on", "into", "outside"})

_WITHHELD = re.compile(
    r"""(?xi)
    \b(?: undisclosed | unspecified | withheld | yet\ to\ be\ (?:named|announced|fixed|set|decided|disclosed)
    | how\ (?:much|many|long)\b[^.;]{0,60}\b(?:not|yet|still|open|unclear|unknown)
    | (?:declined|refused|not|(?:did|does|do|would|could)n['’]t|without|un(?:able|willing))\b[^.;,]{0,24}
      \b(?:figures?|amounts?|sums?|say\ (?:how|when|where|who)|disclos\w+|name\b|naming|specify\w*|details?)
    | (?:no|any)\ (?:figures?|date|amount|details|number|name)s?\b )
    """
)

DONE, UNDONE, HERE = 0.5, 0.75, 0.3
"""The shares of a claim's words that must be met where a passage says what was done, or the opposite; and the share of
these in the passage itself, for the opposite."""

EMPTYING = frozenset({"not", "n't", "no", "never"})
"""Words by which an expression begins that says a deed by denying another: "no longer exists"."""

TELLING = 0.3
"""What a word weighs that says what was done."""

VERB_SHARE = 0.12
"""The share of a claim's words from which its verb decides: another verb in its place says something else."""

REST = 0.6
"""The share of a claim's other words that must be met for one word to stand in another's place."""


def withheld(text: str) -> bool:
    """Whether a sentence says that it does not tell something.

    >>> withheld("She declined to put a figure on it."), withheld("She put it at nine.")
    (True, False)
    >>> withheld("The firm didn't say how much."), withheld("An official, who asked not to be named, agreed.")
    (True, False)
    """
    return _WITHHELD.search(text) is not None


@dataclass(frozen=True, slots=True)
class Instead:
    """What a passage says where the claim says something else."""

    ours: str
    theirs: str
    span: Span
    denied: bool = False
    """Whether it says the same under a "not"."""
    opposite: bool = False
    """Whether it says the opposite."""

    @property
    def reason(self) -> str:
        """In plain words."""
        if self.denied:
            return f"it says that it is not so: {self.theirs}"
        return f"it says {self.theirs}, not {self.ours}"


def weigh_words(
    fact: Fact, statement: Statement, source: Source, index: SourceIndex, marks: tuple[Marks, ...]
) -> list[Weighed]:
    """A claim with no value in it, or a source with none: is the predicate there, with its participants?"""
    happened = not statement.tested and _only_happened(statement) and bool(predicate(statement))
    done = deeds(statement, index, fact.aliases) if happened else {}
    if happened:
        told = weigh_deeds(fact, statement, source, index, marks, done)
        told = [w for w in told if not _says_so_of_else(fact, statement, index, w)]
        if index.prose_count >= SHORT or any(w.evidence.bearing is not Bearing.INCONCLUSIVE for w in told):
            return told
    spoken_of = index.meeting(statement.terms, fact.aliases)
    found: list[Weighed | None] = []
    for passage in index.passages:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING) or passage.index not in spoken_of:
            continue
        listed = bool(statement.tested) and statement.tested[0].kind == "listing"
        as_many = listed and (_as_many(statement, marks, passage) or _as_a_group(passage))
        if listed and not as_many and not _names_one(fact, statement, index, passage):
            continue
        reader = _Reader(fact, statement, index, passage)
        if others.instance(statement, index, marks, passage) is not Instance.OURS and not _ranked_otherwise(reader):
            continue
        in_mind = (passage.index, *index.context(passage))
        told_here = [d for i in in_mind for d in done.get(i, ())] if happened else None
        found.append(_weigh_passage(reader, source, marks, as_many, told_here))
    return [weighed for weighed in found if weighed is not None]


def _ranked_otherwise(reader: _Reader) -> bool:
    """Whether an extract has another rank where a claim says how things stand: "plays in the second division"."""
    return reader.extract and reader.statement.state and not reader.statement.tested and reader.replaced is not None


def _weigh_passage(
    reader: _Reader, source: Source, marks: tuple[Marks, ...], as_many: bool, done: Sequence[Deed] | None
) -> Weighed | None:
    """What the words of one passage come to; of a claim of a deed ``done`` is what the passage says of it."""
    statement, index, passage = reader.statement, reader.index, reader.theirs
    words = statement.tested[0].terms if statement.tested else statement.terms
    coverage = cover(index, passage, words, (), reader.aliases)
    instead = _instead(reader)
    if instead and instead.opposite and _of_another_time(statement, source, marks[passage.index]):
        return None  # another final was lost in 2019
    if instead is None and not _speaks_of_it(reader, coverage):
        return None
    elsewhere = done is not None and reader.says_else(done)
    value = _value(statement, reader, coverage, instead, as_many, elsewhere)
    if value is None:
        return None
    said = _stands(reader, instead)
    replies = (
        questions.event(max(coverage.share, questions.SAME_EVENT if value.answer is not Answer.OPEN else 0.0)),
        questions.measure(1.0),
        _time(statement, source, index, marks, passage, reader.verb),
        questions.asserted(said, standing(statement.passage, statement.root), statement, ""),
        value,
    )
    outcome = bearing(replies)
    if outcome is None:
        return None
    shown = (instead.span,) if instead else ()
    return Weighed(coverage.share, passage, evidence(source, passage, outcome, replies, shown))


def _instead(reader: _Reader) -> Instead | None:
    """What a passage says in the place of a word of the claim; of a document with a figure to compare that decides."""
    statement = reader.statement
    found = None if statement.tested and not reader.extract else reader.replaced
    if found is not None and reader.of_other_thing:
        return None
    if found is not None and _part_of(found.theirs, found.ours) and (statement.tested or not found.denied):
        return None
    return found


def _says_so_of_else(fact: Fact, statement: Statement, index: SourceIndex, weighed: Weighed) -> bool:
    """Whether what bears a claim out has another name, or an opposite, where the claim has something else."""
    if weighed.evidence.bearing is not Bearing.SUPPORTS:
        return False
    reader = _Reader(fact, statement, index, weighed.passage)
    replaced = reader.replaced if reader.extract else None
    if (
        (reader.extract and reader.lacks_part)
        or reader.ruled_out is not None
        or of_a_part(statement, weighed.passage, reader.places)
    ):
        return True
    return reader.of_another or reader.turned or (replaced is not None and not replaced.denied)


def _speaks_of_it(reader: _Reader, coverage: Coverage) -> bool:
    """Whether a passage that says nothing in the place of the claim's words speaks of what the claim does."""
    statement = reader.statement
    if not statement.tested and max(coverage.local, reader.share) < SPOKEN_OF:
        return False
    return dates.speaks_of_it(statement, reader.index, reader.theirs, reader.aliases)


def _stands(reader: _Reader, instead: Instead | None) -> Standing:
    """How a passage says so: as its verb stands, or as what was not so: "arson was ruled out"."""
    passage = reader.theirs
    if instead is not None and instead.denied:
        # In "she said that it was not arson" what is denied is no saying.
        at = next(t.i for t in passage.tokens if t.span.overlaps(instead.span))
        return _without(standing(passage, at), lacking(passage, at))
    found = standing(passage, 0 if reader.verb is None else reader.verb)
    if instead is None and found.factuality is Factuality.ASSERTED:
        found = _not_so(reader) or found
    return found if instead is not None else _without(found, reader.missing)


def _not_so(reader: _Reader) -> Standing | None:
    """That what the claim says is denied by a clause of its own: "it said it was not in talks"."""
    passage = reader.theirs
    met = sorted(
        {j for hits in reader.places.values() for j in hits if passage.tokens[j].pos in ("NOUN", "VERB", "ADJ")}
    )
    found = [standing(passage, j) for j in met]
    if any(s.factuality is Factuality.ASSERTED for s in found):
        return None
    open_itself = found[:1] if reader.verb is None else []  # "they fear that it is unsafe"
    return next((s for s in found if s.factuality is Factuality.NEGATED), next(iter(open_itself), None))


def _without(found: Standing, cue: Token | None) -> Standing:
    """How something stands of which a word says that there was none."""
    return found if cue is None else replace(found, factuality=Factuality.NEGATED, cue=cue.text, cue_span=cue.span)


def _time(
    statement: Statement,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    passage: Passage,
    verb: int | None,
) -> Reply:
    """Whether a passage speaks of a claim's time, where that is not what the claim is about."""
    if statement.tested:
        return Reply(Question.TIME, Answer.YES, "the claim names no time of its own")
    start = () if verb is None else (verb,)
    said = questions.time_said(statement, index, marks, passage, start, None)
    return questions.time(statement, said, source.published, agrees=True)


def _only_happened(statement: Statement) -> bool:
    """Whether a claim says that something was done, and neither compares nor counts, not even by a number unread."""
    words = statement.passage.tokens
    return not statement.marks.ordinal and not any(t.lemma == "than" or any(map(str.isdigit, t.text)) for t in words)


def weigh_deeds(
    fact: Fact,
    statement: Statement,
    source: Source,
    index: SourceIndex,
    marks: tuple[Marks, ...],
    told: Mapping[int, Sequence[Deed]],
) -> list[Weighed]:
    """What the passages of an article say was done, beside what a claim says was done, whatever the words."""
    unnamed = any(
        t.name and not lexicon.person_noun(t.lemma) and not index.hits(t, fact.aliases) for t in statement.terms
    )
    expected = standing(statement.passage, statement.root)
    done_by = {t.i for t in predicate(statement)}
    besides = tuple(t for t in statement.terms if t.i not in done_by)
    head = subject_of(statement.passage, statement.root)
    about = frozenset() if head is None else subtree(statement.passage, head)
    found: list[Weighed] = []
    spoken_of = index.meeting(statement.terms, fact.aliases) | told.keys()
    for passage in index.passages:
        if passage.kind in (Kind.FURNITURE, Kind.HEADING) or passage.index not in spoken_of:
            continue
        if others.instance(statement, index, marks, passage) is Instance.OTHER:
            continue
        coverage = cover(index, passage, statement.terms, (), fact.aliases)
        beside = cover(index, passage, besides, (), fact.aliases)
        of_now = [d for d in told.get(passage.index, []) if not _was_before(statement, passage, d.token)]
        if _of_another_time(statement, source, marks[passage.index]):
            of_now = [d for d in of_now if not d.opposite]  # another final was lost in 2019
        where = tuple(t for t in besides if not t.subject and t.i not in about)
        spoken = cover(index, passage, where, (), fact.aliases) if any(d.of_nobody for d in of_now) else None
        if spoken is not None and spoken.weight and spoken.share < DONE:
            of_now = [d for d in of_now if not d.of_nobody]  # of another accident
        said = _said(of_now, coverage, beside, unnamed)
        if said is None:
            continue
        done, value = said
        replies = (
            questions.event(max(coverage.share, questions.SAME_EVENT if done is not None else 0.0)),
            questions.measure(1.0),
            _time(statement, source, index, marks, passage, None if done is None else done.token),
            _as_said(passage, done, expected, statement),
            value,
        )
        outcome = bearing(replies)
        if outcome:
            shown = () if done is None else (passage.tokens[done.token].span,)
            found.append(Weighed(coverage.share, passage, evidence(source, passage, outcome, replies, shown)))
    return _settled(found)


_ONCE = frozenset({"once", "formerly", "previously", "originally", "initially"})
_CONTESTED = MOVES | {"win", "lose", "beat", "draw"}
"""What comes to pass time and again, so that the opposite of long ago is of another time."""


def _was_before(statement: Statement, passage: Passage, i: int) -> bool:
    """Whether a word is said of a time before what a sentence tells of today, and the claim tells of today: "which had
    been closed since Monday", "once opposed it"."""
    verb = predicate_of(passage, i)
    if verb is None or tense(statement.passage, statement.root) is not Tense.PRESENT:
        return False
    token = passage.tokens[verb]
    if token.dep == "ccomp" and passage.tokens[token.head].lemma in VERBS:
        return False  # "said on Monday that it had been closed"
    below = [passage.tokens[c] for c in passage.children[verb]]
    once = any(t.text.lower() in _ONCE and passage.tokens[t.i - 1].text.lower() != "at" for t in below)
    return once or any(t.text.lower() == "had" for t in below)


def _of_another_time(statement: Statement, source: Source, marks: Marks) -> bool:
    """Whether a passage is of long ago, where a claim tells what comes to pass time and again."""
    again = statement.passage.tokens[statement.root].lemma in _CONTESTED
    return again and is_of_long_ago(statement, marks, source.published)


def _as_said(passage: Passage, deed: Deed | None, expected: Standing, statement: Statement) -> Reply:
    """Whether what a passage says was done is stated as a fact; "did not survive" states it with its "not"."""
    i = 0 if deed is None else deed.token
    said = Standing() if deed is not None and passage.tokens[i].lemma in EMPTYING else standing(passage, i)
    missing = None if deed is None else _missing(statement, passage, i)
    if deed is not None and missing is None:
        verb = predicate_of(passage, i)
        missing = contrary(statement.passage, statement.root, passage, i if verb is None else verb)
    return questions.asserted(_without(said, missing), expected, statement, "")


def _missing(statement: Statement, passage: Passage, i: int) -> Token | None:
    """The word by which a passage says that there was none of a deed: "no apology", "offered them no apology"."""
    inside = (j for start, end, _ in expressions(passage) if start == i for j in range(start + 1, end))
    cues = (cue for j in (i, *inside) if (cue := lacking(passage, j)) is not None)
    # "Ended without agreement" says with its own "without" that talks failed.
    said = frozenset[str]().union(*(lexicon.meant(t.lemma) | {*t.groups} for t in predicate(statement)))
    phrases = lexicon.thesaurus().phrases.get(lemma_of(passage.tokens[i]), ())
    own = {word for words, group in phrases if group in said for word in words[1:]}
    return next((cue for cue in cues if cue.i != i and cue.lemma.lower() not in own), None)


def _said(
    here: Sequence[Deed], coverage: Coverage, beside: Coverage, unnamed: bool
) -> tuple[Deed | None, Reply] | None:
    """What a passage says of the claim's deed: that, something that rules it out, or only what it is about."""
    against = next((d for d in here if d.excludes), None)
    same = next((d for d in here if d.ours and not d.opposite), None)
    if same is not None and against is not None and same.passage.kind is Kind.ROW:
        return None, Reply(Question.VALUES, Answer.OPEN, "says both in one row")
    if same is not None and not unnamed and coverage.share >= DONE:
        return same, Reply(Question.VALUES, Answer.YES, "says so")
    spoken_of = beside.share >= UNDONE and beside.local >= HERE
    if against is not None and (against.of_nobody or (not unnamed and spoken_of)):
        word = against.passage.tokens[against.token].text
        how = "says it the other way about" if against.swapped else f"says the opposite: {word}"
        how = "says it of others only" if against.left_out else how
        how = f"says it of nobody: {word}" if against.of_nobody else how
        return against, Reply(Question.VALUES, Answer.NO, how)
    if coverage.share >= questions.SPEAKS and coverage.local >= BESIDE_IT:
        return None, Reply(Question.VALUES, Answer.OPEN, "says part of it")
    return None


def _settled(found: list[Weighed]) -> list[Weighed]:
    """Where a source says what the claim says, an opposite that it tells of as well came before or after."""
    if not any(w.evidence.bearing is Bearing.SUPPORTS for w in found):
        return found
    return [w for w in found if w.evidence.bearing is not Bearing.CONTRADICTS or _denies(w.evidence)]


def _denies(said: Evidence) -> bool:
    """Whether a passage says that the deed itself was not done."""
    return any(r.question is Question.VALUES and r.answer is Answer.YES for r in said.replies)


def _names_one(fact: Fact, statement: Statement, index: SourceIndex, passage: Passage) -> bool:
    """Whether a passage, or what its reader has in mind, names somebody on a claim's list, or what they all are."""
    near = {passage.index, *index.context(passage)}
    head = statement.tested[0].mention.value.head
    if head and any(lexicon.kinship(head, t.lemma) >= lexicon.SYNONYM for t in passage.tokens if t.pos == "NOUN"):
        return True
    members = [t for t in statement.terms if t.i in statement.tested[0].tokens]
    return not members or any(near & index.hits(t, fact.aliases).keys() for t in members)


def _as_many(statement: Statement, marks: tuple[Marks, ...], passage: Passage) -> bool:
    """Whether a passage has the number of a claim's list, and not its names: "three other airlines"."""
    members = len(statement.tested[0].mention.value.members)
    return any(m.value.quantity.stated == members and not m.value.dimension for m in marks[passage.index].count)


def _as_a_group(passage: Passage) -> bool:
    """Whether a passage speaks of some as a group, and gives no names: "a group of banks", "several states"."""
    return any(
        (t.lemma in GROUPS and any(passage.tokens[c].lemma == "of" for c in passage.children[t.i]))
        or (t.lemma in SEVERAL and passage.tokens[t.head].tag in ("NNS", "NNPS"))
        for t in passage.tokens
    )


GROUPS = word_set("group syndicate consortium number handful pair trio couple coalition bloc set range series dozen")
SEVERAL = word_set("several some various many few two three four five six seven eight nine ten other")


def _part_of(some: str, other: str) -> bool:
    """Whether one only says less of the same: "November" for "November 14"."""
    return some.lower() in other.lower() or other.lower() in some.lower()


def _value(
    statement: Statement,
    reader: _Reader,
    coverage: Coverage,
    instead: Instead | None,
    as_many: bool,
    elsewhere: bool,
) -> Reply | None:
    """Does the passage say what the claim says, or something else in its place? None where it does not speak of it."""
    if instead is not None:
        return Reply(Question.VALUES, Answer.YES if instead.denied else Answer.NO, instead.reason)
    if statement.tested:
        if reader.says_country:
            return Reply(Question.VALUES, Answer.YES, "says so")
        if not reader.speaks_of_value(coverage, as_many):
            return None
        return Reply(Question.VALUES, Answer.OPEN, "speaks of it and does not give the value")
    enough = EXTRACT_SAYS_SO if reader.extract else SAYS_SO
    apart = elsewhere or reader.unnamed or reader.of_another or of_a_part(statement, reader.theirs, reader.places)
    apart = apart or (reader.extract and (reader.says_too_little or reader.was_before))
    if not apart and max(coverage.share, reader.share) >= enough:
        return Reply(Question.VALUES, Answer.YES, "says so")
    return Reply(Question.VALUES, Answer.OPEN, "says part of it") if coverage.share >= questions.SPEAKS else None


class _Reader:
    """One sentence of a claim beside one passage."""

    def __init__(self, fact: Fact, statement: Statement, index: SourceIndex, passage: Passage) -> None:
        self.ours, self.theirs = statement.passage, passage
        self.statement, self.index, self.aliases = statement, index, fact.aliases
        self.extract = index.prose_count < SHORT
        self.places: dict[int, dict[int, float]] = {
            t.i: {
                h.token: h.kinship
                for h in index.hits_in((t,), passage, fact.aliases)
                if not foreign(t.lemma, passage.tokens[h.token].text)
            }
            for t in statement.terms
        }
        self._beside = Places(statement, passage, index, fact.aliases, self.places)
        self.met = self._beside.met
        root = self.places.get(statement.root, {})
        self.verb = max(root, key=lambda i: root[i], default=None)

    @cached_property
    def unnamed(self) -> bool:
        """Whether the claim names somebody whom the source does not, nor goes on about."""
        understood = self._subject() if self._resumes() else frozenset[int]()
        lost = (t for t in self.statement.terms if t.name and t.i not in understood and not self.places[t.i])
        return any(not self.index.hits(t, self.aliases) for t in lost)

    @property
    def share(self) -> float:
        """The share of the claim's words met, where the passage may go on about a subject named before it."""
        subject = self._subject()
        total = got = 0.0
        for term in self.statement.terms:
            near = max(self.places[term.i].values(), default=0.0)
            weight = term.weight
            if not near and self.extract and term.i in subject and self._resumes():
                weight *= UNDERSTOOD
            total += weight
            got += weight * near
        return got / total if total else 0.0

    def _subject(self) -> frozenset[int]:
        subject = subject_of(self.ours, self.statement.root)
        return frozenset() if subject is None else subtree(self.ours, subject)

    def _resumes(self) -> bool:
        """Whether the passage is about somebody named before it: "He plays", "The band plays"."""
        verbs = [t for t in self.theirs.tokens if t.dep == "ROOT"]
        subject = subject_of(self.theirs, verbs[0].i) if verbs else None
        if subject is None or subject in self.met:
            return True
        counted = any(self.theirs.tokens[c].dep == "nummod" for c in self.theirs.children[subject])
        return self.theirs.tokens[subject].pos != "PROPN" and not counted

    def rest(self, without: frozenset[int]) -> float:
        """The share of the claim's other words that the passage has."""
        subject = self._subject()
        total = got = 0.0
        for term in self.statement.terms:
            if term.i in without:
                continue
            near = max(self.places[term.i].values(), default=0.0)
            weight = term.weight * (UNDERSTOOD if not near and term.i in subject and self._resumes() else 1.0)
            total += weight
            got += weight * near
        return got / total if total else 0.0

    def speaks_of_value(self, coverage: Coverage, as_many: bool) -> bool:
        """Whether the passage speaks of what the claim gives a value of: all else is there, or what has the value is
        there beside something else of the claim, and a sign tells that the value is left open."""
        slot = self.statement.tested[0]
        if slot.kind == "identifier":
            return self._gives_number(slot, coverage)
        asked = self._asked(slot)
        # "Police" alone is the first of "police officers", and not the officers too.
        best: dict[int, float] = {}
        for hits in self.places.values():
            for j, near in hits.items():
                best[j] = max(near, best.get(j, lexicon.SYNONYM))
        surely = {i: {j for j, near in hits.items() if near >= best[j]} for i, hits in self.places.items()}
        met = set[int]().union(*(surely.get(i, set()) for i in asked))
        # So many of what, is asked: that must be there however much else is.
        if coverage.local >= TOLD and (met or slot.kind != "count" or not asked):
            return True
        if coverage.local >= BESIDE_IT and withheld(self.theirs.text):
            return True
        beside = set[int]().union(*(found for i, found in surely.items() if i not in asked[:1])) - met
        if not met or (len(met | beside) < 2 and coverage.share < questions.SPEAKS):
            return False
        if slot.kind == "listing":
            return as_many or any(surely.get(i) for i in slot.tokens)
        if coverage.local >= BESIDE_IT and any(self._some(i) for i in met):
            return True
        if slot.kind == "place" and any(self._somewhere(i) for i in met):
            return True
        return coverage.local >= NEARLY and bool(surely[asked[0]])

    def _gives_number(self, slot: Slot, coverage: Coverage) -> bool:
        """Whether a passage names the series of a number, by decree, or who gave a thing its number and how."""
        noun = slot.mention.value.series
        if noun and self._has(noun, lexicon.DERIVED):
            return bool(self.met)
        noun = identifier.bearer(self.ours, slot.mention)
        if noun and self._has(noun, lexicon.SYNONYM) and coverage.local >= TOLD:
            return True
        root = max(self.places.get(self.statement.root, {}).values(), default=0.0)
        if root >= lexicon.SYNONYM and coverage.local >= TOLD:
            return True
        by = self.verb is not None and roles_of(self.theirs, self.verb).agent
        return bool(by) and root >= lexicon.DERIVED and coverage.local >= NEARLY

    def _has(self, noun: str, least: float) -> bool:
        return any(t.pos == "NOUN" and lexicon.kinship(noun, lemma_of(t)) >= least for t in self.theirs.tokens)

    def _asked(self, slot: Slot) -> tuple[int, ...]:
        """The claim's words that have the value, the nearest first: what is counted, and what happened."""
        terms = {t.i: t for t in self.statement.terms}
        around = [self.statement.root]
        for t in slot.tokens:
            around[:0] = [t, *(i for i in self.ours.ancestors(t) if i not in slot.tokens)]
        over = list(dict.fromkeys(around))
        for i in over:
            if i not in terms or terms[i].lemma in LIGHT:
                # "40 per cent of the boats", "was taken into custody": what such words say stands under them.
                over += [j for j in self._under(i) if j not in over]
        return tuple(
            i for i in over if i in terms and i not in slot.tokens and not terms[i].name and terms[i].lemma not in LIGHT
        )

    def _under(self, i: int) -> Iterator[int]:
        """What completes a word: its object, what it is said to be, and the nouns of its prepositions."""
        for c in self.ours.children[i]:
            if self.ours.tokens[c].dep in COMPLETING:
                yield c
            elif self.ours.tokens[c].dep == "prep":
                yield from self.ours.children[c]

    def _some(self, i: int) -> bool:
        """Whether a noun comes in a number that is not said: several shops, a number of shops, most of the shops."""
        tokens = self.theirs.tokens
        if any(tokens[c].lemma in VAGUE for c in self.theirs.children[i]):
            return True
        over = tokens[tokens[i].head]
        return tokens[i].dep == "pobj" and over.lemma == "of" and tokens[over.head].lemma in VAGUE

    def _somewhere(self, i: int) -> bool:
        """Whether something happens at a place that is not named: in some village, from a yard abroad."""
        tokens = self.theirs.tokens
        nouns = [tokens[i], tokens[tokens[i].head]]
        nouns += [tokens[g] for c in self.theirs.children[i] for g in self.theirs.children[c]]
        for noun in nouns:
            above = tokens[noun.head]
            if noun.pos == "NOUN" and noun.dep == "pobj" and above.dep == "prep" and above.lemma in WHERE:
                first = [tokens[g].lemma for g in self.theirs.children[noun.i] if tokens[g].dep in ("det", "poss")]
                if not first or first[0] in ("a", "an", "some", "another"):
                    return True
        return False

    @cached_property
    def replaced(self) -> Instead | None:
        """What the passage says in the place of a word of the claim, and cannot hold with it."""
        for ours, theirs in self._opposites():
            if self.rest(frozenset({ours})) >= REST and not self._beside.told_of_another(theirs):
                return replace(self._instead((ours,), (theirs,)), opposite=True)
        if not self.extract:
            return None
        for ours, theirs in self._denied():
            if self.rest(frozenset({ours})) >= REST:
                return replace(self._instead((ours,), (theirs,)), denied=True)
        for ours, theirs in self._asserted():
            if self.rest(frozenset({ours})) >= REST:
                found = self._instead((ours,), (theirs,))
                return replace(found, ours=f"not {found.ours}")
        for ours_there, theirs_there in self._beside.instead():
            if self.rest(frozenset(ours_there)) >= REST:
                return self._instead(ours_there, theirs_there)
        return None

    @property
    def was_before(self) -> bool:
        """Whether an extract says what the claim says of today only of a time before."""
        done = {t.i for t in predicate(self.statement)}
        hits = [j for i in done for j in self.places.get(i, ())]
        return bool(hits) and all(_was_before(self.statement, self.theirs, j) for j in hits)

    @property
    def of_other_thing(self) -> bool:
        """Whether the passage speaks of another thing of the kind, by its sort or by a name: the award ceremony for the
        opening, Lund's mayor for the mayor of Osa."""
        told = self.statement, self.index, self.theirs, self.aliases
        return bool(others.other_sort(*told) or others.of_another_name(*told))

    @property
    def says_too_little(self) -> bool:
        """Whether an extract has little but whom a claim is about, or says of others what the claim says of that."""
        said = [t for t in self.statement.terms if not t.subject]
        total = sum(t.weight for t in said)
        got = sum(t.weight * max(self.places[t.i].values(), default=0.0) for t in said)
        return (
            got < SAID_OF_IT * total
            or self._lacks_complement
            or self._lacks_verb
            or self.lacks_part
            or self._beside.of_others
        )

    @property
    def says_country(self) -> bool:
        """Whether an extract says by its people of which country somebody is whom a claim says to be from there."""
        root = self.ours.tokens[self.statement.root]
        origin = root.lemma in ("be", "come", "hail", "originate") and self.statement.tested[0].kind == "place"
        come = any(t.lemma == "from" and t.head == root.i for t in self.ours.tokens)
        return self.extract and origin and come and self._beside.of_the_country

    @property
    def _lacks_verb(self) -> bool:
        """Whether the text has no word for a claim's verb."""
        root = [t for t in self.statement.terms if t.i == self.statement.root and t.lemma not in LIGHT]
        return any(t.weight >= TELLING and not self.index.hits(t, self.aliases) for t in root)

    @property
    def lacks_part(self) -> bool:
        """Whether the text has no word for how something was done, or from what: "died of cancer"."""
        root = self.ours.tokens[self.statement.root]
        below = [self.ours.tokens[c] for c in self.ours.children[root.i]]
        behind = [t for t in below if t.dep == "prep" and t.lemma in ("of", "by", "from", "with", "because")]
        told = {t.i for t in below if t.dep == "advmod" and t.text.endswith("ly")}
        told |= {n for t in behind for n in self.ours.children[t.i] if self.ours.tokens[n].dep == "pobj"}
        said = [t for t in self.statement.terms if t.i in told and not t.name and t.lemma not in LIGHT]
        return any(t.weight >= TELLING and not self.index.hits(t, self.aliases) for t in said)

    @property
    def _lacks_complement(self) -> bool:
        """Whether all that a claim says that something is has no word in the passage: "is free"."""
        root = self.ours.tokens[self.statement.root]
        below = [c for c in self.ours.children[root.i] if self.ours.tokens[c].dep in ("attr", "acomp")]
        said = [t.i for t in self.statement.terms if t.i in {j for c in below for j in (c, *self.ours.children[c])}]
        return root.lemma == "be" and bool(said) and not any(self.places[i] for i in said)

    @property
    def turned(self) -> bool:
        """Whether it says the opposite of a word that tells of what, or where, a deed is told: the north, the south."""
        done = {t.i for t in predicate(self.statement)}
        return any(ours not in done and self.rest(frozenset({ours})) >= REST for ours, _ in self._opposites())

    @cached_property
    def of_another(self) -> bool:
        """Whether the passage says it of somebody else, and names the claim's own for another part in it."""
        clauses = [_roles(roles_of(self.ours, a), roles_of(self.theirs, b)) for a, b in self._same_clauses()]
        return bool(clauses) and all(any(self._named_otherwise(*parts) for parts in clause) for clause in clauses)

    def _same_clauses(self) -> Iterator[tuple[int, int]]:
        """A verb of the claim and one of the passage by which the same is said."""
        root = self.ours.tokens[self.statement.root]
        if root.lemma == "be":
            subject = self._subject()
            for token in self.theirs.tokens:
                told = subject_of(self.theirs, token.i) if token.lemma == "be" else None
                if told is not None and any(told in self.places.get(i, ()) for i in subject):
                    yield root.i, token.i
        verbs = self.places.get(root.i, {})
        nearest = max(verbs.values(), default=0.0)
        for verb in (i for i, near in verbs.items() if near == nearest):  # "proposed by Roe and seconded by Ito"
            denied = standing(self.theirs, verb).factuality is Factuality.NEGATED
            if self.theirs.tokens[verb].pos == "VERB" and not dates.is_besides(self.theirs, verb) and not denied:
                yield root.i, verb

    def _named_otherwise(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
        """Whether both name somebody in one part, and not one and the same."""
        names = [t for t in self.statement.terms if t.name and t.i in ours]
        other = [i for i in theirs if self.theirs.tokens[i].pos == "PROPN"]
        if not names or len(other) != len(theirs) or not other:
            return False
        there = set(party(self.theirs, theirs))
        told = any(self.index.hits(t, self.aliases) for t in names)
        return told and not any(there & self.places[t.i].keys() for t in names)

    def says_else(self, done: Sequence[Deed]) -> bool:
        """Whether the passage has the claim's deed only of others, or in its place another deed of who takes part."""
        if done:
            return not any(d.perhaps_ours for d in done)
        if self.statement.state or not self._turns_on_verb():
            return False
        return any(self._tells(token) and self._takes_part(token) for token in self.theirs.tokens)

    def _turns_on_verb(self) -> bool:
        """Whether what was done is a good part of what the claim says, and not one word among many."""
        done = sum(max(t.weight, TELLING) if t.groups else t.weight for t in predicate(self.statement))
        return done >= max(TELLING, VERB_SHARE * sum(t.weight for t in self.statement.terms))

    def _tells(self, token: Token) -> bool:
        """Whether a word that the claim has not says of somebody what was done, or how things are."""
        if token.i in self.met:
            return False
        if token.pos != "VERB":
            return token.dep == "acomp"
        if any(self.theirs.tokens[c].dep == "prt" for c in self.theirs.children[token.i]):
            return True
        little = token.lemma in EMPTY or token.lemma in LIGHT or lexicon.weight(token.lemma) < TELLING
        return not little and VERBS.get(token.lemma) not in (Attitude.REPORTS, Attitude.PASSES_ON)

    def _takes_part(self, token: Token) -> bool:
        """Whether a verb is said of the claim's participants: of two of them where the claim names two."""
        verb = token.head if token.dep == "acomp" else token.i
        ours, theirs = roles_of(self.ours, self.statement.root), roles_of(self.theirs, verb)
        named = bool(ours.agent) + bool(ours.object) + len(ours.oblique)
        heads = (*theirs.agent, *theirs.object, *(i for nouns in theirs.oblique.values() for i in nouns))
        return len(self.met.intersection(party(self.theirs, heads))) >= min(named, 2)

    def _denied(self) -> Iterator[tuple[int, int]]:
        """A word that the passage has only under a "not", and the claim without."""
        for term in self.statement.terms:
            hits = self.places[term.i]
            if (
                hits
                and not term.name
                and standing(self.ours, term.i).factuality is not Factuality.NEGATED
                and all(self._is_denied(i) for i in hits)
            ):
                yield term.i, max(hits, key=lambda i: hits[i])

    def _asserted(self) -> Iterator[tuple[int, int]]:
        """A verb that a claim has under a "not", beside another that it has without, in a passage that has no "not"."""
        if any(t.dep == "neg" for t in self.theirs.tokens):
            return
        root = self.ours.tokens[self.statement.root]
        for term in self.statement.terms:
            told = [i for i, near in self.places[term.i].items() if near >= lexicon.DERIVED]
            if not told or term.i == root.i or any(map(self._is_denied, self.places[term.i])):
                continue
            cue = lacking(self.ours, term.i)
            denied = any(self.ours.tokens[c].dep == "neg" for c in self.ours.children[term.i]) and term.pos == "VERB"
            if denied or (cue is not None and cue.lemma == "without" and cue.head == root.i and root.pos == "VERB"):
                yield term.i, told[0]

    def _is_denied(self, i: int) -> bool:
        return standing(self.theirs, i).factuality is Factuality.NEGATED or self._lacking(i) is not None

    def _lacking(self, i: int) -> Token | None:
        """The word by which the passage says that there was none of a thing, if that is not what the claim says."""
        cue = lacking(self.theirs, i)
        return None if cue is not None and cue.lemma in {t.lemma for t in self.statement.terms} else cue

    @property
    def missing(self) -> Token | None:
        """The word by which the passage says that there was none of what a claim says was done, or was so."""
        said = {self.statement.root, *(t.i for t in predicate(self.statement))}
        said |= {c for c in self.ours.children[self.statement.root] if self.ours.tokens[c].dep == "attr"}
        told = (i for term in said for i in self.places.get(term, ()))
        cue = next((cue for i in told if (cue := self._lacking(i)) is not None), None)
        return cue or self.ruled_out

    @cached_property
    def ruled_out(self) -> Token | None:
        """The word by which something that a claim speaks of was ruled out, so that it was not, nor caused a thing."""
        terms = (t for t in self.statement.terms if not t.name and excluded(self.ours, t.i) is None)
        said = (i for t in terms for i in self.places[t.i])
        return next((cue for i in said if (cue := excluded(self.theirs, i)) is not None), None)

    def _instead(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Instead:
        tokens = [self.theirs.tokens[i] for i in sorted(theirs)]
        return Instead(
            " ".join(self.ours.tokens[i].text for i in sorted(ours)),
            " ".join(t.text for t in tokens),
            Span(tokens[0].start, tokens[-1].end),
        )

    def _opposites(self) -> Iterator[tuple[int, int]]:
        """A word that the passage lacks and a word that says the opposite, of the same thing."""
        for term in self.statement.terms:
            # "Came" says too little of its own to have an opposite: "the call came before the departure".
            if term.name or term.lemma in LIGHT or self.places[term.i]:
                continue
            beside = self._around(self.ours, term.i)
            dated = any(slot.kind in TIMES for slot in self.statement.tested)
            for token in self._against(term):
                if dated and {term.lemma, lemma_of(token)} <= FIRST | LAST | SEASONS.keys():
                    continue  # what opens on one day closes on another, and the autumn fair is not the spring fair
                # "The landing came before the departure": neither word is the other's opposite there.
                if (
                    token.i not in self.met
                    and not self._is_denied(token.i)
                    and not self._of_some(token)
                    and any(self.places.get(i, {}).keys() & self._around(self.theirs, token.i) for i in beside)
                    and not others.turned_round(self.statement, self.index, self.theirs, token, self.aliases)
                ):
                    yield term.i, token.i

    def _of_some(self, token: Token) -> bool:
        """Whether an opposite is said of some only: "some reviews were negative"."""
        subject = subject_of(self.theirs, token.head) if token.dep in COMPLETING else token.head
        heads = {token.i} if subject is None else {token.i, subject}
        said = {self.theirs.tokens[c].lemma.lower() for i in heads for c in self.theirs.children[i]}
        return bool(said & SOME - {t.lemma.lower() for t in self.ours.tokens})

    def _against(self, term: Term) -> Iterator[Token]:
        """The words of the passage that say the opposite of a word, alone or as the head of an expression."""
        tokens = self.theirs.tokens
        yield from (token for token in tokens if lexicon.opposed(term.lemma, lemma_of(token)))
        groups = lexicon.against(lexicon.meant(term.lemma) | {*term.groups})
        for start, end, group in expressions(self.theirs):
            if group in groups:
                yield next(
                    token for token in tokens[start:end] if not start <= token.head < end or token.head == token.i
                )

    @staticmethod
    def _around(passage: Passage, i: int) -> frozenset[int]:
        """The words that a word stands with: its head, what hangs from it, and what hangs from its prepositions."""
        found = {passage.tokens[i].head, *passage.children[i]}
        if passage.tokens[i].dep in COMPLETING and (subject := subject_of(passage, passage.tokens[i].head)) is not None:
            found.add(subject)
        for j in tuple(found):
            if passage.tokens[j].pos in ("ADP", "AUX"):
                found.update((passage.tokens[j].head, *passage.children[j]))
        return frozenset(found - {i})


def _roles(mine: Roles, other: Roles) -> Iterator[Pair]:
    """The fillers of each role that two verbs both have."""
    yield mine.agent, other.agent
    yield mine.object, other.object
    for preposition, nouns in mine.oblique.items():
        yield nouns, other.oblique.get(preposition, ())
