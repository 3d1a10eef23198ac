"""Two regions, their coordinators, and the imports, over one database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.worker.tables import read_table
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, Role, SchoolId, SubjectId, Territory
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from shnor_domain.tables import BadFile, Table
from shnor_domain.territories.imports.report import ImportReport
from shnor_domain.territories.model import Municipality, School, SchoolYear
from shnor_domain.territories.use_cases.imports import ConfirmImport, ReadImport
from shnor_domain.territories.use_cases.subjects import FillReference
from shnor_domain.territories.words import shipped

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
YEAR = SchoolYear(2026)
ADMIN = Actor(None, 0, places=(Place(PlaceId(1), Role.ADMIN, Territory()),))
SCHOOLS = (
    "municipality,school,statuses,source\n"
    "Лабинский,СОШ № 6,ШНОР; 500+ (2020),приказ\n"
    "Лабинский,СОШ № 11 (базовая школа),базовая школа,приказ\n"
    "Лабинский,СОШ № 16,ШНОР,приказ\n"
)


class StillClock:
    """Always `NOW`."""

    def now(self) -> datetime:
        return NOW


class TablesHere:
    """The worker's reading without its process."""

    async def read(self, name: str, body: bytes) -> Table:
        read = read_table(name, body)
        if isinstance(read, str):
            raise BadFile(read)
        return read


@dataclass
class FilesHere:
    """Bodies in memory."""

    bodies: dict[str, bytes] = field(default_factory=dict)

    async def keep(self, body: bytes, bringer: PersonId | None) -> str:
        key = f"{bringer}:{len(body)}:{hash(body)}"
        self.bodies[key] = body
        return key

    async def read(self, key: str) -> bytes | None:
        return self.bodies.get(key)

    async def forget(self, key: str) -> None:
        self.bodies.pop(key, None)


class Country:
    """The shipped municipalities; `read_import` and `confirm` are the use cases."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.files = FilesHere()
        self.read_import = ReadImport(units.read, StillClock(), TablesHere(), self.files)
        self.confirm = ConfirmImport(units.write, units.read, StillClock(), TablesHere(), self.files)

    async def bring(
        self, kind: str, body: str | bytes, actor: Actor = ADMIN, answers: dict[int, bool] | None = None
    ) -> ImportReport:
        """Report and confirm at once."""
        raw = body.encode() if isinstance(body, str) else body
        report = await self.read_import(actor, kind, "file", raw)
        await self.confirm(actor, kind, report.file, report.digest, answers or {}, report.year)
        return report

    async def report(self, kind: str, body: str, actor: Actor = ADMIN) -> ImportReport:
        """Only the report."""
        return await self.read_import(actor, kind, "file", body.encode())

    async def municipality(self, name: str) -> Municipality:
        """By its canonical name."""
        async with self.units.read() as work:
            return next(unit for unit in await work.municipalities.within() if unit.name == name)

    async def schools(self, municipality: str | None = None) -> list[School]:
        """All, or those of a municipality, by number."""
        of = (await self.municipality(municipality)).id if municipality else None
        async with self.units.read() as work:
            return list(await work.schools.within(municipality=of))

    async def school(self, name: str) -> School:
        """By its name."""
        return next(school for school in await self.schools() if school.name == name)


@asynccontextmanager
async def country(url: str) -> AsyncIterator[Country]:
    """The shipped reference data in a fresh database."""
    database = Database(url)
    try:
        made = Country(Units(database))
        await made.bring("municipalities", shipped("municipalities.csv"))
        await FillReference(made.units.write)()
        yield made
    finally:
        await database.close()


def coordinator(territory: Territory, role: Role = Role.MUNICIPAL_COORDINATOR) -> Actor:
    """Who coordinates it; without an account, so that the audit log needs no person."""
    return Actor(None, 7, places=(Place(PlaceId(7), role, territory),))


def teacher(territory: Territory) -> Actor:
    """Who teaches chemistry there."""
    place = Place(PlaceId(8), Role.TEACHER, territory, subjects=frozenset({SubjectId("chemistry")}))
    return Actor(PersonId(8), 8, places=(place,))


def curator(municipality: MunicipalityId, *schools: SchoolId) -> Actor:
    """Who supports these schools."""
    place = Place(PlaceId(9), Role.SCHOOL_CURATOR, Territory(municipality=municipality), assigned=frozenset(schools))
    return Actor(PersonId(9), 9, places=(place,))


STRANGER = Actor(None, 99)
