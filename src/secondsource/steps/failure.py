"""What a failed Then looks like in a terminal: the line, the sources that decide, the others, the reason, the way out.

A block is as wide as a terminal and as short as it can be: who stands on the right side is named and not quoted.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from tabulate import tabulate

from secondsource.judging import Bearing, Evidence, Judgement, Verdict
from secondsource.reporting.finding import Kind, finding_id
from secondsource.reporting.quoting import excerpt
from secondsource.reporting.standing import way_to_accept
from secondsource.steps.asking import AGAINST, DO, Answer, Expectation, Outcome

WIDTH = 80
QUOTE_WIDTH = 64
NAMES = 8
"""Sources that are named where they are not quoted."""


def rendered(
    path: str, expectation: Expectation, outcome: Outcome, shown: Collection[Outcome] = (), where: str = ""
) -> str:
    """One expectation that did not hold, for one fact; a table that has been shown is not shown again.

    ``where`` tells the command that accepts which dossier is meant, if it is not the folder that somebody is in.
    """
    check, line = outcome.check, expectation.line
    head = [f"{path}:{line.line}", f"  {line}"]
    if check.fact.claim not in line.text:
        head += _filled(f"{check.fact.id}: {check.fact.claim}")
    if any(each.answers == outcome.answers for each in shown):
        return "\n".join([*head, *_filled(check.message)])
    told = [answer for answer in outcome.answers if _decides(answer, expectation, outcome)]
    blocks = [_table(told, expectation)] if told else []
    others = _others([answer for answer in outcome.answers if answer not in told])
    ending = [*_filled(check.message), *_way_out(expectation, outcome, where)]
    return "\n".join([*head, "", *blocks, *others, "", *ending])


def _decides(answer: Answer, expectation: Expectation, outcome: Outcome) -> bool:
    """Whether its words are shown: it speaks against the fact, or is why the sentence does not hold."""
    if answer.verdict in AGAINST or answer.verdict is None:
        return True
    return (answer in outcome.yes) == (expectation.who.quantity in ("no", "at most")) and (
        answer.verdict is not Verdict.SILENT or expectation.who.named
    )


def _table(answers: Sequence[Answer], expectation: Expectation) -> str:
    rows = [_row(answer, expectation) for answer in answers]
    widths = [min(22, max(len(row[column]) for row in rows)) for column in range(3)]
    rest = max(28, WIDTH - sum(widths) - 2 * len(widths) - 2)
    text = tabulate(rows, tablefmt="plain", disable_numparse=True, maxcolwidths=[*widths, rest])
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())


def _others(answers: Sequence[Answer]) -> Iterator[str]:
    """The sources that are only named, by what they do."""
    for verdict, (one, many) in DO.items():
        names = [answer.source.id for answer in answers if answer.verdict is verdict]
        if names:
            more = [f"{len(names) - NAMES} more"] if len(names) > NAMES else []
            yield from _filled(f"{len(names)} {one if len(names) == 1 else many}: {', '.join(names[:NAMES] + more)}")


def _filled(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _row(answer: Answer, expectation: Expectation) -> tuple[str, str, str, str]:
    published = answer.source.published.isoformat() if answer.source.published else "no date"
    if answer.judgement is None:
        return answer.source.id, published, "", expectation.test.about(answer)
    standing = f" ({answer.standing})" if answer.acceptance else ""
    verdict = answer.judgement.verdict.value + standing
    return answer.source.id, published, verdict, "\n".join(_said(e) for e in telling(answer.judgement))


def telling(judgement: Judgement) -> Sequence[Evidence]:
    """The passage that decides; of a source that disagrees with itself, one of each side.

    What only leaves a fact open says nothing against it, and is not shown beside what does.

    >>> from secondsource.facts import Fact
    >>> from secondsource.judging import judge
    >>> from secondsource.sources import Source
    >>> bay = Source("bay", "The mill was closed in March. The mill was not sold.")
    >>> [evidence.quote for evidence in telling(judge(Fact("sold", "The mill was sold."), bay))]
    ['The mill was not sold.']
    """
    decided = [each for each in judgement.evidence if each.bearing is not Bearing.INCONCLUSIVE]
    if judgement.verdict not in AGAINST or not decided:
        return judgement.evidence[:1]
    sides = {each.bearing: each for each in reversed(decided)}
    return [each for each in decided if sides[each.bearing] is each]


def _said(evidence: Evidence) -> str:
    return f"“{excerpt(evidence, QUOTE_WIDTH)}”"


def _way_out(expectation: Expectation, outcome: Outcome, where: str) -> list[str]:
    """How to let each contradiction stand; accepting it is offered where the sentence would hold then."""
    fact = outcome.check.fact
    kinds = {"contradicts": Kind.CONTRADICTION, "mixed": Kind.SELF_CONTRADICTION}
    against = [a for a in outcome.answers if a.verdict in AGAINST and not a.accepted]
    lines = [line for a in against if a.ended for line in _filled(f"{a.standing}: {a.source.id} {a.ended}")]
    if not against or not expectation.can_hold_by_acceptance:
        return lines
    ids = {a.source.id: finding_id(fact.id, a.source.id, kinds[str(a.verdict)]) for a in against}
    for source, each in ids.items():
        what = source if len(ids) > 1 else "it"
        lines.append(f"  to accept {what}: {way_to_accept(each, where)}")
    return lines


def relative(path: Path, root: Path) -> str:
    """A path as a person in that folder would write it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
