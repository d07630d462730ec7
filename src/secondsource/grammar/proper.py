"""Proper names by their orthography: where one begins and ends, and what it is the name of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from secondsource.grammar.geography import city, country, fold, people
from secondsource.grammar.name_words import (
    COMMON_STARTS,
    CURRENCY,
    DASHES,
    FUNCTION,
    LEGAL,
    LOCATIVE,
    MODIFIERS,
    MONTHS_THAT_ARE_NAMES,
    NOT_PEOPLE,
    NUMBERED,
    NUMBERED_NAMES,
    OF_HEADS,
    OFFICE_NOUNS,
    OPENERS,
    ORG_HEADS,
    PARTICLES,
    PLACE_BEGINNINGS,
    PLACE_HEADS,
    POSSESSORS,
    RANKS,
    SAYING,
)
from secondsource.grammar.number_words import UNITS
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.days import CALENDAR
from secondsource.language.tokens import Passage, Token
from secondsource.sources import Span


@dataclass(frozen=True)
class Name:
    """A proper name, folded for comparison; ``text`` is what the source prints, without its titles.

    >>> Name(("helene", "castaing"), "Hélène Castaing", ("chief", "risk", "officer"), "person").surname
    'castaing'
    """

    words: Words
    text: str = field(default="", compare=False)
    titles: Words = ()
    type: str = ""
    """"person", "org", "place", or "" where the text does not tell."""
    acronym: str = ""

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1]


class Found(NamedTuple):
    """A name, the place of its words, and the place of its titles and words together."""

    name: Name
    core: Span
    span: Span
    rule: str


def _plain(token: Token) -> str:
    return fold(token.text).rstrip(".") or token.text


def _capital(text: str) -> bool:
    first = text[0]
    return (
        first.isupper()
        or (first.isalpha() and not first.islower() and not first.isupper())
        or any(c.isupper() for c in text[1:3])
    )


class _Reader:
    """The tokens of one passage with what orthography says of each."""

    def __init__(self, passage: Passage) -> None:
        self.tokens = passage.tokens
        self.text = passage.text
        self.at = passage.span.start
        self.shouted = passage.text.isupper()
        self.low = [_plain(t) for t in self.tokens]
        self.capital = [bool(t.text) and _capital(t.text) for t in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def initial(self, i: int) -> bool:
        """Whether a capital here may be the sentence's and not the word's."""
        return i == 0 or self.tokens[i - 1].text in OPENERS or self.tokens[i - 1].text[-1] in ".!?:\n"

    def touching(self, i: int) -> bool:
        """Whether this token and the next have no space between them."""
        return i + 1 < len(self) and self.tokens[i].end == self.tokens[i + 1].start

    def hyphened(self, i: int) -> bool:
        """Whether a word is the first half of one with a hyphen, and no sentence's first: "Baek Ji-woo"."""
        joined = self.touching(i) and self.tokens[i + 1].text in DASHES and self.touching(i + 1)
        return joined and not self.initial(i) and self.tokens[i + 2].text.islower()

    def dated(self, i: int) -> bool:
        """Whether a month has a day or a year beside it."""
        beside = [self.tokens[k].text[0] for k in (i - 1, i + 1) if 0 <= k < len(self)]
        return any(c.isdigit() for c in beside)

    def is_jan(self, i: int) -> bool:
        """Whether a word is the first name Jan, and no month."""
        return self.tokens[i].text == "Jan" and i + 1 < len(self) and self.capital[i + 1] and not self.dated(i)

    def after_the(self, i: int) -> bool:
        """Whether a word that is no people's name stands after "the": "the Dean", and not "the Swede"."""
        return i > 0 and self.low[i - 1] == "the" and not people((self.low[i],))

    def lettered(self, i: int) -> bool:
        """Whether a word is in capitals in a text that is not."""
        text = self.tokens[i].text
        return len(text) >= 3 and text.isupper() and not self.shouted

    def joined_to_a_name(self, i: int) -> bool:
        """Whether a name follows behind a comma or an "and": "Osa, Lund and Marsh"."""
        return i + 2 < len(self) and self.low[i + 1] in {",", "and"} and self.named(i + 2, inside=True)

    def named(self, i: int, *, inside: bool = False) -> bool:
        """Whether the word here is, or may be, part of a name."""
        if i >= len(self) or not self.capital[i]:
            return False
        token, low = self.tokens[i], self.low[i]
        if not token.text[0].isalpha() or "@" in token.text:
            return False
        if low in CALENDAR:
            if self.is_jan(i):
                return True
            return inside and low in MONTHS_THAT_ARE_NAMES and not self.dated(i)
        if low in FUNCTION:
            # "US", "WHO": letters that also spell a word.
            if self.hyphened(i):
                return True  # "So-yeon"
            of_a_firm = inside and low in LEGAL | {"a"} and (token.text.isupper() and len(token.text) == 2)
            return (low == "us" and token.text != "Us") or of_a_firm or self.lettered(i)
        if low in CURRENCY or low.rstrip("kmbnt").rstrip("0123456789.,") in CURRENCY:
            return False
        if self.initial(i) and low in COMMON_STARTS and not (i + 1 < len(self) and self.capital[i + 1]):
            return False  # "Head office", "Finance chief"
        if self.initial(i) and low in FORMER and i + 1 < len(self) and self.named(i + 1, inside=True):
            return False  # "Former Lund mayor Ada Obi"
        if inside or not self.initial(i) or token.pos == "PROPN":
            return True
        if people((low,)) or country((low,)):
            return True
        if self.joined_to_a_name(i) and not lexicon.known(low):
            return True
        # A sentence's first word: a name if what follows is one and this word can belong to it.
        return (
            token.pos in {"ADJ", "NOUN"}
            and i + 1 < len(self)
            and self.capital[i + 1]
            and self.named(i + 1, inside=True)
        )


