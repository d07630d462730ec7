"""Two runs side by side: what is new, worse, fixed and unchanged."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from secondsource.reporting.finding import NEWS, Seen
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import on_one_line
from secondsource.reporting.standing import then_and_now
from secondsource.reporting.words import day, say


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of the later of two runs, by how they stand against the earlier; and those that are gone."""

    before: Report
    after: Report
    new: tuple[Seen, ...]
    worsened: tuple[Seen, ...]
    eased: tuple[Seen, ...]
    changed: tuple[Seen, ...]
    """What stands as it did, of a source that says something else against the fact."""
    fixed: tuple[Seen, ...]
    gone: tuple[Seen, ...]
    """Not found again because the later run did not look: another dossier, or part of one."""
    unchanged: tuple[Seen, ...]

    @property
    def is_news(self) -> bool:
        """Whether anything stands against a fact, or failed, that nobody can have decided about yet."""
        return any(seen.is_news for seen in (*self.new, *self.worsened, *self.changed))


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
        changed=tuple(now for then, now in both if now.rank == then.rank and now.says_other_than(then)),
        fixed=tuple(seen for seen in lost if after.looked_at(seen)),
        gone=tuple(seen for seen in lost if not after.looked_at(seen)),
        unchanged=tuple(now for then, now in both if now.rank == then.rank and not now.says_other_than(then)),
    )


def told(comparison: Comparison) -> str:
    """The comparison as text."""
    before = {finding.seen.cell: finding.seen for finding in comparison.before.findings}
    head = say("compared", before=day(comparison.before.run_on), after=day(comparison.after.run_on))
    blocks = [
        "\n".join([say(f"diff-{name}"), *(_line(one, before.get(one.cell, one)) for one in seen)])
        for name in ("new", "worsened", "changed", "eased", "fixed", "gone")
        if (seen := getattr(comparison, name))
    ]
    return "\n\n".join([head, *blocks, say("diff-unchanged", n=len(comparison.unchanged))])


def _line(seen: Seen, known: Seen) -> str:
    subject = f"{on_one_line(seen.source, 60)}: " if seen.source else ""
    standing = f" ({say(f'status-{seen.status}')})" if seen.kind in NEWS else ""
    lines = [f"  {seen.id}  {subject}{say(seen.kind)}{standing}", f"            {on_one_line(seen.claim, 66)}"]
    if seen.says_other_than(known):
        told = then_and_now(known.said, seen.said)
        lines.append(textwrap.fill(told, 80, initial_indent=" " * 12, subsequent_indent=" " * 14))
    return "\n".join(lines)
