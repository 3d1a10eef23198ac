"""A draft as it may be sent, and what becomes of an announcement at once, whoever asks for it."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.announcements import content as contents
from shnor_domain.announcements.access import steers
from shnor_domain.announcements.audience import Audience, NotAcknowledged, checked
from shnor_domain.announcements.content import KeptFile, file_digest
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.announcements.model import Announcement, Draft, State, checked_reason
from shnor_domain.announcements.notices import SENDER_GONE
from shnor_domain.announcements.ports import AnnouncementFiles, AnnouncementWork
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import Notice


async def checked_draft(draft: Draft, files: AnnouncementFiles) -> Draft:
    """The draft with its reason in one line, and with what its files hold; `BadAnnouncement`, `Invalid` of the
    reason."""
    content = contents.checked(draft.content)
    content = replace(content, photo=await _there(content.photo, files), document=await _there(content.document, files))
    return replace(draft, content=content, urgent=checked_reason(draft.urgent))


async def _there(file: KeptFile | None, files: AnnouncementFiles) -> KeptFile | None:
    """As it was read when it came; of a draft from before that was noted, as it is read now."""
    if file is None:
        return None
    body = await files.read(file.key)
    if body is None:
        raise BadAnnouncement("file")
    return file if file.digest else replace(file, digest=file_digest(body))


async def check_audience(work: AnnouncementWork, actor: Actor, audience: Audience) -> None:
    """`Invalid` for criteria that cannot be; `NotFound` for who has not answered an announcement of others (rule 1)."""
    checked(audience)
    if isinstance(audience.missing, NotAcknowledged):
        other = await work.announcements.get(audience.missing.announcement)
        if other is None or not steers(actor, other.by.territory):
            raise NotFound


async def stop_without_sender(work: AnnouncementWork, found: Announcement, now: datetime, why: str) -> None:
    """Nobody is told any more in the name of who may not (`GONE`) or is not there (`AWAY`); the next level hears of it
    once."""
    await work.announcements.set_state(found.id, State.STOPPED, now, why)
    subject = f"{SENDER_GONE}:{found.id}"
    await work.notices.lay(
        [
            Notice(f"{subject}:{person}", person, SENDER_GONE, subject, now, {"announcement": found.id})
            for person in await work.announcements.level_above(found, now)
        ]
    )
