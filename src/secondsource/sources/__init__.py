"""Documents: what was published, where, when, and its sentences by place."""

from secondsource.sources.document import Source
from secondsource.sources.errors import Fault, SourceError, YamlError
from secondsource.sources.lines import Kind
from secondsource.sources.provenance import Provenance, Ruling
from secondsource.sources.sentences import Sentence, sentences
from secondsource.sources.span import Span

__all__ = [
    "Fault",
    "Kind",
    "Provenance",
    "Ruling",
    "Sentence",
    "Source",
    "SourceError",
    "Span",
    "YamlError",
    "sentences",
]
