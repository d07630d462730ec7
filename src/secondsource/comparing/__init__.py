"""Disagreements between sources, and inside one, with no fact written.

Every value of every sentence is put to every source as a claim; what contradicts it is a discrepancy.
"""

from secondsource.comparing.discrepancy import Cited, Discrepancy
from secondsource.comparing.kept import compare

__all__ = ["Cited", "Discrepancy", "compare"]
