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
    coach = head coach
    head teacher = headteacher, headmaster, headmistress
    captain = skipper
    judge = justice, presiding judge, trial judge
    lead prosecutor = chief prosecutor
    lead investigator = chief investigator, investigating officer, senior investigating officer
    coordinator = co-ordinator
    main contractor = general contractor, prime contractor, principal contractor, lead contractor
    """
)
OFFICES_OF = {
    ("staff",): ("chief", "of", "staff"),
    ("state",): ("head", "of", "state"),
    ("government",): ("head", "of", "government"),
}
"""What makes a chief or a head an office by another name."""
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
    contractor
    """
)
ONLY_WITH = {
    "executive": {"chief"},
    "officer": {"chief", "commanding", "medical", "press", "returning", "investigating"},
    "general": {"attorney", "auditor", "director", "secretary", "inspector", "solicitor", "surgeon", "governor"},
    "engineer": {"chief", "executive", "county", "city", "project"},
    "economist": {"chief"},
    "contractor": {"main", "general", "prime", "principal", "lead"},
    "editor": {"chief", "managing", "news", "political"},
}
# Nouns that are an office only where the text says of what: "its head", "chief of staff", not "head office".
NEEDS_OWNER = word_set("head leader boss chief chair manager principal coach warden secretary")
DEPUTIES = word_set("deputy vice assistant under associate junior shadow")
FORMER = word_set("former ex late outgoing erstwhile onetime previous retired then ex-")
IGNORED = word_set("acting interim new current incoming first second longtime newly its the a an")
PORTFOLIO_OF = word_set("minister secretary commissioner ministers")
FOREMOST = frozenset({"chief", "lead", "principal", "head"})
"""What comes first in titles that mean one: the chief and the principal investigator."""
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
# Titles of who is at the head of a body.
HEADS_A_BODY = UNIT_LEADERS | {("chief", "executive"), ("chair",), ("president",), ("representative",)}
PRESIDING = ("presiding",)
"""Who presides over a court, a board or an inquiry, where only the verb says so."""
PRESIDES = frozenset({PRESIDING, ("judge",), ("magistrate",), ("chair",), ("head",)})
HEARINGS = word_set("inquest inquiry tribunal hearing panel trial court case appeal arbitration commission")
RANKING = word_set("chief senior lead principal head managing executive")
"""What stands before an office and says how high it is, and not of what."""
# Posts that take the whole person: nobody has two of them in one body.
POSTS = OFFICERS | {
    ("director",),
    ("manager",),
    ("chair",),
    ("treasurer",),
    ("auditor",),
    ("coach",),
    ("curator",),
    ("editor",),
    ("registrar",),
    ("rector",),
    ("dean",),
    ("provost",),
    ("superintendent",),
    ("commander",),
    ("head", "teacher"),
    ("secretary", "general"),
    ("director", "general"),
    ("chief", "of", "staff"),
}
# Offices of a state or a town: nobody has two of them in all the land.
PUBLIC_OFFICES = word_set(
    "minister secretary premier governor mayor ambassador commissioner administrator ombudsman prosecutor"
)
MEETING = word_set(
    "party council committee cabinet group union league summit assembly alliance coalition taskforce force"
)
"""Bodies that a minister may well chair while in office."""
OF_A_PLACE = word_set("governor mayor premier")
# Posts of which a body may have several kinds: alone they say too little to be set against another.
GENERAL_POSTS = word_set("director manager secretary commander")
HELD_TOGETHER = frozenset(
    frozenset({one, other})
    for one, other in (
        (("prime", "minister"), ("minister",)),
        (("chief", "minister"), ("minister",)),
        (("cabinet", "secretary"), ("minister",)),
        (("secretary",), ("minister",)),
        (("chair",), ("chief", "executive")),
        (("chair",), ("director",)),
        (("chair",), ("commander",)),
        (("director",), ("chief", "executive")),
        (("director",), ("secretary", "general")),
        (("director",), ("director", "general")),
        (("director",), ("commander",)),
    )
)
"""Pairs of offices that one person may well bear, or that are two words for one."""
# Offices that a story may know of in several bodies, so that "the director" alone does not say of which.
OF_MANY_BODIES = word_set(
    """
    minister secretary director manager head chair president commander captain coach officer executive chief
    spokesperson governor mayor ambassador principal teacher lawyer general editor
    """
)
FIRST_OF_SEVERAL = word_set("lead chief head principal")
"""What a title begins with that says there is one: "lead investigator"."""
FIRMS = word_set(
    """
    company firm group business line airline carrier operator owner lender bank insurer retailer maker manufacturer
    developer builder producer supplier utility shipper
    """
)
# Verbs of leading; what they lead is the office's body.
LEADING = {"lead": "head", "head": "head", "command": "commander", "direct": "head", "run": "head", "chair": "chair"}
LEADING |= {"manage": "manager", "steer": "head", "preside": "presiding", "mediate": "mediator", "coach": "coach"}
LEADING |= {"captain": "captain", "edit": "editor", "govern": "governor", "own": "owner", "found": "founder"}
LEADING |= {"curate": "curator", "pilot": "pilot", "hear": "presiding", "try": "presiding"}
LEADING |= {"coordinate": "coordinator", "oversee": "head", "supervise": "supervisor", "spearhead": "head"}
COURT_WORK = word_set("case trial appeal suit lawsuit petition application claim")
"""What a judge hears."""
PRESIDING_VERBS = word_set("preside")
ALONE = word_set("preside mediate")
"""Verbs that need not say of what."""
KEEPING = word_set("hold have keep get receive inherit")
PORTFOLIOS = word_set("portfolio brief")
"""What a minister holds."""
UNDER_WHOM = {"command": "commander", "leadership": "head", "direction": "head", "chairmanship": "chair"}
TIPPING = word_set("tip favour favor rumour rumor poise consider groom")
"""Who is tipped to have an office does not have it."""
HANDING = word_set("hand give pass entrust assign transfer")
TASKS = word_set("case command leadership portfolio brief ministry project mission operation inquiry")
CONTAINERS = word_set("board panel bench commission committee court team")
"""Bodies that are named after what they do: "the board of inquiry" is the inquiry."""
LED = {"led": "lead", "headed": "head", "commanded": "command", "directed": "direct", "run": "run", "chaired": "chair"}
LED |= {"managed": "manage", "coached": "coach", "captained": "captain", "edited": "edit", "governed": "govern"}
LED |= {
    "coordinated": "coordinate",
    "overseen": "oversee",
    "supervised": "supervise",
    "spearheaded": "spearhead",
    "mediated": "mediate",
    "owned": "own",
    "founded": "found",
    "curated": "curate",
    "piloted": "pilot",
    "heard": "hear",
    "tried": "try",
}
IN_CHARGE = {"charge": "head", "command": "commander", "helm": "head", "head": "head"}
LINKS = word_set(
    """
    is was are be been being became becomes become remains remained has had as who serves served serving acts
    acted named identified appointed elected re-elected made sworn in hired confirmed promoted to installed still now
    also currently again works worked reelected
    """
)
TAKING_UP = word_set(
    "became becomes become appointed named elected re-elected reelected made sworn hired confirmed promoted installed"
)
LEAVING = word_set("resigned stepped down quit retired ousted dismissed sacked fired removed")
REPLACING = word_set("replace succeed follow relieve oust defeat")
PRONOUNS = word_set("its their his her our my your whose")
PERSONAL = word_set("his her my your our")
"""Of these pronouns the sentence alone seldom says for whom they stand."""
CLOSERS = frozenset(
    {",", ".", ";", ":", ")", "”", '"', "—", "–", "and", "or", "nor", "who", "but", "said", "says", "'", "’", "of", "|"}
)
# What ends an apposition: "X, the controller, ..." and not "Of X, the controller said".
APPOSED = frozenset(
    {",", ".", ";", ":", ")", "—", "–", "and", "or", "nor", "who", "in", "on", "at", "with", "|", "", "since"}
)
TIMES = {"since": "since", "for": "since", "these": "since", "until": "until", "till": "until", "from": "since"}


