"""Every English word of the reports in one place, so that a newsroom can have them in its own language.

An entry with a bar has two forms: for one, and for any other number (``n``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from secondsource.judging import Answer, Bearing, Evidence, Judgement, Question, Verdict
from secondsource.judging.decision import join
from secondsource.reporting.deciding import denies
from secondsource.reporting.finding import Change, Kind, Status

SIGNS: Mapping[str, str] = {
    Verdict.SUPPORTS: "✓",
    Verdict.CONTRADICTS: "✗",
    Verdict.MIXED: "±",
    Verdict.INCONCLUSIVE: "?",
    Verdict.SILENT: "–",
}
"""A sign for each verdict, so that no report leans on colour."""

LOOKS: Mapping[str, str] = {
    Verdict.SUPPORTS: "v-yes",
    Verdict.CONTRADICTS: "v-no",
    Verdict.MIXED: "v-no",
    Verdict.INCONCLUSIVE: "v-may",
    Verdict.SILENT: "v-silent",
}
"""What the page's style calls the look of each verdict: short, for a large page has thousands of them."""

STANDINGS: Mapping[Status, str] = {
    Status.ACCEPTED: "({})",
    Status.EXPECTED: "[{}]",
    Status.EXPIRED: "{}!",
    Status.OUTDATED: "{}!",
}
"""What becomes of a verdict's sign where the newsroom has said something about it; an open one stands as it is."""

DIFFERS = "≠"
"""The sign of a passage that differs from another source's, where no fact has asked."""

