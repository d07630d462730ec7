"""Offices and who holds them: "the mission's commander, Noel Ngure", "led by Maj. Gen. Ilse Haukka"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from secondsource.grammar.geography import country, fold, people
from secondsource.grammar.name_words import CALENDAR, MODIFIERS, ORG_HEADS, RANKS, SAYING
from secondsource.grammar.proper import LONGEST, Found, Name, kind_of, spot
from secondsource.language import lexicon
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span
from secondsource.values.holding import Holding, Words, one_person, plain, relate, sureness
from secondsource.values.mention import Mention
from secondsource.values.role_words import (
    AGENTS,
    ALONE,
    APPOSED,
    BODIES,
    CHIEF_FINANCIAL,
    CLOSERS,
    CONTAINERS,
    COURT_WORK,
    DEEDS_WITH,
    DEFEATS,
    DEPUTIES,
    DURATIONS,
    FIELD_ADJECTIVES,
    FIELDS,
    FORMER,
    FUNCTIONS,
    GIVES_UP,
    HANDING,
    HAVING,
    HEADS,
    HOLDS,
    IGNORED,
    IN_CHARGE,
    KEEPING,
    LEADING,
    LEAVING,
    LED,
    LINKS,
    MANY_HOLD,
    NAMED_THINGS,
    NAMES,
    NEEDS_OWNER,
    NO_OFFICE,
    NOT_LED,
    NOT_NOW,
    OFFICES_OF,
    ONLY_WITH,
    PASSES,
    PERIODS,
    PERSONAL,
    PHRASAL,
    PORTFOLIO_OF,
    PORTFOLIOS,
    POSSESSIVE,
    POST,
    POSTS_NAMED,
    PRIZES,
    PRONOUNS,
    REPLACING,
    RULING,
    SERVICES,
    TAKES,
    TAKING_UP,
    TASKS,
    TIMES,
    TIPPING,
    TITLED,
    TRADES,
    UNDER_WHOM,
    UNIT_LEADERS,
    WITH_FIELDS,
)

__all__ = ["Holding", "find", "mentioned", "one_person", "plain", "relate", "spoken_of", "sureness", "told_at"]


@dataclass(frozen=True)
class _Office:
    """A stretch of tokens that names an office: [first, end), with what stands round it."""

    first: int
    end: int
    """After the office and its "of ...", before a since-clause."""
    last: int
    """After the since-clause."""
    head: int
    role: Words
    portfolio: Words
    org: Words
    named: bool
    definite: bool
    former: bool
    since: str
    until: str
    parent: Words = ()
    agent: bool = False
    """Whether only the phrase makes the noun an office: "the incident controller", not "the minister"."""
    indefinite: bool = False
    whose: str = ""


class _View:
    """A passage's tokens with the names among them."""

    def __init__(self, passage: Passage, spoken: Sequence[Name] = ()) -> None:
        self.passage = passage
        self.spoken = spoken
        self.tokens = passage.tokens
        self.low = [fold(t.text) for t in passage.tokens]
        self.starts: dict[int, Found] = {}
        self.ends: dict[int, Found] = {}
        self.inside: dict[int, Found] = {}
        self.of_name: dict[int, Found] = {}
        self.bodies: list[tuple[int, Found]] = []
        self.index = index = {t.start: t.i for t in passage.tokens}
        after = {t.end: t.i + 1 for t in passage.tokens}
        for item in spot(passage):
            first, end = index[item.core.start], after[item.core.end]
            if _is_title_alone(item, passage.tokens[first - 1].text if first else ""):
                continue
            if (short := _without_people(self.low, first, item)) is not item:
                first, item = first + 1, short
            self.starts[first], self.ends[end] = item, item
            self.of_name[id(item.name)] = item
            if not item.name.titles and item.name.type != "person":
                self.bodies.append((end, item))
            for i in range(first, end):
                self.inside[i] = item
        self.offices = tuple(_offices(self))
        self.office_at = {office.first: office for office in self.offices}

    def word(self, i: int) -> str:
        """The folded word here; "" past either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def person_at(self, i: int) -> Name | None:
        """The person whose name begins here."""
        return _person(self.starts.get(i))

    def person_before(self, i: int) -> Name | None:
        """The person whose name ends just before this token."""
        return _person(self.ends.get(i))

    def meant(self, i: int) -> Name | None:
        """The person for whom "he" or "his" stands here: the only one named before."""
        here = (_person(self.ends[k]) for k in range(max(0, i - LONGEST), i) if k in self.ends)
        named = {person.words: person for person in here if person is not None} or {n.words: n for n in self.spoken}
        return next(iter(named.values())) if len(named) == 1 else None

    def text(self, first: int, end: int) -> str:
        """The words between two tokens, as printed."""
        if first >= end:
            return ""
        at = self.passage.span.start
        return self.passage.text[self.tokens[first].start - at : self.tokens[end - 1].end - at]


def _is_title_alone(item: Found, before: str) -> bool:
    """Whether capitals only make an office look like a name: "the Minister for Health", ", State Epidemiologist,"."""
    words = item.name.words
    if words[1:2] in {("of",), ("for",)} and words[0] in HEADS and (words[0] in PORTFOLIO_OF or before == ","):
        return True
    said = len(words) > 1 and not item.name.titles and before in {",", "as"}
    return said and lexicon.person_noun(words[-1]) and all(map(lexicon.known, words))


def _without_people(low: Sequence[str], first: int, item: Found) -> Found:
    """ "The Swede Anna Berg" is Anna Berg."""
    words = item.name.words
    if len(words) < 3 or low[max(0, first - 1)] not in {"the", "a", "an"} or kind_of(words) or not people(words[:1]):
        return item
    cut = len(item.name.text.split()[0]) + 1
    name = replace(item.name, words=words[1:], text=item.name.text[cut:])
    core = Span(item.core.start + cut, item.core.end)
    return item._replace(name=name, core=core, span=core)


def _person(found: Found | None) -> Name | None:
    if found is None or kind_of(found.name.words):
        return None
    return found.name if found.name.type in {"person", ""} or found.rule == "preposition" else None


def _offices(view: _View) -> Iterator[_Office]:
    i, n = 0, len(view.low)
    while i < n:
        if (view.low[i] in HEADS or _agent(view, i)) and _is_office(view, i):
            office = _office(view, i)
            if office is not None:
                yield office
                i = office.end
                continue
        i += 1


def _agent(view: _View, i: int) -> bool:
    """Whether a noun names one person by what that person does: "controller", "head teacher"."""
    token, low = view.tokens[i], view.low[i]
    if token.tag not in {"NN", "NNP"} or low in NO_OFFICE or i in view.inside or not token.text.isalpha():
        return False
    return low in AGENTS or (lexicon.person_noun(low) and "social group" not in lexicon.hypernyms(low))


def _is_office(view: _View, i: int) -> bool:
    low, token = view.low[i], view.tokens[i]
    if token.pos in {"VERB", "AUX"} or (i in view.inside and view.low[i] not in {"cs", "ps"}):
        return False
    if _unqualified(view, i) and not (lexicon.person_noun(low) and _is_of_something(view, i)):
        return False
    following = view.tokens[i + 1] if i + 1 < len(view.tokens) else None
    if following is not None and following.text == "-" and following.start == token.end:
        return False
    if low == "executive" and view.word(i + 1) == "officer":
        return False
    heads_on = (
        following is not None and following.text.islower() and following.pos == "NOUN" and token.dep == "compound"
    )
    if heads_on or (low == "chief" and view.word(i + 1) in {"executive", *HEADS, "financial", "risk", "operating"}):
        return False
    if low == "chief" and lexicon.person_noun(view.word(i + 1)):
        return False
    if low in NEEDS_OWNER:
        of_it = view.word(i + 1) in {"of", "for"}
        before = view.word(i - 1)
        owned = (
            before in PRONOUNS or before in {"'s", "’s", "'", "’"} or (before in MODIFIERS and before not in IGNORED)
        )
        owned = owned or (i > 0 and view.tokens[i - 1].pos in {"NOUN", "PROPN"}) or i + 1 in view.starts
        owned = owned or (before == "the" and view.word(i + 1) == "," and i + 2 in view.starts)
        return of_it or owned or view.word(i + 1) in {":", "|"}
    return True


def _unqualified(view: _View, i: int) -> bool:
    """Whether a noun lacks the word that makes it an office of itself: "officer" without "chief"."""
    needed = ONLY_WITH.get(view.low[i])
    return needed is not None and view.word(i - 1) not in needed and view.word(i - 2) not in needed


def _is_of_something(view: _View, i: int) -> bool:
    """Whether a noun says of what: "editor of the Star", "the Star's editor", "its editor", "party officer"."""
    before = view.word(i - 1)
    owned = before in POSSESSIVE | PRONOUNS or (i > 0 and view.tokens[i - 1].pos == "NOUN")
    return owned or view.word(i + 1) in {"of", "for"}


def _begins_row(view: _View, i: int) -> bool:
    """Whether a common noun has its capital because a cell or an item begins with it."""
    return view.word(i - 1) in _ROW and view.tokens[i].pos in {"NOUN", "PROPN"} and lexicon.known(view.low[i])


def _office(view: _View, head: int) -> _Office | None:
    first = head
    modifiers: list[str] = []
    former = deputy = False
    while first > 0 and head - first < 6:
        i = first - 1
        low, token = view.low[i], view.tokens[i]
        if (i in view.inside and low not in MODIFIERS | FIELD_ADJECTIVES and not _begins_row(view, i)) or (
            low == "under" and view.word(i + 1) != "-"
        ):
            break
        if low in FORMER:
            former = True
        elif low in DEPUTIES:
            deputy = True
        elif low in IGNORED and low not in {"first", "second"}:
            if low in {"the", "a", "an", "its"}:
                break
        elif (
            low in ONLY_WITH.get(view.low[head], ())
            or low in MODIFIERS
            or low in HEADS
            or low in RANKS
            or low in FIELD_ADJECTIVES
        ):
            modifiers.insert(0, low)
        elif token.text == "-" and view.tokens[i - 1].end == token.start and i > 0:
            pass
        elif token.dep in {"compound", "nmod"} and token.pos == "NOUN" and (token.text.islower() or i == 0):
            modifiers.insert(0, token.lemma)
        elif _begins_row(view, i):
            modifiers.insert(0, low)
        elif token.pos == "ADJ" and token.text.islower():
            pass
        else:
            break
        first = i
    role, portfolio = _named((*modifiers, view.low[head]))
    of = _of(view, head + 1)
    if not of.named and DURATIONS.intersection(of.words):
        of = _Body(head + 1, head + 1)
    of_field = role[-1] in PORTFOLIO_OF and not (of.named and (view.low[head + 1] == "of" or country(of.words)))
    body = _Body(of.end, of.end)
    if of.words and not of.named and not of.parent and _is_field(view, head, role, of):
        portfolio = portfolio + _field(of.words)
        body = _of(view, of.end)
        of = of._replace(end=body.end)
    elif of.words and of_field:
        portfolio = portfolio + _field(of.words)
    elif role == ("head",) and of.words in {("finance",), ("finances",)}:
        role = CHIEF_FINANCIAL
    elif role == ("head",) and of.words in OFFICES_OF:
        role = OFFICES_OF[of.words]
    else:
        body = of
    if deputy:
        role = ("deputy", *role)
    owner, definite = _owner(view, first)
    parent = body.parent
    if owner.words and not body.words:
        body, parent = owner, owner.parent
    elif owner.named:
        parent = owner.words
    end = of.end
    if not body.named and not parent:
        end, parent = _parent(view, end)
    org, named, owner_first = body.words, body.named, owner.first
    last, since, until = _times(view, end)
    agent = view.low[head] not in HEADS or _unqualified(view, head)
    articles = {view.word(c) for c in view.passage.children[head]}
    if owner_first >= first - 1:
        articles.add(view.word(owner_first))
    indefinite = not articles.isdisjoint({"a", "an", "one", "another"})
    definite = definite or (bool(of.words) and not indefinite)
    whose = view.word(owner_first) if view.word(owner_first) in PERSONAL else ""
    return _Office(
        owner_first,
        end,
        last,
        head,
        role,
        portfolio,
        org,
        named,
        definite,
        former,
        since,
        until,
        parent,
        agent,
        indefinite,
        whose,
    )


def _is_field(view: _View, head: int, role: Words, of: _Body) -> bool:
    """Whether what a post is of is a field of work and no body: "head of communications", "professor of law"."""
    bare = view.low[head + 1] == "of" and view.low[head + 2] not in {"the", "a", "an", *PRONOUNS}
    return bare and role[-1] in WITH_FIELDS and of.words not in OFFICES_OF and of.words[-1] not in BODIES


def _parent(view: _View, i: int) -> tuple[int, Words]:
    """The named body that the office is part of: where its name ends, and its words."""
    if view.word(i) not in {"of", "at", "for", "in"}:
        return i, ()
    at = i + 1 + (view.word(i + 1) == "the")
    found = view.starts.get(at)
    if found is not None and view.word(i) == "in" and view.word(_end_of(view, at)) in POSSESSIVE:
        return i, ()
    if found is not None and view.word(i) == "in" and found.name.type != "place":
        return i, ()
    if found is None or found.name.titles or found.name.type == "person":
        return i, ()
    while view.inside.get(at) is found:
        at += 1
    return at, found.name.words


def _named(words: Words) -> tuple[Words, Words]:
    """An office's usual name, and its field: ("finance", "minister") is the minister, for finance."""
    for cut in range(len(words)):
        if (usual := NAMES.get(words[cut:])) is not None:
            return usual, _field(words[:cut])
    for size in (2, 1):
        if len(words) > size and words[-size - 1 : -1] and size == 2 and words[-2] in ONLY_WITH.get(words[-1], ()):
            return words[-2:], _field(words[:-2])
    if len(words) > 2 and words[-1] in {"officer", "editor"} and words[-3] == "chief":
        return words[-3:], _field(words[:-3])
    return words[-1:], _field(words[:-1])


