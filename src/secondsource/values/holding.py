"""Offices and their holders: what a text may say of one, and whether two texts say the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.grammar.name_words import ORG_HEADS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.proper import Name, kind_of
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import Words, singular
from secondsource.language import lexicon
from secondsource.values.role_words import (
    DEPARTMENTS,
    FIELDED,
    FIRMS,
    FOREMOST,
    GENERAL_BODIES,
    GENERAL_POSTS,
    HEADED_BY,
    HEADS,
    HEADS_A_BODY,
    HEARINGS,
    HELD_TOGETHER,
    HELPED,
    HELPERS,
    HONORARY,
    INQUIRIES,
    MADE_OF_OTHERS,
    MEETING,
    OF_A_PLACE,
    OF_MANY_BODIES,
    OF_ONE_BODY,
    ONE_IN_A_STORY,
    ORDINALS,
    OTHERS,
    POSTS,
    PRESIDES,
    PRESIDING,
    PUBLIC_OFFICES,
    RANKING,
    RUN_BY,
    SERVICES,
    SHIP_COMMAND,
    UNIONS,
    UNIT_LEADERS,
)


@dataclass(frozen=True)
class Holding:
    """An office and its holder, as a text gives them.

    ``role`` is the office by its usual name ("ceo" and "chief executive officer" are ("chief", "executive")); () where
    somebody is only named;
    ``portfolio`` its field ("finance", "project"), ``org`` whose office it is; () where the text does not say.
    """

    person: Name | None
    role: Words = ()
    portfolio: Words = ()
    org: Words = ()
    org_named: bool = False
    """Whether ``org`` is a proper name and not a noun ("the bank")."""
    since: str = ""
    until: str = ""
    former: bool = False
    past: bool = False
    """Whether the text says that the person *was* the holder."""
    text: str = field(default="", compare=False)
    parent: Words = ()
    """The named body that ``org`` belongs to: of whose "hydrology service" the text speaks."""
    sole: bool = True
    """Whether one person at a time holds it, as far as the text tells."""
    starts: bool = False
    """Whether the text says that somebody took the office up, so that its date is a first day."""
    definite: bool = False
    """Whether the text speaks of it as the only one: "the mediator"."""
    denied: bool = False
    """Whether the text says that the person is not, or is no longer, the holder."""
    tentative: bool = False
    """Whether somebody is only proposed or tipped for it."""
    acting: bool = False
    """Whether somebody only stands in for whoever has the office."""
    whose: str = ""
    """The pronoun for a person whose agent or lawyer it is: ``org`` then is whom it seems to stand for."""


def plain(holding: Holding) -> str:
    """The holder and the office in a few words.

    >>> plain(Holding(Name(("noel", "ngure"), "Noel Ngure"), ("commander",), (), ("mission",)))
    'Noel Ngure: commander of mission'
    """
    if not holding.role and holding.person:
        return f"{holding.person.text or ' '.join(holding.person.words).title()} by name only"
    who = (holding.person.text or " ".join(holding.person.words).title()) if holding.person else "nobody named"
    role = " ".join((*holding.portfolio, *holding.role))
    of = f" of {' '.join(holding.org)}" if holding.org else ""
    office = holding.text if holding.text and holding.role[-1] in holding.text.lower() else role + of
    return f"{'formerly ' if holding.former else ''}{who}: {office}"


def _bodies_apart(a: Holding, b: Holding) -> bool:
    """Whether two offices are of two bodies that are named differently."""
    if a.whose or b.whose:
        return False
    if a.org_named and b.org_named:
        return same(Name(a.org), Name(b.org)) is Same.DIFFERENT
    bodies = [h.org if h.org_named else h.parent for h in (a, b)]
    if _names_with_owner(a, b) or _names_with_owner(b, a):
        return False
    if not all(bodies) or [kind_of(body) == "place" for body in bodies] not in ([True, True], [False, False]):
        return False
    return same(Name(bodies[0]), Name(bodies[1])) is Same.DIFFERENT


def _names_with_owner(named: Holding, described: Holding) -> bool:
    """Whether a body's name says of what it is as another text does with its owner: "the Sanctions Committee", and "the
    Council's sanctions committee"."""
    if not named.org_named or described.org_named or len(described.org) < 2:
        return False
    words = (*described.org, *described.parent)
    return all(any(lexicon.kinship(name, word) >= lexicon.SYNONYM for word in words) for name in named.org)


