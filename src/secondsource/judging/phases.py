"""What comes to pass one after the other in the life of one thing: a treaty is signed, ratified, and then in force.

A day of one phase is no day of another, however much else is told with it.

>>> LIVES.apart(["treaty", "ratify"], ["sign"]), LIVES.apart(["treaty", "ratify"], ["approve"])
(True, False)
>>> LIVES.apart(["die"], ["death"]), "ratify" in LIVES, "thank" in LIVES
(False, True, False)
"""

from __future__ import annotations

from secondsource.grammar.wordlist import Choices, word_set

LIVES = Choices.of(
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
    end ending finish conclude conclusion cease close closing cancel
    """,
    # a vote, a meeting
    "call schedule | hold | cancel",
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
"""Lives, each by its phases."""

FIRST_SAID = word_set("announce announcement unveil promise propose proposal pledge threaten")
"""What only tells of a thing to come: the day on which a closure was announced is none of its own."""
