"""``secondsource demo``: the worked dossier, wherever the package was installed."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

import secondsource
from secondsource.cli.check import show

PARTS = ("features", "facts", "sources", "steps")


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path), default="secondsource-demo", metavar="[DIR]")
def command(folder: Path) -> None:
    """Copy the worked dossier into DIR (./secondsource-demo), check it, and tell what disagrees."""
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file; name a folder")
    if folder.exists() and any(folder.iterdir()) and not all((folder / part).is_dir() for part in PARTS):
        raise click.UsageError(f"{folder} is there and is no earlier demo; name another folder")
    origin = worked_dossier()
    with tempfile.TemporaryDirectory(prefix="secondsource-") as made:
        for part in PARTS:
            shutil.copytree(origin / part, Path(made) / part, ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copytree(Path(made) / part, folder / part, dirs_exist_ok=True)
    sys.exit(show(folder))


def worked_dossier() -> Path:
    """Inside the wheel, or at the top of a checkout."""
    package = Path(secondsource.__file__).parent
    for place in (package / "demo", package.parent.parent):
        if all((place / part).is_dir() for part in PARTS):
            return place
    raise click.ClickException("the worked dossier is not part of this installation")
