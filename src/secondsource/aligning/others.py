"""Signs that a passage speaks of another thing of the same kind, or says the opposite."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from secondsource.aligning.index import SourceIndex, akin, nearness, resumes
from secondsource.aligning.statement import Slot, Statement, subject_said
from secondsource.aligning.terms import LIGHT, Term, fold, is_content, lemma_of, phrases
from secondsource.grammar.calendar import SEASONS
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage, Token, lexicon
from secondsource.language.attitudes import VERBS
from secondsource.language.clauses import clause, coordinated, is_passive, predicate_of, subject_of, subtree
from secondsource.sources import Kind
from secondsource.values.marking import Marks
from secondsource.values.mention import Mention
from secondsource.values.ordinal import Ordinal, tells_which

Aliases = Mapping[str, tuple[str, ...]]

BESIDE = 0.85
"""How near two words must stand for one to be said of the other."""

LOOSELY = 0.75
"""The same, where a word only has to belong to what is said."""

TELLING = 0.25
"""What a verb must weigh to name an event by itself."""

NAMING = frozenset({"compound", "nsubj", "nsubjpass", "appos", "poss", "conj"})


# "The first day" tells which day, and of what happened on it nothing.
TIMES = frozenset(["day", "week", "month", "year", "night", "half", "quarter", "hour", "minute", "time"])


def _instances(marks: Marks) -> list[Mention[Ordinal]]:
    return [m for m in marks.ordinal if tells_which(m.value) and m.value.noun and m.value.noun not in TIMES]


def _is_of_time(passage: Passage, mention: Mention[Ordinal]) -> bool:
    """Whether an ordinal tells a time, also where the next name runs on from it: "on its first day Line D carried"."""
    last = passage.tokens_in(mention.core)
    behind = passage.tokens[last[-1].i + 1 : last[-1].i + 2] if last else ()
    return mention.value.noun in TIMES or any(t.lemma in TIMES for t in behind)


class Instance(StrEnum):
    """Which one of its kind a passage speaks of."""

    OURS = "the claim's own"
    OTHER = "another"
    UNNAMED = "it does not say which"


def instance(statement: Statement, index: SourceIndex, marks: tuple[Marks, ...], passage: Passage) -> Instance:
    """Whether a passage speaks of the claim's own instance: "the third contingent", not the second.

    What the passage itself names goes before what its reader has in mind. A claim that names none is at home in any.
    """
    tested = [s.mention.core for s in statement.tested]  # the fourth floor is no other instance where that is asked
    told = (m for m in statement.marks.ordinal if not any(m.core.overlaps(core) for core in tested))
    ours = [m for m in told if tells_which(m.value) and not _is_of_time(statement.passage, m)]
    if not ours:
        return Instance.OURS
    nouns = {fold(m.value.noun) for m in ours if m.value.noun} | {t.lemma for t in statement.core}
    for where in (passage.index, *index.context(passage)):
        theirs = [
            m
            for m in _instances(marks[where])
            if any(lexicon.kinship(fold(m.value.noun), noun) >= 0.6 for noun in nouns)
        ]
        if theirs:
            same = any(m.value.rank == o.value.rank for m in theirs for o in ours)
            return Instance.OURS if same else Instance.OTHER
    return Instance.UNNAMED


def rival(statement: Statement, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases) -> str:
    """The name of somebody else whom the passage speaks of in the claim's place, or "".

    "Rival Kempen Union shut 42 branches" is not about Veldhaven's branches.
    """
    if not start or passage.kind is Kind.ROW:
        return ""
    verb = predicate_of(passage, start[0])
    if verb is None:
        return ""
    if passage.tokens[verb].lemma in VERBS and verb not in happenings(statement, index, passage, aliases):
        # Who only reports it is no rival.
        return ""
    if is_passive(statement.passage, statement.root) and not is_passive(passage, verb):
        # The claim leaves open who did it.
        return ""
    phrases = [[passage.tokens[i] for i in phrase] for phrase in _participants(passage, verb, start)]
    names = [t for phrase in phrases for t in phrase if t.pos == "PROPN" and t.text[0].isupper()]
    if not names or any(
        _about(statement, lemma_of(t), t.pos == "PROPN", aliases) for phrase in phrases for t in phrase
    ):
        return ""
    claimed = [t for t in statement.terms if t.name]
    own = clause(passage, start[0])
    if not claimed or own & index.words_in(claimed, passage, aliases):
        return ""
    return " ".join(t.text for t in names)


def other_patient(statement: Statement, passage: Passage, start: tuple[int, ...], aliases: Aliases) -> bool:
    """Whether what a clause says happened to somebody happened to another than the claim's own, both by their names.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("Police arrested Tom Reyes on Friday.")
    >>> told = read(Source("a", "Ken Adair was arrested on Monday. Reyes was arrested on Monday.")).passages
    >>> [other_patient(claim, p, (len(p.tokens) - 2,), {}) for p in told]
    [True, False]
    """
    verb = predicate_of(passage, start[0]) if start else None
    if verb is None or passage.kind is Kind.ROW:
        return False
    ours, theirs = _patient(statement.passage, statement.root), _patient(passage, verb)
    return bool(ours and theirs) and not any(_about(statement, lemma_of(t), True, aliases) for t in theirs)


def _patient(passage: Passage, verb: int) -> list[Token]:
    """The names of those to whom something happens: a verb's object, or the subject of one that has none."""
    held = [c for c in passage.children[verb] if passage.tokens[c].dep in ("dobj", "nsubjpass")]
    subject = subject_of(passage, verb)
    heads = held or ([subject] if subject is not None else [])
    nouns = [n for head in heads for n in coordinated(passage, head)]
    phrases = (n for noun in nouns for n in (noun, *(c for c in passage.children[noun] if _names_it(passage, c))))
    return [
        passage.tokens[i] for i in phrases if passage.tokens[i].pos == "PROPN" and passage.tokens[i].text[0].isupper()
    ]


