"""Whether a sentence states what it speaks of: or plans, denies, negates, doubts or asks it, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from secondsource.language.attitudes import (
    ADJECTIVES,
    ALREADY,
    ASKS_BY_CLAUSE,
    ATTEMPTS,
    CLAIMS_BY_CLAUSE,
    CONDITIONS,
    CONTESTING,
    COUNTS,
    CUE_NOUNS,
    FAILING,
    HEARSAY,
    HEDGES,
    KEPT_FROM,
    MODALS,
    NEGATIVES,
    OBLIGES,
    PLANNED_ITSELF,
    REPORTS_BY_CLAUSE,
    REQUESTS,
    SUMMONING,
    TELLING_TO,
    THWARTING,
    THWARTING_WITH,
    UNNAMED,
    UNTRUE,
    VERBS,
    WITH_PARTICLE,
    WRONGLY,
    Attitude,
)
from secondsource.language.clauses import (
    Roles,
    Tense,
    clause,
    is_finite,
    is_passive,
    is_predicate,
    predicate_of,
    roles_of,
    subject_of,
    tense,
)
from secondsource.language.contrasts import is_contrast
from secondsource.language.speakers import says, speaker_of
from secondsource.language.tokens import Passage, Token, of_passage
from secondsource.sources import Span

__all__ = ["Factuality", "Roles", "Standing", "Tense", "clause", "roles_of", "standing", "subject_of", "tense"]


class Factuality(StrEnum):
    """How a sentence takes what one of its words speaks of."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DENIED = "denied"
    """Somebody denies or rejects it: a dispute, not a fact."""
    NEGATED = "negated"
    DOUBTED = "doubted"
    """Hedged, alleged, rumoured, only possible."""
    CONDITIONAL = "conditional"
    QUESTION = "question"
    PAST_HABIT = "past habit"
    """So once and no longer: "used to"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a word stands in its sentence: its factuality, the words that show it, and who says so."""

    factuality: Factuality = Factuality.ASSERTED
    cue: str = ""
    cue_span: Span | None = None
    lemma: str = ""
    """The dictionary form of the cue."""
    speaker: str = ""
    speaker_span: Span | None = None


_Finding = tuple[Factuality, "Token | None"]
_PLAIN: _Finding = (Factuality.ASSERTED, None)

_OUTCOME = {
    Attitude.CLAIMS: Factuality.DOUBTED,
    Attitude.DENIES: Factuality.DENIED,
    Attitude.PLANS: Factuality.PLANNED,
    Attitude.FAILS: Factuality.NEGATED,
    Attitude.ASKS: Factuality.QUESTION,
    Attitude.EXCLUDES: Factuality.DENIED,
    Attitude.DOUBTS: Factuality.DOUBTED,
}
_NEGATED_OUTCOME = {
    Attitude.REPORTS: Factuality.DOUBTED,
    Attitude.CLAIMS: Factuality.DENIED,
    Attitude.DENIES: Factuality.DOUBTED,
    Attitude.PLANS: Factuality.NEGATED,
    Attitude.FAILS: Factuality.ASSERTED,
    Attitude.ASKS: Factuality.DOUBTED,
    Attitude.EXCLUDES: Factuality.DOUBTED,
    Attitude.DOUBTS: Factuality.ASSERTED,
    Attitude.PASSES_ON: Factuality.NEGATED,
}
"""What a governing verb does when it is itself negated: "did not confirm that", "does not plan to"."""

