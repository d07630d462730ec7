"""Who or what of a claim a passage names only to leave it out: "all the hotels except the Seaview reopened"."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.aligning.index import SourceIndex
from secondsource.aligning.others import Aliases
from secondsource.aligning.statement import Statement
from secondsource.language import Passage
from secondsource.language.clauses import roles_of
from secondsource.language.exceptions import left_out


def is_exempt(
    statement: Statement, index: SourceIndex, passage: Passage, heads: Iterable[int], aliases: Aliases
) -> bool:
    """Whether a passage names one of a claim's participants only as left out; ``heads`` are their nouns.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("The Seaview Hotel reopened.")
    >>> told = read(Source("a", "All the hotels except the Seaview reopened. The Seaview did not."))
    >>> [is_exempt(claim, SourceIndex(told), passage, (2,), {}) for passage in told.passages]
    [True, False]
    """
    out = left_out(passage)
    terms = {t.i: t for t in statement.terms} if out else {}
    for i in heads if out else ():
        # The Seaview Hotel is told by its name: "hotels" are others.
        names = [terms[j] for j in (i, *statement.passage.children[i]) if j in terms and terms[j].name]
        places = index.words_in(names or ([terms[i]] if i in terms else []), passage, aliases)
        places = frozenset(j for j in places if passage.tokens[j].pos == "PROPN") or places
        if places and places <= out:
            return True
    return False


def agent_is_exempt(statement: Statement, index: SourceIndex, passage: Passage, aliases: Aliases) -> bool:
    """Whether a passage names whom a claim is about only as left out.

    >>> from secondsource.aligning.statement import statements
    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [claim] = statements("Ito paid in May.")
    >>> told = read(Source("a", "Everybody except Ito paid in May."))
    >>> agent_is_exempt(claim, SourceIndex(told), told.passages[0], {})
    True
    """
    roles = roles_of(statement.passage, statement.root)
    return is_exempt(statement, index, passage, roles.agent or roles.object, aliases)
