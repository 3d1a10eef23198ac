"""An answer of one participant about one event, and what is read of many: never of fewer than five."""

from dataclasses import dataclass
from datetime import timedelta

from shnor_domain.seminars.signing.model import SignUpId

FEWEST = 5
"""Answers without whose number nothing is told."""
SCORES = range(1, 6)
RATED = timedelta(days=14)
"""How long after its last lesson an event may be rated."""
WORDS = 300
"""The longest line, in characters."""


@dataclass(frozen=True, slots=True)
class Rating:
    """1–5, and one line in her own words."""

    signup: SignUpId
    score: int
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of an event: the average to a tenth, how many answered, and their lines in the order of the
    alphabet; None and nothing while there are few."""

    average: float | None
    answers: int | None
    lines: tuple[str, ...] = ()
