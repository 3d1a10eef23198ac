"""What rating needs from storage."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.rating.model import Rating
from shnor_domain.seminars.signing.model import SignUpId


class RatingStore(Protocol):
    """Answers about events."""

    async def get(self, signup: SignUpId) -> Rating | None:
        """Of one seat."""
        ...

    async def put(self, rating: Rating, now: datetime) -> None:
        """In place of an earlier one."""
        ...

    async def of_event(self, event: EventId) -> Sequence[Rating]:
        """All of an event."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[tuple[EventId, Rating]]:
        """Hers, by event."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Her lines go, her scores stay in averages, where nobody can tell whose they are."""
        ...


class RatingWork(PresenceWork, Protocol):
    """As of presence, with ratings."""

    @property
    def event_ratings(self) -> RatingStore: ...
