"""Examples that mark their places with brackets: "They sent [144 officers]."."""

from __future__ import annotations

import re

from secondsource.sources import Span


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """An example without its brackets, and the places that they mark."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if piece.startswith("["):
            spans.append(Span(len(text), len(text) + len(piece) - 2))
            piece = piece[1:-1]
        text += piece
    return text, spans
