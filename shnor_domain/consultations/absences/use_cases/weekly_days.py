"""«Методический день» is two settings: what both mean for who publishes a weekly time (product.md B)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import HOST_ROLES, Actor, Role, SubjectId
from shnor_domain.people.model.days import local_day
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class WeekdayHints:
    """Weekdays from 0 for Monday: `free` when teachers of the subject are free, `road` when the methodists of her
    place are on the road, so that her online desk is closed; None where the region has set none."""

    free: int | None = None
    road: int | None = None


@dataclass(frozen=True, slots=True)
class HintWeekdays:
    """Who hosts; others are refused with `NotAllowed`. Changes nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, subject: SubjectId | None) -> WeekdayHints:
        """Of the first place that hosts and has such a day; the day on the road concerns methodists alone."""
        places = [place for place in actor.places if place.verified and place.role in HOST_ROLES]
        if not places:
            raise NotAllowed
        free = road = None
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            for place in places:
                region, unit = place.territory.region, place.territory.municipality
                if region is None:
                    continue
                if free is None:
                    days = await work.calendars.subject_days(region)
                    free = next((day.weekday for day in days if day.subject == subject), None)
                if road is None and place.role is Role.METHODIST:
                    found = [
                        day
                        for day in await work.calendars.methodist_days(region)
                        if day.municipality in {unit, None} and (day.ends is None or day.ends >= today)
                    ]
                    # that of the municipality goes before that of its region
                    found.sort(key=lambda day: day.municipality is None)
                    road = found[0].weekday if found else None
        return WeekdayHints(free, road)
