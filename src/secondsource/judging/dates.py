"""Of what a date is the date: the verb or noun that it belongs to, in a claim and in a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from secondsource.aligning import others
from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Slot, Statement
from secondsource.aligning.terms import LIGHT, Term, fold, lemma_of
from secondsource.grammar.number_words import ORDINALS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import phases
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import Tense, coordinated, gapped, is_predicate, predicate_of, subject_of, tense
from secondsource.sources import Kind, Span
from secondsource.values import clock, date
from secondsource.values.clock import Clock
from secondsource.values.date import Role, When
from secondsource.values.mention import Mention
from secondsource.values.ordinal import tells_which

AKIN = 0.75
"""How near two words must be for the same thing to have happened."""

SAME, NOT_SAID, OTHER, NOUNS_OWN = 1.0, 0.8, 0.6, 0.3
"""How sure it is that a date is that of what the claim says: its verb or noun is the claim's, says nothing of its own,
is another one; or it is the date of another noun alone."""

NEVER = -1.0
"""That a day no longer holds, or is that of another phase, is no report of it, however much else is met."""

STARTS = frozenset(["begin", "start", "commence", "resume", "restart", "reopen", "open", "launch", "inaugurate"])
ENDS = frozenset(["end", "finish", "expire", "lapse", "close", "conclude", "stop", "cease", "terminate", "complete"])
FIRST = STARTS | word_set("opening beginning commencement launching inauguration resumption reopening first")
LAST = ENDS | word_set("""
    ending closing closure expiry completion conclusion termination cessation deadline cutoff last final
    """)
"""Words by which a day is the first or the last of something: "the opening of the hall", "the closing date"."""
_DAYS_OF = frozenset(["day", "date", "morning", "afternoon", "evening", "night", "weekend", "week", "month", "year"])
"""Nouns whose clause tells what happened at a time named beside them: "Thursday, the day the airport reopened"."""
_GENERAL = frozenset(["time", "hour", "deadline", "period", "term", "start", "end", "beginning", "duration", "expiry"])
"""Labels that tell that a time follows, and not of what."""
HAPPENS = word_set("""
    be happen occur take come fall follow hold set fix schedule plan date expect slate due arrange put go give make get
    run last continue remain stand extend renew say tell announce see enter become have do date
    """)
"""Verbs that tell when a thing was and not what: "the vote was held", "the talks are set for", "the lease runs to"."""
EMPTY = HAPPENS | STARTS | ENDS | LIGHT
SHARES = word_set("""
    first second third last final next round series part stage phase step wave spate batch rest
    """)
"""Nouns of which "of" tells the kind: "a round of talks", "the first of the strikes"."""
SUPPORTS = word_set("""
    make take have give hold do undergo deliver reach sign strike pass issue carry stage conduct perform cast file lodge
    hand bring come go get put enter commit lay win
    """)
"""Verbs whose object or "into" says what happened: "made an arrest", "came to terms", "was taken into custody"."""

WITH_SUBJECT = STARTS | ENDS | {"be"}
"""Verbs whose subject may say what happened, though they have an object: "the ferry resumed its run"."""
PLACES = frozenset(["effect", "place", "force", "part", "shape"])
"""Objects of such a verb that say nothing either: "took place", "came into force"."""

REPEATED = word_set("""
    call phone telephone speak talk conversation meet meeting visit tour travel trip say speech statement interview
    play match game win defeat attack raid shell bomb fly flight write letter
    """)
"""What happens again and again, so that another day is most likely that of another one."""

DEADLINES = frozenset({Role.BY, Role.UNTIL})

SEASON = timedelta(days=92)

_OBJECTS = frozenset({"dobj", "attr", "oprd", "obj"})
_INTO = frozenset({"to", "into", "in", "under"})
_NAMING = frozenset({"NOUN", "PROPN", "VERB"})
_GLUE = frozenset({"ADP", "DET", "CCONJ", "PART", "AUX", "PUNCT"})
_COLON_AFTER = re.compile(r"\s?(?::|[–—])\s|\s-\s")
_COLON_BEFORE = re.compile(r"(?::|\s[–—-])\s{1,2}(?:[\w.:]{1,9}(?:\s|\s?[–-]\s?)){0,4}$")
_CAPITAL_AFTER = re.compile(r"(?<=[\dmTC])\s{1,3}[A-Z]")
_BULLETS = " \t-–—•*·|"
_OPENS = re.compile(r"\W{0,4}(?:(?:on|in|by|from|until)\s)?(?:\w{1,9},?\s)?", re.I)
_CLOSES = re.compile(r"[\s.,;)]{0,3}(?:$|\()|,\s\d|;\s|\s?(?:to\b|until\b|[–-])")
_OPENING = frozenset({"when", "that"})
_CLEFT = frozenset({"ccomp", "relcl", "advcl"})
_FAR, _NEAR = 4, 12
"""How many characters may stand between a date and the "when" that tells what happened then, before it and behind."""
PLANS = frozenset(
    ["original", "originally", "initially", "previously", "first", "plan", "schedule", "expect", "due", "mean"]
)
"""Words of claims about a day that may have been given up since."""
TIMING = frozenset(["when", "since", "after", "before", "once", "until", "as", "while"])
"""Words that open a clause which tells when."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """What a date is the date of: the tokens that name what happened, and whether it began then or ended."""

    named: frozenset[int]
    starts: bool = False
    ends: bool = False


@lru_cache(maxsize=8192)
def bearers(passage: Passage, core: Span, adnominal: bool) -> tuple[Bearer, ...]:
    """What a time is the time of, nearest first: none where nothing tells.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def told(text, when="Monday"):
    ...     passage, at = read(Source("a", text)).passages[0], text.index(when)
    ...     found = bearers(passage, Span(at, at + len(when)), False)
    ...     return [[passage.tokens[i].text for i in sorted(b.named)] for b in found]
    >>> told("Police made an arrest on Monday."), told("The talks began on Monday.")
    ([['made', 'arrest']], [['talks', 'began']])
    >>> told("It was on Monday, when the dam broke.")
    [['broke']]
    """
    words = passage.tokens_in(core)
    if core.end <= passage.span.start:
        return (_whole_line(passage, core),)  # a time that stands alone over what happened then
    if not words:
        return ()
    if passage.kind is Kind.ROW:
        named = frozenset(t.i for t in passage.tokens if t.end <= core.start and t.pos in _NAMING)
        if not named:
            return (_whole_line(passage, core),)
        return (Bearer(named, *_aspects(passage, named)),) if named else ()
    if label := _label(passage, core):
        return (Bearer(label, *_aspects(passage, label)),)
    noun = date.modified(passage, core) if adnominal else None
    found: list[Bearer] = []
    verb = predicate_of(passage, words[0].i)
    if noun is not None:
        # "The agreement of 16 October"; "an accord, reached on 16 October" is dated by its own verb too.
        verbs = (t.i for t in passage.tokens if t.head == noun and t.dep == "acl" and t.end <= core.start)
        kind = (c for c in passage.children[noun] if passage.tokens[c].dep == "compound")
        found.append(Bearer(frozenset((noun, *kind, *verbs))))
        verb = None
    elif verb is not None:
        # "During a visit to the town on Friday": whatever noun stands between it and the verb may be its own.
        path = passage.ancestors(words[0].i)
        below = path[: path.index(verb)] if verb in path else ()
        between = [i for i in below if passage.tokens[i].pos == "NOUN"]
        found.extend(Bearer(frozenset([i])) for i in between if not passage.tokens[i].span.within(core))
    thens = tuple(_then(passage, verb, core))
    found.extend(_of_verb(passage, then, core) for then in thens)
    if verb is not None and not (thens and _is_it(passage, verb)):
        found.append(_of_verb(passage, verb, core))
    return tuple(found)


def _whole_line(passage: Passage, core: Span) -> Bearer:
    """All that is told behind a time that opens a line: "06:40 The wall gives way"."""
    named = frozenset(t.i for t in passage.tokens if t.start >= core.end and t.pos in _NAMING)
    return Bearer(named, *_aspects(passage, named))


def _then(passage: Passage, verb: int | None, core: Span) -> Iterator[int]:
    """The verbs that say what happened at a time just named: "on Sunday, when the shift walked off"; "It was then that
    the ship left"; "When the bank failed, late on Sunday, nobody slept"."""
    for token in passage.tokens:
        if not is_predicate(token) or token.i == verb:
            continue
        if of_a_day(passage, token.i, core) or _dated_behind(passage, token.i, core):
            yield token.i
            continue
        opens = next(
            (passage.tokens[c] for c in passage.children[token.i] if passage.tokens[c].lemma in _OPENING), None
        )
        if opens is None:
            continue
        if opens.lemma == "when":
            if 0 <= opens.start - core.end <= _FAR or _closed_before(passage, token.i, verb, core):
                yield token.i
        elif verb == token.head and opens.start >= core.end and _is_it(passage, verb) and token.dep in _CLEFT:
            yield token.i


