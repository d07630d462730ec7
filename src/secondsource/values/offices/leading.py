"""Verbs of leading, and phrases: "commanded by X", "X, who directs the project", "in charge of", "under X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.grammar.proper import Name
from secondsource.language import lexicon
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Token
from secondsource.values.holding import Holding
from secondsource.values.offices.bodies import Body, body_after, noun_phrase, whole_body
from secondsource.values.offices.doers import beside, doer, stands_for
from secondsource.values.offices.led import deed, leader_of, parent_of, setting, what_is_led
from secondsource.values.offices.office import Offices, Said, times
from secondsource.values.offices.posts import owners, posted, winners
from secondsource.values.offices.view import View
from secondsource.values.role_words import (
    ALONE,
    COURT_WORK,
    DEEDS_WITH,
    FOR_NOW,
    HANDING,
    HAVING_MANY,
    IN_CHARGE,
    KEEPING,
    LEADING,
    LED,
    LINKS,
    NOT_LED,
    OVER,
    PASSES,
    PHRASAL,
    PORTFOLIOS,
    POSSESSIVE,
    POST,
    POSTS_NAMED,
    SERVICES,
    TAKES,
    TASKS,
    UNDER_WHOM,
)

_BEFORE_CHARGE = frozenset({"in", "the", "at", "took", "takes", "has", "have", "had"})
"""What stands before the charge that somebody has: "in charge of", "had charge of"."""


def leaders(view: View, offices: Offices) -> Iterator[Said]:
    """Verbs of leading: "commanded by X", "X, who directs the project", "in charge of the camp", "under Lt. Col. X".

    >>> from secondsource.values.offices.office import offices_of
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The camp is run by Ada Obi.")).passages
    >>> view = View(passage)
    >>> [(held.person.text, held.role, held.org) for held, _, _ in leaders(view, offices_of(view))]
    [('Ada Obi', ('head',), ('camp',))]
    """
    for i, token in enumerate(view.tokens):
        low = view.low[i]
        if low in LED and (by := _by(view, i)) > 0:
            yield from _led_by(view, offices, i, by)
        elif token.lemma == "belong":
            yield from owners(view, i)
        elif low == "presiding" and (judge := beside(view, i)) is not None:
            # The parser takes it for a noun as often as not.
            yield Holding(judge, (low,), text=view.text(i, i + 1), definite=True), i, i + 1
        elif token.pos in {"VERB", "AUX"} and not any(office.first <= i < office.end for office in offices.found):
            if _is_deed(view, i) or _takes_over(view, i) or token.lemma in KEEPING:
                yield from _leads(view, i)
            elif token.lemma in HANDING:
                yield from _handed(view, i)
            if token.lemma in TAKES | PASSES:
                yield from winners(view, i)
        elif low in POSTS_NAMED or low in POST or low in PORTFOLIOS:
            yield from posted(view, offices, i)
        elif low in IN_CHARGE and view.word(i - 1) in _BEFORE_CHARGE and _at_the(view, i):
            yield from _in_charge(view, i)
        elif low == "under" and (whose := _under_whom(view, i)) is not None:
            commander, role, end = whose
            yield leader_of(view, commander, role, _under(view, i), i, end), i, end
        elif low == "under" and (person := view.person_at(view.past_titles(i + 1))) is not None and person.titles:
            yield leader_of(view, person, "commander", _under(view, i), i, i + 1), i, i + 1


def _is_deed(view: View, i: int) -> bool:
    """Whether a verb makes somebody the head, the maker or the owner of something, with its particle."""
    lemma = view.tokens[i].lemma
    return lemma in LEADING or (lemma in PHRASAL and view.word(i + 1) in PHRASAL[lemma])


def _takes_over(view: View, verb: int) -> bool:
    return view.tokens[verb].lemma == "take" and any(t.dep == "prt" and t.lemma == "over" for t in view.below(verb))


def _at_the(view: View, i: int) -> bool:
    """Whether a head is where somebody is ("at the head of the inquiry") and not who it is ("the head of the fund")."""
    return view.low[i] not in {"head", "wheel", "controls"} or view.word(i - 2) == "at"


def _leads(view: View, verb: int) -> Iterator[Said]:
    """ "X chairs the board", "the board, which X chairs", "X, who speaks for the union"."""
    token = view.tokens[verb]
    below = view.below(verb)
    if any(t.dep == "neg" for t in below):
        return
    led = _object(view, verb, below)
    person = doer(view, verb, below)
    if (led is None and token.lemma not in ALONE) or (led is not None and _is_no_post(view, token, led)):
        return
    if person is None and not _is_person_who(view, token):
        return
    if token.lemma in {"hear", "try"} and (led is None or led.lemma not in COURT_WORK):
        return
    if token.lemma in KEEPING and (led is None or led.lemma not in PORTFOLIOS):
        return
    starts = _takes_over(view, verb)
    alone = not _with_others(view, verb)
    over = token.tag == "VBN" and any(t.tag == "VBD" and t.lemma == "have" for t in below)
    for holding, first, end in _leads_what(view, person, deed(view, verb), led, verb, led.i + 1 if led else verb + 1):
        past, until = over or token.tag == "VBD", _ended(view, verb)
        held = replace(holding, starts=starts, former=over, past=past, until=until, sole=alone)
        yield replace(held, acting=_stands_in(view, verb)), first, end


def _is_no_post(view: View, verb: Token, led: Token) -> bool:
    """Whether there is no office in leading such a thing: "led the cheers", and what a firm has many of."""
    if led.lemma in NOT_LED or led.pos == "NUM":
        return True
    told = {t.dep for t in view.below(led.i)}
    return verb.lemma in HAVING_MANY and led.tag == "NNS" and ("nummod" in told or not told & {"det", "poss"})


def _stands_in(view: View, verb: int) -> bool:
    """Whether somebody leads something only for a while: "runs it in the interim"."""
    return any(t.lemma in FOR_NOW for t in (*view.tokens[max(0, verb - 3) : verb], *view.tokens[verb : verb + 10]))


def _ended(view: View, verb: int) -> str:
    """The words that say when somebody led something, where that is over: "ran it until 2017"."""
    if view.tokens[verb].tag not in {"VBD", "VBN"}:
        return ""
    until = (t.i for t in view.below(verb) if t.dep in {"prep", "mark"} and t.lemma in OVER)
    return next((times(view, i)[2] for i in until if i > verb), "")


def _is_person_who(view: View, verb: Token) -> bool:
    """Whether a verb says of somebody unnamed who that is: "the woman who leads the search"."""
    above = view.tokens[verb.head]
    return verb.dep == "relcl" and above.i not in view.inside and lexicon.person_noun(above.lemma)


def _with_others(view: View, verb: int) -> bool:
    """Whether several do what a verb says: "Ada Obi and Jon Dahl founded it"."""
    subject = subject_of(view.passage, verb)
    joined = () if subject is None else view.passage.children[subject]
    return any(view.tokens[c].dep == "conj" and view.person_in(c) is not None for c in joined)


def _object(view: View, verb: int, below: Sequence[Token]) -> Token | None:
    """The object of a verb of leading, or what its preposition governs: "presides over", "speaks for"."""
    token = view.tokens[verb]
    prepositions = DEEDS_WITH.get(token.lemma)
    if prepositions is not None:
        over = (c for t in below if t.dep == "prep" and t.lemma in prepositions for c in view.passage.children[t.i])
        return next((view.tokens[c] for c in over if view.tokens[c].dep == "pobj"), None)
    led = next((t for t in below if t.dep in {"dobj", "obj"} and t.i > verb), None)
    if led is None and token.dep == "relcl" and any(t.dep == "dobj" and t.tag in {"WDT", "WP"} for t in below):
        return view.tokens[token.head]  # "the firm, which Ada Obi has run"
    if led is None and token.dep == "relcl" and any(t.dep == "nsubj" and t.pos == "PROPN" for t in below):
        return view.tokens[token.head]  # "the team Ada Obi coaches"
    return led


def _leads_what(view: View, person: Name | None, role: str, led: Token | None, first: int, end: int) -> Iterator[Said]:
    """The office of who leads a thing: its head, or the minister whose portfolio it is."""
    if led is None or role == "mediator":
        yield Holding(person, (role,), text=view.text(first, end), definite=True), first, end
        return
    body, after = whole_body(view, led.i), led.i + 1
    if led.lemma in SERVICES and body.parent and body.words == (led.lemma,):
        # "Who runs the agency's work in Namoro" is at the head of the agency there.
        body = body._replace(words=body.parent, named=True, parent=())
    elif led.lemma in SERVICES and len(body.words) > 1 and view.word(led.i - 1) in POSSESSIVE:
        body = body._replace(words=body.words[:-1])
    first, end = min(first, body.first), max(end, after)
    yield leader_of(view, person, role, body, first, end), first, end


def _by(view: View, verb: int) -> int:
    """The "by" after a participle, next to it or where the parse has it: "set up in 2014 by"; -1 where none is."""
    lemma = LED[view.low[verb]]
    particles = {*PHRASAL.get(lemma, ()), *DEEDS_WITH.get(lemma, ())}
    next_to = verb + 1 + (view.word(verb + 1) in particles)
    if lemma not in LEADING and next_to == verb + 1:
        return -1
    if view.word(next_to) == "by":
        return next_to
    return next((c for c in view.passage.children[verb] if view.tokens[c].dep == "agent" and c > verb), -1)


def _led_by(view: View, offices: Offices, verb: int, by: int) -> Iterator[Said]:
    """ "Led by X", "set up in 2014 by the journalist X": who did it, and to what."""
    at = by + 1
    while view.word(at) in {"the", "a", "an"}:
        at += 1
    role = deed(view, verb)
    named = view.past_titles(at)
    person = view.person_at(named)
    if person is None:
        office = offices.at.get(by + 1) or offices.at.get(at)
        if office is not None and view.word(office.last) == ",":
            return  # "led by its director, X": the office says it
        named = view.past_titles(office.end) if office is not None else view.past_description(at)
        person = view.person_at(named)
    if person is None:
        return
    body, local = what_is_led(view, verb)
    if view.low[verb] in {"heard", "tried"} and not COURT_WORK & set(body.words):
        return
    last = view.end_of(named)
    since = ""
    if view.word(last) == "," and view.word(last + 1) == "since":
        _, since, _ = times(view, last + 1)
    if not body.named and not body.parent:
        body = body._replace(parent=setting(view) or parent_of(view, verb))
    held = leader_of(view, person, role, body, verb, by + 1)
    also = view.person_at(view.past_titles(last + 1)) if view.word(last) in {"and", "&"} else None
    alone = also is None or not view.is_sure(also)
    yield replace(held, since=since, portfolio=held.portfolio or local, sole=alone), verb, by + 1


def _in_charge(view: View, i: int) -> Iterator[Said]:
    """ "X, in charge of the camp", "the inspector at the head of the inquiry", "the officer in charge"."""
    preposition = next((t for t in view.above(i) if t.pos == "ADP"), view.tokens[i])
    bearer = view.tokens[preposition.head]
    if view.word(i + 1) == "of":
        body = body_after(view, i + 1)
        end = body.end
        if bearer.lemma == "be" and bearer.i == end and (told := view.person_from(end + 1)) is not None:
            yield leader_of(view, told, IN_CHARGE[view.low[i]], body, i, end), i, end
            return
        person = view.last_person(i)
        if person is None or not _joined_to(view, i, person):
            person = stands_for(view, bearer.i) if bearer.pos in {"NOUN", "PROPN"} else None
        if person is not None:
            yield leader_of(view, person, IN_CHARGE[view.low[i]], body, i, end), i, end
    elif bearer.pos == "NOUN" and view.word(i - 1) == "in" and preposition.i == i - 1:
        text = view.text(bearer.i, i + 1)
        yield Holding(stands_for(view, bearer.i), (IN_CHARGE[view.low[i]],), text=text), bearer.i, i + 1


def _joined_to(view: View, i: int, person: Name) -> bool:
    """Whether only linking words stand between a person and "in charge of"."""
    for k in range(i, max(-1, i - 10), -1):
        if view.person_before(k) is person:
            between = {",", "who", "put", "placed"} | _BEFORE_CHARGE
            return all(w in LINKS or w in between for w in view.low[k:i])
    return False


def _handed(view: View, verb: int) -> Iterator[Said]:
    """ "The inquiry has been handed to X", "gave the portfolio to X": who leads it from then on."""
    below = view.below(verb)
    objects = [t for t in below if t.dep == "dobj"] or [t for t in below if t.dep == "nsubjpass"]
    task = next(iter(objects), None)
    to = next((t for t in below if t.dep in {"prep", "dative"} and t.lemma == "to"), None)
    if task is None or to is None or any(t.dep == "neg" for t in below):
        return
    takers = (view.person_in(c) for c in view.passage.children[to.i])
    person = next((taker for taker in takers if taker is not None), None)
    if person is not None and (task.lemma in TASKS or lexicon.kinship(task.lemma, "investigation") >= 0.8):
        led = _leads_what(view, person, "head", task, verb, task.i + 1)
        yield from ((replace(holding, starts=True), first, end) for holding, first, end in led)


def _under_whom(view: View, i: int) -> tuple[Name, str, int] | None:
    """Who commands in "under the command of X", as what, and where the phrase ends before the name."""
    noun = i + 1 + (view.word(i + 1) == "the")
    role = UNDER_WHOM.get(view.word(noun))
    person = view.person_at(view.past_titles(noun + 2)) if view.word(noun + 1) == "of" else None
    return None if role is None or person is None else (person, role, noun + 1)


def _under(view: View, preposition: int) -> Body:
    """Who is under a commander: "the contingent left under", "the third contingent, 90 soldiers under"."""
    above = view.tokens[view.tokens[preposition].head]
    if above.pos in {"VERB", "AUX"}:
        subjects = (view.tokens[c] for c in view.passage.children[above.i] if view.tokens[c].dep.startswith("nsubj"))
        above = next(subjects, view.tokens[above.head] if above.dep == "acl" else above)
    if above.dep == "appos":
        above = view.tokens[above.head]
    if above.pos not in {"NOUN", "PROPN"} or not above.text.isalpha():
        return Body(preposition, preposition)
    return noun_phrase(view, above.i)