OPEN = frozenset({Factuality.PLANNED, Factuality.DOUBTED, Factuality.CONDITIONAL, Factuality.QUESTION})
"""How something may stand that is neither stated nor denied."""
_REPORT_NOUNS = frozenset(
    {"claim", "report", "allegation", "rumour", "rumor", "accusation", "suggestion", "charge", "story"}
)
"""What may be denied; a rejected plan or a dismissed minister is another matter."""
_AFTERTHOUGHTS = frozenset({Attitude.REPORTS, Attitude.CLAIMS, Attitude.DENIES})
"""What may follow the clause that it governs: "the dam held, he said"; other verbs there only stand beside it."""
_PENDING_MARKS = frozenset({"when", "once", "until", "after", "before"})
_NEVER = frozenset({"never", "hardly", "scarcely"})
_NO_SOONER = frozenset({"hardly", "scarcely"})
"""Words that with "when" only say how soon one thing came after the other."""
_ASKING_FOR_MORE = frozenset({"why", "when", "where", "how"})
"""Words that ask about what is taken for granted."""
_FOCUS = frozenset({"only", "just", "least", "merely", "simply", "necessarily"})
_COMPARED = frozenset({"more", "less", "few", "fewer", "great", "high", "low", "long"})


@of_passage
def standing(passage: Passage, i: int) -> Standing:
    """How the word at an index stands in its sentence.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> passage = read(Source("s", "The lender denied that it had been fined.")).passages[0]
    >>> found = standing(passage, 7)
    >>> found.factuality.value, found.cue
    ('denied', 'denied')
    """
    if not passage.tokens:
        return Standing()
    factuality, cue = _factuality(passage, i)
    speaker = speaker_of(passage, i)
    return Standing(
        factuality,
        cue.text if cue else "",
        cue.span if cue else None,
        cue.lemma if cue else "",
        _words(passage, speaker) if speaker else "",
        speaker,
    )


def _words(passage: Passage, span: Span) -> str:
    return span.moved(-passage.span.start).of(passage.text)


def _factuality(passage: Passage, i: int) -> _Finding:
    """From the word outwards: each word that governs it may change what holds so far."""
    question = _question(passage, i)
    if question is not None:
        return Factuality.QUESTION, question
    own = _restating(passage, i, predicate_of(passage, i))
    found = next(
        (
            f
            for f in (_token_level(passage, i), _nominal(passage, i, own), _condition_before(passage, i))
            if f != _PLAIN
        ),
        _PLAIN,
    )
    if own is None or (found == _PLAIN and _given(passage, i, own)):
        return found
    for step in (_own(passage, own, i), *_governors(passage, own)):
        found = _joined(found, step)
    return found


def _restating(passage: Passage, i: int, own: int | None) -> int | None:
    """The verb that a value belongs to which says what a clause stands for: "could have paid what we ask, 42 euros"."""
    if own is None:
        return None
    for child in _children(passage, own):
        asks = child.dep == "ccomp" and any(c.dep == "dobj" and c.lemma == "what" for c in _children(passage, child.i))
        if asks and child.i < i and passage.tokens[child.i + 1].text == ",":
            return child.i
    return own


def _joined(inner: _Finding, outer: _Finding) -> _Finding:
    """The outer word decides, but for these: what is open stays open when the outer word only plans or negates, and
    what is planned not to be so is neither planned nor denied; nor is what is not true not to be so."""
    if outer[0] is Factuality.ASSERTED:
        return inner
    if inner[0] is outer[0] is Factuality.NEGATED and inner[1] != outer[1]:
        return Factuality.DENIED, inner[1]
    if inner[0] is Factuality.NEGATED and outer[0] is Factuality.PLANNED:
        return Factuality.DENIED, inner[1]
    keeps = outer[0] in {Factuality.PLANNED, Factuality.NEGATED} and inner[0] in OPEN | {Factuality.DENIED}
    return inner if keeps else outer


def _condition_before(passage: Passage, i: int) -> _Finding:
    """An "if" between the last comma and the word: the parser loses short conditions ("if the dam bursts, ...")."""
    for token in reversed(passage.tokens[: i + 1]):
        if token.pos == "PUNCT":
            break
        if (
            token.lemma in CONDITIONS
            and token.pos == "SCONJ"
            and passage.tokens[token.i - 1].lemma not in ASKS_BY_CLAUSE
        ):
            return Factuality.CONDITIONAL, token
    return _PLAIN


def _children(passage: Passage, i: int) -> Iterator[Token]:
    return (passage.tokens[c] for c in passage.children[i])


