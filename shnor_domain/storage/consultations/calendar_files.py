"""What went to whose calendar."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, cast, delete, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.desk.model import Remembered
from shnor_domain.consultations.model import SessionId
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.consultations import session
from shnor_domain.storage.schema.desk import calendar_file as told
from shnor_domain.storage.upsert import insert


class CalendarFiles:
    """Port `CalendarFileStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, person: PersonId, about: str) -> Remembered | None:
        """One row by its unique pair."""
        query = select(told).where(told.c.person_id == person, told.c.about == about)
        row = (await self._connection.execute(query)).first()
        return None if row is None else Remembered(row.uid, row.sequence, row.mark)

    async def meetings(self, person: PersonId, since: datetime, until: datetime) -> Collection[SessionId]:
        """One statement; `about` is what `of_session` gives."""
        about = literal("session:") + cast(session.c.id, String(20))
        query = (
            select(session.c.id)
            .join_from(session, told, told.c.about == about)
            .where(told.c.person_id == person, session.c.starts >= since, session.c.starts < until)
        )
        return [SessionId(row.id) for row in await self._connection.execute(query)]

    async def keep(self, person: PersonId, about: str, now: Remembered) -> None:
        """The identity stays whatever comes later: of two who are first at once, one gives it."""
        fresh = insert(self._connection, told).values(
            person_id=person, about=about, uid=now.uid, sequence=now.sequence, mark=now.mark
        )
        changed = {name: fresh.excluded[name] for name in ("sequence", "mark")}
        await self._connection.execute(fresh.on_conflict_do_update(index_elements=["person_id", "about"], set_=changed))

    async def forget(self, person: PersonId) -> None:
        """One statement."""
        await self._connection.execute(delete(told).where(told.c.person_id == person))
