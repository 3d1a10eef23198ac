"""An audience with what bounds it: the sender's territory, the day, herself."""

from datetime import datetime

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.model import Announcement, By
from shnor_domain.announcements.ports import AnnouncementWork, Scope
from shnor_domain.identity import PersonId
from shnor_domain.people.model.days import local_day


async def scope_of(work: AnnouncementWork, announcement: Announcement, now: datetime) -> Scope:
    """As it is on the day of `now` in the sender's territory."""
    return await scope_for(work, announcement.by, announcement.audience, announcement.sender, now)


async def scope_for(
    work: AnnouncementWork, by: By, audience: Audience, sender: PersonId | None, now: datetime
) -> Scope:
    """Nobody announces to herself."""
    day = local_day(now, await work.lands.zone_of(by.territory))
    return Scope(by.territory, audience, day, now, sender)
