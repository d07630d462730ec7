"""The words that name a time by themselves: days of the week, months, feasts."""

from __future__ import annotations

_NAMES = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec christmas easter ramadan eid diwali passover hanukkah thanksgiving
    """
CALENDAR = frozenset(_NAMES.split())
"""Words that begin with a capital and name nobody."""
