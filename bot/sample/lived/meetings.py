"""Meetings of the sample: who has booked and waits, who came, what they say of it (meetings.csv)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.sample.hands import Hands
from bot.sample.lived.cells import people_in
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.days import SampleDays
from bot.sample.rows import rows
from shnor_domain.consultations.attendance.model import NotHeld, Said
from shnor_domain.consultations.attendance.use_cases.marking import MarkAttendance, MarkNotHeld
from shnor_domain.consultations.cards import exceptions_of
from shnor_domain.consultations.feedback.use_cases.saying import GiveFeedback, SayHowItWas, WriteFeedback
from shnor_domain.consultations.model import BookingId, CancelReason, ExtraWindow, SessionKey, Slot
from shnor_domain.consultations.on_behalf.rights import THROUGH_SCHOOL
from shnor_domain.consultations.on_behalf.use_cases.numbers import EnrolNumber
from shnor_domain.consultations.rules import occurrences
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue

DAY, LATE, AFTER = timedelta(days=1), timedelta(hours=3), timedelta(hours=1)
"""Before the start people book, and cancel late; after the end it is said how it was."""


@dataclass(frozen=True, slots=True)
class SampleMeetings:
    """`slots` by host, subject and weekday, as meetings.csv names them."""

    hands: Hands
    clock: LivedClock
    days: SampleDays
    slots: Mapping[str, Slot]

    async def lay(self) -> None:
        """Row by row, each act at its instant."""
        for row in rows("lived/meetings.csv"):
            await self._meeting(row)

    async def _meeting(self, row: Mapping[str, str]) -> None:
        slot, host = self.slots[row["slot"]], int(row["slot"].split()[0])
        starts = await self._starts(slot, row["when"])
        key, ends = SessionKey(slot.id, starts), starts + timedelta(minutes=slot.terms.minutes)
        acted = min(starts, self.days.now) - DAY
        with self.clock.at(self.days.at(row["acted"], slot.terms.zone) if row["acted"] else acted):
            if row["when"] != "weekly":
                await self._window(host, slot, starts)
            kept = {chat: await self._books(slot, key, chat, word) for chat, word in people_in(row["booked"])}
            for chat, topic in people_in(row["waiting"]):
                await (await self.hands.the(JoinQueue))(await self.hands.actor(chat), key, topic or None)
        with self.clock.at(starts - LATE):
            for chat, _ in people_in(row["cancelled"]):
                cancel = await self.hands.the(CancelBooking)
                await cancel(await self.hands.actor(chat), kept[chat], CancelReason.BUSY)
        with self.clock.at(ends + AFTER):
            await self._marks(host, key, row["came"], kept)
            for chat, word in people_in(row["said"]):
                await self._says(chat, kept[chat], word)

    async def _starts(self, slot: Slot, when: str) -> datetime:
        if when != "weekly":
            return self.days.at(when, slot.terms.zone)
        async with self.hands.units.read() as work:
            exceptions = await exceptions_of(work, slot)
        ahead = occurrences(slot, exceptions, self.days.now + DAY, self.days.now + timedelta(slot.terms.horizon))
        return next(ahead).starts

    async def _window(self, host: int, slot: Slot, starts: datetime) -> None:
        wall = starts.astimezone(ZoneInfo(slot.terms.zone))
        window = ExtraWindow(wall.date(), wall.time(), slot.terms.minutes)
        await (await self.hands.the(AddWindow))(await self.hands.actor(host), slot.id, window)

    async def _books(self, slot: Slot, key: SessionKey, chat: int, word: str) -> BookingId:
        actor = await self.hands.actor(chat)
        if slot.terms.audience not in THROUGH_SCHOOL:
            return (await (await self.hands.the(BookConsultation))(actor, key, word)).booking.id
        school = next(place.territory.school for place in actor.places if place.territory.school is not None)
        return (await (await self.hands.the(EnrolNumber))(actor, school, key, int(word))).booking.id

    async def _marks(self, host: int, key: SessionKey, came: str, kept: Mapping[int, BookingId]) -> None:
        if not came:
            return
        actor = await self.hands.actor(host)
        if came.startswith("not: "):
            await (await self.hands.the(MarkNotHeld))(actor, key, NotHeld(came.removeprefix("not: ")))
            return
        counted = None if came == "all" else {kept[chat]: int(word) for chat, word in people_in(came)}
        await (await self.hands.the(MarkAttendance))(actor, key, counted)

    async def _says(self, chat: int, booking: BookingId, word: str) -> None:
        """A score and what she writes, or how it was if it was not held for her."""
        actor = await self.hands.actor(chat)
        score, _, line = word.partition(" ")
        said = Said.HELD if score.isdigit() else Said(score)
        await (await self.hands.the(SayHowItWas))(actor, booking, said)
        if said is Said.HELD:
            await (await self.hands.the(GiveFeedback))(actor, booking, int(score))
        if line:
            await (await self.hands.the(WriteFeedback))(actor, booking, line)
