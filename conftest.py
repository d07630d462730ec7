"""What every test sees: pytester for the plugin's own tests, the examples of the documentation and of docstrings."""

import os
from pathlib import Path

import hypothesis
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

# Parses are kept beside pytest's own cache, in every process that a test starts: never in that of the user.
os.environ.setdefault("SECONDSOURCE_CACHE", str(Path(__file__).parent / ".pytest_cache" / "parses"))

# A busy machine is no fault of a law: what must not take long has a test of its own, by the processor's time.
# (Imported here once, too: its plugin would import it anew in every run inside a test.)
hypothesis.settings.register_profile("busy machine", deadline=None)
hypothesis.settings.load_profile("busy machine")

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
