"""Words in quotation marks: who said them, and whether two quotations are one, changed or unrelated."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from secondsource.grammar.geography import fold
from secondsource.grammar.name_words import OFFICE_NOUNS, SAYING
from secondsource.grammar.number_words import WORDS
from secondsource.grammar.possibilities import Relation
from secondsource.grammar.proper import Found, Name, kind_of, spot
from secondsource.grammar.same_name import Same, same
from secondsource.grammar.wordlist import Words, word_set
from secondsource.language import lexicon
from secondsource.language.tokens import Passage, Reading, Token
from secondsource.sources import Span
from secondsource.values.mention import Mention

GAP = "…"
"""The place of left-out or inserted words: "[...]", "…", "[the bank]"."""


@dataclass(frozen=True)
class Quotation:
    """Words that somebody is said to have used.

    ``words`` are folded, with contractions written out and British spelling made American; ``parts`` are the places
    of a quotation that "he said" interrupts.
    """

    words: Words
    text: str = field(default="", compare=False)
    speaker: Name | None = None
    speaker_text: str = ""
    """The speaker as printed ("the minister"), "" where the text does not tell."""
    speaker_span: Span | None = field(default=None, compare=False)
    parts: tuple[Span, ...] = field(default=(), compare=False)
    referred: bool = False
    """Whether the speaker is the one that a "she" seems to stand for."""


_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›", "〝": "〞", "「": "」"}
_CLOSING = frozenset("”»’›〞」“")
_STRAIGHT = frozenset({'"', "'", "＂"})
_SAYING = SAYING | word_set(
    """
    continue recount respond comment observe remark stress repeat conclude quip cry post share describe reiterate
    emphasize emphasise
    """
)
_NEGATIONS = word_set("not no never none nobody nothing neither nor without hardly barely cannot nowhere")
_DOUBTS = _NEGATIONS | word_set("doubt if unless whether deny denies denied refuse refused")
_LIMITS = _NEGATIONS | word_set(
    "if unless only except until always all every must may might can could will would should"
)
_LIGHT = word_set(
    """a an the that this so well and but of to in on at for by with from as then just also very really now even yes oh
    uh er um have has had is are was were be been being do does did which who it there here"""
)
_NUMBERS = {word: str(value) for word, value in WORDS.items()}
_IRREGULAR = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us"}
_IRREGULAR |= {
    "ain't": "is not",
    "gonna": "going to",
    "wanna": "want to",
    "per cent": "percent",
    "o.k.": "ok",
    "okay": "ok",
}
_ENDINGS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
_IS = word_set("it he she that there what here who where how this everything everyone nobody somebody nothing")
_TOKEN = re.compile(r"\[[^\[\]]{0,200}\]|\.{3,}|…|\d[\d.,]*\d|[^\W_]+(?:['’‘ʼ][^\W_]+){0,3}")


def words_of(text: str) -> Words:
    """A quotation's words for comparison.

    >>> words_of("We'll stay … [in May] and the bank's recognising it")
    ('we', 'will', 'stay', '…', '…', 'and', 'the', "bank's", 'recognizing', 'it')
    >>> words_of("You can't cut forty")
    ('you', 'can', 'not', 'cut', '40')
    """
    return tuple(word for match in _TOKEN.finditer(text) for word in _spelt(match.group()))


def _spelt(written: str) -> Sequence[str]:
    if written[0] in "[….":
        return (GAP,)
    word = fold(written).replace("’", "'").replace("ʼ", "'")
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if word in _IRREGULAR:
        return _IRREGULAR[word].split()
    if "'" in word:
        for ending, expanded in _ENDINGS.items():
            if word.endswith(ending) and len(word) > len(ending):
                return (word[: -len(ending)] + expanded).split()
        if word.endswith("'s") and word[:-2] in _IS:
            return (word[:-2], "is")
    return (_NUMBERS.get(word) or lexicon.spelling(word),)


class _Segment(NamedTuple):
    """Words between one opening and one closing mark; offsets into the source, marks left out."""

    start: int
    end: int
    depth: int
    open_ended: bool


def _segments(text: str, at: int) -> Iterator[_Segment]:
    """The quoted stretches of a paragraph, outermost marked depth 0; apostrophes are no quotes."""
    stack: list[tuple[str, int]] = []
    for i, c in enumerate(text):
        if c in _STRAIGHT or c in _PAIRS or c in _CLOSING:
            before = text[i - 1] if i else " "
            after = text[i + 1] if i + 1 < len(text) else " "
            clipped = c in {"'", "’"} and text[i + 2 : i + 3] in {"'", "’"} and after.isalpha()  # "rock 'n' roll"
            if clipped or _apostrophe(c, before, after, stack):
                continue
            closes = bool(stack) and (c == stack[-1][0] if c in _STRAIGHT else c in _PAIRS.get(stack[-1][0], ""))
            if closes:
                _, begin = stack.pop()
                yield _Segment(at + begin, at + i, len(stack), False)
            elif (c in _PAIRS or (c in _STRAIGHT and not after.isspace())) and len(stack) < 4:
                stack.append((c, i + 1))
    if stack and text.strip():
        mark, begin = stack[0]
        if mark not in {"'", "‘"}:
            yield _Segment(at + begin, at + len(text), 0, True)


def _apostrophe(c: str, before: str, after: str, stack: list[tuple[str, int]]) -> bool:
    if c not in {"'", "’", "‘"}:
        return False
    if before.isalnum() and after.isalnum():
        return True
    open_single = any(mark in {"'", "‘"} for mark, _ in stack)
    if c == "’":
        return not open_single or (before.isspace() and after.isalnum())
    if c == "'":
        return not open_single and (before.isalnum() or not after.isalnum())
    return False


class _Speaker(NamedTuple):
    name: Name | None = None
    text: str = ""
    span: Span | None = None
    referred: bool = False


def _start(token: Token) -> int:
    return token.start


class _Paragraph(NamedTuple):
    passages: tuple[Passage, ...]

    @property
    def span(self) -> Span:
        return Span(self.passages[0].span.start, self.passages[-1].span.end)

    def tokens(self, start: int, end: int) -> list[Token]:
        return [
            t
            for p in self.passages
            if p.span.end > start and p.span.start < end
            for t in p.tokens[bisect_left(p.tokens, start, key=_start) : bisect_left(p.tokens, end, key=_start)]
        ]

    def names(self, start: int, end: int) -> list[Found]:
        return [
            f
            for p in self.passages
            if p.span.end > start and p.span.start < end
            for f in spot(p)[bisect_left(spot(p), start, key=_core_start) : bisect_left(spot(p), end, key=_core_start)]
            if f.core.end <= end
        ]


def _core_start(found: Found) -> int:
    return found.core.start


def find_all(reading: Reading) -> list[Mention[Quotation]]:
    """Every quotation of a document, in order, its parts joined and its speaker named where the text does.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> text = '"We are not leaving," Ilse Haukka said, "we are waiting." She added: "It’s quiet."'
    >>> [plain(m.value) for m in find_all(read(Source("a", text)))]
    ['Ilse Haukka: "We are not leaving, we are waiting."', 'Ilse Haukka: "It’s quiet."']
    """
    text = reading.source.text
    found: list[Mention[Quotation]] = []
    carried: _Segment | None = None
    for paragraph in _paragraphs(reading):
        span = paragraph.span
        segments = list(_segments(span.of(text), span.start))
        groups = list(_joined(sorted(s for s in segments if s.depth == 0), paragraph, text))
        previous = found[-1].value if found else None
        for group in groups:
            follows = carried is not None and group[0].start <= span.start + 1 and bool(found)
            carried = None
            if follows:
                last = found.pop()
                quotation = _with_part(last.value, group, text)
                found.append(
                    Mention("quotation", quotation, last.span.joined(_outer(group)), _core(quotation), last.rule)
                )
            else:
                mention = _quotation(group, paragraph, text, previous, first=not found)
                if mention is None:
                    continue
                found.append(mention)
            previous = found[-1].value
            carried = group[-1] if group[-1].open_ended else None
        found += _nested([s for s in segments if s.depth > 0], text)
    return sorted(found, key=lambda m: m.core)


def _paragraphs(reading: Reading) -> Iterator[_Paragraph]:
    held: list[Passage] = []
    for passage in reading.passages:
        if held and passage.paragraph != held[-1].paragraph:
            yield _Paragraph(tuple(held))
            held = []
        held.append(passage)
    if held:
        yield _Paragraph(tuple(held))


def _joined(segments: list[_Segment], paragraph: _Paragraph, text: str) -> Iterator[list[_Segment]]:
    """Segments that only "she said" parts, within one sentence, are one quotation."""
    group: list[_Segment] = []
    for segment in segments:
        if group and not _goes_on(group[-1], segment, paragraph, text):
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _goes_on(last: _Segment, segment: _Segment, paragraph: _Paragraph, text: str) -> bool:
    """Whether a part continues the one before: "We are not leaving," she said, "we are waiting."."""
    gap = text[last.end + 1 : segment.start - 1]
    ended = text[last.end - 1 : last.end] in {".", "?", "!", "…"}
    begins = text[segment.start : segment.end].lstrip()[:2]
    if len(gap) > 160 or not gap.rstrip().endswith((",", "–", "—")) or (ended and begins[:1].isupper()):
        return False
    verbs = [t for t in paragraph.tokens(last.end + 1, segment.start - 1) if _says(t, paragraph)]
    anew = begins[:1].isupper() and begins[:2] not in {"I ", "I’", "I'"} and " and " in gap
    return len(verbs) >= 1 and not (anew or (len(verbs) > 1 and begins[:1].isupper()))


def _says(token: Token, paragraph: _Paragraph) -> bool:
    """Whether a verb introduces somebody's words: "she said", "as the minister put it"."""
    if token.lemma == "put":
        return any(t.lemma == "it" for t in paragraph.tokens(token.end, token.end + 4))
    return token.lemma in _SAYING


