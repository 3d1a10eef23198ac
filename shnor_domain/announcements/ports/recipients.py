"""Recipients and their copies, as storage moves and counts them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement
from shnor_domain.announcements.outcomes import Copies, Corrections, Progress, ReportRow, Total
from shnor_domain.announcements.ports.audiences import Scope
from shnor_domain.identity import PersonId


class RecipientStore(Protocol):
    """Rows of recipients and their copies, in pages of short transactions."""

    async def lay_page(self, announcement: Announcement, scope: Scope, most: int) -> bool:
        """Lay the next recipients with their copies; False when it was the last page."""
        ...

    async def sleep_page(self, which: AnnouncementId, most: int) -> int:
        """Copies that wait sleep until woken; gives how many fell asleep."""
        ...

    async def wake_page(self, which: AnnouncementId, now: datetime, most: int) -> int:
        """Copies that sleep are looked at again; gives how many."""
        ...

    async def end_page(self, which: AnnouncementId, why: str, now: datetime, most: int) -> int:
        """Copies that wait never go; gives how many ended."""
        ...

    async def correct_page(self, which: AnnouncementId, now: datetime, most: int) -> bool:
        """Copies that went are edited; False when it was the last page."""
        ...

    async def correctable(self, which: AnnouncementId, scope: Scope) -> int:
        """Copies that a correction would edit: of who is in `scope` and can be reached."""
        ...

    async def recall_page(self, which: AnnouncementId, now: datetime, most: int) -> int:
        """Copies that went are deleted; gives how many."""
        ...

    async def behind(self, which: AnnouncementId) -> bool:
        """True while copies sleep that should not, or a correction has not been told to all."""
        ...

    async def corrects(self, which: AnnouncementId) -> bool:
        """True while a correction has not been told to all."""
        ...

    async def any_waits(self, which: AnnouncementId) -> bool:
        """True while a copy will go by itself: whom nothing reaches does not count."""
        ...

    async def any_sent(self, which: AnnouncementId) -> bool:
        """True once a copy went."""
        ...

    async def progress(self, which: AnnouncementId) -> Progress:
        """Short enough for every few seconds."""
        ...

    async def copies(self, which: AnnouncementId) -> Copies:
        """Of a recalled one."""
        ...

    async def corrections(self, which: AnnouncementId) -> Corrections:
        """Of a corrected one."""
        ...

    async def totals(self, which: AnnouncementId) -> Sequence[Total]:
        """By municipality and school, those first that have no school; each recipient is in exactly one count."""
        ...

    async def rows(self, which: AnnouncementId, offset: int, limit: int) -> Sequence[ReportRow]:
        """By municipality, number and name of the school, name."""
        ...

    async def has(self, which: AnnouncementId, person: PersonId) -> bool:
        """True for a recipient whose copy went."""
        ...

    async def acknowledged(self, which: AnnouncementId, person: PersonId) -> datetime | None:
        """When she has said so."""
        ...

    async def acknowledge(self, which: AnnouncementId, person: PersonId, now: datetime) -> bool:
        """Note the first word of a recipient; False when there is one, or she is none."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[tuple[AnnouncementId, datetime | None]]:
        """What she was told, and when she acknowledged it."""
        ...

    async def leaves(self, person: PersonId, now: datetime) -> None:
        """Her copies that wait never go; what became of all of them, and when, stays when her notices are deleted."""
        ...