def of_a_day(passage: Passage, then: int, core: Span) -> bool:
    """Whether a clause says of a day beside a time what happened on it: "on Friday, the day the bridge fell"."""
    day = passage.tokens[passage.tokens[then].head]
    if passage.tokens[then].dep not in ("relcl", "acl") or day.lemma.lower() not in _DAYS_OF or day.span.within(core):
        return False
    first = min((passage.tokens[c].start for c in passage.children[day.i]), default=day.start)
    return 0 <= min(first, day.start) - core.end <= _FAR or 0 <= core.start - _end(passage, then, core) <= _FAR


def _dated_behind(passage: Passage, then: int, core: Span) -> bool:
    """Whether a time stands between commas behind a clause that tells when: "since work began, on 2 May, nobody"."""
    openings = (passage.tokens[c] for c in passage.children[then])
    if not any(t.i < then and t.lemma.lower() in TIMING for t in openings):
        return False
    end = _end(passage, then, core)
    between = passage.text[end - passage.span.start : core.start - passage.span.start]
    behind = passage.text[core.end - passage.span.start :]
    return between.startswith(",") and len(between) <= _NEAR and behind[:1] in (",", ";", ".", ")", "")


def _end(passage: Passage, i: int, core: Span) -> int:
    """Where the words under a word end, as far as they stand before a time."""
    below = (t.end for t in passage.tokens if t.end <= core.start and i in passage.ancestors(t.i) and t.pos != "PUNCT")
    return max(below, default=passage.tokens[i].end)


