"""The one place that knows the parser: tokens, lemmas, clauses, negation, modality, attribution, and the lexicon."""

from secondsource.language import lexicon
from secondsource.language.parser import read, read_all, warm
from secondsource.language.tokens import Passage, Reading, Token

__all__ = ["Passage", "Reading", "Token", "lexicon", "read", "read_all", "warm"]
