"""What of the permanent seminar goes to a whole region, page by page."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.seminars.cycle.ports import Telling, TellingId
from shnor_domain.seminars.model import CycleId
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.seminar_cycle import seminar_telling

_T = seminar_telling.c
_UNDONE = _T.done.is_(None)


class SeminarTellings:
    """Port `TellingStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def begin(self, kind: str, cycle: CycleId, now: datetime) -> bool:
        """`uq_seminar_telling_once` knows what was begun."""
        put = upsert.insert(self._connection, seminar_telling).values(kind=kind, subject_id=cycle, begun=now)
        made = put.on_conflict_do_nothing(index_elements=("kind", "subject_id")).returning(_T.id)
        return (await self._connection.execute(made)).first() is not None

    async def undone(self, *kinds: str) -> Sequence[TellingId]:
        """One statement."""
        of_kinds = or_(*(or_(_T.kind == kind, _T.kind.startswith(f"{kind}:", autoescape=True)) for kind in kinds))
        found = await self._connection.execute(select(_T.id).where(_UNDONE, of_kinds).order_by(_T.id))
        return [TellingId(each) for each in found.scalars()]

    async def hold(self, telling: TellingId) -> Telling | None:
        """FOR UPDATE; SQLite has one writer anyway."""
        query = select(seminar_telling).where(_T.id == telling, _UNDONE).with_for_update()
        row = (await self._connection.execute(query)).first()
        if row is None:
            return None
        return Telling(TellingId(row.id), row.kind, CycleId(row.subject_id), row.begun, PersonId(row.last_person))

    async def came_to(self, telling: TellingId, person: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(seminar_telling).where(_T.id == telling).values(last_person=person))

    async def finish(self, telling: TellingId, now: datetime) -> None:
        """One statement."""
        await self._connection.execute(update(seminar_telling).where(_T.id == telling).values(done=now))
