"""What sign-ups, quotas and queues of events need from storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.seats import ports as seats
from shnor_domain.seats.model import WaitingId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.signing.model import Room, SignUp, SignUpId, SignUpState, Waiting


class SignUpStore(Protocol):
    """Sign-ups. Counts of seats and quota change beside them, under the row of the event."""

    async def get(self, signup: SignUpId) -> SignUp | None:
        """One, in any state."""
        ...

    async def live(self, event: EventId, person: PersonId) -> SignUp | None:
        """Her own seat of an event."""
        ...

    async def kept(self, event: EventId, school: SchoolId) -> SignUp | None:
        """The seats that a school keeps of an event without names."""
        ...

    async def all_kept(self, event: EventId) -> Mapping[SchoolId, SignUp]:
        """As `kept`, of all schools."""
        ...

    async def of_event(self, event: EventId, *states: SignUpState) -> Sequence[SignUp]:
        """Those of an event in these states (any, when none is named), as they were made."""
        ...

    async def of_events(self, events: Collection[EventId]) -> Sequence[SignUp]:
        """Those of several events in any state, as they were made; of a merged school as those of what it has
        become."""
        ...

    async def of_person(self, person: PersonId, *states: SignUpState) -> Sequence[SignUp]:
        """Hers in these states (any, when none is named), as they were made."""
        ...

    async def of_schools(self, schools: Collection[SchoolId], after: datetime) -> Sequence[SignUp]:
        """Live ones on the quota of these schools, or of those merged into them, of events that end after an instant,
        as they were made."""
        ...

    async def made_by(self, person: PersonId) -> Sequence[SignUp]:
        """What she has made for others, as they were made."""
        ...

    async def add(self, signup: SignUp) -> SignUpId:
        """A new one; the id inside is ignored. Raises `AlreadySignedUp` where she, or her school with kept seats, has
        one that is live (`uq_event_signup_live_person`, `uq_event_signup_live_school`)."""
        ...

    async def end(self, signup: SignUpId, state: SignUpState, now: datetime, reason: str | None = None) -> bool:
        """End a live one; False when it had ended."""
        ...

    async def recount(self, signup: SignUpId, was: int, heads: int) -> bool:
        """Change the number of live kept seats, at least 1; False when it is not `was` any more, or has ended."""
        ...

    async def hand_over(self, signup: SignUpId, to: PersonId) -> None:
        """Kept seats are another lead's to name."""
        ...

    async def people_who_left(self, now: datetime) -> Sequence[PersonId]:
        """Who has a live sign-up, or waits, for an event that has not begun, and had a place in a school that is over,
        or will be by tonight, somewhere; each once by id."""
        ...

    async def schools_without_keeper(self, now: datetime) -> Sequence[SchoolId]:
        """Schools that keep seats of events that have not begun, by somebody who has left or whose place is over so, or
        that were closed or merged; each once by id."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Wipe her from her own and from those that she made; schools, numbers and states stay."""
        ...


class RoomStore(seats.Seats[Room], Protocol):
    """Seats of events."""

    async def many(self, events: Collection[EventId]) -> Mapping[EventId, Room]:
        """Those that have lessons, without a lock."""
        ...

    async def empty(self, event: EventId) -> None:
        """It is called off: nobody sits in it, and of no school."""
        ...


class QuotaStore(Protocol):
    """How many seats each school has taken of its quota; written under the row of the event."""

    async def take(self, event: EventId, school: SchoolId, heads: int, quota: int | None) -> None:
        """Count so many more for a school; raises `SchoolQuotaReached` (`ck_event_school_quota`): the unit can go on
        with nothing then."""
        ...

    async def give(self, event: EventId, school: SchoolId, heads: int) -> None:
        """Count so many less."""
        ...

    async def taken(self, event: EventId) -> Mapping[SchoolId, int]:
        """By school; those that never had a seat are missing."""
        ...

    async def limit(self, event: EventId, quota: int | None) -> None:
        """Another quota from now on; raises `SchoolQuotaReached` where a school has more."""
        ...


class EventQueue(seats.QueueStore[Waiting], Protocol):
    """Who waits for a seat of an event."""

    async def join(self, event: EventId, person: PersonId, school: SchoolId | None, now: datetime) -> WaitingId:
        """Stand at the end; who waits there already keeps her place (`uq_event_waiting_live_person`)."""
        ...
