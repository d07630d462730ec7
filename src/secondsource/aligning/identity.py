"""Claims whose point is one name: what something is called, which one it is, who it was that did something.

Such a claim is a question and its answer. "The ferry that struck the pier was the Alma" asks which ferry struck the
pier, and answers: the Alma. A source that gives another name in the same part answers otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.aligning.statement import Statement
from secondsource.aligning.terms import Term
from secondsource.grammar.proper import Found, kind_of, spot
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, lexicon
from secondsource.language.clauses import is_passive, subtree
from secondsource.values.place import is_site

NAMING = word_set("""
    call name know dub title entitle christen rechristen style nickname codename code-name baptise baptize term label
    brand rename rebrand refer
    """)
"""Verbs by which something has a name."""

NAMES = word_set("name title nickname codename code-name brand label callsign moniker")
"""Nouns for what something is called."""

EMPTY = word_set("person man woman one people somebody someone individual official officially official what which who")
"""Words that only stand for what is asked."""

BEARING = word_set("bear carry have go give use take get run sail wear sell trade operate bid work appear")
"""Verbs of which only the name that follows tells anything: "bore the name", "went by the name of"."""


WHICH = frozenset({"only", "first", "last", "next", "other", "latest"})
"""Words by which a claim says which one of several something is: that is a rank or a list."""

SITES = word_set("place site scene seat venue location home setting headquarters base capital birthplace destination")
"""Nouns for where something is: a place is what such a claim gives."""


@dataclass(frozen=True, eq=False)
class Identity:
    """A claim as a question and the name that answers it."""

    answer: Found
    tokens: tuple[int, ...]
    """Its words in the claim."""
    terms: tuple[Term, ...]
    """The words of the question."""
    thing: int | None
    """The noun that says what has the name: the ferry, the plan, the fisherman."""
    verb: int | None
    """What it did, or what was done with it."""
    agent: bool
    """Whether it did that, and did not have it done to it."""
    called: bool
    """Whether the claim says in so many words what something is called."""
    personal: bool
    """Whether it is a person's name."""
    office: bool
    """Whether it is read as who has an office as well."""


def identity(statement: Statement) -> Identity | None:
    """What a claim asks and answers by a name; None where a name is not its point.

    >>> from secondsource.aligning.statement import statements
    >>> [said] = statements("The ferry that struck the pier was the Alma.")
    >>> found = identity(said)
    >>> found.answer.name.text, [term.lemma for term in found.terms], found.agent
    ('Alma', ['ferry', 'strike', 'pier'], True)
    >>> [said] = statements("The plan went by the name of Slow Tide.")
    >>> identity(said).answer.name.text, identity(said).called
    ('Slow Tide', True)
    >>> identity(statements("The Alma struck the pier.")[0]) is None
    True
    """
    passage = statement.passage
    read = _called(passage) or _cleft(passage) or _is(passage) or _by(passage)
    return None if read is None or not _is_the_point(statement, read) else _built(statement, read)


def _by(passage: Passage) -> _Read | None:
    """ "The hall was designed by Ada Obi", "Ada Obi designed the hall"."""
    root = _root(passage)
    if root is None or passage.tokens[root].pos != "VERB":
        return None
    part = "nsubjpass" if is_passive(passage, root) else "dobj"
    name = _of(passage, root, "by") if part == "nsubjpass" else next(_below(passage, root, "nsubj"), None)
    done = any(_is_definite(passage, c) for c in _below(passage, root, part))
    return None if name is None or not done else _Read(name, None, root, personal=True, plain=True)


