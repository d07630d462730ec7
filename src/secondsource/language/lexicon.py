"""Which words mean the same, which mean the opposite, which stand for people, and how much a word tells.

Two sources, both in ``data/``: WordNet 3.0 (a selection of it, built by ``tools/build_lexicon.py``), and a thesaurus of
general news language in a text file that an editor can read and amend. Every function takes dictionary forms.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data"

SAME, DERIVED, SYNONYM, RELATED, UNRELATED = 1.0, 0.9, 0.8, 0.6, 0.0
"""What ``kinship`` answers: one word, one root, one meaning, near one another, nothing known."""

_STEP_DOWN = 0.1
"""What a thesaurus group's kinship loses when a word is in it only by its root ("departure" by "depart")."""

_STOP_WORDS = """
    'd 'll 're 's 've a about above after again against all am an and any are as at be because been before being
    below between both but by can cannot could did do does doing down dr during each either else for from further
    had has have having he her here hers herself him himself his how i if in into is it its itself let may me might
    mine more most mr mrs ms must my myself n't neither no nor not now of off on once onto or other our ours
    ourselves out over own shall she should since so some such than that the their theirs them themselves then there
    these they this those through thus to too toward towards under until unto up upon us very was we were what when
    where which while who whom whose why will with within without would yet you your yours yourself yourselves
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z]{3})is(e|ation|ing|ed|er)$", r"iz\1"),
        (r"(?<=[a-z]{3})ys(e|ing|ed|er)$", r"yz\1"),
        (r"(?<=[a-z]{2}[b-df-hj-np-tv-z])our(?=$|ful|ite|able|hood|less|ed|ing|er|ist|ly)", "or"),
        (r"(met|lit|cent|theat|fib|calib|meag|somb|spect|lust)re$", r"\1er"),
        (r"(def|off|lic|pret)ence$", r"\1ense"),
        (r"(?<=[a-z]{2})ogue$", "og"),
        (r"(?<=program)me$", ""),
        (r"(?<=[aeiou])ll(ed|er|ing|or)$", r"l\1"),
        (r"(fulfi|enro|insta|ski|wi|disti|appa|insti)l+(?=$|ment|ful)", r"\1ll"),
        (r"(?<=[bcdfghjklmnpqrstvwxyz])ae(?=[a-z]{3})", "e"),
        (r"(?<=gr)ey$", "ay"),
        (r"^tyre$", "tire"),
        (r"^kerb$", "curb"),
        (r"plough", "plow"),
        (r"^cheque$", "check"),
        (r"^dyke$", "dike"),
        (r"^sceptic", "skeptic"),
        (r"^aluminium$", "aluminum"),
        (r"^aeroplane$", "airplane"),
        (r"^gaol", "jail"),
        (r"judgement$", "judgment"),
        (r"ageing$", "aging"),
    )
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A lemma in WordNet. ``frequent`` and ``first`` are synsets of its first three and first two senses."""

    frequent: frozenset[int] = frozenset()
    first: frozenset[int] = frozenset()
    near: frozenset[int] = frozenset()
    """What stands directly above the first two senses, where that is specific enough to say something."""
    sisters: frozenset[int] = frozenset()
    """What stands directly above its verb senses and has but few kinds below it."""
    above: tuple[int, ...] = ()
    kin: frozenset[str] = frozenset()
    opposites: frozenset[int] = frozenset()
    count: int = 0
    person: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The groups of the thesaurus: each term's groups with their kinship, which groups are opposed, and three lists."""

    groups: MappingProxyType[str, MappingProxyType[str, float]]
    opposed: frozenset[tuple[str, str]]
    pairs: frozenset[tuple[str, str]]
    apart: frozenset[tuple[str, str]]
    people: frozenset[str]
    light: frozenset[str]
    phrases: MappingProxyType[str, tuple[tuple[tuple[str, ...], str], ...]]
    """first word -> (the words, the group), longest first."""


