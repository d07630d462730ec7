"""Offices and who holds them: "the mission's commander, Noel Ngure", "led by Maj. Gen. Ilse Haukka"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from secondsource.grammar.proper import Name, spot
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.clauses import coordinated, predicate_of, roles_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.holding import Holding, is_body, one_person, plain, relate, sureness
from secondsource.values.mention import Mention
from secondsource.values.offices.holders import held_by, holders, take_overs
from secondsource.values.offices.leading import leaders
from secondsource.values.offices.office import offices_of
from secondsource.values.offices.view import View, is_told, person_of
from secondsource.values.role_words import (
    FUNCTIONS,
    GIVES_UP,
    HEADED_BY,
    NAMES,
    NO_OFFICE,
    PRESIDING,
    PUTS_OUT,
    RULING,
    TITLED,
    UNIT_LEADERS,
)

__all__ = [
    "HEADED_BY",
    "TITLED",
    "Holding",
    "find",
    "is_body",
    "mentioned",
    "one_person",
    "plain",
    "relate",
    "spoken_of",
    "sureness",
    "told_at",
    "told_otherwise",
]

_DESCRIBING = frozenset({"appos", "compound", "nmod", "amod", "npadvmod"})
"""How the parser hangs on a name what only says who bears it."""


def find(passage: Passage, spoken: Sequence[Name] = ()) -> list[Mention[Holding]]:
    """Who holds what office, by a passage; an office that is named without its holder counts, with no person.

    ``spoken`` are the persons of whom the text spoke last, of whom "she" may be one.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text):
    ...     return [plain(m.value) for p in read(Source("a", text)).passages for m in find(p)]
    >>> say("The bank's chief executive, Hugo Verbrugge, resigned.")
    ["Hugo Verbrugge: The bank's chief executive"]
    >>> say("The mission is commanded by Brig. Noel Ngure.")
    ['Noel Ngure: commander of mission']
    """
    view = View(passage, spoken)
    offices = offices_of(view)
    found: list[Mention[Holding]] = []
    previous, previous_end = None, -1
    for office in offices.found:
        for holding in holders(view, office, previous, previous_end):
            if holding.person is None and not (office.definite and (holding.org or holding.portfolio)):
                continue
            previous, previous_end = (holding, office.last) if holding.person else (None, -1)
            before_name = office.agent and view.starts.get(office.end) is not None
            found.append(_mention(view, holding, office.first, office.end, "title" if before_name else "office"))
    turns = [_mention(view, holding, first, end, "take-over") for holding, first, end in take_overs(view, offices)]
    given_up = {id(m.value.person) for m in turns if m.value.former}
    found = [m for m in found if id(m.value.person) not in given_up] + turns
    led = [_mention(view, holding, first, end, "verb") for holding, first, end in leaders(view, offices)]
    found, led = _as_what(view, found, led)
    named = {(id(m.value.person), m.value.org) for m in found if m.value.org and m.value.person}
    led = [m for m in led if not _is_leading(m.value) or _bodies_of(m.value).isdisjoint(named)]
    # "Led by coroner Ada Obi" gives one office, of which the noun says less.
    leading = {id(m.value.person): m.value.role[-1] in RULING for m in led if m.value.org}
    found = [m for m in found if not _said_better(m, leading.get(id(m.value.person)))] + led
    found = _once(found)
    held = {id(m.value.person) for m in found}
    found += [
        _mention(view, Holding(name, NAMES.get(title, title)), view.index[item.core.start], 0, "title")
        for item in view.of_name.values()
        if id(name := item.name) not in held and (title := name.titles[-1:]) and title[0] in TITLED
    ]
    return sorted(found, key=lambda m: m.core)


def _is_leading(holding: Holding) -> bool:
    """Whether it is only said that somebody leads: who "presides over the board as its chairman" is the chairman."""
    return holding.role in UNIT_LEADERS or holding.role == PRESIDING


def _bodies_of(holding: Holding) -> set[tuple[int, Words]]:
    """The person with the body that is led, and with whose it is."""
    return {(id(holding.person), holding.org)} | ({(id(holding.person), holding.parent)} if holding.parent else set())


def _as_what(
    view: View, found: Sequence[Mention[Holding]], led: Sequence[Mention[Holding]]
) -> tuple[list[Mention[Holding]], list[Mention[Holding]]]:
    """Without what somebody leads "as" something: who "runs the bank as chief executive" has one office, the bank's."""
    found = [_of_its_leader(view, mention, led) for mention in found]
    leads = {id(m.value.person): m for m in reversed(led) if m.value.role[-1] in RULING}
    bears = {id(m.value.person): m for m in found if _is_as(view, m) and id(m.value.person) in leads}
    offices = [
        replace(m, value=_of_body(m.value, leads[key].value)) if bears.get(key := id(m.value.person)) is m else m
        for m in found
    ]
    return offices, [m for m in led if leads.get(id(m.value.person)) is not m or id(m.value.person) not in bears]


