"""What the calendar of who leads meetings is told: hers while she leads them, taken out of it once she does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.calendar_files import Entry, mark, of_session
from shnor_domain.consultations.cards import SlotCard, exceptions_of, slot_card
from shnor_domain.consultations.desk.entries import tell_calendar
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.desk.use_cases.week import ShowWeek, week_of
from shnor_domain.consultations.model import Session, SessionKey, SessionState, Slot
from shnor_domain.consultations.notices import where_of
from shnor_domain.consultations.rules import occurrence_at
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TakenMeeting:
    """A host's entry with the meeting's slot; `link` is of this meeting alone."""

    entry: Entry
    of: SlotCard
    link: str | None = None


@dataclass(frozen=True, slots=True)
class TakeMeeting:
    """Who leads the meeting, and who was to lead it and has it in her calendar; for all others it is `NotFound`. As
    `TakeBooking`; `SessionGone` where the slot does not meet then."""

    write: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey) -> TakenMeeting:
        """The entry as the meeting stands now, found also by the time from which it was moved; one that nobody has
        booked yet gets its row."""
        async with self.write() as work:
            card = await slot_card(work, key.slot)
            if actor.person is None:
                raise NotFound
            session = await meeting_at(work, key)
            if session is None:
                occurrence = occurrence_at(card.slot, await exceptions_of(work, card.slot), key.starts)
                session = await work.sessions.ensure(card.slot, occurrence)
            return await _of_host(work, actor.person, card, session, self.clock.now())


@dataclass(frozen=True, slots=True)
class TakeWeek:
    """A host's own week, as `ShowWeek` lets her see it. What was called off, and what another leads by now, is told
    only where her calendar has it."""

    write: Opens[DeskWork]
    clock: Clock
    week: ShowWeek

    async def __call__(self, actor: Actor, ahead: int = 0) -> list[TakenMeeting]:
        """Entries by start; empty for a week without meetings."""
        shown, now = await self.week(actor, ahead), self.clock.now()
        if actor.person is None:
            return []
        _first, since, until = week_of(now, actor.zone, ahead)
        async with self.write() as work:
            rows = [
                await work.sessions.ensure(each.meeting.of.slot, each.meeting.occurrence) for each in shown.meetings
            ]
            found = {row.id: row for row in rows if _leads(row, actor.person)}
            had = await work.calendar_files.meetings(actor.person, since, until)
            found |= {row.id: row for row in await work.absences.sessions(had)}
            return await _entries(work, actor.person, list(found.values()), now)


@dataclass(frozen=True, slots=True)
class TakeAsked:
    """What became of the meetings that one ask to stand in is about, for the calendar of its host or of who was asked:
    those ahead that she leads, and those that she has there. `NotFound` for all others, and where there are none."""

    write: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId) -> list[TakenMeeting]:
        """Entries by start; the same again has the same numbers."""
        async with self.write() as work:
            ask = await work.absences.get(which)
            if ask is None or actor.person is None or actor.person not in {ask.host, ask.substitute}:
                raise NotFound
            rows = await work.absences.sessions(ask.meetings)
            now = self.clock.now()
            told = [
                row
                for row in rows
                if (row.ends > now and _leads(row, actor.person))
                or await work.calendar_files.find(actor.person, of_session(row.id)) is not None
            ]
            if not told:
                raise NotFound
            return await _entries(work, actor.person, told, now)


@dataclass(frozen=True, slots=True)
class MeetingInCalendar:
    """Whether the actor's calendar has a meeting otherwise than it stands: of her own calendar alone."""

    read: Opens[DeskWork]

    async def __call__(self, actor: Actor, key: SessionKey) -> bool | None:
        """None when she never took it there."""
        if actor.person is None:
            return None
        async with self.read() as work:
            row = await meeting_at(work, key)
            return None if row is None else await _differs(work, actor.person, row)


@dataclass(frozen=True, slots=True)
class WeekInCalendar:
    """Whether the actor's calendar has a meeting of her week, as `TakeWeek` reckons it, otherwise than it stands."""

    read: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, ahead: int = 0) -> bool:
        """False for who never took one."""
        if actor.person is None:
            return False
        _first, since, until = week_of(self.clock.now(), actor.zone, ahead)
        async with self.read() as work:
            had = await work.calendar_files.meetings(actor.person, since, until)
            return any([await _differs(work, actor.person, row) for row in await work.absences.sessions(had)])


@dataclass(frozen=True, slots=True)
class AskedInCalendar:
    """Whether the actor's calendar has meetings of an ask to stand in otherwise than they stand: of her own alone."""

    read: Opens[DeskWork]

    async def __call__(self, actor: Actor, which: SubstitutionId) -> bool:
        """False for who never took one of them."""
        if actor.person is None:
            return False
        async with self.read() as work:
            return bool(await asked_that_differ(work, actor.person, which))


async def asked_that_differ(work: DeskWork, person: PersonId, which: SubstitutionId) -> list[Session]:
    """As `AskedInCalendar`, inside an open unit of work."""
    ask = await work.absences.get(which)
    rows = [] if ask is None else await work.absences.sessions(ask.meetings)
    return [row for row in rows if await _differs(work, person, row)]


async def meeting_that_differs(work: DeskWork, person: PersonId, key: SessionKey) -> Session | None:
    """The meeting where her calendar has it otherwise than it stands."""
    row = await meeting_at(work, key)
    return row if row is not None and await _differs(work, person, row) else None


async def meeting_at(work: DeskWork, key: SessionKey) -> Session | None:
    """The row of a meeting, found also by the time from which it was moved."""
    row = (await work.sessions.find([key])).get(key)
    if row is None and (moved := await work.absences.moved_to(key)) is not None:
        row = (await work.sessions.find([moved])).get(moved)
    return row


def taken_out(row: Session, person: PersonId) -> bool:
    """True when the meeting has no place in her calendar: called off, or led by another."""
    return not _leads(row, person)


def _leads(row: Session, person: PersonId) -> bool:
    return row.state is SessionState.OPEN and row.host == person


async def _differs(work: DeskWork, person: PersonId, row: Session) -> bool | None:
    slot, told = await work.slots.get(row.key.slot), await work.calendar_files.find(person, of_session(row.id))
    if slot is None or told is None:
        return None
    return told.mark != _mark(slot, row, person)


def _mark(slot: Slot, row: Session, person: PersonId) -> str:
    return mark(row.key.starts, row.ends, where_of(slot.terms, row.link), cancelled=taken_out(row, person))


async def _entries(work: DeskWork, person: PersonId, rows: Sequence[Session], now: datetime) -> list[TakenMeeting]:
    cards = {slot: await slot_card(work, slot) for slot in {row.key.slot for row in rows}}
    by_start = sorted(rows, key=lambda row: (row.key.starts, row.id))
    return [await _of_host(work, person, cards[row.key.slot], row, now) for row in by_start]


async def _of_host(work: DeskWork, person: PersonId, card: SlotCard, row: Session, now: datetime) -> TakenMeeting:
    times, said = (row.key.starts, row.ends), _mark(card.slot, row, person)
    entry = await tell_calendar(work, person, of_session(row.id), times, said, now, off=taken_out(row, person))
    return TakenMeeting(entry, card, row.link)
