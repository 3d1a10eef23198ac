"""What notices of absences and moves say, read anew as they go, and whether they are still true (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.consultations.absences.free import own_time_then
from shnor_domain.consultations.absences.hours import left_to_lead
from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.notices import (
    AGREED,
    ASKED,
    BACK,
    BACK_WITHOUT,
    FELL,
    HOST_ASKED,
    HOST_BACK,
    HOST_FELL,
    MEETING_MOVED,
    MOVED_AWAY,
    OVER,
    QUEUE_MOVED,
    REFUSED,
    SUBSTITUTE,
    UNANSWERED,
)
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.use_cases.answer import AskCard, ask_card
from shnor_domain.consultations.cards import SlotCard, led_by, slot_card
from shnor_domain.consultations.model import BookingState, Occurrence, SessionState
from shnor_domain.consultations.moving import known_start
from shnor_domain.consultations.telling import BookingIs, MeetingIs, meeting_of
from shnor_domain.consultations.visitor_news import SomethingIsNew
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seats.model import WaitState
from shnor_domain.seats.notices import waiting_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskFacts:
    """For the words of what is told about an ask."""

    read: Opens[AbsenceWork]

    async def ask(self, notice: Notice) -> AskCard:
        """The ask with all its meetings that are open, whoever leads them, and whether an empty time of the
        substitute's own meets then; raises `NotFound`."""
        async with self.read() as work:
            found = await work.absences.get(ask_of(notice))
            if found is None:
                raise NotFound
            rows = [row for row in await work.absences.sessions(found.meetings) if row.state is SessionState.OPEN]
            card = await ask_card(work, found, rows)
            meetings = [Occurrence(row.key, row.ends) for row in rows]
            return replace(card, own_time=await own_time_then(work, found.substitute, meetings))

    async def waiting(self, notice: Notice) -> tuple[Waiting, SlotCard]:
        """A place in a queue with the slot of its meeting; raises `NotFound`."""
        async with self.read() as work:
            found = await work.queues.get(waiting_of(notice))
            if found is None:
                raise NotFound
            card = await slot_card(work, found.key.slot)
            people = await work.directory.people({found.host})
            return found, led_by(card, found.host, people.get(found.host))


@dataclass(frozen=True, slots=True)
class AskStands:
    """To the substitute: he has not answered, and something is left to lead."""

    read: Opens[AbsenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for another than him."""
        async with self.read() as work:
            found = await work.absences.get(ask_of(row.notice))
            if found is None or found.state is not Answer.ASKED or found.substitute != row.notice.person:
                return False
            return bool(await left_to_lead(work, found, now))


@dataclass(frozen=True, slots=True)
class AskIs:
    """To the absent host and whoever asked for her: he has answered so, and another was not chosen since."""

    read: Opens[AbsenceWork]
    state: Answer

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for anybody else."""
        async with self.read() as work:
            found = await work.absences.get(ask_of(row.notice))
            if found is None or found.state is not self.state or row.notice.person not in {found.host, found.by}:
                return False
            if self.state is Answer.AGREED:
                return True
            return bool(await left_to_lead(work, found, now))


@dataclass(frozen=True, slots=True)
class NobodyLeads:
    """To who stands above: the meeting is ahead, open, and nobody has agreed."""

    read: Opens[AbsenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once another was asked: he has his own three hours."""
        async with self.read() as work:
            found = await work.absences.get(ask_of(row.notice))
            if found is None or found.state not in {Answer.ASKED, Answer.REFUSED}:
                return False
            left = await left_to_lead(work, found, now)
        return int(row.notice.payload["session"] or 0) in {each.id for each in left}


@dataclass(frozen=True, slots=True)
class LedNoMore:
    """To a substitute: he does not lead the meeting any more."""

    read: Opens[AbsenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False after the start."""
        key = meeting_of(row.notice)
        async with self.read() as work:
            found = (await work.sessions.find([key])).get(key)
        if found is None or key.starts <= now:
            return False
        return found.state is SessionState.CANCELLED or found.host != row.notice.person


@dataclass(frozen=True, slots=True)
class QueueIsElsewhere:
    """To who waits: the meeting is at another time than she knows."""

    read: Opens[AbsenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once she waits no more."""
        async with self.read() as work:
            found = await work.queues.get(waiting_of(row.notice))
        return (
            found is not None
            and found.state is WaitState.WAITING
            and found.person == row.notice.person
            and found.key.starts > now
            and found.key.starts != known_start(row)
        )


@dataclass(frozen=True, slots=True)
class DayIsAsked:
    """To the host of a meeting, or who stands in: it stands and is ahead."""

    read: Opens[AbsenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for who neither hosts nor leads it any longer."""
        key = meeting_of(row.notice)
        async with self.read() as work:
            session = (await work.sessions.find([key])).get(key)
            slots = await work.slots.many([key.slot])
        concerned = {slot.host for slot in slots} | ({session.host} if session is not None else set())
        return (
            session is not None
            and session.state is SessionState.OPEN
            and row.notice.person in concerned
            and key.starts > now
        )


def checks(read: Opens[AbsenceWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    off = BookingIs(read, BookingState.SESSION_CANCELLED, to_host=False)
    return {
        ASKED: AskStands(read),
        AGREED: AskIs(read, Answer.AGREED),
        REFUSED: AskIs(read, Answer.REFUSED),
        UNANSWERED: NobodyLeads(read),
        OVER: LedNoMore(read),
        SUBSTITUTE: SomethingIsNew(read),
        MEETING_MOVED: SomethingIsNew(read),
        QUEUE_MOVED: QueueIsElsewhere(read),
        MOVED_AWAY: off,
        FELL: off,
        BACK: SomethingIsNew(read),
        BACK_WITHOUT: off,
        HOST_FELL: MeetingIs(read, SessionState.CANCELLED),
        HOST_BACK: MeetingIs(read, SessionState.OPEN),
        HOST_ASKED: DayIsAsked(read),
    }


def ask_of(notice: Notice) -> SubstitutionId:
    """Whose payload is {"substitution": id, …}."""
    return SubstitutionId(int(notice.payload["substitution"] or 0))