def _outer(group: list[_Segment]) -> Span:
    return Span(group[0].start - 1, group[-1].end + (0 if group[-1].open_ended else 1))


def _quotation(
    group: list[_Segment],
    paragraph: _Paragraph,
    text: str,
    previous: Quotation | None,
    *,
    first: bool,
) -> Mention[Quotation] | None:
    parts = _parts(group, text)
    words = tuple(w for part in parts for w in words_of(part.of(text)))
    if not words:
        return None
    speaker = _speaker(group, paragraph, None if first else previous)
    printed = " ".join(part.of(text).strip() for part in parts)
    quotation = Quotation(words, printed, speaker.name, speaker.text, speaker.span, parts, speaker.referred)
    outer = _outer(group)
    whole = outer.joined(speaker.span) if speaker.span else outer
    return Mention("quotation", quotation, whole, _core(quotation), "split" if len(parts) > 1 else "whole")


def _core(quotation: Quotation) -> Span:
    return Span(quotation.parts[0].start, quotation.parts[-1].end)


def _parts(group: list[_Segment], text: str) -> tuple[Span, ...]:
    """The places of the words without the space and the last comma inside the marks."""
    spans = [_trimmed(segment, text, " ") for segment in group[:-1]]
    return (*spans, _trimmed(group[-1], text, " ,"))