def _field(words: Words) -> Words:
    return tuple(
        FIELDS.get(w, w) for w in words if w not in {"affairs", "and", "the", "of", "for", "general"} and w.isalnum()
    )


class _Body(NamedTuple):
    """A stretch of tokens that says whose office it is or what is led: [first, end), and what it says."""

    first: int
    end: int
    words: Words = ()
    """Its name's words, or the words that describe it, what it is last."""
    named: bool = False
    parent: Words = ()
    """Whose it is, or of what place, by name."""


def _of(view: _View, i: int) -> _Body:
    """What an office is of: "of the Polish bus drivers' union", "at Lund University", "for transport"."""
    nothing = _Body(i, i)
    if view.word(i) not in {"of", "for", "at"}:
        return nothing
    at = i + 1
    while view.word(at) in {"the", "a", "an", *PRONOUNS}:
        at += 1
    body = _described(view, at, _phrase_end(view, at))
    if not body.words or (view.word(i) == "at" and not (body.named or body.parent or at in view.starts)):
        return nothing
    if body.words[-1] in CONTAINERS | SERVICES and view.word(body.end) == "of" and not body.named:
        inner = _of(view, body.end)
        if inner.named:
            return _Body(i, inner.end, body.words, parent=inner.words)
        if inner.words:
            return _Body(i, inner.end, (*body.words, *inner.words), parent=body.parent or inner.parent)
    return body._replace(first=i)


