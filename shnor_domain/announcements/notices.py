"""Kinds of notices of announcements, their keys, and whether a copy may still go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement, State
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.announcements.scoping import is_recalled, scope_of, whom_words_concern
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice, NoticeId, NoticeState, StoredNotice
from shnor_domain.notifications.ports import Answer
from shnor_domain.notifications.rules import Drop, Hold
from shnor_domain.work import Opens

ANNOUNCEMENT, SENDER_GONE = "announcement", "announcement-sender-gone"
POLICY = KindPolicy(
    ANNOUNCEMENT, rest=True, optional=True, resend_unknown=False, late=timedelta(days=30), asked_again=True
)
"""After a month nobody waits for it: who comes back then is not told of old things."""
POLICIES = (POLICY, KindPolicy(SENDER_GONE))
STOPPED, GONE, LEFT, PAUSED = "stopped", "sender", "left", "paused"
"""Why a copy does not go, as it stands in its row."""
AWAY = "leave"
"""Why an announcement was stopped: its sender went on leave before it began. The other reason is `GONE`."""
_LOOKS_AGAIN = timedelta(minutes=10)
"""The few copies in hand when it was paused; all others sleep until it goes on."""


def subject_of(announcement: AnnouncementId) -> str:
    """What joins the copies of one announcement."""
    return f"{ANNOUNCEMENT}:{announcement}"


def key_of(announcement: AnnouncementId, person: PersonId) -> str:
    """One copy a person, however often its rows are laid."""
    return f"{subject_of(announcement)}:{person}"


def copy_for(announcement: Announcement, person: PersonId, zone: str) -> Notice:
    """The row of one recipient; everything that it says is read as it goes."""
    return Notice(
        key_of(announcement.id, person),
        person,
        ANNOUNCEMENT,
        subject_of(announcement.id),
        announcement.start.due(zone, announcement.confirmed),
        {"announcement": announcement.id},
        urgent=announcement.urgent is not None,
        mailing=True,
    )


def announcement_of(row: StoredNotice) -> AnnouncementId:
    """Of which announcement a row speaks."""
    return AnnouncementId(int(row.notice.payload["announcement"] or 0))


@dataclass(frozen=True, slots=True)
class Found:
    """May a copy go, and the announcement as it was read for that; None for one that is gone."""

    answer: Answer
    announcement: Announcement | None


@dataclass(frozen=True, slots=True)
class CopyStillTrue:
    """Right and audience are asked again for each copy (rule 1): by the very query that has chosen its reader."""

    read: Opens[AnnouncementWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> Answer:
        """As of `together`."""
        return (await self.together([row], now))[row.id].answer

    async def together(self, rows: Sequence[StoredNotice], now: datetime) -> Mapping[NoticeId, Found]:
        """A few short reads for each announcement among `rows`, one more for each that it reminds of."""
        copies: dict[AnnouncementId, list[StoredNotice]] = {}
        for row in rows:
            copies.setdefault(announcement_of(row), []).append(row)
        answers: dict[NoticeId, Found] = {}
        async with self.read() as work:
            for which, hers in copies.items():
                found = await work.announcements.get(which)
                if found is None or await is_recalled(work, found):
                    answers |= {row.id: Found(Drop(STOPPED), found) for row in hers}
                    continue
                said = [row for row in hers if row.state is NoticeState.SENT]
                unsaid = [row for row in hers if row.state is not NoticeState.SENT]
                answers |= await _still_there(work, whom_words_concern(found), said, now)
                stays = await _stays(work, found, now) if unsaid else None
                answers |= (
                    await _still_there(work, found, unsaid, now)
                    if stays is None
                    else {row.id: Found(stays, found) for row in unsaid}
                )
        return answers


async def _stays(work: AnnouncementWork, found: Announcement, now: datetime) -> Drop | Hold | None:
    """Why none of its copies goes now, whoever reads it."""
    if found.state is State.STOPPED:
        return Drop(STOPPED)
    if found.state is State.PAUSED:
        return Hold(now + _LOOKS_AGAIN, PAUSED)
    return None if await work.announcements.sender_stands(found, now) else Drop(GONE)


async def _still_there(
    work: AnnouncementWork, found: Announcement, rows: Sequence[StoredNotice], now: datetime
) -> Mapping[NoticeId, Found]:
    if not rows:
        return {}
    people = {row.notice.person for row in rows}
    there = await work.audiences.among(await scope_of(work, found, now), people)
    return {row.id: Found(row.notice.person in there or Drop(LEFT), found) for row in rows}


@dataclass(frozen=True, slots=True)
class SenderStillGone:
    """The word to the next level, which is said once: true while that announcement lies stopped."""

    read: Opens[AnnouncementWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """One read."""
        async with self.read() as work:
            found = await work.announcements.get(announcement_of(row))
        return found is not None and found.state is State.STOPPED and found.why in (GONE, AWAY)
