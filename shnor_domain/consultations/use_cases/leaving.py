"""What consultations do when a person leaves or a place of hers ends, inside the unit of work of people
(product.md, rule 10)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.concerned import concerned_by, hers
from shnor_domain.consultations.host_news import tell_of_end
from shnor_domain.consultations.model import BookingState, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import may_host
from shnor_domain.consultations.use_cases.calling_off import call_off
from shnor_domain.consultations.use_cases.seats import free
from shnor_domain.consultations.use_cases.visiting import end_uninvited
from shnor_domain.consultations.waitlist.freeing import leave_queue
from shnor_domain.identity import HOST_ROLES, SCHOOL_ROLES, Actor, PersonId
from shnor_domain.one_by_one import one_by_one
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seats.model import WaitState
from shnor_domain.work import Opens


async def on_person_leaves(work: AbsenceWork, person: PersonId, now: datetime) -> None:
    """Her seats are free, her places in queues and her own slots end and their visitors are told; what she typed is
    gone, counts stay."""
    await work.bookings.lock(await concerned_by(work, person, now))
    for waiting in await work.queues.of_person(person, now):
        await leave_queue(work, waiting, WaitState.LEFT, now)
    for booking in await hers(work, person, now):
        slot = await work.slots.get(booking.key.slot)
        if booking.key.starts <= now or not await work.bookings.end(booking.id, BookingState.CANCELLED, now):
            continue
        await free(work, booking, now)
        if slot is not None:
            await tell_of_end(work, booking, slot.terms.format, now)
    for slot in await work.slots.of_host(person):
        await _end(work, slot, person, now)
    await work.bookings.forget(person)
    await work.queues.forget(person)
    await work.slots.forget(person)
    await work.sessions.forget(person)
    await work.drafts.forget(person)
    await work.consultation_requests.forget(person)


async def on_place_ends(work: AbsenceWork, kept: KeptPlace, now: datetime) -> None:
    """Slots that no place of hers carries any longer end, and so do her own bookings; who is concerned is told."""
    if kept.place.role in HOST_ROLES:
        await end_uncarried(work, kept.person, now)
    if kept.place.role in SCHOOL_ROLES:
        await end_uninvited(work, kept.person, now)


async def end_uncarried(work: AbsenceWork, host: PersonId, now: datetime) -> int:
    """End the slots that none of the host's places in force today lets her hold; gives their number."""
    ended = 0
    await work.bookings.lock(await concerned_by(work, host, now))
    places = await in_force_now(work, host, now)
    for slot in await work.slots.of_host(host):
        if not any(may_host(place, slot.terms.open_to, slot.terms.subject) for place in places):
            await _end(work, slot, host, now)
            ended += 1
    return ended


@dataclass(frozen=True, slots=True)
class EndUncarriedSlots:
    """A job, once a day: places and pairs end by their date too, and nobody acts on that day. Nobody's action."""

    read: Opens[AbsenceWork]
    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many slots ended; each host in a unit of its own."""
        now = self.clock.now()
        async with self.read() as work:
            slots = await work.slots.published([region for region, _ in await work.directory.regions()])
        return await one_by_one(
            self.write,
            sorted({slot.host for slot in slots}),
            lambda work, host: end_uncarried(work, host, now),
            "slots of person %s could not be looked at",
        )


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
                "guest": booking.behalf.guest,
                "heads": booking.heads,
            }
            for booking in bookings
        ],
        # for whom is the other's own: what she has typed is hers
        "booked_for_others": [
            {"starts": booking.key.starts.isoformat(), "subject": booking.subject, "topic": booking.topic}
            for booking in await work.bookings.all_made_by(person)
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
        "queues": [
            {
                "starts": waiting.key.starts.isoformat(),
                "subject": waiting.subject,
                "topic": waiting.topic,
                "state": waiting.state.value,
                "joined": waiting.joined.isoformat(),
            }
            for waiting in await work.queues.all_of_person(person)
        ],
        "wishes": [
            {"subject": wish.subject, "topic": wish.topic, "created": wish.created.isoformat()}
            for wish in await work.consultation_requests.of_person(person)
        ],
    }


async def _end(work: AbsenceWork, slot: Slot, host: PersonId, now: datetime) -> None:
    await work.slots.close(slot.id)
    for row in await work.sessions.of_slot(slot.id, now):
        await call_off(work, slot, row, Actor(host, 0), now)
