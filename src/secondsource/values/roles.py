"""Offices and who holds them: "the mission's commander, Noel Ngure", "led by Maj. Gen. Ilse Haukka"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.grammar.geography import country, fold
from secondsource.grammar.name_words import MODIFIERS, ORG_HEADS, RANKS, SAYING
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
    CHIEF_FINANCIAL,
    CLOSERS,
    CONTAINERS,
    COURT_WORK,
    DEPUTIES,
    DURATIONS,
    FIELD_ADJECTIVES,
    FIELDS,
    FORMER,
    HANDING,
    HEADS,
    IGNORED,
    IN_CHARGE,
    KEEPING,
    LEADING,
    LEAVING,
    LED,
    LINKS,
    MANY_HOLD,
    NAMES,
    NEEDS_OWNER,
    NO_OFFICE,
    OFFICES_OF,
    ONLY_WITH,
    PERIODS,
    PERSONAL,
    PORTFOLIO_OF,
    PORTFOLIOS,
    PRESIDING_VERBS,
    PRONOUNS,
    REPLACING,
    SERVICES,
    TAKING_UP,
    TASKS,
    TIMES,
    TIPPING,
    TITLED,
    TRADES,
    UNDER_WHOM,
    UNIT_LEADERS,
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
            if item.name.words[0] in PORTFOLIO_OF and item.name.words[1:2] in {("of",), ("for",)}:
                continue  # "the Minister for Emergency Services" is an office
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
    if _unqualified(view, i) and not (i > 0 and view.tokens[i - 1].pos == "NOUN" and lexicon.person_noun(low)):
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
        return of_it or owned or (view.word(i + 1) in {":", "|"} and before in _ROW)
    return True


def _unqualified(view: _View, i: int) -> bool:
    """Whether a noun lacks the word that makes it an office of itself: "officer" without "chief"."""
    needed = ONLY_WITH.get(view.low[i])
    return needed is not None and view.word(i - 1) not in needed and view.word(i - 2) not in needed


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
    end, of_words, of_named = _of(view, head + 1)
    org: Words = ()
    named = False
    if of_words and not of_named and DURATIONS & set(of_words):
        end, of_words = head + 1, ()
    if of_words and of_named and role[-1] in PORTFOLIO_OF and view.low[head + 1] == "for" and not country(of_words):
        of_named = False
    if of_words:
        if role[-1] in PORTFOLIO_OF and not of_named:
            portfolio = portfolio + _field(of_words)
        elif role == ("head",) and of_words in {("finance",), ("finances",)}:
            role = CHIEF_FINANCIAL
        elif role == ("head",) and of_words in OFFICES_OF:
            role = OFFICES_OF[of_words]
        else:
            org, named = of_words, of_named
    if deputy:
        role = ("deputy", *role)
    owner_first, owner, owner_named, definite = _owner(view, first)
    if owner and not org:
        org, named = owner, owner_named
    parent = owner if owner_named and org is not owner else ()
    if not named and not parent:
        end, parent = _parent(view, end)
    last, since, until = _times(view, end)
    agent = view.low[head] not in HEADS or _unqualified(view, head)
    articles = {view.word(c) for c in view.passage.children[head]}
    if owner_first >= first - 1:
        articles.add(view.word(owner_first))
    indefinite = not articles.isdisjoint({"a", "an", "one", "another"})
    definite = definite or (bool(of_words) and not indefinite)
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


def _parent(view: _View, i: int) -> tuple[int, Words]:
    """The named body that the office is part of: where its name ends, and its words."""
    if view.word(i) not in {"of", "at", "for"}:
        return i, ()
    at = i + 1 + (view.word(i + 1) == "the")
    found = view.starts.get(at)
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


def _of(view: _View, i: int) -> tuple[int, Words, bool]:
    """What an office is of: where the words end, the words, whether they are a name."""
    if view.word(i) not in {"of", "for", "at"}:
        return i, (), False
    at = i + 1
    while view.word(at) in {"the", "a", "an", *PRONOUNS}:
        at += 1
    if at in view.starts and _person(view.starts[at]) is view.starts[at].name and view.starts[at].name.titles:
        return i, (), False
    if at in view.starts:
        found = view.starts[at]
        end = at
        while view.inside.get(end) is found:
            end += 1
        body = view.word(end) if view.word(end) in ORG_HEADS and view.tokens[end].text.islower() else ""
        if body:
            return end + 1, (*found.name.words, body), True
        nouns = _nouns(view, end) if at > i + 1 else ()
        return end + len(nouns), (*found.name.words, *nouns), not nouns
    end, words = at, []
    while end < len(view.tokens) and end < at + 6:
        token = view.tokens[end]
        if token.pos in {"NOUN", "ADJ", "PROPN"} and end not in view.starts:
            words.append(token.lemma)
        elif not (view.low[end] == "and" and words and end + 1 < len(view.tokens) and _goes_on(view, end + 1)):
            break
        end += 1
    if words and view.word(end) in {"'s", "’s"}:
        # "The head of the agency's Lunde office": its words, and whose it is.
        owned = end + 1
        while owned < len(view.tokens) and view.tokens[owned].pos in {"NOUN", "PROPN"} and owned < end + 5:
            words.append(view.low[owned] if owned in view.inside else view.tokens[owned].lemma)
            owned += 1
        end = owned
    return (end, tuple(words), False) if words and view.word(i) != "at" else (i, (), False)


def _nouns(view: _View, i: int) -> Words:
    """The nouns that a name before them only describes: "refugee agency" in "the UN refugee agency"."""
    end = i
    while end < len(view.tokens) and view.tokens[end].pos == "NOUN" and view.tokens[end].text.islower():
        end += 1
    return tuple(t.lemma for t in view.tokens[i:end])


def _goes_on(view: _View, i: int) -> bool:
    return view.tokens[i].pos in {"NOUN", "PROPN"} and i not in view.starts and view.low[i] not in HEADS


def _owner(view: _View, first: int) -> tuple[int, Words, bool, bool]:
    """Whose office it is, from what stands before it: where that begins, its words, a name or not, definite or not."""
    before = view.word(first - 1)
    if before in {"the", "The"}:
        return first - 1, (), False, True
    if before in {"a", "an"}:
        return first - 1, (), False, False
    if before in PRONOUNS:
        owner = _antecedent(view, first - 1) if before not in PERSONAL else _one_before(view, first - 1)
        return first - 1, *owner, True
    if before in {"'s", "’s", "'", "’"} and first >= 2:
        begin, words, named = _noun_phrase(view, first - 2)
        return begin, words, named, True
    if first in view.ends and _person(view.ends[first]) is None:
        found = view.ends[first]
        begin = first - 1
        while view.inside.get(begin - 1) is found:
            begin -= 1
        return begin, found.name.words, True, True
    if first in view.ends and view.ends[first].name.type != "person" and len(view.ends[first].name.words) == 1:
        return first - 1, view.ends[first].name.words, True, True
    return first, (), False, False


def _antecedent(view: _View, i: int) -> tuple[Words, bool]:
    """What "its" stands for: the body last named before it in the sentence."""
    here = bisect_right(view.bodies, i, key=lambda body: body[0])
    earlier = [f for _, f in view.bodies[max(0, here - 8) : here]]
    given = view.ends.get(i - 1) if view.word(i - 1) in {"as", ","} else None  # "named Ada Obi as its chief"
    if given is not None and earlier == [given]:
        return _subject_noun(view, i)
    earlier = [f for f in earlier if f is not given]
    unowned = [f for f in earlier if f.rule != "preposition"]
    chosen = (unowned or earlier)[-1:]
    return (chosen[0].name.words, True) if chosen else ((), False)


def _subject_noun(view: _View, i: int) -> tuple[Words, bool]:
    """The subject of a word's clause, where it is a noun: "the new bank" in "the new bank will have X as its chair"."""
    verb = next((t.i for t in _above(view, i) if t.pos == "VERB"), None)
    subject = None if verb is None else subject_of(view.passage, verb)
    return (
        _noun_phrase(view, subject)[1:] if subject is not None and view.tokens[subject].pos == "NOUN" else ((), False)
    )


