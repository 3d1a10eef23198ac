"""Whose times change as one person's end, so that all of them are locked in one call (ADR 7)."""

from datetime import datetime

from shnor_domain.consultations.model import Booking
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.identity import PersonId


async def concerned_by(work: ConsultationWork, person: PersonId, now: datetime) -> set[PersonId]:
    """She; who leads, and whose are, the meetings that she has booked, keeps seats of or waits for; who leads meetings
    of her own slots. Where somebody stands in these are two people, and whoever calls off holds the second."""
    bookings, waits = await hers(work, person, now), await work.queues.of_person(person, now)
    named = {each.key.slot for each in bookings} | {each.key.slot for each in waits}
    owners = {slot.host for slot in await work.slots.many(named)}
    leaders = {each.host for each in bookings} | {each.host for each in waits}
    for slot in await work.slots.of_host(person):
        leaders |= {row.host for row in await work.sessions.of_slot(slot.id, now)}
    return {person} | owners | leaders


async def hers(work: ConsultationWork, person: PersonId, now: datetime) -> list[Booking]:
    """What she has booked for herself, and what she keeps for people without an account; not yet over."""
    return [*await work.bookings.of_visitor(person, now), *await work.bookings.kept_by(person, now)]
