"""Disagreements between sources, and inside one, with no fact written."""
