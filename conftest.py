"""What every test sees: pytester for the plugin's own tests, the examples of the documentation and of docstrings."""

import hypothesis  # noqa: F401 - loaded once; its plugin would import it anew in every run inside a test
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

pytest_plugins = ["pytester"]

# Labelled dossiers that tests and benchmarks read: they measure the engine, they are not stories of this project.
collect_ignore = ["tests/dossiers"]

pytest_collect_file = (
    Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"])
    + Sybil(
        parsers=[DocTestParser()],
        patterns=["src/secondsource/**/*.py"],
        excludes=["src/secondsource/templates/**"],
        document_types={".py": PythonDocStringDocument},
    )
).pytest()
