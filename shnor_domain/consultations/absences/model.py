"""A host who is away, and who is asked to stand in for her (product.md B)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NewType

from shnor_domain.consultations.model import SessionId
from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, SubjectId

AbsenceId = NewType("AbsenceId", int)
SubstitutionId = NewType("SubstitutionId", int)

LONGEST = timedelta(days=62)
"""So many days an absence may last: longer ones end the weekly times."""
ASK_ABOVE = timedelta(hours=3)
"""So long before the start the coordinator is asked, where nobody has agreed."""
PATIENCE = timedelta(minutes=30)
"""So long who was asked later than that has for his answer, at most half of the time that is left, before the
coordinator is asked too."""


class Answer(Enum):
    """What became of the ask. `WITHDRAWN`: another was chosen, or nobody is needed any more."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Absence:
    """From `first_day` to `last_day`, both of the calendar of each of her slots; `by` declared it."""

    id: AbsenceId
    host: PersonId
    by: PersonId
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Substitution:
    """`substitute` is asked by `by` to lead the `meetings` of `host` in one subject; until he agrees nobody who is
    booked sees anything of it."""

    id: SubstitutionId
    absence: AbsenceId
    host: PersonId
    substitute: PersonId
    by: PersonId
    subject: SubjectId
    state: Answer
    meetings: tuple[SessionId, ...] = ()


def check_days(first: date, last: date, today: date) -> None:
    """`today` is of the slot's calendar. Raises `Invalid("last_day", "past" | "before" | "long")`."""
    if last < today:
        raise Invalid("last_day", "past")
    if last < first:
        raise Invalid("last_day", "before")
    if last - first > LONGEST:
        raise Invalid("last_day", "long", most=LONGEST.days)
