"""How a claim's value stands in a passage: told as a fact, planned, or denied in words that are not the claim's."""

from __future__ import annotations

from dataclasses import replace

from secondsource.aligning.statement import Statement
from secondsource.grammar import bounds
from secondsource.grammar.bounds import Hedge
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.wordlist import word_set
from secondsource.judging import questions
from secondsource.judging.likeness import FIGURES, is_known
from secondsource.judging.pairing import Pairing, deed_met
from secondsource.judging.verdict import Answer, Question, Reply
from secondsource.language import Passage, Token, lexicon
from secondsource.language.assertion import Factuality, Standing, standing, turned_down
from secondsource.language.attitudes import ATTEMPTS, VERBS, Attitude
from secondsource.language.clauses import predicate_of, subject_of, subtree
from secondsource.sources import Kind
from secondsource.values.place import is_site

PROSPECTS = frozenset(["planned", "expected", "forecast", "target", "budgeted", "proposed", "estimated", "projected"])
"""Labels of a table that make its figures a prospect; any other label only names them."""


def _given(passage: Passage, i: int) -> int | None:
    """The "with" that opens a sentence and says how things stand: "With the crew ill, the ferry cannot sail"."""
    chain = (i, *passage.ancestors(i))
    return next((j for j in chain if j == 0 and passage.tokens[j].lemma.lower() == "with"), None)


def said_of(passage: Passage, i: int, happening: frozenset[int]) -> Standing:
    """How a value stands: as its clause does, unless it only describes a thing the clause speaks of.

    "The bridge, with a main span of 710 metres, will open" does not plan the span. ``happening`` are the words for
    what the claim says happened: what stands under one of those stands as it does.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The bridge, with a main span of 710 metres, will open in May.")).passages
    >>> said_of(passage, 8, frozenset()).factuality.value, said_of(passage, 12, frozenset()).factuality.value
    ('asserted', 'planned')
    """
    found = standing(passage, i)
    if passage.kind is Kind.ROW and found.cue.lower() not in PROSPECTS:
        return Standing()
    verb = predicate_of(passage, i)
    if (joined := _joined_deed(passage, i, verb, happening)) is not None:
        return standing(passage, joined)
    if (refused := _refused(passage, i, happening)) is not None:
        return replace(found, factuality=Factuality.NEGATED, cue=refused.text, cue_span=refused.span)
    known = passage.tokens[i].pos == "NUM" and is_known(passage, (i,))
    among = subtree(passage, counted(passage, i)) if known else frozenset()
    if found.cue_span is None:
        # "Three states have offered to send observers": the sending is what is offered.
        leads = () if happening & among else _to_do(passage, verb, happening)
        return next((s for d in leads if (s := standing(passage, d)).cue_span), found)
    if passage.tokens[i].text.lower() == "where" and verb is not None:
        # "Guests should try the hall where she sang": what is wanted is not the singing.
        told = {t for t in subtree(passage, verb) if passage.tokens[t].span.overlaps(found.cue_span)}
        return found if told else Standing(speaker=found.speaker, speaker_span=found.speaker_span)
    noun = described(passage, i)
    given = _given(passage, i)
    # "The 27 homes that burned will be rebuilt" tells of the fire where it tells which homes.
    happens = verb in happening and not happening & among
    if given is None and (happens or (not known and noun is None)):
        return found
    if noun is not None and _is_wanted(passage, noun, found):
        return found
    phrase = among | subtree(passage, (i if noun is None else noun) if given is None else given)
    if any(passage.tokens[t].span.overlaps(found.cue_span) for t in phrase):
        return found
    return Standing(speaker=found.speaker, speaker_span=found.speaker_span)


_STOPPING = word_set("veto block defeat scrap drop cancel shelve decline vote throw turn call")
"""Verbs by which a deed that was only planned is not done; who opposes or rejects a rise may have it all the same."""


def _refused(passage: Passage, i: int, happening: frozenset[int]) -> Token | None:
    """The verb by which what the claim says happened did not: "an increase of 3 per cent was voted down"."""
    for j in passage.ancestors(i):
        noun = passage.tokens[j]
        # An offer was made, be it rejected; "the increase" is one that there is.
        planned = any(passage.tokens[c].lemma.lower() in ("a", "an") for c in passage.children[j])
        if j in happening and noun.pos == "NOUN" and noun.lemma not in ATTEMPTS and planned:
            verb = turned_down(passage, j)
            return verb if verb is not None and verb.lemma in _STOPPING else None
    return None