@dataclass(slots=True)
class _Draft:
    groups: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    frames: set[str] = field(default_factory=set)
    opposed: set[tuple[str, str]] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    apart: set[tuple[str, str]] = field(default_factory=set)
    lists: dict[str, list[str]] = field(default_factory=lambda: {"people": [], "light": []})


_FRAME = re.compile(r"([\w-]+) ?(:|~|><) +(.*)")
_WORDS = re.compile(r"[\w']+|\*|-")


def _terms(text: str) -> list[str]:
    return [term for piece in text.split(",") if (term := piece.strip())]


def read_thesaurus(*texts: str) -> Thesaurus:
    """Read the thesaurus, in one text or several; the head of ``data/thesaurus.txt`` says how it is written.

    >>> small = read_thesaurus("rising: rise, go up\\nfalling: fall\\nrising >< falling")
    >>> dict(small.groups["go up"]), sorted(small.opposed)
    ({'rising': 0.8}, [('falling', 'rising'), ('rising', 'falling')])

    A frame that stands in several texts is one frame. A line that cannot be read is a ValueError that names its number
    and quotes it.
    """
    draft = _Draft()
    for number, line in (numbered for text in texts for numbered in enumerate(text.splitlines(), 1)):
        if not line.strip() or line.startswith("#"):
            continue
        parts = _FRAME.fullmatch(line)
        if parts is None:
            raise ValueError(
                f"thesaurus, line {number}: {line[:60]!r}: expected 'frame: terms', 'frame ~ terms' or 'frame >< frame'"
            )
        _take(draft, *parts.groups())
    for group, _ in draft.opposed:
        if group not in draft.frames:
            raise ValueError(f"thesaurus: {group!r} is opposed to something but has no terms")
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for term, groups in draft.groups.items():
        if " " in term or "-" in term:
            words = tuple(_WORDS.findall(term) if "-" in term else term.split())
            phrases[words[0]] += [(words, group) for group in groups]
    return Thesaurus(
        MappingProxyType({term: MappingProxyType(groups) for term, groups in draft.groups.items()}),
        frozenset(draft.opposed),
        frozenset(draft.pairs),
        frozenset(draft.apart),
        frozenset(draft.lists["people"]),
        frozenset(draft.lists["light"]),
        MappingProxyType({w: tuple(sorted(found, key=lambda f: -len(f[0]))) for w, found in phrases.items()}),
    )