def _connected(read: _Reader, first: int, i: int) -> int:
    """Where a name that has reached token ``i`` goes on after a connecting word; 0 where it ends."""
    n = len(read)
    token, low = read.tokens[i], read.low[i]
    if token.text in DASHES and read.touching(i - 1) and read.touching(i):
        return i + 1 if i + 1 < n and read.tokens[i + 1].text[0].isalnum() else 0
    if token.text == "." and read.tokens[i - 1].end == token.start and _abbreviates(read, i - 1):
        return i + 1 if read.named(i + 1, inside=True) else 0
    if token.text in {"&", "+"} and read.named(i + 1, inside=True):
        return i + 1
    if low in PARTICLES and not read.capital[i]:
        after = i + 1
        while after < n and after < i + 3 and read.low[after] in PARTICLES and not read.capital[after]:
            after += 1
        if after < n and read.tokens[after].text in DASHES:
            after += 1
        return after if read.named(after, inside=True) else 0
    if low in {"of", "for"}:
        after = i + 2 if i + 1 < n and read.low[i + 1] == "the" else i + 1
        head_is_there = read.low[i - 1] in OF_HEADS or read.low[first] in OF_HEADS
        if head_is_there and read.named(after, inside=True) and not (low == "for" and read.low[i - 1] in PLACE_HEADS):
            return after
        return 0
    if low == "and" and read.named(i + 1, inside=True):
        return i + 1 if _one_name(read, first, i) else 0
    if token.text in {"'s", "’s", "'", "’"} and read.named(i + 1, inside=True):
        owner, owned = read.low[i - 1], read.low[i + 1]
        # "The Seafarers' Federation": what several people have as theirs is called after them.
        several = token.text in {"'", "’"} and owned in ORG_HEADS and read.touching(i - 1)
        named_after = several or owner in POSSESSORS or _is_saint(read, first, i)
        if _is_landmark(read, first, i):
            return i + 1
        return i + 1 if named_after and (owned in ORG_HEADS or owned in PLACE_HEADS) else 0
    return 0


def _is_saint(read: _Reader, first: int, i: int) -> bool:
    """Whether what stands before an "'s" is a saint, after whom a church or a hospital is called: "St Mary's"."""
    return i - first == 2 and read.low[first] in {"st", "saint"}


