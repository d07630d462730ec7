"""Who holds an office that a sentence names: the name beside it, or the one that a verb gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.grammar.name_words import SAYING
from secondsource.grammar.proper import Found, Name
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.clauses import subject_of
from secondsource.values.holding import Holding
from secondsource.values.offices.bodies import is_generic, is_led, noun_phrase
from secondsource.values.offices.doers import does, is_denied
from secondsource.values.offices.office import ROW, Office, Offices, Said
from secondsource.values.offices.view import View, person_of
from secondsource.values.role_words import (
    APPOSED,
    CLOSERS,
    FIRMS,
    FUNCTIONS,
    HAVING,
    LEADING,
    LEAVING,
    LINKS,
    MANY_HOLD,
    NOT_NOW,
    PRONOUNS,
    REPLACING,
    TAKING_UP,
    TIMES,
    TIPPING,
    TRADES,
)

CALLED = frozenset({"called", "named"})
"""What may stand between a verb and the name that it gives: "the captain is called Ada Obi"."""

NAMED_AS = frozenset({"named", "identified", "as", "later", "locally"})
"""What may stand between an office and the name behind its comma: "the driver, named as Ada Obi"."""

_VERBS = frozenset({"VERB", "AUX"})

_BEFORE_NAME = frozenset({",", "(", "–", "—", ":", "|"})


def holders(view: View, office: Office, previous: Holding | None, previous_end: int) -> Iterator[Holding]:
    """Who holds an office that a sentence names: the name beside it, or the one that a linking verb gives it.

    >>> from secondsource.values.offices.office import offices_of
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The mayor, Ada Obi, resigned.")).passages
    >>> view = View(passage)
    >>> [office] = offices_of(view).found
    >>> [held.person.text for held in holders(view, office, None, -1)]
    ['Ada Obi']
    """
    title = view.person_at(view.past_titles(office.end))
    if title is not None and _is_of_field(view, office):
        title = None
    if title is not None and (not office.agent or _titles(view, office, title)):
        yield held_by(view, office, title)
        return
    follows = view.word(office.first - 1) == "," and view.person_before(office.first - 1) is not None
    bare = follows and view.low[office.first] not in {"the", *PRONOUNS}  # "Ada Obi, manager of a firm, Obi Lines, ..."
    if follows and (called := _called(view, office)) is not None:
        office, bare = replace(office, org=called, named=True), True
    if not bare and view.word(office.last) in _BEFORE_NAME and (person := _named_after(view, office)) is not None:
        yield _of_its_subject(view, office, held_by(view, office, person))
        return
    link = _link_after(view, office)
    if link >= 0:
        at = link + 1
        person = view.person_at(view.past_titles(at))
        if person is None:
            person = view.person_at(view.past_description(at + (view.word(at) in {"the", "a", "an"})))
        if person is not None and (not office.agent or (office.definite and view.is_sure(person))):
            yield held_by(view, office, person, past=view.word(link) in {"was", "became"})
            return
        denied = _denied_after(view, link)
        if denied is not None:
            yield replace(held_by(view, office, denied[0], former=view.word(link + 1) == "no"), denied=True)
            if denied[1] is not None:
                yield held_by(view, office, denied[1])
            return
    if office.agent and office.indefinite:
        return
    before = _over_aside(view, office.first)
    if view.word(before - 1) in {"and", ","} and previous is not None and previous_end == before - 1:
        yield held_by(view, office, previous.person, past=previous.past)
        return
    if view.word(before - 1) in {",", "(", "–", "—", "-", "|"}:
        person = view.person_before(before - 1)
        if person is None and view.word(before - 2).isdigit() and view.word(before - 3) == ",":
            person = view.person_before(before - 3)
        if person is not None and (not office.agent or (view.word(office.last) in APPOSED and view.is_sure(person))):
            yield held_by(view, office, person, **_handed_over(view, before - 1))
            return
    yield from _linked(view, office)


OPENING_A_FIELD = word_set("""
    national public social foreign home internal external international regional local higher rural urban economic
    civil environmental industrial cultural
    """)
"""Adjectives by which the name of a field begins: the next word is of it, and no holder's."""


