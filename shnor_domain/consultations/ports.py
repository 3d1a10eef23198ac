"""What consultations need from storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.consultations.model import (
    Booking,
    BookingId,
    BookingState,
    CancelReason,
    Draft,
    DraftId,
    Exceptions,
    ExtraWindow,
    Occurrence,
    Request,
    Session,
    SessionId,
    SessionKey,
    Slot,
    SlotId,
    Terms,
)
from shnor_domain.errors import DomainError
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit
from shnor_domain.work import Work


class SlotStore(Protocol):
    """Weekly rules and their exceptions."""

    async def add(self, host: PersonId, town: MunicipalityId | None, terms: Terms) -> SlotId:
        """Store a published slot."""
        ...

    async def get(self, slot: SlotId) -> Slot | None:
        """One slot, None when there is none."""
        ...

    async def many(self, slots: Collection[SlotId]) -> Sequence[Slot]:
        """Those of `slots` that there are, in any state."""
        ...

    async def of_host(self, host: PersonId) -> Sequence[Slot]:
        """Published slots of a host by weekday and time."""
        ...

    async def published(self, regions: Collection[RegionId]) -> Sequence[Slot]:
        """Published slots open somewhere in these regions, by weekday and time; for no region, none."""
        ...

    async def close(self, slot: SlotId) -> None:
        """End a slot: it meets no more."""
        ...

    async def exceptions(self, slots: Collection[SlotId]) -> Mapping[SlotId, Exceptions]:
        """Exceptions of each of `slots`, empty ones included."""
        ...

    async def forget(self, host: PersonId) -> None:
        """Wipe links, addresses and telephones of a host's slots."""
        ...

    async def set_link(self, slot: SlotId, link: str) -> None:
        """Replace the link of an online slot."""
        ...

    async def close_day(self, slot: SlotId, day: date) -> None:
        """Close one day of the slot; a second time changes nothing."""
        ...

    async def open_day(self, slot: SlotId, day: date) -> None:
        """Undo `close_day`."""
        ...

    async def add_window(self, slot: SlotId, window: ExtraWindow) -> None:
        """Add a window; the same start a second time changes nothing."""
        ...


class SessionStore(Protocol):
    """Meetings that have a row."""

    async def ensure(self, slot: Slot, occurrence: Occurrence) -> Session:
        """The row of a meeting, made when there was none."""
        ...

    async def find(self, keys: Collection[SessionKey]) -> Mapping[SessionKey, Session]:
        """Rows of those `keys` that have one."""
        ...

    async def get(self, session: SessionId) -> Session | None:
        """One session, None when there is none."""
        ...

    async def of_slot(self, slot: SlotId, since: datetime) -> Sequence[Session]:
        """Open sessions of a slot that start at `since` or later, by start."""
        ...

    async def cancel(self, session: SessionId) -> bool:
        """Cancel an open session; False when it was cancelled already."""
        ...


