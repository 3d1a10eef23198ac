"""The shipped municipalities and subjects with a few schools, in a database of a test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.worker.tables import read_table, write_xlsx
from shnor_domain.identity import RegionId, SchoolId, SubjectId, Territory
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import SqlWork, Units
from shnor_domain.tables import BadFile, Sheet, Table
from shnor_domain.territories.model import School, SchoolStatus, SchoolYear, Status, Subject
from shnor_domain.territories.names import name_key
from shnor_domain.territories.words import shipped_rows

SCHOOLS: Mapping[str, Sequence[tuple[int, str]]] = {
    "Лабинский": ((5, "Лабинск"), (6, "Лабинск"), (9, "Вознесенская"), (16, "Лабинск")),
    "Амгинский": ((1, "Амга"), (2, "Амга")),
    "Момский": ((1, "Хонуу"),),
}
"""Number and village of «СОШ № …» by municipality; № 6 and both of Амга are on the list of the year."""
PROJECT = {("Лабинский", 6), ("Амгинский", 1), ("Амгинский", 2)}


class TablesAtHand:
    """Ports `TableReader` and `TableWriter` in this very process."""

    async def read(self, name: str, body: bytes) -> Table:
        """The same reader as the worker's."""
        table = read_table(name, body)
        if isinstance(table, str):
            raise BadFile(table)
        return table

    async def write(self, sheets: Sequence[Sheet]) -> bytes:
        """The same writer as the worker's."""
        return write_xlsx(sheets)


@dataclass
class _Copies:
    """The first loaded file of this process, and what is in it."""

    body: bytes = b""
    territories: dict[str, Territory] = field(default_factory=dict)

    def keep(self, file: Path, territories: dict[str, Territory]) -> None:
        self.body, self.territories = file.read_bytes(), territories

    def lay(self, file: Path) -> dict[str, Territory]:
        file.write_bytes(self.body)
        return dict(self.territories)


_copies = _Copies()


async def land_in(url: str) -> dict[str, Territory]:
    """`load_land` into the fresh database at `url`, once a process for SQLite: later files are copies of the first."""
    if not url.startswith("sqlite"):
        database = Database(url)
        found = await load_land(database)
        await database.close()
        return found
    file = Path(url.removeprefix("sqlite+aiosqlite:///"))
    if not _copies.body:
        database = Database(url)
        found = await load_land(database)
        await database.sweep()
        await database.close()
        _copies.keep(file, found)
    return _copies.lay(file)


async def load_land(database: Database) -> dict[str, Territory]:
    """Territories by name: «Республика Саха (Якутия)», «Амгинский», «Амгинский / СОШ № 1»."""
    async with Units(database).write() as work:
        found = await _municipalities(work)
        for municipality, schools in SCHOOLS.items():
            for number, village in schools:
                found[f"{municipality} / СОШ № {number}"] = await _school(work, found[municipality], number, village)
        for municipality, number in PROJECT:
            school = found[f"{municipality} / СОШ № {number}"].school
            assert school is not None
            await work.schools.set_status(SchoolStatus(school, SchoolYear(2026), Status.SHNOR, "list"))
        for row in shipped_rows("subjects.csv"):
            spellings = tuple(row["spellings"].split("|")) if row["spellings"] else ()
            await work.subjects.put(Subject(SubjectId(row["code"]), row["name"], spellings, int(row["order"])))
    return found


async def _municipalities(work: SqlWork) -> dict[str, Territory]:
    found: dict[str, Territory] = {}
    regions: dict[str, RegionId] = {}
    for row in shipped_rows("municipalities.csv"):
        name, region = row["canonical_name"], row["region"]
        if region not in regions:
            regions[region] = await work.municipalities.add_region(region, row["district_word"] or None)
            found[region] = Territory(regions[region])
        unit = await work.municipalities.add(regions[region], name, row["iana_tz"], row["admin_center"] or None)
        for alias in filter(None, row["aliases"].split("|")):
            await work.municipalities.add_alias(unit, alias, name_key(alias))
        found[name] = Territory(regions[region], unit)
    return found


async def _school(work: SqlWork, where: Territory, number: int, village: str) -> Territory:
    assert where.region is not None and where.municipality is not None
    school = School(SchoolId(0), where.region, where.municipality, f"СОШ № {number}", number, village)
    return Territory(where.region, where.municipality, await work.schools.add(school))
