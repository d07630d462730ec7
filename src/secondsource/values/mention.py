"""One value, found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from secondsource.sources import Span

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """A value with the place where it stands.

    ``span`` covers the value with its bound and unit ("more than 700 police officers"), ``core`` the
    figure or name alone ("700"); both are offsets into the source. ``rule`` names the rule that read it.
    """

    kind: str
    value: V
    span: Span
    core: Span
    rule: str = ""
