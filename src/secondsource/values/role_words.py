"""What offices are called, and the verbs and linking words that give one to a person."""

from __future__ import annotations

from secondsource.grammar.name_words import word_set

Words = tuple[str, ...]


def _table(rows: str) -> dict[Words, Words]:
    """Lines of "usual name = other name, other name"."""
    table: dict[Words, Words] = {}
    for row in rows.strip().splitlines():
        usual, others = row.split("=")
        office = tuple(usual.split())
        table[office] = office
        table |= {tuple(other.split()): office for other in others.split(",")}
    return table


# One office, several names. A secretary is no minister, and a chairman no chief executive.
NAMES = _table(
    """
    chief executive = ceo, chief executive officer, chief exec
    chief financial officer = cfo, finance chief, finance director, chief finance officer, financial director
    chief operating officer = coo, operations chief, operating chief
    chief technology officer = cto, technology chief, chief technical officer
    chief information officer = cio
    chief risk officer = cro, risk chief
    cabinet secretary = cs
    principal secretary = ps, permanent secretary
    prime minister = pm, premier
    chief minister = first minister
    chief of staff = staff chief
    chair = chairman, chairwoman, chairperson
    spokesperson = spokesman, spokeswoman
    commander = commanding officer, force commander, commandant
    head = leader, boss, chief
    secretary general = secretary-general, general secretary
    director general = director-general, directeur general
    vice president = vice-president, deputy president
    member = mp
    """
)
FIELDS = {
    "interior": "home",
    "defense": "defence",
    "labor": "labour",
    "transportation": "transport",
    "treasury": "finance",
}

# The nouns that an office ends with; who bears one is its holder.
HEADS = word_set(
    """
    minister secretary president premier chancellor governor mayor ambassador envoy commander commandant director
    chairman chairwoman chairperson chair head leader boss chief manager coach commissioner ombudsman treasurer
    speaker rector dean provost ceo cfo coo cto cio cro cs ps pm executive officer general secretary-general
    director-general vice-president coordinator superintendent administrator prosecutor bishop archbishop
    rapporteur spokesman spokeswoman spokesperson editor principal curator conductor warden engineer economist
    """
)
ONLY_WITH = {
    "executive": {"chief"},
    "officer": {"chief", "commanding", "medical", "press", "returning"},
    "general": {"attorney", "auditor", "director", "secretary", "inspector", "solicitor", "surgeon", "governor"},
    "engineer": {"chief", "executive", "county", "city", "project"},
    "economist": {"chief"},
    "editor": {"chief", "managing", "news", "political"},
}
# Nouns that are an office only where the text says of what: "its head", "chief of staff", not "head office".
NEEDS_OWNER = word_set("head leader boss chief chair manager principal coach warden secretary")
DEPUTIES = word_set("deputy vice assistant under associate junior")
FORMER = word_set("former ex late outgoing erstwhile onetime previous retired then ex-")
IGNORED = word_set("acting interim new current incoming first second longtime newly its the a an")
PORTFOLIO_OF = word_set("minister secretary commissioner ministers")
UNIT_LEADERS = frozenset({("commander",), ("head",), ("director",), ("manager",)})
CHIEF_FINANCIAL = ("chief", "financial", "officer")
OFFICERS = frozenset(
    {
        ("chief", "executive"),
        CHIEF_FINANCIAL,
        ("chief", "operating", "officer"),
        ("chief", "technology", "officer"),
        ("chief", "information", "officer"),
        ("chief", "risk", "officer"),
    }
)
# Offices that are named without their body because a story has one such body.
ONE_IN_A_STORY = OFFICERS | {("chief", "minister")}
# Verbs of leading; what they lead is the office's body.
LEADING = {"lead": "head", "head": "head", "command": "commander", "direct": "head", "run": "head", "chair": "chair"}
LEADING |= {"manage": "manager", "steer": "head"}
LED = {"led": "lead", "headed": "head", "commanded": "command", "directed": "direct", "run": "run", "chaired": "chair"}
LED |= {"managed": "manage"}
IN_CHARGE = {"charge": "head", "command": "commander", "helm": "head"}
LINKS = word_set(
    """
    is was are be been being became becomes become remains remained has had as who serves served serving acts
    acted named appointed elected re-elected made sworn in hired confirmed promoted to installed still now also
    currently again works worked reelected
    """
)
LEAVING = word_set("resigned stepped down quit retired ousted dismissed sacked fired removed")
REPLACING = word_set("replace succeed follow relieve oust defeat")
PRONOUNS = word_set("its their his her our my your whose")
CLOSERS = frozenset(
    {",", ".", ";", ":", ")", "”", '"', "—", "–", "and", "or", "nor", "who", "but", "said", "says", "'", "’"}
)
TIMES = {"since": "since", "for": "since", "these": "since", "until": "until", "till": "until", "from": "since"}


PERIODS = word_set("year years month months week weeks decade decades term terms days")
ORDINALS = word_set(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth last previous new next
    """
)
