"""An answer of one visitor about one meeting, and what a host reads of many: never of fewer than five people."""

from dataclasses import dataclass
from datetime import date

from shnor_domain.consultations.model import BookingId
from shnor_domain.identity import SubjectId

FEWEST = 5
"""People without whose number no average is told."""
SCORES = range(1, 6)


@dataclass(frozen=True, slots=True)
class Answer:
    """1–5, and one line in the visitor's own words."""

    booking: BookingId
    score: int
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """Answers about one host's meetings of one subject in the month that begins with `month`, by the slot's own
    calendar: `answers` of `people`, `total` their scores together."""

    subject: SubjectId
    month: date
    answers: int
    people: int
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of a month: the average and its number of answers, both None while there are few."""

    subject: SubjectId
    month: date
    average: float | None
    answers: int | None