def _trimmed(segment: _Segment, text: str, ending: str) -> Span:
    words = text[segment.start : segment.end]
    lead = len(words) - len(words.lstrip())
    return Span(segment.start + lead, max(segment.start + lead, segment.start + len(words.rstrip().rstrip(ending))))


def _with_part(before: Quotation, group: list[_Segment], text: str) -> Quotation:
    parts = _parts(group, text)
    words = tuple(w for part in parts for w in words_of(part.of(text)))
    return Quotation(
        before.words + words,
        " ".join((before.text, *(part.of(text).strip() for part in parts))),
        before.speaker,
        before.speaker_text,
        before.speaker_span,
        before.parts + parts,
        before.referred,
    )


def _nested(segments: list[_Segment], text: str) -> list[Mention[Quotation]]:
    """Quotations inside quotations: the words of somebody whom the speaker quotes."""
    found = []
    for segment in segments:
        span = _trimmed(segment, text, " ,")
        if words := words_of(span.of(text)):
            quotation = Quotation(words, span.of(text), parts=(span,))
            found.append(Mention("quotation", quotation, Span(span.start - 1, span.end + 1), span, "nested"))
    return found


def _speaker(group: list[_Segment], paragraph: _Paragraph, previous: Quotation | None) -> _Speaker:
    """Who is said to speak: between the parts, after the quotation, before it, or who spoke before in the paragraph."""
    whole = paragraph.span
    inside = [p for p in paragraph.passages if p.span.start <= group[-1].end <= p.span.end]
    sentence_end = inside[-1].span.end if inside else group[-1].end
    after = (group[-1].end + 1, min(sentence_end, group[-1].end + _REACH))
    start = max((p.span.start for p in paragraph.passages if p.span.start < group[0].start), default=whole.start)
    if previous is not None and previous.parts:
        start = max(start, previous.parts[-1].end + 1)
    start = max(start, group[0].start - _REACH)
    windows = [(a.end + 1, b.start - 1) for a, b in pairwise(group)]
    windows += [after, (start, group[0].start - 1)]
    for begin, end in windows:
        # Of several verbs before a quotation the last introduces it.
        last = end < group[0].start
        if end - begin > 2 and (said := _said_by(paragraph, begin, end, previous, last=last)) is not None:
            return said
    sentence = group[0].end - group[0].start > 12
    if previous is not None and sentence and previous.parts and previous.parts[0].within(whole):
        return _Speaker(previous.speaker, previous.speaker_text, previous.speaker_span, previous.referred)
    return _Speaker()


