"""What was perhaps meant by a line that is no sentence: the nearest one, in the newsroom's own words.

The words that a line puts into a sentence's holes are kept, and the sentence's own words are put where the line has
others. What results is a sentence: it is only proposed if the vocabulary reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from secondsource.steps.parameters import QUOTED, numbers
from secondsource.steps.patterns import Index, Sentence

NEAR = 55.0
"""How near a sentence must be, of a hundred, to be proposed."""

LONGEST = 60
"""Words of a line that are looked at; a longer one is told the way to the catalogue."""

OTHER_WORDS = {
    "agree": "support", "back": "support", "corroborate": "support", "verify": "support", "prove": "support",
    "bear": "support", "match": "support", "disagree": "contradict", "deny": "contradict", "dispute": "contradict",
    "refute": "contradict", "reject": "contradict", "conflict": "contradict", "mention": "speak", "talk": "speak",
    "cover": "speak", "state": "say", "report": "say", "claim": "say", "write": "say", "quote": "quote",
}  # fmt: skip
"""Verbs that people write, and the verb of the vocabulary that they mean."""


def meant(text: str, index: Index, asked: str = "") -> str:
    """The sentence that a text comes nearest to, with the text's own words; empty where none is near.

    ``asked`` says who: "at least 2 sources" takes another form of the verb than "every source".

    >>> from secondsource.steps.vocabulary import GIVENS, PREDICATES
    >>> meant('agrees with the fact "size"', PREDICATES, "every source")
    'supports the fact "size"'
    >>> meant('the fact called "size"', GIVENS)
    'the fact "size"'
    >>> meant('supports "The mill is closed"', PREDICATES, "every source"), meant('supports "size"', PREDICATES, "it")
    ('supports the claim "The mill is closed"', 'supports the fact "size"')
    """
    if named := _named(text, index):
        return named
    words = re.sub(r"\b(fact|source) (\w[\w.-]*)$", r'\1 "\2"', text).split()
    if not words or len(words) > LONGEST:
        return ""
    plural = bool(re.search(r"\bsources\b", asked)) or (not asked and text.count('"') > 2)
    wanted = " ".join([_verb(words[0], index), *words[1:]])
    near = _with_verb(wanted, index) if asked else index.sentences
    found = {each: sentence for sentence in near for each in _repaired(words, sentence, plural)}
    scored = [(_score(wanted, each, sentence, plural), each) for each, sentence in found.items()]
    score, best = max(scored, default=(0.0, ""))
    return best if score >= NEAR else ""


def _named(text: str, index: Index) -> str:
    """A verb and words in quotation marks, with what these are: an id is a fact's, a sentence is a claim."""
    found = re.fullmatch(rf"(\w+(?: about)?|(?:is|are) \w+ about) ({QUOTED})", text)
    if not found:
        return ""
    line = f"{found[1]} the {'claim' if ' ' in found[2] else 'fact'} {found[2]}"
    return line if index.find(line) else ""


def _with_verb(text: str, index: Index) -> list[Sentence]:
    """The sentences whose verb is a text's first word, or near it."""
    verbs = sorted({word for sentence in index.sentences for word in sentence.first_words})
    near = process.extractOne(text.split()[0].lower(), verbs, scorer=fuzz.ratio, score_cutoff=70)
    return [sentence for sentence in index.sentences if near and near[0] in sentence.first_words]


def _score(text: str, line: str, sentence: Sentence, plural: bool) -> float:
    """How near a sentence is: as a whole, and by how many of its own words the text has."""
    own = " ".join(_own_words(sentence, plural)).split()
    has = sum(bool(process.extractOne(word, text.lower().split(), scorer=fuzz.ratio, score_cutoff=75)) for word in own)
    return 0.5 * fuzz.ratio(text, line) + 50.0 * has / len(own)


def asked_instead(text: str, index: Index) -> str:
    """A sentence whose verb is right and whose beginning names nobody in the vocabulary's way.

    >>> from secondsource.steps.vocabulary import PREDICATES
    >>> asked_instead('two papers support the fact "size"', PREDICATES)
    'at least 2 sources support the fact "size"'
    >>> asked_instead('source harbour supports the fact "size"', PREDICATES)
    'source "harbour" supports the fact "size"'
    """
    words = text.split()[:LONGEST]
    for at in range(1, len(words)):
        asked = _who(" ".join(words[:at]))
        if _verb(words[at], index) != words[at] or any(words[at] in each.first_words for each in index.sentences):
            rest = meant(" ".join(words[at:]), index, asked)
            return f"{asked} {rest}" if rest else ""
    return ""


def _who(text: str) -> str:
    if named := re.fullmatch(r"(?:the )?source (\w[\w.-]*)", text, re.IGNORECASE):
        return f'source "{named[1]}"'
    quoted, figures = re.findall(QUOTED, text), [found for found in numbers(text) if not found.vague]
    if quoted:
        return f"source{'s' if len(quoted) > 1 else ''} {' and '.join(quoted)}"
    if re.match(r"(?:no|none|nobody|neither)\b", text.lower()):
        return "no source"
    if figures:
        return f"at least {figures[0].value:g} source{'s' if figures[0].value > 1 else ''}"
    return "at least 1 source" if re.match(r"(?:a|an|any|some|one)\b", text.lower()) else "every source"


def _verb(word: str, index: Index) -> str:
    """The vocabulary's verb for one of :data:`OTHER_WORDS`, in whatever form; any other word as it is."""
    stem = next((stem for stem in OTHER_WORDS if word.lower() in (stem, f"{stem}s", f"{stem[:-1]}ies")), "")
    verbs = {verb for sentence in index.sentences for verb in sentence.first_words}
    return next((verb for verb in sorted(verbs) if stem and verb.startswith(OTHER_WORDS[stem])), word)


def _repaired(words: Sequence[str], sentence: Sentence, plural: bool) -> Iterator[str]:
    """The words with the sentence's own words at its beginning and, where one is missing, further on."""
    head, *others = _own_words(sentence, plural)
    for cut in range(min(len(words), 7)):
        rest = words[cut:]
        for tail in (rest, *_exchanged(rest, others)):
            line = f"{head} {' '.join(tail)}".strip()
            if _keeps(line, words) and sentence.match(line) is not None:
                yield line


def _keeps(line: str, words: Iterable[str]) -> bool:
    """Whether nothing is lost that only the newsroom can have meant: figures, names and what is quoted."""
    return all(word in line for word in words if re.search(r"\d|[A-Z]|[\"“”]", word))


def _exchanged(words: Sequence[str], others: Iterable[str]) -> Iterator[list[str]]:
    """The words with one of them exchanged for a word that stands between a sentence's holes."""
    for other in others:
        for at in range(1, len(words)):
            yield [*words[:at], other, *words[at + 1 :]]


def _own_words(sentence: Sentence, plural: bool) -> list[str]:
    """What a sentence says between its holes, the beginning first."""
    pattern = re.sub(r"\([^()]*\) ", "", sentence.pattern)
    parts = [part.strip() for part in re.split(r"\{[^{}]*\}", pattern)]
    # Of "supports/support/confirms/confirm" the first is said of one, the second of several.
    forms = [re.sub(r"\w+(?:/\w+)+", lambda found: found[0].split("/")[int(plural)], part) for part in parts]
    return [forms[0], *filter(None, forms[1:])]
