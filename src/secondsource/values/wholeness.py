"""Whether a text says that a list is whole: "only", "consists of", a count that fits, nobody else."""

from __future__ import annotations

from secondsource.grammar.number_words import WORDS
from secondsource.grammar.proper import Found, spot
from secondsource.grammar.wordlist import Words, phrases, word_set
from secondsource.language.clauses import subject_of
from secondsource.language.tokens import Passage
from secondsource.values.exclusion import NOBODY

NUMBERS = {word: number for word, number in WORDS.items() if 1 < number <= 14}
"""The words for how many are on a list."""
_ONLY = word_set("only alone solely exclusively just merely")
_OPEN = word_set(
    "including include includes notably especially particularly like e.g. mainly chiefly mostly example instance"
)
OTHERS = word_set("other others etc elsewhere more")
"""Words that end a list in those whom it does not name."""
_WHOLE = phrases("consists of, consist of, consisting of, consisted of, composed of, made up of")
_MAKES_UP = phrases("make up the, makes up the, made up the, form the, formed the, constitute the, constituted the")
_MUCH = word_set("bulk majority most rest remainder core backbone basis heart part")
"""What may be made up by some of it, or by others."""
_NOBODY_ELSE = phrases(
    "no other, no others, nobody else, no one else, nowhere else, nothing else, none else, and no more,"
    "that is all, that was all, that 's all, that is the whole, that is the lot, that was the lot"
)
_NOT = word_set("not n't n’t never")
_ELSE = word_set("else elsewhere other others")
_CLOSING = 12
"""Words within which a sentence that opens with "none" says "elsewhere"."""
_UNTOLD = word_set("known said clear certain reported told")
_THEM = word_set("them whom which these those")
_WHENCE = word_set("from to in at by is are was were come comes came go goes went")
_ANNOUNCED = 40
"""Words before a list among which its count stands: "seven states, the minister said on Friday, will pay: ..."."""


def closes(low: list[str]) -> bool:
    """Whether a sentence says of nobody else what the one before said.

    >>> closes("none has been found anywhere else".split()), closes("none has been found".split())
    (True, False)
    """
    if any(tuple(low[: len(words)]) == words for words in _NOBODY_ELSE):
        return True
    if low[:1] == ["nothing"] and not _UNTOLD.isdisjoint(low):
        return False  # "nothing else is known of it"
    return bool(low) and low[0] in NOBODY and not _ELSE.isdisjoint(low[1:_CLOSING])


def says_whole(low: list[str]) -> bool:
    """Whether a sentence says of some that there are no others, wherever it gives their names.

    >>> says_whole("ours was for it , the only one of the three".split()), says_whole("ours was for it".split())
    (True, False)
    """
    return bool(_ONLY & set(low)) or any(_stands(words, low) for words in _NOBODY_ELSE) or "none" in low


def besides(passage: Passage, low: list[str]) -> tuple[Found, ...]:
    """Those whom a sentence opens with and who are on its list as well: "Apart from Osa, the members are ...".

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> [passage] = read(Source("a", "Apart from Osa, the members are Lund and Marsk.")).passages
    >>> [found.name.text for found in besides(passage, [t.text.lower() for t in passage.tokens])]
    ['Osa']
    """
    opener = next((words for words in _BESIDES if tuple(low[: len(words)]) == words), None)
    if opener is None or "," not in low:
        return ()
    end = passage.tokens[low.index(",")].start
    if {"all", "every", "each", "no"} & set(low[low.index(",") : low.index(",") + 3]):
        return ()  # "apart from Osa, all members paid"
    return tuple(found for found in spot(passage) if found.core.end <= end)


_BESIDES = phrases(
    "apart from, aside from, besides, in addition to, as well as, other than, along with, together with, next to"
)


def complete(passage: Passage, low: list[str], first: int, end: int, size: int) -> tuple[bool, str]:
    """Whether the words round a list of so many members say that it is whole, and by what.

    >>> from secondsource.language import read
    >>> from secondsource.sources import Source
    >>> def say(text, first, end, size):
    ...     [passage] = read(Source("a", text)).passages
    ...     return complete(passage, [t.text.lower() for t in passage.tokens], first, end, size)
    >>> say("Only Nepal and Chad pay.", 1, 4, 2), say("Nepal and Chad are the only ones to pay.", 0, 3, 2)
    ((True, 'only'), (True, 'only'))
    >>> say("States such as Nepal and Chad pay.", 3, 6, 2), say("Nepal and Chad pay.", 0, 3, 2)
    ((False, 'including'), (False, 'open'))
    """
    first -= first > 0 and low[first - 1] in {"a", "an", "the"}
    before, after = low[max(0, first - 4) : first], low[end : end + 4]
    announcing = low[max(0, first - _ANNOUNCED) : first]
    if any(_stands(words, low[end : end + 14]) for words in _NOBODY_ELSE):
        return True, "no other"
    if _OPEN & set(before) or OTHERS & set(after) or before[-2:] == ["such", "as"] or before[-2:] == ["among", "them"]:
        return False, "including"
    merely = not _NOT & set(before) and bool(_ONLY & set(before))
    merely |= before[-1:] == ["but"] and (
        bool(NOBODY & set(before[-2:-1])) or before[-3:-2] == ["no"]
    )  # "no state but"
    if merely or _ONLY & set(after[:1]) or (_stands(("the", "only"), announcing) and _BE & set(before)):
        return True, "only"
    if (said := _said_after(after, size)) is not None:
        return True, said
    if any(_stands(words, before) for words in _WHOLE):
        return True, "consists of"
    if any(value(word) == size for word in announcing) and _counted(passage, low, first, size):
        return True, "count"
    if _all_of_them(announcing):
        return True, "all"
    if size > 2 and _is_all_there_are(passage, low, first):
        return True, "the"
    both = "both" in (*before[-1 - (before[-1:] == ["the"]) :], *after[:2])
    return False, "both" if both else "open"


