"""Materials of events, and what events were worth."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.materials.model import Material, MaterialId
from shnor_domain.seminars.rating.model import Rating
from shnor_domain.seminars.signing.model import SignUpId
from shnor_domain.storage.schema.seminar_presence import event_material, event_rating
from shnor_domain.storage.schema.seminar_seats import event_signup
from shnor_domain.storage.upsert import insert as upsert

_M, _R, _S = event_material.c, event_rating.c, event_signup.c


class EventMaterials:
    """Port `MaterialStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, material: MaterialId) -> Material | None:
        """One."""
        return next(iter(await self._read(_M.id == material)), None)

    async def of_event(self, event: EventId) -> Sequence[Material]:
        """By the index of events."""
        return await self._read(_M.event_id == event)

    async def add(self, material: Material) -> MaterialId:
        """One row."""
        new = insert(event_material).values(
            event_id=material.event, author_id=material.author, title=material.title, link=material.link,
            file_key=material.file, file_name=material.file_name, recording=material.recording, added=material.added,
            told=material.told,
        )  # fmt: skip
        return MaterialId((await self._connection.execute(new.returning(_M.id))).scalar_one())

    async def remove(self, material: MaterialId) -> None:
        """One row."""
        await self._connection.execute(delete(event_material).where(_M.id == material))

    async def waiting(self, added_before: datetime) -> Sequence[EventId]:
        """One statement."""
        found = select(_M.event_id).where(_M.told.is_(None), _M.added <= added_before).distinct().order_by(_M.event_id)
        return [EventId(each) for each in await self._connection.scalars(found)]

    async def told(self, materials: Collection[MaterialId], now: datetime) -> None:
        """One statement."""
        await self._connection.execute(update(event_material).where(_M.id.in_(materials)).values(told=now))

    async def named(self, keys: Collection[str]) -> Collection[str]:
        """One statement."""
        return set(await self._connection.scalars(select(_M.file_key).where(_M.file_key.in_(keys))))

    async def forget(self, person: PersonId) -> None:
        """By the index of authors."""
        await self._connection.execute(update(event_material).where(_M.author_id == person).values(author_id=None))

    async def _read(self, *where: ColumnElement[bool]) -> list[Material]:
        rows = await self._connection.execute(select(event_material).where(*where).order_by(_M.id))
        return [_material_of(row) for row in rows]


class EventRatings:
    """Port `RatingStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, signup: SignUpId) -> Rating | None:
        """One."""
        row = (await self._connection.execute(select(event_rating).where(_R.signup_id == signup))).first()
        return None if row is None else _rating_of(row)

    async def put(self, rating: Rating, now: datetime) -> None:
        """One statement."""
        values = {"score": rating.score, "words": rating.words, "given": now}
        given = upsert(self._connection, event_rating).values(signup_id=rating.signup, **values)
        await self._connection.execute(given.on_conflict_do_update(index_elements=[_R.signup_id], set_=values))

    async def of_event(self, event: EventId) -> Sequence[Rating]:
        """One statement."""
        of_it = select(event_rating).join(event_signup, _S.id == _R.signup_id).where(_S.event_id == event)
        return [_rating_of(row) for row in await self._connection.execute(of_it.order_by(_R.signup_id))]

    async def of_person(self, person: PersonId) -> Sequence[tuple[EventId, Rating]]:
        """One statement."""
        hers = select(event_rating, _S.event_id).join(event_signup, _S.id == _R.signup_id).where(_S.person_id == person)
        rows = await self._connection.execute(hers.order_by(_R.signup_id))
        return [(EventId(row.event_id), _rating_of(row)) for row in rows]

    async def forget(self, person: PersonId) -> None:
        """Before her seats are anybody's."""
        hers = select(_S.id).where(_S.person_id == person)
        await self._connection.execute(update(event_rating).where(_R.signup_id.in_(hers)).values(words=None))


def _material_of(row: Any) -> Material:
    return Material(
        id=MaterialId(row.id),
        event=EventId(row.event_id),
        author=None if row.author_id is None else PersonId(row.author_id),
        title=row.title,
        added=row.added,
        link=row.link,
        file=row.file_key,
        file_name=row.file_name,
        recording=row.recording,
        told=row.told,
    )


def _rating_of(row: Any) -> Rating:
    return Rating(SignUpId(row.signup_id), row.score, row.words)
