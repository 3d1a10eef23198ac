"""A report in several files: a tap that is fed again after a crash sends no file twice."""

from dataclasses import dataclass

from shnor_domain.announcements.model import AnnouncementId
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.announcements.seeing import seen
from shnor_domain.identity import Actor
from shnor_domain.work import Opens

COMING = 0
"""Instead of the number of a file: the word that a long report is on its way."""


def _operation(which: AnnouncementId, part: int) -> str:
    return f"announce-report:{which}:{part}"


@dataclass(frozen=True, slots=True)
class ReportPartSent:
    """As `AnnouncementReport`: has an earlier run of the update in hand sent this file? `part` counts from 1."""

    read: Opens[AnnouncementWork]

    async def __call__(self, actor: Actor, which: AnnouncementId, part: int) -> bool:
        """False for all parts of a report that is asked for anew."""
        async with self.read() as work:
            await seen(work, actor, which)
            return await work.applied.result(_operation(which, part)) is not None


@dataclass(frozen=True, slots=True)
class NoteReportPart:
    """As `AnnouncementReport`: the update in hand has sent this file."""

    write: Opens[AnnouncementWork]

    async def __call__(self, actor: Actor, which: AnnouncementId, part: int) -> None:
        """Noted once."""
        async with self.write() as work:
            await seen(work, actor, which)
            if await work.applied.result(_operation(which, part)) is None:
                await work.applied.save(_operation(which, part), "sent")
