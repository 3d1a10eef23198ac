"""Hours of others: a lead reads those of her teachers by name, who watches a territory those of its schools in numbers
(JP9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import PersonState
from shnor_domain.seminars.access import schools_led
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.presence.hours import Attended, minutes_of
from shnor_domain.seminars.presence.ports import PresenceWork, Sat
from shnor_domain.seminars.requests.ports import KnownSchool
from shnor_domain.seminars.requests.use_cases.looking import Halves, halves_of
from shnor_domain.seminars.requests.use_cases.watching import watched
from shnor_domain.territories.periods import HalfYear
from shnor_domain.work import Opens

FEWEST = 5
"""People without whose number no sum of theirs is told (rule 9)."""


@dataclass(frozen=True, slots=True)
class TeacherHours:
    """Somebody who works in the school now, with what she attended in the half-year, wherever she worked then."""

    person: PersonId
    name: str
    lessons: tuple[Attended, ...]

    @property
    def minutes(self) -> int:
        """All of them together."""
        return minutes_of(self.lessons)


@dataclass(frozen=True, slots=True)
class SchoolTraining:
    """`halves` None before there is any in the region; `schools` are those that the reader leads, `school` the one in
    hand; `rows` its people, who attended most first."""

    halves: Halves | None
    schools: tuple[KnownSchool, ...]
    school: KnownSchool
    rows: tuple[TeacherHours, ...]


@dataclass(frozen=True, slots=True)
class SchoolHours:
    """A school of the territory: `people` of it attended `lessons` together. All three are None where fewer than five
    did: numbers of so few would be those of persons."""

    school: KnownSchool
    people: int | None
    lessons: int | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class TerritoryTraining:
    """`rows` are the schools of which anybody attended, by number. `halves` None before anything was announced."""

    halves: Halves | None
    rows: tuple[SchoolHours, ...]


@dataclass(frozen=True, slots=True)
class TrainingOfSchool:
    """Leads of a school; others are refused with `NotAllowed`, another's school is `NotFound`."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId | None = None, cycle_id: CycleId | None = None
    ) -> SchoolTraining:
        """Of one of her schools, the first where none is named, in one half-year."""
        led = {each.school: each for each in schools_led(actor) if each.school is not None}
        if not led:
            raise NotAllowed
        chosen = next(iter(led)) if school is None else school
        if chosen not in led:
            raise NotFound
        now = self.clock.now()
        async with self.read() as work:
            names = await work.seminar_directory.schools(led.keys())
            schools = tuple(sorted(names.values(), key=lambda each: each.order))
            region = led[chosen].region
            halves = (
                None
                if region is None
                else await halves_of(work, {region}, cycle_id, now, announced=True, attended=True)
            )
            staff = await _staff(work, led[chosen], now)
            rows = [] if halves is None else await _hours(work, staff, halves.cycle.half)
        rows.sort(key=lambda each: (-each.minutes, each.name.casefold(), each.person))
        return SchoolTraining(halves, schools, names[chosen], tuple(rows))


@dataclass(frozen=True, slots=True)
class TrainingNumbers:
    """Coordinators and observers, of the schools of their territories; others are refused with `NotAllowed`."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> TerritoryTraining:
        """Of one half-year, by the school in which each took her seat."""
        within = watched(actor)
        if actor.person is None or not within:
            raise NotAllowed
        async with self.read() as work:
            regions = {each.region for each in within if each.region is not None}
            halves = await halves_of(work, regions, cycle_id, self.clock.now(), announced=True, attended=True)
            if halves is None:
                return TerritoryTraining(None, ())
            sat = await _sat_in(work, halves.cycle.half)
            known = await work.seminar_directory.schools({each.school for each in sat})
        rows = [
            _numbers(school, [each for each in sat if each.school == which])
            for which, school in known.items()
            if any(each.covers(school.where) for each in within)
        ]
        return TerritoryTraining(halves, tuple(sorted(rows, key=lambda each: each.school.order)))


async def _sat_in(work: PresenceWork, half: HalfYear) -> list[Sat]:
    since, until = _around(half)
    found = await work.presence.sat_in(half.region, since, until)
    return [each for each in found if half.days.has(each.attended.day)]


def _around(half: HalfYear) -> tuple[datetime, datetime]:
    """Instants between which its days lie, on whatever clock of the country."""
    day = timedelta(days=1)
    first, last = (datetime.combine(each, time(), UTC) for each in (half.days.first, half.days.last))
    return first - day, last + 2 * day


def _numbers(school: KnownSchool, sat: Sequence[Sat]) -> SchoolHours:
    people = len({each.person for each in sat})
    if people < FEWEST:
        return SchoolHours(school, None, None, None)
    return SchoolHours(school, people, len(sat), minutes_of(each.attended for each in sat))


async def _staff(work: PresenceWork, school: Territory, now: datetime) -> dict[PersonId, str]:
    if school.school is None:
        return {}
    today = local_day(now, await work.lands.zone_of(school))
    present = (await work.places.present([school.school], today)).get(school.school, ())
    people = await work.people.many({each.person for each in present})
    return {each.id: each.name for each in people.values() if each.state is PersonState.ACTIVE}


async def _hours(work: PresenceWork, staff: dict[PersonId, str], half: HalfYear) -> list[TeacherHours]:
    since, until = _around(half)
    attended = await work.presence.attended_by(staff.keys(), since, until)
    return [
        TeacherHours(person, name, tuple(each for each in attended.get(person, ()) if half.days.has(each.day)))
        for person, name in staff.items()
    ]
