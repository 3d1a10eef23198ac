"""«Актированный день», declared and undone by a coordinator of the municipality (L7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, MunicipalityId, Role
from shnor_domain.territories.access import changes_schools, require, require_any, scope_of
from shnor_domain.territories.called_off import (
    REACHING,
    CalledOffDay,
    check_day,
    checked_reason,
    next_working,
    put_off_anew,
    today_in,
)
from shnor_domain.territories.called_off_ports import ReactsToDay
from shnor_domain.territories.errors import CalledOffAlready
from shnor_domain.territories.model import Municipality
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.work import Opens

_CHANGERS = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
_RECENT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class CalledOffSheet:
    """Days of the last two weeks and those to come, by day; `today` is the municipality's own."""

    municipality: Municipality
    today: date
    rows: Sequence[CalledOffDay]


@dataclass(frozen=True, slots=True)
class ShowCalledOffDays:
    """Who may declare them. Refused: `NotAllowed`, `NotFound` for a municipality outside of her scope."""

    read: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, municipality: MunicipalityId) -> CalledOffSheet:
        """Undone ones among them."""
        require_any(actor, *_CHANGERS)
        async with self.read() as work:
            unit = await _unit(work, actor, municipality)
            today = today_in(unit, self.clock.now())
            return CalledOffSheet(unit, today, await work.called_off.since(unit.id, today - _RECENT))


@dataclass(frozen=True, slots=True)
class PreviewCalledOff:
    """As `CallOffDay`, before it is done."""

    read: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, municipality: MunicipalityId, day: date) -> date:
        """When what is due that day would be due."""
        require_any(actor, *_CHANGERS)
        async with self.read() as work:
            unit = await _unit(work, actor, municipality)
            rows = await _rows(work, unit, day, self.clock.now())
            return next_working(day, await work.calendars.calendar(unit.id), _standing(rows))


@dataclass(frozen=True, slots=True)
class CallOffDay:
    """The municipality's coordinator, or one above: schools there are closed today, or on a day of the next two weeks.

    Refused: `NotAllowed`, `NotFound`, `Invalid("day" | "reason", …)`, `CalledOffAlready` where it stands already,
    whoever declared it.
    """

    write: Opens[TerritoryWork]
    clock: Clock
    on_called_off: Sequence[ReactsToDay] = ()

    async def __call__(self, actor: Actor, municipality: MunicipalityId, day: date, reason: str) -> date:
        """When what was due that day is due. `reason` is one line of 3 to 200 letters. Features hear of it inside of
        the transaction."""
        require_any(actor, *_CHANGERS)
        reason, now, operation = checked_reason(reason), self.clock.now(), f"called-off:{municipality}:{day}"
        async with self.write() as work:
            unit = await _unit(work, actor, municipality)
            if (done := await work.applied.result(operation)) is not None:
                return date.fromisoformat(done)
            await work.called_off.hold(unit.id)
            rows = await _rows(work, unit, day, now)
            calendar, today = await work.calendars.calendar(unit.id), today_in(unit, now)
            due = next_working(day, calendar, _standing(rows))
            new = CalledOffDay(unit.id, day, reason, due, now, now)
            rows = [*(row for row in rows if row.day != day), new]
            for row in (new, *put_off_anew(rows, day, calendar, now, today)):
                await work.called_off.put(row)
            for reacts in self.on_called_off:
                await reacts(work, unit.territory, day, now)
            await _log(work, new, "put", actor, now)
            await work.applied.save(operation, due.isoformat())
        return due


@dataclass(frozen=True, slots=True)
class RestoreDay:
    """Who may declare it takes it back until the midnight at its end, on the clock of the municipality.

    Refused: `NotAllowed`, `NotFound`, `Invalid("day", "past")`, `Stale` where none stands.
    """

    write: Opens[TerritoryWork]
    clock: Clock
    on_called_off: Sequence[ReactsToDay] = ()

    async def __call__(self, actor: Actor, municipality: MunicipalityId, day: date) -> None:
        """What was due that day is due then again; the row stays, undone."""
        require_any(actor, *_CHANGERS)
        now, operation = self.clock.now(), f"called-off-undo:{municipality}:{day}"
        async with self.write() as work:
            unit = await _unit(work, actor, municipality)
            if await work.applied.result(operation) is not None:
                return
            await work.called_off.hold(unit.id)
            today = today_in(unit, now)
            if day < today:
                raise Invalid("day", "past")
            rows = await work.called_off.since(unit.id, day - REACHING)
            found = next((row for row in rows if row.day == day and row.stands), None)
            if found is None:
                raise Stale
            back, calendar = replace(found, due=day, changed=now, undone=now), await work.calendars.calendar(unit.id)
            rows = [*(row for row in rows if row.day != day), back]
            for row in (back, *put_off_anew(rows, day, calendar, now, today)):
                await work.called_off.put(row)
            for reacts in self.on_called_off:
                await reacts(work, unit.territory, day, now)
            await _log(work, found, "undo", actor, now)
            await work.applied.save(operation, "done")


async def _rows(work: TerritoryWork, unit: Municipality, day: date, now: datetime) -> Sequence[CalledOffDay]:
    """Those that matter to `day`, which may be declared and does not stand yet."""
    check_day(day, today_in(unit, now))
    rows = await work.called_off.since(unit.id, day - REACHING)
    if any(row.day == day and row.stands for row in rows):
        raise CalledOffAlready
    return rows


async def _log(work: TerritoryWork, row: CalledOffDay, act: str, actor: Actor, now: datetime) -> None:
    """With what it said: declared anew, its row forgets the reason and the due day of before."""
    details = {"reason": row.reason, "due": row.due.isoformat()}
    subject = f"municipality:{row.municipality}"
    await work.territory_log.changed(now, actor.person, f"called-off:{act}:{row.day}", subject, details)


def _standing(rows: Sequence[CalledOffDay]) -> frozenset[date]:
    return frozenset(row.day for row in rows if row.stands)


async def _unit(work: TerritoryWork, actor: Actor, municipality: MunicipalityId) -> Municipality:
    unit = await work.municipalities.get(municipality)
    if unit is None or not scope_of(actor).sees(unit.territory):
        raise NotFound
    require(changes_schools(actor, unit.territory))
    return unit
