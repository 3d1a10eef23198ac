"""A host who is away, and who is asked to stand in for her (product.md B)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NewType
from zoneinfo import ZoneInfo

from shnor_domain.consultations.model import SessionId
from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, SubjectId

AbsenceId = NewType("AbsenceId", int)
SubstitutionId = NewType("SubstitutionId", int)

LONGEST = timedelta(days=62)
"""So many days an absence may last: longer ones end the weekly times."""


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

    def covers(self, starts: datetime, zone: str) -> bool:
        """True for a meeting on one of its days in the calendar of `zone`, that of its slot."""
        return self.first_day <= starts.astimezone(ZoneInfo(zone)).date() <= self.last_day


@dataclass(frozen=True, slots=True)
class Substitution:
    """`substitute` is asked by `by` at `asked` to lead the `meetings` of `host` in one subject; until he agrees nobody
    who is booked sees anything of it."""

    id: SubstitutionId
    absence: AbsenceId
    host: PersonId
    substitute: PersonId
    by: PersonId
    subject: SubjectId
    state: Answer
    asked: datetime
    meetings: tuple[SessionId, ...] = ()


def check_days(first: date, last: date, today: date) -> None:
    """`today` is of the slot's calendar. Raises `Invalid("last_day", "past" | "before" | "long")`."""
    if last < today:
        raise Invalid("last_day", "past")
    if last < first:
        raise Invalid("last_day", "before")
    if last - first > LONGEST:
        raise Invalid("last_day", "long", most=LONGEST.days)
