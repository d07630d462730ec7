"""Clauses and who does what in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from secondsource.language.days import CALENDAR
from secondsource.language.tokens import Passage, Token, of_passage

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBORDINATE = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass", "acl", "pcomp", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PREDICATES = frozenset({"VERB", "AUX"})
_INSIDE_NOUNS = frozenset(
    {"amod", "compound", "nmod", "aux", "auxpass", "case", "poss", "det", "advmod", "prep", "mark"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


class Tense(StrEnum):
    """When a clause places what it says, by its verb alone."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"
    """No finite verb: a heading, a list item, an infinitive."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what to whom with one verb, passives resolved: indices of tokens, coordinated nouns together."""

    agent: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    attribute: tuple[int, ...] = ()
    oblique: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Preposition -> its nouns."""


def is_predicate(token: Token) -> bool:
    """Whether a token heads a clause: a verb that is neither an auxiliary nor a modifier of a noun.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They were paid.")).passages
    >>> [token.text for token in passage.tokens if is_predicate(token)]
    ['paid']
    """
    return token.pos in _PREDICATES and token.dep not in _INSIDE_NOUNS


@of_passage
def is_finite(passage: Passage, i: int) -> bool:
    """Whether a verb has a tense of its own: "sent", "has sent", "will send", not "to send" or "sending".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They left to help.")).passages
    >>> is_finite(passage, 1), is_finite(passage, 3)
    (True, False)
    """
    token = passage.tokens[i]
    auxiliaries = [passage.tokens[c] for c in passage.children[i] if passage.tokens[c].dep in {"aux", "auxpass"}]
    if any(a.lemma == "to" for a in auxiliaries):
        return False
    if any(a.tag in _FINITE_TAGS for a in auxiliaries):
        return True
    if token.tag == "VBN" and auxiliaries:
        return False
    return token.tag in _FINITE_TAGS


@of_passage
def predicate_of(passage: Passage, i: int) -> int | None:
    """The verb whose clause a token stands in; the verb itself for a verb; None where there is none.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The old bank closed.")).passages
    >>> passage.tokens[predicate_of(passage, 1)].text
    'closed'
    """
    return next((j for j in (i, *passage.ancestors(i)) if is_predicate(passage.tokens[j])), None)


@of_passage
def subtree(passage: Passage, i: int) -> frozenset[int]:
    """A token and all that hangs from it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The old bank closed.")).passages
    >>> [passage.tokens[i].text for i in sorted(subtree(passage, 2))]
    ['The', 'old', 'bank']
    """
    found = [i]
    for j in found:
        found += passage.children[j]
    return frozenset(found)


FAR = 99
"""Steps to a word that the parse does not join to another, or more in a longer sentence."""


@lru_cache(maxsize=4096)
def steps(passage: Passage, start: int) -> tuple[int, ...]:
    """How many edges of the parse lie between a token and each other.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Twelve lorries left Osa.")).passages
    >>> steps(passage, 0)
    (0, 1, 2, 3, 3)
    """
    nowhere = max(FAR, len(passage.tokens))
    far = [nowhere] * len(passage.tokens)
    far[start] = 0
    queue = [start]
    for i in queue:
        head = passage.tokens[i].head
        for other in ((head,) if head != i else ()) + passage.children[i]:
            if far[other] == nowhere:
                far[other] = far[i] + 1
                queue.append(other)
    return tuple(far)


@of_passage
def clause(passage: Passage, i: int) -> frozenset[int]:
    """The tokens of a token's own clause: what hangs from its finite verb, without the finite clauses below it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("s", "The bank closed after it had lost 4 million.")).passages[0]
    >>> [passage.tokens[i].text for i in sorted(clause(passage, 2))]
    ['The', 'bank', 'closed', '.']
    """
    heads = [j for j in (i, *passage.ancestors(i)) if is_predicate(passage.tokens[j])]
    head = next(
        (j for j in heads if _opens_clause(passage, j)), passage.ancestors(i)[-1] if passage.ancestors(i) else i
    )
    return _below(passage, head)


@of_passage
def _below(passage: Passage, head: int) -> frozenset[int]:
    """A word that opens a clause and all that hangs from it there."""
    found: set[int] = set()
    pending = [head]
    while pending:
        j = pending.pop()
        if j not in found:
            found.add(j)
            pending += [c for c in passage.children[j] if not _opens_clause(passage, c)]
    return frozenset(found)


@of_passage
def gapped(passage: Passage, i: int) -> frozenset[int]:
    """The words of a clause that leaves out the verb of the one before it and stands at a token, or none.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("s", "Malta paid in 2011 and Chad in 2014.")).passages[0]
    >>> [[passage.tokens[i].text for i in sorted(gapped(passage, at))] for at in (3, 7)]
    [[], ['Chad', 'in', '2014']]
    """
    joins = [t.i for t in passage.tokens if t.dep == "cc" or t.text in (",", ";", "–", "—") or t.lemma == "while"]
    begins = max((j for j in joins if j < i), default=None)
    if begins is None:
        return frozenset()
    before = max((j for j in joins if j < begins - 1), default=-1)
    ends = min((j for j in joins if j > i), default=len(passage.tokens))
    here, there = passage.tokens[begins + 1 : ends], passage.tokens[before + 1 : begins]
    if any(t.text in ("(", ")") for t in here):
        return frozenset()
    nouns = (t for t in here if t.pos in ("NOUN", "PROPN") and t.text.lower() not in CALENDAR)
    named = [t for t in nouns if t.i < i and t.head != i]
    timed = any(t.text[0].isdigit() or t.text.lower() in CALENDAR for t in there)
    if not named or not timed or any(is_predicate(t) for t in here) or not any(is_predicate(t) for t in there):
        return frozenset()
    return frozenset(t.i for t in here if t.pos != "PUNCT")


_JOINED = frozenset({"conj", "advcl", "ccomp", "relcl", "acl", "parataxis"})


@of_passage
def deed(passage: Passage, i: int) -> frozenset[int]:
    """A verb with what is said with it and the subject that it may share, without the verbs joined to it or below it.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("s", "The bank closed in May and sold its ships in June.")).passages[0]
    >>> [" ".join(passage.tokens[i].text for i in sorted(deed(passage, verb))) for verb in (2, 6)]
    ['The bank closed in May and .', 'The bank sold its ships in June']
    """
    found = [i]
    for j in found:
        found += [c for c in passage.children[j] if not _is_joined(passage, c)]
    subject = subject_of(passage, i)
    return frozenset(found) | (frozenset() if subject is None else subtree(passage, subject) - {i})


def _is_joined(passage: Passage, i: int) -> bool:
    return is_predicate(passage.tokens[i]) and passage.tokens[i].dep in _JOINED


@of_passage
def _opens_clause(passage: Passage, i: int) -> bool:
    token = passage.tokens[i]
    if not is_predicate(token):
        return False
    if token.dep in _SUBORDINATE or token.dep == "ROOT":
        return is_finite(passage, i)
    return (
        token.dep == "conj"
        and is_finite(passage, i)
        and any(passage.tokens[c].dep in _SUBJECTS for c in passage.children[i])
    )


@of_passage
def tense(passage: Passage, i: int) -> Tense:
    """The tense of a token's clause.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("s", "Tunis will host the games.")).passages[0]
    >>> tense(passage, 2)
    <Tense.FUTURE: 'future'>
    """
    for j in (i, *passage.ancestors(i)):
        if is_predicate(passage.tokens[j]):
            verbs = [passage.tokens[c] for c in passage.children[j] if passage.tokens[c].dep in {"aux", "auxpass"}]
            verbs = [v for v in verbs if v.tag in _FINITE_TAGS] or [passage.tokens[j]]
            verb = verbs[0]
            if verb.tag == "MD":
                return Tense.FUTURE if verb.lemma in {"will", "shall", "wo", "’ll", "'ll"} else Tense.PRESENT
            if verb.tag == "VBD" or (verb.tag in {"VBZ", "VBP"} and verb.lemma == "have" and verb.i != j):
                return Tense.PAST
            if verb.tag in {"VBZ", "VBP"}:
                return Tense.PRESENT
    return Tense.NONE


def coordinated(passage: Passage, i: int) -> Iterator[int]:
    """A noun and those that are joined to it: Jamaica, Belize and Guatemala.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Malta, Chad and Nepal paid.")).passages
    >>> [passage.tokens[i].text for i in coordinated(passage, 0)]
    ['Malta', 'Chad', 'Nepal']
    """
    pending = [i]
    while pending:
        j = pending.pop()
        yield j
        pending += [c for c in passage.children[j] if passage.tokens[c].dep == "conj"]


def _nouns(passage: Passage, i: int) -> tuple[int, ...]:
    return tuple(sorted(coordinated(passage, i)))


@of_passage
def subject_of(passage: Passage, i: int) -> int | None:
    """The grammatical subject of a verb, its own or the one that it shares with a governing verb.

    A relative pronoun is resolved to the noun that it stands for.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The bank closed and sold its ships.")).passages
    >>> [passage.tokens[subject_of(passage, i)].text for i in (2, 4)]
    ['bank', 'bank']
    """
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        token = passage.tokens[i]
        own = next((c for c in passage.children[i] if passage.tokens[c].dep in {"nsubj", "nsubjpass", "csubj"}), None)
        if own is not None:
            if token.dep == "relcl" and passage.tokens[own].lemma in _RELATIVE:
                return token.head
            return own
        if token.dep == "acl" or token.dep == "relcl":
            return token.head
        if token.dep not in {"xcomp", "conj", "advcl", "ccomp"}:
            return None
        i = token.head
    return None


@of_passage
def is_passive(passage: Passage, i: int) -> bool:
    """Whether a verb is in the passive: "was sent", "officers sent to", "sent by".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The bank was fined for what it did.")).passages
    >>> is_passive(passage, 3), is_passive(passage, 7)
    (True, False)
    """
    deps = {passage.tokens[c].dep for c in passage.children[i]}
    token = passage.tokens[i]
    if deps & {"nsubjpass", "auxpass", "csubjpass"}:
        return True
    if token.tag != "VBN":
        return False
    if token.dep == "acl" or "agent" in deps:
        return True
    own = deps & {"nsubj", "aux"}
    return token.dep == "conj" and not own and is_passive(passage, token.head)


@of_passage
def roles_of(passage: Passage, i: int) -> Roles:
    """Who does what to whom with the verb at an index; the subject of a passive is its object.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("s", "The bank was fined by the regulator in March.")).passages[0]
    >>> roles = roles_of(passage, 3)
    >>> [passage.tokens[j].text for j in (*roles.agent, *roles.object, *roles.oblique["in"])]
    ['regulator', 'bank', 'March']
    """
    passive = is_passive(passage, i)
    subject = subject_of(passage, i)
    found: dict[str, tuple[int, ...]] = {}
    oblique: dict[str, tuple[int, ...]] = {}
    for c in passage.children[i]:
        token = passage.tokens[c]
        below = tuple(n for g in passage.children[c] if passage.tokens[g].dep == "pobj" for n in _nouns(passage, g))
        if token.dep == "agent":
            found["agent"] = below
        elif token.dep in {"dobj", "obj"}:
            found["object"] = _nouns(passage, c)
        elif token.dep == "dative":
            oblique[token.lemma if below else "dative"] = below or _nouns(passage, c)
        elif token.dep in {"attr", "acomp", "oprd"}:
            found["attribute"] = _nouns(passage, c)
        elif token.dep == "prep" and below:
            oblique[token.lemma] = oblique.get(token.lemma, ()) + below
        elif token.dep == "prep":
            for g in passage.children[c]:
                inner = [n for h in passage.children[g] if passage.tokens[h].dep == "pobj" for n in _nouns(passage, h)]
                if inner:
                    oblique[f"{token.lemma} {passage.tokens[g].lemma}"] = tuple(inner)
    if subject is not None:
        role = "object" if passive else "agent"
        found.setdefault(role, _nouns(passage, subject))
    return Roles(
        **found,
        oblique=MappingProxyType(oblique),
    )
