"""How many voices a set of documents is: four papers that print one agency story are one.

Documents are compared sentence by sentence, quotations left out (two reporters at one press conference share what
was said there and are two voices). Sentences that share runs of three words are found through an index, so that a
thousand documents need no million comparisons; each such pair is then aligned word by word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz.distance import LCSseq

from secondsource.sources.credits import credit
from secondsource.sources.document import Source
from secondsource.sources.lines import Kind
from secondsource.sources.sentences import sentences
from secondsource.sources.span import Span

SENTENCE_WORDS = 7
"""A shorter sentence says too little for its wording to tell whose it is."""
SENTENCE_SHARE = 0.72
"""Two sentences are one wording if this share of the shorter one's words stands in the other in the same order."""
DOCUMENT_SHARE = 0.3
"""Two documents are one voice if this share of the shorter one's own words is wording that they share..."""
DOCUMENT_WORDS = 25
"""...and if these are at least so many words, or (for briefs) nearly the whole of the shorter one."""
BRIEF_SHARE = 0.7

_RUN = 3
_CROWD = 12
"""A run of words that more sentences than this have is followed from neighbour to neighbour, not pair by pair."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence of one document whose wording stands in another."""

    a: str
    a_span: Span
    b: str
    b_span: Span
    likeness: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents that are one voice: who they are, which was probably first, why, and the wording they share."""

    members: frozenset[str]
    origin: str
    reason: str
    passages: tuple[Shared, ...] = ()
    agency: str = ""


@dataclass(frozen=True, slots=True)
class _Bond:
    """Two documents, how strongly they belong together, and why."""

    a: str
    b: str
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Wording:
    """A document's own sentence: where it stands, and its words in small letters."""

    document: int
    span: Span
    words: tuple[str, ...]


def independent_groups(sources: Sequence[Source]) -> tuple[frozenset[str], ...]:
    """Every source id in exactly one group; a group is one voice.

    >>> story = "Crews reopened the old river bridge at Marren to lorries on Monday after four months of repairs."
    >>> papers = [Source("post", story), Source("echo", story), Source("town", "The bridge at Marren is open again.")]
    >>> [sorted(group) for group in independent_groups(papers)]
    [['echo', 'post'], ['town']]
    """
    return tuple(cluster.members for cluster in voices(sources))


def clusters(sources: Sequence[Source]) -> tuple[Cluster, ...]:
    """The voices that are more than one document."""
    return tuple(cluster for cluster in voices(sources) if len(cluster.members) > 1)


def voices(sources: Sequence[Source]) -> tuple[Cluster, ...]:
    """Every voice, those of one document included, in the order of the sources."""
    by_id = {source.id: source for source in sources}
    wordings = _own_wording(sources)
    passages = _shared(wordings, sources)
    joined = _join(sources, [*_by_wording(passages, wordings, sources), *_by_standing(sources)])
    of = {name: members for members in joined for name in members}
    kept: defaultdict[frozenset[str], list[Shared]] = defaultdict(list)
    for shared in passages:
        if of[shared.a] == of[shared.b]:
            kept[of[shared.a]].append(shared)
    return tuple(_cluster(members, bonds, kept[members], by_id) for members, bonds in joined.items())


def _shared(wordings: Sequence[_Wording], sources: Sequence[Source]) -> tuple[Shared, ...]:
    best: dict[tuple[int, int], Shared] = {}  # (sentence, other document) -> its closest
    for one, other in _candidates(wordings):
        a, b = wordings[one], wordings[other]
        shorter = min(len(a.words), len(b.words))
        likeness = LCSseq.similarity(a.words, b.words) / shorter
        if likeness >= SENTENCE_SHARE:
            shared = Shared(sources[a.document].id, a.span, sources[b.document].id, b.span, round(likeness, 3))
            known = best.get((one, b.document))
            if known is None or known.likeness < shared.likeness:
                best[one, b.document] = shared
    return tuple(best.values())


# -- wording ---------------------------------------------------------------------------------------------------------

_QUOTED = re.compile(r'“[^”\n]*(?:”|(?=\n)|\Z)|«[^»\n]*(?:»|(?=\n)|\Z)|"[^"\n]*(?:"|(?=\n)|\Z)')
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_EVIDENCE = (Kind.PROSE, Kind.ITEM)


def _wordings(document: int, source: Source) -> Iterator[_Wording]:
    """The sentences that are the document's own words: more than half of each stands outside quotation marks."""
    unquoted = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), source.text)
    for sentence in sentences(source.text):
        if sentence.kind not in _EVIDENCE:
            continue
        words = tuple(word.lower() for word in _WORD.findall(sentence.span.of(unquoted)))
        if len(words) >= SENTENCE_WORDS and len(words) * 2 > len(_WORD.findall(sentence.span.of(source.text))):
            yield _Wording(document, sentence.span, words)


def _own_wording(sources: Sequence[Source]) -> list[_Wording]:
    """Every document's own sentences, without what its outlet prints under several stories ("About us ...")."""
    wordings = [wording for n, source in enumerate(sources) for wording in _wordings(n, source)]
    printed: defaultdict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
    for wording in wordings:
        outlet = sources[wording.document].outlet
        if outlet:
            printed[outlet, wording.words].add(wording.document)
    return [w for w in wordings if len(printed.get((sources[w.document].outlet, w.words), ())) < 2]