def _names_it(passage: Passage, i: int) -> bool:
    return passage.tokens[i].dep in ("compound", "appos", "flat")


def _participants(passage: Passage, verb: int, start: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Who does it and where: a clause's subject, and the place it opens with or is set in."""
    subject = subject_of(passage, verb)
    if subject is not None and subject not in start:
        yield (subject, *(c for c in passage.children[subject] if passage.tokens[c].dep in NAMING))
    for child in passage.children[verb]:
        if passage.tokens[child].dep == "prep" and passage.tokens[child].lemma in ("at", "in"):
            yield from ((t,) for t in passage.children[child] if t not in start)


def _about(statement: Statement, lemma: str, name: bool, aliases: Aliases) -> bool:
    return any(akin(term, lemma, name) >= 0.6 or lemma in aliases.get(term.lemma, ()) for term in statement.terms)


def opposite(
    statement: Statement,
    terms: tuple[Term, ...],
    index: SourceIndex,
    passage: Passage,
    start: tuple[int, ...],
    aliases: Aliases,
) -> tuple[str, str] | None:
    """A word of the claim and the word of the passage, near the value, that says the opposite of it."""
    near = nearness(passage, start)
    # A word of the claim is nobody's opposite: "landed before the others left".
    ours = index.words_in(terms, passage, aliases, least=1.0)
    for term in terms:
        met = index.words_in((term,), passage, aliases)
        if term.name or term.groups or term.weight < 0.15 or any(near[i] >= BESIDE for i in met):
            continue
        for token in passage.tokens:
            # "Until the end of 2030" ends nothing.
            if token.i in ours or token.i in start or near[token.i] < BESIDE or not is_content(token):
                continue
            if term.pos != token.pos or not lexicon.opposed(term.lemma, lemma_of(token)):
                continue
            if {term.lemma, lemma_of(token)} <= DEALS:
                continue
            if not turned_round(statement, index, passage, token, aliases):
                return term.lemma, token.text
        told = statement.passage.tokens[term.i].dep in _TOLD
        against = lexicon.against(lexicon.meant(term.lemma)) if told else ()
        for begin, end, group in phrases(passage) if against else ():
            if group in against and near[begin] >= BESIDE and ours.isdisjoint(range(begin, end)):
                return term.lemma, " ".join(t.text for t in passage.tokens[begin:end])
    return None


_TOLD = frozenset({"acomp", "advmod", "oprd"})
"""How a word hangs by which a claim says how something is, or was done: "was finished late"."""

DEALS = frozenset({"sale", "purchase", "acquisition"})
"""Nouns for one deed from its two sides: a contract of sale is one of purchase."""

CONVERSES = word_set(
    """
    buy sell purchase acquire give receive get obtain accept take lend borrow lease rent let hire win lose beat defeat
    export import pay cost earn charge owe supply provide grant award donate hand pass send deliver ship teach learn
    bequeath inherit offer admit enter precede follow employ serve
    """
)
"""Verbs of deeds that have two sides, each with a verb of its own: who buys buys of one who sells."""


def turned_round(statement: Statement, index: SourceIndex, passage: Passage, token: Token, aliases: Aliases) -> bool:
    """Whether an opposite tells the same deed from its other side: "the city sold Obi Lines the yard".

    It does not where its subject is the claim's own, or a pronoun that may stand for that.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("Obi Lines bought the yard.")
    >>> index = SourceIndex(read(Source("a", "The city sold the yard. Obi Lines sold the yard.")))
    >>> [turned_round(claim, index, p, t, {}) for p in index.passages for t in p.tokens if t.text == "sold"]
    [True, False]
    """
    if token.pos != "VERB" or lemma_of(token) not in CONVERSES:
        return False
    subject = subject_of(passage, token.i)
    if subject is None or is_passive(passage, token.i):
        return True
    if passage.tokens[subject].pos == "PRON":
        return False
    claims = subject_of(statement.passage, statement.root)
    ours = frozenset() if claims is None else subtree(statement.passage, claims)
    terms = (t for t in statement.terms if t.i in ours)
    return index.words_in(terms, passage, aliases).isdisjoint(subtree(passage, subject))


ELSE = word_set("""
    other another similar different separate earlier previous former preceding later subsequent return
    """)
"""Words before a noun that tell it from one spoken of: "the return match", "an earlier mission"."""


def another(statement: Statement, passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a value is said of another one of its kind: "the other tunnel was broken through in April"."""
    if not start:
        return False
    verb = predicate_of(passage, start[0])
    path = passage.ancestors(start[0])
    nouns = {i for i in path[: path.index(verb)] if passage.tokens[i].pos == "NOUN"} if verb in path else set()
    verbs = () if verb is None else (verb, *passage.ancestors(verb))
    # "The other one stays closed": the verb that has the subject may stand over the value's own, or under it.
    chain = (w for v in verbs for w in (v, *(c for c in passage.children[v] if passage.tokens[c].pos == "AUX")))
    subject = next((s for v in chain if (s := subject_of(passage, v)) is not None), None)
    nouns |= set() if subject is None else {subject}
    said = {passage.tokens[c].lemma.lower() for i in nouns for c in (i, *passage.children[i])}
    ours = {t.lemma.lower() for t in statement.passage.tokens}
    once_more = verb is not None and any(passage.tokens[c].lemma.lower() == AGAIN for c in passage.children[verb])
    here = {lemma_of(passage.tokens[i]) for i in nouns}
    if any((a in ours and b in here) or (b in ours - {a} and a in here - {b}) for a, b in HELD_OVER.items()):
        return True
    numbered = any(tells_which(m.value) for m in statement.marks.ordinal)
    once_more &= verb is not None and passage.tokens[verb].tag in ("VBD", "VBN")  # what "will run again" resumes
    once_more &= not numbered and not (
        ours & {AGAIN, *HELD_OVER} or statement.passage.tokens[statement.root].lemma.startswith("re")
    )
    mine = subject_said(statement.passage, statement.root)
    told = (
        set() if mine is None else {statement.passage.tokens[c].lemma.lower() for c in statement.passage.children[mine]}
    )
    unsaid = ELSE & told - {t.lemma.lower() for t in passage.tokens}
    return once_more or bool(unsaid) or bool(ELSE & said - ours)


HELD_OVER = {"retrial": "trial", "rerun": "run", "rematch": "match", "replay": "match", "recount": "count"}
"""Words for a thing held over again, with that for the first one."""

AGAIN = "again"
"""The word for what is done once more: "bid again on 2 May". What began again was resumed, reopened, restarted."""


def in_another_post(statement: Statement, passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a value is said of somebody in a post that the claim's own has not: what a treasurer did is no word on
    what the chairman did."""
    verb = predicate_of(passage, start[0]) if start else None
    theirs = subject_of(passage, verb) if verb is not None else None
    ours = subject_said(statement.passage, statement.root)
    if theirs is None or ours is None:
        return False
    both = (passage.tokens[theirs], statement.passage.tokens[ours])
    if not all(t.pos == "NOUN" and t.lemma in POST_NAMES for t in both):
        return False
    said = {t.lemma for t in statement.passage.tokens} | {t.lemma for t in passage.tokens if t.pos == "PROPN"}
    return both[0].lemma not in said and lexicon.kinship(both[0].lemma, both[1].lemma) < LOOSELY


POST_NAMES = word_set("""
    chairman chairwoman chair treasurer secretary deputy mayor governor president minister director captain coach
    manager judge prosecutor ambassador bishop editor curator principal rector chancellor premier senator spokesman
    spokeswoman commissioner commander conductor owner founder
    """)
"""Nouns for posts of which one body has one, and somebody else each."""


def unspoken(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether a passage, with what its reader has in mind, has neither what the claim says nor whom it says it of."""
    if not statement.core:
        return False
    near = {passage.index, *index.context(passage)}
    return not any(near & index.hits(term, aliases).keys() for term in statement.core)


def _event(statement: Statement) -> tuple[Term, ...]:
    """The words that name what happened: the main verb, or where that says little what is done by it ("took the
    bait"), or its subject ("the fire started")."""
    verb = tuple(t for t in statement.core if t.i == statement.root and t.weight >= TELLING)
    below = [t for t in statement.terms if t.weight >= TELLING and statement.passage.tokens[t.i].dep == "dobj"]
    done = tuple(t for t in below if statement.passage.tokens[t.i].head == statement.root and not t.name)
    return verb or done or tuple(t for t in statement.core if t.i != statement.root)


def undone(
    statement: Statement, index: SourceIndex, passage: Passage, main: Slot, start: tuple[int, ...], aliases: Aliases
) -> bool:
    """Whether a value is not said of what the claim says happened, by any word that is known for it.

    Every sentence has a date, so a date asks for a nearer word than a figure does.
    """
    words = _event(statement)
    if statement.state or not words:
        return False
    if _does_else(statement, index, passage, start, aliases):
        return True
    near = nearness(passage, start)
    own = clause(passage, start[0]) if start else frozenset()
    said = index.words_in(words, passage, aliases, least=LOOSELY if main.kind == "date" else 0.0)
    if any(near[i] >= LOOSELY or i in own for i in said):
        return False
    # "It began on Friday": what began was said before.
    before = index.context(passage).keys() if resumes(passage, start) else frozenset()
    return not any(before & index.hits(t, aliases).keys() for t in words)


def _does_else(
    statement: Statement, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases
) -> bool:
    """Whether a claim that only says that something began or took place meets a verb of its own: "it was contained"."""
    root = next((t for t in statement.terms if t.i == statement.root), None)
    verb = predicate_of(passage, start[0]) if start else None
    if root is None or root.weight >= TELLING or verb is None:
        return False
    lemma = passage.tokens[verb].lemma
    said = index.words_in((root,), passage, aliases)
    return lemma not in LIGHT and lexicon.weight(lemma) >= TELLING and verb not in said


def namesake(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> str:
    """The name by which a passage tells another thing of the same sort from the claim's, or "".

    "The Cassel Plains fires of 1939" are not the Harrow Ridge fire.
    """
    ours = {t.i for t in statement.terms if t.name}
    if any(passage.index in index.hits(t, aliases) for t in statement.terms if t.name):
        return ""
    for term in statement.terms:
        if term.name or not any(c in ours for c in _names(statement.passage, term.i)):
            continue
        for hit in index.hits_in((term,), passage, aliases):
            theirs = [passage.tokens[c] for c in _names(passage, hit.token)]
            if theirs and not any(_about(statement, lemma_of(t), True, aliases) for t in theirs):
                return " ".join(t.text for t in theirs)
    return ""


def _names(passage: Passage, i: int) -> Iterator[int]:
    """The names that say which thing a noun stands for: before it, or after "at", "of", "in"."""
    for child in passage.children[i]:
        token = passage.tokens[child]
        if (
            token.pos == "PROPN"
            and token.dep in ("compound", "poss", "nmod", "amod", "appos")
            and token.text[0].isupper()
        ):
            yield child
        elif token.dep == "prep" and token.lemma in ("at", "of", "in", "near"):
            yield from (
                t
                for t in passage.children[child]
                if passage.tokens[t].pos == "PROPN" and passage.tokens[t].text[0].isupper()
            )


def of_another_name(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> str:
    """The name by which a passage tells whose something is, where the claim says that it is somebody else's, or "".

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("The head of Osa High is Ana Roe.")
    >>> index = SourceIndex(read(Source("a", "Lund High's head, Bo Lee, spoke. The head of Osa High sat.")))
    >>> [of_another_name(claim, index, passage, {}) for passage in index.passages]
    ['Lund High', '']
    """
    for term in _taking_part(statement):
        ours = {} if term.name else {lemma_of(t): t for t in _owners(statement.passage, term.i)}
        hits = index.words_in((term,), passage, aliases) if ours else frozenset()
        told = [_owners(passage, i) for i in hits]
        known = {*ours, *(also for word in ours for also in aliases.get(word, ()))}
        if told and all(_apart(known, {lemma_of(t) for t in theirs}) for theirs in told):
            return " ".join(t.text for t in told[0])
    return ""


def _taking_part(statement: Statement) -> Iterator[Term]:
    """Who does what a claim says and what it is done with: of the rest it says itself what it is, or where."""
    return (t for t in statement.terms if statement.passage.tokens[t.i].dep in ("nsubj", "nsubjpass", "dobj"))


def _apart(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether each of two names has a word that the other lacks."""
    return bool(set(ours) - set(theirs)) and bool(set(theirs) - set(ours))


def _owners(passage: Passage, noun: int) -> list[Token]:
    """The names of whose, or of what, a noun is: "Lund High's head", "the head of Lund High"."""
    who = {c for c in passage.children[noun] if passage.tokens[c].dep == "appos"}
    heads = [c for c in _names(passage, noun) if c not in who]
    words = sorted({i for head in heads for i in (head, *_beside_noun(passage, head))})
    return [passage.tokens[i] for i in words if passage.tokens[i].pos == "PROPN"]


def other_sort(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> str:
    """The word by which a passage tells another thing of the kind from the claim's, or "": the award ceremony from the
    opening ceremony, the women's final from the men's.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("The opening ceremony was held in the library.")
    >>> index = SourceIndex(read(Source("a", "The award ceremony was held in the gym. The ceremony was held there.")))
    >>> [other_sort(claim, index, passage, {}) for passage in index.passages]
    ['award', '']
    """
    for term in _taking_part(statement):
        ours = [statement.passage.tokens[c] for c in _sorts(statement.passage, term.i)]
        hits = index.words_in((term,), passage, aliases) if ours else frozenset()
        told = [[passage.tokens[c] for c in _sorts(passage, i)] for i in hits]
        seasons = {t.lemma for theirs in (ours, *told) for t in theirs} & SEASONS.keys()
        if len(seasons) > 1 and all(seasons.intersection(t.lemma for t in theirs) for theirs in told):
            return ", ".join(sorted(seasons))
        if not told or any(_of_one_sort(a, b) for theirs in told for a in ours for b in theirs) or not all(told):
            continue
        # "The deck sections" are those of the deck, and it may speak of ours as well.
        said = index.words_in((t for t in statement.terms if t.i in {o.i for o in ours}), passage, aliases) - hits
        said |= index.words_in(statement.terms, passage, aliases) & {t.i for theirs in told for t in theirs}
        if not said:
            return told[0][0].text
    return ""


def _sorts(passage: Passage, noun: int) -> Iterator[int]:
    """The common nouns before a noun that say of what sort it is: "award ceremony", "the women's final"."""
    for child in passage.children[noun]:
        token = passage.tokens[child]
        sort = token.dep in ("compound", "nmod", "poss") or (token.dep == "amod" and token.tag == "VBG")
        if child < noun and sort and token.pos in ("NOUN", "VERB") and token.text.islower():
            yield child


def _of_one_sort(ours: Token, theirs: Token) -> bool:
    return lexicon.kinship(lemma_of(ours), lemma_of(theirs)) >= ALIKE / 2


def happenings(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> frozenset[int]:
    """The tokens of a passage that say what the claim says happened."""
    # A verb that says little is still the same verb: "went to accounts", "are believed to have gone".
    verb = statement.passage.tokens[statement.root].lemma if statement.passage.tokens else ""
    again = (t.i for t in passage.tokens if t.lemma == verb and t.pos == "VERB")
    return index.words_in(_event(statement), passage, aliases).union(again)


def spoken(
    statement: Statement, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases
) -> bool:
    """Whether a passage has a word of its own for what the claim is about, or goes on with a "he" or an "it"."""
    words = statement.core or statement.terms
    return resumes(passage, start) or any(passage.index in index.hits(term, aliases) for term in words)


ALIKE = 0.6
"""How near a word must come to one of the claim's for the same thing to be at a place."""

_SPEAKERS = frozenset({"i", "we", "you"})
_HELD = frozenset({"dobj", "attr", "acomp", "pobj"})
_HOLDING = frozenset({"dobj", "attr", "acomp", "nsubj", "nsubjpass", "prt"})


def located(
    statement: Statement, slot: Slot, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases
) -> bool:
    """Whether what a passage puts at a place, or what happens there, is a word of what the claim puts at its own.

    "Observers in Maine saw it" puts observers there and no meteorite.
    """
    there = _at_place(passage, start)
    ours = _said_at(statement, slot)
    said = index.words_in((t for t in statement.terms if t.i in ours), passage, aliases, ALIKE)
    again = resumes(passage, start) and not any(passage.tokens[i].lemma.lower() in _SPEAKERS for i in there)
    return again or not said.isdisjoint(there)


def _at_place(passage: Passage, start: tuple[int, ...]) -> frozenset[int]:
    """The words above a place as far as its verb, with the verb's subject and what completes it."""
    if not start:
        return frozenset()
    verb = predicate_of(passage, start[0])
    above = passage.ancestors(start[0])
    found = set(above if verb is None or verb not in above else above[: above.index(verb) + 1])
    if verb is not None:
        subject = subject_of(passage, verb)
        found |= {c for c in passage.children[verb] if passage.tokens[c].dep in _HOLDING}
        found |= set() if subject is None else {subject, *_beside_noun(passage, subject)}
    return frozenset(found - set(start))


def _beside_noun(passage: Passage, i: int) -> Iterator[int]:
    return (c for c in passage.children[i] if passage.tokens[c].dep in NAMING)


def _said_at(statement: Statement, slot: Slot) -> frozenset[int]:
    """The words of a claim that say what is at its place; all but names where its verb says nothing ("it was at")."""
    passage = statement.passage
    if passage.tokens and passage.tokens[statement.root].lemma in LIGHT | {"be"}:
        return frozenset(t.i for t in statement.terms if t.i not in slot.tokens)
    found = {t.i for t in statement.core}
    found |= {slot.tokens[0], *passage.ancestors(slot.tokens[0])} if slot.tokens else set()
    below = {c for i in found for c in passage.children[i] if passage.tokens[c].dep in _HELD}
    return frozenset((found | below) - set(slot.tokens))


def meant(slot: Slot, index: SourceIndex, passage: Passage, start: tuple[int, ...], aliases: Aliases) -> bool:
    """Whether a word of the claim is what stands at a place of a passage."""
    return not index.words_in(slot.terms, passage, aliases).isdisjoint(start)


def unmentioned(statement: Statement, index: SourceIndex, aliases: Aliases) -> str:
    """A name that the claim says something about beside its subject, and that the source never gives; or ""."""
    passage = statement.passage
    subject = subject_of(passage, statement.root) if passage.tokens else None
    met = {t.i for t in statement.terms if t.name and index.hits(t, aliases)}
    for term in statement.terms:
        above = passage.ancestors(term.i)
        inside = subject is not None and (term.i == subject or subject in above)
        # "The Superior Court" may be that of Selwick.
        inside |= any(i in met for i in above[:2])
        if term.name and not inside and not index.hits(term, aliases) and term.lemma not in index.title_words:
            return passage.tokens[term.i].text
    return ""


_COMPLETING = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp"})
"""How words hang from a verb that say, with it, what was done."""


def unspoken_deed(statement: Statement, index: SourceIndex, aliases: Aliases) -> bool:
    """Whether a source has no word for what a claim says was done, nor for what it was done to: that a school has a
    fair in June is no word on its banning telephones in June.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("The school banned telephones in June.")
    >>> fair, ban = "The school's fair was held in June.", "The school forbade all telephones in June."
    >>> [unspoken_deed(claim, SourceIndex(read(Source("a", text))), {}) for text in (fair, ban)]
    [True, False]
    """
    passage, root = statement.passage, statement.root
    slots = {i for slot in (*statement.tested, *statement.anchors) for i in slot.tokens}
    done = {root, *(c for c in passage.children[root] if passage.tokens[c].dep in _COMPLETING)}
    below = {c for i in done - {root} for c in passage.children[i]}
    said = [t for t in statement.terms if t.i in done | below and not t.subject and t.i not in slots]
    told = [t for t in said if t.weight >= TELLING]
    return len(told) > 1 and any(t.i in done - {root} for t in told) and not index.meeting(said, aliases)


def one_of_several(statement: Statement, marks: Marks, passage: Passage, start: tuple[int, ...]) -> bool:
    """Whether a figure is one instance's where the claim names none: "the first contingent of 400"."""
    if any(tells_which(m.value) for m in statement.marks.ordinal):
        return False
    near = nearness(passage, start)
    return any(
        any(near[t.i] >= BESIDE for t in passage.tokens_in(m.core)) and lexicon.person_noun(m.value.noun)
        for m in _instances(marks)
    )
