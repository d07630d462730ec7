"""What an office is: a noun for one, with its field, whose it is, since when, until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from secondsource.grammar.geography import country
from secondsource.grammar.name_words import MODIFIERS, RANKS
from secondsource.grammar.wordlist import Words
from secondsource.language import lexicon
from secondsource.values.holding import Holding
from secondsource.values.offices.bodies import OF, Body, body_after, owner_before, parent_after
from secondsource.values.offices.view import View
from secondsource.values.role_words import (
    ACTING,
    AGENTS,
    BODIES,
    CHARGED,
    CHIEF_FINANCIAL,
    DEPUTIES,
    DESIGNATE,
    DURATIONS,
    FIELD_ADJECTIVES,
    FIELDS,
    FINANCE,
    FOREMOST,
    FORMER,
    HAS_SECOND,
    HEADS,
    IGNORED,
    NAMES,
    NEEDS_OWNER,
    NO_OFFICE,
    NOT_YET,
    OF_A_PERSON,
    OF_SEVERAL,
    OFFICES_OF,
    ONLY_WITH,
    PERIODS,
    PERSONAL,
    PORTFOLIO_OF,
    POSSESSIVE,
    PRONOUNS,
    SERVING,
    SHIP_COMMAND,
    TERRITORIES,
    TIMES,
    WHOLES,
    WITH_FIELDS,
    WITH_ISSUES,
)

ROW = frozenset({"", "|", "•", "-", "*", "–", "—"})
"""What stands before the first word of a row in a list or a table."""


_COMPOUNDS = [list(words) for words in NAMES if len(words) > 1]
"""Offices whose names have several words."""


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
    tentative: bool = False
    """Whether somebody is yet to take it up: "the director-designate"."""
    shared: bool = False
    """Whether several have it: "its co-founder"."""
    acting: bool = False
    """Whether somebody only stands in: "the interim director"."""
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
    if (
        not (token.tag in {"NN", "NNP"} or _before_name(view, i))
        or low in NO_OFFICE
        or i in view.inside
        or not token.text.isalpha()
    ):
        return False
    return low in AGENTS or (lexicon.person_noun(low) and "social group" not in lexicon.hypernyms(low))


def _before_name(view: View, i: int) -> bool:
    """Whether a word can only be a noun, whatever the parser tagged it: "State epidemiologist Ada Obi"."""
    return view.tokens[i].dep == "compound" and i + 1 in view.starts and lexicon.person_noun(view.low[i])


def _is_office(view: View, i: int) -> bool:
    low, token = view.low[i], view.tokens[i]
    if (token.pos in {"VERB", "AUX"} and not _before_name(view, i)) or (
        i in view.inside and view.low[i] not in {"cs", "ps"}
    ):
        return False
    if _unqualified(view, i) and not (lexicon.person_noun(low) and _is_of_something(view, i)):
        return False
    following = view.tokens[i + 1] if i + 1 < len(view.tokens) else None
    if following is not None and following.text == "-" and following.start == token.end and not _yet_to_come(view, i):
        return False
    if low == "executive" and view.word(i + 1) == "officer":
        return False
    heads_on = (
        following is not None
        and following.pos in {"NOUN", "PROPN"}
        and (following.text.islower() or (low not in HEADS and view.word(i + 1) in HEADS))
        and token.dep == "compound"
    )
    if heads_on or (low == "chief" and view.word(i + 1) in {"executive", *HEADS, "financial", "risk", "operating"}):
        return False
    if low in FOREMOST and lexicon.person_noun(view.word(i + 1)):
        return False
    if low == "lead" and (i == 0 or view.tokens[i - 1].pos not in {"NOUN", "PROPN"}):
        return False  # "took the lead"
    if low in NEEDS_OWNER:
        of_it = view.word(i + 1) in (OF_A_PERSON if low in SERVING else {"of", "for"})
        before = view.word(i - 1)
        owned = (
            before in PRONOUNS
            or before in {"'s", "’s", "'", "’"}
            or (before in MODIFIERS and before not in IGNORED | ACTING)
        )
        owned = owned or (i > 0 and view.tokens[i - 1].pos in {"NOUN", "PROPN"}) or i + 1 in view.starts
        owned = owned or (before == "the" and view.word(i + 1) == "," and i + 2 in view.starts)
        bracketed = (before, view.word(i + 1)) == ("(", ")")  # "Ada Obi (chair)"
        return of_it or owned or bracketed or view.word(i + 1) in {":", "|"}
    return True


def _unqualified(view: View, i: int) -> bool:
    """Whether a noun lacks the word that makes it an office of itself: "officer" without "chief"."""
    needed = ONLY_WITH.get(view.low[i])
    return needed is not None and view.word(i - 1) not in needed and view.word(i - 2) not in needed


def _is_of_something(view: View, i: int) -> bool:
    """Whether a noun says of what: "editor of the Star", "the Star's editor", "its editor", "party officer"."""
    before = view.word(i - 1)
    if view.tokens[i - 1].pos == "ADJ" and view.word(i - 2) in POSSESSIVE | PRONOUNS:
        return True
    owned = before in POSSESSIVE | PRONOUNS or (i > 0 and view.tokens[i - 1].pos == "NOUN")
    owned |= view.low[i] != "general" and _in_title(view, i) and _in_title(view, i - 1)
    return owned or view.word(i + 1) in {"of", "for"}


def _in_title(view: View, i: int) -> bool:
    """Whether a word is one of the titles before a name: "County Health Officer Dr Obi"."""
    found = view.starts.get(view.past_titles(i))
    return found is not None and i not in view.inside


def _begins_row(view: View, i: int) -> bool:
    """Whether a common noun has its capital because a cell or an item begins with it."""
    return view.word(i - 1) in ROW and view.tokens[i].pos in {"NOUN", "PROPN"} and lexicon.known(view.low[i])


class _Before(NamedTuple):
    """What the words before an office's noun say: where they begin, and which office it is."""

    first: int
    modifiers: Words = ()
    former: bool = False
    deputy: bool = False
    tentative: bool = False
    shared: bool = False
    acting: bool = False