ENGLISH: Mapping[str, str] = {
    # The opening sentences.
    "nothing-checked": "Nothing was checked.",
    "contradicted": "{n} of {facts} facts is contradicted: {parts}.|{n} of {facts} facts are contradicted: {parts}.",
    "all-open": "{n} of {facts} facts is contradicted.|{n} of {facts} facts are contradicted.",
    f"facts-{Status.OPEN}": "{n} is open|{n} are open",
    f"facts-{Status.ACCEPTED}": "{n} is accepted|{n} are accepted",
    f"facts-{Status.EXPECTED}": "{n} was expected|{n} were expected",
    "facts-none-open": "none is open",
    f"only-fact-{Status.OPEN}": "The one fact is contradicted.",
    f"only-fact-{Status.ACCEPTED}": "The one fact is contradicted, and that is accepted.",
    f"only-fact-{Status.EXPECTED}": "The one fact is contradicted, and that was expected.",
    "not-contradicted": "No source contradicts the one fact.|No source contradicts any of the {n} facts.",
    "expired": "{n} acceptance has expired.|{n} acceptances have expired.",
    "outdated": "{n} acceptance is outdated: its source says something else now.|"
    "{n} acceptances are outdated: their sources say something else now.",
    "single": "{n} fact rests on one source only.|{n} facts rest on one source only.",
    "unsupported": "{n} fact is neither supported nor contradicted.|{n} facts are neither supported nor contradicted.",
    "unused": "{n} acceptance matches nothing that its source says.|"
    "{n} acceptances match nothing that their sources say.",
    "unmet": "{n} expectation failed with no contradiction behind it.|"
    "{n} expectations failed with no contradiction behind them.",
    "noticed-count": "The sources also differ on {n} point that no fact asks about.|"
    "The sources also differ on {n} points that no fact asks about.",
    "unchanged-since": "Nothing has changed since the run of {day}.",
    "changed-since": "Since the run of {day}: {parts}.",
    "new": "{n} new",
    "worsened": "{n} worse",
    "changed": "{n} says something else than it did|{n} say something else than they did",
    "fixed": "{n} fixed",
    # Verdicts, bearings, answers.
    Verdict.SUPPORTS: "supports",
    Verdict.CONTRADICTS: "contradicts",
    Verdict.MIXED: "disagrees with itself",
    Verdict.INCONCLUSIVE: "inconclusive",
    Verdict.SILENT: "silent",
    f"mark-{Bearing.SUPPORTS}": "agrees",
    f"mark-{Bearing.CONTRADICTS}": "differs",
    f"mark-{Bearing.INCONCLUSIVE}": "leaves it open",
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.OPEN: "open",
    Question.EVENT: "Does it speak of the same event or state?",
    Question.MEASURE: "Of the same measure or attribute?",
    Question.TIME: "Of a compatible time?",
    Question.ASSERTED: "Is it asserted, not planned, denied or doubted?",
    Question.VALUES: "Can both values hold together?",
    f"short-{Question.EVENT}": "event",
    f"short-{Question.MEASURE}": "measure",
    f"short-{Question.TIME}": "time",
    f"short-{Question.ASSERTED}": "asserted",
    f"short-{Question.VALUES}": "values",
    f"passages-{Bearing.SUPPORTS}": "{n} passage supports it|{n} passages support it",
    f"passages-{Bearing.CONTRADICTS}": "{n} passage contradicts it|{n} passages contradict it",
    f"passages-{Bearing.INCONCLUSIVE}": "{n} passage leaves it open|{n} passages leave it open",
    f"none-{Verdict.SUPPORTS}": "none contradicts it",
    f"none-{Verdict.CONTRADICTS}": "none supports it",
    f"none-{Verdict.INCONCLUSIVE}": "none settles it",
    f"none-{Verdict.SILENT}": "no passage speaks of it",
    f"parts-{Verdict.CONTRADICTS}": "a claim of several parts holds only where each of them does",
    f"parts-{Verdict.INCONCLUSIVE}": "a part of the claim is left open",
    "denies": "It denies the very thing that the fact says: that is how it contradicts it.",
    # Kinds, statuses, changes.
    Kind.CONTRADICTION: "contradiction",
    Kind.SELF_CONTRADICTION: "a source disagrees with itself",
    Kind.UNMET: "an expectation failed",
    Kind.UNUSED_ACCEPTANCE: "an acceptance that is no longer needed",
    Kind.SINGLE_SOURCE: "one source only",
    Kind.NO_SUPPORT: "no support",
    f"status-{Status.OPEN}": "open",
    f"status-{Status.EXPECTED}": "expected",
    f"status-{Status.ACCEPTED}": "accepted",
    f"status-{Status.EXPIRED}": "acceptance expired",
    f"status-{Status.OUTDATED}": "acceptance outdated",
    f"change-{Change.NEW}": "new",
    f"change-{Change.WORSENED}": "worse",
    f"change-{Change.CHANGED}": "says something else than it did",
    f"change-{Change.UNCHANGED}": "unchanged",
    "expected-why": "expected: a scenario or the fact itself says that this source disagrees",
    f"{Status.ACCEPTED}-why": "accepted{by}{whatever}: {reason}{until}",
    f"{Status.EXPIRED}-why": "was accepted{by} until {day}: {reason}",
    f"{Status.OUTDATED}-why": "was accepted{by} when it said {then}, and now it says {now}: {reason}",
    "whatever": ", whatever it says",
    "by": " by {by}",
    "until": " (until {day})",
    "no-date": "no date",
    "rows-more": "... and {n} more finding in the report.|... and {n} more findings in the report.",
    "annotations-more": "{n} more finding is in the report|{n} more findings are in the report",
    "terminal-more": "... and {n} more fact in the report|... and {n} more facts in the report",
    "names-more": "{n} more",
    # The page.
    "page-name": "Discrepancy report",
    "as-of": "as of {day}",
    "run-on": "checked on {day}",
    "sources-count": "{n} source|{n} sources",
    "sources-own-words": "{n} sources, each in words of its own",
    "sources-voices": "{n} sources, {voices} voices",
    "sources-one-voice": "{n} sources, one voice",
    "facts-count": "{n} fact|{n} facts",
    "checks-count": "{n} expectation|{n} expectations",
    "checks-held": "{n} expectation, which held|{n} expectations, all held",
    "checks-failed": "{n} expectation, which failed|{n} expectations, {failed} failed",
    "checks-known": "{n} expectation, known not to hold|{n} expectations, {known} known not to hold",
    "discrepancies": "What disagrees",
    "no-discrepancies": "No source contradicts a fact.",
    "no-open-discrepancies": "Nothing is open: what contradicts a fact was accepted or expected.",
    "unmet-title": "Expectations that failed",
    "unmet-help": "A scenario or a fact expects something else of the sources. That need not be an error in the story.",
    f"{Status.EXPIRED}-list": "An acceptance has expired, so that this has to be decided again:",
    f"{Status.OUTDATED}-list": "What was accepted is not what is said now, so that this has to be decided again:",
    f"{Status.EXPIRED}-decide": "That day has passed: this is open again, and somebody has to decide again.",
    f"{Status.OUTDATED}-decide": "This is open again, and somebody has to decide again.",
    "open-again": "open again, {status}",
    "no-earlier-run": "There is no earlier run to compare with, so nothing is marked as new.",
    "nothing-new": "nothing new",
    "card": "card {n}",
    "card-of": "Card {n} of {of}",
    "changes": "Since the run of {day}",
    "list-new": "New",
    "list-worsened": "Worse",
    "list-changed": "Says something else than it did",
    "then-now": "it said {then}, and now it says {now}",
    "list-fixed": "Fixed",
    "known-to-fail-title": "Expectations that need not hold",
    "list-known-to-fail": "Known not to hold",
    "known-to-fail-help": "Their scenarios are marked @xfail: nothing fails for them, and nobody has to act.",
    "list-unused": "Acceptances that match nothing",
    "unused-help": "Take them out of the facts, so that they cannot hide anything later.",
    "list-one-source": "On one source only",
    "list-no-source": "On no source, and none against it",
    "list-other-facts": "The other facts",
    "found": "What disagrees, and what failed",
    "unsupported-title": "Only unsupported",
    "unsupported-help": "No source supports or contradicts these. They are no findings against a source, and "
    "nothing fails for this alone.",
    "noticed": "Also noticed: the sources differ",
    "noticed-help": "Found by comparing the sources with one another; no fact asks about it.",
    "noticed-more": "{n} more is not shown; secondsource compare lists it.|"
    "{n} more are not shown; secondsource compare lists them.",
    "noticed-also": "likewise {names}",
    "differ-count": "Numbers differ",
    "differ-money": "Amounts differ",
    "differ-share": "Shares differ",
    "differ-date": "Dates differ",
    "differ-clock": "Times of day differ",
    "differ-identifier": "Numbers of one document differ",
    "differ-name": "Names differ",
    "differ-role": "Who holds an office differs",
    "differ-place": "Places differ",
    "differ-quotation": "One quotation in different words",
    "differ-ordinal": "Ranks differ",
    "differ-listing": "Lists differ",
    "differ-weekday": "A weekday does not fit its date",
    "differ-sum": "Parts and their total do not agree",
    "differ-conversion": "Two conversions imply different rates",
    "matrix": "Facts by sources",
    "matrix-caption": "Each fact, and what each source says of it",
    "matrix-help": "Arrow keys move between cells; Enter opens the evidence.",
    "fact": "Fact",
    "not-asked": "not asked",
    "both-values": "{one} and {other}",
    "matrix-not-asked": "A source that is missing under a fact was not asked about it.",
    "over-time": "Figures over time",
    "over-time-help": "A solid dot is a figure as stated; a bar is what the words leave open.",
    "corroboration": "Who stands behind what",
    "corroboration-help": "Sources that share their wording are one voice, and count as one source.",
    "support-none": "no source",
    "support-single": "one source",
    "support-asked": "(no other was asked)",
    "support-many": "{n} sources, {voices} independent",
    "support-one-voice": "{n} sources, one voice",
    "support-all-independent": "{n} independent sources",
    "support-not-examined": "{n} sources",
    "all-cite": "all cite {speaker}",
    "in-shared-wording": "{names} (shared wording)",
    "no-shared-wording": "No two of the {n} sources share their wording: each is in words of its own.",
    "wording-not-examined": "Whether sources share their wording was not examined.",
    "origin": "likely written first by {origin}",
    "sources": "The sources in full",
    "known": "Accepted and expected discrepancies",
    "accepted-title": "Accepted discrepancies",
    "expected-title": "Expected discrepancies",
    "expected-help": "A scenario or the fact itself says that this source disagrees.",
    "passed": "Expectations that held",
    "method": "How to read this",
    "claim": "Claim",
    "source": "Source",
    "published": "Published",
    "verdict": "Verdict",
    "says": "What it says",
    "value": "Value",
    "supported-by": "Supported by",
    "evidence": "The five answers",
    "other-sources": "The other sources",
    "all-sources": "What each source says",
    "technical": "The five answers, where it is written, how to accept it",
    "technical-unmet": "Everything that is expected of this fact",
    "selector": "characters {start} to {end}",
    "link-here": "Link to this card",
    "link-source": "Read it at the source",
    "link-full": "In the full text",
    "written-at": "Written at",
    "to-accept": "To accept it, in the dossier's folder",
    "first-seen": "first seen {day}",
    "says-speaker": "quoting {speaker}",
    "date-origin": "date from {origin}",
    "fingerprint": "SHA-256 of the text",
    "file": "File",
    "id": "Id in the files",
    "language": "Language",
    "filter": "Search",
    "filter-hint": "word, name, figure",
    "filter-status": "Show",
    "filter-all": "everything",
    "filter-new": "new or worse",
    "filter-none": "Nothing matches: clear the search to see everything again.",
    "filter-clear": "Clear",
    "shown": "{n} card shown|{n} cards shown",
    "shown-noticed": "{n} also noticed",
    "shown-no-card": "No card matches: clear the search to see them all.",
    "shown-elsewhere": "No card matches, but other parts below do.",
    "keys": "Keys: / searches, n and p go to the next and previous card. A search finds all its words in any order; "
    "in quotation marks, as they stand.",
    "cards": "Cards",
    "card-first": "the first",
    "card-last": "the last",
    "card-next": "Next",
    "card-previous": "Previous",
    "skip": "Skip to what disagrees",
    "contents": "Contents",
    "more-follows": "The rest is shown as you scroll.",
    "held": "held",
    "failed": "failed",
    "each-fact": "Every fact, source by source",
    "the-fact": "fact {figure}",
    "chart-label": "Chart of the figures given for: {claim}. The table after it has the same figures.",
    "matrix-label": "The table of facts by sources",
    "support": "Support",
    "headline": "Headline",
    "author": "By",
    "address": "Address",
    "tags": "Tags",
    "tier": "Kind of source",
    "superseded": "Replaced by",
    "note": "Note",
    "no-scenario": "Facts that were only checked",
    "compared": "The run of {after} against the run of {before}",
    "diff-new": "New:",
    "diff-worsened": "Worse:",
    "diff-changed": "Stands as it did, and the source says something else:",
    "diff-eased": "Eased:",
    "diff-fixed": "Fixed:",
    "diff-gone": "Not looked at again:",
    "diff-unchanged": "{n} finding is unchanged.|{n} findings are unchanged.",
    "made-by": "Made by secondsource {version} on {day}; nothing on this page is fetched from anywhere.",
}