def _phrase_end(view: _View, at: int) -> int:
    """Where the nouns that begin here end, with the names among them: "the timber company Aspen"."""
    i = at
    while i < len(view.tokens) and i < at + 12:
        token, found = view.tokens[i], view.starts.get(i)
        if view.low[i] == "and" and i > at and _goes_on(view, i + 1):
            i += 1
        elif found is not None:
            if _titled(found) or (i > at and not _takes_name(view, i - 1)):
                break
            i = _end_of(view, i)
        elif _describes(token) or (i > at and (view.low[i] in POSSESSIVE or _hyphen(view, i))):
            i += 1
        else:
            break
    while i > at and (view.low[i - 1] in POSSESSIVE or view.low[i - 1] == "and"):
        i -= 1
    return i


def _titled(found: Found) -> bool:
    """Whether a name is plainly a person's."""
    return bool(found.name.titles) or (found.name.type == "person" and not kind_of(found.name.words))


def _takes_name(view: _View, i: int) -> bool:
    """Whether the word before a name may be of what bears it: "the company Aspen", "Ghana's Cocoa Board"."""
    token = view.tokens[i]
    if view.low[i] in POSSESSIVE or i in view.inside or token.pos == "ADJ" or _hyphen(view, i):
        return True
    return view.low[i] in NAMED_THINGS | ORG_HEADS or "organization" in lexicon.hypernyms(token.lemma)


def _end_of(view: _View, i: int) -> int:
    """Where the name that a token is in ends."""
    found = view.inside[i]
    while view.inside.get(i) is found:
        i += 1
    return i


def _describes(token: Token) -> bool:
    """Whether a word may stand before a noun, or be one."""
    if token.pos in {"NOUN", "ADJ", "PROPN"}:
        return fold(token.text) not in CALENDAR
    return token.dep in {"amod", "compound"} and token.text[0].isalpha()


def _hyphen(view: _View, i: int) -> bool:
    return view.tokens[i].text == "-" and i > 0 and view.tokens[i - 1].end == view.tokens[i].start


def _described(view: _View, first: int, end: int) -> _Body:
    """What a noun phrase without its article says: a name, or nouns with whose or of what place they are."""
    begin = first
    parent: Words = ()
    while (found := view.starts.get(first)) is not None and (after := _end_of(view, first)) < end:
        owns = view.word(after) in POSSESSIVE
        if not owns and not (country(found.name.words) or people(found.name.words)):
            break
        parent, first = found.name.words, after + owns
    last = view.inside.get(end - 1) if end > first else None
    if last is not None and not _titled(last) and (view.starts.get(first) is last or _names_what(view, first, end)):
        return _Body(begin, end, last.name.words, True, parent)
    words = tuple(
        view.low[i] if i in view.inside or view.tokens[i].pos == "ADJ" else fold(view.tokens[i].lemma)
        for i in range(first, end)
        if view.tokens[i].text[0].isalnum() and view.low[i] not in {"and", "s"}
    )
    return _Body(begin, end, words, False, parent)


def _names_what(view: _View, first: int, end: int) -> bool:
    """Whether a phrase ends with the name of what its nouns describe: "the timber company Aspen"."""
    found, i = view.inside[end - 1], end - 1
    while i > first and view.inside.get(i - 1) is found:
        i -= 1
    return i > first and view.tokens[i - 1].pos in {"NOUN", "PROPN", "ADJ"}


def _goes_on(view: _View, i: int) -> bool:
    """Whether a second field is joined to the first: "sugar and rural development"."""
    k = i
    while k < len(view.tokens) and view.tokens[k].pos == "ADJ":
        k += 1
    return (
        k < len(view.tokens)
        and view.tokens[k].pos in {"NOUN", "PROPN"}
        and k not in view.starts
        and view.low[k] not in HEADS
    )


def _owner(view: _View, first: int) -> tuple[_Body, bool]:
    """Whose office it is, from what stands before it, and whether that makes it one that is known."""
    before = view.word(first - 1)
    if before in {"the", "a", "an"}:
        return _Body(first - 1, first), before == "the"
    if before in PRONOUNS:
        owner = _antecedent(view, first - 1) if before not in PERSONAL else _one_before(view, first - 1)
        return owner._replace(first=first - 1), True
    if before in POSSESSIVE and first >= 2:
        return _noun_phrase(view, first - 2), True
    if first in view.ends and (_person(view.ends[first]) is None or view.ends[first].name.type != "person"):
        found = view.ends[first]
        if _person(found) is None or len(found.name.words) == 1:
            begin = first - 1
            while view.inside.get(begin - 1) is found:
                begin -= 1
            return _Body(begin, first, found.name.words, True), True
    return _Body(first, first), False


def _antecedent(view: _View, i: int) -> _Body:
    """What "its" stands for: the body last named before it in the sentence."""
    here = bisect_right(view.bodies, i, key=lambda body: body[0])
    earlier = [f for _, f in view.bodies[max(0, here - 8) : here]]
    # In "named Ada Obi as its chief" it is not hers; in "Vance, whose chief" it is.
    given = view.ends.get(i - 1) if view.word(i - 1) in {"as", ","} and view.low[i] != "whose" else view.ends.get(i)
    if given is not None and earlier == [given]:
        return _subject_noun(view, i)
    earlier = [f for f in earlier if f is not given]
    unowned = [f for f in earlier if f.rule != "preposition"]
    chosen = (unowned or earlier)[-1:]
    return _Body(i, i, chosen[0].name.words, True) if chosen else _Body(i, i)


def _subject_noun(view: _View, i: int) -> _Body:
    """The subject of a word's clause, where it is a noun: "the new bank" in "the new bank will have X as its chair"."""
    verb = next((t.i for t in _above(view, i) if t.pos == "VERB"), None)
    subject = None if verb is None else subject_of(view.passage, verb)
    is_noun = subject is not None and view.tokens[subject].pos == "NOUN"
    return _noun_phrase(view, subject) if subject is not None and is_noun else _Body(i, i)


def _one_before(view: _View, i: int) -> _Body:
    """Whose agent is "his agent"."""
    meant = view.meant(i) if view.low[i] in {"his", "her"} else None
    return _Body(i, i) if meant is None else _Body(i, i, meant.words, True)


def _noun_phrase(view: _View, last: int) -> _Body:
    """The name or nouns that end at a token, with whose they are; it begins with the article."""
    first = last
    while first in view.inside and view.inside.get(first - 1) is view.inside[first]:
        first -= 1
    while first > 0 and last - first < 12:
        i = first - 1
        if i in view.inside:
            begin = i
            while view.inside.get(begin - 1) is view.inside[i]:
                begin -= 1
            if _titled(view.inside[i]):
                break
            first = begin
        elif (
            (view.low[i] in POSSESSIVE and i > 0 and _owns(view, i - 1))
            or _hyphen(view, i)
            or _describes(view.tokens[i])
            or view.tokens[i].dep == "nummod"
        ):
            first = i
        else:
            break
    while first < last and (view.low[first] in POSSESSIVE or _hyphen(view, first)):
        first += 1
    body = _described(view, first, _end_of(view, last) if last in view.inside else last + 1)
    return body._replace(first=_without_article(view, first))


def _owns(view: _View, i: int) -> bool:
    """Whether a word before "'s" is part of what the noun after it is called: no person's name, no pronoun."""
    return view.tokens[i].pos in {"NOUN", "PROPN"} and not (i in view.inside and _titled(view.inside[i]))


