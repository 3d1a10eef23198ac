"""The clock of queues: what a feature's job of every second does, and how it gets over a silence of the bot."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from shnor_domain.clock import Clock
from shnor_domain.one_by_one import one_by_one
from shnor_domain.seats.hall import S, W
from shnor_domain.seats.look import Look, Room
from shnor_domain.seats.model import OfferState, Pulse, SeatingId
from shnor_domain.seats.ports import QueueClock
from shnor_domain.seats.rules import OUTAGE, lost_to_outage
from shnor_domain.work import Opens

BEAT = timedelta(seconds=15)
"""So often, while something is held, it is noted that the bot is there (real time)."""
SILENCE = timedelta(seconds=45)
"""After so long a silence taps may be on their way that came meanwhile."""
PATIENCE = timedelta(seconds=15)
"""So long after a silence no offer lapses: what was tapped in it is fetched first (real time, W5)."""
AT_ONCE = 50

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Tending(Generic[Unit, S, W]):
    """Offers lapse, the next are made, seats for which nobody is left are open to all.

    Safe to run anywhere, any number of times at once: each seating is looked at in a unit of its own, under its locks.
    One short statement when nothing is due. `real` is the machine's clock, on which an outage is measured (ADR 5);
    `window` is T of W1. `clock_of` and `enter` are the feature's: its queue clock in a unit, and a seating with its
    people and row locked, None where there is nothing to look at.
    """

    read: Opens[Unit]
    write: Opens[Unit]
    clock: Clock
    real: Clock
    window: timedelta
    clock_of: Callable[[Unit], QueueClock]
    enter: Callable[[Unit, SeatingId], Awaitable[Room[S, W] | None]]

    async def __call__(self) -> int:
        """How many seatings were looked at."""
        now = self.clock.now()
        async with self.read() as work:
            if (first := await self.clock_of(work).next_look()) is None:
                return 0
            pulse = await self.clock_of(work).pulse()
        pulse = await self._beat(pulse, now)
        if first > now:
            return 0
        async with self.read() as work:
            due = await self.clock_of(work).due(now, AT_ONCE)
        patient = pulse.back is not None and self.real.now() - pulse.back < PATIENCE
        return await self._tend(due, now, patient=patient)

    async def _beat(self, pulse: Pulse | None, now: datetime) -> Pulse:
        real = self.real.now()
        if pulse is not None and real - pulse.seen < BEAT:
            return pulse
        silent = timedelta(0) if pulse is None else real - pulse.seen
        back = None if pulse is None else pulse.back
        if silent > SILENCE:
            # it is also silent while nothing is held: then nobody has missed anything
            back = real if await self._given_again(silent, now) else None
        pulse = Pulse(real, back)
        async with self.write() as work:
            await self.clock_of(work).beat(pulse)
        return pulse

    async def _given_again(self, silent: timedelta, now: datetime) -> bool:
        """True when anything was offered in the silence. Offers that lost more than 150 s to it count as never made:
        the seat is offered anew, by the rules of this hour (W5)."""
        async with self.read() as work:
            touched = await self.clock_of(work).with_offers()
        if silent > OUTAGE:
            # what lost less waits, as after a shorter silence, for the taps that came meanwhile
            await self._tend(touched, now, patient=True, silent=silent)
        return bool(touched)

    async def _tend(
        self, seatings: Sequence[SeatingId], now: datetime, *, patient: bool, silent: timedelta | None = None
    ) -> int:
        async def look(work: Unit, seating: SeatingId) -> int:
            await self._look(work, seating, now, patient=patient, silent=silent)
            return 1

        # of one that fails the look stays due
        return await one_by_one(self.write, seatings, look, "the queue of seating %s could not be looked at")

    async def _look(
        self, work: Unit, seating: SeatingId, now: datetime, *, patient: bool, silent: timedelta | None
    ) -> None:
        clock, room = self.clock_of(work), await self.enter(work, seating)
        if room is None:
            return await clock.looked(seating)
        for offer in await room.hall.offers.of_session(seating) if silent is not None else ():
            if silent is not None and offer.state is OfferState.OPEN and lost_to_outage(offer, silent, now):
                await room.hall.end_offer(offer, OfferState.VOID, now)
        await clock.looked(seating)
        again = await Look(room, now, self.window, patient)()
        if again is not None:
            await clock.look(seating, again)
