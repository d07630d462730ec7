"""Who a Then sentence asks: "every source", "no source", "at least 2 independent sources", "source "X"", ..."""

from __future__ import annotations

import re

from secondsource.sources import Source
from secondsource.steps.asking import Who
from secondsource.steps.faults import Misread
from secondsource.steps.parameters import QUOTED, unquoted, whole_number
from secondsource.steps.scope import Scope

_Q = f"(?:{QUOTED})"
_TAGGED = rf"(?:\s+(?:that\s+are\s+)?tagged\s+(?P<tag>{_Q}))?"
_TIER = r"(?:(?P<tier>primary|secondary)\s+)?"
WHO = re.compile(
    rf"(?:(?P<only>only\s+)?(?:the\s+)?sources?\s+(?P<named>{_Q}(?:\s*,\s*{_Q})*(?:,?\s+and\s+{_Q})?)"
    rf"|(?P<all>every\s+{_TIER}source|(?:all\s+)?(?:the\s+){_TIER.replace('tier', 'tier_2')}sources){_TAGGED}"
    rf"(?P<speaking>\s+that\s+(?:speaks?\s+of|mentions?)\s+(?:it|them|this))?"
    rf"|(?P<no>no)\s+{_TIER.replace('tier', 'tier_3')}source{_TAGGED.replace('tag>', 'tag_2>')}"
    rf"|(?P<bound>at\s+least|at\s+most|exactly)\s+(?P<n>[\w,-]{{1,40}})\s+(?P<independent>independent\s+)?"
    rf"{_TIER.replace('tier', 'tier_4')}sources?{_TAGGED.replace('tag>', 'tag_3>')})(?=\s)",
)
"""How a Then sentence begins; a pattern of the vocabulary says how it goes on."""

EXAMPLES = (
    "every source",
    "every source that speaks of it",
    'every source tagged "agency"',
    "every primary source",
    "no source",
    "at least 2 sources",
    "at least 2 independent sources",
    "at most one source",
    "exactly 3 sources",
    'source "harbour"',
    'sources "harbour" and "ministry"',
    'only source "courier"',
    'the sources tagged "agency"',
)
"""Every way to say who, for the catalogue; a test reads each of them."""


def split(text: str) -> tuple[re.Match[str], str] | None:
    """The beginning of a Then sentence that says who, and the rest.

    >>> split('at least 2 sources say 144 officers left')[1]
    'say 144 officers left'
    """
    found = WHO.match(text)
    return (found, text[found.end() :].strip()) if found else None


def read(found: re.Match[str], scope: Scope) -> Who:
    """Who is asked, in this scope. Nobody to ask is a fault: it would pass, or fail, without reading anything."""
    parts = found.groupdict()
    words = " ".join(found[0].split())
    if not scope.sources:
        raise Misread(
            "no-sources",
            "no source is in scope here",
            'put documents in sources/, or say where: Given the sources in "..."',
        )
    if parts["named"]:
        named = tuple(scope.source(unquoted(name)) for name in re.findall(_Q, parts["named"]))
        return Who("only" if parts["only"] else "every", words, named, named=True)
    population = _population(scope, _one(parts, "tier"), _one(parts, "tag"))
    if parts["bound"]:
        n = whole_number(parts["n"])
        bound = " ".join(parts["bound"].split())
        _check_bound(bound, n, population, words)
        return Who(bound, words, population, n, bool(parts["independent"]))
    if parts["no"]:
        return Who("no", words, population)
    return Who("every that speaks" if parts["speaking"] else "every", words, population)


def _one(parts: dict[str, str | None], name: str) -> str:
    return next((value for key, value in parts.items() if key.startswith(name) and value), "")


def _population(scope: Scope, tier: str, tag: str) -> tuple[Source, ...]:
    among = scope.of_tier(tier) if tier else scope.sources
    return scope.tagged(unquoted(tag), among) if tag else among


def _check_bound(bound: str, n: int, population: tuple[Source, ...], words: str) -> None:
    if bound == "at least" and n < 1:
        raise Misread("bad-value", f'"{words}" always holds: it would pass without checking anything')
    if bound == "at least" and n > len(population):
        raise Misread("bad-value", f'"{words}" can never hold: there are {len(population)}')
    if bound == "at most" and n >= len(population):
        raise Misread("bad-value", f'"{words}" always holds: there are only {len(population)}')
