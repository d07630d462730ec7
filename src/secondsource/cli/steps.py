"""``secondsource steps``: the catalogue of sentences."""

from __future__ import annotations

import click

from secondsource.steps import catalogue


@click.command("steps")
@click.option("--format", "form", type=click.Choice(list(catalogue.FORMATS)), default="text", show_default=True)
def command(form: str) -> None:
    """Print every sentence of the vocabulary, with an example of each."""
    click.echo(catalogue.FORMATS[form](), nl=False)
