"""Lists of names or things: who is on them, and whether the text says that nobody else is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from secondsource.grammar.geography import country, fold
from secondsource.grammar.name_words import LEGAL, OF_HEADS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.proper import Found, Name, spot
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import Words, phrases, word_set
from secondsource.language import lexicon
from secondsource.language.exceptions import lacking
from secondsource.language.tokens import Passage, Reading, Token
from secondsource.sources import Kind, Span
from secondsource.values.belonging import Side, side
from secondsource.values.exclusion import Single, singles
from secondsource.values.mention import Mention
from secondsource.values.wholeness import NUMBERS, OTHERS, besides, closes, complete, value


@dataclass(frozen=True)
class Listing:
    """The members of a list; ``head`` is what they are said to be ("country"), "" where the text does not say.

    ``complete`` is True only where the text says so: "only", a count that fits, "consists of", a table with a total.
    """

    members: tuple[Name, ...]
    complete: bool = False
    head: str = ""
    spans: tuple[Span, ...] = ()
    excluded: tuple[Name, ...] = ()
    """Who is said not to be on it: "all but Malta", "Malta was never on that list"."""


_COORDINATORS = frozenset({"and", "or", "&", "nor"})
_GLUE = _COORDINATORS | {",", "the", "a", "an", ";", "well", "as", "both"}
_EXCEPT = phrases(
    "with the exception of, except for, except, excepting, excluding, all but, everyone but, everybody but,"
    "not a single, not one of the, nobody from, none from, no one from"
)
_BUT_NOT = phrases("but not in, but not, and not")
_NOT_ON = phrases(
    "on the list, on that list, on this list, on any list, on its list, on their list, among them, among the,"
    "one of the, one of them"
)
_BE = word_set("is was are were be been has have had")
PARTS = word_set("district province county region state municipality island valley")
"""What sorts of places names end in that go without it, too."""
_TOTALS = word_set("total totals sum overall all grand")


def find(passage: Passage) -> list[Mention[Listing]]:
    """The lists of a sentence: names, or three things and more, joined by commas and "and".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Only three states pay: Nepal, Tamoa and Ghana.")).passages
    >>> [plain(m.value) for m in find(passage)]
    ['Nepal, Tamoa, Ghana and no other']
    """
    low = [fold(t.text) for t in passage.tokens]
    named = [_mention(passage, low, group) for group in _name_groups(passage, low)]
    things = [_thing_mention(passage, low, group) for group in _thing_groups(passage, low)]
    # Two nouns are joined in every sentence: they are a list where one is announced.
    things = [m for m in things if len(m.value.members) > 2 or m.rule != "open"]
    lists = _longer(passage, named, things)
    lists = list(_without(passage, low, lists))
    lists = [_with_those_before(mention, besides(passage, low)) for mention in lists]
    alone = [_single_mention(single) for single in singles(passage)]
    listed = _Covered(m.span for m in lists)
    lists += [m for m in alone if m.span not in listed]
    return sorted(lists, key=lambda m: m.core)


def _with_those_before(mention: Mention[Listing], named: tuple[Found, ...]) -> Mention[Listing]:
    """A list that is whole with those whom its sentence opens with: "Apart from Osa, the members are ..."."""
    if not mention.value.complete or any(item.core.overlaps(mention.core) for item in named):
        return mention
    members = (*(item.name for item in named), *mention.value.members)
    return replace(mention, value=replace(mention.value, members=members))


def _longer(passage: Passage, named: list[Mention[Listing]], things: list[Mention[Listing]]) -> list[Mention[Listing]]:
    """The lists of names, and those of things that overlap none; the longer where a list has both: "the council, the
    Tveit family and the city of Osa"."""
    kept, lists = list(named), []
    for mention in things:
        over = [m for m in kept if m.core.overlaps(mention.core)]
        if over and not _is_mixed(passage, mention):
            continue
        within = all(m.core.within(mention.core) for m in over)
        if within and len(mention.value.spans) > sum(len(m.value.spans) for m in over):
            kept = [m for m in kept if m not in over]
            lists.append(mention)
    return [*kept, *lists]