def _is_landmark(read: _Reader, first: int, i: int) -> bool:
    """Whether an "'s" is inside the name of one place: "Land's End", "Hope's Landing", and not "Osa's Parliament" or
    "the Bank's Shares"."""
    owner, owned = read.low[i - 1], read.low[i + 1]
    if i - first != 1 or country((owner,)) or people((owner,)) or city((owner,)):
        return False
    before = read.low[first - 1] if first else ""
    single = i + 2 >= len(read) or not read.named(i + 2, inside=True)
    common = owned not in ORG_HEADS | PLACE_HEADS and lexicon.known(owned) and not lexicon.person_noun(owned)
    common = common and "region" not in lexicon.hypernyms(owned, 6)  # "Osa's Area 47"
    return single and common and before in _AT_A_PLACE and owner not in POSSESSORS


_AT_A_PLACE = word_set("at in near from to outside by above below beyond past via around off")
"""Words before the name of a place; who has a thing of his is named without."""


def _abbreviates(read: _Reader, i: int) -> bool:
    low = read.low[i]
    return len(low) == 1 or "." in low or low in RANKS or low in LEGAL


def _one_name(read: _Reader, first: int, i: int) -> bool:
    """Whether "and" here is inside one name: "Trinidad and Tobago", "Ministry of Health and Social Welfare"."""
    left, right = read.low[first:i], read.low[i + 1]
    if country((*left, "and", right)) or country((*left[-1:], "and", right)):
        return True
    if len(left) >= 3 and {"of", "for"} & set(left) and left[0] in OF_HEADS and left[0] not in PLACE_HEADS:
        return not country((right,)) and read.low[i + 2 : i + 3] != ["of"] and right not in OF_HEADS
    ahead = read.low[i + 1 : i + 4]
    led = first > 0 and read.low[first - 1] == "the"
    capped = [read.named(j, inside=True) for j in range(i + 1, min(i + 4, len(read)))]
    tail = next((k for k, ok in enumerate(capped) if not ok), len(capped))
    return (
        led
        and len(left) == 1
        and tail >= 2
        and ahead[tail - 1] in ORG_HEADS | {"organization", "organisation"}
        and not country(tuple(left))
        and not people(tuple(left))
    )


def _owns(read: _Reader, i: int) -> bool:
    """Whether something follows an "'s" that somebody has: "St Mary's roof"."""
    return i + 1 < len(read) and (read.tokens[i + 1].pos in {"NOUN", "ADJ", "NUM"} or read.capital[i + 1])


FORMER = word_set("former ex outgoing incoming acting interim")
"""Words that no name begins with, for all their capital at the head of a sentence."""

FORENAMES = word_set("christian dean duke earl grace guy hunter king mason norman prince queen roman victor")
"""Words for people that are first names as often."""

LONGEST = 40
"""No name has so many words: what goes on for longer is a line of capitals."""


def _runs(read: _Reader) -> Iterator[tuple[int, int]]:
    i, n = 0, len(read)
    while i < n:
        if not read.named(i):
            i += 1
            continue
        first, i = i, i + 1
        while i < min(n, first + LONGEST):
            if read.named(i, inside=True):
                if read.low[i - 1] in CALENDAR and i - 1 == first and not read.is_jan(first):
                    break
                i += 1
            elif read.tokens[i].text.isdigit() and read.low[i - 1] in NUMBERED_NAMES and len(read.low[i]) <= 3:
                i += 1
                break
            elif read.capital[i] and read.low[i] in UNITS and not read.tokens[i].text.isupper():
                i += 1  # "Pier Nine"
                break
            elif read.tokens[i].text in {"'s", "’s"} and _is_saint(read, first, i) and not _owns(read, i):
                i += 1
                break
            elif after := _connected(read, first, i):
                i = after + (0 if read.named(after, inside=True) else 1)
            else:
                break
        yield from _without_hyphen_pair(read, first, i)


def _without_hyphen_pair(read: _Reader, first: int, end: int) -> Iterator[tuple[int, int]]:
    """ "the Ruto-Rubio call" names two people; "Jean-Pierre" names one."""
    hyphened = end - first == 3 and read.tokens[first + 1].text in DASHES and read.capital[first + 2]
    noun_follows = end < len(read) and read.tokens[end].pos == "NOUN" and not read.capital[end]
    if hyphened and noun_follows and len(read.low[first]) > 2 and first > 0:
        yield first, first + 1
        yield first + 2, end
    else:
        yield first, end