METHOD = (
    "Each fact is put to each source; one verdict comes of it: supports, contradicts, disagrees with itself, "
    "inconclusive or silent.",
    "“Supports” means that this source alone would be enough to print the fact.",
    "“Contradicts” needs all five: the same event, the same measure, a compatible time, a statement that is asserted, "
    "and values that cannot both hold. If one of the five is open, the verdict is “inconclusive”.",
    "A source speaks as of its day of publication unless its sentence says otherwise; “on Thursday” is resolved "
    "against that day.",
    "“About 600” leaves a tenth either way; “more than 700” leaves every number above; a figure rounded to millions "
    "leaves what rounds to it.",
    "Plans, forecasts, denials, rumours and questions settle nothing.",
    "Sources that share their wording count as one voice.",
    "The verdicts come from rules about language. They can be wrong: read the quotation, which is always the source's "
    "own words.",
    "Silence means that no passage about the fact was found, not that the source disagrees.",
    "An accepted discrepancy was accepted by a person, with a reason, and may expire.",
)


def in_sum(evidence: Evidence) -> str:
    """What five answers come to, where they do not show it themselves: empty, where they do.

    >>> from secondsource.judging import Reply
    >>> from secondsource.sources import Span
    >>> said = [Reply(question, Answer.YES, "") for question in Question if question is not Question.ASSERTED]
    >>> denied = (*said, Reply(Question.ASSERTED, Answer.NO, 'negated ("not")'))
    >>> in_sum(Evidence("gull", Span(0, 20), "It was not repaired.", Bearing.CONTRADICTS, "", replies=denied))
    'It denies the very thing that the fact says: that is how it contradicts it.'
    """
    return say("denies") if denies(evidence) else ""