def _token_level(passage: Passage, i: int) -> _Finding:
    """ "not 144 but 143": a negation of the word itself, and not of its verb."""
    token = passage.tokens[i]
    if is_predicate(token):
        return _PLAIN
    counted = (token.head,) if token.dep == "nummod" else ()
    for child in (c for j in (i, *counted) for c in _children(passage, j)):
        if child.dep == "neg" and child.lemma in {"not", "n't"} and child.i < i and not _focus(passage, child.i):
            return Factuality.NEGATED, child
    return _PLAIN


_CIRCUMSTANCES = frozenset(["on", "at", "during", "after", "before", "since"])
"""Prepositions that say when a plan was made: "in a call on Thursday"."""


def _nominal(passage: Passage, i: int, stop: int | None) -> _Finding:
    """ "a target of 2,500", "the planned closure", "allegations of fraud": nouns on the way up to the verb."""
    below = i
    for j in (i, *passage.ancestors(i)):
        if j == stop:
            break
        token = passage.tokens[j]
        circumstance = passage.tokens[below].lemma in _CIRCUMSTANCES
        counted = passage.tokens[below].dep == "nummod" and token.tag == "NNS"  # "three claims were settled"
        below = j
        if j != i and token.pos == "NOUN" and token.lemma in CUE_NOUNS and not circumstance and not counted:
            negated = any(c.lemma == "no" for c in _children(passage, j))
            outcome = _NEGATED_OUTCOME if negated else _OUTCOME
            return _dismissed(passage, token) or (outcome[CUE_NOUNS[token.lemma]], token)
        if j != i and token.lemma in _REPORT_NOUNS and (dismissed := _dismissed(passage, token)):
            return dismissed
        for child in _children(passage, j):
            if child.dep in {"amod", "compound", "advmod"} and child.text.lower() in ADJECTIVES and child.i != i:
                return _OUTCOME[ADJECTIVES[child.text.lower()]], child
            if child.dep == "advmod" and child.lemma in HEDGES:
                return Factuality.DOUBTED, child
            if child.dep == "acl" and child.tag == "VBN" and child.lemma in PLANNED_ITSELF:
                return Factuality.PLANNED, child
    return _PLAIN


def _given(passage: Passage, i: int, stop: int) -> bool:
    """ "will reinforce the 600 sent earlier", "to relieve 172 who had served": so already, whatever is planned."""
    for j in (i, *passage.ancestors(i)):
        if j == stop:
            return False
        indefinite = any(c.lemma.lower() in ("a", "an") for c in _children(passage, j))  # "to impose a fine which"
        for child in _children(passage, j):
            pending = any(c.lemma in _PENDING_MARKS for c in _children(passage, child.i))
            if child.dep == "relcl" and tense(passage, child.i) is Tense.PAST and not pending and not indefinite:
                return True
            modifiers = (child, *_children(passage, child.i)) if child.dep == "acl" and child.tag == "VBN" else (child,)
            if any(m.dep in {"amod", "advmod"} and m.text.lower() in ALREADY for m in modifiers):
                return True
    return False


def _dismissed(passage: Passage, noun: Token) -> _Finding | None:
    """ "rejected claims that", "denied reports of": the verb above the noun."""
    above = passage.tokens[noun.head]
    if noun.lemma not in _REPORT_NOUNS:
        return None
    if (
        false := next((c for c in _children(passage, noun.i) if c.dep == "amod" and c.lemma in UNTRUE), None)
    ) is not None:
        return Factuality.NEGATED, false
    if (untrue := _untrue(passage, above)) is not None:
        return Factuality.NEGATED, untrue
    if VERBS.get(above.lemma) is not Attitude.DENIES or above.pos != "VERB":
        return None
    negation = _negation(passage, above.i)
    return (Factuality.DOUBTED, negation) if negation else (Factuality.DENIED, above)


