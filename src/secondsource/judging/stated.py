"""The figures that a text states, in plain numbers: what a chart draws needs no grammar once it has been read."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.grammar.possibilities import Interval


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of a text: what was stated, and every number that its words leave open."""

    sort: str
    """What it is there for, and its currency: figures of one sort can be drawn in one chart."""
    number: float
    leaves: Interval
    label: str
    """The figure in a few characters, without its unit."""
    is_share: bool = False
    """Whether it is a part of a whole, and reads as per cent."""


def stated_in(text: str, tolerance: float | None = None) -> tuple[Stated, ...]:
    """The figures of a text, with a fact's own tolerance if it has one.

    >>> [(found.label, found.leaves.low) for found in stated_in("More than 700 officers left, a third of them women.")]
    [('more than 700', 700.0), ('33.333%', 0.328333)]
    """
    from secondsource.grammar.figures import Figure, Role, figures  # 0.1 s, paid only where a text is read anew
    from secondsource.language.parser import plain_letters

    def is_share(figure: Figure) -> bool:
        return figure.role in (Role.SHARE, Role.FRACTION)

    def label(figure: Figure) -> str:
        if is_share(figure):
            return f"{figure.quantity.stated:.3%}".replace(".000", "").replace("00%", "%")
        return figure.quantity.plain()

    return tuple(
        Stated(
            f"{figure.role} {figure.currency}",
            figure.quantity.stated,
            figure.quantity.leaves() if tolerance is None else figure.quantity.leaves(tolerance),
            label(figure),
            is_share(figure),
        )
        for figure in figures(plain_letters(text))
    )
