"""Seats, people's time, queues and offers, as the rules need them from storage, and what only the feature knows."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Notice, Reader
from shnor_domain.seats.model import (
    HeldSeat,
    Offer,
    OfferId,
    OfferState,
    Pulse,
    SeatId,
    Seating,
    SeatingId,
    SeatState,
    Timed,
    WaitingId,
    Waits,
    WaitState,
)

S_co = TypeVar("S_co", bound=Seating, covariant=True)
S_contra = TypeVar("S_contra", bound=Seating, contravariant=True)
T_contra = TypeVar("T_contra", bound=Timed, contravariant=True)
W = TypeVar("W", bound=Waits)
W_contra = TypeVar("W_contra", bound=Waits, contravariant=True)


class Seats(Protocol[S_co]):
    """Rows that have seats. Each refusal comes from the named constraint, under any number of writers."""

    async def locked(self, session: SeatingId) -> S_co | None:
        """One as it is now; others who would change it wait until the unit ends."""
        ...

    async def take_seat(self, session: SeatingId, heads: int = 1, *, held: int = 0) -> int:
        """Count so many more seats, `held` of them held for who takes them, and give how many are taken now; raises
        `NoSeatsLeft`: what is held for others is not free."""
        ...

    async def free_seat(self, session: SeatingId, heads: int = 1, *, hold: int = 0, loose: int = 0) -> int:
        """Count so many seats less, of which `hold` are held for the queue and `loose` need no notice, and give how
        many are taken or held now. Who frees seats asks `Hall.give_back`, which knows the queue."""
        ...

    async def count(self, session: SeatingId, *, held: int = 0, loose: int = 0) -> int:
        """Change the counts by so much; gives how many seats are taken or held now."""
        ...


class Times(Protocol[T_contra]):
    """Who is where when: nobody is in two places, whichever feature took her there. How a mark is taken back is said by
    the port of its feature, which knows what names it."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Let writers who deal with the same people pass one at a time, until the unit ends."""
        ...

    async def occupy(self, person: PersonId, of: T_contra, refusal: type[DomainError]) -> None:
        """Mark the person as busy from `of.starts` to `of.ends`; raises `refusal` when she is elsewhere
        (`uq_busy_person_cell`)."""
        ...

    async def busy_cells(self, people: Collection[PersonId], cells: range) -> Mapping[PersonId, frozenset[int]]:
        """Busy cells of 5 minutes of each of `people` within `cells`."""
        ...


class QueueStore(Protocol[W]):
    """Who waits. All that concerns one seating is written under the lock of who leads it."""

    async def get(self, waiting: WaitingId) -> W | None:
        """One place, in any state."""
        ...

    async def live(self, session: SeatingId, person: PersonId) -> W | None:
        """Her place in the queue of this seating."""
        ...

    async def of_session(self, session: SeatingId) -> Sequence[W]:
        """The queue in its order."""
        ...

    async def of_person(self, person: PersonId, now: datetime) -> Sequence[W]:
        """Queues in which she stands, of what starts after `now`, by start."""
        ...

    async def all_of_person(self, person: PersonId) -> Sequence[W]:
        """Every queue she ever stood in, by start."""
        ...

    async def ahead_of(self, waiting: W) -> int:
        """How many stand before her."""
        ...

    async def counts(self, sessions: Collection[SeatingId]) -> Mapping[SeatingId, int]:
        """How many wait for each; those without a queue are missing."""
        ...

    async def end(self, waiting: WaitingId, state: WaitState, now: datetime) -> bool:
        """Leave the queue; False when it had ended."""
        ...


class OfferStore(Protocol):
    """Held seats and offers; the counts of the seating change by `Seats` beside them."""

    async def hold(self, session: SeatingId, seats: int, now: datetime) -> None:
        """Write down so many held seats, freed at `now`; they are counted by `Seats.free_seat` or `Seats.count`."""
        ...

    async def held(self, session: SeatingId) -> Sequence[HeldSeat]:
        """Held seats, the earliest freed first."""
        ...

    async def reserve(self, seat: SeatId, waiting: WaitingId | None) -> None:
        """Note whose morning a seat waits for."""
        ...

    async def settle(self, seat: SeatId, state: SeatState) -> None:
        """A held seat is held no longer."""
        ...

    async def make(self, seat: SeatId, waiting: WaitingId, now: datetime, until: datetime) -> OfferId:
        """Store an open offer (`uq_seat_offer_open_seat`, `uq_seat_offer_open_waiting`, `uq_seat_offer_once`, each with
        the prefix of its tables)."""
        ...

    async def get(self, offer: OfferId) -> Offer | None:
        """One offer, in any state."""
        ...

    async def of_session(self, session: SeatingId) -> Sequence[Offer]:
        """All offers of a seating, in any state, as they were made."""
        ...

    async def open_to(self, session: SeatingId, person: PersonId) -> Offer | None:
        """What is offered to her now of this seating."""
        ...

    async def open_of(self, person: PersonId) -> Sequence[Offer]:
        """All that is offered to her now."""
        ...

    async def end(self, offer: OfferId, state: OfferState, now: datetime) -> bool:
        """End an open offer; False when it had ended."""
        ...


class QueueClock(Protocol):
    """When which queue has to be looked at. Rows are added and deleted, never changed: nobody waits."""

    async def look(self, session: SeatingId, due: datetime) -> None:
        """Have the queue of this seating looked at then."""
        ...

    async def next_look(self, after: datetime | None = None) -> datetime | None:
        """The earliest due instant, of those strictly after `after` where given."""
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[SeatingId]:
        """Seatings to be looked at, the longest due first."""
        ...

    async def looked(self, session: SeatingId) -> None:
        """Forget all that was noted for this seating so far."""
        ...

    async def with_offers(self) -> Sequence[SeatingId]:
        """Seatings of which something is offered now."""
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


class House(Protocol[S_contra, W_contra]):
    """What only the feature knows of its seats: whose time they take, and what is said about them."""

    async def occupy(self, person: PersonId, seating: S_contra, refusal: type[DomainError]) -> None:
        """Mark who sits down as busy for all hours of it; raises `refusal` when she is elsewhere."""
        ...

    async def emptied(self, seating: S_contra) -> None:
        """No seat is taken or held any longer: give back what was taken with the first."""
        ...

    def subject_of(self, offer: OfferId) -> str:
        """What rows about one offer share."""
        ...

    def subject_of_place(self, waiting: WaitingId) -> str:
        """What rows about one place in a queue share."""
        ...

    async def offered(self, offer: Offer, waiting: W_contra, now: datetime) -> Notice:
        """A row for who may take the seat."""
        ...

    async def offer_gone(self, offer: Offer, waiting: W_contra, now: datetime) -> Notice:
        """A row for who may not take it any more, by no act of hers."""
        ...

    async def queue_over(self, waiting: W_contra, now: datetime, *, day_fell: bool = False) -> Notice:
        """A row for who waits in vain. `day_fell`: nobody called it off, its day was."""
        ...


class Guests(Protocol[S_contra, W_contra]):
    """What only the feature knows of who may be asked about a seat."""

    async def reader(self, person: PersonId) -> Reader | None:
        """Her hours, and whether she can be reached; None when she left."""
        ...

    async def hindrance(self, person: PersonId, seating: S_contra, now: datetime) -> type[DomainError] | None:
        """Why she could not take a seat if it were offered; None when she could (W4)."""
        ...

    async def lost_right(self, waiting: W_contra, now: datetime) -> bool:
        """True when no place of hers lets her come any longer (W4)."""
        ...
