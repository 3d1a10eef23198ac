"""What marks and words need from storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.attendance.model import Mark, Said
from shnor_domain.consultations.model import BookingId, Session, SessionId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.identity import PersonId


class AttendanceStore(Protocol):
    """The host's marks and the visitors' words."""

    async def mark(self, session: SessionId) -> Mark | None:
        """What the host says of a meeting, None before she has."""
        ...

    async def came(self, bookings: Collection[BookingId]) -> Mapping[BookingId, int]:
        """How many came by each of `bookings`, those of meetings without a mark missing."""
        ...

    async def put(self, mark: Mark, came: Mapping[BookingId, int]) -> None:
        """Keep the mark in place of an earlier one, and how many came by each of the meeting's bookings."""
        ...

    async def unmarked(self, host: PersonId, since: datetime, until: datetime) -> Sequence[Session]:
        """Meetings of a host with somebody booked that ended from `since` until `until` and have no mark, the oldest
        first."""
        ...

    async def said(self, booking: BookingId) -> Said | None:
        """What its visitor says of the meeting."""
        ...

    async def said_by(self, visitor: PersonId) -> Mapping[BookingId, Said]:
        """All that one visitor has said of meetings, by booking."""
        ...

    async def say(self, booking: BookingId, said: Said, now: datetime) -> None:
        """Keep her word in place of an earlier one."""
        ...


class AttendanceWork(ConsultationWork, Protocol):
    """A unit of work with all that attendance needs."""

    @property
    def attendance(self) -> AttendanceStore:
        """Marks and words."""
        ...
