"""Visits as hours of help (R142): each that its host has reported as held, by the month of its day at the school."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta

from shnor_domain.consultations.statistics.model import Help, HelpKind, VisitRow
from shnor_domain.consultations.visits.model import Appointment, Side, Visit, VisitState
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import day_of
from shnor_domain.identity import PersonId, Territory

_MARGIN = timedelta(days=1)
"""No calendar of the country is further from UTC; days are cut on the school's own."""


async def of_visits(
    work: VisitWork, host: PersonId | None, areas: Collection[Territory], since: date, until: date
) -> Sequence[Help]:
    """A source of help: all of `host`, or of everybody those to schools inside `areas`, on days in [`since`,
    `until`)."""
    months: dict[tuple[PersonId, date], list[Visit]] = defaultdict(list)
    for visit, at, day in await _held(work, host, areas if host is None else None, since, until):
        months[at.host, day.replace(day=1)].append(visit)
    return [
        Help(
            whose,
            HelpKind.VISIT,
            month,
            len(visits),
            sum(each.minutes for each in visits),
            sum(each.report.came for each in visits if each.report is not None),
        )
        for (whose, month), visits in sorted(months.items())
    ]


async def rows_of_visits(
    work: VisitWork, host: PersonId, areas: Collection[Territory] | None, since: date, until: date
) -> Sequence[VisitRow]:
    """The visits behind a host's sums by start, with the school by name."""
    found = await _held(work, host, areas, since, until)
    schools = {visit.where.school for visit, _, _ in found if visit.where.school is not None}
    names = {where.school: name for where, name in await work.directory.schools(schools)} if schools else {}
    return [
        VisitRow(
            at.starts,
            names.get(visit.where.school, ""),
            visit.minutes,
            0 if visit.report is None else visit.report.came,
            visit.state is VisitState.CONFIRMED and visit.ended_by is not Side.HOST,
        )
        for visit, at, _ in sorted(found, key=lambda each: (each[1].starts, each[0].id))
    ]


async def _held(
    work: VisitWork, host: PersonId | None, areas: Collection[Territory] | None, since: date, until: date
) -> list[tuple[Visit, Appointment, date]]:
    """With the day on the school's own calendar."""
    begins, ends = (datetime.combine(day, time(), UTC) for day in (since - _MARGIN, until + _MARGIN))
    within = (Territory(),) if areas is None else areas
    found = {each.id: each for area in within for each in await work.visits.held(area, begins, ends, host=host)}
    dated = [(visit, visit.appointment, day_of(visit)) for visit in found.values()]
    return [(visit, at, day) for visit, at, day in dated if at is not None and day is not None and since <= day < until]
