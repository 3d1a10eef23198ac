"""A visitor says how a meeting was: whether it was held for her, and what it was worth."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.attendance.errors import NoAttendance
from shnor_domain.consultations.attendance.model import CORRECTED, Said
from shnor_domain.consultations.attendance.rules import check_time
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.feedback.errors import NotAttended
from shnor_domain.consultations.feedback.model import Answer
from shnor_domain.consultations.feedback.ports import FeedbackWork
from shnor_domain.consultations.feedback.rules import checked_score, clean_words
from shnor_domain.consultations.model import Booking, BookingId, BookingState, Sits
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Afterwards:
    """A visitor's booking once it has begun: what she has said, her answer, and until when both may be changed."""

    card: BookingCard
    said: Said | None
    answer: Answer | None
    until: datetime


@dataclass(frozen=True, slots=True)
class LookBack:
    """The visitor herself: another's booking is `NotFound`.

    Refused: `NoAttendance` (she or the host had cancelled it), `NotYetStarted`. After 14 days it may still be looked
    at.
    """

    read: Opens[FeedbackWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId) -> Afterwards:
        """What stands there now."""
        async with self.read() as work:
            booking = await _own(work, actor, booking_id)
            now = self.clock.now()
            check_time(booking.key.starts, max(booking.ends, now), now)
            return await _afterwards(work, booking)


@dataclass(frozen=True, slots=True)
class SayHowItWas:
    """The visitor herself, from the start until 14 days after the end; the host's mark stays beside it as it is.

    Refused: `NotFound`, `NoAttendance`, `NotYetStarted`, `MarkingOver`.
    """

    write: Opens[FeedbackWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, said: Said) -> Afterwards:
        """Keep her word in place of an earlier one. For who was not there, an answer given before goes."""
        operation = f"said:{booking_id}"
        now = self.clock.now()
        async with self.write() as work:
            booking = await _own(work, actor, booking_id)
            if await work.applied.result(operation) is None:
                check_time(booking.key.starts, booking.ends, now)
                await work.attendance.say(booking_id, said, now)
                if said is not Said.HELD:
                    await work.feedback.drop(booking_id)
                await work.applied.save(operation, said.value)
            return await _afterwards(work, booking)


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    """As `SayHowItWas`, for who has said that the meeting was held: 1–5 (R141).

    Refused too: `NotAttended` (also for whom she had booked for another), `Invalid("score", "range")`.
    """

    write: Opens[FeedbackWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, score: int) -> Afterwards:
        """Keep the score in place of an earlier one; the line written before stays."""
        operation = f"feedback:{booking_id}"
        checked_score(score)
        async with self.write() as work:
            booking, before = await _attended(work, self.clock, actor, booking_id)
            if await work.applied.result(operation) is None:
                words = None if before is None else before.words
                await work.feedback.put(Answer(booking_id, score, words), self.clock.now())
                await work.applied.save(operation, str(score))
            return await _afterwards(work, booking)


@dataclass(frozen=True, slots=True)
class WriteFeedback:
    """As `GiveFeedback`: one line beside the score that she has given.

    Refused too: `NotAttended` before a score, `Invalid("words", "long")`.
    """

    write: Opens[FeedbackWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, words: str | None) -> Afterwards:
        """Keep the line in place of an earlier one, None takes it back."""
        operation = f"feedback-words:{booking_id}"
        line = clean_words(words)
        async with self.write() as work:
            booking, before = await _attended(work, self.clock, actor, booking_id)
            if before is None:
                raise NotAttended
            if await work.applied.result(operation) is None:
                await work.feedback.put(Answer(booking_id, before.score, line), self.clock.now())
                await work.applied.save(operation, "written")
            return await _afterwards(work, booking)


async def _attended(
    work: FeedbackWork, clock: Clock, actor: Actor, booking_id: BookingId
) -> tuple[Booking, Answer | None]:
    booking = await _own(work, actor, booking_id)
    check_time(booking.key.starts, booking.ends, clock.now())
    if booking.behalf.sits is not Sits.SELF or await work.attendance.said(booking_id) is not Said.HELD:
        raise NotAttended
    return booking, await work.feedback.of(booking_id)


async def _own(work: FeedbackWork, actor: Actor, booking_id: BookingId) -> Booking:
    booking = await work.bookings.get(booking_id)
    if booking is None or actor.person is None or booking.visitor != actor.person:
        raise NotFound
    if booking.state is not BookingState.BOOKED:
        raise NoAttendance
    return booking


async def _afterwards(work: FeedbackWork, booking: Booking) -> Afterwards:
    (card,) = await booking_cards(work, [booking])
    said = await work.attendance.said(booking.id)
    return Afterwards(card, said, await work.feedback.of(booking.id), booking.ends + CORRECTED)
