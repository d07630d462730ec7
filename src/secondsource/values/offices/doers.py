"""Of whom a verb is said: its subject, by name or by what stands for one."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.grammar.proper import Name, kind_of
from secondsource.language import lexicon
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Token
from secondsource.values.offices.view import View, person_of
from secondsource.values.role_words import DEFEATS


def does(view: View, verb: int, given: bool = False) -> Name | None:
    """The person of whom a verb is said; with ``given``, the one on whom it bestows an office, if there is one.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi, who chairs it, resigned.")).passages
    >>> does(View(passage), 4).text
    'Ada Obi'
    """
    bestowing = view.tokens[verb].head if view.tokens[verb].dep == "xcomp" else verb if given else -1
    if bestowing >= 0 and view.tokens[bestowing].lemma in DEFEATS:
        bestowing = -1  # "beat Jon Dahl to win the cup"
    for child in view.passage.children[bestowing] if bestowing >= 0 else ():
        if view.tokens[child].dep == "dobj" and (person := view.person_in(child)) is not None:
            return person
    subject = subject_of(view.passage, verb)
    return None if subject is None else stands_for(view, subject)


def stands_for(view: View, i: int) -> Name | None:
    """The person whom a noun names or describes: "the judge" in "Ada Obi, the judge who presided".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Ada Obi, the judge who presided, resigned.")).passages
    >>> stands_for(View(passage), 4).text
    'Ada Obi'
    """
    if i in view.inside:
        return person_of(view.inside[i])
    token = view.tokens[i]
    if view.low[i] in {"he", "she"}:
        return view.meant(i)
    if token.dep == "appos":
        return view.person_in(token.head)
    if token.dep == "attr" and (subject := subject_of(view.passage, token.head)) is not None and subject != i:
        return view.person_in(subject)
    beside = (view.inside.get(c) for c in view.passage.children[i] if view.tokens[c].dep == "appos")
    return next((person for found in beside if (person := person_of(found)) is not None), None)


def doer(view: View, verb: int, below: Sequence[Token]) -> Name | None:
    """Who does what a verb says, where that is a person for all that is known."""
    person = does(view, verb)
    antecedent = view.tokens[view.tokens[verb].head]
    of_somebody = antecedent.pos != "NOUN" or lexicon.person_noun(antecedent.lemma)
    if person is None and of_somebody and any(t.dep == "nsubj" and t.tag in {"WP", "WDT"} for t in below):
        person = view.last_person(verb)
    if person is None:
        person = beside(view, verb)
    if person is None:
        return None
    known = person.titles or len(person.words) > 1 or person.type == "person" or _surname_like(person)
    return person if known else None


def beside(view: View, participle: int) -> Name | None:
    """Whose name a participle stands behind: "Judge Obi, presiding".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The court sat, Judge Obi presiding.")).passages
    >>> beside(View(passage), 6).text
    'Obi'
    """
    if not view.low[participle].endswith("ing"):
        return None
    return view.person_before(participle - (view.word(participle - 1) == ","))


def _surname_like(person: Name) -> bool:
    return len(person.words) == 1 and not kind_of(person.words) and not person.text.isupper()


def is_denied(view: View, verb: int) -> bool:
    """Whether a verb is negated: "is not", "is no longer".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "She is no longer mayor.")).passages
    >>> is_denied(View(passage), 1)
    True
    """
    return any(t.dep == "neg" or (view.low[t.i] == "longer" and view.word(t.i - 1) == "no") for t in view.below(verb))
