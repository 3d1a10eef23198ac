"""What becomes of seats and their queue as people come and go, inside an open unit of work (W1, W4)."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import PersonId
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.seats.model import HeldSeat, Offer, OfferState, Seating, SeatingId, SeatState, Waits, WaitState
from shnor_domain.seats.ports import House, OfferStore, QueueClock, QueueStore, Seats
from shnor_domain.seats.rules import OPENS

S = TypeVar("S", bound=Seating)
W = TypeVar("W", bound=Waits)


@dataclass(frozen=True, slots=True)
class Hall(Generic[S, W]):
    """Seats and queues of one feature. Who writes has locked who leads the seating and who sits down, in this order of
    locks: people, the row, their time (ADR 7)."""

    seats: Seats[S]
    queue: QueueStore[W]
    offers: OfferStore
    clock: QueueClock
    notices: NoticePlanner
    house: House[S, W]

    async def locked(self, seating: SeatingId) -> S:
        """The seating as it is, its row locked until the unit ends; raises `NotFound`."""
        row = await self.seats.locked(seating)
        if row is None:
            raise NotFound
        return row

    async def take(
        self, row: S, heads: int, now: datetime, *, person: PersonId | None, refusal: type[DomainError]
    ) -> int:
        """Count so many seats of the locked row, and mark `person` as busy, whose offer, if there is one, is taken by
        it; None for seats in which somebody without an account will sit. Gives how many are taken now; raises
        `NoSeatsLeft`, `refusal`."""
        offer = await self.offers.open_to(row.id, person) if person is not None and row.held else None
        taken = await self.seats.take_seat(row.id, heads, held=0 if offer is None else 1)
        if person is not None:
            await self.house.occupy(person, row, refusal)
            await self.seated(row.id, person, offer, now)
        return taken

    async def give_back(self, seating: SeatingId, heads: int, now: datetime) -> int:
        """Free so many seats: as many as people wait are held for them until half an hour before the start (W1), others
        are open to all. Gives how many seats are taken or held now."""
        row = await self.locked(seating)
        waits = (await self.queue.counts([seating])).get(seating, 0)
        ahead = row.starts - OPENS > now
        hold = min(heads, max(0, waits - row.held)) if ahead else 0
        left = await self.seats.free_seat(seating, heads, hold=hold, loose=heads if waits and not ahead else 0)
        if hold:
            await self.offers.hold(seating, hold, now)
            await self.clock.look(seating, now)
        return left

    async def seated(self, seating: SeatingId, person: PersonId, offer: Offer | None, now: datetime) -> None:
        """After she took a seat: her place in this queue ends, the offer is taken, and what is offered to her elsewhere
        is looked at again: she may be unable to come (W4)."""
        for waiting in await self.queue.of_person(person, now):
            if waiting.session == seating:
                await self.queue.end(waiting.id, WaitState.BOOKED, now)
            elif await self.offers.open_to(waiting.session, person) is not None:
                await self.clock.look(waiting.session, now)
        if offer is not None:
            await self.offers.settle(offer.seat, SeatState.TAKEN)
            await self.end_offer(offer, OfferState.TAKEN, now)

    async def end_offer(self, offer: Offer, state: OfferState, now: datetime) -> None:
        """End it; its message says so and loses its buttons, without a sound."""
        if await self.offers.end(offer.id, state, now):
            await self.notices.cancel(self.house.subject_of(offer.id), now)

    async def offer_anew(self, seating: SeatingId, now: datetime) -> None:
        """What is offered of a seating counts as never made, because it takes place at another time or was not there to
        be answered: it is offered again by the rules of this hour."""
        for offer in await self.offers.of_session(seating):
            if offer.state is OfferState.OPEN:
                await self.end_offer(offer, OfferState.VOID, now)
        for seat in await self.offers.held(seating):
            await self.offers.reserve(seat.id, None)
        await self.clock.look(seating, now)

    async def open_to_all(self, row: S, seat: HeldSeat) -> None:
        """Hold a seat no longer: whoever is invited may take it, without the usual notice (W3)."""
        await self.offers.settle(seat.id, SeatState.OPEN)
        if await self.seats.count(row.id, held=-1, loose=1) == 0:
            await self.house.emptied(row)

    async def leave_queue(self, waiting: W, state: WaitState, now: datetime) -> bool:
        """End one place; what was offered goes on to the next. False when it had ended."""
        await self.locked(waiting.session)
        if not await self.queue.end(waiting.id, state, now):
            return False
        offer = await self.offers.open_to(waiting.session, waiting.person)
        if offer is not None:
            await self.end_offer(offer, OfferState.WITHDRAWN, now)
        await self.clock.look(waiting.session, now)
        return True

    async def lose_place(self, waiting: W, now: datetime) -> None:
        """End the place of somebody who may not come any longer, and tell her (W4)."""
        if await self.leave_queue(waiting, WaitState.LOST, now):
            await self.notices.plan(await self.house.queue_over(waiting, now))

    async def end_queue(
        self, seating: SeatingId, by: PersonId | None, now: datetime, *, day_fell: bool = False
    ) -> None:
        """The seating is off, by who leads it or with its day: nothing is held any more, and everybody who waited is
        told once, but for who did it."""
        for offer in await self.offers.of_session(seating):
            await self.end_offer(offer, OfferState.WITHDRAWN, now)
        for seat in await self.offers.held(seating):
            await self.offers.settle(seat.id, SeatState.GONE)
        for waiting in await self.queue.of_session(seating):
            await self.queue.end(waiting.id, WaitState.CANCELLED, now)
            await self.notices.cancel(self.house.subject_of_place(waiting.id), now)
            if waiting.person != by:
                await self.notices.plan(await self.house.queue_over(waiting, now, day_fell=day_fell))

    @asynccontextmanager
    async def resized(self, rows: Sequence[S], capacity: int, now: datetime) -> AsyncIterator[None]:
        """Inside of it the caller gives these seatings so many seats. More seats go to the queue first; fewer take what
        is free, then what is held, that without an offer first; who had an offer is told. Taken seats stay: the
        constraint refuses to take them."""
        waits = await self.queue.counts([row.id for row in rows])
        for row in [await self.locked(row.id) for row in rows if row.held or row.id in waits]:
            await self._unhold(row, row.taken + row.held - capacity, now)
        yield
        for before in rows:
            row = await self.locked(before.id)
            more = min(capacity - before.capacity, waits.get(row.id, 0) - row.held)
            # where all is free the queue has been asked, and who leads may be elsewhere
            if more > 0 and row.taken + row.held and now < row.starts - OPENS:
                await self.seats.count(row.id, held=more)
                await self.offers.hold(row.id, more, now)
                await self.clock.look(row.id, now)

    async def _unhold(self, row: S, seats: int, now: datetime) -> None:
        offers = {each.seat: each for each in await self.offers.of_session(row.id) if each.state is OfferState.OPEN}
        held = await self.offers.held(row.id)
        # who was offered a seat loses it last, and of those who stands last in the queue first
        order = sorted(
            held, key=lambda seat: (seat.id in offers, -(offers[seat.id].waiting if seat.id in offers else seat.id))
        )
        for seat in order[: max(0, seats)]:
            await self.offers.settle(seat.id, SeatState.GONE)
            if await self.seats.count(row.id, held=-1) == 0:
                await self.house.emptied(row)
            if (offer := offers.get(seat.id)) is not None:
                waiting = await self.queue.get(offer.waiting)
                await self.end_offer(offer, OfferState.WITHDRAWN, now)
                if waiting is not None:
                    await self.notices.plan(await self.house.offer_gone(offer, waiting, now))
