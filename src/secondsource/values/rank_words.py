"""The words that rank: "second", "latest", and the nouns that a rank is a rank without."""

from __future__ import annotations

import re

from secondsource.grammar.number_words import ORDINALS
from secondsource.grammar.wordlist import word_set

RANKS: dict[str, int] = {
    **ORDINALS,
    "initial": 1, "maiden": 1, "inaugural": 1, "1st": 1,
    "last": -1, "final": -1, "latest": -1, "newest": -1, "most recent": -1,
    "previous": -2, "preceding": -2, "penultimate": -2, "second-last": -2,
    "hundredth": 100,
}  # fmt: skip

RANK_PATTERN = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s") for word in RANKS), key=len, reverse=True))

# "The second place" is a rank like "second"; a "thing" may be anything that is ranked.
PICKS = word_set("pick seed choice")
STANDINGS = PICKS | word_set("place rank position spot finish slot force power")
PEOPLE = word_set("man woman person")
ANYTHING = PEOPLE | word_set("thing one event case occasion time year incident example instance specimen")