def _one_before(view: _View, i: int) -> tuple[Words, bool]:
    """Whose agent is "his agent"."""
    meant = view.meant(i) if view.low[i] in {"his", "her"} else None
    return (meant.words, True) if meant is not None else ((), False)


def _noun_phrase(view: _View, last: int) -> tuple[int, Words, bool]:
    """The name or noun that ends at a token, with its ordinal: where it begins, its words, whether it is a name."""
    if last in view.inside:
        found = view.inside[last]
        begin = last
        while view.inside.get(begin - 1) is found:
            begin -= 1
        return _without_article(view, begin), found.name.words, True
    words, begin = [view.tokens[last].lemma], last
    while begin > 0 and last - begin < 4:
        token = view.tokens[begin - 1]
        if token.pos not in {"NOUN", "ADJ", "PROPN"} and token.dep not in {"amod", "compound", "nummod"}:
            break
        words.insert(0, fold(token.lemma))
        begin -= 1
    return _without_article(view, begin), tuple(words), False


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
        yield _held(view, office, person)
        return
    link = _link_after(view, office)
    if link >= 0:
        person = view.person_at(_past_titles(view, link + 1))
        if person is not None and (not office.agent or (office.definite and _sure(view, person))):
            yield _held(view, office, person, past=view.word(link) in {"was", "became"})
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
    named = office.last + 1
    person = view.person_at(_past_titles(view, named))
    if person is None or (office.agent and not _sure(view, person)):
        return None
    before = view.word(office.first - 1)
    mark = view.word(office.last)
    if before == "as" and mark == ",":
        return person
    row = mark in {":", "|", "–", "—"} and before in _ROW
    return person if (office.definite or row) and _closed(view, person, named) else None


