"""What may be written in a facts file: the one description, for the reader and for editors' JSON Schema."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, model_validator

from secondsource.facts.fact import Acceptance, Fact, Place

Kind = Literal[
    "count",
    "money",
    "share",
    "ordinal",
    "date",
    "identifier",
    "name",
    "role",
    "place",
    "quote",
    "list",
    "sum",
    "order",
    "event",
]
VerdictWord = Literal["supports", "contradicts", "mixed", "inconclusive", "silent"]

KINDS: tuple[str, ...] = get_args(Kind)
VERDICT_WORDS: tuple[str, ...] = get_args(VerdictWord)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?(?:%|per ?cent)\Z")


def _day(value: Any) -> Any:
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"{value} is not a day of the calendar") from error
    if isinstance(value, date) or value is None:
        return value
    raise ValueError(f"{value} is not written as a date; write it as 2025-02-06")


def _share(value: Any) -> Any:
    percent = _PERCENT.match(value) if isinstance(value, str) else None
    share = float(percent[1]) / 100 if percent else value
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share < 1:
        raise ValueError(f'{value} is not a share of the figure; write 0.05 or "5 %"')
    return float(share)


def _words(value: Any) -> Any:
    """Text as it was written: a whole number stands for its digits, what else YAML turns into a value is refused."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float | bool):
        raise ValueError(f"{value} is read as a value and not as words; put it in quotation marks")
    return value


def _several(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


_ISO_DAY = {"type": "string", "format": "date", "examples": ["2025-02-06"]}
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str), Field(json_schema_extra=_ISO_DAY)]
Share = Annotated[float, BeforeValidator(_share, json_schema_input_type=float | str)]
Line = Annotated[str, BeforeValidator(_words)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_words)]
# What ends in a pytest id, a file name or a web address must pass through all three unchanged.
Id = Annotated[str, StringConstraints(pattern=r"^\w[\w.-]*$", max_length=120), BeforeValidator(_words)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_several, json_schema_input_type=Text | list[Text])]
Verdicts = Annotated[
    tuple[VerdictWord, ...],
    BeforeValidator(_several, json_schema_input_type=VerdictWord | list[VerdictWord]),
    Field(min_length=1),
]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AcceptedEntry(_Entry):
    """A contradiction that is known: it passes, is shown, and expires."""

    source: Line = Field(description="The id of the source that disagrees.")
    reason: Text = Field(
        description="Why the newsroom lets it stand, in words that a reader of the report understands."
    )
    by: Line = Field(default="", description="Who accepted it.")
    until: Day | None = Field(default=None, description="The last day on which it stands; after that it fails again.")
    said: Words = Field(
        default=(),
        description="What the source says against the fact, as the report shows it, or a list; once the source says "
        "something else, the contradiction fails again. Left out, it stands whatever the source says.",
    )

    def acceptance(self) -> Acceptance:
        """As the engine knows it."""
        return Acceptance(self.source, self.reason, self.by, self.until, self.said)


class FactEntry(_Entry):
    """One fact: a plain sentence, and what a fact-checker may add to sharpen it."""

    id: Id = Field(description="A short name, used in scenarios and reports: letters, digits, - _ and .")
    claim: Text = Field(description="The sentence that is expected to hold.")
    kind: Kind | None = Field(
        default=None, description="What sort of value decides it; read from the claim where left out."
    )
    aliases: dict[str, Words] = Field(
        default={}, description="A word of the claim -> other words that mean the same here."
    )
    tolerance: Share | None = Field(default=None, description='How far an "about" reaches, as a share: 0.05 or "5 %".')
    as_of: Day | None = Field(
        default=None, description="The day of which the claim speaks; the story's day where left out."
    )
    tags: Words = Field(default=(), description="Words to choose facts by.")
    expect: dict[str, Verdicts] = Field(
        default={}, description="Source id -> the verdict that is expected of it, or a list of which any one will do."
    )
    verdicts: dict[str, Verdicts] = Field(
        default={}, description="Another name for expect, as labelled dossiers have it."
    )
    needs: int = Field(default=0, ge=0, strict=True, description="How many sources must support it.")
    accepted: tuple[AcceptedEntry, ...] = Field(default=(), description="Contradictions that are known and let stand.")
    note: Line = Field(default="", description="For colleagues; shown in the report.")
    why: dict[str, Line] = Field(
        default={}, description="Source id -> why that verdict; for colleagues, not read by the engine."
    )
    publish: bool = Field(default=False, strict=True, description="Whether it may leave the newsroom as ClaimReview.")

    @model_validator(mode="after")
    def _one_expectation(self) -> Self:
        if self.expect and self.verdicts:
            raise ValueError("expect and verdicts are two names for one thing; keep one of them")
        return self

    def fact(self, place: Place) -> Fact:
        """As the engine knows it."""
        return Fact(
            id=self.id,
            claim=self.claim,
            kind=self.kind or "",
            aliases=self.aliases,
            tolerance=self.tolerance,
            as_of=self.as_of,
            tags=self.tags,
            expect=self.expect or self.verdicts,
            needs=self.needs,
            accepted=tuple(entry.acceptance() for entry in self.accepted),
            note=self.note,
            publish=self.publish,
            place=place,
        )


class DiscrepancyEntry(_Entry):
    """Two passages that a person found to disagree; kept with a dossier, not read by the engine."""

    kind: Line = ""
    between: Words
    passages: Words = ()
    note: Line = ""


class StoryHead(_Entry):
    """What a facts file may say of the story as a whole."""

    title: Line = Field(default="", description="What the story is called in the report.")
    as_of: Day | None = Field(
        default=None, description="The day of which the facts speak where they name none of their own."
    )
    sources_from: Text | None = Field(default=None, description="The folder of the documents, inside the dossier.")
    discrepancies: tuple[DiscrepancyEntry, ...] = ()


class StoryFile(StoryHead):
    """A facts file that names its story."""

    facts: list[FactEntry]


def json_schema() -> str:
    """The JSON Schema of a facts file, as published beside this module for editors."""
    adapter: TypeAdapter[Any] = TypeAdapter(list[FactEntry] | StoryFile)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A facts file of a secondsource dossier",
        **adapter.json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
