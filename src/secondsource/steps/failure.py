"""What a failed Then looks like in a terminal: the line, a table of what each source says, the reason, the way out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from tabulate import tabulate

from secondsource.judging import Evidence
from secondsource.reporting.finding import Kind, finding_id
from secondsource.steps.asking import AGAINST, Answer, Expectation, Outcome

QUOTE_WIDTH = 64


def rendered(path: str, expectation: Expectation, outcome: Outcome, shown: Collection[Outcome] = ()) -> str:
    """One expectation that did not hold, for one fact; a table that has been shown is not shown again."""
    check, line = outcome.check, expectation.line
    head = [f"{path}:{line.line}", f"  {line}"]
    if check.fact.claim not in line.text:
        head.append(f"  {check.fact.id}: {check.fact.claim}")
    if any(each.answers == outcome.answers for each in shown):
        return "\n".join([*head, f"  {check.message}"])
    rows = [_row(answer, expectation) for answer in outcome.answers]
    headers = ("source", "published", "verdict", "what it says")
    table = _indented(tabulate(rows, headers, tablefmt="plain", disable_numparse=True))
    return "\n".join([*head, "", table, "", f"  {check.message}", *_way_out(outcome)])


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())


def _row(answer: Answer, expectation: Expectation) -> tuple[str, str, str, str]:
    published = answer.source.published.isoformat() if answer.source.published else "no date"
    if answer.judgement is None:
        return answer.source.id, published, "", expectation.test.about(answer)
    verdict = answer.judgement.verdict.value + (" (accepted)" if answer.accepted else "")
    return answer.source.id, published, verdict, "\n".join(_said(e) for e in _telling(answer))


def _telling(answer: Answer) -> Sequence[Evidence]:
    """One passage; of a source that disagrees with itself, one of each side."""
    evidence = answer.judgement.evidence if answer.judgement else ()
    if answer.verdict in AGAINST and len({e.bearing for e in evidence}) > 1:
        sides = {e.bearing: e for e in reversed(evidence)}
        return [e for e in evidence if sides[e.bearing] is e][:2]
    return evidence[:1]


def _said(evidence: Evidence) -> str:
    return f"“{shortened(evidence)}”"


def shortened(evidence: Evidence, width: int = QUOTE_WIDTH) -> str:
    """A quotation cut to a width around the words that decide."""
    quote = evidence.quote
    if len(quote) <= width:
        return _one_line(quote)
    start = min((mark.start for mark in evidence.marks), default=evidence.span.start) - evidence.span.start
    first = max(0, min(start - width // 3, len(quote) - width))
    last = min(len(quote), first + width)
    if first:
        first = (quote.find(" ", first) + 1) or first
    if last < len(quote):
        last = quote.rfind(" ", first, last) if " " in quote[first:last] else last
    return f"{'… ' if first else ''}{_one_line(quote[first:last])}{' …' if last < len(quote) else ''}"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _way_out(outcome: Outcome) -> list[str]:
    """How to accept each contradiction that the dossier's own files can accept."""
    fact = outcome.check.fact
    kinds = {"contradicts": Kind.CONTRADICTION, "mixed": Kind.SELF_CONTRADICTION}
    against = [a for a in outcome.answers if a.verdict in AGAINST and not a.accepted]
    if not against or outcome.check.held:
        return []
    if fact.place.path is None or fact.place.path.suffix == ".feature":
        return [
            "  to accept it, give the claim an id in facts/ and write there: accepted: [{source: ..., reason: ...}]"
        ]
    ids = [finding_id(fact.id, a.source.id, kinds[str(a.verdict)]) for a in against]
    return [f'  to accept it: secondsource accept {each} --reason "..." --until DATE' for each in ids]


def relative(path: Path, root: Path) -> str:
    """A path as a person in that folder would write it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
