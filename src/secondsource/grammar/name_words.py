"""The words that names are made of, and the capitalised words that are none."""

from __future__ import annotations

from secondsource.grammar.wordlist import word_set

# Words that begin with a capital for another reason than being a name: they begin sentences, or the calendar has them.
FUNCTION = word_set(
    """
    the a an this that these those it its he his him she her hers they them their we us our i me my mine you your
    who whom whose which what when where why how and or but nor so yet if in on at by for from to of with without
    as after before since until till while although though because despite during about above across against along
    among around behind below beneath beside besides between beyond down inside into like near off onto out
    outside over past per through throughout toward towards under up upon via within not no yes none nobody
    nothing there here then now all any both each every few many more most much neither either other others some
    such several only also even just still once both one two three four five six seven eight nine ten eleven
    twelve is are was were be been being has have had do does did will would can could may might must shall should
    another meanwhile however moreover instead later earlier yesterday today tomorrow tonight last next this
    according asked again perhaps well never always too very rather unlike whether than nevertheless nonetheless
    therefore thus hence further furthermore thanks thank dear hello mind let said says amid i'm we're it's don't
    can't won't didn't s t re ve ll d m q1 q2 q3 q4 am pm gmt utc cet est et pdf www http https
    """
)
MONTHS_THAT_ARE_NAMES = word_set("may april june august march")
CURRENCY = word_set("eur usd gbp nok sek dkk kes ksh us$ a$ c$ hk$ chf jpy inr rs sh pkr ngn zar euro euros")
NUMBERED = word_set(
    "resolution decision section article act law order directive regulation rule case no nos number unscr "
    "contract document"
)

