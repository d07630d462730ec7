"""Documents: what was published, where, when, and its sentences by place."""

from secondsource.sources.document import Source
from secondsource.sources.sentences import Kind, Sentence, sentences
from secondsource.sources.span import Span

__all__ = ["Kind", "Sentence", "Source", "Span", "sentences"]
