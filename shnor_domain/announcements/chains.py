"""What reminds of an announcement changes with it, as far as the actor may steer it."""

from collections.abc import Awaitable, Callable, Sequence

from shnor_domain.announcements.access import may_erase, steers
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement, State
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.identity import Actor

Load = Callable[[AnnouncementId], Awaitable[Announcement | None]]
"""`get` or `hold` of the store: to look, or to write."""


async def reminders_of(work: AnnouncementWork, actor: Actor, found: Announcement, load: Load) -> Sequence[Announcement]:
    """What reminds of it, and of its reminders, by number; nobody unsays what a level above says."""
    family, reminders = {found.id}, []
    for each in await work.announcements.chain(found.id):
        reminder = await load(each) if each > found.id else None
        if reminder is None or reminder.reminds not in family or not steers(actor, reminder.by.territory):
            continue
        family.add(each)
        reminders.append(reminder)
    return reminders


async def erasable(work: AnnouncementWork, actor: Actor, found: Announcement, load: Load) -> Sequence[Announcement]:
    """The announcement, and its reminders that were recalled with it, by number; none while a copy of any of them
    still waits, is in hand or has yet to be deleted, and none that the actor may not erase, or that is erased."""
    if found.erased is not None or found.state is not State.RECALLED or not may_erase(actor, found):
        return ()
    reminders = await reminders_of(work, actor, found, load)
    whole = (found, *(each for each in reminders if each.state is State.RECALLED and each.erased is None))
    return whole if all([await _is_quiet(work, each) for each in whole]) else ()


async def _is_quiet(work: AnnouncementWork, found: Announcement) -> bool:
    if not found.laid or await work.recipients.any_waits(found.id):
        return False
    return not (await work.recipients.copies(found.id)).waiting
