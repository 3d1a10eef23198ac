"""Spellings, calendars and weekly days, changed by a coordinator from the chat (rule 11)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, MunicipalityId, RegionId, SubjectId, Territory
from shnor_domain.territories.access import changes_region, changes_schools, require, scope_of
from shnor_domain.territories.calendar import Calendar, DayOff, Week
from shnor_domain.territories.calendar_changes import calendar_changed
from shnor_domain.territories.called_off_ports import ReactsToDay
from shnor_domain.territories.errors import SpellingTaken
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import Municipality
from shnor_domain.territories.names import name_key, spellings_of
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.settings import MethodistDay, SubjectDay
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AddAlias:
    """A coordinator teaches the bot another spelling of a municipality.

    Refused: `NotAllowed`, `NotFound`, `Invalid("spelling", …)`, `SpellingTaken` when it already means a
    neighbour of the region.
    """

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, municipality: MunicipalityId, spelling: str) -> Municipality:
        """The municipality with the spelling."""
        line = " ".join(spelling.split())
        if not name_key(line) or len(line) > LONGEST_NAME:
            raise Invalid("spelling", "empty" if not name_key(line) else "long")
        async with self.write() as work:
            unit = await _municipality(work, actor, municipality)
            neighbours = [one for one in await work.municipalities.within(unit.region) if one.id != unit.id]
            taken = [one for one in neighbours if name_key(line) in map(name_key, spellings_of(one))]
            if taken:
                raise SpellingTaken(municipality=taken[0].id)
            await work.municipalities.add_alias(unit.id, line, name_key(line)[:LONGEST_NAME])
            await work.territory_log.changed(self.clock.now(), actor.person, "alias:add", f"municipality:{unit.id}")
            return replace(unit, aliases=tuple(sorted({*unit.aliases, line})))


@dataclass(frozen=True, slots=True)
class DropAlias:
    """A coordinator takes another spelling of a municipality back. Refused: `NotAllowed`, `NotFound`, `Stale` when it
    is not there."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, municipality: MunicipalityId, spelling: str) -> None:
        """`spelling` as it stands in `aliases`."""
        operation = f"alias-drop:{municipality}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            unit = await _municipality(work, actor, municipality)
            if spelling not in unit.aliases:
                raise Stale
            await work.municipalities.remove_alias(unit.id, spelling)
            await work.territory_log.changed(self.clock.now(), actor.person, "alias:drop", f"municipality:{unit.id}")
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class ShowCalendar:
    """Working days of a municipality; public, as the schedule is."""

    read: Opens[TerritoryWork]

    async def __call__(self, municipality: MunicipalityId) -> tuple[Calendar, Sequence[MethodistDay]]:
        """The calendar and the methodists' days that hold there."""
        async with self.read() as work:
            days = await work.calendars.methodist_days_of(municipality)
            return await work.calendars.calendar(municipality), days


@dataclass(frozen=True, slots=True)
class SetWeek:
    """A coordinator says whether schools of a municipality work five or six days (Q1); what called-off days put off is
    due by the new week (L7). Refused: `NotAllowed`, `NotFound`, `Invalid`."""

    write: Opens[TerritoryWork]
    clock: Clock
    on_called_off: Sequence[ReactsToDay] = ()

    async def __call__(self, actor: Actor, municipality: MunicipalityId, days: int) -> None:
        """`days` is 5 or 6."""
        if days not in (5, 6):
            raise Invalid("week", "unknown")
        async with self.write() as work:
            unit, now = await _municipality(work, actor, municipality), self.clock.now()
            await work.calendars.set_week(municipality, days)
            await calendar_changed(work, unit.territory, None, now, self.on_called_off)
            await work.territory_log.changed(now, actor.person, f"week:{days}", f"municipality:{municipality}")


