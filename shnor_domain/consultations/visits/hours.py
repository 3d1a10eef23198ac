"""Visits as hours of help (R142): each that its host has reported as held, by the month of its day at the school."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta

from shnor_domain.consultations.statistics.model import Help, HelpKind
from shnor_domain.consultations.visits.model import Visit
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
    begins, ends = (datetime.combine(day, time(), UTC) for day in (since - _MARGIN, until + _MARGIN))
    within = areas if host is None else (Territory(),)
    found = {each.id: each for area in within for each in await work.visits.held(area, begins, ends, host=host)}
    months: dict[tuple[PersonId, date], list[Visit]] = defaultdict(list)
    for visit in found.values():
        day = day_of(visit)
        if visit.appointment is not None and day is not None and since <= day < until:
            months[visit.appointment.host, day.replace(day=1)].append(visit)
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
