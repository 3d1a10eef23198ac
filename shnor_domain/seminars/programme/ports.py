"""What programmes need from storage."""

from collections.abc import Sequence
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.programme.model import Line, Version, VersionId, VersionState


class ProgrammeStore(Protocol):
    """Versions and their lines."""

    async def get(self, version: VersionId) -> Version | None:
        """One."""
        ...

    async def hold(self, cycle: CycleId) -> None:
        """Nobody else publishes a version of a half-year, or submits one, until the unit ends: numbers are given one
        at a time. After all events that are held (ADR 12)."""
        ...

    async def in_work_with(self, event: EventId) -> bool:
        """True where the version that waits, or is approved, shows this event."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[Version]:
        """What she has submitted, or decided on, the newest first."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Wipe her from versions that she made or decided on, the reasons that she typed, and from lines that she was
        to lead."""
        ...

    async def lines(self, version: VersionId) -> Sequence[Line]:
        """Its lines by the first lesson, then by event."""
        ...

    async def of_cycle(self, cycle: CycleId) -> Sequence[Version]:
        """All of a half-year, the newest first."""
        ...

    async def in_work(self, cycle: CycleId) -> Version | None:
        """The one that waits or is approved."""
        ...

    async def newest_published(self, cycle: CycleId) -> Version | None:
        """The one that holds."""
        ...

    async def before(self, version: Version) -> Version | None:
        """The published one whose number is one less."""
        ...

    async def was_published(self, event: EventId) -> bool:
        """True where a version that holds, or has held, shows this event."""
        ...

    async def waiting(self) -> Sequence[Version]:
        """Those that wait for approval, the oldest first."""
        ...

    async def add(self, version: Version, lines: Sequence[Line]) -> VersionId:
        """A new one; the id inside is ignored. Raises `Stale` where another is in work, or has its number."""
        ...

    async def save(self, version: Version, came_from: VersionState) -> bool:
        """Write state, number, decision and publication if it is in that state still; False when it is not. Raises
        `Stale` where another has its number."""
        ...

    async def replace_lines(self, version: VersionId, lines: Sequence[Line]) -> None:
        """Further changes of the day join its version."""
        ...