def _is_of_field(view: View, office: Office) -> bool:
    """Whether the word behind an office is still of it: "the Minister of National Security"."""
    return office.end - 1 > office.head and view.low[office.end - 1] in OPENING_A_FIELD


def take_overs(view: View, offices: Offices) -> Iterator[Said]:
    """ "Lotte Friis, who took over on 1 January from Pieter Noordam, chief executive": who has it since when."""
    for i, low in enumerate(view.low[:-1]):
        if low not in {"took", "takes"} or view.low[i + 1] != "over":
            continue
        source = next((k for k in range(i + 2, min(i + 10, len(view.low))) if view.low[k] == "from"), len(view.low))
        name = view.past_titles(source + 1)
        giver, taker = view.person_at(name), view.last_person(i)
        if giver is None or taker is None:
            continue
        name = view.end_of(name)
        office = offices.at.get(name + 1) if view.word(name) == "," else None
        if office is not None:
            holding = replace(held_by(view, office, taker), since=view.text(i + 2, source), starts=True)
            yield holding, i, i + 2
            yield replace(holding, person=giver, since="", starts=False, former=True), i, office.end


def held_by(view: View, office: Office, person: Name | None, *, former: bool = False, past: bool = False) -> Holding:
    """An office as somebody's, or as nobody's who is named."""
    return Holding(
        person,
        office.role,
        office.portfolio,
        office.org,
        office.named and not is_generic(office.org),
        office.since,
        office.until,
        office.former or former,
        past,
        view.text(office.first, office.end),
        office.parent,
        not (office.indefinite or office.shared)
        and office.role[-1] not in MANY_HOLD
        and (office.role[-1] not in TRADES or len(office.role) > 1 or office.definite),
        definite=office.definite,
        tentative=office.tentative,
        acting=office.acting,
        whose=office.whose,
    )


def _over_aside(view: View, i: int) -> int:
    """Where the words before an office begin that only say since when, or who says so: ", since May" and ", say I,"."""
    for k in range(i - 1, max(0, i - 6), -1):
        if view.word(k - 1) != ",":
            continue
        says = view.word(i - 1) == "," and any(t.lemma in SAYING for t in view.tokens[k:i])
        says = says and not any(j in view.inside for j in range(k, i))
        return k if says or view.low[k] in TIMES.keys() & {"since", "until", "from"} else i
    return i


def _named_after(view: View, office: Office) -> Name | None:
    """The name after an office and a comma, or in the list row that the office begins: "Head teacher: Ada Obi"."""
    at = office.last + 1
    while view.word(at) in NAMED_AS:
        at += 1
    named = view.past_titles(at)
    if view.person_at(named) is None:
        named = view.past_description(at + (view.word(at) in {"the", "a", "an"}))
    person = view.person_at(named)
    if person is None or (office.agent and not view.is_sure(person)):
        return None
    before = view.word(office.first - 1)
    mark = view.word(office.last)
    if before == "as" and mark == ",":
        return person
    row = mark in {":", "|", "–", "—"} and (before in ROW or (mark == ":" and before in {";", ",", "."}))
    if (before, mark) == ("(", ":"):
        # "The survey (director: Ada Obi)", and not "the dig of 2020-22 (director: Ada Obi)".
        row = office.first > 1 and view.tokens[office.first - 2].pos == "PROPN"
    if office.first == 0 and mark == "," and view.tokens[min(view.end_of(named), len(view.tokens) - 1)].pos in _VERBS:
        return person  # "Mayor since 2012, Ada Obi resigned"
    known = office.definite or row or _is_had(view, office)
    return person if known and _closed(view, named) else None


