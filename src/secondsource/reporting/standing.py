"""What the newsroom has said of a finding, in words."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.facts import Acceptance
from secondsource.reporting.finding import ENDED, Change, Finding, Status
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.words import day, say


def standing(finding: Finding) -> tuple[str, ...]:
    """The acceptance behind a finding, in a line or none; and what the source said, if that was something else."""
    known = finding.acceptance
    changed = (then_and_now(finding.said_before, finding.seen.said),) if finding.change is Change.CHANGED else ()
    if finding.status is Status.EXPECTED:
        return (say("expected-why"), *changed)
    if known is None or finding.status not in (Status.ACCEPTED, *ENDED):
        return changed
    return (told(known, finding.status, finding.seen.said), *changed)


def then_and_now(then: Iterable[str], now: Iterable[str]) -> str:
    """What a source said and says against a fact.

    >>> then_and_now(["41 people"], ["43 people"])
    'it said “41 people”, and now it says “43 people”'
    """
    return say("then-now", then=in_quotes(then), now=in_quotes(now))


def told(known: Acceptance, status: Status, said: Iterable[str]) -> str:
    """An acceptance as it stands, of a source that says this now.

    >>> told(Acceptance("gull", "counts the crew", said=("41 people",)), Status.OUTDATED, ["49 people"])
    'was accepted when it said “41 people”, and now it says “49 people”: counts the crew'
    """
    return say(
        f"{status}-why",
        by=say("by", by=on_one_line(known.by)) if known.by else "",
        whatever="" if known.said else say("whatever"),
        reason=on_one_line(known.reason, 400),
        until=say("until", day=day(known.until)) if known.until else "",
        day=day(known.until),
        then=in_quotes(known.said),
        now=in_quotes(said),
    )


def way_to_accept(finding: str, where: str = "") -> str:
    """The command that accepts a finding, whole; ``where`` is what tells it the dossier, if that is another folder.

    >>> way_to_accept("e756df16", " story")
    'secondsource accept e756df16 story --reason "..." --until YYYY-MM-DD'
    """
    return f'secondsource accept {finding}{where} --reason "..." --until YYYY-MM-DD'


def in_quotes(said: Iterable[str]) -> str:
    """What a source says, as a message quotes it.

    >>> in_quotes(["41 people", "43 passengers"])
    '“41 people”, “43 passengers”'
    """
    return ", ".join(f"“{on_one_line(one, 100)}”" for one in said)