def _is_mixed(passage: Passage, mention: Mention[Listing]) -> bool:
    """Whether the common nouns of a list stand there as its names do, each with its article, and neither announce the
    names ("the builders, Osa and Lund") nor describe one ("Ana Roe, engineer, and Bo Lee")."""
    for span in mention.value.spans:
        words = passage.tokens_in(span)
        first = words[0].i if words else 0
        if words and not any(t.pos == "PROPN" for t in words):
            before = [t.lemma.lower() for t in passage.tokens[max(0, first - 2) : first]]
            if words[-1].tag == "NNS" or before[-1:] not in (["the"], ["a"], ["an"]) or before[:-1] == ["of"]:
                return False
    return True


def membership(passage: Passage) -> Mention[Listing] | None:
    """Who alone is said to be in a group, or out of it, where that is what a sentence says: a list of one.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [one] = read(Source("a", "Nepal is one of the six donors.")).passages
    >>> plain(membership(one).value), membership(one).value.head
    ('Nepal', 'donor')
    """
    for token in passage.tokens:
        said = side(passage, token.i)
        if said is None or not said.group or passage.tokens[token.head].dep != "ROOT" or token.pos not in _NOMINAL:
            continue
        found = next((f for f in spot(passage) if token in passage.tokens_in(f.core)), None)
        things = [] if found else _joined_things(passage, token)
        if found is None and not things and (token.pos == "PRON" or passage.children[token.i]):
            continue
        head = _group(passage, said.cue)
        if passage.tokens[said.cue].lemma == "number" and not head:
            continue  # "the form is numbered R-417"
        if found:
            names, spans = (found.name,), (found.core,)
        elif things:
            names, spans = zip(*things, strict=True)
        else:
            names, spans = (Name((fold(token.lemma),), token.text.lower()),), (token.span,)
        value = Listing(names, head=head, spans=spans)
        if said.side is Side.OUT:
            value = Listing((), head=head, spans=spans, excluded=names)
        core = spans[0].joined(spans[-1])
        return Mention("listing", value, core, core, "member")
    return None


def pair(passage: Passage) -> Mention[Listing] | None:
    """Two things joined by "and" of which a sentence says one thing: a list of two.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [one] = read(Source("a", "The mill made rope and sails.")).passages
    >>> plain(pair(one).value)
    'rope, sails'
    """
    for group in _coordinated(passage):
        first, (_, last) = passage.tokens[group[0][1]], group[-1]
        over = passage.tokens[first.head]
        over = passage.tokens[over.head] if first.dep == "pobj" else over
        joined = any(t.lemma == "and" for t in passage.tokens[first.i : last])
        if len(group) == 2 and joined and over.dep == "ROOT" and over.pos in ("VERB", "AUX"):
            names, spans = zip(*(_named_thing(passage, a, b) for a, b in group), strict=True)
            core = spans[0].joined(spans[-1])
            return Mention("listing", Listing(names, spans=spans), core, core, "joined")
    return None


def _joined_things(passage: Passage, first: Token) -> list[tuple[Name, Span]]:
    """The things that a sentence is about, two and more joined by "and": "mortars and grenade launchers"."""
    group = next((g for g in _coordinated(passage) if any(a <= first.i <= b for a, b in g)), [])
    return [_named_thing(passage, a, b) for a, b in group]


def _group(passage: Passage, cue: int) -> str:
    """The noun of the group that somebody is among: "donors" in "is one of the six donors"."""
    below = [*passage.children[cue], *(g for c in passage.children[cue] for g in passage.children[c])]
    return next((passage.tokens[i].lemma for i in below if passage.tokens[i].dep == "pobj"), "")


