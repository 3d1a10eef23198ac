"""Other words, or none at all, for what was told: the sender or another coordinator whose territory covers the whole
audience. Reminders of it change with it, as far as she may steer them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.announcements import content as contents
from shnor_domain.announcements.access import require_steering
from shnor_domain.announcements.chains import Load, reminders_of
from shnor_domain.announcements.model import Announcement, AnnouncementId, State
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.announcements.scoping import is_recalled, scope_of, whom_words_concern
from shnor_domain.announcements.use_cases.steering import held, turn
from shnor_domain.clock import Clock
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CorrectAnnouncement:
    """Other words: copies that went are edited and say so, the others go with the new ones; reminders of it too, which
    the actor may steer. `BadAnnouncement` for words that cannot be sent with its files; `Stale` for a recalled one, for
    what reminds of such, and for words that are not `over` any more: those that she had before her eyes."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId, text: str, over: str | None = None) -> None:
        """The same words once more change nothing."""
        now = self.clock.now()
        async with self.write() as work:
            found = await held(work, actor, which)
            if await is_recalled(work, found):
                raise Stale
            contents.checked(replace(found.content, text=text))
            if text == found.content.text:
                return
            if over is not None and over != found.content.text:
                raise Stale
            for each in (found, *await _same_reminders(work, actor, found, work.announcements.hold)):
                await _correct(work, actor, replace(each, content=replace(each.content, text=text)), now)


@dataclass(frozen=True, slots=True)
class RecallAnnouncement:
    """Copies are deleted where the messenger still does it (Telegram: 48 hours), the others are counted; what waits
    never goes. Reminders of it are recalled too, which the actor may steer."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """A second tap changes nothing."""
        now = self.clock.now()
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state is State.RECALLED:
                return
            for each in (found, *await _reminders(work, actor, found, work.announcements.hold)):
                await turn(work, actor, each, State.RECALLED, now, "person")


@dataclass(frozen=True, slots=True)
class Affected:
    """Copies that a correction edits, and that a recall deletes, reminders included."""

    corrected: int
    recalled: int


@dataclass(frozen=True, slots=True)
class CountAffected:
    """As the two above, before they are confirmed; nobody is counted whose copy would be left as it is."""

    read: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> Affected:
        """`NotFound` for what is told elsewhere."""
        now = self.clock.now()
        async with self.read() as work:
            found = await work.announcements.get(which)
            require_steering(actor, None if found is None else found.by.territory)
            assert found is not None
            corrected = recalled = 0
            alive = not await is_recalled(work, found)
            same = await _same_reminders(work, actor, found, work.announcements.get) if alive else ()
            for each in (found, *same) if alive else ():
                scope = await scope_of(work, whom_words_concern(each), now)
                corrected += await work.recipients.correctable(each.id, scope)
            for each in (found, *await _reminders(work, actor, found, work.announcements.get)):
                recalled += (await work.recipients.progress(each.id)).copies
            return Affected(corrected, recalled)


async def _reminders(work: AnnouncementWork, actor: Actor, found: Announcement, load: Load) -> Sequence[Announcement]:
    """Those that are not recalled yet."""
    reminders = await reminders_of(work, actor, found, load)
    return [each for each in reminders if each.state is not State.RECALLED]


async def _same_reminders(
    work: AnnouncementWork, actor: Actor, found: Announcement, load: Load
) -> Sequence[Announcement]:
    """Those in which its words still stand; what reminds of one with other words is not put right by this one."""
    family, same = {found.id}, []
    for reminder in await _reminders(work, actor, found, load):
        if reminder.reminds in family and reminder.content.text == found.content.text:
            family.add(reminder.id)
            same.append(reminder)
    return same


async def _correct(work: AnnouncementWork, actor: Actor, corrected: Announcement, now: datetime) -> None:
    await work.announcements.correct(corrected, now)
    await work.audit.add(AuditEntry(now, actor.person, "announce-correct", f"announcement:{corrected.id}"))
