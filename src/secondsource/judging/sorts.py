"""Words of one sort, of which a thing has one at a time: a goalkeeper is no striker, a comedy no documentary."""

from __future__ import annotations

from secondsource.grammar.wordlist import Choices

SORTS = Choices.of(
    # what a film, a book, a game or a broadcast is like
    """
    comedy comic comedic sitcom farce | drama dramatic melodrama | horror slasher | thriller | western | documentary
    | romance romantic | musical | fantasy | mystery whodunit | crime detective | war | satire satirical parody
    | puzzle | racing | platform platformer | shooter | strategy | adventure | action | fighting | simulation
    | superhero | animation | biography biographical autobiography | erotic | soap | quiz game
    """,
    # music
    """
    rock | pop | jazz | folk | country | classical | metal | punk | rap hip-hop hop rapper | blues | reggae | soul
    | funk | disco | techno | house | gospel | opera operatic | electronic electronica | ska | bluegrass
    | swing | ambient
    """,
    # kinds of works
    """
    film movie documentary | series sitcom serial miniseries telenovela | novel novella book | play
    | poem ballad | album LP lp mixtape | single | song | EP ep | opera operetta | videogame | podcast | magazine
    | newspaper | painting fresco mural | sculpture statue
    """,
    "studio | live | compilation | soundtrack | remix | tribute",
    "animated animation | live-action",
    "feature full-length | short",
    # players
    """
    goalkeeper goalie keeper | defender centre-back center-back fullback full-back left-back right-back back
    | midfielder winger | striker forward attacker
    """,
    """
    quarterback | linebacker | cornerback | safety | lineman | kicker | punter | catcher | pitcher | shortstop
    | outfielder infielder | centre center | guard
    """,
    "batsman batter opener | bowler spinner",
    """
    football footballer soccer | cricket cricketer | rugby | tennis | basketball | baseball | hockey | golf golfer
    | boxing boxer | swimming swimmer | cycling cyclist | athletics sprinter | skiing skier | chess | wrestling wrestler
    | volleyball | handball | badminton | gymnastics gymnast | judo judoka | rowing rower
    """,
    """
    guitarist | drummer percussionist | bassist | keyboardist | pianist | violinist | cellist | flautist flutist
    | trumpeter | saxophonist | harpist | singer vocalist frontman | trombonist | clarinettist
    """,
    """
    guitar | drum percussion | bass | keyboard | piano | violin | cello | flute | trumpet | saxophone | harp | trombone
    | clarinet
    """,
    # how somebody stands in a family
    "single unmarried bachelor | married",
    "eldest oldest firstborn | youngest | middle second | only",
    # what people believe, and whom they vote for
    """
    catholic | protestant lutheran anglican baptist methodist calvinist presbyterian evangelical | orthodox
    | jewish jew judaism | muslim islam islamic | hindu hinduism | buddhist buddhism | sikh sikhism
    | atheist | mormon | zoroastrian | jain
    """,
    """
    republican | democrat democratic | labour labor | conservative tory | liberal | green | socialist | communist
    | nationalist | independent | libertarian | fascist | monarchist
    """,
    "left-wing leftist left | right-wing rightist right | centrist centre center",
    # how things stand with them
    "rich wealthy affluent prosperous | poor impoverished penniless destitute | middle-class | working-class",
    "amateur | semi-professional semiprofessional | professional",
    "private privately | public publicly state-owned",
    "left-handed lefthanded | right-handed righthanded",
    "nocturnal | diurnal | crepuscular",
    "landlocked inland | coastal",
    "positive favorable favourable | negative unfavorable unfavourable | mixed polarizing polarising",
    "debut first | second sophomore | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth",
    "bachelor | master | doctorate doctoral phd",
    "primary elementary | secondary | tertiary",
    # where
    """
    north northern northernmost | south southern southernmost | east eastern easternmost | west western westernmost
    | northeast northeastern north-east north-eastern | northwest northwestern north-west north-western
    | southeast southeastern south-east south-eastern | southwest southwestern south-west south-western | central centre
    """,
    "africa african | asia asian | europe european | antarctica | oceania australasia | north-america | south-america",
    "city | town | village hamlet | river stream | lake | mountain | island | desert | country | province | continent",
    # creatures
    "bird | mammal | fish | reptile | amphibian | insect | spider arachnid | tree | fungus mushroom | shrub",
    "carnivore carnivorous | herbivore herbivorous | omnivore omnivorous",
    # how somebody died
    """
    pneumonia | cancer leukaemia leukemia tumour tumor | stroke haemorrhage hemorrhage | suicide | murder | tuberculosis
    | accident crash collision | heart | malaria | cholera | typhoid typhus | overdose | starvation | drowning
    | natural | sepsis | diabetes | aids | influenza flu | fire | plague
    """,
    # of what a thing is made, and its colour
    """
    wooden wood timber | stone | brick | steel iron | concrete | marble | bronze | gold golden | silver | glass
    | plastic
    """,
    "red | blue | green | yellow | black | white | orange | purple violet | brown | pink | grey gray",
    # tongues
    """
    english | french | german | spanish | italian | portuguese | dutch | russian | polish | welsh | irish gaelic
    | latin | greek | arabic | hebrew | hindi | urdu | chinese mandarin cantonese | japanese | korean | turkish
    | persian | swedish | danish | norwegian | finnish | hungarian | czech | romanian | swahili | tamil | telugu
    | bengali | malay
    """,
)


KIN = Choices.of(
    """
    father dad | mother mum mom | brother | sister | son | daughter | uncle | aunt | nephew | niece | cousin
    | grandfather grandson | grandmother granddaughter | husband | wife | stepfather stepson | stepmother
    | girlfriend fiancée | boyfriend fiancé | widow | widower
    """,
)
"""Who somebody is to somebody: to the same one, one thing alone."""


def apart(ours: str, theirs: str) -> bool:
    """Whether two words are of one sort, of which nothing is both.

    >>> apart("goalkeeper", "striker"), apart("striker", "forward"), apart("goalkeeper", "comedy")
    (True, False, False)
    """
    return SORTS.apart([ours], [theirs])
