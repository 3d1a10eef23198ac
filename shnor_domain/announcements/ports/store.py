"""Announcements themselves, as storage keeps them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement, Draft, State
from shnor_domain.identity import PersonId, Territory


class AnnouncementStore(Protocol):
    """Announcements themselves."""

    async def add(
        self, draft: Draft, sender: PersonId, now: datetime, begins: datetime, reminds: AnnouncementId | None = None
    ) -> AnnouncementId:
        """A new one in state PREPARING, with the `Snapshot` of now."""
        ...

    async def get(self, which: AnnouncementId) -> Announcement | None:
        """One as it stands."""
        ...

    async def chain(self, which: AnnouncementId) -> Sequence[AnnouncementId]:
        """The one that was told first, and all that remind of it and of its reminders, by number; `which` is in it."""
        ...

    async def hold(self, which: AnnouncementId) -> Announcement | None:
        """`get` for who will write: nobody else holds it until the unit ends."""
        ...

    async def listed(
        self, within: Sequence[Territory], offset: int, limit: int, *, asking: bool = False
    ) -> Sequence[Announcement]:
        """Those told inside of any of the territories, the latest first; `asking` for «ознакомлен(а)» alone."""
        ...

    async def count(self, within: Sequence[Territory], *, asking: bool = False) -> int:
        """How many `listed` goes through."""
        ...

    async def same(self, digest: str, since: datetime) -> datetime | None:
        """When the last one of this digest was confirmed or got these words after `since`, unless it was stopped.
        Nobody else asks for the same digest until the unit ends."""
        ...

    async def set_state(self, which: AnnouncementId, state: State, now: datetime, why: str | None = None) -> None:
        """Change it; its rows follow page by page."""
        ...

    async def correct(self, corrected: Announcement, now: datetime) -> None:
        """The words that stand in `corrected` from now on; copies that were sent follow page by page."""
        ...

    async def restless(self, now: datetime) -> Sequence[AnnouncementId]:
        """Those of the open ones that do not surely only wait: rows do not stand as they should, none will go any more,
        or the sender may be gone."""
        ...

    async def settle(self, which: AnnouncementId) -> None:
        """All rows stand as they should. A paused one is looked at on: its sender may be gone (rule N10)."""
        ...

    async def sender_stands(self, announcement: Announcement, now: datetime) -> bool:
        """True while her verified place in force covers its territory."""
        ...

    async def sender_on_leave(self, announcement: Announcement, now: datetime) -> bool:
        """True while her leave lasts."""
        ...

    async def of_sender(self, person: PersonId) -> Sequence[Announcement]:
        """All of hers, the latest first."""
        ...

    async def level_above(self, announcement: Announcement, now: datetime) -> Sequence[PersonId]:
        """Regional coordinators of a municipality's, administrators where there are none and of a region's."""
        ...

    async def erase(self, which: AnnouncementId, now: datetime) -> None:
        """Its words, names and addresses go; nobody is given its files any more."""
        ...

    async def erased_files(self) -> Collection[str]:
        """Keys of files of erased announcements that no other one names: their bodies are to go."""
        ...

    async def unname(self, keys: Collection[str]) -> None:
        """Their bodies are gone: no erased announcement knows of them any more."""
        ...

    async def files(self, keys: Collection[str]) -> Collection[str]:
        """Those of `keys` that some announcement names."""
        ...
