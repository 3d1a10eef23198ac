"""Queues of meetings."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import SessionId, SessionKey, SlotId
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.seats.model import WaitingId, WaitState
from shnor_domain.storage.schema.consultations import session
from shnor_domain.storage.schema.waitlist import MEETINGS, waiting
from shnor_domain.storage.seats.queues import SeatQueues

_OF_MEETING = (session.c.slot_id, session.c.starts, session.c.ends, session.c.host_id, session.c.subject)


class Queues(SeatQueues[Waiting]):
    """Port `QueueStore` of consultations."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, MEETINGS, _OF_MEETING, _waiting)

    async def join(self, of: SessionId, person: PersonId, topic: str | None, now: datetime) -> WaitingId:
        """Two statements at most."""
        return await self._stand(of, person, now, topic=topic)

    async def forget(self, person: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(waiting).where(waiting.c.person_id == person).values(topic=None))


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        WaitingId(row.id),
        SessionId(row.session_id),
        SessionKey(SlotId(row.slot_id), row.starts),
        row.ends,
        PersonId(row.host_id),
        SubjectId(row.subject),
        PersonId(row.person_id),
        row.topic,
        WaitState(row.state),
        row.joined,
    )
