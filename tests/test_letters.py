"""Letters that are others once case is ignored: the long s of old prints, the Kelvin sign, dotted and dotless i."""

from datetime import date

import pytest

from secondsource.judging.stated import stated_in
from secondsource.language import read
from secondsource.sources import Source
from secondsource.values.marking import mark

TEXTS = (
    "On Thursday at six pm some 1.5 million tickets were sold, two-thirds of them since January the thirty-first.",
    "As of 30 June this year one in six of the firms had closed; they signed two minutes after the first vote.",
    "By 60 votes to 34 it passed last spring, and he was fined 2,000 kroner plus costs on New Year's Eve 2019.",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("letter", "odd"), [("s", "ſ"), ("i", "İ"), ("i", "ı"), ("k", "\u212a")])
def test_they_are_read_as_those(text, letter, odd):
    def values(written):
        reading = read(Source("a", written, published=date(2024, 3, 6)))
        kept = reading.passages[0].text.lower()
        return kept, [
            (m.kind, m.span) for found in mark(reading) for name in kinds(found) for m in getattr(found, name)
        ]

    assert values(text.replace(letter, odd)) == values(text.replace(letter, odd.translate(PLAIN)))
    assert stated_in(text.replace(letter, odd)) == stated_in(text.replace(letter, odd.translate(PLAIN)))


PLAIN = str.maketrans("ſ\u212aİı", "sKIi")


def kinds(found):
    return [name for name in type(found).__dataclass_fields__ if isinstance(getattr(found, name), tuple)]
