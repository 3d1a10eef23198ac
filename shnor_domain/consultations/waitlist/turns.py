"""One look at the queue of one meeting: offers lapse, the next are made, what nobody is left for is open to all."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from shnor_domain.consultations.carrying import uninvited
from shnor_domain.consultations.model import Session, SessionState, Slot
from shnor_domain.consultations.use_cases.visiting import PlacedWork, places_of
from shnor_domain.consultations.waitlist import notices
from shnor_domain.consultations.waitlist.freeing import end_offer, hindrance, lose_place, open_to_all
from shnor_domain.consultations.waitlist.model import HeldSeat, Offer, OfferState, Waiting
from shnor_domain.consultations.waitlist.rules import (
    OPENS,
    Ask,
    Candidate,
    OpenToAll,
    Sleep,
    asked,
    kept_elsewhere,
    turn,
)
from shnor_domain.notifications.model import WAITING, NoticeState
from shnor_domain.notifications.ports import ReaderBook
from shnor_domain.people.model.days import local_day
from shnor_domain.territories.model import school_year_of

AGAIN = timedelta(seconds=2)
"""So soon a queue is looked at again in which somebody's tap waits to be heard (W5)."""

_UNDELIVERED = frozenset({NoticeState.SENDING, NoticeState.MISSED})
"""MISSED: the sender came back to the row after the end of the offer, before this look did."""


class QueueWork(PlacedWork, Protocol):
    """A unit that has queues, and the hours of people."""

    @property
    def readers(self) -> ReaderBook:
        """When people sleep, and whether they can be reached."""
        ...


@dataclass(slots=True)
class Look:
    """A look at one meeting, whose row is locked. `patient`: offers do not lapse yet, for taps may be on their way."""

    work: QueueWork
    slot: Slot
    session: Session
    now: datetime
    window: timedelta
    patient: bool = False
    again: list[datetime] = field(default_factory=list)

    async def __call__(self) -> datetime | None:
        """Do all that is due; gives when to look next, None when nothing is held."""
        if self.session.state is SessionState.CANCELLED:
            return None
        offers = [each for each in await self._offers() if each.state is OfferState.OPEN]
        for offer in offers:
            await self._end_if_over(offer)
        for seat in await self.work.seat_offers.held(self.session.id):
            await self._turn(seat)
        return min(self.again, default=None)

    async def _offers(self) -> list[Offer]:
        return list(await self.work.seat_offers.of_session(self.session.id))

    @property
    def _opens(self) -> datetime:
        return self.session.key.starts - OPENS

    async def _end_if_over(self, offer: Offer) -> None:
        if await hindrance(self.work, offer.person, self.session, self.now) is not None:
            return await end_offer(self.work, offer, OfferState.WITHDRAWN, self.now)
        over = min(offer.until, self._opens)
        if self.now < over:
            return self.again.append(over)
        # taps that waited are heard first (W5), but nothing is held after the start (W3)
        if self.now < self.session.key.starts and (self.patient or await self.work.queue_clock.unheard(offer.person)):
            return self.again.append(self.now + AGAIN)
        # what never reached her, because the messenger was away, was never made either (W5)
        state = OfferState.VOID if await self._unseen(offer) else OfferState.LAPSED
        await end_offer(self.work, offer, state, self.now)

    async def _unseen(self, offer: Offer) -> bool:
        told = await self.work.notices.of_subject(notices.subject_of(offer.id))
        return any(row.state in WAITING or row.state in _UNDELIVERED for row in told)

    async def _turn(self, seat: HeldSeat) -> None:
        while True:
            offers = await self._offers()
            if any(each.seat == seat.id and each.state is OfferState.OPEN for each in offers):
                return
            queue = {each.id: each for each in await self.work.queues.of_session(self.session.id)}
            candidates = await self._candidates(seat, queue.values(), offers)
            match turn(candidates, seat, self.session.key.starts, self.now, self.window):
                case Ask(waiting, until):
                    if await self._lost_right(queue[waiting]):
                        continue
                    return await self._offer(seat, queue[waiting], until)
                case Sleep(until, reserved):
                    await self.work.seat_offers.reserve(seat.id, reserved)
                    return self.again.append(min(until, self._opens))
                case OpenToAll():
                    return await open_to_all(self.work, self.session, seat)

    async def _candidates(self, seat: HeldSeat, queue: Iterable[Waiting], offers: list[Offer]) -> list[Candidate]:
        """Who stands there, was not asked about this seat, has no other seat of this meeting offered to her or kept
        for her morning, can be reached and could accept."""
        busy = {each.waiting for each in offers if each.state is OfferState.OPEN}
        busy |= kept_elsewhere(seat, await self.work.seat_offers.held(self.session.id))
        found = []
        for waiting in queue:
            if waiting.id in busy or asked(seat, waiting.id, offers):
                continue
            reader = await self.work.readers.reader(waiting.person)
            if reader is None or reader.chat is None or reader.unreachable is not None:
                continue
            if await hindrance(self.work, waiting.person, self.session, self.now) is None:
                found.append(Candidate(waiting.id, reader.quiet, reader.zone))
        return found

    async def _lost_right(self, waiting: Waiting) -> bool:
        """True when no place of hers lets her come any longer: then her place in the queue has ended, and she is told
        (W4)."""
        places = await places_of(self.work, waiting.person)
        today = local_day(self.now, self.slot.terms.zone)
        schools = await self.work.directory.project_schools(school_year_of(today))
        if not uninvited(self.slot, waiting.key.starts, places, schools, self.now):
            return False
        await lose_place(self.work, waiting, self.slot, self.now)
        return True

    async def _offer(self, seat: HeldSeat, waiting: Waiting, until: datetime) -> None:
        if seat.reserved is not None:
            await self.work.seat_offers.reserve(seat.id, None)
        made = await self.work.seat_offers.make(seat.id, waiting.id, self.now, until)
        offer = await self.work.seat_offers.get(made)
        if offer is not None:
            await self.work.notices.plan(notices.offered(offer, waiting, self.now))
        self.again.append(until)
