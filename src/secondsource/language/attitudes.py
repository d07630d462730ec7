"""What a verb, noun or adverb does to the truth of what it governs: tables, nothing else."""

from __future__ import annotations

from enum import StrEnum


class Attitude(StrEnum):
    """How a governing word takes what it governs."""

    REPORTS = "reports"
    """Stated as a fact by somebody: say, announce, confirm."""
    CLAIMS = "claims"
    """Stated by somebody and not vouched for: claim, allege, believe, suggest."""
    DENIES = "denies"
    PLANS = "plans"
    """Not so yet: plan, expect, promise, want, ask somebody to."""
    FAILS = "fails"
    """Not so, says the verb itself: fail to, refuse to."""
    ASKS = "asks"
    EXCLUDES = "excludes"
    """Ruled out; "not ruled out" leaves it open."""
    DOUBTS = "doubts"
    PASSES_ON = "passes on"
    """As true as the governing verb itself: begin to, manage to, decide to."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\n", " ").split())


VERBS: dict[str, Attitude] = {
    word: attitude
    for attitude, words in (
        (
            Attitude.REPORTS,
            """say tell announce confirm state add note explain write declare reveal disclose show find acknowledge
            admit concede stress emphasise emphasize remark comment report inform recall recount testify
            reiterate underline highlight observe indicate calculate conclude establish determine warn
            learn know see hear discover realise realize remember regret agree mention specify clarify
            repeat continue respond reply answer tweet post quote describe record document prove
            demonstrate certify verify inform brief notify reassure boast complain lament joke quip
            caution read certify""",
        ),
        (
            Attitude.CLAIMS,
            """claim allege contend purport suggest speculate argue insist maintain assert believe think suspect assume
            fear imagine guess presume reckon consider feel suppose appear seem imply hint rumour rumor
            accuse understand worry theorise theorize perceive deem""",
        ),
        (Attitude.DENIES, "deny reject dispute refute dismiss rebut contradict disavow repudiate debunk"),
        (
            Attitude.PLANS,
            """plan intend aim hope want wish expect anticipate predict forecast project foresee envisage envision
            promise pledge vow undertake commit propose recommend urge ask request demand order instruct
            schedule prepare seek try attempt threaten offer wait await look need require consider mull
            weigh contemplate target slate set mean call push lobby campaign strive vie volunteer swear
            guarantee ensure encourage invite advise direct authorise authorize allow permit enable
            mandate empower estimate poise budget earmark agree license licence design""",
        ),
        (
            Attitude.FAILS,
            """fail refuse decline neglect forget omit avoid prevent stop cancel abandon forgo resist bar ban miss
            escape""",
        ),
        (Attitude.ASKS, "wonder inquire enquire question debate"),
        (Attitude.EXCLUDES, "rule exclude preclude"),
        (Attitude.DOUBTS, "doubt question mistrust"),
        (
            Attitude.PASSES_ON,
            """begin start continue manage decide vote choose opt go come happen remain force cause lead get make let
            help proceed keep finish stop end be have do use tend turn cease dare rush hurry succeed
            resolve see hear watch""",
        ),
    )
    for word in _words(words)
}
"""A verb's attitude to a clause with "that" or to a quotation (where two stand for one verb, the later is for "to")."""

REPORTS_BY_CLAUSE = frozenset(
    _words("agree see hear find learn know continue ask show")
    + tuple(w for w, a in VERBS.items() if a is Attitude.REPORTS)
)
"""Verbs that report when a finite clause or a quotation follows, whatever they do before "to"."""

ASKS_BY_CLAUSE = frozenset({"ask", "wonder", "inquire", "enquire", "debate", "examine", "investigate"})
CLAIMS_BY_CLAUSE = frozenset({"consider", "estimate"})

COUNTS = frozenset({"reckon", "estimate"})
"""Verbs that give one's own figure: "the shire reckons that 38 burned"; where there is none they only suppose."""

OBLIGES = frozenset({"have", "oblige", "require", "compel"})
"""Verbs that say "must" before "to", in the present; what somebody had to do was done."""

TELLING_TO = frozenset({"tell", "warn", "remind"})
"""Verbs that report a clause and demand what follows with "to": "told him to repay it"."""

WITH_PARTICLE = frozenset({"call", "set", "push", "look", "weigh", "order", "ask", "try"})
"""Verbs of planning that with a particle say that something was done: "called off", "set up"."""

_PERCEIVING = _words("know see hear remember realise realize regret continue agree forget ask prove determine")
SPEAKING = frozenset(
    w for w in {*REPORTS_BY_CLAUSE, *VERBS} if VERBS.get(w) in {Attitude.REPORTS, Attitude.CLAIMS, Attitude.DENIES}
) - {*_PERCEIVING, "appear", "seem"}
"""Verbs whose subject is the one who says so."""

HEARSAY = frozenset(
    _words("say report believe think understand consider estimate see suspect allege claim rumour rumor suppose")
)
"""In the passive these verbs vouch for nothing: "is said to", "was reported to have", "it is believed that"."""

PLANNED_ITSELF = frozenset(
    _words(
        "expect plan schedule propose intend forecast project envisage envision anticipate slate earmark budget"
        " target pencil hope seek predict foresee recommend await want demand request threaten"
    )
)
"""Verbs whose own objects and times are not so yet: "2,500 are expected by January"."""

