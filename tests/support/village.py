"""A small region with its people: a teacher, her lead, two coordinators, and a stranger from the next municipality."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.model.person import Person
from shnor_domain.people.model.places import KeptPlace, Order
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.apply import Apply, Asked
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata
from shnor_domain.storage.work import SqlWork, Units
from shnor_domain.territories.model import School, SchoolStatus, SchoolYear, Status, Subject

TUESDAY = datetime(2026, 9, 15, 5, 0, tzinfo=UTC)
TERMS = ConsentTerms(1, date(2026, 9, 1), "Operator", "Address", "77-00-000000", 30)
CHEMISTRY = SubjectId("chemistry")
NOWHERE = Territory()


def whose(actor: Actor) -> PersonId:
    """The person of somebody who has consented."""
    assert actor.person is not None
    return actor.person


@dataclass
class MovedByHand:
    """A clock that stands still until a test moves it."""

    at: datetime = TUESDAY

    def now(self) -> datetime:
        return self.at

    def forward(self, **step: float) -> None:
        self.at += timedelta(**step)


@dataclass
class Village:
    """The territories and people of one test; chats are numbered as they come."""

    database: Database
    clock: MovedByHand = field(default_factory=MovedByHand)
    school: Territory = NOWHERE
    second_school: Territory = NOWHERE
    municipality: Territory = NOWHERE
    far_school: Territory = NOWHERE
    far_municipality: Territory = NOWHERE
    region: Territory = NOWHERE
    chats: int = 100

    @property
    def units(self) -> Units:
        return Units(self.database)

    def use(self, case: Any, **more: Any) -> Any:
        """A use case over this database and clock; it takes those of the ports that it has."""
        ports = {"read": self.units.read, "write": self.units.write, "clock": self.clock, "terms": TERMS, **more}
        return case(**{name: port for name, port in ports.items() if name in case.__dataclass_fields__})

    async def actor(self, chat: int) -> Actor:
        return await ActorOf(self.units.read, self.clock)(chat)

    async def newcomer(self) -> Actor:
        """Somebody who has consented and done nothing else."""
        self.chats += 1
        await self.use(GiveConsent)(self.chats, TERMS.version)
        return await self.actor(self.chats)

    async def settled(self, role: Role, where: Territory, **more: Any) -> Actor:
        """Somebody who holds a role already."""
        self.chats += 1
        async with self.units.write() as work:
            now = self.clock.now()
            person = await work.people.add("Asia/Yakutsk", now)
            await work.people.give_chat(self.chats, person, now)
            await work.consents.give(person, TERMS.version, now)
            await work.people.save(Person(person, f"{role.value} {person}", "Asia/Yakutsk", now))
            await work.places.add(KeptPlace(_place(role, where, **more), person))
            places = await in_force_now(work, person, now)
        return Actor(person, self.chats, "Asia/Yakutsk", tuple(places))

    async def seat(self, actor: Actor, role: Role, where: Territory, **more: Any) -> PlaceId:
        """Give a place past all rights: this is how a test begins."""
        async with self.units.write() as work:
            return await work.places.add(KeptPlace(_place(role, where, **more), whose(actor)))

    async def applied(
        self, role: Role = Role.TEACHER, where: Territory | None = None, **more: Any
    ) -> tuple[Actor, Any]:
        """A newcomer and her application."""
        actor = await self.newcomer()
        asked = Asked(role, where or self.school, more.pop("name", "Анна Петровна"), **more)
        return actor, await self.use(Apply)(actor, asked)

    async def told(self, kind: str | None = None) -> list[tuple[str, int | None]]:
        """Kind and chat of every notice that waits to go, by instant."""
        notices = metadata.tables["notification"]
        accounts = metadata.tables["account"]
        query = (
            select(notices.c.kind, accounts.c.chat)
            .join(accounts, accounts.c.person_id == notices.c.person_id)
            .where(notices.c.state == "planned", accounts.c.active)
            .order_by(notices.c.due, notices.c.id)
        )
        async with self.database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [(row.kind, row.chat) for row in rows if kind is None or row.kind == kind]

    async def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table."""
        async with self.database.read() as connection:
            return {
                table.name: sorted((tuple(row) for row in await connection.execute(select(table))), key=repr)
                for table in metadata.sorted_tables
            }


def _place(role: Role, where: Territory, **more: Any) -> Place:
    return Place(PlaceId(0), role, where, starts=more.pop("starts", date(2026, 9, 1)), **more)


ORDER = Order("№ 14-о", date(2026, 9, 10))


async def settle(work: SqlWork, made: Village) -> None:
    region = await work.municipalities.add_region("Республика", None)
    near = await work.municipalities.add(region, "Ближний", "Asia/Yakutsk", "Посёлок")
    far = await work.municipalities.add(region, "Дальний", "Asia/Srednekolymsk", None)
    made.region = Territory(region)
    made.municipality, made.far_municipality = Territory(region, near), Territory(region, far)
    schools = []
    for unit, number in ((near, 1), (near, 2), (far, 3)):
        school = School(SchoolId(0), region, unit, f"СОШ № {number}", number)
        schools.append(await work.schools.add(school))
    made.school, made.second_school = (Territory(region, near, one) for one in schools[:2])
    made.far_school = Territory(region, far, schools[2])
    await work.schools.set_status(SchoolStatus(schools[0], SchoolYear(2026), Status.SHNOR, "list"))
    await work.subjects.put(Subject(CHEMISTRY, "Химия"))
