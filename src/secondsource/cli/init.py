"""``secondsource init``: a small dossier that runs at once."""

from __future__ import annotations

import shlex
import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Make a dossier in DIR: an invented story with three sources, to change into your own.

    DIR is a new folder or one with nothing but hidden files (.git) in it; "." is where you are.
    """
    if folder.exists() and (not folder.is_dir() or any(not one.name.startswith(".") for one in folder.iterdir())):
        raise click.UsageError(f"{folder} is there and not empty; name a new folder")
    with as_file(files("secondsource") / "templates" / "story") as template:
        put_in_place(template, folder)
    go = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    click.echo(f"made {folder}/: features/, facts/, sources/, steps/\nnow: {go}pytest")


def put_in_place(template: Path, folder: Path) -> None:
    """Copy a folder whole or not at all; what is hidden in the place of it stays."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".secondsource-") as made:
        whole = Path(made) / "story"
        shutil.copytree(template, whole, ignore=shutil.ignore_patterns("__pycache__"))
        if not folder.exists():
            whole.replace(folder)
            return
        for part in whole.iterdir():
            part.replace(folder / part.name)