def _without_article(view: _View, begin: int) -> int:
    return begin - 1 if view.word(begin - 1) in {"the", "a", "an", *PRONOUNS} else begin


def _times(view: _View, i: int) -> tuple[int, str, str]:
    """A clause that says since when, or until when: where it ends, and its words."""
    kind = TIMES.get(view.word(i))
    if kind is None or (view.word(i) in {"for", "from"} and not _period(view, i + 1)):
        return i, "", ""
    end = i + 1
    while end < len(view.tokens) and end < i + 6 and view.tokens[end].text not in {",", ".", ";", ")", "and"}:
        if view.tokens[end].pos in {"VERB", "AUX"} or end in view.starts:
            break
        end += 1
    words = view.text(i, end)
    return end, words if kind == "since" else "", words if kind == "until" else ""


def _period(view: _View, i: int) -> bool:
    return any(
        view.word(k) in PERIODS or (view.word(k).isdigit() and len(view.word(k)) == 4) for k in (i, i + 1, i + 2)
    )


def _holder(view: _View, office: _Office, previous: Holding | None, previous_end: int) -> Iterator[Holding]:
    """Who holds an office that a sentence names: the name beside it, or the one that a linking verb gives it."""
    title = view.person_at(_past_titles(view, office.end))
    if title is not None and (not office.agent or _titles(view, office, title)):
        yield _held(view, office, title)
        return
    follows = view.word(office.first - 1) == "," and view.person_before(office.first - 1) is not None
    bare = follows and view.low[office.first] not in {"the", *PRONOUNS}  # "Ada Obi, manager of a firm, Obi Lines, ..."
    if not bare and view.word(office.last) in _BEFORE_NAME and (person := _named_after(view, office)) is not None:
        yield _of_its_subject(view, office, _held(view, office, person))
        return
    link = _link_after(view, office)
    if link >= 0:
        at = link + 1
        person = view.person_at(_past_titles(view, at))
        if person is None:
            person = view.person_at(_past_description(view, at + (view.word(at) in {"the", "a", "an"})))
        if person is not None and (not office.agent or (office.definite and _sure(view, person))):
            yield _held(view, office, person, past=view.word(link) in {"was", "became"})
            return
        denied = _denied_after(view, link)
        if denied is not None:
            yield replace(_held(view, office, denied[0], former=view.word(link + 1) == "no"), denied=True)
            if denied[1] is not None:
                yield _held(view, office, denied[1])
            return
    if office.agent and office.indefinite:
        return
    before = _over_aside(view, office.first)
    if view.word(before - 1) in {"and", ","} and previous is not None and previous_end == before - 1:
        yield _held(view, office, previous.person, past=previous.past)
        return
    if view.word(before - 1) in {",", "(", "–", "—", "-", "|"}:
        person = view.person_before(before - 1)
        if person is None and view.word(before - 2).isdigit() and view.word(before - 3) == ",":
            person = view.person_before(before - 3)
        if person is not None and (not office.agent or (view.word(office.last) in APPOSED and _sure(view, person))):
            yield _held(view, office, person, **_handed_over(view, before - 1))
            return
    yield from _linked(view, office)


DESCRIBING = frozenset({"appos", "compound", "nmod", "amod"})
"""How the parser hangs on a name what only says who bears it."""
_BEFORE_NAME = frozenset({",", "(", "–", "—", ":", "|"})
_ROW = frozenset({"", "|", "•", "-", "*", "–", "—"})
"""What stands before the first word of a row in a list or a table."""


def _over_aside(view: _View, i: int) -> int:
    """Where the words before an office begin that only say since when, or who says so: ", since May" and ", say I,"."""
    for k in range(i - 1, max(0, i - 6), -1):
        if view.word(k - 1) != ",":
            continue
        says = view.word(i - 1) == "," and any(t.lemma in SAYING for t in view.tokens[k:i])
        says = says and not any(j in view.inside for j in range(k, i))
        return k if says or view.low[k] in TIMES.keys() & {"since", "until", "from"} else i
    return i


def _named_after(view: _View, office: _Office) -> Name | None:
    """The name after an office and a comma, or in the list row that the office begins: "Head teacher: Ada Obi"."""
    at = office.last + 1
    named = _past_titles(view, at)
    if view.person_at(named) is None:
        named = _past_description(view, at + (view.word(at) in {"the", "a", "an"}))
    person = view.person_at(named)
    if person is None or (office.agent and not _sure(view, person)):
        return None
    before = view.word(office.first - 1)
    mark = view.word(office.last)
    if before == "as" and mark == ",":
        return person
    row = mark in {":", "|", "–", "—"} and (before in _ROW or (mark == ":" and before in {";", ",", "."}))
    known = office.definite or row or _is_had(view, office)
    return person if known and _closed(view, named) else None


def _of_its_subject(view: _View, office: _Office, held: Holding) -> Holding:
    """An office with the body that has it: "the museum has a new director"."""
    subject = subject_of(view.passage, view.tokens[office.head].head) if _is_had(view, office) else None
    if held.org or subject is None or view.tokens[subject].pos not in {"NOUN", "PROPN"}:
        return held
    body = _noun_phrase(view, subject)
    return replace(held, org=body.words, org_named=body.named, parent=body.parent, sole=True)


def _is_had(view: _View, office: _Office) -> bool:
    """Whether an office that a name follows is one that somebody has: "the museum has a new director, X"."""
    token = view.tokens[office.head]
    return token.dep in {"dobj", "attr"} and view.tokens[token.head].lemma in HAVING


def _sure(view: _View, person: Name) -> bool:
    """Whether a name that no title precedes is a person's for all that is known."""
    return _told(view.of_name[id(person)])


def _told(found: Found) -> bool:
    person = found.name
    full = person.type == "person" or bool(person.titles) or len(person.words) > 1
    return full and found.rule != "preposition"


def _titles(view: _View, office: _Office, person: Name) -> bool:
    """Whether a noun before a name is the office and no trade: "mission scientist Ada Obi", not "farmer Ada Obi"."""
    known = bool(office.portfolio) or office.definite or office.role[-1] in FUNCTIONS
    return _sure(view, person) and known


def _link_after(view: _View, office: _Office) -> int:
    """The verb that gives an office its holder: "was" in "the controller at the ridge that day was Ada Obi"."""
    for i in range(office.last, min(office.last + 8, len(view.tokens))):
        if view.low[i] in {"is", "was", "remains", "became"}:
            return i + 2 * (view.low[i + 1 : i + 3] == ["to", "be"])
        if view.low[i : i + 2] == ["will", "be"]:
            return i + 1
        if i == office.last and view.low[i] not in {"in", "on", "at", "for", "of", "with", "during"}:
            return -1
        if view.low[i] in {",", ";", "who", "that", "which"} or view.tokens[i].pos in {"VERB", "AUX"}:
            return -1
    return -1


def _denied_after(view: _View, link: int) -> tuple[Name, Name | None] | None:
    """Who is said not to have an office, and who has it instead: "is no longer Ada Obi but the Swede Jon Dahl"."""
    negation = next((n for n in (2, 1) if tuple(view.low[link + 1 : link + 1 + n]) in NOT_NOW), 0)
    named = _past_titles(view, link + 1 + negation)
    person = view.person_at(named) if negation else None
    if person is None:
        return None
    but = next((i for i in range(named, min(named + 30, len(view.low))) if view.low[i] == "but"), len(view.low))
    at = but + 1 + (view.word(but + 1) in {"the", "a", "an"})
    return person, view.person_at(_past_titles(view, at)) or view.person_at(_past_description(view, at))


