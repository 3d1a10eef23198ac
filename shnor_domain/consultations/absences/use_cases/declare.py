"""«Меня не будет»: a host, or a coordinator for her, declares days on which she leads nothing herself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.hours import meetings_within, slots_in_hand, who_could_lead
from shnor_domain.consultations.absences.model import AbsenceId, Substitution, check_days
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.cards import BookingCard, booking_cards, slot_cards
from shnor_domain.consultations.model import Format, Occurrence, Session, SessionState, Slot
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.use_cases.calling_off import call_off, note
from shnor_domain.consultations.use_cases.hosting import Meeting
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, PersonId, SubjectId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SubjectHours:
    """Meetings of one subject by start, and who could lead them, by name."""

    subject: SubjectId
    name: str
    meetings: tuple[Meeting, ...]
    candidates: tuple[KnownPerson, ...]


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """What the days concern: subjects by name, `affected` are the booked by start."""

    subjects: tuple[SubjectHours, ...]
    affected: tuple[BookingCard, ...]

    @property
    def meetings(self) -> int:
        """How many there are in all."""
        return sum(len(each.meetings) for each in self.subjects)


@dataclass(frozen=True, slots=True)
class Declared:
    """How many visitors are told at once, and how many are asked to stand in."""

    told: int
    asked: int


@dataclass(frozen=True, slots=True)
class PlanAbsence:
    """The host herself, or a coordinator for the slots of her territory (others: `NotFound`). Changes nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, host: PersonId, first: date, last: date) -> AbsencePlan:
        """Days of each slot's own calendar, both included; raises as `check_days`."""
        now = self.clock.now()
        async with self.read() as work:
            slots = await slots_in_hand(work, actor, host)
            check_days(first, last, _today(slots, now))
            cards = await slot_cards(work, slots)
            subjects, rows = [], list[Session]()
            for subject, name in {card.slot.terms.subject: card.subject for card in cards}.items():
                meetings = []
                for card in cards:
                    if card.slot.terms.subject != subject:
                        continue
                    for occurrence, row in await meetings_within(work, card.slot, first, last, now):
                        taken = 0 if row is None else row.taken
                        seats = card.slot.terms.capacity if row is None else row.capacity
                        meetings.append(Meeting(card, occurrence, taken, seats))
                        rows += [] if row is None else [row]
                if meetings:
                    meetings.sort(key=lambda each: each.occurrence.starts)
                    concerned = {each.of.slot.id: each.of.slot for each in meetings}
                    found = await who_could_lead(
                        work, list(concerned.values()), [each.occurrence for each in meetings], now
                    )
                    subjects.append(SubjectHours(subject, name, tuple(meetings), tuple(found)))
            affected = await booking_cards(work, await work.bookings.of_sessions([row.id for row in rows]))
        return AbsencePlan(tuple(sorted(subjects, key=lambda each: each.name)), tuple(affected))


@dataclass(frozen=True, slots=True)
class MeetingsDuring:
    """Everybody, of her own: how many meetings she leads on these days; 0 for who hosts nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, first: date, last: date) -> int:
        """Those for which somebody was asked already are not counted."""
        if actor.person is None:
            raise NotFound
        async with self.read() as work:
            slots = await work.slots.of_host(actor.person)
            return sum([len(await meetings_within(work, slot, first, last, self.clock.now())) for slot in slots])


@dataclass(frozen=True, slots=True)
class DeclareAbsence:
    """As `PlanAbsence`. For a subject in `covers` its substitute is asked, and nobody booked hears of it before he
    agrees; the meetings of all others are called off, their days are closed.

    Refused: `NotFound` (nothing of hers, or somebody who cannot lead these meetings), `Invalid("last_day", …)`.
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, host: PersonId, first: date, last: date, covers: Mapping[SubjectId, PersonId]
    ) -> Declared:
        """Fed again it gives the same numbers."""
        operation, now = f"absence:{host}:{first}:{last}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return Declared(*(int(each) for each in done.split(":")))
            await slots_in_hand(work, actor, host)
            await work.bookings.lock({host})
            slots = await slots_in_hand(work, actor, host)
            check_days(first, last, _today(slots, now))
            if actor.person is None:
                raise NotFound
            absence = await work.absences.add(host, actor.person, first, last, now)
            told = asked = 0
            for subject in sorted({slot.terms.subject for slot in slots}):
                of_subject = [slot for slot in slots if slot.terms.subject == subject]
                meetings = {slot: await meetings_within(work, slot, first, last, now) for slot in of_subject}
                if subject in covers:
                    asked += await self._ask(work, actor, absence, meetings, covers[subject])
                else:
                    told += await self._call_off(work, actor, meetings)
            for slot in slots:
                await note(work, actor, slot, "absence", now, {"first": str(first), "last": str(last)})
            await work.applied.save(operation, f"{told}:{asked}")
        return Declared(told, asked)

    async def _ask(
        self,
        work: AbsenceWork,
        actor: Actor,
        absence: AbsenceId,
        meetings: Mapping[Slot, Sequence[tuple[Occurrence, Session | None]]],
        substitute: PersonId,
    ) -> int:
        slots = [slot for slot, found in meetings.items() if found]
        if not slots:
            return 0
        rows = [await work.sessions.ensure(slot, occurrence) for slot in slots for occurrence, _row in meetings[slot]]
        await ask(work, actor, absence, slots, rows, substitute, self.clock.now())
        return 1

    async def _call_off(
        self,
        work: AbsenceWork,
        actor: Actor,
        meetings: Mapping[Slot, Sequence[tuple[Occurrence, Session | None]]],
    ) -> int:
        told = 0
        for slot, found in meetings.items():
            rows = [row or await work.sessions.ensure(slot, occurrence) for occurrence, row in found]
            told += await close_and_call_off(work, actor, slot, rows, self.clock.now())
        return told


async def ask(
    work: AbsenceWork,
    actor: Actor,
    absence: AbsenceId,
    slots: Sequence[Slot],
    rows: Sequence[Session],
    substitute: PersonId,
    now: datetime,
) -> Substitution:
    """Ask one who could lead all of `rows`; anybody else is `NotFound`, and a meeting for which somebody was asked at
    this moment `Stale`. The host is locked."""
    could = await who_could_lead(work, slots, [Occurrence(row.key, row.ends) for row in rows], now)
    if actor.person is None or substitute not in {person.id for person in could}:
        raise NotFound
    host, subject = slots[0].host, slots[0].terms.subject
    asked = await work.absences.ask(absence, host, substitute, actor.person, subject, [row.id for row in rows], now)
    found = await work.absences.get(asked)
    if found is None:
        raise Stale
    on_site = any(slot.terms.format is Format.ON_SITE for slot in slots)
    await work.notices.plan(notices.asked(found, rows, on_site, now))
    return found


async def close_and_call_off(
    work: AbsenceWork, actor: Actor, slot: Slot, rows: Sequence[Session], now: datetime
) -> int:
    """Close the days of these meetings of a slot and call them off; gives how many visitors are told."""
    zone, told = ZoneInfo(slot.terms.zone), 0
    for row in rows:
        await work.slots.close_day(slot.id, row.key.starts.astimezone(zone).date())
        if row.state is SessionState.OPEN:
            told += await call_off(work, slot, row, actor, now)
    return told


def _today(slots: Sequence[Slot], now: datetime) -> date:
    return min(now.astimezone(ZoneInfo(slot.terms.zone)).date() for slot in slots)
