"""``secondsource accept``: a known discrepancy, with a reason, in the fact's own file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from secondsource.facts import Acceptance
from secondsource.facts import dossier as dossiers
from secondsource.facts.dossier import Dossier
from secondsource.reporting import history
from secondsource.reporting.accepting import CannotAccept, accepted
from secondsource.reporting.finding import DISCREPANCIES, Seen
from secondsource.reporting.writing import replace_file

BY_TODAY = "an acceptance ends by the day of the run, whatever day the story is told on"


@click.command("accept")
@click.argument("finding")
@click.argument("root", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--reason", required=True, help="Why it may stand: a sentence that a reader of the report understands.")
@click.option("--by", default="", help="Who accepts it.")
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day on which it may stand, by the day of the run."
)
def command(finding: str, root: Path, reason: str, by: str, until: datetime | None) -> None:
    """Accept FINDING (an id of the report, or the beginning of one) in the dossier ROOT."""
    if not reason.strip():
        raise click.UsageError("give a reason: --reason '...'")
    seen = _seen(root, finding)
    dossier = dossiers.load(root)
    before = _before(dossier, seen)
    # Who accepted it and until when still hold where nothing else is said: a limit is not lost by a better reason.
    acceptance = Acceptance(
        seen.source,
        reason.strip(),
        by.strip() or (before.by if before else ""),
        until.date() if until else before.until if before else None,
    )
    if not acceptance.holds_on(date.today()):
        raise click.UsageError(f"--until {acceptance.until} has passed: {BY_TODAY}")
    path = _file_of(dossier, seen)
    try:
        # As it is, line breaks included.
        text = accepted(path.read_bytes().decode("utf-8"), seen.fact, acceptance)
    except (CannotAccept, OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: {error}") from error
    replace_file(path, text)
    ends = f" until {acceptance.until}" if acceptance.until else ""
    click.echo(f"{path}: {seen.source} is accepted on {seen.fact}{ends}")
    if before:
        click.echo(f"in place of: {before.reason}")
    if acceptance.until and dossier.as_of:
        click.echo(BY_TODAY)


def _seen(root: Path, finding: str) -> Seen:
    past = history.load(root / history.FOLDER)
    if past is None:
        raise click.UsageError(f"{root / history.FOLDER}: no run is remembered there; run the checks first")
    found = [seen for seen in past.seen if seen.id.startswith(finding)]
    if len(found) != 1:
        listed = [seen for seen in found or past.seen if seen.kind in DISCREPANCIES][:8]
        known = "".join(f"\n  {seen.id}  {seen.fact}, {seen.source}" for seen in listed)
        raise click.UsageError(
            f'"{finding}" is {"more than one" if found else "no"} finding of the last run'
            + (f"; it found these discrepancies:{known}" if known else ", which found no discrepancy")
        )
    if found[0].kind not in DISCREPANCIES:
        raise click.UsageError(f"{finding} is {found[0].kind}: only a source's disagreement can be accepted")
    return found[0]


def _before(dossier: Dossier, seen: Seen) -> Acceptance | None:
    """The acceptance of the same source that the fact has already."""
    fact = dossier.fact(seen.fact)
    return next((one for one in fact.accepted if one.source == seen.source), None) if fact else None


def _file_of(dossier: Dossier, seen: Seen) -> Path:
    fact = dossier.fact(seen.fact)
    if fact is None or fact.place.path is None:
        raise click.UsageError(
            f"the claim is written in a scenario, not in a file of facts, so there is nowhere to accept it:\n"
            f"  {seen.claim}\n"
            f'Write it as a fact in facts/ and name it in the scenario (Given the fact "...").'
        )
    return fact.place.path
