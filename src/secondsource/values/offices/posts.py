"""What is had, passed on and won: posts by their own nouns ("the presidency"), prizes, what belongs to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.grammar.proper import Name
from secondsource.values.holding import Holding
from secondsource.values.offices.bodies import body_after, noun_phrase
from secondsource.values.offices.doers import doer, does, is_denied
from secondsource.values.offices.holders import held_by
from secondsource.values.offices.led import leader_of, what_is_led
from secondsource.values.offices.office import Offices, Said
from secondsource.values.offices.view import View
from secondsource.values.role_words import (
    GIVES_UP,
    HOLDS,
    NOT_LED,
    PASSES,
    PORTFOLIOS,
    POSSESSIVE,
    POSTS_NAMED,
    PRIZES,
    TAKES,
)


def posted(view: View, offices: Offices, i: int) -> Iterator[Said]:
    """ "X holds the presidency of the club", "the post of treasurer is held by X", "the captaincy went to X".

    >>> from secondsource.values.offices.office import offices_of
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi holds the presidency.")).passages
    >>> view = View(passage)
    >>> [(held.person.text, held.role) for held, _, _ in posted(view, offices_of(view), 4)]
    [('Ada Obi', ('president',))]
    """
    held = _post(view, offices, i)
    noun = view.tokens[i]
    verb = view.tokens[noun.head]
    if held is None or verb.pos not in {"VERB", "AUX"} or is_denied(view, verb.i):
        return
    if noun.dep == "dobj":
        person, former = does(view, verb.i), verb.lemma in GIVES_UP
        if verb.lemma == "give":
            former = any(t.dep == "prt" for t in view.below(verb.i))
        if person is not None and (former or verb.lemma in HOLDS):
            yield replace(held, person=person, former=former), min(i, verb.i), i + 1
    elif noun.dep in {"nsubj", "nsubjpass"} and verb.lemma in HOLDS | PASSES:
        person = _reached(view, verb.i)
        if person is not None:
            yield replace(held, person=person, starts=verb.lemma in PASSES), i, verb.i + 1


def _post(view: View, offices: Offices, i: int) -> Holding | None:
    """The office that a noun for having it stands for, with nobody in it."""
    if (role := POSTS_NAMED.get(view.low[i])) is not None:
        body = body_after(view, i + 1)
        if not body.words and view.word(i - 1) in POSSESSIVE:
            body = noun_phrase(view, i - 2)
        text = view.text(i, max(i + 1, body.end))
        return Holding(None, role, (), body.words, body.named, text=text, parent=body.parent, definite=True)
    if view.low[i] in PORTFOLIOS:
        body = noun_phrase(view, i)
        return leader_of(view, None, "head", body, body.first, i + 1)
    of_what = offices.at.get(i + 2) or offices.at.get(i + 3) if view.word(i + 1) == "of" else None
    if of_what is None and view.word(i - 1) in POSSESSIVE:
        of_what = next((office for office in offices.found if office.head == i - 2), None)
    return None if of_what is None else replace(held_by(view, of_what, None), definite=True)


def _reached(view: View, verb: int) -> Name | None:
    """To whom something comes, or by whom it is held."""
    for child in view.passage.children[verb]:
        if view.low[child] in {"to", "by"} and view.tokens[child].dep in {"prep", "dative", "agent"}:
            person = view.person_from(child + 1)
            if person is not None and view.is_sure(person):
                return person
    return None


def winners(view: View, verb: int) -> Iterator[Said]:
    """ "X took the gold medal", "the prize went to X", "X was awarded the prize": who won it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi took the gold medal.")).passages
    >>> [held.person.text for held, _, _ in winners(View(passage), 2)]
    ['Ada Obi']
    """
    token = view.tokens[verb]
    below = view.below(verb)
    prize = next((t for t in below if t.dep in {"dobj", "oprd", "nsubj", "nsubjpass"} and t.lemma in PRIZES), None)
    if prize is None or any(t.dep == "neg" for t in below):
        return
    gets = prize.i > verb and (token.lemma in TAKES or any(t.dep in {"nsubjpass", "auxpass"} for t in below))
    person = doer(view, verb, below) if gets else _reached(view, verb) if token.lemma in PASSES else None
    if person is not None:
        body = noun_phrase(view, prize.i)
        yield leader_of(view, person, "winner", body, min(verb, body.first), max(verb, prize.i) + 1), verb, verb + 1


def owners(view: View, verb: int) -> Iterator[Said]:
    """ "The club, which belongs to the timber magnate X": whose it is.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The yard belongs to Ada Obi.")).passages
    >>> [(held.person.text, held.org) for held, _, _ in owners(View(passage), 2)]
    [('Ada Obi', ('yard',))]
    """
    if view.word(verb + 1) != "to":
        return
    named = view.person_from(verb + 2)
    body, _ = what_is_led(view, verb)
    if named is not None and view.is_sure(named) and NOT_LED.isdisjoint(body.words[-1:]):
        yield leader_of(view, named, "owner", body, verb, verb + 2), verb, verb + 2
