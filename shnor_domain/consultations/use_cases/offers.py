"""What a teacher may book: subjects, hosts, days and times."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import Opening, SlotCard, open_slots, seats_left, slot_cards
from shnor_domain.consultations.model import Exceptions, Occurrence, Session, SessionState, Slot, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import occurrences
from shnor_domain.consultations.upcoming import taken_out
from shnor_domain.consultations.waitlist.showing import at_once, may_wait, with_queues
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, PersonId, SubjectId
from shnor_domain.seats.times import grid
from shnor_domain.work import Opens

BEYOND = timedelta(days=35)
"""So far past the horizon a meeting is looked for, when holidays leave none within it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject by code and name."""

    id: SubjectId
    name: str


@dataclass(frozen=True, slots=True)
class SubjectOffer:
    """Subjects with a weekly day: those the actor teaches first, then the others; `without_day` she teaches, but
    nobody consults."""

    own: tuple[Subject, ...]
    others: tuple[Subject, ...]
    without_day: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class OfferedSubjects:
    """Anybody with a place may look; slots that do not invite her are not counted (rule 1)."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> SubjectOffer:
        """Subjects in the order of the catalogue."""
        require_place(actor)
        async with self.read() as work:
            offered = {slot.terms.subject for slot in await open_slots(work, actor, self.clock.now())}
            names = await work.directory.subjects()
        taught = {subject for place in actor.places for subject in place.subjects}

        def named(subjects: set[SubjectId]) -> tuple[Subject, ...]:
            return tuple(Subject(code, name) for code, name in names.items() if code in subjects)

        return SubjectOffer(named(offered & taught), named(offered - taught), named(taught - offered))


@dataclass(frozen=True, slots=True)
class OfferedSlots:
    """Slots of one subject that invite the actor, as cards by weekday and time; the screen groups them by host."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, subject: SubjectId) -> list[SlotCard]:
        """Empty when the subject has no weekly day (R149)."""
        require_place(actor)
        async with self.read() as work:
            slots = [slot for slot in await open_slots(work, actor, self.clock.now()) if slot.terms.subject == subject]
            return await slot_cards(work, slots)


@dataclass(frozen=True, slots=True)
class Times:
    """Openings of one host in order of start; `slots` are the cards that they belong to. `resumes` is the start of the
    next meeting, open to booking or not, where holidays take out one before it."""

    slots: dict[SlotId, SlotCard]
    openings: tuple[Opening, ...]
    resumes: datetime | None = None


@dataclass(frozen=True, slots=True)
class OfferedTimes:
    """Meetings that may be booked now: from the minimum notice to the horizon of each slot. Full ones are shown
    full."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, subject: SubjectId, host: PersonId) -> Times:
        """A dozen statements at most for any number of meetings."""
        require_place(actor)
        now = self.clock.now()
        async with self.read() as work:
            slots = [
                slot
                for slot in await open_slots(work, actor, now)
                if slot.terms.subject == subject and slot.host == host
            ]
            exceptions = await work.slots.exceptions([slot.id for slot in slots])
            openings = await openings_of(work, actor, slots, exceptions, now, queues=True)
            after = await _after_holidays(work, slots, exceptions, now)
            cards = await slot_cards(work, slots)
        return Times({card.slot.id: card for card in cards}, tuple(openings), after)


async def openings_of(
    work: ConsultationWork,
    actor: Actor,
    slots: list[Slot],
    exceptions: Mapping[SlotId, Exceptions],
    now: datetime,
    *,
    queues: bool = False,
) -> list[Opening]:
    """Openings of `slots` of one host between notice and horizon, cancelled ones left out; nearer than the notice those
    with seats that need none (W3) and, with `queues`, full ones whose queue is open."""
    meetings = {
        occurrence.key: (slot, occurrence)
        for slot in slots
        for occurrence in occurrences(
            slot,
            exceptions[slot.id],
            now + timedelta(seconds=1),
            now + timedelta(days=slot.terms.horizon),
        )
    }
    if actor.person is None or not meetings:
        return []
    rows = await work.sessions.find(meetings.keys())
    mine = {booking.key for booking in await work.bookings.of_visitor(actor.person, now)}
    last = max(occurrence.ends for _, occurrence in meetings.values())
    hosts = {slots[0].host, *(row.host for row in rows.values())}
    busy = await work.bookings.busy_cells(hosts, grid(now, last))
    openings = [
        Opening(
            occurrence,
            seats_left(occurrence, slot, rows.get(key), busy[rows[key].host if key in rows else slot.host]),
            key in mine,
        )
        for key, (slot, occurrence) in meetings.items()
        if _shown(slot, occurrence, rows.get(key), now, queues=queues)
    ]
    if queues:
        openings = await with_queues(work, actor.person, openings, rows, now)
    return sorted(openings, key=lambda opening: (opening.occurrence.starts, opening.occurrence.key.slot))


def _shown(slot: Slot, occurrence: Occurrence, row: Session | None, now: datetime, *, queues: bool) -> bool:
    if row is not None and row.state is not SessionState.OPEN:
        return False
    if occurrence.starts - now >= timedelta(minutes=slot.terms.notice):
        return True
    return row is not None and (at_once(row) or (queues and may_wait(row, now)))


async def _after_holidays(
    work: ConsultationWork, slots: list[Slot], exceptions: Mapping[SlotId, Exceptions], now: datetime
) -> datetime | None:
    until = {slot.id: now + timedelta(days=slot.terms.horizon) for slot in slots}
    missed = [each.starts for slot in slots for each in taken_out(slot, exceptions[slot.id], now, until[slot.id])]
    if not missed:
        return None
    held = [each for slot in slots for each in occurrences(slot, exceptions[slot.id], now, until[slot.id] + BEYOND)]
    rows = await work.sessions.find([each.key for each in held])
    off = {key for key, row in rows.items() if row.state is SessionState.CANCELLED}
    nearest = min((each.starts for each in held if each.key not in off), default=None)
    return nearest if nearest is not None and min(missed) < nearest else None


def require_place(actor: Actor) -> None:
    """Deny who has no verified place in force."""
    if actor.person is None or not any(place.verified for place in actor.places):
        raise NotAllowed
