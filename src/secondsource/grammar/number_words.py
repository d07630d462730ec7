"""The words for numbers, and what each stands for."""

from __future__ import annotations

from secondsource.grammar.wordlist import words

UNITS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(TENS)},
    "fourty": 40,
}
_NTHS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_NTIETHS = words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
ORDINALS: dict[str, int] = {
    **{word: rank for rank, word in enumerate(_NTHS, 1)},
    **{word: 20 + 10 * place for place, word in enumerate(_NTIETHS)},
    **{
        f"{tens}-{word}": 20 + 10 * place + rank
        for place, tens in enumerate(TENS)
        for rank, word in enumerate(_NTHS[:9], 1)
    },
}
"""The ordinal numbers in words, up to the ninety-ninth."""
SCALES: dict[str, int] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
