"""Sentences of our own: pytest-bdd's decorators, and the running scenario as the fixture ``story``."""

from pytest_bdd import parsers, then

from secondsource.plugin.running import Story


@then(parsers.parse("our rule of two holds for the fact {quoted}"))
def rule_of_two(story: Story, quoted: str) -> None:
    story.then(f"at least 2 independent sources support the fact {quoted}")
    story.then(f"no source contradicts the fact {quoted}")
