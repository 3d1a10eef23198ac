"""Results of updates, written in the transaction of their effect."""

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.current import update_in_hand
from shnor_domain.storage.schema.updates import applied


class AppliedStore:
    """Port `shnor_domain.work.Applied` over the table `applied`; rows live as long as the inbox row of their update."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def result(self, operation: str) -> str | None:
        """What an earlier run of the update in hand saved."""
        update = update_in_hand.get()
        if update is None:
            return None
        found = await self._connection.execute(
            select(applied.c.result).where(applied.c.update_id == update.update_id, applied.c.operation == operation)
        )
        return found.scalar()

    async def save(self, operation: str, result: str) -> None:
        """Remember; a no-op outside of an update."""
        update = update_in_hand.get()
        if update is not None:
            await self._connection.execute(
                insert(applied).values(update_id=update.update_id, operation=operation, result=result)
            )
