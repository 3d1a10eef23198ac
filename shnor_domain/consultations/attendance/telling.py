"""Whether the question to the host is still to be asked, and what it says (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.attendance.model import Mark
from shnor_domain.consultations.attendance.notices import HOW_WAS_IT
from shnor_domain.consultations.attendance.ports import AttendanceWork
from shnor_domain.consultations.cards import SlotCard, slot_card
from shnor_domain.consultations.model import Session
from shnor_domain.consultations.reminding import as_planned, session_of
from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MeetingUnmarked:
    """To the host: her meeting took place by the plan, somebody was booked, and she has not said how it was."""

    read: Opens[AttendanceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too for another than its host, and for a start that was moved."""
        async with self.read() as work:
            session = await work.sessions.get(session_of(row.notice))
            if session is None or not as_planned(session, row):
                return False
            return await work.attendance.mark(session.id) is None


@dataclass(frozen=True, slots=True)
class Asked:
    """A meeting with its slot, how many people were booked, and the host's mark where there is one."""

    of: SlotCard
    session: Session
    people: int
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """For the words of the question."""

    read: Opens[AttendanceWork]

    async def __call__(self, notice: Notice) -> Asked:
        """The meeting that the row is about, in any state; raises `NotFound` when there is none."""
        async with self.read() as work:
            session = await work.sessions.get(session_of(notice))
            if session is None:
                raise NotFound
            mark = await work.attendance.mark(session.id)
            return Asked(await slot_card(work, session.key.slot), session, session.taken, mark)


def checks(read: Opens[AttendanceWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `attendance.notices.POLICIES`."""
    return {HOW_WAS_IT: MeetingUnmarked(read)}