def _untrue(passage: Passage, verb: Token) -> Token | None:
    """ "is false", "is not true", "wrongly reported": the word that says so."""
    said = [c for c in _children(passage, verb.i) if verb.lemma == "be" and c.dep == "acomp"]
    negation = _negation(passage, verb.i) if said else None
    denying = {"true", "correct", "right"} if negation else UNTRUE
    wrongly = (c for c in _children(passage, verb.i) if verb.lemma != "be" and c.lemma.lower() in WRONGLY)
    return next((c for c in said if c.lemma in denying), next(wrongly, None))


def _own(passage: Passage, v: int, i: int) -> _Finding:
    """What the verb's own clause shows: negation, modal verbs, hedges, conditions."""
    negation = _negation(passage, v)
    modal = _modal(passage, v)
    for child in _children(passage, v):
        if child.dep == "mark" and child.lemma in CONDITIONS and passage.tokens[v].dep == "advcl":
            return Factuality.CONDITIONAL, child
        if child.dep == "mark" and child.lemma == "whether":
            return Factuality.QUESTION, child
        if child.dep in {"advmod", "npadvmod"} and child.lemma in HEDGES:
            return Factuality.DOUBTED, child
        if child.lemma in {"accord", "according"} and _anonymous(passage, child):
            return Factuality.DOUBTED, child
    if modal is not None and modal[0] is not Factuality.PLANNED:
        return modal
    if negation is not None:
        return Factuality.NEGATED, negation
    if modal is not None:
        return modal
    return _predicate_itself(passage, v, i)


def _anonymous(passage: Passage, token: Token) -> bool:
    """ "according to two people in the industry": nobody who can be asked."""
    below = [g for c in _children(passage, token.i) for g in (c, *_children(passage, c.i))]
    return any(t.lemma in UNNAMED and t.dep in {"pobj", "prep"} for t in below)


def _predicate_itself(passage: Passage, v: int, i: int) -> _Finding:
    """ "2,500 are expected by January", "is due in May", "is to open", "used to employ"."""
    token = passage.tokens[v]
    if i != v and token.lemma in PLANNED_ITSELF and (is_passive(passage, v) or not _in_subject(passage, i, v)):
        return Factuality.PLANNED, token
    if i != v and token.lemma in SUMMONING | REQUESTS and _below(passage, i, v).lemma == "for":
        return Factuality.PLANNED, token
    told = token.lemma in HEARSAY and is_passive(passage, v) and any(c.dep == "xcomp" for c in _children(passage, v))
    if told and i != v and _in_subject(passage, i, v):
        return Factuality.DOUBTED, token
    if token.lemma == "be":
        for child in _children(passage, v):
            below = child.dep == "xcomp" and _is_infinitive(passage, child) and _to_come(passage, child)
            if below and i != v and _in_subject(passage, i, v) and not _copula(passage, token):
                return Factuality.PLANNED, token
            if child.dep in {"acomp", "attr"} and child.text.lower() in ADJECTIVES:
                return _OUTCOME[ADJECTIVES[child.text.lower()]], child
    return _PLAIN


def _in_subject(passage: Passage, i: int, v: int) -> bool:
    return _below(passage, i, v).dep in {"nsubj", "nsubjpass"}


def _below(passage: Passage, i: int, v: int) -> Token:
    """The word under ``v`` that stands over a word, or is it."""
    path = (i, *passage.ancestors(i))
    return passage.tokens[path[path.index(v) - 1] if v in path and path.index(v) else i]


def _negation(passage: Passage, v: int) -> Token | None:
    """The word that negates a verb. "not only", "not until Tuesday" and "not all" negate something else."""
    for child in _children(passage, v):
        if child.dep == "neg" and is_contrast(passage, child.i):
            continue
        if child.dep == "neg" and child.lemma not in {"no"} and not _focus(passage, child.i):
            return None if _waits(passage, v) else child
        if child.lemma in _NEVER and child.dep in {"advmod", "neg"} and not _focus(passage, child.i):
            return None if child.lemma in _NO_SOONER and _soon_after(passage, v) else child
        if child.dep in {"preconj", "cc"} and child.lemma in {"neither", "nor"}:
            return child
        if (
            child.dep == "advmod"
            and child.text.lower() == "longer"
            and any(g.lemma == "no" for g in _children(passage, child.i))
        ):
            return child
    first = _shares_with(passage, v)
    return None if first is None else _negation(passage, first)


