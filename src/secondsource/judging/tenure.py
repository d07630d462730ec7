"""Since when, or until when, a text says beside an office that its holder has it: "(sworn in on 17 June)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from secondsource.aligning.statement import Statement
from secondsource.language import Passage
from secondsource.language.clauses import Tense, tense
from secondsource.values.date import Role, When
from secondsource.values.mention import Mention

_LEAD = r"[\s,(–—-]*(?:(?:who|he|she|herself|himself|only|was|is|has|had|been|formally|officially|first)\s)*"
_PLACE = r"(?:(?:the|his|her|that|this)\s)?(?:office|job|post|position|oath|role|reins|chair|portfolio)"
_TAKEN_UP = re.compile(
    rf"{_LEAD}(?:sworn\sin|took\s(?:over|up\s)?{_PLACE}?|took\sover|assumed\s{_PLACE}|appointed|elected|installed|"
    rf"inaugurated|named|chosen|promoted|in\s{_PLACE})\s*(?:to\s{_PLACE}\s)?(?:on|in|since|from|as\sof|only\sin|only\son)?\s*",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    rf"{_LEAD}(?:(?:held|kept|served\sin)\s{_PLACE}|served|resigned|retired|stepped\sdown|left(?:\s{_PLACE})?|quit|dismissed|"
    r"removed|sacked|voted\sout)\s*(?:on|in|until|till|to)?\s*",
    re.IGNORECASE,
)
_FAR = 60
"""How many letters stand at most between an office and the day on which it was taken up or given up."""


def is_over(statement: Statement) -> bool:
    """Whether a claim tells of an office in the past.

    >>> from secondsource.aligning.statement import statements
    >>> [is_over(claim) for claim in statements("Ada Obi was mayor. Bo Lee is.")]
    [True, False]
    """
    return tense(statement.passage, statement.root) is Tense.PAST


def tenure(passage: Passage, dates: Iterable[Mention[When]], office: Mention[Any]) -> When | None:
    """The time for which somebody has an office, where a text tells beside it when it was taken up or given up.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> from secondsource.values.marking import mark
    >>> told = read(Source("a", "Ada Obi, mayor of Osa (sworn in on 17 June 2025), spoke."))
    >>> [passage], [marks] = told.passages, mark(told)
    >>> tenure(passage, marks.date, marks.role[0]).role.value
    'since'
    """
    for date in dates:
        between = passage.text[office.span.end - passage.span.start : date.core.start - passage.span.start]
        if date.core.start < office.span.end or len(between) > _FAR:
            continue
        for told, role in ((_TAKEN_UP, Role.SINCE), (_GIVEN_UP, Role.UNTIL)):
            if told.fullmatch(between):
                return replace(date.value, role=role)
    return None
