"""Two Mondays of the nest that are over: one marked, one not; the teacher has said how it was, with a canary."""

from datetime import UTC, datetime, timedelta
from typing import Any

from shnor_domain.consultations.attendance.model import Mark, Said
from shnor_domain.consultations.feedback.model import Answer
from shnor_domain.consultations.model import BookingId, Occurrence, SessionKey, SlotId
from tests.support.village import whose

LONG_AGO, LATELY = (datetime(2026, 9, day, 6, 0, tzinfo=UTC) for day in (7, 14))


async def lay_attended(nest: Any, secret: str) -> None:
    """Past all rights and clocks: this is how a test begins."""
    slot_id = SlotId(nest.ids["slot"])
    async with nest.village.units.write() as work:
        slot = await work.slots.get(slot_id)
        assert slot is not None
        for starts in (LONG_AGO, LATELY):
            meeting = Occurrence(SessionKey(slot_id, starts), starts + timedelta(minutes=45))
            session = await work.sessions.ensure(slot, meeting)
            booking = await work.bookings.add(
                session, whose(nest.near["teacher"]), f"{secret}: прошлое", starts - timedelta(days=1)
            )
            await work.sessions.take_seat(session.id)
            await work.attendance.say(booking, Said.HELD, starts)
            await work.feedback.put(Answer(booking, 4, f"{secret} помог"), starts)
            if starts == LONG_AGO:
                await work.attendance.put(Mark(session.id, session.host, None, 45, starts), {booking: 1})
    nest.ids["past booking"] = BookingId(booking)


def past_key(nest: Any) -> SessionKey:
    """The meeting that is over and not marked."""
    return SessionKey(SlotId(nest.ids["slot"]), LATELY)
