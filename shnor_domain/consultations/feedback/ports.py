"""What feedback needs from storage."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.consultations.attendance.ports import AttendanceWork
from shnor_domain.consultations.feedback.model import Answer, Sum
from shnor_domain.consultations.model import BookingId
from shnor_domain.identity import PersonId, Territory


class FeedbackStore(Protocol):
    """Answers of visitors."""

    async def of(self, booking: BookingId) -> Answer | None:
        """The answer about a booking."""
        ...

    async def of_visitor(self, visitor: PersonId) -> Sequence[Answer]:
        """All answers of one visitor, by booking."""
        ...

    async def put(self, answer: Answer, now: datetime) -> None:
        """Keep it in place of an earlier one."""
        ...

    async def drop(self, booking: BookingId) -> None:
        """Take it back."""
        ...

    async def forget(self, visitor: PersonId) -> None:
        """Wipe what a visitor has written; her scores stay for the averages."""
        ...

    async def sums(self, host: PersonId, since: date, until: date) -> Sequence[Sum]:
        """By subject and month, the newest month first, of a host's meetings on days in [`since`, `until`) of their own
        calendars that have an answer."""
        ...

    async def lines(self, host: PersonId, month: Sum) -> Sequence[str]:
        """What was written about the meetings of one sum, in the order of the alphabet: the order tells nobody."""
        ...

    async def areas(self, host: PersonId) -> Sequence[Territory]:
        """Where all the slots of a host, also ended ones, are open."""
        ...


class FeedbackWork(AttendanceWork, Protocol):
    """A unit of work with all that feedback needs."""

    @property
    def feedback(self) -> FeedbackStore:
        """Answers."""
        ...
