"""``index.html``: the page that an editor reads. One file, nothing fetched, readable without JavaScript.

The parts of a large report that do not fit a quick start are written inside ``<noscript>``: a browser without
JavaScript shows them where they stand; one with it keeps them as text until they are scrolled to, sought or linked to.
"""

from __future__ import annotations

import base64
import hashlib
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from math import inf
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from secondsource.judging import Answer, Evidence, Verdict
from secondsource.reporting.chart import drawn
from secondsource.reporting.finding import ENDED
from secondsource.reporting.lede import Clause, clauses
from secondsource.reporting.model import Report
from secondsource.reporting.quoting import shortened, visible
from secondsource.reporting.standing import standing, way_to_accept
from secondsource.reporting.views import Page
from secondsource.reporting.words import DIFFERS, LOOKS, METHOD, SIGNS, STANDINGS, day, in_sum, look, say, sign, stance

FOLDER = Path(__file__).parent / "page"

NODES = 4000
"""Nodes that the page may begin with; a browser lays these out in well under a second on a phone."""

# Each part's share of them, where all of it does not fit; what some leave unused goes to the first that want more.
_SHARES = {
    "discrepancies": 0.32,
    "unmet": 0.07,
    "accepted": 0.03,
    "expected": 0.03,
    "new": 0.02,
    "worsened": 0.01,
    "changed": 0.01,
    "unused": 0.01,
    "known-to-fail": 0.01,
    "fixed": 0.02,
    "noticed": 0.05,
    "rows": 0.21,
    "charts": 0.05,
    "one-source": 0.03,
    "no-source": 0.01,
    "other-facts": 0.01,
    "heads": 0.04,
    "sheets": 0.05,
    "passed": 0.02,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page."""

    id: str
    title: str
    body: Markup
    help: str | Markup = ""


def format(report: Report) -> str:
    """The page, whole.

    >>> page = format(Report.of([], [], title="The mission"))
    >>> "<h1>The mission</h1>" in page, "Nothing was checked." in page
    (True, True)
    """
    style, script = _asset("style.css") + _columns(report), _asset("script.js")
    page = Page(report)
    return (
        _environment()
        .get_template("index.html.jinja")
        .render(
            report=report,
            page=page,
            lede=tuple(map(_linked, _opening(report))),
            parts=tuple(replace(part, body=_lean(part.body)) for part in _Layout.of(page).parts() if part.body),
            style=Markup(style),
            script=Markup(script),
            style_hash=_csp_hash(style),
            script_hash=_csp_hash(script),
        )
    )


def _opening(report: Report) -> tuple[Clause, ...]:
    """The opening of every report; a page is read by people who look for what is new, and says why nothing is."""
    is_first = report.checks and report.since is None
    return (*clauses(report), *([Clause("no-earlier-run")] if is_first else []))


def _linked(clause: Clause) -> Markup:
    """A statement of the opening, each of its numbers a link to the list that it counts."""
    link = Markup('<a href="#{}">{}</a>')
    numbers = {name: link.format(where, f"{count:,}") for name, (count, where) in clause.counts.items()}
    parts = Markup(", ").join(map(_linked, clause.parts))
    return Markup(escape(clause.form)).format(**numbers, day=clause.since, parts=parts)


def _columns(report: Report) -> str:
    """The name of each column of the matrix, for narrow screens, on which a cell stands under its fact.

    In the style and not in the cells, of which there are thousands; a screen reader takes it from the heading.
    """
    names = [_css_string(visible(source.name)) for source in report.sources]
    rules = [
        f".matrix td:nth-of-type({place})::before{{content:{name};content:{name}/''}}"
        for place, name in enumerate(names, start=1)
    ]
    return f"@media screen and (max-width:40rem){{{''.join(rules)}}}\n" if rules else ""


def _css_string(text: str) -> str:
    """A string of CSS that nothing can end: every character but letters and digits of ASCII is written as a number."""
    return "'" + "".join(one if one.isascii() and one.isalnum() else f"\\{ord(one):x} " for one in text) + "'"


@cache
def _asset(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _csp_hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates beside the templates, as compiled modules are: who may write there may change both."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before from the same text; a file that cannot be read is as good as none."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where the package's folder may be written to, and where Python keeps it at all."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        bytecode_cache=_Compiled(str(FOLDER / "__pycache__")),
    )
    environment.globals.update(
        say=say,
        day=day,
        SIGNS=SIGNS,
        LOOKS=LOOKS,
        look=look,
        signed=sign,
        stance=stance,
        STANDINGS=STANDINGS,
        ENDED=ENDED,
        in_sum=in_sum,
        DIFFERS=DIFFERS,
        standing=standing,
        way_to_accept=way_to_accept,
        shortened=shortened,
        answers=_answers,
    )
    return environment


def _shown(value: Any) -> Any:
    """Characters that could hide others are written out, wherever on the page a text is shown."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _answers(evidence: Evidence) -> str:
    """The answers that are not plainly yes, on one line."""
    return "; ".join(
        f"{reply.question.value}: {say(reply.answer)}{f' ({reply.reason})' if reply.reason else ''}"
        for reply in evidence.replies
        if reply.answer is not Answer.YES
    )


@cache
def _macros() -> Any:
    return _environment().get_template("parts.html.jinja").module


def _tidy(markup: str) -> Markup:
    """Without the white space between tags that nobody sees (source texts keep theirs: it is inside)."""
    return Markup(re.sub(r">\n\s*<", "><", markup.strip()))


def _lean(markup: Markup) -> Markup:
    """Without what HTML lets a writer leave out: some closing tags, and quotation marks around a single word.

    In the text of a source these characters are always written out, so that only the page's own tags can be meant.
    """
    open_ended = re.sub("</(?:td|th|tr|li|dt|dd)>", "", markup)
    return Markup(re.sub('="([A-Za-z0-9#._-]+)"(?!/)', r"=\1", open_ended))


def _nodes(markup: Markup) -> int:
    """About how many nodes a browser makes of it: each tag, opening or closing, has one or a text beside it."""
    return markup.count("<")


def _drawn(macro: str, *given: object) -> Markup:
    return _tidy(getattr(_macros(), macro)(*given))


def _blocks(page: Page) -> dict[str, list[Markup]]:
    """All that the page shows but its sources, drawn one by one, by the part that it stands in."""
    report = page.report
    return {
        **{name: [_drawn("card", report, card) for card in cards] for name, cards in page.cards.items()},
        **{name: [_drawn("news", one) for one in news] for name, news in page.changes.items()},
        "unused": [_drawn("news", one) for one in page.unused],
        "known-to-fail": [_drawn("news", one) for one in page.known_to_fail],
        "noticed": [_drawn("differing", row) for row in page.noticed],
        "rows": [_drawn("matrix_row", row) for row in page.rows],
        "sheets": [_drawn("sheet", row, page.is_brief) for row in page.rows],
        "charts": [_drawn("chart", report, drawn(line)) for line in page.timelines],
        **{name: [_drawn("backing", one) for one in backings] for name, backings in page.backings.items()},
        "passed": [_drawn("passed", scenario, checks) for scenario, checks in page.passed],
    }


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a page shows, drawn, and how much of each part it may begin with."""

    page: Page
    blocks: Mapping[str, Sequence[Markup]]
    heads: Sequence[Markup]
    texts: Sequence[Markup]
    """What stands over each source, and its text."""
    room: Mapping[str, float]

    @classmethod
    def of(cls, page: Page) -> _Layout:
        blocks = _blocks(page)
        texts = [Markup(_macros().source_text(text)) for text in page.texts]
        heads = [_drawn("source_head", text.source) for text in page.texts]
        return cls(page, blocks, heads, texts, _rooms({**blocks, "heads": heads}, sum(map(_nodes, texts))))

    def parts(self) -> Iterator[Part]:
        """The sections of the page in their order; what there is nothing to say in has no body."""
        yield Part("discrepancies", say("discrepancies"), self._discrepancies())
        yield self._unmet()
        yield Part("changes", say("changes", day=day(self.page.report.since)), self._changes())
        yield Part("noticed", say("noticed"), self._noticed(), say("noticed-help"))
        yield Part("facts", say("matrix"), self._matrix(), _legend(self.page))
        yield Part("each-fact", say("each-fact"), self._placed("sheets"))
        yield Part("over-time", say("over-time"), self._placed("charts"), say("over-time-help"))
        yield Part("corroboration", say("corroboration"), self._corroboration(), say("corroboration-help"))
        yield Part("sources", say("sources"), self._sources())
        yield Part("accepted", say("accepted-title"), self._accepted())
        yield Part("expected", say("expected-title"), self._placed("expected"), say("expected-help"))
        yield Part("passed", say("passed"), self._placed("passed"))
        yield Part("method", say("method"), _method())

    def _placed(self, name: str, wrap: Callable[[Markup], Markup] = Markup, table: str = "") -> Markup:
        return _placed(name, self.blocks[name], self.room[name], wrap, table)

    def _listed(self, name: str, wrap: Callable[[Markup], Markup], table: str = "") -> Markup:
        """A list under its own heading, to which the number in the opening sentence leads."""
        number = len(self.blocks[name])
        counted = say("facts-count", n=number) if name in self.page.backings else f"{number:,}"
        return _drawn("listed", name, counted, self._placed(name, wrap, table)) if number else Markup()

    def _discrepancies(self) -> Markup:
        """Those that are open, after the acceptances that have ended; or that there are none."""
        report = self.page.report
        nothing = say("no-open-discrepancies" if report.discrepancies else "no-discrepancies")
        calm = Markup('<p class="calm">{}</p>').format(nothing) if report.checks else Markup()
        ended = Markup().join(_drawn("ended", status, found) for status, found in self.page.ended.items())
        return ended + self._placed("discrepancies") or calm

    def _unmet(self) -> Part:
        """The expectations that failed; after them those of which that is known."""
        listing = Markup('<p class="help">{}</p><ul>{{}}</ul>').format(say("known-to-fail-help"))
        known = self._listed("known-to-fail", listing.format)
        if not self.blocks["unmet"]:
            return Part("unmet", say("known-to-fail-title"), known)
        return Part("unmet", say("unmet-title"), self._placed("unmet") + known, say("unmet-help"))

    def _changes(self) -> Markup:
        return Markup().join(self._listed(name, Markup("<ul>{}</ul>").format) for name in self.page.changes)

    def _noticed(self) -> Markup:
        more = self.page.report.noticed_more
        left_out = Markup('<p class="soft">{}</p>').format(say("noticed-more", n=more)) if more else Markup()
        return self._placed("noticed") + left_out

    def _matrix(self) -> Markup:
        caption = Markup("<caption>{}</caption>").format(say("matrix-caption"))
        head = caption + _drawn("matrix_head", self.page.report)
        return self._placed("rows", _table("matrix", say("matrix-label"), head, "matrix"), "matrix")

    def _corroboration(self) -> Markup:
        """Which facts have several sources, one or none; and who speaks with whose voice."""
        page = self.page
        if not any(page.backings.values()):
            return Markup()
        wording = Markup('<p class="wording">{}</p>').format(page.wording) if page.wording else Markup()
        voices = Markup().join(_drawn("voice", page, voice) for voice in page.report.voices)
        return wording + voices + Markup().join(self._listed(name, *_backed(name)) for name in page.backings)

    def _accepted(self) -> Markup:
        """What is accepted; after it the acceptances of what no source says."""
        listing = Markup('<p class="help">{}</p><ul>{{}}</ul>').format(say("unused-help"))
        return self._placed("accepted") + self._listed("unused", listing.format)

    def _sources(self) -> Markup:
        """Every source: at once, or its text when it is opened, or (of very many) all of it when it is scrolled to."""
        all_fit = self.room["heads"] == inf
        waits = not all_fit and sum(map(_nodes, self.heads)) <= self.room["heads"]
        inside = Markup('<noscript class="text-later">{}</noscript>') if waits else Markup("{}")
        blocks = [
            _drawn("source_box", text, head, inside.format(body))
            for text, head, body in zip(self.page.texts, self.heads, self.texts, strict=True)
        ]
        return _placed("sources", blocks, inf if all_fit or waits else 0, Markup, "")


def _method() -> Markup:
    rules = Markup().join(Markup("<li>{}</li>").format(line) for line in METHOD)
    return Markup('<ol class="rules">{}</ol>').format(rules)


def _backed(name: str) -> tuple[Callable[[Markup], Markup], str]:
    """The table of one list of facts by who supports them, and its name."""
    keys = ("fact", "support", "supported-by")
    named = Markup().join(Markup('<th scope="col">{}</th>').format(say(key)) for key in keys)
    head = Markup("<thead><tr>{}</tr></thead>").format(named)
    return _table("plain", say(f"list-{name}"), head, f"t-{name}"), f"t-{name}"


def _table(kind: str, label: str, head: Markup, id: str) -> Callable[[Markup], Markup]:
    """A function that puts rows into a table under its headings; the first such table has the id."""
    ids = iter([id])

    def wrapped(rows: Markup) -> Markup:
        own = next(ids, "")
        named = Markup(' id="{}"').format(own) if own else Markup()
        region = Markup(' tabindex="0" role="region" aria-label="{}"').format(label)
        table = Markup('<table class="{}"{}>{}<tbody>{}</tbody></table>').format(kind, named, head, rows)
        return Markup('<div class="scroll"{}>{}</div>').format(region, table)

    return wrapped


def _legend(page: Page) -> Markup:
    """What each sign of the matrix means; of the standings, those that there are."""
    standing = {finding.status for finding in page.report.discrepancies}
    told = [f"{mark} {say(verdict)}" for verdict, mark in SIGNS.items()]
    told += [f"{sign(Verdict.CONTRADICTS, one)} {say(f'status-{one}')}" for one in STANDINGS if one in standing]
    hints = Markup('<span class="keys">{}</span>').format(say("matrix-help"))
    if any(said.verdict is None for row in page.rows for said in row.said):
        told.append(f"· {say('not-asked')}")
        hints = Markup('<span class="not-asked">{}</span> {}').format(say("matrix-not-asked"), hints)
    return Markup("{}. {}").format(", ".join(told), hints)


def _rooms(parts: Mapping[str, Sequence[Markup]], texts: int) -> dict[str, float]:
    """How many nodes each part may begin with; without end where all of it fits, the sources' texts included."""
    needs = {name: sum(map(_nodes, blocks)) for name, blocks in parts.items()}
    if sum(needs.values()) + texts <= NODES:
        return dict.fromkeys(needs, inf)
    # A part begins with one thing at least, and with its share where that is more.
    first = {name: _nodes(blocks[0]) if blocks else 0 for name, blocks in parts.items()}
    rooms = {name: min(need, max(first[name], NODES * _SHARES[name])) for name, need in needs.items()}
    left = NODES - sum(rooms.values())
    for name in _SHARES:
        more = max(min(needs.get(name, 0) - rooms.get(name, 0), left), 0)
        rooms[name] = rooms.get(name, 0) + more
        left -= more
    return rooms


def _placed(name: str, blocks: Sequence[Markup], room: float, wrap: Callable[[Markup], Markup], table: str) -> Markup:
    """What fits, and then the rest in chunks that wait."""
    fitting = sum(1 for nodes in accumulate(map(_nodes, blocks)) if nodes <= room)
    live, rest = blocks[:fitting], blocks[fitting:]
    shown = wrap(Markup().join(live)) if live or (table and rest) else Markup()
    waits = Markup('<noscript class="later" data-part="{}"{}>{}</noscript>')
    rows = Markup(' data-rows="{}"').format(table) if table else Markup()
    return shown + Markup().join(waits.format(name, rows, wrap(chunk)) for chunk in _chunks(rest))


def _chunks(blocks: Iterable[Markup], size: int = 1200) -> Iterator[Markup]:
    chunk: list[Markup] = []
    nodes = 0
    for block in blocks:
        chunk.append(block)
        nodes += _nodes(block)
        if nodes >= size:
            yield Markup().join(chunk)
            chunk, nodes = [], 0
    if chunk:
        yield Markup().join(chunk)
