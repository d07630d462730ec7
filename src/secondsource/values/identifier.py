"""Numbers that name something: "Resolution 2699 (2023)", "contract K-1147", "Section 427"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from secondsource.grammar.designators import Designator, designators
from secondsource.grammar.possibilities import Relation
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage
from secondsource.sources import Span
from secondsource.values.mention import Mention


@dataclass(frozen=True, slots=True)
class Identifier:
    """One of a series. ``key`` is in a canonical form ("WR-417"); a year written with it stands in ``year``.

    ``series`` is the lemma of the series' name, empty for a bare code ("OH-471").
    """

    series: str
    key: str
    year: int | None = None


def relate(source: Identifier, fact: Identifier) -> Relation:
    """How a source's identifier relates to a fact's.

    >>> relate(Identifier("resolution", "2699", 2023), Identifier("resolution", "2699"))
    <Relation.ENTAILS: 'entails'>
    >>> relate(Identifier("resolution", "2699"), Identifier("resolution", "2700"))
    <Relation.EXCLUDES: 'excludes'>
    >>> relate(Identifier("incident", "WF-207"), Identifier("file", "WF-270"))
    <Relation.EXCLUDES: 'excludes'>
    >>> relate(Identifier("section", "4"), Identifier("resolution", "2700"))
    <Relation.COMPATIBLE: 'compatible'>
    """
    years_differ = source.year is not None and fact.year is not None and source.year != fact.year
    one_series = source.series == fact.series and (source.series or _letters(source) == _letters(fact))
    if one_series or (shape(source) == shape(fact) and _letters(source)) or _turned(source, fact):
        return Relation.ENTAILS if _bare(source) == _bare(fact) and not years_differ else Relation.EXCLUDES
    # "case OH-471" and "appeal OH-471" are one: letters in a code say more than the word before it.
    told_by_key = not source.series or not fact.series or bool(_letters(source))
    return (
        Relation.ENTAILS if told_by_key and _bare(source) == _bare(fact) and not years_differ else Relation.COMPATIBLE
    )


def shape(value: Identifier) -> str:
    """The form of a key: codes of one shape are of one series, whatever noun stands before them. Of more figures than
    one, 47-TR-9 and 47-TR-12, the lengths may differ.

    >>> shape(Identifier("order", "WR-471")), shape(Identifier("", "47-TR-12"))
    ('WR000', '0TR0')
    """
    figures = re.findall(r"\d+", value.key)
    return re.sub(r"\d+" if len(figures) > 1 or value.year else r"\d", "0", _bare(value))


def _turned(one: Identifier, other: Identifier) -> bool:
    """Whether two codes are of the same letters and figures in another order: 47-TR-9 and 47-RT-9."""
    keys = one.key, other.key
    same_form = len({re.sub(r"[A-Z]", "A", re.sub(r"\d", "0", key)) for key in keys}) == 1
    return same_form and keys[0] != keys[1] and sorted(keys[0]) == sorted(keys[1]) and bool(_letters(one))


def _bare(value: Identifier) -> str:
    """A key without what is only put between its parts: KV 318, KV-318, KV.318 and KV318 are one."""
    return _POINT.sub("", value.key.replace("-", ""))


def _letters(value: Identifier) -> str:
    """The letters of a code, which say what series it is of."""
    return re.sub(r"[\d.-]", "", value.key)


_POINT = re.compile(r"(?<=[A-Z])\.(?=\d)")


def plain(value: Identifier) -> str:
    """
    >>> plain(Identifier("resolution", "2699", 2023)), plain(Identifier("", "OH-471"))
    ('resolution 2699 of 2023', 'OH-471')
    """
    year = f"of {value.year}" if value.year else ""
    return " ".join(part for part in (value.series, value.key, year) if part)


def bearer(passage: Passage, mention: Mention[Identifier]) -> str:
    """The noun for what has a number: its series, else the noun beside it, else the subject that is "numbered" so.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "The form is numbered R-417.")).passages
    >>> bearer(passage, find(passage)[0])
    'form'
    """
    value = mention.value
    if value.series not in ("", "number"):
        return value.series
    words = passage.tokens_in(mention.core)
    above = (passage.tokens[i] for i in passage.ancestors(words[0].i)) if words else iter(())
    for token in above:
        if token.pos == "NOUN" and token.lemma != "number":
            return token.lemma
        if token.pos in ("VERB", "AUX"):
            subject = subject_of(passage, token.i)
            if subject is not None:
                return passage.tokens[subject].lemma if passage.tokens[subject].pos == "NOUN" else ""
    return ""


# "with 19 on his back", "in the 19 shirt": the number of a player, with no word for it.
_WORN = re.compile(
    r"(?<![\w.,$€£-])(?P<behind>\d{1,3})\son\s(?:his|her|the|their|your|my)\s(?:back|shirt|jersey|bib|vest)\b(?!\s(?!and|as|when|while|but|for|in|at|to|on)[a-z])"
    r"|\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir)\s(?P<before>\d{1,3})\s(?:shirt|jersey|bib|vest)\b"
)


def find(passage: Passage, published: date | None = None) -> list[Mention[Identifier]]:
    """Every identifier in a passage, in reading order; "of this year" is told from the day of publication.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "It acts under Resolution 2699 (2023).")).passages
    >>> [plain(m.value) for m in find(passage)]
    ['resolution 2699 of 2023']
    """
    base = passage.span.start
    named = [
        Mention(
            "identifier",
            Identifier(found.series, found.key, _year(found, published)),
            Span(base + found.start, base + found.end),
            Span(base + found.core[0], base + found.core[1]),
            found.series or "code",
        )
        for found in designators(passage.text)
    ]
    return sorted((*named, *_worn(passage)), key=lambda mention: mention.core)


def _year(found: Designator, published: date | None) -> int | None:
    if found.years_ago is None or published is None:
        return found.year
    return published.year - found.years_ago


def _worn(passage: Passage) -> Iterator[Mention[Identifier]]:
    for match in _WORN.finditer(passage.text):
        group = "behind" if match["behind"] else "before"
        core = Span(*match.span(group)).moved(passage.span.start)
        yield Mention("identifier", Identifier("number", match[group]), core, core, "worn")