def _called(view: View, office: Office) -> Words | None:
    """The name of the body behind an office that follows its holder: "Ada Obi, the head of the firm, Obi Lines"."""
    before, at = view.person_before(office.first - 1), office.last + 1
    unnamed = (
        bool(office.org) and not office.named and (office.org[-1] in FIRMS or not lexicon.person_noun(office.org[-1]))
    )
    if before is None or not view.is_sure(before) or not unnamed or view.word(office.last) != ",":
        return None
    return view.starts[at].name.words if at in view.starts and not view.starts[at].name.titles else None


def _of_its_subject(view: View, office: Office, held: Holding) -> Holding:
    """An office with the body that has it: "the museum has a new director"."""
    subject = subject_of(view.passage, view.tokens[office.head].head) if _is_had(view, office) else None
    if held.org or subject is None or view.tokens[subject].pos not in {"NOUN", "PROPN"}:
        return held
    body = noun_phrase(view, subject)
    return replace(held, org=body.words, org_named=body.named, parent=body.parent, sole=True)


def _is_had(view: View, office: Office) -> bool:
    """Whether an office that a name follows is one that somebody has: "the museum has a new director, X"."""
    token = view.tokens[office.head]
    return token.dep in {"dobj", "attr"} and view.tokens[token.head].lemma in HAVING


def _titles(view: View, office: Office, person: Name) -> bool:
    """Whether a noun before a name is the office and no trade: "mission scientist Ada Obi", not "farmer Ada Obi"."""
    known = bool(office.portfolio) or len(office.role) > 1 or office.definite or office.role[-1] in FUNCTIONS
    return view.is_sure(person) and known


def _link_after(view: View, office: Office) -> int:
    """The verb that gives an office its holder: "was" in "the controller at the ridge that day was Ada Obi"."""
    for i in range(office.last, min(office.last + 8, len(view.tokens))):
        if view.low[i] in {"is", "was", "remains", "became"}:
            return i + 2 * (view.low[i + 1 : i + 3] == ["to", "be"]) + (view.word(i + 1) in CALLED)
        if view.low[i : i + 2] == ["will", "be"]:
            return i + 1
        if i == office.last and view.low[i] not in {"in", "on", "at", "for", "of", "with", "during"}:
            return -1
        if view.low[i] in {",", ";", "who", "that", "which"} or view.tokens[i].pos in {"VERB", "AUX"}:
            return -1
    return -1


def _denied_after(view: View, link: int) -> tuple[Name, Name | None] | None:
    """Who is said not to have an office, and who has it instead: "is no longer Ada Obi but the Swede Jon Dahl"."""
    negation = next((n for n in (2, 1) if tuple(view.low[link + 1 : link + 1 + n]) in NOT_NOW), 0)
    named = view.past_titles(link + 1 + negation)
    person = view.person_at(named) if negation else None
    if person is None:
        return None
    but = next((i for i in range(named, min(named + 30, len(view.low))) if view.low[i] == "but"), len(view.low))
    return person, view.person_from(but + 1)


def _closed(view: View, named: int) -> bool:
    end = view.end_of(named)
    return end >= len(view.tokens) or view.word(end) in CLOSERS


def _handed_over(view: View, comma: int) -> dict[str, bool]:
    """Whether the person before an apposition is the one from whom another took over."""
    end = comma
    found = view.ends.get(end)
    begin = end - 1
    while begin > 0 and view.inside.get(begin - 1) is found:
        begin -= 1
    took = view.word(begin - 1) == "from" and "over" in view.low[max(0, begin - 8) : begin - 1]
    return {"former": True} if took or view.word(begin - 1) in {"replaced", "succeeded", "replaces", "succeeds"} else {}