_REACH = 800
"""Characters round a quotation within which its speaker is looked for."""
_RECALLED = 2_000
"""Characters before a "she said" within which she is named."""
_ADDRESSING = word_set("tell ask remind warn assure")
"""Verbs whose object is who is spoken to: "the judge told Orban"."""


def _said_by(paragraph: _Paragraph, begin: int, end: int, previous: Quotation | None, *, last: bool) -> _Speaker | None:
    """Whose words the first verb of saying in a stretch gives, or the last: a name's, a pronoun's, a noun's."""
    tokens = paragraph.tokens(begin, end)
    verbs = [t for t in tokens if t.pos in {"VERB", "AUX"} and _says(t, paragraph)]
    verb = verbs[-1 if last else 0] if verbs else None
    if verb is None:
        return _according_to(paragraph, tokens, begin, end)
    people = [f for f in paragraph.names(begin, end) if f.name.type not in {"place"} or f.rule == "preposition"]
    after = [
        f for f in people if 0 <= f.span.start - verb.end <= 2 or (f.name.titles and 0 <= f.span.start - verb.end <= 6)
    ]
    before = [f for f in people if f.core.end <= verb.start]
    subjects = [t for t in tokens if t.dep in _SUBJECTS and t.start < verb.start]
    # "Ana Sousa, who runs the office in Osa, had told them" has two subjects, and one of them is of this verb.
    subject = next((t for t in reversed(subjects) if t.head == verb.i), next(reversed(subjects), None))
    spoken_to = verb.lemma in _ADDRESSING and subject is not None
    chosen = ([] if spoken_to else _titled(after, people)) or _subject(before, subject, verb)
    if chosen:
        return _Speaker(chosen[0].name, chosen[0].name.text, chosen[0].core)
    pronouns = (t for t in tokens if t.lemma in {"he", "she", "they"} and t.dep == "nsubj")
    if any(abs(t.start - verb.start) < 40 for t in pronouns):
        return _antecedent(paragraph, begin, previous)
    return _described(tokens, verb)


def _described(tokens: list[Token], verb: Token) -> _Speaker | None:
    """A speaker without a name: "a spokeswoman", "the ministry"."""
    nouns = [
        t for t in tokens if t.pos in {"NOUN", "PROPN"} and t.text.islower() and (t.dep == "nsubj" or _speaks(t.lemma))
    ]
    noun = min(nouns, key=lambda t: abs(t.start - verb.start), default=None)
    if noun is None:
        return None
    det = next((t for t in tokens if t.end + 1 == noun.start and t.pos in {"DET", "ADJ", "NUM"}), noun)
    return _Speaker(None, " ".join(dict.fromkeys((det.text, noun.text))), det.span.joined(noun.span))


def _titled(after: list[Found], people: list[Found]) -> list[Found]:
    """The first name after a verb, or the one that it is part of the title of: "said Mission Director Ana Sousa"."""
    for found in after[:1]:
        joined = [f for f in people if f.name.titles and f.span.start == found.span.end + 1]
        return joined or [found]
    return []


def _speaks(lemma: str) -> bool:
    return lemma in OFFICE_NOUNS or lexicon.person_noun(lemma)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def _subject(before: list[Found], subject: Token | None, verb: Token) -> list[Found]:
    """Of the names before a verb of saying the one that is its subject, or stands beside it; else the nearest."""
    if subject is not None:
        beside = [
            f for f in before if f.core.start <= subject.start < f.core.end or 0 < f.span.start - subject.end <= 2
        ]
        if beside or (subject.pos in {"NOUN", "PRON"} and subject.tag not in {"WP", "WDT"}):
            return beside[-1:]
    persons = [f for f in before if not kind_of(f.name.words)]
    return [f for f in persons[-1:] if verb.start - f.core.end < 60]


