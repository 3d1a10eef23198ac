"""A region of sixteen schools in three municipalities and three zones, sixty people, and the same as the oracle knows
it.

Морской has a six-day week; СОШ № 16 has no lead and СОШ № 1 two; one teacher works in two schools, one who may lead an
event leads a school too; schools number 13 to 15 are not of the project.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from shnor_domain.identity import Role, SchoolId, Territory
from shnor_domain.seminars.cycle.model import Cycle, Dates
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.half_years import ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.storage.work import SqlWork
from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.model import School, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.words import shipped_rows
from tests.oracle.roadmaps.calendar import Works
from tests.oracle.seminars import facts
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.seminar_nest import offer

REGION = "Полуночная область"
WEST, MIDDLE, EAST = "Asia/Khandyga", "Asia/Vladivostok", "Asia/Srednekolymsk"
CENTRAL = facts.Unit("Центральный", WEST, "Центральное", Works())
HILLS = facts.Unit("Холмистый", MIDDLE, "Холмы", Works())
SEA = facts.Unit("Морской", EAST, "Морское", Works(six=True))
UNITS = (CENTRAL, HILLS, SEA)
WHOLE = facts.Unit(REGION, WEST, "", Works())
CATALOGUE = ("Читательская грамотность", "Разговор с родителями", "Урок для разных детей")
AUTUMN = facts.Half("осень 2026", date(2026, 9, 1), date(2026, 12, 31), date(2026, 9, 11), date(2026, 9, 15))
SPRING = facts.Half("весна 2027", date(2027, 1, 1), date(2027, 5, 31), date(2027, 1, 27), date(2027, 2, 3))


def halves() -> dict[str, facts.Half]:
    """Of a story that begins: what becomes of them is its own."""
    return {each.name: replace(each) for each in (AUTUMN, SPRING)}


PUBLISHED_BY = date(2026, 10, 1)

SCHOOLS = tuple(
    facts.School(f"СОШ № {number}", CENTRAL if number < 7 else HILLS if number < 12 else SEA, number < 13)
    for number in range(1, 17)
)
_NAMES = ("Анна", "Белла", "Вера", "Галина", "Дарья", "Елена")
_WORDS = (
    "Первая", "Вторая", "Третья", "Четвёртая", "Пятая", "Шестая", "Седьмая", "Восьмая", "Девятая", "Десятая",
)  # fmt: skip
NAMES = [f"{first} {second}" for first in _NAMES for second in _WORDS]


def _people() -> tuple[facts.Human, ...]:
    names = iter(NAMES)
    found = []
    for school in (SCHOOLS[0], *SCHOOLS[:15]):
        # the lead of № 13 is one of those who may lead an event
        found.append(facts.Human(next(names), school.unit, leads=(school.name,), hosts=school == SCHOOLS[12]))
    for number in range(36):
        school = SCHOOLS[number % 16]
        second = (SCHOOLS[4].name,) if number == 0 else ()
        found.append(facts.Human(next(names), school.unit, teaches=(school.name, *second)))
    found += [facts.Human(next(names), unit, facts.ELSEWHERE, hosts=True) for unit in (CENTRAL, HILLS)]
    found += [facts.Human(next(names), WHOLE, facts.ELSEWHERE, runs=True) for _ in range(2)]
    found += [facts.Human(next(names), WHOLE, facts.ELSEWHERE, runs=True, approves=True)]
    found += [facts.Human(next(names), unit, facts.ELSEWHERE) for unit in (CENTRAL, SEA)]
    found += [facts.Human(next(names), unit, facts.ELSEWHERE) for unit in (HILLS,)]
    return tuple(found)


LAND = facts.Land(WHOLE, SCHOOLS, _people(), CATALOGUE)


@dataclass(slots=True)
class Settled:
    """People of the land by name, in a bot that talks, and the autumn's cycle, not announced."""

    talk: Talk
    people: Mapping[str, Person]
    schools: Mapping[str, SchoolId]
    cycle: Cycle
    names: Mapping[int, str]


async def settle(talk: Talk) -> Settled:
    """Territories by the hand of an operator, people by invitations, dates and catalogue by who runs the seminar."""
    async with talk.units.write() as work:
        schools = await _lay(work, talk.territories)
    people = {}
    for human in LAND.people:
        people[human.name] = await _let_in(talk, human)
    runs = LAND.running()[0]
    cycle = await _cycle(talk, people[runs])
    await talk.deliver()
    return Settled(talk, people, schools, cycle, {person.chat: name for name, person in people.items()})


async def _let_in(talk: Talk, human: facts.Human) -> Person:
    unit = human.unit.name
    if human.runs:
        role = Role.REGIONAL_COORDINATOR if human.approves else Role.METHODIST
        return await talk.grown_person(role, region=REGION, name=human.name)
    places: list[tuple[Role, str | None]] = [(Role.SCHOOL_LEAD, each) for each in human.leads]
    places += [(Role.TEACHER, each) for each in human.teaches]
    if human.hosts:
        places.append((Role.TUTOR, None))
    if not places:
        places.append((Role.MUNICIPAL_COORDINATOR, None))
    chat: int | None = None
    for role, school in places:
        where = unit if school is None else LAND.school[school].unit.name
        person = await talk.grown_person(role, where, school, name=human.name, chat=chat)
        chat = person.chat
    return person


async def _cycle(talk: Talk, runs: Person) -> Cycle:
    actor, region = await talk.actor(runs), talk.where(region=REGION).region
    assert region is not None
    halves = await (await talk.the(ShowPeriods))(actor, region)
    half = next(each.half for each in halves if each.half.days.first == AUTUMN.first)
    dates = Dates(AUTUMN.wishes, AUTUMN.requests, PUBLISHED_BY)
    cycle = await (await talk.the(SetCycle))(actor, half.id, dates, None)
    for title in CATALOGUE:
        await (await talk.the(AddCatalogueTopic))(actor, cycle.id, offer(title))
    return cycle


async def _lay(work: SqlWork, territories: dict[str, Territory]) -> dict[str, SchoolId]:
    region = await work.municipalities.add_region(REGION, None)
    territories[REGION] = Territory(region)
    for row in shipped_rows("days_off.csv"):
        if not row["region"]:
            await work.calendars.put_day_off(
                DayOff(date.fromisoformat(row["day"]), Week(row["week"]), row["word"], row["source"])
            )
    for unit in UNITS:
        made = await work.municipalities.add(region, unit.name, unit.zone, unit.town)
        territories[unit.name] = Territory(region, made)
        await work.calendars.set_week(made, 6 if unit.works.six else 5)
    found = {}
    for number, school in enumerate(SCHOOLS, 1):
        where = territories[school.unit.name]
        assert where.municipality is not None
        added = await work.schools.add(School(SchoolId(0), region, where.municipality, school.name, number, ""))
        territories[f"{school.unit.name} / {school.name}"] = replace(where, school=added)
        if school.project:
            await work.schools.set_status(SchoolStatus(added, SchoolYear(2026), Status.SHNOR, "list"))
        found[school.name] = added
    return found
