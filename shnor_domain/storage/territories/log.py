"""Changes of reference data in the one audit log."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.storage.people.consents import AuditStore


class TerritoryLogStore:
    """Port `TerritoryLog` over the table that people's log has."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._log = AuditStore(connection)

    async def changed(
        self, at: datetime, actor: PersonId | None, action: str, subject: str, details: Mapping[str, str] | None = None
    ) -> None:
        """Append one entry."""
        await self._log.add(AuditEntry(at, actor, action, subject, details={**(details or {})}))
