"""«В календарь»: what a visitor's own calendar is told, and that it was told (R155, ADR 11)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.calendar_files import Entry, mark, of_booking
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.desk.entries import tell_calendar
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.model import Booking, BookingId, BookingState, Slot
from shnor_domain.consultations.notices import where_of
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TakenBooking:
    """A visitor's entry with her booking."""

    entry: Entry
    card: BookingCard


@dataclass(frozen=True, slots=True)
class TakeBooking:
    """The visitor herself; another's booking is `NotFound`, and so is one that has ended of which her calendar never
    heard. Remembers what it is told: the same again has the same number, a change the next one."""

    write: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId) -> TakenBooking:
        """The entry as the booking stands now."""
        async with self.write() as work:
            booking = await work.bookings.get(booking_id)
            if booking is None or actor.person is None or booking.visitor != actor.person:
                raise NotFound
            card = (await booking_cards(work, [booking]))[0]
            off = booking.state is not BookingState.BOOKED
            times = (booking.key.starts, booking.ends)
            terms = where_of(card.of.slot.terms, booking.link)
            said = mark(*times, terms, cancelled=off, stands_in=_stands_in(booking, card.of.slot))
            entry = await tell_calendar(
                work, actor.person, of_booking(booking.id), times, said, self.clock.now(), off=off
            )
            return TakenBooking(entry, card)


@dataclass(frozen=True, slots=True)
class InCalendar:
    """Whether a person's calendar has an entry that is no longer so: asked by windows and notices for their reader
    alone."""

    read: Opens[DeskWork]

    async def __call__(self, actor: Actor, booking_id: BookingId) -> bool | None:
        """None when she never took the booking there, else whether it is told otherwise now. Another's booking is
        None."""
        if actor.person is None:
            return None
        async with self.read() as work:
            return await booking_differs(work, actor.person, booking_id)


async def booking_differs(work: DeskWork, person: PersonId, booking_id: BookingId) -> bool | None:
    """As `InCalendar`, inside an open unit of work."""
    told = await work.calendar_files.find(person, of_booking(booking_id))
    booking = await work.bookings.get(booking_id)
    slot = None if booking is None else await work.slots.get(booking.key.slot)
    if told is None or booking is None or slot is None or booking.visitor != person:
        return None
    off = booking.state is not BookingState.BOOKED
    terms, other = where_of(slot.terms, booking.link), _stands_in(booking, slot)
    return told.mark != mark(booking.key.starts, booking.ends, terms, cancelled=off, stands_in=other)


def _stands_in(booking: Booking, slot: Slot) -> PersonId | None:
    return None if booking.host == slot.host else booking.host