def _past_titles(view: _View, i: int) -> int:
    """Over titles to the name they belong to."""
    for k in range(i, min(i + 6, len(view.tokens))):
        if k in view.starts:
            found = view.starts[k]
            return k if k == i or found.span.start <= view.tokens[i].start else i
    return i


def _closed(view: _View, named: int) -> bool:
    end = _end_of(view, named)
    return end >= len(view.tokens) or view.word(end) in CLOSERS


def _handed_over(view: _View, comma: int) -> dict[str, bool]:
    """Whether the person before an apposition is the one from whom another took over."""
    end = comma
    found = view.ends.get(end)
    begin = end - 1
    while begin > 0 and view.inside.get(begin - 1) is found:
        begin -= 1
    took = view.word(begin - 1) == "from" and "over" in view.low[max(0, begin - 8) : begin - 1]
    return {"former": True} if took or view.word(begin - 1) in {"replaced", "succeeded", "replaces", "succeeds"} else {}


def _linked(view: _View, office: _Office) -> Iterator[Holding]:
    i = office.first
    past = leaving = False
    while i > 0 and office.first - i < 8 and (view.low[i - 1] in LINKS or view.low[i - 1] in LEAVING):
        past = past or view.low[i - 1] in {"was", "had", "served", "acted", "worked"}
        leaving = leaving or view.low[i - 1] in LEAVING
        i -= 1
    if i < office.first:
        person = view.person_before(i) or (view.person_before(i - 1) if view.word(i - 1) == "," else None)
        successor = _successor(view, i) if person is not None and view.word(office.first - 1) == "as" else None
        if successor is not None:
            yield replace(_held(view, office, successor), starts=True)
            yield _held(view, office, person, former=True)
            return
        if person is not None:
            held = _held(view, office, person, former=leaving, past=past)
            named = view.ends.get(i)
            giver = _giver(view, i, named) if named is not None else ""
            verb = _gives(view, office) if view.word(office.first - 1) == "as" else -1
            proposed = giver in TIPPING or (verb >= 0 and view.tokens[verb].lemma in TIPPING)
            held = replace(held, tentative=proposed)
            yield replace(held, starts=not TAKING_UP.isdisjoint(view.low[i : office.first]))
            return
    if office.first == 1 and view.low[0] == "as" and view.word(office.end) in {"he", "she"}:
        yield _held(view, office, view.meant(office.end))
        return
    verb = _gives(view, office)
    if verb >= 0 and not office.indefinite and (person := _does(view, verb, given=True)) is not None:
        token = view.tokens[verb]
        above = view.tokens[token.head]
        over = token.text in LEAVING or (token.dep == "xcomp" and above.lemma in {"use", "cease", "stop"})
        held = _held(view, office, person, former=over, past=token.tag == "VBD" or above.tag == "VBD")
        held = replace(held, denied=_is_denied(view, verb), tentative=token.lemma in TIPPING)
        yield held if held.org else _of_what_is_led(view, verb, held)
        return
    named = view.ends.get(office.first)
    if named is not None and _giver(view, office.first, named) in {"name", "appoint", "elect", "make"}:
        yield _held(view, office, _person(named))
        return
    yield _held(view, office, None)


def _of_what_is_led(view: _View, verb: int, held: Holding) -> Holding:
    """An office with the body that the same verb says its holder leads: "runs the bank as chief executive"."""
    led = next((c for c in view.passage.children[verb] if view.tokens[c].dep == "dobj"), None)
    if led is None or view.tokens[verb].lemma not in LEADING:
        return held
    body = _noun_phrase(view, led)
    return replace(held, org=body.words, org_named=body.named and not _generic(body.words), parent=body.parent)


def _gives(view: _View, office: _Office) -> int:
    """The verb that gives an office: "served" in "served as controller", "was" in "who all along was controller"."""
    token = view.tokens[office.head]
    governor = view.tokens[token.head]
    if view.word(office.first - 1) == "as":
        above = _above(view, office.first - 1)
        governor = next((t for t in above if t.pos not in {"NOUN", "ADP"}), governor)  # "in his first year as coach"
    elif token.dep not in {"attr", "oprd"}:
        return -1
    guessed = governor.dep == "xcomp" and view.tokens[governor.head].lemma in TIPPING
    return governor.i if governor.pos in {"VERB", "AUX"} and not guessed else -1


def _is_denied(view: _View, verb: int) -> bool:
    """Whether a verb is negated: "is not", "is no longer"."""
    below = (view.tokens[c] for c in view.passage.children[verb])
    return any(t.dep == "neg" or (view.low[t.i] == "longer" and view.word(t.i - 1) == "no") for t in below)


def _does(view: _View, verb: int, given: bool = False) -> Name | None:
    """The person of whom a verb is said; with ``given``, the one on whom it bestows an office, if there is one."""
    bestowing = view.tokens[verb].head if view.tokens[verb].dep == "xcomp" else verb if given else -1
    if bestowing >= 0 and view.tokens[bestowing].lemma in DEFEATS:
        bestowing = -1  # "beat Jon Dahl to win the cup"
    for child in view.passage.children[bestowing] if bestowing >= 0 else ():
        if view.tokens[child].dep == "dobj" and (person := _person(view.inside.get(child))) is not None:
            return person
    subject = subject_of(view.passage, verb)
    return None if subject is None else _stands_for(view, subject)


def _stands_for(view: _View, i: int) -> Name | None:
    """The person whom a noun names or describes: "the judge" in "Ada Obi, the judge who presided"."""
    if i in view.inside:
        return _person(view.inside[i])
    token = view.tokens[i]
    if view.low[i] in {"he", "she"}:
        return view.meant(i)
    if token.dep == "appos":
        return _person(view.inside.get(token.head))
    if token.dep == "attr" and (subject := subject_of(view.passage, token.head)) is not None and subject != i:
        return _person(view.inside.get(subject))
    beside = (view.inside.get(c) for c in view.passage.children[i] if view.tokens[c].dep == "appos")
    return next((person for found in beside if (person := _person(found)) is not None), None)


def _giver(view: _View, end: int, named: Found) -> str:
    """The word before a name and its titles."""
    begin = end
    while begin > 0 and view.tokens[begin - 1].start >= named.span.start:
        begin -= 1
    return view.tokens[begin - 1].lemma if begin > 0 else ""


def _successor(view: _View, end: int) -> Name | None:
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
    return _subject_before(view, verb)


def _subject_before(view: _View, i: int) -> Name | None:
    return next((p for k in range(i, max(-1, i - 14), -1) if (p := view.person_before(k)) is not None), None)


def _held(view: _View, office: _Office, person: Name | None, *, former: bool = False, past: bool = False) -> Holding:
    return Holding(
        person,
        office.role,
        office.portfolio,
        office.org,
        office.named and not _generic(office.org),
        office.since,
        office.until,
        office.former or former,
        past,
        view.text(office.first, office.end),
        office.parent,
        not office.indefinite
        and office.role[-1] not in MANY_HOLD
        and (office.role[-1] not in TRADES or len(office.role) > 1 or office.definite),
        definite=office.definite,
        whose=office.whose,
    )


def _generic(org: Words) -> bool:
    """ "the Mission" is a noun with a capital, and no name."""
    return len(org) == 1 and org[0] in ORG_HEADS


