"""Lists of words, written as people write them."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order; for tables that are read and edited by people.

    >>> words("officer soldier  guard")
    ('officer', 'soldier', 'guard')
    """
    return tuple(text.split())
