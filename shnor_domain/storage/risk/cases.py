"""What schools do about factors, with its history."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, case, false, func, insert, or_, select, true, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import (
    Act,
    CaseEvent,
    CaseId,
    CaseState,
    Check,
    Decision,
    FactorCase,
    ProfileId,
)
from shnor_domain.risk.ports import ClosedLeft
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.people.reach import territory_of, territory_values
from shnor_domain.storage.schema.risk import OPEN_CASE, risk_case, risk_event
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.ports import Scope

_C = risk_case.c
_BITE = 5_000
_OPEN = _C.state == CaseState.OPEN.value

_OF_SCHOOL = (
    select(risk_case).where(_C.school_id == bindparam("school"), _C.state != CaseState.LEFT.value).order_by(_C.id)
)


class RiskCases:
    """Port `CaseStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, cases: Sequence[FactorCase]) -> Sequence[CaseId]:
        """One statement. Its rows come back in any order: they are told apart by school and factor, of which a school
        has one open case."""
        if not cases:
            return []
        rows = [
            {"factor": one.factor, "opened": one.opened, **territory_values(one.where), **_changing(one)}
            for one in cases
        ]
        put = insert(risk_case).returning(_C.id, _C.school_id, _C.factor)
        try:
            made = {(row.school_id, row.factor): CaseId(row.id) for row in await self._connection.execute(put, rows)}
        except IntegrityError as error:
            if violated(error, OPEN_CASE):
                raise Stale from None
            raise
        return [made[one.where.school, one.factor] for one in cases]

    async def one(self, which: CaseId) -> FactorCase | None:
        """One case."""
        found = await self._read(select(risk_case).where(_C.id == which))
        return found[0] if found else None

    async def many(self, cases: Collection[CaseId]) -> Mapping[CaseId, FactorCase]:
        """In bites that the databases take."""
        asked, found = sorted(cases), dict[CaseId, FactorCase]()
        for begin in range(0, len(asked), _BITE):
            some = await self._read(select(risk_case).where(_C.id.in_(asked[begin : begin + _BITE])))
            found |= {one.id: one for one in some}
        return found

    async def hold(self, which: CaseId) -> FactorCase | None:
        """FOR UPDATE; SQLite has one writer anyway."""
        found = await self._read(select(risk_case).where(_C.id == which).with_for_update())
        return found[0] if found else None

    async def open_of(self, schools: Collection[SchoolId]) -> Mapping[SchoolId, Sequence[FactorCase]]:
        """By id, held in that order; in bites that the databases take."""
        asked, found = sorted(schools), defaultdict[SchoolId, list[FactorCase]](list)
        for begin in range(0, len(asked), _BITE):
            some = select(risk_case).where(_C.school_id.in_(asked[begin : begin + _BITE]), _OPEN).order_by(_C.id)
            for one in await self._read(some.with_for_update()):
                if one.where.school is not None:
                    found[one.where.school].append(one)
        return found

    async def of_school(self, school: SchoolId) -> Sequence[FactorCase]:
        """By id."""
        return [_case(row) for row in await self._connection.execute(_OF_SCHOOL, {"school": school})]

    async def save(self, cases: Sequence[FactorCase]) -> None:
        """One statement, run for all."""
        rows = [{"this": one.id, **{f"new_{name}": value for name, value in _changing(one).items()}} for one in cases]
        if rows:
            new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _changing(cases[0])}
            await self._connection.execute(update(risk_case).where(_C.id == bindparam("this")).values(new), rows)

    async def note(self, events: Sequence[CaseEvent]) -> None:
        """One statement."""
        rows = [
            {"case_id": one.case, "at": one.at, "person_id": one.person, "act": one.act.value, "text": one.text}
            for one in events
        ]
        if rows:
            await self._connection.execute(insert(risk_event), rows)

    async def history(self, which: CaseId) -> Sequence[CaseEvent]:
        """By id."""
        found = select(risk_event).where(risk_event.c.case_id == which).order_by(risk_event.c.id)
        return [_event(row) for row in await self._connection.execute(found)]

    async def said_by(self, person: PersonId) -> Sequence[CaseEvent]:
        """The latest first."""
        found = select(risk_event).where(risk_event.c.person_id == person).order_by(risk_event.c.id.desc())
        return [_event(row) for row in await self._connection.execute(found)]

    async def waiting(self, scope: Scope) -> Sequence[FactorCase]:
        """One statement."""
        asked = or_(_C.checked == Check.WAITING.value, _C.closing == Check.WAITING.value)
        return await self._read(select(risk_case).where(_OPEN, asked, within(scope)).order_by(_C.id))

    async def counts(self, scope: Scope, year: SchoolYear | None) -> Sequence[ClosedLeft]:
        """Counted by the database."""
        is_closed = and_(_C.state == CaseState.CLOSED.value, true() if year is None else _C.year == year)
        settled = and_(_C.decision == Decision.REFUTED.value, _C.checked == Check.CONFIRMED.value)
        is_left = and_(_OPEN, ~settled)
        closed = func.sum(case((is_closed, 1), else_=0))
        left = func.sum(case((is_left, 1), else_=0))
        levels = (_C.region_id, _C.municipality_id, _C.school_id)
        rows = await self._connection.execute(
            select(*levels, closed.label("closed"), left.label("left"))
            .where(within(scope), _C.state != CaseState.LEFT.value)
            .group_by(*levels)
            .order_by(_C.school_id)
        )
        return [ClosedLeft(territory_of(row), int(row.closed), int(row.left)) for row in rows]

    async def _read(self, statement: Select[Any]) -> list[FactorCase]:
        return [_case(row) for row in await self._connection.execute(statement)]


def within(scope: Scope) -> ColumnElement[bool]:
    """Cases of the scope; none for an empty one (deny by default)."""
    if scope.everything:
        return true()
    return or_(
        false(),
        _C.region_id.in_(scope.regions),
        _C.municipality_id.in_(scope.municipalities),
        _C.school_id.in_(scope.schools),
    )


def _changing(one: FactorCase) -> dict[str, Any]:
    return {
        "year": one.year,
        "profile_id": one.profile,
        "significance": one.significance.value,
        "decision": one.decision.value,
        "reason": one.reason,
        "decided_by_id": one.decided_by,
        "decided": one.decided,
        "checked": one.check.value,
        "note": one.note,
        "activated": one.activated,
        "closing": one.closing.value,
        "closing_reason": one.closing_reason,
        "closing_by_id": one.closing_by,
        "closing_at": one.closing_at,
        "closing_note": one.closing_note,
        "closed": one.closed,
        "state": one.state.value,
    }


def _case(row: Row[Any]) -> FactorCase:
    return FactorCase(
        id=CaseId(row.id),
        where=territory_of(row),
        factor=FactorCode(row.factor),
        year=SchoolYear(row.year),
        profile=None if row.profile_id is None else ProfileId(row.profile_id),
        opened=row.opened,
        significance=Significance(row.significance),
        decision=Decision(row.decision),
        reason=row.reason,
        decided_by=_person(row.decided_by_id),
        decided=row.decided,
        check=Check(row.checked),
        note=row.note,
        activated=row.activated,
        closing=Check(row.closing),
        closing_reason=row.closing_reason,
        closing_by=_person(row.closing_by_id),
        closing_at=row.closing_at,
        closing_note=row.closing_note,
        closed=row.closed,
        state=CaseState(row.state),
    )


def _event(row: Row[Any]) -> CaseEvent:
    return CaseEvent(CaseId(row.case_id), row.at, _person(row.person_id), Act(row.act), row.text)


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)
