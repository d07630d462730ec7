"""How fast a large report opens and is searched in headless Chromium, as ratios to a small one in the same run.

    python benchmarks/report.py

Prints, for 12 and for 1,200 checks, the milliseconds until the page has loaded and those that its first search takes
(the fastest of three). The goals, on an idle machine of 2024: 1,000 for the first and 300 for the second of 1,200.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from secondsource.reporting import formatted

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from report_stories import many

SEARCH = """() => new Promise((told) => {
  const form = document.querySelector('.find'), start = performance.now();
  form.querySelector('input').value = '"district 7"';
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => told(performance.now() - start)));
})"""
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"


def taken(browser: Browser, checks: int, folder: Path) -> tuple[float, float]:
    """Milliseconds to load a report of so many checks on a phone's screen, and to search it once."""
    file = folder / f"{checks}.html"
    file.write_text(formatted(many(checks, min(checks, 40)), "index.html"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.goto(file.as_uri())
    times = page.evaluate(LOADED), page.evaluate(SEARCH)
    page.close()
    return times


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        small, large = (
            [min(t) for t in zip(*(taken(browser, n, Path(name)) for _ in range(3)), strict=True)] for n in (12, 1200)
        )
        for what, few, lots in zip(("loaded", "searched"), small, large, strict=True):
            print(f"{what:9} {few:6.0f} ms with 12 checks   {lots:6.0f} ms with 1,200   {lots / few:.1f} times")
        browser.close()


if __name__ == "__main__":
    main()
