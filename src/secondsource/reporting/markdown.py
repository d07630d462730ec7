"""``discrepancies.md``: the log for a wiki, a ticket or a mail."""

from __future__ import annotations

import re

from tabulate import tabulate

from secondsource.reporting.lede import lede
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import on_one_line, shortened
from secondsource.reporting.rows import noticed_rows, rows, unsupported_rows
from secondsource.reporting.words import say

UNSUPPORTED = ("fact", "claim", "reason", "written at")
NOTICED = ("id", "reason", "source", "published", "value", "quotation")
SHOWN = ("id", "status", "change", "kind", "claim", "source", "published", "quotation", "reason", "written at")


def format(report: Report) -> str:
    r"""A heading, the opening sentences, and a table of what disagrees, of what nobody supports, of what is noticed.

    >>> print(format(Report.of([], [], title="The *mission*")))
    # The \*mission\*
    <BLANKLINE>
    Nothing was checked.
    <BLANKLINE>
    """
    tables = [table(found)] if (found := rows(report)) else []
    tables += unsupported(report, 2)
    if noticed := noticed_rows(report):
        tables.append(f"## {escaped(say('noticed'))}\n\n{escaped(say('noticed-help'))}\n\n{table(noticed, NOTICED)}")
    title = escaped(report.title or say("page-name"))
    return "\n\n".join([f"# {title}", escaped(" ".join(lede(report))), *tables]) + "\n"


def unsupported(report: Report, level: int, limit: int | None = None) -> list[str]:
    """The facts that nobody supports or contradicts, under a heading that says so; nothing where there are none."""
    found = unsupported_rows(report)
    if not found:
        return []
    more = [say("rows-more", n=len(found) - limit)] if limit is not None and len(found) > limit else []
    head = f"{'#' * level} {escaped(say('unsupported-title'))}"
    return [head, escaped(say("unsupported-help")), table(found[:limit], UNSUPPORTED), *more]


def table(found: list[dict[str, str]], names: tuple[str, ...] = SHOWN) -> str:
    """Rows of the log as a Markdown table."""
    cells = [[escaped(shortened(row[name], 300)) for name in names] for row in found]
    return tabulate(cells, names, tablefmt="pipe", disable_numparse=True)


def escaped(text: str) -> str:
    r"""Text that Markdown shows as it is written: no markup, no link, no HTML, no mention of anybody.

    >>> escaped("<b>a|b</b> [x](y) @desk")
    '&lt;b>a\\|b&lt;/b> \\[x\\](y) @\u200bdesk'
    """
    safe = on_one_line(text, 1000).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"[\\`*_\[\]|#~]", r"\\\g<0>", safe).replace("@", "@\u200b").replace("://", ":/\u200b/")