def _is_wanted(passage: Passage, noun: int, found: Standing) -> bool:
    """Whether there is no such thing yet as a figure describes: "had asked for a budget of 52 million", "wanted the
    court to impose a fine of 52 million"."""
    token = passage.tokens[noun]
    over = passage.tokens[passage.tokens[token.head].head] if token.dep == "pobj" else passage.tokens[token.head]
    if found.factuality is not Factuality.PLANNED or found.cue_span is None or over.pos != "VERB":
        return False
    article = any(passage.tokens[c].lemma.lower() in ("a", "an") for c in passage.children[noun])
    return article and (over.span.overlaps(found.cue_span) or token.dep == "dobj")


def counted(passage: Passage, i: int) -> int:
    """The noun that a numeral counts: the euros of "395 million euros".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It cost 395 million euros.")).passages
    >>> passage.tokens[counted(passage, 2)].text
    'euros'
    """
    while passage.tokens[i].dep in ("nummod", "quantmod", "compound"):
        i = passage.tokens[i].head
    return i


def _joined_deed(passage: Passage, i: int, verb: int | None, happening: frozenset[int]) -> int | None:
    """A further verb of the same subject by which a clause says what the claim says happened: "12 did not sign and were
    dismissed"."""
    if verb is None or verb in happening or subject_of(passage, verb) not in (i, passage.tokens[i].head):
        return None
    own = (c for c in passage.children[verb] if passage.tokens[c].dep == "conj" and c in happening)
    return next((c for c in own if not any(passage.tokens[g].dep[:5] == "nsubj" for g in passage.children[c])), None)


def _to_do(passage: Passage, verb: int | None, happening: frozenset[int]) -> list[int]:
    """Words for what the claim says happened that a verb only leads up to: "offered to send"."""
    below = [] if verb is None else [c for c in passage.children[verb] if passage.tokens[c].dep == "xcomp"]
    offered = verb is not None and passage.tokens[verb].lemma in questions.OFFERS
    return [i for i in below if offered or (i in happening and verb not in happening)]


def meant_there(passage: Passage, i: int, happening: frozenset[int]) -> Standing | None:
    """How it stands that something happened at a place where people only go, or meet, to do it; None where it is told.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "They were called to the gym, there to sign the pact.")).passages
    >>> meant_there(passage, 5, frozenset({9})).factuality.value
    'planned'
    """
    verb = predicate_of(passage, i)
    deeds = {predicate_of(passage, d) for d in happening}
    if verb is None or verb in deeds or not deeds:
        return None
    to = [next((c for c in passage.children[d] if passage.tokens[c].tag == "TO"), -1) for d in deeds if d is not None]
    purposes = (passage.tokens[passage.tokens[c].head] for c in to if c >= 0)
    if not to or min(to) < 0 or any(t.dep not in ("advcl", "conj", "ROOT") or t.i < i for t in purposes):
        return None
    cue = passage.tokens[min(to)]
    return Standing(Factuality.PLANNED, cue.text, cue.span)


def site_over(passage: Passage, i: int) -> int:
    """The site of which a place only says where it is, and which stands as its own clause does: the stadium of "is
    planned for the stadium in Osa".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The fair is planned for the stadium in Osa.")).passages
    >>> passage.tokens[site_over(passage, 8)].text
    'stadium'
    """
    noun = described(passage, i)
    while noun is not None and passage.tokens[noun].dep == "pobj" and is_site(passage.tokens[noun].lemma):
        i, noun = noun, described(passage, noun)
    return i


def described(passage: Passage, i: int) -> int | None:
    """The noun that a value describes from inside its phrase ("a span of 710 metres"), or None."""
    token = passage.tokens[i]
    if token.dep in ("nummod", "quantmod", "compound"):
        token = passage.tokens[token.head]
    if token.dep in ("nummod", "quantmod"):
        token = passage.tokens[token.head]
    if token.dep == "appos":
        return token.head
    if token.dep == "pobj":
        noun = passage.tokens[passage.tokens[token.head].head]
        return noun.i if noun.pos in ("NOUN", "PROPN") else None
    return None


