"""Wishes for consultations where no weekly day is."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import Request, RequestId
from shnor_domain.identity import PersonId, RegionId, SubjectId, Territory
from shnor_domain.storage.consultations.slots import territory
from shnor_domain.storage.schema.consultations import consultation_request as wish
from shnor_domain.storage.upsert import insert


class Requests:
    """Port `RequestStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self, person: PersonId, subject: SubjectId, where: Territory, topic: str | None, now: datetime
    ) -> bool:
        """Insert, or renew the topic of the wish that waits."""
        mine = (wish.c.person_id == person, wish.c.subject == subject)
        renewed = await self._connection.execute(update(wish).where(*mine).values(topic=topic))
        if renewed.rowcount:
            return False
        values = {
            "person_id": person,
            "subject": subject,
            "region_id": where.region,
            "municipality_id": where.municipality,
            "school_id": where.school,
            "topic": topic,
            "created": now,
        }
        await self._connection.execute(insert(self._connection, wish).values(**values).on_conflict_do_nothing())
        return True

    async def waiting(self, regions: Collection[RegionId]) -> Sequence[Request]:
        """Open wishes, the oldest first."""
        rows = await self._connection.execute(
            select(wish).where(wish.c.region_id.in_(regions)).order_by(wish.c.created, wish.c.id)
        )
        return [_request(row) for row in rows]

    async def of_person(self, person: PersonId) -> Sequence[Request]:
        """The person's wishes."""
        rows = await self._connection.execute(select(wish).where(wish.c.person_id == person).order_by(wish.c.id))
        return [_request(row) for row in rows]

    async def forget(self, person: PersonId) -> None:
        """One statement."""
        await self._connection.execute(delete(wish).where(wish.c.person_id == person))

    async def withdraw(self, person: PersonId, subject: SubjectId) -> bool:
        """Delete the wish: what is withdrawn leaves no trace of what was asked."""
        gone = await self._connection.execute(delete(wish).where(wish.c.person_id == person, wish.c.subject == subject))
        return gone.rowcount > 0


def _request(row: Row[tuple[object, ...]]) -> Request:
    return Request(
        RequestId(row.id), PersonId(row.person_id), SubjectId(row.subject), territory(row), row.topic, row.created
    )
