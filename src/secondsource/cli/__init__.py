"""The command line: one file a command, loaded only when it is called."""

from __future__ import annotations

import gc
import importlib
import sys
from difflib import get_close_matches
from io import TextIOWrapper
from typing import Any

import click

from secondsource import __version__

COMMANDS = {
    "accept": "Accept a known discrepancy, with a reason, in the fact's own file.",
    "add": "Bring documents into the dossier and its register.",
    "ask": "Check one claim against documents, at once.",
    "check": "Check a dossier and write its reports.",
    "compare": "List where sources disagree, with no fact written.",
    "demo": "Run the worked dossier.",
    "diff": "Compare two reports.",
    "explain": "Explain a finding or lint code.",
    "export": "Write a report in another format.",
    "init": "Make a dossier that runs at once.",
    "lint": "Check a dossier without running it.",
    "pairs": "Judge JSON lines on standard input, one verdict a line.",
    "refresh": "Fetch sources again and show what changed.",
    "steps": "Print the catalogue of sentences.",
}


MEANT = {"new": "init", "start": "init", "create": "init", "run": "check", "test": "check", "verify": "check"}
"""What other programs call a command, and what it is called here."""

GARBAGE = 50_000
"""New objects after which garbage is sought. Modules and readings stay to the end: to look more often finds nothing."""


class _Lazy(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        """A file or folder that the system refuses is told like any other bad input."""
        gc.set_threshold(GARBAGE)
        for stream in (sys.stdout, sys.stderr):
            # A source may hold signs that this terminal, or no encoding at all, can write.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read along has seen enough
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            raise SystemExit(2) from None
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise click.UsageError(f"{place}{error.strerror or error}", ctx) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"secondsource.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = MEANT.get(args[0]) or next(iter(get_close_matches(args[0], COMMANDS, n=1)), "")
        if args[0] not in COMMANDS and near:
            ctx.fail(f"No such command '{args[0]}'; did you mean {near}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Do your sources agree? State facts; read what each source says of them, in its own words."""