def _before(view: View, head: int) -> _Before:
    """Read leftwards from an office's noun, over what narrows it: "the former deputy finance" minister."""
    found = _Before(head)
    while found.first > 0 and head - found.first < 6:
        i = found.first - 1
        low = view.low[i]
        named = i in view.inside and low not in MODIFIERS | FIELD_ADJECTIVES and not _begins_row(view, i)
        if named or (low == "under" and view.word(i + 1) != "-"):
            break
        if low in FORMER:
            found = found._replace(former=True)
        elif low in DEPUTIES or (low == "co" and view.low[head] in HAS_SECOND):
            found = found._replace(deputy=True)
        elif low == "co" and view.is_hyphen(i + 1):
            found = found._replace(shared=True)
        elif low in NOT_YET:
            found = found._replace(tentative=True)
        elif low in ACTING:
            found = found._replace(acting=True)
        elif low in IGNORED and low not in {"first", "second"}:
            if low in {"the", "a", "an", "its"}:
                break
        elif word := _modifier(view, i, head):
            found = found._replace(modifiers=(word, *found.modifiers))
        elif not view.is_hyphen(i) and not (view.tokens[i].pos == "ADJ" and view.tokens[i].text.islower()):
            break
        found = found._replace(first=i)
    return found


def _modifier(view: View, i: int, head: int) -> str:
    """A word that tells which office it is, by its usual form; "" for one that only describes."""
    low, token = view.low[i], view.tokens[i]
    if low in ONLY_WITH.get(view.low[head], ()) or low in MODIFIERS | HEADS | RANKS | FIELD_ADJECTIVES:
        return low
    if view.is_hyphen(i):
        return ""
    if token.tag == "JJ" and view.low[head] in ONLY_WITH and i == head - 1 and low not in IGNORED:
        return low  # "the district's veterinary officer"
    if view.word(i - 1) == "chief" or view.low[i : head + 1] in _COMPOUNDS:
        return low  # "chief veterinary officer", "harbour master"
    if token.dep in {"compound", "nmod"} and token.pos == "NOUN" and (token.text.islower() or i == 0):
        return token.lemma
    return low if _begins_row(view, i) else ""


class _Post(NamedTuple):
    """Which office it is, of what, and where the words for that end."""

    role: Words
    portfolio: Words
    of: Body
    body: Body
    """Whose it is: what it is of, unless that is only its field."""


def _post(view: View, head: int, modifiers: Words) -> _Post:
    """An office with the "of ..." behind its noun, which is its field or whose it is."""
    role, portfolio = _named((*modifiers, view.low[head]))
    if (field := _charged_with(view, head)).words and not field.named:
        body = body_after(view, field.end)
        return _Post(role, portfolio + field_of(field.words), field._replace(end=body.end), body)
    after = head + 1 + _yet_to_come(view, head)
    of = body_after(view, after, OF_A_PERSON if view.low[head] in SERVING else OF)
    if not of.named and DURATIONS.intersection(of.words):
        of = Body(after, after)
    nobody = Body(of.end, of.end)
    if of.words and not of.named and not of.parent and _is_field(view, head, role, of):
        body = body_after(view, of.end)
        return _Post(role, portfolio + field_of(of.words), of._replace(end=body.end), body)
    of_field = role[-1] in PORTFOLIO_OF and not (of.named and (view.low[head + 1] == "of" or country(of.words)))
    if of.words and of_field:
        return _Post(role, portfolio + field_of(of.words), of, nobody)
    if role == ("head",) and of.words in FINANCE:
        return _Post(CHIEF_FINANCIAL, portfolio, of, nobody)
    if role == ("head",) and of.words in OFFICES_OF:
        return _Post(OFFICES_OF[of.words], portfolio, of, nobody)
    return _Post(role, portfolio, of, of)


