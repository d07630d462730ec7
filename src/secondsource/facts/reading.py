"""Facts files: YAML to :class:`Fact`, every fault of a file at once, each with its line."""

from __future__ import annotations

from pathlib import Path

from secondsource.facts import kept
from secondsource.facts.fact import Fact
from secondsource.facts.written import FactsFile
from secondsource.sources import strict_yaml
from secondsource.sources.errors import Fault, YamlError

CODES = {
    "bad-fact": "A fact, or what is said of it, is not written as a facts file asks.",
    "duplicate-fact": "Two facts of a dossier have the same id; scenarios could not tell them apart.",
    "no-facts": "The file has no facts in it.",
    "needs-too-many": "A fact asks for more supporting sources than the dossier has.",
    "two-titles": "Two files of a dossier give the story different titles or days.",
}
"""What can be wrong with facts, beside what can be wrong with any file (``secondsource.sources.errors.CODES``)."""

MAX_BYTES = 5_000_000
"""A facts file is written by people; what is larger is some other file."""
_TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB, which is too large for a file of facts"


def read(path: Path) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The facts of a file, and everything that is wrong with it.

    A fact without fault is read even where its neighbour has one. The file is a list of facts, or a mapping
    with ``facts`` and, of the story, ``title``, ``as_of``, ``sources_from``.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp(), "mission.yaml")
    >>> _ = path.write_text('''
    ... - id: size
    ...   claim: Kenya sent 144 police officers to Haiti
    ... - id: day
    ...   clam: They left on 6 February 2025
    ... ''')
    >>> facts, faults = read(path)
    >>> [fact.id for fact in facts]
    ['size']
    >>> for fault in faults:
    ...     print(f"{fault.line}: {fault.message} {fault.suggestion}".strip())
    4: a fact needs "claim"
    5: "clam" is not a key of a fact did you mean "claim"?
    """
    file = read_file(path)
    return tuple(written.fact for written in file.written), file.faults


def read_file(path: Path) -> FactsFile:
    """Like :func:`read`, with what the file says of the story and where each part is written."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return FactsFile(path, faults=(Fault(path, 0, "too-large", _TOO_LARGE, "divide it into several files"),))
        text = strict_yaml.text_of(path)
        return kept.known(path, text) or _read(path, text)
    except OSError as error:
        return FactsFile(path, faults=(Fault(path, 0, "unreadable", f"cannot be opened: {error.strerror}"),))
    except YamlError as error:
        return FactsFile(path, faults=error.faults)


def _read(path: Path, text: str) -> FactsFile:
    """A file that was not read before; one with nothing wrong in it need not be checked again."""
    data = strict_yaml.loads(text, path)
    # To describe what may be written costs 120 ms: only what is new pays.
    from secondsource.facts.checking import facts_file

    match data:
        case strict_yaml.Seq():
            read = facts_file(path, data, None)
        case strict_yaml.Map() if "facts" not in data and {"id", "claim"} & set(data):
            message = "a fact stands in a list: begin it with a dash"
            return FactsFile(
                path, faults=(Fault(path, data.line, "bad-fact", message, "write - id: ... and claim: ..."),)
            )
        case strict_yaml.Map():
            facts = data.get("facts")
            read = facts_file(path, facts if isinstance(facts, strict_yaml.Seq) else None, data)
        case None:
            return FactsFile(path, faults=(Fault(path, 0, "no-facts", "the file is empty; it should list facts"),))
        case _:
            return FactsFile(path, faults=(Fault(path, 1, "bad-fact", "a facts file is a list of facts (- id: ...)"),))
    if not read.faults:
        kept.keep(text, read)
    return read