PERIODS = word_set("year years month months week weeks decade decades term terms days")
ORDINALS = word_set(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth last previous new next
    """
)

# People who hold no office: kin, ages, those to whom something happened, those who happened to be there, and agent
# nouns that are firms more often than persons. Any other noun for a person may be an office where a text makes it one.
NO_OFFICE = word_set(
    """
    neighbour neighbor friend colleague companion rival opponent enemy foe partner lover fiancé fiancee fiance
    boyfriend girlfriend spouse husband wife widow widower mother father mum dad parent son daughter brother sister
    twin cousin uncle aunt nephew niece grandmother grandfather grandson granddaughter grandparent child kid baby
    infant toddler boy girl teen teenager youngster youth adult pensioner man woman lady gentleman guy person human
    individual people survivor victim casualty fatality dead deceased missing patient passenger commuter traveller
    traveler tourist visitor guest bystander onlooker eyewitness witness resident inhabitant local villager islander
    citizen native foreigner migrant immigrant refugee evacuee settler settlor homeowner tenant customer client shopper
    consumer user buyer purchaser seller viewer reader listener fan supporter follower believer critic sceptic skeptic
    opponent protester protestor demonstrator activist voter elector taxpayer subscriber donor recipient beneficiary
    claimant suspect accused defendant culprit offender criminal thief burglar robber killer murderer attacker gunman
    assailant hostage prisoner inmate detainee convict fugitive walker hiker swimmer cyclist motorcyclist motorist
    pedestrian driver rider runner jogger climber diver angler holidaymaker camper loser winner champion finalist
    favourite favorite hero heroine star celebrity legend veteran newcomer beginner volunteer worker employee labourer
    laborer colleague crew staff personnel team unit force troop battalion brigade regiment platoon squad contingent
    public board panel court jury bench crowd family couple population membership community army delegation audience
    cavalry infantry group
    expert specialist official source insider outsider figure voice author boss other another one someone somebody
    anyone anybody everyone everybody nobody half majority minority heir descendant ancestor operator carrier maker
    manufacturer producer supplier provider contractor subcontractor builder developer lender insurer broadcaster
    publisher retailer importer exporter distributor shipper bidder creditor debtor investor shareholder stakeholder
    employer utility model case character type kind sort type name favourite product number mover player mind
    soldier farmer fisherman fisher sailor miner buddy classmate teammate roommate housemate sibling orphan bride groom
    student pupil graduate pensioner retiree adolescent male female subject sufferer guardian
    """
)
# What people do for others whom they serve; the lexicon's first meaning of the word is a thing.
AGENTS = word_set("agent")
# Offices that several hold at once: two names for one are two holders.
MANY_HOLD = word_set(
    """
    spokesperson member reporter journalist correspondent photographer columnist trustee co-founder
    witness councillor senator lawmaker legislator aide adviser advisor defender midfielder striker constable
    """
)
# Trades: one person's office only where the text says "the".
TRADES = word_set(
    """
    professor lecturer teacher nurse doctor surgeon lawyer attorney solicitor barrister analyst economist engineer
    researcher scientist inspector consultant detective firefighter paramedic pilot goalkeeper writer novelist poet
    artist singer actor actress historian biologist geologist ecologist hydrologist meteorologist forecaster
    owner founder seismologist archaeologist psychologist physicist chemist officer clerk deputy negotiator judge
    magistrate
    """
)
# Titles that are the office itself: "Judge Imre Toth" is the judge.
TITLED = word_set("captain skipper judge justice")
OTHERS = word_set("similar another other different separate rival sister neighbouring neighboring parallel")
"""What says that it is another one of its kind."""
MADE_OF_OTHERS = word_set("merged combined new enlarged unified united joint future planned")
"""What a body is that is made of those with names, and is none of them yet."""
# What a body is that only does the work: "the hydrology service" is hydrology.
SERVICES = word_set(
    """
    service department division unit team office section work operation programme program branch side wing desk arm
    business group activity effort staff
    """
)
DURATIONS = PERIODS | word_set("campaign season period duration tournament war rest whole time spell stint")

# Adjectives that say of what field an office is.
FIELD_ADJECTIVES = word_set(
    "sporting artistic musical athletic scientific clinical creative editorial academic lead investigating"
)
