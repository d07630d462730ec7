"""``secondsource init``: a small dossier that runs at once."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Make a dossier in DIR: an invented story with three sources, to change into your own."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there and not empty; name a new folder")
    with as_file(files("secondsource") / "templates" / "story") as template:
        put_in_place(template, folder)
    click.echo(f"made {folder}/: features/, facts/, sources/, steps/\nnow: cd {folder} && pytest")


def put_in_place(template: Path, folder: Path) -> None:
    """Copy a folder whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".secondsource-") as made:
        whole = Path(made) / "story"
        shutil.copytree(template, whole, ignore=shutil.ignore_patterns("__pycache__"))
        if folder.exists():
            folder.rmdir()
        whole.replace(folder)