def _said_after(after: list[str], size: int) -> str | None:
    """By what the words right behind a list say that it is whole: "are the only donors", "are the three donors",
    "made up the bench"."""
    if after[:1] != [] and (after[0] in _BE or after[0] == ","):
        if after[1:2] and after[1] in _OWNING and after[2:3] == ["only"]:
            return "only"
        if after[1:2] == ["the"] and after[2:3] and value(after[2]) == size:
            return "count"
    makes_up = any(tuple(after[: len(words)]) == words for words in _MAKES_UP)
    return "consists of" if makes_up and _MUCH.isdisjoint(after) else None


def _is_all_there_are(passage: Passage, low: list[str], first: int) -> bool:
    """Whether a list is what a definite plural is said to be: "the candidates were ..."."""
    described = ("NOUN", "ADJ", "DET")  # "the members are the judge Ana Roe and ..."
    verb = next((i for i in range(first - 1, max(-1, first - 4), -1) if passage.tokens[i].pos not in described), -1)
    subject = subject_of(passage, verb) if verb > 0 and low[verb] in _ARE else None
    if subject is None or passage.tokens[subject].tag not in ("NNS", "NNPS"):
        return False
    below = [passage.tokens[c] for c in passage.children[subject]]
    if any(t.dep in ("amod", "relcl", "acl", "nummod") for t in below):
        return False  # "the biggest donors", "the members who stayed" are some of them
    return any(t.lemma == "the" or t.dep == "poss" for t in below)


def _all_of_them(before: list[str]) -> bool:
    """Whether a list is of where all come from or go: "all of them from", "all of which go to"."""
    them = len(before) - 1
    while them > 0 and before[them] in _WHENCE:
        them -= 1
    if before[them - 2 : them] == ["all", "of"] and before[them] in _THEM and them < len(before) - 1:
        return True
    if before[-1:] == ["all"] and _ARE & set(before[-2:-1]):
        return True  # "the foreigners are all Danes or Poles"
    opened = [at for at, word in enumerate(before) if word == "all" and not _NOT_ALL & set(before[:at][-1:])]
    # "All of the dead were Danes and Poles", and not "all the speakers named Danes and Poles".
    return before[-1:] != [] and before[-1] in _ARE and bool(opened) and 1 < len(before) - opened[-1] < _WHOLE_PHRASE


_BE = word_set("is was are were be been has have had remain remained")
_OWNING = word_set("the its their his her our")
_ARE = word_set("is was are were")
_NOT_ALL = word_set("not almost nearly")
_WHOLE_PHRASE = 7
"""Words from "all" to the verb that says what they all were."""


def _stands(words: Words, among: list[str]) -> bool:
    return any(tuple(among[i : i + len(words)]) == words for i in range(len(among) - len(words) + 1))


def value(word: str) -> int:
    """How many a word says that there are; 0 for none that a list has.

    >>> value("seven"), value("12"), value("2024")
    (7, 12, 0)
    """
    return NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else 0)


def _counted(passage: Passage, low: list[str], first: int, size: int) -> bool:
    """Whether a count that fits announces the list: "seven states: ...", "the three contributors, ..."."""
    if low[first - 1] in {":", "–", "—"}:
        return True
    if low[first - 1] in {"are", "were"}:
        return any(value(low[i]) == size and low[i - 1] == "the" for i in range(max(1, first - 6), first))
    counts = [i for i in range(max(0, first - 8), first) if value(low[i]) == size]
    if low[first - 1] == "," and first - 2 in counts and low[first - 3] == "of":
        return True  # "the shortlist was of two, Ana and Ben"
    first -= low[first - 1] in {"from", "in"}  # "two crews came, from Osa and Lund"
    return any(
        low[first - 1] in {",", "("}
        and all(
            passage.tokens[k].pos in _ANNOUNCING or (i and low[i - 1] in _ONLY and passage.tokens[k].pos == "VERB")
            for k in range(i + 1, first - 1)
        )
        for i in counts
        if i + 1 < first - 1
    )


# "Two instruments, X and Y", "two instruments are aboard, X and Y".
_ANNOUNCING = frozenset({"NOUN", "ADJ", "PROPN", "AUX", "ADV", "ADP", "DET"})
