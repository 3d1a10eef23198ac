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
from shnor_domain.consultations.absences.returning import locked_asks_to, one_back
from shnor_domain.consultations.absences.standing_in import ForAnother, for_others
from shnor_domain.consultations.cards import BookingCard, booking_cards, slot_cards
from shnor_domain.consultations.model import Occurrence, Session, SessionState, Slot
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
    """What the days concern: subjects by name, `affected` are the booked by start. Of others she `leads` meetings that
    would go back to their hosts, `hearing` are booked there; of what she was `asked` and has not answered she would be
    said to be away."""

    subjects: tuple[SubjectHours, ...]
    affected: tuple[BookingCard, ...]
    leads: tuple[Meeting, ...] = ()
    hearing: tuple[BookingCard, ...] = ()
    asked: tuple[Meeting, ...] = ()

    @property
    def meetings(self) -> int:
        """How many there are of her own."""
        return sum(len(each.meetings) for each in self.subjects)

    @property
    def empty(self) -> bool:
        """True when the days concern nobody."""
        return not (self.meetings or self.leads or self.asked)


@dataclass(frozen=True, slots=True)
class Declared:
    """How many visitors are told that a meeting is off, how many are asked to stand in, and how many meetings that she
    was to lead for others went back."""

    told: int
    asked: int
    returned: int = 0


@dataclass(frozen=True, slots=True)
class PlanAbsence:
    """The host herself, or a coordinator for the slots of her territory (others: `NotFound`), also who only leads for
    others. Changes nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, host: PersonId, first: date, last: date) -> AbsencePlan:
        """Days of each slot's own calendar, both included; raises as `check_days`."""
        now = self.clock.now()
        async with self.read() as work:
            slots, others = await _in_hand(work, actor, host, (first, last), now)
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
            led = [each.row.id for each in others if each.agreed]
            hearing = await booking_cards(work, await work.bookings.of_sessions(led))
            leads, asked = await _shown(work, others)
        by_name = sorted(subjects, key=lambda each: each.name)
        return AbsencePlan(tuple(by_name), tuple(affected), leads, tuple(hearing), asked)


@dataclass(frozen=True, slots=True)
class MeetingsDuring:
    """Everybody, of her own: how many meetings she leads on these days, for others too; 0 for who leads nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, first: date, last: date) -> int:
        """Those for which somebody was asked already are not counted."""
        if actor.person is None:
            raise NotFound
        async with self.read() as work:
            slots, now = await work.slots.of_host(actor.person), self.clock.now()
            own = sum([len(await meetings_within(work, slot, first, last, now)) for slot in slots])
            others = await for_others(work, actor, actor.person, now)
        return own + sum(each.agreed and each.within(first, last) for each in others)


@dataclass(frozen=True, slots=True)
class DeclareAbsence:
    """As `PlanAbsence`. For a subject in `covers` its substitute is asked, and nobody booked hears of it before he
    agrees; the meetings of all others are called off, their days are closed. What she was to lead for others on these
    days goes back to their hosts as if she had refused.

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
            await _in_hand(work, actor, host, (first, last), now)
            asks = {each.id: each for each in await locked_asks_to(work, host)}
            slots, others = await _in_hand(work, actor, host, (first, last), now)
            if actor.person is None:
                raise NotFound
            absence = await work.absences.add(host, actor.person, first, last, now)
            told = asked = 0
            for subject in sorted({slot.terms.subject for slot in slots}):
                of_subject = [slot for slot in slots if slot.terms.subject == subject]
                meetings = {slot: await meetings_within(work, slot, first, last, now) for slot in of_subject}
                if subject in covers:
                    asked += await self._ask(work, actor.person, absence, meetings, covers[subject])
                else:
                    told += await self._call_off(work, actor, meetings)
            back = {each.row.id: each for each in others if each.ask.id in asks}
            for ask in {each.ask.id: each.ask for each in back.values()}.values():
                await one_back(work, ask, now, lambda _slot, row: row.id in back)
            of_others = {each.slot.id: each.slot for each in back.values()} if actor.person != host else {}
            for slot in (*slots, *of_others.values()):
                await note(work, actor, slot, "absence", now, {"first": str(first), "last": str(last)})
            declared = Declared(told, asked, sum(each.agreed for each in back.values()))
            await work.applied.save(operation, f"{declared.told}:{declared.asked}:{declared.returned}")
        return declared

    async def _ask(
        self,
        work: AbsenceWork,
        by: PersonId,
        absence: AbsenceId,
        meetings: Mapping[Slot, Sequence[tuple[Occurrence, Session | None]]],
        substitute: PersonId,
    ) -> int:
        slots = [slot for slot, found in meetings.items() if found]
        if not slots:
            return 0
        rows = [await work.sessions.ensure(slot, occurrence) for slot in slots for occurrence, _row in meetings[slot]]
        await ask(work, by, absence, slots, rows, substitute, self.clock.now())
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
    by: PersonId,
    absence: AbsenceId,
    slots: Sequence[Slot],
    rows: Sequence[Session],
    substitute: PersonId,
    now: datetime,
) -> Substitution:
    """Ask one who could lead all of `rows`, in the name of `by`, who hears the answer too; anybody else is `NotFound`,
    and a meeting for which somebody was asked at this moment `Stale`. The host is locked."""
    could = await who_could_lead(work, slots, [Occurrence(row.key, row.ends) for row in rows], now)
    if substitute not in {person.id for person in could}:
        raise NotFound
    host, subject = slots[0].host, slots[0].terms.subject
    asked = await work.absences.ask(absence, host, substitute, by, subject, [row.id for row in rows], now)
    found = await work.absences.get(asked)
    if found is None:
        raise Stale
    await work.notices.plan(notices.asked(found, rows, now))
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


async def _in_hand(
    work: AbsenceWork, actor: Actor, host: PersonId, days: tuple[date, date], now: datetime
) -> tuple[list[Slot], list[ForAnother]]:
    """What of the host's the actor may change, and which meetings of others lie in the days; `NotFound` without any,
    and as `check_days`."""
    first, last = days
    slots, others = await slots_in_hand(work, actor, host), await for_others(work, actor, host, now)
    concerned = [*slots, *(each.slot for each in others)]
    if not concerned:
        raise NotFound
    check_days(first, last, min(now.astimezone(ZoneInfo(slot.terms.zone)).date() for slot in concerned))
    return slots, [each for each in others if each.within(first, last)]


async def _shown(work: AbsenceWork, others: Sequence[ForAnother]) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """Those that she leads, and those of which she was asked."""
    slots = {each.slot.id: each.slot for each in others}
    cards = {card.slot.id: card for card in await slot_cards(work, list(slots.values()))}
    shown = [
        (each.agreed, Meeting(cards[row.key.slot], Occurrence(row.key, row.ends), row.taken, row.capacity))
        for each in others
        for row in (each.row,)
    ]
    return tuple(one for agreed, one in shown if agreed), tuple(one for agreed, one in shown if not agreed)
