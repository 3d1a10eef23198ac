"""Counts of consultations: every seat that was kept has become exactly one thing, so that shares add up (rule 9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from shnor_domain.consultations.attendance.model import NotHeld
from shnor_domain.consultations.model import Format, SessionKey
from shnor_domain.identity import MunicipalityId, PersonId, SubjectId, Territory


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose consultations are counted: those that `host` led; or, of a region, those open in it, of a municipality
    those that its people had booked. Exactly one is given."""

    host: PersonId | None = None
    territory: Territory | None = None


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats that were kept for meetings which are over, by what became of them: someone `came`; not, though it was held
    (`absent`); given back `late`; the meeting was `not_held`; its host has not said (`unmarked`)."""

    came: int = 0
    absent: int = 0
    late: int = 0
    not_held: int = 0
    unmarked: int = 0

    @property
    def all(self) -> int:
        """The denominator of each share."""
        return self.came + self.absent + self.late + self.not_held + self.unmarked


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings that are over and had somebody booked at their start: held, not held by reason, not marked."""

    held: int = 0
    unmarked: int = 0
    reasons: Mapping[NotHeld, int] = field(default_factory=dict)

    @property
    def not_held(self) -> int:
        """For whatever reason."""
        return sum(self.reasons.values())

    @property
    def all(self) -> int:
        """The denominator."""
        return self.held + self.not_held + self.unmarked


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: of a subject or a municipality, None for the whole. `waiting` wait for a seat now."""

    of: SubjectId | MunicipalityId | None
    seats: Seats
    meetings: Meetings
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic as it was typed, and how many bookings of a subject have it, however written, of how many people."""

    subject: SubjectId
    topic: str
    count: int
    people: int


@dataclass(frozen=True, slots=True)
class Statements:
    """Meetings about which the host and a visitor have spoken, and of these those where the two do not agree; nobody is
    named."""

    both: int = 0
    differ: int = 0


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting behind the numbers, without its people. `extra` is how many came beyond the seats that were kept."""

    key: SessionKey
    subject: SubjectId
    format: Format
    host: PersonId
    seats: Seats
    minutes: int | None = None
    extra: int = 0

    @property
    def people(self) -> int:
        """How many came in all."""
        return self.seats.came + self.extra


class HelpKind(Enum):
    """What a host's hours are made of, each counted on its own; the first three are formats of consultations."""

    ONLINE = "online"
    ON_SITE = "on_site"
    PHONE = "phone"
    VISIT = "visit"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A held visit behind a host's hours: `came` by her own report, `confirmed` where the school has agreed with it."""

    starts: datetime
    school: str
    minutes: int
    came: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Help:
    """What one host did of one kind in the month that begins with `month`: `times` held, `minutes` of them together
    (0 where none are known: an answered question has no length), `people` who came."""

    host: PersonId
    kind: HelpKind
    month: date
    times: int
    minutes: int
    people: int
