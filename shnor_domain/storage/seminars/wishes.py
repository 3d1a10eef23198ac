"""Wishes of teachers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.seminars.cycle.model import TopicWish, WishState
from shnor_domain.seminars.errors import AlreadyWished
from shnor_domain.seminars.model import CatalogueId, CycleId, RequestId, WishId
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.seminar_cycle import WISH_LIVE, catalogue_topic, seminar_cycle, topic_wish
from shnor_domain.storage.schema.territories import school as school_table
from shnor_domain.storage.seats.times import lock_people

_W = topic_wish.c
_OPEN = _W.state == WishState.OPEN.value


class Wishes:
    """Port `WishStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, wish: WishId) -> TopicWish | None:
        """One."""
        found = await self._read(_wishes(_W.id == wish))
        return found[0] if found else None

    async def add(self, wish: TopicWish) -> WishId:
        """`uq_topic_wish_live` tells of the same topic again."""
        new = insert(topic_wish).values(
            cycle_id=wish.cycle, person_id=wish.person, school_id=wish.where.school,
            municipality_id=wish.where.municipality, catalogue_id=wish.catalogue, subject=wish.subject,
            topic=wish.topic, topic_key=wish.key, made=wish.made, state=wish.state.value, request_id=wish.request,
        )  # fmt: skip
        try:
            return WishId((await self._connection.execute(new.returning(_W.id))).scalar_one())
        except IntegrityError as error:
            if violated(error, WISH_LIVE):
                raise AlreadyWished from None
            raise

    async def of(self, person: PersonId, cycle: CycleId | None = None) -> Sequence[TopicWish]:
        """By the index of people."""
        mine = _wishes(_W.person_id == person)
        return await self._read(mine if cycle is None else mine.where(_W.cycle_id == cycle))

    async def hold_person(self, person: PersonId) -> None:
        """The lock of her time."""
        await lock_people(self._connection, [person])

    async def withdraw(self, wish: WishId) -> bool:
        """Compare and set."""
        taken_back = update(topic_wish).where(_W.id == wish, _OPEN).values(state=WishState.WITHDRAWN.value)
        return (await self._connection.execute(taken_back)).rowcount == 1

    async def open_of(self, schools: Collection[SchoolId], cycle: CycleId) -> Sequence[TopicWish]:
        """One statement; a school into which others were merged has theirs too."""
        merged = select(school_table.c.id).where(school_table.c.successor_id.in_(schools))
        theirs = _W.school_id.in_(schools) | _W.school_id.in_(merged)
        return await self._read(_wishes(_W.cycle_id == cycle, _OPEN, theirs))

    async def count(self, cycle: CycleId) -> int:
        """One number."""
        counted = select(func.count()).select_from(topic_wish).where(_W.cycle_id == cycle, _OPEN)
        return int((await self._connection.execute(counted)).scalar_one())

    async def take(self, wishes: Collection[WishId], request: RequestId) -> None:
        """One statement."""
        taken = update(topic_wish).where(_W.id.in_(wishes), _OPEN)
        await self._connection.execute(taken.values(state=WishState.TAKEN.value, request_id=request))

    async def of_requests(self, requests: Collection[RequestId]) -> Mapping[RequestId, Sequence[TopicWish]]:
        """One statement."""
        found: dict[RequestId, list[TopicWish]] = defaultdict(list)
        for wish in await self._read(_wishes(_W.request_id.in_(requests))):
            if wish.request is not None:
                found[wish.request].append(wish)
        return found

    async def withdraw_of(self, person: PersonId, school: SchoolId) -> None:
        """One statement."""
        hers = update(topic_wish).where(_W.person_id == person, _W.school_id == school, _OPEN)
        await self._connection.execute(hers.values(state=WishState.WITHDRAWN.value))

    async def forget(self, person: PersonId) -> None:
        """The key tells as much as the topic: it goes with it."""
        hers, taken = _W.person_id == person, _W.state == WishState.TAKEN.value
        await self._connection.execute(delete(topic_wish).where(hers, ~taken))
        await self._connection.execute(
            update(topic_wish).where(hers, taken).values(person_id=None, topic=None, topic_key="")
        )

    async def _read(self, query: Select[Any]) -> list[TopicWish]:
        return [_wish_of(row) for row in await self._connection.execute(query.order_by(_W.made, _W.id))]


def _wishes(*where: ColumnElement[bool]) -> Select[Any]:
    """A topic of the catalogue is called as the catalogue calls it now."""
    said = func.coalesce(catalogue_topic.c.title, _W.topic).label("said")
    joined = select(topic_wish, seminar_cycle.c.region_id, said).join(seminar_cycle, seminar_cycle.c.id == _W.cycle_id)
    return joined.outerjoin(catalogue_topic, catalogue_topic.c.id == _W.catalogue_id).where(*where)


def _wish_of(row: Any) -> TopicWish:
    return TopicWish(
        id=WishId(row.id),
        cycle=CycleId(row.cycle_id),
        person=None if row.person_id is None else PersonId(row.person_id),
        where=Territory(RegionId(row.region_id), MunicipalityId(row.municipality_id), SchoolId(row.school_id)),
        topic=row.said,
        key=row.topic_key,
        made=row.made,
        state=WishState(row.state),
        catalogue=None if row.catalogue_id is None else CatalogueId(row.catalogue_id),
        subject=None if row.subject is None else SubjectId(row.subject),
        request=None if row.request_id is None else RequestId(row.request_id),
    )
