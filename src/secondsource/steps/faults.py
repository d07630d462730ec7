"""What can be wrong with a scenario before anything is judged: one code, one sentence each."""

from __future__ import annotations

CODES = {
    "bad-gherkin": "A line is not Gherkin, or stands where it cannot.",
    "not-utf8": "A feature file is not UTF-8 text.",
    "no-scenario": "A feature file holds no scenario, so it would pass without checking anything.",
    "no-name": "A scenario has no name, so it could not be selected or reported.",
    "same-name": "Two scenarios, or two rows of one outline, have the same name: one would hide the other.",
    "no-step": "A scenario has no step of its own, so it would pass without checking anything.",
    "no-then": "A scenario has no Then, so it would pass without checking anything.",
    "no-examples": "A scenario outline has no row of examples, so it would never run.",
    "unknown-placeholder": "An outline names <something> that is no column of its examples.",
    "lost-step": "A line that looks like a step is read as a description, because its first word is no keyword.",
    "unknown-step": "No sentence of the vocabulary and no step of the newsroom's own matches.",
    "ambiguous-step": "Two steps of the newsroom's own match one sentence, or one matches it in two ways.",
    "async-step": "A step is an async function; nothing would wait for it, so it would pass unrun.",
    "unknown-fixture": "A step of the newsroom's own asks for a fixture that does not exist.",
    "bad-steps-file": "A file in steps/ cannot be imported.",
    "unknown-fact": "A fact id that is in no file of facts.",
    "unknown-source": "A name that is no source of this dossier.",
    "no-subject": "A sentence says it, them or another, and nothing before it says what.",
    "no-sources": "The sentence has no source to look at, so it would pass or fail without reading anything.",
    "bad-value": "A count, amount, share, date, weekday or name cannot be read.",
    "nothing-to-check": "A claim has nothing in it that a source could support or contradict.",
    "no-day": "A document has no day of publication, its words need one, and a claim speaks of a day.",
    "does-not-add-up": "Parts that should make a total do not.",
    "missing-table": "A sentence needs a table or a doc string below it, or has one that it does not read.",
}


class Misread(Exception):
    """A sentence that cannot mean what it says here: a code, why, and what was perhaps meant."""

    def __init__(self, code: str, message: str, suggestion: str = "") -> None:
        self.code, self.message, self.suggestion = code, message, suggestion
        super().__init__(message)
