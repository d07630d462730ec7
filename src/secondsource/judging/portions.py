"""Deeds done to a part of a thing, which are not done to the thing: two machines at the plant are not the plant."""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.aligning.statement import Statement
from secondsource.grammar.wordlist import word_set
from secondsource.language import Passage
from secondsource.language.clauses import Roles, roles_of, subtree

PARTITIVE = word_set("part parts portion section half third quarter some one several few")
"""Words by which so much of a thing is named, and not the whole."""

LESS = word_set("a an one two three four five six seven eight nine ten some several few")
"""Words before a noun that name so many of a sort."""

WHOLE = word_set("""
    plan scheme proposal project programme program bill law motion measure deal agreement contract set series range
    number majority amount total sum all rest whole operation work production construction service pair group batch
    """)
"""Nouns through which a deed is done to the whole, however many there are: "a plan for the merger"."""


def of_a_part(statement: Statement, passage: Passage, places: Mapping[int, Mapping[int, float]]) -> bool:
    """Whether a passage does to a part of a thing, by the claim's own verb, what the claim says is done to the thing.

    ``places`` are the tokens of the passage that mean each word of the claim.
    """
    for verb in (statement.root, *statement.passage.children[statement.root]):
        if statement.passage.tokens[verb].pos != "VERB":
            continue
        roles = roles_of(statement.passage, verb)
        ours = roles.object
        for there in places.get(verb, ()):
            told = roles_of(passage, there) if passage.tokens[there].pos == "VERB" else Roles()
            if any(_is_some_of_them(passage, i) for i in (told.object if ours else told.agent)):
                return True
            theirs = told.object if ours else ()
            things = {j for i in ours for j in places.get(i, ())}
            inside = things & subtree(passage, there)
            if theirs and inside and all(i not in things and _is_some(passage, i) for i in theirs):
                return True
    return False


def _is_some_of_them(passage: Passage, i: int) -> bool:
    """Whether a word names so many of those named before: "only three of them"."""
    token = passage.tokens[i]
    of = [c for c in passage.children[i] if passage.tokens[c].lemma == "of"]
    them = any(passage.tokens[c].text.lower() == "them" for o in of for c in passage.children[o])
    return them and (token.pos == "NUM" or token.lemma.lower() in PARTITIVE)


def _is_some(passage: Passage, i: int) -> bool:
    """Whether a noun names so many of a sort: "two machines at the plant"."""
    token = passage.tokens[i]
    if token.lemma in WHOLE:
        return False
    before = {passage.tokens[c].lemma.lower() for c in passage.children[i] if c < i}
    counted = any(passage.tokens[c].dep == "nummod" for c in passage.children[i])
    return counted or token.pos == "NUM" or token.lemma in PARTITIVE or bool(before & LESS)
