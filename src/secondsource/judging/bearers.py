"""What a time is the time of: the verb or noun that says what happened then, and whether it began or ended.

>>> from secondsource.language import read
>>> from secondsource.sources import Source
>>> from secondsource.values.marking import mark
>>> def dated(text):
...     told = read(Source("a", text))
...     return told.passages[0], mark(told)[0].date[0]
>>> tells_start(*dated("The strike began on 3 March.")), tells_end(*dated("The strike ended on 9 March."))
(True, True)
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.aligning.terms import LIGHT, lemma_of
from secondsource.grammar.calendar import YEAR
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token
from secondsource.language.clauses import coordinated, deed, is_predicate, predicate_of, subject_of, subtree
from secondsource.language.days import CALENDAR
from secondsource.sources import Kind, Span
from secondsource.values import date
from secondsource.values.clock import Clock
from secondsource.values.date import When
from secondsource.values.mention import Mention

STARTS = frozenset(["begin", "start", "commence", "resume", "restart", "reopen", "open", "launch", "inaugurate"])
ENDS = frozenset(["end", "finish", "expire", "lapse", "close", "conclude", "stop", "cease", "terminate", "complete"])
FIRST = STARTS | word_set("opening beginning commencement launching inauguration resumption reopening first")
LAST = ENDS | word_set("""
    ending closing closure expiry completion conclusion termination cessation deadline cutoff last final
    """)
"""Words by which a day is the first or the last of something: "the opening of the hall", "the closing date"."""
DAYS_OF = frozenset(["day", "date", "morning", "afternoon", "evening", "night", "weekend", "week", "month", "year"])
"""Nouns whose clause tells what happened at a time named beside them: "Thursday, the day the airport reopened"."""
GENERAL = frozenset(["time", "hour", "deadline", "period", "term", "start", "end", "beginning", "duration", "expiry"])
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
_OBJECTS = frozenset({"dobj", "attr", "oprd", "obj"})
_INTO = frozenset({"to", "into", "in", "under"})
NAMING = frozenset({"NOUN", "PROPN", "VERB"})
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
TIMING = frozenset(["when", "since", "after", "before", "once", "until", "as", "while"])
"""Words that open a clause which tells when."""
TELLING_WHEN = TIMING | frozenset(["at", "on", "upon", "during", "following"])
"""Words that open a phrase which tells when."""


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
        named = frozenset(t.i for t in passage.tokens if t.end <= core.start and t.pos in NAMING)
        if not named:
            return (_whole_line(passage, core),)
        return (Bearer(named, *_aspects(passage, named)),) if named else ()
    if label := label_of(passage, core):
        return (Bearer(label, *_label_aspects(passage, label)),)
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
    clauses = tuple(_then(passage, verb, core))
    found.extend(_of_verb(passage, then, core) for then in clauses)
    if nouns := frozenset(_nouns_behind(passage, words[0].i)):
        found.append(Bearer(nouns, *_aspects(passage, nouns)))
    if verb is not None and not (clauses and _is_it(passage, verb)):
        found.extend(_of_verb(passage, one, core) for one in (verb, *_shared(passage, verb, core)))
    return tuple(found)


def _shared(passage: Passage, verb: int, core: Span) -> Iterator[int]:
    """The verbs joined to that of a time which opens its sentence, and without one of their own: "On Monday the council
    met and named a chief".

    >>> passage, mention = dated("On Monday the council met, voted and sang, but left on Tuesday.")
    >>> [passage.tokens[i].text for i in _shared(passage, 4, mention.core)]
    ['voted', 'sang']
    """
    subject = subject_of(passage, verb)
    a_day = _A_DAY.search(core.moved(-passage.span.start).of(passage.text))
    if subject is None or passage.tokens[subject].start < core.end or not a_day:
        return  # in one year somebody joined, and in another retired
    chain = [verb]
    for above in chain:
        joined = [c for c in passage.children[above] if passage.tokens[c].dep == "conj"]
        joined += _slipped(passage, above)
        chain += [c for c in joined if is_predicate(passage.tokens[c]) and not has_own_time(passage, c)]
    yield from chain[1:]


_A_DAY = re.compile(r"day\b|\b[0-3]?\d(?:st|nd|rd|th)?\b|\b(?:morning|evening|night)\b", re.I)


def _slipped(passage: Passage, verb: int) -> Iterator[int]:
    """A verb of a row of three or more that the parser hangs from the object before it: "called" in "It sacked two men,
    called the police and left"."""
    for noun in passage.children[verb]:
        for c in passage.children[noun] if passage.tokens[noun].dep == "dobj" else ():
            if passage.tokens[c].dep == "acl" and any(passage.tokens[n].dep == "conj" for n in passage.children[c]):
                yield c


