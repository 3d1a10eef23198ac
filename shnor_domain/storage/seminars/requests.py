"""Topics that schools want."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, RegionId, SubjectId
from shnor_domain.seminars.model import Audience, CatalogueId, CycleId, Form, RequestId
from shnor_domain.seminars.requests.model import RequestState, Route, SeminarRequest, Wanted
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.seminar_cycle import seminar_cycle
from shnor_domain.storage.schema.seminar_requests import seminar_request

_R = seminar_request.c


class SeminarRequests:
    """Port `RequestStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, request: RequestId) -> SeminarRequest | None:
        """One row."""
        return (await self.many([request])).get(request)

    async def many(self, requests: Collection[RequestId]) -> Mapping[RequestId, SeminarRequest]:
        """One statement."""
        found = await self._list(select(seminar_request).where(_R.id.in_(requests)))
        return {each.id: each for each in found}

    async def hold(self, *requests: RequestId) -> Mapping[RequestId, SeminarRequest]:
        """In the order of ids, so that two who hold the same two never wait for each other. FOR NO KEY UPDATE: a row
        that only names another one, as what came from it, does not wait. SQLite has one writer anyway."""
        held = select(seminar_request).where(_R.id.in_(requests)).order_by(_R.id).with_for_update(key_share=True)
        return {each.id: each for each in await self._list(held)}

    async def of_cycle(self, cycle: CycleId, *states: RequestState) -> Sequence[SeminarRequest]:
        """One statement."""
        theirs = select(seminar_request).where(_R.cycle_id == cycle).order_by(_R.id)
        if states:
            theirs = theirs.where(_R.state.in_([state.value for state in states]))
        return await self._list(theirs)

    async def add(self, request: SeminarRequest) -> RequestId:
        """One row."""
        new = insert(seminar_request).values(**_wanted(request), **_columns(request)).returning(_R.id)
        return RequestId((await self._connection.execute(new)).scalar_one())

    async def carry(self, request: SeminarRequest) -> RequestId:
        """The constraint tells of two at once."""
        new = upsert.insert(self._connection, seminar_request).values(**_wanted(request), **_columns(request))
        new = new.on_conflict_do_nothing(index_elements=["carried_from"])
        await self._connection.execute(new)
        assert request.carried_from is not None  # what is carried was something before
        there = await self.carried(request.carried_from)
        assert there is not None  # written just now, by this unit or another
        return there

    async def carried(self, request: RequestId) -> RequestId | None:
        """By the constraint's index."""
        made = await self._connection.scalar(select(_R.id).where(_R.carried_from == request))
        return None if made is None else RequestId(made)

    async def save(self, request: SeminarRequest) -> bool:
        """Compare and set by version."""
        saved = await self._connection.execute(
            update(seminar_request)
            .where(_R.id == request.id, _R.version == request.version)
            .values(version=request.version + 1, **_columns(request))
        )
        return saved.rowcount == 1

    async def family(self, request: RequestId) -> Sequence[RequestId]:
        """One recursive statement."""
        root = select(_R.id).where(_R.id == request).cte("family", recursive=True)
        family = root.union(select(_R.id).join(root, _R.merged_into == root.c.id))
        found = await self._connection.execute(select(family.c.id).order_by(family.c.id))
        return [RequestId(each) for each in found.scalars()]

    async def cycles_with(self, *states: RequestState) -> Sequence[CycleId]:
        """One statement."""
        asked = select(_R.cycle_id).where(_R.state.in_([state.value for state in states])).distinct()
        open_ = select(seminar_cycle.c.id).where(seminar_cycle.c.closed.is_(None), seminar_cycle.c.id.in_(asked))
        found = await self._connection.execute(open_.order_by(seminar_cycle.c.id))
        return [CycleId(each) for each in found.scalars()]

    async def _list(self, statement: Select[Any]) -> list[SeminarRequest]:
        return [request_of(row) for row in await self._connection.execute(statement)]


def request_of(row: Any) -> SeminarRequest:
    """A request from a row that has its columns."""
    wanted = Wanted(
        row.topic,
        Audience(row.audience),
        Form(row.form),
        row.month,
        None if row.subject is None else SubjectId(row.subject),
        None if row.catalogue_id is None else CatalogueId(row.catalogue_id),
    )
    return SeminarRequest(
        RequestId(row.id),
        CycleId(row.cycle_id),
        RegionId(row.region_id),
        wanted,
        row.topic_key,
        RequestState(row.state),
        row.since,
        Route(row.route),
        row.version,
        row.routed,
        None if row.routed_by is None else PersonId(row.routed_by),
        row.reason,
        None if row.reason_by is None else PersonId(row.reason_by),
        None if row.merged_into is None else RequestId(row.merged_into),
        None if row.carried_from is None else RequestId(row.carried_from),
    )


def _wanted(request: SeminarRequest) -> dict[str, object]:
    wanted = request.wanted
    return {
        "cycle_id": request.cycle,
        "region_id": request.region,
        "topic": wanted.topic,
        "topic_key": request.key,
        "catalogue_id": wanted.catalogue,
        "subject": wanted.subject,
        "audience": wanted.audience.value,
        "form": wanted.form.value,
        "month": wanted.month,
        "carried_from": request.carried_from,
    }


def _columns(request: SeminarRequest) -> dict[str, object]:
    return {
        "state": request.state.value,
        "since": request.since,
        "route": request.route.value,
        "routed": request.routed,
        "routed_by": request.routed_by,
        "reason": request.reason,
        "reason_by": request.reason_by,
        "merged_into": request.merged_into,
    }