def _words(read: _Reader, first: int, end: int) -> Words:
    """The folded words of a stretch, hyphens and abbreviation marks left out, connecting words kept."""
    return tuple(w for w in read.low[first:end] if w[0].isalnum() or len(w) > 2)


def _office_end(read: _Reader, first: int, end: int) -> tuple[int, int]:
    """Where the office inside a run begins and ends: (4, 7) for "Veldhaven Bank | Chief Executive | Pieter Noordam"."""
    last = -1
    for k in range(first, end):
        if k > first and (read.tokens[k - 1].text in DASHES or _is_of_all(read, k, end)):
            continue  # "Port-au-Prince", "Osa General"
        begins = k == first and (
            (read.initial(k) and read.low[k] in OFFICE_NOUNS)
            or (end - first > 2 and read.low[k] not in FORENAMES and lexicon.person_noun(read.low[k]))
            or (end - first == 1 and read.after_the(k) and lexicon.person_noun(read.low[k]))
        )
        if begins or read.low[k] in RANKS or (k > first and read.low[k] == "executive" and read.low[k - 1] == "chief"):
            last = k
    if last < 0:
        return first, first
    office_end = last + 1
    if read.low[last] in {"secretary", "minister"} and read.low[last + 1 : last + 2] == ["of"]:
        office_end = min(end, last + 3)
    elif read.low[last : last + 2] in (["president", "elect"], ["chief", "justice"]):
        office_end = min(end, last + 2)
    while office_end < end and read.tokens[office_end].text in {".", "-"}:
        office_end += 2 if read.tokens[office_end].text == "-" else 1
    office_end = min(office_end, end)
    start = last
    while start > first and (
        read.low[start - 1] in MODIFIERS
        or read.low[start - 1] in RANKS
        or read.tokens[start - 1].text in {".", "-", "&"}
        or (start - 2 >= first and read.low[start - 2] == "chief")  # "Chief Veterinary Officer"
        or (read.low[start] in RANKS and lexicon.person_noun(read.low[start - 1]))  # "Lead Investigator Dr"
        or (read.low[start - 1] == "and" and start - 2 >= first and read.low[start - 2] in MODIFIERS)
    ):
        start -= 1
    if read.tokens[start].text in {".", "-", "&"} or read.low[start] == "and":
        start += 1
    return start, office_end


def _is_of_all(read: _Reader, k: int, end: int) -> bool:
    """Whether "General" ends a name, and is no rank: "Osa General", and not "the Attorney General"."""
    before = read.low[k - 1]
    titled = before in MODIFIERS or before in RANKS or lexicon.person_noun(before)
    return read.low[k] == "general" and k == end - 1 and not titled


def _lower_office(read: _Reader, first: int) -> int:
    """Where an office in small letters before a name begins: "transport minister" before "Terje Aalvik"."""
    i = first
    if i == 0 or read.low[i - 1] not in OFFICE_NOUNS or read.capital[i - 1]:
        return first
    i -= 1
    while i > 0 and (read.low[i - 1] in MODIFIERS or read.low[i - 1] in RANKS):
        if read.capital[i - 1] and not read.initial(i - 1):
            break
        i -= 1
    return i


def _trimmed(read: _Reader, first: int, end: int) -> tuple[int, int]:
    while first < end and read.low[first] in CALENDAR and end - first > 1 and read.tokens[first].text != "Jan":
        first += 1
    numbered_next = end < len(read) and (read.tokens[end].text[0].isdigit() or read.low[end] in {"no", "number"})
    while end > first and (
        (read.low[end - 1] in NUMBERED and (numbered_next or end - first == 1))
        or not read.tokens[end - 1].text[-1].isalnum()
    ):
        if read.tokens[end - 1].text[-1] == "." and len(read.tokens[end - 1].text) > 1:
            break
        end -= 1
    return first, end


