"""What a scenario costs beside a plain test function: 1,000 and 5,000 scenarios of four steps.

    python benchmarks/scenarios.py

Prints, for each size, the wall time of both runs (collection, running, reporting; the fastest of three) and the ratio.
The goal is a ratio of 2 at most.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONFTEST = """
from pytest_bdd import given, parsers, then, when


@given(parsers.parse("a basket of {n:d} apples"), target_fixture="basket")
def basket(n):
    return [n]


@given("a hungry reader")
def reader():
    pass


@when(parsers.parse("{n:d} apples are eaten"))
def eaten(basket, n):
    basket[0] -= n


@then(parsers.parse("{n:d} apples are left"))
def left(basket, n):
    assert basket[0] == n
"""


def scenarios(folder: Path, count: int) -> None:
    """A feature file, with the steps that it needs."""
    lines = ["Feature: Apples"]
    for n in range(count):
        lines += [
            f"  Scenario: Basket {n}",
            f"    Given a basket of {n + 3} apples",
            "    And a hungry reader",
            "    When 3 apples are eaten",
            f"    Then {n} apples are left",
        ]
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "apples.feature").write_text("\n".join(lines) + "\n", encoding="utf-8")


def functions(folder: Path, count: int) -> None:
    """As many plain test functions that do the same."""
    body = "\n\n".join(
        f"def test_basket_{n}():\n    basket = [{n + 3}]\n    basket[0] -= 3\n    assert basket[0] == {n}"
        for n in range(count)
    )
    (folder / "test_apples.py").write_text(body + "\n", encoding="utf-8")


def seconds(folder: Path) -> float:
    """The fastest of three runs."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        run = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
        times.append(time.perf_counter() - begun)
        if run.returncode:
            sys.exit(run.stdout + run.stderr)
    return min(times)


def main() -> None:
    """Print a table."""
    print(f"{'count':>6} {'functions':>10} {'scenarios':>10} {'ratio':>6}")
    for count in (1000, 5000):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            functions(Path(one), count)
            scenarios(Path(other), count)
            plain, told = seconds(Path(one)), seconds(Path(other))
            print(f"{count:>6} {plain:>9.2f}s {told:>9.2f}s {told / plain:>6.2f}")


if __name__ == "__main__":
    main()