class _Covered:
    """The stretches of text that are taken; a span is in it that overlaps one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._ends: list[int] = []
        self._starts: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, span: Span) -> bool:
        first = bisect_right(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] < span.end


def _single_mention(single: Single) -> Mention[Listing]:
    """A list of one name that is all of it, or is left out: "only Nepal", "every state but Nepal"."""
    names, spans = (single.found.name,), (single.found.core,)
    value = Listing((), spans=spans, excluded=names) if single.excluded else Listing(names, complete=True, spans=spans)
    return Mention("listing", value, single.found.core.joined(single.core), single.core, single.rule)


def _without(passage: Passage, low: list[str], lists: list[Mention[Listing]]) -> Iterator[Mention[Listing]]:
    """The lists with those whom the sentence leaves out; who is left out of a list that it does not give, alone."""
    out = [item for item in spot(passage) if _left_out(passage, low, item)]
    lone = [item for item in out if not _stands_after(low, _index(passage, item.span.start), _BUT_NOT)]
    taken = False
    for mention in lists:
        others = tuple(item.name for item in out if not item.core.within(mention.core))
        here = tuple(item.name for item in out if item.core.within(mention.core))
        if here:
            # "all but Malta and Chad": the list is of those left out.
            taken = True
            names = mention.value.members
            yield replace(mention, value=replace(mention.value, members=(), complete=False, excluded=names))
        elif others and not taken:
            taken = True
            yield replace(mention, value=replace(mention.value, excluded=others))
        else:
            yield mention
    if lone and not taken:
        core = lone[0].core.joined(lone[-1].core)
        listing = Listing((), spans=tuple(i.core for i in lone), excluded=tuple(i.name for i in lone))
        yield Mention("listing", listing, core, core, "left out")


def _index(passage: Passage, start: int) -> int:
    return bisect_left(passage.tokens, start, key=lambda token: token.start)


def _stands_after(low: list[str], first: int, phrases: tuple[Words, ...]) -> bool:
    """Whether one of the phrases stands right before a name and its article."""
    end = first - 1 if low[first - 1 : first] in (["the"], ["a"]) else first
    return any(tuple(low[max(0, end - len(words)) : end]) == words for words in phrases)


def _left_out(passage: Passage, low: list[str], item: Found) -> bool:
    """Whether the words round a name say that it is not on a list."""
    first, end = _index(passage, item.span.start), _index(passage, item.core.end)
    if _stands_after(low, first, _EXCEPT + _BUT_NOT):
        return True
    at = end
    while at < len(low) and at < end + 3 and low[at] in _BE:
        at += 1
    if at >= len(low) or low[at] not in {"not", "never", "n't"} or (at == end and low[at] == "not"):
        return False
    at += 1
    while at < len(low) and low[at] in _BE | {"ever"}:
        at += 1
    return any(tuple(low[at : at + len(words)]) == words for words in _NOT_ON)


def find_all(reading: Reading) -> list[Mention[Listing]]:
    """The lists of a document: those of its sentences, and the first column of each table.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> table = "Contributor | Personnel\\nNepal | 286\\nGhana | 142\\nTotal | 428"
    >>> [plain(m.value) for m in find_all(read(Source("a", table)))]
    ['Nepal, Ghana and no other']
    """
    found = [m for p in reading.passages if p.kind is not Kind.FURNITURE for m in find(p) if _in_a_cell(p, m)]
    found = [*_closed_after(reading, found)]
    for kind, rows in groupby(reading.passages, key=lambda p: p.kind):
        if kind is Kind.ROW:
            found += _table(list(rows))
    return sorted(found, key=lambda m: m.core)


def _in_a_cell(passage: Passage, mention: Mention[Listing]) -> bool:
    """Whether a list stands in one cell, where a passage is the row of a table."""
    said = mention.core.moved(-passage.span.start).of(passage.text)
    return passage.kind is not Kind.ROW or (len(mention.value.members) > 1 and "|" not in said)


def _closed_after(reading: Reading, found: list[Mention[Listing]]) -> Iterator[Mention[Listing]]:
    """Lists that the next sentence closes: "No other service sent a crew."."""
    closing = [
        before.span
        for before, after in pairwise(reading.passages)
        if before.paragraph == after.paragraph and closes([fold(t.text) for t in after.tokens])
    ]
    for mention in found:
        whole = mention.value.members and any(mention.core.within(span) for span in closing)
        yield replace(mention, value=replace(mention.value, complete=True), rule="no other") if whole else mention


def _name_groups(passage: Passage, low: list[str]) -> Iterator[list[Found]]:
    """Names with nothing but commas, "and" and a word of description between them; "of Italy" is passed over."""
    index = {t.start: t.i for t in passage.tokens}
    after = {t.end: t.i + 1 for t in passage.tokens}
    group: list[Found] = []
    joined = ended = False
    end = owner = -1
    for item in spot(passage):
        first = index[item.span.start] if owner < 0 else owner
        if country(item.name.words) and low[after[item.core.end] :][:1] in (["'s"], ["’s"]):
            owner = first  # "Sweden's Norrtag": the country of the member behind it
            continue
        owner = -1
        between, shift, numbered = _unnumbered(low[end:first]) if group else ([], 0, False)
        if group and between in (["of"], ["of", "the"]) and country(item.name.words):
            end = after[item.core.end]
            continue
        # After its "and" a list is over: "Nepal and Ghana; Chad paid nothing".
        over = ended and (";" in between or _COORDINATORS.isdisjoint(between))
        if group and _coordinates(passage, between, end + shift) and not over:
            ended = ended or not _COORDINATORS.isdisjoint(between)
            joined = joined or numbered or ended
            group.append(item)
        else:
            if len(group) >= 2 and (joined or _goes_on(low, end) or _announced(low, index[group[0].span.start], group)):
                yield group
            group, joined, ended = [item], False, False
        end = after[item.core.end]
    if len(group) >= 2 and (joined or _goes_on(low, end) or _announced(low, index[group[0].span.start], group)):
        yield group


def _unnumbered(between: list[str]) -> tuple[list[str], int, bool]:
    """What stands between two members without their figures, and how much was dropped before it.

    "Norland (40), Osa (12)", "Norland 40, Osa 12", "11 in Osa and four in Wesum".
    """
    at, bracketed = 0, False
    if between[:1] == ["("] and ")" in between[2:6] and _figure(between[1]):
        at, bracketed = between.index(")") + 1, True
    at += between[at : at + 1] != [] and between[at] in PARTS
    at += len(between) > at + 1 and _figure(between[at]) and between[at + 1] in {",", ";", "and"}
    words = between[at:]
    lead = next((i for i, word in enumerate(words) if word not in _GLUE), len(words))
    numbered = 0 < lead < len(words) and _figure(words[lead]) and set(words[lead + 1 :]) <= {"in", "from", "at", "the"}
    return (words[:lead], at, True) if numbered else (words, at, bracketed)


def _figure(word: str) -> bool:
    return word == "one" or word in NUMBERS or word[:1].isdigit()


def _goes_on(low: list[str], end: int) -> bool:
    """ "Nepal, Ghana and others", "Nepal, Ghana and, since May, Chad"."""
    return low[end : end + 2] in (["and", "others"], ["and", "other"], ["and", "more"], ["and", ","], [",", "and"])


def _announced(low: list[str], first: int, group: list[Found]) -> bool:
    """Whether three names and more stand behind a colon with commas alone between them."""
    return (
        len(group) >= MANY
        and low[max(0, first - 2) : first][-1:] in ([":"], ["the"])
        and ":" in low[max(0, first - 2) : first]
    )


MANY = 3
"""From how many members on a list needs no "and" to be one."""


def _coordinates(passage: Passage, between: list[str], at: int) -> bool:
    if _apposed(passage, between, at):
        return True
    if len(between) > 6:
        return False
    described = [i for i, word in enumerate(between) if word not in _GLUE]
    if described and between[described[-1]] == "of":
        described.pop()  # "the city of"
    if not between or between[0] not in {",", ";"} | _COORDINATORS | {"as"} or len(described) > 2:
        return False
    return all(passage.tokens[at + i].pos in {"NOUN", "ADJ", "PROPN"} and between[i].isalpha() for i in described)


def _apposed(passage: Passage, between: list[str], at: int) -> bool:
    """Whether only a phrase between commas stands between two members: "Ana, his former deputy, and Ben"."""
    if len(between) > 12 or between[:1] != [","] or between[-2:] not in ([",", "and"], [",", "or"]):
        return False
    inner = passage.tokens[at + 1 : at + len(between) - 2]
    return any(t.pos == "NOUN" for t in inner) and all(t.pos in _DESCRIBING for t in inner)


_DESCRIBING = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART"})


def _mention(passage: Passage, low: list[str], group: list[Found]) -> Mention[Listing]:
    first, end = _index(passage, group[0].span.start), _index(passage, group[-1].core.end)
    return _said_of(passage, low, (first, end), tuple(i.name for i in group), tuple(i.core for i in group))


def _said_of(
    passage: Passage, low: list[str], among: tuple[int, int], names: tuple[Name, ...], spans: tuple[Span, ...]
) -> Mention[Listing]:
    """A list, with what the words round its tokens say of it: whether it is whole, or of those left out."""
    core = spans[0].joined(spans[-1])
    first, end = among
    if low[first - 1 : first] == ["neither"]:
        return Mention("listing", Listing((), spans=spans, excluded=names), core, core, "neither")
    whole, rule = complete(passage, low, first, end, len(names))
    listing = Listing(names, whole, _head(passage, low, first), spans)
    return Mention("listing", listing, core, core, rule)


Stretch = tuple[int, int]
"""The first and the last token of a member."""


def _thing_groups(passage: Passage, low: list[str]) -> list[list[Stretch]]:
    """Things joined by the parse or by their commas, the longer list first where they overlap."""
    found = sorted((*_coordinated(passage), *_enumerated(passage, low)), key=len, reverse=True)
    kept: list[list[Stretch]] = []
    taken: set[int] = set()
    for group in found:
        within = range(group[0][0], group[-1][1] + 1)
        if taken.isdisjoint(within):
            taken.update(within)
            kept.append(group)
    return kept


def _coordinated(passage: Passage) -> Iterator[list[Stretch]]:
    """Common nouns that the parser coordinates."""
    chained: set[int] = set()
    for token in passage.tokens:
        if token.pos != "NOUN" or token.i in chained or token.dep == "conj":
            continue
        chain, at = [token.i], token.i
        while True:
            following = [
                c for c in passage.children[at] if passage.tokens[c].dep == "conj" and c not in chained and c > at
            ]
            if not following or passage.tokens[following[0]].pos != "NOUN":
                break
            at = following[0]
            chained.add(at)
            chain.append(at)
        if len(chain) >= 2 and OTHERS.isdisjoint(passage.tokens[i].lemma for i in chain):
            stretches = [_thing(passage, i) for i in chain]
            # "Mortars and grenade launchers": a plural describes no noun.
            if token.tag == "NNS" and token.dep in {"nmod", "compound"} and token.head == at + 1:
                stretches[-1] = stretches[-1][0], token.head
            yield stretches


def _enumerated(passage: Passage, low: list[str]) -> Iterator[list[Stretch]]:
    """Members by their commas and "and" alone, for the parser takes many a rare noun for an adjective."""
    for token in passage.tokens:
        if low[token.i] not in {"and", "or"}:
            continue
        last = token.i + 1
        while last < len(low) and _inside_member(passage, last) and low[last] not in _BREAKS:
            last += 1
        group = [(token.i + 1, last - 1)]
        end = token.i - (low[token.i - 1] == "," if token.i else 0)
        while end > 0:
            first = end
            while first > 0 and _inside_member(passage, first - 1) and low[first - 1] not in _BREAKS:
                first -= 1
                if passage.tokens[first].pos in _DETERMINING:
                    break
            if first == end:
                break
            group.insert(0, (first, end - 1))
            if first == 0 or low[first - 1] != ",":
                break
            end = first - 1
        if len(group) > 2 and _only_announces(passage, low, [first for first, _ in group if first < len(low)]):
            group = group[1:]
        if all(_names_a_thing(passage, *stretch) and low[stretch[1]] not in OTHERS for stretch in group):
            yield [_undetermined(passage, *stretch) for stretch in group]


_BREAKS = frozenset({",", "and", "or"})
"""What ends a member, whatever the parser takes it for."""
_DETERMINING = frozenset({"DET", "NUM"})
_NAMING = frozenset({"ADJ", "NOUN", "PROPN"}) | _DETERMINING
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def _inside_member(passage: Passage, i: int) -> bool:
    """Whether a word may be part of a member's name: "dates of birth"."""
    if passage.tokens[i].lemma == "of":
        beside = passage.tokens[i - 1 : i] + passage.tokens[i + 1 : i + 2]
        named = beside[0].lemma.lower() in OF_HEADS  # "the University of Osa"
        return len(beside) == 2 and (named or beside[0].pos == "NOUN") and beside[1].pos in {"NOUN", "PROPN"}
    return _nominal(passage.tokens[i])


