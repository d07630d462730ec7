"""The pictures of the documentation, from a report: python docs/images/make.py reports/index.html"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = {
    "report.png": {"viewport": {"width": 1200, "height": 1250}, "color_scheme": "light"},
    "report-phone.png": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "device_scale_factor": 2},
}

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for name, setting in PICTURES.items():
        page = browser.new_context(**setting).new_page()
        page.goto(Path(sys.argv[1]).resolve().as_uri())
        page.screenshot(path=Path(__file__).with_name(name))
    browser.close()
