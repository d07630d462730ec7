"""A day on the command line, written as everywhere else: 2025-02-06."""

from __future__ import annotations

from datetime import date

import click

from secondsource.sources.metadata import iso_day


def day(text: str) -> date:
    """The type of an option that takes a day.

    >>> day("2025-02-06")
    datetime.date(2025, 2, 6)
    >>> day("soon")
    Traceback (most recent call last):
    click.exceptions.BadParameter: soon is not a day of the calendar; write it as 2025-02-06
    """
    found = iso_day(text)
    if found is None:
        raise click.BadParameter(f"{text} is not a day of the calendar; write it as 2025-02-06")
    return found
