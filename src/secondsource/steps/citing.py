"""Whether a source cites a numbered thing at all, whatever it says of it: "cites Resolution 2699"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondsource.facts import Fact
from secondsource.judging import Bearing, Evidence, Judgement, Verdict
from secondsource.sources import Kind, Source, Span


def cited(pairs: Iterable[tuple[Fact, Source]]) -> Sequence[Judgement]:
    """A source that cites each identifier of the claim supports it; one that does not says nothing about it.

    >>> wire = Source("wire", "The force acts under Resolution 2699 (2023).")
    >>> asked = [Fact("a", "Resolution 2699"), Fact("b", "Resolution 2700")]
    >>> [found.verdict.value for found in cited((fact, wire) for fact in asked)]
    ['supports', 'silent']
    """
    return [_cited(fact, source) for fact, source in pairs]


def _cited(fact: Fact, source: Source) -> Judgement:
    # The readers come with the engine, which a run that judges nothing need not load.
    from secondsource.grammar.possibilities import Relation
    from secondsource.language import read
    from secondsource.values import identifier

    wanted = [m.value for p in read(Source("claim", fact.claim)).passages for m in identifier.find(p)]

    def passages_with(value: identifier.Identifier) -> Iterator[Evidence]:
        for passage in read(source).passages:
            for mention in identifier.find(passage) if passage.kind is not Kind.FURNITURE else ():
                if identifier.relate(mention.value, value) is Relation.ENTAILS:
                    yield _evidence(source, passage.span, mention.span, f"cites {identifier.plain(value)}")
                    break

    found = [tuple(passages_with(value)) for value in wanted]
    if found and all(found):
        evidence = tuple(each for passages in found for each in passages)
        return Judgement(fact.id, source.id, Verdict.SUPPORTS, evidence[0].reason, evidence)
    return Judgement(fact.id, source.id, Verdict.SILENT, "does not cite it")


def _evidence(source: Source, sentence: Span, words: Span, reason: str) -> Evidence:
    quote = sentence.of(source.text)
    return Evidence(source.id, sentence, quote, Bearing.SUPPORTS, reason, (words,), words.of(source.text))