_OTHER_TIMES = (
    CALENDAR
    | DAYS_OF
    | word_set("""
    later earlier ago before yesterday today tomorrow tonight then since eventually subsequently thereafter
    """)
)


def has_own_time(passage: Passage, verb: int, but: Container[int] = ()) -> bool:
    """Whether words of a verb's own clause tell when, ``but`` those of a time that is known.

    >>> passage, _ = dated("The pool closed on Monday, and the gym followed on Wednesday.")
    >>> has_own_time(passage, 9), has_own_time(passage, 2)
    (True, True)
    """
    own = (i for i in subtree(passage, verb) & deed(passage, verb) if i not in but)
    return any(passage.tokens[i].text.lower() in _OTHER_TIMES or _is_year(passage, i) for i in own)


def _is_year(passage: Passage, i: int) -> bool:
    """Whether a bare number is a year: "became its chair in 2021"."""
    above = passage.tokens[passage.tokens[i].head]
    return above.dep == "prep" and bool(YEAR.fullmatch(passage.tokens[i].text))


def _nouns_behind(passage: Passage, first: int) -> Iterator[int]:
    """The nouns of a phrase that tells when, right before a time between commas: "after her arrest, on 4 May, she".

    >>> passage, _ = dated("At the time of her arrest, on 4 May, she sang.")
    >>> [passage.tokens[i].text for i in _nouns_behind(passage, 8)]
    ['arrest']
    """
    comma = first - 2 if passage.tokens[first - 1].pos == "ADP" else first - 1
    if comma < 1 or passage.tokens[comma].text != "," or passage.tokens[comma - 1].pos != "NOUN":
        return
    nouns = [comma - 1]
    for i in passage.ancestors(comma - 1):
        token = passage.tokens[i]
        if token.lemma.lower() in TELLING_WHEN and token.dep in ("prep", "mark"):
            yield from (n for n in nouns if passage.tokens[n].lemma not in DAYS_OF | GENERAL)
            return
        if token.pos == "NOUN":
            nouns.append(i)
        elif token.dep != "prep":
            return


def _whole_line(passage: Passage, core: Span) -> Bearer:
    """All that is told behind a time that opens a line: "06:40 The wall gives way"."""
    named = frozenset(t.i for t in passage.tokens if t.start >= core.end and t.pos in NAMING)
    return Bearer(named, *_aspects(passage, named))


def thens(passage: Passage, core: Span) -> Iterator[int]:
    """The verbs of clauses that say what happened at a time beside them, and not what it is named for.

    >>> passage, mention = dated("Nobody has slept since Monday, when the dam broke.")
    >>> [passage.tokens[i].text for i in thens(passage, mention.core)]
    ['broke']
    """
    words = passage.tokens_in(core)
    if words:
        yield from _then(passage, predicate_of(passage, words[0].i), core)


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
    if passage.tokens[then].dep not in ("relcl", "acl") or day.lemma.lower() not in DAYS_OF or day.span.within(core):
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
        for n in objects_of(passage, v)
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