def _same_body(a: Holding, b: Holding) -> Same:
    """Whether two offices are of one body."""
    if _bodies_apart(a, b):
        return Same.DIFFERENT
    if not a.org or not b.org or a.org == b.org:
        return Same.SAME if a.org and a.org == b.org else Same.MAYBE
    if a.org_named and b.org_named:
        found = same(Name(a.org), Name(b.org))
        return Same.MAYBE if found is Same.DIFFERENT and (a.whose or b.whose) else found
    if OTHERS.intersection(a.org) != OTHERS.intersection(b.org):
        return Same.MAYBE if a.org_named or b.org_named else Same.DIFFERENT
    if a.org_named or b.org_named:
        one_word = {a.org[-1], b.org[-1]} <= set(a.org) | set(b.org) and set(a.org) & set(b.org)
        return Same.SAME if one_word else Same.DIFFERENT if _unlike_bodies(a.org, b.org) else Same.MAYBE
    return _same_noun(a.org, b.org)


def _unlike_bodies(one: Words, other: Words) -> bool:
    """Whether two bodies are of sorts that are never taken for one another: an institute and a choir."""
    sorts = (one[-1], other[-1])
    if not all(is_body((sort,)) for sort in sorts) or GENERAL_BODIES.intersection(sorts):
        return False
    return not set(one) & set(other) and lexicon.kinship(*sorts) < LOOSELY


LOOSELY = 0.5
"""How near two nouns must be for a text to call one body by both."""


def _same_noun(one: Words, other: Words) -> Same:
    """Whether two descriptions are of one body: "the probe" and "the inquiry", "the site" and "the Lunde site"."""
    work = [tuple(w for w in org if w not in SERVICES) for org in (one, other)]
    if all(work) and work[0] == work[1]:
        return Same.SAME
    if (one[-1] in UNIONS and one[:-1] == other) or (other[-1] in UNIONS and other[:-1] == one):
        return Same.SAME  # the dockers' secretary, and their union's
    if one[-1] in other[:-1] or other[-1] in one[:-1]:
        return Same.MAYBE  # the agency, and the agency's office at Lunde
    if lexicon.kinship(one[-1], other[-1]) < lexicon.SYNONYM:
        return Same.MAYBE if {one[-1], other[-1]} <= INQUIRIES else Same.DIFFERENT
    if any(lexicon.opposed(a, b) for a in one[:-1] for b in other[:-1]):
        return Same.DIFFERENT  # the upper house and the lower one
    ordinals = [{w for w in org if w in ORDINALS} for org in (one, other)]
    if ordinals[0] != ordinals[1]:
        return Same.DIFFERENT if all(ordinals) else Same.MAYBE
    made = all(MADE_OF_OTHERS.intersection(org[:-1]) for org in (one, other))
    passed = SERVICES | MADE_OF_OTHERS if made else SERVICES
    said = [{w for w in org[:-1] if w not in passed} for org in (one, other)]
    return Same.MAYBE if said[0] - said[1] and said[1] - said[0] else Same.SAME


def _one_role(a: Words, b: Words) -> bool:
    """Whether two titles may be of one office: to command is to lead, and who presides is the judge or the chair."""
    if a == b or {a, b} <= UNIT_LEADERS:
        return True
    if a[0] == b[0] == "deputy" and ("deputy",) in (a, b):
        return True  # "her deputy"
    if {a, b} <= PRESIDES:
        return True
    if a[1:] == b[1:] != () and FOREMOST.issuperset((a[0], b[0])):
        return True
    return ("head",) in (a, b) and {a, b} <= HEADS_A_BODY


