"""Days of a region's plan that wait for a host."""

from collections.abc import Collection, Sequence

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.errors import DraftTaken
from shnor_domain.consultations.model import Draft, DraftId, SlotId
from shnor_domain.identity import PersonId, RegionId, SubjectId
from shnor_domain.storage.schema.consultations import slot_draft, slot_draft_passed
from shnor_domain.storage.upsert import insert


class Drafts:
    """Port `DraftStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, region: RegionId, subject: SubjectId, weekday: int, source: str) -> bool:
        """Insert unless the day is known."""
        values = {"region_id": region, "subject": subject, "weekday": weekday, "source": source}
        statement = (
            insert(self._connection, slot_draft).values(**values).on_conflict_do_nothing().returning(slot_draft.c.id)
        )
        return (await self._connection.execute(statement)).first() is not None

    async def get(self, draft: DraftId) -> Draft | None:
        """An open draft."""
        found = await self._connection.execute(
            select(slot_draft).where(slot_draft.c.id == draft, slot_draft.c.slot_id.is_(None))
        )
        row = found.first()
        return None if row is None else _draft(row)

    async def open_for(self, regions: Collection[RegionId], host: PersonId) -> Sequence[Draft]:
        """Open drafts that this host did not pass on."""
        passed = select(slot_draft_passed.c.draft_id).where(slot_draft_passed.c.host_id == host)
        rows = await self._connection.execute(
            select(slot_draft)
            .where(slot_draft.c.region_id.in_(regions), slot_draft.c.slot_id.is_(None), slot_draft.c.id.not_in(passed))
            .order_by(slot_draft.c.weekday, slot_draft.c.subject)
        )
        return [_draft(row) for row in rows]

    async def take(self, draft: DraftId, slot: SlotId) -> None:
        """Compare and set."""
        changed = await self._connection.execute(
            update(slot_draft).where(slot_draft.c.id == draft, slot_draft.c.slot_id.is_(None)).values(slot_id=slot)
        )
        if changed.rowcount != 1:
            raise DraftTaken

    async def pass_on(self, draft: DraftId, host: PersonId) -> None:
        """Remember that this host does not want it."""
        statement = (
            insert(self._connection, slot_draft_passed).values(draft_id=draft, host_id=host).on_conflict_do_nothing()
        )
        await self._connection.execute(statement)

    async def forget(self, host: PersonId) -> None:
        """One statement."""
        await self._connection.execute(delete(slot_draft_passed).where(slot_draft_passed.c.host_id == host))


def _draft(row: Row[tuple[object, ...]]) -> Draft:
    return Draft(DraftId(row.id), RegionId(row.region_id), SubjectId(row.subject), row.weekday, row.source)
