"""Queues, held seats and offers, as the rules need them from storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.model import SessionId
from shnor_domain.consultations.waitlist.model import (
    HeldSeat,
    Offer,
    OfferId,
    OfferState,
    Pulse,
    SeatId,
    SeatState,
    Waiting,
    WaitingId,
    WaitState,
)
from shnor_domain.identity import PersonId


class QueueStore(Protocol):
    """Who waits. All that concerns one meeting is written under the lock of its host."""

    async def join(self, session: SessionId, person: PersonId, topic: str | None, now: datetime) -> WaitingId:
        """Stand at the end; who waits there already keeps her place, and a topic given anew replaces hers
        (`uq_waiting_live_person`)."""
        ...

    async def get(self, waiting: WaitingId) -> Waiting | None:
        """One place, in any state."""
        ...

    async def live(self, session: SessionId, person: PersonId) -> Waiting | None:
        """Her place in the queue of this meeting."""
        ...

    async def of_session(self, session: SessionId) -> Sequence[Waiting]:
        """The queue in its order."""
        ...

    async def of_person(self, person: PersonId, now: datetime) -> Sequence[Waiting]:
        """Queues in which she stands, of meetings that start after `now`, by start."""
        ...

    async def all_of_person(self, person: PersonId) -> Sequence[Waiting]:
        """Every queue she ever stood in, by start."""
        ...

    async def ahead_of(self, waiting: Waiting) -> int:
        """How many stand before her."""
        ...

    async def counts(self, sessions: Collection[SessionId]) -> Mapping[SessionId, int]:
        """How many wait for each meeting; meetings without a queue are missing."""
        ...

    async def end(self, waiting: WaitingId, state: WaitState, now: datetime) -> bool:
        """Leave the queue; False when it had ended."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Wipe what she typed; rows stay for the counts."""
        ...


class OfferStore(Protocol):
    """Held seats and offers; the counts in the meeting's row change in the same statement that the CHECK guards."""

    async def hold(self, session: SessionId, seats: int, now: datetime) -> None:
        """Write down so many held seats, freed at `now`; they are counted by `BookingStore.free_seat` or `count`."""
        ...

    async def count(self, session: SessionId, *, held: int = 0, loose: int = 0) -> int:
        """Change the counts by so much; gives how many seats are taken or held now."""
        ...

    async def held(self, session: SessionId) -> Sequence[HeldSeat]:
        """Held seats, the earliest freed first."""
        ...

    async def reserve(self, seat: SeatId, waiting: WaitingId | None) -> None:
        """Note whose morning a seat waits for."""
        ...

    async def settle(self, seat: SeatId, state: SeatState) -> None:
        """A held seat is held no longer."""
        ...

    async def make(self, seat: SeatId, waiting: WaitingId, now: datetime, until: datetime) -> OfferId:
        """Store an open offer (`uq_seat_offer_open_seat`, `uq_seat_offer_open_waiting`, `uq_seat_offer_once`)."""
        ...

    async def get(self, offer: OfferId) -> Offer | None:
        """One offer, in any state."""
        ...

    async def of_session(self, session: SessionId) -> Sequence[Offer]:
        """All offers of a meeting, in any state, as they were made."""
        ...

    async def open_to(self, session: SessionId, person: PersonId) -> Offer | None:
        """What is offered to her now of this meeting."""
        ...

    async def open_of(self, person: PersonId) -> Sequence[Offer]:
        """All that is offered to her now."""
        ...

    async def end(self, offer: OfferId, state: OfferState, now: datetime) -> bool:
        """End an open offer; False when it had ended."""
        ...


class QueueClock(Protocol):
    """When which meeting's queue has to be looked at. Rows are added and deleted, never changed: nobody waits."""

    async def look(self, session: SessionId, due: datetime) -> None:
        """Have the queue of this meeting looked at then."""
        ...

    async def next_look(self, after: datetime | None = None) -> datetime | None:
        """The earliest due instant, of those strictly after `after` where given."""
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[SessionId]:
        """Meetings to be looked at, the longest due first."""
        ...

    async def looked(self, session: SessionId) -> None:
        """Forget all that was noted for this meeting so far."""
        ...

    async def with_offers(self) -> Sequence[SessionId]:
        """Meetings of which something is offered now."""
        ...

    async def pulse(self) -> Pulse | None:
        """What was noted last."""
        ...

    async def beat(self, pulse: Pulse) -> None:
        """Note it."""
        ...

    async def unheard(self, person: PersonId) -> bool:
        """True while something that she sent or tapped has arrived and was not yet handled."""
        ...