def _of_its_leader(view: View, office: Mention[Holding], led: Sequence[Mention[Holding]]) -> Mention[Holding]:
    """ "Lockyer is at the head of Aurelle as chief executive": the office is hers, and not Aurelle's."""
    person = office.value.person
    if person is None or not _is_as(view, office):
        return office
    leader = next((m.value.person for m in led if m.value.org == person.words), None)
    return office if leader is None else replace(office, value=replace(office.value, person=leader))


def _is_as(view: View, mention: Mention[Holding]) -> bool:
    """Whether an office says as what its holder does something."""
    office = view.passage.tokens_in(mention.span)
    return any(view.word(t.i) == "as" for t in office) or (bool(office) and view.word(office[0].i - 1) == "as")


def _of_body(office: Holding, led: Holding) -> Holding:
    """An office of no body as that of what its holder leads."""
    return office if office.org else replace(office, org=led.org, org_named=led.org_named, parent=led.parent)


def _said_better(mention: Mention[Holding], ruling: bool | None) -> bool:
    """Whether a title before a name says less than what its bearer does; ``ruling`` tells whether that is to lead."""
    bare = mention.rule == "title" and not mention.value.org
    return bare and ruling is not None and (ruling or mention.value.role[-1] not in FUNCTIONS)


def mentioned(
    passage: Passage, found: Sequence[Mention[Holding]] = (), held: Collection[Words] = ()
) -> list[Mention[Holding]]:
    """The persons that a passage only names, and the offices that it speaks of without a holder.

    ``found`` is what else it says of offices; ``held`` are those for which the document names somebody, so that "the
    minister" is that one.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The judge thanked Ada Obi.")).passages
    >>> [plain(m.value) for m in mentioned(passage)]
    ['nobody named: The judge', 'Ada Obi by name only']
    """
    told = {mention.core for mention in found}
    return [m for m in _alone(passage) if m.core not in told and not (m.value.person is None and m.value.role in held)]


@lru_cache(maxsize=4096)
def _alone(passage: Passage) -> tuple[Mention[Holding], ...]:
    view = View(passage)
    alone = [
        _mention(view, held_by(view, office, None), office.first, office.end, "office alone")
        for office in offices_of(view).found
        if office.definite or (office.indefinite and (len(office.role) > 1 or office.portfolio))
    ]
    alone += [
        _mention(view, Holding(person), view.index[item.core.start], 0, "name alone")
        for item in view.of_name.values()
        if (person := person_of(item)) is not None
    ]
    return tuple(sorted(alone, key=lambda m: m.core))


def _once(found: list[Mention[Holding]]) -> list[Mention[Holding]]:
    """Without the second mention of what is said twice: "headed the bank's finances as CFO"."""
    fullest: dict[tuple[Span, Words], Mention[Holding]] = {}
    for mention in found:
        key = (mention.core, mention.value.role)
        if key not in fullest or (mention.value.org and not fullest[key].value.org):
            fullest[key] = mention
    return list(fullest.values())


def spoken_of(passage: Passage) -> tuple[Name, ...]:
    """The persons that a passage names in full or with a title.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi and Mr Dahl met in Lunde.")).passages
    >>> [name.surname for name in spoken_of(passage)]
    ['obi', 'dahl']
    """
    persons = {
        found.name.words: found.name for found in spot(passage) if person_of(found) is not None and is_told(found)
    }
    return tuple(persons.values())


