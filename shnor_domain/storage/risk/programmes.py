"""Anti-risk programmes by version, and the remarks on them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.risk.model import CaseId, CaseState
from shnor_domain.risk.programmes import (
    Part,
    Programme,
    ProgrammeId,
    ProgrammeRemark,
    ProgrammeState,
    RemarkId,
)
from shnor_domain.storage.risk.cases import within
from shnor_domain.storage.schema.risk import risk_case, risk_programme, risk_remark
from shnor_domain.territories.ports import Scope

_V = risk_programme.c
_R = risk_remark.c

_OF_SCHOOL = (
    select(risk_programme)
    .where(_V.case_id.in_(select(risk_case.c.id).where(risk_case.c.school_id == bindparam("school"))))
    .order_by(_V.version)
)


class RiskProgrammes:
    """Port `ProgrammeStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, one: Programme) -> ProgrammeId:
        """Insert or update."""
        values = {
            "case_id": one.case,
            "version": one.version,
            "state": one.state.value,
            "at": one.at,
            "author_id": one.author,
            "parts": {part.value: text for part, text in one.parts.items()},
            "ticked": sorted(part.value for part in one.ticked),
            "file": one.file,
            "name": one.name,
            "sender_id": one.sender,
            "sent": one.sent,
            "reviewer_id": one.reviewer,
            "decided": one.decided,
        }
        if one.id:
            await self._connection.execute(update(risk_programme).where(_V.id == one.id).values(**values))
            return one.id
        made = await self._connection.execute(insert(risk_programme).values(**values).returning(_V.id))
        return ProgrammeId(made.scalar_one())

    async def one(self, which: ProgrammeId) -> Programme | None:
        """One version."""
        found = await self._read(select(risk_programme).where(_V.id == which))
        return found[0] if found else None

    async def of_case(self, which: CaseId) -> Sequence[Programme]:
        """The latest first."""
        return await self._read(select(risk_programme).where(_V.case_id == which).order_by(_V.version.desc()))

    async def latest_of(self, school: SchoolId) -> Mapping[CaseId, Programme]:
        """One statement: a school has a handful of versions."""
        found = await self._connection.execute(_OF_SCHOOL, {"school": school})
        return {one.case: one for one in map(_programme, found)}

    async def waiting(self, scope: Scope) -> Sequence[Programme]:
        """One statement."""
        return await self._read(
            select(risk_programme)
            .join(risk_case, risk_case.c.id == _V.case_id)
            .where(_V.state == ProgrammeState.WAITING.value, risk_case.c.state == CaseState.OPEN.value, within(scope))
            .order_by(_V.id)
        )

    async def of_author(self, person: PersonId) -> Sequence[Programme]:
        """The latest first."""
        return await self._read(select(risk_programme).where(_V.author_id == person).order_by(_V.id.desc()))

    async def add_remarks(self, remarks: Sequence[ProgrammeRemark]) -> None:
        """One statement."""
        rows = [
            {
                "programme_id": one.programme,
                "author_id": one.author,
                "at": one.at,
                "text": one.text,
                "closed": one.closed,
            }
            for one in remarks
        ]
        await self._connection.execute(insert(risk_remark), rows)

    async def remarks(self, which: CaseId) -> Sequence[ProgrammeRemark]:
        """By id."""
        mine = _R.programme_id.in_(select(_V.id).where(_V.case_id == which))
        found = await self._connection.execute(select(risk_remark).where(mine).order_by(_R.id))
        return [_remark(row) for row in found]

    async def close_remark(self, remark: RemarkId) -> bool:
        """Compare and set."""
        closed = update(risk_remark).where(_R.id == remark, _R.closed.is_(False)).values(closed=True)
        return (await self._connection.execute(closed)).rowcount == 1

    async def close_remarks(self, which: CaseId) -> None:
        """One statement."""
        mine = _R.programme_id.in_(select(_V.id).where(_V.case_id == which))
        await self._connection.execute(update(risk_remark).where(mine).values(closed=True))

    async def remarks_of(self, person: PersonId) -> Sequence[ProgrammeRemark]:
        """The latest first."""
        found = select(risk_remark).where(_R.author_id == person).order_by(_R.id.desc())
        return [_remark(row) for row in await self._connection.execute(found)]

    async def _read(self, statement: Select[Any]) -> list[Programme]:
        return [_programme(row) for row in await self._connection.execute(statement)]


def _programme(row: Row[Any]) -> Programme:
    return Programme(
        id=ProgrammeId(row.id),
        case=CaseId(row.case_id),
        version=row.version,
        state=ProgrammeState(row.state),
        at=row.at,
        author=_person(row.author_id),
        parts={Part(part): text for part, text in row.parts.items()},
        ticked=frozenset(Part(part) for part in row.ticked),
        file=row.file,
        name=row.name,
        sender=_person(row.sender_id),
        sent=row.sent,
        reviewer=_person(row.reviewer_id),
        decided=row.decided,
    )


def _remark(row: Row[Any]) -> ProgrammeRemark:
    return ProgrammeRemark(
        RemarkId(row.id), ProgrammeId(row.programme_id), _person(row.author_id), row.at, row.text, row.closed
    )


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)
