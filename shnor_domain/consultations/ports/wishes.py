"""Days of the plan that wait for a host, and wishes where there is no day."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.model import (
    Draft,
    DraftId,
    Request,
    SlotId,
)
from shnor_domain.identity import PersonId, RegionId, SubjectId, Territory


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
