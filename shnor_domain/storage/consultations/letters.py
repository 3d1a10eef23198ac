"""Letters of hosts to who is booked."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.desk.model import Letter, LetterId
from shnor_domain.consultations.model import SessionId
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.desk import meeting_letter as letter


class Letters:
    """Port `LetterStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, session: SessionId, host: PersonId, text: str, now: datetime, told: int) -> LetterId:
        """One statement."""
        values = {"session_id": session, "host_id": host, "text": text, "sent": now, "told": told}
        added = await self._connection.execute(plain_insert(letter).values(**values).returning(letter.c.id))
        return LetterId(added.scalar_one())

    async def get(self, letter_id: LetterId) -> Letter | None:
        """One letter that still has its text."""
        query = select(letter).where(letter.c.id == letter_id, letter.c.text.is_not(None))
        row = (await self._connection.execute(query)).first()
        return None if row is None else _letter(row)

    async def count(self, session: SessionId, since: datetime, until: datetime) -> int:
        """Texts that were wiped count too."""
        of_it = (letter.c.session_id == session, letter.c.sent >= since, letter.c.sent < until)
        counted = await self._connection.execute(select(func.count()).select_from(letter).where(*of_it))
        return int(counted.scalar_one())

    async def of_host(self, host: PersonId) -> Sequence[Letter]:
        """Her letters."""
        query = select(letter).where(letter.c.host_id == host, letter.c.text.is_not(None)).order_by(letter.c.id)
        return [_letter(row) for row in await self._connection.execute(query)]

    async def forget(self, host: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(letter).where(letter.c.host_id == host).values(text=None))


def _letter(row: Row[tuple[object, ...]]) -> Letter:
    return Letter(LetterId(row.id), SessionId(row.session_id), PersonId(row.host_id), str(row.text), row.sent, row.told)