def _closed_before(passage: Passage, then: int, verb: int | None, core: Span) -> bool:
    """Whether a clause stands right before a time, and what the time hangs from after it."""
    if verb is None or passage.tokens[verb].start < core.end or passage.tokens[then].start > core.start:
        return False
    below = [t.end for t in passage.tokens if t.start < core.start and then in passage.ancestors(t.i)]
    return core.start - max((passage.tokens[then].end, *below)) <= _NEAR


def _is_it(passage: Passage, verb: int) -> bool:
    subject = subject_of(passage, verb)
    return subject is not None and passage.tokens[verb].lemma == "be" and passage.tokens[subject].lemma == "it"


def _of_verb(passage: Passage, verb: int, core: Span) -> Bearer:
    """What a clause says happened: its verb, or what stands beside a verb that says nothing of its own."""
    while passage.tokens[verb].dep in ("xcomp", "acomp") and passage.tokens[passage.tokens[verb].head].lemma in EMPTY:
        verb = passage.tokens[verb].head  # "is to report", "has to leave"
    chain = list(_chain(passage, verb))
    lemmas = {passage.tokens[v].lemma for v in chain}
    named = set(chain)
    objects = {
        n
        for v in chain
        for n in _objects(passage, v)
        if passage.tokens[n].lemma not in PLACES and not passage.tokens[n].span.within(core)
    }
    # "Was put off until 9 May" tells when the vote will be.
    moved = date.is_new(passage.text, core.start - passage.span.start)
    if moved or lemmas & SUPPORTS or lemmas <= EMPTY:
        named |= objects
    if lemmas <= EMPTY and (not objects or lemmas & WITH_SUBJECT):
        subject = subject_of(passage, verb)
        if subject is not None:
            named |= {
                n for noun in coordinated(passage, subject) for n in (*_whole(passage, noun), *_hyphened(passage, noun))
            }
        if passage.tokens[verb].dep == "relcl":
            # In "the move to the island, which began in May" either noun may be meant.
            named |= {passage.tokens[verb].head, *_governing(passage, passage.tokens[verb].head)}
    return Bearer(frozenset(named), *_aspects(passage, named))


def _aspects(passage: Passage, named: Iterable[int]) -> tuple[bool, bool]:
    lemmas = {lemma_of(passage.tokens[i]) for i in named}
    return bool(lemmas & FIRST), bool(lemmas & LAST)


