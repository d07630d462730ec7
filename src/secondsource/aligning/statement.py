"""A claim, read by the same reader as a source: its values, and the words that say what they are values of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from secondsource.aligning.index import nearness
from secondsource.aligning.terms import FAINT, LIGHT, Term, terms
from secondsource.grammar.designators import ENACTED, PLACES
from secondsource.grammar.proper import spot
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Reading, Token, lexicon, read
from secondsource.language.clauses import coordinated, is_finite, predicate_of, subject_of, subtree
from secondsource.language.contrasts import set_aside
from secondsource.sources import Source, Span
from secondsource.values import roles
from secondsource.values.clock import PART, Clock
from secondsource.values.date import When
from secondsource.values.listing import membership, pair
from secondsource.values.marking import Marks, mark
from secondsource.values.mention import Mention
from secondsource.values.ordinal import TURN, Ordinal
from secondsource.values.place import HOST, WHERE
from secondsource.values.rank_words import PICKS
from secondsource.values.role_words import LEADING, RULING
from secondsource.values.turns import NEVER as BY_THOSE_BEFORE
from secondsource.values.whereabouts import SAYING_WHERE

# Verbs of a state that lasts: what they say is true of a time, and may be otherwise at another.
STATES = word_set("""
    be have hold stand number amount total comprise contain consist include remain stay keep own employ serve work
    live lead command head run direct manage chair cost measure rank weigh provide operate lie sit belong represent play
    """)

# What a claim is about, if it holds such a value: words quoted, else a figure, number, office, rank or list; a date
# and a place are what it is about only if there is none of these, and say which event it is otherwise. Two names
# joined by "and" are the participants of an event sooner than a list.
TIERS = (
    ("quotation",),
    ("member",),
    ("identifier", "count", "money", "share", "role"),
    ("ordinal", "listing"),
    ("date", "clock"),
    ("place",),
    ("pair",),
    ("things",),
)


TIMES = frozenset({"date", "clock"})
"""Kinds that tell when something happened."""

HOLDING = word_set("""
    be become remain serve hold stay act appoint choose elect name nominate pick select hire
    """) | frozenset(verb for verb, role in LEADING.items() if role in RULING)
"""Verbs by which somebody has an office, or is given one."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ASIDE = frozenset({"relcl", "advcl", "acl", "ccomp", "appos", "parataxis"})
"""How a clause hangs that only goes with what a claim says."""

RANKING = frozenset(["rank", "finish", "place"])
PLACED = frozenset(["come", "lie", "be", "stand", "stay", "remain", "lead", "take", "end", "start", "go"])
"""Verbs by which somebody has a place: "came second", "led at half-time"."""

EVER = word_set("""
    history record ever time date so far yet rank recorded memory never before previous early past only nobody no scale
    """)

SINGLE = frozenset({"the only", "but", "denied"})
"""How one name alone is read as a list, which a claim about one is not taken for."""

# Kinds whose unit belongs to the figure, so that no word of it is left to look for.
WHOLE = frozenset({"identifier", "quotation", "money", "share"})


@dataclass(frozen=True, eq=False)
class Slot:
    """One value of a claim that a source may confirm or contradict."""

    kind: str
    mention: Mention[Any]
    tokens: tuple[int, ...]
    terms: tuple[Term, ...] = ()
    """The claim's other words, each weighed by how near it stands to this value."""


@dataclass(frozen=True, eq=False)
class Statement:
    """One sentence of a claim."""

    passage: Passage
    marks: Marks
    tested: tuple[Slot, ...]
    """The values that the claim is about."""
    anchors: tuple[Slot, ...]
    """The values that say which event it is; they decide where all that is tested holds."""
    terms: tuple[Term, ...]
    core: tuple[Term, ...]
    """Of these the main verb and the heads of its subject: what is said, and of whom."""
    root: int
    """The token index of the main verb."""
    state: bool
    """Whether it says how things stand, rather than what happened."""
    time: When | None
    """When it holds: the date that the claim gives, if any."""


def _tokens(passage: Passage, mention: Mention[Any]) -> tuple[int, ...]:
    return tuple(t.i for t in passage.tokens_in(mention.core))


