"""Cycles of the permanent seminar, and what the institute offers in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.errors import Stale
from shnor_domain.identity import RegionId, SubjectId
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, Dates, Offer
from shnor_domain.seminars.model import Audience, CatalogueId, CycleId, Form, Kind
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.periods import period
from shnor_domain.storage.schema.seminar_cycle import CYCLE_ONCE, catalogue_topic, seminar_cycle
from shnor_domain.storage.schema.seminar_events import programme_version
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId

_C = seminar_cycle.c
_T = catalogue_topic.c
_P = period.c
_V = programme_version.c


class Cycles:
    """Port `CycleStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, cycle: CycleId) -> Cycle | None:
        """One statement."""
        return await self._one(_cycles(_C.id == cycle))

    async def hold(self, cycle: CycleId) -> Cycle | None:
        """FOR UPDATE of its own row; SQLite has one writer anyway."""
        return await self._one(_cycles(_C.id == cycle).with_for_update(of=seminar_cycle))

    async def of_half(self, half: HalfYearId) -> Cycle | None:
        """One statement."""
        return await self._one(_cycles(_C.period_id == half))

    async def of_region(self, region: RegionId) -> Sequence[Cycle]:
        """One statement."""
        return await self._read(_cycles(_C.region_id == region).order_by(_P.year, _P.number))

    async def announced_open(self) -> Sequence[Cycle]:
        """One statement."""
        return await self._read(_cycles(_C.announced.is_not(None), _C.closed.is_(None)).order_by(_C.id))

    async def add(self, half: HalfYear, dates: Dates) -> Cycle:
        """`uq_seminar_cycle_period` tells of two who begin at once."""
        new = insert(seminar_cycle).values(period_id=half.id, region_id=half.region, **_written(dates))
        try:
            made = (await self._connection.execute(new.returning(_C.id))).scalar_one()
        except IntegrityError as error:
            if violated(error, CYCLE_ONCE):
                raise Stale from None
            raise
        return Cycle(CycleId(made), half, dates)

    async def save(self, cycle: Cycle) -> bool:
        """Compare and set by the version."""
        written = update(seminar_cycle).where(_C.id == cycle.id, _C.version == cycle.version)
        done = await self._connection.execute(
            written.values(
                **_written(cycle.dates), announced=cycle.announced, closed=cycle.closed, version=cycle.version + 1
            )
        )
        return done.rowcount == 1

    async def catalogue(self, cycle: CycleId) -> Sequence[CatalogueTopic]:
        """One statement."""
        query = select(catalogue_topic).where(_T.cycle_id == cycle, _T.withdrawn.is_(None)).order_by(_T.id)
        return [_topic_of(row) for row in await self._connection.execute(query)]

    async def topic(self, topic: CatalogueId) -> CatalogueTopic | None:
        """One."""
        row = (await self._connection.execute(select(catalogue_topic).where(_T.id == topic))).first()
        return None if row is None else _topic_of(row)

    async def add_topic(self, cycle: CycleId, offer: Offer) -> CatalogueTopic:
        """Insert."""
        new = insert(catalogue_topic).values(cycle_id=cycle, **_described(offer)).returning(_T.id)
        return CatalogueTopic(CatalogueId((await self._connection.execute(new)).scalar_one()), cycle, offer)

    async def change_topic(self, topic: CatalogueId, offer: Offer) -> None:
        """One statement."""
        await self._connection.execute(update(catalogue_topic).where(_T.id == topic).values(**_described(offer)))

    async def withdraw_topic(self, topic: CatalogueId, now: datetime) -> None:
        """The first instant stays."""
        there = update(catalogue_topic).where(_T.id == topic, _T.withdrawn.is_(None))
        await self._connection.execute(there.values(withdrawn=now))

    async def _one(self, query: Select[Any]) -> Cycle | None:
        row = (await self._connection.execute(query)).first()
        return None if row is None else _cycle_of(row)

    async def _read(self, query: Select[Any]) -> list[Cycle]:
        return [_cycle_of(row) for row in await self._connection.execute(query)]


def _cycles(*where: ColumnElement[bool]) -> Select[Any]:
    half = (_P.year, _P.number, _P.first_day, _P.last_day)
    first = select(func.min(_V.published)).where(_V.cycle_id == _C.id).scalar_subquery()
    joined = select(seminar_cycle, *half, first.label("published")).join(period, _P.id == _C.period_id)
    return joined.where(*where)


def _cycle_of(row: Any) -> Cycle:
    half = HalfYear(
        HalfYearId(row.period_id),
        RegionId(row.region_id),
        SchoolYear(row.year),
        Half(row.number),
        Days(row.first_day, row.last_day),
    )
    dates = Dates(row.wishes_until, row.requests_until, row.publish_by)
    return Cycle(CycleId(row.id), half, dates, row.announced, row.closed, row.version, row.published)


def _written(dates: Dates) -> dict[str, Any]:
    return {
        "wishes_until": dates.wishes_until,
        "requests_until": dates.requests_until,
        "publish_by": dates.publish_by,
    }


def _described(offer: Offer) -> dict[str, Any]:
    return {
        "title": offer.title,
        "about": offer.about,
        "subject": offer.subject,
        "kind": offer.kind.value,
        "form": offer.form.value,
        "audience": offer.audience.value,
        "minutes": offer.minutes,
    }


def _topic_of(row: Any) -> CatalogueTopic:
    offer = Offer(
        row.title,
        Kind(row.kind),
        Form(row.form),
        Audience(row.audience),
        row.about,
        None if row.subject is None else SubjectId(row.subject),
        row.minutes,
    )
    return CatalogueTopic(CatalogueId(row.id), CycleId(row.cycle_id), offer, row.withdrawn)