def _focus(passage: Passage, i: int) -> bool:
    """Whether a negation negates the next word and not the verb: "not only", "never more than 19"."""
    after = [t.lemma for t in passage.tokens[i + 1 : i + 3]]
    return bool(after) and (after[0] in _FOCUS or (after[0] in _COMPARED and after[-1] == "than"))


def _waits(passage: Passage, v: int) -> bool:
    """ "did not leave until Tuesday": it left on Tuesday."""
    return any(
        (child.dep in {"prep", "mark"} and child.lemma == "until")
        or (child.dep == "advcl" and any(g.lemma == "until" for g in _children(passage, child.i)))
        for child in _children(passage, v)
    )


def _soon_after(passage: Passage, v: int) -> bool:
    """ "had hardly opened when it burned": it had opened."""
    perfect = any(c.lemma == "have" and c.dep == "aux" for c in _children(passage, v))
    return perfect and any(t.lemma == "when" for t in passage.tokens[v + 1 :])


def _shares_with(passage: Passage, v: int) -> int | None:
    """The verb whose "not" or "will" a coordinated verb shares, having no subject or tense of its own."""
    token = passage.tokens[v]
    own = {c.dep for c in _children(passage, v) if c.dep != "auxpass" or c.tag in {"VBD", "VBZ", "VBP"}}
    if token.dep != "conj" or own & {"nsubj", "nsubjpass", "aux", "auxpass"}:
        return None  # "12 did not sign and were dismissed"
    # "cancel flights and refund": the parser may join the second verb to the first one's object.
    first = predicate_of(passage, token.head)
    if first is None or (token.tag in {"VBD", "VBZ", "VBP"} and passage.tokens[first].tag != "VB"):
        return None
    return first


def _modal(passage: Passage, v: int) -> _Finding | None:
    auxiliaries = [c for c in _children(passage, v) if c.dep == "aux"]
    modal = next((c for c in auxiliaries if c.tag == "MD"), None)
    if modal is not None:
        attitude = MODALS.get(modal.text.lower())
        perfect = any(c.lemma in {"have", "’ve", "'ve"} for c in auxiliaries)
        if attitude is None:
            return None
        if perfect and modal.lemma in {"would", "should", "could", "'d", "’d"}:
            return Factuality.CONDITIONAL, modal
        if perfect and modal.lemma == "must":
            return Factuality.DOUBTED, modal
        if attitude is Attitude.PLANS and _under_condition(passage, v):
            return Factuality.CONDITIONAL, modal
        return _OUTCOME[attitude], modal
    first = _shares_with(passage, v)
    return None if first is None else _modal(passage, first)


def _under_condition(passage: Passage, v: int) -> bool:
    return any(
        child.dep == "advcl" and any(g.dep == "mark" and g.lemma in CONDITIONS for g in _children(passage, child.i))
        for child in _children(passage, v)
    )


def _governors(passage: Passage, v: int) -> Iterator[_Finding]:
    """What each word above a clause makes of it, from the nearest outwards."""
    seen: set[int] = set()
    reported = False
    while v not in seen:
        seen.add(v)
        token, head = passage.tokens[v], passage.tokens[passage.tokens[v].head]
        if token.dep == "ROOT":
            return
        finding, passes = _governed(passage, token, head)
        # That nobody confirmed it ("declined to confirm that ...") does not make it untrue.
        yield (Factuality.DOUBTED, finding[1]) if reported and finding[0] is Factuality.NEGATED else finding
        reported = reported or (token.dep == "ccomp" and says(head))
        if not passes:
            return
        above = predicate_of(passage, head.i)
        if above is None:
            return
        if above != head.i:
            yield _nominal(passage, head.i, above)
        v = above


