"""What materials need from storage, and from the disk."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.materials.model import Material, MaterialId
from shnor_domain.seminars.presence.ports import PresenceWork


class MaterialStore(Protocol):
    """Materials of events."""

    async def get(self, material: MaterialId) -> Material | None:
        """One."""
        ...

    async def of_event(self, event: EventId) -> Sequence[Material]:
        """All of an event, by age."""
        ...

    async def add(self, material: Material) -> MaterialId:
        """A new one; the id inside is ignored."""
        ...

    async def remove(self, material: MaterialId) -> None:
        """It goes."""
        ...

    async def waiting(self, added_before: datetime) -> Sequence[EventId]:
        """Events with something that was added before, and of which nobody was told yet, by id."""
        ...

    async def told(self, materials: Collection[MaterialId], now: datetime) -> None:
        """Of these was told."""
        ...

    async def named(self, keys: Collection[str]) -> Collection[str]:
        """Those of the keys of files that a row names."""
        ...

    async def forget(self, person: PersonId) -> None:
        """What she has added stays without her."""
        ...


class SeminarFiles(Protocol):
    """Bodies of files beside the database."""

    async def keep(self, body: bytes, ending: str) -> str:
        """Store; gives the key."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None where there is none."""
        ...

    async def erase(self, key: str) -> None:
        """Remove; nothing happens where there is none."""
        ...

    async def kept_before(self, instant: datetime) -> Sequence[str]:
        """Keys of bodies that are older, on the machine's clock."""
        ...


class MaterialWork(PresenceWork, Protocol):
    """As of presence, with materials."""

    @property
    def event_materials(self) -> MaterialStore: ...
