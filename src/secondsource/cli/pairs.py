"""``secondsource pairs``: JSON lines in, one verdict a line out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice
from typing import Any

import click

from secondsource.facts import Fact
from secondsource.judging import Judgement, judge_all
from secondsource.language import warm
from secondsource.sources import Source

CHUNK = 100
"""Lines judged together: their sentences are parsed in one batch."""

POOL_FROM = 3
"""Chunks from which a second process pays for its start (about three seconds of loading)."""


class BadLine(ValueError):
    """A line that is not a request."""


def _day(value: Any, field: str) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise BadLine(f'"{field}" is not a date as in 2025-02-06: {value!r}') from None


def _words(value: Any, field: str) -> str:
    if not isinstance(value, str):
        raise BadLine(f'"{field}" is not text: {value!r}')
    return value


def _request(line: str) -> tuple[str, Fact, Source]:
    try:
        data = json.loads(line.removeprefix("\ufeff"))
    except ValueError as error:
        raise BadLine(f"not JSON: {error}") from None
    try:
        given = data["source"]
        if isinstance(given, str):
            given = {"id": "source", "text": given}
        source = Source(
            str(given.get("id", "source")),
            _words(given["text"], "text"),
            title=str(given.get("title", "")),
            outlet=str(given.get("outlet", "")),
            published=_day(given.get("published"), "published"),
            language=str(given.get("language", "en")),
        )
        return (
            data["id"],
            Fact(str(data["id"]), _words(data["claim"], "claim"), as_of=_day(data.get("as_of"), "as_of")),
            source,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise BadLine(f'a request needs "id", "claim" and "source" with "text": {error}') from None


def answer(identity: Any, judgement: Judgement) -> str:
    """One line of output."""
    return json.dumps(
        {
            "id": identity,
            "verdict": judgement.verdict.value,
            "reason": judgement.reason,
            "evidence": [
                {"start": e.span.start, "end": e.span.end, "quote": e.quote, "relation": e.bearing.value}
                for e in judgement.evidence
            ],
        },
        ensure_ascii=False,
    )


def judge_chunk(lines: list[tuple[int, str]]) -> tuple[list[str], str]:
    """The answers to a chunk, and the fault that ended it, if one did."""
    requests, fault = [], ""
    for number, line in lines:
        try:
            requests.append(_request(line))
        except BadLine as error:
            fault = f"line {number}: {error}"
            break
    # Claims and sources together: the parser is fastest on many sentences at once.
    warm(text for _, fact, source in requests for text in (fact.claim, source.text))
    judged = judge_all([(fact, source) for _, fact, source in requests])
    return [answer(r[0], j) for r, j in zip(requests, judged, strict=True)], fault


def _chunks(lines: Iterable[str]) -> Iterator[list[tuple[int, str]]]:
    numbered = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    while chunk := list(islice(numbered, CHUNK)):
        yield chunk


def _answers(chunks: Iterator[list[tuple[int, str]]]) -> Iterator[tuple[list[str], str]]:
    head = list(islice(chunks, POOL_FROM))
    workers = os.cpu_count() or 1
    if len(head) < POOL_FROM or workers < 2:
        yield from map(judge_chunk, head)
        yield from map(judge_chunk, chunks)
        return
    with ProcessPoolExecutor(workers) as pool:
        pending = [pool.submit(judge_chunk, chunk) for chunk in head]
        while pending:
            # A bounded queue keeps memory flat however long the input is.
            pending.extend(
                pool.submit(judge_chunk, chunk) for chunk in islice(chunks, max(0, 2 * workers - len(pending)))
            )
            yield pending.pop(0).result()


@click.command("pairs")
def command() -> None:
    """Judge JSON lines on standard input, one verdict a line, in their order.

    \b
    in   {"id", "claim", "as_of"?, "source": {"id", "title"?, "outlet"?, "published"?, "language"?, "text"}}
    out  {"id", "verdict", "reason", "evidence": [{"start", "end", "quote", "relation"}]}
    """
    for lines, fault in _answers(_chunks(sys.stdin)):
        for line in lines:
            click.echo(line)
        sys.stdout.flush()
        if fault:
            click.echo(f"secondsource pairs: {fault}", err=True)
            raise SystemExit(2)
