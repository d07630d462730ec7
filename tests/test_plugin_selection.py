"""Scenarios are tests like others: chosen, marked, rerun, distributed and counted as pytest does it."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
import spacy  # noqa: F401 - loaded once here; pytester forgets what an inner run imports

import secondsource.judging
import secondsource.plugin.nodes  # noqa: F401 - loaded once here; pytester forgets what an inner run imports

CONFTEST = """
import pytest
from pytest_bdd import given, parsers, then, when

tries = []


@pytest.fixture
def shelf():
    shelf = []
    yield shelf
    shelf.clear()


@given(parsers.parse("{n:d} apples"), target_fixture="basket")
def basket(n):
    return {"apples": n}


@when(parsers.parse("{n:d} are eaten"))
def eaten(basket, n, shelf):
    shelf.append(n)
    basket["apples"] -= n


@then(parsers.parse("{n:d} are left"))
def left(basket, n):
    assert basket["apples"] == n


@then("it works the second time")
def second_time():
    tries.append(1)
    assert len(tries) > 1


@then("the table is read")
def table(datatable, docstring=None):
    assert datatable == [["name", "n"], ["apple", "3"]]


@then("the text is read")
def text(docstring):
    assert docstring == "two\\nlines"
"""

FEATURE = """
@fruit
Feature: Apples

  Background:
    Given 5 apples

  @quick
  Scenario: Two are eaten
    When 2 are eaten
    Then 3 are left

  Scenario: Too many are eaten
    When 4 are eaten
    Then 3 are left

  Scenario: Who says so :: the grocer [sic]
    Then 5 are left

  Scenario Outline: Some are eaten
    When <n> are eaten
    Then <rest> are left

    Examples:
      | n | rest |
      | 1 | 4    |
      | 2 | 3    |

    @slow
    Examples: More
      | n | rest |
      | 5 | 0    |

  Rule: A table is a table
    Background:
      And 7 apples

    @slow @issue-12
    Scenario: Seven
      Then 7 are left

    Scenario: Things below a step
      Then the table is read
        | name  | n |
        | apple | 3 |
      And the text is read
        \"\"\"
        two
        lines
        \"\"\"
"""


@pytest.fixture
def apples(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    pytester.makefile(".feature", apples=FEATURE)
    return pytester


def names(result) -> list[str]:
    return [line for line in result.outlines if "::" in line]


def test_all_of_it(apples):
    apples.runpytest().assert_outcomes(passed=7, failed=1)


def test_addresses_are_plain_and_stable(apples):
    assert names(apples.runpytest("--collect-only", "-q")) == [
        "apples.feature::Two are eaten",
        "apples.feature::Too many are eaten",
        "apples.feature::Who says so : the grocer [sic]",
        "apples.feature::Some are eaten[1-4]",
        "apples.feature::Some are eaten[2-3]",
        "apples.feature::Some are eaten[5-0]",
        "apples.feature::Seven",
        "apples.feature::Things below a step",
    ]


def test_every_address_selects_its_scenario(apples):
    for address in names(apples.runpytest("--collect-only", "-q")):
        assert names(apples.runpytest("--collect-only", "-q", address)) == [address]


def test_an_outline_is_selected_whole(apples):
    apples.runpytest("apples.feature::Some are eaten").assert_outcomes(passed=3)


@pytest.mark.parametrize(
    ("arguments", "passed", "deselected"),
    [
        (["-k", "eaten and not many"], 4, 4),
        (["-m", "quick"], 1, 7),
        (["-m", "slow"], 2, 6),
        (["-m", "issue-12"], 1, 7),
        (["-m", "fruit and not slow", "--deselect", "apples.feature::Too many are eaten"], 5, 3),
    ],
)
def test_choosing(apples, arguments, passed, deselected):
    result = apples.runpytest("--strict-markers", *arguments)
    result.assert_outcomes(passed=passed, deselected=deselected)


def test_last_failed(apples):
    apples.runpytest()
    apples.runpytest("--lf").assert_outcomes(failed=1)
    assert names(apples.runpytest("--lf", "--collect-only", "-q")) == ["apples.feature::Too many are eaten"]


def test_last_failed_with_brackets_at_the_end_of_a_name(pytester):
    pytester.makeconftest(CONFTEST)
    pytester.makefile(".feature", a="Feature: A\n  Scenario: B [sic]\n    Given 5 apples\n    Then 4 are left\n")
    pytester.runpytest().assert_outcomes(failed=1)
    pytester.runpytest("--lf").assert_outcomes(failed=1)


def test_on_two_processes(apples):
    apples.runpytest_subprocess("-n", "2").assert_outcomes(passed=7, failed=1)


def test_reruns(apples):
    apples.makefile(".feature", again="Feature: A\n  Scenario: B\n    Then it works the second time\n")
    result = apples.runpytest("--reruns", "1", "again.feature")
    result.stdout.fnmatch_lines(["*1 passed, 1 rerun*"])


def test_junit_counts_right(apples):
    apples.runpytest("--junitxml=junit.xml")
    suite = ElementTree.parse(apples.path / "junit.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("8", "1", "0")
    failure = suite.find(".//failure")
    assert failure is not None and "AssertionError" in failure.get("message", "")


def test_a_failing_step_shows_its_line_and_its_own_code_only(apples):
    result = apples.runpytest("apples.feature::Too many are eaten")
    result.stdout.fnmatch_lines(
        ["*Apples: Too many are eaten*", "apples.feature:14", "  Then 3 are left", "*assert 1 == 3*"]
    )
    assert "site-packages" not in result.stdout.str() and "running.py" not in result.stdout.str()


def test_skip_and_xfail_are_tags_too(pytester):
    pytester.makeconftest(CONFTEST)
    feature = """
    Feature: A
      @skip
      Scenario: B
        Given 5 apples
        Then 4 are left
      @xfail
      Scenario: C
        Given 5 apples
        Then 4 are left
    """
    pytester.makefile(".feature", a=feature)
    pytester.runpytest("--strict-markers").assert_outcomes(skipped=1, xfailed=1)


def test_fixtures_are_set_up_and_torn_down(pytester):
    pytester.makeconftest(
        CONFTEST
        + """
@pytest.fixture(autouse=True)
def around(request):
    print("before", request.node.name)
    yield
    print("after", request.node.name)


@given("a step that yields")
def yielding():
    print("made")
    yield
    print("unmade")
"""
    )
    pytester.makefile(
        ".feature", a="Feature: A\n  Scenario: B\n    Given a step that yields\n    And 5 apples\n    Then 5 are left\n"
    )
    result = pytester.runpytest("-s", "-q")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["before B", "made", "*unmade", "after B"])


def test_other_projects_can_switch_it_off(apples):
    apples.makeini("[pytest]\nsecondsource_collect = false\n")
    assert apples.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED
