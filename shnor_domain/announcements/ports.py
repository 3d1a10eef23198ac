"""What announcements need from storage and from the disk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.forecast_groups import Alike
from shnor_domain.announcements.model import Announcement, Draft, State
from shnor_domain.announcements.outcomes import Copies, Progress, ReportRow, Total
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit, Lands, People
from shnor_domain.work import Work


@dataclass(frozen=True, slots=True)
class Scope:
    """People of `audience` inside of `within`, on `day`, but for one: by verified places in force and by pairs."""

    within: Territory
    audience: Audience
    day: date
    now: datetime
    but: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The latest place and pair that there are: who comes later is not in it."""

    place: int
    pair: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person with the place within the sender's scope, and none of her other ones."""

    person: PersonId
    name: str
    zone: str
    role: Role
    where: Territory


class AudienceBook(Protocol):
    """One query gives the audience, alike for counting, for showing, for laying rows and for asking again."""

    async def alike(self, scope: Scope) -> Sequence[Alike]:
        """The audience in groups for whom delivery decides alike: as many as there are habits, not people."""
        ...

    async def count(self, scope: Scope) -> int:
        """Number of people."""
        ...

    async def sample(self, scope: Scope, limit: int) -> Sequence[Recipient]:
        """The first by municipality, number and name of the school, and name (L8)."""
        ...

    async def zones(self, scope: Scope) -> Sequence[str]:
        """Zones of the audience."""
        ...

    async def page(self, scope: Scope, after: int, most: int, upto: Snapshot) -> tuple[Sequence[Recipient], int | None]:
        """Those of the next `most` people by id after `after`, who stood in their places at `upto`; and the id to go on
        from, None at the end."""
        ...

    async def among(self, scope: Scope, people: Collection[PersonId]) -> Collection[PersonId]:
        """Those of `people` who are in it."""
        ...

    async def snapshot(self) -> Snapshot:
        """As it is now."""
        ...


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

    async def listed(self, within: Sequence[Territory], offset: int, limit: int) -> Sequence[Announcement]:
        """Those told inside of any of the territories, the latest first."""
        ...

    async def count(self, within: Sequence[Territory]) -> int:
        """How many `listed` goes through."""
        ...

    async def same(self, digest: str, since: datetime) -> datetime | None:
        """When the last one of this digest was confirmed after `since`, unless it was stopped."""
        ...

    async def set_state(self, which: AnnouncementId, state: State, now: datetime, why: str | None = None) -> None:
        """Change it; its rows follow page by page."""
        ...

    async def correct(self, which: AnnouncementId, text: str, now: datetime) -> None:
        """Other words from now on; copies that were sent follow page by page."""
        ...

    async def restless(self, now: datetime) -> Sequence[AnnouncementId]:
        """Those of the open ones that do not surely only wait: rows do not stand as they should, none will go any more,
        or the sender may be gone."""
        ...

    async def settle(self, which: AnnouncementId) -> None:
        """All rows stand as they should."""
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

    async def files(self, keys: Collection[str]) -> Collection[str]:
        """Those of `keys` that some announcement names."""
        ...


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

    async def end_page(self, which: AnnouncementId, why: str, most: int) -> int:
        """Copies that wait never go; gives how many ended."""
        ...

    async def correct_page(self, which: AnnouncementId, now: datetime, most: int) -> bool:
        """Copies that went are edited; False when it was the last page."""
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
        """One walk of an index."""
        ...

    async def copies(self, which: AnnouncementId) -> Copies:
        """Of a recalled one."""
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

    async def leaves(self, person: PersonId) -> None:
        """Her copies that wait never go; what became of all of them stays when her notices are deleted."""
        ...


class AnnouncementWork(Work, Protocol):
    """A unit that has announcements, people and the outbox."""

    @property
    def announcements(self) -> AnnouncementStore: ...

    @property
    def audiences(self) -> AudienceBook: ...

    @property
    def recipients(self) -> RecipientStore: ...

    @property
    def notices(self) -> NoticePlanner: ...

    @property
    def people(self) -> People: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def audit(self) -> Audit: ...


class AnnouncementFiles(Protocol):
    """Bodies of photos and documents, by keys of the bot's own making."""

    async def keep(self, body: bytes, ending: str) -> str:
        """Write a whole body; gives its key."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None for one that is gone, and for a forged key."""
        ...

    async def erase(self, key: str) -> None:
        """Remove."""
        ...

    async def kept_before(self, instant: datetime) -> Sequence[str]:
        """Keys of bodies older than an instant of the machine's clock."""
        ...