@dataclass(frozen=True, slots=True)
class SetDayOff:
    """A day off, or a day worked, of a municipality (its coordinator), a region (its coordinator) or the
    country (an admin). What called-off days put off to it, or over it, is due anew (L7).

    Refused: `NotAllowed`, `Invalid("word" | "week", …)`, `Stale` when the day to be taken out is not there.
    """

    write: Opens[TerritoryWork]
    clock: Clock
    on_called_off: Sequence[ReactsToDay] = ()

    async def __call__(
        self, actor: Actor, where: Territory, day: date, word: str | None, source: str = "", week: Week = Week.ALL
    ) -> None:
        """`word` says what day it is, `week` for whom; None takes the day out of the table."""
        if week is Week.PLAIN:
            raise Invalid("week", "unknown")
        operation = f"day-off:{where.region}:{where.municipality}:{day}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            await _require_level(work, actor, where)
            if word is None:
                await _take_out(work, where, day)
            elif not word.strip() or len(word) > 100:
                raise Invalid("word", "empty" if not word.strip() else "long")
            else:
                await work.calendars.put_day_off(
                    DayOff(day, week, word.strip(), source[:LONGEST_NAME], where.region, where.municipality)
                )
            now, action = self.clock.now(), f"day-off:{'drop' if word is None else 'put'}:{day}"
            await calendar_changed(work, where, day, now, self.on_called_off)
            await work.territory_log.changed(now, actor.person, action, _subject(where))
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class SetMethodistDay:
    """«Методический день» of a municipality or region: methodists are on the road, their online desk is closed.

    Refused: `NotAllowed`, `Invalid("region" | "weekday" | "ends", …)`.
    """

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        where: Territory,
        weekday: int | None,
        source: str = "",
        starts: date | None = None,
        ends: date | None = None,
    ) -> None:
        """`weekday` 0 is Monday, None removes the day; `starts` and `ends` belong to the time it holds."""
        if where.region is None or where.school is not None:
            raise Invalid("region", "empty")
        if weekday is not None and weekday not in range(7):
            raise Invalid("weekday", "unknown")
        if starts is not None and ends is not None and ends < starts:
            raise Invalid("ends", "range")
        async with self.write() as work:
            await _require_level(work, actor, where)
            if weekday is None:
                await work.calendars.drop_methodist_day(where.region, where.municipality)
            else:
                await work.calendars.set_methodist_day(
                    MethodistDay(where.region, where.municipality, weekday, source[:LONGEST_NAME], starts, ends)
                )
            await work.territory_log.changed(
                self.clock.now(), actor.person, f"methodist-day:{weekday}", _subject(where)
            )


@dataclass(frozen=True, slots=True)
class SetSubjectDay:
    """The day of the week when teachers of a subject are free in a region; its coordinator's to set. Refused:
    `NotAllowed`, `Invalid`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, region: RegionId, subject: SubjectId, weekday: int | None, source: str = ""
    ) -> None:
        """`weekday` 0 is Monday, None removes the day."""
        if weekday is not None and weekday not in range(7):
            raise Invalid("weekday", "unknown")
        async with self.write() as work:
            require(changes_region(actor, Territory(region=region)))
            if subject not in {one.code for one in await work.subjects.all()}:
                raise Invalid("subject", "unknown")
            if weekday is None:
                await work.calendars.drop_subject_day(region, subject)
            else:
                await work.calendars.set_subject_day(SubjectDay(region, subject, weekday, source[:LONGEST_NAME]))
            await work.territory_log.changed(
                self.clock.now(), actor.person, f"subject-day:{weekday}", f"region:{region}:{subject}"
            )


async def _require_level(work: TerritoryWork, actor: Actor, where: Territory) -> None:
    """A forged pair of own region and foreign municipality is refused: the municipality itself says where it lies."""
    if where.municipality is None:
        require(changes_region(actor, where))
        return
    unit = await work.municipalities.get(where.municipality)
    require(unit is not None and unit.territory == where and changes_schools(actor, where))


async def _take_out(work: TerritoryWork, where: Territory, day: date) -> None:
    """What the package may ship for this level stays as a plain day (see `Week.PLAIN`)."""
    rows = await work.calendars.days_off(where.region, where.municipality)
    found = next((row for row in rows if row.day == day and row.week is not Week.PLAIN), None)
    if found is None:
        raise Stale
    if where.municipality is None:
        await work.calendars.put_day_off(replace(found, week=Week.PLAIN))
    else:
        await work.calendars.drop_day_off(where.region, where.municipality, day)


def _subject(where: Territory) -> str:
    return f"municipality:{where.municipality}" if where.municipality is not None else f"region:{where.region or 0}"


async def _municipality(work: TerritoryWork, actor: Actor, municipality: MunicipalityId) -> Municipality:
    unit = await work.municipalities.get(municipality)
    if unit is None or not scope_of(actor).sees(unit.territory):
        raise NotFound
    require(changes_schools(actor, unit.territory))
    return unit