class BookingStore(Protocol):
    """Seats, and who is where when. Each refusal comes from a named constraint, under any number of writers."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Let writers who book for or with the same people pass one at a time, until the unit ends."""
        ...

    async def add(self, session: Session, visitor: PersonId, topic: str | None, now: datetime) -> BookingId:
        """Store a live booking; raises `AlreadyBooked` (`uq_booking_live_visitor`)."""
        ...

    async def take_seat(self, session: SessionId) -> int:
        """Count one more seat and give how many are taken now; raises `NoSeatsLeft` (`ck_session_seats`)."""
        ...

    async def free_seat(self, session: SessionId) -> int:
        """Count one seat less and give how many are taken now."""
        ...

    async def occupy(self, person: PersonId, session: Session, refusal: type[DomainError]) -> None:
        """Mark the person as busy for the session's minutes; raises `refusal` when she is elsewhere
        (`uq_busy_person_cell`)."""
        ...

    async def release(self, person: PersonId, session: SessionId) -> None:
        """Take the marks of this person in this session back."""
        ...

    async def get(self, booking: BookingId) -> Booking | None:
        """One booking in any state."""
        ...

    async def of_visitor(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live bookings that end after `since`, by start."""
        ...

    async def past_of_visitor(self, visitor: PersonId, until: datetime, skip: int, count: int) -> Sequence[Booking]:
        """Bookings that ended until `until` or were cancelled, the latest first."""
        ...

    async def all_of_visitor(self, visitor: PersonId) -> Sequence[Booking]:
        """Every booking of a visitor, in any state, by start."""
        ...

    async def forget(self, visitor: PersonId) -> None:
        """Wipe what a visitor has typed; rows stay for the counts."""
        ...

    async def of_session(self, session: SessionId) -> Sequence[Booking]:
        """Live bookings of a session in the order in which they were made."""
        ...

    async def of_sessions(self, sessions: Collection[SessionId]) -> Sequence[Booking]:
        """Live bookings of several sessions, by start, then in the order in which they were made."""
        ...

    async def busy_cells(self, people: Collection[PersonId], cells: range) -> Mapping[PersonId, frozenset[int]]:
        """Busy cells of 5 minutes of each of `people` within `cells`."""
        ...

    async def end(
        self,
        booking: BookingId,
        state: BookingState,
        now: datetime,
        *,
        late: bool = False,
        reason: CancelReason | None = None,
    ) -> bool:
        """End a live booking; False when it had ended already."""
        ...


class DraftStore(Protocol):
    """Days of a region's plan that wait for a host."""

    async def add(self, region: RegionId, subject: SubjectId, weekday: int, source: str) -> bool:
        """Store a draft; False when the same region, subject and weekday has one."""
        ...

    async def get(self, draft: DraftId) -> Draft | None:
        """An open draft, None when taken."""
        ...

    async def open_for(self, regions: Collection[RegionId], host: PersonId) -> Sequence[Draft]:
        """Open drafts of the regions that this host did not pass on, by weekday and subject."""
        ...

    async def take(self, draft: DraftId, slot: SlotId) -> None:
        """Tie the draft to the slot made of it; raises `DraftTaken` when another was first."""
        ...

    async def pass_on(self, draft: DraftId, host: PersonId) -> None:
        """Show it to this host no more."""
        ...

    async def forget(self, host: PersonId) -> None:
        """Delete what a host has passed on."""
        ...


class RequestStore(Protocol):
    """Wishes where there is no weekly day."""

    async def add(
        self, person: PersonId, subject: SubjectId, territory: Territory, topic: str | None, now: datetime
    ) -> bool:
        """Store a wish; False when the person waits for this subject already (then its topic is renewed)."""
        ...

    async def waiting(self, regions: Collection[RegionId]) -> Sequence[Request]:
        """Open wishes of the regions, the oldest first."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[Request]:
        """The person's open wishes."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Delete all wishes of a person."""
        ...

    async def withdraw(self, person: PersonId, subject: SubjectId) -> bool:
        """End the person's wish for a subject; False when there was none."""
        ...


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What others may be shown of a person: how she wishes to be called and her zone."""

    id: PersonId
    name: str
    zone: str


class Directory(Protocol):
    """Facts of people and territories that consultations read."""

    async def people(self, ids: Collection[PersonId]) -> Mapping[PersonId, KnownPerson]:
        """People by id; who left is missing."""
        ...

    async def towns(self, ids: Collection[MunicipalityId]) -> Mapping[MunicipalityId, str]:
        """Names of the towns of municipalities, those without a town missing."""
        ...

    async def subjects(self) -> Mapping[SubjectId, str]:
        """Names of all subjects that were ever in the catalogue, in its order."""
        ...

    async def areas(self, territory: Territory) -> Sequence[tuple[Territory, str]]:
        """The territory itself and, for a region, its municipalities by name, each with its name; empty for an
        unknown one."""
        ...

    async def schools(self, ids: Collection[SchoolId]) -> Sequence[tuple[Territory, str]]:
        """Schools with their names, by number and name."""
        ...

    async def zone_of(self, territory: Territory) -> str | None:
        """Zone of the municipality (of the school); None for a region as a whole."""
        ...

    async def project_schools(self, year: int) -> frozenset[SchoolId]:
        """Schools that have a status of the project in the school year that begins in `year`."""
        ...

    async def regions(self) -> Sequence[tuple[RegionId, str]]:
        """All regions by name: the open schedule starts with them."""
        ...


class ConsultationWork(Work, Protocol):
    """A unit of work with all that consultations need."""

    @property
    def slots(self) -> SlotStore:
        """Weekly rules."""
        ...

    @property
    def sessions(self) -> SessionStore:
        """Meetings."""
        ...

    @property
    def bookings(self) -> BookingStore:
        """Seats."""
        ...

    @property
    def drafts(self) -> DraftStore:
        """Drafts of slots."""
        ...

    @property
    def consultation_requests(self) -> RequestStore:
        """Wishes."""
        ...

    @property
    def directory(self) -> Directory:
        """People and territories, to read."""
        ...

    @property
    def audit(self) -> Audit:
        """The log of what coordinators change."""
        ...

    @property
    def notices(self) -> NoticePlanner:
        """What must be told, in the same transaction."""
        ...