def _sure(view: _View, person: Name) -> bool:
    """Whether a name that no title precedes is a person's for all that is known."""
    return _told(view.of_name[id(person)])


def _told(found: Found) -> bool:
    person = found.name
    full = person.type == "person" or bool(person.titles) or len(person.words) > 1
    return full and found.rule != "preposition"


def _titles(view: _View, office: _Office, person: Name) -> bool:
    """Whether a noun before a name is the office and no trade: "mission scientist Ada Obi", not "farmer Ada Obi"."""
    return _sure(view, person) and (bool(office.portfolio) or office.definite)


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


def _past_titles(view: _View, i: int) -> int:
    """Over titles to the name they belong to."""
    for k in range(i, min(i + 6, len(view.tokens))):
        if k in view.starts:
            found = view.starts[k]
            return k if k == i or found.span.start <= view.tokens[i].start else i
    return i


def _closed(view: _View, person: Name, named: int) -> bool:
    end = _past_titles(view, named)
    found = view.starts[end]
    while view.inside.get(end) is found:
        end += 1
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
    _, org, named = _noun_phrase(view, led)
    return replace(held, org=org, org_named=named and not _generic(org))


def _gives(view: _View, office: _Office) -> int:
    """The verb that gives an office: "served" in "served as controller", "was" in "who all along was controller"."""
    token = view.tokens[office.head]
    governor = view.tokens[token.head]
    if view.word(office.first - 1) == "as":
        above = _above(view, office.first - 1)
        governor = next((t for t in above if t.pos not in {"NOUN", "ADP"}), governor)  # "in his first year as coach"
    elif token.dep not in {"attr", "oprd"}:
        return -1
    negated = any(view.tokens[c].dep == "neg" for c in view.passage.children[governor.i])
    guessed = governor.dep == "xcomp" and view.tokens[governor.head].lemma in TIPPING
    return governor.i if governor.pos in {"VERB", "AUX"} and not negated and not guessed else -1


def _does(view: _View, verb: int, given: bool = False) -> Name | None:
    """The person of whom a verb is said; with ``given``, the one on whom it bestows an office, if there is one."""
    bestowing = view.tokens[verb].head if view.tokens[verb].dep == "xcomp" else verb if given else -1
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
        if low in LED and view.word(i + 1) == "by":
            yield from _led_by(view, i)
        elif token.pos in {"VERB", "AUX"} and not any(office.first <= i < office.end for office in view.offices):
            if token.lemma in LEADING or _takes_over(view, i) or token.lemma in KEEPING:
                yield from _leads(view, i)
            elif token.lemma in HANDING:
                yield from _handed(view, i)
        elif low in IN_CHARGE and view.word(i - 1) in {"in", "the", "at", "took", "takes"} and _at_the(view, i):
            yield from _in_charge(view, i)
        elif low == "under" and (whose := _under_whom(view, i)) is not None:
            commander, role, end = whose
            org, named = _under(view, i)
            yield Holding(commander, (role,), (), org, named, text=view.text(i, end)), i, end
        elif low == "under" and (person := view.person_at(_past_titles(view, i + 1))) is not None and person.titles:
            org, named = _under(view, i)
            yield Holding(person, ("commander",), (), org, named, text=view.text(i, i + 1)), i, i + 1


def _at_the(view: _View, i: int) -> bool:
    """Whether a head is where somebody is ("at the head of the inquiry") and not who it is ("the head of the fund")."""
    return view.low[i] != "head" or view.word(i - 2) == "at"


