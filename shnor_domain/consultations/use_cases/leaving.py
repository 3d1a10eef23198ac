"""What consultations do when a person leaves or a hosting place ends, inside the unit of work of people
(product.md, rule 10)."""

from datetime import datetime

from shnor_domain.consultations import notices
from shnor_domain.consultations.model import BookingState, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import TELL_HOST
from shnor_domain.consultations.use_cases.calling_off import call_off
from shnor_domain.consultations.use_cases.cancel import free
from shnor_domain.identity import HOST_ROLES, Actor, PersonId
from shnor_domain.people.model.places import KeptPlace


async def on_person_leaves(work: ConsultationWork, person: PersonId, now: datetime) -> None:
    """Her seats are free, her own slots end and their visitors are told; what she typed is gone, counts stay."""
    hosts = {booking.host for booking in await work.bookings.of_visitor(person, now)}
    await work.bookings.lock({person, *hosts})
    for booking in await work.bookings.of_visitor(person, now):
        slot = await work.slots.get(booking.key.slot)
        if booking.key.starts <= now or not await work.bookings.end(booking.id, BookingState.CANCELLED, now):
            continue
        await free(work, booking)
        await work.notices.cancel(notices.subject_of(booking), now, key_prefix=notices.BOOKED)
        if slot is not None and booking.key.starts - now < TELL_HOST:
            await work.notices.plan(notices.visitor_cancelled(booking, slot.terms.format, now))
    for slot in await work.slots.of_host(person):
        await _end(work, slot, person, now)
    await work.bookings.forget(person)
    await work.slots.forget(person)
    await work.drafts.forget(person)
    await work.consultation_requests.forget(person)


async def on_place_ends(work: ConsultationWork, kept: KeptPlace, now: datetime) -> None:
    """Slots that a hosting place carried end with it, and their visitors are told."""
    person, place = kept.person, kept.place
    if place.role not in HOST_ROLES:
        return
    await work.bookings.lock({person})
    for slot in await work.slots.of_host(person):
        if place.territory.covers(slot.terms.open_to) or slot.terms.open_to.school in place.assigned:
            await _end(work, slot, person, now)


async def contribute(work: ConsultationWork, person: PersonId) -> dict[str, object]:
    """Her bookings, slots and wishes as JSON values for /privacy: instants in ISO 8601, her own words verbatim."""
    bookings = await work.bookings.all_of_visitor(person)
    return {
        "bookings": [
            {
                "starts": booking.key.starts.isoformat(),
                "subject": booking.subject,
                "topic": booking.topic,
                "state": booking.state.value,
            }
            for booking in bookings
        ],
        "slots": [
            {
                "subject": slot.terms.subject,
                "weekday": slot.terms.weekday,
                "starts": slot.terms.starts.isoformat("minutes"),
                "zone": slot.terms.zone,
                "link": slot.terms.link,
                "venue": slot.terms.venue,
            }
            for slot in await work.slots.of_host(person)
        ],
        "wishes": [
            {"subject": wish.subject, "topic": wish.topic, "created": wish.created.isoformat()}
            for wish in await work.consultation_requests.of_person(person)
        ],
    }


async def _end(work: ConsultationWork, slot: Slot, host: PersonId, now: datetime) -> None:
    await work.slots.close(slot.id)
    for row in await work.sessions.of_slot(slot.id, now):
        await call_off(work, slot, row, Actor(host, 0), now)
