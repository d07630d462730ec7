"""What an office is: a noun for one, with its field, whose it is, since when, until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secondsource.grammar.geography import country
from secondsource.grammar.name_words import MODIFIERS, RANKS
from secondsource.language import lexicon
from secondsource.values.holding import Holding, Words
from secondsource.values.offices.bodies import Body, body_after, owner_before, parent_after
from secondsource.values.offices.view import View
from secondsource.values.role_words import (
    AGENTS,
    BODIES,
    CHIEF_FINANCIAL,
    DEPUTIES,
    DURATIONS,
    FIELD_ADJECTIVES,
    FIELDS,
    FORMER,
    HEADS,
    IGNORED,
    NAMES,
    NEEDS_OWNER,
    NO_OFFICE,
    OFFICES_OF,
    ONLY_WITH,
    PERIODS,
    PERSONAL,
    PORTFOLIO_OF,
    POSSESSIVE,
    PRONOUNS,
    TIMES,
    WITH_FIELDS,
)

ROW = frozenset({"", "|", "•", "-", "*", "–", "—"})
"""What stands before the first word of a row in a list or a table."""


@dataclass(frozen=True)
class Office:
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


Said = tuple[Holding, int, int]
"""Who has what office, and the tokens that say so: [first, end)."""


@dataclass(frozen=True)
class Offices:
    """The offices of a passage, in its order, and by the token that each begins with."""

    found: tuple[Office, ...]
    at: Mapping[int, Office]


def offices_of(view: View) -> Offices:
    """Every stretch of a passage that names an office.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The finance minister met the deputy mayor of Osa.")).passages
    >>> [(office.portfolio, office.role, office.org) for office in offices_of(View(passage)).found]
    [(('finance',), ('minister',), ()), ((), ('deputy', 'mayor'), ('osa',))]
    """
    found = tuple(_each(view))
    return Offices(found, {office.first: office for office in found})


def _each(view: View) -> Iterator[Office]:
    i, n = 0, len(view.low)
    while i < n:
        if (view.low[i] in HEADS or _agent(view, i)) and _is_office(view, i):
            office = _office(view, i)
            yield office
            i = office.end
        else:
            i += 1


def _agent(view: View, i: int) -> bool:
    """Whether a noun names one person by what that person does: "controller", "head teacher"."""
    token, low = view.tokens[i], view.low[i]
    if token.tag not in {"NN", "NNP"} or low in NO_OFFICE or i in view.inside or not token.text.isalpha():
        return False
    return low in AGENTS or (lexicon.person_noun(low) and "social group" not in lexicon.hypernyms(low))


def _is_office(view: View, i: int) -> bool:
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


def _unqualified(view: View, i: int) -> bool:
    """Whether a noun lacks the word that makes it an office of itself: "officer" without "chief"."""
    needed = ONLY_WITH.get(view.low[i])
    return needed is not None and view.word(i - 1) not in needed and view.word(i - 2) not in needed


def _is_of_something(view: View, i: int) -> bool:
    """Whether a noun says of what: "editor of the Star", "the Star's editor", "its editor", "party officer"."""
    before = view.word(i - 1)
    owned = before in POSSESSIVE | PRONOUNS or (i > 0 and view.tokens[i - 1].pos == "NOUN")
    return owned or view.word(i + 1) in {"of", "for"}


def _begins_row(view: View, i: int) -> bool:
    """Whether a common noun has its capital because a cell or an item begins with it."""
    return view.word(i - 1) in ROW and view.tokens[i].pos in {"NOUN", "PROPN"} and lexicon.known(view.low[i])


def _office(view: View, head: int) -> Office:
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
        elif view.is_hyphen(i):
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
    of = body_after(view, head + 1)
    if not of.named and DURATIONS.intersection(of.words):
        of = Body(head + 1, head + 1)
    of_field = role[-1] in PORTFOLIO_OF and not (of.named and (view.low[head + 1] == "of" or country(of.words)))
    body = Body(of.end, of.end)
    if of.words and not of.named and not of.parent and _is_field(view, head, role, of):
        portfolio = portfolio + field_of(of.words)
        body = body_after(view, of.end)
        of = of._replace(end=body.end)
    elif of.words and of_field:
        portfolio = portfolio + field_of(of.words)
    elif role == ("head",) and of.words in {("finance",), ("finances",)}:
        role = CHIEF_FINANCIAL
    elif role == ("head",) and of.words in OFFICES_OF:
        role = OFFICES_OF[of.words]
    else:
        body = of
    if deputy:
        role = ("deputy", *role)
    owner, definite = owner_before(view, first)
    parent = body.parent
    if owner.words and not body.words:
        body, parent = owner, owner.parent
    elif owner.named:
        parent = owner.words
    end = of.end
    if not body.named and not parent:
        end, parent = parent_after(view, end)
    org, named, owner_first = body.words, body.named, owner.first
    last, since, until = times(view, end)
    agent = view.low[head] not in HEADS or _unqualified(view, head)
    articles = {view.word(c) for c in view.passage.children[head]}
    if owner_first >= first - 1:
        articles.add(view.word(owner_first))
    indefinite = not articles.isdisjoint({"a", "an", "one", "another"})
    definite = definite or (bool(of.words) and not indefinite)
    whose = view.word(owner_first) if view.word(owner_first) in PERSONAL else ""
    return Office(
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


def _is_field(view: View, head: int, role: Words, of: Body) -> bool:
    """Whether what a post is of is a field of work and no body: "head of communications", "professor of law"."""
    bare = view.low[head + 1] == "of" and view.low[head + 2] not in {"the", "a", "an", *PRONOUNS}
    return bare and role[-1] in WITH_FIELDS and of.words not in OFFICES_OF and of.words[-1] not in BODIES


def _named(words: Words) -> tuple[Words, Words]:
    """An office's usual name, and its field: ("finance", "minister") is the minister, for finance."""
    for cut in range(len(words)):
        if (usual := NAMES.get(words[cut:])) is not None:
            return usual, field_of(words[:cut])
    for size in (2, 1):
        if len(words) > size and words[-size - 1 : -1] and size == 2 and words[-2] in ONLY_WITH.get(words[-1], ()):
            return words[-2:], field_of(words[:-2])
    if len(words) > 2 and words[-1] in {"officer", "editor"} and words[-3] == "chief":
        return words[-3:], field_of(words[:-3])
    return words[-1:], field_of(words[:-1])


def field_of(words: Words) -> Words:
    """A field of work by its usual words, without those that say nothing: "finance" for "financial affairs".

    >>> field_of(("labor", "and", "transportation"))
    ('labour', 'transport')
    """
    return tuple(
        FIELDS.get(w, w) for w in words if w not in {"affairs", "and", "the", "of", "for", "general"} and w.isalnum()
    )


def times(view: View, i: int) -> tuple[int, str, str]:
    """A clause that says since when, or until when: where it ends, and its words.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi, mayor since May 2019, resigned.")).passages
    >>> times(View(passage), 4)
    (7, 'since May 2019', '')
    """
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


def _period(view: View, i: int) -> bool:
    return any(
        view.word(k) in PERIODS or (view.word(k).isdigit() and len(view.word(k)) == 4) for k in (i, i + 1, i + 2)
    )