def head_words(words: Words) -> frozenset[str]:
    """The words that say what a name is the name of: its last, and the one before "of" or "for".

    >>> sorted(head_words(("bank", "of", "tamoa"))), sorted(head_words(("gulf", "wire")))
    (['bank', 'tamoa'], ['wire'])
    """
    before_of = next((i for i, w in enumerate(words) if w in {"of", "for"}), len(words)) - 1
    return frozenset({words[max(0, before_of)], words[-1]})


@lru_cache(maxsize=65536)
def kind_of(words: Words) -> str:
    """What a name's own words tell: "org", "place" or "".

    >>> kind_of(("ministry", "of", "health")), kind_of(("sarra", "valley")), kind_of(("nairobi",)), kind_of(("vake",))
    ('org', 'place', 'place', '')
    """
    if country(words) or people(words) or city(words):
        return "place"
    heads = head_words(words)
    if heads & ORG_HEADS:
        return "org"
    if len(words) == 1:
        return ""
    return "place" if heads & PLACE_HEADS or words[0] in PLACE_BEGINNINGS or words[0] in PLACE_HEADS else ""


def _type(read: _Reader, first: int, end: int, words: Words, titles: Words) -> tuple[str, str]:
    if titles:
        return "person", "title"
    if kind := kind_of(words):
        return kind, "head word"
    after = [t.text for t in read.tokens[end : end + 3]]
    if len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) <= 3 and after[2] in {",", "."}:
        return "person", "age"
    if after[:1] == ["who"] or after[:2] == [",", "who"]:
        return "person", "who"
    if len(words) >= 2 and all(len(w) == 1 for w in words[:-1]):
        return "person", "initials"
    before = read.low[first - 1] if first else ""
    if before in LOCATIVE or (before == "the" and first > 1 and read.low[first - 2] in LOCATIVE and len(words) == 1):
        return "place", "preposition"
    head = read.tokens[end - 1]
    says = head.dep == "nsubj" and read.tokens[head.head].lemma in SAYING
    inverted = first > 0 and read.tokens[first - 1].lemma in SAYING and read.tokens[first - 1].pos == "VERB"
    if (says or inverted) and len(words) >= 2 and not any(w in FUNCTION for w in words):
        return "person", "verb"
    return "", "capitals"


def _built(read: _Reader, first: int, end: int, title_start: int, title_end: int) -> Found | None:
    first, end = _trimmed(read, first, end)
    words = _words(read, first, end) if first < end else ()
    if words[:1] and words[0] in NUMBERED and any(c.isdigit() for c in words[-1]):
        return None
    if not words or (words[0] in CALENDAR and len(words) == 1):
        return None
    if all(w in FUNCTION for w in words) and not read.tokens[first].text.isupper() and words != ("us",):
        return None
    titles = _words(read, title_start, title_end)
    core = Span(read.tokens[first].start, read.tokens[end - 1].end)
    span = Span(read.tokens[title_start].start, core.end) if titles else core
    kind, rule = _type(read, first, end, words, titles)
    text = read.text[core.start - read.at : core.end - read.at]
    return Found(Name(words, text, titles, kind), core, span, rule)


def _behind_field(read: _Reader, field: int, end: int) -> int:
    """Where a person's name begins behind the field of an office, "Director of Nursing | Rosa Lim"; 0 for nowhere."""
    name = end - 2
    common = all(lexicon.known(word) for word in read.low[field:name])
    return name if name > field and common and not any(map(lexicon.known, read.low[name:end])) else 0


def _split(read: _Reader, first: int, end: int) -> Iterator[Found | None]:
    """The names in a run of capitals: an organisation before an office, a holder after it."""
    start, stop = _office_end(read, first, end)
    last_word = read.low[end - 1]
    of_a_person = (
        stop > start and stop < end and last_word not in NOT_PEOPLE and last_word not in ORG_HEADS | PLACE_HEADS
    )
    if of_a_person and read.low[stop] == "of" and (name := _behind_field(read, stop + 1, end)) > 0:
        yield _built(read, name, end, start, name)
    elif of_a_person and read.low[stop] == "of" and stop + 1 < end:
        # "Sporting Director of SV Tamoa": the office is no name, and what it is of is nobody's.
        if start > first:
            yield _built(read, first, start, start, start)
        body = stop + 1 + (read.low[stop + 1] == "the")
        yield _built(read, body, end, body, body)
    elif of_a_person:
        if start > first:
            yield _built(read, first, start, start, start)
        title = start if start > first else _lower_office(read, first)
        yield _built(read, stop, end, title, stop)
    elif stop == end and start < end:
        # Nothing follows the office: it is no name, but what stands before it may be.
        if start > first:
            yield _built(read, first, start, start, start)
    elif (
        first > 1
        and read.low[first - 1] == "of"
        and read.low[first - 2] in OFFICE_NOUNS
        and (name := _behind_field(read, first, end))
    ):
        yield _built(read, name, end, first - 2, name)
    else:
        title = _lower_office(read, first)
        yield _built(read, first, end, title, first)


