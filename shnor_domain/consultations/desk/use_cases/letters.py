"""«Написать записавшимся»: one letter of a host to everybody who is booked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.desk.errors import NobodyBooked, TooManyLetters
from shnor_domain.consultations.desk.model import MOST_LETTERS, checked_letter, day_of
from shnor_domain.consultations.desk.notices import letter_to
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import Booking, Session, SessionKey, SessionState, Slot
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Room:
    """Whom a letter would reach now, and how many more may go today."""

    people: int
    left: int


@dataclass(frozen=True, slots=True)
class RoomForLetter:
    """The host of the meeting; for all others it is `NotFound`."""

    read: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey) -> Room:
        """As `WriteToBooked` would find it; raises `SessionGone` once it was called off or is over."""
        async with self.read() as work:
            now = self.clock.now()
            slot, session = await _own_meeting(work, actor, key, now)
            readers = _readers(await work.bookings.of_session(session.id))
            return Room(len(readers), await _left(work, slot, session, now))


@dataclass(frozen=True, slots=True)
class WriteToBooked:
    """The host of the meeting, until its end, at most three times on a day of the slot's own calendar.

    Refused: `NotFound` (another's meeting, or one that nobody ever booked), `SessionGone`, `Invalid("letter", …)`,
    `TooManyLetters`, `NobodyBooked`. Each reads it at once, or in her morning.
    """

    write: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, text: str) -> int:
        """Plan a notice for each; gives their number. The same update fed again writes nothing and answers alike."""
        clean = checked_letter(text)
        operation = f"letter:{key.slot}:{int(key.starts.timestamp())}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            now = self.clock.now()
            _, session = await _own_meeting(work, actor, key, now)
            # bookings with her wait, and so does a second letter: each of both is counted
            await work.bookings.lock({session.host})
            slot, session = await _own_meeting(work, actor, key, now)
            if not await _left(work, slot, session, now):
                raise TooManyLetters(most=MOST_LETTERS)
            bookings = _readers(await work.bookings.of_session(session.id))
            if not bookings:
                raise NobodyBooked
            letter = await work.letters.add(session.id, session.host, clean, now, len(bookings))
            await work.notices.plan(*(letter_to(letter, booking, now) for booking in bookings))
            await work.applied.save(operation, str(len(bookings)))
            return len(bookings)


async def _own_meeting(work: DeskWork, actor: Actor, key: SessionKey, now: datetime) -> tuple[Slot, Session]:
    session = (await work.sessions.find([key])).get(key)
    slot = await work.slots.get(key.slot)
    if session is None or slot is None or actor.person is None or session.host != actor.person:
        raise NotFound
    if session.state is SessionState.CANCELLED or session.ends <= now:
        raise SessionGone
    return slot, session


def _readers(bookings: Sequence[Booking]) -> list[Booking]:
    """One booking of each person: who has booked for several without an account reads it once (N8)."""
    return list({booking.visitor: booking for booking in reversed(bookings)}.values())[::-1]


async def _left(work: DeskWork, slot: Slot, session: Session, now: datetime) -> int:
    written = await work.letters.count(session.id, *day_of(now, slot.terms.zone))
    return max(0, MOST_LETTERS - written)
