"""What carries announcements on: rows follow what was said of their announcement, page by page, after any crash."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from shnor_domain.announcements.model import Announcement, AnnouncementId, State
from shnor_domain.announcements.notices import AWAY, GONE, STOPPED
from shnor_domain.announcements.ports import AnnouncementFiles, AnnouncementWork
from shnor_domain.announcements.preparing import stop_without_sender
from shnor_domain.announcements.scoping import scope_of
from shnor_domain.announcements.use_cases.erasing import erase_bodies
from shnor_domain.clock import Clock
from shnor_domain.work import Opens

PAGE = 1_000
ROUNDS = 20
"""Pages of each announcement at one call: others, and shutdown, never wait for the end of a long one."""
UNNAMED = timedelta(days=30)
"""A draft lies in its dialog for as long as nobody goes on with it: its files wait with it for a month."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CarryOnAnnouncements:
    """A job, every second: lays rows, lets them sleep and wakes them, ends, corrects and recalls them; stops what
    nobody may send any more; says what is finished. Nobody's action."""

    read: Opens[AnnouncementWork]
    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many pages were turned."""
        async with self.read() as work:
            waiting = list(await work.announcements.restless(self.clock.now()))
        turned = 0
        for _ in range(ROUNDS):
            waiting = [which for which in waiting if await self._carried(which)]
            turned += len(waiting)
            if not waiting:
                break
        return turned

    async def _carried(self, which: AnnouncementId) -> bool:
        """True when there is more to do at once."""
        try:
            if await self._idle(which):
                return False
            async with self.write() as work:
                found = await work.announcements.hold(which)
                return found is not None and await self._step(work, found)
        except Exception:
            logger.exception("announcement %s could not be carried on", which)
            return False

    async def _idle(self, which: AnnouncementId) -> bool:
        """Looked at exactly: one that only waits, or only sleeps, takes no writer's turn."""
        async with self.read() as work:
            found = await work.announcements.get(which)
            if found is None:
                return True
            if found.state is State.PAUSED:
                sleeps = await work.recipients.behind(which) and not await work.recipients.corrects(which)
                return sleeps and not await self._forsaken(work, found)
            return (
                found.state is State.RUNNING
                and not await work.recipients.behind(which)
                and not await self._forsaken(work, found)
                and await work.recipients.any_waits(which)
            )

    async def _forsaken(self, work: AnnouncementWork, found: Announcement) -> str | None:
        """`GONE`: its sender is a coordinator there no more; `AWAY`: she is on leave, and what she had put off has not
        begun."""
        now = self.clock.now()
        if not await work.announcements.sender_stands(found, now):
            return GONE
        put_off = not found.start.now and await work.announcements.sender_on_leave(found, now)
        return AWAY if put_off and not await work.recipients.any_sent(found.id) else None

    async def _step(self, work: AnnouncementWork, found: Announcement) -> bool:
        which, now = found.id, self.clock.now()
        if not found.state.over and (why := await self._forsaken(work, found)) is not None:
            await stop_without_sender(work, found, now, why)
            return True
        if not found.laid:
            # of a stopped one too: who was to be told stands in the report
            await work.recipients.lay_page(found, await scope_of(work, found, found.confirmed), PAGE)
            return True
        if await work.recipients.corrects(which):
            await work.recipients.correct_page(which, now, PAGE)
            return True
        return await self._follow(work, found)

    async def _follow(self, work: AnnouncementWork, found: Announcement) -> bool:
        """Rows as the state says."""
        which, now, rows = found.id, self.clock.now(), work.recipients
        match found.state:
            case State.PREPARING:
                await work.announcements.set_state(which, State.RUNNING, now)
                return True
            case State.RUNNING:
                if await rows.behind(which):
                    await rows.wake_page(which, now, PAGE)
                    return True
                if await rows.any_waits(which):
                    return False
                await work.announcements.set_state(which, State.DONE, now)
            case State.PAUSED:
                if await rows.sleep_page(which, PAGE) == PAGE:
                    return True
            case State.STOPPED:
                if await rows.end_page(which, STOPPED, now, PAGE) == PAGE:
                    return True
            case State.RECALLED:
                ended = await rows.end_page(which, STOPPED, now, PAGE)
                if PAGE in (ended, await rows.recall_page(which, now, PAGE)):
                    return True
            case State.DONE:
                pass
        await work.announcements.settle(which)
        return False


@dataclass(frozen=True, slots=True)
class SweepAnnouncementFiles:
    """A job, once a day and at the start: bodies that no announcement names, of drafts that nobody confirmed, go after
    a month; those of erased ones, which a crash has left, at once. Nobody's action."""

    read: Opens[AnnouncementWork]
    write: Opens[AnnouncementWork]
    announcement_files: AnnouncementFiles
    real: Clock

    async def __call__(self) -> int:
        """How many went; ages are by the machine's clock, as the disk keeps them."""
        erased = await erase_bodies(self.read, self.write, self.announcement_files)
        old = await self.announcement_files.kept_before(self.real.now() - UNNAMED)
        if not old:
            return erased
        async with self.read() as work:
            unnamed = set(old) - set(await work.announcements.files(old))
        for key in unnamed:
            await self.announcement_files.erase(key)
        return erased + len(unnamed)
