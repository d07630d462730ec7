"""Claims that state nothing, and what to write instead."""

from __future__ import annotations

STATE = 'write what you expect to hold, as in "The ferry carried 212 passengers."'
EMPTY = "the claim is empty, and there is nothing to check in it"
QUESTION = "the claim is a question, and a question states nothing"
NO_STATEMENT = "there is nothing to check in the claim: it does not say who did what, when, where or how much"
NO_VERB = "the claim is no whole sentence, so that only its figures, days and names were looked for"


def unstated(claim: str) -> str:
    """Why a claim states nothing, by its look alone; empty where it may state something.

    >>> unstated("Mill Street?")
    'the claim is a question, and a question states nothing'
    >>> unstated('The mayor asked: "Who pays?"')
    ''
    """
    words = claim.strip()
    if not words:
        return EMPTY
    return QUESTION if words.endswith("?") else ""