def _label_aspects(passage: Passage, label: frozenset[int]) -> tuple[bool, bool]:
    """Whether a label tells of a start or an end, be it by a word that no noun is: "Comments close: 5 June"; "the last
    day to accept: 21 April"."""
    words = passage.tokens[min(label) : max(label) + 1]
    starts, ends = _aspects(passage, label)
    of_day = min((t.i for t in words if t.lemma in ("day", "date")), default=0)
    before = {passage.tokens[c].lemma for c in passage.children[of_day]} if of_day else set()
    said = {t.lemma for t in passage.tokens[min(label) : max(label) + 2]} & (STARTS | ENDS)
    return starts or bool(said & STARTS or before & FIRST), ends or bool(said & ENDS or before & LAST)


def label_of(passage: Passage, core: Span) -> frozenset[int]:
    """What stands on the other side of a colon or dash: "12 October: first arrest", "Start of production: 2028"."""
    at, end = core.start - passage.span.start, core.end - passage.span.start
    if _COLON_AFTER.match(passage.text, end) and _OPENS.fullmatch(passage.text, 0, at):
        return frozenset(t.i for t in passage.tokens if t.start >= core.end and t.pos in NAMING)
    if not passage.text[:at].strip(_BULLETS) and _CAPITAL_AFTER.match(passage.text, end):
        return _whole_line(passage, core).named
    if _COLON_BEFORE.search(passage.text[max(0, at - 40) : at]) and _CLOSES.match(passage.text, end):
        return frozenset(t.i for t in passage.tokens if t.end <= core.start and t.pos in NAMING)
    return frozenset()


def _chain(passage: Passage, verb: int) -> Iterator[int]:
    """A verb with the infinitive that it leads to: "is to open", "was due to start"."""
    yield verb
    for child in passage.children[verb]:
        token = passage.tokens[child]
        if token.dep in ("xcomp", "acomp") and passage.tokens[verb].lemma in HAPPENS and token.pos in ("VERB", "ADJ"):
            yield from _chain(passage, child)


def objects_of(passage: Passage, verb: int) -> Iterator[int]:
    """What a verb is done to, or leads "into".

    >>> passage, _ = dated("Police took the driver into custody on 9 March.")
    >>> [passage.tokens[i].text for i in objects_of(passage, 1)]
    ['driver', 'custody']
    """
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
    if lemma_of(passage.tokens[noun]) in LIGHT | SHARES | DAYS_OF | GENERAL | FIRST | LAST:
        yield from (t.i for t in passage.tokens if noun in passage.ancestors(t.i))


def _hyphened(passage: Passage, noun: int) -> Iterator[int]:
    """What a noun is joined to: the "run" of "run-off"."""
    for i in range(noun - 2, -1, -2):
        before, hyphen, after = passage.tokens[i : i + 3]
        if hyphen.text not in ("-", "–") or before.end != hyphen.start or hyphen.end != after.start:
            return
        yield i


def names_a_thing(passage: Passage, bearer: Bearer) -> bool:
    """Whether what happened is told by a noun too, and not by a verb alone.

    >>> passage, _ = dated("The strike ended on 9 March.")
    >>> names_a_thing(passage, Bearer(frozenset([1]))), names_a_thing(passage, Bearer(frozenset([2])))
    (True, False)
    """
    return any(passage.tokens[i].pos in ("NOUN", "PROPN", "PRON") for i in bearer.named)


def verbs_of(passage: Passage, mention: Mention[When]) -> list[Token]:
    """The verbs that a time is the time of.

    >>> [token.text for token in verbs_of(*dated("The strike ended on 9 March."))]
    ['ended']
    """
    named = {i for b in bearers(passage, mention.core, mention.value.adnominal) for i in b.named}
    return [passage.tokens[i] for i in sorted(named) if passage.tokens[i].pos in ("VERB", "AUX")]


def tells_start(passage: Passage, mention: Mention[When] | Mention[Clock]) -> bool:
    """Whether something began at a time.

    >>> tells_start(*dated("The strike ended on 9 March."))
    False
    """
    return any(b.starts for b in bearers(passage, mention.core, mention.value.adnominal))


def tells_end(passage: Passage, mention: Mention[When] | Mention[Clock]) -> bool:
    """Whether something ended at a time.

    >>> tells_end(*dated("The deadline is 9 March."))
    True
    """
    return any(b.ends for b in bearers(passage, mention.core, mention.value.adnominal))
