"""A host sees what her people ask: the topics of bookings, and what was added to them in writing (N1)."""

from collections.abc import Sequence
from dataclasses import replace

from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.model import Booking
from shnor_domain.consultations.ports import ConsultationWork


async def with_asked(work: ConsultationWork, cards: Sequence[BookingCard]) -> list[BookingCard]:
    """The same cards with what waits for an answer in writing, and whether the topic has one; for who leads the
    meeting alone."""
    bookings = [card.booking.id for card in cards]
    waiting = await work.asked_before.waiting(bookings)
    answered = await work.asked_before.answered_topics(bookings)
    return [
        replace(card, asked=waiting.get(card.booking.id, ""), answered=card.booking.id in answered) for card in cards
    ]


async def questions_of(work: ConsultationWork, bookings: Sequence[Booking]) -> dict[int, int]:
    """How many questions each booking brings, by its id: its topic until that is answered in writing, and what waits
    for an answer."""
    which = [booking.id for booking in bookings]
    waiting = await work.asked_before.waiting(which)
    answered = await work.asked_before.answered_topics(which)
    return {
        booking.id: (booking.topic is not None and booking.id not in answered) + (booking.id in waiting)
        for booking in bookings
    }