def _candidates(wordings: Sequence[_Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of different documents that share enough runs of three words to be worth aligning."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, wording in enumerate(wordings):
        for run in {wording.words[i : i + _RUN] for i in range(len(wording.words) - _RUN + 1)}:
            holders[run].append(n)
    common: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) > 1:
            pairs = combinations(held, 2) if len(held) <= _CROWD else _neighbours(held)
            common.update((a, b) for a, b in pairs if wordings[a].document != wordings[b].document)
    for (a, b), runs in common.items():
        shorter = min(len(wordings[a].words), len(wordings[b].words))
        if runs >= max(2, (shorter - _RUN + 1) // 5):
            yield a, b


def _neighbours(held: Sequence[int]) -> Iterator[tuple[int, int]]:
    for step in (1, 2, 3):
        yield from zip(held, held[step:], strict=False)


# -- bonds -----------------------------------------------------------------------------------------------------------


def _by_wording(passages: Iterable[Shared], wordings: Iterable[_Wording], sources: Sequence[Source]) -> Iterator[_Bond]:
    """Two documents of which the shorter shares enough of its own words with the other."""
    length = {(sources[w.document].id, w.span): len(w.words) for w in wordings}
    own: Counter[str] = Counter()
    for (name, _), words in length.items():
        own[name] += words
    shared: defaultdict[tuple[str, str], set[tuple[str, Span]]] = defaultdict(set)
    for passage in passages:
        shared[passage.a, passage.b].update([(passage.a, passage.a_span), (passage.b, passage.b_span)])
    for (a, b), spans in shared.items():
        shorter = min((a, b), key=lambda name: own[name])
        words = sum(length[name, span] for name, span in spans if name == shorter)
        share = words / own[shorter]
        if (share >= DOCUMENT_SHARE and words >= DOCUMENT_WORDS) or share >= BRIEF_SHARE:
            yield _Bond(a, b, 1 + share, f"they share wording: {share:.0%} of the shorter one's own words")


def _by_standing(sources: Sequence[Source]) -> Iterator[_Bond]:
    """What the documents themselves, or the newsroom, say about whose voice they are."""
    outlets = [source.outlet for source in sources]
    credited = {source.id: found.agency for source in sources if (found := credit(source, outlets))}
    grounds: tuple[tuple[float, str, Callable[[Source], str]], ...] = (
        (0.9, "both are the agency's copy: {}", lambda s: credited.get(s.id) or _own_agency(s, credited.values())),
        (0.8, "one outlet: {}", lambda s: s.outlet),
        (0.7, "outlets of one group: {}", lambda s: s.group),
    )
    for strength, reason, key in grounds:
        first: dict[str, str] = {}
        for source in sources:
            name = key(source)
            if name and first.setdefault(name.casefold(), source.id) != source.id:
                yield _Bond(first[name.casefold()], source.id, strength, reason.format(name))
    ids = {source.id for source in sources}
    for source in sources:
        if source.superseded_by in ids:
            yield _Bond(source.id, source.superseded_by, 3, f"{source.superseded_by} replaces {source.id}")
        for ruling in source.rulings:
            for other in ids.intersection(ruling.others) if not ruling.independent else ():
                yield _Bond(source.id, other, 4, f"the newsroom has ruled: {ruling.reason}")


def _own_agency(source: Source, agencies: Iterable[str]) -> str:
    """An agency's own document belongs with those that credit the agency."""
    return next((name for name in agencies if name.casefold() == source.outlet.casefold()), "")


def _join(sources: Sequence[Source], bonds: Iterable[_Bond]) -> dict[frozenset[str], list[_Bond]]:
    """Strongest bonds first; none that would put together what the newsroom has ruled to be independent."""
    group = {source.id: frozenset([source.id]) for source in sources}
    why: dict[frozenset[str], list[_Bond]] = {members: [] for members in group.values()}
    apart = {
        frozenset((source.id, other))
        for source in sources
        for ruling in source.rulings
        if ruling.independent
        for other in ruling.others
    }
    for bond in sorted(bonds, key=lambda bond: (-bond.strength, bond.a, bond.b)):
        one, other = group[bond.a], group[bond.b]
        if one == other or (apart and any(frozenset((a, b)) in apart for a in one for b in other)):
            continue
        both = one | other
        why[both] = [*why.pop(one), *why.pop(other), bond]
        group.update(dict.fromkeys(both, both))
    order = {source.id: n for n, source in enumerate(sources)}
    return dict(sorted(why.items(), key=lambda item: min(order[name] for name in item[0])))


def _cluster(
    members: frozenset[str], bonds: Sequence[_Bond], passages: Sequence[Shared], by_id: Mapping[str, Source]
) -> Cluster:
    """Names the origin: the credited agency's own document, else the earliest, else the longest."""
    held = [by_id[name] for name in members]
    outlets = [source.outlet for source in by_id.values()]
    agencies = Counter(found.agency for source in held if (found := credit(source, outlets)))
    agency = min(agencies, key=lambda name: (-agencies[name], name)) if agencies else ""
    origin = min(
        held, key=lambda s: (s.outlet.casefold() != agency.casefold(), s.published or date.max, -len(s.text), s.id)
    ).id
    if len(members) == 1:
        return Cluster(members, origin, "no wording shared with another document", (), agency)
    reason = "; ".join(dict.fromkeys(bond.reason for bond in bonds))
    return Cluster(members, origin, reason, tuple(sorted(passages, key=lambda s: (s.a, s.b, s.a_span))), agency)
