"""What a host's letter is to who is booked: a notice a person, held at night, and whether it is still for her (Q3)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.desk.model import Letter, LetterId
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.model import Booking
from shnor_domain.consultations.telling import booking_of
from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import KindPolicy, Notice, StoredNotice
from shnor_domain.work import Opens

LETTER = "consultation-letter"
"""To the visitor: what the host has written to everybody who is booked."""

POLICIES = (KindPolicy(LETTER),)


def letter_to(letter: LetterId, booking: Booking, now: datetime) -> Notice:
    """A row for one of those who are booked.

    Its subject is the letter: what is told anew of her booking when its host moves the meeting leaves it waiting.
    Whether it is for her still, and until when, `LetterStands` knows as it goes: the end may move along too. N6 does
    not name letters, so the night holds them however near the start is.
    """
    return Notice(
        key=f"{LETTER}:{letter}:{booking.id}",
        person=booking.visitor,
        kind=LETTER,
        subject=f"letter:{letter}",
        due=now,
        payload={"booking": booking.id, "letter": letter},
    )


def letter_of(notice: Notice) -> LetterId:
    """Whose payload is {"booking": id, "letter": id}."""
    return LetterId(int(notice.payload["letter"] or 0))


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """The letter with the booking of who reads it."""

    read: Opens[DeskWork]

    async def __call__(self, notice: Notice) -> tuple[Letter, BookingCard]:
        """Raises `NotFound` when one of both is gone."""
        async with self.read() as work:
            letter = await work.letters.get(letter_of(notice))
            booking = await work.bookings.get(booking_of(notice))
            if letter is None or booking is None:
                raise NotFound
            return letter, (await booking_cards(work, [booking]))[0]


@dataclass(frozen=True, slots=True)
class LetterStands:
    """To who is booked: the letter is there, and she still comes to the meeting that it is about."""

    read: Opens[DeskWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too after the end, and once its writer has left."""
        async with self.read() as work:
            letter = await work.letters.get(letter_of(row.notice))
            if letter is None:
                return False
            booked = await work.bookings.of_session(letter.session)
        return any(booking.visitor == row.notice.person and booking.ends > now for booking in booked)
