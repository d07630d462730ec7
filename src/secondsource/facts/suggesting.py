"""The nearest word that would have been right."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A suggestion for a slip of spelling; empty where nothing known is near.

    >>> did_you_mean("highland", ["harbour", "highlands", "ministry"])
    'did you mean "highlands"?'
    >>> did_you_mean("weather", ["harbour", "highlands"])
    ''
    """
    # A slip touches a third of a word at most; transposed letters are one slip.
    near = process.extractOne(
        written[:200].casefold(),
        {word: word.casefold() for word in known},
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.65,
    )
    return f'did you mean "{near[2]}"?' if near else ""