def _nominal(token: Token) -> bool:
    return token.pos in _NAMING or (token.tag in {"VBG", "VBN"} and token.dep == "amod")


def _names_a_thing(passage: Passage, first: int, last: int) -> bool:
    """Whether a stretch is a noun and its modifiers: "a lightning mapper", "an imager", "Latin", and not "cold"."""
    if not first <= last < first + 5:
        return False
    end = passage.tokens[last]
    determined = passage.tokens[first].pos in _DETERMINING and first < last
    return end.pos in {"NOUN", "PROPN"} or (end.pos == "ADJ" and (determined or end.text[:1].isupper()))


def _undetermined(passage: Passage, first: int, last: int) -> Stretch:
    return first + (passage.tokens[first].pos in _DETERMINING and first < last), last


def _thing_mention(passage: Passage, low: list[str], stretches: list[Stretch]) -> Mention[Listing]:
    out = [s for s in stretches if lacking(passage, s[1]) is not None and lacking(passage, stretches[0][1]) is None]
    names, spans = zip(*(_named_thing(passage, a, b) for a, b in stretches if (a, b) not in out), strict=True)
    found = _said_of(passage, low, (stretches[0][0], stretches[-1][1] + 1), names, spans)
    without = tuple(_named_thing(passage, a, b)[0] for a, b in out)
    return replace(found, value=replace(found.value, excluded=without)) if without else found