def _take(draft: _Draft, name: str, sign: str, rest: str) -> None:
    if name in {"opposed", "apart"}:
        sides = [_terms(side) for side in rest.split("|")]
        pairs = {(a, b) for left in sides for right in sides if left is not right for a in left for b in right}
        (draft.pairs if name == "opposed" else draft.apart).update(pairs)
    elif name in draft.lists:
        draft.lists[name] += _terms(rest)
    elif sign == "><":
        draft.opposed |= {pair for other in _terms(rest) for pair in ((name, other), (other, name))}
    else:
        strength = SYNONYM if sign == ":" else RELATED
        draft.frames.add(name)
        for term in _terms(rest):
            known = draft.groups[term]
            if known.get(name, 0.0) < strength:
                known[name] = strength


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus that comes with the package."""
    return read_thesaurus(*(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("thesaurus*.txt"))))


@cache
def _base() -> sqlite3.Connection:
    # The file is never written, so every thread may share one connection to it.
    return sqlite3.connect(
        f"{(DATA / 'wordnet.sqlite').as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def _numbers(text: str) -> list[int]:
    return [int(n) for n in text.split(",") if n]


@lru_cache(maxsize=65536)
def _entry(lemma: str) -> _Entry:
    row = (
        _base().execute("select senses, kin, opposites, count, person from lemma where lemma = ?", (lemma,)).fetchone()
    )
    if row is None:
        return _Entry(kin=frozenset(base for base in _bases(lemma) if _entry(base).known))
    senses, kin, opposites, count, person = row
    frequent: set[int] = set()
    first: set[int] = set()
    near: set[int] = set()
    sisters: set[int] = set()
    above: list[int] = []
    ranks: dict[str, int] = defaultdict(int)
    for sense in senses.split():
        head, narrow, middling, broad = sense.split("|")
        pos, synset = head[0], int(head[1:])
        rank = ranks[pos]
        ranks[pos] += 1
        if rank < 3:
            frequent.add(synset)
        if rank < 2:
            first.add(synset)
            near.update(_numbers(narrow), _numbers(middling))
            if pos == "v":
                sisters.update(_numbers(narrow))
            if rank == 0 and pos in "nv" and not above:
                above = _numbers(narrow) + _numbers(middling) + _numbers(broad)
    return _Entry(
        frozenset(frequent),
        frozenset(first),
        frozenset(near),
        frozenset(sisters),
        tuple(above),
        frozenset(filter(None, kin.split(","))),
        frozenset(_numbers(opposites)),
        count,
        bool(person),
        True,
    )


def _bases(form: str) -> Iterator[str]:
    """What an inflected form that the parser left as it was may come from: "troops", "installed", "rezoning"."""
    if len(form) > 4 and form.endswith("s"):
        yield form[:-1]
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if len(form) > len(stem) > 3:
            yield from (stem, stem + "e", stem[:-1])


OFTEN = 3
"""How many times as frequent the longer word must be to be the one that is meant."""


@lru_cache(maxsize=65536)
def spelling(lemma: str) -> str:
    """One form for the spellings of a word; it is a key to compare by, not a word to print.

    >>> spelling("authorise") == spelling("authorize"), spelling("per cent") == spelling("percent")
    (True, True)
    >>> spelling("tour") == spelling("tor")
    False
    """
    word = lemma.lower().replace("-", "").replace(" ", "").replace("’", "'")
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=65536)
def base(form: str, lemma: str) -> str:
    """The lemma of a word that a parser has cut too short, or not at all, which small models do.

    "Fined" is of fine, not of fin, and "MPs" are several.

    >>> base("fined", "fin"), base("hoped", "hop"), base("hopped", "hop"), base("MPs", "mps")
    ('fine', 'hope', 'hop', 'mp')
    """
    if len(form) > 2 and form[-1] == "s" and form[:-1].isupper() and form[:-1].isalpha():
        return form[:-1].lower()
    longer = lemma + "e"
    form = form.lower()
    cut = form.startswith(longer) or form == lemma + "ing"
    return longer if cut and _entry(longer).count > OFTEN * _entry(lemma).count else lemma


def _alike(a: str, b: str) -> bool:
    return a[:4] == b[:4] and min(len(a), len(b)) >= 4


@lru_cache(maxsize=65536)
def groups(lemma: str) -> MappingProxyType[str, float]:
    """The thesaurus groups that a term is in, by itself or by its root, with their kinship.

    >>> "striking" in groups("stoppage"), groups("departure")["departing"] > 0.6
    (True, True)
    """
    table = thesaurus().groups
    found = dict(table.get(lemma, {}))
    for word in _entry(lemma).kin:
        if _alike(word, lemma) or word[:2] == lemma[:2]:
            for group, strength in table.get(word, {}).items():
                found[group] = max(found.get(group, 0.0), round(strength - _STEP_DOWN, 2))
    return MappingProxyType(found)


def kinship(a: str, b: str) -> float:
    """How far two lemmas mean the same in news text, from 0 (nothing known) to 1 (the same word). Symmetric.

    >>> kinship("authorise", "authorize"), kinship("depart", "departure"), kinship("injure", "hurt")
    (1.0, 0.9, 0.8)
    >>> kinship("rise", "fall"), kinship("bridge", "election")
    (0.0, 0.0)
    """
    return _kinship(a, b) if a <= b else _kinship(b, a)


@lru_cache(maxsize=262144)
def _kinship(a: str, b: str) -> float:
    if a == b or spelling(a) == spelling(b):
        return SAME
    near = _meet(a, b)
    # Asked last: few pairs have anything in common, and this costs the most.
    if near and ((a, b) in thesaurus().apart or opposed(a, b)):
        return UNRELATED
    return near


def _meet(a: str, b: str) -> float:
    """How far two lemmas have a root, a group or a meaning in common, opposites or not."""
    if meanings(a).isdisjoint(meanings(b)):
        return UNRELATED
    one, two = _entry(a), _entry(b)
    if b in one.kin or a in two.kin:
        return DERIVED
    mine, theirs = groups(a), groups(b)
    shared = max((min(mine[g], theirs[g]) for g in mine.keys() & theirs.keys()), default=UNRELATED)
    if _alike(a, b) and any(_alike(word, a) for word in one.kin & two.kin):
        return max(shared, DERIVED - 0.05)
    if not one.frequent.isdisjoint(two.frequent):
        return SYNONYM
    if not (one.near.isdisjoint(two.first) and two.near.isdisjoint(one.first) and one.sisters.isdisjoint(two.sisters)):
        return max(shared, RELATED)
    return shared


@lru_cache(maxsize=65536)
def meanings(lemma: str) -> frozenset[str | int]:
    """All that two lemmas can have in common: two that share none of it, and are not spellings of one, are no kin.

    >>> meanings("hurt").isdisjoint(meanings("injure")), meanings("bridge").isdisjoint(meanings("election"))
    (False, True)
    """
    entry = _entry(lemma)
    return frozenset((lemma, *entry.kin, *groups(lemma))) | entry.frequent | entry.first | entry.near | entry.sisters


@dataclass(frozen=True, slots=True)
class _Side:
    """What a lemma is held against others by: its groups, what those are opposed to, and the senses of its family."""

    strong: frozenset[str]
    against: frozenset[str]
    family: tuple[str, ...]
    """Itself, and the words of one root that look like it."""
    senses: frozenset[int]
    opposites: frozenset[int]


@cache
def _against() -> dict[str, set[str]]:
    """For each group the groups that are opposed to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in thesaurus().opposed:
        found[one].add(other)
    return found


