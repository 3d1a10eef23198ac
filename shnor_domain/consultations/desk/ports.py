"""What the desk needs from storage, beside what all consultations need."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.desk.model import Letter, LetterId, Remembered
from shnor_domain.consultations.model import SessionId
from shnor_domain.identity import PersonId


class LetterStore(Protocol):
    """Letters of hosts to who is booked."""

    async def add(self, session: SessionId, host: PersonId, text: str, now: datetime, told: int) -> LetterId:
        """Store a letter that goes to `told` people."""
        ...

    async def get(self, letter: LetterId) -> Letter | None:
        """One letter; None when there is none, or its writer has left."""
        ...

    async def count(self, session: SessionId, since: datetime, until: datetime) -> int:
        """How many letters went about a meeting in [`since`, `until`)."""
        ...

    async def of_host(self, host: PersonId) -> Sequence[Letter]:
        """Everything that she has written, the oldest first."""
        ...

    async def forget(self, host: PersonId) -> None:
        """Wipe her texts; counts stay."""
        ...


class CalendarFileStore(Protocol):
    """What went to whose calendar."""

    async def find(self, person: PersonId, about: str) -> Remembered | None:
        """What her calendar was told last of `about`, None when she never took a file."""
        ...

    async def meetings(self, person: PersonId, since: datetime, until: datetime) -> Collection[SessionId]:
        """Meetings of which her calendar was told as who leads them, and which start in [`since`, `until`) now."""
        ...

    async def keep(self, person: PersonId, about: str, told: Remembered) -> None:
        """Remember what her calendar is told now; of two at once both may keep the same."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Delete what her calendar was told."""
        ...


class DeskWork(AbsenceWork, Protocol):
    """A unit of work with all that the desk needs."""

    @property
    def letters(self) -> LetterStore:
        """Letters to who is booked."""
        ...

    @property
    def calendar_files(self) -> CalendarFileStore:
        """Entries in people's calendars."""
        ...