def told_at(passage: Passage, mention: Mention[Holding]) -> int | None:
    """The word that gives somebody an office, which stands or falls with its clause; None for a mere description.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi, the mayor, did not come.")).passages
    >>> [told_at(passage, mention) for mention in find(passage)]
    [None]
    """
    names = {t.i for t in passage.tokens_in(mention.core)}
    named = {passage.tokens[i].dep for i in names if passage.tokens[i].head not in names}
    office = [t for t in passage.tokens_in(mention.span) if t.i not in names and t.text[0].isalnum()]
    inside = {t.i for t in office}
    tops = [t for t in office if t.head not in inside or t.head == t.i]
    describes = "appos" in named or not tops or any(t.dep in _DESCRIBING for t in tops)
    describes |= _apposed(passage, office, names)
    if describes:
        return None
    last = predicate_of(passage, office[-1].i)
    # Of "left school and later founded the firm" the last verb gives the office.
    return last if last is not None and last in coordinated(passage, tops[-1].i) else tops[-1].i


def _apposed(passage: Passage, office: Sequence[Token], names: Collection[int]) -> bool:
    """Whether only a comma stands between an office and the name behind it, whatever the parser makes of that."""
    behind = max((t.i for t in office), default=-1) + 1
    return 0 < behind < min(names, default=0) and all(t.text == "," for t in passage.tokens[behind : min(names)])


_OF_WHOM = frozenset({"of", "from", "with", "at"})


def told_otherwise(passage: Passage, mention: Mention[Holding]) -> bool:
    """Whether a text says of somebody who they are, so that the name alone does not stand for another office.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi, a neighbour, and Jon Dahl met passenger Eva Holm.")).passages
    >>> [told_otherwise(passage, mention) for mention in mentioned(passage)]
    [True, False, True]
    """
    inside = [t.i for t in passage.tokens_in(mention.core)]
    if not inside:
        return False
    before, after = passage.tokens[max(0, inside[0] - 1)], passage.tokens[inside[-1] + 1 : inside[-1] + 3]
    if after and after[0].text == "," and after[-1].lemma in _OF_WHOM:
        return True
    appos = [c for i in inside for c in passage.children[i] if c not in inside and passage.tokens[c].dep == "appos"]
    described = [before.text.lower()] if before.i < inside[0] else []
    described += [passage.tokens[i].text.lower() for i in appos]
    trade = any(_is_one_of_many(passage, c) for c in appos)
    return trade or not _NO_HOLDERS.isdisjoint(described) or _is_out(passage, inside) or _is_sought(passage)


_SEEKING = word_set("run stand campaign compete bid apply vie contend")
_NO_HOLDERS = NO_OFFICE | word_set("candidate contender hopeful nominee frontrunner front-runner challenger")


def _is_sought(passage: Passage) -> bool:
    """Whether a sentence speaks of who would like to have an office: "will run for president"."""
    seeking = (t for t in passage.tokens if t.lemma in _SEEKING and t.pos == "VERB")
    return any(passage.tokens[c].lemma == "for" for t in seeking for c in passage.children[t.i])


def _is_one_of_many(passage: Passage, noun: int) -> bool:
    """Whether somebody is said to be one of a trade: "a lawyer"."""
    token = passage.tokens[noun]
    articles = {passage.tokens[c].text.lower() for c in passage.children[noun]}
    return token.tag == "NN" and not articles.isdisjoint({"a", "an"}) and lexicon.person_noun(token.lemma)


def _is_out(passage: Passage, inside: Sequence[int]) -> bool:
    """Whether somebody is said to have lost or given up what is spoken of: "Roe sold the mill", "Obi defeated Roe"."""
    head = next((i for i in inside if passage.tokens[i].head not in inside), inside[-1])
    verb = predicate_of(passage, head)
    if verb is None:
        return False
    roles, lemma = roles_of(passage, verb), passage.tokens[verb].lemma
    return (lemma in GIVES_UP and head in roles.agent) or (lemma in PUTS_OUT and head in roles.object)


def _mention(view: View, holding: Holding, first: int, end: int, rule: str) -> Mention[Holding]:
    core = Span(view.tokens[first].start, view.tokens[max(first, end - 1)].end)
    span = core
    if holding.person is not None and (holder := view.of_name.get(id(holding.person))) is not None:
        span, core = core.joined(holder.span), holder.core
    return Mention("role", holding, span, core, rule)