SUMMONING = frozenset(_words("call convene summon invite book reserve announce order"))
"""Verbs whose "for" gives a day that lies ahead: "has called a strike for Wednesday"."""

REQUESTS = frozenset(
    _words("ask wait hope look call apply appeal press bid beg plead campaign lobby push pray petition clamour clamor")
)
"""Verbs with "for" by which something is only wanted: "has asked the state for 600,000 euros"."""

UNTRUE = frozenset(
    _words("false untrue incorrect inaccurate unfounded baseless fabricated invented fictitious groundless bogus")
)
"""What a claim or report is that is not so."""

WRONGLY = frozenset(_words("wrongly falsely mistakenly erroneously incorrectly inaccurately"))
"""How something is said that is not so."""

CONTESTING = frozenset({"dispute", "contest", "question", "doubt", "challenge"})
"""Verbs that concede under a "not": "does not dispute that it paid"."""

CUE_NOUNS: dict[str, Attitude] = {
    word: attitude
    for attitude, words in (
        (
            Attitude.PLANS,
            """plan proposal intention target goal aim forecast projection expectation prediction prospect ceiling
            promise hope bid request ambition blueprint threat possibility potential chance scenario
            call objective intent vow offer guidance outlook application appeal demand plea""",
        ),
        (
            Attitude.CLAIMS,
            """claim allegation rumour rumor suspicion suggestion accusation assertion speculation fear belief theory
            suspect hearsay evidence indication""",
        ),
        (Attitude.DENIES, "denial rejection rebuttal"),
        (Attitude.DOUBTS, "doubt question"),
        (Attitude.FAILS, "failure refusal inability absence lack"),
    )
    for word in _words(words)
}
"""Nouns that do to "of ...", "to ..." or "that ..." what the verbs do."""

ADJECTIVES: dict[str, Attitude] = {
    word: attitude
    for attitude, words in (
        (
            Attitude.PLANS,
            """planned proposed expected projected scheduled intended future forthcoming upcoming prospective
            anticipated envisaged forecast targeted would-be promised due poised ready set bound keen
            eager willing determined authorised authorized imminent""",
        ),
        (
            Attitude.CLAIMS,
            """alleged reported suspected purported rumoured rumored supposed unconfirmed unverified possible potential
            claimed so-called apparent presumed likely likeliest unlikely probable""",
        ),
    )
    for word in _words(words)
}
"""Adjectives before a noun ("the planned closure") or after "be" ("is due to", "is likely to")."""

HEDGES = frozenset(
    _words(
        """reportedly allegedly apparently possibly perhaps maybe probably supposedly purportedly presumably seemingly
        conceivably potentially ostensibly likely unofficially tentatively arguably"""
    )
)

MODALS: dict[str, Attitude] = {
    "will": Attitude.PLANS,
    "'ll": Attitude.PLANS,
    "’ll": Attitude.PLANS,
    "wo": Attitude.PLANS,
    "shall": Attitude.PLANS,
    "would": Attitude.PLANS,
    "'d": Attitude.PLANS,
    "’d": Attitude.PLANS,
    "should": Attitude.PLANS,
    "must": Attitude.PLANS,
    "ought": Attitude.PLANS,
    "may": Attitude.CLAIMS,
    "might": Attitude.CLAIMS,
    "could": Attitude.CLAIMS,
}
"""Modal verbs; "can" states an ability and is left out."""

CONDITIONS = frozenset({"if", "unless", "provided", "providing", "lest", "supposing", "assuming"})
ALREADY = _words("earlier previous existing already current former previously initially past present")
"""Words by which something is there already, whatever is planned with it."""

NEGATIVES = frozenset({"no", "nobody", "none", "nothing", "neither", "nowhere", "no-one", "nary"})
"""Words that make a subject or object empty."""

ATTEMPTS = frozenset(
    _words(
        """plan proposal bid motion attempt move resolution amendment request demand application petition offer campaign
        effort scheme bill idea initiative appeal order call proposition referendum project deal"""
    )
)
"""Nouns for what somebody sets out to do: "a motion to sell"."""

THWARTING = frozenset(
    _words(
        """reject defeat refuse veto block abandon scrap drop shelve withdraw decline rebuff quash overturn foil thwart
        dismiss oppose cancel ditch halt scupper torpedo kill frustrate"""
    )
)
THWARTING_WITH = frozenset(
    [
        ("throw", "out"),
        ("vote", "down"),
        ("turn", "down"),
        ("give", "up"),
        ("strike", "down"),
        ("call", "off"),
        ("knock", "back"),
        ("beat", "off"),
        ("fight", "off"),
        ("shoot", "down"),
    ]
)
"""Verbs, alone and with a particle, by which an attempt comes to nothing."""

FAILING = frozenset(_words("fail collapse founder fall flop stall"))
"""What an attempt itself does that comes to nothing."""

KEPT_FROM: dict[str, frozenset[str]] = {
    "from": frozenset(
        _words(
            """prevent stop keep bar ban block refrain prohibit save spare prohibition hinder discourage deter far
            exclude abstain dissuade exempt preclude restrain"""
        )
    ),
    "against": frozenset(_words("decide vote rule decision vote choose opt")),
    "of": frozenset({"short"}),
}
"""Preposition -> the words above it that say that what it governs was not done: "prevented from leaving"."""

UNNAMED = frozenset(_words("source insider people person rumour rumor gossip speculation"))
"""Who nobody can ask: "according to people in the industry"."""