def _yet_to_come(view: View, head: int) -> int:
    """How many words behind an office's noun say that its holder is yet to take it up: "director-designate"."""
    hyphen = view.is_hyphen(head + 1) if head + 1 < len(view.tokens) else False
    return 1 + hyphen if view.word(head + 1 + hyphen) in DESIGNATE else 0


def _charged_with(view: View, head: int) -> Body:
    """The field that a post is said to be for in as many words: "the minister responsible for health", "spokesman on
    tax"."""
    for words, joining in CHARGED.items():
        at = head + 1 + len(words) - 1
        if tuple(view.low[head + 1 : at + 1]) == words and (joining or view.low[head] in WITH_ISSUES):
            return body_after(view, at, frozenset(words[-1:]))
    return Body(head + 1, head + 1)


def _office(view: View, head: int) -> Office:
    before = _before(view, head)
    post = _post(view, head, before.modifiers)
    owner, definite = owner_before(view, before.first)
    if owner.named and view.word(owner.first - 1) in FORMER:
        before = before._replace(former=True)  # "former Lund mayor Ada Obi"
    whose = view.word(owner.first) if view.word(owner.first) in PERSONAL else ""
    if whose == "her" and post.role in SHIP_COMMAND:
        owner, whose = Body(owner.first, owner.end), ""  # the ship's, and no woman's
    body, parent, end = post.body, post.body.parent, post.of.end
    if owner.words and not body.words:
        body, parent = owner, owner.parent
    elif owner.named:
        parent = owner.words
    if not body.named and not parent:
        end, parent = parent_after(view, end)
    portfolio = post.portfolio
    if len(portfolio) == 1 and portfolio[0] in WHOLES and not (body.words or parent):
        body, portfolio, definite = Body(before.first, head, portfolio), (), True
    if _of_territory(view, head, before, portfolio) and not (body.words or parent):
        # "County Health Officer Ada Obi" is the county's one, and no officer among others.
        body, portfolio = Body(before.first, head, portfolio[:1]), portfolio[1:]
        definite = definite or view.tokens[before.first].text[0].isupper()
    last, since, until = times(view, end)
    articles = {view.word(c) for c in view.passage.children[head]}
    if owner.first >= before.first - 1:
        articles.add(view.word(owner.first))
    indefinite = not articles.isdisjoint({"a", "an", "one", "another"})
    return Office(
        owner.first,
        end,
        last,
        head,
        ("deputy", *post.role) if before.deputy else post.role,
        portfolio,
        body.words,
        body.named,
        definite or (bool(post.of.words) and not indefinite),
        before.former,
        since,
        until,
        parent,
        agent=view.low[head] not in HEADS or _unqualified(view, head),
        indefinite=indefinite,
        tentative=before.tentative or _yet_to_come(view, head) > 0,
        shared=before.shared,
        acting=before.acting,
        whose=whose,
    )


def _of_territory(view: View, head: int, before: _Before, portfolio: Words) -> bool:
    """Whether what stands first before an office is the land or town that has it: "County Health Officer"."""
    whose = before.modifiers[:1]
    return bool(whose) and whose == portfolio[:1] and whose[0] in TERRITORIES and not _one_of_several(view.low[head])


def _one_of_several(noun: str) -> bool:
    return noun in OF_SEVERAL or noun in HEADS - ONLY_WITH.keys()


def _is_field(view: View, head: int, role: Words, of: Body) -> bool:
    """Whether what a post is of is a field of work and no body: "head of communications", "professor of law"."""
    bare = view.low[head + 1] == "of" and view.low[head + 2] not in {"the", "a", "an", *PRONOUNS}
    return bare and role[-1] in WITH_FIELDS and of.words not in OFFICES_OF and of.words[-1] not in BODIES


def _named(words: Words) -> tuple[Words, Words]:
    """An office's usual name, and its field: ("finance", "minister") is the minister, for finance."""
    for cut in range(len(words)):
        if (usual := NAMES.get(words[cut:])) is not None:
            return usual, field_of(words[:cut])
    if len(words) > 2 and words[-2] in ONLY_WITH.get(words[-1], ()):
        return words[-2:], field_of(words[:-2])
    if len(words) > 2 and words[-3] == "chief" and words[-1] == "officer":
        return ("head",), field_of(words[-2:-1])  # the chief fire officer is the fire chief
    if len(words) > 2 and words[-3] == "chief" and words[-1] == "editor":
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
    if kind is None or (view.word(i) in {"for", "from", "of"} and not _period(view, i + 1)):
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
