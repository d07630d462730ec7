"""A newsroom's own sentences: written with pytest-bdd's decorators, found because they lie in ``steps/``.

``story`` is the running scenario: its sources, its facts, its verdicts.
"""

from pytest_bdd import parsers, then


@then("every document has the address it was taken from")
def has_address(story):
    """The desk's rule: nothing is cited that a reader cannot look up."""
    without = [source.id for source in story.sources if not source.url]
    assert not without, f"no url for {', '.join(without)}: write it in the front matter or in facts/sources.yaml"


@then(parsers.parse('no headline says "{word}"'))
def headline_avoids(story, word):
    """The desk's style: words that judge stay out of headlines that we cite."""
    found = [source.name for source in story.sources if word.casefold() in source.title.casefold()]
    assert not found, f'"{word}" stands in the headline of {", ".join(found)}'
