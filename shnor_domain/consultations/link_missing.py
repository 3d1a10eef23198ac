"""A word to the host on the day before an online meeting that is booked and has no link yet (product.md B)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.model import Format, Session, SessionState, Slot
from shnor_domain.consultations.notices import where_of
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.reminders import subject_of_session
from shnor_domain.consultations.reminding import session_of, starts_of
from shnor_domain.notifications.before_start import DAY
from shnor_domain.notifications.model import KindPolicy, Notice, StoredNotice
from shnor_domain.work import Opens

LINK_MISSING = "consultation-link-missing"
"""To the host: somebody is booked and does not know where to come."""

POLICIES = (KindPolicy(LINK_MISSING),)


def link_missing(session: Session, now: datetime) -> Notice:
    """A row for the host, 24 h before the start, in the evening where that falls in her night (as N2); with the first
    booking where that comes later. One a meeting and host."""
    starts = session.key.starts
    return Notice(
        key=f"{LINK_MISSING}:{session.id}:{session.host}:{int(starts.timestamp())}",
        person=session.host,
        kind=LINK_MISSING,
        subject=subject_of_session(session.id),
        due=max(starts - DAY, now),
        payload={"session": session.id, "starts": starts.isoformat()},
        late_after=starts,
        over_at=starts,
        since=now,
        evening=starts - DAY > now,
    )


def lacks_link(slot: Slot, session: Session) -> bool:
    """True for an online meeting that has neither a link of its own nor one of its slot."""
    return slot.terms.format is Format.ONLINE and where_of(slot.terms, session.link).link is None


async def warn_of_link(work: ConsultationWork, session: Session, now: datetime) -> None:
    """Plan the row where there is no link; called as the first seat is taken."""
    slot = await work.slots.get(session.key.slot)
    if slot is not None and lacks_link(slot, session):
        await work.notices.plan(link_missing(session, now))


async def link_is_there(work: ConsultationWork, session: Session, now: datetime) -> None:
    """The row is not needed any more, or says that it was answered (N4)."""
    await work.notices.cancel(subject_of_session(session.id), now, key_prefix=f"{LINK_MISSING}:")


@dataclass(frozen=True, slots=True)
class LinkIsMissing:
    """To the host: her meeting takes place, somebody is booked, and there is no link."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for another than its host too, and for a meeting that nobody has booked at this minute."""
        async with self.read() as work:
            session = await work.sessions.get(session_of(row.notice))
            slot = None if session is None else await work.slots.get(session.key.slot)
        if session is None or slot is None or session.host != row.notice.person:
            return False
        booked = session.state is SessionState.OPEN and session.taken > 0
        return booked and session.key.starts == starts_of(row.notice) and lacks_link(slot, session)