def _take_overs(view: _View) -> Iterator[tuple[Holding, int, int]]:
    """ "Lotte Friis, who took over on 1 January from Pieter Noordam, chief executive": who has it since when."""
    for i, low in enumerate(view.low[:-1]):
        if low not in {"took", "takes"} or view.low[i + 1] != "over":
            continue
        source = next((k for k in range(i + 2, min(i + 10, len(view.low))) if view.low[k] == "from"), len(view.low))
        name = _past_titles(view, source + 1)
        giver, taker = view.person_at(name), _subject_before(view, i)
        if giver is None or taker is None:
            continue
        while name in view.inside and view.inside[name].name is giver:
            name += 1
        office = view.office_at.get(name + 1) if view.word(name) == "," else None
        if office is not None:
            holding = replace(_held(view, office, taker), since=view.text(i + 2, source), starts=True)
            yield holding, i, i + 2
            yield replace(holding, person=giver, since="", starts=False, former=True), i, office.end


def _leading(view: _View) -> Iterator[tuple[Holding, int, int]]:
    """Verbs of leading: "commanded by X", "X, who directs the project", "in charge of the camp", "under Lt. Col. X"."""
    for i, token in enumerate(view.tokens):
        low = view.low[i]
        if low in LED and (by := _by(view, i)) > 0:
            yield from _led_by(view, i, by)
        elif token.lemma == "belong":
            yield from _belongs(view, i)
        elif token.pos in {"VERB", "AUX"} and not any(office.first <= i < office.end for office in view.offices):
            if _is_deed(view, i) or _takes_over(view, i) or token.lemma in KEEPING:
                yield from _leads(view, i)
            elif token.lemma in HANDING:
                yield from _handed(view, i)
            if token.lemma in TAKES | PASSES:
                yield from _wins(view, i)
        elif low in POSTS_NAMED or low in POST:
            yield from _posted(view, i)
        elif low in IN_CHARGE and view.word(i - 1) in {"in", "the", "at", "took", "takes"} and _at_the(view, i):
            yield from _in_charge(view, i)
        elif low == "under" and (whose := _under_whom(view, i)) is not None:
            commander, role, end = whose
            yield _lead(view, commander, role, _under(view, i), i, end), i, end
        elif low == "under" and (person := view.person_at(_past_titles(view, i + 1))) is not None and person.titles:
            yield _lead(view, person, "commander", _under(view, i), i, i + 1), i, i + 1


def _is_deed(view: _View, i: int) -> bool:
    """Whether a verb makes somebody the head, the maker or the owner of something, with its particle."""
    lemma = view.tokens[i].lemma
    return lemma in LEADING or (lemma in PHRASAL and view.word(i + 1) in PHRASAL[lemma])


def _by(view: _View, verb: int) -> int:
    """The "by" after a participle, next to it or where the parse has it: "set up in 2014 by"; -1 where none is."""
    lemma = LED[view.low[verb]]
    particles = {*PHRASAL.get(lemma, ()), *DEEDS_WITH.get(lemma, ())}
    next_to = verb + 1 + (view.word(verb + 1) in particles)
    if lemma not in LEADING and next_to == verb + 1:
        return -1
    if view.word(next_to) == "by":
        return next_to
    return next((c for c in view.passage.children[verb] if view.tokens[c].dep == "agent" and c > verb), -1)


def _belongs(view: _View, verb: int) -> Iterator[tuple[Holding, int, int]]:
    """ "The club, which belongs to the timber magnate X": whose it is."""
    if view.word(verb + 1) != "to":
        return
    at = verb + 2 + (view.word(verb + 2) in {"the", "a", "an"})
    named = view.person_at(_past_titles(view, at)) or view.person_at(_past_description(view, at))
    body, _ = _body(view, verb)
    if named is not None and _sure(view, named) and NOT_LED.isdisjoint(body.words[-1:]):
        yield _lead(view, named, "owner", body, verb, verb + 2), verb, verb + 2


def _posted(view: _View, i: int) -> Iterator[tuple[Holding, int, int]]:
    """ "X holds the presidency of the club", "the post of treasurer is held by X", "the captaincy went to X"."""
    held = _post(view, i)
    noun = view.tokens[i]
    verb = view.tokens[noun.head]
    if held is None or verb.pos not in {"VERB", "AUX"} or _is_denied(view, verb.i):
        return
    if noun.dep == "dobj":
        person, former = _does(view, verb.i), verb.lemma in GIVES_UP
        if verb.lemma == "give":
            former = any(view.tokens[c].dep == "prt" for c in view.passage.children[verb.i])
        if person is not None and (former or verb.lemma in HOLDS):
            yield replace(held, person=person, former=former), min(i, verb.i), i + 1
    elif noun.dep in {"nsubj", "nsubjpass"} and verb.lemma in HOLDS | PASSES:
        person = _reached(view, verb.i)
        if person is not None:
            yield replace(held, person=person, starts=verb.lemma in PASSES), i, verb.i + 1


def _post(view: _View, i: int) -> Holding | None:
    """The office that a noun for having it stands for, with nobody in it."""
    if (role := POSTS_NAMED.get(view.low[i])) is not None:
        body = _of(view, i + 1)
        if not body.words and view.word(i - 1) in POSSESSIVE:
            body = _noun_phrase(view, i - 2)
        text = view.text(i, max(i + 1, body.end))
        return Holding(None, role, (), body.words, body.named, text=text, parent=body.parent, definite=True)
    of_what = view.office_at.get(i + 2) or view.office_at.get(i + 3) if view.word(i + 1) == "of" else None
    if of_what is None and view.word(i - 1) in POSSESSIVE:
        of_what = next((office for office in view.offices if office.head == i - 2), None)
    return None if of_what is None else replace(_held(view, of_what, None), definite=True)


def _reached(view: _View, verb: int) -> Name | None:
    """To whom something comes, or by whom it is held."""
    for child in view.passage.children[verb]:
        if view.low[child] in {"to", "by"} and view.tokens[child].dep in {"prep", "dative", "agent"}:
            at = child + 1 + (view.word(child + 1) in {"the", "a", "an"})
            person = view.person_at(_past_titles(view, at)) or view.person_at(_past_description(view, at))
            if person is not None and _sure(view, person):
                return person
    return None


def _wins(view: _View, verb: int) -> Iterator[tuple[Holding, int, int]]:
    """ "X took the gold medal", "the prize went to X", "X was awarded the prize": who won it."""
    token = view.tokens[verb]
    below = [view.tokens[c] for c in view.passage.children[verb]]
    prize = next((t for t in below if t.dep in {"dobj", "oprd", "nsubj", "nsubjpass"} and t.lemma in PRIZES), None)
    if prize is None or any(t.dep == "neg" for t in below):
        return
    gets = prize.i > verb and (token.lemma in TAKES or any(t.dep in {"nsubjpass", "auxpass"} for t in below))
    person = _doer(view, verb, below) if gets else _reached(view, verb) if token.lemma in PASSES else None
    if person is not None:
        body = _noun_phrase(view, prize.i)
        yield _lead(view, person, "winner", body, min(verb, body.first), max(verb, prize.i) + 1), verb, verb + 1


def _at_the(view: _View, i: int) -> bool:
    """Whether a head is where somebody is ("at the head of the inquiry") and not who it is ("the head of the fund")."""
    return view.low[i] != "head" or view.word(i - 2) == "at"


def _in_charge(view: _View, i: int) -> Iterator[tuple[Holding, int, int]]:
    """ "X, in charge of the camp", "the inspector at the head of the inquiry", "the officer in charge"."""
    preposition = next((t for t in _above(view, i) if t.pos == "ADP"), view.tokens[i])
    bearer = view.tokens[preposition.head]
    if view.word(i + 1) == "of":
        body = _of(view, i + 1)
        end = body.end
        person = _subject_before(view, i)
        if person is None or not _joined_to(view, i, person):
            person = _stands_for(view, bearer.i) if bearer.pos in {"NOUN", "PROPN"} else None
        if person is not None:
            yield _lead(view, person, IN_CHARGE[view.low[i]], body, i, end), i, end
    elif bearer.pos == "NOUN" and view.word(i - 1) == "in" and preposition.i == i - 1:
        text = view.text(bearer.i, i + 1)
        yield Holding(_stands_for(view, bearer.i), (IN_CHARGE[view.low[i]],), text=text), bearer.i, i + 1