def _named_thing(passage: Passage, first: int, last: int) -> tuple[Name, Span]:
    span = Span(passage.tokens[first].start, passage.tokens[last].end)
    words = tuple(fold(passage.tokens[i].lemma) for i in range(first, last + 1))
    text = span.moved(-passage.span.start).of(passage.text)
    names = spot(passage)
    named = names[bisect_left(names, span.start, key=_start) : bisect_right(names, span.end, key=_end)]
    if len(named) == 1:
        # "The Tveit family", "the city of Osa", "the judge Ana Roe": it goes by its name.
        return replace(named[0].name, text=text), span
    if not first and passage.tokens[0].pos == "NOUN":
        text = text[:1].lower() + text[1:]  # a capital that opens a sentence makes no name
    return Name(words, text), span


def _start(found: Found) -> int:
    return found.core.start


def _end(found: Found) -> int:
    return found.core.end


def _thing(passage: Passage, i: int) -> Stretch:
    first = i
    while first > 0 and passage.tokens[first - 1].dep in {"compound", "amod"} and passage.tokens[first - 1].head == i:
        first -= 1
    return first, i


def _only_announces(passage: Passage, low: list[str], firsts: list[int]) -> bool:
    """Whether what looks like a list's first member goes before it: "At Osa, a tug and a dredger", "two ships, a tug
    and a dredger", "31 vehicles, cars and lorries"."""
    opening, *others = (passage.tokens[i].pos for i in firsts)
    if not _DETERMINING.issuperset(others):
        return opening == "NUM"
    return opening not in _DETERMINING or value(low[firsts[0]]) == _sum([low[i] for i in firsts[1:]])