def _of_offices(passage: Passage) -> bool:
    """Whether a claim is about who holds an office, and does not only give somebody's title."""
    root = next((t for t in passage.tokens if t.head == t.i), None)
    if root is None:
        return False
    given = root.lemma == "have" and any(passage.tokens[c].lemma == "as" for c in passage.children[root.i])
    return given or root.lemma in HOLDING or "heading" in lexicon.groups(root.lemma)


def _offices(passage: Passage, marks: Marks) -> tuple[Mention[roles.Holding], ...]:
    """The offices that a claim is about: those that its main clause gives to somebody, sooner than any title."""
    held = tuple(m for m in marks.role if m.value.person)
    told = tuple(m for m in held if _is_said(passage, roles.told_at(passage, m)))
    return told or (tuple(m for m in held if not _owns(passage, m)) if _of_offices(passage) else ())


def _owns(passage: Passage, mention: Mention[roles.Holding]) -> bool:
    """Whether somebody with a title is only named for what is theirs: "Judge Obi's report is due in May"."""
    return any(t.dep == "poss" for t in passage.tokens_in(mention.core))


def _is_said(passage: Passage, at: int | None) -> bool:
    """Whether a word stands in the main clause, and in no clause below it."""
    return at is not None and all(passage.tokens[i].dep not in ASIDE for i in (at, *passage.ancestors(at)))


