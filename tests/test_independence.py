"""How many voices: agency copy is one, reporters at one event are several, and the newsroom has the last word."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from secondsource.sources import Ruling, Source, independence, strict_yaml
from secondsource.sources.credits import credit

STORIES: list[dict[str, Any]] = strict_yaml.load(Path(__file__).parent / "documents" / "wire.yaml")
BOILERPLATE = (
    "The Marren Echo has been printed in Marren since 1911 and is owned by its readers, who number eleven thousand."
)


def text(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def pairs() -> list[tuple[str, str, str, bool]]:
    """A name, two texts, and whether they are one voice."""
    found = []
    for story, other in pairwise([*STORIES, STORIES[0]]):
        name, wire, rival = story["story"], story["wire"], text(story["rival"])
        found += [
            (f"{name}: verbatim", text(wire), text(wire), True),
            (f"{name}: trimmed from the end", text(wire), text(wire[:3]), True),
            (f"{name}: a lead of its own", text(wire), text([story["lead"], *wire[1:]]), True),
            (f"{name}: a lead of its own, and trimmed", text(wire), text([story["lead"], *wire[1:4]]), True),
            (f"{name}: lightly edited", text(wire), text(story["edited"]), True),
            (f"{name}: edited, in another order", text(wire), text(story["edited"][::-1]), True),
            (f"{name}: one quotation shared", text(wire), rival, False),
            (f"{name}: the edited one and one quotation", text(story["edited"]), rival, False),
            (f"{name}: unrelated", text(wire), text(other["wire"]), False),
            (f"{name}: unrelated reporters", rival, text(other["rival"]), False),
        ]
    return found


def are_one(a: str, b: str) -> bool:
    return len(independence.independent_groups([Source("a", a), Source("b", b)])) == 1


def test_wire_copy_is_told_from_reporting() -> None:
    tried = pairs()
    wrong = [name for name, a, b, one in tried if are_one(a, b) is not one]
    assert len(tried) >= 50
    assert 1 - len(wrong) / len(tried) >= 0.95, wrong


def test_a_cluster_names_its_origin_its_reason_and_the_wording() -> None:
    wire = STORIES[0]["wire"]
    papers = [
        Source("echo", text(["MARREN, April 7 (Gulf Wire) - " + wire[0], *wire[1:4]]), published=date(2025, 4, 8)),
        Source("post", text([STORIES[0]["lead"], *wire[1:]]), published=date(2025, 4, 8)),
        Source("gulf", text(wire), outlet="Gulf Wire", published=date(2025, 4, 8)),
        Source("town", text(STORIES[0]["rival"]), published=date(2025, 4, 7)),
    ]
    (cluster,) = independence.clusters(papers)
    assert cluster.members == {"echo", "post", "gulf"}
    assert (cluster.origin, cluster.agency) == ("gulf", "Gulf Wire")
    assert "share wording" in cluster.reason
    by_id = {paper.id: paper.text for paper in papers}
    for shared in cluster.passages:
        assert len(shared.a_span.of(by_id[shared.a]).split()) >= independence.SENTENCE_WORDS
        assert len(shared.b_span.of(by_id[shared.b]).split()) >= independence.SENTENCE_WORDS
    assert independence.independent_groups(papers) == (frozenset({"echo", "post", "gulf"}), frozenset({"town"}))


def test_the_earliest_is_the_origin_where_no_agency_is_credited() -> None:
    wire = text(STORIES[1]["wire"])
    papers = [Source("late", wire, published=date(2025, 6, 9)), Source("early", wire, published=date(2025, 6, 8))]
    assert independence.clusters(papers)[0].origin == "early"


def test_what_an_outlet_prints_under_every_story_binds_nobody() -> None:
    a = text([*STORIES[0]["rival"], BOILERPLATE])
    b = text([*STORIES[1]["rival"], BOILERPLATE])
    c = text([*STORIES[2]["rival"], BOILERPLATE])
    own = [Source("a", a, outlet="Echo"), Source("b", b, outlet="Echo"), Source("c", c, outlet="Post")]
    shared = [passage for voice in independence.voices(own) for passage in voice.passages]
    assert not [passage for passage in shared if "Echo has been" in passage.a_span.of(a)]


@pytest.mark.parametrize(
    ("fields", "word"),
    [({"outlet": "The Echo"}, "one outlet"), ({"group": "Northern Papers"}, "one group")],
)
def test_one_house_is_one_voice(fields: dict[str, str], word: str) -> None:
    papers = [Source(name, text(STORIES[n]["rival"]), **fields) for n, name in enumerate("ab")]  # type: ignore[arg-type]
    (cluster,) = independence.clusters(papers)
    assert word in cluster.reason


def test_two_papers_that_credit_one_agency_are_one_voice() -> None:
    papers = [
        Source("a", "MARREN (Reuters) - " + text(STORIES[0]["wire"])),
        Source("b", text(STORIES[0]["rival"]) + "\n\nReporting by J. Aster; editing by K. Boll"),
    ]
    (cluster,) = independence.clusters(papers)
    assert cluster.agency == "Reuters"


def test_the_newsroom_has_the_last_word() -> None:
    wire = text(STORIES[3]["wire"])
    apart = Ruling(("b",), True, "its reporter was on the ferry and wrote the agency's story")
    assert len(independence.independent_groups([Source("a", wire, rulings=(apart,)), Source("b", wire)])) == 2
    joined = Ruling(("b",), False, "one freelance wrote both")
    papers = [Source("a", text(STORIES[0]["rival"]), rulings=(joined,)), Source("b", text(STORIES[1]["rival"]))]
    assert "one freelance wrote both" in independence.clusters(papers)[0].reason


def test_a_ruling_holds_against_a_third_document_that_binds_both() -> None:
    wire = text(STORIES[3]["wire"])
    apart = Ruling(("b",), True, "two reporters")
    papers = [Source("a", wire, rulings=(apart,)), Source("b", wire), Source("c", wire)]
    groups = independence.independent_groups(papers)
    assert len(groups) == 2
    assert not any({"a", "b"} <= group for group in groups)


def test_a_document_and_its_replacement_are_one_voice() -> None:
    papers = [Source("v1", text(STORIES[0]["rival"]), superseded_by="v2"), Source("v2", text(STORIES[1]["rival"]))]
    assert "replaces" in independence.clusters(papers)[0].reason


def test_every_source_is_in_exactly_one_group() -> None:
    papers = [Source(f"{s['story']}-{key}", text(s[key])) for s in STORIES for key in ("wire", "edited", "rival")]
    groups = independence.independent_groups(papers)
    assert sorted(name for group in groups for name in group) == sorted(paper.id for paper in papers)
    assert len(groups) == 2 * len(STORIES)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("NAIROBI, Feb 6 (Xinhua) -- A contingent left.", "Xinhua"),
        ("PORT HALE (AP) — The bank was fined.", "Associated Press"),
        ("By Associated Press\n\nThe bank was fined.", "Associated Press"),
        ("The bank was fined.\n\n(Reuters)", "Reuters"),
        ("The bank was fined.\n\nSource: AFP", "AFP"),
        ("The bank was fined.\n\nReporting by Ann Lee in Hale; Editing by Bo Vik", "Reuters"),
        ("MARREN, April 7 (Gulf Wire) - The bridge is open.", "Gulf Wire"),
        ("This story was originally published by Reuters and is reprinted with permission.", "Reuters"),
    ],
)  # fmt: skip
def test_a_credit_line_names_the_agency(line: str, agency: str) -> None:
    found = credit(Source("x", line))
    assert found is not None
    assert found.agency == agency
    assert found.span.of(line)


@pytest.mark.parametrize(
    "line",
    [
        "The minister told Reuters that the bridge was open.",
        "The bridge (Marren's oldest) is open.",
        "The African Union (AU) sent observers.",
        "By Tessa Okafor\n\nThe bank was fined.",
        "The bank was fined.\n\nAdditional reporting by AFP",
        "The bank was fined.\n\n(Photographs: the bank)",
    ],
)
def test_a_mention_is_no_credit(line: str) -> None:
    assert credit(Source("x", line)) is None