# Words of office and rank before or after a name, by what they are.
RANKS = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady sister brother father fr rev reverend pastor imam rabbi
    sheikh sheik shaikh mullah ayatollah hajj haji sri shri smt st saint pope cardinal archbishop bishop gen
    general lt lieutenant maj major col colonel capt captain cpl corporal sgt sergeant brig brigadier cmdr
    commander adm admiral pvt private pte cmdt commandant marshal commodore constable cdr lcpl ssgt insp inspector
    supt superintendent king queen prince princess emperor sultan emir crown hon honourable honorable judge
    justice senator sen rep congressman congresswoman councillor councilman councilwoman alderman alderwoman
    deputy ambassador mayor governor gov president premier chancellor minister secretary cs ps chairman chairwoman
    chairperson chair director commissioner spokesman spokeswoman spokesperson chief officer attorney envoy coach
    captain detective prosecutor ceo cfo coo cto cio mp mep mla md vp avm presidents ministers generals messrs
    administrator treasurer controller comptroller coordinator ombudsman auditor registrar rector magistrate sheriff
    prefect curator representative manager captains smt madam madame monsieur herr frau señor señora don dona
    """
)
MODIFIERS = word_set(
    """
    chief prime foreign interior defence defense finance health education transport energy trade justice home
    cabinet permanent principal auditor vice deputy assistant acting interim former ex executive managing
    financial operating risk technology investment medical police fire press first second crown lieutenant major
    general under under-secretary cabinet attorney labour labor agriculture environment communications information
    planning tourism sports culture internal external national federal state social public relief special county
    district regional provincial parliamentary water works roads housing development industry science research
    security army naval air field non-executive senior junior joint co-chief marketing legal technical commercial
    finance project program programme country city budget treasury economy economic immigration veterans budget
    human resources group global force fleet area sector brigade
    battalion regiment squadron
    """
)
OFFICE_NOUNS = RANKS | word_set(
    """
    leader head boss manager analyst economist lawyer engineer scientist historian farmer teacher author reporter
    editor activist campaigner resident singer actor actress artist professor lecturer nurse doctor surgeon
    physician trader owner founder co-founder chairman treasurer auditor ombudsman adviser advisor aide negotiator
    whip speaker rector dean provost principal veteran defender striker midfielder goalkeeper driver pilot captain
    skipper witness researcher expert member lawmaker politician candidate correspondent writer novelist architect
    curator conductor secretary-general director-general undersecretary under-secretary-general co-ordinator
    coordinator commander headteacher headmaster headmistress harbourmaster harbormaster stationmaster
    """
)

# A sentence's first word that is no name unless a capital follows: "Head office", "Finance chief".
COMMON_STARTS = MODIFIERS | (OFFICE_NOUNS - RANKS)

ORG_HEADS = word_set(
    """
    ministry department bank university college school institute academy council assembly parliament senate
    congress commission committee court tribunal union party league federation confederation association society
    foundation trust fund group company corporation corp inc ltd limited llc plc gmbh ag sa nv bv oy ab asa as spa
    kk pty co holdings holding partners agency authority bureau office directorate secretariat board service
    services force forces army navy police guard corps brigade battalion regiment squadron mission organization
    organisation network times post herald courier news tribune gazette journal wire press media broadcasting
    television radio airlines airways railways motors electric energy systems technologies industries laboratories
    pharmaceuticals club team fc afc united hospital clinic church temple alliance coalition movement front front
    community nations treasury exchange administration inspectorate observatory laboratory consortium cooperative
    charity initiative centre center museum library orchestra
    """
)
PLACE_HEADS = word_set(
    """
    street road avenue lane square quay wharf bridge river lake sea ocean gulf bay strait valley mountain
    mountains mount hill hills island islands isle peninsula desert forest park plaza plein port harbour harbor
    airport airfield station camp base barracks fort castle palace tower stadium arena hotel city town village
    district province county state region sector zone quarter borough parish canton oblast prefecture governorate
    republic kingdom emirate sultanate commonwealth territory north south east west coast cape beach creek falls
    canyon plateau delta dam reservoir junction crossing reef shoal shoals sandbank atoll ridge glacier
    """
)
OF_HEADS = word_set(
    """
    ministry department bank university college school institute academy council assembly parliament senate house
    commission committee court tribunal union party league federation confederation association society foundation
    trust fund organization organisation office bureau board church knights order bishop archdiocese diocese
    emirate republic kingdom state commonwealth sultanate principality duchy gulf cape isle straits strait bay
    port tower city town sea mount province federation community government chamber museum museums friends sons
    daughters doctors reporters médecins medecins engineers corps army brotherhood movement alliance coalition
    front secretary minister director dean master bachelor lake valley river mission group statue temple lady
    """
)
PARTICLES = word_set(
    """
    de del della di da dos das du des la le les van von der den ter zu zur y e i bin bint ibn ben abu abd
    al el ul ur es af av au sur op til dal ap ni mac o' d' l' und et
    """
)
POSSESSORS = word_set(
    "queen king women men children people veterans bishop prince princess workers farmers mother lloyd mcdonald"
)
LEGAL = word_set(
    """
    ltd limited inc incorporated plc nv n.v ag sa s.a bv b.v gmbh llc llp ab asa as oy spa s.p.a srl kk pty co
    corp corporation company group holding holdings bank international the
    """
)
NUMBERED_NAMES = word_set("""
    sector camp terminal route unit phase district zone line reactor highway battalion brigade gate pier block
    ward channel apollo artemis chapter type model operation runway berth platform dock region precinct hall
    pavilion squadron regiment
    """)
NOT_PEOPLE = word_set(
    """
    unit squad division electric motors dynamics mills assembly election elections secretariat staff atomics office cup
    game trophy
    """
)
SAYING = word_set(
    """
    say tell add ask reply write warn note explain argue insist claim state announce declare think believe recall
    shout call joke laugh smile hope fear want complain admit concede deny stress tweet
    """
)
TITLES_FEMALE = word_set("mrs ms miss madam madame sister lady dame frau queen princess")
TITLES_MALE = word_set("mr sir father brother lord herr king prince monsieur")
QUOTES = word_set("\" “ ” ' ‘ ’ « » „ `` ''")
DASHES = word_set("- ‐ ‑")
OPENERS = QUOTES | word_set(": ; ( [ – — • * - | / # >")
# What a place's name stands after, and what it begins with.
LOCATIVE = word_set("in near at outside inside across around")
PLACE_BEGINNINGS = word_set("port camp mount lake fort cape")