def _descriptive(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a measure only describes a thing: "a one-day strike" is a kind of strike."""
    return bool(mention.value.dimension) and "-" in mention.span.moved(-passage.span.start).of(passage.text)


_STRETCH = re.compile(
    r"\b(?:during|in|over|within|for|throughout|across)\s(?:(?:the|its|their|his|her)\s)?"
    r"(?:first|last|past|next|final|opening|previous|preceding|following|coming)\s$",
    re.IGNORECASE,
)


def _is_stretch(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a duration only says in what time something happened: "in the first seven days"."""
    begin = mention.core.start - passage.span.start
    return mention.value.dimension == "duration" and bool(_STRETCH.search(passage.text, max(0, begin - 40), begin))


def _bounds_a_rank(marks: Marks, when: Mention[Any]) -> bool:
    """Whether a date is part of a rank: "the longest dispute since 1987", "no woman had led it before 2020"."""
    bounded = (m for m in marks.ordinal if m.value.since or m.value.of or m.rule == BY_THOSE_BEFORE)
    return any(when.core.within(m.span) for m in bounded)


def _compares(marks: Marks, mention: Mention[Any]) -> bool:
    """Whether a figure is part of a rank: "no flood was higher", "only one flood was higher"; or of what was not done
    before: "no cup had been shared by two towns", "none had left it without a majority"."""
    return any(
        m.rule == BY_THOSE_BEFORE or (m.rule == "compared" and mention.core.within(m.span)) for m in marks.ordinal
    )


def _in_a_name(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a number only belongs to what something is called: "Pier Nine"."""
    return any(mention.core.within(f.core) and mention.core != f.core for f in spot(passage))


def _none_for_all(marks: Marks, mention: Mention[Any]) -> bool:
    """Whether a claim denies something of all on a list: "No toll was due on buses, bicycles and ambulances"."""
    return not mention.value.quantity.stated and any(_is_list(m) for m in marks.listing)


def _of_list(passage: Passage, marks: Marks, mention: Mention[Any]) -> bool:
    """Whether a figure only belongs to a list that a claim gives: "a mill, two barns and a chapel burnt down", "had
    three members, A, B and C"."""
    for found in marks.listing:
        if not _is_list(found) or not found.value.members:
            continue
        if found.rule in ("count", "only") and mention.value.quantity.stated == len(found.value.members):
            return True
        counts = any(_inside(passage, mention, span) for span in found.value.spans)
        # "31 vehicles, cars and lorries" are all the vehicles.
        if counts and any(_has_article(passage, span) for span in found.value.spans):
            return True
    return False


def _is_one_of_several(marks: Marks, office: Mention[Any]) -> bool:
    """Whether who has an office is only one of those on a list: "Ana Roe, Bo Lee and Cy Day lead the talks"."""
    return any(len(m.value.members) > 2 and office.core.overlaps(m.core) for m in marks.listing)


def _has_article(passage: Passage, member: Span) -> bool:
    words = passage.tokens_in(member)  # none where a list goes on in another line
    return bool(words) and words[0].i > 0 and passage.tokens[words[0].i - 1].lemma in ("a", "an", "the")


def _inside(passage: Passage, counted: Mention[Any], member: Span) -> bool:
    """Whether a figure counts a member of a list, the two barns of "a mill, two barns and a chapel"."""
    words = passage.tokens_in(counted.core)
    return bool(words) and passage.tokens[words[-1].head].span.within(member)


def _is_list(mention: Mention[Any]) -> bool:
    """Whether a claim is about who is on a list: three and more, "both Nepal and Chad", or nobody else."""
    several = len(mention.value.members) > 2
    return several or mention.rule in ("both", "neither") or mention.value.complete


def _tells_which(passage: Passage, mention: Mention[When | Clock]) -> bool:
    """Whether a date only tells which thing a claim speaks of: "the contingent of February is the fourth"."""
    root = next((t.i for t in passage.tokens if t.head == t.i), None)
    subject = None if root is None else subject_of(passage, root)
    words = passage.tokens_in(mention.core)
    if subject is None or not words or not mention.value.adnominal:
        return False
    chain = (words[0].i, *passage.ancestors(words[0].i))
    before = (passage.tokens[i] for i in chain[: chain.index(subject)]) if subject in chain else ()
    return any(t.dep in ("poss", "compound", "nmod", "amod", "nummod") or t.lemma == "of" for t in before)


DEFINITE = frozenset(["the", "these", "those", "this", "that", "its", "their", "both", "all"])


def _granted(passage: Passage, marks: Marks, slot: Slot) -> bool:
    """Whether a claim takes a value for granted and says something else with it.

    "The two airlines share 17 routes", "the Phase 3 trial had 400 volunteers", "19 of the council's 61 seats", "the
    chips made at Lund go to Turku", "the lowest turnout in thirty years".
    """
    if not slot.tokens or slot.kind not in ("count", "money", "identifier", "place", *TIMES):
        return False
    first = passage.tokens[slot.tokens[0]]
    if slot.kind in TIMES:
        return _tells_which(passage, slot.mention)
    if slot.kind == "place" and any(passage.tokens[i].dep == "csubj" for i in passage.ancestors(first.i)):
        return True  # "the wolves brought to Lund are grey", as the parser has it
    if slot.kind == "place" and _happens(passage) and _says_which_one(passage, first.i):
        return True
    if slot.kind == "count":
        if _is_known(passage, slot):
            return True
        if slot.mention.value.dimension == "duration" and any(m.value.of for m in marks.ordinal):
            return True
    if slot.kind == "identifier" and len(slot.mention.value.key) <= 2 and not _is_enacted(passage, slot):
        return True
    root = next((t.i for t in passage.tokens if t.head == t.i), 0)
    subject = subject_of(passage, root)
    if subject is None or (slot.kind == "count" and subject in slot.tokens):
        return False
    inside = subject in passage.ancestors(first.i) or first.i == subject
    return inside and any(passage.tokens[c].lemma in DEFINITE for c in passage.children[subject])


def _is_enacted(passage: Passage, slot: Slot) -> bool:
    """Whether a number is a document's, or that of a part of one: "Order 12", "section 44 of the Ports Act"."""
    if slot.mention.value.series in ENACTED:
        return True
    return bool(_OF_A_LAW.match(passage.text, slot.mention.span.end - passage.span.start))


_OF_A_LAW = re.compile(r"\sof\s(?:the|its|their)\s(?:[A-Z]|constitution|statutes|charter|rules)")


def _is_known(passage: Passage, slot: Slot) -> bool:
    """Whether a figure is one that the claim's reader knows: "the two airlines", "the council's 61 seats"."""
    before = passage.tokens[max(0, slot.tokens[0] - 1)]
    definite = before.lemma in DEFINITE and before.pos != "SCONJ"  # "it said that 40 jobs would go"
    return before.i < slot.tokens[0] and (definite or before.tag == "POS")


def _happens(passage: Passage) -> bool:
    """Whether a claim's verb tells what happened, so that it says something without any value."""
    root = next((t for t in passage.tokens if t.head == t.i), None)
    return root is not None and root.pos == "VERB" and root.lemma not in STATES and root.lemma not in LIGHT


def _says_which_one(passage: Passage, i: int) -> bool:
    """Whether a place only tells which thing is meant: "police in Lund arrested", "a raid on the harbour at Lund"."""
    root = next((t.i for t in passage.tokens if t.head == t.i), 0)
    subject = subject_of(passage, root)
    above = (i, *passage.ancestors(i))
    if subject in above[1:] or any(passage.tokens[j].dep in ("acl", "relcl") for j in above):
        return True
    nouns = [j for j in above if passage.tokens[j].dep == "pobj"]
    return len(nouns) > 1


def _in_passing(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a place only tells when, or of which thing: "they landed before the others left Lund"."""
    words = passage.tokens_in(mention.core)
    site = mention.value.site
    if site and words:
        inside = any(passage.tokens[i].dep in SUBJECTS for i in passage.ancestors(words[-1].i))
        # "The fire in the barn was arson", "she saw them off at the airport".
        return inside or (len(words) == 1 and not site.of and any(t.dep == "dobj" for t in passage.tokens))
    verb = predicate_of(passage, words[0].i) if words else None
    return verb is not None and passage.tokens[verb].dep == "advcl"


def _ranks(passage: Passage, marks: Marks, mention: Mention[Ordinal], root: str) -> bool:
    """Whether a claim is about a rank, and does not only tell by it which one it means: "first spoke on 27 January"."""
    if mention.rule == BY_THOSE_BEFORE:
        return True
    if mention.value.of == TURN:
        dates = (m for m in marks.date if not m.core.within(mention.span))
        if any(m.value.anchored and not m.value.resolved and not m.value.adnominal for m in dates):
            return False
        token = passage.tokens_in(mention.core)[0]
        return not any(passage.tokens[i].dep in ASIDE for i in (token.i, token.head))
    return (
        bool(mention.value.of)
        or root in RANKING
        or mention.value.noun in PICKS
        or (mention.rule == "placed" and root in PLACED)
    )


LISTS = frozenset({"member", "listing", "pair", "things"})
NAMED = LISTS | {"role", "place"}
"""Kinds of values that are names."""


def _is_set_aside(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether a claim gives a value only to say that it is not so: "carried 170 and not 140"."""
    words = _tokens(passage, mention)
    return bool(words) and set_aside(passage).issuperset(words)


def _is_number(marks: Marks, kind: str, mention: Mention[Any]) -> bool:
    """Whether what is read as a name is a number's: "created by Decree 38/2024", "the form is R-417"."""
    series = [m.value.series for m in marks.identifier if m.span.overlaps(mention.core)]
    if kind == "place":
        return any(name and name not in PLACES for name in series)
    return bool(series) and (kind == "role" or len(mention.value.members) < 2)


def _mentions(passage: Passage, marks: Marks, kind: str) -> tuple[Mention[Any], ...]:
    """The values of a kind; of lists those of all that are in a group, the long ones, or the pairs."""
    if kind in ("pair", "things") and _is_one_body(passage):
        return ()
    if kind not in LISTS:
        found: tuple[Mention[Any], ...] = getattr(marks, kind)
        return found
    if kind == "things":
        two = pair(passage)
        return (two,) if two else ()
    several = [m for m in marks.listing if m.rule not in SINGLE or len(m.value.members) > 1]
    if kind == "member":
        one = None if _ranks_among(passage, marks) else membership(passage)
        grouped = tuple(m for m in several if one and m.core.overlaps(one.core))
        return grouped or ((one,) if one else ())
    return tuple(m for m in several if _is_list(m) is (kind == "listing"))


def _ranks_among(passage: Passage, marks: Marks) -> bool:
    """Whether a claim gives somebody a place among others, and does not say that he is one of them."""
    root = next((t.lemma for t in passage.tokens if t.head == t.i), "")
    return any(m.value.rank > 0 and _ranks(passage, marks, m, root) for m in marks.ordinal)


def _tells_which_one(passage: Passage, marks: Marks, mention: Mention[Any]) -> bool:
    """Whether an office is what somebody is the so-manieth of to do a thing: "the third judge to have resigned"."""
    turns = (t for m in marks.ordinal if m.value.of == TURN and m.rule == "turn" for t in passage.tokens_in(m.span))
    held = [t for t in turns if t.span.overlaps(mention.span)]
    return any(passage.tokens[c].dep in ("relcl", "acl") for t in held for c in passage.children[t.i])


def _is_one_body(passage: Passage) -> bool:
    """Whether two names joined by "and" are one name: "Hope and Anchor are an English folk band"."""
    root = next((t for t in passage.tokens if t.head == t.i), None)
    if root is None or root.lemma != "be":
        return False
    said = [passage.tokens[c] for c in passage.children[root.i] if passage.tokens[c].dep == "attr"]
    return any(
        t.tag == "NN" and any(passage.tokens[c].lemma in ("a", "an") for c in passage.children[t.i]) for t in said
    )


def _is_title(passage: Passage, mention: Mention[Any]) -> bool:
    """Whether what stands in quotation marks is the name of a work: "Paper Boats" was her first song."""
    if mention.value.speaker_text or mention.value.speaker is not None:
        return False
    words = [t for t in passage.tokens_in(mention.core) if t.text.isalpha()]
    return len(words) <= LONGEST_TITLE and all(t.text[0].isupper() for t in words if len(t.text) > SHORT_WORD)


LONGEST_TITLE, SHORT_WORD = 8, 3
"""How many words the name of a work has at most, and how many letters those that are small in it."""


def _slots(passage: Passage, marks: Marks, every: bool = False) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The tested values, and the others: whatever stands in the first tier that the claim has is what it is about.

    ``every`` keeps the values that a claim only mentions too: an office in passing, a figure that somebody quotes.
    """
    offices = _offices(passage, marks)
    root = next((t.lemma for t in passage.tokens if t.head == t.i), "")
    by_tier = [
        tuple(
            Slot("listing" if kind in LISTS else kind, mention, _tokens(passage, mention))
            for kind in tier
            for mention in _mentions(passage, marks, kind)
            if kind != "ordinal" or _ranks(passage, marks, mention, root)
            if kind != "date" or (mention.value.says_which and not _bounds_a_rank(marks, mention))
            if kind != "clock" or mention.rule != PART
            if kind != "place" or not any(mention.core.within(s) for m in marks.listing for s in m.value.spans)
            if kind != "place" or mention.rule != WHERE
            if kind != "place" or every or not _in_passing(passage, mention)
            if kind != "money" or not mention.value.inferred
            if kind != "quotation" or not _is_title(passage, mention)
            if kind != "role" or (mention.value.person if every else mention in offices)
            if kind != "role" or every or not _tells_which_one(passage, marks, mention)
            if kind != "role" or every or not _is_one_of_several(marks, mention)
            if kind not in NAMED or not _is_number(marks, kind, mention)
            if kind not in ("count", "share") or not _compares(marks, mention)
            if kind != "count" or not _descriptive(passage, mention)
            if kind != "count" or not _is_stretch(passage, mention)
            if kind != "count" or not _in_a_name(passage, mention)
            if kind != "count" or not (_none_for_all(marks, mention) or _of_list(passage, marks, mention))
            if every or not _is_set_aside(passage, mention)
            if every or kind == "quotation" or not any(mention.core.within(q.span) for q in marks.quotation)
        )
        for tier in TIERS
    ]
    first = next((tier for tier, found in enumerate(by_tier) if found), None)
    if first is None:
        return (), ()
    found = by_tier[first]
    if not every and (brought := _brought_forward(passage, by_tier)):
        found = brought
    elif not every:
        told = (
            (tier, tuple(s for s in slots if not _granted(passage, marks, s))) for tier, slots in enumerate(by_tier)
        )
        merely = found[0].kind in TIMES or (all(s.kind == "place" for s in found) and _happens(passage))
        merely |= all(s.kind == "count" and _is_known(passage, s) for s in found)
        first, found = next(((tier, slots) for tier, slots in told if slots), (first, () if merely else found))
        figures = tuple(s for s in found if s.kind != "identifier")
        # "Under Order 12 the quay was let to 90 stallholders": the figure is told, and the number only says of what.
        found = figures or found
    # "Hall 2" is one value, whatever it may be read as.
    cores = [slot.mention.core for slot in found]
    rest = (slot for tier in by_tier for slot in tier if slot not in found)
    return found, tuple(s for s in rest if not any(s.mention.core.overlaps(core) for core in cores))


def _brought_forward(passage: Passage, by_tier: list[tuple[Slot, ...]]) -> tuple[Slot, ...]:
    """The values that a claim is built to bring forward: "It was in Lund that the two buses were burnt"."""
    root = next((t for t in passage.tokens if t.head == t.i), None)
    if root is None or root.lemma != "be" or [t.lemma.lower() for t in passage.tokens[:2]] != ["it", "be"]:
        return ()
    end = next((t.i for t in passage.tokens[2:] if t.lemma in CLEFT_BY), 0)
    forward = range(2, end)
    if not forward or passage.tokens[2].pos in ("VERB", "ADJ", "AUX"):
        return ()  # "it was said that", "it is likely that"
    said = (tuple(s for s in slots if s.tokens and set(s.tokens) <= set(forward)) for slots in by_tier)
    return next((slots for slots in said if slots), ())


CLEFT_BY = word_set("that who whom which when where")
"""What comes behind the value that a cleft sentence brings forward."""


def _measured(slot: Slot) -> bool:
    """Whether the unit belongs to the figure ("710 metres") and is not a thing that is counted."""
    return slot.kind == "count" and bool(slot.mention.value.dimension)


def _one_date(
    passage: Passage, root: int, tested: tuple[Slot, ...], anchors: tuple[Slot, ...]
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Of several dates the one nearest to the main verb is what the claim is about; the others say which event, as one
    does that is part of the subject: "the dividend for 2020 was paid on 4 May 2021"."""
    dates = [s for s in tested if s.kind == "date"]
    if len(dates) < 2:
        return tested, anchors
    near = nearness(passage, (root,))
    head = subject_of(passage, root)
    subject = frozenset() if head is None else subtree(passage, head)
    main = max(
        dates,
        key=lambda s: (
            subject.isdisjoint(s.tokens),
            max((near[i] for i in s.tokens), default=0.0),
            s.mention.span.start,
        ),
    )
    kept = tuple(s for s in tested if s is main or s.kind != "date")
    return kept, (*(s for s in dates if s is not main), *anchors)


def subject_said(passage: Passage, root: int) -> int | None:
    """The head of what a claim is about. A name right before a verb without a subject is its subject, whatever the
    parser hangs it from: "At the first count Ana Roe came second".

    >>> [passage] = read(Source("a", "The ferry left Lund.")).passages
    >>> subject_said(passage, 2)
    1
    """
    found = subject_of(passage, root)
    return root - 1 if found is None and root and passage.tokens[root - 1].pos == "PROPN" else found


def _core(passage: Passage, root: int, words: tuple[Term, ...]) -> tuple[Term, ...]:
    subject = subject_said(passage, root) if passage.tokens else None
    heads = {root} if subject is None else {root, subject, *coordinated(passage, subject), *_parts(passage, (subject,))}
    return tuple(t for t in words if t.i in heads and t.weight > FAINT * 0.5)


def _parts(passage: Passage, nouns: Iterable[int]) -> Iterator[int]:
    """The nouns that a noun is "of": the mission in "the members of the mission"."""
    for child in (c for i in nouns for c in passage.children[i]):
        if passage.tokens[child].dep == "prep" and passage.tokens[child].lemma == "of":
            yield from (t for t in passage.children[child] if passage.tokens[t].dep == "pobj")


def _weighed(passage: Passage, slot: Slot, words: tuple[Term, ...]) -> Slot:
    near = nearness(passage, slot.tokens)
    if slot.kind == "count" and lexicon.person_noun(slot.mention.value.unit):
        # "Officers" says what is counted, and of which event nothing.
        words = tuple(t for t in words if not passage.tokens[t.i].span.within(slot.mention.span))
    if slot.kind == "identifier":
        # "Section 4 of the Ports Act": whatever else that law says is of it too.
        numbered = (t.i for t in passage.tokens_in(slot.mention.span))
        belonging = frozenset[int]().union(*(subtree(passage, i) for i in _parts(passage, numbered)))
        words = tuple(t for t in words if t.i not in belonging)
    if slot.kind == "listing":
        # "The Drivers' Guild": what stands before a member's name is of the name.
        words = tuple(t for t in words if t.pos != "PROPN" or passage.tokens[t.i].head not in slot.tokens)
    if slot.kind == "place":
        # "In the port city of Osa": what stands before a place's name only says what it is.
        only_named = Span(slot.mention.span.start, slot.mention.core.start)
        words = tuple(t for t in words if not passage.tokens[t.i].span.within(only_named))
    if slot.kind == "place" and slot.mention.rule == HOST:
        # "Osa hosted the talks" is of talks in Osa.
        words = tuple(t for t in words if passage.tokens[t.i].head != t.i)
    if slot.kind == "place" and any(slot.mention.value.governor in words for words in SAYING_WHERE):
        # "Is stored in Osa", "is a resident of Osa": what is said is where it is.
        words = tuple(t for t in words if t.lemma != slot.mention.value.governor)
    if slot.kind == "ordinal":
        # "In history", "on record", "ever": of all that there were, whatever it is said with.
        words = tuple(t for t in words if t.lemma not in EVER)
    kept = tuple(replace(t, weight=t.weight * near[t.i] ** 2) for t in words if t.i not in slot.tokens)
    return replace(slot, terms=kept)


@lru_cache(maxsize=4096)
def statements(claim: str, as_of: date | None = None) -> tuple[Statement, ...]:
    """The sentences of a claim, each with its values and terms. Relative dates resolve against ``as_of``.

    >>> [said] = statements("144 officers left Osa on 6 February 2025.")
    >>> [term.lemma for term in said.terms], [slot.kind for slot in said.tested]
    (['officer', 'leave', 'osa'], ['count'])
    """
    if as_of is not None:
        # A claim that says its own dates in full, or none, is read once for all the days its sources were published.
        undated = statements(claim)
        if all(m.value.anchored and not m.value.year_assumed for s in undated for m in s.marks.date):
            return undated
    reading: Reading = read(Source("claim", claim, published=as_of))
    return tuple(
        _statement(passage, marks, *_slots(passage, marks))
        for passage, marks in zip(reading.passages, mark(reading), strict=True)
    )


def told(passage: Passage, marks: Marks) -> Iterator[Statement]:
    """A sentence of a source as a claim about each of its values in turn; the other values say which event.

    >>> from secondsource.values.marking import mark
    >>> reading = read(Source("wire", "The ferry carried 40 people to Lund on 4 May 2025."))
    >>> [s.tested[0].kind for s in told(reading.passages[0], mark(reading)[0])]
    ['count', 'date', 'place']
    """
    tested, anchors = _slots(passage, marks, every=True)
    values = tested + anchors
    for slot in values:
        yield _statement(passage, marks, (slot,), tuple(s for s in values if s is not slot))


def _main_verb(passage: Passage) -> int:
    """The verb that says what a claim says; in "It was at Osa that they met" the one after "that"."""
    roots = [t for t in passage.tokens if t.head == t.i]
    # "Of all the inns, Lund's is the oldest" may be two sentences to the parser.
    root = next((t for t in roots if t.pos in ("VERB", "AUX")), next(iter(roots), None))
    if root is None:
        return 0
    below = [passage.tokens[c] for c in passage.children[root.i]]
    if root.pos in ("NOUN", "PROPN") and not any(t.dep in ("cop", "nsubj") for t in below):
        # "The band The Swans was formed": read as a band that the Swans were formed by.
        return next((t.i for t in below if t.dep == "relcl" and is_finite(passage, t.i)), root.i)
    if root.lemma == "have" and not any(t.dep in ("dobj", *SUBJECTS) for t in below):
        # "Never before 2020 had the lake frozen": the auxiliary stands before its subject.
        return next((t.i for t in below if t.dep == "ccomp" and t.tag == "VBN"), root.i)
    if root.lemma == "be" and (told := _of_the_one(passage, below)) is not None:
        return told
    if root.lemma in FALLS_SHORT and root.tag == "VBD":  # what fails to do so as a rule may do so in part
        return next((t.i for t in below if t.dep == "xcomp" and t.tag == "VB"), root.i)
    if root.lemma != "be" or not any(t.lemma == "it" and t.i < root.i for t in below):
        return root.i
    said = (t.i for t in below if t.dep in CLEFT and t.pos == "VERB" and is_finite(passage, t.i))
    return next(said, root.i)


def _of_the_one(passage: Passage, below: Sequence[Token]) -> int | None:
    """The verb that says what a claim says of "the one": "Order 9 is the one by which the firm was fined"."""
    ones = (t for t in below if t.dep == "attr" and t.text.lower() == "one")
    told = (c for t in ones for c in passage.children[t.i] if passage.tokens[c].dep == "relcl")
    return next((c for c in told if is_finite(passage, c)), None)


CLEFT = frozenset({"ccomp", "relcl", "acl", "advcl"})

FALLS_SHORT = frozenset({"fail", "neglect", "omit", "forget"})
"""Verbs that only deny what follows them: a board that failed to meet did not meet."""


def _brought_out(passage: Passage, root: int, slot: Slot) -> Slot:
    """A place that a claim brings out is where its deed was done: "It was at Osa that they met" is of meeting there."""
    if slot.kind != "place" or slot.mention.value.governor != "be" or passage.tokens[root].dep not in CLEFT:
        return slot
    said = replace(slot.mention.value, governor=passage.tokens[root].lemma)
    return replace(slot, mention=replace(slot.mention, value=said))


def _hosted(passage: Passage, tested: tuple[Slot, ...], words: tuple[Term, ...]) -> tuple[Term, ...]:
    """What is at a place that a claim opens with: the talks of "Osa hosted the talks"."""
    if not tested or tested[0].mention.rule != HOST:
        return ()
    return tuple(t for t in words if t.i not in tested[0].tokens and passage.tokens[t.i].head != t.i and not t.name)


def _with_subject(passage: Passage, root: int, words: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms, with those marked that name who or what the claim is about, or whose it is: "Ana Roe's father"."""
    head = subject_said(passage, root) if passage.tokens else None
    below = frozenset() if head is None else subtree(passage, head)
    return tuple(replace(t, subject=True) if t.i == head or (t.name and t.i in below) else t for t in words)


def _statement(passage: Passage, marks: Marks, tested: tuple[Slot, ...], anchors: tuple[Slot, ...]) -> Statement:
    slots = tested + anchors
    valued = [s.mention.core for s in slots if s.kind in ("count", "ordinal") and not _measured(s)]
    whole = [s.mention.span for s in slots if s.kind in WHOLE or _measured(s)]
    whole += [m.span for found in (marks.date, marks.clock) for m in found]
    root = _main_verb(passage)
    tested, anchors = _one_date(passage, root, tested, anchors)
    tested = tuple(_brought_out(passage, root, s) for s in tested)
    words = _with_subject(passage, root, terms(passage, [*valued, *whole]))
    tested, anchors = (tuple(_weighed(passage, s, words) for s in group) for group in (tested, anchors))
    times = [s.mention.value for s in anchors if s.kind == "date"] or [
        s.mention.value for s in tested if s.kind == "date"
    ]
    return Statement(
        passage,
        marks,
        tested,
        anchors,
        words,
        _hosted(passage, tested, words) or _core(passage, root, words),
        root,
        passage.tokens[root].lemma in STATES if passage.tokens else True,
        times[0] if len(times) == 1 else None,
    )
