"""Take the README's picture of the report: ``make demo``, then ``python tools/picture_report.py``.

Needs Chromium; the page asks nothing of any network, so the picture is the file's and nobody else's.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "reports/index.html"
PICTURE = ROOT / "docs/images/report.png"


def main() -> None:
    """The top of the page as an editor sees it."""
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1180}, color_scheme="light")
        page.goto(PAGE.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
