"""A small republic for stories about consultations: a methodist in Yakutsk, teachers of the Momsky ulus, a stranger."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import insert

from shnor_domain.consultations.model import Audience, Format, SessionKey, Terms
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import (
    Actor,
    MunicipalityId,
    PersonId,
    Place,
    PlaceId,
    RegionId,
    Role,
    SchoolId,
    SubjectId,
    Territory,
)
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.territories import municipality, region, subject
from shnor_domain.storage.work import Units

CHEMISTRY = SubjectId("chemistry")
BIOLOGY = SubjectId("biology")
YAKUTIA, OSSETIA = RegionId(1), RegionId(2)
YAKUTSK, MOMSKY, BESLAN = MunicipalityId(1), MunicipalityId(2), MunicipalityId(3)
MONDAY = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
"""15:00 in Yakutsk."""


@dataclass
class FixedClock:
    """Stands until it is moved."""

    at: datetime = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **length: float) -> None:
        self.at += timedelta(**length)


def teacher(number: int, territory: Territory | None = None, role: Role = Role.TEACHER) -> Actor:
    """Teacher `number` of a school of the Momsky ulus, unless told otherwise."""
    where = territory or Territory(YAKUTIA, MOMSKY, SchoolId(1))
    place = Place(PlaceId(number), role, where, frozenset({CHEMISTRY}))
    return Actor(PersonId(number), number, "Asia/Srednekolymsk", (place,))


def methodist(number: int = 1, territory: Territory | None = None) -> Actor:
    """Methodist of the institute; without a territory of the whole of Yakutia."""
    place = Place(PlaceId(number), Role.METHODIST, territory or Territory(YAKUTIA))
    return Actor(PersonId(number), number, "Asia/Yakutsk", (place,))


STRANGER = teacher(900, Territory(OSSETIA, BESLAN, SchoolId(9)))


def terms(**changes: object) -> Terms:
    """Chemistry on Mondays at 15:00 in Yakutsk, 45 minutes, one seat."""
    usual: dict[str, object] = {
        "subject": CHEMISTRY,
        "weekday": 0,
        "starts": time(15, 0),
        "zone": "Asia/Yakutsk",
        "minutes": 45,
        "format": Format.ONLINE,
        "audience": Audience.TEACHERS,
        "open_to": Territory(YAKUTIA),
        "project_schools_only": False,
        "capacity": 1,
        "first_day": date(2026, 9, 1),
        "last_day": date(2027, 5, 31),
        "link": "https://meet.example.org/chem",
    }
    return Terms(**(usual | changes))  # type: ignore[arg-type]


@dataclass
class Republic:
    """The database with its people, and the use cases over it."""

    database: Database
    clock: FixedClock = field(default_factory=FixedClock)

    @property
    def units(self) -> Units:
        return Units(self.database)

    @property
    def book(self) -> BookConsultation:
        return BookConsultation(self.units.write, self.clock)

    async def publishes(self, host: Actor, **changes: object) -> SessionKey:
        """The host publishes; gives the meeting of Monday, 30 November at the slot's time."""
        card = await PublishSlot(self.units.write, self.clock)(host, terms(**changes))
        return SessionKey(card.slot.id, MONDAY)


async def populate(database: Database) -> None:
    """Two regions, three municipalities, people 1–100 and the stranger."""
    async with database.write() as connection:
        await connection.execute(insert(region), [{"id": 1, "name": "Якутия"}, {"id": 2, "name": "Осетия"}])
        await connection.execute(
            insert(municipality),
            [
                {"id": 1, "region_id": 1, "name": "Якутск", "zone": "Asia/Yakutsk", "town": "Якутск"},
                {"id": 2, "region_id": 1, "name": "Момский", "zone": "Asia/Srednekolymsk", "town": "Хонуу"},
                {"id": 3, "region_id": 2, "name": "Правобережный", "zone": "Europe/Moscow", "town": "Беслан"},
            ],
        )
        await connection.execute(
            insert(subject),
            [
                {"code": "chemistry", "name": "химия", "position": 1},
                {"code": "biology", "name": "биология", "position": 2},
            ],
        )
        now = datetime(2026, 9, 1, tzinfo=UTC)
        await connection.execute(
            insert(person),
            [
                {
                    "id": number,
                    "name": f"Человек {number}",
                    "name_key": f"человек {number}",
                    "zone": "Asia/Srednekolymsk",
                    "state": "active",
                    "created": now,
                }
                for number in (*range(1, 101), 900)
            ],
        )


@asynccontextmanager
async def republic(url: str) -> AsyncIterator[Republic]:
    """A populated database at `url`, closed afterwards."""
    database = Database(url)
    await populate(database)
    try:
        yield Republic(database)
    finally:
        await database.close()