def _governed(passage: Passage, token: Token, head: Token) -> tuple[_Finding, bool]:
    """What one governing word does, and whether what stands above it matters too."""
    infinitive = _is_infinitive(passage, token)
    if token.dep == "conj":
        return _PLAIN, True
    if token.dep == "ccomp" and any(t.text == ";" for t in passage.tokens[token.i : head.i]):
        return _PLAIN, False  # "two pleaded guilty; the third denies it": the parser hangs the first from the second
    if token.dep in {"relcl"}:
        return ((Factuality.PLANNED, token) if infinitive else _PLAIN), False
    if token.dep == "advcl":
        return _adverbial(passage, token, head, infinitive)
    if token.dep == "acl" or head.pos in {"NOUN", "PROPN"}:
        return _of_noun(passage, token, head, infinitive)
    if token.dep == "pcomp":
        return _of_preposition(passage, head)
    if token.dep in {"ccomp", "xcomp", "csubj", "csubjpass", "parataxis", "dep", "nsubj", "nsubjpass", "dobj", "oprd"}:
        return _of_predicate(passage, token, head, infinitive)
    return _PLAIN, False


def _is_infinitive(passage: Passage, token: Token) -> bool:
    """ "to close"; and not "head to head", "face to face", which are read as one by mistake."""
    return any(
        c.dep == "aux" and c.lemma == "to" and not (c.i and passage.tokens[c.i - 1].text == token.text)
        for c in _children(passage, token.i)
    )


def _adverbial(passage: Passage, token: Token, head: Token, infinitive: bool) -> tuple[_Finding, bool]:
    marks = {c.lemma for c in _children(passage, token.i) if c.dep in {"mark", "advmod"}}
    if infinitive:
        return (
            _of_predicate(passage, token, head, True) if head.lemma in VERBS else ((Factuality.PLANNED, token), False)
        )
    able = any(c.dep == "aux" and c.lemma in {"can", "may"} for c in _children(passage, token.i))
    if "before" in marks and able and token.tag == "VB":
        return (Factuality.PLANNED, token), False  # "before it can travel"
    if marks & _PENDING_MARKS:
        above = _own(passage, head.i, head.i)
        if above[0] is Factuality.PLANNED and token.tag in {"VBZ", "VBP", "VBN"}:
            return above, False
    return _PLAIN, False


def _of_noun(passage: Passage, token: Token, head: Token, infinitive: bool) -> tuple[_Finding, bool]:
    """ "plans to close", "claims that he paid", "officers sent to Haiti", "officers to be sent"."""
    attitude = CUE_NOUNS.get(head.lemma)
    dismissed = _dismissed(passage, head)
    if dismissed is not None:
        return dismissed, True
    thwarted = _thwarted(passage, head) if infinitive else None
    if thwarted is not None:
        return (Factuality.NEGATED, thwarted), False
    if attitude is not None and (infinitive or is_finite(passage, token.i)):
        negated = any(c.lemma == "no" for c in _children(passage, head.i))
        return ((_NEGATED_OUTCOME if negated else _OUTCOME)[attitude], head), True
    if infinitive:
        return (Factuality.PLANNED, token), True
    above = predicate_of(passage, head.i)
    # "a contingent comprising 144 will leave" is all plan; "officers trained in Nairobi will leave" is not.
    if above is not None and token.tag == "VBG" and _own(passage, above, head.i)[0] in OPEN:
        return _own(passage, above, head.i), True
    return _PLAIN, is_finite(passage, token.i) and attitude is not None


def _thwarted(passage: Passage, noun: Token) -> Token | None:
    """ "a motion to sell was rejected", "abandoned the attempt to sell": the verb by which it came to nothing."""
    above = passage.tokens[noun.head]
    if noun.lemma not in ATTEMPTS or above.pos != "VERB":
        return None
    failed = noun.dep == "nsubj" and above.lemma in FAILING
    if failed and not _negation(passage, above.i) and not _modal(passage, above.i):
        return above
    return turned_down(passage, noun.i)


