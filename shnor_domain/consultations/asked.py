"""A host sees what her people ask: the topics of bookings, and what was added to them in writing (N1)."""

from collections.abc import Sequence
from dataclasses import replace

from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.model import Booking
from shnor_domain.consultations.ports import ConsultationWork


async def with_asked(work: ConsultationWork, cards: Sequence[BookingCard]) -> list[BookingCard]:
    """The same cards with what waits for an answer in writing; for who leads the meeting alone."""
    waiting = await work.asked_before.waiting([card.booking.id for card in cards])
    return [replace(card, asked=waiting.get(card.booking.id, "")) for card in cards]


async def questions_of(work: ConsultationWork, bookings: Sequence[Booking]) -> dict[int, int]:
    """How many questions each booking brings, by its id: its topic, and what waits for an answer in writing."""
    waiting = await work.asked_before.waiting([booking.id for booking in bookings])
    return {booking.id: (booking.topic is not None) + (booking.id in waiting) for booking in bookings}
