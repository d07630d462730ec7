"""What comes to pass one after the other in the life of one thing: a treaty is signed, ratified, and then in force.

A day of one phase is no day of another, however much else is told with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from secondsource.grammar.wordlist import word_set

_LIVES = tuple(
    tuple(word_set(phase) for phase in life.split("|"))
    for life in (
        # a law, a treaty
        """
        propose proposal draft introduce introduction negotiate negotiation debate |
        sign signing signature | ratify ratification | adopt adoption pass passage enact enactment |
        expire expiry lapse repeal revoke denounce
        """,
        # a building, a line, a plant, a show
        """
        announce announcement unveil promise propose proposal pledge approve approval |
        build construct construction groundbreaking | complete completion finish close closing |
        open opening inaugurate inauguration reopen reopening | close closure closing shut shutdown |
        demolish demolition dismantle
        """,
        # a strike, a trial, a campaign
        """
        announce announcement threaten promise | begin beginning start commence commencement launch |
        suspend suspension interrupt | resume resumption |
        end ending finish conclude conclusion cease close closing
        """,
        # somebody before the law
        """
        question interrogate | arrest detain detention apprehend capture | charge indict indictment |
        convict conviction acquit acquittal verdict | sentence sentencing |
        release free extradite extradition deport
        """,
        # an office
        """
        nominate nomination propose proposal | appoint appointment elect election name choose select selection |
        inaugurate inauguration swear | resign resignation retire retirement dismiss dismissal sack oust
        """,
        # a film, a book, a record
        "announce announcement | premiere screen screening | release publish publication",
        # a life
        "bear birth | marry marriage wed wedding | divorce | die death | bury burial funeral",
        # a firm
        "found foundation founding establish | listing float flotation | bankruptcy insolvency",
        # a journey
        "depart departure sail embark | arrive arrival land landing",
    )
)
FIRST_SAID = word_set("announce announcement unveil promise propose proposal pledge threaten")
"""What only tells of a thing to come: the day on which a closure was announced is none of its own."""


@lru_cache(maxsize=65536)
def _phases(lemma: str) -> frozenset[tuple[int, int]]:
    """The lives that a word is of, each with its phase there."""
    return frozenset((n, at) for n, life in enumerate(_LIVES) for at, words in enumerate(life) if lemma in words)


def known(lemma: str) -> bool:
    """Whether a word is of any such life.

    >>> known("ratify"), known("thank")
    (True, False)
    """
    return bool(_phases(lemma))


def apart(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether what some words tell of and what others tell of are different phases of one life.

    >>> apart(["treaty", "ratify"], ["sign"]), apart(["treaty", "ratify"], ["approve"]), apart(["die"], ["death"])
    (True, False, False)
    """
    mine, other = (frozenset[tuple[int, int]]().union(*map(_phases, words)) for words in (ours, theirs))
    return not mine & other and not {life for life, _ in mine}.isdisjoint(life for life, _ in other)