def _takes_over(view: _View, verb: int) -> bool:
    below = (view.tokens[c] for c in view.passage.children[verb])
    return view.tokens[verb].lemma == "take" and any(t.dep == "prt" and t.lemma == "over" for t in below)


def _handed(view: _View, verb: int) -> Iterator[tuple[Holding, int, int]]:
    """ "The inquiry has been handed to X", "gave the portfolio to X": who leads it from then on."""
    below = [view.tokens[c] for c in view.passage.children[verb]]
    objects = [t for t in below if t.dep == "dobj"] or [t for t in below if t.dep == "nsubjpass"]
    task = next(iter(objects), None)
    to = next((t for t in below if t.dep in {"prep", "dative"} and t.lemma == "to"), None)
    if task is None or to is None or any(t.dep == "neg" for t in below):
        return
    takers = (_person(view.inside.get(c)) for c in view.passage.children[to.i])
    person = next((taker for taker in takers if taker is not None), None)
    if person is not None and (task.lemma in TASKS or lexicon.kinship(task.lemma, "investigation") >= 0.8):
        led = _leads_what(view, person, "head", task, verb, task.i + 1)
        yield from ((replace(holding, starts=True), first, end) for holding, first, end in led)


def _joined_to(view: _View, i: int, person: Name) -> bool:
    """Whether only linking words stand between a person and "in charge of"."""
    for k in range(i, max(-1, i - 10), -1):
        if view.person_before(k) is person:
            between = {",", "the", "at", "took", "takes", "who", "put", "placed"}
            return all(w in LINKS or w in between for w in view.low[k:i])
    return False


def _lead(view: _View, person: Name, role: str, body: _Body, first: int, end: int) -> Holding:
    """What somebody does for a body, as an office."""
    local = _local(view, end)
    org, named = body.words, body.named and not _generic(body.words)
    parent = body.parent or (() if named else _parent(view, end)[1] or _setting(view))
    text = view.text(first, end)
    if org[-1:] in {("finance",), ("finances",)}:
        return Holding(person, CHIEF_FINANCIAL, local, org[:-1], named, text=text, parent=parent)
    if (field := _ministry(org)) and role == "head":
        return Holding(person, ("minister",), field, parent, bool(parent), text=text)
    return Holding(person, (role,), local, org, named, text=text, parent=parent)


def _setting(view: _View) -> Words:
    """The body that a sentence begins with: "At the Norland institute, hydrology is headed by ..."."""
    end, words = _parent(view, 0)
    return words if words and view.word(end) == "," else ()


def _local(view: _View, i: int) -> Words:
    """ "in the country": the part of a body that is led."""
    return ("country",) if view.low[i : i + 3] == ["in", "the", "country"] else ()


def _led_by(view: _View, verb: int, by: int) -> Iterator[tuple[Holding, int, int]]:
    """ "Led by X", "set up in 2014 by the journalist X": who did it, and to what."""
    at = by + 1
    while view.word(at) in {"the", "a", "an"}:
        at += 1
    role = _deed(view, verb)
    named = _past_titles(view, at)
    person = view.person_at(named)
    if person is None:
        office = view.office_at.get(by + 1) or view.office_at.get(at)
        if office is not None and view.word(office.last) == ",":
            return  # "led by its director, X": the office says it
        named = _past_titles(view, office.end) if office is not None else _past_description(view, at)
        person = view.person_at(named)
    if person is None:
        return
    body, local = _body(view, verb)
    if view.low[verb] in {"heard", "tried"} and not COURT_WORK & set(body.words):
        return
    last = _end_of(view, named)
    since = ""
    if view.word(last) == "," and view.word(last + 1) == "since":
        _, since, _ = _times(view, last + 1)
    if not body.named and not body.parent:
        body = body._replace(parent=_setting(view) or _parent_of(view, verb))
    held = _lead(view, person, role, body, verb, by + 1)
    also = view.person_at(_past_titles(view, last + 1)) if view.word(last) in {"and", "&"} else None
    alone = also is None or not _sure(view, also)
    yield replace(held, since=since, portfolio=held.portfolio or local, sole=alone), verb, by + 1


def _past_description(view: _View, i: int) -> int:
    """Over what somebody is to the name: "former admiral" before "Ludo Serrat"."""
    k = i
    while (
        k < min(i + 6, len(view.tokens)) and k not in view.starts and (_describes(view.tokens[k]) or _hyphen(view, k))
    ):
        k += 1
    named = _past_titles(view, k)
    person = view.person_at(named)
    known = person is not None and _sure(view, person)
    return named if k > i and known and lexicon.person_noun(view.low[k - 1]) else i


def _parent_of(view: _View, verb: int) -> Words:
    """The body whose part is led: "the hydrology service of Norland" before "is led by"."""
    for i in range(max(0, verb - 8), verb):
        end, words = _parent(view, i)
        if words and view.word(end) in {"is", "was", ",", "has", "are", "were"} | LED.keys():
            return words
    owners = (view.ends.get(i) for i in range(max(0, verb - 8), verb) if view.word(i) in {"'s", "’s"})
    return next((found.name.words for found in owners if found is not None and _person(found) is None), ())


def _under_whom(view: _View, i: int) -> tuple[Name, str, int] | None:
    """Who commands in "under the command of X", as what, and where the phrase ends before the name."""
    noun = i + 1 + (view.word(i + 1) == "the")
    role = UNDER_WHOM.get(view.word(noun))
    person = view.person_at(_past_titles(view, noun + 2)) if view.word(noun + 1) == "of" else None
    return None if role is None or person is None else (person, role, noun + 1)


def _under(view: _View, preposition: int) -> _Body:
    """Who is under a commander: "the contingent left under", "the third contingent, 90 soldiers under"."""
    above = view.tokens[view.tokens[preposition].head]
    if above.pos in {"VERB", "AUX"}:
        subjects = (view.tokens[c] for c in view.passage.children[above.i] if view.tokens[c].dep.startswith("nsubj"))
        above = next(subjects, view.tokens[above.head] if above.dep == "acl" else above)
    if above.dep == "appos":
        above = view.tokens[above.head]
    if above.pos not in {"NOUN", "PROPN"} or not above.text.isalpha():
        return _Body(preposition, preposition)
    return _noun_phrase(view, above.i)


def _above(view: _View, i: int) -> Iterator[Token]:
    """The words that a word depends on, a few steps up."""
    for _ in range(12):
        head = view.tokens[i].head
        if head == i:
            return
        i = head
        yield view.tokens[i]


