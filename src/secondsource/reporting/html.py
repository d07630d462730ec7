from secondsource.reporting.model import Report


def format(report: Report) -> str:
    return "<!doctype html>"
