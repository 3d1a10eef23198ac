"""What coordinators see of announcements: the list, one of them, its progress and its report."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.announcements.access import scopes_of
from shnor_domain.announcements.chains import erasable
from shnor_domain.announcements.model import Announcement, AnnouncementId, State
from shnor_domain.announcements.outcomes import Copies, Corrections, Progress, ReportRow, Total
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.announcements.scoping import is_recalled
from shnor_domain.announcements.seeing import seen
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor
from shnor_domain.work import Opens

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class AnnouncementPage:
    """Some of the announcements, and how many there are."""

    announcements: Sequence[Announcement]
    total: int


@dataclass(frozen=True, slots=True)
class ListAnnouncements:
    """Coordinators: what is told in their territories, by whomever; running ones too. Others get none."""

    read: Opens[AnnouncementWork]

    async def __call__(
        self, actor: Actor, offset: int = 0, limit: int = 8, *, asking: bool = False
    ) -> AnnouncementPage:
        """The latest first; `asking` gives those alone that ask for «ознакомлен(а)»."""
        within = [by.territory for by in scopes_of(actor)]
        if not within:
            return AnnouncementPage((), 0)
        async with self.read() as work:
            found = await work.announcements.listed(within, offset, limit, asking=asking)
            return AnnouncementPage(found, await work.announcements.count(within, asking=asking))


@dataclass(frozen=True, slots=True)
class AnnouncementCard:
    """One announcement as it stands; `copies` of a recalled one alone, `corrections` of one that lies corrected.
    `unsaid`: what it reminds of was recalled, so that it is corrected and repeated no more. `erasable` by the actor."""

    announcement: Announcement
    progress: Progress
    copies: Copies | None
    corrections: Corrections | None = None
    unsaid: bool = False
    erasable: bool = False

    @property
    def correctable(self) -> bool:
        """True while its words, or those that it repeats, stand."""
        return self.announcement.state is not State.RECALLED and not self.unsaid

    @property
    def stoppable(self) -> bool:
        """True while a copy would still go: of a finished one to whom nothing has reached yet."""
        state = self.announcement.state
        return not state.over or (state is State.DONE and self.progress.open > 0)


@dataclass(frozen=True, slots=True)
class OpenAnnouncement:
    """Coordinators whose territory covers the audience; `NotFound` for what is told elsewhere."""

    read: Opens[AnnouncementWork]

    async def __call__(self, actor: Actor, which: AnnouncementId) -> AnnouncementCard:
        """Cheap enough to be asked every few seconds: walks of indexes."""
        async with self.read() as work:
            found = await seen(work, actor, which)
            recalled = found.state is State.RECALLED
            copies = await work.recipients.copies(which) if recalled else None
            corrected = found.corrected is not None and not recalled
            corrections = await work.recipients.corrections(which) if corrected else None
            return AnnouncementCard(
                found,
                await work.recipients.progress(which),
                copies,
                corrections,
                unsaid=not recalled and await is_recalled(work, found),
                erasable=bool(await erasable(work, actor, found, work.announcements.get)),
            )


@dataclass(frozen=True, slots=True)
class AnnouncementTotals:
    """As `OpenAnnouncement`: counts by outcome, counted from the rows."""

    read: Opens[AnnouncementWork]

    async def __call__(self, actor: Actor, which: AnnouncementId) -> Sequence[Total]:
        """By municipality and school; they add up to the number of recipients."""
        async with self.read() as work:
            await seen(work, actor, which)
            return await work.recipients.totals(which)


@dataclass(frozen=True, slots=True)
class AnnouncementReport:
    """As `OpenAnnouncement`: a page of the report, a person a row."""

    read: Opens[AnnouncementWork]

    async def __call__(
        self, actor: Actor, which: AnnouncementId, offset: int = 0, limit: int = MOST_ROWS
    ) -> Sequence[ReportRow]:
        """By municipality, number and name of the school, then name (L8); at most 5,000 at once."""
        async with self.read() as work:
            await seen(work, actor, which)
            return await work.recipients.rows(which, offset, min(limit, MOST_ROWS))


@dataclass(frozen=True, slots=True)
class StoppedByLeave:
    """Whoever is known: how many of her own announcements a leave that begins now would stop, because they have not
    begun. Refused: `NotAllowed`."""

    read: Opens[AnnouncementWork]

    async def __call__(self, actor: Actor) -> int:
        """0 for who has announced nothing."""
        if actor.person is None:
            raise NotAllowed
        async with self.read() as work:
            put_off = [
                found
                for found in await work.announcements.of_sender(actor.person)
                if not found.state.over and not found.start.now
            ]
            return sum([not await work.recipients.any_sent(found.id) for found in put_off])
