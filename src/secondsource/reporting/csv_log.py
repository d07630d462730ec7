"""``discrepancies.csv``: the log for a spreadsheet."""

from __future__ import annotations

import csv
import io

from secondsource.reporting.model import Report
from secondsource.reporting.quoting import visible
from secondsource.reporting.rows import COLUMNS, noticed_rows, rows, unsupported_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def format(report: Report) -> str:
    """Under one row of names, a row for each discrepancy, and then one for each passage of what is only noticed.

    >>> print(format(Report.of([], []))[:25])
    id,status,change,kind,fac
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in (*rows(report), *unsupported_rows(report), *noticed_rows(report)):
        writer.writerow({name: _inert(value) for name, value in row.items()})
    return out.getvalue()


def _inert(value: str) -> str:
    """A cell that no spreadsheet takes for a formula: a source's words may begin with "="."""
    shown = visible(value)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