def _same_office(source: Holding, fact: Holding) -> Same:
    """Whether two offices are one: of one name, one field, one body."""
    if not _bodies_apart(source, fact) and any(_directs_its(*pair) for pair in ((source, fact), (fact, source))):
        return Same.SAME
    at_its_head = _heads_such(source, fact) or _heads_such(fact, source)
    at_its_head |= {source.role, fact.role} <= SHIP_COMMAND and _same_body(source, fact) is not Same.DIFFERENT
    if not _one_role(source.role, fact.role) and not at_its_head:
        return Same.DIFFERENT
    body = _same_body(source, fact)
    alike = source.role == fact.role or at_its_head
    fields = [_field(h) for h in (source, fact)]
    if any("managing" in h.portfolio for h in (source, fact)) and any(fields) and not all(fields):
        return Same.DIFFERENT  # the managing director, and the artistic one
    if all(fields):
        if not _fields_meet(*fields):
            return Same.DIFFERENT
        if alike:
            # "finance minister" and "project director" say enough, unless two bodies are named apart.
            return Same.DIFFERENT if _bodies_apart(source, fact) else Same.SAME
    if body is Same.DIFFERENT:
        return Same.DIFFERENT
    heard = any(HEARINGS.intersection(h.org[-1:]) for h in (source, fact)) and {source.role, fact.role} <= PRESIDES
    alike = alike or heard or {source.role, fact.role} <= UNIT_LEADERS or PRESIDING in (source.role, fact.role)
    alike = alike or (("head",) in (source.role, fact.role) and {source.role, fact.role} <= RUN_BY)
    if (source.portfolio != fact.portfolio and not all(fields)) or not alike:
        return Same.MAYBE
    return body


def _field(holding: Holding) -> Words:
    """Of what an office is, without how high it is; every prosecutor is a public one."""
    return tuple(w for w in holding.portfolio if w not in RANKING and w != "public")


def _heads_such(verbal: Holding, titled: Holding) -> bool:
    """Whether who leads a body of such a kind bears such a title: a diocese has a bishop, a committee a chair."""
    if verbal.role not in (("head",), PRESIDING) or not verbal.org:
        return False
    return any(titled.role in HEADED_BY.get(word, ()) for word in (verbal.org[-1], verbal.org[0]))


def _fields_meet(some: Words, others: Words) -> bool:
    """Whether two fields of work are one: "the economy" and "economic affairs"."""
    return any(_one_field(a, b) for a in some for b in others)


def _directs_its(verbal: Holding, titled: Holding) -> bool:
    """Whether who leads a work bears the title for it: the project's director, the investigation's investigator."""
    named_alike = titled.role == verbal.role
    if not (named_alike or verbal.role in UNIT_LEADERS) or verbal.portfolio or not verbal.org:
        return False
    work = verbal.org[-1]
    if (named_alike or titled.role in UNIT_LEADERS) and titled.portfolio[-1:] == (work,):
        return True
    if titled.role[-1] in FIELDED and _field(titled):
        return not verbal.org_named and _is_of_field(verbal.org, _field(titled))
    if named_alike:
        return False
    agent = titled.role[-1]
    foremost = not FOREMOST.isdisjoint((*titled.portfolio, titled.role[0]))
    return foremost and agent.endswith("or") and lexicon.kinship(f"{agent[:-2]}ion", work) >= lexicon.SYNONYM


def _is_of_field(work: Words, fields: Words) -> bool:
    """Whether what somebody leads is a field of work, or the department for it: "the mining secretariat"."""
    said = [w for w in work if w not in DEPARTMENTS | SERVICES] or [*work]
    return all(any(_one_field(w, field) for field in fields) for w in said)


def _one_field(a: str, b: str) -> bool:
    """Whether two words name one field of work, in the singular or the plural: "customs", "fishery"."""
    return singular(a) == singular(b) or lexicon.kinship(a, b) >= lexicon.SYNONYM


