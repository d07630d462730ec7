"""The pictures of the documentation, from a story as a newsroom begins it, with nothing expected of any source yet:

python docs/images/make.py tests/dossiers/hospital-budget
"""

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from secondsource.check import check
from secondsource.facts import dossier
from secondsource.reporting import formatted

PICTURES = {
    "report.png": {"viewport": {"width": 1200, "height": 1250}, "color_scheme": "light"},
    "report-phone.png": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "device_scale_factor": 2},
}

story = dossier.load(Path(sys.argv[1]))
facts = [replace(fact, expect={}) for fact in story.facts]
report = check(facts, story.sources, title=story.title, as_of=story.as_of)

with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    file = Path(folder) / "index.html"
    file.write_text(formatted(report, "index.html"), encoding="utf-8")
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for name, setting in PICTURES.items():
        page = browser.new_context(**setting).new_page()
        page.goto(file.as_uri())
        page.screenshot(path=Path(__file__).with_name(name))
    browser.close()
