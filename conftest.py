"""What every test sees: pytester for the plugin's own tests, the examples of the documentation and of docstrings."""

import os
from pathlib import Path

import hypothesis  # noqa: F401 - loaded once; its plugin would import it anew in every run inside a test
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

# Parses are kept beside pytest's own cache, in every process that a test starts: never in that of the user.
os.environ.setdefault("SECONDSOURCE_CACHE", str(Path(__file__).parent / ".pytest_cache" / "parses"))

pytest_plugins = ["pytester"]

# Labelled dossiers measure the engine, and the template is a story of its own: neither is a story of this project.
collect_ignore = ["tests/dossiers", "src/secondsource/templates"]

pytest_collect_file = (
    Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"])
    + Sybil(
        parsers=[DocTestParser()],
        patterns=["src/secondsource/**/*.py"],
        excludes=["src/secondsource/templates/**"],
        document_types={".py": PythonDocStringDocument},
    )
).pytest()
