"""Who does what to whom by a word of whatever class: a verb, a noun as "the sale of its fleet", an expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.aligning.terms import LIGHT, lemma_of
from secondsource.aligning.terms import phrases as expressions
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token, lexicon
from secondsource.language.clauses import (
    Roles,
    coordinated,
    is_finite,
    is_passive,
    is_predicate,
    predicate_of,
    roles_of,
    subject_of,
)
from secondsource.language.tokens import of_passage
from secondsource.sources import Kind

THEMES = frozenset({"of", "to", "on", "for", "against", "in", "over", "between"})
"""Prepositions that bring in what a noun for a deed is done to."""


@of_passage
def readings(passage: Passage, i: int) -> tuple[Roles, ...]:
    """Who does what to whom at a word of whatever class, as it may be read; none in a row or a fragment.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The bank's sale of its fleet failed.")).passages
    >>> [[passage.tokens[j].text for j in (*roles.agent, *roles.object)] for roles in readings(passage, 3)]
    [['fleet', 'bank'], ['bank', 'fleet']]
    """
    token = passage.tokens[i]
    if passage.kind is Kind.ROW:
        return ()
    if token.pos == "NOUN":
        return tuple(_of_noun(passage, i))
    if token.dep == "amod":
        return (Roles(object=(token.head,)),)
    # "The road remains closed": it is said of whom the verb above is said of.
    verb = (
        i if is_predicate(token) and token.dep not in ("acomp", "oprd", "attr") else predicate_of(passage, token.head)
    )
    if verb is None:
        return ()
    end = max((end for start, end, _ in expressions(passage) if start == i), default=0)
    return (*of_verb(passage, verb), *(_of_expression(passage, verb, end) if end else ()))


def brought_in(roles: Roles) -> tuple[int, ...]:
    """What a verb without an object says its deed of: "went ahead with the strike", "lost to Ito".

    >>> brought_in(Roles(agent=(0,), oblique={"to": (3,), "near": (6,)}))
    (3,)
    """
    return tuple(i for word in _ABOUT for i in roles.oblique.get(word, ()))


_ABOUT = ("to", "with", "for", "against", "over", "of", "on", "from", "in", "after")


def of_verb(passage: Passage, i: int) -> Iterator[Roles]:
    """The roles of a verb; what a verb without an object is said of may undergo it: "the pool stays open".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The pool stays open.")).passages
    >>> [(roles.agent, roles.object) for roles in of_verb(passage, 2)]
    [((1,), ()), ((), (1,))]
    """
    found = _with_object(passage, i)
    yield found
    if not found.agent or any(acts(passage.tokens[j]) for j in found.agent):
        return
    if not found.object:
        yield replace(found, agent=(), object=found.agent)
    elif all(acts(passage.tokens[j]) for j in found.object):
        # "The bill passed parliament."
        yield replace(found, agent=found.object, object=found.agent)


def _of_expression(passage: Passage, verb: int, end: int) -> Iterator[Roles]:
    """The roles of an expression, whose own nouns take no part: "gave it the green light", "put her name to it"."""
    found = roles_of(passage, verb)
    own = {end - 1, end - 2} if passage.tokens[end - 1].dep == "prep" else {end - 1}
    preps = [c for i in own for c in passage.children[i] if passage.tokens[c].dep == "prep"]
    below = {n for c in preps for n in passage.children[c]}
    inside = tuple(i for i in found.object if i not in own)
    around = tuple(sorted({*brought_in(found), *below} - own))
    objects = inside or found.oblique.get("dative", ()) or around
    if objects:
        yield replace(found, object=objects)
    if passage.tokens[verb].lemma in RECEIVING:
        by = (i for word in ("from", "by", "of") for i in found.oblique.get(word, ()))
        yield replace(found, object=found.agent, agent=tuple(sorted({*by, *below} - own)))


def _with_object(passage: Passage, i: int) -> Roles:
    """The roles of a verb; in "let the lorry through" the lorry is what it happens to."""
    found = roles_of(passage, i)
    if found.object:
        # "The museum was given the vase", "the album was certified gold": both undergo it.
        subject = subject_of(passage, i) if is_passive(passage, i) else None
        more = () if subject is None or subject in found.object else (subject,)
        return replace(found, object=(*found.object, *more))
    small = (c for c in passage.children[i] if passage.tokens[c].dep == "ccomp" and not is_finite(passage, c))
    let = tuple(g for c in small for g in passage.children[c] if passage.tokens[g].dep == "nsubj")
    return replace(found, object=let) if let else found


def _of_noun(passage: Passage, i: int) -> Iterator[Roles]:
    """Who does what to whom in "the bank's sale of its fleet to Oda", "made an arrest", "got an apology from Oda"."""
    found: dict[str, tuple[int, ...]] = {}
    owners: tuple[int, ...] = ()
    for c in passage.children[i]:
        token = passage.tokens[c]
        if token.dep == "prep":
            below = (g for g in passage.children[c] if passage.tokens[g].dep == "pobj" and not _dated(passage, g))
            nouns = tuple(n for g in below for n in coordinated(passage, g))
            found[token.lemma] = found.get(token.lemma, ()) + nouns
        elif token.dep in ("poss", "compound", "nmod"):
            owners += (c,)
    agent = found.get("by", ())
    themes = tuple(sorted(n for word in THEMES for n in found.get(word, ())))
    carried = _carried(passage, i)
    yield replace(carried, agent=agent or carried.agent, object=(*themes, *owners) or carried.object)
    if owners:
        yield Roles(agent=owners, object=themes or carried.object or carried.agent)
    if carried.agent and found.get("from"):
        yield Roles(agent=found["from"], object=carried.agent)


def _dated(passage: Passage, i: int) -> bool:
    """Whether a noun is only a day: "the arrest on 3 May"."""
    return any(passage.tokens[c].dep == "nummod" for c in passage.children[i])


def _carried(passage: Passage, i: int) -> Roles:
    """Who takes part in a deed by the verb that its noun completes: "made an arrest", "offered them an apology"."""
    verb = predicate_of(passage, i)
    if verb is None or passage.tokens[i].dep not in ("dobj", "npadvmod", "nsubjpass", "nsubj", "appos"):
        return Roles()
    lemma, roles = passage.tokens[verb].lemma, roles_of(passage, verb)
    if passage.tokens[i].dep == "nsubj":
        # "No apology came from Ito."
        return Roles(agent=roles.oblique.get("from", ())) if lemma == "come" else Roles()
    given = roles.oblique.get("dative", ()) or roles.oblique.get("to", ()) or roles.oblique.get("for", ())
    if lemma in RECEIVING:
        by = roles.oblique.get("from", ()) or roles.oblique.get("by", ())
        return Roles(agent=by, object=tuple(j for j in roles.agent if j != i))
    if lemma in GIVING or lemma in LIGHT:
        themes = given or tuple(j for j in roles.object if j != i)
        return Roles(agent=tuple(j for j in roles.agent if j != i), object=themes)
    return Roles()


RECEIVING = word_set("get receive win gain obtain secure earn lose suffer undergo have see accept collect")
"""Verbs whose subject is the one to whom the deed of their noun is done: "received a pardon"."""

GIVING = word_set("give offer grant make issue extend hand deliver refuse deny withhold decline award announce order")
"""Verbs whose subject does the deed of their noun, or will not: "offered them a pardon", "refused them a pardon"."""


def acts(token: Token) -> bool:
    """Whether a noun stands for somebody, who may do as well as undergo: a person, a body of people.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The committee bought a kiln.")).passages
    >>> acts(passage.tokens[1]), acts(passage.tokens[4])
    (True, False)
    """
    if token.pos == "PROPN":
        return True
    return lexicon.person_noun(token.lemma) or bool(_BODIES & lexicon.hypernyms(lemma_of(token)))


_BODIES = frozenset({"organization", "social group", "institution", "gathering"})