def initials(words: Words) -> str:
    """The first letters of a name's own words.

    >>> initials(("ministry", "of", "health"))
    'mh'
    """
    return "".join(w[0] for w in words if w not in FUNCTION)


def abbreviates(acronym: str, words: Words) -> bool:
    """Whether the letters may be taken, in order, from the beginnings of the words.

    >>> abbreviates("sadc", ("southern", "african", "development", "community"))
    True
    >>> abbreviates("omsav", ("observer", "mission", "in", "the", "sarra", "valley"))
    True
    >>> abbreviates("eac", ("southern", "african", "community"))
    False
    """
    content = [w for w in words if w not in FUNCTION]
    letters = acronym.replace(".", "").replace("-", "")
    if not content or not 2 <= len(letters) <= 10 or letters[0] != content[0][0]:
        return False
    if letters in (initials(words), "".join(w[0] for w in words)):
        return True
    k = 0
    for word in content:
        taken = 0
        for c in word[:4]:
            if k < len(letters) and c == letters[k]:
                k, taken = k + 1, taken + 1
            elif taken == 0:
                return False
            else:
                break
    return k == len(letters)


def _with_acronyms(read: _Reader, found: list[Found]) -> list[Found]:
    """Names that brackets after them abbreviate, as far to the left as the letters reach."""
    starts = {t.start: i for i, t in enumerate(read.tokens)}
    kept: list[Found] = []
    for item in found:
        i = starts[item.core.start]
        bracketed = i > 1 and read.tokens[i - 1].text == "(" and item.core.end < read.at + len(read.text)
        letters = "".join(item.name.words)
        short = len(item.name.words) == 1 and item.name.text.isupper() and 2 <= len(letters) <= 10
        if bracketed and short and (long := _abbreviated(read, i - 2, letters)):
            first, end = long
            start = read.tokens[first].start
            while kept and kept[-1].core.start >= start:
                kept.pop()
            core = Span(start, read.tokens[end - 1].end)
            text = read.text[core.start - read.at : core.end - read.at]
            words = _words(read, first, end)
            kept.append(Found(Name(words, text, (), kind_of(words) or "org", letters), core, core, "acronym"))
            item = item._replace(name=replace(item.name, acronym=letters, type=kind_of(words) or "org"), rule="acronym")
        kept.append(item)
    return kept


def _abbreviated(read: _Reader, last: int, letters: str) -> tuple[int, int] | None:
    """The words up to ``last`` that the letters abbreviate; the longest wins that a capital begins."""
    end = last + 1
    for first in range(last, max(-1, last - 12), -1):
        if read.tokens[first].text in {",", ";", ".", "(", ")"}:
            return None
        begins = read.capital[first] and read.low[first] not in {"the", "a", "an"}
        if begins and abbreviates(letters, _words(read, first, end)):
            return first, end
    return None


@lru_cache(maxsize=4096)
def spot(passage: Passage) -> tuple[Found, ...]:
    """Every proper name of a passage, in order.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Brig. Noel Ngure met the Harbour Workers Union in Osa.")).passages
    >>> [(found.name.text, found.name.titles) for found in spot(passage)]
    [('Noel Ngure', ()), ('Harbour Workers Union', ()), ('Osa', ())]
    """
    read = _Reader(passage)
    found = [item for first, end in _runs(read) for item in _split(read, first, end) if item is not None]
    return tuple(_with_acronyms(read, found))
