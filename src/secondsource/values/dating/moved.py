"""What is put off or brought forward: the day that is given up, and the day that takes its place."""

from __future__ import annotations

import re
from typing import Final

_PUT: Final = (
    r"(?:put(?:s|ting)?\s(?:it\s)?(?:back|off)|moved|moving|moves?\s(?:the|it|its|their)|postpon(?:e|es|ed|ing|ement)|adjourn(?:s|ed|ing|ment)?|"
    r"delay(?:s|ed|ing)?|push(?:es|ed|ing)?|br(?:ings?|inging|ought)\s(?:it\s)?forward|brought|defer(?:s|red|ring|ral)?|"
    r"reschedul(?:e|es|ed|ing)|shift(?:s|ed|ing)?|slip(?:s|ped)?|advanc(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|revis(?:e|es|ed|ing))"
)
_LENGTHENED: Final = (
    r"(?:extend(?:s|ed|ing)?|extension|prolong(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|shorten(?:s|ed|ing)?)"
)
_THE: Final = r"\s{1,2}(?:the\s{1,2})?$"
_BETWEEN: Final = r"\b[^.;]{0,60}"
_FROM: Final = re.compile(rf"\b(?:{_PUT}|(?P<longer>{_LENGTHENED})){_BETWEEN}\bfrom{_THE}", re.I)
_TO: Final = re.compile(rf"\b{_PUT}{_BETWEEN}\b(?:to|until|till|for){_THE}", re.I)
_THEN_TO: Final = re.compile(r"[^.;]{0,40}\b(?:to|until|till)\b", re.I)
_REACH: Final = 90


def is_given_up(text: str, start: int, end: int) -> bool:
    """Whether a time is the one that something was moved from; what runs longer "from 1 May" starts then.

    >>> text = "The vote was put off from 3 May to 7 June."
    >>> is_given_up(text, text.index("3 May"), text.index(" to 7")), is_given_up(text, text.index("7 June"), len(text))
    (True, False)
    """
    found = _FROM.search(text[max(0, start - _REACH) : start])
    return found is not None and (found["longer"] is None or _THEN_TO.match(text, end) is not None)


def is_new(text: str, start: int) -> bool:
    """Whether a time is the one that something was moved to.

    >>> text = "The vote was put off from 3 May to 7 June."
    >>> is_new(text, text.index("7 June")), is_new(text, text.index("3 May"))
    (True, False)
    """
    return _TO.search(text[max(0, start - _REACH) : start]) is not None
