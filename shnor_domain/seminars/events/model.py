"""An event (мероприятие) and its lessons (занятия): a webinar has one lesson, a course many (R163, R175–R180)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SubjectId
from shnor_domain.seats.model import SeatingId
from shnor_domain.seminars.model import Audience, CycleId, Form, Kind, RequestId
from shnor_domain.seminars.requests.model import Route

EventId = SeatingId
LessonId = NewType("LessonId", int)

MOST_LESSONS = 40
MOST_SEATS = 1000


class EventState(Enum):
    """A `DRAFT` is seen by who runs the seminar alone; `OPEN` stands in a published programme. That it is over is
    derived from its lessons."""

    DRAFT = "draft"
    OPEN = "open"
    CANCELLED = "cancelled"


class LessonState(Enum):
    """`CANCELLED` lessons stay, so that who was to come reads what became of them."""

    OPEN = "open"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Terms:
    """What an event is and whom it invites. `form` is never `EITHER`. `municipality` None invites the whole region;
    `capacity` seats for all, `quota` the most for one school, None without a limit; `host` None once nobody leads it;
    `shown_to_all` lets a stranger read of it (I23)."""

    title: str
    kind: Kind
    audience: Audience
    form: Form
    capacity: int
    host: PersonId | None
    about: str | None = None
    subject: SubjectId | None = None
    municipality: MunicipalityId | None = None
    project_schools_only: bool = False
    shown_to_all: bool = False
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One meeting of an event, UTC. Lessons are numbered from 1 in the order of time when they are made; a number is
    never given again. `was` is the start before the last move."""

    id: LessonId
    event: EventId
    number: int
    starts: datetime
    ends: datetime
    link: str | None = None
    venue: str | None = None
    state: LessonState = LessonState.OPEN
    was: datetime | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.ends - self.starts).total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class Event:
    """`zone` is the clock on which its lessons were set; `since` when the present state came about; `lessons` all of
    them by number, called-off ones too; `requests` what schools had asked for."""

    id: EventId
    region: RegionId
    cycle: CycleId
    terms: Terms
    zone: str
    route: Route
    state: EventState
    since: datetime
    version: int = 1
    lessons: tuple[Lesson, ...] = ()
    requests: tuple[RequestId, ...] = ()

    @property
    def open_lessons(self) -> tuple[Lesson, ...]:
        """Those that take place, the earliest first."""
        return tuple(
            sorted((each for each in self.lessons if each.state is LessonState.OPEN), key=lambda at: at.starts)
        )

    @property
    def ready(self) -> bool:
        """True when it may stand in a programme: somebody leads it, and it has a lesson."""
        return self.terms.host is not None and bool(self.open_lessons)

    def over(self, now: datetime) -> bool:
        """True when its last open lesson has ended; a draft without lessons never is."""
        return bool(self.open_lessons) and self.open_lessons[-1].ends <= now