def _sum(heads: list[str]) -> int:
    """How many the members of a list are that open with these words: "a tug and two dredgers" are three."""
    return sum(value(word) or 1 for word in heads)


def _head(passage: Passage, low: list[str], first: int) -> str:
    """What the members are said to be: "districts" in "the districts of X, Y and Z", "states" before a colon."""
    for i in range(first - 1, max(-1, first - 8), -1):
        token = passage.tokens[i]
        if token.pos == "NOUN" and low[i].isalpha():
            return token.lemma
        if token.pos == "VERB" or token.tag in ("WDT", "WP"):
            return ""
    return ""


def _table(rows: list[Passage]) -> Iterator[Mention[Listing]]:
    cells = [(_first_cell(row), row) for row in rows]
    cells = [(span, row) for span, row in cells if span.start < span.end]
    header = bool(cells) and not any(c.isdigit() for c in cells[0][1].text)
    head = _cell_words(*cells[0])[-1:] if header else ()
    body = cells[header:]
    totals = [pair for pair in body if pair[0] and set(_cell_words(*pair)) <= _TOTALS]
    members = [pair for pair in body if pair not in totals and _cell_words(*pair)]
    if len(members) < 2:
        return
    names = tuple(Name(_cell_words(span, row), span.moved(-row.span.start).of(row.text)) for span, row in members)
    spans = tuple(span for span, _ in members)
    core = spans[0].joined(spans[-1])
    whole = members[0][1].span.joined(members[-1][1].span)
    yield Mention("listing", Listing(names, bool(totals), head[0] if head else "", spans), whole, core, "table")