def _according_to(paragraph: _Paragraph, tokens: list[Token], begin: int, end: int) -> _Speaker | None:
    cue = next((t for t in tokens if t.lemma in {"accord", "according"}), None)
    people = paragraph.names(begin, end) if cue is not None else []
    return _Speaker(people[0].name, people[0].name.text, people[0].core) if people else None


def _antecedent(paragraph: _Paragraph, begin: int, previous: Quotation | None) -> _Speaker | None:
    earlier = [
        f for f in paragraph.names(max(paragraph.span.start, begin - _RECALLED), begin) if not kind_of(f.name.words)
    ]
    known = any(f.name.type == "person" for f in earlier)
    people = [f for f in earlier if f.name.type == "person" or (len(f.name.words) == 2 and not f.name.type)]
    people = people if known else people[:1]
    here = previous is not None and previous.parts and previous.parts[0].within(paragraph.span)
    noun = None if here or people else _last_person(paragraph, begin)
    if noun is not None:
        return _Speaker(None, f"the {noun.text}", noun.span, referred=True)
    if previous is not None and previous.speaker is not None and (here or not people):
        return _Speaker(previous.speaker, previous.speaker_text, previous.speaker_span, referred=True)
    return _Speaker(people[-1].name, people[-1].name.text, people[-1].core, referred=True) if people else None


_APART = 700
"""Characters between two stretches of one speaker's words that may be one quotation."""
_STRETCHES = 3


def joined(mentions: Sequence[Mention[Quotation]]) -> Iterator[Mention[Quotation]]:
    """What somebody is quoted with in several stretches, as one quotation.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> text = '"It did not fall in a day," Ana Sousa said. "It fell in a year."'
    >>> [m.value.text for m in joined(find_all(read(Source("a", text))))]
    ['It did not fall in a day It fell in a year.']
    """
    said = [m for m in mentions if m.rule != "nested"]
    for first in range(len(said)):
        whole = said[first]
        for more in said[first + 1 : first + _STRETCHES]:
            apart = more.span.start - whole.span.end > _APART
            if apart or same_speaker(more.value, said[first].value) is Same.DIFFERENT:
                break
            value = replace(
                whole.value,
                words=whole.value.words + more.value.words,
                text=f"{whole.value.text} {more.value.text}",
                parts=whole.value.parts + more.value.parts,
            )
            whole = Mention("quotation", value, whole.span.joined(more.span), whole.core.joined(more.core), JOINED)
            yield whole


JOINED = "joined"
"""How several stretches are read as one quotation."""


def _last_person(paragraph: _Paragraph, begin: int) -> Token | None:
    """The somebody without a name whom the sentences before are about: "the minister", whom "she" stands for."""
    found, quoted = None, False
    for token in paragraph.tokens(max(paragraph.span.start, begin - _RECALLED), begin):
        if token.text in _PAIRS or token.text in _CLOSING or token.text in _STRAIGHT:
            quoted = token.text in _PAIRS or (token.text in _STRAIGHT and not quoted)
        elif not quoted and token.pos == "NOUN" and token.dep in _SUBJECTS and _speaks(token.lemma):
            found = token
    return found


def plain(quotation: Quotation) -> str:
    """The speaker and the words, as printed.

    >>> plain(Quotation(("we", "go"), "We go", speaker_text="the minister"))
    'The minister: "We go"'
    """
    who = quotation.speaker_text
    return f'{who[0].upper()}{who[1:]}: "{quotation.text}"' if who else f'"{quotation.text}"'


def same_speaker(source: Quotation, fact: Quotation) -> Same:
    """Whether two quotations are of one speaker; MAYBE where either does not say.

    >>> noordam = Quotation(("no",), speaker=Name(("pieter", "noordam")))
    >>> same_speaker(noordam, Quotation(("no",), speaker=Name(("noordam",))))
    <Same.SAME: 'same'>
    """
    if source.speaker is None or fact.speaker is None:
        return Same.MAYBE
    return same(source.speaker, fact.speaker)


