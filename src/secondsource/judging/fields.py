"""Deeds and measures of one field, of which a figure is told of one alone: what is owed was not repaid.

>>> OF_KIND["money"].apart(["repay"], ["owe"]), OF_KIND["money"].apart(["cost"], ["spend"])
(True, False)
>>> OF_KIND["count"].apart(["kill"], ["injure", "die"])
False
"""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.grammar.wordlist import Choices

FATES = """
    kill die dead death drown perish fatality slay murder |
    injure injured wound wounded hurt injury treat hospital hospitalise hospitalize |
    missing | trap strand | question interrogate |
    arrest detain arrested detained arrestee detainee |
    rescue rescued save survive survivor alive
    """
"""What becomes of people, and of each of them one thing only."""

SUMS = (
    "profit | revenue turnover takings | loss deficit | debt owe | invest investment | dividend",
    "owe debt borrow loan | repay repayment refund",
    "cost spend expenditure outlay | gross earn revenue turnover takings",
    "cost spend pay buy | insure insurance",
    "fine penalty | spend compensation damages damage",
    "worth value asset | debt owe",
    "donate donation gift give | loan lend | earn",
    "raise collect donate donation give | spend expense",
)
"""What is done with money."""

RATES = (
    "unemployment jobless joblessness unemployed | inflation | interest | growth grow | turnout",
    "turnout | win elect election victory favour favor support oppose reject majority side camp",
    "seat constituency | voter elector electorate",
)
"""What is measured in per cent."""

DEEDS = (
    "destroy flatten raze level demolish gut wreck ruin | damage | repair rebuild restore | evacuate | without",
    "cut shed axe scrap slash lose dismiss loss redundancy | create add recruit creation employ hire",
    "pass | fail | sit attempt",
    "enrol enroll recruit enlist randomise randomize | screen",
    "steal loot rob theft take | recover return retrieve recovery | borrow loan lend",
    "build construct | sell | demolish",
    "arrest detain | charge indict | convict jail sentence imprison | acquit | release free",
    "vaccinate inoculate | infect infection | test",
    "plant sow | fell",
    "thin thicken lose loss | retreat advance recede",
    "cancel scrap axe | delay postpone | operate run fly | divert reroute",
    "win victory | lose defeat | draw | play",
    "score | concede",
    "produce manufacture make build print publish assemble | sell sale export | recall | import | order | scrap",
    "issue | buy purchase repurchase | own hold",
    "capture seize | lose loss surrender",
    "displace uproot homeless | isolate cut | rescue",
    "hire recruit appoint | dismiss sack fire | short lack",
    "receive get attract hear | approve grant accept admit uphold | reject refuse turn dismiss",
    "generate produce | consume use | export | import | store",
    "register | resettle | deport expel | return",
    "perform carry | postpone cancel",
    "plan schedule | cancel",
    "visit | show display exhibit",
    "cut sever disconnect outage blackout | restore reconnect restoration reconnection",
    "order purchase | option",
    "back support favour favor approve | oppose reject | abstain abstention absent absence",
)
"""What is done to things and people that are counted."""

SIDES = ("government governing ruling coalition cabinet | opposition", "majority | minority")
"""Sides of a house, of which each has its own seats and votes."""

TIES = (
    """
    bear birth native | grow raise rear upbringing | live reside residence dwell settle inhabit | die death
    | bury inter burial grave | educate study attend graduate school education enrol enroll | teach lecture
    | marry wed wedding
    """,
    "found form establish | base headquarter | record | perform play tour | register incorporate",
    "film shoot | set | release premiere screen air broadcast | write",
)
"""What ties somebody or something to a place."""

OUTCOMES = """
    win winner victor victory champion | nominate nominee nomination shortlist longlist finalist | lose loser defeat
    """
"""How somebody comes out of a contest."""

OF_KIND: Mapping[str, Choices] = {
    "count": Choices.of(FATES, *SUMS, *DEEDS, *SIDES),
    "money": Choices.of(*SUMS, *DEEDS),
    "share": Choices.of(FATES, *RATES, *DEEDS, *SIDES),
    "place": Choices.of(*TIES),
    "role": Choices.of(OUTCOMES),
}
"""The fields that the values of a kind are told in."""
