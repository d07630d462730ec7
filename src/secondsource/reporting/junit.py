"""``junit.xml``: one test case for each expectation, so that the numbers are those of the report."""

from __future__ import annotations

import re
from itertools import groupby
from xml.etree import ElementTree as Xml

from secondsource.reporting.model import Check, Report
from secondsource.reporting.quoting import on_one_line, visible
from secondsource.reporting.terminal import table
from secondsource.reporting.words import say

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def format(report: Report) -> str:
    """The expectations as JUnit's XML: a suite for each scenario or file.

    >>> print(format(Report.of([], [], title="Mission")))
    <?xml version='1.0' encoding='utf-8'?>
    <testsuites name="Mission" tests="0" failures="0" errors="0" />
    <BLANKLINE>
    """
    root = Xml.Element("testsuites", {"name": _clean(report.title or "secondsource"), **_counts(report.checks)})
    for suite, checks in groupby(report.checks, key=_suite):
        tried = tuple(checks)
        about = {"name": _clean(suite), "timestamp": f"{report.run_on.isoformat()}T00:00:00", "time": "0"}
        element = Xml.SubElement(root, "testsuite", {**about, **_counts(tried), "skipped": _known(tried)})
        for check in tried:
            _case(report, element, check)
    Xml.indent(root)
    text: bytes = Xml.tostring(root, "utf-8", xml_declaration=True)
    return text.decode("utf-8") + "\n"


def _counts(checks: tuple[Check, ...]) -> dict[str, str]:
    failures = sum(check.failed for check in checks)
    return {"tests": str(len(checks)), "failures": str(failures), "errors": "0"}


def _known(checks: tuple[Check, ...]) -> str:
    return str(sum(check.known and not check.held for check in checks))


def _suite(check: Check) -> str:
    path = check.place.path or check.fact.place.path
    return check.scenario or (path.as_posix() if path else "facts")


def _case(report: Report, suite: Xml.Element, check: Check) -> None:
    place = check.place if check.place.path else check.fact.place
    name = on_one_line(check.sentence or check.fact.claim, 300)
    case = Xml.SubElement(suite, "testcase", name=_clean(name), classname=_clean(check.fact.id), time="0")
    if place.path:
        case.set("file", place.path.as_posix())
        case.set("line", str(place.line))
    if not check.held:
        message = on_one_line(check.message or say("unmet-expectation"), 300)
        tag, kind = ("failure", "expectation") if check.failed else ("skipped", "xfail")
        told = Xml.SubElement(case, tag, message=_clean(message), type=kind)
        told.text = _clean(table(report, check.judgements))


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", visible(text))
