"""An audience with what bounds it: the sender's territory, the day, herself; and what a reminder hangs on."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.model import Announcement, By, State
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


def whom_words_concern(announcement: Announcement) -> Announcement:
    """Words are put right for whoever has them and is still there, what she has done since aside."""
    return replace(announcement, audience=replace(announcement.audience, missing=None))


async def is_recalled(work: AnnouncementWork, announcement: Announcement) -> bool:
    """True when it, or what it reminds of, has been recalled: a reminder never outlives its original."""
    found: Announcement | None = announcement
    while found is not None and found.state is not State.RECALLED:
        found = None if found.reminds is None else await work.announcements.get(found.reminds)
    return found is not None