def _body(view: _View, verb: int) -> tuple[_Body, Words]:
    """What is led: the subject of the passive, the noun that the participle describes, or what "whose" stands for."""
    token = view.tokens[verb]
    below = [view.tokens[c] for c in view.passage.children[verb]]
    subject: Token | None = next((t for t in below if t.dep in {"nsubjpass", "nsubj"} and t.i < verb), None)
    if subject is None and token.dep in {"acl", "relcl", "amod", "appos"}:
        subject = view.tokens[token.head]
    if subject is None and token.dep == "conj":
        siblings = [view.tokens[c] for c in view.passage.children[token.head]]
        subject = next((t for t in siblings if t.dep in {"nsubjpass", "nsubj"} and t.i < verb), None)
        subject = subject or (view.tokens[token.head] if view.tokens[token.head].pos == "NOUN" else None)
    if subject is None or not subject.text.isalpha():
        # A participle that the parser hung elsewhere ("is 900 strong and led by"): the subject before it.
        above = _above(view, verb)
        earlier = (t for t in reversed(view.tokens[max(0, verb - 60) : verb]) if t.dep in {"nsubj", "nsubjpass"})
        subject = next(
            (t for t in above if t.pos in {"NOUN", "PROPN"} and t.text.isalpha() and t.i < verb), None
        ) or next(earlier, None)
    nothing = _Body(verb, verb)
    if subject is None:
        return nothing, ()
    if subject.tag in {"WDT", "WP"}:
        subject = view.tokens[token.head]
    owned = [view.tokens[c] for c in view.passage.children[subject.i]]
    if any(t.tag == "WP$" for t in owned):
        local = next((_local(view, t.i) for t in owned if t.dep == "prep" and _local(view, t.i)), ())
        whose = view.tokens[token.head]
        return _noun_phrase(view, whose.i), local
    if subject.pos == "PRON":
        return nothing, ()
    # "Volunteers of the charity OpenHands, led by ...": the body is what is named.
    return _noun_phrase(view, subject.i), ()


def _leads(view: _View, verb: int) -> Iterator[tuple[Holding, int, int]]:
    """ "X chairs the board", "the board, which X chairs", "X, who speaks for the union"."""
    token = view.tokens[verb]
    below = [view.tokens[c] for c in view.passage.children[verb]]
    if any(t.dep == "neg" for t in below):
        return
    led = _what_is_led(view, verb, below)
    person = _doer(view, verb, below)
    if (led is None and token.lemma not in ALONE) or person is None or (led is not None and led.lemma in NOT_LED):
        return
    if token.lemma in {"hear", "try"} and (led is None or led.lemma not in COURT_WORK):
        return
    if token.lemma in KEEPING and (led is None or led.lemma not in PORTFOLIOS):
        return
    starts = _takes_over(view, verb)
    alone = not _with_others(view, verb)
    over = token.tag == "VBN" and any(t.tag == "VBD" and t.lemma == "have" for t in below)
    for holding, first, end in _leads_what(view, person, _deed(view, verb), led, verb, led.i + 1 if led else verb + 1):
        yield replace(holding, starts=starts, former=over, past=over or token.tag == "VBD", sole=alone), first, end


def _with_others(view: _View, verb: int) -> bool:
    """Whether several do what a verb says: "Ada Obi and Jon Dahl founded it"."""
    subject = subject_of(view.passage, verb)
    joined = () if subject is None else view.passage.children[subject]
    return any(view.tokens[c].dep == "conj" and _person(view.inside.get(c)) is not None for c in joined)


def _doer(view: _View, verb: int, below: Sequence[Token]) -> Name | None:
    """Who does what a verb says, where that is a person for all that is known."""
    person = _does(view, verb)
    antecedent = view.tokens[view.tokens[verb].head]
    of_somebody = antecedent.pos != "NOUN" or lexicon.person_noun(antecedent.lemma)
    if person is None and of_somebody and any(t.dep == "nsubj" and t.tag in {"WP", "WDT"} for t in below):
        person = _subject_before(view, verb)
    if person is None:
        return None
    known = person.titles or len(person.words) > 1 or person.type == "person" or _surname_like(person)
    return person if known else None


def _what_is_led(view: _View, verb: int, below: Sequence[Token]) -> Token | None:
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


def _deed(view: _View, verb: int) -> str:
    """As what somebody does something: a captain captains, and who sets a firm up is its founder."""
    lemma = LED.get(view.low[verb], view.tokens[verb].lemma)
    if lemma in PHRASAL:
        return PHRASAL[lemma].get(view.word(verb + 1), LEADING.get(lemma, "head"))
    return LEADING.get(lemma, "head")


def _leads_what(
    view: _View, person: Name, role: str, led: Token | None, first: int, end: int
) -> Iterator[tuple[Holding, int, int]]:
    """The office of who leads a thing: its head, or the minister whose portfolio it is."""
    if led is None or role == "mediator":
        yield Holding(person, (role,), text=view.text(first, end), definite=True), first, end
        return
    body = _noun_phrase(view, led.i)
    after = led.i + 1
    if led.lemma in SERVICES and body.parent and body.words == (led.lemma,):
        # "Who runs the agency's work in Namoro" is at the head of the agency there.
        body = body._replace(words=body.parent, named=True, parent=())
    elif led.lemma in CONTAINERS | SERVICES | PORTFOLIOS and view.word(after) == "of" and not body.named:
        of_what = _of(view, after)
        words, parent = ((), of_what.words) if of_what.named else (of_what.words, of_what.parent)
        body = body._replace(words=(*body.words, *words), parent=body.parent or parent)
    elif led.lemma in SERVICES and len(body.words) > 1 and view.word(led.i - 1) in POSSESSIVE:
        body = body._replace(words=body.words[:-1])
    first, end = min(first, body.first), max(end, after)
    yield _lead(view, person, role, body, first, end), first, end


def _ministry(org: Words) -> Words:
    """The field of a portfolio or a ministry: "transport" for "the Ministry of Transport" and "the transport brief"."""
    if {"ministry", *PORTFOLIOS}.intersection(org[:1] + org[-1:]):
        return _field(tuple(w for w in org if w not in PORTFOLIOS | {"ministry"}))
    return ()


def _surname_like(person: Name) -> bool:
    return len(person.words) == 1 and not kind_of(person.words) and not person.text.isupper()


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
    view = _View(passage, spoken)
    found: list[Mention[Holding]] = []
    previous, previous_end = None, -1
    for office in view.offices:
        for holding in _holder(view, office, previous, previous_end):
            if holding.person is None and not (office.definite and (holding.org or holding.portfolio)):
                continue
            previous, previous_end = (holding, office.last) if holding.person else (None, -1)
            before_name = office.agent and view.starts.get(office.end) is not None
            found.append(_mention(view, holding, office.first, office.end, "title" if before_name else "office"))
    turns = [_mention(view, holding, first, end, "take-over") for holding, first, end in _take_overs(view)]
    given_up = {id(m.value.person) for m in turns if m.value.former}
    found = [m for m in found if id(m.value.person) not in given_up] + turns
    named = {(id(m.value.person), m.value.org) for m in found if m.value.org}
    led = [_mention(view, holding, first, end, "verb") for holding, first, end in _leading(view)]
    # Who "runs the bank as chief executive" has one office.
    led = [m for m in led if m.value.role not in UNIT_LEADERS or (id(m.value.person), m.value.org) not in named]
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
    view = _View(passage)
    offices = (office for office in view.offices if office.definite)
    alone = [_mention(view, _held(view, office, None), office.first, office.end, "office alone") for office in offices]
    alone += [
        _mention(view, Holding(person), view.index[item.core.start], 0, "name alone")
        for item in view.of_name.values()
        if (person := _person(item)) is not None
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
    persons = {found.name.words: found.name for found in spot(passage) if _person(found) is not None and _told(found)}
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
    describes = "appos" in named or not tops or any(t.dep in DESCRIBING for t in tops)
    return None if describes else tops[-1].i


def _mention(view: _View, holding: Holding, first: int, end: int, rule: str) -> Mention[Holding]:
    core = Span(view.tokens[first].start, view.tokens[max(first, end - 1)].end)
    span = core
    if holding.person is not None and (holder := view.of_name.get(id(holding.person))) is not None:
        span, core = core.joined(holder.span), holder.core
    return Mention("role", holding, span, core, rule)
