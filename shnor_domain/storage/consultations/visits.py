"""Visits, and the hours that they take of their hosts in the same table as meetings do."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.visits.errors import HostIsBusy
from shnor_domain.consultations.visits.model import (
    Appointment,
    ForWhom,
    Report,
    Side,
    Visit,
    VisitId,
    VisitState,
    WhyNot,
    Wish,
)
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.seats.times import grid
from shnor_domain.storage.schema.consultations import busy
from shnor_domain.storage.schema.visits import visit
from shnor_domain.storage.seats.times import BusyTimes

_OF_HOST = (VisitState.PLANNED.value, VisitState.REPORTED.value)
_HELD = (VisitState.REPORTED.value, VisitState.CONFIRMED.value)


class Visits:
    """Port `VisitStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: Visit) -> VisitId:
        """One row."""
        made = await self._connection.execute(insert(visit).values(**_columns(new)).returning(visit.c.id))
        return VisitId(made.scalar_one())

    async def get(self, visit_id: VisitId) -> Visit | None:
        """One row."""
        row = (await self._connection.execute(select(visit).where(visit.c.id == visit_id))).first()
        return None if row is None else _visit(row)

    async def save(self, changed: Visit) -> bool:
        """Compare and set by version."""
        saved = await self._connection.execute(
            update(visit)
            .where(visit.c.id == changed.id, visit.c.version == changed.version)
            .values(version=changed.version + 1, **_columns(changed))
        )
        return saved.rowcount == 1

    async def waiting(self, regions: Collection[RegionId]) -> Sequence[Visit]:
        """One statement; for no region, none."""
        asked = and_(visit.c.region_id.in_(regions), visit.c.state == VisitState.ASKED.value)
        return await self._list(select(visit).where(asked).order_by(visit.c.since, visit.c.id))

    async def of_schools(self, schools: Collection[SchoolId]) -> Sequence[Visit]:
        """One statement."""
        theirs = select(visit).where(visit.c.school_id.in_(schools))
        return await self._list(theirs.order_by(visit.c.since.desc(), visit.c.id.desc()))

    async def of_host(self, host: PersonId) -> Sequence[Visit]:
        """One statement."""
        hers = and_(visit.c.host_id == host, visit.c.state.in_(_OF_HOST))
        return await self._list(select(visit).where(hers).order_by(visit.c.starts, visit.c.id))

    async def hosts_ahead(self, now: datetime) -> Sequence[PersonId]:
        """One statement."""
        ahead = and_(visit.c.state == VisitState.PLANNED.value, visit.c.starts > now)
        rows = await self._connection.execute(select(visit.c.host_id).where(ahead).distinct().order_by(visit.c.host_id))
        return [PersonId(each) for each in rows.scalars()]

    async def planned_in(self, where: Territory, since: datetime, until: datetime) -> Sequence[Visit]:
        """One statement."""
        return await self._between(where, since, until, visit.c.state == VisitState.PLANNED.value)

    async def fallen_in(self, where: Territory, since: datetime, until: datetime) -> Sequence[Visit]:
        """One statement."""
        fallen = and_(visit.c.state == VisitState.CANCELLED.value, visit.c.ended_by == Side.WEATHER.value)
        return await self._between(where, since, until, fallen)

    async def held(
        self, within: Territory, since: datetime, until: datetime, *, host: PersonId | None = None
    ) -> Sequence[Visit]:
        """One statement."""
        told = and_(visit.c.state.in_(_HELD), visit.c.held)
        return await self._between(within, since, until, told if host is None else and_(told, visit.c.host_id == host))

    async def about(self, person: PersonId) -> Sequence[Visit]:
        """One statement over four indexes."""
        named = (visit.c.asked_by, visit.c.host_id, visit.c.addressee_id, visit.c.decided_by)
        return await self._list(select(visit).where(or_(*(one == person for one in named))).order_by(visit.c.id))

    async def forget(self, person: PersonId) -> None:
        """A statement for each part that she may have had; the version grows with none: nothing else has changed."""
        by_host = or_(visit.c.state != VisitState.CONFIRMED.value, visit.c.ended_by.is_(None))
        for whose, wiped in (
            (visit.c.asked_by == person, {"asked_by": None, "topic": None}),
            (and_(visit.c.decided_by == person, ~by_host), {"words": None}),
            (visit.c.decided_by == person, {"decided_by": None, "reason": None}),
            (visit.c.addressee_id == person, {"addressee_id": None}),
            (and_(visit.c.host_id == person, by_host), {"words": None}),
        ):
            await self._connection.execute(update(visit).where(whose).values(**wiped))

    async def occupy(self, of: Visit) -> None:
        """The constraint that keeps meetings apart keeps visits apart too."""
        assert of.appointment is not None  # what is planned has one
        hours = grid(of.appointment.starts, of.appointment.ends)
        await BusyTimes(self._connection, busy.c.visit_id).fill(of.appointment.host, of.id, hours, HostIsBusy)

    async def release(self, visit_id: VisitId) -> None:
        """Delete the rows."""
        await self._connection.execute(delete(busy).where(busy.c.visit_id == visit_id))

    async def _between(
        self, where: Territory, since: datetime, until: datetime, condition: ColumnElement[bool]
    ) -> Sequence[Visit]:
        inside = [visit.c.starts >= since, visit.c.starts < until, condition]
        for level, column in (
            (where.region, visit.c.region_id),
            (where.municipality, visit.c.municipality_id),
            (where.school, visit.c.school_id),
        ):
            if level is not None:
                inside.append(column == level)
        return await self._list(select(visit).where(*inside).order_by(visit.c.starts, visit.c.id))

    async def _list(self, statement: Select[Any]) -> list[Visit]:
        return [_visit(row) for row in await self._connection.execute(statement)]


def _columns(of: Visit) -> dict[str, object]:
    wish, appointment, report = of.wish, of.appointment, of.report
    return {
        "region_id": of.where.region,
        "municipality_id": of.where.municipality,
        "school_id": of.where.school,
        "zone": of.zone,
        "asked_by": of.asked_by,
        "subjects": " ".join(wish.subjects),
        "topic": wish.topic,
        "for_whom": wish.for_whom.value,
        "people": wish.people,
        "first_day": wish.first_day,
        "last_day": wish.last_day,
        "addressee_id": wish.addressee,
        "state": of.state.value,
        "since": of.since,
        "decided_by": of.decided_by,
        "reason": of.reason,
        "host_id": None if appointment is None else appointment.host,
        "starts": None if appointment is None else appointment.starts,
        "ends": None if appointment is None else appointment.ends,
        "ended_by": None if of.ended_by is None else of.ended_by.value,
        "ended_why": None if of.ended_why is None else of.ended_why.value,
        "held": None if report is None else report.held,
        "came": None if report is None else report.came,
        "words": None if report is None else report.words,
    }


def _visit(row: Row[Any]) -> Visit:
    appointment = None if row.starts is None else Appointment(PersonId(row.host_id), row.starts, row.ends)
    report = None if row.held is None else Report(row.held, row.came, row.words or "")
    wish = Wish(
        tuple(SubjectId(code) for code in row.subjects.split()),
        row.topic,
        ForWhom(row.for_whom),
        row.people,
        row.first_day,
        row.last_day,
        _person(row.addressee_id),
    )
    return Visit(
        VisitId(row.id),
        Territory(RegionId(row.region_id), MunicipalityId(row.municipality_id), SchoolId(row.school_id)),
        row.zone,
        wish,
        _person(row.asked_by),
        VisitState(row.state),
        row.since,
        row.version,
        _person(row.decided_by),
        row.reason,
        appointment,
        None if row.ended_by is None else Side(row.ended_by),
        None if row.ended_why is None else WhyNot(row.ended_why),
        report,
    )


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)
