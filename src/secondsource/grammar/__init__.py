"""Numerals, bounds and the calendar: what the kinds of value share."""