def relate(source: Quotation, fact: Quotation) -> Relation | None:
    """How a source's quotation relates to a fact's; None where they are different utterances.

    >>> def said(text):
    ...     return Quotation(words_of(text), text)
    >>> relate(said("We'll stay, whatever happens"), said("we will stay"))
    <Relation.ENTAILS: 'entails'>
    >>> relate(said("You can pour concrete into a gale."), said("You cannot pour concrete into a gale."))
    <Relation.EXCLUDES: 'excludes'>
    >>> relate(said("The rain has stopped."), said("You cannot pour concrete into a gale."))
    """
    by = same_speaker(source, fact)
    found = _compared(source.words, fact.words, _openings(source.text))
    if by is not Same.DIFFERENT:
        return found
    if len(fact.words) < _UNMISTAKABLE or found in (None, Relation.COMPATIBLE):
        return None
    if found is Relation.EXCLUDES:
        # For whom "she" stands is a guess; who says the claim's very words with a "not" is its speaker.
        return found if source.referred and _nots(source.words) != _nots(fact.words) else None
    return Relation.COMPATIBLE if source.referred or fact.referred else Relation.EXCLUDES


def same_words(source: Quotation, fact: Quotation) -> bool:
    """Whether two quotations are of the same words, in whatever order.

    >>> same_words(Quotation(words_of("a gift and no debt")), Quotation(words_of("a debt and no gift")))
    True
    """
    return sorted(source.words) == sorted(fact.words)


_UNMISTAKABLE = 7
"""So many words are hardly said twice, and fewer may be somebody else's too."""


_STOP = re.compile(r"[.!?][”’\"')]?\s+(?=[\W_]?[^\W\d_a-z])")


def _openings(text: str) -> tuple[int, ...]:
    """Which of a quotation's words begin its sentences.

    >>> _openings("It is of no use. We will stay.")
    (0, 5)
    """
    ends = [0, *(match.end() for match in _STOP.finditer(text))]
    return tuple(accumulate((len(words_of(text[a:b])) for a, b in pairwise(ends)), initial=0))


def _compared(source: Words, fact: Words, openings: Sequence[int]) -> Relation | None:
    if not source or not fact:
        return None
    if _holds(source, fact):
        return Relation.COMPATIBLE if _turned(source, fact, openings) else Relation.ENTAILS
    if len(source) >= 3 and _holds(fact, source):
        return Relation.ENTAILS if _all_but_subject(source, fact) else Relation.COMPATIBLE
    if _reversed(source, fact) or _swapped(_window(source, fact), fact):
        return Relation.EXCLUDES
    if any(
        _turned_about(said, fact) or _denies(said, fact) or _unsaid(said, fact) for said in _sentences(source, openings)
    ):
        return Relation.EXCLUDES
    common = len(set(source) & set(fact))
    if common < min(2, len(fact)) or len(fact) < 3 or fuzz.partial_ratio(" ".join(fact), " ".join(source)) < 60:
        return None
    window = _window(source, fact)
    return _differing(window, fact)


_SUBJECT = word_set("i we you he she it they this that")
_TELLING = 3
"""How many words of content make a part of a quotation the quotation."""


def _all_but_subject(part: Words, whole: Words) -> bool:
    """Whether a part of a quotation leaves out only how it begins, which then stands outside the marks.

    >>> _all_but_subject(words_of("the longest night of my life"), words_of("It was the longest night of my life"))
    True
    >>> _all_but_subject(words_of("see the longest night"), words_of("We did not see the longest night"))
    False
    """
    begun = whole[: len(whole) - len(part)]
    content = [w for w in part if w not in _LIGHT]
    return whole[len(begun) :] == part and len(content) >= _TELLING and all(w in _LIGHT | _SUBJECT for w in begun)


def _holds(words: Words, part: Words) -> bool:
    """Whether the words of ``part`` stand in ``words``, in order, unbroken but for its gaps."""
    at = 0
    for piece in _pieces(part):
        size = len(piece)
        at = next((i + size for i in range(at, len(words) - size + 1) if words[i : i + size] == piece), -1)
        if at < 0:
            return False
    return True


def _pieces(words: Words) -> list[Words]:
    pieces: list[list[str]] = [[]]
    for word in words:
        if word == GAP:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [tuple(piece) for piece in pieces if piece]


