"""The catalogue of subjects."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import SubjectId
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.territories import subject
from shnor_domain.territories.model import Subject

_ALL = select(subject)


class SubjectsStore:
    """Port `SubjectStore`; spellings are one text with «|» between them, as in the file they come from."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def all(self) -> Sequence[Subject]:
        """In the catalogue's order."""
        rows = (await self._connection.execute(_ALL)).mappings()
        found = [
            Subject(
                SubjectId(row["code"]),
                row["name"],
                tuple(spelling for spelling in row["spellings"].split("|") if spelling),
                row["position"],
                row["active"],
            )
            for row in rows
        ]
        return sorted(found, key=lambda one: (one.order, one.name))

    async def put(self, one: Subject) -> None:
        """Upsert by code."""
        values = {
            "name": one.name,
            "spellings": "|".join(one.spellings),
            "position": one.order,
            "active": one.active,
        }
        await self._connection.execute(
            upsert.insert(self._connection, subject)
            .values(code=one.code, **values)
            .on_conflict_do_update(index_elements=["code"], set_=values)
        )