def _in_charge(view: _View, i: int) -> Iterator[tuple[Holding, int, int]]:
    """ "X, in charge of the camp", "the inspector at the head of the inquiry", "the officer in charge"."""
    preposition = next((t for t in _above(view, i) if t.pos == "ADP"), view.tokens[i])
    bearer = view.tokens[preposition.head]
    if view.word(i + 1) == "of":
        end, org, named = _of(view, i + 1)
        person = _subject_before(view, i)
        if person is None or not _joined_to(view, i, person):
            person = _stands_for(view, bearer.i) if bearer.pos in {"NOUN", "PROPN"} else None
        if person is not None:
            yield _lead(view, person, IN_CHARGE[view.low[i]], org, named, i, end), i, end
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


def _lead(view: _View, person: Name, role: str, org: Words, named: bool, first: int, end: int) -> Holding:
    local = _local(view, end)
    parent = () if named else _parent(view, end)[1] or _setting(view)
    if org[-1:] in {("finance",), ("finances",)}:
        return Holding(person, CHIEF_FINANCIAL, local, org[:-1], named, text=view.text(first, end), parent=parent)
    return Holding(person, (role,), local, org, named and not _generic(org), text=view.text(first, end), parent=parent)


def _setting(view: _View) -> Words:
    """The body that a sentence begins with: "At the Norland institute, hydrology is headed by ..."."""
    end, words = _parent(view, 0)
    return words if words and view.word(end) == "," else ()


def _local(view: _View, i: int) -> Words:
    """ "in the country": the part of a body that is led."""
    return ("country",) if view.low[i : i + 3] == ["in", "the", "country"] else ()


def _led_by(view: _View, verb: int) -> Iterator[tuple[Holding, int, int]]:
    at = verb + 2
    while view.word(at) in {"the", "a", "an"}:
        at += 1
    office = view.office_at.get(verb + 2) or view.office_at.get(at)
    role = LEADING[LED[view.low[verb]]]
    end = verb + 2
    person = view.person_at(_past_titles(view, at))
    if person is None and office is not None and view.word(office.last) == ",":
        return  # "led by its director, X": the office says it
    if person is None and office is not None:
        at = office.end
        person = view.person_at(at)
    if person is None:
        return
    org, named, local = _body(view, verb)
    if role == "presiding" and (view.low[verb] in {"heard", "tried"}) and not COURT_WORK & set(org):
        return
    last = _past_titles(view, at)
    while last in view.inside and view.inside[last].name is person:
        last += 1
    since = ""
    if view.word(last) == "," and view.word(last + 1) == "since":
        _, since, _ = _times(view, last + 1)
    parent = () if named else _setting(view) or _parent_of(view, verb)
    yield Holding(person, (role,), local, org, named, since, text=view.text(verb, end), parent=parent), verb, end


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


def _under(view: _View, preposition: int) -> tuple[Words, bool]:
    """Who is under a commander: "the contingent left under", "the third contingent, 90 soldiers under"."""
    above = view.tokens[view.tokens[preposition].head]
    if above.pos in {"VERB", "AUX"}:
        subjects = (view.tokens[c] for c in view.passage.children[above.i] if view.tokens[c].dep.startswith("nsubj"))
        above = next(subjects, view.tokens[above.head] if above.dep == "acl" else above)
    if above.dep == "appos":
        above = view.tokens[above.head]
    if above.pos not in {"NOUN", "PROPN"} or not above.text.isalpha():
        return (), False
    return _noun_phrase(view, above.i)[1:]


def _above(view: _View, i: int) -> Iterator[Token]:
    """The words that a word depends on, a few steps up."""
    for _ in range(12):
        head = view.tokens[i].head
        if head == i:
            return
        i = head
        yield view.tokens[i]


def _body(view: _View, verb: int) -> tuple[Words, bool, Words]:
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
    if subject is None:
        return (), False, ()
    if subject.tag in {"WDT", "WP"}:
        subject = view.tokens[token.head]
    owned = [view.tokens[c] for c in view.passage.children[subject.i]]
    if any(t.tag == "WP$" for t in owned):
        local = next((_local(view, t.i) for t in owned if t.dep == "prep" and _local(view, t.i)), ())
        whose = view.tokens[token.head]
        return *_noun_phrase(view, whose.i)[1:], local
    if subject.pos == "PRON":
        return (), False, ()
    # "Volunteers of the charity OpenHands, led by ...": the body is what is named.
    begin, words, named = _noun_phrase(view, subject.i)
    if not named and view.word(begin - 1) in {"'s", "’s"} and begin - 2 not in view.inside:
        words = (view.tokens[begin - 2].lemma, *words)  # "the agency's Lunde office" is not the agency
    return words, named, ()


