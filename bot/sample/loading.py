"""Lays the sample into a database by the same use cases that people use; running it again changes nothing."""

from dataclasses import dataclass
from datetime import date, time

from dishka import AsyncContainer

from bot.import_kinds import IMPORT_KINDS
from bot.importing import OPERATOR
from bot.sample.factors import SampleFactors
from bot.sample.rows import body, rows
from bot.worker.tables import read_table
from shnor_domain.clock import Clock
from shnor_domain.consultations.model import Audience, Format, Terms
from shnor_domain.consultations.use_cases.choices import HostingChoices
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Actor, Role, SubjectId, Territory
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.make_links import Invite
from shnor_domain.people.use_cases.role_link import UseRoleLink
from shnor_domain.results.use_cases.entering import SetWithoutEge
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.storage.work import SqlWork, Units
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

    async def load(self, *, history: bool = True) -> bool:
        """True when the sample was laid, False when the database has its regions already. Without `history` nobody has
        acted yet on the school's profile, and nothing waits to be told."""
        async with self.units.read() as work:
            if await work.directory.regions():
                return False
        await FillReference(self.units.write)()
        await FillFactors(self.units.write)()
        await self._import("municipalities", "municipalities.csv", shipped("municipalities.csv"))
        await self._import("schools", "schools.csv", body("schools.csv"))
        await FillReference(self.units.write)()
        for row in rows("people.csv"):
            if row["role"]:
                await self._person(row)
        for row in rows("slots.csv"):
            await self._slot(row)
        await self._import("consultation-days", "days.csv", body("days.csv"))
        await self._import("risk-profiles", "risk.csv", body("risk.csv"))
        if history:
            await self._factors()
        await self._results()
        await self._import("competence", "competence.csv", body("competence.csv"))
        return True

    async def _factors(self) -> None:
        """Her curator is appointed first: what she may do is asked anew afterwards."""
        coordinator, lead = await self._actor(_COORDINATOR), await self._actor(_LEAD)
        school = next(place.territory.school for place in lead.places)
        if school is not None:
            factors = SampleFactors(self.container, self.clock, coordinator, lead)
            await factors.appoint(school, await self._actor(_CURATOR))
            await factors.lay(school, await self._actor(_CURATOR))

    async def _results(self) -> None:
        """Three school years, invented; one school has no upper classes."""
        async with self.units.read() as work:
            school = await _territory(work, {"region": "", "municipality": "Момский", "school": "Основная школа"})
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

    async def _person(self, row: dict[str, str]) -> None:
        chat = int(row["chat"])
        terms = await self.container.get(ConsentTerms)
        await (await self.container.get(GiveConsent))(chat, terms.version)
        async with self.units.read() as work:
            where = await _territory(work, row)
        subjects = frozenset(SubjectId(code) for code in row["subjects"].split("|") if code)
        link = await (await self.container.get(Invite))(Role(row["role"]), where, subjects=subjects)
        await (await self.container.get(UseRoleLink))(await self._actor(chat), link.code, row["name"])

    async def _slot(self, row: dict[str, str]) -> None:
        host = await self._actor(int(row["chat"]))
        choices = await (await self.container.get(HostingChoices))(host)
        terms = Terms(
            subject=SubjectId(row["subject"]),
            weekday=int(row["weekday"]),
            starts=time.fromisoformat(row["starts"]),
            zone=choices.zone if host.zone == "Europe/Moscow" else host.zone,
            minutes=int(row["minutes"]),
            format=Format(row["format"]),
            audience=Audience.TEACHERS,
            open_to=choices.areas[0].territory,
            project_schools_only=False,
            capacity=int(row["capacity"]),
            first_day=choices.today,
            last_day=max(choices.last_day, date(choices.today.year, 12, 31)),
            link=row["link"] or None,
            venue=row["venue"] or None,
        )
        await (await self.container.get(PublishSlot))(host, terms)

    async def _actor(self, chat: int) -> Actor:
        return await (await self.container.get(ActorOf))(chat)


async def _territory(work: SqlWork, row: dict[str, str]) -> Territory:
    """The region, municipality or school of a row by its names."""
    if row["region"]:
        return next(Territory(region) for region, name in await work.directory.regions() if name == row["region"])
    unit = next(unit for unit in await work.municipalities.within(None) if unit.name == row["municipality"])
    if not row["school"]:
        return unit.territory
    schools = await work.schools.within(None, unit.id)
    return next(school.territory for school in schools if school.name == row["school"])
