"""Which passages are about a fact: terms, participants, event, time."""
