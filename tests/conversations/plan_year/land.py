"""A small land: three municipalities in two zones, eight schools, their people, and the same as the oracle knows it.

Приморский has a six-day week, Дальний no coordinator; СОШ № 3 and № 8 have no curator, СОШ № 6 no lead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from shnor_domain.identity import Role, SchoolId, Territory
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.storage.work import SqlWork
from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.model import School, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.words import shipped_rows
from tests.oracle.roadmaps import facts
from tests.oracle.roadmaps.calendar import Works
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person

REGION = "Северная область"
WEST, EAST = "Asia/Yakutsk", "Asia/Srednekolymsk"
OF_REGION = frozenset({date(2026, 11, 20), date(2027, 4, 27)})
"""Its own days off, both on weekdays."""
OF_EAST = frozenset({date(2027, 3, 23)})
CENTRAL = facts.Unit("Центральный", WEST, Works(own=OF_REGION), ("Клара Центрова", "Зинаида Центрова"))
SEASIDE = facts.Unit("Приморский", EAST, Works(six=True, own=OF_REGION | OF_EAST), ("Павел Приморов",))
DISTANT = facts.Unit("Дальний", WEST, Works(own=OF_REGION))
WHOLE = facts.Unit(REGION, WEST, Works(own=OF_REGION), ("Регина Областная",))
UNITS = (CENTRAL, SEASIDE, DISTANT)
BODY, MINISTRY = "СОРИПКРО", "МОИН РСО-А"
OF_BODIES = {BODY: ("Марфа Методистова",), MINISTRY: ("Олег Министерский", "Вера Министерская")}

SCHOOLS = tuple(
    facts.School(f"СОШ № {number}", number, unit, leads, curators)
    for number, unit, leads, curators in (
        (1, CENTRAL, ("Анна Первая",), ("Ксения Кураторова",)),
        (2, CENTRAL, ("Белла Вторая",), ("Ксения Кураторова",)),
        (3, CENTRAL, ("Вера Третья",), ()),
        (4, SEASIDE, ("Галина Четвёртая",), ("Кира Кураторова",)),
        (5, SEASIDE, ("Дарья Пятая",), ("Кира Кураторова",)),
        (6, SEASIDE, (), ("Кузьма Кураторов",)),
        (7, DISTANT, ("Елена Седьмая",), ("Капитон Кураторов",)),
        (8, DISTANT, ("Жанна Восьмая",), ()),
    )
)
_CURATED = {who: school.unit for school in SCHOOLS for who in school.curators}
READERS = (
    *(facts.Reader(who, school.unit, facts.AT_SCHOOL) for school in SCHOOLS for who in school.leads),
    *(facts.Reader(who, unit) for who, unit in _CURATED.items()),
    *(facts.Reader(who, unit) for unit in (*UNITS, WHOLE) for who in unit.coordinators),
    *(facts.Reader(who, WHOLE) for people in OF_BODIES.values() for who in people),
)  # fmt: skip


@dataclass(slots=True)
class Settled:
    """People of the land by name, in a bot that talks."""

    talk: Talk
    people: Mapping[str, Person]
    schools: Mapping[SchoolId, facts.School]

    def name_of(self, chat: int) -> str:
        """Whose chat it is."""
        return next(name for name, person in self.people.items() if person.chat == chat)


async def settle(talk: Talk) -> Settled:
    """Territories by the hand of an operator, people by invitations, curators by order."""
    async with talk.units.write() as work:
        schools = await _lay(work, talk.territories)
    people: dict[str, Person] = {}
    for unit in UNITS:
        for who in unit.coordinators:
            people[who] = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, unit.name, name=who)
    for who in WHOLE.coordinators:
        people[who] = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=REGION, name=who)
    for who in (who for body in OF_BODIES.values() for who in body):
        people[who] = await talk.grown_person(Role.METHODIST, region=REGION, name=who)
    settled = Settled(
        talk, people, {talk.where(school.unit.name, school.name).school or SchoolId(0): school for school in SCHOOLS}
    )
    for school in SCHOOLS:
        for who in school.leads:
            people[who] = await talk.grown_person(Role.SCHOOL_LEAD, school.unit.name, school.name, name=who)
        for who in school.curators:
            if who not in people:
                people[who] = await talk.grown_person(Role.SCHOOL_CURATOR, school.unit.name, name=who)
            await _appoint(settled, who, schools[school.name])
    await talk.deliver()
    return settled


async def _appoint(settled: Settled, who: str, school: SchoolId) -> None:
    talk, region = settled.talk, settled.people[WHOLE.coordinators[0]]
    helper = await talk.person_id(settled.people[who])
    wanted = Wanted(PairKind.SCHOOL, helper, school, "1", date(2026, 8, 1))
    await (await talk.the(AppointPair))(await talk.actor(region), wanted)


async def _lay(work: SqlWork, territories: dict[str, Territory]) -> dict[str, SchoolId]:
    region = await work.municipalities.add_region(REGION, None)
    territories[REGION] = Territory(region)
    for row in shipped_rows("days_off.csv"):
        if not row["region"]:
            await work.calendars.put_day_off(
                DayOff(date.fromisoformat(row["day"]), Week(row["week"]), row["word"], row["source"])
            )
    for unit in UNITS:
        made = await work.municipalities.add(region, unit.name, unit.zone, None)
        territories[unit.name] = Territory(region, made)
        await work.calendars.set_week(made, 6 if unit.works.six else 5)
    own = DayOff(date(2026, 1, 1), Week.ALL, "Праздник области", "закон области", region)
    for day in OF_REGION:
        await work.calendars.put_day_off(replace(own, day=day))
    for day in OF_EAST:
        sea = territories[SEASIDE.name].municipality
        await work.calendars.put_day_off(replace(own, day=day, region=region, municipality=sea))
    found = {}
    for school in SCHOOLS:
        where = territories[school.unit.name]
        assert where.municipality is not None
        made_school = await work.schools.add(
            School(SchoolId(0), region, where.municipality, school.name, school.number, "")
        )
        territories[f"{school.unit.name} / {school.name}"] = replace(where, school=made_school)
        await work.schools.set_status(SchoolStatus(made_school, SchoolYear(2026), Status.SHNOR, "list"))
        found[school.name] = made_school
    return found
