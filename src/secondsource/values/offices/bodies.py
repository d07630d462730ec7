"""Whose an office is: "of the Polish bus drivers' union", "the bank's", "its"; and the nouns that name a body."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from secondsource.grammar.geography import country, fold, people
from secondsource.grammar.name_words import ORG_HEADS
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.clauses import subject_of
from secondsource.values.offices.view import View, describes, is_titled, person_of
from secondsource.values.role_words import (
    CONTAINERS,
    HEADS,
    LEADING,
    MINISTRIES,
    NAMED_THINGS,
    PERSONAL,
    PORTFOLIOS,
    POSSESSIVE,
    PRONOUNS,
    SERVICES,
    TIMES_OF,
)


class Body(NamedTuple):
    """A stretch of tokens that says whose office it is or what is led: [first, end), and what it says."""

    first: int
    end: int
    words: Words = ()
    """Its name's words, or the words that describe it, what it is last."""
    named: bool = False
    parent: Words = ()
    """Whose it is, or of what place, by name."""


OF_WHAT = CONTAINERS | SERVICES | PORTFOLIOS | MINISTRIES
"""Nouns that say too little without what they are of."""

OF = frozenset({"of", "for", "at"})
"""What joins an office to whose it is."""


_AREAS = word_set("province state county region district canton city town municipality republic kingdom")
"""What may be said before a place, and is no more than it: "the province of Osa"."""


def body_after(view: View, i: int, joining: frozenset[str] = OF) -> Body:
    """What an office is of: "of the Polish bus drivers' union", "at Lund University", "for transport".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The head of the drivers' union resigned.")).passages
    >>> body_after(View(passage), 2).words
    ('driver', 'union')
    """
    nothing = Body(i, i)
    if view.word(i) not in joining:
        return nothing
    at = i + 1
    while view.word(at) in {"the", "a", "an", *PRONOUNS}:
        at += 1
    body = _described(view, at, _phrase_end(view, at))
    if not body.words or (view.word(i) == "at" and not (body.named or body.parent or _employs(body.words[-1]))):
        return nothing
    if body.words[-1] in _AREAS and not body.named and view.word(body.end) == "of":
        inner = body_after(view, body.end)  # "of the province of Osa" is of Osa
        if inner.named:
            return inner._replace(first=i)
    if body.words[-1] in CONTAINERS | SERVICES and view.word(body.end) == "of" and not body.named:
        inner = body_after(view, body.end)
        if inner.named:
            return Body(i, inner.end, body.words, parent=inner.words)
        if inner.words:
            return Body(i, inner.end, (*body.words, *inner.words), parent=body.parent or inner.parent)
    return body._replace(first=i)


def _employs(noun: str) -> bool:
    """Whether "at" such a thing one has an office: at the bank, and not at the funeral."""
    return noun in NAMED_THINGS | ORG_HEADS or "organization" in lexicon.hypernyms(noun)


def noun_phrase(view: View, last: int) -> Body:
    """The name or nouns that end at a token, with whose they are; it begins with the article.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The timber company Aspen closed.")).passages
    >>> found = noun_phrase(View(passage), 3)
    >>> found.words, found.named
    (('aspen',), True)
    """
    if view.tokens[last].pos == "PRON":
        return Body(last, last + 1)  # "Ada Obi, who led it"
    first = view.begin_of(last) if last in view.inside else last
    while first > 0 and last - first < 12:
        i = first - 1
        if i in view.inside:
            if is_titled(view.inside[i]):
                break
            first = view.begin_of(i)
        elif (
            (view.low[i] in POSSESSIVE and i > 0 and _owns(view, i - 1))
            or view.is_hyphen(i)
            or describes(view.tokens[i])
            or (view.tokens[i].dep == "nummod" and first not in view.inside)
        ):
            first = i
        else:
            break
    while first < last and (view.low[first] in POSSESSIVE or view.is_hyphen(first)):
        first += 1
    body = _described(view, first, view.end_of(last) if last in view.inside else last + 1)
    return body._replace(first=_without_article(view, first))