def _label(passage: Passage, core: Span) -> frozenset[int]:
    """What stands on the other side of a colon or dash: "12 October: first arrest", "Start of production: 2028"."""
    at, end = core.start - passage.span.start, core.end - passage.span.start
    if _COLON_AFTER.match(passage.text, end) and _OPENS.fullmatch(passage.text, 0, at):
        return frozenset(t.i for t in passage.tokens if t.start >= core.end and t.pos in _NAMING)
    if not passage.text[:at].strip(_BULLETS) and _CAPITAL_AFTER.match(passage.text, end):
        return _whole_line(passage, core).named
    if _COLON_BEFORE.search(passage.text[max(0, at - 40) : at]) and _CLOSES.match(passage.text, end):
        return frozenset(t.i for t in passage.tokens if t.end <= core.start and t.pos in _NAMING)
    return frozenset()


def _chain(passage: Passage, verb: int) -> Iterator[int]:
    """A verb with the infinitive that it leads to: "is to open", "was due to start"."""
    yield verb
    for child in passage.children[verb]:
        token = passage.tokens[child]
        if token.dep in ("xcomp", "acomp") and passage.tokens[verb].lemma in HAPPENS and token.pos in ("VERB", "ADJ"):
            yield from _chain(passage, child)


def _objects(passage: Passage, verb: int) -> Iterator[int]:
    for child in passage.children[verb]:
        token = passage.tokens[child]
        if token.tag in ("WDT", "WP") or (token.lemma == "that" and token.dep in _OBJECTS):
            yield passage.tokens[verb].head  # "the strike that was called"
        elif token.dep in _OBJECTS or token.dep == "nsubjpass":
            yield from coordinated(passage, child)
        elif token.dep == "prep" and token.lemma in _INTO:
            yield from (c for c in passage.children[child] if passage.tokens[c].dep == "pobj")


def _governing(passage: Passage, noun: int) -> Iterator[int]:
    """The nouns that a noun stands under: the move in "the move to the island"."""
    for i in passage.ancestors(noun):
        if passage.tokens[i].pos == "NOUN":
            yield i
        elif passage.tokens[i].pos != "ADP":
            return


def _whole(passage: Passage, noun: int) -> Iterator[int]:
    """A noun with those that it is "of", or all that says which, where it says nothing itself: "the day set for paying
    the dividend", "the first of the strikes", "the start of production", "the hall's opening"."""
    yield noun
    if lemma_of(passage.tokens[noun]) in LIGHT | SHARES | _DAYS_OF | _GENERAL | FIRST | LAST:
        yield from (t.i for t in passage.tokens if noun in passage.ancestors(t.i))


def _hyphened(passage: Passage, noun: int) -> Iterator[int]:
    """What a noun is joined to: the "run" of "run-off"."""
    for i in range(noun - 2, -1, -2):
        before, hyphen, after = passage.tokens[i : i + 3]
        if hyphen.text not in ("-", "–") or before.end != hyphen.start or hyphen.end != after.start:
            return
        yield i


def sureness(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, mention: Mention[When], aliases: Aliases
) -> float:
    """How sure it is that a date of a source is the date of what the claim says happened."""
    met = OTHER if of_the_event(statement, passage, mention) else NOUNS_OWN
    if is_superseded(passage, mention) and not _plans(statement, slot):
        return NEVER
    start = tuple(t.i for t in passage.tokens_in(mention.core))
    if others.in_another_post(statement, passage, start):
        return NEVER
    if others.another(statement, passage, start) or others.other_patient(statement, passage, start, aliases):
        return NOUNS_OWN
    if _of_another_label(statement, index, passage, mention, aliases):
        return NOUNS_OWN
    if start and _of_another_turn(statement, passage, start[0]):
        return NEVER
    if start and _of_the_other(statement, index, passage, start[0], aliases):
        return NEVER
    ours = bearers(statement.passage, slot.mention.core, slot.mention.value.adnominal)
    theirs = bearers(passage, mention.core, mention.value.adnominal)
    if not ours or not theirs:
        return NOT_SAID if met == OTHER and slot.kind == "date" else met
    if _of_another_phase(statement, slot, ours, passage, mention, theirs):
        return NEVER
    doubt = NOUNS_OWN if _lasts_since(mention, slot) and not any(b.starts for b in ours) else met
    for mine in ours:
        hits = _met(statement, mine, index, passage, aliases)
        labelled = bool(_label(passage, mention.core))
        bare = _met(statement, mine, index, passage, aliases, bare=True) if labelled else hits
        for other in theirs:
            if _opposite_ends(mine, other, mention.value.role):
                continue
            # "Launched: 3 June" leaves it to the heading to say what was.
            if other.named & (hits if _names_a_thing(passage, other) else bare):
                return OTHER if slot.kind == "date" and _is_repeated(statement, mine) else SAME
            if met == OTHER and _resumes(passage, other):
                doubt = max(doubt, SAME if _goes_before(statement, mine, index, passage, aliases) else NOT_SAID)
            if met == OTHER and {slot.mention.value.role, mention.value.role} <= DEADLINES:
                doubt = max(doubt, NOT_SAID)  # few things have a last day
    return doubt


