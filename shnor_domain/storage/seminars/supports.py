"""Schools behind requests. Of merged schools supports are those of the school that they have become (I26): rows keep
the school that gave them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, and_, cast, func, insert, literal, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.seminars.errors import AlreadySupported
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.model import (
    Aside,
    SeminarRequest,
    Support,
    SupportId,
    SupportState,
)
from shnor_domain.seminars.requests.notices import BORDER, subject_of
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.seminar_requests import SUPPORT_LIVE, request_support, seminar_request
from shnor_domain.storage.schema.territories import municipality, school
from shnor_domain.storage.seminars.requests import request_of
from shnor_domain.storage.seminars.schools import MERGED

_S = request_support.c
_R = seminar_request.c
_N = notification.c


_WHOLE = func.coalesce(MERGED.c.whole, _S.school_id)
_HEIR = school.alias("heir")
_UNIT = municipality.alias("unit")
_SUPPORTS = (
    select(
        request_support,
        _HEIR.c.id.label("heir_id"),
        _HEIR.c.municipality_id.label("heir_municipality"),
        _UNIT.c.region_id.label("heir_region"),
    )
    .outerjoin(MERGED, MERGED.c.part == _S.school_id)
    .join(_HEIR, _HEIR.c.id == _WHOLE)
    .join(_UNIT, _UNIT.c.id == _HEIR.c.municipality_id)
    .order_by(_S.id)
)


class RequestSupports:
    """Port `SupportStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, support: SupportId) -> Support | None:
        """One row."""
        found = await self._list(_SUPPORTS.where(_S.id == support))
        return found[0] if found else None

    async def add(self, support: Support) -> SupportId:
        """The constraint tells of two leads at once."""
        where = support.where
        new = insert(request_support).values(
            region_id=where.region, municipality_id=where.municipality, school_id=where.school, joined=support.joined,
            **_columns(support),
        )  # fmt: skip
        try:
            return SupportId((await self._connection.execute(new.returning(_S.id))).scalar_one())
        except IntegrityError as error:
            if violated(error, SUPPORT_LIVE):
                raise AlreadySupported(request=support.request) from None
            raise

    async def save(self, supports: Collection[Support]) -> None:
        """A statement for each; none of them is live in between, so that no school is so twice."""
        ids = [each.id for each in supports]
        await self._write(update(request_support).where(_S.id.in_(ids)).values(state=SupportState.MOVED.value))
        for each in supports:
            await self._connection.execute(update(request_support).where(_S.id == each.id).values(**_columns(each)))

    async def of_requests(self, requests: Collection[RequestId]) -> Sequence[Support]:
        """One statement."""
        return await self._list(_SUPPORTS.where(_S.request_id.in_(requests)))

    async def of_schools(self, schools: Collection[SchoolId], cycle: CycleId) -> Sequence[Support]:
        """One statement."""
        parts = select(MERGED.c.part).where(MERGED.c.whole.in_(schools))
        theirs = and_(or_(_S.school_id.in_(schools), _S.school_id.in_(parts)), _HEIR.c.id.in_(schools))
        of_cycle = _S.request_id.in_(select(_R.id).where(_R.cycle_id == cycle))
        return await self._list(_SUPPORTS.where(theirs, of_cycle))

    async def unasked(self, requests: Collection[RequestId]) -> Sequence[Support]:
        """One statement."""
        live = and_(_S.state == SupportState.LIVE.value, _S.asked_over.is_(None), _S.request_id.in_(requests))
        return await self._list(_SUPPORTS.where(live))

    async def asked_people(self, requests: Collection[RequestId]) -> Collection[tuple[SupportId, PersonId]]:
        """One statement, by the index of subjects."""
        about = _N.subject == literal(subject_of(SupportId(0)).removesuffix("0")).concat(cast(_S.id, String))
        told = select(_S.id, _N.person_id).join(notification, and_(about, _N.kind == BORDER))
        rows = await self._connection.execute(told.where(_S.request_id.in_(requests)))
        return {(SupportId(row.id), PersonId(row.person_id)) for row in rows}

    async def ask_over(self, support: SupportId, now: datetime) -> None:
        """One statement."""
        await self._write(update(request_support).where(_S.id == support).values(asked_over=now))

    async def of_person(self, person: PersonId) -> Sequence[tuple[Support, SeminarRequest]]:
        """Two statements."""
        supports = await self._list(_SUPPORTS.where(_S.asked_by == person))
        theirs = select(seminar_request).where(_R.id.in_({each.request for each in supports}))
        requests = {row.id: request_of(row) for row in await self._connection.execute(theirs)}
        return [(each, requests[each.request]) for each in supports]

    async def forget(self, person: PersonId) -> None:
        """Four statements: a reason that is a button's tells nothing of who pressed it."""
        typed = and_(_R.reason_by == person, _R.reason.not_in([each.value for each in Aside]))
        await self._write(update(seminar_request).where(typed).values(reason=None))
        for who in (_R.reason_by, _R.routed_by):
            await self._write(update(seminar_request).where(who == person).values({who.name: None}))
        await self._write(update(request_support).where(_S.asked_by == person).values(asked_by=None))

    async def _write(self, statement: Any) -> None:
        await self._connection.execute(statement)

    async def _list(self, statement: Select[Any]) -> list[Support]:
        return [_support(row) for row in await self._connection.execute(statement)]


def _columns(support: Support) -> dict[str, object]:
    return {
        "request_id": support.request,
        "asked_by": support.asked_by,
        "people": support.people,
        "factor": support.factor,
        "state": support.state.value,
        "ended": support.ended,
        "came_from": support.came_from,
    }


def _support(row: Any) -> Support:
    return Support(
        SupportId(row.id),
        RequestId(row.request_id),
        Territory(RegionId(row.heir_region), MunicipalityId(row.heir_municipality), SchoolId(row.heir_id)),
        row.people,
        row.joined,
        None if row.asked_by is None else PersonId(row.asked_by),
        row.factor,
        SupportState(row.state),
        row.ended,
        None if row.came_from is None else RequestId(row.came_from),
    )