def whole_body(view: View, last: int) -> Body:
    """The phrase that ends at a token, with what it is of where only that tells it: "the commission of inquiry".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The board of inquiry met.")).passages
    >>> whole_body(View(passage), 1).words
    ('board', 'inquiry')
    """
    body = noun_phrase(view, last)
    if body.named or view.word(last + 1) != "of" or view.tokens[last].lemma not in OF_WHAT:
        return body
    of_what = body_after(view, last + 1)
    words, parent = ((), of_what.words) if of_what.named else (of_what.words, of_what.parent)
    return body._replace(words=(*body.words, *words), parent=body.parent or parent)


def owner_before(view: View, first: int) -> tuple[Body, bool]:
    """Whose office it is, from what stands before it, and whether that makes it one that is known.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Norland's minister resigned.")).passages
    >>> owner_before(View(passage), 2)[0].words
    ('norland',)
    """
    before = view.word(first - 1)
    if before in {"the", "a", "an"}:
        return Body(first - 1, first), before == "the"
    if before in PRONOUNS:
        owner = _antecedent(view, first - 1) if before not in PERSONAL else _one_before(view, first - 1)
        return owner._replace(first=first - 1), True
    if before in POSSESSIVE and first >= 2:
        return noun_phrase(view, first - 2), True
    if first in view.ends and (person_of(view.ends[first]) is None or view.ends[first].name.type != "person"):
        found = view.ends[first]
        if person_of(found) is None or len(found.name.words) == 1:
            begin = _without_article(view, view.begin_of(first - 1))
            return Body(begin, first, found.name.words, True), True
    if first and _looks_named(view, first - 1):
        return Body(first - 1, first, (view.low[first - 1],), True), True
    return Body(first, first), False


def _looks_named(view: View, i: int) -> bool:
    """Whether a word is a name that the parser, or the reader of names, did not know: "Varde mayor Ada Obi"."""
    token = view.tokens[i]
    unknown = (
        token.pos in ("ADJ", "NOUN", "PROPN") and token.text[:1].isupper() and not lexicon.known(token.lemma.lower())
    )
    return unknown and i not in view.inside and not people((fold(token.text),))


def parent_after(view: View, i: int) -> tuple[int, Words]:
    """The named body that the office is part of: where its name ends, and its words.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The harbour of Norland closed.")).passages
    >>> parent_after(View(passage), 2)
    (4, ('norland',))
    """
    if view.word(i) not in {"of", "at", "for", "in"}:
        return i, ()
    at = i + 1 + (view.word(i + 1) == "the")
    found = view.starts.get(at)
    if found is not None and view.word(i) == "in" and view.word(view.end_of(at)) in POSSESSIVE:
        return i, ()
    if found is not None and view.word(i) == "in" and found.name.type != "place":
        return i, ()
    if found is None or found.name.titles or found.name.type == "person":
        return i, ()
    return view.end_of(at), found.name.words


def is_generic(org: Words) -> bool:
    """ "the Mission" is a noun with a capital, and no name.

    >>> is_generic(("mission",)), is_generic(("aspen",))
    (True, False)
    """
    return len(org) == 1 and org[0] in ORG_HEADS


def _phrase_end(view: View, at: int) -> int:
    """Where the nouns that begin here end, with the names among them: "the timber company Aspen"."""
    i = at
    while i < len(view.tokens) and i < at + 12:
        token, found = view.tokens[i], view.starts.get(i)
        if view.low[i] == "and" and i > at and _goes_on(view, i + 1):
            i += 1
        elif found is not None:
            if is_titled(found) or (i > at and not _takes_name(view, i - 1)):
                break
            i = view.end_of(i)
        elif describes(token) or (i > at and (view.low[i] in POSSESSIVE or view.is_hyphen(i))):
            i += 1
        else:
            break
    while i > at and (view.low[i - 1] in POSSESSIVE or view.low[i - 1] == "and"):
        i -= 1
    return i


def _takes_name(view: View, i: int) -> bool:
    """Whether the word before a name may be of what bears it: "the company Aspen", "Ghana's Cocoa Board"."""
    token = view.tokens[i]
    if view.low[i] in POSSESSIVE or i in view.inside or token.pos == "ADJ" or view.is_hyphen(i):
        return True
    return _employs(view.low[i]) or _employs(token.lemma)


