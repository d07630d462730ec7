"""A fact with no scenario: what it asks of the sources by itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from secondsource.facts import Fact
from secondsource.facts.dossier import Dossier
from secondsource.judging import Verdict
from secondsource.sources.errors import Fault
from secondsource.steps.asking import Expectation, Test, Who
from secondsource.steps.binding import misread
from secondsource.steps.gherkin import Line
from secondsource.steps.scope import Scope
from secondsource.steps.vocabulary import CONTRADICTS, INCONCLUSIVE, MIXED, SILENT, SUPPORTS

TESTS = {test.verdict: test for test in (SUPPORTS, CONTRADICTS, MIXED, INCONCLUSIVE, SILENT)}


def expectations(fact: Fact, dossier: Dossier) -> tuple[Expectation, ...]:
    """No source contradicts it unless that is expected or accepted; ``expect`` and ``needs`` hold.

    >>> from secondsource.sources import Source
    >>> story = Dossier(Path("story"), sources=(Source("wire", "144 left."), Source("post", "143 left.")))
    >>> [str(e.line) for e in expectations(Fact("size", "144 left", expect={"post": ("contradicts",)}, needs=1), story)]
    ['no source contradicts it', 'source "post" contradicts it', 'at least 1 source supports it']
    >>> str(expectations(Fact("size", "144 left", expect={"post": ("inconclusive", "silent")}), story)[1].line)
    'source "post" is inconclusive about or is silent about it'
    """
    scope = Scope.of(dossier)
    fact = scope.told(fact)
    others = tuple(source for source in scope.sources if source.id not in fact.expect)

    def expectation(who: Who, test: Test) -> Expectation:
        said = test.plural if who.n > 1 else f"{test.done} it"
        line = Line("", "then", f"{who.words} {said}", fact.place.line)
        return Expectation(who, (fact,), test, line, scope.sources)

    asked = [expectation(Who("no", "no source", others), CONTRADICTS)] if others else []
    for name, verdicts in fact.expect.items():
        named = tuple(source for source in scope.sources if source.id == name)
        asked.append(expectation(Who("every", f'source "{name}"', named, named=True), _one_of(tuple(verdicts))))
    if fact.needs:
        words = f"at least {fact.needs} source{'s' if fact.needs > 1 else ''}"
        asked.append(expectation(Who("at least", words, scope.sources, fact.needs), SUPPORTS))
    return tuple(asked)


@cache
def _one_of(verdicts: tuple[str, ...]) -> Test:
    wanted = tuple(map(Verdict, verdicts))
    done, plural = (" or ".join(getattr(TESTS[one], form) for one in wanted) for form in ("done", "plural"))
    # With several verdicts allowed, a contradiction among them is still one that is expected.
    named = Verdict.CONTRADICTS if Verdict.CONTRADICTS in wanted else wanted[0]
    # The fact's own entry says what is expected and what is accepted: the acceptance is the later word.
    return Test(done, plural, lambda answer: answer.verdict in wanted, named, lenient=True)


def faults(facts: Iterable[Fact], dossier: Dossier) -> list[Fault]:
    """What keeps facts from being judged: nothing to check in them, or nothing to check them against."""
    facts = [fact.in_story(dossier.as_of) for fact in facts]
    found = [
        Fault(fact.place.path or Path(), fact.place.line, wrong.code, f"{fact.id}: {wrong.message}", wrong.suggestion)
        for fact, wrong in zip(facts, misread(facts), strict=True)
        if wrong
    ]
    if facts and not dossier.sources and not dossier.faults:
        found.append(Fault(dossier.root, 0, "no-sources", "there is no source to check the facts against",
                           'put documents in sources/, or give --sources'))  # fmt: skip
    return found
