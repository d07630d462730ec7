"""What offices are called, and the verbs and linking words that give one to a person."""

from __future__ import annotations

from secondsource.grammar.wordlist import Words, word_set


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
    commander = commanding officer, commandant
    head = leader, lead, boss, chief
    secretary general = secretary-general, general secretary
    director general = director-general, directeur general
    vice president = vice-president, deputy president
    member = mp, member of parliament
    coach = head coach, trainer, head trainer
    author = writer, co-author
    composer = songwriter
    designer = architect, chief designer, chief architect, lead architect
    winner = champion, victor
    referee = umpire, match referee
    founder = co-founder, cofounder
    owner = proprietor, co-owner
    head teacher = headteacher, headmaster, headmistress
    captain = skipper
    harbour master = harbourmaster, harbor master, harbormaster
    judge = justice, presiding judge, trial judge
    lead prosecutor = chief prosecutor
    lead investigator = chief investigator, principal investigator, investigating officer, senior investigating officer
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
    contractor consul whip trainer mp lead headteacher harbourmaster harbormaster vice-chancellor
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
NEEDS_OWNER = word_set("head lead leader boss chief chair manager principal coach warden secretary")
DEPUTIES = word_set("deputy vice assistant under associate junior shadow")
FORMER = word_set("former ex late outgoing erstwhile onetime previous retired then ex-")
NOT_YET = word_set("incoming next future prospective designated would-be")
DESIGNATE = word_set("designate elect nominate nominee")
"""What says, before an office and after it, that somebody is yet to take it up."""
HAS_SECOND = word_set("pilot driver")
"""Who has a second beside them: the co-pilot is not the pilot."""
ACTING = word_set("acting interim caretaker temporary provisional")
"""What says, before an office, that its bearer only stands in."""
FOR_NOW = word_set("interim meantime meanwhile temporarily provisionally")
"""What says so of what somebody does."""
IGNORED = word_set("new current first second longtime newly its the a an")
WITH_FIELDS = word_set("head director manager professor president editor secretary coordinator adviser officer")
"""Offices that may be of a field of work."""
WITH_ISSUES = word_set("spokesman spokeswoman spokesperson adviser advisor expert rapporteur envoy commissioner")
"""Offices that may be "on" something."""
CHARGED = {
    ("responsible", "for"): True,
    ("with", "responsibility", "for"): True,
    ("in", "charge", "of"): True,
    ("on",): False,
}
"""What says of what field an office is; whether it says so of any office."""
SERVING = word_set(
    "secretary clerk adviser advisor ambassador envoy counsel assistant aide chaplain consul delegate commissioner"
)
"""Offices that are somebody's or a body's by "to"."""
OF_A_PERSON = frozenset({"of", "for", "at", "to"})
BODIES = word_set(
    """
    mission delegation state government staff department office agency school college university hospital company firm
    parliament council police army navy force court section division party committee security
    """
)
"""Nouns without an article that are bodies nevertheless: "head of mission"."""
NOT_NOW = frozenset({("no", "longer"), ("not",), ("never",)})
FUNCTIONS = word_set(
    """
    conductor captain coach founder author composer designer winner owner editor curator translator referee producer
    consul whip epidemiologist coroner registrar choirmaster organist concertmaster helmsman coxswain navigator
    instigator inventor discoverer host presenter compere ringleader mediator
    """
)
"""Nouns for who does something that one person does for one thing, so that one before a name is an office."""
HAVING = word_set("have get find choose appoint name elect pick welcome hire gain receive")
"""Verbs of which a body is the subject and who works for it the object."""
HAVING_MANY = word_set("run manage direct")
"""What a firm does as well with its lines or shops: an office only where it is one thing, or what is known."""
NOT_LED = word_set(
    """
    goal ball poll chorus cheer applause chant risk errand marathon mile metre lap ad advert fever temperature standings
    credit blame praise future victory
    time hour minute second moment while day week month year reason change peace life
    """
)
"""What is headed, led, run or written by somebody who has no office for it."""
PORTFOLIO_OF = word_set("minister secretary commissioner ministers")
FIELDED = word_set(
    "minister secretary commissioner superintendent controller director head president manager executive"
)
"""Offices that go by the field of which they are the head: the customs commissioner is the head of customs."""
DEPARTMENTS = word_set("ministry department secretariat office portfolio administration authority service directorate")
"""What somebody has at the head of which a field of work is named: "runs the mining secretariat"."""
FOREMOST = frozenset({"chief", "lead", "principal", "head"})
"""What comes first in titles that mean one, and say that there is one: the chief and the principal investigator."""
UNIT_LEADERS = frozenset({("commander",), ("head",), ("director",), ("manager",)})
CHIEF_FINANCIAL = ("chief", "financial", "officer")
FINANCE = frozenset({("finance",), ("finances",)})
"""What a chief financial officer has charge of."""
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
HEADS_A_BODY = UNIT_LEADERS | {
    ("chief", "executive"),
    ("chair",),
    ("president",),
    ("representative",),
    ("director", "general"),
    ("secretary", "general"),
    ("head", "teacher"),
}
GENERAL_BODIES = word_set("""
    company firm group body organisation organization institution outfit unit agency authority service department
    business concern enterprise employer operator owner team board council committee force mission party union
    """)