def in_other_words(statement: Statement, main: Pairing, theirs: Standing, found: Reply) -> Reply:
    """Whether what is told with a "not" on one side only is told all the same, in words that need none: "will not be
    allowed by 2030" of what will be banned by then. Of a figure any other words may tell it.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> def told(claim, text):
    ...     return judge(Fact("f", claim), Source("a", text)).verdict.value
    >>> told("40 of the 60 pumps were not working.", "Of the 60 pumps, 40 were out of order.")
    'supports'
    >>> told("40 of the 60 pumps were not working.", "Of the 60 pumps, 40 were working.")
    'contradicts'
    """
    if found.answer is not Answer.NO:
        return found
    if main.slot.kind == "identifier" and main.relation is Relation.ENTAILS and _does_not_tell(main):
        return Reply(Question.ASSERTED, Answer.OPEN, "what a document does not tell is no word on its number")
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    said = statement.passage.tokens[statement.root].lemma, "" if verb is None else main.passage.tokens[verb].lemma
    if not _ALLOWING.isdisjoint(said) and not _BANNING.isdisjoint(said):
        return Reply(Question.ASSERTED, Answer.YES, "what is not allowed is banned")
    if lexicon.opposed(*said):
        return Reply(Question.ASSERTED, Answer.OPEN, "what is denied is said in other words")
    if main.slot.kind not in FIGURES:
        return found
    if _root_refused(statement, main):
        return found
    # What "can no longer be lived in" may well be "uninhabitable".
    if deed_met(statement, main.passage, main.start[0] if main.start else 0) >= lexicon.DERIVED:
        return found
    plainly = theirs.factuality is Factuality.ASSERTED or _undoes(statement)
    if main.relation is Relation.ENTAILS and plainly:
        return Reply(Question.ASSERTED, Answer.YES, "stated in other words")
    return Reply(Question.ASSERTED, Answer.OPEN, "what is denied is said in other words")


def _root_refused(statement: Statement, main: Pairing) -> bool:
    """Whether what the claim says was done is what was turned down: "an increase of 3 per cent was voted down"."""
    done = main.words_for([t for t in statement.terms if t.i == statement.root])
    return bool(main.start) and _refused(main.passage, main.start[0], done) is not None


_ALLOWING, _BANNING = word_set("allow permit authorise authorize"), word_set("ban forbid prohibit outlaw bar")
"""Verbs of which one is so where the other is not: who has not lost need not have won."""


def _does_not_tell(main: Pairing) -> bool:
    """ "Order 12 does not say when": what is denied is that the numbered thing tells something."""
    verb = predicate_of(main.passage, main.start[0]) if main.start else None
    path = (*main.start[:1], *main.passage.ancestors(main.start[0])) if main.start else ()
    if verb is None or verb not in path[1:]:
        return False
    under = main.passage.tokens[path[path.index(verb) - 1]]
    if under.i > verb or under.dep not in ("nsubj", "nsubjpass", "npadvmod"):
        return False
    return VERBS.get(main.passage.tokens[verb].lemma) in (Attitude.REPORTS, Attitude.CLAIMS)


_UNDOING = ("un", "in", "im", "ir", "il", "non-", "non")
"""What before a word says that something was not done, or cannot be: "unvaccinated", "impassable"."""


_SURELY_UNDOING = frozenset({"un", "non-", "non"})
"""Those before which no other word only happens to begin so, as "import" does, and "inform"."""


def _undoes(statement: Statement) -> bool:
    """Whether a claim says by a word what a passage says by a "not": "uninhabitable", and "cannot be lived in"."""
    return any(
        (prefix in _SURELY_UNDOING and lexicon.known(rest)) or lexicon.opposed(term.lemma, rest)
        for term in statement.terms
        for prefix in _UNDOING
        if not term.name and len(term.lemma) > len(prefix) + 3 and term.lemma.startswith(prefix)
        for rest in (term.lemma.removeprefix(prefix),)
    )


def never_passed(main: Pairing) -> bool:
    """Whether a negation turned a figure's bound round, and with that has done its work.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> told = Source("a", "No ferry may carry more than 130 passengers.")
    >>> str(judge(Fact("f", "A ferry may carry 142 passengers."), told).verdict)
    'contradicts'
    """
    if main.slot.kind not in ("count", "money", "share") or main.mention.rule == "nobody":
        return False
    bounded = main.mention.value.quantity.hedge in (Hedge.AT_MOST, Hedge.AT_LEAST)
    return bounded and bounds.is_denied(main.passage.text, main.mention.span.start - main.passage.span.start)