def _leads(view: _View, verb: int) -> Iterator[tuple[Holding, int, int]]:
    token = view.tokens[verb]
    below = [view.tokens[c] for c in view.passage.children[verb]]
    led = next((t for t in below if t.dep in {"dobj", "obj"} and t.i > verb), None)
    if led is None and token.dep == "relcl" and any(t.dep == "dobj" and t.tag == "WDT" for t in below):
        led = view.tokens[token.head]  # "the firm, which Ada Obi has run"
    if led is None and token.lemma in PRESIDING_VERBS:
        over = (c for t in below if t.dep == "prep" and t.lemma in {"over", "at"} for c in view.passage.children[t.i])
        led = next((view.tokens[c] for c in over if view.tokens[c].dep == "pobj"), None)
    if any(t.dep == "neg" for t in below) or (led is None and token.lemma not in ALONE):
        return
    person = _does(view, verb)
    antecedent = view.tokens[token.head]
    of_somebody = antecedent.pos != "NOUN" or lexicon.person_noun(antecedent.lemma)
    if person is None and of_somebody and any(t.dep == "nsubj" and t.tag in {"WP", "WDT"} for t in below):
        person = _subject_before(view, verb)
    if person is None or not (
        person.titles or len(person.words) > 1 or person.type == "person" or _surname_like(person)
    ):
        return
    if token.lemma in {"hear", "try"} and (led is None or led.lemma not in COURT_WORK):
        return
    if token.lemma in KEEPING and (led is None or led.lemma not in PORTFOLIOS):
        return
    starts = _takes_over(view, verb)
    for holding, first, end in _leads_what(
        view, person, LEADING.get(token.lemma, "head"), led, verb, led.i + 1 if led else verb + 1
    ):
        yield replace(holding, starts=starts), first, end


def _leads_what(
    view: _View, person: Name, role: str, led: Token | None, first: int, end: int
) -> Iterator[tuple[Holding, int, int]]:
    """The office of who leads a thing: its head, or the minister whose portfolio it is."""
    if led is None or role == "mediator":
        yield Holding(person, (role,), text=view.text(first, end), definite=True), first, end
        return
    begin, org, named = _noun_phrase(view, led.i)
    first, end = min(first, begin), max(end, led.i + 1)
    if (field := _ministry(view, led, org)) != ():
        yield Holding(person, ("minister",), field, text=view.text(first, end)), first, end
        return
    if led.lemma in SERVICES and view.word(begin - 1) in {"'s", "’s", "'", "’"}:
        # "Who runs the agency's work in Namoro" is at the head of the agency there.
        _, org, named = _noun_phrase(view, begin - 2)
    elif led.lemma in CONTAINERS and view.word(led.i + 1) == "of":
        _, of_what, _ = _of(view, led.i + 1)
        org, named = (*org, *of_what), False
    yield _lead(view, person, role, org, named, first, end), first, end


def _ministry(view: _View, led: Token, org: Words) -> Words:
    """The field of a portfolio or a ministry: "transport" for "the Ministry of Transport" and "the transport brief"."""
    if led.lemma in PORTFOLIOS:
        return _field(org[:-1]) or _field(_of(view, led.i + 1)[1])
    if "ministry" in org:
        return _field(tuple(w for w in org if w != "ministry"))
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
            found.append(_mention(view, holding, office.first, office.end, "office"))
    turns = [_mention(view, holding, first, end, "take-over") for holding, first, end in _take_overs(view)]
    given_up = {id(m.value.person) for m in turns if m.value.former}
    found = [m for m in found if id(m.value.person) not in given_up] + turns
    named = {(id(m.value.person), m.value.org) for m in found if m.value.org}
    led = [_mention(view, holding, first, end, "verb") for holding, first, end in _leading(view)]
    # Who "runs the bank as chief executive" has one office.
    found += [m for m in led if m.value.role not in UNIT_LEADERS or (id(m.value.person), m.value.org) not in named]
    found = _once(found)
    held = {id(m.value.person) for m in found}
    found += [
        _mention(view, Holding(name, NAMES.get(title, title)), view.index[item.core.start], 0, "title")
        for item in view.of_name.values()
        if id(name := item.name) not in held and (title := name.titles[-1:]) and title[0] in TITLED
    ]
    return sorted(found, key=lambda m: m.core)


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