def answered(evidence: Evidence) -> str:
    """The five answers on a line, and why of those that are not a plain yes; else what the values come to.

    >>> from secondsource.judging import Reply
    >>> from secondsource.sources import Span
    >>> given = (Answer.YES, Answer.YES, Answer.OPEN)
    >>> replies = tuple(Reply(*one, "why") for one in zip(Question, given))
    >>> answered(Evidence("gull", Span(0, 7), "It rained.", Bearing.INCONCLUSIVE, "", replies=replies))
    'fits: event yes, measure yes, time open; why'
    """
    answers = ", ".join(f"{say(f'short-{reply.question}')} {say(reply.answer)}" for reply in evidence.replies)
    telling = [reply.reason for reply in evidence.replies if reply.answer is not Answer.YES] or [evidence.reason]
    reasons = dict.fromkeys(filter(None, [*telling, in_sum(evidence)]))
    return "; ".join(filter(None, [answers and f"fits: {answers}", *reasons]))


def why(judgement: Judgement) -> str:
    """How a verdict comes of its passages, in a line.

    >>> why(Judgement("size", "gull", Verdict.SILENT, ""))
    'no passage speaks of it'
    """
    passages = {bearing: {one.span for one in judgement.evidence if one.bearing is bearing} for bearing in Bearing}
    told = [say(f"passages-{bearing}", n=len(found)) for bearing, found in passages.items() if found]
    # Passages that come to something else belong to different sentences of the claim.
    rule = "none" if join(judgement.evidence) is judgement.verdict else "parts"
    return ", ".join([*told, *filter(None, [ENGLISH.get(f"{rule}-{judgement.verdict}")])])


