"""Facts and dossiers: YAML to :class:`Fact`, with the file and line of every fault."""

from secondsource.facts.fact import Acceptance, Fact, Place
from secondsource.facts.reading import read

__all__ = ["Acceptance", "Fact", "Place", "read"]
