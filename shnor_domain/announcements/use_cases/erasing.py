"""After a recall: words and files go for good, the report stays."""

from dataclasses import dataclass

from shnor_domain.announcements.access import may_erase, require_steering
from shnor_domain.announcements.chains import erasable
from shnor_domain.announcements.model import Announcement, AnnouncementId
from shnor_domain.announcements.ports import AnnouncementFiles, AnnouncementWork
from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.work import Opens

_DONE = "announce-erase"


@dataclass(frozen=True, slots=True)
class EraseAnnouncement:
    """The sender of a recalled announcement, or the level above: its words, the address of its button, the reason why
    it was urgent and its files go from the database and from the disk. Reminders that were recalled too go with it, as
    far as she may steer them. Recipients and outcomes stay.

    Refused: `NotAllowed` to others who steer it, `NotFound` elsewhere; `Stale` before it is recalled, and while a copy
    still waits, is in hand or is being deleted.
    """

    read: Opens[AnnouncementWork]
    write: Opens[AnnouncementWork]
    announcement_files: AnnouncementFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """Erased once; a second tap does nothing more. Bodies that a crash has left go with the next tap or sweep."""
        async with self.write() as work:
            found = await work.announcements.hold(which)
            require_steering(actor, None if found is None else found.by.territory)
            assert found is not None
            if not may_erase(actor, found):
                raise NotAllowed
            if await work.applied.result(_DONE) is None and found.erased is None:
                await self._erase(work, actor, found)
                await work.applied.save(_DONE, str(which))
        await erase_bodies(self.read, self.write, self.announcement_files)

    async def _erase(self, work: AnnouncementWork, actor: Actor, found: Announcement) -> None:
        whole, now = await erasable(work, actor, found, work.announcements.hold), self.clock.now()
        if not whole:
            raise Stale
        for each in whole:
            await work.announcements.erase(each.id, now)
            await work.audit.add(AuditEntry(now, actor.person, "announce-erase", f"announcement:{each.id}"))


async def erase_bodies(read: Opens[AnnouncementWork], write: Opens[AnnouncementWork], files: AnnouncementFiles) -> int:
    """Files of erased announcements that no other one names leave the disk, then their rows; how many went. Their keys
    stand in the rows until then, so that no crash in between leaves a body."""
    async with read() as work:
        keys = await work.announcements.erased_files()
    for key in keys:
        await files.erase(key)
    if keys:
        async with write() as work:
            await work.announcements.unname(keys)
    return len(keys)
