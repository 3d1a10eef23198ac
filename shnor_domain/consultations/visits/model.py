"""A visit: a host comes to a school that has asked for her (R145 «Выездные консультации»)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, SubjectId, Territory

VisitId = NewType("VisitId", int)


class ForWhom(Enum):
    """With whom the host will work. Pupils are a number, never names."""

    TEACHERS = "teachers"
    TEAM = "team"
    PUPILS = "pupils"


class VisitState(Enum):
    """From request to confirmed report; `DECLINED` can be corrected and sent again, the last three are final."""

    ASKED = "asked"
    DECLINED = "declined"
    PLANNED = "planned"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


class Side(Enum):
    """Who moved or ended a planned visit: the school, the host's side, or a day on which schools are closed."""

    SCHOOL = "school"
    HOST = "host"
    WEATHER = "weather"


class WhyNot(Enum):
    """Reasons of calling a visit off, as buttons (rule 12); None is «Пропустить»."""

    BUSY = "busy"
    ILL = "ill"
    ROAD = "road"
    SOLVED = "solved"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a school asks for: subjects or a topic, for whom and for how many, on a day from `first_day` to `last_day`
    (one day, or a whole month); `addressee` is the host by name whom it would like, None leaves that to the decider."""

    subjects: tuple[SubjectId, ...]
    topic: str | None
    for_whom: ForWhom
    people: int
    first_day: date
    last_day: date
    addressee: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """Who comes and when, instants in UTC."""

    host: PersonId
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it, by the host: `came` people (0 where it was not held), `words` one paragraph."""

    held: bool
    came: int
    words: str


@dataclass(frozen=True, slots=True)
class Visit:
    """`where` is the school, `zone` its clock. `since` is when the present state came about; `version` grows with each
    change, so that who looks at an older one changes nothing. `asked_by` and `reason` are None once their person has
    left; `decided_by` approved or declined, or closed it. What has ended as confirmed names a side in `ended_by` only
    where it was closed without its host: the report is in the words of `decided_by` then.
    """

    id: VisitId
    where: Territory
    zone: str
    wish: Wish
    asked_by: PersonId | None
    state: VisitState
    since: datetime
    version: int = 1
    decided_by: PersonId | None = None
    reason: str | None = None
    appointment: Appointment | None = None
    ended_by: Side | None = None
    ended_why: WhyNot | None = None
    report: Report | None = None

    @property
    def closed_for_host(self) -> bool:
        """True where the host could not tell any more, and somebody else has."""
        return self.state is VisitState.CONFIRMED and self.ended_by is not None

    @property
    def minutes(self) -> int:
        """Length of the appointed visit, 0 without one."""
        if self.appointment is None:
            return 0
        return int((self.appointment.ends - self.appointment.starts).total_seconds()) // 60