def _turned(source: Words, fact: Words, openings: Sequence[int]) -> bool:
    """Whether the source's fuller words turn round the part that the fact quotes: "I doubt that | we will stay"."""
    first = _pieces(fact)[:1]
    if not first:
        return True
    size = len(first[0])
    at = next((i for i in range(len(source) - size + 1) if source[i : i + size] == first[0]), 0)
    begun = max(opening for opening in openings if opening <= at)
    return any(word in _DOUBTS for word in source[max(begun, at - 4) : at])


def _reversed(source: Words, fact: Words) -> bool:
    """Whether the same words are put so that another of them is denied: "not to wait, to score"."""
    ours, theirs = (sorted(w for w in words if w not in _LIGHT) for words in (fact, source))
    if ours != theirs or len(ours) < 3:
        return False
    # What is denied may end with its sentence in one and go on in the other: "not giving" is "not giving back" begun.
    both = zip(_denied(source), _denied(fact), strict=True)
    return any(bool(a) is not bool(b) or a[: len(b)] != b[: len(a)] for a, b in both)


def _swapped(source: Words, fact: Words) -> bool:
    """Whether two words have changed places and nothing else has: "short of soap and not of doctors", the other way."""
    if len(source) != len(fact):
        return False
    apart = [(a, b) for a, b in zip(source, fact, strict=True) if a != b]
    return len(apart) == 2 and apart[0] == apart[1][::-1] and not {*apart[0]} & _LIGHT


def _sentences(words: Words, openings: Sequence[int]) -> Iterator[Words]:
    yield from (words[a:b] for a, b in pairwise((*openings, len(words))) if a < b)


_PIVOTS = word_set("than before after because until unless without instead ahead behind")
"""Words between two things that do not change places."""
_MEASURING = frozenset({"more", "less"})
_SELF = {"us": "we", "them": "they", "me": "i", "him": "he"}


def _turned_about(source: Words, fact: Words) -> bool:
    """Whether the same words stand on the other side of a "than" or "before".

    >>> _turned_about(words_of("They heard us before we saw them"), words_of("We saw them before they heard us"))
    True
    >>> _turned_about(words_of("Before they heard us we saw them"), words_of("We saw them before they heard us"))
    False
    """
    theirs, ours = _sides(source), _sides(fact)
    if theirs is None or ours is None or theirs[0] != ours[0]:
        return False
    (_, their_first, their_last), (_, our_first, our_last) = theirs, ours
    if sorted(their_first + their_last) != sorted(our_first + our_last) or their_first == our_first:
        return False
    if (their_first, their_last) == (our_last, our_first):
        return True
    return bool({*our_first} - {*their_first}) and bool({*our_last} - {*their_last})


def _sides(words: Words) -> tuple[str, Words, Words] | None:
    """The one such word of a sentence, and the words of content before and after it."""
    at = [i for i, word in enumerate(words) if word in _PIVOTS]
    if len(at) != 1:
        return None
    before, after = (
        tuple(_SELF.get(w, w) for w in part if w not in _LIGHT and w not in _MEASURING)
        for part in (words[: at[0]], words[at[0] + 1 :])
    )
    return words[at[0]], before, after


def _denies(source: Words, fact: Words) -> bool:
    """Whether one says in full what is a part of the other, which has a "not" in it.

    >>> _denies(words_of("This is an exit"), words_of("This is not an exit, but a door"))
    True
    >>> _denies(words_of("I mind the rain"), words_of("I do not mind the rain, but the wind"))
    True
    >>> _denies(words_of("This is a door"), words_of("This is not an exit, but it is a door"))
    False
    """
    return _denied_within(source, fact) or _denied_within(fact, source)


_ANY = word_set("any anybody anyone anything some somebody someone something everybody everyone everything to")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|s)$")


def _unsaid(source: Words, fact: Words) -> bool:
    """Whether the same is said with another number of "nots": "we failed, and so did they", "we failed, they did not".

    >>> _unsaid(words_of("We won a seat and a town"), words_of("We won a seat, not a town"))
    True
    """
    if _PIVOTS & {*source, *fact}:
        return False
    ours, theirs = (
        sorted(
            {
                _ENDING.sub("", _SELF.get(w, w))
                for w in words
                if w not in _LIGHT and w not in _LIMITS and w not in _ANY and w not in _DO
            }
        )
        for words in (fact, source)
    )
    return len(ours) >= 3 and ours == theirs and _nots(source) != _nots(fact)


