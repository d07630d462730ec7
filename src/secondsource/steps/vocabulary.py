"""The sentences that every newsroom has: what each looks like, an example that runs, and what it does.

*Given* says what is looked at and returns the new scope. *Then* is one grammar, who + verb + what: ``who.py`` reads
who, a sentence of :data:`THEN` reads the rest and returns what each source is to be tested for. More particular
sentences stand before plainer ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from secondsource.facts import Fact
from secondsource.judging import Verdict
from secondsource.steps import parameters
from secondsource.steps.asking import AGAINST, Answer, Test
from secondsource.steps.citing import cited
from secondsource.steps.faults import Misread
from secondsource.steps.gherkin import Line
from secondsource.steps.parameters import numbers, unquoted
from secondsource.steps.patterns import Index, Sentence
from secondsource.steps.scope import Scope, another

Holes = Mapping[str, str]
Asked = tuple[tuple[Fact, ...], Test]


# -- what a source can be tested for -----------------------------------------------------------------------------------


def _verdict(verdict: Verdict, done: str, plural: str, among: frozenset[Verdict] | None = None) -> Test:
    wanted = among or frozenset({verdict})
    return Test(done, plural, lambda answer: answer.verdict in wanted, verdict)


SUPPORTS = _verdict(Verdict.SUPPORTS, "supports", "support it")
CONTRADICTS = _verdict(Verdict.CONTRADICTS, "contradicts", "contradict it", AGAINST)
MIXED = _verdict(Verdict.MIXED, "disagrees with itself about", "disagree with themselves about it")
INCONCLUSIVE = _verdict(Verdict.INCONCLUSIVE, "is inconclusive about", "be inconclusive about it")
SILENT = _verdict(Verdict.SILENT, "is silent about", "be silent about it")
NOT_AGAINST = Test(
    "does not contradict", "not contradict it", lambda answer: answer.verdict not in AGAINST, lenient=True
)
NO_SUPPORT = Test(
    "does not support", "not support it", lambda answer: answer.verdict is not Verdict.SUPPORTS, lenient=True
)
CITES = replace(SUPPORTS, done="cites", plural="cite it", read=cited)
SPEAKS = Test("speaks of", "speak of it", lambda answer: answer.verdict is not Verdict.SILENT, lenient=True)
NAMES_SPEAKER = Test(
    "names who said it",
    "say it and name who said it",
    lambda answer: answer.verdict is Verdict.SUPPORTS and bool(_speaker(answer)),
)


def _speaker(answer: Answer) -> str:
    evidence = answer.judgement.evidence if answer.judgement else ()
    return next((each.speaker for each in evidence if each.speaker), "")


def _published(answer: Answer) -> str:
    return f"published {answer.source.published}" if answer.source.published else "no date of publication"


# -- Given: what is looked at ------------------------------------------------------------------------------------------


def _sources_in(scope: Scope, holes: Holes, line: Line) -> Scope:
    return scope.with_sources_of(unquoted(holes["folder"]))


def _sources_tagged(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, sources=scope.tagged(unquoted(holes["tag"])))


def _only_sources(scope: Scope, holes: Holes, line: Line) -> Scope:
    names = re.findall(parameters.QUOTED, holes["names"])
    return replace(scope, sources=tuple(scope.source(unquoted(name)) for name in names))


def _only_tier(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, sources=scope.of_tier(holes["tier"].strip().lower()))


def _only_group(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, sources=scope.of_group(unquoted(holes["group"])))


def _published_by(scope: Scope, holes: Holes, line: Line) -> Scope:
    last = parameters.day(holes["day"])
    kept = tuple(s for s in scope.sources if s.published and s.published <= last)
    if not kept:
        raise Misread("no-sources", f"no source was published by {last}")
    return replace(scope, sources=kept)


def _facts_in(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, subject=scope.facts_in(unquoted(holes["file"])))


def _facts_tagged(scope: Scope, holes: Holes, line: Line) -> Scope:
    tag = unquoted(holes["tag"])
    found = tuple(scope.fact(fact.id) for fact in scope.dossier.facts if tag in fact.tags)
    if not found:
        raise Misread("unknown-fact", f'no fact is tagged "{tag}"')
    return replace(scope, subject=found)


def _fact(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, subject=(scope.fact(unquoted(holes["quoted"])),))


def _facts_table(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, subject=tuple(scope.fact(row[0]) for row in line.table or ()))


def _claim(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, subject=(scope.claim(unquoted(holes["quoted"])),))


def _claim_below(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, subject=(scope.claim(" ".join((line.docstring or "").split())),))


def _as_of(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, as_of=parameters.day(holes["day"]))


def _tolerance(scope: Scope, holes: Holes, line: Line) -> Scope:
    return replace(scope, tolerance=parameters.percentage(holes["percent"]))


given = partial(Sentence, "given", group="What is looked at")

GIVEN = (
    given(
        "the sources in {folder:quoted}",
        "The documents of a folder, or those that a register (YAML) names.",
        'the sources in "sources/"',
        _sources_in,
    ),
    given(
        "only the sources tagged {tag:quoted}",
        "Keeps the sources in scope that carry a tag.",
        'only the sources tagged "agency"',
        _sources_tagged,
    ),
    given(
        "only the {tier} sources",
        "Keeps the sources that the register calls primary (they were there, or are the record) or secondary.",
        "only the primary sources",
        _only_tier,
    ),
    given(
        "only the sources of the group {group:quoted}",
        "Keeps the sources of one house.",
        'only the sources of the group "Northern Papers"',
        _only_group,
    ),
    given(
        "only the source/sources {names}",
        "Keeps the sources that are named.",
        'only the sources "harbour" and "ministry"',
        _only_sources,
    ),
    given(
        "only the sources published by/before {day}",
        "Keeps what was published on that day or earlier.",
        "only the sources published by 7 February 2025",
        _published_by,
    ),
    given(
        "the facts in {file:quoted}",
        'Every fact of one file, or of the files in a folder; "them" in what follows.',
        'the facts in "facts/mission.yaml"',
        _facts_in,
    ),
    given(
        "the facts tagged {tag:quoted}",
        "Every fact of the dossier that carries a tag.",
        'the facts tagged "money"',
        _facts_tagged,
    ),
    given(
        "the fact {quoted}",
        'One fact of the dossier, by its id; "it" in what follows.',
        'the fact "departure-day"',
        _fact,
    ),
    given(
        "the facts",
        "Several facts, one id a row.",
        "the facts:\n  | departure-day |\n  | contingent    |",
        _facts_table,
        below="table",
    ),
    given("the claim {quoted}", "Any plain sentence.", 'the claim "144 police officers left for Haiti"', _claim),
    given(
        "the claim",
        "A long claim, in a doc string.",
        'the claim:\n  """\n  144 police officers left for Haiti\n  """',
        _claim_below,
        below="text",
    ),
    given(
        "the story as of {day}",
        'The day that the story is told on: a claim\'s "on Thursday" is read by it.',
        "the story as of 7 February 2025",
        _as_of,
    ),
    given("a tolerance of {percent}", 'How far "about" reaches.', "a tolerance of 5 %", _tolerance),
)


# -- Then: verb and what -----------------------------------------------------------------------------------------------


def _subject(scope: Scope, claim: str) -> tuple[Fact, ...]:
    """What a {claim} means: the claim "...", the fact "...", that ..., or what was given before."""
    words = claim.strip()
    if found := re.fullmatch(r"(?:the\s+)?(claim|fact)\s+(.+)", words, re.DOTALL):
        named = unquoted(found[2])
        return (scope.fact(named) if found[1] == "fact" else scope.claim(named),)
    if words.startswith(("that ", "that\t")):
        return (scope.claim(words[5:]),)
    if not scope.subject:
        raise Misread(
            "no-subject",
            f'"{words}" means nothing yet',
            'say what first: Given the fact "..." or Given the claim "..."',
        )
    return scope.subject


def _bears(test: Test, scope: Scope, holes: Holes, line: Line) -> Asked:
    return _subject(scope, holes["claim"]), test


def _says(scope: Scope, holes: Holes, line: Line) -> Asked:
    return (scope.claim(holes["sentence"]),), SUPPORTS


def _says_another(scope: Scope, holes: Holes, line: Line) -> Asked:
    """Whoever gives another value than the one cited before speaks against the sentence with that one."""
    return (scope.claim(f"{holes['what']} {another(scope, holes['noun'])}"),), CONTRADICTS


def _cites(scope: Scope, holes: Holes, line: Line) -> Asked:
    return (scope.claim(holes["identifier"], "identifier"),), CITES


def _stated(kind: str, pattern: str, scope: Scope, holes: Holes, line: Line) -> Asked:
    read = {name: unquoted(words) if name in ("quoted", "person") else words.strip() for name, words in holes.items()}
    return (scope.claim(_capital(pattern.format(**read)), kind),), SUPPORTS


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _weekday(scope: Scope, holes: Holes, line: Line) -> Asked:
    day = parameters.weekday(holes["weekday"])
    return (scope.claim(f"{_capital(holes['what'])} was on a {day}", "date"),), SUPPORTS


def _quotes(scope: Scope, holes: Holes, line: Line) -> Asked:
    said = unquoted(holes["quoted"]) if "quoted" in holes else " ".join((line.docstring or "").split())
    return (scope.claim(f"{unquoted(holes['person'])} said “{said}”", "quote"),), SUPPORTS


def _lists(scope: Scope, holes: Holes, line: Line) -> Asked:
    members = [row[0] for row in line.table or ()]
    verb = "are" if len(members) > 1 else "is"
    return (scope.claim(f"{_listed(members)} {verb} {holes['what']}", "list"),), SUPPORTS


def _listed(members: list[str]) -> str:
    return members[0] if len(members) == 1 else f"{', '.join(members[:-1])} and {members[-1]}"


def _adds_up(scope: Scope, holes: Holes, line: Line) -> Asked:
    parts = [" ".join(row).strip() for row in line.table or ()]
    total, figures = _first_figure(holes["count"]), [_first_figure(part) for part in parts]
    if abs(sum(figures) - total) > 1e-9 * max(1.0, abs(total)):
        shown = " + ".join(f"{figure:g}" for figure in figures)
        raise Misread("does-not-add-up", f"{shown} is {sum(figures):g}, not {total:g}")
    whole = f"{_capital(holes['what'])} was {holes['count']}. It was made up of {_listed(parts)}."
    return (scope.claim(whole, "sum"),), SUPPORTS


def _first_figure(text: str) -> float:
    found = numbers(text)
    if not found or found[0].vague:
        raise Misread("bad-value", f'"{text}" has no count', "write it as 120 men")
    return found[0].value


def _older(scope: Scope, holes: Holes, line: Line) -> Asked:
    days = parameters.whole_number(holes["number"])
    oldest = (scope.as_of or date.today()) - timedelta(days=days)
    test = Test(
        f"is older than {days} days",
        f"be older than {days} days (published before {oldest})",
        # A source with no date cannot be shown to be fresh.
        lambda answer: answer.source.published is None or answer.source.published < oldest,
        judges=False,
        about=_published,
    )
    return (Fact(f"older-than-{days}-days", f"The source is older than {days} days.", place=scope.place),), test


def _superseded(scope: Scope, holes: Holes, line: Line) -> Asked:
    test = Test(
        "is superseded",
        "be superseded by another",
        lambda answer: bool(answer.source.superseded_by),
        judges=False,
        about=lambda answer: (
            f"superseded by {answer.source.superseded_by}" if answer.source.superseded_by else _published(answer)
        ),
    )
    return (Fact("superseded", "The source is superseded by another.", place=scope.place),), test


def _bearing(pattern: str, about: str, example: str, test: Test) -> Sentence:
    return Sentence("then", pattern, about, example, partial(_bears, test), group="What it does to a claim")


def _value(kind: str, claim: str, pattern: str, about: str, example: str) -> Sentence:
    return Sentence("then", pattern, about, example, partial(_stated, kind, claim), group="What it says")


def _dated(scope: Scope, holes: Holes, line: Line) -> Asked:
    written = holes["date"].strip()
    preposition = "on" if parameters.names_a_day(written) else "in"
    return (scope.claim(f"{_capital(holes['what'])} was {preposition} {written}", "date"),), SUPPORTS


says = partial(Sentence, "then", group="What it says")
IT = 'Given the fact "departure-day"'

THEN = (
    _bearing(
        "supports/support/confirms/confirm {claim}",
        "It states the claim, or something that entails it.",
        'every source that speaks of it supports the fact "summit-place"',
        SUPPORTS,
    ),
    _bearing(
        "contradicts/contradict {claim}",
        "What it says cannot be true together with the claim.",
        "no source contradicts that 120 men and 24 women make up the contingent",
        CONTRADICTS,
    ),
    _bearing(
        "is/are mixed about {claim}",
        "It disagrees with itself.",
        'source "highlands" is mixed about the claim "The officers flew out in two planes"',
        MIXED,
    ),
    _bearing(
        "is/are inconclusive about {claim}",
        "It speaks of it, and neither settles it nor rules it out.",
        'source "ministry" is inconclusive about the claim "144 officers left for Haiti"',
        INCONCLUSIVE,
    ),
    _bearing(
        "is/are silent about {claim}",
        "It says nothing of it.",
        'source "courier" is silent about the claim "144 officers left for Haiti"',
        SILENT,
    ),
    _bearing(
        "does/do not contradict {claim}",
        "It supports the claim, leaves it open or says nothing of it.",
        'source "ministry" does not contradict that 144 officers left for Haiti',
        NOT_AGAINST,
    ),
    _bearing(
        "does/do not support {claim}",
        "It says nothing of it, leaves it open or contradicts it.",
        'source "courier" does not support that 144 officers left for Haiti',
        NO_SUPPORT,
    ),
    _bearing(
        "speaks/speak of {claim}",
        "It says something about it, whatever that is.",
        'at least 2 sources speak of the fact "departure-day"',
        SPEAKS,
    ),
    says(
        "says/say (that) {what} another/different {noun}",
        "It gives another value than the one that an earlier sentence cites.",
        "no source says the mission was authorised under another resolution",
        _says_another,
        after='Then source "ministry" cites Resolution 2699',
    ),
    says(
        "says/say (that) {sentence}",
        "A count, exact or bounded or about, or any other plain sentence.",
        "at least 2 independent sources say 144 police officers left for Haiti",
        _says,
        more=(
            'source "ministry" says more than one hundred officers left for Haiti',
            "no source says about 600 officers left for Haiti",
        ),
    ),
    _value(
        "money",
        "{what} was {amount}",
        "puts/put {what} at {amount}",
        "An amount of money, or another measure.",
        'source "harbour" puts the frozen part of the pledge at $13.3 million',
    ),
    _value(
        "share",
        "{what} was {share}",
        "gives/give {what} as {share}",
        "A share of a whole.",
        'source "ministry" gives the share of women in the contingent as 17 %',
    ),
    says(
        "dates/date {what} to {date}",
        "When something happened: a day, a month or a year.",
        'source "harbour" dates the departure of the officers to 6 February 2025',
        _dated,
    ),
    says(
        "names/name {weekday} as the day of {what}",
        "The day of the week.",
        'source "harbour" names Thursday as the day of the departure',
        _weekday,
    ),
    says(
        "cites/cite {identifier}",
        "A numbered thing, whatever is said of it: a resolution, a section, a case.",
        'source "ministry" cites Resolution 2699',
        _cites,
    ),
    _value(
        "role",
        "{quoted} is {role}",
        "calls/call {quoted} {role}",
        "Who somebody is.",
        'source "ministry" calls "Godfrey Otunge" the commander of the mission',
    ),
    says(
        "quotes/quote {person} as saying {quoted}",
        "The exact words of a person; spelling and punctuation may vary.",
        'source "harbour" quotes Godfrey Otunge as saying "we will stay"',
        _quotes,
    ),
    says(
        "quotes/quote {person}",
        "The exact words of a person, in a doc string.",
        'source "harbour" quotes Godfrey Otunge:\n  """\n  we will stay\n  """',
        _quotes,
        below="text",
    ),
    says(
        "lists/list as {what}",
        "The members of something, one a row; the list need not be complete.",
        'source "ministry" lists as members of the force:\n  | Jamaica |\n  | Belize  |',
        _lists,
        below="table",
    ),
    _value(
        "place",
        "{what} was in {place}",
        "places/place {what} in {place}",
        "Where something happened.",
        'source "harbour" places the summit in Dar es Salaam',
    ),
    says(
        "breaks/break {what} of {count} down into",
        "The parts of a total, one a row; they must add up.",
        'source "harbour" breaks the contingent of 144 officers down into:\n  | 120 | men   |\n  | 24  | women |',
        _adds_up,
        below="table",
    ),
    _value(
        "order",
        "{what} came before {other}",
        "has/have {what} before {other:what}",
        "One event before another.",
        'source "harbour" has the call before the departure',
    ),
    _value(
        "order",
        "{what} came after {other}",
        "has/have {what} after {other:what}",
        "One event after another.",
        'source "harbour" has the departure after the call',
    ),
    says(
        "names/name who said it",
        "It supports the claim, and says whose word that is.",
        "at least 1 source names who said it",
        lambda scope, holes, line: (_subject(scope, "it"), NAMES_SPEAKER),
        after=IT,
    ),
    Sentence(
        "then",
        "is/are older than {number} days",
        "When it was published, counted back from the story's day; a source with no date counts as old.",
        "no source is older than 400 days",
        _older,
        group="The documents themselves",
    ),
    Sentence(
        "then",
        "is/are superseded",
        "Whether the register says that another document replaces it.",
        "no source is superseded",
        _superseded,
        group="The documents themselves",
    ),
)

GIVENS = Index(GIVEN)
PREDICATES = Index(THEN)