def _linked(view: View, office: Office) -> Iterator[Holding]:
    i = office.first
    past = leaving = False
    while i > 0 and office.first - i < 8 and (view.low[i - 1] in LINKS or view.low[i - 1] in LEAVING):
        past = past or view.low[i - 1] in {"was", "had", "served", "acted", "worked"}
        leaving = leaving or view.low[i - 1] in LEAVING
        i -= 1
    led = is_led(view, i)
    if i < office.first and not led:
        person = view.person_before(i) or (view.person_before(i - 1) if view.word(i - 1) == "," else None)
        successor = _successor(view, i) if person is not None and view.word(office.first - 1) == "as" else None
        if successor is not None:
            yield replace(held_by(view, office, successor), starts=True)
            yield held_by(view, office, person, former=True)
            return
        if person is not None:
            held = held_by(view, office, person, former=leaving, past=past)
            named = view.ends.get(i)
            giver = _giver(view, i, named) if named is not None else ""
            verb = _gives(view, office) if view.word(office.first - 1) == "as" else -1
            proposed = giver in TIPPING or (verb >= 0 and view.tokens[verb].lemma in TIPPING)
            held = replace(held, tentative=held.tentative or proposed)
            yield replace(held, starts=not TAKING_UP.isdisjoint(view.low[i : office.first]))
            return
    if office.first == 1 and view.low[0] == "as" and view.word(office.end) in {"he", "she"}:
        yield held_by(view, office, view.meant(office.end))
        return
    verb = _gives(view, office)
    if verb >= 0 and not office.indefinite and (person := does(view, verb, given=not led)) is not None:
        token = view.tokens[verb]
        above = view.tokens[token.head]
        over = token.text in LEAVING or (token.dep == "xcomp" and above.lemma in {"use", "cease", "stop"})
        held = held_by(view, office, person, former=over, past=token.tag == "VBD" or above.tag == "VBD")
        held = replace(held, denied=is_denied(view, verb), tentative=held.tentative or token.lemma in TIPPING)
        yield held if held.org else _of_what_is_led(view, verb, held)
        return
    named = view.ends.get(office.first)
    if named is not None and _giver(view, office.first, named) in {"name", "appoint", "elect", "make"}:
        yield held_by(view, office, person_of(named))
        return
    yield held_by(view, office, None)


def _of_what_is_led(view: View, verb: int, held: Holding) -> Holding:
    """An office with the body that the same verb says its holder leads: "runs the bank as chief executive"."""
    led = next((c for c in view.passage.children[verb] if view.tokens[c].dep == "dobj"), None)
    if led is None or view.tokens[verb].lemma not in LEADING:
        return held
    body = noun_phrase(view, led)
    return replace(held, org=body.words, org_named=body.named and not is_generic(body.words), parent=body.parent)


def _gives(view: View, office: Office) -> int:
    """The verb that gives an office: "served" in "served as controller", "was" in "who all along was controller"."""
    token = view.tokens[office.head]
    governor = view.tokens[token.head]
    if view.word(office.first - 1) == "as":
        above = view.above(office.first - 1)
        governor = next((t for t in above if t.pos not in {"NOUN", "ADP"}), governor)  # "in his first year as coach"
    elif token.dep not in {"attr", "oprd"}:
        return -1
    guessed = governor.dep == "xcomp" and view.tokens[governor.head].lemma in TIPPING
    return governor.i if governor.pos in {"VERB", "AUX"} and not guessed else -1


def _giver(view: View, end: int, named: Found) -> str:
    """The word before a name and its titles."""
    begin = end
    while begin > 0 and view.tokens[begin - 1].start >= named.span.start:
        begin -= 1
    return view.tokens[begin - 1].lemma if begin > 0 else ""


def _successor(view: View, end: int) -> Name | None:
    """Who follows the person whose name ends here: "X took over from Y as", "X succeeds Y as"."""
    found = view.ends.get(end)
    begin = end - 1
    while begin > 0 and view.inside.get(begin - 1) is found:
        begin -= 1
    while begin > 0 and found is not None and view.tokens[begin - 1].start >= found.span.start:
        begin -= 1
    verb = begin - 1
    replaced = verb >= 0 and view.tokens[verb].lemma in REPLACING
    took_over = view.word(begin - 1) == "from" and "over" in view.low[max(0, begin - 8) : begin - 1]
    if not replaced and not took_over:
        return None
    return view.last_person(verb)
