"""A village with two more schools, those who read results there, and tables in words that are keys."""

from dataclasses import dataclass, field, replace
from typing import Any

from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.imports.clusters import CLUSTERS
from shnor_domain.results.imports.results import RESULTS
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.procedures import Procedure, ProcedureCode
from shnor_domain.results.use_cases.profiles import FillThresholds
from shnor_domain.results.use_cases.reading import ResultsOf, SchoolResults
from shnor_domain.storage.engine import Database
from shnor_domain.territories.imports.report import ImportReport
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.territories.use_cases.imports import ConfirmImport, ReadImport
from tests.support.classifying import ClassifierHere
from tests.support.territories import FilesHere, TablesHere
from tests.support.village import Village, settle

MATHS, RUSSIAN, EGE = ProcedureCode("vpr-math-5"), ProcedureCode("vpr-rus-5"), ProcedureCode("ege-rus")
Y23, Y24, Y25 = (SchoolYear(year) for year in (2023, 2024, 2025))


def holding(role: Role, where: Territory, *assigned: SchoolId) -> Actor:
    """Somebody with one place and no account, so that the log needs no person."""
    return Actor(None, 7, places=(Place(PlaceId(7), role, where, assigned=frozenset(assigned)),))


@dataclass
class Land:
    """`schools` by number: 1, 2, 4, 5 lie in the near municipality, 3 in the far one."""

    village: Village
    schools: dict[int, Territory]
    files: FilesHere = field(default_factory=FilesHere)

    def id(self, number: int) -> SchoolId:
        found = self.schools[number].school
        assert found is not None
        return found

    def use(self, case: Any) -> Any:
        return self.village.use(
            case,
            classifier=ClassifierHere(),
            tables=TablesHere(),
            import_files=self.files,
            import_kinds=(RESULTS, CLUSTERS),
        )

    def lead(self, number: int = 1) -> Actor:
        return holding(Role.SCHOOL_LEAD, self.schools[number])

    def curator(self, number: int = 1) -> Actor:
        return holding(Role.SCHOOL_CURATOR, self.village.far_municipality, self.id(number))

    def mentor(self, number: int = 1) -> Actor:
        return holding(Role.MENTOR, self.village.far_municipality, self.id(number))

    @property
    def coordinator(self) -> Actor:
        return holding(Role.MUNICIPAL_COORDINATOR, self.village.municipality)

    def both(self, number: int = 1) -> Actor:
        """Leads this school and is municipal coordinator above it."""
        return replace(self.coordinator, places=self.lead(number).places + self.coordinator.places)

    @property
    def region(self) -> Actor:
        return holding(Role.REGIONAL_COORDINATOR, self.village.region)

    @property
    def observer(self) -> Actor:
        return holding(Role.OBSERVER, self.village.region)

    @property
    def admin(self) -> Actor:
        return holding(Role.ADMIN, Territory())

    @property
    def teacher(self) -> Actor:
        return holding(Role.TEACHER, self.schools[1])

    def result(
        self, number: int, year: SchoolYear, code: ProcedureCode, participants: int, below: int, **more: Any
    ) -> Result:
        given = {"source": "отчёт", "unit": Unit.SCHOOL, "by": None, "at": self.village.clock.now(), **more}
        return Result(self.schools[number], year, code, participants, below, **given)

    async def lay(self, *rows: Result) -> None:
        """Past all rights: this is how a test begins."""
        async with self.village.units.write() as work:
            await work.results.save(rows, keep_mark=False)

    async def shown(self, actor: Actor, number: int = 1) -> SchoolResults:
        found: SchoolResults = await self.use(ResultsOf)(actor, self.id(number))
        return found

    async def cell(self, actor: Actor, year: SchoolYear, code: ProcedureCode, number: int = 1) -> Cell:
        shown = await self.shown(actor, number)
        row = next(one for one in shown.rows if one.procedure.code == code)
        return row.cells[shown.years.index(year)]

    async def report(self, kind: str, body: str, actor: Actor) -> ImportReport:
        told: ImportReport = await self.use(ReadImport)(actor, kind, "file.csv", body.encode())
        return told

    async def bring(self, kind: str, body: str, actor: Actor) -> ImportReport:
        told = await self.report(kind, body, actor)
        await self.use(ConfirmImport)(actor, kind, told.file, told.digest, {}, told.year)
        return told


async def settled(database: Database) -> Land:
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
        region, near = village.municipality.region, village.municipality.municipality
        assert region is not None and near is not None
        schools = {1: village.school, 2: village.second_school, 3: village.far_school}
        for number in (4, 5):
            made = await work.schools.add(School(SchoolId(0), region, near, f"СОШ № {number}", number))
            schools[number] = replace(village.municipality, school=made)
    await FillThresholds(village.units.write)()
    return Land(village, schools)


class Keys:
    """Port `ResultWords`: every word is its key."""

    def heading(self, key: str) -> str:
        return key

    def procedure(self, procedure: Procedure) -> str:
        return procedure.code

    def year(self, year: SchoolYear) -> str:
        return str(year)

    def state(self, state: State) -> str:
        return "" if state is State.SHOWN else state.value

    def share(self, tenths: int) -> str:
        return f"{tenths / 10:.1f} %"

    def points(self, tenths: int) -> str:
        return f"{tenths / 10:+.1f}"

    def biased(self) -> str:
        return "biased"

    def cluster(self, cluster: Cluster | None) -> str:
        return "no data" if cluster is None else cluster.value


async def told(case: Any, *arguments: Any) -> object:
    """What it gives, or the refusal's code."""
    try:
        return await case(*arguments)
    except DomainError as refusal:
        return refusal.code
