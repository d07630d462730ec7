"""``secondsource accept``: a known discrepancy, with a reason, in the fact's own file."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from secondsource.cli.days import day
from secondsource.facts import Acceptance
from secondsource.facts import dossier as dossiers
from secondsource.facts.dossier import Dossier, facts_files
from secondsource.reporting import history
from secondsource.reporting.accepting import CannotAccept, accepted, with_fact
from secondsource.reporting.codes import told
from secondsource.reporting.finding import DISCREPANCIES, Seen
from secondsource.reporting.model import Past, own_id
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.standing import in_quotes
from secondsource.reporting.words import day as said_day
from secondsource.reporting.writing import replace_file
from secondsource.steps.scope import Scope, claim_id

LISTED = 8
"""Discrepancies that are shown where an id names none of them, or several."""

OWN = Path("facts", "accepted.yaml")
"""The file of facts that holds the claims of scenarios, once a discrepancy of theirs is accepted."""

BY_TODAY = "an acceptance ends by the day of the run, whatever day the story is told on"


@click.command("accept")
@click.argument("finding")
@click.argument("root", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--reason",
    default="",
    help="Why it may stand: a sentence that a reader of the report understands. May be left out where it is accepted "
    "already and the source says nothing else since.",
)
@click.option("--by", default="", help="Who accepts it.")
@click.option(
    "--until", type=day, metavar="YYYY-MM-DD", help="The last day on which it may stand, by the day of the run."
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the last run's reports, if they are not in the dossier's own.",
)
def command(finding: str, root: Path, reason: str, by: str, until: date | None, report: Path | None) -> None:
    """Accept FINDING (an id of the report, or the beginning of one) in the dossier ROOT.

    It stands for what the source says against the fact in the last run; once it says something else, the checks fail
    again. A claim that is written in a scenario becomes a fact of facts/accepted.yaml for it.
    """
    seen = _seen(report.parent if report else root, finding)
    dossier = dossiers.load(root)
    before = _before(dossier, seen)
    # Who accepted it and until when still hold where nothing else is said: a limit is not lost by a better reason.
    acceptance = Acceptance(
        seen.source,
        reason.strip() or _reason(before, seen),
        by.strip() or (before.by if before else ""),
        until or (before.until if before else None),
        seen.said,
    )
    if not acceptance.holds_on(date.today()):
        raise click.UsageError(f"--until {acceptance.until} has passed: {BY_TODAY}")
    fact, path = _fact_of(dossier, seen)
    try:
        # As it is, line breaks included.
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        text = accepted(text if dossier.fact(fact) else with_fact(text, fact, seen.claim), fact, acceptance)
    except (CannotAccept, OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: {error}") from error
    replace_file(path, text)
    ends = f" until {acceptance.until}" if acceptance.until else ""
    click.echo(f"{path}: {seen.source} is accepted on {fact}{ends}")
    click.echo(_shown(seen))
    if not dossier.fact(fact):
        click.echo("the claim is a fact of that file now; its scenario asks about it as before")
    if before and (before.reason, before.said) != (acceptance.reason, acceptance.said):
        then = f", when it said {in_quotes(before.said)}" if before.said else ", whatever it said"
        click.echo(f"in place of: {before.reason}{then}")
    if acceptance.until and dossier.as_of:
        click.echo(BY_TODAY)


def _seen(root: Path, finding: str) -> Seen:
    past = history.load(root / history.FOLDER)
    if past is None:
        raise click.UsageError(
            f"{root / history.FOLDER}: no run is remembered there; run the checks first, with their reports in it"
        )
    if other := next((seen for seen in past.all if seen.id == finding and seen.kind not in DISCREPANCIES), None):
        raise click.UsageError(f"{finding} is {other.kind}: only a source's disagreement can be accepted")
    found = [seen for seen in past.all if seen.kind in DISCREPANCIES and finding and seen.id.startswith(finding)]
    if len(found) > 1:
        listed = _listed(found)
        raise click.UsageError(
            f'"{finding}" is the beginning of more than one discrepancy; name one of them:\n{listed}'
        )
    if not found:
        raise click.UsageError(_none(past, finding))
    if not found[0].said:
        raise click.UsageError(
            "the last run did not note what the source says, as an older version's: check again first"
        )
    return found[0]


def _none(past: Past, finding: str) -> str:
    """No discrepancy has this id: those of the last run are listed, and not what was left over from earlier ones."""
    listed = _listed([seen for seen in past.seen if seen.kind in DISCREPANCIES])
    older = sum(seen.kind in DISCREPANCIES for seen in past.unchecked)
    run = "the last run" if past.idle_since is None else "the last run that judged anything"
    return (
        f'"{finding}" is no discrepancy of {run}, that of {said_day(past.on)}'
        + (f"; it found these:\n{listed}" if listed else ", which found none")
        + (f"\nIt did not look at {older} that earlier runs found." if older else "")
    )


def _listed(found: Sequence[Seen]) -> str:
    more = [f"... and {len(found) - LISTED} more"] if len(found) > LISTED else []
    return "\n".join([*(f"{seen.id}\n{_shown(seen)}" for seen in found[:LISTED]), *more])


def _reason(before: Acceptance | None, seen: Seen) -> str:
    """The reason that is written already, where it was given for what the source says."""
    if before is None:
        raise click.UsageError(f"give a reason: --reason '...'\n{_shown(seen)}")
    if not before.covers(seen.said):
        raise click.UsageError(
            f"give a reason for what it says now, {in_quotes(seen.said)}: --reason '...'\n"
            f"  when it said {in_quotes(before.said)}, the reason was: {before.reason}"
        )
    return before.reason


def _shown(seen: Seen) -> str:
    """A discrepancy for the one who accepts it: the claim, the source, and its words."""
    words = f": “{on_one_line(seen.words, 400)}”" if seen.words else ""
    return "\n".join(
        textwrap.fill(line, 80, initial_indent="  ", subsequent_indent="    ")
        for line in (seen.claim, f"{seen.source}{words}")
    )


def _before(dossier: Dossier, seen: Seen) -> Acceptance | None:
    """The acceptance of the same source that the fact has already."""
    fact = dossier.fact(own_id(seen.fact))
    return next((one for one in fact.accepted if one.source == seen.source), None) if fact else None


def _fact_of(dossier: Dossier, seen: Seen) -> tuple[str, Path]:
    """The fact that a finding is about, and the file that it is written in, or is to be."""
    id = own_id(seen.fact)
    fact = dossier.fact(id)
    if fact is not None and fact.claim == seen.claim and fact.place.path is not None:
        return id, fact.place.path
    broken = [fault for fault in dossier.faults if fault.path in facts_files(dossier.root)]
    if broken:
        faults = "\n".join(map(told, broken))
        raise click.UsageError(f"the fact cannot be found while a file of facts cannot be read:\n{faults}")
    if fact is not None:
        raise click.UsageError(
            f"the fact {seen.fact} has been changed since the run that found this:\n"
            f"  then: {seen.claim}\n  now:  {fact.claim}\nRun the checks again."
        )
    # A claim of a scenario is named after its words. The fact that has the same words is what the scenario asks about.
    if id == claim_id(seen.claim) and Scope(dossier).claim(seen.claim).id == id:
        return id, dossier.root / OWN
    raise click.UsageError(
        f"no file of facts has {seen.fact}, so there is nowhere to accept it:\n"
        f"  {seen.claim}\n"
        f"If its fact was renamed, run the checks again."
    )
