"""What screens show of bookings, slots and meetings: facts gathered once, words made elsewhere."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.consultations.model import (
    Booking,
    Exceptions,
    Occurrence,
    Session,
    SessionState,
    Slot,
    SlotId,
    SlotState,
)
from shnor_domain.consultations.ports import ConsultationWork, KnownPerson
from shnor_domain.consultations.rules import invited, meant_for
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, SchoolId
from shnor_domain.people.model.days import local_day
from shnor_domain.seats.times import grid
from shnor_domain.territories.model import school_year_of


@dataclass(frozen=True, slots=True)
class SlotCard:
    """A slot with its host; `host` is None when she has left, `town` names her clock (N7), None for the city of the
    zone. `resumes` is given in the open schedule alone: the next meeting, where holidays take out one before it."""

    slot: Slot
    subject: str
    host: KnownPerson | None
    town: str | None
    resumes: datetime | None = None


@dataclass(frozen=True, slots=True)
class BookingCard:
    """A booking with its slot; `visitor` is None when she has left. `by` is who made it for another, `school` the name
    of the school that a number or a guest is from; for her host `asked` is the beginning of what she asks in writing,
    and with `answered` her topic has been answered so."""

    booking: Booking
    of: SlotCard
    visitor: KnownPerson | None
    by: KnownPerson | None = None
    school: str = ""
    asked: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """A meeting that may be booked: `seats` are free (0 when full or the host is busy elsewhere), `mine` when the
    reader is booked. `waits` is how many wait for a seat of a full one, None where nobody may; `queued` when the reader
    does."""

    occurrence: Occurrence
    seats: int
    mine: bool = False
    waits: int | None = None
    queued: bool = False


async def slot_cards(work: ConsultationWork, slots: Sequence[Slot]) -> list[SlotCard]:
    """Cards in the order of `slots`, three statements for any number."""
    people = await work.directory.people({slot.host for slot in slots})
    towns = await work.directory.towns({slot.town for slot in slots if slot.town is not None})
    names = await work.directory.subjects()
    return [
        SlotCard(
            slot,
            names.get(slot.terms.subject, slot.terms.subject),
            people.get(slot.host),
            None if slot.town is None else towns.get(slot.town),
        )
        for slot in slots
    ]


async def slot_card(work: ConsultationWork, slot_id: SlotId) -> SlotCard:
    """One card; raises `NotFound`."""
    slot = await work.slots.get(slot_id)
    if slot is None:
        raise NotFound
    return (await slot_cards(work, [slot]))[0]


async def booking_cards(work: ConsultationWork, bookings: Sequence[Booking]) -> list[BookingCard]:
    """Cards in the order of `bookings`, a handful of statements for any number. The host is who leads the meeting,
    also in another's slot."""
    if not bookings:
        return []
    makers = {booking.behalf.by for booking in bookings if booking.behalf.by is not None}
    people = await work.directory.people(
        {booking.visitor for booking in bookings} | {booking.host for booking in bookings} | makers
    )
    of_schools = {booking.behalf.school for booking in bookings if booking.behalf.school is not None}
    named = {where.school: name for where, name in await work.directory.schools(of_schools)}
    cards = await slot_cards(work, await work.slots.many({booking.key.slot for booking in bookings}))
    slots = {card.slot.id: card for card in cards}
    return [
        BookingCard(
            booking,
            led_by(slots[booking.key.slot], booking.host, people.get(booking.host)),
            people.get(booking.visitor),
            None if booking.behalf.by is None else people.get(booking.behalf.by),
            named.get(booking.behalf.school, ""),
        )
        for booking in bookings
    ]


def led_by(card: SlotCard, host: PersonId, known: KnownPerson | None) -> SlotCard:
    """The card of a meeting that `host` leads: the slot's own, or a substitute."""
    return card if host == card.slot.host else replace(card, host=known)


async def open_slots(work: ConsultationWork, actor: Actor, now: datetime) -> list[Slot]:
    """Published slots that invite a place of the actor and are not her own (rule 1)."""
    regions = {place.territory.region for place in actor.places if place.territory.region is not None}
    slots = [slot for slot in await work.slots.published(regions) if slot.host != actor.person]
    schools: Collection[SchoolId] = ()
    if any(slot.terms.project_schools_only for slot in slots):
        schools = await work.directory.project_schools(school_year_of(local_day(now, actor.zone)))
    allowed = frozenset(schools)
    return [slot for slot in slots if any(invited(slot, place, allowed) for place in actor.places)]


async def is_open_to(work: ConsultationWork, actor: Actor, slot: Slot, now: datetime) -> bool:
    """As `open_slots`, asked of one slot: nothing else of the region is read."""
    if slot.state is not SlotState.PUBLISHED or slot.host == actor.person:
        return False
    places = [place for place in actor.places if meant_for(slot, place)]
    if not places or not slot.terms.project_schools_only:
        return bool(places)
    schools = await work.directory.project_schools(school_year_of(local_day(now, actor.zone)))
    return any(invited(slot, place, frozenset(schools)) for place in places)


async def exceptions_of(work: ConsultationWork, slot: Slot) -> Exceptions:
    """Exceptions of one slot."""
    return (await work.slots.exceptions([slot.id]))[slot.id]


def seats_left(occurrence: Occurrence, slot: Slot, session: Session | None, host_cells: frozenset[int]) -> int:
    """Free seats: none when the host holds another session at that hour (his slots at one hour share him)."""
    if session is not None and session.state is SessionState.CANCELLED:
        return 0
    taken = 0 if session is None else session.taken + session.held
    if taken == 0 and not host_cells.isdisjoint(grid(occurrence.starts, occurrence.ends)):
        return 0
    return (slot.terms.capacity if session is None else session.capacity) - taken


def most_seats(openings: Sequence[Opening]) -> int:
    """How many seats of one host's openings can be taken in all: those at one hour share her, so the larger
    ones count."""
    ordered = sorted(openings, key=lambda opening: opening.occurrence.ends)
    ends = [opening.occurrence.ends for opening in ordered]
    best = [0]
    for opening in ordered:
        best.append(max(best[-1], best[bisect_right(ends, opening.occurrence.starts)] + opening.seats))
    return best[-1]
