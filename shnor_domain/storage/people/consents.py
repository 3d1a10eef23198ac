"""Consents and the audit log."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert as plain_insert
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.consent import Consent
from shnor_domain.storage.schema.people import audit, consent
from shnor_domain.storage.upsert import insert


class ConsentsStore:
    """Port `Consents`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def give(self, whom: PersonId, version: int, now: datetime) -> None:
        """Write it; one that stands keeps its instant."""
        statement = insert(self._connection, consent).values(person_id=whom, version=version, given=now)
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["person_id", "version"],
                set_={"given": now, "withdrawn": None},
                where=consent.c.withdrawn.is_not(None),
            )
        )

    async def of(self, whom: PersonId) -> tuple[Consent, ...]:
        """All of hers."""
        found = await self._connection.execute(
            select(consent).where(consent.c.person_id == whom).order_by(consent.c.version)
        )
        return tuple(Consent(PersonId(row.person_id), row.version, row.given, row.withdrawn) for row in found)

    async def withdraw(self, whom: PersonId, now: datetime) -> None:
        """Mark all standing ones."""
        await self._connection.execute(
            update(consent).where(consent.c.person_id == whom, consent.c.withdrawn.is_(None)).values(withdrawn=now)
        )


class AuditStore:
    """Port `Audit`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, *entries: AuditEntry) -> None:
        """One statement, run for all."""
        rows = [
            {
                "at": entry.at,
                "actor_id": entry.actor,
                "about_id": entry.about,
                "action": entry.action,
                "subject": entry.subject,
                "details": dict(entry.details),
            }
            for entry in entries
        ]
        if rows:
            await self._connection.execute(plain_insert(audit), rows)

    async def about(self, whom: PersonId) -> Sequence[AuditEntry]:
        """What concerns her or what she did."""
        found = await self._connection.execute(
            select(audit).where(or_(audit.c.about_id == whom, audit.c.actor_id == whom)).order_by(audit.c.id)
        )
        return [
            AuditEntry(
                row.at,
                None if row.actor_id is None else PersonId(row.actor_id),
                row.action,
                row.subject,
                None if row.about_id is None else PersonId(row.about_id),
                row.details,
            )
            for row in found
        ]
