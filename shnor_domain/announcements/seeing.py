"""An announcement for who may see it: coordinators whose territory covers its audience."""

from shnor_domain.announcements.access import require_steering
from shnor_domain.announcements.model import Announcement, AnnouncementId
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.identity import Actor


async def seen(work: AnnouncementWork, actor: Actor, which: AnnouncementId) -> Announcement:
    """`NotAllowed` to who announces nothing, `NotFound` for what is told elsewhere."""
    found = await work.announcements.get(which)
    require_steering(actor, None if found is None else found.by.territory)
    assert found is not None
    return found