def _nots(words: Words) -> int:
    return sum(word in _NEGATIONS for word in words)


_DO = frozenset({"do", "does", "did"})


def _denied_within(plain: Words, whole: Words) -> bool:
    size = len(plain)
    if size < 3 or not any(w not in _LIGHT and len(w) > 2 for w in plain) or _NEGATIONS & {*plain}:
        return False
    for at, word in enumerate(whole):
        if word != "not":
            continue
        end = at - 1 if at and whole[at - 1] in _DO else at
        for before in range(1, min(size, end + 1)):
            if whole[end - 1] != plain[before - 1]:
                continue  # most places are ruled out by one word
            if whole[end - before : end] == plain[:before] and whole[at + 1 : at + 1 + size - before] == plain[before:]:
                return True
    return False


def _denied(words: Words) -> list[Words]:
    """For each "not" the two words of content after it."""
    rests = (words[i + 1 :] for i, word in enumerate(words) if word in _NEGATIONS)
    return sorted(tuple(w for w in rest if w not in _LIGHT and w not in _LIMITS)[:2] for rest in rests)


def _window(source: Words, fact: Words) -> Words:
    """The part of a longer source that is most like the fact."""
    if len(source) <= len(fact) + 3:
        return source
    aligned = fuzz.partial_ratio_alignment(" ".join(fact), " ".join(source))
    if aligned is None:
        return source
    starts, at = [], 0
    for word in source:
        starts.append(at)
        at += len(word) + 1
    inside = [
        i for i, start in enumerate(starts) if start + len(source[i]) > aligned.dest_start and start < aligned.dest_end
    ]
    return source[inside[0] : inside[-1] + 1] if inside else source


def _differing(source: Words, fact: Words) -> Relation | None:
    """What a word-by-word comparison of two alike quotations shows."""
    blocks = [op for op in Indel.opcodes(source, fact) if op.tag != "equal"]
    kept = len(fact) - sum(op.dest_end - op.dest_start for op in blocks)
    if kept < 3 or kept / len(fact) < 0.6 or kept / len(source) < 0.5:
        return None
    lost = [w for op in blocks for w in source[op.src_start : op.src_end]]
    gained = [w for op in blocks for w in fact[op.dest_start : op.dest_end]]
    lost, gained = _uncancelled(lost, gained), _uncancelled(gained, lost)
    if GAP in lost or GAP in gained:
        return Relation.COMPATIBLE
    if _count(lost, _LIMITS) != _count(gained, _LIMITS) and (_negated(lost) != _negated(gained) or (lost and gained)):
        return Relation.EXCLUDES if _shares_content(source, fact) else None
    figures = _figures(source), _figures(fact)
    if figures[0] != figures[1]:
        return Relation.EXCLUDES if len(figures[0]) == len(figures[1]) else Relation.COMPATIBLE
    heavy_lost, heavy_gained = [w for w in lost if w not in _LIGHT], [w for w in gained if w not in _LIGHT]
    if not heavy_lost and not heavy_gained:
        return Relation.ENTAILS
    if heavy_lost and heavy_gained:
        if all(any(lexicon.kinship(g, w) >= lexicon.SYNONYM for w in heavy_lost) for g in heavy_gained):
            return Relation.COMPATIBLE
        alike = kept / len(fact) >= 0.7 and kept >= 4 and _shares_content(source, fact)
        return Relation.EXCLUDES if alike else None
    return Relation.COMPATIBLE


def _uncancelled(words: list[str], others: list[str]) -> list[str]:
    """The words that have no form of themselves on the other side."""
    return [w for w in words if not any(_one_word(w, o) for o in others if o not in words)]


def _one_word(a: str, b: str) -> bool:
    return (
        min(len(a), len(b)) >= 4
        and a[: min(len(a), len(b)) - 1] == b[: min(len(a), len(b)) - 1]
        and abs(len(a) - len(b)) <= 2
    )


def _count(words: list[str], table: frozenset[str]) -> list[str]:
    return sorted(w for w in words if w in table)


def _negated(words: list[str]) -> bool:
    return sum(w in _NEGATIONS for w in words) % 2 == 1


def _figures(words: Sequence[str]) -> list[str]:
    return [w for w in words if w[0].isdigit()]


def _shares_content(source: Words, fact: Words) -> bool:
    return any(w in source and w not in _LIGHT and w not in _LIMITS and len(w) > 2 for w in fact)
