"""What a run found, for editors and for machines."""

from secondsource.reporting.finding import Change, Finding, Kind, Severity, Status, finding_id
from secondsource.reporting.model import Check, Past, Report, Voice
from secondsource.reporting.writing import FORMATS, formatted, save, write

__all__ = [
    "FORMATS",
    "Change",
    "Check",
    "Finding",
    "Kind",
    "Past",
    "Report",
    "Severity",
    "Status",
    "Voice",
    "finding_id",
    "formatted",
    "save",
    "write",
]