def relate(source: Holding, fact: Holding) -> Relation | None:
    """How a source's holder of an office relates to a fact's; None where it is another office.

    >>> otunge, ngure = Name(("godfrey", "otunge"), type="person"), Name(("noel", "ngure"), type="person")
    >>> relate(Holding(ngure, ("commander",), (), ("mission",)), Holding(otunge, ("commander",), (), ("mission",)))
    <Relation.EXCLUDES: 'excludes'>
    >>> relate(Holding(otunge, ("head",), (), ("mission",)), Holding(otunge, ("commander",), (), ("mission",)))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Holding(ngure, ("commander",), (), ("contingent",)), Holding(otunge, ("commander",), (), ("mission",)))
    """
    if fact.person is None:
        return None
    if source.person is None:
        open_post = _same_office(source, fact) is not Same.DIFFERENT and not source.former
        return Relation.COMPATIBLE if open_post else None
    if one_person(source, fact):
        return _of_one_person(source, fact)
    return _of_two(source, fact)


def one_person(a: Holding, b: Holding) -> bool:
    """Whether two offices are held by one person.

    >>> one_person(Holding(Name(("vake",))), Holding(Name(("sione", "vake"))))
    True
    """
    return a.person is not None and b.person is not None and same(a.person, b.person) is Same.SAME


def _of_one_person(source: Holding, fact: Holding) -> Relation | None:
    """What is said of the same person: the office, another one, or nothing of any."""
    if not source.role:
        return Relation.COMPATIBLE
    titled = source.role[-1:] == ("judge",) and not source.org and not source.definite
    if fact.role == PRESIDING and fact.org and titled:
        return Relation.COMPATIBLE  # a judge, and not said to be of this court
    if _same_office(source, fact) is not Same.DIFFERENT:
        if source.denied or fact.denied:
            return Relation.EXCLUDES if source.denied is not fact.denied and not fact.past else Relation.COMPATIBLE
        if source.tentative and not fact.tentative:
            return Relation.COMPATIBLE
        if _made_of(source, fact) or _made_of(fact, source) or _narrower(source, fact):
            return Relation.COMPATIBLE
        ended = source.former or bool(source.until)
        timely = ended == fact.former or (ended and fact.past)
        return Relation.ENTAILS if timely else Relation.COMPATIBLE
    if not _cannot_hold_both(source, fact) or (fact.starts and not source.starts):
        return Relation.COMPATIBLE  # whoever is made chief executive may have been the finance director
    # "Governor Devi" is another Devi than the chief minister.
    full = source.person is not None and len(source.person.words) > 1
    return Relation.EXCLUDES if full else None


def _narrower(source: Holding, fact: Holding) -> bool:
    """Whether one office is of a field that the other does not name: the agency's head of logistics is not its head."""
    body = (*fact.parent, *fact.org)
    apart = [
        w
        for w in source.portfolio
        if w not in RANKING and not any(lexicon.kinship(w, o) >= lexicon.SYNONYM for o in body)
    ]
    return bool(apart) and not fact.portfolio and bool(fact.org) and source.role == fact.role


def _made_of(some: Holding, other: Holding) -> bool:
    """Whether one office may be of a body that goes into the other's: "Obi Lines" and "the merged company"."""
    return some.org_named and not other.org_named and bool(MADE_OF_OTHERS.intersection(other.org[:-1]))


def _of_two(source: Holding, fact: Holding) -> Relation | None:
    """What is said of another person, or of one who may be another."""
    if not source.role or source.denied or fact.denied:
        return None
    if (source.former or bool(source.until)) != fact.former:
        # Who had it until a year gone by is no word on who has it; who had it until May is.
        lately = bool(source.until) and not any(map(str.isdigit, source.until))
        return Relation.COMPATIBLE if lately and _same_office(source, fact) is Same.SAME else None
    if source.tentative or source.acting is not fact.acting:
        return None
    office = _same_office(source, fact)
    if office is Same.DIFFERENT or source.person is None or fact.person is None:
        return None
    if _made_of(source, fact) or _made_of(fact, source):
        return None
    if same(source.person, fact.person) is Same.MAYBE:
        return Relation.COMPATIBLE
    if not (source.sole and fact.sole):
        return None
    if office is Same.SAME or _one_in_a_story(source, fact) or _plainly_the_same_body(source, fact):
        return Relation.EXCLUDES
    if alone(source, fact):
        return Relation.EXCLUDES
    if source.org and not source.org_named and fact.org_named and not is_body(source.org):
        return None  # who "ran only ferries" heads nothing that has a name
    return Relation.COMPATIBLE if source.org or source.portfolio == fact.portfolio != () else None