def _of_another_turn(statement: Statement, passage: Passage, i: int) -> bool:
    """Whether a time is that of another one by its number: of the second contingent, where the claim's is the third."""
    ours = {m.value.rank: fold(m.value.noun) for m in statement.marks.ordinal if tells_which(m.value)}
    verb = predicate_of(passage, i)
    if len(ours) != 1 or verb is None:
        return False
    ((rank, noun),) = ours.items()
    own = [c for c in passage.children[verb] if c < i and passage.tokens[c].dep in ("nsubj", "nsubjpass")]
    subject = own[-1] if own else subject_of(passage, verb)  # of two halves of a sentence the nearer one's
    parties = [passage.tokens[n] for n in (*_objects(passage, verb), *(() if subject is None else (subject,)))]
    for party in parties:
        numbered = [ORDINALS.get(passage.tokens[c].text.lower()) for c in (party.i, *passage.children[party.i])]
        told = [n for n in numbered if n is not None]
        alike = party.text.lower() in ORDINALS or lexicon.kinship(lemma_of(party), noun) >= AKIN
        if told and alike:
            return rank not in told
    return False


def _of_the_other(statement: Statement, index: SourceIndex, passage: Passage, i: int, aliases: Aliases) -> bool:
    """Whether a time is told of another thing by a verb that is said once for two: "the dam was finished in 2000 and
    the road in 1998"."""
    gaps = frozenset[int]().union(*(gapped(passage, t.i) for t in passage.tokens if t.text[0].isdigit()))
    subject = [t for t in statement.core if t.i != statement.root]
    met = index.words_in(subject, passage, aliases)
    own = gapped(passage, i) or frozenset(t.i for t in passage.tokens) - gaps
    return bool(gaps and met) and not met & own


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
    if said & phases.FIRST_SAID and not _is_for(passage, mention):
        said &= phases.FIRST_SAID
    deeds = set().union(*(_deeds_said(statement.passage, mine.named) for mine in ours))
    opposite = all(_opposite_ends(mine, other, mention.value.role) for mine in ours for other in theirs)
    return opposite or (not lasting and phases.LIVES.apart(deeds, said))


def _deeds_said(passage: Passage, named: Iterable[int]) -> set[str]:
    """The words for what came to pass; that construction began is told by "construction"."""
    words = {lemma_of(passage.tokens[i]) for i in named}
    return {w for w in words if w not in STARTS | ENDS and w in phases.LIVES} or words


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


def _is_for(passage: Passage, mention: Mention[When] | Mention[Clock]) -> bool:
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
        label = frozenset(t.i for t in passage.tokens if t.end <= mention.core.start and t.pos in _NAMING)
    else:
        label = _label(passage, mention.core)
    words = {lemma_of(passage.tokens[i]) for i in label}
    if not any(word.isalpha() and word not in EMPTY | _DAYS_OF | _GENERAL for word in words):
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


_FORMER = re.compile(
    r"\b(?:rather than|instead of|as against|previously|formerly|originally|initially|at first|first planned)\b"
    r"\W{0,3}(?:\b(?:have|been|set|planned|scheduled|due|was|were|is|to|be|on|in|for|by|from|the)\W{1,3}){0,5}$",
    re.I,
)


def is_superseded(passage: Passage, mention: Mention[When]) -> bool:
    """Whether a date is named as one that no longer holds: "in May rather than in March", "(previously: 2026)"."""
    at, end = mention.core.start - passage.span.start, mention.core.end - passage.span.start
    former = _FORMER.search(passage.text[max(0, at - 60) : at]) is not None
    return former or date.is_given_up(passage.text, at, end)


def _says_nothing(term: Term) -> bool:
    """Whether a word tells when a thing was and not what: a "run" does, and "runs" does not."""
    return term.lemma in LIGHT or (term.lemma in HAPPENS and term.pos in ("VERB", "AUX"))


def _names_a_thing(passage: Passage, bearer: Bearer) -> bool:
    return any(passage.tokens[i].pos in ("NOUN", "PROPN", "PRON") for i in bearer.named)