@lru_cache(maxsize=65536)
def _side(lemma: str) -> _Side:
    strong = frozenset(g for g, s in groups(lemma).items() if s > RELATED)
    family = (lemma, *(word for word in _entry(lemma).kin if _alike(word, lemma)))
    return _Side(
        strong,
        frozenset[str]().union(*(_against().get(group, ()) for group in strong)),
        family,
        frozenset[int]().union(*(_entry(word).frequent for word in family)),
        frozenset[int]().union(*(_entry(word).opposites for word in family)),
    )


def meant(lemma: str) -> frozenset[str]:
    """The thesaurus groups that a lemma is in as one of their own words, and not in loose company.

    >>> "rising" in meant("rise")
    True
    """
    return _side(lemma).strong


def against(names: frozenset[str]) -> frozenset[str]:
    """The groups that report the opposite of any of these.

    >>> "falling" in against(frozenset({"rising"}))
    True
    """
    return frozenset[str]().union(*(_against().get(name, ()) for name in names))


@lru_cache(maxsize=262144)
def opposed(a: str, b: str) -> bool:
    """Whether two lemmas mean opposite things, by the thesaurus or by WordNet's antonyms.

    >>> opposed("rise", "fall"), opposed("approval", "reject"), opposed("rise", "grow")
    (True, True, False)
    """
    if a == b:
        return False
    if (a, b) in thesaurus().pairs:
        return True
    mine, theirs = _side(a), _side(b)
    if not mine.strong.isdisjoint(theirs.strong):
        return False
    if not mine.against.isdisjoint(theirs.strong):
        return True
    if mine.opposites.isdisjoint(theirs.senses) and theirs.opposites.isdisjoint(mine.senses):
        return False
    return any(_antonyms(word, b) for word in mine.family) or any(_antonyms(a, word) for word in theirs.family)


def told_apart(a: str, b: str) -> bool:
    """Whether two lemmas are of one sort and never of one thing.

    >>> told_apart("pupil", "teacher"), told_apart("pupil", "person")
    (True, False)
    """
    return (a, b) in thesaurus().apart


def _antonyms(a: str, b: str) -> bool:
    one, two = _entry(a), _entry(b)
    if one.frequent & two.frequent:
        return False
    return bool(one.opposites & two.frequent or two.opposites & one.frequent)