def is_body(words: Words) -> bool:
    """Whether a noun stands for people who are organised, and not for what they do or make.

    >>> is_body(("the", "bank")), is_body(("ferry",))
    (True, False)
    """
    return words[-1] in ORG_HEADS or bool(BODIES & lexicon.hypernyms(words[-1], 6))


BODIES = frozenset({"organization", "group", "social group", "institution"})


def _one_in_a_story(source: Holding, fact: Holding) -> bool:
    return source.role == fact.role and source.role in ONE_IN_A_STORY and not (source.org and fact.org)


def alone(source: Holding, fact: Holding) -> bool:
    """Whether a text speaks of "the mediator" as if there were only one.

    >>> caron, galmiche = Name(("yves", "caron"), type="person"), Name(("pierre", "galmiche"), type="person")
    >>> alone(Holding(caron, ("mediator",), definite=True), Holding(galmiche, ("mediator",), definite=True))
    True
    """
    bare = _bare(source) or (
        _bare(fact) and bool(source.org) and not (source.org_named or source.parent or source.whose)
    )
    one = source.role == fact.role or PRESIDING in (source.role, fact.role)
    return bare and one and source.portfolio == fact.portfolio and source.role[-1] not in OF_MANY_BODIES


def _bare(holding: Holding) -> bool:
    """Whether a text speaks of an office as the only one, and not of whose it is."""
    the_one = holding.definite or holding.role[0] in FOREMOST
    return the_one and not (holding.org or holding.parent or holding.whose)


NO_BODY, NO_OFFICE = 0.7, 0.75
"""How sure it is that the claim is spoken of: where an office is not said to be whose, where a person is only named."""


def sureness(source: Holding, fact: Holding) -> float:
    """How sure it is that two offices are to be compared; the less it is, the more the words around them must tell.

    >>> caron = Name(("yves", "caron"), type="person")
    >>> sureness(Holding(caron, ("mediator",), definite=True), Holding(caron, ("mediator",), definite=True))
    1.0
    """
    if source.person is not None and fact.person is not None:
        if not source.role:
            return NO_OFFICE
        if same(source.person, fact.person) is Same.SAME:
            return 1.0
    elif not source.org and not source.portfolio:
        return NO_BODY
    sure = _same_office(source, fact) is Same.SAME or _one_in_a_story(source, fact)
    return 1.0 if sure or not alone(source, fact) else NO_BODY


def _plainly_the_same_body(source: Holding, fact: Holding) -> bool:
    """ "the bank's chief executive" in a story about Veldhaven: a noun with "the" on one side, a name on the other."""
    noun = next((h.org for h in (source, fact) if h.org and not h.org_named), ())
    led = fact.role == ("head",) and not UNIONS.isdisjoint(noun)  # the union's leader is no head of the firm
    described = (
        len(noun) == 1 and not led and bool(source.org) and bool(fact.org) and source.org_named != fact.org_named
    )
    return described and source.role == fact.role and _field(source) == _field(fact)


