"""What a run found: the one thing that every format is written from."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.facts import Fact, Place
from secondsource.judging import Judgement


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation that was tried: what was asked, what each source said, whether it held.

    ``sentence`` is the step as written ("at least 2 sources say ..."), or empty for a fact that was only checked;
    ``scenario`` and ``place`` say where it is written. ``message`` says in plain words why it did not hold.
    """

    fact: Fact
    judgements: tuple[Judgement, ...]
    held: bool = True
    sentence: str = ""
    scenario: str = ""
    place: Place = Place()
    message: str = ""