def _goes_on(view: View, i: int) -> bool:
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


def _described(view: View, first: int, end: int) -> Body:
    """What a noun phrase without its article says: a name, or nouns with whose or of what place they are."""
    begin = first
    parent: Words = ()
    while (found := view.starts.get(first)) is not None and (after := view.end_of(first)) < end:
        owns = view.word(after) in POSSESSIVE
        if not owns and not (country(found.name.words) or people(found.name.words)):
            break
        parent, first = found.name.words, after + owns
    last = view.inside.get(end - 1) if end > first else None
    if last is not None and not is_titled(last) and (view.starts.get(first) is last or _names_what(view, first, end)):
        return Body(begin, end, last.name.words, True, parent)
    words = tuple(
        view.low[i]
        if i in view.inside or view.tokens[i].pos == "ADJ" or view.low[i] == "works"  # a plant, and no work
        else fold(view.tokens[i].lemma)
        for i in range(first, end)
        if view.tokens[i].text[0].isalnum() and view.low[i] not in {"and", "s"}
    )
    return Body(begin, end, words, False, parent)


def _names_what(view: View, first: int, end: int) -> bool:
    """Whether a phrase ends with the name of what its nouns describe: "the timber company Aspen"."""
    i = view.begin_of(end - 1)
    return i > first and view.tokens[i - 1].pos in {"NOUN", "PROPN", "ADJ"}


def _antecedent(view: View, i: int) -> Body:
    """What "its" stands for: the body last named before it in the sentence."""
    here = bisect_right(view.bodies, i, key=lambda body: body[0])
    earlier = [f for _, f in view.bodies[max(0, here - 8) : here]]
    # In "named Ada Obi as its chief" it is not hers; in "Vance, whose chief" it is.
    given = view.ends.get(i - 1) if view.word(i - 1) in {"as", ","} and view.low[i] != "whose" else view.ends.get(i)
    if given is not None and is_led(view, i - 1):
        return Body(i, i, given.name.words, True)
    if given is not None and earlier == [given]:
        return _subject_noun(view, i)
    earlier = [f for f in earlier if f is not given]
    unowned = [f for f in earlier if f.rule != "preposition"]
    chosen = (unowned or earlier)[-1:]
    return Body(i, i, chosen[0].name.words, True) if chosen else Body(i, i)


def is_led(view: View, end: int) -> bool:
    """Whether the name that ends here is of what somebody leads.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi headed Obi Lines as its chief executive.")).passages
    >>> [is_led(View(passage), end) for end in (2, 5)]
    [False, True]
    """
    name = view.tokens[end - 1]
    return end in view.ends and name.dep == "dobj" and view.tokens[name.head].lemma in LEADING


def _subject_noun(view: View, i: int) -> Body:
    """The subject of a word's clause, where it is a noun: "the new bank" in "the new bank will have X as its chair"."""
    verb = next((t.i for t in view.above(i) if t.pos == "VERB"), None)
    subject = None if verb is None else subject_of(view.passage, verb)
    is_noun = subject is not None and view.tokens[subject].pos == "NOUN"
    return noun_phrase(view, subject) if subject is not None and is_noun else Body(i, i)


def _one_before(view: View, i: int) -> Body:
    """Whose agent is "his agent"."""
    meant = view.meant(i) if view.low[i] in {"his", "her"} else None
    return Body(i, i) if meant is None else Body(i, i, meant.words, True)


def _owns(view: View, i: int) -> bool:
    """Whether a word before "'s" is part of what the noun after it is called: no person's name, no pronoun, no time
    ("this year's jury")."""
    if view.tokens[i].lemma.lower() in TIMES_OF or view.tokens[i].pos not in {"NOUN", "PROPN"}:
        return False
    return not (i in view.inside and is_titled(view.inside[i]))


def _without_article(view: View, begin: int) -> int:
    return begin - 1 if view.word(begin - 1) in {"the", "a", "an", *PRONOUNS} else begin