def _cannot_hold_both(source: Holding, fact: Holding) -> bool:
    """Whether two offices are such that nobody holds them together.

    Two posts of one body, two ministries, two public offices; not a trade, a seat, or an office long given up.
    """
    if source.former or source.until or fact.former or (source.past and not fact.past):
        return False
    pair = frozenset({source.role, fact.role})
    if (_is_deputy_of(source, fact) or _is_deputy_of(fact, source)) and source.sole and fact.sole:
        return not _bodies_apart(source, fact)
    if len(pair) == 1 and source.role[-1] in OF_ONE_BODY and source.portfolio and fact.portfolio:
        return not _fields_meet(source.portfolio, fact.portfolio)
    if len(pair) == 1 and source.role[-1] in OF_ONE_BODY and source.org and fact.org:
        return _same_body(source, fact) is Same.DIFFERENT
    if not (source.sole and fact.sole):
        return False
    if not _bodies_apart(source, fact) and (_serves(source, fact) or _serves(fact, source)):
        return True
    if pair in HELD_TOGETHER:
        return False
    if _plainly_another(source, fact):
        return True
    if not all(_is_post(h) for h in (source, fact)):
        return False
    if len(pair) == 1 and not (source.portfolio and fact.portfolio):
        # "The director" says less than "the finance director".
        return source.role[-1] in OF_A_PLACE and _bodies_apart(source, fact)
    public = all(h.role[-1] in PUBLIC_OFFICES for h in (source, fact))
    return public or _governs(source, fact) or _governs(fact, source) or _in_one_body(source, fact)


def _plainly_another(source: Holding, fact: Holding) -> bool:
    """Whether both texts give somebody an office and say of what, and nothing in the one is of the other's field.

    "The president" alone, or "Ambassador Ada Obi", may well be at the head of what the other text speaks of.
    """
    if _beside_another(source, fact) or any({source.role, fact.role} <= titles for titles in HEADED_BY.values()):
        return False
    said = [tuple(w for w in (*_field(h), *h.role[:-1], *h.org) if w not in SERVICES) for h in (source, fact)]
    if not all(said) or _one_role(source.role, fact.role) or not all(_is_office(h) for h in (source, fact)):
        return False
    return MEETING.isdisjoint(said[0]) and MEETING.isdisjoint(said[1]) and not _fields_meet(*said)


def _beside_another(source: Holding, fact: Holding) -> bool:
    """Whether one office may be held beside the other: who works for a hospital may chair a club."""
    honorary = HONORARY.intersection((source.role[-1], fact.role[-1]))
    return bool(honorary and source.org and fact.org) and _same_body(source, fact) is not Same.SAME


def _is_office(holding: Holding) -> bool:
    """Whether it is an office of a body and no trade or honour."""
    return holding.role[-1] in HEADS or len(holding.role) > 1


def _serves(one: Holding, other: Holding) -> bool:
    """Whether one office is to help who has the other: the coach's assistant is not the coach."""
    return one.role[-1] in HELPERS and one.role[-1] != other.role[-1] and other.role[-1] in HELPED


def _is_deputy_of(one: Holding, other: Holding) -> bool:
    """Whether one office is the other's deputy, in the same field for all that is said."""
    fields = one.portfolio == other.portfolio or not (one.portfolio and other.portfolio)
    return one.role == ("deputy", *other.role) and fields


def _governs(minister: Holding, other: Holding) -> bool:
    """Whether one is a minister and the other at the head of a body that no minister runs."""
    if minister.role != ("minister",) or not minister.portfolio or not other.org:
        return False
    return other.role in HEADS_A_BODY | POSTS and not MEETING.intersection(other.org)


def _is_post(holding: Holding) -> bool:
    """Whether an office is a whole post, and says enough to be told from another."""
    general = holding.role[-1] in GENERAL_POSTS and not holding.portfolio and not holding.org
    return holding.role[0] != "deputy" and (holding.role in POSTS or holding.role[-1] in PUBLIC_OFFICES) and not general


def _in_one_body(source: Holding, fact: Holding) -> bool:
    """Whether a person's two offices are of one body for all that is said: "the line" is the company.

    Who chairs one body often works for another.
    """
    if ("chair",) in (source.role, fact.role):
        return _same_body(source, fact) is Same.SAME
    if _same_body(source, fact) is not Same.DIFFERENT:
        return True
    nouns = [h.org[-1] for h in (source, fact) if h.org and not h.org_named]
    return len(nouns) == 2 and FIRMS.issuperset(nouns)
