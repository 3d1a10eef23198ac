"""The queue of a meeting, as the rules need it from storage."""

from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.model import SessionId
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.identity import PersonId
from shnor_domain.seats import ports as seats
from shnor_domain.seats.model import WaitingId


class QueueStore(seats.QueueStore[Waiting], Protocol):
    """Who waits for a meeting, with what she asks there."""

    async def join(self, session: SessionId, person: PersonId, topic: str | None, now: datetime) -> WaitingId:
        """Stand at the end; who waits there already keeps her place, and a topic given anew replaces hers
        (`uq_waiting_live_person`)."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Wipe what she typed; rows stay for the counts."""
        ...