def _first_cell(row: Passage) -> Span:
    text = row.text
    lead = len(text) - len(text.lstrip("| \t"))
    cell = text[lead:].split("|", 1)[0].split("\t", 1)[0]
    return Span(row.span.start + lead, row.span.start + lead + len(cell.rstrip()))


def _cell_words(span: Span, row: Passage) -> Words:
    return tuple(fold(word) for word in span.moved(-row.span.start).of(row.text).split())


def plain(listing: Listing) -> str:
    """The members, and whether they are all.

    >>> plain(Listing((Name(("nepal",), "Nepal"), Name(("ghana",), "Ghana"))))
    'Nepal, Ghana'
    """
    members = ", ".join(name.text or " ".join(name.words).title() for name in listing.members)
    without = ", ".join(name.text or " ".join(name.words).title() for name in listing.excluded)
    left_out = f" but not {without}" if members and without else f"without {without}" if without else ""
    return members + (" and no other" if listing.complete else "") + left_out


def _on(listing: Listing, member: Name) -> Same:
    """Whether somebody or something is on a list."""
    answers = [_one(other, member) for other in listing.members]
    return next((a for a in (Same.SAME, Same.MAYBE) if a in answers), Same.DIFFERENT)


def _one(a: Name, b: Name) -> Same:
    answer = same(_bare(a), _bare(b))
    common = a.text.islower() and b.text.islower()
    if answer is Same.DIFFERENT and common and lexicon.kinship(a.words[-1], b.words[-1]) >= lexicon.SYNONYM:
        return Same.MAYBE
    return answer


def _leading(listing: Listing, member: Name) -> bool:
    """Whether somebody on a list has a longer name that begins with this one: "Brekke Anlegg" is Brekke."""
    if len(listing.members) < 2:
        return False
    bare = [_bare(other).words for other in listing.members]
    words = _bare(member).words
    return any(longer[: len(words)] == words for longer in bare)


