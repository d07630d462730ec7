"""``secondsource explain``: what a code means, an example, what to do."""

from __future__ import annotations

from difflib import get_close_matches

import click
from tabulate import tabulate

from secondsource.reporting.codes import codes, explained


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain CODE; with no CODE, list them all."""
    table = codes()
    if code is None:
        rows = [(one.name, one.severity.value, one.title) for one in table.values()]
        click.echo(tabulate(rows, ("code", "level", "what it says"), tablefmt="plain"))
    elif code in table:
        click.echo(explained(table[code]))
    else:
        close = [name for name in table if code in name] or get_close_matches(code, table, n=1)
        hint = f"; did you mean {close[0]}?" if close else "; secondsource explain lists them all"
        raise click.UsageError(f"there is no code {code}{hint}")
