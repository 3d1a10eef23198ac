"""Lays the sample into a database by the same use cases that people use; running it again changes nothing."""

from dataclasses import dataclass

from dishka import AsyncContainer

from bot.import_kinds import IMPORT_KINDS
from bot.importing import OPERATOR
from bot.sample.factors import SampleFactors
from bot.sample.hands import Hands, territory_of
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.weeks import SampleWeeks
from bot.sample.rows import body, rows
from bot.worker.tables import read_table
from shnor_domain.clock import Clock
from shnor_domain.results.use_cases.entering import SetWithoutEge
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.storage.work import Units
from shnor_domain.tables import BadFile, Table
from shnor_domain.territories.ports import ImportFiles
from shnor_domain.territories.use_cases.imports import ConfirmImport, ReadImport
from shnor_domain.territories.use_cases.subjects import FillReference
from shnor_domain.territories.words import shipped


class TablesHere:
    """Port `TableReader` in this very process: the sample's own tables are no strangers."""

    async def read(self, name: str, body: bytes) -> Table:
        """Raises BadFile as the worker's reader does."""
        table = read_table(name, body)
        if isinstance(table, str):
            raise BadFile(table)
        return table


_COORDINATOR, _LEAD, _CURATOR = 1002, 1007, 1013
"""Chats of those in people.csv who answer for the school with a profile."""


@dataclass(frozen=True, slots=True)
class Sample:
    """`load` fills a database that has no regions yet; people are those of people.csv who have a role."""

    units: Units
    clock: Clock
    files: ImportFiles
    container: AsyncContainer

    async def load(self, lived: LivedClock | None = None) -> bool:
        """True when the sample was laid, False when the database has its regions already.

        With `lived`, the clock of the container, people have met and asked for some weeks, and a school has acted on
        its profile; without it nobody has acted yet, and nothing waits to be told.
        """
        async with self.units.read() as work:
            if await work.directory.regions():
                return False
        await FillReference(self.units.write)()
        await FillFactors(self.units.write)()
        await self._import("municipalities", "municipalities.csv", shipped("municipalities.csv"))
        await self._import("schools", "schools.csv", body("schools.csv"))
        await FillReference(self.units.write)()
        hands = Hands(self.units, self.container)
        if lived is None:
            for row in rows("people.csv"):
                if row["role"]:
                    await hands.settles(row)
            for row in rows("slots.csv"):
                await hands.publishes(row)
        else:
            await SampleWeeks(hands, lived, self.clock.now()).live()
        await self._import("consultation-days", "days.csv", body("days.csv"))
        await self._import("risk-profiles", "risk.csv", body("risk.csv"))
        if lived is not None:
            await self._import("consultation-days", "days.csv", body("lived/days.csv"))
            await self._factors(hands)
        await self._results()
        await self._import("competence", "competence.csv", body("competence.csv"))
        return True

    async def _factors(self, hands: Hands) -> None:
        """Her curator is appointed first: what she may do is asked anew afterwards."""
        coordinator, lead = await hands.actor(_COORDINATOR), await hands.actor(_LEAD)
        school = next(place.territory.school for place in lead.places)
        if school is not None:
            factors = SampleFactors(self.container, self.clock, coordinator, lead)
            await factors.appoint(school, await hands.actor(_CURATOR))
            await factors.lay(school, await hands.actor(_CURATOR))

    async def _results(self) -> None:
        """Three school years, invented; one school has no upper classes."""
        async with self.units.read() as work:
            school = await territory_of(work, {"region": "", "municipality": "Момский", "school": "Основная школа"})
        if school.school is not None:
            await SetWithoutEge(self.units.write, self.clock)(OPERATOR, school.school, True)
        await self._import("results", "results.csv", body("results.csv"))
        await self._import("clusters", "clusters.csv", body("clusters.csv"))

    async def _import(self, kind: str, name: str, table: bytes) -> None:
        tables = TablesHere()
        read = ReadImport(self.units.read, self.clock, tables, self.files, IMPORT_KINDS)
        report = await read(OPERATOR, kind, name, table)
        confirm = ConfirmImport(self.units.write, self.units.read, self.clock, tables, self.files, IMPORT_KINDS)
        await confirm(OPERATOR, kind, report.file, report.digest, year=report.year)
