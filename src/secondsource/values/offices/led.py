"""What somebody leads, and as what: the body that a verb of leading is said of, as an office."""

from __future__ import annotations

from secondsource.grammar.proper import Name
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language.tokens import Token
from secondsource.values.holding import Holding
from secondsource.values.offices.bodies import Body, is_generic, noun_phrase, parent_after, whole_body
from secondsource.values.offices.office import field_of
from secondsource.values.offices.view import View, person_of
from secondsource.values.role_words import CHIEF_FINANCIAL, FINANCE, LEADING, LED, MINISTRIES, PHRASAL, PORTFOLIOS

_GOVERNMENT = word_set("government cabinet coalition minister ministers ministry ministries")
"""Words of a sentence by which who is in charge of finance is a minister, and no officer of a firm."""


def leader_of(view: View, person: Name | None, role: str, body: Body, first: int, end: int) -> Holding:
    """What somebody does for a body, as an office."""
    local = _local(view, end)
    org, named = body.words, body.named and not is_generic(body.words)
    parent = body.parent or (() if named else parent_after(view, end)[1] or setting(view))
    text = view.text(first, end)
    if org in FINANCE and not _GOVERNMENT.isdisjoint(view.low):
        return Holding(person, ("minister",), ("finance",), parent, bool(parent), text=text)
    if org[-1:] in FINANCE:
        return Holding(person, CHIEF_FINANCIAL, local, org[:-1], named, text=text, parent=parent)
    if (field := _ministry(org)) and role == "head":
        return Holding(person, ("minister",), field, parent, bool(parent), text=text)
    return Holding(person, (role,), local, org, named, text=text, parent=parent)


def _ministry(org: Words) -> Words:
    """The field of a portfolio or a ministry: "transport" for "the Ministry of Transport" and "the transport brief"."""
    if (MINISTRIES | PORTFOLIOS).intersection(org[:1] + org[-1:]):
        return field_of(tuple(w for w in org if w not in MINISTRIES | PORTFOLIOS))
    return ()


def setting(view: View) -> Words:
    """The body that a sentence begins with: "At the Norland institute, hydrology is headed by ...".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "At the Norland Institute, physics is led by Ada Obi.")).passages
    >>> setting(View(passage))
    ('norland', 'institute')
    """
    end, words = parent_after(view, 0)
    return words if words and view.word(end) == "," else ()


def _local(view: View, i: int) -> Words:
    """ "in the country": the part of a body that is led."""
    return ("country",) if view.low[i : i + 3] == ["in", "the", "country"] else ()


def deed(view: View, verb: int) -> str:
    """As what somebody does something: a captain captains, and who sets a firm up is its founder.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "She founded the firm and captains a team.")).passages
    >>> [deed(View(passage), i) for i in (1, 5)]
    ['founder', 'captain']
    """
    lemma = LED.get(view.low[verb], view.tokens[verb].lemma)
    if lemma in PHRASAL:
        return PHRASAL[lemma].get(view.word(verb + 1), LEADING.get(lemma, "head"))
    return LEADING.get(lemma, "head")


def what_is_led(view: View, verb: int) -> tuple[Body, Words]:
    """What is led: the subject of the passive, the noun that the participle describes, or what "whose" stands for.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The inquiry, led by Ada Obi, goes on.")).passages
    >>> what_is_led(View(passage), 3)[0].words
    ('inquiry',)
    """
    token = view.tokens[verb]
    below = view.below(verb)
    subject: Token | None = next((t for t in below if t.dep in {"nsubjpass", "nsubj"} and t.i < verb), None)
    if subject is None and token.dep in {"acl", "relcl", "amod", "appos"}:
        subject = view.tokens[token.head]
    if subject is None and token.dep == "conj":
        siblings = view.below(token.head)
        subject = next((t for t in siblings if t.dep in {"nsubjpass", "nsubj"} and t.i < verb), None)
        subject = subject or (view.tokens[token.head] if view.tokens[token.head].pos == "NOUN" else None)
    if subject is None or not subject.text.isalpha():
        # A participle that the parser hung elsewhere ("is 900 strong and led by"): the subject before it.
        above = view.above(verb)
        earlier = (t for t in reversed(view.tokens[max(0, verb - 60) : verb]) if t.dep in {"nsubj", "nsubjpass"})
        subject = next(
            (t for t in above if t.pos in {"NOUN", "PROPN"} and t.text.isalpha() and t.i < verb), None
        ) or next(earlier, None)
    nothing = Body(verb, verb)
    if subject is None:
        return nothing, ()
    if subject.tag in {"WDT", "WP"}:
        subject = view.tokens[token.head]
    owned = view.below(subject.i)
    if any(t.tag == "WP$" for t in owned):
        local = next((_local(view, t.i) for t in owned if t.dep == "prep" and _local(view, t.i)), ())
        whose = view.tokens[token.head]
        return noun_phrase(view, whose.i), local
    if subject.pos == "PRON":
        return nothing, ()
    # "Volunteers of the charity OpenHands, led by ...": the body is what is named.
    return whole_body(view, subject.i), ()


def parent_of(view: View, verb: int) -> Words:
    """The body whose part is led: "the hydrology service of Norland" before "is led by"."""
    for i in range(max(0, verb - 8), verb):
        end, words = parent_after(view, i)
        if words and view.word(end) in {"is", "was", ",", "has", "are", "were"} | LED.keys():
            return words
    owners = (view.ends.get(i) for i in range(max(0, verb - 8), verb) if view.word(i) in {"'s", "’s"})
    return next((found.name.words for found in owners if found is not None and person_of(found) is None), ())