def _shortened(listing: Listing, member: Name) -> bool:
    """Whether a list has the first word of somebody's name, and it is nobody else's there: Bora for Bora Ferries."""
    words = _bare(member).words
    begun = [_bare(other).words for other in listing.members if _bare(other).words[:1] == words[:1]]
    return len(listing.members) > 1 and begun == [words[:1]] and not member.text.islower()


TELLING_WHO = frozenset({"count", "consists of", "the"})
"""How a list is read as whole that tells who they are, and not that there is nobody else: "the three are ..."."""


def _bare(name: Name) -> Name:
    """A firm's name without the form of the firm: "Brekke AS" is Brekke."""
    end = len(name.words)
    while end > 1 and (name.words[end - 1] in LEGAL or len(name.words[end - 1]) == 1 or "." in name.words[end - 1]):
        end -= 1
    return replace(name, words=name.words[:end]) if end < len(name.words) else name


def shared(source: Listing, fact: Listing) -> int:
    """How many of a fact's members are on a source's list, or are said to be left out of it.

    >>> nepal, ghana, chad = (Name((word,)) for word in ("nepal", "ghana", "chad"))
    >>> shared(Listing((nepal, ghana)), Listing((nepal, chad)))
    1
    """
    everybody = Listing((*source.members, *source.excluded))
    return sum(_on(everybody, member) is not Same.DIFFERENT for member in fact.members)


def names_others(source: Listing, fact: Listing) -> bool:
    """Whether a source's list has somebody who is not on a fact's.

    >>> nepal, ghana = (Name((word,)) for word in ("nepal", "ghana"))
    >>> names_others(Listing((nepal, ghana)), Listing((nepal,))), names_others(Listing((nepal,)), Listing((nepal,)))
    (True, False)
    """
    return any(_on(fact, member) is Same.DIFFERENT for member in source.members)


def _said_out(listing: Listing, members: tuple[Name, ...]) -> list[Same]:
    """Whether each of these is among those whom a list leaves out."""
    out = Listing(listing.excluded)
    return [_on(out, member) for member in members]


def relate(source: Listing, fact: Listing) -> Relation | None:
    """How a source's list relates to a fact's; None where they have nobody in common and are lists of other things.

    >>> nepal, ghana, chad = (Name((word,)) for word in ("nepal", "ghana", "chad"))
    >>> relate(Listing((nepal, ghana, chad)), Listing((nepal, chad)))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Listing((nepal, ghana)), Listing((nepal, chad)))
    <Relation.COMPATIBLE: 'compatible'>
    >>> relate(Listing((nepal, ghana), complete=True), Listing((nepal, chad)))
    <Relation.EXCLUDES: 'excludes'>
    """
    if Same.SAME in _said_out(source, fact.members) or Same.SAME in _said_out(fact, source.members):
        return Relation.EXCLUDES
    if not fact.members:
        return Relation.ENTAILS if fact.excluded and set(_said_out(source, fact.excluded)) == {Same.SAME} else None
    answers = [_on(source, member) for member in fact.members]
    if all(answer is Same.DIFFERENT for answer in answers):
        alike = bool(source.head) and bool(fact.head) and lexicon.kinship(source.head, fact.head) >= lexicon.SYNONYM
        return Relation.EXCLUDES if alike and source.complete else None
    if source.complete and Same.DIFFERENT in answers:
        return Relation.EXCLUDES
    # "Only Nepal" is not set against all the lists that Nepal is on.
    several = len(answers) - answers.count(Same.DIFFERENT) > 1
    more = fact.complete and names_others(source, fact)
    if several and more:
        return Relation.EXCLUDES
    if Same.DIFFERENT not in answers and not more and (source.complete or not fact.complete):
        sure = [
            a is Same.SAME or _leading(source, m) or _shortened(source, m)
            for a, m in zip(answers, fact.members, strict=True)
        ]
        if all(sure):
            return Relation.ENTAILS
    return Relation.COMPATIBLE
