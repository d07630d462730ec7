"""The vocabulary, written out: for a terminal, as Markdown, as JSON. Taken from the sentences themselves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import groupby

from secondsource.steps import who
from secondsource.steps.parameters import TYPES, Type
from secondsource.steps.patterns import Sentence
from secondsource.steps.vocabulary import GIVEN, THEN

SENTENCES: tuple[Sentence, ...] = (*GIVEN, *THEN)


def written(sentence: Sentence) -> str:
    """The pattern with its keyword and, for a Then, with who.

    >>> written(GIVEN[0])
    'Given the sources in {folder}'
    >>> written(THEN[0])
    'Then {who} supports/support/confirms/confirm {claim}'
    """
    pattern = sentence.pattern
    for name, kind in sentence.holes.items():
        pattern = pattern.replace(f"{{{name}:{kind}}}", f"{{{name}}}")
    below = {"table": ":  (and a table)", "text": ":  (and a doc string)"}.get(sentence.below, "")
    return f"{'Given' if sentence.type == 'given' else 'Then {who}'} {pattern}{below}"


def examples(sentence: Sentence) -> tuple[str, ...]:
    """Its examples as they would stand in a scenario, each with what must stand before it."""
    keyword = sentence.type.capitalize()
    before = f"{sentence.after}\n" if sentence.after else ""
    follows = "And" if before.startswith(keyword) else keyword
    return tuple(f"{before}{follows} {example}" for example in (sentence.example, *sentence.more))


def _groups(sentences: Iterable[Sentence]) -> Iterable[tuple[str, list[Sentence]]]:
    return ((group, list(found)) for group, found in groupby(sentences, key=lambda sentence: sentence.group))


def as_text() -> str:
    """For a terminal."""
    lines = []
    for group, found in _groups(SENTENCES):
        lines += [group.upper(), ""]
        for sentence in found:
            lines += [f"  {written(sentence)}", f"      {sentence.about}"]
            lines += [f"      | {line}" for example in examples(sentence) for line in example.splitlines()]
            lines.append("")
    lines += ["WHO", "", *(f"  {words}" for words in who.EXAMPLES), "", "WHAT STANDS IN BRACES", ""]
    lines += [f"  {{{name}}}: {kind.meaning}" for name, kind in _types().items()]
    return "\n".join(lines) + "\n"


def as_markdown() -> str:
    """For a page."""
    parts = []
    for group, found in _groups(SENTENCES):
        parts.append(f"### {group}\n")
        for sentence in found:
            shown = "\n".join(examples(sentence))
            parts.append(f"**{_escaped(written(sentence))}**\n\n{sentence.about}\n\n```gherkin\n{shown}\n```\n")
    parts.append("### Who\n\n" + "\n".join(f"- `{words}`" for words in who.EXAMPLES) + "\n")
    rows = "\n".join(f"| `{{{name}}}` | {_escaped(kind.meaning)} |" for name, kind in _types().items())
    parts.append(f"### What stands in braces\n\n| | |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def as_json() -> str:
    """For programs and editors."""
    sentences = [
        {
            "keyword": sentence.type.capitalize(),
            "pattern": written(sentence),
            "about": sentence.about,
            "group": sentence.group,
            "parameters": dict(sentence.holes),
            "below": sentence.below,
            "examples": list(examples(sentence)),
        }
        for sentence in SENTENCES
    ]
    types = {name: kind.meaning for name, kind in _types().items()}
    data = {"version": 1, "sentences": sentences, "who": list(who.EXAMPLES), "parameters": types}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _types() -> dict[str, Type]:
    used = {kind for sentence in SENTENCES for kind in sentence.holes.values()}
    return {name: kind for name, kind in TYPES.items() if name in used}


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


FORMATS: dict[str, Callable[[], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
