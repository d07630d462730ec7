"""What other Gherkin runners let pass in silence is an error at collection here, or works."""

from __future__ import annotations

import textwrap

import pytest
import spacy  # noqa: F401 - loaded once here; pytester forgets what an inner run imports

import secondsource.judging
import secondsource.plugin.nodes  # noqa: F401 - loaded once here; pytester forgets what an inner run imports

STEPS = """
    from pytest_bdd import given, parsers, then, when

    @given("a basket")
    def basket():
        pass

    @then("it holds")
    def holds():
        pass
"""


@pytest.fixture
def story(pytester: pytest.Pytester):
    """Run one feature with a conftest; returns the result and its text."""

    def run(feature: str, *arguments: str, steps: str = STEPS, **more: str):
        pytester.makeconftest(textwrap.dedent(steps))
        files = {"story": feature, **more}
        for name, text in files.items():
            (pytester.path / f"{name}.feature").write_text(textwrap.dedent(text), encoding="utf-8")
        return pytester.runpytest("-p", "no:cacheprovider", *arguments)

    return run


def faults_of(result) -> str:
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert "Traceback" not in result.stdout.str()
    return result.stdout.str()


def test_a_sound_scenario_passes(story):
    story("Feature: A\n  Scenario: B\n    Given a basket\n    Then it holds\n").assert_outcomes(passed=1)


def test_two_scenarios_with_one_name(story):
    text = faults_of(
        story("""\
        Feature: A
          Scenario: B
            Then it holds
          Scenario: B
            Then it holds
        """)
    )
    assert 'story.feature:4: "B" is also the name of line 2' in text


def test_a_name_that_two_rows_of_an_outline_share(story):
    text = faults_of(
        story("""\
        Feature: A
          Scenario Outline: B
            Then <what>
            Examples:
              | what     |
              | it holds |
              | it holds |
        """)
    )
    assert "story.feature:7:" in text and "[same-name]" in text


@pytest.mark.parametrize(
    "body", ["async def holds():\n        pass", "async def holds():\n        yield"], ids=["coroutine", "generator"]
)
def test_an_async_step(story, body):
    steps = f"""
    from pytest_bdd import then

    @then("it holds")
    {body}
    """
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then it holds\n", steps=steps))
    assert "story.feature:3: Then it holds: its step (conftest.py:3) is async" in text


def test_a_step_that_returns_something_to_be_awaited(story):
    steps = """
    from pytest_bdd import then

    async def later():
        pass

    @then("it holds")
    def holds():
        return later()
    """
    result = story("Feature: A\n  Scenario: B\n    Then it holds\n", "-W", "ignore", steps=steps)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*something to be awaited*"])


def test_a_scenario_with_no_step(story):
    assert 'story.feature:2: the scenario "B" has no step' in faults_of(story("Feature: A\n  Scenario: B\n"))


def test_a_scenario_whose_only_steps_are_the_backgrounds(story):
    feature = """\
    Feature: A
      Background:
        Given a basket
      Scenario: B
    """
    assert 'story.feature:4: the scenario "B" has no step' in faults_of(story(feature))


def test_a_scenario_that_checks_nothing(story):
    text = faults_of(story("Feature: A\n  Scenario: B\n    Given a basket\n"))
    assert 'story.feature:2: the scenario "B" has no Then' in text


def test_a_feature_with_no_scenario(story):
    assert "[no-scenario]" in faults_of(story("Feature: A\n  Nothing here.\n"))
    assert "[no-scenario]" in faults_of(story(""))


def test_an_outline_with_no_row(story):
    text = faults_of(story("Feature: A\n  Scenario Outline: B\n    Then it <verb>\n    Examples:\n      | verb |\n"))
    assert 'story.feature:2: the outline "B" has no row of examples' in text


def test_an_unknown_placeholder(story):
    feature = """\
    Feature: A
      Scenario Outline: B
        Then it <verp>
        Examples:
          | verb  |
          | holds |
    """
    text = faults_of(story(feature))
    assert "story.feature:3: <verp> is no column" in text and "the columns are verb" in text


def test_two_steps_that_match_one_sentence(story):
    steps = """
    from pytest_bdd import parsers, then

    @then(parsers.parse("it {verb}"))
    def one(verb):
        pass

    @then("it holds")
    def two():
        pass
    """
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then it holds\n", steps=steps))
    assert "2 steps match it" in text and "conftest.py:3" in text and "conftest.py:7" in text


def test_a_hole_that_swallows_more_than_it_should(story):
    steps = """
    from pytest_bdd import parsers, then

    @then(parsers.parse("{n} {unit} left"))
    def left(n, unit):
        assert (n, unit) == ("140", "officers")
    """
    story("Feature: A\n  Scenario: B\n    Then 140 officers left\n", steps=steps).assert_outcomes(passed=1)
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then at least 140 officers left\n", steps=steps))
    assert "reads it in more than one way" in text and "unit = “least 140 officers”" in text