def turned_down(passage: Passage, i: int) -> Token | None:
    """The verb by which what a noun tells of did not come to pass.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "An increase of 3 per cent was voted down.")).passages
    >>> turned_down(passage, 1).text
    'voted'
    """
    noun = passage.tokens[i]
    above = passage.tokens[noun.head]
    if above.pos != "VERB" or noun.dep not in {"dobj", "nsubjpass"} or not _turns_down(passage, above):
        return None
    return None if _negation(passage, above.i) or _modal(passage, above.i) else above


def _turns_down(passage: Passage, verb: Token) -> bool:
    particles = {c.lemma for c in _children(passage, verb.i) if c.dep in {"prt", "advmod"}}
    return verb.lemma in THWARTING or any((verb.lemma, particle) in THWARTING_WITH for particle in particles)


def _of_preposition(passage: Passage, head: Token) -> tuple[_Finding, bool]:
    """ "accused of taking", "instead of sending", "talks on extending"."""
    if head.lemma in {"without", "instead"} or (head.lemma == "of" and passage.tokens[head.head].lemma == "instead"):
        return (Factuality.NEGATED, head), False
    above = passage.tokens[head.head]
    if above.lemma in KEPT_FROM.get(head.lemma, ()):
        negation = _negation(passage, above.i) if _is_verb(passage, above.i) else None
        return (_PLAIN if negation else (Factuality.NEGATED, above)), False
    if above.lemma in {"accuse", "suspect", "charge", "arrest", "talk", "negotiation", "discussion", "debate"}:
        return (Factuality.DOUBTED, above), True
    if above.pos == "NOUN" and above.lemma in CUE_NOUNS:
        return (_OUTCOME[CUE_NOUNS[above.lemma]], above), True
    if head.lemma == "of" and above.lemma in {"favour", "favor"}:
        return (Factuality.PLANNED, above), True  # "is in favour of closing it"
    return _PLAIN, True


def _of_predicate(passage: Passage, token: Token, head: Token, infinitive: bool) -> tuple[_Finding, bool]:
    """ "said that ...", "denied that ...", "plans to ...", "is due to ...", "is said to ..."."""
    by_clause = is_finite(passage, token.i) or token.dep == "parataxis" or _after_that(passage, token)
    if by_clause and _taken_for_granted(passage, token):
        return _PLAIN, True
    if by_clause and (untrue := _untrue(passage, head)) is not None:
        return (Factuality.NEGATED, untrue), False
    attitude = _attitude(passage, head, token.i, by_clause)
    if head.pos in {"ADJ", "ADV"} or (head.lemma == "be" and infinitive):
        adjective = next((c for c in (head, *_children(passage, head.i)) if c.text.lower() in ADJECTIVES), None)
        if adjective is not None:
            attitude, head = ADJECTIVES[adjective.text.lower()], adjective
        elif head.lemma == "be":
            to_come = _to_come(passage, token) and not _copula(passage, head)
            attitude = Attitude.PLANS if to_come else Attitude.PASSES_ON
    if infinitive and head.lemma in OBLIGES and tense(passage, head.i) is Tense.PRESENT:
        return (Factuality.PLANNED, head), True
    if attitude is None:
        return _PLAIN, True
    if by_clause and token.i < head.i and attitude not in _AFTERTHOUGHTS:
        return _PLAIN, False
    going_to = head.lemma == "go" and head.tag == "VBG"
    if infinitive and (going_to or head.lemma in TELLING_TO):
        attitude = Attitude.PLANS
    if head.lemma == "use" and infinitive and head.tag == "VBD":
        return (Factuality.PAST_HABIT, head), False
    governor = head.i if is_predicate(head) else passage.tokens[head.i].head
    negation = (_negation(passage, governor) or _nobody(passage, governor)) if _is_verb(passage, governor) else None
    if negation is not None and head.lemma in CONTESTING:
        return _PLAIN, True
    if negation is not None:
        return (_NEGATED_OUTCOME[attitude], negation), False
    if attitude is Attitude.REPORTS and by_clause:
        shaken = _own(passage, governor, governor)
        return (
            (shaken if shaken[0] in {Factuality.DOUBTED, Factuality.PLANNED, Factuality.CONDITIONAL} else _PLAIN),
            True,
        )
    if attitude in {Attitude.PASSES_ON, Attitude.REPORTS}:
        return _own(passage, governor, governor), True
    return (_OUTCOME[attitude], head), True


def _taken_for_granted(passage: Passage, verb: Token) -> bool:
    """ "asks why it was leaked", "did not say when it closed": that it was is asked by nobody."""
    return any(c.lemma in _ASKING_FOR_MORE and c.i < verb.i for c in _children(passage, verb.i))


def _after_that(passage: Passage, token: Token) -> bool:
    """ "that 38 houses burned", whatever the parser takes the verb's form for."""
    return any(c.dep == "mark" and c.lemma == "that" for c in _children(passage, token.i))


def _to_come(passage: Passage, verb: Token) -> bool:
    """ "is to close", "is to be closed"; and not "is to have closed"."""
    passive = verb.tag == "VBN" and any(c.dep == "auxpass" and c.tag == "VB" for c in _children(passage, verb.i))
    return verb.tag == "VB" or passive


def _is_verb(passage: Passage, i: int) -> bool:
    return passage.tokens[i].pos in {"VERB", "AUX"}


def _nobody(passage: Passage, v: int) -> Token | None:
    """ "Nobody doubts that": an empty subject negates a governing verb."""
    subject = next((c for c in _children(passage, v) if c.dep in {"nsubj", "nsubjpass"}), None)
    return subject if subject is not None and subject.lemma in NEGATIVES else None


def _copula(passage: Passage, head: Token) -> bool:
    """ "the plan is to close": the infinitive says what the subject is."""
    subject = next((c for c in _children(passage, head.i) if c.dep == "nsubj"), None)
    return (
        subject is not None
        and any(c.dep == "attr" for c in _children(passage, head.i))
        and (subject.lemma not in CUE_NOUNS)
    )


def _attitude(passage: Passage, head: Token, below: int, by_clause: bool) -> Attitude | None:
    lemma = head.lemma
    if lemma == "suppose" and _to_come(passage, passage.tokens[below]):
        return Attitude.PLANS  # "is supposed to open", which is no hearsay as "is supposed to have opened" is
    if lemma in HEARSAY and is_passive(passage, head.i):
        return Attitude.CLAIMS
    if by_clause and lemma in ASKS_BY_CLAUSE:
        return Attitude.ASKS
    if by_clause and lemma in COUNTS and any(passage.tokens[i].pos == "NUM" for i in clause(passage, below)):
        return Attitude.REPORTS
    if by_clause and lemma in CLAIMS_BY_CLAUSE:
        return Attitude.CLAIMS
    if by_clause and lemma in REPORTS_BY_CLAUSE:
        return Attitude.REPORTS
    if lemma == "rule" and not any(c.lemma == "out" for c in _children(passage, head.i)):
        return Attitude.REPORTS
    if lemma in WITH_PARTICLE and any(c.dep == "prt" for c in _children(passage, head.i)):
        # "Called off the match", "set up a fund": a deed and no plan.
        return None
    return VERBS.get(lemma)


def _question(passage: Passage, i: int) -> Token | None:
    """The question mark that ends the word's own stretch of the sentence (a stray one inside it ends nothing).

    "Why did he repay it?" takes for granted that he did.
    """
    asks_why = next((t for t in passage.tokens[:3] if t.lemma == "why"), None)
    if asks_why is not None and _granted(passage, asks_why.head):
        return None
    for token, after in zip_longest(passage.tokens[i:], passage.tokens[i + 1 :]):
        if token.text in {"?", "!", "."} and token.pos == "PUNCT" and not (after and after.text[:1].islower()):
            return token if token.text == "?" else None
    return None


def _granted(passage: Passage, v: int) -> bool:
    """Whether a question why asks after something that was done: "why did he", and not "why should he", "why not"."""
    return tense(passage, v) is Tense.PAST and _negation(passage, v) is None