@lru_cache(maxsize=65536)
def person_noun(lemma: str) -> bool:
    """Whether a noun stands for a person or for people.

    >>> person_noun("officer"), person_noun("personnel"), person_noun("vehicle")
    (True, True, False)
    """
    return lemma in thesaurus().people or _entry(lemma).person


@lru_cache(maxsize=65536)
def hypernyms(lemma: str, levels: int = 4) -> frozenset[str]:
    """The more general words above a lemma's first senses, up to some levels.

    >>> "vehicle" in hypernyms("truck"), "person" in hypernyms("truck"), "communicate" in hypernyms("ask")
    (True, False, True)
    """
    found: set[str] = set()
    here = set(_entry(lemma).above)
    for _ in range(levels):
        above: set[int] = set()
        for synset in here:
            if (general := _general(synset)) is not None:
                found.add(general[0])
                above.update(general[1])
        here = above
    return frozenset(found - {lemma})


@lru_cache(maxsize=65536)
def _general(synset: int) -> tuple[str, tuple[int, ...]] | None:
    row = _base().execute("select word, above from synset where id = ?", (synset,)).fetchone()
    # WordNet groups some verbs with others that stand beside them, and above nothing.
    return None if row is None else (row[0], tuple(_numbers(row[1])))


@lru_cache(maxsize=65536)
def weight(lemma: str) -> float:
    """How much a word tells of what a sentence is about: 0 for stop words, little for words that are everywhere.

    >>> weight("the"), weight("make") < weight("announce") < weight("redundancy")
    (0.0, True)
    >>> weight("Otunge")
    1.0
    """
    lemma = lemma.lower()
    if lemma in STOP_WORDS or not any(map(str.isalnum, lemma)):
        return 0.0
    if lemma in thesaurus().light:
        return 0.2
    # WordNet's tagged corpus has 226,000 words; its most frequent content words come 1,000 to 10,000 times.
    return round(max(0.2, 1 - 0.75 * math.log1p(_entry(lemma).count) / math.log1p(5000)), 3)


def known(lemma: str) -> bool:
    """Whether WordNet or the thesaurus knows the word.

    >>> known("bridge"), known("zzyzx")
    (True, False)
    """
    return _entry(lemma).known or lemma in thesaurus().groups


def phrases(lemmas: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """The thesaurus's expressions of several words in a sentence's lemmas: (start, end, group), by token index.

    >>> (2, 5, "dying") in phrases(("two", "man", "lose", "their", "life"))
    True
    >>> (1, 3, "striking") in phrases(("the", "work", "stoppage"))
    True
    """
    return list(_phrases(lemmas))


def _phrases(lemmas: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    table = thesaurus().phrases
    here = frozenset(lemmas)
    for start, word in enumerate(lemmas):
        for words, group in table.get(word, ()):
            # Of hundreds of expressions that open with "take" few end with a word of this sentence.
            if words[-1] in here and (end := _match(words, lemmas, start)):
                yield start, end, group


_PARTICLES = frozenset({"out", "down", "up", "off", "away", "back", "aside", "apart", "through"})
"""What may be parted from its verb by an object: "threw the plan out"."""

_GAP, _GAP_BEFORE_THROUGH = 3, 5
"""For how many words a "*" stands at most, and where "through" ends it: "waved the whole big bill through"."""


def _match(words: tuple[str, ...], lemmas: tuple[str, ...], start: int) -> int:
    """Where an expression that begins at ``start`` ends, or 0; "*" stands for some words."""
    at, gap = start, 0
    if len(words) == 2 and words[1] in _PARTICLES:
        words = (words[0], "*", words[1])
    for word in words:
        if word == "*":
            gap = _GAP_BEFORE_THROUGH if words[-1] == "through" else _GAP
            continue
        stop = min(at + gap + 1, len(lemmas))
        at = next((i for i in range(at, stop) if lemmas[i] == word), -1) + 1
        if not at:
            return 0
        gap = 0
    return at