"""What a body of almost any name may be called for short."""
RUN_BY = UNIT_LEADERS | {("chief", "executive"), ("director", "general"), ("secretary", "general")}
"""Titles of the one person by whom a body is run; its chair or president is often somebody else."""
SHIP_COMMAND = frozenset({("captain",), ("master",), ("commander",)})
"""What whoever has command of a ship is called."""
PRESIDING = ("presiding",)
"""Who presides over a court, a board or an inquiry, where only the verb says so."""
PRESIDES = frozenset({PRESIDING, ("judge",), ("magistrate",), ("chair",), ("head",)})
HEARINGS = word_set("inquest inquiry tribunal hearing panel trial court case appeal arbitration commission")
INQUIRIES = word_set("inquiry enquiry commission inquest investigation probe review panel board tribunal committee")
"""Bodies that look into something, each of which may be called by another's name."""
UNIONS = word_set("union federation association guild society league")
"""Bodies that may go by the word for their members alone."""
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
HEADED_BY = {
    kind: frozenset(tuple(title.split("-")) for title in titles.split())
    for kind, titles in (
        row.split(": ")
        for row in """
committee: chair convener president
commission: chair president commissioner
board: chair president
panel: chair
inquiry: chair judge
jury: president chair foreman
tribunal: chair president judge
council: mayor
assembly: speaker president chair
parliament: speaker president
senate: president speaker
federation: president chair secretary-general
association: president chair secretary-general
society: president chair secretary-general
union: president chair secretary-general
league: president chair commissioner
club: president chair captain
guild: president chair master
chamber: president chair
foundation: president chair director
party: chair president
government: prime-minister premier chief-minister chancellor
cabinet: prime-minister premier
ministry: minister secretary
department: minister secretary director chair
diocese: bishop archbishop
church: bishop archbishop pastor priest vicar
parish: priest vicar rector pastor
mosque: imam
synagogue: rabbi
monastery: abbot prior
abbey: abbot abbess
convent: prioress abbess
university: rector president vice-chancellor chancellor provost
college: principal provost president rector master warden dean
faculty: dean
academy: president rector principal
museum: director curator
gallery: director curator
zoo: director
hospital: director superintendent administrator
institute: director president
centre: director
center: director
laboratory: director
observatory: director
library: director librarian
theatre: director
festival: director
embassy: ambassador
consulate: consul
mission: ambassador commander
delegation: ambassador
orchestra: conductor director
choir: conductor choirmaster director
band: conductor bandmaster bandleader
newspaper: editor
paper: editor
magazine: editor
journal: editor
weekly: editor
daily: editor
team: coach captain manager
side: coach captain manager
squad: coach captain manager
crew: captain skipper
expedition: commander director captain
ship: captain commander
ferry: captain
vessel: captain commander
frigate: captain commander
trawler: captain
tanker: captain
prison: governor warden director
fund: director president
treasury: minister secretary
city: mayor
town: mayor
village: mayor
municipality: mayor
district: mayor commissioner governor
province: governor premier
region: governor president
state: governor premier
trial: investigator lead-investigator judge
study: investigator lead-investigator
project: lead-investigator director manager coordinator
experiment: investigator lead-investigator
investigation: investigator commander
excavation: archaeologist director
dig: archaeologist director
school: head-teacher principal
match: referee umpire
game: referee umpire
final: referee umpire
""".strip().splitlines()
    )
}
"""The titles that who leads a body of a kind may bear."""
HELPERS = word_set(
    "assistant deputy understudy substitute stand-in runner-up second-in-command clerk coxswain cox aide"
)
HELPED = word_set(
    """
    coach director chair head editor captain commander minister manager winner mayor governor ambassador president
    conductor secretary principal executive
    """
)
"""Offices that have helpers, who do not bear them."""
HONORARY = word_set("chair president treasurer secretary patron captain coach trustee governor")
"""Offices that are held beside another body's."""
OF_ONE_BODY = word_set("spokesperson captain coach ambassador teacher rector whip")
"""Offices that nobody has in two bodies at a time."""
MEETING = word_set(
    "party council committee cabinet group union league summit assembly alliance coalition taskforce force"
)
"""Bodies that a minister may well chair while in office."""
WHOLES = word_set(
    """
    race marathon regatta tournament rally festival fair expo conference event exhibition museum gallery theatre zoo
    hospital clinic school college university club union association federation foundation charity orchestra choir
    jury commission tribunal company airline bank park reserve airport force fleet brigade battalion regiment squadron
    """
)
"""Nouns before an office that say of what whole it is and not of what field: the race director is the race's."""
TERRITORIES = word_set("county district state city town village province borough parish island")
"""Nouns before an office that say of what land or town it is: "County Health Officer"."""
OF_SEVERAL = word_set("commissioner judge magistrate clerk councillor senator representative attorney prosecutor")
"""Offices of which a land or town has several."""
OF_A_PLACE = word_set("governor mayor premier")
# Posts of which a body may have several kinds: alone they say too little to be set against another.
GENERAL_POSTS = word_set("director manager secretary commander")
HELD_TOGETHER = frozenset(
    frozenset({one, other})
    for one, other in (
        (("prime", "minister"), ("minister",)),
        (("deputy", "prime", "minister"), ("minister",)),
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
FIRMS = word_set(
    """
    company firm group business line airline carrier operator owner lender bank insurer retailer maker manufacturer
    developer builder producer supplier utility shipper
    """
)


def _deeds(rows: str) -> dict[str, str]:
    """Lines of "role: verb verb"."""
    split = (row.split(":") for row in rows.strip().splitlines())
    return {verb: role.strip() for role, verbs in split for verb in verbs.split()}


# Verbs that say what somebody is to a body; what they lead, make or own is the office's body.
LEADING = _deeds(
    """
    head: lead head direct run oversee spearhead steer helm front
    commander: command
    chair: chair co-chair
    manager: manage
    coach: coach train
    captain: captain skipper
    presiding: preside hear try
    mediator: mediate
    editor: edit
    governor: govern
    owner: own
    founder: found co-found
    curator: curate
    pilot: pilot fly
    driver: drive
    conductor: conduct
    referee: referee umpire
    coordinator: coordinate
    supervisor: supervise
    author: author write co-write pen
    composer: compose
    designer: design
    translator: translate
    winner: win
    representative: represent
    painter: paint
    inventor: invent
    discoverer: discover
    creator: create devise
    builder: build construct
    """
)
RULING = word_set(
    "head commander chair manager coach captain presiding mediator editor governor curator coordinator pilot"
)
"""What somebody is for a time; who made or won a thing did so once."""
PHRASAL = {
    "set": {"up": "founder"},
    "start": {"up": "founder"},
    "speak": {"for": "spokesperson"},
    "take": {"over": "head"},
}
"""Verbs that give an office only with a particle."""
DEEDS_WITH = {"preside": {"over", "at"}, "speak": {"for"}}
"""Verbs whose preposition governs what is led."""
POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
NAMED_THINGS = word_set(
    """
    firm company business bank club team band group orchestra choir charity party union paper newspaper weekly daily
    monthly magazine journal title site website portal platform station channel broadcaster outlet agency brand chain
    label startup start-up fintech carrier airline line operator insurer lender retailer brewery dairy distillery bakery
    ship vessel tanker ferry frigate trawler yacht boat schooner barge tug cutter destroyer submarine liner novel book
    film play opera ballet musical series album song poem painting drama documentary memoir festival gallery theatre
    theater museum school hotel restaurant estate mine mill works shipyard foundry vineyard racehorse horse drug trial
    programme program project campaign ensemble quartet trio duo troupe workshop studio practice think-tank
    """
)
"""Nouns after which a name may be what they are called: "the timber company Aspen", "the ferry Marigold"."""
COURT_WORK = word_set("case trial appeal suit lawsuit petition application claim")
"""What a judge hears."""
ALONE = word_set("preside mediate")
"""Verbs that need not say of what."""
KEEPING = word_set("hold have keep get receive inherit")
PORTFOLIOS = word_set("portfolio brief")
"""What a minister holds."""
MINISTRIES = frozenset({"ministry"})
"""What a minister heads."""
UNDER_WHOM = {
    "command": "commander",
    "leadership": "head",
    "direction": "head",
    "management": "manager",
    "chairmanship": "chair",
    "presidency": "president",
    "captaincy": "captain",
    "editorship": "editor",
    "baton": "conductor",
}
TIPPING = word_set(
    """
    tip favour favor rumour rumor poise consider groom propose nominate shortlist recommend suggest put want float back
    """
)
"""Who is tipped to have an office does not have it."""
HANDING = word_set("hand give pass entrust assign transfer")
POSTS_NAMED = {
    "presidency": ("president",),
    "chairmanship": ("chair",),
    "chairpersonship": ("chair",),
    "captaincy": ("captain",),
    "premiership": ("prime", "minister"),
    "leadership": ("head",),
    "editorship": ("editor",),
    "directorship": ("director",),
    "mayoralty": ("mayor",),
    "mayorship": ("mayor",),
    "governorship": ("governor",),
    "ownership": ("owner",),
    "chancellorship": ("chancellor",),
    "speakership": ("speaker",),
    "secretaryship": ("secretary",),
    "stewardship": ("head",),
    "headship": ("head", "teacher"),
    "rectorship": ("rector",),
    "ambassadorship": ("ambassador",),
}
"""Nouns for having an office, by the office."""
POST = word_set("post job position office role title seat")
"""What an office may be called: "the post of treasurer"."""
HOLDS = word_set("hold keep have retain take assume accept get win inherit occupy fill gain")
GIVES_UP = word_set("relinquish lose resign quit leave vacate abandon surrender")
PASSES = word_set("go pass fall hand give award offer")
"""Verbs by which an office or a prize comes to somebody."""
PRIZES = word_set(
    """
    prize award medal gold silver bronze title cup trophy crown championship honour honor oscar bursary scholarship race
    """
)
TAKES = word_set("take claim clinch lift scoop capture secure retain land bag collect receive grab snatch")
"""Verbs by which somebody wins a prize."""
DEFEATS = word_set("beat defeat edge overcome outpoint pip outscore oust")
GIVES_UP = word_set("lose sell resign quit retire concede withdraw fail")
"""What somebody does who has not, or has no longer, what is spoken of."""
PUTS_OUT = DEFEATS | word_set("replace succeed sack dismiss fire remove unseat depose suspend demote")
"""What is done to somebody who has not, or has no longer, what is spoken of."""
TASKS = word_set("case command leadership portfolio brief ministry project mission operation inquiry")
CONTAINERS = word_set("board panel bench commission committee court team")
"""Bodies that are named after what they do: "the board of inquiry" is the inquiry."""
LED = _deeds(
    """
    lead: led
    head: headed
    command: commanded
    direct: directed
    run: run
    chair: chaired
    co-chair: co-chaired
    manage: managed
    coach: coached
    train: trained
    captain: captained
    skipper: skippered
    edit: edited
    govern: governed
    coordinate: coordinated
    oversee: overseen
    supervise: supervised
    spearhead: spearheaded
    steer: steered
    front: fronted
    mediate: mediated
    own: owned
    found: founded
    co-found: co-founded
    set: set
    start: started
    curate: curated
    pilot: piloted
    conduct: conducted
    referee: refereed
    umpire: umpired
    hear: heard
    try: tried
    author: authored
    write: written
    co-write: co-written
    pen: penned
    compose: composed
    design: designed
    translate: translated
    win: won
    paint: painted
    invent: invented
    discover: discovered
    create: created
    devise: devised
    build: built
    construct: constructed
    preside: presided
    """
)
"""Participles, by their verbs: the parser takes some of them for adjectives or nouns."""
IN_CHARGE = {
    "charge": "head",
    "command": "commander",
    "helm": "head",
    "head": "head",
    "wheel": "driver",
    "controls": "pilot",
}
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
LEAVING = word_set(
    "resigned resigns stepped steps down quit quits retired retires ousted dismissed sacked fired removed deposed"
)
REPLACING = word_set("replace succeed follow relieve oust defeat")
TIMES_OF = word_set("day today yesterday tomorrow week month year season decade century summer winter spring autumn")
"""What a body is not called by, though it is said to be of it: "this year's jury"."""
PRONOUNS = word_set("its their his her our my your whose")
PERSONAL = word_set("his her my your our")
"""Of these pronouns the sentence alone seldom says for whom they stand."""
CLOSERS = frozenset(
    {",", ".", ";", ":", ")", "”", '"', "—", "–", "and", "or", "nor", "who", "but", "said", "says", "'", "’", "of", "|"}
)
# What ends an apposition: "X, the controller, ..." and not "Of X, the controller said".
APPOSED = frozenset(
    {
        ",",
        ".",
        ";",
        ":",
        ")",
        "—",
        "–",
        "and",
        "or",
        "nor",
        "who",
        "in",
        "on",
        "at",
        "with",
        "|",
        "",
        "since",
        "for",
        "from",
    }
)
TIMES = {
    "since": "since",
    "for": "since",
    "of": "since",
    "these": "since",
    "until": "until",
    "till": "until",
    "during": "until",
    "when": "until",
    "from": "since",
}
OVER = frozenset(word for word, kind in TIMES.items() if kind == "until")
"""Words before the end of a time."""


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
    pedestrian runner jogger climber diver angler holidaymaker camper loser finalist
    favourite favorite hero heroine star celebrity legend veteran newcomer beginner volunteer worker employee labourer
    laborer colleague crew staff personnel team unit force troop battalion brigade regiment platoon squad contingent
    public board panel court jury bench crowd family couple population membership community army delegation audience
    cavalry infantry group
    expert specialist official source insider outsider figure voice boss other another one someone somebody
    anyone anybody everyone everybody nobody half majority minority heir descendant ancestor operator carrier maker
    manufacturer producer supplier provider contractor subcontractor builder developer lender insurer broadcaster
    publisher retailer importer exporter distributor shipper bidder creditor debtor investor shareholder stakeholder
    employer utility model case character type kind sort type name favourite product number mover player mind
    soldier farmer fisherman fisher sailor miner buddy classmate teammate roommate housemate sibling orphan bride groom
    student pupil graduate pensioner retiree adolescent male female subject sufferer guardian
    """
)
# People whose word the lexicon has first as a thing ("agent", "medic"), or has not ("volcanologist").
AGENTS = word_set("agent moderator convenor ranger forester medic volcanologist glaciologist showrunner frontman usher")
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
    magistrate driver rider
    """
)
# Titles that are the office itself: "Judge Imre Toth" is the judge.
TITLED = word_set("captain skipper judge justice")
OTHERS = word_set(
    """
    similar another other different separate rival sister neighbouring neighboring parallel earlier previous original
    competing subsequent youth reserve junior
    """
)
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