def _is_the_point(statement: Statement, read: _Read) -> bool:
    """Whether a claim is about a name, and about no figure, office, rank or list."""
    passage = statement.passage
    kinds = {slot.kind for slot in statement.tested if slot.mention.rule != "title"}
    if ("role" in kinds and read.verb is None and not read.called) or ("role" not in kinds and read.plain):
        return False
    if kinds & {"quotation", "identifier"} or any(_below(passage, read.name, "conj")):
        return False
    if read.called:
        # "The ship that killed 40 people was called the Alma" says a figure too.
        return kinds <= {"ordinal", "listing", "role", "place"}
    aside = frozenset() if read.verb is None else subtree(passage, read.verb)
    aside |= frozenset(j for c in _below(passage, read.name, "appos") for j in subtree(passage, c))
    if read.thing is not None and not _is_one_thing(passage, read.thing):
        return False
    return all(
        slot.kind == "role" or (slot.kind in ("count", "ordinal") and aside.issuperset(slot.tokens))
        for slot in statement.tested
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a claim by their parts: the answer's head, what has the name, the deed."""

    name: int
    thing: int | None
    verb: int | None = None
    agent: bool = True
    called: bool = False
    personal: bool = False
    plain: bool = False
    """Whether it only tells what somebody did, and not that it was they who did it."""


def _is_one_thing(passage: Passage, noun: int) -> bool:
    """Whether a noun stands for one thing that is no place, and not for several, or for the first or last of them."""
    lemmas = {passage.tokens[i].lemma for i in (noun, *passage.children[noun])}
    return passage.tokens[noun].tag != "NNS" and WHICH.isdisjoint(lemmas) and passage.tokens[noun].lemma not in SITES


def _built(statement: Statement, read: _Read) -> Identity | None:
    passage = statement.passage
    answer = _name_at(passage, read.name)
    if answer is None or _says_where(passage, read, answer) or any(c.isdigit() for c in answer.name.text):
        return None
    tokens = tuple(t.i for t in passage.tokens_in(answer.span))
    beside = {j for c in _below(passage, read.name, "appos") for j in subtree(passage, c)}
    empty = EMPTY | NAMES | NAMING | {"code"} if read.called else EMPTY
    words = tuple(
        t
        for t in statement.terms
        if t.i not in tokens and t.i not in beside and t.lemma not in empty
        if not (read.called and t.i == statement.root and t.lemma in BEARING)
    )
    if not words or read.thing in tokens:
        return None
    thing = None if read.thing is None else passage.tokens[read.thing]
    personal = read.personal or (bool(answer.name.titles) if thing is None else lexicon.person_noun(thing.lemma))
    said = thing.i if thing is not None and thing.lemma not in EMPTY else None
    last = passage.tokens[tokens[-1]]
    if said is None and read.called and len(tokens) > 1 and _is_definite(passage, last.i):
        said = last.i  # what is called the Copper Jersey is a jersey
    # In "it was the baker Ada Obi" her trade is no office.
    office = any(slot.kind == "role" and slot.mention.rule != "title" for slot in statement.tested)
    personal = (personal and not read.called) or office
    return Identity(answer, tokens, words, said, read.verb, read.agent, read.called, personal, office)


def _says_where(passage: Passage, read: _Read, answer: Found) -> bool:
    """Whether a name is of a place, and not only like one: "the street is called Lund Avenue", "the Coast Express"."""
    called = read.called or (read.thing is not None and not is_site(passage.tokens[read.thing].lemma))
    return kind_of(answer.name.words) == "place" and not called


def _name_at(passage: Passage, i: int) -> Found | None:
    return next((found for found in spot(passage) if passage.tokens[i].span.within(found.core)), None)


def _below(passage: Passage, i: int, *deps: str) -> Iterator[int]:
    return (c for c in passage.children[i] if passage.tokens[c].dep in deps)


def _of(passage: Passage, i: int, *prepositions: str) -> int | None:
    """What a word is "of", or by another preposition."""
    found = (c for c in _below(passage, i, "prep", "agent") if passage.tokens[c].lemma in prepositions)
    return next((n for c in found for n in _below(passage, c, "pobj")), None)


def _root(passage: Passage) -> int | None:
    return next((t.i for t in passage.tokens if t.head == t.i and t.pos in ("VERB", "AUX")), None)


def _called(passage: Passage) -> _Read | None:
    """A claim that says in so many words what something is called."""
    root = _root(passage)
    if root is None:
        return None
    verb = next((t.i for t in passage.tokens if t.lemma in NAMING and t.i in (root, *_clauses(passage, root))), None)
    found = None if verb is None else _by_verb(passage, root, verb)
    nouns = (t for t in passage.tokens if t.lemma in NAMES and t.pos == "NOUN")
    noun = next((t.i for t in nouns if passage.tokens[t.head].lemma not in NAMES), None)
    return found or (None if noun is None else _by_noun(passage, root, noun))


def _clauses(passage: Passage, root: int) -> Iterator[int]:
    return _below(passage, root, "ccomp", "attr")


def _by_verb(passage: Passage, root: int, verb: int) -> _Read | None:
    subject = next(_below(passage, verb, "nsubjpass", "nsubj"), None)
    if verb != root and passage.tokens[root].lemma == "be":
        # "Slow Tide is what the plan is called"
        name = next(_below(passage, root, "nsubj"), None)
        return None if name is None or subject is None else _Read(name, subject, called=True)
    given = [*_below(passage, verb, "oprd", "attr", "dobj")]
    given += [g for c in _below(passage, verb, "ccomp") for g in (c, *_below(passage, c, "attr", "oprd"))]
    as_name = _of(passage, verb, "as", "by")
    given += [] if as_name is None else [as_name]
    name = next((i for i in given if _name_at(passage, i) is not None), None)
    if name is None:
        return None
    if is_passive(passage, verb):
        thing = subject
    else:
        thing = next((i for i in given if i != name and passage.tokens[i].pos == "NOUN"), None)
    empty = thing is not None and passage.tokens[thing].lemma in EMPTY
    return _Read(name, None if empty else thing, called=True)


def _by_noun(passage: Passage, root: int, noun: int) -> _Read | None:
    """ "Bore the name Slow Tide", "Slow Tide was the name of the plan", "the plan's name is Slow Tide"."""
    of, owner = _of(passage, noun, "of", "for"), next(_below(passage, noun, "poss"), None)
    if passage.tokens[root].lemma == "be" and passage.tokens[noun].head == root:
        other = (c for c in _below(passage, root, "nsubj", "attr") if c != noun)
        name = next((c for c in other if _name_at(passage, c) is not None), None)
        thing = owner if of is None else of
        return None if name is None or thing is None else _Read(name, thing, called=True)
    beside = [*_below(passage, noun, "appos", "compound", "nmod"), passage.tokens[noun].head, -1 if of is None else of]
    name = next((c for c in beside if c >= 0 and c > noun and _name_at(passage, c) is not None), None)
    if name is None:
        return None
    given = next(_below(passage, root, "dative"), None)
    thing = next(_below(passage, root, "nsubj", "nsubjpass"), None) if given is None else given
    return _Read(name, thing, called=True)


def _cleft(passage: Passage) -> _Read | None:
    """ "It was Ada Obi who found it", "it was the fisherman Ada Obi that they thanked"."""
    root = _root(passage)
    if root is None or passage.tokens[root].lemma != "be":
        return None
    if all(passage.tokens[c].lemma != "it" for c in _below(passage, root, "nsubj")):
        return None
    name = next(_below(passage, root, "attr"), None)
    if name is None:
        return None
    told = (c for i in (name, root) for c in _below(passage, i, "relcl", "ccomp", "acl", "advcl"))
    verb = next((c for c in told if passage.tokens[c].pos == "VERB"), None)
    if verb is None:
        return None
    noun = passage.tokens[name]
    if noun.pos == "NOUN":
        # "It was the baker Ada Obi": her name stands beside what she is.
        name = next((c for c in _below(passage, name, "appos") if _name_at(passage, c) is not None), name)
    before = (c for c in (noun.i, *passage.children[name]) if passage.tokens[c].pos == "NOUN" and c < name)
    return _Read(name, next(before, None), verb, _is_doer(passage, verb), personal=_is_who(passage, verb))


def _is_doer(passage: Passage, verb: int) -> bool:
    """Whether what a clause describes does what it says: "the ship that sank", and not "the ship that they sank"."""
    subject = next(_below(passage, verb, "nsubj"), None)
    if passage.tokens[verb].dep == "acl" and subject is None:
        return passage.tokens[verb].tag != "VBN"
    return subject is not None and passage.tokens[subject].tag in ("WDT", "WP")


def _is_definite(passage: Passage, noun: int) -> bool:
    below = (passage.tokens[c] for c in passage.children[noun])
    return any(t.dep == "poss" or t.lemma.lower() in ("the", "that", "this") for t in below)


def _is(passage: Passage) -> _Read | None:
    """ "The ferry that struck the pier was the Alma", "the Alma was the ferry that struck the pier"."""
    root = _root(passage)
    if root is None or passage.tokens[root].lemma != "be":
        return None
    sides = [*_below(passage, root, "nsubj", "nsubjpass", "attr", "csubj")]
    if len(sides) != 2:
        return None
    name = next((i for i in reversed(sides) if _name_at(passage, i) is not None), None)
    if name is None:
        return None
    other = next(i for i in sides if i != name)
    if passage.tokens[other].dep == "csubj":
        # "The play being given that night was Ashes": read as if to be given were a play.
        noun = next(_below(passage, other, "nsubj", "nsubjpass"), None)
        return _Read(name, noun, other, False) if noun is not None and _is_definite(passage, noun) else None
    if not _is_definite(passage, other) or _name_at(passage, other) is not None:
        return None
    verb = next(_below(passage, other, "relcl", "acl"), None)
    if verb is None:
        # "Marsh Light is her first novel" only describes what has the name.
        return _Read(name, other) if name > other else None
    personal, agent = _is_who(passage, verb), _is_doer(passage, verb)
    # "Who was the first to see it" tells of a deed by its last verb.
    first = (c for a in _below(passage, verb, "attr") for c in _below(passage, a, "relcl", "acl", "xcomp"))
    verb = next(first, verb) if passage.tokens[verb].lemma == "be" else verb
    return _Read(name, other, verb, agent or passage.tokens[verb].tag == "VB", personal=personal)


def _is_who(passage: Passage, verb: int) -> bool:
    """Whether a clause speaks of a person: "who found it", "whom they sent"."""
    return any(passage.tokens[c].lemma in ("who", "whom") for c in passage.children[verb])