def say(key: str, n: int | None = None, **values: object) -> str:
    """The words for something, in the form that the number asks for.

    >>> say("single", n=1), say("single", n=1200)
    ('1 fact rests on one source only.', '1,200 facts rest on one source only.')
    """
    numbers = {name: f"{value:,}" if isinstance(value, int) else value for name, value in {"n": n, **values}.items()}
    return form(key, n).format(**numbers)


def sign(verdict: Verdict, status: Status = Status.OPEN) -> str:
    """The sign of a verdict, and of what the newsroom has said about it.

    >>> sign(Verdict.CONTRADICTS), sign(Verdict.CONTRADICTS, Status.ACCEPTED), sign(Verdict.MIXED, Status.EXPIRED)
    ('✗', '(✗)', '±!')
    """
    return STANDINGS.get(status, "{}").format(SIGNS[verdict])


def stance(verdict: Verdict, status: Status = Status.OPEN) -> str:
    """The same in words.

    >>> stance(Verdict.CONTRADICTS), stance(Verdict.CONTRADICTS, Status.ACCEPTED)
    ('contradicts', 'contradicts, accepted')
    """
    return f"{say(verdict)}, {say(f'status-{status}')}" if status in STANDINGS else say(verdict)


def look(verdict: Verdict, status: Status = Status.OPEN) -> str:
    """How the page sets the same: red is kept for what still stands against a fact.

    >>> look(Verdict.CONTRADICTS), look(Verdict.CONTRADICTS, Status.EXPECTED)
    ('v-no', 'v-known')
    """
    return "v-known" if status in (Status.ACCEPTED, Status.EXPECTED) else LOOKS[verdict]


def form(key: str, n: int | None = None) -> str:
    """The words for something before anything is filled in.

    >>> form("new", 3)
    '{n} new'
    """
    one, bar, many = ENGLISH[key].partition("|")
    return many if bar and n != 1 else one


def day(when: date | None) -> str:
    """A date as an editor writes it.

    >>> day(date(2025, 2, 6)), day(None)
    ('6 February 2025', 'no date')
    """
    return f"{when.day} {when:%B} {when.year}" if when else say("no-date")