QUOTING = """
    from pytest_bdd import parsers, then

    @then(parsers.parse('the paper is "{name}"'))
    def paper(name):
        assert name == "AP"
"""


def test_a_quotation_is_one_quotation(story):
    story('Feature: A\n  Scenario: B\n    Then the paper is "AP"\n', steps=QUOTING).assert_outcomes(passed=1)
    text = faults_of(story('Feature: A\n  Scenario: B\n    Then the paper is "AP" and "BBC"\n', steps=QUOTING))
    assert "no sentence or step matches" in text


def test_typographic_quotation_marks_match(story):
    story("Feature: A\n  Scenario: B\n    Then the paper is “AP”\n", steps=QUOTING).assert_outcomes(passed=1)


def test_every_undefined_step_of_every_file_at_once(story):
    text = faults_of(
        story(
            "Feature: A\n  Scenario: B\n    Given a baskit\n    Then it hold\n",
            other="Feature: C\n  Scenario: D\n    Then it helds\n",
            third="Feature: E\n  Scenario: F\n    Thn it holds\n",
            sound="Feature: G\n  Scenario: H\n    Then it holds\n",
        )
    )
    assert "story.feature:3: Given a baskit: no sentence or step matches" in text
    assert "did you mean: a basket" in text
    assert "story.feature:4: Then it hold" in text and "did you mean: it holds" in text
    assert "other.feature:3:" in text
    assert 'third.feature:3: "Thn it holds" is read as a description' in text and 'did you mean "Then"?' in text
    assert "3 errors" in text


def test_a_sentence_of_the_other_kind(story):
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then the story as of 7 February 2025\n"))
    assert "this sentence is a Given" in text


def test_a_mistyped_scenario_is_not_lost(story):
    text = faults_of(story("Feature: A\n  Scenarioo: B\n    Then it holds\n  Scenario: C\n    Then it holds\n"))
    assert "story.feature:2:" in text


def test_prose_is_allowed_to_be_prose(story):
    feature = """\
    Feature: A
      There is a rule here: what is not in a basket is not counted.

      Scenario: B
        The basket is the one by the door.
        And then it rests.
        Given a basket
        Then it holds
    """
    result = story(feature.replace("        And then it rests.\n", ""))
    result.assert_outcomes(passed=1)


def test_a_table_that_a_step_does_not_take(story):
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then it holds\n      | apples |\n"))
    assert "does not take the datatable below it" in text


def test_a_fixture_that_does_not_exist(story):
    steps = """
    import pytest
    from pytest_bdd import then

    @pytest.fixture
    def basket():
        return []

    @then("it holds")
    def holds(baskett):
        pass
    """
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then it holds\n", steps=steps))
    assert 'asks for "baskett", which is no fixture' in text and 'did you mean "basket"?' in text


def test_a_file_that_is_not_utf8(story, pytester):
    (pytester.path / "latin.feature").write_bytes("Feature: Café\n".encode("latin-1"))
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then it holds\n"))
    assert "latin.feature:1: is not UTF-8 text [not-utf8]\n    Save it again as UTF-8." in text


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        ("Featur: A", '"Featur: A" stands where the feature should begin [bad-gherkin]\n    did you mean "Feature:"?'),
        ("feature: A", 'did you mean "Feature:"?'),
        ("# language: de\nFunktionalitat: A", 'did you mean "Funktionalität:"?'),
        ("The harbour, as told on Monday", "begin the file with Feature: and a name"),
    ],
)
def test_a_feature_that_does_not_begin_is_one_fault(story, begins, told):
    text = faults_of(story(f"{begins}\n  Scenario: B\n    Then it holds\n  Scenario: C\n    Then it holds\n"))
    assert told in text
    assert text.count("[bad-gherkin]") == 1


def test_a_tag_line_alone_and_a_broken_table(story):
    text = faults_of(story("Feature: A\n  Scenario: B\n    Then it holds\n      | a | b |\n      | c |\n"))
    assert "story.feature:5: inconsistent cell count" in text


def test_one_bad_file_does_not_stop_the_others(story):
    bad = "Feature: C\n  Scenario: D\n    Then nonsense\n"
    sound = "Feature: A\n  Scenario: B\n    Then it holds\n"
    result = story(sound, "--continue-on-collection-errors", bad=bad)
    result.assert_outcomes(passed=1, errors=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Fonctionnalité: A\n  Scénario: B\n    Soit a basket\n    Alors it holds\n"),
        ("de", "Funktionalität: A\n  Szenario: B\n    Angenommen a basket\n    Dann it holds\n"),
        ("ja", "機能: A\n  シナリオ: B\n    前提a basket\n    ならばit holds\n"),
        ("ar", "خاصية: A\n  سيناريو: B\n    بفرض a basket\n    اذاً it holds\n"),
    ],
)
def test_gherkin_in_other_languages(story, language, text):
    story(f"# language: {language}\n{text}").assert_outcomes(passed=1)
