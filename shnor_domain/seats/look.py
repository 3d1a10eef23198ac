"""One look at one queue: offers lapse, the next are made, what nobody is left for is open to all."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic

from shnor_domain.notifications.model import WAITING, NoticeState
from shnor_domain.seats.hall import Hall, S, W
from shnor_domain.seats.model import HeldSeat, Offer, OfferState
from shnor_domain.seats.ports import Guests
from shnor_domain.seats.rules import OPENS, Ask, Candidate, OpenToAll, Sleep, asked, kept_elsewhere, turn

AGAIN = timedelta(seconds=2)
"""So soon a queue is looked at again in which somebody's tap waits to be heard (W5)."""

_UNDELIVERED = frozenset({NoticeState.SENDING, NoticeState.MISSED})
"""MISSED: the sender came back to the row after the end of the offer, before this look did."""


@dataclass(frozen=True, slots=True)
class Room(Generic[S, W]):
    """One seating with its people and its row locked: what a look looks at."""

    hall: Hall[S, W]
    guests: Guests[S, W]
    row: S


@dataclass(slots=True)
class Look(Generic[S, W]):
    """A look into one room. `patient`: offers do not lapse yet, for taps may be on their way."""

    room: Room[S, W]
    now: datetime
    window: timedelta
    patient: bool = False
    again: list[datetime] = field(default_factory=list)

    async def __call__(self) -> datetime | None:
        """Do all that is due; gives when to look next, None when nothing is held."""
        if not self.room.row.open:
            return None
        offers = [each for each in await self._offers() if each.state is OfferState.OPEN]
        for offer in offers:
            await self._end_if_over(offer)
        for seat in await self.room.hall.offers.held(self.room.row.id):
            await self._turn(seat)
        return min(self.again, default=None)

    async def _offers(self) -> list[Offer]:
        return list(await self.room.hall.offers.of_session(self.room.row.id))

    @property
    def _opens(self) -> datetime:
        return self.room.row.starts - OPENS

    async def _end_if_over(self, offer: Offer) -> None:
        hall, row = self.room.hall, self.room.row
        if await self.room.guests.hindrance(offer.person, row, self.now) is not None:
            return await hall.end_offer(offer, OfferState.WITHDRAWN, self.now)
        over = min(offer.until, self._opens)
        if self.now < over:
            return self.again.append(over)
        # taps that waited are heard first (W5), but nothing is held after the start (W3)
        if self.now < row.starts and (self.patient or await hall.clock.unheard(offer.person)):
            return self.again.append(self.now + AGAIN)
        # what never reached her, because the messenger was away, was never made either (W5)
        state = OfferState.VOID if await self._unseen(offer) else OfferState.LAPSED
        await hall.end_offer(offer, state, self.now)

    async def _unseen(self, offer: Offer) -> bool:
        hall = self.room.hall
        told = await hall.notices.of_subject(hall.house.subject_of(offer.id))
        return any(row.state in WAITING or row.state in _UNDELIVERED for row in told)

    async def _turn(self, seat: HeldSeat) -> None:
        hall, row = self.room.hall, self.room.row
        while True:
            offers = await self._offers()
            if any(each.seat == seat.id and each.state is OfferState.OPEN for each in offers):
                return
            queue = {each.id: each for each in await hall.queue.of_session(row.id)}
            candidates = await self._candidates(seat, queue.values(), offers)
            match turn(candidates, seat, row.starts, self.now, self.window):
                case Ask(waiting, until):
                    if await self.room.guests.lost_right(queue[waiting], self.now):
                        await hall.lose_place(queue[waiting], self.now)
                        continue
                    return await self._offer(seat, queue[waiting], until)
                case Sleep(until, reserved):
                    await hall.offers.reserve(seat.id, reserved)
                    return self.again.append(min(until, self._opens))
                case OpenToAll():
                    return await hall.open_to_all(row, seat)

    async def _candidates(self, seat: HeldSeat, queue: Iterable[W], offers: list[Offer]) -> list[Candidate]:
        """Who stands there, was not asked about this seat, has no other one here offered to her or kept for her
        morning, can be reached and could accept."""
        busy = {each.waiting for each in offers if each.state is OfferState.OPEN}
        busy |= kept_elsewhere(seat, await self.room.hall.offers.held(self.room.row.id))
        found = []
        for waiting in queue:
            if waiting.id in busy or asked(seat, waiting.id, offers):
                continue
            reader = await self.room.guests.reader(waiting.person)
            if reader is None or reader.chat is None or reader.unreachable is not None:
                continue
            if await self.room.guests.hindrance(waiting.person, self.room.row, self.now) is None:
                found.append(Candidate(waiting.id, reader.quiet, reader.zone))
        return found

    async def _offer(self, seat: HeldSeat, waiting: W, until: datetime) -> None:
        hall = self.room.hall
        if seat.reserved is not None:
            await hall.offers.reserve(seat.id, None)
        made = await hall.offers.make(seat.id, waiting.id, self.now, until)
        offer = await hall.offers.get(made)
        if offer is not None:
            await hall.notices.plan(await hall.house.offered(offer, waiting, self.now))
        self.again.append(until)
