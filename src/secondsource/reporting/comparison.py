"""Two runs side by side: what is new, worse, fixed and unchanged."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.reporting.finding import Seen
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.words import day, say


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of the later of two runs, by how they stand against the earlier; and those that are gone."""

    before: Report
    after: Report
    new: tuple[Seen, ...]
    worsened: tuple[Seen, ...]
    eased: tuple[Seen, ...]
    fixed: tuple[Seen, ...]
    gone: tuple[Seen, ...]
    """Not found again because the later run did not look: another dossier, or part of one."""
    unchanged: tuple[Seen, ...]


def compared(before: Report, after: Report) -> Comparison:
    """How the later run stands against the earlier one, whatever either remembers of runs before."""
    earlier = {finding.seen.cell: finding.seen for finding in before.findings}
    later = {finding.seen.cell: finding.seen for finding in after.findings}
    both = [(earlier[cell], seen) for cell, seen in later.items() if cell in earlier]
    lost = [seen for cell, seen in earlier.items() if cell not in later]
    return Comparison(
        before,
        after,
        new=tuple(seen for cell, seen in later.items() if cell not in earlier),
        worsened=tuple(now for then, now in both if now.rank > then.rank),
        eased=tuple(now for then, now in both if now.rank < then.rank),
        fixed=tuple(seen for seen in lost if after.looked_at(seen)),
        gone=tuple(seen for seen in lost if not after.looked_at(seen)),
        unchanged=tuple(now for then, now in both if now.rank == then.rank),
    )


def told(comparison: Comparison) -> str:
    """The comparison as text."""
    head = say("compared", before=day(comparison.before.run_on), after=day(comparison.after.run_on))
    blocks = [
        "\n".join([say(f"diff-{name}"), *map(_line, seen)])
        for name in ("new", "worsened", "eased", "fixed", "gone")
        if (seen := getattr(comparison, name))
    ]
    return "\n\n".join([head, *blocks, say("diff-unchanged", n=len(comparison.unchanged))])


def _line(seen: Seen) -> str:
    subject = f"{on_one_line(seen.source, 60)}: " if seen.source else ""
    standing = f"{say(seen.kind)} ({say(f'status-{seen.status}')})"
    return f"  {seen.id}  {subject}{standing}\n            {on_one_line(seen.claim, 66)}"
