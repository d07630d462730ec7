"""ClaimReview (schema.org JSON-LD) for search engines: only facts that are marked ``publish: true``."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from secondsource.facts import Fact
from secondsource.judging import Verdict
from secondsource.reporting.model import Report

# A rating needs a scale: 1 (contradicted) to 5 (supported), as ClaimReview's guidelines have it.
_RATINGS = {
    "Supported by the sources": 5,
    "The sources disagree": 3,
    "Not settled": 3,
    "Contradicted by the sources": 1,
}


def format(report: Report) -> str:
    """The published facts as one JSON-LD document; an empty list where none is marked.

    >>> format(Report.of([], []))
    '[]\\n'
    """
    reviews = [_review(report, fact) for fact in report.facts if fact.publish]
    return json.dumps(reviews, ensure_ascii=False, indent=1).replace("</", "<\\/") + "\n"


def _review(report: Report, fact: Fact) -> dict[str, Any]:
    judgements = report.judgements(fact.id)
    settled = [one for one in judgements if one.verdict not in (Verdict.SILENT, Verdict.INCONCLUSIVE)]
    rating = _rating(Counter(one.verdict for one in judgements))
    links = [source.link for one in settled if (source := report.source(one.source)) and source.link]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": fact.claim,
        "datePublished": (report.as_of or report.run_on).isoformat(),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[rating],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": rating,
        },
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [{"@type": "CreativeWork", "url": link} for link in links],
        },
        "name": report.title,
    }


def _rating(verdicts: Counter[Verdict]) -> str:
    against = verdicts[Verdict.CONTRADICTS] + verdicts[Verdict.MIXED]
    if verdicts[Verdict.SUPPORTS]:
        return "The sources disagree" if against else "Supported by the sources"
    return "Contradicted by the sources" if against else "Not settled"
