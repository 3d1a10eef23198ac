"""What sign-ups need from storage."""

from collections.abc import Sequence
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState


class SignUpStore(Protocol):
    """Sign-ups. Counts of seats and quota change beside them, under the row of the event."""

    async def get(self, signup: SignUpId) -> SignUp | None:
        """One, in any state."""
        ...

    async def live(self, event: EventId, person: PersonId) -> SignUp | None:
        """Her own seat of an event."""
        ...

    async def of_event(self, event: EventId, *states: SignUpState) -> Sequence[SignUp]:
        """Those of an event in these states (any, when none is named), as they were made."""
        ...

    async def of_person(self, person: PersonId, *states: SignUpState) -> Sequence[SignUp]:
        """Hers in these states (any, when none is named), as they were made."""
        ...

    async def add(self, signup: SignUp) -> SignUpId:
        """A new one; the id inside is ignored. Raises `AlreadySignedUp` where she, or her school with kept seats, has
        one that is live (`uq_event_signup_live_person`, `uq_event_signup_live_school`)."""
        ...