def _met(
    statement: Statement, mine: Bearer, index: SourceIndex, passage: Passage, aliases: Aliases, bare: bool = False
) -> frozenset[int]:
    """The words of a passage for what the claim's date is the date of; that it began or ended is told by the thing
    that did, unless a label gives it ``bare``."""
    words = [t for t in statement.terms if t.i in mine.named and not _says_nothing(t)]
    heavy = [t for t in words if t.lemma not in STARTS | ENDS | _DAYS_OF]
    said = words if bare else heavy or words
    return index.words_in(said, passage, aliases, AKIN)


def relate(slot: Slot, statement: Statement, mention: Mention[When], passage: Passage) -> Relation | None:
    """How a date of a source relates to a claim's, by what happened on them.

    A last day is a figure of its own: "by 30 September" is another deadline than "by 31 October". What began on a day
    has been so since that day, and what ended on one lasted until then.
    """
    ours, theirs, claim = slot.mention.value, mention.value, statement.passage
    still = tense(claim, statement.root) is not Tense.PAST
    last_day = ours.role is Role.UNTIL or (ours.role is Role.BY and still)
    if last_day and theirs.role in (Role.ON, Role.AFTER) and _ends(passage, mention):
        theirs = replace(theirs, role=Role.UNTIL)
    elif ours.role is Role.ON and theirs.role in DEADLINES and _ends(claim, slot.mention):
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
        if all(w.named.first == w.named.last for w in (theirs, ours)):
            return Relation.EXCLUDES
    if (
        ours.role in (Role.SINCE, Role.FROM)
        and theirs.role in _DAYS
        and _comes_about(passage, mention, claim, slot.mention)
    ):
        ours = replace(ours, role=theirs.role)
    elif theirs.role is Role.SINCE and ours.role in _DAYS and _comes_about(claim, slot.mention, passage, mention):
        theirs = replace(theirs, role=ours.role)
    found = date.relate(theirs, ours)
    # "It was also shown in May": a claim that says so knows of other days.
    return None if found is Relation.EXCLUDES and is_besides(claim, statement.root) else found


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
    if mention.value.role in (Role.FROM, Role.SINCE) and _ends(claim, slot.mention):
        return None  # "from 9 am to 6 pm": it closes at the other one
    if mention.value.role is Role.UNTIL and _starts(claim, slot.mention) and not _ends(passage, mention):
        return None
    theirs = _at_edge(mention.value, passage, mention, claim, slot.mention)
    ours = _at_edge(slot.mention.value, claim, slot.mention, passage, mention)
    return clock.relate(theirs, ours)


def _at_edge(when: Clock, passage: Passage, mention: Mention[Clock], other: Passage, beside: Mention[Clock]) -> Clock:
    """The time of the end or start of what goes on until then, or since, where its own verb or the other tells that."""
    if when.role is Role.UNTIL and (_ends(passage, mention) or _ends(other, beside)):
        return replace(when, role=Role.ON)
    if when.role in (Role.FROM, Role.SINCE) and (_starts(passage, mention) or _starts(other, beside)):
        return replace(when, role=Role.ON)
    return when


def _edge_meant(passage: Passage, mention: Mention[When]) -> bool | None:
    """Whether a time is that of the end of something that goes on (True), of its start (False), or of neither."""
    role = mention.value.role
    if role is Role.UNTIL or _ends(passage, mention):
        return True
    return False if role in (Role.SINCE, Role.FROM) or _starts(passage, mention) else None


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
    return _starts(passage, mention) or (not again and bool(told & COMING_ABOUT or told & held))


def verbs_of(passage: Passage, mention: Mention[When]) -> list[Token]:
    """The verbs that a time is the time of."""
    named = {i for b in bearers(passage, mention.core, mention.value.adnominal) for i in b.named}
    return [passage.tokens[i] for i in sorted(named) if passage.tokens[i].pos in ("VERB", "AUX")]


def _is_done_to(passage: Passage, verb: int) -> bool:
    """Whether something has been done to what a verb is said of: "has been closed"."""
    helpers = {passage.tokens[c].lemma for c in passage.children[verb] if passage.tokens[c].dep in ("aux", "auxpass")}
    return {"have", "be"} <= helpers


def _starts(passage: Passage, mention: Mention[When] | Mention[Clock]) -> bool:
    return any(b.starts for b in bearers(passage, mention.core, mention.value.adnominal))


def _ends(passage: Passage, mention: Mention[When] | Mention[Clock]) -> bool:
    return any(b.ends for b in bearers(passage, mention.core, mention.value.adnominal))


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
